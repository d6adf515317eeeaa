"""What do the other events of a text, once it is decided whom they befell, say about whom one more befell?"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.read.custody_candidates import Candidate
from habeas.read.group_signs import Group, in_common
from habeas.read.scales import log_odds
from habeas.read.scene import Scene


class Settled:
    """The events of one text, in its order, each with whom it befell at first sight."""

    def __init__(self, scene: Scene, events: Sequence[Candidate]) -> None:
        self.scene = scene
        self.events = [e for e in events if e.who.persons]

    def signs(self, event: Candidate, persons: Group, share: float, best: float) -> dict[str, float]:
        """What speaks for and against these people as those of the event; `share` is how likely they are by themselves, `best` how likely the likeliest are."""
        others = [e for e in self.events if e.hit != event.hit]
        signs = {
            "by themselves": log_odds(share),
            "likeliest": float(share == best),
            "behind the likeliest": log_odds(best) - log_odds(share),
        }
        signs["other events"] = float(len(others))
        if not persons or not others:
            return signs
        before = next((e for e in reversed(others) if e.trigger <= event.trigger), None)
        behind = next((e for e in others if e.trigger > event.trigger), None)
        sentence = self.scene.units[event.trigger].sentence
        here = [e for e in others if self.scene.units[e.trigger].sentence == sentence]
        alike = [e for e in others if e.type is event.type]
        for name, event_ in (("event before", before), ("event behind", behind)):
            signs |= {f"{name} is theirs": in_common(persons, event_.who.persons)} if event_ is not None else {f"no {name}": 1.0}
        for name, some in (("events here", here), ("events alike", alike)):
            if some:
                signs[f"{name} are theirs"] = max(in_common(persons, e.who.persons) for e in some)
        signs["of the others theirs"] = sum(in_common(persons, e.who.persons) for e in others) / len(others)
        return signs
