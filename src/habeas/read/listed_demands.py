"""Whom does a list ask to free, under a line that asks? "We call on the authorities to: – release X; – drop the charges".

The line above the items tells who asks and of whom; the items tell for whom. All of them together are one demand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from habeas.case.claim import Quote
from habeas.case.vocabulary import ActionType
from habeas.languages.english import ENGLISH
from habeas.read.action_needs import Deed
from habeas.read.bodies import actors_of
from habeas.read.cast import Cast
from habeas.read.grammar import verb_forms
from habeas.read.helped import freed_persons, not_kin
from habeas.read.in_office import is_authority
from habeas.read.lists import is_item
from habeas.read.noun_groups import is_person_noun
from habeas.read.patterns import Hit, Phrase
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import Voice, as_deed, find_verb_group, is_finite

_VERBS: Final = ENGLISH.group("listed_demands.verbs")
_FREE: Final = frozenset({"release", "free", "liberate", "discharge", "pardon", "let"})
_FREED: Final = frozenset({"released", "freed", "liberated", "pardoned"})
_NOUNS: Final = frozenset({"release", "freedom", "liberation", "freeing"})
_REACH: Final = 24  # units of an item in which the word of freeing stands


@dataclass(frozen=True, slots=True)
class ListedDemand:
    """A demand that a list makes: the verb of the line above, who asks, of whom, for whom, and the sentences of its items."""

    deed: Deed
    actors: tuple[int, ...]
    addressees: tuple[int, ...]
    freed: tuple[int, ...]
    items: tuple[int, ...]


def listed_demands(cast: Cast, quotes: Sequence[Quote]) -> Iterator[ListedDemand]:
    """The demands that lists make."""
    scene = cast.scene
    done = -1
    for item_list in cast.lists:
        for above in (n for n in (item_list.heading, *item_list.items) if n is not None):
            if above <= done or (verb := _asking(scene, above)) is None:
                continue
            items = _items_under(cast, above)
            words = [units for n in items if (units := _word_of_freeing(scene, n)) is not None]
            if words:
                done = items[-1]
                yield _demand(cast, quotes, verb, words, items)


def _demand(cast: Cast, quotes: Sequence[Quote], verb: int, words: Sequence[tuple[int, ...]], items: tuple[int, ...]) -> ListedDemand:
    scene = cast.scene
    group = as_deed(scene, find_verb_group(scene, verb, tuple(sorted(_VERBS))))
    actors = () if asks_readers(scene, verb) else actors_of(cast, group, quotes)
    freed: list[int] = []
    for units in words:
        hit = Hit(_SETTING_FREE if len(units) > 2 else _FREEING, units)
        freed += [p for p in not_kin(cast, freed_persons(cast, hit, actors), units[-1]).persons if p not in freed]
    deed = Deed(Hit(_FREEING, (verb,)), ActionType.DEMAND_RELEASE, replace(group, voice=Voice.ACTIVE))
    stop = scene.bounds[scene.units[verb].sentence][1]
    asked = (u.of for u in scene.units[verb + 1 : stop] if u.of >= 0 and is_authority(scene, u.of))
    return ListedDemand(deed, actors, tuple(asked)[:1], tuple(freed), items)


_FREEING: Final = Phrase("demand_release", None, "freeing", (), frozenset(), "(list)", ())
_SETTING_FREE: Final = Phrase("demand_release", None, "inside", (), frozenset(), "(list)", ())


def _asking(scene: Scene, number: int) -> int | None:
    """The verb of asking in a line that goes on in its items: it ends in ":" or in an open "that …", or they begin with "to" or "that"."""
    first, stop = scene.bounds[number]
    verb = next((i for i in range(stop - 1, first - 1, -1) if scene.units[i].low in _ASKING), None)
    if verb is None or scene.units[stop - 1].low in (":", "to", "that"):
        return verb
    if scene.units[stop - 1].low in _STOPS or is_item(scene, number):
        return None
    is_open = any(scene.units[i].low == "that" for i in range(verb, stop)) and not any(is_finite(scene, i) for i in range(verb + 1, stop))
    return verb if is_open or any(u.low in ("to", "that") for u in scene.units[stop : stop + 3]) else None


_STOPS: Final = frozenset('.!?;,”"')
_ASKING: Final = frozenset[str]().union(*(verb_forms("en", v).all for v in _VERBS))


def asks_readers(scene: Scene, verb: int) -> bool:
    """True for "Please write to the authorities, urging them to:": the reader is to ask, and whoever wrote the text asks through the reader.

    Not for "Members write to the president, asking him to …": they do so themselves.
    """
    first, stop = scene.bounds[scene.units[verb].sentence]
    for unit in scene.units[first : min(stop, first + 3)]:
        if unit.low in ("please", "write", "send", "kindly"):
            return True
        if unit.kind is UnitKind.MENTION or is_person_noun(scene, unit) or scene.has(unit, "pronoun"):
            return False
    return False


def _items_under(cast: Cast, above: int) -> tuple[int, ...]:
    """The items that follow the line; those of a list within a list end where the outer one goes on."""
    scene = cast.scene
    whole = next(x.items for x in cast.lists if above == x.heading or above in x.items)
    below = [n for n in whole if n > above]
    if above not in whole or not below:
        return tuple(below)
    kind = _bullet(scene, below[0])
    if kind == _bullet(scene, above):
        return ()
    return tuple(takewhile(lambda n: _bullet(scene, n) == kind, below))


def _bullet(scene: Scene, number: int) -> str:
    """The kind of an item's mark: "1" for figures, "a" for letters, else the mark itself."""
    start = scene.document.sentences[number].span.start
    mark = scene.text[scene.text.rfind("\n", 0, start) + 1 :][:8].strip(" (")[:1]
    return "1" if mark.isdigit() else "a" if mark.isalpha() else mark


def _word_of_freeing(scene: Scene, number: int) -> tuple[int, ...] | None:
    """The units of "release X", "the release of X", "that X be released", "set X free" in an item, in the shape of a hit."""
    first, stop = scene.bounds[number]
    for i in range(first, min(stop, first + _REACH)):
        low = scene.units[i].low
        if low in _FREE and _is_bare_verb(scene, first, i) and (low != "let" or _goes(scene, i, stop)):
            return (max(first, i - 1), i)
        if low == "set" and (free := next((k for k in range(i + 1, min(stop, i + 8)) if scene.units[k].low == "free"), None)) is not None:
            return (first, i, free)
        if low in _FREED and any(scene.units[k].low == "be" for k in range(max(first, i - 3), i)):
            return (first, i)
        if (
            low in _NOUNS
            and not any(is_finite(scene, k) for k in range(first, i))
            and scene.units[min(i + 1, stop - 1)].low in ("of", "for")
        ):
            return (first, i)
    return None


def _goes(scene: Scene, i: int, stop: int) -> bool:
    return any(u.low in ("go", "out", "home") for u in scene.units[i + 1 : min(stop, i + 10)])


def _is_bare_verb(scene: Scene, first: int, i: int) -> bool:
    """True for "release" that opens the item or stands behind "to", "and" or an adverb: no noun."""
    if i == first:
        return True
    before = scene.units[i - 1]
    if before.low.endswith("ly") or before.low == "once":
        return _is_bare_verb(scene, first, i - 2 if before.low == "once" else i - 1)
    return before.kind is UnitKind.MARK or before.low == "to" or scene.has(before, "conjunction")
