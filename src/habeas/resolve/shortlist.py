"""Which names of one part of an index are worth a full comparison: those that share the most alike and the rarest words with the one asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from habeas.resolve.codes import Bools, Ints, Runs, as_codes, known_letters
from habeas.resolve.depths import Floats
from habeas.resolve.evidence import SETTLED, WEIGHTS
from habeas.resolve.parse import Name
from habeas.resolve.segment import Segment
from habeas.resolve.subsequences import Patterns
from habeas.resolve.vocabulary import Vocabulary
from habeas.resolve.words import Kind, Script

_BONES: Final = 0.5  # nor do words whose consonants are less alike than this
_LIKE: Final = 0.55  # words less alike than this do not find a name
_WORDS: Final = 200  # words of one part that are followed for one word of the question
_BEARERS: Final = 50_000  # names that one word of the question may bring in
_ALONE: Final = 200  # names that it brings in although they have no other word of the question
_LEFT: Final = 2.0  # what a word costs a name that is like none of the question
_MOST: Final = 8  # words of a question that are followed

_WEIGHTS: Final = np.array([WEIGHTS[False], WEIGHTS[True]], np.float32).T


@dataclass(frozen=True, slots=True)
class Question:
    """A name that is asked for: taken apart, its words with all that is known of them, and those by which names are found."""

    name: Name
    vocabulary: Vocabulary
    forms: tuple[tuple[tuple[int, ...], tuple[bool, ...]], ...]  # the numbers of the words of each form, and which are fathers' names
    leading: tuple[int, ...]  # the words by which names are found, those in brackets too


def ask(name: Name) -> Question:
    """The question for a name that is taken apart."""
    every = (*name.words, *name.others)
    raws = list(dict.fromkeys(w.raw for w in every))
    codes = np.minimum(as_codes(raws), 0xFFFF)
    known_letters().small(codes.astype(np.uint32))
    vocabulary = Vocabulary(Runs(codes))
    places = {raw: int(place) for raw, place in zip(raws, vocabulary.place.tolist(), strict=True)}
    leading = dict.fromkeys(places[w.raw] for w in every if w.kind is not Kind.INITIAL) or dict.fromkeys(places.values())
    forms = tuple((tuple(places[w.raw] for w in form.words), form.fathers) for form in name.forms())
    return Question(name, vocabulary, forms, tuple(leading)[:_MOST])


def shortlist(segment: Segment, question: Question, most: int) -> tuple[Ints, Ints]:
    """The names of a part that are worth comparing, and their words, a row for each place (-1: none)."""
    like = likeness(segment.vocabulary, question)
    rarity = 1 + np.log(len(segment) / np.maximum(segment.bearer_counts, 1), dtype=np.float32)
    gains = like[:, :-1] ** 2 * rarity
    names = _bearers(segment, like, gains)
    words = segment.words_of(names)
    gains = np.append(gains, np.zeros((len(gains), 1), np.float32), 1)
    worth = sum(gain[words].max(0) for gain in gains)
    worth -= _LEFT * ((like.max(0) < _LIKE)[words] & (words >= 0)).sum(0)
    if len(names) > most:
        best = np.argpartition(-worth, most)[:most]
        names, words = names[best], words[:, best]
    return names, words


def _bearers(segment: Segment, like: Floats, gains: Floats) -> Ints:
    """The names with two words that are like words of the question, and those that have the best ones alone."""
    found = []
    for likes, gain in zip(like, gains, strict=True):
        words = np.flatnonzero(likes[:-1] >= _LIKE)
        if len(words) > _WORDS:
            words = words[np.argpartition(-gain[words], _WORDS)[:_WORDS]]
        words = words[np.argsort(-gain[words])]
        stops = np.cumsum(segment.bearer_counts[words])
        words = words[: int(np.searchsorted(stops, _BEARERS)) + 1]
        if len(words):
            found.append(segment.bearers(words))
    if not found:
        return np.zeros(0, np.int64)
    if len(found) == 1:
        return np.unique(found[0])
    with segment.lock:
        seen = segment.seen
        for bit, names in enumerate(found):
            seen[names] |= np.uint8(1 << bit)
        twice = np.flatnonzero(np.bitwise_count(seen) > 1)
        for names in found:
            seen[names] = 0
    return np.unique(np.concatenate([twice, *(names[:_ALONE] for names in found)]))


def likeness(v: Vocabulary, question: Question) -> Floats:
    """How alike each word by which names are found is to every word of a part, 0 where it is less than half; a row for each. The last column
    stands for no word."""
    out = np.zeros((len(question.leading), len(v) + 1), np.float32)
    own = question.vocabulary
    asked = [(place, reading) for place, word in enumerate(question.leading) for reading in own.readings_of(word)]
    theirs, owners = v.searched
    masks, sizes = theirs.masks[: len(owners)], theirs.mask_sizes[: len(owners)]
    near = []
    for _, reading in asked:
        mask, size = own.readings.masks[reading], own.readings.mask_sizes[reading]
        near.append(np.flatnonzero(2 * np.bitwise_count(masks & mask) >= np.maximum(sizes, size)))
    rows = np.concatenate(near)
    counts = [len(some) for some in near]
    patterns = np.repeat(np.array([reading for _, reading in asked]), counts)
    places = np.repeat(np.array([place for place, _ in asked]), counts)
    silent = (v.scripts[owners[rows]] == Script.ARABIC) | (own.scripts[list(question.leading)] == Script.ARABIC)[places]
    rows, found, patterns = _near(own, patterns, v, rows, silent)
    places = places[patterns]
    for place in range(len(out)):
        mine = np.flatnonzero(places == place)
        np.maximum.at(out[place], owners[rows[mine]], found[mine])
        given = own.given[question.leading[place]]
        if given >= 0:
            same = np.flatnonzero(v.given == given)
            out[place, same] = np.maximum(out[place, same], np.float32(SETTLED))
    out[:, -1] = 0
    return out


def _near(own: Vocabulary, patterns: Ints, v: Vocabulary, rows: Ints, silent: Bools) -> tuple[Ints, Floats, Ints]:
    """The pairs of readings that are at least half alike: the other side's reading, how alike, and which pair it was."""
    ours, theirs = own.readings, v.readings
    compared = Patterns(ours.strings)
    u, v_, w = _WEIGHTS[:, silent.view(np.uint8)]
    which = np.arange(len(rows))

    def liken(depth: Ints | int) -> Floats:
        return compared.liken(patterns[which] + depth * len(ours), theirs.strings, rows[which] + depth * len(theirs))

    bones = liken(2 + silent.astype(np.int64))
    near = np.flatnonzero(bones >= _BONES)
    which, bones = near, bones[near]
    classes = liken(1)
    bound = (u + v_)[which] * classes + w[which] * bones  # sounds are hardly ever more alike than their classes
    near = np.flatnonzero(bound >= _LIKE)
    which, rough = which[near], bound[near] - u[which[near]] * classes[near]
    whole = u[which] * liken(0) + rough
    near = np.flatnonzero(whole >= _LIKE)
    which = which[near]
    return rows[which], whole[near], which
