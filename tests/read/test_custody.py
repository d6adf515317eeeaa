"""What happened to whom. `{}` marks persons, `[]` bodies; see tests/read/told.py."""

from __future__ import annotations

import pytest

from tests.read.told import tell

EVENTS = [
    ("Police arrested {Anna Li} on Monday.", "arrested", {"Anna Li"}),
    ("{Anna Li}, a reporter with a small daily, was detained by police at dawn.", "detained", {"Anna Li"}),
    ("{Anna Li} and {Omar Said}, both activists, were detained by police.", "detained", {"Anna Li", "Omar Said"}),
    ("The main defendant, {Anna Li}, was sentenced by the court to nine years.", "sentenced", {"Anna Li"}),
    ("In May a court gave {Anna Li} eight years for spreading false news.", "sentenced", {"Anna Li"}),
    ("{Anna Li}, whom a court sentenced to two years, is a poet.", "sentenced", {"Anna Li"}),
    ("{Anna Li} received two years from the court.", "sentenced", {"Anna Li"}),
    ("The court has been told. {Anna Li} was arrested by the court for four months.", "remanded", {"Anna Li"}),
    ("A court arrested {Anna Li} for 30 days for petty hooliganism.", "sentenced", {"Anna Li"}),
    ("The activist {Anna Li} has been held in a prison since May 2023.", "detained", {"Anna Li"}),
    ("The court ordered four months of pre-trial detention for {Anna Li}.", "remanded", {"Anna Li"}),
    ("The court extended the arrest of {Anna Li} by two months.", "detention_extended", {"Anna Li"}),
    ("The appeals court upheld the verdict against {Anna Li}.", "appeal_rejected", {"Anna Li"}),
    ("The court of appeal left in force the arrest of {Anna Li}.", "appeal_rejected", {"Anna Li"}),
    ("The judge moved {Anna Li} to house arrest.", "house_arrest", {"Anna Li"}),
    ("The judge barred {Anna Li} and {Omar Said} from leaving the country.", "travel_ban", {"Anna Li", "Omar Said"}),
    ("The court found journalist {Anna Li}, who edits a daily, guilty of treason.", "convicted", {"Anna Li"}),
    ("{Anna Li} went on hunger strike in prison on Monday.", "hunger_strike", {"Anna Li"}),
    ("{Anna Li} has been refusing food in her cell, the court heard.", "hunger_strike", {"Anna Li"}),
    ("Prosecutors let {Anna Li} go in the evening.", "released", {"Anna Li"}),
    ("The president pardoned {Anna Li} and {Omar Said}.", "pardoned", {"Anna Li", "Omar Said"}),
    ("{Anna Li} died in prison on Friday, the ministry said.", "died", {"Anna Li"}),
    ("The court cut the sentence of {Anna Li} to three years.", "sentence_reduced", {"Anna Li"}),
    ("{Anna Li} was charged with treason by prosecutors.", "charged", {"Anna Li"}),
]


@pytest.mark.parametrize(("marked", "type_", "persons"), EVENTS)
def test_event_with_its_persons(marked: str, type_: str, persons: set[str]) -> None:
    """Active or passive, before or behind the verb, in apposition or by a noun: the event is read with whom it befell."""
    assert (type_, persons) in tell(marked).events()


NO_EVENTS = [
    "The jailed journalist {Anna Li} spoke to the court through her lawyer.",
    "Police said that {Anna Li} was not arrested.",
    "{Anna Li} faces five to eight years in prison, the court said.",
    "Prosecutors asked the court to sentence {Anna Li} to nine years.",
    "The ministry urged the government to release {Anna Li}.",
    "{Anna Li} must be released, the ministry said.",
    "If {Anna Li} is arrested, her party will protest, the lawyer said.",
    "{Anna Li} will be released on Friday, the ministry said.",
    "The court is to hear the case of {Anna Li} on June 20.",
    "The film that {Anna Li} released last year was banned by the court.",
    "The lawyer feared that {Anna Li} might be arrested.",
    "Nobody was arrested, said {Anna Li}, the police chief.",
]


@pytest.mark.parametrize("marked", NO_EVENTS)
def test_no_event(marked: str) -> None:
    """An epithet, a denial, a threat of punishment, a request, a plan or a wish is no event."""
    assert tell(marked).events() == []


def test_no_event_where_no_power_is_named() -> None:
    """A match report with "arrested", "charged" and "released" tells nothing of custody."""
    assert tell("{Ali Can} arrested the slide with a late goal. The keeper {Bo Lund} was released by the club.").custody == ()


def test_joined_verbs_share_their_subject() -> None:
    """ "was arrested … and charged …": the subject of the first verb is that of the second."""
    assert tell("{Anna Li} was arrested by police on May 3 and charged with fraud.").events() == [
        ("arrested", {"Anna Li"}),
        ("charged", {"Anna Li"}),
    ]


def test_number_of_people_is_looked_up_in_the_lists() -> None:
    """ "All three" are the three that the text puts side by side."""
    told = tell("{Anna Li}, {Omar Said} and {Jan Novak} were detained by police. All three were released on Sunday.")
    assert ("released", {"Anna Li", "Omar Said", "Jan Novak"}) in told.events()


def test_number_of_people_may_look_ahead() -> None:
    """ "Four reporters were convicted" are the four named in the next sentence."""
    told = tell("Two reporters were convicted by a court. {Anna Li} and {Omar Said} deny everything.")
    assert ("convicted", {"Anna Li", "Omar Said"}) in told.events()


def test_items_of_a_list_under_a_heading() -> None:
    """A heading with the event, the persons as items below it."""
    told = tell("For two months arrested by the court are also:\n- editor {Anna Li};\n- {Omar Said} (assistant to the bishop).\n")
    assert ("remanded", {"Anna Li", "Omar Said"}) in told.events()


def test_event_without_its_verb() -> None:
    """ "Y followed the next month" repeats the event before for another person."""
    told = tell("{Anna Li} was arrested by police on March 17, 2024; {Omar Said} followed the next month.")
    assert ("arrested", {"Omar Said"}) in told.events()


def test_terms_without_a_verb() -> None:
    """ "… gave X 21 years; Y 15 years": each person with a term of their own."""
    told = tell("The court gave {Anna Li} 21 years; {Omar Said} 15 years; and {Jan Novak} 18.")
    terms = {next(iter(told.names(c.persons))): c.term.iso for c in told.custody if c.term}
    assert terms == {"Anna Li": "P21Y", "Omar Said": "P15Y", "Jan Novak": "P18Y"}


def test_one_event_told_twice_is_one_claim() -> None:
    """The headline and the lede tell one arrest: one claim, two passages."""
    told = tell("Police arrest editor {Anna Li}\n\nPolice arrested {Anna Li} in the capital on Monday, her lawyer said.\n")
    arrests = [c for c in told.custody if c.type == "arrested"]
    assert len(arrests) == 1
    assert len(arrests[0].passages) == 2


def test_passages_are_cut_from_the_text() -> None:
    """Every passage has exactly the words that stand there."""
    told = tell("Police arrested {Anna Li} on Monday. A court gave {Omar Said} two years.")
    assert told.custody
    assert all(p.stands_in(told.scene.text) for c in told.custody for p in c.passages)


@pytest.mark.parametrize("text", ["", "\n", "...", "was arrested", "“", "{X}", "arrested arrested arrested", "- \n- \n"])
def test_odd_texts_raise_nothing(text: str) -> None:
    """Fragments, marks and empty texts give no event and no error."""
    tell(text)


def test_summary_at_the_head_is_no_event_of_its_own() -> None:
    """ "A court sentenced two activists": each is told of by name below, so the summary adds nobody."""
    told = tell("A court sentenced two activists. {Anna Li} was sentenced to 11 years. {Omar Said} was sentenced to 10 years.")
    assert [p for _, p in told.events()] == [{"Anna Li"}, {"Omar Said"}]
