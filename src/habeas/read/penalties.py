"""Does a punishment stand beside the words of an event: a length, "life", "death", "the sentence passed on X"?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from habeas.case.dates import Term
from habeas.read.cast import Cast
from habeas.read.custody_candidates import Candidate
from habeas.read.ellipsis import bare_term
from habeas.read.grammar import words_of
from habeas.read.numbers import number_value
from habeas.read.scene import Scene, UnitKind
from habeas.read.terms import find_shares
from habeas.read.verb_groups import Voice, is_finite


def is_penal(cast: Cast, candidate: Candidate) -> bool:
    """True if a length of time, "life", "death" or a sentence stands right after the verb."""
    scene = cast.scene
    words = words_of(scene.language, "penalty", "settings")
    stop = scene.bounds[scene.units[candidate.trigger].sentence][1]
    reach = min(stop, candidate.trigger + 10)
    if scene.units[min(candidate.trigger + 1, stop - 1)].low in _GIVEN_TIME:
        return False  # "gave police seven more days to hold him"
    if find_shares(scene.text, scene.units[candidate.trigger].span.stop, scene.units[reach - 1].span.stop):
        return True
    if penalty_before(scene, candidate):
        return True
    for i in range(candidate.trigger + 1, reach):
        unit = scene.units[i]
        if unit.kind is UnitKind.TERM and "-" in unit.low and not _is_of_penalty(scene, i, stop):
            return False  # "gave them a 72-hour ultimatum"
        if unit.kind is UnitKind.TERM:
            after = [u.low for u in scene.units[i + 1 : min(stop, i + 4)]]
            if after[:1] == ["to"]:  # "gave fifteen years to X", not "five years to eight"
                return len(after) == 1 or number_value(after[1]) is None or after[1] in ("a", "an")
            return not after or after[0] not in ("ago", "of") or (after[0] == "of" and _is_of_prison(scene, after[1:]))
        if scene.has(unit, "conjunction") and i + 1 < reach and is_finite(scene, i + 1) and unit.low != "or":
            return False  # "repeated the opinion given in January and requested 15 years"
        if unit.low == "no" and scene.units[min(i + 1, reach - 1)].low not in ("less", "fewer"):
            return False  # "gave no reply for 60 days"
        if unit.low in words or (i <= candidate.trigger + 4 and bare_term_at(scene, i, stop) is not None):
            return True
        if unit.low in (",", ";", "because", "after", "when", "that"):
            return _penalty_behind_aside(scene, i, stop)
    return False


_GIVEN_TIME: Final = frozenset({"police", "investigators", "detectives", "prosecutors", "authorities"})


def _is_of_prison(scene: Scene, words: Sequence[str]) -> bool:
    """True if the words behind "two years of" name a punishment."""
    return not (words_of(scene.language, "of_prison", "settings") | {"“", "«"}).isdisjoint(words)


def _is_of_penalty(scene: Scene, i: int, stop: int) -> bool:
    """True if the noun of "a five-year term" or "a 14-day judicial remand" names a punishment or custody."""
    if not re.search(r"\d-|[a-z]-(?:year|month|day|hour|week)$", scene.units[i].low):
        return True
    kinds = ("penalty", "of_prison", "custody")
    words = frozenset(w for kind in kinds for w in words_of(scene.language, kind, "settings"))
    behind = [w for u in scene.units[i + 1 : min(stop, i + 5)] for w in u.low.split()]
    return not behind or not (words - {"the"}).isdisjoint(behind) or behind[0] in (",", ".", "“", "and", "for")


def _penalty_behind_aside(scene: Scene, comma: int, stop: int) -> bool:
    """ "condemned, nine months later, to twelve years", "given X, a former deputy, seven years": behind what two commas set apart."""
    close = next((j for j in range(comma + 1, min(stop, comma + 14)) if scene.units[j].low == ","), None)
    if close is None or scene.units[comma].low != "," or any(is_finite(scene, j) for j in range(comma, close)):
        return False
    dated = close < comma + 6 and any(scene.units[j].kind is UnitKind.DATE for j in range(comma, close))
    if not dated and not scene.is_person(scene.units[comma - 1]):
        return False
    return any(u.kind is UnitKind.TERM for u in scene.units[close + 1 : min(stop, close + 4)])


def penalty_before(scene: Scene, candidate: Candidate) -> bool:
    """ "the life sentence passed on X", "the two-year term which he received", "the terms that X and Y have been given"."""
    group = candidate.group
    first = scene.bounds[scene.units[candidate.trigger].sentence][0]
    nouns = ("sentence", "sentences", "term", "terms", "years", "punishment")
    if group.voice is Voice.REDUCED and group.first > first:
        before = scene.units[group.first - 2 if scene.units[group.first - 1].low == "," and group.first - 1 > first else group.first - 1]
        return before.kind is UnitKind.TERM or before.low in nouns
    for j in range(group.first - 1, max(first, group.first - 16), -1):
        if scene.units[j].low in ("which", "that"):
            before = scene.units[j - 1]
            return before.kind is UnitKind.TERM or before.low in nouns
        if is_finite(scene, j) or scene.units[j].low in (";", ":"):
            return False
    return False


def bare_term_at(scene: Scene, i: int, stop: int) -> Term | None:
    """The term that a bare number means ("was handed five"), if a full one stands shortly before."""
    if scene.units[i].kind is not UnitKind.WORD or number_value(scene.units[i].low) is None:
        return None
    like = next(
        (scene.terms[scene.units[j].place] for j in range(i - 1, max(-1, i - 80), -1) if scene.units[j].kind is UnitKind.TERM), None
    )
    return bare_term(scene, i, stop, like) if like is not None else None
