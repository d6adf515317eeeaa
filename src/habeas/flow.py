"""The whole product on one page: acquire, read, resolve, record."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.acquire.capture import Capture
from habeas.acquire.text import source_of
from habeas.case.reading import Reading
from habeas.case.source import Source
from habeas.errors import InputError, Problem
from habeas.read.gate import may_speak_of_detention

if TYPE_CHECKING:
    from habeas.record.store import Store

READABLE = ("en",)


def gather(places: Sequence[str], *, manifest: Path | None, outlet: str | None, published: str | None) -> Iterator[Capture | Problem]:
    """The captures at all `places` (paths, addresses, "-" for standard input) and in the manifest, in that order."""
    import sys

    from habeas.acquire.capture import captures_of
    from habeas.acquire.fetch import fetch, is_address
    from habeas.acquire.manifest import captures_of_manifest

    if manifest is not None:
        yield from captures_of_manifest(manifest)
    for place in places:
        if place == "-":
            yield Capture(sys.stdin.buffer.read(), "stdin", collector="stdin", outlet=outlet, published=published)
        elif is_address(place):
            yield fetch(place, outlet=outlet, published=published)
        else:
            yield from captures_of(Path(place), outlet=outlet, published=published)


def read_capture(capture: Capture) -> Reading | Problem:
    """What one capture says; a Problem where it holds no text, is in a language we do not read, or tells of no detention."""
    source = source_of(capture)
    if isinstance(source, Problem):
        return source
    if source.language is not None and source.language not in READABLE:
        return Problem(
            capture.name,
            "language",
            f"the text is in {source.language!r}; only English is read.",
            "Read an English translation; name its translator as outlet.",
        )
    if not may_speak_of_detention(source.text):
        return Problem(
            capture.name,
            "gate",
            "nothing in this text speaks of custody, courts or release.",
            "If it does all the same, please report the words that we missed.",
        )
    from habeas.read.reader import read_source

    try:
        return read_source(source)
    except Exception as error:  # noqa: BLE001  a mistake of ours that this text alone brings out: the others are read all the same
        where = traceback.extract_tb(error.__traceback__)[-1]
        return Problem(
            capture.name,
            "read",
            f"the reader stumbled over this text ({type(error).__name__} in {Path(where.filename).name}, line {where.lineno}).",
            "Please report it with this line; the text itself may stay with you.",
        )


def read_text(text: str, *, published: str | None = None, outlet: str | None = None, name: str = "text") -> Reading:
    """What `text` says. `published` is its publication date in EDTF (without it, dates keep the gaps they have in print).

    The text is taken as English, and read whatever it is about. Raises ValueError if `published` is not EDTF.
    """
    from habeas.acquire.boilerplate import find_boilerplate
    from habeas.read.reader import read_source

    digest = "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return read_source(Source(digest, name, text, outlet=outlet, language="en", published=published, boilerplate=find_boilerplate(text)))


def read_captures(
    captures: Iterable[Capture | Problem], *, on_each: Callable[[str], None] = lambda name: None
) -> Iterator[Reading | Problem]:
    """The readings of many captures in their order; what went wrong comes as Problems, and the run goes on."""
    for capture in captures:
        if isinstance(capture, Problem):
            yield capture
            continue
        yield read_capture(capture)
        on_each(capture.name)


def resolved(readings: Sequence[Reading]) -> list[Reading]:
    """The same readings, each entity with the identity that it has over all of them."""
    from habeas.resolve.people import resolve_people

    identities = resolve_people(readings, ())
    return [
        replace(r, entities=tuple(replace(e, register=identities.register.get((r.source.id, e.id), e.register)) for e in r.entities))
        for r in readings
    ]


def add_captures(
    store: Store, captures: Iterable[Capture | Problem], *, on_each: Callable[[str], None] = lambda name: None
) -> Iterator[Reading | Problem]:
    """Read each capture and record it, its reading, or its problem; yields what was recorded, one document at a time."""
    for capture in captures:
        outcome = capture if isinstance(capture, Problem) else read_capture(capture)
        if isinstance(capture, Capture):
            store.add_capture(
                capture.content, url=capture.url, time=capture.fetched_at, collector=capture.collector, headers=capture.headers
            )
        if isinstance(outcome, Reading):
            try:
                store.add_reading(outcome)
            except InputError as error:  # a text that no database keeps is that document's trouble, not the run's
                outcome = Problem(outcome.source.name, "record", error.message, error.next_step)
        if isinstance(outcome, Problem):
            store.add_problem(outcome)
        yield outcome
        if isinstance(capture, Capture):
            on_each(capture.name)
