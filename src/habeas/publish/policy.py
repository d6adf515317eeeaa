"""What may leave the record: restricted facts are masked in every text that a page, a terminal or an export shows.

Restricted are health, relatives' names, home addresses, minors, and contacts (e-mail addresses, telephone numbers). The rules know
words and patterns, not meaning: they mask what is named by them and can miss what is told in other words. The record itself keeps
the text whole, so that passages stay checkable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from habeas.case.passage import Span
from habeas.languages.english import ENGLISH

CONTEXT = 90  # characters on each side of a passage: enough to see what it is about, too few to tell another story

_UPPER = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶŁĻĽŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽƏЀ-Я]"
_NAME = rf"{_UPPER}[\w'’-]+(?:\s+(?:{_UPPER}[\w'’-]*\.?|bin|ibn|al-\w+|oglu|oghlu|gizi|qızı)){{0,3}}"
_EMAIL = re.compile(r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.+])(?:\+|\(\+?\d|00|0|\d)[\d\s()\u00a0-]{7,17}\d(?![\w/])")
_YEARS = re.compile(r"(?:(?:19|20)\d\d[\s()-]*)+")
_AGE = re.compile(
    rf"\b(\d{{1,2}})[- ]year[- ]old(?:\s+(?:boy|girl|son|daughter|child|pupil|student|schoolboy|schoolgirl))?(?:,?\s+{_NAME})?"
)
_AGED = re.compile(rf"{_NAME}\s*,?\s+(?:aged|who is|is)\s+(\d{{1,2}})\b(?!\s*(?:months|days|weeks|years? in))")


@dataclass(frozen=True, slots=True)
class Withheld:
    """A stretch of a text that is not shown, and which kind of fact it holds."""

    span: Span
    kind: str

    @property
    def mask(self) -> str:
        return f"[{self.kind} withheld]"


def find_restricted(text: str, *, public: Iterable[str] = ()) -> tuple[Withheld, ...]:
    """The stretches of `text` that may not leave, in order, none touching another.

    `public` are names of people whose own case the record keeps: they are not masked for being somebody's relative as well.
    """
    shown = frozenset(public)
    found: list[Withheld] = [
        *(Withheld(Span(*m.span()), "e-mail address") for m in _EMAIL.finditer(text)),
        *(Withheld(Span(*m.span()), "telephone number") for m in _PHONE.finditer(text) if _is_phone(m[0])),
        *(Withheld(Span(*m.span()), "health") for m in _pattern("health").finditer(text)),
        *(Withheld(Span(*m.span("name")), "relative's name") for m in _kin().finditer(text) if m["name"] not in shown),
        *(Withheld(Span(*m.span()), "home address") for m in _address().finditer(text)),
        *(Withheld(Span(*m.span()), "minor") for p in (_AGE, _AGED) for m in p.finditer(text) if int(m[1]) < 18),
    ]
    kept: list[Withheld] = []
    for item in sorted(found, key=lambda w: (w.span.start, -w.span.stop)):
        if not kept or kept[-1].span.stop <= item.span.start:
            kept.append(item)
    return tuple(kept)


def redact(text: str, *, public: Iterable[str] = ()) -> str:
    """The text with each restricted stretch replaced by a mask that says what was there."""
    return _masked(text, find_restricted(text, public=public), 0, len(text))


def shown(text: str, span: Span) -> str:
    """The words of the span, redacted as their whole paragraph demands: a stretch that begins outside is masked all the same."""
    first, last = _paragraph(text, span)
    return _masked(text[first:last], find_restricted(text[first:last]), span.start - first, span.stop - first)


def surroundings(text: str, span: Span, *, width: int = CONTEXT) -> tuple[str, str]:
    """A few words before and after the span, of its own paragraph only, redacted, cut between words."""
    first, last = _paragraph(text, span)
    start, stop = max(first, span.start - width), min(last, span.stop + width)
    while first < start < span.start and not text[start - 1].isspace():
        start += 1
    while span.stop < stop < last and not text[stop].isspace():
        stop -= 1
    line, found = text[first:last], find_restricted(text[first:last])
    before = _masked(line, found, start - first, span.start - first)
    after = _masked(line, found, span.stop - first, stop - first)
    return ("…" if start > first else "") + before, after + ("…" if stop < last else "")


def _paragraph(text: str, span: Span) -> tuple[int, int]:
    """From where to where the lines run in which the span stands."""
    stop = text.find("\n", span.stop)
    return text.rfind("\n", 0, span.start) + 1, len(text) if stop < 0 else stop


def _masked(text: str, found: Iterable[Withheld], start: int, stop: int) -> str:
    """The text from `start` to `stop`; a restricted stretch that reaches into it is masked."""
    parts, at = [], start
    for item in found:
        if item.span.start < stop and at < item.span.stop:
            parts += [text[at : max(at, item.span.start)], item.mask]
            at = item.span.stop
    return "".join(parts) + text[at : max(at, stop)]


def _is_phone(text: str) -> bool:
    """Nine digits or more that are not a row of years."""
    digits = sum(c.isdigit() for c in text)
    return digits >= 9 and not _YEARS.fullmatch(text.strip())


@cache
def _words(kind: str) -> tuple[str, ...]:
    """The phrases of a kind, the longest first."""
    return tuple(sorted((w for w, (k, *_) in ENGLISH.table("restricted").items() if k == kind), key=len, reverse=True))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _words(kind)))})\b", re.IGNORECASE)


@cache
def _kin() -> re.Pattern[str]:
    """A relative's name after the word for the relation: "his wife, Anna Li"."""
    kin = "|".join(map(re.escape, _words("kin")))
    return re.compile(rf"(?:\b(?i:his|her|their|whose)|[’']s)\s+(?:\w+\s+)?(?:{kin})\s*,?\s+(?P<name>{_NAME})")


@cache
def _address() -> re.Pattern[str]:
    street = "|".join(map(re.escape, _words("street")))
    return re.compile(
        rf"\b(?:\d{{1,4}}[A-Za-z]?,?\s+(?:{_NAME}\s+)(?:{street})\b\.?|{_NAME}\s+(?:{street})\b\.?,?\s+\d{{1,4}}[A-Za-z]?\b)"
        r"(?:,?\s+(?:apartment|apt\.?|flat)\s+\d+)?"
    )
