"""Which unnamed group is meant? "journalists from the outlet X" are told apart by their body, and are called so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.passage import Span
from habeas.case.person import Entity, Mention
from habeas.case.vocabulary import EntityKind, MentionForm

_TIE: Final = re.compile(r" (?:from|of|at|with|for) (?:(?!\w*(?:ing|ed|across|around|in|on|to|by)\b)[\w’'-]+ ){0,5}$")


def name_groups(entities: Sequence[Entity], text: str) -> tuple[Entity, ...]:
    """The entities; a group without a name whose first mention is tied to a named body is called by both."""
    bodies = sorted(m.span for e in entities if e.kind is not EntityKind.PERSON for m in e.mentions if m.form is MentionForm.NAME)
    return tuple(_named(e, bodies, text) if e.kind is EntityKind.PERSON and not e.is_named and e.mentions else e for e in entities)


def _named(entity: Entity, bodies: Sequence[Span], text: str) -> Entity:
    first, *rest = entity.mentions
    if first.form is not MentionForm.NOMINAL or not first.text.lower().rstrip().endswith(("s", "staff", "people", "team")):
        return entity
    body = next(
        (b for b in bodies if 0 < b.start - first.span.stop < 60 and _TIE.fullmatch(text[first.span.stop : b.start].rstrip() + " ")), None
    )
    if body is None:
        return entity
    span = first.span.hull(body)
    return replace(entity, name=span.words(text), mentions=(Mention(span, span.words(text), MentionForm.NOMINAL), *rest))
