"""Make `src/habeas/read/confidence.json`: weights that turn the signs of a claim into the share of such claims that are right.

    python -m training.event_confidence [--parts dev weigh]

Reads every document of these parts of the corpus, of which the encoder has learned none, compares each claim with what the document's marks say, and fits
one logistic regression over the signs of `habeas.read.confidence.signs_of`. Every third document (by the hash of its name) is kept out of the fit, and the
table of reliability is printed for it. Seconds on one core; nothing random.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from corpus.marked import MarkedError, compile_marked
from numpy.typing import NDArray

from habeas.case.claim import Action, Custody, Response
from habeas.case.passage import Span
from habeas.case.source import Boilerplate, Source
from habeas.languages.english import ENGLISH
from habeas.read.confidence import signs_of
from habeas.read.models import shipped_models
from habeas.read.reader import lay_out, read_events
from habeas.read.scene import Scene

NEAR = 80  # characters between two triggers that still count as the same place, as in the scorer
RIDGE = 1.0  # small corpora: without it a sign that was always right would be certain
CORPUS = Path(__file__).parent.parent / "corpus"
OUT = Path(__file__).parent.parent / "src/habeas/read/confidence.json"


@dataclass(frozen=True)
class Case:
    """A claim with its signs, whether it is right, and whether its document is kept out of the fit."""

    signs: dict[str, float]
    is_right: bool
    is_held_out: bool


def cases_of(path: Path) -> Iterator[Case]:
    """The claims that the reader makes about one document, judged by its marks."""
    text, gold = compile_marked(path)
    boilerplate = tuple(Boilerplate(Span(b["start"], b["end"]), b["kind"]) for b in gold["boilerplate"])
    source = Source("sha256:" + path.stem, path.stem, text, published=gold["published"], boilerplate=boilerplate)
    models = shipped_models()
    laid = lay_out(source, ENGLISH, models, models.version)
    held_out = int(hashlib.md5(path.stem.encode()).hexdigest(), 16) % 3 == 0
    for claim in read_events(laid):
        if claim.realis in ("asserted", "alleged") and claim.type != "other":
            yield Case(signs_of(claim, laid.scene), _is_right(claim, gold, laid.scene), held_out)


def _is_right(claim: Custody | Action | Response, gold: dict[str, Any], scene: Scene) -> bool:
    """True if the gold has a fact of this type near the trigger, or with just these persons, and everyone named is right."""
    kind = {"Custody": "events", "Action": "actions", "Response": "responses"}[type(claim).__name__]
    people = {p["id"]: [(m["start"], m["end"]) for m in p["mentions"]] for p in gold["persons"]}
    who = _linked(_ids(claim), people, scene)
    for fact in gold[kind]:
        named = [frozenset(i for i in ids if i in people) for ids in _gold_ids(fact, kind)]
        near = max(fact["trigger"]["start"], claim.trigger.start) - min(fact["trigger"]["end"], claim.trigger.stop) <= NEAR
        place = near or (kind == "events" and named == who and any(named))
        if fact["type"] == str(claim.type) and place and all(_same(g, s) for g, s in zip(named, who, strict=True)):
            return True
    return False


def _ids(claim: Custody | Action | Response) -> list[tuple[str, ...]]:
    if isinstance(claim, Custody):
        return [claim.persons]
    if isinstance(claim, Response):
        return [claim.actors]
    helped = claim.beneficiaries + (() if claim.type == "condemn" else claim.targets)
    return [helped] if claim.type == "award" else [claim.actors, helped]


def _gold_ids(fact: dict[str, Any], kind: str) -> list[list[str]]:
    if kind == "events":
        return [fact["persons"]]
    if kind == "responses":
        return [fact["actors"]]
    helped = fact["beneficiaries"] + ([] if fact["type"] == "condemn" else fact["targets"])
    return [helped] if fact["type"] == "award" else [fact["actors"], helped]


def _linked(groups: list[tuple[str, ...]], people: dict[str, list[tuple[int, int]]], scene: Scene) -> list[frozenset[str]]:
    """The gold persons that the entities stand for, by the mentions that they share; an entity of nobody is itself."""
    out = []
    for ids in groups:
        linked = set()
        for entity in (e for e in scene.entities if e.id in ids):
            votes = Counter(
                who for m in entity.mentions for who, spans in people.items() if any(s < m.span.stop and m.span.start < e for s, e in spans)
            )
            if votes:
                linked.add(votes.most_common(1)[0][0])
            elif entity.is_named:
                linked.add(entity.id)
        out.append(frozenset(linked))
    return out


def _same(gold: frozenset[str], found: frozenset[str]) -> bool:
    return not found if not gold else len(gold & found) / len(gold | found) >= 0.5


def fit(cases: list[Case]) -> dict[str, float]:
    """Weights of a logistic regression with a ridge, by Newton's method."""
    names = sorted({s for c in cases for s in c.signs})
    column = {n: i for i, n in enumerate(names)}
    x: NDArray[np.float64] = np.zeros((len(cases), len(names)))
    for row, case in enumerate(cases):
        x[row, [column[s] for s in case.signs]] = list(case.signs.values())
    y = np.array([c.is_right for c in cases], dtype=float)
    w = np.zeros(len(names))
    for _ in range(30):
        p = 1.0 / (1.0 + np.exp(-x @ w))
        gradient = x.T @ (y - p) - RIDGE * w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(names))
        w += np.linalg.solve(hessian, gradient)
    return {n: round(float(v), 4) for n, v in zip(names, w, strict=True)}


def reliability(cases: list[Case], weights: dict[str, float]) -> str:
    """For each band of confidence: how many claims, and what share is right."""
    totals = [sum(v * weights.get(s, 0.0) for s, v in c.signs.items()) for c in cases]
    shares = 1.0 / (1.0 + np.exp(-np.array(totals)))
    rows = ["| confidence | claims | mean confidence | right |", "| --- | --- | --- | --- |"]
    for low, high in ((0.0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01)):
        inside = [(s, c.is_right) for s, c in zip(shares, cases, strict=True) if low <= s < high]
        if inside:
            mean, right = np.mean([s for s, _ in inside]), np.mean([r for _, r in inside])
            rows.append(f"| {low:.1f} to {min(high, 1.0):.1f} | {len(inside)} | {mean:.2f} | {right:.2f} |")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parts", nargs="+", default=["dev", "weigh"])
    args = parser.parse_args()
    cases: list[Case] = []
    for path in (p for part in args.parts for p in sorted((CORPUS / part).glob("*.marked"))):
        try:
            cases += cases_of(path)
        except MarkedError as error:
            print(f"left out: {error}")
    seen, held_out = [c for c in cases if not c.is_held_out], [c for c in cases if c.is_held_out]
    weights = fit(seen)
    OUT.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(
        f"{len(seen)} claims fitted, {len(held_out)} held out\n\nHeld out:\n{reliability(held_out, weights)}\n\nFitted:\n{reliability(seen, weights)}"
    )


if __name__ == "__main__":
    main()
