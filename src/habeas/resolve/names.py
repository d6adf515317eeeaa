"""Whether two written names can be one person's: a score, an outcome, and the reasons in words.

`compare_names` is for one pair; `compare_batch` gives the same scores for many pairs at once. A name alone never proves that
two people are one: "same" says that the names are the same, `people.py` says whether the people are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from habeas.resolve.batch import weigh_pairs
from habeas.resolve.evidence import ALIKE, Evidence, liken, weigh_evidence
from habeas.resolve.letters import table, to_classes
from habeas.resolve.parse import Name, check_name, parse_name
from habeas.resolve.reasons import tell_reasons
from habeas.resolve.vetoes import DIFFERENT, FAINT, SAME, bounded
from habeas.resolve.weights import load_weights
from habeas.resolve.words import family_stem, sounds_of

_ONE_STEM: Final = 0.7
_ONE_GIVEN: Final = 0.9


class Outcome(StrEnum):
    """What a comparison says: the three that DESIGN.md allows."""

    SAME = "same"
    DIFFERENT = "different"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class NameComparison:
    """How surely two names are one person's (0 to 1), what follows, and why."""

    score: float
    outcome: Outcome
    reasons: tuple[str, ...]


def compare_names(a: str, b: str) -> NameComparison:
    """Compare two written names. Raises InputError where one of them is no name."""
    check_name(a)
    check_name(b)
    score, left, right, evidence = _best_form(parse_name(a), parse_name(b))
    return NameComparison(score, _outcome(score), tell_reasons(left, right, evidence))


def score_names(a: str, b: str) -> float:
    """The score of `compare_names` alone; 0 where one of the two is no name."""
    left, right = parse_name(a), parse_name(b)
    return _best_form(left, right)[0] if left.words and right.words else 0.0


@lru_cache(maxsize=1 << 16)
def name_outcome(a: str, b: str) -> Outcome:
    """The outcome of `compare_names` alone."""
    return _outcome(score_names(a, b))


def _outcome(score: float) -> Outcome:
    return Outcome.SAME if score >= SAME else Outcome.DIFFERENT if score < DIFFERENT else Outcome.ASK


@lru_cache(maxsize=1 << 16)
def is_family_variant(a: str, b: str) -> bool:
    """True if two names have one given name, and one family name with another ending, as outlets write it: Uzeyir Mammadli, Mammadov.
    The names are not the same, but other evidence may say that the person is."""
    x, y = parse_name(a).words, parse_name(b).words
    if len(x) < 2 or len(y) < 2 or liken(x[0], y[0]).whole < _ONE_GIVEN or x[-1].ending * y[-1].ending < 0:
        return False
    stems = [family_stem(word.main.sounds) for word in (x[-1], y[-1])]
    one, two = (stem or word.main.sounds for stem, word in zip(stems, (x[-1], y[-1]), strict=True))
    if not any(stems) or to_classes([one]) != to_classes([two]):
        return False
    return Indel.normalized_similarity(one.replace("A", "a"), two.replace("A", "a")) >= _ONE_STEM  # vowels matter here: Hasanov, Huseynov


@cache
def _shorts() -> dict[str, frozenset[str]]:
    """Short forms of given names and what they are short for, by their sounds."""
    out: dict[str, set[str]] = {}
    for shorts, names in table("shorts.tsv"):
        cells = (sounds_of([form.strip().lower() for form in cell.split(",")]) for cell in (shorts, names))
        short, full = (set(to_classes(cell)) for cell in cells)
        for form in short:
            out.setdefault(form, set()).update(full)
    return {form: frozenset(full) for form, full in out.items()}


@lru_cache(maxsize=1 << 16)
def is_short_form(a: str, b: str) -> bool:
    """True if two names have one family name, and the given name of one is an everyday short form of the other's: Sasha, Alexandra."""
    x, y = parse_name(a).words, parse_name(b).words
    if len(x) < 2 or len(y) < 2 or liken(x[-1], y[-1]).whole < _ONE_GIVEN or x[-1].ending * y[-1].ending < 0:
        return False
    one, two = x[0].main.classes, y[0].main.classes
    return two in _shorts().get(one, ()) or one in _shorts().get(two, ())


def _best_form(a: Name, b: Name) -> tuple[float, Name, Name, Evidence]:
    """The best score among the forms of both names; a name in brackets gives a second form."""
    scored = [(_score(x, y), x, y) for x in a.forms() for y in b.forms()]
    (score, evidence), left, right = max(scored, key=lambda s: s[0][0])
    return score, left, right, evidence


def _score(a: Name, b: Name) -> tuple[float, Evidence]:
    evidence = weigh_evidence(a, b)
    numbers = np.array(evidence.numbers, np.float32)
    return float(score_evidence(numbers[None], np.array([evidence.nearest]))[0]), evidence


def score_evidence(numbers: npt.NDArray[np.float32], nearest: npt.NDArray[np.floating]) -> npt.NDArray[np.float32]:
    """The scores of pairs by the evidence, a row for each, and by how alike the nearest two words of each pair are."""
    scores = np.float32(FAINT) * nearest.astype(np.float32)
    clear = nearest >= ALIKE
    if clear.any():
        scores[clear] = bounded(load_weights().score(numbers[clear]), numbers[clear])
    return scores


def compare_batch(a: Iterable[str] | Iterable[tuple[str, str]], b: Sequence[str] | None = None) -> npt.NDArray[np.float32]:
    """The scores of many pairs: of two sequences of one length, or of pairs. What is no name scores 0."""
    if b is None:
        pairs = list(a)
        left, right = (list(map(str, side)) for side in zip(*pairs, strict=True)) if pairs else ([], [])
    else:
        left, right = list(map(str, a)), list(b)
    if len(left) != len(right):
        raise ValueError(f"{len(left)} names cannot be paired with {len(right)}")
    if not left:
        return np.zeros(0, np.float32)
    weighed = weigh_pairs(left, right)
    scores = np.empty(len(left), np.float32)
    numbers = weighed.columns.T
    scores[weighed.rows] = bounded(load_weights().score(numbers), numbers)
    scores[weighed.faint] = FAINT * weighed.nearest
    for k in weighed.odd.tolist():
        scores[k] = score_names(left[k], right[k])
    return scores
