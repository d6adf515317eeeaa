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


@pytest.mark.parametrize(
    "text",
    [
        "Her paper released its spring issue all the same.",
        "Her lawyer walked out of the court in protest.",
        "Friends who had come to the police station went home at night.",
        "The ministry released a statement, and the committee freed funds for her defence.",
        "She came out of a shop when officers seized her.",
        "On Monday she was released from solitary confinement into a shared cell.",
        "She may be released on bail, her lawyer said; a pardon is out of the question.",
        "She should be immediately and unconditionally released, her lawyer said.",
        "She was not released with the other 14 women who left the colony on Monday.",
    ],
)
def test_nobody_is_freed_by_a_turn_of_phrase(text: str) -> None:
    """A freedom wrongly told leaves a person forgotten."""
    reading = read_text(HELD + text, published="2025-06-12")
    assert isinstance(reading, Reading)
    ana = next(e.id for e in reading.entities if e.name == "Ana Obrazec")
    ends = ("released", "pardoned", "acquitted", "bailed")
    told = [c for c in reading.claims if isinstance(c, Custody) and c.type.value in ends and c.realis is Realis.ASSERTED]
    assert not [c for c in told if ana in c.persons]
