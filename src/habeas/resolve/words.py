"""What one word of a name is: its sounds at three depths, and whether it is a title, an initial, a father's name or a given name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import repeat
from operator import itemgetter

from habeas.resolve.letters import read_latin, sound_out, table, to_bones, to_classes

_FATHER_ENDINGS = (
    "oviC",
    "eviC",
    "aviC",
    "yviC",
    "iviC",
    "oviJ",
    "aviJ",
    "eviJ",
    "ovna",
    "evna",
    "ivna",
    "avna",
    "iyvna",
    "yCna",
    "iCna",
    "niCna",
    "oviT",
    "aviT",
    "eviT",
)
_FEMININE = ("ova", "eva", "yva", "ina", "skaYa", "TkaYa", "skaya", "skaia", "skaa", "Tka", "ska", "kaYa", "naYa", "ayava", "ava", "ouna")
_MASCULINE = (
    "ov",
    "ev",
    "in",
    "yn",
    "ski",
    "skiY",
    "skyY",
    "skyi",
    "skii",
    "skiy",
    "sky",
    "Tki",
    "Tky",
    "TkiY",
    "yY",
    "iY",
    "av",
    "of",
    "ef",
    "yi",
    "uk",
)


class Kind(IntEnum):
    """What a word does in a name."""

    WORD = 0
    INITIAL = 1
    TITLE = 2
    FATHER = 3  # a word beside a father's name: bin, uulu, qızı
    PARTICLE = 4


class Script(IntEnum):
    LATIN = 0
    CYRILLIC = 1
    ARABIC = 2
    ARMENIAN = 3
    GEORGIAN = 4
    OTHER = 5


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `raw` as written in small letters, its sounds, their classes, their bones, and what is known of it.

    `other` is a second way of reading it (the same as `sounds` where there is none), `stem` the sounds without a case ending.
    `given` numbers the given name that it is (-1: none known), `gender` is +1 feminine, -1 masculine, 0 open.
    `common` is the logarithm of how often its bones were met among names.
    """

    raw: str
    script: Script
    kind: Kind
    sounds: str
    classes: str
    bones: str
    spine: str
    other: str
    given: int
    gender: int
    ending: int
    is_fathers: bool
    common: float


@cache
def _kinds() -> dict[str, tuple[Kind, int]]:
    kinds: dict[str, tuple[Kind, int]] = {}
    for what, forms in table("titles.tsv"):
        name, _, gender = what.partition(" ")
        for form in forms.split(","):
            kinds.setdefault(form.strip(), (Kind[name.upper()], {"m": -1, "f": 1}.get(gender, 0)))
    return kinds


def _sounds_of(raws: Sequence[str]) -> tuple[list[str], list[str]]:
    """The sounds of words in the press reading, and in the other reading."""
    plain = sound_out(list(raws))
    latin = [i for i, raw in enumerate(raws) if raw[0] < "\u0370"]
    if not latin:
        return plain, plain
    words = [plain[i] for i in latin]
    press, second = list(plain), list(plain)
    for i, one, two in zip(latin, read_latin(words), read_latin(words, other=True), strict=True):
        press[i], second[i] = one, two
    return press, second


@cache
def _given_names() -> tuple[dict[str, tuple[int, int]], dict[str, tuple[int, int]]]:
    """Given names by sounds, and by classes where no two given names share them: (number, gender)."""
    rows = [(gender, [f.strip().lower() for f in forms.split(",")]) for gender, forms in table("given.tsv")]
    flat = [(number, {"f": 1, "m": -1}.get(gender, 0), form) for number, (gender, forms) in enumerate(rows) for form in forms]
    sounds, _ = _sounds_of([form for _, _, form in flat])
    by_sound: dict[str, tuple[int, int]] = {}
    by_class: dict[str, tuple[int, int] | None] = {}
    for (number, gender, _), sound, kind in zip(flat, sounds, to_classes(sounds), strict=True):
        by_sound.setdefault(sound, (number, gender))
        seen = by_class.setdefault(kind, (number, gender))
        if seen is not None and seen[0] != number:
            by_class[kind] = None
    return by_sound, {kind: entry for kind, entry in by_class.items() if entry is not None and len(kind) >= 5}


@cache
def _common() -> dict[str, float]:
    """How often the bones of a word were met among names (natural logarithm of one more than the count)."""
    from math import log

    return {bones: log(1 + int(count)) for bones, count in table("frequency.tsv")}


_SCRIPTS = (
    ("\u0370", Script.LATIN), ("\u0400", Script.OTHER), ("\u0530", Script.CYRILLIC), ("\u0590", Script.ARMENIAN), ("\u0600", Script.OTHER),
    ("\u0780", Script.ARABIC), ("\u10a0", Script.OTHER), ("\u1100", Script.GEORGIAN), ("\u1e00", Script.OTHER), ("\u2000", Script.LATIN),
)  # fmt: skip


@cache
def _script(letter: str) -> Script:
    for bound, script in _SCRIPTS:
        if letter < bound:
            return script
    return Script.ARABIC if "\ufb50" <= letter <= "\ufeff" else Script.OTHER


def _ending(sounds: str) -> int:
    """+1 for a feminine form of a family name, -1 for a masculine one, 0 where the ending tells nothing."""
    if sounds.endswith(_FEMININE):
        return 1
    return -1 if sounds.endswith(_MASCULINE) else 0


def read_words(raws: Sequence[str]) -> list[Word]:
    """What each word is. `raws` are in small letters and not empty."""
    sounds, others = _sounds_of(raws)
    classes = to_classes(sounds)
    bones = to_bones(classes)
    spines = "\n".join(bones).replace("v", "").split("\n") if bones else []
    kinds = map(_kinds().get, raws, repeat((Kind.WORD, 0)))
    by_sound, by_class = _given_names()
    given = map(by_sound.get, sounds, map(by_class.get, classes, repeat((-1, 0))))
    common = map(_common().get, bones, repeat(0.0))
    scripts = map(_script, map(itemgetter(0), raws))
    columns: Iterable[tuple[object, ...]] = zip(raws, scripts, kinds, sounds, classes, bones, spines, others, given, common, strict=True)
    return [_word(*row) for row in columns]  # type: ignore[arg-type]


def _word(
    raw: str, script: Script, kind: tuple[Kind, int], sounds: str, classes: str, bones: str, spine: str, other: str,
    given: tuple[int, int], common: float,
) -> Word:  # fmt: skip
    what = kind[0]
    if what in (Kind.WORD, Kind.PARTICLE) and len(raw) == 1:
        what = Kind.INITIAL
    gender = kind[1] or given[1]
    is_fathers = what is Kind.WORD and len(sounds) > 5 and sounds.endswith(_FATHER_ENDINGS)
    return Word(raw, script, what, sounds, classes, bones, spine, other, given[0], gender, _ending(sounds), is_fathers, common)
