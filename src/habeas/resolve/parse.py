"""What a written name consists of: its words in the order given name to family name, without titles; other names in brackets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from habeas.errors import InputError
from habeas.resolve.words import Kind, Word, read_word

LONGEST = 10_000  # characters; no name is longer, and no input may take long
WIDEST = 6  # words of a name that are compared
SILENT = "'’ʼ‘`´ʹʺ\u02bb\u200c\u200d\u200e\u200f\u0640\u00ad\u0307"
APART = '-‐‑‒–—−.;:/\\"«»“”„…·_|&+*!?<>#@~^=%${}0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹\t\r\u00a0\u2009\u202f'
SIGNS = {
    **dict.fromkeys((*range(32), 127), " "),
    **{ord(c): None for c in SILENT},
    **{ord(c): " " for c in APART},
    ord("،"): ",",
    ord("（"): "(",
    ord("）"): ")",
    ord("["): "(",
    ord("]"): ")",
}
_BRACKET = re.compile(r"\(([^()]*)\)?")


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: `words` from the first given name to the family name, `others` the names in brackets."""

    written: str
    words: tuple[Word, ...]
    others: tuple[Word, ...] = ()
    fathers: tuple[bool, ...] = ()
    gender: int = 0

    def forms(self) -> tuple[Name, ...]:
        """The name itself, and what it is with the name in brackets in place of the family name or of the whole."""
        if not self.others or not self.words:
            return (self,)
        words = self.others if len(self.others) > 1 else self.words[:-1] + self.others
        return self, Name(self.written, words, (), (False,) * len(words), self.gender)


def check_name(text: str) -> None:
    """Refuse what is no name: empty, too long, or with control characters."""
    if len(text) > LONGEST:
        raise InputError(f"a name of {len(text):,} characters cannot be read.", next_step=f"Give at most {LONGEST:,} characters.")
    if any(c < " " or c == "\x7f" for c in text):
        raise InputError("the name holds a control character.", next_step="Remove tabs, line ends and other unprintable characters.")
    if not any(c.isalpha() for c in text):
        raise InputError("the name has no letters.", next_step="Give a name, such as 'Sevinc Vaqifqızı'.")
    if not parse_name(text).words:
        raise InputError("no name begins in the first 400 characters.", next_step="Give the name alone, such as 'Sevinc Vaqifqızı'.")


@lru_cache(maxsize=1 << 16)
def _word(raw: str) -> Word:
    return read_word(raw)


def clean(text: str) -> str:
    """Small letters, composed, with silent signs gone and parting signs as blanks; commas and brackets stay."""
    return unicodedata.normalize("NFC", text).lower().translate(SIGNS)


@lru_cache(maxsize=1 << 15)
def parse_name(text: str) -> Name:
    """The parts of a name, titles dropped, family name last."""
    plain = clean(text[:400])
    others: tuple[Word, ...] = ()
    inside = ""
    if "(" in plain:
        inside = " ".join(_BRACKET.findall(plain))
        plain = _BRACKET.sub(" ", plain).replace(")", " ")
        others = tuple(w for w in map(_word, inside.replace(",", " ").split()) if w.kind is Kind.WORD)[:3]
    plain = plain.replace(")", " ")
    before, comma, after = plain.partition(",")
    raws = after.replace(",", " ").split() + before.split() if comma and after.strip() else plain.replace(",", " ").split()
    if not raws:  # all of it stands in brackets
        raws, others = inside.replace(",", " ").split(), ()
    return _arrange(text, [_word(raw) for raw in raws[:12]], others)


def _arrange(text: str, all_words: list[Word], others: tuple[Word, ...]) -> Name:
    words: list[Word] = []
    fathers: list[bool] = []
    is_next_fathers = False
    keeps_honours = sum(w.kind is Kind.WORD for w in all_words) < 2
    for place, word in enumerate(all_words):
        is_kept = word.kind is Kind.HONOUR or (word.kind is Kind.RANK and 0 < place == len(all_words) - 1)
        if word.kind in (Kind.WORD, Kind.INITIAL) or (is_kept and keeps_honours):
            words.append(word)
            fathers.append(word.is_fathers or is_next_fathers)
            is_next_fathers = False
        elif word.kind is Kind.FATHER:
            is_next_fathers = word.gender == 0
            if fathers and word.gender:
                fathers[-1] = True
    if not any(w.kind in (Kind.WORD, Kind.HONOUR, Kind.RANK) for w in words):
        words = [w for w in all_words if w.kind is not Kind.INITIAL] or all_words
        fathers = [False] * len(words)
    if len(words) > 2 and words[-1].is_fathers and not any(fathers[:-1]):
        words, fathers = words[1:] + words[:1], fathers[1:] + fathers[:1]
    gender = next((w.gender for w in all_words if w.gender and w.kind in (Kind.TITLE, Kind.RANK, Kind.HONOUR, Kind.FATHER)), 0)
    return Name(text, tuple(words[:WIDEST]), others, tuple(fathers[:WIDEST]), gender)
