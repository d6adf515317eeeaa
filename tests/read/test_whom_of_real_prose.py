"""Whom real prose says an event befell: his wife and not him, another man, ledes of two, the nine, those taken with somebody. Texts are written for these tests."""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.case.source import Source
from habeas.read.reader import read_source


def custody(text: str) -> list[tuple[str, list[str]]]:
    reading = read_source(Source("sha256:0", "page", text, published="2024-05-10"))
    names = {e.id: e.name for e in reading.entities}
    return [(str(c.type), [names[p] for p in c.persons]) for c in reading.claims if isinstance(c, Custody)]


def befallen(text: str, type_: str) -> list[list[str]]:
    return [persons for told, persons in custody(text) if told == type_]


def test_what_befell_his_wife_did_not_befall_him() -> None:
    """ "His wife … was given a suspended sentence": hers, not his."""
    text = (
        "A court in Vellin gave the clerk Peter Odong ten years on Friday for a song. "
        "His wife, who had hummed it, was given a suspended sentence."
    )
    assert all("Peter Odong" not in persons for persons in befallen(text, "sentenced")[1:])


def test_what_his_wife_tells_befell_him() -> None:
    """ "Had been seized and, his wife said, hung by the wrists": she tells it."""
    text = "Peter Odong, a doctor, was detained in April at his clinic in Vellin and, his wife said, beaten for two nights at an air base."
    assert ["Peter Odong"] in befallen(text, "ill_treated")


@pytest.mark.parametrize(
    "text",
    [
        "A Yulia Obrazova aide was jailed for three years on Monday, the court in Tver said.",
        "Police detained two Obrazova supporters in Tver on Monday. Yulia Obrazova is in prison.",
    ],
)
def test_what_befell_her_aide_did_not_befall_her(text: str) -> None:
    """A name in front of "aide" or "supporters" says whose they are."""
    assert all("Yulia Obrazova" not in persons for _, persons in custody(text))


def test_an_aide_with_a_name_and_she_whose_allies_say_so_are_told_of() -> None:
    """ "Court jails X aide Y": Y. "X was jailed, X allies said": X."""
    assert befallen("Court jails Obrazova aide Ivan Templeton for two years", "sentenced") == [["Ivan Templeton"]]
    told = "The opposition leader Yulia Obrazova was jailed for three years on Monday, Obrazova allies said."
    assert befallen(told, "sentenced") == [["Yulia Obrazova"]]


NEW_PEOPLE = [
    "A third accused was sentenced to ten years in prison.",
    "Another man, a baker from Dolm, was sentenced to ten years in prison.",
    "Two students were sentenced to ten years in prison.",
    "In Dolm the same week, two students were sentenced to ten years in prison.",
]


@pytest.mark.parametrize("sentence", NEW_PEOPLE)
def test_who_is_new_was_not_named_before(sentence: str) -> None:
    """ "A third accused", "another man", "two students" below the lede are none of those whom the text has named."""
    text = (
        "The writers Peter Odong and Mary Tembo were arrested on Monday in Vellin. The police did not say why. "
        f"Their families were told nothing for two days. {sentence}"
    )
    assert all({"Peter Odong", "Mary Tembo"}.isdisjoint(persons) for persons in befallen(text, "sentenced"))


def test_some_who_are_named_beside_it_are_meant() -> None:
    """ "Two men arrested with him, X and Y, were acquitted": X and Y."""
    text = (
        "Peter Odong, a writer, was jailed for two years on Monday. The prosecutor did not comment. The family was told nothing. "
        "Two men arrested with him, Ali Hassan and Daniel Berg, were acquitted."
    )
    assert ["Ali Hassan", "Daniel Berg"] in befallen(text, "acquitted")


LEDE_OF_TWO = """VELLIN, May 9 (Wire) - A drummer who had played at a rally walked free from prison on Friday, but his manager was sentenced to two years.

Peter Odong, 39, was met by his sister.

The manager, Daniel Berg, was found guilty of insulting an officer."""


def test_the_manager_of_a_lede_is_named_below() -> None:
    """ "His manager" of the lede is he who is called "The manager, X" below."""
    assert befallen(LEDE_OF_TWO, "sentenced") == [["Daniel Berg"]]
    assert befallen(LEDE_OF_TWO, "released") == [["Peter Odong"]]


def test_a_second_student_is_the_next_who_heads_a_paragraph() -> None:
    text = """VELLIN (Wire) - A judge on Friday ordered the release of a doctoral student, but a second student was flown to a detention centre in Dolm.

Nora Wijen, 29, was stopped on March 11.

Adja Sougar, 22, who was arrested two days later, is in her second year."""
    assert ["Adja Sougar"] in befallen(text, "transferred")
    assert befallen(text, "released") == [["Nora Wijen"]]


def test_a_colleague_who_says_so_is_not_the_one_held() -> None:
    """ "…, a colleague said, and a monk was arrested": the monk is named below, the colleague is a voice."""
    text = """DOLM, May 9 (Wire) - Soldiers seized 12 tram drivers overnight, a colleague said, and a monk who had preached against the army was arrested in a temple.

Ashin Thuray, 56, had been followed for weeks."""
    assert ["Ashin Thuray"] in befallen(text, "arrested")


def test_the_nine_are_those_named_of_nine() -> None:
    text = """Nine ward leaders, among them Peter Odong, Daniel Berg and Mary Tembo, were set free on Saturday in Vellin.

Police arrested the nine again in the court yard."""
    assert befallen(text, "arrested") == [["Peter Odong", "Daniel Berg", "Mary Tembo"]]


def test_nine_others_are_not() -> None:
    text = """Nine ward leaders, among them Peter Odong, Daniel Berg and Mary Tembo, were set free on Saturday in Vellin.

In Dolm, police arrested nine others at a market on Sunday."""
    assert all(persons == [] for persons in befallen(text, "arrested"))


TAKEN_WITH = [
    ("Mary Tembo was arrested on 5 May with Peter Odong and Daniel Berg.", ["Mary Tembo", "Peter Odong", "Daniel Berg"]),
    ("Mary Tembo was arrested in Dolm after a speech on land, with Peter Odong.", ["Mary Tembo", "Peter Odong"]),
    ("Mary Tembo was arrested on 5 May after a meeting with Peter Odong.", ["Mary Tembo"]),
    ("Mary Tembo was arrested with Peter Odong's help.", ["Mary Tembo"]),
    ("Mary Tembo was arrested on 5 May with Peter Odong still abroad.", ["Mary Tembo"]),
    ("Mary Tembo was arrested with Peter Odong in attendance.", ["Mary Tembo"]),
    ("Mary Tembo was arrested on 5 May with Peter Odong in Dolm.", ["Mary Tembo", "Peter Odong"]),
    ("Mary Tembo was arrested at noon, with Peter Odong watching from a window.", ["Mary Tembo"]),
]


@pytest.mark.parametrize(("text", "persons"), TAKEN_WITH)
def test_who_is_taken_with_somebody_is_taken_too(text: str, persons: list[str]) -> None:
    assert befallen(text, "arrested") == [persons]


def test_whom_is_the_object_of_its_verb() -> None:
    """ "Whom agents had arrested over a poem, but a second student": not she."""
    text = """VELLIN (Wire) - A judge on Friday ordered the release of a doctoral student whom agents had arrested over a poem, but a second student fell ill.

Nora Wijen, 29, was stopped on March 11.

Adja Sougar, 22, is in her second year."""
    assert all("Adja Sougar" not in persons for persons in befallen(text, "arrested"))


def test_a_crowd_without_a_noun_is_arrested() -> None:
    """ "Arrested tens of thousands": people; "seized hundreds of books": no arrest."""
    assert befallen("Police arrested tens of thousands after the disputed vote in Vellin in May 2005.", "arrested") == [[]]
    assert custody("Police in Vellin seized hundreds of books in May 2005.") == []


def test_a_list_with_counsel_in_it_is_not_the_two() -> None:
    """ "Two student leaders … X had left, said Y, his advocate, when …": Y is not one of the two."""
    text = """VELLIN, May 9 - The Supreme Court ordered on Thursday that two student leaders be released.

Peter Odong had just left his flat, said Mary Tembo, his advocate, when men in masks seized him."""
    assert all("Mary Tembo" not in persons for _, persons in custody(text))


def test_the_student_beside_named_people_is_neither_of_them() -> None:
    """ "X, Y and a student were arrested. The student was freed": neither X nor Y."""
    text = "Peter Odong, Ali Hassan and a student were arrested on Monday. The student was freed the same evening."
    assert befallen(text, "arrested") == [["Peter Odong", "Ali Hassan"]]
    assert all({"Peter Odong", "Ali Hassan"}.isdisjoint(persons) for persons in befallen(text, "released"))


@pytest.mark.parametrize(
    "text",
    [
        "Police in Vellin detained a supporter of Peter Odong on Monday.",
        "A court in Vellin jailed the brother of the blogger Peter Odong for two years.",
        "Security forces arrested a lawyer for Peter Odong and two aides to Nora Kell on Monday.",
        "This week police arrested a one-time campaigner for President Peter Odong who became a critic of the army.",
        "A critic of President Peter Odong was sentenced to five years in prison.",
        "The killers of Peter Odong were sentenced to twenty years in prison on Monday.",
        "Police said they had arrested the suspected killer of Peter Odong, a 30-year-old man.",
        "Police arrested two men in connection with the murder of the journalist Peter Odong, officials said.",
        "General Ivo Brandt was arrested on Monday for the 2006 enforced disappearance of the students Peter Odong and Nora Kell.",
    ],
)
def test_what_befell_somebody_of_theirs_did_not_befall_those_named_beside(text: str) -> None:
    """Nobody else is named whom it may have befallen, and still it is not the one whose supporter, brother or critic it was."""
    assert all({"Peter Odong", "Nora Kell"}.isdisjoint(persons) for _, persons in custody(text))


def test_whoever_is_named_in_apposition_to_an_ally_is_held() -> None:
    """The ally is named behind the comma."""
    text = "Police arrested an ally of the opposition leader Peter Odong, Nora Kell, on Friday."
    assert befallen(text, "arrested") == [["Nora Kell"]]


def test_all_but_her_were_freed() -> None:
    """She was not."""
    text = "Peter Odong, Nora Kell and Ivo Brandt were arrested in May. All but Nora Kell have been freed."
    assert all("Nora Kell" not in persons for persons in befallen(text, "released"))


PAPER = (
    "VELLIN. Peter Odong and Nora Kell work for the weekly Shore. Ivo Brandt is a deputy in the parliament. "
    "The paper has been under pressure for years, its lawyers said on Friday.\n\n"
)


@pytest.mark.parametrize(
    ("told", "type_", "persons"),
    [
        ("Ivo Brandt arrested Peter Odong's brother.", "arrested", []),
        ("Peter Odong interviewed people arrested in May.", "arrested", []),
        ("Unlike Nora Kell, Peter Odong was convicted.", "convicted", ["Peter Odong"]),
        ("Instead of Peter Odong, police detained Nora Kell.", "detained", ["Nora Kell"]),
        ("Peter Odong was not among those pardoned on Friday.", "pardoned", []),
        ("Peter Odong is not one of the ten freed on Monday.", "released", []),
        ("Peter Odong was among those pardoned on Friday.", "pardoned", ["Peter Odong"]),
        ("Rumours that Peter Odong was arrested proved untrue.", "arrested", []),
        ("Reports that Peter Odong was arrested were confirmed by police.", "arrested", ["Peter Odong"]),
        ("Had Peter Odong been arrested, his lawyer would know.", "arrested", []),
        ("Should Peter Odong be convicted, his lawyer will appeal.", "convicted", []),
        ("Not once had Peter Odong been arrested before.", "arrested", []),
        ("Only in June had Peter Odong been released.", "released", ["Peter Odong"]),
        ("Peter Odong was arrested, had his sentence reduced in June and was freed in July.", "sentence_reduced", ["Peter Odong"]),
        ("A video of Peter Odong was released by the police on Monday.", "released", []),
        ("The indictment against Peter Odong was released on Monday.", "released", []),
        ("The author of the book, Peter Odong, was released on Friday.", "released", ["Peter Odong"]),
        ("The Supreme Court threw out the conviction of Peter Odong and ordered a new trial.", "remanded", []),
        ("The court ordered the arrest of Peter Odong and an inquiry.", "remanded", ["Peter Odong"]),
        ("The trial of Peter Odong opened on 3 May.", "trial_opened", ["Peter Odong"]),
        ("The trial of Peter Odong on charges of treason began in Vellin on 3 May.", "trial_opened", ["Peter Odong"]),
        ("The trial of Peter Odong will open on 3 May.", "trial_opened", []),
    ],
)
def test_nobody_is_told_to_have_been_held_or_freed_who_was_not(told: str, type_: str, persons: list[str]) -> None:
    """Others are near: who does it, whose brother it was, who was left out, of whom it was only rumoured."""
    reading = read_source(Source("sha256:0", "page", PAPER + told, published="2024-05-10"))
    names = {e.id: e.name for e in reading.entities if e.is_named}
    asserted = [c for c in reading.claims if isinstance(c, Custody) and c.type == type_ and c.realis == "asserted"]
    assert [names[p] for c in asserted for p in c.persons if p in names] == persons
