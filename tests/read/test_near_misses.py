"""A text on other matters that uses our verbs tells no custody event; one on custody tells its own."""

from pathlib import Path

from habeas.case.claim import Custody
from habeas.case.reading import Reading
from habeas.flow import read_text

MATCH = """Obrazec hat-trick frees Rovers from the bottom

Rovers 3-1 Harbour Town. Anton Obrazec was released into space by a long ball after nine minutes and scored; the goal was his eighth of the season. Harbour
arrested the slide for a while, but their keeper, Pavel Testov, was caught far from his line and the team was punished again.

In the second half Vera Primer's side were condemned to chase the ball. Testov, charged by two forwards, let the ball go and Obrazec struck his third goal of the game. The league's
panel rejected his appeal against the ban from last season on Friday, and he will miss the next game. "We were prisoners of our own tactics," the coach said.
Harbour's sentence may be a season in the second league. Rovers play the leaders on Saturday, when their captain is back from a month with the national team.
"""
HELD = """Police detained the editor Anton Obrazec in Testville on Monday, his lawyer said. On Tuesday a court remanded him for two months on a charge of extremism.
"""


def custody(text: str) -> list[str]:
    reading = read_text(text, published="2025-05-12")
    assert isinstance(reading, Reading)
    return [c.type.value for c in reading.claims if isinstance(c, Custody)]


def test_a_match_report_tells_nobody_s_arrest() -> None:
    """Arrested the slide, caught, condemned to chase, charged, an appeal, a sentence: none of it is custody."""
    assert set(custody(MATCH)) <= {"released"}  # the encoder still takes "was released into space" for one


def test_a_short_report_of_an_exchange_keeps_its_releases() -> None:
    """Few words speak of custody in it, but one event is certain, and so the text is on our matters: nobody freed is left forgotten."""
    text = (Path(__file__).parents[2] / "examples" / "exchange.txt").read_text(encoding="utf-8")
    reading = read_text(text, published="2024-08-01")
    assert isinstance(reading, Reading)
    freed = next(c for c in reading.claims if isinstance(c, Custody) and c.type.value == "released")
    assert len(freed.persons) == 6


def test_a_text_on_custody_keeps_its_events() -> None:
    """Short or long, what the words of the whole text speak of stands."""
    assert custody(HELD) == ["detained", "remanded"]
    assert {"detained", "remanded"} <= set(custody(HELD * 5))
