"""Who is "we" in a statement? Its authors: a body of its own, called by the outlet that published it where that is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from habeas.case.passage import Span
from habeas.case.person import Entity, Mention
from habeas.case.source import Source
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.read.quotation_marks import quoted_stretches

_WE: Final = re.compile(
    r"(?:(?<=^)|(?<=[.!?:;,]\s)|(?<=\n)|(?<=\band ))[Ww]e\b(?= (?:the undersigned|also |strongly |once again |therefore |hereby |call|urge|demand|condemn|deplore|express|are|ask|appeal|reject|insist|stand))",
    re.M,
)


def add_authors(entities: Sequence[Entity], source: Source) -> tuple[Entity, ...]:
    """The entities, and the authors of a text that itself asks or judges as "we" outside quotation marks and page furniture."""
    places = [Span(*m.span()) for m in _WE.finditer(source.text)]
    if not places:
        return tuple(entities)
    quoted = quoted_stretches(source.text)
    taken = [m.span for e in entities for m in e.mentions]
    own = [
        p for p in places if not source.is_boilerplate(p) and not any(q.touches(p) for q in quoted) and not any(t.touches(p) for t in taken)
    ]
    if not own:
        return tuple(entities)
    mentions = tuple(Mention(p, p.words(source.text), MentionForm.PRONOUN) for p in own)
    return (*entities, Entity("we", EntityKind.ORGANIZATION, source.outlet or "the authors (“we”)", mentions))
