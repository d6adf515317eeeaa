"""The learned weights that turn evidence into a score: a small network, kept as arrays (trained by training/names.py)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from habeas.errors import ModelError
from habeas.resolve.evidence import FEATURES

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """Two hidden layers with ReLU over the scaled evidence; the score is the logistic of the sum."""

    mean: Floats
    scale: Floats
    layers: tuple[tuple[Floats, Floats], ...]

    def score(self, evidence: Floats) -> Floats:
        """Scores from 0 to 1 of rows of evidence."""
        x: Floats = (evidence - self.mean) * self.scale
        for weights, bias in self.layers[:-1]:
            x = np.maximum(x @ weights + bias, np.float32(0))
        weights, bias = self.layers[-1]
        raw: Floats = (x @ weights + bias)[..., 0]
        return np.asarray(1.0 / (1.0 + np.exp(-raw)), np.float32)


@cache
def load_weights() -> Weights:
    """The weights shipped with this version. Raises ModelError if they do not fit this version's evidence."""
    path = files("habeas.resolve").joinpath("data", "names.npz")
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
            arrays = {key: data[key] for key in data.files}
    except (OSError, ValueError) as error:
        raise ModelError(f"the weights for names cannot be read: {error}.", next_step="Install Habeas again.") from error
    if tuple(arrays["features"]) != FEATURES:
        raise ModelError("the weights for names belong to another version.", next_step="Run training/names.py, or install Habeas again.")
    count = sum(key.startswith("weights") for key in arrays)
    return Weights(arrays["mean"], arrays["scale"], tuple((arrays[f"weights{k}"], arrays[f"bias{k}"]) for k in range(count)))
