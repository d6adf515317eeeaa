"""A run over many documents goes on, whatever one of them brings out."""

from __future__ import annotations

import pytest

from habeas.acquire.capture import Capture
from habeas.case.reading import Reading
from habeas.errors import Problem
from habeas.flow import read_captures

_TEXT = b"Police in Minsk arrested the editor Olga Kim on 3 May. The court sentenced her to two years in prison."


def test_a_mistake_of_the_reader_is_a_problem_of_one_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the document, the place in our code and the next step, and holds no word of the text."""
    from habeas.read import reader

    right = reader.read_source

    def stumbles(source, *rest, **named):  # type: ignore[no-untyped-def]
        if source.name == "bad":
            raise IndexError(source.text)
        return right(source, *rest, **named)

    monkeypatch.setattr(reader, "read_source", stumbles)
    first, second = read_captures([Capture(_TEXT, "bad"), Capture(_TEXT, "good")])
    assert isinstance(first, Problem)
    assert (first.source, first.stage) == ("bad", "read")
    assert "IndexError in test_flow.py" in first.message
    assert "Olga" not in first.message
    assert isinstance(second, Reading)
    assert second.claims
