"""What the record needs to know about who is who, and the door through which it asks.

`resolve/` answers: a pure function from readings and decisions to identities. The record stores its answer as derived rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from habeas.case.decision import Decision
from habeas.case.reading import Reading


@dataclass(frozen=True, slots=True)
class Join:
    """Why an entity of a source belongs to an identity."""

    register: str
    source: str
    entity: str
    reason: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two identities that may be one; a person decides."""

    one: str
    other: str
    reason: str


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who: the identity of each entity (by source id and entity id), why, and what is open."""

    members: dict[tuple[str, str], str] = field(default_factory=dict)
    joins: tuple[Join, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def of(self, source: str, entity: str) -> str:
        """The identity of an entity; one that nobody resolved is an identity of its own."""
        return self.members.get((source, entity), f"{source}#{entity}")


Resolver: TypeAlias = Callable[[Sequence[Reading], Sequence[Decision]], Identities]
