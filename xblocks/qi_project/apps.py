"""The Django app that keeps learners' improvement projects, in the LMS and in Studio."""

from django.apps import AppConfig


class QiProjectConfig(AppConfig):
    name = "qi_project"
    verbose_name = "QI projects"
    default_auto_field = "django.db.models.BigAutoField"
    plugin_app: dict[str, object] = {}
