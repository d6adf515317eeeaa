"""Make `src/habeas/read/words/`: what the words in and around something told are worth, for whether it is told.

    python -m training.words --before WEIGHTS WEIGHTS WEIGHTS WEIGHTS --pages FOLDER --by-fold SCALES [--parts dev weigh practice] [--gold ../shared/gold] [--processes 2]

WEIGHTS, FOLDER, parts and gold as for `training.scales`, after which it runs; SCALES is where that left the scales by fold. For each of two questions (is this
custody event told, is this an answer) logistic regression with a ridge over the features of `habeas.read.wording` in all these texts; a feature counts that stands
in enough of the cases. How much the trees' word and that of the features count together is judged on all cases, each by trees and features that have not learned
its document. What is shipped is fitted on all texts.
Printed for each question: how right the trees, the features and both are on texts kept out. Ten minutes on two cores, with 4 GB of memory; nothing random.
"""

from __future__ import annotations

import argparse
import multiprocessing
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from habeas.read.custody import propose
from habeas.read.custody_decisions import wording_of_event
from habeas.read.custody_signs import Weighing, signs_of_event
from habeas.read.deed_decisions import wording_of_answer
from habeas.read.deed_signs import signs_of_deed
from habeas.read.models import Models
from habeas.read.responses import read_responses
from habeas.read.scales import likelihoods, weighed_by
from habeas.read.weighed_responses import proposed_responses
from habeas.read.wording import Features, Wording, log_odds_of, worded_by, write_wording
from training.cases import (
    done_at,
    hearing_of,
    is_free,
    is_told,
    laid_out,
    told_at,
)
from training.lessons import Lesson, add_lesson_arguments, lessons_asked_for, scales_in
from training.parts import FOLDS, fold_of

OUT = Path(__file__).parent.parent / "src/habeas/read/words"
RIDGE = 6.0
OFTEN = 6  # cases in which a feature stands that is to count
LEAST = 0.02  # of log-odds: what is worth less is left out of the table


@dataclass(frozen=True)
class Worded:
    """Something that was weighed: its document, how it is worded, what the trees say, and whether it is right."""

    document: str
    features: Features
    share: float
    right: float


def events_worded(name: str, text: str, gold: dict[str, Any], models: Models) -> Iterator[tuple[str, Worded]]:
    """The custody events that are proposed in one document."""
    laid = laid_out(name, text, gold, models)
    assert laid.signals is not None
    weighing = Weighing(propose(laid.scene, laid.spoken), laid.signals)
    shares = likelihoods("custody", [signs_of_event(weighing, p) for p in weighing.proposals])
    for proposal, share in zip(weighing.proposals, shares, strict=True):
        events = told_at(gold, proposal)
        required = [e for e in events if not e.get("optional") and is_told(e)]
        type_ = proposal.candidate.type.value
        if required or not (any(e.get("optional") for e in events) or is_free(gold, "custody", type_, proposal.span)):
            yield "custody", Worded(name, wording_of_event(laid.scene, proposal), share, float(bool(required)))


def answers_worded(name: str, text: str, gold: dict[str, Any], models: Models) -> Iterator[tuple[str, Worded]]:
    """The answers that are proposed in one document."""
    hearing, custody, by_rule = hearing_of(name, text, gold, models)
    answers = proposed_responses(hearing, read_responses(hearing.scene, custody, by_rule, hearing.quotes), custody, by_rule)
    shares = likelihoods("response", [signs_of_deed(hearing, p) for p in answers])
    for claim, share in zip((p.claim for p in answers), shares, strict=True):
        marked = done_at(gold, "response", claim)
        required = [f for f in marked if not f.get("optional")]
        if claim.type != "other" and (required or not (marked or is_free(gold, "response", claim.type.value, claim.trigger))):
            yield "response", Worded(name, wording_of_answer(hearing, claim), share, float(bool(required)))


def all_worded(lessons: Sequence[Lesson], processes: int) -> dict[str, list[Worded]]:
    """What is weighed in all texts, by question."""
    _SHARED["lessons"] = lessons
    out: dict[str, list[Worded]] = {}
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        for found in pool.imap(_asked, range(len(lessons)), chunksize=16):
            for question, case in found:
                out.setdefault(question, []).append(case)
    return out


_SHARED: dict[str, Any] = {}  # what a process that is split off finds in its memory: encoders cannot be sent


def _asked(number: int) -> list[tuple[str, Worded]]:
    lesson: Lesson = _SHARED["lessons"][number]
    models = lesson.models_for_once
    with weighed_by(_SHARED["by_fold"][lesson.fold]), worded_by({}):
        return [case for ask in (events_worded, answers_worded) for case in ask(*lesson.document, models)]


def worth_of(cases: Sequence[Worded]) -> tuple[dict[str, float], float]:
    """What each feature is worth, and the log-odds of a case without any."""
    often = Counter(f for c in cases for f in c.features)
    columns = {f: i for i, f in enumerate(sorted(f for f, n in often.items() if n >= OFTEN))}
    rows = [sorted(columns[f] for f in c.features if f in columns) for c in cases]  # a set has no order, and sums depend on it
    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])])
    table = csr_matrix((np.ones(starts[-1]), [i for row in rows for i in row], starts), shape=(len(rows), len(columns)))
    model = LogisticRegression(C=1.0 / RIDGE, max_iter=300).fit(table, [c.right > 0 for c in cases])
    worth = {f: round(float(model.coef_[0, i]), 3) for f, i in columns.items() if abs(model.coef_[0, i]) >= LEAST}
    return worth, float(model.intercept_[0])


def judged_wording(cases: Sequence[Worded]) -> Wording:
    """The wording of one question by all cases, with what trees and features count together where neither has learned the document."""
    odds = _odds_kept_out(cases)
    right = np.array([c.right for c in cases])
    trees = np.array([log_odds_of(c.share) for c in cases])
    count = _fit_two(trees, odds, right)
    worth, base = worth_of(cases)
    print(f"{len(cases)} cases, {right.sum():.0f} right; {len(worth)} features; kept out:", flush=True)
    for name, sure in (("trees", trees), ("features", odds), ("both", count[0] * trees + count[1] * odds + count[2])):
        print(f"  {name}: {_area(sure, right):.4f} area under the curve, {_best(sure, right):.4f} best F1", flush=True)
    return Wording(worth, base, float(count[0]), float(count[1]), float(count[2]))


def _odds_kept_out(cases: Sequence[Worded]) -> NDArray[np.float64]:
    """What the features say of each case, fitted on the documents of the other folds."""
    folds = np.array([fold_of(c.document) for c in cases])
    odds = np.zeros(len(cases))
    for fold in range(FOLDS):
        worth, base = worth_of([c for c, f in zip(cases, folds, strict=True) if f != fold])
        alone = Wording(worth, base, 0.0, 1.0, 0.0)
        odds[folds == fold] = [alone.odds(c.features) for c, f in zip(cases, folds, strict=True) if f == fold]
    return odds


def _fit_two(trees: NDArray[np.float64], odds: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """By Newton's method: how much either counts, and what is added."""
    x = np.stack([trees, odds, np.ones(len(right))], axis=1)
    w = np.array([1.0, 0.0, 0.0])
    for _ in range(50):
        p = 1.0 / (1.0 + np.exp(-x @ w))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + 0.01 * np.eye(3), x.T @ (right - p))
        w += step
        if np.abs(step).max() < 1e-7:
            break
    return w


def _area(sure: NDArray[np.float64], right: NDArray[np.float64]) -> float:
    ranks = np.empty(len(sure))
    ranks[np.argsort(sure)] = np.arange(len(sure))
    return float((ranks[right == 1].mean() - ranks[right == 0].mean()) / len(sure) + 0.5)


def _best(sure: NDArray[np.float64], right: NDArray[np.float64]) -> float:
    found = np.cumsum(right[np.argsort(-sure)])
    return float((2 * found / (np.arange(1, len(sure) + 1) + right.sum())).max())


def main() -> None:
    """Read, fit, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_lesson_arguments(parser)
    parser.add_argument("--by-fold", type=Path, required=True)
    args = parser.parse_args()
    _SHARED["by_fold"] = {fold: scales_in(args.by_fold / str(fold)) for fold in range(FOLDS)}
    by_question = all_worded(lessons_asked_for(args), args.processes)
    OUT.mkdir(exist_ok=True)
    for question, cases in sorted(by_question.items()):
        (OUT / f"{question}.tsv").write_text(write_wording(judged_wording(cases)), encoding="utf-8")


if __name__ == "__main__":
    main()
