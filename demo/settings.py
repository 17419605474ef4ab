"""Settings of the local host: SQLite unless QI_DB=mariadb; its files lie in QI_VAR (var/ by default)."""

import os
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("QI_VAR", ROOT / "var"))
VAR.mkdir(parents=True, exist_ok=True)

SECRET_KEY = "local host only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LOGIN_URL = "/"
ROOT_URLCONF = "demo.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# the platform lifts Django's limit on form fields, not the one on the size of a body (2.5 MB)
DATA_UPLOAD_MAX_NUMBER_FIELDS = None
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "waffle",
    "eventtracking.django.apps.EventTrackingConfig",
    "completion",
    "demo",
    "qi_project",
    "qi_social_space",
]
MIDDLEWARE = [
    "edx_django_utils.cache.middleware.RequestCacheMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "crum.CurrentRequestUserMiddleware",
    "demo.tracking.CourseContextMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
            ]
        },
    }
]

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
# jQuery is a global of every page of the platform; Django brings a copy with its admin
STATICFILES_DIRS = [("vendor", Path(django.__file__).parent / "contrib/admin/static/admin/js/vendor/jquery")]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "demo.finder.XBlockFinder",
]

# Operators of Open edX switch completion on; a switch without a row counts as on here, so that
# tests which flush the database still have it.
WAFFLE_SWITCH_DEFAULT = True
COMPLETION_BY_VIEWING_DELAY_MS = 5000
EVENT_TRACKING_ENABLED = True
EVENT_TRACKING_BACKENDS = {"activity": {"ENGINE": "demo.tracking.ActivityBackend"}}
EVENT_TRACKING_PROCESSORS: list[dict[str, str]] = []

# What goes wrong is told on the terminal; Django alone would write to the administrators.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"terminal": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
}

if os.environ.get("QI_DB") == "mariadb":
    import pymysql

    pymysql.install_as_MySQLdb()
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.mysql",
            "NAME": "qi",
            "USER": "root",
            "OPTIONS": {
                "unix_socket": os.environ["QI_DB_SOCKET"],
                "charset": "utf8mb4",
                "isolation_level": "read committed",
            },
            "TEST": {"CHARSET": "utf8mb4", "COLLATION": "utf8mb4_unicode_ci"},
            "ATOMIC_REQUESTS": True,
        }
    }
else:
    DATABASES = {
        "default": {
            "ENGINE": "demo.sqlite",
            "NAME": VAR / "demo.sqlite3",
            "OPTIONS": {"timeout": 20},
            # a file, since threads cannot wait for each other in a database in memory
            "TEST": {"NAME": VAR / f"test-{os.getpid()}.sqlite3"},
            "ATOMIC_REQUESTS": True,
        }
    }
