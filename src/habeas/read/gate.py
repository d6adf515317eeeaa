"""Could this text hold a claim of ours? Decided at scan speed, before anything else is read."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

ENOUGH = 2  # one telling stem ("detain"), or two that also stand in other news ("court", "charged")


@cache
def _scanner() -> Any:
    import ahocorasick

    table = (files("habeas.languages.english") / "gate.tsv").read_text(encoding="utf-8")
    scanner = ahocorasick.Automaton()
    for line in table.splitlines():
        if line and not line.startswith("#"):
            stem, weight = line.split("\t")
            scanner.add_word(stem, (len(stem), stem, int(weight)))
    scanner.make_automaton()
    return scanner


def may_speak_of_detention(text: str) -> bool:
    """True unless the text has too few words of arrest, court, prison, release or protest to hold a claim."""
    lowered = text.lower()
    seen: dict[str, int] = {}
    for last, (length, stem, weight) in _scanner().iter(lowered):
        first = last - length + 1
        if first and lowered[first - 1].isalpha():
            continue
        seen[stem] = weight
        if sum(seen.values()) >= ENOUGH:
            return True
    return False
