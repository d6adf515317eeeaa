"""What speaks for and against a proposed custody event, and for and against each set of people whom it may have befallen?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.read.cast import Cast, is_never_held
from habeas.read.common_signs import Group, is_between, last_named, mean, share, text_weight, tie_signs
from habeas.read.custody_candidates import Candidate, Proposal, Proposed, told_span
from habeas.read.custody_links import link_persons
from habeas.read.custody_signals import proposed_by_encoder
from habeas.read.genders import may_be
from habeas.read.scales import log_odds
from habeas.read.scene import Scene, Unit, count_words
from habeas.read.signals import Signals
from habeas.read.weighed_events import LINKED, each_once, seen_as, ties

_LATELY: Final = 80  # units before the sentence in which the last person named may be who is spoken of

HARDLY: Final = 0.08  # of a trigger, below which the encoder sees nothing
DESCRIBES: Final = "describes"  # "the jailed journalist"


class Weighing:
    """One text on the scales: what its proposals share, found once."""

    def __init__(self, proposed: Proposed, signals: Signals) -> None:
        self.cast, self.signals, self.scene = proposed.cast, signals, proposed.cast.scene
        by_phrases = [*(Proposal(c, told_span(self.scene, c)) for c in proposed.taken), *self._refused(proposed)]
        self.proposals = by_phrases + proposed_by_encoder(self.cast, by_phrases, signals)
        self._ties: dict[Span, dict[int, float]] = {}

    def _refused(self, proposed: Proposed) -> Iterator[Proposal]:
        """What rules refuse and only describe, where the encoder sees anything at all: the rest has never weighed enough."""
        for candidate, objection in (*proposed.refused, *((e, DESCRIBES) for e in proposed.epithets)):
            span = told_span(self.scene, candidate)
            if self.signals.probability("trigger", span) >= HARDLY:
                linked = replace(candidate, who=link_persons(self.cast, candidate)) if objection == DESCRIBES else candidate
                yield Proposal(linked, span, objection)

    @cached_property
    def powers(self) -> float:
        """How often the text speaks of powers that hold people, as ever smaller steps."""
        return math.sqrt(count_words(self.scene, "institution"))

    @cached_property
    def named(self) -> tuple[int, ...]:
        """The people whom the text names."""
        return tuple(i for i, e in enumerate(self.scene.entities) if e.kind is EntityKind.PERSON and e.is_named)

    @cached_property
    def most_told_of(self) -> int | None:
        """The person whom the text mentions most often, the first of several."""
        return max(self.named, key=lambda i: len(self.scene.places.get(i, ())), default=None)

    def ties(self, proposal: Proposal) -> Mapping[int, float]:
        """How surely the encoder ties each named person to the words of the proposal."""
        if proposal.span not in self._ties:
            self._ties[proposal.span] = ties(self.scene, self.signals, "person", proposal.span, people_only=True, may_be_inside=True)
        return self._ties[proposal.span]


# ----- whether it happened -----------------------------------------------------------------------------------------------


def signs_of_event(weighing: Weighing, proposal: Proposal) -> dict[str, float]:
    """What speaks for and against the proposal, whomever it befell: what the encoder sees there, and what the rules say of it."""
    return {
        **_seen_there(weighing, proposal),
        **_said_by_rules(proposal),
        **_in_the_text(weighing, proposal.candidate),
        **_of_its_persons(weighing, proposal),
    }


def _seen_there(weighing: Weighing, proposal: Proposal) -> dict[str, float]:
    seen = seen_as(weighing.signals, proposal.span, "custody", proposal.candidate.type.value)
    return {name: value for name, value in seen.items() if name != "denied"}


def _said_by_rules(proposal: Proposal) -> dict[str, float]:
    candidate, by = proposal.candidate, "encoder" if proposal.by_encoder else "phrase"
    signs = {
        f"by {by}": 1.0,
        f"{'refused' if proposal.objection else 'taken'} by {by}": 1.0,
        f"realis {candidate.standing.realis.value} by {by}": 1.0,
        f"frame {candidate.hit.phrase.frame}": 1.0,
        f"is {candidate.type.value}": 1.0,
        f"voice {candidate.group.voice.value}": 1.0,
        **{f"needs {need}": 1.0 for need in candidate.hit.phrase.needs},
    }
    return {**signs, against(proposal.objection): 1.0} if proposal.objection else signs


def against(objection: str) -> str:
    """The sign that stands for a rule which speaks against a proposal."""
    return f"against: {objection}"


def _in_the_text(weighing: Weighing, candidate: Candidate) -> dict[str, float]:
    signs = {"weight": text_weight(weighing.scene), "powers": weighing.powers}
    if weighing.scene.units[candidate.trigger].sentence == 0:
        signs["headline"] = 1.0
    if weighing.cast.says(candidate.trigger) is not None:
        signs["quoted"] = 1.0
    return signs


def _of_its_persons(weighing: Weighing, proposal: Proposal) -> dict[str, float]:
    cast, who, tied = weighing.cast, proposal.candidate.who, weighing.ties(proposal)
    signs = {
        f"found as {who.how}": 1.0,
        f"persons {min(2, len(who.persons))}": 1.0,
        "surest tie": log_odds(max(tied.values(), default=0.0)),
    }
    if who.is_group:
        signs["group"] = 1.0
    if who.persons:
        signs["tie"] = log_odds(min(tied.get(i, 0.0) for i in who.persons))
        signs["known"] = float(all(i in cast.befallen for i in who.persons))
        signs["never held"] = float(any(is_never_held(cast.scene, i) for i in who.persons))
    return signs


# ----- whom it befell ----------------------------------------------------------------------------------------------------


def options_of(weighing: Weighing, proposal: Proposal) -> list[Group]:
    """The sets of people whom the event may have befallen: whom the rules say, whom the encoder ties, each person, each list, and nobody named."""
    tied, who = weighing.ties(proposal), proposal.candidate.who
    if who.how == "mention without a name" and _is_another_case(weighing.scene, proposal.candidate.trigger):
        return [who.persons]  # "In a separate case, a man in Grozny got three years"
    sets = [
        who.persons,
        *((i,) for i in weighing.named),
        tuple(sorted(i for i, p in tied.items() if p >= LINKED)),
        *(e.persons for e in weighing.cast.enumerations if len(e.persons) > 1),
        (),
    ]
    if (doer := _acts_on_another(weighing.scene, proposal.candidate)) is not None:
        sets = [who.persons, *(s for s in sets if doer not in s)]
    if who.is_group and who.count is not None:
        if _is_of_them(weighing.scene, proposal.candidate):
            return [who.persons]  # "house arrest for four of them": which, nobody says
        sets = [who.persons, *(s for s in sets if len(s) <= who.count and all(_may_be_held(weighing.cast, i) for i in s))]
    return each_once(sets)


def _is_of_them(scene: Scene, candidate: Candidate) -> bool:
    """True if "of them" stands near the words of the candidate, in its sentence."""
    first, stop = scene.bounds[scene.units[candidate.trigger].sentence]
    near = [u.low for u in scene.units[max(first, candidate.hit.first - _NEAR) : min(stop, candidate.hit.last + _NEAR)]]
    return any(near[i : i + 2] == ["of", "them"] for i in range(len(near) - 1))


_NEAR: Final = 8  # units


def _may_be_held(cast: Cast, person: int) -> bool:
    return person in cast.befallen or not is_never_held(cast.scene, person)


def _acts_on_another(scene: Scene, candidate: Candidate) -> int | None:
    """Who is named right before the verb in "it is reported that X slapped him": X does it to whoever stands behind."""
    first, last = candidate.hit.first, candidate.hit.last
    stop = scene.bounds[scene.units[first].sentence][1]
    behind = {u.low for u in scene.units[first + 1 : min(stop, last + 2)]}  # the encoder may take the pronoun into the trigger
    if first == 0 or scene.units[first - 1].form is not MentionForm.NAME or behind.isdisjoint(("him", "her", "them")):
        return None
    return scene.units[first - 1].of


def _is_another_case(scene: Scene, at: int) -> bool:
    """True for a sentence that turns to another case: "Separately, …", "In another case, …"."""
    first, stop = scene.bounds[scene.units[at].sentence]
    words = [w for u in scene.units[first : min(stop, first + 4)] for w in u.low.split()]
    return words[:1] in (["separately"], ["elsewhere"]) or (words[:1] == ["in"] and not _ANOTHER.isdisjoint(words) and "case" in words)


_ANOTHER: Final = frozenset({"separate", "another", "different", "similar", "unrelated"})


def signs_of_whom(weighing: Weighing, proposal: Proposal, persons: Group) -> dict[str, float]:
    """What speaks for and against these as the people whom the event befell."""
    who, tied = proposal.candidate.who, weighing.ties(proposal)
    signs = {f"persons {min(3, len(persons))}": 1.0}
    if set(persons) == set(who.persons):
        signs |= {"by rule": 1.0, f"by rule as {who.how}": 1.0, f"by rule, frame {proposal.candidate.hit.phrase.frame}": 1.0}
        signs |= {f"by rule, voice {proposal.candidate.group.voice.value}": 1.0, "by rule, group": float(who.is_group)}
    else:
        signs[f"not {'a group' if who.is_group and not who.persons else who.how}"] = 1.0
    if not persons:
        return {
            **signs,
            "nobody": 1.0,
            "nobody, surest tie": log_odds(max(tied.values(), default=0.0)),
            "nobody of some": float(bool(weighing.named)),
        }
    return {
        **signs,
        **tie_signs(tied, persons),
        **_known(weighing, proposal.candidate, persons),
        **_standing(weighing, proposal.candidate, persons),
    }


def _known(weighing: Weighing, candidate: Candidate, persons: Group) -> dict[str, float]:
    cast, scene = weighing.cast, weighing.scene
    says = cast.says(candidate.trigger)
    return {
        "known": share(i in cast.befallen for i in persons),
        "held": share(i in cast.held for i in persons),
        "often": mean([cast.befallen.get(i, 0) for i in persons]) ** 0.5,
        "never held": share(is_never_held(scene, i) for i in persons),
        "called a detainee": share("detainee" in scene.entities[i].roles for i in persons),
        "most told of": float(weighing.most_told_of in persons),
        "speaks": float(any(scene.entities[i].id == says for i in persons)),
        "another speaks": float(says is not None and all(scene.entities[i].id != says for i in persons)),
    }


def _standing(weighing: Weighing, candidate: Candidate, persons: Group) -> dict[str, float]:
    """Where the text speaks of them: in this sentence, before or behind the words, by name, in the sentence before."""
    scene, at = weighing.scene, candidate.trigger
    number = scene.units[at].sentence
    first, stop = scene.bounds[number]
    before = scene.bounds[number - 1][0] if number else first
    nearest = min(((abs(u - at), u >= at) for i in persons for u in scene.places.get(i, ()) if first <= u < stop), default=None)
    people = [scene.units[u] for u in range(first, stop) if scene.is_person(scene.units[u])]
    signs = {
        "here": share(is_between(scene, i, first, stop) for i in persons),
        "named here": share(is_between(scene, i, first, stop, by_name=True) for i in persons),
        "in the sentence before": share(is_between(scene, i, before, first) for i in persons),
        "named before": share(is_between(scene, i, 0, at, by_name=True) for i in persons),
        "first here": float(bool(people) and people[0].of in persons),
        "last named": float(last_named(scene, first - _LATELY, at, people_only=True) in persons),
    }
    if nearest is not None:
        signs |= {"near": 1.0 / (1.0 + nearest[0] / 4.0), "behind" if nearest[1] else "before": 1.0}
    pronoun = _pronoun(scene.units[first:stop])
    return signs if pronoun is None else {**signs, "of that gender": share(may_be(scene.entities[i], pronoun) for i in persons)}


def _pronoun(units: Sequence[Unit]) -> str | None:
    return next((u.low for u in units if u.form is MentionForm.PRONOUN and u.low in ("he", "him", "his", "she", "her")), None)
