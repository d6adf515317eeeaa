"""What claim does a deed make, once those who act and those for whom are known?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from habeas.case.claim import Action
from habeas.case.dates import Bound, DateValue
from habeas.case.passage import Passage, Span
from habeas.case.vocabulary import ActionType, Realis
from habeas.read.action_needs import Deed
from habeas.read.bodies import PAPERS, with_bodies
from habeas.read.cast import Cast
from habeas.read.clauses import words_of_object
from habeas.read.custody_events import READER
from habeas.read.event_dates import EventPlace, decide_date, is_dateline, usable
from habeas.read.event_places import named_place
from habeas.read.grammar import words_of
from habeas.read.norms import find_norms
from habeas.read.patterns import telling_unit
from habeas.read.realis import decide_realis
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import is_finite


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
        date=_day_of(scene, deed),
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


def _day_of(scene: Scene, deed: Deed) -> DateValue | None:
    """The day of a deed: that of its own words, of the main verb that it goes with, of the paper that says it, or of the dateline."""
    place = EventPlace(scene, deed.hit.first, deed.hit.last, deed.group, (), None)
    own = decide_date(place)
    if own is not None and (own.bound is Bound.SINCE or (_is_done_in_words(scene, deed) and _is_of_what_is_judged(place, own))):
        own = None
    return own or _day_of_main_verb(place) or _day_of_paper(place) or _dateline_of(scene, deed)


def _is_of_what_is_judged(place: EventPlace, day: DateValue) -> bool:
    """True for "we condemn the raid of 11 May": behind a verb of the present, and not right behind it, the day is another deed's."""
    if day.span is None or day.span.start < place.scene.units[place.last].span.stop:
        return False
    return place.scene.at(day.span.start) > place.last + _AT_ONCE


_AT_ONCE: Final = 2  # units: "condemns on Monday"


def _day_of_main_verb(place: EventPlace) -> DateValue | None:
    """ "The Assembly on 4 March adopted a resolution demanding …", "rallied on Monday, calling for …": asked on the day of the rally."""
    scene, anchor = place.scene, place.scene.units[place.group.anchor].low
    if not anchor.endswith("ing") or place.group.helpers:
        return None
    before = range(place.start, place.first)
    if any(scene.units[i].low in _ANOTHER_CLAUSE for i in before):
        return None
    days = [i for i in before if scene.units[i].kind is UnitKind.DATE]
    if len(days) != 1 or not any(is_finite(scene, i) for i in before):
        return None
    of_custody = words_of(scene.language, "custody_noun", "person_nouns")
    return None if not _words_before(place, days[0]).isdisjoint(of_custody) else _on_that_day(place, days[0])


def _day_of_paper(place: EventPlace) -> DateValue | None:
    """ "In an opinion adopted on 4 April the Group asked …", "in their letter of 29 February": the day of the paper that says it."""
    scene = place.scene
    for i in range(place.first - 1, place.start, -1):
        if scene.units[i].low in _ANOTHER_CLAUSE:
            return None
        if scene.units[i].kind is UnitKind.DATE:
            return None if _words_before(place, i).isdisjoint(_PAPERS) else _on_that_day(place, i)
    return None


def _words_before(place: EventPlace, i: int) -> set[str]:
    """The words of the sentence right before the day at unit `i`, among which its noun stands."""
    return {u.low for u in place.scene.units[max(place.start, i - _NOUN_REACH) : i]}


def _on_that_day(place: EventPlace, i: int) -> DateValue | None:
    """The date at unit `i` where it says on which day or in which month, and not since when or until when."""
    found = usable(place, i)
    return found if found is not None and found.bound in (None, Bound.ON) and len(found.edtf) >= len("2024-03") else None


_ANOTHER_CLAUSE: Final = frozenset({"who", "which", "that", "whose", "whom", "where", "after", "before", "since", "when", ";", ":"})
_NOUN_REACH: Final = 5  # units between a noun and the day that is told of it
_PAPERS: Final = PAPERS | frozenset({"opinion", "motion", "petition", "appeal", "declaration"})


def _dateline_of(scene: Scene, deed: Deed) -> DateValue | None:
    """ "New York, October 10 — The committee condemns …": the dateline of a statement dates what the statement does."""
    if not _is_done_in_words(scene, deed):
        return None
    first = scene.bounds[scene.units[deed.hit.first].sentence][0]
    found = [i for i in range(first, deed.hit.first) if scene.units[i].kind is UnitKind.DATE and is_dateline(scene, i)]
    return scene.dates[scene.units[found[0]].place] if found else None


def _is_done_in_words(scene: Scene, deed: Deed) -> bool:
    """True for a verb of the present: what it tells is done as it is said."""
    verb = scene.units[deed.group.anchor]
    return not (deed.group.helpers or verb.low.endswith(("ed", "ing")) or scene.has_any(verb, ("past_verb", "participle")))
