"""Who are "the nine" of whom nobody is named beside the event? Those whom the text has named of just as many in another event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.read.custody_candidates import Candidate
from habeas.read.scene import Scene
from habeas.read.verb_groups import is_finite

_BOTH_SIDES: Final = 7  # units from the verb to "the nine"
_MANY: Final = 100  # beyond it a number is a sum, and two sums are hardly the same people
_DEFINITE: Final = frozenset({"the", "all", "both", "these", "they", "them"})
_OF_OTHERS: Final = frozenset({"other", "others", "remaining", "rest", "more", "another", "of"})


def with_those_counted_before(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates; "the nine", "all twelve" and "they" with the people named of the nearest event that befell as many, an earlier one first."""
    return [_with_those_counted(scene, c, candidates) for c in candidates]


def _with_those_counted(scene: Scene, candidate: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    who = candidate.who
    if who.persons or who.count is None or not 1 < who.count < _MANY or not _is_definite(scene, candidate):
        return candidate
    told = [c for c in candidates if c.who.persons and c.who.count == who.count and len(c.who.persons) <= who.count]
    if not told or len({frozenset(c.who.persons) for c in told}) > 1:
        return candidate
    return replace(candidate, who=replace(who, persons=told[0].who.persons))


def _is_definite(scene: Scene, candidate: Candidate) -> bool:
    """True where "the", "all" or "they" stands beside the verb, in its clause, and no word for others or for some of them."""
    first, stop = scene.bounds[scene.units[candidate.trigger].sentence]
    at, last = candidate.group.first, candidate.hit.last
    before = range(at - 1, max(first, at - _BOTH_SIDES) - 1, -1)
    behind = range(last + 1, min(stop, last + _BOTH_SIDES))
    words: list[str] = []
    for side in (before, behind):
        for i in side:
            if is_finite(scene, i) or scene.units[i].low in (";", ":", ".", "“", "”"):
                break
            words += scene.units[i].low.split()
    return not _DEFINITE.isdisjoint(words) and _OF_OTHERS.isdisjoint(words)
