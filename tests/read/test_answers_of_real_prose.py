"""What letters, briefings and digests taught about answers: an authority rejects by its words alone, and keeps silent in many. Texts are written for these tests."""

from __future__ import annotations

import pytest

from habeas.case.claim import Response
from habeas.case.source import Source
from habeas.read.reader import read_source

TOLD = "Sam Roe, a blogger from Easthaven, was arrested on 3 May and taken to the central prison, his wife Ada Roe told reporters. "


def answers(text: str, *, rules_only: bool = False) -> list[tuple[str, list[str]]]:
    reading = read_source(Source("sha256:0", "page", text, published="2024-05-05"), rules_only=rules_only)
    names = {e.id: e.name for e in reading.entities}
    return [(str(c.type), [names[a] for a in c.actors]) for c in reading.claims if isinstance(c, Response)]


def types(said: str) -> list[str]:
    return [type_ for type_, _ in answers(TOLD + said)]


@pytest.mark.parametrize(
    "said",
    [
        '"Nobody touched him," said Interior Minister Ole Berg.',
        "Interior Minister Ole Berg told a radio station that no such person was in custody.",
        "The Interior Ministry said reports of his beating were totally false and had been spread from abroad.",
        "Interior Minister Ole Berg said the letter of the union was “not objective”.",
        "The Interior Ministry maintains that the law applies to everyone and that it will not be lectured.",
        "The Interior Ministry says inmates are treated according to the rules.",
        "Interior Minister Ole Berg said the list was “an insult to every officer”.",
        "The government said it had no policy of abductions.",
    ],
)
def test_an_authority_rejects_by_its_words_alone(said: str) -> None:
    """ "Nobody touched him", "the reports are false": no verb of rejecting is needed."""
    assert "reject" in types(said)


@pytest.mark.parametrize(
    "said",
    [
        "Police said his post was fabricated and had caused panic.",
        "Police said a second man had not been arrested.",
        "The judge said that the reports which he had spread were false.",
        "His lawyer said nobody was beaten so badly in that prison before.",
    ],
)
def test_what_is_on_trial_or_fails_to_happen_is_no_answer(said: str) -> None:
    """What police say of the post on trial and of others at liberty, a judge of the facts and a lawyer of the prison is no rejection."""
    assert "reject" not in types(said)


@pytest.mark.parametrize(
    "said",
    [
        "Police said no children were harmed in the blast.",
        "The Interior Ministry said it was a hoax.",
        "The Interior Ministry said a second man had no part in the robbery.",
        "The Interior Ministry said Roe told stories about a lost passport.",
        "The Interior Ministry said his visa was for study and not for work.",
        "The Interior Ministry said drivers should look after their own safety.",
        "The Interior Ministry said bail is granted only for crimes without violence.",
    ],
)
def test_no_rule_takes_news_for_an_answer(said: str) -> None:
    """What police say of a blast, a hoax, a visa or bail denies nobody's reproach, though words of denial stand in it."""
    assert not answers(TOLD + said, rules_only=True)


@pytest.mark.parametrize(
    "said",
    [
        "Asked about the case, Interior Minister Ole Berg waved off reporters.",
        "“We do not comment on individual cases,” Interior Minister Ole Berg said.",
        "Interior Minister Ole Berg said he “had not seen any such letter”.",
        "The Interior Ministry has not spoken about the case.",
        "The Interior Ministry does not think it useful to respond.",
    ],
)
def test_silence_has_many_words(said: str) -> None:
    """ "waved off reporters", "had not seen any such letter": no comment."""
    assert "no_comment" in types(said)


@pytest.mark.parametrize(
    "said",
    [
        "The foreign ministers of Norway and Canada can discuss the case in June.",
        "The Interior Ministry could disclose his name soon.",
        "Police said he had not seen the video of the theft.",
        "Police said Roe was not familiar with the case of his brother.",
    ],
)
def test_who_can_speak_or_speaks_of_another_is_not_silent(said: str) -> None:
    """Only who "cannot" discuss a case keeps silent, and what the one held has not seen is no silence of the police."""
    assert "no_comment" not in types(said)


def test_a_judge_who_leaves_without_a_decision_is_not_silent() -> None:
    """ "left without a decision" is no "left without a word"."""
    assert "no_comment" not in types("Judge Ole Berg left without a decision.")


def test_a_statement_answers_for_whoever_issues_it() -> None:
    """ "The Prison Service wishes to state the following": what its numbered points deny, it denies."""
    text = (
        "The Northern Prison Service wishes to state the following:\n\n1. Sam Roe was arrested on 3 May and is held at Easthaven.\n\n"
        "2. The allegation that he was beaten on 5 May by three officers is null and void.\n"
    )
    assert ("reject", ["Northern Prison Service"]) in answers(text)


def test_what_somebody_else_says_is_not_the_statements() -> None:
    """Where a sentence says whose word it is, it is not the word of whoever wished to state something above."""
    text = "The Northern Prison Service wishes to stress its record. Sam Roe was arrested on 3 May. The claim that he stole is false, his brother said."
    assert answers(text) == []


def test_who_is_quoted_answers_and_not_the_office_in_the_title() -> None:
    """ "Superintendent of Police Ole Berg maintained that …": Berg, not the police."""
    text = TOLD + "Superintendent of Police Ole Berg maintained that the arrest had no relation to his profession."
    assert ("reject", ["Ole Berg"]) in answers(text)


def test_a_text_that_tells_of_custody_is_no_near_miss(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few words of custody in a long text: what an authority answers stands there all the same, if somebody's custody is told."""
    monkeypatch.setattr("habeas.read.reader.is_doubtful", lambda _: True)
    monkeypatch.setattr("habeas.read.reader.confirmed", lambda _, __: ())
    assert "reject" in types("The Interior Ministry rejected the allegations of his union.")


@pytest.mark.parametrize(
    "said",
    [
        "The Justice Ministry said the trial was held in open court.",
        "In a reply to the union, the embassy of Norland said he was given a fair trial.",
        "In a reply to the union, the embassy of Norland said his rights are guaranteed.",
        "The Justice Ministry said the charges were unrelated to his profession.",
        "“The charges are not related to the media,” Justice Minister Ole Berg said.",
        "Justice Minister Ole Berg said the courts decide without interference.",
        "The Prison Service said that no injuries were found on him.",
        "Justice Minister Ole Berg said doctors had found no signs of violence on his body.",
        "The Justice Ministry said due process had been followed.",
        "Justice Minister Ole Berg said the verdict was based on evidence.",
        "The Justice Ministry said Norland is a state governed by the rule of law.",
        "“There is no repression in Norland,” Justice Minister Ole Berg said.",
        "The Foreign Ministry spoke of “an attempt to politicise a criminal process”.",
        "Justice Minister Ole Berg said he had been invited for a conversation.",
        "The Justice Ministry said that freedom of speech does not mean freedom to insult.",
        "Justice Minister Ole Berg said no journalist has been incarcerated for responsible journalism.",
    ],
)
def test_a_case_is_justified_in_plain_words(said: str) -> None:
    """ "The trial was held in open court", "no injuries were found": the trial, the courts and the treatment are defended, which answers the critics."""
    assert "reject" in types(said)


@pytest.mark.parametrize(
    "said",
    [
        "The court ruled that the hearings were open to the public.",
        "His lawyer said he was not tried in open court.",
        "The embassy of Northland said it hoped that he would be given a fair trial.",
        "The State Department said Roe must be given a fair trial.",
        "Ambassador Una Marsh of Northland said due process was not observed.",
        "UN rapporteur Una Marsh said there is no press freedom in the country.",
        "Police said no traces of violence were found on the body of a 60-year-old man at Northbank.",
        "Police said two other men had been invited for a talk.",
        "Prosecutors said the indictment was based on evidence from his telephone.",
        "Police said he was accused of an attempt to put pressure on a witness.",
    ],
)
def test_who_asks_for_a_fair_trial_or_tells_of_strangers_defends_nothing(said: str) -> None:
    """What a court rules, what others hope for or miss, and what befell strangers answers no critic."""
    assert not [a for a in answers(TOLD + said, rules_only=True) if a[0] == "reject"]


@pytest.mark.parametrize(
    "said",
    [
        "The government of Northland strongly backed the findings of the UN working group on Sam Roe.",
        "Northland's foreign ministry endorsed the call of the union.",
    ],
)
def test_who_agrees_with_critics_rejects_nothing(said: str) -> None:
    """ "Backed the findings", "endorsed the call": a government that agrees gives no answer to critics."""
    assert "reject" not in types(said)
