"""What may be a custody event: a phrase found, its verb, how it is told, and whom it befalls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from habeas.case.passage import Span
from habeas.case.vocabulary import CustodyType
from habeas.read.cast import NOBODY, Cast, Who
from habeas.read.patterns import Hit, telling_unit
from habeas.read.realis import Standing
from habeas.read.roll_calls import word_of_roll_call
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import VerbGroup, Voice

# What gives freedom back: wrongly told, it leaves a person forgotten.
RELIEF: Final = frozenset({CustodyType.RELEASED, CustodyType.PARDONED, CustodyType.ACQUITTED, CustodyType.BAILED})


SEIZED: Final = frozenset({CustodyType.DETAINED, CustodyType.ARRESTED})  # what custody begins with

# What phrases need that tell an event by denying another: "did not come home", "is not allowed to leave the country".
TOLD_BY_DENIAL: Final = frozenset({"unreturned", "withheld", "abroad", "negative"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may tell an event, with its verb and how it is told."""

    hit: Hit
    type: CustodyType
    group: VerbGroup
    standing: Standing
    who: Who = NOBODY
    share: float | None = None  # how many like it are events, where it was weighed

    @property
    def trigger(self) -> int:
        return self.hit.first


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate as it comes to be weighed: the words that tell it, who saw it, and the first rule that speaks against it ("" for none)."""

    candidate: Candidate
    span: Span
    objection: str = ""
    by_encoder: bool = False


class Refused(NamedTuple):
    """A candidate that a rule does not let pass, and the name of that rule."""

    candidate: Candidate
    objection: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the rules make of a scene: who has appeared in which light, the events they take, those they refuse, and verbs that only describe."""

    cast: Cast
    taken: list[Candidate]
    refused: list[Refused]
    epithets: list[Candidate]


def told_span(scene: Scene, candidate: Candidate) -> Span:
    """The words that tell the candidate: of "the term of his arrest was extended" the verb, which the noun in front only leads to."""
    anchor = candidate.group.anchor
    if (
        candidate.hit.phrase.is_listed
        and candidate.hit.phrase.elements[0].verbs
        and scene.units[candidate.hit.first].kind is UnitKind.MENTION
    ):
        return word_of_roll_call(scene, candidate.hit)
    is_led_to = candidate.hit.phrase.frame == "matter" and candidate.group.voice is Voice.PASSIVE and anchor in candidate.hit.units
    return scene.units[anchor if is_led_to else telling_unit(scene, candidate.hit)].span


def stand_in_one_place(a: Candidate, b: Candidate) -> bool:
    """True if two phrases share a word, or one stands inside the other: they cannot both be told."""
    if a.hit.last < b.hit.first or b.hit.last < a.hit.first:
        return False
    if _extends_it(a, b) or _extends_it(b, a) or _lets_out_on_bail(a, b) or _lets_out_on_bail(b, a):
        return False
    if not set(a.hit.units).isdisjoint(b.hit.units):
        return True
    inside = a.hit.first <= b.hit.first <= a.hit.last or b.hit.first <= a.hit.first <= b.hit.last
    return inside and len(a.hit.units) + len(b.hit.units) > 2


def _lets_out_on_bail(bail: Candidate, release: Candidate) -> bool:
    """True for "was released on bail": bail is granted, and the person is out."""
    types = bail.type is CustodyType.BAILED and release.type is CustodyType.RELEASED
    told = bail.standing.because == "told_as_fact" and bail.group.voice is Voice.PASSIVE and not bail.hit.phrase.words.startswith("^let")
    return types and told and bail.group.anchor == release.group.anchor


def _extends_it(order: Candidate, extension: Candidate) -> bool:
    """True for "ordered his detention for a month, since extended twice": the order and the extension share only the noun."""
    types = order.type is CustodyType.REMANDED and extension.type is CustodyType.DETENTION_EXTENDED
    return types and order.group.anchor < extension.hit.first and extension.group.anchor > order.hit.last
