"""How wrong the network is: cross-entropy for every head and every link whose answer the data set knows."""

from __future__ import annotations

import torch
from torch.nn import functional

from habeas.read.heads import LINK_WIDTH, POINTERS, ROLES, columns
from training.batches import Batch
from training.labelled import EXCLUSIVE, UNKNOWN
from training.network import Reader, bucket

# Anchors of one role that a step learns from, drawn at random: every piece of a long quote points to the same cue and source.
ANCHORS = 256

# What a head's mean loss counts for: links and types have few labels among many pieces. "rank" asks of a choice that the right ones be likelier than
# the others, where "choice" asks of each alone whether it is right.
WEIGHTS = {"any_content": 2.0, "content": 2.0, "realis": 0.3, "type": 1.0, "boilerplate": 0.3, "pointer": 0.5, "choice": 0.5, "rank": 0.0}


def link_logits(
    network: Reader, links: torch.Tensor, role: int, rows: torch.Tensor, anchors: torch.Tensor, mask: torch.Tensor
) -> torch.Tensor:
    """For each anchor one logit a position, above the logit of "none"; far below it where there is no piece."""
    ends = links.view(*links.shape[:2], len(ROLES), 2, LINK_WIDTH)
    query, key = ends[rows, anchors, role, 0], ends[:, :, role, 1]
    if len(rows) > links.shape[0] * 8:
        logits = torch.bmm(ends[:, :, role, 0], key.transpose(1, 2))[rows, anchors]
    else:
        logits = torch.einsum("aw,anw->an", query, key[rows])
    at = torch.arange(links.shape[1])
    logits = logits / LINK_WIDTH**0.5 + network.nearness[role][bucket(at[None, :] - anchors[:, None])] - network.none[role]
    return logits.masked_fill(mask[rows] == 0, -1e4)


def losses(network: Reader, batch: Batch, *, hidden_states: tuple[torch.Tensor, torch.Tensor] | None = None) -> dict[str, torch.Tensor]:
    """The mean loss of each question that has an answer in this batch."""
    heads, links = hidden_states or network(batch.ids, batch.case, batch.opens, batch.quoted, batch.mask)
    heads, links = heads.float(), links.float()
    at, out = columns(), {}
    for h, head in enumerate(EXCLUSIVE):
        known = batch.labels[h] != UNKNOWN
        if known.any():
            out[head.name] = functional.cross_entropy(heads[..., at[head.name]][known], batch.labels[h][known])
    for name, labels in (("type", batch.types), ("boilerplate", batch.boilerplate[..., None])):
        known = labels[..., 0] != UNKNOWN
        if known.any():
            logits, right = heads[..., at[name]][known], labels[known]
            out[name] = functional.binary_cross_entropy_with_logits(logits, right.float(), reduction="none").sum(-1).mean()
    for role, found in {**batch.pointers, **batch.choices}.items():
        some = torch.randperm(len(found[0]))[:ANCHORS]
        rows, anchors, marks = (x[some] for x in found)
        logits = link_logits(network, links, ROLES.index(role), rows, anchors, batch.mask)
        if role in POINTERS:
            out["pointer " + role] = _pointer_loss(logits, marks)
        else:
            known = marks != UNKNOWN
            if not known.any():
                continue
            out["choice " + role] = functional.binary_cross_entropy_with_logits(logits[known], marks[known].float())
            if role != "same" and (some_right := (marks == 1).any(dim=1)).any():
                among = logits.masked_fill(~known, -1e9)[some_right]
                out["rank " + role] = _pointer_loss(among, marks[some_right])
    return out


def _pointer_loss(logits: torch.Tensor, marks: torch.Tensor) -> torch.Tensor:
    """Minus log of the share that the right targets have among all positions and "none"."""
    everything = torch.cat([torch.zeros(len(logits), 1), logits], dim=1)
    right = torch.cat([~(marks == 1).any(1, keepdim=True), marks == 1], dim=1)
    chosen = everything.masked_fill(~right, -1e9)
    return (torch.logsumexp(everything, 1) - torch.logsumexp(chosen, 1)).mean()


def total(parts: dict[str, torch.Tensor], weights: dict[str, float] | None = None) -> torch.Tensor:
    """The weighted sum; `weights` go before `WEIGHTS`."""
    counts = {**WEIGHTS, **(weights or {})}
    return torch.stack([value * counts.get(name.split()[0], 1.0) for name, value in parts.items()]).sum()
