"""The evidence of many pairs of names at once, the same numbers as `evidence.weigh_evidence` gives for each.

Names are taken apart together, each different word is read once, and everything after that is arithmetic on arrays. Rows that
are out of the ordinary (brackets, no plain word) are left to the one-pair way.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, count, pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from habeas.resolve.codes import LONGEST_WORD, Bools, Bytes, Hashes, Ints, cut_names
from habeas.resolve.depths import Floats
from habeas.resolve.evidence import ALIKE, FAR, FEATURES, MANY, NEAR, RANKS, STEPS, SURE
from habeas.resolve.parse import WIDEST
from habeas.resolve.subsequences import common_length
from habeas.resolve.vocabulary import Vocabulary
from habeas.resolve.words import Kind, Script

_MOST_WORDS: Final = 12
_LONGEST: Final = 400
_FAINT: Final = 0.2  # the share of pairs without words that answer each other from which it is worth leaving them out
_BONES: Final = (-1, 4, 6, 8, 12, 16, LONGEST_WORD)  # words are joined by rows of this many bones
_FEW: Final = 1000  # pairs up to which one go is quicker than one for each number of words
_CHUNK: Final = 65536  # pairs at a time: memory is bounded, and few steps are taken


_NOTHING: Final = np.zeros((len(FEATURES), 0), np.float32)


@dataclass(frozen=True, slots=True)
class Names:
    """Names as rows of word numbers, given name first; -1 where a row has no more words. `is_plain` is False for rows left to others."""

    words: Ints
    fathers: Bools
    counts: Ints
    is_plain: Bools


def parse_names(names: Sequence[str]) -> tuple[Vocabulary, Names]:
    """All words of the names, and each name as a row of them."""
    is_plain = np.ones(len(names), bool)
    text = "\n".join(names)
    if text.count("\n") != len(names) - 1 or max(map(len, names), default=0) > _LONGEST:
        is_plain = np.array(["\n" not in n and len(n) <= _LONGEST for n in names], bool)
        text = "\n".join([n if ok else "?" for n, ok in zip(names, is_plain, strict=True)])
    cut = cut_names(unicodedata.normalize("NFC", text))
    vocabulary = Vocabulary(cut.words)
    ids = np.where(cut.ids >= 0, vocabulary.place[cut.ids], -1) if len(vocabulary) else cut.ids
    return vocabulary, _arranged(vocabulary, ids, cut.names, is_plain & ~cut.is_odd)


def _arranged(v: Vocabulary, ids: Ints, rows: Ints, is_plain: Bools) -> Names:
    """The tokens of all names as rows: the part after a comma first, titles out, a family name before given and father's name last."""
    commas = ids < 0
    if commas.any():
        first_comma = np.full(len(is_plain), len(ids), np.int64)
        np.minimum.at(first_comma, rows[commas], np.flatnonzero(commas))
        before = np.arange(len(ids)) < first_comma[rows]
        order = np.argsort(rows * 2 + before, kind="stable")
        order = order[~commas[order]]
        ids, rows = ids[order], rows[order]
    place = _places(rows, len(is_plain))
    ids, rows = ids[place < _MOST_WORDS], rows[place < _MOST_WORDS]
    kinds, total = v.kinds[ids], len(is_plain)
    few = np.bincount(rows, kinds == Kind.WORD, total) < 2
    place = place[place < _MOST_WORDS]
    is_last = (place > 0) & (place == np.bincount(rows, minlength=total)[rows] - 1)
    is_name = (kinds == Kind.HONOUR) | ((kinds == Kind.RANK) & is_last)
    kept = (kinds == Kind.WORD) | (kinds == Kind.INITIAL) | (is_name & few[rows])
    fathers = _fathers(v, ids, rows, kinds, kept)
    has_word = np.bincount(rows[kept], (kinds[kept] != Kind.INITIAL), total) > 0
    odd = (np.bincount(rows, kinds == Kind.FATHER, total) > 1) | ~has_word
    odd |= np.bincount(rows, v.is_long[ids], total) > 0
    return _as_rows(ids[kept], rows[kept], fathers[kept], v.fathers[ids[kept]], is_plain & ~odd)


def _places(rows: Ints, total: int) -> Ints:
    """The place of each entry in its row."""
    counts = np.bincount(rows, minlength=total)
    return np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)


def _fathers(v: Vocabulary, ids: Ints, rows: Ints, kinds: npt.NDArray[np.int8], kept: Bools) -> Bools:
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
    table = np.full((WIDEST, total), -1, np.int64)
    marks = np.zeros((WIDEST, total), bool)
    fit = place < WIDEST
    table[place[fit], rows[fit]] = ids[fit]
    marks[place[fit], rows[fit]] = fathers[fit]
    return Names(table, marks, np.minimum(counts, WIDEST), is_plain)


# Arithmetic in place of np.where and of sums of truth values: where these are as often true as not, it is several times as quick.


def _any(rows: Bools) -> Bools:
    """Whether it is true in any row."""
    out: Bools = rows[0].copy()
    for row in rows[1:]:
        out |= row
    return out


def _count(rows: Bools) -> Bytes:
    """In how many rows it is true."""
    out: Bytes = np.add.reduce(rows.view(np.uint8), 0, dtype=np.uint8)
    return out


def _least(rows: npt.NDArray[Any]) -> npt.NDArray[Any]:
    out: npt.NDArray[Any] = rows[0].copy()
    for row in rows[1:]:
        np.minimum(out, row, out=out)
    return out


def _or(is_so: Bools, values: npt.NDArray[Any], other: float) -> Floats:
    """The values where it is so, and the other elsewhere."""
    so = is_so.astype(np.float32)
    out: Floats = values * so
    so -= 1
    so *= np.float32(-other)
    out += so
    return out


def _in_steps(values: Floats) -> Floats:
    """The same rounding as in evidence.weigh_evidence, in place."""
    values *= STEPS
    np.rint(values, out=values)
    values /= STEPS
    return values


def _all_bits(is_so: Bools, kind: type[np.integer[Any]]) -> npt.NDArray[Any]:
    """All bits (-1, or the largest) where it is so, none elsewhere: to be or-ed in."""
    return np.negative(is_so.view(np.int8)).astype(kind)


class _Side:
    """The names of one side of a chunk of pairs: `words[place]` holds the word at a place of each name, -1 where there is none."""

    def __init__(self, v: Vocabulary, words: Ints, marks: Bools, count: Ints) -> None:
        self.v, self.words, self.marks, self.count = v, words, marks, count
        self.has: Bools = words >= 0
        kinds = v.kinds[words]
        self.is_whole: Bools = kinds == Kind.WORD
        self.is_plain: Bools = self.has & (kinds != Kind.INITIAL)
        self.hashes: Hashes = v.hashes[words]

    def some(self, rows: Ints) -> _Side:
        """The names of some of the pairs."""
        return _Side(self.v, self.words[:, rows], self.marks[:, rows], self.count[rows])

    def describe(self) -> None:
        """What only pairs need to know that are weighed in full."""
        v = self.v
        self.common: Floats = v.common[self.words]
        self.given = v.given[self.words]
        genders = v.genders[self.words]
        self.women, self.men, self.has_given = _any(genders > 0), _any(genders < 0), _any(self.given >= 0)
        self.lengths = v.class_lengths[self.words]
        self.last: Ints = self.words[self.count - 1, np.arange(len(self.count))]
        self.fathers = _count(self.marks)


_DIVIDED: Final = [np.array(divmod(np.arange(max(wide * wide, 1)), max(wide, 1)), np.int8) for wide in range(WIDEST + 1)]


class _Pairs:
    """The arithmetic of `evidence.weigh_evidence` for pairs that have at most `wide` words a name."""

    def __init__(self, v: Vocabulary, one: _Side, two: _Side) -> None:
        self.v, self.one, self.two = v, one, two
        self.wide, self.total = one.words.shape
        self._open_words()

    def _either(self, property_: Bools) -> Bools:
        """Whether any word of either name has a property."""
        return _any(property_[self.one.words] & self.one.has) | _any(property_[self.two.words] & self.two.has)

    def _open_words(self) -> None:
        """Words that sound the same are alike, and set against no others."""
        wide, one, two = self.wide, self.one, self.two
        self.cells = [(i, j) for i in range(wide) for j in range(wide)]
        self.like: Floats = np.zeros((4, wide * wide, self.total), np.float32)
        self.free_x, self.free_y = one.has.copy(), two.has.copy()
        for c, (i, j) in enumerate(self.cells):
            same = (one.hashes[i] == two.hashes[j]) & one.is_plain[i] & two.is_plain[j]
            self.like[:, c] = same
            self.free_x[i] &= ~same
            self.free_y[j] &= ~same

    def words_to_liken(self, *, is_beside: bool) -> tuple[Ints, Ints]:
        """The words of both names that are to be set against each other next: first those in the same place, then the others."""
        shift = self.one.count - self.two.count
        self._asked = []
        for i, j in self.cells:
            place = np.asarray((shift == i - j) | (i == j))
            self._asked.append(np.flatnonzero(self.free_x[i] & self.free_y[j] & (place if is_beside else ~place)))
        words_x = [self.one.words[i].take(rows) for (i, _), rows in zip(self.cells, self._asked, strict=True)]
        words_y = [self.two.words[j].take(rows) for (_, j), rows in zip(self.cells, self._asked, strict=True)]
        return np.concatenate(words_x), np.concatenate(words_y)

    def learn_likeness(self, found: Floats) -> None:
        """Take in how alike those words are; what is surely alike is set against no others."""
        start = 0
        for c, ((i, j), rows) in enumerate(zip(self.cells, self._asked, strict=True)):
            mine = found[:, start : start + len(rows)]
            self.like[:, c, rows] = mine
            sure = rows[mine[0] >= SURE]
            self.free_x[i, sure] = self.free_y[j, sure] = False
            start += len(rows)

    def nearest(self) -> Floats:
        """How alike the two words of each pair are that are the most alike."""
        best = self.like[0].max(0)
        return _in_steps(best * (best >= NEAR))

    def keep(self, rows: Ints) -> None:
        """Go on with these pairs alone."""
        self.one, self.two, self.like, self.total = self.one.some(rows), self.two.some(rows), self.like[:, :, rows], len(rows)

    def match_words(self) -> None:
        """The words that answer each other, best first: their places in both names (-1: none), and their likeness."""
        wide, one, two = self.wide, self.one, self.two
        one.describe()
        two.describe()
        self.every = np.arange(self.total)
        self.silent = self._either(self.v.scripts == Script.ARABIC)
        shift = (one.count - two.count).astype(np.int32)
        ranked = np.empty((wide * wide, self.total), np.int32)
        for c, (i, j) in enumerate(self.cells):
            like = self.like[0, c]
            rank = np.rint(like * np.float32(RANKS)).astype(np.int32)
            rank += one.lengths[i] + two.lengths[j]
            rank -= FAR * np.abs(i - j - shift)
            rank |= _all_bits(like < NEAR, np.int32)  # -1
            ranked[c] = rank
        self.like = self.like.reshape(4, -1)
        self.at_x: Ints = np.full((wide, self.total), -1, np.int64)
        self.at_y: Ints = np.full((wide, self.total), -1, np.int64)
        self.met: Floats = np.zeros((4, wide, self.total), np.float32)
        for k in range(wide):
            best = ranked.max(0)
            found = best >= 0
            if not found.any():
                break
            last = wide * wide - 1
            code = np.zeros(self.total, np.uint8)
            for c, ranks in enumerate(ranked):  # the first of those that are equal
                np.maximum(code, (ranks == best).view(np.uint8) * np.uint8(last - c), out=code)
            cell = last - code.astype(np.int64)
            spots = cell * self.total
            spots += self.every
            np.multiply(self.like.take(spots, axis=1), found, out=self.met[:, k])
            x, y = _DIVIDED[wide].take(cell, axis=1)
            for c, ranks in enumerate(ranked if k < wide - 1 else ()):
                ranks |= _all_bits((x == c // wide) | (y == c % wide), np.int32)
            missed = _all_bits(~found, np.int8)
            np.bitwise_or(x, missed, out=self.at_x[k])
            np.bitwise_or(y, missed, out=self.at_y[k])
        self.is_met: Bools = self.at_x >= 0
        self.is_good: Bools = self.is_met & (self.met[0] >= ALIKE)
        self.word_x: Ints = self.one.words[self.at_x, self.every]  # without meaning where nothing is met
        self.word_y: Ints = self.two.words[self.at_y, self.every]

    def numbers(self) -> Floats:
        """Columns of evidence in the order of FEATURES."""
        v, one, two, wide = self.v, self.one, self.two, self.wide
        fewest, most = np.minimum(one.count, two.count), np.maximum(one.count, two.count)
        good = _count(self.is_good)
        nothing = np.zeros(self.total, np.float32)
        top = [(self.met[0, k] if k < wide else nothing) - (fewest <= k) for k in range(3)]
        second = [self.met[d, 1] if wide > 1 else nothing for d in range(4)]
        first_x, first_y = one.words[0], two.words[0]
        scripts = v.scripts[first_x], v.scripts[first_y]
        is_one = scripts[0] == scripts[1]
        whole = self.like[0].reshape(wide, wide, -1)
        crossed = whole[0, two.count - 1, self.every], whole[one.count - 1, 0, self.every]
        columns = [
            *top, self.met[1, 0], second[1], self.met[2, 0], second[2], self.met[3, 0], second[3],
            whole[one.count - 1, two.count - 1, self.every], whole[0, 0], np.maximum(*crossed), np.minimum(*crossed),
            fewest, most, fewest - good, most - good, *self._rarity(),
            v.common[one.last] + v.common[two.last], one.common[0] + two.common[0],
            self._joined(), *self._given_names(), v.endings[one.last] * v.endings[two.last], self.silent,
            is_one, is_one & (scripts[0] == Script.LATIN), is_one & (scripts[0] == Script.ARABIC),
            self._initials(), *self._fathers(), self._covered(), self._shortest(), self._crossed(), *self._shapes(), self._throats(),
        ]  # fmt: skip
        out = np.empty((len(columns), self.total), np.float32)
        for row, column in zip(out, columns, strict=True):
            row[:] = column
        return _in_steps(out)

    def _rarity(self) -> tuple[Floats, ...]:
        common = self.v.common[self.word_x] + self.v.common[self.word_y]
        commonest = _least(_or(self.is_good, common, 15.0))
        met = ((np.float32(MANY) - common) * self.is_good).sum(0)
        left_x, left_y = self._left(self.at_x, self.one), self._left(self.at_y, self.two)
        rest_x, rest_y = _least(_or(left_x, self.one.common, MANY)), _least(_or(left_y, self.two.common, MANY))
        count_x, count_y = _count(left_x), _count(left_y)
        return commonest, met, np.minimum(count_x, count_y), np.maximum(count_x, count_y), np.minimum(rest_x, rest_y)

    def _left(self, places: Ints, side: _Side) -> Bools:
        """The whole words of a name that no good answer uses."""
        out = side.is_whole.copy()
        for i, left in enumerate(out):
            left &= ~_any(self.is_good & (places == i))
        return out

    def _joined(self) -> Floats:
        """How alike the names are written as one word, in bones, or in spines where an alphabet writes no vowels."""
        readings = self.v.readings
        strings, lengths = readings.strings, readings.strings.lengths
        depth = (2 + self.silent) * len(readings)
        x, y = (np.where(side.has, side.words, len(self.v)) + depth for side in (self.one, self.two))
        lengths_x, lengths_y = lengths[x], lengths[y]
        longest = np.maximum(lengths_x.max(0), lengths_y.max(0))
        out: Floats = np.zeros(self.total, np.float32)
        for low, high in pairwise(_BONES) if self.total > _FEW else ((-1, int(longest.max(initial=0))),):
            rows = np.flatnonzero((longest > low) & (longest <= high))
            if len(rows):
                theirs = np.concatenate([strings.columns(words[rows], high) for words in y])
                theirs -= theirs == 0
                out[rows] = common_length(np.concatenate([strings.columns(words[rows], high) for words in x]), theirs)
        total = np.add.reduce(lengths_x, 0, dtype=np.uint8) + np.add.reduce(lengths_y, 0, dtype=np.uint8).astype(np.float32)
        alike: Floats = 2.0 * out / np.maximum(total, np.float32(1)) + (total == 0)
        return alike

    def _given_names(self) -> tuple[Ints, Bools, Bools]:
        one, two = self.one, self.two
        shared = np.zeros(self.total, np.int64)
        for i, given in enumerate(one.given):
            fresh = (given >= 0) & _any(two.given == given)
            if i:
                fresh &= ~_any(one.given[:i] == given)
            shared += fresh
        differs = one.has_given & two.has_given & (shared == 0)
        clash = (one.women | one.men) & (two.women | two.men) & ~((one.women & two.women) | (one.men & two.men))
        return shared, differs, clash

    def _initials(self) -> Bytes:
        is_initial = self.v.kinds == Kind.INITIAL
        return _count(self.is_met & (is_initial[self.word_x] | is_initial[self.word_y]))

    def _fathers(self) -> tuple[Ints, Ints, Floats]:
        few, many = np.minimum(self.one.fathers, self.two.fathers), np.maximum(self.one.fathers, self.two.fathers)
        both = self.is_met & self.one.marks[self.at_x, self.every] & self.two.marks[self.at_y, self.every]
        return few, many, _or(both, self.met[0], -1.0).max(0)

    def _covered(self) -> Floats:
        lengths = self.v.class_lengths
        total = np.add.reduce(self.one.lengths, 0, dtype=np.uint8) + np.add.reduce(self.two.lengths, 0, dtype=np.uint8).astype(np.float32)
        covered = ((lengths[self.word_x] + lengths[self.word_y]) * self.met[0]).sum(0)  # what is not met has no likeness
        out: Floats = covered / np.maximum(total, np.float32(1))
        return out

    def _shortest(self) -> Ints:
        lengths = np.minimum(self.v.bone_lengths[self.word_x], self.v.bone_lengths[self.word_y])
        return _least(lengths | _all_bits(~self.is_good, np.uint8)) * _any(self.is_good)

    def _crossed(self) -> Bools:
        if self.wide < 2:
            return np.zeros(self.total, bool)
        turn = (self.at_x[0] - self.at_x[1]) * (self.at_y[0] - self.at_y[1])
        return np.asarray(self.is_met[1] & (turn < 0))

    def _throats(self) -> Bytes:
        v, one, two = self.v, self.word_x, self.word_y
        other = (v.throats[one] != v.throats[two]) & (v.throat_lengths[one] == v.throat_lengths[two])
        given = v.given[one]
        return _count(self.is_good & other & ~((given == v.given[two]) & (given >= 0)))

    def _shapes(self) -> list[Floats]:
        v, columns = self.v, []
        one, two, is_met = self.word_x[:2], self.word_y[:2], self.is_met[:2]
        lengths = v.bone_lengths[one], v.bone_lengths[two]
        shorter = np.minimum(*lengths)
        for value in (v.starts[one] == v.starts[two], v.closes[one] == v.closes[two], shorter, np.maximum(*lengths) - shorter):
            shown = _or(is_met, value, -1.0)
            columns += [shown[0], shown[1] if self.wide > 1 else np.full(self.total, -1.0)]
        return columns


@dataclass(frozen=True, slots=True)
class Weighed:
    """The evidence of pairs: a row of `columns` for each number, a column for each of the pairs in `rows`. Pairs in `faint` have
    no two words that answer each other, at most some that are as alike as `nearest` says; columns for them may be missing. `odd` are for
    the one-pair way."""

    rows: Ints
    columns: Floats
    faint: Ints
    nearest: Floats
    odd: Ints


Liken = Callable[[Ints, Ints], Floats]


def _weigh(
    v: Vocabulary, names: Names, one: Ints, two: Ints, most: Ints, *, with_faint: bool, liken: Liken | None = None
) -> Iterator[tuple[Ints, Floats, Ints, Floats]]:
    """The evidence of pairs of names, which have `most` words (0: left out): as in Weighed, pairs of like numbers of words at a time."""
    liken = liken or v.liken
    low, groups = 0, []
    for high in (2, 3, WIDEST) if len(one) > _FEW else (max(int(most.max(initial=1)), 1),):
        rows = np.flatnonzero((most > low) & (most <= high))
        if len(rows):
            sides = [
                _Side(v, names.words[:high, side[rows]], names.fathers[:high, side[rows]], names.counts[side[rows]]) for side in (one, two)
            ]
            groups.append((rows, _Pairs(v, *sides)))
        low = high
    for is_beside in (True, False) if groups else ():
        asked = [pairs.words_to_liken(is_beside=is_beside) for _, pairs in groups]
        found = liken(*(np.concatenate([words[side] for words in asked]) for side in (0, 1)))
        stops = np.cumsum([len(words) for words, _ in asked])
        for (_, pairs), words, stop in zip(groups, asked, stops, strict=True):
            pairs.learn_likeness(found[:, stop - len(words[0]) : stop])
    for rows, pairs in groups:
        nearest = pairs.nearest()
        faint = np.flatnonzero(nearest < ALIKE)
        others = rows[faint]
        if not with_faint and len(faint) > _FAINT * len(rows):
            clear = np.flatnonzero(nearest >= ALIKE)
            pairs.keep(clear)
            rows = rows[clear]
        pairs.match_words()
        yield rows, pairs.numbers(), others, nearest[faint]


def weigh_pairs(left: Sequence[str], right: Sequence[str], *, with_faint: bool = False) -> Weighed:
    """The evidence of pairs; `with_faint` also of those in which no word answers another."""
    total = len(left)
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    ids = np.fromiter(map(numbers.__getitem__, chain(left, right)), np.int64, 2 * total)
    v, names = parse_names(list(numbers))
    one, two = ids[:total], ids[total:]
    usable = names.is_plain & (names.counts > 0)
    plain = usable[one] & usable[two]
    most = np.where(plain, np.maximum(names.counts[one], names.counts[two]), 0)
    found = [(np.zeros(0, np.int64), _NOTHING, np.zeros(0, np.int64), np.zeros(0, np.float32))]
    for start in range(0, total, _CHUNK):
        part = slice(start, start + _CHUNK)
        found += [(r + start, c, f + start, n) for r, c, f, n in _weigh(v, names, one[part], two[part], most[part], with_faint=with_faint)]
    rows, columns, faint, nearest = zip(*found, strict=True)
    return Weighed(np.concatenate(rows), np.concatenate(columns, 1), np.concatenate(faint), np.concatenate(nearest), np.flatnonzero(~plain))


def weigh_batch(left: Sequence[str], right: Sequence[str]) -> tuple[Floats, Bools]:
    """The evidence of pairs, a row for each, and which rows hold it; the others are for the one-pair way."""
    weighed = weigh_pairs(left, right, with_faint=True)
    out = np.zeros((len(left), len(FEATURES)), np.float32)
    out[weighed.rows] = weighed.columns.T
    is_weighed = np.zeros(len(left), bool)
    is_weighed[weighed.rows] = True
    return out, is_weighed


def weigh_to_last(v: Vocabulary, names: Names) -> tuple[Floats, Floats]:
    """The evidence of the last name and each of the others, a column for each, and how alike their nearest two words are."""
    total, every = len(names.counts) - 1, np.arange(len(v))
    asked = names.words[names.words[:, -1] >= 0, -1]
    place = np.zeros(len(v), np.int64)
    place[asked] = np.arange(len(asked)) * len(v)
    table = v.liken(np.repeat(asked, len(v)), np.tile(every, len(asked)))  # each word of the last name and every word

    def liken(x: Ints, y: Ints) -> Floats:
        return table.take(place[x] + y, axis=1)

    most = np.full(total, names.counts.max())
    ((_, columns, faint, nearest),) = _weigh(v, names, np.full(total, total), np.arange(total), most, with_faint=True, liken=liken)
    near = np.ones(total, np.float32)
    near[faint] = nearest
    return columns, near
