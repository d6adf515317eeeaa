"""What can go wrong, as values and as errors.

HabeasError
├── InputError        what the user gave cannot be used: names the file, the place, the next step (exit code 2)
├── CaptureError      an address or file could not be taken in (exit code 1)
├── RecordError       the record cannot be opened, is locked, or fails its check (exit code 1)
└── ModelError        the shipped weights are missing or fail their hash (exit code 1)

`Problem` is the value for trouble with one document: the run goes on, the problem is kept and shown.
"""

from __future__ import annotations

from dataclasses import dataclass


class HabeasError(Exception):
    """Root of all errors that Habeas raises on purpose; `next_step` tells the user what to do."""

    exit_code = 1

    def __init__(self, message: str, *, next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.message} {self.next_step}".strip()


class InputError(HabeasError):
    """What the user gave cannot be used."""

    exit_code = 2


class CaptureError(HabeasError):
    """An address or a file could not be taken in."""


class RecordError(HabeasError):
    """The record cannot be opened or fails its check."""


class ModelError(HabeasError):
    """The shipped weights are missing or are not the ones this version was built with."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Trouble with one document: where (`source` name or path), at which stage, what, and what to do next."""

    source: str
    stage: str
    message: str
    next_step: str = ""
