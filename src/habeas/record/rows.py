"""How values become rows and rows values. Nothing outside `record/` sees a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from habeas.case.claim import Action, Claim, Custody, Quote, Response
from habeas.case.decision import Decision, Verdict
from habeas.case.passage import Span
from habeas.case.reading import Reading
from habeas.case.source import Boilerplate, Source
from habeas.errors import InputError, Problem, RecordError
from habeas.publish.formats.contract import Json, reading_from_json, reading_to_json
from habeas.record import models
from habeas.record.audit import digest_of

_OWN_COLUMNS = ("id", "kind", "type", "passages", "confidence", "realis", "reader")


def check_reading(reading: Reading) -> None:
    """Refuse a reading whose words are not in its text. Claims' passages were checked when the value was made; here the rest.

    Raises InputError for a text that no database keeps, RecordError for a reading that does not fit its text.
    """
    source, text = reading.source, reading.source.text
    if "\x00" in text or any("\ud800" <= c <= "\udfff" for c in text):
        raise InputError(f"{source.name}: the text holds characters that no record can keep.", next_step="Save the document as UTF-8 text.")
    ids = {e.id for e in reading.entities}
    for entity in reading.entities:
        for mention in entity.mentions:
            if mention.span.words(text) != mention.text:
                raise RecordError(f"{source.name}: the text does not say {mention.text!r} at {mention.span.start}.")
    if len({c.id for c in reading.claims}) != len(reading.claims):
        raise RecordError(f"{source.name}: two claims share an id.")
    for claim in reading.claims:
        if any(p.source != source.id for p in claim.passages):
            raise RecordError(f"{source.name}: claim {claim.id} has a passage of another source.")
        if any(s.stop > len(text) for s in spans_of(claim)):
            raise RecordError(f"{source.name}: claim {claim.id} points behind the end of the text.")
        if missing := set(parties_of(claim)) - ids:
            raise RecordError(f"{source.name}: claim {claim.id} names an entity that the reading lacks: {min(missing)}.")


def parties_of(claim: Claim) -> tuple[str, ...]:
    """The ids of all entities that the claim names."""
    match claim:
        case Custody():
            named: Iterable[str | None] = (*claim.persons, claim.authority.entity if claim.authority else None)
        case Quote():
            named = (claim.speaker, *claim.speakers)
        case Action():
            named = (*claim.actors, *claim.addressees, *claim.beneficiaries, *claim.targets)
        case Response():
            named = (*claim.actors, *claim.toward)
    return tuple(dict.fromkeys(n for n in (*named, claim.voice) if n is not None))


def spans_of(claim: Claim) -> tuple[Span, ...]:
    """All places that the claim's fields point to."""
    match claim:
        case Custody():
            found: tuple[Span | None, ...] = (
                claim.trigger,
                claim.date.span if claim.date else None,
                claim.until.span if claim.until else None,
                claim.term.span if claim.term else None,
                claim.charge.text if claim.charge else None,
                claim.authority.text if claim.authority else None,
                claim.place,
            )
        case Quote():
            found = (*claim.content, claim.cue, claim.speaker_mention)
        case Action():
            found = (claim.trigger, claim.date.span if claim.date else None, *claim.norms, claim.what, claim.place)
        case Response():
            found = (claim.trigger, claim.what)
    return tuple(s for s in found if s is not None)


def source_fields(source: Source) -> dict[str, Any]:
    """The columns of a source, without digest and time of addition."""
    return {
        "capture": source.id,
        "name": source.name,
        "text": source.text,
        "url": source.url,
        "outlet": source.outlet,
        "title": source.title,
        "language": source.language,
        "published": source.published,
        "sections": list(source.sections),
        "boilerplate": [[b.span.start, b.span.stop, b.kind] for b in source.boilerplate],
    }


def source_of(row: models.Source) -> Source:
    return Source(
        id=row.capture,
        name=row.name,
        text=row.text,
        url=row.url,
        outlet=row.outlet,
        title=row.title,
        language=row.language,
        published=row.published,
        sections=tuple(row.sections),
        boilerplate=tuple(Boilerplate(Span(start, stop), kind) for start, stop, kind in row.boilerplate),
    )


def body_of(reading: Reading) -> Json:
    """The reading in the contract's shape, as it is kept: identities are derived and stay outside."""
    body = reading_to_json(reading)
    return {**body, "entities": [{**e, "register": None} for e in body["entities"]]}


def capture_digest(id_: str, size: int) -> str:
    return digest_of([id_, size])


def retrieval_fields(url: str | None, time: str | None, collector: str, headers: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """The columns of a retrieval. A server can send anything in a header; what no database keeps is shown as unreadable."""

    def clean(text: str) -> str:
        return text.replace("\x00", "\ufffd").encode("utf-8", "replace").decode()

    return {
        "url": None if url is None else clean(url),
        "fetched_at": None if time is None else clean(time),
        "collector": clean(collector),
        "headers": [[clean(name), clean(value)] for name, value in headers],
    }


def retrieval_digest(capture: str, fields: dict[str, Any]) -> str:
    return digest_of({"capture": capture, **fields})


def source_digest(source: Source) -> str:
    return digest_of(source_fields(source))


def problem_digest(problem: Problem) -> str:
    return digest_of([problem.source, problem.stage, problem.message, problem.next_step])


def decision_digest(decision: Decision) -> str:
    return digest_of(asdict(decision))


def says_no_more(new: Source, known: Source) -> bool:
    """True if `new` is the known text with nothing about it that the record does not know: fields that it lacks are no news."""
    fresh, old = source_fields(new), source_fields(known)
    return all(value == old[name] or value is None for name, value in fresh.items())


def reading_digest(source_digest: str, reader: str, body: Json) -> str:
    return digest_of([source_digest, reader, body["entities"], body["claims"]])


def write_reading(alias: str, row: models.Reading, body: Json) -> None:
    """Write the entities, claims and passages of a reading whose own row is written."""
    models.Entity.objects.using(alias).bulk_create(
        models.Entity(reading=row, position=i, entity=e["id"], kind=e["kind"], name=e["name"], roles=e["roles"], mentions=e["mentions"])
        for i, e in enumerate(body["entities"])
    )
    claims = [
        models.Claim(
            reading=row,
            position=i,
            claim=c["id"],
            kind=c["kind"],
            type=c.get("type"),
            realis=c["realis"],
            confidence=c["confidence"],
            reader=c["reader"],
            body={name: value for name, value in c.items() if name not in _OWN_COLUMNS},
        )
        for i, c in enumerate(body["claims"])
    ]
    models.Claim.objects.using(alias).bulk_create(claims)
    models.Passage.objects.using(alias).bulk_create(
        models.Passage(claim=row, position=i, start=p["start"], stop=p["end"], exact=p["exact"])
        for row, c in zip(claims, body["claims"], strict=True)
        for i, p in enumerate(c["passages"])
    )


def bodies_of(alias: str, readings: list[models.Reading]) -> list[Json]:
    """The readings in the contract's shape, in the order given: three queries, however many there are."""
    ids = [r.pk for r in readings]
    entities: dict[int, list[Json]] = defaultdict(list)
    claims: dict[int, list[Json]] = defaultdict(list)
    passages: dict[int, list[Json]] = defaultdict(list)
    for part in _chunks(ids):
        for p in models.Passage.objects.using(alias).filter(claim__reading__in=part).order_by("claim_id", "position").values():
            passages[p["claim_id"]].append({"start": p["start"], "end": p["stop"], "exact": p["exact"]})
        for e in models.Entity.objects.using(alias).filter(reading__in=part).order_by("reading_id", "position").values():
            entities[e["reading_id"]].append(
                {
                    "id": e["entity"],
                    "kind": e["kind"],
                    "name": e["name"],
                    "roles": e["roles"],
                    "register": None,
                    "mentions": e["mentions"],
                }
            )
        for c in models.Claim.objects.using(alias).filter(reading__in=part).order_by("reading_id", "position").values():
            head = {"id": c["claim"], "kind": c["kind"], **({} if c["type"] is None else {"type": c["type"]})}
            tail = {"passages": passages[c["id"]], "confidence": c["confidence"], "realis": c["realis"], "reader": c["reader"]}
            claims[c["reading_id"]].append({**head, **c["body"], **tail})
    sources = [reading_to_json(Reading(source_of(r.source))) for r in readings]
    return [{**head, "entities": entities[r.pk], "claims": claims[r.pk]} for head, r in zip(sources, readings, strict=True)]


def readings_of(alias: str, rows: list[models.Reading]) -> list[Reading]:
    """The values; each passage is checked against its text again as its reading is made."""
    return [reading_from_json(body) for body in bodies_of(alias, rows)]


def decision_of(row: models.Decision) -> Decision:
    return Decision(
        subject=row.subject,
        verdict=Verdict(row.verdict),
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        reason=row.reason,
        correction=row.correction,
    )


def _chunks(ids: list[int]) -> Iterable[list[int]]:
    """Parts small enough for one query on every database (SQLite takes 32,766 parameters)."""
    return (ids[i : i + 5000] for i in range(0, len(ids), 5000))
