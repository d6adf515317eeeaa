"""The network: MiniLM-L6, made narrower, with three small extra embeddings, one linear layer for all heads, and one for the ends of links."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

from habeas.read.heads import DISTANCE_BUCKETS, HIDDEN, LINK_WIDTH, ROLES, WIDTH

# The official release's file, by its hash: a safetensors file runs no code, and this one is known.
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS, HEAD_WIDTH = 6, 32


@dataclass(frozen=True)
class Width:
    """How wide each layer is: attention heads, and neurons between the two halves of its second part."""

    heads: int
    inner: int


BASE = Width(12, 1536)  # MiniLM-L6
SHIPPED = Width(9, 1152)  # three quarters of it: docs/decisions/0027


def attend(query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, seen: torch.Tensor | None) -> torch.Tensor:
    """Attention of all heads; `seen` is added to the scores. Export puts one fused operator in its place."""
    b, n, width = query.shape
    q, k, v = (x.view(b, n, width // HEAD_WIDTH, HEAD_WIDTH).transpose(1, 2) for x in (query, key, value))
    return functional.scaled_dot_product_attention(q, k, v, attn_mask=seen).transpose(1, 2).reshape(b, n, width)


class Layer(nn.Module):
    """One transformer layer, as in BERT. No dropout inside attention: on a CPU it costs four times the step."""

    def __init__(self, width: Width = BASE) -> None:
        super().__init__()
        attended = width.heads * HEAD_WIDTH
        self.query = nn.Linear(HIDDEN, attended)
        self.key = nn.Linear(HIDDEN, attended)
        self.value = nn.Linear(HIDDEN, attended)
        self.out = nn.Linear(attended, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up = nn.Linear(HIDDEN, width.inner)
        self.down = nn.Linear(width.inner, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.attend = attend

    def forward(self, h: torch.Tensor, seen: torch.Tensor | None) -> torch.Tensor:
        h = self.between(h, seen)
        return self.norm2(h + self.down(self.neurons(h)))

    def attended(self, h: torch.Tensor, seen: torch.Tensor | None) -> torch.Tensor:
        """What the heads gather, before it is put together: rows x pieces x heads times HEAD_WIDTH."""
        gathered: torch.Tensor = self.attend(self.query(h), self.key(h), self.value(h), seen)
        return gathered

    def between(self, h: torch.Tensor, seen: torch.Tensor | None) -> torch.Tensor:
        """The states between the two parts of the layer."""
        states: torch.Tensor = self.norm1(h + self.out(self.attended(h, seen)))
        return states

    def neurons(self, h: torch.Tensor) -> torch.Tensor:
        """What each neuron says of the states `between`."""
        return functional.gelu(self.up(h))


class Reader(nn.Module):
    """Logits of all heads and the two ends of all links, for every word piece."""

    def __init__(self, layers: int = LAYERS, vocabulary: int = 30522, width: Width = BASE) -> None:
        super().__init__()
        self.width = width
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.case = nn.Embedding(4, HIDDEN)
        self.opens = nn.Embedding(2, HIDDEN)
        self.quoted = nn.Embedding(2, HIDDEN)
        for extra in (self.case, self.opens, self.quoted):
            nn.init.zeros_(extra.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width) for _ in range(layers))
        self.dropout = nn.Dropout(0.1)
        self.heads = nn.Linear(HIDDEN, WIDTH)
        self.links = nn.Linear(HIDDEN, 2 * len(ROLES) * LINK_WIDTH)
        self.nearness = nn.Parameter(torch.zeros(len(ROLES), DISTANCE_BUCKETS))
        self.none = nn.Parameter(torch.zeros(len(ROLES)))

    def forward(
        self, ids: torch.Tensor, case: torch.Tensor, opens: torch.Tensor, quoted: torch.Tensor, mask: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        h = self.embedded(ids, case, opens, quoted)
        seen = None if mask is None else hidden_beyond(mask, h.dtype)
        for layer in self.layers:
            h = layer(h, seen)
        h = self.dropout(h)
        return self.heads(h), self.links(h)

    def embedded(self, ids: torch.Tensor, case: torch.Tensor, opens: torch.Tensor, quoted: torch.Tensor) -> torch.Tensor:
        """The states below the first layer."""
        at = torch.arange(ids.shape[1], device=ids.device)
        h = self.words(ids) + self.positions(at) + self.kind + self.case(case) + self.opens(opens) + self.quoted(quoted)
        states: torch.Tensor = self.norm(h)
        return states


def hidden_beyond(mask: torch.Tensor, dtype: torch.dtype) -> torch.Tensor:
    """What to add to scores so that nothing looks at padding."""
    return ((1.0 - mask.to(dtype)) * -1e4)[:, None, None, :]


def load_base(path: Path, layers: int = LAYERS) -> Reader:
    """The network with the base weights in place. Raises ValueError where the file is not the official one."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != BASE_SHA256:
        raise ValueError(f"{path}: SHA-256 is {digest}, expected {BASE_SHA256}")
    weights = load_file(path)
    network = Reader(layers)
    state = network.state_dict()
    renamed = {
        "words.weight": "embeddings.word_embeddings.weight",
        "positions.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for layer in range(layers):
        for ours, theirs in parts.items():
            for kind in ("weight", "bias"):
                renamed[f"layers.{layer}.{ours}.{kind}"] = f"encoder.layer.{layer}.{theirs}.{kind}"
    for ours, theirs in renamed.items():
        state[ours] = weights[theirs]
    state["kind"] = weights["embeddings.token_type_embeddings.weight"][0]
    network.load_state_dict(state)
    return network


def bucket(distance: torch.Tensor) -> torch.Tensor:
    """The column of `nearness` for a signed distance in word pieces: 0, then doublings on either side."""
    size = distance.abs().clamp(min=1).float().log2().ceil().long() + 1
    side = (DISTANCE_BUCKETS - 1) // 2
    size = torch.where(distance == 0, 0, size.clamp(max=side))
    return torch.where(distance < 0, size + side, size)
