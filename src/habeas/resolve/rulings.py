"""What people ruled about identities: which two are the same, which are different, and which stay open. The last ruling holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.case.decision import Decision, Verdict
from habeas.resolve.clusters import Link
from habeas.resolve.persona import Persona

_ABOUT_IDENTITY = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)


@dataclass(frozen=True, slots=True)
class Rulings:
    """The verdict on each pair of personas, by their places in the order, the lower first."""

    verdicts: dict[tuple[int, int], Verdict]

    @classmethod
    def of(cls, decisions: Sequence[Decision], personas: Sequence[Persona]) -> Rulings:
        """A decision names register ids; each id stands for the persona that gave the identity its id, whatever joined it since."""
        places = {p.id.rpartition("-")[2]: k for k, p in enumerate(personas)}
        verdicts: dict[tuple[int, int], Verdict] = {}
        for decision in sorted(decisions, key=lambda d: d.decided_at):
            ids = decision.subject.split()
            if decision.verdict not in _ABOUT_IDENTITY or len(ids) != 2:
                continue
            found = sorted(places[tail] for tail in (i.rpartition("-")[2] for i in ids) if tail in places)
            if len(found) == 2 and found[0] != found[1]:
                verdicts[found[0], found[1]] = decision.verdict
        return cls(verdicts)

    def same_links(self) -> list[Link]:
        """The joins that people ruled."""
        return [
            Link(a, b, 1e6, ("a person ruled that they are the same",), True)
            for (a, b), v in sorted(self.verdicts.items())
            if v is Verdict.SAME
        ]

    def apart(self) -> list[tuple[int, int]]:
        """The pairs that people ruled to be two."""
        return [pair for pair, verdict in sorted(self.verdicts.items()) if verdict is Verdict.DIFFERENT]
