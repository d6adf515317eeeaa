"""Turns of phrase of agencies' and organisations' pages: whom, when and whether something befalls somebody. `{}` marks persons."""

from __future__ import annotations

import pytest

from tests.read.told import tell

TOLD = [
    ("The union condemns Thursday's conviction by a city court of former editors {Anna Li} and {Bo Tan}.", "convicted", {"Anna Li", "Bo Tan"}),
    ("Police held {Anna Li}. The 6 May arrest of {Anna Li} shocked the court.", "arrested", {"Anna Li"}),
    ("{Anna Li} is in custody. {Anna Li} is on the 43rd day of a hunger strike.", "hunger_strike", {"Anna Li"}),
    ("Police held {Anna Li}. {Anna Li} has decided to step up the hunger strike.", "hunger_strike", {"Anna Li"}),
    ("{Anna Li} was the second person to be charged with treason by the court.", "charged", {"Anna Li"}),
    ("Police held {Anna Li}. Bail was granted to {Anna Li} on 3 May.", "bailed", {"Anna Li"}),
    ("{Anna Li} has been detained for nearly seven months, the court was told.", "detained", {"Anna Li"}),
    ("Police arrested {Anna Li}. {Anna Li} was hit with a five-year prison sentence by the court.", "sentenced", {"Anna Li"}),
    ("Police arrested {Anna Li}. {Anna Li} was hospitalized in June.", "transferred", {"Anna Li"}),
    ("{Mira Orwin Sand} was detained by police. {Tom Sand}, Mira's brother, was in court. {Sand} was sentenced to a year.", "sentenced", {"Mira Orwin Sand"}),
    (
        "The court let several other prisoners out; others were also released in May, including {Anna Li} and {Bo Tan}.",
        "released",
        {"Anna Li", "Bo Tan"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "type_", "persons"), TOLD)
def test_what_pages_tell(marked: str, type_: str, persons: set[str]) -> None:
    """Events told by nouns with a day, strikes under way, bail, surnames of a family: of the person whom they befell."""
    assert (type_, persons) in tell(marked).events()


NOT_TOLD = [
    ("The court heard that {Anna Li} was accused of kicking an officer.", "ill_treated"),
    ("The court gave {Anna Li} a 12-month sentence suspended for two years.", "sentence_reduced"),
    ("{Anna Li} had part of the sentence thrown out on appeal by the court.", "appeal_rejected"),
    ("The judge, in throwing out the application for bail, said that {Anna Li} might flee. The appeal is in June.", "appeal_rejected"),
    ("The ministry spoke of the poet {Anna Li}, who returned after being hospitalized abroad.", "transferred"),
    ("The union has condemned the sentencing of {Anna Li}.", "sentenced"),
    ("The court held {Anna Li}. The family filed a report with the prosecutor over their hunger strike.", "hunger_strike"),
]


@pytest.mark.parametrize(("marked", "type_"), NOT_TOLD)
def test_what_pages_do_not_tell(marked: str, type_: str) -> None:
    """What somebody is accused of, the kind of a sentence, an appeal that was allowed, a free man in hospital, a noun."""
    assert type_ not in [t for t, _ in tell(marked).events()]


@pytest.mark.parametrize(
    ("marked", "type_", "day"),
    [
        ("The union condemns the 6 May 2025 arrest of {Anna Li} by the court's order.", "arrested", "2025-05-06"),
        ("The group urged the court on 3 June 2025 not to forget {Anna Li}, who was sentenced to six years.", "sentenced", None),
        ("{Anna Li} has been detained for a year by the court and has been on hunger strike since 8 May 2025.", "detained", None),
        ("The court sentenced {Anna Li} to a year for joining protests that rocked the city in 2019.", "sentenced", None),
    ],
)
def test_whose_day_it_is(marked: str, type_: str, day: str | None) -> None:
    """The day of the main clause, of another event or of what somebody was punished for is not the event's."""
    found = [c.date.edtf if c.date else None for c in tell(marked).custody if c.type == type_]
    assert found == [day]


def test_the_first_years_of_a_term_are_no_term() -> None:
    """ "Seventeen years, with the first three to be spent in a cell": seventeen."""
    told = tell(
        "The court sentenced {Anna Li} to 17 years in prison. It sentenced {Anna Li} with the first three years to be spent in a cell."
    )
    assert [c.term.iso for c in told.custody if c.term] == ["P17Y"]


def test_a_request_passed_on_is_no_strike_of_the_messenger() -> None:
    """A lawyer who carries the plea of friends refuses no food."""
    told = tell("{Anna Li} is in prison. The lawyer {Olga Kim} passed on to her the request of her friends to stop the hunger strike.")
    assert list(told.custody) == []
