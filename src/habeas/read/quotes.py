"""Which words of the text are somebody's? Direct, partial and indirect quotes, with the words that report them and who said them.

Quotation marks are read first: each stretch finds the clause that reports it, or none and is no quote. Then verbs, "according
to", labels and turns of an interview give the words that stand without marks. One pass over the sentences: linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from habeas.case.claim import Quote
from habeas.case.passage import Passage, Span
from habeas.case.person import Entity
from habeas.case.vocabulary import EntityKind, MentionForm, QuoteForm
from habeas.languages.language import Language
from habeas.read.document import Document
from habeas.read.reporting import ADVERBS, FINITE, PREPOSITIONS, Cue, Line, Placed, Stage, set_stage
from habeas.read.speakers import UNATTRIBUTED, Frame, Speaker, decide_speaker, first_subject, owner_of, subject_after, subject_before

READER: Final = "rules-1"
_MARKS: Final = "\"“”«»„‟‘’‚'‹›"
_DATELINE: Final = re.compile(r"\(?[A-ZÀ-Þ][\w’'./ -]{1,40}(?:,[^–—:;!?]{1,50})?\)?\s?[–—-]{1,2}\s")
_BULLET: Final = re.compile(r"(?:[-–—•*>]|\d{1,2}[.)/]|\d{1,2}[:.]\d\d\s?[–—-]?|Update[^–—:]{0,20}[–—:]|[(\[]\d+[)\]])\s?")
_QUESTION: Final = re.compile(
    r"\s*(?:(?:q|question|correspondent|journalist|reporter)\s?[:.–—-]|[–—-]\s?(?=.*\?\s*$)|.{0,300}\?\s*$)", re.IGNORECASE
)
_CONFIDENCE: Final = {QuoteForm.FULL: 0.9, QuoteForm.PARTIAL: 0.75, QuoteForm.INDIRECT: 0.75}


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """Words of somebody, before their speaker is decided: what, in which form, and the frame that reports them."""

    form: QuoteForm
    content: tuple[Span, ...]
    frame: Frame
    cue: Span | None = None


def find_quotes(document: Document, entities: Sequence[Entity], language: Language) -> tuple[Quote, ...]:
    """The quotes of the document in order, each with its speaker or none."""
    stage = set_stage(document, entities, language)
    reader = _Reader(stage)
    found = sorted(reader.read(), key=lambda q: q.content[0])
    return tuple(quote for i, f in enumerate(found, 1) if (quote := _claim(f, stage, f"q{i}")) is not None)


def _claim(found: FoundQuote, stage: Stage, id_: str) -> Quote | None:
    speaker = decide_speaker(found.frame, stage)
    if speaker is UNATTRIBUTED and found.frame.kind not in ("verb", "inverted", "label"):
        return None
    source = stage.document.source
    whole = tuple(Passage.cut(source.id, stage.text, span) for span in found.content)
    entity = speaker.entity.id if speaker.entity is not None else None
    return Quote(
        id=id_,
        passages=whole,
        confidence=_CONFIDENCE[found.form] if entity else 0.4,
        reader=READER,
        voice=entity,
        form=found.form,
        content=found.content,
        cue=found.cue,
        speaker=entity,
        speaker_mention=speaker.mention,
        because=speaker.because,
        via=_via(found.frame),
    )


def _via(frame: Frame) -> str | None:
    """The outlet that was spoken to: "told VOA", "in an interview with Turan"."""
    if frame.cue is None:
        return None
    for placed in frame.line.placed:
        if placed.start <= frame.cue.at or placed.entity.kind is not EntityKind.ORGANIZATION or placed.mention.form is not MentionForm.NAME:
            continue
        before = frame.line.low[max(0, placed.start - 3) : placed.start]
        if placed.start == frame.cue.at + 1 and frame.cue.lemma in ("tell", "inform", "assure"):
            return placed.entity.id
        if ("interview" in before and "with" in before) or (before[-1:] == ["to"] and "speaking" in before):
            return placed.entity.id
    return None


class _Reader:
    """Reads the quotes of one document: marks first, then frames without marks."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.text = stage, stage.text
        self.starts = [line.span.start for line in stage.lines]
        self.used: set[tuple[int, int]] = set()  # line and token of verbs that already report something
        self.covered: list[Span] = []

    def read(self) -> list[FoundQuote]:
        out = list(self._turns())
        out += self._direct()
        self.covered += [s for q in out for s in q.content]
        self.covered.sort()
        for line in self.stage.lines:
            out += self._indirect(line)
        return out

    def _line(self, offset: int) -> Line | None:
        at = bisect_right(self.starts, offset) - 1
        return self.stage.lines[at] if at >= 0 and offset < self.stage.lines[at].span.stop else None

    # -- interviews without marks

    def _turns(self) -> Iterator[FoundQuote]:
        """Answers that follow questions, each a paragraph of its own or labelled with a name."""
        paragraphs = _paragraphs(self.stage.lines)
        asked = [bool(_is_question(self.text, lines)) for lines in paragraphs]
        if sum(asked) < 2:
            return
        answerer: Placed | None = None
        for number, lines in enumerate(paragraphs):
            label = _label(lines[0])
            if label is not None and not asked[number]:
                answerer = label[0]
            if asked[number] or not (label is not None or (number and asked[number - 1])):
                continue
            answerer = answerer or self._interviewee(paragraphs[: number + 1])
            start = lines[0].tokens[label[1]].span.start if label is not None and label[1] < len(lines[0].tokens) else lines[0].span.start
            content = _stripped(self.text, start, lines[-1].span.stop)
            if answerer is None or content is None or self._is_retold(lines, answerer) or _is_short_note(self.text, content):
                continue
            for line in lines:
                self.used.update((line.number, c.at) for c in line.cues)
            self.covered.append(content)
            yield FoundQuote(QuoteForm.FULL, (content,), Frame("turn", lines[0], given=answerer))

    def _interviewee(self, paragraphs: Sequence[Sequence[Line]]) -> Placed | None:
        """Whom the questions are put to: the person named most often before the first answer."""
        count: dict[str, list[Placed]] = {}
        for lines in paragraphs:
            for line in lines:
                for placed in line.placed:
                    if placed.entity.kind is EntityKind.PERSON and placed.entity.is_named:
                        count.setdefault(placed.entity.id, []).append(placed)
        return max(count.values(), key=len)[0] if count else None

    def _is_retold(self, lines: Sequence[Line], answerer: Placed) -> bool:
        """True where the text reports the answer in its own words: the answerer is the subject of a reporting verb."""
        for line in lines:
            for cue in line.cues:
                subject = subject_before(line, cue)
                if subject is not None and subject.entity.id == answerer.entity.id and "b" in cue.flags + "b":
                    return True
        return False

    # -- words in marks

    def _direct(self) -> list[FoundQuote]:
        out: list[FoundQuote] = []
        last: tuple[Span, int] | None = None  # the stretch before, and where its quote stands in `out`
        for outer in self.stage.stretches:
            inner = _inner(self.text, outer)
            line = self._line(outer.start)
            if inner is None or line is None or any(c.holds(inner) for c in self.covered):
                continue
            end_line = self._line(outer.stop - 1) or line
            joined = self._continues(outer, inner, line, end_line, last, out)
            if joined:
                last = (outer, last[1]) if last else None
                continue
            found = self._of_marks(outer, inner, line, end_line)
            if found is not None:
                out.append(found)
                last = (outer, len(out) - 1)
                if found.frame.cue is not None:
                    self.used.add((found.frame.line.number, found.frame.cue.at))
            else:
                last = None
        return out

    def _continues(
        self, outer: Span, inner: Span, line: Line, end_line: Line, last: tuple[Span, int] | None, out: list[FoundQuote]
    ) -> bool:
        """Joins a stretch to the quote before it: split by its reporting clause, or a paragraph that opens a mark and closes none."""
        if last is None:
            return False
        before, at = last
        gap = self.text[before.stop : outer.start]
        quote = out[at]
        is_open = self.text[before.stop - 1] not in _MARKS
        if is_open and not gap.strip() and quote.form is QuoteForm.FULL:
            out[at] = FoundQuote(quote.form, (*quote.content, inner), quote.frame, quote.cue)
            return True
        if "\n" in gap or quote.form is not QuoteForm.FULL or len(gap) > 160 or quote.frame.cue is None:
            return False
        if not (before.stop <= quote.frame.line.tokens[quote.frame.cue.at].span.start < outer.start) or re.search(
            r"\b(?:and|but)\b[^“\"]*$", gap
        ):
            return False
        if len(quote.content) > 1 or gap.count(". ") > 1 or self._cue_after(outer, end_line) is not None:
            return False
        if line.number != quote.frame.line.number and outer.start > line.span.start + 1:
            return False
        out[at] = FoundQuote(quote.form, (*quote.content, inner), quote.frame, quote.cue)
        return True

    def _of_marks(self, outer: Span, inner: Span, line: Line, end_line: Line) -> FoundQuote | None:
        words = self.text[inner.start : inner.stop].split()
        first = _token_at(line, outer.start)
        is_led = first == 0 or line.low[first - 1] in (":", ",", "–", "—", "-") or _is_lead_in(self.text, line, outer.start)
        label = _label(line)
        if label is not None and line.tokens[label[1] - 1].span.stop <= outer.start <= line.tokens[label[1] - 1].span.stop + 2:
            return FoundQuote(QuoteForm.FULL, (inner,), Frame("label", line, given=label[0]))
        after = self._cue_after(outer, end_line)
        before = self._cue_before(outer, line, first)
        ends_open = self.text[inner.stop - 1] in ",?!…—" or self.text[outer.stop : outer.stop + 1] == ","
        if after is not None and (ends_open or first == 0 or before is None):
            frame, cue = after
            if len(words) >= 3 or is_led:
                return FoundQuote(QuoteForm.FULL if is_led else QuoteForm.PARTIAL, (inner,), frame, _cue_span(end_line, cue))
        if before is not None:
            return self._reported_before(before, inner, words, line, first, is_led)
        named = self._named_before(line, first)
        if named is not None and len(words) >= 2:
            return FoundQuote(QuoteForm.PARTIAL, (inner,), Frame("according", line, given=named))
        is_whole = first == 0 and outer.stop >= end_line.span.stop - 2
        if len(words) >= 4 and (is_whole or line.low[first - 1 : first] == [":"]):
            return FoundQuote(QuoteForm.FULL, (inner,), Frame("lone", line))
        return None

    def _reported_before(self, cue: Cue, inner: Span, words: Sequence[str], line: Line, first: int, is_led: bool) -> FoundQuote | None:
        """Words in marks behind a reporting verb: full after a colon or comma, partial after "called it", else part of a clause."""
        frame = Frame("verb", line, cue)
        between = [w for w in line.low[cue.at + 1 : first] if w[0].isalpha()]
        span = _cue_span(line, cue)
        if line.low[first - 1] == ":" or (is_led and line.low[first - 1] == ","):
            return FoundQuote(QuoteForm.FULL, (inner,), frame, span)
        if not between or between == ["that"]:
            form = QuoteForm.PARTIAL if len(words) < 3 or not words[0][0].isupper() else QuoteForm.FULL
            return FoundQuote(form, (inner,), frame, span) if len(words) > 1 or set(cue.flags) & set("cq") else None
        is_calling = set(cue.flags) & set("cp") and line.low[first - 1] not in ("the", "this", "these", "his", "their")
        if is_calling and (len(between) <= 8 or between[-1] in ("as", "of", "a", "an")):
            return FoundQuote(QuoteForm.PARTIAL, (inner,), frame, span)
        if set(cue.flags) & set("btq") and len(words) >= 4:
            share = len(words) / (len(words) + len(between) + len([w for w in line.low[_token_at(line, inner.stop) :] if w[0].isalpha()]))
            if share >= 0.5 or not set(cue.flags) & set("bt"):
                return FoundQuote(QuoteForm.PARTIAL, (inner,), frame, span)
        return None

    def _named_before(self, line: Line, first: int) -> Placed | None:
        """ "In the words of X, “…”", "For X, …, the outcome “…”"."""
        if line.low[0] == "for" and line.placed and line.placed[0].start <= 3 and line.placed[0].mention.form is MentionForm.NAME:
            return line.placed[0]
        for named, _, _ in _sources(line):
            if named.start < first:
                return named
        return None

    def _cue_after(self, outer: Span, line: Line) -> tuple[Frame, Cue] | None:
        """The clause behind the marks that reports them: "…," X said; "…," said X."""
        first = _token_at(line, outer.stop)
        stop = next((i for i in range(first, len(line.low)) if line.quoted[i]), len(line.low))
        for cue in line.cues:
            if not first <= cue.at < min(stop, first + 22) or not set(cue.flags) & set("btqo"):
                continue
            if cue.tense == "gerund" and cue.lemma != "say":
                continue
            lead = [w for w in line.low[first : cue.at] if w not in ADVERBS and w not in (",", "had", "has", "have", "–", "—", "-")]
            if not lead and subject_after(line, cue) is not None:
                return Frame("inverted", line, cue), cue
            if lead and lead[0] in ("and", "but", "that", "while", "when"):
                return None
            if lead and subject_before(line, cue) is not None and (line.low[first] == "," or len(lead) <= 14):
                return Frame("verb", line, cue), cue
        return None

    def _cue_before(self, outer: Span, line: Line, first: int) -> Cue | None:
        start = next((i + 1 for i in range(first - 1, -1, -1) if line.quoted[i] or line.low[i] == ";"), 0)
        for cue in reversed(line.cues):
            if not (start <= cue.at < first) or not set(cue.flags) & set("btqocp"):
                continue
            if cue.lemma != "say" and cue.tense == "base":
                continue
            return cue
        if start and line.low[first - 1] in (",", "and", "but"):
            return next(
                (c for c in reversed(line.cues) if c.at < first and set(c.flags) & set("cp") and (line.number, c.at) in self.used), None
            )
        return None

    # -- words without marks

    def _indirect(self, line: Line) -> Iterator[FoundQuote]:
        done = self._covered_until(line)
        for named, first, stop in _sources(line):
            content = self._around(line, first, stop)
            if content and first >= done:
                self.covered_line = line.number
                done = len(line.low)
                yield FoundQuote(QuoteForm.INDIRECT, content, Frame("according", line, given=named), None)
        if done >= len(line.low):
            return
        label = _label(line)
        if label is not None and not self._is_covered(line.tokens[-1].span) and self._is_clause(line, label[1], len(line.low)):
            content_span = line.cut(label[1], len(line.low))
            if content_span is not None and not any(line.quoted[label[1] :]):
                yield FoundQuote(QuoteForm.INDIRECT, (content_span,), Frame("label", line, given=label[0]))
                return
        for cue in line.cues:
            if cue.at < done or (line.number, cue.at) in self.used:
                continue
            found = self._by_verb(line, cue)
            if found is not None:
                done = max(done, _token_at(line, found.content[-1].stop))
                yield found

    def _covered_until(self, line: Line) -> int:
        """Tokens of the line that a turn of an interview covers."""
        return len(line.low) if self._is_covered(line.span) else 0

    def _is_covered(self, span: Span) -> bool:
        at = bisect_right(self.covered, span) - 1
        return any(0 <= i < len(self.covered) and self.covered[i].holds(span) for i in (at, at + 1))

    def _by_verb(self, line: Line, cue: Cue) -> FoundQuote | None:
        """The clause that a verb reports: behind it, before it, or on both sides."""
        if not set(cue.flags) & set("btc"):
            return None
        span = _cue_span(line, cue)
        inverted = self._inverted(line, cue)
        if inverted is not None:
            return FoundQuote(QuoteForm.INDIRECT, inverted, Frame("inverted", line, cue), span)
        subject = subject_before(line, cue)
        if subject is None:
            return None
        after = self._clause_after(line, cue)
        if after is not None:
            start, stop = after
            content = self._content(line, start, stop)
            return FoundQuote(QuoteForm.INDIRECT, content, Frame("verb", line, cue), span) if content else None
        before = self._clause_before(line, cue, subject)
        if before:
            return FoundQuote(QuoteForm.INDIRECT, before, Frame("verb", line, cue), span)
        return None

    def _content(self, line: Line, start: int, stop: int) -> tuple[Span, ...]:
        span = line.cut(start, stop)
        return (span,) if span is not None else ()

    def _inverted(self, line: Line, cue: Cue) -> tuple[Span, ...] | None:
        """ "Clause, said X" and "Subject, said X, who …, is bad": nothing but a comma stands before the verb."""
        at = cue.at - 1
        while at >= 0 and (line.low[at] in ADVERBS or line.low[at] in ("had", "has")):
            at -= 1
        if at < 2 or line.low[at] not in (",", "–", "—") or cue.tense == "gerund" or not set(cue.flags) & set("bt"):
            return None
        subject = subject_after(line, cue)
        if subject is None:
            return None
        tail = self._after_inserted(line, subject.stop)
        start = self._start(line, at)
        if tail < len(line.low) and not self._is_clause(line, start, at):
            after = line.cut(tail, self._stop(line, tail))
            return (after,) if after is not None else None
        head = line.cut(start, at)
        rest = (
            line.cut(tail, self._stop(line, tail))
            if tail < len(line.low) and line.low[tail - 1] == "," and self._has_finite(line, tail, len(line.low))
            else None
        )
        parts = tuple(p for p in (head, rest) if p is not None)
        return parts or None

    def _after_inserted(self, line: Line, at: int) -> int:
        """Where the interrupted clause goes on behind "said X, who chairs it,"."""
        n = len(line.low)
        if at < n and line.low[at] != ",":
            while at < n and line.low[at] != ",":
                at += 1
        if (
            at + 1 < n
            and line.low[at] == ","
            and (line.low[at + 1] in ("who", "which", "the", "a", "an", "his", "her", "one") or line.low[at + 1] in PREPOSITIONS)
        ):
            at += 1
            while at < n and line.low[at] != ",":
                at += 1
        return min(at + 1, n)

    def _clause_before(self, line: Line, cue: Cue, subject: Placed) -> tuple[Span, ...]:
        """ "Clause, X said": the clause in front, if a comma parts it from the subject; with what goes on behind the verb."""
        at = subject.start - 1
        while (
            at > 0
            and line.low[at] != ","
            and subject.start - at < 8
            and line.low[at][0].isalnum()
            and line.low[at] not in ("that", "and", "but")
        ):
            at -= 1
        if at < 1 or line.low[at] not in (",", "–", "—") or line.quoted[at]:
            return ()
        start = self._start(line, at)
        rest_at = self._after_inserted(line, cue.at + 1)
        rest = line.cut(rest_at, self._stop(line, rest_at)) if rest_at < len(line.low) else None
        if rest is not None and not self._is_clause(line, start, at):
            return (rest,)
        head = line.cut(start, at)
        if head is None or not self._is_clause(line, start, at):
            return ()
        if (
            rest is not None
            and line.low[rest_at] not in ("and", "but", "who", "which", "after", "adding", "saying")
            and len(rest) > 12
            and line.low[start] in ("if", "when", "on", "in", "at", "without", "after", "although", "though")
        ):
            return (rest,)
        return (head,)

    def _clause_after(self, line: Line, cue: Cue) -> tuple[int, int] | None:
        """The tokens of the clause that the verb takes: behind "that", behind its hearer, or right away."""
        low, n = line.low, len(line.low)
        at = cue.at + 1
        while at < n and low[at] in ADVERBS:
            at += 1
        if at >= n or low[at] in (".", "!", "?", ";"):
            return None
        if low[at] == "out" and cue.lemma == "point":
            at += 1
        that = self._that(line, at)
        if that is not None:
            return (that, self._stop(line, that)) if self._has_finite(line, that, n) else None
        if "c" in cue.flags:
            called = self._called(line, cue, at)
            if called is not None:
                return called
        if not set(cue.flags) & set("b") and not (cue.lemma == "show" and False):
            return None
        hearer = line.by_start.get(at)
        if "o" in cue.flags and hearer is None and at + 2 < n:
            hearer = next((line.by_start[i] for i in range(at, min(at + 5, n)) if i in line.by_start), None)
        if "o" in cue.flags and hearer is not None:
            at = hearer.stop
            if at < n and low[at] in PREPOSITIONS:
                while at < n and at - hearer.stop < 8 and at not in line.by_start and low[at] not in (",",):
                    at += 1
        if at >= n or low[at] in (",", "to", "nothing") or low[at] in PREPOSITIONS - {"after", "since", "during", "despite"}:
            return None
        return (at, self._stop(line, at)) if self._is_clause(line, at, n) else None

    def _that(self, line: Line, at: int) -> int | None:
        """Where the clause behind "that" (or a colon) begins, over a hearer, a place or a time in between."""
        low, n = line.low, len(line.low)
        for i in range(at, min(at + 16, n)):
            if low[i] == "that" and not line.quoted[i]:
                return i + 1 if i + 1 < n else None
            if low[i] == ":" and i + 1 < n and not line.quoted[i + 1]:
                return i + 1
            if line.quoted[i] or low[i] in FINITE or low[i] in (";", "who", "which"):
                return None
        return None

    def _called(self, line: Line, cue: Cue, at: int) -> tuple[int, int] | None:
        """ "considers the cleric a political prisoner", "calling it biased": the words behind what is called so."""
        target = next((line.by_start[i] for i in range(at, min(at + 4, len(line.low))) if i in line.by_start), None)
        if target is not None:
            start = target.stop
        else:
            start = at
            while (
                start < len(line.low)
                and start - at < 5
                and line.low[start] not in ("a", "an", "as", "unjust", "illegal", "unlawful", "biased", "unfounded")
            ):
                start += 1
        if start < len(line.low) and line.low[start] == "as":
            start += 1
        is_so = start < len(line.low) and (
            line.low[start] in ("a", "an", "to") or line.low[start].endswith(("ed", "al", "ful", "ic", "ous", "ust", "ive", "ble"))
        )
        if not is_so or cue.lemma in ("name", "find", "see", "view") or any(line.quoted[start:]):
            return None
        return start, self._stop(line, start)

    def _around(self, line: Line, first: int, stop: int) -> tuple[Span, ...]:
        """The clause that "according to X" (tokens `first` up to `stop`) belongs to."""
        n = len(line.low)
        before, after = self._start(line, first), stop
        if first - before <= 1 or not self._has_finite(line, before, first):
            behind = line.cut(after, self._stop(line, after))
            lead = line.cut(before, first)
            if behind is None or n - after < 3:
                return ()
            return (behind,) if lead is None or first - before <= 6 else (lead, behind)
        head = line.cut(before, first)
        if head is None:
            return ()
        if after < n and line.low[after] == ",":
            rest = line.cut(after, self._stop(line, after))
            if (
                rest is not None
                and line.low[after + 1 : after + 2]
                and line.low[after + 1] not in ("and", "but", "who", "which", "while", "after", "an", "a", "the", "his", "her")
            ):
                return (head, rest)
        return (head,)

    def _start(self, line: Line, before: int) -> int:
        """Where the clause that ends before token `before` begins: behind a dateline, a bullet, a semicolon, a quotation."""
        start = next(
            (
                i + 1
                for i in range(before - 1, -1, -1)
                if line.low[i] == ";" or line.quoted[i] and line.low[i][0] in _MARKS and i < before - 12
            ),
            0,
        )
        if start == 0:
            head = _DATELINE.match(self.text, line.span.start, line.span.stop) or _BULLET.match(self.text, line.span.start, line.span.stop)
            if head is not None:
                start = _token_at(line, head.end())
        return start

    def _stop(self, line: Line, start: int) -> int:
        """Where the clause from token `start` ends: at a semicolon, or where another reporting verb is joined."""
        n = len(line.low)
        for i in range(start, n):
            if line.low[i] == ";" and not line.quoted[i]:
                return i
            if line.low[i] in ("and", "but") and any(
                c.at in (i + 1, i + 2) and set(c.flags) & set("bto") and line.low[c.at - 1] in ("and", "but", "also", "then", "has", "had")
                for c in line.cues
            ):
                return i
        return n

    def _has_finite(self, line: Line, start: int, stop: int) -> bool:
        return any(w in FINITE or (w.endswith("ed") and len(w) > 4) for w in line.low[start:stop])

    def _is_clause(self, line: Line, start: int, stop: int) -> bool:
        return stop - start >= 3 and (
            self._has_finite(line, start, stop)
            or any(w.endswith("s") and len(w) > 4 for w in line.low[start + 1 : start + 6])
            and stop - start > 5
        )


def _sources(line: Line) -> list[tuple[Placed, int, int]]:
    """ "According to X", "in the words of X", "by his words", "in her view": who, and the tokens of the phrase."""
    out = []
    for i, word in enumerate(line.low[:-1]):
        if line.quoted[i]:
            continue
        if word == "according" and line.low[i + 1] == "to":
            named = next(
                (line.by_start[j] for j in range(i + 2, min(i + 9, len(line.low))) if j in line.by_start and _speaks(line.by_start[j])),
                None,
            )
            if named is not None:
                out.append((_apposed(line, named), i, _phrase_end(line, named)))
        elif word == "of" and line.low[max(0, i - 3) : i] == ["in", "the", "words"]:
            named = next(
                (line.by_start[j] for j in range(i + 1, min(i + 7, len(line.low))) if j in line.by_start and _speaks(line.by_start[j])),
                None,
            )
            if named is not None:
                out.append((named, i - 3, _phrase_end(line, named)))
        elif word in ("in", "by", "from", "on"):
            for j in range(i + 2, min(i + 8, len(line.low))):
                if line.low[j] in ("words", "view", "opinion", "count", "account", "estimate", "reckoning", "telling", "version"):
                    owner = owner_of(line, j)
                    if owner is not None and owner.start - i <= 4:
                        out.append((owner, i, j + 1))
                    break
    return out


def _speaks(placed: Placed) -> bool:
    return placed.entity.kind is not EntityKind.PLACE


def _apposed(line: Line, named: Placed) -> Placed:
    """In "his grandmother, Zibeyda Osmanova", and "his lawyers A and B", the name."""
    at = named.stop
    if named.mention.form is MentionForm.NOMINAL and at < len(line.low):
        inner = line.by_start.get(at + 1 if line.low[at] == "," else at)
        if inner is not None and inner.mention.form is MentionForm.NAME and inner.entity.kind is EntityKind.PERSON:
            return inner
    return named


def _phrase_end(line: Line, named: Placed) -> int:
    """The end of the phrase around a source: to the next comma, at least to the mention's end."""
    for i in range(named.stop, min(named.stop + 14, len(line.low))):
        if line.low[i] in (",", ";", "."):
            return i
    return named.stop


def _label(line: Line) -> tuple[Placed, int] | None:
    """ "X:", "X, one of the lawyers:" at the beginning of a line: who, and the token behind the colon."""
    for i, word in enumerate(line.low[:26]):
        if word == ":":
            named = first_subject(line, 0, i)
            if (
                named is None
                or named.start > 8
                or any(c.at < i for c in line.cues)
                or any(w in FINITE for w in line.low[:i])
                or i + 1 >= len(line.low)
            ):
                return None
            return named, i + 1
    return None


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    out: list[list[Line]] = []
    for line in lines:
        if out and out[-1][-1].paragraph == line.paragraph:
            out[-1].append(line)
        else:
            out.append([line])
    return out


def _is_question(text: str, lines: Sequence[Line]) -> bool:
    """True for a paragraph that asks: it ends with a question mark outside quotation marks and is short."""
    words = text[lines[0].span.start : lines[-1].span.stop]
    if len(words) > 500:
        return False
    if re.match(r"\s*(?:q|question|correspondent|reporter|journalist)\s?[:.]", words, re.IGNORECASE):
        return True
    return words.rstrip().endswith("?") and not any(lines[-1].quoted[-2:])


def _is_short_note(text: str, content: Span) -> bool:
    return len(text[content.start : content.stop].split()) < 1


def _inner(text: str, outer: Span) -> Span | None:
    """The words between the marks."""
    return _stripped(text, outer.start, outer.stop)


def _stripped(text: str, start: int, stop: int) -> Span | None:
    while start < stop and (text[start].isspace() or text[start] in _MARKS or text[start] in "–—-"):
        start += 1
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] in _MARKS or text[stop - 1] == ","):
        stop -= 1
    return Span(start, stop) if start < stop else None


def _token_at(line: Line, offset: int) -> int:
    """The first token that begins at or behind `offset`."""
    for i, token in enumerate(line.tokens):
        if token.span.start >= offset:
            return i
    return len(line.tokens)


def _cue_span(line: Line, cue: Cue) -> Span:
    return line.tokens[cue.at].span


def _is_lead_in(text: str, line: Line, offset: int) -> bool:
    """True if only a dateline or a bullet stands before `offset`."""
    head = text[line.span.start : offset]
    return len(head) < 70 and (_DATELINE.fullmatch(head) is not None or _BULLET.fullmatch(head) is not None)
