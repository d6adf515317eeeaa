"""How a claim of one source becomes a line of a case: ids become parties of the register, spans become passages with their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from habeas.case.case import Answer, Deed, Party, SourceLine, Telling, Utterance
from habeas.case.claim import Action, Claim, Custody, Quote, Response
from habeas.case.decision import Verdict
from habeas.case.passage import Passage, Span
from habeas.case.reading import Reading
from habeas.case.source import Source

Line: TypeAlias = Telling | Deed | Answer | Utterance


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source as its lines are cut from it: its text, its citation, and who its entities are in the register."""

    reading: Reading
    source: SourceLine
    parties: dict[str, Party]

    def cut(self, span: Span | None) -> Passage | None:
        return None if span is None else self.words(span)

    def words(self, span: Span) -> Passage:
        return Passage.cut(self.source.id, self.reading.source.text, span)

    def party(self, entity: str | None) -> Party | None:
        return None if entity is None else self.parties[entity]

    def many(self, entities: Iterable[str]) -> tuple[Party, ...]:
        """The parties, each once: two entities of one text can turn out to be one person."""
        return tuple({(p := self.parties[e]).id: p for e in entities}.values())


def parties_shown(view: SourceView) -> tuple[tuple[Party, tuple[str, ...]], ...]:
    """Who the text speaks of by name, in the order of their first words, each with the roles that it gives them."""
    heads = sorted((e for e in view.reading.entities if e.is_named), key=lambda e: min(m.span for m in e.mentions))
    return tuple((view.parties[e.id], e.roles) for e in heads)


def source_line(source: Source, added_at: str) -> SourceLine:
    return SourceLine(
        id=source.id,
        name=source.name,
        added_at=added_at,
        outlet=source.outlet,
        title=source.title,
        url=source.url,
        language=source.language,
        published=source.published,
    )


def line_of(claim: Claim, view: SourceView, verdict: Verdict | None) -> Line:
    """The claim as a line, with what a person ruled about it."""
    match claim:
        case Custody():
            return _telling(claim, view, verdict)
        case Action():
            return _deed(claim, view, verdict)
        case Response():
            return _answer(claim, view, verdict)
        case Quote():
            return _utterance(claim, view, verdict)


def _telling(c: Custody, view: SourceView, verdict: Verdict | None) -> Telling:
    return Telling(
        claim=c.id,
        source=view.source,
        passages=c.passages,
        trigger=view.words(c.trigger),
        confidence=c.confidence,
        reader=c.reader,
        realis=c.realis,
        voice=view.party(c.voice),
        verdict=verdict,
        type=c.type,
        persons=view.many(c.persons),
        subtype=c.subtype,
        phase=c.phase,
        person_count=c.person_count,
        date=c.date,
        date_words=view.cut(c.date.span) if c.date else None,
        until=c.until,
        until_words=view.cut(c.until.span) if c.until else None,
        term=c.term,
        term_words=view.cut(c.term.span) if c.term else None,
        charge=view.cut(c.charge.text) if c.charge else None,
        article=c.charge.article if c.charge else None,
        authority=view.party(c.authority.entity) if c.authority else None,
        authority_words=view.cut(c.authority.text) if c.authority else None,
        place=view.cut(c.place),
    )


def _deed(a: Action, view: SourceView, verdict: Verdict | None) -> Deed:
    return Deed(
        claim=a.id,
        source=view.source,
        passages=a.passages,
        trigger=view.words(a.trigger),
        confidence=a.confidence,
        reader=a.reader,
        realis=a.realis,
        voice=view.party(a.voice),
        verdict=verdict,
        type=a.type,
        subtype=a.subtype,
        actors=view.many(a.actors),
        addressees=view.many(a.addressees),
        beneficiaries=view.many(a.beneficiaries),
        targets=view.many(a.targets),
        date=a.date,
        date_words=view.cut(a.date.span) if a.date else None,
        norms=tuple(view.words(n) for n in a.norms),
        what=view.cut(a.what),
        place=view.cut(a.place),
    )


def _answer(r: Response, view: SourceView, verdict: Verdict | None) -> Answer:
    return Answer(
        claim=r.id,
        source=view.source,
        passages=r.passages,
        trigger=view.words(r.trigger),
        confidence=r.confidence,
        reader=r.reader,
        realis=r.realis,
        voice=view.party(r.voice),
        verdict=verdict,
        type=r.type,
        side=r.side,
        actors=view.many(r.actors),
        toward=view.many(r.toward),
        answers=tuple(f"{view.source.id}#{claim}" for claim in r.answers),
        what=view.cut(r.what),
    )


def _utterance(q: Quote, view: SourceView, verdict: Verdict | None) -> Utterance:
    return Utterance(
        claim=q.id,
        source=view.source,
        passages=q.passages,
        trigger=view.words(q.cue) if q.cue else q.passages[0],
        confidence=q.confidence,
        reader=q.reader,
        realis=q.realis,
        voice=view.party(q.voice),
        verdict=verdict,
        form=q.form,
        content=tuple(view.words(s) for s in q.content),
        speaker=view.party(q.speaker),
        speaker_words=view.cut(q.speaker_mention),
        because=q.because,
        via=q.via,
    )
