"""Which mentions are one person or body."""

from __future__ import annotations

import pytest

from habeas.flow import read_text
from tests.read.marked_text import read


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Ivan Petrov was jailed. Petrov reads. His father, Oleg Petrov, a postman, said the family had come. “It is dear,” he told us.",
            "he",
            "Oleg Petrov",
        ),
        ("Open Water Asia, a regional group, came. Open Water Asia then left.", "Open Water Asia", "Open Water Asia"),
        ("His counsel, Barrister Olga Kim, spoke. She left.", "She", "Olga Kim"),
        ("Tamar Kobalia was freed. Then Kobalia thanked all.", "Kobalia", "Tamar Kobalia"),
        (
            "The poet Ivan Petrov was held in May. Another prisoner, the mechanic Oleg Kim, died on Monday. Amnesty asked for the poet's release.",
            "the poet",
            "Ivan Petrov",
        ),
        (
            "Ivan Petrov, whose verses are read, was held in May. Another man, the mechanic Oleg Kim, died. Amnesty asked for the poet's release.",
            "the poet",
            "Ivan Petrov",
        ),
        (
            "Police arrested Olga Petrova, editor of the weekly Krai, in May. On Tuesday the photographer Ivan Kim was fined. The editor is ill.",
            "The editor",
            "Olga Petrova",
        ),
        (
            "Tamar Kobalia, stage actress, was held. Mze Lomidze, pensioner, was let go. They want the actress freed.",
            "the actress",
            "Tamar Kobalia",
        ),
        ("Ivan Petrov, a retired schoolteacher, got bail. Olga Kim is in jail. Many ask after the teacher.", "the teacher", "Ivan Petrov"),
        (
            "Olga Petrova, 41, was held in May. Her brother Ivan Petrov, 35, left. The 41-year-old was tried in June.",
            "The 41-year-old",
            "Olga Petrova",
        ),
        ("Olga Petrova was held in May. The 41-year-old journalist is ill.", "The 41-year-old journalist", "Olga Petrova"),
        (
            "Ex-minister Ivan Petrov was held. The EU called the detention of the former minister unjust.",
            "the former minister",
            "Ivan Petrov",
        ),
        ("Kobalia freed at last\nThe court freed Tamar Kobalia on Monday. It let Kobalia go.", "Kobalia", "Tamar Kobalia"),
        ("Lawyer Nazim Musayev came. Musaev then left.", "Musaev", "Nazim Musayev"),
        ("Tamar Kobalia is free. Thank you, Tamar!", "Tamar", "Tamar Kobalia"),
        ("Tamar Kobalia is a blogger who was jailed. The blogger was freed in 2022.", "a blogger", "Tamar Kobalia"),
        ("Al-Obrazi, who fled Bahrain in 2014, was held. He was freed.", "He", "Al-Obrazi"),
        ("Olga Kim, Amnesty International’s director for Asia said: “No.” The director left.", "The director", "Olga Kim"),
        ("Judge R. Velizade sat. Rauf Velizade spoke.", "Rauf Velizade", "R. Velizade"),
        ("Ivan Petrov and Olga Petrova were held. Petrova is ill.", "Petrova", "Olga Petrova"),
        ("The Ministry of Foreign Affairs (MFA) replied. The MFA is angry.", "MFA", "Ministry of Foreign Affairs"),
        ("The European Parliament met. Parliament voted.", "Parliament", "European Parliament"),
        ("The European Parliament met. MEPs called for her release.", "MEPs", "European Parliament"),
        ("Tran Huu Vin, better known by his pen name Anh Ba Sim, was jailed.", "Anh Ba Sim", "Tran Huu Vin"),
        ("Le Thi Ho (also known as Co Hai) was jailed. Anna Li left.", "Co Hai", "Le Thi Ho"),
    ],
)
def test_names_of_one_person_or_body_are_joined(text: str, words: str, name: str) -> None:
    """Surnames, given names, initials, slips, acronyms and last words of a body's name; relatives stay apart."""
    assert read(text).who(words, text.count(words) - 1) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Bakers were jailed, relatives said. The bakers, among them five women, were told at noon, they said.", "they", "relatives"),
        ("They heard it from the officers, a relative of Olga Kim said.", "a relative", "a relative"),
        ("Olga Kim stood up. She asked for time. The judge said it was late.\n\n“I have none,” she said.", "she", "Olga Kim"),
        (
            "Amber Rights Watch wrote. The rights organization said in a statement that it was late.",
            "The rights organization",
            "Amber Rights Watch",
        ),
        ("Lawyer Nazim Musayev met Tamar Kobalia. The lawyer said she was well.", "The lawyer", "Nazim Musayev"),
        ("Lawyer Nazim Musayev met Tamar Kobalia. The lawyer said she was well.", "she", "Tamar Kobalia"),
        (
            "The head of a platform, Imran Kerimli, was held. Anar Tagizade, head of a centre, was arrested in April. The human rights defender is accused.",
            "The human rights defender",
            "Anar Tagizade",
        ),
        ("Olga Kim, who defends Ivan Petrov, came. Her client smiled.", "Her client", "Ivan Petrov"),
        ("Anna Li spoke in court. “Maria Sidorova is free,” she said.", "she", "Anna Li"),
        ("The Ministry of Justice denied it. It said that all was well.", "It", "Ministry of Justice"),
        (
            "Her sister Nino Kobalia met the judge. Nino Kobalia said all was well with Tamar Li. She added that it was late.",
            "She",
            "Nino Kobalia",
        ),
        ("Ivan Petrov spoke. In her letter of 2 May Anna Li thanked all.", "her", "Anna Li"),
        ("Amber Watch asked. In its reply of 2 May, the Ministry of Justice denied it.", "its", "Ministry of Justice"),
        ("Ivan Petrov is a poet. The minister, Oleg Kim, has called him a liar.", "him", "Ivan Petrov"),
        ("Anna Li came. Judge Azman Idris ordered her to pay.", "her", "Anna Li"),
        ("Maria Li left. Judge Kozlov was quick. She is at home.", "She", "Maria Li"),
        ("Ivan Petrov hit him. Oleg Kim denied that he had been there. “I slept,” he said.", "he", "Oleg Kim"),
        ("Ivan Petrov is in jail. Asked if Petrov was ill, Oleg Kim would not comment. “I am busy,” he said.", "he", "Oleg Kim"),
        ("Maria Li is held. Nino Li, one of her sons, sang.", "her", "Maria Li"),
        ("The Volta Police Intervention Unit came. The police said it was late.", "The police", "The police"),
        ("Olga Kim left. According to her sister, Olga Kim is ill.", "her sister", "her sister"),
        ("Olga Kim was jailed. Kim is ill. Her lawyer said that Kim had lost weight. She added that it was late.", "She", "Her lawyer"),
        ("Ivan Petrov was jailed. A guard, who stood apart, said that Petrov was ill. He said it was late.", "He", "A guard"),
        ("Ivan Petrov was jailed. His lawyer Oleg Kim said that Petrov denies it. “I know,” he said.", "he", "Oleg Kim"),
        ("Judge Oleg Kim jailed Ivan Petrov. In his last word he thanked us.", "his", "Ivan Petrov"),
        ("A judge told Oleg Kim that it was late. “Go,” he said.", "he", "A judge"),
        ("UN human rights experts wrote. The experts said it was late.", "The experts", "UN human rights experts"),
        ("The Security Committee held two men. They had sung, the Committee's press centre reports.", "press centre", "Security Committee"),
        (
            "Olga Li, a lawyer who defends Ivan Petrov, denied it. Ivan Petrov sat down. “It is late,” she said.",
            "she",
            "Olga Li",
        ),
        ("A colleague says he is ill. Ivan Petrov told reporters that he saw it.", "A colleague", "Ivan Petrov"),
    ],
)
def test_nouns_and_pronouns_find_whom_they_mean(text: str, words: str, name: str) -> None:
    """Role, gender, owner, and the leader of the sentence decide; who is named only inside quotation marks does not compete."""
    assert read(text).who(words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The National Security Service came. The penitentiary service denied it.", "The penitentiary service", "The penitentiary service"),
        ("The National Security Service came. The security service denied it.", "The security service", "National Security Service"),
        ("Amnesty International came. Amnesty International’s regional office denied it.", "regional office", "Amnesty International"),
        ("We spoke with the rights group Lawyers for Justice. Lawyers for Justice denied it.", "the rights group", "Lawyers for Justice"),
        ("Anna Li received a prize. The spokesman of the embassy denied it.", "The spokesman", "The spokesman"),
    ],
)
def test_another_body_and_another_post_stay_apart(text: str, words: str, name: str) -> None:
    """The words beside the noun tell which service it is; an office belongs to its body; a post is not who led the sentence before."""
    assert read(text).who(words) == name


def test_a_large_body_is_not_its_working_group() -> None:
    """An acronym that opens the name of a part stands for the whole."""
    found = read("A UN expert urged Togo to act. Later the UN Working Group on Arbitrary Detention spoke.")
    assert found.who("UN") == "UN"


def test_people_with_one_surname_stay_apart() -> None:
    """Same surname, other given name: two people."""
    people = [e for e in read("Siamak Azadi and Baquer Azadi were held.").entities if e.kind.value == "person"]
    assert len(people) == 2


def test_roles_are_told_in_front_and_behind() -> None:
    """A title in front of a name and an apposition behind it give the role that the document presents."""
    roles = {e.name: e.roles for e in read("Lawyer Nazim Musayev met Azer Aliyev, the prosecutor, there.").entities}
    assert roles["Nazim Musayev"] == ("lawyer",)
    assert roles["Azer Aliyev"] == ("prosecutor",)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Judge Ivan Petrov came late. For Oleg Kim, he said, it was too long.", "he", "Ivan Petrov"),
        ("Oleg Kim and Pavel Li left after Ivan Petrov, the governor, announced it. It was over, he argued.", "he", "Ivan Petrov"),
        ("Oleg Kim’s term had ended, according to Ivan Petrov, a teacher. It was long, he explained.", "he", "Ivan Petrov"),
        ("Anna Li said it was late.\nOlga Kim, a singer, was there too. “We sang all day,” she said.", "she", "Olga Kim"),
        (
            "Oleg Kim was held in May. Oleg Kim was ill. Ivan Petrov, a doctor who saw the prisoner, came. “He is well,” he said.",
            "he",
            "Ivan Petrov",
        ),
        ("Oleg Kim was held. Oleg Kim is ill.\n“It is late,” said Ivan Petrov.\nThe man himself smiled.", "The man", "Oleg Kim"),
        ("Ivan Petrov led the case. Oleg Kim is ill. Oleg Kim fell. The accused smiled.", "The accused", "Oleg Kim"),
        ("A letter of Anna Li came. The letter says that all is well.", "The letter", "Anna Li"),
        ("Anna Li spoke. Her statement says that all is well.", "Her statement", "Anna Li"),
        ("The Ministry of Justice met them. Its note says that all is well.", "Its note", "Ministry of Justice"),
        ("Oleg Kim was freed, Anna Li, his mother, said.\n“She is tired,” she said.", "she", "Anna Li"),
    ],
)
def test_who_speaks_is_found_by_the_clause(text: str, words: str, name: str) -> None:
    """Not who is named in front of it or beside others; who spoke before, unless somebody else leads the new paragraph; whose letter it is."""
    assert read(text).who(words, text.count(words) - 1) == name


def test_bodies_whose_names_begin_or_end_alike_are_two() -> None:
    """A ministry is not its neighbour's, a commission not another one; a shorter form of a name is the same body."""
    result = read(
        "The Polish Foreign Ministry asked for the release of Olga Kim. The Belarusian Foreign Ministry rejected this. "
        "The Election Commission was silent. The Human Rights Commission condemned the arrest. Later the Commission repeated it."
    )
    bodies = {e.name: [m.text for m in e.mentions if m.form == "name"] for e in result.entities if e.kind == "organization"}
    assert bodies["Polish Foreign Ministry"] == ["Polish Foreign Ministry"]
    assert bodies["Belarusian Foreign Ministry"] == ["Belarusian Foreign Ministry"]
    assert bodies["Election Commission"] != bodies["Human Rights Commission"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Abdoul Aziz Obraz was held. Aziz Obraz is well.", 1),
        ("Kamal Testov-Lin was held. Testov is well.", 1),
        ("Mohamed El-Obraz was held. Obraz is well.", 1),
        ("Anton Testov was held. Convict Testov A. V. is well.", 1),
        ("TESTOV Anton was held. Anton Testov is well.", 1),
        ("Anna Testova spoke. Anna Petrovna was tired.", 1),
        ("Vu Ba Linh was held. Vu Ba Thien is well.", 2),
        ("Zmitser Testenka was held. Zmitser Dashkevich is well.", 2),
        ("Jawher Ben Obraz was held. Dalila Ben Obraz is well.", 2),
    ],
)
def test_parts_of_a_long_name_are_the_same_person(text: str, count: int) -> None:
    """Its last words, a half of a double surname, surname and initials, another order, given name and patronymic; a shared middle is nobody."""
    assert len([e for e in read(text).entities if e.kind.value == "person" and e.is_named]) == count


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The Centre for Human Rights in Iran protested.", ["Centre for Human Rights in Iran"]),
        ("The Ministry of Justice in Baku protested.", ["Ministry of Justice"]),
        ("The Law and Order Association protested.", ["Law and Order Association"]),
        ("The Council of Judges and Prosecutors protested.", ["Council of Judges and Prosecutors"]),
        ("The Organization of Coastal States and Human Rights Watch protested.", ["Organization of Coastal States", "Human Rights Watch"]),
        ("The Commission on Human and Peoples’ Rights protested.", ["Commission on Human and Peoples’ Rights"]),
        ("A media rights group protested.", ["A media rights group"]),
        ("Pan-Arab media freedom organization the Coastal Network for Information protested.", ["Coastal Network for Information"]),
    ],
)
def test_a_body_is_cut_neither_short_nor_long(text: str, bodies: list[str]) -> None:
    """Joined words and a country that belong to its name are in it, another body is not; a noun in front of the noun is no body."""
    assert [e.name for e in read(text).entities if e.kind.value != "person" and e.kind.value != "place"] == bodies


def test_initials_in_front_of_a_turn_are_the_person_who_has_them() -> None:
    """ "S.T.:" is Saule Testova; "Z.V.:", whom nobody is called, is no person."""
    found = read("We spoke to Saule Testova.\n\nZ.V.: When did you see him?\n\nS.T.: On 3 May.\n\nZ.V.: And then?\n\nS.T.: Never.")
    people = [e for e in found.entities if e.kind.value == "person" and e.is_named]
    assert [len(e.mentions) for e in people] == [3]


def test_an_office_at_a_paper_is_held_by_the_one_named_behind_it() -> None:
    """As translated English has it: no comma between the site and the name; the editor is not who was named last."""
    result = read(
        "The court chose for the director of “Open Page” Ivan Petrov arrest for 4 months. The chief editor of the site Sevinc Vaqifqızı is arrested for 3 months."
    )
    editor = next(e for e in result.entities if any(m.text == "The chief editor" for m in e.mentions))
    assert editor.name == "Sevinc Vaqifqızı"
    director = next(e for e in result.entities if any(m.text == "the director" for m in e.mentions))
    assert director.name == "Ivan Petrov"


@pytest.mark.parametrize(
    ("told", "alias"),
    [
        ("Ivan Petrov, alias Zarganar, was held. Zarganar is ill.", "Zarganar"),
        ("Olga Kim, better known as Mother Mushroom, was freed.", "Mother Mushroom"),
        ("Olga Kim (also known as “Black Cat”) was freed.", "Black Cat"),
    ],
)
def test_by_another_name_it_is_the_same_person(told: str, alias: str) -> None:
    """Though no list knows the words as a name, and the encoder sees nobody there."""
    (person,) = (e for e in read_text(told).entities if e.kind == "person" and e.is_named)
    assert alias in {m.text for m in person.mentions}


def test_a_second_family_name_alone_is_still_the_person() -> None:
    """The encoder takes it for nobody."""
    people = [e for e in read_text("Lawyer Ebrahim Sharif al-Obrazi was jailed. Sharif was freed in June.").entities if e.is_named]
    assert [m.text for e in people for m in e.mentions if m.text == "Sharif"] == ["Sharif"]
    assert len([e for e in people if e.kind == "person"]) == 1


@pytest.mark.parametrize(
    ("told", "alone", "relative"),
    [
        ("Dinh was held for ten months. Dinh is ill, said his wife, Dang Thi Dinh. Dinh was beaten.", "Dinh", "Dang Thi Dinh"),
        ("Losik was jailed in May. His wife, Darya Losik, was jailed too. Losik is ill.", "Losik", "Darya Losik"),
        ("Kim was arrested. Kim's brother Oleg Kim said he was beaten. Kim is 40.", "Kim", "Oleg Kim"),
    ],
)
def test_a_relative_of_the_same_name_is_not_whom_the_text_tells_of(told: str, alone: str, relative: str) -> None:
    """Where the one in prison is never named in full."""
    names = [{m.text for m in e.mentions if m.form == "name"} for e in read_text(told).entities if e.kind == "person"]
    assert {alone} in names
    assert {relative} in names
