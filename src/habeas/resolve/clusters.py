"""Joins made one after the other, the surest first, none against what holds two apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from habeas.resolve.names import Outcome, is_family_variant, is_short_form, name_outcome
from habeas.resolve.persona import Persona


@dataclass(frozen=True, slots=True)
class Link:
    """Two personas (by their places in the order) that may be one: how much speaks for it, the reasons, and whether it suffices."""

    one: int
    other: int
    weight: float
    reasons: tuple[str, ...]
    is_join: bool


class _Rulings(Protocol):
    def apart(self) -> list[tuple[int, int]]: ...


class Clusters:
    """Personas in groups, each group one identity."""

    def __init__(self, personas: Sequence[Persona], rulings: _Rulings) -> None:
        self._parent = list(range(len(personas)))
        self._members = {k: [k] for k in range(len(personas))}
        self._sources: dict[int, dict[str, set[str]]] = {k: {p.node[0]: {p.name}} if p.body is None else {} for k, p in enumerate(personas)}
        self._genders = {k: {p.gender} - {0} for k, p in enumerate(personas)}
        self._names: dict[int, set[str]] = {k: {p.name} if p.body is None else set() for k, p in enumerate(personas)}
        self._apart: dict[int, set[int]] = {}
        for a, b in rulings.apart():
            self._apart.setdefault(a, set()).add(b)
            self._apart.setdefault(b, set()).add(a)

    def root(self, k: int) -> int:
        """The place that stands for the group of `k`."""
        while self._parent[k] != k:
            self._parent[k] = self._parent[self._parent[k]]
            k = self._parent[k]
        return k

    def join(self, link: Link) -> bool:
        """Join the two groups of a link; False where they are one already or are held apart."""
        a, b = self.root(link.one), self.root(link.other)
        if a == b or (self._is_ruled_apart(a, b) or (link.weight < 1e6 and self._is_contradicted(a, b))):
            return False
        if len(self._members[a]) < len(self._members[b]):
            a, b = b, a
        self._parent[b] = a
        self._members[a] += self._members.pop(b)
        self._genders[a] |= self._genders.pop(b)
        self._names[a] |= self._names.pop(b)
        for source, names in self._sources.pop(b).items():
            self._sources[a].setdefault(source, set()).update(names)
        return True

    def is_forbidden(self, link: Link) -> bool:
        """True if a ruling or a contradiction holds the two groups of a link apart."""
        a, b = self.root(link.one), self.root(link.other)
        return self._is_ruled_apart(a, b) or self._is_contradicted(a, b)

    def _is_ruled_apart(self, a: int, b: int) -> bool:
        if not self._apart:
            return False
        few, many = sorted((a, b), key=lambda r: len(self._members[r]))
        return any(self.root(x) == many for m in self._members[few] for x in self._apart.get(m, ()))

    def _is_contradicted(self, a: int, b: int) -> bool:
        """Two genders, two entities of one document, or two names that cannot be one person's."""
        if len(self._genders[a] | self._genders[b]) > 1 or self._sources[a].keys() & self._sources[b].keys():
            return True
        names = self._names
        full = [(x, y) for x in names[a] for y in names[b] if x != y and " " in x and " " in y]
        other = [(x, y) for x, y in full if name_outcome(x, y) is Outcome.DIFFERENT]
        return not all(is_family_variant(x, y) or is_short_form(x, y) for x, y in other)
