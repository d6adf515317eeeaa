"""Which date, charge and court does an event have, where the rules found none and the encoder ties one to it?

Only gaps are filled. Putting the encoder's words in place of the rules' cost two to nine points of charges, and filling places as much: docs/decisions/0025.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Authority, Charge, Custody
from habeas.case.dates import Bound, DateValue
from habeas.case.passage import Span
from habeas.read.charges import CHARGEABLE, whole_charge
from habeas.read.custody_tellings import without_charge_of_another
from habeas.read.scene import Scene
from habeas.read.signals import Signals

TIED: Final = 0.7  # from here on the encoder's tie fills a gap
DATED: Final = 0.85  # and a date's from here on
REACH: Final = 400  # characters between an event and what belongs to it


def fill_fields(scene: Scene, events: Sequence[Custody], signals: Signals) -> tuple[Custody, ...]:
    """The events, each gap filled where the encoder is sure what belongs there."""
    spans = {name: [m.span for m in signals.spans(name)] for name in ("date", "charge", "authority")}
    return without_charge_of_another([_filled(scene, event, signals, spans, events) for event in events])


def _filled(scene: Scene, event: Custody, signals: Signals, spans: dict[str, list[Span]], events: Sequence[Custody]) -> Custody:
    if event.date is None and (words := _tied(signals, "date", event.trigger, spans["date"], DATED)):
        date = _date_at(scene, words)
        event = replace(event, date=None if date is not None and _is_of_another(event, date, events) else date)
    lacks_charge = (event.charge is None or event.charge.text is None) and event.type in CHARGEABLE
    if lacks_charge and (words := _tied(signals, "charge", event.trigger, spans["charge"], TIED)):
        whole = whole_charge(scene.text, words)
        event = replace(event, charge=Charge(whole, event.charge.article if event.charge else None)) if whole else event
    words = _tied(signals, "authority", event.trigger, spans["authority"], TIED) if event.authority is None else None
    if words is not None and words.words(scene.text).lower() not in _NO_BODY:
        event = replace(event, authority=Authority(text=words))
    return event


_NO_BODY: Final = frozenset({"a", "an", "the", "another", "supreme", "high", "state"})  # the first word of a court's name, and nothing more


def _is_of_another(event: Custody, date: DateValue, events: Sequence[Custody]) -> bool:
    """True for a beginning ("since 8 May") that the rules have given to another event."""
    return date.bound is Bound.SINCE and any(e.date is not None and e.date.span == date.span for e in events if e is not event)


def _tied(signals: Signals, role: str, trigger: Span, spans: Sequence[Span], least: float) -> Span | None:
    """The span that the encoder ties to the trigger most surely, if that is sure enough."""
    near = [s for s in spans if s.gap(trigger) < REACH]
    if not near:
        return None
    scores = signals.pair_scores(role, trigger, near)
    best = int(scores.argmax())
    return near[best] if scores[best] >= least else None


def _date_at(scene: Scene, words: Span) -> DateValue | None:
    """The date that the rules read in these words; not of a week, which says too little for a tie across clauses."""
    found = next((d for d in scene.dates if d.span is not None and d.span.touches(words)), None)
    return None if found is None or found.span is None or "week" in found.span.words(scene.text) else found
