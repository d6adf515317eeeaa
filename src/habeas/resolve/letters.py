"""What the letters of a name sound like, in any alphabet: one small sound alphabet for all of them.

The tables are data: `data/letters.tsv` (one letter), `data/spellings.tsv` (groups of Latin letters). Everything here works on
many words at once, joined by line ends, since one call over a long text is a hundred times faster than many calls.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from anyascii import anyascii

# Nearest sounds fall together; every vowel and glide is "a". "sounds" keep x/h from k; "bones" do not.
_TO_CLASSES = str.maketrans("eiouyAOUYbdgqGhHzTZJ", "aaaaaaaaaptkkkxxsCCC") | {ord("S"): "C"}
# A second reading of other alphabets than Latin: Belarusian ці and дз are ти and д in Russian.
_APART = (("Ti", "ti"), ("Te", "te"), ("TY", "tY"), ("dz", "d"))
_TO_THROAT = str.maketrans("kqgGx", "kkkkx", "abcdefhijlmnoprstuvwyzAOUYHTZJCS")
_TO_BONES = str.maketrans("xfC", "kps")
# Two letters of one alphabet that stand for one sound of another: дж, тш, тс.
_TOGETHER = (("dZ", "J"), ("tS", "C"), ("ts", "T"))
_DOUBLES = tuple((c * 2, c) for c in "aptkxfvmnlrsC")


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
def _letters(*, other: bool = False) -> _Letters:
    letters = _Letters({ord("\n"): "\n"})
    for letter, sound, *second in table("letters.tsv"):
        letters[ord(letter)] = second[0] if other and second else "" if sound == "-" else sound
    return letters


@cache
def _spellings() -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
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
    text = "\n".join([*words, ""]).translate(_letters(other=other))
    for apart, sound in (*_TOGETHER, *(_APART if other else ()), ("H\n", "\n")):  # h at the end is silent: فاطمه
        text = text.replace(apart, sound)
    return text[:-1].split("\n")


def read_latin(words: list[str], *, other: bool = False) -> list[str]:
    """Words in Latin letters as sounds, in the press spelling or the other one."""
    if not words:
        return []
    text = "\n" + "\n".join(words) + "\n"
    for find, sound in _spellings()[other]:
        text = text.replace(find, sound)
    return text[1:-1].split("\n")


def to_classes(sounds: list[str]) -> list[str]:
    """Sounds with what is easily confused laid together, vowels to "a", doubled ones single."""
    text = "\n".join(sounds).translate(_TO_CLASSES)
    for double, single in _DOUBLES:
        text = text.replace(double, single)
    return text.replace("aa", "a").split("\n") if sounds else []


def to_bones(classes: list[str]) -> list[str]:
    """Consonants alone, laid together further; a vowel is kept only where the word begins with it."""
    text = "\n" + "\n".join(classes)
    return text.replace("\na", "\n@").replace("a", "").translate(_TO_BONES)[1:].split("\n") if classes else []


def to_throats(sounds: list[str]) -> list[str]:
    """The k-like sounds and kh of each word, in order; empty where "ks" makes an x of them. Sadigov is k, Sadikhov is x."""
    if not sounds:
        return []
    kept = "\n".join(sounds).replace("ks", "0").translate(_TO_THROAT).split("\n")
    return ["" if "0" in throat else throat for throat in kept]
