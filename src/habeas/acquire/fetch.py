"""One address fetched over the network: the only module that may."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlsplit

from habeas.acquire.capture import LARGEST, Capture
from habeas.errors import CaptureError, InputError

AGENT = "habeas/0.1 (documentation of detention cases; reads single pages on request)"


def is_address(text: str) -> bool:
    """True if `text` looks like a web address rather than a path."""
    return text.lower().startswith(("http://", "https://"))


def fetch(address: str, *, outlet: str | None = None, published: str | None = None, timeout: float = 30.0) -> Capture:
    """The page at `address`, as received. Raises InputError for an address that is none, CaptureError where it cannot be had."""
    import httpx

    if not urlsplit(address).hostname:
        raise InputError(f"{address}: not a web address.", next_step="Give it whole, as in https://example.org/article.")
    try:
        with (
            httpx.Client(follow_redirects=True, timeout=timeout, headers={"User-Agent": AGENT}) as client,
            client.stream("GET", address) as answer,
        ):
            if answer.status_code != 200:
                raise CaptureError(
                    f"{address}: the server answered {answer.status_code}.",
                    next_step="Open it in a browser, save the page, and read the file.",
                )
            content = bytearray()
            for part in answer.iter_bytes():
                content += part
                if len(content) > LARGEST:
                    raise CaptureError(
                        f"{address}: more than {LARGEST / 1e6:,.0f} MB.", next_step="Save the part that you need, and read the file."
                    )
            headers = tuple(answer.headers.items())
            name = urlsplit(str(answer.url)).path.rstrip("/").rsplit("/", 1)[-1] or urlsplit(address).hostname or "page"
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise CaptureError(
            f"{address}: {error or type(error).__name__}.", next_step="Check the connection, or save the page and read the file."
        ) from error
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    return Capture(
        bytes(content), name, url=address, fetched_at=now, collector="fetch", headers=headers, outlet=outlet, published=published
    )
