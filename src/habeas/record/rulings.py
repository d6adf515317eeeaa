"""What people ruled about claims, applied to readings: corrected fields replace the reader's, the reader's version stays in the record."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from habeas.case.decision import Decision, Verdict
from habeas.case.reading import Reading
from habeas.errors import InputError
from habeas.publish.formats.contract import reading_from_json, reading_to_json

_NOT_CORRECTED = ("id", "kind", "passages", "reader", "confidence")


def rulings_of(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """The ruling that holds for each subject: the last one made; of two made at one time, the last recorded."""
    last: dict[str, Decision] = {}
    for decision in decisions:
        held = last.get(decision.subject)
        if held is None or decision.decided_at >= held.decided_at:
            last[decision.subject] = decision
    return last


def verdict_on(key: str, rulings: dict[str, Decision]) -> Verdict | None:
    return rulings[key].verdict if key in rulings else None


def corrected(reading: Reading, rulings: dict[str, Decision]) -> Reading:
    """The reading with the fields that people corrected; the same value if they corrected none."""
    source = reading.source.id
    changes = {
        c.id: ruling.correction
        for c in reading.claims
        if (ruling := rulings.get(f"{source}#{c.id}")) is not None and ruling.correction is not None
    }
    if not changes:
        return reading
    body = reading_to_json(reading)
    body["claims"] = [{**c, **fields_of(changes[c["id"]])} if c["id"] in changes else c for c in body["claims"]]
    fixed = reading_from_json(body)
    return replace(reading, claims=fixed.claims)


def fields_of(correction: str) -> dict[str, object]:
    """The corrected fields, in the shape of the outside contract. Raises InputError for what cannot be corrected."""
    try:
        fields = json.loads(correction)
    except ValueError as error:
        raise InputError(f"the correction is not JSON: {error}.", next_step="Give an object of the claim's fields.") from error
    if not isinstance(fields, dict) or not fields:
        raise InputError("the correction is not an object of fields.", next_step='For example {"date": null}.')
    if fixed := sorted(set(fields) & set(_NOT_CORRECTED)):
        raise InputError(f"{', '.join(fixed)} cannot be corrected.", next_step="Reject the claim instead.")
    return fields
