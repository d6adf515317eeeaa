"""Who acts and who is helped, where neither stands right beside the verb? `{}` marks persons, `[]` bodies; see tests/read/told.py."""

from __future__ import annotations

import pytest

from habeas.case.claim import Action
from habeas.case.source import Source
from habeas.read.reader import read_source
from tests.read.told import tell

HELD = "Police arrested {Anna Li} on Monday. "
CASES = [
    ("[Amnesty] called last week for the release of {Anna Li}.", "demand_release", {"Amnesty"}, {"Anna Li"}),
    ("[Amnesty] protested, in a note of 18 May, against the arrest of {Anna Li}.", "condemn", {"Amnesty"}, {"Anna Li"}),
    (
        "[Amnesty] condemned the arrest and once more called for the release of {Anna Li}.",
        "demand_release",
        {"Amnesty"},
        {"Anna Li"},
    ),
    ("[PEN] described the arrest of {Anna Li} as vengeful.", "condemn", {"PEN"}, {"Anna Li"}),
    ("[PEN] is worried about the health of the deputy {Mei Roe}.", "condemn", {"PEN"}, {"Mei Roe"}),
    ("[The Foundation] in Bremen, which gave {Anna Li} its prize for courage, is small.", "award", {"The Foundation"}, {"Anna Li"}),
    ("[The jury] decided to give its diploma to {Anna Li}.", "award", {"The jury"}, {"Anna Li"}),
    ("Minister {Bo Lund} met Ambassador {Jane Smith} to talk about {Anna Li}.", "meeting", {"Bo Lund", "Jane Smith"}, {"Anna Li"}),
    ("The government rejected calls by [Amnesty] to release {Anna Li}.", "demand_release", {"Amnesty"}, {"Anna Li"}),
    ("{Bo Lund} criticised [PEN] for calling for the release of {Anna Li}.", "demand_release", {"PEN"}, {"Anna Li"}),
    ("Members of [the Council] condemned the arrest of {Anna Li}.", "condemn", set(), {"Anna Li"}),
]


@pytest.mark.parametrize(("marked", "type_", "actors", "helped"), CASES)
def test_who_acts_for_whom(marked: str, type_: str, actors: set[str], helped: set[str]) -> None:
    """Words of time, an aside or a clause may part those who act from their verb; some of a body are not the body."""
    told = tell(HELD + marked)
    found = [(str(a.type), told.names(a.actors), told.names(a.beneficiaries)) for a in told.actions]
    assert (type_, actors, helped) in found or (not actors and all(not by for _, by, _ in found))


def acts(text: str) -> list[tuple[str, set[str], set[str]]]:
    """The actions that the whole reader sees: type, who acts, who is helped or struck, by name."""
    reading = read_source(Source("sha256:0", "t", text))
    names = {e.id: e.name for e in reading.entities}
    return [
        (str(c.type), {names[a] for a in c.actors}, {names[b] for b in (*c.beneficiaries, *c.targets)})
        for c in reading.claims
        if isinstance(c, Action)
    ]


CASE = "Police in Minsk arrested the historian Anna Li on Monday, and a court remanded Anna Li in custody for two months.\n\n"


def test_states_named_side_by_side_act_together() -> None:
    """ "Norway and Iceland introduced" is both of them."""
    assert ("condemn", {"Norway", "Iceland"}, {"Anna Li"}) in acts(CASE + "Norway and Iceland condemned the arrest of Anna Li.\n")


def test_where_a_body_sits_does_not_act() -> None:
    """ "In Strasbourg the Congress" is the Congress."""
    found = acts(CASE + "In Strasbourg the Congress condemned the arrest of Anna Li.\n")
    assert not [by for _, by, _ in found if "Strasbourg" in by]


def test_a_scholar_is_the_one_of_the_case() -> None:
    """Who judges the jailing of "a historian" speaks of the one whom the text tells of."""
    assert ("condemn", {"Amnesty International"}, {"Anna Li"}) in acts(CASE + "Amnesty International deplored the arrest of a historian.\n")


def test_i_am_who_signs() -> None:
    """In a letter "I" is the name on its last line."""
    text = f"{CASE}I ask the President to order that she be freed.\n\nMei Roe\n"
    assert [(type_, by) for type_, by, _ in acts(text)] == [("demand_release", {"Mei Roe"})]


def test_what_prosecutors_say_is_no_condemnation() -> None:
    """Nor is what somebody calls the words of others."""
    text = f"{CASE}The Prosecutor’s Office said it was stunned by the ruling against Anna Li.\n"
    assert not [a for a in acts(text) if a[0] == "condemn"]


def test_a_petition_is_not_the_last_speakers() -> None:
    """ "A petition for the pair has gathered 90,000 names": nobody is told to ask."""
    text = f"{CASE}The minister, Bo Lund, spoke about her on Monday, his office said. A petition for her has gathered 90,000 names.\n"
    assert not [a for a in acts(text) if a[0] == "demand_release"]


def test_sanctions_with_a_list_below() -> None:
    """Whom sanctions strike may stand in a list that says so; "its sanctions list" is no verb."""
    told = tell("[The Union] put the judge {Bo Lund} on its sanctions list.")
    assert [(told.names(a.actors), told.names(a.targets)) for a in told.actions] == [({"The Union"}, {"Bo Lund"})]
    text = "Today Norway imposed sanctions on two persons. The measures follow those of May.\n\nThe following are listed:\n\n• Bo Lund, judge;\n• Ion Marin, prosecutor.\n"
    assert ("sanction", {"Norway"}, {"Bo Lund", "Ion Marin"}) in acts(text)


def test_a_clause_closed_before_and() -> None:
    """ "froze the assets of X, who led the inquiry, and barred him": the main subject goes on acting."""
    told = tell("[The ministry] froze the assets of {Bo Lund}, who led [the police] in May, and barred {Bo Lund} from the country.")
    assert {a for t in told.actions for a in told.names(t.actors)} == {"The ministry"}


def test_barred_from_leaving_is_no_sanction() -> None:
    """A travel ban of the accused strikes them, not an official."""
    assert not tell(HELD + "[The court] barred {Anna Li} from leaving the country.").actions


def test_our_colleague_is_still_inside() -> None:
    """Of several who were held, a demand is for who was not let go."""
    text = (
        HELD
        + "Police arrested {Omar Said} on Monday. {Omar Said} was released on Friday. [The union] called for the release of our colleague."
    )
    assert [told.names(a.beneficiaries) for told in [tell(text)] for a in told.actions] == [{"Anna Li"}]


@pytest.mark.parametrize(
    "asked",
    [
        "PEN International called for the release of Sam Roe and his wife.",
        "PEN International demanded that Norland immediately free the blogger Sam Roe and his wife.",
        "PEN International urged the authorities to release Roe and his wife at once.",
        "PEN International condemned the detention of Sam Roe and his wife.",
    ],
)
def test_a_wife_who_is_named_elsewhere_is_meant_too(asked: str) -> None:
    """ "The release of X and his wife", whom the text names before, is asked for both, whomever it tells most of."""
    told = (
        "Police in Easthaven arrested the blogger Sam Roe on 3 May and a court remanded him in custody for two months on 5 May. "
        "His wife, Ada Roe, a nurse, is under house arrest.\n\n"
    )
    assert [helped for _, _, helped in acts(told + asked + "\n")] == [{"Sam Roe", "Ada Roe"}]


@pytest.mark.parametrize(
    ("asked", "actors"),
    [
        ("U.S. Representatives Una Marsh (D-HI) and Jon Hale (R-TX) called for the release of Anna Li.", {"Una Marsh", "Jon Hale"}),
        ("Senators Una Marsh (D-Ohio) and Jon Hale (R-Fla.) called for the release of Anna Li.", {"Una Marsh", "Jon Hale"}),
        ("The MPs Una Marsh (Labour) and Jon Hale (SNP) called for the release of Anna Li.", {"Una Marsh", "Jon Hale"}),
        ("Una Marsh (S&D, IT) and Jon Hale (Renew, FR) called for the release of Anna Li.", {"Una Marsh", "Jon Hale"}),
    ],
)
def test_whose_member_one_is_acts_not(asked: str, actors: set[str]) -> None:
    """The party and seat in the brackets behind a name ask for nothing."""
    assert [by for type_, by, _ in acts(CASE + asked + "\n") if type_ == "demand_release"] == [actors]


def test_a_paper_is_theirs_who_issue_it() -> None:
    """ "A statement through X calling for": those who issue it call, not X through whom it goes."""
    marked = "[The Foreign Ministry] released a statement through [the Northern Union] calling for the release of {Anna Li}."
    told = tell(HELD + marked)
    assert [told.names(a.actors) for a in told.actions] == [{"The Foreign Ministry"}]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ole Berg received a letter from Anna Li's mother.",
        "President Ole Berg received a petition from Ambassador Una Marsh for Anna Li.",
    ],
)
def test_who_receives_a_letter_meets_nobody(text: str) -> None:
    """A minister receives an ambassador, and then they meet; a letter is only read."""
    assert not [a for a in acts(CASE + text + "\n") if a[0] == "meeting"]
    met = acts(CASE + "Minister Ole Berg received Ambassador Una Marsh to talk about Anna Li.\n")
    assert ("meeting", {"Ole Berg", "Una Marsh"}, {"Anna Li"}) in met


def test_those_a_sanction_names_at_the_end_are_struck() -> None:
    """ "Sanctions on three officials for …, naming X and Y" strike X and Y; those of "over the arrest of critics, including Z" are not struck."""
    struck = acts(CASE + "Canada imposed sanctions on two officials for what it called repression, naming Ole Berg and Jon Hale.\n")
    assert any(type_ == "sanction" and {"Ole Berg", "Jon Hale"} <= helped for type_, _, helped in struck)
    spared = acts(CASE + "Canada imposed sanctions on officials over the arrest of opposition leaders, including Jon Hale.\n")
    assert all("Jon Hale" not in helped for type_, _, helped in spared if type_ == "sanction")


@pytest.mark.parametrize(
    ("asked", "helped"),
    [
        ("Human Rights Watch condemned the poet's sentence.", {"Jon Hale"}),
        ("Human Rights Watch demanded the poet's release.", {"Jon Hale"}),
        ("Human Rights Watch called for the poet to be freed.", {"Jon Hale"}),
        ("Human Rights Watch asked the government to let the poet go.", {"Jon Hale"}),
        ("Human Rights Watch criticised the sentencing of the poet.", {"Jon Hale"}),
        ("Human Rights Watch demanded the release of the blogger and the poet.", {"Sam Roe", "Jon Hale"}),
    ],
)
def test_the_poet_is_whom_the_text_calls_one(asked: str, helped: set[str]) -> None:
    """ "The poet's release" is asked for the poet, though the text tells more of the blogger."""
    told = (
        "Police arrested the blogger Sam Roe on 3 May and a court jailed him for two years on 5 May. "
        "The poet Jon Hale was sentenced to four years on 6 May. Roe is ill. Roe has asked for a doctor.\n\n"
    )
    assert [whom for _, _, whom in acts(told + asked + "\n")] == [helped]
