"""Fit the network: AdamW, linear warm-up and decay, bfloat16 where the processor has it."""

from __future__ import annotations

import random
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import nn

from training.batches import batches
from training.labelled import Labelled
from training.loss import losses, total
from training.network import Reader


@dataclass(frozen=True)
class Plan:
    """How long and how fast. `budget` is in word pieces a step."""

    epochs: int
    rate: float = 2e-4
    head_rate: float = 1e-3
    budget: int = 4096
    warm_up: int = 60
    hidden: float = 0.05
    seed: int = 0
    # What the mean loss of a question counts for in this phase, where it differs from training.loss.WEIGHTS.
    weights: tuple[tuple[str, float], ...] = ()


def fit(
    network: Reader,
    docs_of_epoch: Callable[[int], Sequence[Labelled]],
    plan: Plan,
    steps_an_epoch: int,
    after_epoch: Callable[[int], None] = lambda epoch: None,
) -> None:
    """Train in place; prints the mean losses every hundred steps."""
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    small = [p for name, p in network.named_parameters() if not name.startswith(("words", "positions", "layers", "norm"))]
    large = [p for name, p in network.named_parameters() if name.startswith(("words", "positions", "layers", "norm"))]
    optimizer = torch.optim.AdamW([{"params": large, "lr": plan.rate}, {"params": small, "lr": plan.head_rate}], weight_decay=0.01)
    rates = [plan.rate, plan.head_rate]
    step, steps, begun = 0, plan.epochs * steps_an_epoch, time.time()
    seen: dict[str, list[float]] = defaultdict(list)
    network.train()
    for epoch in range(plan.epochs):
        for batch in batches(docs_of_epoch(epoch), plan.budget, rng, plan.hidden):
            share = min(1.0, step / plan.warm_up) * max(0.02, 1 - step / steps)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * share
            # On processors that only imitate bfloat16 it takes three times as long as float32.
            with torch.autocast("cpu", torch.bfloat16, enabled=torch.cpu._is_avx512_bf16_supported()):
                outputs = network(batch.ids, batch.case, batch.opens, batch.quoted, batch.mask)
            parts = losses(network, batch, hidden_states=outputs)
            optimizer.zero_grad()
            total(parts, dict(plan.weights)).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            for name, value in parts.items():
                seen[name].append(value.item())
            if step % 100 == 0:
                means = " ".join(f"{k}={sum(v) / len(v):.3f}" for k, v in sorted(seen.items()))
                print(f"{step}/{steps} {time.time() - begun:.0f}s {means}", flush=True)
                seen.clear()
        print(f"epoch {epoch + 1} done, {time.time() - begun:.0f}s", flush=True)
        after_epoch(epoch + 1)
