"""Everything one source says: a pure value with no database, no clock and no network in it."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.case.claim import Claim
from habeas.case.person import Entity
from habeas.case.source import Source


@dataclass(frozen=True, slots=True)
class Reading:
    """The entities and claims of one source. Every passage is checked against the text when the value is made."""

    source: Source
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()

    def __post_init__(self) -> None:
        known = {e.id for e in self.entities}
        if len(known) != len(self.entities):
            raise ValueError("two entities of one reading share an id")
        for claim in self.claims:
            for passage in claim.passages:
                if not passage.stands_in(self.source.text):
                    raise ValueError(f"claim {claim.id}: the text does not say {passage.exact!r} at {passage.start}")

    def entity(self, id_: str) -> Entity:
        """The entity with this id; KeyError if the reading has none."""
        for entity in self.entities:
            if entity.id == id_:
                return entity
        raise KeyError(id_)
