"""A text with its persons and bodies marked, as the steps before leave it: {a person}, [a body]; a name in two places is one entity."""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.case.claim import Action, Custody, Response
from habeas.case.passage import Span
from habeas.case.person import Entity, Mention
from habeas.case.source import Source
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.read.actions import read_actions
from habeas.read.articles import find_articles
from habeas.read.custody import read_custody
from habeas.read.dates import find_dates
from habeas.read.responses import read_responses
from habeas.read.scene import Scene, set_scene
from habeas.read.sentences import split_document
from habeas.read.terms import find_terms

_MARK = re.compile(r"\{([^{}]+)\}|\[([^\[\]]+)\]")


@dataclass(frozen=True)
class Told:
    """A scene, and what the rules read in it, by the names of the persons."""

    scene: Scene
    custody: tuple[Custody, ...]
    actions: tuple[Action, ...]
    responses: tuple[Response, ...]

    def names(self, ids: tuple[str, ...]) -> set[str]:
        return {e.name for e in self.scene.entities if e.id in ids}

    def events(self) -> list[tuple[str, set[str]]]:
        """Type and persons of every asserted custody event."""
        return [(str(c.type), self.names(c.persons)) for c in self.custody if c.realis in ("asserted", "alleged")]


def tell(marked: str, published: str | None = "2025-06-15") -> Told:
    """What the rules read in a text with marks. `{X}` twice is one person; a surname alone joins the name that ends with it."""
    text, places = _strip(marked)
    source = Source("sha256:0", "text", text, published=published)
    scene = set_scene(split_document(source), _entities(text, places), find_dates(text, published), find_terms(text), find_articles(text))
    custody = read_custody(scene)
    actions = read_actions(scene, custody)
    return Told(scene, custody, actions, read_responses(scene, custody, actions))


def _strip(marked: str) -> tuple[str, list[tuple[Span, EntityKind]]]:
    out, places, position, length = [], [], 0, 0
    for match in _MARK.finditer(marked):
        out.append(marked[position : match.start()])
        length += match.start() - position
        words = match[1] or match[2]
        kind = EntityKind.PERSON if match[1] else EntityKind.ORGANIZATION
        places.append((Span(length, length + len(words)), kind))
        out.append(words)
        length += len(words)
        position = match.end()
    out.append(marked[position:])
    return "".join(out), places


def _entities(text: str, places: list[tuple[Span, EntityKind]]) -> tuple[Entity, ...]:
    groups: dict[str, list[tuple[Span, EntityKind]]] = {}
    for span, kind in places:
        words = span.words(text)
        known = next((n for n in groups if n == words or n.split()[-1] == words), words)
        groups.setdefault(known, []).append((span, kind))
    return tuple(
        Entity(f"e{i}", found[0][1], name, tuple(Mention(s, s.words(text), MentionForm.NAME) for s, _ in found))
        for i, (name, found) in enumerate(groups.items(), 1)
    )
