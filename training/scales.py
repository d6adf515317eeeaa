"""Make `src/habeas/read/scales/` and `confidence.json`: the trees by which rules and encoder decide together, and how sure one may be of a claim.

    python -m training.scales --before WEIGHTS WEIGHTS [--parts dev weigh] [--gold ../shared/gold]

The parts are texts of which the encoder has learned nothing, and the rules nothing either but for the dev part: on texts that they know, the word of both
is worth too much. WEIGHTS are the encoder's from before each of its last phases, the oldest first (`training.reader` leaves its checkpoints; reader-5 and
reader-6 were shipped): the texts of `corpus/invented` that a phase brought are unread by them, so that these texts teach too. The gold dispatches, where they are given, are thirteen
among many, so that the manner of such dispatches is not forgotten. For every question boosted trees over the signs that the reader itself puts on the
scales; what is asked later (dates, actions) is asked in the light of what scales grown without the document find in it. Printed for each question,
cross-validated in folds by document: how sure the answers are and how often they are right. 25 minutes on two cores, with 9 GB of memory;
nothing random.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from habeas.read.models import Models
from habeas.read.scales import Scale, weighed_by
from training.cases import (
    FOLDS,
    Case,
    by_question,
    custody_cases,
    deed_cases,
    field_cases,
    fold_of,
    helped_again_cases,
    quote_cases,
    whom_again_cases,
)
from training.event_confidence import write_confidence
from training.lessons import Lesson, ScalesByFold, earlier_lessons, gold_lessons, lessons_of
from training.logistic import reliability
from training.parts import BROUGHT
from training.trees import grow

OUT = Path(__file__).parent.parent / "src/habeas/read/scales"


def weighed_cases(lessons: Sequence[Lesson]) -> tuple[list[Case], ScalesByFold]:
    """The cases of all questions, and for each fold the scales that were grown without it; what is asked later is asked in their light."""
    cases: list[Case] = []
    by_fold: ScalesByFold = {fold: {} for fold in range(FOLDS)}
    for ask in (quote_cases, custody_cases, whom_again_cases, field_cases, deed_cases, helped_again_cases):
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
    return grow([c.signs for c in cases], [c.right for c in cases], [c.document for c in cases])


def kept_out(cases: Sequence[Case], by_fold: ScalesByFold) -> list[float]:
    """How likely each case is right, by the scales that were grown without its document."""
    return [by_fold[fold_of(c.document)][c.question].weigh([c.signs])[0] for c in cases]


def main() -> None:
    """Read, grow, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--before", type=Path, nargs=len(BROUGHT), required=True)
    parser.add_argument("--parts", nargs="+", default=["dev", "weigh"])
    parser.add_argument("--gold", type=Path)
    args = parser.parse_args()
    parts = lessons_of(args.parts)
    cases, by_fold = weighed_cases([*parts, *earlier_lessons(args.before), *(gold_lessons(args.gold) if args.gold else ())])
    OUT.mkdir(exist_ok=True)
    for question, asked in by_question(cases).items():
        print(f"{question}: {len(asked)} answers, {sum(c.right for c in asked):.0f} right", flush=True)
        print(reliability(asked, np.array(kept_out(asked, by_fold))) + "\n", flush=True)
        (OUT / f"{question.replace(' ', '_')}.onnx").write_bytes(trees_of(asked))
    write_confidence(parts, by_fold)


if __name__ == "__main__":
    main()
