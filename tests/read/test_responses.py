"""How authorities and the accused answer. `{}` marks persons, `[]` bodies; see tests/read/told.py."""

from __future__ import annotations

import pytest

from habeas.case.claim import Response
from habeas.case.source import Source
from habeas.read.reader import read_source
from tests.read.told import tell

ANSWERS = [
    ("[The foreign ministry] rejected the allegations as groundless.", "reject", "authority"),
    ("{Bo Lund}, who speaks for the interior ministry, dismissed the complaints as theatre.", "reject", "authority"),
    ("Police arrested {Anna Li}. [The foreign ministry] accused the Europeans of a lack of respect.", "accuse", "authority"),
    ("[The foreign ministry] condemned remarks made by the ambassadors.", "reject", "authority"),
    ("[The foreign ministry] accused [the US embassy] of interfering in its affairs.", "accuse", "authority"),
    ("[The interior ministry] declined to comment on the arrests.", "no_comment", "authority"),
    ("Police arrested {Anna Li} on Monday. {Anna Li} denies the charges.", "deny", "accused"),
    ("{Anna Li} was arrested by police. {Anna Li} pleaded not guilty.", "deny", "accused"),
    ("{Anna Li} was arrested by police. {Li} insists that the case is fabricated.", "deny", "accused"),
    ("{Anna Li} was arrested by police. {Li} denied insulting officers.", "deny", "accused"),
    ("[The interior ministry] brushed aside the criticism.", "reject", "authority"),
    ("[The prison service] called the complaint “an invention”.", "reject", "authority"),
    ("[The interior ministry] left our questions unanswered.", "no_comment", "authority"),
    ("[The interior ministry] gave no comment.", "no_comment", "authority"),
    ("Police arrested {Anna Li}. The prosecution rejected claims that {Anna Li} was beaten.", "reject", "authority"),
    ("Police arrested {Anna Li}. [The interior ministry] said nobody was jailed for writing.", "reject", "authority"),
    ("Police arrested {Anna Li}. [The interior ministry] said that it took no orders from anybody.", "reject", "authority"),
    ("Police arrested {Anna Li}. [The interior ministry] said the case had nothing to do with her reporting.", "reject", "authority"),
    (
        "Police arrested {Anna Li}. [The interior ministry] said two deputies were trying to interfere with the courts.",
        "accuse",
        "authority",
    ),
    (
        "Statement of [the Foreign Ministry]\n\n{Anna Li} was arrested by police. Claims that {Anna Li} was beaten are refuted by doctors.",
        "reject",
        "authority",
    ),
    ("[The interior ministry] firmly opposes the interference of certain embassies.", "reject", "authority"),
    ("[The interior ministry] brushed it aside.", "reject", "authority"),
    ("Police arrested {Anna Li}. The ruling [Homeland Party] rejected the criticism.", "reject", "authority"),
    ("[The interior ministry] declined further comment.", "no_comment", "authority"),
    ("Our reporter emailed [the interior ministry] but received no reply.", "no_comment", "authority"),
    ("We could not reach [the interior ministry].", "no_comment", "authority"),
    ("{Anna Li} was arrested by police. {Anna Li} admitted no wrongdoing.", "deny", "accused"),
    ("{Anna Li} was arrested by police. {Anna Li} did not plead guilty.", "deny", "accused"),
    ("{Anna Li} was arrested by police. {Anna Li} considers herself innocent.", "deny", "accused"),
]


@pytest.mark.parametrize(("marked", "type_", "side"), ANSWERS)
def test_answer(marked: str, type_: str, side: str) -> None:
    """An authority rejects, accuses or keeps silent; the accused denies."""
    assert (type_, side) in [(str(r.type), str(r.side)) for r in tell(marked).responses]


@pytest.mark.parametrize(
    "marked",
    [
        "[RSF] condemned the arrests.",
        "[The prosecutor’s office] accused {Anna Li} of fraud.",
        "[The Supreme Court] rejected the appeal of {Anna Li}.",
        "{Anna Li} was arrested by police and denied contact with her family.",
        "{Anna Li} was arrested by police. {Anna Li} has been denied treatment.",
    ],
)
def test_no_answer(marked: str) -> None:
    """A rights group that condemns, a prosecutor who accuses the detained, a court that rejects an appeal answer no critic."""
    assert tell(marked).responses == ()


def test_answer_is_tied_to_what_it_answers() -> None:
    """The ministry's rejection of the embassy's statement answers what the embassy demanded."""
    told = tell(
        "[The embassy] called for the release of {Anna Li}. [The foreign ministry] rejected [the embassy]’s statement.\n".replace(
            "[the", "[The"
        )
    )
    assert told.responses[0].answers == (told.actions[0].id,)


@pytest.mark.parametrize("answer", ["MEPs called for the release of all political prisoners.", "The defence rejects the charges."])
def test_a_noun_is_not_taken_for_whoever_is_in_custody(answer: str) -> None:
    """Deputies and defenders are themselves, though the text names only the people arrested."""
    text = f"Police arrested Ivan Petrov, Oleg Sidorov and Anna Orlova on Monday. {answer}"
    reading = read_source(Source("sha256:0", "text", text, published="2025-06-15"))
    held = {e.id for e in reading.entities if e.is_named and "detainee" in e.roles}
    assert len(held) == 3
    assert not any(held.intersection(c.actors) for c in reading.claims if isinstance(c, Response))


@pytest.mark.parametrize("who", ["Both", "Both men", "All two"])
def test_a_group_denies(who: str) -> None:
    """ "Both deny": those whom the text shows in custody."""
    told = tell(f"Police arrested {{Anna Li}} and {{Omar Said}} on Monday. {who} deny the charges.")
    assert [told.names(r.actors) for r in told.responses] == [{"Anna Li", "Omar Said"}]


def test_one_rejection_in_its_sentence() -> None:
    """ "rejected the statement, calling it biased" is one answer, to what was said and not to a prize that was given."""
    told = tell(
        "[The embassy] called for the release of {Anna Li}. [The embassy] gave its freedom prize to {Omar Said}. "
        "[The foreign ministry] rejected the statement of [The embassy], calling it biased."
    )
    (answer,) = told.responses
    assert answer.answers == tuple(a.id for a in told.actions if a.type == "demand_release")


HELD = "{Anna Li} was arrested by police. "
ACCUSED = [
    "{Anna Li} has, through her lawyer, denied every word of the accusation.",
    "{Anna Li} had entered a plea of not guilty.",
    "{Anna Li} declared not to be guilty.",
]


@pytest.mark.parametrize("sentence", ACCUSED)
def test_ways_to_deny(sentence: str) -> None:
    """A denial with words between its parts, a plea entered, a declaration."""
    told = tell(HELD + sentence)
    assert [(str(r.type), told.names(r.actors)) for r in told.responses] == [("deny", {"Anna Li"})]


def test_found_not_guilty_denies_nothing() -> None:
    """An acquittal is no answer."""
    assert tell(HELD + "{Anna Li} was found not guilty.").responses == ()


def test_he_who_denies_is_the_accused() -> None:
    """ "He denied" behind a sentence with another's name is the person in custody."""
    told = tell("{Omar Said} was arrested by police. The judges {Bo Lund} and {Al Berg} heard the case. He denied the charges.")
    assert [told.names(r.actors) for r in told.responses] == [{"Omar Said"}]


OF_STATE = [
    ("[The Delegation of prisons], which contests that she is in danger, says she eats.", "reject", {"The Delegation of prisons"}),
    ("[The GKNB] dismissed the accusations of censorship.", "reject", {"The GKNB"}),
    ("The spokesman {Bo Lund} disputes the irons.", "reject", {"Bo Lund"}),
    ("The minister {Bo Lund} said the police acted well, and accused Western embassies of “paying”.", "accuse", {"Bo Lund"}),
    ("The spokesman {Bo Lund} said the courts are independent and told foreign embassies to mind the laws.", "reject", {"Bo Lund"}),
    ("The minister {Bo Lund} accused the poet {Emil Marks} of slander.", "accuse", {"Bo Lund"}),
    ("The minister {Bo Lund} accused those who report the figures of serving others.", "accuse", {"Bo Lund"}),
    ("The ministry’s spokesman {Bo Lund} said that {Anna Li} had confessed, and rejected the criticism.", "reject", {"Bo Lund"}),
    ("Accusing foreign embassies of meddling, the minister {Bo Lund} promised more arrests.", "accuse", {"Bo Lund"}),
    ("[The Ministry of Justice] spoke of a routine transfer, denying that anybody had been beaten.", "reject", {"The Ministry of Justice"}),
    ("Army spokesman Brig. {Bo Lund} dismissed the criticism as noise.", "reject", {"Bo Lund"}),
    ("The superintendent of the jail in Verin dismissed the criticism.", "reject", set()),
    ("[The GKNB], in a note sent while she sat in the van, dismissed the accusations.", "reject", {"The GKNB"}),
]


@pytest.mark.parametrize(("sentence", "type_", "actors"), OF_STATE)
def test_who_answers_for_the_state(sentence: str, type_: str, actors: set[str]) -> None:
    """A body that denies is charged, not tried; whoever reports a clause also says what is joined to it."""
    told = tell(HELD + sentence)
    assert [(str(r.type), told.names(r.actors)) for r in told.responses] == [(type_, actors)]


def test_an_office_of_the_state_is_an_authority() -> None:
    """ "The prosecutor's office" is one, though "office" alone is not."""
    reading = read_source(
        Source("sha256:0", "t", "Police arrested Anna Orlova on Monday. The prosecutor's office did not reply to questions.")
    )
    assert [str(c.type) for c in reading.claims if isinstance(c, Response)] == ["no_comment"]


MORE_DENIALS = [
    "{Li} insists that she hit nobody.",
    "{Li} insisted she had never set fire to anything.",
    "{Li} disowned the testimony read in her name.",
    "{Li} always said she is innocent of spying.",
    "{Li} has never accepted that the books were seditious.",
    "“I did not insult anybody,” {Li} said.",
    "{Li} protested her innocence to the last.",
]


def test_the_side_of_the_accused_denies() -> None:
    """A lawyer who says that the client did nothing denies it."""
    text = "Police arrested the editor Anna Orlova on Monday. The lawyer Boris Lundin insists that she hit nobody."
    reading = read_source(Source("sha256:0", "t", text))
    names = {e.id: e.name for e in reading.entities}
    found = [(str(c.type), [names[a] for a in c.actors]) for c in reading.claims if isinstance(c, Response)]
    assert found == [("deny", ["Boris Lundin"])]


@pytest.mark.parametrize("sentence", MORE_DENIALS)
def test_the_deed_is_denied(sentence: str) -> None:
    """Never, nobody, innocent; testimony disowned; what is never accepted."""
    told = tell(HELD + sentence)
    assert [(str(r.type), told.names(r.actors)) for r in told.responses] == [("deny", {"Anna Li"})]


SILENT = [
    "Of what, and for how long, the spokesman {Bo Lund} would not say.",
    "There was no immediate word from [the ministry].",
    "[The prison service] did not pick up the phone.",
    "[The ministry] would not discuss it further.",
    "[The ministry] has never answered our letters.",
    "[The ministry] had nothing to share.",
    "[The ministry] gave no reason.",
    "[The ministry] did not wish to comment.",
    "[The ministry] refused any comment.",
    "[The ministry] has yet to respond.",
    "[The ministry] could not be reached.",
    "The spokesman {Bo Lund} put the phone down.",
    "There was only silence from [the ministry].",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_more_silence(sentence: str) -> None:
    """Would not say, no word from, the phone not picked up."""
    assert [str(r.type) for r in tell(HELD + sentence).responses] == ["no_comment"]


IN_WHATEVER_WORDS = [
    "[The ministry] says that nobody is jailed for writing.",
    "[The ministry] maintains that every case was handled in accordance with the law.",
    "There are no political prisoners in the country, [the ministry] said.",
    "[The ministry] called that “an afterthought”.",
    "[The ministry] does not accept that anybody is starving.",
    "[The ministry] replied that she is well.",
    "[The ministry] claims she fell.",
    "[The ministry] issued a denial.",
    "[The ministry] said that no arrest had been made.",
    "There are no journalists in our prisons, [the ministry] said.",
]


@pytest.mark.parametrize("sentence", IN_WHATEVER_WORDS)
def test_a_rejection_in_whatever_words(sentence: str) -> None:
    """What authorities say to deny a wrong, whichever verb says it."""
    told = tell(HELD + sentence)
    assert [(str(r.type), {n.lower() for n in told.names(r.actors)}) for r in told.responses] == [("reject", {"the ministry"})]


ACCUSES = [
    "[The ministry] accused the organisation of double standards.",
    "[The ministry] accused “pages managed from abroad” of spreading rumours.",
    "[The ministry] accused it of abetting unrest.",
]


@pytest.mark.parametrize("sentence", ACCUSES)
def test_a_critic_whom_no_list_names(sentence: str) -> None:
    """An organisation, words in marks, "it": an authority that accuses them answers its critics."""
    assert [str(r.type) for r in tell(HELD + sentence).responses] == ["accuse"]


MORE_REJECTIONS = [
    "[The ministry] called the speech a collection of rumours.",
    "[The ministry] described the reports in social networks as “a fabrication”.",
    "[The ministry] answered that such statements are an attempt to put pressure on the courts.",
    "[The ministry] rejected on Tuesday what it called distorted remarks by some embassies.",
    "[The ministry] said that no journalist is in prison for having practised journalism.",
    "[The ministry] said that the courts of the country are independent.",
    "[The ministry] has found no confirmation of the complaints.",
]


@pytest.mark.parametrize("sentence", MORE_REJECTIONS)
def test_more_rejections(sentence: str) -> None:
    """A speech called rumours, remarks that are pressure, journalists of whom none is held."""
    assert [str(r.type) for r in tell(HELD + sentence).responses] == ["reject"]


NO_ANSWERS = [
    "[The district prosecutor] claims that the posts called for violence.",
    "[The district court] rejected all motions of the defence.",
    "The judge {Bo Lund} denied her bail.",
    "[The ministry] called the measures “a gesture of mercy”.",
    "Her lawyer {Bo Lund} does not dispute the charges.",
    "She was not arrested at night, stressed [the ministry] in its statement.",
    "She does not recognise this court.",
]


@pytest.mark.parametrize("sentence", NO_ANSWERS)
def test_what_answers_nobody(sentence: str) -> None:
    """A prosecutor's case, a judge's refusal, praise, charges that are not disputed: no answer to criticism."""
    assert tell(HELD + sentence).responses == ()


def test_subject_behind_quoted_words() -> None:
    """A verb joined behind a quotation has the subject of the verb before it, not one inside the marks."""
    told = tell(HELD + "[The ministry] said that they “enjoyed all rights” and denied that anyone was beaten.")
    assert [(str(r.type), {n.lower() for n in told.names(r.actors)}) for r in told.responses] == [("reject", {"the ministry"})]


def test_himself_is_not_another() -> None:
    """ "X himself denies": X, whoever was named before."""
    told = tell(HELD + "{Bo Lund} spoke. {Li} herself denies having met him.")
    assert [(str(r.type), told.names(r.actors)) for r in told.responses] == [("deny", {"Anna Li"})]


def test_both_deny() -> None:
    """ "Both" are the two in custody."""
    told = tell("{Anna Li} and {Per Berg} were arrested by police on Monday. Both deny that this was hooliganism.")
    assert [(str(r.type), told.names(r.actors)) for r in told.responses] == [("deny", {"Anna Li", "Per Berg"})]


def test_no_answer_from_whom_was_asked() -> None:
    """ "We wrote to X twice and received no answer": X is silent."""
    told = tell(HELD + "We have put these points to [the Foreign Ministry] twice and received no answer.")
    assert [(str(r.type), {n.lower() for n in told.names(r.actors)}) for r in told.responses] == [("no_comment", {"the foreign ministry"})]


def test_an_unnamed_spokesman_speaks_for_the_body_beside() -> None:
    """ "A Justice Ministry spokesman": the ministry answers."""
    text = "Police arrested the editor Anna Orlova on Monday. A Justice Ministry spokesman dismissed the criticism as baseless."
    reading = read_source(Source("sha256:0", "t", text))
    names = {e.id: e.name for e in reading.entities}
    assert "Justice Ministry" in [names[a] for c in reading.claims if isinstance(c, Response) for a in c.actors]


def test_the_ministry_accused_is_no_person() -> None:
    """ "The ministry accused her": a verb, and not somebody accused."""
    text = "Police arrested the editor Anna Orlova on Monday. The envoy Frida Holm called for her release. The ministry accused the envoy of interference."
    reading = read_source(Source("sha256:0", "t", text))
    assert [str(c.type) for c in reading.claims if isinstance(c, Response)] == ["accuse"]


def test_answers_to_other_questions_are_kept() -> None:
    """In a briefing each answer is one; within a paragraph the plainest words tell it."""
    told = tell(
        HELD
        + "\n\n[The ministry] rejected the criticism as baseless.\n\nAnother question was about the trial.\n\n[The ministry] rejected the criticism as an invention."
    )
    assert [str(r.type) for r in told.responses] == ["reject", "reject"]


def test_critics_called_names() -> None:
    """An authority that calls somebody a "merchant of gloom in the pay of embassies" accuses a critic."""
    told = tell(HELD + "[The ministry] called her “a merchant of gloom in the pay of embassies”.")
    assert [str(r.type) for r in told.responses] == ["accuse"]


def test_us_is_not_the_country() -> None:
    """A statement that names the US is not written by it; "X states that:" says whose the lines below are."""
    text = (
        "On August 9th, asked about the statements of the US and the EU on the trial of Ha Vu, Nguyen Phuong, Spokesperson of the Ministry of "
        "Foreign Affairs, states that:\nWe reject statements that intervene into our internal affairs.\n"
        "There are no so-called “prisoners of conscience” in Viet Nam."
    )
    reading = read_source(Source("sha256:0", "t", text))
    names = {e.id: e.name for e in reading.entities}
    told = [(str(c.type), [names[a] for a in c.actors]) for c in reading.claims if isinstance(c, Response)]
    assert told
    assert all((type_, set(by)) == ("reject", {"Nguyen Phuong", "the Ministry"}) for type_, by in told)


def test_a_government_named_before_its_noun() -> None:
    """ "The HKSAR government" and "The Hong Kong government … said it" answer."""
    told = tell(HELD + "[The HKSAR] government strongly condemned remarks by diplomats.")
    assert [str(r.type) for r in told.responses] == ["reject"]


def test_a_briefing_is_answered_by_a_department() -> None:
    """ "MS HOLT:" between the questions of reporters speaks for a department."""
    text = (
        "Department press briefing\n\nQUESTION: Police arrested the pilot Anna Orlova last week. Do you have anything on her?\n\n"
        "MS HOLT: I am not going to say more about that.\n\nQUESTION: Their minister said Orlova was a spy of yours.\n\n"
        "MS HOLT: That is categorically false."
    )
    reading = read_source(Source("sha256:0", "t", text), rules_only=True)
    assert {str(c.type) for c in reading.claims if isinstance(c, Response)} == {"no_comment", "reject"}


def test_an_armed_enemy_is_no_critic() -> None:
    """ "The regime blamed the blast on the Arakan Army": nobody's criticism is answered."""
    assert tell(HELD + "[The regime] blamed the blast on [the Northern Army].").responses == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{Anna Li} does not recognise herself guilty.", [("deny", "Anna Li")]),
        ("Calls to [the interior ministry] rang unanswered.", [("no_comment", "the interior ministry")]),
        ("[The interior ministry] charged the Nordic states with financing extremism.", [("accuse", "The interior ministry")]),
        ("A neighbour wrote to [the interior ministry]. There has been no answer so far.", [("no_comment", "the interior ministry")]),
        ("{Li} had never signalled to any smuggler, she said.", []),
        ("{Anna Li} told the court. She had never signalled to any smuggler, she said.", [("deny", "Anna Li")]),
        ("“I told them I had nothing,” {Oleg Kim} said.", []),
        ("Rights commissioner slams charges against rescuers.", []),
        ("His lawyer: “We will not recognise this judgment.”", []),
        ("“The parliament, which has kept silent for years, has no right to teach,” {Oleg Kim} said.", []),
    ],
)
def test_who_answers_and_what_is_no_answer(text: str, told: list[tuple[str, str]]) -> None:
    """A charge against critics, silence on a letter, a denial before its verb; what a speaker reproaches somebody with is no report."""
    source = Source("sha256:0", "t", "Anna Li was arrested by police in Riga. " + text.translate(str.maketrans("", "", "{}[]")))
    reading = read_source(source, rules_only=True)
    names = {e.id: e.name for e in reading.entities}
    assert [(str(c.type), names[c.actors[0]]) for c in reading.claims if isinstance(c, Response)] == told


def test_who_held_an_office_once_speaks_for_themselves() -> None:
    """ "The former chief of staff" denies; "Riga SSP Ivan Petrov" rejects."""
    told = tell(HELD + "The former chief of staff, {Keith Marlow}, was not heard. {Marlow} denies any involvement.")
    assert [str(r.type) for r in told.responses] == ["deny"]
    told = tell(HELD + "{Riga SSP Ivan Petrov} denied that his men had been part of any raid.")
    assert [str(r.type) for r in told.responses] == ["reject"]


PLAINLY = [
    ("[The Foreign Ministry] defended the arrest.", "reject", {"The Foreign Ministry"}),
    ("[The Foreign Ministry] will have none of that.", "reject", {"The Foreign Ministry"}),
    ("[The Foreign Ministry] declines all responsibility.", "reject", {"The Foreign Ministry"}),
    ("[The Foreign Ministry] voiced its deep regret that such a body should honour a criminal.", "reject", {"The Foreign Ministry"}),
    ("[The Interior Ministry] called {Anna Li} a traitor.", "accuse", {"The Interior Ministry"}),
    ("[The Interior Ministry] branded [the guild] “foreign agents”.", "accuse", {"The Interior Ministry"}),
    ("The minister {Bo Lund} alleged that [the guild] was in the pay of the West.", "accuse", {"Bo Lund"}),
    ("[The guild], the minister {Bo Lund} alleged, had turned into “a law firm of plotters”.", "accuse", {"Bo Lund"}),
    (
        "Neither [the Interior Ministry] nor [the Security Service] has commented.",
        "no_comment",
        {"the Interior Ministry", "the Security Service"},
    ),
    ("Not guilty, {Anna Li} has pleaded all along.", "deny", {"Anna Li"}),
    ("{Anna Li} told the court that she had nothing to do with the protests.", "deny", {"Anna Li"}),
    ("{Anna Li} refused to enter a guilty plea.", "deny", {"Anna Li"}),
]


@pytest.mark.parametrize(("sentence", "type_", "actors"), PLAINLY)
def test_plain_ways_to_answer(sentence: str, type_: str, actors: set[str]) -> None:
    """Whoever defends the arrest, will have none of it, calls somebody a traitor or had nothing to do with it answers."""
    told = tell(HELD + sentence)
    assert [(str(r.type), told.names(r.actors)) for r in told.responses] == [(type_, actors)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The lawyer {Bo Lund} defended {Anna Li} in court.",
        "[The Prosecution] defended the sentence before the court.",
        "[The Interior Ministry] defended the activists arrested in May.",
        "[The Interior Ministry] has denied nothing, and confirmed nothing.",
        "[The Interior Ministry] denied {Anna Li} a lawyer.",
        "Officials of [the Interior Ministry] have none of that money left.",
        "The adviser {Bo Lund} said that no one should be jailed for an opinion.",
        "[The United Guilds] accused [the Interior Ministry] of jailing critics.",
        "The prosecutor {Bo Lund} charged that {Anna Li} had taken money.",
    ],
)
def test_what_only_looks_like_an_answer(sentence: str) -> None:
    """A defender in court, what is kept from somebody, how it ought to be, and what critics reproach a state with are no answers."""
    assert tell(HELD + sentence).responses == ()


@pytest.mark.parametrize(("sentence", "told"), [("That, he charged, is interference.", 1), ("On Friday he was charged.", 2)])
def test_who_charges_that_others_meddle_is_not_charged(sentence: str, told: int) -> None:
    """ "That, he charged, is …" tells what somebody says, and no charge against whoever the page is about."""
    assert len(tell("{Omar Said} was arrested by police on Monday. " + sentence).custody) == told
