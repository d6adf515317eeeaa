"""What do the other events or actions of a text, once it is decided whom they are about, say about whom one more is about?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from habeas.read.group_signs import Group, in_common
from habeas.read.scales import log_odds
from habeas.read.scene import Scene


class Told(NamedTuple):
    """An event or action: the unit of its words, its type, and whom it is about."""

    at: int
    type: str
    whom: Group


class Settled:
    """The events, or the actions, of one text, each with whom it is about at first sight."""

    def __init__(self, scene: Scene, told: Sequence[Told]) -> None:
        self.scene = scene
        self.told = sorted(t for t in told if t.whom)

    def signs(self, one: Told, share: float, best: float) -> dict[str, float]:
        """What speaks for and against the people of `one`; `share` is how likely they are by themselves, `best` how likely the likeliest are."""
        others = [t for t in self.told if (t.at, t.type) != (one.at, one.type)]
        signs = {
            "by themselves": log_odds(share),
            "likeliest": float(share == best),
            "behind the likeliest": log_odds(best) - log_odds(share),
        }
        signs["others told"] = float(len(others))
        if not one.whom or not others:
            return signs
        before = next((t for t in reversed(others) if t.at <= one.at), None)
        behind = next((t for t in others if t.at > one.at), None)
        for name, other in (("told before", before), ("told behind", behind)):
            signs |= {f"{name} of them": in_common(one.whom, other.whom)} if other is not None else {f"nothing {name}": 1.0}
        sentence = self.scene.units[one.at].sentence
        here = [t for t in others if self.scene.units[t.at].sentence == sentence]
        alike = [t for t in others if t.type == one.type]
        for name, some in (("told here", here), ("told alike", alike)):
            if some:
                signs[f"{name} of them"] = max(in_common(one.whom, t.whom) for t in some)
        signs["told of them"] = sum(in_common(one.whom, t.whom) for t in others) / len(others)
        return signs
