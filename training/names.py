"""Learn the weights by which names are compared, and how common the words of names are. See training/NAMES.md.

    python training/names.py PAIRS.tsv [--out src/habeas/resolve/data] [--report SCORE_NAMES.py]

Needs catboost beside Habeas, in an environment of its own. `--report` prints figures with people and family names held out, and with
whole countries held out, by the curve of the scorer that is given.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import random
import tempfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier

from habeas.resolve import parse, vocabulary, words
from habeas.resolve.batch import weigh_batch
from habeas.resolve.evidence import ALIKE, FEATURES
from habeas.resolve.parse import parse_name
from habeas.resolve.vetoes import FAINT, bounded

Row = dict[str, str]
TREES, DEPTH, RATE = 400, 6, 0.05
# More of these can only speak for one person, more of those only against: what is learned from four countries must hold in others.
FOR = [
    "best",
    "second",
    "third",
    "best_sounds",
    "second_sounds",
    "best_classes",
    "second_classes",
    "best_bones",
    "second_bones",
    "last_last",
    "first_first",
    "rarity_met",
    "joined_bones",
    "given_equal",
    "fathers_alike",
    "covered",
    "shortest_match",
    "ending",
]
AGAINST = [
    "fewest_left",
    "most_left",
    "words_left_min",
    "words_left_max",
    "given_differs",
    "gender_differs",
    "commonest_match",
    "last_common",
    "first_common",
    "throats",
]
COUNTRIES = ("Iran", "Turkey", "Ukraine", "Russia")


def read_pairs(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def count_words(rows: list[Row]) -> Counter[str]:
    """In how many people's names each word's bones occur. A negative's names each count as a person."""
    seen: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in (row["a"], row["b"]):
            seen[row["pid"] if row["label"] == "1" else name] |= {w.main.bones for w in parse_name(name).words}
    return Counter(bones for people in seen.values() for bones in people)


def use_counts(counts: Counter[str]) -> None:
    """Let the words know these counts instead of the shipped ones."""
    table = {bones: float(np.log1p(n)) for bones, n in counts.items() if n > 1}
    words.common_words = vocabulary.common_words = lambda: table  # type: ignore[assignment]
    vocabulary._tables.cache_clear()
    parse._word.cache_clear()
    parse_name.cache_clear()


def evidence_of(rows: list[Row]) -> np.ndarray:
    return weigh_batch([r["a"] for r in rows], [r["b"] for r in rows])[0]


def augmented(rows: list[Row], seed: int = 5) -> list[Row]:
    """More pairs from the same people: strangers, family names alone, initials, and one family name with another's given name."""
    rng = random.Random(seed)
    same, other = [r for r in rows if r["label"] == "1"], [r for r in rows if r["label"] == "0"]
    names = [r[side] for r in rows for side in "ab"]
    pairs = [(0, rng.choice(names), rng.choice(names)) for _ in range(len(rows) // 5)]
    for row in rng.sample(same, int(len(same) * 0.3)):
        pairs += [(1, *short) for short in _shortened(row, rng)]
    for row in rng.sample(other, int(len(other) * 0.3)):
        a, b = (parse_name(row[side]).words for side in "ab")
        if a[-1].main.bones != b[-1].main.bones:
            pairs += [(0, *short) for short in _shortened(row, rng)]
    for _ in range(len(rows) // 5):
        one, two = rng.choice(same), rng.choice(same)
        a, b = parse_name(one["b"]).words, parse_name(two["b"]).words
        if one["pid"] != two["pid"] and len(a) > 1 and len(b) > 1 and a[0].script is b[0].script:
            pairs.append((0, one["a"], " ".join([b[0].raw, *(w.raw for w in a[1:])])))
    return [{"label": str(label), "a": a, "b": b, "pid": "-"} for label, a, b in pairs]


def _shortened(row: Row, rng: random.Random) -> Iterator[tuple[str, str]]:
    """The pair with one name cut to the family name, or given names to initials; nothing where a name has one word."""
    a, b = (parse_name(row[side]).words for side in "ab")
    if len(a) < 2 or len(b) < 2:
        return
    way = rng.random()
    if way < 0.3:
        yield a[-1].raw, b[-1].raw
    elif way < 0.5:
        yield a[-1].raw, row["b"]
    elif way < 0.75:
        yield f"{a[0].raw[0]}. {' '.join(w.raw for w in a[1:])}", row["b"]
    else:
        yield f"{a[0].raw[0]}. {a[-1].raw}", f"{b[0].raw[0]}. {b[-1].raw}"


def fit(rows: list[Row]) -> CatBoostClassifier:
    """Trees over the evidence of the rows; the words' counts must be theirs already."""
    rows = rows + augmented(rows)
    signs = [1 if f in FOR else -1 if f in AGAINST else 0 for f in FEATURES]
    model = CatBoostClassifier(
        iterations=TREES, depth=DEPTH, learning_rate=RATE, l2_leaf_reg=6, border_count=128, monotone_constraints=signs,
        thread_count=1, random_seed=0, verbose=0, allow_writing_files=False,
    )  # fmt: skip
    return model.fit(evidence_of(rows), np.array([int(r["label"]) for r in rows]))


def arrays_of(model: CatBoostClassifier) -> dict[str, np.ndarray]:
    """The trees as plain arrays."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        told = json.loads(path.read_text())
    trees = told["oblivious_trees"]
    features, borders = np.zeros((len(trees), DEPTH), np.uint8), np.full((len(trees), DEPTH), np.inf, np.float32)
    leaves = np.zeros((len(trees), 1 << DEPTH), np.float32)
    scale, bias = told["scale_and_bias"][0], told["scale_and_bias"][1]
    for t, tree in enumerate(trees):
        for d, split in enumerate(tree["splits"]):
            features[t, d], borders[t, d] = split["float_feature_index"], split["border"]
        leaves[t, : len(tree["leaf_values"])] = np.array(tree["leaf_values"]) * scale
    return {
        "features": features,
        "borders": borders,
        "leaves": leaves,
        "bias": np.float32(np.ravel(bias)[0]),
        "evidence": np.array(FEATURES),
    }


def folds_of(rows: list[Row]) -> np.ndarray:
    """A fold for every row such that no person and no person's family name stands in two folds."""
    parent: dict[str, str] = {}

    def find(x: str) -> str:
        parent.setdefault(x, x)
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    def family(name: str) -> str:
        return "s" + parse_name(name).words[-1].main.bones

    for row in rows:
        if row["label"] == "1":
            for name in (row["a"], row["b"]):
                parent[find("p" + row["pid"])] = find(family(name))
    keys = [find("p" + r["pid"]) if r["label"] == "1" else find(family(r["a"])) for r in rows]
    return np.array([zlib.crc32(k.encode()) % 5 for k in keys])


def country_rows(rows: list[Row], country: str) -> np.ndarray:
    """The rows about people of a country: positives by their row, negatives by either person."""
    people = {r["pid"] for r in rows if r["label"] == "1" and r["info"] == country}
    names = {r[side] for r in rows if r["pid"] in people for side in "ab"}
    return np.array([r["pid"] in people or r["a"] in names or r["b"] in names or bool(people & set(r["pid"].split("|"))) for r in rows])


Curve = Callable[[list[float], list[int]], tuple[tuple[float, float], float, float]]


def print_figures(title: str, rows: list[Row], scores: np.ndarray, curve: Curve) -> None:
    groups = {"all": list(range(len(rows)))}
    for k, row in enumerate(rows):
        groups.setdefault(row["scripts"], []).append(k)
    for name, places in sorted(groups.items(), key=lambda g: (g[0] != "all", g[0])):
        labels = [int(rows[k]["label"]) for k in places]
        if len(places) < 40 or not 0 < sum(labels) < len(labels):
            continue
        (f1, _), recall, auc = curve([float(scores[k]) for k in places], labels)
        print(f"{title:22s} {name:10s} n {len(places):6d}  F1 {f1:.3f}  recall at precision .99 {recall:.3f}  AUC {auc:.3f}", flush=True)


def held_out(rows: list[Row], is_test: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Scores of the test rows by weights and counts from the others: by the trees alone, and as users get them."""
    train, test = [r for r, t in zip(rows, is_test, strict=True) if not t], [r for r, t in zip(rows, is_test, strict=True) if t]
    use_counts(count_words(train))
    model, evidence = fit(train), evidence_of(test)
    scores = model.predict_proba(evidence)[:, 1]
    return scores, np.where(evidence[:, 0] < ALIKE, FAINT * evidence[:, 0], bounded(scores.astype(np.float32), evidence))


def report(rows: list[Row], scorer: Path) -> None:
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    folds, scores = folds_of(rows), np.zeros((2, len(rows)))
    for fold in range(5):
        scores[:, folds == fold] = held_out(rows, folds == fold)
    print_figures("people held out, trees", rows, scores[0], module.curve)
    print_figures("people held out", rows, scores[1], module.curve)
    for country in COUNTRIES:
        test = country_rows(rows, country)
        print_figures(f"without {country}", [r for r, t in zip(rows, test, strict=True) if t], held_out(rows, test)[1], module.curve)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/habeas/resolve/data"))
    parser.add_argument("--report", type=Path, help="the scorer whose curve is used")
    args = parser.parse_args()
    rows = read_pairs(args.pairs)
    if args.report:
        report(rows, args.report)
        return
    counts = count_words(rows)
    use_counts(counts)
    np.savez_compressed(args.out / "names.npz", **arrays_of(fit(rows)))
    lines = [f"{bones}\t{n}" for bones, n in sorted(counts.items()) if n > 1 and bones]
    (args.out / "frequency.tsv").write_text(
        "# In how many people's names a word with these bones was met.\n" + "\n".join(lines) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
