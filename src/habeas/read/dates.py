"""Which dates does the text name, and what days are they?

Values are EDTF. A date without its year is resolved against the publication date, by the run of the text and by words that
look ahead; without a publication date it stays `XXXX-12-11`. Relative words ("on Monday", "last November", "the next month")
are resolved only where the text gives what they lean on. Nothing is guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from habeas.case.dates import Bound, DateValue, is_edtf
from habeas.case.passage import Span
from habeas.read import persian_calendar
from habeas.read.numbers import NUMBER_WORDS, number_value

_MONTHS: Final = {
    name: i + 1
    for i, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ]
    )
    for name in names.split()
}
_DAYS: Final = {d: i for i, d in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])}
_MONTH: Final = r"(?P<month>(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?))"
# In any case of letters, for headlines in capitals and posts without them; only where a number or a preposition stands by it.
_MONTH_CAPS: Final = r"(?i:" + _MONTH + ")"
_DAY: Final = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY: Final = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_WEEKDAY_ANY: Final = rf"(?:(?P<weekday3>MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)|(?:(?<=\bon )|(?<=\blast )|(?<=\bnext )|(?<=\bthis ))(?i:{_WEEKDAY})|{_WEEKDAY.replace('<weekday>', '<weekday2>')})"
_COUNT: Final = rf"(?P<count>\d{{1,3}}|an?|{NUMBER_WORDS}(?:-{NUMBER_WORDS})?)"
_UNIT: Final = r"(?P<unit>day|week|month|year)s?"
# Look-ahead words: a date after them, or a clause that holds them, lies in the future of the text.
_FUTURE: Final = re.compile(
    r"\b(?:will(?! have)|shall|'ll|’ll|would(?! have| be re(?:called|membered))|scheduled|set for|set to|slated|due (?:on|to|in|at|for)|expected|upcoming|next (?:hearing|session|sitting|trial)|is to (?:be|begin|take)"
    r"|are to|postponed|adjourned|(?:until|till)\b(?!.*,)|expires?|to be held|hearing is)\b",
    re.IGNORECASE,
)
_BY: Final = re.compile(r"\b(?:by|until|till|before|through|up to|no later than)\s(?:the\s)?$", re.IGNORECASE)
_SINCE: Final = re.compile(r"\b(?:since|from|starting|as of)\s(?:the\s)?(?:early |late |mid-)?$", re.IGNORECASE)
_SENTENCE_ENDS: Final = re.compile(r"[.!?;][”\"’)]*\s|\n")
_WHOLE_DAY: Final = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_YEAR_HEADING: Final = re.compile(r"^\W{0,3}((?:19|20)\d\d)(?:\W{0,3}$|(?=[ \t]?[—–:-][ \t]))", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Clock:
    """What a date expression may lean on: the publication day, the dates before it, and the text around it."""

    text: str
    published: dt.date | None
    earlier: tuple[DateValue, ...]
    headings: tuple[tuple[int, int], ...]
    is_day_first: bool | None = None  # what the text's other dates with slashes tell of their order

    def last(self) -> DateValue | None:
        return self.earlier[-1] if self.earlier else None

    def last_day(self) -> DateValue | None:
        """The last date that is a full day: what "the same day" and "two days later" lean on."""
        return next((d for d in reversed(self.earlier) if _WHOLE_DAY.fullmatch(d.edtf)), None)

    def heading_year(self, position: int) -> int | None:
        """The year of the list heading ("2021" alone on its line) that `position` stands under."""
        years = [year for start, year in self.headings if start < position]
        return years[-1] if years else None

    def looks_ahead(self, match: re.Match[str]) -> bool:
        """True if the clause up to the date speaks of what is to come."""
        start = max(self.text.rfind(". ", 0, match.start()), self.text.rfind("\n", 0, match.start()), match.start() - 90, 0)
        before = self.text[start : match.start()]
        cut = max(before.rfind(mark) for mark in (";", ":", " after ", " who ", " which ", " since ", " when "))
        if _BY.search(before[-24:]) and re.compile(r",?\s(?:when|after which)\b").match(self.text, match.end()):
            return False  # "was held until 9 September, when he was moved": both have been
        after = re.match(r"[^.;\n]{0,28}", self.text[match.end() : match.end() + 30])
        return bool(_FUTURE.search(before[cut + 1 :])) or bool(
            after and re.search(r"\b(?:will|is to be|is expected|is scheduled)\b", after[0])
        )


_PERSIAN: Final = rf"(?P<persian>(?i:{'|'.join(persian_calendar.MONTHS)}))"
_Rule = Callable[[re.Match[str], _Clock], str | None]


def find_dates(text: str, published: str | None) -> tuple[DateValue, ...]:
    """Every date that `text` names and that can be placed, in order of the text.

    `published` is the source's publication date in EDTF; only a full day serves to resolve relative dates. A dateline with a full date
    takes its place for what follows it.
    """
    clock_day, is_exact = _year_told(text, published) or _reference_day(published)
    headings = tuple((m.start(), int(m[1])) for m in _YEAR_HEADING.finditer(text))
    found: list[DateValue] = []
    is_day_first = _order_of_slashes(text) if "/" in text else None
    for start, stop, rule, match in _candidates(text):
        if found and found[-1].span and found[-1].span.stop > start:
            continue
        day = clock_day if is_exact or rule not in _NEEDS_A_DAY else None
        value = rule(match, _Clock(text, day, tuple(found[-6:]), headings, is_day_first))
        if value and is_edtf(value) and _is_in_reach(value):
            found.append(DateValue(value, Span(start, stop), _bound(text, start)))
            if (of_item := _full_day(value)) and _is_dateline(text, start, stop) and (clock_day is None or of_item <= clock_day):
                clock_day, is_exact = of_item, True
    return tuple(found)


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
    if _BY.search(before):
        return Bound.BY
    return Bound.SINCE if _SINCE.search(before) else Bound.ON


_REACH: Final = range(1000, 9000)  # years that dates are reckoned from and to: what lies a thousand years further is still in the calendar


def _is_in_reach(edtf: str) -> bool:
    """True for a date without its year, or of one that press can be of."""
    return edtf.startswith("XXXX") or int(edtf[:4]) in _REACH


def _full_day(edtf: str | None) -> dt.date | None:
    if edtf is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", edtf):
        return None
    return dt.date.fromisoformat(edtf)


def _reference_day(edtf: str | None) -> tuple[dt.date | None, bool]:
    """The day to reckon from, and whether it is exact: of a month of publication, its last day serves for whole months only."""
    if edtf is None or not _is_in_reach(edtf):
        return None, False
    if day := _full_day(edtf):
        return day, True
    if re.fullmatch(r"\d{4}-\d\d", edtf):
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


_SMALL_LETTERS: Final = str.maketrans("İıſ", "iis")  # what matches "i" or "s" in any case, but has another small letter


def _small(words: str | None) -> str:
    """The words in small letters as the tables have them; nothing of None."""
    return (words or "").translate(_SMALL_LETTERS).lower()


def _month_number(match: re.Match[str]) -> int:
    return _MONTHS[_small(match["month"]).rstrip(".")]


def _day_month_year(match: re.Match[str], clock: _Clock) -> str | None:
    return f"{match['year']}-{_month_number(match):02d}-{int(match['day']):02d}"


def _month_year(match: re.Match[str], clock: _Clock) -> str | None:
    return f"{match['year']}-{_month_number(match):02d}"


def _numeric(match: re.Match[str], clock: _Clock) -> str | None:
    """11.12.2024 is day first, as all countries that print dots do; with slashes where it or another of the text leaves no doubt."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["year2"])
    year += 2000 if year < 100 else 0
    if match["sep"] == "/" and first <= 12 and second <= 12 and first != second and clock.is_day_first is None:
        return None
    is_turned = match["sep"] == "/" and (second > 12 or (clock.is_day_first is False and first <= 12))
    day, month = (second, first) if is_turned else (first, second)
    return f"{year}-{month:02d}-{day:02d}"


def _iso(match: re.Match[str], clock: _Clock) -> str | None:
    return match[0]


_OF_A_PAPER: Final = re.compile(r"(?:\d|[Cc]ase|[Nn]o\.?|[Ll]aw|[Aa]ct|[Dd]ecree|[Oo]rder)\sof\s$")


def _year(match: re.Match[str], clock: _Clock) -> str | None:
    """A year alone; not that of a paper ("Case 212 of 2023")."""
    return None if _OF_A_PAPER.search(clock.text, max(0, match.start() - 12), match.start()) else match["year"]


def _day_month(match: re.Match[str], clock: _Clock) -> str | None:
    """A day without its year: under a year's heading, in the sentence of a full date, else the nearest one to publication."""
    month, day = _month_number(match), int(match["day"])
    bare = f"XXXX-{month:02d}-{day:02d}"
    if year := clock.heading_year(match.start()) or _year_of_sentence(match, clock, month, day):
        return f"{year}{bare[4:]}"
    if clock.published is None:
        return bare
    if (explicit := _month_of_text(match, clock, month)) is not None:
        return f"{explicit}{bare[4:]}"
    return _nearest(clock.published, month, day, is_future=clock.looks_ahead(match))


def _nearest(published: dt.date, month: int, day: int, *, is_future: bool) -> str | None:
    """The day in the year that makes it the last before publication, or the next one where the text looks ahead."""
    for year in (published.year, published.year + 1) if is_future else (published.year, published.year - 1):
        try:
            candidate = dt.date(year, month, day)
        except ValueError:
            continue
        # A day of slack: an outlet's date line can run ahead of the event's by one time zone.
        if (is_future and candidate >= published) or (not is_future and candidate <= published + dt.timedelta(days=1)):
            return candidate.isoformat()
    return None


_OPENS: Final = re.compile(r"(?:^|[.!?;:\n][”\"’)]*\s*)(?:In|Since|By|During|Early in|Late in)?(?:\s(?:early|late))?\s?$")


def _year_of_sentence(match: re.Match[str], clock: _Clock, month: int, day: int) -> int | None:
    """The year of a fuller date earlier in the same sentence: "arrested on March 17, 2023, and sentenced on June 5"."""
    last = clock.last()
    if last is None or last.span is None or last.edtf.startswith("XXXX") or last.span.start < match.start() - 300:
        return None
    between = clock.text[last.span.stop : match.start()]
    if re.search(r"[.!?][”\"’)]*\s+[A-Z“\"]|\n", between) or not re.search(r"\d{4}", last.span.words(clock.text)):
        return None
    if len(last.edtf) == 4 and not _OPENS.search(clock.text, max(0, last.span.start - 16), last.span.start):
        return None  # "sentenced in 2016 to ten years, she died on October 29"
    year = int(last.edtf[:4])
    if last.edtf[5:7] and (month, day) < (int(last.edtf[5:7]), int(last.edtf[8:10] or 1)):
        # Going back within the year is a recital ("after his arrest on May 3"); otherwise it is the next year, if that has been.
        is_recital = re.search(r"\b(?:after|following|had been|who was|since)\b", between)
        if not is_recital and clock.published and dt.date(year + 1, month, min(day, 28)) <= clock.published:
            return year + 1
    return year


def _month_of_text(match: re.Match[str], clock: _Clock, month: int) -> int | None:
    """The year of the last full date, if it lies further back than a year and this one follows it in the same paragraph."""
    last = clock.last()
    if last is None or last.span is None or clock.published is None or not re.match(r"\d{4}", last.edtf):
        return None
    if len(last.edtf) == 4 and not _OPENS.search(clock.text, max(0, last.span.start - 16), last.span.start):
        return None
    between = clock.text[last.span.stop : match.start()]
    if "\n" in between or len(between) > 250 or clock.looks_ahead(match):
        return None
    year = int(last.edtf[:4])
    if clock.published.year - year < 2 or "published" in between:
        return None
    return year if not last.edtf[5:7] or month >= int(last.edtf[5:7]) else year + 1


def _month_only(match: re.Match[str], clock: _Clock) -> str | None:
    month, how = _month_number(match), _small(match["how"])
    if year := clock.heading_year(match.start()):
        return f"{year}-{month:02d}"
    last = clock.last()
    if how.strip() in ("that", "the next", "the following") and last and re.match(r"\d{4}-\d\d", last.edtf):
        # "bail that October", "charged the next April": the first such month after the date told last.
        return f"{int(last.edtf[:4]) + (month < int(last.edtf[5:7]) or ('next' in how and month == int(last.edtf[5:7]))):04d}-{month:02d}"
    if how.strip() == "that" and last and re.fullmatch(r"\d{4}", last.edtf):
        return f"{last.edtf}-{month:02d}"  # "The trouble began in 2018. That November …"
    if clock.published is None:
        return f"XXXX-{month:02d}"
    year, now = clock.published.year, clock.published.month
    if "next" in how or (clock.looks_ahead(match) and "last" not in how):
        return f"{year if month >= now else year + 1}-{month:02d}"
    if "previous" in how and last and re.match(r"\d{4}-\d\d", last.edtf):
        return f"{int(last.edtf[:4]) - (month >= int(last.edtf[5:7])):04d}-{month:02d}"
    if "last" in how:
        return f"{year if month < now else year - 1}-{month:02d}"
    if last and last.span and re.match(r"\d{4}-", last.edtf) and not _SENTENCE_ENDS.search(clock.text, last.span.stop, match.start()):
        told = int(last.edtf[:4])
        if clock.published.year - told >= 2 and month >= int(last.edtf[5:7]) and match.start() - last.span.stop < 200:
            return f"{told}-{month:02d}"
    return f"{year if month <= now else year - 1}-{month:02d}"


def _month_of_year(match: re.Match[str], clock: _Clock) -> str | None:
    """ "December last year", "in May of the same year"."""
    if _small(match["how"]) in ("that", "the same", "same"):
        last = clock.last()
        return f"{last.edtf[:4]}-{_month_number(match):02d}" if last else None
    if clock.published is None:
        return f"XXXX-{_month_number(match):02d}"
    return f"{clock.published.year - (_small(match['how']) == 'last'):04d}-{_month_number(match):02d}"


def _day_of_year(match: re.Match[str], clock: _Clock) -> str | None:
    """ "4 September of the last year"."""
    month = _month_of_year(match, clock)
    return f"{month}-{int(match['day']):02d}" if month else None


def _weekday(match: re.Match[str], clock: _Clock) -> str | None:
    """The last such day up to publication; the next one after "next", "this coming" or where the clause looks ahead."""
    if clock.published is None:
        return None
    back = (clock.published.weekday() - _DAYS[_small(match["weekday"] or match["weekday2"] or match["weekday3"])]) % 7
    how = _small(match["how"])
    if "next" in how or "coming" in how or ("last" not in how and clock.looks_ahead(match)):
        return (clock.published + dt.timedelta(days=(7 - back) % 7 or 7)).isoformat()
    if "last" in how and back == 0:
        back = 7
    return (clock.published - dt.timedelta(days=back)).isoformat()


def _near_day(match: re.Match[str], clock: _Clock) -> str | None:
    if clock.published is None:
        return None
    word = _small(match[0])
    shift = (
        -2
        if word.startswith("the day before")
        else 2
        if "after tomorrow" in word
        else -1
        if word in ("yesterday", "last night")
        else 1
        if word == "tomorrow"
        else 0
    )
    return (clock.published + dt.timedelta(days=shift)).isoformat()


def _of_that_year(match: re.Match[str], clock: _Clock) -> str | None:
    """ "later that year", "later that month": that of the date told last."""
    last = clock.last()
    told = re.match(r"\d{4}(-\d\d)?", last.edtf) if last is not None else None
    if told is None:
        return None
    return told[0][:4] if _small(match["unit"]) == "year" else told[0] if told[1] else None


def _near_period(match: re.Match[str], clock: _Clock) -> str | None:
    """ "last month", "this year", "next year", against publication."""
    if clock.published is None:
        return None
    shift = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1, "earlier this": 0, "later this": 0}[
        _small(match["how"])
    ]
    if _small(match["unit"]) in ("week", "weekend"):  # of a week that is past the month alone is sure
        return (clock.published + dt.timedelta(days=7 * shift)).isoformat()[:7]
    return _shifted(clock.published, shift, _small(match["unit"]))


def _shifted(day: dt.date, count: int, unit: str) -> str | None:
    """The day, month or year that lies `count` units away, no more precise than the unit; weeks say no day."""
    if unit == "day":
        return (day + dt.timedelta(days=count)).isoformat()
    if unit == "year":
        return f"{day.year + count:04d}"
    if unit == "month":
        months = day.year * 12 + day.month - 1 + count
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    return None


def _persian(match: re.Match[str], clock: _Clock) -> str | None:
    """ "16 Mehr 1403", "10 Mehr of last year", "17 Aban": the last such day up to publication, where no year is told."""
    month, day = persian_calendar.MONTHS[_small(match["persian"])], int(match["day"])
    if match["theirs"]:
        found = persian_calendar.day_of(int(match["theirs"]), month, day)
        return found.isoformat() if found is not None else None
    if clock.published is None:
        return None
    year = persian_calendar.year_on(clock.published) - (_small(match["how"]) == "last")
    found = persian_calendar.day_of(year, month, day)
    if found is not None and not match["how"]:
        if clock.looks_ahead(match):
            found = persian_calendar.day_of(year + 1, month, day) if found < clock.published else found
        elif found > clock.published:
            found = persian_calendar.day_of(year - 1, month, day)
    return found.isoformat() if found is not None else None


_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}  # the month in which each begins


def _season(match: re.Match[str], clock: _Clock) -> str | None:
    """ "last autumn", "the following summer": of a season the year alone is told."""
    begins, how, last = _SEASONS[_small(match["season"])], _small(match["how"]), clock.last()
    if how in ("that", "the same", "the following", "the next"):
        told = re.match(r"(\d{4})(?:-(\d\d))?", last.edtf) if last is not None else None
        if told is None:
            return None
        is_next = "that" not in how and "same" not in how and (told[2] is None or int(told[2]) >= begins)
        return f"{int(told[1]) + is_next:04d}"
    if clock.published is None:
        return None
    if begins == _SEASONS["winter"] and clock.published.month < begins:
        return None  # a winter has two years
    return f"{clock.published.year - (how == 'last' and clock.published.month < begins + 3):04d}"


def _ago(match: re.Match[str], clock: _Clock) -> str | None:
    count = number_value(match["count"])
    if clock.published is None or count is None:
        return None
    unit = _small(match["unit"])
    if unit == "week":
        return (clock.published - dt.timedelta(days=7 * int(count))).isoformat()
    return _shifted(clock.published, -int(count), unit)


_LEANS: Final = 400  # characters back to the date that "two days later" may lean on


def _after_last(match: re.Match[str], clock: _Clock) -> str | None:
    """ "the same day", "the next month", "two days later": leans on the last date that the text named."""
    groups = match.groupdict()
    unit = _small(groups["unit"])
    unit = unit if unit in ("week", "month", "year") else "day"
    last = clock.last_day() if unit == "day" else clock.last()
    if last is None or last.span is None or match.start() - last.span.stop > _LEANS:
        return None
    how = _small(groups.get("how"))
    count = (
        number_value(groups["count"])
        if groups.get("count")
        else (0 if how == "same" else -1 if "previous" in how or "before" in how else 1)
    )
    if count is None:
        return None
    if groups.get("count") and how in ("earlier", "before"):
        count = -count
    return _lean(last.edtf.rstrip("~"), int(count), unit)


def counted_back(date: DateValue, count: str, unit: str) -> DateValue | None:
    """The date that lies `count` hours, days or weeks before `date`; of a distance of more than a month the month alone is sure."""
    number = number_value(count)
    if number is None:
        return None
    edtf = date.edtf if unit == "hour" else _lean(date.edtf.rstrip("~"), -int(number), unit)
    if edtf and int(number) * (7 if unit == "week" else 1) > 31 and unit != "hour":
        edtf = edtf[:7]
    return DateValue(edtf, date.span, Bound.ON) if edtf else None


def _day_alone(match: re.Match[str], clock: _Clock) -> str | None:
    """ "on the 20th": in the month of the date told last, or in the next one if that day was past; else the last such day."""
    day, last = int(match["day"]), clock.last()
    if last is not None and last.span is not None and match.start() - last.span.stop <= 400:
        known = re.fullmatch(r"(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?", last.edtf)
        if known is None:
            return None
        month = int(known[2]) + (known[3] is not None and int(known[3]) > day)
        if month > 12:
            return None if known[1] == "XXXX" else f"{int(known[1]) + 1:04d}-01-{day:02d}"
        return f"{known[1]}-{month:02d}-{day:02d}"
    if clock.published is None:
        return None
    month_start = clock.published.replace(day=1)
    if day > clock.published.day:
        month_start = (month_start - dt.timedelta(days=1)).replace(day=1)
    return f"{month_start.year:04d}-{month_start.month:02d}-{day:02d}"


def _that_day(match: re.Match[str], clock: _Clock) -> str | None:
    """ "that day", "earlier in the day": the last day that the text named, else the day of publication."""
    last = clock.last()
    if last and _WHOLE_DAY.fullmatch(last.edtf):
        return last.edtf
    return clock.published.isoformat() if clock.published and match["unit2"] else None


def _lean(edtf: str, count: int, unit: str) -> str | None:
    if edtf.startswith("XXXX"):  # in a year that is not known, as long as it stays the same one
        year = "2004" if edtf.endswith("-02-29") else "2001"
        found = _lean(year + edtf[4:], count, unit)
        return "XXXX" + found[4:] if found is not None and found.startswith(f"{year}-") else None
    parts = [int(p) for p in edtf.split("-")]
    if unit == "week":
        return (dt.date(*parts) + dt.timedelta(days=7 * count)).isoformat() if len(parts) == 3 and count else None
    if len(parts) < {"day": 3, "month": 2, "year": 1}[unit]:
        return None
    base = dt.date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)
    return _shifted(base, count, unit)


# What a date looks like, what day it is, and the kind of anchor without which it cannot match.
_PATTERNS: Final[tuple[tuple[re.Pattern[str], _Rule, str | None], ...]] = (
    (re.compile(r"(?<![\d-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-])"), _iso, None),
    (
        re.compile(r"(?<![\d.])(?<!\d/)(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<year2>(?:19|20)\d\d|\d\d)(?![\d./]?\d)"),
        _numeric,
        None,
    ),
    (re.compile(rf"\b{_MONTH_CAPS}\s{_DAY},?\s(?:of\s)?{_YEAR}\b"), _day_month_year, "month"),
    (re.compile(rf"(?<![\w.]){_DAY}\s(?:of\s)?{_MONTH_CAPS},?\s(?:of\s)?{_YEAR}\b"), _day_month_year, "month"),
    (re.compile(rf"\b{_MONTH_CAPS},?\s(?:of\s)?{_YEAR}\b"), _month_year, "month"),
    (re.compile(rf"\b{_MONTH},? (?:of )?(?P<how>last|this|that|the same) year\b"), _month_of_year, "month"),
    (re.compile(rf"\b{_DAY}\s(?:of\s)?{_MONTH_CAPS},? (?:of )?(?:the )?(?P<how>last|this|that|same) year\b"), _day_of_year, "month"),
    (re.compile(rf"\b{_MONTH_CAPS}\s{_DAY},? (?:of )?(?:the )?(?P<how>last|this|that|same) year\b"), _day_of_year, "month"),
    (re.compile(rf"\b{_MONTH_CAPS}\s\d{{1,2}}(?:\s?[-–]\s?|\sand\s|\sto\s)\d{{1,2}},?\s{_YEAR}\b"), _month_year, "month"),
    (
        re.compile(
            rf"\b(?:January|February|March|April|May|June|July|August|September|October|November|December) and {_MONTH},? {_YEAR}\b"
        ),
        _year,
        "month",
    ),
    (re.compile(rf"\b{_MONTH}\s{_DAY}(?![\d:.,]?\d|\s(?:people|years|months|{_YEAR}))\b"), _day_month, "month"),
    (re.compile(rf"(?:(?<=\bon )|(?<=\bsince )|(?<=\buntil )){_MONTH_CAPS}\s{_DAY}(?![\d:.,]?\d)\b"), _day_month, "month"),
    (re.compile(rf"(?<![\w.,:]){_DAY}\s(?:of\s)?{_MONTH_CAPS}(?!\w)"), _day_month, "month"),
    (
        re.compile(
            rf"(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince )|(?<=\b[Bb]y )|(?<=\b[Uu]ntil )|(?<=\b[Oo]f )|(?<=\b[Ff]rom ))(?:early |late |mid-)?(?P<how>(?i:last|this|next|that|the next|the following|the previous) )?{_MONTH_CAPS}(?!\w|\s\d)"
        ),
        _month_only,
        "month",
    ),
    (
        re.compile(
            rf"\b(?:early |late |mid-)?(?P<how>(?i:last|this|next|that|the next|the following|the previous) )(?:year's )?{_MONTH_CAPS}(?!\w|\s\d)"
        ),
        _month_only,
        "month",
    ),
    (
        # The digits first and what stands before them after: a pattern that opens with look-behinds tries them at every character.
        re.compile(
            r"(?P<year>(?:19|20)\d\d)(?:(?<=\b[Ii]n \d{4})|(?<=\b[Ss]ince \d{4})|(?<=\b[Bb]y \d{4})|(?<=\b[Uu]ntil \d{4})|(?<=\b[Ff]rom \d{4})|(?<=\b[Oo]f \d{4})"
            r"|(?<=\bearly \d{4})|(?<=\blate \d{4})|(?<=\bmid-\d{4})|(?<=\bduring \d{4})|(?<=\bbefore \d{4})|(?<=\bafter \d{4}))(?![\d/]|-\d\d|\s(?:people|cases))\b"
        ),
        _year,
        None,
    ),
    (re.compile(rf"(?m:^)\W{{0,3}}{_YEAR}(?=[ \t]?[—–:-][ \t])", re.M), _year, None),
    (
        re.compile(
            rf"\b(?P<how>(?i:last|next|this coming|this past|this) )?{_WEEKDAY_ANY}\b(?!,?\s(?:the\s)?(?:\d{{1,2}}\b|{_MONTH[len('(?P<month>') : -1]}\s\d))"
        ),
        _weekday,
        "unit",
    ),
    (
        re.compile(
            r"\b(?:the day before yesterday|the day after tomorrow|today|tonight|yesterday|tomorrow|last night|this (?:morning|afternoon|evening))\b",
            re.IGNORECASE,
        ),
        _near_day,
        "unit",
    ),
    (
        re.compile(
            r"(?<!the )\b(?P<how>last|past|previous|this|next|coming|earlier this|later this)\s(?P<unit>month|year|week(?:end)?)\b",
            re.IGNORECASE,
        ),
        _near_period,
        "unit",
    ),
    (
        re.compile(
            r"\b(?P<how>last|this|that|the same|the following|the next)\s(?P<season>spring|summer|autumn|winter)\b(?!\s[A-Z])",
            re.IGNORECASE,
        ),
        _season,
        "unit",
    ),
    (
        re.compile(
            rf"(?<![\w.,:]){_DAY}\s(?:of\s)?{_PERSIAN}\b(?:,?\s(?P<theirs>1[34]\d\d)\b|,?\s(?:of\s)?(?:the\s)?(?P<how>last|this)\syear\b)?"
        ),
        _persian,
        "persian",
    ),
    (re.compile(r"\b(?:later|earlier)\s(?:in\s)?that\s(?:same\s)?(?P<unit>year|month)\b", re.IGNORECASE), _of_that_year, "unit"),
    (re.compile(rf"\b{_COUNT}\s{_UNIT}\sago\b", re.IGNORECASE), _ago, "distance"),
    (
        re.compile(
            r"(?:\b(?:the|that)\s(?:very\s)?|(?:(?<=^)|(?<=[.;]\s))|(?=next\s(?:day|morning|evening|night)\b))(?P<how>same|next|following|previous)\s(?P<unit>day|month|year|morning|evening|night|afternoon)\b",
            re.IGNORECASE | re.MULTILINE,
        ),
        _after_last,
        "unit",
    ),
    (
        re.compile(
            r"\b(?:that\s(?:very\s)?(?P<unit>day)|that\s(?:very\s)?(?:night|evening|morning|afternoon)|(?:later|earlier)\s(?:in\sthe|that)\s(?P<unit2>day)|(?:\w+\s)?(?:hours?|minutes?)\slater)\b",
            re.IGNORECASE,
        ),
        _that_day,
        "unit",
    ),
    (
        re.compile(r"(?<=\b[Oo]n )the (?P<day>[0-3]?\d)(?:st|nd|rd|th)\b(?!\s(?:of\s)?[A-Z]|\s(?:day|time|floor|anniversary))"),
        _day_alone,
        None,
    ),
    (
        re.compile(
            r"\bthe\s(?P<unit>day|month|year)\s(?P<how>before|after|earlier|later)(?=[.,;:)\n]|\s(?:for|in|at|by|on|over)\s|$)",
            re.IGNORECASE | re.MULTILINE,
        ),
        _after_last,
        "distance",
    ),
    (
        re.compile(
            rf"\b{_COUNT}\s{_UNIT}\s(?P<how>later|earlier|afterwards?|on(?=,)|(?:before|after)(?=[.,;:)\n]|$))",
            re.IGNORECASE | re.MULTILINE,
        ),
        _after_last,
        "distance",
    ),
)


_NEEDS_A_DAY: Final = (_weekday, _near_day, _ago)


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
        if values and re.fullmatch(r"\d{4}-\d\d-\d\d", values[-1].edtf):
            return values[-1].edtf
    return None


_FULL: Final = (
    r"(?:\w+day,?\s)?(?:\d{1,2}\s[A-Z]\w{2,8}\.?,?\s\d{4}|[A-Z]\w{2,8}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d\d-\d\d)"
)
_LONE_DATE: Final = re.compile(
    rf"^[-–|•\s]*(?:(?:First )?(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Dd]ate)(?: on)?:?\s*)?{_FULL}"
    r"(?:[,\s|–-]*\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]m)?(?:\s\(?[A-Z]{2,4}\)?)?)?[ \t]*$",
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
