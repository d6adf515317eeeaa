"""A record with something of everything, shown by a real server process on a free port of this machine."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.case.decision import Decision, Verdict
from habeas.errors import Problem
from habeas.record.store import Store, open_record
from tests.record.articles import Article, arrest, demand

SCRIPT = "<script>alert(1)</script>"


def disagreement() -> Article:
    """A second source that dates the arrest a day later, names a second person, and holds what must not be run or shown."""
    text = (
        f"Rights group on Safarov {SCRIPT}\n\n"
        "Rufat Safarov was detained on 4 December, the rights group said. His wife, Leyla Yunus, said he has diabetes.\n"
        "“I am not guilty,” Safarov told the court. He was released on 1 March 2025, and may be tried again.\n"
        "Read more: other news of the day, and a very-long-word-" + "x" * 120 + "\n"
    )
    article = Article(text, published="2025-03-02", outlet="Rights Group", title=f"On Safarov {SCRIPT}", url="javascript:alert(1)")
    article.who("s", "Rufat Safarov", roles=("detainee",)).who("g", "the rights group", kind="organization", form="nominal")
    article.event("detained", "s", "was detained on 4 December", "2024-12-04", voice="g").event(
        "released", "s", "was released on 1 March 2025", "2025-03-01"
    )
    article.event("charged", "s", "may be tried again", realis="possible").quote("I am not guilty", by="s")
    article.event("hunger_strike", "s", "said he has diabetes", confidence=0.2)
    return article.event("transferred", "s", "Safarov told the court", "2025-01-01")


def fill(store: Store) -> None:
    for article in (arrest(), demand(), disagreement()):
        store.add_document(article.capture, article.reading)
    store.add_problem(Problem("empty.html", "text", "the page has no text.", "Save the page again."))
    store.add_decision(Decision(f"{disagreement().source.id}#c6", Verdict.REJECT, "Ana", "2025-03-03T09:00:00+00:00"))
    ids = sorted(register for register, name in store.find("Rufat Safarov"))
    for other in ids[1:]:
        store.add_decision(Decision(f"{ids[0]} {other}", Verdict.SAME, "Ana", "2025-03-03T10:00:00+00:00"))


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages") / "record"
    store = open_record(folder)
    fill(store)
    store.close()
    return folder


@pytest.fixture(scope="session")
def address(record: Path) -> Iterator[str]:
    """Where the pages are, served by a process of its own."""
    program = f"from pathlib import Path; from habeas.review.server import serve; serve(Path({str(record)!r}), port=0)"
    server = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    found = re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline())
    assert found is not None
    yield found[0]
    server.terminate()
    server.wait(10)
