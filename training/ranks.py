"""Learn in what order a name index answers: the same evidence as in training/names.py, weighed for finding. See training/NAMES.md.

    python -m training.ranks PAIRS.tsv [--size 1000000] [--out src/habeas/resolve/data] [--report]

An index is made of one spelling of each person, other people's names and combinations of all their words (as benchmarks/names.py does, with
another draw), and asked by another spelling. What the search finds are the wrong answers to learn from. `--report` prints figures with
people and family names held out in place of writing ranks.npz.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from benchmarks.names import index_entries
from catboost import CatBoostRanker

from habeas.resolve.candidates import NameIndex
from habeas.resolve.evidence import FEATURES
from habeas.resolve.names import score_evidence
from habeas.resolve.parse import parse_name
from habeas.resolve.ranking import weigh_candidates
from habeas.resolve.shortlist import ask, shortlist
from training.names import AGAINST, FOR, Row, arrays_of, folds_of, read_pairs

TREES, DEPTH, RATE = 160, 6, 0.1
DRAWS = (11, 12)  # seeds; each draws another spelling of each person and other combinations
FOUND, NEAREST, OTHERS = 300, 25, 10  # names found; of these the highest scored and some others are learned from


@dataclass(frozen=True, slots=True)
class Asked:
    """One question's answers: their evidence, which one is right, and whether the search found that."""

    evidence: np.ndarray
    scores: np.ndarray
    is_right: np.ndarray
    is_found: bool


def ask_index(folder: Path, entries: list[tuple[str, str]], asked: list[Row]) -> list[Asked]:
    """The answers to each question."""
    with NameIndex.open(folder, create=True) as index:
        index.add(entries)
        (segment,) = index.segments
        numbers = {key: k for k, (key, _) in enumerate(entries)}
        out = []
        for row in asked:
            question, right = ask(parse_name(row["a"])), numbers[row["pid"]]
            names, _ = shortlist(segment, question, FOUND)
            is_found = right in names
            names = names if is_found else np.append(names, right)
            columns, nearest = weigh_candidates(segment, question, names, segment.words_of(names))
            evidence = columns[0].T.astype(np.float32)
            out.append(Asked(evidence, score_evidence(evidence, nearest[0]), names == right, is_found))
        return out


def fit(asked: list[Asked], seed: int = 0) -> CatBoostRanker:
    """Trees that set the right answer before the wrong ones of its question."""
    rng = np.random.default_rng(seed)
    rows, labels, groups = [], [], []
    for k, one in enumerate(asked):
        chosen = np.union1d(np.argsort(-one.scores)[:NEAREST], rng.integers(0, len(one.scores), OTHERS))
        chosen = np.union1d(chosen, np.flatnonzero(one.is_right))
        rows.append(one.evidence[chosen])
        labels.append(one.is_right[chosen])
        groups.append(np.full(len(chosen), k))
    signs = [1 if f in FOR else -1 if f in AGAINST else 0 for f in FEATURES]
    model = CatBoostRanker(
        loss_function="QuerySoftMax", iterations=TREES, depth=DEPTH, learning_rate=RATE, l2_leaf_reg=6, border_count=128,
        monotone_constraints=signs, thread_count=1, random_seed=seed, verbose=0, allow_writing_files=False,
    )  # fmt: skip
    return model.fit(np.concatenate(rows), np.concatenate(labels).astype(int), group_id=np.concatenate(groups))


def places_of(asked: list[Asked], ranks: list[np.ndarray]) -> np.ndarray:
    """The place of each right answer, by what answers are ranked by; 999 where the search does not find it."""
    return np.array([int((rank > rank[one.is_right].max()).sum()) if one.is_found else 999 for one, rank in zip(asked, ranks, strict=True)])


def print_places(title: str, places: np.ndarray) -> None:
    print(f"{title}: of {len(places)} people first {(places < 1).mean():.3f}, in the first ten {(places < 10).mean():.3f}", flush=True)


def report(asked: list[Asked], folds: np.ndarray) -> None:
    print(f"found by the search: {np.mean([one.is_found for one in asked]):.3f}")
    print_places("ranked by the score", places_of(asked, [one.scores for one in asked]))
    ranks = [np.zeros(0)] * len(asked)
    for fold in range(5):
        model = fit([one for one, f in zip(asked, folds, strict=True) if f != fold])
        for k in np.flatnonzero(folds == fold).tolist():
            ranks[k] = model.predict(asked[k].evidence)
    print_places("ranked by these trees, people held out", places_of(asked, ranks))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--out", type=Path, default=Path("src/habeas/resolve/data"))
    parser.add_argument("--report", action="store_true")
    args = parser.parse_args()
    rows = read_pairs(args.pairs)
    asked, people = [], []
    for draw in DRAWS[: 1 if args.report else None]:
        entries, drawn = index_entries(rows, args.size, random.Random(draw))
        known = {key for key, _ in entries}
        people += (drawn := [row for row in drawn if row["pid"] in known])
        with tempfile.TemporaryDirectory() as folder:
            asked += ask_index(Path(folder) / "index", entries, drawn)
    if args.report:
        fold_of = {row["pid"]: fold for row, fold in zip(rows, folds_of(rows).tolist(), strict=True) if row["label"] == "1"}
        report(asked, np.array([fold_of[row["pid"]] for row in people]))
        return
    np.savez_compressed(args.out / "ranks.npz", **arrays_of(fit(asked)))


if __name__ == "__main__":
    main()
