"""For whom is an action done: whom is somebody asked to free, about whom is a judgement made?"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Custody
from habeas.case.vocabulary import CustodyType, MentionForm, Realis
from habeas.read.bodies import is_authority
from habeas.read.case_people import case_of_all, case_people, case_person, is_one, meant_by_pronoun, most_told, taken_in
from habeas.read.cast import NOBODY, Cast, Who
from habeas.read.clauses import find_object
from habeas.read.custody_candidates import RELIEF
from habeas.read.grammar import words_of
from habeas.read.lists import persons_in
from habeas.read.noun_groups import NounGroup, is_person_noun
from habeas.read.numbers import number_value
from habeas.read.patterns import Hit
from habeas.read.person_spoken_of import introduced_as
from habeas.read.persons_of_event import resolve_group, resolve_noun
from habeas.read.scene import Scene, Unit, UnitKind
from habeas.read.verb_groups import is_finite


def not_kin(cast: Cast, who: Who, at: int) -> Who:
    """Of "their daughter" or "our colleague", the held person that is meant."""
    if (who.persons and any(cast.scene.entities[p].is_named for p in who.persons)) or not who.is_someone:
        return who
    if who.how in ("somebody's relative", "mention without a name"):
        spoken_of = _spoken_of(cast, at)
        return spoken_of if spoken_of.is_someone or who.how != "mention without a name" else who
    return who


def freed_persons(cast: Cast, hit: Hit, actors: Collection[int] = ()) -> Who:
    """Whom the words ask to free: after "release (of)", before "be released", or by "his release"; `actors` ask, and mean others."""
    scene = cast.scene
    stop = scene.bounds[scene.units[hit.first].sentence][1]
    last = hit.last
    if hit.phrase.frame == "inside":  # "wants X freed", "to set X free"
        return _listed_after(cast, hit.units[-2] + 1, last, actors)
    be = next((i for i in range(last, hit.first - 1, -1) if scene.units[i].low in ("be", "are", "is")), None)
    if be is not None and (numbered := _by_number(cast, hit.first + 1, be)):
        return Who(numbered, None, "by their numbers", True)
    if be is not None and (scene.units[last].low not in ("release", "free") or "set" in [scene.units[i].low for i in hit.units]):
        start = _before_the_freed(scene, hit.first, be)
        they = next((i for i in range(hit.first + 1, be) if scene.units[i].low in ("they", "them")), None)
        if (they is not None and _them_at_large(scene, they)) or _outnumbers(scene, start + 1, be):
            return Who((), None, "a group without names", True)
        who = resolve_case(cast, find_object(scene, start + 1), start + 1, actors) if start + 1 < be else NOBODY
        if who.is_someone:
            return who
    if (goes := next((i for i in hit.units[1:] if scene.units[i].low in _GOING), None)) is not None:
        lets = next((i for i in range(goes, hit.first, -1) if scene.units[i].low == "let"), None)
        start = _before_the_freed(scene, hit.first, goes) if lets is None else lets
        return resolve_case(cast, find_object(scene, start + 1), start + 1, actors) if start + 1 < goes else NOBODY
    if scene.units[last].low == "home":  # "asks them to let her go home", "urged Minsk to send the three home"
        sends = next((i for i in hit.units[1:] if scene.units[i].low in _SENDING), hit.first)
        return resolve_case(cast, find_object(scene, sends + 1), sends + 1, actors)
    nouns = words_of(scene.language, "custody_noun", "person_nouns")
    for i in range(hit.first + 1, last):  # "his immediate release", "X's release"; not "overturn his conviction and release"
        if any(scene.units[j].low in nouns for j in range(i, last)):
            continue
        if scene.units[i].low in ("his", "her", "their"):
            return _resolve_word(cast, i, actors)
        if scene.units[i].low in ("'s", "'") and scene.is_person(scene.units[i - 1]):
            return resolve_mention(cast, i - 1)
        if scene.units[i].low in ("'s", "'") and is_person_noun(scene, scene.units[i - 1]):
            return resolve_noun(cast, i - 1)
    return _listed_after(cast, last + 1, stop, actors)


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
    if (
        who.is_group
        and len(who.persons) == 1
        and who.count is None
        and len(heads) == 1
        and _is_many(cast.scene, cast.scene.units[heads[0]])
    ):
        return Who((), None, "a group without names", True)  # "the detained strikers" are more than the one who is named
    if _are_ours(cast.scene, who.persons):
        people = tuple(p for p in case_people(cast, at) if p not in actors)
        return Who(people, who.count, "those of the case", True) if len(people) > 1 else Who((), None, "a group without names", True)
    if who.persons or not who.is_group or who.how != "a group without names" or not _is_definite_group(cast.scene, group):
        return who
    people = case_people(cast, at)
    if who.count is not None and len(people) != who.count:
        people = most_told(cast, at, who.count)
    if len(people) == 1 and len(heads) == 1 and _is_plural(cast.scene, cast.scene.units[heads[0]]):
        return who  # "the detained strikers" are more than the one who is named
    return Who(people, who.count, "those of the case", True) if people else who


def _is_the_one(scene: Scene, i: int) -> bool:
    """True for "the publisher", "this young woman": one person, spoken of as known."""
    unit = scene.units[i]
    before = scene.units[i - 1].low if i else ""
    return (
        (is_person_noun(scene, unit) or unit.low == "the publisher")
        and not _is_plural(scene, unit)
        and (unit.low.split()[0] in ("the", "this") or before in ("the", "this"))
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
    if len(words) < _PLURAL_WITH_EPITHET or words[0] != "all" or not _is_plural(scene, unit):
        return False
    stop = scene.bounds[unit.sentence][1]
    names = any(u.low in _NAMING for u in scene.units[i + 1 : min(stop, i + 4)])
    return not names and words[1] not in _COUNTED | _DEFINITE - {"our", "his", "her", "its", "their"} and not words[1].isdigit()


_PLURAL_WITH_EPITHET: Final = 3  # "all", an epithet, the noun


def _is_definite_group(scene: Scene, group: NounGroup) -> bool:
    """True for "the three", "both men", "them", "our colleagues"; not for "those jailed" and "all political prisoners"."""
    words = [w for u in scene.units[group.first : group.stop] for w in u.low.split()]
    if "political" in words or "other" in words or "others" in words or "those" in words:
        return False
    return not _DEFINITE.isdisjoint(words)


_DEFINITE: Final = frozenset("the these both all them they our its his her their my two three four five six seven eight nine ten".split())


def resolve_mention(cast: Cast, i: int) -> Who:
    return resolve_group(cast, NounGroup(i, i + 1, (i,)))


def _resolve_word(cast: Cast, i: int, actors: Collection[int]) -> Who:
    """Whom the pronoun at unit `i` means ("his release", "their detention")."""
    if is_one(cast.scene, i) and (meant := meant_by_pronoun(cast, i, actors)) is not None:
        return Who((meant,), None, "pronoun")
    return _without(resolve_noun(cast, i) if cast.scene.units[i].kind is UnitKind.WORD else resolve_mention(cast, i), actors)


def _listed_after(cast: Cast, first: int, stop: int, actors: Collection[int] = ()) -> Who:
    """The persons after "release (of)", with those that "including", "among them" or ":" adds."""
    scene = cast.scene
    if _is_everybody(scene, first, stop):
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
    if first < stop and (_is_at_large(scene, first, stop) or _outnumbers(scene, first, stop)):
        return Who((), None, "a group without names", True)
    if first < stop and scene.units[first].low == "them" and _them_at_large(scene, first):
        return Who((), None, "a group without names", True)
    if first < stop and is_one(scene, first) and scene.units[first].kind is UnitKind.WORD:
        return _resolve_word(cast, first, actors)
    if first < stop and scene.units[first].low.split()[0] in _ANYBODY and _ends_with_custody(scene, first, stop):
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
            and _is_many(scene, unit)
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


def is_a_thing(scene: Scene, first: int, stop: int) -> bool:
    """True for "the investigation file", "the tagging data": no person stands in the noun group that is to be released."""
    if first >= stop or scene.units[first].low not in _ARTICLES:
        return False
    words: list[str] = []
    for unit in scene.units[first + 1 : stop]:
        if unit.kind is not UnitKind.WORD or scene.has_any(unit, ("preposition", "conjunction", "relative", "be", "have")):
            return bool(words) and unit.kind is not UnitKind.MENTION and not words[-1].endswith(_AGENTS)
        if (
            is_person_noun(scene, unit)
            or scene.has_any(unit, ("number_word", "group_word", "determiner"))
            or unit.low in ("more", "rest", "remaining")
            or unit.low.isdigit()
        ):
            return False
        words.append(unit.low)
    return False


_ARTICLES: Final = frozenset({"the", "its", "a", "an", "this", "that", "any"})
_AGENTS: Final = ("ers", "ors", "ists", "ants", "ees", "ians", "eers", "ed", "er", "or", "ist", "men", "women", "man", "woman")


def _by_number(cast: Cast, first: int, stop: int) -> tuple[int, ...]:
    """The persons of the numbered items that are meant: "the persons under Nos. 1 to 5", "those listed at points 2 and 4"."""
    scene = cast.scene
    at = next((i for i in range(first, min(stop, first + 8)) if scene.units[i].low in _NUMBERS), None)
    if at is None:
        return ()
    meant: list[int] = []
    for i in range(at + 1, stop):
        low = scene.units[i].low
        if low.isdigit():
            is_range = meant and scene.units[i - 1].low in ("to", "-", "–", "through")
            meant += range(meant[-1] + 1, int(low) + 1) if is_range else [int(low)]
        elif low not in (".", ",", "to", "-", "–", "through", "and"):
            break
    rows: dict[int, tuple[int, ...]] = {}
    for number in (n for items in cast.lists for n in items.items if scene.bounds[n][0] < at):
        begins = scene.text[scene.document.sentences[number].span.start :][:4].split(".")[0]
        if begins.isdigit():
            rows[int(begins)] = persons_in(scene, *scene.bounds[number])[:1]
    return tuple(p for n in meant for p in rows.get(n, ()))


_CLOSING: Final = frozenset("”»")  # behind the words that are quoted stands who says them
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


def _is_everybody(scene: Scene, first: int, stop: int) -> bool:
    """True for "all citizens illegally held on the peninsula", "all who were detained": as many as there are, nobody by name."""
    words = [w for u in scene.units[first : min(stop, first + 12)] for w in u.low.split() if w not in _BESIDES]
    if "every" in words[:2] and not _names_somebody(scene, first, stop):
        return True  # "free every American it holds"
    if "all" not in words[:3] or not _COUNTED.isdisjoint(words[:5]):
        return False
    after = words[words.index("all") + 1 :]
    named = _names_somebody(scene, first, stop)
    if _ends_with_custody(scene, first, stop):
        return False
    return (
        not named
        and after[:1] != ["of"]
        and not {"remaining", "other", "held", "detained", "imprisoned", "jailed", "arrested", "detainees", "who"}.isdisjoint(after)
    )


_BESIDES: Final = frozenset({",", "likewise", "also", "too", "well", "as", "moreover", "finally", "immediately", "unconditionally"})


def _ends_with_custody(scene: Scene, first: int, stop: int) -> bool:
    """True for "all those detained", "everyone held in the case": nothing behind the participle says that others are meant."""
    at = next((i for i in range(first, min(stop, first + 5)) if scene.units[i].low.split()[-1] in _TAKEN), None)
    if at is None or any(u.low.endswith("ly") for u in scene.units[first:at]):  # "those unjustly detained" are as many as there are
        return False
    after = [u.low for u in scene.units[at + 1 : min(stop, at + 4)]]
    return not after or scene.units[at + 1].kind is UnitKind.MARK or after in (["in", "the", "case"], ["in", "this", "case"])


_TAKEN: Final = frozenset("detained arrested convicted sentenced seized jailed imprisoned accused".split())


def _is_manner(scene: Scene, i: int) -> bool:
    """True for the words of "without delay", "at once", "without conditions" between "release" and those to be released."""
    low = scene.units[i].low
    return low in ("without", "at") or (
        low in ("delay", "condition", "conditions", "once", "terms") and scene.units[i - 1].low in ("without", "at")
    )


def _is_many(scene: Scene, unit: Unit) -> bool:
    """True for a mention of several people: "journalists", "its members"."""
    return scene.is_person(unit) and _is_plural(scene, unit)


def _is_plural(scene: Scene, unit: Unit) -> bool:
    """True for a plural noun of people, whether or not it was taken for a mention of somebody."""
    return unit.low.split()[-1] in words_of(scene.language, "many", "person_nouns")


def _names_somebody(scene: Scene, first: int, stop: int) -> bool:
    """True if anybody with a name is spoken of between the two units."""
    return any(scene.is_person(u) and scene.entities[u.of].is_named for u in scene.units[first:stop])


def _is_at_large(scene: Scene, first: int, stop: int) -> bool:
    """True for prisoners in general: "all political prisoners", "thousands still held"; not "the three political prisoners" or with names added."""
    words: list[str] = []
    for unit in scene.units[first : min(stop, first + 6)]:
        if unit.kind is UnitKind.MARK:
            break
        words += unit.low.split()
    if not words or words[0] in _UNCOUNTED:
        return bool(words)
    if "prisoners" not in words:
        return False
    before = words[: words.index("prisoners")]
    named = _names_somebody(scene, first, stop)
    return "political" in before and not _COUNTED.intersection(before) and not named


def _outnumbers(scene: Scene, first: int, stop: int) -> bool:
    """True for "the more than 900 people it says remain in prison", "267 political prisoners", "the 22,000 still inside": more than a text names."""
    words: list[str] = []
    for unit in scene.units[first : min(stop, first + 6)]:
        if unit.kind in (UnitKind.MARK, UnitKind.DATE, UnitKind.TERM) or (scene.is_person(unit) and scene.entities[unit.of].is_named):
            break
        words += unit.low.split()
        if is_person_noun(scene, unit) and not _COUNTING.search(unit.low):
            break  # "a poet jailed in 2013"
    counts = [n for w in words if w[0].isdigit() and (n := number_value(w)) is not None]
    listed = any(scene.is_person(u) and scene.entities[u.of].is_named and u.form is MentionForm.NAME for u in scene.units[first:stop])
    return bool(counts) and counts[0] >= _MANY and not listed


_COUNTING: Final = re.compile(r"^(?:the )?(?:more than )?[\d,]+$")
_MANY: Final = 25  # persons: longer lists of names are rare, and then "the 30" stands below them


def _them_at_large(scene: Scene, i: int) -> bool:
    """True if "them" goes on with a number or a plural of nobody in particular, in this sentence or the one before."""
    number = scene.units[i].sentence
    for j in range(i - 1, scene.bounds[max(0, number - 1)][0] - 1, -1):
        unit = scene.units[j]
        if (
            unit.kind is UnitKind.WORD
            and unit.low.replace(",", "").isdigit()
            and int(unit.low.replace(",", "")) >= _MANY
            and _counts_people(scene, j)
        ):
            return True
        if scene.is_person(unit) and unit.form is MentionForm.NOMINAL and _is_many(scene, unit):
            start = max(scene.bounds[unit.sentence][0], j - 4)
            return _outnumbers(scene, start, j + 1) or (
                len(unit.low.split()) == 1 and scene.units[j - 1].low not in ("the", "these", "both")
            )
        if scene.is_person(unit) and unit.form is MentionForm.NAME:
            return False
    return False


def _counts_people(scene: Scene, i: int) -> bool:
    """True for the number of "all 31", "267 political prisoners", "those still inside at 780"; not for that of an article or a street."""
    before = scene.units[i - 1].low if i else ""
    after = scene.units[i + 1] if i + 1 < len(scene.units) else None
    return before in ("all", "at") or (
        after is not None and (is_person_noun(scene, after) or after.low in ("political", "people", "others"))
    )


_UNCOUNTED: Final = frozenset({"thousands", "hundreds", "dozens"})
_COUNTED: Final = frozenset({"these", "both", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})


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
    focus = case_person(cast, at)
    return Who((focus,), None, "the person spoken of") if focus is not None else NOBODY


def freed_beside(cast: Cast, release: int, actors: Collection[int]) -> Who:
    """Whose release the word at `release` means: "her release", "X's release", "the release of the three"."""
    scene = cast.scene
    for i in (release - 1, release - 2):
        if i >= 0 and scene.units[i].low in ("his", "her", "their"):
            return _resolve_word(cast, i, actors)
        if i > 0 and scene.units[i].low in ("'s", "'"):
            return resolve_mention(cast, i - 1) if scene.is_person(scene.units[i - 1]) else resolve_noun(cast, i - 1)
    stop = scene.bounds[scene.units[release].sentence][1]
    if release + 2 < stop and scene.units[release + 1].low in ("of", "for"):
        return resolve_case(cast, find_object(scene, release + 2), release + 2, actors)
    return NOBODY


def judged_persons(
    cast: Cast, hit: Hit, custody: Sequence[Custody], actors: Collection[int] = (), where: range | None = None
) -> tuple[int, ...]:
    """Whom a judgement is about: named after it (or at `where`), or those of the events its noun means ("these arrests", "the verdict")."""
    scene = cast.scene
    persons: list[int] = []
    noun, place = "", -1
    nouns = words_of(scene.language, "custody_noun", "person_nouns")
    taken = taken_in(scene, hit.first + 1, _clause_stop(scene, hit)) if where is None else []
    for i in range(hit.first + 1, _clause_stop(scene, hit)) if where is None else where:
        unit = scene.units[i]
        if i < hit.last and unit.low in _OWNERS and where is None:
            continue  # "stated her concern that …"
        may_be_meant = unit.of in cast.held or unit.of in taken or not is_authority(scene, unit.of)
        if scene.is_person(unit) and scene.entities[unit.of].is_named and may_be_meant:
            who = meant_by_pronoun(cast, i, actors) if is_one(scene, i) else unit.of
            if who is not None and who not in persons:
                persons.append(who)
        elif unit.low.split()[-1] in nouns and not noun:
            noun, place = unit.low.split()[-1], i
            of_noun = _of_noun(cast, i, actors)
            persons += [p for p in of_noun.persons if p not in persons]
            if not persons and of_noun.how == "a group without names":
                return tuple(taken)  # "journalists and others, including X"
    if not persons and not noun and _is_bare(scene, hit):
        return case_of_all(cast, hit.first)
    if persons or not noun:
        return tuple(persons)
    if noun in _OF_NOBODY and not _is_this(scene, place) and not _is_the_prosecution(scene, place):
        return ()
    if noun.endswith("s") and _is_counted(scene, place):
        return ()
    if noun.endswith("s"):
        return _of_events(cast, hit.first, custody) or (case_people(cast, hit.first) if _is_this(scene, place) else ())
    if recent := _of_last_event(cast, hit.first, noun, custody):
        return recent
    focus = case_person(cast, hit.first)
    if focus is not None and focus in cast.held:
        return (focus,)
    return tuple(taken_in(scene, scene.bounds[scene.units[hit.first].sentence][0], hit.first)) or case_people(cast, hit.first)


_OWNERS: Final = frozenset({"his", "her", "their", "its"})


def _is_counted(scene: Scene, i: int) -> bool:
    """True for "arrests" in "the growing number of arrests", "reports of disappearances", "the use of detentions": many, and nobody's in particular."""
    before = [u.low for u in scene.units[max(0, i - 4) : i]]
    of = next((k for k in range(len(before) - 1, -1, -1) if before[k] in ("of", "in")), None)
    return of is not None and of > 0 and before[of - 1] in _AMOUNTS and not _THESE.intersection(before[of + 1 :])


_AMOUNTS: Final = frozenset(
    "number numbers reports rise increase surge spate use practice pattern series rate scale frequency routine spike".split()
)
_THESE: Final = frozenset({"the", "these", "those", "his", "her", "their"})


def _is_bare(scene: Scene, hit: Hit) -> bool:
    """True for a judgement that does not say of what: "voiced concern, and asked …"."""
    after = hit.last + 1
    stop = scene.bounds[scene.units[hit.last].sentence][1]
    if after < stop and scene.units[after].low == "it":  # "condemned it too"
        return True
    while after < stop and scene.has(scene.units[after], "preposition"):
        after += 1
    if after > hit.last + 1:  # "troubled by these reports"
        return hit.phrase.frame == "judging" and after < stop and scene.units[after].low in ("this", "these", "it")
    return hit.phrase.frame == "judging" and (
        after >= stop or scene.units[after].kind is UnitKind.MARK or scene.has(scene.units[after], "conjunction")
    )


def _of_noun(cast: Cast, i: int, actors: Collection[int]) -> Who:
    """The persons that the noun itself names: "the arrest of the three", "his trial", "the treatment of the group"."""
    scene = cast.scene
    stop = scene.bounds[scene.units[i].sentence][1]
    if i + 2 < stop and scene.units[i + 1].low in ("of", "against", "for", "on", "to"):
        return resolve_case(cast, find_object(scene, i + 2), i + 2, actors)
    if scene.units[i - 1].low in ("his", "her", "their"):
        return _resolve_word(cast, i - 1, actors)
    return NOBODY


def _is_the_prosecution(scene: Scene, i: int) -> bool:
    """True for "the prosecution", which is that of the case told, and no policy as "prosecution of critics"."""
    return scene.units[i].low == "prosecution" and scene.units[i - 1].low == "the"


def _is_this(scene: Scene, i: int) -> bool:
    """True if "this" or "these" stands before the noun, be it over an adjective: a case that was told, no policy."""
    return any(scene.units[j].low.split()[0] in ("this", "these", "such") for j in range(max(0, i - 3), i + 1))


def _clause_stop(scene: Scene, hit: Hit) -> int:
    """Where the judgement's clause ends: at ";", another clause behind "and" or "saying", or a verb that is none of a relative clause."""
    stop = scene.bounds[scene.units[hit.last].sentence][1]
    for i in range(hit.last + 1, stop):
        low = scene.units[i].low
        if low in (";", "saying", "adding", "calling", "after", "while", "because"):
            return i
        if scene.has(scene.units[i], "conjunction") and any(
            (is_finite(scene, j) and not _is_epithet(scene, j)) or _is_present(scene, j) for j in range(i + 1, min(stop, i + 3))
        ):
            return i
        if (
            is_finite(scene, i)
            and not _is_epithet(scene, i)
            and i > hit.last + 2
            and not _in_relative(scene, i)
            and not _is_relative_near(scene, i, hit.last)
        ):
            return i
    return stop


def _is_epithet(scene: Scene, i: int) -> bool:
    """True for the participle of "the reported abduction", "an unfair and politicised verdict": it stands before a noun of custody."""
    nouns = words_of(scene.language, "custody_noun", "person_nouns")
    behind = scene.units[i + 1].low.split()[-1] if i + 1 < len(scene.units) else ""
    return scene.units[i].low.endswith("ed") and behind in nouns


def _is_relative_near(scene: Scene, i: int, first: int) -> bool:
    return any(scene.has(scene.units[j], "relative") for j in range(max(first, i - 6), i))


def _is_present(scene: Scene, i: int) -> bool:
    """True for a verb in the third person right behind "and": "and appeals to"."""
    return scene.units[i].low.endswith("s") and i + 1 < len(scene.units) and scene.units[i + 1].low in ("to", "on", "for", "that")


# Policies and climates: who judges them speaks of nobody in particular.
_OF_NOBODY: Final = frozenset(
    "crackdown persecution harassment prosecution custody torture misuse repression violence intimidation killings impunity".split()
)


_BY_COURT: Final = (CustodyType.CONVICTED, CustodyType.SENTENCED, CustodyType.APPEAL_REJECTED)
_OF_COURT: Final = frozenset(
    "verdict sentence ruling conviction sentencing trial term judgment judgement punishment outcome decision verdicts sentences terms rulings".split()
)


def _of_last_event(cast: Cast, at: int, noun: str, custody: Sequence[Custody]) -> tuple[int, ...]:
    """The persons of the event that "the verdict" or "the arrest" means: the nearest of its kind before, else after, else any.

    Of a verdict, with those who got theirs on the same day.
    """
    index = {e.id: i for i, e in enumerate(cast.scene.entities)}
    place = cast.scene.units[at].span.start
    court = noun in _OF_COURT
    told = [c for c in custody if c.realis is Realis.ASSERTED and c.persons and c.type not in RELIEF]
    alike = [c for c in told if (c.type in _BY_COURT) == court] or told
    alike.sort(key=lambda c: (c.trigger.start > place, abs(c.trigger.start - place)))
    if not alike:
        return ()
    if just := _just_told(cast, at, noun, told):
        return just
    main = case_person(cast, at)
    mine = [c for c in (*alike, *told) if main is not None and cast.scene.entities[main].id in c.persons]
    alike = [*mine[:1], *(c for c in alike if c not in mine[:1])]
    together = [c for c in alike if c is alike[0] or (court and _is_one_judgement(cast, alike[0], c))]
    return tuple(dict.fromkeys(index[p] for c in together for p in c.persons))


def _just_told(cast: Cast, at: int, noun: str, told: Sequence[Custody]) -> tuple[int, ...]:
    """The persons of what the noun names where the sentence before tells it: "X was moved to a far colony. RSF condemned this transfer."

    "The decision" is whatever was decided there. Nobody where that sentence tells it of several events of other people.
    """
    index = {e.id: i for i, e in enumerate(cast.scene.entities)}
    number = cast.scene.units[at].sentence
    types = _TOLD_BY.get(noun)
    if types is None:
        return ()
    for near in (number, number - 1):
        here = [c for c in told if c.type in types and _is_news(cast.scene, c, near, at)]
        if here:
            return tuple(dict.fromkeys(index[p] for c in here for p in c.persons))
    return ()


def _is_news(scene: Scene, event: Custody, number: int, before: int) -> bool:
    """True for an event that the sentence tells as news, not as what had been before or of somebody in passing ("X, who was …")."""
    at = scene.at(event.trigger.start)
    first = scene.bounds[number][0]
    return first <= at < min(before, scene.bounds[number][1]) and not any(
        u.low == "had" or scene.has(u, "relative") for u in scene.units[max(first, at - 4) : at]
    )


_DECIDED: Final = (
    CustodyType.REMANDED,
    CustodyType.DETENTION_EXTENDED,
    CustodyType.HOUSE_ARREST,
    CustodyType.SENTENCED,
    CustodyType.CONVICTED,
    CustodyType.APPEAL_REJECTED,
    CustodyType.TRAVEL_BAN,
    CustodyType.TRANSFERRED,
)
_TOLD_BY: Final = {
    "transfer": (CustodyType.TRANSFERRED,),
    "move": (CustodyType.TRANSFERRED, *_DECIDED),
    "decision": _DECIDED,
    "order": _DECIDED,
    "extension": (CustodyType.DETENTION_EXTENDED,),
    "prolongation": (CustodyType.DETENTION_EXTENDED,),
    "arrest": (CustodyType.ARRESTED, CustodyType.DETAINED),
    "detention": (CustodyType.ARRESTED, CustodyType.DETAINED, CustodyType.REMANDED, CustodyType.DETENTION_EXTENDED),
    "death": (CustodyType.DIED,),
    "execution": (CustodyType.EXECUTED,),
}


def _is_one_judgement(cast: Cast, a: Custody, b: Custody) -> bool:
    """True for two who got their sentences together: on one day, or, where a day is missing, told within two sentences."""
    if a.date is not None and b.date is not None:
        return a.date.edtf == b.date.edtf and a.type is b.type
    scene = cast.scene
    near = abs(scene.units[scene.at(a.trigger.start)].sentence - scene.units[scene.at(b.trigger.start)].sentence)
    return near <= 2 and a.type in _BY_COURT and b.type in _BY_COURT


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
