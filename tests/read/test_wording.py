"""How something is worded counts, whoever it is about and whenever it was."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.case.passage import Span
from habeas.errors import ModelError
from habeas.read.scene import Scene
from habeas.read.wording import Wording, in_the_light_of_words, read_wording, worded_by, wording_of, write_wording
from tests.read import told

QUESTIONS = ("custody", "response")
OF_TWO = Wording({"here jailed": 2.0, "behind bank": -1.5}, -0.5, 0.7, 0.4, 0.1)


def at(scene: Scene, word: str) -> tuple[int, ...]:
    """The unit of the word."""
    return (next(i for i, u in enumerate(scene.units) if u.low == word),)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_has_words(question: str) -> None:
    """A table for each, from which a share comes out whatever the features."""
    (share,) = in_the_light_of_words(question, [0.5], lambda _: frozenset())
    assert 0.0 < share < 1.0


def test_a_question_without_words_is_told() -> None:
    with pytest.raises(ModelError, match=r"there is no no_such_question\.tsv"):
        in_the_light_of_words("no such question", [0.5], lambda _: frozenset())


def test_names_and_days_are_no_words() -> None:
    """What is remembered of a name is its kind; of a day, that it is one."""
    one = told.tell("A court in Minsk jailed {Ana Obrazec} on 3 May 2024 for a post.").scene
    other = told.tell("A court in Minsk jailed {Dora Probe} on 9 June 2019 for a post.").scene
    features = wording_of(one, at(one, "jailed"), "sentenced")
    assert features == wording_of(other, at(other, "jailed"), "sentenced")
    assert {"here jailed", "sentenced 1 behind PERSON", "behind DATE", "sentenced behind post"} <= features


def test_what_is_said_is_part_of_the_wording() -> None:
    scene = told.tell("[The ministry] said the courts are independent.").scene
    start = scene.text.index("the courts")
    said = wording_of(scene, at(scene, "said"), "reject", (Span(start, len(scene.text) - 1),))
    assert {"said courts", "reject said independent", "said are independent"} <= said


def test_words_are_put_beside_the_trees() -> None:
    """Features that speak for it raise a share, those against lower it; both within what a share can be."""
    assert (
        OF_TWO.together(0.5, frozenset({"here jailed"}))
        > OF_TWO.together(0.5, frozenset())
        > OF_TWO.together(0.5, frozenset({"behind bank"}))
    )
    assert OF_TWO.odds(frozenset({"here jailed", "never met"})) == pytest.approx(1.5)
    assert 0.0 < OF_TWO.together(0.0, frozenset()) < OF_TWO.together(1.0, frozenset()) < 1.0


@given(
    st.dictionaries(
        st.text(st.characters(exclude_categories=("C", "Zl", "Zp", "Zs")), min_size=1).map(lambda w: f"here {w}"), st.integers(-4000, 4000)
    ),
    st.integers(-90000, 90000),
)
def test_a_table_is_read_as_it_was_written(worth: dict[str, int], base: int) -> None:
    whole = Wording({f: v / 1000 for f, v in worth.items()}, base / 10000, 0.7, 0.4, -0.1)
    assert read_wording(write_wording(whole)) == whole


def test_the_trees_can_be_asked_alone() -> None:
    """Where the trees are grown, or other tables are judged, the shipped ones say nothing."""
    features = [frozenset({"here jailed"}), frozenset({"behind bank"})]
    with worded_by({}):
        assert in_the_light_of_words("custody", [0.4, 0.2], features.__getitem__) == [0.4, 0.2]
    with worded_by({"custody": OF_TWO}):
        worded = in_the_light_of_words("custody", [0.4, 0.2], features.__getitem__)
        assert in_the_light_of_words("response", [0.3], features.__getitem__) == [0.3]
    assert worded[0] == pytest.approx(1.0 / (1.0 + math.exp(-0.7 * math.log(0.4 / 0.6) - 0.4 * 1.5 - 0.1)))
    assert in_the_light_of_words("custody", [0.4, 0.2], features.__getitem__) != worded


def test_no_wording_saves_what_is_hopeless() -> None:
    """Of what the trees hold for next to impossible the words are not even looked at."""
    with worded_by({"custody": OF_TWO}):
        assert in_the_light_of_words("custody", [0.001], lambda _: pytest.fail("looked at")) == [0.001]
