"""What court reports and rights groups' pages taught of days, lengths, charges and courts. Texts and names are made up for these tests."""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.flow import read_text
from habeas.read.dates import find_stated_publication

PUBLISHED = "2024-05-18"  # a Saturday


def told(text: str, name: str) -> dict[str, Custody]:
    """The events of `name` by their types, those told as facts or allegations."""
    reading = read_text(text, published=PUBLISHED)
    who = {e.id for e in reading.entities if e.name == name}
    claims = [c for c in reading.claims if isinstance(c, Custody) and who & set(c.persons)]
    return {c.type.value: c for c in claims if c.realis.value in ("asserted", "alleged")}


def day(event: Custody) -> str | None:
    return event.date.edtf if event.date is not None else None


def charge(event: Custody, text: str) -> str | None:
    return event.charge.text.words(text) if event.charge is not None and event.charge.text is not None else None


def court(event: Custody, text: str) -> str | None:
    return event.authority.text.words(text) if event.authority is not None and event.authority.text is not None else None


@pytest.mark.parametrize("far", ["days", "weeks", "a few months", "several years"])
@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("On 10 May a court sentenced the blogger Lena Orsk to ten years, {} after the editor Daur Talib was arrested.", "arrested"),
        ("A court sentenced the blogger Lena Orsk to ten years on 10 May. It came {} after the editor Daur Talib was jailed.", "sentenced"),
        ("A court on Wednesday charged the editor Daur Talib with incitement, {} after police arrested him at his home.", "arrested"),
    ],
)
def test_what_lies_weeks_away_has_another_day(sentence: str, kind: str, far: str) -> None:
    """ "Weeks after X was arrested": X's arrest has not the day from which it is told to be away."""
    assert day(told(sentence.format(far), "Daur Talib")[kind]) is None


@pytest.mark.parametrize(
    ("sentence", "kind", "edtf"),
    [
        ("Lena Orsk was released on 10 May, nine days after a court acquitted her.", "acquitted", "2024-05-01"),
        ("Lena Orsk was beaten on 3 May, two days before she was released.", "released", "2024-05-05"),
        ("The poet Lena Orsk was detained on 3 January 2020 and freed ten days later.", "released", "2020-01-13"),
        ("A court fined her on 8 June 2023. The poet Lena Orsk was held in January 2020 and released ten days later.", "released", None),
        ("A court fined her on 3 May 2019. The poet Lena Orsk was held in January 2020 and released some days later.", "released", None),
        ("Lena Orsk was granted bail but was not released until late on Friday.", "released", "2024-05-17"),
        ("Police arrested the editor Lena Orsk in relation to a December 3, 2020, article.", "arrested", None),
        ("The poet Lena Orsk was fined for leading a strike in 2018.", "fined", None),
        ("The poet Lena Orsk was fined over an article she published on 3 April 2023.", "fined", None),
        ("The poet Lena Orsk was fined in 2018 for leading a strike.", "fined", "2018"),
    ],
)
def test_days_that_are_counted_or_of_something_else(sentence: str, kind: str, edtf: str | None) -> None:
    """A day can be counted from one that was told; the days of an article, a strike or another month are nobody's."""
    assert day(told(sentence, "Lena Orsk")[kind]) == edtf


def test_since_a_coup_people_were_arrested_on_no_day() -> None:
    """The time since which things befall people is the day of none of them."""
    reading = read_text("More than forty activists have been detained since the February 2021 coup, the group said.", published=PUBLISHED)
    assert [day(c) for c in reading.claims if isinstance(c, Custody)] == [None]


def test_within_which_time_is_no_length() -> None:
    """ "To prison in three days": so long it took the courts."""
    text = "Tarvan courts sentence 3 journalists to prison in 3 days\n\nTarvan courts have sentenced three reporters to jail this week, relatives said."
    assert {c.term for c in read_text(text, published=PUBLISHED).claims if isinstance(c, Custody)} == {None}


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("Lena Orsk was indicted on the charge of “propaganda” in a new case opened by Branch 1 of the court.", "charged", "propaganda"),
        ("Lena Orsk was indicted on a new charge of espionage.", "charged", "espionage"),
        ("Lena Orsk was arraigned on charges of espionage by Branch 3 of the Prosecutor’s Office.", "charged", "espionage"),
        ("Lena Orsk was convicted of sedition in the city’s largest security trial.", "convicted", "sedition"),
        ("Lena Orsk was charged with sedition [official report], according to her lawyer.", "charged", "sedition"),
        ("Lena Orsk was arrested on charges of sedition for her speeches at a rally.", "arrested", "sedition"),
        ("Lena Orsk was convicted on several charges, including treason and sedition.", "convicted", "treason and sedition"),
        ("Lena Orsk was charged with “collusion”; “propaganda”; and “insult.”", "charged", "collusion”; “propaganda”; and “insult"),
    ],
)
def test_a_charge_ends_with_what_it_says(sentence: str, kind: str, words: str) -> None:
    """Neither how it is brought, nor in which trial and by whom, nor for which speeches is part of a charge; what marks and semicolons list is."""
    assert charge(told(sentence, "Lena Orsk")[kind], sentence) == words


def test_an_article_may_have_a_capital_in_brackets() -> None:
    event = told("The poet Lena Orsk was charged under section 505(A) of the Penal Code.", "Lena Orsk")["charged"]
    assert event.charge is not None
    assert event.charge.article == "505(A)"


@pytest.mark.parametrize(
    "decides",
    [
        "left the decision of the Leninsk District Court unchanged",
        "upheld the three-year sentence given by the Leninsk District Court",
        "upheld the Leninsk District Court’s verdict",
        "dismissed his appeal against the ruling of the Leninsk District Court",
    ],
)
def test_the_court_below_decides_no_appeal(decides: str) -> None:
    """Whose ruling is upheld is not who upholds it."""
    text = f"The editor Daur Talib was jailed for three years. On 4 May the panel of judges {decides}."
    assert "Leninsk" not in (court(told(text, "Daur Talib")["appeal_rejected"], text) or "")


@pytest.mark.parametrize(
    ("sentence", "kind", "name"),
    [
        (
            "A Rangam magistrate granted Daur Talib bail on 8 May, pending a hearing at the Chitta Cyber Tribunal.",
            "bailed",
            "A Rangam magistrate",
        ),
        ("The Istan 24th High Criminal Court released Daur Talib on 3 May.", "released", "Istan 24th High Criminal Court"),
        ("The Jamra & Kashar and Ladar High Court ordered the release of Daur Talib.", "released", "Jamra & Kashar and Ladar High Court"),
        (
            "The Higher People’s Court in Tarvan’s central city of Dang upheld the sentence of Daur Talib.",
            "appeal_rejected",
            "Higher People’s Court",
        ),
    ],
)
def test_courts_have_numbers_and_places_in_their_names(sentence: str, kind: str, name: str) -> None:
    """A court that is still to hear the case has not decided; a name has its numbers and "&", and ends before half a place."""
    assert court(told(sentence, "Daur Talib")[kind], sentence) == name


@pytest.mark.parametrize(
    ("behind", "edtf"),
    [
        ("two days before the hearing on 14 May", "2024-05-12"),
        ("a day after the protest on 14 May", "2024-05-15"),
        ("three weeks before the vote of 28 April", "2024-04-07"),
        ("about a week before the vote of 28 April", None),
        ("ahead of the election on 14 May", None),
        ("on the eve of the vote on 14 May", None),
        ("at dawn on 14 May", "2024-05-14"),
        ("on 14 May ahead of the election", "2024-05-14"),
    ],
)
def test_a_day_near_which_it_happened_is_counted_from_or_left(behind: str, edtf: str | None) -> None:
    """Before, after and ahead of a day is not on it; how many days are told is counted."""
    assert day(told(f"The blogger Lena Orsk was arrested {behind}.", "Lena Orsk")["arrested"]) == edtf


@pytest.mark.parametrize(
    "sentence",
    [
        "In another case, the blogger Lena Orsk was arrested.",
        "Earlier, the blogger Lena Orsk was arrested in Kord.",
        "Previously, the blogger Lena Orsk was arrested in a separate case.",
    ],
)
def test_another_case_has_another_day(sentence: str) -> None:
    """What a text tells apart from the case before has not the day of that case."""
    assert day(told(f"The editor Daur Talib was arrested on 3 May. {sentence}", "Lena Orsk")["arrested"]) is None


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("The activist Lena Orsk, accused of espionage, was arrested on 3 May.", "arrested", "espionage"),
        ("The activist Lena Orsk, who is accused of “espionage”, was detained on 3 May.", "detained", "espionage"),
        (
            "Accused of espionage and theft, the activist Lena Orsk was sentenced to five years on 3 May.",
            "sentenced",
            "espionage and theft",
        ),
        ("The activist Lena Orsk was suspected of espionage and arrested on 3 May.", "arrested", "espionage"),
        ("The activist Lena Orsk, who accused the police of torture, was arrested on 3 May.", "arrested", None),
        ("The minister Daur Talib, accused of fraud, was replaced and the activist Lena Orsk was arrested.", "arrested", None),
        ("Two officers accused of beating the activist Lena Orsk were arrested on 3 May.", "arrested", None),
    ],
)
def test_the_accusation_in_front_is_the_charge(sentence: str, kind: str, words: str | None) -> None:
    """What the subject of the verb is told to be accused of right before it; not what another is accused of."""
    event = told(sentence, "Lena Orsk").get(kind)
    assert (charge(event, sentence) if event is not None else None) == words


@pytest.mark.parametrize(
    "stamp",
    [
        "Posted 2024/5/15",
        "2024.05.15",
        "12:00 AM, May 15, 2024 / LAST MODIFIED: 12:00 AM, May 16, 2024",
        "Wed 15 May 2024 10.23 BST",
        "Updated - May 15, 2024 10:23 pm IST - SIRIN",
        "15/05/2024",
        "Publish : 15 May 2024, 12:15 PM",
        "Last modified: 15 May, 2024, 06:41 pm",
    ],
)
def test_pages_print_their_day_in_many_ways(stamp: str) -> None:
    """A line that holds little but a day and a time tells when the page came out."""
    page = f"Editor gets bail\n\n{stamp}\n\nA court in Tarvan on Tuesday granted bail to the editor Daur Talib, who was arrested last week in a case of libel."
    assert find_stated_publication(page) == "2024-05-15"


@pytest.mark.parametrize(
    ("upholds", "edtf"),
    [
        ("On 4 May the City Court upheld the term given by the Leninsk Court on 3 March to the editor Daur Talib.", "2024-05-04"),
        ("The City Court upheld the three-year sentence of the editor Daur Talib handed down by the Leninsk Court in March.", None),
        ("The City Court upheld the verdict of 3 March against the editor Daur Talib.", None),
        ("The City Court upheld the verdict against the editor Daur Talib on 4 May.", "2024-05-04"),
    ],
)
def test_the_day_of_the_ruling_below_is_not_that_of_the_appeal(upholds: str, edtf: str | None) -> None:
    """When the ruling was given that is upheld is not when it was upheld."""
    assert day(told(upholds, "Daur Talib")["appeal_rejected"]) == edtf
