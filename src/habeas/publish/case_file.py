"""One case in full for the terminal: status, names, timeline, demands and answers, each with the words that say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from habeas.case.case import Answer, Case, Deed, Event, Exchange, Party, SourceLine, Telling, Utterance
from habeas.case.passage import Passage
from habeas.case.vocabulary import TOLD, Realis
from habeas.publish.policy import redact
from habeas.publish.wording import say_answer, say_date, say_deed, say_edtf, say_term, say_type

_MOST = 12  # quotations printed; the pages show all


def case_view(case: Case) -> Group:
    """The case as one printable whole."""
    return Group(*(part for section in (_head, _timeline, _demands, _deeds, _answers, _words, _open) for part in section(case)))


def _head(case: Case) -> Iterator[RenderableType]:
    yield Text(case.name + (" (a group)" if case.is_group else ""), style="bold")
    yield Text(f"As of {say_edtf(case.status.as_of)}: {case.status.wording}")
    yield Text(f"Id: {case.id}", style="dim")
    if case.names:
        yield Text("Names seen: " + "; ".join(f"{n.name} ({n.script}; {_labels(n.sources)})" for n in case.names))
    if case.roles:
        yield Text("Presented as: " + "; ".join(f"{r.role} ({_labels(r.sources)})" for r in case.roles))
    yield Text("Sources: " + "; ".join(_cite(s) for s in case.sources))


def _timeline(case: Case) -> Iterator[RenderableType]:
    if case.timeline:
        yield from _heading("Timeline, as reported")
        for event in case.timeline:
            yield from _event(event, case.timeline)
    if case.apart:
        yield from _heading("Not told as fact (planned, possible or denied)")
        for event in case.apart:
            yield from _event(event, case.apart)


def _event(event: Event, timeline: Sequence[Event]) -> Iterator[RenderableType]:
    marks = [m for m, holds in (("alleged", event.is_alleged), (_realis(event), _realis(event) != "")) if holds]
    kinds = " / ".join(dict.fromkeys(say_type(t.type) for t in event.tellings))
    count = "" if len(event.sources) == 1 else f" ({len(event.sources)} sources, {event.witnesses} independent)"
    yield Text(f"{say_date(event.date)}: {kinds}{' [' + ', '.join(marks) + ']' if marks else ''}{count}", style="bold")
    for telling in event.tellings:
        yield _indented(f"{_cite(telling.source)}: {_details(telling)}{_quoted(telling.passages)}")
    for dispute in event.disputes:
        values = "; ".join(f"{value} ({_labels_of(event, keys)})" for value, keys in dispute.values)
        yield _indented(f"Sources disagree on the {dispute.field}: {values}", style="yellow")
    for rival in (e for e in timeline if e.id in event.rivals):
        yield _indented(f"Sources disagree: told as {say_date(rival.date)} by {_labels(t.source for t in rival.tellings)}", style="yellow")


def _realis(event: Event) -> str:
    kinds = {t.realis for t in event.tellings} - TOLD
    return ", ".join(sorted(k.value for k in kinds))


def _details(t: Telling) -> str:
    """What this source says of the event, beside its kind."""
    parts = [
        say_date(t.date) if t.date else "",
        t.subtype or "",
        say_term(t.term),
        f"until {say_date(t.until)}" if t.until else "",
        _plain(t.charge),
        f"articles {t.article}" if t.article and not (t.charge and t.article[:5] in t.charge.exact) else "",
        t.authority.name if t.authority else _plain(t.authority_words),
        _plain(t.place),
        f"on the word of {t.voice.name}" if t.voice else "",
        "accepted by a person" if t.verdict else "",
    ]
    said = ", ".join(p for p in parts if p)
    return f"{said}. " if said else ""


def _demands(case: Case) -> Iterator[RenderableType]:
    if case.demands:
        yield from _heading("Release demanded")
    for exchange in case.demands:
        yield from _demand(exchange)


def _demand(exchange: Exchange) -> Iterator[RenderableType]:
    asked = f" of {_parties(exchange.addressees)}" if exchange.addressees else ""
    yield Text(f"{say_date(exchange.date)}: {_parties(exchange.actors) or 'asker not named'} asked{asked}", style="bold")
    for telling in exchange.tellings:
        yield _indented(f"{_cite(telling.source)}: {_quoted(telling.passages)}")
    if exchange.norms:
        yield _indented("Ground: " + _quoted(exchange.norms))
    for answer, tie in exchange.answers:
        yield _indented(f"Answer, {_parties(answer.actors)} {say_answer(answer.type)} ({tie}): {_quoted(answer.passages)}")


def _deeds(case: Case) -> Iterator[RenderableType]:
    if case.deeds or case.deeds_apart:
        yield from _heading("Awards, condemnations, sanctions, meetings")
    for deed in (*case.deeds, *case.deeds_apart):
        yield from _deed(deed)


def _deed(deed: Deed) -> Iterator[RenderableType]:
    mark = "" if deed.realis is Realis.ASSERTED else f" [{deed.realis}]"
    by = f", by {_parties(deed.actors)}" if deed.actors else ""
    yield Text(f"{say_date(deed.date)}: {say_deed(deed.type)}{f' ({deed.subtype})' if deed.subtype else ''}{mark}{by}", style="bold")
    yield _indented(f"{_cite(deed.source)}: {_quoted(deed.passages)}")
    if deed.place is not None:
        yield _indented("Where: " + _quoted((deed.place,)))


def _answers(case: Case) -> Iterator[RenderableType]:
    linked = {answer.key for exchange in case.demands for answer, _ in exchange.answers}
    loose: list[Answer] = [a for a in case.answers if a.key not in linked]
    if loose:
        yield from _heading("Answers and denials")
    for answer in loose:
        yield Text(f"{_parties(answer.actors) or 'Not said who:'} {say_answer(answer.type)}", style="bold")
        yield _indented(f"{_cite(answer.source)}: {_quoted(answer.passages)}")


def _words(case: Case) -> Iterator[RenderableType]:
    if case.words:
        yield from _heading(f"Own words ({len(case.words)})")
    for utterance in case.words[:_MOST]:
        yield _indented(f"{_cite(utterance.source)}: {_utterance(utterance)}")


def _utterance(u: Utterance) -> str:
    return _quoted(u.content) + (f" (to {u.via})" if u.via else "")


def _open(case: Case) -> Iterator[RenderableType]:
    if case.questions:
        yield from _heading("For a person to decide")
    for question in case.questions:
        yield _indented(f"{question.kind}: {question.why} {_quoted(question.passages)} [{question.subject}]")
    if case.rejected:
        yield from _heading("Rejected by a person")
    for line in case.rejected:
        yield _indented(f"{_cite(line.source)}: {say_type(line.type)}: {_quoted(line.passages)}")


def _heading(text: str) -> tuple[RenderableType, ...]:
    return Text(""), Text(text, style="underline")


def _indented(text: str, style: str = "") -> Padding:
    return Padding(Text(text, style=style), (0, 0, 0, 4))


def _cite(source: SourceLine) -> str:
    return f"{source.label}, {say_edtf(source.published, unknown='publication date not given')}"


def _labels(sources: Iterable[SourceLine]) -> str:
    return ", ".join(dict.fromkeys(s.label for s in sources))


def _labels_of(event: Event, keys: tuple[str, ...]) -> str:
    return _labels(t.source for t in event.tellings if t.key in keys)


def _parties(parties: Iterable[Party]) -> str:
    return ", ".join(p.name for p in parties)


def _plain(passage: Passage | None) -> str:
    return "" if passage is None else redact(" ".join(passage.exact.split()))


def _quoted(passages: Iterable[Passage]) -> str:
    return " ".join(f"“{_plain(p)}”" for p in passages)
