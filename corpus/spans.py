"""Take the spans out of a gold document and put them back: what every stand-off format needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Labelled:
    """One span of a document with the place that it fills: `persons.0.mentions.2`, `events.1.trigger`."""

    start: int
    end: int
    path: str


def is_span(value: Any) -> bool:
    """True for the gold's span objects: a start and an end, and mostly the words."""
    return isinstance(value, dict) and {"start", "end"} <= set(value)


def take_spans(gold: dict[str, Any]) -> tuple[dict[str, Any], list[Labelled]]:
    """The gold with each span's offsets and words taken out (what else it holds stays), and the spans by their paths."""
    spans: list[Labelled] = []

    def walk(value: Any, path: str) -> Any:
        if is_span(value):
            spans.append(Labelled(value["start"], value["end"], path))
            rest = {k: v for k, v in value.items() if k not in ("start", "end", "text")}
            return {"span": path, "words": "text" in value, **rest}
        if isinstance(value, dict):
            return {k: walk(v, f"{path}.{k}" if path else k) for k, v in value.items()}
        if isinstance(value, list):
            return [walk(v, f"{path}.{i}") for i, v in enumerate(value)]
        return value

    bare: dict[str, Any] = walk(gold, "")
    return bare, sorted(spans)


def put_spans(bare: dict[str, Any], spans: dict[str, tuple[int, int]], text: str) -> dict[str, Any]:
    """The inverse of `take_spans`. Raises KeyError if a span is missing."""

    def walk(value: Any) -> Any:
        if isinstance(value, dict) and "span" in value and "words" in value:
            start, end = spans[value["span"]]
            rest = {k: v for k, v in value.items() if k not in ("span", "words")}
            return {"start": start, "end": end, **({"text": text[start:end]} if value["words"] else {}), **rest}
        if isinstance(value, dict):
            return {k: walk(v) for k, v in value.items()}
        return [walk(v) for v in value] if isinstance(value, list) else value

    out: dict[str, Any] = walk(bare)
    return out


def label_of(path: str, gold: dict[str, Any]) -> str:
    """A short name for what a span is: `name:safarov_rufat`, `arrested.trigger`, `quote.content`, `boilerplate:menu`."""
    kind, index, *rest = path.split(".")
    item = gold[kind][int(index)]
    if kind == "persons":
        return f"{item['mentions'][int(rest[1])]['type']}:{item['id']}"
    if kind == "boilerplate":
        return f"boilerplate:{item.get('kind', '')}"
    what = item.get("type") or kind.rstrip("s")
    return ".".join([str(what), *(r.removesuffix("_span") for r in rest if not r.isdigit())])
