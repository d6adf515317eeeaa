"""Where words and sentences begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.case.passage import Span
from habeas.case.source import Boilerplate, Source
from habeas.read.document import Document
from habeas.read.sentences import split_document


def split(text: str, *furniture: Span) -> Document:
    return split_document(Source("sha256:0", "text", text, boilerplate=tuple(Boilerplate(s, "menu") for s in furniture)))


def sentences(text: str) -> list[str]:
    return [s.span.words(text) for s in split(text).sentences]


@pytest.mark.parametrize(
    "one",
    [
        "Judge R. M. Velizade read it out.",
        "He was held under Art. 206.3.2 of the code.",
        "The U.S. State Department replied on Sept. 11.",
        "Mr. Karimli paid 9.5 million.",
        "Lawyers of Dr. Anna Li, of St. Petersburg, appealed.",
        "“Why?” he asked the court.",
        "1. Ivan Petrov, blogger.",
    ],
)
def test_abbreviations_initials_and_numbers_end_no_sentence(one: str) -> None:
    """A full stop after an abbreviation, an initial or a number goes on; so does a question inside marks."""
    assert sentences(one) == [one]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("“Free her.” The crowd clapped.", ["“Free her.”", "The crowd clapped."]),
        ("He works in the U.S. The court knew.", ["He works in the U.S.", "The court knew."]),
        ("Court frees editor\nBAKU, May 3. The court freed her.", ["Court frees editor", "BAKU, May 3.", "The court freed her."]),
        ("- one man\n- two women", ["- one man", "- two women"]),
        ("they took him. nobody knows why.", ["they took him.", "nobody knows why."]),
    ],
)
def test_stops_and_line_breaks_end_sentences(text: str, parts: list[str]) -> None:
    """A stop before a capital and every line break end one; in a post without capitals a stop is enough."""
    assert sentences(text) == parts


def test_boilerplate_holds_no_sentence() -> None:
    """Page furniture is cut out, also from the middle of a line."""
    text = "Menu News\nThe court freed her. Share Tweet\nEnd."
    left = [s.span.words(text) for s in split(text, Span(0, 9), Span(31, 42)).sentences]
    assert left == ["The court freed her.", "End."]


def test_tokens_keep_names_and_numbers_whole() -> None:
    """Hyphens, particles, initials and articles of the code stay in one token; a possessive is one of its own."""
    tokens = [t.text for s in split("Al-Khawaja's aide J. O’Brien cited 127.2.3.").sentences for t in s.tokens]
    assert tokens == ["Al-Khawaja", "'s", "aide", "J.", "O’Brien", "cited", "127.2.3", "."]


@given(st.text(max_size=300))
def test_every_token_is_cut_from_the_text(text: str) -> None:
    """Tokens stand in order, inside their sentence, and are the text's own characters."""
    position = 0
    for sentence in split(text).sentences:
        for token in sentence.tokens:
            assert sentence.span.holds(token.span)
            assert token.span.start >= position
            assert token.span.words(text) == token.text
            position = token.span.stop
