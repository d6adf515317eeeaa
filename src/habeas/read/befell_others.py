"""Whom else did an event befall: "X was arrested on 30 July; Y, the printer, on 5 August", "Y followed on Monday", "Y shared her fate"?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from habeas.case.dates import Bound
from habeas.case.vocabulary import MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.ellipsis import SO_WERE, Elliptic, end_of_chain, in_relative
from habeas.read.lists import is_governed, persons_in
from habeas.read.numbers import number_value
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import is_finite


def find_followed(scene: Scene, triggers: Sequence[int]) -> list[Elliptic]:
    """ "Y followed the next month", "as was Z", "so were Y and Z", "Y met the same fate": persons whom the event before befell as well."""
    out: list[Elliptic] = []
    for i, unit in enumerate(scene.units):
        has_fate = _has_the_same_fate(scene, i)
        if unit.low not in ("followed", "was", "were", "did") and not has_fate:
            continue
        first, stop = scene.bounds[unit.sentence]
        like = next(
            (n for n in range(len(triggers) - 1, -1, -1) if triggers[n] < i and scene.units[triggers[n]].sentence >= unit.sentence - 1),
            None,
        )
        if like is None:
            continue
        if has_fate or (unit.low == "followed" and any(u.kind is UnitKind.DATE for u in scene.units[i + 1 : min(stop, i + 3)])):
            persons = _persons_before(scene, i, max(first, triggers[like] + 1))
            if persons:
                out.append(Elliptic(i, persons, None, like, "followed"))
        elif (
            unit.low in ("was", "were", "did")
            and i > first
            and scene.units[i - 1].low in ("so", "as")
            and i + 1 < stop
            and _names_next(scene, i + 1)
        ):
            last = end_of_chain(scene, i + 1, stop)
            out.append(Elliptic(i, persons_in(scene, i + 1, last + 1), None, like, SO_WERE))
    return out


def _has_the_same_fate(scene: Scene, i: int) -> bool:
    """True for the verb of "met the same fate", "shared her lot": as real as what befell the one before."""
    if scene.units[i].low not in _MEETS:
        return False
    behind = [u.low for u in scene.units[i + 1 : min(scene.bounds[scene.units[i].sentence][1], i + 4)]]
    noun = next((k for k, low in enumerate(behind) if low in _FATE), 0)
    return noun > 0 and bool({"same", "his", "her", "their"}.intersection(behind[:noun]))


_MEETS: Final = ENGLISH.group("befell_others.meets")
_FATE: Final = ENGLISH.group("befell_others.fate")


def find_other_days(scene: Scene, triggers: Sequence[int]) -> list[Elliptic]:
    """ "X was arrested on 30 July, Y on 5 August", "… in May; the printer, Z, a week later": the same of others, on a day of theirs."""
    out: list[Elliptic] = []
    for number, trigger in enumerate(triggers):
        first, stop = scene.bounds[scene.units[trigger].sentence]
        stop = next((t for t in sorted(triggers) if trigger < t < stop), stop)
        base = next((i for i in range(trigger + 1, stop) if scene.units[i].kind is UnitKind.DATE), None)
        if base is None:
            continue
        i = base + 1
        while i < stop and (begin := _next_part(scene, i, stop)) is not None:
            day = _day_of_others(scene, begin, stop)
            persons = _those_before(scene, begin, day) if day is not None else ()
            if day is None or not persons or _are_told_before(scene, persons, first, trigger):
                break
            out.append(Elliptic(day, persons, None, number, "followed"))
            i = day + 1
    return out


def _next_part(scene: Scene, i: int, stop: int) -> int | None:
    """Where the next part of the sentence begins behind what else is said of the first: at its semicolon, or right there at a comma or "and"."""
    semicolon = next((j for j in range(i, stop) if scene.units[j].low == ";"), None)
    j = i if scene.units[i].low in (",", "and", ";") else semicolon
    while j is not None and j < stop and scene.units[j].low in (",", "and", "while", ";"):
        j += 1
    return j if j is not None and j < stop else None


def _day_of_others(scene: Scene, begin: int, stop: int) -> int | None:
    """The day with which a part without a verb ends: "the printer, Z, in March"."""
    day = next((j for j in range(begin, min(stop, begin + _PART)) if scene.units[j].kind is UnitKind.DATE or _is_distance(scene, j)), None)
    if day is None or day == begin or (scene.units[day].place >= 0 and scene.dates[scene.units[day].place].bound is Bound.BY):
        return None
    if any(is_finite(scene, j) and not in_relative(scene, j) for j in range(begin, day)) or not _is_people_only(scene, begin, day):
        return None
    behind = next((j for j in range(day + 1, stop) if scene.units[j].low in (",", ";", "and")), stop)
    is_subject = any(is_finite(scene, j) for j in range(day + 1, min(behind, day + 5)))  # "her lawyer Y on Monday said"
    is_aside = behind + 1 < stop and scene.units[behind].low == "," and is_finite(scene, behind + 1)  # "her lawyer Y, on Monday, said"
    return None if is_subject or is_aside else day


def _is_distance(scene: Scene, i: int) -> bool:
    """True for the last word of "a week later", "two days before", where no day can be counted from it."""
    if scene.units[i].low not in ("later", "earlier", "before", "after") or i < 3:
        return False
    return scene.units[i - 1].low.rstrip("s") in ("day", "week", "month", "year") and number_value(scene.units[i - 2].low) is not None


_PART: Final = 14  # units of the names and descriptions in front of the day


def _is_people_only(scene: Scene, begin: int, day: int) -> bool:
    """True if people open the part and nothing but "on", "in" or a comma parts them from the day."""
    opens = scene.units[begin]
    if not (
        scene.is_person(opens) or scene.has(opens, "determiner") or any(scene.is_person(u) for u in scene.units[begin + 1 : begin + 3])
    ):
        return False
    if scene.has_any(opens, ("preposition", "subordinator", "relative")) or opens.low == "according":
        return False
    last = day - 1 if scene.units[day].kind is UnitKind.DATE else day - 3
    while last > begin and (scene.units[last].low in _BEFORE_A_DAY or scene.units[last].low.isdigit()):
        last -= 1
    return scene.is_person(scene.units[last]) or scene.units[last].low == ")"


_BEFORE_A_DAY: Final = ENGLISH.group("befell_others.before_a_day")


def _those_before(scene: Scene, begin: int, day: int) -> tuple[int, ...]:
    """Those named in these units, or "he" alone: neither "his" in "his cousin Y", nor the one behind "of"."""
    named = [i for i in range(begin, day) if scene.units[i].form is MentionForm.NAME or scene.units[i].low in ("he", "she")]
    people = [i for i in named if scene.is_person(scene.units[i]) and scene.entities[scene.units[i].of].is_named]
    return tuple(dict.fromkeys(scene.units[i].of for i in people if not is_governed(scene, begin, i)))


def _are_told_before(scene: Scene, persons: Sequence[int], first: int, trigger: int) -> bool:
    """True if the sentence names them before its verb: it tells of the same people twice."""
    return any(u.of in persons for u in scene.units[first:trigger])


def find_joined(scene: Scene, strikes: Sequence[tuple[int, int]]) -> list[Elliptic]:
    """ "X has refused food since Monday. Y joined her on Friday": who joins somebody on a hunger strike is on one.

    `strikes` are the hunger strikes read so far: their number, and the unit of their trigger.
    """
    out: list[Elliptic] = []
    for i, unit in enumerate(scene.units[:-1]):
        if unit.low != "joined" or not scene.has(scene.units[i + 1], "object_pronoun"):
            continue
        first = scene.bounds[unit.sentence][0]
        like = next((n for n, t in reversed(strikes) if t < i and scene.units[t].sentence >= unit.sentence - 1), None)
        if like is not None and not any(is_finite(scene, j) for j in range(i - 1, max(first, i - 3), -1)):
            persons = _persons_before(scene, i, first)
            joined = scene.units[i + 1].of
            out.append(Elliptic(i, tuple(p for p in persons if p != joined), None, like, "joined"))
    return out


def _names_next(scene: Scene, i: int) -> bool:
    return scene.is_person(scene.units[i]) and scene.entities[scene.units[i].of].is_named


def _persons_before(scene: Scene, i: int, first: int) -> tuple[int, ...]:
    """The persons of the clause before unit `i`: back to ";" or the event before."""
    for j in range(i - 1, first - 1, -1):
        if scene.units[j].low in (";", ".") or (is_finite(scene, j) and not in_relative(scene, j)):
            return persons_in(scene, j + 1, i)
    return persons_in(scene, first, i)
