"""Who said what, as the encoder sees it: content, cue and source, put together under hard constraints.

Quotation marks decide the borders of what they enclose; a quote split by its reporting clause is one; the content of a quote never
holds its own cue or source; what is not sure enough is left out. Two tastes: everything attributed (beliefs and attitudes too), or
the quotes that `score/contract.md` means.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from habeas.case.passage import Span
from habeas.case.vocabulary import QuoteForm
from habeas.read.quotation_marks import quoted_stretches
from habeas.read.signals import Floats, Signals, stretches


@dataclass(frozen=True, slots=True)
class Taste:
    """Which heads decide, and how sure they must be: the numbers are the best on PolNeAR's dev part, see docs/decisions/0023.

    A piece is content from `inside` on; cues and sources are candidates from `evidence` on, if at most `reach` pieces away; an
    attribution counts from `minimum` on. `quoted`: words between quotation marks go in or stay out together. `turns`: how likely content
    is to begin or end between two pieces, so that each is judged in the light of those around it; .5: each by itself.
    """

    content: str
    cue: str
    source: str
    inside: float = 0.5
    evidence: float = 0.05
    reach: int = 60
    minimum: float = 0.45
    quoted: bool = True
    opener: str = ""  # a word that opens a reported clause and is none of its words
    turns: float = 0.5


# The best words at no cost of attributions: docs/decisions/0037
ANY: Final = Taste("any_content", "any_cue", "any_source", inside=0.3, minimum=0.2, turns=0.3)
QUOTES: Final = Taste("content", "cue", "speaker", opener="that ")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words attributed to somebody. `source` are the words that name the speaker here; None: nobody is named.

    `confidence` ranks, and promises a little too much (docs/decisions/0023 has the table); `because` says what decided.
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
    cues, sources = (_candidates(signals, head, taste.evidence) for head in (taste.cue, taste.source))
    parts = [_link(signals, first, stop, cues, sources, taste) for first, stop in _content(signals, regions, taste)]
    found = (_attribution(signals, group, cues, sources, regions) for group in _groups(signals, parts, regions))
    return [_without_opener(text, attribution, taste.opener) for attribution in found if attribution.confidence >= taste.minimum]


def _without_opener(text: str, attribution: Attribution, opener: str) -> Attribution:
    """The attribution without the "that" before its words."""
    first, *rest = attribution.content
    if not opener or not text.startswith(opener, first.start) or len(first) <= len(opener):
        return attribution
    return replace(attribution, content=(Span(first.start + len(opener), first.stop), *rest))


def _candidates(signals: Signals, head: str, evidence: float) -> list[Span]:
    """What may be a cue or a source: where `head` has any evidence, cut down to the pieces that have half of its peak."""
    inside, begins, _ = signals.inside(head)
    out = []
    for first, stop in stretches(inside >= evidence, begins | signals.pieces.opens.astype(np.bool_)):
        core = np.flatnonzero(inside[first:stop] >= 0.5 * inside[first:stop].max()) + first
        out.append(signals.span(int(core[0]), int(core[-1]) + 1))
    return out


def _outside(span: Span, content: Sequence[Span]) -> Span | None:
    """What of a cue or source lies outside the content it belongs to."""
    start, stop = span.start, span.stop
    for part in content:
        if part.touches(span):
            start, stop = (start, min(stop, part.start)) if part.start > span.start else (max(start, part.stop), stop)
    return Span(start, stop) if start < stop else None


def _content(signals: Signals, regions: Sequence[tuple[int, int]], taste: Taste) -> list[tuple[int, int]]:
    """Stretches of pieces that are content. Words between marks go in or stay out together."""
    inside, begins, _ = signals.inside(taste.content)
    if taste.turns != 0.5:
        inside = in_their_row(inside, signals.pieces.opens, taste.turns)
    if taste.quoted:
        inside, begins = _settle_regions(inside, begins, regions)
    return stretches(inside >= taste.inside, begins | signals.pieces.opens.astype(np.bool_))


_AT_A_LINE: Final = 0.4 / 0.6  # odds that a line begins with content: that share of PolNeAR's words is attributed


def in_their_row(inside: Floats, opens: NDArray[np.int64], turns: float) -> Floats:
    """The probabilities of being inside, piece by piece, in the light of the whole line: forward and backward through a chain of two states.

    Between two pieces of a line content begins or ends with the probability `turns`; a new line remembers nothing.
    """
    odds = np.clip(inside / np.maximum(1.0 - inside, _NEVER), _NEVER, 1.0 / _NEVER).astype(np.float64).tolist()
    begins = opens.tolist()
    stays = 1.0 - turns
    forward: list[float] = []
    for own, is_first in zip(odds, begins, strict=True):
        before = forward[-1] if forward else 1.0
        came = _AT_A_LINE if is_first or not forward else (before * stays + turns) / (before * turns + stays)
        forward.append(own * came)
    backward, later = [1.0] * len(odds), 1.0
    for i in range(len(odds) - 1, 0, -1):
        behind = odds[i] * later
        later = 1.0 if begins[i] else (behind * stays + turns) / (behind * turns + stays)
        backward[i - 1] = later
    together = np.array(forward) * np.array(backward)
    settled: Floats = (together / (1.0 + together)).astype(np.float32)
    return settled


_NEVER: Final = 1e-6


def _settle_regions(inside: Floats, begins: NDArray[np.bool_], regions: Sequence[tuple[int, int]]) -> tuple[Floats, NDArray[np.bool_]]:
    inside, begins = inside.copy(), begins.copy()
    for first, stop in regions:
        inside[first:stop] = inside[first:stop].mean()
        begins[first + 1 : stop] = False
    return inside, begins


def _near(signals: Signals, first: int, stop: int, marked: Sequence[Span], reach: int) -> list[int]:
    """The candidates that begin within `reach` pieces of the stretch and do not lie inside it. `marked` is in the text's order."""
    low = int(signals.pieces.starts[max(0, first - reach)])
    high = int(signals.pieces.stops[min(len(signals.pieces) - 1, stop + reach)])
    own = signals.span(first, stop)
    left, right = (bisect_left(marked, at, key=lambda m: m.start) for at in (low, high))
    return [i for i in range(left, right) if not own.holds(marked[i])]


def _link(signals: Signals, first: int, stop: int, cues: Sequence[Span], sources: Sequence[Span], taste: Taste) -> _Part:
    """The cue and the source that the stretch points to, or none."""
    answers = signals.head(taste.content)
    own = signals.span(first, stop)
    chosen: list[tuple[int | None, float]] = []
    for role, marked in (("cue", cues), ("source", sources)):
        near = _near(signals, first, stop, marked, taste.reach)
        best, sure = signals.choose(role, own, [marked[i] for i in near])
        chosen.append((None if best is None else near[best], sure))
    return _Part(first, stop, float(1.0 - answers[first:stop, 0].mean()), *chosen[0], *chosen[1])


def _groups(signals: Signals, parts: Sequence[_Part], regions: Sequence[tuple[int, int]]) -> list[list[_Part]]:
    """Parts that point to the same cue are one attribution; words without marks are not joined over the end of a line."""
    out: list[list[_Part]] = []
    for part in parts:
        before = out[-1][-1] if out else None
        is_of_it = before is not None and part.cue is not None and before.cue == part.cue
        if before and is_of_it and (_are_marked(before, part, regions) or not signals.pieces.opens[before.stop : part.first + 1].any()):
            out[-1].append(part)
        else:
            out.append([part])
    return out


def _are_marked(one: _Part, other: _Part, regions: Sequence[tuple[int, int]]) -> bool:
    """True if both parts begin between quotation marks."""
    return all(any(first <= part.first < stop for first, stop in regions) for part in (one, other))


def _attribution(
    signals: Signals,
    group: Sequence[_Part],
    cues: Sequence[Span],
    sources: Sequence[Span],
    regions: Sequence[tuple[int, int]],
) -> Attribution:
    lead = max(group, key=lambda p: p.source_sure * (p.source is not None) + 1e-3 * (p.stop - p.first))
    content = tuple(signals.span(p.first, p.stop) for p in group)
    cue = _outside(cues[lead.cue], content) if lead.cue is not None else None
    source = _outside(sources[lead.source], content) if lead.source is not None else None
    sure = float(np.mean([p.sure for p in group])) * lead.source_sure
    return Attribution(content, cue, source, _form(group, regions), sure, "encoder")


def _form(group: Sequence[_Part], regions: Sequence[tuple[int, int]]) -> QuoteForm:
    """Full where every part stands between marks, partial where some words do, indirect otherwise."""
    inside = [sum(max(0, min(p.stop, stop) - max(p.first, first)) for first, stop in regions) for p in group]
    total = sum(p.stop - p.first for p in group)
    if sum(inside) >= 0.8 * total:
        return QuoteForm.FULL
    return QuoteForm.PARTIAL if sum(inside) else QuoteForm.INDIRECT
