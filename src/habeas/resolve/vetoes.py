"""What forbids calling two names the same, whatever the score says; and where "same", "ask" and "different" begin."""

from __future__ import annotations

from typing import Final

import numpy as np

from habeas.resolve.evidence import FEATURES
from habeas.resolve.weights import Floats

SAME: Final = 0.8  # from here "same"
DIFFERENT: Final = 0.3  # below this "different"
FAINT: Final = 0.08  # the score of names without words that answer each other, times how alike the nearest two words are
_ANSWERED: Final = 0.8  # words this alike are one name, whatever given.tsv takes them for
_AT: Final = {name: k for k, name in enumerate(FEATURES)}


def _column(numbers: Floats, name: str) -> Floats:
    return numbers[:, _AT[name]]


def is_contradicted(numbers: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Both have given names and share none, or the two are of different genders: these are two people's names. Where every word of the
    shorter name is answered, a given name stands in one that nobody knows in the other's letters, and nothing is contradicted."""
    two, three = _column(numbers, "second") >= _ANSWERED, _column(numbers, "third") >= _ANSWERED
    words = _column(numbers, "fewest_words")
    is_answered = two & (words == 2) | two & three & (words == 3)
    differs = (_column(numbers, "given_differs") > 0) & (_column(numbers, "first_first") < 0.9) & ~is_answered
    is_contradicted: np.ndarray[tuple[int], np.dtype[np.bool_]] = differs | (_column(numbers, "gender_differs") > 0)
    return is_contradicted


def is_doubtful(numbers: Floats) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """The family name has the other gender's form, each has a word that the other lacks, one is a single word or has
    initials, or kh stands against k, g or q."""
    alone = (_column(numbers, "fewest_words") < 2) & (_column(numbers, "most_words") > 1)
    return (
        alone
        | (_column(numbers, "ending") < 0)
        | (_column(numbers, "words_left_min") > 0)
        | (_column(numbers, "initials") > 0)
        | (_column(numbers, "throats") > 0)
    )


def bounded(score: Floats, numbers: Floats) -> Floats:
    """The scores, pressed below "same" where doubtful and below "ask" where contradicted; their order within each stays."""
    score = np.where(is_doubtful(numbers), score * np.float32(SAME - 0.001), score)
    return np.where(is_contradicted(numbers), score * np.float32(DIFFERENT), score)
