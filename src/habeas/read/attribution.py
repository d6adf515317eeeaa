"""Who said what, as the encoder sees it: content, cue and source, put together under hard constraints.

Quotation marks decide the borders of what they enclose; a quote split by its reporting clause is one; the content of a quote never
holds its own cue or source; what is not sure enough is left out. Two tastes: everything attributed (beliefs and attitudes too), or
the quotes that `score/contract.md` means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from habeas.case.passage import Span
from habeas.case.vocabulary import QuoteForm
from habeas.read.quotation_marks import quoted_stretches
from habeas.read.signals import Floats, Marked, Signals, stretches


@dataclass(frozen=True, slots=True)
class Taste:
    """Which heads decide, and how sure they must be."""

    content: str
    cue: str
    source: str
    inside: float = 0.5
    evidence: float = 0.3
    reach: int = 160
    quoted: bool = True
    minimum: float = 0.0


ANY: Final = Taste("any_content", "any_cue", "any_source")
QUOTES: Final = Taste("content", "cue", "speaker")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words attributed to somebody. `source` are the words that name the speaker here; None: nobody is named.

    `confidence` is the probability that content and source are right; `because` says what decided.
    """

    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    form: QuoteForm
    confidence: float
    because: str


@dataclass(frozen=True, slots=True)
class _Part:
    """One unbroken stretch of content, with the links that it prefers."""

    first: int
    stop: int
    sure: float
    cue: int | None
    cue_sure: float
    source: int | None
    source_sure: float


def find_attributions(text: str, signals: Signals, taste: Taste = QUOTES) -> list[Attribution]:
    """Every attribution of the text, in order. Linear in the text but for the links, whose reach is bounded."""
    regions = [r for s in quoted_stretches(text) if (r := signals.pieces.within(s))[1] > r[0]]
    cues, sources = (signals.spans(head, taste.evidence) for head in (taste.cue, taste.source))
    parts = [_link(signals, first, stop, cues, sources, taste) for first, stop in _content(signals, regions, taste)]
    return [_attribution(text, signals, group, cues, sources, regions) for group in _groups(parts, cues, sources, signals)]


def _content(signals: Signals, regions: Sequence[tuple[int, int]], taste: Taste) -> list[tuple[int, int]]:
    """Stretches of pieces that are content. Words between marks go in or stay out together."""
    inside, begins, _ = signals.inside(taste.content)
    if taste.quoted:
        inside, begins = _settle_regions(inside, begins, regions)
    return stretches(inside >= taste.inside, begins | signals.pieces.opens.astype(np.bool_))


def _settle_regions(inside: Floats, begins: NDArray[np.bool_], regions: Sequence[tuple[int, int]]) -> tuple[Floats, NDArray[np.bool_]]:
    inside, begins = inside.copy(), begins.copy()
    for first, stop in regions:
        inside[first:stop] = inside[first:stop].mean()
        begins[first + 1 : stop] = False
    return inside, begins


def _near(signals: Signals, first: int, stop: int, marked: Sequence[Marked], reach: int) -> list[int]:
    """The candidates within `reach` pieces of the stretch and not inside it."""
    low = int(signals.pieces.starts[max(0, first - reach)])
    high = int(signals.pieces.stops[min(len(signals.pieces) - 1, stop + reach)])
    own = signals.span(first, stop)
    return [i for i, m in enumerate(marked) if m.span.start >= low and m.span.stop <= high and not own.holds(m.span)]


def _link(signals: Signals, first: int, stop: int, cues: Sequence[Marked], sources: Sequence[Marked], taste: Taste) -> _Part:
    """The cue and the source that the stretch points to, or none."""
    answers = signals.head(taste.content)
    own = signals.span(first, stop)
    chosen: list[tuple[int | None, float]] = []
    for role, marked in (("cue", cues), ("source", sources)):
        near = _near(signals, first, stop, marked, taste.reach)
        best, sure = signals.choose(role, own, [marked[i].span for i in near])
        chosen.append((None if best is None else near[best], sure))
    return _Part(first, stop, float(1.0 - answers[first:stop, 0].mean()), *chosen[0], *chosen[1])


def _groups(parts: Sequence[_Part], cues: Sequence[Marked], sources: Sequence[Marked], signals: Signals) -> list[list[_Part]]:
    """Parts that point to the same cue are one attribution."""
    out: list[list[_Part]] = []
    for part in parts:
        before = out[-1][-1] if out else None
        if before and part.cue is not None and before.cue == part.cue:
            out[-1].append(part)
        else:
            out.append([part])
    return out


def _attribution(
    text: str,
    signals: Signals,
    group: Sequence[_Part],
    cues: Sequence[Marked],
    sources: Sequence[Marked],
    regions: Sequence[tuple[int, int]],
) -> Attribution:
    lead = max(group, key=lambda p: p.source_sure * (p.source is not None) + 1e-3 * (p.stop - p.first))
    content = tuple(signals.span(p.first, p.stop) for p in group)
    sure = float(np.mean([p.sure for p in group])) * lead.source_sure
    cue = cues[lead.cue].span if lead.cue is not None else None
    source = sources[lead.source].span if lead.source is not None else None
    return Attribution(content, cue, source, _form(group, regions), sure, "encoder")


def _form(group: Sequence[_Part], regions: Sequence[tuple[int, int]]) -> QuoteForm:
    """Full where every part stands between marks, partial where some words do, indirect otherwise."""
    inside = [sum(max(0, min(p.stop, stop) - max(p.first, first)) for first, stop in regions) for p in group]
    total = sum(p.stop - p.first for p in group)
    if sum(inside) >= 0.8 * total:
        return QuoteForm.FULL
    return QuoteForm.PARTIAL if sum(inside) else QuoteForm.INDIRECT
