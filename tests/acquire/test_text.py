"""From bytes to text: HTML, PDF, plain text, odd encodings, and what cannot be read."""

import io
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from habeas.acquire.capture import Capture
from habeas.acquire.text import source_of
from habeas.case.source import Source
from habeas.errors import Problem

ARTICLE = (
    "A court in Testville on Monday ordered the editor Anna Example held for two months. Her lawyer said that the defence would appeal."
)
PAGE = f"""<!doctype html><html><head><title>Editor held | The Example</title>
<meta property="og:site_name" content="The Example"><meta property="article:published_time" content="2024-12-11T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/x">Politics</a></nav><article><h1>Editor held for two months</h1><p>{ARTICLE}</p>
<p>{ARTICLE.replace("Monday", "Tuesday")}</p></article><footer>Subscribe to our newsletter. We use cookies.</footer></body></html>"""


def source(content: bytes, name: str = "page") -> Source:
    outcome = source_of(Capture(content, name))
    assert isinstance(outcome, Source), outcome
    return outcome


def problem(content: bytes, name: str = "page") -> Problem:
    outcome = source_of(Capture(content, name))
    assert isinstance(outcome, Problem), outcome
    return outcome


def test_html_gives_article_title_outlet_and_stated_date() -> None:
    """The article's words stay, the page's furniture goes; title, outlet and date are the page's own statement."""
    page = source(PAGE.encode())
    assert ARTICLE in page.text
    assert "cookies" not in page.text
    assert (page.outlet, page.published, page.language) == ("The Example", "2024-12-11", "en")
    assert page.text.startswith("Editor held")


def test_a_date_is_never_guessed_from_the_words() -> None:
    """A page that states no publication date has none."""
    assert source(PAGE.replace("article:published_time", "other").encode()).published is None


def test_plain_text_is_kept_to_the_letter() -> None:
    """Offsets count the text as it was given; only line ends are made one kind."""
    assert source(f"Title\r\n\r\n{ARTICLE}\r\n".encode()).text == f"Title\n\n{ARTICLE}\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1254", "windows-1251"])
def test_encodings(encoding: str) -> None:
    """A byte order mark, a declaration, or the bytes' own statistics give the characters."""
    words = "Журналист Иванов" if encoding == "windows-1251" else "Gültekin ve Özel"
    if encoding.startswith("utf"):
        text = f"{ARTICLE} {words}"
        assert words in source(text.encode(encoding)).text
    else:
        page = PAGE.replace("<head>", f'<head><meta charset="{encoding}">').replace("Anna Example", words)
        assert words in source(page.encode(encoding)).text


def pdf(lines: list[str]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for i, line in enumerate(lines):
        canvas.drawString(72, 760 - 16 * i, line)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_pdf_lines_are_joined_to_paragraphs() -> None:
    """Lines of a printed paragraph run on; a short last line ends it."""
    lines = [
        "The court in Testville ordered the editor Anna Example held for two",
        "months before her trial, the lawyer said on Monday.",
        "",
        "A second paragraph.",
    ]
    text = source(pdf(lines)).text
    assert "held for two months before her trial" in text
    assert "Monday.\nA second" in text.replace("\n\n", "\n")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"  \n ", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG picture"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "JPEG picture"),
        (b"PK\x03\x04" + bytes(100), "zip archive"),
        (b"%PDF-1.4 broken", "PDF cannot be opened"),
        (bytes(range(256)) * 40, "no text in any encoding"),
        (b"<html><body></body></html>", "no article"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(content: bytes, words: str) -> None:
    """Each kind of unreadable document becomes a problem in words, with a next step."""
    trouble = problem(content)
    assert words in trouble.message
    assert trouble.next_step


def test_a_pdf_of_pictures(tmp_path: Path) -> None:
    """A PDF without text says that it needs text recognition."""
    assert "OCR" in problem(pdf([])).next_step
