"""Whose words they are on pages of the press: who acts for somebody, who is said to be whose lawyer, titles without their comma, datelines."""

from __future__ import annotations

import pytest

from habeas.case.claim import Quote
from habeas.case.reading import Reading
from habeas.case.source import Source
from habeas.read.reader import read_source


def read(text: str) -> Reading:
    return read_source(Source("sha256:0", "page", text, published="2024-05-05"))


def spoken(text: str) -> list[tuple[str | None, str]]:
    """Who says it, and the first piece of what is said."""
    reading = read(text)
    names: dict[str | None, str] = {e.id: e.name for e in reading.entities}
    return [(names.get(c.speaker), c.content[0].words(text)) for c in reading.claims if isinstance(c, Quote)]


def speakers(text: str) -> list[str | None]:
    return [who for who, _ in spoken(text)]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Lawyers representing the detained journalists said the accusations were baseless.", "Lawyers"),
        ("A lawyer representing Oleg Probe said the case was political.", "A lawyer"),
        ("“The case is political,” said a lawyer representing Oleg Probe.", "a lawyer"),
        ("According to a lawyer representing Oleg Probe, the case was political.", "a lawyer"),
        ("A group supporting Oleg Probe said he had been beaten.", "A group"),
        ("Relatives visiting Oleg Probe said that he had lost weight.", "Relatives"),
        ("Anna Muster, a lawyer representing Oleg Probe, said the case was political.", "Anna Muster"),
        ("The lawyer representing Oleg Probe, Anna Muster, said the case was political.", "Anna Muster"),
    ],
)
def test_who_acts_for_somebody_speaks_and_not_the_one_acted_for(text: str, called: str) -> None:
    """ "A lawyer representing X said": the lawyer, and never X."""
    assert speakers(text) == [called]


@pytest.mark.parametrize(
    "text",
    [
        "Oleg Probe was arrested in May. His lawyer is Anna Muster. The lawyer said he had been beaten.",
        "Oleg Probe's lawyer is Anna Muster. He was beaten in custody, his lawyer said.",
        "Anna Muster is Oleg Probe's lawyer. He was beaten in custody, the lawyer said.",
        "Anna Muster is the lawyer of Oleg Probe. He was beaten in custody, the lawyer said.",
        "The editor of the paper is Anna Muster. “They beat him in custody,” the editor said.",
    ],
)
def test_whose_lawyer_somebody_is_said_to_be_holds_further_on(text: str) -> None:
    """ "His lawyer is X": "the lawyer" of the next sentence is X."""
    assert speakers(text) == ["Anna Muster"]


def test_who_is_with_somebody_is_not_that_one() -> None:
    """ "The lawyer was with Oleg Probe": two people."""
    assert speakers("The lawyer was with Oleg Probe. The lawyer said he was well.") == ["The lawyer"]
    assert speakers("The lawyer was held while visiting Oleg Probe, an editor. The lawyer said he was well.") == ["The lawyer"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Muster, the lawyer of the arrested journalist Oleg Probe said: “The case is political.”",
        "On Monday, Anna Muster, the sister of Oleg Probe told reporters that he was well.",
    ],
)
def test_an_apposition_without_its_second_comma(text: str) -> None:
    """ "X, the lawyer of the arrested journalist Y said": X."""
    assert speakers(text) == ["Anna Muster"]


def test_somebody_led_to_by_a_preposition_does_not_speak() -> None:
    """ "At a rally for X, the lawyer of Y said": the lawyer."""
    assert speakers("At a rally for Anna Muster, the lawyer of Oleg Probe said that he was well.") == ["the lawyer"]


@pytest.mark.parametrize("body", ["Tarn City Hospital", "the Harbour Ministry"])
def test_a_spokesman_for_a_hospital_speaks_as_one_person(body: str) -> None:
    """ "A spokesman for the hospital said": he, and not the hospital (guideline 44)."""
    assert speakers(f"A spokesman for {body} said the editor had been brought in with broken ribs.") == [f"A spokesman for {body}"]


def test_a_town_and_a_colon_in_front_are_a_dateline() -> None:
    """ "Riga: The editor was beaten, his lawyer said": the town is none of her words."""
    assert spoken("Riga: The editor Oleg Probe was beaten, his lawyer Anna Muster said.") == [
        ("Anna Muster", "The editor Oleg Probe was beaten")
    ]


BRIEFING = "Foreign Ministry Spokesperson Irena Probe’s Regular Press Conference on May 3, 2024\n\n"


def test_an_answer_goes_on_to_the_next_question() -> None:
    """The paragraphs of one answer are one quote; "the person concerned" in it is not the one who answers."""
    text = BRIEFING + (
        "Tarn Wire: The union said the journalist Oleg Muster was unlawfully held. What is your comment?\n\n"
        "Irena Probe: We oppose such words. This is a country under the rule of law.\n\n"
        "The rights of the person concerned are guaranteed.\n\n"
        "Tarn Wire: The bishops asked for mercy. Do you have a response?\n\nIrena Probe: The case is before the court."
    )
    said = [words for who, words in spoken(text) if who == "Irena Probe"]
    assert [words.split()[0] for words in said] == ["We", "The"]
    assert said[0].endswith("are guaranteed.")


@pytest.mark.parametrize(
    "text",
    [
        BRIEFING + "Tarn Wire: The union said Oleg Muster was unlawfully held. What is your comment?\n\nIrena Probe: We oppose it.",
        (
            "Answer by spokeswoman Irena Probe to a media question\n\n"
            "Question: How would you comment on the arrest of Oleg Muster?\n\nAnswer: We oppose it."
        ),
    ],
)
def test_one_question_and_its_answer(text: str) -> None:
    """Labels on both sides make a pair of an interview, also where there is no second."""
    assert ("Irena Probe", "We oppose it.") in spoken(text)


def test_a_department_answers() -> None:
    """ "Comment by the Press Department of the Harbour Ministry on the case of X": the department, and not X."""
    text = (
        "Comment by the Press Department of the Harbour Ministry on the case of Oleg Muster\n\n"
        "Question: How would you comment on his arrest?\n\nAnswer: We oppose it. We ask for his release."
    )
    assert [who for who in speakers(text) if who and "Harbour Ministry" in who]
    assert "Oleg Muster" not in speakers(text)


def test_the_last_answer_goes_on_where_it_says_i() -> None:
    """Behind the last answer a paragraph with "I" is part of it; what tells of the one who was asked is not."""
    text = (
        "Interview with Mara Probe\n\nQ: How long were you held?\n\nA: Ten days.\n\nQ: Were the conditions severe?\n\n"
        "A: They were. The guards were strict.\n\nI will never forget it.\n\nMara Probe was arrested in May and freed in June."
    )
    assert spoken(text)[-1] == ("Mara Probe", "They were. The guards were strict.\n\nI will never forget it.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mara Probe spoke in court.\n\n- It is a machine. I am not afraid, - Probe said.", ["It is a machine. I am not afraid"]),
        ("– I was beaten on the first day, – says Mara Probe. – Then they left me alone.", ["I was beaten on the first day"]),
        (
            "Mara Probe spoke at the trial.\n\n- It is a machine.\n\nI am not afraid of prison, - Mara Probe said.",
            ["It is a machine.\n\nI am not afraid of prison"],
        ),
    ],
)
def test_dashes_set_off_speech(text: str, expected: list[str]) -> None:
    """As the press of the east prints speech: a dash in front, a dash before the one who says it; one quote, also over paragraphs."""
    assert spoken(text) == [("Mara Probe", words) for words in expected]


def test_a_dash_of_a_list_opens_no_speech() -> None:
    """Items behind dashes, and words in marks further down: the marks are the quote."""
    text = "The union asks:\n\n- Free Mara Probe.\n\nThe ministry was silent.\n\n“We have a week”, – said the union's head Oleg Muster."
    assert spoken(text) == [("Oleg Muster", "We have a week")]


@pytest.mark.parametrize(
    "text",
    [
        "Stating that the arrest was unlawful, lawyer Anna Muster asked for help.",
        "TARN - Noting that the arrest was unlawful, Anna Muster, the lawyer of the jailed editor Oleg Probe said nobody had been told.",
        "Emphasizing that the arrest was unlawful, Anna Muster called on the ministry to act.",
    ],
)
def test_a_gerund_leads_to_who_speaks(text: str) -> None:
    """ "Stating that P, X asked for help": P is X's."""
    assert ("Anna Muster", "the arrest was unlawful") in spoken(text)


def test_a_court_that_notes_gives_no_quote() -> None:
    """ "Noting that he had been held for a year, the court freed him": a decision."""
    assert spoken("Noting that he had been held for a year, the court freed Oleg Probe.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Oleg Probe was beaten in custody. His lawyer Anna Muster informed the agency about this.",
        "Oleg Probe was beaten in custody. This was told to the “Tarn Wire” by his lawyer Anna Muster.",
        "Oleg Probe was beaten in custody, this was reported to the agency by his lawyer Anna Muster.",
    ],
)
def test_who_told_of_it_behind_the_sentence(text: str) -> None:
    """ "P. This was told to the agency by X": P is X's."""
    assert spoken(text) == [("Anna Muster", "Oleg Probe was beaten in custody")]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Oleg Probe is a spy, the Tarn Agency quoted the prosecutor Ivan Muster as saying.", "Ivan Muster"),
        ("The prosecutor was quoted by state television as saying that Oleg Probe was a spy.", "The prosecutor"),
        ("The Council of Europe's human rights commissioner said Oleg Probe should be freed.", "human rights commissioner"),
    ],
)
def test_who_is_quoted_or_holds_the_office(text: str, called: str) -> None:
    """ "The agency quoted X as saying": X; "the council's commissioner said": neither the council nor the agency."""
    (speaker,) = speakers(text)
    assert speaker is not None
    assert speaker.endswith(called)


def test_what_somebody_tells_of_anothers_words_is_theirs() -> None:
    """ "The lawyer said that, according to X, P": the lawyer's."""
    assert speakers("The lawyer said that, according to Oleg Probe, the guards had beaten him.") == ["The lawyer"]


@pytest.mark.parametrize(
    ("before", "author"),
    [
        ("In a letter to his mother from prison, Oleg Probe wrote that he was well. ", "Oleg Probe"),
        ("Vera Probe wrote an open letter to the president. ", "Vera Probe"),
        ("Oleg Probe wrote a letter from prison to his wife, Vera Probe. ", "Oleg Probe"),
    ],
)
def test_a_letter_speaks_for_who_wrote_it(before: str, author: str) -> None:
    """ "X wrote a letter. “…,” the letter reads": X, and not whom it was sent to."""
    assert spoken(before + "“I read a lot,” the letter reads.")[-1] == (author, "I read a lot")


@pytest.mark.parametrize("age", [", 33", ", aged 33", " (33)"])
def test_an_age_stands_before_what_somebody_is(age: str) -> None:
    """ "X, 33, a teacher from Tarn": "the teacher" further on is X."""
    assert speakers(f"Oleg Probe{age}, a teacher from Tarn, was arrested. “I am ill,” the teacher said.") == ["Oleg Probe"]


@pytest.mark.parametrize(
    "text",
    [
        "When the judge addressed Mara Probe, she said she was jailed for her work.",
        "When Judge Irena Muster asked Mara Probe whether she admitted guilt, she said no crime had been committed.",
    ],
)
def test_who_is_asked_answers(text: str) -> None:
    """ "When the judge asked X, she said": X."""
    assert speakers(text)[-1] == "Mara Probe"


def test_a_clause_of_time_is_not_said_by_who_acts_behind_it() -> None:
    """ "When X said that P, the lawyer asked for a doctor": P is X's, and the lawyer says nothing here."""
    text = "When Oleg Probe said that he was ill, lawyer Anna Muster asked for a doctor."
    assert spoken(text) == [("Oleg Probe", "he was ill")]


def test_whom_an_outlet_cites_is_no_part_of_what_it_reports() -> None:
    """ "P, the outlet reported, citing a detainee who spoke …": P alone, once."""
    text = "The guards searched the students, the Tarn Courier reported on Tuesday, citing a detainee who spoke on condition of anonymity."
    assert spoken(text) == [("Tarn Courier", "The guards searched the students")]


def test_a_reported_clause_ends_before_the_group_that_tells_it() -> None:
    """ "X told his wife that P, the group, Y, said in a statement": P ends before the group."""
    text = "Oleg Probe told his wife that the prize was for the dead, the group, Rights in Tarn, said in a statement."
    assert ("Oleg Probe", "the prize was for the dead") in spoken(text)


def test_state_security_states_nothing() -> None:
    """ "state security officers" is a noun, also behind a plural."""
    text = "The phones of Oleg Probe and his sons were cut and state security officers do not let them go out, the union said."
    assert speakers(text) == ["the union"]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Asked about Oleg Probe, the minister said it was a matter for the court.", "the minister"),
        ("On the arrest of Oleg Probe, the spokesman said that the law was the same for all.", "the spokesman"),
        ("Police beat Oleg Probe, the lawyer said.", "the lawyer"),
        ("Ivan Muster, the spokesman for the Harbour Ministry said the arrest was lawful.", "Ivan Muster"),
    ],
)
def test_an_office_behind_a_name_that_is_only_told_of(text: str, called: str) -> None:
    """ "Asked about X, the minister said": the minister, and X is none; "X, the spokesman for Y said" is X."""
    assert speakers(text) == [called]


@pytest.mark.parametrize(
    "text",
    [
        "A spokesperson for EU foreign policy chief Petr Muster said the trial was unfair.",
        "“The trial was unfair,” said a spokesman for UN Secretary-General Petr Muster.",
        "A spokesman for President Petr Muster said the trial was fair.",
    ],
)
def test_who_speaks_for_an_office_holder_is_not_the_office_holder(text: str) -> None:
    """ "A spokesman for President X said": the spokesman, and not X."""
    (speaker,) = speakers(text)
    assert speaker is not None
    assert "Muster" not in speaker
    assert "spokes" in speaker.lower()


@pytest.mark.parametrize(
    "office", ["spokesman of the Harbour Ministry", "head of the Union of Tilers", "director of the Human Rights Centre"]
)
def test_a_name_behind_the_body_of_an_office(office: str) -> None:
    """ "The head of the Union of Tilers X said": X, without a comma too."""
    assert speakers(f"The {office} Anna Muster said the trial was fair.") == ["Anna Muster"]


def test_a_message_posted_by_somebody_is_theirs() -> None:
    """ "Reads a message posted by X", "a post on the page of X"."""
    assert speakers("“They took him,” read a message posted by Vera Probe on Telegram.") == ["Vera Probe"]
    assert speakers("“They took him,” reads a post on the page of the Tarn Press Club.") == ["Tarn Press Club"]


def test_nobody_tells_of_himself_by_name() -> None:
    """ "X had been beaten, he told reporters" behind a sentence that another leads: the other; where nobody else is there, X."""
    assert speakers("Petr Muster, the lawyer, left the court late. Oleg Probe had been beaten, he told reporters.") == ["Petr Muster"]
    assert speakers("Oleg Probe was arrested in May. Oleg Probe is innocent, he said.") == ["Oleg Probe"]


def test_who_is_named_behind_a_source_is_not_the_source() -> None:
    """ "Inside, according to two of his co-accused, X was asked": the co-accused."""
    assert "Oleg Probe" not in speakers("Inside, according to two of his co-accused, Oleg Probe was asked whether he wanted to be sung to.")


def test_was_not_protesting_reports_nothing() -> None:
    """A verb of reporting behind "was not" tells what somebody did, and whoever says it stands behind."""
    text = "Oleg Probe, 63, was not protesting but selling mangoes, his son Marlin said."
    assert spoken(text) == [("Marlin", "Oleg Probe, 63, was not protesting but selling mangoes")]
