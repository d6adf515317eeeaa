"""Where it happened or where somebody was taken, as the words of the event say it."""

import pytest

from tests.read.told import tell

PLACES = [
    ("{Anna Li} was detained by police at the Lachin checkpoint on May 3.", "the Lachin checkpoint"),
    ("{Anna Li} was arrested in Yalta by police.", "Yalta"),
    ("{Anna Li} left Rustavi prison on Monday, the court said.", "Rustavi prison"),
    ("{Anna Li} was transferred to colony No. 17 in Gomel.", "colony No. 17 in Gomel"),
    ("{Anna Li} died in a remand prison of the capital in May, her lawyer said.", "a remand prison of the capital"),
    ("{Anna Li} was seized by police at his home in Tegeta.", "his home in Tegeta"),
]


@pytest.mark.parametrize(("marked", "place"), PLACES)
def test_facility_or_town(marked: str, place: str) -> None:
    """A facility with its number and town, or the town alone."""
    told = tell(marked)
    assert [c.place.words(told.scene.text) for c in told.custody if c.place] == [place]


NOWHERE = [
    "{Anna Li} was detained by police in May.",
    "{Anna Li} was placed in pre-trial detention by the court.",
    "{Anna Li} was arrested by police at home.",
    "{Anna Li} was detained by police, who work in Yalta.",
    "The court in Yalta sentenced {Anna Li} to two years.",
]


@pytest.mark.parametrize("marked", NOWHERE)
def test_no_place(marked: str) -> None:
    """Custody itself, somebody's home without a town, another clause and the seat of a court are no place of the event."""
    assert [c.place for c in tell(marked).custody if c.place] == []
