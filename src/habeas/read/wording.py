"""How is it worded? The words in and around a trigger and those of a quote, as features whose worth thousands of marked texts taught.

The trees weigh some hundred words that were chosen for them; a page has more ways of telling. Here every word and pair of words that the marked texts
have often enough counts, by a weight of its own (`words/`, made by `training.words`), and what they say together is put beside what the trees say.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.read.scales import shipped_file
from habeas.read.scene import Scene, UnitKind, once_a_scene

_BEFORE: Final = 10  # units of the sentence in front of the trigger that count wherever they stand
_BEHIND: Final = 12  # and behind it
_BESIDE: Final = 3  # units on either side of it that count by their place
_NEAR: Final = 8  # units on either side of it that are put together with its first word
_CONTENT: Final = 60  # words of a quote
_SUREST: Final = 6.9  # of log-odds: a share of .999

Features = frozenset[str]


@dataclass(frozen=True)
class Wording:
    """One question: what each feature is worth, and how much the trees' word and that of the features count together."""

    worth: Mapping[str, float]
    base: float
    trees: float
    words: float
    neither: float

    def odds(self, features: Features) -> float:
        """What the features say, as log-odds; exact, since a set has no order."""
        worth = self.worth
        return self.base + math.fsum([worth[f] for f in features if f in worth])

    def together(self, share: float, features: Features) -> float:
        """The share of the trees in the light of the wording."""
        return 1.0 / (1.0 + math.exp(-self.trees * log_odds_of(share) - self.words * self.odds(features) - self.neither))


def log_odds_of(share: float) -> float:
    """The log-odds of a share, within what a thousand cases could tell."""
    return max(-_SUREST, min(_SUREST, math.log(max(share, 1e-9) / max(1.0 - share, 1e-9))))


def in_the_light_of_words(question: str, shares: Sequence[float], features_of: Callable[[int], Features]) -> list[float]:
    """What the trees say of each case, with what its wording says; `features_of` is asked by the number of the case, and not of hopeless ones."""
    tables = _IN_USE.get()
    wording = _shipped(question) if tables is None else tables.get(question)
    if wording is None:
        return list(shares)
    return [wording.together(share, features_of(i)) if share >= _HOPELESS else share for i, share in enumerate(shares)]


_HOPELESS: Final = 0.02  # of a case by the trees: no wording makes it stand


_IN_USE: Final[ContextVar[Mapping[str, Wording] | None]] = ContextVar("wording", default=None)


@contextmanager
def worded_by(tables: Mapping[str, Wording]) -> Iterator[None]:
    """Within it these count and not the shipped ones; for a question without any, what the trees say."""
    before = _IN_USE.set(tables)
    try:
        yield
    finally:
        _IN_USE.reset(before)


@cache
def _shipped(question: str) -> Wording:
    return read_wording(shipped_file("words", question, ".tsv").decode("utf-8"))


def read_wording(table: str) -> Wording:
    """The wording of a table: "base", "trees", "words" and "neither" with their numbers, an empty line, then a feature and its worth a line."""
    head, _, rows = table.partition("\n\n")
    numbers = {name: float(value) for name, value in (line.split("\t") for line in head.splitlines())}
    worth = {feature: float(value) for feature, value in (line.rsplit("\t", 1) for line in rows.splitlines())}
    return Wording(worth, numbers["base"], numbers["trees"], numbers["words"], numbers["neither"])


def write_wording(wording: Wording) -> str:
    """The table that `read_wording` reads."""
    head = f"base\t{wording.base:.4f}\ntrees\t{wording.trees:.4f}\nwords\t{wording.words:.4f}\nneither\t{wording.neither:.4f}\n\n"
    return head + "".join(f"{feature}\t{worth:.3f}\n" for feature, worth in sorted(wording.worth.items()))


@once_a_scene
def wording_of(scene: Scene, trigger: tuple[int, ...], label: str, content: tuple[Span, ...] = ()) -> Features:
    """The features of something told at the units of `trigger`: what it is told as (`label`), the words there, beside and around, those said."""
    if not trigger:
        return frozenset((f"is {label}",))
    at, end = trigger[0], trigger[-1] + 1
    number = scene.units[at].sentence
    first = scene.bounds[number][0]
    words = _words_of(scene, number)
    before, own, behind = words[max(0, at - first - _BEFORE) : at - first], words[at - first : end - first], words[end - first :]
    features = {f"is {label}", *_at_their_places(label, before, own, behind)}
    features.update(f"before {w}" for w in before)
    for w in behind[:_BEHIND]:
        features.update((f"behind {w}", f"{label} behind {w}"))
    features.update(f"in the sentence {w}" for w in words)
    if number:
        features.update(f"sentence before {w}" for w in _words_of(scene, number - 1))
    said = _said(scene, content)
    for w in said:
        features.update((f"said {w}", f"{label} said {w}"))
    features.update(f"said {a} {b}" for a, b in pairwise(said))
    return frozenset(features)


@once_a_scene
def _words_of(scene: Scene, sentence: int) -> list[str]:
    return [_word(scene, i) for i in range(*scene.bounds[sentence])]


def _at_their_places(label: str, before: list[str], own: list[str], behind: list[str]) -> Iterator[str]:
    """The words of the trigger, and those next to it on either side, each with its place."""
    yield from (f"here {w}" for w in own)
    yield f"{label} here {' '.join(own)}"
    for k, w in enumerate(reversed(before[-_BESIDE:])):
        yield f"{k + 1} before {w}"
        yield f"{label} {k + 1} before {w}"
    for k, w in enumerate(behind[:_BESIDE]):
        yield f"{k + 1} behind {w}"
        yield f"{label} {k + 1} behind {w}"
    row = [*before[-_BESIDE:], " ".join(own), *behind[:_BESIDE]]
    yield from (f"row {a} {b}" for a, b in pairwise(row))
    yield from (f"row {a} {b} {c}" for a, b, c in zip(row, row[1:], row[2:], strict=False))
    here = own[0] if own else ""
    yield from (f"{here} with {w}" for w in (*before[-_NEAR:], *behind[:_NEAR]))
    yield from (f"behind {a} {b}" for a, b in pairwise(behind[:_BEHIND]))


def _said(scene: Scene, content: Sequence[Span]) -> list[str]:
    """The first words of what is said."""
    out: list[str] = []
    for span in content:
        i = scene.at(span.start)
        while i < len(scene.units) and scene.units[i].span.start < span.stop and len(out) < _CONTENT:
            out.append(_word(scene, i))
            i += 1
    return out


_NAMES: Final = {EntityKind.PERSON: "PERSON", EntityKind.PLACE: "PLACE", EntityKind.COURT: "COURT", EntityKind.GOVERNMENT: "GOVERNMENT"}
_KINDS: Final = {UnitKind.DATE: "DATE", UnitKind.TERM: "TERM", UnitKind.ARTICLE: "ARTICLE"}


def _word(scene: Scene, i: int) -> str:
    """The word at unit `i`; of a name, a day or a length only what it is, so that no feature remembers who or when."""
    unit = scene.units[i]
    if unit.kind in _KINDS:
        return _KINDS[unit.kind]
    if unit.form is MentionForm.NAME:
        return _NAMES.get(scene.entities[unit.of].kind, "BODY") if unit.of >= 0 else "BODY"
    if unit.low.isdecimal():
        return "NUMBER"
    return unit.low.rsplit(" ", 1)[-1] if unit.kind is UnitKind.MENTION else unit.low
