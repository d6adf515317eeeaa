"""Where do two passes over one text differ, and what was decided there?

A difference is settled when the first pass, which is the one that is published, was changed so that both agree or careful readers may differ
(`optional`), or when `settled.tsv` says that the first pass is right and why.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import score_reading
from corpus.agreement import as_reading, scored, without_optional

SETTLED = Path(__file__).parent / "settled.tsv"
FIELDS = ("doc", "kind", "side", "words", "why")
_PLURAL = {"custody": "events", "quote": "quotes", "action": "actions", "response": "responses"}


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """A fact that only one pass has (`side` first or second), or in which the passes name different people (`side` people).

    `start` is the character at which its trigger or content begins, `words` the first sixty characters of it, on one line.
    """

    doc: str
    start: int
    kind: str
    side: str
    type: str
    words: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What `settled.tsv` knows it by."""
        return self.doc, self.kind, self.side, self.words


def differences(name: str, text: str, first: dict[str, Any], second: dict[str, Any]) -> list[Difference]:
    """Every difference between two passes over one document, in the order of the text; none where one of them says `optional`."""
    passes = {"first": scored(first), "second": scored(second)}
    found: set[Difference] = set()
    for gold, other in (("first", "second"), ("second", "first")):
        reading = without_optional(as_reading(name, text, passes[other]), passes[other])
        errors: list[Any] = []
        score: Any = score_reading.score_document
        make: Any = score_reading.Tally
        score(name, text, passes[gold], reading, make(), errors)
        for _, kind, what, id_, *_ in errors:
            if kind not in _PLURAL:
                continue
            side = {"missed": gold, "invented or extra": other, "wrong people": "people"}[what]
            owner = passes[other if what == "invented or extra" else gold]
            fact = next(f for f in owner[_PLURAL[kind]] if f["id"] == id_)
            if not _is_optional(fact, kind, passes["second" if side == "first" else "first"]):
                found.add(_difference(name, kind, side, fact))
    return sorted(_once(found))


def _difference(name: str, kind: str, side: str, fact: dict[str, Any]) -> Difference:
    place = fact.get("trigger") or fact["content"]
    return Difference(name, place["start"], kind, side, fact.get("type") or "", " ".join(place["text"].split())[:60].strip())


def _is_optional(fact: dict[str, Any], kind: str, other: dict[str, Any]) -> bool:
    """True if the other pass has an optional fact of this kind at the same place."""
    place = fact.get("trigger") or fact["content"]
    for theirs in other[_PLURAL[kind]]:
        span = theirs.get("trigger") or theirs["content"]
        if theirs.get("optional") and span["start"] < place["end"] and place["start"] < span["end"]:
            return True
    return False


def _once(found: Iterable[Difference]) -> Iterator[Difference]:
    """Of the two views of a fact with different people, the one at the earlier place; the rest as it is."""
    last: Difference | None = None
    for d in sorted(found):
        if (
            d.side == "people"
            and last is not None
            and (last.doc, last.kind, last.type) == (d.doc, d.kind, d.type)
            and d.start - last.start < 40
        ):
            continue
        last = d if d.side == "people" else last
        yield d


def settled(path: Path = SETTLED) -> dict[tuple[str, str, str, str], str]:
    """Why the first pass stands as it is, by the key of the difference."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (r["doc"], r["kind"], r["side"], r["words"]): r["why"] for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        }


def open_differences(first: dict[str, Any], second: dict[str, Any]) -> list[Difference]:
    """The differences in documents that both passes hold which nobody has settled; each document is (text, gold)."""
    known = settled()
    out: list[Difference] = []
    for name in sorted(set(first) & set(second)):
        (text, one), (_, two) = first[name], second[name]
        out += [d for d in differences(name, text, one, two) if d.key not in known]
    return out
