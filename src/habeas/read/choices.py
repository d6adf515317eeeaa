"""Which of several sets of people is meant? The rules' set stands unless another is likelier by a margin, at first sight and asked again alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from habeas.read.group_signs import Group

_LEAST: Final = 0.03  # of a set by itself, from where on it is asked about again


@dataclass(frozen=True, slots=True)
class Choice:
    """The sets of people that may be meant, the rules' first, and how likely each is."""

    options: tuple[Group, ...]
    shares: tuple[float, ...]

    def best(self, rather: float) -> tuple[Group, float]:
        """Whom the rules say, unless others are likelier by `rather`; and how likely those are."""
        at = max(range(len(self.options)), key=lambda i: self.shares[i])
        at = at if self.shares[at] >= self.shares[0] + rather else 0
        return self.options[at], self.shares[at]

    def again(self, ask: Callable[[list[int]], Sequence[float]]) -> Choice:
        """The choice with what `ask` says of the sets (by number) that are at all likely by themselves, and of the rules'; 0 of the rest.

        As it is where the rules' set is the only one.
        """
        if len(self.options) < 2:
            return self
        asked = [i for i, share in enumerate(self.shares) if i == 0 or share >= _LEAST]
        answers = dict(zip(asked, ask(asked), strict=True))
        return replace(self, shares=tuple(answers.get(i, 0.0) for i in range(len(self.shares))))
