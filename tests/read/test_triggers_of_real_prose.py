"""Which words of real press prose tell a custody event, and of which type? Texts are written for these tests."""

from __future__ import annotations

import pytest

from habeas.case.claim import Custody
from habeas.case.source import Source
from habeas.case.vocabulary import Realis
from habeas.read.reader import read_source

_ELSEWHERE = "\n\nThe opposition criticised the government, and rights activists spoke to journalists."


def told(text: str) -> list[tuple[str, str]]:
    """Each custody event that is told as a fact: its type and its first telling word."""
    whole = text + _ELSEWHERE
    reading = read_source(Source("sha256:0", "prose", whole, published="2024-05-10"))
    return [
        (str(c.type), whole[c.trigger.start : c.trigger.stop])
        for c in reading.claims
        if isinstance(c, Custody) and c.realis is Realis.ASSERTED
    ]


@pytest.mark.parametrize(
    ("text", "type_", "word"),
    [
        ("Wael Qubin, a lawyer bailed on Friday, is not allowed to leave Jordan.", "travel_ban", "allowed"),
        ("The poet Rita Falkova was fined by the court in March and has been kept from leaving for Tromso since.", "travel_ban", "kept"),
    ],
)
def test_who_may_not_leave_is_banned_from_travel(text: str, type_: str, word: str) -> None:
    """ "Is not allowed to leave the country": the denial is the ban."""
    assert (type_, word) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The reporter Wael Qubin was not allowed to leave the building during the police search.",
        "The poet Wael Qubin, jailed in May, was not allowed to go to the toilet, his lawyer told the court.",
    ],
)
def test_a_house_is_no_country(text: str) -> None:
    """Who must stay in a room is not banned from travel."""
    assert "travel_ban" not in [kind for kind, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A retired midwife, Maureen Tullow, was this morning committed to prison for four weeks for contempt of court.", "sentenced"),
        ("A court fined the captain Lina Perning. She was sent to jail for ten days after she had failed to pay the sum.", "sentenced"),
        ("The teacher Ivo Lantosh was sent to jail for 14 days pending trial, a court ruled on Friday.", "remanded"),
        ("The teacher Ivo Lantosh was sent to jail for 14 days pending trial on charges of refusing to pay taxes.", "remanded"),
    ],
)
def test_prison_for_contempt_is_a_sentence(text: str, type_: str) -> None:
    """Committed for contempt or an unpaid fine: no trial is awaited."""
    assert [kind for kind, _ in told(text) if kind in ("sentenced", "remanded")] == [type_]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The singer Osman Tairov is in the remand prison. The city court ordered on Tuesday three months for him.", "remanded"),
        (
            "The court ruled that the editor Tarcan Olgunay, 55, must remain in prison until the next hearing.",
            "detention_extended",
        ),
        ("Janette Sarkis, a petitioner, was given two years of re-education in a farm camp last spring.", "sentenced"),
        (
            "Janette Sarkis was given two years in January. A panel of the high court lowered that by seven months in May.",
            "sentence_reduced",
        ),
        ("The teacher Ivo Lantosh, jailed for two years, was in the dock. The bench confirmed everything.", "appeal_rejected"),
        ("The court dismissed the charge of public disturbance against the teacher Ivo Lantosh.", "acquitted"),
        ("A case was registered against the reporter Imran Tahilani under the cybercrime law on Monday.", "charged"),
        ("Lawyers secured the freedom of the blogger Musa Bellone, jailed in May, on Friday.", "released"),
        ("The mayor, Rosa Elinek, jailed without charge after the coup in Torvik, began a hunger strike.", "detained"),
        ("Liban Xasan, a reporter, spent a night in the port police post in January.", "detained"),
        ("The poet Ivo Lantosh was arrested by soldiers. Neighbours say he was put on an army lorry on 12 September.", "detained"),
        ("Two men of the ministry took the baker Hajy Muradov on Monday; he was held for a day and let off with a warning.", "released"),
        ("The singer Ivo Lantosh stopped eating on 19 July in the colony. On 2 August he was carried to the medical unit.", "transferred"),
        ("The teacher Ivo Lantosh, jailed in May, left prison for a clinic in Vellin on Friday, his lawyer said.", "released"),
        ("The judge dismissed all five charges against the teacher Ivo Lantosh on Monday.", "acquitted"),
        ("Nadia Perovska was arrested in March. In April the wardens placed her in a punishment cell.", "transferred"),
        ("Ivo Lantosh, a customs auditor, left the jail on Sunday after a judge substituted house arrest for prison.", "house_arrest"),
        (
            "Spain's National Court acquitted on Monday the head of a record shop, Brais Couzo, of praise for terrorism.",
            "acquitted",
        ),
    ],
)
def test_words_of_the_press_tell_their_type(text: str, type_: str) -> None:
    """Each wording is read as what it tells."""
    assert type_ in [kind for kind, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The headmistress Bongi Mthunzani is in jail since her arrest. She asked for hymn books. She got two.", "sentenced"),
        ("The poet Ivo Lantosh was brought to the Military Court on Friday and granted bail.", "transferred"),
        ("The poet Ivo Lantosh was driven from the prison to court on Friday.", "detained"),
        ("The court rejected the motion of the investigators to detain the editor Ivo Lantosh for two months.", "appeal_rejected"),
        ("The teacher Ivo Lantosh paid the fine of the court in March and left for Torvik the week after.", "released"),
        ("The deputy Marva Tousson said she was sorry, and the court let her off with a small fine.", "released"),
        ("Police had kept the teacher Ivo Lantosh for seven hours in a cell, his lawyer said.", "ill_treated"),
        ("The poet Ivo Lantosh was detained in May. The guards let him out of the cell to wash.", "released"),
        ("The reporter Rita Falkova came back from the detention camp with photographs of the poet Ivo Lantosh.", "released"),
        ("The union secured the release of the report on the poet Ivo Lantosh, jailed in May.", "released"),
        ("Detectives linked the poet Ivo Lantosh to the trial of Rita Falkova.", "charged"),
        ("The judge dismissed some charges against the teacher Ivo Lantosh on Monday; the trial goes on.", "acquitted"),
        ("Two of the charges against the teacher Ivo Lantosh were dismissed by a court on Monday.", "acquitted"),
        ("The baker Ivo Lantosh lodged a case against the police.", "charged"),
        ("The baker Ivo Lantosh lodged a case against the singer Rita Falkova.", "charged"),
        ("The ambassador Olaf Bergby secured the release of funds held by the court.", "released"),
        ("The actor Olaf Bergby spent a night in a hotel near the police station, his lawyer said.", "detained"),
        ("The court convicted Rinat Salovin and gave him five years, suspended. Higher judges changed the suspended sentence to an actual term in July.", "sentence_reduced"),
    ],
)  # fmt: skip
def test_what_the_words_do_not_tell(text: str, type_: str) -> None:
    """Books got, a way to court, what prosecutors asked for, where a sentence is served: no such event."""
    assert [word for kind, word in told(text) if kind == type_] == []


def test_nights_in_a_cell_are_told_by_the_arrest_before_them() -> None:
    """ "Was arrested on 2 July and spent two nights in a cell": one event."""
    text = "The miner Kupu Laromo was arrested on July 2 and spent two nights in a police cell before being bailed."
    assert "spent" not in [word for _, word in told(text)]


def test_where_a_sentence_is_served_is_no_detention() -> None:
    """ "She was sentenced … She was held in the colony": but "had been held since May 2018" is told with its day."""
    served = "Rita Falkova was sentenced to three years in 2019. She was held in the women's colony and wrote letters."
    before = "Rita Falkova was sentenced to three years in 2019. She had been held at the colony since May 2018."
    freed = "Rita Falkova was sentenced to two years in 2019 and released in 2021. She was held in a police station again."
    assert ("detained", "held") not in told(served)
    assert ("detained", "held") in told(freed)
    assert ("detained", "held") in told(before)
