"""The list of steps from a source to a reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from habeas.case.claim import Action, Claim, Custody, Quote, Response
from habeas.case.passage import Span
from habeas.case.person import Entity
from habeas.case.reading import Reading
from habeas.case.source import Source
from habeas.case.vocabulary import TOLD, EntityKind
from habeas.languages.english import ENGLISH
from habeas.languages.language import Language
from habeas.read.acting_bodies import add_acting_bodies
from habeas.read.acting_states import as_acting_states
from habeas.read.actions import read_actions
from habeas.read.articles import find_articles
from habeas.read.authors import add_authors
from habeas.read.confidence import confidence_of
from habeas.read.coreference import find_entities
from habeas.read.custody import read_custody
from habeas.read.dates import find_dates, find_stated_publication
from habeas.read.deed_signs import Hearing
from habeas.read.groups import name_groups
from habeas.read.mentions import find_mentions
from habeas.read.models import Models, shipped_models
from habeas.read.near_misses import asks_for_somebody, confirmed, is_doubtful
from habeas.read.quote_decisions import those_said
from habeas.read.quotes import find_quotes
from habeas.read.responses import read_responses
from habeas.read.scene import Scene, set_scene
from habeas.read.sentences import split_document
from habeas.read.signals import Signals
from habeas.read.signatories import add_signatories
from habeas.read.terms import find_terms
from habeas.read.weighed_actions import weigh_actions
from habeas.read.weighed_fields import fill_fields
from habeas.read.weighed_quotes import weigh_quotes
from habeas.read.weighed_responses import weigh_responses
from habeas.read.whole_phrases import whole_phrases
from habeas.read.wrapped_lines import as_it_came, unwrapped

# Of quotes as unsure as this, words and speaker together, five in six are wrong; what they say still speaks for an answer or a demand.
BARELY: Final = 0.3


def read_source(source: Source, language: Language = ENGLISH, models: Models | None = None, *, rules_only: bool = False) -> Reading:
    """Everything one source says, each with the passage that says it. `models`: the shipped weights unless given.

    `rules_only` leaves the encoder out, for a comparison: benchmarks/leaderboard.py.
    """
    if (text := unwrapped(source.text)) != source.text:
        return as_it_came(read_source(replace(source, text=text), language, models, rules_only=rules_only), source.text)
    models = models or shipped_models()
    laid = lay_out(source, language, None if rules_only else models, models.version)
    sure = (replace(claim, confidence=confidence_of(claim, laid.scene)) for claim in read_events(laid))
    claims = _numbered((*sure, *(q for q in laid.quotes if q.confidence >= BARELY)))
    entities, claims = as_acting_states(laid.scene.entities, claims)
    entities = whole_phrases(_with_detainees(entities, claims), laid.scene.document)
    return Reading(laid.scene.document.source, name_groups(entities, source.text), claims)


def read_events(laid: Laid) -> tuple[Custody | Action | Response, ...]:
    """What happened, who did what about it and who answered, with what the scales say of each as its confidence."""
    scene, quotes, signals = laid.scene, laid.quotes, laid.signals
    custody = read_custody(scene, signals, laid.spoken)
    if signals is None:
        actions = read_actions(scene, custody, quotes)
        return (*custody, *actions, *read_responses(scene, custody, actions, quotes))
    custody = fill_fields(scene, custody, signals)
    hearing = Hearing(scene, custody, quotes, signals)
    actions = weigh_actions(hearing, read_actions(scene, custody, quotes), custody)
    responses = weigh_responses(hearing, read_responses(scene, custody, actions, quotes), custody, actions)
    if is_doubtful(scene.text) and not custody and not asks_for_somebody(actions):
        responses = confirmed(responses, signals)
    return (*custody, *actions, *responses)


@dataclass(frozen=True)
class Laid:
    """A source before anything is asked about its events: who and what stands where, who said what, and what the encoder sees."""

    scene: Scene
    quotes: tuple[Quote, ...]
    signals: Signals | None

    @property
    def spoken(self) -> tuple[tuple[Span, str], ...]:
        """The words that are quoted, and who says them."""
        return tuple((span, q.speaker) for q in self.quotes if q.speaker for span in q.content)


def lay_out(source: Source, language: Language, models: Models | None, version: str) -> Laid:
    """The scene of a source and its quotes; without `models`, by rules alone. `version` of the models signs what they decide."""
    heard = hear(source, language, models, version)
    if heard.signals is None:
        return Laid(heard.scene, heard.taken, None)
    return Laid(heard.scene, those_said(heard.scene, heard.signals, heard.taken, heard.declined), heard.signals)


@dataclass(frozen=True)
class Heard:
    """A source whose quotes are not decided yet: those taken at first sight, and those declined."""

    scene: Scene
    taken: tuple[Quote, ...]
    declined: tuple[Quote, ...]
    signals: Signals | None


def hear(source: Source, language: Language, models: Models | None, version: str) -> Heard:
    """Who and what stands where in a source, what the encoder sees there, and what may be said in it."""
    if source.published is None:
        source = replace(source, published=find_stated_publication(source.text))
    document = split_document(source)
    signals = models.signals(source.text, [b.span for b in source.boilerplate]) if models is not None else None
    mentions = find_mentions(document, language, signals)
    entities = add_acting_bodies(find_entities(document, mentions, language), source.text)
    entities = add_signatories(add_authors(entities, source), source)
    dates, terms, articles = find_dates(source.text, source.published), find_terms(source.text), find_articles(source.text)
    taken = find_quotes(document, entities, language, signals)
    declined: tuple[Quote, ...] = ()
    if signals is not None:
        weighed = weigh_quotes(document, entities, taken, signals, language, version)
        taken, declined, entities = weighed.quotes, weighed.declined, weighed.entities
    return Heard(set_scene(document, entities, dates, terms, articles, language.code), taken, declined, signals)


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
