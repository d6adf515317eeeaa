"""Events told by a noun, by what did not happen, in rows and by bare terms. `{}` marks persons; see tests/read/told.py."""

from __future__ import annotations

import pytest

from tests.read.told import tell

EVENTS = [
    ("The lawyer has not seen {Anna Li} in prison since her arrest on 2 September.", "arrested", {"Anna Li"}),
    ("{Anna Li} writes from prison. The transfer of {Anna Li} in August broke her health, the lawyer said.", "transferred", {"Anna Li"}),
    ("{Anna Li} was called in for a talk by police on 8 May and never came home.", "detained", {"Anna Li"}),
    ("{Anna Li} was summoned by police on 8 May and was not let go again.", "detained", {"Anna Li"}),
    ("A court gave {Jan Vit} eight years; {Anna Li} must serve six years.", "sentenced", {"Anna Li"}),
    ("{Anna Li} received three years of probation from the court.", "sentenced", {"Anna Li"}),
    ("The court inflicted two years on {Anna Li}.", "sentenced", {"Anna Li"}),
    ("Police arrested {Anna Li} on May 3. {Anna Li} came out in June.", "released", {"Anna Li"}),
    ("The court set {Anna Li} at liberty.", "released", {"Anna Li"}),
    ("{Anna Li} recovered her freedom, the court said.", "released", {"Anna Li"}),
    ("The court remanded {Anna Li}. The order was renewed in July.", "detention_extended", {"Anna Li"}),
    ("The court put {Anna Li} under six months' provisional detention.", "remanded", {"Anna Li"}),
    ("Police arrested {Anna Li}. She was freed by the court with a ban on leaving the country.", "travel_ban", {"Anna Li"}),
    ("The court of appeal saw no reason to change the sentence of {Anna Li}.", "appeal_rejected", {"Anna Li"}),
    ("{Anna Li} was at first confined to her home, the court said.", "house_arrest", {"Anna Li"}),
    ("The court has read its verdicts. {Anna Li}: cleared.", "acquitted", {"Anna Li"}),
    ("{Anna Li} (freed on March 2) thanked the judges of the court.", "released", {"Anna Li"}),
    ("{Anna Li}, convicted last year by the court, is a poet.", "convicted", {"Anna Li"}),
    ("Police arrested {Anna Li}. She has eaten nothing in prison since Friday.", "hunger_strike", {"Anna Li"}),
    ("The court has, on 3 May, sentenced {Anna Li} to two years.", "sentenced", {"Anna Li"}),
    ("{Anna Li} was, in her absence, sentenced by the court to two years.", "sentenced", {"Anna Li"}),
    ("The judge knew {Anna Li}, whose term was cut by the court and who left the Oran prison in May.", "released", {"Anna Li"}),
    ("{Anna Li} was jailed in August on charges of incitement, her lawyer said.", "detained", {"Anna Li"}),
]


@pytest.mark.parametrize(("marked", "type_", "persons"), EVENTS)
def test_event_however_it_is_told(marked: str, type_: str, persons: set[str]) -> None:
    """A noun with its day, a return that did not come, must, a row, a bracket: the event is read with whom it befell."""
    assert (type_, persons) in tell(marked).events()


NO_EVENTS = [
    "The lawyer called for the release of {Anna Li} on Monday, the court heard.",
    "{Anna Li} never came home from the fair, where the police band played.",
    "The things of {Anna Li} are in prison. His things were taken, the lawyer said.",
    "The lawyers renewed their call on the court that {Anna Li} go home to her prison cell.",
    "The ministry should let {Anna Li} go home, the lawyer said.",
    "{Anna Li} said in court that the strangers went home.",
    "{Anna Li} sent to prison after brawl, her lawyer said.",
    "We arrest no poets, said {Anna Li} of the police.",
]


@pytest.mark.parametrize("marked", NO_EVENTS)
def test_what_is_only_wished_or_denied(marked: str) -> None:
    """A noun that somebody asks for, a call that something happen, a thing that is taken, a deed done to no one."""
    assert tell(marked).events() == []


def test_the_day_of_a_noun_is_the_day_of_its_event() -> None:
    """ "His arrest on 2 September": the event has that date."""
    told = tell("{Anna Li} has been silent in prison since her arrest on 2 September 2024, her lawyer said.")
    assert [c.date.edtf for c in told.custody if c.date] == ["2024-09-02"]


def test_a_noun_beside_a_verb_tells_nothing_new() -> None:
    """ "Police detained X … since her arrest on 5 May": one event, not two."""
    told = tell("Police detained {Anna Li} on 5 May 2024. Since her arrest on 5 May 2024 {Anna Li} has been in good health.")
    assert told.events() == [("detained", {"Anna Li"})]


def test_it_was_cut() -> None:
    """ "It was cut to four": the term of the sentence before."""
    told = tell("A court gave {Anna Li} six years. In May it was cut to four.")
    assert ("sentence_reduced", {"Anna Li"}) in told.events()


def test_the_rest_are_not_those_just_named() -> None:
    """ "The other two": not the two of whom the text has just told."""
    told = tell("A court gave {Anna Li} and {Omar Said} three years. The hall was full. It rained. The other two received one year.")
    assert [p for t, p in told.events() if t == "sentenced"] == [{"Anna Li", "Omar Said"}, set()]


def test_an_order_and_its_extension_are_two_events() -> None:
    """ "Ordered her detention for a month, since extended twice": a remand and its extension."""
    told = tell("The court authorised the detention of {Anna Li} for a month, since extended by two.")
    assert {t for t, _ in told.events()} == {"remanded", "detention_extended"}


def test_where_somebody_was_brought() -> None:
    """ "The clinic, to which she was brought": a transfer of somebody held."""
    told = tell("Police arrested {Anna Li}. The prison, to which {Anna Li} was brought, is old.")
    assert ("transferred", {"Anna Li"}) in told.events()


def test_the_court_that_has_no_name() -> None:
    """ "The terrorism court found her guilty": that court; "a court" alone is none."""
    named = tell("The terrorism court found {Anna Li} guilty of treason.")
    assert [c.authority.text.words(named.scene.text) for c in named.custody if c.authority and c.authority.text] == ["The terrorism court"]
    assert [c.authority for c in tell("A court found {Anna Li} guilty of treason.").custody] == [None]
