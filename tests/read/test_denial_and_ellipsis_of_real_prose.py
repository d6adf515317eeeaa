"""What denies nothing, and what is told without its verb, in the wordings of statements, digests and letters. Texts are written for these tests."""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.case.source import Source
from habeas.case.vocabulary import CustodyType, Realis
from habeas.read.reader import read_source

HEAD = "The court and the prison gave no details. "


def told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """The custody events of a text: type, how they are told, and whom they befell."""
    reading = read_source(Source("sha256:0", "page", HEAD + text, published="2024-05-10"))
    names = {e.id: e.name for e in reading.entities}
    return [(str(c.type), str(c.realis), tuple(names[p] for p in c.persons)) for c in reading.claims if isinstance(c, Custody)]


def facts(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(type_, persons) for type_, realis, persons in told(text) if realis == Realis.ASSERTED]


def events(text: str) -> list[Custody]:
    reading = read_source(Source("sha256:0", "page", HEAD + text, published="2024-05-10"))
    return [c for c in reading.claims if isinstance(c, Custody)]


# ----- what denies nothing -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "No, the court found Oleg Marlov guilty of treason.",
        "The First Court, no, the city court found Oleg Marlov guilty.",
    ],
)
def test_a_no_before_a_mark_denies_nothing(text: str) -> None:
    """ "No, the court found …": the word answers or corrects, and the verb is told."""
    assert ("convicted", ("Oleg Marlov",)) in facts(text)


@pytest.mark.parametrize("count", ["No fewer than 60", "No less than 60", "No more than 60"])
def test_a_bound_of_a_number_denies_nothing(count: str) -> None:
    """ "No fewer than 60 were arrested": sixty were."""
    assert ("arrested", ()) in facts(f"{count} teachers were arrested on Monday in Torvik.")


def test_not_only_denies_nothing() -> None:
    """ "was not only beaten but charged": both are told."""
    assert ("ill_treated", ("Oleg Marlov",)) in facts("Oleg Marlov was not only beaten by police but also charged with treason.")


@pytest.mark.parametrize("text", ["No more journalists were arrested.", "None of the four was freed, and Oleg Marlov was not arrested."])
def test_what_is_denied_stays_so(text: str) -> None:
    """ "No more journalists", "none of the four", "was not": denied."""
    assert facts(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Oleg Marlov was seized on 3 March. Nobody charged him until 9 April.", "2024-04-09"),
        ("Oleg Marlov was seized on 3 March. He was not charged until 9 April.", "2024-04-09"),
    ],
)
def test_what_was_not_done_until_a_day_was_done_on_it(text: str, day: str) -> None:
    """ "Nobody charged him until 9 April": then somebody did."""
    charged = [e for e in events(text) if e.type == "charged" and e.realis is Realis.ASSERTED]
    assert [e.date.edtf for e in charged if e.date] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Oleg Marlov has not been charged until today.",
        "Oleg Marlov will not be released until 30 May.",
        "Oleg Marlov was not freed and must stay in jail until 3 June.",
        "Oleg Marlov was not to be released until 3 June.",
    ],
)
def test_until_a_day_to_come_nothing_is_done(text: str) -> None:
    """ "has not been charged until today": not done yet."""
    assert not [fact for fact in facts(text) if fact[0] in ("charged", "released")]


def test_who_is_not_allowed_to_leave_is_banned() -> None:
    """ "is not allowed to leave the country": the ban is told by a denial; "until 5 May" is its end, not its day."""
    ban = next(e for e in events("Anna Danova was not allowed to leave the country until 5 May, a court ruled.") if e.type == "travel_ban")
    assert ban.date is None
    assert ban.until is not None
    assert ("travel_ban", ("Anna Danova",)) in facts("The court acquitted Anna Danova, but she is not allowed to leave the country.")
    assert "travel_ban" not in [t for t, _ in facts("Oleg Marlov must not be allowed to leave the country, prosecutors said.")]


def test_what_grieves_has_happened() -> None:
    """ "its dismay that X should have been beaten" tells it; "demands that X should be freed" does not."""
    assert ("ill_treated", ("Oleg Marlov",)) in facts("The union expresses its dismay that Oleg Marlov should have been beaten by guards.")
    assert facts("The union demands that Oleg Marlov should be released.") == []


def test_a_second_deed_that_is_asked_for_is_not_told() -> None:
    """ "asked the court to drop the case against X and set him free": both are asked for."""
    assert facts("The experts urged the court to drop the case against the painter Oleg Marlov and set him at liberty.") == []
    assert ("released", ("Oleg Marlov",)) in facts("The court met to hear the appeal of Oleg Marlov and set him free.")


# ----- who else an event befell ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Oleg Marlov was arrested on 20 February; the printer, Petr Danov, in March.", "2024-03"),
        ("Oleg Marlov was arrested on 20 February at his home in Torvik; his cousin Petr Danov, 41, on 2 April.", "2024-04-02"),
        ("Oleg Marlov and Lev Turin were arrested on January 11, their editor, Petr Danov, five days earlier.", "2024-01-06"),
        ("Oleg Marlov was arrested on Monday. Petr Danov shared his fate two days later.", "2024-05-08"),
        ("Oleg Marlov was arrested on Monday. Petr Danov met the same fate on Wednesday.", "2024-05-08"),
    ],
)
def test_another_with_a_day_of_his_own(text: str, day: str) -> None:
    """ "X was arrested on 20 February; the printer, Y, in March": an arrest of Y, in March."""
    arrests = [e for e in events(text) if e.type == "arrested"]
    names = {e.id: e.name for e in read_source(Source("sha256:0", "page", HEAD + text, published="2024-05-10")).entities}
    assert [(names[e.persons[0]], e.date.edtf) for e in arrests[1:] if e.date] == [("Petr Danov", day)]


@pytest.mark.parametrize(
    "text",
    [
        "Oleg Marlov was arrested on May 3, his wife, Anna Danova, said on Monday.",
        "Oleg Marlov was arrested on May 3, according to his wife, Anna Danova, on Monday.",
        "Oleg Marlov was arrested on May 3; his lawyer, Anna Danova, on Monday, said he was ill.",
        "Oleg Marlov was arrested on 3 May; a letter by Anna Danova on 5 May to the court asked why.",
        "Oleg Marlov will be tried on May 13, Anna Danova on May 15.",
    ],
)
def test_who_speaks_on_a_day_is_not_taken(text: str) -> None:
    """ "his wife, Y, said on Monday": a day beside a name tells no second arrest."""
    assert [fact for fact in facts(text) if "Anna Danova" in fact[1]] == []


def test_who_joins_a_hunger_strike_is_on_one() -> None:
    """ "Y joined him on 28 January", "nine joined him": they, not him again; in a courtroom nobody does."""
    head = "It rained. Nobody spoke of it. Oleg Marlov went on hunger strike on 20 January. "
    assert facts(head + "Petr Danov joined him on 28 January.")[1:] == [("hunger_strike", ("Petr Danov",))]
    assert [e.phase for e in events(head + "Petr Danov joined him on 28 January.")] == ["start", "start"]
    assert facts(head + "Nine co-detainees joined him on 28 January.")[1:] == [("hunger_strike", ())]
    assert facts(head + "Petr Danov has not joined him.")[1:] == []
    assert ("hunger_strike", ("Anna Danova",)) not in facts(head + "His wife, Anna Danova, joined him in the courtroom on Monday.")
    assert ("hunger_strike", ("Anna Danova",)) not in facts(head + "His mother, Anna Danova, joined him on Monday.")
    assert ("hunger_strike", ("Petr Danov",)) not in facts(head + "He was freed on Sunday. Petr Danov joined him on Monday.")


def test_counted_people_who_followed() -> None:
    """ "eight others followed a week later": eight without a name; "two journalists who followed on Monday the trial" are not among them."""
    head = "It rained. Nobody spoke of it. The cleaner Oleg Marlov had been sent home on Monday; "
    counts = [e.person_count for e in events(head + "eight others followed a week later.")]
    assert counts[-1] == 8
    assert len(facts(head + "two journalists who followed on Monday the trial were glad.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Petr Danov might have shared his fate.",
        "Petr Danov nearly met the same fate.",
        "His wife followed the trial on Monday.",
        "His wife, Anna Danova, knew his fate at once.",
        "The judge, Anna Danova, had his fate in her hands.",
        "A statement from Anna Danova followed on Tuesday.",
        "Anna Danova followed on Tuesday with an open letter to the court.",
    ],
)
def test_who_might_have_shared_a_fate_did_not(text: str) -> None:
    """ "might have shared his fate", "knew his fate", a letter that followed: no second event."""
    assert len(facts("It rained. Nobody spoke of it. Oleg Marlov was arrested on Sunday. " + text)) == 1


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Oleg Marlov was arrested on 3 May 2023 and again on 5 June 2023.", ["2023-05-03", "2023-06-05"]),
        ("Oleg Marlov was arrested in 2019, in 2021 and in 2023.", ["2019", "2021", "2023"]),
        ("Oleg Marlov was arrested in 2019 and in 2021 released.", ["2019"]),
        ("Oleg Marlov was arrested in 2019, and in 2021 the court extended his detention.", ["2019"]),
    ],
)
def test_arrested_on_several_days(text: str, days: list[str]) -> None:
    """ "on 3 May and again on 5 June": two arrests; "in 2019, and in 2021 the court …": one."""
    assert [e.date.edtf for e in events(text) if e.type == "arrested" and e.date] == days


def test_a_second_arrest_is_another_event() -> None:
    """ "He was rearrested in the courtroom" behind an arrest is a second one; a headline of a re-arrest tells that of the body."""
    head = "Oleg Marlov was arrested on 3 May 2023. "
    assert [e.type for e in events(head + "He was acquitted. He was rearrested in the courtroom.")].count(CustodyType.ARRESTED) == 2
    reading = read_source(
        Source(
            "sha256:0",
            "page",
            "Police re-arrest Oleg Marlov\n\nOleg Marlov was arrested on Monday. The court is silent.",
            published="2024-05-10",
        )
    )
    assert len([c for c in reading.claims if isinstance(c, Custody)]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "State radio said that Oleg Marlov had been freed. He had not.",
        "This paper reported that Oleg Marlov had been freed. He has not been, and the error is ours.",
    ],
)
def test_the_next_sentence_takes_back(text: str) -> None:
    """ "We wrote that X had been freed. He has not been." """
    assert facts(text) == []
    assert ("released", ("Oleg Marlov",)) in facts("Oleg Marlov was freed on Monday. He had not, however, been told why.")


# ----- terms without their verb ------------------------------------------------------------------------------------------


def terms(text: str) -> list[tuple[str, str | None]]:
    reading = read_source(Source("sha256:0", "page", HEAD + text, published="2024-05-10"))
    names = {e.id: e.name for e in reading.entities}
    return [
        (names[p], e.term.iso if e.term else None)
        for e in reading.claims
        if isinstance(e, Custody) and e.type == "sentenced"
        for p in e.persons
    ]


def test_rows_of_a_name_and_a_figure() -> None:
    """ "X received 14 years. Y, 12. Z, ten; W, who was a minor, six." """
    text = "Oleg Marlov received 14 years. Petr Danov, 12. Lev Turin, ten; Ivan Sedov, who was seventeen then, six, in a colony."
    assert terms(text) == [("Oleg Marlov", "P14Y"), ("Petr Danov", "P12Y"), ("Lev Turin", "P10Y"), ("Ivan Sedov", "P6Y")]


@pytest.mark.parametrize(
    "text",
    [
        "Oleg Marlov received 14 years in prison. Petr Danov, 29, a baker.",
        "Oleg Marlov received 14 years in prison. Petr Danov, 29, was in court.",
        "Oleg Marlov received 14 years in prison. Petr Danov, 40.",
        "Oleg Marlov received 14 years in prison. Petr Danov, 12, his son.",
    ],
)
def test_an_age_behind_a_name_is_no_row(text: str) -> None:
    """ "Petr Danov, 29, a baker": an age."""
    assert terms(text) == [("Oleg Marlov", "P14Y")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lev Sarin, 48, got 11 years; Oleg Marlov, 37, was sentenced to seven and his cousin Petr Danov, 26, to five.",
            [("Lev Sarin", "P11Y"), ("Oleg Marlov", "P7Y"), ("Petr Danov", "P5Y")],
        ),
        (
            "A court gave Oleg Marlov 21 years, Petr Danov, 15, Lev Turin, 12, and Ivan Sedov ten.",
            [("Oleg Marlov", "P21Y"), ("Petr Danov", "P15Y"), ("Lev Turin", "P12Y"), ("Ivan Sedov", "P10Y")],
        ),
        ("A court gave Oleg Marlov, 37, four years in prison and Petr Danov, 26, a fine.", [("Oleg Marlov", "P4Y")]),
        ("Oleg Marlov was given three years, and the editor of his poems one, by a court.", [("Oleg Marlov", "P3Y")]),
    ],
)
def test_figures_behind_a_first_term(text: str, expected: list[tuple[str, str]]) -> None:
    """A number between commas is an age where the first one's is set so; "the editor of his poems one" is no second term of his."""
    assert terms(text) == expected


def test_ages_in_brackets_are_no_terms() -> None:
    """ "20 months each, namely X (40), Y (33)": one sentence of them all."""
    text = "The court passed a sentence of 20 months in prison on all three, namely Oleg Marlov (40), Petr Danov (33) and Lev Turin (29)."
    assert terms(text) == [("Oleg Marlov", "P20M"), ("Petr Danov", "P20M"), ("Lev Turin", "P20M")]


def test_both_in_short_tells_an_event() -> None:
    """ "Both freed by nine."; "Both detained must be freed" only says who."""
    head = "Oleg Marlov and Petr Danov were arrested on Monday. "
    assert ("released", ("Oleg Marlov", "Petr Danov")) in facts(head + "Both freed by nine in the evening.")
    assert "detained" not in [t for t, _ in facts(head + "Both detained in Torvik must be let go.")]


@pytest.mark.parametrize("answer", ["The court rejected the motion.", "The judge turned down the request.", "The court dismissed it."])
def test_what_was_asked_and_turned_down(answer: str) -> None:
    """ "a motion to remand X. The court rejected the motion.": X was not remanded."""
    text = "On Monday an investigator asked a judge to remand Oleg Marlov for two months. "
    assert ("remanded", "negated", ("Oleg Marlov",)) in told(text + answer)
    assert ("remanded", "negated", ("Oleg Marlov",)) not in told(text + "His lawyer rejected the charges.")
    assert ("remanded", "negated", ("Oleg Marlov",)) not in told(text + "The court denied his request for bail and remanded him.")


def test_a_length_that_is_no_term() -> None:
    """ "every spring, nine hours by train", "when are you back? Forty days.": no sentences."""
    assert terms("Saima Danova sees him every spring, nine hours by train there and back. Oleg Marlov was sentenced to six years.") == [
        ("Oleg Marlov", "P6Y")
    ]
    assert terms("Oleg Marlov was convicted in May.\n\nOleg Marlov, when are you back? Forty days. The shop is shut.") == []


def test_an_age_before_a_verb_tells_nothing() -> None:
    """ "Petr Danov, 3, is his son.": no sentence of three years."""
    assert terms("Oleg Marlov got six years. Petr Danov, 3, is his son.") == [("Oleg Marlov", "P6Y")]
