"""What pages of agencies, bodies and ministries print, retold with made-up names: who acts, for whom, and who answers."""

from __future__ import annotations

import pytest

from tests.read.told import tell

ACTIONS = [
    (
        "[The Press Watch] condemns the conviction by [the Port Loma court] of former editors {Paul Renner} and {Mei Chun}.",
        "condemn",
        {"The Press Watch"},
        {"Paul Renner", "Mei Chun"},
    ),
    (
        "Police arrested {Anar Babayev}. {Emin Aliev} commented on a statement by [the State Department], calling for the release of {Anar Babayev}.",
        "demand_release",
        {"the State Department"},
        {"Anar Babayev"},
    ),
    (
        "Following the sentencing of {Vera Orlova} by a court, [the Assembly] demands her immediate release.",
        "demand_release",
        {"the Assembly"},
        {"Vera Orlova"},
    ),
    (
        "A court jailed {Anna Li}. [The Union] expressed concern over the arrest in May of {Omar Said}, deputy chair of a party.",
        "condemn",
        {"The Union"},
        {"Omar Said"},
    ),
    (
        "A court jailed {Anna Li}. His wife {Galina Li} accepted the prize on behalf of {Anna Li}.",
        "award",
        set(),
        {"Anna Li"},
    ),
    (
        "Police arrested {Anna Li}. [The embassy] condemned the arrest and called for the release of {Anna Li}.",
        "condemn",
        {"The embassy"},
        {"Anna Li"},
    ),
]


@pytest.mark.parametrize(("marked", "type_", "actors", "helped"), ACTIONS)
def test_who_acts_and_for_whom(marked: str, type_: str, actors: set[str], helped: set[str]) -> None:
    told = tell(marked)
    found = [a for a in told.actions if a.type == type_]
    assert [(told.names(a.actors), told.names(a.beneficiaries)) for a in found] == [(actors, helped)]


@pytest.mark.parametrize(
    "marked",
    [
        "A court jailed {Anna Li} for criticising the verdict against {Omar Said}, [the news agency] said.",
        "A court jailed {Anna Li}. {Bo Lund} said citizens are afraid to criticise the verdict.",
        "A court jailed {Anna Li}. [The State Department] designated {Anna Li} as wrongfully detained.",
    ],
)
def test_conduct_and_labels_are_no_actions(marked: str) -> None:
    assert not tell(marked).actions


@pytest.mark.parametrize("kind", ["the detained strikers", "all our colleagues", "exiled journalists"])
def test_a_kind_of_people_is_nobody_by_name(kind: str) -> None:
    told = tell(f"A court jailed {{Anna Li}}. [PEN] called for the release of {kind}.")
    assert [a.beneficiaries for a in told.actions if a.type == "demand_release"] in ([()], [])


def test_a_court_that_dismisses_charges_answers_nobody() -> None:
    told = tell("[The High Court] dismissed the “sedition” charges against {Anna Li}, who was arrested by police.")
    assert not told.responses


def test_items_are_asked_for_by_their_numbers() -> None:
    told = tell(
        "The court holds these persons:\n1. {Anna Li}, arrested on 3 May;\n2. {Omar Said}, arrested on 4 May;\n3. {Bo Lund}, arrested on 5 May.\n"
        "[The League] called for the persons under Nos. 1 to 2 to be released."
    )
    assert [told.names(a.beneficiaries) for a in told.actions if a.type == "demand_release"] == [{"Anna Li", "Omar Said"}]


def test_sanctions_that_only_stand_as_a_noun_strike_nobody() -> None:
    assert not tell("A court jailed {Anna Li}. Officials targeted by new [Union] sanctions include {Bo Lund}.").actions


def test_remarks_about_a_verdict_are_no_judgement_of_it() -> None:
    told = tell(
        "A court jailed {Anna Li}. [The Foreign Ministry] condemned the remarks of [the embassy] about the verdict against {Anna Li}."
    )
    assert not told.actions
