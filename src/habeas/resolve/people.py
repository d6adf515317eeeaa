"""Who is who across documents: which entities are one person or body, which are not, and which a person must be asked about.

The answer is a pure function of the set of readings and the decisions. Pairs with alike names are judged with what stands around
the names; the surest joins come first, and none is made against a decision, a gender, a given name, or one document's word that
two people are two. A name alone never joins two people: where nothing else speaks, the pair becomes a doubt.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from types import MappingProxyType

from habeas.case.decision import Decision
from habeas.case.reading import Reading
from habeas.resolve.circumstances import Rarity
from habeas.resolve.clusters import Clusters, Link
from habeas.resolve.identities import Doubt, Identities, Identity, Join
from habeas.resolve.links import find_links
from habeas.resolve.persona import Persona, describe
from habeas.resolve.rulings import Rulings


def resolve_people(readings: Sequence[Reading], decisions: Sequence[Decision] = ()) -> Identities:
    """The identity of every named entity of the readings. The order of the readings makes no difference."""
    personas = _in_order(readings)
    rulings = Rulings.of(decisions, personas)
    links = find_links(personas, Rarity.of(personas))
    clusters = Clusters(personas, rulings)
    joined = [link for link in [*rulings.same_links(), *(x for x in links if x.is_join)] if clusters.join(link)]
    ids = _register_ids(personas, clusters)
    return Identities(
        MappingProxyType({p.node: ids[k] for k, p in enumerate(personas)}),
        _joins(personas, joined, ids),
        _doubts(personas, links, clusters, ids),
        _identities(personas, ids),
    )


def _in_order(readings: Sequence[Reading]) -> list[Persona]:
    """All personas, earliest publication first; a source read twice counts once."""
    sources = {r.source.id: r for r in sorted(readings, key=lambda r: (r.source.id, repr(r.entities)))}
    personas = [p for r in sources.values() for p in describe(r)]
    return sorted(personas, key=lambda p: (p.published or "9999", p.node))


def _register_ids(personas: Sequence[Persona], clusters: Clusters) -> list[str]:
    """The id of each persona's identity: that of its earliest member."""
    first: dict[int, int] = {}
    return [personas[first.setdefault(clusters.root(k), k)].id for k in range(len(personas))]


def _joins(personas: Sequence[Persona], joined: Sequence[Link], ids: Sequence[str]) -> tuple[Join, ...]:
    """The reason for which each persona came to its identity: its surest join. A persona that stands alone has none."""
    best: dict[int, Link] = {}
    for link in joined:
        for k in (link.one, link.other):
            best.setdefault(k, link)
    return tuple(Join(ids[k], *personas[k].node, _because(personas, k, link)) for k, link in sorted(best.items()))


def _because(personas: Sequence[Persona], k: int, link: Link) -> str:
    other = personas[link.other if k == link.one else link.one]
    return f"with {other.name} in {other.node[0][:19]}: " + "; ".join(link.reasons)


def _doubts(personas: Sequence[Persona], links: Sequence[Link], clusters: Clusters, ids: Sequence[str]) -> tuple[Doubt, ...]:
    """One question for each two identities whose names are alike and that no rule or ruling holds apart."""
    asked: dict[tuple[str, str], Doubt] = {}
    for link in links:
        if clusters.root(link.one) == clusters.root(link.other) or clusters.is_forbidden(link):
            continue
        one, other = sorted((ids[link.one], ids[link.other]))
        passages = (personas[link.one].passage, personas[link.other].passage)
        asked.setdefault((one, other), Doubt(one, other, "; ".join(link.reasons), passages))
    return tuple(doubt for _, doubt in sorted(asked.items()))


def _identities(personas: Sequence[Persona], ids: Sequence[str]) -> tuple[Identity, ...]:
    """Each identity with the name that is shown for it: the one most documents use, the fuller and then the earlier where equal."""
    members: dict[str, list[Persona]] = defaultdict(list)
    for persona, id_ in zip(personas, ids, strict=True):
        members[id_].append(persona)
    out = []
    for id_, group in members.items():
        counts = Counter(p.name for p in group)
        names = tuple(dict.fromkeys(n for p in group for n in p.names))
        shown = min(counts, key=lambda n: (-counts[n], -len(n.split()), n))
        out.append(Identity(id_, group[0].kind, shown, names, tuple(p.node for p in group)))
    return tuple(sorted(out, key=lambda i: i.id))
