"""What dispatches in other people's manners taught: who is meant, who only tells it, how many they were, and which words are no names. Texts are written for these tests."""

from __future__ import annotations

import pytest

from habeas.case.claim import Action, Custody
from habeas.case.reading import Reading
from habeas.case.vocabulary import CustodyType, EntityKind
from habeas.flow import read_text


def read(text: str) -> Reading:
    return read_text(text, published="2025-05-06")


def befell(text: str) -> list[tuple[str, list[str], int | None]]:
    """Type, people and number of each custody event that is told as a fact, in order."""
    reading = read(text)
    names = {e.id: e.name for e in reading.entities}
    told = [c for c in reading.claims if isinstance(c, Custody) and c.realis == "asserted"]
    return [(c.type.value, sorted(names[p] for p in c.persons), c.person_count) for c in told]


def acts(text: str) -> list[tuple[str, list[str], list[str]]]:
    """Type, actors and those it is about, of each action."""
    reading = read(text)
    names = {e.id: e.name for e in reading.entities}
    told = [c for c in reading.claims if isinstance(c, Action)]
    return [(c.type.value, sorted(names[a] for a in c.actors), sorted(names[p] for p in (*c.beneficiaries, *c.targets))) for c in told]


def bodies(text: str) -> set[str]:
    return {e.name for e in read(text).entities if e.kind in (EntityKind.ORGANIZATION, EntityKind.GOVERNMENT, EntityKind.COURT)}


@pytest.mark.parametrize(
    "text",
    [
        "The police officer who beat Anna Leska was charged with abuse on 3 May.",
        "The lawyer who defended Anna Leska was charged with treason on 3 May.",
        "The man who had hidden Anna Leska was charged with treason on 3 May.",
    ],
)
def test_whom_a_clause_names_is_not_whom_it_tells_of(text: str) -> None:
    """ "The officer who beat X was charged": X was not."""
    assert ("charged", ["Anna Leska"], None) not in befell(text)


@pytest.mark.parametrize(
    "told",
    [
        "Thirty political prisoners whom Ruritania had held were freed on 3 May.",
        "Thirty political prisoners who had been held in Velm were freed on 3 May.",
    ],
)
def test_a_clause_without_commas_parts_no_subject_from_its_verb(told: str) -> None:
    assert ("released", [], 30) in befell(told)


@pytest.mark.parametrize(
    "who",
    [
        "Anna Leska, minister Ivan Petrenk said,",
        "Anna Leska, Ivan Petrenk said,",
        "Anna Leska, the ministry's spokesman Ivan Petrenk told reporters on Monday,",
    ],
)
def test_who_tells_it_between_commas_was_not_arrested(who: str) -> None:
    assert [people for type_, people, _ in befell(f"{who} was arrested on 3 May for fraud.") if type_ == "arrested"] == [["Anna Leska"]]


def test_a_minister_is_not_arrested_for_want_of_another_name() -> None:
    """ "The woman, minister X said, was arrested" names nobody who was."""
    assert all(
        people != ["Ivan Petrenk"] for _, people, _ in befell("The woman, minister Ivan Petrenk said, was arrested on 3 May for fraud.")
    )


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Anna Leska was arrested in May. In February 2023 another 222 were released.", ("released", [], 222)),
        ("A court sentenced Anna Leska to two years. One was acquitted.", ("acquitted", [], 1)),
        ("A court sentenced Anna Leska to two years. Two more got three years of probation.", ("sentenced", [], 2)),
        ("Two hundred and five demonstrators were arrested on 3 May at a rally for Anna Leska.", ("arrested", [], 205)),
        ("A hundred demonstrators were arrested on 3 May at a rally for Anna Leska.", ("arrested", [], 100)),
    ],
)
def test_who_is_only_counted_is_nobody_who_was_named(text: str, event: tuple[str, list[str], int]) -> None:
    """ "Another 222 were released" frees nobody who was told of before, and hundreds are counted whole."""
    assert event in befell(text)


@pytest.mark.parametrize(
    ("text", "type_", "name"),
    [
        ("The chairman of the Union of Writers Ivan Petrenk was arrested on 3 May.", "arrested", "Ivan Petrenk"),
        ("The correspondent of Radio Free Europe Anna Leska was remanded for two months.", "remanded", "Anna Leska"),
        ("The court on 3 May sentenced the journalist of RusNews Anna Leska to two years.", "sentenced", "Anna Leska"),
    ],
)
def test_a_name_behind_its_body_is_that_of_the_office_holder(text: str, type_: str, name: str) -> None:
    """ "The chairman of the Union of Writers X", as many languages have it."""
    assert (type_, [name], None) in befell(text)


def test_a_name_in_marks_behind_a_name_is_a_nickname() -> None:
    """Who is "Osor" the text says once: behind the name, in marks, between commas."""
    text = "The court jailed the artist Luis Petrenk for five years and the rapper Mikal Castel, “Osor”, for nine. Osor was arrested on 18 May of last year."
    assert ("arrested", ["Mikal Castel"], None) in befell(text)


@pytest.mark.parametrize(
    "text",
    [
        "WE REPUDIATE the arrest of Marta Portill. WE DEMAND that she be freed. WE ASK the court to hear us.",
        "The court ORDERED that Marta Portill be remanded for two months and DENIED bail.",
        "The police are NOT guilty, they say. FREE HER NOW!",
    ],
)
def test_words_in_capitals_for_weight_are_no_bodies(text: str) -> None:
    assert not {name for name in bodies(text) if name.isupper()}


def test_initials_that_are_words_stay_bodies() -> None:
    assert {"PEN", "UNESCO"} <= bodies(
        "Marta Portill was arrested on 3 May. The PEN called for her release, and UNESCO condemned the arrest."
    )


def test_a_state_that_acts_is_one_whatever_it_is_called() -> None:
    """The UK of the headline and the United Kingdom of the text are one government; states in a row all act."""
    text = 'Anna Leska was arrested on 3 May. The UK and Canada demanded her release. "She must be freed," the United Kingdom said in a statement.'
    assert ("demand_release", ["Canada", "United Kingdom"], ["Anna Leska"]) in acts(text)
    assert [e.name for e in read(text).entities if e.kind is EntityKind.GOVERNMENT] == ["United Kingdom", "Canada"]


@pytest.mark.parametrize(
    "told",
    [
        "The United Kingdom has today announced sanctions on two judges, Ivan Petrenk and Oleg Maslo, who jailed Anna Leska.",
        "Canada sanctioned two judges – Ivan Petrenk and Oleg Maslo – over the jailing of Anna Leska.",
    ],
)
def test_who_is_named_beside_a_group_is_the_group(told: str) -> None:
    assert [about for type_, _, about in acts(told) if type_ == "sanction"] == [["Ivan Petrenk", "Oleg Maslo"]]


def test_whose_prosecutor_is_sanctioned_is_not() -> None:
    """A prisoner is never the target of sanctions on the jailers."""
    for told in ("the prosecutor of Anna Leska, Ivan Petrenk", "Ivan Petrenk, the prosecutor of Anna Leska"):
        assert [about for type_, _, about in acts(f"Canada imposed sanctions on {told}.") if type_ == "sanction"] == [["Ivan Petrenk"]]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A court revoked the bail of Anna Leska on 3 May.", CustodyType.REMANDED),
        ("Police slapped sedition charges on Anna Leska in October.", CustodyType.CHARGED),
        ("Anna Leska was freed of all charges on 3 May.", CustodyType.ACQUITTED),
    ],
)
def test_what_the_words_make_of_it(text: str, type_: CustodyType) -> None:
    assert [t for t, _, _ in befell(text)] == [type_.value]


def test_who_goes_back_to_prison_is_not_released() -> None:
    assert "released" not in [t for t, _, _ in befell("The journalist Jose Zamor was returned on Monday to preventive prison.")]


def test_each_of_a_headline_has_his_own_length() -> None:
    """ "Five years for X, nine for Y": Y has nine."""
    reading = read("Five years for Luis Petrenk, nine for Mikal Castel\n\nA court in Velm passed the sentences on Friday.")
    names = {e.id: e.name for e in reading.entities}
    terms = {names[p]: c.term.iso for c in reading.claims if isinstance(c, Custody) and c.term is not None for p in c.persons}
    assert terms == {"Luis Petrenk": "P5Y", "Mikal Castel": "P9Y"}


def test_a_weekday_is_no_place() -> None:
    """Without the day of the page nobody knows which Monday it was; a place it is not."""
    claims = [c for c in read_text("Police detained Anna Leska on Monday.").claims if isinstance(c, Custody)]
    assert [c.place for c in claims] == [None]
