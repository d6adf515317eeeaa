"""Who is who, as values: joins with their reasons, and what is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from habeas.case.passage import Passage
from habeas.case.vocabulary import EntityKind


@dataclass(frozen=True, slots=True)
class Join:
    """Why an entity of a source belongs to an identity of the register."""

    register: str
    source: str
    entity: str
    reason: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two identities that may be one: a question for a person, with the words of both sides."""

    one: str
    other: str
    reason: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """One person or body of the register: the name shown, all names seen, and the entities (source id, entity id) that are it."""

    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    members: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Identities:
    """The identity of each entity (by source id and entity id), why, and what is open. A pure function of readings and decisions."""

    members: Mapping[tuple[str, str], str] = field(default_factory=lambda: MappingProxyType({}))
    joins: tuple[Join, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    identities: tuple[Identity, ...] = ()

    @property
    def register(self) -> Mapping[tuple[str, str], str]:
        """The same as `members`: (source id, entity id) to register id."""
        return self.members

    def of(self, source: str, entity: str) -> str:
        """The identity of an entity; one that nobody resolved is an identity of its own."""
        return self.members.get((source, entity), f"{source}#{entity}")
