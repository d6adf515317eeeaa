"""What the letters of a name sound like, in any alphabet: one small sound alphabet for all of them.

The tables are data: `data/letters.tsv` (one letter), `data/spellings.tsv` (groups of Latin letters). Everything here works on
many words at once, joined by line ends, since one call over a long text is a hundred times faster than many calls.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from anyascii import anyascii

# Nearest sounds fall together; every vowel and glide is "a". "sounds" keep x/h from k; "bones" do not.
CLASSES = str.maketrans("eiouyAOUYbdgqGhHzTZJS", "aaaaaaaaaptkkkxxsCCCC")
# A second reading of other alphabets than Latin: Belarusian ці and дз are ти and д in Russian.
APART = (("Ti", "ti"), ("Te", "te"), ("TY", "tY"), ("dz", "d"))
THROATS = str.maketrans("kqgGx", "kkkkx", "abcdefhijlmnoprstuvwyzAOUYHTZJCS")
BONES = str.maketrans("xfC", "kps")
# Letters of one alphabet that are read together: дж, тш, тс; Armenian ու, and ո and ւ where they stand alone.
TOGETHER = (
    ("dZ", "J"), ("tS", "C"), ("ts", "T"), ("QW", "u"), ("\nQv", "\nov"), ("\nQ", "\nvo"), ("Q", "o"), ("W", "v"),
)  # fmt: skip
DOUBLES = "aptkxfvmnlrsC"  # one sound where they follow themselves
_DOUBLED = re.compile(f"([{DOUBLES}])\\1+")


def table(name: str) -> list[list[str]]:
    """The rows of a data file of this room: cells parted by TAB, comments and empty lines left out."""
    text = files("habeas.resolve").joinpath("data", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]


class _Letters(dict[int, str]):
    """Sounds by code point; a letter that no row names is romanised once, then remembered."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        known = anyascii(letter).lower() if letter.isalpha() else ""
        sound = "".join(self.get(ord(c), "") for c in known[:3])
        self[code] = sound
        return sound


@cache
def sounds_by_letter(*, other: bool = False) -> _Letters:
    """The sounds of each letter by its code point, in the first or the other reading."""
    letters = _Letters({ord("\n"): "\n"})
    for letter, sound, *second in table("letters.tsv"):
        letters[ord(letter)] = second[0] if other and second else "" if sound == "-" else sound
    return letters


@cache
def spellings() -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """The press spelling and the other spelling: what to replace by what, in order."""
    press, other = [], []
    for group, sound, second in table("spellings.tsv"):
        find = group.replace("^", "\n").replace("$", "\n")
        edge = ("\n" if group.startswith("^") else "", "\n" if group.endswith("$") else "")
        press.append((find, edge[0] + sound + edge[1]))
        other.append((find, edge[0] + (sound if second == "=" else second) + edge[1]))
    return tuple(press), tuple(other)


def sound_out(words: list[str], *, other: bool = False) -> list[str]:
    """Each word's letters as sounds, in the first or the other reading, before groups of Latin letters are read together."""
    if not words:
        return []
    text = "\n".join(["", *words, ""]).translate(sounds_by_letter(other=other))
    for apart, sound in (*TOGETHER, *(APART if other else ()), ("H\n", "\n")):  # h at the end is silent: فاطمه
        text = text.replace(apart, sound)
    return text[1:-1].split("\n")


def read_latin(words: list[str], *, other: bool = False) -> list[str]:
    """Words in Latin letters as sounds, in the press spelling or the other one."""
    if not words:
        return []
    text = "\n" + "\n".join(words) + "\n"
    for find, sound in spellings()[other]:
        text = text.replace(find, sound)
    return text[1:-1].split("\n")


def to_classes(sounds: list[str]) -> list[str]:
    """Sounds with what is easily confused laid together, vowels to "a", doubled ones single."""
    return _DOUBLED.sub(r"\1", "\n".join(sounds).translate(CLASSES)).split("\n") if sounds else []


def to_bones(classes: list[str]) -> list[str]:
    """Consonants alone, laid together further; a vowel is kept only where the word begins with it."""
    text = "\n" + "\n".join(classes)
    return text.replace("\na", "\n@").replace("a", "").translate(BONES)[1:].split("\n") if classes else []


def to_throats(sounds: list[str]) -> list[str]:
    """The k-like sounds and kh of each word after its first sound, in order; empty where "ks" makes an x of them. Sadigov is k, Sadikhov
    is x. A first sound tells nothing: Ukrainian and Russian write Гельмут and Хельмут."""
    if not sounds:
        return []
    kept = "\n".join([s[1:] for s in sounds]).replace("ks", "0").translate(THROATS).split("\n")
    return ["" if "0" in throat else throat for throat in kept]
