"""Dates as periods: whether two can be one, and when a term ends. What a date does not say is not made up."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.case.dates import Bound, DateValue, Term
from habeas.case.periods import can_be_one, days_apart, days_of, end_of_term, reading_order


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024-12-11", "2024-12-11", "2024-12-11"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2024-12~", "2024-11-01", "2025-01-31"),
        ("2024-12-11~", "2024-12-10", "2024-12-12"),
        ("2023~", "2022-01-01", "2024-12-31"),
    ],
)
def test_first_and_last_day(edtf: str, first: str, last: str) -> None:
    """A date is a period as long as it is vague."""
    assert days_of(edtf) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def test_without_a_year_there_are_no_days() -> None:
    """A day of an unknown year lies nowhere on the calendar."""
    assert days_of("XXXX-12-11") is None


@pytest.mark.parametrize(
    ("a", "b", "can"),
    [
        ("2024-12-11", "2024-12-11", True),
        ("2024-12-11", "2024-12", True),
        ("2024-12-11", "2024", True),
        ("2024-12-11", "2024-11~", True),
        ("2024-12-11", "XXXX-12-11", True),
        ("XXXX-12", "2024-12-11", True),
        ("2024-12-11", "2024-12-12", False),
        ("2024-12-11", "XXXX-12-12", False),
        ("2024-12-11", "2023", False),
        ("XXXX-12-11", "XXXX-11-11", False),
    ],
)
def test_whether_two_dates_can_be_one(a: str, b: str, can: bool) -> None:
    """Vague dates hold precise ones, years that are not known hold any."""
    assert can_be_one(DateValue(a), DateValue(b)) is can
    assert can_be_one(DateValue(b), DateValue(a)) is can


def test_no_date_contradicts_nobody() -> None:
    """A source that is silent can mean any day."""
    assert can_be_one(None, DateValue("2024-12-11"))


def test_by_a_day_is_any_day_before() -> None:
    """ "By 11 December" can be 3 December, not the 12th."""
    by = DateValue("2024-12-11", bound=Bound.BY)
    assert can_be_one(by, DateValue("2024-12-03"))
    assert not can_be_one(by, DateValue("2024-12-12"))


@pytest.mark.parametrize(
    ("start", "term", "end"),
    [
        ("2024-12-04", "P4M", "2025-04-04"),
        ("2024-10-31", "P4M", "2025-02-28"),
        ("2023-10-31", "P4M", "2024-02-29"),
        ("2024-12-03", "P30D", "2025-01-02"),
        ("2024-12-03", "PT48H", "2024-12-05"),
        ("2025-06-20", "P9Y6M", "2034-12-20"),
        ("2024-12", "P4M", "2025-04"),
        ("2024-12", "P30D", None),
        ("2023", "P8Y", "2031"),
        ("2023", "P4M", None),
        ("2024-12~", "P4M", "2025-04~"),
        ("XXXX-12-04", "P4M", None),
        ("2025-06-20", "LIFE", None),
        ("2024-05-05", "P8658Y", None),
        ("2024-05", "P8658Y", None),
        ("2024", "P8658Y", None),
        ("9999", "P1Y", None),
    ],
)
def test_when_a_term_ends(start: str, term: str, end: str | None) -> None:
    """An end is as precise as its start, marked as derived, and none where the start is too vague."""
    assert end_of_term(DateValue(start), Term(term)) == (None if end is None else DateValue(end, is_derived=True))


def test_dates_without_a_year_come_after_dates_and_before_none() -> None:
    """A timeline runs by first day; what has no year cannot be placed and stands below."""
    dates = [None, DateValue("XXXX-01-01"), DateValue("2025"), DateValue("2024-12-11"), DateValue("2025-01-01")]
    assert [d.edtf if d else None for d in sorted(dates, key=reading_order)] == ["2024-12-11", "2025-01-01", "2025", "XXXX-01-01", None]


DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))


@given(DAYS, DAYS)
def test_days_apart_agrees_with_the_calendar(a: dt.date, b: dt.date) -> None:
    """Two days are as far apart as the calendar says, and one exactly if they can be one."""
    x, y = DateValue(a.isoformat()), DateValue(b.isoformat())
    assert days_apart(x, y) == abs((a - b).days)
    assert can_be_one(x, y) is (a == b)
