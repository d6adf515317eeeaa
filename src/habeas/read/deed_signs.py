"""What speaks for and against an action or answer, and for and against those who may stand in it: who acts, and who is helped?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from habeas.case.claim import Action, Custody, Quote, Response
from habeas.case.passage import Span
from habeas.case.vocabulary import TOLD, EntityKind
from habeas.read.cast import is_never_held
from habeas.read.common_signs import Group, is_between, last_named, mean, share, text_weight, tie_signs
from habeas.read.scales import log_odds
from habeas.read.scene import Scene
from habeas.read.signals import Signals
from habeas.read.weighed_events import LINKED, each_once, seen_as, ties

_LATELY: Final = 60  # units before the words in which whoever was named last may be who is spoken of
_PERHAPS: Final = 0.25  # from here on somebody may act beside the one whom the encoder ties most surely

_ENCODERS_NAME: Final = {"actor": "actor", "helped": "beneficiary"}


class Hearing:
    """One text on the scales: what its actions and answers share, found once."""

    def __init__(self, scene: Scene, custody: Sequence[Custody], quotes: Sequence[Quote], signals: Signals) -> None:
        self.scene, self.quotes, self.signals = scene, quotes, signals
        self.index = {entity.id: i for i, entity in enumerate(scene.entities)}
        befallen = [self.index[p] for c in custody if c.realis in TOLD for p in c.persons if p in self.index]
        self.held: Group = tuple(dict.fromkeys(befallen))
        self.most_told_of = max(self.held, key=befallen.count, default=None)
        self._ties: dict[tuple[str, Span], dict[int, float]] = {}

    def ties(self, role: str, span: Span) -> Mapping[int, float]:
        """How surely the encoder gives each named person or body this role ("actor", "beneficiary", "target") in what the words tell."""
        if (role, span) not in self._ties:
            self._ties[role, span] = ties(self.scene, self.signals, role, span, may_be_inside=True)
        return self._ties[role, span]

    def speaker(self, span: Span) -> int | None:
        """Whose quoted words hold the span."""
        quote = next((q for q in self.quotes if any(c.start <= span.start < c.stop for c in q.content)), None)
        return self.index.get(quote.speaker) if quote is not None and quote.speaker else None


def helped_by(action: Action) -> tuple[str, ...]:
    """The ids of those for whom it is done, and of a sanction or award those at whom it is aimed, as the scorer counts them."""
    return action.beneficiaries if action.type == "condemn" else (*action.beneficiaries, *action.targets)


# ----- whether it was done -----------------------------------------------------------------------------------------------


def signs_of_deed(hearing: Hearing, claim: Action | Response, *, by_encoder: bool) -> dict[str, float]:
    """What speaks for and against the claim as a whole."""
    signals, kind = hearing.signals, "action" if isinstance(claim, Action) else "response"
    actors = [hearing.index[a] for a in claim.actors if a in hearing.index]
    tied = hearing.ties("actor", claim.trigger)
    signs = {
        **seen_as(signals, claim.trigger, kind, claim.type.value),
        "by encoder" if by_encoder else "by phrase": 1.0,
        f"is {claim.type.value}": 1.0,
        f"{'encoder' if by_encoder else 'phrase'} says {claim.type.value}": 1.0,
        f"actors {min(2, len(actors))}": 1.0,
        "surest actor": log_odds(max(tied.values(), default=0.0)),
        "weight": text_weight(hearing.scene),
        "held": min(4, len(hearing.held)) / 4.0,
        "told again": float(len(claim.passages) > 1),
    }
    if actors:
        signs["actor's tie"] = log_odds(max(tied.get(a, 0.0) for a in actors))
        signs["actor held"] = share(a in hearing.held for a in actors)
        signs["actor a person"] = share(hearing.scene.entities[a].kind is EntityKind.PERSON for a in actors)
    if hearing.scene.units[min(hearing.scene.at(claim.trigger.start), len(hearing.scene.units) - 1)].sentence == 0:
        signs["headline"] = 1.0
    if hearing.speaker(claim.trigger) is not None:
        signs["quoted"] = 1.0
    return {**signs, **_of_those_helped(hearing, claim)} if isinstance(claim, Action) else signs


def _of_those_helped(hearing: Hearing, action: Action) -> dict[str, float]:
    helped = [hearing.index[h] for h in helped_by(action) if h in hearing.index]
    tied = hearing.ties("beneficiary", action.trigger)
    signs = {f"helped {min(2, len(helped))}": 1.0, "surest helped": log_odds(max(tied.values(), default=0.0))}
    if helped:
        signs["helped's tie"] = log_odds(max(tied.get(h, 0.0) for h in helped))
        signs["helped held"] = share(h in hearing.held for h in helped)
    return signs


# ----- who stands in it --------------------------------------------------------------------------------------------------


def parties_of(hearing: Hearing, claim: Action | Response, role: str, by_rule: Group) -> list[Group]:
    """Who may stand in the role: whom the claim has, whom the encoder ties, each named person or body alone, all who are held, and nobody."""
    tied = hearing.ties(_ENCODERS_NAME[role], claim.trigger)
    surest = tuple(i for i, p in tied.items() if p >= LINKED)
    sets: list[Group] = [
        by_rule,
        *((i,) for i, e in enumerate(hearing.scene.entities) if e.is_named and e.kind is not EntityKind.PLACE),
        surest,
    ]
    if role == "helped":
        first, stop = _sentence(hearing.scene, claim.trigger)
        sets += [hearing.held, tuple(h for h in hearing.held if is_between(hearing.scene, h, first, stop))]
    elif len(surest) == 1:
        sets += [tuple(sorted({surest[0], i})) for i, p in tied.items() if p > _PERHAPS]
    sets.append(())
    return each_once(sets)


def signs_of_party(hearing: Hearing, claim: Action | Response, role: str, by_rule: Group, party: Group) -> dict[str, float]:
    """What speaks for and against these in the role."""
    type_, size = claim.type.value, min(3, len(party))
    tied, speaker = hearing.ties(_ENCODERS_NAME[role], claim.trigger), hearing.speaker(claim.trigger)
    signs = {f"{size} of them": 1.0, f"{size} of them, {type_}": 1.0}
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
    return signs | {f"{name}, {type_}": signs[name] for name in ("a person", "held", "here", "speaks", "surest tie")}


def _known(hearing: Hearing, party: Group) -> dict[str, float]:
    entities = hearing.scene.entities
    return {
        "a person": share(entities[i].kind is EntityKind.PERSON for i in party),
        "held": share(i in hearing.held for i in party),
        "of all held": len(set(party) & set(hearing.held)) / max(1, len(hearing.held)),
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
    at = min(scene.at(trigger.start), len(scene.units) - 1)
    first, stop = _sentence(scene, trigger)
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
        "owns something": share(_is_owner(scene, i, first, stop) for i in party),
        "first here": float(bool(named) and named[0] in party),
        "last named": float(last_named(scene, at - _LATELY, at, people_only=role == "helped") in party),
    }


def _sentence(scene: Scene, trigger: Span) -> tuple[int, int]:
    return scene.bounds[scene.units[min(scene.at(trigger.start), len(scene.units) - 1)].sentence]


def _is_owner(scene: Scene, entity: int, first: int, stop: int) -> bool:
    """True for whoever the sentence only names as the owner of something: "Iran's foreign ministry", "X's lawyer"."""
    places = [u for u in scene.places.get(entity, ()) if first <= u < stop]
    return bool(places) and all(u + 1 < stop and scene.units[u + 1].low in ("'s", "’s", "'", "’") for u in places)
