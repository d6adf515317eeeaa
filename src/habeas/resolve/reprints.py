"""Which sources print one text: ten outlets that carry one wire are one source.

Two texts are one if most runs of five words of the shorter stand in the other. Page furniture does not count.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache

from habeas.case.source import Source

RUN = 5
SHARE = 0.6  # of the shorter text's runs; a rewritten wire keeps 10 to 30 % of them, a shortened one nearly all
FEWEST = 12  # runs; shorter texts are alike by chance


def reprint_groups(sources: Iterable[Source]) -> dict[str, str]:
    """For each source's id the id that stands for its group: the smallest of the ids that print the same text."""
    runs = {s.id: _runs(s) for s in sources}
    parent = {id_: id_ for id_ in runs}

    def root(id_: str) -> str:
        while parent[id_] != id_:
            id_ = parent[id_]
        return id_

    for (a, b), shared in _shared(runs).items():
        if shared >= SHARE * min(len(runs[a]), len(runs[b])):
            low, high = sorted((root(a), root(b)))
            parent[high] = low
    return {id_: root(id_) for id_ in runs}


def _shared(runs: dict[str, frozenset[int]]) -> Counter[tuple[str, str]]:
    """How many runs each pair of long enough texts shares; pairs that share none are left out."""
    holders: dict[int, list[str]] = defaultdict(list)
    for id_ in sorted(runs):
        if len(runs[id_]) >= FEWEST:
            for run in runs[id_]:
                holders[run].append(id_)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        for i, a in enumerate(ids):
            for b in ids[i + 1 :]:
                shared[a, b] += 1
    return shared


@lru_cache(maxsize=4096)
def _runs(source: Source) -> frozenset[int]:
    text = list(source.text)
    for furniture in source.boilerplate:
        text[furniture.span.start : furniture.span.stop] = " " * len(furniture.span)
    words = re.findall(r"\w+", "".join(text).casefold())
    return frozenset(zlib.crc32(" ".join(words[i : i + RUN]).encode("utf-8", "replace")) for i in range(len(words) - RUN + 1))
