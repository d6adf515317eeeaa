"""What the reader's encoder is asked about every word piece: the heads, their columns, and the roles of its links.

The one place that training, export and run time agree on. A new question is a new `Head` or role here, and new labels in `training/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from habeas.case.vocabulary import ActionType, CustodyType, EntityKind, Realis, ResponseType

BIO: Final = ("O", "B", "I")
KINDS: Final = tuple(kind.value for kind in EntityKind)
TYPES: Final = (
    *(f"custody:{t.value}" for t in CustodyType),
    *(f"action:{t.value}" for t in ActionType),
    *(f"response:{t.value}" for t in ResponseType),
)


@dataclass(frozen=True, slots=True)
class Head:
    """One question: its labels, and whether exactly one of them holds (softmax) or each on its own (sigmoid)."""

    name: str
    labels: tuple[str, ...]
    exclusive: bool = True


HEADS: Final = (
    # Attribution in the taste of PolNeAR: any attribution at all, beliefs and attitudes included.
    Head("any_content", BIO),
    Head("any_cue", BIO),
    Head("any_source", BIO),
    # Quotes in the taste of score/contract.md: words somebody said or wrote.
    Head("content", BIO),
    Head("cue", BIO),
    Head("speaker", BIO),
    Head("mention", ("O", *(f"{at}-{kind}" for kind in KINDS for at in "BI"))),
    Head("reference", ("O", "B-nominal", "I-nominal", "B-pronoun", "I-pronoun")),
    Head("trigger", BIO),
    Head("type", TYPES, exclusive=False),
    Head("realis", tuple(r.value for r in Realis)),
    Head("charge", BIO),
    Head("term", BIO),
    Head("date", BIO),
    Head("authority", BIO),
    Head("place", BIO),
    Head("what", BIO),
    Head("boilerplate", ("boilerplate",), exclusive=False),
)

# Links from a word piece to another. A pointer has one target or none; a choice holds or not for each target.
POINTERS: Final = ("source", "cue", "charge", "term", "date", "authority", "place")
CHOICES: Final = ("person", "actor", "addressee", "beneficiary", "target", "same")
ROLES: Final = (*POINTERS, *CHOICES)
LINK_WIDTH: Final = 32
HIDDEN: Final = 384  # how wide the states of a word piece are
DISTANCE_BUCKETS: Final = 21  # 0, then ten doublings on either side: 1, 2, 3-4, 5-8 … 257 and more


def types_by_kind() -> dict[str, slice]:
    """The columns of the "type" head that hold the types of one kind of claim: "custody", "action" or "response"."""
    kinds = [label.partition(":")[0] for label in TYPES]
    return {kind: slice(kinds.index(kind), kinds.index(kind) + kinds.count(kind)) for kind in dict.fromkeys(kinds)}


def columns() -> dict[str, slice]:
    """Where each head's labels stand in the encoder's output."""
    out, at = {}, 0
    for head in HEADS:
        out[head.name] = slice(at, at + len(head.labels))
        at += len(head.labels)
    return out


WIDTH: Final = sum(len(head.labels) for head in HEADS)
