"""The local host as a Django app."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "demo"
    label = "demo"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # pylint: disable=import-outside-toplevel  # settings come first
        from demo.html_block import register
        from demo.modulestore import stand_in

        register()
        stand_in()
