"""What speaks for and against an action or answer as a whole?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from habeas.case.claim import Action, Custody, Quote, Response
from habeas.case.passage import Span
from habeas.case.vocabulary import TOLD, EntityKind
from habeas.languages.english import ENGLISH
from habeas.read.group_signs import Group, share, text_weight
from habeas.read.meant_signs import Meant
from habeas.read.page_signs import Sight, named_ones
from habeas.read.scales import log_odds
from habeas.read.scene import Scene
from habeas.read.signals import Signals
from habeas.read.weighed_events import LINKED, Telling, seen_as, tellings, ties
from habeas.read.whole_page import Asking
from habeas.read.word_signs import paragraph_of, types_seen, word_at, words_around

Deed = TypeVar("Deed", Action, Response)


@dataclass(frozen=True, slots=True)
class Proposed(Generic[Deed]):
    """An action or answer as it comes to be weighed: whether only the encoder sees it, and then the first rule that speaks against it ("" for none).

    `is_said`: an authority answers by the words that it is quoted with, of which the word list knows that they do.
    `is_sure`: the word list knows the words for ones that say nothing else.
    """

    claim: Deed
    by_encoder: bool = False
    objection: str = ""
    is_said: bool = False
    is_sure: bool = False


class Hearing:
    """One text on the scales: what its actions and answers share, found once."""

    def __init__(self, scene: Scene, custody: Sequence[Custody], quotes: Sequence[Quote], signals: Signals) -> None:
        self.scene, self.quotes, self.signals = scene, quotes, signals
        self.index = {entity.id: i for i, entity in enumerate(scene.entities)}
        told = [c for c in custody if c.realis in TOLD]
        self.befallen = Counter(self.index[p] for c in told for p in c.persons if p in self.index)
        self.cases = sorted((self.at(c.trigger), tuple(sorted(self.index[p] for p in c.persons if p in self.index))) for c in told)
        self.held: Group = tuple(self.befallen)
        self.most_told_of = max(self.held, key=lambda i: self.befallen[i], default=None)
        self._ties: dict[tuple[str, Span], dict[int, float]] = {}
        self._words: dict[Span, dict[str, float]] = {}
        self._cases_by: dict[int, tuple[Group, Group, Group]] = {}
        self._speakers: dict[Span, int | None] = {}
        self.meant = Meant(scene, signals)
        self.page = Sight(scene, signals, named_ones(scene))
        self._tellings: dict[str, list[Telling]] = {}

    def ties(self, role: str, span: Span) -> Mapping[int, float]:
        """How surely the encoder gives each named person or body this role ("actor", "beneficiary", "target") in what the words tell."""
        if (role, span) not in self._ties:
            self._ties[role, span] = ties(self.scene, self.signals, role, span, may_be_inside=True)
        return self._ties[role, span]

    def tellings(self, kind: str) -> list[Telling]:
        """What the encoder takes for an action or an answer."""
        if kind not in self._tellings:
            self._tellings[kind] = list(tellings(self.signals, kind))
        return self._tellings[kind]

    def told_before(self, kind: str, role: str, span: Span) -> Group:
        """Whom the encoder ties, in this role, to the last action or answer that it sees before the words."""
        last = next((t.span for t in reversed(self.tellings(kind)) if t.span.stop <= span.start), None)
        return () if last is None else tuple(i for i, p in self.ties(role, last).items() if p >= LINKED)

    def cases_by(self, at: int) -> tuple[Group, Group, Group]:
        """Who is held by the last event told before unit `at`, by those of its sentence, and by those of its paragraph."""
        if at not in self._cases_by:
            self._cases_by[at] = self._find_cases(at)
        return self._cases_by[at]

    def _find_cases(self, at: int) -> tuple[Group, Group, Group]:
        here, number = self.scene.units[at].sentence, paragraph_of(self.scene, at)
        last = next((who for unit, who in reversed(self.cases) if unit <= at and who), ())
        sentence = {i for unit, who in self.cases if self.scene.units[unit].sentence == here for i in who}
        paragraph = {i for unit, who in self.cases if paragraph_of(self.scene, unit) == number for i in who}
        return last, tuple(sorted(sentence)), tuple(sorted(paragraph))

    def at(self, span: Span) -> int:
        """The unit at which the span begins."""
        return self.scene.nearest(span.start)

    def words_of(self, claim: Action | Response) -> Mapping[str, float]:
        """The words around the trigger, and how many people and bodies the text names."""
        if claim.trigger not in self._words:
            named = [e.kind is EntityKind.PERSON for e in self.scene.entities if e.is_named]
            counts = {"named": float(sum(named)), "named bodies": float(len(named) - sum(named))}
            at = self.at(claim.trigger)
            stop = min(self.scene.bounds[self.scene.units[at].sentence][1], at + 1 + _SOON)
            soon = {f"soon {word_at(self.scene, i)}": 1.0 for i in range(at + 1, stop)}  # "condemned the use of a law"
            self._words[claim.trigger] = words_around(self.scene, at, _TELLING) | soon | counts
        return self._words[claim.trigger]

    def speaker(self, span: Span) -> int | None:
        """Whose quoted words hold the span."""
        if span not in self._speakers:
            quote = next((q for q in self.quotes if any(c.start <= span.start < c.stop for c in q.content)), None)
            self._speakers[span] = self.index.get(quote.speaker) if quote is not None and quote.speaker else None
        return self._speakers[span]


def kind_of(claim: Action | Response) -> str:
    """ "action" or "response", as questions and marks name them."""
    return "action" if isinstance(claim, Action) else "response"


def helped_by(action: Action) -> tuple[str, ...]:
    """The ids of those for whom it is done, and of a sanction or award those at whom it is aimed, as the scorer counts them."""
    return action.beneficiaries if action.type == "condemn" else (*action.beneficiaries, *action.targets)


# ----- whether it was done -----------------------------------------------------------------------------------------------


def signs_of_deed(hearing: Hearing, proposed: Proposed[Action] | Proposed[Response]) -> dict[str, float]:
    """What speaks for and against the claim as a whole."""
    claim, by_encoder = proposed.claim, proposed.by_encoder
    signals, kind = hearing.signals, kind_of(claim)
    actors = [hearing.index[a] for a in claim.actors if a in hearing.index]
    tied = hearing.ties("actor", claim.trigger)
    signs = {
        **hearing.page.told(kind, Asking((claim.trigger,)), f"{kind}:{claim.type.value}"),
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
    if proposed.objection:
        signs |= {f"against: {proposed.objection}": 1.0, "refused": 1.0}
    if proposed.is_said:
        signs["says no"] = 1.0
    if hearing.scene.units[hearing.at(claim.trigger)].sentence == 0:
        signs["headline"] = 1.0
    if hearing.speaker(claim.trigger) is not None:
        signs["quoted"] = 1.0
    beside = [t.span.gap(claim.trigger) for t in hearing.tellings(kind) if t.type == claim.type.value and not t.span.touches(claim.trigger)]
    if beside and min(beside) <= _BESIDE:
        signs["told beside"] = 1.0 - min(beside) / _BESIDE
    signs = {**signs, **types_seen(signals, claim.trigger), **hearing.words_of(claim)}
    return {**signs, **(_of_those_helped(hearing, claim) if isinstance(claim, Action) else _of_the_answer(hearing, claim))}


_BESIDE: Final = 200  # characters


def _of_the_answer(hearing: Hearing, response: Response) -> dict[str, float]:
    """Whether the text tells of something that is answered, and the telling words of what is said."""
    asked = [t.span for t in hearing.tellings("action") if t.span.stop <= response.trigger.start]
    signs = {
        "answers an action": float(bool(response.answers)),
        "toward somebody": float(bool(response.toward)),
        "actions before": float(min(3, len(asked))),
    }
    quote = said_at(hearing, response.trigger)
    if quote is None:
        return signs
    words = {w for part in quote.content for w in _WORD.findall(part.words(hearing.scene.text).lower())}
    return {**signs, f"said {quote.form.value}": 1.0, "words said": float(len(words)), **{f"says {w}": 1.0 for w in words & _ANSWERING}}


def said_at(hearing: Hearing, trigger: Span) -> Quote | None:
    """The first quote whose words or cue the trigger touches."""
    return next((q for q in hearing.quotes if _is_at(q, trigger)), None)


def _is_at(quote: Quote, trigger: Span) -> bool:
    return (quote.cue is not None and quote.cue.touches(trigger)) or any(part.touches(trigger) for part in quote.content)


_WORD: Final = re.compile(r"[\w’'-]+")
_ANSWERING: Final = ENGLISH.group("deed_signs.answering")


def _of_those_helped(hearing: Hearing, action: Action) -> dict[str, float]:
    helped = [hearing.index[h] for h in helped_by(action) if h in hearing.index]
    tied = hearing.ties("beneficiary", action.trigger)
    signs = {f"helped {min(2, len(helped))}": 1.0, "surest helped": log_odds(max(tied.values(), default=0.0))}
    if helped:
        signs["helped's tie"] = log_odds(max(tied.get(h, 0.0) for h in helped))
        signs["helped held"] = share(h in hearing.held for h in helped)
    return signs


_SOON: Final = 7  # units behind the words
_TELLING: Final = ENGLISH.group("deed_signs.telling")
