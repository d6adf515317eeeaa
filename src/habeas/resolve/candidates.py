"""Who this might be: an index over any number of names that gives the nearest ones, kept on disk and extended as names arrive."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from habeas.errors import InputError, RecordError
from habeas.resolve.parse import check_name, parse_name
from habeas.resolve.ranking import rank
from habeas.resolve.segment import Entry, Segment, write_segment
from habeas.resolve.shortlist import Question, ask, shortlist

_FORMAT: Final = 3
_GROWTH: Final = 4  # a part is merged into the one before it unless that one is this many times as large
_LOOKED_AT: Final = 150  # names that are compared in full for one question


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name of the index that may be the one asked for."""

    key: str
    name: str
    score: float


class NameIndex:
    """Names under keys of the caller's (register ids, say), in a directory. Use `with NameIndex.open(path, create=True) as index`."""

    def __init__(self, folder: Path, segments: list[Segment]) -> None:
        self._folder, self.segments = folder, segments

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
        self.segments = []

    def __len__(self) -> int:
        return sum(map(len, self.segments))

    def add(self, entries: Iterable[Entry]) -> int:
        """Add names under their keys; gives their number. What is on disk is whole at every moment."""
        fresh = [(key.replace("\t", " ").replace("\n", " "), " ".join(name.split())) for key, name in entries]
        fresh = [(key, name) for key, name in fresh if parse_name(name).words]
        if not fresh:
            return 0
        added = len(fresh)
        kept = list(self.segments)
        while kept and len(kept[-1]) < _GROWTH * len(fresh):
            fresh = [*kept.pop().entries(), *fresh]
        folder = self._folder / self._free_name()
        write_segment(folder, fresh)
        dropped = self.segments[len(kept) :]
        self.segments = [*kept, Segment(folder)]
        self._write_manifest()
        for segment in dropped:
            shutil.rmtree(segment.folder)
        return added

    def find(self, name: str, *, most: int = 10) -> list[Candidate]:
        """The names most like `name`, the likeliest first. Raises InputError where it is no name."""
        check_name(name)
        question = ask(parse_name(name))
        found = [candidate for segment in self.segments for candidate in _ranked(segment, question, most)]
        found.sort(key=lambda ranked: -ranked[0])
        return [candidate for _, candidate in found[:most]]

    def _free_name(self) -> str:
        taken = {p.name for p in self._folder.iterdir()}
        return next(name for name in (f"part-{k}" for k in range(len(taken) + 2)) if name not in taken)

    def _write_manifest(self) -> None:
        told = {"format": _FORMAT, "segments": [s.folder.name for s in self.segments]}
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


def _ranked(segment: Segment, question: Question, most: int) -> list[tuple[float, Candidate]]:
    """The best of one part, each with what it is ranked by."""
    names, words = shortlist(segment, question, max(_LOOKED_AT, most))
    if not len(names):
        return []
    return [(found.rank, Candidate(*segment.entry(found.number), found.score)) for found in rank(segment, question, names, words, most)]
