"""The pages as a browser gets them, without one: addresses, heads, words, and what never appears."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from habeas.errors import InputError, RecordError
from habeas.review.server import is_loopback, server_for
from tests.record.articles import arrest, demand
from tests.review.conftest import SCRIPT, disagreement

Get = Callable[[str], str]


@pytest.fixture
def get(address: str) -> Get:
    def page(path: str) -> str:
        response = httpx.get(address + path)
        assert response.status_code == 200, path
        return response.text

    return page


def source_path(id_: str) -> str:
    return f"/source/{id_.removeprefix('sha256:')}"


@pytest.fixture
def case_path(get: Get) -> str:
    found = re.search(r'href="(/case/rufat[^"?]+)', get("/"))
    assert found is not None
    return found[1]


@pytest.fixture
def paths(case_path: str) -> list[str]:
    articles = [source_path(a.source.id) for a in (arrest(), demand(), disagreement())]
    return ["/", case_path, *articles, "/demands", "/sources", "/problems", "/?q=Safarov", "/?state=released", "/nowhere"]


class _Shape(HTMLParser):
    """Ids, links and open elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.described: list[str] = []
        self.open: list[str] = []
        self.errors: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.described += (given.get("aria-describedby") or "").split()
        self.links += [v for n in ("href", "src", "action") if (v := given.get(n))]
        self.errors += [f"{n} on {tag}" for n in given if n == "style" or n.startswith("on")]
        if tag not in ("meta", "link", "input", "br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.errors.append(f"</{tag}> closes nothing")


def shape_of(page: str) -> _Shape:
    shape = _Shape()
    shape.feed(page)
    return shape


def test_every_page_is_well_formed(address: str, paths: list[str]) -> None:
    """Elements close, ids are unique, descriptions exist, and nothing is styled or scripted inline."""
    for path in paths:
        shape = shape_of(httpx.get(address + path).text)
        assert (path, shape.errors, shape.open) == (path, [], [])
        assert len(shape.ids) == len(set(shape.ids)), path
        assert set(shape.described) <= set(shape.ids), path


def test_every_link_inside_leads_somewhere(address: str, paths: list[str]) -> None:
    """Each link of our own answers, and each anchor is there."""
    seen: dict[str, _Shape] = {}

    def shape_at(path: str) -> _Shape:
        if path not in seen:
            response = httpx.get(address + path)
            assert response.status_code == 200, path
            seen[path] = shape_of(response.text)
        return seen[path]

    for path in paths[:-1]:
        for link in shape_at(path).links:
            if link.startswith(("/static", "data:")):
                continue
            assert link.startswith(("/", "#", "?")), (path, link)
            target, _, anchor = link.partition("#")
            target = path.partition("?")[0] + target if target.startswith("?") else target or path
            assert not anchor or anchor in {quote(i, safe="%") for i in shape_at(target).ids}, (path, link)


def test_no_page_asks_anything_of_another_machine(get: Get, paths: list[str]) -> None:
    """Style and script are our own, and the policy forbids the rest; nothing is kept by the browser and no cookie is set."""
    for path in paths[:-1]:
        assert not re.search(r"""(?:src|href|action)=["'](?:https?:)?//""", get(path)), path


def test_headers_of_every_answer(address: str, paths: list[str]) -> None:
    """Every answer, found or not, comes with the strict policy and without a cookie."""
    for path in [*paths, "/static/habeas.css", "/static/none.css"]:
        headers = httpx.get(address + path).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"], path
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"] == "no-referrer"
        assert "Set-Cookie" not in headers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example"])
def test_another_name_for_this_machine_is_refused(address: str, host: str) -> None:
    """A page of another site that points its name here (DNS rebinding) gets nothing."""
    response = httpx.get(address, headers={"Host": host})
    assert response.status_code == 400
    assert "Safarov" not in response.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_pages_are_for_reading(address: str, method: str) -> None:
    """Nothing can be changed through the pages."""
    assert httpx.request(method, address).status_code == 405


@pytest.mark.parametrize("path", ["/case/nobody", "/source/0", "/source/..%2f..%2fsecret.key", "/static/..%2fserver.py", "/case/", "/%00"])
def test_what_is_not_there(address: str, path: str) -> None:
    """An address of nothing is a page that says so."""
    response = httpx.get(address + path)
    assert response.status_code == 404
    assert "Not found" in response.text


@pytest.mark.parametrize(
    "query", ["?as_of=yesterday", "?as_of=9999-99-99", "?known_at=%00", "?state=%3Cb%3E", "?q=%00%FF", "?q=" + "x" * 20000]
)
def test_odd_questions_are_answered(address: str, query: str) -> None:
    """What is no day is today, what is no name finds nobody."""
    assert httpx.get(address + "/" + query).status_code == 200


def test_cases_are_listed_with_their_status(get: Get) -> None:
    """The first page: who, what is reported, since when, the last source."""
    page = get("/")
    assert "Rufat Safarov" in page
    assert "Reported released, 1 March 2025." in page
    assert "custody presupposed, no arrest date reported" in page
    assert "journalists from Meydan TV" in page


def test_a_case_as_of_an_earlier_day(get: Get, case_path: str) -> None:
    """The same case before the release."""
    assert "Reported held since 3 December 2024" in get(f"{case_path}?as_of=2024-12-20")


def test_search_by_any_spelling(get: Get) -> None:
    """A name in another alphabet finds the case; a stranger's name says that nobody fits."""
    assert "Rufat Safarov" in get("/?q=" + quote("Руфат Сафаров"))
    assert "No case in the record fits" in get("/?q=Kalesnikava")


def test_a_case_shows_everything(get: Get, case_path: str) -> None:
    """Timeline, words, disagreement, demand, answer, own words, what is not told as fact, questions, what was rejected."""
    page = get(case_path)
    for shown in (
        "Timeline, as reported",
        "Sources disagree on the date",
        "United States",
        "the commitments it made to the OSCE",
    ):
        assert shown in page, shown
    for shown in (
        "The foreign ministry",
        "rejected it",
        "I am not guilty",
        "Not told as fact",
        "For a person to decide",
        "Rejected by a person",
    ):
        assert shown in page, shown
    assert "on the word of the rights group" in page


def test_an_article_marks_its_claims(get: Get) -> None:
    """Each claim has a number in the text and an entry beside it that link to each other; furniture is set apart."""
    page = get(source_path(demand().source.id))
    for claim in ("c1", "c2"):
        assert page.count(f'id="at-{claim}"') == page.count(f'id="claim-{claim}"') == 1
        assert f'href="#claim-{claim}"' in page
        assert f'href="#at-{claim}"' in page
    assert '<p dir="auto" class="furniture">' in page


def test_what_may_not_leave_is_masked(get: Get, paths: list[str]) -> None:
    """E-mail addresses, relatives' names and illnesses are on no page; nor is a source's script run or its address followed."""
    for path in paths[:-1]:
        page = get(path)
        assert not any(secret in page for secret in ("news@example.org", "Leyla Yunus", "diabetes", SCRIPT, 'href="javascript:')), path
    article = get(source_path(disagreement().source.id))
    assert "[relative&#x27;s name withheld]" in article
    assert "[health withheld]" in article


def test_problems_say_what_to_do(get: Get) -> None:
    """A document that could not be read, and the next step."""
    page = get("/problems")
    assert "empty.html" in page
    assert "Save the page again." in page


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "::", "example.org"])
def test_other_machines_are_kept_out(record: Path, host: str) -> None:
    """An address that others can reach is refused unless it is asked for in so many words."""
    assert not is_loopback(host)
    with pytest.raises(InputError, match="--beyond-loopback"):
        server_for(record, host=host, port=0)


def test_a_port_that_is_taken(record: Path) -> None:
    """A port in use is an error with the next step."""
    first = server_for(record, host="127.0.0.1", port=0)
    try:
        with pytest.raises(InputError, match="--port"):
            server_for(record, host="127.0.0.1", port=first.server_port)
    finally:
        first.server_close()


def test_no_record_no_server(tmp_path: Path) -> None:
    """A folder without a record is not made into one by looking at it."""
    with pytest.raises(RecordError, match="habeas add"):
        server_for(tmp_path / "none", host="127.0.0.1", port=0)
