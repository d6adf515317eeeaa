"""What one word of a name is: its sounds at four depths, and whether it is a title, an initial, a father's name or a given name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from itertools import repeat
from math import log
from operator import itemgetter
from typing import Final

from habeas.resolve.letters import read_latin, sound_out, table, to_bones, to_classes, to_throats


class Kind(IntEnum):
    """What a word does in a name."""

    WORD = 0
    INITIAL = 1
    TITLE = 2
    FATHER = 3  # a word beside a father's name: bin, uulu, qızı
    PARTICLE = 4
    HONOUR = 5  # a title that is also part of names: Haji, Mirza, Bey
    RANK = 6  # a title before names, and a family name after one: Major, Bishop


class Script(IntEnum):
    """The alphabet of a word, as far as it matters here."""

    LATIN = 0
    CYRILLIC = 1
    ARABIC = 2
    ARMENIAN = 3
    GEORGIAN = 4
    OTHER = 5


@dataclass(frozen=True, slots=True)
class Sound:
    """One way of reading a word: its sounds, their classes, the consonants, and these without v for alphabets that write no vowels."""

    sounds: str
    classes: str
    bones: str
    spine: str
    mask: int  # a bit for each consonant class in the spine


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `raw` as written in small letters, how it sounds, and what is known of it.

    `other` is a second way of reading it, `stem` the word without a case ending, each None where there is none.
    `given` numbers the given name that it is (-1: none known), `gender` is +1 feminine, -1 masculine, 0 open; `ending` says the
    same of the family name's form. `common` is the logarithm of how many people's names had a word with these bones.
    `throat` are its k-like sounds and kh.
    """

    raw: str
    script: Script
    kind: Kind
    main: Sound
    other: Sound | None
    stem: Sound | None
    given: int
    gender: int
    ending: int
    is_fathers: bool
    common: float
    throat: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The same as Words, one list for each property, for many words at once."""

    raws: list[str]
    scripts: list[Script]
    kinds: list[Kind]
    sounds: list[str]
    classes: list[str]
    bones: list[str]
    spines: list[str]
    given: list[int]
    genders: list[int]
    endings: list[int]
    fathers: list[bool]
    common: list[float]


_STEM: Final = 4  # sounds that a word keeps at least when its case ending goes
_SCRIPTS: Final = (
    ("\u0370", Script.LATIN), ("\u0400", Script.OTHER), ("\u0530", Script.CYRILLIC), ("\u0590", Script.ARMENIAN), ("\u0600", Script.OTHER),
    ("\u0780", Script.ARABIC), ("\u10a0", Script.OTHER), ("\u1100", Script.GEORGIAN), ("\u1e00", Script.OTHER), ("\u2000", Script.LATIN),
)  # fmt: skip


@cache
def script_of(letter: str) -> Script:
    """The alphabet that a letter belongs to."""
    for bound, script in _SCRIPTS:
        if letter < bound:
            return script
    return Script.ARABIC if "\ufb50" <= letter <= "\ufeff" else Script.OTHER


@cache
def kinds_by_word() -> dict[str, tuple[Kind, int]]:
    """What the words of titles.tsv are, and the gender that they tell."""
    kinds: dict[str, tuple[Kind, int]] = {}
    for what, forms in table("titles.tsv"):
        name, _, gender = what.partition(" ")
        for form in forms.split(","):
            kinds.setdefault(form.strip(), (Kind[name.upper()], {"m": -1, "f": 1}.get(gender, 0)))
    return kinds


@cache
def _endings() -> dict[str, tuple[tuple[str, str], ...]]:
    """Case endings by alphabet, each with what stays instead, the longest first; and how gender and father's names end."""
    found: dict[str, list[tuple[str, str]]] = {}
    for alphabet, endings, *instead in table("endings.tsv"):
        found.setdefault(alphabet, []).extend((e.strip(), instead[0] if instead else "") for e in endings.split(","))
    return {alphabet: tuple(sorted(rows, key=lambda row: -len(row[0]))) for alphabet, rows in found.items()}


@cache
def closings(what: str) -> tuple[str, ...]:
    """The endings of one row of endings.tsv."""
    return tuple(ending for ending, _ in _endings().get(what, ()))


def sounds_of(raws: list[str], *, other: bool = False) -> list[str]:
    """The sounds of words in the press reading, or in the other reading."""
    sounds = list(raws)
    foreign = [i for i, raw in enumerate(raws) if not raw.isascii()]
    for i, sound in zip(foreign, sound_out([raws[i] for i in foreign], other=other), strict=True):
        sounds[i] = sound
    latin = [i for i, raw in enumerate(raws) if raw[0] < "\u0370"]
    for i, sound in zip(latin, read_latin([sounds[i] for i in latin], other=other), strict=True):
        sounds[i] = sound
    return sounds


@cache
def given_names() -> tuple[dict[str, tuple[int, int]], dict[str, tuple[int, int]]]:
    """Given names by sounds, and by classes, where no two given names share them: (number, gender)."""
    rows = [(gender, [f.strip().lower() for f in forms.split(",")]) for gender, forms in table("given.tsv")]
    flat = [(number, {"f": 1, "m": -1}.get(gender, 0), form) for number, (gender, forms) in enumerate(rows) for form in forms]
    sounds = sounds_of([form for _, _, form in flat])
    entries = [(number, gender) for number, gender, _ in flat]
    by_class = {kind: entry for kind, entry in _unshared(to_classes(sounds), entries).items() if entry[0] >= 0 and len(kind) >= 5}
    return _unshared(sounds, entries), by_class


def _unshared(keys: list[str], entries: list[tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Given names by a key; nobody is known by a key that two given names share (Jan is Polish, and Turkish Can)."""
    found: dict[str, tuple[int, int]] = {}
    for key, entry in zip(keys, entries, strict=True):
        if found.setdefault(key, entry)[0] != entry[0]:
            found[key] = (-1, 0)
    return found


@cache
def common_words() -> dict[str, float]:
    """How often words were met, by their bones: the logarithm of one more."""
    return {bones: log(1 + int(count)) for bones, count in table("frequency.tsv")}


def read_columns(raws: list[str]) -> Columns:
    """What each word is. `raws` are in small letters and not empty."""
    sounds = sounds_of(raws)
    classes = to_classes(sounds)
    bones = to_bones(classes)
    spines = to_spines(bones)
    kinds = list(map(kinds_by_word().get, raws, repeat((Kind.WORD, 0))))
    by_sound, by_class = given_names()
    given = list(map(by_sound.get, sounds, map(by_class.get, classes, repeat((-1, 0)))))
    feminine, masculine, fathers = closings("feminine"), closings("masculine"), closings("father")
    return Columns(
        raws, list(map(script_of, map(itemgetter(0), raws))),
        [Kind.INITIAL if len(raw) == 1 and kind in (Kind.WORD, Kind.PARTICLE) else kind for raw, (kind, _) in zip(raws, kinds, strict=True)],
        sounds, classes, bones, spines,
        [number for number, _ in given],
        [told or known for (_, told), (_, known) in zip(kinds, given, strict=True)],
        [1 if s.endswith(feminine) else -1 if s.endswith(masculine) else 0 for s in sounds],
        [s.endswith(fathers) and len(s) > 5 for s in sounds],
        list(map(common_words().get, bones, repeat(0.0))),
    )  # fmt: skip


def to_spines(bones: list[str]) -> list[str]:
    """Bones without v, which stands for a vowel as often as not where vowels go unwritten."""
    return "\n".join(bones).replace("v", "").split("\n") if bones else []


def read_sounds(sounds: list[str]) -> list[Sound]:
    """Readings given by their sounds, at all depths."""
    classes = to_classes(sounds)
    bones = to_bones(classes)
    return [Sound(*row, mask_of(row[3])) for row in zip(sounds, classes, bones, to_spines(bones), strict=True)]


def mask_of(spine: str) -> int:
    """A bit for each sound that a spine holds."""
    mask = 0
    for sound in spine:
        mask |= 1 << (ord(sound) & 31)
    return mask


def stem_of(sounds: str, script: Script) -> str | None:
    """The sounds without the longest case ending that the word can have; None where it has none."""
    endings = case_endings(script)
    for length in range(min(6, len(sounds) - _STEM), 0, -1):
        instead = endings.get(sounds[-length:])
        if instead is not None:
            return sounds[:-length] + instead
    return None


def family_stem(sounds: str) -> str | None:
    """The sounds of a family name without the longest ending that its family may drop or change; None where it has none."""
    ending = next((e for e in closings("family") if sounds.endswith(e) and len(sounds) - len(e) >= _STEM), None)
    return sounds[: -len(ending)] if ending else None


@cache
def case_endings(script: Script) -> dict[str, str]:
    """The case endings of an alphabet, each with what stays instead."""
    return dict(_endings().get(script.name.lower(), ()))


def read_word(raw: str) -> Word:
    """What one word is. `raw` is in small letters and not empty."""
    c = read_columns([raw])
    stem, other = stem_of(c.sounds[0], c.scripts[0]), sounds_of([raw], other=True)[0]
    return Word(
        raw, c.scripts[0], c.kinds[0], Sound(c.sounds[0], c.classes[0], c.bones[0], c.spines[0], mask_of(c.spines[0])),
        read_sounds([other])[0] if other != c.sounds[0] else None, read_sounds([stem])[0] if stem else None,
        c.given[0], c.genders[0], c.endings[0], c.fathers[0] and c.kinds[0] is Kind.WORD, c.common[0], to_throats(c.sounds)[0],
    )  # fmt: skip
