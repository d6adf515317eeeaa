"""Surnames that are places too, places in front of names, what everybody calls somebody, bodies that are said to be ones."""

from __future__ import annotations

import pytest

from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.flow import read_text


def people(text: str) -> set[str]:
    """The names of each person, as the text writes them in turn."""
    entities = [e for e in read_text(text, published="2024-06-12").entities if e.kind is EntityKind.PERSON]
    names = ("/".join(m.span.words(text) for m in e.mentions if m.form is MentionForm.NAME) for e in entities)
    return {n for n in names if n}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rocío San Miguel was arrested on Friday. San Miguel, 57, was taken at the airport.", {"Rocío San Miguel/San Miguel"}),
        ("In San Miguel, police arrested Rocío San Miguel. San Miguel denied it.", {"Rocío San Miguel/San Miguel"}),
        (
            "De Lima out on bail\n\nEx-senator Leila de Lima left jail. “I am glad,” De Lima told reporters.",
            {"De Lima/Leila de Lima/De Lima"},
        ),
        ("In Washington Ned Pricer, spokesman of the State Department, condemned the sentence.", {"Ned Pricer"}),
        ("From Geneva Ana Bortz of the commission condemned the arrest.", {"Ana Bortz"}),
        ("Washington Okumu was arrested in Nairobi.", {"Washington Okumu"}),
        ("The prize goes to Mahmoud Abu Zaid, whom everybody calls Shawqan. Shawqan is in jail.", {"Mahmoud Abu Zaid/Shawqan/Shawqan"}),
        ("Houayheuang Xayab, called Mouay, is out of prison. Mouay was jailed in 2019.", {"Houayheuang Xayab/Mouay/Mouay"}),
        ("Ana Bortz, called Oleg Manin a liar and was arrested.", {"Ana Bortz", "Oleg Manin"}),
        ("A court jailed the rapper Maykel Castillo, “Osorio”. Osorio denied everything.", {"Maykel Castillo/Osorio/Osorio"}),
        ("Rossiya Sevodnya, the parent company, was “deeply concerned” about the arrest of Ana Bortz.", {"Ana Bortz"}),
        ("Oksima Wurtic, the group leader, was arrested.", {"Oksima Wurtic"}),
    ],
)
def test_who_is_named(text: str, names: set[str]) -> None:
    """A place where somebody of that surname is known is the person, but behind "in"; a company in commas is none."""
    assert people(text) == names
