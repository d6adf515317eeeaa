"""What alerts, logs and court diaries taught of days and lengths: which of those that stand on a page are an event's. Texts are written for these tests."""

from __future__ import annotations

import pytest
from corpus.__main__ import documents

from habeas.case.claim import Custody
from habeas.flow import read_text

BEFORE = (
    "Police in Wexmoor detained the trade unionist Pavlo Ketring on 3 March 2024 at his home. A district court remanded him for two months on 5 March. "
    "His lawyer, Anna Vistry, said he denied guilt. The rights group Open Doors called for his release.\n\n"
)


def told(text: str, name: str) -> dict[str, Custody]:
    """The events of `name` by their types."""
    reading = read_text(text, published="2024-05-10")
    who = {e.id for e in reading.entities if e.name == name}
    return {c.type.value: c for c in reading.claims if isinstance(c, Custody) and who & set(c.persons)}


def day(event: Custody) -> str | None:
    return event.date.edtf if event.date is not None else None


def length(event: Custody) -> str | None:
    return event.term.iso if event.term is not None else None


@pytest.mark.parametrize(
    ("sentence", "kind", "iso"),
    [
        ("The poet Ilmar Odong was put in a punishment cell for ten days in April.", "transferred", "P10D"),
        ("The poet Ilmar Odong was transferred to Dorn prison after ten days.", "transferred", None),
        ("In April the poet Ilmar Odong refused food for four days in protest.", "hunger_strike", "P4D"),
        ("The poet Ilmar Odong ended a 16-day hunger strike on Monday.", "hunger_strike", "P16D"),
        ("The court of appeal cut the sentence of the poet Ilmar Odong by four months.", "sentence_reduced", None),
        ("The court sentenced the poet Ilmar Odong to 27 years, to be followed by a travel ban of the same length.", "travel_ban", "P27Y"),
    ],
)
def test_what_is_told_to_have_lasted(sentence: str, kind: str, iso: str | None) -> None:
    """Punishment cells and fasts have the length that they lasted; what is taken off a sentence is no length."""
    assert length(told(BEFORE + sentence, "Ilmar Odong")[kind]) == iso


def test_three_sentences_of_one_verdict_have_their_own_lengths() -> None:
    """Ages between names and lengths are neither."""
    text = (
        "Three monks sentenced\n\nAuthorities in Wexmoor have sentenced three monks to jail terms over a march in January, a source in exile said.\n\n"
        "Ida Gruen, 29, was given seven years, Ilmar Odong, 34, five years, and Omar Said, 19, two and a half years."
    )
    lengths = {name: length(told(text, name)["sentenced"]) for name in ("Ida Gruen", "Ilmar Odong", "Omar Said")}
    assert lengths == {"Ida Gruen": "P7Y", "Ilmar Odong": "P5Y", "Omar Said": "P2Y6M"}


def test_the_lines_of_a_log_are_of_its_day() -> None:
    """A page that tells its day by the clock tells of the day it came out."""
    text = (
        "Court diary, Wexmoor\n\n14:10 The doors of the district court open.\n14:55 The judge sentences Ida Gruen to two years in prison.\n"
        "15:20 Police detain the photographer Ilmar Odong on the steps.\n15:40 The prosecutor leaves without a word."
    )
    assert day(told(text, "Ida Gruen")["sentenced"]) == "2024-05-10"


def test_an_update_is_of_the_day_at_its_head() -> None:
    text = (
        BEFORE
        + "UPDATE 2 (7 May) — A judge at the district court has remanded the poet Ilmar Odong in custody for four days, his lawyer says."
    )
    assert day(told(text, "Ilmar Odong")["remanded"]) == "2024-05-07"


def test_the_day_of_one_verb_is_not_the_next_ones() -> None:
    """ "Was charged on 4 March and sent to prison": when he was sent there is not told."""
    text = BEFORE + "The poet Ilmar Odong was charged by prosecutors on 4 April 2024 with insult and transferred to Dorn prison."
    events = told(text, "Ilmar Odong")
    assert (day(events["charged"]), day(events["transferred"])) == ("2024-04-04", None)


def test_a_body_of_no_words_is_none() -> None:
    """Where the encoder sees a body in "of the", as it does in this text of the corpus, the text is read all the same."""
    text, gold = documents("invented")["lb-059"]
    assert read_text(text, published=gold["published"], outlet=gold["outlet"]).claims
