"""What the text says of how many are meant, in which paragraph they are named, and whom its other events befell."""

from __future__ import annotations

import pytest

from habeas.read.choices import Choice
from habeas.read.scene import Scene
from habeas.read.settled_signs import Settled, Told
from habeas.read.word_signs import known_by_text, number_signs
from tests.read import told

TWO_CASES = (
    "{Ana Obrazec} was detained in Minsk.\n\n{Ben Muster} was jailed for a year. {Dora Probe} was fined.\n\n"
    "The union asked the court to release her and called for the two to be freed."
)


def at(scene: Scene, word: str) -> int:
    """The unit of the word."""
    return next(i for i, u in enumerate(scene.units) if u.low == word)


def of(text: told.Told, name: str) -> int:
    """The entity of the name."""
    return next(i for i, e in enumerate(text.scene.entities) if e.name == name)


@pytest.mark.parametrize(("verb", "size", "fits"), [("release", 1, True), ("release", 2, False), ("called", 2, True), ("called", 3, False)])
def test_a_pronoun_or_number_behind_the_words_says_how_many_are_meant(verb: str, size: int, fits: bool) -> None:
    scene = told.tell(TWO_CASES).scene
    assert number_signs(scene, at(scene, verb), size)["as many"] == float(fits)


def test_no_number_is_no_sign() -> None:
    scene = told.tell("{Ana Obrazec} was detained in Minsk.").scene
    assert number_signs(scene, at(scene, "detained"), 1) == {}


def test_paragraphs_back_and_others_named_since_are_counted() -> None:
    text = told.tell(TWO_CASES)
    place = at(text.scene, "fined")
    ana, ben, dora = (known_by_text(text.scene, (of(text, name),), place, {}) for name in ("Ana Obrazec", "Ben Muster", "Dora Probe"))
    assert (ana["paragraphs back"], ben["paragraphs back"], dora["paragraphs back"]) == (1.0, 0.0, 0.0)
    assert (ana["named in this paragraph"], ben["named in this paragraph"]) == (0.0, 1.0)
    assert (ana["named since"], ben["named since"], dora["named since"]) == (2.0, 1.0, 0.0)


def test_what_stands_beside_an_event_speaks_for_those_whom_it_befell() -> None:
    scene = told.tell(
        "{Ana Obrazec} was detained. {Ben Muster} was charged. Police said that he was released. {Ben Muster} was detained too."
    ).scene
    ana, ben = (0,), (1,)
    words = [at(scene, word) for word in ("detained", "charged", "released")]
    last = max(i for i, u in enumerate(scene.units) if u.low == "detained")
    events = [Told(words[0], "detained", ana), Told(words[1], "charged", ben), Told(last, "detained", ben)]
    settled = Settled(scene, events)
    theirs, others = (settled.signs(Told(words[2], "released", whom), share, 0.6) for whom, share in ((ben, 0.6), (ana, 0.3)))
    assert (theirs["told before of them"], others["told before of them"]) == (1.0, 0.0)
    assert (theirs["told behind of them"], others["told behind of them"]) == (1.0, 0.0)
    assert (theirs["told of them"], others["told of them"]) == pytest.approx((2 / 3, 1 / 3))
    assert (theirs["likeliest"], others["likeliest"]) == (1.0, 0.0)
    alike = settled.signs(Told(last, "detained", ana), 0.3, 0.6)
    assert alike["told alike of them"] == 1.0


def test_an_event_of_nobody_says_nothing_of_the_others() -> None:
    scene = told.tell("{Ana Obrazec} was detained in Minsk. The court fined a man.").scene
    held, fined = Told(at(scene, "detained"), "detained", (0,)), Told(at(scene, "fined"), "fined", ())
    assert Settled(scene, [held, fined]).signs(held, 0.9, 0.9)["others told"] == 0.0


def test_only_sets_that_are_at_all_likely_are_asked_about_again() -> None:
    asked: list[list[int]] = []

    def ask(these: list[int]) -> list[float]:
        asked.append(these)
        return [0.5 for _ in these]

    assert Choice(((0,), (1,), (2,), ()), (0.01, 0.4, 0.001, 0.2)).again(ask).shares == (0.5, 0.5, 0.0, 0.5)
    assert asked == [[0, 1, 3]]
