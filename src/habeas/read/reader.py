"""The list of steps from a source to a reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from habeas.case.claim import Claim, Custody, Response
from habeas.case.person import Entity
from habeas.case.reading import Reading
from habeas.case.source import Source
from habeas.case.vocabulary import TOLD, EntityKind
from habeas.languages.english import ENGLISH
from habeas.languages.language import Language
from habeas.read.acting_bodies import add_acting_bodies
from habeas.read.actions import read_actions
from habeas.read.articles import find_articles
from habeas.read.authors import add_authors
from habeas.read.coreference import find_entities
from habeas.read.custody import read_custody
from habeas.read.dates import find_dates, find_stated_publication
from habeas.read.groups import name_groups
from habeas.read.mentions import find_mentions
from habeas.read.models import Models, shipped_models
from habeas.read.near_misses import confirmed, is_doubtful
from habeas.read.quotes import find_quotes
from habeas.read.responses import read_responses
from habeas.read.scene import set_scene
from habeas.read.sentences import split_document
from habeas.read.signatories import add_signatories
from habeas.read.terms import find_terms
from habeas.read.weighed_actions import weigh_actions
from habeas.read.weighed_fields import fill_fields
from habeas.read.weighed_quotes import weigh_quotes
from habeas.read.weighed_responses import weigh_responses
from habeas.read.wrapped_lines import as_it_came, unwrapped


def read_source(source: Source, language: Language = ENGLISH, models: Models | None = None, *, rules_only: bool = False) -> Reading:
    """Everything one source says, each with the passage that says it. `models`: the shipped weights unless given.

    `rules_only` leaves the encoder out, for a comparison: benchmarks/leaderboard.py.
    """
    if (text := unwrapped(source.text)) != source.text:
        return as_it_came(read_source(replace(source, text=text), language, models, rules_only=rules_only), source.text)
    if source.published is None:
        source = replace(source, published=find_stated_publication(source.text))
    document = split_document(source)
    models = models or shipped_models()
    signals = None if rules_only else models.signals(source.text, [b.span for b in source.boilerplate])
    mentions = find_mentions(document, language, signals)
    entities = add_acting_bodies(find_entities(document, mentions, language), source.text)
    entities = add_signatories(add_authors(entities, source), source)
    dates, terms, articles = find_dates(source.text, source.published), find_terms(source.text), find_articles(source.text)
    quotes = find_quotes(document, entities, language, signals)
    if signals is not None:
        weighed = weigh_quotes(document, entities, quotes, signals, language, models.version)
        quotes, entities = weighed.quotes, weighed.entities
    is_near_miss = is_doubtful(source.text)
    scene = set_scene(document, entities, dates, terms, articles, language.code)
    custody = read_custody(scene, signals, tuple((span, q.speaker) for q in quotes if q.speaker for span in q.content))
    if signals is not None:
        custody = fill_fields(scene, custody, signals)
        custody = confirmed(custody, signals) if is_near_miss else custody
    actions = read_actions(scene, custody, quotes)
    if signals is not None:
        actions = weigh_actions(scene, actions, custody, quotes, signals)
    responses = read_responses(scene, custody, actions, quotes)
    if signals is not None:
        responses = weigh_responses(scene, responses, custody, actions, quotes, signals)
        responses = confirmed(responses, signals) if is_near_miss else responses
    claims = _numbered((*custody, *actions, *responses, *quotes))
    return Reading(source, name_groups(_with_detainees(entities, claims), source.text), claims)


def _numbered(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims in the order of the text, with ids c1, c2, …; what they answer is renamed with them."""
    ordered = sorted(claims, key=lambda c: (c.passages[0].start, c.passages[0].stop, type(c).__name__))
    ids = {c.id: f"c{i}" for i, c in enumerate(ordered, 1)}
    return tuple(_renamed(c, ids) for c in ordered)


def _renamed(claim: Claim, ids: Mapping[str, str]) -> Claim:
    if isinstance(claim, Response):
        return replace(claim, id=ids[claim.id], answers=tuple(ids[a] for a in claim.answers if a in ids))
    return replace(claim, id=ids[claim.id])


def _with_detainees(entities: tuple[Entity, ...], claims: tuple[Claim, ...]) -> tuple[Entity, ...]:
    """The entities; those of whom a custody event is told, and not only feared, asked for or denied, get the role `detainee`."""
    held = {p for c in claims if isinstance(c, Custody) and c.realis in TOLD for p in c.persons}
    return tuple(
        replace(e, roles=("detainee", *(r for r in e.roles if r != "detainee"))) if e.id in held and e.kind is EntityKind.PERSON else e
        for e in entities
    )
