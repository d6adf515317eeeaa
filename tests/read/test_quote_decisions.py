"""Quotes that stand, and whose they are, once rules and encoder are both weighed."""

from __future__ import annotations

import pytest
from corpus.__main__ import documents
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.case.claim import Quote
from habeas.case.reading import Reading
from habeas.case.source import Source
from habeas.flow import read_text
from habeas.languages.english import ENGLISH
from habeas.read.models import shipped_models
from habeas.read.quote_decisions import those_said
from habeas.read.reader import Heard, hear


def heard(text: str) -> Heard:
    models = shipped_models()
    return hear(Source("sha256:0", "t", text), ENGLISH, models, models.version)


def speakers(text: str) -> list[tuple[str, str | None]]:
    """The first words of each quote, and whose they are."""
    reading = read_text(text)
    assert isinstance(reading, Reading)
    names = {e.id: e.name for e in reading.entities}
    said = [c for c in reading.claims if isinstance(c, Quote)]
    return [(q.content[0].words(text).split()[0], names.get(q.speaker or "")) for q in said]


def test_a_pronoun_is_whoever_fits_it() -> None:
    text = (
        "Police in Minsk arrested the reporter Ana Obrazec on Monday. Her colleague Bo Lindqvist was at the station. "
        "“I was not let in,” he told the Gazette. “They said to come back tomorrow.”"
    )
    assert {name for _, name in speakers(text)} == {"Bo Lindqvist"}


def test_two_who_speak_in_turn_keep_their_words() -> None:
    text = (
        "“The case is political,” said Ana Obrazec, a lawyer in Minsk. The prosecutor, Bo Lindqvist, said that the evidence was sound. "
        "The court in Minsk gave the editor Ivo Nemec two years in prison."
    )
    assert [name for _, name in speakers(text)] == ["Ana Obrazec", "Bo Lindqvist"]


def test_what_is_declined_is_weighed_too() -> None:
    """On the dev part some words that the first reading declines stand, and never beside others that share words with them."""
    taken_up = 0
    for text, _ in documents("dev").values():
        found = heard(text)
        assert found.signals is not None
        stand = those_said(found.scene, found.signals, found.taken, found.declined)
        first = {q.content for q in found.taken}
        own = [q for q in stand if q.content not in first]
        taken_up += len(own)
        for quote in own:
            others = [q for q in stand if q is not quote]
            assert not any(q.content[0].start < quote.content[-1].stop and quote.content[0].start < q.content[-1].stop for q in others)
    assert taken_up


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["“", "”", '"', "«", "»", " said Ana Obrazec", " he said", "\n", "It is over. ", "that ", ", "]), max_size=40)
)
def test_no_input_of_marks_raises_an_error(pieces: list[str]) -> None:
    found = heard("Police arrested Ana Obrazec. " + "".join(pieces))
    assert found.signals is not None
    for quote in those_said(found.scene, found.signals, found.taken, found.declined):
        assert 0.0 <= quote.confidence <= 1.0


def test_nothing_said_is_nothing_decided() -> None:
    found = heard("Police arrested Ana Obrazec on Monday in Minsk.")
    assert found.signals is not None
    assert those_said(found.scene, found.signals, (), ()) == ()


@pytest.mark.parametrize("count", [1, 200])
def test_many_quotes_are_decided_as_few(count: int) -> None:
    """The words of one speaker stay hers, however often she speaks."""
    text = "Police arrested Ana Obrazec on Monday. " + "“I was at home,” said Ana Obrazec. " * count
    assert {name for _, name in speakers(text)} == {"Ana Obrazec"}
