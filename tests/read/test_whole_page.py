"""A page seen as a whole: what the network is shown, that asking together and alone give one answer, and that a long report takes no more a mention."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from habeas.case.claim import Quote
from habeas.case.passage import Span
from habeas.case.source import Source
from habeas.languages.english import ENGLISH
from habeas.read.models import load_models, shipped_models
from habeas.read.page_signs import Belonging, Sight, told_signs
from habeas.read.page_weights import LINKS, distance_bucket
from habeas.read.reader import Heard, hear, read_source
from habeas.read.scene import Scene
from habeas.read.signals import Signals
from habeas.read.whole_page import Answer, Asking, Links, Page, Places, first_pieces, page_of, things_on
from habeas.read.word_signs import paragraph_of

TEXT = """MINSK, 4 May 2021. Police detained Alena Varonina, a photographer, at her flat on Monday. Her colleague Piotr Halasau was fined.

"We were waiting for her at the gate," a neighbour told reporters. The Belarusian Association of Journalists demanded the release of Varonina.
"""


@pytest.fixture(scope="module")
def heard() -> Heard:
    return heard_of(TEXT)


def heard_of(text: str) -> Heard:
    models = shipped_models()
    return hear(Source("sha256:page", "page", text, published="2021-05-04"), ENGLISH, models, models.version)


def seen(heard: Heard) -> tuple[Page, Scene, Signals]:
    assert heard.signals is not None
    page = page_of(heard.scene, heard.signals)
    assert page is not None
    return page, heard.scene, heard.signals


def asking(text: str, words: str) -> Asking:
    at = text.index(words)
    return Asking((Span(at, at + len(words)),))


def entity(scene: Scene, name: str) -> int:
    return next(i for i, e in enumerate(scene.entities) if any(name in m.text for m in e.mentions))


def test_links_to_some_of_the_things_are_those_to_all(heard: Heard) -> None:
    """What is prepared once for a page gives the links that the encoder gives one by one, also to a stretch of the things and to what it did not read."""
    _, scene, signals = seen(heard)
    pieces = first_pieces(signals, things_on(scene, signals))
    pieces[3] = -1
    anchor = asking(TEXT, "detained").spans[0]
    links = Links(signals, pieces)
    whole = links.from_(anchor)
    assert np.array_equal(links.from_(anchor, 2, 7), whole[2:7])
    assert set(whole[3].tolist()) == {-12.0}
    for role, column in zip(LINKS, whole.T, strict=True):
        spans = [signals.span(i, i + 1) for i in pieces.tolist() if i >= 0]
        one_by_one = np.clip(signals.pair_logits(role, anchor, spans), -12.0, 12.0)
        assert np.allclose(column[pieces >= 0], one_by_one, atol=1e-5)


def test_every_mention_stands_on_the_page_with_whom_it_means(heard: Heard) -> None:
    """All mentions, in the order of the text, and what the encoder marks."""
    _, scene, signals = seen(heard)
    mentions = [t for t in things_on(scene, signals) if t.kind == "mention"]
    assert [(t.start, t.of) for t in mentions] == sorted((m.span.start, i) for i, e in enumerate(scene.entities) for m in e.mentions)
    assert "detained" in {TEXT[t.start : t.stop] for t in things_on(scene, signals) if t.kind == "trigger"}


def test_whom_an_event_befell_and_who_demands_are_told_apart(heard: Heard) -> None:
    """The one detained, the colleague who was fined, the union that asks for a release."""
    page, scene, _ = seen(heard)
    detained, fined = page.ask_all("custody", [asking(TEXT, "detained"), asking(TEXT, "fined")])
    varonina, halasau = entity(scene, "Varonina"), entity(scene, "Halasau")
    assert detained.patient[varonina] > 0 > detained.patient[halasau]
    assert fined.patient[halasau] > fined.patient[varonina]
    assert max(detained.told, key=lambda label: detained.told[label]) in ("custody:detained", "custody:arrested")
    demand = page.ask("action", asking(TEXT, "demanded"))
    assert demand.agent[entity(scene, "Association")] > 0 > demand.agent[varonina]
    assert demand.patient[varonina] > 0


def test_whoever_speaks_without_a_name_is_likelier_than_those_named(heard: Heard) -> None:
    """“A neighbour” says it, and neither the one detained nor the union."""
    page, scene, _ = seen(heard)
    words = asking(TEXT, "We were waiting for her at the gate").spans
    at = TEXT.index("told")
    answer = page.ask("quote", Asking(words, Span(at, at + 4)))
    assert max(answer.agent, key=lambda i: answer.agent[i]) == entity(scene, "neighbour")


def test_a_statement_speaks_for_whoever_issued_it() -> None:
    """However surely the network takes the paper for the speaker."""
    text = """VELLIN, 5 May. The Typesetters' Union released a statement on Saturday saying that eleven foreign and local printers had been freed.

The Vellin group calls for an inquiry. The printers were seized on Thursday when police raided a shop in Torvik, the statement said.

The police let the foreign printers go first, the statement said. "They should never have been held," said the union's secretary, Anna Quist.

The printer Oleg Marlov, a Freedonian, told the Courier that they had been handcuffed for an evening."""
    reading = read_source(Source("sha256:0", "t", text, published="2025-05-05"))
    names = {e.id: e.name for e in reading.entities}
    said = {text[q.content[0].start : q.content[0].stop]: names.get(q.speaker or "") for q in reading.claims if isinstance(q, Quote)}
    assert said["The police let the foreign printers go first"] == "Typesetters' Union"


def test_asked_together_and_alone_the_answers_are_one(heard: Heard) -> None:
    """Several at once are answered as each by itself."""
    _, scene, signals = seen(heard)
    assert signals.page is not None
    askings = [asking(TEXT, w) for w in ("detained", "fined", "release")]
    together = Page(scene, signals, signals.page).ask_all("custody", askings)
    for one, answer in zip(askings, together, strict=True):
        alone = Page(scene, signals, signals.page).ask("custody", one)
        assert alone.patient == pytest.approx(answer.patient, abs=1e-3)
        assert alone.told == pytest.approx(answer.told, abs=1e-3)


def test_on_a_long_page_one_sees_only_what_stands_around() -> None:
    """Whoever is named at the other end of a long list does not count."""
    firsts, lasts = (
        "Bar Kol Mir Tes Vun Dro Hal Pel Ryb Sto Zhu Lut Nov Gri".split(),
        "anko ovich enka lyuk sky arou usha ets eika yn".split(),
    )
    names = [f"{given} {first}{last}" for first in firsts for last, given in zip(lasts, _GIVEN, strict=True)]
    text = "\n\n".join(f"Police in Orsha detained {name} on Monday, the lawyer Eva Kot said." for name in names)
    page, scene, _ = seen(heard_of(text))
    assert len(page.things) > 400
    begins, ends = entity(scene, names[0]), entity(scene, names[-1])
    last = text.rindex("detained")
    first, other = page.ask_all("custody", [asking(text, "detained"), Asking((Span(last, last + len("detained")),))])
    assert first.patient[begins] > 0
    assert other.patient[ends] > 0
    assert ends not in first.patient
    assert begins not in other.patient


_GIVEN = "Adam Olga Ihar Nina Pavel Vera Maksim Daria Anton Sofia".split()


def test_without_the_network_nothing_is_said(heard: Heard) -> None:
    """Weights that come without one are used as before there was one."""
    assert heard.signals is not None
    scene, signals = replace(heard.scene, answers={}), replace(heard.signals, page=None)
    assert page_of(scene, signals) is None
    sight = Sight(scene, signals, (0, 1))
    sight.look("custody", [asking(TEXT, "detained")])
    assert sight.told("custody", asking(TEXT, "detained"), "custody:detained") == {}
    assert sight.patients("custody", asking(TEXT, "detained")) is None


def test_a_page_is_seen_once_for_each_reading_of_it(heard: Heard) -> None:
    """The same signals find the same page; others, of other weights say, do not."""
    page, scene, signals = seen(heard)
    assert page_of(scene, signals) is page
    other = page_of(scene, replace(signals))
    assert other is not None
    assert other is not page


def test_a_page_on_which_nothing_stands_says_nothing() -> None:
    """No network has ever been asked about such a page."""
    bare = heard_of("It rained.")
    assert bare.signals is not None
    assert not things_on(bare.scene, bare.signals)
    assert page_of(bare.scene, bare.signals) is None


def test_words_that_are_skipped_are_asked_about_without_harm(heard: Heard) -> None:
    """The encoder was told not to read them: they have no states, and the answer is some number."""
    assert heard.signals is not None
    assert heard.signals.page is not None
    signals = load_models(shipped_models().folder).signals(TEXT, [Span(0, len(TEXT))])
    page = Page(replace(heard.scene, answers={}), signals, heard.signals.page)
    assert np.isfinite(list(page.ask("custody", asking(TEXT, "detained")).patient.values())).all()


def test_places_are_those_of_the_scene(heard: Heard) -> None:
    """Sentence and paragraph of each offset, beyond the last word too, as the scene has them."""
    scene = heard.scene
    starts = np.arange(len(TEXT) + 3)
    found = Places(scene).of(starts)
    assert [tuple(row) for row in found.tolist()] == [
        (scene.units[scene.nearest(i)].sentence, paragraph_of(scene, scene.nearest(i))) for i in starts.tolist()
    ]


def test_distances_go_by_doublings_on_either_side() -> None:
    """0, then 1, 2 and 3, 4 to 7 …, and the last row for all that is far."""
    buckets = distance_bucket(np.array([0, 1, 2, 3, 4, -1, -2, 10**6, -(10**6)]))
    assert buckets.tolist() == [0, 1, 2, 2, 3, 11, 12, 10, 20]


def test_a_group_fits_if_all_of_it_and_nobody_else_belongs() -> None:
    """Of all groups the one of the two who are likely fits best; its signs say so."""
    belonging = Belonging({0: 3.0, 1: 2.0, 2: -4.0}, (0, 1, 2))
    fit = {group: belonging.signs(group)["page: fit"] for group in ((0, 1), (0,), (0, 1, 2), ())}
    assert max(fit, key=lambda group: fit[group]) == (0, 1) == belonging.taken
    signs = belonging.signs((0,))
    assert (signs["page: least"], signs["page: left out"], signs["page: least before left out"]) == (3.0, 2.0, 1.0)
    assert "page: least" not in belonging.signs(())


def test_the_fit_of_a_group_is_its_chance() -> None:
    """The logarithm of the product of each one's chance to be in, or out; of one who is not among those sought too."""
    logits = {0: 1.5, 1: -0.5, 2: 0.3}

    def chance(x: float) -> float:
        return 1 / (1 + math.exp(-x))

    alone = math.log(chance(1.5) * chance(0.5))
    assert Belonging(logits, (0, 1)).signs((0,))["page: fit"] == pytest.approx(alone, abs=0.006)
    assert Belonging(logits, (0, 1)).signs((0, 2))["page: fit"] == pytest.approx(alone + math.log(chance(0.3)), abs=0.006)


def test_what_is_told_is_told_beside_its_likeliest_rival() -> None:
    """Both within what is clear anyhow."""
    answer = Answer({"custody:detained": 2.0, "custody:arrested": 1.0, "custody:died": -30.0}, {}, {})
    assert told_signs(answer, "custody:detained") == {"page: told": 2.0, "page: told as another": 1.0}
    assert told_signs(answer, "custody:died") == {"page: told": -8.0, "page: told as another": 2.0}
