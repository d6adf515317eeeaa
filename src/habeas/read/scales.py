"""How likely is it, given these signs? One logistic regression for each question that rules and encoder answer together.

The weights are in `scales.json`. `training/scales.py` fits them on texts of which neither a rule nor the encoder has learned anything, so that the word
of each counts for what it is worth on a text that nobody has seen.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import resources
from typing import Final

Signs = Mapping[str, float]

_LEAST: Final = 0.01  # of a probability, so that certainty stays a number


Weights = Mapping[str, Mapping[str, float]]  # by question and sign; "" is what is added to every sum


@cache
def _shipped() -> Weights:
    text = resources.files("habeas.read").joinpath("scales.json").read_text(encoding="utf-8")
    weights: dict[str, dict[str, float]] = json.loads(text)
    return weights


_IN_USE: Final[ContextVar[Weights | None]] = ContextVar("weights", default=None)


@contextmanager
def weighed_by(weights: Weights) -> Iterator[None]:
    """Within it these weights count and not the shipped ones: for a fit that keeps documents out."""
    before = _IN_USE.set(weights)
    try:
        yield
    finally:
        _IN_USE.reset(before)


def _weights() -> Weights:
    return _IN_USE.get() or _shipped()


def likelihood(question: str, signs: Signs) -> float:
    """The share of cases with the same signs, between 0 and 1, in which the answer is yes; a sign without a weight counts nothing."""
    return weighed(_weights()[question], signs)


def weighed(weights: Mapping[str, float], signs: Signs) -> float:
    """The logistic of the sum of what the signs weigh and what stands under "", between 0 and 1."""
    total = weights[""] + sum(value * weights.get(sign, 0.0) for sign, value in signs.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def shipped_signs(question: str) -> frozenset[str]:
    """The signs that the shipped weights of a question know."""
    return frozenset(_shipped()[question]) - {""}


def is_known(question: str, sign: str) -> bool:
    """True if the scales have met the sign often enough to know what it is worth."""
    return sign in _weights()[question]


def log_odds(probability: float) -> float:
    """A probability as a sign: 0 for one half, between -4.6 and 4.6."""
    return math.log((probability + _LEAST) / (1.0 + _LEAST - probability))
