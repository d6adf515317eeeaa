"""What does a language supply? A code and a folder of word lists, each read once, when it is first asked for.

A list is a text file: one entry a line, `#` begins a comment. A `.txt` file is a set of words or phrases; a `.tsv` file maps its
first column to the others. No stage holds words of a language; it asks for a list by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from anyascii import anyascii


@dataclass(frozen=True, slots=True)
class Language:
    """One language that Habeas reads: its BCP 47 code and where its word lists lie."""

    code: str
    folder: Path

    def words(self, name: str) -> frozenset[str]:
        """The entries of the list `name`.txt."""
        return _words(self.folder / f"{name}.txt")

    def ordered(self, name: str) -> tuple[str, ...]:
        """The entries of the list `name`.txt, in the file's order."""
        return tuple(_lines(self.folder / f"{name}.txt"))

    def group(self, name: str) -> frozenset[str]:
        """The words of one row of `word_groups.tsv`: a small group that a rule leans on."""
        return frozenset(_table(self.folder / "word_groups.tsv")[name][0].split())

    def table(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """The rows of `name`.tsv: first column to the others."""
        return _table(self.folder / f"{name}.tsv")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word in lower-case ASCII letters, as the lists of names and places have it: "Gültekin" is "gultekin"."""
    plain = word if word.isascii() else anyascii(word)
    return plain.lower().replace("'", "").replace("`", "")


def _lines(path: Path) -> list[str]:
    rows = path.read_text(encoding="utf-8").splitlines()
    return [row.rstrip() for row in rows if row.strip() and not row.startswith("#")]


@cache
def _words(path: Path) -> frozenset[str]:
    return frozenset(_lines(path))


@cache
def _table(path: Path) -> Mapping[str, tuple[str, ...]]:
    rows = (line.split("\t") for line in _lines(path))
    return MappingProxyType({row[0]: tuple(row[1:]) for row in rows})
