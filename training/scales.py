"""Make `src/habeas/read/scales/` and `confidence.json`: the trees by which rules and encoder decide together, and how sure one may be of a claim.
`training.words` comes after it.

    python -m training.scales --before WEIGHTS WEIGHTS WEIGHTS WEIGHTS --by-fold SCALES [--pages FOLDER] [--parts dev weigh practice] [--gold ../shared/gold] [--processes 2]

The parts are texts of which the encoder has learned nothing, and the rules nothing either but for the dev part and those of practice: on texts that they
know, the word of both is worth too much. FOLDER is what `training.page` wrote: every text is weighed with a network for the whole page that has not learned it. Without it the trees
grow deaf to such a network, for `scales/short`. WEIGHTS are the encoder's from before each of its last phases, the oldest first (`training.reader` leaves its checkpoints; reader-5 to
reader-8 were shipped): the texts of `corpus/invented` that a phase brought are unread by them, so that these texts teach too. The gold dispatches, where they are given, are thirteen
among many, so that the manner of such dispatches is not forgotten. For every question boosted trees over the signs that the reader itself puts on the
scales; what is asked later (dates, actions) is asked in the light of what scales grown without the document find in it. Printed for each question,
cross-validated in folds by document: how sure the answers are and how often they are right. Three quarters of an hour on two cores, with 13 GB of memory;
nothing random.
"""

from __future__ import annotations

import argparse
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from habeas.read.models import Models
from habeas.read.scales import weighed_by
from habeas.read.wording import worded_by
from training.cases import (
    Case,
    by_question,
    custody_cases,
    deed_cases,
    field_cases,
    helped_again_cases,
    quote_cases,
    whom_again_cases,
)
from training.event_confidence import write_confidence
from training.lessons import Lesson, ScalesByFold, add_lesson_arguments, lessons_asked_for, lessons_of, scales_in, with_pages
from training.logistic import reliability
from training.parts import FOLDS, fold_of, folds_apart
from training.trees import grow

OUT = Path(__file__).parent.parent / "src/habeas/read/scales"


Ask = Callable[[str, str, dict[str, Any], Models], Iterator[Case]]


def weighed_cases(
    lessons: Sequence[Lesson], apart: Sequence[frozenset[int]], folder: Path, processes: int = 1
) -> tuple[list[Case], ScalesByFold]:
    """The cases of all questions, and for each fold the scales that were grown without it, and without those that are left out with it (`apart`), which
    go to `folder`/FOLD. What is asked later is asked in their light.

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
        for folds in apart:
            _grow_without(folds, found, folder)
        by_fold = {fold: scales_in(folder / str(fold)) for fold in by_fold}
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
        return list(_SHARED["ask"](*lesson.document, lesson.models))


def _grow_without(folds: frozenset[int], cases: Sequence[Case], folder: Path) -> None:
    for question, asked in by_question([c for c in cases if fold_of(c.document) not in folds]).items():
        trees = trees_of(asked)
        for fold in folds:
            (folder / str(fold)).mkdir(parents=True, exist_ok=True)
            _file_of(folder / str(fold), question).write_bytes(trees)


def _file_of(folder: Path, question: str) -> Path:
    return folder / f"{question.replace(' ', '_')}.onnx"


def trees_of(cases: Sequence[Case]) -> bytes:
    """The ONNX file of one question's trees."""
    return grow([c.signs for c in cases], [c.right for c in cases], [c.document for c in cases])


def kept_out(cases: Sequence[Case], by_fold: ScalesByFold) -> list[float]:
    """How likely each case is right, by the scales that were grown without its document."""
    return [by_fold[fold_of(c.document)][c.question].weigh([c.signs])[0] for c in cases]


def main() -> None:
    """Read, grow, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_lesson_arguments(parser)
    parser.add_argument("--by-fold", type=Path, required=True, help="where the scales go that were grown without one fold")
    parser.add_argument("--apart", nargs="+", default=["01", "23", "4"], help="the folds that are left out together")
    args = parser.parse_args()
    every = lessons_asked_for(args)
    cases, by_fold = weighed_cases(every, folds_apart(args.apart), args.by_fold, args.processes)
    out = OUT if args.pages else OUT / "short"
    out.mkdir(exist_ok=True)
    for question, asked in by_question(cases).items():
        print(f"{question}: {len(asked)} answers, {sum(c.right for c in asked):.0f} right", flush=True)
        print(reliability(asked, np.array(kept_out(asked, by_fold))) + "\n", flush=True)
        _file_of(out, question).write_bytes(trees_of(asked))
    if args.pages:
        with worded_by({}):
            write_confidence(with_pages(lessons_of(["dev", "weigh"]), args.pages), by_fold)


if __name__ == "__main__":
    main()
