"""Whom words name as the cause of a fast, march or fine, that did not befall; nor do a party's or a mother's fasts befall the prisoner."""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.flow import read_text


def told(text: str) -> list[tuple[str, set[str]]]:
    """The events told as facts, each with those whom it befell."""
    reading = read_text(text, published="2025-03-15")
    names = {e.id: e.name for e in reading.entities}
    events = [c for c in reading.claims if isinstance(c, Custody) and c.realis in ("asserted", "alleged")]
    return [(c.type.value, {names[p] for p in c.persons}) for c in events]


@pytest.mark.parametrize(
    "text",
    [
        "Two detainees began a hunger strike in prison in support of the jailed journalist Anna Lisova.",
        "Two detainees begin hunger strike in solidarity with Anna Lisova, the jailed editor of the Post",
        "Nine fined $1,800 each in Velm for rally supporting Anna Lisova",
    ],
)
def test_what_people_do_for_somebody_befell_them(text: str) -> None:
    """Of "a hunger strike in support of X", "fined for a rally supporting X" X is the cause."""
    assert [persons for _, persons in told(text)] == [set()]


def test_who_fasts_for_another_fasts() -> None:
    """The prisoner who fasts in solidarity with X is told of, and X is not."""
    text = "The prisoner Omar Saidan declared a hunger strike in solidarity with Anna Lisova, the jailed editor."
    assert told(text) == [("hunger_strike", {"Omar Saidan"})]


@pytest.mark.parametrize(
    "text",
    [
        "The opposition Unity Party launched a hunger strike in front of the prison for its leader, Anna Lisova.",
        "Anna Lisova's husband went on hunger strike outside the ministry of justice on Monday.",
        "The mother of the jailed editor Anna Lisova began a hunger strike outside the prison.",
        "Supporters of the jailed editor Anna Lisova declared a hunger strike outside the court.",
    ],
)
def test_a_fast_outside_custody_is_no_event_of_it(text: str) -> None:
    """What a party, kin or supporters do outside befalls nobody in custody."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Unity Party leader Anna Lisova declared a hunger strike on Monday in prison.",
        "The lawyer of Anna Lisova said she had begun a hunger strike in prison.",
        "Supporters of Anna Lisova say she went on hunger strike on Monday in her cell.",
        "Anna Lisova has been on hunger strike in prison since Monday, her party said.",
    ],
)
def test_a_fast_of_whom_others_tell_is_hers(text: str) -> None:
    """Whoever tells of it, and whichever party she leads; "in prison since Monday" behind the fast tells no detention."""
    assert told(text) == [("hunger_strike", {"Anna Lisova"})]


@pytest.mark.parametrize("whose", ["the Lisova government", "Anna Lisova's regime"])
def test_whose_government_frees_is_not_freed(whose: str) -> None:
    """Of "222 prisoners whom the X government released" X is none."""
    text = f"President Anna Lisova signed the pact. Six journalists were on the list of 222 prisoners that on Monday {whose} released."
    assert all("Anna Lisova" not in persons for _, persons in told(text))


HELD = "The poet Anna Lisova was arrested in June 2022. She is held in the Velm prison.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "Guards sent Lisova to a punishment cell on Monday.",
        "Prison officials threw Lisova into a punishment cell last month.",
        "The prison's director ordered her to a punishment cell for ten days on Monday.",
        "She was sent to a punishment cell for ten days after a quarrel with a guard.",
    ],
)
def test_the_way_to_a_punishment_cell_is_a_transfer(sentence: str) -> None:
    """Who is sent there from a prison is neither remanded nor sentenced."""
    events = [type_ for type_, _ in told(HELD + sentence)]
    assert "transferred" in events
    assert not {"remanded", "sentenced", "house_arrest"} & set(events)


@pytest.mark.parametrize(
    "sentence",
    [
        "Guards have denied Lisova medical care since she fell ill in May, her lawyer said.",
        "She is being denied access to a doctor, her lawyer said.",
    ],
)
def test_care_denied_is_ill_treatment(sentence: str) -> None:
    """In the active as in the passive."""
    assert ("ill_treated", {"Anna Lisova"}) in told(HELD + sentence)


def test_guards_sentence_nobody() -> None:
    """ "Meted out the same punishment to X, serving a 20-year term": no sentence, whatever length stands behind."""
    text = (
        "Prison authorities the following day meted out the same punishment to Anna Lisova, an activist currently serving a 20-year term."
    )
    assert [type_ for type_, _ in told(HELD + text) if type_ == "sentenced"] == []


def test_the_death_of_who_is_in_office_is_no_death_in_custody() -> None:
    """ "Their release after President X's death failed to come": he was no prisoner, whatever the sentences around tell of prison."""
    text = (
        "The reporters Anna Lisova and Omar Saidan were arrested on 22 October 2019 and sentenced to 30 months in prison.\n\n"
        "Their hoped-for release after President Bertran Holm's death on 8 June 2020 has failed to come, and they are still in prison."
    )
    assert [persons for type_, persons in told(text) if type_ == "died"] == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The reporter Anna Lisova was returned to prison on Monday after two weeks in a hospital.", "transferred"),
        ("The reporter Anna Lisova was returned to jail Monday after an appeals court sided with prosecutors.", "transferred"),
        ("In 2024 the reporter Anna Lisova was released on house arrest by a court.", "house_arrest"),
    ],
)
def test_who_goes_to_another_place_of_custody_is_not_free(text: str, type_: str) -> None:
    """The way back to a cell is a transfer, the way home under guard house arrest; neither is a release."""
    assert [t for t, _ in told(text)] == [type_]


def test_who_comes_out_of_house_arrest_is_free() -> None:
    """ "Released from house arrest"."""
    assert ("released", {"Anna Lisova"}) in told("The reporter Anna Lisova was released from house arrest on Monday.")
