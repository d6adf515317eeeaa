"""The authors of a statement are who "we" is; in quotation marks "we" is the speaker's."""

import pytest

from habeas.case.source import Source
from habeas.case.vocabulary import MentionForm
from habeas.read.authors import add_authors


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We call on the court to free Anna Example.", 1),
        ("“We call on the court to free her,” Anna Example said.", 0),
        ("She said we call often.", 0),
    ],
)
def test_who_is_we(text: str, found: int) -> None:
    """Only a text that asks or judges as "we", outside quotation marks, has authors among its people."""
    entities = add_authors((), Source("s", "n", text, outlet="The Example"))
    assert len(entities) == found
    assert all(e.name == "The Example" and e.mentions[0].form is MentionForm.PRONOUN for e in entities)
