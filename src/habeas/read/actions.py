"""Who did what about a case: demands for release, condemnations, prizes, sanctions, meetings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from habeas.case.claim import Action, Claim, Custody, Quote
from habeas.case.dates import DateValue
from habeas.case.passage import Passage, Span
from habeas.case.person import Entity
from habeas.case.vocabulary import ActionType, CustodyType, EntityKind, Realis
from habeas.read.bodies import actors_of, is_authority, quoted_speaker, speaker_beside
from habeas.read.clauses import (
    NounGroup,
    VerbGroup,
    Voice,
    as_deed,
    find_object,
    find_subject,
    find_verb_group,
    is_finite,
    is_person_noun,
    without_verb,
)
from habeas.read.confidence import confidence_of
from habeas.read.custody import find_called_held, speaks_of_authorities
from habeas.read.custody_events import READER
from habeas.read.custody_links import listed_under
from habeas.read.document import Document
from habeas.read.event_dates import EventPlace, decide_date, is_dateline
from habeas.read.grammar import words_of
from habeas.read.patterns import Hit, find_phrases, load_phrases
from habeas.read.persons_of_event import NOBODY, Cast, Who, focus_person, gather_cast, resolve_group, resolve_noun
from habeas.read.realis import decide_realis
from habeas.read.scene import Scene, UnitKind, set_scene


@dataclass(frozen=True, slots=True)
class Deed:
    """A phrase that may tell an action, with its verb."""

    hit: Hit
    type: ActionType
    group: VerbGroup


def find_actions(
    document: Document,
    entities: Sequence[Entity],
    dates: Sequence[DateValue],
    custody: Sequence[Custody] = (),
    quotes: Sequence[Quote] = (),
    language: str = "en",
) -> tuple[Action, ...]:
    """Every action of the document about a case, in order of the text."""
    return read_actions(set_scene(document, entities, dates, (), (), language), custody, quotes)


def read_actions(scene: Scene, custody: Sequence[Custody] = (), quotes: Sequence[Quote] = ()) -> tuple[Action, ...]:
    """The actions of a scene; the custody events tell whom "these arrests" and "the detained" mean."""
    cast = cast_of(scene, custody)
    hits = find_phrases(scene, load_phrases(scene.language, "actions"))
    found: list[Action] = []
    taken: set[int] = set()
    hits = hits if speaks_of_authorities(scene) else [h for h in hits if h.phrase.type in ("condemn", "meeting")]
    for hit in sorted(hits, key=lambda h: (h.first, -len(h.phrase.elements))):
        deed = _deed(scene, hit)
        if not taken.isdisjoint(hit.units) or not all(NEEDS[n](cast, deed) for n in hit.phrase.needs):
            continue
        action = READERS[deed.hit.phrase.frame](cast, deed, custody, quotes)
        if action is not None:
            taken.update(hit.units)
            found.append(action)
    return _once(scene, dated_together(cast, found))


def cast_of(scene: Scene, custody: Sequence[Claim]) -> Cast:
    """The cast of a document whose custody events are known."""
    index = {e.id: i for i, e in enumerate(scene.entities)}
    told = [c for c in custody if isinstance(c, Custody) and c.realis in (Realis.ASSERTED, Realis.ALLEGED)]
    held = [index[p] for c in told for p in c.persons]
    cast = gather_cast(scene, tuple(dict.fromkeys((*held, *find_called_held(scene)))))
    cast.events.extend((scene.at(c.trigger.start), tuple(index[p] for p in c.persons)) for c in told)
    return cast


def _deed(scene: Scene, hit: Hit) -> Deed:
    for unit, element in zip(hit.units, hit.phrase.elements, strict=False):
        if element.verbs:
            group = find_verb_group(scene, unit, element.verbs)
            return Deed(hit, ActionType(hit.phrase.type), group if hit.phrase.frame in ("giving", "striking") else as_deed(scene, group))
    bare = without_verb(scene, hit.first)
    return Deed(hit, ActionType(hit.phrase.type), replace(bare, voice=Voice.ACTIVE))


# ----- what a phrase needs -----------------------------------------------------------------------------------------------


def _after(cast: Cast, deed: Deed, reach: int = 14) -> range:
    stop = cast.scene.bounds[cast.scene.units[deed.hit.last].sentence][1]
    return range(deed.hit.last + 1, min(stop, deed.hit.last + reach))


def _lows(cast: Cast, units: Sequence[int]) -> list[str]:
    return [w for i in units for w in cast.scene.units[i].low.split()]


def _judges_custody(cast: Cast, deed: Deed) -> bool:
    """True if what is judged is an arrest, a verdict, a raid, a person in custody: not a statement of critics."""
    scene = cast.scene
    units = range(deed.group.anchor + 1, min(scene.bounds[scene.units[deed.hit.last].sentence][1], deed.group.anchor + 13))
    lows = _lows(cast, units)
    words = words_of(scene.language, "custody_noun", "person_nouns")
    spoken = words_of(scene.language, "answered", "settings")
    if any(scene.units[i].kind is UnitKind.TERM and "to" in lows for i in units):  # "condemned to two years"
        return False
    if deed.hit.phrase.frame == "calling":  # the judgement itself does not count: "calls the role “a life sentence”"
        lows = lows[: next((k for k, low in enumerate(lows) if low in '“«"‘'), len(lows))]
    for low in lows:
        if low in words:
            return True
        if low in spoken:
            return False
    return any(scene.units[i].of in cast.held for i in units if scene.units[i].of >= 0)


def _is_evaluated(cast: Cast, deed: Deed) -> bool:
    """True if a judging word or words in quote marks follow: "called the term 'disproportionate'"."""
    words = words_of(cast.scene.language, "evaluation", "settings")
    return any(w in words or w in '“”«»"‘' for w in _lows(cast, _after(cast, deed)))


def _has_prize(cast: Cast, deed: Deed) -> bool:
    words = words_of(cast.scene.language, "prize", "settings")
    stop = cast.scene.bounds[cast.scene.units[deed.hit.last].sentence][1]
    units = range(deed.group.anchor + 1, min(stop, deed.hit.last + 14))
    return any(w in words for w in _lows(cast, units))


def _is_imperative(cast: Cast, deed: Deed) -> bool:
    """True for "Free X!" at the head of a sentence or quote."""
    scene = cast.scene
    i = deed.hit.first
    first, stop = scene.bounds[scene.units[i].sentence]
    opens = (
        i == first
        or scene.units[i - 1].kind is UnitKind.MARK
        or (i <= first + 2 and scene.units[first].low in ("i", "ii", "iii", "iv", "a", "b", "c"))
        or scene.units[i - 1].low in ("please", "and", "immediately")
    )
    return (
        opens
        and i + 1 < stop
        and (scene.is_person(scene.units[i + 1]) or scene.units[i + 1].low in ("him", "her", "them", "all", "our", "the"))
    )


def _has_body(cast: Cast, deed: Deed) -> bool:
    """True if a body or person acts; a mere wish or fear of nobody is none."""
    return bool(actors_of(cast, deed.group) or speaker_beside(cast.scene, deed.hit.first))


def _meets_held(cast: Cast, deed: Deed) -> bool:
    return any(cast.scene.units[i].of in cast.held for i in _after(cast, deed, 5) if cast.scene.units[i].of >= 0)


NEEDS: Final[dict[str, Callable[[Cast, Deed], bool]]] = {
    "judged": _judges_custody,
    "evaluated": _is_evaluated,
    "prize": _has_prize,
    "imperative": _is_imperative,
    "body": _has_body,
    "worried": lambda cast, d: all(
        cast.scene.entities[a].kind is not EntityKind.PERSON or is_authority(cast.scene, a) for a in actors_of(cast, d.group)
    ),
    "verbal": lambda _, d: d.group.voice not in (Voice.NOUN, Voice.STATUS),
    "detained": _meets_held,
    "notrefused": lambda cast, d: not any(w in ("refused", "without", "no") for w in d.group.helpers),
}


# ----- demands -----------------------------------------------------------------------------------------------------------


def freeing(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "called for the release of X", "urged the government to free X", "demanded that the three be let go"."""
    scene = cast.scene
    if deed.group.voice in (Voice.STATUS,) or _is_refused(scene, deed):
        return None
    freed = _not_kin(cast, freed_persons(cast, deed.hit), deed.hit.last)
    if not freed.is_someone:
        return None
    addressees = _addressees(cast, deed)
    return _action(cast, deed, actors_of(cast, deed.group, quotes), freed.persons, addressees=addressees)


def _not_kin(cast: Cast, who: Who, at: int) -> Who:
    """Of "their daughter" or "our colleague", the held person that is meant."""
    if (who.persons and any(cast.scene.entities[p].is_named for p in who.persons)) or not who.is_someone:
        return who
    if who.how in ("somebody's relative", "mention without a name"):
        return _spoken_of(cast, at)
    return who


def _is_refused(scene: Scene, deed: Deed) -> bool:
    return decide_realis(scene, deed.group).realis is Realis.NEGATED


def freed(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "X must be released": the subject is to be freed, and whoever says so asks for it."""
    scene = cast.scene
    subject = find_subject(scene, VerbGroup(deed.hit.first, deed.hit.first, Voice.PASSIVE))
    who = resolve_group(cast, subject)
    actors = quoted_speaker(scene, deed.hit.first, quotes) or speaker_beside(scene, deed.hit.first)
    return _action(cast, deed, actors, who.persons) if actors and who.is_someone else None


def imperative(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "Free X!"."""
    who = resolve_group(cast, find_object(cast.scene, deed.hit.last + 1))
    actors = quoted_speaker(cast.scene, deed.hit.first, quotes)
    if not actors and not _is_asked_above(cast, deed):
        actors = speaker_beside(cast.scene, deed.hit.first)
        if not actors:
            return None
    return _action(cast, deed, actors, who.persons)


def _is_asked_above(cast: Cast, deed: Deed) -> bool:
    """True for an item of a list whose heading asks: "Please write and ask them to: (i) release X"."""
    number = cast.scene.units[deed.hit.first].sentence
    asks = words_of(cast.scene.language, "asked_by", "realis")
    for item_list in cast.lists:
        if number in item_list.items and item_list.heading is not None:
            return any(u.low in asks for u in cast.scene.units[slice(*cast.scene.bounds[item_list.heading])])
    return False


def freed_persons(cast: Cast, hit: Hit) -> Who:
    """Whom the words ask to free: after "release (of)", before "be released", or by "his release"."""
    scene = cast.scene
    start, stop = scene.bounds[scene.units[hit.first].sentence]
    last = hit.last
    before = scene.units[last - 1].low if last > start else ""
    be = next((i for i in range(hit.first, last + 1) if scene.units[i].low in ("be", "are", "is")), None)
    if be is not None and (scene.units[last].low not in ("release", "free") or "set" in [scene.units[i].low for i in hit.units]):
        that = next((i for i in range(be, hit.first, -1) if scene.units[i].low == "that"), hit.first)
        who = resolve_group(cast, find_object(scene, that + 1)) if that + 1 < be else NOBODY
        if who.is_someone:
            return who
    nouns = words_of(scene.language, "custody_noun", "person_nouns")
    for i in range(hit.first + 1, last):  # "his immediate release", "X's release"; not "overturn his conviction and release"
        if any(scene.units[j].low in nouns for j in range(i, last)):
            continue
        if scene.units[i].low in ("his", "her", "their"):
            return resolve_noun(cast, i) if scene.units[i].kind is UnitKind.WORD else resolve_mention(cast, i)
        if scene.units[i].low in ("'s", "'") and scene.is_person(scene.units[i - 1]):
            return resolve_mention(cast, i - 1)
        if scene.units[i].low in ("'s", "'") and is_person_noun(scene, scene.units[i - 1]):
            return resolve_noun(cast, i - 1)
    del before
    return _listed_after(cast, last + 1, stop)


def resolve_mention(cast: Cast, i: int) -> Who:
    return resolve_group(cast, NounGroup(i, i + 1, (i,)))


def _listed_after(cast: Cast, first: int, stop: int) -> Who:
    """The persons after "release (of)", with those that "including", "among them" or ":" adds."""
    scene = cast.scene
    while first < stop and (
        scene.units[first].low in ("of", "for", "from", "go", "immediately", "unconditionally", "and", "all")
        or scene.units[first].low.endswith("ly")
    ):
        if scene.units[first].low == "from":
            return _spoken_of(cast, first)
        first += 1
    persons: list[int] = []
    for i in range(first, stop):
        unit = scene.units[i]
        if scene.is_person(unit) and scene.entities[unit.of].is_named:
            if unit.of not in persons and not _is_inside(scene, i, first):
                persons.append(unit.of)
        elif _ends_list(scene, i) and (persons or unit.low in _ALWAYS_ENDS):
            break
    if persons:
        return Who(tuple(persons), None, "named")
    return resolve_group(cast, find_object(scene, first)) if first < stop else NOBODY


_ALWAYS_ENDS: Final = frozenset({";", ".", "because", "after", "saying"})
_ENDS: Final = frozenset({"who", "whose", "while", "which", "in", "on"}) | _ALWAYS_ENDS


def _ends_list(scene: Scene, i: int) -> bool:
    """True where the list of those to be freed can end: at a mark, another clause, a place or a day."""
    return scene.units[i].low in _ENDS or (is_finite(scene, i) and not _in_relative(scene, i))


def _in_relative(scene: Scene, i: int) -> bool:
    return scene.has(scene.units[i - 1], "relative") or scene.units[i - 1].low in ("not", "are")


def _is_inside(scene: Scene, i: int, first: int) -> bool:
    """True for a name that is no freed person: "the husband of X", "X's lawyer", "X, arrested with Y"."""
    before = scene.units[i - 1].low if i > first else ""
    return before in ("with", "by", "against") or (i + 1 < len(scene.units) and scene.units[i + 1].low in ("'s",))


def _spoken_of(cast: Cast, at: int) -> Who:
    focus = focus_person(cast, at)
    return Who((focus,), None, "the person spoken of") if focus is not None else NOBODY


def _addressees(cast: Cast, deed: Deed) -> tuple[int, ...]:
    """Of whom it is asked: between the verb and "to release", or after "on"."""
    scene = cast.scene
    for i in range(deed.hit.first + 1, deed.hit.last):
        unit = scene.units[i]
        if (
            unit.of >= 0
            and not (scene.is_person(unit) and unit.of in cast.held)
            and "to" in [scene.units[j].low for j in range(i + 1, deed.hit.last + 1)]
        ):
            return (unit.of,)
    return ()


# ----- judgements --------------------------------------------------------------------------------------------------------


def judging(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "condemned the arrests", "voiced concern over the verdict against X"; an authority's word about critics is a response, not this."""
    if deed.group.voice is Voice.STATUS or deed.group.voice is Voice.NOUN:
        return None
    actors = actors_of(cast, deed.group, quotes)
    if not actors or all(a in cast.held or "lawyer" in cast.scene.entities[a].roles for a in actors):
        return None
    return _action(cast, deed, actors, judged_persons(cast, deed.hit, custody))


calling = judging


def judged_persons(cast: Cast, hit: Hit, custody: Sequence[Custody]) -> tuple[int, ...]:
    """Whom a judgement is about: named after it, or those of the events that its noun means ("these arrests", "the verdict")."""
    scene = cast.scene
    stop = scene.bounds[scene.units[hit.last].sentence][1]
    persons: list[int] = []
    noun = ""
    nouns = words_of(scene.language, "custody_noun", "person_nouns")
    for i in range(hit.first + 1, stop):
        unit = scene.units[i]
        if scene.is_person(unit) and scene.entities[unit.of].is_named and (unit.of in cast.held or not is_authority(scene, unit.of)):
            if unit.of not in persons:
                persons.append(unit.of)
        elif unit.low in nouns and not noun:
            noun = unit.low
            if i + 2 < stop and scene.units[i + 1].low in ("of", "against", "for", "on"):
                told = resolve_group(cast, find_object(scene, i + 2))
                persons += [p for p in told.persons if p not in persons]
            elif scene.units[i - 1].low in ("his", "her", "their"):
                found = resolve_noun(cast, i - 1) if scene.units[i - 1].kind is UnitKind.WORD else resolve_mention(cast, i - 1)
                persons += [p for p in found.persons if p not in persons]
        elif unit.low in (";", "saying", "adding") or (is_finite(scene, i) and i > hit.last + 1 and (persons or noun)):
            break
    if persons or not noun:
        return tuple(persons)
    if noun in _OF_NOBODY:
        return ()
    if noun.endswith("s"):
        return _of_events(cast, hit.first, custody)
    if recent := _of_last_event(cast, hit.first, noun, custody):
        return recent
    focus = focus_person(cast, hit.first)
    return (focus,) if focus in cast.held and focus is not None else ()


# Policies and climates: who judges them speaks of nobody in particular.
_OF_NOBODY: Final = frozenset(
    "crackdown persecution harassment prosecution custody torture misuse repression violence intimidation killings impunity".split()
)
_BY_COURT: Final = (CustodyType.CONVICTED, CustodyType.SENTENCED, CustodyType.ACQUITTED, CustodyType.APPEAL_REJECTED)


def _of_last_event(cast: Cast, at: int, noun: str, custody: Sequence[Custody]) -> tuple[int, ...]:
    """The persons of the event that "the verdict" or "the arrest" means: the nearest of its kind before, else after, else any."""
    index = {e.id: i for i, e in enumerate(cast.scene.entities)}
    place = cast.scene.units[at].span.start
    court = noun in ("verdict", "sentence", "ruling", "conviction", "sentencing", "trial", "term", "judgment", "judgement", "punishment")
    told = [c for c in custody if c.realis is Realis.ASSERTED and c.persons]
    alike = [c for c in told if (c.type in _BY_COURT) == court] or told
    alike.sort(key=lambda c: (c.trigger.start > place, abs(c.trigger.start - place)))
    return tuple(index[p] for p in alike[0].persons) if alike else ()


_DEPRIVING: Final = (
    CustodyType.DETAINED,
    CustodyType.ARRESTED,
    CustodyType.REMANDED,
    CustodyType.SENTENCED,
    CustodyType.CONVICTED,
    CustodyType.CHARGED,
)


def _of_events(cast: Cast, at: int, custody: Sequence[Custody]) -> tuple[int, ...]:
    """Everyone whom the text shows arrested, held or sentenced before `at`."""
    index = {e.id: i for i, e in enumerate(cast.scene.entities)}
    place = cast.scene.units[at].span.start
    told = [c for c in custody if c.type in _DEPRIVING and c.realis is Realis.ASSERTED]
    before = [c for c in told if c.trigger.start < place] or told
    return tuple(dict.fromkeys(index[p] for c in before for p in c.persons))


# ----- prizes, sanctions, meetings ---------------------------------------------------------------------------------------


def giving(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "gave its prize to X", "X was awarded the prize"."""
    scene = cast.scene
    if deed.group.voice in (Voice.NOUN, Voice.STATUS):
        return None
    if deed.group.voice in (Voice.PASSIVE, Voice.REDUCED):
        who = resolve_group(cast, find_subject(scene, deed.group))
        if not who.persons:
            who = _after_to(cast, deed.hit.first)
        return _action(cast, deed, actors_of(cast, deed.group), who.persons) if who.persons else None
    who = _after_to(cast, deed.hit.last)
    if not who.persons:
        who = resolve_group(cast, find_object(scene, deed.group.anchor + 1))
    return _action(cast, deed, actors_of(cast, deed.group, quotes), who.persons) if who.persons else None


def _after_to(cast: Cast, first: int) -> Who:
    scene = cast.scene
    stop = scene.bounds[scene.units[first].sentence][1]
    for i in range(first + 1, min(stop, first + 10)):
        if scene.units[i].low == "to":
            return resolve_group(cast, find_object(scene, i + 1))
    return NOBODY


def getting(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "X won the prize"."""
    if deed.group.voice in (Voice.NOUN, Voice.STATUS, Voice.PASSIVE):
        return None
    who = resolve_group(cast, find_subject(cast.scene, deed.group))
    return _action(cast, deed, (), who.persons) if who.persons else None


def goes(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "The prize went to X"."""
    who = resolve_group(cast, find_object(cast.scene, deed.hit.last + 1))
    return _action(cast, deed, (), who.persons) if who.persons else None


def striking(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "sanctioned eight officials", "imposed visa restrictions on X"."""
    scene = cast.scene
    if deed.group.voice in (Voice.NOUN, Voice.STATUS):
        return None
    if deed.group.voice in (Voice.PASSIVE, Voice.REDUCED):
        targets = resolve_group(cast, find_subject(scene, deed.group)).persons
    else:
        targets = _struck(cast, deed)
    if any(t in cast.held for t in targets):
        return None  # "were sanctioned with 20 days of arrest": a punishment of those held
    actors = actors_of(cast, deed.group, quotes)
    return _action(cast, deed, actors, (), targets=targets) if actors or targets else None


def _struck(cast: Cast, deed: Deed) -> tuple[int, ...]:
    """The persons named as targets: the object, or those after "on" or "against"."""
    scene = cast.scene
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    persons: list[int] = []
    for i in range(deed.group.anchor + 1, stop):
        if scene.units[i].low in (";", "who", "for", "over", "after") or is_finite(scene, i):
            break
        if scene.is_person(scene.units[i]) and scene.units[i].of not in persons:
            persons.append(scene.units[i].of)
    return tuple(persons) or listed_under(cast, scene.units[deed.hit.first].sentence)


def meeting(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "visited X in prison": somebody met a person in custody."""
    if deed.group.voice is not Voice.ACTIVE or decide_realis(cast.scene, deed.group).realis is not Realis.ASSERTED:
        return None
    who = resolve_group(cast, find_object(cast.scene, deed.hit.last + 1))
    actors = actors_of(cast, deed.group, quotes)
    if any(a in cast.held or "lawyer" in cast.scene.entities[a].roles for a in actors):
        return None
    return _action(cast, deed, actors, who.persons) if actors and who.persons else None


_Reader = Callable[[Cast, Deed, Sequence[Custody], Sequence[Quote]], "Action | None"]
READERS: Final[dict[str, _Reader]] = {
    "freeing": freeing,
    "freed": freed,
    "imperative": imperative,
    "judging": judging,
    "calling": calling,
    "giving": giving,
    "getting": getting,
    "goes": goes,
    "striking": striking,
    "meeting": meeting,
}


def _action(
    cast: Cast,
    deed: Deed,
    actors: Sequence[int],
    beneficiaries: Sequence[int],
    *,
    addressees: Sequence[int] = (),
    targets: Sequence[int] = (),
) -> Action:
    scene = cast.scene
    place = scene.units[deed.hit.first]
    ids = [e.id for e in scene.entities]
    realis = decide_realis(scene, deed.group).realis
    return Action(
        id="a1",
        type=deed.type,
        subtype=deed.hit.phrase.subtype,
        trigger=Span(place.span.start, place.span.stop),
        actors=tuple(ids[a] for a in dict.fromkeys(actors) if a not in beneficiaries),
        addressees=tuple(ids[a] for a in addressees),
        beneficiaries=tuple(ids[b] for b in beneficiaries if b not in actors),
        targets=tuple(ids[t] for t in targets),
        date=decide_date(EventPlace(scene, deed.hit.first, deed.hit.last, deed.group, (), None)) or _dateline_of(scene, deed),
        realis=realis if realis in (Realis.PLANNED, Realis.NEGATED) else Realis.ASSERTED,
        passages=(Passage.cut(scene.document.source.id, scene.text, scene.document.sentences[place.sentence].span),),
        confidence=0.7,
        reader=READER,
    )


def _dateline_of(scene: Scene, deed: Deed) -> DateValue | None:
    """ "New York, October 10 — The committee condemns …": the dateline of a statement dates what the statement does."""
    low = scene.units[deed.group.anchor].low
    if deed.group.helpers or low.endswith(("ed", "ing")) or scene.has_any(scene.units[deed.group.anchor], ("past_verb", "participle")):
        return None
    first = scene.bounds[scene.units[deed.hit.first].sentence][0]
    found = [i for i in range(first, deed.hit.first) if scene.units[i].kind is UnitKind.DATE and is_dateline(scene, i)]
    return scene.dates[scene.units[found[0]].place] if found else None


_STATEMENTS: Final = frozenset({"statement", "resolution", "letter", "declaration", "communique", "communiqué", "tweet"})


def dated_together(cast: Cast, actions: Sequence[Action]) -> list[Action]:
    """The actions; one without a date takes that of an action in its sentence, of the statement it cites, or of the list it stands in."""
    scene = cast.scene
    out: list[Action] = []
    for action in actions:
        number = scene.units[scene.at(action.trigger.start)].sentence
        if action.date is None:
            known = [a for a in out if a.date is not None]
            here = [a for a in known if scene.units[scene.at(a.trigger.start)].sentence == number]
            cites = any(u.low in _STATEMENTS for u in scene.units[slice(*scene.bounds[number])])
            date = here[-1].date if here else known[-1].date if cites and known else _date_of_list(cast, number)
            action = replace(action, date=date)
        out.append(action)
    return out


def _date_of_list(cast: Cast, number: int) -> DateValue | None:
    """For an item of a resolution, the day on which the resolution is adopted: in a sentence above that tells of it."""
    scene = cast.scene
    heading = next((x.heading for x in cast.lists if number in x.items), None)
    if heading is None:
        return None
    for above in range(heading, -1, -1):
        units = scene.units[slice(*scene.bounds[above])]
        dates = [u for u in units if u.kind is UnitKind.DATE]
        if dates and (len(units) <= 12 or any(u.low in ("resolution", "statement", "adopted", "adopts") for u in units)):
            return scene.dates[dates[-1].place]
    return None


def headline_stop(scene: Scene) -> int:
    """Where the headline ends: a first sentence without a full stop."""
    if not scene.document.sentences:
        return 0
    first = scene.document.sentences[0].span
    return 0 if first.words(scene.text).rstrip('”" ').endswith((".", "!", "?")) else first.stop


def _once(scene: Scene, found: Sequence[Action]) -> tuple[Action, ...]:
    """Each action once: one type by the same actors for the same persons on one day is one claim with all its passages."""
    headline = headline_stop(scene)
    kept: list[Action] = []
    for action in found:
        for i, known in enumerate(kept):
            if _is_same(known, action, headline):
                place = action.trigger if known.trigger.stop <= headline else known.trigger
                passages = tuple(dict.fromkeys((*known.passages, *action.passages)))
                whom = known.beneficiaries or action.beneficiaries
                by = known.actors or action.actors
                kept[i] = replace(known, trigger=place, actors=by, beneficiaries=whom, date=known.date or action.date, passages=passages)
                break
        else:
            kept.append(action)
    return tuple(replace(a, id=f"a{n}", confidence=confidence_of(a, scene)) for n, a in enumerate(kept, 1))


def _is_same(a: Action, b: Action, headline: int) -> bool:
    """True if `b` tells `a` again: the same deed by the same for the same, or in full what the headline only names."""
    who = (
        a.type is b.type
        and a.subtype == b.subtype
        and a.actors == b.actors
        and a.beneficiaries == b.beneficiaries
        and a.targets == b.targets
    )
    by_one = a.actors == b.actors or not a.actors or bool(set(a.actors) & set(b.actors))
    if a.type is b.type and by_one and a.trigger.stop <= headline and not a.beneficiaries and not a.targets:
        return True
    return who and a.realis is b.realis and (a.date is None or b.date is None or a.date.edtf == b.date.edtf)
