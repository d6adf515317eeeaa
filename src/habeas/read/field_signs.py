"""Which dates, lengths and charges may belong to a custody event, and what speaks for and against each?"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, TypeVar

from habeas.case.claim import Charge, Custody
from habeas.case.dates import DateValue, Term
from habeas.case.passage import Span
from habeas.case.vocabulary import CustodyType
from habeas.read.charges import CHARGEABLE, charges_told, whole_charge
from habeas.read.event_dates import is_on_a_day_unknown
from habeas.read.event_terms import TERM_TYPES
from habeas.read.scales import log_odds
from habeas.read.scene import Scene
from habeas.read.signals import Signals
from habeas.read.terms import is_time_served

_REACH: Final = 700  # characters from an event to what may belong to it
_WORD: Final = re.compile(r"[^\W\d_]+")
_EVE: Final = re.compile(r"\beve\sof\s(?:the\s)?$")
_BESIDE: Final = 20  # characters in which the words stand that lead on to a date or charge

Field = TypeVar("Field")
_Told = tuple[CustodyType, Span, tuple[str, ...]]  # what tells an event from the others of its text


@dataclass(frozen=True)
class Fielding:
    """The events of one text before their dates and charges are settled, with what the weighing of these shares, found once."""

    scene: Scene
    signals: Signals
    events: tuple[Custody, ...]
    _ties: dict[tuple[str, Span], dict[Span, float]] = field(default_factory=dict, repr=False, compare=False)
    _passages: dict[_Told, list[tuple[int, int]]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def in_order(self) -> list[Custody]:
        """The events as the text tells them."""
        return sorted(self.events, key=lambda e: e.trigger)

    @cached_property
    def triggers(self) -> list[int]:
        """Where the events are told, in order."""
        return [e.trigger.start for e in self.in_order]

    @cached_property
    def shared_out(self) -> frozenset[Span]:
        """The words that give several people lengths of their own, in order: "X and Y got nine and seven years"."""
        lengths: dict[Span, set[Term | None]] = {}
        for event in self.events:
            lengths.setdefault(event.trigger, set()).add(event.term)
        return frozenset(trigger for trigger, terms in lengths.items() if len(terms) > 1)

    @cached_property
    def starts(self) -> list[int]:
        """Where the dates stand, in order."""
        return [span.start for span, _ in self.dated]

    @cached_property
    def told(self) -> Counter[str]:
        """How often the text tells each date."""
        return Counter(d.edtf for _, d in self.dated)

    @cached_property
    def given(self) -> Counter[str | tuple[str, str] | Charge]:
        """To how many events the rules give each date, each date with a type, each charge."""
        dates = [(e.date.edtf, e.type.value) for e in self.events if e.date is not None]
        return Counter([*dates, *(edtf for edtf, _ in dates), *(e.charge for e in self.events if e.charge is not None)])

    @cached_property
    def dated(self) -> list[tuple[Span, DateValue]]:
        """The dates that stand in words, in order of the text; not "the eve of 1 May", which is another day."""
        told = ((d.span, d) for d in self.scene.dates if d.span is not None)
        return sorted(
            (pair for pair in told if _EVE.search(self.scene.text, max(0, pair[0].start - 16), pair[0].start) is None),
            key=lambda pair: pair[0],
        )

    @cached_property
    def lengths(self) -> list[tuple[Span, Term]]:
        """The lengths of time that stand in words."""
        return [(t.span, t) for t in self.scene.terms if t.span is not None]

    @cached_property
    def charges(self) -> list[tuple[Span, Charge]]:
        """The charges that rules give to any event, those that the encoder sees elsewhere, and those that any sentence tells."""
        given = dict.fromkeys(e.charge for e in self.events if e.charge is not None)
        known = [(c.text, c) for c in given if c.text is not None]
        whole = (whole_charge(self.scene.text, m.span) for m in self.signals.spans("charge"))
        for words in (*whole, *charges_told(self.scene.text)):
            if words is not None and not any(text.touches(words) for text, _ in known):
                known.append((words, Charge(words)))
        return known

    def tie(self, role: str, event: Custody, words: Span) -> float:
        """How surely the encoder ties the words to the event."""
        ties = self._ties.get((role, event.trigger))
        if ties is None:  # all words of the text at once: one question costs as much as many
            every = self._words_of(role)
            scores = self.signals.pair_scores(role, event.trigger, every).tolist()
            ties = self._ties[role, event.trigger] = dict(zip(every, scores, strict=True))
        tie = ties.get(words)
        if tie is None:
            tie = ties[words] = self.signals.pair_score(role, event.trigger, words)
        return tie

    def _words_of(self, role: str) -> list[Span]:
        """The words that may play the role in any event."""
        if role == "date":
            return [span for span, _ in self.dated]
        return [span for span, _ in (self.lengths if role == "term" else self.charges)]

    def dates_near(self, event: Custody) -> list[tuple[Span, DateValue]]:
        """Every date that may be the event's."""
        low = min(event.trigger.start - _REACH, *(p.start for p in event.passages))
        high = max(event.trigger.stop + _REACH, *(p.stop for p in event.passages))
        near = self.near(event, self.dated[bisect_left(self.starts, low) : bisect_left(self.starts, high)])
        return [] if is_on_a_day_unknown(self.scene, self.scene.units[self.scene.nearest(event.trigger.start)].sentence) else near

    def near(self, event: Custody, found: Sequence[tuple[Span, Field]]) -> list[tuple[Span, Field]]:
        """Those of what was found that may be the event's."""
        return [pair for pair in found if self.is_near(event, pair[0])]

    def is_near(self, event: Custody, words: Span) -> bool:
        """True for words near the event, or in a passage that tells it."""
        return words.gap(event.trigger) < _REACH or self.is_in_passage(event, words)

    def is_in_passage(self, event: Custody, words: Span) -> bool:
        """True for words that begin in a passage that tells the event."""
        told = (event.type, event.trigger, event.persons)
        if told not in self._passages:
            self._passages[told] = sorted((p.start, p.stop) for p in event.passages)
        passages = self._passages[told]
        at = bisect_right(passages, (words.start, len(self.scene.text) + 1)) - 1
        return at >= 0 and words.start < passages[at][1]

    def told_near(self, words: Span) -> list[Custody]:
        """The events that are told near the words."""
        first, stop = bisect_left(self.triggers, words.start - _REACH), bisect_left(self.triggers, words.stop + _REACH)
        return self.in_order[first:stop]


def dates_for(fielding: Fielding, event: Custody) -> list[DateValue | None]:
    """The dates that may be the event's: the one so far, every other one near it, and none; each value once, where the encoder ties it most surely."""
    return _options(fielding, "date", event, event.date, fielding.dates_near(event), lambda date: date.edtf)


def terms_for(fielding: Fielding, event: Custody) -> list[Term | None]:
    """The lengths that may be the event's: the one so far, every other one near it, and none; each once, where the encoder ties it most surely."""
    if event.type not in TERM_TYPES or event.trigger in fielding.shared_out:
        return [event.term]
    return _options(fielding, "term", event, event.term, fielding.near(event, fielding.lengths), lambda term: term.iso)


def charges_for(fielding: Fielding, event: Custody) -> list[Charge | None]:
    """The charges that may be the event's: the one so far, every other one near it, and none."""
    if event.type not in CHARGEABLE:
        return [event.charge]
    return _beside(event.charge, [c for _, c in fielding.near(event, fielding.charges) if c != event.charge])


def _options(
    fielding: Fielding,
    role: str,
    event: Custody,
    so_far: Field | None,
    near: Sequence[tuple[Span, Field]],
    value_of: Callable[[Field], str],
) -> list[Field | None]:
    """What is so far, and each other value of what is near where the encoder ties it most surely."""
    best: dict[str, Field] = {}
    for _, item in sorted(near, key=lambda pair: -fielding.tie(role, event, pair[0])):
        best.setdefault(value_of(item), item)
    if so_far is not None:
        best.pop(value_of(so_far), None)
    return _beside(so_far, best.values())


def _beside(so_far: Field | None, others: Iterable[Field]) -> list[Field | None]:
    """What is so far, the others, and nothing."""
    return [so_far, *others, *([None] if so_far is not None else [])]


def signs_of_dates(fielding: Fielding, event: Custody, dates: Sequence[DateValue | None]) -> list[dict[str, float]]:
    """What speaks for and against each of these as the date of the event; None is none at all."""
    near = fielding.dates_near(event)
    return [_signs_of_date(fielding, event, date, near) for date in dates]


def _signs_of_date(fielding: Fielding, event: Custody, date: DateValue | None, near: Sequence[tuple[Span, DateValue]]) -> dict[str, float]:
    so_far = event.date
    is_own = date is not None and so_far is not None and date.edtf == so_far.edtf
    signs = {
        **_of_the_event(event),
        **_of_the_others(fielding, event, "date", [span for span, d in near if date is None or d.edtf != date.edtf]),
        "so far": float(date == so_far or is_own),
        "so far none": float(so_far is None),
        "so far without words": float(so_far is not None and so_far.span is None),
    }
    if date is None:
        return {**signs, "none": 1.0}
    signs |= {
        f"of {len(date.edtf)} signs": 1.0,
        "year unknown": float("X" in date.edtf),
        "about": float("~" in date.edtf),
        f"bound {date.bound.value}": 1.0,
        "the day of publication": float(date.edtf == fielding.scene.document.source.published),
        "an end": float(event.until is not None and event.until.edtf == date.edtf),
        "times told": float(fielding.told[date.edtf]),
        "of others": float(fielding.given[date.edtf] - is_own),
        "of others of this type": float(fielding.given[date.edtf, event.type.value] - is_own),
    }
    if date.span is None:
        return {**signs, "without words": 1.0}
    words = date.span.words(fielding.scene.text)
    signs |= {"in figures": float(any(c.isdigit() for c in words)), f"date begins {words.split()[0].lower()}": 1.0}
    return signs | _of_its_place(fielding, event, "date", date.span)


def signs_of_terms(fielding: Fielding, event: Custody, terms: Sequence[Term | None]) -> list[dict[str, float]]:
    """What speaks for and against each of these as the length of what the event tells; None is none at all."""
    near = fielding.near(event, fielding.lengths)
    return [_signs_of_term(fielding, event, term, near) for term in terms]


def _signs_of_term(fielding: Fielding, event: Custody, term: Term | None, near: Sequence[tuple[Span, Term]]) -> dict[str, float]:
    so_far = event.term
    signs = {
        **_of_the_event(event),
        **_of_the_others(fielding, event, "term", [span for span, t in near if term is None or t.iso != term.iso]),
        "so far": float(term == so_far or (term is not None and so_far is not None and term.iso == so_far.iso)),
        "so far none": float(so_far is None),
    }
    if term is None or term.span is None:
        return {**signs, "none": float(term is None), "without words": float(term is not None)}
    signs |= {
        f"in {term.iso[-1]}": 1.0,
        "time served": float(is_time_served(term)),
        "of others": float(sum(e is not event and e.term is not None and e.term.span == term.span for e in fielding.told_near(term.span))),
    }
    return signs | _of_its_place(fielding, event, "term", term.span)


def signs_of_charges(fielding: Fielding, event: Custody, charges: Sequence[Charge | None]) -> list[dict[str, float]]:
    """What speaks for and against each of these as the charge of the event; None is none at all."""
    near = fielding.near(event, fielding.charges)
    return [_signs_of_charge(fielding, event, charge, near) for charge in charges]


def _signs_of_charge(fielding: Fielding, event: Custody, charge: Charge | None, near: Sequence[tuple[Span, Charge]]) -> dict[str, float]:
    signs = {
        **_of_the_event(event),
        **_of_the_others(fielding, event, "charge", [span for span, c in near if c != charge]),
        "so far": float(charge == event.charge),
        "so far none": float(event.charge is None),
        "so far an article": float(event.charge is not None and event.charge.text is None),
    }
    if charge is None or charge.text is None:
        return {**signs, "none": 1.0}
    alike = [e for e in fielding.told_near(charge.text) if e is not event and e.charge == charge]
    signs |= {
        "has an article": float(charge.article is not None),
        "by a rule": float(fielding.given[charge] > 0),
        "of others": float(fielding.given[charge] - (charge == event.charge)),
        "of others of them": float(sum(not set(e.persons).isdisjoint(event.persons) for e in alike)),
        "words": float(len(charge.text.words(fielding.scene.text).split())),
    }
    return signs | _of_its_place(fielding, event, "charge", charge.text)


def _of_the_event(event: Custody) -> dict[str, float]:
    return {
        f"is {event.type.value}": 1.0,
        "passages": float(len(event.passages)),
        "persons": float(len(event.persons)),
        "has a term": float(event.term is not None),
        "has an end": float(event.until is not None),
    }


def _of_the_others(fielding: Fielding, event: Custody, role: str, others: Sequence[Span]) -> dict[str, float]:
    """How surely the encoder ties something else to the event."""
    best = max((fielding.tie(role, event, span) for span in others), default=0.0)
    return {"another's tie": log_odds(best), "others near": float(len(others))}


def _of_its_place(fielding: Fielding, event: Custody, role: str, words: Span) -> dict[str, float]:
    """Where the words stand to the event, what stands between, how surely the encoder ties them to it, and to another."""
    scene, text = fielding.scene, fielding.scene.text
    at, trigger = (scene.nearest(span.start) for span in (words, event.trigger))
    low, high = sorted((words.start, event.trigger.start))
    between = bisect_left(fielding.starts, high) - bisect_right(fielding.starts, low)
    told = bisect_left(fielding.triggers, high) - bisect_left(fielding.triggers, low + 1)
    tie = fielding.tie(role, event, words)
    near = [e for e in fielding.told_near(words) if e.trigger != event.trigger]
    another = max((fielding.tie(role, e, words) for e in near), default=0.0)
    before = _WORD.findall(text[max(0, words.start - _BESIDE) : words.start])
    behind = _WORD.findall(text[words.stop : words.stop + _BESIDE])
    signs = {
        "tie": log_odds(tie),
        "tied to another": log_odds(another),
        "surer than to another": log_odds(tie) - log_odds(another),
        "marked": log_odds(fielding.signals.probability(role, words)),
        "units to it": float(at - trigger),
        "sentences to it": float(scene.units[at].sentence - scene.units[trigger].sentence),
        "same sentence": float(scene.units[at].sentence == scene.units[trigger].sentence),
        "in a passage": float(fielding.is_in_passage(event, words)),
        "same line": float("\n" not in text[low:high]),
        "events between": float(told),
        "dates between": float(between),
        "commas between": float(text.count(",", low, high) + text.count(";", low, high)),
        "in headline": float(scene.units[at].sentence == 0),
        "place": at / len(scene.units),
    }
    if before:
        signs[f"before it {before[-1].lower()}"] = 1.0
    if behind:
        signs[f"behind it {behind[0].lower()}"] = 1.0
    return signs
