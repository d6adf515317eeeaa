"""Lengths of time as ISO 8601 durations; ranges, ages and distances are nobody's term."""

import pytest

from habeas.read.terms import find_terms


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("arrested for four months", "P4M"),
        ("a penal colony for 5 1/2 years each", "P5Y6M"),
        ("nine-and-a-half years", "P9Y6M"),
        ("9.5 years in a colony", "P9Y6M"),
        ("12½ years", "P12Y6M"),
        ("one and a half years", "P1Y6M"),
        ("a year and a half in prison", "P1Y6M"),
        ("nine years and six months in jail", "P9Y6M"),
        ("3 years, 6 months", "P3Y6M"),
        ("a two-and-a-half-year term", "P2Y6M"),
        ("a 13-day administrative arrest", "P13D"),
        ("prolonged by three more months", "P3M"),
        ("held for 48 hours", "PT48H"),
        ("for half a year", "P6M"),
        ("held for four months before trial", "P4M"),
        ("was given life imprisonment", "LIFE"),
        ("cut from 24 to 15 months", "P15M"),
        ("imprisoned for life", "LIFE"),
        ("increased the sentence from eight to 28 years", "P28Y"),
        ("extended her remand by 15 days after hearing counsel", "P15D"),
        ("twenty-five years", "P25Y"),
        ("Sentenced on 20 June 2025 to nine years.", "P9Y"),
        ("sentenced Farid Mehralizada to nine years each", "P9Y"),
    ],
)
def test_a_length_is_read(text: str, iso: str) -> None:
    """One length in words or figures gives one duration."""
    assert [t.iso for t in find_terms(text)] == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "faces from 5 till 8 years",
        "which may bring four to seven years",
        "up to 12 years",
        "a 51-year-old poet",
        "X and Y received nine and seven years",
        "three years ago",
        "two years later",
        "a man of 79 years",
        "in under an hour",
        "convicted and sentenced in a one-day trial",
        "jailed after a three-month closed trial",
        "at the end of a five-day hearing",
        "taken during a two-day police raid",
        "arrested on a three-day visit",
    ],
)
def test_what_is_no_term(text: str) -> None:
    """A possible range, an age, a distance in time and the length of a trial or raid are no terms."""
    assert find_terms(text) == ()


def test_three_sentences_in_a_row_are_three_terms() -> None:
    """A list of terms is not summed: only "years and months" go together."""
    assert [t.iso for t in find_terms("sentenced to 8 years, 3 years and 10 years")] == ["P8Y", "P3Y", "P10Y"]


@pytest.mark.parametrize("text", ["cut from five years to three", "six years at first, cut to three", "down from 5 years to 3"])
def test_the_second_length_has_the_unit_of_the_first(text: str) -> None:
    """ "From five years to three": three years too."""
    assert find_terms(text)[-1].iso == "P3Y"


def test_the_span_holds_the_words() -> None:
    """The span of a term is where its words stand."""
    text = "He got five years and eleven months."
    (term,) = find_terms(text)
    assert term.span is not None
    assert term.span.words(text) == "five years and eleven months"


def test_two_lengths_side_by_side() -> None:
    """More months than a year has are another person's; a change names both its ends."""
    assert [t.iso for t in find_terms("sentenced to two years and eighteen months")] == ["P2Y", "P18M"]
    assert [t.iso for t in find_terms("reducing her term from two years to sixteen months")] == ["P2Y", "P16M"]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("a 5-1/2-year sentence", ["P5Y6M"]),
        ("gave them into police custody for a fortnight.", ["P14D"]),
        ("was kept for three nights.", ["P3D"]),
        ("arrest for 4 (four) months", ["P4M"]),
        ("was given another year and a half in August", ["P1Y6M"]),
        ("28 y. Colony; 6 y 6 m. Amnestied", ["P28Y", "P6Y6M"]),
        ("handed him life in July", ["LIFE"]),
        ("sentenced to hard labour for life", ["LIFE"]),
        ("four death sentences were commuted to life", ["LIFE"]),
        ("each got 16 months; the court later cut the term to eleven.", ["P16M", "P11M"]),
        ("sentenced to 12 years; as he confessed, this was halved to six.", ["P12Y", "P6Y"]),
        ("cut his two years to fourteen months", ["P2Y", "P14M"]),
        ("brought back from three years to eighteen months", ["P3Y", "P18M"]),
        ("Li: three years. Said got two and a half.", ["P3Y", "P2Y6M"]),
        ("given between five and 11 years. The oldest got 11; the youngest was sentenced to seven.", ["P11Y", "P7Y"]),
        ("two months at first, and the term was prolonged in July by three more.", ["P2M", "P3M"]),
        ("Anna Li (nine years), Omar Said (six) and Ida Gruen (four).", ["P9Y", "P6Y", "P4Y"]),
        ("ordered into detention of up to 30 days", ["P30D"]),
        ("Anna Li, 23 — fifteen years, sedition", ["P15Y"]),
    ],
)
def test_lengths_that_lean_on_others(text: str, iso: list[str]) -> None:
    """A bare number has the unit told before it, a change names both its ends, and life is a length."""
    assert [t.iso for t in find_terms(text)] == iso


@pytest.mark.parametrize(
    "text",
    [
        "to pay a fine or in default to serve one year",
        "a fine of 1,000 pounds or, in default, a month",
        "sentenced to death with a two-year reprieve",
        "carries detention of up to five years",
        "Anna Li (34), Omar Said (29) and Ida Gruen (41).",
        "his life was in danger",
    ],
)
def test_what_nobody_serves(text: str) -> None:
    """What is served only if a fine is not paid, a reprieve, a threat, an age: nobody's length."""
    assert find_terms(text) == ()
