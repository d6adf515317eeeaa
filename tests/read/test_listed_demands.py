"""A list asks what the line above it asks: who asks stands above, who is to be freed in the items."""

from __future__ import annotations

import pytest

from tests.read.told import tell

HELD = "Police arrested {Anna Li} and {Omar Said} in May.\n\n"


@pytest.mark.parametrize(
    "items",
    [
        "[PEN] calls on [the government] to:\n– release {Anna Li} and {Omar Said};\n– drop the charges.",
        "[PEN] calls on [the government]\n– to investigate the raid;\n– to free {Anna Li} and {Omar Said} at once.",
        "[PEN] demands:\n1. the immediate release of {Anna Li} and {Omar Said};\n2. a fair law.",
        "[PEN] asks:\n1. that {Anna Li} and {Omar Said} be released;\n2. that the law be changed.",
        "[PEN] urges [the government] to:\n• drop the charges and set {Anna Li} and {Omar Said} free;\n• change the law.",
    ],
)
def test_the_items_tell_whom(items: str) -> None:
    """One demand, by the body of the heading, for those of the items."""
    told = tell(HELD + items)
    asked = [a for a in told.actions if a.type == "demand_release"]
    assert [(told.names(a.actors), told.names(a.beneficiaries)) for a in asked] == [({"PEN"}, {"Anna Li", "Omar Said"})]


def test_readers_are_to_ask() -> None:
    """ "Please write to the authorities, urging them to: …": whoever judges in the rest of the text asks."""
    told = tell(
        HELD + "[PEN] condemned the arrest of {Anna Li}.\n\nPlease write to the authorities, urging them to:\n"
        "– release {Anna Li};\n– drop the charges."
    )
    assert [told.names(a.actors) for a in told.actions] == [{"PEN"}, {"PEN"}]


def test_a_chronology_is_no_demand() -> None:
    """Items that tell what happened ask nothing, though one before them tells of a demand."""
    told = tell(HELD + "Chronology\n• [PEN] demanded a fair trial.\n• {Anna Li} was released.\n• {Omar Said} was set free.")
    assert [a for a in told.actions if a.type == "demand_release"] == []
