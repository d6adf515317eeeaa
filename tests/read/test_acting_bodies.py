"""A body that asks or judges is named whole, whatever the word lists know of it."""

from __future__ import annotations

import pytest

from habeas.case.passage import Span
from habeas.case.person import Entity, Mention
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.read.acting_bodies import add_acting_bodies


def _entity(text: str, name: str, kind: EntityKind = EntityKind.ORGANIZATION) -> Entity:
    start = text.index(name)
    return Entity(name, kind, name, (Mention(Span(start, start + len(name)), name, MentionForm.NAME),))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Lowland Circle condemned the verdict.", "Lowland Circle"),
        ("The Bureau for Island Affairs on Friday urged the court to free her.", "Bureau for Island Affairs"),
        ("The Lowland Circle in January called on the ministry to free her.", "Lowland Circle"),
        ("The Lowland Circle on 4 March 2024 condemned the verdict.", "Lowland Circle"),
        ("In May, Lawyers for Speech calls the trial “a shame”.", "Lawyers for Speech"),
        ("Écrivains en éveil (EEE) was here. EEE demands his release.", "Écrivains en éveil"),
        ("The council of the Harbour Guild asked for his freedom.", "The council of the Harbour Guild"),
        ("The Press and Society Institute denounced the arrest.", "Press and Society Institute"),
        ("Amnesty International and the Lowland Helsinki Committee condemned it.", "Lowland Helsinki Committee"),
        ("Norway's embassy in Baku had on Monday called for his release.", "Norway's embassy in Baku"),
        ("The embassy of Switzerland in Baku denied this.", "The embassy of Switzerland in Baku"),
        ("Vietnam’s foreign ministry rejects such statements.", "Vietnam’s foreign ministry"),
        ("The UN refugee agency said it was worried.", "The UN refugee agency"),
        ("Lowland Circle Mozambique (7 January) protested against it.", "Lowland Circle Mozambique"),
        ("The Lowland Circle is outraged by the verdict.", "Lowland Circle"),
        ("Harbour Guild of Lowland @harbourguild · 3 May\nShe is free.", "Harbour Guild of Lowland"),
        ("The Committees for the Defence of Open Speech said that he was ill.", "Committees for the Defence of Open Speech"),
        ("He was beaten, according to the Section of Inquiry and Documentation.", "Section of Inquiry and Documentation"),
        ("The Crew Against Torture appeals to the president.", "Crew Against Torture"),
        ("Defend Our Harbours, which supports her, calls the sentence small.", "Defend Our Harbours"),
        ("The Order of Physicians demands her release.", "Order of Physicians"),
        ("Lawalex demanded that he be let go.", "Lawalex"),
        ("TK-Help condemned the verdict.", "TK-Help"),
    ],
)
def test_the_whole_name_is_one_mention(text: str, name: str) -> None:
    """The capitalised words in front of a verb of asking or judging, of initials, or of a handle are one name."""
    known = [_entity(text, "EEE")] if "EEE" in text else []
    found = add_acting_bodies(known, text)
    assert name in {m.text for e in found for m in e.mentions}


@pytest.mark.parametrize(
    "text",
    [
        "Canada and Norway condemned the verdict.",
        "The Prime Minister condemned the verdict.",
        "THE LOWLAND CIRCLE condemned it.",
        "Farmhands condemned the verdict.",
        "Fishermen demanded her release.",
        "Afterwards demanded her release.",
    ],
)
def test_no_name_of_a_body(text: str) -> None:
    """States, days, offices and headlines in capitals name no body of this kind."""
    assert add_acting_bodies((), text) == ()


def test_a_person_who_judges_stays_a_person() -> None:
    """Whom the text makes known as a person is no body, whatever verb follows."""
    text = "Anna Li condemned the verdict."
    person = _entity(text, "Anna Li", EntityKind.PERSON)
    assert add_acting_bodies((person,), text) == (person,)


def test_a_known_part_of_the_name_grows() -> None:
    """The mention that covers a part of the name becomes the whole of it, wherever the same words stand."""
    text = "MISA Lowland demanded her release. Nobody answered MISA Lowland."
    found = add_acting_bodies((_entity(text, "MISA"),), text)
    assert [[m.text for m in e.mentions] for e in found] == [["MISA Lowland", "MISA Lowland"]]


def test_the_ministry_of_another_state_is_another_body() -> None:
    """ "The Polish Foreign Ministry" is not the Belarusian one that the text named first."""
    text = "The Belarusian Foreign Ministry was silent. The Polish Foreign Ministry demands that she be freed."
    places = [Span(m, m + 16) for m in (text.index("Foreign"), text.rindex("Foreign"))]
    both = Entity("e1", EntityKind.ORGANIZATION, "Foreign Ministry", tuple(Mention(p, p.words(text), MentionForm.NAME) for p in places))
    assert [len(e.mentions) for e in add_acting_bodies((both,), text)] == [1, 1]
