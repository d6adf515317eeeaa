"""Which marked documents teach the scales, each read by an encoder that has not learned it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from habeas.case.passage import Span
from habeas.read.models import Models, load_models, shipped_models
from habeas.read.scales import Scale
from habeas.read.signals import Signals
from training.cases import Document, documents_of, fold_of, gold_documents, source_of
from training.parts import phase_of

ScalesByFold = dict[int, dict[str, Scale]]


@dataclass(frozen=True)
class Remembering:
    """An encoder that reads each text once: two megabytes a text, for several rounds over the same texts."""

    models: Models
    _read: dict[tuple[str, tuple[Span, ...]], Signals] = field(default_factory=dict, repr=False)

    @property
    def version(self) -> str:
        return self.models.version

    def signals(self, text: str, skip: Sequence[Span] = ()) -> Signals:
        """As `Models.signals`."""
        key = (text, tuple(skip))
        if key not in self._read:
            self._read[key] = self.models.signals(text, skip)
        return self._read[key]


@dataclass(frozen=True)
class Lesson:
    """A marked document, and an encoder that has not learned it."""

    document: Document
    encoder: Any

    def read(self) -> None:
        """Has the encoder read the text, so that it need not later."""
        name, text, gold = self.document
        source = source_of(name, text, gold)
        self.encoder.signals(source.text, [b.span for b in source.boilerplate])

    @property
    def fold(self) -> int:
        """The fold in which the document is kept out."""
        return fold_of(self.document[0])


def lessons_of(parts: Sequence[str]) -> list[Lesson]:
    """The documents of these parts, with the shipped encoder."""
    shipped = Remembering(shipped_models())
    return [Lesson(d, shipped) for part in parts for d in documents_of(part)]


def earlier_lessons(before: Sequence[Path]) -> list[Lesson]:
    """The texts that the encoder learned in its last phases (`training.parts.BROUGHT`), each with the weights from before the phase that brought it."""
    earlier = [Remembering(load_models(folder)) for folder in before]
    return [Lesson(d, earlier[phase]) for d in documents_of("invented") if (phase := phase_of(d[0])) is not None]


def gold_lessons(folder: Path) -> list[Lesson]:
    """The gold dispatches, with the shipped encoder."""
    shipped = Remembering(shipped_models())
    return [Lesson(d, shipped) for d in gold_documents(folder)]
