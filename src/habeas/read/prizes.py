"""Who gives a prize to whom? One reader for each way in which it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Action, Custody, Quote
from habeas.case.vocabulary import MentionForm
from habeas.read.action_claims import action_of, prize_at
from habeas.read.action_needs import Deed
from habeas.read.bodies import (
    actors_of,
    officeholder,
)
from habeas.read.case_people import is_one, meant_by_pronoun, the_one
from habeas.read.cast import NOBODY, Cast, Who
from habeas.read.clauses import find_object, find_subject
from habeas.read.persons_of_event import resolve_group
from habeas.read.scene import UnitKind
from habeas.read.verb_groups import Voice, is_finite


def giving(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "gave its prize to X", "X was awarded the prize"."""
    scene = cast.scene
    if deed.group.voice in (Voice.NOUN, Voice.STATUS):
        return None
    if deed.group.voice in (Voice.PASSIVE, Voice.REDUCED):
        who = resolve_group(cast, find_subject(scene, deed.group))
        if not who.persons:
            who = _after_to(cast, deed.hit.first)
        return action_of(cast, deed, actors_of(cast, deed.group) or _owner_of_prize(cast, deed), who.persons) if who.persons else None
    who = _after_to(cast, deed.hit.last)
    if not who.persons:
        given = find_object(scene, deed.group.anchor + 1)
        told = tuple(i for i in given.heads if scene.units[i].form is not MentionForm.NOMINAL and scene.units[i].low not in _OWNERS)
        told = told or tuple(i for i in given.possessors if scene.units[i].low not in _OWNERS)
        who = resolve_group(cast, replace(given, heads=told) if told else given)  # of "made her an honorary citizen", "her"
    laureates = the_one(cast, who.persons, deed.hit.first)
    return action_of(cast, deed, actors_of(cast, deed.group, quotes), laureates) if laureates else None


_OWNERS: Final = frozenset({"its", "their", "his"})  # "gave the union leader its prize"


def _after_to(cast: Cast, first: int) -> Who:
    scene = cast.scene
    stop = scene.bounds[scene.units[first].sentence][1]
    for i in range(first + 1, min(stop, first + 10)):
        if scene.units[i].low in ("to", "upon", "on"):
            return resolve_group(cast, find_object(scene, i + 1))
    return NOBODY


def getting(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "X won the prize"."""
    if deed.group.voice in (Voice.NOUN, Voice.STATUS, Voice.PASSIVE):
        return None
    persons = _represented(cast, deed) or resolve_group(cast, find_subject(cast.scene, deed.group)).persons
    return action_of(cast, deed, _owner_of_prize(cast, deed), (*persons, *_sharers(cast, deed))) if persons else None


def _represented(cast: Cast, deed: Deed) -> tuple[int, ...]:
    """For whom a prize is taken: "his wife accepted the award on his behalf", "on behalf of X"."""
    scene = cast.scene
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    for i in range(deed.hit.last + 1, stop):
        if scene.units[i].low != "behalf":
            continue
        if is_one(scene, i - 1):
            subject = find_subject(scene, deed.group)
            meant = meant_by_pronoun(cast, i - 1, [scene.units[k].of for k in subject.heads])
            return () if meant is None else (meant,)
        if i + 2 < stop and scene.units[i + 1].low == "of":
            return resolve_group(cast, find_object(scene, i + 2)).persons
        if scene.units[i - 1].low in ("'s", "'") and scene.units[i - 2].of >= 0:
            return (scene.units[i - 2].of,)
    return ()


def _sharers(cast: Cast, deed: Deed) -> tuple[int, ...]:
    """Those with whom a prize is shared."""
    scene = cast.scene
    if not scene.units[deed.hit.first].low.startswith("shar"):
        return ()
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    by = next((i for i in range(deed.hit.last + 1, stop - 1) if scene.units[i].low == "with"), None)
    return resolve_group(cast, find_object(scene, by + 1)).persons if by is not None else ()


def _owner_of_prize(cast: Cast, deed: Deed) -> tuple[int, ...]:
    """Whose prize it is: "received the Secretary of State's “Champion” award", "won the prize of the union"; nobody where no owner is named."""
    scene = cast.scene
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    at = prize_at(scene, deed)
    if at is None:
        return ()
    for i in range(at - 1, deed.group.anchor, -1):
        if scene.units[i].low in ("'s", "'"):
            return (scene.units[i - 1].of,) if scene.units[i - 1].of >= 0 else officeholder(scene, deed.group.anchor + 1, i)
    for of in range(at + 1, min(stop - 1, at + 6)):
        if scene.units[of].low in ("of", "from", "by"):
            return next(((scene.units[i].of,) for i in range(of + 1, min(stop, of + 4)) if scene.is_body(scene.units[i])), ())
        if scene.units[of].kind is UnitKind.MARK or is_finite(scene, of):
            break
    return ()


def goes(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "The prize went to X"."""
    scene = cast.scene
    who = resolve_group(cast, find_object(scene, deed.hit.last + 1))
    start = scene.bounds[scene.units[deed.hit.first].sentence][0]
    owner = next((i - 1 for i in range(deed.hit.first - 1, start, -1) if scene.units[i].low in ("'s", "'")), None)
    actors = (scene.units[owner].of,) if owner is not None and scene.is_body(scene.units[owner]) else ()
    return action_of(cast, deed, actors, who.persons) if who.persons else None
