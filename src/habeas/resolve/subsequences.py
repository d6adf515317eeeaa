"""How many letters the longest common subsequence of two short strings has, for many pairs of strings at once."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from habeas.resolve.codes import END, LONGEST_WORD, Bytes, Ints, Runs

Floats = npt.NDArray[np.float32]
_WIDTHS: Final = (6, 8, 10, 12, 16, 24, 32, 64)  # pairs are compared together up to these lengths
_FEW: Final = 2000  # pairs up to which one go is quicker than one for each width
_BLOCK: Final = 16384  # pairs at a time, so that the table stays near the processor


class Strings:
    """Short strings as rows of letters, with nothing (0) after the end; their lengths."""

    def __init__(self, runs: Runs, longest: int = LONGEST_WORD) -> None:
        self.lengths: Bytes = np.minimum(runs.lengths, longest).astype(np.uint8)
        total, wide = len(self.lengths), max(8, -(-int(self.lengths.max(initial=0)) // 8) * 8)
        self._rows: Bytes = np.zeros((total, wide), np.uint8)
        spots = np.arange(len(runs.letters)) + np.repeat(np.arange(total) * wide - runs.starts, runs.lengths + 1)
        letters = runs.letters.astype(np.uint8)
        kept = letters != END
        if len(letters) and int(runs.lengths.max()) > wide:
            kept &= runs.places < wide
        self._rows.ravel()[spots[kept]] = letters[kept]

    def first(self) -> Bytes:
        """The first letter of each, 0 where there is none."""
        return self._rows[:, 0]

    def columns(self, which: Ints, wide: int) -> Bytes:
        """The first `wide` letters of some strings, a row for each place."""
        blocks = self._rows.view(np.uint64)[:, : -(-wide // 8)]
        return np.ascontiguousarray(blocks.take(which, axis=0).view(np.uint8).T)[:wide]

    def liken(self, x: Ints, other: Strings, y: Ints) -> Floats:
        """How alike strings x of this are to y of the other, pair by pair: twice the longest common subsequence by both lengths."""
        lengths_x, lengths_y = self.lengths[x], other.lengths[y]
        total = lengths_x.astype(np.float32) + lengths_y
        common = self._shared(x, other, y, np.maximum(lengths_x, lengths_y)).astype(np.float32)
        common += common
        common /= np.maximum(total, np.float32(1))
        np.putmask(common, total == 0, 1.0)
        return common

    def _shared(self, x: Ints, other: Strings, y: Ints, longest: Bytes) -> Bytes:
        """The length of the longest common subsequence of strings x of this and y of the other, pair by pair."""
        out: Bytes = np.zeros(len(x), np.uint8)
        widths = _WIDTHS if len(x) > _FEW else (max(int(longest.max(initial=0)), 1),)
        for low, high in zip((0, *widths), widths, strict=False):
            rows = np.flatnonzero((longest > low) & (longest <= high))
            for part in (rows[k : k + _BLOCK] for k in range(0, len(rows), _BLOCK)):
                theirs = other.columns(y[part], min(high, other._rows.shape[1]))
                theirs -= theirs == 0  # nothing is like nothing
                out[part] = common_length(self.columns(x[part], min(high, self._rows.shape[1])), theirs)
        return out


def common_length(x: Bytes, y: Bytes) -> Bytes:
    """The table of common subsequences, row by row for all pairs together: a letter in common adds one to what came before both."""
    before, now = (np.zeros((len(y) + 1, y.shape[1]), np.uint8) for _ in range(2))
    is_met = np.empty(y.shape, bool)
    met = is_met.view(np.uint8)
    for letter in x:
        np.equal(y, letter, out=is_met)
        met += before[:-1]
        np.maximum(met, before[1:], out=now[1:])
        for place in range(1, len(y)):
            np.maximum(now[place + 1], now[place], out=now[place + 1])
        before, now = now, before
    return before[-1]
