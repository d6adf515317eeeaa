"""Where a text names those of whom a participle tells, it tells the event of them: "The released journalists are: X and Y", "Those freed include X"."""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.flow import read_text


def befell(text: str) -> dict[str, set[str]]:
    """For each type of event those whom it befell."""
    reading = read_text(text, published="2025-03-15")
    names = {e.id: e.name for e in reading.entities}
    out: dict[str, set[str]] = {}
    for claim in reading.claims:
        if isinstance(claim, Custody):
            out.setdefault(claim.type.value, set()).update(names[p] for p in claim.persons)
    return out


ALL = {"Anna Lisova", "Omar Saidan", "Ida Gruen"}


@pytest.mark.parametrize(
    ("opening", "type_"),
    [
        ("The released journalists are:", "released"),
        ("The journalists released are", "released"),
        ("Those released are", "released"),
        ("Among the released journalists are", "released"),
        ("The released prisoners include", "released"),
        ("The detained reporters are", "detained"),
        ("The arrested journalists were identified as", "arrested"),
        ("The pardoned prisoners are", "pardoned"),
    ],
)
def test_who_is_named_as_the_released_was_released(opening: str, type_: str) -> None:
    """The names behind "are", "include", "were named as" are of those of whom the participle tells."""
    assert befell(f"{opening} Anna Lisova, Omar Saidan and Ida Gruen, the prison service said.") == {type_: ALL}


@pytest.mark.parametrize(
    "text",
    [
        "The arrested journalists are friends of Anna Lisova, police said.",
        "The detained reporters are supporters of President Omar Saidan, the prosecutor said.",
        "The arrested journalists were visited by Anna Lisova, an official of the prison service.",
        "The freed prisoners were Omar Saidan's voters, the government said.",
        "The released journalists are expected to meet Anna Lisova, the minister, on Tuesday.",
        "The released documents include letters of Omar Saidan, a judge.",
    ],
)
def test_who_is_named_beside_the_released_is_none_of_them(text: str) -> None:
    """Friends, visitors and hosts of the people of whom a participle tells are others."""
    assert befell(text) == {}
