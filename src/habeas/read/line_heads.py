"""Who opens a line: whose row of a list, whose entry of a register is it?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from habeas.case.vocabulary import MentionForm
from habeas.read.lists import find_enumerations, find_item_lists
from habeas.read.scene import Scene, once_a_scene
from habeas.read.verb_groups import is_finite

Openers = Mapping[int, tuple[tuple[int, ...], bool]]  # for a sentence: whom it opens with, and whether that heads an entry


@once_a_scene
def find_openers(scene: Scene) -> Openers:
    """The sentences that open a line with people, whom they name, and whether that is the head of an entry: a line of its own without a verb."""
    lists = find_item_lists(scene)
    items = {n for item_list in lists for n in item_list.items}
    firsts = {e.first: e for e in find_enumerations(scene, lists)}
    out: dict[int, tuple[tuple[int, ...], bool]] = {}
    is_open = False  # nothing but a date or a place has stood in this line yet
    for number, (first, stop) in enumerate(scene.bounds):
        begins = number in items or begins_line(scene, number)
        is_open = begins or is_open
        if not is_open:
            continue
        early = [i for i in range(first, min(stop, first + 4)) if scene.is_person(scene.units[i])]
        early = [i for i in early if scene.entities[scene.units[i].of].is_named and scene.units[i].form is MentionForm.NAME]
        has_verb = any(is_finite(scene, i) for i in range(first, stop))
        if early:
            beside = firsts.get(early[0])
            persons = beside.persons if beside is not None and beside.last < stop else (scene.units[early[0]].of,)
            alone = number + 1 < len(scene.bounds) and begins_line(scene, number + 1)
            out[number] = (persons, alone and begins and not has_verb)
        is_open = not early and not has_verb and stop - first <= _PLACE
    return out


_PLACE: Final = 6  # units of a date and place in front of a row: "9 July – Can Tho."


def begins_line(scene: Scene, number: int) -> bool:
    start = scene.document.sentences[number].span.start
    before = scene.text[scene.document.sentences[number - 1].span.stop : start] if number else "\n"
    return "\n" in before


_ENTRY: Final = 16  # units of a name and what is said of the person: longer sentences tell something


@once_a_scene
def find_entries(scene: Scene) -> dict[int, int]:
    """For the sentences of an entry of a register, the one person whose name alone opens it ("5. Anna Li, physician. A court …")."""
    openers = find_openers(scene)
    out: dict[int, int] = {}
    here: int | None = None
    goes_on = False
    for number, (first, stop) in enumerate(scene.bounds):
        if begins_line(scene, number) and not goes_on:
            here = None
        goes_on = False
        if number in openers:
            persons, goes_on = openers[number]
            alone = len(persons) == 1 and stop - first <= _ENTRY and not any(is_finite(scene, i) for i in range(first, stop))
            here = persons[0] if alone else None
        elif here is not None:
            out[number] = here
    return out
