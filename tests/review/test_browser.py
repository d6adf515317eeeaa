"""The pages in a real Chromium: words on hover, focus and tap, small windows, dark scheme, and not one request elsewhere."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.record.articles import arrest, demand
from tests.review.conftest import disagreement

pytestmark = pytest.mark.browser
playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright: pip install playwright")

CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
]
OpenPage = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if CHROMIUM is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Any, address: str) -> Iterator[OpenPage]:
    """Opens a path; fails at the end if the page asked anything of another address, or its console had an error."""
    contexts, elsewhere, errors = [], [], []

    def watch(route: Any) -> None:
        if not route.request.url.startswith((address, "data:")):
            elsewhere.append(route.request.url)
        route.continue_()

    def open_one(path: str, *, width: int = 1280, **options: Any) -> Any:
        contexts.append(browser.new_context(viewport={"width": width, "height": 800}, **options))
        page = contexts[-1].new_page()
        page.route("**/*", watch)
        page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda e: errors.append(str(e)))
        page.goto(address + path)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert elsewhere == []
    assert errors == []


def source_path(article: Any) -> str:
    return f"/source/{article.source.id.removeprefix('sha256:')}"


@pytest.fixture
def case_path(open_page: OpenPage) -> str:
    page = open_page("/")
    return str(page.get_by_role("link", name="Rufat Safarov").get_attribute("href"))


@pytest.fixture
def paths(case_path: str) -> list[str]:
    return ["/", case_path, source_path(demand()), source_path(disagreement()), "/demands", "/sources", "/problems"]


def test_words_show_on_hover(open_page: OpenPage, case_path: str) -> None:
    """The pointer on a value shows the words that say it, and leaves them open to be followed into the article."""
    page = open_page(case_path)
    said = page.locator(".event .said").first
    assert not said.locator(".words").is_visible()
    said.locator(".value").hover()
    assert said.locator(".words").is_visible()
    assert "Rufat Safarov was detained on 3 December" in said.locator(".words").inner_text()
    said.locator(".words a").hover()
    assert said.locator(".words").is_visible()


def test_words_show_with_the_keyboard(open_page: OpenPage, case_path: str) -> None:
    """Tab reaches a value and shows its words, Tab again the link in them, Escape closes them."""
    page = open_page(case_path)
    said = page.locator(".event .said").first
    for _ in range(40):
        page.keyboard.press("Tab")
        if said.locator(".value").evaluate("e => e === document.activeElement"):
            break
    assert said.locator(".words").is_visible()
    page.keyboard.press("Tab")
    assert said.locator(".words a").evaluate("e => e === document.activeElement")
    page.keyboard.press("Escape")
    assert not said.locator(".words").is_visible()
    page.keyboard.press("Shift+Tab")
    assert said.locator(".words").is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/source/*#at-*")
    assert page.locator(":target").is_visible()


def test_words_show_on_tap(open_page: OpenPage, case_path: str) -> None:
    """A finger on a value shows its words inside the window of a telephone; a finger elsewhere hides them."""
    page = open_page(case_path, width=400, has_touch=True, is_mobile=True)
    said = page.locator(".event .said").first
    said.locator(".value").tap()
    box = said.locator(".words").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 400
    page.locator("h1").tap()
    assert not said.locator(".words").is_visible()


def test_words_show_without_script(open_page: OpenPage, case_path: str) -> None:
    """With scripts off the words still show on focus."""
    page = open_page(case_path, java_script_enabled=False)
    said = page.locator(".event .said").first
    said.locator(".value").focus()
    assert said.locator(".words").is_visible()


def test_every_value_s_words_stay_in_the_window(open_page: OpenPage, case_path: str) -> None:
    """At 1280 and at 700 no box of words leaves the window to the right or left."""
    for width in (1280, 700):
        page = open_page(case_path, width=width)
        for value in page.locator(".value").all():
            value.focus()
            box = value.locator("xpath=following-sibling::*[1]").bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width


@pytest.mark.parametrize("width", [320, 400, 700, 1280])
def test_no_page_scrolls_sideways(open_page: OpenPage, paths: list[str], width: int) -> None:
    """Every page fits the window, down to a small telephone, with a word of 120 letters in a text."""
    for path in paths:
        page = open_page(path, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        far = page.evaluate(
            """Math.max(...[...document.querySelectorAll("main *")].filter((e) => e.checkVisibility() && !e.closest(".unseen, thead"))
               .map((e) => e.getBoundingClientRect().right))"""
        )
        assert far <= width + 1, path


def test_claims_and_their_words_lead_to_each_other(open_page: OpenPage) -> None:
    """A number in the text leads to the claim beside it, the claim's number back; pointing at one lights the other."""
    page = open_page(source_path(arrest()))
    page.locator("article .ref").first.click()
    assert re.search(r"#claim-c1$", page.url)
    assert page.locator("#claim-c1").is_visible()
    page.locator("#claim-c1 .ref").click()
    assert re.search(r"#at-c1$", page.url)
    page.locator("#claim-c2").hover()
    assert "remanded him for four months" in page.locator("article .mark.lit").first.inner_text()


def _contrast(page: Any) -> list[tuple[float, str]]:
    """For each visible element with text of its own its contrast to what it stands on, the lowest first."""
    found: list[list[Any]] = page.evaluate(
        """() => {
          const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const rgb = (colour) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
          const over = (a, b) => [0, 1, 2].map((i) => a[i] * a[3] / 255 + b[i] * (1 - a[3] / 255)).concat(255);
          const ground = (e) => { const layers = []; for (; e; e = e.parentElement) layers.unshift(rgb(getComputedStyle(e).backgroundColor)); return layers.reduce((b, a) => over(a, b), [255, 255, 255, 255]); };
          const light = (c) => { const [r, g, b] = c.slice(0, 3).map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          return [...document.querySelectorAll("body *")]
            .filter((e) => e.checkVisibility() && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()))
            .map((e) => { const b = ground(e), f = over(rgb(getComputedStyle(e).color), b); const [x, y] = [light(f), light(b)].sort((p, q) => q - p); return [(x + 0.05) / (y + 0.05), e.className + " " + e.textContent.trim().slice(0, 40)]; });
        }"""
    )
    return sorted((ratio, text) for ratio, text in found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_in_light_and_dark(open_page: OpenPage, paths: list[str], scheme: str) -> None:
    """Every text has the contrast of WCAG AA (4.5 to 1) on what it stands on, in both schemes."""
    for path in paths:
        page = open_page(path, color_scheme=scheme)
        page.evaluate("document.querySelectorAll('.words').forEach((w) => (w.style.display = 'block'))")
        ratio, text = _contrast(page)[0]
        assert ratio >= 4.5, (path, text, ratio)


def test_the_dark_scheme_is_dark(open_page: OpenPage) -> None:
    """The page follows the system's choice."""
    grounds = {
        scheme: open_page("/", color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    }
    brightness = {scheme: sum(map(int, re.findall(r"\d+", ground)[:3])) for scheme, ground in grounds.items()}
    assert brightness["light"] > 700
    assert brightness["dark"] < 120


def test_the_page_prints_without_its_tools(open_page: OpenPage, case_path: str) -> None:
    """On paper the case stands alone: no menu, no forms."""
    page = open_page(case_path)
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert not page.locator(".times").is_visible()
    assert page.get_by_text("Timeline, as reported").is_visible()


def test_searching_from_the_first_page(open_page: OpenPage) -> None:
    """A name typed into the box in another alphabet leads to the case."""
    page = open_page("/")
    page.get_by_label("Name, in any spelling or alphabet").fill("Сафаров")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Rufat Safarov").click()
    assert page.locator("h1").inner_text() == "Rufat Safarov"


def test_going_back_in_time(open_page: OpenPage, case_path: str) -> None:
    """The date box shows the case as it was reported for that day."""
    page = open_page(case_path)
    page.get_by_label("As of").fill("2024-12-20")
    page.get_by_role("button", name="Show").click()
    assert "Reported held since 3 December 2024" in page.locator(".status").inner_text()
