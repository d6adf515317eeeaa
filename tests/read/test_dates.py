"""Dates as EDTF values: resolved against publication where the text allows it, never guessed."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.case.dates import Bound, is_edtf
from habeas.read.dates import find_dates, find_stated_publication

PUBLISHED = "2024-12-12"  # a Thursday


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on March 17, 2024", "2024-03-17"),
        ("on the 5th of March 2021", "2021-03-05"),
        ("Sept. 11, 2023", "2023-09-11"),
        ("Baku/11.12.24/BD: The court", "2024-12-11"),
        ("2024-12-11", "2024-12-11"),
        ("12/13/2024", "2024-12-13"),
        ("in February 2022", "2022-02"),
        ("held since May 2023", "2023-05"),
        ("On December 11, he", "2024-12-11"),
        ("on 14 December last, no: on 14 December", "2023-12-14"),
        ("late Saturday", "2024-12-07"),
        ("on Tuesday, 3 December,", "2024-12-03"),
        ("since last November", "2024-11"),
        ("in December of last year", "2023-12"),
        ("yesterday", "2024-12-11"),
        ("last month", "2024-11"),
        ("LAST MONTH", "2024-11"),
        ("TWO WEEKS AGO", "2024-11-28"),
        ("in 2021", "2021"),
        ("in early 2024", "2024"),
        ("three years ago", "2021"),
        ("two weeks ago", "2024-11-28"),
        ("last week", "2024-12"),
        ("this week", "2024-12"),
        ("In May he", "2024-05"),
    ],
)
def test_one_date(text: str, edtf: str) -> None:
    """Each way of writing a date gives its EDTF value."""
    assert {d.edtf for d in find_dates(text, PUBLISHED)} == {edtf}


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The next hearing is scheduled for March 4.", "2025-03-04"),
        ("The appeal will be heard on Monday.", "2024-12-16"),
        ("The ceremony is to be held on 16 December.", "2024-12-16"),
        ("Their place was unknown until 9 December, when they were charged.", "2024-12-09"),
        ("An editor until the new law, he was freed on 4 November.", "2024-11-04"),
        ("It would be recalled that police came on 4 November.", "2024-11-04"),
    ],
)
def test_the_future(text: str, edtf: str) -> None:
    """Words that look ahead turn a date without a year, or a weekday, to the next one."""
    assert [d.edtf for d in find_dates(text, PUBLISHED)] == [edtf]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("arrested on March 17, 2024; another followed the next month", ["2024-03-17", "2024-04"]),
        ("detained on 3 May 2020 and on the same day charged", ["2020-05-03", "2020-05-03"]),
        (
            "On 3 May 2020 they searched a flat whose owner they had held on 30 April 2020. On the same day a court sat.",
            ["2020-05-03", "2020-04-30", "2020-05-03"],
        ),
        (
            "They searched it on 3 May 2020 and sealed it on 6 May 2020. The same day a court sat.",
            ["2020-05-03", "2020-05-06", "2020-05-06"],
        ),
        ("arrested on 9 December 2022. Two days later he was remanded", ["2022-12-09", "2022-12-11"]),
        ("detained on 3 May 2020, charged on 12 June", ["2020-05-03", "2020-06-12"]),
        ("arrested on 9 April 2020 ahead of the vote in May 2020, charged a day later", ["2020-04-09", "2020-05", "2020-04-10"]),
        ("detained on 3 May 2020, freed next morning", ["2020-05-03", "2020-05-04"]),
        ("Sentenced in 2016, she died on 29 October.", ["2016", "2024-10-29"]),
    ],
)
def test_dates_that_lean_on_dates(text: str, values: list[str]) -> None:
    """Some dates lean on the one before them in the text, not on publication."""
    assert [d.edtf for d in find_dates(text, PUBLISHED)] == values


def test_each_item_of_a_digest_has_its_own_day() -> None:
    """A dateline with a full date is what "today" and a weekday lean on, up to the next one."""
    text = "Oslo, November 4, 2024 – A court on Friday freed him.\n\nPrague, October 22, 2024 – She was charged today.\n"
    assert [d.edtf for d in find_dates(text, PUBLISHED)] == ["2024-11-04", "2024-11-01", "2024-10-22", "2024-10-22"]


@pytest.mark.parametrize(
    "text", ["On 11 March police arrested her. At year’s end she was still held.", "Events of 2022\n\nOn 11 March police arrested her."]
)
def test_a_yearly_report_tells_of_the_year_before(text: str) -> None:
    """What comes out in spring and speaks of "year's end" is about the year before; "Events of 2022" says so itself."""
    assert [d.edtf for d in find_dates(text, "2023-04-20")][-1] == "2022-03-11"


def test_days_lean_without_a_year() -> None:
    """ "The next day" is known even where no year is."""
    assert [d.edtf for d in find_dates("On 9 May he was freed and the next day taken again.", None)] == ["XXXX-05-09", "XXXX-05-10"]


def test_a_year_heading_holds_for_its_items() -> None:
    """In a timeline, a line with a year alone gives the year to the dates below it."""
    assert [d.edtf for d in find_dates("2020\n- 3 May: detained\n2021\n- 4 June: freed", PUBLISHED)] == ["2020-05-03", "2021-06-04"]


@pytest.mark.parametrize(
    ("text", "values"),
    [("On December 11", ["XXXX-12-11"]), ("in May", ["XXXX-05"]), ("on Monday", []), ("yesterday", []), ("03/04/2024", [])],
)
def test_nothing_is_guessed(text: str, values: list[str]) -> None:
    """Without a publication date the year stays open and relative words give nothing; nor does 03/04, which has two readings."""
    assert [d.edtf for d in find_dates(text, None)] == values


def test_bounds_are_kept() -> None:
    """ "since" and "by" bound the event, they do not date it."""
    assert [d.bound for d in find_dates("held since May 2023, to be tried by April 2025", PUBLISHED)] == [Bound.SINCE, Bound.BY]


@pytest.mark.parametrize(
    "text",
    [
        "He may 5 times ask",
        "deeds that may harm the state",
        "from this march on parliament",
        "at 17:06",
        "a 51-year-old",
        "1,500 people",
        "Article 178.3.2",
    ],
)
def test_what_is_no_date(text: str) -> None:
    """Modal verbs, times, ages, counts and articles are no dates."""
    assert find_dates(text, PUBLISHED) == ()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Title\n- 11 December 2024, 15:02\nText", "2024-12-11"),
        ("Statement of 5 December 2024\n\nWe are concerned.", "2024-12-05"),
        ("Press statement, Washington, 9 August 2023\n\nThe United States", "2023-08-09"),
        ("MINSK - March 3, 2023. The court has sentenced", "2023-03-03"),
        ("YEKATERINBURG, July 19, 2024 — A court", "2024-07-19"),
        ("Baku/11.12.24/BD: The court", "2024-12-11"),
        ("Published 28 December 2022\nText", "2022-12-28"),
        ("He was arrested on 11 December 2024.", None),
        ("In Baku on 11 December 2024 the court met.", None),
        ("2 May 2020\nHe is held.\n3 May 2021\nHe is tried.\n4 May 2022\nHe is freed.", None),
    ],
)
def test_the_page_states_its_publication(text: str, edtf: str | None) -> None:
    """A line that holds little but a date, or a dateline, is the page's own date; a date in a sentence or a timeline is not."""
    assert find_stated_publication(text) == edtf


@given(st.text(max_size=200), st.sampled_from([None, PUBLISHED, "2024", "2024-02-29"]))
def test_any_text(text: str, published: str | None) -> None:
    """Whatever the text, dates are valid EDTF, in order, and do not overlap."""
    dates = find_dates(text, published)
    assert all(is_edtf(d.edtf) for d in dates)
    spans = [d.span for d in dates if d.span]
    assert all(a.stop <= b.start for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "0001-01"])
def test_a_day_of_no_page_is_nothing_to_reckon_from(published: str) -> None:
    """A page that was given no date can say "0001-01-01": what leans on it has no date, and nothing fails."""
    assert find_dates("yesterday, two years ago, next Tuesday and last month", published) == ()


@pytest.mark.parametrize(
    ("text", "published", "values"),
    [
        ("The court sentenced her on Thursday, July 20.", "2025-01-10", ["2023-07-20"]),
        ("The court sentenced her on Wednesday, July 19.", "2023-07-22", ["2023-07-19"]),
        ("The appeal will be heard on Friday, March 6.", "2025-12-20", ["2026-03-06"]),
    ],
)
def test_a_weekday_tells_the_year(text: str, published: str, values: list[str]) -> None:
    """Of the years in which that day may lie, the nearest in which it is that weekday."""
    assert [d.edtf for d in find_dates(text, published)][-1:] == values


def test_later_items_of_a_digest_may_be_newer() -> None:
    """Items in any order: each dateline holds for what follows it."""
    text = "Paris, May 2, 2022 – She was held on Monday.\n\nBeirut, July 20, 2023—He was sentenced on July 19."
    assert [d.edtf for d in find_dates(text, "2023-08-01")] == ["2022-05-02", "2022-05-02", "2023-07-20", "2023-07-19"]


def test_since_when_there_was_nothing_like_it_is_no_date() -> None:
    assert find_dates("He was held, the first such charges against lawyers since 2013.", "2021-05-01") == ()
    assert [d.edtf for d in find_dates("He has been in prison since 2013.", "2021-05-01")] == ["2013"]


@pytest.mark.parametrize("text", ["a logo of the 25 January Revolution", "the April 6 opposition movement", "a rally in July 26 Square"])
def test_a_name_that_holds_a_day_is_no_date(text: str) -> None:
    """Nothing happened on it."""
    assert find_dates(text, PUBLISHED) == ()


@pytest.mark.parametrize(("published", "edtf"), [(None, "XXXX-01-17"), ("2013-01-22", "2013-01-17")])
def test_what_lasts_since_a_year_does_not_date_what_came_later(published: str | None, edtf: str) -> None:
    """ "in prison since September 2010, was granted leave on 17 January": hardly of that year."""
    found = find_dates("Who has been in prison since September 2010, was granted leave on 17 January.", published)
    assert [d.edtf for d in found] == ["2010-09", edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On the third of March it rained.", "2024-03-03"),
        ("the fourth of June 2021", "2021-06-04"),
        ("On the third of this month she was let go.", "2024-12-03"),
        ("this past 7th the announcer was taken", "2024-12-07"),
        ("has eaten nothing since the 4th", "2024-12-04"),
        ("Caught at the border gate, the 27th.", "2024-11-27"),
        ("the 9th of the month", "2024-12-09"),
        ("arrested at the beginning of the month", "2024-12"),
        ("imprisoned at the start of the year", "2024-01"),
        ("died on New Year’s Eve", "2023-12-31"),
        ("free since Christmas Eve", "2023-12-24"),
        ("before Christmas", "2023-12"),
        ("on May Day", "2024-05-01"),
        ("over the weekend", "2024-12"),
        ("Twenty-three years ago today, police came.", "2001-12-12"),
        ("was arrested two years ago, on 9 June, at home", "2022"),
        ("moved in the spring to a yard", "2024"),
        ("From spring 2011 he was kept apart.", "2011"),
        ("moved last autumn from the south", "2024"),
        ("held since last winter", "2023"),
        ("rounded up between 12 and 16 August", "2024-08"),
        ("fasted from 12 to 30 March 2023", "2023-03-12"),
        ("on the night of 11-12 January 2025", "2025-01-11"),
        ("On Saturday 7 the court sat.", "2024-12-07"),
        ("arrested on 28/6 at the checkpoint", "2024-06-28"),
        ("has taken no bread since last Wednesday", "2024-12-04"),
        ("Freed February, after fourteen years.", "2024-02"),
        ("A court ruled Wednesday that he will spend six months there.", "2024-12-11"),
        ("He has eaten nothing since Friday and will eat when he is heard.", "2024-12-06"),
        ("They kept him until she presented herself on Monday.", "2024-12-09"),
    ],
)
def test_days_told_by_words(text: str, edtf: str) -> None:
    """Ordinals, feasts, seasons, weekends, spans of days and heads of rows say which day, month or year they mean."""
    assert find_dates(text, PUBLISHED)[0].edtf == edtf


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Held since 26 February. Two were moved on day four.", ["2024-02-26", "2024-02-29"]),
        ("Stopped on 18 July. She was let go on the third day.", ["2024-07-18", "2024-07-20"]),
        ("Arrested on 2 October. After 40 days he was freed.", ["2024-10-02", "2024-11-11"]),
        ("Seized on 12 June. Two others were taken the same week.", ["2024-06-12", "2024-06"]),
        ("Produced on the 2nd and sent back to the 24th.", ["2024-12-02", "2024-12-24"]),
        ("Filmed in May 2022; reported in June; in August he was charged.", ["2022-05", "2022-06", "2022-08"]),
        ("Those who marched in December 2022 were sentenced in a ruling dated 26 November.", ["2022-12", "2024-11-26"]),
    ],
)
def test_days_counted_from_others(text: str, values: list[str]) -> None:
    """ "Day four", "after 40 days", "the same week" lean on the day before; months of one sentence share its year."""
    assert [d.edtf for d in find_dates(text, PUBLISHED)] == values


def test_the_head_of_an_entry_is_the_day_of_its_paragraph() -> None:
    """ "Last night" of an entry of 27 July is the night to it, whenever the page came out; entries go on in their year."""
    text = "2 March 2023. The flat is searched.\n\n4 March. A court remands her; last night she was questioned.\n\nNothing since yesterday."
    assert [d.edtf for d in find_dates(text, PUBLISHED)] == ["2023-03-02", "2023-03-04", "2023-03-03", "2024-12-11"]


def test_day_and_month_in_figures_are_not_guessed() -> None:
    """8/6 has two readings, unless the page has a 26/9."""
    assert find_dates("arrested on 8/6 at the checkpoint", PUBLISHED) == ()
    assert [d.edtf for d in find_dates("3/9 — a term is raised.\n26/9 — two are charged.", PUBLISHED)] == ["2024-09-03", "2024-09-26"]


def test_clock_times_at_the_head_of_lines_are_no_days() -> None:
    assert find_dates("18.40 The doors open.\n15.05 Bail is refused.", PUBLISHED) == ()


@pytest.mark.parametrize(
    "text", ["on the third day of the trial", "the second of three men", "a hot summer and a winter", "the 12th place"]
)
def test_ordinals_and_seasons_that_tell_no_day(text: str) -> None:
    assert find_dates(text, PUBLISHED) == ()
