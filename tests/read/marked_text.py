"""Cases as marked text: {the speaker's words}, [the quote]; names may stand for somebody named elsewhere in the case."""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.case.claim import Quote
from habeas.case.passage import Span
from habeas.case.person import Entity
from habeas.case.source import Source
from habeas.languages.english import ENGLISH
from habeas.read.authors import add_authors
from habeas.read.coreference import find_entities
from habeas.read.document import Document
from habeas.read.mentions import Found, find_mentions
from habeas.read.quotes import find_quotes
from habeas.read.sentences import split_document


@dataclass(frozen=True)
class Read:
    """What the rules find in one text."""

    document: Document
    mentions: tuple[Found, ...]
    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]

    @property
    def text(self) -> str:
        return self.document.text

    def names(self, kind: str) -> list[str]:
        """The name mentions of this kind, in order of the text."""
        return [m.span.words(self.text) for m in self.mentions if m.kind.value == kind and m.form.value == "name"]

    def who(self, words: str, nth: int = 0) -> str | None:
        """The name of the entity that the nth occurrence of `words` stands for."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        span = Span(start, start + len(words))
        return next((e.name for e in self.entities for m in e.mentions if m.span == span), None)

    def name_of(self, id_: str | None) -> str | None:
        return next((e.name for e in self.entities if e.id == id_), None)


def read(text: str) -> Read:
    """All steps of the rules on one text."""
    document = split_document(Source("sha256:0", "text", text))
    mentions = find_mentions(document, ENGLISH)
    entities = add_authors(find_entities(document, mentions, ENGLISH), document.source)
    return Read(document, mentions, entities, find_quotes(document, entities, ENGLISH))


@dataclass(frozen=True)
class Marked:
    """A case: the plain text, the quotes' contents and the words that name the speaker."""

    text: str
    quotes: list[Span]
    speakers: list[Span]


_MARK = re.compile(r"[{}\[\]]")


def parse_marked(marked: str) -> Marked:
    """The text without its marks, and where they stood."""
    out: list[str] = []
    opened: list[int] = []
    found: dict[str, list[Span]] = {"]": [], "}": []}
    length = position = 0
    for mark in _MARK.finditer(marked):
        out.append(marked[position : mark.start()])
        length += mark.start() - position
        position = mark.end()
        if mark[0] in "{[":
            opened.append(length)
        else:
            found[mark[0]].append(Span(opened.pop(), length))
    out.append(marked[position:])
    return Marked("".join(out), found["]"], found["}"])
