"""The only door: what is added stays, once, whole, and with its words."""

from __future__ import annotations

import datetime as dt
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import connections

from habeas.acquire.capture import Capture
from habeas.case.case import State
from habeas.case.decision import Decision, Verdict
from habeas.case.passage import Span
from habeas.case.person import Mention
from habeas.case.reading import Reading
from habeas.case.vocabulary import MentionForm
from habeas.errors import HabeasError, InputError, Problem, RecordError
from habeas.flow import add_captures
from habeas.record.store import Store
from tests.record.articles import Article, arrest, demand

DAY = dt.date(2024, 12, 20)


def test_a_reading_comes_back_as_it_went_in(store: Store) -> None:
    """What is read from the record is the value that was added."""
    for article in (arrest(), demand()):
        assert store.add_document(article.capture, article.reading)
        assert store.reading(article.source.id) == article.reading


def test_adding_again_changes_nothing(store: Store) -> None:
    """The same document a second time adds no row and no link."""
    store.add_document(arrest().capture, arrest().reading)
    head = store.head()
    assert not store.add_document(arrest().capture, arrest().reading)
    assert store.head() == head
    assert len(store.sources()) == 1


def test_the_captured_bytes_are_kept(store: Store) -> None:
    """The bytes as received lie under their hash, readable by their owner only."""
    id_ = store.add_capture(b"as received", url="https://example.org/a", time="2024-12-11T10:00:00Z")
    path = store.folder / "captures" / id_[7:9] / id_[7:]
    assert path.read_bytes() == b"as received"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_publication_date_learnt_later_stands_for_none(store: Store) -> None:
    """The same bytes with more known about them replace the earlier text; with less known they change nothing."""
    text = "Rufat Safarov was detained on 3 December."
    undated = Article(text, published=None).who("s", "Rufat Safarov").event("detained", "s", text, "XXXX-12-03")
    dated = Article(text, published="2024-12-05").who("s", "Rufat Safarov").event("detained", "s", text, "2024-12-03")
    store.add_reading(undated.reading)
    assert store.add_reading(dated.reading)
    assert not store.add_reading(undated.reading)
    assert store.reading(dated.source.id) == dated.reading
    assert len(store.readings()) == 1


def test_a_new_reader_replaces_the_old_reading(store: Store) -> None:
    """The last reading of a source is the one that holds; the earlier one stays in the record."""
    article = arrest()
    store.add_reading(article.reading)
    newer = replace(article.reading, claims=tuple(replace(c, reader="by hand 2") for c in article.reading.claims[:1]))
    assert store.add_reading(newer)
    assert store.readings() == (newer,)
    assert store.verify() == ()


def test_words_that_are_not_in_the_text_are_refused(store: Store) -> None:
    """A mention that the text does not have at its place is an error, and nothing of the reading is kept."""
    article = arrest()
    wrong = replace(article.entities["s"], mentions=(Mention(Span(0, 5), "Nobody"[:5], MentionForm.NAME),))
    with pytest.raises(RecordError, match="does not say"):
        store.add_reading(replace(article.reading, entities=(wrong, article.entities["court"])))
    assert store.sources() == ()


def test_a_claim_about_nobody_in_the_reading_is_refused(store: Store) -> None:
    """A claim can name only entities of its own reading."""
    article = arrest().event("released", "nobody", "He denies fraud")
    with pytest.raises(RecordError, match="nobody"):
        store.add_reading(article.reading)


def test_a_document_is_added_whole_or_not_at_all(store: Store) -> None:
    """An error after the first of several additions takes the first back."""

    def add_and_fail() -> None:
        with store.writing():
            store.add_reading(arrest().reading)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        add_and_fail()
    assert store.sources() == ()
    assert store.verify() == ()


def test_problems_are_kept_once(store: Store) -> None:
    """The same trouble with the same document is one problem."""
    problem = Problem("broken.pdf", "text", "the PDF has no text.", "Run character recognition first.")
    assert store.add_problem(problem)
    assert not store.add_problem(problem)
    assert store.problems() == (problem,)


def test_a_record_that_is_not_there(open_store: Callable[..., Store], tmp_path: Path) -> None:
    """Asking a record that does not exist says how to make one, and makes nothing."""
    with pytest.raises(RecordError, match="habeas add"):
        open_store(tmp_path / "none", must_exist=True)
    assert not (tmp_path / "none").exists()


def test_a_file_that_is_no_database(open_store: Callable[..., Store], tmp_path: Path) -> None:
    """A damaged file is an error of ours with the next step, never a traceback of Django's."""
    (tmp_path / "habeas.sqlite3").write_bytes(b"This is not a database, and long enough to be looked at closely." * 20)
    with pytest.raises(RecordError, match="backup"):
        open_store(tmp_path)


def test_a_record_of_a_newer_habeas(store: Store, open_store: Callable[..., Store]) -> None:
    """Tables that this version does not know are not touched."""
    with connections[store._alias].cursor() as cursor:
        cursor.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('record', '9999_later', '2030-01-01')")
    with pytest.raises(RecordError, match="newer"):
        open_store(store.folder)


def test_a_file_where_the_folder_should_be(open_store: Callable[..., Store], tmp_path: Path) -> None:
    """A path that cannot be a folder is an error that says so."""
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordError):
        open_store(tmp_path / "file")


@pytest.mark.parametrize("url", ["mysql://x@y/z", "postgresql://", "nonsense"])
def test_addresses_that_are_no_postgres(open_store: Callable[..., Store], url: str) -> None:
    """A database address is checked before anything is connected."""
    with pytest.raises(InputError, match="postgresql://user@host/name"):
        open_store(database=url)


def test_only_the_owner_can_read_the_record(store: Store) -> None:
    """Folder, database and key are closed to others on the machine."""
    store.add_reading(arrest().reading)
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    for file in store.folder.iterdir():
        if file.is_file():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name


def test_opening_again_is_fast(store: Store, open_store: Callable[..., Store]) -> None:
    """An open of a record whose tables are up to date costs a query, not a migration."""
    start = time.perf_counter()
    open_store(store.folder)
    assert time.perf_counter() - start < 0.15


def test_decisions_change_the_case_and_can_be_taken_back(store: Store) -> None:
    """A rejected claim leaves the case and stays visible; a later acceptance brings it back."""
    article = arrest()
    store.add_reading(article.reading)
    subject = f"{article.source.id}#c2"
    store.add_decision(Decision(subject, Verdict.REJECT, "Ana", "2024-12-13T09:00:00+00:00", "wrong person"))
    (case,) = store.case("Rufat Safarov", DAY)
    assert [e.type.value for e in case.timeline] == ["detained", "appeal_rejected"]
    assert [line.key for line in case.rejected] == [subject]
    store.add_decision(Decision(subject, Verdict.ACCEPT, "Ben", "2024-12-14T09:00:00+00:00"))
    assert len(store.case("Rufat Safarov", DAY)[0].timeline) == 3
    assert len(store.decisions()) == 2


def test_a_correction_changes_the_field_and_keeps_the_reader_s_version(store: Store) -> None:
    """Corrected fields fill the case; the claim as read is still in the reading."""
    article = arrest()
    store.add_reading(article.reading)
    correction = '{"date": {"edtf": "2024-12-02", "text": null, "bound": "on", "derived": false}}'
    store.add_decision(Decision(f"{article.source.id}#c1", Verdict.CORRECT, "Ana", "2024-12-13T09:00:00+00:00", None, correction))
    event = store.case("Rufat Safarov", DAY)[0].timeline[0]
    assert event.date is not None
    assert event.date.edtf == "2024-12-02"
    assert store.reading(article.source.id) == article.reading


@pytest.mark.parametrize("correction", ["[]", "{", '{"passages": []}', '{"date": {"edtf": "soon"}}', '{"type": "vanished"}'])
def test_a_correction_that_gives_no_claim_is_refused(store: Store, correction: str) -> None:
    """What would leave no valid claim is refused when it is made, not found later."""
    article = arrest()
    store.add_reading(article.reading)
    with pytest.raises(InputError):
        store.add_decision(Decision(f"{article.source.id}#c1", Verdict.CORRECT, "Ana", "2024-12-13", None, correction))
    assert store.decisions() == ()


def test_what_was_known_at_a_time(store: Store) -> None:
    """A case as known before its second source was out has the first source only."""
    store.add_reading(arrest().reading)
    later = Article("Rufat Safarov was released on 1 March 2025.", published="2025-03-02", outlet="Later").who(
        "s", "Rufat Safarov", roles=("detainee",)
    )
    store.add_reading(later.event("released", "s", "released", "2025-03-01").reading)
    states = {c.status.state for c in store.case("Rufat Safarov", dt.date(2025, 3, 5), known_at=dt.date(2025, 1, 1))}
    assert states == {State.HELD}
    assert State.RELEASED in {c.status.state for c in store.cases(dt.date(2025, 3, 5))}
    assert store.cases(dt.date(2025, 3, 5), known_at=dt.date(2020, 1, 1)) == ()


def test_cases_are_found_by_other_spellings(store: Store) -> None:
    """A surname, another alphabet and a case's id all find the case; a stranger's name does not."""
    store.add_reading(arrest().reading)
    (case,) = store.cases(DAY)
    for asked in ("Safarov", "Руфат Сафаров", "rufat safarov", case.id):
        assert [c.id for c in store.case(asked, DAY)] == [case.id], asked
    assert store.case("Maria Kalesnikava", DAY) == ()
    assert store.case("", DAY) == ()


def test_a_killed_writer_leaves_a_whole_record(open_store: Callable[..., Store], tmp_path: Path) -> None:
    """kill -9 while adding: the record opens again, verifies, and holds whole documents only."""
    program = f"""
import sys
from pathlib import Path
from habeas.record.store import open_record
from tests.record.articles import Article
store = open_record(Path({str(tmp_path / "killed")!r}))
print("ready", flush=True)
for i in range(100_000):
    article = Article(f"Person Number{{i}} was arrested in May 2024.", outlet=f"Outlet {{i}}").who("p", f"Person Number{{i}}")
    article.event("arrested", "p", "was arrested", "2024-05")
    store.add_document(article.capture, article.reading)
    print(i, flush=True)
"""
    writer = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    assert writer.stdout is not None
    acknowledged = -1
    for line in writer.stdout:
        acknowledged = int(line) if line.strip().isdigit() else acknowledged
        if acknowledged >= 5:
            break
    time.sleep(0.013)  # into the middle of one of the next
    writer.kill()
    writer.wait()
    store = open_store(tmp_path / "killed")
    assert store.verify() == ()
    readings = store.readings()
    assert len(readings) > acknowledged
    assert all(len(r.claims) == 1 and len(r.entities) == 1 for r in readings)
    assert store.add_document(arrest().capture, arrest().reading)


def test_errors_are_ours(store: Store) -> None:
    """A source that is not there is an error with a next step."""
    with pytest.raises(HabeasError, match="habeas sources"):
        store.reading("sha256:0")


def test_a_text_that_cannot_be_kept_does_not_stop_the_run(store: Store) -> None:
    """A document with a character that no database keeps becomes a problem; the next one is recorded."""
    text = "Police in Baku arrested the editor Anna Li on May 3, 2024. A court ordered her held for two months."
    bad = Capture(text.encode() + b" \x00", "bad", published="2024-05-05")
    outcomes = list(add_captures(store, [bad, Capture(text.encode(), "good", published="2024-05-05")]))
    assert [type(o) for o in outcomes] == [Problem, Reading]
    assert [p.stage for p in store.problems()] == ["record"]
    assert [s.name for s in store.sources()] == ["good"]
    assert store.verify() == ()
