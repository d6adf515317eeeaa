"""Which marked documents teach the scales, each read by an encoder that has not learned it?"""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from habeas.case.passage import Span
from habeas.read.models import Models, load_models, shipped_models
from habeas.read.page_weights import PageWeights
from habeas.read.scales import Scale
from habeas.read.signals import Signals
from training.cases import Document, documents_of, gold_documents, source_of
from training.parts import BROUGHT, FOLDS, NEWEST, fold_of, phase_of

ScalesByFold = dict[int, dict[str, Scale]]


@dataclass(frozen=True)
class Remembering:
    """An encoder that reads each text once: two and a half megabytes a text, its states in half precision, for several rounds over the same texts."""

    models: Models
    _read: dict[tuple[str, tuple[Span, ...]], Signals] = field(default_factory=dict, repr=False)

    @property
    def version(self) -> str:
        return self.models.version

    def signals(self, text: str, skip: Sequence[Span] = ()) -> Signals:
        """As `Models.signals`."""
        key = (text, tuple(skip))
        if key not in self._read:
            read = self.models.signals(text, skip)
            self._read[key] = replace(read, middle=read.middle.astype(np.float16), last=read.last.astype(np.float16))
        return self._read[key]


@dataclass(frozen=True)
class Seeing:
    """An encoder together with a network for the whole page, neither of which has learned the text."""

    encoder: Remembering
    page: PageWeights | None

    @property
    def version(self) -> str:
        return self.encoder.version

    def signals(self, text: str, skip: Sequence[Span] = ()) -> Signals:
        """As `Models.signals`."""
        return replace(self.encoder.signals(text, skip), page=self.page)


@dataclass(frozen=True)
class Lesson:
    """A marked document, an encoder that has not learned it, and the network for the whole page that has not, if there is one."""

    document: Document
    encoder: Remembering
    page: PageWeights | None = None

    @property
    def models(self) -> Any:
        """What reads the text."""
        return Seeing(self.encoder, self.page)

    @property
    def models_for_once(self) -> Any:
        """The same, that keeps nothing of what it reads."""
        return Seeing(Remembering(self.encoder.models), self.page)

    def read(self) -> None:
        """Has the encoder read the text, so that it need not later."""
        name, text, gold = self.document
        source = source_of(name, text, gold)
        self.encoder.signals(source.text, [b.span for b in source.boilerplate])

    @property
    def fold(self) -> int:
        """The fold in which the document is kept out."""
        return fold_of(self.document[0])


def with_pages(lessons: Sequence[Lesson], folder: Path) -> list[Lesson]:
    """The same lessons, each with the network of `training.page` that was fitted without its fold (`FOLD.npz` in the folder)."""
    pages = {fold: read_page(folder / f"{fold}.npz") for fold in range(FOLDS)}
    return [replace(lesson, page=pages[lesson.fold]) for lesson in lessons]


def read_page(path: Path) -> PageWeights:
    """The weights of one network. Raises FileNotFoundError where `training.page` has not been there."""
    with np.load(path, allow_pickle=False) as stored:
        return PageWeights.of(stored)


def lessons_of(parts: Sequence[str]) -> list[Lesson]:
    """The documents of these parts, with the shipped encoder; of practice those that it has not learned."""
    shipped = Remembering(shipped_models())
    return [Lesson(d, shipped) for part in parts for d in documents_of(part) if part != "practice" or NEWEST.match(d[0])]


def earlier_lessons(before: Sequence[Path]) -> list[Lesson]:
    """The texts that the encoder learned in its last phases (`training.parts.BROUGHT`), each with the weights from before the phase that brought it."""
    earlier = [Remembering(load_models(folder)) for folder in before]
    return [Lesson(d, earlier[phase]) for d in documents_of("invented") if (phase := phase_of(d[0])) is not None]


def gold_lessons(folder: Path) -> list[Lesson]:
    """The gold dispatches, with the shipped encoder."""
    shipped = Remembering(shipped_models())
    return [Lesson(d, shipped) for d in gold_documents(folder)]


def add_lesson_arguments(parser: argparse.ArgumentParser) -> None:
    """Which texts teach, read with which weights: asked alike by whoever learns from them."""
    parser.add_argument("--before", type=Path, nargs=len(BROUGHT), required=True)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--parts", nargs="+", default=["dev", "weigh", "practice"])
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--leave", type=re.compile, help="texts whose names begin like this are left out")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)


def lessons_asked_for(args: argparse.Namespace) -> list[Lesson]:
    """The lessons of `add_lesson_arguments`: of the parts, of the texts that the encoder learned last, and of the dispatches."""
    lessons = [*lessons_of(args.parts), *earlier_lessons(args.before), *(gold_lessons(args.gold) if args.gold else ())]
    kept = [lesson for lesson in lessons if args.leave is None or not args.leave.match(lesson.document[0])]
    return with_pages(kept, args.pages) if args.pages else kept


def scales_in(folder: Path) -> dict[str, Scale]:
    """The scales that `training.scales` left in a folder, by question."""
    return {path.stem.replace("_", " "): Scale.of(path.read_bytes()) for path in sorted(folder.glob("*.onnx"))}
