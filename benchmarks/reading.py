"""How fast is reading? Documents and tokens a CPU-second, warm; start-up; beside spaCy's small pipeline on the same texts.

    python -m benchmarks.reading [--rounds 3] [--peer benchmarks/.spacy/bin/python]

The peer lives in an environment of its own, made by one command:

    python3 -m venv benchmarks/.spacy && benchmarks/.spacy/bin/pip install --require-hashes -r benchmarks/requirements-spacy.txt

Both read the same texts (the corpus's train and dev parts) in one process on one thread; the two take turns, round by round, and the ratio is given
for each round, since machines drift. Tokens are spaCy's for both, so that the unit is one.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from corpus.marked import compile_marked

from habeas.acquire.capture import Capture
from habeas.flow import read_capture

HERE = Path(__file__).parent
PEER = HERE / ".spacy" / "bin" / "python"


def texts() -> list[str]:
    """The texts of the corpus's open parts that hold anything of ours."""
    paths = [p for part in ("train", "dev") for p in sorted((HERE.parent / "corpus" / part).glob("*.marked"))]
    return [compile_marked(p)[0] for p in paths if "nea" not in p.stem]


def seconds_of_ours(documents: list[str]) -> float:
    """CPU seconds to read all documents, from bytes to claims."""
    captures = [Capture(t.encode(), str(i), published="2025-01-01") for i, t in enumerate(documents)]
    began = time.process_time()
    for capture in captures:
        read_capture(capture)
    return time.process_time() - began


def of_peer(python: Path, documents: list[str]) -> dict[str, float]:
    """Tokens and CPU seconds of the peer."""
    out = subprocess.run(
        [str(python), str(HERE / "spacy_speed.py")], input=json.dumps(documents), capture_output=True, text=True, check=True
    )
    answer: dict[str, float] = json.loads(out.stdout)
    return answer


def wall(command: list[str], rounds: int = 5) -> float:
    """Median seconds of a whole command."""
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peer", type=Path, default=PEER)
    args = parser.parse_args()
    documents = texts()
    words = sum(len(t.split()) for t in documents)
    seconds_of_ours(documents[:10])
    ratios = []
    for number in range(1, args.rounds + 1):
        ours = seconds_of_ours(documents)
        line = f"round {number}: ours {len(documents) / ours:7.1f} documents, {words / ours:9,.0f} words a CPU-second"
        if args.peer.exists():
            peer = of_peer(args.peer, documents)
            ratios.append((peer["tokens"] / ours) / (peer["tokens"] / peer["seconds"]))
            line += f"; {peer['tokens'] / ours:9,.0f} tokens, spaCy {peer['tokens'] / peer['seconds']:9,.0f}; ratio {ratios[-1]:.2f}"
        print(line)
    if ratios:
        print(f"ratio ours / spaCy small pipeline, median of {len(ratios)} rounds: {statistics.median(ratios):.2f}")
    else:
        print(f"no peer at {args.peer}; the module's docstring says how to make it")
    print(f"peak memory of reading: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    habeas = str(Path(sys.executable).parent / "habeas")
    example = str(HERE.parent / "examples" / "safarov-brief.txt")
    print(
        f"habeas --help: {wall([habeas, '--help']):.2f} s; habeas read of one page, cold: {wall([habeas, 'read', example]):.2f} s (median of 5)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
