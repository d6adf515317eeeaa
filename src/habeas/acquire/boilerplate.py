"""Which stretches of a page's text are furniture and not article: menus, related links, notices, counters, stamps.

They are kept as text and marked, and never read for facts. Decided line by line from patterns that a linguist can edit
(languages/english/boilerplate.tsv), then by position: what stands among furniture at the foot of a page is furniture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from habeas.case.passage import Span
from habeas.case.source import Boilerplate

# A line as long as this, ending like a sentence, is prose; 170: the longest related-news headline met was 141 characters.
PROSE = 170


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    text: str
    kind: str | None = None
    scope: str = ""
    is_bar: bool = False

    @property
    def is_prose(self) -> bool:
        return len(self.text) >= PROSE or (len(self.text) > 90 and self.text.rstrip('”"’)*').endswith((".", "!", "?", "…")))


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: str
    scope: str
    pattern: re.Pattern[str]

    def fits(self, line: str) -> bool:
        """True if the pattern fits `line`, which is in small letters: half the time of letters of any case."""
        match self.scope:
            case "line" | "heads" | "foot" | "edge":
                return self.pattern.fullmatch(line) is not None
            case "begins":
                return self.pattern.match(line) is not None
            case "sentence":
                return any(self.pattern.match(line, at) is not None for at in _begins(line))
            case _:
                return self.pattern.search(line) is not None


_SENTENCE_END: Final = re.compile(r"[.!?…;:|•·*>»”)–—][”\"’)*]*\s+|\s{2,}|^[\W_]*")


@lru_cache(maxsize=1)
def _begins(line: str) -> tuple[int, ...]:
    """Where a sentence or an item of the line begins: "Sign up here" urges, "forced to sign up" tells."""
    return tuple(m.end() for m in _SENTENCE_END.finditer(line))


@cache
def _patterns() -> tuple[_Pattern, ...]:
    table = (files("habeas.languages.english") / "boilerplate.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return tuple(_Pattern(kind, scope, re.compile(pattern)) for kind, scope, pattern in rows)


@cache
def _together() -> tuple[_Pattern, ...]:
    """For each scope whose patterns are all tried at the same places one that fits where any of them does: most lines are furniture of no kind."""
    scopes = dict.fromkeys(p.scope for p in _patterns() if p.scope != "holds")
    either = {scope: "|".join(f"(?:{p.pattern.pattern})" for p in _patterns() if p.scope == scope) for scope in scopes}
    return tuple(_Pattern("", scope, re.compile(pattern)) for scope, pattern in either.items())


def find_boilerplate(text: str) -> tuple[Boilerplate, ...]:
    """The furniture of `text`, as spans of whole lines in order, neighbours of one block joined."""
    lines = [_judged(text, m.span()) for m in re.finditer(r"^[^\n]*\S[^\n]*", text, re.MULTILINE)]
    kinds: list[str | None] = [line.kind for line in lines]
    _spare_tables(lines, kinds)
    _only_at_the_foot(lines, kinds)
    _spare_title(lines, kinds)
    _run_headings(lines, kinds)
    _end_at_wire_code(lines, kinds)
    _fill_gaps(lines, kinds)
    return _joined(lines, kinds)


def _judged(text: str, where: tuple[int, int]) -> _Line:
    raw = text[where[0] : where[1]]
    start = where[0] + len(raw) - len(raw.lstrip())
    span = Span(start, start + len(raw.strip()))
    line = span.words(text)
    low = line.replace("İ", "i").lower()  # the one letter that is two in lower case: patterns count characters
    fitting = {t.scope for t in _together() if len(line) <= _LONGEST.get(t.scope, len(line)) and t.fits(low)}
    if len(line) <= _LONGEST["holds"]:
        fitting.add("holds")
    for pattern in _patterns():
        if pattern.scope in fitting and pattern.fits(low):
            return _Line(span, line, pattern.kind, pattern.scope)
    if _is_bar(line):
        return _Line(span, line, "menu", "line", is_bar=True)
    return _Line(span, line)


# Characters: a longer line that merely holds such a word ("donate", "cookies") is more likely prose about it, but for notices.
_LONGEST: Final = {"holds": 600, "sentence": 600, "line": 160, "heads": 160, "foot": 160, "edge": 160}
_BETWEEN = re.compile(r"\s[|·•›»]\s|\s/\s")
_NUMBERED = re.compile(r"\d{1,3}(?:[.)]\s|\s[|/])")
_NEAR = 3  # lines between two rows of one table: a heading may part them


def _is_bar(line: str) -> bool:
    """True for a bar of short items: "Texts adopted | Previous | Next"; a dateline with one stroke is none."""
    items = _BETWEEN.split(line)
    return len(items) >= 3 and len(line) < 240 and all(len(i) < 70 and not i.rstrip().endswith(".") for i in items)


def _is_row(line: str) -> bool:
    """True for a bar that may be a row of a table: numbered, or with an item in small letters ("lawyer", "held since July"), which menus do not have."""
    items = _BETWEEN.split(line)
    return len(items) >= 3 and (_NUMBERED.match(line) is not None or any(i.strip()[:1].islower() for i in items[1:]))


def _spare_tables(lines: list[_Line], kinds: list[str | None]) -> None:
    """Rows of a table of people, "1. Anna Li / poet / held since July", look like a menu, but stand together or are numbered."""
    rows = [i for i, line in enumerate(lines) if _is_row(line.text)]
    for n, i in enumerate(rows):
        neighbours = [j for j in (*rows[max(0, n - 1) : n], *rows[n + 1 : n + 2]) if abs(j - i) <= _NEAR]
        if kinds[i] == "menu" and lines[i].is_bar and (neighbours or _NUMBERED.match(lines[i].text)):
            kinds[i] = None


def _only_at_the_foot(lines: list[_Line], kinds: list[str | None]) -> None:
    """Stamps head the entries of a timeline too. Times and tickers stand inside a live report too: there they head its entries, and only below all prose are they furniture."""
    prose = [i for i, line in enumerate(lines) if line.is_prose and (kinds[i] is None or line.scope == "foot")]
    last_prose = max(prose, default=-1)
    stamps = [i for i, line in enumerate(lines[:-1]) if line.kind == "timestamp" and lines[i + 1].kind is None]
    is_timeline = len(stamps) >= 3
    for i, line in enumerate(lines):
        if is_timeline and i in stamps:
            kinds[i] = None
        if line.scope == "edge" and prose and prose[0] < i < last_prose:
            kinds[i] = None
        if line.scope == "foot" and i <= last_prose + (line.kind != "related") and not (i and kinds[i - 1]):
            kinds[i] = None


def _spare_title(lines: list[_Line], kinds: list[str | None]) -> None:
    """The first line of a text is its headline, whatever it resembles, unless prose already follows another headline."""
    first_prose = next((i for i, line in enumerate(lines) if line.is_prose and kinds[i] is None), len(lines))
    if all(k is not None for k in kinds[:first_prose]) and lines and kinds[0] in ("ticker", "byline"):
        kinds[0] = None


def _run_headings(lines: list[_Line], kinds: list[str | None]) -> None:
    """A heading such as "See also" takes what follows it: to the end of the page, if the article stands before it."""
    for i, line in enumerate(lines):
        if line.scope != "heads" or kinds[i] is None:
            continue
        has_article_before = any(other.is_prose and kinds[j] is None for j, other in enumerate(lines[:i]))
        prose_after = [j for j in range(i + 1, len(lines)) if lines[j].is_prose and kinds[j] is None]
        runs_to = len(lines)
        if not has_article_before or (len(prose_after) >= 3 and i < len(lines) / 2):
            runs_to = prose_after[0] if prose_after else i + 1
            if not has_article_before and prose_after:
                # The headline stands right before the first prose: leave one short line to it.
                runs_to = max(i + 1, prose_after[0] - 1)
        for j in range(i + 1, runs_to):
            kinds[j] = kinds[j] or "related"


# "… to release him.-16D-", "… he added. —0—": how agencies of the region close an item.
_WIRE_CODE: Final = re.compile(r"[.!?…”\"»)]\s?[-–—]{1,2}\s?\d{1,3}[A-Za-z]{0,2}\d?\s?[-–—]{1,2}$")


def _end_at_wire_code(lines: list[_Line], kinds: list[str | None]) -> None:
    """What stands below the code that closes an agency's item is other news, unless every item of a digest has such a code."""
    ends = [i for i, line in enumerate(lines) if kinds[i] is None and _WIRE_CODE.search(line.text)]
    if len(ends) == 1:
        for i in range(ends[0] + 1, len(lines)):
            kinds[i] = kinds[i] or "related"


def _fill_gaps(lines: list[_Line], kinds: list[str | None]) -> None:
    """Short lines among furniture at the foot, or above all prose at the head, are furniture too."""
    last_prose = max((i for i, line in enumerate(lines) if line.is_prose and kinds[i] is None), default=-1)
    after = last_prose + 1
    marked = [i for i in range(after, len(lines)) if kinds[i] is not None]
    if last_prose < 0 or not marked:
        return
    gap = [i for i in range(marked[0], marked[-1]) if kinds[i] is None]
    if sum(len(lines[i].text) for i in gap) <= 160 * max(1, len(marked)):
        for i in gap:
            kinds[i] = "related"
    tail = range(marked[-1] + 1, len(lines))
    if len(marked) >= 2 and all(len(lines[i].text) < 120 for i in tail):
        for i in tail:
            kinds[i] = "related"
    first = marked[0] - 1
    if (
        first > last_prose
        and len(marked) >= 2
        and len(lines[first].text) <= 24
        and not re.search(r"[.!?:;”\"]$|^[-•*\d]", lines[first].text)
    ):
        kinds[first] = "menu"


def _joined(lines: list[_Line], kinds: list[str | None]) -> tuple[Boilerplate, ...]:
    out: list[Boilerplate] = []
    previous = -2
    for i, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind is None:
            continue
        if out and previous == i - 1:
            out[-1] = Boilerplate(out[-1].span.hull(line.span), out[-1].kind)
        else:
            out.append(Boilerplate(line.span, kind))
        previous = i
    return tuple(out)
