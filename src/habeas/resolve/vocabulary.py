"""The words of many names at once, each read once: tables of their readings and properties, and how alike any two of them are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from habeas.resolve.codes import END, LONGEST_WORD, Bools, Bytes, Hashes, Ints, Lookup, Runs, hash_words, known_letters
from habeas.resolve.depths import Floats, Readings, may_be_read_otherwise, sound_words
from habeas.resolve.evidence import DOUBTFUL, INFLECTED, INITIAL, INITIALS, SETTLED, STEMMED
from habeas.resolve.letters import THROATS
from habeas.resolve.subsequences import Strings
from habeas.resolve.words import Kind, Script, case_endings, closings, common_words, given_names, kinds_by_word

_TO_THROATS = bytes(THROATS.get(c) or c for c in range(256))
_NO_THROATS = bytes(c for c in THROATS if THROATS[c] is None)
# What is known of each word.
_PROPERTIES = (
    "hashes", "kinds", "scripts", "given", "genders", "common", "endings", "fathers", "is_long", "starts", "closes", "class_lengths",
    "bone_lengths", "throats", "throat_lengths",
)  # fmt: skip
_ENDING = 6  # the most sounds of an ending


@dataclass(frozen=True, slots=True)
class _Tables:
    """The data files by the hashes of their words, and endings by the number that their sounds make."""

    kinds: Lookup
    kind_rows: Ints
    sounds: int
    given_by_sounds: Lookup
    given_by_classes: Lookup
    given_rows: Ints
    common: Lookup
    common_rows: Floats


def _lookup(readings: Iterable[str]) -> Lookup:
    return Lookup(Strings("".join(f"{r}\n" for r in readings).encode("latin-1", "replace")).hashes)


@cache
def _tables() -> _Tables:
    kinds, common = kinds_by_word(), common_words()
    by_sound, by_class = given_names()
    return _Tables(
        Lookup(hash_words(list(kinds))), np.array([(kind, gender) for kind, gender in kinds.values()] + [(Kind.WORD, 0)], np.int64),
        len(by_sound), _lookup(by_sound), _lookup(by_class), np.array([*by_sound.values(), *by_class.values(), (-1, 0)], np.int64),
        _lookup(common), np.array([*common.values(), 0.0], np.float32),
    )  # fmt: skip


def find_given(sounds: Hashes, classes: Hashes) -> Ints:
    """The given name that each word is (-1: none known) and its gender, by the hashes of its sounds and classes."""
    t = _tables()
    by_sounds, by_classes = t.given_by_sounds.find(sounds), t.given_by_classes.find(classes)
    by_classes = np.where(by_classes >= 0, by_classes + t.sounds, -1)
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
        self._sounds = Runs(np.frombuffer(sound_words(self.words, *self._groups), np.uint8))
        self._tails = _tails(self._sounds)
        self._read()
        self._describe()

    def __len__(self) -> int:
        return len(self.place)

    def joined(self, some: Ints, other: Vocabulary) -> Vocabulary:
        """A vocabulary of some words of this and all of the other after them, for likening and for evidence alone."""
        out: Vocabulary = object.__new__(Vocabulary)
        out.place = np.arange(len(some) + len(other))
        for told in _PROPERTIES:
            setattr(out, told, np.concatenate([getattr(self, told)[some], getattr(other, told)]))
        sides = ((self, some), (other, np.arange(len(other) + 1)))
        parts, start = [(v.readings, words) for v, words in sides], len(out.place) + 1
        for told in ("_others", "_stems"):
            places = np.full(len(out.place) + 1, -1, np.int64)
            first = 0
            for v, words in sides:
                readings = getattr(v, told)[words]
                has = np.flatnonzero(readings >= 0)
                places[has + first] = np.arange(start, start + len(has))
                parts.append((v.readings, readings[has]))
                first, start = first + len(words), start + len(has)
            setattr(out, told, places)
        out.readings = Readings.of(parts)
        return out

    def _read(self) -> None:
        """One table of readings: of all words, then the other readings, then words without their case endings; and where a word has
        these (-1: nowhere)."""
        total = len(self.scripts)
        twofold = np.flatnonzero(may_be_read_otherwise(self.words, self._sounds, self._groups[0]))
        some = Runs(self.words.take(twofold))
        second = sound_words(some, *np.searchsorted(twofold, self._groups).tolist(), other=True)
        stems, bent = _stems(self._sounds, self._tails, self.scripts)
        self.readings = Readings(self._sounds.letters.tobytes() + second + stems)
        hashes = self.readings.hashes[0]
        self.hashes: Hashes = hashes[:total]
        places = total + np.arange(len(twofold))
        self._others: Ints = np.full(total, -1, np.int64)
        self._others[twofold] = np.where(hashes[places] != hashes[twofold], places, -1)
        self._stems: Ints = np.full(total, -1, np.int64)
        self._stems[bent] = total + len(twofold) + np.arange(len(bent))
        self._twofold = twofold

    def _describe(self) -> None:
        r, t, total = self.readings, _tables(), len(self.hashes)
        _, classes, bones, _ = r.hashes[:, :total]
        kinds = t.kind_rows[t.kinds.find(self.words.hashes)]
        sole = (self.words.lengths == 1) & ((kinds[:, 0] == Kind.WORD) | (kinds[:, 0] == Kind.PARTICLE))
        self.kinds = np.where(sole, int(Kind.INITIAL), kinds[:, 0]).astype(np.int8)
        self.kinds[-1] = -1
        given = find_given(self.hashes, classes)
        self.given = given[:, 0].astype(np.int16)
        self.genders = np.where(kinds[:, 1] != 0, kinds[:, 1], given[:, 1]).astype(np.int8)
        self.common: Floats = t.common_rows[t.common.find(bones)]
        tails = self._tails
        self.endings = np.where(_ends(tails, closings("feminine")), 1, -1 * _ends(tails, closings("masculine"))).astype(np.int8)
        self.fathers: Bools = _ends(tails, closings("father")) & (self._sounds.lengths > 5) & (self.kinds == Kind.WORD)
        self.is_long: Bools = self._sounds.lengths > LONGEST_WORD
        self.starts = r.strings.first()[len(r) : len(r) + total]
        self.closes = r.strings.last()[2 * len(r) : 2 * len(r) + total]
        self.class_lengths, self.bone_lengths = r.lengths[1, :total], r.lengths[2, :total]
        self.throats, self.throat_lengths = _throats(self._sounds.letters.tobytes())

    def liken(self, x: Ints, y: Ints) -> Floats:
        """How alike words are, pair by pair: whole, sounds, classes, bones, a row each. The same as evidence.liken."""
        out = np.ones((4, len(x)), np.float32)
        is_one, is_two = self.kinds[x] == Kind.INITIAL, self.kinds[y] == Kind.INITIAL
        either = is_one | is_two
        initial = np.flatnonzero(either)
        if len(initial):
            fits = self.starts[x[initial]] == self.starts[y[initial]]
            both = (is_one & is_two)[initial]
            out[:, initial] = np.where(both, np.array(INITIALS)[:, None], np.array(INITIAL)[:, None]) * fits
        todo = np.flatnonzero(~either & (self.hashes[x] != self.hashes[y]))
        a, b = x[todo], y[todo]
        silent = (self.scripts[a] == Script.ARABIC) | (self.scripts[b] == Script.ARABIC)
        found = self.readings.liken(a, b, silent)
        self._try_other_readings(found, a, b, silent)
        given = self.given[a]
        equal = (given == self.given[b]) & (given >= 0) & (found[0] < SETTLED)
        found[0, equal] = SETTLED
        out[:, todo] = found
        return out

    def _try_other_readings(self, best: Floats, x: Ints, y: Ints, silent: Bools) -> None:
        """The same as evidence._second_reading, for all pairs that need it."""
        rows = np.flatnonzero((best[0] > DOUBTFUL) & (best[0] < SETTLED))
        bent = rows[best[0, rows] > INFLECTED]
        ways = ((rows, x, self._others[y]), (rows, self._others[x], y), (bent, self._stems[x], y), (bent, x, self._stems[y]))
        tries = [(some[(one[some] >= 0) & (two[some] >= 0)], one, two) for some, one, two in ways]
        lefts, rights = (np.concatenate([t[side][t[0]] for t in tries]) for side in (1, 2))
        like = self.readings.liken(lefts, rights, np.concatenate([silent[some] for some, _, _ in tries]))
        start = 0
        for factor, (some, _, _) in zip((1.0, 1.0, STEMMED, STEMMED), tries, strict=True):
            mine = like[:, start : start + len(some)]
            mine[0] *= factor
            better = mine[0] > best[0, some]
            best[:, some[better]] = mine[:, better]
            start += len(some)

    @cached_property
    def searched(self) -> tuple[Readings, Ints]:
        """What a search looks at: the first and second readings, and the word that each is of."""
        return self.readings, np.concatenate([np.arange(len(self) + 1), self._twofold])

    def readings_of(self, word: int) -> list[int]:
        """The readings of one word: the first, the second and the one without a case ending, where it has them."""
        return [word, *(int(other) for other in (self._others[word], self._stems[word]) if other >= 0)]


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


def _throats(sounds: bytes) -> tuple[Hashes, Bytes]:
    """The same as letters.to_throats, as numbers, and their lengths."""
    letters = np.frombuffer(b"\n" + sounds, np.uint8)
    kept = np.ones(len(letters), bool)
    kept[1:] = (letters[:-1] != END) | (letters[1:] == END)  # first sounds go
    strings = Strings(letters[kept][1:].tobytes().replace(b"ks", b"0").translate(_TO_THROATS, _NO_THROATS))
    is_mixed = strings.has(ord("0"))
    return np.where(is_mixed, np.uint64(0), strings.hashes), np.where(is_mixed, 0, strings.lengths)


def _stems(sounds: Runs, tails: list[Hashes], scripts: Ints) -> tuple[bytes, Ints]:
    """The same as words.stem_of for all words: the stems, and which words have them."""
    lengths = sounds.lengths
    cut, instead = np.zeros(len(lengths), np.int64), np.zeros(len(lengths), np.int64)
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
    return _restemmed(sounds, which, cut[which], instead[which], stays), which


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
