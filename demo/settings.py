"""Settings of the local host: SQLite unless QI_DB=mariadb."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("QI_VAR", ROOT / "var"))

SECRET_KEY = "local host only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "qi_project",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

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
        }
    }
else:
    DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": VAR / "demo.sqlite3"}}
