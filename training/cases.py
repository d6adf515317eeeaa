"""Which answers did the reader weigh in a marked document, with which signs, and which of them are right?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus import score_reading
from corpus.marked import compile_marked

from habeas.case.claim import Action, Charge, Custody, Quote, Response
from habeas.case.passage import Span
from habeas.case.source import Boilerplate, Source
from habeas.case.vocabulary import TOLD, Realis
from habeas.languages.english import ENGLISH
from habeas.read import custody_decisions, deed_decisions
from habeas.read.actions import read_actions
from habeas.read.custody import propose, read_custody
from habeas.read.custody_candidates import Proposal
from habeas.read.custody_signs import Weighing, signs_of_event
from habeas.read.deed_signs import Hearing, Proposed, helped_by, kind_of, signs_of_deed
from habeas.read.field_signs import Fielding, charges_for, dates_for, signs_of_charges, signs_of_dates, signs_of_terms, terms_for
from habeas.read.models import Models
from habeas.read.party_signs import parties_of, signs_of_party
from habeas.read.quote_signs import Sayings, signs_of_quote, signs_of_speaker, speakers_of
from habeas.read.reader import Laid, hear, lay_out
from habeas.read.responses import read_responses
from habeas.read.scene import Scene
from habeas.read.weighed_actions import proposed_actions
from habeas.read.weighed_responses import proposed_responses
from habeas.read.whom_signs import options_of, signs_of_whom
from training.parts import CORPUS

NEAR = 12  # characters between the words proposed and those marked
NEAR_DEED = 40  # of an action or answer: "called" and "release" are one
ONE_QUOTE = 0.5  # of the characters of two readings of one quote


@dataclass(frozen=True)
class Case:
    """The signs of one answer to a question about one document, and how much of it is right: all or nothing, but of several people a share."""

    document: str
    question: str
    signs: dict[str, float]
    right: float


class People:
    """Which person of the marks each entity of a scene is, by the mentions that they share; an entity of nobody is itself."""

    def __init__(self, scene: Scene, gold: dict[str, Any]) -> None:
        self.known = {p["id"] for p in gold["persons"]}
        spans = [(Span(m["start"], m["end"]), p["id"]) for p in gold["persons"] for m in p["mentions"]]
        self.of: list[str | None] = []
        for entity in scene.entities:
            votes: dict[str, int] = {}
            for mention in entity.mentions:
                for span, person in spans:
                    if span.touches(mention.span):
                        votes[person] = votes.get(person, 0) + 1
            best = max(votes, key=lambda person: votes[person], default=None)
            self.of.append(best if best is not None else entity.id if entity.is_named else None)

    def share(self, entities: tuple[int, ...], persons: list[str]) -> float:
        """How many of all who are named, by these entities or as persons, are named by both; 1 where neither names anybody."""
        found = {who for i in entities if (who := self.of[i]) is not None}
        marked = self.known.intersection(persons)
        return len(found & marked) / len(found | marked) if found | marked else 1.0

    def are(self, entities: tuple[int, ...], persons: list[str]) -> bool:
        """True if these entities are the persons, as the scorer sees it: half of all who are named by either."""
        return self.share(entities, persons) >= 0.5

    def are_exactly(self, entities: tuple[int, ...], persons: list[str]) -> bool:
        """True if these entities are the named ones of the persons, and nobody else."""
        return {who for i in entities if (who := self.of[i]) is not None} == self.known.intersection(persons)


def source_of(name: str, text: str, gold: dict[str, Any]) -> Source:
    """The source of one marked document, with its furniture marked."""
    boilerplate = tuple(Boilerplate(Span(b["start"], b["end"]), b.get("kind", "related")) for b in gold["boilerplate"])
    return Source("sha256:" + name, name, text, published=gold["published"], boilerplate=boilerplate)


def laid_out(name: str, text: str, gold: dict[str, Any], models: Models) -> Laid:
    """The scene of one marked document, its quotes as the scales in use decide them, and the encoder's signals."""
    return lay_out(source_of(name, text, gold), ENGLISH, models, models.version)


def quote_cases(name: str, text: str, gold: dict[str, Any], models: Models) -> Iterator[Case]:
    """The cases on quotes that one document gives."""
    heard = hear(source_of(name, text, gold), ENGLISH, models, models.version)
    assert heard.signals is not None
    sayings, people = Sayings(heard.scene, heard.signals, [*heard.taken, *heard.declined]), People(heard.scene, gold)
    for quote in sayings.quotes:
        marked = [q for q in gold["quotes"] if shared(quote, q) >= ONE_QUOTE]
        required = [q for q in marked if not q.get("optional")]
        if not required and (marked or any(o["kind"] == "quote" and gap(o, quote.hull) < 0 for o in gold.get("optional", []))):
            continue
        yield Case(name, "quote", signs_of_quote(sayings, quote, is_declined=quote in heard.declined), float(bool(required)))
        for who in (sayings.of(quote), *speakers_of(sayings, quote)) if required else ():
            right = max(people.share(() if who is None else (who,), [q["speaker"]] if q.get("speaker") else []) for q in required)
            yield Case(name, "quote speaker", signs_of_speaker(sayings, quote, who), right)


def shared(quote: Quote, marked: dict[str, Any]) -> float:
    """How much of both the words of a quote and marked ones have in common, as the scorer sees it."""
    return max(_in_common(span, marked["content"]) for span in (*quote.content, quote.hull))


def _in_common(span: Span, marked: dict[str, Any]) -> float:
    return float(score_reading.overlap((span.start, span.stop), (marked["start"], marked["end"])))


def custody_cases(name: str, text: str, gold: dict[str, Any], models: Models) -> Iterator[Case]:
    """The cases on custody that one document gives."""
    laid = laid_out(name, text, gold, models)
    assert laid.signals is not None
    yield from _custody(name, gold, Weighing(propose(laid.scene, laid.spoken), laid.signals))


def whom_again_cases(name: str, text: str, gold: dict[str, Any], models: Models) -> Iterator[Case]:
    """The cases on whom the events befell, in the light of whom the scales in use say that the others befell."""
    laid = laid_out(name, text, gold, models)
    assert laid.signals is not None
    weighing, people = Weighing(propose(laid.scene, laid.spoken), laid.signals), People(laid.scene, gold)
    standing = custody_decisions.stand_at_first(weighing)
    settled = custody_decisions.settle(weighing, standing)
    for stands in (s for s in standing if len(s.choice.options) > 1):
        required = [e for e in told_at(gold, stands.proposal) if not e.get("optional") and is_told(e)]
        for persons, signs in (
            zip(
                stands.choice.options,
                custody_decisions.signs_again(weighing, settled, stands, range(len(stands.choice.options))),
                strict=True,
            )
            if required
            else ()
        ):
            yield Case(name, "custody whom again", signs, max(people.share(persons, e["persons"]) for e in required))


def told_at(gold: dict[str, Any], proposal: Proposal) -> list[dict[str, Any]]:
    """The marked events of the proposal's type at its words."""
    return [e for e in gold["events"] if e["type"] == proposal.candidate.type.value and gap(e["trigger"], proposal.span) <= NEAR]


def deed_cases(name: str, text: str, gold: dict[str, Any], models: Models) -> Iterator[Case]:
    """The cases on actions and answers that one document gives, in the light of the custody that the scales in use find in it."""
    hearing, custody, by_rule = hearing_of(name, text, gold, models)
    people = People(hearing.scene, gold)
    for action in proposed_actions(hearing, by_rule, custody):
        yield from _deed(name, gold, hearing, people, action)
    responses = read_responses(hearing.scene, custody, by_rule, hearing.quotes)
    for response in proposed_responses(hearing, responses, custody, by_rule):
        yield from _deed(name, gold, hearing, people, response)


def helped_again_cases(name: str, text: str, gold: dict[str, Any], models: Models) -> Iterator[Case]:
    """The cases on whom actions are for, in the light of whom the scales in use say that the others are for."""
    hearing, custody, by_rule = hearing_of(name, text, gold, models)
    people = People(hearing.scene, gold)
    standing = deed_decisions.stand_at_first(hearing, proposed_actions(hearing, by_rule, custody))
    settled = deed_decisions.settle(hearing, standing)
    for one in standing:
        if one.helped is None or len(one.helped.options) < 2:
            continue
        required = [f for f in done_at(gold, "action", one.claim) if not f.get("optional")]
        signs = deed_decisions.signs_again(hearing, settled, one.claim, one.helped, range(len(one.helped.options))) if required else []
        for party, speak in zip(one.helped.options, signs, strict=False):
            yield Case(name, "action helped again", speak, max(people.share(party, helped_of(f)) for f in required))


def hearing_of(name: str, text: str, gold: dict[str, Any], models: Models) -> tuple[Hearing, tuple[Custody, ...], tuple[Action, ...]]:
    """A document as its actions and answers are heard: with the custody that the scales in use find in it, and the rules' actions."""
    laid = laid_out(name, text, gold, models)
    assert laid.signals is not None
    custody = read_custody(laid.scene, laid.signals, laid.spoken)
    return Hearing(laid.scene, custody, laid.quotes, laid.signals), custody, read_actions(laid.scene, custody, laid.quotes)


def done_at(gold: dict[str, Any], kind: str, claim: Action | Response) -> list[dict[str, Any]]:
    """The marked actions or answers of the claim's type near its words."""
    return [f for f in gold[kind + "s"] if f["type"] == claim.type.value and gap(f["trigger"], claim.trigger) <= NEAR_DEED]


def field_cases(name: str, text: str, gold: dict[str, Any], models: Models) -> Iterator[Case]:
    """The cases on dates, lengths and charges that one document gives, of the events that the scales in use find and that are right."""
    laid = laid_out(name, text, gold, models)
    assert laid.signals is not None
    people = People(laid.scene, gold)
    index = {entity.id: i for i, entity in enumerate(laid.scene.entities)}
    fielding = Fielding(laid.scene, laid.signals, read_custody(laid.scene, laid.signals, laid.spoken))
    for event in fielding.events:
        if (fact := _told_by(event, gold, people, tuple(index[i] for i in event.persons))) is None:
            continue
        if len(dates := dates_for(fielding, event)) > 1:
            for date, signs in zip(dates, signs_of_dates(fielding, event, dates), strict=True):
                yield Case(name, "date", signs, float((date.edtf if date is not None else None) == fact["date"]))
        if len(terms := terms_for(fielding, event)) > 1:
            for term, signs in zip(terms, signs_of_terms(fielding, event, terms), strict=True):
                yield Case(name, "term", signs, float((term.iso if term is not None else None) == fact["term"]))
        if len(charges := charges_for(fielding, event)) > 1:
            for charge, signs in zip(charges, signs_of_charges(fielding, event, charges), strict=True):
                yield Case(name, "charge", signs, float(_is_charge(charge, fact["charge_span"])))


def _told_by(event: Custody, gold: dict[str, Any], people: People, persons: tuple[int, ...]) -> dict[str, Any] | None:
    """The marked event that this one is: of its type and people, and told near it or of just them; in its first telling."""
    alike = [f for f in gold["events"] if f["type"] == event.type.value and people.are(persons, f["persons"]) and event.realis in TOLD]
    for fact in alike:
        if gap(fact["trigger"], event.trigger) <= _SAME_PLACE or people.are_exactly(persons, fact["persons"]):
            first: dict[str, Any] = next((f for f in gold["events"] if f["id"] == fact.get("same_as")), fact)
            return first
    return None


_SAME_PLACE: Final = 80  # characters, as for the scorer


def _is_charge(charge: Charge | None, marked: dict[str, Any] | None) -> bool:
    if charge is None or charge.text is None:
        return marked is None
    return marked is not None and _in_common(charge.text, marked) >= ONE_QUOTE


def _deed(
    name: str, gold: dict[str, Any], hearing: Hearing, people: People, proposed: Proposed[Action] | Proposed[Response]
) -> Iterator[Case]:
    claim = proposed.claim
    kind = kind_of(claim)
    if claim.type == "other" or (isinstance(claim, Action) and claim.realis is Realis.NEGATED):
        return
    marked = done_at(gold, kind, claim)
    required = [f for f in marked if not f.get("optional")]
    if not required and (marked or is_free(gold, kind, claim.type.value, claim.trigger)):
        return
    yield Case(name, kind, signs_of_deed(hearing, proposed), float(bool(required)))
    if not required:
        return
    for role in ("actor", "helped") if kind == "action" else ("actor",):
        if role == "actor" and claim.type == "award":
            continue
        ids = claim.actors if role == "actor" or isinstance(claim, Response) else helped_by(claim)
        by_rule = tuple(hearing.index[i] for i in ids if i in hearing.index)
        for party in parties_of(hearing, claim, role, by_rule):
            right = max(people.share(party, f["actors"] if role == "actor" else helped_of(f)) for f in required)
            yield Case(name, f"{kind} {role}", signs_of_party(hearing, claim, role, by_rule, party), right)


def helped_of(fact: dict[str, Any]) -> list[str]:
    """The ids of those for whom a marked action is done, and of all but a judgement those at whom it is aimed, as the scorer counts them."""
    return list(fact["beneficiaries"] or []) + ([] if fact["type"] == "condemn" else list(fact["targets"] or []))


def _custody(name: str, gold: dict[str, Any], weighing: Weighing) -> Iterator[Case]:
    people = People(weighing.scene, gold)
    told: set[tuple[str, Span]] = set()
    for proposal in weighing.proposals:
        events = told_at(gold, proposal)
        required = [e for e in events if not e.get("optional") and is_told(e)]
        if not required and (
            any(e.get("optional") for e in events) or is_free(gold, "custody", proposal.candidate.type.value, proposal.span)
        ):
            continue
        yield Case(name, "custody", signs_of_event(weighing, proposal), float(bool(required)))
        place = (proposal.candidate.type.value, proposal.span)
        if required and place not in told:
            told.add(place)
            for persons in options_of(weighing, proposal):
                right = max(people.share(persons, e["persons"]) for e in required)
                yield Case(name, "custody whom", signs_of_whom(weighing, proposal, persons), right)


def gap(trigger: dict[str, Any], span: Span) -> int:
    """Characters between marked words and others; less than 0 where they share some."""
    return int(max(trigger["start"], span.start) - min(trigger["end"], span.stop))


def is_told(event: dict[str, Any]) -> bool:
    """True for what has happened, as the text or somebody in it says; false for what is planned, feared or denied."""
    return event.get("status", "asserted") in {r.value for r in TOLD}


def is_free(gold: dict[str, Any], kind: str, type_: str, span: Span) -> bool:
    """True where the marks leave open whether this is told."""
    return any(o["kind"] == kind and o.get("type") in (None, type_) and gap(o, span) < 0 for o in gold.get("optional", []))


Document = tuple[str, str, dict[str, Any]]  # name, text, marks


def documents_of(part: str) -> Iterator[Document]:
    """The documents of one part of the corpus."""
    for path in sorted((CORPUS / part).glob("*.marked")):
        yield (path.stem, *compile_marked(path))


def gold_documents(folder: Path) -> Iterator[Document]:
    """The documents of a folder in the gold form (NN.txt with NN.json)."""
    for path in sorted(folder.glob("*.json")):
        text = path.with_suffix(".txt").open(encoding="utf-8", newline="").read()
        yield path.stem, text, json.loads(path.read_text(encoding="utf-8"))


def by_question(cases: Sequence[Case]) -> dict[str, list[Case]]:
    """The cases of each question."""
    out: dict[str, list[Case]] = {}
    for case in cases:
        out.setdefault(case.question, []).append(case)
    return out
