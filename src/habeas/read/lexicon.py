"""What can a word be, by its letters alone? A given name, a surname by its ending, a place, a people, a role, the head of a body.

Several of these can hold at once ("Georgia", "Mark"); `name_evidence` weighs them by what stands around.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from habeas.languages.english import ENGLISH
from habeas.languages.language import Language, fold

# Endings that make a capitalised word a surname unless it is a word, a place or a people.
_SURNAME: Final = re.compile(
    r"[a-z](?:[a-z](?:ov|ova|ev|eva)|[a-z]sk(?:y|yy|iy|yi|aya|aia)|enko|enka|shvili|dze|iani|[a-z]{2}(?:yan|ian|iants)|zade|zada|zadeh|oglu|oghlu|ogly"
    r"|[qgk][iy]z[iy]|nejad|nezhad|[a-z]pour|wicz|vich|vych|bekov|liyev|uulu|auski|ouski|euski|inski|enski|owski|ouskaya|ikava)$"
)
_PREFIXES: Final = ENGLISH.group("lexicon.prefixes")
_MAX_KNOWN: Final = 200_000  # distinct words kept; a run over millions of texts starts afresh when they are full


@dataclass(frozen=True, slots=True)
class Word:
    """What one word can be. `given`: m, f or u; `place`, `head`: the kind; `role`: role, gender and number of a noun for people."""

    folded: str
    is_capital: bool
    is_upper: bool
    is_initial: bool
    is_common: bool
    is_calendar: bool
    is_people: bool
    is_surname: bool
    is_particle: bool
    given: str | None
    place: str | None
    head: str | None
    role: tuple[str, ...] | None
    honorific: str | None

    @property
    def is_plain(self) -> bool:
        """True for an ordinary word of the language that no one is called by."""
        return self.is_common and self.given is None


class Lexicon:
    """The word lists of one language, asked word by word."""

    def __init__(self, language: Language) -> None:
        self._common = language.words("common")
        self.openers = language.words("sentence_openers")
        self._calendar = language.words("calendar")
        self._particles = language.words("particles")
        self.known_surnames = language.words("known_surnames")
        self._given = language.table("given_names")
        self._places = language.table("places")
        self._peoples = language.table("demonyms")
        self._heads = language.table("body_heads")
        roles = language.table("roles")
        self.roles = {**{f"ex-{noun}": row for noun, row in roles.items()}, **roles}
        self._honorifics = language.table("honorifics")
        self.states = {name: row[0] for name, row in language.table("states").items()}
        self.phrases = _phrases(language)
        self._known: dict[str, Word] = {}

    def of(self, text: str) -> Word:
        """What the word `text` can be."""
        word = self._known.get(text)
        if word is None:
            if len(self._known) > _MAX_KNOWN:
                self._known.clear()
            word = self._known[text] = self._classify(text)
        return word

    def _classify(self, text: str) -> Word:
        lower, folded = text.lower(), fold(text)
        bare = folded.rstrip(".")
        given = self._given.get(folded) or (self._given.get(folded.split("-")[0]) if "-" in folded else None)
        place, head = self._places.get(folded), (None if lower in _IN_CAPITALS and not text.isupper() else self._heads.get(lower))
        is_people = lower in self._peoples
        is_common = lower in self._common or lower in self.openers
        is_surname = folded in self.known_surnames or (not (is_common or is_people or place) and _SURNAME.search(folded) is not None)
        return Word(
            folded=folded,
            is_capital=_is_capital(text),
            is_upper=len(text) > 1 and text.isupper() and text.replace("-", "").replace(".", "").replace("/", "").isalnum(),
            is_initial=len(text) == 2 and text[1] == "." and text[0].isupper(),
            is_common=is_common,
            is_calendar=bare in self._calendar,
            is_people=is_people,
            is_surname=is_surname,
            is_particle=lower in self._particles,
            given=given[0] if given else None,
            place=place[0] if place else None,
            head=head[0] if head else None,
            role=self.roles.get(lower),
            honorific=(self._honorifics.get(text) or self._honorifics.get(lower) or (None,))[0],
        )


_IN_CAPITALS: Final = frozenset({"pen"})  # heads of bodies that are initials: "English PEN", not "Anna Le Pen"


def _is_capital(text: str) -> bool:
    """True for a capital first letter, and for names that begin with a small particle: al-Khawaja, d'Arc."""
    if text[0].isupper():
        return True
    if "-" in text and text.partition("-")[0].lower() not in _PREFIXES:
        return False
    cut = min((i for i in (text.find("-"), text.find("'"), text.find("’")) if i > 0), default=0)
    return 0 < cut <= 3 and len(text) > cut + 1 and text[cut + 1].isupper()


def _phrases(language: Language) -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    """Known names of bodies, states and places by their first word: words, kind, key; the longest first."""
    rows: dict[tuple[str, ...], tuple[str, str]] = {}
    for name in language.table("places"):
        if " " in name:
            rows[tuple(name.split())] = ("place", name)
    for name, (code,) in language.table("states").items():
        rows[tuple(name.split())] = ("state", code)
    for name, (key, kind) in language.table("known_bodies").items():
        rows[tuple(name.split())] = (kind, key)
    out: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for words, (kind, key) in sorted(rows.items(), key=lambda r: -len(r[0])):
        out.setdefault(words[0], []).append((words, kind, key))
    return out


@cache
def lexicon_of(language: Language) -> Lexicon:
    """The lexicon of `language`, read once."""
    return Lexicon(language)
