"""Names, side by side with what others install: ours, nomenklatura (logic-v2, by name), rigour and rapidfuzz, on pairs that you give.

    python benchmarks/names.py PAIRS.tsv --scorer score_names.py [--most 4000] [--index 1000000] [--work DIR]

PAIRS.tsv has label, pid, a, b, scripts, …; the scorer is the one that belongs to it. The peers get one environment of their own under
DIR, made on the first run (needs a package index). `--index` also builds a name index of that many names, from the pairs and from
combinations of their words, and asks it for people by another spelling. Figures are for one thread; process time is counted.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import random
import resource
import shutil
import subprocess
import tempfile
import time
import venv
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from habeas.resolve.candidates import NameIndex
from habeas.resolve.names import compare_batch, score_names
from habeas.resolve.parse import parse_name

PEERS = ("nomenklatura==4.17.4", "rigour==2.6.1", "rapidfuzz==3.14.6")
Row = dict[str, str]

# Runs inside the peers' environment. Every entity has an id of its own: nomenklatura keeps what it knows of an id.
RUN_PEERS = """
import csv, itertools, json, sys, time
from followthemoney import model
from nomenklatura.matching.logic_v2.model import LogicV2
from nomenklatura.matching.types import ScoringConfig
from rapidfuzz import fuzz
from rapidfuzz.utils import default_process
from rigour.names import analyze_names, compare_parts, NameTypeTag

rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
fresh = itertools.count()
config = ScoringConfig.defaults()

def entity(name):
    return model.get_proxy({"id": f"e{next(fresh)}", "schema": "Person", "properties": {"name": [name]}})

def logic_v2(a, b):
    return LogicV2.compare(entity(a), entity(b), config).score

def rigour_parts(a, b):
    one, two = (next(iter(analyze_names(NameTypeTag.PER, [n]))) for n in (a, b))
    aligned = compare_parts(one.parts, two.parts)
    weights = [(sum(len(p.form) for p in [*x.qps, *x.rps]), x.score) for x in aligned]
    total = sum(w for w, _ in weights)
    return sum(w * s for w, s in weights) / total if total else 0.0

def token_sort(a, b):
    return fuzz.token_sort_ratio(a, b, processor=default_process) / 100

out = {}
for name, compare in (("nomenklatura logic-v2", logic_v2), ("rigour compare_parts", rigour_parts), ("rapidfuzz token_sort", token_sort)):
    try:
        began = time.process_time()
        scores = [compare(a, b) for a, b in rows]
        out[name] = {"scores": scores, "rate": len(rows) / (time.process_time() - began)}
    except Exception as error:
        out[name] = {"error": f"{type(error).__name__}: {error}"}
json.dump(out, open(sys.argv[2], "w"))
"""


def peer_scores(pairs: list[tuple[str, str]], work: Path) -> dict[str, Any]:
    """Scores and rates of the peers, from an environment that is made where it is missing."""
    home = work / "peers"
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PEERS], check=True)
    asked, told = work / "pairs.jsonl", work / "scores.json"
    asked.write_text("".join(json.dumps(p, ensure_ascii=False) + "\n" for p in pairs), encoding="utf-8")
    subprocess.run([python, "-c", RUN_PEERS, asked, told], check=True)
    found: dict[str, Any] = json.loads(told.read_text())
    return found


def our_scores(pairs: list[tuple[str, str]]) -> dict[str, Any]:
    """Ours, one pair at a call and many at a call; no name was seen before in either."""
    score_names("Anna Li", "Анна Ли")
    began = time.process_time()
    single = [score_names(a, b) for a, b in pairs]
    alone = len(pairs) / (time.process_time() - began)
    began = time.process_time()
    scores = compare_batch(pairs)
    together = len(pairs) / (time.process_time() - began)
    return {"habeas, a call a pair": {"scores": single, "rate": alone}, "habeas, one call": {"scores": scores.tolist(), "rate": together}}


def load_scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def print_table(rows: list[Row], systems: dict[str, Any], scorer: ModuleType) -> None:
    groups = {"all": list(range(len(rows)))}
    for k, row in enumerate(rows):
        groups.setdefault(row["scripts"], []).append(k)
    for group, places in sorted(groups.items(), key=lambda g: (g[0] != "all", g[0])):
        labels = [int(rows[k]["label"]) for k in places]
        if len(places) < 100 or not 0 < sum(labels) < len(labels):
            continue
        share = sum(labels) / len(labels)
        print(f"\n{group}: {len(places)} pairs; calling all of them the same has F1 {2 * share / (1 + share):.3f}")
        for name, told in systems.items():
            if "error" in told:
                print(f"  {name:24s} failed: {told['error']}")
                continue
            (f1, _), recall, auc = scorer.curve([told["scores"][k] for k in places], labels)
            rate = f"  {told['rate']:10,.0f} pairs/s" if group == "all" else ""
            print(f"  {name:24s} F1 {f1:.3f}  recall at precision .99 {recall:.3f}  AUC {auc:.3f}{rate}")


def index_entries(rows: list[Row], size: int, rng: random.Random) -> tuple[list[tuple[str, str]], list[Row]]:
    """`size` names: one spelling of each person that will be asked for, real names of others, and combinations of their words. Left out
    are other spellings of who is asked for, and combinations whose words are those of such a name: nobody could tell them from it."""
    asked: dict[str, Row] = {}
    for row in rng.sample(rows, len(rows)):
        if row["label"] == "1" and row["a"] != row["b"]:
            asked.setdefault(row["pid"], row)
    known = {r[side] for r in rows if r["label"] == "1" for side in "ab"}
    names = {row["b"]: pid for pid, row in asked.items()}
    parts: dict[int, tuple[list[str], list[str]]] = {}
    for row in rows:
        for name in (row["a"], row["b"]):
            if name not in known and not asked.keys() & set(row["pid"].split("|")):
                names.setdefault(name, f"n{len(names)}")
            words = parse_name(name).words
            if len(words) > 1:
                first, last = parts.setdefault(words[0].script, ([], []))
                first.append(words[0].raw.title())
                last.append(words[-1].raw.title())
    taken = {_bones(name) for row in rows if not asked.keys().isdisjoint(row["pid"].split("|")) for name in (row["a"], row["b"])}
    scripts = list(parts)
    shares = [len(parts[s][0]) for s in scripts]
    while len(names) < size:
        first, last = parts[rng.choices(scripts, shares)[0]]
        name = f"{rng.choice(first)} {rng.choice(last)}"
        name = name if rng.random() > 0.15 else f"{rng.choice(first)} {name}"
        if _bones(name) not in taken:
            names.setdefault(name, f"s{len(names)}")
    return [(key, name) for name, key in names.items()], list(asked.values())


def _bones(name: str) -> tuple[str, ...]:
    """The consonants of a name's words, in any order."""
    return tuple(sorted(_word_bones(word) for word in name.replace(",", " ").split()))


@lru_cache(maxsize=1 << 16)
def _word_bones(word: str) -> str:
    return " ".join(sorted(w.main.bones for w in parse_name(word).words))


def measure_index(rows: list[Row], size: int, work: Path) -> None:
    rng = random.Random(1)
    entries, asked = index_entries(rows, size, rng)
    folder = work / "index"
    shutil.rmtree(folder, ignore_errors=True)
    began = time.process_time()
    with NameIndex.open(folder, create=True) as index:
        index.add(entries)
    print(f"\nindex of {len(entries):,} names: made in {time.process_time() - began:.0f} s, {_size(folder):.0f} MB on disk")
    del entries
    with NameIndex.open(folder) as index:
        index.find("Anna Li")
        hits, times = [], []
        for row in rng.sample(asked, min(500, len(asked))):
            began = time.process_time()
            found = index.find(row["a"], most=10)
            times.append(time.process_time() - began)
            hits.append(next((k for k, c in enumerate(found) if c.key == row["pid"]), 99))
    places, ms = np.array(hits), np.array(times) * 1000
    print(f"recall in the first 10: {(places < 10).mean():.3f}; first: {(places < 1).mean():.3f}")
    print(f"a query: {ms.mean():.1f} ms, median {np.median(ms):.1f}, 95th percentile {np.percentile(ms, 95):.1f}")
    print(f"memory of this process at its most, building included: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB")


def _size(folder: Path) -> float:
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--most", type=int, default=0, help="a sample of this many pairs")
    parser.add_argument("--index", type=int, default=0, help="also measure an index of this many names")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "habeas-names-benchmark")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    with args.pairs.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    some = random.Random(7).sample(rows, args.most) if 0 < args.most < len(rows) else rows
    pairs = [(r["a"], r["b"]) for r in some]
    systems = {} if args.no_peers else peer_scores(pairs, args.work)
    print_table(some, {**systems, **our_scores(pairs)}, load_scorer(args.scorer))
    if args.index:
        measure_index(rows, args.index, args.work)


if __name__ == "__main__":
    main()
