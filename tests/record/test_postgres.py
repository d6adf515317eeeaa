"""The same record on PostgreSQL: a real server, started for these tests where one is installed."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connections

from habeas.case.decision import Decision, Verdict
from habeas.errors import Problem, RecordError
from habeas.record.store import Store, open_record
from tests.record.articles import Article, arrest, demand

pytestmark = pytest.mark.postgres
pytest.importorskip("psycopg", reason="needs psycopg: pip install 'habeas[postgres]'")
NOW = dt.datetime(2024, 12, 20, 12, tzinfo=dt.UTC)


def _tool(name: str) -> str | None:
    found = shutil.which(name) or next((str(p) for p in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)), None)
    return str(Path(found).resolve()) if found else None


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of our own, in a folder of its own, that only this machine can reach."""
    initdb, control = _tool("initdb"), _tool("pg_ctl")
    if not (initdb and control):
        pytest.skip("needs a PostgreSQL server: apt-get install postgresql")
    folder = tmp_path_factory.mktemp("postgres")
    run = _as_nobody(folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = folder / "data"
    run([initdb, "-D", str(data), "-U", "habeas", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"])
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
    run([control, "-D", str(data), "-l", str(folder / "log"), "-o", options, "-w", "start"])
    try:
        yield f"postgresql://habeas@127.0.0.1:{port}"
    finally:
        run([control, "-D", str(data), "-m", "immediate", "-w", "stop"])


def _as_nobody(folder: Path) -> Callable[[list[str]], None]:
    """Runs a command; as the user nobody where we are root, since PostgreSQL refuses root."""
    as_root = os.geteuid() == 0
    if as_root:
        shutil.chown(folder, "nobody")
        for parent in folder.parents:
            if parent.stat().st_uid == 0 and parent != Path("/") and "pytest" in str(parent):
                parent.chmod(0o711)

    def run(command: list[str]) -> None:
        done = subprocess.run(
            command, cwd=folder, user="nobody" if as_root else None, capture_output=True, text=True, stdin=subprocess.DEVNULL
        )
        assert done.returncode == 0, done.stderr + done.stdout

    return run


@pytest.fixture
def database(server: str, request: pytest.FixtureRequest) -> str:
    """A new, empty database."""
    import psycopg

    name = "".join(c for c in request.node.name if c.isalnum() or c == "_")[:60].lower()
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"{server}/{name}"


@pytest.fixture
def store(database: str, tmp_path: Path) -> Iterator[Store]:
    opened = open_record(tmp_path / "record", database=database, clock=lambda: NOW)
    yield opened
    opened.close()


def test_the_same_cases_as_on_sqlite(store: Store, tmp_path: Path) -> None:
    """Readings, cases, demands, problems and the chain's last hash are the same on both databases."""
    lite = open_record(tmp_path / "lite", clock=lambda: NOW)
    for record in (store, lite):
        for article in (arrest(), demand()):
            assert record.add_document(article.capture, article.reading)
            assert not record.add_document(article.capture, article.reading)
        record.add_problem(Problem("a", "b", "c", "d"))
        record.add_decision(Decision(f"{arrest().source.id}#c1", Verdict.ACCEPT, "Ana", "2024-12-13T09:00:00+00:00"))
    assert store.cases() == lite.cases()
    assert store.demands() == lite.demands()
    assert store.readings() == lite.readings()
    assert store.verify() == lite.verify() == ()
    assert store.head() == lite.head()
    lite.close()


def test_tampering_is_found(store: Store) -> None:
    """A row changed by hand is found on PostgreSQL too."""
    store.add_document(arrest().capture, arrest().reading)
    with connections[store._alias].cursor() as cursor:
        cursor.execute("UPDATE record_source SET published = '2020-01-01'")
    assert any("changed" in f.what for f in store.verify())


def test_many_writers_make_one_chain(database: str, tmp_path: Path) -> None:
    """Four that add at the same time: every document is there, and the chain holds."""
    open_record(tmp_path / "record", database=database).close()

    def write(number: int) -> None:
        store = open_record(tmp_path / "record", database=database, clock=lambda: NOW)
        for i in range(8):
            article = Article(f"Person {number} of list {i} was arrested.", outlet=f"O{number}").who("p", f"Person {number}")
            store.add_document(article.capture, article.event("arrested", "p", "was arrested").reading)
        store.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    store = open_record(tmp_path / "record", database=database)
    assert len(store.sources()) == 32
    assert store.verify() == ()
    store.close()


def test_a_database_that_is_not_there(server: str, tmp_path: Path) -> None:
    """An error of ours that says what to do, without the password."""
    address = f"{server.replace('habeas@', 'habeas:secret@')}/nowhere"
    with pytest.raises(RecordError, match="Check that the database runs") as caught:
        open_record(tmp_path / "record", database=address)
    assert "secret" not in str(caught.value)


def test_the_pages_show_a_team_s_record(tmp_path: Path, database: str) -> None:
    """`habeas serve` shows the record in the database that HABEAS_DATABASE names, as the other commands do."""
    text = "BAKU, 20 May 2025. A court in Baku on Monday sentenced the journalist Leyla Sample to three years in prison.\n"
    (tmp_path / "news.txt").write_text(text, encoding="utf-8")
    environment = {**os.environ, "HABEAS_DATABASE": database, "HABEAS_RECORD": str(tmp_path / "record")}
    habeas = [sys.executable, "-m", "habeas.cli"]
    added = subprocess.run([*habeas, "add", "news.txt"], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
    assert added.returncode == 0, added.stderr
    with subprocess.Popen([*habeas, "serve", "--port", "0"], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            address = re.search(r"http://\S+", server.stdout.readline())
            assert address is not None
            with urllib.request.urlopen(address[0], timeout=30) as page:
                assert "Leyla Sample" in page.read().decode()
        finally:
            server.terminate()
