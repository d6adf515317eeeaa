"""From a candidate to a claim: its date, term, charge, authority, phase and passage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Charge, Custody
from habeas.case.dates import Term
from habeas.case.passage import Passage, Span
from habeas.case.vocabulary import CustodyType, Phase, Realis
from habeas.read.authorities import authority_of
from habeas.read.charges import CHARGEABLE, charge_in_front, charge_in_next_sentence, charge_of
from habeas.read.custody_candidates import TOLD_BY_DENIAL, Candidate, told_span
from habeas.read.ellipsis import SO_WERE, Elliptic
from habeas.read.event_dates import EventPlace, clause_end, decide_date
from habeas.read.event_places import place_of
from habeas.read.event_terms import not_before, term_of, until_of
from habeas.read.grammar import words_of
from habeas.read.penalties import bare_term_at
from habeas.read.scene import Scene, UnitKind
from habeas.read.terms import find_shares
from habeas.read.terms_for_persons import FOR_PERSONS, IN_BRACKETS
from habeas.read.verb_groups import VerbGroup, Voice, is_finite

READER: Final = "rules/0.1"
_AT_ONCE: Final = frozenset(
    {CustodyType.RELEASED, CustodyType.PARDONED, CustodyType.ACQUITTED, CustodyType.CONVICTED, CustodyType.CHARGED, CustodyType.DIED}
)  # what has no end


def event_of(scene: Scene, candidate: Candidate, candidates: Sequence[Candidate], authorities: Sequence[Span]) -> Custody:
    """The claim that a candidate makes; `candidates` are all of the document, whose circumstances must not be mixed up."""
    hit, group, type_ = candidate.hit, candidate.group, candidate.type
    sentence = scene.units[hit.first].sentence
    others = [c.trigger for c in candidates if c is not candidate and scene.units[c.trigger].sentence == sentence]
    last = max(hit.last, group.anchor)
    others = [o for o in others if not hit.first <= o <= last]
    trigger = told_span(scene, candidate)
    date = decide_date(EventPlace(scene, hit.first, last, group, tuple(others), type_))
    until = not_before(scene, until_of(scene, last, others, type_), date)
    if candidate.standing.because == "done_at_last" and hit.phrase.needs.isdisjoint(TOLD_BY_DENIAL):
        date, until = until or date, None  # "was not charged until August": then it was
    elif type_ in _AT_ONCE:
        until = None  # "553 inmates released by March"
    term = term_of(scene, hit.first, last, others, type_)
    if term is None and type_ is CustodyType.SENTENCED:
        stop = clause_end(scene, last, others)
        term = next((t for i in range(last + 1, min(stop, last + 5)) if (t := bare_term_at(scene, i, stop)) is not None), None)
    return Custody(
        id="c1",
        type=type_,
        subtype=_subtype(scene, candidate, term),
        phase=_phase(scene, candidate),
        trigger=trigger,
        persons=tuple(scene.entities[p].id for p in candidate.who.persons),
        person_count=candidate.who.count,
        date=date,
        until=until,
        term=term,
        charge=_charge(scene, candidate, last, others, candidates),
        authority=authority_of(scene, authorities, hit.first, group, type_),
        place=place_of(scene, group, hit.first, last, others, type_),
        realis=candidate.standing.realis,
        passages=(Passage.cut(scene.document.source.id, scene.text, _passage(scene, candidate)),),
        confidence=0.8 if candidate.share is None else candidate.share,
        reader=READER,
    )


def with_those_alike(scene: Scene, events: Sequence[Custody], elliptic: Sequence[Elliptic]) -> list[Custody]:
    """The events; of "X was found guilty, and so was Y" it is one event of both."""
    out = list(events)
    for e in elliptic:
        if e.because == SO_WERE and e.like is not None:
            more = tuple(scene.entities[p].id for p in e.persons if scene.entities[p].id not in out[e.like].persons)
            out[e.like] = replace(out[e.like], persons=(*out[e.like].persons, *more))
    return out


def share_out(scene: Scene, candidate: Candidate, event: Custody, candidates: Sequence[Candidate]) -> list[Custody]:
    """One event a person where the text shares out terms ("A, B and C got ten, nine and seven years"), each with their own, in order."""
    if candidate.type is not CustodyType.SENTENCED:
        return [event]
    told = [
        c.trigger for c in candidates if c is not candidate and c.hit.phrase.is_listed
    ]  # the "seven" of "nine and seven years" is no verb
    stop = clause_end(scene, candidate.hit.last, told)
    shares = find_shares(scene.text, event.trigger.stop, scene.units[stop - 1].span.stop)
    if not shares:
        return [event]
    if len(shares) != len(event.persons):  # who has which is not ours to say
        return [replace(event, term=None)]
    persons = _as_told(scene, candidate, event.persons)
    return [replace(event, persons=(person,), person_count=None, term=term) for person, term in zip(persons, shares, strict=True)]


def without_terms_of_others(scene: Scene, events: Sequence[Custody], elliptic: Sequence[Custody]) -> list[Custody]:
    """The events of several people without those to whom their sentence gives a term of their own: "sentenced them: ten years for X, eight for Y"."""
    own: dict[tuple[int, str], set[str]] = {}
    for event in elliptic:
        if event.type is CustodyType.SENTENCED and event.term is not None:
            for person in event.persons:
                own.setdefault((_sentence_of(scene, event), person), set()).add(event.term.iso)
    out: list[Custody] = []
    for event in events:
        sentence = _sentence_of(scene, event)
        theirs = [own.get((sentence, p), set()) for p in event.persons]
        if event.type is not CustodyType.SENTENCED or sum(map(bool, theirs)) < 2:
            out.append(event)
        elif persons := tuple(p for p, terms in zip(event.persons, theirs, strict=True) if event.term and event.term.iso in terms):
            out.append(replace(event, persons=persons, person_count=None))
    return out


def _sentence_of(scene: Scene, event: Custody) -> int:
    return scene.units[scene.at(event.trigger.start)].sentence


def _as_told(scene: Scene, candidate: Candidate, persons: tuple[str, ...]) -> tuple[str, ...]:
    """The persons in the order in which the sentence names them; as they are where it does not name them all."""
    first, stop = scene.bounds[scene.units[candidate.trigger].sentence]
    order = [scene.entities[unit.of].id for unit in scene.units[first:stop] if unit.of >= 0]
    return tuple(sorted(persons, key=order.index)) if set(persons) <= set(order) else persons


def _charge(scene: Scene, candidate: Candidate, last: int, others: Sequence[int], candidates: Sequence[Candidate]) -> Charge | None:
    """The charge of the clause, else that of the next sentence, if this is the last event before it and it tells none itself."""
    charge = charge_of(scene, candidate.hit.first, last, others, candidate.type)
    if charge is not None or candidate.type not in CHARGEABLE:
        return charge
    if (in_front := charge_in_front(scene, candidate.group)) is not None:
        return in_front
    number = scene.units[candidate.trigger].sentence
    crowded = any(scene.units[c.trigger].sentence in (number, number + 1) for c in candidates if c is not candidate)
    return None if crowded else charge_in_next_sentence(scene, candidate.trigger)


def _passage(scene: Scene, candidate: Candidate) -> Span:
    return scene.document.sentences[scene.units[candidate.trigger].sentence].span


def _subtype(scene: Scene, candidate: Candidate, term: Term | None) -> str | None:
    words = scene.words(candidate.hit.first, clause_end(scene, candidate.hit.last, ())).lower()
    if candidate.type is CustodyType.SENTENCED:
        if "death" in words.split():
            return "death"
        if any(told in words for told in _ABSENT):
            return "in absentia"
        if "suspended" in words:
            return "suspended"
        if _is_in_days(term):
            return _ADMINISTRATIVE
    return candidate.hit.phrase.subtype


_ABSENT: Final = ("in absentia", "in his absence", "in her absence", "in their absence")
_ADMINISTRATIVE: Final = "administrative arrest"  # a sentence in days


def _is_in_days(term: Term | None) -> bool:
    return term is not None and term.iso.endswith("D") and term.iso[1:-1].isdigit()


def _phase(scene: Scene, candidate: Candidate) -> Phase | None:
    """Whether a hunger strike begins, goes on or ends; None for other events."""
    if candidate.type is not CustodyType.HUNGER_STRIKE:
        return None
    words = [scene.units[i].low for i in candidate.hit.units]
    ending, starting = words_of(scene.language, "ending", "settings"), words_of(scene.language, "beginning", "settings")
    says = next((w for w in words if w in ending or w in starting), words[0])
    if (says in ending or candidate.hit.phrase.words.startswith("^give")) and "eating" not in words:
        return Phase.END
    return Phase.START if says in starting or "eating" in words else Phase.ONGOING


def fines_beside(scene: Scene, events: Sequence[Custody]) -> list[Custody]:
    """The fines that a sentence gives beside the prison term: "two years in prison and a 5,000-euro fine", without a verb of their own."""
    fined = {scene.units[scene.at(e.trigger.start)].sentence for e in events if e.type is CustodyType.FINED}
    out: list[Custody] = []
    for event in events:
        verb = scene.at(event.trigger.stop - 1)
        if event.type is CustodyType.SENTENCED and event.persons and scene.units[verb].sentence not in fined:
            place = _fine_behind(scene, verb)
            if place is not None:
                out.append(replace(event, type=CustodyType.FINED, subtype=None, trigger=place, term=None, until=None))
    return out


def _fine_behind(scene: Scene, verb: int) -> Span | None:
    """Where the clause behind the verb says "and a … fine" of the one whose term it has told."""
    is_added = has_term = False
    for i in range(verb + 1, scene.bounds[scene.units[verb].sentence][1]):
        unit = scene.units[i]
        if is_finite(scene, i) or unit.low in _ENDS_FINE or (has_term and scene.is_person(unit)):
            return None
        has_term = has_term or unit.kind is UnitKind.TERM
        is_added = (is_added or unit.low in ("and", "plus", "with")) and has_term
        if is_added and unit.low == "fine":
            return unit.span
    return None


_ENDS_FINE: Final = frozenset({"or", ";", "option", "instead", "without", "if", "unless"})


def elliptic_event(scene: Scene, elliptic: Elliptic, events: Sequence[Custody]) -> Custody:
    """The event of a row or clause without a verb of its own, after the model of the one it leans on."""
    unit = scene.units[elliptic.unit]
    sentence = scene.document.sentences[unit.sentence].span
    group = VerbGroup(elliptic.unit, elliptic.unit, Voice.REDUCED)
    model = events[elliptic.like] if elliptic.like is not None else None
    type_ = model.type if model else CustodyType.SENTENCED
    date = decide_date(EventPlace(scene, elliptic.unit, elliptic.unit, group, (), type_))
    shared = model is not None and elliptic.because in ("gapped", "gapped row", FOR_PERSONS, IN_BRACKETS)
    return Custody(
        id="c1",
        type=type_,
        subtype=_ADMINISTRATIVE if type_ is CustodyType.SENTENCED and _is_in_days(elliptic.term) else None,
        phase=Phase.START if elliptic.because == "joined" else model.phase if model else None,
        trigger=Span(unit.span.start, unit.span.stop),
        persons=tuple(scene.entities[p].id for p in elliptic.persons),
        person_count=elliptic.count,
        date=model.date if model and shared else date,
        term=elliptic.term,
        charge=model.charge if shared and model else charge_of(scene, elliptic.unit, elliptic.unit, (), CustodyType.SENTENCED),
        authority=model.authority if shared and model else None,
        realis=model.realis if model else Realis.ASSERTED,
        passages=(Passage.cut(scene.document.source.id, scene.text, sentence),),
        confidence=0.7,
        reader=READER,
    )
