"""The hash chain: each addition to the record is a link over the one before, so a changed, removed or inserted row shows.

What it cannot show: links cut off the end together with their rows. Whoever must prove that nothing was cut keeps the last
hash, which `habeas verify` prints, outside the record.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from habeas.record import models

START = "0" * 64


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that `verify` found wrong: where, and what."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def digest_of(value: Any) -> str:
    """The SHA-256 of the value's canonical JSON."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def link_hash(previous: str, at: str, kind: str, row: str, digest: str) -> str:
    return hashlib.sha256("\n".join((previous, at, kind, row, digest)).encode()).hexdigest()


def head(alias: str) -> str:
    """The hash of the last link; zeros for an empty record."""
    last = models.Audit.objects.using(alias).order_by("-id").values_list("hash", flat=True).first()
    return last or START


def append(alias: str, at: str, kind: str, row: str, digest: str) -> None:
    """Add a link. The caller holds the record's write lock."""
    previous = head(alias)
    models.Audit.objects.using(alias).create(
        at=at, kind=kind, row=row, digest=digest, previous=previous, hash=link_hash(previous, at, kind, row, digest)
    )


def faults_in_chain(alias: str, found: dict[tuple[str, str], str]) -> Iterator[Fault]:
    """Every broken link, first to last; `found` gives the digest of each row as it stands now, by kind and row."""
    expected, unseen = START, dict(found)
    for link in models.Audit.objects.using(alias).order_by("id").iterator():
        where = f"link {link.pk} ({link.kind} {link.row})"
        if link.previous != expected:
            yield Fault(where, "does not follow the link before it: a link was removed, inserted or changed there.")
        if link.hash != link_hash(link.previous, link.at, link.kind, link.row, link.digest):
            yield Fault(where, "its hash does not fit its content: the link was changed.")
        digest = unseen.pop((link.kind, link.row), None)
        if digest is None:
            yield Fault(where, "the row that it vouches for is gone.")
        elif digest != link.digest:
            yield Fault(where, "the row was changed after it was added.")
        expected = link.hash
    for kind, row in unseen:
        yield Fault(f"{kind} {row}", "stands in the record without a link in the chain.")
