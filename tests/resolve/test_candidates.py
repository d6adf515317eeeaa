"""The name index: finds over alphabets, grows, is kept on disk."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from habeas.errors import InputError, RecordError
from habeas.resolve.candidates import NameIndex, read_name_list
from habeas.resolve.subsequences import Patterns, Strings

REGISTER = [
    ("1", "Sevinc Vaqifqızı"), ("2", "Rufat Safarov"), ("3", "Мзия Амаглобели"), ("4", "Siarhei Tsikhanouski"), ("5", "نرگس محمدی"),
    ("6", "Ilham Aliyev"), ("7", "Ilgar Aliyev"), ("8", "Aytaj Tapdig (Ahmadova)"), ("9", "Ռուբեն Վարդանյան"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "key"),
    [("Севиндж Вагифгызы", "1"), ("Səfərov Rüfət", "2"), ("მზია ამაღლობელი", "3"), ("Сергей Тихановский", "4"), ("Narges Mohammadi", "5"),
     ("Aitaj Akhmedova", "8"), ("Ruben Vardanian", "9")],
)  # fmt: skip
def test_a_name_is_found_in_other_letters(tmp_path: Path, asked: str, key: str) -> None:
    """The best candidate is the same name, whatever alphabet it was indexed in."""
    with NameIndex.open(tmp_path / "index", create=True) as index:
        assert index.add(REGISTER) == len(REGISTER)
        assert index.find(asked)[0].key == key


def test_names_arrive_and_stay(tmp_path: Path) -> None:
    """Names added later are found, beside the earlier ones, by whoever opens the index next."""
    for entry in REGISTER:
        with NameIndex.open(tmp_path / "index", create=True) as index:
            index.add([entry])
    with NameIndex.open(tmp_path / "index") as index:
        assert len(index) == len(REGISTER)
        for key, name in REGISTER:
            assert index.find(name, most=1)[0].key == key
        assert [c.name for c in index.find("Aliyev")] == ["Ilgar Aliyev", "Ilham Aliyev"] or {c.key for c in index.find("Aliyev")} >= {
            "6",
            "7",
        }
    assert len(list((tmp_path / "index").glob("part-*"))) < len(REGISTER)


def test_candidates_carry_the_score_of_the_comparison(tmp_path: Path) -> None:
    """The score of a candidate is the score that compare_names gives for the two names, brackets or none."""
    from habeas.resolve.names import score_names

    with NameIndex.open(tmp_path / "index", create=True) as index:
        index.add(REGISTER)
        for asked in ("Ilham Aliev", "Səfərovun Rüfət", "Tapdig, Aytac", "Aytac Foo (Əhmədova)", "S. Vaqifqızı"):
            found = index.find(asked)
            assert all(abs(c.score - score_names(asked, c.name)) < 1e-5 for c in found)
        assert index.find("Ilham Aliev")[0].key == "6"


def test_trouble_is_told(tmp_path: Path) -> None:
    """No index, a broken one, a missing list, and what is no name each give an error with a next step."""
    with pytest.raises(RecordError, match="no name index"):
        NameIndex.open(tmp_path / "none")
    with NameIndex.open(tmp_path / "index", create=True) as index:
        assert index.find("Rufat Safarov") == []
        with pytest.raises(InputError):
            index.find("...")
    (tmp_path / "index" / "index.json").write_text("{}")
    with pytest.raises(RecordError, match="cannot be read"):
        NameIndex.open(tmp_path / "index")
    with pytest.raises(InputError, match="cannot be read"):
        read_name_list(tmp_path / "missing.txt")


def test_a_name_list_has_keys_or_none(tmp_path: Path) -> None:
    """A line is a name, or a key and a name."""
    (tmp_path / "names.txt").write_text("Rufat Safarov\n\nk7\tAnar Mammadli\n", encoding="utf-8")
    assert read_name_list(tmp_path / "names.txt") == [("Rufat Safarov", "Rufat Safarov"), ("k7", "Anar Mammadli")]


def test_bits_and_tables_find_the_same_likeness() -> None:
    """A search counts common subsequences in bits, a comparison in a table; both come to the same."""
    strings = Strings(b"vaqifqyzy\nvagif\n\nmamadzade\nabbasovaabbasovaabbaso\n")
    x, y = (side.ravel() for side in np.meshgrid(np.arange(5), np.arange(5)))
    assert np.allclose(Patterns(strings).liken(x, strings, y), strings.liken(x, strings, y))
