"""What may be a custody event: a phrase found, its verb, how it is told, and whom it befalls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from habeas.case.vocabulary import CustodyType
from habeas.read.cast import NOBODY, Who
from habeas.read.patterns import Hit
from habeas.read.realis import Standing
from habeas.read.verb_groups import VerbGroup

# What gives freedom back: wrongly told, it leaves a person forgotten.
RELIEF: Final = frozenset({CustodyType.RELEASED, CustodyType.PARDONED, CustodyType.ACQUITTED, CustodyType.BAILED})


SEIZED: Final = frozenset({CustodyType.DETAINED, CustodyType.ARRESTED})  # what custody begins with


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may tell an event, with its verb and how it is told."""

    hit: Hit
    type: CustodyType
    group: VerbGroup
    standing: Standing
    who: Who = NOBODY

    @property
    def trigger(self) -> int:
        return self.hit.first
