"""When did an event happen: which of the text's dates belongs to it, and not to its neighbour?

An ordered tuple of rules; the first that knows decides. A date after the verb in its clause; a date in front of two verbs, which
holds for both; a date behind the second of two joined verbs; a date that stands over the line (a timeline, a heading).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from habeas.case.dates import Bound, DateValue
from habeas.case.vocabulary import CustodyType
from habeas.read.custody_candidates import SEIZED
from habeas.read.date_values import NAMED_DAYS, WEEKDAYS, counted_back
from habeas.read.numbers import NUMBER_WORDS
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import VerbGroup, Voice, is_adjective, is_finite, skip_interposed

# Only what lasts can have begun "since" a date.
_LASTING: Final = frozenset(
    {
        CustodyType.DETAINED, CustodyType.ARRESTED, CustodyType.HUNGER_STRIKE, CustodyType.HOUSE_ARREST, CustodyType.REMANDED,
        CustodyType.TRAVEL_BAN,
    }
)  # fmt: skip
_TURNS: Final = frozenset({"who", "which", "whose", "because", "although", "while", "when", "where"})
_DATELINE_REACH: Final = 9  # units from the start of a line within which a dateline's date stands


@dataclass(frozen=True, slots=True)
class EventPlace:
    """Where an event is told: its phrase, its verb, and the triggers of the other events of the sentence."""

    scene: Scene
    first: int
    last: int
    group: VerbGroup
    others: tuple[int, ...]
    type: CustodyType | None

    @property
    def start(self) -> int:
        return self.scene.bounds[self.scene.units[self.first].sentence][0]

    @property
    def stop(self) -> int:
        """Where the words after the trigger end that can belong to the event: at the next event, at ";", or with the sentence."""
        return clause_end(self.scene, self.last, self.others)


def clause_end(scene: Scene, last: int, others: Sequence[int]) -> int:
    """The unit at which the event after `last`, ";" or the next sentence begins."""
    stop = scene.bounds[scene.units[last].sentence][1]
    depth = 0
    for i in range(last + 1, stop):
        low = scene.units[i].low
        depth += (low in ("(", "[")) - (low in (")", "]"))
        if i in others or low == ";" or depth < 0:  # "X (arrested in 2022)": what is told in brackets ends with them
            return i
    return stop


def is_on_a_day_unknown(scene: Scene, number: int) -> bool:
    """True where a sentence says "on Friday", "last month", "two days ago", and no day of publication when that is: no day told elsewhere is its event's."""
    if scene.document.source.published is not None:
        return False
    units = scene.units[slice(*scene.bounds[number])]
    if any(u.kind is UnitKind.DATE for u in units):
        return False
    lows = [u.low if u.kind is UnitKind.WORD else "" for u in units]
    return any(low in NAMED_DAYS or low == "ago" for low in lows) or any(a in ("last", "this") and b in _PERIODS for a, b in pairwise(lows))


_PERIODS: Final = frozenset("week month year weekend summer autumn winter spring night".split())


def decide_date(place: EventPlace) -> DateValue | None:
    """The date that the text ties to the event: that of the first rule that knows one."""
    for rule in DATE_RULES:
        if (found := rule(place)) is not None:
            return found if rule in COUNTING or not _is_apart(place, found) else None
    return None


def _is_apart(place: EventPlace, date: DateValue) -> bool:
    """True for a day told before "days after police arrested him", or behind "arrested ahead of the vote on": that is not the arrest's."""
    if place.type is None or date.span is None:
        return False
    if near_to_day(place.scene, place.last, date) is not None:
        return True
    apart = counted_from(place.scene, place.group.first, place.others)
    return apart is not None and date.span.start < apart


_TOLD_AS_NOUNS: Final = frozenset("arrest detention conviction sentencing release transfer capture abduction apprehension".split())


def day_of_noun(place: EventPlace) -> DateValue | None:
    """ "Thursday's conviction of X", "the 6 May arrest": the day right before the noun."""
    is_noun = place.scene.units[place.first].low in _TOLD_AS_NOUNS
    return day_before(place.scene, place.first, place.start) if is_noun else None


def day_before(scene: Scene, noun: int, start: int) -> DateValue | None:
    """The day right before the noun, or before its adjectives, in the sentence that begins at `start`."""
    i = noun - 1
    while i > start and (
        is_adjective(scene.units[i].low) or scene.units[i].low.endswith(("al", "ary")) or scene.units[i].low in _AS_ADJECTIVE
    ):
        i -= 1
    if i > start and scene.units[i].low in ("'s", "’s"):
        i -= 1
    if i < start or scene.units[i].kind is not UnitKind.DATE:
        return None
    value = scene.dates[scene.units[i].place]
    return value if value.bound in (None, Bound.ON) else None


_AS_ADJECTIVE: Final = frozenset("early late sudden surprise mass second first latest joint swift harsh".split())
_DAYS_AFTER: Final = re.compile(
    rf"\b(?P<count>\d{{1,3}}|an?|{NUMBER_WORDS}(?:-{NUMBER_WORDS})?)\s(?P<unit>hour|day|week)s?\safter\s\w+(?:\s?['’]s)?\s$", re.IGNORECASE
)


_DISTANCE: Final = 60  # characters of the longest "twenty-one days after somebody's"


def counted_from_main(place: EventPlace) -> DateValue | None:
    """ "died on 14 May, five days after his arrest": counted back from the day told before."""
    scene = place.scene
    if scene.units[place.first].low not in _TOLD_AS_NOUNS:
        return None
    counted = days_after(scene, place.first, place.start)
    if counted is None:
        return None
    for i in range(place.first - 1, place.start - 1, -1):
        if (found := usable(place, i)) is not None:
            return counted_back(found, counted["count"], counted["unit"].lower())
    return None


def days_after(scene: Scene, noun: int, start: int) -> re.Match[str] | None:
    """The "five days after his" right before the noun, in the sentence that begins at `start`."""
    at = scene.units[noun].span.start
    return _DAYS_AFTER.search(scene.text, max(scene.units[start].span.start, at - _DISTANCE), at)


def in_verb_group(place: EventPlace) -> DateValue | None:
    """ "has today convicted", "were yesterday detained"."""
    return next((d for i in range(place.group.first, place.first) if (d := usable(place, i)) is not None), None)


_A_WHILE_LATER: Final = re.compile(
    rf"\s(?:(?:a|an|some|only|just|about|few|several|couple|of|\d{{1,3}}|{NUMBER_WORDS})\s){{1,4}}(?:minute|hour|day|week|month)s?\slater,?\s(?:on\s)?",
    re.IGNORECASE,
)


def a_while_later(place: EventPlace) -> DateValue | None:
    """ "Released and rearrested a few hours later, on 12 January": the day behind says when that was."""
    scene = place.scene
    found = _A_WHILE_LATER.match(scene.text, scene.units[place.last].span.stop)
    day = scene.at(found.end()) if found is not None else place.stop
    return usable(place, day) if day < place.stop and scene.units[day].kind is UnitKind.DATE else None


def after_verb(place: EventPlace) -> DateValue | None:
    """ "was arrested on March 17": before the clause turns to something else."""
    is_said = place.type is None
    if is_said and place.scene.units[place.first].low in _DEMANDING:
        return None  # "must be freed today": the day that is asked for
    for i in range(place.first, place.stop):
        if i > place.last and _turns_away(place.scene, i, place.last):
            return None
        if is_said and i > place.last and (place.scene.units[i].low == "that" or _stands_apart(place, i)):
            return None
        if (found := usable(place, i)) is not None:
            return None if _opens_another(place, i) else found
    return None


_DEMANDING: Final = frozenset({"must", "should", "ought", "needs", "need", "has", "have", "expects", "expect"})


def _stands_apart(place: EventPlace, i: int) -> bool:
    """True for the date in commas inside what is judged: "condemns the abduction, on 9 July, of …"."""
    units = place.scene.units
    if units[i].kind is not UnitKind.DATE or i + 1 >= len(units) or units[i + 1].low != ",":
        return False
    j = i - 1
    while j > place.start and place.scene.has(units[j], "preposition"):
        j -= 1
    return j not in (place.start, place.last + 1) and units[j].low == ","


def _opens_another(place: EventPlace, i: int) -> bool:
    """True for "began to refuse food, and a week later water", "was seized and, on 3 June, moved": the date opens what is joined."""
    scene, behind = place.scene, i + 1
    while i > place.last + 1 and (scene.has(scene.units[i - 1], "preposition") or scene.units[i - 1].low == ","):
        i -= 1
    if scene.units[i - 1].low not in ("and", "but", "then") or scene.units[i - 2].kind is UnitKind.DATE:
        return False
    return i > place.last + 2 or (i == place.last + 2 and behind in place.others)  # "was arrested and on 8 July sentenced"


_AT_ONCE: Final = 4  # units behind the phrase within which a date is surely its own


def in_front_of_clause(place: EventPlace) -> DateValue | None:
    """ "On March 23 the court placed him in custody, and in May it added …", "on Friday jailed X over a riot in 2019": no other verb between."""
    scene, edge = place.scene, place.group.first
    if any(scene.units[i].kind is UnitKind.DATE for i in range(place.first, min(place.stop, place.last + _AT_ONCE))):
        return None
    for i in range(edge - 1, place.start - 1, -1):
        if i in place.others or is_finite(scene, i) or scene.units[i].low in _SHUTS:
            return None
        if (found := usable(place, i)) is not None:
            clause = next((j + 1 for j in range(i - 1, place.start - 1, -1) if scene.units[j].low == "that"), place.start)
            opens = all(_may_open(scene, j) for j in range(clause, i))
            return found if (opens or i == edge - 1) and found.bound in (None, Bound.ON) else None
    return None


_SHUTS: Final = frozenset({";", ":", "who", "which", "that", "where", "whose", "whom", "“", "”", "—", "–"})
_PARTS_OF_DAY: Final = frozenset(
    {"night", "morning", "evening", "afternoon", "eve", "day", "dawn", "early", "late", "also", "then", "but", "and", ","}
)


def _may_open(scene: Scene, i: int) -> bool:
    """True for what may stand before the date that opens a sentence: "On the night of", "Also on"."""
    unit = scene.units[i]
    return unit.kind is UnitKind.DATE or unit.low in _PARTS_OF_DAY or scene.has_any(unit, ("preposition", "determiner"))


def between_commas(place: EventPlace) -> DateValue | None:
    """ "was seized and, on 13 August, moved": the date in commas right before the verb."""
    scene, edge = place.scene, place.group.first
    if edge - 3 < place.start or scene.units[edge - 1].low != "," or scene.units[edge - 2].kind is not UnitKind.DATE:
        return None
    i = edge - 3
    while i > place.start and scene.has(scene.units[i], "preposition"):
        i -= 1
    return usable(place, edge - 2) if scene.units[i].low == "," else None


# "days after police arrested him", "weeks before her trial": how far one event lies from another. What lies hours away may be of the same day.
_APART: Final = re.compile(r"\b(?:days?|weeks?|months?|years?)\s(?:after|before)\s(?!(?:that|this|which)\b)", re.IGNORECASE)


def counted_from(scene: Scene, first: int, triggers: Sequence[int]) -> int | None:
    """Where "days after" stands in whose clause the verb group at `first` tells its event: that has another day than what stands before.

    `triggers` are the units of other events: where one stands between, the distance is to that one.
    """
    start = scene.bounds[scene.units[first].sentence][0]
    found = [*_APART.finditer(scene.text, scene.units[start].span.start, scene.units[first].span.start)]
    behind = scene.at(found[-1].end()) if found else first + 1
    if behind > first:
        return None
    between = range(behind, max(behind, skip_interposed(scene, first, behind)))
    if any(behind <= t < first for t in triggers) or any(is_finite(scene, i) or scene.units[i].low in _PARTS for i in between):
        return None
    return found[-1].start()


_PARTS: Final = frozenset({",", ";", ":", "—", "–", "but"})
# "freed two weeks later", "was let go on bail some months afterwards"
_LATER_ON: Final = re.compile(
    r"(?:\s(?:on bail|from prison|again|home))?\s(?:[a-z-]+\s){1,3}(?:days|weeks|months|years)\s(?:later|afterwards)\b"
)


def is_told_later(scene: Scene, last: int) -> bool:
    """True for "freed two weeks later", "freed some days later": not on the day told before, whether or not the text lets us count."""
    return _LATER_ON.match(scene.text, scene.units[last].span.stop) is not None


_COUNTED: Final = re.compile(
    rf"\b(?:(?P<count>\d{{1,3}}|an?|{NUMBER_WORDS}(?:-{NUMBER_WORDS})?)\s(?P<unit>hour|day|week)s?|(?:the|one)\s(?P<one>day|week)|(?P<soon>hours|minutes|moments))\s"
    r"(?P<how>after|before)\s(?!\w+ing\b)",
    re.IGNORECASE,
)
# "two days before the hearing on 14 May", "ahead of the vote of 14 May", "on the eve of 14 May": a day to which the event only stands near.
_NEAR_TO: Final = re.compile(
    rf"\b(?:(?:(?P<count>\d{{1,3}}|an?|{NUMBER_WORDS}(?:-{NUMBER_WORDS})?)\s)?(?P<unit>day|week|month)s?\s(?P<how>before|after)|ahead of|the eve of|in the run-up to|prior to)"
    r"\s(?:(?:the|an?|his|her|their|its)\s)?(?:[\w’'-]+\s){0,5}$",
    re.IGNORECASE,
)
_NEAR: Final = 70  # characters from "ahead of" to the day


def near_to_day(scene: Scene, last: int, date: DateValue) -> re.Match[str] | None:
    """The words behind unit `last` that say that the event lies before or after the day, not on it."""
    if date.span is None or date.span.start < scene.units[last].span.stop:
        return None
    return _NEAR_TO.search(scene.text, max(scene.units[last].span.stop, date.span.start - _NEAR), date.span.start)


def counted_to_day(place: EventPlace) -> DateValue | None:
    """ "was arrested two days before the hearing on 14 May": counted from the day behind, where the text says how many."""
    scene = place.scene
    day = next((i for i in range(place.last + 1, place.stop) if scene.units[i].kind is UnitKind.DATE), None)
    value = scene.dates[scene.units[day].place] if day is not None else None
    near = near_to_day(scene, place.last, value) if value is not None else None
    if value is None or near is None or value.bound is Bound.SINCE or place.type is None:
        return None
    roughly = _ROUGHLY.search(scene.text, max(0, near.start() - 14), near.start())
    if not near["count"] or near["unit"].lower() == "month" or roughly is not None:
        return None
    return counted_back(value, near["count"], near["unit"].lower(), is_ahead=near["how"].lower() == "after")


_ROUGHLY: Final = re.compile(r"\b(?:about|around|almost|barely|less than|more than|nearly|over|roughly|under)\s$", re.IGNORECASE)


def days_from_another(place: EventPlace) -> DateValue | None:
    """ "was freed on 6 October, nine days after agents detained her", "hours after": counted from the date told before it, or behind its clause."""
    scene = place.scene
    start, stop = scene.units[place.start].span.start, scene.units[place.group.first].span.start
    counted = next((m for m in _COUNTED.finditer(scene.text, start, stop)), None)
    if counted is None or (
        not counted["soon"] and _ROUGHLY.search(scene.text, max(start, counted.start() - 14), counted.start()) is not None
    ):
        return None
    behind = scene.at(counted.end())
    if behind >= place.group.first:
        return None  # "two days after put in a cell": no noun or clause from which to count
    between = range(behind, place.group.first)
    if any(is_finite(scene, i) or scene.units[i].low in (",", "and", "but") for i in between) or any(
        behind <= o < place.first for o in place.others
    ):
        return None
    count, unit = counted["count"] or "one", (counted["unit"] or counted["one"] or "hour").lower()
    for i in [*range(behind - 1, place.start - 1, -1), *(range(place.last + 1, _end(place)) if counted.start() == start else ())]:
        is_apart = scene.units[i].span.stop <= counted.start() or i > place.last
        if is_apart and scene.units[i].kind is UnitKind.DATE and (found := usable(place, i)) is not None:
            return counted_back(found, count, unit, is_ahead=counted["how"].lower() == "before")
    return None


def _end(place: EventPlace) -> int:
    """Where the sentence of the event ends."""
    return place.scene.bounds[place.scene.units[place.last].sentence][1]


def when_it_was(place: EventPlace) -> DateValue | None:
    """ "In custody since March 2021, when he was arrested and charged": the date right before "when"."""
    scene, first = place.scene, place.group.first
    for i in range(first - 1, max(place.start, first - 5), -1):
        if scene.units[i].low == "when":
            return _right_before(place, i)
        if is_finite(scene, i):
            break
    before = max((o for o in place.others if o < first), default=None)
    if before is None or not _is_joined_to(scene, before, place.group) or any(scene.units[i].low in _PARTS for i in range(before, first)):
        return None
    opening = next(
        (i for i in range(before - 1, max(place.start, before - _TO_WHEN), -1) if scene.units[i].low in ("when", ";", ",")), None
    )
    return _right_before(place, opening) if opening is not None and scene.units[opening].low == "when" else None


_TO_WHEN: Final = 7  # units from "when" to the first of the verbs that it opens


def _right_before(place: EventPlace, when: int) -> DateValue | None:
    """The date right before the "when" at this unit."""
    scene = place.scene
    i = when - 2 if scene.units[when - 1].low == "," else when - 1
    return scene.dates[scene.units[i].place] if i >= place.start and scene.units[i].kind is UnitKind.DATE else None


def let_go_within_hours(place: EventPlace) -> DateValue | None:
    """ "Summoned on 11 April and released after six hours": the same day."""
    scene = place.scene
    if place.type is not CustodyType.RELEASED:
        return None
    near = scene.units[place.last + 1 : min(place.stop, place.last + 4)]
    hours = any("T" in scene.terms[u.place].iso for u in near if u.kind is UnitKind.TERM) or any("hours" in u.low for u in near)
    if not hours:
        return None
    return next((d for i in range(place.first - 1, place.start - 1, -1) if (d := usable(place, i)) is not None), None)


def before_verb(place: EventPlace) -> DateValue | None:
    """ "In February 2022 a court convicted him and gave him six years": a date in front holds for the verbs that share it."""
    if place.type is CustodyType.ILL_TREATED:
        return None  # in front stands mostly the day on which it was told
    scene = place.scene
    for i in range(skip_interposed(scene, place.group.first, place.start) - 1, place.start - 1, -1):
        if scene.units[i].low in (";", "whereas", "saying", "adding", "recalling", "noting", "claiming"):
            return None  # "On January 10 a spokesman dismissed the claim, saying a court had ordered …"
        if i in place.others:
            return _before_joined(place, i) if _is_joined_to(scene, i, place.group) else None
        if (found := usable(place, i)) is not None and not _belongs_elsewhere(place, i):
            return None if place.type is None and _is_of_verb_before(place, i) else found
    return None


def _is_of_verb_before(place: EventPlace, i: int) -> bool:
    """True for "protests against the ruling of 20 June and calls for …": what is said second was not said on that day.

    Not where the verb before tells of the saying itself: "renewed on Monday its call", "wrote on Monday that it was concerned".
    """
    scene = place.scene
    if scene.has(scene.units[place.first - 1], "determiner") or any(scene.units[j].low in ("that", "which") for j in range(i, place.first)):
        return False
    return any(is_finite(scene, j) for j in range(place.start, i))


_LETS_GO: Final = frozenset(
    {"set", "freed", "released", "let", "bailed", "discharged", "acquitted", "returned", "died", "sentenced", "convicted"}
)


_BEFORE_WHOM: Final = frozenset(
    "court judge judges magistrate magistrates panel police prosecutor prosecutors tribunal officers agents investigators authorities".split()
)


def brought_before(place: EventPlace) -> DateValue | None:
    """ "On Friday he was led before the judge of Riga, who charged him": what those do before whom somebody is brought, they do then."""
    scene, who = place.scene, place.group.first - 1
    if place.type is None or who <= place.start or scene.units[who].low not in ("who", "which") or place.group.voice is not Voice.ACTIVE:
        return None
    is_apart = scene.units[who - 1].low == ","
    for i in range(who - 1, max(place.start, who - _OFFICE), -1):
        unit = scene.units[i]
        if is_finite(scene, i) or unit.low == ";" or i in place.others:
            return None
        if unit.low != "before" and not (is_apart and unit.low in ("to", "at", "into")):
            continue
        if not any(_BEFORE_WHOM.intersection(scene.units[j].low.split()) for j in range(i + 1, who)):
            return None
        return next((d for j in range(i - 1, place.start - 1, -1) if (d := usable(place, j)) is not None), None)
    return None


def behind_colon(place: EventPlace) -> DateValue | None:
    """ "In October a court convicted both: Hana got 13 years": what a colon opens lays out what is told before it."""
    scene = place.scene
    if place.type not in _BY_A_COURT:
        return None
    colon = next((i for i in range(place.group.first - 1, place.start, -1) if scene.units[i].low == ":"), None)
    if colon is None or not any(place.start <= o < colon for o in place.others):
        return None
    return next((d for i in range(place.start, colon) if (d := usable(place, i)) is not None), None)


_OFFICE: Final = 12  # units of "before the senior investigating judge of Riga,"


def behind_joined_verb(place: EventPlace) -> DateValue | None:
    """ "was found guilty and sent to prison on Tuesday": the date behind the joined verb, if nothing dates this one apart."""
    scene, stop = place.scene, place.stop
    end = scene.bounds[scene.units[place.last].sentence][1]
    if stop >= end or stop not in place.others:
        return None
    joined = any(scene.has(scene.units[j], "conjunction") for j in range(max(place.last + 1, stop - 3), stop))
    if place.type in SEIZED and scene.units[stop].low in _LETS_GO:
        return None  # "was taken along with him and set free on 12 May"
    between = range(place.last + 1, stop)
    if not joined or any(scene.units[j].kind is UnitKind.DATE or is_finite(scene, j) for j in between):
        return None
    for i in range(stop + 1, end):
        if scene.units[i].low == ";" or i in place.others or _turns_away(scene, i, stop):
            return None
        if (found := usable(place, i)) is not None:
            return None if found.bound is Bound.SINCE else found  # "has been held for a year and has refused food since 8 May"
    return None


def over_the_line(place: EventPlace) -> DateValue | None:
    """A timeline: the line, or the one above it, opens with nothing but a date ("3 May 2023 / The court convicts X")."""
    scene = place.scene
    number = scene.units[place.first].sentence
    paragraph = scene.document.sentences[number].paragraph
    for above in range(number - 1, max(-1, number - 6), -1):
        first, stop = scene.bounds[above]
        dates = [i for i in range(first, stop) if scene.units[i].kind is UnitKind.DATE]
        if len(dates) == 1 and all(_is_bare(scene, i) for i in range(first, stop)):
            value = scene.dates[scene.units[dates[0]].place]
            return value if value.bound is not Bound.BY else None
        if scene.document.sentences[above].paragraph != paragraph:
            return None
    return None


def of_what_is_listed(place: EventPlace) -> DateValue | None:
    """A heading lists those of whom the sentence before tells the same: "On Thursday Oz released six people. / Released, among others: / - Anna Li;"."""
    scene = place.scene
    number = scene.units[place.first].sentence
    first, stop = scene.bounds[number]
    if number == 0 or place.first > first + 1 or scene.units[stop - 1].low != ":":
        return None
    before = range(*scene.bounds[number - 1])
    days = [scene.units[i].place for i in before if scene.units[i].kind is UnitKind.DATE]
    if len(days) != 1 or all(scene.units[i].low != scene.units[place.first].low for i in before):
        return None
    value = scene.dates[days[0]]
    return value if value.bound in (None, Bound.ON) else None


def opens_the_line(place: EventPlace) -> DateValue | None:
    """A line that opens with its date holds it for all its sentences: "2006 — Arrested …; released", "March 2019. Freed. …"."""
    scene = place.scene
    number = scene.units[place.first].sentence
    paragraph = scene.document.sentences[number].paragraph
    while number > 0 and scene.document.sentences[number - 1].paragraph == paragraph:
        number -= 1
    first, stop = scene.bounds[number]
    content = range(first, min(stop, first + 6))
    for i in content:
        unit = scene.units[i]
        if unit.kind is UnitKind.DATE and i + 2 < stop and scene.units[i + 1].low == "," and scene.units[i + 2].kind is UnitKind.DATE:
            continue  # "Saturday, January 18 —"
        if unit.kind is UnitKind.DATE:
            behind = i + 3 if i + 2 < stop and scene.units[i + 1].low == "," and scene.units[i + 2].low in _PARTS_OF_DAY else i + 1
            closes = behind < stop and scene.units[behind].low in ("—", "–", "-", ":", ".", "|")
            if i == first and _is_day_and_town(scene, i, stop):
                return scene.dates[unit.place]
            return scene.dates[unit.place] if closes and not is_dateline(scene, i) else None
        if unit.low in WEEKDAYS:
            continue  # "Tuesday, 29 December 2020."
        is_word = unit.kind is UnitKind.WORD and not scene.has_any(unit, ("preposition", "determiner")) and not unit.low.isdigit()
        if is_word or unit.of >= 0:
            return None
    return None


_ENTRY: Final = re.compile(r"[^\n.:;()]{1,30}\($|[-–•* ]{0,3}(?:UPDATE|Update|ALERT|Alert)\s?\d?,?\s$")
_ENTRY_ENDS: Final = re.compile(r"\)?\s?[—–:-]")


def heads_the_entry(place: EventPlace) -> DateValue | None:
    """ "UPDATE 2 (7 July) — A judge has prolonged …": the day at the head of an entry; further down it recalls who was taken, and what was done to them."""
    scene = place.scene
    line = scene.text.rfind("\n", 0, scene.units[place.start].span.start) + 1
    if line < scene.units[place.start].span.start and (place.type in SEIZED or place.type is CustodyType.ILL_TREATED):
        return None
    for i in range(scene.at(line), min(place.start + 4, len(scene.units))):
        unit = scene.units[i]
        if unit.kind is UnitKind.DATE:
            opens = _ENTRY.fullmatch(scene.text, line, unit.span.start) is not None
            return scene.dates[unit.place] if opens and _ENTRY_ENDS.match(scene.text, unit.span.stop) else None
    return None


_BY_THE_CLOCK: Final = re.compile(
    r"^\W{0,3}\d{1,2}[:.]\d\d\b(?![.:]?\d)|^\W{0,3}\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b", re.MULTILINE | re.IGNORECASE
)
_ENTRIES: Final = 3  # lines that open with a clock time, from which on a page is a log of one day


def of_the_log(place: EventPlace) -> DateValue | None:
    """ "15:02 X is let go": the lines of a page that tells its day by the clock are of the day it came out, unless they tell what had been."""
    scene, published = place.scene, place.scene.document.source.published
    if published is None or len(published) != len("2022-02-25") or place.type is CustodyType.CHARGED:
        return None  # "he is charged with obstructing the pavement": since when is not told
    line = scene.text.rfind("\n", 0, scene.units[place.start].span.start) + 1
    if _BY_THE_CLOCK.match(scene.text, line) is None or len(_BY_THE_CLOCK.findall(scene.text)) < _ENTRIES:
        return None
    first, stop = scene.bounds[scene.units[place.first].sentence]
    lows = {scene.units[i].low for i in range(first, place.last + 1)}
    if "had" in lows or any(scene.units[i].kind is UnitKind.DATE for i in range(first, stop)):
        return None
    return DateValue(published, None, Bound.ON)


_LATER: Final = re.compile(
    r"\b(?:at (?:about |around )?\d{1,2}(?:[.:]\d\d)?\s?(?:a\.?m|p\.?m)\b|(?:at|before|by) (?:dusk|dawn|noon|nightfall)\b|by evening\b|in the evening\b|within (?:the|an) hour\b|an hour later\b)",
    re.IGNORECASE,
)
_SAME_DAY: Final = 300  # characters back to the day that is told before


def later_that_day(place: EventPlace) -> DateValue | None:
    """ "He was questioned on Monday. By evening he was released": an hour without a day is of the day told last before it."""
    scene = place.scene
    first, stop = scene.bounds[scene.units[place.first].sentence]
    start, end = scene.units[first].span.start, scene.units[place.stop - 1].span.stop
    if _LATER.search(scene.text, start, end) is None or any(scene.units[i].kind is UnitKind.DATE for i in range(place.first, stop)):
        return None
    if scene.units[place.group.first].low == "had":
        return None
    told = next((i for i in range(place.first - 1, -1, -1) if scene.units[i].kind is UnitKind.DATE), None)
    if told is None or start - scene.units[told].span.stop > _SAME_DAY or "\n\n" in scene.text[scene.units[told].span.stop : start]:
        return None
    value = scene.dates[scene.units[told].place]
    whole = len(value.edtf) == len("2022-02-25") and value.bound in (None, Bound.ON)
    return value if whole and not is_dateline(scene, told) else None


def _is_day_and_town(scene: Scene, i: int, stop: int) -> bool:
    """True for "28 August, Ranchi. Police arrested …": an entry of a log, whose day and town stand before what is told."""
    behind = scene.units[i + 1 : min(stop, i + 6)]
    if len(behind) < 2 or behind[0].low != "," or not scene.text[behind[1].span.start].isupper():
        return False
    end = next((k for k, u in enumerate(behind) if u.low in (".", ":", "—", "–")), len(behind) if i + 1 + len(behind) == stop else None)
    if end is None or end < 2:
        return False
    return all(u.kind in (UnitKind.WORD, UnitKind.MENTION) and scene.text[u.span.start].isupper() for u in behind[1:end])


def of_the_hearing(place: EventPlace) -> DateValue | None:
    """ "On May 19 the court heard … The court denied the motions": what "the court" decides, it decides in the hearing told of before."""
    scene = place.scene
    if place.type not in _IN_HEARING:
        return None
    before = [scene.units[j].low for j in range(max(place.start, place.group.first - 2), place.group.first)]
    if not before or before[-1] not in ("court", "judge", "panel") or "a" in before:
        return None
    number = scene.units[place.first].sentence
    for above in range(number - 1, max(-1, number - 4), -1):
        units = range(*scene.bounds[above])
        dates = [d for i in units if (d := usable(place, i)) is not None]
        if dates and any("court" in scene.units[i].low for i in units):
            return dates[0]
    return None


# "She has been moved to a hospital. The move took place on Friday": the sentence behind tells when that was.
_HAPPENED: Final = (
    r"(?:(?:took|had taken) place|happened|occurred|came|fell|(?:was|were|is|had been|has been)\s(?:then\s)?(?:handed down|announced|delivered|pronounced|made|passed|issued"
    r"|read(?: out)?|signed|dated|held|taken|adopted|rendered))\b"
)
_TOLD_BEHIND: Final = re.compile(
    r"(?:(?:This|That|It|All this)\s|(?:The|This|That|His|Her|Their|Both|Its)\s(?:(?!earlier|first|former|later|lower|new|next|old|original|other|previous|second)[\w’'-]+\s){0,3}?"
    rf"(?P<noun>\w+?)s?\s)(?P<how>{_HAPPENED})"
)
_RULINGS: Final = frozenset(
    "verdict ruling judgment judgement sentence decision order hearing sitting session decree measure pardon".split()
)
_NAMED_AS: Final[dict[CustodyType, frozenset[str]]] = {
    CustodyType.TRANSFERRED: frozenset("move transfer".split()),
    CustodyType.RELEASED: frozenset("release decision order".split()),
    CustodyType.ARRESTED: frozenset("arrest detention capture".split()),
    CustodyType.DETAINED: frozenset("arrest detention seizure abduction kidnapping capture incident".split()),
    CustodyType.DIED: frozenset({"death"}),
}
_BY_A_COURT: Final = frozenset(
    {
        CustodyType.SENTENCED, CustodyType.CONVICTED, CustodyType.ACQUITTED, CustodyType.APPEAL_REJECTED, CustodyType.REMANDED, CustodyType.PARDONED,
        CustodyType.DETENTION_EXTENDED, CustodyType.HOUSE_ARREST, CustodyType.SENTENCE_REDUCED, CustodyType.TRAVEL_BAN,
    }
)  # fmt: skip
_DAY_IN_REACH: Final = 8  # units from "was handed down" to the day


def told_behind(place: EventPlace) -> DateValue | None:
    """ "Anna was sentenced. The ruling came on August 2": the sentence behind says when, where the event's own names no day."""
    scene, first, end = place.scene, place.start, _end(place)
    if place.type is None or end >= len(scene.units) or any(scene.units[i].kind is UnitKind.DATE for i in range(first, end)):
        return None
    sentence, behind = (scene.document.sentences[scene.units[i].sentence] for i in (place.last, end))
    told = _TOLD_BEHIND.match(scene.text, scene.units[end].span.start)
    if told is None or behind.paragraph != sentence.paragraph:
        return None
    names = _RULINGS if place.type in _BY_A_COURT else _NAMED_AS.get(place.type, frozenset())
    happened = told["how"].split()[0] in ("took", "had", "happened", "occurred")
    if told["noun"].lower() not in names if told["noun"] else not happened and place.type not in _BY_A_COURT:
        return None
    day = scene.at(told.end())
    for i in range(day, min(day + _DAY_IN_REACH, scene.bounds[scene.units[end].sentence][1])):
        if is_finite(scene, i) or scene.units[i].low in (",", ";", "after", "before"):
            return None
        if scene.units[i].kind is UnitKind.DATE and told["how"].endswith("dated"):
            return scene.dates[scene.units[i].place]
        if (found := usable(place, i)) is not None:
            return found
    return None


_IN_HEARING: Final = frozenset({CustodyType.APPEAL_REJECTED, CustodyType.REMANDED, CustodyType.DETENTION_EXTENDED})
_Rule = Callable[[EventPlace], "DateValue | None"]
DATE_RULES: Final[tuple[_Rule, ...]] = (
    day_of_noun,
    counted_from_main,
    counted_to_day,
    in_verb_group,
    a_while_later,
    when_it_was,
    days_from_another,
    between_commas,
    in_front_of_clause,
    after_verb,
    before_verb,
    brought_before,
    behind_colon,
    behind_joined_verb,
    let_go_within_hours,
    heads_the_entry,
    opens_the_line,
    over_the_line,
    later_that_day,
    of_the_log,
    of_the_hearing,
    of_what_is_listed,
    told_behind,
)


COUNTING: Final = frozenset({counted_from_main, counted_to_day, days_from_another})


def _is_bare(scene: Scene, i: int) -> bool:
    unit = scene.units[i]
    return (
        unit.kind in (UnitKind.DATE, UnitKind.MARK) or unit.low.isdigit() or scene.has(unit, "preposition") or scene.has(unit, "determiner")
    )


def _turns_away(scene: Scene, i: int, last: int) -> bool:
    """True where another clause begins after the trigger, so that a date in it is not the event's."""
    unit = scene.units[i]
    if unit.low in _TURNS and i > last + 1:
        return True
    if unit.low == "that" and i > last + 1 and i + 1 < len(scene.units) and _is_of_relative(scene, i + 1):
        return True  # "for marching in protests that rocked the city in 2019"
    if unit.low == "over" and i > last + 1:
        return True  # "sentenced to death over his role in protests in 2012"
    if unit.low == "to" and i + 1 < len(scene.units) and scene.units[i + 1].low in _PURPOSES:
        return True  # "went on hunger strike to protest his arrest on 25 March"
    if unit.low in ("after", "before"):
        return not (i + 1 < len(scene.units) and scene.units[i + 1].kind in (UnitKind.TERM, UnitKind.DATE))
    return is_finite(scene, i) and i > last + 1


_PURPOSES: Final = frozenset({"protest", "demand", "denounce", "mark", "commemorate", "condemn", "support", "cover", "attend"})


def _is_of_relative(scene: Scene, i: int) -> bool:
    """True for the verb right behind "that": "protests that rocked the city"."""
    unit = scene.units[i]
    return unit.kind is UnitKind.WORD and (is_finite(scene, i) or (unit.low.endswith("ed") and len(unit.low) > 4))


def usable(place: EventPlace, i: int) -> DateValue | None:
    """The date at unit `i`, if it can date an event: no end ("until"), no dateline, no name of something ("the May 5 ruling")."""
    scene = place.scene
    unit = scene.units[i]
    if unit.kind is not UnitKind.DATE:
        return None
    value = scene.dates[unit.place]
    if is_end(scene, i, place.type) or (value.bound is Bound.SINCE and place.type is not None and place.type not in _LASTING):
        return None
    return None if is_attributive(scene, i) or is_dateline(scene, i) else value


_ENDING: Final = frozenset({CustodyType.REMANDED, CustodyType.DETENTION_EXTENDED, CustodyType.HOUSE_ARREST, CustodyType.TRAVEL_BAN})


def is_end(scene: Scene, i: int, type_: CustodyType | None) -> bool:
    """True for a date up to which custody goes: "until May 5", and where custody is ordered or extended "to 10 March"."""
    value = scene.dates[scene.units[i].place]
    return value.bound is Bound.BY or (type_ in _ENDING and i > 0 and scene.units[i - 1].low in ("to", "till", "until"))


def is_dateline(scene: Scene, i: int) -> bool:
    """True for the date of a dateline: near the start of its line, with a dash, a stop or a bracket behind, after a place."""
    first, stop = scene.bounds[scene.units[i].sentence]
    start = scene.units[first].span.start
    if i - first > _DATELINE_REACH or i == first or (start > 0 and scene.text[start - 1] not in "\n("):
        return False
    if any(is_finite(scene, j) or scene.has(scene.units[j], "pronoun") for j in range(first, i)):
        return False
    after = [scene.units[j].low for j in range(i + 1, min(stop, i + 7))]
    if not after:
        return scene.text[scene.units[first].span.start].isupper() and i - first <= 3
    if after[0] in (")", "(", "/"):
        return any(mark in ("—", "–", "--", "-", ".", ":") for mark in after)
    opens = scene.units[first].kind is UnitKind.DATE or scene.units[first].low in WEEKDAYS  # a timeline, not a place
    return after[0] in ("—", "–", "--", "-", ".", "/") and not opens


def is_attributive(scene: Scene, i: int) -> bool:
    """True for a date that names something else: "the December 11 ruling", "his 2020 book", "the 2023 award", "born in 1990"."""
    units = scene.units
    nxt = units[i + 1] if i + 1 < len(units) and units[i + 1].sentence == units[i].sentence else None
    before = units[i - 1] if i else None
    if before is not None and before.low in ("a", "an", "the") and _names_behind_comma(scene, i):
        return True
    if before is not None and (scene.has(before, "determiner") or before.low in ("'s", "born", "dated")):
        if nxt is not None and nxt.kind in (UnitKind.WORD, UnitKind.MENTION) and not _closes(scene, i + 1):
            return not units[i].low.startswith(("the ", "that ", "this ")) or nxt.kind is UnitKind.MENTION
        return before.low in ("born", "dated")
    return i > 1 and units[i - 2].low == "born"


def _names_behind_comma(scene: Scene, i: int) -> bool:
    """True for "a December 3, 2020, article", "the June 3, 2023, protest": the comma that closes the year parts the date from what it names."""
    behind = scene.units[i + 1 : i + 3]
    if "," not in scene.units[i].low or len(behind) < 2 or behind[0].low != ",":
        return False
    return behind[1].kind is UnitKind.WORD and not _closes(scene, i + 2)


_CLOSING: Final = ("preposition", "conjunction", "subordinator", "relative", "be", "have", "modal", "adverb", "pronoun")


def _closes(scene: Scene, i: int) -> bool:
    return scene.has_any(scene.units[i], _CLOSING) or is_finite(scene, i) or scene.units[i].low in ("court", "a", "the")


def _belongs_elsewhere(place: EventPlace, i: int) -> bool:
    """True if the date is tied to another verb: one stands between, or another event stands before it in its clause."""
    scene = place.scene
    edge = skip_interposed(scene, place.group.first, place.start)
    between = range(i + 1, edge)
    verbs = [j for j in between if is_finite(scene, j) and scene.units[j - 1].low != ","]
    if _is_of_participle(place, i) or _is_of_saying(place, i):
        return True
    if _is_in_relative(place) and any(is_finite(scene, j) for j in range(place.start, place.group.first - 1)):
        return True  # "urged the court on 3 June not to forget X, who was sentenced"
    if _qualifies_noun(place) and any(is_finite(scene, j) for j in range(place.start, i)):
        return True  # "denied bail on Tuesday to the first person charged with"
    told = (
        _is_under_main_verb(scene, between) if place.type is not None else not any(scene.has(scene.units[j], "relative") for j in between)
    )
    if verbs and told and not _joins_last(scene, verbs, edge):
        return True  # a main verb stands before the clause: "urged on Thursday the release of X, who was sentenced to"
    earlier = [o for o in place.others if o < i]
    if not earlier:
        return False
    opening = i - 1
    while opening > max(earlier) and scene.has(scene.units[opening], "preposition"):
        opening -= 1
    behind = scene.units[i + 1] if i + 1 < len(scene.units) else None
    if behind is not None and scene.units[opening].low == "," and (behind.low == "," or scene.has(behind, "conjunction")):
        return True  # "had been arrested once, in September 2019, and was freed"
    return not (scene.has(scene.units[opening], "conjunction") or scene.units[opening].low in (",", ";", "then"))


_SAYS_SO: Final = frozenset("statement letter interview report post briefing press release communiqué message video speech".split())


def _is_of_saying(place: EventPlace, i: int) -> bool:
    """True for "said on Monday that X had been jailed", "in a statement on 4 May the ministry said X died": the day of the words."""
    scene, edge = place.scene, place.group.first
    if place.type is None:
        return False
    j = i - 1
    while j > place.start and scene.has_any(scene.units[j], ("preposition", "determiner")):
        j -= 1
    if j < place.start:
        return False
    said = scene.units[j]
    if scene.has(said, "speech_verb") and is_finite(scene, j):
        return scene.units[edge - 1].kind is not UnitKind.DATE and edge > i + 1 and not scene.has(scene.units[edge - 1], "conjunction")
    return said.low in _SAYS_SO and any(scene.has(scene.units[k], "speech_verb") for k in range(i + 1, edge))


def _is_under_main_verb(scene: Scene, between: range) -> bool:
    """True if a finite verb stands there outside of ", who …,", and no relative clause at all, or one behind that verb."""
    aside, main, relatives = False, None, 0
    for j in between:
        unit = scene.units[j]
        if scene.has(unit, "relative"):
            if main is not None and unit.low != "that" and all(scene.units[k].low != "," for k in range(j + 1, between.stop)):
                return True
            relatives += 1
            aside = scene.units[j - 1].low == ","
        elif unit.low == "," and aside:
            aside = False
        elif not aside and main is None and is_finite(scene, j) and scene.units[j - 1].low != ",":
            main = j
    return relatives == 0


def _is_in_relative(place: EventPlace) -> bool:
    """True for the passive right behind "who" or "which"; an active one goes on with the tale ("brought to a judge, who remanded them")."""
    before = place.scene.units[place.group.first - 1]
    return place.group.voice is Voice.PASSIVE and place.group.first > place.start and before.low in ("who", "which")


def _qualifies_noun(place: EventPlace) -> bool:
    """True for a participle right behind the noun it describes."""
    before = place.scene.units[place.group.first - 1]
    if place.group.voice is not Voice.REDUCED or place.group.first == place.start:
        return False
    return before.kind in (UnitKind.WORD, UnitKind.MENTION) and not place.scene.has_any(before, ("conjunction", "adverb", "preposition"))


def _is_of_participle(place: EventPlace, i: int) -> bool:
    """True for the date of "Locked up in January for a march, he was given …" and "the poet, taken in March by agents, is held and …"."""
    scene = place.scene
    if not any(scene.units[j].low == "," for j in range(i + 1, place.group.first)):
        return False
    for j in range(i - 1, place.start - 1, -1):
        unit = scene.units[j]
        opens = j == place.start or scene.units[j - 1].low in (",", ";", "—", "–", "(")
        if unit.kind is UnitKind.WORD and opens:
            return unit.low.endswith("ed") or scene.has(unit, "participle")
        if unit.low in (",", ";", "—", "–", "(") or is_finite(scene, j):
            return False
    return False


def _joins_last(scene: Scene, verbs: Sequence[int], edge: int) -> bool:
    """True if the verb at `edge` is joined by "and" to the only verb before it: they share what stands in front of both."""
    main = [j for j in verbs if j - 1 not in verbs]  # "was brought" is one verb
    return len(main) == 1 and edge - verbs[-1] > 1 and scene.units[edge - 1].low == "and"


def _is_joined_to(scene: Scene, other: int, group: VerbGroup) -> bool:
    near = range(max(other + 1, group.first - 3), group.first)
    return group.first > other and any(scene.has(scene.units[j], "conjunction") or scene.units[j].low == "," for j in near)


def _before_joined(place: EventPlace, verb: int) -> DateValue | None:
    """The date in front of the first of two joined verbs; a date after the first verb does not pass on."""
    if verb - 2 >= place.start and (found := usable(place, verb - 1)) is not None and place.scene.has(place.scene.units[verb - 2], "be"):
        return found  # "was this Tuesday placed under warrant and conducted to prison"
    for i in range(place.start, verb):
        if is_finite(place.scene, i) and i < verb - 4:
            return None
        if (found := usable(place, i)) is not None and i - place.start <= 6:
            return found
    return None
