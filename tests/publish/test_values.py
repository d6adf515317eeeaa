"""Values as JSON for programs: plain, in order, and without what may not leave."""

import json

import pytest

from habeas.case.dates import Bound, DateValue
from habeas.case.passage import Passage, Span
from habeas.errors import Problem
from habeas.publish.formats.values import to_json
from habeas.publish.tables import problems_table


def test_dataclasses_enums_and_tuples() -> None:
    """Fields keep their names and order; an enum is its value; None is null."""
    data = json.loads(to_json((DateValue("2024-12", Span(1, 3), Bound.SINCE),)))
    assert data == [{"edtf": "2024-12", "span": {"start": 1, "stop": 3}, "bound": "since", "is_derived": False}]


def test_restricted_words_are_masked() -> None:
    """A phone number or an address of mail in a passage does not leave."""
    text = "Write to anna@example.org or call +994 50 123 45 67."
    exact = json.loads(to_json(Passage.cut("s", text, Span(0, len(text)))))["exact"]
    assert "anna@example.org" not in exact
    assert "123 45 67" not in exact


def test_what_is_no_value() -> None:
    """Anything else is refused rather than guessed at."""
    with pytest.raises(TypeError):
        to_json(object())


def test_a_table_has_a_row_a_problem() -> None:
    """One line for each problem."""
    assert problems_table([Problem("a", "text", "empty", "check")]).row_count == 1
