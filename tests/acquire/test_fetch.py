"""Fetching one address, from a real server on the loopback."""

import http.server
import threading
from collections.abc import Iterator

import pytest

from habeas.acquire.fetch import fetch, is_address
from habeas.errors import CaptureError, InputError


class Pages(http.server.BaseHTTPRequestHandler):
    """One page, one redirect, and 404 for the rest."""

    def do_GET(self) -> None:
        self.send_response({"/page": 200, "/old": 302}.get(self.path, 404))
        if self.path == "/old":
            self.send_header("Location", "/page")
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        if self.path == "/page":
            self.wfile.write(b"<p>words</p>")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on the test's terminal."""


@pytest.fixture
def server() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()


def test_a_page_is_captured_as_received(server: str) -> None:
    """Bytes, address and headers are kept; a redirect is followed."""
    page = fetch(f"{server}/old")
    assert page.content == b"<p>words</p>"
    assert page.url == f"{server}/old"
    assert ("content-type", "text/html") in page.headers


def test_what_cannot_be_had(server: str) -> None:
    """An error answer, a closed port and a broken address each say what to do."""
    with pytest.raises(CaptureError, match="404"):
        fetch(f"{server}/missing")
    with pytest.raises(CaptureError):
        fetch("http://127.0.0.1:9/")
    with pytest.raises(InputError):
        fetch("https:///nothing")


def test_addresses_are_told_from_paths() -> None:
    """Only http and https are addresses."""
    assert is_address("https://example.org/a")
    assert not is_address("examples/a.html")
