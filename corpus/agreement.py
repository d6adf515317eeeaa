"""How far do two passes over the same texts agree? Measured with the scorer, each pass as gold once and as reading once."""

from __future__ import annotations

from typing import Any

from corpus import score_reading

KINDS = ("custody", "quote", "action", "response", "FACTS", "person names", "same person within a document", "  date", "  term", "  charge")


def scored(gold: dict[str, Any]) -> dict[str, Any]:
    """The gold without what the scorer does not ask for: event types outside the contract's scored list, and what has not happened."""
    told = ("asserted", "alleged")
    events = [e for e in gold["events"] if e["type"] not in score_reading.UNSCORED and e.get("status", "asserted") in told]
    kept = {e["id"] for e in events}
    events = [{**e, "same_as": e["same_as"] if e.get("same_as") in kept else None} for e in events]
    actions = [a for a in gold["actions"] if a.get("status", "asserted") != "negated"]
    return {**gold, "events": events, "actions": actions}


def holds_a_claim(gold: dict[str, Any]) -> bool:
    """True if the document has a required event, action or answer: a quote alone is in any news."""
    return any(not f.get("optional") for kind in ("events", "actions", "responses") for f in gold[kind])


def as_reading(name: str, text: str, gold: dict[str, Any]) -> dict[str, Any]:
    """A gold document in the shape of a reading, so that the scorer can hold it against another."""
    claims: list[dict[str, Any]] = []
    for e in gold["events"]:
        if e.get("same_as"):
            continue
        detail = {k: {"text": e[f"{k}_span"]} if e.get(f"{k}_span") else None for k in ("charge", "authority", "place")}
        term = {"iso": e["term"]} if e["term"] else None
        claims.append(
            {
                "kind": "custody",
                "id": e["id"],
                "type": e["type"],
                "persons": e["persons"],
                "trigger": e["trigger"],
                "date": {"edtf": e["date"]} if e["date"] else None,
                "until": {"edtf": e["until"]} if e.get("until") else None,
                "term": term,
                "realis": e.get("status", "asserted"),
                "passages": [_passage(e["trigger"])],
                **detail,
                "optional": e.get("optional"),
            }
        )
    for q in gold["quotes"]:
        claims.append(
            {
                "kind": "quote",
                "id": q["id"],
                "content": q.get("parts") or [q["content"]],
                "speaker": q.get("speaker"),
                "form": q["form"],
                "passages": [_passage(q["content"])],
                "optional": q.get("optional"),
            }
        )
    for a in gold["actions"]:
        claims.append(
            {
                "kind": "action",
                "id": a["id"],
                "type": a["type"],
                "trigger": a["trigger"],
                **{k: a.get(k) or [] for k in ("actors", "addressees", "beneficiaries", "targets")},
                "date": {"edtf": a["date"]} if a.get("date") else None,
                "realis": a.get("status", "asserted"),
                "passages": [_passage(a["trigger"])],
                "optional": a.get("optional"),
            }
        )
    for r in gold["responses"]:
        claims.append(
            {
                "kind": "response",
                "id": r["id"],
                "type": r["type"],
                "trigger": r["trigger"],
                "actors": r["actors"],
                "passages": [_passage(r["trigger"])],
                "optional": r.get("optional"),
            }
        )
    kinds = {"person": "person", "org": "organization"}
    entities = [
        {
            "id": p["id"],
            "kind": kinds[p["kind"]],
            "mentions": [{"start": m["start"], "end": m["end"], "form": m["type"]} for m in p["mentions"]],
        }
        for p in gold["persons"]
    ]
    return {"source": {"name": name, "text": text}, "entities": entities, "claims": claims}


def _passage(span: dict[str, Any]) -> dict[str, Any]:
    return {"start": span["start"], "end": span["end"], "exact": span["text"]}


def without_optional(reading: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """What one pass itself marks optional is not held against the other."""
    return {**reading, "claims": [c for c in reading["claims"] if not c.get("optional")]}


def agreement(
    first: dict[str, tuple[str, dict[str, Any]]], second: dict[str, tuple[str, dict[str, Any]]], *, errors: list[Any] | None = None
) -> dict[str, tuple[float, float, float]]:
    """F1 by kind over the documents that both passes hold: (first as gold, second as gold, their mean).

    Raises ValueError where the two do not stand on the same text.
    """
    make: Any = score_reading.Tally  # the scorer is untyped, and kept to the letter
    score: Any = score_reading.score_document
    tallies = (make(), make())
    noted: list[Any] = [] if errors is None else errors
    for name in sorted(set(first) & set(second)):
        (text, one), (other_text, two) = first[name], second[name]
        if text != other_text:
            raise ValueError(f"{name}: the two passes have different texts")
        one, two = scored(one), scored(two)
        for tally, gold, reading in ((tallies[0], one, two), (tallies[1], two, one)):
            score(name, text, gold, without_optional(as_reading(name, text, reading), gold), tally, noted)
    for tally in tallies:
        for kind in ("custody", "quote", "action", "response"):
            tally.add("FACTS", *tally.n[kind])
    out = {}
    for kind in KINDS:
        a, b = (t.row(kind)[2] for t in tallies)
        out[kind] = (a, b, (a + b) / 2)
    return out
