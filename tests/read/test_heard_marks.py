"""Words in marks that no frame reports: whose they are, where the encoder hears them."""

from __future__ import annotations

import pytest

from habeas.case.passage import Span
from habeas.languages.english import ENGLISH
from habeas.read.heard_marks import heard
from habeas.read.reporting import set_stage
from tests.read.marked_text import read


class _Hearing:
    """An encoder that hears words everywhere, or nowhere."""

    def __init__(self, share: float) -> None:
        self.share = share

    def probability(self, head: str, span: Span) -> float:
        return self.share


def _heard(text: str, share: float = 1.0) -> list[tuple[str, str]]:
    found = read(text)
    stage = set_stage(found.document, found.entities, ENGLISH)
    return [(who.mention.text, words.words(text)) for _, words, _, who in heard(stage, _Hearing(share), [])]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("Anna Li saw “nothing to discuss”.", "Anna Li", "nothing to discuss"),
        ("The ministry hailed “a victory”, and Anna Li tagged them as “noise brigades”.", "Anna Li", "noise brigades"),
        ("“Heart failure,” the certificate states.", "the certificate", "Heart failure"),
        ("“I counted tiles”: Anna Li on a year in a cell", "Anna Li", "I counted tiles"),
        ("The police have their view; “a clear case”.", "The police", "a clear case"),
    ],
)
def test_the_leader_of_the_clause_says_them(text: str, who: str, words: str) -> None:
    """The subject of the nearest clause, else who is named right behind the marks, else who leads the clause before."""
    assert (who, words) in _heard(text)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Li was held on charges of “hooliganism”.",
        "Anna Li spoke about the “activists” of the town.",
        "Anna Li was convicted of “mutiny” and “slander”.",
    ],
)
def test_what_marks_set_apart_is_nobodys(text: str) -> None:
    """A charge, a word behind an article, and what is joined to it."""
    assert _heard(text) == []


def test_what_the_encoder_does_not_hear_is_nobodys() -> None:
    """Marks alone make no quote."""
    assert _heard("Anna Li saw “nothing to discuss”.", share=0.3) == []
