"""Who a text speaks of: people and bodies, with the words that name them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind, MentionForm


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """The words that stand for a person or body in one place."""

    span: Span
    text: str
    form: MentionForm


@dataclass(frozen=True)
class Entity:
    """A person or body as one document presents it; `register` is its identity across documents, if decided."""

    id: str
    kind: EntityKind
    name: str
    mentions: tuple[Mention, ...]
    roles: tuple[str, ...] = ()
    register: str | None = None

    @cached_property
    def is_named(self) -> bool:
        """True if the document names it anywhere; False for "the four" and "a lawyer"."""
        return any(m.form is MentionForm.NAME for m in self.mentions)
