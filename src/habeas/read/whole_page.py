"""How does one thing that is told stand to everybody on the page? A small network that has seen all mentions together is asked.

The encoder links two places in the text, each by what stands around it; trees weigh signs that were chosen for them. Here every mention has first looked at
all the others (who is one with whom, who stands in which sentence, what else is told there), and what is asked about looks at them all: is this told, who
does it, whom does it befall? Its weights are made by `training.page` (`weights/page.npz`); what it says is one sign among the others on the scales.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from habeas.case.passage import Span
from habeas.read.page_weights import ASKED, CLASSES, FORMS, KINDS, LINKS, STEP, Floats, Ints, PageWeights, distance_bucket
from habeas.read.scene import Scene
from habeas.read.signals import Signals, mean_row

_TRIGGER: Final = 0.2  # of a trigger that the encoder sees, to be a thing on the page
_CONTENT: Final = 0.3
_FARTHEST: Final = 12.0  # of a link's logit, either way
_BLOCK: Final = 256  # things that look at each other; a page has fifty, a long report thousands
_MARGIN: Final = 64  # of them on either side of a block's own
_LEAST: Final = 9  # things: it has learned no page with fewer than eleven, and of a sentence or two it is often wrong
NEVER: Final = -12.0  # the logit of whoever is out of sight


class Thing(NamedTuple):
    """A mention, or a trigger or words said as the encoder marks them; `of` is the entity, -1 for none. In the order of the text."""

    start: int
    stop: int
    kind: str
    form: str
    of: int


class Asking(NamedTuple):
    """The words that are asked about; of a quote, its parts, and the reporting words."""

    spans: tuple[Span, ...]
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the network says of one thing told, as logits: for each label whether it is that; for each entity in sight whether it acts or speaks, and is befallen or helped."""

    told: Mapping[str, float]
    agent: Mapping[int, float]
    patient: Mapping[int, float]


def things_on(scene: Scene, signals: Signals) -> list[Thing]:
    """All that stands on a page, in order."""
    mentions = (Thing(m.span.start, m.span.stop, "mention", m.form.value, i) for i, e in enumerate(scene.entities) for m in e.mentions)
    triggers = (Thing(t.span.start, t.span.stop, "trigger", "", -1) for t in signals.trigger_spans(_TRIGGER))
    contents = (Thing(t.span.start, t.span.stop, "content", "", -1) for t in signals.spans("content", _CONTENT))
    return sorted((*mentions, *triggers, *contents))


def states_at(signals: Signals, spans: Sequence[Span]) -> list[Floats]:
    """The encoder's states at some words: the last of their first piece, the mean of the last, the mean of the middle ones."""
    at = [(first, stop) for first, stop in map(signals.pieces.within, spans) if first < stop]
    if not at:
        return [np.zeros(signals.last.shape[1], dtype=np.float32)] * 3
    last, middle = ([states[first:stop] for first, stop in at] for states in (signals.last, signals.middle))
    if len(at) == 1:
        return [last[0][0], mean_row(last[0]), mean_row(middle[0])]
    return [last[0][0], mean_row(np.concatenate(last)), mean_row(np.concatenate(middle))]


def states_of(signals: Signals, things: Sequence[Thing]) -> Floats:
    """`states_at` of each thing: things x three times the width; 0 where the encoder did not read it."""
    first = first_pieces(signals, things)
    stop = np.searchsorted(signals.pieces.starts, [t.stop for t in things], side="left")
    read = first >= 0
    out = np.zeros((len(things), 3 * signals.last.shape[1]), dtype=np.float32)
    if read.any():
        begins, lengths = first[read], stop[read] - first[read]
        starts = np.cumsum(lengths) - lengths
        rows = np.repeat(begins - starts, lengths) + np.arange(lengths.sum())
        means = [np.add.reduceat(states[rows], starts, axis=0) / lengths[:, None] for states in (signals.last, signals.middle)]
        out[read] = np.concatenate([signals.last[begins], *means], axis=1)
    return out


class Links:
    """The encoder's five links to each of the things, which are given by their first pieces (-1 for none)."""

    def __init__(self, signals: Signals, pieces: Ints) -> None:
        self._count = len(pieces)
        self._read = np.flatnonzero(pieces >= 0)
        self._ends = signals.ends_at(LINKS, pieces[self._read])

    def from_(self, anchor: Span, first: int = 0, stop: int | None = None) -> Floats:
        """Those from the anchor to the things from `first` up to `stop`: things x LINKS."""
        stop = self._count if stop is None else stop
        low, high = np.searchsorted(self._read, (first, stop)).tolist()
        out = np.full((stop - first, len(LINKS)), -_FARTHEST, dtype=np.float32)
        out[self._read[low:high] - first] = self._ends.from_(anchor, low, high)
        return np.minimum(np.maximum(out, -_FARTHEST), _FARTHEST)


def first_pieces(signals: Signals, things: Sequence[Thing]) -> Ints:
    """The first piece of each thing; -1 where the encoder was told to skip it."""
    borders = np.array([(t.start, t.stop) for t in things], dtype=np.int64).reshape(-1, 2)
    return signals.first_pieces(borders[:, 0], borders[:, 1])


class Page:
    """One page on which something stands, seen as a whole with the weights of `signals.page`; asked about words, it answers with logits."""

    def __init__(self, scene: Scene, signals: Signals, weights: PageWeights) -> None:
        self.signals, self._weights = signals, weights
        self.things = things_on(scene, signals)
        self._places = Places(scene)
        self._starts = np.array([t.start for t in self.things], dtype=np.int64)
        self._of = np.array([t.of for t in self.things], dtype=np.int64)
        self._where = self._places.of(self._starts)
        self._links = Links(signals, first_pieces(signals, self.things))
        self._answers: dict[tuple[str, Asking], Answer] = {}
        seen = self._among_all(_first_look(scene, signals, weights, self.things))
        self._as_partner = _linear(weights, "pe", seen)
        self._gathered = [(_linear(weights, f"{layer}.k", seen), _linear(weights, f"{layer}.v", seen)) for layer in _layers(weights, "C")]

    def ask(self, kind: str, asking: Asking) -> Answer:
        """What stands at these words, if it is of this kind ("quote", with the reporting words; "custody", "action", "response")."""
        return self.ask_all(kind, [asking])[0]

    def ask_all(self, kind: str, askings: Sequence[Asking]) -> list[Answer]:
        """`ask` for several of one kind, which takes hardly longer than one."""
        new = [a for a in dict.fromkeys(askings) if (kind, a) not in self._answers]
        together = [new] if len(self.things) <= _BLOCK else [[a] for a in new]
        for some in together:
            if some:
                self._answers.update(zip([(kind, a) for a in some], self._asked(kind, some), strict=True))
        return [self._answers[kind, a] for a in askings]

    def _among_all(self, x: Floats) -> Floats:
        """The things after each has looked at the others: things x width."""
        out = np.empty_like(x)
        for (first, stop), (own, end) in _blocks(len(x)):
            out[own:end] = self._among(x[first:stop], first, stop)[own - first : end - first]
        return out

    def _among(self, x: Floats, first: int, stop: int) -> Floats:
        w, of, where = self._weights, self._of[first:stop], self._where[first:stop]
        starts = self._starts[first:stop]
        rel = np.stack(
            [
                (of[None] == of[:, None]) & (of[None] >= 0),
                where[None, :, 0] == where[:, None, 0],
                where[None, :, 1] == where[:, None, 1],
            ],
            axis=-1,
        ).astype(np.float32)
        near = distance_bucket((starts[None] - starts[:, None]) // STEP)
        bias = (w.arrays["nb.weight"][near] + rel @ w.arrays["rel.weight"].T).transpose(2, 0, 1)
        for layer in _layers(w, "L"):
            x = _attend(w, layer, x, _linear(w, f"{layer}.k", x), _linear(w, f"{layer}.v", x), bias)
        return x

    def _asked(self, kind: str, askings: Sequence[Asking]) -> list[Answer]:
        """Of askings that see the same things: all of them, or those around the only one."""
        w, k = self._weights, ASKED.index(kind)
        first, stop = self._in_sight(askings[0])
        q = _linear(w, "qin", np.stack([question_states(self.signals, a) for a in askings])) + w.arrays["qk.weight"][k]
        q = _norm(w, "qln", q)
        near, rel = self._beside(askings, first, stop)
        bias = (w.arrays["qnb.weight"][near] + rel @ w.arrays["qrel.weight"].T).transpose(2, 0, 1)
        for layer, (keys, values) in zip(_layers(w, "C"), self._gathered, strict=True):
            q = _attend(w, layer, q, keys[first:stop], values[first:stop], bias)
        pair = self._as_partner[None, first:stop] + _linear(w, "pq", q)[:, None]
        pair += w.arrays["pd.weight"][near]
        pair += _linear(w, "pl", rel)
        by_kind = w.arrays["lin.weight"].reshape(2, len(LINKS), len(ASKED))[:, :, k]
        scores = _linear(w, "out", _gelu(pair)) + rel[..., : len(LINKS)] @ by_kind.T + w.arrays["lin.bias"]
        entities, best = _by_entity(scores, self._of[first:stop])
        labels = [(i, label) for i, label in enumerate(w.labels) if label.partition(":")[0] == kind]
        return [
            Answer(
                {label: float(row[i]) for i, label in labels},
                dict(zip(entities, logits[:, 0].tolist(), strict=True)),
                dict(zip(entities, logits[:, 1].tolist(), strict=True)),
            )
            for row, logits in zip(_linear(w, "ty", q), best, strict=True)
        ]

    def _in_sight(self, asking: Asking) -> tuple[int, int]:
        """The things that one sees from there: on a usual page, all."""
        if len(self.things) <= _BLOCK:
            return 0, len(self.things)
        at = int(np.searchsorted(self._starts, asking.spans[0].start))
        return max(0, at - _BLOCK // 2), min(len(self.things), at + _BLOCK // 2)

    def _beside(self, askings: Sequence[Asking], first: int, stop: int) -> tuple[Ints, Floats]:
        """How far each thing is from each asking; the encoder's links to it, and whether it stands in its sentence and paragraph."""
        starts = np.array([a.spans[0].start for a in askings], dtype=np.int64)
        near = distance_bucket((self._starts[None, first:stop] - starts[:, None]) // STEP)
        here = self._places.of(starts)
        same = (self._where[None, first:stop] == here[:, None]).astype(np.float32)
        links = np.stack([self._links.from_(a.spans[0], first, stop) for a in askings]) / 4
        return near, np.concatenate([links, same], axis=2)


def question_states(signals: Signals, asking: Asking) -> Floats:
    """The encoder's states at the words asked about, and the mean of the last at the reporting words."""
    _, reporting, _ = states_at(signals, [asking.cue] if asking.cue is not None else [])
    return np.concatenate([*states_at(signals, asking.spans), reporting])


class Places:
    """Which sentence and which paragraph hold a place in the text; as arrays, so that a page does not hold the scene that holds it."""

    def __init__(self, scene: Scene) -> None:
        self._starts = np.array(scene.starts, dtype=np.int64)
        self._stops = np.array([u.span.stop for u in scene.units], dtype=np.int64)
        self._sentences = np.array([u.sentence for u in scene.units], dtype=np.int64)
        self._paragraphs = np.array([s.paragraph for s in scene.document.sentences], dtype=np.int64)

    def of(self, starts: Ints) -> Ints:
        """Places x 2: the sentence and paragraph of the unit that holds each place, or of the next one (`Scene.nearest`)."""
        if not len(self._starts):
            return np.zeros((len(starts), 2), dtype=np.int64)
        at = np.searchsorted(self._starts, starts, side="right") - 1
        at = np.where((at >= 0) & (self._stops[at] > starts), at, at + 1)
        sentences = self._sentences[np.minimum(at, len(self._starts) - 1)]
        return np.stack([sentences, self._paragraphs[sentences]], axis=1)


def _first_look(scene: Scene, signals: Signals, w: PageWeights, things: Sequence[Thing]) -> Floats:
    """What each thing is by itself: things x width."""
    x = _linear(w, "inp", states_of(signals, things))
    for name, rows in zip(("cls", "form", "kind", "nam"), rows_of(scene, things), strict=True):
        x = x + w.arrays[f"{name}.weight"][rows]
    return _norm(w, "ln", x)


def rows_of(scene: Scene, things: Sequence[Thing]) -> tuple[Ints, Ints, Ints, Ints]:
    """Of each thing by the rows of the embeddings: its class, its form, the kind of what it means, and whether the text names that."""
    entities = scene.entities
    rows = (
        [CLASSES.index(t.kind) for t in things],
        [FORMS.index(t.form) if t.form in FORMS else 0 for t in things],
        [KINDS.index(entities[t.of].kind.value) if t.of >= 0 and entities[t.of].kind.value in KINDS else 0 for t in things],
        [int(t.of >= 0 and entities[t.of].is_named) for t in things],
    )
    classes, forms, kinds, named = (np.array(row, dtype=np.int64) for row in rows)
    return classes, forms, kinds, named


def _by_entity(scores: Floats, of: Ints) -> tuple[list[int], Floats]:
    """Each entity that a thing in sight means, and for each asking the scores of its likeliest mention: askings x entities x 2."""
    order = np.argsort(of, kind="stable")
    order = order[np.searchsorted(of[order], 0) :]
    if not len(order):
        return [], np.zeros((len(scores), 0, 2), dtype=np.float32)
    entities, first = np.unique(of[order], return_index=True)
    return entities.tolist(), np.maximum.reduceat(scores[:, order], first, axis=1)


def page_of(scene: Scene, signals: Signals) -> Page | None:
    """The page, seen once; None where the models in use have no network for it, and where so little stands on it that the network knows no such page."""
    if signals.page is None:
        return None
    page = scene.answers.get((Page,))
    if not isinstance(page, Page) or page.signals is not signals:
        page = scene.answers[(Page,)] = Page(scene, signals, signals.page)
    return page if len(page.things) >= _LEAST else None


def _blocks(count: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Stretches of things that look at each other, each with those of its own whose word counts."""
    if count <= _BLOCK:
        return [((0, count), (0, count))] if count else []
    own = _BLOCK - 2 * _MARGIN
    return [((max(0, i - _MARGIN), min(count, i + own + _MARGIN)), (i, min(count, i + own))) for i in range(0, count, own)]


def _layers(w: PageWeights, name: str) -> list[str]:
    """The names of the layers of one kind: "L" among the things, "C" from a question to them."""
    return [layer for n in range(len(w.arrays)) if f"{(layer := f'{name}.{n}')}.q.weight" in w.arrays]


def _linear(w: PageWeights, name: str, x: Floats) -> Floats:
    out: Floats = x @ w.arrays[f"{name}.weight"].T
    out += w.arrays[f"{name}.bias"]
    return out


def _norm(w: PageWeights, name: str, x: Floats) -> Floats:
    width = np.float32(x.shape[-1])
    mean: Floats = np.add.reduce(x, axis=-1, keepdims=True)
    mean /= width
    out = x - mean
    spread: Floats = np.add.reduce(out * out, axis=-1, keepdims=True)
    spread /= width
    spread += np.float32(1e-5)
    out /= np.sqrt(spread)
    out *= w.arrays[f"{name}.weight"]
    out += w.arrays[f"{name}.bias"]
    return out


def _gelu(x: Floats) -> Floats:
    out: Floats = x * np.float32(0.044715)
    for step in (np.multiply, np.multiply, np.add):  # 0.044715 * x * x * x + x, in place: these are the largest arrays of all
        step(out, x, out=out)
    out *= np.float32(0.7978845608)
    np.tanh(out, out=out)
    out += np.float32(1.0)
    out *= x * np.float32(0.5)
    return out


def _attend(w: PageWeights, name: str, x: Floats, keys: Floats, values: Floats, bias: Floats) -> Floats:
    """One layer: each of `x` gathers from others by their keys and values; `bias` (heads x of x x others) is added to the scores."""
    heads = len(bias)
    q, k, v = (y.reshape(len(y), heads, -1).transpose(1, 0, 2) for y in (_linear(w, f"{name}.q", x), keys, values))
    shares: Floats = q @ k.transpose(0, 2, 1)
    shares /= np.float32(q.shape[2] ** 0.5)
    shares += bias
    shares -= np.maximum.reduce(shares, axis=-1, keepdims=True)
    np.exp(shares, out=shares)
    shares /= np.add.reduce(shares, axis=-1, keepdims=True)
    gathered = (shares @ v).transpose(1, 0, 2).reshape(len(x), -1)
    x = _norm(w, f"{name}.n1", x + _linear(w, f"{name}.o", gathered))
    return _norm(w, f"{name}.n2", x + _linear(w, f"{name}.d", _gelu(_linear(w, f"{name}.u", x))))
