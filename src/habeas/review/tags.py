"""What templates can say: dates, terms and kinds in words, and a value together with the words that say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from django import template

from habeas.case.case import Answer, Deed, SourceLine, Telling, Utterance
from habeas.case.dates import DateValue
from habeas.case.passage import Passage
from habeas.case.source import Source
from habeas.publish import policy, wording

register = template.Library()
_SHORT = 60  # characters; so few words say little without those around them
_LONGEST = 420  # characters of a passage in a small box; the article shows all

register.filter("say_date", wording.say_date)
register.filter("say_term", wording.say_term)
register.filter("say_type", wording.say_type)
register.filter("say_answer", wording.say_answer)
register.filter("say_deed", wording.say_deed)


@dataclass(frozen=True, slots=True)
class Words:
    """A passage with a little of what stands around it, ready to be shown."""

    before: str
    exact: str
    after: str
    source: SourceLine
    href: str
    language: str | None


@register.filter
def say_edtf(edtf: str | None) -> str:
    return wording.say_edtf(edtf)


@register.filter
def say_share(share: float) -> str:
    return f"{share:.0%} sure"


@register.filter
def redact(text: str) -> str:
    return policy.redact(text)


@register.filter
def source_href(id_: str) -> str:
    return "/source/" + quote(id_.removeprefix("sha256:"), safe="")


@register.filter
def case_href(id_: str) -> str:
    return "/case/" + quote(id_, safe="")


@register.filter
def anchor(id_: str) -> str:
    """A claim's or event's id as a name inside a page."""
    return quote(id_.rpartition("#")[2], safe="")


@register.filter
def event_anchor(key: str) -> str:
    """An event's name inside a page: the source's first letters keep two events with one claim id apart."""
    source, _, claim = key.rpartition("#")
    return "event-" + quote(f"{source.removeprefix('sha256:')[:8]}-{claim}", safe="")


@register.filter
def web_address(url: str | None) -> str:
    """The address if a browser may follow it; nothing for what is no web address (`javascript:` and the like)."""
    return url if url and urlsplit(url).scheme in ("http", "https") else ""


@register.filter
def language_of(source: SourceLine | Source) -> str:
    return source.language or "und"


@register.filter
def language_of_script(script: str) -> str:
    """A language tag for a name of which only the script is known."""
    return {"Latin": "und-Latn", "Cyrillic": "und-Cyrl", "Arabic": "und-Arab", "Georgian": "ka", "Armenian": "hy"}.get(script, "und")


@register.inclusion_tag("parts/said.html", takes_context=True)
def said(
    context: template.Context, value: object, line: Telling | Deed | Answer | Utterance, passage: Passage | None = None
) -> dict[str, Any]:
    """A value, and on hover, focus or tap the words that say it; without words of its own it stands on the whole claim's."""
    shown = wording.say_date(value) if isinstance(value, DateValue) else str(value)
    own = passage if passage is not None else line.passages[0]
    return {"value": shown, "words": _words(context, own, line), "number": next(context["numbers"]), "is_own": passage is not None}


@register.inclusion_tag("parts/words.html", takes_context=True)
def words_of(context: template.Context, line: Telling | Deed | Answer | Utterance) -> dict[str, Any]:
    """The claim's words as a quotation, with a link to their place in the article."""
    passages = line.content if isinstance(line, Utterance) else line.passages
    return {"quotations": [_words(context, p, line) for p in passages], "is_short": sum(len(p.exact) for p in passages) < _SHORT}


def _words(context: template.Context, passage: Passage, line: Telling | Deed | Answer | Utterance) -> Words:
    texts: Mapping[str, Source] = context["texts"]
    source = texts[passage.source]
    before, after = policy.surroundings(source.text, passage.span)
    exact = policy.shown(source.text, passage.span)
    if len(exact) > _LONGEST:
        exact, after = exact[:_LONGEST].rpartition(" ")[0] + " …", ""
    href = f"{source_href(passage.source)}#at-{anchor(line.claim)}"
    return Words(before, exact, after, line.source, href, source.language)
