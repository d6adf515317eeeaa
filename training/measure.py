"""How the heads do on documents in the gold form: spans, types, realis and links, each on its own, before any rule.

python -m training.measure WEIGHTS GOLD_DIR_OR_CORPUS_DIR …     (NN.txt with NN.json, or *.marked)
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.marked import compile_marked

from habeas.case.passage import Span
from habeas.read.attribution import QUOTES, find_attributions
from habeas.read.models import load_models
from habeas.read.signals import Signals


def documents(folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name, text and gold of every document of a folder."""
    for path in sorted(folder.glob("*.json")):
        yield path.stem, path.with_suffix(".txt").open(encoding="utf-8", newline="").read(), json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(folder.glob("*.marked")):
        yield path.stem, *compile_marked(path)


def span(value: dict[str, Any] | None) -> Span | None:
    """A gold span as ours."""
    return Span(value["start"], value["end"]) if value and value["end"] > value["start"] else None


def overlap(a: Span, b: Span) -> float:
    """Jaccard over characters."""
    both = max(0, min(a.stop, b.stop) - max(a.start, b.start))
    return both / (len(a) + len(b) - both)


class Tally(Counter[str]):
    """Right, found and wanted, by question."""

    def match(self, name: str, wanted: list[Span], found: list[Span], least: float, free: list[Span]) -> dict[int, int]:
        """Pairs of wanted and found spans, best first; what lies in `free` is neither required nor punished."""
        pairs = sorted(((overlap(w, f), i, j) for i, w in enumerate(wanted) for j, f in enumerate(found) if w.touches(f)), reverse=True)
        out: dict[int, int] = {}
        for value, i, j in pairs:
            if value >= least and i not in out and j not in out.values():
                out[i] = j
        extra = [f for j, f in enumerate(found) if j not in out.values() and not any(f.touches(x) for x in free)]
        self[name + " right"] += len(out)
        self[name + " found"] += len(out) + len(extra)
        self[name + " wanted"] += len(wanted)
        return out

    def lines(self) -> Iterator[str]:
        """One row a question."""
        for name in sorted({key.rsplit(" ", 1)[0] for key in self}):
            right, found, wanted = (self[f"{name} {k}"] for k in ("right", "found", "wanted"))
            if found:
                precision, recall = right / found, right / max(1, wanted)
                score = 2 * precision * recall / (precision + recall) if right else 0.0
                yield f"{name:34s} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * score:5.1f}   ({wanted} wanted)"


def judge(tally: Tally, text: str, gold: dict[str, Any], signals: Signals) -> None:
    """Everything about one document."""
    free = [s for b in [*gold["boilerplate"], *gold.get("optional", [])] if (s := span(b))]
    names = [s for p in gold["persons"] if p["kind"] == "person" for m in p["mentions"] if m["type"] == "name" if (s := span(m))]
    people = [m.span for m in signals.mention_spans() if m.label == "person"]
    tally.match("person names", names, people, 0.5, free)
    _judge_quotes(tally, text, gold, signals, free)
    _judge_facts(tally, gold, signals, free)


def _judge_quotes(tally: Tally, text: str, gold: dict[str, Any], signals: Signals, free: list[Span]) -> None:
    wanted = [q for q in gold["quotes"] if not q.get("optional") and not q.get("same_as")]
    free = free + [s for q in gold["quotes"] if q not in wanted if (s := span(q["content"]))]
    found = find_attributions(text, signals, QUOTES)
    hulls = [Span(a.content[0].start, a.content[-1].stop) for a in found]
    pairs = tally.match("quote content", [Span(q["content"]["start"], q["content"]["end"]) for q in wanted], hulls, 0.5, free)
    for i, j in pairs.items():
        mention, source = span(wanted[i]["speaker_mention"]), found[j].source
        tally["speaker of matched right"] += (mention is None and source is None) or bool(
            mention and source and overlap(mention, source) > 0.3
        )
        tally["speaker of matched found"] += 1
        tally["speaker of matched wanted"] += 1


def _judge_facts(tally: Tally, gold: dict[str, Any], signals: Signals, free: list[Span]) -> None:
    facts = [(k, f) for k, key in (("custody", "events"), ("action", "actions"), ("response", "responses")) for f in gold[key]]
    facts = [(k, f) for k, f in facts if f["type"] != "other"]
    free = free + [s for _, f in facts if f.get("optional") if (s := span(f["trigger"]))]
    facts = [(k, f) for k, f in facts if not f.get("optional")]
    marked = [(m.span, max(signals.trigger_probabilities(m.span).items(), key=lambda x: x[1])[0]) for m in signals.trigger_spans()]
    for kind in ("custody", "action", "response"):
        wanted = [(span(f["trigger"]), f["type"]) for k, f in facts if k == kind]
        for type_ in {t for _, t in wanted} | {t.split(":")[1] for _, t in marked if t.startswith(kind)}:
            if type_ != "other":
                w = [s for s, t in wanted if t == type_ and s]
                tally.match(f"{kind} trigger, typed", w, [s for s, t in marked if t == f"{kind}:{type_}"], 1e-9, free)
    where = {p["id"]: [Span(m["start"], m["end"]) for m in p["mentions"]] for p in gold["persons"]}
    everyone = sorted({s for spans in where.values() for s in spans})
    for kind, f in facts:
        for role, key in (("person", "persons"),) if kind == "custody" else (("actor", "actors"), ("beneficiary", "beneficiaries")):
            if key in f and f[key] and (anchor := span(f["trigger"])):
                near = [s for s in everyone if s.gap(anchor) < 400]
                right = {s for who in f[key] for s in where.get(who, [])} & set(near)
                chosen = {s for s, x in zip(near, signals.pair_logits(role, anchor, near), strict=True) if x > 0}
                tally[f"link {role} right"] += len(chosen & right)
                tally[f"link {role} found"] += len(chosen)
                tally[f"link {role} wanted"] += len(right)


def main(weights: str, *folders: str) -> None:
    """Measure and print."""
    models = load_models(Path(weights))
    for folder in folders:
        tally = Tally()
        for _, text, gold in documents(Path(folder)):
            skip = [s for b in gold["boilerplate"] if (s := span(b))]
            judge(tally, text, gold, models.signals(text, skip))
        print(folder, *tally.lines(), sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
