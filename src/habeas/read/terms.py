"""Which lengths of time does the text name, as ISO 8601 durations?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from habeas.case.dates import Term
from habeas.case.passage import Span
from habeas.read.numbers import NUMBER_WORDS, number_value

_NUM: Final = rf"(?:\d+(?:[.,]\d+)?(?:\s?½|[\s-]1/2|\s½)?|½|an?|another|{NUMBER_WORDS}(?:[- ]{NUMBER_WORDS})?)"
_HALF: Final = r"(?:[- ]and[- ]a[- ]half)?"
_UNIT: Final = r"(?:years?|months?|weeks?|days?|nights|hours?|yrs?\.?|mos?\.(?=\s|$)|y(?=\s\d\d?\sm\b|[.,;)]|$)|(?:(?<=y\s\d\s)|(?<=y\s\d\d\s))m(?=[.,;)]|$))"
_PART: Final = rf"(?P<n{{0}}>{_NUM})(?P<h{{0}}>{_HALF})(?:\s\([\w-]+\))?[-\s](?:more |additional |further |full |calendar |whole )?(?P<u{{0}}>{_UNIT})(?P<a{{0}}>\sand\sa\shalf)?"
_TERM: Final = re.compile(
    rf"(?<![\w.,-]){_PART.format(1)}(?:,?\s(?:and\s)?(?=\d|[a-z]){_PART.format(2)})?(?:,?\s(?:and\s)?(?=\d|[a-z]){_PART.format(3)})?(?![\w]|-old)",
    re.IGNORECASE,
)
_LIFE: Final = re.compile(
    r"\b(?:(?:(?<=commuted to )|(?<=sentenced to )|(?<=condemned to )|(?<=aggravated )|(?<=him )|(?<=her )|(?<=them ))life\b(?! (?:was|is|has|had|as|of|and|he|she|they|to)\b)|reclusion perpetua|(?:labou?r|custody|detention) for life"
    r"|life (?:imprisonment|sentences?|terms?|in (?:prison|jail))|(?:jailed|imprisoned|prison|jail|sentenced|imprisonment)(?: \w+)? (?:for|to) life)\b",
    re.IGNORECASE,
)
_IN_WORDS: Final = (
    (re.compile(r"\bhalf a year\b", re.IGNORECASE), "P6M"),
    (re.compile(r"\ba fortnight\b(?!\s(?:ago|later|earlier|before|after)\b)", re.IGNORECASE), "P14D"),
)
# "A decade behind bars"; without a prison behind it a decade is a time, not a term.
_DECADES: Final = re.compile(
    rf"\b(?P<n>an?|{NUMBER_WORDS}|\d)\s(?:full |whole )?decades?(?=\s(?:behind bars|in (?:a |the )?(?:prison|jail|penal|custody|detention|labou?r)|of (?:imprisonment|prison|jail)))",
    re.IGNORECASE,
)
# A range is what a code threatens, or several people's sentences at once: no one's term.
_RANGE_BEFORE: Final = re.compile(
    r"(?:\bup to|\bunder|\bless than|\bas (?:much|many|long) as|\bmaximum(?: sentence| penalty| term)? of|\bat least|\bmore than|\bover|\bbetween [\w. ]{1,20} and"
    rf"|(?<![\w.])(?:\d{{1,2}}(?:[.,]\d)?|{NUMBER_WORDS})(?:[- ]{_UNIT})?(?:\s?(?:to|till|or)|[-–—]|(?<!,\s\d\d)(?<!\(\d\d)\s[-–])|\bfrom [\w. ]{{1,16}} (?:to|till|until))\s?(?:a\s)?$",
    re.IGNORECASE,
)
# "received nine and seven years": each of two people has one of them (`find_shares`); neither is a length by itself.
_SHARED_OUT: Final = re.compile(rf"(?<![\w.])(?:\d{{1,2}}|{NUMBER_WORDS}),? and $", re.IGNORECASE)
_RANGE_AFTER: Final = re.compile(rf"\s?(?:to|till|[-–—])\s?{_NUM}[-\s](?:and[- ]a[- ]half[- ])?{_UNIT}", re.IGNORECASE)
# "three meals a day", "twice a week": how often, not how long.
_RATE_BEFORE: Final = re.compile(rf"(?:\b(?:\d+|{NUMBER_WORDS})\s\w+s|\b(?:once|twice|times|hours))\s$", re.IGNORECASE)
_NOT_A_TERM: Final = re.compile(
    r"\s?(?:reprieve|ago|old|earlier|later|before(?! (?:the |his |her |their )?trial)|after|of age|anniversary)\b", re.IGNORECASE
)
# "in a one-day trial", "after a two-hour search": how long something else lasts, in the words right behind.
_OF_ANOTHER_THING: Final = re.compile(
    r"(?<=[\w])[\s-]+(?:long\s|closed\s|secret\s|public\s|court\s|police\s|show\s|criminal\s|summary\s|student\s|street\s){0,2}"
    r"(?:trials?|hearings?|proceedings|process|debate|session|search(?:es)?|raids?|operation|sweep|visits?|trip|tour|journey|flight|drive|walk|march|protests?|rall(?:y|ies)|sit-in|"
    r"demonstrations?|vigil|conference|summit|festival|meeting|interrogations?|questioning|interviews?|investigation|inquiry|enquiry|probe|campaign|crackdown|curfew|siege|stand-?off|"
    r"blockade|strike|ceasefire|truce|deadline|ultimatum|wait|delay|adjournment|break|recess|holiday|pause|career|friendship|marriage|war|conflict|hunt|manhunt|exile)\b",
    re.IGNORECASE,
)
# "three journalists to prison in 3 days", "the second time in two years": within which time, not for how long.
_WITHIN: Final = re.compile(
    r"(?<!\bresulted )(?<!\bresulting )(?<!\bended )(?<!\bending )\b(?:with)?in (?:just |only |under |less than |barely )?$", re.IGNORECASE
)
_TO_SERVE: Final = re.compile(r"[’']|\s(?:in|of|behind|imprisonment|prison|jail)\b")
# "a man of 79 years": an age.
_AGE_BEFORE: Final = re.compile(r"\b(?:man|woman|boy|girl|mother|father|pensioner) of $", re.IGNORECASE)
# "from five years to three", "six years, cut to four": the second length says no unit of its own.
_CHANGED_TO: Final = re.compile(
    rf"(?:\bfrom\s{_NUM}{_HALF}[-\s](?P<from>{_UNIT})\s|(?<!\w){_NUM}[-\s](?P<was>{_UNIT})[^.;\n]{{0,30}}?\b(?:cut|reduced|lowered|shortened|brought down|raised)\s)"
    rf"to\s(?P<n>{_NUM}(?:[- ]and[- ]a[- ]half)?)(?![\w-]|\s{_UNIT}|[.,]\d)",
    re.IGNORECASE,
)
# "cut his two years to fourteen months": no range either.
_CUT_TO: Final = re.compile(
    r"\b(?:cut|cuts|reduced|reduces|lowered|lowers|shortened|commuted|turned|turns)\s(?:his|her|their|the|a|from|that|it)\b[^.;:\n]{0,50}$",
    re.IGNORECASE,
)
# "ordered into detention of up to 30 days": so long they may be held, and are; not what a code threatens.
_HELD_UP_TO: Final = re.compile(
    r"\b(?:detention|custody|remand|remanded|held|detained|arrest|behind bars)\b(?:(?!\b(?:maximum|sentences?|prison)\b)[^.;:\n]){0,60}\bup to $",
    re.IGNORECASE,
)
_THREATENS: Final = re.compile(r"\b(?:fac(?:e|es|ed|ing)|carr(?:y|ies|ied)|punish\w+|risk\w*|liable|provides?|could)\b", re.IGNORECASE)
# "got 11", "cut the term to eleven", "prolonged by three more": the unit is that of the length told before.
_BARE: Final = re.compile(
    rf"(?:\b(?P<cut>cut|reduced?|lowered|shortened|halved|trimmed|slashed|commuted|brought|brings|turned|shrank|shrunk)\b[^.;:\n]{{0,40}}?\s(?:to|into)"
    rf"|\b(?:got|received|gets|receives|drew|(?:was|were|been) (?:given|handed)|made it|made that|(?:sentenced|jailed|imprisoned|condemned)(?:\s(?:him|her))?\s(?:to|for))"
    rf"|\b(?:extended|prolonged|lengthened|renewed)\b[^.;:\n]{{0,30}}?\s(?:by|for)(?=\s\S+(?:\smore\b|[.,;])))"
    rf"\s(?P<n>\d{{1,2}}|{NUMBER_WORDS}(?:-{NUMBER_WORDS})?)(?P<half>\sand(?:\sa)?\shalf\b|\s1/2)?(?:\smore)?"
    rf"(?=\s*(?:[.,;)]|$|\n)(?!\d)|\s(?:and|in|on|because|for|with|after|only|each|by|last|this|early|late|earlier|later|under|behind)\s(?!(?:\d|a\shalf|half|{NUMBER_WORDS}\s)))"
    rf"|\b[A-Z][\w’'-]+\s\((?P<bracketed>\d{{1,2}}|{NUMBER_WORDS})(?P<half2>\sand\sa\shalf|\s1/2)?\)(?=,|;|\.|\sand\s)",
    re.IGNORECASE,
)
_LENGTH: Final = re.compile(
    rf"(?<![\w.,-])(?P<n>\d{{1,2}}|{NUMBER_WORDS}(?:-{NUMBER_WORDS})?)[-\s](?P<u>years?|months?|days?)\b", re.IGNORECASE
)
# "sentenced X to two and Y to three years": the unit is that of the length behind the next name.
_UNIT_BEHIND: Final = re.compile(
    rf"\b(?i:sentenced|jailed|imprisoned|condemned)\b[^.;:\n]{{0,60}}?\s(?:to|for)\s(?P<n>\d{{1,2}}|(?i:{NUMBER_WORDS}))"
    rf"(?=,?\s(?:and|while)\s(?:(?:the|her|his|their)\s)?(?:[\w’'.-]+\s){{0,3}}[A-Z][\w’'.-]+\s(?:(?:to|for)\s)?{_NUM}[-\s](?P<u>years?|months?|days?)\b)"
)
_UNIT_BEFORE: Final = 250  # characters back to the length from which a bare number has its unit
# "pay a fine or in default serve one year": served only if it is not paid.
_IN_DEFAULT: Final = re.compile(r"\b(?:in default\b|failing which\b)[^.;:\n]{0,40}$", re.IGNORECASE)
# "from 24 to 15 months": no range goes down.
_DOWN: Final = re.compile(rf"\bfrom\s(?P<high>{_NUM})(?:[-\s]{_UNIT})?\s(?:down\s)?to\s$", re.IGNORECASE)
# "increased the sentence from eight to 28 years", "reducing it from two years to sixteen months": a change names both its ends.
_CHANGING: Final = re.compile(
    rf"\b(?:(?:rais|increas|lengthen|hik|extend|doubl|reduc|lower|shorten|commut|cut|mitigat|slash)\w*|br(?:ought|ings?) (?:back|down)|turned)\b[^.;\n]{{0,80}}\bfrom\s(?:(?P<high>{_NUM})(?:{_HALF}[-\s]{_UNIT})?\sto\s)?$",
    re.IGNORECASE,
)
_GOES_ON: Final = {("y", "m"), ("y", "w"), ("y", "d"), ("m", "w"), ("m", "d"), ("w", "d"), ("d", "h")}
_LETTER: Final = {"y": "Y", "m": "M", "w": "W", "d": "D", "n": "D", "h": "H"}


def find_terms(text: str) -> tuple[Term, ...]:
    """Every length of time in `text`, in order, except ages ("51-year-old"), ranges ("five to eight years", "up to 12
    years": possible penalties, nobody's term) and distances in time ("two years ago").
    """
    found = [Term("LIFE", Span(*m.span())) for m in _LIFE.finditer(text)]
    found += [Term(iso, Span(*m.span())) for pattern, iso in _IN_WORDS for m in pattern.finditer(text)]
    if "decade" in text.lower():
        tens = ((m, number_value(m["n"])) for m in _DECADES.finditer(text))
        found += [Term(f"P{value * 10:.0f}Y", Span(*m.span())) for m, value in tens if value is not None]
    position = 0
    while match := _TERM.search(text, position):
        position = match.end()
        if match["u2"] and ((match["u1"][0].lower(), match["u2"][0].lower()) not in _GOES_ON or _is_too_much(match)):
            position = match.end("u1")  # "8 years, 3 years and 10 years": three people's terms, not one
            match = _TERM.search(text[:position], match.start())
        if match and (iso := _iso(match)) and not _is_other(text, match):
            span = Span(*match.span())
            if not any(t.span and t.span.touches(span) for t in found):
                found.append(Term(iso, span))
    found += [
        t for m in _CHANGED_TO.finditer(text) if (t := _second(m)) and not any(t.span and o.span and t.span.touches(o.span) for o in found)
    ]
    found += _before_their_unit(text, found)
    found += _bare_numbers(text, found)
    return tuple(sorted(found, key=lambda t: t.span or Span(0, 1)))


def _before_their_unit(text: str, found: Sequence[Term]) -> list[Term]:
    """The lengths whose unit stands with the next one: two of "to two and Y to three years"."""
    told = [t.span for t in found if t.span is not None]
    shared = [(number_value(m["n"]) or 0, m["u"][0], Span(*m.span("n"))) for m in _UNIT_BEHIND.finditer(text)]
    terms = (of_units(value, _LETTER[unit], place) for value, unit, place in shared if not any(s.touches(place) for s in told))
    return [t for t in terms if t is not None]


def _bare_numbers(text: str, found: Sequence[Term]) -> list[Term]:
    """The lengths that say no unit, in the unit of the one told last before them; a reduction lowers it."""
    told = [t.span for t in found if t.span is not None]
    out: list[Term] = []
    for match in _BARE.finditer(text):
        words = "n" if match["n"] else "bracketed"
        lengths = list(_LENGTH.finditer(text, max(0, match.start() - _UNIT_BEFORE), match.start(words)))
        value, before = number_value(match[words]), number_value(lengths[-1]["n"]) if lengths else None
        half = match["half"] or match["half2"] or ""
        place = Span(match.start(words), match.end(words) + len(half))
        if value is None or before is None or any(span.touches(place) for span in told) or _is_an_age(text, match, words):
            continue
        value += 0.5 if half else 0.0
        if (match["cut"] is None or value < before) and (term := of_units(value, _LETTER[lengths[-1]["u"][0].lower()], place)):
            out.append(term)
    return out


def _is_an_age(text: str, match: re.Match[str], words: str) -> bool:
    """True for the number of a row of ages: "Anna Li (34), Omar Said (29)"; a length in brackets follows another one in brackets."""
    if words == "n":
        return False
    before = text[max(0, match.start() - _UNIT_BEFORE) : match.start()]
    return re.search(r"\((?:[\w ½/-]+\s)?(?:years?|months?|days?)\)", before) is None


_AMOUNT: Final = rf"(?<!\w)(?P<n>{_NUM})(?!\w)(?P<h>{_HALF})(?:[-\s](?P<u>{_UNIT}))?(?P<a>\sand\sa\shalf)?"
_SHARES: Final = re.compile(  # not "Yarphel, 19, two and a half years"
    rf"(?<![\w.,/-])(?<!,\s)(?P<run>(?:{_NUM}{_HALF}(?:[-\s]{_UNIT})?(?:\sand\sa\shalf)?(?:,\s(?:and\s)?|\sand\s))+{_NUM}{_HALF}[-\s]{_UNIT}(?:\sand\sa\shalf)?)(?!\w)",
    re.IGNORECASE,
)
_ONE_AMOUNT: Final = re.compile(_AMOUNT, re.IGNORECASE)


def find_shares(text: str, start: int, stop: int) -> tuple[Term, ...]:
    """The lengths that "got ten, nine and seven years" shares out, in order; none for one length ("six years and two months") or a range."""
    match = _SHARES.search(text, start, stop)
    if match is None or _is_range(text[max(0, match.start() - 48) : match.start()]):
        return ()
    amounts = list(_ONE_AMOUNT.finditer(text, match.start("run"), match.end("run")))
    units = {m["u"][0].lower() for m in amounts if m["u"]}
    if len(amounts) < 2 or len(units) != 1 or any(m["n"].lower() in ("a", "an") for m in amounts):
        return ()
    letter = _LETTER[units.pop()]
    values = [(m, number_value(m["n"])) for m in amounts]
    shares = [Term(iso, Span(*m.span())) for m, value in values if value is not None and (iso := _spelled({letter: value + _half(m)}))]
    return tuple(shares) if len(shares) == len(amounts) else ()


def _second(match: re.Match[str]) -> Term | None:
    half = re.search(r"[- ]and[- ]a[- ]half$", match["n"], re.IGNORECASE)
    value = number_value(match["n"][: half.start()] if half else match["n"])
    unit = match["from"] or match["was"]
    if value is None or match["n"].lower() in ("a", "an"):
        return None
    iso = _spelled({_LETTER[unit[0].lower()]: value + (0.5 if half else 0.0)})
    return Term(iso, Span(*match.span("n"))) if iso else None


def _half(match: re.Match[str]) -> float:
    return 0.5 if match["h"] or match["a"] else 0.0


def _is_too_much(match: re.Match[str]) -> bool:
    """True for "two years and eighteen months": more months than a year has are another person's term."""
    return match["u2"][0].lower() == "m" and match["u1"][0].lower() == "y" and (number_value(match["n2"]) or 0) >= 12


def _is_other(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 120) : match.start()]
    if _CHANGING.search(before):
        return False
    if _CUT_TO.search(before) or (_HELD_UP_TO.search(before) and not _THREATENS.search(before)):
        return False
    before = before[-48:]
    if _IN_DEFAULT.search(before):
        return True
    distance = _NOT_A_TERM.match(text, match.end())
    lasts = (
        distance is not None and distance[0].strip() == "after" and before.endswith(("for ", "by ", "to "))
    )  # "sent to prison for 30 months after a trial"
    if (distance and not lasts) or _RANGE_AFTER.match(text, match.end()):
        return True
    if _WITHIN.search(before) and not _TO_SERVE.match(text, match.end()):
        return True
    if _AGE_BEFORE.search(before) or ("-" in match[0] and _OF_ANOTHER_THING.match(text, match.end())):
        return True
    if (down := _DOWN.search(before)) and (number_value(down["high"]) or 0) > (number_value(match["n1"]) or 0):
        return False
    if match["n1"].lower() in ("a", "an") and _RATE_BEFORE.search(before):
        return True
    return bool(_is_range(before) or _SHARED_OUT.search(before))


_DAY_OF_MONTH: Final = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s$"
)


def _is_range(before: str) -> bool:
    """True for "five to" before "eight years", "up to" before "12 years"; "on August 9 to" ends a date."""
    found = _RANGE_BEFORE.search(before)
    return found is not None and not _DAY_OF_MONTH.search(before[: found.start()])


def _iso(match: re.Match[str]) -> str | None:
    """The duration, units in ISO order; a half becomes the next smaller unit (5 1/2 years: P5Y6M)."""
    amounts: dict[str, float] = {}
    for i in "123":
        number, unit = match[f"n{i}"], match[f"u{i}"]
        if number is None:
            continue
        value = number_value(number)
        if value is None:
            return None
        if match[f"h{i}"] or match[f"a{i}"]:
            value += 0.5
        letter = _LETTER[unit[0].lower()]
        if letter in amounts:
            return None
        amounts[letter] = value
    return _spelled(amounts)


def of_units(number: float, letter: str, span: Span) -> Term | None:
    """So many years (Y), months (M) or days (D), told in the words at `span`; None for nothing or a count beyond all terms."""
    iso = _spelled({letter: number})
    return Term(iso, span) if iso is not None else None


def _spelled(amounts: dict[str, float]) -> str | None:
    for big, small, size in (("Y", "M", 12), ("M", "D", 30), ("W", "D", 7), ("D", "H", 24)):
        value = amounts.get(big, 0.0)
        whole, rest = int(value), value - int(value)
        if rest:
            amounts[big] = whole
            amounts[small] = amounts.get(small, 0.0) + round(rest * size)
    parts = {k: int(v) for k, v in amounts.items() if v}
    if not parts or any(v > 9999 for v in parts.values()):
        return None
    days = "".join(f"{parts[k]}{k}" for k in "YMWD" if k in parts)
    return "P" + days + (f"T{parts['H']}H" if "H" in parts else "")


def is_time_served(term: Term) -> bool:
    """True for "2 years, 10 months and 23 days of imprisonment": counted to the day, what somebody has served, and no sentence."""
    return "D" in term.iso and ("Y" in term.iso or "M" in term.iso)
