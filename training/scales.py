"""Make `src/habeas/read/scales.json`: what the signs are worth by which rules and encoder decide together.

    python -m training.scales [--parts dev weigh] [--gold ../shared/gold]

The parts are texts of which the encoder has learned nothing, and the rules nothing either but for the dev part: on texts that they know, the word of both
is worth too much. The gold dispatches, where they are given, are thirteen among some two hundred, so that the manner of such dispatches is not forgotten. For every
question one logistic regression over the signs that the reader itself puts on the scales, by Newton's method, with a ridge, signs brought to one scale
first. Printed for each question, cross-validated in ten folds by document: how sure the answers are and how often they are right. About a minute on one
core; nothing random.
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
from corpus.marked import compile_marked
from numpy.typing import NDArray

from habeas.case.claim import Action, Response
from habeas.case.passage import Span
from habeas.case.source import Boilerplate, Source
from habeas.case.vocabulary import TOLD, Realis
from habeas.languages.english import ENGLISH
from habeas.read.actions import read_actions
from habeas.read.custody import propose, read_custody
from habeas.read.custody_signs import Weighing, options_of, signs_of_event, signs_of_whom
from habeas.read.deed_signs import Hearing, helped_by, parties_of, signs_of_deed, signs_of_party
from habeas.read.models import Models, shipped_models
from habeas.read.reader import Laid, lay_out
from habeas.read.responses import read_responses
from habeas.read.scene import Scene
from habeas.read.weighed_actions import proposed_actions
from habeas.read.weighed_responses import proposed_responses

CORPUS = Path(__file__).parent.parent / "corpus"
OUT = Path(__file__).parent.parent / "src/habeas/read/scales.json"
NEAR = 12  # characters between the words proposed and those marked
NEAR_DEED = 40  # of an action or answer: "called" and "release" are one
OFTEN = 8  # cases from which on an objection has a weight; one that is hardly ever met is never outweighed
FOLDS = 10
RIDGE = 20.0  # on signs of one scale; 3 and 60 were no better
NARROWEST = 0.15  # a sign seldom seen is not blown up to the scale of the others

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """The signs of one answer to a question about one document, and whether it is right."""

    document: str
    question: str
    signs: dict[str, float]
    is_right: bool


class People:
    """Which person of the marks each entity of a scene is, by the mentions that they share; an entity of nobody is itself."""

    def __init__(self, scene: Scene, gold: dict[str, Any]) -> None:
        self.known = {p["id"] for p in gold["persons"]}
        spans = [(Span(m["start"], m["end"]), p["id"]) for p in gold["persons"] for m in p["mentions"]]
        self.of: list[str | None] = []
        for entity in scene.entities:
            votes: dict[str, int] = {}
            for mention in entity.mentions:
                for span, person in spans:
                    if span.touches(mention.span):
                        votes[person] = votes.get(person, 0) + 1
            best = max(votes, key=lambda person: votes[person], default=None)
            self.of.append(best if best is not None else entity.id if entity.is_named else None)

    def are(self, entities: tuple[int, ...], persons: list[str]) -> bool:
        """True if these entities are the persons, as the scorer sees it: half of all who are named by either."""
        found = {who for i in entities if (who := self.of[i]) is not None}
        marked = self.known.intersection(persons)
        return not found if not marked else len(found & marked) / len(found | marked) >= 0.5

    def are_exactly(self, entities: tuple[int, ...], persons: list[str]) -> bool:
        """True if these entities are the named ones of the persons, and nobody else."""
        return {who for i in entities if (who := self.of[i]) is not None} == self.known.intersection(persons)


def laid_out(name: str, text: str, gold: dict[str, Any], models: Models) -> Laid:
    """The scene of one marked document, its quotes and the encoder's signals."""
    boilerplate = tuple(Boilerplate(Span(b["start"], b["end"]), b.get("kind", "related")) for b in gold["boilerplate"])
    source = Source("sha256:" + name, name, text, published=gold["published"], boilerplate=boilerplate)
    return lay_out(source, ENGLISH, models, models.version)


def cases_of(name: str, text: str, gold: dict[str, Any], models: Models) -> Iterator[Case]:
    """The cases that one document gives."""
    laid = laid_out(name, text, gold, models)
    assert laid.signals is not None
    scene, signals = laid.scene, laid.signals
    yield from _custody(name, gold, Weighing(propose(scene, laid.spoken), signals))
    # Whom the text tells to be held is read by the scales as they are: fitted twice, they settle.
    custody = read_custody(scene, signals, laid.spoken)
    people, hearing = People(scene, gold), Hearing(scene, custody, laid.quotes, signals)
    actions = read_actions(scene, custody, laid.quotes)
    responses = read_responses(scene, custody, actions, laid.quotes)
    for action, own in proposed_actions(hearing, actions, custody):
        yield from _deed(name, gold, hearing, people, action, own)
    for response, own in proposed_responses(hearing, responses, custody, actions):
        yield from _deed(name, gold, hearing, people, response, own)


def _deed(name: str, gold: dict[str, Any], hearing: Hearing, people: People, claim: Action | Response, by_encoder: bool) -> Iterator[Case]:
    kind = "action" if isinstance(claim, Action) else "response"
    if claim.type == "other" or (isinstance(claim, Action) and claim.realis is Realis.NEGATED):
        return
    marked = [f for f in gold[kind + "s"] if f["type"] == claim.type.value and gap(f["trigger"], claim.trigger) <= NEAR_DEED]
    required = [f for f in marked if not f.get("optional")]
    if not required and (marked or _is_free(gold, kind, claim.type.value, claim.trigger)):
        return
    yield Case(name, kind, signs_of_deed(hearing, claim, by_encoder=by_encoder), bool(required))
    if not required:
        return
    for role in ("actor", "helped") if kind == "action" else ("actor",):
        if role == "actor" and claim.type == "award":
            continue
        ids = claim.actors if role == "actor" or isinstance(claim, Response) else helped_by(claim)
        by_rule = tuple(hearing.index[i] for i in ids if i in hearing.index)
        for party in parties_of(hearing, claim, role, by_rule):
            right = any(people.are(party, f["actors"] if role == "actor" else helped_of(f)) for f in required)
            yield Case(name, f"{kind} {role}", signs_of_party(hearing, claim, role, by_rule, party), right)


def helped_of(fact: dict[str, Any]) -> list[str]:
    """The ids of those for whom a marked action is done, and of all but a judgement those at whom it is aimed, as the scorer counts them."""
    return list(fact["beneficiaries"] or []) + ([] if fact["type"] == "condemn" else list(fact["targets"] or []))


def _custody(name: str, gold: dict[str, Any], weighing: Weighing) -> Iterator[Case]:
    people = People(weighing.scene, gold)
    told: set[tuple[str, Span]] = set()
    for proposal in weighing.proposals:
        events = [e for e in gold["events"] if e["type"] == proposal.candidate.type.value and gap(e["trigger"], proposal.span) <= NEAR]
        required = [e for e in events if not e.get("optional") and _is_told(e)]
        if not required and (
            any(e.get("optional") for e in events) or _is_free(gold, "custody", proposal.candidate.type.value, proposal.span)
        ):
            continue
        yield Case(name, "custody", signs_of_event(weighing, proposal), bool(required))
        place = (proposal.candidate.type.value, proposal.span)
        if required and place not in told:
            told.add(place)
            for persons in options_of(weighing, proposal):
                right = any(people.are(persons, e["persons"]) for e in required)
                yield Case(name, "custody whom", signs_of_whom(weighing, proposal, persons), right)


def gap(trigger: dict[str, Any], span: Span) -> int:
    """Characters between marked words and others; less than 0 where they share some."""
    return int(max(trigger["start"], span.start) - min(trigger["end"], span.stop))


def _is_told(event: dict[str, Any]) -> bool:
    """True for what has happened, as the text or somebody in it says; false for what is planned, feared or denied."""
    return event.get("status", "asserted") in {r.value for r in TOLD}


def _is_free(gold: dict[str, Any], kind: str, type_: str, span: Span) -> bool:
    """True where the marks leave open whether this is told."""
    return any(o["kind"] == kind and o.get("type") in (None, type_) and gap(o, span) < 0 for o in gold.get("optional", []))


# ----- the fit -----------------------------------------------------------------------------------------------------------


def fit(cases: list[Case], ridge: float = RIDGE) -> dict[str, float]:
    """The weight of each sign, and under "" what is added to every sum."""
    seen = Counter(s for c in cases for s in c.signs)
    names = sorted(s for s, times in seen.items() if times >= OFTEN or not s.startswith("against:"))
    x = table(cases, names)
    scale = np.maximum(x.std(axis=0), NARROWEST)
    centre = x.mean(axis=0)
    z = np.hstack([np.ones((len(x), 1)), (x - centre) / scale])
    y = np.array([c.is_right for c in cases], dtype=np.float64)
    pull = np.full(z.shape[1], ridge)
    pull[0] = 0.0
    w: Floats = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1.0 / (1.0 + np.exp(-z @ w))
        step = np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + np.diag(pull + 1e-6), z.T @ (y - p) - pull * w)
        w += step
        if np.abs(step).max() < 1e-6:
            break
    slopes = w[1:] / scale
    return {"": round(float(w[0] - slopes @ centre), 5), **{n: round(float(v), 5) for n, v in zip(names, slopes, strict=True)}}


def table(cases: list[Case], names: list[str]) -> Floats:
    """Cases x signs."""
    column = {n: i for i, n in enumerate(names)}
    x: Floats = np.zeros((len(cases), len(names)))
    for row, case in enumerate(cases):
        for sign, value in case.signs.items():
            if sign in column:
                x[row, column[sign]] = value
    return x


def shares(cases: list[Case], weights: dict[str, float]) -> Floats:
    """How likely each case is right."""
    names = [n for n in weights if n]
    return np.asarray(1.0 / (1.0 + np.exp(-(table(cases, names) @ np.array([weights[n] for n in names]) + weights[""]))))


def fold_of(document: str) -> int:
    """The fold in which a document is kept out."""
    return int(hashlib.md5(document.encode()).hexdigest(), 16) % FOLDS


def kept_out(cases: list[Case]) -> Floats:
    """How likely each case is right, by weights fitted on the other folds."""
    out: Floats = np.zeros(len(cases))
    folds = np.array([fold_of(c.document) for c in cases])
    for fold in range(FOLDS):
        rest = fit([c for c, f in zip(cases, folds, strict=True) if f != fold])
        here = np.flatnonzero(folds == fold)
        out[here] = shares([cases[i] for i in here], rest)
    return out


def reliability(cases: list[Case], sure: Floats) -> str:
    """For each band of likelihood: how many cases, and what share is right."""
    rows = ["| likelihood | cases | mean | right |", "| --- | --- | --- | --- |"]
    right = np.array([c.is_right for c in cases])
    for low, high in ((0.0, 0.1), (0.1, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01)):
        inside = (sure >= low) & (sure < high)
        if inside.any():
            rows.append(f"| {low:.1f} to {min(high, 1.0):.1f} | {inside.sum()} | {sure[inside].mean():.2f} | {right[inside].mean():.2f} |")
    return "\n".join(rows)


def read_cases(parts: list[str], models: Models, gold: Path | None = None) -> list[Case]:
    """The cases of every document of these parts of the corpus, and of a folder in the gold form (NN.txt with NN.json)."""
    cases: list[Case] = []
    for path in (p for part in parts for p in sorted((CORPUS / part).glob("*.marked"))):
        cases += cases_of(path.stem, *compile_marked(path), models)
    for path in sorted(gold.glob("*.json")) if gold is not None else ():
        text = path.with_suffix(".txt").open(encoding="utf-8", newline="").read()
        cases += cases_of(path.stem, text, json.loads(path.read_text(encoding="utf-8")), models)
    return cases


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parts", nargs="+", default=["dev", "weigh"])
    parser.add_argument("--gold", type=Path)
    args = parser.parse_args()
    cases = read_cases(args.parts, shipped_models(), args.gold)
    weights: dict[str, dict[str, float]] = {}
    for question in dict.fromkeys(c.question for c in cases):
        asked = [c for c in cases if c.question == question]
        weights[question] = fit(asked)
        print(f"{question}: {len(asked)} answers, {sum(c.is_right for c in asked)} right\n{reliability(asked, kept_out(asked))}\n")
    OUT.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
