"""How dates and terms are said: never more than the value says."""

from __future__ import annotations

import pytest

from habeas.case.dates import Bound, DateValue, Term
from habeas.case.vocabulary import ActionType, ResponseType
from habeas.publish.wording import say_answer, say_date, say_deed, say_edtf, say_term, say_type


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2024-12-11", "11 December 2024"),
        ("2024-12", "December 2024"),
        ("2024", "2024"),
        ("2024-12~", "about December 2024"),
        ("XXXX-12-11", "11 December, year not given"),
        ("XXXX-12", "December, year not given"),
        (None, "date not given"),
    ],
)
def test_dates(edtf: str | None, said: str) -> None:
    """A vague date stays vague, a year that is not known is said not to be."""
    assert say_edtf(edtf) == said


def test_bounds() -> None:
    """A date that limits an event says how."""
    assert say_date(DateValue("2024-12-11", bound=Bound.BY)) == "by 11 December 2024"
    assert say_date(DateValue("2023-05", bound=Bound.SINCE)) == "since May 2023"


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("P4M", "4 months"),
        ("P9Y6M", "9 years 6 months"),
        ("P1Y", "1 year"),
        ("P30D", "30 days"),
        ("PT48H", "48 hours"),
        ("P1M2W", "1 month 2 weeks"),
        ("LIFE", "life"),
    ],
)
def test_terms(iso: str, said: str) -> None:
    """ISO durations in words; one of a thing has no s."""
    assert say_term(Term(iso)) == said


def test_kinds() -> None:
    """Every kind of answer, deed and event has a wording without underscores."""
    said = [*map(say_answer, ResponseType), *map(say_deed, ActionType), say_type("detention_extended"), say_term(None)]
    assert not any("_" in s for s in said)
