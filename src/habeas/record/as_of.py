"""What was reported of a person's liberty on a day: the status that the events and demands known by then add up to.

Nothing is guessed. A date that can lie after the day does not count for it, a term that ran out is "lapsed" and never "released",
and where the order of an arrest and a release cannot be told the status is "unclear".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.case.case import Event, Exchange, State, Status
from habeas.case.dates import DateValue
from habeas.case.periods import days_of, end_of_term
from habeas.case.vocabulary import CustodyType as T
from habeas.publish.wording import say_date, say_edtf, say_term, say_type

_ENDS = {
    T.RELEASED: State.RELEASED,
    T.BAILED: State.BAILED,
    T.ACQUITTED: State.ACQUITTED,
    T.PARDONED: State.PARDONED,
    T.DEPORTED: State.DEPORTED,
}
_DEATHS = (T.DIED, T.EXECUTED)
_PRESUPPOSE = (T.TRANSFERRED, T.HUNGER_STRIKE, T.APPEAL_REJECTED)
_BACKGROUND = (T.DETAINED, T.ARRESTED, T.REMANDED, *_PRESUPPOSE)
_ORDER = {t: i for i, t in enumerate(T)}


@dataclass(frozen=True, slots=True)
class _Course:
    """Where the events read so far leave a person."""

    state: State = State.UNKNOWN
    since: DateValue | None = None
    until: DateValue | None = None
    last: Event | None = None
    basis: tuple[str, ...] = ()

    def on(self, event: Event, state: State, since: DateValue | None, until: DateValue | None) -> _Course:
        basis = (*self.basis, event.id) if state is self.state else (event.id,)
        return _Course(state, since, until, event, basis)


def status_on(day: dt.date, timeline: Sequence[Event], demands: Sequence[Exchange] = ()) -> Status:
    """The status that the reports give for `day`."""
    past = [e for e in timeline if e.type in _STEPS or e.type in _ENDS or e.type in _DEATHS]
    past = [e for e in past if _latest(e) <= day]
    asked = [d for d in demands if _demand_days(d)[1] <= day]
    if deaths := [e for e in past if e.type in _DEATHS]:
        return _ended(day, deaths[0], State.DIED)
    end = max((e for e in past if e.type in _ENDS), key=_when, default=None)
    steps = sorted((e for e in past if e.type in _STEPS), key=_when)
    if end is None:
        return _standing(day, steps, asked, timeline)
    after = [e for e in steps if _comes_after(e, end) is True]
    if after:
        return _standing(day, after, asked, timeline)
    if unsure := [e for e in steps if _comes_after(e, end) is None]:
        return _unclear(day, unsure[-1], end)
    if later := [d for d in asked if _demand_days(d)[0] > _latest(end)]:
        return _asked_again(day, end, later[-1])
    return _ended(day, end, _ENDS[end.type])


def _days(event: Event) -> tuple[dt.date, dt.date]:
    days = days_of(event.date.edtf) if event.date else None
    return days or (dt.date.min, dt.date.max)


def _latest(event: Event) -> dt.date:
    """The last day on which it can have happened: a source that tells it in the past was out by then."""
    return min(_days(event)[1], dt.date.fromisoformat(event.known_by))


def _demand_days(demand: Exchange) -> tuple[dt.date, dt.date]:
    days = days_of(demand.date.edtf) if demand.date else None
    out = min(dt.date.fromisoformat(t.source.known_by) for t in demand.tellings)
    return (days[0], min(days[1], out)) if days else (dt.date.min, out)


def _when(event: Event) -> tuple[dt.date, dt.date, int, str]:
    """Order of time: what has no date comes by its latest day after what must lie before that."""
    first = _days(event)[0]
    return (first if first > dt.date.min else _undated_place(event)), _latest(event), _ORDER[event.type], event.id


def _undated_place(event: Event) -> dt.date:
    """An undated arrest is background and comes before what has a date; what ends or follows an arrest is news of its source's day."""
    return dt.date.min if event.type in _BACKGROUND else _latest(event)


def _comes_after(step: Event, end: Event) -> bool | None:
    """Whether a step into custody comes after an end of it; None where the sources do not settle it."""
    if _days(step)[0] > _latest(end):
        return True
    if _latest(step) <= max(_days(end)[0], dt.date.min) or (step.date and _days(step)[1] <= _latest(end)):
        return False
    if {t.source.id for t in step.tellings} & {t.source.id for t in end.tellings}:
        return False
    return None if step.known_by > end.known_by else False


def _end_of(event: Event) -> DateValue | None:
    """When the term that this event gives runs out: as the source says, else from its date and term."""
    if event.until is not None:
        return event.until
    return end_of_term(event.date, event.term) if event.date and event.term else None


def _taken(course: _Course, event: Event) -> _Course:
    if course.state is State.HELD or (course.state is State.SENTENCED and not _is_anew(course, event)):
        since = course.since or (event.date if course.state is State.HELD else None)
        return replace(course, since=since, basis=(*course.basis, event.id), until=_end_of(event) or course.until)
    return course.on(event, State.HELD, event.date, _end_of(event))


def _is_anew(course: _Course, event: Event) -> bool:
    """True for an arrest that certainly follows the sentence: the sentence was served, suspended or quashed meanwhile."""
    return course.last is not None and _days(event)[0] > _latest(course.last)


def _remanded(course: _Course, event: Event) -> _Course:
    since = course.since if course.state is State.HELD else event.date
    return course.on(event, State.HELD, since, _end_of(event))


def _extended(course: _Course, event: Event) -> _Course:
    """An extension without an end date runs from the end that was known; where none was, its end is not known."""
    if course.state is State.SENTENCED and event.date is None:
        return course
    until = event.until
    if until is None and event.term is not None and course.until is not None:
        until = end_of_term(course.until, event.term)
    state = course.state if course.state in (State.HELD, State.HOUSE_ARREST) else State.HELD
    since = course.since if course.state is state else None
    return course.on(event, state, since, until)


def _confined(course: _Course, event: Event) -> _Course:
    return course.on(event, State.HOUSE_ARREST, event.date, _end_of(event))


def _banned(course: _Course, event: Event) -> _Course:
    return course.on(event, State.TRAVEL_BAN, event.date, _end_of(event)) if course.state is State.UNKNOWN else course


def _sentenced(course: _Course, event: Event) -> _Course:
    """The term is counted from the sentence at the latest: time served before makes it end earlier, never later."""
    if course.state is not State.HELD:
        return course.on(event, State.SENTENCED, event.date, _end_of(event))
    now = course.on(event, State.SENTENCED, course.since or event.date, _end_of(event))
    return replace(now, basis=(*course.basis, event.id))


def _reduced(course: _Course, event: Event) -> _Course:
    return course.on(event, State.SENTENCED, course.since, None)


def _quashed(course: _Course, event: Event) -> _Course:
    return course.on(event, State.UNCLEAR, None, None) if course.state is State.SENTENCED else course


def _presupposed(course: _Course, event: Event) -> _Course:
    return course.on(event, State.PRESUPPOSED, None, None) if course.state is State.UNKNOWN else course


_STEPS = {
    T.DETAINED: _taken,
    T.ARRESTED: _taken,
    T.REMANDED: _remanded,
    T.DETENTION_EXTENDED: _extended,
    T.HOUSE_ARREST: _confined,
    T.TRAVEL_BAN: _banned,
    T.SENTENCED: _sentenced,
    T.SENTENCE_REDUCED: _reduced,
    T.VERDICT_QUASHED: _quashed,
    **dict.fromkeys(_PRESUPPOSE, _presupposed),
}


def _standing(day: dt.date, steps: Sequence[Event], asked: Sequence[Exchange], timeline: Sequence[Event]) -> Status:
    course = _Course()
    for event in steps:
        course = _STEPS[event.type](course, event)
    if course.last is None:
        return _demanded(day, asked[-1]) if asked else _unknown(day, timeline)
    events = {e.id: e for e in steps}
    grounds = [events[id_] for id_ in course.basis]
    status = Status(
        state=course.state,
        as_of=day.isoformat(),
        wording="",
        since=course.since,
        until=course.until,
        basis=course.basis,
        is_alleged=all(e.is_alleged for e in grounds),
        is_disputed=any(e.rivals or e.disputes for e in grounds),
    )
    if _has_lapsed(course.until, day):
        status = replace(status, state=State.TERM_LAPSED)
    return replace(status, wording=_word(status, course.last))


def _has_lapsed(until: DateValue | None, day: dt.date) -> bool:
    days = days_of(until.edtf) if until else None
    return days is not None and days[1] < day


def _word(status: Status, last: Event) -> str:
    """The sentence for a status that a step into custody gave."""
    said = "Alleged" if status.is_alleged else "Reported"
    since = f" since {_plain(status.since)}" if status.since else ""
    match status.state:
        case State.HELD:
            body = f"{said} held{since or ', date of arrest not given'}"
            body += f"; {say_type(last.type)} until {_say_end(status.until)}" if status.until else ""
        case State.TERM_LAPSED:
            what = "sentenced to a term" if last.type is T.SENTENCED else say_type(last.type)
            body = f"{said} {what} until {_say_end(status.until)}; that term has lapsed, no extension seen and no release reported"
        case State.HOUSE_ARREST:
            body = f"{said} under house arrest{since}" + (f" until {_say_end(status.until)}" if status.until else "")
        case State.TRAVEL_BAN:
            body = f"{said} under a travel ban{since}" + (f" until {_say_end(status.until)}" if status.until else "")
        case State.SENTENCED:
            body = _word_sentence(said, last, since if status.since != last.date else "")
        case State.PRESUPPOSED:
            body = f"{said} {say_type(last.type)}, {say_date(last.date)}; custody presupposed, no arrest date reported"
        case _:
            body = f"{say_type(last.type).capitalize()} reported, {say_date(last.date)}; custody since then not reported"
    return body + ("; sources disagree" if status.is_disputed else "") + "."


def _say_end(until: DateValue | None) -> str:
    return say_date(until) + (" (counted from the term)" if until and until.is_derived else "")


def _word_sentence(said: str, last: Event, since: str) -> str:
    length = {"LIFE": "life", "": ""}.get(last.term.iso if last.term else "", say_term(last.term))
    kind = f" ({last.subtype})" if last.subtype else ""
    verb = "sentence reduced" if last.type is T.SENTENCE_REDUCED else "sentenced"
    to = f" to {length}" if length else ""
    return f"{said} {verb}{to}{kind}, {say_date(last.date)}" + (f"; held{since}" if since else "")


def _plain(date: DateValue | None) -> str:
    """The date without a "since" of its own."""
    return say_edtf(date.edtf if date else None)


def _ended(day: dt.date, event: Event, state: State) -> Status:
    said = "Alleged" if event.is_alleged else "Reported"
    body = f"{said} {say_type(event.type)}, {say_date(event.date)}"
    if state in (State.ACQUITTED, State.PARDONED, State.BAILED):
        body = {State.BAILED: f"Bail {said.lower()} granted, {say_date(event.date)}"}.get(state, body) + "; no release reported"
    disputed = bool(event.rivals or event.disputes)
    body += "; sources disagree" if disputed else ""
    return Status(state, day.isoformat(), body + ".", event.date, None, (event.id,), event.is_alleged, disputed)


def _unclear(day: dt.date, step: Event, end: Event) -> Status:
    body = (
        f"Reported {say_type(end.type)}, {say_date(end.date)}, and {say_type(step.type)}, {say_date(step.date)}; "
        "the sources do not say which came last."
    )
    return Status(State.UNCLEAR, day.isoformat(), body, basis=(end.id, step.id))


def _demanded(day: dt.date, demand: Exchange) -> Status:
    body = f"Release demanded{_asked_when(demand)}; custody presupposed, no arrest date reported."
    return Status(State.PRESUPPOSED, day.isoformat(), body, basis=(demand.id,))


def _asked_again(day: dt.date, end: Event, demand: Exchange) -> Status:
    body = (
        f"Reported {say_type(end.type)}, {say_date(end.date)}; release demanded again{_asked_when(demand)}; "
        "custody presupposed, no new arrest reported."
    )
    return Status(State.PRESUPPOSED, day.isoformat(), body, basis=(end.id, demand.id))


def _asked_when(demand: Exchange) -> str:
    if demand.date is not None:
        return f" as of {say_date(demand.date)}"
    out = min((t.source for t in demand.tellings), key=lambda s: s.known_by)
    return f" in a source of {say_edtf(out.published)}" if out.published else " (date not given)"


def _unknown(day: dt.date, timeline: Sequence[Event]) -> Status:
    told = [e for e in timeline if _latest(e) <= day]
    if not told:
        return Status(State.UNKNOWN, day.isoformat(), "No arrest, sentence or release reported by this day.")
    last = max(told, key=_when)
    body = f"Last reported: {say_type(last.type)}, {say_date(last.date)}; whether the person is held is not reported."
    return Status(State.UNKNOWN, day.isoformat(), body, basis=(last.id,))
