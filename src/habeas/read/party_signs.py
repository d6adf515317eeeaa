"""Who may act in an action or answer, or be helped by it, and what speaks for and against them?"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from habeas.case.claim import Action, Response
from habeas.case.passage import Span
from habeas.case.vocabulary import ActionType, EntityKind, MentionForm
from habeas.read.cast import is_never_held
from habeas.read.deed_signs import Hearing, kind_of
from habeas.read.document import OWNING
from habeas.read.group_signs import Group, in_common, is_between, last_named, mean, share, tie_signs
from habeas.read.page_signs import Belonging
from habeas.read.scales import log_odds
from habeas.read.scene import Scene
from habeas.read.weighed_events import LINKED, each_once
from habeas.read.whole_page import Asking
from habeas.read.word_signs import known_by_text, number_signs, people_near, sentence_of

_LATELY: Final = 60  # units before the words in which whoever was named last may be who is spoken of
_BARELY: Final = 0.02  # a tie below which somebody elsewhere in the text is not asked about
_LOOSER: Final = (0.2, 0.35)  # ties of those who may stand in it together
_PERHAPS: Final = 0.25  # from here on somebody may act beside the one whom the encoder ties most surely

_ENCODERS_NAME: Final = {"actor": "actor", "helped": "beneficiary"}


def parties_of(hearing: Hearing, claim: Action | Response, role: str, by_rule: Group) -> list[Group]:
    """Who may stand in the role: whom the claim has, whom the encoder ties, each within reach alone, all who are held or named nearby, and nobody."""
    tied = hearing.ties(_ENCODERS_NAME[role], claim.trigger)
    surest = tuple(i for i, p in tied.items() if p >= LINKED)
    seen = _as_seen(hearing, claim, role)
    sets: list[Group] = [
        by_rule,
        *((i,) for i in _within_reach(hearing, claim.trigger, tied)),
        surest,
        seen.taken if seen is not None else (),
    ]
    sets += [tuple(sorted(i for i, p in tied.items() if p >= least)) for least in _LOOSER]
    if role == "helped":
        first, stop = sentence_of(hearing.scene, hearing.at(claim.trigger))
        sets += [hearing.held, tuple(h for h in hearing.held if is_between(hearing.scene, h, first, stop))]
        sets += people_near(hearing.scene, hearing.at(claim.trigger))
        sets += hearing.cases_by(hearing.at(claim.trigger))
        if claim.type == ActionType.DEMAND_RELEASE:  # of people: "the release of Gazette journalist X" frees no newspaper
            sets = [by_rule, *(tuple(i for i in some if hearing.scene.entities[i].kind is EntityKind.PERSON) for some in sets)]
    elif len(surest) == 1:
        sets += [tuple(sorted({surest[0], i})) for i, p in tied.items() if p > _PERHAPS]
    sets.append(())
    if role == "actor" and _act_together(hearing, claim, by_rule):  # "Norway, Sweden and Germany condemned": all of them, or others
        sets = [some for some in sets if not some or not set(some) < set(by_rule)]
    return each_once(sets)


def _act_together(hearing: Hearing, claim: Action | Response, bodies: Group) -> bool:
    """True if these are bodies that the sentence names one after the other, joined by nothing but "and" and commas."""
    scene = hearing.scene
    first, stop = sentence_of(scene, hearing.at(claim.trigger))
    if len(bodies) < 2 or any(scene.entities[b].kind is EntityKind.PERSON for b in bodies):
        return False
    named = [i for i in range(first, stop) if scene.units[i].form is MentionForm.NAME]
    places = sorted(next((i for i in named if scene.units[i].of == b), -1) for b in bodies)
    return places[0] >= 0 and all(all(scene.units[k].low in _JOINING for k in range(a + 1, b)) for a, b in pairwise(places))


_JOINING: Final = frozenset({",", "and", "the", "&"})


def _as_seen(hearing: Hearing, claim: Action | Response, role: str) -> Belonging | None:
    """Who stands in the role by the network that sees the whole page."""
    kind, asking = kind_of(claim), Asking((claim.trigger,))
    return hearing.page.agents(kind, asking) if role == "actor" else hearing.page.patients(kind, asking)


def _within_reach(hearing: Hearing, trigger: Span, tied: Mapping[int, float]) -> list[int]:
    """The named ones whom the encoder ties at all, those in the sentence and the one before, and those held; of all who were right, 99 in 100."""
    scene = hearing.scene
    number = scene.units[hearing.at(trigger)].sentence
    near = {u.of for u in scene.units[scene.bounds[max(0, number - 1)][0] : scene.bounds[number][1]]}
    named = (i for i, e in enumerate(scene.entities) if e.is_named and e.kind is not EntityKind.PLACE)
    return [i for i in named if i in near or i in hearing.befallen or tied.get(i, 0.0) >= _BARELY]


def signs_of_party(hearing: Hearing, claim: Action | Response, role: str, by_rule: Group, party: Group) -> dict[str, float]:
    """What speaks for and against these in the role."""
    type_, size = claim.type.value, min(3, len(party))
    tied, speaker = hearing.ties(_ENCODERS_NAME[role], claim.trigger), hearing.speaker(claim.trigger)
    signs = {
        **hearing.words_of(claim),
        f"{size} of them": 1.0,
        f"{size} of them, {type_}": 1.0,
        f"is {type_}": 1.0,
        f"realis {claim.realis.value}": 1.0,
        f"by rule {min(2, len(by_rule))}": 1.0,
        **number_signs(hearing.scene, hearing.at(claim.trigger), len(party)),
    }
    if (seen := _as_seen(hearing, claim, role)) is not None:
        signs |= seen.signs(party)
    if set(party) == set(by_rule):
        signs |= {"by rule": 1.0, f"by rule, {type_}": 1.0, f"by rule, {min(2, len(party))}": 1.0}
    if not party:
        best = log_odds(max(tied.values(), default=0.0))
        some = {"nobody, somebody speaks": float(speaker is not None), "nobody, some are held": float(bool(hearing.held))}
        return {**signs, "nobody": 1.0, f"nobody, {type_}": 1.0, "nobody, surest tie": best, **some}
    other = hearing.ties("beneficiary" if role == "actor" else "actor", claim.trigger)
    target = hearing.ties("target", claim.trigger)
    signs |= {
        **tie_signs(tied, party),
        "in the other role": mean(log_odds(other.get(i, 0.0)) for i in party),
        "as a target": mean(log_odds(target.get(i, 0.0)) for i in party),
        "speaks": float(speaker in party),
        "another speaks": float(speaker is not None and speaker not in party),
    }
    signs |= {**_known(hearing, party), **_standing(hearing, claim.trigger, role, party)}
    signs |= known_by_text(hearing.scene, party, hearing.at(claim.trigger), tied)
    signs["shares with rule"] = in_common(party, by_rule)
    signs |= hearing.meant.signs(_ENCODERS_NAME[role], claim.trigger, party, people_only=role == "helped")
    told = hearing.told_before(kind_of(claim), _ENCODERS_NAME[role], claim.trigger)
    signs |= {"as told before": in_common(party, told), "nothing told before": float(not told)}
    for name, held in zip(("last case", "cases here", "cases of the paragraph"), hearing.cases_by(hearing.at(claim.trigger)), strict=True):
        signs |= {name: in_common(party, held), f"no {name}": float(not held)}
    return signs | {f"{name}, {type_}": signs[name] for name in ("a person", "held", "here", "speaks", "surest tie")}


def _known(hearing: Hearing, party: Group) -> dict[str, float]:
    entities = hearing.scene.entities
    return {
        "a person": share(entities[i].kind is EntityKind.PERSON for i in party),
        "held": share(i in hearing.held for i in party),
        "of all held": len(set(party) & set(hearing.held)) / max(1, len(hearing.held)),
        "all held": float(set(party) == set(hearing.held)),
        "held in all": float(len(hearing.held)),
        "befallen": mean(float(hearing.befallen[i]) for i in party),
        "most told of": float(hearing.most_told_of in party),
        "never held": share(is_never_held(hearing.scene, i) for i in party),
        "a government": share(entities[i].kind is EntityKind.GOVERNMENT for i in party),
        "a court": share(entities[i].kind is EntityKind.COURT for i in party),
        "unnamed": share(not entities[i].is_named for i in party),
        "called a detainee": share("detainee" in entities[i].roles for i in party),
    }


def _standing(hearing: Hearing, trigger: Span, role: str, party: Group) -> dict[str, float]:
    """Where the text speaks of them: in this sentence, before or behind the words, by name, in the sentence before."""
    scene = hearing.scene
    at = hearing.at(trigger)
    first, stop = sentence_of(scene, at)
    number = scene.units[at].sentence
    before = scene.bounds[number - 1][0] if number else first
    named = [u.of for u in scene.units[first:stop] if u.of >= 0 and scene.entities[u.of].is_named]
    return {
        "here": share(is_between(scene, i, first, stop) for i in party),
        "named here": share(is_between(scene, i, first, stop, by_name=True) for i in party),
        "before the words": share(is_between(scene, i, first, at) for i in party),
        "behind the words": share(is_between(scene, i, at + 1, stop) for i in party),
        "in the sentence before": share(is_between(scene, i, before, first) for i in party),
        "named before": share(is_between(scene, i, 0, at, by_name=True) for i in party),
        "only owns something": share(_is_owner(scene, i, first, stop) for i in party),
        "first here": float(bool(named) and named[0] in party),
        "last named": float(last_named(scene, at - _LATELY, at, people_only=role == "helped") in party),
    }


def _is_owner(scene: Scene, entity: int, first: int, stop: int) -> bool:
    """True for whoever the sentence only names as the owner of something: "Iran's foreign ministry", "X's lawyer"."""
    places = [u for u in scene.places.get(entity, ()) if first <= u < stop]
    return bool(places) and all(u + 1 < stop and scene.units[u + 1].low in OWNING for u in places)
