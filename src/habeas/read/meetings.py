"""Who met somebody in custody, or met others in office about a case?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from habeas.case.claim import Action, Custody, Quote
from habeas.case.vocabulary import MentionForm, Realis
from habeas.languages.english import ENGLISH
from habeas.read.action_claims import action_of
from habeas.read.action_needs import Deed
from habeas.read.bodies import actors_of
from habeas.read.cast import Cast
from habeas.read.clauses import find_object, find_subject
from habeas.read.grammar import words_of
from habeas.read.in_office import is_authority, is_envoy
from habeas.read.persons_of_event import resolve_group
from habeas.read.realis import decide_realis
from habeas.read.scene import Scene
from habeas.read.verb_groups import Voice


def meeting(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "visited X in prison": somebody met a person in custody."""
    if deed.group.voice is not Voice.ACTIVE or decide_realis(cast.scene, deed.group).realis is not Realis.ASSERTED:
        return None
    kin = words_of(cast.scene.language, "kin", "person_nouns")
    if any(not kin.isdisjoint(u.low.split()) for u in cast.scene.units[deed.hit.last + 1 : deed.hit.last + 5]):
        return None  # "met relatives of X"
    who = resolve_group(cast, find_object(cast.scene, deed.hit.last + 1))
    actors = actors_of(cast, deed.group, quotes)
    if any(a in cast.held or not _VISITORS.isdisjoint(cast.scene.entities[a].roles) for a in actors) or _is_of_the_case(cast, deed):
        return None
    return action_of(cast, deed, actors, who.persons) if actors and who.persons else None


def _is_of_the_case(cast: Cast, deed: Deed) -> bool:
    """True for "X, one of his lawyers, visited him": what the subject is called beside its name."""
    subject = find_subject(cast.scene, deed.group)
    words = (w for u in cast.scene.units[subject.first : deed.group.first] for w in u.low.split())
    return not _COUNSEL.isdisjoint(words)


_COUNSEL: Final = ENGLISH.group("meetings.of_the_case")


def talks(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "The commissioner met Minister X", "the envoy, X, was received by Y", "X met the parents of Y": those in office, and whom they meet, met."""
    scene = cast.scene
    is_ing = scene.units[deed.group.anchor].low.endswith("ing")
    is_aside = is_ing and deed.group.first == deed.group.anchor  # "receiving the minister, X said"
    if is_aside or deed.group.voice in (Voice.NOUN, Voice.STATUS) or decide_realis(scene, deed.group).realis is Realis.NEGATED:
        return None
    if deed.group.voice is Voice.ACTIVE and receives_a_thing(scene, deed.group.anchor):
        return None
    actors = actors_of(cast, deed.group, quotes)
    if deed.group.voice is Voice.ACTIVE:
        met = find_object(scene, deed.hit.last + 1)
    else:
        met = find_subject(scene, deed.group)
    others = tuple(scene.units[i].of for i in met.heads if scene.units[i].of >= 0)
    if any(a in cast.held or not _VISITORS.isdisjoint(scene.entities[a].roles) for a in actors) or not actors or not met.heads:
        return None
    held = tuple(p for p in others if p in cast.held and p not in cast.out)
    everyone = tuple(dict.fromkeys((*actors, *(p for p in others if p not in held))))
    if not any(is_authority(scene, p) or is_envoy(scene, p) for p in everyone):
        return None
    return action_of(cast, deed, everyone, held or _talked_about(cast, deed.hit.first, everyone))


def receives_a_thing(scene: Scene, verb: int) -> bool:
    """True for "received a letter from X", "received a complaint": nobody is met."""
    if not scene.units[verb].low.startswith("receiv"):
        return False
    behind = scene.units[verb + 1 : min(scene.bounds[scene.units[verb].sentence][1], verb + 1 + _NEAR)]
    named = next((k for k, u in enumerate(behind) if u.form is MentionForm.NAME), len(behind))
    return any(u.low.split()[-1] in _THINGS for u in behind[:named])


_NEAR: Final = 5  # units behind the verb
_THINGS: Final = ENGLISH.group("meetings.things")


def _talked_about(cast: Cast, at: int, everyone: Sequence[int]) -> tuple[int, ...]:
    """Whose case the sentence speaks of: "met X to talk about the jailed Y", "visited the prisoner and met X", "met X and raised both cases"."""
    scene = cast.scene
    first, stop = scene.bounds[scene.units[at].sentence]
    named = tuple(dict.fromkeys(u.of for u in scene.units[first:stop] if u.of in cast.held and u.of not in (*everyone, *cast.out)))
    if named or _CASES.isdisjoint(u.low.split()[-1] for u in scene.units[at + 1 : stop]):
        return named
    return tuple(p for p in cast.held if p not in (*everyone, *cast.out))


_CASES: Final = frozenset({"case", "cases", "fate", "arrest", "arrests", "detention", "detentions", "release", "imprisonment"})


_VISITORS: Final = frozenset({"lawyer", "relative"})  # whose visits are the prison's daily round
