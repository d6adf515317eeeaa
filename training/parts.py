"""Which texts of the corpus does the encoder learn, and which of them in its last phases?"""

from __future__ import annotations

import re
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


def phase_of(name: str) -> int | None:
    """The number of the phase, among the last, that brings this text of `invented`; None for one that is learned before them."""
    return next((i for i, pattern in enumerate(BROUGHT) if pattern.match(name)), None)
