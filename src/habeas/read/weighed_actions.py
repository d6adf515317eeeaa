"""Which actions stand, when the rules and the encoder have both read the text? Those of the rules, and those of which the encoder is sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Action, Custody, Quote
from habeas.case.vocabulary import ActionType, Realis
from habeas.read.action_tellings import dated_together, merge_actions
from habeas.read.actions import Deed, action_of, cast_of
from habeas.read.bodies import actors_of
from habeas.read.custody_signals import units_of
from habeas.read.patterns import Hit, Phrase
from habeas.read.persons_of_event import Cast
from habeas.read.scene import Scene
from habeas.read.signals import Signals
from habeas.read.verb_groups import Voice, without_verb
from habeas.read.weighed_events import Telling, indexes, tellings, tied

SURE: Final = 0.6  # the encoder's own actions count from here on
LINKED: Final = 0.5  # somebody acts, or is meant, from here on
NEAR: Final = 80  # characters in which a second telling of the same type is the same action
_FREE: Final = (ActionType.OTHER, ActionType.MEETING)  # too few in the corpus for the encoder to have a say


def weigh_actions(
    scene: Scene, by_rule: Sequence[Action], custody: Sequence[Custody], quotes: Sequence[Quote], signals: Signals
) -> tuple[Action, ...]:
    """What stands of the rules' actions and of the encoder's."""
    cast = cast_of(scene, custody)
    kept = list(by_rule)
    own = [
        action
        for telling in tellings(signals, "action", SURE)
        if not any(_is_told(k, telling) for k in kept) and (action := _own(cast, telling, signals, quotes)) is not None
    ]
    return merge_actions(scene, [*kept, *dated_together(cast, own)]) if own else tuple(kept)


def _is_told(known: Action, telling: Telling) -> bool:
    return f"action:{known.type.value}" == telling.label and known.trigger.gap(telling.span) <= NEAR


def _own(cast: Cast, telling: Telling, signals: Signals, quotes: Sequence[Quote]) -> Action | None:
    """An action that only the encoder sees, with its people; None where nobody acts or is meant."""
    scene, type_ = cast.scene, ActionType(telling.label.removeprefix("action:"))
    units = units_of(scene, telling.span)
    if not units or type_ in _FREE:
        return None
    realis = signals.realis_probabilities(telling.span)
    if max(realis, key=lambda r: realis[r]) == Realis.NEGATED.value:
        return None
    group = replace(without_verb(scene, units[0]), voice=Voice.ACTIVE)
    actors = indexes(tied(scene, signals, "actor", telling.span, LINKED)) or actors_of(cast, group, quotes)
    helped = indexes(tied(scene, signals, "beneficiary", telling.span, LINKED, people_only=True))
    targets = indexes(tied(scene, signals, "target", telling.span, LINKED)) if type_ is ActionType.SANCTION else ()
    if not helped and not (actors and (type_ is ActionType.CONDEMN or targets)):
        return None
    deed = Deed(Hit(Phrase(type_.value, None, "judging", (), frozenset(), "(encoder)"), units), type_, group)
    return action_of(
        cast, deed, actors, helped, targets=targets, addressees=indexes(tied(scene, signals, "addressee", telling.span, LINKED))
    )
