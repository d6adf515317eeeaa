"""What the claims and decisions add up to for one person or group. Derived, never edited; every value keeps its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from habeas.case.dates import DateValue, Term
from habeas.case.decision import Verdict
from habeas.case.passage import Passage
from habeas.case.periods import days_of, precision, reading_order
from habeas.case.vocabulary import (
    ActionType,
    CustodyType,
    EntityKind,
    Phase,
    QuoteForm,
    Realis,
    ResponseType,
    Side,
)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source without its text: what a citation of it needs, and when the record received it."""

    id: str
    name: str
    added_at: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None

    @property
    def known_by(self) -> str:
        """The day (ISO) by which its words were out: the last that the publication date can mean, else when the record received it."""
        days = days_of(self.published) if self.published else None
        return days[1].isoformat() if days else self.added_at[:10]

    @property
    def label(self) -> str:
        return self.outlet or self.name


@dataclass(frozen=True, slots=True)
class Party:
    """A person or body of the register, under the name that the record shows for it."""

    id: str
    name: str
    kind: EntityKind = EntityKind.PERSON


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """What every line of a case carries: which claim of which source says it, in which words, and how sure it is."""

    claim: str
    source: SourceLine
    passages: tuple[Passage, ...]
    trigger: Passage
    confidence: float
    reader: str
    realis: Realis = Realis.ASSERTED
    voice: Party | None = None
    verdict: Verdict | None = None

    @property
    def key(self) -> str:
        """The claim's name in the whole record, the subject of decisions about it."""
        return f"{self.source.id}#{self.claim}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling(_Line):
    """What one source says of one custody event."""

    type: CustodyType
    persons: tuple[Party, ...] = ()
    subtype: str | None = None
    phase: Phase | None = None
    person_count: int | None = None
    date: DateValue | None = None
    date_words: Passage | None = None
    until: DateValue | None = None
    until_words: Passage | None = None
    term: Term | None = None
    term_words: Passage | None = None
    charge: Passage | None = None
    article: str | None = None
    authority: Party | None = None
    authority_words: Passage | None = None
    place: Passage | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """One field on which the tellings of one event differ: each value with the claims (keys) that give it."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One custody event, as all sources that tell it tell it.

    `witnesses` counts independent sources: reprints of one text are one. `rivals` are the ids of other events of the case
    that seem to be this one told with another date: the sources disagree, and both stand until a person decides.
    """

    tellings: tuple[Telling, ...]
    witnesses: int = 1
    disputes: tuple[Dispute, ...] = ()
    rivals: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.tellings[0].key

    @property
    def type(self) -> CustodyType:
        return self.tellings[0].type

    @property
    def dated(self) -> Telling | None:
        """The telling whose date holds: the most precise one; one that a person accepted or corrected comes first."""
        return min((t for t in self.tellings if t.date is not None), key=_preference, default=None)

    @property
    def date(self) -> DateValue | None:
        return self.dated.date if self.dated else None

    @property
    def until(self) -> DateValue | None:
        return next((t.until for t in self.tellings if t.until is not None), None)

    @property
    def term(self) -> Term | None:
        return next((t.term for t in self.tellings if t.term is not None), None)

    @property
    def subtype(self) -> str | None:
        return next((t.subtype for t in self.tellings if t.subtype is not None), None)

    @property
    def sources(self) -> tuple[SourceLine, ...]:
        """The sources that tell it, each once."""
        return tuple({t.source.id: t.source for t in self.tellings}.values())

    @property
    def is_alleged(self) -> bool:
        """True if no telling asserts it."""
        return all(t.realis is Realis.ALLEGED for t in self.tellings)

    @property
    def known_by(self) -> str:
        """The first day on which any source that tells it was out."""
        return min(t.source.known_by for t in self.tellings)


def _preference(telling: Telling) -> tuple[int, int, tuple[int, str, str, int], str]:
    assert telling.date is not None
    ruled = 0 if telling.verdict in (Verdict.ACCEPT, Verdict.CORRECT) else 1
    return ruled, -precision(telling.date.edtf), reading_order(telling.date), telling.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(_Line):
    """What a body or person did about a case, as one source tells it: a demand, an award, a sanction."""

    type: ActionType
    subtype: str | None = None
    actors: tuple[Party, ...] = ()
    addressees: tuple[Party, ...] = ()
    beneficiaries: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    date: DateValue | None = None
    date_words: Passage | None = None
    norms: tuple[Passage, ...] = ()
    what: Passage | None = None
    place: Passage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(_Line):
    """How an authority, or the accused side, answered, as one source tells it. `answers` are keys of the claims it replies to."""

    type: ResponseType
    side: Side
    actors: tuple[Party, ...] = ()
    toward: tuple[Party, ...] = ()
    answers: tuple[str, ...] = ()
    what: Passage | None = None


@dataclass(frozen=True, slots=True)
class Exchange:
    """One demand with all tellings of it, and the answers that the sources tie to it.

    `answers` holds pairs of an answer and how it is tied: it names the claim, or names the one who asked.
    """

    tellings: tuple[Deed, ...]
    answers: tuple[tuple[Answer, str], ...] = ()

    @property
    def id(self) -> str:
        return self.tellings[0].key

    @property
    def date(self) -> DateValue | None:
        dated = [t.date for t in self.tellings if t.date is not None]
        return min(dated, key=lambda d: (-precision(d.edtf), reading_order(d))) if dated else None

    @property
    def actors(self) -> tuple[Party, ...]:
        return _parties(t.actors for t in self.tellings)

    @property
    def addressees(self) -> tuple[Party, ...]:
        return _parties(t.addressees for t in self.tellings)

    @property
    def beneficiaries(self) -> tuple[Party, ...]:
        return _parties(t.beneficiaries for t in self.tellings)

    @property
    def norms(self) -> tuple[Passage, ...]:
        return tuple(dict.fromkeys(n for t in self.tellings for n in t.norms))


def _parties(groups: Iterable[tuple[Party, ...]]) -> tuple[Party, ...]:
    seen: dict[str, Party] = {}
    for group in groups:
        for party in group:
            seen.setdefault(party.id, party)
    return tuple(seen.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance(_Line):
    """Words that a source gives as somebody's: `content` cut from the source, `because` the rule that decided the speaker."""

    form: QuoteForm
    content: tuple[Passage, ...]
    speaker: Party | None = None
    speaker_words: Passage | None = None
    because: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class NameSeen:
    """One spelling under which sources name the person, its script, and where."""

    name: str
    script: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """How a source presents the person: detainee, lawyer, official; roles differ from text to text."""

    role: str
    sources: tuple[SourceLine, ...]


class State(StrEnum):
    """What the reports, taken together, say of a person's liberty on a day."""

    HELD = "held"
    TERM_LAPSED = "term lapsed"
    HOUSE_ARREST = "house arrest"
    TRAVEL_BAN = "travel ban"
    SENTENCED = "sentenced"
    PRESUPPOSED = "custody presupposed"
    BAILED = "bail granted"
    ACQUITTED = "acquitted"
    PARDONED = "pardoned"
    DEPORTED = "deported"
    RELEASED = "released"
    DIED = "died"
    UNCLEAR = "unclear"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Status:
    """What was reported of a person's liberty for the day `as_of`. `wording` is a whole sentence; `basis` the events it rests on."""

    state: State
    as_of: str
    wording: str
    since: DateValue | None = None
    until: DateValue | None = None
    basis: tuple[str, ...] = ()
    is_alleged: bool = False
    is_disputed: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What the record will not decide by itself: `subject` is a claim's key or two register ids, `why` says what is open."""

    subject: str
    kind: str
    why: str
    passages: tuple[Passage, ...] = ()
    source: SourceLine | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that the record has about one person, or one named group, whose liberty is reported or demanded."""

    id: str
    name: str
    status: Status
    is_group: bool = False
    names: tuple[NameSeen, ...] = ()
    roles: tuple[RoleSeen, ...] = ()
    timeline: tuple[Event, ...] = ()
    apart: tuple[Event, ...] = ()
    demands: tuple[Exchange, ...] = ()
    deeds: tuple[Deed, ...] = ()
    deeds_apart: tuple[Deed, ...] = ()
    answers: tuple[Answer, ...] = ()
    words: tuple[Utterance, ...] = ()
    rejected: tuple[Telling | Deed | Answer, ...] = ()
    questions: tuple[Question, ...] = ()
    joins: tuple[str, ...] = ()
    sources: tuple[SourceLine, ...] = ()

    @property
    def last_source(self) -> SourceLine | None:
        """The source that was out last."""
        return max(self.sources, key=lambda s: (s.known_by, s.id), default=None)
