"""Where do the marks of a document mention each person or body, those without a name among them? The gold form leaves the latter out."""

from __future__ import annotations

from typing import Any

from corpus.marked import split_parts, strip_marks

from habeas.case.passage import Span
from training.parts import CORPUS


def mentions_of(name: str, gold: dict[str, Any]) -> dict[str, list[Span]]:
    """The mentions of each id; of a document that is no marked file of the corpus, those of the gold form."""
    out: dict[str, list[Span]] = {p["id"]: [Span(m["start"], m["end"]) for m in p["mentions"]] for p in gold["persons"]}
    path = next(CORPUS.glob(f"*/{name}.marked"), None)
    if path is not None:
        _, marked, _ = split_parts(path.read_text(encoding="utf-8"), path.name)
        marks = strip_marks(marked, path.name)
        for who, _, start, stop in marks.mentions:
            if who not in out or Span(start, stop) not in out[who]:
                out.setdefault(who, []).append(Span(start, stop))
    return out
