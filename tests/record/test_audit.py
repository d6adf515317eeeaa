"""verify() finds what was changed, removed or inserted behind the store's back, and names the first broken link."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connections

from habeas.case.decision import Decision, Verdict
from habeas.record.store import Store
from tests.record.articles import arrest, demand


@pytest.fixture
def full(store: Store) -> Store:
    for article in (arrest(), demand()):
        store.add_document(article.capture, article.reading)
    store.add_decision(Decision(f"{arrest().source.id}#c1", Verdict.ACCEPT, "Ana", "2024-12-13T09:00:00+00:00"))
    store.cases()
    return store


def tamper(store: Store, *statements: str) -> None:
    with connections[store._alias].cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys=OFF")
        for statement in statements:
            cursor.execute(statement)


def test_an_untouched_record_verifies(full: Store) -> None:
    """No fault where nobody touched anything; derived rows are not part of the chain."""
    assert full.verify() == ()
    full.rebuild()
    assert full.verify() == ()


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE record_passage SET exact = replace(exact, '3 December', '4 December')", "reading 1"),
        ("UPDATE record_claim SET type = 'released' WHERE position = 0", "reading 1"),
        ("UPDATE record_claim SET confidence = 0.99", "link"),
        ("UPDATE record_entity SET name = 'Somebody Else'", "link"),
        ("UPDATE record_source SET text = replace(text, 'Safarov', 'Safarow')", "link"),
        ("UPDATE record_source SET published = '2020-01-01'", "link"),
        ("UPDATE record_decision SET verdict = 'reject'", "decision"),
        ("DELETE FROM record_decision", "gone"),
        ("DELETE FROM record_passage WHERE id = 1", "reading"),
        (
            "INSERT INTO record_decision (subject, verdict, decided_by, decided_at) VALUES ('x', 'reject', 'nobody', '2024')",
            "without a link",
        ),
        ("UPDATE record_audit SET at = '2001-01-01T00:00:00+00:00' WHERE id = 3", "link 3"),
        ("DELETE FROM record_audit WHERE id = 3", "link 4"),
        ("UPDATE record_capture SET size = size + 1", "capture"),
    ],
)
def test_tampering_is_found(full: Store, statement: str, found: str) -> None:
    """Each way of changing the tables by hand is a fault that names its place."""
    tamper(full, statement)
    faults = full.verify()
    assert faults
    assert any(found in f"{f.where} {f.what}" for f in faults), faults


def test_the_first_broken_link_comes_first(full: Store) -> None:
    """Of two broken links the earlier is named first."""
    tamper(full, "UPDATE record_audit SET digest = 'x' WHERE id IN (2, 5)")
    assert full.verify()[0].where.startswith("link 2")


def test_changed_and_missing_bytes_are_found(full: Store) -> None:
    """A capture's bytes are checked against the hash that names them."""
    one, other = sorted(p for p in Path(full.folder, "captures").rglob("*") if p.is_file())
    one.chmod(0o600)
    one.write_bytes(b"other bytes")
    other.unlink()
    assert {f.what for f in full.verify()} == {"its bytes were changed.", "its bytes cannot be read: No such file or directory."}
