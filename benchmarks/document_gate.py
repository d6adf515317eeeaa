"""What does the document gate keep, what does it let through, and how much faster does a run over mixed news get?

    python -m benchmarks.document_gate [--news ../shared/data/attribution/polnear_dev.jsonl] [--read 60]

Kept: documents of the corpus's dev part and of the gold folder that hold a required event, action or answer, of which no weight was made. Passed over: other
news (PolNeAR's dev part). The time of a run over 95% other news and 5% of ours is put together from what scanning and reading take on samples of both, in one
process on one thread: with the gate all are scanned and those let through are read, without it all are read.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

from corpus.__main__ import documents
from corpus.agreement import holds_a_claim

from benchmarks.leaderboard import golds
from habeas.flow import read_text
from habeas.read.gate import may_speak_of_detention

OTHERS = 0.95  # share of other news in the mix


def ours(gold: Path) -> list[str]:
    """Texts that hold a claim of ours, beside quotes."""
    compiled = [*documents("dev").values(), *((text, g) for _, text, g in golds(gold))]
    return [text for text, g in compiled if holds_a_claim(g)]


def seconds_each(do: Callable[[str], object], texts: Sequence[str]) -> float:
    """CPU seconds a text."""
    began = time.process_time()
    for text in texts:
        do(text)
    return (time.process_time() - began) / len(texts)


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=Path, default=Path("../shared/data/attribution/polnear_dev.jsonl"), help='JSON lines with "text"')
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--read", type=int, default=40, help="how many texts of each kind are read to time reading")
    args = parser.parse_args()
    if not args.news.is_file():
        print(f'{args.news}: there is no such file. Give other news as JSON lines with a field "text".', file=sys.stderr)
        return 2
    news = [json.loads(line)["text"] for line in args.news.read_text(encoding="utf-8").splitlines()]
    held = ours(args.gold)
    kept = sum(map(may_speak_of_detention, held)) / len(held)
    through = sum(map(may_speak_of_detention, news)) / len(news)
    print(f"kept {kept:.3f} of {len(held)} documents with a claim, let through {through:.3f} of {len(news)} other articles")
    read_text(held[0])
    scan = seconds_each(may_speak_of_detention, [*news, *held])
    read_ours, read_news = seconds_each(read_text, held[: args.read]), seconds_each(read_text, news[: args.read])
    everything = OTHERS * read_news + (1 - OTHERS) * read_ours
    gated = scan + OTHERS * through * read_news + (1 - OTHERS) * kept * read_ours
    print(f"a text: scanned in {scan * 1e3:.2f} ms, read in {read_ours * 1e3:.0f} ms (ours), {read_news * 1e3:.0f} ms (other news)")
    print(f"a mix with {OTHERS:.0%} other news: {everything / gated:.1f} times as fast as reading everything")
    return 0


if __name__ == "__main__":
    sys.exit(main())
