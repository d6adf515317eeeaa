"""What the network that sees the whole page says of something told, as signs for the scales: is it told, and do these belong to it?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from habeas.case.vocabulary import EntityKind
from habeas.read.group_signs import Group
from habeas.read.scene import Scene, once_a_scene
from habeas.read.signals import Signals
from habeas.read.whole_page import NEVER, Answer, Asking, page_of

_CLEAR: Final = 8.0  # of a logit, either way: beyond it more says nothing more
_WORST: Final = -20.0  # of a group's fit
_DIGITS: Final = 2  # of what is said: the last bits depend on how many are asked about at once


class Belonging:
    """Who belongs to one thing told, in one role: the logit of each entity, and those among whom they are sought."""

    def __init__(self, logits: Mapping[int, float], among: Sequence[int]) -> None:
        self._logits, self._among = logits, frozenset(among)
        self._likeliest = sorted(among, key=lambda i: -self.of(i))
        self._nobody = -math.fsum(_surprise(self.of(i)) for i in among)

    def of(self, entity: int) -> float:
        """How surely this one belongs to it, as a logit."""
        return self._logits.get(entity, NEVER)

    @property
    def taken(self) -> Group:
        """Those who rather belong to it than not."""
        return tuple(sorted(i for i in self._likeliest if self.of(i) > 0))

    def signs(self, group: Group) -> dict[str, float]:
        """How surely those of the group, and none of the others, belong to it."""
        inside = [self.of(i) for i in group]
        left_out = _clear(next((self.of(i) for i in self._likeliest if i not in group), NEVER))
        # The chance of the group is that of nobody, and for each of its own the odds of that one.
        own = math.fsum(self.of(i) if i in self._among else -_surprise(-self.of(i)) for i in group)
        signs = {"page: left out": left_out, "page: fit": round(max(_WORST, self._nobody + own), _DIGITS)}
        if not inside:
            return signs
        least = _clear(min(inside))
        return signs | {
            "page: least": least,
            "page: most": _clear(max(inside)),
            "page: least before left out": round(least - left_out, _DIGITS),
        }


class Sight:
    """What the network says of the things told in one text, each asked about once; without such a network it says nothing."""

    def __init__(self, scene: Scene, signals: Signals, among: Sequence[int]) -> None:
        self._page, self._among = page_of(scene, signals), among
        self._belonging: dict[tuple[str, Asking, str], Belonging] = {}

    @property
    def is_seen(self) -> bool:
        """True if the network says anything of this page."""
        return self._page is not None

    def look(self, kind: str, askings: Sequence[Asking]) -> None:
        """Ask about several at once, which takes hardly longer than about one."""
        if self._page is not None:
            self._page.ask_all(kind, askings)

    def told(self, kind: str, asking: Asking, label: str) -> dict[str, float]:
        """How surely this is told at the words, and how surely the likeliest other of its kind."""
        return {} if self._page is None else told_signs(self._page.ask(kind, asking), label)

    def agents(self, kind: str, asking: Asking) -> Belonging | None:
        """Who acts or speaks."""
        return self._of(kind, asking, "agent")

    def patients(self, kind: str, asking: Asking) -> Belonging | None:
        """Whom it befell, or whom it helps."""
        return self._of(kind, asking, "patient")

    def _of(self, kind: str, asking: Asking, side: str) -> Belonging | None:
        if self._page is None:
            return None
        question = (kind, asking, side)
        if question not in self._belonging:
            answer = self._page.ask(kind, asking)
            self._belonging[question] = Belonging(answer.agent if side == "agent" else answer.patient, self._among)
        return self._belonging[question]


@once_a_scene
def named_ones(scene: Scene) -> tuple[int, ...]:
    """The people and bodies whom the text names."""
    return tuple(i for i, e in enumerate(scene.entities) if e.is_named and e.kind is not EntityKind.PLACE)


def told_signs(answer: Answer, label: str) -> dict[str, float]:
    """How surely this is told, and how surely the likeliest other of its kind."""
    others = [x for name, x in answer.told.items() if name != label]
    signs = {"page: told": _clear(answer.told.get(label, NEVER))}
    return signs | {"page: told as another": _clear(max(others))} if others else signs


def _clear(logit: float) -> float:
    return round(max(-_CLEAR, min(_CLEAR, logit)), _DIGITS)


def _surprise(logit: float) -> float:
    """Minus the logarithm of the chance that it is not so."""
    return math.log1p(math.exp(min(logit, 30.0)))
