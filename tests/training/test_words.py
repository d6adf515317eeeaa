"""What words are worth, and how much they count beside the trees."""

from __future__ import annotations

import pytest
from training.words import OFTEN, Worded, judged_wording, worth_of


def cases(name: str, count: int) -> list[Worded]:
    """As many events as bank holidays: the first are right, whatever the trees say."""
    told = [Worded(f"{name}-{i}", frozenset({"here jailed", "common", f"only {i}"}), 0.5, 1.0) for i in range(count)]
    return told + [Worded(f"{name}-{i}", frozenset({"here bank", "common", f"never {i}"}), 0.5, 0.0) for i in range(count)]


def test_words_are_worth_what_they_tell() -> None:
    """A word of right cases speaks for, one of wrong ones against; what stands everywhere says little, what is rare is not asked."""
    worth, base = worth_of(cases("n", 5 * OFTEN))
    assert worth["here jailed"] > 0.5 > -0.5 > worth["here bank"]
    assert abs(worth.get("common", 0.0)) < 0.2
    assert not any(f.startswith(("only", "never")) for f in worth)
    assert abs(base) < 0.2


def test_the_order_of_cases_does_not_matter_to_their_words() -> None:
    """The same cases give the same table, whatever the order of a set."""
    assert worth_of(cases("n", 20)) == worth_of(
        [Worded(c.document, frozenset(sorted(c.features, reverse=True)), c.share, c.right) for c in cases("n", 20)]
    )


def test_words_count_beside_trees_that_know_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """On documents that the words have not seen they count, and the trees, which say .5 of all, do not."""
    wording = judged_wording(cases("n", 60))
    assert wording.words > 0.3
    assert wording.together(0.5, frozenset({"here jailed"})) > 0.7 > 0.3 > wording.together(0.5, frozenset({"here bank"}))
    assert "120 cases, 60 right" in capsys.readouterr().out
