"""What one document says of one person or body, beside the name: who stands near, in which role, where, when, and as what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from habeas.case.claim import Action, Custody, Quote, Response
from habeas.case.passage import Passage
from habeas.case.person import Entity
from habeas.case.reading import Reading
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.resolve.bodies import body_key, countries_in, country_beside, country_of, state_body
from habeas.resolve.parse import parse_name
from habeas.resolve.words import Kind

Node = tuple[str, str]
_NEAR = 70  # characters on each side of a mention in which a word describes the person
_PHRASE = 60  # characters of a phrase that may mean a body
_WORD = re.compile(r"[^\W\d_]{4,}")
_PRONOUNS = {"he": -1, "him": -1, "his": -1, "himself": -1, "she": 1, "her": 1, "hers": 1, "herself": 1}


@dataclass(frozen=True, slots=True)
class Persona:
    """One entity of one document, with what the document says around its name. `name` is its fullest form there."""

    node: Node
    id: str
    kind: EntityKind
    name: str
    names: tuple[str, ...]
    body: str | None
    passage: Passage
    roles: frozenset[str]
    gender: int
    countries: frozenset[str]
    published: str | None
    company: frozenset[str]
    words: frozenset[str]
    facts: frozenset[str]


def is_body(kind: EntityKind) -> bool:
    return kind is not EntityKind.PERSON


def name_id(name: str, node: Node) -> str:
    """A readable id: the sounds of the name, and a short hash of where it stands."""
    from anyascii import anyascii

    slug = re.sub(r"[^a-z0-9]+", "-", anyascii(name).lower()).strip("-")[:60].strip("-") or "unnamed"
    return f"{slug}-{sha256(chr(31).join(node).encode()).hexdigest()[:10]}"


def describe(reading: Reading) -> list[Persona]:
    """A persona for every named person and body of a reading, and for bodies that it means though it does not name them."""
    source = reading.source
    country, countries = country_of(source.text[:20_000]), countries_in(source.text[:20_000])
    named = [(e, _names(e)) for e in reading.entities if e.is_named]
    states = {e.id: _country_beside(e, source.text) or country for e, _ in named if is_body(e.kind)}
    keys = {e.id: _company_key(e, names[0], states.get(e.id)) for e, names in named}
    facts = _facts(reading)
    out = []
    for entity, names in named:
        node = (source.id, entity.id)
        first = next(m for m in sorted(entity.mentions) if m.form is MentionForm.NAME)
        out.append(
            Persona(
                node, name_id(names[0], node), entity.kind, names[0], names,
                keys[entity.id] if is_body(entity.kind) else None,
                Passage.cut(source.id, source.text, first.span), frozenset(entity.roles), _gender(entity, names), countries, source.published,
                frozenset(key for other, key in keys.items() if other != entity.id), _words_near(entity, names, source.text),
                facts.get(entity.id, frozenset()),
            )
        )  # fmt: skip
    return [*out, *_meant_bodies(reading, country, countries)]


def _meant_bodies(reading: Reading, country: str | None, countries: frozenset[str]) -> list[Persona]:
    """A persona for every body of a state that a reading means without a name: the Azerbaijani authorities."""
    source, out, none = reading.source, [], frozenset[str]()
    for entity in reading.entities:
        phrases = [] if entity.is_named else [m for m in sorted(entity.mentions) if m.form is MentionForm.NOMINAL]
        meant = next(
            (
                (m, key)
                for m in phrases
                if len(m.text) <= _PHRASE and (key := state_body(m.text, country_beside(source.text, m.span.start, m.span.stop) or country))
            ),
            None,
        )
        if meant is None:
            continue
        mention, key = meant
        node, name = (source.id, entity.id), " ".join(mention.text.split())
        kind = EntityKind.GOVERNMENT if key.startswith("government@") else EntityKind.ORGANIZATION
        passage = Passage.cut(source.id, source.text, mention.span)
        out.append(
            Persona(node, name_id(name, node), kind, name, (name,), key, passage, none, 0, countries, source.published, none, none, none)
        )
    return out


def _names(entity: Entity) -> tuple[str, ...]:
    """The entity's names, the fullest first."""
    seen = {" ".join(m.text.split()) for m in entity.mentions if m.form is MentionForm.NAME}
    if any(c.isalpha() for c in entity.name):
        seen.add(" ".join(entity.name.split()))
    usable = [n for n in seen if any(c.isalpha() for c in n)] or ["?"]
    return tuple(sorted(usable, key=lambda n: (-_fullness(n), len(n), n)))


def _fullness(name: str) -> int:
    words = parse_name(name).words
    return 2 * sum(w.kind is Kind.WORD for w in words[:3]) + sum(w.kind is Kind.INITIAL for w in words[:3])


def _country_beside(entity: Entity, text: str) -> str | None:
    """The country that stands beside the first name of a body that has one beside it."""
    named = (m.span for m in sorted(entity.mentions) if m.form is MentionForm.NAME)
    return next((found for span in named if (found := country_beside(text, span.start, span.stop))), None)


def _company_key(entity: Entity, name: str, country: str | None) -> str:
    if is_body(entity.kind):
        return body_key(name, country)
    return " ".join(sorted(w.main.bones for w in parse_name(name).words))


def _gender(entity: Entity, names: tuple[str, ...]) -> int:
    """+1 or -1 where pronouns, titles or given names agree on a gender; 0 otherwise."""
    said = {_PRONOUNS.get(m.text.lower(), 0) for m in entity.mentions if m.form is MentionForm.PRONOUN} - {0}
    told = {w.gender for n in names for w in parse_name(n).words} | {parse_name(n).gender for n in names}
    for genders in (said, told - {0}):
        if len(genders) == 1:
            return next(iter(genders))
    return 0


def _words_near(entity: Entity, names: tuple[str, ...], text: str) -> frozenset[str]:
    """Words of four letters and more around the entity's names, without the names themselves."""
    own = {w for n in names for w in _WORD.findall(n.lower())}
    near: set[str] = set()
    for m in entity.mentions[:12]:
        if m.form is not MentionForm.PRONOUN:
            near.update(_WORD.findall(text[max(0, m.span.start - _NEAR) : m.span.stop + _NEAR].lower()))
    return frozenset(near - own)


def _facts(reading: Reading) -> dict[str, frozenset[str]]:
    """What the claims of a reading tie to each entity: custody with its date, charge, court and place; whose words, whose deeds."""
    text = reading.source.text
    out: dict[str, set[str]] = {}
    for claim in reading.claims:
        if isinstance(claim, Custody):
            told = {f"custody {claim.type}"}
            told |= {f"{claim.type} on {claim.date.edtf}"} if claim.date and len(claim.date.edtf) > 7 else set()
            told |= {f"under {claim.charge.article}"} if claim.charge and claim.charge.article else set()
            told |= {f"by {claim.authority.text.words(text).lower()}"} if claim.authority and claim.authority.text else set()
            told |= {f"in {claim.place.words(text).lower()}"} if claim.place else set()
            told |= {f"for {claim.term.iso}"} if claim.term else set()
            for person in claim.persons:
                out.setdefault(person, set()).update(told)
        elif isinstance(claim, Quote) and claim.speaker:
            out.setdefault(claim.speaker, set()).add("is quoted")
        elif isinstance(claim, Action | Response):
            for actor in claim.actors:
                out.setdefault(actor, set()).add(f"acts: {claim.type}")
    return {who: frozenset(told) for who, told in out.items()}
