"""A narrower network that says the same: what adds least is left out, what is left takes over its share, then it learns from the wide one on plain text.

Which heads and neurons add least, and how the rest is corrected, follows post-training pruning by least squares (Kwon and others 2022, arXiv
2204.09656; Frantar and Alistarh 2023, arXiv 2301.00774), without gradients; the lessons from the wide network, layer by layer, follow TinyBERT (Jiao
and others 2020). No label is needed, so nothing is learned by heart.
"""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Iterator, Sequence

import torch
from torch import nn

from training.batches import Batch, make, plan
from training.labelled import Labelled
from training.network import HEAD_WIDTH, Layer, Reader, Width, hidden_beyond

MEASURED = 30  # batches from which is seen what each part adds
RATE = 4e-4


def narrowed(wide: Reader, docs: Sequence[Labelled], width: Width, budget: int = 4096) -> Reader:
    """A copy of `wide` with layers of `width`; what is kept is corrected by least squares for what the text in `docs` shows to be lost."""
    out = copy.deepcopy(wide).eval()
    out.width = width
    sums = [_Sums() for _ in wide.layers]
    with torch.no_grad():
        for group in plan(docs, budget, random.Random(1))[:MEASURED]:
            batch = make(group, None)
            h, seen, real = _start(wide, batch)
            for layer, seen_of in zip(wide.layers, sums, strict=True):
                seen_of.add(layer.attended(h, seen)[real], layer.neurons(layer.between(h, seen))[real])
                h = layer(h, seen)
        for i, (layer, seen_of) in enumerate(zip(wide.layers, sums, strict=True)):
            out.layers[i] = _narrow_layer(layer, seen_of, width)
    return out


class _Sums:
    """Means and covariances of what the heads of one layer gather, means and variances of its neurons."""

    def __init__(self) -> None:
        self.n = 0
        self.heads = self.heads_squared = self.neurons = self.neurons_squared = torch.zeros(())

    def add(self, heads: torch.Tensor, neurons: torch.Tensor) -> None:
        self.n += len(heads)
        self.heads = self.heads + heads.sum(0)
        self.heads_squared = self.heads_squared + heads.T @ heads
        self.neurons = self.neurons + neurons.sum(0)
        self.neurons_squared = self.neurons_squared + (neurons * neurons).sum(0)

    def of_heads(self) -> tuple[torch.Tensor, torch.Tensor]:
        mean = self.heads / self.n
        return mean, self.heads_squared / self.n - mean[:, None] * mean[None, :]

    def of_neurons(self) -> tuple[torch.Tensor, torch.Tensor]:
        mean = self.neurons / self.n
        return mean, self.neurons_squared / self.n - mean**2


def _narrow_layer(layer: Layer, sums: _Sums, width: Width) -> Layer:
    out = Layer(width)
    kept, dropped = _split_heads(layer, sums, width.heads)
    mean, covariance = sums.of_heads()
    weight = layer.out.weight
    # What the dropped heads gather, as far as it follows in a straight line from what the kept ones do.
    damped = covariance[kept][:, kept] + 1e-4 * covariance.diagonal().mean() * torch.eye(len(kept))
    follows = torch.linalg.solve(damped, covariance[kept][:, dropped])
    corrected = weight[:, kept] + weight[:, dropped] @ follows.T
    out.out.weight.copy_(corrected)
    out.out.bias.copy_(layer.out.bias + weight @ mean - corrected @ mean[kept])
    for name in ("query", "key", "value"):
        getattr(out, name).weight.copy_(getattr(layer, name).weight[kept])
        getattr(out, name).bias.copy_(getattr(layer, name).bias[kept])
    neurons, variance = sums.of_neurons()
    order = (variance * (layer.down.weight**2).sum(0)).argsort(descending=True)
    stays, goes = order[: width.inner].sort().values, order[width.inner :]
    out.up.weight.copy_(layer.up.weight[stays])
    out.up.bias.copy_(layer.up.bias[stays])
    out.down.weight.copy_(layer.down.weight[:, stays])
    out.down.bias.copy_(layer.down.bias + layer.down.weight[:, goes] @ neurons[goes])
    out.norm1.load_state_dict(layer.norm1.state_dict())
    out.norm2.load_state_dict(layer.norm2.state_dict())
    return out


def _split_heads(layer: Layer, sums: _Sums, heads: int) -> tuple[torch.Tensor, torch.Tensor]:
    """The places of the heads that add most to the states, and those of the others."""
    _, covariance = sums.of_heads()
    places = torch.arange(len(covariance)).view(-1, HEAD_WIDTH)
    adds = torch.stack([torch.trace(layer.out.weight[:, at] @ covariance[at][:, at] @ layer.out.weight[:, at].T) for at in places])
    kept = adds.argsort(descending=True)[:heads].sort().values
    dropped = torch.tensor([i for i in range(len(places)) if i not in kept.tolist()], dtype=torch.long)
    return places[kept].reshape(-1), places[dropped].reshape(-1)


def learn_from(wide: Reader, student: Reader, docs: Sequence[Labelled], steps: int, budget: int = 4096) -> None:
    """Train `student` in place until each of its layers says what that of `wide` says of the texts in `docs`; prints the share missed, layer by layer."""
    torch.manual_seed(0)
    wide.eval()
    student.train()
    taught = [p for name, p in student.named_parameters() if name.startswith(("layers", "norm"))]
    optimizer = torch.optim.AdamW(taught, lr=RATE, weight_decay=0.0, betas=(0.9, 0.98))
    begun = time.time()
    for step, batch in enumerate(_endless(docs, budget), 1):
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1.0, step / 30) * max(0.02, 1 - step / steps)
        with torch.no_grad():
            lesson = _states(wide, batch)
        missed = [((ours - theirs) ** 2).mean() / theirs.var() for ours, theirs in zip(_states(student, batch), lesson, strict=True)]
        optimizer.zero_grad()
        (sum(missed, start=torch.zeros(())) / len(missed) + 2 * missed[-1]).backward()  # the last one is what the heads read
        nn.utils.clip_grad_norm_(taught, 1.0)
        optimizer.step()
        if step % 25 == 0:
            print(f"{step}/{steps} {time.time() - begun:.0f}s", " ".join(f"{m.item():.4f}" for m in missed), flush=True)
        if step >= steps:
            return


def _endless(docs: Sequence[Labelled], budget: int) -> Iterator[Batch]:
    rng = random.Random(2)
    while True:
        for group in plan(docs, budget, rng):
            yield make(group, rng)


def _start(network: Reader, batch: Batch) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """The states below the first layer, what hides padding, and which pieces are real."""
    h = network.embedded(batch.ids, batch.case, batch.opens, batch.quoted)
    return h, hidden_beyond(batch.mask, h.dtype), batch.mask.bool()


def _states(network: Reader, batch: Batch) -> list[torch.Tensor]:
    """What each layer says of the real pieces."""
    h, seen, real = _start(network, batch)
    out = []
    for layer in network.layers:
        h = layer(h, seen)
        out.append(h[real])
    return out
