"""A text as the encoder sees it: word pieces with their place in the text, their case, paragraph starts and quote marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from habeas.case.passage import Span

LINE: Final = re.compile(r"[^\r\n\u2028\u2029]+")
SURROGATE: Final = re.compile("[\ud800-\udfff]")  # halves of pairs, which no UTF-8 can carry
OPENING: Final = "“„«‹‟"
CLOSING: Final = "”»›"
EITHER: Final = '"'
WINDOW: Final = 382  # word pieces of text in one window: 384 with the two marks that BERT wants
OVERLAP: Final = 64  # at least so many pieces are read by two windows, so that each is seen with context on both sides

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class WordPieces:
    """Parallel arrays, one entry a piece. `case`: 0 lower, 1 capital, 2 all capitals, 3 no letters. `opens`: first of its line.
    `begins`: first piece of a word. `quoted`: inside double quotation marks, counted line by line, a guess that the encoder may overrule.
    """

    ids: Ints
    starts: Ints
    stops: Ints
    case: Ints
    opens: Ints
    begins: Ints
    quoted: Ints

    def __len__(self) -> int:
        return len(self.ids)

    def first_in(self, span: Span) -> int | None:
        """The first piece that shares a character with `span`; None where there is none."""
        starts, stops = self.borders
        at = bisect_right(stops, span.start)
        return at if at < len(starts) and starts[at] < span.stop else None

    def within(self, span: Span) -> tuple[int, int]:
        """The half-open range of pieces that share a character with `span`; empty where there is none."""
        starts, stops = self.borders
        first = bisect_right(stops, span.start)
        return first, bisect_left(starts, span.stop, first)

    @cached_property
    def borders(self) -> tuple[list[int], list[int]]:
        """Starts and stops as lists: one number is sought in them at a time, thousands of times a text."""
        return self.starts.tolist(), self.stops.tolist()


def _case(piece: str) -> int:
    if piece.isalpha():
        if piece.islower():
            return 0
    elif not any(map(str.isalpha, piece)):
        return 3
    if len(piece) > 1 and piece.isupper():
        return 2
    return 1 if piece[0].isupper() else 0


def _lines(text: str, skip: Sequence[Span]) -> list[tuple[int, int]]:
    """The lines of `text`, cut around what is not to be read."""
    cuts = sorted((s.start, s.stop) for s in skip)
    out: list[tuple[int, int]] = []
    at = 0
    for line in LINE.finditer(text):
        start, stop = line.span()
        while at < len(cuts) and cuts[at][1] <= start:
            at += 1
        k = at
        while k < len(cuts) and cuts[k][0] < stop:
            if cuts[k][0] > start:
                out.append((start, cuts[k][0]))
            start = max(start, cuts[k][1])
            k += 1
        if start < stop:
            out.append((start, stop))
    return out


def _quoted(pieces: Sequence[str]) -> list[int]:
    """Which pieces of one line stand inside double quotation marks (the marks themselves do)."""
    out, inside = [], 0
    for piece in pieces:
        mark = piece[:1]
        if mark in OPENING or (mark == EITHER and not inside):
            inside = 1
            out.append(1)
        elif mark in CLOSING or mark == EITHER:
            out.append(1)
            inside = 0
        else:
            out.append(inside)
    return out


def cut_pieces(text: str, tokenizer: Any, skip: Sequence[Span] = ()) -> WordPieces:
    """The word pieces of all that is to be read, in order. Linear in the length of the text."""
    lines = _lines(text, skip)
    readable = SURROGATE.sub("\ufffd", text)
    ids: list[int] = []
    starts: list[int] = []
    stops: list[int] = []
    case: list[int] = []
    opens: list[int] = []
    begins: list[int] = []
    quoted: list[int] = []
    for (base, stop), encoding in zip(
        lines, tokenizer.encode_batch([readable[s:e] for s, e in lines], add_special_tokens=False), strict=True
    ):
        room = stop - base
        # An encoding makes its lists anew each time that they are asked for.
        kept = [(i, s, e, t) for i, (s, e), t in zip(encoding.ids, encoding.offsets, encoding.tokens, strict=True) if s < e <= room]
        words = [text[base + s : base + e] for _, s, e, _ in kept]
        ids += [i for i, _, _, _ in kept]
        starts += [base + s for _, s, _, _ in kept]
        stops += [base + e for _, _, e, _ in kept]
        case += map(_case, words)
        quoted += _quoted(words)
        begins += [int(k == 0 or not t.startswith("##")) for k, (_, _, _, t) in enumerate(kept)]
        opens += [int(k == 0) for k in range(len(kept))]
    as_array = [np.array(column, dtype=np.int64) for column in (ids, starts, stops, case, opens, begins, quoted)]
    return WordPieces(*as_array)


def cut_windows(opens: Ints, size: int = WINDOW, overlap: int = OVERLAP) -> list[tuple[int, int]]:
    """Overlapping windows over all pieces, begun at a line's start where one is near. A long line is never cut off."""
    n = len(opens)
    out: list[tuple[int, int]] = []
    start = 0
    while start < n:
        stop = min(n, start + size)
        out.append((start, stop))
        if stop == n:
            break
        low, high = max(start + 1, stop - 2 * overlap), stop - overlap
        breaks = np.flatnonzero(opens[low : high + 1])
        start = low + int(breaks[-1]) if len(breaks) else high
    return out


def window_shares(windows: Sequence[tuple[int, int]]) -> list[Floats]:
    """For each window how much its word on each of its pieces counts; of one piece the shares of all windows that read it add up to 1.

    In an overlap the word of the one window fades out as that of the next fades in: near its edge a window has seen little around a piece.
    """
    shares = [np.ones(stop - start, dtype=np.float32) for start, stop in windows]
    for i, ((_, stop), (start, _)) in enumerate(pairwise(windows)):
        shared = stop - start
        fades_in = (np.arange(shared, dtype=np.float32) + 0.5) / shared
        shares[i][-shared:] *= 1.0 - fades_in
        shares[i + 1][:shared] *= fades_in
    return shares
