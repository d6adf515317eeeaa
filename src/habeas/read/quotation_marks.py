"""Which stretches of a text stand between quotation marks: any style, nested, unbalanced, or left open by a paragraph that runs on."""

from __future__ import annotations

import re
from typing import Final

from habeas.case.passage import Span

LINE: Final = re.compile(r"[^\r\n\u2028\u2029]+")
MARKS: Final = re.compile("[“”„‟«»‹›\"‘’‚']")
_DOUBLE: Final = re.compile('[“”„‟«»‹›"]')  # only these run on into another paragraph
SINGLE: Final = "‘’‚'"
# What may stand before an opening mark, besides the line's start.
BEFORE_OPENING: Final = ' \t\xa0([{—–-:;,/“«"'


def quoted_stretches(text: str) -> list[Span]:
    """The stretches between marks, marks included, outermost only, in order. One pass: linear in the text, whatever its marks."""
    out: list[Span] = []
    running = ""  # the mark that the lines before left open
    between: list[Span] = []  # the lines without marks behind one that left its words open
    for line in LINE.finditer(text):
        first = _DOUBLE.search(text, line.start(), line.end()) if running else None
        if running and first is None and len(between) < _RUNS_ON:
            between.append(Span(line.start(), line.end()))
            continue
        goes_on = first is not None and _ends_what_runs_on(text, first, running)
        found, running = _of_line(text, line.start(), line.end(), running if goes_on else "")
        out += [*between, *found] if goes_on else found
        between = []
    return out


_RUNS_ON: Final = 12  # paragraphs that quoted words may run on for without a mark


def _ends_what_runs_on(text: str, mark: re.Match[str], by: str) -> bool:
    """True where the first mark of a line closes what a paragraph above opened, and can open nothing."""
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1] or " "
    return _closes(mark[0], by, before, after) and not _may_open(mark[0], before, after)


def _of_line(text: str, start: int, stop: int, by: str) -> tuple[list[Span], str]:
    """The stretches of one line, and the mark that it leaves open. `by`: the mark inside which it begins, opened further up; "" for none."""
    out: list[Span] = []
    opened = start if by else -1
    nested = 0  # curly marks that are open inside straight ones
    for found in MARKS.finditer(text, start, stop):
        at, mark = found.start(), found[0]
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < stop else " "
        if opened < 0:
            if _may_open(mark, before, after):
                opened, by, nested = at, mark, 0
        elif by == '"' and mark == "“" and _may_open(mark, before, after):
            nested += 1
        elif nested and mark == "”":
            nested -= 1
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
