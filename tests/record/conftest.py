"""A record of its own for each test: a real SQLite file in a new folder."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from habeas.record.store import Store, open_record

NOW = dt.datetime(2024, 12, 20, 12, tzinfo=dt.UTC)


@pytest.fixture
def open_store(tmp_path: Path) -> Iterator[Callable[..., Store]]:
    opened: list[Store] = []

    def open_one(folder: Path | None = None, **options: object) -> Store:
        opened.append(open_record(folder or tmp_path / "record", clock=lambda: NOW, **options))  # type: ignore[arg-type]
        return opened[-1]

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Callable[..., Store]) -> Store:
    return open_store()
