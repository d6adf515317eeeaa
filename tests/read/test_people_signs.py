"""What the text says of how many are meant, in which paragraph they are named, and whom its other events befell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from habeas.read.cast import Who
from habeas.read.custody import propose
from habeas.read.custody_candidates import Candidate
from habeas.read.scene import Scene
from habeas.read.settled_signs import Settled
from habeas.read.word_signs import known_by_text, number_signs
from tests.read.told import Told, tell

TWO_CASES = (
    "{Ana Obrazec} was detained in Minsk.\n\n{Ben Muster} was jailed for a year. {Dora Probe} was fined.\n\n"
    "The union asked the court to release her and called for the two to be freed."
)


def at(scene: Scene, word: str) -> int:
    """The unit of the word."""
    return next(i for i, u in enumerate(scene.units) if u.low == word)


def of(told: Told, name: str) -> int:
    """The entity of the name."""
    return next(i for i, e in enumerate(told.scene.entities) if e.name == name)


@pytest.mark.parametrize(("verb", "size", "fits"), [("release", 1, True), ("release", 2, False), ("called", 2, True), ("called", 3, False)])
def test_a_pronoun_or_number_behind_the_words_says_how_many_are_meant(verb: str, size: int, fits: bool) -> None:
    scene = tell(TWO_CASES).scene
    assert number_signs(scene, at(scene, verb), size)["as many"] == float(fits)


def test_no_number_is_no_sign() -> None:
    scene = tell("{Ana Obrazec} was detained in Minsk.").scene
    assert number_signs(scene, at(scene, "detained"), 1) == {}


def test_paragraphs_back_and_others_named_since_are_counted() -> None:
    told = tell(TWO_CASES)
    place = at(told.scene, "fined")
    ana, ben, dora = (known_by_text(told.scene, (of(told, name),), place, {}) for name in ("Ana Obrazec", "Ben Muster", "Dora Probe"))
    assert (ana["paragraphs back"], ben["paragraphs back"], dora["paragraphs back"]) == (1.0, 0.0, 0.0)
    assert (ana["named in this paragraph"], ben["named in this paragraph"]) == (0.0, 1.0)
    assert (ana["named since"], ben["named since"], dora["named since"]) == (2.0, 1.0, 0.0)


def events(told: Told) -> list[Candidate]:
    """The events that the rules take, in the order of the text."""
    return sorted(propose(told.scene).taken, key=lambda c: c.hit.first)


def test_what_stands_beside_an_event_speaks_for_those_whom_it_befell() -> None:
    told = tell(
        "{Ana Obrazec} was detained in Minsk. {Ben Muster} was detained in May. Police said that he was released. {Ben Muster} was fined by the court."
    )
    all_ = events(told)
    released = next(c for c in all_ if c.type.value == "released")
    settled = Settled(told.scene, all_)
    ana, ben = ((of(told, name),) for name in ("Ana Obrazec", "Ben Muster"))
    theirs, others = settled.signs(released, ben, 0.6, 0.6), settled.signs(released, ana, 0.3, 0.6)
    assert (theirs["event before is theirs"], others["event before is theirs"]) == (1.0, 0.0)
    assert (theirs["event behind is theirs"], others["event behind is theirs"]) == (1.0, 0.0)
    assert theirs["of the others theirs"] > others["of the others theirs"]
    assert (theirs["likeliest"], others["likeliest"]) == (1.0, 0.0)


def test_an_event_of_nobody_says_nothing_of_the_others() -> None:
    told = tell("{Ana Obrazec} was detained in Minsk. The court fined a man.")
    (held,) = (c for c in events(told) if c.type.value == "detained")
    nobodys = replace(held, who=Who((), None, "nobody"))
    assert Settled(told.scene, [held, nobodys]).events == [held]
