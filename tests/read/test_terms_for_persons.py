"""Who got which term, where the verb stands once or not at all."""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.case.source import Source
from habeas.read.reader import read_source

PAPER = "VELLIN. Courts in Vellin have tried dozens of protesters since May. Peter Odong, Nora Kell, Ivo Brandt and Lena Marsh are students.\n\n"


def sentences(told: str) -> list[tuple[list[str], str | None]]:
    reading = read_source(Source("sha256:0", "page", PAPER + told, published="2024-05-10"))
    names = {e.id: e.name for e in reading.entities if e.is_named}
    return [
        ([names[p] for p in c.persons if p in names], c.term.iso if c.term else None)
        for c in reading.claims
        if isinstance(c, Custody) and c.type == "sentenced" and c.realis == "asserted"
    ]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Other rulings included 14 days of administrative detention for activists Peter Odong and Nora Kell, eight days for Ivo Brandt.",
            [(["Peter Odong", "Nora Kell"], "P14D"), (["Ivo Brandt"], "P8D")],
        ),
        (
            "The court handed down five years in prison for Peter Odong, three years for Nora Kell and two years for Ivo Brandt.",
            [(["Peter Odong"], "P5Y"), (["Nora Kell"], "P3Y"), (["Ivo Brandt"], "P2Y")],
        ),
        (
            "The verdict was two years in a penal colony for the student Peter Odong and 18 months of probation for Nora Kell.",
            [(["Peter Odong"], "P2Y"), (["Nora Kell"], "P18M")],
        ),
        (
            "Peter Odong (five years), Nora Kell (three years) and Ivo Brandt (two years) were sentenced on Friday.",
            [(["Peter Odong"], "P5Y"), (["Nora Kell"], "P3Y"), (["Ivo Brandt"], "P2Y")],
        ),
        (
            "The court sentenced them: ten years in prison for Peter Odong, eight years for Nora Kell.",
            [(["Peter Odong"], "P10Y"), (["Nora Kell"], "P8Y")],
        ),
        (
            "Peter Odong got five years in prison, Nora Kell three and Ivo Brandt two.",
            [(["Peter Odong"], "P5Y"), (["Nora Kell"], "P3Y"), (["Ivo Brandt"], "P2Y")],
        ),
    ],
)
def test_everybody_gets_the_term_that_is_told_of_them(told: str, expected: list[tuple[list[str], str]]) -> None:
    """And nobody the term of another beside it."""
    assert sentences(told) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Prosecutors had asked for five years in prison for Peter Odong and three years for Nora Kell.", []),
        (
            "Peter Odong was given three years in prison for insulting President Ivo Brandt and two years for slandering Nora Kell.",
            [(["Peter Odong"], "P3Y")],
        ),
        (
            "The judge sentenced Peter Odong to three years in prison for insulting Ivo Brandt and to two years for the theft of a phone.",
            [(["Peter Odong"], "P3Y")],
        ),
    ],
)
def test_nobody_is_sentenced_who_was_insulted_or_of_whom_it_was_only_asked(told: str, expected: list[tuple[list[str], str]]) -> None:
    """A term that follows a name is not always that person's."""
    assert sentences(told) == expected
