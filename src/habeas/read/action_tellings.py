"""Actions told together: those of one statement share its date; one action told twice is one claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Action
from habeas.case.dates import DateValue
from habeas.case.vocabulary import EntityKind
from habeas.read.confidence import confidence_of
from habeas.read.persons_of_event import Cast
from habeas.read.scene import Scene, UnitKind

_STATEMENTS: Final = frozenset({"statement", "resolution", "letter", "declaration", "communique", "communiqué", "tweet"})


def dated_together(cast: Cast, actions: Sequence[Action]) -> list[Action]:
    """The actions; one without a date takes that of an action in its sentence, of the statement it cites, or of the list it stands in."""
    scene = cast.scene
    out: list[Action] = []
    for action in actions:
        number = scene.units[scene.at(action.trigger.start)].sentence
        if action.date is None:
            known = [a for a in out if a.date is not None]
            here = [a for a in known if scene.units[scene.at(a.trigger.start)].sentence == number]
            cites = any(u.low in _STATEMENTS for u in scene.units[slice(*scene.bounds[number])])
            date = here[-1].date if here else known[-1].date if cites and known else _date_of_list(cast, number)
            action = replace(action, date=date)
        out.append(action)
    return out


def _date_of_list(cast: Cast, number: int) -> DateValue | None:
    """For an item of a resolution, the day on which the resolution is adopted: in a sentence above that tells of it."""
    scene = cast.scene
    heading = next((x.heading for x in cast.lists if number in x.items), None)
    if heading is None:
        return None
    for above in range(heading, -1, -1):
        units = scene.units[slice(*scene.bounds[above])]
        dates = [u for u in units if u.kind is UnitKind.DATE]
        if dates and (len(units) <= 12 or any(u.low in ("resolution", "statement", "adopted", "adopts") for u in units)):
            return scene.dates[dates[-1].place]
    return None


def headline_stop(scene: Scene) -> int:
    """Where the headline ends: a first sentence without a full stop."""
    if not scene.document.sentences:
        return 0
    first = scene.document.sentences[0].span
    return 0 if first.words(scene.text).rstrip('”" ').endswith((".", "!", "?")) else first.stop


def merge_actions(scene: Scene, found: Sequence[Action]) -> tuple[Action, ...]:
    """Each action once: one type by the same actors for the same persons on one day is one claim with all its passages."""
    headline = headline_stop(scene)
    places = frozenset(e.id for e in scene.entities if e.kind is EntityKind.PLACE)
    kept: list[Action] = []
    for action in found:
        for i, known in enumerate(kept):
            if _is_same(_by_nobody(known, places) if known.trigger.stop <= headline else known, action, headline):
                place = action.trigger if known.trigger.stop <= headline else known.trigger
                passages = tuple(dict.fromkeys((*known.passages, *action.passages)))
                whom = known.beneficiaries or action.beneficiaries
                by = (() if places.issuperset(known.actors) else known.actors) or action.actors or known.actors
                kept[i] = replace(known, trigger=place, actors=by, beneficiaries=whom, date=known.date or action.date, passages=passages)
                break
        else:
            kept.append(action)
    return tuple(replace(a, id=f"a{n}", confidence=confidence_of(a, scene)) for n, a in enumerate(kept, 1))


def _by_nobody(action: Action, places: frozenset[str]) -> Action:
    """The action without the place that a headline names for a government: "UK sanctions six"."""
    return replace(action, actors=()) if action.actors and places.issuperset(action.actors) else action


def _is_same(a: Action, b: Action, headline: int) -> bool:
    """True if `b` tells `a` again: the same deed by the same for the same, or in full what the headline only names."""
    who = (
        a.type is b.type
        and a.subtype == b.subtype
        and (a.actors == b.actors or bool(set(a.actors) & set(b.actors)) or (not a.actors and a.trigger.stop <= headline))
        and a.beneficiaries == b.beneficiaries
        and a.targets == b.targets
    )
    by_one = a.actors == b.actors or not a.actors or bool(set(a.actors) & set(b.actors))
    if a.type is b.type and by_one and a.trigger.stop <= headline and not a.beneficiaries and not a.targets:
        return True
    return who and a.realis is b.realis and (a.date is None or b.date is None or a.date.edtf == b.date.edtf)
