"""For which body does a person speak? "Spokesman X of the ministry", "X, who chairs the committee", "the secretary of state, X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.scene import Scene, Unit, UnitKind
from habeas.read.verb_groups import is_finite

_OFFICES: Final = ENGLISH.group("spokespeople.offices")
_HEADING: Final = ENGLISH.group("spokespeople.heading")
NOBODYS: Final = frozenset({"lawyer", "relative", "detainee", "witness"})  # who speaks for no body
_REACH: Final = 12  # units that an office and its body may take beside a name


def body_of(scene: Scene, person: int) -> int | None:
    """The body whose office the text puts beside the person's name; None for who speaks for nobody but themselves."""
    entity = scene.entities[person]
    if entity.kind is not EntityKind.PERSON or not NOBODYS.isdisjoint(entity.roles):
        return None
    for mention in [m for m in entity.mentions if m.form is MentionForm.NAME][:4]:
        at = scene.at(mention.span.start)
        if at < len(scene.units) and scene.units[at].of == person:
            found = _in_front(scene, at) if (behind := _behind(scene, at)) is None else behind
            if found is not None:
                return found
            if (named := _of_office(scene, at)) is not None:
                return named
    return None


def spoken_for(scene: Scene, person: int) -> int | None:
    """The body for which somebody without a name speaks: "a State Department spokesperson", "the head of the mission"."""
    entity = scene.entities[person]
    if entity.is_named or entity.kind is not EntityKind.PERSON:
        return None
    places = (scene.at(m.span.start) for m in entity.mentions if m.form is MentionForm.NOMINAL)
    return next((body for at in places if at < len(scene.units) for body in _beside_office(scene, at)), None)


def body_of_unnamed(scene: Scene, person: int) -> int | None:
    """For which body a spokesman without a name answers: "a State Department spokesperson", "a spokesman for the ministry"."""
    nouns = (m.span.words(scene.text).lower().split()[-1] for m in scene.entities[person].mentions)
    return spoken_for(scene, person) if any(map(is_spokesman, nouns)) else None


def is_spokesman(noun: str) -> bool:
    """True for those whose office is to answer for their body."""
    return noun.startswith("spokes")


def _beside_office(scene: Scene, at: int) -> Iterator[int]:
    """The body right in front of the office at unit `at`, and the one that "of" or "for" leads to."""
    if not _is_office(scene.units[at]):
        return
    first, stop = scene.bounds[scene.units[at].sentence]
    owner = at - 1 - (at > first and scene.units[at - 1].low in ("'s", "’s"))
    if owner >= first and _is_body(scene, scene.units[owner]):
        yield scene.units[owner].of
    if at + 1 < stop and scene.units[at + 1].low in ("of", "for", "at", "from"):
        found = next((u.of for u in scene.units[at + 2 : min(stop, at + 5)] if _is_body(scene, u)), None)
        if found is not None:
            yield found


def _of_office(scene: Scene, at: int) -> int | None:
    """The body that the document names elsewhere and that an office beside the name heads: the Secretary of State's department."""
    first, stop = scene.bounds[scene.units[at].sentence]
    beside = scene.words(max(first, at - 6), min(stop, at + 8)).lower()
    for office, (body,) in ENGLISH.table("offices").items():
        if office in beside:
            return next((i for i, e in enumerate(scene.entities) if body in e.name.lower() and e.kind is not EntityKind.PERSON), None)
    return None


def _is_body(scene: Scene, unit: Unit) -> bool:
    return unit.of >= 0 and scene.entities[unit.of].kind in (EntityKind.ORGANIZATION, EntityKind.GOVERNMENT)


def _is_office(unit: Unit) -> bool:
    return unit.low.split()[-1] in _OFFICES and (unit.of < 0 or unit.form is MentionForm.NOMINAL)


def _behind(scene: Scene, at: int) -> int | None:
    """ "X, spokesman of the ministry", "X (EP President)", "X, who chairs the committee"."""
    stop = scene.bounds[scene.units[at].sentence][1]
    if at + 1 >= stop or scene.units[at + 1].low not in (",", "("):
        return None
    is_office, body = False, None
    for i in range(at + 2, min(stop, at + 2 + _REACH)):
        unit = scene.units[i]
        if unit.low in (",", ")", ";", ":", ".") or unit.low == "but" or (unit.low == "and" and is_office):
            break  # not at "and" in "X, Europe and Central Asia director of Y"
        if unit.low in _HEADING:
            is_office = True
        elif unit.low != "who" and is_finite(scene, i):
            break
        is_office = is_office or _is_office(unit)
        if body is None and _is_body(scene, unit):
            body = unit.of
    return body if is_office else None


def _in_front(scene: Scene, at: int) -> int | None:
    """ "RSF director X", "the institute's observer, X", "spokesman of the ministry X"."""
    first = scene.bounds[scene.units[at].sentence][0]
    is_office = False
    for i in range(at - 1, max(first - 1, at - 1 - _REACH), -1):
        unit = scene.units[i]
        if unit.kind is UnitKind.MARK and not (unit.low == "," and i == at - 1):
            return None
        if is_finite(scene, i) or (scene.is_person(unit) and not _is_office(unit)):
            return None
        is_office = is_office or _is_office(unit)
        if _is_body(scene, unit):
            return unit.of if is_office or _office_before(scene, i, first) else None
    return None


def _office_before(scene: Scene, body: int, first: int) -> bool:
    """True for "spokesman of the Foreign Ministry" in front of a name."""
    before = [scene.units[j] for j in range(max(first, body - 4), body)]
    return any(_is_office(u) for u in before) and any(u.low in ("of", "for", "at", "from", "in") for u in before)
