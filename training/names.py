"""Learn the weights by which names are compared, and how common the words of names are. See training/NAMES.md.

    python training/names.py PAIRS.tsv [--out src/habeas/resolve/data] [--report]

Needs scikit-learn beside Habeas. `--report` prints figures with people and surname clusters held out, and with countries held out.
"""

from __future__ import annotations

import argparse
import csv
import zlib
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from sklearn.neural_network import MLPClassifier

from habeas.resolve import words
from habeas.resolve.evidence import FEATURES, weigh_evidence
from habeas.resolve.parse import parse_name

Row = dict[str, str]
LAYERS = (32, 16)
SEEDS = 3


def read_pairs(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def count_words(rows: list[Row]) -> Counter[str]:
    """In how many people's names each word's bones occur. A negative's names each count as a person."""
    seen: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in (row["a"], row["b"]):
            person = row["pid"] if row["label"] == "1" else name
            seen[person] |= {w.bones for w in parse_name(name).words}
    return Counter(bones for people in seen.values() for bones in people)


def use_counts(counts: Counter[str]) -> None:
    """Let the words know these counts instead of the shipped ones."""
    table = {bones: float(np.log1p(n)) for bones, n in counts.items()}
    words._common = lambda: table  # type: ignore[assignment]
    for cached in (parse_name,):
        cached.cache_clear()
    import habeas.resolve.parse as parse

    parse._word.cache_clear()


def evidence_of(rows: list[Row]) -> np.ndarray:
    return np.array([weigh_evidence(parse_name(r["a"]), parse_name(r["b"])).numbers for r in rows], np.float32)


def surname_clusters(rows: list[Row]) -> np.ndarray:
    """A fold for every row such that no person and no family name stands in two folds."""
    parent: dict[str, str] = {}

    def find(x: str) -> str:
        parent.setdefault(x, x)
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for row in rows:
        if row["label"] == "1":
            for name in (row["a"], row["b"]):
                parent[find("p" + row["pid"])] = find("s" + parse_name(name).words[-1].bones)
    keys = [find("p" + r["pid"] if r["label"] == "1" else "s" + parse_name(r["a"]).words[-1].bones) for r in rows]
    return np.array([zlib.crc32(k.encode()) % 5 for k in keys])


def fit(x: np.ndarray, y: np.ndarray, seed: int) -> MLPClassifier:
    model = MLPClassifier(LAYERS, alpha=1e-3, learning_rate_init=2e-3, batch_size=128, max_iter=30, random_state=seed)
    return model.fit(x, y)


class Scaled:
    """A network over scaled evidence."""

    def __init__(self, x: np.ndarray, y: np.ndarray, seed: int = 0) -> None:
        self.mean, self.scale = x.mean(0), 1 / np.maximum(x.std(0), 1e-3)
        self.model = fit((x - self.mean) * self.scale, y, seed)

    def __call__(self, x: np.ndarray) -> np.ndarray:
        return self.model.predict_proba((x - self.mean) * self.scale)[:, 1]

    def save(self, path: Path) -> None:
        arrays = {"mean": self.mean.astype(np.float32), "scale": self.scale.astype(np.float32), "features": np.array(FEATURES)}
        for k, (weights, bias) in enumerate(zip(self.model.coefs_, self.model.intercepts_, strict=True)):
            arrays |= {f"weights{k}": weights.astype(np.float32), f"bias{k}": bias.astype(np.float32)}
        np.savez(path, **arrays)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/habeas/resolve/data"))
    args = parser.parse_args()
    rows = read_pairs(args.pairs)
    counts = count_words(rows)
    use_counts(counts)
    y = np.array([int(r["label"]) for r in rows])
    Scaled(evidence_of(rows), y).save(args.out / "names.npz")
    lines = [f"{bones}\t{n}" for bones, n in sorted(counts.items()) if n > 1 and bones]
    (args.out / "frequency.tsv").write_text(
        "# How many people's names have a word with these bones.\n" + "\n".join(lines) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
