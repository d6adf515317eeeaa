"""What may not leave is masked; what may is left alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.case.passage import Span
from habeas.publish.policy import CONTEXT, find_restricted, redact, shown, surroundings


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Write to i.editor@example.org now.", "Write to [e-mail address withheld] now."),
        ("Call +994 50 123 45 67.", "Call [telephone number withheld]."),
        ("His wife, Leyla Yunus, wept.", "His wife, [relative's name withheld], wept."),
        ("Karelin's wife Olga wept.", "Karelin's wife [relative's name withheld] wept."),
        ("He has diabetes and needs surgery.", "He has [health withheld] and needs [health withheld]."),
        ("She lives at 12 Nizami Street, apartment 4.", "She lives at [home address withheld]."),
        ("A 15-year-old boy was held.", "A [minor withheld] was held."),
        ("Ali Veli, aged 16, was held.", "[minor withheld], was held."),
    ],
)
def test_restricted_facts_are_masked(text: str, seen: str) -> None:
    """Contacts, relatives' names, health, addresses and minors leave by no door."""
    assert redact(text) == seen


@pytest.mark.parametrize(
    "text",
    [
        "He was arrested on 2024-12-11 under articles 178.3.2, 221.1 and 127.2.3.",
        "Held in 2019 2020 2021 and 2022.",
        "The 41-year-old editor began a hunger strike on 11.12.2024 at 15:02.",
        "Case No. 4619-000009/2021 was opened.",
        "Her lawyer Anna Li said that the court gave her 9 years and a fine of 25,000 manats.",
        "The Baku Court of Appeal rejected it.",
        "His Holiness Mark visited.",
    ],
)
def test_the_rest_is_left_alone(text: str) -> None:
    """Dates, articles, case numbers, terms, adults and lawyers' names are what the record is about."""
    assert redact(text) == text


def test_a_relative_with_a_case_of_their_own_is_named() -> None:
    """Whoever has a case in the record is not hidden for being somebody's brother."""
    assert redact("his brother Ivan Li was held", public=["Ivan Li"]) == "his brother Ivan Li was held"


def test_surroundings_are_short_and_of_one_paragraph() -> None:
    """A passage is shown with a few words on each side, cut between words, never across paragraphs."""
    text = "First paragraph.\n" + "word " * 60 + "HERE" + " word" * 60 + "\nLast paragraph."
    at = text.index("HERE")
    before, after = surroundings(text, Span(at, at + 4))
    assert before.startswith("…word ")
    assert after.endswith(" word…")
    assert len(before) <= CONTEXT + 2
    assert len(after) <= CONTEXT + 2
    assert "paragraph" not in before + after


def test_surroundings_are_redacted() -> None:
    """Restricted words beside a quote do not leave with it."""
    text = "His wife Leyla Yunus said he was arrested and has cancer."
    at = text.index("arrested")
    assert surroundings(text, Span(at, at + 8)) == ("His wife [relative's name withheld] said he was ", " and has [health withheld].")


def test_a_passage_cannot_cut_a_restricted_stretch_open() -> None:
    """Where a passage or its surroundings begin inside a restricted stretch, no part of it is shown."""
    text = "Write to a.b@example.org today"
    at = text.index("@")
    assert surroundings(text, Span(at, at + 1)) == ("Write to [e-mail address withheld]", "[e-mail address withheld] today")
    assert shown(text, Span(at, at + 3)) == "[e-mail address withheld]"


@given(st.text(max_size=200))
def test_stretches_are_in_order_and_apart(text: str) -> None:
    """Masks never overlap, and redacting twice changes nothing more."""
    found = find_restricted(text)
    assert all(a.span.stop <= b.span.start for a, b in pairwise(found))
    assert redact(redact(text)) == redact(text)
