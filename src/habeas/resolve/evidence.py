"""What speaks for and against two names being one person's, as numbers: the words that answer each other, and what is left over.

`weigh_evidence` does it for one pair; `batch.py` does the same for many at once, and a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import Final

from rapidfuzz.distance import Indel

from habeas.resolve.parse import Name
from habeas.resolve.words import Kind, Script, Sound, Word

_whole = attrgetter("whole")
_alike = Indel.normalized_similarity

# A hair below round numbers, so that the rounding of a sum decides nothing.
ALIKE: Final = 0.5999  # words this alike count as answering each other
SURE: Final = 0.7999  # words in the same place that are this alike are not set against others
NEAR: Final = 0.2999  # words less alike than this are not set against each other
FEATURES: Final = (
    "best", "second", "third", "best_sounds", "second_sounds", "best_classes", "second_classes", "best_bones", "second_bones",
    "last_last", "first_first", "crossed_best", "crossed_other", "fewest_words", "most_words", "fewest_left", "most_left",
    "commonest_match", "rarity_met", "words_left_min", "words_left_max", "rarest_left", "last_common", "first_common",
    "joined_bones", "given_equal", "given_differs", "gender_differs", "ending", "is_unvowelled",
    "is_one_script", "is_both_latin", "is_both_arabic", "initials", "fathers_min", "fathers_max", "fathers_alike", "covered",
    "shortest_match", "is_crossed", "best_start", "second_start", "best_close", "second_close", "best_length", "second_length",
    "best_longer", "second_longer", "throats",
)  # fmt: skip
RANKS: Final = 100_000  # steps of likeness by which answers are ranked; a letter more is a step
FAR: Final = 100  # steps back for each place by which the two words stand apart
STEPS: Final = 4096  # evidence is told in steps of this part of one, so that no rounding of a sum moves it over a border
WEIGHTS: Final = {
    True: (0.15, 0.25, 0.6),
    False: (0.35, 0.35, 0.3),
}  # sounds, classes, bones; with an alphabet that writes no vowels, and without
OPEN: Final = 0.3999  # words less alike than this in classes and bones are not compared sound by sound
DOUBTFUL: Final = 0.4999  # below this likeness no second reading is tried
SETTLED: Final = 0.97  # nor above this
INFLECTED: Final = 0.6999  # words with case endings are at least this alike to the words without
STEMMED: Final = 0.97
INITIALS: Final = (0.9, 0.5, 0.5, 0.5)  # two initials that fit
INITIAL: Final = (0.62, 0.5, 0.5, 0.5)  # an initial and a word that fit
MANY: Final = 10.0  # ln of more names than any word of a name is met in


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two words are, 0 to 1: altogether, in sounds, in classes of sounds, in bones."""

    whole: float
    sounds: float
    classes: float
    bones: float


_SAME = Likeness(1.0, 1.0, 1.0, 1.0)
_UNLIKE = Likeness(0.0, 0.0, 0.0, 0.0)
_INITIALS = Likeness(*INITIALS)
_INITIAL = Likeness(*INITIAL)


def liken(a: Word, b: Word) -> Likeness:
    """How alike two words are: in their first readings, or better with a second reading or without a case ending."""
    if a.kind is Kind.INITIAL or b.kind is Kind.INITIAL:
        if a.main.classes[:1] != b.main.classes[:1]:
            return _UNLIKE
        return _INITIALS if a.kind is b.kind else _INITIAL
    if a.main.sounds == b.main.sounds:
        return _SAME
    is_unvowelled = a.script is Script.ARABIC or b.script is Script.ARABIC
    best = _liken_sounds(a.main, b.main, is_unvowelled)
    if DOUBTFUL < best.whole < SETTLED:
        best = _second_reading(a, b, is_unvowelled, best)
    if a.given == b.given >= 0 and best.whole < SETTLED:
        return Likeness(SETTLED, best.sounds, best.classes, best.bones)
    return best


def _liken_sounds(a: Sound, b: Sound, is_unvowelled: bool) -> Likeness:
    """First by the consonants they share at all, then by classes and bones, and where these are near, by every sound."""
    shared = (a.mask & b.mask).bit_count()
    if 2 * shared < min(a.mask.bit_count(), b.mask.bit_count()):
        return _UNLIKE
    u, v, w = WEIGHTS[is_unvowelled]
    classes = _alike(a.classes, b.classes)
    bones = _alike(a.spine, b.spine) if is_unvowelled else _alike(a.bones, b.bones)
    rough = (v * classes + w * bones) / (v + w)
    if rough < OPEN:
        return Likeness(rough, rough, classes, bones)
    sounds = _alike(a.sounds, b.sounds)
    return Likeness(u * sounds + v * classes + w * bones, sounds, classes, bones)


def _second_reading(a: Word, b: Word, is_unvowelled: bool, best: Likeness) -> Likeness:
    """The best of `best` and what the other readings give; a word without its case ending counts a little less."""
    is_inflected = best.whole > INFLECTED
    for x, y in ((a.main, b.other), (a.other, b.main)):
        if x is not None and y is not None:
            best = max(best, _liken_sounds(x, y, is_unvowelled), key=_whole)
    for x, y in ((a.stem, b.main), (a.main, b.stem)) if is_inflected else ():
        if x is not None and y is not None:
            like = _liken_sounds(x, y, is_unvowelled)
            best = max(best, Likeness(STEMMED * like.whole, like.sounds, like.classes, like.bones), key=_whole)
    return best


@dataclass(frozen=True, slots=True)
class Evidence:
    """The numbers of one pair in the order of FEATURES, the pairs of word places that answer each other, best first, and how alike the
    nearest two words are."""

    numbers: tuple[float, ...]
    answers: tuple[tuple[int, int, Likeness], ...]
    nearest: float


def _letters(a: Word, b: Word) -> int:
    return len(a.main.classes) + len(b.main.classes)


def _table(a: tuple[Word, ...], b: tuple[Word, ...]) -> list[list[Likeness]]:
    """How alike every word of `a` is to every word of `b`. Words that sound the same are set against no others; then words in the same
    place are looked at, from the beginning or the end, and those that are surely alike are set against no others, either."""
    table = [[_UNLIKE] * len(b) for _ in a]
    shift = len(a) - len(b)
    places = [(i, j) for i in range(len(a)) for j in range(len(b))]
    same = [(i, j) for i, j in places if a[i].main.sounds == b[j].main.sounds and Kind.INITIAL not in (a[i].kind, b[j].kind)]
    for i, j in same:
        table[i][j] = _SAME
    settled = same
    for is_beside in (True, False):
        gone_i, gone_j = {i for i, _ in settled}, {j for _, j in settled}
        now = [(i, j) for i, j in places if (i == j or i - j == shift) is is_beside and i not in gone_i and j not in gone_j]
        for i, j in now:
            table[i][j] = liken(a[i], b[j])
        settled = same + [(i, j) for i, j in now if table[i][j].whole >= SURE]
    return table


def match_words(a: tuple[Word, ...], b: tuple[Word, ...]) -> tuple[list[list[Likeness]], list[tuple[int, int, Likeness]]]:
    """How alike words of `a` are to words of `b`, and which answer each other: the most alike first, each once, and the longer ones
    before the shorter."""
    table = _table(a, b)
    shift = len(a) - len(b)
    ranked = sorted(
        (FAR * abs(i - j - shift) - round(RANKS * cell.whole) - _letters(a[i], b[j]), i, j)
        for i, row in enumerate(table)
        for j, cell in enumerate(row)
        if cell.whole >= NEAR
    )
    answers: list[tuple[int, int, Likeness]] = []
    for _, i, j in ranked:
        if all(i != k and j != m for k, m, _ in answers):
            answers.append((i, j, table[i][j]))
    return table, answers


def weigh_evidence(a: Name, b: Name) -> Evidence:
    """The evidence for and against `a` and `b` being one person's names."""
    x, y = a.words, b.words
    table, answers = match_words(x, y)
    fewest, most = sorted((len(x), len(y)))
    good = [(i, j, cell) for i, j, cell in answers if cell.whole >= ALIKE]
    is_unvowelled = any(w.script is Script.ARABIC for w in x + y)
    top = [cell for _, _, cell in answers[:3]] + [_UNLIKE] * 3
    scripts = (x[0].script, y[0].script)
    numbers = (
        *(top[k].whole if k < fewest else -1.0 for k in range(3)),
        top[0].sounds, top[1].sounds, top[0].classes, top[1].classes, top[0].bones, top[1].bones,
        table[-1][-1].whole, table[0][0].whole, *sorted((table[0][-1].whole, table[-1][0].whole), reverse=True),
        float(fewest), float(most), float(fewest - len(good)), float(most - len(good)),
        *_rarity(x, y, good),
        x[-1].common + y[-1].common, x[0].common + y[0].common,
        _joined(x, y, is_unvowelled),
        *_given_names(a, b),
        float(x[-1].ending * y[-1].ending), float(is_unvowelled), float(scripts[0] is scripts[1]),
        float(scripts[0] is scripts[1] is Script.LATIN), float(scripts[0] is scripts[1] is Script.ARABIC),
        float(sum(x[i].kind is Kind.INITIAL or y[j].kind is Kind.INITIAL for i, j, _ in answers)),
        *_fathers(a, b, answers),
        _covered(x, y, answers),
        float(min((min(len(x[i].main.bones), len(y[j].main.bones)) for i, j, _ in good), default=0)),
        float(len(answers) > 1 and (answers[0][0] - answers[1][0]) * (answers[0][1] - answers[1][1]) < 0),
        *_shapes(x, y, answers),
        float(sum(_is_other_throat(x[i], y[j]) for i, j, _ in good)),
    )  # fmt: skip
    nearest = max((cell.whole for row in table for cell in row if cell.whole >= NEAR), default=0.0)
    return Evidence(tuple([_in_steps(n) for n in numbers]), tuple(answers), _in_steps(nearest))


def _in_steps(number: float) -> float:
    return round(number * STEPS) / STEPS


def _rarity(x: tuple[Word, ...], y: tuple[Word, ...], good: list[tuple[int, int, Likeness]]) -> tuple[float, float, float, float, float]:
    """How common the commonest match is; how rare all matches are together; how many whole words are left, and the rarest of them."""
    met = [x[i].common + y[j].common for i, j, _ in good]
    used_x, used_y = {i for i, _, _ in good}, {j for _, j, _ in good}
    left_x = [w.common for i, w in enumerate(x) if i not in used_x and w.kind is Kind.WORD]
    left_y = [w.common for j, w in enumerate(y) if j not in used_y and w.kind is Kind.WORD]
    fewest, most = sorted((len(left_x), len(left_y)))
    return min(met, default=15.0), sum(MANY - m for m in met), float(fewest), float(most), min(left_x + left_y, default=MANY)


def _joined(x: tuple[Word, ...], y: tuple[Word, ...], is_unvowelled: bool) -> float:
    """How alike the names are written as one word: for names parted otherwise (Mohammad Reza, Mohammadreza)."""
    if is_unvowelled:
        return _alike("".join([w.main.spine for w in x]), "".join([w.main.spine for w in y]))
    return _alike("".join([w.main.bones for w in x]), "".join([w.main.bones for w in y]))


def _is_other_throat(a: Word, b: Word) -> bool:
    """True if one has kh where the other has k, g or q (Sadigov, Sadikhov): no spelling makes one of the other."""
    return a.throat != b.throat and len(a.throat) == len(b.throat) and not a.given == b.given >= 0


def _shapes(x: tuple[Word, ...], y: tuple[Word, ...], answers: list[tuple[int, int, Likeness]]) -> tuple[float, ...]:
    """Of the two best answers: do they begin alike, do they end alike, how long is the shorter, how much longer the other."""
    rows = []
    for i, j, _ in answers[:2]:
        one, two = x[i].main, y[j].main
        shorter, longer = sorted((len(one.bones), len(two.bones)))
        rows.append(
            (float(one.classes[:1] == two.classes[:1]), float(one.bones[-1:] == two.bones[-1:]), float(shorter), float(longer - shorter))
        )
    rows += [(-1.0, -1.0, -1.0, -1.0)] * (2 - len(rows))
    return tuple(value for pair in zip(*rows, strict=True) for value in pair)


def _given_names(a: Name, b: Name) -> tuple[float, float, float]:
    """How many known given names both have; whether both have known ones but none in common; whether their genders differ."""
    given_a, given_b = {w.given for w in a.words if w.given >= 0}, {w.given for w in b.words if w.given >= 0}
    gender_a, gender_b = {w.gender for w in a.words if w.gender}, {w.gender for w in b.words if w.gender}
    shared = given_a & given_b
    return (
        float(len(shared)),
        float(bool(given_a) and bool(given_b) and not shared),
        float(bool(gender_a) and bool(gender_b) and not gender_a & gender_b),
    )


def _fathers(a: Name, b: Name, answers: list[tuple[int, int, Likeness]]) -> tuple[float, float, float]:
    """How many fathers' names they have, least and most, and how alike the two are (-1: not both have one)."""
    fewest, most = sorted((sum(a.fathers), sum(b.fathers)))
    alike = max((cell.whole for i, j, cell in answers if a.fathers[i] and b.fathers[j]), default=-1.0)
    return float(fewest), float(most), alike


def _covered(x: tuple[Word, ...], y: tuple[Word, ...], answers: list[tuple[int, int, Likeness]]) -> float:
    """The share of all letters that stand in words which answer each other, by how alike these are."""
    total = sum([len(w.main.classes) for w in x]) + sum([len(w.main.classes) for w in y])
    return sum(_letters(x[i], y[j]) * cell.whole for i, j, cell in answers) / max(total, 1)
