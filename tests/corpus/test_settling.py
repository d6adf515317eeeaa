"""Two passes over each document of the corpus, and nothing left open between them."""

from pathlib import Path

import pytest
from corpus.__main__ import documents
from corpus.marked import compile_marked
from corpus.settling import FIELDS, SETTLED, differences, open_differences, settled

TEXT = "{@ana_obrazec|Ana Obrazec} was {t1|detained} on Monday. “{q1|I am well},” {@ana_obrazec/p m1|she} {k1|said}."
FACTS = """persons:
  ana_obrazec: {name: Ana Obrazec, role: detainee}
events:
  - {id: e1, type: detained, trigger: t1, persons: [ana_obrazec]}
quotes:
  - {id: q1, form: full, content: q1, speaker: ana_obrazec, mention: m1, cue: k1}
"""


def compiled(folder: Path, text: str, facts: str) -> tuple[str, dict[str, object]]:
    folder.mkdir(exist_ok=True)
    path = folder / "x-1.marked"
    path.write_text(f"doc: x-1\noutlet: o\ncountry: c\nstyle: s\nsources: [x]\n%%%\n{text}\n%%%\n{facts}\n", encoding="utf-8")
    return compile_marked(path)


@pytest.mark.parametrize("part", ["train", "dev", "blind"])
def test_every_document_has_two_passes_and_no_open_difference(part: str) -> None:
    """What the passes do not share is optional in the published one, or has its reason in the table."""
    first, second = documents(part), documents("second")
    assert set(first) <= set(second)
    assert open_differences(first, second) == []


def test_a_fact_of_one_pass_only_is_a_difference(tmp_path: Path) -> None:
    """The second pass saw no quote, and another type of event."""
    text, one = compiled(tmp_path / "a", TEXT, FACTS)
    bare = TEXT.replace("{q1|I am well}", "I am well").replace(" m1|", "|").replace("{k1|said}", "said")
    _, two = compiled(tmp_path / "b", bare, FACTS.split("quotes:")[0].replace("detained,", "arrested,"))
    found = [(d.kind, d.side, d.type, d.words) for d in differences("x-1", text, one, two)]
    assert found == [
        ("custody", "first", "detained", "detained"),
        ("custody", "second", "arrested", "detained"),
        ("quote", "first", "", "I am well"),
    ]


def test_what_is_optional_in_one_pass_is_no_difference(tmp_path: Path) -> None:
    """A fact that one pass has as optional and the other not at all."""
    text, one = compiled(tmp_path / "a", TEXT, FACTS.replace("cue: k1}", "cue: k1, optional: true}"))
    bare = TEXT.replace("{q1|I am well}", "I am well").replace(" m1|", "|").replace("{k1|said}", "said")
    _, two = compiled(tmp_path / "b", bare, FACTS.split("quotes:")[0])
    assert differences("x-1", text, one, two) == []


def test_the_table_of_what_was_settled_is_whole() -> None:
    """Each line has all fields, and a reason."""
    header, *lines = SETTLED.read_text(encoding="utf-8").splitlines()
    assert tuple(header.split("\t")) == FIELDS
    assert all(len(line.split("\t")) == len(FIELDS) for line in lines)
    assert len(settled()) == len(lines)
    assert all(settled().values())
