"""Where a charge begins and ends, and which of those that a text tells is an event's. Texts are written for these tests."""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.flow import read_text

BEFORE = (
    "Police in Wexmoor detained the trade unionist Pavlo Ketring on 3 March 2024 at his home. A district court remanded him for two months on 5 March. "
    "His lawyer, Anna Vistry, said he denied guilt. The rights group Open Doors called for his release.\n\n"
)


def charge(sentence: str, name: str = "Ida Gruen") -> str | None:
    """The charge of the one event of `name` that has one, as printed."""
    text = BEFORE + sentence
    reading = read_text(text, published="2024-05-10")
    who = {e.id for e in reading.entities if e.name == name}
    told = [c.charge.text for c in reading.claims if isinstance(c, Custody) and c.charge is not None and who & set(c.persons)]
    return told[0].words(text) if told and told[0] is not None else None


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "Ida Gruen was jailed for seven years for hurting religious feelings in a song uploaded to a channel.",
            "hurting religious feelings",
        ),
        ("Ida Gruen was charged with misuse of a gadget contrary to Section 29(b) of the Communications Act.", "misuse of a gadget"),
        ("Ida Gruen was charged with causing fear among the public for a salute on Instagram.", "causing fear among the public"),
        ("Ida Gruen was arrested on charges of inciting violence, hours after a rally.", "inciting violence"),
        ("Ida Gruen was charged with rebellion and shown to the cameras.", "rebellion"),
        ("Ida Gruen was convicted of calling for a boycott and sentenced to two years.", "calling for a boycott"),
    ],
)
def test_a_charge_ends_where_the_crime_ends(sentence: str, words: str) -> None:
    """Where, by what means and when it was done, under which law, and what came next are not the charge."""
    assert charge(sentence) == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("A court sentenced Ida Gruen to five years for “fakes” about the army.", "fakes” about the army"),
        (
            "Ida Gruen was convicted on August 29 under Article 274 of the Criminal Code (dissemination of false information).",
            "Article 274 of the Criminal Code (dissemination of false information)",
        ),
        ("A court condemned Ida Gruen to one year under Article 24 of decree 54 (false news).", "Article 24 of decree 54 (false news)"),
        (
            "Ida Gruen was arrested under the Protection of Right to Freedom of Religion Act.",
            "the Protection of Right to Freedom of Religion Act",
        ),
        (
            "Ida Gruen was sentenced to 12 years under Section 50(j) of the Counter-Terrorism Law.",
            "Section 50(j) of the Counter-Terrorism Law",
        ),
    ],
)
def test_a_charge_goes_on_with_what_explains_it(sentence: str, words: str) -> None:
    """What marks are about, the gloss of an article and the whole name of a law belong to it."""
    assert charge(sentence) == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The court convicted the journalist Ida Gruen of “membership in an armed group” on Friday.", "membership in an armed group"),
        ("The court acquitted the farmer Ida Gruen of terrorist arson.", "terrorist arson"),
        ("Ida Gruen was convicted of criminal libel in a closed trial and also charged with fraud.", "criminal libel"),
        ("Ida Gruen was arrested on charges that included spying for a foreign state.", "spying for a foreign state"),
        ("Ida Gruen was arrested on charges which include treason and sabotage.", "treason and sabotage"),
        ("Ida Gruen was acquitted in the Dorn Magistrate's Court on Tuesday of public violence.", "public violence"),
    ],
)
def test_a_charge_stands_behind_who_and_where(sentence: str, words: str) -> None:
    assert charge(sentence) == words


@pytest.mark.parametrize(
    "crime",
    [
        "public calls for the violent seizure of power",
        "collecting money for the army of a neighbouring state",
        "support for the banned group Velm",
    ],
)
def test_what_is_called_for_belongs_to_the_crime(crime: str) -> None:
    """Calls, money and support are for something; "incitement for a march" says on what occasion."""
    text = f"Anna Lisova was charged with {crime} on Monday."
    told = [c for c in read_text(text, published="2025-03-15").claims if isinstance(c, Custody)]
    assert [c.charge.text.words(text) for c in told if c.charge is not None and c.charge.text is not None] == [crime]
