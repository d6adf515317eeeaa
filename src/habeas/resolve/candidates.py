"""Who this might be: an index over any number of names that gives the nearest ones, kept on disk and extended as names arrive."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nlargest
from math import log
from pathlib import Path
from typing import Final

import numpy as np

from habeas.errors import InputError, RecordError
from habeas.resolve.codes import Ints
from habeas.resolve.depths import Doubles, readings_of
from habeas.resolve.names import compare_batch
from habeas.resolve.parse import Name, check_name, parse_name
from habeas.resolve.segment import Entry, Segment, write_segment
from habeas.resolve.weights import Floats
from habeas.resolve.words import Kind, Script, Sound, Word

_FORMAT: Final = 1
_GROWTH: Final = 4  # a part is merged into the one before it unless that one is this many times as large
_LIKE: Final = 0.5  # words less alike than this do not find a name
_BEARERS: Final = 60_000  # names that one word of the question may bring in
_LOOKED_AT: Final = 160  # names that are compared in full for one question
_WORDS: Final = 150  # words of one part that are followed for one word of the question


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name of the index that may be the one asked for."""

    key: str
    name: str
    score: float


class NameIndex:
    """Names under keys of the caller's (register ids, say), in a directory. Use `with NameIndex.open(path, create=True) as index`."""

    def __init__(self, folder: Path, segments: list[Segment]) -> None:
        self._folder, self._segments = folder, segments

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> NameIndex:
        """The index in a directory. Raises RecordError if there is none (and none is to be made) or it cannot be read."""
        manifest = folder / "index.json"
        if not manifest.exists():
            if not create or (folder.exists() and any(folder.iterdir())):
                raise RecordError(f"there is no name index in {folder}.", next_step="Make one with `habeas names index FILE`.")
            folder.mkdir(parents=True, exist_ok=True)
            index = cls(folder, [])
            index._write_manifest()
            return index
        try:
            told = json.loads(manifest.read_text(encoding="utf-8"))
            if told["format"] != _FORMAT:
                raise ValueError(f"format {told['format']}")
            return cls(folder, [Segment(folder / name) for name in told["segments"]])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise RecordError(
                f"the name index in {folder} cannot be read: {error}.", next_step="Make it again with `habeas names index`."
            ) from error

    def __enter__(self) -> NameIndex:
        return self

    def __exit__(self, *_: object) -> None:
        self._segments = []

    def __len__(self) -> int:
        return sum(map(len, self._segments))

    def add(self, entries: Iterable[Entry]) -> int:
        """Add names under their keys; gives their number. What is on disk is whole at every moment."""
        fresh = [(key.replace("\t", " ").replace("\n", " "), " ".join(name.split())) for key, name in entries]
        fresh = [(key, name) for key, name in fresh if parse_name(name).words]
        if not fresh:
            return 0
        added = len(fresh)
        kept = list(self._segments)
        while kept and len(kept[-1]) < _GROWTH * len(fresh):
            fresh = [*kept.pop().entries(), *fresh]
        folder = self._folder / self._free_name()
        write_segment(folder, fresh)
        dropped = self._segments[len(kept) :]
        self._segments = [*kept, Segment(folder)]
        self._write_manifest()
        for segment in dropped:
            shutil.rmtree(segment.folder)
        return added

    def find(self, name: str, *, most: int = 10) -> list[Candidate]:
        """The names most like `name`, the best first. Raises InputError where it is no name."""
        check_name(name)
        asked = parse_name(name)
        entries = [entry for segment in self._segments for entry in self._shortlist(segment, asked)]
        if not entries:
            return []
        scores = compare_batch([name] * len(entries), [written for _, written in entries])
        order = np.argsort(-scores, kind="stable")[:most]
        return [Candidate(entries[k][0], entries[k][1], float(scores[k])) for k in order.tolist()]

    def _shortlist(self, segment: Segment, asked: Name) -> Iterator[Entry]:
        """Names of one part that share the rarest and most alike words with the name asked for."""
        weights = np.zeros(len(segment), np.float32)
        words = [w for w in (*asked.words, *asked.others) if w.kind is not Kind.INITIAL] or list(asked.words)
        for word in words:
            weights += _weights_by_word(segment, word)
        found = np.flatnonzero(weights)
        if len(found) > _LOOKED_AT:
            found = found[np.argpartition(-weights[found], _LOOKED_AT)[:_LOOKED_AT]]
        return (segment.entry(k) for k in found.tolist())

    def _free_name(self) -> str:
        taken = {p.name for p in self._folder.iterdir()}
        return next(name for name in (f"part-{k}" for k in range(len(taken) + 2)) if name not in taken)

    def _write_manifest(self) -> None:
        told = {"format": _FORMAT, "segments": [s.folder.name for s in self._segments]}
        fresh = self._folder / "index.json.new"
        fresh.write_text(json.dumps(told), encoding="utf-8")
        fresh.replace(self._folder / "index.json")


def read_name_list(path: Path) -> list[Entry]:
    """Entries from a text file: one name a line, or key, TAB, name. Raises InputError if it cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {error}.", next_step="Give a UTF-8 text file with one name a line.") from error
    rows = [line.partition("\t") for line in lines if line.strip()]
    return [(key.strip(), name.strip()) if tab else (key.strip(), key.strip()) for key, tab, name in rows]


def _weights_by_word(segment: Segment, word: Word) -> Floats:
    """What each name of a part gains by its best word for one word of the question: the more alike and the rarer, the more."""
    rated = []
    for number, like in _words_like(segment, word):
        bearers = segment.bearers(number)
        if len(bearers):
            rated.append((like * like * (1 + log(len(segment) / len(bearers))), bearers))
    rated.sort(key=lambda found: -found[0])
    held, budget = [], _BEARERS
    for gain, bearers in rated:
        held.append((gain, bearers))
        budget -= len(bearers)
        if budget < 0:
            break
    weights = np.zeros(len(segment), np.float32)
    for gain, bearers in reversed(held):  # the best last, so that it stays
        weights[bearers] = gain
    return weights


def _words_like(segment: Segment, word: Word) -> list[tuple[int, float]]:
    """The words of a part that are like one word in any of its readings, with their likeness; the most alike only."""
    likeness: dict[int, float] = {}
    for sound in (word.main, word.other, word.stem):
        if sound is None:
            continue
        numbers = segment.words_like(sound.spine)
        # The words of the index do not tell their alphabet: one without vowels may be among them.
        silent = _liken_to(segment, sound, numbers, is_unvowelled=True)
        like = silent if word.script is Script.ARABIC else np.maximum(silent, _liken_to(segment, sound, numbers, is_unvowelled=False))
        near = np.flatnonzero(like >= _LIKE)
        for number, value in zip(numbers[near].tolist(), like[near].tolist(), strict=True):
            likeness[number] = max(value, likeness.get(number, 0.0))
    return nlargest(_WORDS, likeness.items(), key=lambda item: item[1])


def _liken_to(segment: Segment, sound: Sound, numbers: Ints, *, is_unvowelled: bool) -> Doubles:
    """How alike these words of a part are to one reading."""
    one = readings_of([sound.sounds])
    return one.liken(np.zeros(len(numbers), np.int64), segment.readings, numbers, np.full(len(numbers), is_unvowelled))[0]
