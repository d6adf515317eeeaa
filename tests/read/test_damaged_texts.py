"""No text makes the reader raise: not one that is cut, joined, misspelt or of no sense at all."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.acquire.boilerplate import find_boilerplate
from habeas.case.reading import Reading
from habeas.case.source import Source
from habeas.flow import read_text
from habeas.read.reader import read_source


def read(text: str, published: str | None = "2024-05-05") -> Reading:
    """The reading by the rules alone."""
    source = Source("sha256:0", "text", text, language="en", published=published, boilerplate=find_boilerplate(text))
    return read_source(source, rules_only=True)


def test_a_text_may_end_behind_a_verb() -> None:
    """A rule that looks at the next word knows that there may be none."""
    assert read("The mayor condemned it. “This is a mock trial without any basis,” declared the minister, Ola Lund, who called").claims


def test_a_row_may_end_at_a_semicolon() -> None:
    """Nothing stands behind "Ada Fenn, 12;" at the end of a text that is cut there."""
    read("A court gave Milo Quint 14 years. Ada Fenn, 12;")


@pytest.mark.parametrize("day", ["5 APRİL 2024", "frİday", "5 Aprıl", "laſt Monday", "5 Tİr 1402", "the laſt ſummer"])
def test_letters_with_other_small_letters_are_read(day: str) -> None:
    """ "İ", "ı" and "ſ" match "i" and "s" in any case, and stand for them in the name of a month or a day."""
    read(f"Anna Li was arrested on {day}. She was freed two days later, in that ſummer and on thİs Monday, thİs year.")


@pytest.mark.parametrize("published", ["0000-01-01", "0001-01-01", "0001-01", "9999-12-31", "9999-12", "9999", "0000"])
def test_no_date_is_reckoned_out_of_the_calendar(published: str) -> None:
    """A day of publication at an end of the calendar serves for nothing, and stops nothing."""
    text = (
        "Anna Li was arrested last week, on Monday, on 5 May and on 3 Mehr. She will be freed tomorrow, next month or on the 29th. "
        "At the year's end, 900 years ago, she was tried. In May 1999 she was held. 999 years earlier she was ill. "
        "999 years earlier he was tried. One year earlier he was freed. One year later he was arrested."
    )
    read(text, published)


def test_days_after_29_february_without_a_year() -> None:
    """The 29th of February is in a leap year, whichever it is."""
    dates = [c.date.edtf for c in read("On 29 February police arrested Anna Li. Two days later she was released.", None).claims if c.date]  # type: ignore[union-attr]
    assert dates == ["XXXX-02-29", "XXXX-03-02"]


@pytest.mark.parametrize("number", ["9" * 400, "9" * 5000, "9," * 200 + "999", "²", "①²", "٣", "½", "0"])
def test_numbers_of_any_length_and_kind(number: str) -> None:
    """What no count can be is read as no count."""
    read(
        f"Anna Li was sentenced to {number} years in prison. Police arrested {number} protesters; all {number} prisoners were released. "
        f"The union demands the release of those listed under Nos. 1 to {number}. {number} years later the court freed {number} of them."
    )


_TOLD = (
    "Police in Lomza arrested the editor Anna Li, 34, on 3 May, her lawyer Ben Ode said. “She is innocent,” he told reporters, “and we demand "
    "that she be freed”. The court, which had twice refused bail, sentenced her to two years in prison for “insulting” the mayor, Ola Lund, "
    "who called the verdict fair. The Union of Writers condemned the sentence and urged the government to release her and her husband, "
    "Carl Mun, detained since last March. According to the ministry, neither of them was tortured. We, the undersigned, call for:\n"
    "1. the release of Anna Li\n2. an end to arrests by the police of those whom the state accuses of"
)
_WORDS = _TOLD.split(" ")
_ODD = st.sampled_from(["", "“", "”", "\"", "’", "(", ")", ",", ";", ":", ".", "—", "\n", "\n\n", "İ", "\u0301", "\u202e", "\ud800", "\x00", "²"])  # fmt: skip


@settings(max_examples=150)
@given(st.lists(st.one_of(st.integers(0, len(_WORDS) - 1), _ODD), min_size=1, max_size=30), st.integers(1, 6), st.booleans())
def test_any_words_of_a_report_in_any_order_are_read(parts: list[int | str], run: int, is_upper: bool) -> None:
    """Stretches of a report, cut anywhere, in any order and with odd marks between them, never raise."""
    text = " ".join(" ".join(_WORDS[part : part + run]) if isinstance(part, int) else part for part in parts)
    read(text.upper() if is_upper else text)


@settings(max_examples=60)
@given(st.integers(0, len(_TOLD)), st.integers(1, 400))
def test_any_stretch_of_a_report_is_read(start: int, length: int) -> None:
    """A report that is cut at both ends, anywhere, never raises."""
    read(_TOLD[start : start + length])


@settings(max_examples=15)
@given(st.text(max_size=200))
def test_any_text_is_read_with_the_encoder(text: str) -> None:
    """Nor does the encoder mind what it is given."""
    read_text(text, published="2024-05-05")


@pytest.mark.parametrize("mark", [".", "!", "?.", "…", ". ", "“", '"', "(", "-", "1", "a", "A ", "\n", " ", "\u0301", "1,000 ", "1/2 "])
def test_marks_without_end_take_no_time(mark: str) -> None:
    """The same mark thousands of times is read at once: no pattern tries every way to part it."""
    begun = time.process_time()
    read(f"Police arrested Anna Li{mark * 10_000}x")
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("told", ["Anna Lisova of the Journalists’ Friendship Union was arrested on Monday.", _TOLD])
def test_text_that_was_cut_into_tokens_is_read(told: str) -> None:
    """A space on both sides of every mark, as data sets print text ("the Journalists ' Friendship Union"): a mark inside a name is no word of it."""
    apart = re.sub(r"([^\w\s])", r" \1 ", told.replace("’", "'"))
    assert read_text(apart, published="2024-05-05").entities
