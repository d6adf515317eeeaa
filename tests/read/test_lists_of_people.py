"""However people are listed, it befell all of them: with ages, titles, appositions, in front of the verb, behind it, before "who", behind "including"."""

from __future__ import annotations

import pytest

from habeas.case.claim import Action, Custody
from habeas.flow import read_text

NAMES = ["Anna Lisova", "Omar Saidan", "Ida Gruen"]
LISTS = {
    "plain": "Anna Lisova, Omar Saidan and Ida Gruen",
    "with another comma": "Anna Lisova, Omar Saidan, and Ida Gruen",
    "ages in brackets": "Anna Lisova (30), Omar Saidan (31) and Ida Gruen (32)",
    "ages between commas": "Anna Lisova, 30, Omar Saidan, 31, and Ida Gruen, 32",
    "one title": "the journalists Anna Lisova, Omar Saidan and Ida Gruen",
    "a title each": "poet Anna Lisova, lawyer Omar Saidan and Velm Post reporter Ida Gruen",
    "counted": "three journalists, Anna Lisova, Omar Saidan and Ida Gruen,",
}
FRAMES = [
    "Police arrested {} on Monday.",
    "On Monday {} were detained in Velm.",
    "A hearing was set for {}, who were arrested on Monday.",
    "The arrest of {} on Monday followed a search.",
    "{} were sentenced to six years in prison on Monday.",
    "The authorities released {} on Monday.",
    "Police arrested nine people on Monday, including {}.",
    "The following were arrested on Monday: {}.",
    "{} have been held since Monday.",
]


def befell(text: str) -> set[str]:
    """Everybody whom some event befell."""
    reading = read_text(text[0].upper() + text[1:], published="2025-03-15")
    names = {e.id: e.name for e in reading.entities}
    return {names[p] for c in reading.claims if isinstance(c, Custody) for p in c.persons}


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("listed", LISTS.values(), ids=list(LISTS))
def test_it_befell_all_who_are_listed(frame: str, listed: str) -> None:
    text = frame.format(listed).replace(",,", ",").replace(",.", ".")
    assert befell(text) == set(NAMES)


@pytest.mark.parametrize(
    "frame",
    [
        "Police arrested {} on Monday.",
        "On Monday {} were detained in Velm.",
        "{} were sentenced to six years in prison on Monday.",
        "Prosecutors charged {} with treason on Monday.",
    ],
)
def test_people_parted_by_semicolons_are_a_list(frame: str) -> None:
    listed = "Anna Lisova, a poet; Omar Saidan, a lawyer; and Ida Gruen, a reporter of the Velm Post,"
    assert befell(frame.format(listed)) == set(NAMES)


def test_a_semicolon_may_begin_what_befell_nobody() -> None:
    assert befell("Police arrested Anna Lisova, a poet; and Omar Saidan, her lawyer, was told of it on Monday.") == {"Anna Lisova"}


BEFORE = "The poet Ilmar Odong was arrested at home on 12 February 2025 and remanded for two months. The lawyer Bela Korva was arrested with him.\n\n"


def acting(text: str) -> set[str]:
    """Everybody who demands or judges behind the first lines."""
    reading = read_text(BEFORE + text[0].upper() + text[1:], published="2025-03-15")
    names = {e.id: e.name for e in reading.entities}
    return {names[a] for c in reading.claims if isinstance(c, Action) for a in c.actors}


@pytest.mark.parametrize(
    "frame",
    [
        "{} condemned the arrest of Odong.",
        "{} called for the release of Odong and Korva.",
        "The release of Odong was demanded by {}.",
        "In a joint statement, {} urged the authorities to release the two.",
    ],
)
@pytest.mark.parametrize(
    ("listed", "who"),
    [
        ("Norway, Sweden and Germany", {"Norway", "Sweden", "Germany"}),
        (
            "Amnesty International, Human Rights Watch, and PEN International",
            {"Amnesty International", "Human Rights Watch", "PEN International"},
        ),
        (
            "three rights groups, Amnesty International, Human Rights Watch and PEN International,",
            {"Amnesty International", "Human Rights Watch", "PEN International"},
        ),
        ("Amnesty International and the UN special rapporteur Mary Holtz", {"Amnesty International", "Mary Holtz"}),
        ("Senators John Marshal and Mary Holtz", {"John Marshal", "Mary Holtz"}),
    ],
)
def test_all_who_are_listed_act(frame: str, listed: str, who: set[str]) -> None:
    """Bodies, states and people that are joined act together; nobody of them is left out."""
    assert who <= acting(frame.format(listed).replace(",.", "."))


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested Anna Lisova of Radio Velm and Omar Saidan of the daily Post on Monday.",
        "Anna Lisova of Radio Velm and Omar Saidan of the daily Post were arrested by police on Monday.",
        "The court sentenced Anna Lisova of Radio Velm and Omar Saidan of the daily Post to two years in prison.",
        "The head of Radio Velm, Anna Lisova, and the owner of the daily Post, Omar Saidan, were arrested by police on Monday.",
        "Anna Lisova and the head of the Velm Bar, Omar Saidan, were arrested by police on Monday.",
        "In May the head of velm.info Anna Lisova and the head of the Centre for Election Monitoring Omar Saidan were arrested by police.",
    ],
)
def test_where_each_works_parts_no_list(text: str) -> None:
    """ "X of Radio One and Y of the daily Post", "the head of A, X, and the owner of B, Y": both, whatever bodies stand between."""
    assert befell(text) == {"Anna Lisova", "Omar Saidan"}


@pytest.mark.parametrize(
    "text",
    [
        "The court sentenced Anna Lisova, a poet; Omar Saidan, a teacher; and Ida Gruen, a printer, to two years in prison on Monday.",
        "The release of Anna Lisova, a poet; Omar Saidan, a teacher; and Ida Gruen, a printer, came on Monday after a decision of the court.",
        "Anna Lisova, a poet; Omar Saidan, a teacher; and Ida Gruen, a printer, who were arrested by police on Monday, deny it.",
        "Police arrested three people: Anna Lisova, 34, a poet; Omar Saidan, 29, a teacher; and Ida Gruen, 51, a printer, for incitement.",
    ],
)
def test_semicolons_part_items_of_one_list(text: str) -> None:
    """Whatever goes on behind the last item, and whatever their ages, it befell all whom semicolons part."""
    assert befell(text) == set(NAMES)


def test_whom_a_semicolon_parts_by_their_own_days_it_befell_one_by_one() -> None:
    """ "X, detained on 2 May; and Y, detained on 3 May": each alone."""
    text = "The released journalists are: Anna Lisova, detained on 2 May 2024 in Velm; and Omar Saidan, detained on 9 May 2024 in Ostra."
    reading = read_text(text, published="2025-03-15")
    assert sorted(len(c.persons) for c in reading.claims if isinstance(c, Custody) and c.type.value == "detained") == [1, 1]
