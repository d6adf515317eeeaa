"""Which events, actions and answers stand, when the rules and the encoder have both read the text?

The rules find a telling and say why; the encoder says how likely its words tell that. What a rule found and the encoder does not see at all is
dropped; what only the encoder sees is taken where it is sure of the words, the type and the people. Dates, terms, charges and courts come by the
same rules either way. The thresholds are in `SURE` and `SEEN`: docs/decisions/0024.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from habeas.case.passage import Span
from habeas.case.person import Entity
from habeas.case.vocabulary import MentionForm
from habeas.read.heads import TYPES
from habeas.read.scene import Scene
from habeas.read.signals import Signals

BEFORE, AFTER = 30, 60  # characters around a rule's trigger in which the encoder may have marked another word of the same phrase
REACH: Final = 1500  # characters to the mention that is meant


@dataclass(frozen=True, slots=True)
class Telling:
    """Words that the encoder takes for an event, action or answer: `label` is "custody:released", "action:condemn", …"""

    span: Span
    label: str
    sure: float


def tellings(signals: Signals, kind: str, least: float) -> Iterator[Telling]:
    """What the encoder sees of one kind ("custody", "action", "response") with at least this certainty, in order of the text."""
    for marked in signals.trigger_spans(0.2):
        types = {t: p for t, p in signals.trigger_probabilities(marked.span).items() if t.startswith(kind + ":")}
        label = max(types, key=lambda t: types[t])
        sure = types[label] * marked.probability
        if sure >= least:
            yield Telling(marked.span, label, sure)


def seen(signals: Signals, trigger: Span, label: str) -> float:
    """How likely the encoder takes words at or beside `trigger` for a telling of `label`; 1.0 where it did not read them."""
    first, stop = signals.pieces.within(Span(max(0, trigger.start - BEFORE), trigger.stop + AFTER))
    if stop <= first:
        return 1.0
    marked = 1.0 - signals.head("trigger")[first:stop, 0]
    return float(np.max(marked * signals.head("type")[first:stop, TYPES.index(label)]))


def tied(
    scene: Scene, signals: Signals, role: str, anchor: Span, least: float, *, people_only: bool = False, named_only: bool = True
) -> tuple[tuple[int, float], ...]:
    """The entities (by index) that the encoder ties to the words at `anchor` in this role, surest first, each with its probability."""
    spans: list[Span] = []
    whose: list[int] = []
    for i, entity in enumerate(scene.entities):
        if (people_only and entity.kind.value != "person") or (named_only and not _is_named(entity)):
            continue
        for mention in entity.mentions:
            if mention.span.gap(anchor) < REACH and not mention.span.touches(anchor):
                spans.append(mention.span)
                whose.append(i)
    best: dict[int, float] = {}
    for i, score in zip(whose, signals.pair_scores(role, anchor, spans), strict=True):
        best[i] = max(best.get(i, 0.0), float(score))
    return tuple(sorted(((i, p) for i, p in best.items() if p >= least), key=lambda x: -x[1]))


def _is_named(entity: Entity) -> bool:
    return any(m.form is MentionForm.NAME for m in entity.mentions)


def indexes(found: Sequence[tuple[int, float]]) -> tuple[int, ...]:
    """The entities alone."""
    return tuple(i for i, _ in found)
