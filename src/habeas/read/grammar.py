"""What do the small words of a language do, and which forms has a verb? Read once from its word lists."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

_FOLDERS: Final = {"en": "english"}


@cache
def read_rows(language: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a word list (`languages/<language>/<name>.tsv`), split at tabs; lines that begin with "#" are notes."""
    text = resources.files(f"habeas.languages.{_FOLDERS[language]}").joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(tuple(c.strip() for c in line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def words_of(language: str, kind: str, name: str = "grammar") -> frozenset[str]:
    """The words of one class of a word list of two columns (class, words)."""
    return frozenset(w for row in read_rows(language, name) if row[0] == kind for w in row[1].split())


@cache
def words_of_any(language: str, kinds: tuple[str, ...]) -> frozenset[str]:
    """The words of several classes of the grammar list together."""
    return frozenset().union(*(words_of(language, kind) for kind in kinds))


@dataclass(frozen=True, slots=True)
class VerbForms:
    """The forms of one verb, for matching and for telling the passive from the active."""

    base: str
    third: frozenset[str]
    past: frozenset[str]
    participle: frozenset[str]
    ing: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        return self.third | self.past | self.participle | self.ing | {self.base}


@cache
def verb_forms(language: str, base: str) -> VerbForms:
    """The forms of `base`: from the list of irregular verbs, else by the rules of spelling."""
    for row in read_rows(language, "verb_forms"):
        if row[0] == base:
            return VerbForms(base, *(frozenset(cell.split("/")) for cell in row[1:5]))
    stem = base[:-1] if base.endswith("e") else base
    if base.endswith("y") and base[-2] not in "aeiou":
        past, third = frozenset({base[:-1] + "ied"}), base[:-1] + "ies"
    else:
        past = frozenset({stem + "ed"})
        third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return VerbForms(base, frozenset({third}), past, past, frozenset({stem + "ing"}))
