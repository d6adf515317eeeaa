"""What one source says: custody events, quotes, actions about a case, and responses, each with its passages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from habeas.case.dates import DateValue, Term
from habeas.case.passage import Passage, Span
from habeas.case.vocabulary import ActionType, CustodyType, Phase, QuoteForm, Realis, ResponseType, Side


@dataclass(frozen=True, slots=True)
class Charge:
    """What a person is accused of: the words, and the articles of the code as printed, joined by ", "."""

    text: Span | None = None
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Authority:
    """The court, prosecutor, service or office that acted: its entity, its words, or both."""

    entity: str | None = None
    text: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What every claim carries. `voice` is the entity on whose word the outlet reports it; None: the outlet's own words.

    `confidence` is calibrated to the share of such claims that are right; `reader` names what proposed the claim.
    """

    id: str
    passages: tuple[Passage, ...]
    confidence: float
    reader: str
    voice: str | None = None
    realis: Realis = Realis.ASSERTED

    def __post_init__(self) -> None:
        if not self.passages:
            raise ValueError(f"claim {self.id} has no passage")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"claim {self.id}: confidence {self.confidence} is not a share")


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody(_Said):
    """A change in the liberty of `persons` (entity ids)."""

    type: CustodyType
    trigger: Span
    persons: tuple[str, ...] = ()
    subtype: str | None = None
    phase: Phase | None = None
    person_count: int | None = None
    date: DateValue | None = None
    until: DateValue | None = None
    term: Term | None = None
    charge: Charge | None = None
    authority: Authority | None = None
    place: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(_Said):
    """Words of somebody: `content` without quote marks; `because` names the rule or model that decided the speaker."""

    form: QuoteForm
    content: tuple[Span, ...]
    cue: Span | None = None
    speaker: str | None = None
    speakers: tuple[str, ...] = ()
    speaker_mention: Span | None = None
    because: str | None = None
    via: str | None = None

    @property
    def hull(self) -> Span:
        """From the first quoted character to the last."""
        return Span(self.content[0].start, self.content[-1].stop)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(_Said):
    """What `actors` did about a case: asked for release, condemned, awarded, sanctioned, met."""

    type: ActionType
    trigger: Span
    subtype: str | None = None
    actors: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    date: DateValue | None = None
    norms: tuple[Span, ...] = ()
    what: Span | None = None
    place: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(_Said):
    """How `actors` answered criticism or an accusation; `answers` are the ids of claims that it replies to."""

    type: ResponseType
    side: Side
    trigger: Span
    actors: tuple[str, ...] = ()
    toward: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    what: Span | None = None


Claim: TypeAlias = Custody | Quote | Action | Response
