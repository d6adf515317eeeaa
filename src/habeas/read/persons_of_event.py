"""Which persons do a noun group, a pronoun or a number of people stand for?

Names stand for themselves. "The four", "all three", "both", "the journalists", "Four reporters", "the archbishop", "they" are
looked up among the lists, events and introductions of the same document; each answer says how.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.cast import Cast, Who, count_in, is_known_person, is_never_held, number_of_people
from habeas.read.genders import may_be
from habeas.read.grammar import words_of
from habeas.read.kinship import named_kin
from habeas.read.line_heads import find_entries
from habeas.read.noun_groups import NounGroup
from habeas.read.people_as_group import resolve_plural
from habeas.read.person_spoken_of import (
    focus_person,
    is_named_before,
    is_voice,
    may_suffer,
    resolve_singular_noun,
    resolve_singular_pronoun,
)
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import is_finite

_PAIRED: Final = {"both": 2, "pair": 2, "duo": 2, "couple": 2, "spouses": 2, "trio": 3}
_DEFINING: Final = frozenset({"the", "all", "both", "these", "those"})


def resolve_group(cast: Cast, group: NounGroup) -> Who:
    """Whom the noun group stands for: its named heads, else its noun or pronoun; a relative who is named elsewhere by name."""
    who = _whom(cast, group)
    return replace(who, persons=tuple(named_kin(cast.scene, p) for p in who.persons)) if who.persons else who


def _whom(cast: Cast, group: NounGroup) -> Who:
    scene = cast.scene
    if group.heads and scene.units[group.heads[-1]].low == "them" and (some := _some_of_them(scene, group.heads[-1])) is not None:
        return Who((), some, "a group without names", is_group=True)
    named = [i for i in group.heads if is_known_person(scene, scene.units[i])]
    if len(named) == 1 and (namesake := _namesake(cast, named[0])) is not None:
        return Who((namesake,), None, "named")
    if named and not group.heads[1:] and scene.units[named[0]].form is not MentionForm.NAME:
        if cast.held:
            return _resolve_pronoun(cast, named[0])
        if (other := _other_than_voice(cast, named[0])) is not None:
            return Who((other,), None, "pronoun")
    if named:
        persons = tuple(dict.fromkeys(scene.units[i].of for i in named))
        by_name = {scene.units[i].of for i in named if scene.units[i].form is MentionForm.NAME}  # "the journalist of RusNews X" is named
        told = "named" if by_name.issuperset(persons) else "mention"
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
    if other is None or is_voice(cast, other) or not is_named_before(scene, other, i) or not may_be(scene.entities[other], unit.low):
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


def _resolve_pronoun(cast: Cast, i: int) -> Who:
    """Whom a pronoun or noun means where an event befalls someone: its antecedent if that one is held, else the held person spoken of."""
    scene, unit = cast.scene, cast.scene.units[i]
    if unit.form is MentionForm.PRONOUN and (whose := _of_entry(cast, i) or _who_says_so(cast, i)) is not None:
        return Who((whose[0],), None, "pronoun")
    if unit.of in cast.held:
        return Who((unit.of,), None, "mention")
    if unit.form is MentionForm.NOMINAL:
        return resolve_noun_words(cast, i)
    if (opener := _opener_before_aside(cast, i)) is not None:
        return Who((opener,), None, "pronoun")
    if scene.entities[unit.of].is_named and may_suffer(cast, unit.of) and may_be(scene.entities[unit.of], unit.low):
        return Who((unit.of,), None, "pronoun")
    if _is_told_of(cast, i):
        return Who((unit.of,), None, "pronoun")
    focus = focus_person(cast, i)
    if focus is not None and _is_told_more(cast, unit.of, focus) and may_be(scene.entities[unit.of], unit.low):
        return Who((unit.of,), None, "pronoun")
    if focus is None or not (is_never_held(scene, unit.of) or is_named_before(scene, focus, i)):
        return Who((unit.of,), None, "pronoun")
    return Who((focus,), None, "pronoun")


def _of_entry(cast: Cast, i: int) -> tuple[int] | None:
    """Whose entry of a register the pronoun stands in, where nobody else is named in its sentence before it."""
    scene, unit = cast.scene, cast.scene.units[i]
    head = find_entries(cast.scene).get(unit.sentence)
    if head is None or is_never_held(scene, head) or not may_be(scene.entities[head], unit.low):
        return None
    first = scene.bounds[unit.sentence][0]
    others = any(is_known_person(scene, u) and u.of != head and u.form is MentionForm.NAME for u in scene.units[first:i])
    return None if others else (head,)


def _who_says_so(cast: Cast, i: int) -> tuple[int] | None:
    """ "X complained that guards had searched him": X, where X alone is named before and no words in marks stand between."""
    scene, unit = cast.scene, cast.scene.units[i]
    first = scene.openings[unit.sentence]
    verb = next((j for j in range(first, min(i, first + _HEAD)) if is_finite(scene, j)), None)
    if verb is None or not (
        scene.has(scene.units[verb], "speech_verb") or scene.units[verb].low in words_of(scene.language, "tells", "settings")
    ):
        return None
    named = [u.of for u in scene.units[first:i] if is_known_person(scene, u) and u.form is MentionForm.NAME]
    if len(set(named)) != 1 or scene.units[verb - 1].of != named[0] or scene.units[verb - 1].form is not MentionForm.NAME:
        return None
    if any(u.low in ("“", "”", '"', "«", "»", ";") for u in scene.units[verb:i]) or is_never_held(scene, named[0]):
        return None
    return (named[0],) if may_be(scene.entities[named[0]], unit.low) else None


_HEAD: Final = 8  # units of a sentence within which its main verb stands


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


def resolve_noun_words(cast: Cast, i: int) -> Who:
    """Whom a nominal mention means: its antecedent, else whoever is introduced with its noun, else the held person spoken of."""
    scene, person = cast.scene, cast.scene.units[i].of
    if scene.entities[person].is_named and may_suffer(cast, person):
        return Who((person,), None, "mention")
    return resolve_singular_noun(cast, i, cast.scene.units[i].low.split()[-1], is_definite=True)


def _resolve_mention(cast: Cast, i: int) -> Who:
    """A mention of somebody without a name: a plural is looked up as a group, a singular is a person of its own."""
    unit = cast.scene.units[i]
    if unit.low == "them" and (some := _some_of_them(cast.scene, i)) is not None:
        return Who((), some, "a group without names", is_group=True)
    if unit.low in ("they", "them", "their"):
        return _members_told(cast, i) or _just_told_of(cast, i) or resolve_plural(cast, i, None, is_definite=True)
    words = unit.low.split()
    if words[0] == "those":
        return Who(how="a group without names", is_group=True)
    if words[0] == "the" and words[-1] in ("detained", "arrested", "imprisoned", "jailed", "convicted", "accused"):
        return Who(cast.held, None, "everyone held", is_group=True)
    if words[-1] == "couple" and words[0] == "the":
        return resolve_plural(cast, i, 2, is_definite=True)
    if any(w in words_of(cast.scene.language, "many", "person_nouns") or w in words_of(cast.scene.language, "group_word") for w in words):
        paired = next((n for w in words if (n := _PAIRED.get(w))), None)
        first = cast.scene.bounds[unit.sentence][0]
        counting = [w for k, w in enumerate(words) if k == 0 or words[k - 1] not in _NUMBERED]  # "the Zone 9 bloggers" are not nine
        inside = (
            None
            if count_in(counting) is None
            else count_in([u.low for u in cast.scene.units[_numeral_begins(cast.scene, i, first) : i]] + counting)
        )
        count = paired or inside or _count_before(cast.scene, i, first)
        before = _words_of_group(cast.scene, i)
        is_definite = words[0] in _DEFINING or (count is not None and not _DEFINING.isdisjoint(before))
        return resolve_plural(cast, i, count, is_definite=is_definite)
    kin = words_of(cast.scene.language, "kin", "person_nouns")
    if unit.form is MentionForm.PRONOUN:
        told = _opens_sentence_before(cast, i) if is_never_held(cast.scene, unit.of) else None
        return Who((told,), None, "pronoun") if told is not None else resolve_singular_pronoun(cast, i)
    if (not kin.isdisjoint(words) and not _is_parent_of_some(cast.scene, i)) or words[0] in ("a", "an", "another"):
        return Who((unit.of,), None, "mention without a name")
    if not cast.scene.entities[unit.of].is_named and (_is_somebodys(cast.scene, i) or _is_introduced_beside(cast.scene, i)):
        return Who((unit.of,), None, "mention without a name")
    return resolve_singular_noun(cast, i, words[-1], is_definite=True)


def _is_introduced_beside(scene: Scene, i: int) -> bool:
    """True for "the student" after "X, Y and a student were arrested": the one told of beside those who are named."""
    for j in scene.places.get(scene.units[i].of, ()):
        words = scene.units[j].low.split()
        if j < i and words[0] in ("a", "an", "another") and j > 1 and scene.units[j - 1].low == "and":
            return is_known_person(scene, scene.units[j - 2]) and scene.units[j - 2].form is MentionForm.NAME
    return False


def _is_somebodys(scene: Scene, i: int) -> bool:
    """True for "X's lawyer", "her driver", who are others than X and her; not for "his client"."""
    words = scene.units[i].low.split()
    is_owned = words[0] in ("his", "her", "their") or (i > 0 and scene.units[i - 1].low in ("'s", "’s", "'"))
    return is_owned and words[-1] not in ("client", "defendant", "patient", "prisoner", "detainee")


def _members_told(cast: Cast, i: int) -> Who | None:
    """ "X was among five activists convicted. They were pardoned": X of the five; nobody of a paragraph before."""
    scene, unit = cast.scene, cast.scene.units[i]
    start = scene.bounds[max(0, unit.sentence - 1)][0]
    for j in range(i - 1, start - 1, -1):
        if scene.units[j].of != unit.of or scene.units[j].form is not MentionForm.NOMINAL:
            continue
        before = [u.low for u in scene.units[max(start, j - 2) : j]]
        count = next((n for w in scene.units[j].low.split() if (n := number_of_people(w))), None)
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
    count = next((n for w in before if (n := number_of_people(w))), None)
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
        return resolve_plural(cast, i, None, is_definite=True)
    if low in ("he", "him", "she", "her", "his"):
        whose = _of_entry(cast, i) or _who_says_so(cast, i)
        return Who(whose, None, "pronoun") if whose is not None else resolve_singular_pronoun(cast, i)
    if low in ("i", "me", "my"):
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
        if low == "all" and i + 1 < len(scene.units) and number_of_people(scene.units[i + 1].low):
            low = scene.units[i + 1].low
        n = _PAIRED.get(low) or number_of_people(low)
        return resolve_plural(cast, i, n, is_definite=is_definite or low in ("both", "all", "trio", "pair", "duo"))
    if low in words_of(scene.language, "many", "person_nouns"):
        return resolve_plural(cast, i, count, is_definite=is_definite)
    return resolve_singular_noun(cast, i, low, is_definite=is_definite)


def _kin_behind(scene: Scene, i: int) -> bool:
    """True if "brother", "mother" or another word for a relative stands right behind unit `i`."""
    stop = scene.bounds[scene.units[i].sentence][1]
    return i + 1 < stop and scene.units[i + 1].low.split()[-1] in words_of(scene.language, "kin", "person_nouns")


def _words_of_group(scene: Scene, i: int) -> list[str]:
    """Up to five words before the noun at unit `i`, back to a verb, a comma or a preposition other than "of"."""
    first = scene.bounds[scene.units[i].sentence][0]
    out: list[str] = []
    for j in range(i - 1, max(first, i - 5) - 1, -1):
        unit = scene.units[j]
        if is_finite(scene, j) or (scene.has(unit, "preposition") and unit.low != "of") or scene.has_any(unit, ("be", "have")):
            break
        if unit.low in (",", ";", ":"):
            break  # "the same week, two students": no "the" of theirs
        out.append(unit.low)
    return out[::-1]


def _some_of_them(scene: Scene, i: int) -> int | None:
    """How many "six of them" are: some of those told of, nobody says which."""
    first = scene.bounds[scene.units[i].sentence][0]
    if i < first + 2 or scene.units[i - 1].low != "of":
        return None
    words = [u.low for u in scene.units[max(first, i - 3) : i - 1]]
    return None if words[0] in ("all", "both") else number_of_people(words[-1])


def _of_two(cast: Cast, i: int) -> Who:
    """Whom "the former" or "the latter" means: the first or second of the last two people named side by side, in this or the two sentences before."""
    scene = cast.scene
    near = [e for e in cast.enumerations if e.last < i and scene.units[i].sentence - scene.units[e.last].sentence <= 2]
    pair = next((e.persons for e in reversed(near) if len(e.persons) == 2), None)
    return Who((pair[0 if scene.units[i].low == "former" else 1],), None, "one of two") if pair is not None else Who()


def _is_parent_of_some(scene: Scene, i: int) -> bool:
    """True in "the engineer and mother of one": she is told of, not hers."""
    after = [u.low for u in scene.units[i + 1 : i + 3]]
    return (len(after) == 2 and after[0] == "of" and number_of_people(after[1].split()[0]) is not None) or after[1:] == ["one"]


def _speaker(cast: Cast, i: int) -> Who:
    """Whom "I" means: who says the words in which it stands."""
    says = cast.says(i)
    person = next((n for n, e in enumerate(cast.scene.entities) if e.id == says and e.is_named), None)
    return Who((person,), None, "mention") if person is not None else Who()


_NUMBERED: Final = ENGLISH.group("persons_of_event.numbered")


def _count_before(scene: Scene, i: int, first: int) -> int | None:
    """The number of people that stands before a noun or name ("four reporters", "all 11")."""
    for j in range(i - 1, max(first, i - 6) - 1, -1):
        unit = scene.units[j]
        joins = j > first and all(scene.units[k].kind is UnitKind.WORD for k in (i - 1, j - 1))  # "one hundred and four reporters"
        if unit.kind is not UnitKind.WORD or scene.has(unit, "preposition") or (scene.has(unit, "conjunction") and not joins):
            return None
        if unit.low in ("hundred", "thousand") or number_of_people(unit.low):
            begins = _numeral_begins(scene, j, first)
            return None if begins > first and scene.units[begins - 1].low in _NUMBERED else count_in([u.low for u in scene.units[begins:i]])
    return None


def _numeral_begins(scene: Scene, i: int, first: int) -> int:
    """The first unit of the numeral that ends at unit `i`: "one" of "one hundred and four"."""
    while i > first and (scene.units[i - 1].low in _OF_NUMERALS or number_of_people(scene.units[i - 1].low)):
        i -= 1
    return i


_OF_NUMERALS: Final = frozenset({"a", "hundred", "thousand", "and"})
