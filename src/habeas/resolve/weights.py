"""The learned weights that turn evidence into a score: a forest of small even trees, kept as arrays (made by training/names.py)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
import numpy.typing as npt

from habeas.errors import ModelError
from habeas.resolve.evidence import FEATURES

Floats = npt.NDArray[np.float32]
_CHUNK: Final = 32768  # rows at a time, so that a column stays in the processor's cache
_FEW: Final = 400  # rows up to which going over all trees at once is quicker


class Weights:
    """Trees of one depth: tree t asks `evidence[features[t, d]] > borders[t, d]` for each d; the answers, as bits, number its leaf.

    The score is the logistic of the sum of the leaves and the bias.
    """

    def __init__(self, features: npt.NDArray[np.int64], borders: Floats, leaves: Floats, bias: np.float32) -> None:
        self.features, self.borders, self.leaves, self.bias = features, borders, leaves, bias
        questions = list(dict.fromkeys(zip(features.ravel().tolist(), borders.ravel().tolist(), strict=True)))
        numbers = {question: k for k, question in enumerate(questions)}
        self._questions = questions
        asked = [numbers[q] for q in zip(features.ravel().tolist(), borders.ravel().tolist(), strict=True)]
        self._asked: list[list[int]] = [row.tolist() for row in np.array(asked, np.int64).reshape(features.shape)]
        self._asked_by_depth = np.array(self._asked).T.copy()
        self._features = np.array([feature for feature, _ in questions])
        self._borders = np.array([border for _, border in questions], np.float32)
        # Two trees are looked up as one: the leaf of the second stands above the bits of the first.
        self._pairs = [(one + two[:, None]).ravel() for one, two in zip(leaves[::2], leaves[1::2], strict=True)]

    def score(self, evidence: Floats) -> Floats:
        """Scores from 0 to 1 of rows of evidence. Quickest where they are the transpose of columns."""
        return np.asarray(1.0 / (1.0 + np.exp(-self.sums(evidence))), np.float32)

    def sums(self, evidence: Floats) -> npt.NDArray[np.float64]:
        """The sums of the leaves and the bias, of which scores are the logistic."""
        if len(evidence) <= _FEW:
            return self._all_trees(evidence)
        parts = [evidence[k : k + _CHUNK] for k in range(0, len(evidence), _CHUNK)]
        return np.concatenate([self._tree_by_tree(np.ascontiguousarray(part.T)) for part in parts])

    def _all_trees(self, evidence: Floats) -> npt.NDArray[np.float64]:
        columns = np.ascontiguousarray(evidence.T)
        answers = (columns[self._features] > self._borders[:, None]).view(np.uint8)
        leaf = np.zeros((len(self.leaves), len(evidence)), np.uint8)
        for bit, asked in enumerate(self._asked_by_depth):
            leaf |= answers[asked] << np.uint8(bit)
        out: npt.NDArray[np.float64] = np.take_along_axis(self.leaves, leaf, 1).sum(0, dtype=np.float64) + self.bias
        return out

    def _tree_by_tree(self, columns: Floats) -> npt.NDArray[np.float64]:
        total = np.full(columns.shape[1], self.bias, np.float64)
        answers = np.empty((len(self._questions), columns.shape[1]), np.uint8)
        for (feature, border), answer in zip(self._questions, answers, strict=True):
            np.greater(columns[feature], np.float32(border), out=answer.view(bool))
        depth = self.features.shape[1]
        places, found = np.empty(columns.shape[1], np.int64), np.empty(columns.shape[1], np.float32)
        for k, leaves in enumerate(self._pairs):
            one, two = (self._leaf(answers, self._asked[t]) for t in (2 * k, 2 * k + 1))
            np.left_shift(two, depth, out=places, dtype=np.int64, casting="unsafe")
            places |= one
            leaves.take(places, out=found, mode="clip")
            total += found
        return total

    def _leaf(self, answers: npt.NDArray[np.uint8], asked: list[int]) -> npt.NDArray[np.uint8]:
        leaf: npt.NDArray[np.uint8] = answers[asked[-1]].copy()
        for question in asked[-2::-1]:
            leaf += leaf
            leaf += answers[question]
        return leaf


@cache
def load_weights(name: str = "names.npz") -> Weights:
    """The weights shipped with this version: of the comparison, or those that rank what an index finds (ranks.npz). Raises ModelError if they do not fit this version's evidence."""
    path = files("habeas.resolve").joinpath("data", name)
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
            arrays = {key: data[key] for key in data.files}
    except (OSError, ValueError) as error:
        raise ModelError(f"the weights for names cannot be read: {error}.", next_step="Install Habeas again.") from error
    if tuple(arrays["evidence"].tolist()) != FEATURES:
        raise ModelError("the weights for names belong to another version.", next_step="Run training/names.py, or install Habeas again.")
    return Weights(arrays["features"].astype(np.int64), arrays["borders"], arrays["leaves"], np.float32(arrays["bias"]))
