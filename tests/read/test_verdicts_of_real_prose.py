"""Verdicts and fasts as reports word them: a fine beside the prison term, two terms with one unit, a doubt that is the charge's, days that are others'."""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.case.vocabulary import CustodyType, Phase, Realis
from habeas.flow import read_text
from habeas.read.terms import find_terms


def custody(text: str, published: str | None = "2025-03-12") -> list[tuple[Custody, list[str]]]:
    """Every event, and the names of those whom it befell."""
    reading = read_text(text, published=published)
    names = {e.id: e.name for e in reading.entities}
    return [(c, [names[p] for p in c.persons]) for c in reading.claims if isinstance(c, Custody)]


@pytest.mark.parametrize(
    "penalty",
    [
        "two years in prison and a 5,000-euro fine",
        "two years in prison and a fine of 5,000 euros",
        "30 months in prison and a 1.2 billion dong (US$57,000) fine",
        "a year of corrective labour plus a fine",
    ],
)
def test_a_fine_beside_the_prison_term_is_told(penalty: str) -> None:
    told = {c.type: names for c, names in custody(f"Editor Ada Lisova was sentenced to {penalty} on Monday.")}
    assert told == {CustodyType.SENTENCED: ["Ada Lisova"], CustodyType.FINED: ["Ada Lisova"]}


@pytest.mark.parametrize(
    "text",
    [
        "Editor Ada Lisova was sentenced to two years in prison or a fine.",
        "Editor Ada Lisova was sentenced to two years in prison and ordered out of her flat. Omar Saidan gave a fine speech.",
    ],
)
def test_a_fine_instead_or_something_fine_is_none(text: str) -> None:
    assert CustodyType.FINED not in {c.type for c, _ in custody(text)}


@pytest.mark.parametrize(
    "how", ["sentenced Ada Lisova to two and Omar Saidan to three", "jailed Ada Lisova for two and Omar Saidan for three"]
)
def test_the_unit_behind_the_second_name_is_both_terms(how: str) -> None:
    told = [(names, c.term.iso if c.term else None) for c, names in custody(f"A court in Velm {how} years in prison.")]
    assert told == [(["Ada Lisova"], "P2Y"), (["Omar Saidan"], "P3Y")]


@pytest.mark.parametrize("clause", ["who was arrested on Saturday for allegedly insulting the flag", "who allegedly insulted the flag"])
def test_what_is_alleged_of_somebody_makes_no_doubt_of_the_verdict(clause: str) -> None:
    (verdict,) = [
        c for c, _ in custody(f"Editor Ada Lisova, {clause}, was sentenced to two years in prison.") if c.type is CustodyType.SENTENCED
    ]
    assert verdict.realis is Realis.ASSERTED


def test_what_was_allegedly_done_stays_alleged() -> None:
    (beating,) = [
        c for c, _ in custody("Editor Ada Lisova, who lives in Velm, was allegedly beaten by guards.") if c.type is CustodyType.ILL_TREATED
    ]
    assert beating.realis is Realis.ALLEGED


@pytest.mark.parametrize("when", ["Last month", "Two weeks ago", "Last year"])
def test_a_month_that_nothing_can_place_has_not_the_day_told_before(when: str) -> None:
    text = f"Velm City Court on October 4 ruled that editor Ada Lisova must stay in jail.\n\n{when}, a court found Lisova guilty of inciting hatred."
    (verdict,) = [c for c, _ in custody(text, published=None) if c.type is CustodyType.CONVICTED]
    assert verdict.date is None


@pytest.mark.parametrize(
    "told",
    [
        "ended the hunger strike he began on June 11",
        "broke the fast that he had started on June 11",
        "called off the hunger strike which he announced on June 11",
    ],
)
def test_the_end_of_a_fast_has_not_its_first_day(told: str) -> None:
    ends = [c for c, _ in custody(f"Jailed journalist Omar Saidan has {told}, his wife said.") if c.phase is Phase.END]
    assert [c.date for c in ends] == [None]


def test_prison_and_fine_are_for_the_same_charge() -> None:
    text = "Editor Ada Lisova was sentenced to 30 months in prison and a 1.2 billion dong (US$57,000) fine on charges of tax evasion."
    charges = {c.type: c.charge.text.words(text) for c, _ in custody(text) if c.charge is not None and c.charge.text is not None}
    assert charges == {CustodyType.SENTENCED: "tax evasion", CustodyType.FINED: "tax evasion"}


def test_a_number_between_two_lengths_is_one_length() -> None:
    """The unit is that of the length behind, whatever length was told before it."""
    told = find_terms("Omar Saidan got five months. A court has jailed him for two and Ada Lisova for four years in prison.")
    assert [t.iso for t in told] == ["P5M", "P2Y", "P4Y"]
