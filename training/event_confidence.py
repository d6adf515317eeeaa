"""Make `src/habeas/read/confidence.json`: weights that turn the signs of a claim into the share of such claims that are right.

    python -m training.event_confidence --before WEIGHTS [--parts dev weigh]

Reads every document of these parts of the corpus, of which the encoder has learned none, compares each claim with what the document's marks say, and fits
one logistic regression over the signs of `habeas.read.confidence.signs_of`. What the scales say is one of the signs: for each document they are fitted anew
without its fold, so that they know as little of it as of a stranger's. Every third document (by the hash of its name) is kept out of the fit here, and the
table of reliability is printed for it. Ten minutes on two cores; nothing random.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.marked import compile_marked

from habeas.case.claim import Action, Custody, Response
from habeas.read.confidence import signs_of
from habeas.read.deed_signs import helped_by
from habeas.read.models import shipped_models
from habeas.read.reader import read_events
from habeas.read.scales import weighed_by
from habeas.read.scene import Scene
from training.cases import FOLDS, Case, People, fold_of, gap, helped_of, laid_out
from training.logistic import fit, reliability, shares
from training.parts import CORPUS
from training.scales import lessons_of, weighed_cases

NEAR = 80  # characters between two triggers that still count as the same place, as in the scorer
OUT = Path(__file__).parent.parent / "src/habeas/read/confidence.json"


def cases_of(path: Path) -> Iterator[Case]:
    """The claims that the reader makes about one document, judged by its marks."""
    text, gold = compile_marked(path)
    laid = laid_out(path.stem, text, gold, shipped_models())
    for claim in read_events(laid):
        if claim.realis in ("asserted", "alleged") and claim.type != "other":
            yield Case(path.stem, type(claim).__name__.lower(), signs_of(claim, laid.scene), _is_right(claim, gold, laid.scene))


def _is_right(claim: Custody | Action | Response, gold: dict[str, Any], scene: Scene) -> bool:
    """True if the gold has a fact of this type near the trigger, or with just these persons, and everyone named is right."""
    people = People(scene, gold)
    index = {entity.id: i for i, entity in enumerate(scene.entities)}
    kind = {"Custody": "events", "Action": "actions", "Response": "responses"}[type(claim).__name__]
    who = [tuple(index[i] for i in ids) for ids in _named_by(claim)]
    for fact in (f for f in gold[kind] if f["type"] == claim.type.value):
        named = _named_in(fact, kind)
        is_near = gap(fact["trigger"], claim.trigger) <= NEAR
        is_of_them = kind == "events" and bool(named[0]) and people.are_exactly(who[0], named[0])
        if (is_near or is_of_them) and all(people.are(found, marked) for found, marked in zip(who, named, strict=True)):
            return True
    return False


def _named_by(claim: Custody | Action | Response) -> list[tuple[str, ...]]:
    """The groups of people by which the scorer knows a claim."""
    if isinstance(claim, Custody):
        return [claim.persons]
    if isinstance(claim, Response):
        return [claim.actors]
    helped = helped_by(claim)
    return [helped] if claim.type == "award" else [claim.actors, helped]


def _named_in(fact: dict[str, Any], kind: str) -> list[list[str]]:
    if kind == "events":
        return [fact["persons"]]
    if kind == "responses":
        return [fact["actors"]]
    return [helped_of(fact)] if fact["type"] == "award" else [fact["actors"], helped_of(fact)]


def is_held_out(case: Case) -> bool:
    """True for every third document."""
    return int(hashlib.md5(case.document.encode()).hexdigest(), 16) % 3 == 0


def main() -> None:
    """Fit, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--before", type=Path, required=True, help="the encoder's weights from before its last phase, as for training.scales"
    )
    parser.add_argument("--parts", nargs="+", default=["dev", "weigh"])
    args = parser.parse_args()
    paths = [p for part in args.parts for p in sorted((CORPUS / part).glob("*.marked"))]
    _, by_fold = weighed_cases(lessons_of(args.parts, args.before))
    cases: list[Case] = []
    for fold in range(FOLDS):
        with weighed_by(by_fold[fold]):
            cases += [case for path in paths if fold_of(path.stem) == fold for case in cases_of(path)]
    seen, held_out = [c for c in cases if not is_held_out(c)], [c for c in cases if is_held_out(c)]
    weights = fit(seen)
    OUT.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(seen)} claims fitted, {len(held_out)} held out\n\nHeld out:\n{reliability(held_out, shares(held_out, weights))}\n")
    print(f"Fitted:\n{reliability(seen, shares(seen, weights))}")


if __name__ == "__main__":
    main()
