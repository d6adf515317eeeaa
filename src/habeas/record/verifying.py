"""Whether the record still is what was added: bytes fit their hashes, words stand in their texts, rows fit their links."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from habeas.errors import Problem, RecordError
from habeas.publish.formats.contract import reading_from_json
from habeas.record import captures, models, rows
from habeas.record.audit import Fault, faults_in_chain

_PART = 200  # readings at a time: a record of any size is checked in little memory


def faults_in(alias: str, folder: Path) -> Iterator[Fault]:
    """Everything that is wrong, the chain first."""
    found: dict[tuple[str, str], str] = {}
    trouble = list(_check_readings(alias, found))
    _digest_the_rest(alias, found)
    yield from faults_in_chain(alias, found)
    yield from trouble
    for capture in models.Capture.objects.using(alias).order_by("added_at", "id").iterator():
        if fault := captures.fault_of(folder, capture.pk):
            yield Fault(f"capture {capture.pk}", fault)


def _check_readings(alias: str, found: dict[tuple[str, str], str]) -> Iterator[Fault]:
    """Each reading's words against its text; fills in the digests as the rows stand now."""
    ids = list(models.Reading.objects.using(alias).order_by("id").values_list("pk", flat=True))
    for i in range(0, len(ids), _PART):
        part = list(models.Reading.objects.using(alias).select_related("source").filter(pk__in=ids[i : i + _PART]).order_by("id"))
        for row, body in zip(part, rows.bodies_of(alias, part), strict=True):
            found["reading", str(row.pk)] = rows.reading_digest(row.source.digest, row.reader, body)
            try:
                rows.check_reading(reading_from_json(body))
            except (ValueError, KeyError, RecordError) as error:
                yield Fault(f"reading {row.pk} of {row.source.name}", f"{error}")


def _digest_the_rest(alias: str, found: dict[tuple[str, str], str]) -> None:
    for c in models.Capture.objects.using(alias).iterator():
        found["capture", c.pk] = rows.capture_digest(c.pk, c.size)
    for r in models.Retrieval.objects.using(alias).iterator():
        fields = {"url": r.url, "fetched_at": r.fetched_at, "collector": r.collector, "headers": r.headers}
        found["retrieval", r.digest] = rows.retrieval_digest(r.capture_id, fields)
    for s in models.Source.objects.using(alias).iterator(chunk_size=_PART):
        found["source", str(s.pk)] = rows.source_digest(rows.source_of(s))
    for p in models.Problem.objects.using(alias).iterator():
        found["problem", p.digest] = rows.problem_digest(Problem(p.source, p.stage, p.message, p.next_step))
    for d in models.Decision.objects.using(alias).iterator():
        found["decision", str(d.pk)] = rows.decision_digest(rows.decision_of(d))
