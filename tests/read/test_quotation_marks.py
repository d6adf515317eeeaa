"""Which stretches stand between quotation marks."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.read.quotation_marks import quoted_stretches


@pytest.mark.parametrize(
    "marked",
    [
        'He said ["Free them."] and left.',
        "He said [“Free them.”] and left.",
        "He said [„Free them.“] and left.",
        "He said [«Free them.»] and left.",
        "He said [‘Free them.’] and left.",
        "[“They told me ‘wait’ and left,”] she said.",
        "[“We cannot stop,”] he said. [“We will not.”]",
        "The guards’ rule and the prisoners’ rights.",
        "It's the ministry's word, isn't it?",
        "[“This goes on\n[“and on.”]",
        'A 5" pipe.',
        '["The “journalists” are free,"] he said. ["They left."]',
    ],
)
def test_marks_pair_up(marked: str) -> None:
    """Every style of mark pairs with its own; apostrophes and inches are no marks; an open quote runs to its paragraph's end."""
    text = "".join(c for c in marked if c not in "[]")
    wanted, at = [], 0
    for line in marked.split("\n"):
        parts = line.replace("]", "[").split("[")
        for k, part in enumerate(parts):
            if k % 2:
                wanted.append((at, at + len(part)))
            at += len(part)
        at += 1
    assert [(s.start, s.stop) for s in quoted_stretches(text)] == wanted


@given(st.text(alphabet="ab .,\n“”„«»‘’'\"S", max_size=200))
def test_any_marks_give_ordered_stretches(text: str) -> None:
    """However broken the marks, the stretches lie inside the text, in order, apart, and on one line each."""
    found = quoted_stretches(text)
    assert all(0 <= s.start < s.stop <= len(text) and "\n" not in text[s.start : s.stop] for s in found)
    assert all(a.stop <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize("pattern", ["“", "” “", "' S", '"a', "«‘„", "’'"])
def test_time_is_linear(pattern: str) -> None:
    """Ten times the marks take about ten times as long, not a hundred times."""

    def seconds(size: int) -> float:
        text = pattern * size
        begun = time.process_time()
        quoted_stretches(text)
        return time.process_time() - begun

    seconds(1000)
    assert seconds(100_000) < 60 * max(seconds(10_000), 1e-3)


def test_a_paragraph_may_close_what_the_one_before_opened() -> None:
    """Words in marks may run over a paragraph's end without a new opening mark."""
    text = "He wrote: “We met.\n\nIt was late.” She left “early”."
    assert [s.words(text) for s in quoted_stretches(text)] == ["“We met.", "It was late.”", "“early”"]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("«", "»")])
def test_words_in_marks_run_on_over_paragraphs_without_any(opening: str, closing: str) -> None:
    """One mark at the beginning and one at the end: the paragraphs between are quoted too; apostrophes are no marks."""
    text = f"{opening}We reject this.\n\nIt's the court's word.\n\nNobody's above it,{closing} Marun added.\n\nHe left."
    assert [s.words(text) for s in quoted_stretches(text)] == [
        f"{opening}We reject this.",
        "It's the court's word.",
        f"Nobody's above it,{closing}",
    ]


def test_a_mark_that_is_never_closed_takes_no_paragraph_in() -> None:
    """Only a mark that can open nothing ends words that run on; where it never comes, or another opens, they end with their paragraph."""
    for text in (
        "“We reject this.\n\nHe left.\n\nShe stayed.",
        "“We reject this.\n\nHe left.\n\n“We met,” she said.",
        '"We reject.\n\nHe left.\n\nShe said: "No."',
    ):
        assert "He left." not in [s.words(text) for s in quoted_stretches(text)]
