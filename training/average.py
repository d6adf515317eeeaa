"""A mean of checkpoints: less of what one epoch happened to learn, and of the first phase what the second forgot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch

Weights = Mapping[str, torch.Tensor]


def mean(checkpoints: Sequence[Weights], shares: Sequence[float]) -> dict[str, torch.Tensor]:
    """The mean of checkpoints, weight by weight; each counts for its share. Raises ValueError where there are not as many shares as checkpoints."""
    total = sum(shares)
    return {
        name: sum((share * c[name].float() for c, share in zip(checkpoints, shares, strict=True)), start=torch.zeros(())) / total
        for name in checkpoints[0]
    }
