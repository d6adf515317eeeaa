"""Who this might be: an index over any number of names that gives the nearest ones, kept on disk and extended as names arrive."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from habeas.errors import InputError, RecordError
from habeas.resolve.codes import Ints
from habeas.resolve.depths import liken_to, readings_of
from habeas.resolve.evidence import SETTLED
from habeas.resolve.names import compare_batch
from habeas.resolve.parse import Name, check_name, parse_name
from habeas.resolve.segment import Entry, Segment, write_segment
from habeas.resolve.words import Kind, Script, Word

_FORMAT: Final = 2
_GROWTH: Final = 4  # a part is merged into the one before it unless that one is this many times as large
_LIKE: Final = 0.5  # words less alike than this do not find a name
_BEARERS: Final = 60_000  # names that one word of the question may bring in
_LOOKED_AT: Final = 80  # names that are compared in full for one question
_WORDS: Final = 80  # words of one part that are followed for one word of the question


Gains = list[tuple[float, npt.NDArray[np.uint32]]]  # what a word gives to the names that have it


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
        words = [w for w in (*asked.words, *asked.others) if w.kind is not Kind.INITIAL] or list(asked.words)
        return (segment.entry(k) for k in _best_bearers(segment, words).tolist())

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


def _best_bearers(segment: Segment, words: Sequence[Word]) -> Ints:
    """The names of a part that gain most by its words which are like the words asked for: each word's best, added up."""
    rated = [held for held in (_gains_by_word(segment, word) for word in words) if held]
    if not rated:
        return np.zeros(0, np.int64)
    with segment.lock:
        names, worth = _added_up(segment, rated)
    most = _LOOKED_AT * (len(rated) + 1)  # a name may stand in it as often as there are words, and more
    if len(names) > most:
        best = np.argpartition(-worth, most)[:most]
        names, worth = names[best], worth[best]
    names, first = np.unique(names, return_index=True)
    return names[np.argsort(-worth[first], kind="stable")[:_LOOKED_AT]]


def _added_up(segment: Segment, rated: Sequence[Gains]) -> tuple[Ints, npt.NDArray[np.float32]]:
    """The names that have words like those asked for, and what each gains by all of them; a name may stand in it more than once."""
    total, gains = segment.sums
    seen = []
    for held in rated:
        names = np.concatenate([bearers for _, bearers in held]).astype(np.int64)
        gains[names] = np.repeat(np.array([gain for gain, _ in held], np.float32), [len(bearers) for _, bearers in held])
        total[names] = total[names] + gains[names]  # a name may stand in it twice; both times it gets the same
        gains[names] = 0
        seen.append(names)
    every = np.concatenate(seen)
    worth = total[every]
    total[every] = 0
    return every, worth


def _gains_by_word(segment: Segment, word: Word) -> Gains:
    """What the names of a part gain by each of its words that is like one word: the more alike and the rarer, the more. The best last."""
    rated = []
    for number, like in _words_like(segment, word):
        bearers = segment.bearers(number)
        if len(bearers):
            rated.append((like * like * (1 + log(len(segment) / len(bearers))), bearers))
    rated.sort(key=lambda found: -found[0])
    stops = np.cumsum([len(bearers) for _, bearers in rated])
    return rated[: int(np.searchsorted(stops, _BEARERS)) + 1][::-1]


def _words_like(segment: Segment, word: Word) -> list[tuple[int, float]]:
    """The words of a part that are like one word in any of its readings or are the same given name, the most alike, each with its likeness."""
    likeness = np.zeros(len(segment.readings))
    for sound in (word.main, word.other, word.stem):
        if sound is None:
            continue
        numbers = segment.words_near(sound.mask)
        like = liken_to(readings_of([sound.sounds]), segment.readings, numbers, is_unvowelled=word.script is Script.ARABIC)
        likeness[numbers] = np.maximum(likeness[numbers], like)
    if word.given >= 0:
        same = segment.given == word.given
        likeness[same] = np.maximum(likeness[same], SETTLED)
    found = np.flatnonzero(likeness >= _LIKE)
    if len(found) > _WORDS:
        found = found[np.argpartition(-likeness[found], _WORDS)[:_WORDS]]
    return list(zip(found.tolist(), likeness[found].tolist(), strict=True))
