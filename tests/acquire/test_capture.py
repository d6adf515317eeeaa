"""Files, folders, archives and manifests become captures; what is broken becomes a problem and the rest goes on."""

import hashlib
import io
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from habeas.acquire.capture import LARGEST, Capture, captures_of
from habeas.acquire.manifest import captures_of_manifest
from habeas.errors import InputError, Problem


def test_a_capture_is_named_by_its_bytes() -> None:
    """The id is the SHA-256 of the bytes as received."""
    assert Capture(b"abc", "x").id == "sha256:" + hashlib.sha256(b"abc").hexdigest()


def test_a_folder_gives_its_documents_in_order(tmp_path: Path) -> None:
    """Readable endings only, sorted; others are left alone."""
    for name in ("b.txt", "a.html", "c.png"):
        (tmp_path / name).write_text("x")
    assert [c.name for c in captures_of(tmp_path) if isinstance(c, Capture)] == ["a", "b"]


def test_nothing_there() -> None:
    """A path that does not exist is misuse, and says so."""
    with pytest.raises(InputError, match="no such file"):
        list(captures_of(Path("/nonexistent/file.txt")))


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    """A file over the limit becomes a problem without being read into memory."""
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as out:
        out.truncate(200 * 1024 * 1024)
    (outcome,) = captures_of(huge)
    assert isinstance(outcome, Problem)
    assert f"{LARGEST / 1e6:,.0f} MB" in outcome.message


def warc(pages: dict[str, bytes], *, status: str = "200 OK") -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for url, body in pages.items():
        headers = StatusAndHeaders(status, [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers))
    return out.getvalue()


def test_a_warc_gives_a_capture_for_each_page(tmp_path: Path) -> None:
    """Address and time come from the archive."""
    (tmp_path / "crawl.warc.gz").write_bytes(warc({"https://example.org/1": b"<p>one</p>", "https://example.org/2": b"<p>two</p>"}))
    found = [c for c in captures_of(tmp_path) if isinstance(c, Capture)]
    assert [(c.url, c.content) for c in found] == [("https://example.org/1", b"<p>one</p>"), ("https://example.org/2", b"<p>two</p>")]
    assert all(c.fetched_at and c.collector == "warc" for c in found)


def test_a_warc_without_pages_and_a_broken_one(tmp_path: Path) -> None:
    """An archive of errors only, or one cut off, says so."""
    (tmp_path / "a.warc.gz").write_bytes(warc({"https://example.org/1": b"gone"}, status="404 Not Found"))
    (tmp_path / "b.warc.gz").write_bytes(b"not an archive at all")
    outcomes = list(captures_of(tmp_path))
    assert outcomes
    assert all(isinstance(o, Problem) and o.next_step for o in outcomes)


def test_a_manifest_ties_files_to_outlets_and_dates(tmp_path: Path) -> None:
    """Rows in order; a missing file and a bad date become problems that name their line."""
    (tmp_path / "a.txt").write_text("text")
    rows = [
        "file,url,outlet,published",
        "a.txt,https://example.org/a,The Example,2024-12-11",
        "missing.txt,,,",
        "a.txt,,,11 December",
        ",,,",
    ]
    manifest = tmp_path / "manifest.csv"
    manifest.write_text("\n".join(rows))
    first, *rest = captures_of_manifest(manifest)
    assert isinstance(first, Capture)
    assert (first.name, first.url, first.outlet, first.published) == ("a", "https://example.org/a", "The Example", "2024-12-11")
    assert [p.source for p in rest if isinstance(p, Problem)] == ["manifest.csv, line 3", "manifest.csv, line 4", "manifest.csv, line 5"]


@pytest.mark.parametrize("content", ["", "a,b\n1,2\n", "file,url\n"])
def test_a_manifest_that_is_none(tmp_path: Path, content: str) -> None:
    """Without the columns, or without rows, it is misuse."""
    path = tmp_path / "m.csv"
    path.write_text(content)
    with pytest.raises(InputError):
        list(captures_of_manifest(path))
