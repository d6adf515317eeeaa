"""Which texts of the corpus does the encoder learn, and which of them in its last phases?"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

CORPUS: Final = Path(__file__).parent.parent / "corpus"
# How the names of those texts of `invented` begin that the last phases bring, a phase each, the oldest first: the weights from before it have not learned them.
BROUGHT: Final = (
    re.compile("[mnp][a-f]-"),
    re.compile("t[a-h]-|u[acf]-"),
    re.compile("u[bdegh]-|v[bdf]-"),
    re.compile("v[acegh]-|o[bdf]-"),
)
NEWEST: Final = re.compile("o[acegh]-")  # of practice: texts of which the encoder has learned nothing


def phase_of(name: str) -> int | None:
    """The number of the phase, among the last, that brings this text of `invented`; None for one that is learned before them."""
    return next((i for i, pattern in enumerate(BROUGHT) if pattern.match(name)), None)


FOLDS: Final = 5


def fold_of(document: str) -> int:
    """The fold in which a document is kept out."""
    return int(hashlib.md5(document.encode()).hexdigest(), 16) % FOLDS


def folds_apart(named: Sequence[str]) -> list[frozenset[int]]:
    """The folds that are left out together: "01", "23", "4". Raises ValueError unless each fold is in one of them."""
    groups = [frozenset(map(int, folds)) for folds in named]
    if sorted(fold for group in groups for fold in group) != list(range(FOLDS)):
        raise ValueError(f"{' '.join(named)}: every fold from 0 to {FOLDS - 1} must be named once")
    return groups
