"""Which stretches of a text stand between quotation marks: any style, nested, unbalanced, or left open by a paragraph that runs on."""

from __future__ import annotations

import re
from typing import Final

from habeas.case.passage import Span

LINE: Final = re.compile(r"[^\r\n\u2028\u2029]+")
MARKS: Final = re.compile("[“”„‟«»‹›\"‘’‚']")
_STRAIGHT: Final = "\"'’"
SINGLE: Final = "‘’‚'"
# What may stand before an opening mark, besides the line's start.
BEFORE_OPENING: Final = ' \t\xa0([{—–-:;,/“«"'


def quoted_stretches(text: str) -> list[Span]:
    """The stretches between marks, marks included, outermost only, in order. One pass: linear in the text, whatever its marks."""
    out: list[Span] = []
    left_open = ""
    for line in LINE.finditer(text):
        found, left_open = _of_line(text, line.start(), line.end(), left_open)
        out += found
    return out


def _of_line(text: str, start: int, stop: int, left_open: str) -> tuple[list[Span], str]:
    """The stretches of one line, and the mark that it leaves open. `left_open`: the mark that the line before left open.

    A paragraph goes on with the one before where its first mark closes what that one opened.
    """
    out: list[Span] = []
    opened, by = -1, ""
    first = MARKS.search(text, start, stop) if left_open else None
    if first is not None and first[0] not in _STRAIGHT and _closes(first[0], left_open, text[first.start() - 1], " "):
        opened, by = start, left_open
    for found in MARKS.finditer(text, start, stop):
        at, mark = found.start(), found[0]
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < stop else " "
        if opened < 0:
            if _may_open(mark, before, after):
                opened, by = at, mark
        elif _closes(mark, by, before, after):
            out.append(Span(opened, at + 1))
            opened, by = -1, ""
        elif by in SINGLE and mark not in SINGLE and _may_open(mark, before, after):
            # An apostrophe that looked like a quote: the double mark counts.
            opened, by = at, mark
    if opened < 0 or by in SINGLE:
        return out, ""
    out.append(Span(opened, stop))
    return out, by


def _may_open(mark: str, before: str, after: str) -> bool:
    """True where `mark` can begin quoted words: nothing but an opening sign before it, a word after it."""
    if mark in "“„‟«‹":
        return not after.isspace() or mark in "«‹"
    if mark in "‘‚'":
        return before in BEFORE_OPENING and after.isalnum() and (mark != "'" or after.isupper())
    if mark == "’":
        return False
    return before in BEFORE_OPENING and not after.isspace() and not before.isdigit()


def _closes(mark: str, by: str, before: str, after: str) -> bool:
    """True where `mark` ends what `by` began."""
    if by in SINGLE:
        return mark in "’'" and not after.isalnum() and not before.isspace()
    if by == '"':
        return mark in '"”'
    if by in "«‹":
        return mark in "»›"
    if by in "»›":
        return mark in "«‹"
    return mark in '”"' or (mark == "“" and by in "„‟")
