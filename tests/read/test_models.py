"""The shipped weights and the one pass over a text."""

from __future__ import annotations

import hashlib
import itertools
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.case.passage import Span
from habeas.errors import ModelError
from habeas.read.heads import HEADS
from habeas.read.models import WEIGHTS, Models, load_models
from habeas.read.wordpieces import OVERLAP, WINDOW, cut_windows, window_shares

MODELS = load_models()


def test_missing_weights_say_what_to_do(tmp_path: Path) -> None:
    """Without weights the first question raises ModelError with a next step; loading alone does not."""
    models = load_models(tmp_path)
    with pytest.raises(ModelError, match="missing"):
        models.signals("Anna Li was arrested.")


def test_foreign_weights_are_refused(tmp_path: Path) -> None:
    """A file that is not the one that the manifest names is never loaded."""
    shutil.copytree(WEIGHTS, tmp_path / "w")
    with (tmp_path / "w" / "reader.onnx").open("ab") as file:
        file.write(b"\0")
    with pytest.raises(ModelError, match="not the file"):
        load_models(tmp_path / "w").signals("Anna Li was arrested.")


def test_a_page_network_without_the_states_that_it_needs_is_a_model_error(tmp_path: Path) -> None:
    """A network of before, beside today's page.npz, is told apart with a next step."""
    shutil.copytree(WEIGHTS, tmp_path / "w")
    model = onnx.load(str(tmp_path / "w" / "reader.onnx"))
    del model.graph.output[2:]
    onnx.save(model, str(tmp_path / "w" / "reader.onnx"))
    manifest = json.loads((tmp_path / "w" / "manifest.json").read_text(encoding="utf-8"))
    manifest["sha256"]["reader.onnx"] = hashlib.sha256((tmp_path / "w" / "reader.onnx").read_bytes()).hexdigest()
    (tmp_path / "w" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ModelError, match="does not give the states"):
        load_models(tmp_path / "w").signals("Anna Li was arrested.")
    del manifest["sha256"]["page.npz"]
    (tmp_path / "w" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    assert load_models(tmp_path / "w").signals("Anna Li was arrested.").page is None


def test_an_unreadable_manifest_is_a_model_error(tmp_path: Path) -> None:
    """A manifest that is no JSON gives a clear error, not a traceback."""
    (tmp_path / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelError, match="cannot be read"):
        _ = Models(tmp_path).version


def test_the_package_stays_small() -> None:
    """All heads together weigh less than 30 MB, and the manifest names every file."""
    files = {p.name: p.stat().st_size for p in WEIGHTS.iterdir()}
    assert sum(files.values()) < 30_000_000
    assert {*json.loads((WEIGHTS / "manifest.json").read_text(encoding="utf-8"))["sha256"], "manifest.json"} == set(files)


def test_a_long_paragraph_is_read_to_its_end() -> None:
    """A paragraph of many windows is not cut off: its last sentence is read as well as its first."""
    text = "Police detained Anna Li in Tbilisi on Monday. " * 300
    found = [m.span for m in MODELS.signals(text).mention_spans() if m.label == "person"]
    places = [
        Span(at, at + len("Anna Li")) for at in range(text.index("Anna"), len(text), len("Police detained Anna Li in Tbilisi on Monday. "))
    ]
    assert len(places) == 300
    assert all(any(place.touches(span) for span in found) for place in places)
    assert "Anna Li" in found[-1].words(text) or found[-1].words(text) in "Anna Li"


def test_pieces_lie_where_the_text_has_them() -> None:
    """Offsets count code points of the text, accents and emoji included, and skipped stretches have no pieces."""
    text = "Menu 🙂 Home\nSevinc Vaqifqızı was released, her lawyer said.\n"
    skip = Span(0, text.index("\n"))
    signals = MODELS.signals(text, [skip])
    assert int(signals.pieces.starts[0]) == text.index("Sevinc")
    assert signals.pieces.first_in(skip) is None
    assert any(m.span.words(text) == "Sevinc Vaqifqızı" for m in signals.mention_spans())


def test_probabilities_are_probabilities() -> None:
    """Labels of which one holds add up to one; all lie between nought and one."""
    signals = MODELS.signals("The court sentenced Anna Li to five years in prison.")
    for head in HEADS:
        answers = signals.head(head.name)
        assert ((answers >= 0) & (answers <= 1)).all()
        if head.exclusive:
            assert np.allclose(answers.sum(axis=1), 1, atol=1e-5)


@pytest.mark.parametrize("text", ["", "\n\n", " ", "\u2028", "a" * 20_000, "\x00", "“" * 3000, "\ud800"])
def test_any_text_is_read(text: str) -> None:
    """Nothing, blanks, one endless word, control signs, half a surrogate pair: no input raises an error."""
    signals = MODELS.signals(text)
    assert signals.mention_spans(1.1) == ()
    assert len(signals.answers) == len(signals.pieces)


@settings(max_examples=30)
@given(st.integers(1, 4000), st.lists(st.integers(0, 3999), max_size=60))
def test_windows_cover_everything(n: int, breaks: list[int]) -> None:
    """Every piece is in one window or two, all windows but the last are full, neighbours overlap, and what they say of a piece adds up to one word."""
    opens = np.zeros(n, dtype=np.int64)
    opens[[b for b in breaks if b < n]] = 1
    windows = cut_windows(opens)
    assert windows[0][0] == 0
    assert windows[-1][1] == n
    assert all(stop - start == WINDOW for start, stop in windows[:-1])
    assert all(a[1] - b[0] >= OVERLAP for a, b in itertools.pairwise(windows))
    counts, said = np.zeros(n), np.zeros(n)
    for (start, stop), shares in zip(windows, window_shares(windows), strict=True):
        counts[start:stop] += 1
        said[start:stop] += shares
    assert set(counts.tolist()) <= {1.0, 2.0}
    assert np.allclose(said, 1.0)


def test_links_tell_who_was_arrested() -> None:
    """The person role of a trigger prefers the one arrested to the one who reports it."""
    text = "Police arrested Anna Li on Monday, her lawyer Boris Kim said."
    signals = MODELS.signals(text)
    at = {word: Span(text.index(word), text.index(word) + len(word)) for word in ("arrested", "Anna Li", "Boris Kim")}
    arrested, reporter = signals.pair_logits("person", at["arrested"], [at["Anna Li"], at["Boris Kim"]])
    assert arrested > reporter
    assert signals.choose("person", at["arrested"], [at["Anna Li"], at["Boris Kim"]])[0] == 0
    assert 0.0 <= signals.pair_score("person", at["arrested"], at["Boris Kim"]) <= 1.0
