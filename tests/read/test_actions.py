"""Who did what about a case. `{}` marks persons, `[]` bodies; see tests/read/told.py."""

from __future__ import annotations

import pytest

from habeas.read.actions import read_actions
from habeas.read.scene import set_scene
from tests.read.marked_text import read
from tests.read.told import tell

ACTIONS = [
    ("[The ministry] called for the release of {Anna Li}.", "demand_release", {"The ministry"}, {"Anna Li"}),
    (
        "A court jailed {Anna Li}. The government should release {Anna Li} and let reporters work, [the Committee] said Friday.",
        "demand_release",
        {"the Committee"},
        {"Anna Li"},
    ),
    ("[Amnesty] urged the government to free {Anna Li} and {Omar Said}.", "demand_release", {"Amnesty"}, {"Anna Li", "Omar Said"}),
    ("[Amnesty] demanded that {Anna Li} be released at once.", "demand_release", {"Amnesty"}, {"Anna Li"}),
    ("{Anna Li} was arrested by police. [Amnesty] demanded her immediate release.", "demand_release", {"Amnesty"}, {"Anna Li"}),
    ("{Anna Li} and {Omar Said} were arrested by police. [RSF] condemned these arrests.", "condemn", {"RSF"}, {"Anna Li", "Omar Said"}),
    ("[The embassy] voiced concern over the arrest of {Anna Li}.", "condemn", {"The embassy"}, {"Anna Li"}),
    ("[RSF] called the verdict against {Anna Li} “a disgrace”.", "condemn", {"RSF"}, {"Anna Li"}),
    ("[The Parliament] gave its 2025 freedom prize to {Anna Li}.", "award", {"The Parliament"}, {"Anna Li"}),
    ("The rights defender {Anna Li} was awarded the freedom prize in absentia.", "award", set(), {"Anna Li"}),
    ("[The Treasury] sanctioned the judge {Bo Lund} over the trial.", "sanction", {"The Treasury"}, set()),
]


@pytest.mark.parametrize(("marked", "type_", "actors", "helped"), ACTIONS)
def test_action_with_its_actors(marked: str, type_: str, actors: set[str], helped: set[str]) -> None:
    """The subject acts; those named after it, or meant by "these arrests" or "her", are helped."""
    told = tell(marked)
    found = [(str(a.type), told.names(a.actors), told.names(a.beneficiaries)) for a in told.actions]
    assert (type_, actors, helped) in found


@pytest.mark.parametrize("whom", ["all political prisoners", "thousands still held in the country", "those unjustly detained"])
def test_prisoners_at_large_are_nobody_named(whom: str) -> None:
    """A demand for prisoners in general helps none of the persons that the text happens to name."""
    told = tell(f"Police arrested {{Anna Li}} and {{Omar Said}} on Monday. [The Parliament] called for the release of {whom}.")
    assert [(told.names(a.actors), a.beneficiaries) for a in told.actions] == [({"The Parliament"}, ())]


def test_political_prisoners_with_names() -> None:
    """Names added to the group are helped."""
    told = tell("{Anna Li} was arrested by police. [The Parliament] demanded the release of political prisoners including {Anna Li}.")
    assert told.names(told.actions[0].beneficiaries) == {"Anna Li"}


def test_sanctioned_person_is_a_target() -> None:
    """Whom a sanction strikes is its target, not its beneficiary."""
    told = tell("[The Treasury] sanctioned the judge {Bo Lund} over the trial.")
    assert told.names(told.actions[0].targets) == {"Bo Lund"}


def test_addressee_of_a_demand() -> None:
    """ "urged the government to …": of whom it is asked."""
    told = tell("[Amnesty] urged [the Belarusian government] to free {Anna Li}.")
    assert told.names(told.actions[0].addressees) == {"the Belarusian government"}


@pytest.mark.parametrize(
    "marked",
    [
        "[The ministry] condemned the remarks of the envoys.",
        "A court condemned {Anna Li} to two years in prison.",
        "Exporters appealed to the government about the fruit.",
    ],
)
def test_no_action(marked: str) -> None:
    """What judges critics is a response; "condemned to" is a sentence; an appeal about goods frees nobody."""
    assert tell(marked).actions == ()


def test_headline_and_text_are_one_action() -> None:
    """A demand named in the headline and told in the text is one claim."""
    told = tell("[Amnesty] calls for release of {Anna Li}\n\n[Amnesty] called for the release of {Anna Li} on Monday.\n")
    assert len(told.actions) == 1
    assert len(told.actions[0].passages) == 2


def test_the_countries_of_embassies_do_not_act_themselves() -> None:
    """Behind "the embassies of" a country says whose they are; behind "the government of" it is the one that acts."""
    for subject, actor in (("The embassies of Belgium and Ireland", "The embassies"), ("The government of Belgium", "Belgium")):
        found = read(f"{subject} called for the release of Anna Li, a blogger whom a court in Minsk jailed on Monday.")
        (action,) = read_actions(set_scene(found.document, found.entities, (), (), ()))
        assert {e.name for e in found.entities if e.id in action.actors and e.name != "The government"} == {actor}


SPOKEN_FOR = [
    ("[RSF] director {Jane Smith} denounced the verdict against {Anna Li}.", {"RSF", "Jane Smith"}),
    ("{Jane Smith}, who chairs [the Committee], condemned the arrest of {Anna Li}.", {"the Committee", "Jane Smith"}),
    ("{Jane Smith} condemned the arrest of {Anna Li}.", {"Jane Smith"}),
]


@pytest.mark.parametrize(("marked", "actors"), SPOKEN_FOR)
def test_who_holds_an_office_acts_for_its_body(marked: str, actors: set[str]) -> None:
    """The body stands beside the person in whose name the office speaks; without an office the person acts alone."""
    told = tell(marked)
    assert [told.names(a.actors) for a in told.actions if a.type == "condemn"] == [actors]


MORE_DEMANDS = [
    "{Anna Li} was arrested by police. [The ministry] demanded that {Anna Li} be returned home without delay.",
    "{Anna Li} was arrested by police. [The guild] collects signatures for the release of {Anna Li}.",
    "{Anna Li} was arrested by police. [The embassy] demanded the liberation without conditions of {Anna Li}.",
    "{Anna Li} was arrested by police. [The union] wants {Anna Li} home before Easter.",
    "{Anna Li} was arrested by police. [The union] called for {Anna Li} to be freed.",
]


@pytest.mark.parametrize("marked", MORE_DEMANDS)
def test_ways_to_ask_for_freedom(marked: str) -> None:
    """Freedom is asked for in many words: going home, being returned, a petition, "wants her home"."""
    told = tell(marked)
    assert [told.names(a.beneficiaries) for a in told.actions if a.type == "demand_release"] == [{"Anna Li"}]


def test_a_judgement_ends_with_its_clause() -> None:
    """Whoever is appealed to behind "and" is not the one about whom it is judged."""
    told = tell("{Anna Li} was arrested by police. [RSF] condemned the arrest of {Anna Li} and appeals to {Bo Lund} to act.")
    assert told.names(told.actions[0].beneficiaries) == {"Anna Li"}


def test_a_prize_has_its_words_its_giver_and_its_place() -> None:
    """The prize behind the verb, whose prize it is, and the town of its sentence or of the one before that speaks of the honour."""
    told = tell(
        "{Anna Li} and {Omar Said} were to be honoured in Oslo. {Anna Li} was awarded the Free Voice prize in absentia, while {Omar Said} "
        "received [the Guild]'s Courage award. A court had jailed both."
    )
    first, second = (a for a in told.actions if a.type.value == "award")
    text = told.scene.text
    assert [a.what and a.what.words(text) for a in (first, second)] == ["the Free Voice prize", "the Guild's Courage award"]
    assert [told.names(a.actors) for a in (first, second)] == [set(), {"the Guild"}]
    assert [a.subtype for a in (first, second)] == ["in absentia", None]
    assert {a.place and a.place.words(text) for a in (first, second)} == {"Oslo"}
