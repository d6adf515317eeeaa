"""One function a page: ask the store, hand the values to a template."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine

from habeas.case.case import Case, Exchange
from habeas.errors import HabeasError, InputError
from habeas.publish.wording import say_date, say_type
from habeas.record.lines import parties_shown
from habeas.record.store import Store
from habeas.review.marks import cut_article, number_claims

_HERE = Path(__file__).parent
_ENGINE = Engine(dirs=[str(_HERE / "templates")], builtins=["habeas.review.tags"], autoescape=True)
_STATIC = {"habeas.css": "text/css; charset=utf-8", "habeas.js": "text/javascript; charset=utf-8"}


def cases(request: HttpRequest) -> HttpResponse:
    """All cases, or those that a name in any spelling may mean."""
    store, day, asked = _store(request), _day(request), request.GET.get("q", "").strip()
    found = store.cases(as_of=day, known_at=_known_at(request))
    if asked:
        places = {id_: i for i, (id_, _) in enumerate(store.find(asked))}
        found = tuple(sorted((c for c in found if c.id in places), key=lambda c: places[c.id]))
    states = Counter(c.status.state for c in found)
    state = request.GET.get("state", "")
    shown = [c for c in found if not state or c.status.state.value == state]
    return _page(
        request, "cases.html", page="cases", cases=shown, asked=asked, states=sorted(states.items()), state=state, total=len(found)
    )


def case(request: HttpRequest, register: str) -> HttpResponse:
    """Everything about one person or group."""
    store = _store(request)
    found = [c for c in store.case(register, as_of=_day(request), known_at=_known_at(request)) if c.id == register]
    if not found:
        return not_found(request, InputError(f"No case has the id {register}."))
    one = found[0]
    texts = store.texts(s.id for s in one.sources)
    rivals = {e.id: e for e in (*one.timeline, *one.apart)}
    return _page(request, "case.html", page="cases", case=one, texts=texts, events=rivals, basis=_basis(one))


def source(request: HttpRequest, source: str) -> HttpResponse:
    """One article with its claims marked in the text and listed beside it."""
    store = _store(request)
    try:
        chapter = store.chapter(source if ":" in source else f"sha256:{source}")
    except InputError as error:
        return not_found(request, error)
    text = chapter.view.reading.source
    marked = number_claims(chapter.view.reading.claims)
    lines = {line.claim: line for line in (*chapter.told, *chapter.apart, *chapter.unsure, *chapter.rejected)}
    heaps = {line.claim: name for name in ("told", "apart", "unsure", "rejected") for line in getattr(chapter, name)}
    claims = [(m, lines[m.claim.id], heaps[m.claim.id]) for m in marked]
    people = parties_shown(chapter.view)
    paragraphs = cut_article(text, marked, public=(p.name for p, _ in people))
    context: dict[str, Any] = {"source": chapter.source, "paragraphs": paragraphs, "claims": claims, "people": people}
    return _page(request, "source.html", page="sources", texts={text.id: text}, with_case=store.ids_with_case(), **context)


def demands(request: HttpRequest) -> HttpResponse:
    """Who asked for whose release, of whom, in which words, and who answered."""
    store = _store(request)
    found = store.demands(known_at=_known_at(request))
    texts = store.texts(_sources_of(found))
    return _page(request, "demands.html", page="demands", demands=found, texts=texts, with_case=store.ids_with_case())


def sources(request: HttpRequest) -> HttpResponse:
    """All articles in the record."""
    store = _store(request)
    found = store.sources()
    return _page(request, "sources.html", page="sources", sources=found, counts=store.claim_counts())


def problems(request: HttpRequest) -> HttpResponse:
    """Documents that could not be read, and what a person must decide."""
    store = _store(request)
    return _page(request, "problems.html", page="problems", problems=store.problems(), questions=store.questions())


def static(request: HttpRequest, name: str) -> HttpResponse:
    """Our own style sheet and script."""
    if name not in _STATIC:
        return not_found(request, InputError(f"No file {name}."))
    response = HttpResponse((_HERE / "static" / name).read_bytes(), content_type=_STATIC[name])
    response["Cache-Control"] = "no-cache"
    return response


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    message = exception.message if isinstance(exception, HabeasError) else "There is no such page."
    return _page(request, "message.html", status=404, title="Not found", message=message)


def failed(request: HttpRequest) -> HttpResponse:
    """An error of ours says what to do; any other is a mistake, and its traceback is on the terminal."""
    error = sys.exc_info()[1]
    if isinstance(error, HabeasError):
        return _page(request, "message.html", status=500, title="Not possible now", message=str(error))
    message = "The page could not be made. The record is unharmed. Please report what the terminal shows."
    return _page(request, "message.html", status=500, title="A mistake of ours", message=message)


def _page(request: HttpRequest, template: str, *, status: int = 200, **values: Any) -> HttpResponse:
    day, known = request.GET.get("as_of", ""), request.GET.get("known_at", "")
    times = "&".join(f"{name}={value}" for name, value in (("as_of", day), ("known_at", known)) if _is_day(value))
    shared = {"as_of": _day(request), "known_at": _known_at(request), "times": f"?{times}" if times else "", "numbers": count(1)}
    return HttpResponse(_ENGINE.get_template(template).render(Context({**shared, **values})), status=status)


def _store(request: HttpRequest) -> Store:
    store: Store = request.META["habeas.store"]
    return store


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _day(request: HttpRequest) -> dt.date:
    asked = request.GET.get("as_of", "")
    return dt.date.fromisoformat(asked) if _is_day(asked) else _store(request).today()


def _known_at(request: HttpRequest) -> dt.date | None:
    asked = request.GET.get("known_at", "")
    return dt.date.fromisoformat(asked) if _is_day(asked) else None


def _sources_of(exchanges: Iterable[Exchange]) -> set[str]:
    return {line.source.id for x in exchanges for line in (*x.tellings, *(a for a, _ in x.answers))}


def _basis(case: Case) -> list[tuple[str, str]]:
    """What the status rests on: the id of each event or demand, and what to call it."""
    labels = {e.id: f"{say_type(e.type)}, {say_date(e.date)}" for e in case.timeline}
    labels |= {x.id: f"release demanded, {say_date(x.date)}" for x in case.demands}
    return [(id_, labels[id_]) for id_ in case.status.basis if id_ in labels]
