"""How many letters the longest common subsequence of two short strings has, for many pairs of strings at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from habeas.resolve.codes import END, LONGEST_WORD, Bools, Bytes, Hashes, Ints

Floats = npt.NDArray[np.float32]
_WIDTHS: Final = (6, 8, 10, 12, 16, LONGEST_WORD)  # pairs are compared together up to these lengths
# Factors by which eight letters each are added up to one number; random and odd, so that no two strings of any language have one sum.
_FACTORS: Final = np.random.default_rng(1948).integers(1, 1 << 63, LONGEST_WORD // 8, np.uint64) * np.uint64(2) + np.uint64(1)
_FEW: Final = 2000  # pairs up to which one go is quicker than one for each width
_ALONE: Final = 4  # strings that stand for one word, at all depths: compared with many, one go is quicker, too
_LETTERS: Final = 256
_BLOCK: Final = 16384  # pairs at a time, so that the table stays near the processor


class Strings:
    """Short strings as rows of letters, with nothing (0) after the end; their lengths, and a number for each."""

    def __init__(self, text: bytes) -> None:
        letters = np.frombuffer(text, np.uint8)
        stops = np.flatnonzero(letters == END)
        lengths = np.diff(stops, prepend=-1) - 1
        if len(lengths) and int(lengths.max()) > LONGEST_WORD:
            kept = np.arange(len(letters)) - np.repeat(stops - lengths, lengths + 1) < LONGEST_WORD
            kept[stops] = True
            letters, lengths = letters[kept], np.minimum(lengths, LONGEST_WORD)
        self.lengths: Bytes = lengths.astype(np.uint8)
        total, wide = len(lengths), max(8, -(-int(lengths.max(initial=0)) // 8) * 8)
        starts = np.cumsum(lengths + 1) - (lengths + 1)
        rows = np.zeros(total * wide + 1, np.uint8)  # one more for the end after a full last row
        rows[np.arange(len(letters)) + np.repeat(np.arange(total) * wide - starts, lengths + 1)] = letters
        rows *= rows != END
        self._rows: Bytes = rows[:-1].reshape(total, wide)

    @cached_property
    def hashes(self) -> Hashes:
        """A number for each string: the same for the same string, and another for any other one."""
        blocks = self._rows.view(np.uint64)
        out: Hashes = blocks[:, 0] * _FACTORS[0]
        for block, factor in zip(blocks.T[1:], _FACTORS[1:], strict=False):
            out += block * factor
        return out

    @classmethod
    def of(cls, parts: Sequence[tuple[Strings, Ints]]) -> Strings:
        """Some strings of several tables, one after the other."""
        out = cls(b"")
        out.lengths = np.concatenate([table.lengths.take(rows) for table, rows in parts])
        out._rows = np.zeros((len(out.lengths), max(table._rows.shape[1] for table, _ in parts)), np.uint8)
        start = 0
        for table, rows in parts:
            out._rows[start : start + len(rows), : table._rows.shape[1]] = table._rows.take(rows, axis=0)
            start += len(rows)
        return out

    def first(self) -> Bytes:
        """The first letter of each, 0 where there is none."""
        return self._rows[:, 0]

    def last(self) -> Bytes:
        """The last letter of each, 0 where there is none."""
        return self._rows[np.arange(len(self._rows)), np.maximum(self.lengths, 1) - np.uint8(1)]

    def has(self, letter: int) -> Bools:
        """Which of them have a letter."""
        return np.asarray((self._rows == letter).any(1))

    def columns(self, which: Ints, wide: int) -> Bytes:
        """The first `wide` letters of some strings, a row for each place."""
        blocks = self._rows.view(np.uint64)[:, : -(-wide // 8)]
        return np.ascontiguousarray(blocks.take(which, axis=0).view(np.uint8).T)[:wide]

    def letters(self, which: Ints) -> Bytes:
        """All letters of some strings, a row for each place."""
        return self.columns(which, int(self.lengths[which].max(initial=0)))

    def liken(self, x: Ints, other: Strings, y: Ints) -> Floats:
        """How alike strings x of this are to y of the other, pair by pair: twice the longest common subsequence by both lengths."""
        lengths_x, lengths_y = self.lengths[x], other.lengths[y]
        total = lengths_x.astype(np.float32) + lengths_y
        common = self._shared(x, other, y, np.maximum(lengths_x, lengths_y)).astype(np.float32)
        common += common
        common /= np.maximum(total, np.float32(1))
        common += total == 0
        return common

    def _shared(self, x: Ints, other: Strings, y: Ints, longest: Bytes) -> Bytes:
        """The length of the longest common subsequence of strings x of this and y of the other, pair by pair."""
        out: Bytes = np.zeros(len(x), np.uint8)
        in_one_go = len(x) <= _FEW or len(self.lengths) <= _ALONE
        widths = (max(int(longest.max(initial=0)), 1),) if in_one_go else _WIDTHS
        for low, high in zip((0, *widths), widths, strict=False):
            rows = np.flatnonzero((longest > low) & (longest <= high))
            for part in (rows[k : k + _BLOCK] for k in range(0, len(rows), _BLOCK)):
                mine, theirs = self.letters(x[part]), other.letters(y[part])
                mine, theirs = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
                theirs -= theirs == 0  # nothing is like nothing
                out[part] = common_length(mine, theirs)
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
    common: Bytes = before[-1]
    return common


class Patterns:
    """Strings that are each set against many others: the table of common subsequences in the bits of one number, a letter at a time."""

    def __init__(self, strings: Strings) -> None:
        self.lengths = strings.lengths
        kind = np.uint16 if int(self.lengths.max(initial=0)) <= 16 else np.uint32
        self._bits = np.zeros((len(self.lengths), _LETTERS), kind)
        for place, letters in enumerate(strings.letters(np.arange(len(self.lengths)))):
            which = np.flatnonzero(letters)
            self._bits[which, letters[which]] |= kind(1 << place)

    def liken(self, patterns: Ints, strings: Strings, rows: Ints) -> Floats:
        """How alike strings are to the patterns, pair by pair: the same as Strings.liken."""
        lengths, own = strings.lengths[rows], self.lengths[patterns]
        bits = self._bits.ravel()
        starts = patterns * _LETTERS
        left = np.full(len(rows), -1, np.int64).astype(bits.dtype)  # the places of the pattern that nothing has met
        for letters in strings.columns(rows, int(lengths.max(initial=0))):
            met = bits.take(starts + letters)
            met &= left
            rest = left - met
            left += met
            left |= rest
        np.invert(left, out=left)
        common: Floats = np.bitwise_count(left).astype(np.float32)
        total = lengths.astype(np.float32) + own
        common += common
        common /= np.maximum(total, np.float32(1))
        common += total == 0
        return common
