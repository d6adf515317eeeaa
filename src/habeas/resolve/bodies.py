"""Which body a name stands for: a key that all forms of one body share, with the country where every country has such a body."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from habeas.resolve.letters import table
from habeas.resolve.parse import clean
from habeas.resolve.words import read_columns

_IDLE = frozenset(
    (
        "the",
        "of",
        "on",
        "for",
        "in",
        "and",
        "a",
        "an",
        "de",
        "la",
        "le",
        "du",
        "des",
        "s",
        "general",
        "jurisdiction",
        "first",
        "instance",
        "republic",
    )
)
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_PRONOUN_US = re.compile(r"(?<!\w)(?:us|Us)(?!\w)")  # the pronoun is no country
_BRACKET = re.compile(r"\s*\([^()]*\)\s*")
_AFTER = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?(?:republic\s+of\s+)?")
_BESIDE = 40  # characters in which a country stands beside a body
_WORD = re.compile(r"[\w.]+(?:['’-]\w+)*")


@cache
def _countries() -> dict[str, str]:
    return {name.strip(): code for code, names in table("countries.tsv") for name in names.split(",")}


@cache
def _country_pattern() -> re.Pattern[str]:
    names = sorted(_countries(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")


@cache
def _forms() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Forms of bodies of the world, of bodies that every state has, and words that stand for each other."""
    out: dict[str, dict[str, str]] = {"one": {}, "state": {}, "word": {}}
    for kind, key, forms in table("bodies.tsv"):
        for form in forms.split(","):
            out[kind][_plain(form.strip())] = key
    return out["one"], out["state"], out["word"]


def _plain(text: str) -> str:
    return " ".join(w.strip(".") for w in _WORD.findall(_POSSESSIVE.sub(" ", text.lower())))


def countries_in(text: str) -> frozenset[str]:
    """The codes of all countries that a text names, by country, people or capital."""
    return frozenset(_countries()[m] for m in _country_pattern().findall(_PRONOUN_US.sub(" ", text).lower()))


@lru_cache(maxsize=1 << 14)
def country_of(text: str) -> str | None:
    """The country that a text speaks of most, by the names of countries, peoples and capitals in it; None if it names none."""
    found = Counter(_countries()[m.group()] for m in _country_pattern().finditer(_PRONOUN_US.sub(" ", text).lower()))
    return min(found.items(), key=lambda item: (-item[1], item[0]))[0] if found else None


def country_beside(text: str, start: int, stop: int) -> str | None:
    """The country that stands right before or right after the words from `start` to `stop`: Azerbaijan's …, … of Azerbaijan."""
    before = _POSSESSIVE.sub(" ", _PRONOUN_US.sub(" ", text[max(0, start - _BESIDE) : start])).lower().rstrip()
    after = _AFTER.match(text[stop : stop + _BESIDE].lower())
    ends = [m for m in _country_pattern().finditer(before) if m.end() == len(before)]
    begins = _country_pattern().match(text[stop + after.end() : stop + after.end() + _BESIDE].lower()) if after else None
    found = ends[-1] if ends else begins
    return _countries()[found.group()] if found else None


def state_body(phrase: str, country: str | None = None) -> str | None:
    """The key of a body of a state that a phrase means, though it is no name: the Azerbaijani authorities, the authorities."""
    key = body_key(phrase, country)
    kind, at, code = key.partition("@")
    is_told = at and code != "?" and kind in _forms()[1].values()
    return key if is_told and _country_pattern().sub(" ", _plain(phrase)).removeprefix("the ").strip() else None


@lru_cache(maxsize=1 << 14)
def body_key(name: str, country: str | None = None) -> str:
    """A key that is the same for all forms of one body. `country` is the document's, for a name that does not say its own."""
    ones, states, _ = _forms()
    plain = _plain(_BRACKET.sub(" ", name)).removeprefix("the ")
    if plain in ones:
        return ones[plain]
    own = _country_pattern().search(plain)
    rest = " ".join(w for w in _country_pattern().sub(" ", plain).split() if w not in ("of", "the", "republic")) if own else plain
    own_code = _countries()[own.group()] if own else country
    bare = rest.removeprefix("the ")
    without_of = {" ".join(w for w in form.split() if w not in ("of", "the")): key for form, key in states.items()}
    key = states.get(bare) or without_of.get(" ".join(w for w in bare.split() if w not in ("of", "the")))
    if own and not bare:
        key = "government"
    if key:
        return f"{key}@{own_code or '?'}"
    return _proper_key(plain)


def _proper_key(plain: str) -> str:
    """Sounds of the words of a body's own name, without their order, without spaces where it is short."""
    synonyms = _forms()[2]
    words = [synonyms.get(w, w) for w in clean(plain).split() if w not in _IDLE] or clean(plain).split() or [plain or "?"]
    kinds = [kind or word for kind, word in zip(read_columns(words).classes, words, strict=True)]
    return "".join(sorted(kinds)) if len(kinds) > 2 or " of " in plain else "".join(kinds)
