"""One text taken from a capture, with what is known about where it came from."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.case.dates import is_edtf
from habeas.case.passage import Span


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A stretch of a source's text that is kept and shown, but never read for facts."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Source:
    """One text, as extracted; every offset anywhere counts code points of `text`.

    `id` is `sha256:` and the hash of the captured bytes; `name` is the file's stem or the manifest's name.
    """

    id: str
    name: str
    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    language: str | None = None
    published: str | None = None
    sections: tuple[str, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()

    def __post_init__(self) -> None:
        if self.published is not None and not is_edtf(self.published):
            raise ValueError(f"publication date is not EDTF: {self.published!r}")

    def is_boilerplate(self, span: Span) -> bool:
        """True if any character of `span` is page furniture."""
        return any(b.span.touches(span) for b in self.boilerplate)
