"""What demands, judgements and meetings look like in letters, digests and minutes: how they are told, by whom, and for whom. Texts are written for these tests."""

from __future__ import annotations

import pytest

from habeas.case.claim import Action
from habeas.case.source import Source
from habeas.read.near_misses import asks_for_somebody
from habeas.read.reader import read_source

Told = list[tuple[str, list[str], list[str]]]

CASE = "A court in Velden on Tuesday sentenced the journalist Anton Rybak to five years in prison. "


def actions(text: str, *, rules_only: bool = False) -> Told:
    """Each action of the text: its type, who acts, for whom."""
    reading = read_source(Source("sha256:0", "page", text, published="2024-05-05"), rules_only=rules_only)
    names = {e.id: e.name for e in reading.entities}
    found = [c for c in reading.claims if isinstance(c, Action)]
    return [(str(a.type), [names[i] for i in a.actors], [names[i] for i in a.beneficiaries]) for a in found]


@pytest.mark.parametrize(
    "whom",
    [
        "all prisoners of conscience",
        "everyone convicted for talking",
        "those who are detained for their opinions",
        "all those unjustly held",
        "the some 90 detainees of opinion",
        "the remaining 31",
        "the remaining 12 Dalmian and Istrian prisoners",
    ],
)
def test_a_class_of_people_is_nobody_by_name(whom: str) -> None:
    """Who asks for "all prisoners of conscience" or "the remaining 31" asks for a group, and not for those whom the text names."""
    assert actions(CASE + f"Amnesty International urged the authorities to free {whom}.") == [
        ("demand_release", ["Amnesty International"], [])
    ]


@pytest.mark.parametrize(
    "whom",
    ["Mr Rybak", "all political prisoners, including Mr Rybak", "the journalist"],
)
def test_who_is_named_with_the_class_is_meant(whom: str) -> None:
    """ "All political prisoners, including X" means X."""
    assert actions(CASE + f"Amnesty International urged the authorities to free {whom}.") == [
        ("demand_release", ["Amnesty International"], ["Anton Rybak"])
    ]


def test_a_bare_participle_is_no_class() -> None:
    """ "All those detained" are those whom the text tells of."""
    text = "Police in Velden on Monday detained Anton Rybak and Olga Lipska. Amnesty International called for the release of all those detained."
    assert actions(text)[-1][2] == ["Anton Rybak", "Olga Lipska"]


def test_a_practice_is_judged_of_nobody() -> None:
    """ "The use of spying laws against editors" is a practice; "the use of remand against X" is not."""
    general = actions(CASE + "The Council of Europe voiced concern at the use of spying laws against editors.")
    assert general == [("condemn", ["Council of Europe"], [])]
    own = actions(CASE + "The Council of Europe voiced concern at the use of spying laws against Mr Rybak.")
    assert own == [("condemn", ["Council of Europe"], ["Anton Rybak"])]


@pytest.mark.parametrize(
    "asks",
    [
        "asked for Mr Rybak to be included in the amnesty",
        "demanded recovery of Mr Rybak and two other persons",
        "urged the ministry to ensure Mr Rybak's safe return",
        "demanded that Mr Rybak be given back",
        "asked that Mr Rybak “be home by Monday”",
        "demands a liberation without delay",
        "asked the president for a pardon",
        "asked the court to grant Mr Rybak the right to bail",
    ],
)
def test_ways_to_ask(asks: str) -> None:
    """An amnesty, a safe return, a pardon or bail are asked for as a release is."""
    assert ("demand_release", ["Writers' Union"], ["Anton Rybak"]) in actions(CASE + f"The Writers' Union {asks}.", rules_only=True)


@pytest.mark.parametrize(
    "asks",
    [
        "urged the ministry to ensure the return of the archive",
        "called for a wide release of the film",
        "asked for a press release",
        "asked about a letter that speaks of the release",
        "asked for an amnesty on parking fines",
    ],
)
def test_what_is_asked_besides(asks: str) -> None:
    """An archive that returns, a film or a press release free nobody."""
    assert not [a for a in actions(CASE + f"The Writers' Union {asks}.", rules_only=True) if a[0] == "demand_release"]


@pytest.mark.parametrize(
    "judges",
    [
        "rejected the sentence",
        "objected to the trial",
        "considers that the detention of Mr Rybak is arbitrary",
        "said the verdict had been “a sorry muddle”",
        "finds the sentence “grotesque”",
        "says itself “worried”",
        "considers the sentence incompatible with free speech",
    ],
)
def test_ways_to_judge(judges: str) -> None:
    """A body judges by what it rejects, objects to, and says that a trial is."""
    assert ("condemn", ["Writers' Union"], ["Anton Rybak"]) in actions(CASE + f"The Writers' Union {judges}.", rules_only=True)


@pytest.mark.parametrize(
    "says",
    [
        "The Interior Ministry said the verdict had been “a model”.",
        "The Writers' Union said the trial was not unlawful.",
        "The Writers' Union called the sentence “balanced, though high”.",
        "The Writers' Union said the trial was in May.",
        "The Writers' Union said the trial was “in its third week”.",
        "The Writers' Union said the verdict was “expected”.",
        "The Writers' Union said the trial was “put off until June”.",
        "The Interior Ministry rejected the ruling.",
        "The Writers' Union objected to the release of the tape.",
        "His lawyer said the trial was unfair.",
    ],
)
def test_what_is_no_judgement(says: str) -> None:
    """An authority's word, praise, a date and a lawyer's word condemn nothing."""
    assert not [a for a in actions(CASE + says, rules_only=True) if a[0] == "condemn"]


def test_the_first_subject_asks_behind_a_relative_clause() -> None:
    """ "X condemned the sentences of drivers who carried the wounded and asked to free them": the drivers ask nothing."""
    text = (
        CASE
        + "The Writers' Union condemned the sentences given to drivers who carried the wounded in May and asked to release Anton Rybak."
    )
    assert {tuple(a[1]) for a in actions(text)} == {("Writers' Union",)}


def test_members_in_brackets_do_not_act() -> None:
    """ "The Quartet (Chad, Togo, Benin) voiced alarm": the Quartet."""
    told = actions(CASE + 'The Quartet (Chad, Togo, Benin) voiced "deep alarm" at the sentence.')
    assert told == [("condemn", ["Quartet"], ["Anton Rybak"])]


def test_missions_that_open_a_statement_are_its_we() -> None:
    """ "The heads of mission of X and Y express …. We encourage …"."""
    text = (
        "The heads of mission of Canada and Norway in Velden state their deep concern about the long detention of Anton Rybak, a driver.\n\n"
        "He was arrested on 3 June. We encourage the Government to let him return to his family."
    )
    assert ("demand_release", ["Canada", "Norway"], ["Anton Rybak"]) in actions(text)


def test_a_court_sanctions_nobody() -> None:
    """A magistrate's travel ban is a measure against the accused; a petition of habeas corpus is a party's."""
    assert not [a for a in actions(CASE + "The tribunal imposed a travel ban on Tuesday.") if a[0] == "sanction"]
    notice = "The High Court in Velden took up a habeas corpus petition for the freedom of Anton Rybak, an editor arrested in May."
    assert not actions(notice)


def test_a_lawyer_named_so_beside_the_name_visits_as_one() -> None:
    """ "Nabila Kern, one of his lawyers, visited him" is no meeting of outsiders."""
    assert not actions(CASE + "Nabila Kern, one of his lawyers, visited Rybak on Tuesday.", rules_only=True)


def test_release_is_asked_for_the_one_who_is_still_inside() -> None:
    """ "X died in jail. His co-accused, Y, remains in jail. The party demanded his release": Y's."""
    text = (
        "The singer Baran Melik, who was arrested in May, died in custody on Sunday. His co-accused, the printer Nando Urke, was arrested in June "
        "and remains in jail. The Workers' Party demanded his release."
    )
    assert actions(text, rules_only=True)[-1][2] == ["Nando Urke"]


TWO = "Police in Velden arrested Anna Rybak, a baker, and Wout Lipska, a dentist, on Monday. "


def test_them_whom_a_prosecutor_charged_are_meant() -> None:
    """ "Is alarmed that the prosecutor has again charged them" is about those told of."""
    charged = actions(TWO + "The Writers' Union is alarmed that the prosecutor has again charged them with treason.")
    assert charged == [("condemn", ["Writers' Union"], ["Anna Rybak", "Wout Lipska"])]


def test_a_freeze_on_officials_of_a_case_is_a_sanction() -> None:
    """ "A visa ban on three judges of the court that prolonged his arrest": the held one is not struck."""
    told = actions(CASE + "On 1 July the Government of Canada imposed a visa ban on three judges of the court that prolonged his arrest.")
    assert [a[:2] for a in told] == [("sanction", ["Government of Canada"])]


def test_an_end_to_something_else_frees_nobody() -> None:
    """ "Urged an end to them", of searches, asks for nobody's release."""
    text = TWO + "The Writers' Union denounced the searches as lawless and urged an end to them."
    assert not [a for a in actions(text) if a[0] == "demand_release"]


def test_the_rest_may_be_a_bare_number() -> None:
    """ "Asked for the remaining 31 to be let out" asks for 31 people."""
    assert actions(TWO + "The Writers' Union asked for the remaining 31 to be let out.", rules_only=True) == [
        ("demand_release", ["Writers' Union"], [])
    ]


def test_a_resolution_that_is_denounced_is_no_case() -> None:
    """Senators who denounce a motion answer it; they judge no custody."""
    text = TWO + "Thirty senators denounced a motion of the Nordic Council that asks Dalmia to free “political prisoners”."
    assert not [a for a in actions(text) if a[0] == "condemn"]


def test_a_demand_for_a_class_is_on_our_matters() -> None:
    """Who asks for "all prisoners of conscience" helps nobody by name, and asks for somebody all the same."""
    text = TWO + "Amnesty International urged the authorities to free all prisoners of conscience."
    reading = read_source(Source("sha256:0", "page", text, published="2024-05-05"))
    assert asks_for_somebody(tuple(c for c in reading.claims if isinstance(c, Action)))


STUDENTS = (
    "VELLIN, 10 May 2024. Courts in Vellin have tried dozens of protesters since May. Peter Odong, Nora Kell and Lena Marsh are students. "
    "The union Free Pen follows the trials.\n\n"
)


@pytest.mark.parametrize(
    ("told", "actor"),
    [
        ("Peter Odong's lawyer called for his release.", "Peter Odong's lawyer"),
        ("Peter Odong's supporters demanded his release on Monday.", "Peter Odong's supporters"),
        ("Peter Odong's sister, Lena Marsh, called for his release.", "Lena Marsh"),
        ("The wife of Peter Odong called for his release.", "The wife"),
        ("A lawyer for Peter Odong urged the court to free him.", "A lawyer"),
    ],
)
def test_whose_lawyer_asks_is_not_who_asks(told: str, actor: str) -> None:
    """They ask for him: the words "Peter Odong's" say whose they are."""
    reading = read_source(Source("sha256:0", "page", STUDENTS + told, published="2024-05-10"))
    names = {e.id: e.name for e in reading.entities}
    told_actions = [c for c in reading.claims if isinstance(c, Action) and c.type == "demand_release"]
    assert [([names[i] for i in c.actors], [names[i] for i in c.beneficiaries]) for c in told_actions] == [([actor], ["Peter Odong"])]


PROTAGONIST = (
    "VELLIN, 10 May 2024. Ode Tarr, a reporter for the weekly Shore, was arrested on 5 April at his home. His lawyer, Mina Vog, said he had been "
    "beaten. “He is in good spirits,” she said. The Committee for a Free Press called for his release on Monday. The interior ministry rejected the "
    "criticism. A court in Vellin ordered him held for two months.\n\n"
)


@pytest.mark.parametrize(
    "told",
    [
        "The wife of the blogger Peter Odong called for his release.",
        "The mother of the blogger Peter Odong begged the president to let him go.",
        "Lawyers for the blogger Peter Odong asked the court to release him.",
        "Thousands marched in the capital to demand freedom for the blogger Peter Odong.",
    ],
)
def test_whose_wife_asks_is_whom_she_asks_for(told: str) -> None:
    """Whoever else the page is about: the sentence says for whom."""
    reading = read_source(Source("sha256:0", "page", PROTAGONIST + told, published="2024-05-10"))
    names = {e.id: e.name for e in reading.entities}
    start = len(PROTAGONIST)
    asked = [c for c in reading.claims if isinstance(c, Action) and c.type == "demand_release" and c.trigger.start >= start]
    assert [[names[i] for i in c.beneficiaries] for c in asked] == [["Peter Odong"]]
