"""Which personas may be one: pairs with alike names, each weighed with its surroundings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from habeas.resolve.circumstances import Rarity, commonness, weigh_surroundings
from habeas.resolve.clusters import Link
from habeas.resolve.names import compare_batch, compare_names, is_family_variant, is_short_form
from habeas.resolve.parse import parse_name
from habeas.resolve.persona import Persona
from habeas.resolve.vetoes import SAME
from habeas.resolve.words import Kind

_WIDEST: Final = 400  # names that share one word and are still set against each other
_NEIGHBOURS: Final = 12  # bearers of one name that are weighed with each other, by date, where there are many
_LIKELY: Final = 0.5  # below this score two names are not thought of together
_ENOUGH: Final = 0.4  # weight of surroundings that joins a rare full name
_FOR_PART: Final = 3.0  # and that joins names which do not settle it: a family name alone, an initial
# A common name needs more: per unit of the logarithm of how often its words were met.
_COMMON: Final = 0.1


def find_links(personas: Sequence[Persona], rarity: Rarity) -> list[Link]:
    """Links between personas, the strongest first, then by their order."""
    links = [*_body_links(personas), *_person_links(personas, rarity)]
    return sorted(links, key=lambda x: (-x.weight, x.one, x.other))


def _body_links(personas: Sequence[Persona]) -> Iterator[Link]:
    """Bodies with one key, each to the first; a body of an unknown state is left alone."""
    first: dict[str, int] = {}
    for k, p in enumerate(personas):
        if p.body is None or p.body.endswith("@?"):
            continue
        start = first.setdefault(p.body, k)
        if start != k:
            yield Link(start, k, 50.0, (f"{p.name} and {personas[start].name} are forms of one body's name",), True)


def _person_links(personas: Sequence[Persona], rarity: Rarity) -> Iterator[Link]:
    bearers: dict[str, list[int]] = defaultdict(list)
    for k, p in enumerate(personas):
        if p.body is None:
            bearers[p.name].append(k)
    names = sorted(bearers)
    for name in names:
        yield from _weighed(personas, _neighbours(bearers[name]), _score_of_one(name), rarity)
    for one, other, score in _alike(names):
        pairs = [(a, b) for a in bearers[one][:_NEIGHBOURS] for b in bearers[other][:_NEIGHBOURS]]
        yield from _weighed(personas, pairs, score, rarity)


def _score_of_one(name: str) -> float:
    """A name set against itself is as sure as its words are many: a family name alone settles nothing."""
    return 1.0 if sum(w.kind is Kind.WORD for w in parse_name(name).words) > 1 else 0.6


def _neighbours(bearers: list[int]) -> list[tuple[int, int]]:
    """Pairs of bearers of one name; where there are many, those near in time."""
    return [(a, b) for place, a in enumerate(bearers) for b in bearers[place + 1 : place + 1 + _NEIGHBOURS]]


def _alike(names: Sequence[str]) -> Iterator[tuple[str, str, float]]:
    """Two different names that may be one person's, with their score."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for k, name in enumerate(names):
        form = parse_name(name)
        for word in {*form.words, *form.others}:
            if word.kind is Kind.WORD:
                for key in {"b" + word.main.bones, "s" + word.main.spine, "c" + word.main.classes[:5]}:
                    blocks[key].append(k)
    pairs = sorted({pair for block in blocks.values() if len(block) <= _WIDEST for pair in combinations(sorted(set(block)), 2)})
    if not pairs:
        return
    scores = compare_batch([names[a] for a, _ in pairs], [names[b] for _, b in pairs])
    for (a, b), score in zip(pairs, scores.tolist(), strict=True):
        if score >= _LIKELY:
            yield names[a], names[b], score
        elif is_family_variant(names[a], names[b]) or is_short_form(names[a], names[b]):
            yield names[a], names[b], _LIKELY


@lru_cache(maxsize=1 << 16)
def _name_reasons(a: str, b: str) -> tuple[str, ...]:
    return compare_names(a, b).reasons


def _weighed(personas: Sequence[Persona], pairs: Sequence[tuple[int, int]], score: float, rarity: Rarity) -> Iterator[Link]:
    for a, b in pairs:
        p, q = personas[a], personas[b]
        if p.node[0] == q.node[0] or p.gender * q.gender < 0:
            continue
        finding = weigh_surroundings(p, q, rarity)
        needed = _ENOUGH + _COMMON * commonness(p.name) if score >= SAME else _FOR_PART
        is_join = finding.weight >= needed
        if is_join or score >= SAME or finding.weight > 1.0:
            reasons = (*_name_reasons(p.name, q.name), *(finding.reasons or ("nothing else speaks for it",)))
            yield Link(min(a, b), max(a, b), finding.weight + 4 * score, reasons, is_join)
