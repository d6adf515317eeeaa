"""What speaks for and against a proposed custody event? What the encoder sees there, what the rules say, the words around it, and what stands beside it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Final, NamedTuple

from habeas.case.passage import Span
from habeas.case.vocabulary import CustodyType, EntityKind
from habeas.languages.english import ENGLISH
from habeas.read.cast import is_never_held
from habeas.read.custody_candidates import Candidate, Proposal, Proposed, stand_in_one_place, told_span
from habeas.read.custody_links import link_persons
from habeas.read.custody_signals import proposed_by_encoder
from habeas.read.group_signs import text_weight
from habeas.read.meant_signs import Meant
from habeas.read.page_signs import Belonging, Sight
from habeas.read.scales import log_odds
from habeas.read.scene import Scene, UnitKind, count_words
from habeas.read.signals import Signals
from habeas.read.weighed_events import seen_as, ties
from habeas.read.whole_page import Asking
from habeas.read.word_signs import sentence_of, types_seen, word_at, words_around

HARDLY: Final = 0.08  # of a trigger, below which the encoder sees nothing
DESCRIBES: Final = "describes"  # "the jailed journalist"


class Seen(NamedTuple):
    """A proposal, and how surely the encoder sees a trigger of its type in its words."""

    proposal: Proposal
    seen: float


class Tellings:
    """Where events of one type and person are proposed, and how surely the encoder sees each."""

    def __init__(self) -> None:
        self._seen: dict[int, list[float]] = {}
        self._surest: list[tuple[float, int]] = []  # of the two triggers with the surest, the surest first
        self._count = 0

    def add(self, trigger: int, seen: float) -> None:
        """One more proposal at this unit."""
        self._seen.setdefault(trigger, []).append(seen)
        self._count += 1
        best = [pair for pair in self._surest if pair[1] != trigger] + [(max(self._seen[trigger]), trigger)]
        self._surest = sorted(best, reverse=True)[:2]

    def elsewhere(self, trigger: int) -> tuple[int, float]:
        """How many there are but at this unit, and the surest of them; -inf where there is none."""
        rest = (seen for seen, at in self._surest if at != trigger)
        return self._count - len(self._seen.get(trigger, ())), next(rest, -math.inf)


class Weighing:
    """One text on the scales: what its proposals share, found once."""

    def __init__(self, proposed: Proposed, signals: Signals) -> None:
        self.cast, self.signals, self.scene = proposed.cast, signals, proposed.cast.scene
        by_phrases = [*(Proposal(c, told_span(self.scene, c)) for c in proposed.taken), *self._refused(proposed)]
        self.proposals = by_phrases + proposed_by_encoder(self.cast, by_phrases, signals)
        self._ties: dict[Span, dict[int, float]] = {}
        self.meant = Meant(self.scene, signals)
        self._once: dict[int, Mapping[str, float]] = {}
        self.by_sentence: defaultdict[int, list[Seen]] = defaultdict(list)
        self.of_them: defaultdict[tuple[CustodyType, int], Tellings] = defaultdict(Tellings)
        for seen in self._seen():
            self.by_sentence[self.scene.units[seen.proposal.candidate.trigger].sentence].append(seen)
            for i in seen.proposal.candidate.who.persons:
                self.of_them[seen.proposal.candidate.type, i].add(seen.proposal.candidate.trigger, seen.seen)

    def _seen(self) -> Iterator[Seen]:
        for p in self.proposals:
            yield Seen(p, seen_as(self.signals, p.span, "custody", p.candidate.type.value)["trigger and type"])

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
    def page(self) -> Sight:
        """What the network that sees the whole page says of the proposals."""
        sight = Sight(self.scene, self.signals, self.named)
        sight.look("custody", [Asking((p.span,)) for p in self.proposals])
        return sight

    def patients(self, proposal: Proposal) -> Belonging | None:
        """Whom it befell, as that network sees it."""
        return self.page.patients("custody", Asking((proposal.span,)))

    @cached_property
    def most_told_of(self) -> int | None:
        """The person whom the text mentions most often, the first of several."""
        return max(self.named, key=lambda i: len(self.scene.places.get(i, ())), default=None)

    def once(self, proposal: Proposal, ask: Callable[[Weighing, Proposal], Mapping[str, float]]) -> Mapping[str, float]:
        """The signs that `ask` finds in a proposal, whomever it befell: looked for once, asked for each set of people."""
        if id(proposal) not in self._once:
            self._once[id(proposal)] = ask(self, proposal)
        return self._once[id(proposal)]

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
        **types_seen(weighing.signals, proposal.span),
        **_words_of(weighing.scene, proposal),
        **_beside(weighing, proposal),
        **weighing.page.told("custody", Asking((proposal.span,)), f"custody:{proposal.candidate.type.value}"),
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


def _words_of(scene: Scene, proposal: Proposal) -> dict[str, float]:
    """The words that tell it, those around them, and what else their sentence holds."""
    candidate = proposal.candidate
    group = candidate.group
    first, stop = sentence_of(scene, candidate.trigger)
    kinds = [u.kind for u in scene.units[first:stop]]
    signs = {
        **words_around(scene, candidate.trigger, _TELLING),
        **{f"helper {word}": 1.0 for word in group.helpers},
        "terms here": float(kinds.count(UnitKind.TERM)),
        "dates here": float(kinds.count(UnitKind.DATE)),
        "articles here": float(kinds.count(UnitKind.ARTICLE)),
        "helpers": float(len(group.helpers)),
        "width": float(len(candidate.hit.units)),
        "count": float(candidate.who.count or 0),
    }
    if group.first > first:
        signs[f"before {word_at(scene, group.first - 1)}"] = 1.0
    if not proposal.by_encoder:
        signs[f"phrase {candidate.hit.phrase.words}"] = 1.0
    return signs


def _beside(weighing: Weighing, proposal: Proposal) -> dict[str, float]:
    """What else is proposed in its place, elsewhere in its sentence, and elsewhere of the same type and people; and how surely the encoder sees that."""
    mine, scene = proposal.candidate, weighing.scene
    here = [s for s in weighing.by_sentence[scene.units[mine.trigger].sentence] if s.proposal is not proposal]
    in_place = [stand_in_one_place(s.proposal.candidate, mine) for s in here]
    rivals, near = ([s for s, is_rival in zip(here, in_place, strict=True) if is_rival is asked] for asked in (True, False))
    again = [s.seen for s in near if s.proposal.candidate.type is mine.type]
    alike = [weighing.of_them[mine.type, i].elsewhere(mine.trigger) for i in mine.who.persons]
    signs = {"rivals": float(len(rivals)), "alike": float(sum(count for count, _ in alike))}
    for name, others in (("rival", rivals), ("neighbour", near)):
        if others:
            surest = max(others, key=lambda s: s.seen)
            signs |= {name: surest.seen, f"{name} is {surest.proposal.candidate.type.value}": 1.0}
    if rivals:
        signs["rival taken"] = float(any(not s.proposal.objection and not s.proposal.by_encoder for s in rivals))
    if again:
        signs["this type again here"] = max(again)
    if signs["alike"]:
        signs["surest alike"] = max(seen for _, seen in alike)
    return signs


_TELLING: Final = ENGLISH.group("custody_signs.telling")
