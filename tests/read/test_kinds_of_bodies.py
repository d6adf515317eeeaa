"""A body that has no name of its own is one all the same: "the journalists' union", "the border guard", "the army's press wing"."""

from __future__ import annotations

import pytest

from habeas.case.claim import Action, Response
from habeas.flow import read_text

BEFORE = (
    "Reporter Ilmar Odong was arrested at home on 12 February 2024 and sentenced to six years in prison. An appeal court upheld it.\n\n"
)


def actors(text: str, kind: type[Action] | type[Response]) -> list[str]:
    """Who acts or answers behind the first lines."""
    reading = read_text(BEFORE + text, published="2025-09-10")
    names = {e.id: e.name for e in reading.entities}
    return [names[a] for c in reading.claims if isinstance(c, kind) for a in c.actors]


@pytest.mark.parametrize(
    "body",
    [
        "The journalists' union",
        "The journalists’ federation",
        "The teachers' trade union",
        "The writers' guild",
        "The archdiocese",
        "The network's national coordination",
        "The state human rights commission",
        "The national communications authority",
    ],
)
def test_a_body_by_its_kind_asks_for_somebody(body: str) -> None:
    """The whole phrase is who asks, its owners too."""
    assert actors(f"{body} called for his immediate release on Tuesday.", Action) == [body]


@pytest.mark.parametrize("body", ["The border guard", "The coast guard", "The cybercrime unit", "The gendarmerie", "The prefecture"])
def test_a_body_by_its_kind_keeps_silent(body: str) -> None:
    """A guard or a unit is a body where the word before says so."""
    assert actors(f"{body} did not respond to a request for comment.", Response) == [body]


def test_a_guard_is_somebody_and_a_quotation_is_no_possessive() -> None:
    """ "the guard" alone is a man; the mark behind a quotation owns nothing."""
    assert actors("The guard did not respond to a request for comment.", Response) != ["The guard"]
    assert "arrest of reporters' union" not in actors("It spoke of ‘the arrest of reporters’ and asked that he be freed.", Action)
