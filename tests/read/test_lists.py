"""Which persons does a text put side by side?"""

from __future__ import annotations

from habeas.read.lists import find_enumerations, find_item_lists
from tests.read.told import Told, tell


def lists(told: Told) -> list[set[str]]:
    scene = told.scene
    return [{scene.entities[p].name for p in e.persons} for e in find_enumerations(scene, find_item_lists(scene))]


def test_names_with_appositions() -> None:
    """Commas, "and" and words of apposition join; a verb parts."""
    told = tell("{Anna Li} of a daily and its managing editor {Omar Said} met. {Jan Novak} left, {Eva Roth} stayed.")
    assert lists(told) == [{"Anna Li", "Omar Said"}]


def test_items_of_a_list() -> None:
    """Bulleted lines are one list; who stands in brackets or behind "to" is not on it."""
    told = tell(
        "Among them:\n- retired colonel {Anna Li};\n- {Omar Said} (assistant to {Jan Novak});\n- activists {Eva Roth}, {Bo Lund}.\n"
    )
    assert {"Anna Li", "Omar Said", "Eva Roth", "Bo Lund"} in lists(told)
