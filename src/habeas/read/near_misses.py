"""Is this a text on other matters that uses our verbs, and which of its events stand all the same?

"Released a film", "charged through to score", "the panel rejected his appeal against the ban": no rule of one sentence tells them all. Where the words of the
whole text hardly speak of custody, only those events stand that the encoder sees too.
"""

from __future__ import annotations

from typing import Final

from habeas.case.claim import Custody
from habeas.read.gate import SHORT, weight_of
from habeas.read.signals import Signals

# Of the corpus's dev part and fifty texts written to measure, 11 of 13 near misses lie below it, and 3 of some 75 texts with events.
DOUBTFUL: Final = 1.5
CONFIRMED: Final = 0.3  # trigger times the likeliest type of custody


def without_near_misses(text: str, events: tuple[Custody, ...], signals: Signals) -> tuple[Custody, ...]:
    """The events; in a text whose words hardly speak of custody, those that the encoder confirms."""
    if not events or len(text) <= SHORT or weight_of(text) >= DOUBTFUL:
        return events
    return tuple(e for e in events if _is_seen(e, signals))


def _is_seen(event: Custody, signals: Signals) -> bool:
    types = signals.trigger_probabilities(event.trigger)
    likeliest = max(p for label, p in types.items() if label.startswith("custody:"))
    return likeliest * signals.probability("trigger", event.trigger) >= CONFIRMED
