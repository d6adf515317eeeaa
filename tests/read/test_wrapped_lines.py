"""Lines that a printer's width has cut are read as one; whole lines are left alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from habeas.case.claim import Custody, Quote
from habeas.flow import read_text
from habeas.read.wrapped_lines import unwrapped

_WIRE = """OSH May 20 A rights group on Tuesday urged the
authorities to release the poet Olga Kim, who was
sentenced in March 2013 to 15 years in prison for
reciting a poem that praised an uprising and mocked
the country's crown prince, her lawyer Ivan Li told
reporters.
"The verdict of the court was read out in less than
four minutes and nobody could follow it," said the
director of the group, Anna Petrova, in a statement
that was sent to newsrooms."""

_LIST = """Held in the colony of Testville
Olga Kim, editor, six years
Ivan Li, poet, four years
Anna Petrova, nurse, ten years and six months
Marat Osh, blogger, two years
Pavel Orlov, teacher
Zoya Lind, student, eight years"""


def test_a_sentence_goes_on_over_cut_lines() -> None:
    """The term and the speaker stand on other lines than their verbs; every passage is cut with the breaks that stood there."""
    reading = read_text(_WIRE, published="2013-05-21")
    sentenced = next(c for c in reading.claims if isinstance(c, Custody) and c.type == "sentenced")
    assert [reading.entity(p).name for p in sentenced.persons] == ["Olga Kim"]
    assert sentenced.term is not None
    assert sentenced.term.iso == "P15Y"
    said = next(c for c in reading.claims if isinstance(c, Quote) and "four minutes" in _WIRE[c.content[0].start : c.content[0].stop])
    assert said.speaker is not None
    assert reading.entity(said.speaker).name == "Anna Petrova"
    assert any("\n" in p.exact for c in reading.claims for p in c.passages)


def test_whole_lines_are_left_alone() -> None:
    """Rows of a list are no paragraph, and a page whose paragraphs are long has no printed width."""
    assert unwrapped(_LIST) == _LIST
    page = _WIRE.replace("\n", " ") + "\n\n" + _LIST
    assert unwrapped(page) == page


@given(st.text(alphabet="ab .\n-1", max_size=300))
def test_every_offset_stays(text: str) -> None:
    """Whatever the text: as long as before, and nothing changed but breaks into spaces."""
    out = unwrapped(text)
    assert len(out) == len(text)
    assert all(a == b or (a, b) == ("\n", " ") for a, b in zip(text, out, strict=True))


def test_a_longer_headline_and_a_ragged_line_hide_no_width() -> None:
    """What stands on a line of its own says nothing of the width, and a line that goes on in small letters is none for itself."""
    headline = "Rights group urges the authorities to free the poet who was sentenced in March 2013"
    ragged = _WIRE.replace("urged the\nauthorities", "urged\nthe authorities", 1)
    for wire in (_WIRE, ragged):
        page = f"{headline}\n\n{wire}"
        assert "urged the authorities to release" in unwrapped(page)
        assert unwrapped(page).startswith(f"{headline}\n\nOSH")
