"""One part of a name index on disk: names, the different words in them, which names have which word, and which words each name has.
All of it is arrays that stay on disk until they are touched; the words alone are read, when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Final

import numpy as np
import numpy.typing as npt

from habeas.resolve.batch import Names, parse_names
from habeas.resolve.codes import Bytes, Ints, Runs, as_codes, known_letters
from habeas.resolve.parse import WIDEST, Name, parse_name
from habeas.resolve.vocabulary import Vocabulary
from habeas.resolve.words import Kind

Entry = tuple[str, str]  # key, name
Array = npt.NDArray[np.generic]
_PARTS: Final = ("texts", "text_starts", "words", "names", "name_starts", "rows", "row_starts", "marks")
_CHUNK: Final = 50_000
_ODD: Final = 1 << 7  # the mark of a name that is compared by the one-pair way; lower bits mark fathers' names
_LAST: Final = 0xFFFF  # letters beyond it have no place in the tables of codes.py


class Segment:
    """The arrays of one part, opened from a directory."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.lock = folder, Lock()
        parts = {name: np.load(folder / f"{name}.npy", mmap_mode="r").view(np.ndarray) for name in _PARTS}
        self.texts, self.text_starts, self._words = (parts[n] for n in _PARTS[:3])
        self._names, self._name_starts, self._rows, self._row_starts, self._marks = (parts[n] for n in _PARTS[3:])

    def __len__(self) -> int:
        return len(self.text_starts) - 1

    def entry(self, number: int) -> Entry:
        """Key and name of one entry."""
        start, stop = self.text_starts[number : number + 2]
        key, _, name = bytes(self.texts[start:stop]).decode("utf-8").partition("\t")
        return key, name

    def entries(self) -> Iterator[Entry]:
        """All entries in order."""
        return (self.entry(k) for k in range(len(self)))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All different words with all that is known of them; read when first asked for."""
        letters = self._words.astype(np.int32)
        known_letters().small(np.unique(letters).astype(np.uint32))
        return Vocabulary(Runs(letters))

    @cached_property
    def bearer_counts(self) -> Ints:
        """How many names have each word."""
        counts: Ints = np.diff(self._name_starts.astype(np.int64))
        return counts

    @cached_property
    def seen(self) -> Bytes:
        """An empty mark for each name; whoever uses them holds the lock and leaves them empty."""
        return np.zeros(len(self), np.uint8)

    def bearers(self, words: Ints) -> Ints:
        """The numbers of the names that have these words, one word after the other."""
        counts = self.bearer_counts[words]
        stops = np.cumsum(counts)
        spots = np.arange(stops[-1] if len(stops) else 0) + np.repeat(self._name_starts[words] - (stops - counts), counts)
        names: Ints = self._names[spots].astype(np.int64)
        return names

    def words_of(self, names: Ints) -> Ints:
        """The words of some names, a row for each place; -1 where a name has no more."""
        starts, stops = self._row_starts[names].astype(np.int64), self._row_starts[names + 1]
        out = np.full((WIDEST, len(names)), -1, np.int64)
        for place in range(WIDEST):
            spots = starts + place
            has = np.flatnonzero(spots < stops)
            if not len(has):
                break
            out[place, has] = self._rows[spots[has]]
        return out

    def taken_apart(self, names: Ints, words: Ints) -> Names:
        """Some names, whose words are given, as rows of these."""
        marks = self._marks[names]
        fathers = (marks >> np.arange(WIDEST, dtype=np.uint8)[:, None] & 1).astype(bool)
        return Names(words, fathers, (words >= 0).sum(0), (marks & _ODD) == 0)


def write_segment(folder: Path, entries: Sequence[Entry]) -> None:
    """Make a part of these entries."""
    numbers: dict[str, int] = {}
    found = [_words_of(entries[k : k + _CHUNK], numbers) for k in range(0, len(entries), _CHUNK)]
    rows, lengths, marks = (np.concatenate([part[side] for part in found]) for side in range(3))
    vocabulary = Vocabulary(Runs(as_codes(list(numbers))))
    rows = vocabulary.place[rows].astype(np.uint32)
    owners = np.repeat(np.arange(len(entries), dtype=np.uint32), lengths)
    is_word = vocabulary.kinds[rows] != Kind.INITIAL
    words, names = rows[is_word], owners[is_word]
    order = np.lexsort((names, words))
    words, names = words[order], names[order]
    fresh = np.ones(len(words), bool)
    fresh[1:] = (words[1:] != words[:-1]) | (names[1:] != names[:-1])
    words, names = words[fresh], names[fresh]
    texts, text_starts = _packed([f"{key}\t{name}".encode() for key, name in entries])
    folder.mkdir(parents=True)
    starts = np.searchsorted(words, np.arange(len(vocabulary) + 1)).astype(np.uint32)
    row_starts = np.append(0, np.cumsum(lengths)).astype(np.uint32)
    letters = vocabulary.words.letters[:-1].astype(np.uint16)
    arrays: tuple[Array, ...] = (texts, text_starts, letters, names, starts, rows, row_starts, marks)
    for part, array in zip(_PARTS, arrays, strict=True):
        np.save(folder / f"{part}.npy", array)


def _packed(texts: list[bytes]) -> tuple[Array, Array]:
    starts = np.zeros(len(texts) + 1, np.int64)
    np.cumsum([len(t) for t in texts], out=starts[1:])
    return np.frombuffer(b"".join(texts), np.uint8), starts


def _words_of(entries: Sequence[Entry], numbers: dict[str, int]) -> tuple[Ints, Ints, Bytes]:
    """The words of every name in order, how many each name has, and its marks; new words get their numbers."""
    vocabulary, names = parse_names([name for _, name in entries])
    raws = vocabulary.words.letters.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass").split("\n")[: len(vocabulary)]
    odd = {k: _searched(parse_name(entries[k][1])) for k in np.flatnonzero(~names.is_plain).tolist()}
    used = np.zeros(len(vocabulary), bool)
    used[names.words[:, names.is_plain][names.words[:, names.is_plain] >= 0]] = True
    places = np.array([numbers.setdefault(raw, len(numbers)) if u else -1 for raw, u in zip(raws, used.tolist(), strict=True)] + [-1])
    table = places[names.words].T
    marks = (names.fathers.astype(np.uint8) << np.arange(WIDEST, dtype=np.uint8)[:, None]).sum(0, dtype=np.uint8)
    for k, words in odd.items():
        table[k], marks[k] = -1, _ODD
        table[k, : len(words)] = [numbers.setdefault(raw, len(numbers)) for raw in words]
    has = table >= 0
    return table[has], has.sum(1), marks


def _searched(name: Name) -> list[str]:
    """The words by which a name out of the ordinary is found."""
    words = [w.raw for w in (*name.words, *name.others) if w.kind is not Kind.INITIAL]
    return [raw for raw in words if max(map(ord, raw)) <= _LAST][:WIDEST]
