"""Make the document gate's weights, in one command (a few seconds, one core):

    python -m training.gate --data ../shared/data [--write]

Logistic regression on the logarithm of how often each stem of gate.tsv begins a word. Texts with a required event, action or answer in the corpus's train
part and its texts on made-up people are kept; the corpus's near misses and PolNeAR's training articles are other news. The border is set so that of the kept
texts, each weighed by weights that did not see it (five folds), no more than one in a thousand is lost; then the figures on what no weight saw are printed:
the corpus's dev part, and PolNeAR's dev part.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import ahocorasick
import numpy as np
from corpus.__main__ import documents
from corpus.agreement import holds_a_claim
from numpy.typing import NDArray

from habeas.read.gate import ALWAYS, LENGTH, SHORT, count_stems

Floats = NDArray[np.float64]
TABLE = Path(__file__).parents[1] / "src" / "habeas" / "languages" / "english" / "gate.tsv"
STRENGTH = 10.0  # of the regularisation: .3 to 30 keep and lose the same
LOST = 0.005  # share of the texts with claims that may fall below the border
FOLDS = 5


def labelled(part: str) -> Iterator[tuple[str, bool]]:
    """Texts of a part of the corpus that are long enough to be weighed, and whether they hold a claim of ours beside quotes."""
    for text, gold in documents(part).values():
        if len(text) > SHORT:
            yield text, holds_a_claim(gold)


def other_news(path: Path) -> Iterator[tuple[str, bool]]:
    """PolNeAR's articles: political news, of which a few do tell of an arrest."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["text"], False


def signs(texts: Sequence[str], stems: Sequence[str]) -> Floats:
    """A row a text: the logarithm of each stem's count, of the length, and 1."""
    scanner = ahocorasick.Automaton()
    for stem in stems:
        scanner.add_word(stem, stem)
    scanner.make_automaton()
    column = {stem: i for i, stem in enumerate(stems)}
    out = np.zeros((len(texts), len(stems) + 2))
    for row, text in zip(out, texts, strict=True):
        for stem, n in count_stems(text, scanner).items():
            row[column[stem]] = math.log1p(n)
        row[-2:] = math.log1p(len(text) / 1000), 1.0
    return out


def fitted(rows: Floats, kept: NDArray[np.bool_]) -> Floats:
    """The weights by Newton's method; the two classes count alike."""
    weights = np.zeros(rows.shape[1])
    share = np.where(kept, 1.0, kept.sum() / max(1, (~kept).sum()))
    penalty = np.eye(rows.shape[1]) * STRENGTH
    penalty[-1, -1] = 1e-6
    for _ in range(40):
        p = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (share * (p - kept)) + penalty @ weights
        curve = (rows * (share * p * (1 - p) + 1e-9)[:, None]).T @ rows + penalty
        weights -= np.linalg.solve(curve, slope)
    return weights


def border(rows: Floats, kept: NDArray[np.bool_]) -> float:
    """The score below which `LOST` of the kept texts fall, each scored by weights that did not see it."""
    fold = np.random.default_rng(0).integers(FOLDS, size=len(rows))
    scores = np.zeros(len(rows))
    for n in range(FOLDS):
        scores[fold == n] = rows[fold == n] @ fitted(rows[fold != n], kept[fold != n])
    return float(np.quantile(scores[kept], LOST, method="lower"))


def main() -> None:
    """Fit, print, and with --write put the weights into gate.tsv."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    telling = {stem: t for stem, t, *_ in (line.split("\t") for line in lines if line and not line.startswith("#"))}
    stems = [s for s in telling if s not in (LENGTH, ALWAYS)]
    attribution = args.data / "attribution"
    seen = [*labelled("train"), *labelled("invented"), *other_news(attribution / "polnear_train.jsonl")]
    rows, kept = signs([t for t, _ in seen], stems), np.array([k for _, k in seen])
    weights = fitted(rows, kept)
    weights[-1] -= border(rows, kept)
    for title, texts in (
        ("seen", seen),
        ("corpus dev part", list(labelled("dev"))),
        ("PolNeAR dev part", list(other_news(attribution / "polnear_dev.jsonl"))),
    ):
        passed = signs([t for t, _ in texts], stems) @ weights >= 0
        ours = np.array([k for _, k in texts])
        print(
            f"{title}: kept {passed[ours].sum()} of {ours.sum()} with a claim, let through {passed[~ours].sum()} of {(~ours).sum()} others"
        )
    if args.write:
        table = [f"{stem}\t{telling[stem]}\t{weight:.3f}" for stem, weight in zip([*stems], weights, strict=False)]
        ends = [f"{LENGTH}\t0\t{weights[-2]:.3f}", f"{ALWAYS}\t0\t{weights[-1]:.3f}"]
        TABLE.write_text("\n".join([*comments, *table, *ends]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
