"""How likely is it, given these signs? Boosted trees for each question that rules and encoder answer together.

The trees are in `scales/`, one ONNX file a question. `training/scales.py` grows them on texts of which neither a rule nor the encoder has learned anything,
so that the word of each counts for what it is worth on a text that nobody has seen. Most of them hear the network that sees the whole page (`page_signs`); where
there is too little on a page for it, those in `scales/short/` count, which have grown without it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from habeas.errors import ModelError

Signs = Mapping[str, float]

_LEAST: Final = 0.01  # of a probability, so that certainty stays a number
_FARTHEST: Final = 1e6  # of a sign: beyond it more says nothing more


@dataclass(frozen=True)
class Scale:
    """One question: the column of each sign that counts, and the trees in an ONNX session."""

    columns: Mapping[str, int]
    session: Any

    @staticmethod
    def of(trees: bytes) -> Scale:
        """The scale in the bytes of an ONNX file, whose metadata name the signs in the order of their columns."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        session = onnxruntime.InferenceSession(trees, options, providers=["CPUExecutionProvider"])
        signs = json.loads(session.get_modelmeta().custom_metadata_map["signs"])
        return Scale({name: i for i, name in enumerate(signs)}, session)

    def weigh(self, cases: Sequence[Signs]) -> list[float]:
        """For each case the share of cases with the same signs in which the answer is yes, between 0 and 1."""
        if not cases:
            return []
        rows = np.minimum(np.maximum(sign_table(cases, self.columns), -_FARTHEST), _FARTHEST)
        (shares,) = self.session.run(None, {"signs": rows.astype(np.float32)})
        return [float(share) for share in shares[:, 0]]


def sign_table(cases: Sequence[Signs], columns: Mapping[str, int]) -> NDArray[np.float64]:
    """Cases x signs; a sign without a column is left out."""
    width = len(columns)
    rows: NDArray[np.float64] = np.zeros(len(cases) * width)
    places: list[int] = []
    values: list[float] = []
    for start, signs in zip(range(0, len(rows), width), cases, strict=True):
        for name, value in signs.items():
            if (column := columns.get(name)) is not None:
                places.append(start + column)
                values.append(value)
    rows[places] = values
    return rows.reshape(len(cases), width)


Scales = Mapping[str, Scale]  # by question
OF_THE_PAGE: Final = ("page: told", "page: fit")  # one of these signs is borne by all cases of a page that was seen as a whole


@cache
def _shipped(question: str, *, seen: bool = True) -> Scale:
    """The trees of a question that hear the network for the whole page, or those that do not; of a question that never does there is one."""
    hears_it = Scale.of(shipped_file("scales", question, ".onnx"))
    if seen or not any(sign in hears_it.columns for sign in OF_THE_PAGE):
        return hears_it
    return Scale.of(shipped_file("scales/short", question, ".onnx"))


def shipped_file(folder: str, question: str, ending: str) -> bytes:
    """What `training` left for a question in one of the folders beside this module; ModelError where it is missing."""
    name = question.replace(" ", "_") + ending
    try:
        return resources.files("habeas.read").joinpath(folder, name).read_bytes()
    except FileNotFoundError:
        made_by = folder.partition("/")[0]
        step = f"Install Habeas again; if you trained {made_by} yourself, run `python -m training.{made_by}` to its end."
        raise ModelError(f"The {made_by} are incomplete: there is no {name}.", next_step=step) from None


_IN_USE: Final[ContextVar[Scales | None]] = ContextVar("scales", default=None)


@contextmanager
def weighed_by(scales: Scales) -> Iterator[None]:
    """Within it these scales count and not the shipped ones: for a fit that keeps documents out."""
    before = _IN_USE.set(scales)
    try:
        yield
    finally:
        _IN_USE.reset(before)


def _scale(question: str, *, seen: bool) -> Scale:
    scales = _IN_USE.get()
    return _shipped(question, seen=seen) if scales is None else scales[question]


def likelihoods(question: str, cases: Sequence[Signs]) -> list[float]:
    """For each case the share of cases with the same signs, between 0 and 1, in which the answer is yes; a sign without a column counts nothing."""
    return _scale(question, seen=any(sign in signs for signs in cases[:1] for sign in OF_THE_PAGE)).weigh(cases)


def likelihood(question: str, signs: Signs) -> float:
    """`likelihoods` of one case."""
    return likelihoods(question, [signs])[0]


def shipped_signs(question: str) -> frozenset[str]:
    """The signs that the shipped trees of a question know."""
    return frozenset(_shipped(question).columns)


def is_known(question: str, sign: str, *, seen: bool) -> bool:
    """True if the scales for pages that are seen as a whole, or for those that are not, have met the sign often enough to know what it is worth."""
    return sign in _scale(question, seen=seen).columns


def log_odds(probability: float) -> float:
    """A probability as a sign: 0 for one half, between -4.6 and 4.6."""
    return math.log((probability + _LEAST) / (1.0 + _LEAST - probability))


def all_log_odds(probabilities: NDArray[np.float32]) -> list[float]:
    """`log_odds` of each."""
    exact = probabilities.astype(np.float64)
    odds: list[float] = np.log((exact + _LEAST) / (1.0 + _LEAST - exact)).tolist()
    return odds
