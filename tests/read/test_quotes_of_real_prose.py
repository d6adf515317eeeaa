"""Which words are somebody's, and where they end, in the turns that real prose takes. Texts are written for these tests."""

from __future__ import annotations

import pytest

from habeas.case.claim import Quote
from habeas.case.reading import Reading
from habeas.case.source import Source
from habeas.read.reader import read_source

ARREST = "Anna Velkova was arrested on Monday. "


def read(text: str) -> Reading:
    return read_source(Source("sha256:0", "page", text, published="2024-05-05"))


def spoken(text: str) -> list[tuple[str | None, str]]:
    reading = read(text)
    names: dict[str | None, str] = {e.id: e.name for e in reading.entities}
    return [(names.get(c.speaker), " … ".join(s.words(text) for s in c.content)) for c in reading.claims if isinstance(c, Quote)]


@pytest.mark.parametrize(
    ("told", "who", "words"),
    [
        (
            "Her lawyer Oleg Stanin said nobody had written to her; she would go to the gate herself.",
            "Oleg Stanin",
            "nobody had written to her; she would go to the gate herself",
        ),
        (
            "Oleg Stanin said that she had been fined, a claim her family rejects.",
            "Oleg Stanin",
            "she had been fined",
        ),
        ("Oleg Stanin told state radio the measure was lawful.", "Oleg Stanin", "the measure was lawful"),
        (
            "The director of the prison, Karim Holt, said by email the guards had been warned.",
            "Karim Holt",
            "the guards had been warned",
        ),
        (
            "Oleg Stanin, who answered the telephone at night, said there was no such prisoner.",
            "Oleg Stanin",
            "there was no such prisoner",
        ),
        (
            "The Torva Prisoners Union puts the number of those arrested since May at more than 2,500.",
            "Torva Prisoners Union",
            "the number of those arrested since May at more than 2,500",
        ),
        (
            "The consul replied, according to the file, that his country grants no such papers.",
            "The consul",
            "his country grants no such papers",
        ),
    ],
)
def test_where_reported_words_begin_and_end(told: str, who: str, words: str) -> None:
    """The hearer, the means and the next one's word on it are left out; what "had" been goes on over a semicolon."""
    assert (who, words) in spoken(ARREST + told)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("Her lawyer Oleg Stanin said the case was closed; the ministry has not commented.", "the case was closed"),
        ("Anna Velkova was beaten, her lawyer Oleg Stanin said, in a statement on Friday.", "Anna Velkova was beaten"),
        (
            "Anna Velkova will be freed on Monday, her lawyer Oleg Stanin said, after the court found no ground to hold her.",
            "Anna Velkova will be freed on Monday",
        ),
    ],
)
def test_what_the_text_adds_itself(told: str, words: str) -> None:
    """Behind a semicolon the text may go on in its own words; "in a statement" belongs to the saying, "after" to the text."""
    assert ("Oleg Stanin", words) in spoken(ARREST + told)


def test_a_clause_goes_on_behind_an_insertion() -> None:
    """ "Guards had left her, she says, in a hall": both halves are hers."""
    said = spoken("Anna Velkova was released on Monday. Guards had left her for two days, she says, in a hall without a lamp.")
    assert said == [("Anna Velkova", "Guards had left her for two days … in a hall without a lamp")]


def test_a_brief_with_the_speaker_inside() -> None:
    """ "X back behind bars, says her husband Y: two men came": the husband says both halves."""
    said = spoken("Teacher Anna Velkova back behind bars, says her husband Oleg Stanin: two men in a car came on Thursday.")
    assert said == [("Oleg Stanin", "Teacher Anna Velkova back behind bars … two men in a car came on Thursday")]


def test_a_clause_in_front_of_one_who_then_is_quoted() -> None:
    """ "Both were beaten, the committee said: “…”" are two quotes of the committee."""
    said = spoken(ARREST + "Both were beaten at a roadblock, the Torva Committee said: “The old man first.”")
    assert ("Torva Committee", "Both were beaten at a roadblock") in said
    assert any(words.startswith("The old man first") for _, words in said)


def test_a_list_of_men_behind_a_source_is_no_apposition() -> None:
    """ "According to the manager, X, four men walked in, switched off one lamp and asked": the four men are the clause's subject."""
    said = spoken(
        ARREST + "According to the station manager, Oleg Stanin, four men walked in during a show, switched off one lamp and asked for her."
    )
    assert ("Oleg Stanin", "four men walked in during a show, switched off one lamp and asked for her") in said


def test_a_topic_is_no_quote() -> None:
    """ "Spoke of the third round of talks": what about, and not what."""
    assert spoken(ARREST + "The minister spoke of the third round of talks.") == []


def test_a_question_put_by_the_text_and_its_answer() -> None:
    """ "And what did the ministry say? That the papers were in order.": the ministry's; the next sentence is the columnist's."""
    said = spoken(ARREST + "What did the interior ministry say? That the papers were in order. I suppose somebody has to own the papers.")
    assert said == [("the interior ministry", "the papers were in order")]


def test_a_pronoun_behind_a_question_answers_nothing() -> None:
    """ "And the mayor? That is a man whom nobody asks": the text's own words."""
    assert spoken(ARREST + "And the mayor? That is a man whom nobody asks.") == []


SITTING = """Written answers: detentions abroad

Eden Torv (Lower Chard): To ask the Secretary of State what she has done about the arrest of Anna Velkova.

Karim Holt (Minister for Europe): The Government is following the case of Anna Velkova closely. Our Ambassador raised it in May.

Eden Torv: To ask whether more will be done.

Karim Holt: It would not be appropriate to speculate. Two officials have lost their visas."""


def test_minutes_of_a_house() -> None:
    """ "Name (office): sentence. sentence.": a member's words up to the next label are one quote."""
    said = spoken(SITTING)
    assert ("Karim Holt", "It would not be appropriate to speculate. Two officials have lost their visas.") in said
    assert ("Karim Holt", "The Government is following the case of Anna Velkova closely. Our Ambassador raised it in May.") in said


def test_a_list_by_office_is_no_sitting() -> None:
    """Names with their offices in front of what befell them: a list, where nobody speaks."""
    text = (
        "The following were arrested on Monday:\n\nKarim Holt (Minister for Europe): arrested at home and held.\n\n"
        "Eden Torv (Member for Lower Chard): arrested at the airport and released."
    )
    assert spoken(text) == []


def test_a_day_that_owns_what_is_said_is_part_of_it() -> None:
    """ "said Monday's verdict was": the day is not when it was said."""
    said = spoken(ARREST + "Amnesty International said Monday’s verdict was a travesty.")
    assert said == [("Amnesty International", "Monday’s verdict was a travesty")]


@pytest.mark.parametrize("mark", ["'", "’"])
def test_whose_lawyer_speaks_does_not_speak(mark: str) -> None:
    """The encoder takes the first name for the source."""
    assert spoken(ARREST + f"According to Anna Velkova{mark}s lawyer Ivan Lee, the charges are false.") == [
        ("Ivan Lee", "the charges are false")
    ]


def test_he_who_spoke_goes_on_though_others_are_told_of_more() -> None:
    """Sixteen are named above, and the lawyer says both."""
    names = "Aziz Orman, Safiye Alas, Serdar Alten, Mehmet Ertan, Omer Celen, Nese Topal."
    text = f"{names}\n\nThese are the names of six journalists who are remanded in custody. An attorney for them, Resul Temir, said no indictment has been prepared.\n\nHe said a confidentiality order was imposed on the case file."
    assert {who for who, _ in spoken(text)} == {"Resul Temir"}


@pytest.mark.parametrize(
    "told",
    [
        "Velkova was not beaten, Oleg Stanin, spokesman for the prison service, told Eastern News.",
        "Velkova was not beaten, Oleg Stanin said, Eastern News reports.",
        "Velkova was not beaten, Oleg Stanin said, according to Eastern News.",
        "Velkova was not beaten, according to Oleg Stanin, her lawyer.",
    ],
)
def test_who_passes_the_words_on_is_not_whose_they_are(told: str) -> None:
    """The outlet that reports, or is told, what somebody said; and who somebody is, behind the name, is no part of the words."""
    assert spoken(ARREST + told) == [("Oleg Stanin", "Velkova was not beaten")]


def test_words_in_marks_over_paragraphs_have_one_speaker() -> None:
    """One mark at the head of the first paragraph and one at the end of the last: all of it is said by whom the last names."""
    text = ARREST + "\n\n“The report is false.\n\nIt was written by one man.\n\nNobody's above the law,” the minister, Teo Marun, added."
    assert spoken(text) == [("Teo Marun", "The report is false. … It was written by one man. … Nobody's above the law")]
