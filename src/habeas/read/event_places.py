"""Where did an event happen, or where was somebody taken: which named facility or town does the text tie to it?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import CustodyType, EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.languages.language import fold
from habeas.read.event_dates import clause_end
from habeas.read.grammar import words_of
from habeas.read.lexicon import lexicon_of
from habeas.read.scene import Scene, Unit, UnitKind
from habeas.read.verb_groups import VerbGroup, Voice, is_finite

_AT: Final = frozenset({"in", "at", "near", "outside", "inside", "on", "from", "off"})
_TO: Final = frozenset({"to", "into", "in", "at"})
_FROM: Final = frozenset({"from", "of", "at", "outside"})
# Only where somebody is seized, kept, moved, hurt, let go or dies does a place tell more than the court that sits there.
PREPOSITIONS: Final = {
    CustodyType.DETAINED: _AT, CustodyType.ARRESTED: _AT, CustodyType.REMANDED: _TO, CustodyType.TRANSFERRED: _TO, CustodyType.DIED: _AT,
    CustodyType.HUNGER_STRIKE: _AT, CustodyType.ILL_TREATED: _AT, CustodyType.RELEASED: _FROM, CustodyType.BAILED: _FROM,
}  # fmt: skip
_INSIDE: Final = frozenset({"of", "in", "on", "near", "at", "for"})  # prepositions that go on naming a place: "a shop on Chui Avenue"
_TURNS: Final = frozenset({"who", "which", "whose", "whom", "because", "although", "while", "when", "after", "before", "that", "where"})
_DISTANCES: Final = frozenset({"far", "away", "km", "kilometres", "kilometers", "miles"})  # "far from Moscow" is not there
_LONGEST: Final = 8
_REACH: Final = 16  # units from the trigger within which its place stands
_LEXICON: Final = lexicon_of(ENGLISH)
_COUNTRIES: Final = frozenset(name for name, row in ENGLISH.table("places").items() if row[0] in ("country", "region"))


def place_of(scene: Scene, group: VerbGroup, first: int, last: int, others: Sequence[int], type_: CustodyType) -> Span | None:
    """The place behind the trigger in its clause, else one that opens the sentence ("In Evin 85 prisoners …")."""
    prepositions = PREPOSITIONS.get(type_)
    if prepositions is None:
        return None
    stop = min(clause_end(scene, last, others), last + _REACH)
    if (there := _antecedent_of_where(scene, group)) is not None:
        return there
    if scene.units[first].low in words_of(scene.language, "leaving", "settings") and (left := named_place(scene, first + 1, stop)):
        return left
    for i in range(first + 1, stop - 1):
        if i > last + 1 and (scene.units[i].low in _TURNS or is_finite(scene, i)):
            break
        if scene.units[i].low == "from" and scene.units[i - 1].low in _DISTANCES:
            continue
        if scene.units[i].low in prepositions and (found := named_place(scene, i + 1, stop)) is not None:
            return found
    if type_ is CustodyType.RELEASED and (served := _where_served(scene, last, stop)) is not None:
        return served
    return _in_front(scene, group, others) or _behind_comma(scene, last, stop) or _of_the_doers(scene, group, type_)


def _antecedent_of_where(scene: Scene, group: VerbGroup) -> Span | None:
    """ "In X prison, where he had been held", "the colony at Z, to which she was brought": the place that the clause hangs on."""
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    for i in range(group.first - 1, max(start, group.first - 4), -1):
        unit = scene.units[i]
        if unit.low == "where" or (unit.low == "which" and scene.units[i - 1].low in ("to", "in", "from", "into")):
            end = i if unit.low == "where" else i - 1
            return _place_that_ends_at(scene, start, end - 1 if scene.units[end - 1].low == "," else end)
        if unit.kind is UnitKind.MARK or is_finite(scene, i):
            return None
    return None


def _place_that_ends_at(scene: Scene, start: int, stop: int) -> Span | None:
    """The place whose words end right before unit `stop`, behind the last preposition that opens one."""
    found: Span | None = None
    for i in range(stop - 1, max(start, stop - 10) - 1, -1):
        if scene.units[i].low in (*_AT, "to", "into"):
            here = named_place(scene, i + 1, stop)
            if here is not None and here.stop == scene.units[stop - 1].span.stop:
                found = here
        if scene.units[i].kind is UnitKind.MARK or is_finite(scene, i):
            break
    return found


def _where_served(scene: Scene, last: int, stop: int) -> Span | None:
    """ "Released after 16 months in X prison": where the time was spent."""
    for i in range(last + 1, stop - 2):
        if scene.units[i].kind is UnitKind.TERM and scene.units[i + 1].low in ("in", "at"):
            return named_place(scene, i + 2, stop)
    return None


def _of_the_doers(scene: Scene, group: VerbGroup, type_: CustodyType) -> Span | None:
    """ "Police in Mbeya arrested …": where those who seize are."""
    if type_ not in (CustodyType.DETAINED, CustodyType.ARRESTED) or group.voice is not Voice.ACTIVE:
        return None
    at = group.first - 1
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    agents = words_of(scene.language, "agent", "person_nouns")
    while at > start and scene.units[at].kind is UnitKind.DATE:
        at -= 1
    opens = next((i for i in range(at, max(start, at - 5), -1) if scene.units[i].low in ("in", "at")), None)
    if opens is None or opens == start or agents.isdisjoint(scene.units[opens - 1].low.split()):
        return None
    return named_place(scene, opens + 1, group.first)


def _in_front(scene: Scene, group: VerbGroup, others: Sequence[int]) -> Span | None:
    start = scene.bounds[scene.units[group.anchor].sentence][0]
    opens = start
    while opens < group.first and scene.units[opens].kind in (UnitKind.MARK, UnitKind.DATE):
        opens += 1
    if opens >= group.first or scene.units[opens].low not in ("in", "at") or any(start <= o < group.first for o in others):
        return None
    return named_place(scene, opens + 1, group.first)


def _behind_comma(scene: Scene, last: int, stop: int) -> Span | None:
    """ "Detained May 17, 2022, Dushanbe.": a town that stands alone behind the date."""
    for i in range(last + 1, stop - 1):
        if (
            scene.units[i].low == ","
            and (_is_town(scene, scene.units[i + 1]) or (scene.units[i - 1].kind is UnitKind.DATE and _may_be_town(scene, i + 1)))
            and (i + 2 >= stop or scene.units[i + 2].kind is UnitKind.MARK)
        ):
            return scene.units[i + 1].span
        if scene.units[i].kind not in (UnitKind.DATE, UnitKind.MARK):
            return None
    return None


def named_place(scene: Scene, i: int, stop: int) -> Span | None:
    """The noun group at unit `i`, if it names a facility or a town."""
    end = _end_of_group(scene, i, stop)
    units = scene.units[i:end]
    if not units:
        return None
    facility = words_of(scene.language, "facility_noun", "settings")
    at = next((k for k, u in enumerate(units) if not facility.isdisjoint(u.low.split())), None)
    if at is not None:
        finish = _end_of_name(scene, i + at + 1, stop, units[-1].span.stop)
        return Span(units[0].span.start, finish) if _is_some_one(scene, units, at, finish) else None
    town = next((k for k, u in enumerate(units) if _is_town(scene, u)), None)
    if town is not None and all(scene.has(u, "determiner") or _is_capital(scene, u) for u in units[:town]):
        return units[town].span
    are_capitals = all(u.kind is UnitKind.WORD and _is_capital(scene, u) and len(u.low) > 2 for u in units)
    if are_capitals and len(units) <= 3 and not any(_LEXICON.of(u.low).is_calendar for u in units):  # "on Monday", whose day nobody knows
        return Span(units[0].span.start, units[-1].span.stop)
    return None


def _is_some_one(scene: Scene, units: Sequence[Unit], at: int, finish: int) -> bool:
    """True for a facility that could be found: with an article or a name; somebody's home only where the town is said."""
    if units[at].low in words_of(scene.language, "dwelling", "settings"):
        return finish > units[-1].span.stop or any(_is_town(scene, u) for u in units)
    if any(u.of >= 0 or _is_capital(scene, u) for u in units) or finish > units[-1].span.stop:
        return True
    custody = words_of(scene.language, "facility", "settings") | {"courtroom"}
    if units[0].low in ("a", "an", "another") and not custody.isdisjoint(units[at].low.split()):
        return False  # "sent to a remand prison": which, nobody says
    return any(scene.has(u, "determiner") for u in units)


def _end_of_group(scene: Scene, i: int, stop: int) -> int:
    """The unit behind the noun group that begins at `i`."""
    j = i
    while j < min(stop, i + _LONGEST):
        unit = scene.units[j]
        if unit.kind in (UnitKind.DATE, UnitKind.TERM, UnitKind.MARK) or scene.has_any(
            unit, ("preposition", "conjunction", "adverb", "subordinator", "relative")
        ):
            break
        if j > i and (is_finite(scene, j) or scene.has(unit, "determiner")):
            break
        j += 1
    return j


def _end_of_name(scene: Scene, i: int, stop: int, end: int) -> int:
    """Where the name of a facility ends: with its number ("No. 47") and with what places it ("of the capital", "in Gomel")."""
    while i < stop and (scene.units[i].low in ("no.", "no", ".", "№") or scene.units[i].low.isdigit() or _is_letter(scene, i)):
        end = scene.units[i].span.stop if scene.units[i].low != "." else end
        i += 1
    if i < stop - 1 and scene.units[i].low in _INSIDE:
        behind = _end_of_group(scene, i + 1, stop)
        inner = scene.units[i + 1 : behind]
        places = any(_is_town(scene, u) or u.of >= 0 or _is_capital(scene, u) for u in inner) or scene.units[i].low == "of"
        if inner and places:
            return inner[-1].span.stop
    return end


def _is_letter(scene: Scene, i: int) -> bool:
    return scene.units[i].kind is UnitKind.WORD and len(scene.units[i].low) == 1 and _is_capital(scene, scene.units[i])


def _is_town(scene: Scene, unit: Unit) -> bool:
    """True for the name of a place that is no country."""
    if unit.of < 0 or unit.form is not MentionForm.NAME or fold(unit.low) in _COUNTRIES:
        return False
    kind = scene.entities[unit.of].kind
    return kind is EntityKind.PLACE or (kind is EntityKind.GOVERNMENT and unit.low in ENGLISH.table("states"))


def _may_be_town(scene: Scene, i: int) -> bool:
    """True for one word in capitals that nothing says to be somebody."""
    unit = scene.units[i]
    return unit.kind is UnitKind.WORD and _is_capital(scene, unit) and len(unit.low) > 3 and unit.low.isalpha()


def _is_capital(scene: Scene, unit: Unit) -> bool:
    return scene.text[unit.span.start].isupper()
