"""The evidence of many pairs of names at once, the same numbers as `evidence.weigh_evidence` gives for each.

Names are taken apart together, each different word is read once, and everything after that is arithmetic on arrays. Rows that
are out of the ordinary (brackets, no plain word) are left to the one-pair way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from habeas.resolve.evidence import ALIKE, FEATURES, MANY, NEAR
from habeas.resolve.parse import APART, SILENT, WIDEST
from habeas.resolve.vocabulary import Bools, Doubles, Ints, Strings, Vocabulary, alike, strings
from habeas.resolve.weights import Floats
from habeas.resolve.words import Kind, Script

_END: Final = "\uf8ff"  # stands between names; for private use, so no name has it
_MOST_WORDS: Final = 12
_LONGEST: Final = 400
_CHUNK: Final = 8192  # pairs at a time, so that the arrays stay near the processor
_SILENT_SIGNS = re.compile(f"[{re.escape(SILENT)}]+")
_APART_SIGNS = re.compile(f"[{re.escape(APART)})\\]）]+")
_BRACKETS = re.compile(r"[(\[（]")


@dataclass(frozen=True, slots=True)
class Names:
    """Names as rows of word numbers, given name first; -1 where a row has no more words. `is_plain` is False for rows left to others."""

    words: Ints
    fathers: Bools
    counts: Ints
    is_plain: Bools


def parse_names(names: Sequence[str]) -> tuple[Vocabulary, Names]:
    """All words of the names, and each name as a row of them."""
    text = f" {_END} ".join(names) + f" {_END}"
    is_plain = np.ones(len(names), bool)
    if _BRACKETS.search(text) or text.count(_END) != len(names) or max(map(len, names), default=0) > _LONGEST:
        is_plain = np.array([not _BRACKETS.search(n) and _END not in n and len(n) <= _LONGEST for n in names])
        text = f" {_END} ".join([n if ok else "?" for n, ok in zip(names, is_plain, strict=True)]) + f" {_END}"
    text = unicodedata.normalize("NFC", text).lower()
    text = _APART_SIGNS.sub(" ", _SILENT_SIGNS.sub("", text)).replace("،", ",").replace(",", " , ")
    tokens = text.split()
    numbers = {word: k for k, word in enumerate(dict.fromkeys([_END, ",", *tokens]))}
    ids = np.fromiter(map(numbers.__getitem__, tokens), np.int64, len(tokens))
    vocabulary = Vocabulary(list(numbers))
    return vocabulary, _arranged(vocabulary, ids, is_plain)


def _arranged(v: Vocabulary, ids: Ints, is_plain: Bools) -> Names:
    """The tokens of all names as rows: the part after a comma first, titles out, a family name before given and father's name last."""
    rows = np.cumsum(ids == 0) - (ids == 0)
    before = np.ones(len(ids), np.int64)
    if (ids == 1).any():
        commas = np.cumsum(ids == 1)
        at_start = np.concatenate([[0], commas[np.flatnonzero(ids == 0)]])[rows]
        before = (commas == at_start).astype(np.int64)
        order = np.argsort(rows * 2 + before, kind="stable")
        ids, rows = ids[order], rows[order]
    words = ids > 1
    ids, rows = ids[words], rows[words]
    place = _places(rows, len(is_plain))
    ids, rows = ids[place < _MOST_WORDS], rows[place < _MOST_WORDS]
    kinds, total = v.kinds[ids], len(is_plain)
    few = np.bincount(rows, kinds == Kind.WORD, total) < 2
    kept = (kinds == Kind.WORD) | (kinds == Kind.INITIAL) | ((kinds == Kind.HONOUR) & few[rows])
    fathers = _fathers(v, ids, rows, kinds, kept)
    has_word = np.bincount(rows[kept], (kinds[kept] == Kind.WORD) | (kinds[kept] == Kind.HONOUR), total) > 0
    odd = (np.bincount(rows, kinds == Kind.FATHER, total) > 1) | ~has_word
    return _as_rows(ids[kept], rows[kept], fathers[kept], v.fathers[ids[kept]], is_plain & ~odd)


def _places(rows: Ints, total: int) -> Ints:
    """The place of each entry in its row."""
    starts = np.searchsorted(rows, np.arange(total))
    return np.arange(len(rows)) - starts[rows]


def _fathers(v: Vocabulary, ids: Ints, rows: Ints, kinds: Ints, kept: Bools) -> Bools:
    """Which words are a father's name: by their ending, before uulu or kyzy, after bin or ibn."""
    fathers = v.fathers[ids].copy()
    marks = kinds == Kind.FATHER
    if not marks.any():
        return fathers
    chain = np.flatnonzero(kept | marks)
    genders = v.genders[ids]
    here, there = chain[:-1], chain[1:]
    one_row = rows[here] == rows[there]
    fathers[here[one_row & marks[there] & (genders[there] != 0) & kept[here]]] = True
    fathers[there[one_row & marks[here] & (genders[here] == 0) & kept[there]]] = True
    return fathers


def _as_rows(ids: Ints, rows: Ints, fathers: Bools, by_ending: Bools, is_plain: Bools) -> Names:
    """Rows of words; where a father's name by its ending stands last of three or more, the first word is the family name."""
    total = len(is_plain)
    counts = np.bincount(rows, minlength=total)
    place = _places(rows, total)
    is_last = place == counts[rows] - 1
    earlier = np.bincount(rows, fathers & ~is_last, total)
    turned = np.zeros(total, bool)
    turned[rows[is_last & by_ending & (counts[rows] > 2) & (earlier[rows] == 0)]] = True
    place = np.where(turned[rows], (place - 1) % counts[rows], place)
    table = np.full((total, WIDEST), -1, np.int64)
    marks = np.zeros((total, WIDEST), bool)
    fit = place < WIDEST
    table[rows[fit], place[fit]] = ids[fit]
    marks[rows[fit], place[fit]] = fathers[fit]
    return Names(table, marks, np.minimum(counts, WIDEST), is_plain)


class _Pairs:
    """The arithmetic of `evidence.weigh_evidence` for rows of pairs that have at most `wide` words a name."""

    def __init__(self, v: Vocabulary, x: Ints, y: Ints, fathers_x: Bools, fathers_y: Bools) -> None:
        self.v, self.x, self.y, self.fathers_x, self.fathers_y = v, x, y, fathers_x, fathers_y
        self.total, self.wide = x.shape
        self.rows = np.arange(self.total)
        self.has_x, self.has_y = x >= 0, y >= 0
        self.count_x, self.count_y = self.has_x.sum(1), self.has_y.sum(1)
        self._liken_words()
        self._match_words()

    def _liken_words(self) -> None:
        """`like[cell[r, i, j]]`: how alike word i of the one and word j of the other name are; the last cell stands for none."""
        row, i, j = np.nonzero(self.has_x[:, :, None] & self.has_y[:, None, :])
        like = self.v.liken(self.x[row, i], self.y[row, j])
        self.like: Doubles = np.concatenate([like, np.zeros((1, 4))])
        self.cell = np.full((self.total, self.wide, self.wide), len(like), np.int64)
        self.cell[row, i, j] = np.arange(len(like))
        shift = (self.count_x - self.count_y)[row]
        ranked = np.full(self.cell.shape, -9.0)
        whole = like[:, 0]
        rank = whole - 0.001 * np.abs(i - j - shift) - 0.00001 * (i * WIDEST + j)
        ranked[row, i, j] = np.where(whole >= NEAR, rank, -9.0)
        self.ranked: Doubles = ranked

    def _match_words(self) -> None:
        """The words that answer each other, best first: places in both names (-1: none), and their likeness."""
        ranked, wide = self.ranked, self.wide
        self.at_x = np.full((self.total, wide), -1, np.int64)
        self.at_y = np.full((self.total, wide), -1, np.int64)
        self.met = np.zeros((self.total, wide, 4))
        for k in range(wide):
            best = ranked.reshape(self.total, -1).argmax(1)
            i, j = best // wide, best % wide
            found = np.flatnonzero(ranked[self.rows, i, j] > -9.0)
            if not len(found):
                break
            i, j = i[found], j[found]
            self.at_x[found, k], self.at_y[found, k] = i, j
            self.met[found, k] = self.like[self.cell[found, i, j]]
            ranked[found, i, :] = -9.0
            ranked[found, :, j] = -9.0
        self.is_met = self.at_x >= 0
        self.is_good = self.is_met & (self.met[:, :, 0] >= ALIKE)
        self.word_x = np.where(self.is_met, np.take_along_axis(self.x, np.maximum(self.at_x, 0), 1), 0)
        self.word_y = np.where(self.is_met, np.take_along_axis(self.y, np.maximum(self.at_y, 0), 1), 0)

    def numbers(self) -> Floats:
        """Rows of evidence in the order of FEATURES."""
        fewest, most = np.minimum(self.count_x, self.count_y), np.maximum(self.count_x, self.count_y)
        good = self.is_good.sum(1)
        first_x, first_y = self.x[:, 0], self.y[:, 0]
        self.last_x, self.last_y = self.x[self.rows, self.count_x - 1], self.y[self.rows, self.count_y - 1]
        top = np.zeros((self.total, 3))
        top[:, : min(3, self.wide)] = self.met[:, :3, 0]
        top[np.arange(3) >= fewest[:, None]] = -1.0
        second = self.met[:, 1] if self.wide > 1 else np.zeros((self.total, 4))
        v = self.v
        scripts = v.scripts[first_x], v.scripts[first_y]
        silent = self._any(v.scripts == Script.ARABIC)
        columns = [
            *top.T, self.met[:, 0, 1], second[:, 1], self.met[:, 0, 2], second[:, 2], self.met[:, 0, 3], second[:, 3],
            *(self.like[self.cell[self.rows, i, j], 0] for i, j in self._corners()),
            fewest, most, fewest - good, most - good, *self._rarity(),
            v.common[self.last_x] + v.common[self.last_y], v.common[first_x] + v.common[first_y],
            self._joined(silent), *self._given_names(), v.endings[self.last_x] * v.endings[self.last_y], silent,
            scripts[0] == scripts[1], (scripts[0] == scripts[1]) & (scripts[0] == Script.LATIN),
            (scripts[0] == scripts[1]) & (scripts[0] == Script.ARABIC), self._initials(), *self._fathers(), self._covered(),
            self._shortest(), self._crossed(), *self._shapes(), self._throats(),
        ]  # fmt: skip
        return np.stack(columns, axis=1).astype(np.float32)

    def _corners(self) -> tuple[tuple[Ints, Ints], ...]:
        zero, last_x, last_y = np.zeros(self.total, np.int64), self.count_x - 1, self.count_y - 1
        return (last_x, last_y), (zero, zero), (zero, last_y), (last_x, zero)

    def _any(self, property_: Bools) -> Bools:
        """Whether any word of either name has a property."""
        return np.asarray((property_[self.x] & self.has_x).any(1) | (property_[self.y] & self.has_y).any(1), bool)

    def _rarity(self) -> tuple[Doubles, ...]:
        common = self.v.common[self.word_x] + self.v.common[self.word_y]
        commonest = np.where(self.is_good, common, 15.0).min(1)
        met = np.where(self.is_good, MANY - common, 0.0).sum(1)
        left_x, left_y = self._left(self.at_x, self.x), self._left(self.at_y, self.y)
        rest_x = np.where(left_x, self.v.common[self.x], MANY).min(1)
        rest_y = np.where(left_y, self.v.common[self.y], MANY).min(1)
        few, many = np.sort(np.stack([left_x.sum(1), left_y.sum(1)]), axis=0)
        nothing = ~(left_x.any(1) | left_y.any(1))
        return commonest, met, few.astype(float), many.astype(float), np.where(nothing, MANY, np.minimum(rest_x, rest_y))

    def _left(self, places: Ints, words: Ints) -> Bools:
        """The whole words of a name that no good answer uses."""
        used = np.zeros(words.shape, bool)
        row, k = np.nonzero(self.is_good)
        used[row, places[row, k]] = True
        out: Bools = (words >= 0) & ~used & (self.v.kinds[words] == Kind.WORD)
        return out

    def _joined(self, silent: Bools) -> Doubles:
        out = np.empty(self.total)
        for table, which in ((self.v.sounds.spines, silent), (self.v.sounds.bones, ~silent)):
            if which.any():
                out[which] = alike(self._as_one(table, self.x[which]), self._as_one(table, self.y[which]))
        return out

    def _as_one(self, table: Strings, words: Ints) -> Strings:
        """Each row's words in one string."""
        parts = np.empty((len(words), self.wide + 1), object)
        parts[:, :-1] = table[words]
        parts[:, :-1][words < 0] = ""
        parts[:, -1] = "\n"
        return strings("".join(parts.ravel().tolist()).split("\n")[:-1])

    def _given_names(self) -> tuple[Ints, Bools, Bools]:
        given_x = np.where(self.has_x, self.v.given[self.x], -1)
        given_y = np.where(self.has_y, self.v.given[self.y], -1)
        fresh = given_x >= 0
        for i in range(1, self.wide):
            fresh[:, i] &= (given_x[:, :i] != given_x[:, i : i + 1]).all(1)
        shared = (fresh & (given_x[:, :, None] == given_y[:, None, :]).any(2)).sum(1)
        differs = (given_x >= 0).any(1) & (given_y >= 0).any(1) & (shared == 0)
        women_x, men_x = self._genders(self.x, self.has_x)
        women_y, men_y = self._genders(self.y, self.has_y)
        clash = (women_x | men_x) & (women_y | men_y) & ~((women_x & women_y) | (men_x & men_y))
        return shared, differs, clash

    def _genders(self, words: Ints, has: Bools) -> tuple[Bools, Bools]:
        genders = np.where(has, self.v.genders[words], 0)
        return np.asarray((genders > 0).any(1), bool), np.asarray((genders < 0).any(1), bool)

    def _initials(self) -> Ints:
        is_initial = self.v.kinds == Kind.INITIAL
        out: Ints = (self.is_met & (is_initial[self.word_x] | is_initial[self.word_y])).sum(1)
        return out

    def _fathers(self) -> tuple[Ints, Ints, Doubles]:
        few, many = np.sort(np.stack([self.fathers_x.sum(1), self.fathers_y.sum(1)]), axis=0)
        both = (
            self.is_met
            & np.take_along_axis(self.fathers_x, np.maximum(self.at_x, 0), 1)
            & np.take_along_axis(self.fathers_y, np.maximum(self.at_y, 0), 1)
        )
        return few, many, np.where(both, self.met[:, :, 0], -1.0).max(1)

    def _covered(self) -> Doubles:
        lengths = self.v.class_lengths
        total = np.where(self.has_x, lengths[self.x], 0).sum(1) + np.where(self.has_y, lengths[self.y], 0).sum(1)
        covered = ((lengths[self.word_x] + lengths[self.word_y]) * self.met[:, :, 0] * self.is_met).sum(1)
        out: Doubles = covered / np.maximum(total, 1)
        return out

    def _shortest(self) -> Ints:
        lengths = np.minimum(self.v.bone_lengths[self.word_x], self.v.bone_lengths[self.word_y])
        return np.where(self.is_good.any(1), np.where(self.is_good, lengths, 999).min(1), 0)

    def _crossed(self) -> Bools:
        if self.wide < 2:
            return np.zeros(self.total, bool)
        turn = (self.at_x[:, 0] - self.at_x[:, 1]) * (self.at_y[:, 0] - self.at_y[:, 1])
        return self.is_met[:, 1] & (turn < 0)

    def _throats(self) -> Ints:
        v, one, two = self.v, self.word_x, self.word_y
        other = (v.throats[one] != v.throats[two]) & (v.throat_lengths[one] == v.throat_lengths[two])
        out: Ints = (self.is_good & other & ~((v.given[one] == v.given[two]) & (v.given[one] >= 0))).sum(1)
        return out

    def _shapes(self) -> list[Doubles]:
        v, columns = self.v, []
        one, two = self.word_x[:, :2], self.word_y[:, :2]
        lengths = v.bone_lengths[one], v.bone_lengths[two]
        shorter = np.minimum(*lengths)
        for value in (v.starts[one] == v.starts[two], v.closes[one] == v.closes[two], shorter, np.maximum(*lengths) - shorter):
            shown = np.full((self.total, 2), -1.0)
            shown[:, : value.shape[1]] = np.where(self.is_met[:, :2], value, -1.0)
            columns += [shown[:, 0], shown[:, 1]]
        return columns


def weigh_batch(left: Sequence[str], right: Sequence[str]) -> tuple[Floats, Bools]:
    """The evidence of pairs, row by row, and which rows hold it; the others are for `weigh_evidence`."""
    total = len(left)
    v, names = parse_names([*left, *right])
    plain: Bools = names.is_plain[:total] & names.is_plain[total:] & (names.counts[:total] > 0) & (names.counts[total:] > 0)
    out = np.zeros((total, len(FEATURES)), np.float32)
    wide = np.maximum(names.counts[:total], names.counts[total:])
    for low, high in ((0, 3), (3, WIDEST)):
        rows = np.flatnonzero(plain & (wide > low) & (wide <= high))
        for part in np.array_split(rows, max(1, len(rows) // _CHUNK)):
            if len(part):
                x, y = names.words[part, :high], names.words[total + part, :high]
                out[part] = _Pairs(v, x, y, names.fathers[part, :high], names.fathers[total + part, :high]).numbers()
    return out, plain
