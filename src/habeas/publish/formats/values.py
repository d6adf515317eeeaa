"""Any value of ours as JSON: dataclasses become objects, tuples arrays, enums their values; words of a passage as they may leave."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from habeas.case.passage import Passage
from habeas.publish.policy import redact


def to_json(value: Any) -> str:
    """`value` as indented JSON, in the values' own field order."""
    return json.dumps(plain(value), ensure_ascii=False, indent=2)


def plain(value: Any) -> Any:
    """`value` in dicts, lists and scalars. Raises TypeError for what is no value of ours."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Passage):
        return {"source": value.source, "start": value.start, "stop": value.stop, "exact": redact(value.exact)}
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        return [plain(v) for v in value]
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"no JSON for {type(value).__name__}")
