"""Where does the text report words? Its sentences with their mentions, quoted stretches and reporting verbs, token by token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from habeas.case.passage import Span
from habeas.case.person import Entity, Mention
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.languages.language import Language
from habeas.read.document import Document, Token
from habeas.read.quotation_marks import quoted_stretches

ADVERBS: Final = ENGLISH.group("reporting.adverbs")
AUXILIARIES: Final = ENGLISH.group("reporting.auxiliaries")
BE: Final = ENGLISH.group("reporting.be")
PREPOSITIONS: Final = ENGLISH.group("reporting.prepositions")
POSSESSIVES: Final = ENGLISH.group("reporting.possessives")
FINITE: Final = ENGLISH.group("reporting.finite")


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb at token `at`; `flags` as the language's list gives them."""

    at: int
    lemma: str
    tense: str
    flags: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention by tokens: from `start` up to `stop` of its line."""

    start: int
    stop: int
    mention: Mention
    entity: Entity


@dataclass(slots=True)
class Line:
    """One sentence, by tokens: `quoted` says which of them stand between quotation marks."""

    number: int
    paragraph: int
    span: Span
    tokens: tuple[Token, ...]
    low: list[str]
    placed: list[Placed]
    quoted: list[bool]
    cues: list[Cue]
    by_start: dict[int, Placed] = field(default_factory=dict)
    by_stop: dict[int, Placed] = field(default_factory=dict)

    def cut(self, first: int, stop: int) -> Span | None:
        """The span of tokens `first` up to `stop`, without marks and conjunctions at its edges."""
        while first < stop and self.low[first] in _EDGES:
            first += 1
        while stop > first and self.low[stop - 1] in _EDGES:
            stop -= 1
        return Span(self.tokens[first].span.start, self.tokens[stop - 1].span.stop) if first < stop else None


_NOUNISH: Final = ENGLISH.group("reporting.nounish")
_BEFORE_BASE: Final = ENGLISH.group("reporting.before_base")
_EDGES: Final = frozenset(", . ; : – — - ! ? … ...".split())


@dataclass(frozen=True, slots=True)
class Stage:
    """A document with everything that reported speech leans on."""

    document: Document
    entities: tuple[Entity, ...]
    lines: list[Line]
    stretches: list[Span]

    @property
    def text(self) -> str:
        return self.document.text

    def line_at(self, offset: int) -> Line | None:
        """The sentence that holds the offset."""
        at = bisect_right(self.lines, offset, key=lambda line: line.span.start) - 1
        return self.lines[at] if at >= 0 and offset < self.lines[at].span.stop else None


def set_stage(document: Document, entities: Sequence[Entity], language: Language) -> Stage:
    """The document's sentences with mentions, quoted stretches and reporting verbs in place."""
    placed = sorted(((m.span.start, -m.span.stop, m, e) for e in entities for m in e.mentions), key=lambda p: p[:2])
    starts = [p[0] for p in placed]
    kept = quoted_stretches(document.text)
    verbs = _verbs(language)
    lines: list[Line] = []
    at = 0
    for number, sentence in enumerate(document.sentences):
        tokens = sentence.tokens
        low = [_ANY_MONTH if _is_month(tokens, i) else t.lower for i, t in enumerate(tokens)]
        while at < len(kept) and kept[at].stop <= sentence.span.start:
            at += 1
        quoted = _quoted(tokens, kept, at)
        line = Line(number, sentence.paragraph, sentence.span, tokens, low, [], quoted, [])
        here = placed[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.stop)]
        _place(line, [(m, e) for _, _, m, e in here])
        line.cues += _cues(line, verbs, _phrases(language))
        lines.append(line)
    return Stage(document, tuple(entities), lines, kept)


def _is_month(tokens: Sequence[Token], at: int) -> bool:
    """True for "May" behind "in" or "last" or beside a number: no verb."""
    if tokens[at].text != "May" or not at:
        return False
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return tokens[at - 1].lower in _BEFORE_MONTH or tokens[at - 1].text[0].isdigit() or behind[:1].isdigit()


_ANY_MONTH: Final = "april"
_BEFORE_MONTH: Final = ENGLISH.group("reporting.before_month")


def _cues(line: Line, verbs: Mapping[str, _Row], phrases: Mapping[str, tuple[_Row, tuple[list[str], ...]]]) -> list[Cue]:
    """The verbs of the sentence that report, and those of phrases that do: "made known", "let it be known", "has it that"."""
    low = line.low
    out = []
    for i, word in enumerate(low):
        row = verbs.get(word)
        if word in phrases and any(low[i + 1 : i + 1 + len(rest)] == rest for rest in phrases[word][1]):
            row = phrases[word][0]
        if row is not None and not line.quoted[i] and _is_verb(line, i, row[1]):
            out.append(Cue(i, *row))
    return out


_Row = tuple[str, str, str]


@cache
def _phrases(language: Language) -> dict[str, tuple[_Row, tuple[list[str], ...]]]:
    rows = language.table("reporting_phrases").items()
    return {form: ((row[0], row[1], row[2]), tuple(rest.split() for rest in row[3].split("|"))) for form, row in rows}


@cache
def _verbs(language: Language) -> dict[str, _Row]:
    return {form: (row[0], row[1], row[2]) for form, row in language.table("reporting").items()}


def _quoted(tokens: Sequence[Token], stretches: Sequence[Span], at: int) -> list[bool]:
    out = []
    for token in tokens:
        while at < len(stretches) and stretches[at].stop <= token.span.start:
            at += 1
        out.append(at < len(stretches) and stretches[at].start <= token.span.start)
    return out


def _place(line: Line, mentions: Sequence[tuple[Mention, Entity]]) -> None:
    starts = [t.span.start for t in line.tokens]
    stop = 0
    for mention, entity in mentions:
        first = bisect_left(starts, mention.span.start)
        last = bisect_left(starts, mention.span.stop)
        if first >= len(starts) or first >= last:
            continue
        placed = Placed(first, last, mention, entity)
        if mention.form is MentionForm.PRONOUN and mention.text.lower() in POSSESSIVES and _owns(line, last):
            line.by_start.setdefault(-first - 1, placed)
            continue
        if first < stop:
            continue
        stop = last
        line.placed.append(placed)
        line.by_start[first] = placed
        line.by_stop[last] = placed


def _owns(line: Line, after: int) -> bool:
    """True for "her" in "her lawyer", not in "told her that"."""
    return (
        after < len(line.low)
        and line.low[after][0].isalpha()
        and line.low[after] not in ("that", "he", "she", "they", "it", "to", "the", "as", "saying")
    )


def _is_verb(line: Line, at: int, tense: str) -> bool:
    """Is the word a verb here, and an active one?"""
    low = line.low
    if line.tokens[at].text[0].isupper() and any(p.start <= at < p.stop and p.mention.form is MentionForm.NAME for p in line.placed):
        return False  # "Said Omar"
    if any(p.start <= at < p.stop - 1 and p.mention.form is MentionForm.NOMINAL for p in line.placed):
        return False  # "state security officers"
    back = at - 1
    while back >= 0 and (is_adverb(low[back]) or tuple(low[max(0, back - 1) : back + 1]) in _ADVERB_PHRASES):
        back -= 2 if tuple(low[max(0, back - 1) : back + 1]) in _ADVERB_PHRASES else 1
    before = low[back] if back >= 0 else ""
    helper = low[back - 1] if before == "not" and back > 0 else before
    if helper in BE and tense in ("past", "gerund"):
        return False
    if before in _BEFORE_PARTICIPLE and tense == "past":
        return False  # "when asked about it"
    if low[at] in ("alleged", "suspected") and not (
        back + 1 in line.by_stop or before in _BEFORE_ALLEGED or low[at + 1 : at + 2] == ["that"]
    ):
        return False  # "investigating alleged abuses"
    if tense == "base":
        if before in _NOUNISH or before in PREPOSITIONS - {"to"} or before in ("'", "’", "'s", "’s"):
            return False
        if before in _BEFORE_BASE or (before == "to" and low[max(0, back - 1) : back] != ["according"]):
            return True
        return any(_is_plural(p) for p in line.placed if at - 7 <= p.stop <= at)
    if tense == "present":
        if low[at] not in _ALWAYS and low[at + 1 : at + 2] and low[at + 1] in AUXILIARIES | BE:
            return False  # "States must", "claims were"
        if before in _NOUNISH or before in PREPOSITIONS or before in ("has", "have", "had"):
            return False
        subject = line.by_stop.get(back + 1)
        if subject is not None and subject.start and low[subject.start - 1] in _NUMBERS:
            return False  # "three Facebook posts"
        return (
            low[at] in _ALWAYS or back + 1 in line.by_stop or before in (",", "and", "who", "which", "but", "”", '"', "»", "’") or back < 0
        )
    return tense == "gerund" or (before not in ("the", "a", "an") and before not in PREPOSITIONS)


_ADVERB_PHRASES: Final = frozenset(tuple(p.split("-")) for p in ENGLISH.group("reporting.adverb_phrases"))
_NUMBERS: Final = ENGLISH.group("nominals.numbers")
_BEFORE_PARTICIPLE: Final = frozenset("when if once unless until".split())
_BEFORE_ALLEGED: Final = frozenset("has have had who which and but , also ”".split()) | {'"'}
_ALWAYS: Final = ENGLISH.group("reporting.always")


def is_adverb(word: str) -> bool:
    """True for a word that may stand between a subject and its verb."""
    return word in ADVERBS or (word.endswith("ly") and word not in _NO_ADVERB)


_NO_ADVERB: Final = ENGLISH.group("reporting.no_adverb")


def _is_plural(placed: Placed) -> bool:
    """True for a mention that takes a verb without -s."""
    word = placed.mention.text.lower()
    return (
        word in ("they", "we", "i", "you", "both", "those")
        or word.endswith(("police", "people", "family"))
        or (
            placed.mention.form is MentionForm.NOMINAL
            and word.endswith(("s", "men", "three", "two", "four", "five", "six", "pair", "couple", "staff"))
        )
    )


def token_at(line: Line, offset: int) -> int:
    """The first token that begins at or behind `offset`."""
    return bisect_left(line.tokens, offset, key=lambda t: t.span.start)


def can_speak(placed: Placed) -> bool:
    """True for people and bodies; a place or a possessive speaks not."""
    return placed.entity.kind is not EntityKind.PLACE


def paragraphs_of(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines, paragraph by paragraph."""
    out: list[list[Line]] = []
    for line in lines:
        if out and out[-1][-1].paragraph == line.paragraph:
            out[-1].append(line)
        else:
            out.append([line])
    return out
