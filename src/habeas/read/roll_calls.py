"""Where does a text name those whom a participle tells of: "Among those detained is X", "The released journalists are: X, Y and Z", "Those freed include X"?"""

from __future__ import annotations

import re
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.clauses import find_object
from habeas.read.grammar import verb_forms
from habeas.read.lists import find_item_lists
from habeas.read.noun_groups import is_person_noun
from habeas.read.patterns import Hit, Phrase, load_phrases
from habeas.read.scene import Scene, UnitKind, once_a_scene
from habeas.read.verb_groups import is_finite


@once_a_scene
def names_of_those(scene: Scene, first: int, last: int) -> int | None:
    """Where the names begin in "Among those detained on Tuesday is X", if the participle's words go from unit `first` to `last`; None elsewhere."""
    start, stop = scene.bounds[scene.units[first].sentence]
    if not _are_told_of(scene, first, start):
        return None
    verb = _naming_verb(scene, last + 1, stop)
    if verb is None or not _are_people(scene, first, last, verb):
        return None
    names = _behind(scene, verb, stop)
    return names if names is not None and (_is_among_those(scene, first, start) or _are_named(scene, names)) else None


def heads_list(scene: Scene, first: int) -> bool:
    """True for the participle of "Among those freed this morning:", "Those arrested:" above the lines of a list."""
    start, stop = scene.bounds[scene.units[first].sentence]
    if scene.units[stop - 1].low != ":" or all(item.heading != scene.units[first].sentence for item in find_item_lists(scene)):
        return False
    before = scene.units[start:first]
    is_said_of_them = any(u.low.split()[0] in ("those", "the", "following") for u in before)
    return is_said_of_them and not any(is_finite(scene, i) for i in range(start, stop) if i != first)


def find_roll_calls(scene: Scene) -> list[Hit]:
    """The participles within "the released journalists", "the three detained", where the names of all of them follow."""
    phrases = load_phrases(scene.language, "triggers")
    found: list[Hit] = []
    for i, unit in enumerate(scene.units):
        if unit.form is not MentionForm.NOMINAL or names_of_those(scene, i, i) is None:
            continue
        said = (p for word in unit.low.split() for p in phrases.get(word, ()) if _says_it_alone(scene, p, word))
        found += [Hit(phrase, (i,)) for phrase in said][:1]
    return found


def word_of_roll_call(scene: Scene, hit: Hit) -> Span:
    """The participle in the words of the people of whom it tells: "released" in "the released journalists"."""
    span = scene.units[hit.first].span
    words = hit.phrase.elements[0].words
    word = next(m for m in _WORD.finditer(scene.text, span.start, span.stop) if m.group().lower() in words)
    return Span(*word.span())


def _says_it_alone(scene: Scene, phrase: Phrase, word: str) -> bool:
    """True for a phrase that is one verb, of which `word` is the participle."""
    alone = len(phrase.elements) == 1 and phrase.frame == "patient" and phrase.needs <= {"verbal"}
    return alone and any(word in verb_forms(scene.language, v).participle for v in phrase.elements[0].verbs)


def _is_among_those(scene: Scene, first: int, start: int) -> bool:
    return [u.low for u in scene.units[max(start, first - 2) : first]] == ["among", "those"]


def _are_told_of(scene: Scene, first: int, start: int) -> bool:
    """True behind "those", "the", "the three", "the journalists" at the head of the sentence, with or without "among", and for "the released journalists"."""
    if first - start > _AT_THE_HEAD:
        return False
    opens = next((i for i in range(start, first) if scene.units[i].low not in _LEADING and scene.units[i].kind is not UnitKind.DATE), first)
    words = scene.units[opens : first + (scene.units[first].kind is UnitKind.MENTION)]
    if not words or len(words) > _HEAD or words[0].low.split()[0] not in _OPENERS:
        return False
    return all(is_person_noun(scene, u) or scene.has_any(u, ("number_word", "adverb")) or u.low.isdigit() for u in words[1:])


def _naming_verb(scene: Scene, first: int, stop: int) -> int | None:
    """Where "is", "are", "include" or the "as" of "were named as" stands behind the words from unit `first`, with no mark between."""
    for i in range(first, min(stop, first + _TO_ITS_VERB)):
        if scene.has(scene.units[i], "be"):
            named = [u.low for u in scene.units[i + 1 : min(stop, i + 3)]]
            return i + 2 if len(named) == 2 and named[0] in _NAMED and named[1] == "as" else i
        if scene.units[i].low in _INCLUDE:
            return i
        if scene.units[i].kind is UnitKind.MARK:
            return None
    return None


def _behind(scene: Scene, verb: int, stop: int) -> int | None:
    """The first unit behind the verb that is neither an adverb nor ":"."""
    return next((i for i in range(verb + 1, stop) if not scene.has(scene.units[i], "adverb") and scene.units[i].low != ":"), None)


def _are_people(scene: Scene, first: int, last: int, verb: int) -> bool:
    """True if people stand beside the participle, or nothing else does: "the released journalists", "the journalists released", "the detained"."""
    if scene.units[first].kind is UnitKind.MENTION:
        return scene.is_person(scene.units[first])
    before = scene.units[first - 1]
    return before.low == "those" or last + 1 == verb or any(is_person_noun(scene, u) for u in (before, *scene.units[last + 1 : verb]))


def _are_named(scene: Scene, first: int) -> bool:
    return any(scene.units[i].form is MentionForm.NAME and scene.is_person(scene.units[i]) for i in find_object(scene, first).heads)


_WORD: Final = re.compile(r"[\w-]+")
_TO_ITS_VERB: Final = 9  # units
_AT_THE_HEAD: Final = 12  # units from the start of the sentence to the participle
_HEAD: Final = 3  # units of "the three journalists" before "released"
_LEADING: Final = ENGLISH.group("roll_calls.leading")
_OPENERS: Final = ENGLISH.group("roll_calls.openers")
_INCLUDE: Final = ENGLISH.group("roll_calls.include")
_NAMED: Final = ENGLISH.group("roll_calls.named")
