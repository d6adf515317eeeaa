"""Is this a text on other matters that uses our verbs, and which of its claims stand all the same?

"Released a film", "charged through to score", "the panel rejected his appeal against the ban", "the club would not comment on the transfer": no rule of one
sentence tells them all. Where the words of the whole text hardly speak of custody, only those claims stand that the encoder sees too.
"""

from __future__ import annotations

from typing import Final, TypeVar

from habeas.case.claim import Action, Custody, Response
from habeas.case.vocabulary import ActionType
from habeas.read.gate import weight_of
from habeas.read.signals import Signals

# Of the corpus's dev part and fifty texts written to measure, 11 of 13 near misses lie below it, and 3 of some 75 texts with events.
DOUBTFUL: Final = 1.5
BRIEF: Final = 1000  # characters in which there is no room for many words of custody
CONFIRMED: Final = 0.25  # trigger times the likeliest type
CERTAIN: Final = 0.8  # one claim of which the encoder is so sure, and the text is on our matters after all


Told = TypeVar("Told", Custody, Action, Response)


def is_doubtful(text: str) -> bool:
    """True for a text of some length whose words hardly speak of custody."""
    return len(text) > BRIEF and weight_of(text) < DOUBTFUL


def confirmed(claims: tuple[Told, ...], signals: Signals) -> tuple[Told, ...]:
    """Of the claims of one kind in a doubtful text those that the encoder sees too; all of them where it is certain of one."""
    seen = [_seen(c, signals) for c in claims]
    if max(seen, default=0.0) >= CERTAIN:
        return claims
    return tuple(c for c, p in zip(claims, seen, strict=True) if p >= CONFIRMED)


def asks_for_somebody(actions: tuple[Action, ...]) -> bool:
    """True if somebody asks for a release or judges what befell a person: what an authority answers there is on our matters."""
    return any(a.type is ActionType.DEMAND_RELEASE or (a.beneficiaries and a.type is ActionType.CONDEMN) for a in actions)


def _seen(claim: Custody | Action | Response, signals: Signals) -> float:
    """How sure the encoder is that a claim of this kind stands there."""
    _, probability = signals.likeliest_type(type(claim).__name__.lower(), claim.trigger)
    return probability * signals.probability("trigger", claim.trigger)
