"""Where words stand: half-open stretches of one source's text, counted in code points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of the text being read; `text[span.start:span.stop]` are its words."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.stop:
            raise ValueError(f"empty or backward span: {self.start}..{self.stop}")

    def __len__(self) -> int:
        return self.stop - self.start

    def words(self, text: str) -> str:
        """The words of this span, cut from `text`."""
        return text[self.start : self.stop]

    def holds(self, other: Span) -> bool:
        """True if `other` lies wholly inside this span."""
        return self.start <= other.start and other.stop <= self.stop

    def touches(self, other: Span) -> bool:
        """True if the two share at least one character."""
        return self.start < other.stop and other.start < self.stop

    def gap(self, other: Span) -> int:
        """Characters between the two; 0 where they touch or adjoin."""
        return max(0, max(self.start, other.start) - min(self.stop, other.stop))

    def is_beside(self, other: Span, reach: int) -> bool:
        """True if no more than `reach` characters stand between the two."""
        return self.start - other.stop <= reach and other.start - self.stop <= reach

    def hull(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.stop, other.stop))


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A span of one named source, with the words that stood there when it was cut."""

    source: str
    start: int
    stop: int
    exact: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.stop:
            raise ValueError(f"empty or backward passage: {self.start}..{self.stop}")
        if len(self.exact) != self.stop - self.start:
            raise ValueError(f"passage {self.start}..{self.stop} does not fit its {len(self.exact)} characters")

    @classmethod
    def cut(cls, source: str, text: str, span: Span) -> Passage:
        """The passage of `text` at `span`; the words are cut, never retyped."""
        return cls(source, span.start, span.stop, span.words(text))

    @property
    def span(self) -> Span:
        return Span(self.start, self.stop)

    def stands_in(self, text: str) -> bool:
        """True if `text` has exactly these words at this place."""
        return text[self.start : self.stop] == self.exact
