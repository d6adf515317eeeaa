"""People whom only the encoder sees, and names that are no people."""

import pytest

from habeas.case.claim import Action
from habeas.case.reading import Reading
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.flow import read_text

TEXT = """A court in Dhaka on Tuesday sentenced the blogger Adilur Obrazec Khan to five years in prison, her lawyer said. Police had arrested her in March.

Adilur told the judges that she had done nothing wrong. The prosecutor had asked for seven years. Outside the court, friends of Adilur held up a sheet of paper.
"""


def people(text: str) -> list[str]:
    reading = read_text(text, published="2025-05-14")
    assert isinstance(reading, Reading)
    return [
        text[m.span.start : m.span.stop]
        for e in reading.entities
        if e.kind is EntityKind.PERSON
        for m in e.mentions
        if m.form is MentionForm.NAME
    ]


def test_a_short_name_that_no_list_knows_is_found_each_time() -> None:
    """ "Adilur" alone opens a sentence and follows a preposition."""
    assert people(TEXT).count("Adilur") == 2


@pytest.mark.parametrize("word", ["Blogger", "King", "Outside", "Tuesday"])
def test_titles_and_words_at_the_start_of_a_sentence_are_no_names(word: str) -> None:
    """A capital alone makes nobody."""
    text = TEXT + f"\n{word} Anton Testov was detained by police in Hanoi too, and a court remanded him for two months.\n"
    assert word not in people(text)


def test_the_press_form_and_the_azerbaijani_form_are_one_person() -> None:
    """ə is an a in the English press."""
    text = "FREE RUFAT OBRAZOV\n\nWe are concerned at the arrest of Rüfət Obrəzov by police. A court remanded Obrazov for two months on 5 May.\n"
    reading = read_text(text, published="2025-05-14")
    assert isinstance(reading, Reading)
    named = [e for e in reading.entities if e.kind is EntityKind.PERSON and e.is_named]
    assert len(named) == 1


def test_two_unknown_words_are_somebody_only_if_the_encoder_sees_a_person() -> None:
    """Its doubt weighs more where no list knows a word as a name: "Kot Bharwal" is where he was taken from."""
    text = "Police took Anna Testova from the gate of Kot Bharwal on 5 May and a court jailed her."
    assert people(text) == ["Anna Testova"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Bureau for Open Registers demanded her release.", "Bureau for Open Registers"),
        ("The OSCE media freedom representative called her arrest unacceptable.", "OSCE media freedom representative"),
        ("The Jordan Guild of Editors (JGE) called for her release.", "Jordan Guild of Editors"),
        ("Amnesty International's South Asia office wants her freed.", "Amnesty International"),
    ],
)
def test_a_body_is_as_long_as_its_name(sentence: str, name: str) -> None:
    """The first word of a name that no list knows, or a body inside an office, is not the body that acts; an owner is."""
    reading = read_text("Police in Minsk arrested the editor Ana Obrazec on Monday. " + sentence)
    assert isinstance(reading, Reading)
    names = {e.id: e.name for e in reading.entities}
    assert [[names[a] for a in c.actors] for c in reading.claims if isinstance(c, Action)] == [[name]]


@pytest.mark.parametrize("street", ["Avenida Bolívar", "Rua Augusta", "Jirón Lampa", "Prospekt Pobedy"])
def test_a_street_is_nobody(street: str) -> None:
    text = f"What: Yuleima Obrazec, 27, photographer\nWhere: {street}, Valencia\nWhen: 2 August 2024\n\nObrazec was detained at a march. She was charged on 5 August."
    assert set(people(text)) == {"Yuleima Obrazec", "Obrazec"}
