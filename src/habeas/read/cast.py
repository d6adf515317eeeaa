"""Who has appeared in which light: the people whom words stand for, and those whom the document has told of so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from habeas.case.passage import Span
from habeas.read.lists import Enumeration, ItemList, find_enumerations, find_item_lists
from habeas.read.numbers import number_value
from habeas.read.scene import Scene, Unit

_NEVER_HELD: Final = frozenset({"lawyer", "official", "judge", "prosecutor", "relative", "commentator", "witness"})


@dataclass(frozen=True, slots=True)
class Who:
    """Entities (by index) that words stand for, the number that the words state, and how that was found."""

    persons: tuple[int, ...] = ()
    count: int | None = None
    how: str = "nobody"
    is_group: bool = False  # people are meant, but not named

    @property
    def is_someone(self) -> bool:
        return bool(self.persons) or self.is_group


NOBODY: Final = Who()
ALL_BUT_SOME: Final = "all but some"  # "all but one were let go": people whom no name tells


Spoken = tuple[Span, str]  # words that the text quotes, and the id of who says them


@dataclass(frozen=True, slots=True)
class Seen:
    """What an earlier pass saw: the events told without a verb, and everybody to whom anything happened."""

    told: tuple[tuple[int, tuple[int, ...]], ...] = ()
    befallen: Mapping[int, int] = field(default_factory=dict)


@dataclass
class Cast:
    """Who has appeared in which light: the document's lists, and the persons of the events read so far, in order of the text."""

    scene: Scene
    lists: tuple[ItemList, ...] = ()
    enumerations: tuple[Enumeration, ...] = ()
    events: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    held: tuple[int, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    befallen: Mapping[int, int] = field(default_factory=dict)  # to whom an earlier pass saw anything happen, and how often
    unnamed: list[tuple[int, int]] = field(default_factory=list)  # where something befell so many people whom nobody names
    out: tuple[int, ...] = ()  # who was told to be free again

    @cached_property
    def speaking(self) -> frozenset[str]:
        """The ids of those whom the text quotes."""
        return frozenset(who for _, who in self.spoken)

    def says(self, at: int) -> str | None:
        """Who speaks at unit `at`, where it stands in words that the text quotes."""
        place = self.scene.units[at].span.start
        around = [(len(span), who) for span, who in self.spoken if span.start <= place < span.stop]
        return min(around)[1] if around else None

    def before(self, at: int) -> list[tuple[int, ...]]:
        """The persons of the events before unit `at`, the nearest first."""
        return [persons for place, persons in sorted(self.events, reverse=True) if place < at and persons]


def gather_cast(scene: Scene, held: Sequence[int] = (), seen: Seen | None = None, spoken: tuple[Spoken, ...] = ()) -> Cast:
    """The cast of a document; `held` are the persons in custody, `seen` is what an earlier pass found, `spoken` whose words stand where."""
    lists = find_item_lists(scene)
    seen = seen or Seen()
    return Cast(scene, lists, find_enumerations(scene, lists), list(seen.told), tuple(held), spoken, seen.befallen)


def is_known_person(scene: Scene, unit: Unit) -> bool:
    """True for a mention of a person whom the text names somewhere."""
    return scene.is_person(unit) and scene.entities[unit.of].is_named


def is_never_held(scene: Scene, person: int) -> bool:
    """True for lawyers, officials, relatives and others of whom custody is seldom told: another is rather meant."""
    return not _NEVER_HELD.isdisjoint(scene.entities[person].roles)


def count_in(words: Sequence[str]) -> int | None:
    """How many people the first numeral of these words tells: 135 of "one hundred and thirty-five political prisoners", 200 of "two hundred"."""
    count: int | None = None
    for i, word in enumerate(words):
        if word in _HUNDREDS and (count is not None or (i and words[i - 1] in ("a", "an"))):
            count = (count or 1) * _HUNDREDS[word]
        elif (n := number_of_people(word)) and word not in _HUNDREDS:
            count = (count or 0) + n
        elif count is not None and not (word == "and" and words[i - 1] in _HUNDREDS):
            break
    return count


_HUNDREDS: Final = {"hundred": 100, "thousand": 1000}


def number_of_people(word: str) -> int | None:
    """How many people a numeral tells; None for "a", for "dozen", which only says about how many, and for sums of money."""
    value = number_value(word) if word not in ("a", "an", "dozen", "hundred") else None
    return int(value) if value and value == int(value) and value < 200_000 else None
