"""Which words stand for people and bodies."""

from __future__ import annotations

import pytest

from tests.read.marked_text import parse_marked, read


@pytest.mark.parametrize(
    "marked",
    [
        "Lawyer {Nurlan Beishenov} met {Aigul Tokoeva} and {Zhou Lan}.",
        "{Abdulrahman al-Harbi}, {Ta Phong Tan} and {José Luis Barrios} were held.",
        "The journalist {Ulviyya Ahmadli (Hasanova)} was detained.",
        "Judge {R. Velizade} read it out; {Velizade} then left.",
        "The court freed {Tamar Kobalia}. {Kobalia} thanked all.",
        "1. {SAFARALIEV, Daler}. Deputy minister.",
        "{MEHRAN AZADI}, 67, a teacher who was jailed in May, is ill.",
        "{Leyla} and {Arzu Mammadova} are sisters.",
        "Activists {Vera Kim}, {Can Demir} and {Mine Aksoy} were released.",
        "President {Sadyr Bakirov} met Secretary of State {John Carter}.",
        "The party of {Ogtay Gulaliyev} in Baku, Azerbaijan, replied on Monday.",
        'The court jailed rapper {Natthawut "Bird" Wongkham} for two years.',
        "Friends of {Kyaw Min Thu} and {Khin Mar Wai} wept.",
        "Police took away {Ran Xinfei} and his wife.",
        "The court sent back the appeal to the Supreme Court for {Rizwanov}; the lawyer {Anna Rizwanova} objected.",
        "{AL-OBRAZI, Hamdan}. Poet, held since May.",
        "they took {nurlan beishenov} again. nobody knows where {beishenov} is.",
        "The United Kingdom-based {Innocent Ndibeli} was held; the U.S. Charge d'Affaires {Caryn Obrey} said so.",
        "Lawyer {Ha Huy Son} told Reuters. Her son {Ha Van} left.",
    ],
)
def test_people_are_found_whatever_their_language(marked: str) -> None:
    """Titles, places, days and bodies are no part of a name; initials, brackets, particles and capitals are."""
    case = parse_marked(marked)
    assert [case.text[s.start : s.stop] for s in case.speakers] == read(case.text).names("person")


@pytest.mark.parametrize(
    "text",
    [
        "The Heydar Karimov Foundation gave its Anna Li Prize in Vienna.",
        "Toplum TV, Radio Azadliq and the Committee to Protect Writers protested.",
        "On Monday the Supreme Court of Georgia sat in Tbilisi.",
        "Prosecutors Let Editors Go After Night In Jail",
        "Human Rights Watch and Reporters Without Borders called for an Independent Inquiry.",
        "The editor of La Vigie du Sud and a reporter for Nuestra Orilla were let go.",
        "She was stopped at Jomo Kenyatta airport and taken to the prison of El Harrach.",
        "Agencia Litoral and his site, Shomoy Barta, were closed.",
        "UN Human Rights Experts Urge Release",
    ],
)
def test_capitals_alone_make_nobody_a_person(text: str) -> None:
    """Bodies, prizes, places, days and the large letters of headlines are no people."""
    assert read(text).names("person") == []


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("The Baku Court for Grave Crimes freed her.", "court", ["Baku Court for Grave Crimes"]),
        ("The Ministry of Foreign Affairs of Armenia replied.", "organization", ["Ministry of Foreign Affairs of Armenia"]),
        ("Washington urged calm, and the US imposed sanctions.", "government", ["Washington", "US"]),
        ("She lives in Washington.", "place", ["Washington"]),
        ("He told Radio Free Europe about it.", "organization", ["Radio Free Europe"]),
    ],
)
def test_bodies_have_their_kind(text: str, kind: str, names: list[str]) -> None:
    """Courts, bodies and states that act; a capital where somebody lives is a place."""
    assert read(text).names(kind) == names


@pytest.mark.parametrize("words", ["The lawyer", "her family", "prison officials", "the ministry", "the statement", "the three", "She"])
def test_nouns_that_speak_are_mentions(words: str) -> None:
    """Nouns with a determiner, plurals and pronouns stand for somebody."""
    text = f"Nothing was clear. Later {words} said so." if words[0].islower() else f"{words} said so."
    assert words in [m.span.words(text) for m in read(text).mentions]


@pytest.mark.parametrize("name", ["Free Historians' Guild", "Writers’ Union of Belarus", "OSCE Representative on Freedom of the Media"])
def test_a_body_s_name_goes_over_its_mark_and_its_remit(name: str) -> None:
    """A plural owner in front of the head, and what an office is for, belong to the name."""
    assert read(f"Yesterday the {name} demanded it.").names("organization") == [name]
