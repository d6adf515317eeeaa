"""Who did what about a case: demands for release, condemnations, prizes, sanctions, meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Action, Claim, Custody, Quote
from habeas.case.vocabulary import TOLD, ActionType, CustodyType, EntityKind
from habeas.languages.english import ENGLISH
from habeas.read.action_claims import action_of
from habeas.read.action_needs import NEEDS, Deed
from habeas.read.action_tellings import dated_together, merge_actions
from habeas.read.authorship import authors_of
from habeas.read.cast import Cast, gather_cast
from habeas.read.custody import find_called_held, speaks_of_authorities
from habeas.read.demands import demanded, echoing, freed, freeing, imperative, owing, wanting
from habeas.read.judgements import declaring, drawing, judging
from habeas.read.listed_demands import ListedDemand, asks_readers, listed_demands
from habeas.read.meetings import meeting, talks
from habeas.read.noun_groups import is_person_noun
from habeas.read.patterns import PLAINLY, Hit, find_phrases, load_phrases, verb_of
from habeas.read.prizes import getting, giving, goes
from habeas.read.sanctions import striking
from habeas.read.scene import Scene
from habeas.read.verb_groups import Voice, as_deed, find_verb_group, is_finite, without_verb


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
        asked = _asked_before(scene, hit, found) if hit.phrase.type == _SAME else None
        if hit.phrase.type == _SAME:
            if asked is None:
                continue
            hit = replace(hit, phrase=replace(hit.phrase, type=asked.type.value))
        if hit.phrase.type == ActionType.DEMAND_RELEASE and scene.units[hit.first].sentence in in_items:
            continue
        deed = _deed(scene, hit)
        if not taken.isdisjoint(hit.units) or not all(NEEDS[n](cast, deed) for n in hit.phrase.needs):
            continue
        if asked is not None:
            action = echoing(cast, deed, asked, quotes)
        else:
            action = READERS[deed.hit.phrase.frame](cast, deed, custody, quotes)
        if action is not None and not is_a_court_at_work(scene, action):
            taken.update(hit.units)
            found.append(replace(action, confidence=PLAINLY) if hit.phrase.is_sure else action)
    found = sorted((*found, *_listed(cast, listed)), key=lambda a: a.trigger.start)
    found = _asked_by_who_judged(scene, asked_through_readers(scene, found))
    return merge_actions(scene, dated_together(scene, cast.lists, _judged_of_the_same(cast, found)))


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


def _asked_by_who_judged(scene: Scene, found: Sequence[Action]) -> list[Action]:
    """The actions; in "X condemned the sentences given to drivers who carried the wounded, and asked to release them" X asks."""
    out: list[Action] = []
    for action in found:
        at = scene.at(action.trigger.start)
        if action.type is ActionType.DEMAND_RELEASE and out and out[-1].type is ActionType.CONDEMN and out[-1].actors:
            judged = scene.at(out[-1].trigger.start)
            between = scene.units[judged + 1 : at]
            is_second = scene.units[judged].sentence == scene.units[at].sentence and bool(between) and between[-1].low in ("and", "but")
            if is_second and _relates_to_people(scene, judged + 1, at):
                action = replace(action, actors=out[-1].actors)
        out.append(action)
    return out


def _relates_to_people(scene: Scene, first: int, stop: int) -> bool:
    """True if people stand right before "who" between these units."""
    return any(
        scene.units[i].low == "who" and (is_person_noun(scene, scene.units[i - 1]) or scene.is_person(scene.units[i - 1]))
        for i in range(first + 1, stop)
    )


def is_a_court_at_work(scene: Scene, action: Action) -> bool:
    """True for "the court quashed the order, deeming it vague", "the judge ordered that she be freed": what courts, judges and prosecutors
    say or order in a case is no condemnation and no demand."""
    if action.type not in (ActionType.CONDEMN, ActionType.DEMAND_RELEASE) or not action.actors:
        return False
    is_demand = action.type is ActionType.DEMAND_RELEASE
    courts = {e.id for i, e in enumerate(scene.entities) if _is_at_work(scene, i, is_demand=is_demand)}
    return set(action.actors) <= courts


def _is_at_work(scene: Scene, entity: int, *, is_demand: bool) -> bool:
    """True for a court; for a body of prosecutors that judges, and for a judge who orders."""
    found = scene.entities[entity]
    if is_demand:
        return found.kind is EntityKind.COURT or _is_judge(scene, entity)
    return found.kind is EntityKind.COURT or (found.kind is not EntityKind.PERSON and "prosecut" in found.name.lower())


_BENCH: Final = frozenset({"judge", "magistrate", "justice"})


def _is_judge(scene: Scene, entity: int) -> bool:
    """True for who is told to be a judge, and for X in "magistrate X"."""
    found = scene.entities[entity]
    if found.kind is not EntityKind.PERSON:
        return False
    before = (
        scene.units[at - 1].low.split()[-1] for m in found.mentions[:4] if (at := scene.at(m.span.start)) > 0 and at < len(scene.units)
    )
    return "judge" in found.roles or not _BENCH.isdisjoint(before)


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


def _asked_before(scene: Scene, hit: Hit, found: Sequence[Action]) -> Action | None:
    """The demand that "demanded the same" and "joined the call" repeat: the last one of this sentence or the two before."""
    last = next((a for a in reversed(found) if a.type is ActionType.DEMAND_RELEASE), None)
    if last is None:
        return None
    return last if 0 <= scene.units[hit.first].sentence - scene.units[scene.at(last.trigger.start)].sentence <= _NEAR else None


_NEAR: Final = 2  # sentences


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
    if (found := verb_of(scene, hit)) is not None:
        group = find_verb_group(scene, *found)
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
    "saying": judging,
    "declaring": declaring,
    "drawing": drawing,
    "demanded": demanded,
    "giving": giving,
    "getting": getting,
    "goes": goes,
    "striking": striking,
    "meeting": meeting,
    "talks": talks,
}
