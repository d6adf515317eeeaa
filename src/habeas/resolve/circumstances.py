"""What stands around two alike names, weighed: company, words nearby, role, country, custody facts, time. Each weight has its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from habeas.resolve.parse import parse_name
from habeas.resolve.persona import Persona
from habeas.resolve.words import Kind

# Weights are in natural logarithms of odds, set by hand on the gold dispatches and the train part of the corpus (decisions/0011).
_COMPANY: Final = 0.55
_NEAR: Final = 0.16
_FACTS: Final = {"under": 1.5, "by": 0.8, "in": 0.8, "custody": 0.3, "for": 0.8, "acts:": 0.2, "is": 0.1}
_DATED: Final = 2.5
_IDLE: Final = frozenset({"other", "org"})
_PUBLIC: Final = frozenset({"official", "politician"})
_HELD: Final = frozenset({"detainee"})
_HOLDING: Final = frozenset({"judge", "prosecutor", "official"})
_SMALLEST: Final = 60  # documents: a handful of them does not tell which words are rare


@dataclass(frozen=True, slots=True)
class Finding:
    """What the surroundings of two names say together: the weight for one person, and the reasons."""

    weight: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rarity:
    """How telling it is that two documents share a companion or a word: the rarer, the more."""

    documents: int
    company: Counter[str]
    words: Counter[str]

    @classmethod
    def of(cls, personas: Iterable[Persona]) -> Rarity:
        """Counted over documents: companions, and words near names."""
        company: dict[str, set[str]] = {}
        words: dict[str, set[str]] = {}
        for p in personas:
            company.setdefault(p.node[0], set()).update(p.company)
            words.setdefault(p.node[0], set()).update(p.words)
        return cls(
            max(len(company), _SMALLEST),
            Counter(k for keys in company.values() for k in keys),
            Counter(w for ws in words.values() for w in ws),
        )

    def of_company(self, key: str) -> float:
        return log(1 + self.documents / max(1, self.company[key]))

    def of_word(self, word: str) -> float:
        return log(1 + self.documents / max(1, self.words[word]))


def commonness(name: str) -> float:
    """How common a name is: the logarithm of how often its words were met, given and family name together; 0 for a rare one."""
    words = [w for w in parse_name(name).words if w.kind is Kind.WORD]
    return sum(sorted((w.common for w in words), reverse=True)[:2]) if words else 0.0


def weigh_surroundings(p: Persona, q: Persona, rarity: Rarity) -> Finding:
    """For and against `p` and `q` being one, from everything but their names."""
    found = [
        part for part in (_company(p, q, rarity), _near(p, q, rarity), _roles(p, q), _country(p, q), _facts(p, q), _time(p, q)) if part
    ]
    return Finding(sum(weight for weight, _ in found), tuple(reason for _, reason in found))


def _listed(items: Sequence[str], most: int = 3) -> str:
    return ", ".join(items[:most]) + (" and others" if len(items) > most else "")


def _company(p: Persona, q: Persona, rarity: Rarity) -> tuple[float, str] | None:
    shared = p.company & q.company
    if not shared:
        return None
    weight = min(4.0, _COMPANY * sum(rarity.of_company(k) for k in shared))
    return weight, f"both documents name {len(shared)} of the same others"


def _near(p: Persona, q: Persona, rarity: Rarity) -> tuple[float, str] | None:
    shared = sorted(p.words & q.words, key=lambda w: (-rarity.of_word(w), w))
    if not shared:
        return None
    return min(2.5, _NEAR * sum(rarity.of_word(w) for w in shared)), f"the same words stand near the name: {_listed(shared)}"


def _roles(p: Persona, q: Persona) -> tuple[float, str] | None:
    shared = sorted(p.roles & q.roles - _IDLE)
    if shared:
        return 0.8, f"{_listed(shared)} in both"
    if p.roles & _PUBLIC and q.roles & _PUBLIC:
        return 0.4, "in public office in both"
    if (p.roles & _HELD and q.roles & _HOLDING) or (q.roles & _HELD and p.roles & _HOLDING):
        return -2.0, "a detainee in one, an official of the state in the other"
    return None


def _country(p: Persona, q: Persona) -> tuple[float, str] | None:
    """A country in common speaks for one person, and none in common against it, but for statesmen: they are named everywhere."""
    if not p.countries or not q.countries:
        return None
    if p.countries & q.countries:
        return 0.9, "the same country"
    return None if p.roles & _PUBLIC and q.roles & _PUBLIC else (-0.6, "documents about different countries")


def _facts(p: Persona, q: Persona) -> tuple[float, str] | None:
    shared = sorted(p.facts & q.facts)
    if not shared:
        return None
    weight = sum(_DATED if " on " in fact else _FACTS.get(fact.partition(" ")[0], 0.3) for fact in shared)
    return min(4.0, weight), f"told of both: {_listed(shared)}"


def _time(p: Persona, q: Persona) -> tuple[float, str] | None:
    if not p.published or not q.published or not (p.published[:4].isdigit() and q.published[:4].isdigit()):
        return None
    years = abs(int(p.published[:4]) - int(q.published[:4]))
    return (-0.5, f"{years} years apart") if years > 8 else None
