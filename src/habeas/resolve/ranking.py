"""In what order the names of an index answer a question: by the evidence of the full comparison, weighed for finding (data/ranks.npz)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from habeas.resolve.batch import Names, weigh_to_last
from habeas.resolve.codes import Ints
from habeas.resolve.depths import Floats
from habeas.resolve.evidence import weigh_evidence
from habeas.resolve.names import score_evidence
from habeas.resolve.parse import WIDEST, parse_name
from habeas.resolve.segment import Segment
from habeas.resolve.shortlist import Question
from habeas.resolve.weights import load_weights


@dataclass(frozen=True, slots=True)
class Ranked:
    """A name of a part: its number there, what it is ranked by, and the score of the comparison."""

    number: int
    rank: float
    score: float


def rank(segment: Segment, question: Question, names: Ints, words: Ints, most: int) -> list[Ranked]:
    """The likeliest of some names of a part, the best first. `words` are their words, a row for each place."""
    columns, nearest = weigh_candidates(segment, question, names, words)
    numbers = columns.transpose(0, 2, 1)
    ranks = np.array([load_weights("ranks.npz").sums(form) for form in numbers])
    best = np.argsort(-ranks.max(0), kind="stable")[:most]
    scores = np.array([score_evidence(form[best], near[best]) for form, near in zip(numbers, nearest, strict=True)]).max(0)
    worth = ranks.max(0)[best]
    return [Ranked(int(names[k]), float(w), float(s)) for k, w, s in zip(best, worth, scores, strict=True)]


def weigh_candidates(segment: Segment, question: Question, names: Ints, words: Ints) -> tuple[Floats, Floats]:
    """The evidence of each form of the question and each name: [form, number, name], and how alike the nearest words are: [form, name]."""
    used, places = np.unique(words, return_inverse=True)
    is_none = used[:1] < 0
    places = places.reshape(words.shape) - int(is_none[0])  # -1: no word
    used = used[int(is_none[0]) :]
    vocabulary = segment.vocabulary.joined(used, question.vocabulary)
    told = segment.taken_apart(names, places)
    found = [weigh_to_last(vocabulary, _with_form(told, words, fathers, len(used))) for words, fathers in question.forms]
    columns, nearest = np.array([c for c, _ in found]), np.array([n for _, n in found])
    for k in np.flatnonzero(~told.is_plain).tolist():
        other = parse_name(segment.entry(int(names[k]))[1])
        for place, form in enumerate(question.name.forms()):
            weighed = [weigh_evidence(form, theirs) for theirs in other.forms()]
            scores = score_evidence(np.array([e.numbers for e in weighed], np.float32), np.array([e.nearest for e in weighed]))
            best = weighed[int(scores.argmax())]
            columns[place, :, k], nearest[place, k] = best.numbers, best.nearest
    return columns, nearest


def _with_form(names: Names, words: tuple[int, ...], fathers: tuple[bool, ...], first: int) -> Names:
    """The names, and one form of the question after them; its words' numbers begin at `first`."""
    row, marks = np.full((WIDEST, 1), -1, np.int64), np.zeros((WIDEST, 1), bool)
    row[: len(words), 0] = [word + first for word in words]
    marks[: len(words), 0] = fathers
    counts = np.append(names.counts, len(words))
    return Names(np.append(names.words, row, 1), np.append(names.fathers, marks, 1), counts, np.append(names.is_plain, True))
