"""Dates as texts give them: EDTF (ISO 8601-2) values that never say more than the source does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from habeas.case.passage import Span

_EDTF = re.compile(r"(?:\d{4}|XXXX)(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?~?")
_ISO_TERM = re.compile(r"P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?)?|LIFE")


class Bound(StrEnum):
    """How a date limits the event: on it (the default), not before it, or not after it."""

    ON = "on"
    SINCE = "since"
    BY = "by"


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date, as precise as the source makes it: `2024-12-11`, `2024-12`, `2024`, `XXXX-12-11`, `2024-12~`.

    `span` is where the words stand, or None where the date holds by the run of the text. `is_derived` marks a date
    that was computed (an end from a start and a term), never read.
    """

    edtf: str
    span: Span | None = None
    bound: Bound = Bound.ON
    is_derived: bool = False

    def __post_init__(self) -> None:
        if not is_edtf(self.edtf):
            raise ValueError(f"not a date in EDTF: {self.edtf!r}")


@dataclass(frozen=True, slots=True)
class Term:
    """A length of custody as ISO 8601 duration (`P4M`, `P9Y6M`, `PT48H`) or `LIFE`."""

    iso: str
    span: Span | None = None

    def __post_init__(self) -> None:
        if not _ISO_TERM.fullmatch(self.iso):
            raise ValueError(f"not an ISO 8601 duration or LIFE: {self.iso!r}")


def is_edtf(text: str) -> bool:
    """True if `text` is one of the EDTF forms that Habeas writes, and a real day of the calendar."""
    if not _EDTF.fullmatch(text):
        return False
    parts = text.rstrip("~").split("-")
    if len(parts) < 3:
        return True
    year = 2000 if parts[0] == "XXXX" else int(parts[0])
    longest = (31, 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return int(parts[2]) <= longest[int(parts[1]) - 1]
