"""Who was taken together with whom? "X was arrested along with Y", "on 5 May with Y and Z", "after a speech, with Y."."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from habeas.case.vocabulary import CustodyType, MentionForm
from habeas.read.cast import Who
from habeas.read.clauses import find_object
from habeas.read.custody_candidates import Candidate
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import is_finite

_BESIDE: Final = 8  # units from the verb to "along with"
_TOGETHER: Final = frozenset({CustodyType.ARRESTED, CustodyType.DETAINED, CustodyType.CONVICTED, CustodyType.SENTENCED})


def with_companions(scene: Scene, candidate: Candidate, who: Who) -> Who:
    """The persons, with Y of "X was arrested along with Y" and "X was arrested with Y"."""
    last = candidate.hit.last
    stop = scene.bounds[scene.units[candidate.trigger].sentence][1]
    for i in range(last + 1, min(stop - 2, last + _BESIDE)):
        if is_finite(scene, i) or scene.units[i].kind is UnitKind.MARK:
            break
        if scene.units[i].low in ("along", "together") and scene.units[i + 1].low == "with":
            return _joined(scene, who, i + 2)
    beside = _plain_with(scene, last, stop) if candidate.type in _TOGETHER else None
    return _joined(scene, who, beside + 1) if beside is not None else who


def _joined(scene: Scene, who: Who, first: int) -> Who:
    """The persons, with those who are named from unit `first` on."""
    beside = find_object(scene, first)
    named = [scene.units[j].of for j in beside.heads if _is_name(scene, j)]
    return replace(who, persons=tuple(dict.fromkeys((*who.persons, *named)))) if who.persons and named else who


def _plain_with(scene: Scene, last: int, stop: int) -> int | None:
    """Where "with" stands in "was arrested with X", "on 5 May with X and Y", and in ", with X and Y." at the end of the sentence.

    Not in "after a meeting with X", "with X's help", "with X watching".
    """
    for i in range(last + 1, stop - 1):
        if scene.units[i].low != "with":
            continue
        before = scene.units[i - 1]
        is_direct = (i - 1 == last or before.kind is UnitKind.DATE) and all(u.kind is not UnitKind.MARK for u in scene.units[last + 1 : i])
        if (is_direct or before.low == ",") and _names_alone(scene, i + 1, stop, to_end=not is_direct):
            return i
    return None


def _names_alone(scene: Scene, first: int, stop: int, *, to_end: bool) -> bool:
    """True for names that commas and "and" join, with nothing that tells of them alone: "with X watching", "X present"; `to_end`: up to the end of the sentence."""
    if not _is_name(scene, first):
        return False
    i = first
    while i < stop and (_is_name(scene, i) or scene.units[i].low in (",", "and")):
        i += 1
    if i >= stop or to_end:
        return i >= stop or scene.units[i].low in (".", ";", ")")
    after = scene.units[i]
    behind = scene.units[i + 1] if i + 1 < stop else None
    is_beside = after.low == "in" and behind is not None and behind.low in ("attendance", "absentia", "charge", "command", "court")
    goes_on = after.kind in (UnitKind.MARK, UnitKind.DATE) or scene.units[i - 1].low in (",", "and") or is_finite(scene, i)
    return goes_on or (scene.has_any(after, ("preposition", "relative", "subordinator", "conjunction")) and not is_beside)


def _is_name(scene: Scene, i: int) -> bool:
    return scene.units[i].form is MentionForm.NAME and scene.is_person(scene.units[i])
