"""Which identities a name written in any spelling may mean, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias

from anyascii import anyascii

from habeas.resolve.names import score_names
from habeas.resolve.vetoes import DIFFERENT

Likeness: TypeAlias = Callable[[str, str], float]


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name in small Latin letters, without marks."""
    return " ".join(anyascii(name).casefold().replace("'", "").split())


def names_alike(asked: str, seen: str) -> float:
    """How alike a name asked for is to one seen, 0 to 1. One word asked for may be any word of the name."""
    if set(fold(asked).split()) <= set(fold(seen).split()):
        return 1.0
    if len(asked.split()) == 1:
        return max((score_names(asked, word) for word in seen.split()), default=0.0)
    return score_names(asked, seen)


def find_identities(
    name: str, spellings: Mapping[str, Iterable[str]], *, likeness: Likeness = names_alike
) -> tuple[tuple[str, float], ...]:
    """The identities with a spelling that can be `name`, best first, each with how alike."""
    if not any(c.isalpha() for c in name):
        return ()
    scored = ((max((likeness(name, s) for s in given), default=0.0), register) for register, given in spellings.items())
    return tuple((register, score) for score, register in sorted(scored, key=lambda s: (-s[0], s[1])) if score >= DIFFERENT)
