"""What a person ruled about a claim or an identity. Append-only: a later decision stands beside the earlier one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    UNSURE = "unsure"
    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Decision:
    """One ruling: who ruled what about which subject, when, and why.

    `subject` is a claim id, or for SAME and DIFFERENT two register ids joined by a space. `correction` is the JSON of the
    corrected fields, for CORRECT only.
    """

    subject: str
    verdict: Verdict
    decided_by: str
    decided_at: str
    reason: str | None = None
    correction: str | None = None

    def __post_init__(self) -> None:
        if (self.verdict is Verdict.CORRECT) != (self.correction is not None):
            raise ValueError("a correction goes with the verdict 'correct', and only with it")
