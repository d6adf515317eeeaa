"""Which answers stand, when the rules and the encoder have both read the text? Those of the rules, and those of which the encoder is sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Action, Custody, Quote, Response
from habeas.case.vocabulary import ResponseType
from habeas.read.actions import cast_of
from habeas.read.bodies import actors_of, is_authority
from habeas.read.custody_signals import units_of
from habeas.read.patterns import Hit, Phrase
from habeas.read.persons_of_event import Cast
from habeas.read.responses import Answer, once, response_of
from habeas.read.scene import Scene
from habeas.read.signals import Signals
from habeas.read.verb_groups import Voice, without_verb
from habeas.read.weighed_events import Telling, indexes, tellings, tied

SURE: Final = 0.6  # the encoder's own answers count from here on
LINKED: Final = 0.5  # somebody answers from here on
NEAR: Final = 80  # characters in which a second telling of the same type is the same answer


def weigh_responses(
    scene: Scene,
    by_rule: Sequence[Response],
    custody: Sequence[Custody],
    actions: Sequence[Action],
    quotes: Sequence[Quote],
    signals: Signals,
) -> tuple[Response, ...]:
    """What stands of the rules' answers and of the encoder's."""
    cast = cast_of(scene, custody)
    kept = list(by_rule)
    own = [
        response
        for telling in tellings(signals, "response", SURE)
        if not any(_is_told(k, telling) for k in kept) and (response := _own(cast, telling, actions, quotes, signals)) is not None
    ]
    return once(scene, [*kept, *own])


def _is_told(known: Response, telling: Telling) -> bool:
    return f"response:{known.type.value}" == telling.label and known.trigger.gap(telling.span) <= NEAR


def _own(cast: Cast, telling: Telling, actions: Sequence[Action], quotes: Sequence[Quote], signals: Signals) -> Response | None:
    """An answer that only the encoder sees; None where nobody gives it."""
    scene, type_ = cast.scene, ResponseType(telling.label.removeprefix("response:"))
    units = units_of(scene, telling.span)
    if not units:
        return None
    group = replace(without_verb(scene, units[0]), voice=Voice.ACTIVE)
    actors = indexes(tied(scene, signals, "actor", telling.span, LINKED)) or actors_of(cast, group, quotes)
    if not actors:
        return None
    by_authority = all(is_authority(scene, a) and a not in cast.held for a in actors)
    if not by_authority and type_ in (ResponseType.REJECT, ResponseType.ACCUSE):
        return None
    frame = "authority" if by_authority and type_ is not ResponseType.DENY else "accused"
    phrase = Phrase(type_.value, None, frame, (), frozenset(), "(encoder)")
    return response_of(cast, Answer(Hit(phrase, units), type_, group, actors), actions)
