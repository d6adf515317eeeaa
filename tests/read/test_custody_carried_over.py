"""What carried over to texts that nobody had read: translated and bureaucratic English, groups and their members, days. `{}` marks persons."""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.case.reading import Reading
from habeas.flow import read_text
from habeas.read.dates import find_dates
from habeas.read.persian_calendar import day_of
from habeas.read.terms import find_terms
from tests.read.told import tell


@pytest.mark.parametrize(
    ("marked", "type_"),
    [
        ("The judge rose. {Anna Li} was led from the courtroom to a prison.", "detained"),
        ("{Anna Li} was put under formal investigation by the prosecutor.", "charged"),
        ("The court decided the imprisonment of {Anna Li} for 15 days.", "remanded"),
        ("By ruling of the court {Anna Li} was placed in the city's remand prison.", "remanded"),
        ("The court chose house arrest for {Anna Li}.", "house_arrest"),
        ("Police arrested {Anna Li}. The court replaced the detention of {Anna Li} with precautionary measures.", "released"),
        ("Police arrested {Anna Li}. {Anna Li} came home on conditional release, on parole.", "released"),
        ("The court ruled that {Anna Li} be set free.", "released"),
        ("{Anna Li} was kept in a punishment cell of the colony.", "transferred"),
        ("Police arrested {Anna Li}. In the cell {Anna Li} was injected with sedatives.", "ill_treated"),
        ("{Anna Li} obtained five years from the court.", "sentenced"),
        ("Police held {Anna Li}. {Anna Li} began a hunger strike in May. {Anna Li} ended it on 7 June.", "hunger_strike"),
        ("A court had arrested {Anna Li}. The judge ordered {Anna Li} to surrender her passport.", "travel_ban"),
    ],
)
def test_words_of_custody(marked: str, type_: str) -> None:
    """Families of words that bodies, agencies and translators use."""
    assert (type_, {"Anna Li"}) in tell(marked).events()


@pytest.mark.parametrize(
    ("marked", "type_", "persons"),
    [
        ("{Anna Li} and {Bo Ek} after interrogation were released by police.", "released", {"Anna Li", "Bo Ek"}),
        ("{Bo Ek}, the diplomat sentenced to 20 years by a court in 2021, is ill.", "sentenced", {"Bo Ek"}),
        ("Police arrested at least 520 supporters of the party, together with its leader, {Anna Li}.", "arrested", {"Anna Li"}),
        ("Of six lawyers, two were also detained by police: {Anna Li}, who spoke, and {Bo Ek}.", "detained", {"Anna Li", "Bo Ek"}),
        ("The president pardoned 412 prisoners. {Anna Li} and {Bo Ek} were among those freed.", "pardoned", {"Anna Li", "Bo Ek"}),
        ("The court found {Anna Li} and {Bo Ek} guilty. The appeal court upheld the judgment.", "appeal_rejected", {"Anna Li", "Bo Ek"}),
        ("A court jailed {Anna Li} for a year. The other six were acquitted. All seven were detained in May.", "detained", {"Anna Li"}),
    ],
)
def test_whom_it_befalls(marked: str, type_: str, persons: set[str]) -> None:
    """Subjects behind "after …", nouns in apposition, members of a group, those whom a judgment concerns, one and the rest."""
    told = tell(marked).events()
    assert (type_, persons) in told or (type_ == "detained" and persons == {"Anna Li"} and ("detained", set()) in told)


def test_a_lawyer_in_apposition_is_not_charged() -> None:
    """ "According to his lawyer, X, Y is charged": Y alone."""
    reading = read_text(
        "Police arrested Murad Aliyev on 3 May. According to his lawyer, Zibeyda Sadigova, Murad Aliyev was charged with smuggling.",
        published="2024-06-15",
    )
    assert isinstance(reading, Reading)
    names = {e.id: e.name for e in reading.entities}
    charged = [c for c in reading.claims if isinstance(c, Custody) and c.type.value == "charged"]
    assert [[names[p] for p in c.persons] for c in charged] == [["Murad Aliyev"]]


def test_an_entry_of_a_register_is_about_its_head() -> None:
    """ "5. X, physician. A court ordered her release": X, whoever came before."""
    reading = read_text(
        "Political prisoners in the colony\n\n4. Anna Lind, teacher. Police arrested her on 3 May.\n5. Maria Fredriksson, physician. "
        "A court sentenced her on 18 May to two years.\n",
        published="2024-06-15",
    )
    assert isinstance(reading, Reading)
    names = {e.id: e.name for e in reading.entities}
    told = {c.type.value: [names[p] for p in c.persons] for c in reading.claims if isinstance(c, Custody)}
    assert told == {"arrested": ["Anna Lind"], "sentenced": ["Maria Fredriksson"]}


def test_who_complains_is_who_was_beaten() -> None:
    """ "X complained that guards had kicked him": X, though Y was named last before."""
    reading = read_text(
        "Police arrested Paul Weber and Karl Hoffmann in May. Karl Hoffmann is in a prison cell. Weber complained that guards had kicked him.",
        published="2024-06-15",
    )
    assert isinstance(reading, Reading)
    names = {e.id: e.name for e in reading.entities}
    assert [[names[p] for p in c.persons] for c in reading.claims if isinstance(c, Custody) and c.type.value == "ill_treated"] == [
        ["Paul Weber"]
    ]


@pytest.mark.parametrize(
    ("marked", "type_", "edtf"),
    [
        ("On 21 August 2024 {Anna Li} was brought before a court and charged with treason.", "charged", "2024-08-21"),
        ("{Anna Li} was on 3 May 2024 placed under arrest by police and transferred to a prison.", "transferred", "2024-05-03"),
        ("Police arrested {Anna Li} on 3 May 2024. The ministry said on 9 May that {Anna Li} died in prison.", "died", None),
        ("{Anna Li} was seized by police in a cafe and set free on 12 May 2024.", "detained", None),
        ("28 August 2024, Ranchi. Police arrested {Anna Li}.", "arrested", "2024-08-28"),
        ("{Anna Li} died in custody on 14 May 2024, five days after his arrest by police.", "arrested", "2024-05-09"),
        ("{Anna Li} was released by the court on 14 May 2024, with a ban on leaving the country.", "travel_ban", "2024-05-14"),
    ],
)
def test_whose_day_it_is(marked: str, type_: str, edtf: str | None) -> None:
    """One day for joined participles and for a ban that comes with a release; the day of the words is not the day of the deed."""
    dates = {str(c.type): c.date.edtf if c.date else None for c in tell(marked).custody}
    assert dates[type_] == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("She was moved on Monday, 16 Mehr.", ["2024-10-07"]),
        ("He was held on 10 Mehr of last year.", ["2023-10-02"]),
        ("Held on 5 Dey 1402.", ["2023-12-26"]),
        ("Arrested in October 2020, he was jailed the following summer.", ["2020-10", "2021"]),
        ("Arrested in May 2022 and, later that year, sentenced.", ["2022-05", "2022"]),
        ("Tried on 6 January 2021 and, on December 14 of the same year, sentenced.", ["2021-01-06", "2021-12-14"]),
        ("Held 29/07/2024, died 04/08/2024.", ["2024-07-29", "2024-08-04"]),
        ("Remanded in Case 212 of 2023.", []),
    ],
)
def test_days(text: str, edtf: list[str]) -> None:
    """The Persian calendar, seasons, the year of the date before, slashes that another date explains, no year of a file."""
    assert [d.edtf for d in find_dates(text, "2024-10-22")] == edtf


def test_a_day_that_no_month_has() -> None:
    """Mehr has 30 days."""
    assert day_of(1403, 7, 31) is None


def test_a_day_of_the_month_makes_no_range() -> None:
    """ "Sentenced on August 9 to nine years": nine years."""
    assert [t.iso for t in find_terms("She was sentenced on August 9 to nine years in prison.")] == ["P9Y"]


def custody_of(text: str, published: str = "2024-06-15") -> list[tuple[str, list[str], Custody]]:
    """Type and persons of every custody event, with the event."""
    reading = read_text(text, published=published)
    assert isinstance(reading, Reading)
    names = {e.id: e.name for e in reading.entities}
    return [(c.type.value, [names[p] for p in c.persons], c) for c in reading.claims if isinstance(c, Custody)]


def words(text: str, claim: Custody, field: str) -> str | None:
    value = getattr(claim, field)
    span = value if field == "place" else value.text if value else None
    return text[span.start : span.stop] if span else None


def test_names_in_marks_do_not_part_a_list() -> None:
    """ "Director X, editor Y and “Radio Liberty” journalist Z were sentenced": all three."""
    text = (
        "According to the court, director Paul Weber, editor Karl Hoffmann, “Radio Sol” journalist Anna Lind were sentenced to nine years."
    )
    assert [persons for type_, persons, _ in custody_of(text) if type_ == "sentenced"] == [["Paul Weber", "Karl Hoffmann", "Anna Lind"]]


def test_a_summary_gives_way_to_its_breakdown() -> None:
    """ "A court sentenced the two", with a term for each below it, is told once."""
    text = (
        "A court sentenced Paul Weber and Karl Hoffmann on Friday. Weber was sentenced to nine years. Hoffmann was sentenced to two years."
    )
    assert [persons for type_, persons, _ in custody_of(text) if type_ == "sentenced"] == [["Paul Weber"], ["Karl Hoffmann"]]


@pytest.mark.parametrize(
    ("text", "type_", "field", "expected"),
    [
        ("Paul Weber was sentenced to two years by a court in Fergana.", "sentenced", "authority", "a court in Fergana"),
        ("Paul Weber was remanded for two months by an investigating judge.", "remanded", "authority", "an investigating judge"),
        ("On 9 May the president pardoned the poet Paul Weber.", "pardoned", "authority", "the president"),
        ("Paul Weber was brought before the Lokoja High Court and charged with treason.", "charged", "authority", "Lokoja High Court"),
        ("A court found Paul Weber guilty on 9 May of financing an armed group.", "convicted", "charge", "financing an armed group"),
        ("Prosecutors charged Paul Weber with conspiracy to collude with foreign forces.", "charged", "charge", "conspiracy to collude with foreign forces"),
        ("A court gave Paul Weber two years in a colony for two photographs.", "sentenced", "charge", "two photographs"),
        ("A court sentenced Paul Weber for treason. He is in Lefortovo prison, where he had been held since May.", "detained", "place", "Lefortovo prison"),
        ("Police in Minsk arrested the poet Paul Weber.", "arrested", "place", "Minsk"),
        ("The court sent Paul Weber to a remand prison for two months.", "remanded", "place", None),
    ],
)  # fmt: skip
def test_court_charge_and_place(text: str, type_: str, field: str, expected: str | None) -> None:
    """Who acts, what for, and where, told in a clause beside the event."""
    assert words(text, next(c for t, _, c in custody_of(text) if t == type_), field) == expected


def test_an_arrest_has_not_the_charge_told_beside_it() -> None:
    """ "Arrested at a rally and charged with X": the charge is the charging's."""
    told = {t: c.charge for t, _, c in custody_of("Police said that Paul Weber was arrested at a rally and charged with group violence.")}
    assert told["charged"] is not None
    assert told["arrested"] is None


def test_no_part_is_arrested() -> None:
    """ "Claire, played by X, is arrested at her desk": nobody is."""
    assert not custody_of("In the court drama Claire, played by Anna Lind, is arrested. Anna Lind is then sentenced to life in prison.")


def test_in_and_out_of_prison() -> None:
    """ "Has been in and out of prison since 2009" tells no event."""
    assert not custody_of("The rights activist Paul Weber has been in and out of prison since 2009.")


@pytest.mark.parametrize(
    ("marked", "type_"),
    [
        ("We asked about {Anna Li}, who police say was arrested on 3 May.", "arrested"),
        ("The court of the same city sentenced in absentia {Anna Li}, who lives abroad, to eight years.", "sentenced"),
        ("Police wounded {Anna Li} with a rubber bullet.", "ill_treated"),
        ("Police arrested {Anna Li}. The court ordered {Anna Li} to pay 5,000 lari.", "fined"),
        ("{Anna Li}, of a weekly, was placed in preventive detention under the Public Safety Act. Police gave no reason.", "detained"),
    ],
)
def test_subjects_and_orders(marked: str, type_: str) -> None:
    """Who reports stands between "who" and its verb; "in absentia" parts no object; an order of the administration is no court's; wounds and fines."""
    assert (type_, {"Anna Li"}) in tell(marked).events()


def test_two_at_the_head_are_among_the_four_told_in_full() -> None:
    """What a headline says of some, and the text then tells with its length of all, is one sentence."""
    told = custody_of(
        "Editors Anna Lisova and Oleg Testov jailed\n\nA court in Minsk on Friday sentenced Anna Lisova, Oleg Testov, Ivan Novik and Vera Kim to nine years in prison."
    )
    assert [len(persons) for type_, persons, _ in told if type_ == "sentenced"] == [4]
