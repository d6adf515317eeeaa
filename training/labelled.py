"""Documents with the labels of all heads that their data set knows; what it does not know is masked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from corpus.marked import compile_marked

from habeas.case.passage import Span
from habeas.read.heads import BIO, HEADS, KINDS, TYPES
from habeas.read.wordpieces import WordPieces, cut_pieces

UNKNOWN = -100
EXCLUSIVE = [head for head in HEADS if head.exclusive]
COURT = re.compile(r"\b(court|tribunal)\b", re.I)
GOVERNMENT = re.compile(
    r"\b(government|ministry|minister|presidency|cabinet|department|parliament|embassy|kremlin|white house|downing street|authorities|mfa|"
    r"committee of ministers|state security|prosecutor|police|administration)\b",
    re.I,
)


@dataclass
class Labelled:
    """One document: its pieces; per exclusive head a label or UNKNOWN a piece; and links by piece index.

    `types` is pieces x TYPES with 0, 1 or UNKNOWN, None where all unknown. `pointers` holds (role, anchor piece, target pieces or none);
    `choices` (role, anchor pieces, right targets), chosen among `candidates`.
    """

    name: str
    pieces: WordPieces
    labels: dict[str, np.ndarray]
    types: np.ndarray | None = None
    boilerplate: np.ndarray | None = None
    pointers: list[tuple[str, int, tuple[int, ...]]] = field(default_factory=list)
    choices: list[tuple[str, int, frozenset[int]]] = field(default_factory=list)
    candidates: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    def __len__(self) -> int:
        return len(self.pieces)

    def known(self, head: str) -> np.ndarray:
        """The labels of `head`, all set to "outside" on first use: from then on, what is not labelled is a negative."""
        return self.labels.setdefault(head, np.zeros(len(self.pieces), dtype=np.int64))

    def mark(self, head: str, start: int, stop: int, begin: str = "B", inside: str = "I") -> tuple[int, int]:
        """Label the pieces of the characters start..stop; the range of pieces."""
        labels = next(h.labels for h in HEADS if h.name == head)
        first, last = self.pieces.within(Span(start, stop)) if stop > start else (0, 0)
        if last > first:
            array = self.known(head)
            array[first] = labels.index(begin)
            array[first + 1 : last] = labels.index(inside)
        return first, last


def _kind(label: str, words: str) -> str | None:
    if label == "PERSON":
        return "person"
    if COURT.search(words):
        return "court"
    if label == "ORG":
        return "government" if GOVERNMENT.search(words) else "organization"
    return "place" if label in ("GPE", "LOC", "FAC") else None


def mark_silver(doc: Labelled, text: str, entities: list[list[Any]], *, without_people: bool = False) -> None:
    """Names as a tagger sees them, where nothing better is known."""
    mentions = doc.known("mention")
    for start, stop, label in entities:
        kind = _kind(label, text[start:stop])
        first, last = doc.pieces.within(Span(start, stop))
        if kind and last > first and not mentions[first:last].any() and not (without_people and kind == "person"):
            doc.mark("mention", start, stop, f"B-{kind}", f"I-{kind}")


def polnear(path: Path, tokenizer: Any, silver: dict[str, list[list[Any]]]) -> Iterator[Labelled]:
    """PolNeAR's attributions, in its own taste, with silver names."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        doc = Labelled(row["doc_id"], cut_pieces(row["text"], tokenizer), {})
        for head in ("any_content", "any_cue", "any_source"):
            doc.known(head)
        # Shorter content last: where two overlap, the inner one keeps its border and its links.
        for a in sorted(row["attributions"], key=lambda a: -sum(e - s for s, e in a["content"])):
            sources = tuple(doc.mark("any_source", s, e)[0] for s, e in a["source"])
            cues = tuple(doc.mark("any_cue", s, e)[0] for s, e in a["cue"])
            ranges = [doc.mark("any_content", s, e) for s, e in a["content"]]
            _point(doc, ranges, {"source": sources, "cue": cues})
        if row["doc_id"] in silver:
            mark_silver(doc, row["text"], silver[row["doc_id"]])
        yield doc


def _point(doc: Labelled, ranges: list[tuple[int, int]], targets: dict[str, tuple[int, ...]]) -> None:
    """Every piece of a content or trigger points to the first piece of what it is linked to."""
    for first, last in ranges:
        for anchor in range(first, last):
            for role, at in targets.items():
                doc.pointers.append((role, anchor, at))


def silver_only(rows: list[dict[str, Any]], tokenizer: Any, silver: dict[str, list[list[Any]]]) -> Iterator[Labelled]:
    """Texts of which only silver names are known."""
    for row in rows:
        doc = Labelled(row["id"], cut_pieces(row["text"], tokenizer), {})
        mark_silver(doc, row["text"], silver[row["id"]])
        yield doc


def corpus(path: Path, tokenizer: Any, silver: dict[str, list[list[Any]]]) -> Labelled:
    """One marked document of the corpus: all heads."""
    text, gold = compile_marked(path)
    return gold_document(path.stem, text, gold, tokenizer, silver.get(path.stem, []))


def gold_document(name: str, text: str, gold: dict[str, Any], tokenizer: Any, silver: list[list[Any]]) -> Labelled:
    """A document in the gold form: all heads are known, but for what is optional or lies in boilerplate."""
    doc = Labelled(name, cut_pieces(text, tokenizer), {})
    for head in EXCLUSIVE:
        if head.labels[:3] == BIO and not head.name.startswith("any_"):
            doc.known(head.name)
    doc.known("reference")
    doc.labels["realis"] = np.full(len(doc), UNKNOWN, dtype=np.int64)
    doc.types = np.zeros((len(doc), len(TYPES)), dtype=np.int64)
    doc.boilerplate = np.zeros(len(doc), dtype=np.int64)
    where = _mark_people(doc, text, gold, silver)
    _mark_quotes(doc, gold)
    _mark_facts(doc, gold, where)
    for b in gold["boilerplate"]:
        first, last = doc.pieces.within(Span(b["start"], b["end"]))
        doc.boilerplate[first:last] = 1
    for o in gold["optional"]:
        if o["end"] > o["start"]:
            _forget(doc, o["kind"], *doc.pieces.within(Span(o["start"], o["end"])))
    return doc


def _forget(doc: Labelled, kind: str, first: int, last: int) -> None:
    """What may be found or not, trains nothing."""
    if kind == "quote":
        for head in ("content", "cue", "speaker"):
            doc.labels[head][first:last] = UNKNOWN
    elif doc.types is not None:
        doc.labels["trigger"][first:last] = UNKNOWN
        doc.types[first:last] = UNKNOWN


def _mark_people(doc: Labelled, text: str, gold: dict[str, Any], silver: list[list[Any]]) -> dict[str, list[int]]:
    """Mentions with kind and form; where each person or body is mentioned, by first piece."""
    where: dict[str, list[int]] = {}
    doc.known("mention")
    for who in gold["persons"]:
        for m in who["mentions"]:
            form = m["type"]
            if form == "name":
                kind = "person" if who["kind"] == "person" else _kind("ORG", f"{m['text']} {who['canonical']}") or "organization"
                first, last = doc.mark("mention", m["start"], m["end"], f"B-{kind}", f"I-{kind}")
            else:
                first, last = doc.mark("reference", m["start"], m["end"], f"B-{form}", f"I-{form}")
            if last > first:
                where.setdefault(who["id"], []).append(first)
    mark_silver(doc, text, silver, without_people=True)
    mentions = doc.labels["mention"]
    begins = [1 + 2 * k for k in range(len(KINDS))]
    named = set(np.flatnonzero(np.isin(mentions, begins)).tolist())
    doc.candidates = np.array(sorted(named | {i for at in where.values() for i in at}), dtype=np.int64)
    for at in where.values():
        for anchor in at:
            doc.choices.append(("same", anchor, frozenset(at) - {anchor}))
    return where


def _mark_quotes(doc: Labelled, gold: dict[str, Any]) -> None:
    for q in sorted(gold["quotes"], key=lambda q: q["content"]["start"] - q["content"]["end"]):
        parts = q.get("parts") or [q["content"]]
        ranges = [doc.mark("content", p["start"], p["end"]) for p in parts]
        at = {}
        for role, head, value in (("source", "speaker", q["speaker_mention"]), ("cue", "cue", q["cue"])):
            at[role] = (doc.mark(head, value["start"], value["end"])[0],) if value else ()
        _point(doc, ranges, at)
        if q.get("optional"):
            for first, last in ranges:
                _forget(doc, "quote", first, last)


def _mark_facts(doc: Labelled, gold: dict[str, Any], where: dict[str, list[int]]) -> None:
    facts = (
        [("custody", f) for f in gold["events"]] + [("action", f) for f in gold["actions"]] + [("response", f) for f in gold["responses"]]
    )
    realis = next(h.labels for h in HEADS if h.name == "realis")
    by_anchor: dict[tuple[str, int], set[int]] = {}
    assert doc.types is not None
    for kind, f in facts:
        first, last = doc.mark("trigger", f["trigger"]["start"], f["trigger"]["end"])
        doc.types[first:last, TYPES.index(f"{kind}:{f['type']}")] = 1
        doc.labels["realis"][first:last] = realis.index(f.get("status") or "asserted")
        for role, target in _arguments(doc, kind, f).items():
            for anchor in range(first, last):
                by_anchor.setdefault((role, anchor), set()).update(target)
        for role in _ROLES_OF[kind]:
            key = _PEOPLE[role]
            for anchor in range(first, last):
                at = {i for who in f.get(key) or [] for i in where.get(who, [])}
                by_anchor.setdefault((role, anchor), set()).update(at)
    for (role, anchor), at in sorted(by_anchor.items()):
        if role in _PEOPLE:
            doc.choices.append((role, anchor, frozenset(at)))
        else:
            doc.pointers.append((role, anchor, tuple(sorted(at))))
    for kind, f in facts:
        if f.get("optional"):
            _forget(doc, kind, *doc.pieces.within(Span(f["trigger"]["start"], f["trigger"]["end"])))


_PEOPLE = {"person": "persons", "actor": "actors", "addressee": "addressees", "beneficiary": "beneficiaries", "target": "targets"}
_ROLES_OF = {"custody": ("person",), "action": ("actor", "addressee", "beneficiary", "target"), "response": ("actor",)}


def _arguments(doc: Labelled, kind: str, fact: dict[str, Any]) -> dict[str, tuple[int, ...]]:
    """Charge, term, date, authority and place: labelled where they stand, and the piece that the trigger points to."""
    out: dict[str, tuple[int, ...]] = {}
    for role in ("charge", "term", "date", "authority", "place"):
        if kind == "response" or (kind == "action" and role != "date"):
            continue
        value = fact.get(f"{role}_span")
        out[role] = (doc.mark(role, value["start"], value["end"])[0],) if value else ()
    what = fact.get("what_span")
    if what:
        doc.mark("what", what["start"], what["end"])
    return out
