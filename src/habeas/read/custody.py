"""What happened to whom: the custody events that a document asserts.

Candidates (phrases of the word list) meet rules that may strike them out; what is left is linked to its persons, its date, term,
charge and authority; tellings of one event become one claim with several passages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from habeas.case.claim import Custody
from habeas.case.dates import Bound, DateValue, Term
from habeas.case.passage import Passage, Span
from habeas.case.person import Entity
from habeas.case.vocabulary import CustodyType, Phase, Realis
from habeas.read.articles import Article
from habeas.read.circumstances import authority_of, charge_of, find_authorities, term_of, until_of
from habeas.read.clauses import NounGroup, VerbGroup, Voice, find_object, find_subject, find_verb_group, is_finite, without_verb
from habeas.read.document import Document
from habeas.read.ellipsis import Elliptic, bare_term, find_followed, find_gapped, find_listed_terms, find_term_fragments
from habeas.read.event_dates import EventPlace, clause_end, decide_date
from habeas.read.grammar import words_of
from habeas.read.numbers import number_value
from habeas.read.patterns import Hit, find_phrases, load_phrases
from habeas.read.persons_of_event import NOBODY, Cast, Who, focus_person, gather_cast, resolve_group, resolve_noun
from habeas.read.persons_of_event import is_never_held as is_lawyer
from habeas.read.realis import Standing, decide_realis, is_epithet
from habeas.read.scene import Scene, UnitKind, set_scene

READER: Final = "rules/0.1"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may tell an event, with its verb and how it is told."""

    hit: Hit
    type: CustodyType
    group: VerbGroup
    standing: Standing
    who: Who = NOBODY

    @property
    def trigger(self) -> int:
        return self.hit.first


def find_custody(
    document: Document,
    entities: Sequence[Entity],
    dates: Sequence[DateValue],
    terms: Sequence[Term],
    articles: Sequence[Article],
    language: str = "en",
) -> tuple[Custody, ...]:
    """Every custody event of the document, each told once, in order of the text."""
    return read_custody(set_scene(document, entities, dates, terms, articles, language))


def read_custody(scene: Scene) -> tuple[Custody, ...]:
    """The custody events of a scene. Two passes: whom the first finds in custody tells the second who "the four" are."""
    if not speaks_of_authorities(scene):
        return ()
    hits = find_phrases(scene, load_phrases(scene.language, "triggers"))
    held: tuple[int, ...] = ()
    for _ in range(2):
        cast = gather_cast(scene, held)
        candidates = _candidates(cast, hits)
        more = [p for e in _elliptic(cast, candidates) for p in e.persons]
        held = tuple(dict.fromkeys((*find_called_held(scene), *_named_in(candidates), *more)))
    events = [_event(scene, c, candidates, number) for number, c in enumerate(candidates)]
    return _merge(scene, _dated_by_verdict(scene, events + _without_verb(cast, candidates, events)))


_OF_ONE_VERDICT: Final = frozenset({CustodyType.CONVICTED, CustodyType.SENTENCED, CustodyType.ACQUITTED})


def _dated_by_verdict(scene: Scene, events: Sequence[Custody]) -> list[Custody]:
    """The events; a verdict without a date takes that of the verdict told in the two sentences before, or, in a list, above it."""
    ordered = sorted(events, key=lambda e: e.trigger)
    out: list[Custody] = []
    for event in ordered:
        if event.date is None and event.type in _OF_ONE_VERDICT:
            number = scene.units[scene.at(event.trigger.start)].sentence
            known = next((e for e in reversed(out) if e.type in _OF_ONE_VERDICT and e.date is not None), None)
            if known is not None and _is_near(scene, known, number) and known.date is not None:
                event = replace(event, date=replace(known.date, span=known.date.span))
        out.append(event)
    return out


def _is_near(scene: Scene, known: Custody, number: int) -> bool:
    """True if no more than two sentences, or a list's items, stand between the known event and sentence `number`."""
    other = scene.units[scene.at(known.trigger.start)].sentence
    paragraphs = [scene.document.sentences[n].paragraph for n in (other, number)]
    return 0 <= number - other <= 2 and paragraphs[1] - paragraphs[0] <= 2


def _without_verb(cast: Cast, candidates: Sequence[Candidate], events: Sequence[Custody]) -> list[Custody]:
    """The events told without a verb of their own, after the model of those they lean on."""
    return [_elliptic_event(cast.scene, e, events, candidates) for e in _elliptic(cast, candidates)]


def _elliptic(cast: Cast, candidates: Sequence[Candidate]) -> list[Elliptic]:
    scene = cast.scene
    triggers = [c.trigger for c in candidates]
    sentenced = [
        (n, c.trigger) for n, c in enumerate(candidates) if c.type is CustodyType.SENTENCED and c.standing.realis is Realis.ASSERTED
    ]
    told = {scene.units[t].sentence for t in triggers}
    found = [*find_gapped(scene, sentenced), *find_followed(scene, triggers)]
    if sentenced or _speaks_of_terms(scene):
        found += [e for e in find_listed_terms(cast) if scene.units[e.unit].sentence not in told]
    found += [e for e in find_term_fragments(cast, line_persons(cast)) if scene.units[e.unit].sentence not in told]
    return found


def _speaks_of_terms(scene: Scene) -> bool:
    """True if the text speaks of verdicts or sentences, so that a list of names with lengths of time means them."""
    words = {u.low for u in scene.units}
    return not words.isdisjoint(
        ("sentence", "sentences", "sentenced", "verdict", "verdicts", "convicted", "terms", "imprisonment", "colony")
    )


def _elliptic_event(scene: Scene, elliptic: Elliptic, events: Sequence[Custody], candidates: Sequence[Candidate]) -> Custody:
    unit = scene.units[elliptic.unit]
    sentence = scene.document.sentences[unit.sentence].span
    group = VerbGroup(elliptic.unit, elliptic.unit, Voice.REDUCED)
    model = events[elliptic.like] if elliptic.like is not None else None
    date = decide_date(EventPlace(scene, elliptic.unit, elliptic.unit, group, (), CustodyType.SENTENCED))
    shared = model is not None and elliptic.because == "gapped"
    return Custody(
        id="c1",
        type=model.type if model else CustodyType.SENTENCED,
        trigger=Span(unit.span.start, unit.span.stop),
        persons=tuple(scene.entities[p].id for p in elliptic.persons),
        date=model.date if shared and model else date,
        term=elliptic.term,
        charge=model.charge if shared and model else charge_of(scene, elliptic.unit, elliptic.unit, (), CustodyType.SENTENCED),
        authority=model.authority if shared and model else None,
        passages=(Passage.cut(scene.document.source.id, scene.text, sentence),),
        confidence=0.7,
        reader=READER,
    )


def line_persons(cast: Cast) -> dict[int, tuple[int, ...]]:
    """For lines without a subject of their own, whom they are about: the person who opens the line, else the title's or the protagonist."""
    scene = cast.scene
    out: dict[int, tuple[int, ...]] = {}
    items = {n for item_list in cast.lists for n in item_list.items}
    opener: tuple[int, tuple[int, ...]] | None = None
    whole = focus_person(cast, 0) if scene.units else None
    for number, sentence in enumerate(scene.document.sentences):
        first, stop = scene.bounds[number]
        early = [u.of for u in scene.units[first : min(stop, first + 4)] if scene.is_person(u) and scene.entities[u.of].is_named]
        if early and (number in items or first == stop or scene.text[max(0, sentence.span.start - 1)] in "\n" or sentence.span.start == 0):
            opener = (sentence.paragraph, (early[0],))
        elif opener is not None and sentence.paragraph != opener[0]:
            opener = None
        if opener is not None:
            out[number] = opener[1]
        elif whole is not None:
            out[number] = (whole,)
    return out


def speaks_of_authorities(scene: Scene) -> bool:
    """True if the text names any power that holds people, or those who stand against it; a match report does not."""
    words = words_of(scene.language, "institution", "settings")
    return any(not words.isdisjoint(u.low.split()) for u in scene.units)


def _named_in(candidates: Sequence[Candidate]) -> list[int]:
    """The persons whom the events name themselves; only where none does, those found by other ways."""
    told = [c for c in candidates if c.standing.realis in (Realis.ASSERTED, Realis.ALLEGED)]
    named = [p for c in told if c.who.how == "named" for p in c.who.persons]
    return named or [p for c in told for p in c.who.persons]


def find_called_held(scene: Scene) -> list[int]:
    """The persons whom the text calls jailed, detained or imprisoned right before their name."""
    words = words_of(scene.language, "status", "settings")
    out: list[int] = []
    for i, unit in enumerate(scene.units):
        if unit.low not in words:
            continue
        stop = scene.bounds[unit.sentence][1]
        for j in range(i + 1, min(stop, i + 8)):
            if scene.is_person(scene.units[j]) and scene.entities[scene.units[j].of].is_named:
                out.append(scene.units[j].of)
                break
            if scene.units[j].kind is UnitKind.MARK or scene.has(scene.units[j], "preposition") or is_finite(scene, j):
                break
    return out


# ----- candidates --------------------------------------------------------------------------------------------------------


def _candidates(cast: Cast, hits: Sequence[Hit]) -> list[Candidate]:
    """The hits that stand up to the rules, linked to their persons, one for each trigger."""
    kept: list[Candidate] = []
    for hit in _strongest(hits):
        candidate = _consider(cast, hit)
        if candidate is None:
            continue
        clash = next((k for k in kept if _same_place(k, candidate)), None)
        if clash is not None:
            if _rank(candidate) <= _rank(clash):
                continue
            kept.remove(clash)
        kept.append(candidate)
        cast.events.append((candidate.trigger, candidate.who.persons))
    return kept


def _strongest(hits: Sequence[Hit]) -> list[Hit]:
    """The hits by place; of those with one anchor the longer phrases first."""
    return sorted(hits, key=lambda h: (h.first, -len(h.phrase.elements), -len(h.phrase.needs)))


_OVER: Final = {  # a type that says more than another where both are read at one place
    CustodyType.REMANDED: 3, CustodyType.HOUSE_ARREST: 4, CustodyType.DETENTION_EXTENDED: 5, CustodyType.APPEAL_REJECTED: 5,
    CustodyType.TRAVEL_BAN: 4, CustodyType.SENTENCED: 2, CustodyType.ACQUITTED: 4, CustodyType.BAILED: 3, CustodyType.SENTENCE_REDUCED: 5,
    CustodyType.HUNGER_STRIKE: 6, CustodyType.DIED: 4,
}  # fmt: skip


def _rank(candidate: Candidate) -> tuple[int, int]:
    return _OVER.get(candidate.type, 1), len(candidate.hit.phrase.elements)


def _same_place(a: Candidate, b: Candidate) -> bool:
    """True if two phrases share a word, or one stands inside the other."""
    if not set(a.hit.units).isdisjoint(b.hit.units):
        return True
    inside = a.hit.first <= b.hit.first <= a.hit.last or b.hit.first <= a.hit.first <= b.hit.last
    return inside and len(a.hit.units) + len(b.hit.units) > 2


def _consider(cast: Cast, hit: Hit) -> Candidate | None:
    scene = cast.scene
    anchor, verbs = _verb_of(hit)
    group = find_verb_group(scene, anchor, verbs, _particle_end(scene, hit, anchor)) if verbs else without_verb(scene, anchor)
    standing = decide_realis(scene, group)
    if verbs and _only_describes(scene, hit, group):
        return None
    candidate = Candidate(hit, CustodyType(hit.phrase.type), group, standing)
    who = _persons(cast, candidate)
    candidate = replace(candidate, who=who)
    if not all(NEEDS[need](cast, candidate) for need in hit.phrase.needs):
        return None
    candidate = replace(candidate, type=_refined(scene, candidate))
    return None if any(rule(cast, candidate) for rule in STRIKES) else candidate


def _only_describes(scene: Scene, hit: Hit, group: VerbGroup) -> bool:
    """True where the verb is an epithet or a noun: "the jailed journalist", "a release"."""
    if hit.phrase.frame == "noun":
        return False
    if hit.phrase.frame == "agent":
        return group.voice is Voice.NOUN and not group.helpers
    return is_epithet(group) or group.voice is Voice.NOUN


def _verb_of(hit: Hit) -> tuple[int, tuple[str, ...]]:
    """The unit of the phrase's verb, and the verbs it may be a form of; the first verb of the phrase counts."""
    for unit, element in zip(hit.units, hit.phrase.elements, strict=False):
        if element.verbs:
            return unit, element.verbs
    return hit.first, ()


def _particle_end(scene: Scene, hit: Hit, anchor: int) -> int:
    """The last unit of the phrase that stands right behind its verb without a break."""
    last = anchor
    while last + 1 in hit.units and not scene.has(scene.units[last + 1], "preposition"):
        last += 1
    return last


# ----- persons -----------------------------------------------------------------------------------------------------------


def _persons(cast: Cast, candidate: Candidate) -> Who:
    """Whom the event befalls: the first linking rule of its frame that knows."""
    for rule in LINKS[candidate.hit.phrase.frame]:
        who = rule(cast, candidate)
        if who.is_someone:
            return who
    return Who()


def object_of_active(cast: Cast, candidate: Candidate) -> Who:
    """ "Police arrested X", "gave him eight years"."""
    group = candidate.group
    if group.voice is not Voice.ACTIVE:
        return Who()
    found = find_object(cast.scene, group.anchor + 1)
    who = resolve_group(cast, found)
    if who.is_someone:
        return who
    if len(candidate.hit.units) > 1:
        who = resolve_group(cast, find_object(cast.scene, candidate.hit.last + 1))
    return who


def antecedent_of_whom(cast: Cast, candidate: Candidate) -> Who:
    """ "X, whom the court sentenced to"."""
    scene = cast.scene
    if candidate.group.voice is not Voice.ACTIVE:
        return Who()
    start = scene.bounds[scene.units[candidate.trigger].sentence][0]
    for j in range(candidate.group.first - 1, max(start, candidate.group.first - 9), -1):
        if scene.units[j].low == "whom":
            return resolve_group(cast, find_subject(scene, VerbGroup(j + 1, j + 1, Voice.PASSIVE)))
    return Who()


def subject_of_passive(cast: Cast, candidate: Candidate) -> Who:
    """ "X was arrested", "X, arrested in May", "X jailed for five years"."""
    if candidate.group.voice not in (Voice.PASSIVE, Voice.REDUCED):
        return Who()
    found = find_subject(cast.scene, candidate.group)
    who = resolve_group(cast, found)
    if who.is_someone or not found.possessors:
        return who
    return Who()


def after_inverted_verb(cast: Cast, candidate: Candidate) -> Who:
    """ "For two months arrested are also his associates: …", "yesterday were detained also X and Y"."""
    scene = cast.scene
    if candidate.group.voice not in (Voice.PASSIVE, Voice.REDUCED):
        return Who()
    i = candidate.hit.last + 1
    stop = scene.bounds[scene.units[i - 1].sentence][1]
    while i < stop and (any(scene.has(scene.units[i], k) for k in ("be", "adverb")) or scene.units[i].low in (",", ":")):
        i += 1
    listed = listed_under(cast, scene.units[candidate.trigger].sentence)
    if listed:
        return Who(listed, None, "the items of the list", is_group=True)
    return resolve_group(cast, find_object(scene, i)) if i < stop else Who()


def subject_of_active(cast: Cast, candidate: Candidate) -> Who:
    """ "X went on hunger strike", "X received two years"."""
    return resolve_group(cast, find_subject(cast.scene, candidate.group))


def beside_the_noun(cast: Cast, candidate: Candidate) -> Who:
    """ "the detention of X", "X's sentence", "the verdict against X", "his arrest": persons tied to the noun of the phrase."""
    scene = cast.scene
    first, last = candidate.hit.first, candidate.hit.last
    start, stop = scene.bounds[scene.units[first].sentence]
    for i in range(first, min(stop, last + 1)):  # "extended X's detention", "upheld his sentence"
        unit = scene.units[i]
        if (i + 1 < stop and scene.units[i + 1].low in ("'s", "'")) and scene.is_person(unit):
            return resolve_group(cast, NounGroup(i, i + 1, (i,)))
        if unit.low in ("his", "her", "their") and unit.kind is UnitKind.WORD:
            return resolve_noun(cast, i)
        if unit.low in ("his", "her", "their") and scene.is_person(unit):
            return resolve_group(cast, NounGroup(i, i + 1, (i,)))
    for i in range(first, min(stop, last + 9)):
        if scene.units[i].low in ("of", "against", "for", "on", "by", "to") and i > first:
            found = find_object(scene, i + 1)
            who = resolve_group(cast, found) if not found.is_empty else Who()
            if who.persons:
                return who
        if i > last and scene.units[i].low in (";", ","):
            break
    for i in range(first - 1, max(start - 1, first - 4), -1):  # "X's appeal was rejected"
        unit = scene.units[i]
        if unit.low == "'s" and i > start and scene.is_person(scene.units[i - 1]):
            return resolve_group(cast, NounGroup(i - 1, i, (i - 1,)))
        if unit.low in ("his", "her", "their"):
            return resolve_noun(cast, i) if unit.kind is UnitKind.WORD else resolve_group(cast, NounGroup(i, i + 1, (i,)))
    return Who()


def passive_person(cast: Cast, candidate: Candidate) -> Who:
    """ "X was ordered held", "X had his sentence cut": a person as the subject."""
    if candidate.group.voice in (Voice.PASSIVE, Voice.REDUCED):
        return resolve_group(cast, find_subject(cast.scene, candidate.group))
    scene = cast.scene
    start = scene.bounds[scene.units[candidate.trigger].sentence][0]
    for j in range(candidate.trigger - 1, max(start, candidate.trigger - 6), -1):
        if scene.has(scene.units[j], "have"):
            return resolve_group(cast, find_subject(scene, VerbGroup(j, j, Voice.ACTIVE)))
    return Who()


def elliptic_subject(cast: Cast, candidate: Candidate) -> Who:
    """ "2006 — Arrested with bloggers", "Detained May 17": no subject stands there; the line is about somebody."""
    scene = cast.scene
    group = candidate.group
    if group.voice is Voice.ACTIVE and candidate.hit.phrase.frame == "patient":
        return Who()
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    for i in range(group.first - 1, start - 1, -1):
        unit = scene.units[i]
        if unit.low == ";":
            break
        if (
            unit.kind is UnitKind.WORD
            and not unit.low.isdigit()
            and not scene.has(unit, "preposition")
            and not scene.has(unit, "conjunction")
        ):
            return Who()
        if unit.of >= 0 and scene.is_person(unit):
            return Who()
    persons = line_persons(cast).get(scene.units[group.anchor].sentence, ())
    return Who(persons, None, "the person of the line") if persons else Who()


def of_the_verb_before(cast: Cast, candidate: Candidate) -> Who:
    """ "Convicted on July 19 and sentenced to 16 years": a joined participle befalls whom the event before it befell."""
    scene = cast.scene
    group = candidate.group
    if (group.voice is Voice.ACTIVE and candidate.hit.phrase.frame == "patient") or group.first == 0:
        return Who()
    before = scene.units[group.first - 1]
    if before.sentence != scene.units[group.anchor].sentence or not (scene.has(before, "conjunction") or before.low in (",", ";", "then")):
        return Who()
    earlier = [
        (place, persons) for place, persons in cast.events if place < candidate.trigger and scene.units[place].sentence == before.sentence
    ]
    return Who(max(earlier)[1], None, "the event before") if earlier and max(earlier)[1] else Who()


def unknown_subject(cast: Cast, candidate: Candidate) -> Who:
    """ "The proprietor of the Electric Networks was arrested": a definite person that no word list knows is the one spoken of."""
    scene = cast.scene
    is_agent = candidate.hit.phrase.frame == "agent" and candidate.type in (CustodyType.RELEASED, CustodyType.HUNGER_STRIKE)
    if not is_agent and (candidate.group.voice is not Voice.PASSIVE or candidate.type not in _ONLY_OF_PERSONS):
        return Who()
    subject = find_subject(scene, candidate.group)
    opens = [scene.units[i].low for i in range(subject.first, min(subject.stop, subject.first + 3))]
    if subject.heads or subject.noun is not None or not any(w in ("the", "this", "our", "his", "her") for w in opens):
        return Who()
    focus = focus_person(cast, candidate.trigger)
    return Who((focus,), None, "the person spoken of") if focus is not None else Who()


def unnamed_recipient(cast: Cast, candidate: Candidate) -> Who:
    """ "A criminal court hands down 15 years": no recipient is named; it is the person of the line, or the one spoken of."""
    if "penal" not in candidate.hit.phrase.needs or candidate.group.voice is not Voice.ACTIVE:
        return Who()
    if not _is_penal(cast, candidate):
        return Who()
    persons = line_persons(cast).get(cast.scene.units[candidate.trigger].sentence, ())
    return Who(persons, None, "the person of the line") if persons else Who()


def spoken_of(cast: Cast, candidate: Candidate) -> Who:
    """Nobody is named with the event: those for whom the sentence before asks, else the person that the text is speaking of."""
    scene = cast.scene
    number = scene.units[candidate.trigger].sentence
    if candidate.type is CustodyType.APPEAL_REJECTED and number:
        first, stop = scene.bounds[number - 1]
        asks = any(
            scene.units[i].low in ("asked", "appealed", "appeal", "motion", "petition", "complaint", "requested", "sought")
            for i in range(first, stop)
        )
        asked = [u.of for u in scene.units[first:stop] if scene.is_person(u) and scene.entities[u.of].is_named]
        asked = [p for p in dict.fromkeys(asked) if not is_lawyer(scene, p)]
        if asks and asked:
            return Who(tuple(asked), None, "those for whom it was asked")
    focus = focus_person(cast, candidate.trigger)
    return Who((focus,), None, "the person spoken of") if focus is not None else Who()


_ONLY_OF_PERSONS: Final = frozenset(
    {CustodyType.DETAINED, CustodyType.ARRESTED, CustodyType.REMANDED, CustodyType.SENTENCED, CustodyType.CONVICTED, CustodyType.PARDONED}
)
_Link = Callable[[Cast, Candidate], Who]
LINKS: Final[dict[str, tuple[_Link, ...]]] = {
    "patient": (
        object_of_active,
        antecedent_of_whom,
        subject_of_passive,
        after_inverted_verb,
        of_the_verb_before,
        elliptic_subject,
        unknown_subject,
        unnamed_recipient,
    ),
    "agent": (subject_of_active, of_the_verb_before, elliptic_subject, unknown_subject),
    "noun": (beside_the_noun,),
    "matter": (beside_the_noun, object_of_active, passive_person, spoken_of),
}


def listed_under(cast: Cast, sentence: int) -> tuple[int, ...]:
    """The persons of the list that stands under this sentence or under the next one ("Among them:")."""
    scene = cast.scene
    for item_list in cast.lists:
        if item_list.heading is not None and sentence <= item_list.heading <= sentence + 1:
            found = next((e for e in cast.enumerations if e.first == scene.bounds[item_list.items[0]][0]), None)
            if found is not None:
                return found.persons
    return ()


# ----- what a phrase needs -----------------------------------------------------------------------------------------------


def _scope(cast: Cast, candidate: Candidate) -> range:
    scene = cast.scene
    first, stop = scene.bounds[scene.units[candidate.trigger].sentence]
    return range(max(first, candidate.group.first - 10), min(stop, candidate.hit.last + 16))


def _has_custody_word(cast: Cast, candidate: Candidate) -> bool:
    """True if the sentence speaks of prison or custody, or the person is one of those held."""
    if candidate.who.persons and all(p in cast.held for p in candidate.who.persons):
        return True
    words = words_of(cast.scene.language, "custody", "settings")
    return any(not words.isdisjoint(cast.scene.units[i].low.split()) for i in _scope(cast, candidate))


def _goes_to_facility(cast: Cast, candidate: Candidate) -> bool:
    words = words_of(cast.scene.language, "facility", "settings")
    scene = cast.scene
    stop = scene.bounds[scene.units[candidate.trigger].sentence][1]
    return any(not words.isdisjoint(scene.units[i].low.split()) for i in range(candidate.hit.last, min(stop, candidate.hit.last + 9)))


def _has_court(cast: Cast, candidate: Candidate) -> bool:
    words = words_of(cast.scene.language, "court", "settings")
    scene = cast.scene
    sentence = scene.units[candidate.trigger].sentence
    for number in (sentence, sentence - 1):
        if number >= 0 and any(not words.isdisjoint(scene.units[i].low.split()) for i in range(*scene.bounds[number])):
            return True
    return False


def _is_since(cast: Cast, candidate: Candidate) -> bool:
    scene = cast.scene
    stop = scene.bounds[scene.units[candidate.trigger].sentence][1]
    for i in range(candidate.hit.last, min(stop, candidate.hit.last + 12)):
        unit = scene.units[i]
        if unit.low == "since" or (unit.kind is UnitKind.DATE and scene.dates[unit.place].bound is Bound.SINCE):
            return True
        if unit.low in (",", ";"):
            return False
    return False


def _has_term(cast: Cast, candidate: Candidate) -> bool:
    return term_of(cast.scene, candidate.hit.first, candidate.hit.last, (), CustodyType.SENTENCED) is not None


def _is_penal(cast: Cast, candidate: Candidate) -> bool:
    """True if a length of time, "life", "death" or a sentence stands right after the verb."""
    scene = cast.scene
    words = words_of(scene.language, "penalty", "settings")
    stop = scene.bounds[scene.units[candidate.trigger].sentence][1]
    for i in range(candidate.trigger + 1, min(stop, candidate.trigger + 10)):
        unit = scene.units[i]
        if unit.kind is UnitKind.TERM:
            return not (i + 1 < stop and scene.units[i + 1].low in ("to", "ago", "of"))
        if unit.low in words or (i <= candidate.trigger + 4 and bare_term_at(scene, i, stop) is not None):
            return True
        if unit.low in (",", ";", "because", "after", "when", "that"):
            return False
    return False


def bare_term_at(scene: Scene, i: int, stop: int) -> Term | None:
    """The term that a bare number means ("was handed five"), if a full one stands shortly before."""
    if scene.units[i].kind is not UnitKind.WORD or number_value(scene.units[i].low) is None:
        return None
    like = next(
        (scene.terms[scene.units[j].place] for j in range(i - 1, max(-1, i - 80), -1) if scene.units[j].kind is UnitKind.TERM), None
    )
    return bare_term(scene, i, stop, like) if like is not None else None


def _words_after(cast: Cast, candidate: Candidate, reach: int) -> str:
    last = candidate.hit.last
    return cast.scene.words(last, min(len(cast.scene.units), last + reach)).lower()


def _has_agents(cast: Cast, candidate: Candidate) -> bool:
    """True if police, agents or another service stands right before the verb."""
    words = words_of(cast.scene.language, "agent", "person_nouns")
    return any(cast.scene.units[i].low in words for i in range(max(0, candidate.group.first - 5), candidate.group.first))


def _acts_on_person(cast: Cast, candidate: Candidate) -> bool:
    """True if a person or a pronoun stands right behind the active verb: "charged her", "charged both"."""
    scene = cast.scene
    i = candidate.group.anchor + 1
    if candidate.group.voice is not Voice.ACTIVE or i >= scene.bounds[scene.units[i - 1].sentence][1]:
        return False
    return scene.is_person(scene.units[i]) or scene.units[i].low in ("him", "her", "them", "both", "all")


def _any_of(kind: str, reach: int) -> Callable[[Cast, Candidate], bool]:
    """A check that one of the words of a class follows the phrase."""

    def check(cast: Cast, candidate: Candidate) -> bool:
        words = words_of(cast.scene.language, kind, "settings")
        return not words.isdisjoint(_words_after(cast, candidate, reach).split())

    return check


def _is_passive(_: Cast, candidate: Candidate) -> bool:
    return candidate.group.voice in (Voice.PASSIVE, Voice.REDUCED)


NEEDS: Final[dict[str, Callable[[Cast, Candidate], bool]]] = {
    "person": lambda _, c: c.who.is_someone,
    "passive": _is_passive,
    "verbal": lambda _, c: c.group.voice not in (Voice.NOUN, Voice.STATUS),
    "verbal2": _is_passive,
    "since": _is_since,
    "term": _has_term,
    "penal": _is_penal,
    "court": _has_court,
    "custodial": _has_custody_word,
    "facility": _goes_to_facility,
    "toperson": _acts_on_person,
    "prisoner": lambda cast, c: _goes_to_facility(cast, c) or _has_custody_word(cast, c),
    "official": _has_agents,
    "negative": lambda _, c: any(h in ("not", "never") for h in c.group.helpers) or c.hit.phrase.words.startswith("^forbid"),
    "border": _any_of("border", 8),
    "bytaking": _any_of("bytaking", 6),
    "fasting": lambda cast, _: "hunger strike" in cast.scene.text.lower(),
}


# ----- what strikes a candidate out --------------------------------------------------------------------------------------


def happens_to_a_thing(cast: Cast, candidate: Candidate) -> bool:
    """ "released a film", "arrests the slide", "freed up funds": a verb about people, and no person is meant."""
    return not candidate.who.is_someone


def befalls_an_official_side(cast: Cast, candidate: Candidate) -> bool:
    """ "police officers were detained" may be; "the court was …" is none: no person can be linked."""
    return candidate.who.how == "somebody's relative" and not candidate.who.persons


def is_generic(cast: Cast, candidate: Candidate) -> bool:
    """ "all who were arbitrarily detained", "those arrested", "anyone convicted of": whoever it befell, not an event."""
    scene = cast.scene
    lows = [scene.units[j].low for j in range(max(0, candidate.group.first - 3), candidate.group.first)]
    relative = any(w in ("who", "that") for w in lows)
    return any(w in ("anyone", "whoever", "everyone", "those", "people", "all", "everybody") for w in lows) and (
        relative or "those" in lows
    )


def befalls_nobody_in_particular(cast: Cast, candidate: Candidate) -> bool:
    """People without a name or number ("journalists were deprived of liberty"): told in full elsewhere, or about nobody."""
    return not candidate.who.persons and candidate.who.count is None


_Strike = Callable[[Cast, Candidate], bool]
STRIKES: Final[tuple[_Strike, ...]] = (happens_to_a_thing, befalls_an_official_side, is_generic, befalls_nobody_in_particular)


def _refined(scene: Scene, candidate: Candidate) -> CustodyType:
    """The type that the words around give: "arrested for four months" is a remand, "for 30 days" an administrative sentence."""
    if candidate.type not in (CustodyType.ARRESTED, CustodyType.DETAINED, CustodyType.SENTENCED):
        return candidate.type
    nearby = _next_verbs(scene, candidate.hit.last)
    term = term_of(scene, candidate.hit.first, candidate.hit.last, nearby, candidate.type)
    words = scene.words(candidate.hit.first, clause_end(scene, candidate.hit.last, nearby)).lower()
    if candidate.type is CustodyType.ARRESTED and "under" in candidate.hit.phrase.words and _court_acts(scene, candidate.group):
        return CustodyType.REMANDED
    if candidate.type is CustodyType.DETAINED and "into custody" in words and _court_acts(scene, candidate.group):
        return CustodyType.REMANDED
    if "pending" in words or "pre-trial" in words or "pretrial" in words or "before trial" in words:
        return CustodyType.REMANDED if term or candidate.type is CustodyType.SENTENCED or "court" in words else candidate.type
    if term is None or candidate.type is CustodyType.SENTENCED:
        return candidate.type
    if candidate.type is CustodyType.ARRESTED:
        if "T" in term.iso:
            return CustodyType.DETAINED
        return (
            CustodyType.SENTENCED if term.iso.endswith("D") and "M" not in term.iso and int(term.iso[1:-1]) <= 45 else CustodyType.REMANDED
        )
    return CustodyType.REMANDED if "M" in term.iso else candidate.type


def _court_acts(scene: Scene, group: VerbGroup) -> bool:
    """True if a court or judge stands before the active verb."""
    words = words_of(scene.language, "court", "settings")
    first = scene.bounds[scene.units[group.anchor].sentence][0]
    return group.voice is Voice.ACTIVE and any(
        not words.isdisjoint(scene.units[i].low.split()) for i in range(max(first, group.first - 9), group.first)
    )


def _next_verbs(scene: Scene, last: int) -> list[int]:
    """Units after the trigger where another verb of the sentence begins."""
    stop = scene.bounds[scene.units[last].sentence][1]
    joined = [
        i
        for i in range(last + 2, stop)
        if (scene.units[i].low.endswith("ed") or scene.has(scene.units[i], "participle"))
        and any(scene.has(scene.units[j], "conjunction") or scene.units[j].low == "," for j in range(max(last + 1, i - 4), i))
    ]
    return joined + [i for i in range(last + 1, stop) if is_finite(scene, i)]


# ----- events ------------------------------------------------------------------------------------------------------------


def _event(scene: Scene, candidate: Candidate, candidates: Sequence[Candidate], number: int) -> Custody:
    hit, group, type_ = candidate.hit, candidate.group, candidate.type
    sentence = scene.units[hit.first].sentence
    others = [c.trigger for c in candidates if c is not candidate and scene.units[c.trigger].sentence == sentence]
    last = max(hit.last, group.anchor)
    others = [o for o in others if not hit.first <= o <= last]
    trigger = Span(scene.units[hit.first].span.start, scene.units[hit.first].span.stop)
    until = until_of(scene, last, others)
    term = term_of(scene, hit.first, last, others, type_)
    if term is None and type_ is CustodyType.SENTENCED:
        stop = clause_end(scene, last, others)
        term = next((t for i in range(last + 1, min(stop, last + 5)) if (t := bare_term_at(scene, i, stop)) is not None), None)
    authorities = find_authorities(scene.text)
    return Custody(
        id=f"c{number + 1}",
        type=type_,
        subtype=_subtype(scene, candidate, term),
        phase=_phase(scene, candidate),
        trigger=trigger,
        persons=tuple(scene.entities[p].id for p in candidate.who.persons),
        person_count=candidate.who.count,
        date=decide_date(EventPlace(scene, hit.first, last, group, tuple(others), type_)),
        until=until,
        term=term,
        charge=charge_of(scene, hit.first, last, others, type_),
        authority=authority_of(scene, authorities, hit.first, group, others, type_),
        realis=candidate.standing.realis,
        passages=(Passage.cut(scene.document.source.id, scene.text, _passage(scene, candidate)),),
        confidence=0.8,
        reader=READER,
    )


def _passage(scene: Scene, candidate: Candidate) -> Span:
    return scene.document.sentences[scene.units[candidate.trigger].sentence].span


def _subtype(scene: Scene, candidate: Candidate, term: Term | None) -> str | None:
    words = scene.words(candidate.hit.first, clause_end(scene, candidate.hit.last, ())).lower()
    if candidate.type is CustodyType.SENTENCED:
        if "death" in words.split():
            return "death"
        if "in absentia" in words:
            return "in absentia"
        if "suspended" in words:
            return "suspended"
        if term and term.iso.endswith("D"):
            return "administrative arrest"
    return candidate.hit.phrase.subtype


def _phase(scene: Scene, candidate: Candidate) -> Phase | None:
    """Whether a hunger strike begins, goes on or ends; None for other events."""
    if candidate.type is not CustodyType.HUNGER_STRIKE:
        return None
    words = [scene.units[i].low for i in candidate.hit.units]
    if any(w in words_of(scene.language, "ending", "settings") for w in words[:1]) and "eating" not in words:
        return Phase.END
    starting = words_of(scene.language, "beginning", "settings")
    return Phase.START if any(w in starting for w in words[:1]) or "eating" in words else Phase.ONGOING


# ----- one event told several times --------------------------------------------------------------------------------------


def _merge(scene: Scene, events: Sequence[Custody]) -> tuple[Custody, ...]:
    """Tellings of one event as one claim: same type, same persons, and no date or term against it."""
    merged: list[Custody] = []
    for event in events:
        for i, known in enumerate(merged):
            if _is_same(known, event) or _is_part(scene, known, event):
                merged[i] = _joined(known, event)
                break
        else:
            merged.append(event)
    return tuple(replace(e, id=f"c{n}") for n, e in enumerate(merged, 1))


def _is_same(a: Custody, b: Custody) -> bool:
    if a.type is not b.type or a.realis is not b.realis or (a.persons != b.persons and set(a.persons) != set(b.persons)):
        return False
    if not a.persons:
        return a.date == b.date and a.person_count == b.person_count
    if a.phase is not None and b.phase is not None and (a.phase is Phase.END) != (b.phase is Phase.END):
        return False
    dates_agree = a.date is None or b.date is None or _compatible(a.date.edtf, b.date.edtf)
    terms_agree = a.term is None or b.term is None or a.term.iso == b.term.iso
    return dates_agree and terms_agree


def _is_part(scene: Scene, known: Custody, event: Custody) -> bool:
    """True if the event tells again, of some of them and without a date of its own, what was just told of all."""
    if event.type is not known.type or event.realis is not known.realis or not set(event.persons) < set(known.persons):
        return False
    near = scene.units[scene.at(event.trigger.start)].sentence - scene.units[scene.at(known.trigger.start)].sentence <= 2
    return near and bool(event.persons) and event.date is None and event.term is None


def _compatible(a: str, b: str) -> bool:
    a, b = a.rstrip("~"), b.rstrip("~")
    return a.startswith(b) or b.startswith(a)


def _joined(a: Custody, b: Custody) -> Custody:
    """The first telling, with what the other adds; the trigger is where the persons are named."""
    date = a.date if b.date is None or (a.date is not None and len(a.date.edtf) >= len(b.date.edtf)) else b.date
    charge = a.charge or b.charge
    return replace(
        a,
        date=date,
        until=a.until or b.until,
        term=a.term or b.term,
        charge=charge,
        authority=a.authority or b.authority,
        place=a.place or b.place,
        person_count=a.person_count or b.person_count,
        subtype=a.subtype or b.subtype,
        phase=a.phase or b.phase,
        passages=tuple(dict.fromkeys((*a.passages, *b.passages))),
    )
