"""Our marks over the country reports: what each says of whom, by offsets alone, since the reports' text is not ours to keep.

    python -m training.reports MARKED_FOLDER REPORTS.jsonl > training/marks/reports.jsonl

MARKED_FOLDER holds `.marked` documents (corpus/marked.py), each the exact text of one or more neighbouring paragraphs of REPORTS (`paragraphs.jsonl`); the marks
file keeps where those stand (country, year, first and last number) and the facts with the texts of their spans left out. `marked_reports` joins both again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.marked import MarkedError, compile_marked

MARKS = Path(__file__).parent / "marks/reports.jsonl"
KEPT = ("persons", "events", "quotes", "actions", "responses", "boilerplate", "optional")
WORDS = ("text", "charge", "authority", "place", "what", "of_what", "via")  # what a fact says in the text's own words
LONGEST = 8  # paragraphs that make up one document


class Paragraphs:
    """The paragraphs of the reports, by country, year and number."""

    def __init__(self, path: Path) -> None:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        self.rows = {(r["country"], r["year"], r["n"]): r["text"] for r in rows}

    def text(self, country: str, year: int, first: int, last: int) -> str:
        """The paragraphs from `first` to `last`, with an empty line between them. KeyError where one is missing."""
        return "\n\n".join(self.rows[country, year, n] for n in range(first, last + 1))

    def place(self, text: str) -> tuple[str, int, int, int] | None:
        """Country, year, first and last number of the paragraphs that make up the text, which may end in a line break."""
        wanted = text.strip()
        for (country, year, first), paragraph in self.rows.items():
            if not wanted.startswith(paragraph.strip()):
                continue
            for last in range(first, first + LONGEST):
                if (country, year, last) in self.rows and self.text(country, year, first, last).strip() == wanted:
                    return country, year, first, last
        return None


def without_text(value: Any) -> Any:
    """The facts without the words of the text; names of people and bodies are facts, and stay."""
    if isinstance(value, dict):
        return {k: without_text(v) for k, v in value.items() if not (k in WORDS and isinstance(v, str))}
    return [without_text(v) for v in value] if isinstance(value, list) else value


def with_text(value: Any, text: str) -> Any:
    """The facts with the words back in their spans; what WORDS names besides does not come back, and nothing is learned from it."""
    if isinstance(value, dict):
        filled = {k: with_text(v, text) for k, v in value.items()}
        return {**filled, "text": text[value["start"] : value["end"]]} if "start" in value and "end" in value else filled
    return [with_text(v, text) for v in value] if isinstance(value, list) else value


def packed(path: Path, paragraphs: Paragraphs) -> dict[str, Any] | None:
    """One row of the marks file; None where the document's text is not that of the reports."""
    text, gold = compile_marked(path)
    if (place := paragraphs.place(text)) is None:
        return None
    country, year, first, last = place
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    where = {"country": country, "year": year, "first": first, "last": last, "sha256": digest}
    return {**where, "ends": text[len(text.rstrip()) :], **{k: without_text(gold[k]) for k in KEPT}}


def marked_reports(path: Path, marks: Path = MARKS) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name, text and facts of every marked document; `path` is the reports' `paragraphs.jsonl`. Raises ValueError where a text has changed."""
    paragraphs = Paragraphs(path)
    for line in marks.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        name = f"report-{row['country']}-{row['year']}-{row['first']}"
        text = paragraphs.text(row["country"], row["year"], row["first"], row["last"]).strip() + row["ends"]
        if hashlib.sha256(text.encode()).hexdigest()[:16] != row["sha256"]:
            raise ValueError(f"{path}: {name} is not the text that was marked")
        yield name, text, {k: with_text(row[k], text) for k in KEPT}


def main() -> None:
    """Pack a folder of marked documents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("reports", type=Path)
    args = parser.parse_args()
    paragraphs = Paragraphs(args.reports)
    for path in sorted(args.folder.glob("*.marked")):
        try:
            row = packed(path, paragraphs)
        except MarkedError as error:
            print(f"left out: {error}", file=sys.stderr)
            continue
        if row is None:
            print(f"left out: {path.name} is not the reports' text", file=sys.stderr)
        else:
            print(json.dumps(row, ensure_ascii=False, sort_keys=True))


if __name__ == "__main__":
    main()
