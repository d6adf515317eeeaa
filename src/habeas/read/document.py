"""What every reading step shares: the source cut into paragraphs, sentences and tokens, boilerplate left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from habeas.case.passage import Span
from habeas.case.source import Source

OWNING: Final = frozenset({"'s", "’s", "'", "’"})  # the tokens that make a name an owner


class Token(NamedTuple):
    """A word, number or mark; `text` is cut from the source."""

    span: Span
    text: str

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence (or headline, or list item) with its tokens; `paragraph` counts lines of text from 0."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int


@dataclass(frozen=True, slots=True)
class Document:
    """A source ready to be read. `sentences` hold no boilerplate."""

    source: Source
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        return self.source.text

    def sentence_at(self, span: Span) -> Sentence | None:
        """The sentence in which `span` begins; None in boilerplate and between sentences."""
        for sentence in self.sentences:
            if sentence.span.start <= span.start < sentence.span.stop:
                return sentence
        return None
