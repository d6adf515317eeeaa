"""Deaths and executions are told of nobody who did not suffer them: a wrong one is the worst that this reader can say."""

import pytest

from habeas.case.claim import Custody
from habeas.case.reading import Reading
from habeas.case.vocabulary import Realis
from habeas.flow import read_text

HELD = "Police detained editor Ana Obrazec in Minsk on 5 May. "


def grave(text: str) -> list[tuple[str, list[str]]]:
    reading = read_text(HELD + text, published="2025-06-12")
    assert isinstance(reading, Reading)
    names = {e.id: e.name for e in reading.entities}
    return [
        (c.type.value, [names[p] for p in c.persons])
        for c in reading.claims
        if isinstance(c, Custody) and c.type.value in ("died", "executed") and c.realis is Realis.ASSERTED
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for the Interior Ministry hung up when asked about her.",
        "Two hundred cameras will be hung up by the police in June.",
        "The court executed a search warrant at her home, and the order was executed by bailiffs.",
        "She is dying to go home, joked her brother.",
        "The bill on press freedom died in committee, and hopes for her release died with it.",
        "Supporters said she could die in prison and feared that she would be executed.",
        "She had written about miners who died in a prison fire.",
    ],
)
def test_nobody_dies_by_a_turn_of_phrase(text: str) -> None:
    """Other senses of to hang, to execute and to die, and what is only feared."""
    assert grave(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A cellmate, Olga Testova, was found dead in the prison two days later.", ("died", ["Olga Testova"])),
        (
            "Pavel Primer, held in the same prison, was hanged on 9 May after a court upheld his death sentence.",
            ("executed", ["Pavel Primer"]),
        ),
    ],
)
def test_a_death_in_custody_is_told_of_whom_it_befell(text: str, told: tuple[str, list[str]]) -> None:
    """And of nobody else."""
    assert grave(text) == [told]
