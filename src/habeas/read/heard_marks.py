"""Whose are words in marks that no frame reports, where the encoder hears that they are somebody's?

"The spokesman saw “nothing to discuss”", "Prison administration: “a fall in the shower”", "“Heart failure,” the certificate states":
whoever leads the clause around the marks, else who is named right behind them, else who leads the clause before. A charge, a name or a
word that the marks only set apart is nobody's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import QuoteForm
from habeas.languages.english import ENGLISH
from habeas.read.interviews import stripped
from habeas.read.reporting import FINITE, Line, Placed, Stage, is_adverb, token_at
from habeas.read.signals import Signals
from habeas.read.speakers import first_subject, named_behind, next_mention, subject_before

LIKELY: Final = 0.7  # from here on words in marks are somebody's though no frame reports them
_CHARGED: Final = ENGLISH.group("heard_marks.charged")
_SET_APART: Final = ENGLISH.group("heard_marks.set_apart")
_JOINS: Final = frozenset("and but while whereas".split())
_NEAR: Final = 9  # tokens in front of the marks where a charge may be named


def heard(stage: Stage, signals: Signals, taken: Sequence[Span]) -> Iterator[tuple[QuoteForm, Span, Line, Placed]]:
    """The words in marks outside `taken` that the encoder hears, each with its form, its line and who says it."""
    taken = sorted(taken)
    for outer in stage.stretches:
        inner = stripped(stage.text, outer.start, outer.stop)
        line, end = stage.line_at(outer.start), stage.line_at(outer.stop - 1)
        if inner is None or line is None or _touches(inner, taken):
            continue
        first = token_at(line, outer.start)
        if signals.probability("content", inner) < LIKELY or _is_term(line, first):
            continue
        end = end or line
        speaker = _at_the_end(line, first) or _around(line, first) or _behind(end, token_at(end, outer.stop)) or _before(line, first)
        if speaker is not None:
            is_led = first == 0 or line.low[first - 1] == ":"
            yield (QuoteForm.FULL if is_led else QuoteForm.PARTIAL), inner, line, speaker


def _touches(inner: Span, taken: Sequence[Span]) -> bool:
    at = bisect_right(taken, inner)
    return any(t.touches(inner) for t in taken[max(0, at - 2) : at + 2])


def _is_term(line: Line, first: int) -> bool:
    """True for what the marks only set apart: a charge, a name, "the “activists”"."""
    before = line.low[first - 1] if first else ""
    if before in _SET_APART or (before in ("and", "or") and first > 1 and line.quoted[first - 2]):
        return True
    near = range(max(0, first - _NEAR), first)
    if _is_apposed(line, first):
        return True  # "a plot, “White Bracelet”, to kill him", "his article, “They wanted it”, appeared"
    if before == "(" and any(line.low[i][0].isdigit() or line.low[i] in ("code", "law", "act") for i in near):
        return True  # "Article 117 of the Penal Code (“spreading propaganda”)"
    if any(line.low[i] == "what" and line.low[i + 1] != "is" and _is_naming(line, i, first) for i in near):
        return True  # "in what it called a “crackdown”"
    return any(line.low[i] in _CHARGED and not line.quoted[i] for i in near)


def _is_apposed(line: Line, first: int) -> bool:
    """True for words in marks between two commas that only name what stands in front: a few of them, or the title of a work."""
    stop = next((i for i in range(first, len(line.low)) if not line.quoted[i]), len(line.low))
    if not first or line.low[first - 1] != "," or line.low[stop : stop + 1] != [","]:
        return False
    return stop - first - 2 <= _LONGEST_NAME or any(line.low[i] in _WORKS for i in range(max(0, first - 6), first - 1))


_LONGEST_NAME: Final = 3  # words
_WORKS: Final = ENGLISH.group("heard_marks.works")


def _is_naming(line: Line, what: int, first: int) -> bool:
    """True for "what it called", "what authorities described as" in front of the marks."""
    if line.low[what + 1] == "it":
        return any(what < c.at < first and c.lemma == "call" for c in line.cues)
    return any(what < c.at < first and c.lemma == "describe" for c in line.cues)


def _at_the_end(line: Line, first: int) -> Placed | None:
    """Who says it behind the last marks of the sentence: "He was “cut off” and “must be freed,” X said."."""
    last = max((i for i, q in enumerate(line.quoted) if q), default=-1)
    if last <= first or (line.low[last - 1 : last] != [","] and line.low[last] != ","):
        return None
    cue = next(
        (c for c in line.cues if last < c.at <= last + _NEAR + 5 and set(c.flags) & set("bt") and c.tense in ("past", "present")), None
    )
    if cue is None or not {";", "and", "but"}.isdisjoint(line.low[last : cue.at]):
        return None
    speaker = subject_before(line, cue)
    return speaker if speaker is not None and speaker.start > last else None


def _around(line: Line, first: int) -> Placed | None:
    """Who leads the clause that has words in marks from token `first` on."""
    return first_subject(line, _start_of_clause_around(line, first), first)


def _before(line: Line, first: int) -> Placed | None:
    """Who leads the nearest clause before the one that the words in marks from token `first` on fill."""
    stop = first
    while stop > 0:
        stop = _start_of_clause_around(line, stop)
        if (found := first_subject(line, _start_of_clause_around(line, stop - 1), stop)) is not None:
            return found
        stop -= 1
    return None


def _behind(line: Line, at: int) -> Placed | None:
    """Who is named right behind words in marks: "“…”, the certificate states", "“…”: Anna Li on her arrest"."""
    while at < len(line.low) and line.low[at] in (",", ":", "–", "—", "-", "("):
        at += 1
    first = next_mention(line, at)
    return (named_behind(line, first) or first) if first is not None else None


def _start_of_clause_around(line: Line, stop: int) -> int:
    """Where the clause that ends before token `stop` begins: behind ";" or ":", or an "and" or "while" with a subject of its own."""
    for at in range(stop - 2, -1, -1):
        if line.quoted[at]:
            continue
        if line.low[at] in (";", ":"):
            return at + 1
        near = next_mention(line, at + 1) if line.low[at] in _JOINS else None
        if near is not None and near.stop < stop and near.start - at <= 4 and _leads(line, near, stop):
            return at + 1
    return 0


def _leads(line: Line, placed: Placed, stop: int) -> bool:
    """True where a verb or an apposition follows the mention."""
    at = placed.stop
    while at < stop and is_adverb(line.low[at]):
        at += 1
    word = line.low[at] if at < stop else ""
    return (
        word in FINITE or word == "," or word.endswith("ed") or any(c.at == at for c in line.cues) or (word.endswith("s") and len(word) > 4)
    )
