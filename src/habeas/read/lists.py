"""Which persons does the text put side by side: in a sentence ("A, B and C"), or as the items of a list under a heading?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from habeas.case.vocabulary import MentionForm
from habeas.read.scene import Scene, UnitKind, once_a_scene
from habeas.read.verb_groups import is_finite

_BULLET: Final = re.compile(r"\s*(?:[-•*–—·▪●■◆►▶‣⁃◦†✓]|\(?(?:\d{1,3}|[a-h]|[ivx]{1,4})[.)]|\d{1,2}\s[–—-](?=\s))\s*")
_LONGEST: Final = 14  # units of apposition that may stand between two members of a list


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Persons side by side: the units from the first to the last of them, and their entities in order."""

    first: int
    last: int
    persons: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ItemList:
    """Sentences that are the items of one list; `heading` is the sentence before them, or None."""

    heading: int | None
    items: tuple[int, ...]


@once_a_scene
def find_item_lists(scene: Scene) -> tuple[ItemList, ...]:
    """Every run of lines that begin with a bullet or a number, with the sentence above it."""
    lists: list[ItemList] = []
    run: list[int] = []
    for number in range(len(scene.bounds) + 1):
        if number < len(scene.bounds) and is_item(scene, number):
            run.append(number)
            continue
        if number < len(scene.bounds) and run and _same_line(scene, run[-1], number):
            continue  # a second sentence of the same item
        if len(run) >= 2:
            lists.append(ItemList(run[0] - 1 if run[0] else None, tuple(run)))
        run = []
    return tuple(lists)


def is_item(scene: Scene, number: int) -> bool:
    """True for a sentence that begins a line with a bullet or a number, or is a line of a list without them."""
    start = scene.document.sentences[number].span.start
    line = scene.text.rfind("\n", 0, start) + 1
    before = scene.text[line:start]
    if before.strip():
        return bool(_BULLET.fullmatch(before))
    return bool(_BULLET.match(scene.text, start)) or _is_line_of_list(scene, number) or _is_row(scene, number)


def _is_line_of_list(scene: Scene, number: int) -> bool:
    """True for a line that ends in ";", and for the line after such a one: a list without bullets."""
    ends = [scene.document.sentences[n].span for n in (number - 1, number) if n >= 0]
    here = scene.text[ends[-1].stop - 1] == ";" and scene.text[ends[-1].stop :].lstrip(" ")[:1] in ("\n", "")
    after = len(ends) == 2 and scene.text[ends[0].stop - 1] == ";" and "\n" in scene.text[ends[0].stop : ends[1].start]
    return (here and "\n" in scene.text[max(0, ends[-1].start - 2) : ends[-1].start]) or after


def _is_row(scene: Scene, number: int) -> bool:
    """True for a line that is a name, a dash or colon, and what goes with it: "Anna Li — six years"; two of them are a list."""
    first, stop = scene.bounds[number]
    start = scene.document.sentences[number].span.start
    if stop - first < 3 or (start and scene.text[start - 1] != "\n") or not scene.is_person(scene.units[first]):
        return False
    mark = next((i for i in range(first + 1, min(stop, first + _LONGEST)) if scene.units[i].low in ("—", "–", "-", ":")), None)
    return mark is not None and not any(is_finite(scene, i) for i in range(first, mark)) and scene.units[mark - 1].low != ","


def _same_line(scene: Scene, a: int, b: int) -> bool:
    return "\n" not in scene.text[scene.document.sentences[a].span.stop : scene.document.sentences[b].span.start]


def persons_in(scene: Scene, first: int, stop: int) -> tuple[int, ...]:
    """The named persons of these units, each once, in order; not those in brackets or behind a preposition ("assistant to X")."""
    out: list[int] = []
    depth = 0
    for i in range(first, stop):
        unit = scene.units[i]
        depth += unit.low in ("(", "[")
        depth -= unit.low in (")", "]")
        if depth > 0 or not scene.is_person(unit) or not scene.entities[unit.of].is_named:
            continue
        if is_governed(scene, first, i):
            continue
        if unit.of not in out:
            out.append(unit.of)
    return tuple(out)


def is_governed(scene: Scene, first: int, i: int) -> bool:
    """True for who stands behind a preposition or "'s", with or without a title, in the words from unit `first`: "assistant to X"."""
    before = next((scene.units[j] for j in range(i - 1, first - 1, -1) if not _is_title(scene, j)), None)
    return before is not None and before.low in ("of", "to", "by", "against", "with", "for", "'s")


def _is_title(scene: Scene, i: int) -> bool:
    """True for a word that can stand between a preposition and the name it governs ("to Archbishop Bagrat")."""
    unit = scene.units[i]
    return unit.kind is UnitKind.WORD and scene.text[unit.span.start].isupper()


@once_a_scene
def find_enumerations(scene: Scene, lists: tuple[ItemList, ...]) -> tuple[Enumeration, ...]:
    """Every place where at least two persons stand side by side, in order of the text."""
    found = [e for number in range(len(scene.bounds)) for e in _in_sentence(scene, *scene.bounds[number])]
    for item_list in lists:
        persons: list[int] = []
        for number in item_list.items:
            persons += [p for p in persons_in(scene, *scene.bounds[number]) if p not in persons]
        if len(persons) > 1:
            found.append(Enumeration(scene.bounds[item_list.items[0]][0], scene.bounds[item_list.items[-1]][1] - 1, tuple(persons)))
    return tuple(sorted(found, key=lambda e: (e.first, -e.last)))


def _in_sentence(scene: Scene, first: int, stop: int) -> list[Enumeration]:
    runs: list[list[int]] = [[]]
    for i in range(first, stop):
        unit = scene.units[i]
        if not (scene.is_person(unit) and scene.entities[unit.of].is_named) or unit.low in ("his", "her", "their"):
            continue  # "X and her brother Y"
        if unit.form is MentionForm.PRONOUN and i > first and scene.has(scene.units[i - 1], "preposition"):
            continue  # "two men arrested with him, X and Y"
        if runs[-1] and not _side_by_side(scene, runs[-1][-1], i):
            runs.append([])
        runs[-1].append(i)
    out = []
    for run in runs:
        persons = tuple(dict.fromkeys(scene.units[i].of for i in run))
        if len(persons) > 1:
            out.append(Enumeration(run[0], run[-1], persons))
    return out


def _side_by_side(scene: Scene, a: int, b: int) -> bool:
    between = range(a + 1, b)
    if len(between) > _LONGEST or not between:
        return False
    if any(is_finite(scene, i) for i in between):
        return False
    return any(scene.units[i].low in (",", ";") or scene.has(scene.units[i], "conjunction") for i in between)
