"""What short dispatches say without a plain "X said that": phrases that report, verbs left out, what somebody calls a thing, who is asked."""

from __future__ import annotations

import pytest

from habeas.acquire.capture import Capture
from habeas.acquire.text import source_of
from habeas.case.claim import Quote
from habeas.case.reading import Reading
from habeas.case.source import Source
from habeas.read.reader import read_source

HELD = "The journalist Maria Quibble was sentenced to six years in prison by the Tarn City Court on Monday. Police had detained her in March.\n\n"
BEHIND = "\n\nQuibble, 41, has been on hunger strike since April. Her colleague Pavel Orin was released last year."


def said(text: str) -> list[tuple[str, str | None]]:
    """The words of each quote of a dispatch that has `text` in its middle, and who says them."""
    source = source_of(Capture(f"{HELD}{text}{BEHIND}".encode(), "t"))
    assert isinstance(source, Source)
    reading: Reading = read_source(source)
    quotes = [c for c in reading.claims if isinstance(c, Quote)]
    return [(" … ".join(s.words(source.text) for s in q.content), reading.entity(q.speaker).name if q.speaker else None) for q in quotes]


@pytest.mark.parametrize(
    ("told", "words", "who"),
    [
        ("The Tarn City Court gave her colleague nine years, the Harbour Ministry made known this Friday.", "The Tarn City Court gave her colleague nine years", "Harbour Ministry"),
        ("Zoran Fribble, the attorney general, let it be known that she was in the Tarn remand prison.", "she was in the Tarn remand prison", "Zoran Fribble"),
        ("Zoran Fribble, the attorney general, let it be known that she was ill, and tied her to a plot.", "she was ill", "Zoran Fribble"),
        ("Amnesty International has it that agents seized her on the way to work.", "agents seized her on the way to work", "Amnesty International"),
        ("Her husband let slip that the letters had been opened.", "the letters had been opened", "Her husband"),
        ("The case, as her lawyer Olga Wibble put it, stands on one leaflet.", "The case … stands on one leaflet", "Olga Wibble"),
        ("The UN Working Group on Arbitrary Detention found in May that her imprisonment was arbitrary.", "her imprisonment was arbitrary", "UN Working Group on Arbitrary Detention"),
        ("Orin, added the curator Rosa Fribble, will no longer go there.", "Orin … will no longer go there", "Rosa Fribble"),
        ("The United Nations, her lawyer Olga Wibble says, follows the case.", "The United Nations … follows the case", "Olga Wibble"),
        ("Police handled it according to the law and her defence was protected, the Harbour Ministry stressed on Sunday.", "Police handled it according to the law and her defence was protected", "Harbour Ministry"),
    ],
)  # fmt: skip
def test_phrases_that_report(told: str, words: str, who: str) -> None:
    """Made known, let it be known, has it that, put it; May is a month and no verb; the law says nothing to whom one acts according to it."""
    assert said(told) == [(words, who)]


@pytest.mark.parametrize(
    "told",
    [
        "Her mother put it in a drawer.",
        "The visit made known prisoners happy.",
        "The court has it that way.",
        "He let it slip through his fingers.",
        "The hearing went according to plan and her lawyer left.",
        "The diplomat called him yesterday.",
        "The court called the next witness.",
        "Her novel, “The Long Winter”, was banned in 2019.",
        "The ambassador spoke of the third round of talks.",
        "At the rally she spoke of her children.",
    ],
)
def test_what_looks_like_them_and_reports_nothing(told: str) -> None:
    """The same words where nothing is reported."""
    assert said(told) == []


def test_a_verb_left_out() -> None:
    """ "X says that it was so, Y that it was not": both say something."""
    both = said("The union says that she was beaten, the Harbour Ministry that she fell.")
    assert both == [("she was beaten", "The union"), ("she fell", "Harbour Ministry")]
    three = said("The union claims that she was beaten, her lawyer that she fell, and the Harbour Ministry that she slipped.")
    assert [who for _, who in three] == ["The union", "her lawyer", "Harbour Ministry"]
    assert said("The union said that she and the man that beat her had met.") == [("she and the man that beat her had met", "The union")]


@pytest.mark.parametrize(
    ("told", "words", "who"),
    [
        ("The union's chairman, Viktor Fribble, called the verdict a disgrace.", "a disgrace", "Viktor Fribble"),
        ("The Harbour Ministry called reports of threats untrue.", "untrue", "Harbour Ministry"),
        ("Foreign minister Arne Fribble labelled the ruling an outrage.", "an outrage", "Arne Fribble"),
        ("Amnesty International holds both to be prisoners of conscience.", "prisoners of conscience", "Amnesty International"),
        ("The European Union found the charges “vague”.", "vague", "European Union"),
        ("“Memorial” called the first decision “a mockery”.", "a mockery", "Memorial"),
        ("Reporters Without Borders spoke of a political trial and called for her release.", "a political trial", "Reporters Without Borders"),
        ("Calling the trial a travesty, Amnesty International asked for her release.", "a travesty", "Amnesty International"),
    ],
)  # fmt: skip
def test_what_somebody_calls_a_thing(told: str, words: str, who: str) -> None:
    """The judgement alone, in marks or not, whoever stands in marks."""
    assert said(told) == [(words, who)]


@pytest.mark.parametrize(
    ("told", "words", "who"),
    [
        ("For the union, the verdict is “a warning to all”.", "a warning to all", "the union"),
        ("Note: “should not be languishing in prison” (Mira Fribble, Rights Watch).", "should not be languishing in prison", "Mira Fribble"),
        ("Asked how he sees it, Hank Fribble, the deputy spokesman, replied:\n\n“The State heeds fundamental rights.”", "The State heeds fundamental rights.", "Hank Fribble"),
        ("The union “celebrates the release” of Orin “after years of waiting,” its head, Ivo Fribble, wrote on Monday.", "celebrates the release … after years of waiting", "Ivo Fribble"),
    ],
)  # fmt: skip
def test_whose_words_in_marks_are(told: str, words: str, who: str) -> None:
    """Of the one for whom it is so, in brackets behind them, who replies above them, who writes behind both stretches of a clause."""
    assert said(told) == [(words, who)]


def test_who_is_asked() -> None:
    """Whom we spoke with, who took questions, and the body whose briefing it is answers."""
    asked = "— How was she taken?\n— At five in the morning. They told us nothing.\n\n— How is she now?\n— She has lost ten kilos."
    assert {who for _, who in said(f"We spoke with Petr Fribble, her husband.\n\n{asked}")} == {"Petr Fribble"}
    assert {who for _, who in said(f"Her lawyer Olga Wibble took questions outside the court.\n\n{asked}")} == {"Olga Wibble"}
    briefing = "Q. Has the ministry spoken with Tarn about Maria Quibble?\n\nA. We regret this decision.\n\nQ. What will you do?\n\nA. Discretion serves her."
    assert {who for _, who in said(f"Harbour Ministry – daily press briefing, 4 May\n\n{briefing}")} == {"Harbour Ministry"}


@pytest.mark.parametrize(
    ("told", "words", "who"),
    [
        ("“Where is my son?” her mother, Ada Fribble, asked outside the court.", "Where is my son?", "Ada Fribble"),
        ("“Who gave the order?” Olga Wibble wondered on Monday.", "Who gave the order?", "Olga Wibble"),
        ("The union had by then warned that she could die.", "she could die", "The union"),
        ("Her lawyer at once protested that nobody had been told.", "nobody had been told", "Her lawyer"),
    ],
)
def test_a_sentence_behind_marks_and_adverbs_of_two_words(told: str, words: str, who: str) -> None:
    """The sentence behind a question in marks says who asks it; "by then" and "at once" stand between who speaks and the verb."""
    assert said(told) == [(words, who)]
