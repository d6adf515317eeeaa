"""How much does the shared encoder know of who does what to whom in politics? Root labels of PLOVER on folds that were held out.

    python -m training.plover --data ../shared/data --checkpoint WORK_DIR/events.pt --tokenizer MODEL_DIR/tokenizer.json

For each of five folds the encoder is tuned on the other four (a linear layer over the means of source, target, sentence and of the piece between them), and the
macro F1 of the fifteen root labels over all folds is printed. Nothing of it is shipped: it is a measure of the encoder.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from habeas.case.passage import Span
from habeas.read.wordpieces import cut_pieces
from training.batches import CLS, SEP
from training.network import HIDDEN, Reader
from training.reader import load_tokenizer

FOLDS, EPOCHS, BATCH = 5, 8, 24
RATE, HEAD_RATE = 1e-4, 2e-3
_TAGS = re.compile(r"</?[st]>")


@dataclass(frozen=True)
class Example:
    """One sentence: its pieces, which of them are source and target, and its label."""

    pieces: Any
    source: tuple[int, int]
    target: tuple[int, int]
    label: int


def read_examples(path: Path, tokenizer: Any) -> tuple[list[Example], list[str]]:
    """The sentences, and the names of their labels."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file, delimiter="\t") if r["gold_root"]]
    labels = sorted({r["gold_root"] for r in rows})
    examples = []
    for row in rows:
        text, spans = unmarked(row["marked_sentence"])
        pieces = cut_pieces(text, tokenizer)
        at = [pieces.within(spans[k]) if k in spans else (0, len(pieces)) for k in "st"]
        examples.append(Example(pieces, at[0], at[1], labels.index(row["gold_root"])))
    return examples, labels


def unmarked(marked: str) -> tuple[str, dict[str, Span]]:
    """The sentence without its marks, and where its source and target stand."""
    out, starts, spans, last = "", {}, {}, 0
    for match in _TAGS.finditer(marked):
        out += marked[last : match.start()]
        last, tag = match.end(), match[0]
        if tag[1] == "/":
            spans[tag[2]] = Span(starts[tag[2]], len(out))
        else:
            starts[tag[1]] = len(out)
    return out + marked[last:], spans


class Roots(nn.Module):
    """The encoder with a linear layer over what surrounds source and target."""

    def __init__(self, encoder: Reader, labels: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.encoder.heads = nn.Identity()  # type: ignore[assignment]
        self.encoder.links = nn.Identity()  # type: ignore[assignment]
        self.root = nn.Linear(5 * HIDDEN, labels)

    def forward(self, ids: torch.Tensor, extra: list[torch.Tensor], mask: torch.Tensor, masks: torch.Tensor) -> torch.Tensor:
        hidden, _ = self.encoder(ids, *extra, mask)
        share = masks / masks.sum(dim=2, keepdim=True).clamp(min=1)
        means = torch.einsum("bkn,bnh->bkh", share, hidden)
        return self.root(torch.cat([hidden[:, 0], means.flatten(1)], dim=1))


def tensors(batch: list[Example]) -> tuple[torch.Tensor, list[torch.Tensor], torch.Tensor, torch.Tensor, torch.Tensor]:
    """Ids, the three extra inputs, the mask, four masks (source, target, between them, all), and labels."""
    n = max(len(e.pieces) for e in batch) + 2
    ids = torch.zeros(len(batch), n, dtype=torch.long)
    extra = [torch.zeros(len(batch), n, dtype=torch.long) for _ in range(3)]
    mask, masks = torch.zeros(len(batch), n), torch.zeros(len(batch), 4, n)
    for r, e in enumerate(batch):
        k = len(e.pieces)
        ids[r, 0], ids[r, k + 1] = CLS, SEP
        ids[r, 1 : k + 1] = torch.from_numpy(e.pieces.ids)
        for tensor, name in zip(extra, ("case", "opens", "quoted"), strict=True):
            tensor[r, 1 : k + 1] = torch.from_numpy(np.asarray(getattr(e.pieces, name), dtype=np.int64))
        mask[r, : k + 2] = 1
        (a, b), (c, d) = e.source, e.target
        masks[r, 0, a + 1 : b + 1] = 1
        masks[r, 1, c + 1 : d + 1] = 1
        masks[r, 2, min(b, d) + 1 : max(a, c) + 1] = 1
        masks[r, 3, 1 : k + 1] = 1
    return ids, extra, mask, masks, torch.tensor([e.label for e in batch])


def predicted(checkpoint: Path, train: list[Example], test: list[Example], labels: int) -> list[int]:
    """The labels of `test` by the encoder tuned on `train`."""
    torch.manual_seed(0)
    encoder = Reader()
    encoder.load_state_dict(torch.load(checkpoint))
    network = Roots(encoder, labels)
    groups = [{"params": encoder.parameters(), "lr": RATE}, {"params": network.root.parameters(), "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    rng, step, steps = random.Random(0), 0, EPOCHS * (len(train) // BATCH + 1)
    rates = [RATE, HEAD_RATE]
    for _ in range(EPOCHS):
        order = sorted(train, key=lambda e: len(e.pieces) + rng.random() * 30)
        cuts = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
        rng.shuffle(cuts)
        network.train()
        for cut in cuts:
            share = min(1.0, step / 20) * (1 - step / steps)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * share
            *inputs, wanted = tensors(cut)
            loss = functional.cross_entropy(network(*inputs), wanted, label_smoothing=0.05)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
    network.eval()
    out: list[int] = []
    with torch.no_grad():
        for i in range(0, len(test), BATCH):
            *inputs, _ = tensors(test[i : i + BATCH])
            out += network(*inputs).argmax(dim=1).tolist()
    return out


def macro_f1(wanted: list[int], found: list[int], labels: int) -> float:
    """The mean over labels of their F1."""
    right = Counter(w for w, f in zip(wanted, found, strict=True) if w == f)
    in_gold, in_found = Counter(wanted), Counter(found)
    return sum(2 * right[k] / max(1, in_gold[k] + in_found[k]) for k in range(labels)) / labels


def main() -> None:
    """Print the macro F1 over all folds, and the labels' own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "checkpoint", "tokenizer"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(2)
    examples, labels = read_examples(args.data / "events" / "plv_train.tsv", load_tokenizer(args.tokenizer))
    rng = random.Random(0)
    fold = {i: n % FOLDS for n, i in enumerate(rng.sample(range(len(examples)), len(examples)))}
    wanted: list[int] = []
    found: list[int] = []
    for k in range(FOLDS):
        train = [e for i, e in enumerate(examples) if fold[i] != k]
        test = [e for i, e in enumerate(examples) if fold[i] == k]
        wanted += [e.label for e in test]
        found += predicted(args.checkpoint, train, test, len(labels))
        print(f"fold {k + 1}: macro F1 so far {macro_f1(wanted, found, len(labels)):.3f}", flush=True)
    for k, name in enumerate(labels):
        right = sum(w == f == k for w, f in zip(wanted, found, strict=True))
        print(f"{name:10s} {wanted.count(k):4d} sentences, F1 {2 * right / max(1, wanted.count(k) + found.count(k)):.3f}")
    print(f"macro F1 {macro_f1(wanted, found, len(labels)):.3f} over {len(wanted)} sentences")


if __name__ == "__main__":
    main()
