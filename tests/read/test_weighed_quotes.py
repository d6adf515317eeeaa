"""Whom the words mean that the encoder marks as a speaker."""

from __future__ import annotations

import pytest

from habeas.case.claim import Quote
from habeas.case.passage import Span
from habeas.flow import read_text
from habeas.languages.english import ENGLISH
from habeas.read.weighed_quotes import Speakers
from tests.read.marked_text import read


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Amnesty International's Deputy Director, Maria Lopez, said so.",
            "Amnesty International's Deputy Director, Maria Lopez",
            "Maria Lopez",
        ),
        ("The ministry's spokesman Ivan Petrov said so.", "spokesman", "Ivan Petrov"),
        ("Ivan Petrov sat. Another Petrov lawyer, Olga Kim, said so.", "Another Petrov", "Olga Kim"),
        ("Ivan Petrov spoke. His lawyer says it is long.", "His", "His lawyer"),
        ("The Prosecutor General's Office insisted on it.", "The", "Prosecutor General's Office"),
        ("Leila Karimi said so.", "Leila Karimi", "Leila Karimi"),
        ("The Foreign Ministry spokeswoman Maria Lopez said so.", "Foreign Ministry", "Maria Lopez"),
        ("U.S. Secretary of State Maria Lopez said so.", "U.S. Secretary of State Maria Lopez", "Maria Lopez"),
        ("The statement released by two of them said so.", "statement released by", "The statement"),
        ("The council's spokesman, Major General Ivan Petrov, said so.", "spokesman", "Ivan Petrov"),
        ("Leila's brother Ivan Petrov said so.", "Leila's brother", "Ivan Petrov"),
    ],
)
def test_the_head_speaks(text: str, words: str, name: str) -> None:
    """Not an owner in front of the speaker, not a bare article or "his", not the office where the name follows."""
    start = text.index(words)
    entities = list(read(text).entities)
    speakers = Speakers(text, entities, ENGLISH)
    id_ = speakers.named_at(Span(start, start + len(words)))
    assert next(e.name for e in speakers.entities if e.id == id_) == name


def test_an_unnamed_spokesman_speaks_himself() -> None:
    """One person without a name, whichever body stands in front of the office or behind it (guideline 44)."""
    for text in (
        "“We are watching the trial,” a State Department spokesman said on Monday. The court in Osh arrested Ivan Petrov.",
        "“We are watching the trial,” a spokesman for the State Department said on Monday. The court in Osh arrested Ivan Petrov.",
    ):
        reading = read_text(text)
        said = next(c for c in reading.claims if isinstance(c, Quote))
        assert reading.entity(said.speaker or "").name in ("a State Department spokesman", "a spokesman for the State Department")


def test_what_is_told_and_what_is_quoted_behind_it_are_two() -> None:
    """One speaker, but a clause and whole sentences in marks."""
    text = "Petrov claimed that the witnesses had lied in court. “I was at home. I can prove it to anybody.” The court in Osh arrested him."
    said = [c for c in read_text(text).claims if isinstance(c, Quote)]
    assert len(said) == 2


def test_a_piece_of_a_demand_is_no_quote() -> None:
    """What the encoder hears inside "Authorities must release X, who …, the group said" is asked for, not told."""
    text = (
        "Osh authorities must immediately release editor Ivan Petrov, who was arrested outside the prison where he had waited, "
        "the Committee to Protect Journalists said today."
    )
    assert not [c for c in read_text(text).claims if isinstance(c, Quote)]


def test_what_a_judge_found_is_no_quote() -> None:
    """A ruling, for the encoder as for the rules."""
    text = "A federal judge in Osh found that there was no case to answer. The police had arrested Ivan Petrov in May."
    assert not [c for c in read_text(text).claims if isinstance(c, Quote)]


def test_a_lawyer_for_somebody_speaks_and_not_the_client() -> None:
    """However much stands between the lawyer and the name."""
    text = (
        "A lawyer for jailed Kyrgyz human rights activist Ivan Petrov says the plan is to appeal. The court in Osh arrested him on Monday."
    )
    reading = read_text(text)
    said = next(c for c in reading.claims if isinstance(c, Quote))
    assert text[said.content[0].start : said.content[0].stop] == "the plan is to appeal"
    assert reading.entity(said.speaker or "").name == "A lawyer"


@pytest.mark.parametrize(
    "text",
    [
        "State Department officials said on Monday that Ivan Petrov had been convicted without proof.",
        "The State Department said on Monday that Ivan Petrov had been convicted without proof. “Nobody heard him in that room,” the statement said.",
        "In a letter signed by its secretary, Anna Li, the State Department described the arrest of Ivan Petrov as “a throwback to darker years”.",
    ],
)
def test_a_body_speaks_through_its_officials_and_its_paper(text: str) -> None:
    """Several who speak for it are the body (guideline 42), and so is its paper in the sentence behind."""
    reading = read_text(text)
    names = {e.id: e.name for e in reading.entities}
    assert {names.get(c.speaker or "") for c in reading.claims if isinstance(c, Quote)} == {"State Department"}
