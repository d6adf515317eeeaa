"""Plain words of custody, who is meant by counts, rows and lists, and what only sounds like custody. Names and texts are made up for these tests."""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.flow import read_text

HELD = "Abel Tadele, a journalist, was arrested on 3 May. "
REQUESTED = "\n\nWhat the prosecutor had requested: Taj - 18 years, Kall - 11."
ARRESTED = ("arrested", "Tadele")


def told(text: str) -> set[tuple[str, str]]:
    """Type and persons, by their last names, of the asserted events that the reader finds."""
    reading = read_text(text, published="2025-11-20")
    names = {e.id: (e.name or "?").split()[-1] for e in reading.entities}
    events = [c for c in reading.claims if isinstance(c, Custody) and c.realis in ("asserted", "alleged")]
    return {(str(c.type), ", ".join(sorted(names[p] for p in c.persons))) for c in events}


@pytest.mark.parametrize(
    "sentence",
    [
        "In June prosecutors opened a new case against him.",
        "Sedition and Section 17 of the security act were slapped on him later.",
        "Two more charges were brought last week.",
        "In December prosecutors brought the new charges.",
        "The charges were toughened in August.",
        "The accusation, illicit enrichment, came afterwards.",
        "He waited until March to be charged.",
    ],
)
def test_plain_words_of_a_charge(sentence: str) -> None:
    """What can mean nothing but a charge is one, however seldom it is written."""
    assert told(HELD + sentence) == {ARRESTED, ("charged", "Tadele")}


@pytest.mark.parametrize(
    "sentence",
    [
        "His lawyers opened a new case against the police.",
        "Two more charges may be brought.",
        "No charges have been brought.",
        "Portraits of the president were burned at the rally, police say.",
        "His party ceased its work in July.",
        "His wife wants him back in the family and not in custody.",
        "Money was being transferred to the prison's account.",
    ],
)
def test_what_only_sounds_like_custody(sentence: str) -> None:
    """A case against others, a charge still to come, a burned portrait, a party's work and money are no events of his."""
    assert told(HELD + sentence) == {ARRESTED}


@pytest.mark.parametrize(
    "sentence",
    [
        "On Tuesday he was back behind bars.",
        "By Tuesday he was back in jail.",
        "Within hours he was in a cell again.",
        "In June he ended up in jail once more.",
    ],
)
def test_back_behind_bars(sentence: str) -> None:
    """Who was let out and is back in a cell is held anew."""
    assert told("Abel Tadele was freed by a court on 3 May. " + sentence) == {("released", "Tadele"), ("detained", "Tadele")}


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "The Criminal Court sentenced Abel Tadele once more: four years, cut to two years because his testimony was useful.",
            {("sentenced", "Tadele")},
        ),
        (
            "The Criminal Court sentenced Abel Tadele to four years, cut to two years on appeal.",
            {("sentenced", "Tadele"), ("sentence_reduced", "Tadele")},
        ),
        ("Court jails journalist Abel Tadele pending trial over “threat” to the president", {("remanded", "Tadele")}),
        ("A court jailed Abel Tadele for three years on Monday.", {("sentenced", "Tadele")}),
        ("On 8 May the military gave Abel Tadele six months without charge.", {("remanded", "Tadele")}),
        ("The court gave Abel Tadele six months in prison.", {("sentenced", "Tadele")}),
        (
            "Journalist Abel Tadele was set free on Monday after nearly three years in prison and flown to Berlin.",
            {("released", "Tadele")},
        ),
    ],
)
def test_of_which_type(text: str, events: set[tuple[str, str]]) -> None:
    """One judgment of one day is no milder sentence; jailed pending trial is a remand; who is flown out free goes to no other prison."""
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "The court sentenced Abel Tadele to six years; two women, three years of correctional labour.",
            {("sentenced", "Tadele"), ("sentenced", "")},
        ),
        (
            "A court sentenced the blogger Anar Hasan to nine years and the rapper Tural Mammad, known as “Lil T”, to seven years.",
            {("sentenced", "Hasan"), ("sentenced", "Mammad")},
        ),
        (
            "The verdict came out in a note of the Attorney General’s Office: five years to Luis Oter for contempt, nine to Maykel Osor for disorder.",
            {("sentenced", "Oter"), ("sentenced", "Osor")},
        ),
        (
            "In November 2023 were arrested Ulvi Hasan, Sevinj Vagif and Hafiz Bab, in May 2024 - Farid Mehral.",
            {("arrested", "Bab, Hasan, Vagif"), ("arrested", "Mehral")},
        ),
        (
            "Rocio Miguel was detained in May. The daughter, Miranda Diaz, was held next, as were her ex-husband Victor Bekele and two brothers.",
            {("detained", "Miguel"), ("detained", "Bekele, Diaz")},
        ),
        (
            "Police broke up the rally. Two of the protesters were detained: Abzal Dost, who was beaten in May, and Bekzat Maqs.",
            {("detained", "Dost, Maqs"), ("ill_treated", "Dost")},
        ),
        (
            "Police raided the daily on Monday.\n\nThose arrested:\n1. Abel Tadele, editor\n2. Sara Girma, reporter\n3. Dawit Bekele, driver",
            {("arrested", "Bekele, Girma, Tadele")},
        ),
        (
            "The court announced its decision on Monday.\n\n1. Daulet Taj, lawyer: 16 years.\n\n2. Lola Kall, journalist: eight years."
            + REQUESTED,
            {("sentenced", "Taj"), ("sentenced", "Kall")},
        ),
    ],
)
def test_whom_rows_counts_and_lists_tell_of(text: str, events: set[tuple[str, str]]) -> None:
    """Who is named or counted with a term, a day or in a list, and has no verb of their own."""
    assert told(text) == events


def test_two_more_are_none_of_those_named() -> None:
    """ "Two more got three years" befell neither of the two who are named before."""
    text = (
        "On October 10 the Leninsky District Court sentenced Makhabat Tazhik to six years, Azamat Ish — to five. "
        "Two more got three years of probation supervision."
    )
    assert told(text) == {("sentenced", "Tazhik"), ("sentenced", "Ish"), ("sentenced", "")}


def test_steps_of_a_chronology() -> None:
    """A row of a day and a noun tells it of whom the text is about; a release of a report and a demand tell nothing."""
    lede = "The Supreme Tribunal annulled the conviction of former president Jeanne Anes on Wednesday.\n\nCHRONOLOGY\n"
    rows = "12 March 2021 – Arrest in Trinidad\n6 November 2025 – Release from Miraflores prison"
    quashed = ("verdict_quashed", "Anes")
    assert told(lede + rows) == {quashed, ("arrested", "Anes"), ("released", "Anes")}
    assert told(lede + "12 March 2021 – Release of the report\n6 November 2025 – Demand for her release") == {quashed}


def test_what_a_lede_tells_is_not_what_happened_years_before() -> None:
    """An indictment of today, without its day, and one of 2015 are two."""
    text = (
        "Activist indicted in Niam\n\nNIAM, 20 November – The senior judge has indicted Moussa Tchan, the secretary of a union, a lawyer said. "
        "He was taken from his home by armed men. In May 2015 he had been arrested already, charged with undermining defence and provisionally released."
    )
    reading = read_text(text, published="2025-11-20")
    charged = [c for c in reading.claims if isinstance(c, Custody) and c.type == "charged"]
    assert len(charged) == 2
