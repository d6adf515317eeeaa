"""How sure may one be of a claim? What the scales say of it and signs of the finished claim, so that of claims with .8 about eight in ten are right.

The weights are in `confidence.json`; `training/event_confidence.py` made them from the corpus, and docs/event-confidence.md shows
how well they keep their word.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib import resources

from habeas.case.claim import Action, Custody, Response
from habeas.case.person import Entity
from habeas.case.vocabulary import MentionForm
from habeas.read.scales import Signs, log_odds
from habeas.read.scene import Scene


@cache
def _weights() -> dict[str, float]:
    text = resources.files("habeas.read").joinpath("confidence.json").read_text(encoding="utf-8")
    weights: dict[str, float] = json.loads(text)
    return weights


def confidence_of(claim: Custody | Action | Response, scene: Scene) -> float:
    """The share of claims with the same signs that are right, between .02 and .98. The claim's own confidence is what the scales say."""
    return round(min(0.98, max(0.02, _logistic(_weights(), signs_of(claim, scene)))), 3)


def _logistic(weights: Mapping[str, float], signs: Signs) -> float:
    """The logistic of what stands under "" and what the signs weigh; a sign without a weight counts nothing."""
    total = weights[""] + sum(value * weights.get(sign, 0.0) for sign, value in signs.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def signs_of(claim: Custody | Action | Response, scene: Scene) -> dict[str, float]:
    """What speaks for or against a claim: its kind and type, whom it names and where, and what else the text gives with it."""
    kind = type(claim).__name__.lower()
    who = claim.persons if isinstance(claim, Custody) else claim.actors
    named = _named_here(scene, who, claim.passages[0].start, claim.passages[0].stop)
    signs = [f"{kind}", f"{kind}:{claim.type}", f"{kind}:who={min(len(who), 3)}", f"{kind}:named={named}"]
    signs.append(f"{kind}:told={min(len(claim.passages), 2)}")
    signs.append(f"{kind}:realis={claim.realis}")
    if scene.document.sentences and claim.trigger.start < scene.document.sentences[0].span.stop:
        signs.append(f"{kind}:first sentence")
    signs += [f"{kind}:has {name}" for name in _given(claim)]
    if isinstance(claim, Action):
        helped = (*claim.beneficiaries, *claim.targets)
        signs.append(f"{kind}:helped={_named_here(scene, helped, claim.passages[0].start, claim.passages[0].stop)}")
    return {**dict.fromkeys(signs, 1.0), f"{kind}:weighed": log_odds(claim.confidence)}


def _given(claim: Custody | Action | Response) -> list[str]:
    names = ("date", "term", "charge", "authority", "until", "person_count", "toward", "addressees", "what")
    return [n for n in names if getattr(claim, n, None)]


def _named_here(scene: Scene, ids: tuple[str, ...], start: int, stop: int) -> str:
    """Whether the passage names them all, some, or none of them."""
    if not ids:
        return "nobody"
    entities = [e for e in scene.entities if e.id in ids]
    here = sum(_is_named_in(e, start, stop) for e in entities)
    return "all" if here == len(entities) else "some" if here else "none"


def _is_named_in(entity: Entity, start: int, stop: int) -> bool:
    return any(m.form is MentionForm.NAME and start <= m.span.start < stop for m in entity.mentions)
