"""The authors of a statement are who "we" is; in quotation marks "we" is the speaker's."""

import pytest

from habeas.case.passage import Span
from habeas.case.person import Entity, Mention
from habeas.case.source import Source
from habeas.case.vocabulary import EntityKind, MentionForm
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


def test_we_is_the_body_that_judges_above() -> None:
    """A body that condemns in its own statement, in the present, is who "we" is below."""
    text = "The Lowland Circle condemns the arrest of Anna Example.\n\nWe demand her release."
    circle = Entity("e", EntityKind.ORGANIZATION, "Lowland Circle", (Mention(Span(4, 18), "Lowland Circle", MentionForm.NAME),))
    (found,) = add_authors((circle,), Source("s", "n", text, outlet="The Example"))
    assert [m.text for m in found.mentions] == ["Lowland Circle", "We"]
