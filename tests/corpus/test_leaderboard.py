"""The leaderboard scores readings that it is given, and those that are not there count as nothing found."""

from pathlib import Path

from benchmarks.leaderboard import COLUMNS, golds, scores, table
from corpus.__main__ import documents, write_compiled
from corpus.agreement import as_reading, scored

NAMES = ("arm-001", "geo-003")


def folder_with(names: tuple[str, ...], folder: Path) -> Path:
    compiled = documents("train")
    write_compiled(((n, (compiled[n][0], scored(compiled[n][1]))) for n in names), folder)
    return folder


def test_a_reading_that_says_what_the_gold_says_is_perfect_and_a_missing_one_is_nothing(tmp_path: Path) -> None:
    """Both documents given: F1 1; one of two left out: all that it holds is missed."""
    folder = folder_with(NAMES, tmp_path)
    readings = {name: as_reading(name, text, gold) for name, text, gold in golds(folder)}
    whole = scores(folder, readings)
    assert whole["FACTS"] > 0.99
    half = scores(folder, {NAMES[0]: readings[NAMES[0]]})
    assert 0 < half["FACTS"] < whole["FACTS"]


def test_the_best_of_a_column_is_bold() -> None:
    """Two systems, the better one in bold."""
    good, bad = dict.fromkeys(COLUMNS, 0.5), dict.fromkeys(COLUMNS, 0.25)
    lines = table({"good": good, "bad": bad}).splitlines()
    assert lines[2].startswith("| good | **0.500**")
    assert "**" not in lines[3]
