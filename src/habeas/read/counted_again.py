"""Who are "the nine" of whom nobody is named beside the event? Those whom the text has named of just as many in another event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from habeas.languages.english import ENGLISH
from habeas.read.cast import is_never_held, number_of_people
from habeas.read.custody_candidates import Candidate
from habeas.read.scene import Scene
from habeas.read.verb_groups import is_finite

_BOTH_SIDES: Final = 7  # units from the verb to "the nine"
_MANY: Final = 100  # beyond it a number is a sum, and two sums are hardly the same people
_STANDS_ALONE: Final = frozenset({"both", "they", "them"})
_DEFINITE: Final = frozenset({"the", "all", "these", "those"})
_OF_OTHERS: Final = ENGLISH.group("counted_again.of_others")


def with_those_counted_before(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates; "the nine", "all twelve" and "they" with the people named of the events that befell as many, if those are the same in all."""
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
    """True where "the nine", "all nine" or "they" stands beside the verb, in its clause, and no word for others, for some of them or for officials."""
    first, stop = scene.bounds[scene.units[candidate.trigger].sentence]
    at, last = candidate.group.first, candidate.hit.last
    before = _same_clause(scene, range(at - 1, max(first, at - _BOTH_SIDES) - 1, -1))[::-1]
    behind = _same_clause(scene, range(last + 1, min(stop, last + _BOTH_SIDES)))
    return any(_counts_again(scene, side, candidate.who.count) for side in (before, behind))


def _same_clause(scene: Scene, side: range) -> list[int]:
    return list(takewhile(lambda i: not is_finite(scene, i) and scene.units[i].low not in (";", ":", ".", "“", "”"), side))


def _counts_again(scene: Scene, side: Sequence[int], count: int | None) -> bool:
    words = [(w, i) for i in side for w in scene.units[i].low.split()]
    lows = [w for w, _ in words]
    if not _OF_OTHERS.isdisjoint(lows):
        return False
    if not _STANDS_ALONE.isdisjoint(lows):
        return True
    for k, (word, i) in enumerate(words):
        if k and number_of_people(word) == count and not _DEFINITE.isdisjoint(lows[max(0, k - 2) : k]):
            noun = scene.units[i + 1] if scene.units[i].low == word and i + 1 < len(scene.units) else scene.units[i]
            return not (noun.of >= 0 and is_never_held(scene, noun.of))
    return False
