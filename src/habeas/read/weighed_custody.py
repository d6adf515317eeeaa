"""Which custody events of the rules does the encoder see too, and does it know better whom they befell?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.read.custody_candidates import Candidate
from habeas.read.persons_of_event import Cast, Who
from habeas.read.signals import Signals
from habeas.read.weighed_events import indexes, seen, tied

SEEN: Final = 0.0  # below it the encoder does not see an event of the rules
CORRECTS: Final = 0.8  # from here on the encoder's person goes before one whom the rules only guessed
# How the rules came to the persons when no name, list or noun said so.
_GUESSED: Final = frozenset({"the person spoken of", "pronoun", "nobody", "a person without a name", "pronoun of nobody known"})


def weigh_candidates(cast: Cast, candidates: Sequence[Candidate], signals: Signals) -> list[Candidate]:
    """The candidates that the encoder sees, with its persons where it is sure and the rules were not."""
    scene = cast.scene
    kept = []
    for candidate in candidates:
        trigger = scene.units[candidate.trigger].span
        if seen(signals, trigger, f"custody:{candidate.type.value}") < SEEN:
            continue
        if candidate.who.how in _GUESSED and len(candidate.who.persons) <= 1:
            found = indexes(tied(scene, signals, "person", trigger, CORRECTS, people_only=True))
            if len(found) == 1:
                candidate = replace(candidate, who=Who(found, candidate.who.count, "encoder"))
        kept.append(candidate)
    return kept
