"""What day do words tell that name none: the third of March, day four, New Year's Eve, the weekend, the same week?

Each rule takes what a pattern matched and what it may lean on, and gives EDTF or nothing, as those of `read/date_values.py` do.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from habeas.read import date_values as values
from habeas.read.numbers import number_value, ordinal_value


def day_in_words(match: re.Match[str], clock: values.Clock) -> str | None:
    """ "the third of March", "the third of March 2020", "the 3rd of this month"."""
    groups = match.groupdict()
    day = ordinal_value(groups["ordinal"]) if groups.get("ordinal") else int(groups.get("day") or 0)
    if not day:
        return None
    if groups["this"]:
        return f"{clock.published.isoformat()[:7]}-{day:02d}" if clock.published is not None else None
    month = values.month_number(match)
    if match["year"]:
        return f"{match['year']}-{month:02d}-{day:02d}"
    if clock.published is None:
        return f"XXXX-{month:02d}-{day:02d}"
    return values.nearest(clock.published, month, day, is_future=clock.looks_ahead(match))


def nth_day(match: re.Match[str], clock: values.Clock) -> str | None:
    """ "on the tenth day", "on day four": counted from the last day that the text named, which is the first."""
    number = ordinal_value(match["ordinal"]) if match["ordinal"] else number_value(match["count"])
    found = _from_last_day(match, clock, int(number) - 1, "day") if number is not None else None
    return found if found is not None and (_has_been(found, clock) or clock.looks_ahead(match)) else None


def _from_last_day(match: re.Match[str], clock: values.Clock, count: int, unit: str) -> str | None:
    """So many days or weeks after the day that the text named last, if it lies near."""
    last = clock.last_day()
    if last is None or last.span is None or match.start() - last.span.stop > values.LEANS:
        return None
    return values.lean(last.edtf, count, unit)


def _has_been(found: str, clock: values.Clock) -> bool:
    return clock.published is None or found <= clock.published.isoformat()


_FEASTS: Final = {
    "new year": {"eve": (12, 31), "day": (1, 1)},
    "christmas": {"eve": (12, 24), "day": (12, 25)},
    "boxing": {"day": (12, 26)},
    "may": {"day": (5, 1)},
}


def feast(match: re.Match[str], clock: values.Clock) -> str | None:
    """ "on New Year's Eve", "on May Day 2019": the last one up to publication, where no year is told."""
    name, which = values.small(match["feast"]).replace("’s", "").replace("'s", "").rsplit(" ", 1)
    month, day = _FEASTS[name][which]
    if match["year"]:
        return f"{match['year']}-{month:02d}-{day:02d}"
    return values.nearest(clock.published, month, day, is_future=clock.looks_ahead(match)) if clock.published is not None else None


def weekend(match: re.Match[str], clock: values.Clock) -> str | None:
    """ "at the weekend", "over the weekend": of the one before publication the month alone is sure, where it lies in one."""
    if clock.published is None or clock.looks_ahead(match):
        return None
    sunday = clock.published - dt.timedelta(days=(clock.published.weekday() + 1) % 7)
    saturday = sunday - dt.timedelta(days=1)
    return sunday.isoformat()[:7] if saturday.month == sunday.month else None


def years_ago_today(match: re.Match[str], clock: values.Clock) -> str | None:
    """ "Twenty-three years ago today", "today it is four years since"."""
    count = number_value(match["count"] or match["count2"] or match["count3"])
    if clock.published is None or count is None:
        return None
    return f"{clock.published.year - int(count):04d}{clock.published.isoformat()[4:]}"


def a_fortnight_ago(match: re.Match[str], clock: values.Clock) -> str | None:
    return (clock.published - dt.timedelta(days=14)).isoformat() if clock.published is not None else None


def weekday_of_week(match: re.Match[str], clock: values.Clock) -> str | None:
    """ "on Wednesday of last week": in the week, from Monday on, before that of publication; "the Saturday before last": a week before the last one."""
    if clock.published is None:
        return None
    weekday = _weekday(match["weekday"] or match["weekday2"] or match["weekday3"])
    monday = clock.published - dt.timedelta(days=clock.published.weekday())
    if match["before2"]:
        return (clock.published - dt.timedelta(days=(clock.published.weekday() - weekday) % 7 + 7)).isoformat()
    how = values.small(match["how"] or match["how2"])
    if how in ("the same", "that"):
        last = clock.last_day()
        return (
            (dt.date.fromisoformat(last.edtf) + dt.timedelta(days=weekday - dt.date.fromisoformat(last.edtf).weekday())).isoformat()
            if last
            else None
        )
    weeks = 2 if match["before"] else 1 if how == "last" else 0
    return (monday + dt.timedelta(days=weekday - 7 * weeks)).isoformat()


_NTH: Final = {"first": 0, "second": 1, "third": 2, "fourth": 3}


def nth_weekday(match: re.Match[str], clock: values.Clock) -> str | None:
    """ "on the first Sunday of May", "the last Friday in March 2020"."""
    month = values.month_number(match)
    if (year := _year_of(match, clock, month)) is None:
        return None
    weekday = _weekday(match["weekday"])
    if match["nth"] == "last":
        end = _end_of_month(year, month)
        return (end - dt.timedelta(days=(end.weekday() - weekday) % 7)).isoformat()
    start = dt.date(year, month, 1)
    return (start + dt.timedelta(days=(weekday - start.weekday()) % 7 + 7 * _NTH[match["nth"]])).isoformat()


def last_day_of(match: re.Match[str], clock: values.Clock) -> str | None:
    """ "on the last day of May"."""
    month = values.month_number(match)
    year = _year_of(match, clock, month)
    return _end_of_month(year, month).isoformat() if year is not None else None


def _end_of_month(year: int, month: int) -> dt.date:
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


def _year_of(match: re.Match[str], clock: values.Clock, month: int) -> int | None:
    """The year that the words tell, else that of the last such month up to publication."""
    if match["year"]:
        return int(match["year"])
    if clock.published is None or clock.looks_ahead(match):
        return None
    return clock.published.year - (month > clock.published.month)


def of_that_week(match: re.Match[str], clock: values.Clock) -> str | None:
    """ "the same week", "earlier in the week": of the month of the date told last."""
    return _month_told_before(match, clock, values.LEANS)


def _month_told_before(match: re.Match[str], clock: values.Clock, reach: int) -> str | None:
    """The month of the date told last, if that stands so many characters before or nearer."""
    last = clock.last()
    if last is None or last.span is None or match.start() - last.span.stop > reach:
        return None
    told = re.match(r"\d{4}-\d\d", last.edtf)
    return told[0] if told is not None else None


def of_the_month(match: re.Match[str], clock: values.Clock) -> str | None:
    """ "in March … and on the 9th of the month": of the month told right before; else the last such day up to publication; "at the beginning of the month": that month."""
    if clock.published is None:
        return None
    if match["part"]:
        return clock.published.isoformat()[:7]
    day = (ordinal_value(match["ordinal"]) or 1) if match["ordinal"] else int(match["day"])
    if match["last"]:
        return (clock.published.replace(day=1) - dt.timedelta(days=1)).isoformat()[:8] + f"{int(day):02d}"
    month = _month_told_before(match, clock, _BESIDE)
    return f"{month}-{int(day):02d}" if month is not None else values.last_such_day(clock.published, day)


_BESIDE: Final = 150  # characters from a month to "the 9th of the month"


def of_the_year(match: re.Match[str], clock: values.Clock) -> str | None:
    """ "at the beginning of the year", "since the new year": its January."""
    return f"{clock.published.year:04d}-01" if clock.published is not None else None


def day_and_month(match: re.Match[str], clock: values.Clock) -> str | None:
    """ "05.12." or "26/9" at the head of a line, "on 28/6": the last such day up to publication.

    With a dot the day stands first; with a slash only where it, or another of the page, leaves no doubt.
    """
    day, month = int(match["day"] or match["day3"]), int(match["number"] or match["number3"])
    at_head = match["day3"] is None
    if clock.published is None or not (1 <= month <= 12 and 1 <= day <= 31) or (at_head and _CLOCK_TIMES.search(clock.text)):
        return None
    if "/" in match[0] and day <= 12 and day != month and not (clock.is_day_first or _DAY_FIRST.search(clock.text)):
        return None
    return values.nearest(clock.published, month, day, is_future=False)


# A page that tells "18.40" tells "15.05" too.
_CLOCK_TIMES: Final = re.compile(r"^\W{0,3}\d{1,2}\.(?:1[3-9]|[2-5]\d)\b(?!\.)", re.MULTILINE)
_DAY_FIRST: Final = re.compile(r"(?<![\d/])(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])(?![\d/])")


def weekday_and_day(match: re.Match[str], clock: values.Clock) -> str | None:
    """ "On Saturday 8", "Thu 14.": the nearest such day in the weeks before publication, or right after it where the text looks ahead."""
    if clock.published is None:
        return None
    weekday = _weekday(match["name"])
    step = 1 if clock.looks_ahead(match) else -1
    for distance in range(_DAYS_AROUND):
        day = clock.published + dt.timedelta(days=step * distance)
        if day.day == int(match["day"]) and day.weekday() == weekday:
            return day.isoformat()
    return None


def _weekday(name: str) -> int:
    """The number of "Mon" and "Monday", Monday 0."""
    return next(i for day, i in values.WEEKDAYS.items() if day.startswith(name.lower()[:3]))


_DAYS_AROUND: Final = 62  # days: in two months a day of a number falls on a weekday once or twice


def weekday_head(match: re.Match[str], clock: values.Clock) -> str | None:
    """ "Mon |", "TUE:" at the head of a line: the last such day up to publication."""
    if clock.published is None:
        return None
    weekday = _weekday(match["name"])
    return (clock.published - dt.timedelta(days=(clock.published.weekday() - weekday) % 7)).isoformat()


def of_days(match: re.Match[str], clock: values.Clock) -> str | None:
    """ "from 12 to 30 March", "the night of 11-12 March": the first of them; "between 14 and 16 March": the month alone is sure."""
    month, first = values.month_number(match), int(match["day"])
    if match["year"]:
        year: int | None = int(match["year"])
    elif clock.published is None:
        year = None
    else:
        last_one = values.nearest(clock.published, month, min(first, 28), is_future=clock.looks_ahead(match))
        year = int(last_one[:4]) if last_one else None
    told = f"{year:04d}" if year is not None else "XXXX"
    return f"{told}-{month:02d}" if match["between"] and year is not None else f"{told}-{month:02d}-{first:02d}"


def christmas(match: re.Match[str], clock: values.Clock) -> str | None:
    """ "before Christmas", "at Christmas 2019": that December."""
    if match["year"]:
        return f"{match['year']}-12"
    if clock.published is None or clock.looks_ahead(match):
        return None
    return f"{clock.published.year - (clock.published.month < 12 or clock.published.day < 24):04d}-12"


def after_days(match: re.Match[str], clock: values.Clock) -> str | None:
    """ "After 40 days he was released": so many after the day told last."""
    count = number_value(match["count"])
    found = _from_last_day(match, clock, int(count), match["unit"].lower()) if count is not None else None
    return found if found is not None and _has_been(found, clock) else None
