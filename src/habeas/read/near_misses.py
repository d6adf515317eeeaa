"""Is this a text on other matters that uses our verbs, and which of its claims stand all the same?

"Released a film", "charged through to score", "the panel rejected his appeal against the ban", "the club would not comment on the transfer": no rule of one
sentence tells them all. Where the words of the whole text hardly speak of custody, only those claims stand that the encoder sees too.
"""

from __future__ import annotations

from typing import Final, TypeVar

from habeas.case.claim import Action, Custody, Response
from habeas.read.gate import SHORT, weight_of
from habeas.read.signals import Signals

# Of the corpus's dev part and fifty texts written to measure, 11 of 13 near misses lie below it, and 3 of some 75 texts with events.
DOUBTFUL: Final = 1.5
CONFIRMED: Final = 0.3  # trigger times the likeliest type of custody


Told = TypeVar("Told", Custody, Action, Response)


def without_near_misses(text: str, claims: tuple[Told, ...], signals: Signals) -> tuple[Told, ...]:
    """The claims of one kind; in a text whose words hardly speak of custody, those that the encoder confirms."""
    if not claims or len(text) <= SHORT or weight_of(text) >= DOUBTFUL:
        return claims
    return tuple(c for c in claims if _is_seen(c, signals))


def _is_seen(claim: Custody | Action | Response, signals: Signals) -> bool:
    kind = type(claim).__name__.lower()
    types = signals.trigger_probabilities(claim.trigger)
    likeliest = max(p for label, p in types.items() if label.startswith(f"{kind}:"))
    return likeliest * signals.probability("trigger", claim.trigger) >= CONFIRMED
