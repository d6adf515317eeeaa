"""Are people in general asked for or judged about, and nobody by name? "All prisoners of conscience", "the remaining 54", "the use of laws against critics"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from habeas.case.vocabulary import MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.at_large import COUNTED, outnumbers
from habeas.read.grammar import words_of
from habeas.read.numbers import number_value
from habeas.read.scene import Scene, UnitKind

_FREEING: Final = ENGLISH.group("asked_in_general.freeing")
_FREED: Final = frozenset({"released", "freed", "liberated", "let", "pardoned", "go"})
_MANNER: Final = frozenset(
    {"of", "for", "from", "out", "immediately", "and", "or", "to", "unconditionally", "at", "once", "”", "“", '"', "«", "»"}
)
_ANYBODY: Final = ENGLISH.group("asked_in_general.anybody")
_HELD: Final = ENGLISH.group("asked_in_general.held")
_PRISONERS: Final = frozenset({"prisoners", "detainees", "inmates", "captives"})
_OF_MIND: Final = frozenset({"conscience", "opinion"})
_PARTED: Final = ENGLISH.group("asked_in_general.parted")
_GROUND: Final = ENGLISH.group("asked_in_general.ground")
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "his", "her", "their", "its"})
_THEIRS: Final = ENGLISH.group("asked_in_general.theirs")
_ODD: Final = re.compile(r"\d+-odd$")
_REACH: Final = 16  # units of the words that say who is to be freed


def asks_in_general(scene: Scene, at: int, held: int) -> bool:
    """True if the demand told at unit `at` is for a class of people, or for more of those left than the `held` of whom the text tells."""
    stop = scene.bounds[scene.units[at].sentence][1]
    return any(_are_many(scene, first, stop, held) and not _names(scene, first, stop) for first in _openings(scene, at, stop))


def _names(scene: Scene, first: int, stop: int) -> bool:
    """True if somebody is named behind: "all political prisoners, including X"; not for what looks so in "the remaining 12 Istrian prisoners"."""
    named = (i for i in range(first, stop) if scene.is_person(scene.units[i]) and scene.units[i].form is MentionForm.NAME)
    return any(i + 1 == stop or scene.units[i + 1].low.split()[-1] not in _PRISONERS for i in named)


def _openings(scene: Scene, at: int, stop: int) -> Iterator[int]:
    """Where the words may begin that say who is to be freed: behind "release (of)", or between "for" or "that" and "be freed"."""
    for i in range(at, stop):
        low = scene.units[i].low
        if low in _FREEING:
            first = i + 1
            while first < stop and (scene.units[first].low in _MANNER or scene.units[first].low.endswith("ly")):
                first += 1
            if first < stop:
                yield first
        elif low in ("for", "that") and any(u.low in _FREED for u in scene.units[i + 1 : min(stop, i + _REACH)]):
            yield i + 1


def _are_many(scene: Scene, first: int, stop: int, held: int) -> bool:
    words: list[str] = []
    for unit in scene.units[first : min(stop, first + _REACH)]:
        if unit.kind is UnitKind.MARK and unit.low not in ("”", "“", '"'):
            break
        words += [w for w in unit.low.split() if w not in ("”", "“", '"')]
    is_doubted = scene.units[first - 1].low in ("“", '"') and scene.units[first].low.startswith("political")  # so says only who is asked
    found = (
        words[:1] in (["thousands"], ["hundreds"], ["scores"])
        or (_are_of_mind(words) and not is_doubted)
        or _are_held_for_it(words)
        or _are_left(words, held)
        or _are_all_held(words, held)
    )
    return found or outnumbers(scene, first, stop)


def _are_of_mind(words: list[str]) -> bool:
    """True for "all prisoners of conscience", "the some 90 detainees of opinion", "Ruritania's political prisoners"; not for "the two"."""
    at = next((i for i, w in enumerate(words[:8]) if w in _PRISONERS), None)
    if (
        at is None
        or not _PARTED.isdisjoint(words[:at])
        or not COUNTED.isdisjoint(words[:at])
        or any(w.isdigit() and len(w) == 1 for w in words[:at])
    ):
        return False
    return "political" in words[:at] or (words[at + 1 : at + 2] == ["of"] and not _OF_MIND.isdisjoint(words[at + 2 : at + 3]))


def _are_held_for_it(words: list[str]) -> bool:
    """True for "everyone convicted for talking", "all those unjustly held", "persons who are detained for their opinions"; not for "those detained over the vote"."""
    if not words or words[0] not in _ANYBODY or not COUNTED.isdisjoint(words[:4]):
        return False
    at = next((i for i, w in enumerate(words[:9]) if w in _HELD), None)
    if at is None:
        return False
    if any(w.endswith("ly") for w in words[1:at]):
        return True
    if words[at + 1 : at + 2] and words[at + 1].endswith("ly") and len(words[at + 1]) > 4:
        return words[at + 1] not in ("only", "recently", "yesterday")
    if words[at + 1 : at + 2] and words[at + 1] in _GROUND:
        behind = words[at + 2 : at + 4]
        return bool(behind) and (behind[0] not in _DEFINITE or not _THEIRS.isdisjoint(words[at + 3 : at + 5]))
    return False


def _are_left(words: list[str], held: int) -> bool:
    """True for "the remaining 60-odd", and for "the remaining 12 prisoners" where the text tells of fewer."""
    if "remaining" not in words[:2]:
        return False
    behind = words[words.index("remaining") + 1 :][:2]
    counts = [n for w in behind if (n := number_value(w)) is not None]
    return any(_ODD.match(w) for w in behind) or any(n > held for n in counts)


def _are_all_held(words: list[str], held: int) -> bool:
    """True for "every other journalist held in Obria", and where the text tells of one, for "all of the journalists who remain behind bars"."""
    if words[:1] not in (["all"], ["every"], ["any"]) or not COUNTED.isdisjoint(words[:6]):
        return False
    at = next((i for i, w in enumerate(words[:10]) if i > 1 and w in _HELD | _INSIDE), None)
    return at is not None and ("other" in words[:at] or held <= 1) and _HIS.isdisjoint(words[:at])


_INSIDE: Final = frozenset({"behind", "inside"})
_HIS: Final = frozenset({"his", "her", "their", "its", "these", "those", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})


def judges_in_general(scene: Scene, at: int) -> bool:
    """True if what is judged at unit `at` is a practice: "the use of terrorism laws against reporters", "the policy of administrative detention"."""
    stop = scene.bounds[scene.units[at].sentence][1]
    if _names(scene, at + 1, stop):
        return False
    for i in range(at + 1, min(stop - 2, at + _SOON)):
        if scene.units[i].low in _PRACTICES and scene.units[i + 1].low in ("of", "in"):
            return scene.units[i].low in _OF_STATE or _is_against_many(scene, i + 2, stop)
    return False


def _is_against_many(scene: Scene, first: int, stop: int) -> bool:
    """True for "against reporters", "against peaceful critics": many, and nobody who was told of."""
    against = next((i for i in range(first, min(stop, first + _REACH)) if scene.units[i].low == "against"), None)
    if against is None:
        return False
    behind = [w for u in scene.units[against + 1 : against + 5] for w in u.low.split()]
    many = next((k for k, w in enumerate(behind) if w in words_of(scene.language, "many", "person_nouns")), None)
    return many is not None and _DEFINITE.isdisjoint(behind[:many]) and COUNTED.isdisjoint(behind[:many])


_SOON: Final = 7  # units behind the words of judging
_PRACTICES: Final = ENGLISH.group("asked_in_general.practices")
_OF_STATE: Final = frozenset({"policy"})
