"""What training and run time agree on about the network that sees a whole page (`whole_page`): its weights, and what it knows of a thing by rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from habeas.case.vocabulary import EntityKind, MentionForm

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

# What the network knows of a thing on the page, in the order of its embeddings; training and run time agree on them here.
CLASSES: Final = ("mention", "trigger", "content")
FORMS: Final = ("", MentionForm.NAME.value, MentionForm.NOMINAL.value, MentionForm.PRONOUN.value)
KINDS: Final = (
    "",
    *(k.value for k in (EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.GOVERNMENT, EntityKind.COURT, EntityKind.PLACE)),
)
ASKED: Final = ("quote", "custody", "action", "response")
LINKS: Final = ("source", "person", "actor", "beneficiary", "target")
DISTANCES: Final = 21  # 0, then ten doublings on either side
STEP: Final = 8  # characters in one unit of distance


@dataclass(frozen=True)
class PageWeights:
    """The network's matrices by name, and the labels that it tells apart ("custody:detained", …)."""

    arrays: Mapping[str, Floats]
    labels: tuple[str, ...]

    @staticmethod
    def of(arrays: Mapping[str, NDArray[Any]]) -> PageWeights:
        """The weights as they are stored: matrices in half precision, and "labels"."""
        return PageWeights(
            {name: np.asarray(a, dtype=np.float32) for name, a in arrays.items() if name != "labels"},
            tuple(str(label) for label in arrays["labels"]),
        )


_FARTHEST: Final = 2 ** (DISTANCES // 2 - 1)  # from here on all distances share the last row of their side
_ROWS: Final[Ints] = np.array(
    [min(abs(d).bit_length(), DISTANCES // 2) + (DISTANCES // 2 if d < 0 else 0) for d in range(-_FARTHEST, _FARTHEST + 1)], dtype=np.int64
)


def distance_bucket(distance: Ints) -> Ints:
    """The row of a distance's embedding, by doublings, those in front behind the others."""
    rows: Ints = _ROWS[np.minimum(np.maximum(distance, -_FARTHEST), _FARTHEST) + _FARTHEST]
    return rows
