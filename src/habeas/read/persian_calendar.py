"""Which day of our calendar is "21 Mehr"? The solar calendar of Iran and Afghanistan, in which their press dates what it tells."""

from __future__ import annotations

import datetime as dt
from typing import Final

_NAMES: Final = (
    "farvardin", "ordibehesht", "khordad", "tir", "mordad|amordad", "shahrivar", "mehr", "aban", "azar", "dey", "bahman", "esfand",
)  # fmt: skip
MONTHS: Final = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split("|")}
_LONG: Final = 6  # months of 31 days; those after them have 30


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """The day in our calendar; None for a day that no month has."""
    if not 1 <= month <= 12 or not 1 <= day <= (31 if month <= _LONG else 30):
        return None
    return _new_year(year) + dt.timedelta(days=31 * min(month - 1, _LONG) + 30 * max(0, month - 1 - _LONG) + day - 1)


def year_on(day: dt.date) -> int:
    """The year of theirs in which a day of ours falls."""
    year = day.year - 621
    return year if day >= _new_year(year) else year - 1


def _new_year(year: int) -> dt.date:
    """1 Farvardin of a year, 20 to 22 March, counted from that of 1400; eight leap years fall on 33 years."""
    return dt.date(2021, 3, 21) + dt.timedelta(days=_days_before(year) - _days_before(1400))


def _days_before(year: int) -> int:
    cycle, within = divmod(year + 1595, 33)
    return 365 * (year + 1595) + 8 * cycle + (within + 3) // 4
