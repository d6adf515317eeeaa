"""What number do these words say?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_ONES: Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS: Final = (
    {w: i for i, w in enumerate(_ONES)} | {w: 10 * i for i, w in enumerate(_TENS, 2)} | {"dozen": 12, "hundred": 100, "thousand": 1000}
)
# Longest first, so that "sixteen" is not read as "six".
NUMBER_WORDS: Final = "(?:" + "|".join(sorted((w for w in _WORDS if w != "zero"), key=len, reverse=True)) + ")"


_ORDINAL_ONES: Final = "first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINALS: Final = {
    word: number
    for number, word in enumerate(
        [
            *_ORDINAL_ONES,
            *"tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
            *(f"twenty-{one}" for one in _ORDINAL_ONES),
            "thirtieth",
            "thirty-first",
        ],
        1,
    )
}
ORDINAL_WORDS: Final = sorted(_ORDINALS, key=len, reverse=True)  # the days of a month in words, the longest first


def ordinal_value(word: str) -> int | None:
    """The number that "third" and "twenty-first" say; None for another word."""
    return _ORDINALS.get(word.lower())


@lru_cache(maxsize=4096)
def number_value(words: str) -> float | None:
    """The value of `words`: "12", "5 1/2", "9.5", "twenty-five", "a" (1); None if they are no number."""
    cleaned = words.strip().lower().replace("½", " 1/2").strip()
    half = 0.0
    if cleaned.endswith("1/2"):
        half, cleaned = 0.5, cleaned[:-3].strip(" -")
        if not cleaned:
            return half
    if cleaned in ("a", "an", "another"):
        return 1.0 + half
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){1,4}", cleaned):
        return float(cleaned.replace(",", "")) + half
    if re.fullmatch(r"\d{1,15}(?:[.,]\d{1,15})?", cleaned):  # longer runs of digits are of no count
        return float(cleaned.replace(",", ".")) + half
    parts = re.split(r"[- ]", cleaned)
    if all(p in _WORDS for p in parts) and len(parts) <= 2:
        return float(sum(_WORDS[p] for p in parts)) + half
    return None
