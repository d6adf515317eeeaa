"""Where do words and sentences begin and end? Offsets count the source's characters; boilerplate is left out.

A line break ends a sentence: headlines, list items and the turns of an interview stand on lines of their own. Inside a line a
full stop ends one unless an abbreviation, an initial ("A. B. Smith") or a number goes on after it. Time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from habeas.case.passage import Span
from habeas.case.source import Source
from habeas.languages.english import ENGLISH
from habeas.languages.language import Language
from habeas.read.document import Document, Sentence, Token

_WORD: Final = r"[^\W\d_][\w\u0300-\u036f]*"  # \w has no combining accents
_TOKEN: Final = re.compile(
    rf"""
      [A-Z]{{2,}}/[A-Z]{{2,}}                                   # RFE/RL
    | (?:[^\W\d_]\.){{2,}}                                      # U.S.
    | (?:Mr|Mrs|Ms|Dr|Prof|Brig|Maj|Gen|Col|Lt|Capt|Sgt|Adm|Sen|Rep|Gov|St|Jr|Rev|Hon|Sept)\.|(?:Art|No)\.(?=\s?\d)
    | (?<![\w.])[^\W\d_a-z]\.(?=[ \xa0]?[^\W\d_a-z])            # an initial: J.
    | \w+(?:\.[a-z]{{2,}})+                                     # an address: birgun.net
    | [@\#]\w+
    | ['’]s\b
    | {_WORD}(?:[-‑]{_WORD}|['’ʻʼ`](?!s\b){_WORD})*             # words, with hyphens and apostrophes inside
    | \d+(?:[.,:/-]\d+)*(?:st|nd|rd|th)?
    | \.\.\.
    | [^\w\s]
    """,
    re.VERBOSE,
)
_LINE: Final = re.compile(r"[^\n\r\u2028\u2029]+")
_END: Final = re.compile(r"""(?<![.!?…])[.!?…]+[)\]"'”’»“]*(?=\s+(?P<next>[("'“‘«„\[—–-]*\s?(?P<head>\w+)?))""")
_RUN_ON: Final = re.compile(r"(?<=\b[a-z]{3})[a-z]*\.(?=[A-Z][a-z]+[\s,])")  # "the verdict.France said": a break that a page has lost
_LAST_WORD: Final = re.compile(r"[^\s(\[\"“«„'‘—–]+\Z")
_INITIAL: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
_LONGEST: Final = 300  # tokens: longer than any sentence of the gold and corpus, lists in one sentence among them
_LOOK_BACK: Final = 24  # characters: longer than any abbreviation


def split_document(source: Source, language: Language = ENGLISH) -> Document:
    """The source cut into sentences and tokens, without its boilerplate."""
    sentences: list[Sentence] = []
    furniture = _Furniture(source)
    for number, line in enumerate(_lines(source.text)):
        for piece in furniture.cut_from(line):
            for span in (s for part in _unjoined(source.text, piece) for s in _split_line(source.text, part, language)):
                for tokens in _bounded(tokenize(source.text, span)):
                    sentences.append(Sentence(Span(tokens[0].span.start, tokens[-1].span.stop), tokens, number))
    return Document(source, tuple(sentences))


def tokenize(text: str, span: Span) -> tuple[Token, ...]:
    """Words, numbers and marks of `text` within `span`."""
    return tuple(Token(Span(m.start(), m.end()), m.group()) for m in _TOKEN.finditer(text, span.start, span.stop))


def _bounded(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """The tokens in stretches that no rule needs long for: text without any full stop is cut every few hundred words."""
    return (tokens[i : i + _LONGEST] for i in range(0, len(tokens), _LONGEST))


def _lines(text: str) -> Iterator[Span]:
    return (Span(m.start(), m.end()) for m in _LINE.finditer(text))


class _Furniture:
    """The boilerplate of one source, asked line by line in the order of the text."""

    def __init__(self, source: Source) -> None:
        self._spans = sorted(b.span for b in source.boilerplate)
        self._next = 0

    def cut_from(self, line: Span) -> Iterator[Span]:
        """What is left of a line when page furniture is cut out of it."""
        while self._next < len(self._spans) and self._spans[self._next].stop <= line.start:
            self._next += 1
        start = line.start
        for span in self._spans[self._next :]:
            if span.start >= line.stop:
                break
            if start < span.start:
                yield Span(start, span.start)
            start = max(start, span.stop)
        if start < line.stop:
            yield Span(start, line.stop)


def _unjoined(text: str, line: Span) -> Iterator[Span]:
    """The line in parts, where a full stop stands between two words without a space."""
    start = line.start
    for stop in _RUN_ON.finditer(text, line.start, line.stop):
        yield Span(start, stop.end())
        start = stop.end()
    if start < line.stop:
        yield Span(start, line.stop)


def _split_line(text: str, line: Span, language: Language) -> Iterator[Span]:
    start = line.start
    is_small = not any(c.isupper() for c in line.words(text))
    for end in _END.finditer(text, line.start, line.stop):
        if end.start() >= start and _ends_sentence(text, start, end, language, is_small=is_small):
            yield from _trimmed(text, start, end.end())
            start = end.end()
    yield from _trimmed(text, start, line.stop)


def _trimmed(text: str, start: int, stop: int) -> Iterator[Span]:
    while start < stop and text[start].isspace():
        start += 1
    while start < stop and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        yield Span(start, stop)


def _ends_sentence(text: str, start: int, end: re.Match[str], language: Language, *, is_small: bool) -> bool:
    """Does the mark at `end` close a sentence? What follows must look like a beginning, what precedes not like an abbreviation.

    A line `is_small` if it has no capital at all: there a small letter may begin a sentence.
    """
    head = end.group("head") or ""
    if head and head[0].islower() and not (is_small and end.group()[-1] in ".!?…"):
        return False
    if not head and not end.group("next").strip():
        return False
    if end.group()[0] != "." or end.group().startswith(".."):
        return True
    before = _LAST_WORD.search(text, max(start, end.start() - _LOOK_BACK), end.start())
    word = before.group().lower() if before else ""
    if word.isdigit() and not text[start : end.start() - len(word)].strip():
        return False  # the number of a list item
    if word in language.words("abbreviations") or _INITIAL.match(word):
        return len(word) > 1 and _may_close(word) and head.lower() in language.words("sentence_openers")
    return True


def _may_close(abbreviation: str) -> bool:
    """True for abbreviations that can stand last in a sentence: "the U.S.", "5 p.m.", "etc."."""
    return "." in abbreviation or abbreviation in (
        "etc",
        "inc",
        "ltd",
        "co",
        "corp",
        "jr",
        "sr",
        "dec",
        "jan",
        "feb",
        "aug",
        "oct",
        "nov",
        "sept",
        "dept",
    )
