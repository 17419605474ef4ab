"""The Django app that keeps learners' improvement projects, in the LMS and in Studio."""

from django.apps import AppConfig


class QiProjectConfig(AppConfig):
    """`plugin_app` is empty, but the platform installs no app without it."""

    name = "qi_project"
    verbose_name = "QI projects"
    default_auto_field = "django.db.models.BigAutoField"
    plugin_app: dict[str, object] = {}

    def ready(self) -> None:
        """Touches no database: images are built without one."""
        from qi_core.ready_made import use_site_templates
        from qi_project.signals import connect_retirement

        use_site_templates()
        connect_retirement()
