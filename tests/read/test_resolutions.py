"""Who acts in a resolution: the body that opens it on a line of its own."""

from habeas.case.claim import Action
from habeas.case.reading import Reading
from habeas.flow import read_text

TEXT = """RESOLUTION on the situation of journalists in Uzbekistan

The Assembly,

having regard to the arrest of the editor Ana Obrazec by police in Tashkent on 5 May 2025,

1. Condemns the detention of Ana Obrazec;
2. Calls on the authorities of Uzbekistan to release her immediately;
"""


def test_the_items_of_a_resolution_are_the_deeds_of_the_body_that_opens_it() -> None:
    """Not of the state in its title, nor of a town in what it has regard to."""
    reading = read_text(TEXT, published="2025-06-12")
    assert isinstance(reading, Reading)
    names = {e.id: e.name for e in reading.entities}
    actions = {c.type.value: [names[a] for a in c.actors] for c in reading.claims if isinstance(c, Action)}
    assert actions == {"condemn": ["Assembly"], "demand_release": ["Assembly"]}
