"""What does the encoder take for an event, an action or an answer, and whom does it tie to it?

What it sees is proposed like what a phrase tells, and weighed like it (`custody_decisions.py`, `deed_decisions.py`); date, term, charge and court come by the same
rules either way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from habeas.case.passage import Span
from habeas.case.vocabulary import TOLD, EntityKind, MentionForm, Realis
from habeas.read.heads import TYPES, types_by_kind
from habeas.read.patterns import Hit, Phrase
from habeas.read.scales import log_odds
from habeas.read.scene import Scene, once_a_scene
from habeas.read.signals import Signals

PERHAPS: Final = 0.12  # trigger times type, from where on what the encoder sees is weighed
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


def is_retold(scene: Scene, type_: str, trigger: Span, telling: Telling) -> bool:
    """True if a claim of the same type stands beside the telling in its own sentence: what another sentence tells may be another's."""
    return (
        is_told(type_, trigger, telling)
        and scene.units[scene.nearest(trigger.start)].sentence == scene.units[scene.nearest(telling.span.start)].sentence
    )


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
    places = mentions_of(scene)
    near = places.of_named & (np.maximum(places.starts - anchor.stop, anchor.start - places.stops) < REACH) & ~places.owned
    if people_only:
        near &= places.of_people
    if not may_be_inside:
        near &= (places.starts >= anchor.stop) | (places.stops <= anchor.start)
    scores = signals.pair_scores_at(role, anchor, places.starts[near], places.stops[near])
    best: dict[int, float] = {}
    for i, score in zip(places.whose[near].tolist(), scores.tolist(), strict=True):
        if score > best.get(i, -1.0):
            best[i] = score
    return best


def each_once(sets: Sequence[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The sets of entities, each once, whatever its order; the first of it counts."""
    first: dict[frozenset[int], tuple[int, ...]] = {}
    for entities in sets:
        first.setdefault(frozenset(entities), entities)
    return list(first.values())


def seen_as(signals: Signals, span: Span, kind: str, type_: str) -> dict[str, float]:
    """What the encoder sees in the words at `span`, as signs for an event, action or answer of this type."""
    trigger, types, realis = signals.seen_at(span)
    at = _OF_KIND[kind]
    own = types[at]
    mine = _TYPES[kind].index(type_)
    others = np.concatenate([own[:mine], own[mine + 1 :]])
    elsewhere = np.concatenate([types[: at.start], types[at.stop :]])
    return {
        "trigger": log_odds(trigger),
        "type": log_odds(float(own[mine])),
        "trigger and type": log_odds(trigger * float(own[mine])),
        "another type": log_odds(float(others.max())),
        "another kind": log_odds(float(elsewhere.max())),
        "told as a fact": log_odds(float(sum(realis[i] for i in _TOLD))),
        "denied": log_odds(float(realis[_REALIS.index("negated")])),
    }


_OF_KIND: Final = types_by_kind()
_TYPES: Final = {kind: [t.removeprefix(kind + ":") for t in TYPES[at]] for kind, at in _OF_KIND.items()}
_REALIS: Final = [r.value for r in Realis]
_TOLD: Final = [_REALIS.index(r.value) for r in TOLD]


class Places(NamedTuple):
    """Where every mention stands, whose it is, whether that is a person, whether the text names them, and the form of each.

    `owned`: the mention begins with that of another, as "his lawyer" does with "his"; what the encoder ties to their first word is the other's.
    """

    starts: NDArray[np.int64]
    stops: NDArray[np.int64]
    whose: NDArray[np.int64]
    of_people: NDArray[np.bool_]
    of_named: NDArray[np.bool_]
    owned: NDArray[np.bool_]
    forms: list[MentionForm]


@once_a_scene
def mentions_of(scene: Scene) -> Places:
    """The mentions of all entities, entity by entity."""
    rows = [(m, i, entity) for i, entity in enumerate(scene.entities) for m in entity.mentions]
    table = np.array(
        [(m.span.start, m.span.stop, i, entity.kind is EntityKind.PERSON, entity.is_named) for m, i, entity in rows], dtype=np.int64
    ).reshape(-1, 5)
    shortest: dict[int, int] = {}
    for m, _, _ in rows:
        shortest[m.span.start] = min(m.span.stop, shortest.get(m.span.start, m.span.stop))
    owned = np.array([m.form is MentionForm.NOMINAL and m.span.stop > shortest[m.span.start] for m, _, _ in rows], dtype=np.bool_)
    people, named = table[:, 3].astype(np.bool_), table[:, 4].astype(np.bool_)
    return Places(table[:, 0], table[:, 1], table[:, 2], people, named, owned, [m.form for m, _, _ in rows])
