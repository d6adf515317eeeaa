"""How does a document look to someone who asks who did what to whom? As units: mentions, dates, terms, words and marks.

A unit is the smallest thing that a rule speaks of: a whole mention ("Baku Court of Appeal"), a whole date, a whole term, one
word or one mark. Units of one sentence stand together; `Scene.bounds` says where each sentence begins and ends, `Scene.openings` where it begins behind its dateline.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, wraps
from typing import Any, Concatenate, Final, NamedTuple, ParamSpec, TypeVar

from habeas.case.dates import DateValue, Term
from habeas.case.passage import Span
from habeas.case.person import Entity, Mention
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.read.articles import Article
from habeas.read.document import Document
from habeas.read.grammar import words_of, words_of_any

# "Paris, October 27, 2022 – ", "GENEVA, July 28 (Reuters) - ": who and where reports, and no part of what the sentence says.
DATELINE: Final = re.compile(
    r"\(?[A-ZÀ-Þ][\w’'./ -]{1,40}(?:,[^–—:;!?\n]{1,50}?)?\)?\s?(?:\([A-Z][\w/ ,.]{1,30}\)\s?)?(?:[–—]{1,2}\s?|--?\s)(?=[\"“«A-ZÀ-Þ])"
)


P = ParamSpec("P")
T = TypeVar("T")


class UnitKind(StrEnum):
    WORD = "word"
    MARK = "mark"
    MENTION = "mention"
    DATE = "date"
    TERM = "term"
    ARTICLE = "article"


class Unit(NamedTuple):  # not a dataclass: a page has thousands, and a frozen one takes three times as long to make
    """One thing that a rule can speak of; `of` is the entity of a mention, `place` the number among dates, terms, articles."""

    kind: UnitKind
    span: Span
    low: str
    sentence: int
    of: int = -1
    form: MentionForm | None = None
    place: int = -1


@dataclass(frozen=True)
class Scene:
    """A document with everything that reading found in it so far, as units in order of the text."""

    document: Document
    entities: tuple[Entity, ...]
    dates: tuple[DateValue, ...]
    terms: tuple[Term, ...]
    articles: tuple[Article, ...]
    language: str
    units: tuple[Unit, ...]
    bounds: tuple[tuple[int, int], ...]
    openings: tuple[int, ...]
    starts: list[int] = field(repr=False)
    answers: dict[tuple[Any, ...], Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def places(self) -> Mapping[int, tuple[int, ...]]:
        """The units that speak of each entity, in order."""
        found: dict[int, list[int]] = {}
        for i, unit in enumerate(self.units):
            if unit.of >= 0:
                found.setdefault(unit.of, []).append(i)
        return {entity: tuple(units) for entity, units in found.items()}

    @cached_property
    def vocabulary(self) -> tuple[frozenset[str], ...]:
        """The words of each sentence, those within its mentions, dates and terms too."""
        return tuple(
            frozenset(word for u in self.units[first:stop] for word in ((u.low, *u.low.split()) if " " in u.low else (u.low,)))
            for first, stop in self.bounds
        )

    @property
    def text(self) -> str:
        return self.document.text

    def entity(self, unit: Unit) -> Entity | None:
        return self.entities[unit.of] if unit.of >= 0 else None

    def is_person(self, unit: Unit) -> bool:
        """True for a mention of a person; a body, court or place is none."""
        return unit.of >= 0 and self.entities[unit.of].kind is EntityKind.PERSON

    def is_body(self, unit: Unit) -> bool:
        """True for a mention of anyone but a person: a body, a court, a government, a place."""
        return unit.of >= 0 and self.entities[unit.of].kind is not EntityKind.PERSON

    def has(self, unit: Unit, kind: str) -> bool:
        """True if the unit is a word of this class of the language's grammar list."""
        return unit.low in words_of(self.language, kind)

    def has_any(self, unit: Unit, kinds: tuple[str, ...]) -> bool:
        """True if the unit is a word of one of these classes."""
        return unit.low in words_of_any(self.language, kinds)

    def at(self, offset: int) -> int:
        """The index of the unit that holds `offset`, or of the next one."""
        i = bisect_left(self.starts, offset + 1) - 1
        return i if i >= 0 and self.units[i].span.stop > offset else i + 1

    def nearest(self, offset: int) -> int:
        """As `at`; behind the last unit it is the last one."""
        return min(self.at(offset), len(self.units) - 1)

    def words(self, first: int, stop: int) -> str:
        """The text from unit `first` up to unit `stop`, or to the document's end."""
        stop = min(stop, len(self.units))
        return self.text[self.units[first].span.start : self.units[stop - 1].span.stop] if first < stop else ""


def once_a_scene(ask: Callable[Concatenate[Scene, P], T]) -> Callable[Concatenate[Scene, P], T]:
    """A question about a scene that many rules ask, answered once: a scene does not change. Its arguments are hashable."""

    @wraps(ask)
    def answer(scene: Scene, /, *args: P.args, **named: P.kwargs) -> T:
        question = (ask, *args, *named.items()) if named else (ask, *args)
        try:
            known: T = scene.answers[question]
        except KeyError:
            known = scene.answers[question] = ask(scene, *args, **named)
        return known

    return answer


@once_a_scene
def count_words(scene: Scene, kind: str) -> int:
    """How many units have a word of this class of the language's settings, such as "institution"."""
    words = words_of(scene.language, kind, "settings")
    return sum(not words.isdisjoint(u.low.split()) for u in scene.units)


_RANK = {MentionForm.NAME: 0, MentionForm.NOMINAL: 1, MentionForm.PRONOUN: 2}


def set_scene(
    document: Document,
    entities: Sequence[Entity],
    dates: Sequence[DateValue],
    terms: Sequence[Term],
    articles: Sequence[Article],
    language: str = "en",
) -> Scene:
    """The document as units. Where two things overlap, a name goes before a date, a date before a nominal."""
    things = _without_overlaps(document.text, language, entities, dates, terms, articles)
    units: list[Unit] = []
    bounds: list[tuple[int, int]] = []
    openings: list[int] = []
    position = 0
    for number, sentence in enumerate(document.sentences):
        first = len(units)
        while position < len(things) and things[position].span.start < sentence.span.start:
            position += 1
        covered = sentence.span.start
        for token in sentence.tokens:
            while position < len(things) and things[position].span.start <= token.span.start:
                thing = things[position]
                position += 1
                if thing.span.start >= covered and thing.span.stop <= sentence.span.stop:
                    units.append(_placed(thing, number, document.text))
                    covered = thing.span.stop
            if token.span.stop > covered:
                rest = token.span if token.span.start >= covered else Span(covered, token.span.stop)
                low = rest.words(document.text).lower().replace("’", "'")
                is_word = low.isalnum() or any(map(str.isalnum, low))
                units.append(Unit(UnitKind.WORD if is_word else UnitKind.MARK, rest, low, number))
                covered = token.span.stop
        bounds.append((first, len(units)))
        body = _behind_dateline(document.text, sentence.span)
        openings.append(
            next((i for i in range(first, len(units)) if units[i].span.start >= body), first) if body > sentence.span.start else first
        )
    return Scene(
        document, tuple(entities), tuple(dates), tuple(terms), tuple(articles), language, tuple(units), tuple(bounds), tuple(openings),
        [u.span.start for u in units],
    )  # fmt: skip


def _behind_dateline(text: str, sentence: Span) -> int:
    """Where the sentence begins behind its dateline; its start where it has none."""
    if sentence.start and text[sentence.start - 1] != "\n":
        return sentence.start
    dateline = DATELINE.match(text, sentence.start, sentence.stop)
    return dateline.end() if dateline else sentence.start


def _placed(unit: Unit, sentence: int, text: str) -> Unit:
    low = unit.span.words(text).lower().replace("’", "'")
    return Unit(unit.kind, unit.span, low, sentence, unit.of, unit.form, unit.place)


def _without_overlaps(
    text: str, language: str, entities: Sequence[Entity], dates: Sequence[DateValue], terms: Sequence[Term], articles: Sequence[Article]
) -> list[Unit]:
    """Everything found, as units that do not overlap, in order of the text."""
    ranked = [(_rank(m), _unit(m, i)) for i, e in enumerate(entities) for m in e.mentions if _stands_for_someone(e, m, language)]
    for rank, kind, found in (
        (1, UnitKind.ARTICLE, articles), (2, UnitKind.TERM, terms), (3, UnitKind.DATE, dates),
    ):  # fmt: skip
        values: Iterable[DateValue | Term | Article] = found
        ranked += [(rank, Unit(kind, _core(v, text), "", -1, place=i)) for i, v in enumerate(values) if v.span is not None]
    ranked.sort(key=lambda r: (r[0], -len(r[1].span), r[1].span.start))
    kept: list[Unit] = []
    taken: list[Span] = []
    starts: list[int] = []
    for _, unit in ranked:
        where = bisect_left(starts, unit.span.start)
        before = where > 0 and taken[where - 1].touches(unit.span)
        after = where < len(taken) and taken[where].touches(unit.span)
        if not before and not after:
            taken.insert(where, unit.span)
            starts.insert(where, unit.span.start)
            kept.append(unit)
    return sorted(kept, key=lambda u: u.span.start)


def _stands_for_someone(entity: Entity, mention: Mention, language: str) -> bool:
    """False for a noun that a relative word opens ("whose ambassadors"), and for papers and acts without an author ("the ruling")."""
    if mention.form is not MentionForm.NOMINAL:
        return True
    words = mention.text.lower().split()
    if words[0] in words_of(language, "relative"):
        return False
    if words[-1] in words_of(language, "custody_noun", "person_nouns") | words_of(language, "deed_noun", "person_nouns"):
        return False
    return entity.is_named or words[-1] not in words_of(language, "answered", "settings")


def _core(value: DateValue | Term | Article, text: str) -> Span:
    """The span of a value; of "sentenced to life" only "life", so that the verb stays a word of its own."""
    assert value.span is not None
    life = value.span.words(text).rfind(" life") if isinstance(value, Term) and value.iso == "LIFE" else -1
    return Span(value.span.start + life + 1, value.span.stop) if life > 0 else value.span


def _rank(mention: Mention) -> int:
    return 0 if mention.form is MentionForm.NAME else 4 + _RANK[mention.form]


def _unit(mention: Mention, entity: int) -> Unit:
    return Unit(UnitKind.MENTION, mention.span, "", -1, of=entity, form=mention.form)
