"""`habeas names`, run as a user runs it: compare, explain, index, find, and what it says about what is no name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HABEAS = Path(sys.executable).parent / "habeas"


def names(*words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("HABEAS_")} | {"COLUMNS": "200"}
    return subprocess.run([str(HABEAS), "names", *words], capture_output=True, text=True, cwd=cwd, env=environment, timeout=60, check=False)


def test_compare_tells_outcome_and_reasons() -> None:
    """The outcome, the score, and in words what answers what."""
    same = names("compare", "Sevinc Vaqifqızı", "Севиндж Вагифгызы")
    assert same.returncode == 0
    assert same.stdout.startswith("same")
    assert "sevinc and севиндж sound the same" in same.stdout
    apart = names("compare", "Ilham Aliyev", "Ilqar Aliyev")
    assert apart.stdout.startswith("different")
    assert "two given names: ilham, ilqar" in apart.stdout


def test_explain_shows_the_parts() -> None:
    """Each part with its alphabet, what it is, and the readings: without its case ending, a father's name, a name in brackets."""
    done = names("explain", "Səfərovun Rüfət Eldar oğlu (Abbasov)")
    assert done.returncode == 0
    for told in ("given name, a man's", "father's name", "other name, in brackets", "səfərov "):
        assert told in done.stdout, told


def test_names_are_indexed_and_found(tmp_path: Path) -> None:
    """A list becomes an index, a second run adds to it, and a name is found in another alphabet."""
    (tmp_path / "one.txt").write_text("k1\tRüfət Səfərov\nk2\tIlham Aliyev\n", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Мзия Амаглобели\n", encoding="utf-8")
    assert "2 names added, 2 in" in names("index", "one.txt", "--out", "names.index", cwd=tmp_path).stdout
    assert "1 names added, 3 in" in names("index", "two.txt", "--out", "names.index", cwd=tmp_path).stdout
    found = names("find", "Руфат Сафаров", "--index", "names.index", "--most", "1", cwd=tmp_path)
    assert "Rüfət Səfərov" in found.stdout
    assert "k1" in found.stdout
    assert "Мзия Амаглобели" in names("find", "მზია ამაღლობელი", "--most", "1", cwd=tmp_path).stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("compare", "", "Rufat Safarov"), "no letters"),
        (("compare", "Rufat Safarov", "a" * 10_001), "10,001 characters"),
        (("explain", "Rufat\tSafarov"), "control character"),
        (("find", "...", "--index", "nowhere"), "no letters"),
        (("find", "Rufat Safarov", "--index", "nowhere"), "no name index"),
        (("index", "missing.txt"), "cannot be read"),
    ],
)
def test_what_cannot_be_done_is_told(words: tuple[str, ...], told: str, tmp_path: Path) -> None:
    """Empty, over-long and control-character input, and files that are not there: one line on standard error, no traceback."""
    done = names(*words, cwd=tmp_path)
    assert done.returncode != 0
    assert told in done.stderr
    assert "Traceback" not in done.stderr
