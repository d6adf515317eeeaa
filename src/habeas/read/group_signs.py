"""Signs that are asked alike of events, actions, answers and quotes: how the encoder ties a group of people, and where the text speaks of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from habeas.case.vocabulary import MentionForm
from habeas.read.gate import weight_of
from habeas.read.scales import log_odds
from habeas.read.scene import Scene, once_a_scene

_HEAVIEST: Final = 5.0  # of the weight of a text's words: beyond it a text is on our matters anyhow

Group = tuple[int, ...]  # entities, by index


@once_a_scene
def text_weight(scene: Scene) -> float:
    """How much the words of the text speak of custody, up to where more says nothing more."""
    return min(_HEAVIEST, weight_of(scene.text))


def tie_signs(tied: Mapping[int, float], group: Group) -> dict[str, float]:
    """How surely the encoder ties those of the group, who are somebody, beside all others."""
    own = [tied.get(i, 0.0) for i in group]
    rest = log_odds(max((p for i, p in tied.items() if i not in group), default=0.0))
    surest = log_odds(max(own))
    return {
        "weakest tie": log_odds(min(own)),
        "surest tie": surest,
        "mean tie": mean(log_odds(p) for p in own),
        "another's tie": rest,
        "surer than another": surest - rest,
    }


def is_between(scene: Scene, entity: int, first: int, stop: int, *, by_name: bool = False) -> bool:
    """True if the text speaks of the entity from unit `first` up to `stop`; `by_name`: if it names it there."""
    return any(first <= u < stop and (not by_name or scene.units[u].form is MentionForm.NAME) for u in scene.places.get(entity, ()))


def last_named(scene: Scene, since: int, at: int, *, people_only: bool) -> int:
    """Whoever is mentioned last from unit `since` up to `at`, among those whom the text names; -1 for nobody."""
    for unit in reversed(scene.units[max(0, since) : at]):
        if unit.of >= 0 and scene.entities[unit.of].is_named and not (people_only and not scene.is_person(unit)):
            return unit.of
    return -1


def in_common(one: Group, other: Group) -> float:
    """Of all who are in either group, the share in both; `one` is somebody."""
    return len(set(one) & set(other)) / len(set(one) | set(other))


def share(values: Iterable[bool]) -> float:
    """How many of the values, which are some, are true."""
    found = list(values)
    return sum(found) / len(found)


def mean(values: Iterable[float]) -> float:
    """The mean of the values, which are some."""
    found = list(values)
    return found[0] if len(found) == 1 else sum(found) / len(found)
