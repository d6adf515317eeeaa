"""What do the parts of one verdict share? A row, a conviction or a term told without day or court has those of the verdict it belongs to.

"On Friday the Leninsky District Court announced the verdict: X — six years; Y — five. All were found guilty under Article 278."
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from habeas.case.claim import Authority, Custody
from habeas.case.dates import Bound, DateValue
from habeas.case.passage import Span
from habeas.case.vocabulary import CustodyType
from habeas.read.authorities import entity_at, is_court, names_another_court
from habeas.read.event_dates import is_dateline, is_on_a_day_unknown
from habeas.read.grammar import words_of
from habeas.read.lists import ItemList
from habeas.read.scene import Scene, UnitKind

OF_ONE_VERDICT: Final = frozenset({CustodyType.CONVICTED, CustodyType.SENTENCED, CustodyType.ACQUITTED})
_NEAR: Final = 2  # sentences between an event and the verdict it belongs to


@dataclass(frozen=True, slots=True)
class _Verdict:
    """A sentence in which a court rules: when, and which court, as far as it says."""

    sentence: int
    date: DateValue | None
    authority: Authority | None


def share_verdict(scene: Scene, events: Sequence[Custody], authorities: Sequence[Span], lists: Sequence[ItemList]) -> list[Custody]:
    """The events in order of the text; verdicts without a date or a court take those of the verdict told before them."""
    announced = _announcements(scene, authorities)
    above = {n: item_list.heading for item_list in lists for n in item_list.items if item_list.heading is not None}
    out: list[Custody] = []
    for event in sorted(events, key=lambda e: e.trigger):
        if event.type in OF_ONE_VERDICT:
            number = scene.units[scene.at(event.trigger.start)].sentence
            known = [v for v in (*announced, *_told(scene, out)) if _is_near(scene, v.sentence, number, above)]
            event = _completed(scene, event, number, sorted(known, key=lambda v: -v.sentence))
        out.append(event)
    return [_with_that_of_its_sentence(scene, event, out) for event in out]


def _with_that_of_its_sentence(scene: Scene, event: Custody, events: Sequence[Custody]) -> Custody:
    """ "Convicted on 23 April: she received three years"; "was freed on 14 May with a ban on leaving": what one sentence tells together."""
    if event.date is not None or event.type not in _TOGETHER:
        return event
    at = scene.units[scene.at(event.trigger.start)]
    for other in reversed(events):
        place = scene.at(other.trigger.start)
        if other is event or other.date is None or other.type is event.type or scene.units[place].sentence != at.sentence:
            continue
        if set(event.persons).isdisjoint(other.persons) or not _decided_together(scene, event, other):
            continue
        return replace(event, date=other.date, authority=event.authority or other.authority)
    return event


_TOGETHER: Final = OF_ONE_VERDICT | {CustodyType.TRAVEL_BAN}


def _decided_together(scene: Scene, event: Custody, other: Custody) -> bool:
    """True for a conviction and its sentence, and for a ban that comes "with" or "under" a release."""
    if event.type is not CustodyType.TRAVEL_BAN:
        return other.type in OF_ONE_VERDICT
    at = scene.at(event.trigger.start)
    before = [u.low for u in scene.units[max(0, at - 3) : at]]
    return other.trigger < event.trigger and not {"with", "under", "on"}.isdisjoint(before)


def _completed(scene: Scene, event: Custody, number: int, known: Sequence[_Verdict]) -> Custody:
    if (
        event.date is None and not _has_date(scene, number) and not is_on_a_day_unknown(scene, number)
    ):  # of its own date the rules have judged
        event = replace(event, date=next((v.date for v in known if v.date is not None), None))
    if event.authority is None and not names_another_court(scene, number):
        event = replace(event, authority=next((v.authority for v in known if v.authority is not None), None))
    return event


def _told(scene: Scene, events: Sequence[Custody]) -> list[_Verdict]:
    """The verdicts among the events read so far."""
    return [_Verdict(scene.units[scene.at(e.trigger.start)].sentence, e.date, e.authority) for e in events if e.type in OF_ONE_VERDICT]


def _announcements(scene: Scene, authorities: Sequence[Span]) -> list[_Verdict]:
    """Sentences in which a court or judge rules, whether an event is read there or not."""
    courts, verbs = words_of(scene.language, "court", "settings"), words_of(scene.language, "ruling", "settings")
    out = []
    for number, (first, stop) in enumerate(scene.bounds):
        words = {w for u in scene.units[first:stop] for w in u.low.split()}
        if courts.isdisjoint(words) or verbs.isdisjoint(words):
            continue
        dates = [scene.dates[scene.units[i].place] for i in range(first, stop) if _may_date(scene, i)]
        named = [a for a in authorities if scene.document.sentences[number].span.holds(a) and is_court(scene.text, a)]
        authority = Authority(entity_at(scene, named[0]), named[0]) if len(named) == 1 else None
        if dates or authority:
            out.append(_Verdict(number, dates[0] if len(dates) == 1 else None, authority))
    return out


def _may_date(scene: Scene, i: int) -> bool:
    unit = scene.units[i]
    return unit.kind is UnitKind.DATE and scene.dates[unit.place].bound in (None, Bound.ON) and not is_dateline(scene, i)


def _has_date(scene: Scene, number: int) -> bool:
    return any(u.kind is UnitKind.DATE for u in scene.units[slice(*scene.bounds[number])])


def _is_near(scene: Scene, verdict: int, number: int, above: dict[int, int]) -> bool:
    """True if the verdict is told in the sentences right before, above the list, or, for a headline, right below it."""
    base = above.get(number, number)
    paragraphs = [scene.document.sentences[n].paragraph for n in (verdict, base)]
    if verdict <= number:
        return base - verdict <= _NEAR and paragraphs[1] - paragraphs[0] <= 2
    return number == 0 and verdict <= 2
