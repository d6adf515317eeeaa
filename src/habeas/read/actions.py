"""Who did what about a case: demands for release, condemnations, prizes, sanctions, meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Action, Claim, Custody, Quote
from habeas.case.dates import DateValue
from habeas.case.passage import Passage, Span
from habeas.case.vocabulary import TOLD, ActionType, CustodyType, EntityKind, MentionForm, Realis
from habeas.languages.english import ENGLISH
from habeas.read.action_needs import NEEDS, Deed, told_before
from habeas.read.action_tellings import dated_together, merge_actions
from habeas.read.at_large import is_a_thing
from habeas.read.authorship import authors_of, signatories
from habeas.read.bodies import (
    actors_of,
    acts_unnamed,
    document_author,
    is_authority,
    is_envoy,
    is_in_marks,
    named_actors,
    officeholder,
    quoted_speaker,
    sayers,
    speaker_beside,
    with_bodies,
)
from habeas.read.case_people import is_one, meant_by_pronoun
from habeas.read.cast import NOBODY, Cast, Who, gather_cast
from habeas.read.clauses import find_object, find_subject, words_of_object
from habeas.read.custody import find_called_held, speaks_of_authorities
from habeas.read.custody_events import READER
from habeas.read.custody_links import listed_under
from habeas.read.event_dates import EventPlace, decide_date, is_dateline
from habeas.read.event_places import named_place
from habeas.read.grammar import words_of
from habeas.read.helped import freed_beside, freed_persons, not_kin, resolve_case
from habeas.read.judged import judged_persons
from habeas.read.listed_demands import ListedDemand, asks_readers, listed_demands
from habeas.read.norms import find_norms
from habeas.read.noun_groups import is_person_noun
from habeas.read.patterns import Hit, find_phrases, load_phrases, telling_unit
from habeas.read.persons_of_event import resolve_group
from habeas.read.realis import decide_realis
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import VerbGroup, Voice, as_deed, find_verb_group, is_finite, without_verb


def read_actions(scene: Scene, custody: Sequence[Custody] = (), quotes: Sequence[Quote] = ()) -> tuple[Action, ...]:
    """The actions of a scene; the custody events tell whom "these arrests" and "the detained" mean."""
    cast = cast_of(scene, custody)
    hits = find_phrases(scene, load_phrases(scene.language, "actions"), every=True)
    found: list[Action] = []
    taken: set[int] = set()
    listed = list(listed_demands(cast, quotes)) if speaks_of_authorities(scene) else []
    in_items = {n for demand in listed for n in demand.items}
    taken.update(demand.deed.hit.first for demand in listed)
    hits = hits if speaks_of_authorities(scene) else [h for h in hits if h.phrase.type in ("condemn", "meeting")]
    for hit in sorted(hits, key=lambda h: (h.first, -len(h.phrase.elements))):
        hit = _as_before(scene, hit, found)
        if hit.phrase.type == _SAME:
            continue
        if hit.phrase.type == ActionType.DEMAND_RELEASE and scene.units[hit.first].sentence in in_items:
            continue
        deed = _deed(scene, hit)
        if not taken.isdisjoint(hit.units) or not all(NEEDS[n](cast, deed) for n in hit.phrase.needs):
            continue
        if hit.phrase.frame == "echoing":
            action = echoing(cast, deed, found[-1], quotes)
        else:
            action = READERS[deed.hit.phrase.frame](cast, deed, custody, quotes)
        if action is not None and not _is_a_court_at_work(scene, action):
            taken.update(hit.units)
            found.append(action)
    found = sorted((*found, *_listed(cast, listed)), key=lambda a: a.trigger.start)
    found = asked_through_readers(scene, found)
    return merge_actions(scene, dated_together(cast, _judged_of_the_same(cast, found)))


def _listed(cast: Cast, listed: Sequence[ListedDemand]) -> Iterator[Action]:
    """The demands that lists make."""
    for demand in listed:
        action = action_of(cast, demand.deed, demand.actors, demand.freed, addressees=demand.addressees)
        if action is not None:
            yield action


def asked_through_readers(scene: Scene, found: Sequence[Action]) -> list[Action]:
    """The actions; what readers are to write for ("Please write to the authorities, urging them to release X") is asked by whoever
    judges or asks in the rest of the text."""
    told = Counter(f.actors for f in found if f.actors and f.type in (ActionType.CONDEMN, ActionType.DEMAND_RELEASE))
    ids = tuple(scene.entities[a].id for a in authors_of(scene))
    author = ids or (told.most_common(1)[0][0] if told else ())
    return [replace(f, actors=author) if not f.actors and asks_readers(scene, scene.at(f.trigger.start)) else f for f in found]


def _is_a_court_at_work(scene: Scene, action: Action) -> bool:
    """True for "the court quashed the order, deeming it vague": what courts say of a case is no condemnation."""
    courts = {e.id for e in scene.entities if e.kind is EntityKind.COURT}
    return action.type is ActionType.CONDEMN and bool(action.actors) and set(action.actors) <= courts


def _judged_of_the_same(cast: Cast, found: Sequence[Action]) -> list[Action]:
    """The actions; "condemned the arrest and called for the release of X" judges the arrest of X, and so does an item of a list
    that speaks of "forced confessions" under one about X."""
    scene = cast.scene
    out: list[Action] = []
    for action in found:
        number = scene.units[scene.at(action.trigger.start)].sentence
        if action.type is ActionType.CONDEMN and not action.beneficiaries and action.what is not None:
            beside = [
                a
                for a in found
                if a.type is ActionType.DEMAND_RELEASE
                and a.actors == action.actors
                and len(a.beneficiaries) == 1
                and scene.units[scene.at(a.trigger.start)].sentence == number
            ]
            if beside and action.what.words(scene.text).lower() in _THE_ARREST:
                action = replace(action, beneficiaries=beside[0].beneficiaries)
            elif any(number in x.items for x in cast.lists) and _is_of_one_case(scene, number):
                above = [a for a in out if a.actors == action.actors and a.beneficiaries]
                action = replace(action, beneficiaries=above[-1].beneficiaries) if above else action
        out.append(action)
    return out


def _is_of_one_case(scene: Scene, number: int) -> bool:
    """True for "the use of forced confessions", "the denial of medical care": what befell those of the case; not "attacks on journalists"."""
    units = scene.units[slice(*scene.bounds[number])]
    return any(u.low in _IN_THE_CASE for u in units) and not any(is_person_noun(scene, u) for u in units)


_IN_THE_CASE: Final = ENGLISH.group("actions.in_the_case")
_THE_ARREST: Final = frozenset(f"the {noun}" for noun in ("arrest", "detention", "verdict", "sentence", "conviction", "imprisonment"))
_SAME: Final = "same"


def _as_before(scene: Scene, hit: Hit, found: Sequence[Action]) -> Hit:
    """The hit; "demanded the same" and "joined the call" repeat the demand right before them, if one is."""
    if hit.phrase.type != _SAME or not found or found[-1].type is not ActionType.DEMAND_RELEASE:
        return hit
    number = scene.units[scene.at(found[-1].trigger.start)].sentence
    is_near = 0 <= scene.units[hit.first].sentence - number <= 2
    return replace(hit, phrase=replace(hit.phrase, type=found[-1].type.value)) if is_near else hit


def cast_of(scene: Scene, custody: Sequence[Claim]) -> Cast:
    """The cast of a document whose custody events are known."""
    index = {e.id: i for i, e in enumerate(scene.entities)}
    told = [c for c in custody if isinstance(c, Custody) and c.realis in TOLD]
    held = [index[p] for c in told for p in c.persons]
    cast = gather_cast(scene, tuple(dict.fromkeys((*held, *find_called_held(scene)))))
    free = {p: c.trigger.start for c in told for p in c.persons if c.type in _FREE_AGAIN}
    again = {p for c in told for p in c.persons if c.type in _TAKEN and c.trigger.start > free.get(p, c.trigger.start)}
    cast.out = tuple(index[p] for p in free if p not in again)
    cast.events.extend((scene.at(c.trigger.start), tuple(index[p] for p in c.persons)) for c in told)
    return cast


_FREE_AGAIN: Final = (CustodyType.RELEASED, CustodyType.ACQUITTED, CustodyType.DIED)
_TAKEN: Final = (CustodyType.DETAINED, CustodyType.ARRESTED, CustodyType.REMANDED, CustodyType.DETENTION_EXTENDED)


def _deed(scene: Scene, hit: Hit) -> Deed:
    for unit, element in zip(hit.units, hit.phrase.elements, strict=False):
        if element.verbs:
            group = find_verb_group(scene, unit, element.verbs)
            return Deed(hit, ActionType(hit.phrase.type), group if hit.phrase.frame in ("giving", "striking") else as_deed(scene, group))
    if scene.units[hit.first].low == "in":  # "went on strike in protest against the jailing of X": who struck, protests
        first = scene.bounds[scene.units[hit.first].sentence][0]
        verb = next((j for j in range(hit.first - 1, first, -1) if is_finite(scene, j) or scene.units[j].low in _WENT), None)
        if verb is not None:
            return Deed(hit, ActionType(hit.phrase.type), replace(without_verb(scene, verb), voice=Voice.ACTIVE))
    is_marked = hit.first > 0 and scene.units[hit.first - 1].low in ("“", '"', "«")  # "is “troubled” by"
    bare = without_verb(scene, hit.first - is_marked)
    return Deed(hit, ActionType(hit.phrase.type), replace(bare, anchor=hit.first, voice=Voice.ACTIVE))


_WENT: Final = frozenset({"went", "struck", "walked", "wrote", "left", "go", "goes", "marched", "rallied", "gathered"})


# ----- demands -----------------------------------------------------------------------------------------------------------


def freeing(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "called for the release of X", "urged the government to free X", "demanded that the three be let go"."""
    scene = cast.scene
    if deed.group.voice is Voice.STATUS or _is_refused(scene, deed) or _frees_nobody(scene, deed):
        return None
    is_asked = _is_asked_above(cast, deed) or asks_readers(scene, deed.hit.first)
    actors = () if is_asked else actors_of(cast, deed.group, quotes) or _askers_behind(cast, deed)
    actors = _but_whom_they_address(scene, deed, actors)
    freed = not_kin(cast, freed_persons(cast, deed.hit, actors), deed.hit.last)
    if not freed.is_someone or (not actors and _opens_clause(scene, deed.hit.first)):
        return None
    return action_of(cast, deed, actors, freed.persons, addressees=_addressees(cast, deed))


def _frees_nobody(scene: Scene, deed: Deed) -> bool:
    """True for "let the family speak to him", "free growers from the levy", "Have you asked for …?"."""
    first, stop = scene.bounds[scene.units[deed.hit.last].sentence]
    last = scene.units[deed.hit.last].low
    behind = scene.units[deed.hit.last + 1 : min(stop, deed.hit.last + 12)]
    if last == "let" and not any(u.low in _OUT for u in behind):
        return True
    if last == "free" and (out := next((k for k, u in enumerate(behind) if u.low == "from"), None)) is not None:
        of = [w for u in behind[out + 1 : out + 5] for w in u.low.split()]
        if _OUT_OF.isdisjoint(of) and not any(u.form is MentionForm.NAME for u in behind[out + 1 : out + 4]):
            return True
    asks_somebody = deed.group.first > first and scene.units[deed.group.first - 1].low == "you"
    return asks_somebody and scene.units[stop - 1].low == "?"


_OUT: Final = frozenset({"go", "out", "home", "free", "walk", "leave", "return", "goes", "come", "travel"})
_OUT_OF: Final = ENGLISH.group("actions.out_of")


def _but_whom_they_address(scene: Scene, deed: Deed, actors: tuple[int, ...]) -> tuple[int, ...]:
    """Those who ask, in "Mr President, relatives and friends ask you to let them go": not the one who is spoken to."""
    if len(actors) < 2 or not any(scene.units[i].low == "you" for i in range(deed.hit.first + 1, deed.hit.last)):
        return actors
    first = scene.bounds[scene.units[deed.hit.first].sentence][0]
    opens = (i for i in range(first, min(first + 2, deed.hit.first)) if scene.units[i].form is MentionForm.NAME)
    called = [scene.units[i].of for i in opens if scene.units[i + 1].low == ","]
    return tuple(a for a in actors if a not in called)


def _askers_behind(cast: Cast, deed: Deed) -> tuple[int, ...]:
    """Who asks, of "appeals for her release from X and Y", "a petition for his freedom, launched by X": those behind the noun."""
    scene = cast.scene
    if deed.group.voice is not Voice.NOUN and scene.units[deed.hit.first].low not in _APPEALS:
        return ()
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    for i in range(deed.hit.last + 1, min(stop - 1, deed.hit.last + 12)):
        if scene.units[i].low == "from" or (scene.units[i].low == "by" and scene.units[i - 1].low in _MADE):
            by = find_object(scene, i + 1)
            return tuple(dict.fromkeys(scene.units[k].of for k in by.heads if scene.is_body(scene.units[k]))) or named_actors(cast, by)
        if is_finite(scene, i) and scene.units[i].low not in _MADE:
            return ()
    return ()


_APPEALS: Final = frozenset("appeal appeals call calls plea pleas demand demands petition petitions request requests campaign".split())
_MADE: Final = frozenset("launched tabled signed made issued organised organized started backed supported led initiated filed".split())


def echoing(cast: Cast, deed: Deed, before: Action, quotes: Sequence[Quote]) -> Action | None:
    """ "The bar demanded the same", "CPJ joined the call": for those for whom it was asked right before."""
    index = {e.id: i for i, e in enumerate(cast.scene.entities)}
    actors = actors_of(cast, deed.group, quotes)
    if not actors or set(before.actors) & {cast.scene.entities[a].id for a in actors} or _is_refused(cast.scene, deed):
        return None
    return action_of(cast, deed, actors, tuple(index[b] for b in before.beneficiaries))


def demanded(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "Her release was demanded by X", "calls for his release came from X": who asks stands behind, who is to be freed beside "release"."""
    scene = cast.scene
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    if deed.hit.last + 1 >= stop:
        return None
    by = find_object(scene, deed.hit.last + 1)
    actors = tuple(dict.fromkeys(scene.units[i].of for i in by.heads if scene.is_body(scene.units[i]))) or named_actors(cast, by)
    release = next((i for i in deed.hit.units if scene.units[i].low in _RELEASE), deed.hit.first)
    freed = not_kin(cast, freed_beside(cast, release, actors), release)
    return action_of(cast, deed, actors, freed.persons) if actors and freed.is_someone else None


_RELEASE: Final = frozenset({"release", "freedom", "liberation", "pardon"})


def _opens_clause(scene: Scene, i: int) -> bool:
    """True for the noun of "Calls to release convicts cannot be discussed": nothing stands before it in its clause."""
    start = scene.bounds[scene.units[i].sentence][0]
    return scene.units[i].low.endswith("s") and i > start and scene.units[i - 1].low == ","


def wanting(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "wants him home", "wants the two out before Lent"."""
    actors = actors_of(cast, deed.group, quotes)
    freed = resolve_case(cast, find_object(cast.scene, deed.group.anchor + 1), deed.group.anchor + 1, actors)
    if not freed.is_someone or deed.group.voice in (Voice.NOUN, Voice.STATUS):
        return None
    return action_of(cast, deed, actors, freed.persons)


def _is_refused(scene: Scene, deed: Deed) -> bool:
    return decide_realis(scene, deed.group).realis is Realis.NEGATED or _is_turned_down(scene, deed.group.first)


def _is_turned_down(scene: Scene, first: int) -> bool:
    """True for "rejected a request to release X", "turned down her petition": the noun is what somebody else had asked."""
    before = [u.low for u in scene.units[max(scene.bounds[scene.units[first].sentence][0], first - _REFUSED_NEAR) : first]]
    return not _ITS_NOUN.isdisjoint(before[-1:]) and not _TURNED_DOWN.isdisjoint(before)


_REFUSED_NEAR: Final = 6  # units from the verb that turns down to the noun
_ITS_NOUN: Final = frozenset({"a", "an", "the", "any", "all", "his", "her", "their", "its"})
_TURNED_DOWN: Final = frozenset("rejected rejects dismissed denied denies refused refuses declined turned ignored overruled".split())


def freed(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "X must be released": the subject is to be freed, and whoever says so asks for it."""
    scene = cast.scene
    subject = find_subject(scene, VerbGroup(deed.hit.first, deed.hit.first, Voice.PASSIVE))
    actors = sayers(cast, deed.hit.first, quotes)
    if not actors and not is_in_marks(scene, deed.hit.first):
        actors = signatories(cast) or _we_who_write(scene)
    who = resolve_case(cast, subject, deed.hit.first, actors)
    return action_of(cast, deed, actors, who.persons) if actors and who.is_someone else None


def _we_who_write(scene: Scene) -> tuple[int, ...]:
    """The authors of a statement that says "we" outside of quotes: "X and Y should be released immediately" is asked by them."""
    return tuple(i for i, e in enumerate(scene.entities) if e.id == "we")


def owing(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "The authorities should release X, the committee said": the subject is asked, and whoever says so asks."""
    scene = cast.scene
    asked = actors_of(cast, deed.group)
    said = sayers(cast, deed.hit.first, quotes)
    actors = tuple(a for a in said if a not in asked)
    who = not_kin(cast, freed_persons(cast, deed.hit, (*asked, *actors)), deed.hit.last)
    if not who.is_someone or _is_refused(scene, deed):
        return None
    return action_of(cast, deed, actors, who.persons, addressees=tuple(a for a in asked if a not in who.persons))


def imperative(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "Free X!"."""
    if is_a_thing(cast.scene, deed.hit.last + 1, cast.scene.bounds[cast.scene.units[deed.hit.last].sentence][1]):
        return None
    who = resolve_case(cast, find_object(cast.scene, deed.hit.first + 1), deed.hit.first)
    actors = quoted_speaker(cast.scene, deed.hit.first, quotes)
    if not actors and not _is_asked_above(cast, deed):
        actors = speaker_beside(cast.scene, deed.hit.first) or document_author(cast.scene)
        if not actors:
            return None
    return action_of(cast, deed, actors, who.persons)


def _is_asked_above(cast: Cast, deed: Deed) -> bool:
    """True for an item of a list whose heading asks: "Please write and ask them to: (i) release X"."""
    number = cast.scene.units[deed.hit.first].sentence
    asks = words_of(cast.scene.language, "asked_by", "realis")
    for item_list in cast.lists:
        if number in item_list.items and item_list.heading is not None:
            return any(u.low in asks for u in cast.scene.units[slice(*cast.scene.bounds[item_list.heading])])
    return False


def _addressees(cast: Cast, deed: Deed) -> tuple[int, ...]:
    """Of whom it is asked: between the verb and "to release", or after "on"."""
    scene = cast.scene
    for i in range(deed.hit.first + 1, deed.hit.last):
        unit = scene.units[i]
        if (
            unit.of >= 0
            and unit.low not in _OWNERS
            and not (scene.is_person(unit) and unit.of in cast.held)
            and "to" in [scene.units[j].low for j in range(i + 1, deed.hit.last + 1)]
        ):
            return (unit.of,)
    return ()


_OWNERS: Final = frozenset({"his", "her", "their", "its", "our", "my"})  # "renewed her call on the authorities"


# ----- judgements --------------------------------------------------------------------------------------------------------


def judging(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "condemned the arrests", "voiced concern over the verdict against X"; an authority's word about critics is a response, not this."""
    if deed.group.voice in (Voice.STATUS, Voice.NOUN) or _is_no_judgement(cast.scene, deed.group) or _is_a_judge(cast.scene, deed):
        return None
    actors = actors_of(cast, deed.group, quotes)
    behind = cast.scene.units[deed.hit.last + 1].low if deed.hit.last + 1 < len(cast.scene.units) else ""
    if deed.hit.phrase.frame == "calling" and behind in ("it", "this", "them") and all(is_authority(cast.scene, a) for a in actors):
        return None  # what an authority so calls is as often what its critics say
    if not actors and acts_unnamed(cast.scene, deed.group):
        return action_of(cast, deed, (), judged_persons(cast, deed.hit, custody, ()))
    return _judged_by(cast, deed, actors, custody)


def _is_a_judge(scene: Scene, deed: Deed) -> bool:
    """True for the noun in "a Managua judge ordered"."""
    i = deed.hit.first
    return scene.units[i].low == "judge" and (i == 0 or scene.units[i - 1].low not in ("we", "they", "i", "to", "and"))


def _is_no_judgement(scene: Scene, group: VerbGroup) -> bool:
    """True for what somebody is punished for ("jailed for criticising the court") or does not dare ("are afraid to criticise him")."""
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    if group.is_infinitive:
        return group.governor is not None and group.governor >= start and scene.units[group.governor].low in _UNDONE
    if group.helpers or not scene.units[group.anchor].low.endswith("ing"):
        return bool({"having", "being"}.intersection(group.helpers)) and scene.units[max(start, group.first - 1)].low in _PUNISHED
    i = group.first - 1
    while i > start and scene.units[i].kind is not UnitKind.MARK and not is_finite(scene, i):
        if scene.units[i].low in _PUNISHED and scene.units[i + 1].low.endswith("ing"):
            return True
        i -= 1
    return False


_PUNISHED: Final = frozenset({"for", "of"})
_UNDONE: Final = ENGLISH.group("actions.undone")


def _judged_by(cast: Cast, deed: Deed, actors: tuple[int, ...], custody: Sequence[Custody]) -> Action | None:
    if not actors or all(a in cast.held or not _OF_THE_CASE.isdisjoint(cast.scene.entities[a].roles) for a in actors):
        return None
    return action_of(cast, deed, actors, judged_persons(cast, deed.hit, custody, actors, told_before(cast, deed)))


def drawing(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "The sentence drew condemnation from X and Y": those behind "from" or "by" judge it."""
    scene = cast.scene
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    if deed.hit.last + 1 >= stop or deed.group.voice in (Voice.STATUS, Voice.NOUN):
        return None
    by = find_object(scene, deed.hit.last + 1)
    bodies = [scene.units[i].of for i in by.heads if scene.is_body(scene.units[i])]  # "from Amnesty and PEN" as well as "from the envoy"
    return _judged_by(cast, deed, tuple(dict.fromkeys(bodies)) or named_actors(cast, by), custody)


_OF_THE_CASE: Final = frozenset({"lawyer", "prosecutor", "judge"})  # their word about it is part of the trial


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
        return action_of(cast, deed, actors_of(cast, deed.group) or _owner_of_prize(cast, deed), who.persons) if who.persons else None
    who = _after_to(cast, deed.hit.last)
    if not who.persons:
        given = find_object(scene, deed.group.anchor + 1)
        told = tuple(i for i in given.heads if scene.units[i].form is not MentionForm.NOMINAL) or given.possessors
        who = resolve_group(cast, replace(given, heads=told) if told else given)  # of "made her an honorary citizen", "her"
    return action_of(cast, deed, actors_of(cast, deed.group, quotes), who.persons) if who.persons else None


def _after_to(cast: Cast, first: int) -> Who:
    scene = cast.scene
    stop = scene.bounds[scene.units[first].sentence][1]
    for i in range(first + 1, min(stop, first + 10)):
        if scene.units[i].low in ("to", "upon", "on"):
            return resolve_group(cast, find_object(scene, i + 1))
    return NOBODY


def getting(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "X won the prize"."""
    if deed.group.voice in (Voice.NOUN, Voice.STATUS, Voice.PASSIVE):
        return None
    persons = _represented(cast, deed) or resolve_group(cast, find_subject(cast.scene, deed.group)).persons
    return action_of(cast, deed, _owner_of_prize(cast, deed), (*persons, *_sharers(cast, deed))) if persons else None


def _represented(cast: Cast, deed: Deed) -> tuple[int, ...]:
    """For whom a prize is taken: "his wife accepted the award on his behalf", "on behalf of X"."""
    scene = cast.scene
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    for i in range(deed.hit.last + 1, stop):
        if scene.units[i].low != "behalf":
            continue
        if is_one(scene, i - 1):
            subject = find_subject(scene, deed.group)
            meant = meant_by_pronoun(cast, i - 1, [scene.units[k].of for k in subject.heads])
            return () if meant is None else (meant,)
        if i + 2 < stop and scene.units[i + 1].low == "of":
            return resolve_group(cast, find_object(scene, i + 2)).persons
        if scene.units[i - 1].low in ("'s", "'") and scene.units[i - 2].of >= 0:
            return (scene.units[i - 2].of,)
    return ()


def _sharers(cast: Cast, deed: Deed) -> tuple[int, ...]:
    """Those with whom a prize is shared."""
    scene = cast.scene
    if not scene.units[deed.hit.first].low.startswith("shar"):
        return ()
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    by = next((i for i in range(deed.hit.last + 1, stop - 1) if scene.units[i].low == "with"), None)
    return resolve_group(cast, find_object(scene, by + 1)).persons if by is not None else ()


def _owner_of_prize(cast: Cast, deed: Deed) -> tuple[int, ...]:
    """Whose prize it is: "received the Secretary of State's “Champion” award", "won the prize of the union"; nobody where no owner is named."""
    scene = cast.scene
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    at = _prize_at(scene, deed)
    if at is None:
        return ()
    for i in range(at - 1, deed.group.anchor, -1):
        if scene.units[i].low in ("'s", "'"):
            return (scene.units[i - 1].of,) if scene.units[i - 1].of >= 0 else officeholder(scene, deed.group.anchor + 1, i)
    for of in range(at + 1, min(stop - 1, at + 6)):
        if scene.units[of].low in ("of", "from", "by"):
            return next(((scene.units[i].of,) for i in range(of + 1, min(stop, of + 4)) if scene.is_body(scene.units[i])), ())
        if scene.units[of].kind is UnitKind.MARK or is_finite(scene, of):
            break
    return ()


def _prize_at(scene: Scene, deed: Deed) -> int | None:
    """The unit of the prize behind the verb."""
    prize = words_of(scene.language, "prize", "settings")
    stop = min(scene.bounds[scene.units[deed.hit.last].sentence][1], deed.hit.last + 14)
    return next((i for i in range(deed.group.anchor + 1, stop) if scene.units[i].low.split()[-1] in prize), None)


def _prize(scene: Scene, deed: Deed) -> Span | None:
    """The words of the prize."""
    at = _prize_at(scene, deed)
    return None if at is None else Span(scene.units[deed.group.anchor + 1].span.start, scene.units[at].span.stop)


def _manner(scene: Scene, deed: Deed) -> str | None:
    """ "in absentia", of a prize that the person could not take."""
    at = _prize_at(scene, deed) if deed.type is ActionType.AWARD else None
    return "in absentia" if at is not None and "in absentia" in scene.words(at, min(at + 4, len(scene.units))).lower() else None


def _given_in(scene: Scene, deed: Deed) -> Span | None:
    """Where a prize is given: the town that its sentence names, or the one before if that speaks of the honour too ("to be honoured in Oslo")."""
    number = scene.units[deed.hit.first].sentence
    honours = words_of(scene.language, "honouring", "settings")
    for near in range(number, max(-1, number - 2), -1):
        first, stop = scene.bounds[near]
        if near == number or any(u.low in honours for u in scene.units[first:stop]):
            found = (named_place(scene, i + 1, stop) for i in range(first, stop - 1) if scene.units[i].low in ("in", "at"))
            if (place := next((p for p in found if p is not None), None)) is not None:
                return place
    return None


def goes(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "The prize went to X"."""
    scene = cast.scene
    who = resolve_group(cast, find_object(scene, deed.hit.last + 1))
    start = scene.bounds[scene.units[deed.hit.first].sentence][0]
    owner = next((i - 1 for i in range(deed.hit.first - 1, start, -1) if scene.units[i].low in ("'s", "'")), None)
    actors = (scene.units[owner].of,) if owner is not None and scene.is_body(scene.units[owner]) else ()
    return action_of(cast, deed, actors, who.persons) if who.persons else None


def striking(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "sanctioned eight officials", "imposed visa restrictions on X"; not "urged the Union to impose sanctions"."""
    scene = cast.scene
    if deed.group.voice in (Voice.NOUN, Voice.STATUS) or _is_only_asked(scene, deed.group) or _is_declared_held(scene, deed):
        return None
    if deed.group.voice in (Voice.PASSIVE, Voice.REDUCED):
        targets = resolve_group(cast, find_subject(scene, deed.group)).persons
    else:
        targets = _struck(cast, deed)
    if _is_a_noun(scene, deed):
        return None
    if any(t in cast.held for t in targets):
        return None  # "were sanctioned with 20 days of arrest": a punishment of those held
    actors = actors_of(cast, deed.group, quotes)
    targets = tuple(t for t in targets if t not in actors)
    return action_of(cast, deed, actors, (), targets=targets) if actors or targets else None


def _is_a_noun(scene: Scene, deed: Deed) -> bool:
    """True for "the so-called sanctions": what looks like a verb is the noun, where no body stands right before it."""
    i = deed.hit.first
    first = scene.bounds[scene.units[i].sentence][0]
    before = scene.units[i - 1] if i > first else None
    governed = any(
        u.low in ("by", "under", "of", "from", "new", "to") for u in scene.units[max(first, i - 4) : i]
    )  # "targeted by new EU sanctions"
    stands_alone = before is None or (before.of < 0 and not scene.has(before, "adverb"))
    return scene.units[i].low == "sanctions" and (stands_alone or governed)


def _is_declared_held(scene: Scene, deed: Deed) -> bool:
    """True for "designated him as “wrongfully detained”", "designated X a prisoner of conscience": no sanction."""
    if not scene.units[deed.hit.first].low.startswith("designat"):
        return False
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    behind = {w for u in scene.units[deed.hit.last + 1 : min(stop, deed.hit.last + 12)] for w in u.low.split()}
    return not behind.isdisjoint(("detained", "held", "imprisoned", "prisoner", "prisoners", "hostage", "hostages"))


def _is_only_asked(scene: Scene, group: VerbGroup) -> bool:
    """True for an infinitive that a verb of asking governs, nobody having done the deed."""
    if not group.is_infinitive:
        return False
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    asks = words_of(scene.language, "asked_by", "realis")
    for j in range(group.first - 1, max(start, group.first - 12) - 1, -1):
        if scene.units[j].low in asks:
            return True
        if scene.units[j].low == ";":
            break
    return False


def _struck(cast: Cast, deed: Deed) -> tuple[int, ...]:
    """The persons named as targets: the object, or those after "on" or "against"."""
    scene = cast.scene
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    persons: list[int] = []
    for i in range(deed.group.anchor + 1, stop):
        if scene.units[i].low in (";", "who", "for", "over", "after") or is_finite(scene, i):
            break
        lows = [u.low for u in scene.units[deed.hit.first : i]]
        if "list" in lows and "of" in lows[lows.index("list") :] and scene.units[i].form is not MentionForm.NAME:
            continue  # "added to the list of officials"
        if scene.is_person(scene.units[i]) and scene.units[i].of not in persons and scene.units[i].low not in ("others", "many"):
            persons.append(scene.units[i].of)
    listed = listed_under(cast, scene.units[deed.hit.first].sentence)
    is_named = any(scene.entities[p].is_named for p in persons)
    return tuple(persons) if is_named or not listed else listed  # "three officials. They are: …"


def meeting(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "visited X in prison": somebody met a person in custody."""
    if deed.group.voice is not Voice.ACTIVE or decide_realis(cast.scene, deed.group).realis is not Realis.ASSERTED:
        return None
    kin = words_of(cast.scene.language, "kin", "person_nouns")
    if any(not kin.isdisjoint(u.low.split()) for u in cast.scene.units[deed.hit.last + 1 : deed.hit.last + 5]):
        return None  # "met relatives of X"
    who = resolve_group(cast, find_object(cast.scene, deed.hit.last + 1))
    actors = actors_of(cast, deed.group, quotes)
    if any(a in cast.held or not _VISITORS.isdisjoint(cast.scene.entities[a].roles) for a in actors):
        return None
    return action_of(cast, deed, actors, who.persons) if actors and who.persons else None


def talks(cast: Cast, deed: Deed, custody: Sequence[Custody], quotes: Sequence[Quote]) -> Action | None:
    """ "The commissioner met Minister X", "the envoy, X, was received by Y", "X met the parents of Y": those in office, and whom they meet, met."""
    scene = cast.scene
    is_aside = deed.group.first == deed.group.anchor and scene.units[deed.group.anchor].low.endswith(
        "ing"
    )  # "receiving the minister, X said"
    if is_aside or deed.group.voice in (Voice.NOUN, Voice.STATUS) or decide_realis(scene, deed.group).realis is Realis.NEGATED:
        return None
    actors = actors_of(cast, deed.group, quotes)
    if deed.group.voice is Voice.ACTIVE:
        met = find_object(scene, deed.hit.last + 1)
    else:
        met = find_subject(scene, deed.group)
    others = tuple(scene.units[i].of for i in met.heads if scene.units[i].of >= 0)
    if any(a in cast.held or not _VISITORS.isdisjoint(scene.entities[a].roles) for a in actors) or not actors or not met.heads:
        return None
    held = tuple(p for p in others if p in cast.held)
    everyone = tuple(dict.fromkeys((*actors, *(p for p in others if p not in held))))
    if not any(is_authority(scene, p) or is_envoy(scene, p) for p in everyone):
        return None
    return action_of(cast, deed, everyone, held)


_VISITORS: Final = frozenset({"lawyer", "relative"})  # whose visits are the prison's daily round

_Reader = Callable[[Cast, Deed, Sequence[Custody], Sequence[Quote]], "Action | None"]
READERS: Final[dict[str, _Reader]] = {
    "freeing": freeing,
    "inside": freeing,
    "freed": freed,
    "owing": owing,
    "wanting": wanting,
    "imperative": imperative,
    "judging": judging,
    "calling": judging,
    "drawing": drawing,
    "demanded": demanded,
    "giving": giving,
    "getting": getting,
    "goes": goes,
    "striking": striking,
    "meeting": meeting,
    "talks": talks,
}


def action_of(
    cast: Cast,
    deed: Deed,
    actors: Sequence[int],
    beneficiaries: Sequence[int],
    *,
    addressees: Sequence[int] = (),
    targets: Sequence[int] = (),
) -> Action | None:
    scene = cast.scene
    place = scene.units[telling_unit(scene, deed.hit)]
    ids = [e.id for e in scene.entities]
    if actors and all(a in beneficiaries for a in actors) and deed.type is not ActionType.MEETING:
        return None  # nobody judges or frees themselves: the verb has another subject
    if deed.type in _IN_OFFICE:
        actors = with_bodies(cast, actors)
    realis = Realis.PLANNED if _is_announced(scene, deed) else decide_realis(scene, deed.group).realis
    sentence = scene.document.sentences[place.sentence].span
    return Action(
        id="a1",
        type=deed.type,
        subtype=deed.hit.phrase.subtype or _manner(scene, deed),
        trigger=Span(place.span.start, place.span.stop),
        actors=tuple(ids[a] for a in dict.fromkeys(actors) if a not in beneficiaries),
        addressees=tuple(ids[a] for a in addressees),
        beneficiaries=tuple(ids[b] for b in beneficiaries if b not in actors),
        targets=tuple(ids[t] for t in targets),
        date=decide_date(EventPlace(scene, deed.hit.first, deed.hit.last, deed.group, (), None)) or _dateline_of(scene, deed),
        realis=realis if realis in (Realis.PLANNED, Realis.NEGATED) else Realis.ASSERTED,
        what=_judged(scene, deed) if deed.type is ActionType.CONDEMN else _prize(scene, deed) if deed.type is ActionType.AWARD else None,
        place=_given_in(scene, deed) if deed.type is ActionType.AWARD else None,
        norms=find_norms(scene.text, sentence) if deed.type in (ActionType.DEMAND_RELEASE, ActionType.CONDEMN) else (),
        passages=(Passage.cut(scene.document.source.id, scene.text, sentence),),
        confidence=0.7,
        reader=READER,
    )


# What somebody in office does in the name of a body. Meetings are between persons.
_IN_OFFICE: Final = (ActionType.DEMAND_RELEASE, ActionType.CONDEMN, ActionType.SANCTION, ActionType.AWARD)


def _judged(scene: Scene, deed: Deed) -> Span | None:
    """The words that are judged: "increasing pressure on the media" behind "voiced concern over"."""
    stop = scene.bounds[scene.units[deed.hit.last].sentence][1]
    first = deed.hit.last + 1
    while first < stop and scene.units[first].low in ("over", "about", "at", "by", "with", "on", "that"):
        first += 1
    return words_of_object(scene, first, stop)


def _is_announced(scene: Scene, deed: Deed) -> bool:
    """True for what somebody will do or go on doing: "will continue to use visa sanctions"; asking and judging are done by the words themselves."""
    if deed.type not in (ActionType.SANCTION, ActionType.AWARD, ActionType.MEETING):
        return False
    start = scene.bounds[scene.units[deed.hit.first].sentence][0]
    return any(scene.units[j].low in ("will", "shall", "'ll", "’ll") for j in range(max(start, deed.hit.first - 4), deed.hit.first))


def _dateline_of(scene: Scene, deed: Deed) -> DateValue | None:
    """ "New York, October 10 — The committee condemns …": the dateline of a statement dates what the statement does."""
    low = scene.units[deed.group.anchor].low
    if deed.group.helpers or low.endswith(("ed", "ing")) or scene.has_any(scene.units[deed.group.anchor], ("past_verb", "participle")):
        return None
    first = scene.bounds[scene.units[deed.hit.first].sentence][0]
    found = [i for i in range(first, deed.hit.first) if scene.units[i].kind is UnitKind.DATE and is_dateline(scene, i)]
    return scene.dates[scene.units[found[0]].place] if found else None
