"""Make `src/habeas/read/confidence.json`: weights that turn the signs of a claim into the share of such claims that are right.

The last step of `python -m training.scales`. Every document of the parts, of which the encoder has learned none, is read by scales that were grown without
its fold, so that they know as little of it as of a stranger's; each claim is compared with what the document's marks say, and one logistic regression
is fitted over the signs of `habeas.read.confidence.signs_of`, of which what the scales say is one. Every third document (by the hash of its name) is kept
out of the fit here, and the table of reliability is printed for it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from habeas.case.claim import Action, Custody, Response
from habeas.read.confidence import signs_of
from habeas.read.deed_signs import helped_by
from habeas.read.models import Models
from habeas.read.reader import read_events
from habeas.read.scales import weighed_by
from habeas.read.scene import Scene
from training.cases import Case, People, gap, helped_of, laid_out
from training.lessons import Lesson, ScalesByFold
from training.logistic import fit, reliability, shares

NEAR = 80  # characters between two triggers that still count as the same place, as in the scorer
OUT = Path(__file__).parent.parent / "src/habeas/read/confidence.json"


def cases_of(name: str, text: str, gold: dict[str, Any], models: Models) -> Iterator[Case]:
    """The claims that the reader makes about one document, judged by its marks."""
    laid = laid_out(name, text, gold, models)
    for claim in read_events(laid):
        if claim.realis in ("asserted", "alleged") and claim.type != "other":
            yield Case(name, type(claim).__name__.lower(), signs_of(claim, laid.scene), float(_is_right(claim, gold, laid.scene)))


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


def write_confidence(lessons: Sequence[Lesson], by_fold: ScalesByFold) -> None:
    """Fit on the claims that the reader makes about these documents, each read by the scales that were grown without it; print and write."""
    cases: list[Case] = []
    for lesson in lessons:
        with weighed_by(by_fold[lesson.fold]):
            cases += cases_of(*lesson.document, lesson.models)
    seen, held_out = [c for c in cases if not is_held_out(c)], [c for c in cases if is_held_out(c)]
    weights = fit(seen)
    OUT.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(seen)} claims fitted, {len(held_out)} held out\n\nHeld out:\n{reliability(held_out, shares(held_out, weights))}\n")
    print(f"Fitted:\n{reliability(seen, shares(seen, weights))}")
