"""Could this text hold a claim of ours? Decided at scan speed, before anything else is read.

Two questions of the same stems: a short text passes with one telling word ("detain") or two that stand in other news too ("court", "charged"); a
longer one is weighed, since long articles about anything have a court in them somewhere. The weights are in `gate.tsv`; `training/gate.py` made them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

TELLING: Final = 2  # one telling stem, or two others
SHORT: Final = 1500  # characters up to which a telling word is enough: a headline, a post, a brief
LENGTH: Final = "(length)"  # the row of gate.tsv for the logarithm of the text's length in thousands of characters
ALWAYS: Final = "(always)"  # and the one that counts whatever the text says


@dataclass(frozen=True, slots=True)
class _Gate:
    """The scanner, and by stem how telling it is (0 to 2) and what the logarithm of its count weighs."""

    scanner: Any
    telling: dict[str, int]
    weight: dict[str, float]


@cache
def _gate() -> _Gate:
    import ahocorasick

    table = (files("habeas.languages.english") / "gate.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    scanner = ahocorasick.Automaton()
    for stem, *_ in rows:
        scanner.add_word(stem, stem)
    scanner.make_automaton()
    return _Gate(scanner, {stem: int(telling) for stem, telling, _ in rows}, {stem: float(weight) for stem, _, weight in rows})


def count_stems(text: str, scanner: Any) -> dict[str, int]:
    """How often each stem of the scanner begins a word of the text; of two that begin together the longer one."""
    lowered = text.lower()
    counts: dict[str, int] = {}
    for last, stem in scanner.iter_long(lowered):
        first = last - len(stem) + 1
        if not (first and lowered[first - 1].isalpha()):
            counts[stem] = counts.get(stem, 0) + 1
    return counts


def may_speak_of_detention(text: str) -> bool:
    """True unless the text's words of arrest, court, prison, release and protest are too few for a claim of ours."""
    if len(text) <= SHORT:
        gate = _gate()
        return sum(gate.telling[stem] for stem in count_stems(text, gate.scanner)) >= TELLING
    return weight_of(text) >= 0


def weight_of(text: str) -> float:
    """By how much the words of a longer text speak for a claim of ours; below 0 hardly any text holds one."""
    gate = _gate()
    counts, weight = count_stems(text, gate.scanner), gate.weight
    total = weight[ALWAYS] + weight[LENGTH] * math.log1p(len(text) / 1000)
    return total + sum(weight[stem] * math.log1p(n) for stem, n in counts.items())
