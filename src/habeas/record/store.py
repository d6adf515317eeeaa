"""The only door to the record: what is added, what is asked. Everything that leaves is a value.

from habeas.record.store import open_record

store = open_record(Path("my-record"))
store.add_document(capture, reading)
for case in store.cases():
    print(case.name, case.status.wording)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

from habeas.acquire.capture import Capture
from habeas.case.case import Case, Event, Exchange, Question, SourceLine
from habeas.case.decision import Decision
from habeas.case.reading import Reading
from habeas.case.source import Source
from habeas.errors import InputError, Problem, RecordError
from habeas.record.opening import connect, set_up_django

set_up_django()  # the tables, imported below, need Django's settings

# ruff: noqa: E402
from django.db import OperationalError, connections, transaction
from django.db.models import Count

from habeas.record import audit, captures, models, rows
from habeas.record.audit import Fault
from habeas.record.casebook import Casebook, Chapter, make_casebook
from habeas.record.cases import case_in, cases_in, questions_in
from habeas.record.exchanges import demands_in
from habeas.record.finding import Likeness, find_identities, fold, names_alike
from habeas.record.lines import source_line
from habeas.record.register import Register, Resolver
from habeas.record.rulings import corrected
from habeas.record.verifying import faults_in

T = TypeVar("T")
_MOST_KEPT = 32  # lists; a person looks at a few days, not at hundreds
Clock = Callable[[], dt.datetime]


def utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def open_record(
    folder: Path,
    *,
    database: str | None = None,
    must_exist: bool = False,
    resolver: Resolver | None = None,
    likeness: Likeness | None = None,
    clock: Clock = utc_now,
) -> Store:
    """The record in `folder`, made if it is not there (unless `must_exist`). Raises RecordError with what to do.

    `database` is a PostgreSQL address for a record that a team shares; captures stay in the folder. `resolver` decides who is who,
    `likeness` compares two names; both come from `resolve/` unless given.
    """
    alias = connect(folder, database, must_exist=must_exist)
    return Store(folder, alias, Register(alias, resolver), likeness or names_alike, clock)


class Store:
    """An open record. Adding the same thing again changes nothing; nothing that was added is ever changed."""

    def __init__(self, folder: Path, alias: str, register: Register, likeness: Likeness, clock: Clock) -> None:
        self.folder = folder
        self._alias = alias
        self._register = register
        self._likeness = likeness
        self._clock = clock
        self._memory: tuple[str, dict[tuple[object, ...], Any]] = ("", {})

    def close(self) -> None:
        connections[self._alias].close()

    # What is added

    def add_document(self, capture: Capture, reading: Reading) -> bool:
        """Keep the bytes, the source and its reading, all or nothing. False if the record has just this already."""
        with self.writing():
            self.add_capture(
                capture.content, url=capture.url, time=capture.fetched_at, collector=capture.collector, headers=capture.headers
            )
            return self.add_reading(reading)

    def add_capture(
        self,
        content: bytes,
        *,
        url: str | None = None,
        time: str | None = None,
        collector: str = "file",
        headers: Iterable[tuple[str, str]] = (),
    ) -> str:
        """Keep bytes as received; the id that names them."""
        id_ = captures.keep(self.folder, content)
        fields = rows.retrieval_fields(url, time, collector, headers)
        with self.writing():
            if not models.Capture.objects.using(self._alias).filter(pk=id_).exists():
                models.Capture.objects.using(self._alias).create(id=id_, size=len(content), added_at=self._now())
                self._link("capture", id_, rows.capture_digest(id_, len(content)))
            digest = rows.retrieval_digest(id_, fields)
            if not models.Retrieval.objects.using(self._alias).filter(digest=digest).exists():
                models.Retrieval.objects.using(self._alias).create(capture_id=id_, digest=digest, added_at=self._now(), **fields)
                self._link("retrieval", digest, digest)
        return id_

    def add_reading(self, reading: Reading) -> bool:
        """Keep a source and what was read in it. False if the record has it already, or knows more about the same text.

        Raises RecordError if any words are not in the text.
        """
        rows.check_reading(reading)
        body = rows.body_of(reading)
        with self.writing():
            last = self._last_source(reading.source.id)
            if last is not None and reading.source != (known := rows.source_of(last)) and rows.says_no_more(reading.source, known):
                return False
            source = self._source_row(reading.source, last)
            reader = next((c.reader for c in reading.claims), "")
            digest = rows.reading_digest(source.digest, reader, body)
            previous = models.Reading.objects.using(self._alias).filter(source=source).order_by("-id").first()
            if previous is not None and previous.digest == digest:
                return False
            row = models.Reading.objects.using(self._alias).create(source=source, digest=digest, reader=reader, added_at=self._now())
            rows.write_reading(self._alias, row, body)
            self._link("reading", str(row.pk), digest)
        return True

    def add_problem(self, problem: Problem) -> bool:
        """Keep a document's trouble. False if it is known."""
        digest = rows.problem_digest(problem)
        with self.writing():
            if models.Problem.objects.using(self._alias).filter(digest=digest).exists():
                return False
            models.Problem.objects.using(self._alias).create(
                digest=digest,
                source=problem.source,
                stage=problem.stage,
                message=problem.message,
                next_step=problem.next_step,
                added_at=self._now(),
            )
            self._link("problem", digest, digest)
        return True

    def add_decision(self, decision: Decision) -> None:
        """Keep what a person ruled; earlier rulings stay. Raises InputError for a correction that cannot be made."""
        if decision.correction is not None:
            self._try_correction(decision)
        with self.writing():
            row = models.Decision.objects.using(self._alias).create(**asdict(decision))
            self._link("decision", str(row.pk), rows.decision_digest(decision))

    # What is asked

    def readings(self, known_at: dt.date | None = None) -> tuple[Reading, ...]:
        """What every source says: the last reading of the last version of each, of sources that were out by `known_at`."""
        return tuple(rows.readings_of(self._alias, self._current(known_at)))

    def reading(self, source: str) -> Reading:
        """The reading of one source, by id. Raises InputError if the record has no such source."""
        found = self._current(only={source})
        if not found:
            raise InputError(f"{source}: no such source in the record.", next_step="`habeas sources` lists them.")
        return rows.readings_of(self._alias, found)[0]

    def chapter(self, source: str) -> Chapter:
        """One source with its lines and who is who in it. Raises InputError if the record has no such source."""
        chapters = self.casebook(only={source}).chapters
        if not chapters:
            raise InputError(f"{source}: no such source in the record.", next_step="`habeas sources` lists them.")
        return chapters[0]

    def texts(self, sources: Iterable[str]) -> dict[str, Source]:
        """The sources with their texts, by id."""
        found = models.Source.objects.using(self._alias).filter(capture__in=set(sources)).order_by("id")
        return {row.capture: rows.source_of(row) for row in found}

    def ids_with_case(self) -> frozenset[str]:
        """The identities that have a case."""
        self._refresh()
        return frozenset(self._register.subjects())

    def claim_counts(self) -> dict[str, int]:
        """How many claims each source makes, by id; sources without any are left out."""
        current = [row.pk for row in self._current()]
        counts = models.Claim.objects.using(self._alias).filter(reading__in=current).values_list("reading__source__capture")
        return dict(counts.annotate(n=Count("id")).order_by())

    def sources(self) -> tuple[SourceLine, ...]:
        """All sources, the last out first."""
        first = self._first_added()
        lines = (source_line(rows.source_of(r.source), first[r.source.capture]) for r in self._current())
        return tuple(sorted(lines, key=lambda s: (s.known_by, s.id), reverse=True))

    def decisions(self, known_at: dt.date | None = None) -> tuple[Decision, ...]:
        """All rulings in the order made, of those made by `known_at`."""
        made = (rows.decision_of(r) for r in models.Decision.objects.using(self._alias).order_by("id"))
        return tuple(d for d in made if known_at is None or d.decided_at[:10] <= known_at.isoformat())

    def problems(self) -> tuple[Problem, ...]:
        """All trouble with documents, the last first."""
        found = models.Problem.objects.using(self._alias).order_by("-id")
        return tuple(Problem(p.source, p.stage, p.message, p.next_step) for p in found)

    def cases(self, as_of: dt.date | None = None, known_at: dt.date | None = None) -> tuple[Case, ...]:
        """All cases by name: what held on `as_of` (today), by what was known at `known_at` (now)."""
        day = as_of or self.today()
        return self._kept(("cases", day, known_at), lambda: cases_in(self.casebook(known_at), day))

    def case(self, name: str, as_of: dt.date | None = None, known_at: dt.date | None = None) -> tuple[Case, ...]:
        """The cases of a person or group, by id or by a name in any spelling, the likeliest first; none if nobody fits.

        A name written as the record shows it finds only those so shown, other spellings all whom they may mean.
        """
        found = self.find(name)
        exact = [register for register, shown in found if fold(shown) == fold(name)]
        cases = (self._case(register, as_of or self.today(), known_at) for register in exact or [register for register, _ in found])
        return tuple(c for c in cases if c is not None)

    def _case(self, register: str, day: dt.date, known_at: dt.date | None) -> Case | None:
        book = self.casebook(known_at, only=None if known_at else self._register.sources_of(register)).about().get(register)
        return None if book is None else case_in(book, register, day)

    def find(self, name: str) -> tuple[tuple[str, str], ...]:
        """The cases that a name may mean, best first: the id and the name shown. A case's id finds that case."""
        self._refresh()
        known = self._register.subjects()
        if name in known:
            return ((name, known[name].name),)
        spellings = {register: entry.spellings for register, entry in known.items()}
        return tuple((r, known[r].name) for r, _ in find_identities(name, spellings, likeness=self._likeness))

    def today(self) -> dt.date:
        return self._clock().astimezone().date()

    def timeline(self, name: str, as_of: dt.date | None = None, known_at: dt.date | None = None) -> tuple[Event, ...]:
        """The custody events of all cases that a name may mean, in order of time in each."""
        return tuple(event for case in self.case(name, as_of, known_at) for event in case.timeline)

    def demands(self, known_at: dt.date | None = None) -> tuple[Exchange, ...]:
        """Who asked for whose release, and who answered."""
        return self._kept(("demands", known_at), lambda: demands_in(self.casebook(known_at)))

    def questions(self) -> tuple[Question, ...]:
        """What a person must decide."""
        return self._kept(("questions",), lambda: questions_in(self.casebook()))

    def casebook(self, known_at: dt.date | None = None, *, only: set[str] | None = None) -> Casebook:
        """All lines, of all sources or of those named in `only`."""
        readings = rows.readings_of(self._alias, self._current(known_at, only))
        decisions, added = self.decisions(known_at), self._first_added()
        if known_at is not None:
            identities = self._register.resolve(readings, decisions)
            return make_casebook(readings, identities, decisions, added)
        self._refresh()
        return make_casebook(readings, self._register.identities(only), decisions, added, self._register.parties())

    def verify(self) -> tuple[Fault, ...]:
        """Everything that is wrong with the record: bytes, words, links. Empty if each holds."""
        return tuple(faults_in(self._alias, self.folder))

    def head(self) -> str:
        """The hash of the last link: keep it elsewhere to prove later that nothing was cut off."""
        return audit.head(self._alias)

    def rebuild(self) -> None:
        """Work out all identities again from readings and decisions."""
        with self.writing():
            self._register.rebuild(self.readings(), self.decisions(), audit.head(self._alias))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All or nothing: what is added inside is in the record when the block ends, and nothing of it if it fails."""
        try:
            with transaction.atomic(using=self._alias):
                self._lock()
                yield
        except OperationalError as error:
            raise RecordError(f"{self.folder}: the record cannot be written: {error}.", next_step=_advice(error)) from error

    # How

    def _kept(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What was derived before, as long as nothing was added since."""
        head = audit.head(self._alias)
        if self._memory[0] != head:
            self._memory = (head, {})
        kept = self._memory[1]
        if key not in kept:
            if len(kept) >= _MOST_KEPT:
                kept.clear()
            kept[key] = make()
        value: T = kept[key]
        return value

    def _lock(self) -> None:
        """One writer at a time, since each link stands on the one before. SQLite's transactions begin with the lock."""
        connection = connections[self._alias]
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(hashtext('habeas audit'))")

    def _link(self, kind: str, row: str, digest: str) -> None:
        audit.append(self._alias, self._now(), kind, row, digest)

    def _now(self) -> str:
        return self._clock().astimezone(dt.UTC).isoformat(timespec="seconds")

    def _last_source(self, capture: str) -> models.Source | None:
        return models.Source.objects.using(self._alias).filter(capture=capture).order_by("-id").first()

    def _source_row(self, source: Source, last: models.Source | None) -> models.Source:
        digest = rows.source_digest(source)
        if last is not None and last.digest == digest:
            return last
        row = models.Source.objects.using(self._alias).create(digest=digest, added_at=self._now(), **rows.source_fields(source))
        self._link("source", str(row.pk), digest)
        return row

    def _current(self, known_at: dt.date | None = None, only: set[str] | None = None) -> list[models.Reading]:
        """The rows of the readings that hold."""
        wanted = models.Reading.objects.using(self._alias).select_related("source").order_by("id")
        if only is not None:
            wanted = wanted.filter(source__capture__in=only)
        last = {row.source.capture: row for row in wanted}
        if known_at is None:
            return list(last.values())
        return self._known(list(wanted), known_at)

    def _known(self, readings: list[models.Reading], known_at: dt.date) -> list[models.Reading]:
        """The last readings of sources that were out by the day. What the record learnt later about its source (a date) counts."""
        first = self._first_added()
        last = {row.source.capture: row for row in readings}
        lines = {capture: source_line(rows.source_of(row.source), first[capture]) for capture, row in last.items()}
        return [row for capture, row in last.items() if lines[capture].known_by <= known_at.isoformat()]

    def _first_added(self) -> dict[str, str]:
        """For each source when the record first received it."""
        pairs = models.Source.objects.using(self._alias).order_by("-id").values_list("capture", "added_at")
        return dict(pairs)

    def _refresh(self) -> None:
        """Bring the identities up to date with what was added since."""
        now = audit.head(self._alias)
        if not self._register.is_up_to_date(now):
            self.rebuild()

    def _try_correction(self, decision: Decision) -> None:
        """Refuse a correction that would not give a claim."""
        source, _, claim = decision.subject.partition("#")
        reading = self.reading(source)
        if claim not in {c.id for c in reading.claims}:
            raise InputError(f"{decision.subject}: no such claim.", next_step="`habeas case` shows the ids of claims.")
        try:
            corrected(reading, {decision.subject: decision})
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                f"the correction gives no claim: {error}.", next_step="Write the fields as `habeas read --format jsonl` does."
            ) from error


def _advice(error: OperationalError) -> str:
    if "locked" in str(error):
        return "Another program is writing to it: wait, or end that program."
    return "Check free space and permissions."
