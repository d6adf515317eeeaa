"""Actions told together: those of one statement share its date; one action told twice is one claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Action
from habeas.case.dates import Bound, DateValue
from habeas.case.vocabulary import ActionType, EntityKind
from habeas.read.bodies import PAPERS
from habeas.read.lists import ItemList
from habeas.read.scene import Scene, UnitKind

_STATEMENTS: Final = frozenset({"statement", "resolution", "letter", "declaration", "communique", "communiqué", "tweet"})


def dated_together(scene: Scene, lists: Sequence[ItemList], actions: Sequence[Action]) -> list[Action]:
    """The actions; one without a date takes that of an action in its sentence, of the statement it cites, or of the list it stands in."""
    out: list[Action] = []
    for action in actions:
        number = scene.units[scene.at(action.trigger.start)].sentence
        if action.date is None:
            known = [a for a in out if a.date is not None]
            here = [a for a in known if scene.units[scene.at(a.trigger.start)].sentence == number]
            cites = any(u.low in _STATEMENTS for u in scene.units[slice(*scene.bounds[number])])
            date = here[-1].date if here else known[-1].date if cites and known else _date_of_list(scene, lists, number)
            action = replace(action, date=date or _date_of_statement(scene, action, out))
        out.append(action)
    return out


_BY_WORDS: Final = (ActionType.DEMAND_RELEASE, ActionType.CONDEMN)
# A line that opens with who speaks ("Q:", "MR HALL:"), or an open mark of a quote: what is said there has the day of its speaker.
_IN_SPEECH: Final = re.compile(r"^\W{0,3}[A-Z][^.:\n]{0,60}:\s|[“«][^”»]*$|^[^\"]*\"[^\"]*$")
_HEAD: Final = 400  # characters within which a statement prints its date
_CALLED_SO: Final = re.compile(r"\b(?:statement|press release|communiqu[eé]|declaration|alert|urgent action)\b", re.IGNORECASE)


def _date_of_statement(scene: Scene, action: Action, before: Sequence[Action]) -> DateValue | None:
    """The day of publication, for what a body asks or judges by its own statement.

    That is "we urge", a present verb of those who spoke first, or of anybody where the page calls itself a statement.
    """
    published = scene.document.source.published
    if action.type not in _BY_WORDS or published is None or len(published) != 10:
        return None
    printed = next((d for d in scene.dates if d.edtf == published and d.span is not None and d.span.start < _HEAD), None)
    if printed is None:
        return None
    at = scene.at(action.trigger.start)
    words = [u.low for u in scene.units[max(scene.bounds[scene.units[at].sentence][0], at - 5) : at + 1]]
    if words[-1].endswith("ed") or not {"had", "will", "would", "could"}.isdisjoint(words[:-1]):
        return None
    start = scene.text.rfind("\n", 0, action.trigger.start) + 1
    if _IN_SPEECH.search(scene.text[start : action.trigger.start]):
        return None
    says_we = "we" in words
    speaks_on = any(a.actors == action.actors and a.date is not None and a.date.edtf == published for a in before)
    return replace(printed, bound=Bound.ON) if (says_we or speaks_on or _CALLED_SO.search(scene.text[:_HEAD])) else None


def _date_of_list(scene: Scene, lists: Sequence[ItemList], number: int) -> DateValue | None:
    """For an item of a resolution, the day on which the resolution is adopted: in a sentence above that tells of it."""
    heading = next((x.heading for x in lists if number in x.items), None)
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
    places = frozenset(e.id for e in scene.entities if e.kind is EntityKind.PLACE or not e.is_named)
    kept: list[Action] = []
    for action in _of_the_author(scene, found):
        for i, known in enumerate(kept):
            if _is_same(_by_nobody(known, places) if known.trigger.stop <= headline else known, action, headline):
                place = action.trigger if known.trigger.stop <= headline else known.trigger
                passages = tuple(dict.fromkeys((*known.passages, *action.passages)))
                whom = known.beneficiaries or action.beneficiaries
                sure = max(known.confidence, action.confidence)
                by = (() if places.issuperset(known.actors) else known.actors) or action.actors or known.actors
                kept[i] = replace(
                    known, trigger=place, actors=by, beneficiaries=whom, date=known.date or action.date, passages=passages, confidence=sure
                )
                break
        else:
            kept.append(action)
    return tuple(replace(a, id=f"a{n}") for n, a in enumerate(kept, 1))


def _of_the_author(scene: Scene, found: Sequence[Action]) -> list[Action]:
    """The actions; what "the statement" goes on to ask or judge is done by whoever acted before it."""
    papers = {
        e.id for e in scene.entities if not e.is_named and e.mentions and all(m.text.lower().split()[-1] in PAPERS for m in e.mentions)
    }
    out: list[Action] = []
    for action in found:
        if action.actors and papers.issuperset(action.actors):
            before = [a for a in found if a.trigger.start < action.trigger.start and a.actors and not papers.issuperset(a.actors)]
            action = replace(action, actors=max(before, key=lambda a: a.trigger.start).actors if before else ())
        out.append(action)
    return out


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
