"""Which date, term, charge and court belong to which event."""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.flow import read_text
from tests.read.told import Told, tell


def dates(told: Told) -> dict[str, str | None]:
    return {str(c.type): c.date.edtf if c.date else None for c in told.custody}


def test_date_after_the_verb() -> None:
    """A date belongs to the verb that it follows; one after the first verb does not pass on."""
    told = tell("{Anna Li} was arrested by police on March 17, 2024, and sentenced to two years.")
    assert dates(told) == {"arrested": "2024-03-17", "sentenced": None}


def test_date_in_front_of_two_verbs() -> None:
    """ "In February 2022 a court convicted him and gave him six years" dates both."""
    told = tell("In February 2022 a court convicted {Anna Li} of treason and gave {Anna Li} six years.")
    assert dates(told) == {"convicted": "2022-02", "sentenced": "2022-02"}


def test_date_behind_joined_verbs() -> None:
    """ "was found guilty and sent to prison on May 5" dates both."""
    told = tell("{Anna Li} was found guilty of treason and sentenced to six years on May 5, 2024.")
    assert dates(told) == {"convicted": "2024-05-05", "sentenced": "2024-05-05"}


def test_date_in_a_relative_clause_is_its_own() -> None:
    """The date of what "who" did is not that of what follows."""
    told = tell("{Anna Li}, who was detained by police in May 2021, was sentenced to six years.")
    assert dates(told)["sentenced"] is None


@pytest.mark.parametrize(
    ("marked", "type_", "edtf"),
    [
        ("{Anna Li} was released from prison on 16 May 2025, nine days after police arrested {Bo Ek}.", "arrested", "2025-05-07"),
        ("{Anna Li} was released from prison on 16 May 2025, two hours after a court acquitted {Anna Li}.", "acquitted", "2025-05-16"),
        ("{Anna Li} was arrested by police on 3 June 2021 and, on 13 August, transferred to a prison.", "transferred", "2021-08-13"),
        ("{Anna Li} was arrested by police on 3 June 2021 and, on 13 August, transferred to a prison.", "arrested", "2021-06-03"),
        ("On the night of 5 June 2024 police detained {Anna Li}.", "detained", "2024-06-05"),
        ("Tuesday, 29 April 2025. Police detained {Anna Li} at a market.", "detained", "2025-04-29"),
    ],
)
def test_dates_of_two_events(marked: str, type_: str, edtf: str) -> None:
    """Days counted from another event, a date in commas before its verb, one that opens the sentence or the line."""
    assert dates(tell(marked))[type_] == edtf


def test_date_of_a_participle_is_its_own() -> None:
    """ "Seized in January for a march, he was given six months": the sentence has no date."""
    told = tell("Arrested by police in January 2024 for a march, {Anna Li} was sentenced by a court to six months.")
    assert dates(told)["sentenced"] is None


@pytest.mark.parametrize("line", ["3 May 2023\n\n", "3 May 2023. ", "3 May 2023 — "])
def test_date_over_the_line(line: str) -> None:
    """In a timeline the date that opens the line, or stands above it, holds for its events."""
    assert dates(tell(line + "The regional court convicted {Anna Li} of treason."))["convicted"] == "2023-05-03"


def test_dateline_dates_no_event() -> None:
    """The day on which the outlet writes is not the day of what it tells."""
    assert dates(tell("MINSK, June 12 — Police have arrested {Anna Li}."))["arrested"] is None


@pytest.mark.parametrize(
    ("marked", "charge", "article"),
    [
        ("{Anna Li} was convicted of insulting the president by a court.", "insulting the president", None),
        ("A court convicted {Anna Li}, a poet, of treason on May 3.", "treason", None),
        ("Police arrested {Anna Li} on charges of smuggling.", "smuggling", None),
        ("{Anna Li} was charged by prosecutors under Article 206.3.2.", "Article 206.3.2", "206.3.2"),
        ("A court gave {Anna Li} six years for spreading false news.", "spreading false news", None),
        ("A court convicted {Anna Li} of treason and refused {Anna Li} bail.", "treason", None),
        ("A court convicted {Anna Li} of treason, and a judge ordered the books burnt.", "treason", None),
        ("A court found {Anna Li} guilty of riot and aggravated assault, imposing a fine.", "riot and aggravated assault", None),
        ("{Anna Li} was charged by prosecutors with treason on 3 June.", "treason", None),
        ("Police arrested {Anna Li} under the Electronic Transactions Law.", "the Electronic Transactions Law", None),
        ("A court sentenced {Anna Li} to a year under Article 2 of the Law on Radio.", "Article 2 of the Law on Radio", "2"),
        ("On Monday a court convicted {Anna Li} and 25 miners of attacks on depots.", "attacks on depots", None),
    ],
)
def test_charge(marked: str, charge: str, article: str | None) -> None:
    """The charge is the shortest span that says it; articles are given as printed."""
    told = tell(marked)
    found = next(c.charge for c in told.custody if c.charge)
    assert found.text is not None
    assert found.text.words(told.scene.text) == charge
    assert found.article == article


def test_a_deed_is_no_charge_of_an_arrest() -> None:
    """ "Arrested for filming a march" tells what was done; what it is called in the code is not said."""
    assert [c.charge for c in tell("Police arrested {Anna Li} for filming a march.").custody] == [None]


def test_what_stands_after_for_need_not_be_a_charge() -> None:
    """ "for two years", "for her readers" accuse nobody."""
    assert all(c.charge is None for c in tell("A court jailed {Anna Li} for two years. It was a blow for her readers.").custody)


def test_charge_of_the_conviction_is_not_the_sentence_s() -> None:
    """ "found guilty of X and given N years": the charge stands on the conviction, the term on the sentence."""
    told = tell("{Anna Li} was found guilty of treason and sentenced to six years.")
    by_type = {str(c.type): c for c in told.custody}
    assert by_type["convicted"].charge is not None
    assert by_type["sentenced"].charge is None
    assert by_type["sentenced"].term is not None


def test_named_court_acts() -> None:
    """The court named in the sentence is the authority."""
    told = tell("The Baku Court of Appeal upheld the verdict against {Anna Li}.")
    assert told.custody[0].authority is not None
    assert told.custody[0].authority.text is not None
    assert told.custody[0].authority.text.words(told.scene.text) == "Baku Court of Appeal"


@pytest.mark.parametrize(
    ("marked", "day"),
    [
        ("{Anna Li} was arrested by police this morning.", "2025-06-15"),
        ("{Anna Li} spoke at a rally on May 3, 2024. That night police arrested {Anna Li}.", "2024-05-03"),
        ("{Anna Li} spoke at a rally on May 3, 2024; on the 20th police arrested {Anna Li}.", "2024-05-20"),
    ],
)
def test_days_told_by_others(marked: str, day: str) -> None:
    """This morning, that night, the 20th: days by the publication or by the day told last."""
    assert dates(tell(marked))["arrested"] == day


def test_until_is_after_the_event() -> None:
    """Custody ordered in September "until May 17" ends in the next year."""
    told = tell("On September 18, 2024 a court ordered {Anna Li} held in pre-trial detention until May 17.")
    assert {c.until.edtf for c in told.custody if c.until} == {"2025-05-17"}


def test_the_day_on_which_it_was_said() -> None:
    """ "On January 10 a spokesman dismissed the claim, saying a court had ordered …" dates the words, not the order."""
    told = tell("On January 10 a spokesman dismissed the claim, saying police had arrested {Anna Li}.")
    assert dates(told) == {"arrested": None}


@pytest.mark.parametrize(
    ("marked", "type_", "authority"),
    [
        ("{Anna Li} was arrested by officers of the National Gendarmerie.", "arrested", "National Gendarmerie"),
        ("{Anna Li} was arrested in May and sentenced by the High Court to a year.", "arrested", None),
        ("{Anna Li} was arrested in May and sentenced by the High Court to a year.", "sentenced", "High Court"),
        ("A military court sentenced {Anna Li} to a year.", "sentenced", "military court"),
        ("A Minsk court sentenced {Anna Li} to a year.", "sentenced", None),
        ("The High Court upheld a term of {Anna Li}, who was convicted in May.", "convicted", None),
        ("{Anna Li} was arrested by the KGB.", "arrested", "the KGB"),
    ],
)
def test_authority(marked: str, type_: str, authority: str | None) -> None:
    """Who acts: the subject, or who stands behind "by" before another verb; "a Minsk court" could be any."""
    told = tell(marked)
    found = next(c.authority for c in told.custody if c.type == type_)
    assert (found.text.words(told.scene.text) if found and found.text else None) == authority


def days_of_actions(told: Told) -> list[tuple[str, str | None]]:
    return [(str(a.type), a.date.edtf if a.date else None) for a in told.actions]


def test_the_day_asked_for_is_not_the_day_of_asking() -> None:
    """ "Must be freed today" and "condemns the arrest, on 9 July, of X" date nothing that is said."""
    told = tell("[Rights Watch] condemned the arrest, on 9 May 2025, of {Anna Li}.")
    assert ("condemn", "2025-05-09") not in days_of_actions(told)
    told = tell("[Rights Watch] said {Anna Li} must be released from prison today.")
    assert all(day is None for _, day in days_of_actions(told))


def test_a_statement_speaks_on_its_day() -> None:
    """What "we" ask in a statement, outside a quote, is asked on the day that the statement prints."""
    told = tell("Oslo, 15 June 2025\n\n[Rights Watch] has followed the case. We urge the authorities to release {Anna Li}.")
    assert {day for type_, day in days_of_actions(told) if type_ == "demand_release"} <= {"2025-06-15"}


def test_a_heading_lists_those_told_before() -> None:
    """ "Released by Oz, among others:" under a sentence that tells of a release has its day; a heading about something else has none."""
    listed = ", among others:\n- {Anna Li}, reporter;\n- {Boris Ek}, lawyer."
    told = tell("On 1 August 2024 the government released 16 prisoners in an exchange.\n\nReleased" + listed)
    assert dates(told)["released"] == "2024-08-01"
    other = tell("On 1 August 2024 the government opened a court for 16 judges.\n\nReleased" + listed)
    assert dates(other)["released"] is None


def test_a_month_in_front_of_a_noun_is_a_date() -> None:
    """ "during the April protests" tells the month of the arrest."""
    reading = read_text("Anna Li was detained during the April protests. She may not leave the country.", published="2025-06-15")
    assert [c.date and c.date.edtf for c in reading.claims if isinstance(c, Custody) and c.type == "detained"] == ["2025-04"]


@pytest.mark.parametrize("day", ["on Friday", "yesterday"])
def test_a_day_of_which_nobody_knows_which_it_is_takes_no_other(day: str) -> None:
    """Without a day of publication "on Friday" is no date, and a day told elsewhere is not the event's."""
    text = f"A court in Casablanca fined Rashid Nami on June 14.\n\nThe Supreme Court of Rwanda sentenced Jean Gasaro {day} to two years in prison."
    (sentenced,) = (c for c in read_text(text).claims if isinstance(c, Custody) and c.type == "sentenced")
    assert sentenced.date is None


def test_the_eve_of_a_day_is_another_day() -> None:
    """And which day it was nobody need guess."""
    reading = read_text("Anna Li was arrested on the eve of the 1 May rally.", published="2024-05-10")
    assert [c.date for c in reading.claims if isinstance(c, Custody)] == [None]
