"""Whom it befell, and on what day, in turns that pages of newsrooms took and that were read wrongly once. All names are made up."""

from __future__ import annotations

import pytest

from habeas.case.claim import Action, Custody
from habeas.flow import read_text


def befell(text: str) -> dict[str, list[str]]:
    """The people of each kind of event that is told as a fact."""
    reading = read_text(text, published="2025-03-15")
    names = {e.id: e.name for e in reading.entities}
    return {c.type.value: [names[p] for p in c.persons] for c in reading.claims if isinstance(c, Custody) and c.realis.value == "asserted"}


def days(text: str) -> dict[str, str | None]:
    """The day of each kind of event."""
    return {c.type.value: c.date.edtf if c.date else None for c in read_text(text, published="2025-03-15").claims if isinstance(c, Custody)}


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        (
            (
                "The founder of the group, Mohammad Taherad, was imprisoned from 2010. The other two had no tie to Taherad: Hashem Zeinad, the father of "
                "Saeed Zeinad, a University of Velm student who has been missing since he was arrested in 1999, and Simin Eyvad."
            ),
            "arrested",
            ["Saeed Zeinad"],
        ),
        (
            "Omar Taherad was imprisoned in 2010. He shared a cell with Saeed Zeinad, a student who fell ill after he was beaten by guards.",
            "ill_treated",
            ["Saeed Zeinad"],
        ),
        ("Omar Taherad was imprisoned in 2010. His son, who was ten when he was arrested, is a lawyer.", "arrested", ["Omar Taherad"]),
        (
            (
                "Journalist Lina Attad was released on bail. The journalist was arrested while interviewing Laila Soued, the mother of blogger Alaa Fattad, "
                "one of the known faces of the revolution, currently imprisoned and on a hunger strike."
            ),
            "arrested",
            ["Lina Attad"],
        ),
        ("Omar Said was detained while protesting with Anna Li and Ida Gruen.", "detained", ["Omar Said"]),
    ],
)
def test_it_befell_whom_the_clause_tells_of(text: str, kind: str, who: list[str]) -> None:
    assert befell(text)[kind] == who


@pytest.mark.parametrize(
    "text",
    [
        "Two activists were tried in Velm. The hearing of the appeal of Taha Karmad and Hussein Alvad was held on Saturday in Branch 7 of the court.",
        "A rally for Anna Li, a poet in prison, was held on Monday.",
        "The trial of Anna Li was held behind closed doors.",
    ],
)
def test_an_occasion_is_held_and_nobody_else(text: str) -> None:
    assert "detained" not in befell(text)


def test_who_goes_out_of_a_protest_may_be_held() -> None:
    assert befell("After the protest Anna Li was held overnight.") == {"detained": ["Anna Li"]}


@pytest.mark.parametrize(
    ("text", "arrested", "sentenced"),
    [
        ("On June 8, 2020, Anna Li was arrested and on July 8 sentenced to two years in prison.", "2020-06-08", "2020-07-08"),
        ("Anna Li was arrested and on July 8 sentenced to two years in prison.", None, "2024-07-08"),
        ("Anna Li was arrested on June 8 and on July 8 sentenced to two years in prison.", "2024-06-08", "2024-07-08"),
    ],
)
def test_a_day_in_front_of_the_joined_verb_is_of_that_verb(text: str, arrested: str | None, sentenced: str) -> None:
    found = days(text)
    assert (found["arrested"], found["sentenced"]) == (arrested, sentenced)


@pytest.mark.parametrize(
    "text",
    [
        "Journalist Lina Attad, director of the website Mada Velm, was released on bail. Mada Velm reported that she is well. She was detained last year along with two other Mada Velm journalists.",
        "Mada Velm chief editor released. Mada Velm's editor-in-chief Lina Attad was released on bail on Monday, said Mada Velm.",
        "The Shobra Velm prosecution renewed the detention of Velm Gate's editor-in-chief Amr Badrad for 15 days.",
    ],
)
def test_an_outlet_or_a_seat_of_a_court_is_never_held(text: str) -> None:
    people = {p for who in befell(text).values() for p in who}
    assert people
    assert people <= {"Lina Attad", "Amr Badrad"}


@pytest.mark.parametrize(
    "text",
    [
        "The court repeatedly denied requests for the release of Anna Li, who was arrested in May.",
        "Anna Li was arrested in May. The prosecution rejected the defence's request to release her.",
    ],
)
def test_who_turns_a_request_down_asks_for_nothing(text: str) -> None:
    assert not [c for c in read_text(text, published="2025-03-15").claims if isinstance(c, Action)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A hearing was set for Anna Li, Omar Said and Eva Brandt, who were arrested in May.", ["Anna Li", "Omar Said", "Eva Brandt"]),
        (
            "The court heard Anna Li, Omar Said and Velm Post reporter Eva Brandt, who were arrested in May.",
            ["Anna Li", "Omar Said", "Eva Brandt"],
        ),
        (
            "The court heard Anna Li (34), Omar Said (29) and Eva Brandt (51), who were arrested in May.",
            ["Anna Li", "Omar Said", "Eva Brandt"],
        ),
        ("Anna Li and Omar Said, who was arrested in May, were released.", ["Omar Said"]),
        ("The judge, Ida Gruen, heard Omar Said and Eva Brandt, who were arrested in May.", ["Omar Said", "Eva Brandt"]),
    ],
)
def test_a_clause_with_who_tells_of_the_whole_list(text: str, who: list[str]) -> None:
    assert befell(text)["arrested"] == who
