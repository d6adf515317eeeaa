"""Which words do dashes set off as somebody's? "– I was beaten, – says X. – Then they left me alone.", as the press of the east prints speech.

A dash opens the paragraph, a second one parts the words from who says them; the words may run over paragraphs up to the one that names X.
One pass over the paragraphs, a few words back from every verb: linear in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from habeas.case.passage import Span
from habeas.read.interviews import stripped
from habeas.read.reporting import Cue, Line, Stage, paragraphs_of
from habeas.read.speakers import Frame, subject_after, subject_before

_DASHES: Final = frozenset("- – —".split())
_BEFORE_DASH: Final = frozenset(", . ! ? … ...".split()) | frozenset('”"»')
_LONGEST: Final = 12  # paragraphs from the opening dash to the one that names who speaks
_SOON: Final = 12  # words from a dash to the verb


def dashed_speech(stage: Stage) -> Iterator[tuple[Frame, Cue, tuple[Span, ...]]]:
    """Each speech: the frame that says whose it is, its verb, and the words."""
    opened: Line | None = None  # the paragraph with a dash in front that nobody has been named for yet
    for lines in paragraphs_of(stage.lines):
        if lines[0].low[0] in _DASHES and len(lines[0].low) > 1:
            opened = lines[0]
        if opened is None or lines[0].paragraph - opened.paragraph > _LONGEST:
            opened = None
            continue
        found = next((f for line in lines if (f := _behind_dash(line)) is not None), None)
        if found is None:
            continue
        frame, cue, dash = found
        if lines[0] is opened or not any(any(line.quoted) for line in lines):  # words in marks further down have a frame of their own
            yield frame, cue, _words(stage.text, opened, lines, frame.line, cue, dash)
        opened = None


def _behind_dash(line: Line) -> tuple[Frame, Cue, int] | None:
    """The first verb behind a dash that names who speaks: "…, – says X", "…, – X told the court"; and the dash."""
    for cue in line.cues:
        dash = next((i for i in range(cue.at - 1, max(0, cue.at - 1 - _SOON), -1) if line.low[i] in _BEFORE_DASH | _DASHES), None)
        if dash is None or line.low[dash] not in _DASHES or line.low[dash - 1] not in _BEFORE_DASH or line.quoted[cue.at]:
            continue
        if cue.tense not in ("past", "present") or not set(cue.flags) & set("bt"):
            continue
        if cue.at == dash + 1 and subject_after(line, cue) is not None:
            return Frame("inverted", line, cue), cue, dash
        subject = subject_before(line, cue)
        if subject is not None and subject.start > dash:
            return Frame("verb", line, cue), cue, dash
    return None


def _words(text: str, opened: Line, lines: Sequence[Line], line: Line, cue: Cue, dash: int) -> tuple[Span, ...]:
    """The words from the opening dash up to the one in front of who speaks, and what a third dash goes on with."""
    parts = [stripped(text, opened.span.start, line.tokens[dash].span.start)]
    again = next((i for i in range(cue.at + 1, len(line.low)) if line.low[i] in _DASHES and line.low[i - 1] in _BEFORE_DASH), None)
    behind = next((other for other in lines if other.number > line.number), None)
    if again is not None:
        parts.append(stripped(text, line.tokens[again].span.stop, lines[-1].span.stop))
    elif behind is not None and behind.low[0] in _DASHES:
        parts.append(stripped(text, behind.span.start, lines[-1].span.stop))
    return tuple(p for p in parts if p is not None)
