"""Many readings at once, at four depths (sounds, classes, bones, spines), as arrays; and how alike any two of them are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from habeas.resolve.codes import END, Bools, Bytes, Hashes, Ints, Letters, Runs, known_letters
from habeas.resolve.evidence import OPEN, WEIGHTS
from habeas.resolve.letters import APART, BONES, CLASSES, DOUBLES, TOGETHER, spellings
from habeas.resolve.subsequences import Strings

Floats = npt.NDArray[np.float32]
Masks = npt.NDArray[np.uint32]
_TO_CLASSES: Final = bytes(CLASSES.get(c, c) for c in range(256))
_TO_BONES: Final = bytes(BONES.get(c, c) for c in range(256))
_IS_DOUBLE: Final = np.isin(np.arange(256), [ord(c) for c in DOUBLES])
_MARKS: Final = np.array([0 if c == END else 1 << (c & 31) for c in range(256)], np.uint32)
_FEW: Final = 8000  # letters up to which bytes.replace is quicker than arrays
_WEIGHTS: Final = np.array([WEIGHTS[False], WEIGHTS[True]], np.float32).T


def sound_words(words: Runs, first: int, second: int, *, other: bool = False) -> bytes:
    """The sounds of words, each with its line end: up to `first` of other alphabets, up to `second` Latin ones with other signs,
    then plain Latin. The same as words.sounds_of."""
    known = known_letters()
    stops = [int(words.starts[k]) if k < len(words.starts) else len(words.letters) for k in (first, second)]
    foreign = _grouped(_voiced(known, words.letters[: stops[0]], other=other), other=other)
    signed = _grouped(_voiced(known, words.letters[stops[0] : stops[1]], other=other), other=other)
    plain = words.letters[stops[1] :].astype(np.uint8).tobytes()
    text = b"\n" + signed + plain
    if len(text) < _FEW:
        for find, sound in spellings()[other]:
            text = text.replace(find.encode(), sound.encode())
        return foreign + text[1:]
    letters = np.frombuffer(text, np.uint8)
    for find, sound in spellings()[other]:
        if find != sound:
            letters = _replaced(letters, find.encode(), sound.encode())
    return foreign + letters[1:].tobytes()


@cache
def _twofold() -> Bools:
    """Which two letters, as one number, begin a group that the other spelling reads otherwise; a group of one letter goes with any."""
    found = np.zeros((256, 256), bool)
    for (find, press), (_, other) in zip(*spellings(), strict=True):
        first = find.strip("\n").encode()[:2]
        if press != other:
            found[first[0], first[1] if len(first) > 1 else slice(None)] = True
    return found.ravel()


@cache
def _apart() -> Bools:
    """The same for the sounds of other alphabets."""
    found = np.zeros((256, 256), bool)
    for apart, _ in APART:
        found[ord(apart[0]), ord(apart[1])] = True
    return found.ravel()


def may_be_read_otherwise(words: Runs, sounds: Runs, first: int) -> Bools:
    """Which words may have another reading: those with a letter or a group that has one. Up to `first` they are of other alphabets."""
    known = known_letters()
    letters = words.letters
    differs = known.differs[letters]
    start, stop = (int(runs.starts[first]) if first < len(runs.starts) else len(runs.letters) for runs in (words, sounds))
    differs[start:-1] |= _twofold()[_in_twos(known.sounds[letters[start:], 0])]
    out = np.add.reduceat(differs, words.starts, dtype=np.uint8) > 0
    if first:
        apart = np.append(_apart()[_in_twos(sounds.letters[:stop])], False)
        out[:first] |= np.add.reduceat(apart, sounds.starts[:first], dtype=np.uint8) > 0
    return out


def _in_twos(letters: npt.NDArray[np.integer]) -> npt.NDArray[np.uint16]:
    """Each letter and the next one as one number."""
    numbers = letters.astype(np.uint16)
    return numbers[:-1] << np.uint16(8) | numbers[1:]


def _replaced(letters: Bytes, find: bytes, sound: bytes) -> Bytes:
    """The same as bytes.replace, where what is put in is no longer than what is found; quicker for short groups."""
    if len(sound) > len(find):
        return np.frombuffer(letters.tobytes().replace(find, sound), np.uint8)
    stop = max(len(letters) - len(find) + 1, 0)
    is_found = letters[:stop] == find[0]
    for place in range(1, len(find)):
        is_found &= letters[place : place + stop] == find[place]
    found = np.flatnonzero(is_found)
    if not len(found):
        return letters
    if find[:1] == find[-1:] and len(found) > 1 and (np.diff(found) < len(find)).any():  # may overlap: aaa has one aa
        return np.frombuffer(letters.tobytes().replace(find, sound), np.uint8)
    letters = letters.copy()
    for place, letter in enumerate(sound):
        letters[found + place] = letter
    if len(sound) == len(find):
        return letters
    kept = np.ones(len(letters), bool)
    for place in range(len(sound), len(find)):
        kept[found + place] = False
    return letters[kept]


def _voiced(letters: Letters, codes: npt.NDArray[np.integer], *, other: bool) -> bytes:
    sounds: Bytes = (letters.others if other else letters.sounds)[codes]
    return sounds[sounds > 0].tobytes()


def _grouped(text: bytes, *, other: bool) -> bytes:
    """Letters of one alphabet that stand for one sound of another; h at the end is silent."""
    text = b"\n" + text
    for apart, sound in (*TOGETHER, *(APART if other else ()), ("H\n", "\n")):
        text = text.replace(apart.encode(), sound.encode())
    return text[1:]


class Readings:
    """A table of readings at all depths, given by their sounds, each with its line end."""

    def __init__(self, text: bytes) -> None:
        classes = _doubles_out(text.translate(_TO_CLASSES))
        bones = _vowels_out(classes)
        spines = bones.replace(b"v", b"")
        # Reading k stands in the table four times: its sounds, its classes, its bones and its spine, each as far from the last.
        self.strings = Strings(text + classes + bones + spines)
        self.lengths = self.strings.lengths.reshape(4, -1)
        letters = np.frombuffer(spines, np.uint8)
        starts = np.zeros(self.lengths.shape[1], np.int64)
        starts[1:] = np.flatnonzero(letters == END)[:-1] + 1
        self.masks: Masks = np.bitwise_or.reduceat(_MARKS[letters], starts) if len(starts) else np.zeros(0, np.uint32)
        self.mask_sizes: Bytes = np.bitwise_count(self.masks)

    @classmethod
    def of(cls, parts: Sequence[tuple[Readings, Ints]]) -> Readings:
        """Some readings of several tables, one after the other."""
        out: Readings = object.__new__(cls)
        out.strings = Strings.of([(table.strings, rows + depth * len(table)) for depth in range(4) for table, rows in parts])
        out.lengths = out.strings.lengths.reshape(4, -1)
        out.masks = np.concatenate([table.masks[rows] for table, rows in parts])
        out.mask_sizes = np.bitwise_count(out.masks)
        return out

    def __len__(self) -> int:
        return len(self.masks)

    @property
    def hashes(self) -> Hashes:
        """A number for each reading, a row for each depth."""
        return self.strings.hashes.reshape(4, -1)

    def rows(self, which: Ints, is_unvowelled: Bools | bool) -> Ints:
        """Where sounds, classes and bones (spines, where vowels are not written) of readings stand in the table, one after the other."""
        total = len(self)
        return np.concatenate([which, which + total, which + (2 * total + is_unvowelled * np.int64(total))])

    def liken(self, x: Ints, y: Ints, is_unvowelled: Bools) -> Floats:
        """How alike readings are, pair by pair: rows of whole, sounds, classes, bones. The same as evidence._liken_sounds."""
        out = np.zeros((4, len(x)), np.float32)
        shared = np.bitwise_count(self.masks[x] & self.masks[y])
        near = np.flatnonzero(2 * shared >= np.minimum(self.mask_sizes[x], self.mask_sizes[y]))
        if not len(near):
            return out
        silent = is_unvowelled[near]
        sounds, classes, bones = self.strings.liken(self.rows(x[near], silent), self.strings, self.rows(y[near], silent)).reshape(3, -1)
        u, v, w = _WEIGHTS[:, silent.view(np.uint8)]
        whole = v * classes + w * bones
        rough = whole / (v + w)
        whole += u * sounds
        is_near = (rough >= OPEN).astype(np.float32)
        far = rough * (1 - is_near)
        for values in (whole, sounds):
            values *= is_near
            values += far
        for row, values in zip(out, (whole, sounds, classes, bones), strict=True):
            row[near] = values
        return out


def _doubles_out(classes: bytes) -> bytes:
    letters = np.frombuffer(classes, np.uint8)
    kept = np.ones(len(letters), bool)
    kept[1:] = (letters[1:] != letters[:-1]) | ~_IS_DOUBLE[letters[1:]]
    return letters[kept].tobytes()


def _vowels_out(classes: bytes) -> bytes:
    """Consonants alone; a vowel is kept where a word begins with it."""
    return (b"\n" + classes).replace(b"\na", b"\n@").translate(_TO_BONES, b"a")[1:]
