"""Which dates does the text name, and where? The patterns of date expressions, each with the rule that says what day it is.

Values are EDTF. What an expression leans on is the publication date, a dateline, or the dates before it: `read/date_values.py`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import Final

from habeas.case.dates import Bound, DateValue, is_edtf
from habeas.case.passage import Span
from habeas.read import date_values as values
from habeas.read import day_words, persian_calendar
from habeas.read.numbers import NUMBER_WORDS, ORDINAL_WORDS

_MONTH: Final = r"(?P<month>(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?))"
# In any case of letters, for headlines in capitals and posts without them; only where a number or a preposition stands by it.
# What follows makes a name of the day: "the April 6 opposition movement", "25 January Revolution", "26 July Square".
_NO_NAME: Final = (
    r"(?!\s(?:[A-Z][\w-]+\s)?(?:Revolution|Movement|Uprising|Intifada|Alliance|Coalition|Brigades?|Front|Square|Street|Avenue|Bridge|Stadium"
    r"|Hospital|University|Party|Prize|Group|Forum|Network)\b|\s(?:[\w-]+\s)?movement\b)"
)
_MONTH_CAPS: Final = r"(?i:" + _MONTH + ")"
_DAY: Final = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_ORDINAL: Final = rf"(?P<ordinal>{'|'.join(ORDINAL_WORDS)})"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY: Final = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_WEEKDAY_ANY: Final = rf"(?:(?P<weekday3>MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)|(?:(?<=\bon )|(?<=\blast )|(?<=\bnext )|(?<=\bthis ))(?i:{_WEEKDAY})|{_WEEKDAY.replace('<weekday>', '<weekday2>')})"
_COUNT: Final = rf"(?P<count>\d{{1,3}}|an?|{NUMBER_WORDS}(?:-{NUMBER_WORDS})?)"
_UNIT: Final = r"(?P<unit>day|week|month|year)s?"
_SINCE: Final = re.compile(r"\b(?:since|from|starting|as of)\s(?:the\s|an?\s)?(?:early |late |mid-)?$", re.IGNORECASE)
_YEAR_HEADING: Final = re.compile(r"^\W{0,3}((?:19|20)\d\d)(?:\W{0,3}$|(?=[ \t]?[—–:-][ \t]))", re.MULTILINE)
_PERSIAN: Final = rf"(?P<persian>(?i:{'|'.join(persian_calendar.MONTHS)}))"
_Rule = Callable[[re.Match[str], values.Clock], str | None]


def find_dates(text: str, published: str | None) -> tuple[DateValue, ...]:
    """Every date that `text` names and that can be placed, in order of the text.

    `published` is the source's publication date in EDTF; only a full day serves to resolve relative dates. A dateline with a full date
    takes its place for what follows it.
    """
    clock_day, is_exact = latest, _ = _year_told(text, published) or _reference_day(published)
    headings = tuple((m.start(), int(m[1])) for m in _YEAR_HEADING.finditer(text))
    found: list[DateValue] = []
    is_day_first = _order_of_slashes(text) if "/" in text else None
    head: dt.date | None = None
    leant_on: list[DateValue] = []
    entry: tuple[dt.date, int] | None = None  # the day at the head of the paragraph, and where it ends
    for start, stop, rule, match in _candidates(text):
        if found and found[-1].span and found[-1].span.stop > start:
            continue
        if entry is not None and "\n" in text[entry[1] : start].strip(" .:—–-"):
            entry = None
        day = clock_day if is_exact or rule not in _NEEDS_A_DAY else None
        if entry is not None and rule in _NEEDS_A_DAY:
            day = entry[0]
        value = rule(match, values.Clock(text, day, tuple(leant_on[-6:]), headings, head, is_day_first))
        if value and is_edtf(value) and _is_in_reach(value) and not _compares(text, start):
            found.append(DateValue(value, Span(start, stop), _bound(text, start)))
            if rule is not values.near_day or not _is_in_quotes(text, start):
                leant_on.append(found[-1])
            if (of_item := _full_day(value)) and _is_dateline(text, start, stop) and (latest is None or of_item <= latest):
                clock_day, is_exact = of_item, True
            elif of_item and values.heads_entry(text, start, stop) and (latest is None or of_item <= latest):
                head, entry = of_item, (of_item, stop)
    return tuple(found)


def _is_in_quotes(text: str, start: int) -> bool:
    """True for the "today" of “I am using my right today”: of the day on which that was said, on which nothing else leans."""
    line = text.rfind("\n", 0, start) + 1
    return text.count("“", line, start) > text.count("”", line, start) or text.count('"', line, start) % 2 == 1


# "The first such charges since 2013", "the harshest verdict since the war of 1995": how long nothing of the kind happened.
_COMPARED: Final = re.compile(
    r"\b(?:the|its|their|her|his) (?:first|last|biggest|largest|worst|harshest|longest|toughest|heaviest|highest|most|only|[a-z]+est)\b"
    r"(?:(?!\b(?:has|have|had|held|was|were|is|are)\b)[^.,;:!?\n“”\"]){0,60}\bsince (?:the )?(?:early |late |mid-)?$"
)


def _compares(text: str, start: int) -> bool:
    """True for a date that only says since when there was nothing like it."""
    return _COMPARED.search(text, max(0, start - 100), start) is not None


_REACH: Final = range(1000, 9000)  # years that dates are reckoned from and to: what lies a thousand years further is still in the calendar


def _is_in_reach(edtf: str) -> bool:
    """True for a date without its year, or of one that press can be of."""
    return edtf.startswith("XXXX") or int(edtf[:4]) in _REACH


_SLASHES: Final = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:19|20)\d\d(?!\d)")


def _order_of_slashes(text: str) -> bool | None:
    """True if the dates with slashes put the day first, as one of them shows ("29/07/2024"); None where none does, or they differ."""
    pairs = [(int(m[1]), int(m[2])) for m in _SLASHES.finditer(text)]
    day_first, month_first = any(a > 12 >= b for a, b in pairs), any(b > 12 >= a for a, b in pairs)
    return day_first if day_first != month_first else None


# "Paris, October 27, 2022 –": a place, a full date and a dash at the head of a line.
_PLACE_BEFORE: Final = re.compile(r"(?:^|\n)[ \t(]*[A-Z][^\n.:;!?]{1,40}[,(/][ \t]*$")
_DASH_AFTER: Final = re.compile(r"[ \t]*\)?[ \t]*(?:[—–]|--|-[ \t])")


def _is_dateline(text: str, start: int, stop: int) -> bool:
    """True for the full date of a dateline: what follows, up to the next one, is told on that day (a digest has many)."""
    before = text[max(0, start - 60) : start]
    is_full = re.search(r"\d{4}", text[start:stop]) is not None
    return is_full and bool(_PLACE_BEFORE.search(before)) and bool(_DASH_AFTER.match(text, stop))


def _candidates(text: str) -> list[tuple[int, int, _Rule, re.Match[str]]]:
    """All pattern matches, first and longest first, so that "December 11, 2024" wins over "December 11"."""
    near = _neighbourhoods(text)
    hits = [
        (*match.span(), order, rule, match)
        for order, (pattern, rule, needs) in enumerate(_PATTERNS)
        for start, stop in (near[needs] if needs else ((0, len(text)),))
        for match in pattern.finditer(text, start, stop)
    ]
    hits.sort(key=lambda h: (h[0], -h[1], h[2]))
    chosen: list[tuple[int, int, _Rule, re.Match[str]]] = []
    end = -1
    for start, stop, _, rule, match in hits:
        if start >= end:
            chosen.append((start, stop, rule, match))
            end = stop
    return chosen


# One scan tells where a pattern can match at all: each holds one of these words, no further from its ends than `_AROUND` says.
_ANCHOR: Final = re.compile(
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    rf"|(?P<persian>\s(?:{'|'.join(persian_calendar.MONTHS)})\b)"
    r"|(?P<distance>(?:day|week|month|year)s?\s(?:ago|later|earlier|after|before|on,))"
    r"|(?P<unit>day|night|morning|evening|afternoon|tomorrow|month|year|week|hour|spring|summer|autumn|winter|minute)"
)
_AROUND: Final = {"month": (32, 60), "persian": (8, 40), "distance": (36, 40), "unit": (40, 60)}


def _neighbourhoods(text: str) -> dict[str, list[tuple[int, int]]]:
    """For each kind of anchor, the stretches of the text around its words, joined where they touch."""
    low = text.lower()
    if len(low) != len(text):  # "İ" has two code points in lower case
        low = "".join(c if len(lower := c.lower()) != 1 else lower for c in text)
    out: dict[str, list[tuple[int, int]]] = {kind: [] for kind in _AROUND}
    for match in _ANCHOR.finditer(low):
        kind = match.lastgroup or "unit"
        at = match.start()
        if kind == "month" and at and (low[at - 1].isalnum() or low[at - 1] == "_"):
            continue
        for of in (kind, "unit") if kind == "distance" else (kind,):
            before, after = _AROUND[of]
            start, stop = max(0, at - before), min(len(text), at + after)
            if out[of] and out[of][-1][1] >= start:
                out[of][-1] = (out[of][-1][0], stop)
            else:
                out[of].append((start, stop))
    return out


def _bound(text: str, start: int) -> Bound:
    before = text[max(0, start - 24) : start]
    if values.BY.search(before):
        return Bound.BY
    return Bound.SINCE if _SINCE.search(before) else Bound.ON


_OF_OUR_TIME: Final = re.compile(r"(?:19|20)\d\d(?P<month>-\d\d)?(?P<day>-\d\d)?")


def _full_day(edtf: str | None) -> dt.date | None:
    """The day, if one is given and of our time: a page without a date can say "0001-01-01"."""
    if edtf is None or (given := _OF_OUR_TIME.fullmatch(edtf)) is None or not given["day"]:
        return None
    return dt.date.fromisoformat(edtf)


def _reference_day(edtf: str | None) -> tuple[dt.date | None, bool]:
    """The day to reckon from, and whether it is exact: of a month of publication, its last day serves for whole months only."""
    if day := _full_day(edtf):
        return day, True
    if edtf and (given := _OF_OUR_TIME.fullmatch(edtf)) is not None and given["month"]:
        year, month = int(edtf[:4]), int(edtf[5:])
        return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1), False
    return None, False


# The words of a yearly report: what it tells happened in the year before it came out.
_EVENTS_OF: Final = re.compile(r"\bEvents of ((?:19|20)\d\d)\b")
_OF_THE_YEAR: Final = re.compile(
    r"\b(?:[Aa]t|[Aa]s of|[Bb]y) (?:the )?year(?:[’']s)?[ -]end\b|\b[Dd]uring the (?:reporting )?year\b|\bthe reporting (?:year|period)\b"
    r"|^Section \d\. (?:Respect for|Freedom|Political)",
    re.MULTILINE,
)
_COMES_OUT_BY: Final = 8  # the month of the next year by which yearly reports have come out


def _year_told(text: str, published: str | None) -> tuple[dt.date, bool] | None:
    """The last day of the year that a yearly report is about; None for other texts."""
    if (named := _EVENTS_OF.search(text, 0, 400)) is not None:
        return dt.date(int(named[1]), 12, 31), False
    came_out, _ = _reference_day(published)
    if came_out is None or came_out.month > _COMES_OUT_BY or not _OF_THE_YEAR.search(text):
        return None
    return dt.date(came_out.year - 1, 12, 31), False


# What a date looks like, what day it is, and the kind of anchor without which it cannot match.
_PATTERNS: Final[tuple[tuple[re.Pattern[str], _Rule, str | None], ...]] = (
    (re.compile(r"(?<![\d-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-])"), values.iso, None),
    (  # "2011/4/8", "2024.05.15": as they are written in East Asia
        re.compile(
            r"(?<![\d./-])(?P<year>(?:19|20)\d\d)(?P<sep>[./])(?P<number>0?[1-9]|1[0-2])(?P=sep)(?P<day>0?[1-9]|[12]\d|3[01])(?![\d/]|\.\d)"
        ),
        values.year_first,
        None,
    ),
    (
        re.compile(r"(?<![\d.])(?<!\d/)(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<year2>(?:19|20)\d\d|\d\d)(?![\d./]?\d)"),
        values.numeric,
        None,
    ),
    (re.compile(rf"\b{_MONTH_CAPS}\s{_DAY},?\s(?:of\s)?{_YEAR}\b"), values.day_month_year, "month"),
    (re.compile(rf"(?<![\w.]){_DAY}\s(?:of\s)?{_MONTH_CAPS},?\s(?:of\s)?{_YEAR}\b"), values.day_month_year, "month"),
    (re.compile(rf"\b{_MONTH_CAPS},?\s(?:of\s)?{_YEAR}\b"), values.month_year, "month"),
    (
        re.compile(rf"\b{_MONTH},? (?:of )?(?P<how>last|this|that|the same|the following|the next|following) year\b"),
        values.month_of_year,
        "month",
    ),
    (
        re.compile(rf"\b{_DAY}\s(?:of\s)?{_MONTH_CAPS},? (?:of )?(?:the )?(?P<how>last|this|that|same|following|(?<=the )next) year\b"),
        values.day_of_year,
        "month",
    ),
    (
        re.compile(rf"\b{_MONTH_CAPS}\s{_DAY},? (?:of )?(?:the )?(?P<how>last|this|that|same|following|(?<=the )next) year\b"),
        values.day_of_year,
        "month",
    ),
    (  # "on 14 March last"
        re.compile(
            rf"(?:(?<=[Oo]n )|(?<=[Ss]ince )){_DAY}\s(?:of\s)?{_MONTH} (?P<how>last)\b(?! (?:year|month|week|summer|autumn|winter|spring)\b)"
        ),
        values.last_one,
        "month",
    ),
    (re.compile(rf"(?<=[Ii]n ){_MONTH} (?P<how>last)\b(?! (?:year|month|week|summer|autumn|winter|spring)\b)"), values.month_only, "month"),
    (  # "In November 2023 - January 2024": some were taken then, and nobody's month is told
        re.compile(rf"(?<=[Ii]n ){_MONTH},?\s{_YEAR}\s?[-–—]\s?(?:{values.MONTH_NAMES}),?\s(?:19|20)\d\d\b"),
        values.of_none,
        "month",
    ),
    (re.compile(rf"\b{_MONTH_CAPS}\s\d{{1,2}}(?:\s?[-–]\s?|\sand\s|\sto\s)\d{{1,2}},?\s{_YEAR}\b"), values.month_year, "month"),
    (
        re.compile(
            rf"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) and {_MONTH},? {_YEAR}\b"
        ),
        values.year,
        "month",
    ),
    (re.compile(rf"\b{_MONTH}\s{_DAY}(?![\d:.,]?\d|\s(?:people|years|months|{_YEAR}))\b{_NO_NAME}"), values.day_month, "month"),
    (re.compile(rf"(?:(?<=\bon )|(?<=\bsince )|(?<=\buntil )){_MONTH_CAPS}\s{_DAY}(?![\d:.,]?\d)\b"), values.day_month, "month"),
    (re.compile(rf"(?<![\w.,:]){_DAY}\s(?:of\s)?{_MONTH_CAPS}(?!\w){_NO_NAME}"), values.day_month, "month"),
    (
        re.compile(
            rf"(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince )|(?<=\b[Bb]y )|(?<=\b[Uu]ntil )|(?<=\b[Oo]f )|(?<=\b[Ff]rom ))(?:early |late |mid-)?(?P<how>(?i:last|this|next|that|the next|the following|the previous) (?!may|march))?{_MONTH_CAPS}(?!\w|\s\d)"
        ),
        values.month_only,
        "month",
    ),
    (  # "Released February, after fourteen years", "15 years, Supreme Court, October", "this past February"
        re.compile(
            rf"(?:(?<=\b[Rr]eleased )|(?<=\b[Ff]reed )|(?<=\b[Aa]rrested )|(?<=\b[Tt]his past )|(?<=\b[Tt]he past )|(?<=, ))(?P<how>(?!))?(?!May\b){_MONTH}(?=[,;.)]|\s?$|\s?[/|])(?!,?\s\d)",
            re.M,
        ),
        values.month_only,
        "month",
    ),
    (  # "an April protest", "her May arrest"
        re.compile(
            rf"(?:(?<=\b[Aa] )|(?<=\b[Aa]n )|(?<=\b[Tt]he )|(?<=\b[Hh]is )|(?<=\b[Hh]er )|(?<=\b[Tt]heir )|(?<=[’']s ))(?P<how>(?!))?{_MONTH}(?=\s(?!of\b|to\b|and\b|or\b|in\b)[a-z]{{3}})"
        ),
        values.month_only,
        "month",
    ),
    (
        re.compile(
            rf"\b(?:early |late |mid-)?(?P<how>(?i:last|this|next|that|the next|the following|the previous) )(?:year's )?(?!may|march){_MONTH_CAPS}(?!\w|\s\d)"
        ),
        values.month_only,
        "month",
    ),
    (
        # The digits first and what stands before them after: a pattern that opens with look-behinds tries them at every character.
        re.compile(
            r"(?P<year>(?:19|20)\d\d)(?:(?<=\b[Ii]n \d{4})|(?<=\b[Ss]ince \d{4})|(?<=\b[Bb]y \d{4})|(?<=\b[Uu]ntil \d{4})|(?<=\b[Ff]rom \d{4})|(?<=\b[Oo]f \d{4})"
            r"|(?<=\bearly \d{4})|(?<=\blate \d{4})|(?<=\bmid-\d{4})|(?<=\bduring \d{4})|(?<=\bbefore \d{4})|(?<=\bafter \d{4}))(?![\d/]|-\d\d|\s(?:people|cases))\b"
        ),
        values.year,
        None,
    ),
    (re.compile(rf"(?m:^)\W{{0,3}}{_YEAR}(?=[ \t]?[—–:-][ \t])", re.M), values.year, None),
    (  # "on Wednesday of last week", "Monday last week", "last week on Thursday", "the Saturday before last"
        re.compile(
            rf"\b{_WEEKDAY},?\s(?:(?:of|in) )?(?:(?P<how>last|this|the same|that)\sweek|the week (?P<before>before last))\b|\b(?P<how2>[Ll]ast|[Tt]his) week,? on {_WEEKDAY.replace('<weekday>', '<weekday2>')}\b"
            rf"|\bthe {_WEEKDAY.replace('<weekday>', '<weekday3>')} (?P<before2>before last)\b"
        ),
        day_words.weekday_of_week,
        "unit",
    ),
    (
        re.compile(rf"\b(?:on )?the (?P<nth>first|second|third|fourth|last) {_WEEKDAY} (?:of|in) {_MONTH}(?:,?\s{_YEAR})?(?!\w)"),
        day_words.nth_weekday,
        "month",
    ),
    (re.compile(rf"\bthe last day of {_MONTH}(?:,?\s{_YEAR})?(?!\w)"), day_words.last_day_of, "month"),
    (
        re.compile(
            rf"\b(?P<how>(?i:last|next|this coming|this past|this) )?{_WEEKDAY_ANY}\b(?!,?\s(?:the\s)?(?:\d{{1,2}}\b(?!\s(?:days?|hours?|weeks?|months?|years?|people|a\.?m|p\.?m)\b|[:.]\d\d)|{_MONTH[len('(?P<month>') : -1]}\s\d))"
        ),
        values.weekday,
        "unit",
    ),
    (
        re.compile(
            r"\b(?:the day before yesterday|the day after tomorrow|today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening))\b",
            re.IGNORECASE,
        ),
        values.near_day,
        "unit",
    ),
    (
        re.compile(
            r"(?<!the )\b(?P<how>last|past|previous|this|next|coming|earlier this|later this)\s(?P<unit>month|year|week(?:end)?)\b",
            re.IGNORECASE,
        ),
        values.near_period,
        "unit",
    ),
    (
        re.compile(
            r"\b(?:(?P<how>last|this|that|the same|the following|the next|(?<=in )the|(?<=since )the|(?<=until )the|(?<=in )early|(?<=in )late|in|since)\s)?(?P<season>spring|summer|autumn|winter|(?<=that )fall|(?<=last )fall|(?<=same )fall)\b"
            r"(?:\s(?:of\s)?(?P<year>(?:19|20)\d\d)\b)?(?!\s(?-i:[A-Z]))",
            re.IGNORECASE,
        ),
        values.season,
        "unit",
    ),
    (
        re.compile(
            rf"(?<![\w.,:]){_DAY}\s(?:of\s)?{_PERSIAN}\b(?:,?\s(?P<theirs>1[34]\d\d)\b|,?\s(?:of\s)?(?:the\s)?(?P<how>last|this)\syear\b)?"
        ),
        values.persian,
        "persian",
    ),
    (re.compile(r"\b(?:later|earlier)\s(?:in\s)?that\s(?:same\s)?(?P<unit>year|month)\b", re.IGNORECASE), values.of_that_year, "unit"),
    (
        re.compile(
            r"\b(?:the|that|this very|in that) same week\b|\b(?:earlier |later )?(?:in )?that week\b|\b(?:earlier|later) in the week\b",
            re.IGNORECASE,
        ),
        day_words.of_that_week,
        "unit",
    ),
    (
        re.compile(
            rf"\bthe (?:(?:{_ORDINAL}|(?P<day>[0-3]?\d)(?:st|nd|rd|th)?) (?:of the month|of (?P<last>last) month|instant)|(?P<part>beginning|start|first days) of the month)\b",
            re.IGNORECASE,
        ),
        day_words.of_the_month,
        None,
    ),
    (
        re.compile(
            r"\b(?:the (?:beginning|start|first days) of the year|(?<=since )the new year|(?<=in )the new year|(?<=at )the new year)\b",
            re.IGNORECASE,
        ),
        day_words.of_the_year,
        None,
    ),
    (
        re.compile(
            r"(?:(?m:^)\W{0,3}|(?<=UPDATE )|(?<=Update ))(?P<day>0?[1-9]|[12]\d|3[01])[./](?P<number>0?[1-9]|1[0-2])(?:\.(?!\d)|(?=[ ,:;)\]]))(?!\s?(?:[ap]\.?m|%|km|million|per))"
            r"|(?<=\b[Oo]n )(?P<day3>0?[1-9]|[12]\d|3[01])[./](?P<number3>0?[1-9]|1[0-2])(?![\d./])"
        ),
        day_words.day_and_month,
        None,
    ),
    (
        re.compile(
            r"\b(?P<name>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:(?:s|nes|rs|ur)?day)?,?\s(?:the )?(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?(?=[.:,;)\n]|\s(?:[a-z]|[A-Z][a-z]+\s(?:Court|District|police)))(?!\s(?:days?|hours?|weeks?|months?|years?|people|[ap]\.?m|of\b|January|February|March|April|May|June|July|August|September|October|November|December)|[:.]\d\d)"
        ),
        day_words.weekday_and_day,
        None,
    ),
    (re.compile(r"(?:(?m:^)\W{0,3}|(?<=UPDATE, ))(?P<name>(?i:Mon|Tue|Wed|Thu|Fri|Sat|Sun))(?=\s?[|:–—-])"), day_words.weekday_head, None),
    (
        re.compile(
            rf"(?:\b(?:(?P<between>[Bb]etween)|[Ff]rom|[Nn]ight of(?: the)?)\s|(?<![\d./–-])(?=\d{{1,2}}\s?[-–]\s?\d))(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?:\s(?:and|to|until)\s|\s?[-–]\s?)\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?(?!\w)"
        ),
        day_words.of_days,
        "month",
    ),
    (
        re.compile(
            rf"(?<!Merry )(?<!of )\bChristmas\b(?!\s(?:Eve|Day|Island|party|card|tree|carol|service|mass|market|song|concert|present|message))(?:,?\s(?:of\s)?{_YEAR})?"
        ),
        day_words.christmas,
        None,
    ),
    (
        re.compile(
            rf"\b[Aa]fter {_COUNT} (?P<unit>day|week)s?\b(?=,|\.|;|\s(?:he|she|they|was|were|without|with|of questioning|on bail)\b)"
        ),
        day_words.after_days,
        "unit",
    ),
    (re.compile(rf"\b{_COUNT}\s{_UNIT}\sago\b", re.IGNORECASE), values.ago, "distance"),
    (
        re.compile(
            r"(?:\b(?:the|that)\s(?:very\s)?|(?:(?<=^)|(?<=[.;]\s))|(?=next\s(?:day|morning|evening|night)\b))(?P<how>same|next|following|previous)\s(?P<unit>day|month|year|morning|evening|night|afternoon)\b",
            re.IGNORECASE | re.MULTILINE,
        ),
        values.after_last,
        "unit",
    ),
    (
        re.compile(
            r"\b(?:that\s(?:very\s)?(?P<unit>day)|that\s(?:very\s)?(?:night|evening|morning|afternoon)|(?:later|earlier)\s(?:in\sthe|that)\s(?P<unit2>day)|(?:\w+\s)?(?:hours?|minutes?)\slater)\b",
            re.IGNORECASE,
        ),
        values.that_day,
        "unit",
    ),
    (
        re.compile(
            r"(?=[Tt]h)(?:"  # looked for first: most places are none of these
            r"(?:(?<=\b[Oo]n )|(?<=\b[Ss]ince )|(?<=\b[Uu]ntil )|(?<=\b[Bb]y )|(?<=\b[Tt]o )|(?<=\bof )|(?<=[,;(–—] )|(?<=[.!?:] )|(?m:^))(?:[Tt]he|this past|this) (?P<day>[0-3]?\d)(?:st|nd|rd|th)\b"
            r"(?!\s(?:of\s)?[A-Z]|\sof\s(?:this|the|that)\s|\s(?:instant|day|time|floor|anniversary|place|century|birthday|year|grade|hearing|session|round|edition|amendment)|-)"
            r"|\b(?:this|the) past (?P<day2>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\s(?:of\b|[A-Z]|years|months|weeks|days|hours)))"
        ),
        values.day_alone,
        None,
    ),
    (  # "the third of March", "on the third of this month"
        re.compile(rf"\bthe {_ORDINAL} (?:day )?of (?:{_MONTH}(?:,?\s(?:of\s)?{_YEAR})?|this (?P<this>month))(?!\w){_NO_NAME}"),
        day_words.day_in_words,
        None,
    ),
    (re.compile(r"\bthe (?P<day>[0-3]?\d)(?:st|nd|rd|th)? of this (?P<this>month)\b", re.IGNORECASE), day_words.day_in_words, None),
    (  # "on the tenth day of the hunger strike", "on day four"
        re.compile(
            rf"(?<=\b[Oo]n )(?:the {_ORDINAL} day|day (?P<count>\d{{1,2}}|{NUMBER_WORDS}))\b(?!\s(?:of|in)\s(?:the|his|her|their|a)\s(?:\w+\s)?(?:trial|hearings?|proceedings|talks|visit|month|congress|summit|week))"
        ),
        day_words.nth_day,
        "unit",
    ),
    (
        re.compile(
            rf"\b(?P<feast>New Year[’']s Eve|New Year[’']s Day|Christmas Eve|Christmas Day|Boxing Day|May Day)(?:,?\s(?:of\s)?{_YEAR})?\b"
        ),
        day_words.feast,
        None,
    ),
    (re.compile(r"\b(?:at|over|during) the (?P<unit>weekend)\b", re.IGNORECASE), day_words.weekend, "unit"),
    (
        re.compile(
            rf"\b{_COUNT}\syears?\sago\stoday\b|\btoday,? (?:it is|it[’']s|marks|makes|is) (?:exactly )?{_COUNT.replace('<count>', '<count2>')}\syears? since\b"
            rf"|\b(?:it is|it[’']s) (?:exactly )?{_COUNT.replace('<count>', '<count3>')}\syears? today since\b",
            re.IGNORECASE,
        ),
        day_words.years_ago_today,
        "unit",
    ),
    (re.compile(r"\ba fortnight ago\b", re.IGNORECASE), day_words.a_fortnight_ago, None),
    (
        re.compile(
            r"\bthe\s(?P<unit>day|month|year)\s(?P<how>before|after|earlier|later)(?=[.,;:)\n]|\s(?:for|in|at|by|on|over|and)\s|$)",
            re.IGNORECASE | re.MULTILINE,
        ),
        values.after_last,
        "distance",
    ),
    (
        re.compile(
            rf"\b{_COUNT}\s{_UNIT}\s(?P<how>(?:later|earlier)(?!\s(?:this|that|last|in\sthe)\s)|afterwards?|on(?=,)|(?:before|after)(?:(?=[.,;:)\n]|$)|\s(?:that|this)(?=[.,;:)\n]|$|\s(?:(?:an?|at|he|her|his|in|it|on|she|the|their|they|was|were)\b|(?-i:[A-Z])))))",
            re.IGNORECASE | re.MULTILINE,
        ),
        values.after_last,
        "distance",
    ),
)


_NEEDS_A_DAY: Final = (values.weekday, values.near_day, values.ago, day_words.weekday_of_week, day_words.a_fortnight_ago)


def find_stated_publication(text: str) -> str | None:
    """The publication date that the page itself prints: on a line that holds little else, or in a dateline.

    Not one of a timeline: where three lines or more hold a lone date, none of them is the page's own.
    """
    stated = [m for pattern in (_LONE_DATE, _STATEMENT_DATE, _DATELINE) for m in pattern.finditer(text)]
    lone = [m for m in stated if m.re is _LONE_DATE]
    for line in sorted(stated, key=lambda m: m.start()):
        if len(lone) >= 3 and line.re is _LONE_DATE:
            continue
        values = find_dates(line[0], None)
        told = values[0 if line.re is _LONE_DATE else -1].edtf if values else ""
        if re.fullmatch(r"\d{4}-\d\d-\d\d", told):
            return told
    return None


_FULL: Final = (
    r"(?:(?:\w+day|Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s)?(?:\d{1,2}\s[A-Z]\w{2,8}\.?,?\s\d{4}|[A-Z]\w{2,8}\.?\s\d{1,2},?\s\d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}"
    r"|\d{4}(?:-\d\d-\d\d|[./]\d{1,2}[./]\d{1,2}))"
)
_STAMP: Final = r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s\(?[A-Z]{2,4}\)?)?"
_LABEL: Final = r"(?:(?:[Ff]irst |[Ll]ast |LAST )?(?i:publish(?:ed)?|updated|posted|modified|date)(?: [Oo]n)?\s?[:-]?\s*)?"
# "Posted 2011/4/8", "12:00 AM, January 04, 2019 / LAST MODIFIED: 12:00 AM, January 04, 2019", "Updated - May 15, 2024 10:23 pm IST - SRINAGAR"
_LONE_DATE: Final = re.compile(
    rf"^[-–|•\s]*{_LABEL}(?:{_STAMP}[,\s|]+)?{_FULL}(?:[,\s|–-]*{_STAMP})?(?:[ \t]-[ \t][A-Z]{{3,20}}|[ \t]*[/|][ \t]*(?i:last modified|updated)\b[^\n]{{0,40}})?[ \t]*$",
    re.MULTILINE,
)
# "Statement of 5 December 2024", "Press release, Washington, 9 August 2023", "Baku, 12 December 2024"
_STATEMENT_DATE: Final = re.compile(
    rf"^(?:(?:[A-Z][\w.’'-]*|statement|press|release|communiqué|resolution|appeal|letter|of|on|the|for)[ ,:/|–-]+){{1,8}}{_FULL}[.:]?[ \t]*$",
    re.MULTILINE,
)
# "MINSK - March 3, 2023. The court …", "Baku/11.12.24/BD: The court …"
_DATELINE: Final = re.compile(
    rf"^(?:[A-Z][\w.’'-]*[ ,/-]{{1,3}}){{1,4}}(?:[—–-]\s)?{_FULL}(?:\s\([^)\n]{{2,30}}\))?\s?[.:—–-]|^[A-Z][\w .'-]{{1,30}}/\d{{1,2}}\.\d{{1,2}}\.(?:\d{{4}}|\d\d)\b",
    re.MULTILINE,
)
