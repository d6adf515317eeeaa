"""Django's settings for a record: its models only. Databases join when a record is opened, the secret key comes from its folder."""

from __future__ import annotations

from typing import Any

SECRET_KEY = ""
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
INSTALLED_APPS = ["habeas.record"]
DATABASES: dict[str, dict[str, Any]] = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
LOGGING_CONFIG = None
MIDDLEWARE: list[str] = []
