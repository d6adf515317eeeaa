"""The document gate: short texts by a telling word, longer ones by weight."""

from pathlib import Path

import pytest

from habeas.read.gate import SHORT, may_speak_of_detention

EXAMPLES = Path(__file__).parents[2] / "examples"
FILLER = (
    "Rain fell on the northern plain for the third week, and growers there expect a late harvest. The port loaded eleven ships, two more than in the week before, "
    "most of them with barley for the south. A cooperative of beekeepers opened its second shop; honey costs a tenth more than last summer. The railway tries "
    "new carriages on the coastal line, with room for bicycles, and a museum of clocks has found a roof at last. "
)
MARKET = (
    "The central bank kept its rate on Thursday, and shares of the two largest lenders rose by four percent. The court of auditors said that the "
    "budget would need another billion by autumn. Exporters were freed of a duty on grain; the trial of a new terminal begins in May. "
)


@pytest.mark.parametrize(
    "text",
    [
        "Editor detained at Minsk airport",
        "The court let him go; a lawyer confirmed it.",
        "Writer in fifth week of hunger strike",
        "The editor is under house arrest, the union says.",
    ],
)
def test_a_headline_passes_with_a_telling_word_or_two_others(text: str) -> None:
    """Short texts have few words to weigh."""
    assert may_speak_of_detention(text)


def test_short_other_news_is_passed_over() -> None:
    """One word that stands in other news too is not enough."""
    assert not may_speak_of_detention("The striker was released by his club.")


def test_a_long_article_on_markets_is_passed_over_though_it_has_our_words() -> None:
    """Court, freed and trial occur in any long article."""
    text = MARKET + FILLER * 3
    assert len(text) > SHORT
    assert not may_speak_of_detention(text)


def test_an_arrest_in_a_long_article_opens_the_gate() -> None:
    """The same article passes when it tells of a journalist who is held."""
    held = "Police detained the reporter Ana Obrazec on Monday; a judge remanded her for two months, and her lawyer demanded her release from prison. "
    assert may_speak_of_detention(MARKET + FILLER * 3 + held * 2)


def test_every_text_of_the_examples_passes() -> None:
    """What the demo reads."""
    texts = [p.read_text(encoding="utf-8") for p in EXAMPLES.rglob("*.txt")]
    assert texts
    assert all(map(may_speak_of_detention, texts))
