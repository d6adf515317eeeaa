"""What was received, byte for byte: a capture is named by the SHA-256 of its bytes and never changes."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from habeas.errors import CaptureError, InputError, Problem

LARGEST = 64 * 1024 * 1024  # bytes; the largest real page met was 11 MB, a book-length PDF report 40 MB
TEXT_ENDINGS = (".html", ".htm", ".xhtml", ".txt", ".md", ".pdf", ".warc", ".warc.gz", ".wacz")


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as received, with where and when they came from. `url`, `outlet`, `published` are what the user or the archive says."""

    content: bytes
    name: str
    url: str | None = None
    fetched_at: str | None = None
    collector: str = "file"
    headers: tuple[tuple[str, str], ...] = ()
    outlet: str | None = None
    published: str | None = None
    id: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", "sha256:" + hashlib.sha256(self.content).hexdigest())


def captures_of(
    path: Path, *, outlet: str | None = None, published: str | None = None, url: str | None = None
) -> Iterator[Capture | Problem]:
    """The captures in a file, or in all readable files below a folder; a WARC or WACZ gives one a page.

    A file that cannot be taken in becomes a Problem. Raises InputError if `path` does not exist.
    """
    if not path.exists():
        raise InputError(f"{path}: no such file or folder.", next_step="Check the path; `habeas read -` reads from standard input.")
    if path.is_dir():
        files = sorted(p for p in path.rglob("*") if p.is_file() and p.name.lower().endswith(TEXT_ENDINGS))
        if not files:
            raise InputError(f"{path}: no document in this folder.", next_step=f"Readable are files ending in {', '.join(TEXT_ENDINGS)}.")
    else:
        files = [path]
    for file in files:
        yield from _of_file(file, outlet=outlet, published=published, url=url)


def _of_file(file: Path, *, outlet: str | None, published: str | None, url: str | None) -> Iterator[Capture | Problem]:
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise CaptureError(
                f"{size / 1e6:,.0f} MB is more than the {LARGEST / 1e6:,.0f} MB that one document may have.",
                next_step="Split it, or extract the pages you need.",
            )
        content = file.read_bytes()
    except OSError as error:
        yield Problem(str(file), "capture", f"cannot be read: {error.strerror}.", "Check the file's permissions.")
        return
    except CaptureError as error:
        yield Problem(str(file), "capture", error.message, error.next_step)
        return
    try:
        if content[:5] == b"WARC/" or file.name.lower().endswith(".warc.gz"):
            yield from _of_warc(content, file.name, outlet, published)
        elif content[:4] == b"PK\x03\x04" and file.name.lower().endswith(".wacz"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for member in sorted(n for n in archive.namelist() if n.startswith("archive/") and ".warc" in n):
                    yield from _of_warc(archive.read(member), file.name, outlet, published)
        else:
            modified = dt.datetime.fromtimestamp(file.stat().st_mtime, dt.UTC).isoformat(timespec="seconds")
            yield Capture(content, stem(file.name), url=url, fetched_at=modified, outlet=outlet, published=published)
    except zipfile.BadZipFile:
        yield Problem(str(file), "capture", "the WACZ file is broken.", "Export it again from the tool that made it.")


def stem(name: str) -> str:
    """The file's name without its ending: "report.v2.html" gives "report.v2"."""
    for ending in sorted(TEXT_ENDINGS, key=len, reverse=True):
        if name.lower().endswith(ending):
            return name[: -len(ending)] or name
    return name


def _of_warc(content: bytes, name: str, outlet: str | None, published: str | None) -> Iterator[Capture | Problem]:
    """One capture for each page, PDF or text that the archive holds with status 200."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    found = 0
    try:
        for record in ArchiveIterator(io.BytesIO(content)):
            kind = (
                record.http_headers.get_header("Content-Type") if record.http_headers else record.rec_headers.get_header("Content-Type")
            ) or ""
            if record.rec_type not in ("response", "resource") or not kind.startswith(
                ("text/html", "application/xhtml", "application/pdf", "text/plain")
            ):
                continue
            if record.http_headers and not (record.http_headers.statusline or "").startswith("200"):
                continue
            address = record.rec_headers.get_header("WARC-Target-URI")
            headers = tuple(record.http_headers.headers) if record.http_headers else ()
            found += 1
            yield Capture(
                record.content_stream().read(LARGEST + 1),
                f"{stem(name)}-{found}",
                url=address,
                fetched_at=record.rec_headers.get_header("WARC-Date"),
                collector="warc",
                headers=headers,
                outlet=outlet,
                published=published,
            )
    except (ArchiveLoadFailed, EOFError, OSError) as error:
        yield Problem(name, "capture", f"the WARC breaks off: {error}.", "What could be read before that place has been read.")
    if not found:
        yield Problem(
            name, "capture", "no page, PDF or text with status 200 in this WARC.", "Check that the crawl took in the article itself."
        )
