"""The word lists are data that people edit by hand and branches bring together: each row is a row."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

_LISTS = sorted(Path(str(files("habeas.languages.english"))).glob("*.tsv"))


@pytest.mark.parametrize("path", _LISTS, ids=lambda p: p.name)
def test_every_row_has_columns(path: Path) -> None:
    """A row without a tab is a slip: half a merge, a line cut in two."""
    rows = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert rows
    assert [line for line in rows if "\t" not in line] == []


def test_every_group_of_words_is_named_once() -> None:
    """Of two rows with one name the second would silently win."""
    path = next(p for p in _LISTS if p.name == "word_groups.tsv")
    names = [line.split("\t")[0] for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert sorted(set(names)) == sorted(names)
