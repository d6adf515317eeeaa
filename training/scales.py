"""Make `src/habeas/read/scales/`: the trees by which rules and encoder decide together.

    python -m training.scales --before WEIGHTS [--parts dev weigh] [--gold ../shared/gold]

The parts are texts of which the encoder has learned nothing, and the rules nothing either but for the dev part: on texts that they know, the word of both
is worth too much. WEIGHTS are the encoder's from before its last phase (`training.reader` leaves its checkpoint; reader-5 was shipped): the newest texts of
`corpus/invented`, learned only in that phase, are unread by them, so that these texts teach too. The gold dispatches, where they are given, are thirteen
among many, so that the manner of such dispatches is not forgotten. For every question boosted trees over the signs that the reader itself puts on the
scales; actions and answers are asked in the light of the custody that scales grown without the document find in it. Printed for each question,
cross-validated in folds by document: how sure the answers are and how often they are right. A quarter of an hour on one core; nothing random.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from habeas.read.models import Models, load_models, shipped_models
from habeas.read.scales import Scale, weighed_by
from training.cases import FOLDS, Case, Document, by_question, custody_cases, deed_cases, documents_of, fold_of, gold_documents, quote_cases
from training.logistic import reliability
from training.parts import NEWEST
from training.trees import grow

OUT = Path(__file__).parent.parent / "src/habeas/read/scales"

ScalesByFold = dict[int, dict[str, Scale]]


@dataclass(frozen=True)
class Lesson:
    """A marked document, and an encoder that has not learned it."""

    document: Document
    encoder: Models

    @property
    def fold(self) -> int:
        return fold_of(self.document[0])


def lessons_of(parts: Sequence[str], before: Path, gold: Path | None = None) -> list[Lesson]:
    """All that teaches: the parts and the gold with the shipped encoder, the newest texts with the one from before."""
    shipped, earlier = shipped_models(), load_models(before)
    unread = [Lesson(d, shipped) for part in parts for d in documents_of(part)]
    newest = [Lesson(d, earlier) for d in documents_of("invented") if NEWEST.match(d[0])]
    return [*unread, *newest, *(Lesson(d, shipped) for d in (gold_documents(gold) if gold is not None else ()))]


def weighed_cases(lessons: Sequence[Lesson]) -> tuple[list[Case], ScalesByFold]:
    """The cases of all questions, and for each fold the scales that were grown without it; what is asked later is asked in their light."""
    cases: list[Case] = []
    by_fold: ScalesByFold = {fold: {} for fold in range(FOLDS)}
    for ask in (quote_cases, custody_cases, deed_cases):
        found = [case for lesson in lessons for case in _asked(lesson, ask, by_fold)]
        cases += found
        by_fold = {fold: scales | _grown_without(fold, found) for fold, scales in by_fold.items()}
    return cases, by_fold


def _asked(lesson: Lesson, ask: Callable[[str, str, dict[str, Any], Models], Iterator[Case]], by_fold: ScalesByFold) -> list[Case]:
    with weighed_by(by_fold[lesson.fold]):
        return list(ask(*lesson.document, lesson.encoder))


def _grown_without(fold: int, cases: Sequence[Case]) -> dict[str, Scale]:
    rest = by_question([c for c in cases if fold_of(c.document) != fold])
    return {question: Scale.of(trees_of(asked)) for question, asked in rest.items()}


def trees_of(cases: Sequence[Case]) -> bytes:
    """The ONNX file of one question's trees."""
    return grow([c.signs for c in cases], [c.is_right for c in cases])


def kept_out(cases: Sequence[Case], by_fold: ScalesByFold) -> list[float]:
    """How likely each case is right, by the scales that were grown without its document."""
    return [by_fold[fold_of(c.document)][c.question].weigh([c.signs])[0] for c in cases]


def main() -> None:
    """Read, grow, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--before", type=Path, required=True)
    parser.add_argument("--parts", nargs="+", default=["dev", "weigh"])
    parser.add_argument("--gold", type=Path)
    args = parser.parse_args()
    cases, by_fold = weighed_cases(lessons_of(args.parts, args.before, args.gold))
    OUT.mkdir(exist_ok=True)
    for question, asked in by_question(cases).items():
        print(f"{question}: {len(asked)} answers, {sum(c.is_right for c in asked)} right", flush=True)
        print(reliability(asked, np.array(kept_out(asked, by_fold))) + "\n", flush=True)
        (OUT / f"{question.replace(' ', '_')}.onnx").write_bytes(trees_of(asked))


if __name__ == "__main__":
    main()
