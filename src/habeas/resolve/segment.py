"""One part of a name index on disk: names, the different words in them, which names have which word, and keys that find a word by
its consonants although one is missing, added or changed. All of it is arrays that stay on disk until they are touched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

from habeas.resolve.batch import parse_names
from habeas.resolve.depths import Readings, readings_of
from habeas.resolve.parse import parse_name
from habeas.resolve.words import Kind

Entry = tuple[str, str]  # key, name
Array = npt.NDArray[np.generic]
_PARTS: Final = ("texts", "text_starts", "words", "names", "name_starts", "keys", "key_words")
_CHUNK: Final = 50_000
_SHORT: Final = 3  # consonants; a shorter word is found by all of them or not at all


def spine_keys(spine: str) -> list[int]:
    """Hashes of a word's consonants, and of these with one left out: two words that share one differ in one consonant at most."""
    forms = {spine} if len(spine) < _SHORT else {spine, *(spine[:k] + spine[k + 1 :] for k in range(len(spine)))}
    return [crc32(form.encode("latin-1", "replace")) for form in forms]


class Segment:
    """The arrays of one part, opened from a directory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        parts = {name: np.load(folder / f"{name}.npy", mmap_mode="r").view(np.ndarray) for name in _PARTS}
        self.texts, self.text_starts, self.words = (parts[n] for n in _PARTS[:3])
        self.names, self.name_starts, self.keys, self.key_words = (parts[n] for n in _PARTS[3:])
        self._readings: Readings | None = None

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

    @property
    def readings(self) -> Readings:
        """All different words at all depths; read when first asked for."""
        if self._readings is None:
            self._readings = Readings(self.words.tobytes())
        return self._readings

    def words_like(self, spine: str) -> npt.NDArray[np.int64]:
        """The numbers of the words whose consonants are those of `spine`, but for one."""
        wanted = np.array(spine_keys(spine), self.keys.dtype)
        starts, stops = np.searchsorted(self.keys, wanted, "left"), np.searchsorted(self.keys, wanted, "right")
        found = [self.key_words[a:b] for a, b in zip(starts, stops, strict=True) if b > a]
        return np.unique(np.concatenate(found)).astype(np.int64) if found else np.zeros(0, np.int64)

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
    keys, key_words = _keyed(sounds)
    folder.mkdir(parents=True)
    starts = np.searchsorted(words, np.arange(len(sounds) + 1)).astype(np.uint32)
    arrays: tuple[Array, ...] = (texts, text_starts, packed, names.astype(np.uint32), starts, keys, key_words)
    for part, array in zip(_PARTS, arrays, strict=True):
        np.save(folder / f"{part}.npy", array)


def _packed(texts: list[bytes]) -> tuple[Array, Array]:
    starts = np.zeros(len(texts) + 1, np.int64)
    np.cumsum([len(t) for t in texts], out=starts[1:])
    return np.frombuffer(b"".join(texts), np.uint8), starts


def _keyed(sounds: list[str]) -> tuple[Array, Array]:
    """The keys of all words, sorted, and the word of each."""
    hashes = [spine_keys(spine) for spine in readings_of(sounds).spines.written()]
    keys = np.array([h for found in hashes for h in found], np.uint32)
    words = np.repeat(np.arange(len(sounds), dtype=np.uint32), [len(found) for found in hashes])
    order = np.argsort(keys, kind="stable")
    return keys[order], words[order]


def _postings(entries: Sequence[Entry], start: int, numbers: dict[str, int]) -> tuple[Array, Array]:
    """(word, name) for every word of every name, in both readings; new words get their numbers."""
    vocabulary, names = parse_names([name for _, name in entries])
    readings = zip(vocabulary.readings.sounds.written(), vocabulary.second_sounds(), strict=True)
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
