"""For how long, and until when: the lengths and ends of custody that the text ties to one event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.dates import DateValue, Term
from habeas.case.vocabulary import CustodyType
from habeas.languages.english import ENGLISH
from habeas.read.event_dates import clause_end, is_end
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import is_finite

TERM_TYPES: Final = frozenset(
    {
        CustodyType.REMANDED, CustodyType.DETENTION_EXTENDED, CustodyType.SENTENCED, CustodyType.DETAINED, CustodyType.ARRESTED,
        CustodyType.HOUSE_ARREST, CustodyType.TRAVEL_BAN, CustodyType.SENTENCE_REDUCED, CustodyType.BANNED_FROM_OFFICE,
    }
)  # fmt: skip


def until_of(scene: Scene, last: int, others: Sequence[int], type_: CustodyType) -> DateValue | None:
    """The end that the text gives: "until March 5"."""
    for i in range(last + 1, clause_end(scene, last, others)):
        unit = scene.units[i]
        if unit.kind is UnitKind.DATE and is_end(scene, i, type_):
            return scene.dates[unit.place]
    return None


def not_before(scene: Scene, until: DateValue | None, date: DateValue | None) -> DateValue | None:
    """The end in the year in which it can be one: custody ordered in September 2022 "until May 17" lasts into 2023, and no longer."""
    if until is None or date is None or not (until.edtf[:4].isdigit() and date.edtf[:4].isdigit()):
        return until
    year, behind = int(date.edtf[:4]), until.edtf[4:]
    is_told = until.span is None or _YEAR.search(until.span.words(scene.text)) is not None
    if is_told and (until.edtf[:4] != date.edtf[:4] or until.edtf >= date.edtf):
        return until
    return replace(until, edtf=f"{year + (f'{year:04d}{behind}' < date.edtf):04d}{behind}")


_YEAR: Final = re.compile(r"\d{4}|\byear\b")


def term_of(scene: Scene, first: int, last: int, others: Sequence[int], type_: CustodyType) -> Term | None:
    """The length of custody tied to the event: after its trigger in the clause, inside it, or right before it."""
    if type_ in _LASTS:
        return _lasted(scene, first, last, others, type_)
    if type_ not in TERM_TYPES:
        return None
    if type_ is CustodyType.TRAVEL_BAN and (like := _as_long(scene, last, others)) is not None:
        return like
    behind = [i for i in _own_units(scene, first, last, others) if _is_term(scene, i, type_) or _is_life(scene, i, first, type_)]
    if type_ is CustodyType.SENTENCE_REDUCED:  # "cut from seven years to five years", "by two years" is what is taken off
        behind = [i for i in behind if scene.units[i - 1].low == "to"] or [i for i in behind if not is_taken_off(scene, i)][-1:]
    elif len(behind) > 1 and scene.units[behind[0] - 1].low == "from":  # "lengthened from eight years to twenty-seven"
        behind = [i for i in behind if scene.units[i - 1].low == "to"] or behind
    if behind:
        return _term_at(scene, behind[0])
    if type_ is CustodyType.SENTENCE_REDUCED:
        return None  # "his 30 years were halved": what is left is not told
    start = scene.bounds[scene.units[first].sentence][0]
    for i in range(first - 1, max(start - 1, first - 8), -1):
        if i in others or scene.units[i].low in (";", ","):
            return None
        if _is_term(scene, i, type_):
            return _term_at(scene, i)
    return None


_TURNS: Final = frozenset({"who", "which", "whose", "because", "when", "after", "while"})
_SERVES: Final = frozenset({"resume", "finish", "complete"})  # "rearrested to resume a six-year sentence"
_NOT_BEFORE: Final = frozenset({"first", "remaining", "final", "last", "past", "previous", "within", "after", "every"})
_NOT_BEFORE_REMAND: Final = frozenset({"than", "over", "from"}) | _NOT_BEFORE
_NOT_AFTER: Final = frozenset({"into", "off", "probation", "before", "after", "later", "earlier"})


def is_taken_off(scene: Scene, i: int) -> bool:
    """True for "cut six years from the 33-year term", "shortened by a year", "had his 30 years halved": not what is left to serve."""
    behind = scene.units[i + 1].low if i + 1 < len(scene.units) else ""
    return behind in ("from", "off", "halved") or scene.units[i - 1].low == "by"


_LASTS: Final = frozenset({CustodyType.TRANSFERRED, CustodyType.HUNGER_STRIKE})  # of these only what is told to have lasted is a length
_CELLS: Final = ENGLISH.group("event_terms.cells")
_ENDS_A_FAST: Final = ENGLISH.group("event_terms.ends_a_fast")


def _lasted(scene: Scene, first: int, last: int, others: Sequence[int], type_: CustodyType) -> Term | None:
    """How long a punishment cell or a fast is told to have lasted: "put in a punishment cell for ten days", "has refused food for four days"."""
    own = [scene.units[i].low for i in range(first, last + 1)]
    if type_ is CustodyType.HUNGER_STRIKE and (adjective := _as_adjective(scene, first, last)) is not None:
        return adjective
    if type_ is CustodyType.HUNGER_STRIKE and not _ENDS_A_FAST.isdisjoint(own):
        return None
    stop = clause_end(scene, last, others)
    for i in range(first, stop):
        if i > last + 1 and (scene.units[i].low in _TURNS or is_finite(scene, i)):
            return None
        if scene.units[i].kind is not UnitKind.TERM or not _is_term(scene, i, type_):
            continue
        if type_ is CustodyType.TRANSFERRED and not any(_CELLS.intersection(u.low.split()) for u in scene.units[first : min(stop, i + 5)]):
            return None
        lasts = scene.units[i - 1].low == "for"
        return _term_at(scene, i) if lasts or type_ is CustodyType.TRANSFERRED else None
    return None


def _as_adjective(scene: Scene, first: int, last: int) -> Term | None:
    """Of "ended a 16-day hunger strike", "her 52-day fast": the length right before the noun."""
    for i in range(max(0, first - 1), last + 1):
        unit = scene.units[i]
        if (
            unit.kind is UnitKind.TERM
            and "-" in unit.low
            and i + 1 < len(scene.units)
            and scene.units[i + 1].low.startswith(("hunger", "fast"))
        ):
            return scene.terms[unit.place]
    return None


_AS_LONG: Final = re.compile(r"\bof (?:the same|equal|similar|an equal|the like) (?:length|duration|term|period)\b")


def _as_long(scene: Scene, last: int, others: Sequence[int]) -> Term | None:
    """Of "27 years, to be followed by a travel ban of the same length": 27 years."""
    start, stop = scene.units[last].span.start, scene.units[clause_end(scene, last, others) - 1].span.stop
    if _AS_LONG.search(scene.text, start, stop) is None:
        return None
    opening = scene.bounds[scene.units[last].sentence][0]
    before = (i for i in range(last - 1, opening - 1, -1) if scene.units[i].kind is UnitKind.TERM)
    return next((_term_at(scene, i) for i in before), None)


def _own_units(scene: Scene, first: int, last: int, others: Sequence[int]) -> list[int]:
    out: list[int] = []
    stop = clause_end(scene, last, others)
    behind = first
    for i in range(first, stop):
        if i < behind:
            continue
        if i > last + 1 and scene.units[i].low in ("who", "whose") and (close := _end_of_aside(scene, i, stop)) is not None:
            behind = close + 1  # "sentenced X, who lives in Vilnius, to eight years"
            continue
        another_verb = is_finite(scene, i) and not scene.has(scene.units[i], "speech_verb")
        if i > last + 1 and (
            scene.units[i].low in _TURNS or another_verb or (scene.units[i].low in _SERVES and scene.units[i - 1].low == "to")
        ):
            break
        out.append(i)
    return out


_ASIDE: Final = 24  # units of a relative clause between a person and the length they got


def _end_of_aside(scene: Scene, relative: int, stop: int) -> int | None:
    """The comma that closes ", who lives in Vilnius," and "a reporter who wrote for X and Y," if "to" and a length stand right behind it."""
    for j in range(relative, min(stop - 2, relative + _ASIDE)):
        if scene.units[j].low == ";":
            return None
        if scene.units[j].low == "," and scene.units[j + 1].low in ("to", "for") and scene.units[j + 2].kind is UnitKind.TERM:
            return j
    return None


def _term_at(scene: Scene, i: int) -> Term:
    unit = scene.units[i]
    return scene.terms[unit.place] if unit.kind is UnitKind.TERM else Term("LIFE", unit.span)


def _is_life(scene: Scene, i: int, first: int, type_: CustodyType) -> bool:
    """True for "life" right behind the verb of a sentence: "got life"."""
    return type_ is CustodyType.SENTENCED and scene.units[i].low == "life" and i <= first + 4


def _is_term(scene: Scene, i: int, type_: CustodyType) -> bool:
    unit = scene.units[i]
    if unit.kind is not UnitKind.TERM:
        return False
    before = scene.units[i - 1].low if i else ""
    if before == "following" and scene.units[i - 2].low != "the":
        return False  # "was sent to prison following three days in custody"
    after = scene.units[i + 1].low if i + 1 < len(scene.units) else ""
    barred = _NOT_BEFORE if type_ in (CustodyType.SENTENCED, CustodyType.SENTENCE_REDUCED) else _NOT_BEFORE_REMAND
    before_trial = after == "before" and [u.low for u in scene.units[i + 2 : i + 3]] == ["trial"]
    behind = [u.low for u in scene.units[i + 1 : i + 3]]
    on_doing = behind[:1] == ["after"] and behind[-1].endswith("ing")  # "was kept for three days after stopping to film"
    lasting = before in ("for", "by", "to") and after in ("after", "before")  # "sent to prison for 30 months after a trial"
    return before not in barred and (before_trial or on_doing or lasting or after not in _NOT_AFTER)
