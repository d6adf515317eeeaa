"""The JSON contract: everything a reading holds goes out and comes back."""

import json
from typing import TypedDict

from habeas.case.claim import Action, Authority, Charge, Claim, Custody, Quote, Response
from habeas.case.dates import Bound, DateValue, Term
from habeas.case.passage import Passage, Span
from habeas.case.person import Entity, Mention
from habeas.case.reading import Reading
from habeas.case.source import Boilerplate, Source
from habeas.case.vocabulary import ActionType, CustodyType, EntityKind, MentionForm, Phase, QuoteForm, Realis, ResponseType, Side
from habeas.publish.formats.contract import reading_from_json, reading_to_json

TEXT = "On May 3 a court jailed Anna Example for two years. The group asked for her release.\nSee also"


class Said(TypedDict):
    """What the claims of the sample have in common."""

    passages: tuple[Passage, ...]
    confidence: float
    reader: str


def sample() -> Reading:
    """A reading that fills every field at least once."""
    source = Source(
        "sha256:00",
        "a",
        TEXT,
        "https://example.org",
        "The Example",
        "T",
        "en",
        "2024-05-04",
        ("News",),
        (Boilerplate(Span(85, 93), "related"),),
    )
    words = (Passage.cut(source.id, TEXT, Span(0, 51)),)
    said: Said = {"passages": words, "confidence": 0.9, "reader": "rules/0.1"}
    claims: tuple[Claim, ...] = (
        Custody(
            id="c1",
            **said,
            type=CustodyType.SENTENCED,
            subtype="x",
            phase=Phase.START,
            trigger=Span(17, 23),
            persons=("e1",),
            person_count=1,
            date=DateValue("2024-05-03", Span(3, 8)),
            until=DateValue("2026-05", None, Bound.BY, True),
            term=Term("P2Y", Span(41, 50)),
            charge=Charge(Span(9, 16), "1.2"),
            authority=Authority("e1", Span(9, 16)),
            place=Span(9, 16),
            voice="e1",
            realis=Realis.ALLEGED,
        ),
        Quote(
            id="c2",
            **said,
            form=QuoteForm.FULL,
            content=(Span(0, 8),),
            cue=Span(9, 10),
            speaker="e1",
            speakers=("e1",),
            speaker_mention=Span(24, 36),
            because="rule",
            via="e1",
        ),
        Action(
            id="c3",
            **said,
            type=ActionType.DEMAND_RELEASE,
            trigger=Span(62, 67),
            actors=("e1",),
            addressees=("e1",),
            beneficiaries=("e1",),
            targets=("e1",),
            norms=(Span(0, 8),),
            what=Span(9, 16),
        ),
        Response(
            id="c4",
            **said,
            type=ResponseType.REJECT,
            side=Side.AUTHORITY,
            trigger=Span(17, 23),
            actors=("e1",),
            toward=("e1",),
            answers=("c3",),
            what=Span(0, 8),
        ),
    )
    entity = Entity(
        "e1", EntityKind.PERSON, "Anna Example", (Mention(Span(24, 36), "Anna Example", MentionForm.NAME),), ("detainee",), "p-1"
    )
    return Reading(source, (entity,), claims)


def test_round_trip() -> None:
    """What is written can be read back, and is the same value."""
    data = json.loads(json.dumps(reading_to_json(sample())))
    assert reading_from_json(data) == sample()


def test_the_shape_that_others_rely_on() -> None:
    """Named keys, half-open ranges with start and end, words that stand in the text."""
    data = reading_to_json(sample())
    assert list(data) == ["source", "boilerplate", "entities", "claims"]
    custody = data["claims"][0]
    assert custody["trigger"] == {"start": 17, "end": 23}
    assert custody["date"]["edtf"] == "2024-05-03"
    assert all(TEXT[p["start"] : p["end"]] == p["exact"] for c in data["claims"] for p in c["passages"])
