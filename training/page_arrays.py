"""One marked page as arrays, with all that is asked about it: what `training.page_questions` writes and `training.page` learns from."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from habeas.read.heads import TYPES

LABELS: Final = ("quote", *TYPES)


@dataclass(frozen=True)
class Asked:
    """One page: n things in the order of the text, m questions, e entities. States are 3 x HIDDEN wide, those of questions HIDDEN more.

    Of a thing: where it starts, its class, form and kind by their rows (`habeas.read.page_weights`), whether it is of somebody named, of which entity (-1: none),
    in which sentence and paragraph. `right` and `counts` (m x e x 2): whether the entity acts and whether it is befallen, and whether that is known. `labels` and
    `asked` (m x LABELS) alike.
    """

    name: str
    states: NDArray[np.float16]
    starts: NDArray[np.int64]
    classes: NDArray[np.int64]
    forms: NDArray[np.int64]
    kinds: NDArray[np.int64]
    named: NDArray[np.int64]
    whose: NDArray[np.int64]
    where: NDArray[np.int64]
    question_kinds: tuple[str, ...]
    question_states: NDArray[np.float16]
    question_starts: NDArray[np.int64]
    question_where: NDArray[np.int64]
    links: NDArray[np.float32]
    right: NDArray[np.float32]
    counts: NDArray[np.float32]
    labels: NDArray[np.float32]
    asked: NDArray[np.float32]


def write_pages(pages: Sequence[Asked], path: Path) -> None:
    """For the same machine, from one environment to the other."""
    path.write_bytes(pickle.dumps(list(pages), protocol=5))


def read_pages(path: Path) -> list[Asked]:
    """What `write_pages` wrote; of files from elsewhere it must not be asked."""
    return list(pickle.loads(path.read_bytes()))
