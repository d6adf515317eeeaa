"""Custody in translated English, in rows and of some among many. `{}` marks persons; see tests/read/told.py."""

from __future__ import annotations

import pytest

from tests.read.told import tell

EVENTS = [
    ("{Anna Li}, a nurse, has been in the hands of the security service since December 13, the court heard.", "detained", {"Anna Li"}),
    ("The union asks the court about {Anna Li}, a nurse, in detention in Gera since February.", "detained", {"Anna Li"}),
    ("{Anna Li} was brought to police after the rally, the prosecutor said.", "detained", {"Anna Li"}),
    ("{Anna Li}, a nurse, has been on remand at Gera since April, the prosecutor said.", "remanded", {"Anna Li"}),
    ("One month of custody was determined for {Anna Li} by the court in Gera.", "remanded", {"Anna Li"}),
    ("{Anna Li} was arrested by the Gera 5th Criminal Judgeship of Peace.", "remanded", {"Anna Li"}),
    ("The court ordered that {Anna Li} be further remanded until July 24.", "detention_extended", {"Anna Li"}),
    ("Police arrested {Anna Li}. The court allowed them to keep {Anna Li} for another 14 days.", "detention_extended", {"Anna Li"}),
    ("The cassation court left the verdict on {Anna Li} without change.", "appeal_rejected", {"Anna Li"}),
    ("The court needed eleven minutes on Wednesday to turn down the appeal of {Anna Li}.", "appeal_rejected", {"Anna Li"}),
    ("The court sat. No news of {Anna Li}, a nurse, arrested on 24 June by the police.", "arrested", {"Anna Li"}),
    ("The court sat. There are other cases, the one of {Anna Li}, convicted of sabotage.", "convicted", {"Anna Li"}),
    ("The verdict came. {Anna Li} was convicted in court the next morning: seven years, for a song.", "sentenced", {"Anna Li"}),
    ("{Anna Li} was arrested by police on July 30, {Omar Said} on August 5.", "arrested", {"Omar Said"}),
]


@pytest.mark.parametrize(("marked", "type_", "persons"), EVENTS)
def test_event_however_worded(marked: str, type_: str, persons: set[str]) -> None:
    """A calque, a length behind a colon, a participle behind an apposition, a day of its own: the event is read."""
    assert (type_, persons) in tell(marked).events()


COUNTED = [
    ("Fifty-two of those held were released on Sunday, the court said.", "released", 52),
    ("By night 127 of the 553 prisoners promised to the Vatican had been freed, the court said.", "released", 127),
    ("The assembly on Thursday granted amnesty to 268 people. The court wept.", "pardoned", 268),
    ("The king granted his pardon, on 29 July, to 1,512 persons. The court wept.", "pardoned", 1512),
]


@pytest.mark.parametrize(("marked", "type_", "count"), COUNTED)
def test_so_many_of_many(marked: str, type_: str, count: int) -> None:
    """ "127 of the 553 prisoners had been freed": so many, whom nobody names."""
    assert (type_, count) in [(str(c.type), c.person_count) for c in tell(marked).custody]


def test_a_row_leaves_its_unit_out() -> None:
    """ "X: seventeen years. Y: thirteen.": the number of the second row means years."""
    told = tell("The court read the verdicts.\n{Anna Li}: seventeen years. {Omar Said}: thirteen.")
    assert [(told.names(c.persons), c.term.iso) for c in told.custody if c.term] == [({"Anna Li"}, "P17Y"), ({"Omar Said"}, "P13Y")]


def test_a_former_prosecutor_may_be_arrested() -> None:
    """ "The former prosecutor X … She was arrested": who was of the bench is not of it here."""
    told = tell("The court fined the former prosecutor {Anna Li}. {She} was arrested in May by police.")
    assert "arrested" in [type_ for type_, _ in told.events()]


@pytest.mark.parametrize("words", ["took away two laptops and a camera", "carried off six computers"])
def test_things_are_not_detained(words: str) -> None:
    """ "Took away two laptops": a search; "took the laptop and X" is more."""
    assert tell(f"Police searched the flat of {{Anna Li}} and {words}. The court is silent.").events() == [("searched", {"Anna Li"})]


def test_time_given_to_police_is_no_sentence() -> None:
    """ "Gave police seven more days": time to hold somebody."""
    assert "sentenced" not in [
        t for t, _ in tell("{Anna Li} is in prison. The court has given police seven days about {Anna Li}.").events()
    ]
