"""What the parts of one verdict share."""

from tests.read.told import tell


def test_rows_have_the_day_and_the_court_of_their_heading() -> None:
    """The sentence that announces the verdict dates the rows below it and names their court."""
    told = tell("On June 3 the Kentron Court announced the verdict:\n- {Anna Li} — six years;\n- {Omar Said} — five years.\n")
    rows = [(c.date.edtf, c.authority.text.words(told.scene.text)) for c in told.custody if c.date and c.authority and c.authority.text]
    assert rows == [("2025-06-03", "Kentron Court")] * 2


def test_conviction_behind_the_sentence_has_its_day() -> None:
    """ "All were found guilty" in the next sentence belongs to the same day."""
    told = tell("On June 3 a court gave {Anna Li} six years. {Anna Li} was found guilty of treason.")
    assert {str(c.type): c.date.edtf for c in told.custody if c.date} == {"sentenced": "2025-06-03", "convicted": "2025-06-03"}


def test_another_court_has_a_day_of_its_own() -> None:
    """A verdict that names a court of its own does not take that of the verdict before."""
    told = tell("On June 3 the Kentron Court sentenced {Anna Li} to six years. Another court gave {Omar Said} two years.")
    assert [c.authority is not None for c in told.custody] == [True, False]


def test_custody_ends_after_it_begins() -> None:
    """ "Until May 17" of custody ordered in September is in the next year."""
    told = tell("On September 18, 2024 a court placed {Anna Li} in pre-trial detention until May 17.")
    assert [c.until.edtf for c in told.custody if c.until] == ["2025-05-17"]
