"""A reading as a table for the terminal: each claim with its people, its date, and the words that say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.table import Table
from rich.text import Text

from habeas.case.claim import Action, Claim, Custody, Quote
from habeas.case.passage import Span
from habeas.case.reading import Reading
from habeas.case.vocabulary import Realis

WIDEST = 160  # characters of a passage that are shown; the JSON has them all


def reading_table(reading: Reading) -> Table:
    """One row a claim, in the order of the text."""
    source = reading.source
    heading = " · ".join(x for x in (source.name, source.outlet, source.published) if x)
    table = Table(title=heading, title_justify="left", title_style="bold", expand=True, show_lines=False, pad_edge=False)
    table.add_column("what is reported", ratio=3)
    table.add_column("who", ratio=4)
    table.add_column("when", no_wrap=True, min_width=10)
    table.add_column("the words", ratio=7)
    for claim in sorted(reading.claims, key=lambda c: c.passages[0].start):
        table.add_row(what_of(claim), who_of(claim, reading), when_of(claim), words_of(claim, source.text))
    return table


def what_of(claim: Claim) -> Text:
    """The kind of claim in words, with its term, and how sure the text is where it does not assert."""
    if isinstance(claim, Quote):
        label = {"full": "quote", "partial": "quote (in part)", "indirect": "quote (indirect)"}[claim.form.value]
    else:
        label = claim.type.value.replace("_", " ")
        if claim_subtype := getattr(claim, "subtype", None):
            label += f" ({claim_subtype})"
    if isinstance(claim, Custody) and claim.term:
        label += f", {claim.term.iso}"
    text = Text(label)
    if claim.realis is not Realis.ASSERTED:
        text.append(f" [{claim.realis.value}]", style="yellow")
    return text


def who_of(claim: Claim, reading: Reading) -> str:
    """The people and bodies of the claim, by the names of this document."""
    names = {e.id: e.name for e in reading.entities}

    def named(ids: Iterable[str]) -> str:
        return ", ".join(names.get(i, i) for i in ids)

    if isinstance(claim, Custody):
        return named(claim.persons)
    if isinstance(claim, Quote):
        return named(claim.speakers or ((claim.speaker,) if claim.speaker else ())) or "(speaker not decided)"
    if isinstance(claim, Action):
        return " → ".join(x for x in (named(claim.actors), named(claim.addressees), named((*claim.beneficiaries, *claim.targets))) if x)
    return " → ".join(x for x in (named(claim.actors), named(claim.toward)) if x)


def when_of(claim: Claim) -> str:
    """The date in EDTF, or nothing where the text gives none."""
    date = claim.date if isinstance(claim, Custody | Action) else None
    return date.edtf if date else ""


def words_of(claim: Claim, text: str) -> str:
    """The words that say it, cut from the source."""
    spans: Iterator[Span] = iter(claim.content) if isinstance(claim, Quote) else (p.span for p in claim.passages[:1])
    words = " […] ".join(" ".join(s.words(text).split()) for s in spans)
    return words if len(words) <= WIDEST else words[: WIDEST - 1] + "…"
