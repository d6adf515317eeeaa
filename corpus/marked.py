"""Compile a document written with marks inside its text into the gold form: text and facts with offsets.

A `.marked` file has three parts, parted by lines that hold only `%%%`: YAML about the document, the text with marks, and
the facts in YAML. A mark is `{labels|words}` and marks nest. Labels are parted by spaces:

    @id      a name mention of that person or body; `@id/n` a nominal one ("the lawyer"), `@id/p` a pronoun
    !kind    boilerplate of that kind (menu, related, cookie, newsletter, hiring, counter, byline, copyright, share, rates)
    word     a name for this span, by which the facts speak of it (`trigger: t1`); used twice, it is one thing in two parts

Facts speak of spans only by such names, so that nobody counts characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

OPENING = re.compile(r"\{([^{}|\n]+)\|")
FORMS = {"n": "nominal", "p": "pronoun", "": "name"}
CUSTODY = (
    "detained arrested charged remanded detention_extended house_arrest travel_ban convicted acquitted sentenced sentence_reduced "
    "appeal_rejected transferred hunger_strike ill_treated pardoned released died trial_opened bailed fined deported executed "
    "verdict_quashed citizenship_revoked banned_from_office searched summoned"
).split()
ACTIONS = "demand_release condemn award sanction meeting other".split()
RESPONSES = "reject accuse deny no_comment".split()
ROLES = "detainee official lawyer relative activist journalist judge prosecutor witness politician commentator other org".split()
KINDS = "person org".split()
FACT_KINDS = ("custody", "quote", "action", "response")
DATE = re.compile(r"(\d{4}|XXXX)(-\d\d(-\d\d)?)?~?")
TERM = re.compile(r"P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?)?|LIFE")


class MarkedError(ValueError):
    """A marked document that cannot be compiled: names the file and what to mend."""


@dataclass
class Marks:
    """The plain text, and what the marks said about it."""

    text: str = ""
    spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    mentions: list[tuple[str, str, int, int]] = field(default_factory=list)
    boilerplate: list[tuple[str, int, int]] = field(default_factory=list)


def strip_marks(marked: str, where: str = "text") -> Marks:
    """The text without its marks, and every mark with its offsets. Raises MarkedError where braces do not pair up."""
    out: list[str] = []
    length = position = 0
    stack: list[tuple[list[str], int]] = []
    marks = Marks()
    while position < len(marked):
        opening = OPENING.match(marked, position)
        if opening:
            stack.append((opening[1].split(), length))
            position = opening.end()
            continue
        char = marked[position]
        if char == "}":
            if not stack:
                raise MarkedError(f"{where}: a '}}' that closes nothing, before: {marked[position + 1 : position + 40]!r}")
            labels, start = stack.pop()
            if start == length:
                raise MarkedError(f"{where}: an empty mark {labels}")
            for label in labels:
                _note(marks, label, start, length)
        elif char == "{":
            raise MarkedError(f"{where}: a '{{' without labels and '|', at: {marked[position : position + 40]!r}")
        else:
            out.append(char)
            length += 1
        position += 1
    if stack:
        raise MarkedError(f"{where}: the mark {stack[-1][0]} is never closed")
    marks.text = "".join(out)
    marks.mentions.sort(key=lambda m: (m[2], -m[3]))
    marks.boilerplate.sort(key=lambda b: b[1])
    return marks


def _note(marks: Marks, label: str, start: int, stop: int) -> None:
    if label.startswith("@"):
        who, _, form = label[1:].partition("/")
        if form not in FORMS:
            raise MarkedError(f"mention form {form!r} of {who!r}: use /n or /p or nothing")
        marks.mentions.append((who, FORMS[form], start, stop))
    elif label.startswith("!"):
        marks.boilerplate.append((label[1:], start, stop))
    else:
        marks.spans.setdefault(label, []).append((start, stop))


class _Compiler:
    """One document on its way from marks to the gold form; collects everything that is wrong before it complains."""

    def __init__(self, name: str, head: dict[str, Any], marks: Marks, facts: dict[str, Any]) -> None:
        self.name, self.head, self.marks, self.facts = name, head, marks, facts
        self.wrong: list[str] = []
        self.used: set[str] = set()
        self.people: dict[str, dict[str, Any]] = facts.get("persons") or {}
        self.unnamed: dict[str, str] = facts.get("unnamed") or {}

    def span(self, label: str | None, where: str) -> dict[str, Any] | None:
        """The hull of all marks with this label, as start, end, text; None for None."""
        if label is None:
            return None
        if label not in self.marks.spans:
            self.wrong.append(f"{where}: no mark is labelled {label!r}")
            return None
        self.used.add(label)
        places = self.marks.spans[label]
        start, end = min(p[0] for p in places), max(p[1] for p in places)
        return {"start": start, "end": end, "text": self.marks.text[start:end]}

    def ids(self, value: Any, where: str) -> list[str]:
        out = [value] if isinstance(value, str) else list(value or [])
        for who in out:
            if who not in self.people and who not in self.unnamed:
                self.wrong.append(f"{where}: {who!r} is neither under persons nor under unnamed")
        return out

    def one_of(self, value: Any, allowed: list[str], where: str) -> Any:
        if value not in allowed:
            self.wrong.append(f"{where}: {value!r} is not one of {', '.join(allowed)}")
        return value

    def matching(self, value: Any, pattern: re.Pattern[str], where: str) -> str | None:
        if value is None:
            return None
        if not pattern.fullmatch(str(value)):
            self.wrong.append(f"{where}: {value!r} is not of the form {pattern.pattern}")
        return str(value)

    def keys(self, item: dict[str, Any], allowed: str, where: str) -> None:
        for key in item:
            if key not in allowed.split():
                self.wrong.append(f"{where}: unknown key {key!r}; known: {allowed}")

    def date(self, item: dict[str, Any], where: str) -> dict[str, Any]:
        value = self.matching(item.get("date"), DATE, where + " date")
        span = self.span(item.get("date_span"), where)
        kind = item.get("date_kind")
        if value and not kind:
            said = span["text"] if span else ""
            kind = "explicit" if re.search(r"\d{4}", said) else "year_inferred" if re.search(r"\d", said) else "relative"
        return {"date": value, "date_kind": kind if value else None, "date_span": span}

    def persons(self) -> list[dict[str, Any]]:
        out = []
        for who, p in self.people.items():
            self.keys(p, "name kind role", f"person {who}")
            mentions = [
                {"start": s, "end": e, "text": self.marks.text[s:e], "type": form} for i, form, s, e in self.marks.mentions if i == who
            ]
            if not mentions:
                self.wrong.append(f"person {who}: nowhere marked in the text")
            kind = self.one_of(p.get("kind", "person"), KINDS, f"person {who} kind")
            role = self.one_of(p.get("role", "org" if kind == "org" else None), ROLES, f"person {who} role")
            out.append({"id": who, "canonical": p["name"], "kind": kind, "role": role, "mentions": mentions})
        for who in {m[0] for m in self.marks.mentions} - set(self.people) - set(self.unnamed):
            self.wrong.append(f"mark @{who}: not under persons")
        return out

    def event(self, e: dict[str, Any]) -> dict[str, Any]:
        at = f"event {e.get('id')}"
        self.keys(
            e,
            "id type subtype phase persons count trigger date date_kind date_span charge article term term_span until "
            "authority place status voice same_as optional",
            at,
        )
        charge, authority, place = (self.span(e.get(k), at) for k in ("charge", "authority", "place"))
        out = {
            "id": e["id"],
            "type": self.one_of(e.get("type"), CUSTODY, at),
            "subtype": e.get("subtype"),
            "phase": e.get("phase"),
            "persons": self.ids(e.get("persons"), at),
            "person_count": e.get("count"),
            "trigger": self.span(e["trigger"], at),
            **self.date(e, at),
            "charge": charge and charge["text"],
            "charge_span": charge,
            "article": e.get("article"),
            "term": self.matching(e.get("term"), TERM, at + " term"),
            "term_span": self.span(e.get("term_span"), at),
            "until": self.matching(e.get("until"), DATE, at + " until"),
            "authority": authority and authority["text"],
            "authority_span": authority,
            "place": place and place["text"],
            "place_span": place,
            "status": self.one_of(e.get("status", "asserted"), ["asserted", "alleged", "planned", "possible", "negated"], at),
            "voice": e.get("voice"),
            "same_as": e.get("same_as"),
        }
        return self._optional(e, out)

    def quote(self, q: dict[str, Any]) -> dict[str, Any]:
        at = f"quote {q.get('id')}"
        self.keys(q, "id form content speaker speakers mention cue via optional same_as", at)
        content, mention = self.span(q["content"], at), self.span(q.get("mention"), at)
        form = self.one_of(q.get("form"), ["full", "partial", "indirect"], at)
        speaker_form = next((f for _, f, s, e in self.marks.mentions if mention and (s, e) == (mention["start"], mention["end"])), None)
        if mention and speaker_form is None:
            speaker_form = "nominal"
        places = self.marks.spans.get(q["content"], [])
        out = {
            "id": q["id"],
            "direct": form != "indirect",
            "form": form,
            "content": content,
            "speaker": next(iter(self.ids(q.get("speaker"), at)), None),
            "speakers": self.ids(q.get("speakers"), at),
            "speaker_mention": mention,
            "speaker_form": speaker_form or "none",
            "cue": self.span(q.get("cue"), at),
            "via": q.get("via"),
        }
        if len(places) > 1:
            out["parts"] = [{"start": s, "end": e, "text": self.marks.text[s:e]} for s, e in sorted(places)]
        return self._optional(q, out)

    def action(self, a: dict[str, Any]) -> dict[str, Any]:
        at = f"action {a.get('id')}"
        self.keys(
            a,
            "id type subtype trigger actors addressees beneficiaries targets beneficiary_count target_count date date_kind "
            "date_span norms what status voice optional same_as",
            at,
        )
        what = self.span(a.get("what"), at)
        out = {
            "id": a["id"],
            "type": self.one_of(a.get("type"), ACTIONS, at),
            "subtype": a.get("subtype"),
            "trigger": self.span(a["trigger"], at),
            **{k: self.ids(a.get(k), at) for k in ("actors", "addressees", "beneficiaries", "targets")},
            "beneficiary_count": a.get("beneficiary_count"),
            "target_count": a.get("target_count"),
            **self.date(a, at),
            "norms": [self.span(n, at) for n in a.get("norms") or []],
            "what": what and what["text"],
            "what_span": what,
            "status": self.one_of(a.get("status", "asserted"), ["asserted", "alleged", "planned", "possible", "negated"], at),
            "voice": a.get("voice"),
            "same_as": a.get("same_as"),
        }
        return self._optional(a, out)

    def response(self, r: dict[str, Any]) -> dict[str, Any]:
        at = f"response {r.get('id')}"
        self.keys(r, "id type side actors toward trigger what answers optional same_as", at)
        what = self.span(r.get("what"), at)
        out = {
            "id": r["id"],
            "type": self.one_of(r.get("type"), RESPONSES, at),
            "side": self.one_of(r.get("side"), ["authority", "accused"], at),
            "actors": self.ids(r.get("actors"), at),
            "toward": self.ids(r.get("toward"), at),
            "of_what": what and what["text"],
            "trigger": self.span(r["trigger"], at),
            "what_span": what,
            "answers": list(r.get("answers") or []),
            "same_as": r.get("same_as"),
        }
        return self._optional(r, out)

    def _optional(self, item: dict[str, Any], out: dict[str, Any]) -> dict[str, Any]:
        if item.get("optional"):
            out["optional"] = True
        return out

    def optional_span(self, o: dict[str, Any]) -> dict[str, Any]:
        span = self.span(o.get("span"), "optional") or {"start": 0, "end": 0}
        if o["kind"] not in FACT_KINDS or (o["kind"] == "quote" and o.get("type")):
            self.wrong.append(
                f"optional: a kind is one of {', '.join(FACT_KINDS)}, and a quote has no type; found {o['kind']!r}, {o.get('type')!r}"
            )
        return {"kind": o["kind"], "type": o.get("type"), "start": span["start"], "end": span["end"]}

    def gold(self) -> dict[str, Any]:
        head, facts = self.head, self.facts
        self.keys(head, "doc outlet country style published published_inferred language title group sources notes", "head")
        self.keys(facts, "persons unnamed events quotes actions responses optional", "facts")
        for key in ("doc", "outlet", "country", "style", "sources"):
            if not head.get(key):
                self.wrong.append(f"head: {key} is missing")
        if head.get("doc") != self.name:
            self.wrong.append(f"head: doc is {head.get('doc')!r}, the file is {self.name!r}")
        published = self.matching(head.get("published"), DATE, "head published")
        out = {
            "doc": self.name,
            "outlet": head.get("outlet"),
            "country": head.get("country"),
            "published": published,
            "published_inferred": bool(head.get("published_inferred")),
            "style": head.get("style"),
            "language": head.get("language", "en"),
            "title": head.get("title"),
            "group": head.get("group"),
            "sources": head.get("sources"),
            "notes": head.get("notes"),
            "persons": self.persons(),
            "unnamed_actors": self.unnamed,
            "events": [self.event(e) for e in facts.get("events") or []],
            "quotes": [self.quote(q) for q in facts.get("quotes") or []],
            "actions": [self.action(a) for a in facts.get("actions") or []],
            "responses": [self.response(r) for r in facts.get("responses") or []],
            "boilerplate": [{"start": s, "end": e, "text": self.marks.text[s:e], "kind": k} for k, s, e in self.marks.boilerplate],
            "optional": [self.optional_span(o) for o in facts.get("optional") or []],
        }
        self.check(out)
        return out

    def check(self, out: dict[str, Any]) -> None:
        seen = [f["id"] for k in ("events", "quotes", "actions", "responses") for f in out[k]]
        for twice in {i for i in seen if seen.count(i) > 1}:
            self.wrong.append(f"the id {twice!r} is given twice")
        for kind in ("events", "actions", "responses", "quotes"):
            for f in out[kind]:
                if f.get("same_as") and f["same_as"] not in seen:
                    self.wrong.append(f"{f['id']}: same_as {f['same_as']!r} is not there")
        mention_spans = {f"@{m[0]}" for m in self.marks.mentions}
        unused = set(self.marks.spans) - self.used - mention_spans
        for label in sorted(unused):
            self.wrong.append(f"the mark {label!r} is used by no fact")


def split_parts(raw: str, name: str) -> tuple[dict[str, Any], str, dict[str, Any]]:
    """Head, marked text and facts of a `.marked` file's content."""
    parts = re.split(r"^%%%[ \t]*$\n?", raw, flags=re.M)
    if len(parts) != 3:
        raise MarkedError(f"{name}: needs three parts with lines of '%%%' between them, found {len(parts)}")
    try:
        head, facts = (yaml.load(p, Loader=yaml.BaseLoader) or {} for p in (parts[0], parts[2]))
    except yaml.YAMLError as error:
        raise MarkedError(f"{name}: YAML: {str(error)[:300]}") from error
    return _typed(head), parts[1].strip("\n") + "\n", _typed(facts)


def _typed(value: Any) -> Any:
    """BaseLoader gives strings (so that 2024-12-11 stays text); give back null, true, false and counts."""
    if isinstance(value, dict):
        return {
            k: int(v) if k in ("count", "beneficiary_count", "target_count") and str(v).isdigit() else _typed(v) for k, v in value.items()
        }
    if isinstance(value, list):
        return [_typed(v) for v in value]
    return {"null": None, "": None, "~": None, "true": True, "false": False}.get(value, value)


def compile_marked(path: Path) -> tuple[str, dict[str, Any]]:
    """The plain text and the gold facts of one `.marked` file. Raises MarkedError that lists all that is wrong."""
    head, marked, facts = split_parts(path.read_text(encoding="utf-8"), path.name)
    marks = strip_marks(marked, path.name)
    compiler = _Compiler(path.stem, head, marks, facts)
    try:
        gold = compiler.gold()
    except (KeyError, AttributeError, TypeError) as error:
        raise MarkedError(f"{path.name}: a fact lacks or misshapes {error!r}; " + "; ".join(compiler.wrong)) from error
    if compiler.wrong:
        raise MarkedError("\n".join(f"{path.name}: {w}" for w in compiler.wrong))
    return marks.text, gold
