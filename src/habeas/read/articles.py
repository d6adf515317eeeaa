"""Which articles of a code does the text name?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from habeas.case.passage import Span

# 206.3.2 · 280.3 · 109-1 · 314/2 · 66A · 220(1) · 19.3
_NUMBER: Final = r"\d{1,4}(?:[.\-/]\d{1,3}){0,4}(?:-?[A-Z]{1,2}\b)?(?:\s?\((?:\d{1,2}|[a-z]{1,3}|[A-Z])\)){0,2}(?![\d%])"
_PART: Final = r"(?:,?\s(?:[Pp]art|[Pp]aragraph|[Cc]lause|§|[Pp]\.|[Ss]ection)\s?\d{1,2})?"
_GLOSS: Final = r"(?:\s\([^()\n]{3,120}\)|\s[—–-]\s[^,;.\n]{3,60})?"
_ITEM: Final = rf"{_NUMBER}{_PART}"
_LIST: Final = re.compile(
    rf"(?<!\w)(?:(?:[Pp]arts?|[Pp]aragraphs?|[Cc]lauses?)\s[\d\w, ]{{1,12}}\s?(?:of\s(?:the\s)?)?)?"
    rf"(?:[Aa]rticles?|[Aa]rts?\.?|[Ss]ections?|[Ss]ec\.|§§?)\s(?P<list>{_ITEM}{_GLOSS}(?:(?:,|;|,?\sand|,?\sor|\s&)\s(?:also\s|under\s)?{_ITEM}{_GLOSS})*)"
)
_AFTER_CODE: Final = re.compile(
    rf"\b[Aa]rticles?\s(?:of\s(?:the\s)?[^.:;\n]{{0,60}}?(?:Code|CC|law|Law))\s?[:—–-]\s?(?P<list>{_ITEM}{_GLOSS}(?:(?:,|;|,?\sand)\s{_ITEM}{_GLOSS})*)"
)
_ONE: Final = re.compile(_NUMBER)
# "Article 19" is also a rights group: a bare 19 that acts or stands in capitals is no article of a code.
_RIGHTS_GROUP: Final = re.compile(r"ARTICLE 19|Article 19(?!\.\d|-\d|,? of|,? [Pp]art)")
_GLOSS_TEXT: Final = re.compile(r"\([^()\n]{3,}\)")


@dataclass(frozen=True, slots=True)
class Article:
    """A mention of one or several articles: its words, and the numbers as printed, joined by ", "."""

    span: Span
    article: str
    gloss: Span | None = None


def find_articles(text: str) -> tuple[Article, ...]:
    """Every mention of articles of a code in `text`, in order; an article of a newspaper has no number and is none.

    `gloss` is what stands in brackets after the only number ("Article 206.3.2 (smuggling)"), without the brackets.
    """
    found: dict[int, Article] = {}
    for pattern in (_AFTER_CODE, _LIST):
        for match in pattern.finditer(text):
            if _RIGHTS_GROUP.fullmatch(match[0]) and _RIGHTS_GROUP.match(text, match.start()):
                continue
            start, stop = match.span("list")
            glosses = [Span(start + g.start() + 1, start + g.end() - 1) for g in _GLOSS_TEXT.finditer(match["list"])]
            bare = _GLOSS_TEXT.sub(lambda g: " " * len(g[0]), match["list"])
            numbers = [re.sub(r"\s", "", n[0]) for n in _ONE.finditer(re.sub(rf"{_PART}(?=[,; ]|$)", lambda p: " " * len(p[0]), bare))]
            if numbers and not any(a.span.touches(Span(start, stop)) for a in found.values()):
                found[start] = Article(Span(match.start(), stop), ", ".join(numbers), glosses[0] if len(numbers) == 1 and glosses else None)
    return tuple(found[k] for k in sorted(found))
