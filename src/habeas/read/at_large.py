"""Are those who are to be freed people in general, more than the text names, or no people at all?

"All who are held on the peninsula", "the more than 900", "them" behind a number, "the investigation file".
"""

from __future__ import annotations

import re
from typing import Final

from habeas.case.vocabulary import MentionForm
from habeas.read.grammar import words_of
from habeas.read.noun_groups import is_person_noun
from habeas.read.numbers import number_value
from habeas.read.scene import Scene, Unit, UnitKind


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


def is_everybody(scene: Scene, first: int, stop: int) -> bool:
    """True for "all citizens illegally held on the peninsula", "all who were detained": as many as there are, nobody by name."""
    words = [w for u in scene.units[first : min(stop, first + 12)] for w in u.low.split() if w not in _BESIDES]
    if "every" in words[:2] and not names_somebody(scene, first, stop):
        return True  # "free every American it holds"
    if "all" not in words[:3] or not COUNTED.isdisjoint(words[:5]):
        return False
    after = words[words.index("all") + 1 :]
    named = names_somebody(scene, first, stop)
    if ends_with_custody(scene, first, stop):
        return False
    return (
        not named
        and after[:1] != ["of"]
        and not {"remaining", "other", "held", "detained", "imprisoned", "jailed", "arrested", "detainees", "who"}.isdisjoint(after)
    )


_BESIDES: Final = frozenset(
    {",", "likewise", "also", "too", "well", "as", "moreover", "finally", "immediately", "unconditionally", "for", "“", '"'}
)


def ends_with_custody(scene: Scene, first: int, stop: int) -> bool:
    """True for "all those detained", "everyone held in the case": nothing behind the participle says that others are meant."""
    at = next((i for i in range(first, min(stop, first + 5)) if scene.units[i].low.split()[-1] in _TAKEN), None)
    if at is None or any(u.low.endswith("ly") for u in scene.units[first:at]):  # "those unjustly detained" are as many as there are
        return False
    after = [u.low for u in scene.units[at + 1 : min(stop, at + 4)]]
    return not after or scene.units[at + 1].kind is UnitKind.MARK or after in (["in", "the", "case"], ["in", "this", "case"])


_TAKEN: Final = frozenset("detained arrested convicted sentenced seized jailed imprisoned accused".split())


def is_many(scene: Scene, unit: Unit) -> bool:
    """True for a mention of several people: "journalists", "its members"."""
    return scene.is_person(unit) and is_plural(scene, unit)


def is_plural(scene: Scene, unit: Unit) -> bool:
    """True for a plural noun of people, whether or not it was taken for a mention of somebody."""
    return unit.low.split()[-1] in words_of(scene.language, "many", "person_nouns")


def names_somebody(scene: Scene, first: int, stop: int) -> bool:
    """True if anybody with a name is spoken of between the two units."""
    return any(scene.is_person(u) and scene.entities[u.of].is_named for u in scene.units[first:stop])


def is_at_large(scene: Scene, first: int, stop: int) -> bool:
    """True for prisoners in general: "all political prisoners", "thousands still held"; not "the three political prisoners" or with names added."""
    words: list[str] = []
    for unit in scene.units[first : min(stop, first + 6)]:
        if unit.kind is UnitKind.MARK:
            break
        words += unit.low.split()
    if words and words[0] in _UNCOUNTED:
        return True
    if "prisoners" not in words:
        return False
    before = words[: words.index("prisoners")]
    named = names_somebody(scene, first, stop)
    return "political" in before and not COUNTED.intersection(before) and not named


def outnumbers(scene: Scene, first: int, stop: int) -> bool:
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
    return bool(counts) and counts[0] >= MANY and not listed


_COUNTING: Final = re.compile(r"^(?:the )?(?:more than )?[\d,]+$")


MANY: Final = 25  # persons: longer lists of names are rare, and then "the 30" stands below them


def them_at_large(scene: Scene, i: int) -> bool:
    """True if "them" goes on with a number or a plural of nobody in particular, in this sentence or the one before."""
    number = scene.units[i].sentence
    for j in range(i - 1, scene.bounds[max(0, number - 2)][0] - 1, -1):
        unit = scene.units[j]
        if unit.kind is UnitKind.WORD and unit.low[:1].isdigit() and (number_value(unit.low) or 0) >= MANY and _counts_people(scene, j):
            return True
        if scene.is_person(unit) and unit.form is MentionForm.NOMINAL and is_many(scene, unit):
            start = max(scene.bounds[unit.sentence][0], j - 4)
            return outnumbers(scene, start, j + 1) or (
                len(unit.low.split()) == 1 and scene.units[j - 1].low not in ("the", "these", "both")
            )
        speaks = any(scene.has(u, "speech_verb") for u in scene.units[max(0, j - 1) : j + 3])
        if scene.is_person(unit) and unit.form is MentionForm.NAME and not speaks:
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


COUNTED: Final = frozenset({"these", "both", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
