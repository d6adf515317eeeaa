"""Whom an event befalls where no name stands beside its verb, and who is not meant. `{}` marks persons; see tests/read/told.py."""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.case.reading import Reading
from habeas.case.vocabulary import CustodyType
from habeas.flow import read_text
from tests.read.told import tell

PEOPLE = [
    ("Police held {Anna Li}. The lawyer, {Bo Tan}, was himself detained in May.", "detained", {"Bo Tan"}),
    ("Asked whether {Anna Li}, sentenced in spring to seven years, was ill, the prosecutor shrugged.", "sentenced", {"Anna Li"}),
    ("The deputy, {Anna Li}, arrested the same evening, was let go by police.", "arrested", {"Anna Li"}),
    ("{Anna Li}, apprehended along with a friend by police, is in custody.", "detained", {"Anna Li"}),
    ("The court sentenced retired teacher {Anna Li} to two years in prison.", "sentenced", {"Anna Li"}),
    ("The court let the editor, {Anna Li}, go and put {Bo Tan} under house arrest.", "released", {"Anna Li"}),
    ("{Anna Li}, whose pre-trial detention was prolonged by the court in May, is ill.", "detention_extended", {"Anna Li"}),
    ("{Anna Li} was remanded for 12 days by the court; the order was renewed in May.", "detention_extended", {"Anna Li"}),
    ("The court ordered that {Anna Li} be held in pretrial detention.", "remanded", {"Anna Li"}),
    ("The court arrested {Anna Li} in absentia in May.", "remanded", {"Anna Li"}),
    ("The court ordered 15 days of administrative arrest for {Anna Li}.", "sentenced", {"Anna Li"}),
    ("{Anna Li}, jailed since 2019 over a sketch, is ill, the court was told.", "detained", {"Anna Li"}),
    ("{Anna Li}, jailed in 2019 for a sit-in, was freed the next year by the court.", "detained", {"Anna Li"}),
    ("Police arrested {Anna Li}. In July {Anna Li} was handed over to the military.", "transferred", {"Anna Li"}),
    ("Police arrested {Anna Li} and {Bo Tan}. The court gave five years to the former.", "sentenced", {"Anna Li"}),
    (
        "The court was told. The body welcomes the release, on 14 May 2024, of the photographer {Anna Li} from prison.",
        "released",
        {"Anna Li"},
    ),
    ("{Anna Li} was released on bail by the court in May.", "released", {"Anna Li"}),
]


@pytest.mark.parametrize(("marked", "type_", "persons"), PEOPLE)
def test_whom_it_befalls(marked: str, type_: str, persons: set[str]) -> None:
    """Asides, whose, the former, the clause before, what a court orders: the person whom it befalls is found."""
    assert (type_, persons) in tell(marked).events()


NOT_THEM = [
    ("Free {Anna Li} and the others who were convicted in May, the court was told.", "convicted", "Anna Li"),
    ("The envoy, {Anna Li}, said that no citizen was in prison for faith. The court agreed.", "detained", "Anna Li"),
    ("Police arrested {Anna Li} and {Bo Tan}. Nearly all of its staff were detained in June.", "detained", "Bo Tan"),
    ("The court overturned the sentence of six years passed on {Anna Li}.", "sentenced", "Anna Li"),
    ("The court turned down a bail petition by {Anna Li}.", "appeal_rejected", "Anna Li"),
    ("Police arrested {Anna Li}. On leaving the court {Anna Li} waved.", "released", "Anna Li"),
    ("The prosecutor repeated the opinion given in January and requested 15 years for {Anna Li}.", "sentenced", "Anna Li"),
    ("The ministry must release {Bo Tan} from prison and let {Anna Li} go home.", "released", "Anna Li"),
    ("The court replaced the imprisonment of {Anna Li} with house arrest.", "sentence_reduced", "Anna Li"),
]


@pytest.mark.parametrize(("marked", "type_", "person"), NOT_THEM)
def test_who_is_not_meant(marked: str, type_: str, person: str) -> None:
    """Others, nobody, nearly all, what is annulled or only asked for: the person named beside it is not meant."""
    assert not any(t == type_ and person in persons for t, persons in tell(marked).events())


def test_they_are_those_told_of_last() -> None:
    """ "They" after so many people without a name are these, not the two of an earlier paragraph."""
    told = tell("Police arrested {Anna Li} and {Bo Tan}.\n\nPolice in Kano arrested 67 minors at a rally. They had been charged on Monday.")
    assert ("charged", set()) in told.events()
    assert ("charged", {"Anna Li", "Bo Tan"}) not in told.events()


def test_six_of_them_are_some_without_a_name() -> None:
    """ "Six of them" are some of those told of, and nobody says which."""
    told = tell("Police arrested {Anna Li} and {Bo Tan} with others. Six of them were freed in June.")
    assert ("released", set()) in told.events()


def test_a_line_is_about_all_who_open_it() -> None:
    """A row that two people open tells of both; the next row tells of its own."""
    told = tell(
        "In custody\n\n1. {Cy Do}, a clerk. Detained in May.\n\n2. {Anna Li} and {Bo Tan}, both of Oral. Convicted on 23 April by the court."
    )
    assert ("convicted", {"Anna Li", "Bo Tan"}) in told.events()


SEIZED = [
    ("In May they came for {Anna Li} at four in the morning; she is in custody.", "detained"),
    ("The police forced {Anna Li} into a car near the station.", "detained"),
    ("The court heard {Anna Li} was placed under criminal detention in May.", "detained"),
    ("The court heard that {Anna Li} was placed on probation for three years.", "sentenced"),
    ("{Anna Li} is in prison, the court said. {Anna Li} was subjected to a humiliating body search.", "ill_treated"),
    ("The judge told {Anna Li}, who is in custody, no; the passport of {Anna Li} was impounded.", "travel_ban"),
    ("The columnist {Anna Li} and the presenter {Bo Tan}, sentenced in April, are out of prison; the court freed {Anna Li}.", "released"),
]


@pytest.mark.parametrize(("marked", "type_"), SEIZED)
def test_words_of_custody(marked: str, type_: str) -> None:
    """Families of verbs: forced into a car, came for, on probation, a passport taken."""
    assert any(t == type_ and "Anna Li" in persons for t, persons in tell(marked).events())


def test_two_people_are_not_the_prisoner_and_a_lawyer_named_together() -> None:
    """A count of people whom nobody names stays unnamed, though two names stand side by side before."""
    reading = read_text(
        "Another Petrov lawyer, Olga Kim, told reporters that the ruling was wrong. The court sentenced Ivan Petrov to life on Monday. "
        "Petrov and four others were sentenced to life imprisonment, two people were given 20-year prison terms."
    )
    befallen = {reading.entity(p).name for c in reading.claims if isinstance(c, Custody) for p in c.persons}
    assert befallen == {"Ivan Petrov"}


def test_an_arrest_told_by_the_way_of_a_demand_is_a_fact() -> None:
    """What must be disclosed is still to come; that he was arrested is not."""
    told = tell("The authorities must disclose the whereabouts of {Anna Li}, arrested by police at a checkpoint on July 10.")
    assert told.events() == [("arrested", {"Anna Li"})]


def test_nobody_stands_beside_her_whom_no_list_puts_there() -> None:
    """Whom she struck is not held with her, however surely the encoder ties both to the words."""
    text = (
        "A court in Batumi gave the editor Ana Obrazec two years. The case grew out of a slap that Obrazec gave to the city's police chief, "
        "Bo Lindqvist, at a protest in January.\n\nShe was arrested on January 11 and placed in pre-trial detention on January 14."
    )
    reading = read_text(text, published="2025-08-06")
    assert isinstance(reading, Reading)
    names = {e.id: e.name for e in reading.entities}
    told = [c for c in reading.claims if isinstance(c, Custody)]
    assert {c.type for c in told} >= {CustodyType.ARRESTED, CustodyType.REMANDED}
    assert {names[p] for c in told for p in c.persons} == {"Ana Obrazec"}
