"""Which people do "the four", "both", "they" and "the journalists" stand for: an ordered tuple of rules, the first that knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from habeas.read.cast import ALL_BUT_SOME, Cast, Who, is_known_person, is_never_held, number_of_people
from habeas.read.genders import may_be
from habeas.read.grammar import words_of
from habeas.read.lists import persons_in
from habeas.read.person_spoken_of import is_voice
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import is_finite


def _same_size_before(cast: Cast, at: int, count: int | None) -> tuple[int, ...] | None:
    """The nearest list or event before, of just as many persons."""
    if count is None:
        return None
    told = [(place, persons) for place, persons in cast.events if place < at and len(persons) == count]
    told += [(e.last, e.persons) for e in cast.enumerations if e.last < at and len(e.persons) == count and _may_be_held(cast, e.persons)]
    return max(told)[1] if told else None


def _may_be_held(cast: Cast, persons: Sequence[int]) -> bool:
    """False for a list with lawyers, officials or relatives whom nothing befell, and for one with a judge in it."""
    if any(not {"judge", "prosecutor"}.isdisjoint(cast.scene.entities[p].roles) for p in persons):
        return False
    return all(p in cast.held or p in cast.befallen or not is_never_held(cast.scene, p) for p in persons)


def _same_size_after(cast: Cast, at: int, count: int | None) -> tuple[int, ...] | None:
    """The nearest list in the next three sentences, of just as many persons."""
    if count is None:
        return None
    limit = cast.scene.units[at].sentence + 3
    for e in cast.enumerations:
        if e.first > at and cast.scene.units[e.first].sentence <= limit and len(e.persons) == count and _may_be_held(cast, e.persons):
            return None if _has_count_of_its_own(cast.scene, e.first, at) else e.persons
    return None


def _has_count_of_its_own(scene: Scene, first: int, at: int) -> bool:
    """True for the names of "two got probation, and two — X and Y — were jailed": the latter two."""
    start = scene.bounds[scene.units[first].sentence][0]
    i = first - 1
    if i <= start or scene.units[i].low not in ("—", "–", "-", ":", "(", ","):
        return False
    return i - 1 != at and at >= start and number_of_people(scene.units[i - 1].low) is not None


def _last_distinct(cast: Cast, at: int, count: int) -> tuple[int, ...] | None:
    """Just as many persons as said, gathered from the events of the sentences before ("In 2016 both received ten years")."""
    sentence = cast.scene.units[at].sentence
    near = sorted(
        (place, p) for place, persons in cast.events for p in persons if place < at and cast.scene.units[place].sentence >= sentence - 4
    )
    persons = tuple(dict.fromkeys(p for _, p in reversed(near)))[:count]
    return tuple(reversed(persons)) if len(persons) == count and count < 13 else None


def _with_the_rest(cast: Cast, at: int, count: int | None) -> tuple[int, ...] | None:
    """ "All eleven were detained", where the text tells of four by name and of "the other seven"."""
    named = tuple(p for p in cast.held if p in cast.befallen) or cast.held
    if count is None or not 1 < len(named) < count:
        return None
    return named if count - len(named) in _rests(cast.scene) else None


def _rests(scene: Scene) -> set[int]:
    """How many "the other five", "seven others" and "the remaining two" are, all over the text."""
    words = words_of(scene.language, "the_rest", "person_nouns") - {"most", "some"}
    out: set[int] = set()
    for i, unit in enumerate(scene.units):
        if unit.low in words:
            out.update(n for j in (i - 1, i + 1) if 0 <= j < len(scene.units) and (n := number_of_people(scene.units[j].low)))
    return out


def _all_held(cast: Cast, at: int, count: int | None) -> tuple[int, ...] | None:
    """Everyone the document shows in custody, if they are as many as said."""
    return cast.held if count is not None and len(cast.held) == count > 1 else None


def _all_of_many(cast: Cast, at: int, count: int | None) -> tuple[int, ...] | None:
    """ "Eight members of the movement were sentenced", where the text shows eight people in custody; of two or three it would be chance."""
    return _all_held(cast, at, count) if count is not None and count > 3 else None


def _told_apart(cast: Cast, at: int, count: int | None) -> tuple[int, ...] | None:
    """All whom the last sentence or list with events tells of one by one ("X got five years, Y three. All were found guilty …")."""
    scene, sentence = cast.scene, cast.scene.units[at].sentence
    told = [(scene.units[place].sentence, p) for place, persons in sorted(cast.events) for p in persons if place < at]
    told = [(n, p) for n, p in told if n < sentence]
    if count is not None or not told or sentence - told[-1][0] > 3:
        return None
    rows = {told[-1][0]}
    for item_list in cast.lists:
        if told[-1][0] in item_list.items:
            rows.update(item_list.items)
    persons = tuple(dict.fromkeys(p for n, p in told if n in rows))
    return persons if len(persons) > 1 else None


def _last_several(cast: Cast, at: int, count: int | None) -> tuple[int, ...] | None:
    """The persons of the last event that had several, or of the last list."""
    if count is not None:
        return _last_distinct(cast, at, count)
    for persons in cast.before(at):
        if len(persons) > 1:
            return persons
    for e in reversed(cast.enumerations):
        if e.last < at and (not cast.held or all(p in cast.held or p in cast.befallen for p in e.persons)):
            return e.persons
    return None


def _everyone_held(cast: Cast, at: int, count: int | None) -> tuple[int, ...] | None:
    """All whom the document shows in custody, where nothing narrower is meant."""
    return cast.held if count is None and len(cast.held) > 1 else None


def _everyone_named(cast: Cast, at: int, count: int | None) -> tuple[int, ...] | None:
    """All whom the document names beside officials, lawyers and those it quotes, if they are as many as said."""
    scene = cast.scene
    named = [p for p, units in scene.places.items() if is_known_person(scene, scene.units[units[0]]) and not is_never_held(scene, p)]
    apart = [p for p in named if p in cast.befallen or not is_voice(cast, p)]
    for persons in (apart, [p for p in named if p in cast.befallen], list(named)):
        if count is not None and len(persons) == count > 1:
            return tuple(persons)
    return None


def _last_named(cast: Cast, at: int, count: int | None) -> tuple[int, ...] | None:
    """All whom the two sentences before name, if they are as many as said: "X was held. His father Y came. Both were sentenced …"."""
    scene, number = cast.scene, cast.scene.units[at].sentence
    if count is None or not number:
        return None
    before = scene.units[scene.bounds[max(0, number - 2)][0] : scene.bounds[number][0]]
    named = tuple(dict.fromkeys(u.of for u in before if is_known_person(scene, u)))
    named = tuple(p for p in named if p in cast.befallen or not is_never_held(scene, p))
    return named if len(named) == count > 1 else None


def _named_together(cast: Cast, at: int, count: int | None) -> tuple[int, ...] | None:
    """The list in the same sentence, right before."""
    for e in reversed(cast.enumerations):
        if e.last < at and cast.scene.units[e.last].sentence == cast.scene.units[at].sentence:
            return e.persons if count in (None, len(e.persons)) else None
    return None


_Group = Callable[[Cast, int, "int | None"], "tuple[int, ...] | None"]
_DEFINITE: Final[tuple[_Group, ...]] = (
    _named_together,
    _same_size_before,
    _same_size_after,
    _last_named,
    _all_held,
    _with_the_rest,
    _told_apart,
    _everyone_named,
    _last_several,
    _everyone_held,
)
_INDEFINITE: Final[tuple[_Group, ...]] = (_same_size_after, _all_of_many)


def _is_the_rest(scene: Scene, at: int) -> bool:
    """True for "the other four", "fifteen others", "most of them", "the remaining two": those who are not the ones just told of."""
    words = words_of(scene.language, "the_rest", "person_nouns")
    first = max(scene.bounds[scene.units[at].sentence][0], at - 4)
    for i in range(min(at + 1, scene.bounds[scene.units[at].sentence][1] - 1), first - 1, -1):
        unit = scene.units[i]
        if i < at and (unit.kind is UnitKind.MARK or is_finite(scene, i) or (scene.has(unit, "preposition") and unit.low != "of")):
            return False
        if not words.isdisjoint(unit.low.split()) and (i <= at or unit.low in ("others", "more")):
            return True
    return False


def resolve_plural(cast: Cast, at: int, count: int | None, *, is_definite: bool) -> Who:
    """Whom a plural at unit `at` stands for: a group of the text by the first rule that knows, else those named as some of it, else nobody named."""
    if _is_the_rest(cast.scene, at):
        stop = cast.scene.bounds[cast.scene.units[at].sentence][1]
        named = any(cast.scene.units[i].low == "including" for i in range(at + 1, stop))
        return Who(_members_named(cast, at) if named else (), count, "a group without names", is_group=True)
    near = [u.low for u in cast.scene.units[max(cast.scene.bounds[cast.scene.units[at].sentence][0], at - 5) : at]]
    if not {"nearly", "almost", "virtually", "practically"}.isdisjoint(near):
        return Who((), count, "a group without names", is_group=True)
    after = [u.low for u in cast.scene.units[at + 1 : at + 2]]
    if cast.scene.units[at].low == "all" and after == ["but"]:
        return Who((), None, ALL_BUT_SOME, is_group=True)
    if count is None and cast.scene.units[at].low in ("they", "them", "their") and (some := _unnamed_before(cast, at)) is not None:
        return Who(_members_named(cast, at, some), some, "a group without names", is_group=True)
    for rule in _DEFINITE if is_definite else _INDEFINITE:
        persons = rule(cast, at, count)
        if persons and not _are_of_one_gender(cast, at, persons):
            break
        if persons:
            return Who(persons, count, rule.__name__.strip("_"), is_group=True)
    if behind := _behind_colon(cast, at, count):
        return Who(behind, count, "named behind", is_group=True)
    members = _members_named(cast, at, count) if count or _are_named_next(cast, at) else ()
    return Who(members, count, "a group without names", is_group=True)


_GENDERED: Final = {"girls": "she", "women": "she", "sisters": "she", "ladies": "she", "boys": "he", "men": "he", "brothers": "he"}


def _are_of_one_gender(cast: Cast, at: int, persons: Sequence[int]) -> bool:
    """False for "the girls" where a man is among those whom the group would be."""
    pronoun = _GENDERED.get(cast.scene.units[at].low.split()[-1])
    return pronoun is None or all(may_be(cast.scene.entities[p], pronoun) for p in persons)


def _unnamed_before(cast: Cast, at: int) -> int | None:
    """How many "they" are after "67 minors were brought to court": the last of whom anything was told, within two sentences, without a name."""
    near = [
        (place, count)
        for place, count in cast.unnamed
        if place < at and cast.scene.units[at].sentence - cast.scene.units[place].sentence <= 2
    ]
    if not near:
        return None
    place, count = max(near)
    named = [where for where, persons in cast.events if where < at and persons]
    named += [e.last for e in cast.enumerations if e.last < at]
    return count if all(where < place for where in named) else None


def _are_named_next(cast: Cast, at: int) -> bool:
    """True for "A handful of prisoners were freed. Among them were X and Y."."""
    scene, number = cast.scene, cast.scene.units[at].sentence + 1
    quantity = words_of(scene.language, "quantity", "person_nouns") | {"few"}
    counted = any(scene.units[i].low in quantity for i in range(max(scene.bounds[number - 1][0], at - 5), at))
    if number >= len(scene.bounds) or not counted:
        return False
    first, stop = scene.bounds[number]
    return [u.low for u in scene.units[first : min(stop, first + 1)]] == ["among"]


_CROWD: Final = 1000  # so many are told of in sums: names far behind are of some other group


def _members_named(cast: Cast, at: int, count: int | None = None) -> tuple[int, ...]:
    """Those whom the next sentences name as some of the group: "Among the freed are X and Y", "including Z", "Among the names: …"."""
    scene = cast.scene
    number = scene.units[at].sentence
    reach = 5 if count is None or count < _CROWD else 2
    for n in range(number, min(number + reach, len(scene.bounds))):
        first, stop = scene.bounds[n]
        cue = next((i for i in range(max(first, at), stop) if _names_members(scene, i)), None)
        if cue is None or (n > number and count is not None and _counts_others(scene, first, cue, count)):
            continue
        if n > number and scene.has(scene.units[cue - 1], "be") and (named := _subjects_before(scene, first, cue - 1)):
            return named
        listed = persons_in(scene, cue + 1, _end_of_list(scene, cue + 1, stop))  # be they lawyers: "including the poet X and the lawyer Y"
        persons = [p for p in persons_in(scene, cue + 1, stop) if p in listed or not is_never_held(scene, p)]
        if not persons and scene.units[stop - 1].low == ":":
            persons = _rows_of_names(scene, n + 1)
        if persons:
            return tuple(persons)
    return ()


def _end_of_list(scene: Scene, first: int, stop: int) -> int:
    """Where the names that begin at unit `first` end: at a verb, a preposition, or a clause of one of them."""
    closed = ("preposition", "relative", "subordinator")
    return next((i for i in range(first, stop) if is_finite(scene, i) or scene.has_any(scene.units[i], closed)), stop)


def _counts_others(scene: Scene, first: int, cue: int, count: int) -> bool:
    """True where the sentence counts other people in front of the cue: "In July 18 prisoners were freed, including X" names none of the 30 told of before."""
    plural = words_of(scene.language, "many", "person_nouns")
    for i in range(first, cue):
        people = number_of_people(scene.units[i].low)
        behind = [u.low for u in scene.units[i + 1 : min(cue, i + 1 + _TO_NOUN)]]
        if people is not None and people != count and behind[:1] != ["of"] and any(w.split()[-1] in plural for w in behind):
            return True
    return False


_TO_NOUN: Final = 3  # units from a number to the people that it counts


def _subjects_before(scene: Scene, first: int, stop: int) -> tuple[int, ...]:
    """Those who stand before "were among those freed", where no verb parts them from it."""
    if any(is_finite(scene, i) for i in range(first, stop)):
        return ()
    return tuple(p for p in persons_in(scene, first, stop) if not is_never_held(scene, p))


def _behind_colon(cast: Cast, at: int, count: int | None) -> tuple[int, ...]:
    """ "Two were also detained: X, who …, and Y, who …": as many as the count says, named behind the colon."""
    scene = cast.scene
    stop = scene.bounds[scene.units[at].sentence][1]
    colon = next((i for i in range(at + 1, min(stop, at + 9)) if scene.units[i].low == ":"), None)
    if colon is None or count is None:
        return ()
    persons = persons_in(scene, colon + 1, stop)
    return persons if len(persons) == count else ()


def _rows_of_names(scene: Scene, number: int) -> list[int]:
    """The persons of the sentences from `number` on that hold names and no verb."""
    persons: list[int] = []
    while number < len(scene.bounds):
        first, stop = scene.bounds[number]
        row = persons_in(scene, first, stop)
        if not row or any(is_finite(scene, i) for i in range(first, stop)):
            break
        persons += [p for p in row if p not in persons]
        number += 1
    return persons


def _names_members(scene: Scene, i: int) -> bool:
    """True for "including", and for "among" with those who were freed, held or named, not with a name ("among X's friends")."""
    low, after = scene.units[i].low, [u.low for u in scene.units[i + 1 : i + 3]]
    if low in ("including", "included") or (low in ("together", "along") and after[:1] == ["with"]):
        return True
    return low == "among" and any(
        w in ("them", "those", "freed", "released", "names", "detained", "arrested", "held") for w in " ".join(after).split()
    )
