"""Between which days an EDTF date lies, and what follows: whether two dates can be one, which comes first, when a term ends.

Nothing is guessed: a date without a year lies nowhere on the calendar, and two dates that can be the same day are not put in order.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import TypeAlias

from habeas.case.dates import Bound, DateValue, Term

Days: TypeAlias = tuple[dt.date, dt.date]

_PARTS = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")


@lru_cache(maxsize=4096)
def days_of(edtf: str) -> Days | None:
    """The first and last day that the date can mean; None where no year is known. `~` widens by one step of its precision."""
    parts = edtf.rstrip("~").split("-")
    if parts[0] == "XXXX":
        return None
    year, rough = int(parts[0]), edtf.endswith("~")
    if not 1 <= year <= 9999:
        return None
    if len(parts) == 1:
        return dt.date(max(year - rough, 1), 1, 1), dt.date(min(year + rough, 9999), 12, 31)
    month = int(parts[1])
    if len(parts) == 2:
        first = _months_on(dt.date(year, month, 1), -int(rough))
        return first, _last_of_month(_months_on(dt.date(year, month, 1), int(rough)))
    day = dt.date(year, month, int(parts[2]))
    return day - dt.timedelta(days=int(rough)), day + dt.timedelta(days=int(rough))


def precision(edtf: str) -> int:
    """How much the date says: 3 a day, 2 a month, 1 a year, 0 a day or month of an unknown year."""
    return 0 if edtf.startswith("XXXX") else len(edtf.rstrip("~").split("-"))


def can_be_one(a: DateValue | None, b: DateValue | None) -> bool:
    """True if the two dates can mean the same day. A source that gives no date contradicts nobody."""
    if a is None or b is None:
        return True
    days_a, days_b = _within(a), _within(b)
    if days_a is None or days_b is None:
        return _same_parts(a.edtf, b.edtf)
    return days_a[0] <= days_b[1] and days_b[0] <= days_a[1]


def days_apart(a: DateValue, b: DateValue) -> int | None:
    """Days between the two at the least: 0 where they can be one, None where a year is missing."""
    days_a, days_b = _within(a), _within(b)
    if days_a is None or days_b is None:
        return None
    return max(0, (days_b[0] - days_a[1]).days, (days_a[0] - days_b[1]).days)


def reading_order(date: DateValue | None) -> tuple[int, str, str, int]:
    """A sort key for a timeline: by first day, then last; dates without a year come after, the undated at the end."""
    if date is None:
        return 2, "", "", 0
    days = days_of(date.edtf)
    if days is None:
        return 1, date.edtf, "", 0
    return 0, days[0].isoformat(), days[1].isoformat(), -precision(date.edtf)


def end_of_term(start: DateValue, term: Term) -> DateValue | None:
    """The day, month or year in which the term ends, marked as derived; None where the start is too vague to tell."""
    parts = _PARTS.fullmatch(term.iso)
    if parts is None or start.bound is not Bound.ON:
        return None
    years, months, weeks, days, hours, _minutes = (int(p or 0) for p in parts.groups())
    days += weeks * 7 + -(-hours // 24)
    if start.edtf.startswith("XXXX") or not 1 <= int(start.edtf[:4]) <= dt.MAXYEAR - 3 - years - months // 12 - days // 365:
        return None  # "8,658 years" end outside the calendar
    rough = "~" if start.edtf.endswith("~") else ""
    match precision(start.edtf), bool(months), bool(days):
        case 3, _, _:
            first = dt.date.fromisoformat(start.edtf.rstrip("~"))
            end = _months_on(first, years * 12 + months) + dt.timedelta(days=days)
            return DateValue(end.isoformat() + rough, is_derived=True)
        case 2, _, False:
            end = _months_on(dt.date.fromisoformat(start.edtf.rstrip("~") + "-01"), years * 12 + months)
            return DateValue(end.isoformat()[:7] + rough, is_derived=True)
        case 1, False, False:
            return DateValue(f"{int(start.edtf.rstrip('~')) + years:04d}{rough}", is_derived=True)
    return None


def _within(date: DateValue) -> Days | None:
    days = days_of(date.edtf)
    if days is not None and date.bound is Bound.BY:
        return dt.date.min, days[1]
    return days


def _same_parts(a: str, b: str) -> bool:
    """True if no part that both dates give is different."""
    pairs = zip(a.rstrip("~").split("-"), b.rstrip("~").split("-"), strict=False)
    return all(x == y or "XXXX" in (x, y) for x, y in pairs)


def _months_on(day: dt.date, months: int) -> dt.date:
    """The same day so many months on, or the month's last day where it has no such day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _last_of_month(day: dt.date) -> dt.date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
