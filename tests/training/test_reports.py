"""Marks over texts that are not ours to keep: offsets alone, joined with the text again where it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from training.reports import MARKS, Paragraphs, marked_reports, packed

TEXT = ["In May police in Tarn detained Ana Obrazec.", "A court released her in June, her lawyer said."]
MARKED = """doc: made-up
outlet: Office of Reports
country: Tarn
style: report
published: null
title: null
group: null
sources: [invented]
notes: null
%%%
In {d1|May} police in {p1|Tarn} {t1|detained} {@obrazec_ana|Ana Obrazec}.

A court {t2|released} {@obrazec_ana/p|her} in {d2|June}, her lawyer said.
%%%
persons:
  obrazec_ana: {name: Ana Obrazec, kind: person, role: detainee}
events:
  - {id: e1, type: detained, persons: [obrazec_ana], trigger: t1, date_span: d1, place: p1}
  - {id: e2, type: released, persons: [obrazec_ana], trigger: t2, date_span: d2}
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "paragraphs.jsonl"
    rows = [{"country": "tarn", "year": 2021, "n": n, "text": text} for n, text in enumerate(TEXT, 4)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_marks_keep_no_word_of_the_text(tmp_path: Path, reports: Path) -> None:
    path = tmp_path / "made-up.marked"
    path.write_text(MARKED, encoding="utf-8")
    row = packed(path, Paragraphs(reports))
    assert row is not None
    assert (row["country"], row["year"], row["first"], row["last"]) == ("tarn", 2021, 4, 5)
    kept = json.dumps(row)
    assert not [word for word in ("police", "court", "her lawyer", "released her") if word in kept]


def test_marks_and_text_are_joined_again(tmp_path: Path, reports: Path) -> None:
    path, marks = tmp_path / "made-up.marked", tmp_path / "marks.jsonl"
    path.write_text(MARKED, encoding="utf-8")
    marks.write_text(json.dumps(packed(path, Paragraphs(reports))) + "\n", encoding="utf-8")
    ((name, text, facts),) = marked_reports(reports, marks)
    assert name == "report-tarn-2021-4"
    assert [text[e["trigger"]["start"] : e["trigger"]["end"]] for e in facts["events"]] == ["detained", "released"]
    assert [e["trigger"]["text"] for e in facts["events"]] == ["detained", "released"]


def test_a_text_of_another_place_is_not_packed(tmp_path: Path, reports: Path) -> None:
    path = tmp_path / "made-up.marked"
    path.write_text(MARKED.replace("In {d1|May}", "Once, in {d1|May},"), encoding="utf-8")
    assert packed(path, Paragraphs(reports)) is None


def test_a_text_that_has_changed_is_refused(tmp_path: Path, reports: Path) -> None:
    path, marks = tmp_path / "made-up.marked", tmp_path / "marks.jsonl"
    path.write_text(MARKED, encoding="utf-8")
    marks.write_text(json.dumps(packed(path, Paragraphs(reports))) + "\n", encoding="utf-8")
    reports.write_text(reports.read_text(encoding="utf-8").replace("June", "July"), encoding="utf-8")
    with pytest.raises(ValueError, match="not the text that was marked"):
        list(marked_reports(reports, marks))


def test_the_marks_of_the_project_hold_no_text() -> None:
    rows = [json.loads(line) for line in MARKS.read_text(encoding="utf-8").splitlines()]
    assert len(rows) > 300
    assert not [row for row in rows for e in row["events"] if "text" in e["trigger"]]
