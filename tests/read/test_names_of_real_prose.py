"""What news, statements and police notes taught of names: ranks and offices are nobody's name, and bodies are called by many. Texts are written for these tests."""

from __future__ import annotations

import pytest

from habeas.case.claim import Action, Custody, Quote, Response
from habeas.case.reading import Reading
from habeas.case.source import Source
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.lexicon import lexicon_of
from habeas.read.name_evidence import names_office
from habeas.read.reader import read_source

ARREST = "Police arrested the editor Anna Livadze on Monday. "


def read(text: str) -> Reading:
    return read_source(Source("sha256:0", "page", text, published="2024-05-10"))


def people(text: str) -> list[str]:
    """The names of people, each as the text has it where it first stands."""
    named = [e for e in read(text).entities if e.kind is EntityKind.PERSON]
    return [
        next(m.text for m in e.mentions if m.form is MentionForm.NAME) for e in named if any(m.form is MentionForm.NAME for m in e.mentions)
    ]


def bodies(text: str) -> list[str]:
    kinds = (EntityKind.ORGANIZATION, EntityKind.GOVERNMENT)
    return [e.name for e in read(text).entities if e.kind in kinds and any(m.form is MentionForm.NAME for m in e.mentions)]


def speakers(text: str) -> list[str | None]:
    reading = read(text)
    names: dict[str | None, str] = {e.id: e.name for e in reading.entities}
    return [names.get(c.speaker) for c in reading.claims if isinstance(c, Quote)]


def actors(text: str) -> list[str]:
    reading = read(text)
    names = {e.id: e.name for e in reading.entities}
    return [names[a] for c in reading.claims if isinstance(c, Action | Response) for a in c.actors]


@pytest.mark.parametrize("rank", ["SHO", "DSP", "Sr. AAG", "SDPO", "PC"])
def test_a_rank_by_its_initials_is_no_part_of_the_name(rank: str) -> None:
    """ "SHO Karim Rokhand confirmed the arrest. He said …": he, and no body called SHO."""
    text = f"{ARREST}{rank} Karim Rokhand confirmed the arrest. He said she would be produced in court."
    assert "Karim Rokhand" in people(text)
    assert not bodies(text)
    assert speakers(text) == ["Karim Rokhand"]


def test_a_rank_alone_is_nobody_s_name() -> None:
    """ "The SHO said", "SSP of Kotpur said": one person without a name."""
    text = ARREST + "The SHO said she would be produced in court. SSP of Kotpur said the case is being inquired into."
    assert not bodies(text)
    assert people(text) == ["Anna Livadze"]


def test_a_rank_may_be_the_label_of_a_turn() -> None:
    """ "OCPD: Not so.": what the officer says is not the prisoner's."""
    text = "THE OFFICER REPLIES\n\nHost: Is Anna Livadze held?\nOCPD: She went home on Thursday.\nHost: With a broken arm?\nOCPD: Not so."
    assert "Anna Livadze" not in speakers(text)


def test_a_title_with_its_stop_is_no_name() -> None:
    """ "Fr. Dominic", "Sr. Maria", "Comr. Juma"."""
    text = "Fr. Dominic Obrazo was arrested. Sr. Maria Obraza was released. Comr. Juma Obrazi was charged."
    assert people(text) == ["Dominic Obrazo", "Maria Obraza", "Juma Obrazi"]


def test_me_before_a_name_is_a_lawyer() -> None:
    """ "Me Bouzidane called the arrest absurd": Maître, and no pronoun."""
    text = ARREST + 'Me Bouzidane, her lawyer, called the arrest "absurd".'
    assert "Bouzidane" in people(text)
    assert speakers(text) == ["Bouzidane"]


def test_me_as_a_pronoun_makes_no_names() -> None:
    """ "They told me Gulbarak was far" names nobody."""
    assert people(ARREST + "They told me Gulbarak was far away.") == ["Anna Livadze"]


def test_m_is_monsieur_where_the_text_names_him_in_full() -> None:
    """ "Cyrille Ndagabi … M. Ndagabi" is one man; "Anna Ndagabi … M. Ndagabi" are two people."""
    assert people("The writer Cyrille Ndagabi was arrested on Monday. On Friday M. Ndagabi was released.") == ["Cyrille Ndagabi"]
    assert len(people("The writer Anna Ndagabi was arrested on Monday. On Friday M. Ndagabi was released.")) == 2
    assert len(people("The poets Cyrille Ndagabi and B. Olala were arrested on Monday. On Friday M. Ndagabi was released.")) == 3


@pytest.mark.parametrize("name", ["May Thiri Obra", "June Obrazi", "He Xiaolan", "She Weilan"])
def test_a_name_may_begin_as_a_month_or_a_pronoun(name: str) -> None:
    """ "He Xiaolan, 51, was released"."""
    assert name in people(f"{name}, 51, was released on Friday after a year in prison.")


def test_a_month_before_a_name_is_a_month() -> None:
    """ "In June Obrazi was arrested": Obrazi was."""
    assert "June Obrazi" not in people("Peter Obrazi is a poet. In June Obrazi was arrested.")


@pytest.mark.parametrize("when", ["In early May", "Late last April", "Every June"])
def test_a_month_before_a_surname_is_a_month(when: str) -> None:
    """ "In early May Obrazov was arrested": Obrazov was."""
    assert people(f"Peter Obrazov is a poet. {when} Obrazov was arrested.") == ["Peter Obrazov"]


def test_an_article_is_no_family_name() -> None:
    """ "An Anqing court jailed him": a town, where "An Guolan" would be a name."""
    assert people("An Anqing court jailed the poet Anna Livadze for a year.") == ["Anna Livadze"]


def test_a_body_and_where_it_works_are_one_name() -> None:
    """ "MISA-Zambezia", "NUOB-Davao"; a talk of two states is no body."""
    assert actors('MISA-Zambezia called the arrest of Anna Livadze "vile". NUOB-Davao condemned it.') == ["MISA-Zambezia", "NUOB-Davao"]
    assert "EU-Armenia" not in bodies(ARREST + "The EU-Armenia talks went on.")
    assert "OPOB-Russia" not in bodies(ARREST + "An OPOB-Russia deal was signed.")


@pytest.mark.parametrize(
    "office",
    [
        "The MLA for Bhivpur",
        "The African Union's Commissioner for Rural Economy",
        "The District Police Commander",
        "The UN rapporteur on Borduria",
    ],
)
def test_an_office_is_no_body(office: str) -> None:
    """One person without a name asks: not the body whose office it is, and no body called so."""
    text = f"{ARREST}{office} demanded her release."
    reading = read(text)
    named = {e.id for e in reading.entities if any(m.form is MentionForm.NAME for m in e.mentions)}
    assert not [a for c in reading.claims if isinstance(c, Action) for a in c.actors if a in named]


def test_the_office_of_a_commissioner_is_a_body() -> None:
    """ "Office of the Commissioner for Human Rights", "Lawyers for Liberty"; not "Commissioner for Human Rights"."""
    lexicon = lexicon_of(ENGLISH)
    assert names_office("Commissioner for Human Rights".split(), lexicon)
    assert not names_office("Office of the Commissioner for Human Rights".split(), lexicon)
    assert not names_office("Lawyers for Liberty".split(), lexicon)


def test_a_spokesman_without_a_name_answers_for_no_court() -> None:
    """ "A spokesman for the tribunal denied it": he did, as no court answers by another's mouth; what he says is his own too."""
    assert actors(ARREST + "A spokesman for the tribunal denied that she was beaten.") == ["A spokesman"]
    assert speakers(ARREST + "A spokesman for the tribunal said she would be tried in June.") == ["A spokesman"]


def test_a_body_may_open_a_sentence_by_its_bare_name() -> None:
    """ "Council condemns", "Government yesterday rejected"."""
    assert actors("Council condemns the arrest of Anna Livadze. Government yesterday rejected the criticism.") == [
        "Council",
        "Government",
    ]


def test_a_body_that_is_told_what_it_should_do_is_not_named_by_it() -> None:
    """ "Government should free her, it said": the union asks; and "Government officials" are no name."""
    assert "Government" not in bodies("The union condemned the arrest of Anna Livadze. Government should free her, it said.")
    assert "Government" not in bodies("Government officials arrested Anna Livadze on Monday.")


def test_where_somebody_is_from_is_nobody() -> None:
    """ "A Phu Obra man": a place; "the arrest of Anna Livadze supporters": hers."""
    assert people("A Phu Obra man was arrested on Monday. Anna Livadze was released.") == ["Anna Livadze"]
    assert people("After the arrest of Anna Livadze supporters gathered on Monday.") == ["Anna Livadze"]


def test_a_ship_is_nobody() -> None:
    """ "The tanker Obra Star was detained"."""
    assert "Obra Star" not in people("The tanker Obra Star was detained on Monday. Anna Livadze was arrested.")


@pytest.mark.parametrize("text", ["After fleeing by boat Anna Livadze was arrested.", "The mail carrier Anna Livadze was arrested."])
def test_who_goes_by_boat_is_no_ship(text: str) -> None:
    """A person behind a word for a ship is still arrested."""
    assert people(text) == ["Anna Livadze"]


@pytest.mark.parametrize(
    "text",
    [
        "Tenzin Lhadon, 34, was given five years, and Yangphel, 19, two.",
        'Yangphel, the government\'s adviser, called the arrest of Anna Livadze "absurd".',
        "Anna Livadze was arrested on Monday. Yangphel, his daughter, said he was well.",
    ],
)
def test_one_name_alone_is_a_person_s_with_an_age_or_an_office_behind_it(text: str) -> None:
    """ "Yangphel, 19, two years"."""
    assert "Yangphel" in people(text)


def test_one_name_alone_may_be_a_paper_or_a_town() -> None:
    """ "Gulbarak, the publisher, said", "in Gulbarak, a teacher, Li Wei, was held"."""
    assert "Gulbarak" not in people(ARREST + "Gulbarak, the publisher, said so. In Gulbarak, a teacher, Li Wei, was held.")


def test_the_father_in_a_police_note_is_not_arrested() -> None:
    """ "Ghulam Obra s/o Karim Obra" is one man; Karim Obra, named below, is another."""
    text = "Police arrested Ghulam Obra s/o Karim Obra on Monday. His father Karim Obra protested."
    reading = read(text)
    held = [p for c in reading.claims if isinstance(c, Custody) for p in c.persons]
    names = {e.id: e.name for e in reading.entities}
    assert [names[p] for p in held] == ["Ghulam Obra s/o Karim Obra"]


def test_those_who_sign_side_by_side_are_several() -> None:
    """Three spaces part two names."""
    found = people("We ask for the release of Anna Livadze.\n\nKarin Obrazek   Udo Sommer   Nesrin Obrazan\n")
    assert {"Karin Obrazek", "Udo Sommer", "Nesrin Obrazan"} <= set(found)


def test_a_feast_is_nobody() -> None:
    """ "She prayed on Ramadan's last evening in her cell"."""
    assert people("Nura Obrazi prayed on Ramadan's last evening in her cell after her arrest on Monday.") == ["Nura Obrazi"]


def test_a_name_of_burma_goes_on_behind_ko() -> None:
    """ "U Myat Ko Obra"."""
    assert people("U Myat Ko Obra was arrested on Monday.") == ["Myat Ko Obra"]


def test_what_an_office_is_for_is_no_body() -> None:
    """ "The Bordurian Parliament Commissioner for Child Welfare, Milo Obrazko,": he asks, and no body called Child Welfare."""
    text = f"{ARREST}The Bordurian Parliament Commissioner for Child Welfare, Milo Obrazko, demanded her release."
    assert actors(text) == ["Milo Obrazko"]
    assert not [b for b in bodies(text) if "Welfare" in b]


def test_behind_the_comma_of_a_source_somebody_else_is_named() -> None:
    """Only at the head of a line may "OBRAZOV, Anna" be one name."""
    assert "Elnur Obrazov" in people(ARREST + "According to the PFPA, Elnur Obrazov called his relatives after the trial.")
    assert people("OBRAZOV, Anna, born 1990, was arrested on Monday.") == ["OBRAZOV, Anna"]


def test_a_body_behind_the_place_that_owns_it_keeps_its_first_letter() -> None:
    """A curled apostrophe is no quotation mark."""
    text = ARREST + "Authorities have not confirmed it, and Beijing’s Public Security Bureau did not immediately respond to a request."
    assert not any(e.name.startswith("s ") for e in read(text).entities)


def test_the_article_behind_a_dash_is_no_name() -> None:
    """ "GENEVA — A group of experts": the letter is large only since the sentence begins."""
    text = "GENEVA — A group of United Nations experts has today called on Turkey to immediately release Anna Livadze."
    assert "A" not in {e.name for e in read(text).entities}


@pytest.mark.parametrize(
    "text",
    [
        "Criminalising Anna Livadze’s work is wrong.",
        "Jailing Anna Livadze will not help.",
        "“Extraditing Anna Livadze would be a mistake,” her lawyer said.",
        "The union wrote: “Hounding Anna Livadze must end.”",
    ],
)
def test_the_verb_that_opens_a_sentence_is_no_part_of_the_name(text: str) -> None:
    assert people(f"{text} {ARREST}")[:1] == ["Anna Livadze"]


def test_names_that_end_like_verbs_stay_names() -> None:
    assert people("Chelsea Manning spoke. Keating Obra was arrested on Monday.") == ["Chelsea Manning", "Keating Obra"]
