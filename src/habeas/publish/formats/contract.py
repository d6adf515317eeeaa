"""A reading as the JSON that the outside relies on: one object a document, offsets in code points.

The shape: `source`, `boilerplate`, `entities`, `claims`; see docs/data-model.md. `reading_from_json` is the inverse.
"""

from __future__ import annotations

from typing import Any

from habeas.case.claim import Action, Authority, Charge, Claim, Custody, Quote, Response
from habeas.case.dates import Bound, DateValue, Term
from habeas.case.passage import Passage, Span
from habeas.case.person import Entity, Mention
from habeas.case.reading import Reading
from habeas.case.source import Boilerplate, Source
from habeas.case.vocabulary import ActionType, CustodyType, EntityKind, MentionForm, Phase, QuoteForm, Realis, ResponseType, Side

Json = dict[str, Any]


def reading_to_json(reading: Reading) -> Json:
    """The reading in the contract's shape; every span is `{"start", "end"}`, every absent value null."""
    source = reading.source
    return {
        "source": {
            "name": source.name,
            "id": source.id,
            "url": source.url,
            "outlet": source.outlet,
            "title": source.title,
            "language": source.language,
            "published": source.published,
            "sections": list(source.sections),
            "text": source.text,
        },
        "boilerplate": [{**_span(b.span), "kind": b.kind} for b in source.boilerplate],
        "entities": [_entity(e) for e in reading.entities],
        "claims": [_claim(c) for c in reading.claims],
    }


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.stop}


def _maybe(span: Span | None) -> Json | None:
    return None if span is None else _span(span)


def _entity(entity: Entity) -> Json:
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "roles": list(entity.roles),
        "register": entity.register,
        "mentions": [{**_span(m.span), "text": m.text, "form": m.form.value} for m in entity.mentions],
    }


def _date(date: DateValue | None) -> Json | None:
    if date is None:
        return None
    return {"edtf": date.edtf, "text": _maybe(date.span), "bound": date.bound.value, "derived": date.is_derived}


def _claim(claim: Claim) -> Json:
    kind, fields = _FIELDS[type(claim)](claim)
    return {
        "id": claim.id,
        "kind": kind,
        **fields,
        "passages": [{"start": p.start, "end": p.stop, "exact": p.exact} for p in claim.passages],
        "confidence": round(claim.confidence, 3),
        "voice": claim.voice,
        "realis": claim.realis.value,
        "reader": claim.reader,
    }


def _custody(c: Custody) -> tuple[str, Json]:
    return "custody", {
        "type": c.type.value,
        "subtype": c.subtype,
        "phase": c.phase and c.phase.value,
        "trigger": _span(c.trigger),
        "persons": list(c.persons),
        "person_count": c.person_count,
        "date": _date(c.date),
        "until": _date(c.until),
        "term": None if c.term is None else {"iso": c.term.iso, "text": _maybe(c.term.span)},
        "charge": None if c.charge is None else {"text": _maybe(c.charge.text), "article": c.charge.article},
        "authority": None if c.authority is None else {"entity": c.authority.entity, "text": _maybe(c.authority.text)},
        "place": None if c.place is None else {"text": _span(c.place)},
    }


def _quote(q: Quote) -> tuple[str, Json]:
    return "quote", {
        "form": q.form.value,
        "content": [_span(s) for s in q.content],
        "cue": _maybe(q.cue),
        "speaker": q.speaker,
        "speakers": list(q.speakers),
        "speaker_mention": _maybe(q.speaker_mention),
        "because": q.because,
        "via": q.via,
    }


def _action(a: Action) -> tuple[str, Json]:
    return "action", {
        "type": a.type.value,
        "subtype": a.subtype,
        "trigger": _span(a.trigger),
        "actors": list(a.actors),
        "addressees": list(a.addressees),
        "beneficiaries": list(a.beneficiaries),
        "targets": list(a.targets),
        "date": _date(a.date),
        "norms": [{"text": _span(n)} for n in a.norms],
        "what": None if a.what is None else {"text": _span(a.what)},
        "place": None if a.place is None else {"text": _span(a.place)},
    }


def _response(r: Response) -> tuple[str, Json]:
    return "response", {
        "type": r.type.value,
        "side": r.side.value,
        "trigger": _span(r.trigger),
        "actors": list(r.actors),
        "toward": list(r.toward),
        "answers": list(r.answers),
        "what": None if r.what is None else {"text": _span(r.what)},
    }


_FIELDS: dict[type, Any] = {Custody: _custody, Quote: _quote, Action: _action, Response: _response}


def reading_from_json(data: Json) -> Reading:
    """The reading that `reading_to_json` wrote. Raises ValueError or KeyError where the shape is not the contract's."""
    head = data["source"]
    source = Source(
        id=head["id"],
        name=head["name"],
        text=head["text"],
        url=head["url"],
        outlet=head["outlet"],
        title=head["title"],
        language=head["language"],
        published=head["published"],
        sections=tuple(head["sections"]),
        boilerplate=tuple(Boilerplate(_to_span(b), b["kind"]) for b in data["boilerplate"]),
    )
    entities = tuple(
        Entity(
            id=e["id"],
            kind=EntityKind(e["kind"]),
            name=e["name"],
            roles=tuple(e["roles"]),
            register=e["register"],
            mentions=tuple(Mention(_to_span(m), m["text"], MentionForm(m["form"])) for m in e["mentions"]),
        )
        for e in data["entities"]
    )
    return Reading(source, entities, tuple(_to_claim(source.id, c) for c in data["claims"]))


def _to_span(data: Json) -> Span:
    return Span(data["start"], data["end"])


def _to_maybe(data: Json | None) -> Span | None:
    return None if data is None else _to_span(data)


def _to_text(data: Json | None) -> Span | None:
    return None if data is None else _to_maybe(data["text"])


def _to_date(data: Json | None) -> DateValue | None:
    return None if data is None else DateValue(data["edtf"], _to_maybe(data["text"]), Bound(data["bound"]), data["derived"])


def _to_claim(source_id: str, c: Json) -> Claim:
    said: Json = {
        "id": c["id"],
        "passages": tuple(Passage(source_id, p["start"], p["end"], p["exact"]) for p in c["passages"]),
        "confidence": c["confidence"],
        "reader": c["reader"],
        "voice": c["voice"],
        "realis": Realis(c["realis"]),
    }
    match c["kind"]:
        case "custody":
            return Custody(
                **said,
                type=CustodyType(c["type"]),
                subtype=c["subtype"],
                phase=None if c["phase"] is None else Phase(c["phase"]),
                trigger=_to_span(c["trigger"]),
                persons=tuple(c["persons"]),
                person_count=c["person_count"],
                date=_to_date(c["date"]),
                until=_to_date(c["until"]),
                term=None if c["term"] is None else Term(c["term"]["iso"], _to_maybe(c["term"]["text"])),
                charge=None if c["charge"] is None else Charge(_to_maybe(c["charge"]["text"]), c["charge"]["article"]),
                authority=None if c["authority"] is None else Authority(c["authority"]["entity"], _to_maybe(c["authority"]["text"])),
                place=_to_text(c["place"]),
            )
        case "quote":
            return Quote(
                **said,
                form=QuoteForm(c["form"]),
                content=tuple(_to_span(s) for s in c["content"]),
                cue=_to_maybe(c["cue"]),
                speaker=c["speaker"],
                speakers=tuple(c["speakers"]),
                speaker_mention=_to_maybe(c["speaker_mention"]),
                because=c["because"],
                via=c["via"],
            )
        case "action":
            return Action(
                **said,
                type=ActionType(c["type"]),
                subtype=c["subtype"],
                trigger=_to_span(c["trigger"]),
                actors=tuple(c["actors"]),
                addressees=tuple(c["addressees"]),
                beneficiaries=tuple(c["beneficiaries"]),
                targets=tuple(c["targets"]),
                date=_to_date(c["date"]),
                norms=tuple(_to_span(n["text"]) for n in c["norms"]),
                what=_to_text(c["what"]),
                place=_to_text(c.get("place")),  # claims recorded before actions had places have none
            )
        case "response":
            return Response(
                **said,
                type=ResponseType(c["type"]),
                side=Side(c["side"]),
                trigger=_to_span(c["trigger"]),
                actors=tuple(c["actors"]),
                toward=tuple(c["toward"]),
                answers=tuple(c["answers"]),
                what=_to_text(c["what"]),
            )
        case kind:
            raise ValueError(f"unknown kind of claim: {kind!r}")
