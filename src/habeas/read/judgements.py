"""Who judges an arrest or a verdict? One reader for each way in which a judgement is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from habeas.case.claim import Action, Custody, Quote
from habeas.languages.english import ENGLISH
from habeas.read.action_claims import action_of
from habeas.read.action_needs import Deed, declared_by, told_before
from habeas.read.bodies import actors_of, acts_unnamed, named_actors
from habeas.read.cast import Cast
from habeas.read.clauses import find_object
from habeas.read.in_office import is_authority
from habeas.read.judged import judged_persons
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import VerbGroup, Voice, is_finite


def judging(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "condemned the arrests", "voiced concern over the verdict against X"; an authority's word about critics is a response, not this."""
    if deed.group.voice in (Voice.STATUS, Voice.NOUN) or _is_no_judgement(cast.scene, deed.group) or _is_a_judge(cast.scene, deed):
        return None
    actors = actors_of(cast, deed.group, quotes)
    behind = cast.scene.units[deed.hit.last + 1].low if deed.hit.last + 1 < len(cast.scene.units) else ""
    if deed.hit.phrase.frame == "calling" and behind in ("it", "this", "them") and all(is_authority(cast.scene, a) for a in actors):
        return None  # what an authority so calls is as often what its critics say
    if not actors and acts_unnamed(cast.scene, deed.group):
        return action_of(cast, deed, (), judged_persons(cast, deed.hit, custody, ()))
    return _judged_by(cast, deed, actors, custody)


def _is_a_judge(scene: Scene, deed: Deed) -> bool:
    """True for the noun in "a Managua judge ordered"."""
    i = deed.hit.first
    return scene.units[i].low == "judge" and (i == 0 or scene.units[i - 1].low not in ("we", "they", "i", "to", "and"))


def _is_no_judgement(scene: Scene, group: VerbGroup) -> bool:
    """True for what somebody is punished for ("jailed for criticising the court") or does not dare ("are afraid to criticise him")."""
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    if group.is_infinitive:
        return group.governor is not None and group.governor >= start and scene.units[group.governor].low in _UNDONE
    if group.helpers or not scene.units[group.anchor].low.endswith("ing"):
        return bool({"having", "being"}.intersection(group.helpers)) and scene.units[max(start, group.first - 1)].low in _PUNISHED
    i = group.first - 1
    while i > start and scene.units[i].kind is not UnitKind.MARK and not is_finite(scene, i):
        if scene.units[i].low in _PUNISHED and scene.units[i + 1].low.endswith("ing"):
            return True
        i -= 1
    return False


_PUNISHED: Final = frozenset({"for", "of"})


_UNDONE: Final = ENGLISH.group("actions.undone")


def _judged_by(cast: Cast, deed: Deed, actors: tuple[int, ...], custody: Sequence[Custody]) -> Action | None:
    if not actors or all(a in cast.held or not _OF_THE_CASE.isdisjoint(cast.scene.entities[a].roles) for a in actors):
        return None
    return action_of(cast, deed, actors, judged_persons(cast, deed.hit, custody, actors, told_before(cast, deed)))


def declaring(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "For X, the verdict is “a new low”", "The verdict was “a blow to justice”, X said"."""
    actors = declared_by(cast, deed.hit)
    first = cast.scene.bounds[cast.scene.units[deed.hit.first].sentence][0]
    where = range(max(first, deed.hit.first - 4), deed.hit.last)
    return action_of(cast, deed, actors, judged_persons(cast, deed.hit, custody, actors, where)) if actors else None


def drawing(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "The sentence drew condemnation from X and Y": those behind "from" or "by" judge it."""
    scene = cast.scene
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    if deed.hit.last + 1 >= stop or deed.group.voice in (Voice.STATUS, Voice.NOUN):
        return None
    by = find_object(scene, deed.hit.last + 1)
    bodies = [scene.units[i].of for i in by.heads if scene.is_body(scene.units[i])]  # "from Amnesty and PEN" as well as "from the envoy"
    return _judged_by(cast, deed, tuple(dict.fromkeys(bodies)) or named_actors(cast, by), custody)


_OF_THE_CASE: Final = frozenset({"lawyer", "prosecutor", "judge"})  # their word about it is part of the trial
