"""Takes the pictures of the pages that the README shows: `python -m tests.review.screenshots RECORD FOLDER`."""

from __future__ import annotations

import shutil
import sys
import threading
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from habeas.record.store import open_record
from habeas.review.server import server_for

PERSON = "Mzia Amaglobeli"
WINDOW = {"width": 1280, "height": 900}
SMALL = {"width": 400, "height": 860}


def main(record: Path, folder: Path) -> None:
    store = open_record(record, must_exist=True)
    case = (store.case(PERSON) or store.cases())[0]
    article = max(case.sources, key=lambda s: store.claim_counts().get(s.id, 0)).id.removeprefix("sha256:")
    server = server_for(record, host="127.0.0.1", port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--disable-quic"])
        base = f"http://127.0.0.1:{server.server_port}"
        for scheme in ("light", "dark"):
            suffix = "" if scheme == "light" else "-dark"
            _take(browser, f"{base}/", folder / f"cases{suffix}.png", scheme, WINDOW)
            _take(browser, f"{base}/case/{case.id}", folder / f"case{suffix}.png", scheme, WINDOW, open_words=True)
            _take(browser, f"{base}/source/{article}", folder / f"source{suffix}.png", scheme, WINDOW)
        _take(browser, f"{base}/case/{case.id}", folder / "case-400.png", "light", SMALL, open_words=True)
        _take(browser, f"{base}/demands", folder / "demands-400-dark.png", "dark", SMALL)
        browser.close()
    server.shutdown()


def _take(browser: Browser, address: str, path: Path, scheme: str, window: dict[str, int], *, open_words: bool = False) -> None:
    context = browser.new_context(viewport=window, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    if open_words and page.locator(".event .value").count():
        page.locator(".event .value").nth(1).focus()
    page.screenshot(path=path)
    context.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
