"""What readings, identities and decisions add up to: for each source its lines, sorted by what becomes of them. A pure function.

A claim fills a case if it is asserted (or alleged, and marked so) and sure enough, or if a person accepted it. What is planned,
possible or negated stands apart; what is unsure becomes a question; what a person rejected stays visible as rejected.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.case.case import Party, SourceLine
from habeas.case.decision import Decision, Verdict
from habeas.case.reading import Reading
from habeas.case.vocabulary import TOLD, EntityKind
from habeas.record.lines import Line, SourceView, line_of, source_line
from habeas.record.rulings import corrected, rulings_of, verdict_on
from habeas.resolve.identities import Identities

SURE_ENOUGH = 0.5  # calibrated: a claim at this mark is as likely right as wrong; below it a person looks first
_NEVER = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Chapter:
    """One source with its lines: those that fill cases, those that stand apart, those in question, those rejected."""

    view: SourceView
    told: tuple[Line, ...] = ()
    apart: tuple[Line, ...] = ()
    unsure: tuple[Line, ...] = ()
    rejected: tuple[Line, ...] = ()

    @property
    def source(self) -> SourceLine:
        return self.view.source


@dataclass(frozen=True, slots=True)
class Casebook:
    """The chapters of the sources given, and who is who in them."""

    chapters: tuple[Chapter, ...]
    identities: Identities
    parties: Mapping[str, Party]

    def about(self) -> dict[str, Casebook]:
        """For each identity the chapters in which it is named: all that its case is made of."""
        named: dict[str, list[Chapter]] = defaultdict(list)
        for chapter in self.chapters:
            for register in {p.id for p in chapter.view.parties.values()}:
                named[register].append(chapter)
        return {register: Casebook(tuple(c), self.identities, self.parties) for register, c in named.items()}


def make_casebook(
    readings: Iterable[Reading],
    identities: Identities,
    decisions: Sequence[Decision],
    added: Mapping[str, str],
    parties: Mapping[str, Party] | None = None,
) -> Casebook:
    """The casebook of these readings. `added` gives for each source when the record received it.

    `parties` gives the name shown for each identity, where the readings are only a part of the record.
    """
    rulings = rulings_of(decisions)
    ordered = [corrected(r, rulings) for r in sorted(readings, key=lambda r: r.source.id)]
    shown = parties if parties is not None else parties_in(ordered, identities)
    views = [_view(r, identities, shown, added.get(r.source.id, _NEVER)) for r in ordered]
    return Casebook(tuple(_chapter(v, rulings) for v in views), identities, shown)


def _chapter(view: SourceView, rulings: dict[str, Decision]) -> Chapter:
    heaps: dict[str, list[Line]] = {"told": [], "apart": [], "unsure": [], "rejected": []}
    for claim in view.reading.claims:
        line = line_of(claim, view, verdict_on(f"{view.source.id}#{claim.id}", rulings))
        heaps[_heap(line)].append(line)
    return Chapter(view, *(tuple(lines) for lines in heaps.values()))


def _heap(line: Line) -> str:
    if line.verdict is Verdict.REJECT:
        return "rejected"
    is_ruled = line.verdict in (Verdict.ACCEPT, Verdict.CORRECT)
    if line.verdict is Verdict.UNSURE or (line.confidence < SURE_ENOUGH and not is_ruled):
        return "unsure"
    return "told" if line.realis in TOLD else "apart"


def _view(reading: Reading, identities: Identities, shown: Mapping[str, Party], added_at: str) -> SourceView:
    source = reading.source
    parties = {}
    for entity in reading.entities:
        register = identities.of(source.id, entity.id)
        parties[entity.id] = shown.get(register) or Party(register, entity.name, entity.kind)
    return SourceView(reading, source_line(source, added_at), parties)


def parties_in(readings: Iterable[Reading], identities: Identities) -> dict[str, Party]:
    """For each identity the name to show: the one that `resolve/` chose, else the spelling most sources use, the fullest of those."""
    chosen = {i.id: i.name for i in identities.identities}
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for reading in readings:
        for entity in reading.entities:
            register = identities.of(reading.source.id, entity.id)
            kinds[register][entity.kind] += 1
            spellings[register][entity.name] += 1
    return {
        register: Party(
            register,
            _not_shouted(chosen.get(register) or min(names, key=lambda n: (-names[n], -len(n.split()), n)), names),
            min(kinds[register], key=lambda k: (-kinds[register][k], k.value)),
        )
        for register, names in spellings.items()
    }


def _not_shouted(name: str, spellings: Iterable[str]) -> str:
    """The same name as other texts write it, where this one writes it in capitals."""
    plain = sorted(n for n in spellings if n.casefold() == name.casefold() and not n.isupper())
    return plain[0] if name.isupper() and plain else name


def script_of(name: str) -> str:
    """The script of most of the name's letters: Latin, Cyrillic, Arabic, Georgian, Armenian, …"""
    scripts = Counter(unicodedata.name(c, "UNKNOWN").split()[0].capitalize() for c in name if c.isalpha())
    return min(scripts, key=lambda s: (-scripts[s], s)) if scripts else "none"
