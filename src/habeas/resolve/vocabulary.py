"""The words of many names at once, each read once: tables of their sounds and properties, and how alike any two of them are."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist, cpdist

from habeas.resolve.evidence import INFLECTED, OPEN, SETTLED, STEMMED, WEIGHTS
from habeas.resolve.letters import to_bones, to_classes, to_throats
from habeas.resolve.words import Kind, Script, Sound, read_columns, sounds_of, stem_of, to_spines

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Doubles = npt.NDArray[np.float64]
Strings = npt.NDArray[np.object_]

_UNREAD = -2
_SCRIPT = tuple(Script)
_INITIAL = np.array([0.62, 0.5, 0.5, 0.5])
_INITIALS = np.array([0.9, 0.5, 0.5, 0.5])


def strings(values: list[str]) -> Strings:
    out = np.empty(len(values), object)
    out[:] = values
    return out


def alike(a: Strings, b: Strings) -> Doubles:
    return cpdist(a, b, scorer=Indel.normalized_similarity, dtype=np.float64)


def masks_of(spines: list[str]) -> Ints:
    """A bit for each sound that each spine holds; the same as words.mask_of."""
    codes = np.frombuffer(("\n".join(spines) + "\n").encode("latin-1"), np.uint8)
    ends = np.flatnonzero(codes == 10)
    bits = np.where(codes == 10, 0, 1 << (codes & 31).astype(np.int64))
    out: Ints = np.bitwise_or.reduceat(bits, np.concatenate([[0], ends[:-1] + 1]))
    return out


def _numbered(values: list[str]) -> Ints:
    """A number for each value, the same for the same."""
    numbers = {value: k for k, value in enumerate(dict.fromkeys(values))}
    return np.fromiter(map(numbers.__getitem__, values), np.int64, len(values))


class Sounds:
    """A table of readings; rows may be added (second readings, stems)."""

    def __init__(self, sounds: list[str], classes: list[str], bones: list[str], spines: list[str]) -> None:
        self.sounds, self.classes, self.bones, self.spines = map(strings, (sounds, classes, bones, spines))
        self.masks = masks_of(spines)

    def add(self, sounds: list[str]) -> Ints:
        """The places of new readings, given by their sounds."""
        start = len(self.sounds)
        classes = to_classes(sounds)
        bones = to_bones(classes)
        spines = to_spines(bones)
        self.sounds = np.concatenate([self.sounds, strings(sounds)])
        self.classes = np.concatenate([self.classes, strings(classes)])
        self.bones = np.concatenate([self.bones, strings(bones)])
        self.spines = np.concatenate([self.spines, strings(spines)])
        self.masks = np.concatenate([self.masks, masks_of(spines)])
        return np.arange(start, start + len(sounds))

    def liken(self, x: Ints, y: Ints, is_unvowelled: Bools) -> Doubles:
        """How alike readings are, pair by pair: rows of whole, sounds, classes, bones. The same as evidence._liken_sounds."""
        out = np.zeros((len(x), 4))
        mx, my = self.masks[x], self.masks[y]
        near = np.flatnonzero(2 * np.bitwise_count(mx & my) >= np.minimum(np.bitwise_count(mx), np.bitwise_count(my)))
        if not len(near):
            return out
        x, y, silent = x[near], y[near], is_unvowelled[near]
        classes = alike(self.classes[x], self.classes[y])
        bones = np.empty(len(near))
        for table, which in ((self.spines, silent), (self.bones, ~silent)):
            if which.any():
                bones[which] = alike(table[x[which]], table[y[which]])
        u, v, w = np.where(silent[:, None], WEIGHTS[True], WEIGHTS[False]).T
        rough = (v * classes + w * bones) / (v + w)
        sounds, whole = rough.copy(), rough.copy()
        fine = np.flatnonzero(rough >= OPEN)
        sounds[fine] = alike(self.sounds[x[fine]], self.sounds[y[fine]])
        whole[fine] = u[fine] * sounds[fine] + v[fine] * classes[fine] + w[fine] * bones[fine]
        out[near] = np.stack([whole, sounds, classes, bones], axis=1)
        return out

    def liken_to(self, sound: Sound, rows: Ints, *, is_unvowelled: bool) -> Doubles:
        """How alike one reading is to each of these rows, altogether. The same as evidence._liken_sounds."""
        u, v, w = WEIGHTS[is_unvowelled]
        masks = self.masks[rows]
        out = np.zeros(len(rows))
        near = np.flatnonzero(2 * np.bitwise_count(masks & sound.mask) >= np.minimum(np.bitwise_count(masks), sound.mask.bit_count()))
        if len(near):
            rows = rows[near]
            bones = _one_to_many(sound.spine, self.spines[rows]) if is_unvowelled else _one_to_many(sound.bones, self.bones[rows])
            rough = (v * _one_to_many(sound.classes, self.classes[rows]) + w * bones) / (v + w)
            fine = _one_to_many(sound.sounds, self.sounds[rows])
            out[near] = np.where(rough < OPEN, rough, u * fine + (v + w) * rough)
        return out


def _one_to_many(one: str, many: Strings) -> Doubles:
    out: Doubles = cdist([one], many, scorer=Indel.normalized_similarity, dtype=np.float64)[0]
    return out


class Vocabulary:
    """All different words of a batch of names."""

    def __init__(self, raws: list[str]) -> None:
        columns = read_columns(raws)
        self.raws = raws
        self.sounds = Sounds(columns.sounds, columns.classes, columns.bones, columns.spines)
        self.others: Ints = np.full(len(raws), _UNREAD, np.int64)
        self.stems: Ints = np.full(len(raws), _UNREAD, np.int64)
        self.sound_ids = _numbered(columns.sounds)
        self.scripts: Ints = np.array(columns.scripts, np.int64)
        self.kinds: Ints = np.array(columns.kinds, np.int64)
        self.given: Ints = np.array(columns.given, np.int64)
        self.genders: Ints = np.array(columns.genders, np.int64)
        self.endings: Ints = np.array(columns.endings, np.int64)
        self.fathers: Bools = np.array(columns.fathers, bool) & (self.kinds == Kind.WORD)
        self.common: Doubles = np.array(columns.common, np.float64)
        self.starts: Ints = np.array([ord(c[0]) if c else 0 for c in columns.classes], np.int64)
        self.closes: Ints = np.array([ord(b[-1]) if b else 0 for b in columns.bones], np.int64)
        self.bone_lengths: Ints = np.array(list(map(len, columns.bones)), np.int64)
        throats = to_throats(columns.sounds)
        self.throats = _numbered(throats)
        self.throat_lengths: Ints = np.array(list(map(len, throats)), np.int64)
        self.class_lengths: Ints = np.array(list(map(len, columns.classes)), np.int64)

    def liken(self, x: Ints, y: Ints) -> Doubles:
        """How alike words are, pair by pair: rows of whole, sounds, classes, bones. The same as evidence.liken."""
        out = np.ones((len(x), 4))
        is_one, is_two = self.kinds[x] == Kind.INITIAL, self.kinds[y] == Kind.INITIAL
        initial = is_one | is_two
        if initial.any():
            fits = self.starts[x] == self.starts[y]
            out[initial] = np.where((is_one & is_two)[initial, None], _INITIALS, _INITIAL) * fits[initial, None]
        todo = np.flatnonzero(~initial & (self.sound_ids[x] != self.sound_ids[y]))
        a, b = x[todo], y[todo]
        silent = (self.scripts[a] == Script.ARABIC) | (self.scripts[b] == Script.ARABIC)
        found = self.sounds.liken(a, b, silent)
        doubtful = np.flatnonzero((found[:, 0] > OPEN) & (found[:, 0] < SETTLED))
        if len(doubtful):
            found[doubtful] = self._second_reading(a[doubtful], b[doubtful], silent[doubtful], found[doubtful])
        equal = (self.given[a] == self.given[b]) & (self.given[a] >= 0) & (found[:, 0] < SETTLED)
        found[equal, 0] = SETTLED
        out[todo] = found
        return out

    def _second_reading(self, x: Ints, y: Ints, silent: Bools, best: Doubles) -> Doubles:
        """The same as evidence._second_reading."""
        self._read_again(self.others, np.concatenate([x, y]), self._other_sounds)
        for left, right in ((self.others[x], y), (x, self.others[y]), (self.others[x], self.others[y])):
            self._improve(best, left, right, silent, 1.0)
        rows = np.flatnonzero(best[:, 0] > INFLECTED)
        x, y, silent, near = x[rows], y[rows], silent[rows], best[rows]
        self._read_again(self.stems, np.concatenate([x, y]), self._stem_sounds)
        for left, right in ((self.stems[x], y), (x, self.stems[y])):
            self._improve(near, left, right, silent, STEMMED)
        best[rows] = near
        return best

    def _improve(self, best: Doubles, left: Ints, right: Ints, silent: Bools, factor: float) -> None:
        rows = np.flatnonzero((left >= 0) & (right >= 0))
        like = self.sounds.liken(left[rows], right[rows], silent[rows])
        like[:, 0] *= factor
        better = like[:, 0] > best[rows, 0]
        best[rows[better]] = like[better]

    def _read_again(self, places: Ints, words: Ints, read: Callable[[list[int]], list[str | None]]) -> None:
        """Find another reading of words that have not been asked for it yet: its place among the sounds, -1 where there is none."""
        asked = np.zeros(len(self.raws), bool)
        asked[words] = True
        todo = np.flatnonzero(asked & (places == _UNREAD))
        places[todo] = -1
        found = read(todo.tolist())
        have = [k for k, s in enumerate(found) if s]
        if have:
            places[todo[have]] = self.sounds.add([s for s in found if s])

    def _other_sounds(self, words: list[int]) -> list[str | None]:
        others = sounds_of([self.raws[k] for k in words], other=True)
        return [s if s != m else None for s, m in zip(others, self.sounds.sounds[words].tolist(), strict=True)]

    def _stem_sounds(self, words: list[int]) -> list[str | None]:
        return list(map(stem_of, self.sounds.sounds[words].tolist(), map(_SCRIPT.__getitem__, self.scripts[words].tolist())))
