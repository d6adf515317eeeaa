"""Where does the document name people, bodies, states and places?

Sentence by sentence first (`name_runs`); then what stood alone or in doubt is taken if the document vouches for it: a full name
elsewhere, a title, an ending. Sentences without capitals, as in posts, are read last, by the names already known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind
from habeas.languages.language import fold
from habeas.read.document import Document
from habeas.read.lexicon import Lexicon
from habeas.read.name_evidence import Line, line_of, skeleton
from habeas.read.name_runs import LineReader, Name, NamesFound, name_of

_INITIALS: Final = re.compile(r"(?:[A-ZÀ-Þ]\.){2,3}")


def find_proper_names(document: Document, lexicon: Lexicon) -> list[Name]:
    """All proper names of the document, in order of the text."""
    lines = [line_of(s, lexicon) for s in document.sentences]
    found = NamesFound()
    for line in lines:
        if line.style != "lower":
            LineReader(line, lexicon, found).read()
    found.names += list(_vouched(found, lexicon))
    small = [line for line in lines if line.style == "lower"]
    if len(small) * 2 > sum(len(line.words) > 3 for line in lines):
        small = lines
    found.names += list(_small_letters(small, found))
    names = list(_without_officers(found.names))
    return sorted(_labels(_by_long_surnames(names, document.text), document.text), key=lambda n: n.span)


def _by_long_surnames(names: Sequence[Name], text: str) -> list[Name]:
    """The names; "San Miguel" and "De Lima" are those of Rocío San Miguel and Leila de Lima where the document names them, and no places."""
    out = list(names)
    full = {n.words for n in names if n.kind is EntityKind.PERSON and len(n.words) > 2}
    for words in {w[k:] for w in full for k in range(1, len(w) - 1) if w[k].lower() in _BEFORE_SURNAME}:
        pattern = re.compile(r"\b" + r"\s".join((f"[{words[0][0].upper()}]{re.escape(words[0][1:])}", *map(re.escape, words[1:]))) + r"\b")
        for found in pattern.finditer(text):
            place = Span(*found.span())
            at_hand = [n for n in out if n.span.touches(place)]
            is_place = words[0].lower() in _SAINTS and _AT_A_PLACE.search(text, max(0, place.start - 12), place.start) is not None
            if is_place or any(n.kind is EntityKind.PERSON or not place.holds(n.span) for n in at_hand):
                continue
            out = [n for n in out if n not in at_hand]
            out.append(Name(place, EntityKind.PERSON, tuple(found[0].split())))
    return out


_SAINTS: Final = frozenset("saint san santa santo st st.".split())
_BEFORE_SURNAME: Final = _SAINTS | frozenset("da de del della di do dos du la le van von".split())
_AT_A_PLACE: Final = re.compile(r"\b(?:at|from|in|near|of|outside|to)\s$", re.IGNORECASE)


def _without_officers(names: Sequence[Name]) -> Iterator[Name]:
    """The names; one of a body that ends in the full name of a person whom the document names is the body's and the person's."""
    people = {tuple(map(skeleton, n.words)) for n in names if n.kind is EntityKind.PERSON and len(n.words) > 1}
    for name in names:
        of = next((k for k in (2, 3) if len(name.words) > k and tuple(map(skeleton, name.words[-k:])) in people), 0)
        whole = " ".join(name.words[-of:]) if of and name.kind is not EntityKind.PERSON else ""
        if not whole or len(whole) + 1 >= len(name.span):
            yield name
            continue
        start = name.span.stop - len(whole)
        yield replace(name, span=Span(name.span.start, start - 1), words=name.words[:-of], key=None)
        yield Name(Span(start, name.span.stop), EntityKind.PERSON, name.words[-of:])


def _labels(names: Sequence[Name], text: str) -> Iterator[Name]:
    """The names; initials in front of a turn of talk ("A.L.: …") are the person's who has them, if the document names one."""
    initials = {"".join(w[0] for w in n.words) for n in names if n.kind is EntityKind.PERSON and len(n.words) > 1}
    for name in names:
        is_label = _INITIALS.fullmatch(name.span.words(text)) is not None and text[name.span.stop : name.span.stop + 1] == ":"
        is_person = is_label and name.span.words(text).replace(".", "") in initials
        yield replace(name, kind=EntityKind.PERSON, title="label") if is_person else name


def _vouched(found: NamesFound, lexicon: Lexicon) -> Iterator[Name]:
    """Single words and doubtful runs for which the document, a title or an ending vouches; who is found vouches for the others."""
    people = {skeleton(w) for n in found.names if n.kind is EntityKind.PERSON for w in n.words if len(w) > 2}
    for line, at, end in found.doubtful:
        if any(skeleton(t.text) in people for t in line.tokens[at:end]):
            yield name_of(line.tokens, at, end, EntityKind.PERSON)
    waiting = [(LineReader(line, lexicon, found), at) for line, at in found.singles]
    for reader, at in waiting:
        if reader.single(at, people) is EntityKind.PERSON:
            people.add(skeleton(reader.tokens[at].text))
    for reader, at in waiting:
        kind = reader.single(at, people)
        if kind is not None:
            title = "alias" if reader.is_alias(at) else reader.title(at) if kind is EntityKind.PERSON else ""
            yield name_of(reader.tokens, at, at + 1, kind, title)


def _small_letters(lines: Sequence[Line], found: NamesFound) -> Iterator[Name]:
    """Names in sentences without any capital: known from the document, or a given name and a word that is none of the language."""
    people = {fold(w) for n in found.names if n.kind is EntityKind.PERSON for w in n.words if len(w) > 2}
    taken = {n.span.start for n in found.names}
    for line in lines:
        at = 0
        while at < len(line.words):
            first, second = line.words[at], line.words[min(at + 1, len(line.words) - 1)]
            if line.tokens[at].span.start in taken or first.is_capital:
                at += 1
                continue
            is_new = (
                first.given is not None
                and not first.is_common
                and second.folded.isalpha()
                and not (second.is_common or second.place or second.is_people)
            )
            if at + 1 < len(line.words) and not second.is_capital and (is_new or (first.folded in people and second.folded in people)):
                people.update(w.folded for w in (first, second) if not w.is_common)
                yield name_of(line.tokens, at, at + 2, EntityKind.PERSON)
                at += 2
            else:
                if (first.folded in people and not first.is_common) or (first.is_surname and len(first.folded) > 6):
                    yield name_of(line.tokens, at, at + 1, EntityKind.PERSON)
                at += 1
