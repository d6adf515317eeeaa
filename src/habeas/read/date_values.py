"""What day is a date expression? Each rule takes what a pattern matched and what it may lean on, and gives EDTF or nothing.

A date without its year is resolved against the publication date, by the run of the text and by words that look ahead; without a
publication date it stays `XXXX-12-11`. Nothing is guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from habeas.case.dates import Bound, DateValue
from habeas.read import persian_calendar
from habeas.read.numbers import number_value

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
MONTH_NAMES: Final = "January|February|March|April|May|June|July|August|September|October|November|December"  # an alternation, for patterns
# The days of the week in lower case letters, Monday 0.
WEEKDAYS: Final = {d: i for i, d in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])}
NAMED_DAYS: Final = frozenset({*WEEKDAYS, "today", "yesterday"})  # which day they mean, publication tells
# Look-ahead words: a date after them, or a clause that holds them, lies in the future of the text.
_FUTURE: Final = re.compile(
    r"\b(?:will(?! have)|shall|'ll|’ll|would(?! have| be re(?:called|membered))|scheduled|set for|set to|slated|due (?:on|to|in|at|for)|expected|upcoming|next (?:hearing|session|sitting|trial)|is to (?:be|begin|take)"
    r"|are to|postpon(?:ed?|es|ing)|adjourn(?:ed|s|ing)?|(?:until|till)\b(?!.*,)|expires?|to be held|hearing is)\b",
    re.IGNORECASE,
)
BY: Final = re.compile(r"\b(?:by|until|till|before|ahead of|through|up to|no later than)\s(?:the\s)?$", re.IGNORECASE)
# "was not charged until August": then it was.
_NOT_UNTIL: Final = re.compile(
    r"\b(?:(?:was|were|had|did)(?:\snot|n['’]t)(?!\sto\b)|nobody|no\sone|none)\b"
    r"(?:(?!\b(?:and|but|will|would|may|might|should|could|must)\b)[^,;:]){0,60}\b(?:until|till)\s(?:late\s|early\s)?(?:on\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_NOT_BEFORE: Final = re.compile(r"[^.,;\n]{0,50}?\s(?:had|has|was|were|did|have)(?:n['’]t|\snot)\b")
# "a court ruled Wednesday", "eaten nothing since Friday", "until she presented herself on Monday": these days have been, whatever is to come.
_HAS_BEEN: Final = re.compile(
    r"\b(?:ruled|said|announced|decided|reported|told reporters)\s(?:late |early |on |in )*$|\bsince\s(?:the\s|last\s)*$"
    r"|\b(?:until|till)\s(?:he|she|they|it|the|his|her|[A-Z]\w+)\s[^.;,]*\w+ed\s[^.;,]{0,20}$"
)
# "On Friday the court will decide"; not "found guilty on Friday and will serve".
_WILL_BE: Final = re.compile(r"(?:(?! and | who | which )[^.;\n]){0,24}\b(?:will|is to be|is expected|is scheduled)\b")
_SENTENCE_ENDS: Final = re.compile(r"[.!?;][”\"’)]*\s|\n")
_WHOLE_DAY: Final = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Clock:
    """What a date expression may lean on: the publication day, the dates before it, and the text around it."""

    text: str
    published: dt.date | None
    earlier: tuple[DateValue, ...]
    headings: tuple[tuple[int, int], ...]
    entry: dt.date | None = None  # the day that heads the entry before this one, where the text tells entries by their days
    is_day_first: bool | None = None  # what the text's other dates with slashes tell of their order

    def last(self) -> DateValue | None:
        return self.earlier[-1] if self.earlier else None

    def last_day(self) -> DateValue | None:
        """The last date that is a full day, and no end in the future: what "the same day" and "two days later" lean on."""
        return next((d for d in reversed(self.earlier) if _WHOLE_DAY.fullmatch(d.edtf) and not self._is_end_to_come(d)), None)

    def _is_end_to_come(self, date: DateValue) -> bool:
        """True for the day of "up to 13 April 2049": what is told next is told of the day before it."""
        return date.bound is Bound.BY and self.published is not None and date.edtf > self.published.isoformat()

    def heading_year(self, position: int) -> int | None:
        """The year of the list heading ("2021" alone on its line) that `position` stands under."""
        years = [year for start, year in self.headings if start < position]
        return years[-1] if years else None

    def looks_ahead(self, match: re.Match[str]) -> bool:
        """True if the clause up to the date speaks of what is to come."""
        start = max(self.text.rfind(". ", 0, match.start()), self.text.rfind("\n", 0, match.start()), match.start() - 90, 0)
        before = self.text[start : match.start()]
        cut = max(before.rfind(mark) for mark in (";", ":", " after ", " who ", " which ", " since ", " when "))
        if BY.search(before[-24:]) and re.compile(r",?\s(?:when|after which)\b").match(self.text, match.end()):
            return False  # "was held until 9 September, when he was moved": both have been
        if _NOT_UNTIL.search(before[cut + 1 :]) or _HAS_BEEN.search(before):
            return False
        if BY.search(before[-24:]) and _NOT_BEFORE.match(self.text, match.end()):
            return False  # "Until Thursday the government had not acknowledged it"
        return bool(_FUTURE.search(before[cut + 1 :])) or _WILL_BE.match(self.text, match.end()) is not None


_SMALL_LETTERS: Final = str.maketrans("İıſ", "iis")  # what matches "i" or "s" in any case, but has another small letter


def small(words: str | None) -> str:
    """The words in small letters as the tables have them; nothing of None."""
    return (words or "").translate(_SMALL_LETTERS).lower()


def month_number(match: re.Match[str]) -> int:
    return _MONTHS[small(match["month"]).rstrip(".")]


def day_month_year(match: re.Match[str], clock: Clock) -> str | None:
    return f"{match['year']}-{month_number(match):02d}-{int(match['day']):02d}"


def month_year(match: re.Match[str], clock: Clock) -> str | None:
    return f"{match['year']}-{month_number(match):02d}"


def numeric(match: re.Match[str], clock: Clock) -> str | None:
    """11.12.2024 is day first, as all countries that print dots do; with slashes where it or another of the text leaves no doubt."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["year2"])
    year += 2000 if year < 100 else 0
    if match["sep"] == "/" and first <= 12 and second <= 12 and first != second and clock.is_day_first is None:
        return None
    is_turned = match["sep"] == "/" and (second > 12 or (clock.is_day_first is False and first <= 12))
    day, month = (second, first) if is_turned else (first, second)
    return f"{year}-{month:02d}-{day:02d}"


def iso(match: re.Match[str], clock: Clock) -> str | None:
    return match[0]


def year_first(match: re.Match[str], clock: Clock) -> str | None:
    return f"{match['year']}-{int(match['number']):02d}-{int(match['day']):02d}"


_OF_A_PAPER: Final = re.compile(r"(?:\d|[Cc]ase|[Nn]o\.?|[Ll]aw|[Aa]ct|[Dd]ecree|[Oo]rder)\sof\s$")


def year(match: re.Match[str], clock: Clock) -> str | None:
    """A year alone; not that of a paper ("Case 212 of 2023")."""
    return None if _OF_A_PAPER.search(clock.text, max(0, match.start() - 12), match.start()) else match["year"]


def day_month(match: re.Match[str], clock: Clock) -> str | None:
    """A day without its year: under a year's heading, in the sentence of a full date, else the nearest one to publication."""
    month, day = month_number(match), int(match["day"])
    bare = f"XXXX-{month:02d}-{day:02d}"
    if year := clock.heading_year(match.start()) or _year_of_sentence(match, clock, month, day):
        return f"{year}{bare[4:]}"
    if clock.published is None:
        return bare
    if (explicit := _month_of_text(match, clock, month) or _year_between(match, clock, month, day)) is not None:
        return f"{explicit}{bare[4:]}"
    if (in_order := _next_entry(match, clock, month, day)) is not None:
        return in_order.isoformat()
    if (of_ago := _YEARS_AGO_ON.search(clock.text, max(0, match.start() - 40), match.start())) and (count := number_value(of_ago[1])):
        return f"{clock.published.year - int(count):04d}{bare[4:]}"
    is_future = clock.looks_ahead(match)
    return _on_its_weekday(match, clock.published, month, day, is_future=is_future) or nearest(
        clock.published, month, day, is_future=is_future
    )


def _next_entry(match: re.Match[str], clock: Clock, month: int, day: int) -> dt.date | None:
    """Of entries "2 March 2023. …", "4 March. …", "11 April. …": each is of the year of the one before, or of the next."""
    line = clock.text.rfind("\n", 0, match.start()) + 1
    if clock.entry is None or clock.published is None or not _HEAD.fullmatch(clock.text, line, match.start()):
        return None
    year = clock.entry.year + ((month, day) < (clock.entry.month, clock.entry.day))
    try:
        found = dt.date(year, month, day)
    except ValueError:
        return None
    return found if found <= clock.published + dt.timedelta(days=1) else None


_HEAD: Final = re.compile(r"[\W\d]{0,4}(?:(?:UPDATE|Update|ALERT|FIRST ALERT|Alert)[\w ]{0,6},?\s?[\[(]?)?(?:\w+day,? )?")
_ENTRY_ENDS: Final = re.compile(r"(?:,? ?\d{1,2}[:.]\d\d)?\s?[\])*]{0,3}\s?[—–:.]\s")


def heads_entry(text: str, start: int, stop: int) -> bool:
    """True for a day at the head of a line, with a stop, a colon or a dash behind: what its paragraph tells is told on that day."""
    line = text.rfind("\n", 0, start) + 1
    return _HEAD.fullmatch(text, line, start) is not None and _ENTRY_ENDS.match(text, stop) is not None


_YEARS_AGO_ON: Final = re.compile(r"\b(\w+) years? ago,? on (?:\w+day,? )?$")  # "was arrested a year ago, on 9 June"
_WEEKDAY_BEFORE: Final = re.compile(rf"\b({'|'.join(WEEKDAYS)}),?\s(?:the\s)?$", re.IGNORECASE)
_YEARS_AROUND: Final = 4  # in so many years a day falls on the same weekday once, or not at all where the paper erred


def _on_its_weekday(match: re.Match[str], published: dt.date, month: int, day: int, *, is_future: bool) -> str | None:
    """For "on Thursday, July 20" the nearest year in which that day is a Thursday, at most a year ahead."""
    named = _WEEKDAY_BEFORE.search(match.string, max(0, match.start() - 16), match.start())
    if named is None:
        return None
    weekday = WEEKDAYS[small(named[1])]
    years = [published.year + 1, *range(published.year, published.year - _YEARS_AROUND, -1)]
    for year in years if is_future else years[1:]:
        try:
            candidate = dt.date(year, month, day)
        except ValueError:
            continue
        if candidate.weekday() == weekday and (is_future or candidate <= published + dt.timedelta(days=1)):
            return candidate.isoformat()
    return None


def nearest(published: dt.date, month: int, day: int, *, is_future: bool) -> str | None:
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


_OPENS: Final = re.compile(
    r"(?:^|[.!?;:\n][”\"’)]*\s*)(?:In|Since|By|During|Early in|Late in)?(?:\s(?:early|late))?\s?$|\b(?:affair|arrest|case|crackdown|trial|wave),? (?:of|in) $"
)


_NEWS: Final = 45  # days within which a page tells what is new
_ORDERED: Final = re.compile(r"\b(?:and|then|later|before being|until)\s")


def _year_of_sentence(match: re.Match[str], clock: Clock, month: int, day: int) -> int | None:
    """The year of a fuller date earlier in the same sentence: "arrested on March 17, 2023, and sentenced on June 5"."""
    last = clock.last()
    if last is None or last.span is None or last.edtf.startswith("XXXX") or last.span.start < match.start() - 300:
        return None
    if last.bound is Bound.SINCE:
        return None  # "who has been in prison since September 2010, was granted leave on 17 January": of some later year
    between = clock.text[last.span.stop : match.start()]
    if _ANOTHER_SENTENCE.search(between) or not _is_year_told(clock, match.start()):
        return None
    if len(last.edtf) == 4 and not _OPENS.search(clock.text, max(0, last.span.start - 16), last.span.start):
        return None  # "sentenced in 2016 to ten years, she died on October 29"
    year = int(last.edtf[:4])
    if last.edtf[5:7] and (month, day) < (int(last.edtf[5:7]), int(last.edtf[8:10] or 1)):
        # Going back within the year is a recital ("after his arrest on May 3"); otherwise it is the next year, if that has been.
        last_one = nearest(clock.published, month, min(day, _MONTH_ENDS), is_future=False) if clock.published else None
        if (
            last_one
            and clock.published
            and (clock.published - dt.date.fromisoformat(last_one)).days <= _NEWS
            and not _ORDERED.search(between)
        ):
            return int(last_one[:4])  # "sentenced those who marched in August 2022, in a ruling dated 26 April", told in May
        is_recital = re.search(r"\b(?:after|following|had been|who was|since)\b", between)
        if not is_recital and clock.published and dt.date(year + 1, month, min(day, 28)) <= clock.published:
            return year + 1
    return year


_ANOTHER_SENTENCE: Final = re.compile(r"[.!?][”\"’)]*\s+[A-Z“\"]|\n")


def _is_year_told(clock: Clock, start: int) -> bool:
    """True if a date of the sentence, up to `start`, says its year, and those between lean on it: "in May 2022; in June …; in August …"."""
    for date in reversed(clock.earlier):
        if date.span is None or _ANOTHER_SENTENCE.search(clock.text, date.span.stop, start):
            return False
        if re.search(r"\d{4}|\bthat year\b", date.span.words(clock.text)):
            return True
        if len(date.edtf) != len("2022-06"):
            return False
    return False


def _month_of_text(match: re.Match[str], clock: Clock, month: int) -> int | None:
    """The year of the last full date, if it lies further back than a year and this one follows it in the same paragraph."""
    last = clock.last()
    if last is None or last.span is None or clock.published is None or not re.match(r"\d{4}", last.edtf) or last.bound is Bound.SINCE:
        return None
    if len(last.edtf) == 4 and not _OPENS.search(clock.text, max(0, last.span.start - 16), last.span.start):
        return None
    between = clock.text[last.span.stop : match.start()]
    if len(between) > 250 or clock.looks_ahead(match):
        return None
    if "\n" in between and (month <= clock.published.month or _NEXT_PARAGRAPH.search(between) is None):
        return None  # a new paragraph tells of this year, where the day has been in it
    year = int(last.edtf[:4])
    if clock.published.year - year < 2 or "published" in between:
        return None
    return year if not last.edtf[5:7] or month >= int(last.edtf[5:7]) else year + 1


_NEXT_PARAGRAPH: Final = re.compile(r"^[^\n]*\n+(?:(?:On|In|Early in|Late in)\s)?(?:\w+day,?\s)?$")
_MONTH_ENDS: Final = 28  # a day of the month that every month has
_YEAR_TOLD: Final = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s)?(?P<month>{MONTH_NAMES})(?:\s(?P<day2>\d{{1,2}}),?)?,?\s(?P<year>(?:19|20)\d\d)\b"
)
_TALE: Final = 300  # characters from a date on within which the next one of the tale may tell its year


def _year_between(match: re.Match[str], clock: Clock, month: int, day: int) -> int | None:
    """The year of November in "held in April 2022. In November he was sent home. On 15 February 2023 …": the tale goes on from day to day."""
    last, published = clock.last(), clock.published
    end = clock.text.find("\n", match.end(), match.end() + _TALE)
    behind = _YEAR_TOLD.search(clock.text, match.end(), end if end >= 0 else match.end() + _TALE)
    if last is None or last.span is None or published is None or behind is None or not last.edtf[:4].isdigit() or last.bound is Bound.SINCE:
        return None
    if "\n" in clock.text[last.span.stop : match.start()] or clock.looks_ahead(match):
        return None
    until = (int(behind["year"]), month_number(behind), int(behind["day"] or behind["day2"] or _MONTH_ENDS))
    came_before = tuple(int(part) for part in last.edtf.rstrip("~").split("-"))
    year = next((y for y in (came_before[0], came_before[0] + 1) if (y, month, day) >= came_before), None)
    usual = (published.year - ((month, day) > (published.month, published.day)), month, day)
    return year if year is not None and (year, month, day) <= until < usual else None


def month_only(match: re.Match[str], clock: Clock) -> str | None:
    month, how = month_number(match), small(match["how"])
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
    if not how and (told := _year_of_sentence(match, clock, month, _MONTH_ENDS)) and f"{told}-{month:02d}" <= clock.published.isoformat():
        return f"{told}-{month:02d}"
    if not how and (of_tale := _year_between(match, clock, month, _MONTH_ENDS) or _month_of_text(match, clock, month)) is not None:
        return f"{of_tale}-{month:02d}"
    if last and last.span and re.match(r"\d{4}-", last.edtf) and not _SENTENCE_ENDS.search(clock.text, last.span.stop, match.start()):
        told = int(last.edtf[:4])
        if clock.published.year - told >= 2 and month >= int(last.edtf[5:7]) and match.start() - last.span.stop < 200:
            return f"{told}-{month:02d}"
    return f"{year if month <= now else year - 1}-{month:02d}"


def last_one(match: re.Match[str], clock: Clock) -> str | None:
    """ "on 14 March last": the last such day up to publication."""
    month, day = month_number(match), int(match["day"])
    if clock.published is None:
        return f"XXXX-{month:02d}-{day:02d}"
    return nearest(clock.published, month, day, is_future=False)


def of_none(match: re.Match[str], clock: Clock) -> str | None:
    """ "in November 2023 - January 2024": none of the days or months is told."""
    return None


def month_of_year(match: re.Match[str], clock: Clock) -> str | None:
    """ "December last year", "in May of the same year", "in June of the following year"."""
    if (how := small(match["how"]).removeprefix("the ")) in ("that", "same", "following", "next"):
        last = clock.last()
        if last is None or not last.edtf[:4].isdigit():
            return None
        return f"{int(last.edtf[:4]) + (how in ('following', 'next')):04d}-{month_number(match):02d}"
    if clock.published is None:
        return f"XXXX-{month_number(match):02d}"
    return f"{clock.published.year - (small(match['how']) == 'last'):04d}-{month_number(match):02d}"


def day_of_year(match: re.Match[str], clock: Clock) -> str | None:
    """ "4 September of the last year"."""
    month = month_of_year(match, clock)
    return f"{month}-{int(match['day']):02d}" if month else None


def weekday(match: re.Match[str], clock: Clock) -> str | None:
    """The last such day up to publication; the next one after "next", "this coming" or where the clause looks ahead."""
    if clock.published is None:
        return None
    back = (clock.published.weekday() - WEEKDAYS[small(match["weekday"] or match["weekday2"] or match["weekday3"])]) % 7
    how = small(match["how"])
    if "next" in how or "coming" in how or ("last" not in how and clock.looks_ahead(match)):
        return (clock.published + dt.timedelta(days=(7 - back) % 7 or 7)).isoformat()
    if "last" in how and back <= 1:
        back += 7  # "last Thursday", told on a Friday, is not yesterday
    return (clock.published - dt.timedelta(days=back)).isoformat()


def near_day(match: re.Match[str], clock: Clock) -> str | None:
    if clock.published is None:
        return None
    word = small(match[0])
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


def of_that_year(match: re.Match[str], clock: Clock) -> str | None:
    """ "later that year", "later that month": that of the date told last."""
    last = clock.last()
    told = re.match(r"\d{4}(-\d\d)?", last.edtf) if last is not None else None
    if told is None:
        return None
    return told[0][:4] if small(match["unit"]) == "year" else told[0] if told[1] else None


def near_period(match: re.Match[str], clock: Clock) -> str | None:
    """ "last month", "this year", "next year", against publication."""
    if clock.published is None:
        return None
    shift = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1, "earlier this": 0, "later this": 0}[
        small(match["how"])
    ]
    unit = small(match["unit"])
    if unit in ("week", "weekend"):  # of a week that is past the month alone is sure
        return (clock.published + dt.timedelta(days=7 * shift)).isoformat()[:7]
    return _shifted(clock.published, shift, unit)


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


def persian(match: re.Match[str], clock: Clock) -> str | None:
    """ "16 Mehr 1403", "10 Mehr of last year", "17 Aban": the last such day up to publication, where no year is told."""
    month, day = persian_calendar.MONTHS[small(match["persian"])], int(match["day"])
    if match["theirs"]:
        found = persian_calendar.day_of(int(match["theirs"]), month, day)
        return found.isoformat() if found is not None else None
    if clock.published is None:
        return None
    year = persian_calendar.year_on(clock.published) - (small(match["how"]) == "last")
    found = persian_calendar.day_of(year, month, day)
    if found is not None and not match["how"]:
        if clock.looks_ahead(match):
            found = persian_calendar.day_of(year + 1, month, day) if found < clock.published else found
        elif found > clock.published:
            found = persian_calendar.day_of(year - 1, month, day)
    return found.isoformat() if found is not None else None


_SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # the month in which each begins


def season(match: re.Match[str], clock: Clock) -> str | None:
    """ "last autumn", "the following summer", "in spring 2011", "in the spring": of a season the year alone is told."""
    begins, how, last = _SEASONS[small(match["season"])], small(match["how"]), clock.last()
    if match["year"]:
        return match["year"]
    if how in ("that", "the same", "the following", "the next"):
        told = re.match(r"(\d{4})(?:-(\d\d))?", last.edtf) if last is not None else None
        if told is None:
            return None
        is_next = "that" not in how and "same" not in how and (told[2] is None or int(told[2]) >= begins)
        return f"{int(told[1]) + is_next:04d}"
    if clock.published is None or how in ("", "early", "late") or (how in ("the", "in", "since") and clock.looks_ahead(match)):
        return None
    if begins == _SEASONS["winter"]:
        return f"{clock.published.year - 1:04d}" if how == "last" else None  # a winter has two years
    is_past = clock.published.month < (begins + 3 if how in ("last", "this") else begins)
    return f"{clock.published.year - (how != 'this' and is_past):04d}"


def ago(match: re.Match[str], clock: Clock) -> str | None:
    count = number_value(match["count"])
    if clock.published is None or count is None:
        return None
    unit = small(match["unit"])
    if unit == "week":
        return (clock.published - dt.timedelta(days=7 * int(count))).isoformat()
    return _shifted(clock.published, -int(count), unit)


LEANS: Final = 400  # characters back to the date that "two days later" may lean on


def after_last(match: re.Match[str], clock: Clock) -> str | None:
    """ "the same day", "the next month", "two days later": leans on the last date that the text named."""
    groups = match.groupdict()
    unit = small(groups["unit"])
    unit = unit if unit in ("week", "month", "year") else "day"
    last = (_day_not_passed_over(clock) if groups.get("count") else clock.last_day()) if unit == "day" else clock.last()
    if unit == "day" and small(groups.get("how")) == "same":
        last = _opening_day(match, clock) or last
    how = small(groups.get("how"))
    if unit == "day" and clock.last_day() is None and clock.published is not None and _IS_DAY_BEFORE.match(match[0]) is not None:
        return (clock.published - dt.timedelta(days=1)).isoformat()
    if last is None or last.span is None or match.start() - last.span.stop > LEANS:
        return None
    count = (
        number_value(groups["count"])
        if groups.get("count")
        else (0 if how == "same" else -1 if "previous" in how or "before" in how else 1)
    )
    if count is None:
        return None
    if groups.get("count") and how.startswith(("earlier", "before")):
        count = -count
    return lean(last.edtf.rstrip("~"), int(count), unit)


_IS_DAY_BEFORE: Final = re.compile(
    r"(?:a|one) day (?:earlier|before)|(?:the )?(?:previous day|day (?:before|earlier))", re.IGNORECASE
)  # where no day is told: of publication


def _day_not_passed_over(clock: Clock) -> DateValue | None:
    """The last full day; none where the text has gone on to a month far from it: of "held in January 2020 and freed ten days later" no day is known."""
    last, day = clock.last(), clock.last_day()
    if last is None or day is None or len(last.edtf) != len("2020-01") or last.bound is Bound.SINCE or "X" in last.edtf + day.edtf:
        return day
    (year, month), (year_before, month_before, _) = (map(int, d.edtf.split("-")) for d in (last, day))
    return day if abs(12 * (year - year_before) + month - month_before) <= 1 else None


def _opening_day(match: re.Match[str], clock: Clock) -> DateValue | None:
    """Of "On 3 May the police searched the home of X, whom they had detained on 30 April. On the same day, …": 3 May."""
    opening = clock.text.rfind("\n", 0, match.start()) + 1
    sentences = [opening, *(m.end() for m in _SENTENCE_ENDS.finditer(clock.text, opening, match.start()))]
    if len(sentences) < 2 or not re.fullmatch(r"(?:on\s|but\son\s|and\son\s)?", clock.text[sentences[-1] : match.start()], re.IGNORECASE):
        return None
    before = sentences[-2]
    days = [d for d in clock.earlier if d.span is not None and before <= d.span.start < sentences[-1] and _WHOLE_DAY.fullmatch(d.edtf)]
    first = days[0] if len(days) > 1 else None
    return first if first is not None and first.span is not None and first.span.start - before <= len("On Monday, ") else None


def counted_back(date: DateValue, count: str, unit: str, *, is_ahead: bool = False) -> DateValue | None:
    """The date that lies `count` hours, days or weeks before `date`, or behind it; of a distance of more than a month the month alone is sure."""
    number = number_value(count)
    if number is None:
        return None
    edtf = date.edtf if unit == "hour" else lean(date.edtf.rstrip("~"), int(number) if is_ahead else -int(number), unit)
    if edtf and int(number) * (7 if unit == "week" else 1) > 31 and unit != "hour":
        edtf = edtf[:7]
    return DateValue(edtf, date.span, Bound.ON) if edtf else None


def day_alone(match: re.Match[str], clock: Clock) -> str | None:
    """ "on the 20th": in the month of the date told last, or in the next one if that day was past; else the last such day."""
    day, last = int(match["day"] or match["day2"]), clock.last()
    known = re.fullmatch(r"(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?", last.edtf) if last is not None else None
    is_since = clock.published is not None and re.search(r"\bsince\s$", clock.text[max(0, match.start() - 8) : match.start()]) is not None
    near = last is not None and last.span is not None and match.start() - last.span.stop <= LEANS
    if near and known is not None and not match["day2"] and not is_since:
        month = int(known[2]) + (known[3] is not None and int(known[3]) > day)
        found = (
            f"{known[1]}-{month:02d}-{day:02d}" if month <= 12 else f"{int(known[1]) + 1:04d}-01-{day:02d}" if known[1] != "XXXX" else None
        )
        may_come = clock.looks_ahead(match) or _TO.search(clock.text, max(0, match.start() - 24), match.start()) is not None
        if found is None or known[1] == "XXXX" or clock.published is None or found <= clock.published.isoformat() or may_come:
            return found
    if clock.published is None or _TO.search(clock.text, max(0, match.start() - 24), match.start()):
        return None
    return last_such_day(clock.published, day)


_TO: Final = re.compile(r"\b(?:by|until|till|before|to)\s$", re.IGNORECASE)


def last_such_day(published: dt.date, day: int) -> str:
    """The last day of this number up to publication."""
    month_start = published.replace(day=1)
    if day > published.day:
        month_start = (month_start - dt.timedelta(days=1)).replace(day=1)
    return f"{month_start.year:04d}-{month_start.month:02d}-{day:02d}"


def that_day(match: re.Match[str], clock: Clock) -> str | None:
    """ "that day", "earlier in the day": the last day that the text named, else the day of publication."""
    last = clock.last()
    if last and _WHOLE_DAY.fullmatch(last.edtf):
        return last.edtf
    return clock.published.isoformat() if clock.published and match["unit2"] else None


def lean(edtf: str, count: int, unit: str) -> str | None:
    if edtf.startswith("XXXX"):  # in a year that is not known, as long as it stays the same one
        year = "2004" if edtf.endswith("-02-29") else "2001"
        found = lean(year + edtf[4:], count, unit)
        return "XXXX" + found[4:] if found is not None and found.startswith(f"{year}-") else None
    parts = [int(p) for p in edtf.split("-")]
    if unit == "week":
        return (dt.date(*parts) + dt.timedelta(days=7 * count)).isoformat() if len(parts) == 3 and count else None
    if len(parts) < {"day": 3, "month": 2, "year": 1}[unit]:
        return None
    base = dt.date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)
    return _shifted(base, count, unit)
