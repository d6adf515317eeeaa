"""What does the encoder take for an event, an action or an answer, and whom does it tie to it?

The rules find a telling and say why. What only the encoder sees is taken where it is sure of the words, the type and the people; the rest of the
fields comes by the same rules either way. Striking out single events that the encoder does not see cost more than it saved (docs/decisions/0024); a text that speaks of no power and in which
it sees none at all tells none (custody_signals.are_all_unseen).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.read.patterns import Hit, Phrase
from habeas.read.scene import Scene
from habeas.read.signals import Signals

PERHAPS: Final = 0.25  # trigger times type, from where on what the encoder sees is weighed
LINKED: Final = 0.5  # somebody is meant from here on
REACH: Final = 1500  # characters to the mention that is meant
NEAR: Final = 80  # characters in which a second telling of the same type is the same event


@dataclass(frozen=True, slots=True)
class Telling:
    """Words that the encoder takes for an event of this type ("released"), an action ("condemn") or an answer ("deny")."""

    span: Span
    type: str


def tellings(signals: Signals, kind: str, least: float = PERHAPS) -> Iterator[Telling]:
    """What the encoder sees of one kind ("custody", "action", "response") with at least this certainty, in order of the text."""
    for marked in signals.trigger_spans(0.2):
        if marked.probability < least:
            continue
        type_, probability = signals.likeliest_type(kind, marked.span)
        if probability * marked.probability >= least:
            yield Telling(marked.span, type_)


def is_told(type_: str, trigger: Span, telling: Telling) -> bool:
    """True if a claim of the same type stands beside the telling."""
    return type_ == telling.type and trigger.gap(telling.span) <= NEAR


def units_of(scene: Scene, span: Span) -> tuple[int, ...]:
    """The units that begin within the span."""
    first = scene.at(span.start)
    if first < len(scene.units) and scene.units[first].span.start < span.start:
        first += 1  # a unit that reaches in from before is not of the span
    stop = first
    while stop < len(scene.units) and scene.units[stop].span.start < span.stop:
        stop += 1
    return tuple(range(first, stop))


def hit_of(type_: str, frame: str, units: tuple[int, ...]) -> Hit:
    """The encoder's words in the shape in which a phrase of a word list is found, so that the same rules read on from there."""
    return Hit(Phrase(type_, None, frame, (), frozenset(), "(encoder)", ()), units)


def tied(
    scene: Scene, signals: Signals, role: str, anchor: Span, *, people_only: bool = False, may_be_inside: bool = False
) -> tuple[int, ...]:
    """The named entities (by index) that the encoder ties to the words at `anchor` in this role, surest first.

    `may_be_inside`: a mention within those words counts too, as in "led her away"; who acts or is helped stands beside them.
    """
    best = ties(scene, signals, role, anchor, people_only=people_only, may_be_inside=may_be_inside)
    return tuple(sorted((i for i, p in best.items() if p >= LINKED), key=lambda i: -best[i]))


def ties(
    scene: Scene, signals: Signals, role: str, anchor: Span, *, people_only: bool = False, may_be_inside: bool = False
) -> dict[int, float]:
    """How likely each named entity near the words at `anchor` stands in this role to them, by its likeliest mention."""
    spans: list[Span] = []
    whose: list[int] = []
    for i, entity in enumerate(scene.entities):
        if (people_only and entity.kind is not EntityKind.PERSON) or all(m.form is not MentionForm.NAME for m in entity.mentions):
            continue
        near = [m.span for m in entity.mentions if m.span.gap(anchor) < REACH and (may_be_inside or not m.span.touches(anchor))]
        spans += near
        whose += [i] * len(near)
    best: dict[int, float] = {}
    for i, score in zip(whose, signals.pair_scores(role, anchor, spans), strict=True):
        best[i] = max(best.get(i, 0.0), float(score))
    return best
