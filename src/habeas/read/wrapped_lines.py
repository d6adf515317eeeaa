"""Are the lines of a text cut at a printed width, as in mails and the archives of agencies, and which of them go on?

Elsewhere a line break ends a sentence: headlines, list items and turns stand on lines of their own. Where it only marks the width it is read as a space;
every offset stays, and what is cut from the text in the end is cut from the text as it came.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from habeas.case.passage import Passage
from habeas.case.reading import Reading

_WIDEST: Final = 100  # characters: no mail or teletype is wider, and hardly any paragraph of a page is as short
_FEWEST: Final = 5  # lines that are followed by another, before their lengths say anything
_SHARE: Final = 0.6  # of those lines could not have held the next word
_ITEM: Final = re.compile(r"\s*(?:[-–—•*▪]|\d{1,3}[.)/])\s")
_CLOSED: Final = re.compile(r"[.!?…][”\"»’')\]]*\s*$")


def unwrapped(text: str) -> str:
    """The text with a space for each line break that only marks the width; as long as before, and the same where its lines are whole paragraphs."""
    lines = text.split("\n")
    followed = [i for i in range(len(lines) - 1) if lines[i].strip() and lines[i + 1].strip()]
    if len(followed) < _FEWEST or max(map(len, lines)) > _WIDEST:
        return text
    width = max(len(lines[i]) for i in followed)  # a headline or a sentence on its own may be longer
    full = [i for i in followed if len(lines[i]) + 1 + len(lines[i + 1].split()[0]) > width]
    goes_on = [i for i in full if not _ITEM.match(lines[i + 1])]
    is_wrapped = len(full) >= _SHARE * len(followed) and any(not _CLOSED.search(lines[i]) for i in goes_on)
    if not is_wrapped:
        return text
    ragged = [i for i in followed if not _CLOSED.search(lines[i]) and lines[i + 1].lstrip()[0].islower()]
    joined = {*goes_on, *ragged}
    return "".join(line + (" " if i in joined else "\n") for i, line in enumerate(lines))[: len(text)]


def as_it_came(reading: Reading, text: str) -> Reading:
    """The reading of an unwrapped text, its words cut anew from the text with its breaks."""
    claims = tuple(replace(c, passages=tuple(Passage.cut(p.source, text, p.span) for p in c.passages)) for c in reading.claims)
    entities = tuple(replace(e, mentions=tuple(replace(m, text=m.span.words(text)) for m in e.mentions)) for e in reading.entities)
    return Reading(replace(reading.source, text=text), entities, claims)
