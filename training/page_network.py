"""The network that sees a whole page (`habeas.read.whole_page` runs it), and how wrong it is on a batch of pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from habeas.read.heads import HIDDEN
from habeas.read.page_weights import ASKED, CLASSES, DISTANCES, FORMS, KINDS, LINKS, STEP, distance_bucket
from training.page_arrays import LABELS, Asked

WIDTH, HEADS, LAYERS = 192, 6, 2  # as many layers among the things as from a question to them
DROPOUT, BLURRED = 0.2, 0.3  # of the network's states, of the encoder's
_OUT = -30.0  # the logit of an entity that stands nowhere


@dataclass(frozen=True)
class Pages:
    """Pages as tensors, padded: b pages, n things, m questions, e entities. `beside`: of each pair of things whether they are one entity, in one sentence, in
    one paragraph; `question_beside`: the encoder's links from a question to a thing, and whether they are in one sentence, in one paragraph.
    """

    states: torch.Tensor
    classes: torch.Tensor
    forms: torch.Tensor
    kinds: torch.Tensor
    named: torch.Tensor
    whose: torch.Tensor
    there: torch.Tensor
    near: torch.Tensor
    beside: torch.Tensor
    question_states: torch.Tensor
    question_kinds: torch.Tensor
    question_near: torch.Tensor
    question_beside: torch.Tensor
    right: torch.Tensor
    counts: torch.Tensor
    labels: torch.Tensor
    asked: torch.Tensor
    questions: int


def put_together(pages: Sequence[Asked]) -> Pages:
    """The tensors of some pages."""
    n, m = (max(1, max(map(size, pages))) for size in (lambda p: len(p.starts), lambda p: len(p.question_kinds)))
    e = max(1, max(p.right.shape[1] for p in pages))

    def padded(of: Callable[[Asked], object], *shape: int, kind: type = np.float32) -> torch.Tensor:
        out = np.zeros((len(pages), *shape), dtype=kind)
        for row, page in zip(out, pages, strict=True):
            values = np.asarray(of(page), dtype=kind).reshape(-1, *shape[1:]) if len(shape) == 1 else np.asarray(of(page), dtype=kind)
            row[tuple(slice(0, size) for size in values.shape)] = values
        return torch.from_numpy(out)

    whose = padded(lambda p: p.whose + 1, n, kind=np.int64) - 1
    return Pages(
        padded(lambda p: p.states, n, 3 * HIDDEN),
        *(padded(of, n, kind=np.int64) for of in (lambda p: p.classes, lambda p: p.forms, lambda p: p.kinds, lambda p: p.named)),
        whose,
        padded(lambda p: np.ones(len(p.starts)), n, kind=np.bool_),
        padded(lambda p: distance_bucket((p.starts[None] - p.starts[:, None]) // STEP), n, n, kind=np.int64),
        padded(_beside, n, n, 3),
        padded(lambda p: p.question_states, m, 4 * HIDDEN),
        padded(lambda p: [ASKED.index(k) for k in p.question_kinds], m, kind=np.int64),
        padded(lambda p: distance_bucket((p.starts[None] - p.question_starts[:, None]) // STEP), m, n, kind=np.int64),
        padded(_question_beside, m, n, len(LINKS) + 2),
        padded(lambda p: p.right, m, e, 2),
        padded(lambda p: p.counts, m, e, 2),
        padded(lambda p: p.labels, m, len(LABELS)),
        padded(lambda p: p.asked, m, len(LABELS)),
        sum(len(p.question_kinds) for p in pages),
    )


def _beside(page: Asked) -> np.ndarray:
    of = page.whose
    return np.stack([(of[None] == of[:, None]) & (of[None] >= 0), *(w[None] == w[:, None] for w in page.where.T)], axis=-1)


def _question_beside(page: Asked) -> np.ndarray:
    same = page.question_where[:, None] == page.where[None]
    return np.concatenate([page.links / 4, same.astype(np.float32)], axis=2)


class Layer(nn.Module):
    """Some gather from others, then think by themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.n1, self.n2 = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.u, self.d = nn.Linear(WIDTH, 2 * WIDTH), nn.Linear(2 * WIDTH, WIDTH)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, x: torch.Tensor, others: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        q, k, v = (
            part(y).view(y.shape[0], y.shape[1], HEADS, -1).transpose(1, 2) for part, y in ((self.q, x), (self.k, others), (self.v, others))
        )
        gathered = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias).transpose(1, 2).reshape(x.shape)
        x = self.n1(x + self.dropout(self.o(gathered)))
        thought: torch.Tensor = self.n2(x + self.dropout(self.d(functional.gelu(self.u(x), approximate="tanh"))))
        return thought


class PageNetwork(nn.Module):
    """For each question and thing whether it acts and whether it is befallen; for each question, label by label, whether it is that. All logits."""

    def __init__(self) -> None:
        super().__init__()
        self.inp, self.qin = nn.Linear(3 * HIDDEN, WIDTH), nn.Linear(4 * HIDDEN, WIDTH)
        self.ln, self.qln = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.cls, self.form, self.kind, self.nam, self.qk = (
            nn.Embedding(rows, WIDTH) for rows in (len(CLASSES), len(FORMS), len(KINDS), 2, len(ASKED))
        )
        self.nb, self.rel = nn.Embedding(DISTANCES, HEADS), nn.Linear(3, HEADS, bias=False)
        self.qnb, self.qrel = nn.Embedding(DISTANCES, HEADS), nn.Linear(len(LINKS) + 2, HEADS, bias=False)
        for table in (self.nb, self.qnb):
            nn.init.zeros_(table.weight)
        self.L, self.C = (nn.ModuleList(Layer() for _ in range(LAYERS)) for _ in range(2))
        self.pq, self.pe, self.pd, self.pl = (
            nn.Linear(WIDTH, WIDTH),
            nn.Linear(WIDTH, WIDTH),
            nn.Embedding(DISTANCES, WIDTH),
            nn.Linear(len(LINKS) + 2, WIDTH),
        )
        self.out, self.lin, self.ty = nn.Linear(WIDTH, 2), nn.Linear(len(LINKS) * len(ASKED), 2), nn.Linear(WIDTH, len(LABELS))
        self.dropout, self.blur = nn.Dropout(DROPOUT), nn.Dropout(BLURRED)

    def forward(self, p: Pages) -> tuple[torch.Tensor, torch.Tensor]:
        x = self.inp(self.blur(p.states)) + self.cls(p.classes) + self.form(p.forms) + self.kind(p.kinds) + self.nam(p.named)
        x = self.ln(x)
        hidden = torch.where(p.there, 0.0, -1e4)[:, None, None, :]
        among = (self.nb(p.near) + self.rel(p.beside)).permute(0, 3, 1, 2) + hidden
        for layer in self.L:
            x = layer(x, x, among)
        q = self.qln(self.qin(self.blur(p.question_states)) + self.qk(p.question_kinds))
        towards = (self.qnb(p.question_near) + self.qrel(p.question_beside)).permute(0, 3, 1, 2) + hidden
        for layer in self.C:
            q = layer(q, x, towards)
        pair = self.pq(q)[:, :, None] + self.pe(x)[:, None] + self.pd(p.question_near) + self.pl(p.question_beside)
        pair = self.out(self.dropout(functional.gelu(pair, approximate="tanh"))) + self.lin(_by_kind(p))
        return pair.masked_fill(~p.there[:, None, :, None], -1e4), self.ty(self.dropout(q))


def _by_kind(p: Pages) -> torch.Tensor:
    """The links of each pair in the columns of its question's kind."""
    links = p.question_beside[..., : len(LINKS)]
    kind = functional.one_hot(p.question_kinds, len(ASKED)).to(links.dtype)
    return (links[..., None] * kind[:, :, None, None, :]).flatten(-2)


def by_entity(pair: torch.Tensor, p: Pages) -> torch.Tensor:
    """The logits of each entity, which are those of its likeliest mention: b x m x e x 2."""
    b, m, n, _ = pair.shape
    entities = p.right.shape[2]
    at = torch.where(p.whose >= 0, p.whose, entities)[:, None, :, None].expand(b, m, n, 2)
    return torch.full((b, m, entities + 1, 2), _OUT).scatter_reduce(2, at, pair, "amax")[:, :, :entities]


def loss(network: PageNetwork, p: Pages) -> torch.Tensor:
    """For a question, on average: each entity by itself, half as much the right ones among all and nobody, and each label by itself."""
    pair, told = network(p)
    logits = by_entity(pair, p)
    known = p.counts * (logits > _OUT + 1)
    alone = functional.binary_cross_entropy_with_logits(logits.clamp(min=-20), p.right, reduction="none") * known
    label = functional.binary_cross_entropy_with_logits(told, p.labels, reduction="none") * p.asked
    return (alone.sum() + 0.5 * _rank(logits, p.right * known, known) + label.sum()) / max(1, p.questions)


def _rank(logits: torch.Tensor, right: torch.Tensor, known: torch.Tensor) -> torch.Tensor:
    """Minus log of the share that the right entities have among all and nobody; of a side without any known entity nothing."""
    among = torch.where(known > 0, logits, torch.tensor(-1e9)).transpose(2, 3)
    is_right = right.transpose(2, 3) > 0
    everybody = torch.cat([among, torch.zeros_like(among[..., :1])], dim=-1)
    chosen = torch.cat([is_right, ~is_right.any(-1, keepdim=True)], dim=-1)
    each = torch.logsumexp(everybody, -1) - torch.logsumexp(everybody.masked_fill(~chosen, -1e9), -1)
    return (each * (known.sum(2) > 0)).sum()
