"""Which sources print one text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from habeas.case.passage import Span
from habeas.case.source import Boilerplate, Source
from habeas.resolve.reprints import reprint_groups

WIRE = (
    "The court in the capital on Tuesday ordered the editor held for four months while prosecutors look into what they call smuggling. "
    "Her lawyer told reporters outside that she denied the charge and that an appeal would be lodged before the end of the week."
)
OTHER = (
    "Colleagues of the editor say that officers searched the newsroom twice, took every computer and left no list of what they carried away. "
    "They have hired a second lawyer and asked the ombudswoman to visit the detention centre where she has been since the weekend."
)


def source(id_: str, text: str, furniture: str = "") -> Source:
    start = text.find(furniture) if furniture else 0
    marks = (Boilerplate(Span(start, start + len(furniture)), "menu"),) if furniture else ()
    return Source(id_, id_, text, boilerplate=marks)


def test_a_reprint_under_another_headline_is_one_source() -> None:
    """A headline and a dateline of its own do not make a text a second source."""
    assert reprint_groups([source("a", WIRE), source("b", f"Editor held\n\nCAPITAL, Tuesday. {WIRE}")]) == {"a": "a", "b": "a"}


def test_a_shortened_reprint_is_one_source() -> None:
    """The first half of a wire is that wire."""
    assert reprint_groups([source("a", WIRE), source("b", WIRE[: len(WIRE) // 2])]) == {"a": "a", "b": "a"}


def test_another_text_on_the_same_matter_is_a_second_source() -> None:
    """The same people and places in other sentences are not a reprint."""
    assert reprint_groups([source("a", WIRE), source("b", OTHER)]) == {"a": "a", "b": "b"}


def test_common_page_furniture_makes_no_reprint() -> None:
    """Two texts of one site share its menu; that does not count."""
    menu = " ".join(f"menu item number {i} of the site" for i in range(40))
    assert reprint_groups([source("a", f"{menu} {WIRE}", menu), source("b", f"{menu} {OTHER}", menu)]) == {"a": "a", "b": "b"}


def test_very_short_texts_are_never_reprints() -> None:
    """Two posts of a few words can be alike by chance."""
    assert reprint_groups([source("a", "He has been released today."), source("b", "He has been released today.")]) == {"a": "a", "b": "b"}


@given(st.permutations([("a", WIRE), ("b", WIRE + " More."), ("c", OTHER), ("d", WIRE[:150])]))
def test_groups_do_not_depend_on_order(texts: list[tuple[str, str]]) -> None:
    """Any order of arrival gives the same groups."""
    assert reprint_groups(source(i, t) for i, t in texts) == {"a": "a", "b": "a", "c": "c", "d": "a"}
