"""What the encoder thinks of one text: probabilities for every word piece, spans cut from them, and scores of links between spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from habeas.case.passage import Span
from habeas.read.heads import DISTANCE_BUCKETS, HEADS, LINK_WIDTH, ROLES, columns, types_by_kind
from habeas.read.page_weights import PageWeights
from habeas.read.wordpieces import WordPieces

Floats = NDArray[np.float32]
Inside = tuple[Floats, NDArray[np.bool_], NDArray[np.int64]]
_COLUMNS: Final = columns()
_LABELS: Final = {head.name: head.labels for head in HEADS}
_OF_KIND: Final = types_by_kind()  # the columns of the types of one kind


@dataclass(frozen=True, slots=True, order=True)
class Marked:
    """A span that a head marks, with its label ("person", "nominal"; "" where the head has one kind) and mean probability."""

    span: Span
    label: str
    probability: float


@dataclass(frozen=True, slots=True)
class Signals:
    """The encoder's answers about one text. Spans are in the text's own code points; the pieces know what was skipped.

    `answers` has a row a piece and the columns of `heads.columns()`, as probabilities. `queries` and `keys` are the two ends of links:
    pieces x roles x LINK_WIDTH. `nearness` and `none` are the learned tables for distance and for "no target at all".
    `middle` and `last` are the encoder's states half-way and at the end (pieces x width), for the network that sees the whole page with the weights `page`.
    """

    pieces: WordPieces
    answers: Floats
    queries: Floats
    keys: Floats
    nearness: Floats
    none: Floats
    middle: Floats = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32), repr=False)
    last: Floats = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32), repr=False)
    page: PageWeights | None = field(default=None, repr=False)
    cut: dict[tuple[str, float], tuple[Marked, ...]] = field(default_factory=dict, repr=False, compare=False)  # spans asked for before
    marked: dict[str, Inside] = field(default_factory=dict, repr=False, compare=False)  # what `inside` was asked before

    def head(self, name: str) -> Floats:
        """Probabilities of one head: pieces x labels."""
        return self.answers[:, _COLUMNS[name]]

    def inside(self, name: str) -> Inside:
        """For a BIO head, piece by piece: the probability of being marked, whether a span begins here, and which kind is likeliest.

        Pieces of one word agree: their mean counts, and only the first can begin a span.
        """
        if name not in self.marked:
            self.marked[name] = self._inside(name)
        return self.marked[name]

    def _inside(self, name: str) -> Inside:
        answers = self.head(name)
        if not len(answers):
            return np.zeros(0, dtype=np.float32), np.zeros(0, dtype=np.bool_), np.zeros(0, dtype=np.int64)
        words = np.flatnonzero(self.pieces.begins)
        length = np.diff(words, append=len(answers))
        marked = np.add.reduceat(answers[:, 1:], words, axis=0) / length[:, None]
        kinds = marked.reshape(len(words), -1, 2).sum(axis=2)
        kind = kinds.argmax(axis=1)
        firsts = answers[words, 1:].reshape(len(words), -1, 2)[np.arange(len(words)), kind]
        begins = np.zeros(len(answers), dtype=np.bool_)
        begins[words] = firsts[:, 0] > firsts[:, 1]
        return np.repeat(kinds.sum(axis=1), length), begins, np.repeat(kind, length)

    def spans(self, name: str, threshold: float = 0.5) -> tuple[Marked, ...]:
        """The stretches of whole words that a BIO head marks with at least this probability; a B or a new line begins anew."""
        if (name, threshold) not in self.cut:
            self.cut[name, threshold] = self._cut(name, threshold)
        return self.cut[name, threshold]

    def _cut(self, name: str, threshold: float) -> tuple[Marked, ...]:
        inside, begins, kind = self.inside(name)
        anew = begins | self.pieces.opens.astype(np.bool_)
        anew[1:] |= kind[1:] != kind[:-1]
        labels = [label[2:] for label in _LABELS[name][1::2]]
        found = stretches(inside >= threshold, anew)
        if not found:
            return ()
        sums = np.add.reduceat(np.append(inside, np.float32(0.0)), np.array(found).ravel())[::2]  # from each first to its stop
        return tuple(
            Marked(self.span(first, stop), labels[kind[first]], float(total / (stop - first)))
            for (first, stop), total in zip(found, sums, strict=True)
        )

    def span(self, first: int, stop: int) -> Span:
        """The characters from the first of these pieces to the end of the last."""
        starts, stops = self.pieces.borders
        return Span(starts[first], stops[stop - 1])

    def mention_spans(self, threshold: float = 0.5) -> tuple[Marked, ...]:
        """Names, with the kind of what they name, as whole words."""
        return self.spans("mention", threshold)

    def trigger_spans(self, threshold: float = 0.5) -> tuple[Marked, ...]:
        """Words that tell of an event, action or response."""
        return self.spans("trigger", threshold)

    def likeliest_type(self, kind: str, span: Span) -> tuple[str, float]:
        """The type of one kind ("custody", "action", "response") that `span` most likely tells of, without its kind, and its probability."""
        first, stop = self.pieces.within(span)
        at = _OF_KIND[kind]
        values = self.head("type")[first:stop, at].max(axis=0) if stop > first else np.zeros(len(_LABELS["type"]))[at]
        best = int(values.argmax())
        return _LABELS["type"][at][best].removeprefix(kind + ":"), float(values[best])

    def trigger_probabilities(self, span: Span) -> dict[str, float]:
        """For each type ("custody:detained", "action:condemn", …) the probability that `span` tells of it."""
        return self._highest("type", span)

    def realis_probabilities(self, span: Span) -> dict[str, float]:
        """For each realis the probability, if `span` is a trigger."""
        return self._mean("realis", span)

    def probability(self, name: str, span: Span) -> float:
        """The mean probability, over the pieces of `span`, that a BIO head marks them; for "boilerplate", that they are that."""
        first, stop = self.pieces.within(span)
        if stop <= first:
            return 0.0
        at = _COLUMNS[name]
        mean = float(np.add.reduce(self.answers[first:stop, at.start]) / np.float32(stop - first))
        return mean if at.stop - at.start == 1 else float(np.float32(1.0) - np.float32(mean))

    def share(self, name: str, kind: str, span: Span) -> float:
        """The mean probability, over the pieces of `span`, that a BIO head with kinds marks them as `kind`."""
        first, stop = self.pieces.within(span)
        if stop <= first:
            return 0.0
        at = [i for i, label in enumerate(_LABELS[name]) if label.endswith(f"-{kind}")]
        return float(self.head(name)[first:stop][:, at].sum(axis=1).mean())

    def is_read(self, span: Span) -> bool:
        """False for words that the encoder was told to skip."""
        first, stop = self.pieces.within(span)
        return stop > first

    def _highest(self, name: str, span: Span) -> dict[str, float]:
        first, stop = self.pieces.within(span)
        values = self.head(name)[first:stop].max(axis=0) if stop > first else np.zeros(len(_LABELS[name]))
        return dict(zip(_LABELS[name], map(float, values), strict=True))

    def _mean(self, name: str, span: Span) -> dict[str, float]:
        first, stop = self.pieces.within(span)
        values = self.head(name)[first:stop].mean(axis=0) if stop > first else np.zeros(len(_LABELS[name]))
        return dict(zip(_LABELS[name], map(float, values), strict=True))

    def pair_logits(self, role: str, anchor: Span, candidates: Sequence[Span]) -> Floats:
        """For each candidate how much more likely it is than "none" as the `role` of `anchor`; -inf where it was not read."""
        first, stop = self.pieces.within(anchor)
        out = np.full(len(candidates), -np.inf, dtype=np.float32)
        at = [(k, i) for k, c in enumerate(candidates) if (i := self.pieces.first_in(c)) is not None]
        if stop <= first or not at:
            return out
        out[[k for k, _ in at]] = self._logits(role, first, stop, np.array([i for _, i in at]))
        return out

    def pair_scores_at(self, role: str, anchor: Span, starts: NDArray[np.int64], stops: NDArray[np.int64]) -> Floats:
        """`pair_scores` for candidates given by where they start and stop; 0 where one was not read."""
        first, stop = self.pieces.within(anchor)
        out = np.zeros(len(starts), dtype=np.float32)
        if stop <= first or not len(starts):
            return out
        where = self.first_pieces(starts, stops)
        read = where >= 0
        out[read] = _sigmoid(self._logits(role, first, stop, where[read]))
        return out

    def first_pieces(self, starts: NDArray[np.int64], stops: NDArray[np.int64]) -> NDArray[np.int64]:
        """The first piece of each of these spans; -1 where one was not read."""
        where = np.searchsorted(self.pieces.stops, starts, side="right").astype(np.int64)
        read = where < len(self.pieces)
        read[read] = self.pieces.starts[where[read]] < stops[read]
        return np.where(read, where, -1)

    def ends_at(self, roles: Sequence[str], where: NDArray[np.int64]) -> Ends:
        """Candidates given by their first pieces, for links to them in several roles."""
        at = [ROLES.index(role) for role in roles]
        return Ends(self, at, where, self.keys[where][:, at], self.nearness[at], self.none[at][:, None])

    def _logits(self, role: str, first: int, stop: int, where: NDArray[np.int64]) -> Floats:
        """How much more likely than "none" each piece of `where` is as the role of the pieces from `first` on."""
        r = ROLES.index(role)
        near = mean_row(self.nearness[r][_buckets_between(first, stop, where)])
        scores: Floats = self.keys[where, r] @ mean_row(self.queries[first:stop, r])
        scores /= _SCALE
        scores += near
        scores -= self.none[r]
        return scores

    def seen_at(self, span: Span) -> tuple[float, Floats, Floats]:
        """Of the words at `span`: how likely they are a trigger, the highest share of each type, and the mean share of each realis."""
        first, stop = self.pieces.within(span)
        if stop <= first:
            return 0.0, np.zeros(len(_LABELS["type"]), dtype=np.float32), np.zeros(len(_LABELS["realis"]), dtype=np.float32)
        trigger = 1.0 - float(mean_row(self.head("trigger")[first:stop])[0])
        types: Floats = np.maximum.reduce(self.head("type")[first:stop], axis=0)
        return trigger, types, mean_row(self.head("realis")[first:stop])

    def pair_score(self, role: str, anchor: Span, candidate: Span) -> float:
        """The probability that `candidate` is the `role` of `anchor`, each candidate judged on its own."""
        return float(self.pair_scores(role, anchor, [candidate])[0])

    def pair_scores(self, role: str, anchor: Span, candidates: Sequence[Span]) -> Floats:
        """`pair_score` for many candidates at once."""
        return _sigmoid(self.pair_logits(role, anchor, candidates))

    def choose(self, role: str, anchor: Span, candidates: Sequence[Span]) -> tuple[int | None, float]:
        """Which one of `candidates` is the `role` of `anchor`, None for none of them, and how sure that is."""
        logits = np.concatenate([np.zeros(1, dtype=np.float32), self.pair_logits(role, anchor, candidates)])
        shares = np.exp(logits - logits.max())
        shares /= shares.sum()
        best = int(shares.argmax())
        return (best - 1 if best else None), float(shares[best])


def stretches(chosen: NDArray[np.bool_], anew: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The half-open runs of chosen pieces, cut where one begins anew."""
    before = np.concatenate([[False], chosen[:-1]])
    after = np.concatenate([chosen[1:] & ~anew[1:], [False]])
    return list(zip(np.flatnonzero(chosen & (~before | anew)).tolist(), (np.flatnonzero(chosen & ~after) + 1).tolist(), strict=True))


def mean_row(rows: Floats) -> Floats:
    """The mean row; numpy's own is the same and asks four questions first."""
    mean: Floats = rows[0] if len(rows) == 1 else np.add.reduce(rows, axis=0) / np.float32(len(rows))
    return mean


@dataclass(frozen=True, slots=True)
class Ends:
    """The far ends of links in the roles `at`, prepared once for many anchors: the keys at the pieces `where`, and the tables of those roles."""

    signals: Signals
    at: Sequence[int]
    where: NDArray[np.int64]
    keys: Floats
    nearness: Floats
    none: Floats

    def from_(self, anchor: Span, low: int, high: int) -> Floats:
        """As `pair_logits`, to the ends from `low` up to `high`: ends x roles."""
        first, stop = self.signals.pieces.within(anchor)
        if stop <= first or low == high:
            return np.full((high - low, len(self.at)), -np.inf, dtype=np.float32)
        near = self.nearness[:, _buckets_between(first, stop, self.where[low:high])].mean(axis=1)
        scores: Floats = np.einsum("wrd,rd->rw", self.keys[low:high], mean_row(self.signals.queries[first:stop, self.at]))
        scores /= _SCALE
        scores += near
        scores -= self.none
        return scores.T


_SIDE: Final = (DISTANCE_BUCKETS - 1) // 2  # buckets on either side of 0
_FARTHEST: Final = 2 ** (_SIDE - 1)  # from here on all distances share the last one


def _bucket(distance: int) -> int:
    """As `training.network.bucket`: the column of `nearness` for a signed distance."""
    size = min((abs(distance) - 1).bit_length() + 1, _SIDE) if distance else 0
    return size + _SIDE if distance < 0 else size


_BUCKETS: Final[NDArray[np.int64]] = np.array([_bucket(d) for d in range(-_FARTHEST, _FARTHEST + 1)], dtype=np.int64)


_SCALE: Final = np.float32(LINK_WIDTH**0.5)


def _buckets_between(first: int, stop: int, where: NDArray[np.int64]) -> NDArray[np.int64]:
    """The columns of `nearness` for the distances of the pieces `where` from each piece from `first` to `stop`."""
    places = where[None, :] - np.arange(first - _FARTHEST, stop - _FARTHEST)[:, None]
    columns: NDArray[np.int64] = _BUCKETS.take(places, mode="clip")
    return columns


def _sigmoid(x: Floats) -> Floats:
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * x)), dtype=np.float32)


def as_probabilities(logits: Floats) -> Floats:
    """Each head's logits as probabilities: shares that add up to one, or each label on its own."""
    out = np.empty_like(logits)
    for head in HEADS:
        at = _COLUMNS[head.name]
        if head.exclusive:
            shares = np.exp(logits[:, at] - logits[:, at].max(axis=1, keepdims=True))
            out[:, at] = shares / shares.sum(axis=1, keepdims=True)
        else:
            out[:, at] = _sigmoid(logits[:, at])
    return out
