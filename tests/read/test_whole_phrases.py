"""Whoever is called without a name is called by the whole phrase."""

from __future__ import annotations

import pytest

from habeas.case.source import Source
from habeas.case.vocabulary import MentionForm
from habeas.read.reader import read_source


def phrases(text: str) -> set[str]:
    """The nouns, as a reading shows them, by which the text calls somebody."""
    reading = read_source(Source("sha256:0", "text", text, published="2024-05-02"))
    return {m.text for e in reading.entities for m in e.mentions if m.form is MentionForm.NOMINAL}


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("The prosecutor’s office rejected the criticism.", "The prosecutor’s office"),
        ("The EU's representative said he was worried.", "The EU's representative"),
        ("Abroad the US envoy's office called for her release.", "the US envoy's office"),
        ("Yesterday the judge's wife's brother said nothing.", "the judge's wife's brother"),
        ("Later workers' unions demanded her release.", "workers' unions"),
        ("The lawyer said that his client was ill.", "his client"),
        ("In a joint statement, 24 diplomatic missions condemned the verdict.", "24 diplomatic missions"),
    ],
)
def test_an_owner_belongs_to_the_phrase(text: str, phrase: str) -> None:
    assert phrase in phrases(text)


def test_a_person_behind_a_name_does_not_take_it_in() -> None:
    assert "Kremlin spokesman" not in " | ".join(phrases("A Kremlin spokesman declined to comment."))


def test_an_entity_without_a_name_is_called_by_its_first_phrase() -> None:
    reading = read_source(Source("sha256:0", "text", "The prosecutor’s office rejected the criticism.", published="2024-05-02"))
    assert "The prosecutor’s office" in {e.name for e in reading.entities}


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("A spokesman for the Interior Ministry said that the arrest was lawful.", "A spokesman for the Interior Ministry"),
        ("A Foreign Ministry official said that the arrest was lawful.", "A Foreign Ministry official"),
    ],
)
def test_who_speaks_for_a_body_is_called_by_the_office_and_the_body(text: str, called: str) -> None:
    """Whoever asks who said it sees for whom; the body's own words stay the body's."""
    reading = read_source(Source("sha256:0", "text", text, published="2024-05-02"))
    assert called in {e.name for e in reading.entities}
    assert called not in phrases(text)


def test_a_phrase_begins_in_its_own_sentence() -> None:
    assert "deputies" in " ".join(phrases("He saw the ministry. Deputies of the assembly condemned the arrest.")).lower()
    assert all("ministry. " not in phrase for phrase in phrases("He saw the ministry. Deputies of the assembly condemned the arrest."))


def test_an_account_has_no_word_of_its_own() -> None:
    """An account is called by the whole of its name, however much of it was seen."""
    assert "@USinDoma" in phrases("Vu Lan got six years.\n\n@USinDoma: “We urge Doma to release Vu Lan.”")
