"""Which persons do a noun group, a pronoun or a number of people stand for?

Names stand for themselves. "The four", "all three", "both", "the journalists", "Four reporters", "the archbishop", "they" are
looked up among the lists, events and introductions of the same document, by an ordered tuple of rules; each answer says how.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.read.genders import may_be
from habeas.read.grammar import words_of
from habeas.read.kinship import named_kin
from habeas.read.lists import Enumeration, ItemList, find_enumerations, find_item_lists, persons_in
from habeas.read.noun_groups import NounGroup
from habeas.read.numbers import number_value
from habeas.read.scene import Scene, Unit, UnitKind
from habeas.read.verb_groups import is_finite

_NEVER_HELD: Final = frozenset({"lawyer", "official", "judge", "prosecutor", "relative", "commentator", "witness"})
_PAIRED: Final = {"both": 2, "pair": 2, "duo": 2, "couple": 2, "spouses": 2, "trio": 3}
_DEFINING: Final = frozenset({"the", "all", "both", "these", "those"})


@dataclass(frozen=True, slots=True)
class Who:
    """Entities (by index) that words stand for, the number that the words state, and how that was found."""

    persons: tuple[int, ...] = ()
    count: int | None = None
    how: str = "nobody"
    is_group: bool = False  # people are meant, but not named

    @property
    def is_someone(self) -> bool:
        return bool(self.persons) or self.is_group


NOBODY: Final = Who()
ALL_BUT_SOME: Final = "all but some"  # "all but one were let go": people whom no name tells


Spoken = tuple[Span, str]  # words that the text quotes, and the id of who says them


@dataclass(frozen=True, slots=True)
class Seen:
    """What an earlier pass saw: the events told without a verb, and everybody to whom anything happened."""

    told: tuple[tuple[int, tuple[int, ...]], ...] = ()
    befallen: Mapping[int, int] = field(default_factory=dict)


@dataclass
class Cast:
    """Who has appeared in which light: the document's lists, and the persons of the events read so far, in order of the text."""

    scene: Scene
    lists: tuple[ItemList, ...] = ()
    enumerations: tuple[Enumeration, ...] = ()
    events: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    held: tuple[int, ...] = ()
    spoken: tuple[Spoken, ...] = ()
    befallen: Mapping[int, int] = field(default_factory=dict)  # to whom an earlier pass saw anything happen, and how often
    unnamed: list[tuple[int, int]] = field(default_factory=list)  # where something befell so many people whom nobody names
    out: tuple[int, ...] = ()  # who was told to be free again

    def says(self, at: int) -> str | None:
        """Who speaks at unit `at`, where it stands in words that the text quotes."""
        place = self.scene.units[at].span.start
        around = [(len(span), who) for span, who in self.spoken if span.start <= place < span.stop]
        return min(around)[1] if around else None

    def before(self, at: int) -> list[tuple[int, ...]]:
        """The persons of the events before unit `at`, the nearest first."""
        return [persons for place, persons in sorted(self.events, reverse=True) if place < at and persons]


def gather_cast(scene: Scene, held: Sequence[int] = (), seen: Seen | None = None, spoken: tuple[Spoken, ...] = ()) -> Cast:
    """The cast of a document; `held` are the persons in custody, `seen` is what an earlier pass found, `spoken` whose words stand where."""
    lists = find_item_lists(scene)
    seen = seen or Seen()
    return Cast(scene, lists, find_enumerations(scene, lists), list(seen.told), tuple(held), spoken, seen.befallen)


def resolve_group(cast: Cast, group: NounGroup) -> Who:
    """Whom the noun group stands for: its named heads, else its noun or pronoun; a relative who is named elsewhere by name."""
    who = _whom(cast, group)
    return replace(who, persons=tuple(named_kin(cast.scene, p) for p in who.persons)) if who.persons else who


def _whom(cast: Cast, group: NounGroup) -> Who:
    scene = cast.scene
    named = [i for i in group.heads if _is_known_person(scene, scene.units[i])]
    if len(named) == 1 and (namesake := _namesake(cast, named[0])) is not None:
        return Who((namesake,), None, "named")
    if named and not group.heads[1:] and scene.units[named[0]].form is not MentionForm.NAME:
        if cast.held:
            return _resolve_pronoun(cast, named[0])
        if (other := _other_than_voice(cast, named[0])) is not None:
            return Who((other,), None, "pronoun")
    if named:
        persons = tuple(dict.fromkeys(scene.units[i].of for i in named))
        told = "named" if all(scene.units[i].form is MentionForm.NAME for i in named) else "mention"
        return Who(persons, _count_before(scene, named[0], group.first) or None, told)
    vague = [i for i in group.heads if scene.is_person(scene.units[i])]
    if vague:
        return _resolve_mention(cast, vague[0])
    if group.noun is not None:
        unit = scene.units[group.noun]
        if unit.form is MentionForm.NOMINAL and unit.low.split()[-1] in words_of(scene.language, "kin", "person_nouns"):
            return (
                Who((unit.of,), None, "mention without a name")
                if not scene.entities[unit.of].is_named
                else Who((unit.of,), None, "mention")
            )
        return resolve_noun(cast, group.noun)
    unclear = [i for i in group.heads if scene.units[i].form is MentionForm.PRONOUN and scene.units[i].low in _OF_PEOPLE]
    return resolve_noun(cast, unclear[0]) if unclear else Who()


def _other_than_voice(cast: Cast, i: int) -> int | None:
    """Whom a pronoun means that is tied to a lawyer, relative or official: the person told of before, of that gender."""
    scene, unit = cast.scene, cast.scene.units[i]
    if unit.form is not MentionForm.PRONOUN or unit.low not in _OF_PEOPLE or not is_never_held(scene, unit.of):
        return None
    other = focus_person(cast, i, but=unit.of)
    if other is None or _is_voice(cast, other) or not _is_named_before(scene, other, i) or not may_be(scene.entities[other], unit.low):
        return None
    return other


_OF_PEOPLE: Final = frozenset({"he", "him", "she", "her", "they", "them"})


def _namesake(cast: Cast, i: int) -> int | None:
    """Whom a bare surname means after "his sister, Solange Ngassa": the one in custody of that name, not the relative who was quoted."""
    scene, unit = cast.scene, cast.scene.units[i]
    if unit.form is not MentionForm.NAME or " " in unit.low or unit.of in cast.held:
        return None
    people = [(n, e) for n, e in enumerate(scene.entities) if n != unit.of and e.is_named and e.kind is EntityKind.PERSON]
    same = [n for n, e in people if e.name.lower().split()[-1] == unit.low]
    likely = [n for n in same if n in cast.held or (not cast.held and "detainee" in scene.entities[n].roles)]
    if not same or not ("relative" in scene.entities[unit.of].roles or _is_introduced_as_kin(scene, unit.of)):
        return None
    if not likely and not cast.held and " " in scene.entities[unit.of].name:
        likely = [n for n in same if not is_never_held(scene, n) and not _is_introduced_as_kin(scene, n)]
    return likely[0] if len(likely) == 1 else None


def _is_introduced_as_kin(scene: Scene, person: int) -> bool:
    """True for "his brother Mark Nabil" and "Mark Nabil, Maikel's brother": a relative, whoever the noun was tied to."""
    kin = words_of(scene.language, "kin", "person_nouns")
    for i, unit in enumerate(scene.units):
        if unit.of != person or unit.form is not MentionForm.NAME:
            continue
        first, stop = scene.bounds[unit.sentence]
        before = [scene.units[j].low.split()[-1] for j in range(max(first, i - 2), i)]
        if before and (before[-1] in kin or (before[-1] == "," and before[0] in kin)):
            return True
        after = [u.low for u in scene.units[i + 1 : min(stop, i + 5)]]
        if len(after) == 4 and after[0] == "," and after[2] in ("'s", "’s") and after[3].split()[-1] in kin:
            return True
    return False


def _is_known_person(scene: Scene, unit: Unit) -> bool:
    return scene.is_person(unit) and scene.entities[unit.of].is_named


def _resolve_pronoun(cast: Cast, i: int) -> Who:
    """Whom a pronoun or noun means where an event befalls someone: its antecedent if that one is held, else the held person spoken of."""
    scene, unit = cast.scene, cast.scene.units[i]
    if unit.of in cast.held:
        return Who((unit.of,), None, "mention")
    if unit.form is MentionForm.NOMINAL:
        return resolve_noun_words(cast, i)
    if (opener := _opener_before_aside(cast, i)) is not None:
        return Who((opener,), None, "pronoun")
    if scene.entities[unit.of].is_named and _may_suffer(cast, unit.of) and may_be(scene.entities[unit.of], unit.low):
        return Who((unit.of,), None, "pronoun")
    if _is_told_of(cast, i):
        return Who((unit.of,), None, "pronoun")
    focus = focus_person(cast, i)
    if focus is not None and _is_told_more(cast, unit.of, focus) and may_be(scene.entities[unit.of], unit.low):
        return Who((unit.of,), None, "pronoun")
    if focus is None or not (is_never_held(scene, unit.of) or _is_named_before(scene, focus, i)):
        return Who((unit.of,), None, "pronoun")
    return Who((focus,), None, "pronoun")


def _opener_before_aside(cast: Cast, i: int) -> int | None:
    """The held person who opens the sentence before, where the one a pronoun is tied to stands there only as an agent.

    "X is part of a movement founded by Y. She was arrested": X, not Y.
    """
    scene, unit = cast.scene, cast.scene.units[i]
    first = scene.bounds[unit.sentence][0]
    if unit.sentence == 0 or i - first > 2:
        return None
    start, stop = scene.bounds[unit.sentence - 1]
    named = [j for j in range(start, stop) if scene.units[j].form is MentionForm.NAME and scene.is_person(scene.units[j])]
    places = [j for j in named if scene.units[j].of == unit.of]
    if not places or named[0] - start > 1 or scene.units[named[0]].of == unit.of or scene.units[named[0]].of not in cast.held:
        return None
    if not is_finite(scene, named[0] + 1) or not all(_is_agent_of_participle(scene, j) for j in places):
        return None
    opener = scene.units[named[0]].of
    return opener if may_be(scene.entities[opener], unit.low) else None


def _is_agent_of_participle(scene: Scene, i: int) -> bool:
    """True for a name in "founded by the climate activist Y", "run by Y"."""
    first = scene.bounds[scene.units[i].sentence][0]
    for j in range(i - 1, max(first, i - 8), -1):
        unit = scene.units[j]
        if unit.low == "by":
            return scene.units[j - 1].low.endswith(("ed", "en", "un", "et")) and not scene.has(scene.units[j - 2], "be")
        if unit.kind is UnitKind.MARK or is_finite(scene, j):
            return False
    return False


def _is_told_more(cast: Cast, person: int, than: int) -> bool:
    """True for somebody whom the text quotes, and to whom an earlier pass saw more happen than to another."""
    if is_never_held(cast.scene, person) or not cast.scene.entities[person].is_named:
        return False
    return cast.befallen.get(person, 0) > max(1, cast.befallen.get(than, 0))


_OF_OFFICE: Final = frozenset({"lawyer", "official", "judge", "prosecutor"})


def _is_told_of(cast: Cast, i: int) -> bool:
    """True for "Her husband, X, says … He was himself summoned": a relative, named right before, to whom an earlier pass saw something happen."""
    scene, person = cast.scene, cast.scene.units[i].of
    entity, number = scene.entities[person], scene.units[i].sentence
    if person not in cast.befallen or not entity.is_named or "relative" not in entity.roles or not _OF_OFFICE.isdisjoint(entity.roles):
        return False
    first = scene.bounds[max(0, number - 1)][0]
    near = any(u.of == person and u.form is MentionForm.NAME for u in scene.units[first:i])
    return near and may_be(entity, scene.units[i].low)


def _is_named_before(scene: Scene, person: int, at: int) -> bool:
    return any(u.of == person and u.form is MentionForm.NAME for u in scene.units[:at])


def resolve_noun_words(cast: Cast, i: int) -> Who:
    """Whom a nominal mention means: its antecedent, else whoever is introduced with its noun, else the held person spoken of."""
    scene, person = cast.scene, cast.scene.units[i].of
    if scene.entities[person].is_named and _may_suffer(cast, person):
        return Who((person,), None, "mention")
    return _singular_noun(cast, i, cast.scene.units[i].low.split()[-1], is_definite=True)


def _resolve_mention(cast: Cast, i: int) -> Who:
    """A mention of somebody without a name: a plural is looked up as a group, a singular is a person of its own."""
    unit = cast.scene.units[i]
    if unit.low == "them" and (some := _some_of_them(cast.scene, i)) is not None:
        return Who((), some, "a group without names", is_group=True)
    if unit.low in ("they", "them", "their"):
        return _members_told(cast, i) or _just_told_of(cast, i) or _plural(cast, i, None, is_definite=True)
    words = unit.low.split()
    if words[0] == "those":
        return Who(how="a group without names", is_group=True)
    if words[0] == "the" and words[-1] in ("detained", "arrested", "imprisoned", "jailed", "convicted", "accused"):
        return Who(cast.held, None, "everyone held", is_group=True)
    if words[-1] == "couple" and words[0] == "the":
        return _plural(cast, i, 2, is_definite=True)
    if any(w in words_of(cast.scene.language, "many", "person_nouns") or w in words_of(cast.scene.language, "group_word") for w in words):
        count = next((n for w in words if (n := _PAIRED.get(w) or _number(w))), None) or _count_before(
            cast.scene, i, cast.scene.bounds[unit.sentence][0]
        )
        before = _words_of_group(cast.scene, i)
        is_definite = words[0] in _DEFINING or (count is not None and not _DEFINING.isdisjoint(before))
        return _plural(cast, i, count, is_definite=is_definite)
    kin = words_of(cast.scene.language, "kin", "person_nouns")
    if unit.form is MentionForm.PRONOUN:
        told = _opens_sentence_before(cast, i) if is_never_held(cast.scene, unit.of) else None
        return Who((told,), None, "pronoun") if told is not None else _singular_pronoun(cast, i)
    if (not kin.isdisjoint(words) and not _is_parent_of_some(cast.scene, i)) or words[0] in ("a", "an"):
        return Who((unit.of,), None, "mention without a name")
    return _singular_noun(cast, i, words[-1], is_definite=True)


def _members_told(cast: Cast, i: int) -> Who | None:
    """ "X was among five activists convicted. They were pardoned": X of the five; nobody of a paragraph before."""
    scene, unit = cast.scene, cast.scene.units[i]
    start = scene.bounds[max(0, unit.sentence - 1)][0]
    for j in range(i - 1, start - 1, -1):
        if scene.units[j].of != unit.of or scene.units[j].form is not MentionForm.NOMINAL:
            continue
        before = [u.low for u in scene.units[max(start, j - 2) : j]]
        count = next((n for w in scene.units[j].low.split() if (n := _number(w))), None)
        if count is None or not ("among" in before or before == ["one", "of"]):
            return None
        here = scene.units[j].sentence
        told = [p for place, persons in cast.events if scene.units[place].sentence == here and place < i for p in persons]
        persons = tuple(dict.fromkeys(told))
        return Who(persons, count, "some of a group", is_group=True) if persons and len(persons) < count else None
    return None


def _just_told_of(cast: Cast, i: int) -> Who | None:
    """ "Police raided the homes of eleven staff and charged them": those of the same sentence, whom nobody names."""
    scene, unit = cast.scene, cast.scene.units[i]
    first = scene.bounds[unit.sentence][0]
    if unit.low != "them" or scene.entities[unit.of].is_named:
        return None
    group = [j for j in range(first, i) if scene.units[j].of == unit.of and scene.units[j].form is MentionForm.NOMINAL]
    if not group or any(scene.units[j].form is MentionForm.NAME and scene.is_person(scene.units[j]) for j in range(first, i)):
        return None
    before = [scene.units[j].low.split()[0] for j in range(max(first, group[-1] - 4), group[-1] + 1)]
    count = next((n for w in before if (n := _number(w))), None)
    definite = any(w in _DEFINING or w in ("his", "her", "their") for w in before)
    return Who((), count, "a group without names", is_group=True) if count is not None and not definite else None


def _opens_sentence_before(cast: Cast, i: int) -> int | None:
    """The only person whom the sentence before names, at its head: "X, parish priest of Y, said no. On Friday a judge sentenced him"."""
    scene, number = cast.scene, cast.scene.units[i].sentence
    if number == 0:
        return None
    acts = any(u.of == scene.units[i].of for u in scene.units[scene.bounds[number][0] : i])
    first, stop = scene.bounds[number - 1]
    named = list(dict.fromkeys(u.of for u in scene.units[first:stop] if u.form is MentionForm.NAME and scene.is_person(u)))
    opens = any(u.form is MentionForm.NAME and scene.is_person(u) for u in scene.units[first : min(stop, first + 3)])
    if not acts or not opens or len(named) != 1 or is_never_held(scene, named[0]):
        return None
    return named[0] if may_be(scene.entities[named[0]], scene.units[i].low) else None


def resolve_noun(cast: Cast, i: int) -> Who:
    """Whom the noun or pronoun at unit `i` stands for."""
    scene = cast.scene
    low = scene.units[i].low
    if low.endswith("year-old") and _kin_behind(scene, i):
        return Who(how="somebody's relative", is_group=True)  # "her 27-year-old brother"
    if low == "them" and (some := _some_of_them(scene, i)) is not None:
        return Who((), some, "a group without names", is_group=True)
    if low in ("they", "them", "their"):
        return _plural(cast, i, None, is_definite=True)
    if low in ("he", "him", "she", "her", "his"):
        return _singular_pronoun(cast, i)
    if low in ("i", "me"):
        return _speaker(cast, i)
    if low in ("former", "latter"):
        return _of_two(cast, i)
    if low in words_of(scene.language, "quantity", "person_nouns") and low not in ("others", "rest", "group", "groups"):
        return Who(how="a group without names", is_group=True)
    if low.endswith("ed"):  # "the detained"
        return Who(cast.held, None, "everyone held", is_group=True)
    if low == "those":
        return Who(how="a group without names", is_group=True)
    if low in words_of(scene.language, "kin", "person_nouns") and not _is_parent_of_some(scene, i):
        return Who(how="somebody's relative", is_group=True)
    first = scene.bounds[scene.units[i].sentence][0]
    before = _words_of_group(scene, i)
    count = _count_before(scene, i, first)
    if low == "prisoners" and before and before[-1] in ("political", "all", "other"):
        return Who(how="a group without names", is_group=True)
    is_definite = (
        any(w.startswith("the ") for w in before)
        or any(w in ("the", "these", "those", "all", "both", "this", "that", "our", "his", "her", "their", "my", "its") for w in before)
        or low in ("both", "all")
    )
    if low in words_of(scene.language, "group_word") and low not in (
        "group",
        "men",
        "women",
        "brothers",
        "sisters",
        "siblings",
    ):
        if low == "all" and i + 1 < len(scene.units) and _number(scene.units[i + 1].low):
            low = scene.units[i + 1].low
        n = _PAIRED.get(low) or _number(low)
        return _plural(cast, i, n, is_definite=is_definite or low in ("both", "all", "trio", "pair", "duo"))
    if low in words_of(scene.language, "many", "person_nouns"):
        return _plural(cast, i, count, is_definite=is_definite)
    return _singular_noun(cast, i, low, is_definite=is_definite)


def _kin_behind(scene: Scene, i: int) -> bool:
    stop = scene.bounds[scene.units[i].sentence][1]
    return i + 1 < stop and scene.units[i + 1].low.split()[-1] in words_of(scene.language, "kin", "person_nouns")


def _words_of_group(scene: Scene, i: int) -> list[str]:
    """Up to five words before the noun at unit `i`, back to a verb or to a preposition other than "of"."""
    first = scene.bounds[scene.units[i].sentence][0]
    out: list[str] = []
    for j in range(i - 1, max(first, i - 5) - 1, -1):
        unit = scene.units[j]
        if is_finite(scene, j) or (scene.has(unit, "preposition") and unit.low != "of") or scene.has_any(unit, ("be", "have")):
            break
        out.append(unit.low)
    return out[::-1]


def _some_of_them(scene: Scene, i: int) -> int | None:
    """How many "six of them" are: some of those told of, nobody says which."""
    first = scene.bounds[scene.units[i].sentence][0]
    if i < first + 2 or scene.units[i - 1].low != "of":
        return None
    words = [u.low for u in scene.units[max(first, i - 3) : i - 1]]
    return None if words[0] in ("all", "both") else _number(words[-1])


def _of_two(cast: Cast, i: int) -> Who:
    """Whom "the former" or "the latter" means: the first or second of the last two people named side by side, in this or the two sentences before."""
    scene = cast.scene
    near = [e for e in cast.enumerations if e.last < i and scene.units[i].sentence - scene.units[e.last].sentence <= 2]
    pair = next((e.persons for e in reversed(near) if len(e.persons) == 2), None)
    return Who((pair[0 if scene.units[i].low == "former" else 1],), None, "one of two") if pair is not None else Who()


def _is_parent_of_some(scene: Scene, i: int) -> bool:
    """True in "the engineer and mother of one": she is told of, not hers."""
    after = [u.low for u in scene.units[i + 1 : i + 3]]
    return (len(after) == 2 and after[0] == "of" and _number(after[1].split()[0]) is not None) or after[1:] == ["one"]


def _speaker(cast: Cast, i: int) -> Who:
    """Whom "I" means: who says the words in which it stands."""
    says = cast.says(i)
    person = next((n for n, e in enumerate(cast.scene.entities) if e.id == says and e.is_named), None)
    return Who((person,), None, "mention") if person is not None else Who()


def _number(word: str) -> int | None:
    value = number_value(word) if word not in ("a", "an", "dozen", "hundred") else None
    return int(value) if value and value == int(value) and value < 200_000 else None


def _count_before(scene: Scene, i: int, first: int) -> int | None:
    """The number of people that stands before a noun or name ("four reporters", "all 11")."""
    for j in range(i - 1, max(first, i - 6) - 1, -1):
        unit = scene.units[j]
        joins = scene.has(unit, "conjunction") and scene.units[i - 1].kind is UnitKind.WORD and scene.units[j - 1].kind is UnitKind.WORD
        if unit.kind is not UnitKind.WORD or scene.has(unit, "preposition") or (scene.has(unit, "conjunction") and not joins):
            return None
        if n := _number(unit.low):
            return n
    return None


# ----- people as a group -------------------------------------------------------------------------------------------------


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
        if e.first > at and cast.scene.units[e.first].sentence <= limit and len(e.persons) == count:
            return None if _has_count_of_its_own(cast.scene, e.first, at) else e.persons
    return None


def _has_count_of_its_own(scene: Scene, first: int, at: int) -> bool:
    """True for the names of "two got probation, and two — X and Y — were jailed": the latter two."""
    start = scene.bounds[scene.units[first].sentence][0]
    i = first - 1
    if i <= start or scene.units[i].low not in ("—", "–", "-", ":", "(", ","):
        return False
    return i - 1 != at and at >= start and _number(scene.units[i - 1].low) is not None


def _last_distinct(cast: Cast, at: int, count: int) -> tuple[int, ...] | None:
    """Just as many persons as said, gathered from the events of the sentences before ("In 2016 both received ten years")."""
    sentence = cast.scene.units[at].sentence
    near = sorted(
        (place, p) for place, persons in cast.events for p in persons if place < at and cast.scene.units[place].sentence >= sentence - 4
    )
    persons = tuple(dict.fromkeys(p for _, p in reversed(near)))[:count]
    return tuple(reversed(persons)) if len(persons) == count and count < 13 else None


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
    named = dict.fromkeys(u.of for u in scene.units if _is_known_person(scene, u) and not is_never_held(scene, u.of))
    apart = [p for p in named if p in cast.befallen or not _is_voice(cast, p)]
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
    named = tuple(dict.fromkeys(u.of for u in before if _is_known_person(scene, u)))
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


def _plural(cast: Cast, at: int, count: int | None, *, is_definite: bool) -> Who:
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
        if cue is None:
            continue
        persons = [p for p in persons_in(scene, cue + 1, stop) if not is_never_held(scene, p)]
        if not persons and scene.units[stop - 1].low == ":":
            persons = _rows_of_names(scene, n + 1)
        if persons:
            return tuple(persons)
    return ()


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
    if low in ("including", "included"):
        return True
    return low == "among" and any(
        w in ("them", "those", "freed", "released", "names", "detained", "arrested", "held") for w in " ".join(after).split()
    )


# ----- one person --------------------------------------------------------------------------------------------------------


def introduced_as(scene: Scene, noun: str, at: int) -> int | None:
    """The last person before `at`, else the first after it, who is introduced with this noun ("blogger X", "X, a blogger")."""
    found: int | None = None
    for i, unit in enumerate(scene.units):
        if i == at or unit.form is MentionForm.NOMINAL:
            continue
        if unit.low != noun:
            if not (_is_known_person(scene, unit) and noun in unit.low.split()):
                continue
            near: int | None = unit.of
        else:
            near = _name_beside(scene, i)
        if near is not None:
            if i > at and found is not None:
                return found
            found = near
            if i > at:
                return found
    return found


def _name_beside(scene: Scene, i: int) -> int | None:
    """The person named right after the noun at `i`, or right before its ", a(n)/the …"."""
    first, stop = scene.bounds[scene.units[i].sentence]
    for j in range(i + 1, min(stop, i + 3)):
        if _is_known_person(scene, scene.units[j]):
            return scene.units[j].of
        if scene.units[j].kind is not UnitKind.WORD or scene.has(scene.units[j], "preposition") or scene.has(scene.units[j], "conjunction"):
            break
    for j in range(i - 1, max(first, i - 7), -1):
        if scene.units[j].low == "," and j > first and _is_known_person(scene, scene.units[j - 1]):
            return scene.units[j - 1].of
        if scene.units[j].kind is UnitKind.MARK or scene.has(scene.units[j], "conjunction"):
            break
    return None


def _singular_noun(cast: Cast, i: int, noun: str, *, is_definite: bool) -> Who:
    scene = cast.scene
    if is_definite and (beside := _name_beside(scene, i)) is not None and not is_never_held(scene, beside):
        return Who((beside,), None, "introduced with this noun")  # "X, the diplomat sentenced in May"
    known = introduced_as(scene, noun, i)
    if known is not None and (is_definite or not is_never_held(scene, known)):
        return Who((known,), None, "introduced with this noun")
    if is_definite or scene.units[i].sentence < 2:
        focus = focus_person(cast, i)
        if focus is not None:
            return Who((focus,), None, "the person spoken of")
    return Who(how="a person without a name", is_group=True)


def is_never_held(scene: Scene, person: int) -> bool:
    return not _NEVER_HELD.isdisjoint(scene.entities[person].roles)


def _singular_pronoun(cast: Cast, i: int) -> Who:
    focus = focus_person(cast, i)
    return Who((focus,), None, "pronoun") if focus is not None else Who(how="pronoun of nobody known", is_group=True)


def focus_person(cast: Cast, at: int, but: int = -1) -> int | None:
    """Who is spoken of at unit `at`: the person in custody named last in this or the two sentences before, else the last held one.

    In a headline or lede, where nobody has been named yet, the first person in custody that the text names. Never the person `but`.
    """
    scene = cast.scene
    sentence = scene.units[at].sentence
    likely = [p for p in cast.held if p != but and may_be(scene.entities[p], scene.units[at].low)]
    if not likely and len(cast.held) == 1 and cast.held[0] != but and not _may_be_another(cast, at):
        likely = list(cast.held)  # a given name alone tells no gender where nobody else can be meant
    for number in range(sentence, max(-1, sentence - 4), -1):
        first, stop = scene.bounds[number]
        before = [u for u in scene.units[first : min(stop, at)] if u.of != but]
        named = [u.of for u in before if _is_known_person(scene, u) and not is_never_held(scene, u.of)]
        named = [p for p in named if p in likely] if cast.held else [p for p in named if not _speaks(scene, p, number)]
        if named:
            return named[0] if number < sentence else named[-1]
    for persons in cast.before(at):
        if len(persons) == 1 and persons[0] != but and may_be(scene.entities[persons[0]], scene.units[at].low):
            return persons[0]
    if not likely:
        known = _protagonist(scene, but)
        return known if known is not None and (sentence < 2 or _is_named_before(scene, known, at)) else None
    counts = Counter(u.of for u in scene.units[:at] if u.of in likely and u.form is MentionForm.NAME)
    best = counts.most_common(2)
    if best and (len(best) == 1 or best[0][1] > best[1][1]):
        return best[0][0]
    if sentence >= 2 and not _is_named_before(scene, likely[0], at):
        return None  # whom a later item of a digest is about
    return likely[0] if len(likely) == 1 or sentence < 2 else None


def _may_be_another(cast: Cast, at: int) -> bool:
    """True if somebody else was named before whom the pronoun fits."""
    scene = cast.scene
    others = {u.of for u in scene.units[:at] if u.of != cast.held[0] and u.form is MentionForm.NAME and _is_known_person(scene, u)}
    return any(may_be(scene.entities[p], scene.units[at].low) for p in others)


def _protagonist(scene: Scene, but: int = -1) -> int | None:
    """The person whom the document names most, if no other is named as often and no office or side rules it out."""
    counts = Counter(u.of for u in scene.units if u.of != but and _is_known_person(scene, u) and not is_never_held(scene, u.of))
    best = counts.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None


def _may_suffer(cast: Cast, person: int) -> bool:
    """False for officials, lawyers and relatives, and for those whom the text quotes."""
    return not is_never_held(cast.scene, person) and not _is_voice(cast, person)


def _is_voice(cast: Cast, person: int) -> bool:
    """True for somebody whom the text quotes, or who takes turns in a talk, and of whom no custody is told."""
    scene = cast.scene
    if any(who == scene.entities[person].id for _, who in cast.spoken):
        return True
    return any(_speaks(scene, person, number) for number in dict.fromkeys(u.sentence for u in scene.units if u.of == person))


def _speaks(scene: Scene, person: int, sentence: int) -> bool:
    """True if the person's name stands beside a verb of speech in this sentence."""
    first, stop = scene.bounds[sentence]
    for i in range(first, stop):
        if scene.units[i].of == person:
            if i + 1 < stop and scene.has(scene.units[i + 1], "speech_verb"):
                return True
            told_of = i + 1 < stop and is_finite(scene, i + 1)  # "his brother said X has decided to go on"
            if i > first and scene.has(scene.units[i - 1], "speech_verb") and not told_of:
                return True
            if i + 1 < stop and scene.units[i + 1].low == "," and _speaks_behind_aside(scene, i + 1, stop):
                return True
    return False


def _speaks_behind_aside(scene: Scene, comma: int, stop: int) -> bool:
    """True for "X, who shared a cell with him, recalls": a verb of speech right behind what two commas set apart."""
    close = next((j for j in range(comma + 1, min(stop, comma + 20)) if scene.units[j].low == ","), None)
    return close is not None and close + 1 < stop and scene.has_any(scene.units[close + 1], ("speech_verb",))
