"""How an article is cut so that claims can be marked in it: pieces of text that each belong to the same claims throughout.

Passages may overlap in any way; each piece names all claims that hold it, and each claim is announced where its passage begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from habeas.case.claim import Claim
from habeas.case.passage import Span
from habeas.case.source import Source
from habeas.publish.policy import Withheld, find_restricted


@dataclass(frozen=True, slots=True)
class Marked:
    """A numbered claim and the stretches of text that say it."""

    number: int
    claim: Claim
    kind: str

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(p.span for p in self.claim.passages)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one paragraph that the same claims hold throughout.

    `opens` are the claims whose passage begins (or goes on in a new paragraph) with it; True where it is the claim's first.
    """

    text: str
    claims: tuple[Marked, ...] = ()
    opens: tuple[tuple[Marked, bool], ...] = ()
    is_furniture: bool = False
    is_withheld: bool = False

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(m.kind for m in self.claims))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the source."""

    pieces: tuple[Piece, ...]

    @property
    def is_furniture(self) -> bool:
        return all(p.is_furniture for p in self.pieces)


def number_claims(claims: Iterable[Claim]) -> tuple[Marked, ...]:
    """The claims in the order of their first words, numbered from 1."""
    ordered = sorted(claims, key=lambda c: (min(p.start for p in c.passages), -max(p.stop for p in c.passages), c.id))
    return tuple(Marked(i, c, type(c).__name__.lower()) for i, c in enumerate(ordered, start=1))


def cut_article(source: Source, marked: Sequence[Marked], *, public: Iterable[str] = ()) -> tuple[Paragraph, ...]:
    """The article's paragraphs in pieces. Restricted stretches are replaced by a mask, furniture is kept and told apart."""
    withheld = find_restricted(source.text, public=public)
    found, at = [], 0
    for line in source.text.split("\n"):
        span = (at, at + len(line))
        at = span[1] + 1
        if line.strip():
            found.append(Paragraph(tuple(_pieces(source, span, marked, withheld))))
    return tuple(found)


def _pieces(source: Source, line: tuple[int, int], marked: Sequence[Marked], withheld: Sequence[Withheld]) -> Iterable[Piece]:
    bounds = {*line}
    for span in (*(s for m in marked for s in m.spans), *(b.span for b in source.boilerplate), *(w.span for w in withheld)):
        bounds.update(p for p in (span.start, span.stop) if line[0] < p < line[1])
    points = sorted(bounds)
    for start, stop in pairwise(points):
        hidden = next((w for w in withheld if w.span.start <= start and stop <= w.span.stop), None)
        held = tuple(m for m in marked if any(s.start <= start and stop <= s.stop for s in m.spans))
        opens = tuple((m, start == min(m.spans).start) for m in held if any(_opens(s, start, line[0]) for s in m.spans))
        if hidden is not None:
            text = hidden.mask if hidden.span.start == start or start == line[0] else ""
        else:
            text = source.text[start:stop]
        yield Piece(text, held, opens, source.is_boilerplate(Span(start, stop)), hidden is not None)


def _opens(span: Span, start: int, line: int) -> bool:
    return span.start == start or (span.start < line == start < span.stop)
