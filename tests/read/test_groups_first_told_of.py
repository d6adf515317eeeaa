"""Of whom is told in "in March police detained about a dozen journalists"? Of others than those whom the text has named before."""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.flow import read_text

BEFORE = "News from Velm\n\nPolice arrested Anna Lisova and Omar Saidan of Radio Velm on Monday. Their lawyer has not been let in. "


def told(text: str) -> list[tuple[str, set[str]]]:
    """The events, each with those whom it befell."""
    reading = read_text(text, published="2025-03-15")
    names = {e.id: e.name for e in reading.entities}
    return [(c.type.value, {names[p] for p in c.persons}) for c in reading.claims if isinstance(c, Custody)]


@pytest.mark.parametrize(
    "sentence",
    [
        "In March, authorities detained about a dozen journalists.",
        "In May, several lawyers were sentenced to prison terms of up to five years.",
        "At least four employees of Ostra TV were charged with smuggling last year.",
        "The authorities released at least three journalists in Ostra in March.",
        "More than 40 protesters were arrested outside the court.",
    ],
)
def test_a_number_of_people_first_told_of_is_none_of_those_named_before(sentence: str) -> None:
    """What befell so many people, of whom no word says which, befell nobody who has been named before."""
    assert [persons for _, persons in told(BEFORE + sentence) if persons] == [{"Anna Lisova", "Omar Saidan"}]


@pytest.mark.parametrize(
    "number", ["about 20", "around forty", "over 100", "up to 100", "close to 100", "at least three", "under 20", "about a dozen"]
)
def test_words_for_about_lead_to_an_object(number: str) -> None:
    """ "Arrested about 20 people": those are arrested, and nobody of whom the text speaks else."""
    assert told(f"Police arrested {number} protesters in Velm on Monday.") == [("arrested", set())]


def test_a_charge_over_some_things_is_no_object() -> None:
    """ "Convicted over three poems": of the poet."""
    assert ("convicted", {"Anna Lisova"}) in told("The poet Anna Lisova, convicted over three poems, was fined by a judge on Monday.")


def counts(text: str) -> list[int | None]:
    return [c.person_count for c in read_text(text, published="2025-03-15").claims if isinstance(c, Custody)]


@pytest.mark.parametrize(
    ("people", "count"),
    [
        ("Two hundred and twenty-two political prisoners", 222),
        ("One hundred and four reporters", 104),
        ("Twenty-two political prisoners", 22),
    ],
)
def test_hundreds_in_words_are_counted(people: str, count: int) -> None:
    """What stands before "hundred and" belongs to the number."""
    assert counts(f"{people} were released by the government from prison on Thursday.") == [count]


def test_the_number_of_a_name_counts_nobody() -> None:
    """Of "the Zone 9 bloggers" nobody says how many they are."""
    assert counts("The court acquitted the Zone 9 bloggers on Thursday.") == [None]


def test_a_day_a_few_hours_later_is_that_of_the_verb() -> None:
    """ "Rearrested a few hours later, on 12 January": on the 12th, whatever day was told before."""
    text = "Anna Lisova was arrested on 11 January, released the same day, and rearrested a few hours later, on 12 January."
    days = [c.date.edtf for c in read_text(text, published="2025-03-15").claims if isinstance(c, Custody) and c.date is not None]
    assert days == ["2025-01-11", "2025-01-11", "2025-01-12"]
