"""Attributions from the encoder's signals: content, cue and source under hard constraints."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.case.vocabulary import QuoteForm
from habeas.read.attribution import ANY, QUOTES, Attribution, Taste, find_attributions, in_their_row
from habeas.read.models import load_models

MODELS = load_models()


def attributions(text: str, taste: Taste = QUOTES) -> list[Attribution]:
    return find_attributions(text, MODELS.signals(text), taste)


def parse_marked(marked: str) -> tuple[str, str, list[str]]:
    """Plain text, the words in {} (speaker) and in [] (content)."""
    text = marked.translate(str.maketrans("", "", "{}[]"))
    speaker = marked[marked.index("{") + 1 : marked.index("}")]
    content = [part.split("]")[0] for part in marked.translate(str.maketrans("", "", "{}")).split("[")[1:]]
    return text, speaker, content


@pytest.mark.parametrize("taste", [ANY, QUOTES])
@pytest.mark.parametrize(
    "marked",
    [
        "The trial opened on Monday. “[My client is innocent and we will appeal],” said {Boris Kim}.",
        "{The ministry} said that [the journalist had broken the law].",
        "According to {her lawyer}, [she was beaten in custody].",
        "“[They came at dawn],” {she} said. “[They took everything].”",
        "“[The verdict is a disgrace],” {the organisation} said in a statement.",
    ],
)
def test_speaker_and_content(marked: str, taste: Taste) -> None:
    """Before, after or between the words: the speaker is found, and a quote split by its reporting clause is one.

    The contract leaves "that" out of the words; PolNeAR's taste, which is the other, may take it in.
    """
    text, speaker, content = parse_marked(marked)
    found = [a for a in attributions(text, taste) if a.source and speaker in a.source.words(text)]
    assert len(found) == 1
    words = " ".join(s.words(text).strip("“”,. ") for s in found[0].content)
    if taste is ANY:
        words = words.removeprefix("that ")
    assert words == " ".join(c.strip(",. ") for c in content)


def test_form_follows_the_marks() -> None:
    """Words between quotation marks are direct; a reported clause is indirect."""
    direct = attributions("“We will appeal this unjust verdict,” said Boris Kim.")
    indirect = attributions("Boris Kim said that his client would appeal the verdict.")
    assert [a.form for a in direct] == [QuoteForm.FULL]
    assert [a.form for a in indirect] == [QuoteForm.INDIRECT]


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(["“", "”", '"', "«", "»", "‘", "’", "Anna Li said", "he is free", ",", ".", "\n", "that", " "]), max_size=60)
)
def test_any_marks_are_read(parts: list[str]) -> None:
    """However broken the marks: no error, spans inside the text, contents in order and apart, never holding their own cue or source."""
    text = " ".join(parts)
    for taste in (ANY, QUOTES):
        for a in attributions(text, taste):
            assert all(s.stop <= len(text) for s in a.content)
            assert all(x.stop <= y.start for x, y in itertools.pairwise(a.content))
            assert not any(own and s.touches(own) for s in a.content for own in (a.cue, a.source))
            assert 0.0 <= a.confidence <= 1.0


def row(*inside: float, lines: tuple[int, ...] = (0,), turns: float = 0.3) -> list[float]:
    """The settled probabilities of pieces of these probabilities, of which those at `lines` open a line."""
    opens = np.zeros(len(inside), dtype=np.int64)
    opens[[i for i in lines if i < len(inside)]] = 1
    settled: list[float] = in_their_row(np.array(inside, dtype=np.float32), opens, turns).tolist()
    return settled


def test_pieces_are_judged_in_their_row() -> None:
    """A doubtful piece follows those on both sides of it, a sure one its own; where content turns as often as not, each stands by itself."""
    assert row(0.9, 0.45, 0.9)[1] > 0.6
    assert row(0.1, 0.55, 0.1)[1] < 0.4
    assert row(0.1, 0.999, 0.1)[1] > 0.9
    assert row(0.1, 0.55, 0.9, turns=0.5)[1] == pytest.approx(0.55, abs=1e-3)
    assert row() == []


def test_a_new_line_remembers_nothing() -> None:
    """What the line before says of a piece does not reach over its end."""
    assert row(0.99, 0.5, lines=(0, 1))[1] == pytest.approx(row(0.01, 0.5, lines=(0, 1))[1], abs=1e-3)
    assert row(0.99, 0.5)[1] > row(0.01, 0.5)[1]


@given(st.lists(st.floats(0.0, 1.0, width=32), max_size=50), st.floats(0.01, 0.5))
def test_any_row_stays_a_row_of_probabilities(inside: list[float], turns: float) -> None:
    """However sure or unsure the pieces are, what comes out are probabilities, one for each."""
    settled = row(*inside, turns=turns)
    assert len(settled) == len(inside)
    assert all(0.0 <= p <= 1.0 for p in settled)
