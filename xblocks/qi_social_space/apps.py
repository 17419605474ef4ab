"""The Django app that keeps what people say to each other in spaces, in the LMS and in Studio."""

from django.apps import AppConfig


class QiSocialSpaceConfig(AppConfig):
    """`plugin_app` is empty, but the platform installs no app without it."""

    name = "qi_social_space"
    verbose_name = "QI social spaces"
    default_auto_field = "django.db.models.BigAutoField"
    plugin_app: dict[str, object] = {}

    def ready(self) -> None:
        """Touches no database: images are built without one."""
        from qi_social_space.signals import connect_retirement

        connect_retirement()
