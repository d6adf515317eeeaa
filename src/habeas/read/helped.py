"""For whom is an action done: whom is somebody asked to free, about whom is a judgement made?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from habeas.case.claim import Custody
from habeas.case.vocabulary import CustodyType, MentionForm, Realis
from habeas.read.bodies import is_authority
from habeas.read.clauses import find_object
from habeas.read.grammar import words_of
from habeas.read.noun_groups import NounGroup, is_person_noun
from habeas.read.patterns import Hit
from habeas.read.persons_of_event import NOBODY, Cast, Who, focus_person, resolve_group, resolve_noun
from habeas.read.scene import Scene, Unit, UnitKind
from habeas.read.verb_groups import is_finite


def not_kin(cast: Cast, who: Who, at: int) -> Who:
    """Of "their daughter" or "our colleague", the held person that is meant."""
    if (who.persons and any(cast.scene.entities[p].is_named for p in who.persons)) or not who.is_someone:
        return who
    if who.how in ("somebody's relative", "mention without a name"):
        return _spoken_of(cast, at)
    return who


def freed_persons(cast: Cast, hit: Hit) -> Who:
    """Whom the words ask to free: after "release (of)", before "be released", or by "his release"."""
    scene = cast.scene
    stop = scene.bounds[scene.units[hit.first].sentence][1]
    last = hit.last
    be = next((i for i in range(hit.first, last + 1) if scene.units[i].low in ("be", "are", "is")), None)
    if be is not None and (scene.units[last].low not in ("release", "free") or "set" in [scene.units[i].low for i in hit.units]):
        that = next((i for i in range(be, hit.first, -1) if scene.units[i].low == "that"), hit.first)
        who = resolve_group(cast, find_object(scene, that + 1)) if that + 1 < be else NOBODY
        if who.is_someone:
            return who
    nouns = words_of(scene.language, "custody_noun", "person_nouns")
    for i in range(hit.first + 1, last):  # "his immediate release", "X's release"; not "overturn his conviction and release"
        if any(scene.units[j].low in nouns for j in range(i, last)):
            continue
        if scene.units[i].low in ("his", "her", "their"):
            return resolve_noun(cast, i) if scene.units[i].kind is UnitKind.WORD else resolve_mention(cast, i)
        if scene.units[i].low in ("'s", "'") and scene.is_person(scene.units[i - 1]):
            return resolve_mention(cast, i - 1)
        if scene.units[i].low in ("'s", "'") and is_person_noun(scene, scene.units[i - 1]):
            return resolve_noun(cast, i - 1)
    return _listed_after(cast, last + 1, stop)


def resolve_mention(cast: Cast, i: int) -> Who:
    return resolve_group(cast, NounGroup(i, i + 1, (i,)))


def _listed_after(cast: Cast, first: int, stop: int) -> Who:
    """The persons after "release (of)", with those that "including", "among them" or ":" adds."""
    scene = cast.scene
    while first < stop and (
        scene.units[first].low in ("of", "for", "from", "go", "immediately", "unconditionally", "and", "all")
        or scene.units[first].low.endswith("ly")
    ):
        if scene.units[first].low == "from":
            return _spoken_of(cast, first)
        first += 1
    if first < stop and _is_at_large(scene, first, stop):
        return Who((), None, "a group without names", True)
    persons: list[int] = []
    for i in range(first, stop):
        unit = scene.units[i]
        if unit.low.split()[0] in _ANYBODY:
            continue  # "those unjustly detained" is nobody by name, whomever it was taken to stand for
        if scene.is_person(unit) and scene.entities[unit.of].is_named:
            if unit.of not in persons and not _is_inside(scene, i, first):
                persons.append(unit.of)
        elif persons and unit.form is MentionForm.NOMINAL and unit.of >= 0 and _is_many(scene, unit) and unit.of not in persons:
            persons.append(unit.of)  # "X, Y and journalists of Z"
        elif _ends_list(scene, i) and (persons or unit.low in _ALWAYS_ENDS):
            break
    if persons:
        return Who(tuple(persons), None, "named")
    if first < stop and scene.units[first].low.split()[0] in _ANYBODY:
        return Who((), None, "a group without names", True)
    return resolve_group(cast, find_object(scene, first)) if first < stop else NOBODY


_ANYBODY: Final = frozenset({"those", "anyone", "anybody", "everyone", "everybody"})


def _is_many(scene: Scene, unit: Unit) -> bool:
    """True for a plural noun of people: "journalists", "its members"."""
    return scene.is_person(unit) and unit.low.split()[-1] in words_of(scene.language, "many", "person_nouns")


def _is_at_large(scene: Scene, first: int, stop: int) -> bool:
    """True for prisoners in general: "all political prisoners", "thousands still held"; not "the three political prisoners" or with names added."""
    words: list[str] = []
    for unit in scene.units[first : min(stop, first + 6)]:
        if unit.kind is UnitKind.MARK:
            break
        words += unit.low.split()
    if not words or words[0] in _UNCOUNTED:
        return bool(words)
    if "prisoners" not in words:
        return False
    before = words[: words.index("prisoners")]
    named = any(scene.is_person(u) and scene.entities[u.of].is_named for u in scene.units[first:stop])
    return "political" in before and not _COUNTED.intersection(before) and not named


_UNCOUNTED: Final = frozenset({"thousands", "hundreds", "dozens"})
_COUNTED: Final = frozenset({"these", "both", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})


_ALWAYS_ENDS: Final = frozenset({";", ".", "because", "after", "saying"})


_ENDS: Final = frozenset({"who", "whose", "while", "which", "in", "on"}) | _ALWAYS_ENDS


def _ends_list(scene: Scene, i: int) -> bool:
    """True where the list of those to be freed can end: at a mark, another clause, a place or a day."""
    return scene.units[i].low in _ENDS or (is_finite(scene, i) and not _in_relative(scene, i))


def _in_relative(scene: Scene, i: int) -> bool:
    return scene.has(scene.units[i - 1], "relative") or scene.units[i - 1].low in ("not", "are")


def _is_inside(scene: Scene, i: int, first: int) -> bool:
    """True for a name that is no freed person: "the husband of X", "X's lawyer", "X, arrested with Y"."""
    before = scene.units[i - 1].low if i > first else ""
    return before in ("with", "by", "against") or (i + 1 < len(scene.units) and scene.units[i + 1].low in ("'s",))


def _spoken_of(cast: Cast, at: int) -> Who:
    focus = focus_person(cast, at)
    return Who((focus,), None, "the person spoken of") if focus is not None else NOBODY


def judged_persons(cast: Cast, hit: Hit, custody: Sequence[Custody]) -> tuple[int, ...]:
    """Whom a judgement is about: named after it, or those of the events that its noun means ("these arrests", "the verdict")."""
    scene = cast.scene
    stop = scene.bounds[scene.units[hit.last].sentence][1]
    persons: list[int] = []
    noun = ""
    nouns = words_of(scene.language, "custody_noun", "person_nouns")
    for i in range(hit.first + 1, stop):
        unit = scene.units[i]
        if scene.is_person(unit) and scene.entities[unit.of].is_named and (unit.of in cast.held or not is_authority(scene, unit.of)):
            if unit.of not in persons:
                persons.append(unit.of)
        elif unit.low in nouns and not noun:
            noun = unit.low
            if i + 2 < stop and scene.units[i + 1].low in ("of", "against", "for", "on"):
                told = resolve_group(cast, find_object(scene, i + 2))
                persons += [p for p in told.persons if p not in persons]
            elif scene.units[i - 1].low in ("his", "her", "their"):
                found = resolve_noun(cast, i - 1) if scene.units[i - 1].kind is UnitKind.WORD else resolve_mention(cast, i - 1)
                persons += [p for p in found.persons if p not in persons]
        elif unit.low in (";", "saying", "adding") or (is_finite(scene, i) and i > hit.last + 1 and (persons or noun)):
            break
    if persons or not noun:
        return tuple(persons)
    if noun in _OF_NOBODY:
        return ()
    if noun.endswith("s"):
        return _of_events(cast, hit.first, custody)
    if recent := _of_last_event(cast, hit.first, noun, custody):
        return recent
    focus = focus_person(cast, hit.first)
    return (focus,) if focus in cast.held and focus is not None else ()


# Policies and climates: who judges them speaks of nobody in particular.
_OF_NOBODY: Final = frozenset(
    "crackdown persecution harassment prosecution custody torture misuse repression violence intimidation killings impunity".split()
)


_BY_COURT: Final = (CustodyType.CONVICTED, CustodyType.SENTENCED, CustodyType.ACQUITTED, CustodyType.APPEAL_REJECTED)


def _of_last_event(cast: Cast, at: int, noun: str, custody: Sequence[Custody]) -> tuple[int, ...]:
    """The persons of the event that "the verdict" or "the arrest" means: the nearest of its kind before, else after, else any.

    Of a verdict, with those who got theirs on the same day.
    """
    index = {e.id: i for i, e in enumerate(cast.scene.entities)}
    place = cast.scene.units[at].span.start
    court = noun in ("verdict", "sentence", "ruling", "conviction", "sentencing", "trial", "term", "judgment", "judgement", "punishment")
    told = [c for c in custody if c.realis is Realis.ASSERTED and c.persons]
    alike = [c for c in told if (c.type in _BY_COURT) == court] or told
    alike.sort(key=lambda c: (c.trigger.start > place, abs(c.trigger.start - place)))
    if not alike:
        return ()
    day = alike[0].date.edtf if alike[0].date else None
    together = [c for c in alike if c is alike[0] or (court and day and c.date and c.date.edtf == day and c.type is alike[0].type)]
    return tuple(dict.fromkeys(index[p] for c in together for p in c.persons))


_DEPRIVING: Final = (
    CustodyType.DETAINED,
    CustodyType.ARRESTED,
    CustodyType.REMANDED,
    CustodyType.SENTENCED,
    CustodyType.CONVICTED,
    CustodyType.CHARGED,
)


def _of_events(cast: Cast, at: int, custody: Sequence[Custody]) -> tuple[int, ...]:
    """Everyone whom the text shows arrested, held or sentenced before `at`."""
    index = {e.id: i for i, e in enumerate(cast.scene.entities)}
    place = cast.scene.units[at].span.start
    told = [c for c in custody if c.type in _DEPRIVING and c.realis is Realis.ASSERTED]
    before = [c for c in told if c.trigger.start < place] or told
    return tuple(dict.fromkeys(index[p] for c in before for p in c.persons))
