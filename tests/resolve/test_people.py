"""Who is who: joined by name and surroundings, asked where these do not settle it, never joined by name alone."""

from __future__ import annotations

import random

import pytest

from habeas.case.decision import Decision, Verdict
from habeas.case.passage import Span
from habeas.case.person import Entity, Mention
from habeas.case.reading import Reading
from habeas.case.source import Source
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.resolve.bodies import body_key
from habeas.resolve.identities import Identities
from habeas.resolve.people import resolve_people

KINDS = {"p": EntityKind.PERSON, "o": EntityKind.ORGANIZATION, "g": EntityKind.GOVERNMENT, "c": EntityKind.COURT}


def document(name: str, text: str, *named: str, published: str = "2024-12-07") -> Reading:
    """A reading whose entities are given as "kind:name:role"; each name stands in the text."""
    entities = []
    for number, told in enumerate(named):
        kind, words, role = told.split(":")
        start = text.index(words)
        mention = Mention(Span(start, start + len(words)), words, MentionForm.NAME)
        entities.append(Entity(f"e{number}", KINDS[kind], words, (mention,), (role,) if role else ()))
    return Reading(Source(f"sha256:{name}", name, text, published=published), tuple(entities))


DOCUMENTS = [
    document("a", "Sevinj Vagifgizi of Abzas Media was arrested in Baku, said Rufat Safarov.", "p:Sevinj Vagifgizi:detainee", "o:Abzas Media:", "p:Rufat Safarov:activist"),
    document("b", "Azerbaijan: Sevinc Vaqifqızı (AbzasMedia) was sentenced; MFA denied it.", "p:Sevinc Vaqifqızı:detainee", "o:AbzasMedia:", "g:MFA:"),
    document("c", "Баку: Севиндж Вагифгызы осуждена, сообщил МИД Азербайджана.", "p:Севиндж Вагифгызы:detainee"),
    document("d", "Rüfət Səfərov, a defender in Azerbaijan, was held with Abzas Media staff.", "p:Rüfət Səfərov:detainee", "o:Abzas Media:"),
    document("e", "Ilham Aliyev spoke in Baku. The Ministry of Foreign Affairs of Azerbaijan agreed.", "p:Ilham Aliyev:official", "g:The Ministry of Foreign Affairs of Azerbaijan:"),
    document("f", "Ilgar Aliyev, a worker, was detained in Baku.", "p:Ilgar Aliyev:detainee"),
    document("g", "In Lyon, Jean Martin opened a bakery.", "p:Jean Martin:other"),
    document("h", "Jean Martin was born in Quebec.", "p:Jean Martin:other"),
]  # fmt: skip


def one(found: Identities, *members: tuple[str, str]) -> bool:
    return len({found.members[f"sha256:{doc}", entity] for doc, entity in members}) == 1


def test_one_person_over_spellings_and_documents() -> None:
    """The same name in three spellings, with the same company, is one identity; so are the forms of a body."""
    found = resolve_people(DOCUMENTS)
    assert one(found, ("a", "e0"), ("b", "e0"), ("c", "e0"))
    assert one(found, ("a", "e1"), ("b", "e1"), ("d", "e1"))
    assert one(found, ("b", "e2"), ("e", "e1"))
    assert not one(found, ("e", "e0"), ("f", "e0"))


def test_a_name_alone_joins_nobody() -> None:
    """Two bearers of one name with nothing else in common stay two, and become a question with both passages."""
    found = resolve_people(DOCUMENTS)
    assert not one(found, ("g", "e0"), ("h", "e0"))
    pair = {found.of("sha256:g", "e0"), found.of("sha256:h", "e0")}
    [doubt] = [d for d in found.doubts if {d.one, d.other} == pair]
    assert [p.exact for p in doubt.passages] == ["Jean Martin", "Jean Martin"]


def test_every_join_has_its_reason() -> None:
    """Each member of an identity of several says why it is there."""
    found = resolve_people(DOCUMENTS)
    sizes = {i.id: len(i.members) for i in found.identities}
    joined = {(j.source, j.entity) for j in found.joins}
    assert joined == {node for node, register in found.members.items() if sizes[register] > 1}
    assert all(j.reason for j in found.joins)


@pytest.mark.parametrize("seed", range(6))
def test_order_of_arrival_changes_nothing(seed: int) -> None:
    """Identities, reasons and questions are the same whichever document came first."""
    shuffled = random.Random(seed).sample(DOCUMENTS, len(DOCUMENTS))
    assert resolve_people(shuffled) == resolve_people(DOCUMENTS)


def ruled(found: Identities, verdict: Verdict, *members: tuple[str, str]) -> Decision:
    ids = " ".join(found.of(f"sha256:{doc}", entity) for doc, entity in members)
    return Decision(ids, verdict, "officer", "2026-11-24T00:00:00Z")


def test_a_ruling_joins_and_its_reversal_parts() -> None:
    """SAME joins what was open; a later DIFFERENT undoes it and closes the question; without rulings all is as before."""
    before = resolve_people(DOCUMENTS)
    same = ruled(before, Verdict.SAME, ("g", "e0"), ("h", "e0"))
    after = resolve_people(DOCUMENTS, [same])
    assert one(after, ("g", "e0"), ("h", "e0"))
    different = ruled(before, Verdict.DIFFERENT, ("g", "e0"), ("h", "e0"))
    apart = resolve_people(DOCUMENTS, [same, Decision(different.subject, Verdict.DIFFERENT, "officer", "2026-11-25T00:00:00Z")])
    assert not one(apart, ("g", "e0"), ("h", "e0"))
    pair = {before.of("sha256:g", "e0"), before.of("sha256:h", "e0")}
    assert not [d for d in apart.doubts if {d.one, d.other} == pair]
    assert resolve_people(DOCUMENTS) == before


def test_ids_stay_when_documents_arrive() -> None:
    """A later document does not change the ids of identities that were there."""
    early = resolve_people(DOCUMENTS[:5])
    late = resolve_people(
        [*DOCUMENTS, document("z", "Anar Mammadli was held in Baku.", "p:Anar Mammadli:detainee", published="2025-01-01")]
    )
    for node in early.members:
        assert early.members[node].rpartition("-")[2]
    assert {early.members[n] for n in early.members} <= {i.id for i in late.identities}


@pytest.mark.parametrize(
    "forms",
    [
        ("Meydan TV", "MeydanTV", '"Meydan TV"', "Мейдан ТВ"),
        ("MFA", "Foreign Ministry", "The Ministry of Foreign Affairs of Azerbaijan", "Azerbaijan's Ministry of Foreign Affairs (MFA)"),
        ("RSF", "Reporters Without Borders", "reporters sans frontières"),
        ("Baku Court of Grave Crimes", "Baku Serious Crimes Court", "Baku Court on Serious Crimes"),
        ("Defence Line of Azerbaijan", "Line of Defense of Azerbaijan"),
        ("US State Department", "the U.S. Department of State"),
    ],
)
def test_forms_of_one_body_share_a_key(forms: tuple[str, ...]) -> None:
    """Acronym, case, spacing, order, quotes, alphabet and country do not part a body from itself."""
    assert len({body_key(form, "az") for form in forms}) == 1


def test_a_country_beside_a_body_is_its_own() -> None:
    """A dispatch that speaks of two states: the one right before or after the name counts, not the one named more often."""
    mixed = document(
        "m", "US, US, US: Azerbaijan's Ministry of Foreign Affairs denied it to Anna Li.", "g:Ministry of Foreign Affairs:", "p:Anna Li:"
    )
    found = resolve_people([*DOCUMENTS, mixed])
    assert one(found, ("m", "e0"), ("e", "e1"))


def test_bodies_of_two_states_are_two() -> None:
    """Every state has a foreign ministry: the country in the name, else the document's, tells which."""
    assert body_key("Iran’s foreign ministry", "az") != body_key("Foreign Ministry", "az")
    assert body_key("Foreign Ministry", "am") != body_key("Foreign Ministry", "az")


def test_a_state_that_is_meant_is_the_state_that_is_named() -> None:
    """The authorities, in a text about one country, are the government that another text names; a bare phrase about none is left alone."""
    readings = [document("s", "The Azerbaijani government denied it.", "g:Azerbaijani government:")]
    for name, text, words in (
        ("t", "Azerbaijan: the authorities denied it.", "the authorities"),
        ("u", "All in all the authorities denied it.", "the authorities"),
    ):
        start = text.index(words)
        mention = Mention(Span(start, start + len(words)), words, MentionForm.NOMINAL)
        readings.append(
            Reading(
                Source(f"sha256:{name}", name, text, published="2024-12-07"),
                (Entity("e0", EntityKind.PERSON, words, (mention,), ("official",)),),
            )
        )
    found = resolve_people(readings)
    assert one(found, ("s", "e0"), ("t", "e0"))
    assert ("sha256:u", "e0") not in found.members or not one(found, ("s", "e0"), ("u", "e0"))
