"""Status as of a day: what the reports add up to, in words that say "reported", and never more than they say."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.case.case import Case, State
from habeas.record.casebook import make_casebook
from habeas.record.cases import case_in
from habeas.resolve.identities import Identities
from tests.record.articles import Article

TODAY = "2026-11-24"


def case_of(*lines: str, day: str = TODAY) -> Case:
    """The case of P from lines such as "2024-12-12: arrested 2024-12-03; remanded 2024-12-04 P4M": a source's date, what it says.

    An event is a type, then in any order a date, a term, `until=DATE`, a subtype in brackets, and a realis after "!".
    """
    return _case(list(enumerate(lines)), day)


def _case(numbered: list[tuple[int, str]], day: str) -> Case:
    readings = []
    for number, line in numbered:
        published, _, said = line.partition(": ")
        events = said.split("; ")
        text = f"Source {number}. P X. " + " ".join(f"Event {i} of source {number}." for i in range(len(events)))
        article = Article(text, published=None if published == "undated" else published, outlet=f"Outlet {number}").who("p", "P X")
        for i, event in enumerate(events):
            _tell(article, event, f"Event {i} of source {number}")
        readings.append(article.reading)
    members = {(r.source.id, "p"): "p-x" for r in readings}
    added = {r.source.id: "2026-01-01T00:00:00+00:00" for r in readings}
    return case_in(make_casebook(readings, Identities(members), (), added), "p-x", dt.date.fromisoformat(day))


def _tell(article: Article, event: str, words: str) -> None:
    kind, *rest = event.split()
    fields: dict[str, str] = {}
    for part in rest:
        if part.startswith("until="):
            fields["until"] = part.removeprefix("until=")
        elif part.startswith("("):
            fields["subtype"] = part.strip("()").replace("_", " ")
        elif part.startswith("!"):
            fields["realis"] = part[1:]
        else:
            fields["term" if part[0] == "P" or part == "LIFE" else "on"] = part
    if kind in ("demand_release", "condemn"):
        article.action(kind, words, by="p", for_="p", on=fields.get("on"), **({"realis": fields["realis"]} if "realis" in fields else {}))
    else:
        article.event(kind, "p", words, fields.pop("on", None), **fields)


STATUS = [
    # an arrest is custody, with its day
    (["2024-12-12: arrested 2024-12-03"], TODAY, State.HELD, "Reported held since 3 December 2024."),
    (["2024-12-12: detained"], TODAY, State.HELD, "Reported held, date of arrest not given."),
    (["2024-12-12: arrested 2024-12"], TODAY, State.HELD, "Reported held since December 2024."),
    (["undated: arrested XXXX-12-03"], TODAY, State.HELD, "Reported held since 3 December, year not given."),
    # before the arrest nothing is reported
    (["2024-12-12: arrested 2024-12-03"], "2024-12-02", State.UNKNOWN, "No arrest, sentence or release reported by this day."),
    (["2024-12-12: arrested 2024-12-03"], "2024-12-03", State.HELD, "Reported held since 3 December 2024."),
    # an undated arrest had happened when its source was out, not before
    (["2024-12-12: arrested"], "2024-12-11", State.UNKNOWN, "No arrest, sentence or release reported by this day."),
    # a term runs, then lapses; it never turns into a release
    (
        ["2024-12-12: arrested 2024-12-03; remanded 2024-12-04 P4M"],
        "2025-04-04",
        State.HELD,
        "Reported held since 3 December 2024; remanded until 4 April 2025 (counted from the term).",
    ),
    (
        ["2024-12-12: arrested 2024-12-03; remanded 2024-12-04 P4M"],
        "2025-04-05",
        State.TERM_LAPSED,
        "Reported remanded until 4 April 2025 (counted from the term); that term has lapsed, no extension seen and no release reported.",
    ),
    (["2024-12-12: remanded 2024-12-04 until=2025-03-20"], "2025-03-21", State.TERM_LAPSED, None),
    (["2024-12-12: remanded 2024-12-04 until=2025-03"], "2025-03-21", State.HELD, None),
    # an extension without an end date runs on from the known end
    (["2024-12-12: remanded 2024-12-04 P4M", "2025-04-02: detention_extended 2025-04-01 P2M"], "2025-06-04", State.HELD, None),
    (["2024-12-12: remanded 2024-12-04 P4M", "2025-04-02: detention_extended 2025-04-01 P2M"], "2025-06-05", State.TERM_LAPSED, None),
    # where no end was known none is made up
    (["2024-12-12: arrested 2024-12-03", "2025-04-02: detention_extended 2025-04-01 P2M"], TODAY, State.HELD, None),
    # a later release beats an earlier arrest, whichever source comes first
    (["2025-03-02: released 2025-03-01", "2024-12-12: arrested 2024-12-03"], TODAY, State.RELEASED, "Reported released, 1 March 2025."),
    (["2025-03-02: arrested; released 2025-03-01"], TODAY, State.RELEASED, None),
    (["2025-03-02: released", "2024-12-12: arrested 2024-12-03"], TODAY, State.RELEASED, "Reported released, date not given."),
    (["2025-03-02: arrested 2024-12-03; released 2025"], TODAY, State.RELEASED, None),
    # a new arrest after a release is custody again
    (
        ["2023-12-12: arrested 2023-12-03", "2024-03-02: released 2024-03-01", "2025-01-12: arrested 2025-01-10"],
        TODAY,
        State.HELD,
        "Reported held since 10 January 2025.",
    ),
    # an old case that ended does not count for the new one
    (
        ["2024-12-05: sentenced 2016-09 P9Y; released 2019-03; detained 2024-12-03"],
        TODAY,
        State.HELD,
        "Reported held since 3 December 2024.",
    ),
    # an arrest of unknown date in a source that is later than a release: nobody knows which came last
    (["2022-05-02: released 2022-05-01", "2024-12-12: arrested"], TODAY, State.UNCLEAR, None),
    # sentences
    (
        ["2025-06-21: arrested 2023-11-20; sentenced 2025-06-20 P9Y6M"],
        TODAY,
        State.SENTENCED,
        "Reported sentenced to 9 years 6 months, 20 June 2025; held since 20 November 2023.",
    ),
    (["2025-06-21: sentenced 2025-06-20 LIFE"], TODAY, State.SENTENCED, "Reported sentenced to life, 20 June 2025."),
    (["2024-12-05: sentenced 2024-12-03 P30D (administrative_arrest)"], "2025-01-02", State.SENTENCED, None),
    (["2024-12-05: sentenced 2024-12-03 P30D (administrative_arrest)"], "2025-01-03", State.TERM_LAPSED, None),
    (["2025-06-21: sentenced 2025-06-20 P2Y", "2026-01-05: verdict_quashed 2026-01-04"], TODAY, State.UNCLEAR, None),
    # a sentence without a date follows the arrest, unless that is known to be later than the sentence's source
    (
        ["2025-08-06: sentenced P2Y; arrested 2025-01-11"],
        TODAY,
        State.SENTENCED,
        "Reported sentenced to 2 years, date not given; held since 11 January 2025.",
    ),
    (["2025-08-06: sentenced P2Y", "2025-02-18: arrested 2025-01-12"], TODAY, State.SENTENCED, None),
    (["2020-08-06: sentenced P2Y", "2025-02-18: arrested 2025-01-12"], TODAY, State.HELD, "Reported held since 12 January 2025."),
    (["2025-06-21: sentenced 2025-06-20 P2Y", "2025-08-18: detention_extended P2M; arrested; remanded P4M"], TODAY, State.SENTENCED, None),
    # less than prison
    (["2024-12-12: arrested 2024-12-03; house_arrest 2024-12-05 P2M"], "2025-01-01", State.HOUSE_ARREST, None),
    (["2024-12-12: travel_ban 2024-12-05"], TODAY, State.TRAVEL_BAN, "Reported under a travel ban since 5 December 2024."),
    (["2024-12-12: arrested 2024-12-03; travel_ban 2024-12-05"], TODAY, State.HELD, None),
    (
        ["2024-12-12: arrested 2024-12-03; bailed 2024-12-05"],
        TODAY,
        State.BAILED,
        "Bail reported granted, 5 December 2024; no release reported.",
    ),
    (["2024-12-12: arrested 2024-12-03; pardoned 2024-12-05"], TODAY, State.PARDONED, None),
    # death is final
    (["2024-02-17: sentenced 2021-02-02 P2Y8M; died 2024-02-16", "2024-03-01: arrested 2024-02-29"], TODAY, State.DIED, None),
    # a charge alone says nothing of custody
    (
        ["2024-12-12: charged 2024-12-04"],
        TODAY,
        State.UNKNOWN,
        "Last reported: charged, 4 December 2024; whether the person is held is not reported.",
    ),
    (["2024-12-12: transferred 2024-12-04"], TODAY, State.PRESUPPOSED, None),
    # a demand for release presupposes custody, and that is all it says
    (
        ["2024-12-12: demand_release 2024-12-11"],
        TODAY,
        State.PRESUPPOSED,
        "Release demanded as of 11 December 2024; custody presupposed, no arrest date reported.",
    ),
    (
        ["2024-12-12: demand_release"],
        TODAY,
        State.PRESUPPOSED,
        "Release demanded in a source of 12 December 2024; custody presupposed, no arrest date reported.",
    ),
    (
        ["undated: demand_release XXXX-12-11"],
        TODAY,
        State.PRESUPPOSED,
        "Release demanded as of 11 December, year not given; custody presupposed, no arrest date reported.",
    ),
    (["2024-12-12: demand_release 2024-12-11"], "2024-12-10", State.UNKNOWN, None),
    (["2024-05-02: released 2024-05-01", "2024-12-12: demand_release 2024-12-11"], TODAY, State.PRESUPPOSED, None),
    (["2024-12-12: demand_release 2024-12-11", "2025-05-02: released 2025-05-01"], TODAY, State.RELEASED, None),
    # what is not told as fact does not count
    (["2024-12-12: arrested 2024-12-03; released !possible"], TODAY, State.HELD, None),
    (["2024-12-12: released 2024-12-03 !negated"], TODAY, State.UNKNOWN, None),
    (["2024-12-12: detained 2024-12-03 !alleged"], TODAY, State.HELD, "Alleged held since 3 December 2024."),
]


@pytest.mark.parametrize(("lines", "day", "state", "wording"), STATUS)
def test_status_on_a_day(lines: list[str], day: str, state: State, wording: str | None) -> None:
    """The state and the sentence that a day's reports give."""
    status = case_of(*lines, day=day).status
    assert (status.state, status.wording if wording else None) == (state, wording)
    assert status.as_of == day


@pytest.mark.parametrize(("lines", "day", "state", "wording"), STATUS)
def test_status_never_says_is(lines: list[str], day: str, state: State, wording: str | None) -> None:
    """Labels say "reported", "alleged" or "demanded": what a machine read is never stated as the truth."""
    said = case_of(*lines, day=day).status.wording.lower()
    assert any(word in said for word in ("reported", "alleged", "demanded"))


def test_disagreement_shows_in_the_status() -> None:
    """Two sources that date one arrest differently: both stand, and the status says that they disagree."""
    case = case_of("2024-12-12: arrested 2024-12-03", "2024-12-13: arrested 2024-12-04")
    assert [e.date.edtf for e in case.timeline if e.date] == ["2024-12-03", "2024-12-04"]
    assert [len(e.rivals) for e in case.timeline] == [1, 1]
    assert case.status.is_disputed
    assert case.status.wording.endswith("sources disagree.")


def test_what_is_not_told_as_fact_stands_apart() -> None:
    """Planned, possible and negated events are in the case, but not in its timeline."""
    case = case_of("2024-12-12: arrested 2024-12-03; sentenced P8Y !possible; released !planned")
    assert [e.type.value for e in case.timeline] == ["arrested"]
    assert sorted(e.type.value for e in case.apart) == ["released", "sentenced"]


EVENTS = st.sampled_from(
    [
        "arrested 2024-12-03",
        "detained",
        "remanded 2024-12-04 P4M",
        "released 2025-03-01",
        "released",
        "arrested 2025",
        "sentenced 2025-06 P2Y",
    ]
)
SOURCES = st.tuples(st.sampled_from(["2024-12-12", "2025-03-02", "2025", "undated"]), st.lists(EVENTS, min_size=1, max_size=3, unique=True))


@given(st.lists(SOURCES, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_status_does_not_depend_on_the_order_of_arrival(sources: list[tuple[str, list[str]]], random: object) -> None:
    """Whatever comes in, in whichever order, the case is the same."""
    lines = [f"{published}: {'; '.join(events)}" for published, events in sources]
    numbered = list(enumerate(lines))
    random.shuffle(numbered)  # type: ignore[attr-defined]
    assert _case(numbered, TODAY) == case_of(*lines)
