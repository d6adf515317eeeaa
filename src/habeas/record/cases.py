"""Which people and groups have a case, and what stands in it: names, roles, timeline, status, demands, answers, words, questions."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from habeas.case.case import (
    Answer,
    Case,
    Deed,
    NameSeen,
    Party,
    Question,
    RoleSeen,
    SourceLine,
    Telling,
    Utterance,
)
from habeas.case.decision import Verdict
from habeas.case.periods import reading_order
from habeas.case.person import Entity
from habeas.case.vocabulary import ActionType, EntityKind, MentionForm, Realis
from habeas.publish.wording import say_type
from habeas.record.as_of import status_on
from habeas.record.casebook import Casebook, Chapter, script_of
from habeas.record.exchanges import demands_in
from habeas.record.lines import Line
from habeas.resolve.events import join_events
from habeas.resolve.reprints import reprint_groups

SHORT_ID = 19  # "sha256:" and 12 letters: how `resolve/` names a source in a reason


def cases_in(book: Casebook, day: dt.date) -> tuple[Case, ...]:
    """All cases of the book, by name, each with its status for `day`."""
    books = book.about()
    cases = (case_in(books[register], register, day) for register in sorted(subjects(book)))
    return tuple(sorted(cases, key=lambda c: (c.name.casefold(), c.id)))


def subjects(book: Casebook) -> set[str]:
    """The identities that have a case: people told to be in an event of custody, people and named groups whose release is demanded."""
    found: set[str] = set()
    for chapter in book.chapters:
        able = _able_to_have_a_case(chapter)
        for line in (*chapter.told, *chapter.apart):
            if isinstance(line, Telling):
                found.update(p.id for p in line.persons if p.id in able)
            elif isinstance(line, Deed) and line.type is ActionType.DEMAND_RELEASE:
                found.update(p.id for p in line.beneficiaries if p.id in able)
    return found


def _able_to_have_a_case(chapter: Chapter) -> set[str]:
    """Those with a name, and unnamed groups whose words hold a body's name ("journalists of X"); not "those unjustly held"."""
    reading, parties = chapter.view.reading, chapter.view.parties
    bodies = [m.span for e in reading.entities if e.kind is EntityKind.ORGANIZATION for m in e.mentions if m.form is MentionForm.NAME]
    return {
        parties[e.id].id
        for e in reading.entities
        if e.kind in (EntityKind.PERSON, EntityKind.ORGANIZATION)
        and (e.is_named or any(m.span.holds(b) for m in e.mentions for b in bodies))
    }


def case_in(book: Casebook, register: str, day: dt.date) -> Case:
    """The case of one identity, from the chapters that name it."""
    told = [line for c in book.chapters for line in c.told if _concerns(line, register)]
    apart = [line for c in book.chapters for line in c.apart if _concerns(line, register)]
    groups = reprint_groups(c.view.reading.source for c in book.chapters)
    timeline = join_events((t for t in told if isinstance(t, Telling)), groups)
    demands = tuple(x for x in demands_in(book) if any(p.id == register for p in x.beneficiaries))
    heads = [(c, e) for c in book.chapters for e in c.view.reading.entities if c.view.parties[e.id].id == register]
    party = book.parties.get(register) or Party(register, register)
    return Case(
        id=register,
        name=party.name,
        status=status_on(day, timeline, [d for d in demands if any(t.realis is Realis.ASSERTED for t in d.tellings)]),
        is_group=party.kind is not EntityKind.PERSON or not any(e.is_named for _, e in heads),
        names=tuple(NameSeen(n, script_of(n), s) for n, s in _seen((c, name) for c, e in heads for name in _spellings(e))),
        roles=tuple(RoleSeen(r, s) for r, s in _seen((c, role) for c, e in heads for role in e.roles)),
        timeline=timeline,
        apart=join_events((t for t in apart if isinstance(t, Telling)), groups),
        demands=demands,
        deeds=_deeds(told),
        deeds_apart=_deeds(apart),
        answers=tuple(line for line in told if isinstance(line, Answer)),
        words=tuple(line for line in told if isinstance(line, Utterance)),
        rejected=tuple(line for c in book.chapters for line in c.rejected if not isinstance(line, Utterance) and _concerns(line, register)),
        questions=questions_in(book, register),
        joins=_joins(book, register),
        sources=tuple(sorted((c.source for c in book.chapters), key=lambda s: (s.known_by, s.id))),
    )


def questions_in(book: Casebook, register: str | None = None) -> tuple[Question, ...]:
    """What the record will not decide by itself, about one identity or about all."""
    claims = (line for c in book.chapters for line in c.unsure if register is None or _concerns(line, register))
    doubts = (d for d in book.identities.doubts if register is None or register in (d.one, d.other))
    return (
        *(Question(line.key, _kind(line), _why(line), line.passages, line.source) for line in claims),
        *(Question(f"{d.one} {d.other}", "same person?", _say_doubt(book, d.one, d.other, d.reason), d.passages) for d in doubts),
    )


def _kind(line: Line) -> str:
    return say_type(line.type.value) if not isinstance(line, Utterance) else "quote"


def _why(line: Line) -> str:
    if line.verdict is Verdict.UNSURE:
        return "a person was unsure"
    return f"the reader gives it {line.confidence:.0%}"


def _say_doubt(book: Casebook, one: str, other: str, reason: str) -> str:
    names = [book.parties[id_].name if id_ in book.parties else id_ for id_ in (one, other)]
    return f"{names[0]} and {names[1]}: {reason}"


def _concerns(line: Line, register: str) -> bool:
    """True if the line belongs in the case of this identity."""
    match line:
        case Telling():
            parties: tuple[Party | None, ...] = line.persons
        case Deed():
            parties = line.beneficiaries
        case Answer():
            parties = (*line.actors, *line.toward)
        case Utterance():
            parties = (line.speaker,)
    return any(p is not None and p.id == register for p in parties)


def _deeds(lines: Iterable[Line]) -> tuple[Deed, ...]:
    """What was done besides asking for release."""
    deeds = [d for d in lines if isinstance(d, Deed) and d.type is not ActionType.DEMAND_RELEASE]
    return tuple(sorted(deeds, key=lambda d: (reading_order(d.date), d.key)))


def _seen(pairs: Iterable[tuple[Chapter, str]]) -> list[tuple[str, tuple[SourceLine, ...]]]:
    """Each word with the sources that use it, the most used first."""
    seen: dict[str, dict[str, SourceLine]] = defaultdict(dict)
    for chapter, word in pairs:
        seen[word][chapter.source.id] = chapter.source
    return [(w, tuple(s.values())) for w, s in sorted(seen.items(), key=lambda i: (-len(i[1]), i[0]))]


def _spellings(entity: Entity) -> tuple[str, ...]:
    """The forms of two words or more in which the text names the entity; a surname alone is no spelling of its own."""
    full = {m.text for m in entity.mentions if m.form is MentionForm.NAME and len(m.text.split()) > 1}
    return tuple(sorted(full)) or (entity.name,)


def _joins(book: Casebook, register: str) -> tuple[str, ...]:
    """Why each source is taken to name this identity, with the sources called by their labels."""
    labels = {c.source.id: c.source.label for c in book.chapters}
    said = []
    for join in (j for j in book.identities.joins if j.register == register and j.source in labels):
        reason = join.reason
        for id_, label in labels.items():
            reason = reason.replace(id_[:SHORT_ID], label)
        said.append(f"{labels[join.source]}: {reason}")
    return tuple(said)
