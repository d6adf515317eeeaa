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
