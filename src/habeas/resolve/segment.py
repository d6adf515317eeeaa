"""One part of a name index on disk: names, the different words in them, and which names have which word. All of it is arrays that
stay on disk until they are touched; the words alone are read, when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Final

import numpy as np
import numpy.typing as npt

from habeas.resolve.batch import parse_names
from habeas.resolve.codes import Ints
from habeas.resolve.depths import Readings
from habeas.resolve.parse import parse_name
from habeas.resolve.vocabulary import find_given
from habeas.resolve.words import Kind

Entry = tuple[str, str]  # key, name
Array = npt.NDArray[np.generic]
Sums = npt.NDArray[np.float32]
_PARTS: Final = ("texts", "text_starts", "words", "names", "name_starts")
_CHUNK: Final = 50_000


class Segment:
    """The arrays of one part, opened from a directory."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.lock = folder, Lock()
        parts = {name: np.load(folder / f"{name}.npy", mmap_mode="r").view(np.ndarray) for name in _PARTS}
        self.texts, self.text_starts, self.words = (parts[n] for n in _PARTS[:3])
        self.names, self.name_starts = (parts[n] for n in _PARTS[3:])

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
    def readings(self) -> Readings:
        """All different words at all depths; read when first asked for."""
        return Readings(self.words.tobytes())

    @cached_property
    def given(self) -> Ints:
        """The given name that each word is (-1: none known)."""
        return find_given(*self.readings.hashes[:2])[:, 0]

    @cached_property
    def sums(self) -> tuple[Sums, Sums]:
        """Two empty places to add up in, a number for each name; whoever uses them holds the lock and leaves them empty."""
        return np.zeros(len(self), np.float32), np.zeros(len(self), np.float32)

    def words_near(self, mask: int) -> Ints:
        """The numbers of the words that share half of their consonants, or of those of `mask`, whichever has more."""
        readings = self.readings
        shared = np.bitwise_count(readings.masks & np.uint32(mask))
        return np.flatnonzero(2 * shared >= np.maximum(readings.mask_sizes, mask.bit_count()))

    def bearers(self, word: int) -> npt.NDArray[np.uint32]:
        """The numbers of the names that have a word."""
        start, stop = self.name_starts[word : word + 2]
        bearers: npt.NDArray[np.uint32] = self.names[start:stop]
        return bearers


def write_segment(folder: Path, entries: Sequence[Entry]) -> None:
    """Make a part of these entries."""
    numbers: dict[str, int] = {}
    pairs = [_postings(entries[k : k + _CHUNK], k, numbers) for k in range(0, len(entries), _CHUNK)]
    words, names = (np.concatenate([p[side] for p in pairs]) for side in (0, 1))
    order = np.lexsort((names, words))
    words, names = words[order], names[order]
    fresh = np.ones(len(words), bool)
    fresh[1:] = (words[1:] != words[:-1]) | (names[1:] != names[:-1])
    words, names = words[fresh], names[fresh]
    texts, text_starts = _packed([f"{key}\t{name}".encode() for key, name in entries])
    sounds = list(numbers)
    packed = np.frombuffer("".join(f"{s}\n" for s in sounds).encode("latin-1", "replace"), np.uint8)
    folder.mkdir(parents=True)
    starts = np.searchsorted(words, np.arange(len(sounds) + 1)).astype(np.uint32)
    arrays: tuple[Array, ...] = (texts, text_starts, packed, names.astype(np.uint32), starts)
    for part, array in zip(_PARTS, arrays, strict=True):
        np.save(folder / f"{part}.npy", array)


def _packed(texts: list[bytes]) -> tuple[Array, Array]:
    starts = np.zeros(len(texts) + 1, np.int64)
    np.cumsum([len(t) for t in texts], out=starts[1:])
    return np.frombuffer(b"".join(texts), np.uint8), starts


def _postings(entries: Sequence[Entry], start: int, numbers: dict[str, int]) -> tuple[Array, Array]:
    """(word, name) for every word of every name, in both readings; new words get their numbers."""
    vocabulary, names = parse_names([name for _, name in entries])
    readings = zip(vocabulary.sounds(), vocabulary.sounds(other=True), strict=True)
    places = np.array([[numbers.setdefault(s, len(numbers)) for s in pair] for pair in readings], np.int64)
    keep = np.where(names.is_plain[:, None], names.words.T, -1)
    keep = np.where((keep >= 0) & (vocabulary.kinds[keep] != Kind.INITIAL), keep, -1)
    rows, columns = np.nonzero(keep >= 0)
    words = [places[keep[rows, columns]].ravel()]
    owners = [np.repeat(rows, 2)]
    for k in np.flatnonzero(~names.is_plain).tolist():
        parsed = parse_name(entries[k][1])
        sounds = [s.sounds for w in (*parsed.words, *parsed.others) if w.kind is not Kind.INITIAL for s in (w.main, w.other) if s]
        words.append(np.array([numbers.setdefault(s, len(numbers)) for s in sounds], np.int64))
        owners.append(np.full(len(sounds), k))
    return np.concatenate(words), np.concatenate(owners) + start
