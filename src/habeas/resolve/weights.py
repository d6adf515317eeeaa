"""The learned weights that turn evidence into a score: a forest of small even trees, kept as arrays (made by training/names.py)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
import numpy.typing as npt

from habeas.errors import ModelError
from habeas.resolve.evidence import FEATURES

Floats = npt.NDArray[np.float32]
_CHUNK: Final = 4096  # rows at a time, so that a column stays in the processor's cache
_FEW: Final = 400  # rows up to which going over all trees at once is quicker


@dataclass(frozen=True, slots=True)
class Weights:
    """Trees of one depth: tree t asks `evidence[features[t, d]] > borders[t, d]` for each d; the answers, as bits, number its leaf.

    The score is the logistic of the sum of the leaves and the bias.
    """

    features: npt.NDArray[np.int64]
    borders: Floats
    leaves: Floats
    bias: np.float32

    def score(self, evidence: Floats) -> Floats:
        """Scores from 0 to 1 of rows of evidence."""
        if len(evidence) <= _FEW:
            raw = self._all_trees(evidence)
        else:
            parts = np.array_split(evidence, -(-len(evidence) // _CHUNK))
            raw = np.concatenate([self._tree_by_tree(np.ascontiguousarray(part.T)) for part in parts])
        return np.asarray(1.0 / (1.0 + np.exp(-raw)), np.float32)

    def _all_trees(self, evidence: Floats) -> npt.NDArray[np.float64]:
        depth = self.features.shape[1]
        answers = evidence[:, self.features.ravel()] > self.borders.ravel()
        leaf = answers.reshape(len(evidence), -1, depth) @ (1 << np.arange(depth))
        out: npt.NDArray[np.float64] = self.leaves[np.arange(len(self.leaves)), leaf].sum(1, dtype=np.float64) + self.bias
        return out

    def _tree_by_tree(self, columns: Floats) -> npt.NDArray[np.float64]:
        total = np.full(columns.shape[1], self.bias, np.float64)
        for features, borders, leaves in zip(self.features.tolist(), self.borders, self.leaves, strict=True):
            leaf = (columns[features[0]] > borders[0]).view(np.uint8)
            for bit in range(1, len(features)):
                leaf = leaf | (columns[features[bit]] > borders[bit]).view(np.uint8) << np.uint8(bit)
            total += leaves[leaf]
        return total


@cache
def load_weights() -> Weights:
    """The weights shipped with this version. Raises ModelError if they do not fit this version's evidence."""
    path = files("habeas.resolve").joinpath("data", "names.npz")
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
            arrays = {key: data[key] for key in data.files}
    except (OSError, ValueError) as error:
        raise ModelError(f"the weights for names cannot be read: {error}.", next_step="Install Habeas again.") from error
    if tuple(arrays["evidence"].tolist()) != FEATURES:
        raise ModelError("the weights for names belong to another version.", next_step="Run training/names.py, or install Habeas again.")
    return Weights(arrays["features"].astype(np.int64), arrays["borders"], arrays["leaves"], np.float32(arrays["bias"]))
