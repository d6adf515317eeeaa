"""Many names as one array of letters: which sign is a letter, where words begin and end, and a number for each different word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from habeas.resolve.letters import sounds_by_letter
from habeas.resolve.parse import SIGNS
from habeas.resolve.words import script_of

Ints = npt.NDArray[np.int64]
Codes = npt.NDArray[np.int32]
Bytes = npt.NDArray[np.uint8]
Hashes = npt.NDArray[np.uint64]
Bools = npt.NDArray[np.bool_]

LONGEST_WORD: Final = 24  # letters, and sounds; a name with a longer word is left to the one-pair way
END: Final = 10  # the line end, which ends words and names
_UNREAD, _SILENT, _BLANK, _COMMA, _END, _BRACKET = -9, -1, -2, -3, -4, -5
_SPECIAL: Final = {"(": _BRACKET, "[": _BRACKET, "（": _BRACKET, ")": _BLANK, "]": _BLANK, "）": _BLANK, ",": _COMMA, "\n": _END}
_SLOTS: Final = 1 << 15
_SHIFT: Final = np.uint64(64 - 15)
# Weights for the sum that stands for a word; random, so that no two words of any language have one sum.
_WEIGHTS: Final = np.random.default_rng(1948).integers(1, 1 << 63, 4096, np.uint64) * np.uint64(2) + np.uint64(1)


class Letters:
    """What each letter is: in small form or a sign, its sounds in both readings, its alphabet. Filled as letters are met."""

    def __init__(self) -> None:
        self._small: Codes = np.full(1 << 16, _UNREAD, np.int32)
        self.sounds: Bytes = np.zeros((1 << 16, 3), np.uint8)
        self.others: Bytes = np.zeros((1 << 16, 3), np.uint8)
        self.scripts: Bytes = np.zeros(1 << 16, np.uint8)
        self.differs: Bools = np.zeros(1 << 16, bool)  # has another sound in the other reading
        for sounds in (self.sounds, self.others):
            sounds[END, 0] = END

    def small(self, codes: npt.NDArray[np.uint32]) -> Codes:
        """Small letters, and negative numbers for signs. Only for letters of the first plane."""
        out = self._small[codes]
        if len(out) and out.min() == _UNREAD:
            for code in set(codes[out == _UNREAD].tolist()):
                self._learn(code)
            out = self._small[codes]
        return out

    def _learn(self, code: int) -> None:
        letter = chr(code)
        small = letter.lower()[0]
        told = _SPECIAL.get(letter)
        if told is None and code in SIGNS:
            told = {None: _SILENT, " ": _BLANK, ",": _COMMA}[SIGNS[code]]
        if told is None and letter.isspace():
            told = _BLANK
        if told is None:
            for table, other in ((self.sounds, False), (self.others, True)):
                sounds = sounds_by_letter(other=other)[ord(small)].encode("latin-1")[:3]
                table[ord(small), : len(sounds)] = list(sounds)
            self.differs[ord(small)] = (self.sounds[ord(small)] != self.others[ord(small)]).any()
            self.scripts[ord(small)] = script_of(small)
        self._small[code] = ord(small) if told is None else told  # last: another thread may be reading


@cache
def known_letters() -> Letters:
    """The one table of letters of this process."""
    return Letters()


class Runs:
    """Runs of letters or sounds one after the other, each ended by END: where each starts, and its length without the end."""

    def __init__(self, letters: npt.NDArray[np.integer]) -> None:
        self.letters = letters
        ends = np.flatnonzero(letters == END)
        self.starts: Ints = np.zeros(len(ends), np.int64)
        self.starts[1:] = ends[:-1] + 1
        self.lengths: Ints = ends - self.starts

    @cached_property
    def places(self) -> Ints:
        """For each letter (and each end) its place in its run."""
        return np.arange(len(self.letters)) - np.repeat(self.starts, self.lengths + 1)

    @cached_property
    def owners(self) -> Ints:
        """For each letter (and each end) the number of its run."""
        return np.repeat(np.arange(len(self.starts)), self.lengths + 1)

    @cached_property
    def hashes(self) -> Hashes:
        """A number for each run: the same for the same run, and another for any other one."""
        if not len(self.starts):
            return np.zeros(0, np.uint64)
        weighed = _WEIGHTS.take(self.places, mode="clip")
        weighed *= self.letters.astype(np.uint64) + np.uint64(1)
        return np.asarray(np.add.reduceat(weighed, self.starts), np.uint64)

    def take(self, which: Ints) -> npt.NDArray[np.integer]:
        """The letters of some runs, one after the other, with their ends."""
        lengths = self.lengths[which] + 1
        stops = np.cumsum(lengths)
        places = np.arange(stops[-1] if len(stops) else 0) + np.repeat(self.starts[which] - (stops - lengths), lengths)
        taken: npt.NDArray[np.integer] = self.letters[places]
        return taken


def as_codes(words: Sequence[str]) -> Codes:
    """Words as one array of letters, each ended by END."""
    return np.frombuffer("\n".join([*words, ""]).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int32)


def hash_words(words: Sequence[str]) -> Hashes:
    """The number of each word, as Runs.hashes gives it."""
    return Runs(as_codes(words)).hashes


class Lookup:
    """A table by hashes: the row of each, -1 where there is none. A hash's first bits tell where to look; few rows share them."""

    def __init__(self, keys: Hashes) -> None:
        places = (keys >> _SHIFT).astype(np.int64)
        self._rows = np.argsort(places, kind="stable")
        self._keys = np.append(keys[self._rows], np.zeros(64, np.uint64))
        self._starts = np.searchsorted(places[self._rows], np.arange(_SLOTS + 1))
        self._most = int(np.diff(self._starts).max())

    def find(self, hashes: Hashes) -> Ints:
        out = np.full(len(hashes), -1, np.int64)
        places = self._starts.take((hashes >> _SHIFT).astype(np.int64))
        for k in range(self._most):
            hit = np.flatnonzero(self._keys.take(places + k) == hashes)
            out[hit] = self._rows.take(places[hit] + k, mode="clip")
        return out


@dataclass(frozen=True, slots=True)
class Cut:
    """Names cut into words: the different words, and for each word in order which one it is (-1: a comma) and whose name has it."""

    words: Runs
    ids: Ints
    names: Ints
    is_odd: Bools  # names that are left to the one-pair way


def cut_names(text: str) -> Cut:
    """All words of composed names, a name a line. Odd are names with brackets, very long words, or letters beyond the first plane."""
    codes = np.frombuffer((text + "\n").encode("utf-32-le", "surrogatepass"), np.uint32)
    beyond = codes > 0xFFFF
    is_odd = np.zeros(int((codes == END).sum()), bool)
    if beyond.any():
        is_odd[(np.cumsum(codes == END) - (codes == END))[beyond]] = True
        codes = np.where(beyond, ord("?"), codes)
    small = known_letters().small(codes)
    small = small[small != _SILENT]
    inside = small >= 0
    before = np.empty_like(inside)
    before[0], before[1:] = False, inside[:-1]
    starts, stops = np.flatnonzero(inside > before), np.flatnonzero(inside < before)
    owners = np.cumsum(small == _END, dtype=np.int32)  # a name's end counts to the next one, which does not matter
    names = owners[starts].astype(np.int64)
    is_odd[owners[small == _BRACKET]] = True
    is_odd[names[stops - starts > LONGEST_WORD]] = True
    words, ids = _different(Runs(np.where(inside, small, END)[inside | before]))
    commas = np.flatnonzero(small == _COMMA)
    if len(commas):
        places = np.searchsorted(starts, commas)
        ids, names = np.insert(ids, places, -1), np.insert(names, places, owners[commas])
    return Cut(words, ids, names, is_odd)


def _different(runs: Runs) -> tuple[Runs, Ints]:
    """The different ones among runs, and which of them each is."""
    hashes = runs.hashes
    order = np.argsort(hashes)
    ranked = hashes[order]
    fresh = np.ones(len(ranked), bool)
    fresh[1:] = ranked[1:] != ranked[:-1]
    ids = np.empty(len(order), np.int64)
    ids[order] = np.cumsum(fresh) - 1
    return Runs(runs.take(order[fresh])), ids
