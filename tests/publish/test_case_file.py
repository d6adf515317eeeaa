"""A case on the terminal: everything that the case has, with its words, and nothing that may not leave."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from rich.console import Console

from habeas.publish.case_file import case_view
from habeas.record.store import open_record
from tests.review.conftest import fill


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Each case of a small record as printed, by the person's name."""
    folder: Path = tmp_path_factory.mktemp("case-file")
    store = open_record(folder)
    fill(store)
    console = Console(width=100, record=True, file=(folder / "out").open("w"))
    found = {}
    for case in store.cases(dt.date(2025, 3, 5)):
        console.print(case_view(case))
        found[case.name] = console.export_text()
    store.close()
    return found


def test_a_case_in_full(printed: dict[str, str]) -> None:
    """Status, names, timeline with sources side by side, demand, ground and answer, own words, what stands apart, what is open or rejected."""
    text = " ".join(printed["Rufat Safarov"].split())
    for shown in (
        "As of 5 March 2025: Reported released, 1 March 2025.",
        "Names seen: Rufat Safarov (Latin;",
        "3 December 2024: detained",
        "“Rufat Safarov was detained on 3 December”",
        "Sources disagree: told as 4 December 2024 by Rights Group",
        "on the word of the rights group",
        "11 December 2024: United States asked",
        "Ground: “the commitments it made to the OSCE”",
        "Answer, The foreign ministry rejected it (answers the one who asked, in the same source)",
        "Rufat Safarov denied it",
        "“I am not guilty”",
        "Not told as fact",
        "For a person to decide",
        "Rejected by a person",
    ):
        assert shown in text, shown


def test_a_group_says_that_it_is_one(printed: dict[str, str]) -> None:
    """A case of unnamed people is marked as a group's."""
    assert "journalists from Meydan TV (a group)" in printed["journalists from Meydan TV"]


def test_nothing_restricted_is_printed(printed: dict[str, str]) -> None:
    """What is masked on the pages is masked on the terminal."""
    assert "diabetes" not in "".join(printed.values())
    assert "[health withheld]" in printed["Rufat Safarov"]
