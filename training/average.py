"""Averages of checkpoints: less of what one epoch happened to learn, and of the first phase what the second forgot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch

from habeas.read.heads import LINK_WIDTH, ROLES, columns

Weights = Mapping[str, torch.Tensor]
ENCODER = ("words", "positions", "kind", "case", "opens", "quoted", "norm", "layers")
SHARED = 0.15  # share of the first phase in the encoder, and in what only the first phase's data ask: docs/decisions/0024
OWN = 0.3


def mean(checkpoints: Sequence[Weights]) -> dict[str, torch.Tensor]:
    """The mean of all checkpoints, weight by weight."""
    return {name: torch.stack([c[name].float() for c in checkpoints]).mean(0) for name in checkpoints[0]}


def mixed(last: Weights, first: Weights) -> dict[str, torch.Tensor]:
    """The last phase's weights with a share of the first's: in the encoder, the heads of attribution, and the links to source and cue."""
    out = {name: torch.lerp(w.float(), first[name].float(), SHARED) if name.startswith(ENCODER) else w.clone() for name, w in last.items()}
    at = columns()
    rows = [(name, at[head]) for head in ("any_content", "any_cue", "any_source") for name in ("heads.weight", "heads.bias")]
    for role in ("source", "cue"):
        i = ROLES.index(role)
        rows += [(name, slice(2 * i * LINK_WIDTH, 2 * (i + 1) * LINK_WIDTH)) for name in ("links.weight", "links.bias")]
        rows += [(name, slice(i, i + 1)) for name in ("nearness", "none")]
    for name, where in rows:
        out[name][where] = torch.lerp(last[name][where].float(), first[name][where].float(), OWN)
    return out
