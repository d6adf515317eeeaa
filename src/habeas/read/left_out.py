"""Whom does a sentence leave out of what it tells? "All of them, except X, were released", "the five were freed, with the exception of Y"."""

from __future__ import annotations

import re
from typing import Final

from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.scene import Scene, UnitKind, once_a_scene
from habeas.read.verb_groups import is_finite

_LEAVING_OUT: Final = (
    ("except",), ("excepting",), ("excluding",), ("barring",), ("apart", "from"), ("aside", "from"), ("other", "than"), ("but", "for"),
    ("exception", "of"), ("but", "not"), ("save", "for"), ("all", "but"), ("everyone", "but"), ("everybody", "but"), ("them", "but"),
    ("unlike",), ("instead", "of"), ("rather", "than"),
)  # fmt: skip
_BY_FIRST: Final = {words[0]: tuple(w for w in _LEAVING_OUT if w[0] == words[0]) for words in _LEAVING_OUT}
_OF_ONE: Final = frozenset({("unlike",), ("instead", "of"), ("rather", "than")})  # "Unlike X, Y was convicted": Y was
_AS_WELL: Final = frozenset({"also", "too", "even"})  # "apart from X, Y was arrested too": X as well


def _goes_on(scene: Scene, at: int, stop: int) -> bool:
    """True if another person is named behind a comma: "except X, Y, and his sister Z"."""
    near = scene.units[at : min(stop, at + _IN_A_LIST)]
    return any(scene.is_person(u) and u.form is MentionForm.NAME for u in near)


_IN_A_LIST: Final = 4  # units from a comma to the next name of a list


@once_a_scene
def left_out(scene: Scene, sentence: int) -> frozenset[int]:
    """The people (by entity) named right behind such words in the sentence with this number, up to the next verb."""
    first, stop = scene.bounds[sentence]
    lows = [u.low for u in scene.units[first:stop]]
    out: set[int] = set()
    for at, low in enumerate(lows):
        words = next((words for words in _BY_FIRST.get(low, ()) if tuple(lows[at : at + len(words)]) == words), None)
        if words is None or (words[-1] == "from" and not _AS_WELL.isdisjoint(lows)):
            continue
        for i in range(first + at + len(words), stop):
            unit = scene.units[i]
            if is_finite(scene, i) or (unit.kind is UnitKind.MARK and unit.low not in (",", "(")):
                break
            if unit.low == "," and out and (words in _OF_ONE or not _goes_on(scene, i + 1, stop)):
                break
            if scene.is_person(unit) and unit.form is MentionForm.NAME:
                out.add(unit.of)
    return frozenset(out) | _only_whose_aide(scene, first, stop)


def _only_whose_aide(scene: Scene, first: int, stop: int) -> frozenset[int]:
    """Whom units from `first` to `stop` name only to say whose people are meant: "a Navalny aide was jailed", "police detain X supporters"."""
    theirs: set[int] = set()
    themselves: set[int] = set()
    if not _PRONOUNS.isdisjoint(u.low for u in scene.units[first:stop]):
        return frozenset()  # "X's allies say that she was jailed"
    for i in range(first, stop):
        unit = scene.units[i]
        if not scene.is_person(unit):
            continue
        behind = scene.units[i + 1].low.split() if i + 1 < stop else []
        is_whose = unit.form is MentionForm.NAME and bool(behind) and behind[0] in _AIDES
        (theirs if is_whose else themselves).add(unit.of)
    return frozenset(theirs - themselves)


_PRONOUNS: Final = frozenset({"he", "him", "she", "her"})
_AIDES: Final = ENGLISH.group("left_out.aides")


@once_a_scene
def rulers(scene: Scene) -> frozenset[int]:
    """Who rules by the words beside a name: "the prisoners of the dictatorship of X and Y", "whom the X government freed" are held by X and Y, and are not they."""
    out: set[int] = set()
    last: int | None = None
    for i, unit in enumerate(scene.units):
        if not scene.is_person(unit) or unit.form is not MentionForm.NAME:
            continue
        start = unit.span.start
        is_joined = last is not None and scene.text[scene.units[last].span.stop : start] in (" and ", ", ", ", and ")
        behind = [u.low for u in scene.units[i + 1 : i + 3]]
        if is_joined or _is_ruled(behind) or _RULE_OF.search(scene.text, max(0, start - _BEFORE), start) is not None:
            out.add(unit.of)
            last = i
        else:
            last = None
    return frozenset(out | _named_by_government(scene))


def _named_by_government(scene: Scene) -> set[int]:
    """Whose surname stands in the words for a power: "the Ortega government", "Saied's regime"."""
    names = {u.low.split()[-2] for u in scene.units if u.kind is UnitKind.MENTION and u.low.split()[-1] in _RULING and " " in u.low}
    return {n for n, e in enumerate(scene.entities) if e.is_named and e.kind is EntityKind.PERSON and e.name.lower().split()[-1] in names}


def _is_ruled(behind: list[str]) -> bool:
    """True for the words behind a name in "the X government", "X's regime"."""
    word = behind[1:] if behind[:1] and behind[0] in ("'s", "’s", "'") else behind[:1]
    return bool(word) and word[0] in _RULING


_RULING: Final = ENGLISH.group("left_out.ruling")
_BEFORE: Final = 60  # characters
_RULE_OF: Final = re.compile(
    r"\b(?:dictatorship|regime|tyranny|presidency)\sof\s(?:the\s)?(?:[a-z]+\s){0,2}(?:President|King|Prime Minister|Supreme Leader|General)?\s?$"
)
