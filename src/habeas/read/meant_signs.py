"""Which mention does the encoder tie to words that tell something, and is somebody meant by it? "He", "the editor" and a name mean one, or not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np

from habeas.case.passage import Span
from habeas.case.vocabulary import MentionForm
from habeas.read.group_signs import Group, mean, share
from habeas.read.scales import log_odds
from habeas.read.scene import Scene
from habeas.read.signals import Signals
from habeas.read.weighed_events import mentions_of

_REACH: Final = 700  # characters to a mention, with or without a name, that is tied to the words


class Tied(NamedTuple):
    """A mention, whom it means so far, and how surely the encoder ties it to the words."""

    span: Span
    of: int
    form: MentionForm
    sure: float


class Meant:
    """One text: the mentions that the encoder ties to words, and how surely it takes two mentions for one and the same."""

    def __init__(self, scene: Scene, signals: Signals) -> None:
        self.scene, self.signals = scene, signals
        self._tied: dict[tuple[str, Span], Tied | None] = {}
        self._same: dict[tuple[Span, int], float] = {}

    def tied(self, role: str, anchor: Span, *, people_only: bool) -> Tied | None:
        """The mention, of whomever, that is most surely in this role in what the words at `anchor` tell."""
        if (role, anchor) not in self._tied:
            self._tied[role, anchor] = self._surest(role, anchor, people_only=people_only)
        return self._tied[role, anchor]

    def _surest(self, role: str, anchor: Span, *, people_only: bool) -> Tied | None:
        places = mentions_of(self.scene)
        near = np.maximum(places.starts - anchor.stop, anchor.start - places.stops) < _REACH
        if people_only:
            near &= places.of_people
        at = np.flatnonzero(near)
        if not len(at):
            return None
        scores = self.signals.pair_scores_at(role, anchor, places.starts[at], places.stops[at])
        best = int(scores.argmax())
        row = int(at[best])
        span = Span(int(places.starts[row]), int(places.stops[row]))
        return Tied(span, int(places.whose[row]), places.forms[row], float(scores[best]))

    def same(self, span: Span, entity: int) -> float:
        """How surely the mention at `span`, which is another's so far, means the entity."""
        if (span, entity) not in self._same:
            spans = [m.span for m in self.scene.entities[entity].mentions if m.span != span]
            self._same[span, entity] = max(map(float, self.signals.pair_scores("same", span, spans)), default=0.0) if spans else 0.0
        return self._same[span, entity]

    def signs(self, role: str, anchor: Span, group: Group, *, people_only: bool) -> Mapping[str, float]:
        """Whether the mention tied to the words means those of the group, who are somebody."""
        tied = self.tied(role, anchor, people_only=people_only)
        if tied is None:
            return {}
        return {
            "tied mention": log_odds(tied.sure),
            f"tied by {tied.form.value}": 1.0,
            "tied and theirs": share(tied.of == i for i in group),
            "same as the tied": mean(log_odds(1.0 if tied.of == i else self.same(tied.span, i)) for i in group),
        }
