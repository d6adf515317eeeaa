"""The words of the record: what can happen to a person, who can act, and how sure a text is.

Terms follow the HURIDOCS Events Standard Formats where they have one (codes in `HURIDOCS`), with what they
lack: demand for release, award, sanction, extension, term and its expiry.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class CustodyType(StrEnum):
    """A change in a person's liberty that a text asserts."""

    DETAINED = "detained"
    ARRESTED = "arrested"
    CHARGED = "charged"
    REMANDED = "remanded"
    DETENTION_EXTENDED = "detention_extended"
    HOUSE_ARREST = "house_arrest"
    TRAVEL_BAN = "travel_ban"
    CONVICTED = "convicted"
    ACQUITTED = "acquitted"
    SENTENCED = "sentenced"
    SENTENCE_REDUCED = "sentence_reduced"
    APPEAL_REJECTED = "appeal_rejected"
    TRANSFERRED = "transferred"
    HUNGER_STRIKE = "hunger_strike"
    ILL_TREATED = "ill_treated"
    PARDONED = "pardoned"
    RELEASED = "released"
    DIED = "died"
    TRIAL_OPENED = "trial_opened"
    BAILED = "bailed"
    FINED = "fined"
    DEPORTED = "deported"
    EXECUTED = "executed"
    VERDICT_QUASHED = "verdict_quashed"
    CITIZENSHIP_REVOKED = "citizenship_revoked"
    BANNED_FROM_OFFICE = "banned_from_office"
    SEARCHED = "searched"
    SUMMONED = "summoned"


class ActionType(StrEnum):
    """What a body or person does about a case."""

    DEMAND_RELEASE = "demand_release"
    CONDEMN = "condemn"
    AWARD = "award"
    SANCTION = "sanction"
    MEETING = "meeting"
    OTHER = "other"


class ResponseType(StrEnum):
    """How an authority, or the accused side, answers."""

    REJECT = "reject"
    ACCUSE = "accuse"
    DENY = "deny"
    NO_COMMENT = "no_comment"


class Realis(StrEnum):
    """Whether the text tells a thing as a fact."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"


TOLD: Final = frozenset({Realis.ASSERTED, Realis.ALLEGED})  # as having happened, on whosever word


class EntityKind(StrEnum):
    PERSON = "person"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    COURT = "court"
    PLACE = "place"


class MentionForm(StrEnum):
    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class QuoteForm(StrEnum):
    FULL = "full"
    PARTIAL = "partial"
    INDIRECT = "indirect"


class Side(StrEnum):
    AUTHORITY = "authority"
    ACCUSED = "accused"


class Phase(StrEnum):
    START = "start"
    ONGOING = "ongoing"
    END = "end"


# HURIDOCS micro-thesaurus 4 (types of acts) and 25 (status as victim), as in OpenEvSys; None where they have no term.
HURIDOCS: Final[dict[CustodyType, str | None]] = {
    CustodyType.DETAINED: "03010200",
    CustodyType.ARRESTED: "03010100",
    CustodyType.HOUSE_ARREST: "03010500",
    CustodyType.DIED: "01010601",
    CustodyType.DEPORTED: "33010100",
    CustodyType.SEARCHED: "04010100",
}
