"""How the authorities answer on pages of their own: letters, briefings, what an agency hears from them. All names are made up."""

from __future__ import annotations

import pytest

from habeas.case.claim import Response
from habeas.flow import read_text

BEFORE = "The poet Ilmar Odong was arrested at home on 12 February and has been held in Karven prison since. A court remanded him for two months.\n\n"
LETTER = """RIGHT OF REPLY

Sir – Your article "A teacher in chains" (2 May) is not accurate.

Ms Leyla Sarvand was convicted by the Criminal Court of Tarsan on 11 April of incitement to hatred, and sentenced to three years. {answer}

{name}
{office}
"""


def answers(text: str) -> list[tuple[str, list[str]]]:
    """The answers with the names of those who give them."""
    reading = read_text(text, published="2025-05-10")
    names = {e.id: e.name for e in reading.entities}
    return [(c.type.value, [names[a] for a in c.actors]) for c in reading.claims if isinstance(c, Response)]


@pytest.mark.parametrize(
    "answer",
    [
        "Our judiciary does not take instructions from anybody.",
        "Allegations that she was held in solitary confinement have been investigated and found baseless.",
        "Claims that she was beaten are untrue.",
    ],
)
def test_a_letter_answers_in_the_name_of_the_official_who_signs_it(answer: str) -> None:
    assert answers(
        LETTER.format(answer=answer, name="Faris Almodar", office="Press Attaché, Embassy of the Republic of Tarsan, London")
    ) == [("reject", ["Faris Almodar"])]


def test_a_letter_of_somebody_without_an_office_is_no_answer_of_the_authorities() -> None:
    assert (
        answers(LETTER.format(answer="Our judiciary does not take instructions from anybody.", name="Faris Almodar", office="London NW3"))
        == []
    )


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The prison service said on Monday that claims of torture by inmate Odong were false.", "The prison service"),
        ("The prison service said his wife's claim did not correspond to reality.", "The prison service"),
        ("The prison service said it was false that he had been chained.", "The prison service"),
        ("The head of the regional police, Colonel Iven Tarsh, denied that officers had entered the flat by night.", "Iven Tarsh"),
        ('The foreign minister, Teo Marun, said: "The resolution of the Assembly is unjustified."', "Teo Marun"),
        ('"Such remarks are seen as interference in our affairs," the foreign minister, Teo Marun, said.', "Teo Marun"),
        ('"This is nothing but a political order," the foreign minister, Teo Marun, said of the resolution.', "Teo Marun"),
    ],
)
def test_words_that_say_no_by_themselves_answer(told: str, who: str) -> None:
    found = answers(BEFORE + told)
    assert [kind for kind, _ in found] == ["reject"]
    assert found[0][1][0] == who


def test_a_briefing_answers_question_by_question() -> None:
    text = (
        "Briefing by the spokesperson of the Foreign Ministry, Dalia Korvin, 3 June 2023\n\n"
        "Question (AFP): The wife of Pavlo Remiz, who was sentenced to six years, says that he has not been allowed a doctor since April.\n\n"
        "Answer: This is not true. He receives all the necessary treatment.\n\n"
        "Question (DPA): Will observers be allowed into the prison?\n\n"
        "Answer: I have nothing to say on that.\n"
    )
    assert [kind for kind, _ in answers(text)] == ["reject", "no_comment"]
