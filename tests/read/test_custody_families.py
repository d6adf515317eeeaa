"""Families of ways to tell of custody, and what only sounds like one. `{}` marks persons; see tests/read/told.py."""

from __future__ import annotations

import pytest

from tests.read.told import tell

EVENTS = [
    ("Police took {Anna Li} to the district department.", "detained", {"Anna Li"}),
    ("Men in uniform took {Anna Li} from a tea stall. The police deny it.", "detained", {"Anna Li"}),
    ("{Anna Li} was taken to the Investigative Committee by police.", "detained", {"Anna Li"}),
    ("Men get out of two vans and carry off {Anna Li}. The police are silent.", "detained", {"Anna Li"}),
    ("{Anna Li} was sent to prison for 30 months after a short trial, the court said.", "sentenced", {"Anna Li"}),
    ("The court has given {Anna Li}, a former deputy from Kolomna, seven years.", "sentenced", {"Anna Li"}),
    ("{Anna Li} received two years of home confinement from the court.", "sentenced", {"Anna Li"}),
    ("The court ordered that {Anna Li} be detained for 15 days.", "remanded", {"Anna Li"}),
    ("The court gave police seven days to investigate {Anna Li}.", "remanded", {"Anna Li"}),
    ("Police arrested {Anna Li}. In March {Anna Li} was handed a second detention order.", "remanded", {"Anna Li"}),
    ("{Anna Li} was remanded for a further 14 days by the court.", "detention_extended", {"Anna Li"}),
    ("Police arrested {Anna Li}. {Anna Li} was slapped by an officer.", "ill_treated", {"Anna Li"}),
    ("The court jailed {Anna Li}. {Anna Li} has not been given her tablets for nine days.", "ill_treated", {"Anna Li"}),
    ("{Anna Li} is in prison. {Anna Li} observed a hunger strike of ten days.", "hunger_strike", {"Anna Li"}),
    ("Police arrested {Anna Li}. {Anna Li} left the cells on Monday.", "released", {"Anna Li"}),
    ("In June the Supreme Court, sitting in the prison, sentenced journalist {Anna Li} to six years.", "sentenced", {"Anna Li"}),
    ("The appeals court raised the prison term of {Anna Li} from eight to 22 years.", "sentenced", {"Anna Li"}),
]


@pytest.mark.parametrize(("marked", "type_", "persons"), EVENTS)
def test_event_of_a_family(marked: str, type_: str, persons: set[str]) -> None:
    """Taken to a station, time given to investigate, what is withheld, an aside before the penalty: the event is read."""
    assert (type_, persons) in tell(marked).events()


NO_EVENTS = [
    ("The court gave {Anna Li} leave. How was {Anna Li} arrested?", "arrested"),
    ("Reporter: Can you confirm that {Anna Li} has been arrested by police?", "arrested"),
    ("{Anna Li} is in custody, the police say. Two jets were detained at the airport.", "detained"),
    ("The company of {Anna Li}, convicted of nothing by the court, will pay.", "convicted"),
    ("{Anna Li} was detained in hospital overnight, the police said.", "detained"),
    ("A spokesman of the ministry dismissed the appeal of {Anna Li} as an attempt to meddle.", "appeal_rejected"),
    ("The court refused to call a witness of {Anna Li} and she plans an appeal.", "appeal_rejected"),
    ("The appeals court upheld the acquittal of {Anna Li}.", "appeal_rejected"),
    ("{Anna Li} studied law and came home. The police knew nobody there.", "released"),
    ("The guild has given {Anna Li} a 72-hour ultimatum, the police said.", "sentenced"),
    ("{Anna Li} was removed from the list by police.", "detained"),
    ("I ask the court for one thing: let {Anna Li} go home from prison.", "released"),
]


@pytest.mark.parametrize(("marked", "type_"), NO_EVENTS)
def test_what_only_sounds_like_one(marked: str, type_: str) -> None:
    """Questions, things, other senses of the verbs, answers to critics: no event."""
    assert type_ not in {t for t, _ in tell(marked).events()}


def test_a_text_that_names_a_power_in_passing() -> None:
    """A long match report with one judge in it tells of no custody; with a prosecutor it may."""
    filler = "It rained on the pitch and the crowd sang until the lamps went out. " * 12
    assert tell(f"A late goal freed {{Anna Li}}. The judge was happy. {filler}").events() == []
    assert tell(f"The prosecutor said that {{Anna Li}} was arrested. {filler}").events() != []


def test_a_strike_that_ended_in_a_relative_clause() -> None:
    """ "Went on a hunger strike on 9 June, which he ended after sixteen days": a beginning and an end."""
    told = tell("The court jailed {Jan Vit}. {Jan Vit} went on a hunger strike on 9 June, which he ended.")
    assert [str(c.phase) for c in told.custody if c.type == "hunger_strike"] == ["start", "end"]


def test_siblings_stand_side_by_side() -> None:
    """ "X and her brother Y … ordered them held": both."""
    told = tell("{Anna Li} and her brother {Omar Li} stood in court. The prosecution ordered them held for fifteen days.")
    assert ("remanded", {"Anna Li", "Omar Li"}) in told.events()


def test_all_but_one_are_nobody_by_name() -> None:
    """ "All but one were let go": not those whom the text names elsewhere."""
    told = tell("Police arrested {Anna Li} and {Omar Said}. All but one were released.")
    assert ("released", set()) in told.events()


def test_named_in_the_next_sentence() -> None:
    """ "A handful of prisoners were freed. Among them were X and Y.": both."""
    told = tell("A handful of prisoners were freed by the court. Among them were {Anna Li} and {Omar Said}.")
    assert ("released", {"Anna Li", "Omar Said"}) in told.events()


DATES = [
    ("On 23 March the court placed {Anna Li} in custody for two months, and in May it added another one.", "remanded", "2025-03-23"),
    ("A court on 2 May jailed {Anna Li} for two years over a riot in the north in 2019.", "sentenced", "2025-05-02"),
    ("{Anna Li} has been in custody since March 2021, when she was arrested.", "arrested", "2021-03"),
    ("{Anna Li} was summoned by police on 11 April and released after six hours.", "released", "2025-04-11"),
    ("{Anna Li} was arrested by police in September 2019, and was freed after five months.", "released", None),
]


@pytest.mark.parametrize(("marked", "type_", "date"), DATES)
def test_the_date_of_its_own_clause(marked: str, type_: str, date: str | None) -> None:
    """A date in front of the clause, before "when", or within hours is the event's; one set between commas is the verb's before."""
    dates = [c.date.edtf if c.date else None for c in tell(marked).custody if c.type == type_]
    assert dates == [date]


def test_services_by_name() -> None:
    """ "By the Department of State Services", "officers of the State Committee for National Security": they are who acts."""
    told = tell("{Anna Li} was arraigned by the Department of State Services on Monday. The court is full.")
    assert [c.authority.text.words(told.scene.text) for c in told.custody if c.authority and c.authority.text] == [
        "Department of State Services"
    ]


def test_what_a_charge_is_about_is_no_part_of_it() -> None:
    """ "Charged with cyberstalking over a report on …", "for fraud and clears him of the rest": the charge alone."""
    told = tell("{Anna Li} was charged by prosecutors with cyberstalking over a report on relief funds. The court is full.")
    assert [c.charge.text.words(told.scene.text) for c in told.custody if c.charge and c.charge.text] == ["cyberstalking"]


def test_a_charge_ends_before_the_bracket_of_its_article() -> None:
    """ "(Article 228, Part 4 of the Code)": the comma within the bracket ends nothing, and no charge ends in an open bracket."""
    told = tell(
        "The court found {Anna Li} guilty of smuggling by an organised group (Article 228, Part 4 and Article 342, Part 2 of the Criminal Code)."
    )
    words = [c.charge.text.words(told.scene.text) for c in told.custody if c.charge and c.charge.text]
    assert words
    assert all(w.count("(") == w.count(")") for w in words)
    assert words[0].startswith("smuggling by an organised group")
