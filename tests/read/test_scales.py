"""What rules and encoder say is weighed by signs whose worth is learned."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.case.claim import Action, Custody, Response
from habeas.case.reading import Reading
from habeas.case.vocabulary import CustodyType, Realis
from habeas.errors import ModelError
from habeas.flow import read_text
from habeas.read.custody_needs import NEEDS
from habeas.read.custody_signals import AGAINST_ENCODER
from habeas.read.custody_strikes import OUTRIGHT, STRIKES
from habeas.read.scales import is_known, likelihood, likelihoods, log_odds, shipped_signs
from habeas.read.weighed_events import each_once

QUESTIONS = (
    "quote",
    "quote speaker",
    "custody",
    "custody whom",
    "custody whom again",
    "date",
    "term",
    "charge",
    "action",
    "action actor",
    "action helped",
    "action helped again",
    "response",
    "response actor",
)
HELD = "Ana Obrazec, a reporter of the Gazette, was detained by police in Minsk on Tuesday. "


def read(text: str) -> Reading:
    reading = read_text(text, published="2025-06-12")
    assert isinstance(reading, Reading)
    return reading


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_has_trees(question: str) -> None:
    assert 0.0 < likelihood(question, {}) < 1.0


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_sign_that_was_never_met_counts_nothing(question: str) -> None:
    assert likelihood(question, {"no such sign": 7.0}) == likelihood(question, {})
    assert not is_known(question, "no such sign", seen=True)
    assert not is_known(question, "no such sign", seen=False)


@given(st.dictionaries(st.sampled_from(["trigger", "type", "trigger and type", "tie", "weight"]), st.floats(-1e9, 1e9)))
def test_a_likelihood_is_one_whatever_the_signs(signs: dict[str, float]) -> None:
    assert 0.0 <= likelihood("custody", signs) <= 1.0


def test_what_the_encoder_sees_speaks_for_an_event() -> None:
    unseen, seen = ({name: log_odds(p) for name in ("trigger", "type", "trigger and type")} for p in (0.02, 0.98))
    assert likelihood("custody", unseen) < likelihood("custody", seen)
    assert likelihood("action", unseen) < likelihood("action", seen)
    assert likelihood("response", unseen) < likelihood("response", seen)


@pytest.mark.parametrize("question", ["custody whom", "action actor", "action helped", "response actor"])
def test_whom_rules_name_and_the_encoder_ties_is_likelier(question: str) -> None:
    tied = {"surest tie": log_odds(0.9), "weakest tie": log_odds(0.9), "mean tie": log_odds(0.9)}
    assert likelihood(question, {}) < likelihood(question, {**tied, "by rule": 1.0})


def test_many_cases_are_weighed_as_one_by_one() -> None:
    """A run over many rows takes no other branch than a run over one."""
    cases = [{"trigger": log_odds(p), "type": log_odds(q)} for p in (0.1, 0.9) for q in (0.2, 0.8)]
    assert likelihoods("custody", cases) == pytest.approx([likelihood("custody", c) for c in cases])
    assert likelihoods("custody", []) == []


def test_missing_trees_say_what_to_do() -> None:
    with pytest.raises(ModelError, match="no_such_question"):
        likelihood("no such question", {})


def test_log_odds_are_bounded_and_even() -> None:
    assert log_odds(0.5) == 0.0
    assert log_odds(1.0) == pytest.approx(-log_odds(0.0))
    assert math.isfinite(log_odds(0.0))


def test_a_claim_says_how_sure_it_is() -> None:
    """Two tellings of one event are one claim, and no confidence is certain."""
    reading = read(HELD + "The Committee to Protect Journalists called for her release. A ministry spokesman rejected the criticism.")
    claims = [c for c in reading.claims if isinstance(c, (Custody, Action, Response))]
    assert {type(c) for c in claims} >= {Custody, Action}
    assert all(0.02 <= c.confidence <= 0.98 for c in claims)


def test_what_a_text_denies_is_no_fact_however_sure_the_encoder_is() -> None:
    told = [c for c in read(HELD + "She was not released on Thursday.").claims if isinstance(c, Custody)]
    assert not [c for c in told if c.type is CustodyType.RELEASED and c.realis is Realis.ASSERTED]


def test_nobody_dies_on_the_word_of_the_encoder_alone() -> None:
    told = [c for c in read(HELD + "By evening her phone was dead, and so was every hope.").claims if isinstance(c, Custody)]
    assert CustodyType.DIED not in {c.type for c in told}


def test_the_scales_know_every_objection_by_its_name() -> None:
    """A rule that is renamed would turn into one that nothing outweighs."""
    own = {"describes", "another stands there", "since the event", "another phrase"}
    of_encoder = {name for name, _ in AGAINST_ENCODER}
    names = {rule.__name__ for rule in (*STRIKES, *OUTRIGHT)} | {f"needs {need}" for need in NEEDS} | own | of_encoder
    weighed = {sign.removeprefix("against: ") for sign in shipped_signs("custody") if sign.startswith("against: ")}
    assert weighed
    assert weighed <= names


def test_a_sentence_that_breaks_off_is_read() -> None:
    assert read("Anna Li said that he was beaten, but").claims


def test_a_list_is_no_choice_of_one() -> None:
    """Sets of people are told once each, whatever their order, and what the rules say comes first."""
    assert each_once([(2, 1), (1,), (1, 2), (), (1,)]) == [(2, 1), (1,), ()]


def test_who_asks_for_a_release_is_not_whom_it_is_asked_for() -> None:
    text = HELD + "Her editor, Bo Lind, called for her release. The Union of Journalists demanded that Ana Obrazec be freed."
    actions = [c for c in read(text).claims if isinstance(c, Action)]
    assert actions
    assert not [a for a in actions if set(a.actors) & set(a.beneficiaries)]
