"""The words of many names at once, each read once: tables of their readings and properties, and how alike any two of them are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from habeas.resolve.codes import END, LONGEST_WORD, Bools, Hashes, Ints, Lookup, Runs, hash_words, known_letters
from habeas.resolve.depths import Doubles, Readings, sound_words
from habeas.resolve.evidence import DOUBTFUL, INFLECTED, INITIAL, INITIALS, SETTLED, STEMMED
from habeas.resolve.letters import THROATS
from habeas.resolve.words import Kind, Script, case_endings, closings, common_words, given_names, kinds_by_word

_TO_THROATS = bytes(THROATS.get(c) or c for c in range(256))
_NO_THROATS = bytes(c for c in THROATS if THROATS[c] is None)
_ENDING = 6  # the most sounds of an ending


@dataclass(frozen=True, slots=True)
class _Tables:
    """The data files by the hashes of their words, and endings by the number that their sounds make."""

    kinds: Lookup
    kind_rows: Ints
    given_by_sounds: Lookup
    given_by_classes: Lookup
    given_rows: Ints
    common: Lookup
    common_rows: Doubles


@cache
def _tables() -> _Tables:
    kinds, common = kinds_by_word(), common_words()
    by_sound, by_class = given_names()
    return _Tables(
        Lookup.of(list(kinds)), np.array([(kind, gender) for kind, gender in kinds.values()] + [(Kind.WORD, 0)], np.int64),
        Lookup.of(list(by_sound)), Lookup.of(list(by_class)), np.array([*by_sound.values(), *by_class.values(), (-1, 0)], np.int64),
        Lookup.of(list(common)), np.array([*common.values(), 0.0]),
    )  # fmt: skip


def find_given(r: Readings) -> Ints:
    """The given name that each word is (-1: none known) and its gender."""
    t = _tables()
    by_sounds, by_classes = t.given_by_sounds.find(r.sounds.runs.hashes), t.given_by_classes.find(r.classes.runs.hashes)
    by_classes = np.where(by_classes >= 0, by_classes + len(t.given_by_sounds.keys), -1)
    return t.given_rows[np.where(by_sounds >= 0, by_sounds, by_classes)]


class Vocabulary:
    """All different words of a batch of names. `place[k]` is the number here of word k as it was given. The last word is empty: it
    stands where a name has no more words, so that -1 may be asked for."""

    def __init__(self, given: Runs) -> None:
        letters, total = given.letters, len(given.starts)
        first = letters[given.starts] if total else np.zeros(0, np.int32)
        signed = np.maximum.reduceat(letters, given.starts) > 0x7F if total else np.zeros(0, bool)
        group = np.where(first >= 0x370, 0, np.where(signed, 1, 2))
        order = np.argsort(group, kind="stable")
        self.place: Ints = np.empty(total, np.int64)
        self.place[order] = np.arange(total)
        self.words = Runs(np.append(given.take(order), END))
        self._groups = np.searchsorted(group[order], (1, 2)).tolist()
        self.scripts: Ints = np.append(known_letters().scripts[first[order]], 0).astype(np.int64)
        self.readings = Readings(sound_words(self.words, *self._groups))
        self._others: tuple[Readings, Ints] | None = None
        self._stems: tuple[Readings, Ints] | None = None
        self._describe()

    def __len__(self) -> int:
        return len(self.place)

    def _describe(self) -> None:
        r, t = self.readings, _tables()
        kinds = t.kind_rows[t.kinds.find(self.words.hashes)]
        sole = (self.words.lengths == 1) & ((kinds[:, 0] == Kind.WORD) | (kinds[:, 0] == Kind.PARTICLE))
        self.kinds: Ints = np.where(sole, int(Kind.INITIAL), kinds[:, 0])
        self.kinds[-1] = -1
        given = find_given(r)
        self.given: Ints = given[:, 0]
        self.genders: Ints = np.where(kinds[:, 1] != 0, kinds[:, 1], given[:, 1])
        self.common: Doubles = t.common_rows[t.common.find(r.bones.runs.hashes)]
        self.hashes = r.sounds.runs.hashes
        tails = _tails(r.sounds.runs)
        self._tails = tails
        self.endings: Ints = np.where(_ends(tails, closings("feminine")), 1, np.where(_ends(tails, closings("masculine")), -1, 0))
        self.fathers: Bools = _ends(tails, closings("father")) & (r.sounds.runs.lengths > 5) & (self.kinds == Kind.WORD)
        self.is_long: Bools = r.sounds.runs.lengths > LONGEST_WORD
        self.starts, self.closes = _edges(r)
        self.bone_lengths, self.class_lengths = r.bones.lengths, r.classes.lengths
        self.throats, self.throat_lengths = _throats(r.text)

    def liken(self, x: Ints, y: Ints) -> Doubles:
        """How alike words are, pair by pair: whole, sounds, classes, bones, a row each. The same as evidence.liken."""
        out = np.ones((4, len(x)))
        is_one, is_two = self.kinds[x] == Kind.INITIAL, self.kinds[y] == Kind.INITIAL
        initial = np.flatnonzero(is_one | is_two)
        if len(initial):
            fits = self.starts[x[initial]] == self.starts[y[initial]]
            both = (is_one & is_two)[initial]
            out[:, initial] = np.where(both, np.array(INITIALS)[:, None], np.array(INITIAL)[:, None]) * fits
        todo = np.flatnonzero(~(is_one | is_two) & (self.hashes[x] != self.hashes[y]))
        a, b = x[todo], y[todo]
        silent = (self.scripts[a] == Script.ARABIC) | (self.scripts[b] == Script.ARABIC)
        found = self.readings.liken(a, self.readings, b, silent)
        doubtful = np.flatnonzero((found[0] > DOUBTFUL) & (found[0] < SETTLED))
        if len(doubtful):
            found[:, doubtful] = self._second_reading(a[doubtful], b[doubtful], silent[doubtful], found[:, doubtful])
        equal = (self.given[a] == self.given[b]) & (self.given[a] >= 0) & (found[0] < SETTLED)
        found[0, equal] = SETTLED
        out[:, todo] = found
        return out

    def _second_reading(self, x: Ints, y: Ints, silent: Bools, best: Doubles) -> Doubles:
        """The same as evidence._second_reading."""
        others, places = self._read_others()
        main = self.readings
        _improve(best, main, x, others, places[y], silent, 1.0)
        _improve(best, main, y, others, places[x], silent, 1.0)
        rows = np.flatnonzero(best[0] > INFLECTED)
        x, y, silent, near = x[rows], y[rows], silent[rows], best[:, rows]
        stems, places = self._read_stems()
        _improve(near, main, y, stems, places[x], silent, STEMMED)
        _improve(near, main, x, stems, places[y], silent, STEMMED)
        best[:, rows] = near
        return best

    def _read_others(self) -> tuple[Readings, Ints]:
        """The words that can be read in another way, and the place of each word among them (-1: none)."""
        if self._others is None:
            text = sound_words(self.words, *self._groups, other=True)
            self._others = _some(Runs(np.frombuffer(text, np.uint8)), self.hashes)
        return self._others

    def second_sounds(self) -> list[str]:
        """Each word's sounds in the other reading."""
        return sound_words(self.words, *self._groups, other=True).decode("latin-1").split("\n")[:-1]

    def _read_stems(self) -> tuple[Readings, Ints]:
        """The words without their case endings, and the place of each word among them (-1: it has none)."""
        if self._stems is None:
            self._stems = _stems(self.readings, self._tails, self.scripts)
        return self._stems


def _improve(best: Doubles, left: Readings, x: Ints, right: Readings, y: Ints, silent: Bools, factor: float) -> None:
    rows = np.flatnonzero((x >= 0) & (y >= 0))
    if not len(rows):
        return
    like = left.liken(x[rows], right, y[rows], silent[rows])
    like[0] *= factor
    better = like[0] > best[0, rows]
    best[:, rows[better]] = like[:, better]


def _some(runs: Runs, hashes: Hashes) -> tuple[Readings, Ints]:
    """The readings that are not those of these hashes, and the place of each among them."""
    changed = np.flatnonzero(runs.hashes != hashes)
    places = np.full(len(hashes), -1, np.int64)
    places[changed] = np.arange(len(changed))
    return Readings(runs.take(changed).astype(np.uint8).tobytes()), places


def _tails(runs: Runs) -> list[Hashes]:
    """For each length the last sounds of each run as one number; shorter runs give what stands before them, too."""
    value, out = np.zeros(len(runs.starts), np.uint64), [np.zeros(len(runs.starts), np.uint64)]
    stops = runs.starts + runs.lengths
    for k in range(1, _ENDING + 1):
        sound = runs.letters[np.maximum(stops - k, 0)].astype(np.uint64)
        value = value | sound << np.uint64(8 * (k - 1))
        out.append(value)
    return out


@cache
def _by_length(endings: tuple[tuple[str, str], ...]) -> list[tuple[int, Hashes, Ints]]:
    """Endings by their length, the shortest first: as sorted numbers, and the place of each among what may stay instead."""
    instead = _instead(endings)
    out = []
    for length in sorted({len(e) for e, _ in endings if len(e) <= _ENDING}):
        rows = sorted((int.from_bytes(e.encode("latin-1"), "big"), instead.index(s)) for e, s in endings if len(e) == length)
        out.append((length, np.array([key for key, _ in rows], np.uint64), np.array([place for _, place in rows], np.int64)))
    return out


def _instead(endings: tuple[tuple[str, str], ...]) -> list[str]:
    return list(dict.fromkeys(stays for _, stays in endings))


def _ends(tails: list[Hashes], endings: tuple[str, ...]) -> Bools:
    """Which words end so. An end of line within what is compared makes no ending."""
    out = np.zeros(len(tails[0]), bool)
    for length, keys, _ in _by_length(tuple((e, "") for e in endings)):
        out |= keys[np.minimum(np.searchsorted(keys, tails[length]), len(keys) - 1)] == tails[length]
    return out


def _edges(r: Readings) -> tuple[Ints, Ints]:
    """The first class of each word and its last bone."""
    starts = r.classes.letters[0].astype(np.int64)
    closes = r.bones.letters[np.maximum(r.bones.lengths - 1, 0), np.arange(len(r))].astype(np.int64)
    return starts, closes


def _throats(sounds: bytes) -> tuple[Hashes, Ints]:
    """The same as letters.to_throats, as numbers, and their lengths."""
    letters = np.frombuffer(b"\n" + sounds, np.uint8)
    kept = np.ones(len(letters), bool)
    kept[1:] = (letters[:-1] != END) | (letters[1:] == END)  # first sounds go
    runs = Runs(np.frombuffer(letters[kept][1:].tobytes().replace(b"ks", b"0").translate(_TO_THROATS, _NO_THROATS), np.uint8))
    if not len(runs.starts):
        return np.zeros(0, np.uint64), runs.lengths
    is_mixed = np.bitwise_or.reduceat(runs.letters == ord("0"), runs.starts)
    return np.where(is_mixed, hash_words([""])[0], runs.hashes), np.where(is_mixed, 0, runs.lengths)


def _stems(r: Readings, tails: list[Hashes], scripts: Ints) -> tuple[Readings, Ints]:
    """The same as words.stem_of for all words."""
    lengths = r.sounds.runs.lengths
    cut, instead = np.zeros(len(r), np.int64), np.zeros(len(r), np.int64)
    stays: list[str] = []
    for script in Script:
        own = np.flatnonzero(scripts == script)
        endings = tuple(case_endings(script).items())
        for length, keys, places in _by_length(endings) if len(own) else ():
            rows = own[lengths[own] >= length + 4]
            asked = tails[length][rows]
            found = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
            hit = keys[found] == asked
            cut[rows[hit]], instead[rows[hit]] = length, places[found[hit]] + len(stays)
        stays += _instead(endings)
    which = np.flatnonzero(cut)
    places = np.full(len(r), -1, np.int64)
    places[which] = np.arange(len(which))
    return Readings(_restemmed(r.sounds.runs, which, cut[which], instead[which], stays)), places


def _restemmed(runs: Runs, which: Ints, cut: Ints, instead: Ints, replacements: list[str]) -> bytes:
    """The sounds of words without their endings; what stays instead is never longer than the ending."""
    letters = runs.take(which).astype(np.uint8)
    kept = np.ones(len(letters), bool)
    ends = np.cumsum(runs.lengths[which] + 1) - 1
    for place in range(_ENDING):  # counted from where the ending begins
        rows = np.flatnonzero(cut > place)
        told = np.array([ord(r[place]) if place < len(r) else 0 for r in replacements], np.uint8)[instead[rows]]
        spots = ends[rows] - cut[rows] + place
        letters[spots], kept[spots] = told, told > 0
    return letters[kept].tobytes()
