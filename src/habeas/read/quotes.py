"""Which words of the text are somebody's? Direct, partial and indirect quotes, with the words that report them and who said them.

Quotation marks are read first: each stretch finds the clause that reports it, or none and is no quote. Then verbs, "according
to", labels and turns of an interview give the words that stand without marks. One pass over the sentences: linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from habeas.case.claim import Quote
from habeas.case.passage import Passage, Span
from habeas.case.person import Entity
from habeas.case.vocabulary import EntityKind, MentionForm, QuoteForm
from habeas.languages.english import ENGLISH
from habeas.languages.language import Language
from habeas.read.clause_borders import BULLET, DATELINE, clause_stop, is_clause, left_out
from habeas.read.dashed_speech import dashed_speech
from habeas.read.document import Document
from habeas.read.heard_marks import heard
from habeas.read.interviews import label_of, questions, stripped, turns
from habeas.read.posts import posts
from habeas.read.reported_clauses import (
    clause_around,
    clause_before_marks,
    clause_in_front_of_marks,
    clause_of_verb,
    goes_on_in_marks,
    sources,
    told_of_before,
)
from habeas.read.reporting import (
    ADVERBS,
    BE,
    FINITE,
    Cue,
    Line,
    Placed,
    Stage,
    can_speak,
    set_stage,
    token_at,
)
from habeas.read.signals import Signals
from habeas.read.speakers import (
    Frame,
    Speaker,
    decide_speaker,
    first_subject,
    next_mention,
    owner_of_words,
    subject_after,
    subject_before,
)
from habeas.read.words_in_marks import (
    FEELINGS,
    MARKS,
    in_brackets,
    is_about_one,
    is_body_in_marks,
    is_byname,
    is_charge,
    is_paper,
    is_prosecuting,
    is_so_for,
    said_of_self,
)

READER: Final = "rules-1"
_CONFIDENCE: Final = {QuoteForm.FULL: 0.9, QuoteForm.PARTIAL: 0.75, QuoteForm.INDIRECT: 0.75}
_NOBODY: Final = 0.4  # a quote without its speaker goes to review
_ACCUSED: Final = ENGLISH.group("quotes.accused")
_JOINS: Final = re.compile(r"[,.]?[”\"»’](?:,?\s(?:and|or|but also|as well as)|,)\s(?:(?:an?|as|of|in|for|by)\s){0,2}")
_APART: Final = frozenset("; that which who".split())  # behind words in marks: another clause than the one that reports them
_FREED: Final = r"(?:released|freed|let\s(?:go|out)|set\sfree|pardoned|sent\shome|allowed\shome)\b(?!.*[“\"«])"
DEMANDED: Final = re.compile(  # "insists that he be freed": a demand is an action, unless its words stand in marks
    rf"(?<!\bto)(?<!would)(?<!will)(?<!could)(?<!should)(?<!may)(?<!might)(?<!can)(?<!not)\sbe\s(?:\w+ly\s)?{_FREED}"
    r"|\bmust\s(?:\w+ly\s)?(?:release|free|let\s\w+\sgo|come\shome|go\sfree)\b(?!.*[“\"«])"
    r"|\b(?i:authorities|government|officials|court|courts|prosecutors|police|regime|junta|ministry|president)(?:\s(?:in|of)\s[\w\s]{3,40}?)?\s(?:should|must|ought\sto|need\sto)\s"
    r"(?:(?:\w+ly|at\sonce|without\s(?:further\s)?delay|also|now)(?:,?\s(?:and\s)?))*"
    r"(?:release|free|set\sfree|drop|let|quash|overturn|withdraw|dismiss|end|stop|cease|halt|allow|ensure|investigate|lift|abandon|respect)\b(?!.*[“\"«])"
)
_START: Final = 16  # characters by which a headline's words are found again
_ALIKE: Final = 0.7  # share of words that a headline's quote has in common with the one it was taken from


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """Words of somebody, before their speaker is decided: what, in which form, and the frame that reports them."""

    form: QuoteForm
    content: tuple[Span, ...]
    frame: Frame
    cue: Span | None = None


def find_quotes(document: Document, entities: Sequence[Entity], language: Language, signals: Signals | None = None) -> tuple[Quote, ...]:
    """The quotes of the document in order, each with its speaker or none. `signals`: the encoder's, for words in marks that no frame reports."""
    stage = set_stage(document, entities, language)
    found = sorted(_Reader(stage, signals).read(), key=lambda q: q.content[0])
    decided = _taken_from_below(stage, _carried_on(stage, [(f, decide_speaker(f.frame, stage)) for f in found]))
    kept = [
        (f, s)
        for f, s in decided
        if (s.entity is not None or f.frame.kind in ("verb", "inverted")) and not _is_own_reporter(f, s, stage) and not _is_ruling(f, s)
    ]
    every = [f for f, _ in kept]
    kept = [(f, s) for f, s in kept if not _passes_on(f, every)]
    return tuple(_claim(f, s, stage, f"q{i}") for i, (f, s) in enumerate(kept, 1))


def _claim(found: FoundQuote, speaker: Speaker, stage: Stage, id_: str) -> Quote:
    entity = speaker.entity.id if speaker.entity is not None else None
    return Quote(
        id=id_,
        passages=tuple(Passage.cut(stage.document.source.id, stage.text, span) for span in found.content),
        confidence=_CONFIDENCE[found.form] if entity else _NOBODY,
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


def _is_ruling(found: FoundQuote, speaker: Speaker) -> bool:
    """True for what a judge or a court held: a decision, and nobody's words."""
    if found.form is not QuoteForm.INDIRECT or found.frame.cue is None or found.frame.cue.lemma not in RULING or speaker.entity is None:
        return False
    return speaker.entity.kind is EntityKind.COURT or "judge" in speaker.entity.roles


def _passes_on(found: FoundQuote, quotes: Sequence[FoundQuote]) -> bool:
    """True for "X says that it was so, the agency's Kyrgyz service reports": the agency passes on what X says."""
    if found.form is not QuoteForm.INDIRECT or found.frame.cue is None or found.frame.cue.lemma not in ("report", "write"):
        return False
    whole = found.content[0].hull(found.content[-1])
    if found.cue is None or found.cue.start < whole.stop:
        return False  # "The agency reports that X says …": both say it
    told = (q for q in quotes if q is not found and q.cue is not None and whole.holds(q.cue))
    return any(whole.holds(q.content[0]) and q.content[-1].stop == whole.stop for q in told)


def _is_own_reporter(found: FoundQuote, speaker: Speaker, stage: Stage) -> bool:
    """True for a report that ends in "our correspondent reports": the text itself speaks."""
    words = speaker.mention.words(stage.text).lower().split() if speaker.mention is not None else []
    return found.form is QuoteForm.INDIRECT and words[:1] in (["our"], ["this"]) and words[-1] in OWN_REPORTERS


def _via(frame: Frame) -> str | None:
    """The outlet that was spoken to: "told VOA", "in an interview with Turan"."""
    if frame.cue is None:
        return None
    for placed in frame.line.placed:
        if placed.start <= frame.cue.at or placed.entity.kind is not EntityKind.ORGANIZATION or placed.mention.form is not MentionForm.NAME:
            continue
        before = frame.line.low[max(0, placed.start - 3) : placed.start]
        if placed.start == frame.cue.at + 1 and "o" in frame.cue.flags:
            return placed.entity.id
        if ("interview" in before and "with" in before) or (before[-1:] == ["to"] and "speaking" in before):
            return placed.entity.id
    return None


def _carried_on(stage: Stage, decided: Sequence[tuple[FoundQuote, Speaker]]) -> list[tuple[FoundQuote, Speaker]]:
    """ "He added" goes on with the one who spoke just before, unless that one is a "she"."""
    out: list[tuple[FoundQuote, Speaker]] = []
    for found, speaker in decided:
        last = out[-1] if out else None
        if last is not None and found.frame.kind == "lone" and speaker.because in (None, "leader_of_sentence_before"):
            speaker = _goes_on(stage, last, found) or speaker
        word = speaker.mention.words(stage.text).lower() if speaker.mention is not None else ""
        cue = found.frame.cue
        if last is not None and cue is not None and cue.lemma not in _REPLYING and word in _OTHER:
            before = last[1].entity
            far = found.frame.line.number - last[0].frame.line.number
            is_near = (
                far <= 2
                if cue.lemma in _GOING_ON
                else far == 1 and (found.frame.line.low[0] == word or found.form is QuoteForm.FULL) and last[0].frame.cue is not None
            )
            if (
                is_near
                and before is not None
                and before.is_named
                and before.kind is EntityKind.PERSON
                and not _is_called(before, _OTHER[word])
            ):
                speaker = Speaker(before, speaker.mention, "who_spoke_before")
        out.append((found, speaker))
    return out


def _goes_on(stage: Stage, last: tuple[FoundQuote, Speaker], found: FoundQuote) -> Speaker | None:
    """Words in marks alone, right below a paragraph with somebody's words in marks: theirs too."""
    before, speaker = last
    ends = stage.line_at(before.content[-1].stop - 1)
    told = max(before.frame.line.number, ends.number if ends is not None else 0)
    between = stage.lines[told + 1 : found.frame.line.number]
    is_full = before.form is QuoteForm.FULL or found.frame.line.paragraph == stage.lines[told].paragraph
    is_next = is_full and speaker.entity is not None and before.frame.kind in ("verb", "inverted", "lone", "label", "according")
    if not is_next or any(not all(line.quoted) for line in between) or found.frame.line.paragraph - stage.lines[told].paragraph > 1:
        return None
    return Speaker(speaker.entity, None, "who_spoke_before")


RULING: Final = frozenset("hold find decide reason observe conclude determine declare deem judge rule".split())
OWN_REPORTERS: Final = frozenset(
    "correspondent reporter agency newspaper channel website outlet portal service radio paper desk records data figures count".split()
)
_REPLYING: Final = frozenset("reply answer counter retort respond object".split())
_GOING_ON: Final = ENGLISH.group("quotes.going_on")
_OTHER: Final = {"he": ("she", "her", "hers"), "she": ("he", "him", "his")}


def _is_called(entity: Entity, pronouns: tuple[str, ...]) -> bool:
    return any(m.text.lower() in pronouns for m in entity.mentions)


def _taken_from_below(stage: Stage, decided: Sequence[tuple[FoundQuote, Speaker]]) -> list[tuple[FoundQuote, Speaker]]:
    """Words in a headline that nobody says there belong to the one who says them in the text, else to whom the text is about."""
    words = [set(re.findall(r"\w+", " ".join(c.words(stage.text) for c in f.content).lower())) for f, _ in decided]
    out = []
    for i, (found, speaker) in enumerate(decided):
        if speaker.entity is None and found.frame.kind in ("lone", "lead") and words[i]:
            same = next(
                (s for j, (_, s) in enumerate(decided) if j != i and s.entity and len(words[i] & words[j]) >= _ALIKE * len(words[i])), None
            )
            if same is not None:
                speaker = Speaker(same.entity, None, "words_said_below")
            elif (
                found.frame.line.number == 0
                and not _is_repeated(stage.text, found)
                and (person := _loudest([s for _, s in decided])) is not None
            ):
                speaker = Speaker(person, None, "who_says_most_below")
        out.append((found, speaker))
    return out


def _is_repeated(text: str, found: FoundQuote) -> bool:
    """True where the text prints the headline's words again."""
    words = found.content[0].words(text).lower()[:_START]
    return words in text[found.content[-1].stop :].lower()


def _loudest(speakers: Sequence[Speaker]) -> Entity | None:
    """The named person with the most quotes; none where two have as many."""
    said = Counter(s.entity.id for s in speakers if s.entity is not None and s.entity.kind is EntityKind.PERSON and s.entity.is_named)
    best = said.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return next(s.entity for s in speakers if s.entity is not None and s.entity.id == best[0][0])


class _Reader:
    """Reads the quotes of one document: turns of an interview, then marks, then frames without marks."""

    def __init__(self, stage: Stage, signals: Signals | None = None) -> None:
        self.stage, self.text, self.signals = stage, stage.text, signals
        self.used: set[tuple[int, int]] = set()  # line and token of verbs that already report something
        self.covered: list[Span] = []
        self.asked = questions(stage)

    def read(self) -> list[FoundQuote]:
        out = [self._turn(*t) for t in turns(self.stage)] + list(self._dashed())
        written = [FoundQuote(QuoteForm.FULL, (span,), Frame("post", line, given=author)) for author, line, span in posts(self.stage)]
        out += self._direct()
        self.covered += [s for q in out for s in q.content if q.form is not QuoteForm.PARTIAL]
        self.covered.sort()
        for line in self.stage.lines:
            out += self._indirect(line)
        if self.signals is not None:
            taken = [s for q in out for s in q.content]
            out += [
                FoundQuote(form, (words,), Frame("marks", line, given=who))
                for form, words, line, who in heard(self.stage, self.signals, taken)
            ]
        return out + written  # what a post quotes is a quote beside it

    def _turn(self, answerer: Placed, line: Line, content: Span) -> FoundQuote:
        self.covered.append(content)
        return FoundQuote(QuoteForm.FULL, (content,), Frame("turn", line, given=answerer))

    def _dashed(self) -> Iterator[FoundQuote]:
        """Speech that dashes set off, where it is no turn of an interview."""
        for frame, cue, content in dashed_speech(self.stage):
            if not any(map(self._is_covered, content)):
                self.covered += content
                self.covered.sort()
                self.used.add((frame.line.number, cue.at))
                yield FoundQuote(QuoteForm.FULL, content, frame, frame.line.tokens[cue.at].span)

    def _is_covered(self, span: Span) -> bool:
        at = bisect_right(self.covered, span) - 1
        return any(0 <= i < len(self.covered) and self.covered[i].holds(span) for i in (at, at + 1))

    # -- words in marks

    def _direct(self) -> list[FoundQuote]:
        self.covered.sort()
        out: list[FoundQuote] = []
        passed: tuple[Span, Line] | None = None  # the last stretch that nothing reports by itself
        before: Span | None = None  # the stretch right before that belongs to the last quote
        for outer in self.stage.stretches:
            inner = stripped(self.text, outer.start, outer.stop)
            line = self.stage.line_at(outer.start)
            if inner is None or line is None or self._is_covered(inner):
                continue
            if before is not None and self._continues(outer, line, before, out[-1]):
                out[-1] = self._going_on(out[-1], outer, inner)
                before = outer
                continue
            found = self._of_marks(outer, inner, line) or self._joined(outer, inner, out)
            if found is None:
                passed = inner, line
            elif passed is not None and passed[1] is line and _is_of_clause(found, passed[0], line):
                found = replace(found, content=(passed[0], *found.content))
            if found is not None and out and _is_one_clause(out[-1], found):
                out[-1] = replace(found, content=(*out[-1].content, inner))
                continue
            before = outer if found is not None else None
            if found is not None:
                out.append(found)
                if found.frame.cue is not None:
                    self.used.add((found.frame.line.number, found.frame.cue.at))
        return out

    def _going_on(self, quote: FoundQuote, outer: Span, inner: Span) -> FoundQuote:
        """The quote with one stretch more; what ran on over paragraphs without a word on who speaks has the cue behind its last one."""
        longer = replace(quote, content=(*quote.content, inner))
        after = self._cue_after(outer) if quote.frame.kind == "lone" else None
        if after is None or after.cue is None:
            return longer
        self.used.add((after.line.number, after.cue.at))
        return replace(longer, frame=after, cue=after.line.tokens[after.cue.at].span)

    def _joined(self, outer: Span, inner: Span, out: Sequence[FoundQuote]) -> FoundQuote | None:
        """Words in marks that "and" joins to those before, of the same verb: "rejected it as “biased” and “unacceptable”"."""
        last = out[-1] if out and out[-1].form is QuoteForm.PARTIAL else None
        gap = self.text[last.content[-1].stop : outer.start] if last is not None else ""
        if last is None or _JOINS.fullmatch(gap) is None:
            return None
        return FoundQuote(QuoteForm.PARTIAL, (inner,), last.frame, last.cue)

    def _continues(self, outer: Span, line: Line, before: Span, quote: FoundQuote) -> bool:
        """True where the stretch goes on with the quote before: split by its reporting clause, or run on over a paragraph's end."""
        gap = self.text[before.stop : outer.start]
        if quote.form is not QuoteForm.FULL or quote.frame.kind not in ("verb", "inverted", "lone", "label", "lead"):
            return False
        if not gap.strip():
            return self.text[before.stop - 1] not in MARKS
        cue = quote.frame.cue
        if cue is None or "\n" in gap or len(gap) > 200 or len(quote.content) > 1:
            return False
        said = quote.frame.line.tokens[cue.at].span.start
        tokens = quote.frame.line.tokens
        low = quote.frame.line.low
        if any(
            c.at > cue.at and c.tense != "gerund" and tokens[c.at].span.start < outer.start and low[c.at - 1] not in ("who", "which")
            for c in quote.frame.line.cues
        ):
            return False  # "…,” X told journalists, and she called the verdict “…”"
        if any(c.at > cue.at and c.lemma == "add" and tokens[c.at].span.start < outer.start for c in quote.frame.line.cues):
            return False  # "…,” X wrote, adding that he was “grateful”"
        goes_on_low = self.text[outer.start + 1 : outer.start + 2].islower() and gap.rstrip().endswith(";")
        if (
            not before.stop <= said < outer.start
            or (not goes_on_low and re.search(r"[;:]|\b(?:and|but)[^\w.]+(?:\w+[^\w.]+){0,2}$", gap))
            or self._cue_after(outer) is not None
        ):
            return False
        is_next = line.number == quote.frame.line.number or outer.start <= line.span.start + 1
        return is_next and gap.count(". ") <= 1 and not (line.number != quote.frame.line.number and gap.rstrip()[-1] not in ".!?:")

    def _of_marks(self, outer: Span, inner: Span, line: Line) -> FoundQuote | None:
        words = inner.words(self.text).split()
        first = token_at(line, outer.start)
        is_led = first == 0 or line.low[first - 1] in (":", ",", "–", "—", "-") or self._is_lead_in(line, outer.start)
        label = label_of(line)
        if label is not None and label[1] == first:
            return FoundQuote(QuoteForm.FULL, (inner,), Frame("label", line, given=label[0]))
        if is_charge(line, first) or (len(words) < 3 and is_byname(line, first)) or is_body_in_marks(line, first, len(words)):
            return None
        after, before = self._cue_after(outer), self._cue_before(line, first)
        if before is not None and after is not None and _is_told_on(before, after):
            after = None  # "Li wrote, “…,” the Courier translated": the paper only passes it on
        is_comma = (
            inner.words(self.text)[-1] in ",?!…—" or self.text[outer.stop - 2] in ",?!…" or self.text[outer.stop : outer.stop + 1] == ","
        )
        if (
            after is not None
            and (is_comma or is_led or before is None)
            and not (is_led and first and line.low[first - 1] == ":" and after.kind != "label")
            and (len(words) > 2 or is_led)
        ):
            frame = after
            if not is_led and frame.cue is not None and self._is_in_clause(frame.cue, inner, frame.line):
                return None
            span = frame.line.tokens[frame.cue.at].span if frame.cue is not None else None
            return FoundQuote(QuoteForm.FULL if is_led else QuoteForm.PARTIAL, (inner,), frame, span)
        if before is not None and inner.words(self.text)[0].islower() and goes_on_in_marks(line, before, first):
            return None  # "He got off with a warning, he said, “and a bill”": one clause, read as such
        if before is not None:
            found = self._reported_before(before, inner, words, line, first, is_led=is_led)
            if found is not None or not (first and line.low[first - 1] == ":"):
                return found
        if len(words) > 1 and (named := self._named_before(line, first)) is not None:
            return FoundQuote(QuoteForm.PARTIAL, (inner,), Frame("according", line, given=named))
        if (owner := said_of_self(line, first, words)) is not None:
            return FoundQuote(QuoteForm.PARTIAL, (inner,), Frame("self", line, given=owner))
        if (behind := self._said_behind(outer)) is not None and first == 0:
            return FoundQuote(QuoteForm.FULL, (inner,), Frame("according", line, given=behind))
        is_said = first > 0 and owner_of_words(line, 0, first) is not None
        if not is_said and first and line.low[first - 1] == ":" and not _ACCUSED.isdisjoint(line.low[max(0, first - 9) : first]):
            return None  # "The charge: “…”"
        if (len(words) >= 3 or is_said) and first and line.low[first - 1] == ":":
            return FoundQuote(QuoteForm.FULL, (inner,), Frame("lead", line))
        is_whole = first == 0 and (self._fills(outer, line) or line.number == 0)
        return FoundQuote(QuoteForm.FULL, (inner,), Frame("lone", line)) if is_whole and len(words) >= 4 else None

    def _said_behind(self, outer: Span) -> Placed | None:
        """ "“…” were his last words": whose."""
        line = self.stage.line_at(outer.stop - 1)
        first = token_at(line, outer.stop) if line is not None else 0
        if line is None or line.low[first : first + 1] not in (["was"], ["were"], ["is"], ["are"]):
            return None
        if line.low[first + 1 : first + 2] == ["all"]:  # "“…,” was all a spokeswoman would say"
            return first_subject(line, first + 2, min(first + 9, len(line.low)))
        return owner_of_words(line, first, min(first + 7, len(line.low)))

    def _fills(self, outer: Span, line: Line) -> bool:
        """True if the stretch begins the line and ends a sentence."""
        last = self.stage.line_at(outer.stop - 1) or line
        return outer.stop >= last.span.stop - 1

    def _is_lead_in(self, line: Line, offset: int) -> bool:
        """True if only a dateline or a bullet stands before `offset`."""
        head = self.text[line.span.start : offset]
        return len(head) < 70 and (DATELINE.fullmatch(head) is not None or BULLET.fullmatch(head) is not None)

    def _reported_before(self, cue: Cue, inner: Span, words: Sequence[str], line: Line, first: int, *, is_led: bool) -> FoundQuote | None:
        """Words in marks behind a reporting verb: full after a colon or comma, partial after "called it", else part of a clause."""
        frame, span = Frame("verb", line, cue), line.tokens[cue.at].span
        between = [w for w in line.low[cue.at + 1 : first] if w[0].isalpha()]
        flags = set(cue.flags)
        if "quotation" in between or "inverted" in between:
            return None  # "whom the ministry puts in quotation marks as “journalists”"
        if cue.lemma in _NAMING and "what" in line.low[max(0, cue.at - 4) : cue.at] and between not in ([], ["as"]):
            return None  # "in what it called a “crackdown”", "ahead of what authorities described as a “sensitive date”"
        if "guilty" in between or (
            between and between[-1] in ("term", "word", "phrase", "label", "expression") and line.low[first - 1] != ":"
        ):
            return None  # a verdict: "found him guilty of “extremism”"
        if cue.lemma == "accuse" and (is_about_one(line, cue, first) or is_paper(line, cue)) and is_prosecuting(line, cue):
            return None  # a charge: "the order accuses him of “incitement”"
        if cue.lemma == "accuse" and ("of" in between or not between):
            return FoundQuote(QuoteForm.PARTIAL, (inner,), frame, span)
        if line.low[first - 1] == "," and not between and len(words) > 2 and words[0][0].isupper():
            return FoundQuote(QuoteForm.FULL, (inner,), frame, span)  # "In a note from jail, Li wrote, “…”"
        if between[-2:-1] in _SELVES and between[-1] in BE and not FEELINGS.isdisjoint(w.strip(".,").lower() for w in words[:3]):
            return FoundQuote(QuoteForm.PARTIAL, (inner,), frame, span)  # "said it was “deeply concerned”"
        if cue.lemma == "put it" and between == ["it"]:
            is_full = is_led and words[0][0].isupper()
            return FoundQuote(QuoteForm.FULL if is_full else QuoteForm.PARTIAL, (inner,), frame, span)  # "as she put it, “…”"
        if line.low[first - 1] != ":" and flags & set("bt") and self._is_in_clause(cue, inner, line):
            return None
        if line.low[first - 1] == ":" or (is_led and line.low[first - 1] == "," and (len(words) > 2 or "that" not in between)):
            return FoundQuote(QuoteForm.FULL, (inner,), frame, span)
        if not between or between == ["that"] or between in (["of"], ["about"]):
            is_full = len(words) > 2 and words[0][0].isupper()
            return (
                FoundQuote(QuoteForm.FULL if is_full else QuoteForm.PARTIAL, (inner,), frame, span)
                if len(words) > 1 or "c" in flags or words[0][-1] in "!?"
                else None
            )
        is_object = line.low[first - 1] in ("the", "this", "these", "those", "his", "her", "their", "its") and len(words) < 2
        is_near = (
            len(between) <= 9
            if cue.lemma not in ("speak", "condemn")
            else between == ["the"] or between[0] in ("of", "about", "as") or between[-1] == "as" or between[-2:-1] == ["of"]
        )
        is_long = len(words) > 1 or "c" in flags or between[-1] == "as" or "of" in between[-2:]
        if cue.lemma in _VOICING and (between in OWNERS or between[-1:] == ["by"] or (between[:1] == ["for"] and len(words) > 1)):
            return FoundQuote(QuoteForm.PARTIAL, (inner,), frame, span)  # "voiced its “concern”", "explained this by “reasons of space”"
        if flags & set("cp") and not is_object and is_long and (is_near or "c" in flags):
            return FoundQuote(QuoteForm.PARTIAL, (inner,), frame, span)
        if between[-1:] == ["which"] or between[-2:-1] == ["which"]:
            return (
                FoundQuote(QuoteForm.PARTIAL, (inner,), frame, span) if len(words) >= 4 else None
            )  # "advised it, which has “often gone astray”, to …"
        if flags & set("btq") and len(words) >= 4:
            rest = [w for w in line.low[token_at(line, inner.stop) :] if w[0].isalpha()]
            clause = between[between.index("that") + 1 :] if "that" in between else between
            if len(words) >= 0.5 * (len(words) + len(clause) + len(rest)) or not flags & set("bt"):
                return FoundQuote(QuoteForm.PARTIAL, (inner,), frame, span)
        return None

    def _is_in_clause(self, cue: Cue, inner: Span, line: Line) -> bool:
        """True where the marked words are part of a clause that the verb reports: the clause is the quote, and is read later."""
        reported = clause_of_verb(self.text, line, cue)
        if reported is None or not any(part.holds(inner) for part in reported[1]):
            return False
        return sum(len(part) for part in reported[1]) > len(inner) + 4  # more than the marks and a stop around them

    def _named_before(self, line: Line, first: int) -> Placed | None:
        """ "In the words of X, “…”", "For X, …, the outcome “…”"."""
        owner = line.placed[0] if line.low[0] == "for" and line.placed and line.placed[0].start <= 3 else None
        if owner is not None and (owner.mention.form is MentionForm.NAME or is_so_for(line, owner, first)):
            return owner if can_speak(owner) else None
        return next((named for named, at, _ in sources(line) if at < first), None)

    def _cue_after(self, outer: Span) -> Frame | None:
        """The clause behind the marks that reports them: "…," X said; "…," said X; "…" – X."""
        line = self.stage.line_at(outer.stop - 1)
        if line is None:
            return None
        first = token_at(line, outer.stop)
        stop = next((i for i in range(first, len(line.low)) if line.quoted[i]), len(line.low))
        if first == len(line.low) and self.text[outer.stop - 2] in "?!…":
            return self._cue_of_next(line)
        if first < stop and line.low[first] == "(" and (author := in_brackets(line, first)) is not None:
            return Frame("label", line, given=author)
        if (
            first < stop
            and line.low[first] == ":"
            and (last := line.by_stop.get(len(line.low))) is not None
            and last.start == first + 1
            and can_speak(last)
        ):
            return Frame("label", line, given=last)  # a headline: "Sentence “political”: EU"
        named = next_mention(line, first + 1) if first < stop and line.low[first] in ("–", "—") else None
        if named is not None and (named.stop >= stop - 1 or line.low[named.stop] in (",", ".", "has", "(", ";")):
            return Frame("label", line, given=named)
        for cue in line.cues:
            if not first <= cue.at < min(stop, first + 24) or not set(cue.flags) & set("btqo") or not _is_real(line, cue):
                continue
            between = _without_aside(line, first, cue.at)
            if cue.tense == "gerund" or cue.lemma == "show" or not _APART.isdisjoint(between):
                continue
            lead = [w for w in between if w not in ADVERBS and w not in (",", "had", "has", "have", "–", "—", "-")]
            if not lead and subject_after(line, cue) is not None:
                return Frame("inverted", line, cue)
            if lead and lead[0] in ("and", "but", "that", "while", "when"):
                return None
            if lead and subject_before(line, cue) is not None and (line.low[first] == "," or len(lead) <= 14):
                return Frame("verb", line, cue)
            if lead and cue.at - first <= 6 and all(self.text[line.tokens[i].span.start].isupper() for i in range(first + 1, cue.at)):
                return Frame("verb", line, cue)  # a name that nobody else calls so
        is_open = self.text[outer.stop - 2 : outer.stop - 1] in (",", "!", "?", "…") or line.low[first : first + 1] == [","]
        return self._unlisted_verb(line, first, stop) if is_open else None

    def _cue_of_next(self, line: Line) -> Frame | None:
        """ "“Do you have children?” Kova asked.": the sentence behind a mark that ends one reports the words, and nothing else."""
        after = self.stage.lines[line.number + 1] if line.number + 1 < len(self.stage.lines) else None
        if after is None or after.paragraph != line.paragraph or any(after.quoted):
            return None
        cue = next((c for c in after.cues if c.tense in ("past", "present") and set(c.flags) & set("btqo") and _is_real(after, c)), None)
        subject = subject_before(after, cue) if cue is not None else None
        if cue is None or subject is None or subject.start > _SHORT_TITLE or subject.mention.form is MentionForm.PRONOUN:
            return None
        is_only_that = len(after.low) - cue.at <= _SHORT_REPORT and clause_of_verb(self.text, after, cue) is None
        return Frame("verb", after, cue) if is_only_that else None

    def _unlisted_verb(self, line: Line, first: int, stop: int) -> Frame | None:
        """A verb that no list has, but that can only report: "…," grumbled X; "…," X quipped."""
        at = first
        while at < stop and (line.low[at] == "," or line.low[at] in ADVERBS):
            at += 1
        named = next_mention(line, at)
        if named is None and at + 1 < stop and _looks_past(line.low[at]):
            cue = Cue(at, line.low[at], "past", "q")
            return Frame("inverted", line, cue) if subject_after(line, cue) is not None else None
        if named is not None and named.start - at <= 4 and named.stop < stop and _looks_past(line.low[named.stop]):
            return Frame("verb", line, Cue(named.stop, line.low[named.stop], "past", "q"))
        return None

    def _cue_before(self, line: Line, first: int) -> Cue | None:
        start = next((i + 1 for i in range(first - 1, -1, -1) if line.quoted[i] or line.low[i] == ";"), 0)
        calls = {c.at for c in line.cues if start <= c.at < first and set(c.flags) & set("cp")}
        for cue in reversed(line.cues):
            behind = line.low[cue.at + 1] if cue.at + 1 < len(line.low) else ""
            if cue.lemma == "call" and behind in ("to", "for", "on", "upon") and any(at < cue.at for at in calls):
                continue  # "considers the calls to free them “a farce”"
            if cue.lemma == "call" and behind in ("for", "on") and line.low[first - 1] == "of" and _accuses_before(line, cue):
                continue  # "accused the union, which had called for calm, of “treason”"
            if (
                start <= cue.at < first
                and set(cue.flags) & set("btqocp")
                and _is_real(line, cue)
                and (
                    cue.tense != "base"
                    or cue.at in line.by_stop
                    or cue.lemma
                    in (
                        "say",
                        "call",
                        "speak",
                        "tell",
                        "chant",
                        "warn",
                        "denounce",
                        "describe",
                        "stress",
                        "insist",
                        "write",
                        "shout",
                        "ask",
                    )
                )
            ):
                return cue
        if start and line.low[first - 1] in ("and", "but", ",", "which"):
            return next(
                (c for c in reversed(line.cues) if c.at < start and set(c.flags) & set("cp") and (line.number, c.at) in self.used), None
            )
        return None

    # -- words without marks

    def _indirect(self, line: Line) -> Iterator[FoundQuote]:
        if self._is_covered(line.span):
            return
        if (told := self._of_line_before(line) or self._answered(line)) is not None:
            yield told
            return
        done = 0
        for named, first, stop in sources(line):
            is_told = any((line.number, c.at) in self.used for c in line.cues if c.at < first)  # "…," X said, according to Y
            is_told = is_told or any(line.quoted[stop : stop + 2])  # "in her own words, “…”"
            content = clause_around(self.text, line, first, stop) if first >= done and not is_told else ()
            if content and (
                self._is_passed_on(named, line, stop) or _is_said_in_marks(line, content) or _is_beside_verb(line, first, stop)
            ):
                continue
            if content and not self._overlaps(content) and not all(_is_all_marked(self.text, part) for part in content):
                done = len(line.low)
                yield FoundQuote(QuoteForm.INDIRECT, content, Frame("according", line, given=named))
        label = label_of(line) if done == 0 and line.paragraph not in self.asked else None
        is_said = label is not None and any(w in FINITE for w in line.low[label[1] :]) and not line.quoted[label[1]]
        if label is not None and is_said and not _is_entry(line, label[1], label[0]):
            span = line.cut(label[1], len(line.low))
            if span is not None and not span.words(self.text).endswith("?") and not self._overlaps((span,)):
                yield FoundQuote(QuoteForm.INDIRECT, (span,), Frame("label", line, given=label[0]))
                return
        outer = self._outer(line)
        for cue in line.cues if outer is None else (outer,):
            if cue.at < done or not _is_real(line, cue):
                continue
            if (line.number, cue.at) in self.used:
                if (lead := clause_before_marks(line, cue)) is not None and not self._overlaps((lead,)):
                    yield FoundQuote(QuoteForm.INDIRECT, (lead,), Frame("verb", line, cue), line.tokens[cue.at].span)
                front = clause_in_front_of_marks(self.text, line, cue)
                if front and not self._overlaps(front):
                    yield FoundQuote(QuoteForm.INDIRECT, front, Frame("verb", line, cue), line.tokens[cue.at].span)
                continue
            found = clause_of_verb(self.text, line, cue)
            if found is None or self._overlaps(found[1]) or any(DEMANDED.search(part.words(self.text)) for part in found[1]):
                continue
            done = max(done, token_at(line, found[1][-1].stop))
            content = tuple(stripped(self.text, p.start, p.stop) or p if self.text[p.start] in MARKS else p for p in found[1])
            yield FoundQuote(QuoteForm.INDIRECT, content, Frame(found[0], line, cue), line.tokens[cue.at].span)
            for who, clause in self._of_others(line, cue, done):
                done = max(done, token_at(line, clause.stop))
                yield FoundQuote(QuoteForm.INDIRECT, (clause,), Frame("told", line, given=who))

    def _of_others(self, line: Line, cue: Cue, at: int) -> Iterator[tuple[Placed, Span]]:
        """Who says the next clauses under the same verb, which is left out: "X says that it was so, the ministry that it was not"."""
        while (other := left_out(line, at + (line.low[at : at + 1] == [","]))) is not None:
            stop = clause_stop(line, other[1], cue)
            if (clause := line.cut(other[1], stop)) is None:
                return
            yield other[0], clause
            at = stop

    def _outer(self, line: Line) -> Cue | None:
        """The verb of who reports a whole sentence in which others report too: "The officials told her that it was late, she says"."""
        last = line.cues[-1] if len(line.cues) > 1 else None
        if last is None or len(line.low) - last.at > 3 or last.tense not in ("past", "present") or not set(last.flags) & set("bt"):
            return None
        subject = line.by_stop.get(last.at)
        if subject is None or subject.entity.kind is not EntityKind.PERSON or line.low[subject.start - 1 : subject.start] != [","]:
            return None
        is_nested = any(set(c.flags) & set("bt") and c.tense in ("past", "present") and c.at < subject.start for c in line.cues)
        return last if is_nested and ";" not in line.low and not any(line.quoted) and (line.number, last.at) not in self.used else None

    def _of_line_before(self, line: Line) -> FoundQuote | None:
        """ "He was let go. This was reported to the agency by his lawyer X": the sentence before, by X."""
        told = told_of_before(line)
        before = self.stage.lines[line.number - 1] if told is not None and line.number else None
        if told is None or before is None or line.paragraph - before.paragraph > 1 or all(before.quoted) or self._is_covered(before.span):
            return None
        if any(set(c.flags) & set("bt") and _is_real(before, c) for c in before.cues):
            return None
        content = before.cut(token_at(before, before.span.start), len(before.low))
        if content is None or self._overlaps((content,)):
            return None
        return FoundQuote(QuoteForm.INDIRECT, (content,), Frame("told", line, given=told))

    def _answered(self, line: Line) -> FoundQuote | None:
        """ "And what did the ministry say? That it was all by the book.": the answer, by whom the question asks about."""
        asked = self.stage.lines[line.number - 1] if line.number else None
        if asked is None or asked.low[1:][-1:] != ["?"] or asked.paragraph != line.paragraph:
            return None
        if line.low[0] != "that" or not FINITE.isdisjoint(line.low[1:2]) or any(line.quoted):
            return None  # "And the mayor? That is a man whom nobody asks"
        is_about_words = asked.low[-2] in _ASKED_OF or (asked.low[0] == "and" and len(asked.low) <= _SHORT_QUESTION)
        who = [p for p in asked.placed if p.mention.form is not MentionForm.PRONOUN and can_speak(p)]
        content = line.cut(1, len(line.low)) if is_about_words and len(who) == 1 and is_clause(line, 1, len(line.low)) else None
        return FoundQuote(QuoteForm.INDIRECT, (content,), Frame("told", line, given=who[0])) if content is not None else None

    def _is_passed_on(self, source: Placed, line: Line, stop: int) -> bool:
        """True where the source is an outlet or a paper, and behind it somebody else says what it only passes on."""
        if source.entity.kind is not EntityKind.ORGANIZATION:
            return False
        for cue in line.cues:
            if cue.at > stop and cue.tense in ("past", "present") and "b" in cue.flags and _is_real(line, cue):
                who = subject_before(line, cue)
                is_person = who is not None and who.entity.kind is EntityKind.PERSON and who.start >= stop
                if is_person and clause_of_verb(self.text, line, cue) is not None:
                    return True
        return False

    def _overlaps(self, content: Sequence[Span]) -> bool:
        """True if most of the content already is part of a quote in marks."""
        for span in content:
            at = bisect_right(self.covered, span) - 1
            for i in (at, at + 1):
                if 0 <= i < len(self.covered):
                    shared = min(span.stop, self.covered[i].stop) - max(span.start, self.covered[i].start)
                    if shared > 0.5 * len(span):
                        return True
        return False


def _is_of_clause(found: FoundQuote, words: Span, line: Line) -> bool:
    """True for "celebrates the release" in "The union “celebrates the release” of X “after years,” its head wrote": words of the same clause."""
    is_behind = found.form is QuoteForm.PARTIAL and found.cue is not None and found.cue.start > found.content[-1].stop
    first, stop = token_at(line, words.start), token_at(line, found.content[0].start)
    plain = (line.low[i] for i in range(first, stop) if not line.quoted[i])
    return is_behind and not any(first <= c.at < stop for c in line.cues) and {";", "and", "but"}.isdisjoint(plain)


def _is_one_clause(before: FoundQuote, found: FoundQuote) -> bool:
    """True for two stretches of one clause in front of its verb, both so far that verb's or the first its subject's."""
    if before.form is not QuoteForm.PARTIAL or found.form is not QuoteForm.PARTIAL or found.cue is None:
        return False
    if before.frame.kind == "self":
        return before.frame.line is found.frame.line and _is_of_clause(found, before.content[0], found.frame.line)
    return before.cue == found.cue and found.cue.start > found.content[-1].stop


def _accuses_before(line: Line, cue: Cue) -> bool:
    return any(c.lemma == "accuse" and c.at < cue.at for c in line.cues)


_SELVES: Final = (["it"], ["he"], ["she"], ["they"])
_VOICING: Final = frozenset("express voice explain justify ask appeal".split())
OWNERS: Final = (["its"], ["his"], ["her"], ["their"])


def _is_said_in_marks(line: Line, content: Sequence[Span]) -> bool:
    """True where all that is said stands in marks, which are read by themselves: "According to X, head of the desk, “…”"."""
    plain = [i for i, t in enumerate(line.tokens) if not line.quoted[i] and any(c.holds(t.span) for c in content)]
    if len(plain) > _FEW_WORDS:
        return False  # "Some states, according to her, make remarks under a pretext and “demand to free him”"
    if len(plain) == sum(any(c.holds(t.span) for c in content) for t in line.tokens):
        return False
    return not any(line.low[i] in FINITE or (len(line.low[i]) > 4 and line.low[i].endswith("ed")) for i in plain)


_FEW_WORDS: Final = 8


def _is_beside_verb(line: Line, first: int, stop: int) -> bool:
    """True for "replied, according to the note, that …": the source stands between a verb of saying and what it reports."""
    return "that" in line.low[stop : stop + 2] and any(first - 2 <= c.at < first and set(c.flags) & set("bt") for c in line.cues)


def _is_all_marked(text: str, span: Span) -> bool:
    return text[span.start] in MARKS and text[span.stop - 1] in MARKS


def _without_aside(line: Line, first: int, stop: int) -> list[str]:
    """The words up to a verb, without a clause that only tells more of whoever speaks: "“…,” X, who faces ten years, told reporters"."""
    named = next_mention(line, first + (line.low[first : first + 1] == [","]))
    if (
        named is None
        or named.stop >= stop
        or line.low[named.stop : named.stop + 2] not in ([",", "who"], [",", "whose"])
        or line.low[stop - 1] != ","
    ):
        return line.low[first:stop]
    return line.low[first : named.stop]


def _is_real(line: Line, cue: Cue) -> bool:
    """True unless the verb reports only with a word that is missing here: "went on"."""
    if cue.lemma == "go":
        behind = line.low[cue.at + 1 : cue.at + 4]
        return behind[:1] == ["on"] and _NOT_SAID_ON.isdisjoint(behind[1:])
    if cue.lemma == "answer" and not _ANSWERED.isdisjoint(line.low[cue.at + 1 : cue.at + 4]):
        return False  # "an officer who answered the phone"
    return not (cue.lemma == "point" and line.low[cue.at + 1 : cue.at + 2] not in (["out"], ["to"]))


def _is_entry(line: Line, at: int, label: Placed) -> bool:
    """True for a list's entry about somebody, "Anna Li: On February 7, this activist was arrested": what the list tells, and no words of hers."""
    return line.low[at] in _BEFELL or ("official" not in label.entity.roles and tells_of_whom_it_heads(line.low[at:]))


def tells_of_whom_it_heads(low: Sequence[str]) -> bool:
    """True for the words behind a name and a colon that say what befell whoever is named: "On February 7, this activist was arrested"."""
    if not _OF_SPEAKERS.isdisjoint(low) or _BEFELL.isdisjoint(low):
        return False
    return low[0] in ("on", "in", "since") or low[0] in _BEFELL or "this" in low[:8]


_ANSWERED: Final = frozenset({"phone", "telephone", "phones", "door", "call", "calls", "summons"})
_ASKED_OF: Final = frozenset({"say", "answer", "reply", "respond", "claim", "explain"})
_SHORT_TITLE: Final = 5  # words in front of a name: "her lawyer"
_SHORT_REPORT: Final = 9  # words from "asked" to the end of its sentence
_SHORT_QUESTION: Final = 7  # words: "And the police chief?"
_NOT_SAID_ON: Final = frozenset({"hunger", "strike", "strikes", "trial", "leave", "a", "the", "foot"})
_NAMING: Final = ENGLISH.group("calling.verbs")
_OF_SPEAKERS: Final = frozenset({"i", "we", "my", "our", "me", "us"})
_BEFELL: Final = frozenset(
    "arrested detained sentenced charged released convicted jailed imprisoned transferred executed remanded hunger beaten".split()
)


def _is_told_on(before: Cue, after: Frame) -> bool:
    """True where an outlet reports or translates behind the marks what somebody in front of them says."""
    if after.cue is None or after.kind != "verb" or not set(before.flags) & set("btq") or after.cue.lemma not in _PASSING_ON:
        return False
    outlet = subject_before(after.line, after.cue)
    return outlet is not None and outlet.entity.kind is EntityKind.ORGANIZATION


_PASSING_ON: Final = frozenset("report translate translated quote cite".split())


def _looks_past(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and word.isalpha()
