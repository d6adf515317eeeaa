"""The name under which Django knows the record's tables."""

from __future__ import annotations

from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "habeas.record"
    label = "record"
