"""Gaps that the encoder fills, on a document of the corpus, and nothing that a rule has decided changed."""

from collections.abc import Sequence

import pytest
from corpus.__main__ import documents

from habeas.case.claim import Custody
from habeas.case.passage import Span
from habeas.case.reading import Reading
from habeas.flow import read_text
from habeas.read import reader
from habeas.read.charges import whole_charge
from habeas.read.scene import Scene
from habeas.read.signals import Signals
from habeas.read.weighed_fields import fill_fields


def test_the_judge_and_the_day_in_front_of_a_verb_are_tied_to_it() -> None:
    """ "On June 28 Judge X had him locked up": the words stand before the verb, in another's clause to the rules."""
    text, gold = documents("train")["arm-001"]
    reading = read_text(text, published=gold["published"])
    assert isinstance(reading, Reading)
    locked = next(c for c in reading.claims if isinstance(c, Custody) and c.trigger.words(text) == "locked")
    assert locked.date is not None
    assert locked.date.edtf == "2025-06-28"
    assert locked.authority is not None
    assert locked.authority.text is not None
    assert "Melkonyan" in locked.authority.text.words(text)


def test_what_is_put_in_place_of_the_rules_stands_in_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """A date or charge may give way to a likelier one that the text has; nothing else is touched, and no court that a rule knows."""
    seen: list[tuple[Scene, Custody, Custody]] = []

    def watched(scene: Scene, events: Sequence[Custody], signals: Signals) -> tuple[Custody, ...]:
        out = fill_fields(scene, events, signals)
        seen.extend((scene, before, after) for before, after in zip(events, out, strict=True))
        return out

    monkeypatch.setattr(reader, "fill_fields", watched)
    for text, gold in documents("dev").values():
        read_text(text, published=gold["published"])
    assert seen
    assert any(after.date != before.date for _, before, after in seen)
    for scene, before, after in seen:
        for field in ("place", "persons", "type", "until", "trigger"):
            assert getattr(after, field) == getattr(before, field)
        assert before.authority in (None, after.authority)
        assert after.date in (None, before.date) or after.date in scene.dates
        assert after.term in (None, before.term) or after.term in scene.terms
        if after.charge not in (None, before.charge):
            assert after.charge is not None
            assert after.charge.text is not None
            assert after.charge.text.stop <= len(scene.text)


def test_a_charge_is_given_to_the_end_of_its_brackets() -> None:
    text = "By her words, both are accused under Art. 206.3.2 (smuggling, by a group) of the code."
    start = text.index("Art.")
    assert whole_charge(text, Span(start, text.index(", by"))) == Span(start, text.index(")") + 1)
    assert whole_charge(text, Span(start, start + 4)) == Span(start, start + 4)


def test_lengths_that_are_shared_out_in_order_stay_whose_they_are() -> None:
    text = (
        "MINSK - March 3, 2023. The Leninsky District Court of Minsk has sentenced Ales Bialiatski, founder of the human rights centre Viasna, to ten years of "
        "imprisonment. His colleagues Valiantsin Stefanovich and Uladzimir Labkovich received nine and seven years. Judge Maryna Zapasnik found all three guilty of "
        "smuggling by an organised group. Bialiatski was arrested on 14 July 2021. He pleaded not guilty.\n"
    )
    reading = read_text(text, published="2023-03-03")
    assert isinstance(reading, Reading)
    names = {e.id: e.name for e in reading.entities}
    terms = {names[p]: c.term.iso for c in reading.claims if isinstance(c, Custody) and c.term for p in c.persons}
    assert terms == {"Ales Bialiatski": "P10Y", "Valiantsin Stefanovich": "P9Y", "Uladzimir Labkovich": "P7Y"}
