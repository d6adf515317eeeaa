"""Words that mean nothing else are believed, however little the scales know of them."""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.flow import read_text

HELD = "The journalist Anna Lisova was arrested in March 2023 and sentenced to five years in prison for an article on the mayor."


def told(sentence: str) -> list[tuple[str, set[str | None]]]:
    """The events that the second paragraph tells as facts, each with those whom it befell."""
    text = f"OSH, 14 May 2024 – {HELD}\n\n{sentence}"
    reading = read_text(text, published="2024-05-14")
    names = {e.id: e.name for e in reading.entities}
    behind = len(text) - len(sentence)
    events = [c for c in reading.claims if isinstance(c, Custody) and c.realis in ("asserted", "alleged")]
    return [
        (c.type.value, {names[p] for p in c.persons})
        for c in events
        if c.trigger.start >= behind or any(p.start >= behind for p in c.passages)
    ]


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Lisova passed the gate of the colony at noon.", "released"),
        ("The gate of the prison opened for her on Wednesday.", "released"),
        ("Lisova returned to freedom on Friday.", "released"),
        ("Lisova has left prison.", "released"),
        ("Charges of treason have been laid against Lisova.", "charged"),
        ("Criminal proceedings were initiated against Lisova.", "charged"),
        ("Her cassation was refused.", "appeal_rejected"),
        ("Lisova failed in her appeal on Friday.", "appeal_rejected"),
        ("The appeal court brought her sentence down to three years.", "sentence_reduced"),
        ("The court rejected the charge and declared Lisova innocent.", "acquitted"),
        ("The Supreme Court nullified the verdict.", "verdict_quashed"),
        ("Lisova arrived at a colony in Naryn on Friday.", "transferred"),
        ("Lisova put away her food and water on Friday.", "hunger_strike"),
        ("Lisova turned down all meals on Friday.", "hunger_strike"),
        ("Lisova was doused with cold water.", "ill_treated"),
        ("Lisova obtained clemency.", "pardoned"),
    ],
)
def test_rare_words_that_mean_one_thing_are_believed(sentence: str, type_: str) -> None:
    """The event stands with whom it befell, though few texts that teach the scales tell it so."""
    assert (type_, {"Anna Lisova"}) in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("Lisova was beaten to death in her cell.", "died"),
        ("Lisova was killed in custody.", "died"),
        ("Lisova took her own life in her cell.", "died"),
        ("The prison service confirmed the death of Lisova.", "died"),
        ("Lisova was slapped with a charge of sedition.", "charged"),
        ("The judge remanded her for a further two weeks.", "detention_extended"),
        ("Lisova was deprived of liberty on Friday.", "detained"),
    ],
)
def test_plain_words_go_before_what_else_could_stand_there(sentence: str, type_: str) -> None:
    """Who was beaten to death died, who is slapped with a charge is charged and not struck, who is deprived of liberty is not free."""
    assert told(sentence) == [(type_, {"Anna Lisova"})]


@pytest.mark.parametrize(
    "sentence",
    [
        "An appeals court must nullify the verdict, her lawyer said.",
        "The president could include Lisova in his pardon, her lawyer said.",
        "The sister of Lisova took no food on the journey.",
    ],
)
def test_what_may_or_must_be_is_not_told(sentence: str) -> None:
    """Plain words of what is wished, possible or somebody else's tell nothing of her."""
    assert told(sentence) == []
