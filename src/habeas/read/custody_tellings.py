"""One event told several times is one claim: which tellings are the same, and what each adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Authority, Custody
from habeas.case.passage import Span
from habeas.case.vocabulary import CustodyType, Phase
from habeas.languages.english import ENGLISH
from habeas.read.custody_candidates import RELIEF, SEIZED
from habeas.read.scene import Scene


def merge_tellings(scene: Scene, events: Sequence[Custody]) -> tuple[Custody, ...]:
    """Tellings of one event as one claim: same type, same persons, and no date or term against it."""
    merged: list[Custody] = []
    for event in events:
        for i, known in enumerate(merged):
            if (_is_same(known, event) and not _is_another(scene, known, event, merged)) or _is_part(scene, known, event):
                merged[i] = _joined(scene, known, event)
                break
        else:
            merged.append(event)
    return tuple(replace(e, id=f"c{n}") for n, e in enumerate(merged, 1))


def _is_same(a: Custody, b: Custody) -> bool:
    if a.type is not b.type or a.realis is not b.realis or (a.persons != b.persons and set(a.persons) != set(b.persons)):
        return False
    if not a.persons:
        return a.date == b.date and a.person_count == b.person_count and (a.term is None or b.term is None or a.term.iso == b.term.iso)
    if a.phase is not None and b.phase is not None and (a.phase is Phase.END) != (b.phase is Phase.END):
        return False
    if a.type is CustodyType.TRANSFERRED and a.place is not None and b.place is not None and len(a.place) != len(b.place):
        return False  # moved twice, to two places
    dates_agree = a.date is None or b.date is None or are_compatible(a.date.edtf, b.date.edtf)
    terms_agree = a.term is None or b.term is None or a.term.iso == b.term.iso
    return dates_agree and terms_agree


def _is_another(scene: Scene, known: Custody, event: Custody, told: Sequence[Custody]) -> bool:
    """True where the same seems to be told of the same people, and it happened once more, or long before."""
    return _happens_anew(scene, known, event, told) or _is_long_ago(scene, known, event)


def _is_long_ago(scene: Scene, known: Custody, event: Custody) -> bool:
    """True for "in 2015 he had been arrested already" below a lede of today that says no day of the arrest: what a lede tells is new."""
    published = scene.document.source.published
    told_in = {scene.units[scene.at(p.start)].sentence for p in known.passages}
    if published is None or known.date is not None or event.date is None or told_in.isdisjoint(range(1, _LEDE + 1)):
        return False
    if scene.units[scene.at(event.trigger.start)].sentence in told_in:
        return False
    months = _months_between(event.date.edtf, published)
    return months is not None and months > _LATELY


_LEDE: Final = 2  # sentences below the headline
_LATELY: Final = (
    2  # months before the publication: in 1,000 marked texts no lede without a day told of anything older that a day was given for below
)


def _months_between(day: str, later: str) -> int | None:
    """Full months from the month of one date (the last one of its year, where it has only a year) to that of the other."""
    if not (day[:4].isdigit() and later[:4].isdigit() and len(later) >= _TO_THE_MONTH):
        return None
    month = int(day[5:7]) if len(day) >= _TO_THE_MONTH else 12
    return (int(later[:4]) - int(day[:4])) * 12 + int(later[5:7]) - month


_TO_THE_MONTH: Final = len("2025-05")


def _happens_anew(scene: Scene, known: Custody, event: Custody, told: Sequence[Custody]) -> bool:
    """True for "was re-arrested", "was taken again" behind an arrest told below the headline: a second one, unless of that very day with no release between."""
    if _is_anew(scene, known) or not _is_anew(scene, event) or scene.units[scene.at(known.trigger.start)].sentence == 0:
        return False
    between = range(known.trigger.stop, event.trigger.start)
    is_let_out = any(e.type in RELIEF and e.trigger.start in between and not set(e.persons).isdisjoint(event.persons) for e in told)
    return is_let_out or known.date is None or event.date is None or known.date.edtf != event.date.edtf


def _is_anew(scene: Scene, event: Custody) -> bool:
    """True for "re-arrested", "again detained", "was taken again"."""
    words = event.trigger.words(scene.text).lower()
    first = scene.at(event.trigger.start)
    near = scene.units[max(0, first - 2) : first + 4]
    of_more = event.type is CustodyType.CHARGED and any(u.low in _OF_MORE for u in near)
    return any(stem in words for stem in _ANEW) or any(u.low == "again" for u in near) or of_more


_OF_MORE: Final = ENGLISH.group("custody_tellings.of_more")  # "two more charges were brought"
_ANEW: Final = ENGLISH.group("custody_tellings.anew")


def _is_part(scene: Scene, known: Custody, event: Custody) -> bool:
    """True if the event tells again, of some of them and without a date of its own, what was just told of all."""
    if event.type is not known.type or event.realis is not known.realis or not set(event.persons) < set(known.persons):
        return False
    near = scene.units[scene.at(event.trigger.start)].sentence - scene.units[scene.at(known.trigger.start)].sentence <= 2
    return near and bool(event.persons) and event.date is None and event.term is None


def are_compatible(a: str, b: str) -> bool:
    """True if one date is the other, or holds it: "2024-05" and "2024-05-06"."""
    a, b = a.rstrip("~"), b.rstrip("~")
    return a.startswith(b) or b.startswith(a)


def _joined(scene: Scene, a: Custody, b: Custody) -> Custody:
    """The first telling, with what the other adds; the trigger is where the persons are named."""
    date = a.date if b.date is None or (a.date is not None and len(a.date.edtf) >= len(b.date.edtf)) else b.date
    in_headline = scene.units[scene.at(a.trigger.start)].sentence == 0
    charge = (b.charge or a.charge) if in_headline else a.charge or b.charge  # a headline says it in short
    return replace(
        a,
        voice=a.voice if b.voice is not None else None,  # told once in the outlet's own words, it is the outlet's
        date=date,
        until=a.until or b.until,
        term=a.term or b.term,
        charge=charge,
        authority=_named_best(scene, a.authority, b.authority),
        place=a.place or b.place,
        person_count=a.person_count or b.person_count,
        subtype=a.subtype or b.subtype,
        phase=a.phase or b.phase,
        passages=tuple(dict.fromkeys((*a.passages, *b.passages))),
        confidence=max(a.confidence, b.confidence),
    )


def _named_best(scene: Scene, a: Authority | None, b: Authority | None) -> Authority | None:
    """The first, unless the other names the court that a headline only hints at ("Baku court", "The Khatai District Court")."""
    if a is None or b is None or a.text is None or b.text is None:
        return a or b
    return b if _capitals(scene, b.text) > _capitals(scene, a.text) + 1 else a


def _capitals(scene: Scene, span: Span) -> int:
    return sum(word[0].isupper() for word in span.words(scene.text).split() if word.lower() not in ("the", "a", "an"))


def without_summaries(scene: Scene, events: Sequence[Custody]) -> list[Custody]:
    """The events without "A court sentenced two activists" at the head of a text that then tells of each of them by name."""
    return [e for e in events if not _is_summary(scene, e, events)]


def _is_shared_out(event: Custody, events: Sequence[Custody]) -> bool:
    """True for "the court sentenced the seven", where the text then tells the same of each of them, in two groups or more; of a sentence, with its length."""
    if event.term is not None or len(event.persons) < 2:
        return False
    apart = [e for e in events if e is not event and e.type is event.type and e.realis is event.realis]
    apart = [e for e in apart if e.term is not None or event.type is not CustodyType.SENTENCED]
    apart = [e for e in apart if e.date is None or event.date is None or are_compatible(e.date.edtf, event.date.edtf)]
    groups = [set(e.persons) for e in apart if e.persons and set(e.persons) < set(event.persons)]
    return len(groups) > 1 and set(event.persons) == set().union(*groups)


def _is_told_in_full(event: Custody, events: Sequence[Custody]) -> bool:
    """True for the sentence of two of them at the head of a text that then tells with its length that of all four."""
    if event.type is not CustodyType.SENTENCED or event.term is not None or not event.persons:
        return False
    longer = [e for e in events if e is not event and e.type is event.type and e.realis is event.realis and e.term is not None]
    return any(
        set(event.persons) < set(e.persons) and (not e.date or not event.date or are_compatible(e.date.edtf, event.date.edtf))
        for e in longer
    )


def _is_summary(scene: Scene, event: Custody, events: Sequence[Custody]) -> bool:
    early = scene.units[scene.at(event.trigger.start)].sentence < 3
    if early and (_is_shared_out(event, events) or _is_told_in_full(event, events)):
        return True
    if event.persons or event.person_count is None or not early:
        return False
    later = [e for e in events if e.trigger.start > event.trigger.start]  # "two more got three years" sums up nobody told of before
    told = {p for e in later if e.type is event.type and e.realis is event.realis for p in e.persons}
    return len(told) == event.person_count


def without_charge_twice(events: Sequence[Custody]) -> list[Custody]:
    """The events; of "found guilty of X and given N years" the charge stands on the conviction alone."""
    convicted = {(e.passages[0].start, e.persons) for e in events if e.type is CustodyType.CONVICTED and e.charge is not None}
    return [
        replace(e, charge=None) if e.type is CustodyType.SENTENCED and (e.passages[0].start, e.persons) in convicted else e for e in events
    ]


def without_charge_of_another(events: Sequence[Custody]) -> tuple[Custody, ...]:
    """The events; of "arrested at a rally and charged with X", "in jail since 2023, sentenced for X" the arrest has no charge."""
    told = {(e.passages[0].start, e.persons, e.charge.text) for e in events if e.charge is not None and e.type not in SEIZED}
    return tuple(
        replace(e, charge=None)
        if e.type in SEIZED and e.charge is not None and (e.passages[0].start, e.persons, e.charge.text) in told
        else e
        for e in events
    )
