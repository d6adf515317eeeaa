"""A CSV manifest: which files or addresses to read, from which outlet, published when."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from habeas.acquire.capture import Capture, captures_of
from habeas.acquire.fetch import fetch
from habeas.case.dates import is_edtf
from habeas.errors import CaptureError, InputError, Problem

COLUMNS = ("file", "url", "outlet", "published")


def captures_of_manifest(path: Path) -> Iterator[Capture | Problem]:
    """The captures that the manifest names, in its order; a row that cannot be used becomes a Problem that names its line.

    Columns: `file` (relative to the manifest), `url`, `outlet`, `published` (EDTF). A row needs a file or an address.
    Raises InputError if the manifest is missing, is not UTF-8 CSV, or lacks the columns.
    """
    try:
        raw = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise InputError(f"{path}: no such manifest.", next_step="Give a CSV file with the columns file, url, outlet, published.") from None
    except (UnicodeDecodeError, IsADirectoryError, PermissionError) as error:
        raise InputError(
            f"{path}: cannot be read as a CSV manifest ({type(error).__name__}).", next_step="Save it as CSV in UTF-8."
        ) from error
    rows = csv.DictReader(io.StringIO(raw))
    if not rows.fieldnames or not {"file", "url"} & set(rows.fieldnames):
        raise InputError(
            f"{path}, line 1: needs a column 'file' or 'url', has {rows.fieldnames}.", next_step=f"Columns: {', '.join(COLUMNS)}."
        )
    seen = 0
    for row in rows:
        seen += 1
        yield from _row(
            path, rows.line_num, {k: (v or "").strip() for k, v in row.items() if isinstance(k, str) and not isinstance(v, list)}
        )
    if not seen:
        raise InputError(f"{path}: the manifest has no rows.", next_step="Add a line for each document.")


def _row(manifest: Path, line: int, row: dict[str, str]) -> Iterator[Capture | Problem]:
    where = f"{manifest.name}, line {line}"
    file, url = row.get("file", ""), row.get("url") or None
    outlet, published = row.get("outlet") or None, row.get("published") or None
    if published and not is_edtf(published):
        yield Problem(
            where, "manifest", f"{published!r} is not a date.", "Write it as 2024-12-11, 2024-12 or 2024; the document was not read."
        )
        return
    try:
        if file:
            yield from captures_of(manifest.parent / file, outlet=outlet, published=published, url=url)
        elif url:
            yield fetch(url, outlet=outlet, published=published)
        else:
            yield Problem(where, "manifest", "neither a file nor an address.", "Fill the column 'file' or 'url'.")
    except (InputError, CaptureError) as error:
        yield Problem(where, "manifest", error.message, error.next_step)
