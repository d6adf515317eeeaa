"""Make `page.npz` of the reader's weights, the network that sees a whole page, and one for each fold of the texts that has not learned it.

    python -m training.page PAGES.pkl --out FOLDER [--apart 01 23 4]

PAGES.pkl is what `training.page_questions` writes. Written to FOLDER: `0.npz` … `4.npz`, the networks that have not learned a fold (folds named together in
`--apart` are left out together), for `training.scales`, which comes after it; and `page.npz`, which has learned all, and goes into `src/habeas/read/weights`
(`--weights` puts it there and writes the manifest anew). Printed for each: how often the right ones act and are befallen, and how well what is told is told
apart, on the texts left out. Half an hour on two cores, 7 GB of memory; seeded.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sklearn.metrics import roc_auc_score
from torch import nn

from training.page_arrays import LABELS, Asked, read_pages
from training.page_network import PageNetwork, by_entity, loss, put_together
from training.parts import FOLDS, fold_of, folds_apart
from training.unsigned import write_manifest

EPOCHS, RATE, DECAY, BATCH, WARM_UP = 8, 1e-3, 0.02, 12, 100


def fit(pages: Sequence[Asked], seed: int) -> PageNetwork:
    """A network that has learned these pages."""
    torch.manual_seed(seed)
    rng, network = random.Random(seed), PageNetwork()
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    some = [p for p in pages if p.question_kinds and len(p.starts)]
    step, steps, begun = 0, EPOCHS * -(-len(some) // BATCH), time.time()
    network.train()
    for epoch in range(EPOCHS):
        total = 0.0
        for batch in _batches(some, rng):
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1.0, step / WARM_UP) * max(0.02, 1 - step / steps)
            wrong = loss(network, put_together(batch))
            optimizer.zero_grad()
            wrong.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step, total = step + 1, total + wrong.item()
        print(f"epoch {epoch + 1}, {time.time() - begun:.0f}s, loss {total * EPOCHS / steps:.3f}", flush=True)
    network.eval()
    return network


def _batches(pages: Sequence[Asked], rng: random.Random) -> list[list[Asked]]:
    """All pages in batches of like length, in random order."""
    order = list(pages)
    rng.shuffle(order)
    pool = BATCH * 20
    order = [p for i in range(0, len(order), pool) for p in sorted(order[i : i + pool], key=lambda p: len(p.starts))]
    batches = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    rng.shuffle(batches)
    return batches


@torch.no_grad()
def measure(network: PageNetwork, pages: Sequence[Asked]) -> None:
    """Print for each kind how often those who act, and those befallen, are the right ones (half of all who are either), and the area under the curve of "is told"."""
    rows: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for page in (p for p in pages if p.question_kinds and len(p.starts)):
        batch = put_together([page])
        pair, told = network(batch)
        logits = by_entity(pair, batch)[0].numpy()
        for i, kind in enumerate(page.question_kinds):
            for side, role in enumerate(("acts", "befallen")):
                if page.counts[i, :, side].any():
                    found, right = logits[i, :, side] > 0, page.right[i, :, side] > 0
                    either = (found | right).sum()
                    rows.setdefault((kind, role), []).append((float(not either or (found & right).sum() / either >= 0.5), 1.0))
            sure = float(told[0, i][torch.from_numpy(page.asked[i] > 0)].max())
            rows.setdefault((kind, "is told"), []).append((sure, float(page.labels[i].any())))
    for (kind, what), values in sorted(rows.items()):
        seen, right = np.array(values).T
        figure = roc_auc_score(right, seen) if what == "is told" else seen.mean()
        print(f"  {kind} {what}: {figure:.4f} of {len(values)}", flush=True)


def write(network: PageNetwork, path: Path) -> None:
    """The weights in half precision."""
    arrays: dict[str, Any] = {name: array.numpy().astype(np.float16) for name, array in network.state_dict().items()}
    np.savez_compressed(path, labels=np.array(LABELS), **arrays)


def main() -> None:
    """Fit, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--apart", nargs="+", default=["01", "23", "4"])
    parser.add_argument("--weights", type=Path, help="the folder of the reader's weights")
    args = parser.parse_args()
    pages = read_pages(args.pages)
    args.out.mkdir(parents=True, exist_ok=True)
    for apart in folds_apart(args.apart):
        print("without", *sorted(apart), flush=True)
        network = fit([p for p in pages if fold_of(p.name) not in apart], min(apart))
        measure(network, [p for p in pages if fold_of(p.name) in apart])
        for fold in apart:
            write(network, args.out / f"{fold}.npz")
    write(fit(pages, FOLDS), args.out / "page.npz")
    if args.weights is not None:
        (args.weights / "page.npz").write_bytes((args.out / "page.npz").read_bytes())
        write_manifest(args.weights, json.loads((args.weights / "manifest.json").read_text(encoding="utf-8"))["version"])


if __name__ == "__main__":
    main()
