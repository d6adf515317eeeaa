"""For whom is an action done: whom is somebody asked to free, whom does a word about a case mean?"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Final

from habeas.case.vocabulary import MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.at_large import (
    COUNTED,
    MANY,
    ends_with_custody,
    is_a_thing,
    is_at_large,
    is_everybody,
    is_many,
    is_plural,
    names_somebody,
    outnumbers,
    them_at_large,
)
from habeas.read.case_people import case_people, case_person, is_one, meant_by_pronoun, most_told
from habeas.read.cast import NOBODY, Cast, Who
from habeas.read.clauses import find_object
from habeas.read.grammar import words_of
from habeas.read.in_office import is_authority
from habeas.read.lists import persons_in
from habeas.read.noun_groups import NounGroup, is_person_noun
from habeas.read.numbers import number_value
from habeas.read.patterns import Hit
from habeas.read.person_spoken_of import introduced_as
from habeas.read.persons_of_event import resolve_group, resolve_noun
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import is_finite


def not_kin(cast: Cast, who: Who, at: int) -> Who:
    """Of "their daughter" or "our colleague", the held person that is meant."""
    if who.how == "the person spoken of":
        return _still_inside(cast, who)
    if (who.persons and any(cast.scene.entities[p].is_named for p in who.persons)) or not who.is_someone:
        return who
    if who.how in ("somebody's relative", "mention without a name"):
        spoken_of = _still_inside(cast, _spoken_of(cast, at))
        return spoken_of if spoken_of.is_someone or who.how != "mention without a name" else who
    return who


def _still_inside(cast: Cast, who: Who) -> Who:
    """Who is meant by "the release of our colleague": of several in custody none who was let go."""
    inside = [p for p in cast.held if p not in cast.out]
    return Who((inside[0],), None, who.how) if who.persons and len(inside) == 1 and set(who.persons) <= set(cast.out) else who


def freed_persons(cast: Cast, hit: Hit, actors: Collection[int] = ()) -> Who:
    """Whom the words ask to free; `actors` ask, and mean others. The first rule that knows, else those behind "release (of)"."""
    for rule in FREED_RULES:
        if (who := rule(cast, hit, actors)) is not None:
            return who
    return _listed_after(cast, hit.last + 1, cast.scene.bounds[cast.scene.units[hit.first].sentence][1], actors)


def _inside(cast: Cast, hit: Hit, actors: Collection[int]) -> Who | None:
    """Those of "wants X freed", "to set X free"."""
    return _listed_after(cast, hit.units[-2] + 1, hit.last, actors) if hit.phrase.frame == "inside" else None


def _to_be_freed(cast: Cast, hit: Hit, actors: Collection[int]) -> Who | None:
    """Those of "that X and Y be released", "that Nos. 1 to 5 are set free"."""
    scene = cast.scene
    be = next((i for i in range(hit.last, hit.first - 1, -1) if scene.units[i].low in ("be", "are", "is")), None)
    if be is None:
        return None
    if numbered := _by_number(cast, hit.first + 1, be):
        return Who(numbered, None, "by their numbers", True)
    if scene.units[hit.last].low in ("release", "free") and all(scene.units[i].low != "set" for i in hit.units):
        return None
    start = _before_the_freed(scene, hit.first, be)
    they = next((i for i in range(hit.first + 1, be) if scene.units[i].low in ("they", "them")), None)
    if (they is not None and them_at_large(scene, they)) or outnumbers(scene, start + 1, be):
        return Who((), None, "a group without names", True)
    who = resolve_case(cast, find_object(scene, start + 1), start + 1, actors) if start + 1 < be else NOBODY
    return who if who.is_someone else None


def _put_on_a_list(cast: Cast, hit: Hit, actors: Collection[int]) -> Who | None:
    """Those of "to include X in the amnesty", "to put the two on the list for exchange"."""
    scene = cast.scene
    puts = next((i for i in hit.units[1:] if scene.units[i].low in _LISTING), None)
    return None if puts is None else resolve_case(cast, find_object(scene, puts + 1), puts + 1, actors)


_LISTING: Final = frozenset({"include", "add", "put", "place"})


def _granted(cast: Cast, hit: Hit, actors: Collection[int]) -> Who | None:
    """Those of "to grant the pair the right to bail"; of "to grant the release of X" those behind."""
    scene = cast.scene
    grants = next((i for i in hit.units[1:] if scene.units[i].low in _GRANTING), None)
    if grants is None or grants + 1 >= hit.last:
        return None
    who = resolve_case(cast, find_object(scene, grants + 1), grants + 1, actors)
    return who if who.is_someone else None


_GRANTING: Final = frozenset({"grant", "give"})


def _let_go(cast: Cast, hit: Hit, actors: Collection[int]) -> Who | None:
    """Those of "to let X go", "that the three walk out"."""
    scene = cast.scene
    goes = next((i for i in hit.units[1:] if scene.units[i].low in _GOING and not _is_his_return(scene, i)), None)
    if goes is None:
        return None
    lets = next((i for i in range(goes, hit.first, -1) if scene.units[i].low == "let"), None)
    start = _before_the_freed(scene, hit.first, goes) if lets is None else lets
    return resolve_case(cast, find_object(scene, start + 1), start + 1, actors) if start + 1 < goes else NOBODY


def _is_his_return(scene: Scene, i: int) -> bool:
    """True for the noun of "X's safe return", "the return of X"."""
    return scene.units[i].low == "return" and (
        scene.units[i - 1].low in _EPITHETS or scene.units[i - 1].low in ("'s", "'", "his", "her", "their", "the")
    )


def _sent_home(cast: Cast, hit: Hit, actors: Collection[int]) -> Who | None:
    """Those of "urged Minsk to send the three home"."""
    scene = cast.scene
    if scene.units[hit.last].low != "home":
        return None
    sends = next((i for i in hit.units[1:] if scene.units[i].low in _SENDING), hit.first)
    return resolve_case(cast, find_object(scene, sends + 1), sends + 1, actors)


def _whose_release(cast: Cast, hit: Hit, actors: Collection[int]) -> Who | None:
    """Those of "his immediate release", "X's release"; not "overturn his conviction and release"."""
    scene = cast.scene
    nouns = words_of(scene.language, "custody_noun", "person_nouns")
    for i in range(hit.first + 1, hit.last):
        if any(scene.units[j].low in nouns for j in range(i, hit.last)):
            continue
        if any(scene.units[j].low not in _EPITHETS for j in range(i + 1, hit.last)):
            continue  # "demanding that X's regime release all prisoners"
        if scene.units[i].low in ("his", "her", "their"):
            return resolve_word(cast, i, actors)
        if scene.units[i].low in ("'s", "'") and scene.is_person(scene.units[i - 1]):
            return resolve_mention(cast, i - 1)
        if scene.units[i].low in ("'s", "'") and is_person_noun(scene, scene.units[i - 1]):
            return resolve_noun(cast, i - 1)
    return None


FREED_RULES: Final[tuple[Callable[[Cast, Hit, Collection[int]], Who | None], ...]] = (
    _inside,
    _to_be_freed,
    _put_on_a_list,
    _granted,
    _let_go,
    _sent_home,
    _whose_release,
)
_EPITHETS: Final = ENGLISH.group("helped.of_release")
_GOING: Final = frozenset({"go", "walk", "come", "return", "leave"})
_SENDING: Final = frozenset({"send", "bring", "see", "get", "return"})


def _before_the_freed(scene: Scene, first: int, verb: int) -> int:
    """The unit before those who are to be freed: the last "that" or "for" before the verb, else the verb of asking."""
    return next((i for i in range(verb, first, -1) if scene.units[i].low in ("that", "for", "to") and i < verb - 1), first)


def resolve_case(cast: Cast, group: NounGroup, at: int, actors: Collection[int] = ()) -> Who:
    """Whom the group stands for where a case is spoken of: a plural that no event explains means those whose case the text is about."""
    heads = group.heads or (() if group.noun is None else (group.noun,))
    if len(heads) == 1 and is_one(cast.scene, heads[0]) and (meant := meant_by_pronoun(cast, heads[0], actors)) is not None:
        return Who((meant,), None, "pronoun")
    if (told := _introduced(cast, heads)) is not None:
        return told
    if len(heads) == 1 and _is_all_there_are(cast.scene, heads[0]):
        return Who((), None, "a group without names", True)
    who = _without(resolve_group(cast, group), actors)
    if not who.is_someone and len(heads) == 1 and _is_the_one(cast.scene, heads[0]) and (main := case_person(cast, at)) in cast.held:
        return Who((main,), None, "the one of the case")  # "free the publisher"
    if who.is_group and len(who.persons) == 1 and who.count is None and len(heads) == 1 and is_many(cast.scene, cast.scene.units[heads[0]]):
        return Who((), None, "a group without names", True)  # "the detained strikers" are more than the one who is named
    if _are_ours(cast.scene, who.persons):
        people = tuple(p for p in case_people(cast, at) if p not in actors)
        return Who(people, who.count, "those of the case", True) if len(people) > 1 else Who((), None, "a group without names", True)
    if who.persons or not who.is_group or who.how != "a group without names" or not _is_definite_group(cast.scene, group):
        return who
    people = case_people(cast, at)
    if who.count is not None and len(people) != who.count:
        people = most_told(cast, at, who.count)
    if len(people) == 1 and len(heads) == 1 and is_plural(cast.scene, cast.scene.units[heads[0]]):
        return who  # "the detained strikers" are more than the one who is named
    return Who(people, who.count, "those of the case", True) if people else who


def _is_the_one(scene: Scene, i: int) -> bool:
    """True for "the publisher", "this young woman": one person, spoken of as known."""
    unit = scene.units[i]
    before = scene.units[i - 1].low if i else ""
    return (
        is_person_noun(scene, unit) and not is_plural(scene, unit) and (unit.low.split()[0] in ("the", "this") or before in ("the", "this"))
    )


def _are_ours(scene: Scene, persons: Sequence[int]) -> bool:
    """True for "our friends", "our colleagues", "my comrades" that nobody is named by: those of whom the text tells."""
    return len(persons) == 1 and not scene.entities[persons[0]].is_named and _OURS.match(scene.entities[persons[0]].name) is not None


_OURS: Final = re.compile(
    r"(?:our|my) (?:\w+ )?(?:friends|colleagues|comrades|members|reporters|brothers|sisters|sons|daughters|people)$", re.I
)


def _without(who: Who, actors: Collection[int]) -> Who:
    """Those who are meant without those who ask, where others remain: "I call for their release"."""
    rest = tuple(p for p in who.persons if p not in actors)
    return replace(who, persons=rest) if rest and who.is_group else who


def _introduced(cast: Cast, heads: Sequence[int]) -> Who | None:
    """Whom "a reporter and a photographer" turn out to be: those whom the text later names with these nouns."""
    scene = cast.scene
    vague = [i for i in heads if scene.is_person(scene.units[i]) and scene.units[i].low.startswith(("a ", "an "))]
    if not vague or len(vague) != len(heads):
        return None
    found = [introduced_as(scene, scene.units[i].low.split()[-1], i) for i in vague]
    persons = tuple(dict.fromkeys(p for p in found if p is not None and not is_authority(scene, p)))
    return Who(persons, None, "introduced with this noun") if len(persons) == len(vague) else None


def _is_all_there_are(scene: Scene, i: int) -> bool:
    """True for "all opposition activists", "all our colleagues": as many as there are; not for "all the men", "all three editors"."""
    unit = scene.units[i]
    before = [u.low for u in scene.units[max(scene.bounds[unit.sentence][0], i - 3) : i]]
    words = [*(before[before.index("all") :] if "all" in before else []), *unit.low.split()]
    if len(words) < _PLURAL_WITH_EPITHET or words[0] != "all" or not is_plural(scene, unit):
        return False
    stop = scene.bounds[unit.sentence][1]
    names = any(u.low in _NAMING for u in scene.units[i + 1 : min(stop, i + 4)])
    return not names and words[1] not in COUNTED | _DEFINITE - {"our", "his", "her", "its", "their"} and not words[1].isdigit()


_PLURAL_WITH_EPITHET: Final = 3  # "all", an epithet, the noun


def _is_definite_group(scene: Scene, group: NounGroup) -> bool:
    """True for "the three", "both men", "them", "our colleagues"; not for "those jailed" and "all political prisoners"."""
    words = [w for u in scene.units[group.first : group.stop] for w in u.low.split()]
    if "political" in words or "other" in words or "others" in words or "those" in words:
        return False
    return not _DEFINITE.isdisjoint(words)


_DEFINITE: Final = frozenset("the these both all them they our its his her their my two three four five six seven eight nine ten".split())


def resolve_mention(cast: Cast, i: int) -> Who:
    """Whom the one mention at unit `i` stands for."""
    return resolve_group(cast, NounGroup(i, i + 1, (i,)))


def resolve_word(cast: Cast, i: int, actors: Collection[int]) -> Who:
    """Whom the pronoun at unit `i` means ("his release", "their detention")."""
    if is_one(cast.scene, i) and (meant := meant_by_pronoun(cast, i, actors)) is not None:
        return Who((meant,), None, "pronoun")
    return _without(resolve_noun(cast, i) if cast.scene.units[i].kind is UnitKind.WORD else resolve_mention(cast, i), actors)


def _listed_after(cast: Cast, first: int, stop: int, actors: Collection[int] = ()) -> Who:
    """The persons after "release (of)", with those that "including", "among them" or ":" adds."""
    scene = cast.scene
    if first < stop and (still := _still_held(cast, first, stop)):
        return Who(still, None, "those still held", True)
    if is_everybody(scene, first, stop):
        return Who((), None, "a group without names", True)
    while first < stop and (
        scene.units[first].low in ("of", "for", "from", "go", "immediately", "unconditionally", "and", "all", "”", "“", '"')
        or scene.units[first].low.endswith("ly")
        or _is_manner(scene, first)
    ):
        if scene.units[first].low == "from":
            return _spoken_of(cast, first)
        first += 1
    if numbered := _by_number(cast, first, stop):
        return Who(numbered, None, "by their numbers", True)
    if is_a_thing(scene, first, stop):
        return NOBODY
    if first < stop and (is_at_large(scene, first, stop) or outnumbers(scene, first, stop)):
        return Who((), None, "a group without names", True)
    if first < stop and scene.units[first].low == "them" and them_at_large(scene, first):
        return Who((), None, "a group without names", True)
    if first < stop and is_one(scene, first) and scene.units[first].kind is UnitKind.WORD:
        return resolve_word(cast, first, actors)
    if first < stop and scene.units[first].low.split()[0] in _ANYBODY and ends_with_custody(scene, first, stop):
        return Who(case_people(cast, first), None, "those of the case", True)
    if first < stop and scene.units[first].low.split()[0] in _ANYBODY:
        # "those unjustly detained" is nobody by name, whomever it was taken to stand for; "including X" says who is meant.
        named_from = next((i for i in range(first, stop) if scene.units[i].low in _NAMING or _adds_more(scene, i)), None)
        if named_from is None:
            return Who((), None, "a group without names", True)
        first = named_from + 1
    persons: list[int] = []
    for i in range(first, stop):
        unit = scene.units[i]
        if scene.is_person(unit) and scene.entities[unit.of].is_named:
            who = meant_by_pronoun(cast, i, actors) if is_one(scene, i) else unit.of
            if who is not None and who not in persons and not _is_inside(scene, i, first):
                persons.append(who)
        elif (
            persons
            and unit.form is MentionForm.NOMINAL
            and unit.of >= 0
            and is_many(scene, unit)
            and _is_listed(scene, i)
            and unit.of not in persons
        ):
            persons.append(unit.of)  # "X, Y and journalists of Z"
        elif (group := _group_in_list(cast, i, first)) is not None:
            persons += [p for p in group if p not in persons]
        elif (_ends_list(scene, i) and (persons or unit.low in _ALWAYS_ENDS)) or (persons and unit.low in _CLOSING):
            break
    if persons:
        return Who(tuple(persons), None, "named")
    return resolve_case(cast, find_object(scene, first), first, actors) if first < stop else NOBODY


def _still_held(cast: Cast, first: int, stop: int) -> tuple[int, ...]:
    """Who is in custody, where "all thirteen", "all who are still held", "everybody still inside" are to be freed, and the text names most."""
    scene = cast.scene
    start = next((i for i in range(first, min(stop, first + 3)) if scene.units[i].low not in ("of", "for", "all")), first)
    before, bare = scene.units[start - 1].low if start else "", scene.units[start]
    count = number_value(bare.low) if before == "all" and (bare.low.isdigit() or scene.has(bare, "number_word")) else None
    ends = start + 1 >= stop or scene.units[start + 1].kind is UnitKind.MARK
    words = {w for u in scene.units[max(0, first - 2) : min(stop, first + 7)] for w in u.low.split()}
    still = "still" in words and not {"all", "everybody", "everyone", "those"}.isdisjoint(words) and not any(w.isdigit() for w in words)
    if not (still or (count is not None and count < MANY and ends)) or names_somebody(scene, first, stop):
        return ()
    return tuple(p for p in cast.held if p not in cast.out)


def _by_number(cast: Cast, first: int, stop: int) -> tuple[int, ...]:
    """The persons of the numbered items that are meant: "the persons under Nos. 1 to 5", "those listed at points 2 and 4"."""
    scene = cast.scene
    at = next((i for i in range(first, min(stop, first + 8)) if scene.units[i].low in _NUMBERS), None)
    if at is None:
        return ()
    meant: list[int] = []
    for i in range(at + 1, stop):
        low = scene.units[i].low
        if low.isdecimal() and len(low) <= _FIGURES:
            is_range = meant and scene.units[i - 1].low in ("to", "-", "–", "through")
            meant += range(meant[-1] + 1, int(low) + 1) if is_range else [int(low)]
        elif low not in (".", ",", "to", "-", "–", "through", "and"):
            break
    rows: dict[int, tuple[int, ...]] = {}
    for number in (n for items in cast.lists for n in items.items if scene.bounds[n][0] < at):
        begins = scene.text[scene.document.sentences[number].span.start :][:4].split(".")[0]
        if begins.isdecimal():
            rows[int(begins)] = persons_in(scene, *scene.bounds[number])[:1]
    return tuple(p for n in meant for p in rows.get(n, ()))


_CLOSING: Final = frozenset("”»")  # behind the words that are quoted stands who says them
_FIGURES: Final = 3  # of the number of an item
_NUMBERS: Final = frozenset({"nos", "numbers", "points", "items", "entries", "no", "number"})


def _adds_more(scene: Scene, i: int) -> bool:
    """True for the last word of "all those held, and of the journalist X", "as well as X"."""
    before = tuple(u.low for u in scene.units[max(0, i - 2) : i])
    low = scene.units[i].low
    return (low == "of" and before[-1:] == ("and",)) or (low == "as" and before == ("as", "well"))


_NAMING: Final = frozenset(
    {"including", "among", ":", "namely", "notably", "especially", "particularly", "particular", "first", "foremost", "starting"}
)
_ANYBODY: Final = frozenset({"those", "anyone", "anybody", "everyone", "everybody", "whoever"})


def _group_in_list(cast: Cast, i: int, first: int) -> tuple[int, ...] | None:
    """The persons of "the four" or "the two monks" among those listed: "the four, X and Y"."""
    unit = cast.scene.units[i]
    if unit.form is MentionForm.NAME or not unit.low.startswith(("the two", "the three", "the four", "the five", "the six", "both")):
        return None
    if i > first and not _is_listed(cast.scene, i) and cast.scene.units[i - 1].low != "of":
        return None
    who = resolve_case(cast, NounGroup(i, i + 1, (i,)), i)
    return who.persons or None


def _is_listed(scene: Scene, i: int) -> bool:
    """True for a noun that goes on with a list: "X, Y and journalists of Z"; not "free X and allow journalists to work"."""
    return scene.units[i - 1].low in ("and", ",", "&", "other", "all")


def _is_manner(scene: Scene, i: int) -> bool:
    """True for the words of "without delay", "at once", "without conditions" between "release" and those to be released."""
    low = scene.units[i].low
    return low in ("without", "at") or (
        low in ("delay", "condition", "conditions", "once", "terms") and scene.units[i - 1].low in ("without", "at")
    )


_ALWAYS_ENDS: Final = frozenset({";", ".", "because", "after", "saying"})


_ENDS: Final = frozenset({"who", "whose", "while", "which", "in", "on"}) | _ALWAYS_ENDS


def _ends_list(scene: Scene, i: int) -> bool:
    """True where the list of those to be freed can end: at a mark, another clause, a place or a day."""
    return scene.units[i].low in _ENDS or (is_finite(scene, i) and not in_relative(scene, i))


def in_relative(scene: Scene, i: int) -> bool:
    """True for the verb right behind "who", and for that of "who are held", "who is not accused"."""
    return scene.has(scene.units[i - 1], "relative") or scene.units[i - 1].low in ("not", "are")


def _is_inside(scene: Scene, i: int, first: int) -> bool:
    """True for a name that is no freed person: "X's lawyer", "the Lis' lawyer", the second in "X, arrested with Y"."""
    before = scene.units[i - 1].low if i > first else ""
    return before in ("with", "by", "against") or (i + 1 < len(scene.units) and scene.units[i + 1].low in ("'s", "'"))


def _spoken_of(cast: Cast, at: int) -> Who:
    """The one whose case is spoken of at unit `at`."""
    focus = case_person(cast, at)
    return Who((focus,), None, "the person spoken of") if focus is not None else NOBODY


def freed_by_bare_noun(cast: Cast, noun: int) -> Who:
    """Whom "asked the president for a pardon", "demands a liberation without delay" mean, which do not say: the one whose case is spoken of."""
    scene = cast.scene
    first, stop = scene.bounds[scene.units[noun].sentence]
    behind = scene.units[noun + 1] if noun + 1 < stop else None
    is_bare = behind is None or behind.kind is UnitKind.MARK or behind.low in ("without", "at")
    is_his = scene.units[noun].low in _OF_ONE and (noun == first or scene.units[noun - 1].low not in ("press", "news"))
    return _spoken_of(cast, noun) if is_bare and is_his else NOBODY


_OF_ONE: Final = frozenset({"release", "liberation", "pardon", "clemency", "freeing"})


def freed_beside(cast: Cast, release: int, actors: Collection[int]) -> Who:
    """Whose release the word at `release` means: "her release", "X's release", "the release of the three"."""
    scene = cast.scene
    first, stop = scene.bounds[scene.units[release].sentence]
    for i in range(release - 1, max(first, release - 2) - 1, -1):
        if scene.units[i].low in ("his", "her", "their"):
            return resolve_word(cast, i, actors)
        if i > first and scene.units[i].low in ("'s", "'"):
            return resolve_mention(cast, i - 1) if scene.is_person(scene.units[i - 1]) else resolve_noun(cast, i - 1)
    if release + 2 < stop and scene.units[release + 1].low in ("of", "for"):
        return resolve_case(cast, find_object(scene, release + 2), release + 2, actors)
    return NOBODY
