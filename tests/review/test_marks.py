"""How an article is cut into pieces: no character is lost, and each piece knows exactly the claims that hold it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from habeas.case.claim import Custody
from habeas.case.passage import Passage, Span
from habeas.case.source import Boilerplate, Source
from habeas.case.vocabulary import CustodyType
from habeas.review.marks import cut_article, number_claims

TEXT = "First line of it\n\nSecond line, longer than the first\nThird line"
SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 30)).map(lambda p: Span(p[0], min(len(TEXT), p[0] + p[1])))


def claim(number: int, *spans: Span) -> Custody:
    return Custody(
        id=f"c{number}",
        passages=tuple(Passage.cut("s", TEXT, s) for s in spans),
        confidence=0.9,
        reader="by hand 1",
        type=CustodyType.ARRESTED,
        trigger=spans[0],
    )


@given(st.lists(st.lists(SPANS, min_size=1, max_size=2), max_size=5), st.lists(SPANS, max_size=2))
def test_pieces_are_the_text_and_know_their_claims(passages: list[list[Span]], furniture: list[Span]) -> None:
    """Put together the pieces are the lines; a piece names a claim if and only if the claim's passage holds it."""
    source = Source("s", "s", TEXT, boilerplate=tuple(Boilerplate(f, "menu") for f in furniture))
    marked = number_claims([claim(i, *spans) for i, spans in enumerate(passages)])
    paragraphs = cut_article(source, marked)
    assert ["".join(p.text for p in para.pieces) for para in paragraphs] == [line for line in TEXT.split("\n") if line]
    at = 0
    for paragraph in paragraphs:
        at = TEXT.index("".join(p.text for p in paragraph.pieces), at)
        for piece in paragraph.pieces:
            here = Span(at, at + len(piece.text))
            assert set(piece.claims) == {m for m in marked if any(s.holds(here) for s in m.spans)}
            assert piece.is_furniture == any(f.holds(here) for f in furniture)
            at += len(piece.text)


@given(st.lists(st.lists(SPANS.filter(lambda s: TEXT[s.start] != "\n"), min_size=1, max_size=2), max_size=5))
def test_each_claim_is_announced_once_as_first(passages: list[list[Span]]) -> None:
    """The anchor of a claim is there once, where its first passage begins."""
    marked = number_claims([claim(i, *spans) for i, spans in enumerate(passages)])
    firsts = [m for para in cut_article(Source("s", "s", TEXT), marked) for p in para.pieces for m, is_first in p.opens if is_first]
    assert sorted(m.number for m in firsts) == [m.number for m in marked]


def test_claims_are_numbered_by_their_first_words() -> None:
    """Reading order, the longer of two that begin together first."""
    marked = number_claims([claim(1, Span(20, 25)), claim(2, Span(0, 5)), claim(3, Span(0, 9))])
    assert [m.claim.id for m in marked] == ["c3", "c2", "c1"]
