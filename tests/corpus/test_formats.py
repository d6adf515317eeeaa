"""The corpus compiles, and each form that it is given out in can be read back without loss."""

from pathlib import Path

import pytest
from corpus.agreement import agreement
from corpus.formats import from_brat, from_columns, from_jsonl, to_brat, to_columns, to_jsonl
from corpus.marked import MarkedError, compile_marked

CORPUS = Path(__file__).parent.parent.parent / "corpus"
# The blind part is compiled too: a test reads offsets, and no rule or model learns from it.
EVERY = sorted(CORPUS.glob("*/*.marked"))
SOME = EVERY[:: max(1, len(EVERY) // 25)]


def test_every_document_compiles_and_its_spans_hold_their_words() -> None:
    """All marks pair up, every label is used, and each span's words stand in the text."""
    assert EVERY
    for path in EVERY:
        text, gold = compile_marked(path)
        for event in gold["events"]:
            trigger = event["trigger"]
            assert text[trigger["start"] : trigger["end"]] == trigger["text"]


@pytest.mark.parametrize("path", SOME, ids=lambda p: p.stem)
def test_round_trips(path: Path) -> None:
    """JSON lines, columns and brat give back the same text and gold."""
    text, gold = compile_marked(path)
    assert list(from_jsonl(to_jsonl([(text, gold)]))) == [(text, gold)]
    assert list(from_columns(to_columns(text, gold))) == [(text, gold)]
    assert from_brat(to_brat(gold, text), text) == gold


@pytest.mark.parametrize("path", SOME, ids=lambda p: p.stem)
def test_a_pass_agrees_with_itself(path: Path) -> None:
    """The measure gives 1 for two passes that are the same, where there is anything to agree on."""
    compiled = {path.stem: compile_marked(path)}
    gold = compiled[path.stem][1]
    required = [
        f for k in ("events", "quotes", "actions", "responses") for f in gold[k] if not f.get("optional") and f.get("type") != "other"
    ]
    if any(f.get("status", "asserted") in ("asserted", "alleged") for f in required):
        assert agreement(compiled, compiled)["FACTS"][2] > 0.9


def marked(tmp_path: Path, text: str, facts: str) -> Path:
    path = tmp_path / "x-1.marked"
    path.write_text(f"doc: x-1\noutlet: o\ncountry: c\nstyle: s\nsources: [x]\n%%%\n{text}\n%%%\n{facts}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "facts", "complaint"),
    [
        ("{@a|Anna was held", "persons: {a: {name: A, role: detainee}}", "never closed"),
        ("Anna}", "", "closes nothing"),
        ("{@a|Anna}", "", "not under persons"),
        ("{t|held}", "", "used by no fact"),
        (
            "{@a|Anna} {t|held}",
            "persons: {a: {name: A, role: detainee}}\nevents: [{id: e1, type: vanished, trigger: t, persons: [a]}]",
            "is not one of",
        ),
        (
            "{@a|Anna}",
            "persons: {a: {name: A, role: detainee}}\nevents: [{id: e1, type: detained, trigger: t9, persons: [a]}]",
            "no mark is labelled",
        ),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, facts: str, complaint: str) -> None:
    """A wrong mark or fact is refused with its file and what to mend."""
    with pytest.raises(MarkedError, match=complaint):
        compile_marked(marked(tmp_path, text, facts))


def test_marks_nest_and_a_label_used_twice_is_one_thing_in_parts(tmp_path: Path) -> None:
    """A quote split by its reporting clause keeps both parts; its hull is its content."""
    facts = "persons: {a: {name: Anna, role: lawyer}}\nquotes: [{id: q1, form: full, content: q, speaker: a, mention: m, cue: k}]"
    text, gold = compile_marked(marked(tmp_path, "“{q|It is unjust},” {k|said} {@a m|Anna}. “{q|We will appeal}.”", facts))
    quote = gold["quotes"][0]
    assert [p["text"] for p in quote["parts"]] == ["It is unjust", "We will appeal"]
    assert text[quote["content"]["start"] : quote["content"]["end"]].startswith("It is unjust")
    assert quote["speaker_form"] == "name"


def test_the_scorer_is_the_one_used_elsewhere() -> None:
    """Where the design material is present, its scorer and ours are one to the letter, so that figures can be compared."""
    other = CORPUS.parent.parent / "shared" / "score" / "score_reading.py"
    if not other.exists():
        pytest.skip(f"there is no {other}")
    assert (CORPUS / "score_reading.py").read_text(encoding="utf-8") == other.read_text(encoding="utf-8")
