"""The dead, who says it of himself, and whom commas set apart: of whom is it told?"""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.flow import read_text


def befell(text: str, type_: str) -> set[str]:
    """The names of those whom the events of this type befell."""
    reading = read_text(text, published="2024-06-12")
    names = {e.id: e.name for e in reading.entities}
    return {names[p] for c in reading.claims if isinstance(c, Custody) and c.type == type_ for p in c.persons}


@pytest.mark.parametrize(
    ("text", "type_", "names"),
    [
        (
            "Omar Qarad, the son of the late preacher Yusuf Qasim, was stopped at the border. A court had already given him five years.",
            "sentenced",
            {"Omar Qarad"},
        ),
        (
            "Tawfiq Mansur and Akram Walid were freed. “We come from hell,” Mansur said. He said jailers had tortured him again and again.",
            "ill_treated",
            {"Tawfiq Mansur"},
        ),
        ("Katsia Andrey, arrested in 2020 with Darya Chults, got two years in 2021.", "sentenced", {"Katsia Andrey"}),
        ("Katsia Andrey, Darya Chults and Oleg Manin got two years.", "sentenced", {"Katsia Andrey", "Darya Chults", "Oleg Manin"}),
    ],
)
def test_of_whom_it_is_told(text: str, type_: str, names: set[str]) -> None:
    """No "him" means the dead father; "he said they had tortured him" is of one man; who is named in commas has no part in the verb."""
    assert befell(text, type_) == names
