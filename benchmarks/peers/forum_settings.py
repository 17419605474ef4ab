"""Django's settings for the platform's forum alone, on the database of the run."""

import os

import pymysql

pymysql.install_as_MySQLdb()
SECRET_KEY = "benchmark"
USE_TZ = True
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "benchmarks.peers.talking"
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "forum"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.mysql",
        "NAME": "forum",
        "USER": "root",
        "OPTIONS": {
            "unix_socket": os.environ["QI_DB_SOCKET"],
            "charset": "utf8mb4",
            "isolation_level": "read committed",
        },
        "ATOMIC_REQUESTS": True,
    }
}
# It would tell a search engine of each post; here nobody listens, which flatters it.
FORUM_SEARCH_BACKEND = "benchmarks.peers.no_search.Backend"
