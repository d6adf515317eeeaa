"""Who signs a text or adopts it is who "we" is in it, and who acts in its items."""

from __future__ import annotations

import pytest

from habeas.case.claim import Action
from habeas.case.source import Source
from habeas.case.vocabulary import EntityKind
from habeas.read.reader import read_source
from habeas.read.signatories import AUTHOR, add_signatories


def _authors(text: str) -> list[str]:
    return [m.text for e in add_signatories((), Source("s", "n", text)) if AUTHOR in e.roles for m in e.mentions]


BODY = "We, the undersigned, condemn the arrest of Anna Orlova, who was detained by police in May.\n\n" + "It was a long day. " * 8


@pytest.mark.parametrize(
    "end",
    [
        "Signed:\nHarbour Press Fund\nUnion of Lowland Writers (Oslo)\nCentre for Free Ink\n",
        "Signed: Harbour Press Fund, Union of Lowland Writers, Centre for Free Ink",
        "Harbour Press Fund · Union of Lowland Writers · Centre for Free Ink\n\nShare this",
    ],
)
def test_the_names_under_a_statement(end: str) -> None:
    """Line by line, joined by commas, or as one row at the end of a joint statement."""
    assert _authors(f"JOINT STATEMENT\n{BODY}\n\n{end}") == ["Harbour Press Fund", "Union of Lowland Writers", "Centre for Free Ink"]


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n\nFirst signatories:\nHarbour Press Fund – Union of Lowland Writers",
        "Anna Orlova was arrested in May.\n\nShare this: X | WhatsApp | Telegram",
        f"{BODY}\n\nSigned: this text may be copied by anybody who likes it and wants to see it in print somewhere.",
    ],
)
def test_no_signatories(text: str) -> None:
    """The first of many, a row of links and a sentence are none."""
    assert _authors(text) == []


@pytest.mark.parametrize(
    "line",
    ["The Assembly of Lowland States,", "THE PERMANENT COUNCIL OF LOWLAND,", "The Commission on Islands, meeting at its tenth session,"],
)
def test_who_adopts_a_resolution(line: str) -> None:
    """The body over the grounds of a resolution is its author."""
    text = f"Resolution 12\n\n{line}\n\nRecalling the Charter;\n\n1. Condemns the arrest of Anna Orlova;"
    assert _authors(text) == [line.partition(", meeting")[0].rstrip(",")]


def test_who_issues_a_statement() -> None:
    """ "X issues the following statement", "on behalf of X" and "prepared by X" tell the author too."""
    assert _authors("We write to you on behalf of Harbour Press Fund to ask for mercy.") == ["Harbour Press Fund"]
    assert _authors("Prepared by the volunteers of Harbour List. Corrections are welcome.") == ["Harbour List"]


def test_the_signatories_ask() -> None:
    """What "we" ask in a joint statement is asked by those who sign it."""
    text = (
        "JOINT STATEMENT\n\nWe, the undersigned organisations, condemn the arrest of the editor Anna Orlova by police on 3 May.\n\n"
        "Orlova was arrested at her home and a court ordered two months of detention.\n\nWe demand the release of Anna Orlova.\n\n"
        "Signed:\nHarbour Press Fund\nUnion of Lowland Writers\n"
    )
    reading = read_source(Source("sha256:0", "t", text), rules_only=True)
    names = {e.id: e.name for e in reading.entities}
    asked = [c for c in reading.claims if isinstance(c, Action) and c.type == "demand_release"]
    assert [{names[a] for a in c.actors} for c in asked] == [{"Harbour Press Fund", "Union of Lowland Writers"}]
    assert all(e.kind is EntityKind.ORGANIZATION for e in reading.entities if AUTHOR in e.roles)
