"""Many readings at once, at four depths (sounds, classes, bones, spines), as arrays; and how alike any two of them are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from habeas.resolve.codes import END, Bools, Bytes, Ints, Letters, Runs, known_letters
from habeas.resolve.evidence import OPEN, WEIGHTS
from habeas.resolve.letters import APART, BONES, CLASSES, DOUBLES, TOGETHER, spellings
from habeas.resolve.subsequences import Strings

Floats = npt.NDArray[np.float32]
Masks = npt.NDArray[np.uint32]
_TO_CLASSES: Final = bytes(CLASSES.get(c, c) for c in range(256))
_TO_BONES: Final = bytes(BONES.get(c, c) for c in range(256))
_IS_DOUBLE: Final = np.isin(np.arange(256), [ord(c) for c in DOUBLES])
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
        letters = _replaced(letters, find.encode(), sound.encode())
    return foreign + letters[1:].tobytes()


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


class Depth:
    """Readings at one depth."""

    def __init__(self, text: bytes) -> None:
        self.runs = Runs(np.frombuffer(text, np.uint8))
        self.strings = Strings(self.runs)
        self.lengths = self.strings.lengths

    def written(self) -> list[str]:
        """The readings at this depth."""
        return self.runs.letters.tobytes().decode("latin-1").split("\n")[:-1]

    def liken(self, x: Ints, other: Depth, y: Ints) -> Floats:
        """How alike readings x are to readings y of the other: twice the longest common subsequence by both lengths."""
        total = self.lengths[x].astype(np.float32) + other.lengths[y]
        common = 2.0 * self.strings.shared(x, other.strings, y).astype(np.float32)
        return np.divide(common, total, out=np.ones_like(total), where=total > 0)


class Readings:
    """A table of readings at all depths, given by their sounds, each with its line end."""

    def __init__(self, text: bytes) -> None:
        self.text = text
        classes = _doubles_out(text.translate(_TO_CLASSES))
        bones = _vowels_out(classes)
        spines = bones.replace(b"v", b"")
        self.sounds, self.classes = Depth(text), Depth(classes)
        self.bones = Depth(bones + spines)  # the spine of reading k is the bones of k and as many as there are readings
        letters = np.frombuffer(spines, np.uint8)
        marks = np.where(letters == END, 0, np.uint32(1) << (letters & 31).astype(np.uint32))
        starts = Runs(letters).starts
        self.masks: Masks = np.bitwise_or.reduceat(marks, starts) if len(starts) else np.zeros(0, np.uint32)
        self.mask_sizes: Bytes = np.bitwise_count(self.masks)

    def __len__(self) -> int:
        return len(self.masks)

    def liken(self, x: Ints, y: Ints, is_unvowelled: Bools) -> Floats:
        """How alike readings are, pair by pair: rows of whole, sounds, classes, bones. The same as evidence._liken_sounds."""
        out = np.zeros((4, len(x)), np.float32)
        shared = np.bitwise_count(self.masks[x] & self.masks[y])
        near = np.flatnonzero(2 * shared >= np.minimum(self.mask_sizes[x], self.mask_sizes[y]))
        if not len(near):
            return out
        x, y, silent = x[near], y[near], is_unvowelled[near]
        depth = silent * len(self)
        classes = self.classes.liken(x, self.classes, y)
        bones = self.bones.liken(x + depth, self.bones, y + depth)
        u, v, w = _WEIGHTS[:, silent.view(np.uint8)]
        rough = (v * classes + w * bones) / (v + w)
        sounds, whole = rough.copy(), rough.copy()
        fine = np.flatnonzero(rough >= OPEN)
        sounds[fine] = self.sounds.liken(x[fine], self.sounds, y[fine])
        whole[fine] = u[fine] * sounds[fine] + v[fine] * classes[fine] + w[fine] * bones[fine]
        for row, values in zip(out, (whole, sounds, classes, bones), strict=True):
            row[near] = values
        return out


def liken_to(one: Readings, many: Readings, rows: Ints, *, is_unvowelled: bool) -> Floats:
    """How alike the one reading is to these of many, whose alphabets nobody tells: the better of both ways, or the one for alphabets
    without vowels alone. What is unlike in classes counts as unlike."""
    out, first = np.zeros(len(rows), np.float32), np.zeros(len(rows), np.int64)
    classes = one.classes.liken(first, many.classes, rows)
    near = np.flatnonzero(classes >= OPEN)
    rows, classes, first = rows[near], classes[near], first[: len(near)]
    sounds = one.sounds.liken(first, many.sounds, rows)
    for silent in (True, False):
        if silent or not is_unvowelled:
            u, v, w = WEIGHTS[silent]
            bones = one.bones.liken(first + silent * len(one), many.bones, rows + silent * len(many))
            out[near] = np.maximum(out[near], u * sounds + v * classes + w * bones)
    return out


def readings_of(sounds: Sequence[str]) -> Readings:
    """Readings given by their sounds."""
    return Readings("".join(f"{s}\n" for s in sounds).encode("latin-1", "replace"))


def _doubles_out(classes: bytes) -> bytes:
    letters = np.frombuffer(classes, np.uint8)
    kept = np.ones(len(letters), bool)
    kept[1:] = (letters[1:] != letters[:-1]) | ~_IS_DOUBLE[letters[1:]]
    return letters[kept].tobytes()


def _vowels_out(classes: bytes) -> bytes:
    """Consonants alone; a vowel is kept where a word begins with it."""
    return (b"\n" + classes).replace(b"\na", b"\n@").translate(_TO_BONES, b"a")[1:]
