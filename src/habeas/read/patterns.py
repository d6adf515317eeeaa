"""Where do the phrases of a word list stand in a text? Each list is read once; each text is scanned once.

The language of a phrase: `^verb` any form of the verb, `a|b` one of several, `(word)` may be missing, `...` up to eight units in
between, `....` up to 24. The first element anchors the phrase and is never optional or `...`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from habeas.case.vocabulary import MentionForm
from habeas.read.grammar import read_rows, verb_forms
from habeas.read.scene import Scene, Unit, UnitKind, once_a_scene

GAP: Final = 8  # units that "..." may stand for
_QUOTES: Final = frozenset('“”«»"')
LONG_GAP: Final = 24  # and "...."
SURE: Final = "sure"  # what a row needs whose words say nothing else wherever they stand
PLAINLY: Final = 0.9  # how sure a rule is of what such a row tells


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a phrase: the words that may stand there."""

    words: frozenset[str]
    verbs: tuple[str, ...] = ()
    is_optional: bool = False
    gap: int = 0  # units that may stand before it


@dataclass(frozen=True, slots=True)
class Phrase:
    """One row of a word list: what it means, how its persons stand to it, what it needs.

    Behind the first element, `wanted` has the words of each that may not be missing: a sentence without any of them holds no such phrase.
    """

    type: str
    subtype: str | None
    frame: str
    elements: tuple[Element, ...]
    needs: frozenset[str]
    words: str
    wanted: tuple[frozenset[str], ...]

    @property
    def is_listed(self) -> bool:
        """False for what only the encoder takes for a phrase."""
        return bool(self.elements)

    @property
    def is_sure(self) -> bool:
        """True for words that mean nothing else, and are mostly too rare to have taught the scales: "was beaten to death"."""
        return SURE in self.needs


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: `units` are the indices of its words, the first is the anchor."""

    phrase: Phrase
    units: tuple[int, ...]

    @property
    def first(self) -> int:
        return self.units[0]

    @property
    def last(self) -> int:
        return self.units[-1]


@cache
def load_phrases(language: str, name: str) -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases of a word list, by every word that can begin one."""
    by_word: dict[str, list[Phrase]] = {}
    for row in read_rows(language, name):
        kind, subtype, frame, words, needs = row[:5]
        elements = _elements(language, words)
        wanted = tuple(e.words for e in elements[1:] if not e.is_optional)
        needed = frozenset(() if needs == "-" else needs.split())
        phrase = Phrase(kind, None if subtype == "-" else subtype, frame, elements, needed, words, wanted)
        for word in elements[0].words:
            by_word.setdefault(word, []).append(phrase)
    return {word: tuple(sorted(found, key=lambda p: -len(p.elements))) for word, found in by_word.items()}


def _elements(language: str, words: str) -> tuple[Element, ...]:
    elements: list[Element] = []
    gap = 0
    for piece in words.split():
        if piece in ("...", "...."):
            gap = GAP if piece == "..." else LONG_GAP
            continue
        is_optional = piece.startswith("(")
        options = piece.strip("()").split("|")
        verbs = tuple(o[1:] for o in options if o.startswith("^"))
        forms = frozenset(o for o in options if not o.startswith("^")).union(*(verb_forms(language, v).all for v in verbs))
        elements.append(Element(forms, verbs, is_optional, gap))
        gap = 0
    return tuple(elements)


def find_phrases(scene: Scene, phrases: Mapping[str, tuple[Phrase, ...]], *, every: bool = False, in_nouns: bool = False) -> list[Hit]:
    """Every phrase that stands in the text; of phrases with one anchor and one type the longest, unless `every` one is wanted.

    `in_nouns`: a phrase may begin within an unnamed mention ("no journalist", "the courts of X").
    """
    hits: list[Hit] = []
    begun = _begun(scene, phrases, in_nouns=in_nouns)
    for index in sorted(begun):
        near = scene.vocabulary[scene.units[index].sentence]
        seen: set[tuple[str, frozenset[str]]] = set()
        for phrase in begun[index]:
            if any(map(near.isdisjoint, phrase.wanted)) or (not every and (phrase.type, phrase.needs) in seen):
                continue
            if units := _match(scene, phrase.elements, index):
                hits.append(Hit(phrase, units))
                seen.add((phrase.type, phrase.needs))
    return hits


def _begun(scene: Scene, phrases: Mapping[str, tuple[Phrase, ...]], *, in_nouns: bool) -> dict[int, Sequence[Phrase]]:
    """By unit the phrases that begin with it; with a word of an unnamed mention only those that no verb begins ("the accused" is none)."""
    places = _places_of_words(scene)
    begun: dict[int, Sequence[Phrase]] = {i: phrases[low] for low in places if low in phrases for i in places[low]}
    if in_nouns:
        for i, unit in enumerate(scene.units):
            if unit.form is MentionForm.NOMINAL:
                begun[i] = [p for w in unit.low.split() for p in phrases.get(w, ()) if not p.elements[0].verbs]
    return begun


@once_a_scene
def _places_of_words(scene: Scene) -> dict[str, list[int]]:
    """The units of each word, those within mentions, dates and lengths left out."""
    places: dict[str, list[int]] = {}
    for i, unit in enumerate(scene.units):
        if unit.kind is UnitKind.WORD:
            places.setdefault(unit.low, []).append(i)
    return places


def _match(scene: Scene, elements: Sequence[Element], index: int) -> tuple[int, ...] | None:
    """The units of the phrase that begins at `index`, or None; a phrase stays in its sentence and does not cross ";"."""
    stop = scene.bounds[scene.units[index].sentence][1]
    found = [index]
    at = index + 1
    is_verb_first = bool(elements[0].verbs)
    for element in elements[1:]:
        is_inside = not element.gap or len(found) == 1
        if scene.units[found[-1]].kind is UnitKind.MENTION and is_inside and _is_one(scene.units[found[-1]], element):
            continue  # "pretrial detention" within the name of one place
        while not element.gap and at < stop and scene.units[at].low in _QUOTES:
            at += 1  # "is “troubled” by": marks of a quote part no phrase
        if is_verb_first and not element.gap and at < stop and not _is_one(scene.units[at], element):
            at = _behind_adjunct(scene, at, stop, element)
        last = min(stop, at + element.gap + 1)
        breaks = is_verb_first and element.gap > 0 and not element.verbs
        place = next((i for i in _until_break(scene, at, last, element if breaks else None) if _is_one(scene.units[i], element)), None)
        if place is None:
            if element.is_optional:
                continue
            return None
        found.append(place)
        at = place + 1
    return tuple(dict.fromkeys(found))


def _behind_adjunct(scene: Scene, at: int, stop: int, wanted: Element) -> int:
    """Where the wanted preposition stands, if only a time or an aside parts it from its verb: "called on Friday for", "protested, in a note, against"."""
    i = at
    if scene.units[at].low == ",":
        closes = next((j for j in range(at + 2, min(stop - 1, at + GAP)) if scene.units[j].low == ","), None)
        i = at if closes is None else closes + 1
    else:
        while i < min(stop, at + _ADJUNCT) and _is_time(scene, i, stop):
            i += 1
    return i if i < stop and i > at and scene.has(scene.units[i], "preposition") and _is_one(scene.units[i], wanted) else at


def _is_time(scene: Scene, i: int, stop: int) -> bool:
    """True for a word of "on Friday", "last week", "again", "yesterday"."""
    unit = scene.units[i]
    if unit.kind is UnitKind.DATE or scene.has_any(unit, ("adverb", "time_noun")) or unit.low.endswith("ly"):
        return True
    behind = scene.units[i + 1] if i + 1 < stop else None
    opens = scene.has_any(unit, ("preposition", "determiner")) or unit.low in _WHICH
    return opens and behind is not None and (behind.kind is UnitKind.DATE or scene.has(behind, "time_noun"))


_ADJUNCT: Final = 4  # units of a time between a verb and its preposition
_WHICH: Final = frozenset({"last", "this", "earlier", "late", "early", "next"})


def _until_break(scene: Scene, start: int, stop: int, wanted: Element | None) -> list[int]:
    """The units that a gap may cover: not ";" or ":", and for a verb with its object no other verb's auxiliary."""
    out = []
    for i in range(start, stop):
        unit = scene.units[i]
        if unit.low in (";", ":") or (
            unit.low in ("while", "whereas") and i > start
        ):  # "could not be reached, while the ministry declined to comment"
            break
        if wanted is not None and unit.low not in wanted.words and unit.low != "'s" and _is_auxiliary(scene, i):
            break
        out.append(i)
    return out


def _is_auxiliary(scene: Scene, i: int) -> bool:
    """True for an auxiliary that opens another clause; not that of "who was …"."""
    if not scene.has_any(scene.units[i], ("be", "have", "modal")) or scene.has(scene.units[i - 1], "relative"):
        return False
    return scene.units[i - 2].low not in ("where", "what", "why", "how")  # "to say where he is and to let him go"


def _is_one(unit: Unit, element: Element) -> bool:
    """True if the unit is one of the element's words, or a place or body named with one ("Evin prison")."""
    if unit.kind is UnitKind.MENTION and not element.verbs:
        return not element.words.isdisjoint(unit.low.split())
    return unit.low in element.words


_ONLY_HELP: Final = ("be", "have", "modal", "negation", "preposition", "determiner", "pronoun", "adverb", "conjunction")
_DEGREES: Final = frozenset({"very", "so", "too", "most"})


def verb_of(scene: Scene, hit: Hit) -> tuple[int, tuple[str, ...]] | None:
    """The unit of the phrase's first verb that stands there, and the verbs it may be a form of; None where the phrase has none."""
    for element in hit.phrase.elements:
        unit = next((u for u in hit.units if scene.units[u].low in element.words), None) if element.verbs else None
        if unit is not None:
            return unit, element.verbs
    return None


def telling_unit(scene: Scene, hit: Hit) -> int:
    """The first of the phrase's units that tells something: of "did not respond" the verb, of "are deeply concerned" the adjective."""
    tells = (
        i
        for i in hit.units
        if not (scene.has_any(scene.units[i], _ONLY_HELP) or scene.units[i].low.endswith("ly") or scene.units[i].low in _DEGREES)
    )
    return next(tells, hit.first)
