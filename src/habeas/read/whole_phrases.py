"""By which words, whole, does the text call somebody without a name? "The prosecutor's office", not "office"; "the EU's representative".

Rules read on from the noun; whoever asks who said it is shown the whole phrase. So phrases are made whole last, when nothing is asked of them any more.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.passage import Span
from habeas.case.person import Entity, Mention
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.document import OWNING, Document, Sentence, Token
from habeas.read.numbers import number_value

_ARTICLES: Final = frozenset({"the", "a", "an"})
_OWNERS: Final = ENGLISH.group("nominals.owners")
_STOPS: Final = ENGLISH.group("nominals.stops")
_NO_ADJECTIVES: Final = ("ed", "s", "ly")
_OF_A_BODY: Final = re.compile(r"\s(?:of|for|at|from)\s(?:the\s)?")
_ARTICLE: Final = re.compile(r"\b(?:the|an?)\s$", re.IGNORECASE)
_REACH: Final = 4  # words between a noun and what determines it: "the permanent people's deputies' committee" is longer, and rare


def whole_phrases(entities: Sequence[Entity], document: Document) -> tuple[Entity, ...]:
    """The entities; a noun whose owner stands in front of it, and a body's behind the name that it belongs to, take those words in.

    "X's brother" is called so, but where he is mentioned only "brother" stands for him: the words before it are a mention of X.
    """
    names = sorted(m.span for e in entities for m in e.mentions if m.form is MentionForm.NAME)
    people = sorted(m.span for e in entities if e.kind is EntityKind.PERSON for m in e.mentions if m.form is MentionForm.NAME)
    starts = [s.span.start for s in document.sentences]
    bodies = sorted(m.span for e in entities if e.kind in _BODIES for m in e.mentions if m.form is MentionForm.NAME)
    out = []
    for entity in (_in_office(e, bodies, document.text) for e in entities):
        whole = tuple(_whole(m, entity, names, document, starts) if m.form is MentionForm.NOMINAL else m for m in entity.mentions)
        if whole == entity.mentions:
            out.append(entity)
            continue
        called = {old.text: new.text for old, new in reversed(list(zip(entity.mentions, whole, strict=True)))}
        is_person = entity.kind is EntityKind.PERSON
        mentions = tuple(
            old if is_person and _names_another(old, new, people) else new for old, new in zip(entity.mentions, whole, strict=True)
        )
        out.append(replace(entity, mentions=mentions, name=called.get(entity.name, entity.name)))
    return tuple(out)


_BODIES: Final = frozenset({EntityKind.ORGANIZATION, EntityKind.GOVERNMENT, EntityKind.COURT})


def _in_office(entity: Entity, bodies: Sequence[Span], text: str) -> Entity:
    """The entity; a person without a name is called by the office and its body: "A spokesman for the Presidency", "A Foreign Ministry official".

    Only called so: the words of the mention stay, and the body's name in them is the body's.
    """
    first = entity.mentions[0] if entity.mentions else None
    if first is None or entity.kind is not EntityKind.PERSON or any(m.form is MentionForm.NAME for m in entity.mentions):
        return entity
    start, stop = first.span.start, first.span.stop
    if (link := _OF_A_BODY.match(text, stop)) is not None:
        i = bisect_left(bodies, link.end(), key=lambda b: b.start)
        if i < len(bodies) and bodies[i].start == link.end():
            return replace(entity, name=text[start : bodies[i].stop])
    i = bisect_right(bodies, start, key=lambda b: b.start) - 1
    if i >= 0 and text[bodies[i].stop : start] in (" ", "'s ", "’s "):
        article = _ARTICLE.search(text, max(0, bodies[i].start - 5), bodies[i].start)
        return replace(entity, name=text[bodies[i].start if article is None else article.start() : stop])
    return entity


def _names_another(old: Mention, new: Mention, people: Sequence[Span]) -> bool:
    """True if the words that the mention took in hold somebody's name."""
    i = bisect_left(people, new.span.start, key=lambda n: n.start)
    return i < len(people) and people[i].stop <= old.span.start


def _whole(mention: Mention, entity: Entity, names: Sequence[Span], document: Document, starts: Sequence[int]) -> Mention:
    number = bisect_right(starts, mention.span.start) - 1
    if number < 0:
        return mention
    start = _start(document.sentences[number], mention.span.start, names, is_body=entity.kind is not EntityKind.PERSON)
    if start == mention.span.start:
        return mention
    span = Span(start, mention.span.stop)
    return Mention(span, span.words(document.text), mention.form)


def _start(sentence: Sentence, start: int, names: Sequence[Span], *, is_body: bool) -> int:
    """Where the phrase begins whose noun, with whatever determines it, begins at `start`."""
    tokens = sentence.tokens
    at = bisect_left(tokens, start, key=lambda t: t.span.start)
    if at >= len(tokens) or tokens[at].span.start != start or tokens[at].lower in _ARTICLES | _OWNERS:
        return start  # no word of the sentence begins where the mention does
    if at and tokens[at - 1].lower in OWNING:
        return _owner(tokens, at - 1, names)
    name = _name_up_to(tokens, at, names) if is_body else None
    return _counted(tokens, at) if name is None else _determined(tokens, name)


def _counted(tokens: Sequence[Token], at: int) -> int:
    """Where the number of those at token `at` begins, with the adjectives behind it: "24 diplomatic missions"; where they begin if none is told."""
    for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
        low = tokens[back].lower
        if number_value(low) is not None and low not in _ARTICLES:
            return tokens[back].span.start
        if low in _STOPS or not tokens[back].text.islower() or not low.isalpha() or low.endswith(_NO_ADJECTIVES):
            break
    return tokens[at].span.start


def _owner(tokens: Sequence[Token], mark: int, names: Sequence[Span]) -> int:
    """Where the owner begins whose possessive is the token `mark`: a name, or a noun back to what determines it."""
    name = _name_up_to(tokens, mark, names)
    if name is not None:
        return _determined(tokens, name)
    if not mark or not tokens[mark - 1].text[0].isalpha():
        return tokens[mark + 1].span.start
    first = mark - 1
    for back in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if tokens[back].lower in _ARTICLES | _OWNERS:
            return tokens[back].span.start
        if (name := _name_up_to(tokens, back + 1, names)) is not None:
            return _determined(tokens, name)
        if tokens[back].lower in OWNING:
            return _owner(tokens, back, names)
        if tokens[back].lower in _STOPS or not tokens[back].text[0].isalpha():
            break
    return tokens[first].span.start


def _name_up_to(tokens: Sequence[Token], at: int, names: Sequence[Span]) -> int | None:
    """The token with which the name begins that ends right before token `at`; None where none does."""
    if not at:
        return None
    i = bisect_right(names, tokens[at - 1].span.start, key=lambda n: n.start) - 1
    if i < 0 or names[i].stop != tokens[at - 1].span.stop:
        return None
    return bisect_left(tokens, names[i].start, key=lambda t: t.span.start)


def _determined(tokens: Sequence[Token], first: int) -> int:
    return tokens[first - 1 if first and tokens[first - 1].lower in _ARTICLES else first].span.start
