"""Who is who, kept as derived rows: worked out from readings and decisions whenever the chain has grown, never edited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TypeAlias

from habeas.case.case import Party
from habeas.case.decision import Decision
from habeas.case.passage import Passage
from habeas.case.reading import Reading
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.record import models
from habeas.record.casebook import make_casebook, parties_in
from habeas.record.cases import subjects
from habeas.resolve.identities import Doubt, Identities, Join
from habeas.resolve.persona import name_id

Resolver: TypeAlias = Callable[[Sequence[Reading], Sequence[Decision]], Identities]


@dataclass(frozen=True, slots=True)
class Entry:
    """One identity of the register, its shown name and all its spellings."""

    name: str
    spellings: tuple[str, ...]


class Register:
    """The identities of one record, as of the chain's head when they were last worked out."""

    def __init__(self, alias: str, resolver: Resolver | None = None) -> None:
        self._alias = alias
        self._resolver = resolver

    def resolve(self, readings: Sequence[Reading], decisions: Sequence[Decision]) -> Identities:
        """Who is who in these readings; whoever was not resolved (the unnamed) is an identity of their own."""
        if self._resolver is None:
            from habeas.resolve.people import resolve_people

            self._resolver = resolve_people
        found = self._resolver(readings, decisions)
        alone = {node: name_id(e.name, node) for r in readings for e in r.entities if (node := (r.source.id, e.id)) not in found.members}
        return replace(found, members={**found.members, **alone})

    def is_up_to_date(self, head: str) -> bool:
        return models.Stamp.objects.using(self._alias).filter(head=head).exists()

    def rebuild(self, readings: Sequence[Reading], decisions: Sequence[Decision], head: str) -> None:
        """Replace all derived rows. The caller holds the record's write lock."""
        identities = self.resolve(readings, decisions)
        parties = parties_in(readings, identities)
        with_case = subjects(make_casebook(readings, identities, decisions, {}, parties))
        for model in (models.Membership, models.Identity, models.Stamp):
            model._default_manager.using(self._alias).all().delete()
        models.Membership.objects.using(self._alias).bulk_create(
            (
                models.Membership(register=identities.of(r.source.id, e.id), capture=r.source.id, entity=e.id)
                for r in readings
                for e in r.entities
            ),
            batch_size=5000,
        )
        spellings = _spellings(readings, identities)
        models.Identity.objects.using(self._alias).bulk_create(
            (
                models.Identity(
                    register=register,
                    name=party.name,
                    kind=party.kind.value,
                    spellings=sorted(spellings[register]),
                    has_case=register in with_case,
                )
                for register, party in parties.items()
            ),
            batch_size=5000,
        )
        models.Stamp.objects.using(self._alias).create(
            head=head,
            joins=[[j.register, j.source, j.entity, j.reason] for j in identities.joins],
            questions=[[d.one, d.other, d.reason, [asdict(p) for p in d.passages]] for d in identities.doubts],
        )

    def identities(self, only: set[str] | None = None) -> Identities:
        """Who is who, in all sources or in those named."""
        wanted = models.Membership.objects.using(self._alias).all()
        if only is not None:
            wanted = wanted.filter(capture__in=only)
        members = {(c, e): r for r, c, e in wanted.values_list("register", "capture", "entity")}
        stamp = models.Stamp.objects.using(self._alias).get()
        doubts = (Doubt(one, other, why, tuple(Passage(**p) for p in passages)) for one, other, why, passages in stamp.questions)
        return Identities(members, tuple(Join(*j) for j in stamp.joins), tuple(doubts))

    def parties(self) -> dict[str, Party]:
        rows = models.Identity.objects.using(self._alias).values_list("register", "name", "kind")
        return {r: Party(r, name, EntityKind(kind)) for r, name, kind in rows}

    def subjects(self) -> dict[str, Entry]:
        """The identities that have a case."""
        rows = models.Identity.objects.using(self._alias).filter(has_case=True).values_list("register", "name", "spellings")
        return {r: Entry(name, tuple(spellings)) for r, name, spellings in rows}

    def sources_of(self, register: str) -> set[str]:
        """The ids of the sources that name an identity."""
        return set(models.Membership.objects.using(self._alias).filter(register=register).values_list("capture", flat=True))


def _spellings(readings: Sequence[Reading], identities: Identities) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for entity in reading.entities:
            names = {m.text for m in entity.mentions if m.form is MentionForm.NAME}
            found[identities.of(reading.source.id, entity.id)].update(names, {entity.name})
    return found
