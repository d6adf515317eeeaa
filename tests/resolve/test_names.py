"""Names: what is one person's name in other letters, and what must be kept apart."""

from __future__ import annotations

import random
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.errors import InputError
from habeas.resolve.batch import weigh_batch
from habeas.resolve.evidence import STEPS, weigh_evidence
from habeas.resolve.names import Outcome, compare_batch, compare_names, is_family_variant, is_short_form, score_names
from habeas.resolve.parse import parse_name

ONE_PERSON = [
    ("Sevinc Vaqifqızı", "Sevinj Vagifgizi"),
    ("Sevinc Vaqifqızı", "Sevinj Vagifgyzy"),
    ("Sevinc Vaqifqızı", "Севиндж Вагифгызы"),
    ("Sevinc Vaqifqızı", "Սևինջ Վագըֆգիզի"),
    ("Sevinj Vagifgizi", "Sevinj Abbasova (Vagifgizi)"),
    ("Jebrailzadeh", "Cəbrayılzadə"),
    ("Elchin Sadigov", "Elçin Sadıqov"),
    ("Aytaj Tapdig", "Айтадж Тапдыг"),
    ("Mzia Amaglobeli", "მზია ამაღლობელი"),
    ("Narges Mohammadi", "نرجس محمدي"),
    ("Siarhei Tsikhanouski", "Сергей Тихановский"),
    ("Uladzimir Labkovich", "Vladimir Labkovich"),
    ("Alexander Lukashenko", "Аляксандр Лукашэнка"),
    ("Volodymyr Zelenskyy", "Зеленский, Владимир Александрович"),
    ("Makhabat Tajibek kyzy", "Махабат Тажибек кызы"),
    ("Ruben Vardanyan", "Ռուբեն Վարդանյան"),
    ("Dauletmurat Tajimuratov", "Dauletmurat Tadzhimuratov"),
    ("Rufat Safarov", "Rüfət Səfərovun"),
    ("Rufat Safarov", "Сафаровым Руфатом"),
    ("Mohammad Reza Faghihi", "Mohammadreza Faqihi"),
    ("Dr. Gubad Ibadoghlu", "Qubad İbadoğlu"),
    ("HAJIYEV Suleyman", "Suleyman Hajiyev"),
]
TWO_PEOPLE = [
    ("Ilham Aliyev", "Ilgar Aliyev"),
    ("İlham Əliyev", "İlqar Əliyev"),
    ("Aytaj Ahmadova", "Aysel Ahmadova"),
    ("Bakhtiyar Hajiyev", "Hikmet Hajiyev"),
    ("Elchin Sadigov", "Rafail Sadikhov"),
    ("Anar Mammadli", "Alasgar Mammadli"),
    ("Narges Mohammadi", "Elaheh Mohammadi"),
    ("Ihar Losik", "Ihar Karnei"),
    ("Ирина Александрова", "Игорь Александров"),
    ("Nino Galustashvili", "Nino Sakhelashvili"),
]
NEVER_SAME = [
    *TWO_PEOPLE,
    ("Rufat Safarov", "Rufat Safarova"),
    ("Elchin Sadigov", "Elchin Sadikhov"),
    ("Rufat Safarov", "Safarov"),
    ("S. Vaqifqızı", "Sevinc Vaqifqızı"),
    ("Sevinj Vagifgizi", "Sevinj Abbasova"),
]


@pytest.mark.parametrize(("a", "b"), ONE_PERSON)
def test_one_name_in_other_letters_is_same(a: str, b: str) -> None:
    """Alphabets, spellings, order, titles, endings and brackets do not part a name from itself, whichever comes first."""
    assert compare_names(a, b).outcome is Outcome.SAME, compare_names(a, b)
    assert compare_names(b, a).outcome is Outcome.SAME, compare_names(b, a)


@pytest.mark.parametrize(("a", "b"), TWO_PEOPLE)
def test_two_given_names_are_two_people(a: str, b: str) -> None:
    """A contradicted given name or gender makes two people, however alike the family names."""
    found = compare_names(a, b)
    assert found.outcome is Outcome.DIFFERENT, found


@pytest.mark.parametrize(("a", "b"), NEVER_SAME)
def test_what_a_name_cannot_settle_is_never_same(a: str, b: str) -> None:
    """The other gender's form, kh against g, a family name alone, an initial, another family name: a person is asked, at most."""
    assert compare_names(a, b).outcome is not Outcome.SAME
    assert compare_names(b, a).outcome is not Outcome.SAME


CASES = ["Səfərovun", "Səfərova", "Səfərovu", "Səfərovda", "Səfərovdan", "Сафарова", "Сафарову", "Сафаровым", "Сафарове"]


@pytest.mark.parametrize("family", CASES)
def test_case_endings_do_not_part_a_name(family: str) -> None:
    """A family name as a sentence bends it is asked about at least: Сафарова is the genitive, or a woman."""
    assert compare_names("Rufat Safarov", f"Rüfət {family}").outcome is not Outcome.DIFFERENT, family


@pytest.mark.parametrize(("a", "b"), [*ONE_PERSON, *NEVER_SAME])
def test_a_comparison_does_not_hang_on_which_comes_first(a: str, b: str) -> None:
    """Two names have one score."""
    assert score_names(a, b) == pytest.approx(score_names(b, a), abs=1e-6)


@pytest.mark.parametrize(
    ("a", "b", "is_variant"),
    [
        ("Uzeyir Mammadli", "Uzeyir Mammadov", True),
        ("Uzeyir Mamedli", "Üzeyir Məmmədzadə", True),
        ("Asan Akhtemov", "Asan Ahtem", True),
        ("Ulvi Hasanli", "Ulvi Huseynov", False),
        ("Anar Mammadli", "Alasgar Mammadov", False),
        ("Rufat Safarov", "Rufat Safarova", False),
    ],
)
def test_a_family_name_may_have_another_ending(a: str, b: str, *, is_variant: bool) -> None:
    """Outlets write one man Mammadli and Mammadov: no sameness of names, but no contradiction, either."""
    assert is_family_variant(a, b) is is_variant
    assert compare_names(a, b).outcome is not Outcome.SAME


@pytest.mark.parametrize(
    ("a", "b", "is_short"),
    [
        ("Sasha Skochilenko", "Александра Скочиленко", True),
        ("Sasha Petrov", "Aleksandr Petrov", True),
        ("Zhenya Berkovich", "Evgenia Berkovich", True),
        ("Sasha Petrov", "Sergei Petrov", False),
        ("Katya Ivanova", "Ekaterina Petrova", False),
    ],
)
def test_an_everyday_short_form_is_known(a: str, b: str, *, is_short: bool) -> None:
    """Sasha may be Alexandra or Alexander: the surroundings say whether she is."""
    assert is_short_form(a, b) is is_short


def test_reasons_say_what_was_seen() -> None:
    """Each comparison tells in words what answers what and what contradicts."""
    same = " / ".join(compare_names("Sevinc Vaqifqızı", "Севиндж Вагифгызы").reasons)
    assert "sevinc and севиндж sound the same" in same
    assert "vaqifqızı and вагифгызы are spellings of the same sounds" in same
    apart = " / ".join(compare_names("Ilham Aliyev", "Ilgar Aliyev").reasons)
    assert "two given names: ilham, ilgar" in apart
    assert "father's name in one only" in " / ".join(compare_names("Сергей Попов", "Попов Сергей Александрович").reasons)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "letters"),
        ("  . ", "letters"),
        ("a" * 10_001, "10,001"),
        ("A\nB", "control"),
        ("A\x00", "control"),
        ("," * 500 + "a", "first 400"),
    ],
)
def test_what_is_no_name_is_refused_in_words(text: str, what: str) -> None:
    """Empty, over-long and control-character input gives an error that says so."""
    with pytest.raises(InputError, match=what):
        compare_names(text, "Rufat Safarov")


LETTERS = "abcdefghijklmnopqrstuvwxyzəığöüçşñłżбвгджзийклмнопрстуфхцчшыэюяіўқғհաբգդեջխსაბუღყხჯاحمدعلیپچژگوهخ '-.,()1"
WORDS = [
    "oğlu",
    "qızı",
    "bin",
    "ибн",
    "hacı",
    "dr",
    "s",
    "al",
    "оглы",
    "Rufat",
    "Иванович",
    "محمد",
    "Safarov",
    "MƏMMƏDOV",
    "(Abbasova)",
    "Бəй",
]
NAMES = st.lists(st.one_of(st.sampled_from(WORDS), st.text(LETTERS, min_size=1, max_size=9)), min_size=1, max_size=7).map(" ".join)


@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=8))
@settings(max_examples=150)
def test_many_at_once_give_the_scores_of_one_by_one(pairs: list[tuple[str, str]]) -> None:
    """The batch is the same comparison: every number of the evidence agrees to a step of `STEPS`, and every score (float32 rounding aside)."""
    numbers, is_plain = weigh_batch([a for a, _ in pairs], [b for _, b in pairs])
    for k, (a, b) in enumerate(pairs):
        if is_plain[k]:
            np.testing.assert_allclose(
                numbers[k], weigh_evidence(parse_name(a), parse_name(b)).numbers, atol=1.01 / STEPS, err_msg=f"{a} | {b}"
            )
    scores = compare_batch(pairs)
    np.testing.assert_allclose(scores, [score_names(a, b) for a, b in pairs], atol=1e-5)


def test_real_names_agree_in_batch() -> None:
    """The same holds for real names of all alphabets, set against each other."""
    names = [n for pair in (*ONE_PERSON, *NEVER_SAME) for n in pair]
    rng = random.Random(3)
    left, right = [rng.choice(names) for _ in range(600)], [rng.choice(names) for _ in range(600)]
    np.testing.assert_allclose(compare_batch(left, right), [score_names(a, b) for a, b in zip(left, right, strict=True)], atol=1e-6)


@pytest.mark.parametrize(
    "odd",
    [
        "Rufat " + "safarov" * 8,
        "Rufat 𝓢afarov",
        "Rufat\nSafarov",
        "Rufat (Safarov",
        "Rufat Safarov" + " a" * 300,
        "ШЩШЩШЩШЩШЩШЩШЩШЩШЩШЩ Руфат",
    ],
)
def test_odd_names_in_a_batch_have_the_score_of_one_by_one(odd: str) -> None:
    """What does not fit into the arrays (long words and names, rare letters, line ends, brackets) is compared all the same."""
    others = ["Rufat Safarov", odd, "Anar Mammadli"]
    np.testing.assert_allclose(compare_batch([odd] * 3, others), [score_names(odd, other) for other in others], atol=1e-6)


def test_batch_takes_pairs_or_two_lists_and_refuses_uneven_ones() -> None:
    """Both ways of giving pairs are one; what is no name scores nothing."""
    pairs = [("Anar Mammadli", "Анар Мамедли"), ("", "Anar Mammadli"), ("...", "")]
    scores = compare_batch(pairs)
    assert scores.tolist() == compare_batch([a for a, _ in pairs], [b for _, b in pairs]).tolist()
    assert scores[0] > 0.8
    assert scores[1] == scores[2] == 0
    assert len(compare_batch([])) == 0
    with pytest.raises(ValueError, match="cannot be paired"):
        compare_batch(["a"], ["a", "b"])


@pytest.mark.parametrize(
    "text", ["a" * 10_000, "a " * 5_000, "(a" * 5_000, "a," * 5_000, "əəəə" * 2_500, "oğlu " * 2_000, "ا" * 10_000, "a.b-" * 2_500]
)
def test_no_input_takes_long(text: str) -> None:
    """The longest input is compared within milliseconds."""
    compare_names("Anar Mammadli", "Anar Mammadov")
    began = time.process_time()
    compare_names(text, "Rufat Safarov")
    assert time.process_time() - began < 0.05


@pytest.mark.parametrize(("a", "b"), [("John Major", "Джон Мейджор"), ("Major John Smith", "John Smith"), ("Mark Bishop", "Bishop, Mark")])
def test_a_rank_that_stands_last_is_a_family_name(a: str, b: str) -> None:
    """Major John Smith is a major; John Major is not."""
    assert compare_names(a, b).outcome is Outcome.SAME
    assert compare_batch([a], [b])[0] == pytest.approx(score_names(a, b), abs=1e-5)
    assert score_names("Major John", "John Major") < 0.3
