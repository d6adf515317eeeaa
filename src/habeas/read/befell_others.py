"""Whom else did an event befall: "X was arrested on 30 July; Y, the printer, on 5 August", "Y followed on Monday", "Y shared her fate"?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from habeas.case.dates import Bound
from habeas.case.vocabulary import MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.cast import is_known_person, is_never_held, number_of_people
from habeas.read.ellipsis import SO_WERE, Elliptic, end_of_chain, in_relative
from habeas.read.lists import is_governed, persons_in
from habeas.read.noun_groups import is_person_noun
from habeas.read.numbers import number_value
from habeas.read.scene import Scene, UnitKind, once_a_scene
from habeas.read.verb_groups import is_finite


def find_followed(scene: Scene, triggers: Sequence[int]) -> list[Elliptic]:
    """ "Y followed the next month", "as was Z", "so were Y and Z", "Y met the same fate": persons whom the event before befell as well."""
    out: list[Elliptic] = []
    for i, befell_too in _verbs_of_followers(scene):
        sentence = scene.units[i].sentence
        first, stop = scene.bounds[sentence]
        like = next(
            (n for n in range(len(triggers) - 1, -1, -1) if triggers[n] < i and scene.units[triggers[n]].sentence >= sentence - 1),
            None,
        )
        if like is None:
            continue
        if not befell_too:
            last = end_of_chain(scene, _name_behind(scene, i, stop) or i + 1, stop)
            out.append(Elliptic(i, persons_in(scene, i + 1, last + 1), None, like, SO_WERE))
            continue
        begin = _clause_before(scene, i, max(first, triggers[like] + 1))
        persons = _those_before(scene, begin, i)
        count = _how_many(scene, begin, i) if not persons else None
        if (persons or count is not None) and _is_told(scene, i):
            out.append(Elliptic(i, persons, None, like, "followed", count))
    return out


@once_a_scene
def _verbs_of_followers(scene: Scene) -> list[tuple[int, bool]]:
    """The verbs that say that something befell others too, in order; and whether they say what, as "so were Y and Z" does not."""
    out: list[tuple[int, bool]] = []
    for i, unit in enumerate(scene.units):
        if unit.low not in _OF_FOLLOWERS:
            continue
        first, stop = scene.bounds[unit.sentence]
        befell_too = _has_the_same_fate(scene, i) or (unit.low == "followed" and _has_day(scene, i, stop))
        if befell_too or _is_so_was(scene, i, first, stop):
            out.append((i, befell_too))
    return out


def _is_so_was(scene: Scene, i: int, first: int, stop: int) -> bool:
    """True for the verb of "as was Y", "so were Y and Z"."""
    if scene.units[i].low not in _SO or i == first or i + 1 >= stop:
        return False
    return scene.units[i - 1].low in ("so", "as") and _name_behind(scene, i, stop) is not None


def _name_behind(scene: Scene, i: int, stop: int) -> int | None:
    """The name behind "so was", "as were her ex-husband"."""
    for j in range(i + 1, min(stop, i + 1 + _DESCRIBED)):
        if is_known_person(scene, scene.units[j]) and (scene.units[j].form is MentionForm.NAME or scene.units[j].low in _SUBJECTS):
            return j
        if scene.units[j].kind is UnitKind.MARK or scene.has(scene.units[j], "preposition") or is_finite(scene, j):
            return None
    return None


_SUBJECTS: Final = frozenset({"he", "she", "they"})
_DESCRIBED: Final = 4  # units of the verb's subject up to its name: "her former husband X"


def _has_day(scene: Scene, i: int, stop: int) -> bool:
    """True for a day or "a week later" right behind "followed"; not for "followed on Tuesday with a letter"."""
    day = next((j for j in range(i + 1, min(stop, i + 3)) if scene.units[j].kind is UnitKind.DATE), None)
    if day is None and i + 3 < stop and _is_distance(scene, i + 3):
        day = i + 3
    return day is not None and (day + 1 >= stop or scene.units[day + 1].low != "with")


def _is_told(scene: Scene, i: int) -> bool:
    """True unless "might have", "did not" or "nearly" stands before the verb."""
    near = scene.units[max(scene.bounds[scene.units[i].sentence][0], i - 3) : i]
    return not any(scene.has_any(u, ("modal", "negation")) or u.low in ("to", "almost", "nearly", "if") for u in near)


def _how_many(scene: Scene, begin: int, stop: int) -> int | None:
    """How many people are counted in these units without a name: "eight others", "nine of her cellmates"."""
    if scene.has(scene.units[stop - 1], "relative"):
        return None  # "two journalists who followed on Monday the trial of X"
    for i in range(begin, stop):
        words = scene.units[i].low.split()
        count = number_of_people(words[0])
        if count is None:
            continue
        noun = words[1] if len(words) > 1 else scene.units[min(i + 1, stop)].low
        counted = scene.is_person(scene.units[i]) or noun.startswith("co-") or is_person_noun(scene, scene.units[min(i + 1, stop)])
        return count if count > 1 and (counted or noun in ("others", "more", "of")) else None
    return None


def _has_the_same_fate(scene: Scene, i: int) -> bool:
    """True for the verb of "met the same fate", "shared her lot": as real as what befell the one before; not for "knew his fate"."""
    if scene.units[i].low not in _MEETS:
        return False
    behind = [u.low for u in scene.units[i + 1 : min(scene.bounds[scene.units[i].sentence][1], i + 4)]]
    noun = next((k for k, low in enumerate(behind) if low in _FATE), 0)
    is_shared = scene.units[i].low == "shared" and not {"his", "her", "their"}.isdisjoint(behind[:noun])
    return is_shared or "same" in behind[:noun]


_MEETS: Final = ENGLISH.group("befell_others.meets")
_FATE: Final = ENGLISH.group("befell_others.fate")
_SO: Final = frozenset({"was", "were", "did"})
_OF_FOLLOWERS: Final = _MEETS | _SO | {"followed"}


def find_other_days(scene: Scene, triggers: Sequence[int]) -> list[Elliptic]:
    """ "X was arrested on 30 July, Y on 5 August", "… in May; the printer, Z, a week later": the same of others, on a day of theirs."""
    out: list[Elliptic] = []
    for number, trigger in enumerate(triggers):
        first, stop = scene.bounds[scene.units[trigger].sentence]
        stop = next((t for t in sorted(triggers) if trigger < t < stop), stop)
        if (turned := _behind_dash(scene, trigger + 1, stop)) is not None:
            persons, stop = turned
            out.append(Elliptic(stop, persons, None, number, "followed"))
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


def _behind_dash(scene: Scene, first: int, stop: int) -> tuple[tuple[int, ...], int] | None:
    """Those at the end of "were arrested X and Y, in May 2024 – Z.", and where their day stands: the dash is in the verb's place."""
    for dash in range(first + 2, stop - 1):
        if scene.units[dash].low not in ("–", "—", "-") or scene.units[dash - 1].kind is not UnitKind.DATE:
            continue
        begin = dash - 2 if scene.units[dash - 2].low in ("in", "on") else dash - 1
        last = end_of_chain(scene, dash + 1, stop)
        is_end = last + 1 >= stop or scene.units[last + 1].low in (".", ";")
        if is_end and scene.units[begin - 1].low in (",", ";", "and") and is_known_person(scene, scene.units[dash + 1]):
            return persons_in(scene, dash + 1, last + 1), dash - 1
    return None


def _next_part(scene: Scene, i: int, stop: int) -> int | None:
    """Where the next part of the sentence begins behind what else is said of the first: at its semicolon, or right there at a comma or "and"."""
    semicolon = next((j for j in range(i, stop) if scene.units[j].low == ";"), None)
    if (
        i + 2 < stop
        and scene.units[i].low in ("in", "at", "near")
        and scene.units[i + 1].form is MentionForm.NAME
        and scene.units[i + 2].low == ","
    ):
        i += 2  # "on 5 December in Tbilisi, Y on 6 December"
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
    """True for the last word of "a week later", "two days before", where no day can be counted from it, and of "the same day"."""
    if scene.units[i].low == "day" and i > 1 and scene.units[i - 1].low == "same":
        return True
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
    """Those named in these units, or "he" alone: neither "his" in "his cousin Y", nor the one behind "of" or "a letter from"."""
    named = [i for i in range(begin, day) if scene.units[i].form is MentionForm.NAME or scene.units[i].low in ("he", "she")]
    people = [i for i in named if is_known_person(scene, scene.units[i])]
    people = [i for i in people if not is_governed(scene, begin, i) and (i == begin or scene.units[i - 1].low not in _ABOUT_THEM)]
    return tuple(dict.fromkeys(scene.units[i].of for i in people))


_ABOUT_THEM: Final = ENGLISH.group("befell_others.about_them")


def _are_told_before(scene: Scene, persons: Sequence[int], first: int, trigger: int) -> bool:
    """True if the sentence names them before its verb: it tells of the same people twice."""
    return any(u.of in persons for u in scene.units[first:trigger])


def find_again(scene: Scene, seizures: Sequence[tuple[int, int, tuple[int, ...]]]) -> list[Elliptic]:
    """ "was arrested on 3 May 2023 and again on 5 June", "was detained in 2009, in 2012 and 2014": the same of the same person, on other days.

    `seizures` are the events that can befall somebody again: their number, the unit of their trigger, and their persons.
    """
    out: list[Elliptic] = []
    for number, trigger, persons in seizures:
        stop = scene.bounds[scene.units[trigger].sentence][1]
        base = next((i for i in range(trigger + 1, min(stop, trigger + _PART)) if scene.units[i].kind is UnitKind.DATE), None)
        if len(persons) == 1 and base is not None and scene.units[base - 1].low in ("on", "in"):
            out += [Elliptic(day, persons, None, number, "again") for day in _more_days(scene, base + 1, stop)]
    return out


def _more_days(scene: Scene, i: int, stop: int) -> list[int]:
    """The days joined to the one before unit `i`; none where the last of them belongs to the verb behind it: "in May and in June released"."""
    days: list[int] = []
    says_again = False
    while i + 1 < stop and scene.units[i].low in (",", "and", "then"):
        while i + 1 < stop and scene.units[i].low in (",", "and", "then", "again", "once", "more", "on", "in"):
            says_again = says_again or scene.units[i].low == "again"
            i += 1
        if scene.units[i].kind is not UnitKind.DATE or scene.dates[scene.units[i].place].bound is not Bound.ON:
            return days if says_again else []
        days.append(i)
        i += 1
    behind = scene.units[i].low if i < stop else "."
    is_last = behind in (".", ";", ")") or (behind in _GOES_ON and not any(is_finite(scene, j) for j in range(i, min(stop, i + 6))))
    return days if is_last or (says_again and behind == ",") else []


_GOES_ON: Final = ENGLISH.group("befell_others.goes_on")


def find_joined(scene: Scene, strikes: Sequence[tuple[int, int]], freed: Sequence[int]) -> list[Elliptic]:
    """ "X has refused food since Monday. Y joined her on Friday": who joins somebody on a hunger strike is on one.

    `strikes` are the hunger strikes read so far: their number, and the unit of their trigger. `freed` are the units that tell of a release:
    who joins somebody behind one comes home with them.
    """
    out: list[Elliptic] = []
    for i, unit in enumerate(scene.units[:-1]):
        if unit.low != "joined" or not scene.has(scene.units[i + 1], "object_pronoun") or not _is_in_the_fast(scene, i + 2):
            continue
        first = scene.bounds[unit.sentence][0]
        strike = next(((n, t) for n, t in reversed(strikes) if t < i and scene.units[t].sentence >= unit.sentence - 1), None)
        if strike is None or any(strike[1] < at < i for at in freed):
            continue
        if _is_told(scene, i) and not any(is_finite(scene, j) for j in range(i - 1, max(first, i - 3), -1)):
            begin = _clause_before(scene, i, first)
            persons = tuple(p for p in _those_before(scene, begin, i) if p != scene.units[i + 1].of and not is_never_held(scene, p))
            out.append(Elliptic(i, persons, None, strike[0], "joined", _how_many(scene, begin, i) if not persons else None))
    return out


def _is_in_the_fast(scene: Scene, i: int) -> bool:
    """True behind "joined him" for nothing more, a day, or "in the strike": who joins somebody "in the dock" need not fast."""
    stop = scene.bounds[scene.units[i - 1].sentence][1]
    behind = scene.units[i : min(stop, i + 4)]
    if not behind or behind[0].kind in (UnitKind.MARK, UnitKind.DATE):
        return True
    is_dated = len(behind) > 1 and behind[1].kind is UnitKind.DATE
    return is_dated or (behind[0].low == "in" and any(w in _FASTS for u in behind[1:] for w in u.low.split()))


_FASTS: Final = ENGLISH.group("befell_others.fasts")


def _clause_before(scene: Scene, i: int, first: int) -> int:
    """Where the clause of the verb at `i` begins: behind ";" or the event before."""
    for j in range(i - 1, first - 1, -1):
        if scene.units[j].low in (";", ".") or (is_finite(scene, j) and not in_relative(scene, j)):
            return j + 1
    return first
