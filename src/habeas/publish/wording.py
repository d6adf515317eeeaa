"""How dates, terms and kinds of event are said in English, in pages and on the terminal. Never more than the value says."""

from __future__ import annotations

import calendar
import re

from habeas.case.dates import Bound, DateValue, Term
from habeas.case.vocabulary import ActionType, ResponseType

_ANSWERS = {
    ResponseType.REJECT: "rejected it",
    ResponseType.ACCUSE: "accused in turn",
    ResponseType.DENY: "denied it",
    ResponseType.NO_COMMENT: "did not comment",
}
_DEEDS = {ActionType.DEMAND_RELEASE: "release demanded", ActionType.CONDEMN: "condemned", ActionType.SANCTION: "sanctions"}
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}


def say_date(date: DateValue | None, *, unknown: str = "date not given") -> str:
    """`2024-12-11` as "11 December 2024", `2024-12~` as "about December 2024", `XXXX-12-11` as "11 December, year not given"."""
    if date is None:
        return unknown
    parts = date.edtf.rstrip("~").split("-")
    month = calendar.month_name[int(parts[1])] if len(parts) > 1 else ""
    day = str(int(parts[2])) if len(parts) > 2 else ""
    if parts[0] == "XXXX":
        text = " ".join(p for p in (day, month) if p) + ", year not given" if month else "year not given"
    else:
        text = " ".join(p for p in (day, month, parts[0].lstrip("0")) if p)
    rough = "about " if date.edtf.endswith("~") else ""
    bound = {Bound.ON: "", Bound.SINCE: "since ", Bound.BY: "by "}[date.bound]
    return f"{bound}{rough}{text}"


def say_edtf(edtf: str | None, *, unknown: str = "date not given") -> str:
    return say_date(DateValue(edtf) if edtf else None, unknown=unknown)


def say_term(term: Term | None) -> str:
    """`P9Y6M` as "9 years 6 months", `PT48H` as "48 hours", `LIFE` as "life"."""
    if term is None:
        return ""
    if term.iso == "LIFE":
        return "life"
    days, _, hours = term.iso[1:].partition("T")
    said = [_count(n, _UNITS[u]) for n, u in re.findall(r"(\d+)([YMWD])", days)]
    said += [_count(n, "hour" if u == "H" else "minute") for n, u in re.findall(r"(\d+)([HM])", hours)]
    return " ".join(said)


def say_type(type_: str) -> str:
    """`detention_extended` as "detention extended"."""
    return type_.replace("_", " ")


def say_answer(type_: ResponseType) -> str:
    """What somebody did who answered so: "rejected it"."""
    return _ANSWERS[type_]


def say_deed(type_: ActionType) -> str:
    """What was done: "condemned"; an award, a meeting and what has no kind of its own are called that."""
    return _DEEDS.get(type_, type_.value)


def _count(number: str, unit: str) -> str:
    return f"{int(number)} {unit}" if int(number) == 1 else f"{int(number)} {unit}s"
