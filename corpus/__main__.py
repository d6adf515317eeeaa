"""The corpus at the command line.

python -m corpus validate [FILE …]         compile marked documents and say what is wrong
python -m corpus stats                     counts by part, country, style and kind of fact
python -m corpus show FILE                 one document with its marks, in colours
python -m corpus compile PART FOLDER       NN.txt and NN.json, as the scorer takes them
python -m corpus export FORM PART          FORM is jsonl, columns or brat; columns and jsonl go to standard output
python -m corpus agreement FIRST SECOND    two folders of marked documents on the same texts, F1 by kind
python -m corpus open PART                 where the two passes over a part differ and nobody has settled it yet
python -m corpus text FILE                 the plain text of a document, for a second annotator
"""

from __future__ import annotations

import argparse
import collections
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus.agreement import agreement
from corpus.formats import Document, to_brat, to_columns, to_jsonl
from corpus.marked import MarkedError, compile_marked
from corpus.settling import open_differences
from corpus.spans import label_of, take_spans

HERE = Path(__file__).parent
PARTS = ("train", "invented", "practice", "weigh", "dev", "probe", "blind")
FACTS = ("events", "quotes", "actions", "responses")


def documents(part: str) -> dict[str, Document]:
    """The compiled documents of a part, by name."""
    return {p.stem: compile_marked(p) for p in sorted((HERE / part).glob("*.marked"))}


def validate(paths: list[Path]) -> int:
    """Compile every document given (all of them by default); 1 if any is wrong."""
    chosen = paths or sorted(p for part in PARTS for p in (HERE / part).glob("*.marked"))
    bad = 0
    seen: dict[str, Path] = {}
    for path in chosen:
        try:
            text, gold = compile_marked(path)
        except (MarkedError, OSError) as error:
            bad += 1
            print(error)
            continue
        if path.stem in seen:
            bad += 1
            print(f"{path}: the name {path.stem} is taken by {seen[path.stem]}")
        seen[path.stem] = path
        if len(chosen) < 4:
            print(path.name, len(text.split()), "words;", {k: len(gold[k]) for k in ("persons", *FACTS)})
    print(f"{len(chosen) - bad} of {len(chosen)} documents compile")
    return 1 if bad else 0


def stats() -> int:
    """Print counts by part, then countries, styles and kinds of fact over all parts."""
    totals: dict[str, collections.Counter[str]] = {k: collections.Counter() for k in ("country", "style", "fact")}
    people: dict[str, set[str]] = collections.defaultdict(set)
    print(f"{'part':8s}{'documents':>10s}{'words':>9s}{'people':>8s}" + "".join(f"{k:>11s}" for k in FACTS))
    for part in PARTS:
        compiled = documents(part).values()
        words = sum(len(text.split()) for text, _ in compiled)
        known = {p["id"] for _, gold in compiled for p in gold["persons"] if p["kind"] == "person"}
        counts = [sum(len(gold[k]) for _, gold in compiled) for k in FACTS]
        print(f"{part:8s}{len(compiled):10d}{words:9d}{len(known):8d}" + "".join(f"{c:11d}" for c in counts))
        for _, gold in compiled:
            totals["country"][gold["country"]] += 1
            totals["style"][gold["style"]] += 1
            totals["fact"].update(f["type"] for k in ("events", "actions", "responses") for f in gold[k])
            for p in gold["persons"]:
                people[p["id"]].update(m["text"] for m in p["mentions"] if m["type"] == "name")
    for name, counter in totals.items():
        print(f"\n{name}: " + ", ".join(f"{k} {n}" for k, n in counter.most_common()))
    print(f"\nidentities with three spellings or more: {sum(len(v) >= 3 for v in people.values())} of {len(people)}")
    return 0


def show(path: Path) -> int:
    """Print a document with its marks, then its facts."""
    from rich.console import Console
    from rich.text import Text

    text, gold = compile_marked(path)
    shown = Text(text)
    colours = {"name": "bold cyan", "nominal": "cyan", "pronoun": "cyan", "boilerplate": "dim strike"}
    for span in take_spans(gold)[1]:
        label = label_of(span.path, gold)
        shown.stylize(colours.get(label.split(":")[0]) or ("green" if label.startswith("quote") else "bold yellow"), span.start, span.end)
    console = Console()
    console.print(shown)
    for kind in FACTS:
        for fact in gold[kind]:
            who = fact.get("persons") or fact.get("actors") or [fact.get("speaker")]
            words = (fact.get("trigger") or fact.get("content"))["text"]
            console.print(
                f"[bold]{fact['id']}[/] {fact.get('type') or fact.get('form')} {', '.join(map(str, who))} {fact.get('date') or ''} [dim]{words[:70]}[/]",
                highlight=False,
            )
    return 0


def write_compiled(compiled: Iterable[tuple[str, Document]], folder: Path) -> None:
    """NN.txt and NN.json for each document."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (text, gold) in compiled:
        (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
        (folder / f"{name}.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), encoding="utf-8")


def export(form: str, part: str) -> int:
    """Write a part of the corpus to standard output, or for brat beside each other in corpus/brat/PART."""
    compiled = documents(part)
    if form == "jsonl":
        sys.stdout.write(to_jsonl(compiled.values()))
    elif form == "columns":
        for text, gold in compiled.values():
            sys.stdout.write(to_columns(text, gold))
    else:
        folder = HERE / "brat" / part
        folder.mkdir(parents=True, exist_ok=True)
        for name, (text, gold) in compiled.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
            (folder / f"{name}.ann").write_text(to_brat(gold, text), encoding="utf-8")
        print(f"{len(compiled)} documents in {folder}")
    return 0


def compare(first: Path, second: Path, *, errors: bool) -> int:
    """Print the agreement of two folders of marked documents."""
    one, two = ({p.stem: compile_marked(p) for p in sorted(f.glob("*.marked"))} for f in (first, second))
    noted: list[Any] = []
    table = agreement(one, two, errors=noted)
    print(f"{len(set(one) & set(two))} documents in both\n{'kind':32s} first as gold  second as gold   mean F1")
    for kind, (a, b, mean) in table.items():
        print(f"{kind:32s} {a:13.3f} {b:15.3f} {mean:9.3f}")
    if errors:
        for row in noted:
            print("!", *row)
    return 0


def unsettled(part: str) -> int:
    """Print the open differences between the two passes; 1 if there are any."""
    found = open_differences(documents(part), documents("second"))
    for d in found:
        print(
            d.doc, d.start, d.kind, d.type or "-", f"only in the {d.side} pass" if d.side != "people" else "other people", d.words, sep="\t"
        )
    print(f"{len(found)} differences are open")
    return 1 if found else 0


def main(argv: list[str]) -> int:
    """Run one command."""
    parser = argparse.ArgumentParser(prog="python -m corpus", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("validate").add_argument("files", nargs="*", type=Path)
    commands.add_parser("stats")
    commands.add_parser("show").add_argument("file", type=Path)
    commands.add_parser("text").add_argument("file", type=Path)
    both = commands.add_parser("compile")
    both.add_argument("part", choices=PARTS)
    both.add_argument("folder", type=Path)
    out = commands.add_parser("export")
    out.add_argument("form", choices=("jsonl", "columns", "brat"))
    out.add_argument("part", choices=PARTS)
    commands.add_parser("open").add_argument("part", choices=PARTS)
    passes = commands.add_parser("agreement")
    passes.add_argument("first", type=Path)
    passes.add_argument("second", type=Path)
    passes.add_argument("--errors", action="store_true")
    args = parser.parse_args(argv[1:])
    try:
        match args.command:
            case "validate":
                return validate(args.files)
            case "stats":
                return stats()
            case "show":
                return show(args.file)
            case "text":
                sys.stdout.write(compile_marked(args.file)[0])
            case "compile":
                write_compiled(documents(args.part).items(), args.folder)
            case "export":
                return export(args.form, args.part)
            case "open":
                return unsettled(args.part)
            case "agreement":
                return compare(args.first, args.second, errors=args.errors)
    except (MarkedError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
