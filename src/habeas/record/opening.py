"""How a record is opened: its folder, its database with the tables up to date, its key. One process can open several."""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import django
from django.conf import settings
from django.db import DatabaseError, connections

from habeas.errors import InputError, RecordError
from habeas.record import settings as defaults

FILE = "habeas.sqlite3"
# FULL: what was acknowledged survives a power cut. The writer waits for its turn instead of failing at once.
_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"


def set_up_django() -> None:
    """Start Django with this record's settings; a second call does nothing."""
    if not settings.configured:
        settings.configure(**{name: getattr(defaults, name) for name in dir(defaults) if name.isupper()})
        django.setup()


def connect(folder: Path, database: str | None, *, must_exist: bool) -> str:
    """The alias of the folder's database, opened, with its tables up to date. Raises RecordError with what to do."""
    set_up_django()
    if must_exist and database is None and not (folder / FILE).exists():
        raise RecordError(f"{folder}: no record here.", next_step="Make one with `habeas add PATH`, or name its folder.")
    _make_folder(folder)
    where = _postgres(database) if database else _sqlite(folder)
    alias = "record-" + hashlib.sha256(repr(sorted(where.items(), key=str)).encode()).hexdigest()[:16]
    if alias not in connections.settings:
        connections.settings[alias] = {**connections.configure_settings({"default": {}, alias: where})[alias]}
    try:
        _bring_up_to_date(alias)
    except DatabaseError as error:
        connections[alias].close()
        raise RecordError(f"{folder}: the record cannot be opened: {error}.", next_step=_advice(str(error))) from error
    settings.SECRET_KEY = _key(folder)
    return alias


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(f"{folder}: cannot be made: {error.strerror}.", next_step="Name another folder.") from error


def _sqlite(folder: Path) -> dict[str, Any]:
    path = folder / FILE
    if not path.exists():
        try:
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError as error:
            raise RecordError(f"{path}: cannot be written: {error.strerror}.", next_step="Check the folder's permissions.") from error
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path.resolve()),
        "OPTIONS": {"init_command": _PRAGMAS, "transaction_mode": "IMMEDIATE", "timeout": 30},
    }


def _postgres(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or len(parts.path) < 2:
        raise InputError(f"not a database address: {_without_password(url)}", next_step="Write postgresql://user@host/name.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def _without_password(url: str) -> str:
    parts = urlsplit(url)
    return url.replace(f":{parts.password}@", ":…@") if parts.password else url


def _bring_up_to_date(alias: str) -> None:
    """Apply the migrations that the database lacks. The usual case, none, costs one query."""
    ours = sorted(p.stem for p in (Path(__file__).parent / "migrations").glob("[0-9]*.py"))
    applied = _applied(alias)
    if unknown := applied - set(ours):
        raise RecordError(
            f"this record was written by a newer Habeas (its tables are at {max(unknown)}).", next_step="Update Habeas, then open it again."
        )
    if set(ours) - applied:
        from django.core.management import call_command

        call_command("migrate", database=alias, verbosity=0, interactive=False)


def _applied(alias: str) -> set[str]:
    connection = connections[alias]
    with connection.cursor() as cursor:
        if "django_migrations" not in connection.introspection.table_names(cursor):
            return set()
        cursor.execute("SELECT name FROM django_migrations WHERE app = 'record'")
        return {row[0] for row in cursor.fetchall()}


def _advice(message: str) -> str:
    if "not a database" in message:
        return "The file is not a record, or it is damaged: restore it from a backup."
    if "locked" in message:
        return "Another program is writing to it: wait, or end that program."
    return "Check that the database runs and that you may write to it."


def _key(folder: Path) -> str:
    """The secret key of this record, made at its first opening, readable by its owner only."""
    path = folder / "secret.key"
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text().strip() or secrets.token_urlsafe(50)
    except OSError as error:
        raise RecordError(f"{path}: cannot be written: {error.strerror}.", next_step="Check the folder's permissions.") from error
    with os.fdopen(descriptor, "w") as file:
        file.write(key := secrets.token_urlsafe(50))
    return key
