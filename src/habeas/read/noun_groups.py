"""Which persons does a noun group name, which does a preposition or "'s" subordinate, and which noun stands for a person?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from habeas.case.vocabulary import MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.grammar import words_of
from habeas.read.numbers import number_value
from habeas.read.scene import Scene, Unit, UnitKind, once_a_scene
from habeas.read.verb_groups import is_adjective, starts_object

_OF_TIME: Final = frozenset({"minute", "hour", "day", "night", "week", "month", "year"})
_UNCOUNTED: Final = frozenset({"most", "some", "several", "many", "dozens", "scores", "hundreds", "thousands"})


@dataclass(frozen=True, slots=True)
class NounGroup:
    """A noun group: units of its persons, of those that a preposition or "'s" subordinates, and its noun for persons, if any."""

    first: int
    stop: int
    heads: tuple[int, ...] = ()
    governed: tuple[int, ...] = ()
    possessors: tuple[int, ...] = ()
    noun: int | None = None

    @property
    def is_empty(self) -> bool:
        return not self.heads and self.noun is None


_AFTER_THOSE: Final = frozenset(
    ["who", "detained", "held", "arrested", "jailed", "at", "in", "imprisoned", "behind", "convicted", "accused", "sentenced"]
)


def _is_the_detained(scene: Scene, i: int) -> bool:
    """True for "the detained" that stands for people, not before a noun of its own."""
    if i == 0 or not (scene.has(scene.units[i - 1], "determiner") or scene.units[i - 1].low in ("of", "all")):
        return False
    stop = scene.bounds[scene.units[i].sentence][1]
    return not starts_object(scene, i + 1, stop) or scene.has(scene.units[i + 1], "determiner")


def _is_of_two(scene: Scene, i: int) -> bool:
    """True for "the former" and "the latter" that stand for people, not "the former mayor"."""
    if i == 0 or scene.units[i - 1].low != "the":
        return False
    stop = scene.bounds[scene.units[i].sentence][1]
    return i + 1 >= stop or not starts_object(scene, i + 1, stop)


def is_person_noun(scene: Scene, unit: Unit) -> bool:
    if unit.kind is UnitKind.MENTION:
        return scene.is_person(unit)
    if unit.low in ("former", "latter"):
        return _is_of_two(scene, scene.at(unit.span.start))
    if unit.low in ("he", "she", "they", "him", "them", "i", "me"):
        return True
    if unit.low.endswith("year-old"):
        return True
    if unit.low == "those":
        nxt = scene.at(unit.span.stop)
        return any(u.low in _AFTER_THOSE for u in scene.units[nxt : nxt + 2])
    if unit.low in _AFTER_THOSE and unit.low.endswith("ed"):
        return _is_the_detained(scene, scene.at(unit.span.start))
    return any(unit.low in words_of(scene.language, k, "person_nouns") for k in ("one", "many", "kin")) or (
        unit.low in words_of(scene.language, "group_word")
    )


@once_a_scene
def read_group(scene: Scene, first: int, stop: int) -> NounGroup:
    """The mentions of the units from `first` to `stop`, parted into heads, governed and possessors.

    A preposition governs the next mention, unless a noun of its own stands between ("Secretary of State X", "in Minsk X").
    """
    heads: list[int] = []
    governed: list[int] = []
    possessors: list[int] = []
    noun: int | None = None
    is_governed = was_governed = is_used_up = is_home = False
    for i in range(first, stop):
        unit = scene.units[i]
        if unit.kind is UnitKind.MENTION and _is_party_of_one(scene, i, first):
            continue
        if unit.kind is UnitKind.MENTION:
            if unit.form is MentionForm.NOMINAL and i > first and scene.units[i - 1].low == "as" and not is_as_well_as(scene, i - 1):
                is_governed = True
            owns = i + 1 < stop and (scene.units[i + 1].low in ("'s", "'") or _is_possessive(scene, i, stop) or _rules(scene, i))
            under = is_governed and not (is_used_up and scene.is_person(unit))
            target = possessors if owns else governed if under else heads
            if (
                not owns
                and not under
                and was_governed
                and not (governed[-1:] == [i - 1] and is_behind_its_body(scene, i))
                and (
                    (_continues_list(scene, i, stop, governed) and not _names_head(scene, i, heads))
                    or _is_apposed(scene, i, stop, governed)
                )
            ):
                target = governed
            target.append(i)
            was_governed = target is governed and not (is_home and not scene.is_person(unit))
            is_governed = under and not scene.is_person(unit) and i + 1 < stop and _is_of_body(scene, i + 1, heads)
            is_used_up = False
        elif unit.low == "," or unit.kind is not UnitKind.WORD:
            is_governed = is_used_up = False
        elif scene.has(unit, "conjunction") or is_as_well_as(scene, i):
            is_governed = was_governed and bool(governed) and governed[-1] == i - 1 and _is_person_next(scene, i + 1, stop)
        elif unit.low == "in" and i + 1 < stop and scene.units[i + 1].low.split()[0] in ("all", "total"):
            continue  # "In all 24 people were freed"
        elif unit.low == "of" and i > first and scene.units[i - 1].low in words_of(scene.language, "quantity", "person_nouns"):
            continue  # "dozens of protesters", "a number of persons"
        elif unit.low == "of" and i > first and i + 1 < stop and scene.units[i + 1].low == "them" and number_value(scene.units[i - 1].low):
            noun = i + 1 if noun is None else noun  # "Twenty-seven of them"
        elif scene.has(unit, "preposition") and not scene.has(unit, "governs_not"):
            is_governed, is_used_up = True, False
            is_home = _ties_to_body(scene, i, heads)
        elif is_person_noun(scene, unit) or (unit.low == "her" and _is_her_alone(scene, i, stop)):
            named_as = i > first and scene.units[i - 1].low == "as"
            if i + 1 < len(scene.units) and scene.has(unit, "group_word") and scene.units[i + 1].low.rstrip("s") in _OF_TIME:
                continue  # "let go two days later"
            if noun is None and not named_as and (not is_governed or is_used_up or unit.low in ("he", "she", "they")):
                noun = i
            is_used_up = False
        elif unit.low in _UNCOUNTED and noun is None and not heads and i + 1 == stop and i == first:
            noun = i  # "Most were let go by evening"
        elif is_governed and unit.kind is UnitKind.WORD and not scene.has(unit, "determiner") and not is_adjective(unit.low):
            is_used_up = not unit.low.endswith("ed") and unit.low not in ("mr", "ms", "mrs", "dr", "sir", "lady")
    return NounGroup(first, stop, tuple(heads), tuple(governed), tuple(possessors), noun)


def _is_party_of_one(scene: Scene, i: int, first: int) -> bool:
    """True for a body in the brackets behind somebody's name: "Anna Li (SNP)", "Anna Li (S&D, IT)", whose member she is."""
    if scene.is_person(scene.units[i]):
        return False
    opens = next((j for j in range(i - 1, max(first, i - _IN_BRACKETS), -1) if scene.units[j].low in ("(", ")")), None)
    if opens is None or scene.units[opens].low == ")":
        return False
    before = scene.units[opens - 1]
    return before.form is MentionForm.NAME and scene.is_person(before)


_IN_BRACKETS: Final = 5  # units from the bracket to the body


def _is_of_body(scene: Scene, i: int, heads: list[int]) -> bool:
    """True for the people of the body in front ("supporters of Unity leader X"); not for the name of who leads it ("the head of Radio One X")."""
    unit = scene.units[i]
    if unit.form is MentionForm.NAME and scene.is_person(unit) and heads and scene.units[heads[-1]].form is MentionForm.NOMINAL:
        return scene.units[heads[-1]].low.endswith("s")
    return is_person_noun(scene, unit)


def _rules(scene: Scene, i: int) -> bool:
    """True for X in "the X government", whose it is."""
    unit = scene.units[i]
    return unit.form is MentionForm.NAME and scene.is_person(unit) and scene.units[i + 1].low in _RULING


_RULING: Final = ENGLISH.group("left_out.ruling")


def _ties_to_body(scene: Scene, i: int, heads: list[int]) -> bool:
    """True for "of" in "X of Radio One and Y of the daily Post": behind a name it says where somebody works, and who follows is another."""
    named = bool(heads) and heads[-1] == i - 1 and scene.units[i - 1].form is MentionForm.NAME and scene.is_person(scene.units[i - 1])
    return named and scene.units[i].low in ("of", "from", "at", "with")


def is_as_well_as(scene: Scene, i: int) -> bool:
    """True for each word of "X as well as Y", "X along with Y", which joins as "and" does."""
    if scene.units[i].low in ("along", "together"):
        return i + 1 < len(scene.units) and scene.units[i + 1].low == "with"
    if scene.units[i].low == "with":
        return i > 0 and scene.units[i - 1].low in ("along", "together")
    if scene.units[i].low not in ("as", "well"):
        return False
    lows = [u.low for u in scene.units[max(0, i - 2) : i + 3]]
    return any(lows[k : k + 3] == ["as", "well", "as"] for k in range(len(lows) - 2))


def _is_possessive(scene: Scene, i: int, stop: int) -> bool:
    """True for a pronoun that owns the noun behind it: "his deputies X and Y"."""
    low = scene.units[i].low
    if low == "her":
        return not _is_her_alone(scene, i, stop) and not scene.has(scene.units[i + 1], "object_state")
    return low in ("his", "their", "its", "my", "our")


def _is_her_alone(scene: Scene, i: int, stop: int) -> bool:
    """True if "her" is the object ("gave her two years"), not "her lawyer"."""
    if i + 1 >= stop:
        return True
    after = scene.units[i + 1]
    return scene.has(after, "determiner") or scene.has(after, "number_word") or not starts_object(scene, i + 1, stop)


def _is_person_next(scene: Scene, i: int, stop: int) -> bool:
    return i < stop and scene.is_person(scene.units[i])


def _continues_list(scene: Scene, i: int, stop: int, governed: list[int]) -> bool:
    """True if the mention at `i` follows a governed one as ", X" of a list that ends in "and Y"."""
    if not governed or governed[-1] != i - 2 or scene.units[i - 1].low != ",":
        return False
    return any(scene.has(scene.units[j], "conjunction") for j in range(i + 1, min(stop, i + 8)))


def is_behind_its_body(scene: Scene, i: int) -> bool:
    """True for X in "the journalist of RusNews X", "the leader of the party Y X": a name right behind the body's is that of the journalist."""
    before, unit = scene.units[i - 1], scene.units[i]
    is_body = before.form is MentionForm.NAME and not scene.is_person(before)
    return is_body and before.sentence == unit.sentence and scene.is_person(unit) and unit.form is MentionForm.NAME


def _names_head(scene: Scene, i: int, heads: list[int]) -> bool:
    """True for X in "the head of Radio One, X, and Y": behind a body it names the person in front."""
    return bool(heads) and scene.is_person(scene.units[i]) and not scene.is_person(scene.units[i - 2])


def _is_apposed(scene: Scene, i: int, stop: int, governed: list[int]) -> bool:
    """True for the name in "according to his lawyer, X, Y is charged": that of the one whom the preposition governs."""
    if not governed or governed[-1] != i - 2 or scene.units[i - 1].low != "," or i + 1 >= stop or scene.units[i + 1].low != ",":
        return False
    noun = scene.units[i - 2]
    return noun.form is MentionForm.NOMINAL and not any(scene.has(scene.units[j], "conjunction") for j in range(i + 1, stop))
