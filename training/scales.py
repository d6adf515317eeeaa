"""Make `src/habeas/read/scales/` and `confidence.json`: the trees by which rules and encoder decide together, and how sure one may be of a claim.
`training.words` comes after it.

    python -m training.scales --before WEIGHTS WEIGHTS WEIGHTS WEIGHTS [--parts dev weigh] [--processes 2] [--gold ../shared/gold]

The parts are texts of which the encoder has learned nothing, and the rules nothing either but for the dev part: on texts that they know, the word of both
is worth too much. WEIGHTS are the encoder's from before each of its last phases, the oldest first (`training.reader` leaves its checkpoints; reader-5 to
reader-8 were shipped): the texts of `corpus/invented` that a phase brought are unread by them, so that these texts teach too. The gold dispatches, where they are given, are thirteen
among many, so that the manner of such dispatches is not forgotten. For every question boosted trees over the signs that the reader itself puts on the
scales; what is asked later (dates, actions) is asked in the light of what scales grown without the document find in it. Printed for each question,
cross-validated in folds by document: how sure the answers are and how often they are right. Three quarters of an hour on two cores, with 13 GB of memory;
nothing random.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from habeas.read.models import Models
from habeas.read.scales import Scale, weighed_by
from habeas.read.wording import worded_by
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


Ask = Callable[[str, str, dict[str, Any], Models], Iterator[Case]]


def weighed_cases(lessons: Sequence[Lesson], processes: int = 1) -> tuple[list[Case], ScalesByFold]:
    """The cases of all questions, and for each fold the scales that were grown without it; what is asked later is asked in their light.

    With several processes each asks of a part of the lessons: what comes out is the same, in the same order.
    """
    for lesson in lessons:
        lesson.read()  # before any process is split off, so that all share what the encoders see
    cases: list[Case] = []
    by_fold: ScalesByFold = {fold: {} for fold in range(FOLDS)}
    for ask in (quote_cases, custody_cases, whom_again_cases, field_cases, deed_cases, helped_again_cases):
        found = [case for asked in _asked_of_all(lessons, ask, by_fold, processes) for case in asked]
        print(f"{ask.__name__}: {len(found)}", flush=True)
        cases += found
        by_fold = {fold: scales | _grown_without(fold, found) for fold, scales in by_fold.items()}
    return cases, by_fold


_SHARED: dict[str, Any] = {}  # what a process that is split off finds in its memory: encoders and trees cannot be sent


def _asked_of_all(lessons: Sequence[Lesson], ask: Ask, by_fold: ScalesByFold, processes: int) -> list[list[Case]]:
    """The cases of each lesson, in order."""
    _SHARED.update(lessons=lessons, ask=ask, by_fold=by_fold)
    if processes < 2:
        return [_asked(number) for number in range(len(lessons))]
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        return pool.map(_asked, range(len(lessons)), chunksize=16)


def _asked(number: int) -> list[Case]:
    lesson: Lesson = _SHARED["lessons"][number]
    with weighed_by(_SHARED["by_fold"][lesson.fold]), worded_by({}):
        return list(_SHARED["ask"](*lesson.document, lesson.encoder))


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
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args()
    parts = lessons_of(args.parts)
    every = [*parts, *earlier_lessons(args.before), *(gold_lessons(args.gold) if args.gold else ())]
    cases, by_fold = weighed_cases(every, args.processes)
    OUT.mkdir(exist_ok=True)
    for question, asked in by_question(cases).items():
        print(f"{question}: {len(asked)} answers, {sum(c.right for c in asked):.0f} right", flush=True)
        print(reliability(asked, np.array(kept_out(asked, by_fold))) + "\n", flush=True)
        (OUT / f"{question.replace(' ', '_')}.onnx").write_bytes(trees_of(asked))
    with worded_by({}):
        write_confidence(parts, by_fold)


if __name__ == "__main__":
    main()
