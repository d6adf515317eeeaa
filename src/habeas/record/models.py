"""The tables. Rows are written once and never changed; `Membership`, `Identity` and `Stamp` are derived and can be rebuilt at any time.

Times are text in ISO 8601, UTC, so that a row hashes to the same digest on SQLite and on PostgreSQL.
"""

from __future__ import annotations

from django.db import models


class Capture(models.Model):
    """Bytes as received; the bytes lie in the folder's `captures/`, under their hash."""

    id = models.CharField(primary_key=True, max_length=71)
    size = models.BigIntegerField()
    added_at = models.CharField(max_length=32)


class Retrieval(models.Model):
    """Where and when a capture's bytes were taken in; the same bytes can come from two places."""

    capture = models.ForeignKey(Capture, on_delete=models.PROTECT)
    digest = models.CharField(max_length=64, unique=True)
    url = models.TextField(null=True)
    fetched_at = models.TextField(null=True)
    collector = models.TextField()
    headers = models.JSONField()
    added_at = models.CharField(max_length=32)


class Source(models.Model):
    """One text taken from a capture. A later row for the same capture (a publication date learnt later) stands for the earlier."""

    capture = models.CharField(max_length=200, db_index=True)
    digest = models.CharField(max_length=64, db_index=True)
    name = models.TextField()
    text = models.TextField()
    url = models.TextField(null=True)
    outlet = models.TextField(null=True)
    title = models.TextField(null=True)
    language = models.TextField(null=True)
    published = models.CharField(max_length=16, null=True)
    sections = models.JSONField()
    boilerplate = models.JSONField()
    added_at = models.CharField(max_length=32)


class Reading(models.Model):
    """What one version of the reader found in one source. The last row for a source is the one that holds."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT)
    digest = models.CharField(max_length=64, db_index=True)
    reader = models.TextField()
    added_at = models.CharField(max_length=32)


class Entity(models.Model):
    """A person or body as one reading presents it."""

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT)
    position = models.IntegerField()
    entity = models.TextField()
    kind = models.CharField(max_length=20)
    name = models.TextField()
    roles = models.JSONField()
    mentions = models.JSONField()


class Claim(models.Model):
    """One thing that a reading says its source says; `body` has the fields of its kind as the outside contract writes them."""

    reading = models.ForeignKey(Reading, on_delete=models.PROTECT)
    position = models.IntegerField()
    claim = models.TextField()
    kind = models.CharField(max_length=20, db_index=True)
    type = models.CharField(max_length=40, null=True, db_index=True)
    realis = models.CharField(max_length=20)
    confidence = models.FloatField()
    reader = models.TextField()
    body = models.JSONField()


class Passage(models.Model):
    """The words that say a claim, and where they stand."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT)
    position = models.IntegerField()
    start = models.IntegerField()
    stop = models.IntegerField()
    exact = models.TextField()


class Problem(models.Model):
    """Trouble with one document."""

    digest = models.CharField(max_length=64, unique=True)
    source = models.TextField()
    stage = models.TextField()
    message = models.TextField()
    next_step = models.TextField()
    added_at = models.CharField(max_length=32)


class Decision(models.Model):
    """What a person ruled."""

    subject = models.TextField(db_index=True)
    verdict = models.CharField(max_length=20)
    decided_by = models.TextField()
    decided_at = models.CharField(max_length=32)
    reason = models.TextField(null=True)
    correction = models.TextField(null=True)


class Audit(models.Model):
    """One link of the chain: what was added, the digest of it, and the hash of this link over the one before."""

    at = models.CharField(max_length=32)
    kind = models.CharField(max_length=20)
    row = models.CharField(max_length=80)
    digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["kind", "row"], name="one_link_a_row"),)


class Membership(models.Model):
    """Derived: which identity of the register an entity of a source was resolved to."""

    register = models.CharField(max_length=200, db_index=True)
    capture = models.CharField(max_length=200)
    entity = models.TextField()


class Identity(models.Model):
    """Derived: one person or body of the register, the name shown for it, and all its spellings."""

    register = models.CharField(primary_key=True, max_length=200)
    name = models.TextField()
    kind = models.CharField(max_length=20)
    spellings = models.JSONField()
    has_case = models.BooleanField(db_index=True)


class Stamp(models.Model):
    """Derived: the hash of the chain's last link when the identities were worked out, why they were joined, and what is open."""

    head = models.CharField(max_length=64)
    joins = models.JSONField()
    questions = models.JSONField()
