"""Which tellings are one event: the rules, and that the order of arrival makes no difference."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.case.case import Event, SourceLine, Telling
from habeas.case.dates import DateValue, Term
from habeas.case.passage import Passage
from habeas.case.vocabulary import CustodyType
from habeas.resolve.events import join_events


def telling(said: str) -> Telling:
    """A telling from "SOURCE TYPE [DATE] [TERM] [art=ARTICLE]", such as "a remanded 2024-12-04 P4M"."""
    source, type_, *rest = said.split()
    passage = Passage(source, 0, len(said), said)
    one = Telling(
        claim=said.replace(" ", "-"),
        source=SourceLine(source, source, "2025-01-01T00:00:00+00:00"),
        passages=(passage,),
        trigger=passage,
        confidence=0.9,
        reader="by hand 1",
        type=CustodyType(type_),
    )
    for part in rest:
        if part.startswith("art="):
            one = replace(one, article=part.removeprefix("art="))
        elif part.startswith("P"):
            one = replace(one, term=Term(part))
        else:
            one = replace(one, date=DateValue(part))
    return one


def joined(*said: str) -> list[list[str]]:
    return sorted(sorted(t.claim.replace("-", " ", 2) for t in e.tellings) for e in events(*said))


def events(*said: str) -> tuple[Event, ...]:
    return join_events([telling(s) for s in said], {})


ONE = [
    ["a arrested 2024-12-03", "b arrested 2024-12-03"],
    ["a arrested 2024-12-03", "b arrested 2024-12"],
    ["a arrested 2024-12-03", "b arrested"],
    ["a arrested 2024-12-03", "b arrested XXXX-12-03"],
    ["a arrested 2024-12-03", "b detained 2024-12-03"],
    ["a sentenced 2025-06-20 P9Y", "b sentenced 2025-06-20 P8Y"],
    ["a sentenced P9Y", "b sentenced P9Y"],
    ["a sentenced 2025-06-20", "b sentenced 2025-06 P9Y", "c sentenced P9Y"],
    ["a charged 2024-12-04 art=178.3.2,221.1", "b charged art=178.3.2"],
]
TWO = [
    ["a arrested 2024-12-03", "b arrested 2024-12-04"],
    ["a arrested 2024-12-03", "b detained 2024-12"],
    ["a arrested 2024-12-03", "b arrested XXXX-12-04"],
    ["a arrested 2024-12-03", "b charged 2024-12-03"],
    ["a arrested 2024-12-03", "a arrested"],
    ["a sentenced P9Y", "b sentenced P8Y"],
    ["a sentenced 2025-06-20 P9Y", "b sentenced P8Y"],
    ["a charged 2024-12-04 art=178.3.2", "b charged art=221.1"],
]


@pytest.mark.parametrize("said", ONE, ids="; ".join)
def test_these_are_one_event(said: list[str]) -> None:
    """The same kind, dates that can be one, and no contradiction where a date is missing or vague."""
    assert len(events(*said)) == 1


@pytest.mark.parametrize("said", TWO, ids="; ".join)
def test_these_are_two_events(said: list[str]) -> None:
    """Other days, other kinds, contradictions, or one source that tells two."""
    assert len(events(*said)) == 2


def test_nobody_knows_which_of_two_an_undated_telling_means() -> None:
    """Between two arrests a telling without a date stands alone; a shared detail decides."""
    assert len(events("a arrested 2013-04-01", "a arrested 2024-12-03", "b arrested")) == 3
    assert len(events("a sentenced 2013-04-01 P6Y", "a sentenced 2024-12-03 P9Y", "b sentenced P9Y")) == 2


def test_a_difference_in_detail_is_a_dispute() -> None:
    """One sentence with two terms: one event, both values stand, each with who gives it."""
    (event,) = events("a sentenced 2025-06-20 P9Y", "b sentenced 2025-06-20 P8Y", "c sentenced 2025-06-20 P9Y")
    ((field, values),) = [(d.field, d.values) for d in event.disputes]
    assert field == "term"
    assert [(value, len(keys)) for value, keys in values] == [("P8Y", 1), ("P9Y", 2)]


def test_near_dates_from_two_sources_are_rivals() -> None:
    """Two arrests a day apart from two sources are likely one told differently; months apart, or from one source, they are two."""
    assert all(e.rivals for e in events("a arrested 2024-12-03", "b arrested 2024-12-04"))
    assert not any(e.rivals for e in events("a arrested 2024-12-03", "b arrested 2025-03-04"))
    assert not any(e.rivals for e in events("a arrested 2024-12-03", "a arrested 2024-12-04"))
    assert not any(e.rivals for e in events("a detention_extended 2024-12-03", "b detention_extended 2024-12-04"))
    assert all(e.rivals for e in events("a died 2024-02-16", "b died 2024-06-01"))


def test_the_most_precise_date_is_shown() -> None:
    """Of dates that can be one the most precise is the event's."""
    (event,) = events("a arrested 2024", "b arrested 2024-12-03", "c arrested 2024-12")
    assert event.date == DateValue("2024-12-03")


SAID = st.builds(
    lambda source, type_, date, term: " ".join(p for p in (source, type_, date, term) if p),
    st.sampled_from("abcd"),
    st.sampled_from(["arrested", "detained", "sentenced", "detention_extended"]),
    st.sampled_from(["", "2024", "2024-12", "2024-12-03", "2024-12-04", "2025-06-20", "XXXX-12-03"]),
    st.sampled_from(["", "P9Y", "P8Y"]),
)


@given(st.lists(SAID, unique=True, max_size=9), st.randoms(use_true_random=False))
def test_joining_is_order_free(said: list[str], random: object) -> None:
    """The same tellings in any order give the same events."""
    shuffled = list(said)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert events(*said) == events(*shuffled)


@given(st.lists(SAID, unique=True, max_size=9))
def test_no_telling_is_lost_or_doubled(said: list[str]) -> None:
    """Every telling is in exactly one event, and rivals name each other."""
    found = events(*said)
    assert sorted(t.key for e in found for t in e.tellings) == sorted(telling(s).key for s in said)
    by_id = {e.id: e for e in found}
    assert all(e.id in by_id[r].rivals for e in found for r in e.rivals)
