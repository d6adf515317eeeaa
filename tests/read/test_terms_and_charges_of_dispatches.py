"""Lengths that a court cuts at once, rows and bare numbers; charges with what belongs to them and nothing more."""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.flow import read_text


def told(text: str) -> list[Custody]:
    """The events that the text tells."""
    return [c for c in read_text(text, published="2024-06-12").claims if isinstance(c, Custody)]


def charges(text: str, type_: str) -> set[str | None]:
    """The words of the charges of the events of this type."""
    return {c.charge.text.words(text) if c.charge and c.charge.text else None for c in told(text) if c.type == type_}


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("A court sentenced Ana Bortz to four years in prison, cut to two because she confessed.", {"sentenced": "P2Y"}),
        ("The court handed Ana Bortz six years, halved to three for her cooperation.", {"sentenced": "P3Y"}),
        (
            "A court sentenced Ana Bortz to four years in prison; an appeals court cut that to two years.",
            {"sentenced": "P4Y", "sentence_reduced": "P2Y"},
        ),
        ("A court sentenced Oleg Manin to 15 years. Ana Bortz had been given 21 earlier in the week.", {"sentenced": "P21Y"}),
    ],
)
def test_what_a_court_cuts_at_once_is_one_sentence(text: str, lengths: dict[str, str]) -> None:
    """ "Four years, cut to two because she confessed" is a sentence of two years; what an appeal cuts is told apart."""
    assert {str(c.type): c.term and c.term.iso for c in told(text)} == lengths


@pytest.mark.parametrize(
    ("text", "type_", "charge"),
    [
        (
            "Ana Bortz was found guilty of “glorifying terror” and of “possessing harmful books”, and jailed.",
            "convicted",
            "glorifying terror” and of “possessing harmful books",
        ),
        (
            "Ana Bortz was convicted of “discrediting the Republic” (Art. 369-1) and of assisting extremist activities.",
            "convicted",
            "discrediting the Republic” (Art. 369-1) and of assisting extremist activities",
        ),
        ("The court sentenced Ana Bortz to life imprisonment for separatism, deprived her of her rights.", "sentenced", "separatism"),
        ("Ana Bortz was convicted of treason together with 60 people of the banned party.", "convicted", "treason"),
        ("Ana Bortz was convicted of treason alongside Oleg Manin.", "convicted", "treason"),
        (
            "The court found Ana Bortz guilty under Section 112 and the Computer Crime Act for a letter.",
            "convicted",
            "Section 112 and the Computer Crime Act",
        ),
        ("Ana Bortz was cleared of three remaining counts.", "acquitted", None),
        ("Ana Bortz was cleared of the charge of fraud.", "acquitted", "fraud"),
        ("Tried on charges of fraud, Ana Bortz was acquitted on Monday.", "acquitted", "fraud"),
        (
            "Ana Bortz was arrested on suspicion of colluding since 2022 with a body abroad.",
            "arrested",
            "colluding since 2022 with a body abroad",
        ),
        ("Ana Bortz was detained on Monday. She stands accused of spying.", "detained", "spying"),
        ("Ana Bortz was detained on Monday. She denies that she is accused of spying.", "detained", None),
    ],
)
def test_a_charge_is_whole_and_ends_where_it_ends(text: str, type_: str, charge: str | None) -> None:
    """What is joined in marks or of the same laws belongs to it; what a court did besides, with whom, and mere counts do not."""
    assert charges(text, type_) == {charge}
