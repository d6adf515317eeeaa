"""What was read, kept: a folder with the captures and one database. `open_record` is the way in, `Store` the only door.

Nothing else of ours knows the database. Django starts when a record is opened, never before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from habeas.record.finding import Likeness
    from habeas.record.identities import Resolver
    from habeas.record.store import Store

__all__ = ["open_record", "utc_now"]


def utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def open_record(
    folder: Path,
    *,
    database: str | None = None,
    must_exist: bool = False,
    resolver: Resolver | None = None,
    likeness: Likeness | None = None,
    clock: Callable[[], dt.datetime] = utc_now,
) -> Store:
    """The record in `folder`, made if it is not there (unless `must_exist`). Raises RecordError with what to do.

    `database` is a PostgreSQL address for a record that a team shares; captures stay in the folder. `resolver` decides who is who,
    `likeness` compares two names; both come from `resolve/` unless given.
    """
    from habeas.record.opening import connect, set_up_django

    set_up_django()
    from habeas.record.register import Register
    from habeas.record.resolving import resolve_people, score_names
    from habeas.record.store import Store

    alias = connect(folder, database, must_exist=must_exist)
    return Store(folder, alias, Register(alias, resolver or resolve_people), likeness or score_names, clock)
