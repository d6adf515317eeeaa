"""Which events, actions and answers stand, when the rules and the encoder have both read the text?

The rules find a telling and say why. What only the encoder sees is taken where it is sure of the words, the type and the people; the rest of the
fields comes by the same rules either way. Striking out what the encoder does not see cost more than it saved: docs/decisions/0024.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from habeas.case.passage import Span
from habeas.case.person import Entity
from habeas.case.vocabulary import MentionForm
from habeas.read.scene import Scene
from habeas.read.signals import Signals

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


def tied(
    scene: Scene, signals: Signals, role: str, anchor: Span, least: float, *, people_only: bool = False
) -> tuple[tuple[int, float], ...]:
    """The named entities (by index) that the encoder ties to the words at `anchor` in this role, surest first, each with its probability."""
    spans: list[Span] = []
    whose: list[int] = []
    for i, entity in enumerate(scene.entities):
        if (people_only and entity.kind.value != "person") or not _is_named(entity):
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
