"""The text of a capture: from HTML, PDF or plain text, with title, outlet, language and publication date where it says them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import unescape
from typing import Any, Final

from habeas.acquire.boilerplate import find_boilerplate
from habeas.acquire.capture import LARGEST, Capture
from habeas.case.source import Source
from habeas.errors import Problem

_PICTURES = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"RIFF": "a picture or sound",
    b"PK\x03\x04": "a zip archive or office document",
}
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_TAG = re.compile(r"<(?:!doctype|html|head|body|article|div|p|title|meta)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Page:
    """What an extractor found."""

    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    sections: tuple[str, ...] = ()


def source_of(capture: Capture) -> Source | Problem:
    """The source that one extractor takes from a capture; a Problem where there is nothing to read, and what to do."""
    content = capture.content
    if not content.strip():
        return Problem(capture.name, "text", "the file is empty.", "Check that it was saved whole.")
    if len(content) > LARGEST:
        return Problem(capture.name, "text", f"more than {LARGEST / 1e6:,.0f} MB.", "Split it, or extract the pages you need.")
    for magic, what in _PICTURES.items():
        if content.startswith(magic):
            return Problem(capture.name, "text", f"this is {what}, whatever its name says.", "Save the page as HTML, PDF or text.")
    page = _pdf(capture) if content[:1024].lstrip().startswith(b"%PDF") else _written(capture)
    if isinstance(page, Problem):
        return page
    if not page.text.strip():
        return Problem(capture.name, "text", "no article text was found in it.", "Save the article as text and read that.")
    source = Source(
        id=capture.id,
        name=capture.name,
        text=page.text,
        url=capture.url,
        outlet=capture.outlet or page.outlet,
        title=page.title,
        language=language_of(page.text),
        published=capture.published or page.published,
        sections=page.sections,
    )
    return replace(source, boilerplate=find_boilerplate(page.text))


_ENOUGH: Final = 2000  # characters: of more, the language is no surer, only later told


def language_of(text: str) -> str | None:
    """BCP 47 code of the language of `text`; None where there is too little of it to tell (fewer than 20 letters)."""
    sample = text[:_ENOUGH]
    if sum(map(str.isalpha, sample)) < 20:
        return None
    if _is_plainly_english(sample):
        return "en"
    from py3langid.langid import classify

    return str(classify(sample)[0])


# Words that no other language of the Latin alphabet has, and that make an eighth of any English text.
_ENGLISH: Final = frozenset({"the", "of", "and", "was", "that", "with", "which", "were", "has", "his", "her", "said"})


def _is_plainly_english(sample: str) -> bool:
    """True where one word in ten is an English one: there nobody needs to ask statistics of 97 languages, which take longer than the page's dates."""
    words = sample.lower().split()
    return len(words) >= _TELLING and sum(word in _ENGLISH for word in words) * 10 >= len(words)


_TELLING: Final = 40  # words


def _written(capture: Capture) -> _Page | Problem:
    decoded = _decode(capture)
    if isinstance(decoded, Problem):
        return decoded
    text = decoded.replace("\r\n", "\n").replace("\r", "\n")
    if _TAG.search(text[:4096]):
        return _html(capture, text)
    return _Page(text)


def _decode(capture: Capture) -> str | Problem:
    """The characters of the bytes: by byte order mark, as UTF-8, by what the page declares, else by their statistics."""
    content = capture.content
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            try:
                return content.decode(name)
            except UnicodeDecodeError:
                break
    declared = _META_CHARSET.search(content[:4096])
    for name in ("utf-8", declared[1].decode("ascii", "ignore") if declared else ""):
        try:
            if name:
                return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    from charset_normalizer import from_bytes

    best = from_bytes(content[:200_000]).best()
    if best is None or "\x00" in str(best)[:2000]:
        return Problem(
            capture.name, "text", "the bytes are no text in any encoding that we know.", "Open it in a browser and save it as UTF-8 text."
        )
    return content.decode(best.encoding, errors="replace")


def _html(capture: Capture, markup: str) -> _Page | Problem:
    import trafilatura
    from trafilatura.metadata import extract_metadata

    text = trafilatura.extract(
        markup,
        url=capture.url,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        deduplicate=False,
    )
    if not text:
        text = trafilatura.extract(markup, url=capture.url, favor_recall=True, include_comments=False)
    if not text:
        return Problem(
            capture.name, "text", "no article was found on this page.", "Copy the article's words into a .txt file and read that."
        )
    known: Any = extract_metadata(markup, default_url=capture.url, date_config={"extensive_search": False, "original_date": True})
    title = unescape(known.title) if known and known.title else None
    if title and title not in text[: len(title) + 200]:
        text = f"{title}\n\n{text}"
    return _Page(
        text="\n\n".join(line for line in text.split("\n") if line.strip()) + "\n",
        title=title,
        outlet=known.sitename if known else None,
        published=_stated_date(markup) or None,
        sections=tuple(known.categories or ()) if known else (),
    )


_STATED = (
    re.compile(
        r"<meta[^>]+(?:property|name|itemprop)=[\"'](?:article:published_time|datePublished|date|dc\.date|pubdate|publish-date)[\"'][^>]+content=[\"'](\d{4}-\d\d-\d\d)",
        re.I,
    ),
    re.compile(
        r"<meta[^>]+content=[\"'](\d{4}-\d\d-\d\d)[^>]+(?:property|name|itemprop)=[\"'](?:article:published_time|datePublished|date)[\"']",
        re.I,
    ),
    re.compile(r"\"datePublished\"\s*:\s*\"(\d{4}-\d\d-\d\d)"),
    re.compile(r"<time[^>]+datetime=[\"'](\d{4}-\d\d-\d\d)", re.I),
)


def _stated_date(markup: str) -> str | None:
    """The publication date that the page's own markup states; never one guessed from its words or its address."""
    for pattern in _STATED:
        if match := pattern.search(markup):
            return match[1]
    return None


def _pdf(capture: Capture) -> _Page | Problem:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(capture.content) as document:
            pages = [page.get_textpage().get_text_range() for page in document]
    except pypdfium2.PdfiumError as error:
        return Problem(capture.name, "text", f"the PDF cannot be opened: {error}.", "If it has a password, save an open copy.")
    text = _unwrap("\n".join(pages).replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        return Problem(capture.name, "text", "the PDF holds no text, only pictures of pages.", "Run text recognition (OCR) on it first.")
    return _Page(text)


def _unwrap(text: str) -> str:
    """Paragraphs put together from the printed lines: a line that runs on (no end mark, full width) joins the next one."""
    lines = [re.sub(r"[ \t\u00a0]+", " ", line.replace("\ufffe", "-").replace("\u00ad", "-")).strip() for line in text.split("\n")]
    width = sorted((len(line) for line in lines if line), reverse=True)[: max(1, len(lines) // 5)]
    full = 0.75 * width[-1] if width else 0.0
    out: list[str] = []
    for line in lines:
        runs_on = bool(out and out[-1]) and len(out[-1].rsplit("\n", 1)[-1]) >= full and not re.match(r"[-•–*]\s|\d+[.)]\s", line)
        if out and line and runs_on and (not re.search(r"[.!?:”\"]$", out[-1]) or line[0].islower()):
            out[-1] = out[-1][:-1] + line if re.search(r"\w-$", out[-1]) and line[0].islower() else f"{out[-1]} {line}"
        else:
            out.append(line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip("\n") + "\n"
