"""Which terms go to whom without a verb for each: "14 days of detention for X and Y, eight days for Z", "X (five years) and Y (three years) were jailed"?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from habeas.languages.english import ENGLISH
from habeas.read.ellipsis import Elliptic
from habeas.read.lists import persons_in
from habeas.read.numbers import number_value
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import is_finite

FOR_PERSONS: Final = "terms for persons"
IN_BRACKETS: Final = "terms in brackets"


def find_terms_for_persons(scene: Scene, sentences: Sequence[tuple[int, int]]) -> list[Elliptic]:
    """Sentences that share out two terms or more, one of them a punishment by its words, and ask for none.

    `sentences` are the sentenced events read so far: their number, and the unit of their trigger.
    """
    out: list[Elliptic] = []
    told = {scene.units[trigger].sentence: number for number, trigger in reversed(sentences)}
    for sentence, (first, stop) in enumerate(scene.bounds):
        if sentence in told:
            out += _in_brackets(scene, first, stop, told[sentence])
        shares = [(i, begin) for i in range(first, stop) if scene.units[i].kind is UnitKind.TERM and (begin := _recipients(scene, i, stop))]
        if len(shares) < 2 or all(begin == i + 2 for i, begin in shares):
            continue  # no punishment by its words
        if all(scene.units[i].low not in _STILL_OPEN for i in range(first, stop)):
            out += _shared_out(scene, shares, stop, told.get(sentence))
    return out


def _in_brackets(scene: Scene, first: int, stop: int, like: int) -> list[Elliptic]:
    """ "X (five years), Y (three years) and Z (two years) were sentenced": whom a term in brackets stands behind."""
    places = [
        i
        for i in range(first + 2, stop - 1)
        if scene.units[i].kind is UnitKind.TERM and scene.units[i - 1].low == "(" and scene.units[i + 1].low == ")"
    ]
    named = [i for i in places if scene.is_person(scene.units[i - 2]) and scene.entities[scene.units[i - 2].of].is_named]
    if len(named) < 2:
        return []
    return [Elliptic(i, (scene.units[i - 2].of,), scene.terms[scene.units[i].place], like, IN_BRACKETS) for i in named]


def _shared_out(scene: Scene, shares: list[tuple[int, int]], stop: int, like: int | None) -> list[Elliptic]:
    """One event for every term: those who are named up to the next term or verb."""
    out: list[Elliptic] = []
    for (i, begin), end in zip(shares, [*(i for i, _ in shares[1:]), stop], strict=True):
        end = next((j for j in range(begin, end) if is_finite(scene, j) or scene.units[j].low == ";"), end)
        if not _for_a_deed(scene, begin, end) and (persons := persons_in(scene, begin, end)):
            out.append(Elliptic(i, persons, scene.terms[scene.units[i].place], like, FOR_PERSONS))
    return out


def _for_a_deed(scene: Scene, begin: int, end: int) -> bool:
    """True for "two years for insulting X", "13 years to four, while X": something else than a title stands between the term and the first name."""
    first = next((j for j in range(begin, end) if scene.is_person(scene.units[j])), end)
    between = scene.units[begin:first]
    return any(u.low.endswith("ing") or u.low in _OF_A_DEED or u.kind is not UnitKind.WORD or number_value(u.low) for u in between)


_OF_A_DEED: Final = frozenset({"of", "against", "on", "in"})


def _recipients(scene: Scene, term: int, stop: int) -> int:
    """The unit behind "for" or "to" in "eight days for X", "14 days of administrative detention for X"; 0 where none follows."""
    if scene.units[min(term + 1, stop - 1)].low in _TO_WHOM:
        return term + 2
    for i in range(term + 1, min(stop, term + 1 + _NOUN)):
        if scene.units[i].low in _TO_WHOM:
            said = {word for unit in scene.units[term + 1 : i] for word in unit.low.split()}
            return 0 if said.isdisjoint(_PUNISHMENTS) else i + 1
        if scene.units[i].kind is not UnitKind.WORD or is_finite(scene, i):
            return 0
    return 0


_TO_WHOM: Final = frozenset({"for", "to"})
_NOUN: Final = 6  # units from the term to "for": "of strict regime imprisonment each"
_PUNISHMENTS: Final = ENGLISH.group("terms_for_persons.punishments")
_STILL_OPEN: Final = ENGLISH.group("terms_for_persons.still_open")
