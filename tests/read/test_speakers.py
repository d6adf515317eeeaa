"""Who said it, and why we say so."""

from __future__ import annotations

import pytest

from tests.read.marked_text import read


@pytest.mark.parametrize(
    ("text", "speaker", "rule"),
    [
        ("Ivan Petrov, the head of the union, said that it was late.", "Ivan Petrov", "subject_of_verb"),
        ("The head of the union, Ivan Petrov, said that it was late.", "Ivan Petrov", "subject_of_verb"),
        ("Relatives of Ivan Petrov said that it was late.", "Relatives", "subject_of_verb"),
        ("In Vienna Ivan Petrov declared that it was late.", "Ivan Petrov", "subject_of_verb"),
        ("“It was late,” said Kremlin spokesman Ivan Petrov.", "Ivan Petrov", "subject_behind_verb"),
        ("“It was late for us,” says his mother, Olga Petrova.", "Olga Petrova", "subject_behind_verb"),
        ("Wrote his daughter Olga Petrova on her page: “It was late for us.”", "Olga Petrova", "subject_behind_first_word"),
        ("“It was late for us,” a news agency quoted her relatives as saying.", "her relatives", "quoted_as_saying"),
        ("In the words of Ivan Petrov, it was late for them.", "Ivan Petrov", "named_by_frame"),
        ("Ivan Petrov, one of the lawyers: it was late for us.", "Ivan Petrov", "named_by_frame"),
        ("Ivan Petrov kept it short: “We will be back.”", "Ivan Petrov", "leader_of_own_sentence"),
        ("“I regret nothing” were the last words of the day.\n“It was late for us.”\nIvan Petrov, director", "Ivan Petrov", "name_below"),
        ("The union's envoy, lawyer Ivan Petrov, said that it was late.", "Ivan Petrov", "subject_of_verb"),
        ("Ivan Petrov struck another note.\n“We will be back some day.”", "Ivan Petrov", "leader_of_sentence_before"),
        ("Lawyer Ivan Petrov and his brother Oleg Petrov said that it was late.", "Ivan Petrov", "subject_of_verb"),
    ],
)
def test_the_first_rule_that_knows_decides(text: str, speaker: str, rule: str) -> None:
    """The speaker is the entity, and the rule's name is the reason shown."""
    result = read(text)
    assert [(result.name_of(q.speaker), q.because) for q in result.quotes] == [(speaker, rule)]


def test_a_pronoun_speaks_for_its_person() -> None:
    """ "She" is the words that name the speaker; the speaker is the person."""
    result = read("Anna Li spoke on Monday. She said that the court had not listened.")
    (quote,) = result.quotes
    assert result.name_of(quote.speaker) == "Anna Li"
    assert quote.speaker_mention is not None
    assert quote.speaker_mention.words(result.text) == "She"


def test_no_speaker_is_guessed() -> None:
    """A quote whose words name nobody is left out, or stays without a speaker and unsure."""
    assert all(q.speaker is None and q.confidence < 0.5 for q in read("“It was late for all of us.”").quotes)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("They wrote to Minister Ivan Petrov, who said that it was late.", "Ivan Petrov"),
        ("“It was late for us,” said the UN rapporteur on speech and opinion, Ivan Petrov.", "Ivan Petrov"),
        ("According to the Amber Courier, lawyer Ivan Petrov said that it was late.", "Ivan Petrov"),
        ("His counsel, Ivan Petrov, requested access to the Agency, arguing that it was late.", "Ivan Petrov"),
        ("The Bakers' Union (BU) said that it was late.", "Bakers' Union"),
        (
            "In response to news that Olga Kim was jailed, the Union of Bakers issued the following statement: “It was late for us.”",
            "Union of Bakers",
        ),
        (
            "After the court jailed Olga Kim, the Union of Bakers released the following statement:\n“It was late for us.”",
            "Union of Bakers",
        ),
        ("Reactions came in.\n— Foreign Minister Ivan Petrov:\n“It was late for us all.”\n— Olga Kim, an adviser:", "Ivan Petrov"),
        ("Ivan Petrov wrote, “It was late for us all,” the Amber Courier reported.", "Ivan Petrov"),
        ("“It was late for us all,” said Ivan Petrov's attorney, Olga Kim.", "Olga Kim"),
        ("Ivan Petrov, a baker, sang. The national weather service said that it was late.", "The national weather service"),
        ("Bakers cheered after the ministry said it was late.", "the ministry"),
        ("According to Anna's brother Ivan Petrov, it was late for them.", "Ivan Petrov"),
        ("Ivan Petrov came with his sister. According to his sister, Petrov is late for it.", "his sister"),
        ("According to a member of the union, the lawyer Ivan Petrov, it was late for them.", "Ivan Petrov"),
        ("Anna Li and Olga Kim came out. The two said that it was late.", "Anna Li"),
        ("Their lawyers, Anna Li and Olga Kim, came out. They said that it was late.", "Anna Li"),
        ("Anna Li, Olga Kim and Ivan Petrov said that it was late.", "Anna Li"),
        ("The head of the president's Human Rights Council, Ivan Petrov, said that it was late.", "Ivan Petrov"),
        ("State media quoted Ivan Petrov as saying that it was late.", "Ivan Petrov"),
        ("“It was late for us” was the comment of the spokesman, Ivan Petrov.", "Ivan Petrov"),
        ("Nearly all of the witnesses said that it was late.", "the witnesses"),
    ],
)
def test_who_is_meant_by_the_subject(text: str, speaker: str) -> None:
    """A relative's antecedent, the first of several, the one named beside an office, "all of" a group."""
    result = read(text)
    assert [result.name_of(q.speaker) for q in result.quotes] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The commander of Viana, superintendent Ivan Petrov, denied the blows and assured that nobody was held.", "Ivan Petrov"),
        ("She was found guilty, for which the prosecutor asked four years, the Amber Association announced.", "Amber Association"),
        ("Since Monday the detainee Oleg Kim observes a hunger strike, Maître Anna Li indicates.", "Anna Li"),
        ("Oleg Kim was in prison. His mother died without seeing him, a cousin told us.", "a cousin"),
        ("He was beaten on the first night, a fellow inmate who has since been freed told the Bakers' Union.", "a fellow inmate"),
    ],
)
def test_the_subject_of_the_verb_itself_speaks(text: str, speaker: str) -> None:
    """Not whom a relative clause, an apposition or the clause that is reported names."""
    result = read(text)
    assert [result.name_of(q.speaker) for q in result.quotes] == [speaker]


def test_she_is_not_who_is_named_in_what_she_says() -> None:
    """ "She reported that Li had lost weight": somebody else than Li; whoever speaks of "her client" is a lawyer."""
    result = read("Anna Li is held in Riga. Her lawyer Olga Kim visited Anna Li on Monday. She reported that Li had lost weight.")
    assert result.name_of(result.quotes[-1].speaker) == "Olga Kim"
    told = read(
        "Anna Li was arrested. Her lawyer, Olga Kim, left the court. Anna Li waved. She explained that her client must report every week."
    )
    assert told.name_of(told.quotes[-1].speaker) == "Olga Kim"
