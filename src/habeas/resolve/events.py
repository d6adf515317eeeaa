"""Which tellings are one event: same kind, dates that can be one, no contradiction in what else they say.

Sources that disagree are not averaged. Where only a detail differs the event has a dispute; where the dates differ there are two
events, and each names the other as its rival. The result does not depend on the order in which documents arrive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from habeas.case.case import Dispute, Event, Telling
from habeas.case.dates import DateValue
from habeas.case.periods import can_be_one, days_apart, precision, reading_order
from habeas.case.vocabulary import CustodyType as T

NEAR = 14  # days; two outlets that date one arrest differently are days apart, two arrests mostly months
# These happen again and again within days. Of the others two close together, from two sources, are likely one told differently.
_OFTEN = frozenset(
    (
        T.DETENTION_EXTENDED,
        T.APPEAL_REJECTED,
        T.TRANSFERRED,
        T.HUNGER_STRIKE,
        T.ILL_TREATED,
        T.TRIAL_OPENED,
        T.FINED,
        T.SEARCHED,
        T.SUMMONED,
    )
)
_ONCE = frozenset((T.DIED, T.EXECUTED))
_TAKEN = frozenset((T.DETAINED, T.ARRESTED))


def join_events(tellings: Iterable[Telling], group_of: Mapping[str, str]) -> tuple[Event, ...]:
    """The events that the tellings tell, in order of time. `group_of` names for each source the group of its reprints."""
    clusters: list[list[Telling]] = []
    for telling in sorted(tellings, key=_joining_order):
        fitting = [c for c in clusters if all(_can_join(telling, other) for other in c)]
        home = _choose(telling, fitting)
        if home is None:
            clusters.append([telling])
        else:
            home.append(telling)
    events = [Event(tuple(c), len({group_of.get(t.source.id, t.source.id) for t in c}), _disputes(c)) for c in clusters]
    return tuple(sorted(_with_rivals(events, group_of), key=lambda e: (reading_order(e.date), _rank(e.type), e.id)))


def _joining_order(telling: Telling) -> tuple[int, tuple[int, str, str, int], str]:
    """Precise dates first, so that the vague ones find them; then by date and name, never by arrival."""
    exact = precision(telling.date.edtf) if telling.date else -1
    return -exact, reading_order(telling.date), telling.key


def _choose(telling: Telling, fitting: list[list[Telling]]) -> list[Telling] | None:
    """The one event that the telling fits. Among several only one with the same date or a shared detail: otherwise nobody knows."""
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    alike = [c for c in fitting if any(_same_date(telling, t) for t in c)] or [
        c for c in fitting if any(_shares_detail(telling, t) for t in c)
    ]
    return alike[0] if len(alike) == 1 else None


def _can_join(a: Telling, b: Telling) -> bool:
    if a.type is not b.type and not ({a.type, b.type} <= _TAKEN and _same_day(a, b)):
        return False
    if (a.phase and b.phase and a.phase is not b.phase) or not can_be_one(a.date, b.date):
        return False
    if a.source.id == b.source.id:
        return _same_date(a, b) and not _contradictions(a, b)
    return _same_day(a, b) or not _contradictions(a, b)


def _same_date(a: Telling, b: Telling) -> bool:
    return a.date is not None and b.date is not None and a.date.edtf == b.date.edtf


def _same_day(a: Telling, b: Telling) -> bool:
    return _same_date(a, b) and a.date is not None and precision(a.date.edtf) == 3


def _articles(telling: Telling) -> frozenset[str]:
    return frozenset(p.strip() for p in (telling.article or "").split(",") if p.strip())


def _differ_in_term(a: Telling, b: Telling) -> bool:
    return a.term is not None and b.term is not None and a.term.iso != b.term.iso


def _differ_in_until(a: Telling, b: Telling) -> bool:
    return not can_be_one(a.until, b.until)


def _differ_in_articles(a: Telling, b: Telling) -> bool:
    one, other = _articles(a), _articles(b)
    return bool(one and other and not one & other)


def _differ_in_subtype(a: Telling, b: Telling) -> bool:
    return a.subtype is not None and b.subtype is not None and a.subtype != b.subtype


_FIELDS: tuple[tuple[str, Callable[[Telling, Telling], bool], Callable[[Telling], str | None]], ...] = (
    ("term", _differ_in_term, lambda t: t.term.iso if t.term else None),
    ("until", _differ_in_until, lambda t: t.until.edtf if t.until else None),
    ("articles", _differ_in_articles, lambda t: t.article),
    ("kind", _differ_in_subtype, lambda t: t.subtype),
)


def _contradictions(a: Telling, b: Telling) -> tuple[str, ...]:
    return tuple(name for name, differ, _ in _FIELDS if differ(a, b))


def _shares_detail(a: Telling, b: Telling) -> bool:
    """True if the two give the same term, end, article or authority."""
    return (
        (a.term is not None and b.term is not None and a.term.iso == b.term.iso)
        or (a.until is not None and b.until is not None and a.until.edtf == b.until.edtf)
        or bool(_articles(a) & _articles(b))
        or (a.authority is not None and b.authority is not None and a.authority.id == b.authority.id)
    )


def _disputes(cluster: Sequence[Telling]) -> tuple[Dispute, ...]:
    found = []
    for name, differ, value in _FIELDS:
        if any(differ(a, b) for a, b in combinations(cluster, 2)):
            given: dict[str, list[str]] = {}
            for telling in cluster:
                if (said := value(telling)) is not None:
                    given.setdefault(said, []).append(telling.key)
            found.append(Dispute(name, tuple((said, tuple(keys)) for said, keys in sorted(given.items()))))
    return tuple(found)


def _with_rivals(events: list[Event], group_of: Mapping[str, str]) -> list[Event]:
    rivals: dict[str, list[str]] = {e.id: [] for e in events}
    candidates = [(e, e.date, _groups(e, group_of)) for e in events if e.type not in _OFTEN]
    for (a, date_a, groups_a), (b, date_b, groups_b) in combinations(candidates, 2):
        if not groups_a & groups_b and _can_be_rivals(a, date_a, b, date_b):
            rivals[a.id].append(b.id)
            rivals[b.id].append(a.id)
    return [replace(e, rivals=tuple(sorted(rivals[e.id]))) for e in events]


def _can_be_rivals(a: Event, date_a: DateValue | None, b: Event, date_b: DateValue | None) -> bool:
    """True if two events of separate sources look like one told differently. A source that tells both knows two."""
    if a.type is not b.type and not {a.type, b.type} <= _TAKEN:
        return False
    if date_a is None or date_b is None:
        return any(_contradictions(s, t) for s in a.tellings for t in b.tellings)
    if a.type is not b.type and can_be_one(date_a, date_b):
        return False
    apart = days_apart(date_a, date_b)
    return apart is not None and (a.type in _ONCE or apart <= NEAR)


def _groups(event: Event, group_of: Mapping[str, str]) -> set[str]:
    return {group_of.get(t.source.id, t.source.id) for t in event.tellings}


def _rank(type_: T) -> int:
    """The order of a case's course, for events of one date."""
    return list(T).index(type_)
