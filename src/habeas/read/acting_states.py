"""Which state is it that acts? "The UK demanded" and "the United Kingdom said" are one government, whatever else the name stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from habeas.case.claim import Action, Claim, Custody, Quote, Response
from habeas.case.person import Entity
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH


def as_acting_states(entities: Sequence[Entity], claims: Sequence[Claim]) -> tuple[tuple[Entity, ...], tuple[Claim, ...]]:
    """The same; a place that acts or speaks and is a state is its government, and one with the government of that state that the text names already."""
    acting = {i for claim in claims for i in _acting(claim)}
    codes = {e.id: code for e in entities if (code := _code(e)) is not None}
    governments = {codes[e.id]: e.id for e in reversed(entities) if e.kind is EntityKind.GOVERNMENT and e.id in codes}
    places = [e for e in entities if e.kind is EntityKind.PLACE and e.id in acting and e.id in codes]
    if not places:
        return tuple(entities), tuple(claims)
    one = {e.id: governments.setdefault(codes[e.id], e.id) for e in places}
    return _joined(entities, one), tuple(_renamed(claim, one) for claim in claims)


def _code(entity: Entity) -> str | None:
    """The code of the state that a name of the entity stands for."""
    states = ENGLISH.table("states")
    names = (m.text.lower() for m in entity.mentions if m.form is MentionForm.NAME)
    return next((states[name][0] for name in names if name in states), None)


def _acting(claim: Claim) -> tuple[str | None, ...]:
    """Who acts or speaks in the claim, or on whose word it is told."""
    match claim:
        case Quote():
            return (claim.voice, claim.speaker, *claim.speakers)
        case Action() | Response():
            return (claim.voice, *claim.actors)
        case Custody():
            return (claim.voice,)


def _joined(entities: Sequence[Entity], one: Mapping[str, str]) -> tuple[Entity, ...]:
    """The entities, those that are one made one: a government, with the mentions of all."""
    out = []
    for entity in entities:
        if one.get(entity.id, entity.id) != entity.id:
            continue
        parts = [e for e in entities if one.get(e.id) == entity.id and e is not entity]
        if entity.id in one or parts:
            mentions = tuple(sorted(m for e in (entity, *parts) for m in e.mentions))
            entity = replace(entity, kind=EntityKind.GOVERNMENT, mentions=mentions)
        out.append(entity)
    return tuple(out)


def _renamed(claim: Claim, one: Mapping[str, str]) -> Claim:
    """The claim with everybody under the id that is kept, once."""

    def kept(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.get(i, i) for i in ids))

    voice = one.get(claim.voice, claim.voice) if claim.voice else None
    match claim:
        case Quote():
            speaker = one.get(claim.speaker, claim.speaker) if claim.speaker else None
            return replace(claim, voice=voice, speaker=speaker, speakers=kept(claim.speakers))
        case Action():
            helped, targets = kept(claim.beneficiaries), kept(claim.targets)
            return replace(
                claim, voice=voice, actors=kept(claim.actors), addressees=kept(claim.addressees), beneficiaries=helped, targets=targets
            )
        case Response():
            return replace(claim, voice=voice, actors=kept(claim.actors), toward=kept(claim.toward))
        case Custody():
            return replace(claim, voice=voice)
