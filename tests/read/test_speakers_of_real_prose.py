"""Who speaks in the prose of the press: one person without a name, a hearer, a possessor, "he" and "her" around a quotation."""

from __future__ import annotations

import pytest

from habeas.acquire.capture import Capture
from habeas.acquire.text import source_of
from habeas.case.claim import Quote, Response
from habeas.case.reading import Reading
from habeas.case.source import Source
from habeas.read.reader import read_source

HELD = "Zoran Quibble was arrested on Monday. "


def read(text: str) -> Reading:
    source = source_of(Capture(text.encode(), "t"))
    assert isinstance(source, Source)
    return read_source(source)


def speakers(text: str) -> list[str | None]:
    reading = read(text)
    said = [c for c in reading.claims if isinstance(c, Quote)]
    return [reading.entity(c.speaker).name if c.speaker else None for c in said]


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ("“He is well,” said a Harbour Ministry official in Tarn.", "a Harbour Ministry official"),
        ("As a spokesman for the Harbour Ministry pointed out, “nobody is jailed for words”.", "a spokesman for the Harbour Ministry"),
        ("A Harbour Ministry official, who asked not to be named, said Quibble was well.", "A Harbour Ministry official"),
        ("The District Police Commander said Quibble was well.", "The District Police Commander"),
        (
            "Nobody else is held after the arrest of Quibble, a spokesman of the Harbour Ministry said.",
            "a spokesman of the Harbour Ministry",
        ),
        ("The Harbour Ministry opened a case. “He is a thief,” a spokeswoman said.", "a spokeswoman"),
    ],
)
def test_one_person_without_a_name_is_not_the_body(said: str, called: str) -> None:
    """Whoever speaks for a body speaks as one person (guideline 44)."""
    assert speakers(HELD + said) == [called]


@pytest.mark.parametrize("said", ["Harbour Ministry officials said Quibble was well.", "The Harbour Ministry said Quibble was well."])
def test_several_are_their_body(said: str) -> None:
    """ "Ministry officials" are the ministry (guideline 42)."""
    assert speakers(HELD + said) == ["Harbour Ministry"]


def test_an_office_in_front_of_a_name_is_a_title() -> None:
    """ "The Harbour Ministry Secretary Mirko Plumb" is Plumb."""
    assert speakers(HELD + "The Harbour Ministry Secretary Mirko Plumb said Quibble was well.") == ["Mirko Plumb"]


def test_an_unnamed_spokeswoman_answers_for_her_ministry() -> None:
    """What she says is hers; the answer is the ministry's too (guidelines 28, 44)."""
    reading = read(HELD + "A spokeswoman of the Harbour Ministry rejected the criticism as baseless.")
    actors = [reading.entity(a).name for c in reading.claims if isinstance(c, Response) for a in c.actors]
    assert actors == ["A spokeswoman of the Harbour Ministry", "Harbour Ministry"]


def test_a_hearer_does_not_speak() -> None:
    """ "The judge was told by X that “…”": X; "was told that “…”": nobody we know."""
    assert speakers(
        HELD + "Judge Ada Fenn asked about the wound and was told by his lawyer, Mirko Plumb, that “the police treated it”."
    ) == ["Mirko Plumb"]
    assert speakers(HELD + "Quibble was told that “he will never leave”.") == []


def test_what_a_paper_prints_is_its_authors() -> None:
    """ "The Tarn Courier published a statement by the union: “…”"; a paper's own letter stays the paper's."""
    assert speakers(HELD + "The Tarn Courier published a statement by the Union of Tilers: “We want him back.”") == ["Union of Tilers"]
    assert speakers(HELD + "The Tarn Courier published a letter from prison: “We are cold.”") == ["Tarn Courier"]


def test_her_in_his_words_does_not_make_him_a_woman() -> None:
    """The minister who says "her" goes on as "he"."""
    said = "The Minister of Justice called the report “late”. “We did not wait for her to be kind,” he added."
    assert [str(s) for s in speakers(HELD + said)] == ["The Minister", "The Minister"]


def test_he_is_whoever_leads_the_sentence_before() -> None:
    """ "The ministry official stood beside me. He muttered": the official, and neither the ministry nor the prisoner."""
    assert speakers(HELD + "The State Department official stood beside me. He muttered “this will not pass”.") == [
        "The State Department official"
    ]


def test_another_mans_wife_is_not_his() -> None:
    """ "His wife" behind somebody newly named is not the wife who spoke before."""
    text = (
        "Zoran Quibble was arrested on Monday. His wife Ada Quibble said he was beaten. "
        "The appeal of Mirko Plumb, a tiler, was rejected in May. His wife says he has lost his teeth."
    )
    assert speakers(text)[0] == "Ada Quibble"
    assert speakers(text)[-1] != "Ada Quibble"


def test_a_label_without_a_name_speaks_turn_for_turn() -> None:
    """ "Press secretary:" is one unnamed person, not the prisoner asked about; a note of the editor is no part of the answer."""
    text = (
        "Conference call (fragment)\n\nQuestion: Has the letter of Zoran Quibble arrived?\n\nPress secretary: We have seen it.\n\n"
        "Question: He is on hunger strike.\n\nPress secretary: That is a matter for the prison.\n\n*For reference.* Quibble was arrested in May.\n\n"
        "Question: Will it snow?\n\nPress secretary: Ask the mayor."
    )
    assert [str(s).lower() for s in speakers(text)] == ["press secretary"] * 3
