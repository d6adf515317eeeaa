"""Is it asked, and on what day was it asked, judged or given? The day of its own words, of the main verb, of the paper, or of the statement itself."""

from __future__ import annotations

import pytest

from habeas.case.claim import Action
from habeas.flow import read_text

BEFORE = "The poet Ilmar Odong was arrested at home on 12 February 2024 and sentenced to six years in prison in October. An appeal court upheld it.\n\n"


def days(text: str) -> dict[str, str | None]:
    """The day of the actions by their types."""
    actions = [c for c in read_text(text, published="2025-09-10").claims if isinstance(c, Action)]
    return {a.type.value: a.date.edtf if a.date is not None else None for a in actions}


@pytest.mark.parametrize(
    ("sentence", "kind", "day"),
    [
        ("The Assembly on 4 March 2025 adopted a resolution demanding the immediate release of Odong.", "demand_release", "2025-03-04"),
        (
            "Some 200 people held candles at the consulate on 4 March 2025, calling for the freedom of Odong.",
            "demand_release",
            "2025-03-04",
        ),
        (
            "In a joint letter made public on August 3, four UN rapporteurs urged the authorities to let him go.",
            "demand_release",
            "2025-08-03",
        ),
        (
            "The Council of Velmar voiced concern on 3 June 2025 about his jailing and asked Ambria to free Odong.",
            "demand_release",
            "2025-06-03",
        ),
        ("Reporters Beyond Frontiers in January called on the authorities to release Odong at once.", "demand_release", "2025-01"),
        ("The union, founded in May 2019, wrote to the minister, demanding the release of Odong.", "demand_release", None),
        ("Diplomats met over the detention of Odong in February 2024, demanding that he be released.", "demand_release", None),
        ("The Guild, which was banned on 4 March 2025, is calling for the release of Odong.", "demand_release", None),
    ],
)
def test_the_day_of_a_demand_is_that_of_the_deed_it_goes_with(sentence: str, kind: str, day: str | None) -> None:
    assert days(BEFORE + sentence)[kind] == day


@pytest.mark.parametrize(
    ("sentence", "is_told"),
    [
        ("A petition for the release of Odong gathered 40,000 signatures in a week.", True),
        ("A petition for Odong has 9,000 names.", False),
        ("Amnesty International had issued an urgent action for him on 4 March 2025.", True),
    ],
)
def test_a_petition_for_somebodys_release_asks_for_it_whoever_signed(sentence: str, is_told: bool) -> None:
    assert ("demand_release" in days(BEFORE + sentence)) is is_told


STATEMENT = "The Lowland Circle condemns the arrest of the poet Ilmar Odong, who was taken from his home on Monday. Police have not said where he is."


@pytest.mark.parametrize(
    ("heading", "day"), [("PRESS RELEASE\n10 September 2025", "2025-09-10"), ("The week in brief\n10 September 2025", None)]
)
def test_a_page_that_calls_itself_a_statement_judges_on_its_own_day(heading: str, day: str | None) -> None:
    assert days(f"{heading}\n\n{STATEMENT}")["condemn"] == day


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("We condemn the raid of 11 May 2025 in which police took the poet Ilmar Odong.", "condemn"),
        ("The Lowland Circle is deeply concerned by the decision of the court on 11 December 2024 to keep Odong in prison.", "condemn"),
        ("The Lowland Circle has called for the release of Odong since October 2024.", "demand_release"),
    ],
)
def test_the_day_of_what_is_judged_is_not_the_day_of_the_judgement(sentence: str, kind: str) -> None:
    assert days(BEFORE + sentence)[kind] is None
