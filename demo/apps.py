"""The local host as a Django app."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "demo"
    label = "demo"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # pylint: disable=import-outside-toplevel  # settings come first
        from demo import html_block, problem
        from demo.modulestore import stand_in

        html_block.register()
        problem.register()
        stand_in()
