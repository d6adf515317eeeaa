"""About whom is a judgement made? Those named behind it, or those of the events that its noun means ("these arrests", "the verdict")."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from habeas.case.claim import Custody
from habeas.case.vocabulary import CustodyType, Realis
from habeas.languages.english import ENGLISH
from habeas.read.bodies import PAPERS
from habeas.read.case_people import case_of_all, case_people, case_person, is_one, meant_by_pronoun, taken_in, the_one
from habeas.read.cast import NOBODY, Cast, Who
from habeas.read.clauses import find_object
from habeas.read.custody_candidates import RELIEF
from habeas.read.grammar import words_of
from habeas.read.helped import in_relative, resolve_case, resolve_word
from habeas.read.in_office import is_authority
from habeas.read.patterns import Hit
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import is_finite


def judged_persons(
    cast: Cast, hit: Hit, custody: Sequence[Custody], actors: Collection[int] = (), where: range | None = None
) -> tuple[int, ...]:
    """Whom a judgement is about: named after it (or at `where`), or those of the events its noun means ("these arrests", "the verdict")."""
    scene = cast.scene
    persons: list[int] = []
    noun, place = "", -1
    nouns = words_of(scene.language, "custody_noun", "person_nouns")
    taken = taken_in(scene, hit.first + 1, _clause_stop(scene, hit)) if where is None else []
    for i in range(hit.first + 1, _clause_stop(scene, hit)) if where is None else where:
        unit = scene.units[i]
        if i < hit.last and unit.low in _OWNERS and where is None:
            continue  # "stated her concern that …"
        if unit.low in _OWNERS and any(u.low.split()[-1] in PAPERS for u in scene.units[i + 1 : i + 4]):
            continue  # "expressed concern in his 18 December statement regarding X"
        is_named = scene.is_person(unit) and scene.entities[unit.of].is_named
        if is_named and (unit.of in cast.held or unit.of in taken or not is_authority(scene, unit.of) or _is_the_patient(scene, i)):
            who = meant_by_pronoun(cast, i, actors) if is_one(scene, i) else unit.of
            if who is not None and who not in persons:
                persons.append(who)
        elif unit.low.split()[-1] in nouns and not noun:
            noun, place = unit.low.split()[-1], i
            of_noun = _of_noun(cast, i, actors)
            persons += [p for p in of_noun.persons if p not in persons]
            if not persons and of_noun.how == "a group without names":
                return tuple(taken)  # "journalists and others, including X"
    if not persons and not noun and _is_bare(scene, hit):
        return case_of_all(cast, hit.first)
    if not persons and not noun:
        persons += _meant_by_them(cast, hit, actors)
    if persons or not noun:
        return the_one(cast, tuple(persons), hit.first)
    if noun in _OF_NOBODY and not _is_this(scene, place) and not _is_the_prosecution(scene, place):
        return ()
    if noun.endswith("s") and _is_counted(scene, place):
        return ()
    if noun.endswith("s"):
        return _of_events(cast, hit.first, custody) or (case_people(cast, hit.first) if _is_this(scene, place) else ())
    if recent := _of_last_event(cast, hit.first, noun, custody):
        return recent
    focus = case_person(cast, hit.first)
    if focus is not None and focus in cast.held:
        return (focus,)
    return tuple(taken_in(scene, scene.bounds[scene.units[hit.first].sentence][0], hit.first)) or case_people(cast, hit.first)


def _meant_by_them(cast: Cast, hit: Hit, actors: Collection[int]) -> tuple[int, ...]:
    """Those of "is worried that the prosecutor charged them once more", where no noun tells what is judged."""
    scene = cast.scene
    stop = min(scene.bounds[scene.units[hit.last].sentence][1], hit.last + _THEM_NEAR)
    taken = next((i for i in range(hit.last + 1, stop) if scene.units[i].low in _TAKEN), stop)
    them = next((i for i in range(taken + 1, stop) if scene.units[i].low in ("them", "him", "her")), None)
    return () if them is None else resolve_word(cast, them, actors).persons


_TAKEN: Final = ENGLISH.group("clauses.taken_before")
_THEM_NEAR: Final = 12  # units behind the words of judging


_OWNERS: Final = frozenset({"his", "her", "their", "its"})


def _is_the_patient(scene: Scene, i: int) -> bool:
    """True for a deputy or a minister in "the health of Ms X", "the fate of Minister X", "X's safety": what befalls them, not what they do."""
    first, stop = scene.bounds[scene.units[i].sentence]
    if i + 2 < stop and scene.units[i + 1].low in ("'s", "'"):
        return scene.units[i + 2].low in _CONDITIONS
    of = next((j for j in range(i - 1, max(first, i - 4), -1) if scene.units[j].low == "of"), None)
    return of is not None and scene.units[of - 1].low in _CONDITIONS


_CONDITIONS: Final = ENGLISH.group("judged.conditions")


def _is_counted(scene: Scene, i: int) -> bool:
    """True for "arrests" in "the growing number of arrests", "reports of disappearances", "the use of detentions": many, and nobody's in particular."""
    before = [u.low for u in scene.units[max(0, i - 4) : i]]
    of = next((k for k in range(len(before) - 1, -1, -1) if before[k] in ("of", "in")), None)
    return of is not None and of > 0 and before[of - 1] in _AMOUNTS and not _THESE.intersection(before[of + 1 :])


_AMOUNTS: Final = frozenset(
    "number numbers reports rise increase surge spate use practice pattern series rate scale frequency routine spike escalation multiplication".split()
)


_THESE: Final = frozenset({"the", "these", "those", "his", "her", "their"})


def _is_bare(scene: Scene, hit: Hit) -> bool:
    """True for a judgement that does not say of what: "voiced concern, and asked …"."""
    after = hit.last + 1
    stop = scene.bounds[scene.units[hit.last].sentence][1]
    if (
        after < stop
        and scene.units[after].low in ("it", "them", "this")
        and (after + 1 >= stop or scene.units[after + 1].kind is not UnitKind.WORD or scene.units[after].low == "it")
    ):  # "condemned it too"
        return True
    while after < stop and scene.has(scene.units[after], "preposition"):
        after += 1
    if after > hit.last + 1:  # "troubled by these reports"
        return hit.phrase.frame == "judging" and after < stop and scene.units[after].low in ("this", "these", "it")
    return hit.phrase.frame == "judging" and (
        after >= stop or scene.units[after].kind is UnitKind.MARK or scene.has(scene.units[after], "conjunction")
    )


def _of_noun(cast: Cast, i: int, actors: Collection[int]) -> Who:
    """The persons that the noun itself names: "the arrest of the three", "his trial", "the treatment of the group"."""
    scene = cast.scene
    first, stop = scene.bounds[scene.units[i].sentence]
    if i + 2 < stop and scene.units[i + 1].low in ("of", "against", "for", "on", "to"):
        return resolve_case(cast, find_object(scene, i + 2), i + 2, actors)
    if i > first and scene.units[i - 1].low in ("his", "her", "their"):
        return resolve_word(cast, i - 1, actors)
    return NOBODY


def _is_the_prosecution(scene: Scene, i: int) -> bool:
    """True for "the prosecution", which is that of the case told, and no policy as "prosecution of critics"."""
    return scene.units[i].low == "prosecution" and i > 0 and scene.units[i - 1].low == "the"


def _is_this(scene: Scene, i: int) -> bool:
    """True if "this" or "these" stands before the noun, be it over an adjective: a case that was told, no policy."""
    return any(scene.units[j].low.split()[0] in ("this", "these", "such") for j in range(max(0, i - 3), i + 1))


def _clause_stop(scene: Scene, hit: Hit) -> int:
    """Where the judgement's clause ends: at ";", another clause behind "and" or "saying", or a verb that is none of a relative clause."""
    stop = scene.bounds[scene.units[hit.last].sentence][1]
    for i in range(hit.last + 1, stop):
        low = scene.units[i].low
        if low in (";", "saying", "adding", "calling", "after", "while", "because"):
            return i
        if scene.has(scene.units[i], "conjunction") and any(
            (is_finite(scene, j) and not _is_epithet(scene, j)) or _is_present(scene, j) for j in range(i + 1, min(stop, i + 3))
        ):
            return i
        if (
            is_finite(scene, i)
            and not _is_epithet(scene, i)
            and not _is_reduced(scene, i)
            and i > hit.last + 2
            and not in_relative(scene, i)
            and not _is_relative_near(scene, i, hit.last)
        ):
            return i
    return stop


def _is_epithet(scene: Scene, i: int) -> bool:
    """True for the participle of "the reported abduction", "an unfair and politicised verdict": it stands before a noun of custody."""
    nouns = words_of(scene.language, "custody_noun", "person_nouns")
    behind = scene.units[i + 1].low.split()[-1] if i + 1 < len(scene.units) else ""
    return scene.units[i].low.endswith("ed") and behind in nouns


def _is_reduced(scene: Scene, i: int) -> bool:
    """True for the participle of "the sanction imposed by the court on X", "a sentence handed to X"."""
    before, behind = scene.units[i - 1], scene.units[i + 1] if i + 1 < len(scene.units) else None
    if behind is None or behind.low not in ("by", "on", "to", "against", "down") or not scene.units[i].low.endswith("ed"):
        return False
    return before.kind is UnitKind.WORD and not scene.has_any(before, ("be", "have", "pronoun", "conjunction", "adverb"))


def _is_relative_near(scene: Scene, i: int, first: int) -> bool:
    """True for the verb of a relative clause that begins shortly before it, behind unit `first`."""
    return any(scene.has(scene.units[j], "relative") for j in range(max(first, i - 6), i))


def _is_present(scene: Scene, i: int) -> bool:
    """True for a verb in the third person right behind "and": "and appeals to"."""
    return scene.units[i].low.endswith("s") and i + 1 < len(scene.units) and scene.units[i + 1].low in ("to", "on", "for", "that")


# Policies and climates: who judges them speaks of nobody in particular.
_OF_NOBODY: Final = frozenset(
    "crackdown persecution harassment prosecution custody torture misuse repression violence intimidation killings impunity".split()
)


_BY_COURT: Final = (CustodyType.CONVICTED, CustodyType.SENTENCED, CustodyType.APPEAL_REJECTED)


_OF_COURT: Final = frozenset(
    "verdict sentence ruling conviction sentencing trial term judgment judgement punishment outcome decision verdicts sentences terms rulings".split()
)


def _of_last_event(cast: Cast, at: int, noun: str, custody: Sequence[Custody]) -> tuple[int, ...]:
    """The persons of the event that "the verdict" or "the arrest" means: the nearest of its kind before, else after, else any.

    Of a verdict, with those who got theirs on the same day.
    """
    index = {e.id: i for i, e in enumerate(cast.scene.entities)}
    place = cast.scene.units[at].span.start
    court = noun in _OF_COURT
    told = [c for c in custody if c.realis is Realis.ASSERTED and c.persons and c.type not in RELIEF]
    alike = [c for c in told if (c.type in _BY_COURT) == court] or told
    alike.sort(key=lambda c: (c.trigger.start > place, abs(c.trigger.start - place)))
    if not alike:
        return ()
    if just := _just_told(cast, at, noun, told):
        return just
    main = case_person(cast, at)
    mine = [c for c in (*alike, *told) if main is not None and cast.scene.entities[main].id in c.persons]
    alike = [*mine[:1], *(c for c in alike if c not in mine[:1])]
    together = [c for c in alike if c is alike[0] or (court and _is_one_judgement(cast, alike[0], c))]
    return tuple(dict.fromkeys(index[p] for c in together for p in c.persons))


def _just_told(cast: Cast, at: int, noun: str, told: Sequence[Custody]) -> tuple[int, ...]:
    """The persons of what the noun names where the sentence before tells it: "X was moved to a far colony. RSF condemned this transfer."

    "The decision" is whatever was decided there. Nobody where that sentence tells it of several events of other people.
    """
    index = {e.id: i for i, e in enumerate(cast.scene.entities)}
    number = cast.scene.units[at].sentence
    types = _TOLD_BY.get(noun)
    if types is None:
        return ()
    for near in (number, number - 1):
        here = [c for c in told if c.type in types and _is_news(cast.scene, c, near, at)]
        if here:
            return tuple(dict.fromkeys(index[p] for c in here for p in c.persons))
    return ()


def _is_news(scene: Scene, event: Custody, number: int, before: int) -> bool:
    """True for an event that the sentence tells as news, not as what had been before or of somebody in passing ("X, who was …")."""
    at = scene.at(event.trigger.start)
    first = scene.bounds[number][0]
    return first <= at < min(before, scene.bounds[number][1]) and not any(
        u.low == "had" or scene.has(u, "relative") for u in scene.units[max(first, at - 4) : at]
    )


_DECIDED: Final = (
    CustodyType.REMANDED,
    CustodyType.DETENTION_EXTENDED,
    CustodyType.HOUSE_ARREST,
    CustodyType.SENTENCED,
    CustodyType.CONVICTED,
    CustodyType.APPEAL_REJECTED,
    CustodyType.TRAVEL_BAN,
    CustodyType.TRANSFERRED,
)


_TOLD_BY: Final = {
    "transfer": (CustodyType.TRANSFERRED,),
    "move": (CustodyType.TRANSFERRED, *_DECIDED),
    "decision": _DECIDED,
    "order": _DECIDED,
    "extension": (CustodyType.DETENTION_EXTENDED,),
    "prolongation": (CustodyType.DETENTION_EXTENDED,),
    "arrest": (CustodyType.ARRESTED, CustodyType.DETAINED),
    "detention": (CustodyType.ARRESTED, CustodyType.DETAINED, CustodyType.REMANDED, CustodyType.DETENTION_EXTENDED),
    "death": (CustodyType.DIED,),
    "execution": (CustodyType.EXECUTED,),
}


def _is_one_judgement(cast: Cast, a: Custody, b: Custody) -> bool:
    """True for two who got their sentences together: on one day, or, where a day is missing, told within two sentences."""
    if a.date is not None and b.date is not None:
        return a.date.edtf == b.date.edtf and a.type is b.type
    scene = cast.scene
    near = abs(scene.units[scene.at(a.trigger.start)].sentence - scene.units[scene.at(b.trigger.start)].sentence)
    return near <= 2 and a.type in _BY_COURT and b.type in _BY_COURT


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
