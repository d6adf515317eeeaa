"""Where does an authority answer by its words alone ("nobody is in prison for an opinion", "such reports are baseless"), without a verb of rejecting?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from habeas.case.claim import Quote
from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind, QuoteForm
from habeas.languages.english import ENGLISH
from habeas.read.authorship import is_in_marks, who_signs
from habeas.read.bodies import named_actors
from habeas.read.cast import Cast
from habeas.read.clauses import find_subject
from habeas.read.in_office import is_authority
from habeas.read.patterns import Hit, find_phrases, load_phrases
from habeas.read.scene import Scene
from habeas.read.verb_groups import finite_group


def places_of_said_answers(scene: Scene, quotes: Sequence[Quote]) -> frozenset[Span]:
    """Where answers of the word list stand that are told by what is said."""
    hits = find_phrases(scene, load_phrases(scene.language, "responses"), every=True, in_nouns=True)
    return frozenset(place_of_said_answer(scene, hit, quotes) for hit in hits if hit.phrase.frame == "saying")


def place_of_said_answer(scene: Scene, hit: Hit, quotes: Sequence[Quote]) -> Span:
    """The verb that says so ("maintains that nobody is jailed"); of whole sentences in marks the words themselves, if it is far from them."""
    quote = quote_at(scene, hit.last, quotes)
    if quote is not None and quote.cue is not None and quote.form is not QuoteForm.FULL and _is_beside(scene, hit, quote.cue):
        return quote.cue
    first = scene.bounds[scene.units[hit.first].sentence][0]
    near = range(hit.first - 1, max(first, hit.first - _SOON), -1)
    return scene.units[next((i for i in near if scene.has(scene.units[i], "speech_verb")), hit.last)].span


def quote_at(scene: Scene, i: int, quotes: Sequence[Quote]) -> Quote | None:
    """The quote that holds unit `i`."""
    place = scene.units[i].span
    return next((q for q in quotes if any(c.holds(place) for c in q.content)), None)


def quoted_official(scene: Scene, i: int, quotes: Sequence[Quote]) -> int | None:
    """The person in office whose quote, with its verb of saying in the same sentence, holds unit `i`."""
    quote = quote_at(scene, i, quotes)
    if quote is None or quote.cue is None or scene.units[scene.nearest(quote.cue.start)].sentence != scene.units[i].sentence:
        return None
    speaker = next((n for n, e in enumerate(scene.entities) if e.id == quote.speaker), None)
    is_official = speaker is not None and scene.entities[speaker].kind is EntityKind.PERSON and is_authority(scene, speaker)
    return speaker if is_official else None


def issuer(cast: Cast, at: int) -> tuple[int, ...]:
    """Whose statement unit `at` stands in: "the Ministry wishes to state the following: …", "It is clarified that …" under the head of an office."""
    scene = cast.scene
    if is_in_marks(scene, at):
        return ()
    first, _ = scene.bounds[scene.units[at].sentence]
    if (
        scene.words(first, first + 2).lower() == "it is"
        and scene.units[first + 2 + (scene.units[first + 2].low in _HEREBY)].low in _MADE_KNOWN
    ):
        return _authority_in(scene, *scene.bounds[0])
    for i in range(min(first, scene.bounds[min(_OPENING, len(scene.bounds)) - 1][1])):
        if scene.units[i].low in _MAKES_KNOWN and _opens_a_statement(scene, i):
            found = named_actors(cast, find_subject(scene, finite_group(scene, i)))
            return tuple(a for a in found if is_authority(scene, a)) or _authority_in(scene, scene.bounds[scene.units[i].sentence][0], i)
    return _signing_official(scene)


def _signing_official(scene: Scene) -> tuple[int, ...]:
    """Who signs a letter for an authority."""
    return tuple(a for a in who_signs(scene) if is_authority(scene, a))


def _authority_in(scene: Scene, first: int, stop: int) -> tuple[int, ...]:
    """The last authority that these units name."""
    named = (u.of for u in reversed(scene.units[first:stop]) if u.of >= 0 and not scene.is_person(u) and is_authority(scene, u.of))
    return next(((a,) for a in named), ())


def _opens_a_statement(scene: Scene, i: int) -> bool:
    """True for "wishes to state", "would like to clarify", "brings the following to the knowledge of the public"."""
    stop = scene.bounds[scene.units[i].sentence][1]
    behind = scene.words(i + 1, min(stop, i + 4)).lower().split()
    if behind[:1] == ["to"]:
        return not _MADE_KNOWN_BY.isdisjoint(behind[1:3])
    return "following" in behind


def _is_beside(scene: Scene, hit: Hit, cue: Span) -> bool:
    said = scene.units[hit.last]
    return scene.units[scene.nearest(cue.start)].sentence == said.sentence and cue.gap(said.span) <= _BESIDE


_MAKES_KNOWN: Final = ENGLISH.group("said_answers.makes_known")
_MADE_KNOWN_BY: Final = ENGLISH.group("said_answers.made_known_by")
_MADE_KNOWN: Final = ENGLISH.group("said_answers.made_known")
_HEREBY: Final = frozenset({"hereby", "further", "also", "therefore"})
_OPENING: Final = 8  # sentences within which a statement says whose it is
_SOON: Final = 10  # units from a verb of saying to what it says
_BESIDE: Final = 80  # characters from the cue of a quote to the words that answer
