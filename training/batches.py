"""Windows of labelled documents, put together in batches of like length; every epoch cuts the documents anew."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch

from habeas.read.heads import CHOICES, POINTERS, TYPES
from habeas.read.wordpieces import WINDOW, cut_windows
from training.labelled import EXCLUSIVE, UNKNOWN, Labelled

CLS, SEP, PAD, MASK = 101, 102, 0, 103


@dataclass
class Batch:
    """Tensors of one step. `pointers` and `choices` hold, per role, rows, anchors and a row of targets over the window's positions."""

    ids: torch.Tensor
    case: torch.Tensor
    opens: torch.Tensor
    quoted: torch.Tensor
    mask: torch.Tensor
    labels: torch.Tensor  # exclusive heads x rows x positions
    types: torch.Tensor
    boilerplate: torch.Tensor
    pointers: dict[str, tuple[torch.Tensor, torch.Tensor, torch.Tensor]] = field(default_factory=dict)
    choices: dict[str, tuple[torch.Tensor, torch.Tensor, torch.Tensor]] = field(default_factory=dict)


def windows_of(doc: Labelled, rng: random.Random | None) -> list[tuple[int, int]]:
    """The windows of one document; with `rng`, the first is cut short at random, so that no epoch sees the same borders."""
    n = len(doc)
    if rng is None or n <= WINDOW:
        return cut_windows(doc.pieces.opens)
    first = rng.randrange(WINDOW // 3, WINDOW)
    lines = np.flatnonzero(doc.pieces.opens[: first + 1])
    first = int(lines[-1]) if len(lines) and lines[-1] > WINDOW // 3 else first
    rest = cut_windows(doc.pieces.opens[first:], overlap=16)
    return [(0, first), *((s + first, e + first) for s, e in rest)]


def plan(docs: Sequence[Labelled], budget: int, rng: random.Random | None) -> list[list[tuple[Labelled, int, int]]]:
    """Batches of at most `budget` pieces, padding included, of windows of like length, in random order."""
    windows = [(d, s, e) for d in docs for s, e in windows_of(d, rng)]
    if rng:
        rng.shuffle(windows)
    out = []
    for at in range(0, len(windows), 2048):
        pool = sorted(windows[at : at + 2048], key=lambda w: w[2] - w[1], reverse=True)
        batch: list[tuple[Labelled, int, int]] = []
        for w in pool:
            longest = (batch[0][2] - batch[0][1] if batch else w[2] - w[1]) + 2
            if batch and longest * (len(batch) + 1) > budget:
                out.append(batch)
                batch = []
            batch.append(w)
        if batch:
            out.append(batch)
    if rng:
        rng.shuffle(out)
    return out


def make(batch: Sequence[tuple[Labelled, int, int]], rng: random.Random | None, hidden: float = 0.0) -> Batch:
    """The tensors of one batch; with `rng` a share `hidden` of the pieces is masked, as a cheap kind of dropout."""
    rows, n = len(batch), max(e - s for _, s, e in batch) + 2
    grid = {k: np.zeros((rows, n), dtype=np.int64) for k in ("ids", "case", "opens", "quoted", "mask")}
    labels = np.full((len(EXCLUSIVE), rows, n), UNKNOWN, dtype=np.int64)
    types = np.full((rows, n, len(TYPES)), UNKNOWN, dtype=np.int8)
    boilerplate = np.full((rows, n), UNKNOWN, dtype=np.int64)
    links = _Links(n)
    for r, (doc, start, stop) in enumerate(batch):
        k = stop - start
        grid["ids"][r, 0], grid["ids"][r, k + 1] = CLS, SEP
        grid["ids"][r, 1 : k + 1] = doc.pieces.ids[start:stop]
        for name in ("case", "opens", "quoted"):
            grid[name][r, 1 : k + 1] = getattr(doc.pieces, name)[start:stop]
        grid["mask"][r, : k + 2] = 1
        for h, head in enumerate(EXCLUSIVE):
            if head.name in doc.labels:
                labels[h, r, 1 : k + 1] = doc.labels[head.name][start:stop]
        if doc.types is not None:
            types[r, 1 : k + 1] = doc.types[start:stop]
        if doc.boilerplate is not None:
            boilerplate[r, 1 : k + 1] = doc.boilerplate[start:stop]
        links.add(r, doc, start, stop)
    if rng and hidden:
        noise = np.random.default_rng(rng.randrange(1 << 30)).random((rows, n)) < hidden
        grid["ids"][noise & (grid["ids"] > MASK)] = MASK
    tensors = {k: torch.from_numpy(v) for k, v in grid.items()}
    return Batch(
        **tensors,
        labels=torch.from_numpy(labels),
        types=torch.from_numpy(types),
        boilerplate=torch.from_numpy(boilerplate),
        pointers=links.tensors(POINTERS),
        choices=links.tensors(CHOICES),
    )


class _Links:
    """Collects the links of a batch: per role the row, the anchor's position, and what each position is to it."""

    def __init__(self, n: int) -> None:
        self.n = n
        self.found: dict[str, list[tuple[int, int, np.ndarray]]] = {}

    def add(self, row: int, doc: Labelled, start: int, stop: int) -> None:
        shift = 1 - start
        for role, anchor, targets in doc.pointers:
            if not start <= anchor < stop:
                continue
            inside = [t + shift for t in targets if start <= t < stop]
            if targets and not inside:
                continue
            marks = np.zeros(self.n, dtype=np.int8)
            marks[inside] = 1
            self.found.setdefault(role, []).append((row, anchor + shift, marks))
        here = doc.candidates[(doc.candidates >= start) & (doc.candidates < stop)] + shift
        for role, anchor, right in doc.choices:
            if not start <= anchor < stop or not len(here):
                continue
            marks = np.full(self.n, UNKNOWN, dtype=np.int8)
            marks[here] = 0
            marks[[t + shift for t in right if start <= t < stop]] = 1
            if role == "same":
                marks[anchor + shift] = UNKNOWN
            self.found.setdefault(role, []).append((row, anchor + shift, marks))

    def tensors(self, roles: Sequence[str]) -> dict[str, tuple[torch.Tensor, torch.Tensor, torch.Tensor]]:
        out = {}
        for role in roles:
            if found := self.found.get(role):
                rows, anchors, marks = zip(*found, strict=True)
                out[role] = (torch.tensor(rows), torch.tensor(anchors), torch.from_numpy(np.stack(marks)))
        return out


def batches(docs: Sequence[Labelled], budget: int, rng: random.Random, hidden: float) -> Iterator[Batch]:
    """One epoch."""
    for group in plan(docs, budget, rng):
        yield make(group, rng, hidden)
