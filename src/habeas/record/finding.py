"""Which identities a name written in any spelling may mean, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias

from anyascii import anyascii
from rapidfuzz import fuzz

from habeas.case.case import Party

Likeness: TypeAlias = Callable[[str, str], float]
ALIKE = 0.8


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name in small Latin letters, without marks."""
    return " ".join(anyascii(name).casefold().replace("'", "").split())


def letters_alike(a: str, b: str) -> float:
    """How alike two names are by their letters in Latin script, in any order of words; 1 if every word of `a` is in `b`."""
    one, other = fold(a), fold(b)
    if set(one.split()) <= set(other.split()):
        return 1.0
    return max(fuzz.token_sort_ratio(one, other), fuzz.partial_token_ratio(one, other) * 0.8) / 100


def find_identities(
    name: str, spellings: Mapping[str, Iterable[str]], *, likeness: Likeness = letters_alike
) -> tuple[tuple[str, float], ...]:
    """The identities with a spelling like `name`, best first, each with how alike."""
    if not name.strip():
        return ()
    scored = ((max((likeness(name, s) for s in given), default=0.0), register) for register, given in spellings.items())
    return tuple((register, score) for score, register in sorted(scored, key=lambda s: (-s[0], s[1])) if score >= ALIKE)


def exact_party(word: str, parties: Mapping[str, Party]) -> str | None:
    """The identity whose id, or whose shown name and no other's, is this word."""
    if word in parties:
        return word
    named = [id_ for id_, p in parties.items() if fold(p.name) == fold(word)]
    return named[0] if len(named) == 1 else None
