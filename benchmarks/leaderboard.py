"""The leaderboard of a part of the corpus: strict F1 by kind, ours beside our rules alone and any readings that are given.

    python -m benchmarks.leaderboard [--parts probe dev] [--gold ../shared/gold] [--reading NAME FILE.jsonl] [--write docs/leaderboard.md]

FILE.jsonl holds one document a line in the outside contract's form, `source.name` being the document's name, as `habeas read --format jsonl` prints it
for the texts that `python -m corpus compile PART FOLDER` writes. The blind part is scored only as corpus/openings.md allows.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from corpus import score_reading
from corpus.__main__ import PARTS

from benchmarks.gate import compile_split
from habeas.acquire.capture import Capture
from habeas.acquire.text import source_of
from habeas.case.source import Source
from habeas.publish.formats.contract import reading_to_json
from habeas.read.reader import read_source

COLUMNS = (
    "custody",
    "quote",
    "action",
    "response",
    "FACTS",
    "person names",
    "same person within a document",
    "  date",
    "  term",
    "  charge",
)
Readings = dict[str, dict[str, Any]]


def golds(folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name, text and gold of each document of a compiled folder."""
    for path in sorted(folder.glob("*.json")):
        with path.with_suffix(".txt").open(encoding="utf-8", newline="") as file:  # offsets count every character, \r too
            yield path.stem, file.read(), json.loads(path.read_text(encoding="utf-8"))


def our_readings(folder: Path, *, rules_only: bool) -> Readings:
    """What this version reads in every document of a folder, by name; all of them are read, whatever the gate would say."""
    out = {}
    for name, _, gold in golds(folder):
        content = folder.joinpath(f"{name}.txt").read_bytes()
        source = source_of(Capture(content, name, outlet=gold.get("outlet"), published=gold.get("published")))
        assert isinstance(source, Source), source.message
        out[name] = reading_to_json(read_source(source, rules_only=rules_only))
    return out


def given_readings(path: Path) -> Readings:
    """The readings of a file, by document."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {row["source"]["name"]: row for row in rows}


def scores(folder: Path, readings: Readings) -> dict[str, float]:
    """F1 by row of the scorer; a document without a reading counts as one in which nothing was found."""
    score: Any = score_reading.score_document
    make: Any = score_reading.Tally  # the scorer is untyped, and kept to the letter
    tally = make()
    for name, text, gold in golds(folder):
        score(name, text, gold, readings.get(name, {"entities": [], "claims": []}), tally, [])
    for kind in COLUMNS[:4]:
        tally.add("FACTS", *tally.n[kind])
    return {column: float(tally.row(column)[2]) for column in COLUMNS}


def table(systems: dict[str, dict[str, float]]) -> str:
    """A Markdown table, a system a row, the best in each column in bold."""
    best = {c: max(s[c] for s in systems.values()) for c in COLUMNS}
    lines = ["| system | " + " | ".join(c.strip() for c in COLUMNS) + " |", "| --- " * (len(COLUMNS) + 1) + "|"]
    for name, row in systems.items():
        cells = (f"**{row[c]:.3f}**" if row[c] == best[c] and len(systems) > 1 else f"{row[c]:.3f}" for c in COLUMNS)
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def commit() -> str:
    """The commit that is checked out, for the page."""
    out = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return out.stdout.strip() or "unknown"


def main() -> int:
    """Print the tables; with --write put them into the page, between its two marks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parts", choices=PARTS, nargs="+", default=["probe", "dev"])
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"), help="a folder of NN.txt and NN.json beside the corpus")
    parser.add_argument("--reading", nargs=2, action="append", default=[], metavar=("NAME", "FILE"), help="readings of another system")
    parser.add_argument("--write", type=Path, help="a page with the lines <!-- figures --> and <!-- /figures -->")
    args = parser.parse_args()
    missing = [file for _, file in args.reading if not Path(file).is_file()]
    if missing:
        print(f"{missing[0]}: there is no such file. Give readings as JSON lines, one document a line.", file=sys.stderr)
        return 2
    ours: dict[str, Callable[[Path], Readings]] = {
        "Habeas": partial(our_readings, rules_only=False),
        "Habeas, rules alone": partial(our_readings, rules_only=True),
    }
    parts = []
    with tempfile.TemporaryDirectory() as scratch:
        folders = {f"corpus, {part} part": compile_split(part, Path(scratch) / part) for part in args.parts}
        if args.gold.is_dir():
            folders["dispatches"] = args.gold
        for title, folder in folders.items():
            systems = {name: scores(folder, read(folder)) for name, read in ours.items()}
            if folder != args.gold:
                systems |= {name: scores(folder, given_readings(Path(file))) for name, file in args.reading}
            parts.append(f"**{title}, {len(list(folder.glob('*.json')))} documents, commit {commit()}**\n\n{table(systems)}")
    print("\n\n".join(parts))
    if args.write:
        page = args.write.read_text(encoding="utf-8")
        before, _, rest = page.partition("<!-- figures -->")
        after = rest.partition("<!-- /figures -->")[2]
        args.write.write_text(f"{before}<!-- figures -->\n" + "\n\n".join(parts) + f"\n<!-- /figures -->{after}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
