"""Whose people are meant? "A supporter of X", "two aides to X and Y", "X's brother": X is named, and somebody else is meant."""

from __future__ import annotations

from typing import Final

from habeas.case.vocabulary import MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.document import OWNING
from habeas.read.noun_groups import is_behind_its_body
from habeas.read.scene import Scene, UnitKind, once_a_scene
from habeas.read.verb_groups import is_finite


@once_a_scene
def whose_people(scene: Scene, noun: int) -> frozenset[int]:
    """The people (by entity) who are named beside the noun for people at unit `noun` only to say whose supporter, aide or brother is meant."""
    if scene.units[noun].low.split()[-1] in _OF_THEMSELVES | _OF_BODIES:
        return frozenset()  # "the head of Radio One X" is X
    first, stop = scene.bounds[scene.units[noun].sentence]
    out = _owner(scene, noun, first)
    is_open = _leads_on(scene, noun, stop)
    for i in range(noun + 2, min(stop, noun + 2 + _LONGEST)) if is_open else ():
        unit = scene.units[i]
        if unit.form is MentionForm.NAME and scene.is_person(unit):
            if not is_open or is_behind_its_body(scene, i):
                break  # "the editor of the Velm Herald X": X is the editor
            out.add(unit.of)
        elif unit.form is MentionForm.NOMINAL and out:
            is_open = _leads_on(scene, i, stop)  # "… and two aides to Y"
        elif unit.kind is UnitKind.MARK or is_finite(scene, i) or (out and unit.low not in _JOINS):
            break
    return frozenset(out)


def _owner(scene: Scene, noun: int, first: int) -> set[int]:
    """X in "X's younger brother"."""
    at = noun - 1
    while at > first and noun - at < _ADJECTIVES and scene.units[at].kind is UnitKind.WORD and scene.units[at].low not in OWNING:
        at -= 1
    if at <= first or scene.units[at].low not in OWNING:
        return set()
    owner = scene.units[at - 1]
    return {owner.of} if owner.form is MentionForm.NAME and scene.is_person(owner) else set()


_ADJECTIVES: Final = 4  # units from the noun back to the possessive


def _leads_on(scene: Scene, noun: int, stop: int) -> bool:
    return noun + 1 < stop and scene.units[noun + 1].low in _OF


_OF: Final = frozenset({"of", "for", "to"})
_JOINS: Final = _OF | {"and"}
_LONGEST: Final = 14  # units from "of" to the last name
_OF_BODIES: Final = ENGLISH.group("whose_people.of_bodies")
_OF_THEMSELVES: Final = frozenset("two three four five six seven eight nine ten some many several most all both part rest one half".split())
