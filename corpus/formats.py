"""The corpus in the forms that others load: JSON lines, columns like CoNLL-U, and brat standoff; each can be read back."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from corpus.spans import Labelled, label_of, put_spans, take_spans

Document = tuple[str, dict[str, Any]]  # the text and its gold
_WORD = re.compile(r"\w+|[^\w\s]")


def to_jsonl(documents: Iterable[Document]) -> str:
    """One JSON object a line, as `datasets.load_dataset("json", …)` takes it: the gold with its `text`."""
    return "".join(json.dumps({"text": text, **gold}, ensure_ascii=False) + "\n" for text, gold in documents)


def from_jsonl(content: str) -> Iterator[Document]:
    """The documents of `to_jsonl`."""
    for line in content.splitlines():
        if line.strip():
            row = json.loads(line)
            yield row.pop("text"), row


def to_columns(text: str, gold: dict[str, Any]) -> str:
    """One token a line, tab-parted: number, form, start, end, and the spans it lies in (B- begins one, I- goes on), `_` for none.

    Comments before the tokens hold the text and all that is no span. Tokens are cut wherever a span begins or ends.
    """
    bare, spans = take_spans(gold)
    out = [f"# text = {json.dumps(text, ensure_ascii=False)}", f"# gold = {json.dumps(bare, ensure_ascii=False)}"]
    edges = sorted({s.start for s in spans} | {s.end for s in spans})
    for number, (start, end) in enumerate(_tokens(text, edges), 1):
        layers = [f"{'B' if s.start >= start else 'I'}-{s.path}={label_of(s.path, gold)}" for s in spans if s.start < end and start < s.end]
        out.append("\t".join((str(number), text[start:end], str(start), str(end), "|".join(layers) or "_")))
    return "\n".join(out) + "\n\n"


def _tokens(text: str, edges: list[int]) -> Iterator[tuple[int, int]]:
    cuts = set(edges)
    for match in _WORD.finditer(text):
        start = match.start()
        for cut in [e for e in range(match.start() + 1, match.end()) if e in cuts]:
            yield start, cut
            start = cut
        yield start, match.end()
    # A span that begins or ends on white space keeps its edge by a token of its own.


def from_columns(content: str) -> Iterator[Document]:
    """The documents of `to_columns`; spans are rebuilt from the tokens' own offsets."""
    for block in content.split("\n\n"):
        lines = block.split("\n")
        if not block.strip():
            continue
        head = dict(line[2:].split(" = ", 1) for line in lines if line.startswith("# "))
        text, bare = json.loads(head["text"]), json.loads(head["gold"])
        spans: dict[str, tuple[int, int]] = {}
        for line in lines:
            if line.startswith("# ") or not line:
                continue
            _, _, start, end, layers = line.split("\t")
            for layer in layers.split("|") if layers != "_" else ():
                path = layer[2:].split("=", 1)[0]
                first = spans.get(path, (int(start), 0))[0]
                spans[path] = (first, int(end))
        yield text, put_spans(bare, spans, text)


def to_brat(gold: dict[str, Any], text: str) -> str:
    """brat standoff (.ann): a T line for each span, an E line for each fact with its people, notes for what is no span.

    The words of a T line have their line breaks as spaces, as brat wants them; offsets count the text as it is.
    """
    bare, spans = take_spans(gold)
    ids = {s.path: f"T{i}" for i, s in enumerate(spans, 1)}
    lines = [
        f"{ids[s.path]}\t{_brat_type(label_of(s.path, gold))} {s.start} {s.end}\t{text[s.start : s.end].replace(chr(10), ' ')}"
        for s in spans
    ]
    lines += [f"#{i}\tPath {ids[s.path]}\t{s.path}" for i, s in enumerate(spans, 1)]
    first_mention = {p["id"]: ids[f"persons.{i}.mentions.0"] for i, p in enumerate(gold["persons"]) if p["mentions"]}
    facts = [(kind, i) for kind in ("events", "actions", "responses") for i in range(len(gold[kind]))]
    for number, (kind, i) in enumerate(facts, 1):
        lines.append(_brat_event(number, gold[kind][i], f"{kind}.{i}", ids, first_mention))
    lines.append(f"#{len(spans) + 1}\tGold T0\t{json.dumps(bare, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


def _brat_type(label: str) -> str:
    return re.sub(r"[^\w-]+", "_", label.split(":")[0])


def _brat_event(number: int, fact: dict[str, Any], path: str, ids: dict[str, str], people: dict[str, str]) -> str:
    roles: dict[str, list[str]] = defaultdict(list)
    for role in ("persons", "actors", "addressees", "beneficiaries", "targets", "toward"):
        roles[role] += [people[who] for who in fact.get(role) or [] if who in people]
    arguments = [f"{role}{i or ''}:{t}" for role, found in roles.items() for i, t in enumerate(found)]
    arguments += [f"{key}:{ids[f'{path}.{key}']}" for key in fact if f"{path}.{key}" in ids and key != "trigger"]
    return " ".join([f"E{number}\t{_brat_type(fact['type'])}:{ids[f'{path}.trigger']}", *arguments])


def from_brat(annotations: str, text: str) -> dict[str, Any]:
    """The gold of `to_brat`, from the annotations and the text they stand off from."""
    places: dict[str, tuple[int, int]] = {}
    paths: dict[str, str] = {}
    bare: dict[str, Any] = {}
    for line in annotations.splitlines():
        first, second, third = ([*line.split("\t", 2), "", ""])[:3]
        if first.startswith("T"):
            _, start, end = second.split(" ")
            places[first] = (int(start), int(end))
        elif first.startswith("#") and second.startswith("Path "):
            paths[third] = second.removeprefix("Path ")
        elif first.startswith("#") and second == "Gold T0":
            bare = json.loads(third)
    return put_spans(bare, {path: places[t] for path, t in paths.items()}, text)


__all__ = ["Document", "Labelled", "from_brat", "from_columns", "from_jsonl", "to_brat", "to_columns", "to_jsonl"]
