"""Of how many does the text tell, and whom does it name among them? Nobody is freed or dead whom it names as still held. Texts are written for these tests."""

from __future__ import annotations

from habeas.case.claim import Custody
from habeas.case.source import Source
from habeas.read.reader import read_source

TEXT = """President Ivo Brandt pardoned 30 people on Wednesday who were serving terms for protests, his press service said.

There are about 1,400 political prisoners behind bars, including the writer Peter Odong and the reporter Nora Kell, whose release Vellin is seeking. At least six political prisoners have died behind bars, according to a rights group.

Last month, Brandt pardoned 30 people convicted over protests, including journalists with serious illnesses. In July, 18 political prisoners were also released, including the leader of the Shore Front, Daniel Berg, who suffers from cancer."""


def befallen(type_: str) -> set[str]:
    reading = read_source(Source("sha256:0", "page", TEXT, published="2024-05-10"))
    names = {e.id: e.name for e in reading.entities}
    return {names[p] for c in reading.claims if isinstance(c, Custody) and c.type == type_ for p in c.persons}


def test_names_are_of_the_group_that_their_own_sentence_counts() -> None:
    """The 1,400 are not the 30, and the 18 of July are not the six who died."""
    assert {"Peter Odong", "Nora Kell", "Daniel Berg"}.isdisjoint(befallen("pardoned") | befallen("died"))
    assert befallen("released") == {"Daniel Berg"}
