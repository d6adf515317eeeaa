"""Demands and answers: which tellings are one demand, and which answer belongs to which.

An answer belongs to a demand if its source ties the two, or if it is directed, in the same text, at the one who asked.
"""

from __future__ import annotations

from collections.abc import Iterable

from habeas.case.case import Answer, Deed, Exchange
from habeas.case.periods import can_be_one, precision, reading_order
from habeas.case.vocabulary import ActionType
from habeas.record.casebook import Casebook

NAMES_IT = "answers this demand"
NAMES_THE_ASKER = "answers the one who asked, in the same source"


def demands_in(book: Casebook) -> tuple[Exchange, ...]:
    """Who asked whom for whose release, when, in which words, and who answered what; in order of time."""
    deeds = [d for c in book.chapters for d in c.told if isinstance(d, Deed) and d.type is ActionType.DEMAND_RELEASE]
    answers = [a for c in book.chapters for a in c.told if isinstance(a, Answer)]
    exchanges = (Exchange(tuple(group), tuple(_answers_to(group, answers))) for group in _joined(deeds))
    return tuple(sorted(exchanges, key=lambda x: (reading_order(x.date), x.id)))


def _joined(deeds: Iterable[Deed]) -> list[list[Deed]]:
    """Tellings of one demand: the same body asks, on days that can be one, for at least one and the same person."""
    groups: list[list[Deed]] = []
    for deed in sorted(deeds, key=lambda d: (-(precision(d.date.edtf) if d.date else -1), reading_order(d.date), d.key)):
        home = [g for g in groups if all(_is_same_demand(deed, other) for other in g)]
        if len(home) == 1:
            home[0].append(deed)
        else:
            groups.append([deed])
    return groups


def _is_same_demand(a: Deed, b: Deed) -> bool:
    if a.source.id == b.source.id or a.realis is not b.realis or not can_be_one(a.date, b.date):
        return False
    return bool({p.id for p in a.actors} & {p.id for p in b.actors} and {p.id for p in a.beneficiaries} & {p.id for p in b.beneficiaries})


def _answers_to(group: list[Deed], answers: list[Answer]) -> Iterable[tuple[Answer, str]]:
    keys = {d.key for d in group}
    for answer in answers:
        if keys & set(answer.answers):
            yield answer, NAMES_IT
        elif any(d.source.id == answer.source.id and {p.id for p in d.actors} & {p.id for p in answer.toward} for d in group):
            yield answer, NAMES_THE_ASKER
