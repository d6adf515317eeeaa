"""The record's lists as tables for the terminal: cases, a timeline, demands and answers, sources, problems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from habeas.case.case import Case, Event, Exchange, Party, SourceLine
from habeas.case.passage import Passage
from habeas.errors import Problem
from habeas.publish.policy import redact

WIDEST = 140  # characters of a passage in a cell


def _table(title: str, *columns: tuple[str, int]) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", expand=True, pad_edge=False, show_edge=False)
    for name, ratio in columns:
        table.add_column(name, ratio=ratio or None, no_wrap=ratio == 0, overflow="fold")
    return table


def cases_table(cases: Sequence[Case]) -> Table:
    """One row a case: person, status with its day, since when, last source."""
    day = cases[0].status.as_of if cases else "today"
    table = _table(
        f"Cases as of {day} ({len(cases)})", ("person", 4), (f"status reported as of {day}", 6), ("since", 0), ("last source", 4)
    )
    for case in cases:
        last = case.last_source
        since = case.status.since.edtf if case.status.since else ""
        table.add_row(Text(case.name, style="bold"), case.status.wording, since, _cited(last) if last else "")
    return table


def timeline_table(case: Case) -> Table:
    """One row an event: its date, what is reported, by whom, in which words."""
    table = _table(f"Timeline of {case.name}", ("date", 0), ("reported", 3), ("sources", 3), ("the words", 7))
    for event in case.timeline:
        table.add_row(event.date.edtf if event.date else "no date", event_label(event), _sources(event), _event_words(event))
    return table


def event_label(event: Event) -> str:
    """What is reported, with subtype, term, and marks for what is alleged or disputed."""
    label = event.type.value.replace("_", " ")
    if event.subtype:
        label += f" ({event.subtype})"
    if event.term:
        label += f", {event.term.iso}"
    if event.is_alleged:
        label += " [alleged]"
    if event.rivals or event.disputes:
        label += " [sources disagree]"
    return label


def _sources(event: Event) -> str:
    names = dict.fromkeys(t.source.label for t in event.tellings)
    return ", ".join(names) + ("" if event.witnesses == len(names) else f" ({event.witnesses} independent)")


def _event_words(event: Event) -> str:
    return _words(event.tellings[0].passages[:1])


def demands_table(exchanges: Sequence[Exchange]) -> Table:
    """One row a demand: when, who asked, of whom, for whom, in which words, and who answered what."""
    columns = (("date", 0), ("who asked", 3), ("of whom", 2), ("for whom", 4), ("in which words", 5), ("answers", 5))
    table = _table(f"Demands for release ({len(exchanges)})", *columns)
    for exchange in exchanges:
        words = [*(t.passages[0] for t in exchange.tellings[:1]), *exchange.norms]
        answers = [f"{_parties(a.actors) or 'somebody'}: {a.type.value}: {_words(a.passages[:1])}" for a, _ in exchange.answers]
        table.add_row(
            exchange.date.edtf if exchange.date else "no date",
            _parties(exchange.actors) or "(not said)",
            _parties(exchange.addressees) or "(not said)",
            _parties(exchange.beneficiaries) or "(not named)",
            _words(words[:2]),
            "\n".join(answers) or "none in the record",
        )
    return table


def sources_table(sources: Sequence[SourceLine]) -> Table:
    """One row a source."""
    table = _table(f"Sources ({len(sources)})", ("name", 3), ("outlet", 3), ("published", 0), ("title", 5), ("address", 4))
    for source in sources:
        table.add_row(source.name, source.outlet or "", source.published or "not stated", source.title or "", source.url or "")
    return table


def problems_table(problems: Sequence[Problem]) -> Table:
    """One row a problem: where, what, and what to do."""
    table = _table(f"Problems ({len(problems)})", ("document", 3), ("at", 1), ("what", 5), ("next step", 5))
    for problem in problems:
        table.add_row(problem.source, problem.stage, problem.message, problem.next_step)
    return table


def _cited(source: SourceLine) -> str:
    return f"{source.label}, {source.published}" if source.published else source.label


def _parties(parties: Iterable[Party]) -> str:
    return ", ".join(p.name for p in parties)


def _words(passages: Sequence[Passage]) -> str:
    words = redact(" […] ".join(" ".join(p.exact.split()) for p in passages))
    return f"“{words if len(words) <= WIDEST else words[: WIDEST - 1] + '…'}”" if words else ""
