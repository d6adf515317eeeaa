"""Spans: how two of them stand to each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from habeas.case.passage import Span

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(SPANS, SPANS, st.integers(0, 10))
def test_beside_is_within_a_gap(one: Span, other: Span, reach: int) -> None:
    """Two spans stand beside each other where the gap between them is no longer than the reach, whichever comes first."""
    assert one.is_beside(other, reach) == (one.gap(other) <= reach)
    assert one.is_beside(other, reach) == other.is_beside(one, reach)
