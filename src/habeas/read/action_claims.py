"""What claim does a deed make, once those who act and those for whom are known?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from habeas.case.claim import Action
from habeas.case.dates import DateValue
from habeas.case.passage import Passage, Span
from habeas.case.vocabulary import ActionType, Realis
from habeas.read.action_needs import Deed
from habeas.read.bodies import (
    with_bodies,
)
from habeas.read.cast import Cast
from habeas.read.clauses import words_of_object
from habeas.read.custody_events import READER
from habeas.read.event_dates import EventPlace, decide_date, is_dateline
from habeas.read.event_places import named_place
from habeas.read.grammar import words_of
from habeas.read.norms import find_norms
from habeas.read.patterns import telling_unit
from habeas.read.realis import decide_realis
from habeas.read.scene import Scene, UnitKind


def prize_at(scene: Scene, deed: Deed) -> int | None:
    """The unit of the prize behind the verb."""
    prize = words_of(scene.language, "prize", "settings")
    stop = min(scene.bounds[scene.units[deed.hit.last].sentence][1], deed.hit.last + 14)
    return next((i for i in range(deed.group.anchor + 1, stop) if scene.units[i].low.split()[-1] in prize), None)


def _prize(scene: Scene, deed: Deed) -> Span | None:
    """The words of the prize."""
    at = prize_at(scene, deed)
    return None if at is None else Span(scene.units[deed.group.anchor + 1].span.start, scene.units[at].span.stop)


def _manner(scene: Scene, deed: Deed) -> str | None:
    """ "in absentia", of a prize that the person could not take."""
    at = prize_at(scene, deed) if deed.type is ActionType.AWARD else None
    return "in absentia" if at is not None and "in absentia" in scene.words(at, min(at + 4, len(scene.units))).lower() else None


def _given_in(scene: Scene, deed: Deed) -> Span | None:
    """Where a prize is given: the town that its sentence names, or the one before if that speaks of the honour too ("to be honoured in Oslo")."""
    number = scene.units[deed.hit.first].sentence
    honours = words_of(scene.language, "honouring", "settings")
    for near in range(number, max(-1, number - 2), -1):
        first, stop = scene.bounds[near]
        if near == number or any(u.low in honours for u in scene.units[first:stop]):
            found = (named_place(scene, i + 1, stop) for i in range(first, stop - 1) if scene.units[i].low in ("in", "at"))
            if (place := next((p for p in found if p is not None), None)) is not None:
                return place
    return None


def action_of(
    cast: Cast,
    deed: Deed,
    actors: Sequence[int],
    beneficiaries: Sequence[int],
    *,
    addressees: Sequence[int] = (),
    targets: Sequence[int] = (),
) -> Action | None:
    """The claim that the deed makes by these actors and for these people; None where nobody but the actors would be helped."""
    scene = cast.scene
    place = scene.units[telling_unit(scene, deed.hit)]
    ids = [e.id for e in scene.entities]
    if actors and all(a in beneficiaries for a in actors) and deed.type is not ActionType.MEETING:
        return None  # nobody judges or frees themselves: the verb has another subject
    if deed.type in _IN_OFFICE:
        actors = with_bodies(cast, actors)
    realis = Realis.PLANNED if _is_announced(scene, deed) else decide_realis(scene, deed.group).realis
    sentence = scene.document.sentences[place.sentence].span
    return Action(
        id="a1",
        type=deed.type,
        subtype=deed.hit.phrase.subtype or _manner(scene, deed),
        trigger=Span(place.span.start, place.span.stop),
        actors=tuple(ids[a] for a in dict.fromkeys(actors) if a not in beneficiaries),
        addressees=tuple(ids[a] for a in addressees),
        beneficiaries=tuple(ids[b] for b in beneficiaries if b not in actors),
        targets=tuple(ids[t] for t in targets),
        date=decide_date(EventPlace(scene, deed.hit.first, deed.hit.last, deed.group, (), None)) or _dateline_of(scene, deed),
        realis=realis if realis in (Realis.PLANNED, Realis.NEGATED) else Realis.ASSERTED,
        what=_judged(scene, deed) if deed.type is ActionType.CONDEMN else _prize(scene, deed) if deed.type is ActionType.AWARD else None,
        place=_given_in(scene, deed) if deed.type is ActionType.AWARD else None,
        norms=find_norms(scene.text, sentence) if deed.type in (ActionType.DEMAND_RELEASE, ActionType.CONDEMN) else (),
        passages=(Passage.cut(scene.document.source.id, scene.text, sentence),),
        confidence=0.7,
        reader=READER,
    )


# What somebody in office does in the name of a body. Meetings are between persons.
_IN_OFFICE: Final = (ActionType.DEMAND_RELEASE, ActionType.CONDEMN, ActionType.SANCTION, ActionType.AWARD)


def _judged(scene: Scene, deed: Deed) -> Span | None:
    """The words that are judged: "increasing pressure on the media" behind "voiced concern over"."""
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    first = deed.hit.last + 1
    if deed.hit.phrase.frame == "saying":  # "considers that the detention is arbitrary"
        first, stop = deed.group.anchor + 1, deed.hit.last
    while first < stop and scene.units[first].low in ("over", "about", "at", "by", "with", "on", "that"):
        first += 1
    return words_of_object(scene, first, stop)


def _is_announced(scene: Scene, deed: Deed) -> bool:
    """True for what somebody will do or go on doing: "will continue to use visa sanctions"; asking and judging are done by the words themselves."""
    if deed.type not in (ActionType.SANCTION, ActionType.AWARD, ActionType.MEETING):
        return False
    start = scene.bounds[scene.units[deed.hit.first].sentence][0]
    return any(scene.units[j].low in ("will", "shall", "'ll", "’ll") for j in range(max(start, deed.hit.first - 4), deed.hit.first))


def _dateline_of(scene: Scene, deed: Deed) -> DateValue | None:
    """ "New York, October 10 — The committee condemns …": the dateline of a statement dates what the statement does."""
    low = scene.units[deed.group.anchor].low
    if deed.group.helpers or low.endswith(("ed", "ing")) or scene.has_any(scene.units[deed.group.anchor], ("past_verb", "participle")):
        return None
    first = scene.bounds[scene.units[deed.hit.first].sentence][0]
    found = [i for i in range(first, deed.hit.first) if scene.units[i].kind is UnitKind.DATE and is_dateline(scene, i)]
    return scene.dates[scene.units[found[0]].place] if found else None
