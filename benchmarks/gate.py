"""The quality gate: read the gold and the corpus's dev and probe parts, score them, and fail below the floors of benchmarks/floors.toml.

    python -m benchmarks.gate [--gold ../shared/gold] [--split PART] [--errors]

Each document is read as `habeas read` reads it, with the publication date that its gold file gives; identities are resolved over
the set. Without the gold folder that part says that it was skipped.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

from corpus import score_reading
from corpus.__main__ import PARTS, documents, write_compiled
from corpus.agreement import scored

from habeas.acquire.capture import Capture
from habeas.case.reading import Reading
from habeas.flow import read_captures, resolved
from habeas.publish.formats.contract import reading_to_json

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the scorer's table."""

    precision: float
    recall: float
    f1: float
    right: int
    extra: int
    missed: int


def score_folder(folder: Path, *, errors: bool = False) -> tuple[dict[str, Row], str]:
    """The scorer's rows and printed table for a folder of NN.txt beside NN.json."""
    captures = []
    for gold_file in sorted(folder.glob("*.json")):
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        content = gold_file.with_suffix(".txt").read_bytes()
        captures.append(Capture(content, gold_file.stem, outlet=gold.get("outlet"), published=gold.get("published")))
    readings = [r for r in read_captures(captures) if isinstance(r, Reading)]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for reading in resolved(readings):
            out.write(json.dumps(reading_to_json(reading), ensure_ascii=False) + "\n")
        out.flush()
        printed = io.StringIO()
        arguments, sys.argv = sys.argv, ["score_reading", str(folder), out.name, *(["--errors"] if errors else [])]
        try:
            with contextlib.redirect_stdout(printed):
                score_reading.main()
        finally:
            sys.argv = arguments
    return _rows(printed.getvalue()), printed.getvalue()


def _rows(table: str) -> dict[str, Row]:
    rows = {}
    for line in table.splitlines():
        name, figures = line[:40].strip(), line[40:].split()
        if not line.startswith("!") and len(figures) == 6 and figures[0] != "P":
            precision, recall, f1, right, wrong, missed = figures
            rows[name] = Row(float(precision), float(recall), float(f1), int(right), int(wrong), int(missed))
    return rows


def compile_split(split: str, folder: Path) -> Path:
    """The documents of one part of the corpus, compiled into `folder` as text and gold JSON, less what the scorer does not ask for."""
    write_compiled(((name, (text, scored(gold))) for name, (text, gold) in documents(split).items()), folder)
    return folder


def below(rows: dict[str, Row], floors: dict[str, dict[str, float]]) -> list[str]:
    """What falls below its floor, in words."""
    complaints = []
    for name, bounds in floors.items():
        row = rows.get(name, Row(0.0, 0.0, 0.0, 0, 0, 0))
        for measure, bound in bounds.items():
            if measure == "most":
                if row.extra > bound:
                    complaints.append(f"{name}: {row.extra}, at most {bound:g} allowed")
            elif getattr(row, measure) < bound:
                complaints.append(f"{name}: {measure} {getattr(row, measure):.3f} is below the floor {bound:.3f}")
    return complaints


def main() -> int:
    """Score both sets and compare with the floors; 1 if any is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--errors", action="store_true", help="print every miss and every invention")
    parser.add_argument("--split", choices=PARTS, help="the part of the corpus to score (default: dev and probe)")
    args = parser.parse_args()
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    complaints: list[str] = []
    if args.gold.is_dir():
        rows, table = score_folder(args.gold, errors=args.errors)
        print(f"gold ({args.gold})\n{table}")
        complaints += [f"gold: {c}" for c in below(rows, floors["gold"])]
    else:
        print(f"gold: skipped, there is no folder {args.gold}")
    for part in [args.split] if args.split else ["dev", "probe"]:
        with tempfile.TemporaryDirectory() as scratch:
            # The probe's misses are counted, not read: whoever reads them needs new texts to measure with.
            rows, table = score_folder(compile_split(part, Path(scratch)), errors=args.errors and part not in ("probe", "blind"))
        print(f"corpus, part {part}\n{table}")
        complaints += [f"corpus {part}: {c}" for c in below(rows, floors.get(f"corpus_{part}", {}))]
    print("\n".join(["The gate is closed:", *complaints]) if complaints else "The gate is open: no figure is below its floor.")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
