"""A tale that goes on from day to day: which day is "the following year", "two days after that", "In November" told between two years?"""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.flow import read_text

PUBLISHED = "2024-06-12"


def told(text: str, type_: str) -> list[Custody]:
    """The events of this type that the text tells."""
    return [c for c in read_text(text, published=PUBLISHED).claims if isinstance(c, Custody) and c.type == type_]


@pytest.mark.parametrize(
    ("text", "type_", "day"),
    [
        ("Ana Bortz was detained on 3 May 2021. She was sentenced in June of the following year to four years.", "sentenced", "2022-06"),
        ("Ana Bortz was captured on 29 July 2022 and condemned in March of the next year to six years.", "sentenced", "2023-03"),
        ("Ana Bortz was detained in 2019 and convicted in November of the following year.", "convicted", "2020-11"),
        ("Ana Bortz was held in May 2021. On 14 February of the following year she got five years.", "sentenced", "2022-02-14"),
        ("Ana Bortz was held in October 2021. On 14 December last, a court gave her nine years.", "sentenced", "2023-12-14"),
        ("In March last the police detained Ana Bortz in Riga.", "detained", "2024-03"),
        ("Ana Bortz was detained on May 3. Two days after that the Lenin court ordered her arrest for a month.", "remanded", "2024-05-05"),
        ("Ana Bortz was detained on 22 July. A week after that she was charged with fraud.", "charged", "2023-07-29"),
        ("Ana Bortz was held in April 2021. In November she was moved to house arrest.", "house_arrest", "2021-11"),
        (
            "In May 2022 agents held Ana Bortz. In November she was moved to house arrest. On 1 May 2023 she got a year.",
            "house_arrest",
            "2022-11",
        ),
        (
            "A photo was seen on 1 July 2020. Police arrested Ana Bortz the next day.\n\nOn September 15 she got four years.",
            "sentenced",
            "2020-09-15",
        ),
        ("Ana Bortz was arrested in May 2015 and released on the 27th of the month.", "released", "2015-05-27"),
        ("Ana Bortz was arrested on the 9th of the month.", "arrested", "2024-06-09"),
        ("On 9 May Ana Bortz got five years. Oleg Manin had been detained earlier in the week.", "detained", "2024-05"),
        (
            "On Friday a court gave Ana Bortz five years, until 13 April 2029. The day before, Oleg Manin was freed.",
            "released",
            "2024-06-06",
        ),
        ("A court found Ana Bortz guilty on Friday and she will serve 26 years.", "convicted", "2024-06-07"),
        ("In November 2022 - January 2023 Ana Bortz and Oleg Manin were arrested.", "arrested", None),
    ],
)
def test_days_that_lean_on_what_was_told(text: str, type_: str, day: str | None) -> None:
    """The days of a tale are reckoned from the ones told before, and lie before the next one whose year is told."""
    assert {c.date and c.date.edtf for c in told(text, type_)} == {day}


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("In April 2022 agents seized Ana Bortz. On 5 July the court prolonged her detention until 6 September.", "2022-09-06"),
        ("On 5 November 2022 a court prolonged the detention of Ana Bortz until 6 January.", "2023-01-06"),
        ("On 5 November 2022 a court prolonged the detention of Ana Bortz until 6 January 2024.", "2024-01-06"),
    ],
)
def test_an_end_without_its_year_is_the_first_one_behind_the_day(text: str, end: str) -> None:
    assert [c.until and c.until.edtf for c in told(text, "detention_extended")] == [end]


def test_a_release_has_no_end() -> None:
    """ "553 inmates released by March" tells of no day up to which somebody is free."""
    assert all(c.until is None for c in told("Ana Bortz was among the inmates released by March.", "released"))


@pytest.mark.parametrize(
    ("text", "type_", "day"),
    [
        ("Ana Bortz left the prison late on Monday, hours after the president pardoned her.", "pardoned", "2024-06-10"),
        ("Hours after the president pardoned her, Ana Bortz was released on Monday.", "pardoned", "2024-06-10"),
        ("Ana Bortz was released on Monday, minutes after a court had acquitted her.", "acquitted", "2024-06-10"),
        ("Ana Bortz was arrested again on 3 May, a few hours after she had been released.", "released", "2024-05-03"),
        ("Ana Bortz was detained on Monday, the day after Oleg Manin was released.", "released", "2024-06-09"),
        ("Ana Bortz was detained on Monday, days after Oleg Manin was released.", "released", None),
        ("Ana Bortz was detained on Monday, less than a day after Oleg Manin was released.", "released", None),
    ],
)
def test_what_lies_hours_away_is_of_the_same_day(text: str, type_: str, day: str | None) -> None:
    """ "Hours after" is of the day that is told beside it, "days after" of none that is known."""
    assert [c.date and c.date.edtf for c in told(text, type_)] == [day]


@pytest.mark.parametrize(
    ("text", "type_", "day"),
    [
        ("Ana Bortz has been moved to a military hospital. The move took place on Friday.", "transferred", "2024-06-07"),
        ("Ana Bortz was sentenced to five years by a court in Riga. The ruling came on June 3.", "sentenced", "2024-06-03"),
        ("A court has sentenced Ana Bortz to death. The judgment is dated 3 May.", "sentenced", "2024-05-03"),
        ("The Supreme Court has rejected the appeal of Ana Bortz. The decision was made on June 3.", "appeal_rejected", "2024-06-03"),
        ("The president has pardoned Ana Bortz. The decree was signed on Monday.", "pardoned", "2024-06-10"),
        ("Ana Bortz has been detained in Riga. This happened on June 3.", "detained", "2024-06-03"),
        ("Ana Bortz was arrested on 3 May. The arrest took place on 5 May, police said.", "arrested", "2024-05-03"),
        ("Ana Bortz has been arrested. The protest took place on Friday.", "arrested", None),
        ("A court has sentenced Ana Bortz to five years. Her arrest took place on June 3.", "sentenced", None),
        ("A court has sentenced Ana Bortz to five years. The next hearing will be held on July 3.", "sentenced", None),
    ],
)
def test_the_sentence_behind_may_tell_the_day(text: str, type_: str, day: str | None) -> None:
    """ "The move took place on Friday" dates what is told right before, if that is the move, and its own words name no day."""
    assert [c.date and c.date.edtf for c in told(text, type_)] == [day]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on Wednesday of last week", "2024-06-05"),
        ("on Monday last week", "2024-06-03"),
        ("last week on Thursday", "2024-06-06"),
        ("on Friday of the week before last", "2024-05-31"),
        ("on Tuesday of this week", "2024-06-11"),
        ("on the Saturday before last", "2024-06-01"),
        ("on the 3rd of last month", "2024-05-03"),
        ("on Monday the 3rd", "2024-06-03"),
        ("a fortnight ago", "2024-05-29"),
        ("on the last day of May", "2024-05-31"),
        ("on the first Sunday of May", "2024-05-05"),
        ("on the night of 3 to 4 May", "2024-05-03"),
        ("a day earlier", "2024-06-11"),
    ],
)
def test_days_that_publication_tells(words: str, day: str) -> None:
    """A day of a week or month that is counted from the day of publication."""
    assert [c.date and c.date.edtf for c in told(f"Ana Bortz was detained {words} in Riga.", "detained")] == [day]


@pytest.mark.parametrize(
    ("text", "type_", "day"),
    [
        ("Today it is twenty-four years since Ana Bortz was taken from her home in Riga.", "detained", "2000-06-12"),
        ("The days count from 3 May, when a court charged Ana Bortz with treason and remanded her.", "remanded", "2024-05-03"),
        ("In October a court convicted both of treason: Ana Bortz was sentenced to 13 years and Oleg Manin to 12.", "sentenced", "2023-10"),
        ("On Friday Ana Bortz was led before the senior judge of Riga, who charged her with fraud.", "charged", "2024-06-07"),
        ("Police handed Ana Bortz on Friday to prosecutors, who charged her with fraud.", "charged", "2024-06-07"),
        (
            "On June 2 she pardoned Ana Bortz. “I use my right today,” she said. Three days earlier, a court rejected her appeal.",
            "appeal_rejected",
            "2024-05-30",
        ),
        ("In the first case, of 2021, Ana Bortz and Oleg Manin were detained on May 16 while filming.", "detained", "2021-05-16"),
        (
            "Ana Bortz got three years for abuse of power by the Riga City Court on May 16, 2022, a ruling upheld since.",
            "sentenced",
            "2022-05-16",
        ),
    ],
)
def test_days_of_clauses_that_go_on(text: str, type_: str, day: str) -> None:
    """The day of the verb before holds for what "who", "when … and" or a colon go on to tell."""
    assert {c.date and c.date.edtf for c in told(text, type_)} == {day}
