"""Who signs the text, or adopts it? The bodies under "Signed:", on the last line of a joint statement, and on the line
"The Assembly of X," of a resolution.

They speak as "we", or are the subject of its items; in the text they have the role `author`. Each line is the whole name of a body, whatever
the words in it look like elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from habeas.case.passage import Span
from habeas.case.person import Entity, Mention
from habeas.case.source import Source
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.scene import Scene, once_a_scene

AUTHOR: Final = "author"

_SIGNED: Final = re.compile(
    r"^(?:signed|signed by|signatories|signatory organi[sz]ations|undersigned(?: organi[sz]ations)?|co-signed by|endorsed by|signatures)\s*:?[ \t]*(?P<same>[^\n]*)\n?",
    re.M | re.I,
)
_JOINT: Final = re.compile(r"\b(?:undersigned|signed below|joint (?:statement|letter|appeal)|signatories)\b", re.I)
_FIRST_ONLY: Final = re.compile(r"^first signatories\b", re.M | re.I)  # the list is not whole
_ISSUING: Final = re.compile(
    r"\A(?=[A-Z][^\n@]{3,90} · )|^(?=[A-Z][^\n.;:]{3,160}? (?:issues?|issued|releases?|makes?) (?:this|the following) (?:joint |local )*(?:statement|declaration))",
    re.M,
)
_ON_BEHALF: Final = re.compile(
    r"(?:\b(?:[Ww]e|I) (?:write|am writing|are writing|address)[^.\n]{0,60}? on behalf of |^On behalf of "
    r"|^(?:Prepared|Compiled|Published|Issued) by (?:the (?:volunteers|members|staff|editors) of )?)(?:the )?"
    r"(?P<name>[A-Z][\w’'-]*(?: (?:(?:of|for|the|and|in|de|of the|for the) )?(?:al-|el-|as-|an-)?[A-Z][\w’'-]*)*)",
    re.M,
)
_ADOPTING: Final = re.compile(
    r"^(?:The|THE) [A-Z][^\n.;:,]{3,110}(?=(?:, (?:meeting|acting|having|at its|in its|in accordance)\b[^\n]{0,120})?[,:][ \t]*$)", re.M
)
_GROUNDS: Final = re.compile(
    r"\s*(?:[A-Z]\.\s|[–—-]\s)?(?:having|recall\w+|not(?:ing|es)|whereas|consider\w+|tak(?:ing|es)|bearing|reaffirm\w+|deeply|concern\w+|guided|express\w+|acting|meeting|conscious|alarmed|welcom\w+|1\.)\b",
    re.I,
)
_PARTS: Final = re.compile(r"\s*[;·•|]\s*|\s+[–—]\s+")
_COMMA: Final = re.compile(r"\s*,\s+(?:and\s+)?")
_TRAILER: Final = re.compile(r"\s*(?:\([^)]*\)|[,;.])\s*$")
_BULLET: Final = re.compile(r"^\s*(?:[-•*–—·]|\d{1,2}[.)])?\s*")
_LONGEST: Final = 12  # words of a body's name
_THE: Final = 4  # characters of "The " in front of it
_HEADS: Final = frozenset(w for w, (kind, *_) in ENGLISH.table("body_heads").items() if kind == "organization")


@once_a_scene
def signature_lines(scene: Scene) -> tuple[int, ...]:
    """The units of people whose names are lines of their own at the end of a letter or a post, in order."""
    last = [first for first, stop in scene.bounds[-_LAST_LINES:] if stop - first == 1]
    return tuple(i for i in last if scene.units[i].form is MentionForm.NAME and scene.is_person(scene.units[i]))


_LAST_LINES: Final = 8  # sentences behind which no signature is looked for


def add_signatories(entities: Sequence[Entity], source: Source) -> tuple[Entity, ...]:
    """The entities, with those who sign or adopt the text under their full names, and marked as its authors."""
    entities = _issuing(entities, source.text)
    spans = [*_adopting(source.text)] or [*_signing(source.text, entities)] or [*_writing(source.text, entities)]
    return _named_whole(entities, source.text, spans) if spans else tuple(entities)


def _issuing(entities: Sequence[Entity], text: str) -> tuple[Entity, ...]:
    """The entities; the body that issues "the following statement", or whose name and "·" begin the page, is the text's author."""
    may_issue = any(word in text for word in ("tatement", "eclaration", " · "))
    places = [(m.start(), m.start() + _THE) for m in _ISSUING.finditer(text)] if may_issue else []
    if not places:
        return tuple(entities)
    return tuple(
        replace(e, roles=(*e.roles, AUTHOR))
        if e.kind is not EntityKind.PLACE
        and any(m.form is MentionForm.NAME and a <= m.span.start <= b for m in e.mentions for a, b in places)
        else e
        for e in entities
    )


def _writing(text: str, entities: Sequence[Entity]) -> Iterator[Span]:
    """The body on behalf of which a letter is written, or whose volunteers prepared a list."""
    for found in _ON_BEHALF.finditer(text):
        span = Span(*found.span("name"))
        if not _is_person(entities, span) or " of " in found[0]:
            yield span
            return


def _adopting(text: str) -> Iterator[Span]:
    """The body of a line of its own over the grounds of a resolution."""
    for line in _ADOPTING.finditer(text):
        if _GROUNDS.match(text, text.find("\n", line.end()) + 1):
            yield Span(*line.span())
            return


def _signing(text: str, entities: Sequence[Entity]) -> Iterator[Span]:
    """The names under "Signed:", or of a line of several bodies at the end of a joint statement."""
    if (signed := next((m for m in _SIGNED.finditer(text) if m.start() > len(text) // 4), None)) is not None:
        found = [*_items(text, signed.start("same"), signed.end("same"))]
        if not found:
            found = [*_lines_below(text, signed.end())]
    elif _JOINT.search(text) and not _FIRST_ONLY.search(text):
        found = _row_of_bodies(text)
    else:
        return
    if sum(_is_person(entities, s) for s in found) * 2 < len(found):
        yield from (s for s in found if not _is_person(entities, s))


def _lines_below(text: str, at: int) -> Iterator[Span]:
    """The names on the lines under "Signed:"; blank lines may part those that are numbered."""
    is_numbered = True
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        if is_numbered and not text[at:stop].strip():
            at = stop + 1
            continue
        items = [*_items(text, at, stop)]
        if not items:
            return
        is_numbered = text[at:stop].lstrip()[:1].isdigit()
        yield from items
        at = stop + 1


def _row_of_bodies(text: str) -> list[Span]:
    """The items of the last line that is a row of names of bodies."""
    at = len(text)
    for line in reversed(text.split("\n")):
        at -= len(line)
        found = [*_items(text, at, at + len(line))] if _PARTS.search(line.strip()) else []
        if len(found) > 1 and sum(_is_body_name(s.words(text)) for s in found) * 2 > len(found):
            return found
        at -= 1
    return []


def _items(text: str, start: int, stop: int) -> Iterator[Span]:
    """The names on one line; none where it reads as a sentence."""
    line = text[start:stop]
    begin = _BULLET.match(line)
    assert begin is not None
    rest = line[begin.end() :]
    if not rest.strip() or (rest.rstrip().endswith(".") and len(rest.split()) > _LONGEST):
        return
    parts = _PARTS if _PARTS.search(rest.strip()) else _COMMA if rest.count(",") > 1 else None
    places = _cut(rest, parts) if parts is not None else [(0, len(rest))]
    for a, b in places:
        while (trailer := _TRAILER.search(rest[a:b])) is not None:
            b = a + trailer.start()
        words = rest[a:b].strip()
        if not words or not words[0].isupper() or len(words.split()) > _LONGEST or words[-1] in "?!:":
            return
        first = start + begin.end() + a + (len(rest[a:b]) - len(rest[a:b].lstrip()))
        yield Span(first, first + len(words))


def _cut(line: str, parts: re.Pattern[str]) -> list[tuple[int, int]]:
    marks = [(0, 0), *(m.span() for m in parts.finditer(line)), (len(line), len(line))]
    return [(a[1], b[0]) for a, b in pairwise(marks) if b[0] > a[1]]


def _is_body_name(words: str) -> bool:
    return any(w.lower().strip("’'s,()“”\"") in _HEADS or w.isupper() for w in words.split())


def _is_person(entities: Sequence[Entity], span: Span) -> bool:
    """True for a line that begins with the name of a person who is known as one."""
    return any(
        e.kind is EntityKind.PERSON and m.form is MentionForm.NAME and m.span.start == span.start and 2 * len(m.span) > len(span)
        for e in entities
        for m in e.mentions
    )


def _named_whole(entities: Sequence[Entity], text: str, spans: Sequence[Span]) -> tuple[Entity, ...]:
    """The entities, with one for each span: that whose name it is or begins with, else a new one; what else was seen inside is dropped."""
    owners = [_owner(entities, text, s) for s in spans]
    out: list[Entity] = []
    for entity in entities:
        mine = [s for s, owner in zip(spans, owners, strict=True) if owner == entity.id]
        kept = [m for m in entity.mentions if not any(s.touches(m.span) for s in spans)]
        kept += [Mention(s, s.words(text), MentionForm.NAME) for s in mine]
        if not kept and entity.mentions:
            continue
        if mine or len(kept) != len(entity.mentions):
            roles = (*entity.roles, AUTHOR) if mine else entity.roles
            entity = replace(entity, mentions=tuple(sorted(kept, key=lambda m: m.span)), roles=roles)
        out.append(entity)
    new = [s for s, owner in zip(spans, owners, strict=True) if owner is None]
    return (
        *out,
        *(
            Entity(f"signer{i}", EntityKind.ORGANIZATION, s.words(text), (Mention(s, s.words(text), MentionForm.NAME),), (AUTHOR,))
            for i, s in enumerate(new)
        ),
    )


def _owner(entities: Sequence[Entity], text: str, span: Span) -> str | None:
    """The body that the whole span names: one that it begins with, or that has this name elsewhere."""
    name = span.words(text).lower().removeprefix("the ")
    for entity in entities:
        if entity.kind not in (EntityKind.PERSON, EntityKind.PLACE) and any(
            m.text.lower() == name or (span.touches(m.span) and m.span.start <= span.start + _THE)
            for m in entity.mentions
            if m.form is not MentionForm.PRONOUN
        ):
            return entity.id
    return None
