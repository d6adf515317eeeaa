"""Which quotes stand, when the rules and the encoder have both read the text?

The rules find a quote and say why; the encoder says how likely its words are somebody's. A rule's quote that the encoder does not see at all is
dropped; where both see one and the encoder is sure, it names the speaker; and what only the encoder sees is taken when it is sure.
The three thresholds are the best on the gold folder and the corpus's dev part together: docs/decisions/0022.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from habeas.case.claim import Quote
from habeas.case.passage import Passage, Span
from habeas.case.person import Entity, Mention
from habeas.case.vocabulary import EntityKind, MentionForm, QuoteForm
from habeas.languages.english import ENGLISH
from habeas.languages.language import Language
from habeas.read.attribution import QUOTES, Attribution, find_attributions
from habeas.read.document import Document
from habeas.read.quotes import DEMANDED, OWN_REPORTERS, OWNERS, RULING, tells_of_whom_it_heads
from habeas.read.signals import Signals
from habeas.read.spokespeople import is_spokesman

SURE: Final = 0.7  # from here on the encoder's own quotes and speakers count
LIKELY: Final = 0.3  # and from here on its own quotes are weighed (quote_decisions)
SEEN: Final = 0.05  # below it the encoder does not see a quote of the rules
SAME: Final = 0.5  # share of characters that two readings of one quote have in common
GAP: Final = 40  # characters: a slip of the encoder within one clause
REACH: Final = 40  # characters from "The" or "His" to the noun that the encoder did not see
_OPENING: Final = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "my"})
_BUSY_WITH: Final = re.compile(r"\s[a-z]+ing\s(?:[\w’'-]+\s){0,4}$")
_GOVERNS: Final = frozenset({"of", "for", "at", "from", "in"})
_BREAK: Final = re.compile(r"[,;:.()\n“”\"«»]")
_OWN_WORD: Final = re.compile(rf"\s(?:own\s)?(?:{'|'.join(sorted(ENGLISH.group('reported_clauses.source_nouns')))})\b")
_HEARD: Final = "leader_of_clause_with_marks"  # the encoder has its word on these before the rules do
_BY_LAYOUT: Final = frozenset({"one_who_is_asked", "author_of_post"})
BY_GRAMMAR_ALONE: Final = frozenset(
    {"who_told_of_it", "leader_of_main_clause", "quoted_as_saying"}
)  # the scales never learned these either
_BY_GRAMMAR: Final = _BY_LAYOUT | BY_GRAMMAR_ALONE | {"subject_of_marked_words", "named_above"}  # unknown to the encoder, hardly ever wrong
_SAME_PHRASE: Final = re.compile(r"[^.;:“”«»\"\n]{0,40}")  # between two readings of one speaker: "the lawyer of the singer, X"
_NEXT: Final = re.compile(r",?(?:\s(?:also|has|had|later|then|again))*\s|’s\s")
_OFFICES: Final = ENGLISH.group("spokespeople.offices")
_HEADS: Final = ENGLISH.group("nominals.heads_of_a_body")
_TITLE: Final = re.compile(
    r"((?:\s[\w.’'-]+){1,8}),?\s(?:[A-ZÀ-Þ][\w.]*\s){0,2}"
)  # "ministry spokeswoman X", "UN rapporteur on torture, X"
_GAP: Final = re.compile(r",?\s(?:[A-ZÀ-Þ][\w.]*\s){0,2}")  # a rank or a "Maître" may stand before the name
_BLANK: Final = re.compile(r"\s")
_LONGEST_GAP: Final = 30
_HANDLE: Final = re.compile(r"@\w{1,30}")  # of an account: one word, however many pieces of it the encoder saw
_PAGES: Final = re.compile(r"\s(?:page|account|profile|feed|blog)\b")
_NEXT_SENTENCE: Final = re.compile(r"[.!?]\s+[A-ZÀ-Þ“]")
_END: Final = re.compile(r"[.;:!?\n]")
_RAGGED: Final = re.compile(
    r"(?:\s(?:released|issued|published|signed|given|made|at|by|of|for|from|in|to|on|with|and|the|a|an))+$"
)  # words that lead on from a source
_TITLE_REACH: Final = 90
_LABELLED: Final = 200  # characters behind a label that say what befell whom it names
_PASSING: Final = re.compile(r"\b[Aa]ccording to (?:the )?$")
_MAIN: Final = re.compile(r"\s(?:had|has|have|was|were|is|are|will|would|could|can|may|might|must|should|did|does|do)\b")
_MARKS: Final = '"“”«»„‟‘’'
_TOPIC: Final = re.compile(
    r"\b(?:[Ww]ith (?:regard|respect) to|[Rr]egarding|[Aa]s (?:to|for|regards)|[Cc]oncerning|[Aa]bout)\s(?:[\w’'-]+\s){0,3}$"
)
_NOUN_BEHIND: Final = re.compile(r"\s([a-z]+)\b")
_LOOSE: Final = replace(QUOTES, minimum=0.05)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The quotes that stand at first sight, and the entities: those given, and speakers that only the encoder saw."""

    quotes: tuple[Quote, ...]
    entities: tuple[Entity, ...]
    declined: tuple[Quote, ...]  # what one of the two proposes and the other does not bear out


def weigh_quotes(
    document: Document, entities: Sequence[Entity], by_rule: Sequence[Quote], signals: Signals, language: Language, version: str
) -> Weighed:
    """What stands of the rules' quotes and of the encoder's. `version` names the weights, for `reader` in claims."""
    seen = [
        part
        for attribution in find_attributions(document.text, signals, _LOOSE)
        for part in _apart(_whole(attribution, document.text), document.text)
    ]
    hulls = [_hull(part.content) for part in seen]
    cast = Speakers(document.text, list(entities), language)
    kept: list[Quote] = []
    declined: list[Quote] = []
    used: set[int] = set()
    heard = [q for q in by_rule if q.because == _HEARD]
    for quote in (q for q in by_rule if q.because != _HEARD):
        own_hull = _hull(quote.content)
        best = max(range(len(seen)), key=lambda i: _overlap(own_hull, hulls[i]), default=None)
        twin = best if best is not None and _overlap(own_hull, hulls[best]) >= SAME else None
        if twin is not None:
            used.add(twin)
        if (judged := _judged(quote, None if twin is None else seen[twin], signals, cast)) is not None:
            kept.append(judged)
        else:
            declined.append(replace(quote, confidence=signals.probability("content", own_hull)))
    for i, attribution in enumerate(seen):
        is_likely = (
            i not in used
            and attribution.confidence >= LIKELY
            and attribution.source is not None
            and _says_something(attribution, document.text)
        )
        if is_likely and not any(_overlap(hulls[i], _hull(q.content)) > 0.2 for q in kept):
            own = _own(attribution, document, cast, version, f"qe{i}")
            if (
                own.speaker is None
                and own.speaker_mention is not None
                and own.speaker_mention.words(document.text).lower() in ("his", "her")
            ):
                before = max((q for q in kept if q.content[0] < own.content[0]), key=lambda q: q.content[0], default=None)
                own = replace(own, speaker=before.speaker, voice=before.voice) if before is not None else own
            if (known := next((q for q in kept if _is_begun(q, own)), None)) is not None:
                kept[kept.index(known)] = replace(known, content=own.content, passages=own.passages)
                continue
            if not any(is_none(own, cast) for is_none in (_is_ruling, _is_demanded, _is_own_voice, _only_hears)) and not any(
                _is_part(own, q, document.text) or _says_less(own, q) for q in kept
            ):
                (kept if attribution.confidence >= SURE else declined).append(own)
    for quote in heard:
        if not any(_overlap(_hull(quote.content), _hull(q.content)) > 0 for q in kept):
            kept.append(replace(quote, confidence=signals.probability("content", _hull(quote.content))))
    spoken, unsaid = (
        [_by_the_author(_by_the_body(_by_the_one_who_speaks_for(q, cast), cast), cast) for q in quotes if not _is_heard(q, cast)]
        for quotes in (kept, declined)
    )
    spoken = _by_the_issuer(sorted(spoken, key=lambda q: q.content[0]), cast)
    return Weighed(tuple(spoken), tuple(cast.entities), tuple(unsaid))


def _is_ruling(own: Quote, cast: Speakers) -> bool:
    """True for what a court or a judge found: a decision, and nobody's words."""
    if own.form is not QuoteForm.INDIRECT or own.cue is None or own.speaker is None:
        return False
    row = _VERBS.get(own.cue.words(cast.text).lower().split()[-1])
    is_order = row is not None and row[0] == "tell" and cast.text.startswith("to ", own.content[0].start)  # "told her to wear a tag"
    if row is None or (row[0] not in RULING and not is_order):
        return False
    holder = next(e for e in cast.entities if e.id == own.speaker)
    return holder.kind is EntityKind.COURT or "judge" in holder.roles


def _is_own_voice(own: Quote, cast: Speakers) -> bool:
    """True for "our correspondent reports", "according to our records": the text itself speaks."""
    words = own.speaker_mention.words(cast.text).lower().split() if own.speaker_mention is not None else []
    return words[:1] == ["our"] and words[-1] in OWN_REPORTERS


def _only_hears(own: Quote, cast: Speakers) -> bool:
    """True where the one who would speak is told: "it was stated to the ambassador that", "X was summoned and told that"."""
    cue, who = own.cue, own.speaker_mention
    if cue is None or who is None:
        return False
    if who.start >= cue.stop:
        is_passive = _TO_BE.search(cast.text, max(0, cue.start - _BE_REACH), cue.start) is not None
        return is_passive and _TO_THE.fullmatch(cast.text, cue.stop, who.start) is not None
    row = _VERBS.get(cue.words(cast.text).lower().split()[-1])
    is_telling = row is not None and row[0] in _TELLING and _NO_HEARER.match(cast.text, cue.stop) is not None
    return is_telling and _BEING_TOLD.fullmatch(cast.text, who.stop, cue.start) is not None


_BE_REACH: Final = 24  # characters
_TO_BE: Final = re.compile(r"\b(?:is|are|was|were|been|being)\s(?:\w+ly\s|also\s)?$")
_TO_THE: Final = re.compile(r"\sto\s(?:\w+\s){0,2}")
_NO_HEARER: Final = re.compile(r"\s(?:that|he|she|they|it|to|of|about|by)\b")
_TELLING: Final = frozenset({"tell", "inform", "assure", "notify", "warn", "advise", "remind"})
_BEING_TOLD: Final = re.compile(
    r"(?:,[^,\n]*,)?(?:\s(?:has|have|had))?\s(?:is|are|was|were|been|being)\s(?:(?:[^.;:,”“\"\n]*\s)?and\s(?:was\s|were\s)?)?(?:\w+ly\s|also\s|then\s)?"
)


_TOLD: Final = r"(?:told|informed|assured|notified|warned|advised|reminded)"
_HEARD_IT: Final = re.compile(rf"{_BEING_TOLD.pattern}{_TOLD}\s(?:(?:that|on|in|at|last|this|over)\s(?:[\w’'-]+\s){{0,4}})?[“\"«]?")
_TOLD_BY: Final = re.compile(rf"\s(?:is|was|were|been|being)\s(?:\w+ly\s)?{_TOLD}\sby\s([^.;:“”\"\n]{{3,80}}?),?\sthat\s[“\"«]?$")
_CARRIED: Final = re.compile(
    rf"(?:\s(?:on|last|this|also|has|had)(?:\s[A-Z]\w+)?)*\s(?:{'|'.join(sorted(ENGLISH.group('weighed_quotes.carries')))})"
    rf"\s(?:an?|the|another|this)\s(?:\w+\s)?(?:{'|'.join(sorted(ENGLISH.group('speakers.papers')))})\s(?:by|from)\s([^,.:;“”\"«»\n]{{3,60}}):\s[“\"«]"
)


def _is_demanded(own: Quote, cast: Speakers) -> bool:
    """True for a piece of what is asked for: "Authorities must release Anna Li, who was held in May, the group said"."""
    start, text = own.content[0].start, cast.text
    if own.form is not QuoteForm.INDIRECT or own.cue is None or own.cue.start < start:
        return False
    begin = max(text.rfind("\n", 0, start) + 1, start - _DEMAND_REACH)
    demand = DEMANDED.search(text, begin, own.content[-1].stop)
    return demand is not None and demand.start() < start and _END.search(text, demand.end(), start) is None


_DEMAND_REACH: Final = 160  # characters from a demand to the end of what it asks for
_VERBS: Final = ENGLISH.table("reporting")
_FOR_SOMEBODY: Final = re.compile(r"\s(?:for|of|representing|defending)\s(?:[\w’'-]+\s){0,6}$")
_LONGEST_FOR: Final = 80  # characters between "A lawyer" and the name of the client


def _by_the_one_who_speaks_for(quote: Quote, cast: Speakers) -> Quote:
    """The quote; of "a lawyer for the jailed activist X says" it is the lawyer's and not X's, of "a spokesman for the hospital" the spokesman's."""
    mention = quote.speaker_mention
    if mention is None or quote.speaker is None or quote.because in _BY_LAYOUT:
        return quote
    name = next((p for p in cast.places if p.span.stop == mention.stop and mention.holds(p.span)), None)
    start = name.span.start if name is not None else mention.start
    behind = _FOR_SOMEBODY.search(cast.text, max(0, start - _LONGEST_FOR), start)
    noun = next((p for p in cast.places if behind is not None and p.span.stop == behind.start()), None)
    if noun is None or behind is None or name is None or noun.form is not MentionForm.NOMINAL or noun.kind is not EntityKind.PERSON:
        return quote
    if name.form is not MentionForm.NAME or name.kind is EntityKind.PLACE or noun.entity == quote.speaker:
        return quote
    holder = next(e for e in cast.entities if e.id == noun.entity)
    is_speaking_for = is_spokesman(noun.span.words(cast.text).lower().split()[-1])
    is_for_one = bool({"lawyer", "relative"} & set(holder.roles)) or (is_speaking_for and _is_for_a_person(behind[0]))
    if not (is_for_one if name.kind is EntityKind.PERSON else is_speaking_for):  # "the head of the union X" is X
        return quote
    return replace(quote, speaker=noun.entity, voice=noun.entity, speakers=(), speaker_mention=noun.span)


def _is_for_a_person(between: str) -> bool:
    """True for "for", "for President" and "for EU foreign policy chief" in front of a name; not for "of the ministry": an office of the one named."""
    last = between.split()[-1]
    return last in ("for", "of") or (last.lower() in _HEADS | _ROLES)


_ROLES: Final = frozenset(word for word, (_, _, number) in ENGLISH.table("roles").items() if number == "s")


def _is_heard(quote: Quote, cast: Speakers) -> bool:
    """True for "She was told that “…”": the one named hears it, and nobody knows who said it."""
    mention, start = quote.speaker_mention, quote.content[0].start
    return mention is not None and mention.stop < start and _HEARD_IT.fullmatch(cast.text, mention.stop, start) is not None


def _by_the_author(quote: Quote, cast: Speakers) -> Quote:
    """The quote; what a paper prints ("… carried a line by the team: “…”") or somebody is told by another is the author's."""
    mention, start = quote.speaker_mention, quote.content[0].start
    if mention is None or quote.because in _BY_LAYOUT or mention.stop >= start:
        return quote
    carried = _CARRIED.fullmatch(cast.text, mention.stop, start) or _TOLD_BY.search(cast.text, mention.stop, start)
    if carried is None or not cast.tells_of_somebody(by := Span(*carried.span(1))) or (author := cast.named_at(by)) is None:
        return quote
    return replace(quote, speaker=author, voice=author, speakers=(), speaker_mention=by)


def _by_the_body(quote: Quote, cast: Speakers) -> Quote:
    """The quote; what "analysts at X" or "ministry officials" say is said by the body they speak for. One spokesman speaks as himself."""
    mention = quote.speaker_mention
    if mention is None or quote.speaker is None or quote.because in _BY_LAYOUT or not cast.is_unnamed(quote.speaker):
        return quote
    mention = Span(mention.start, mention.start + len(_FOR_A_BODY.split(mention.words(cast.text), maxsplit=1)[0]))
    noun = mention.words(cast.text).lower().split()[-1]
    if noun not in _SPEAKING_FOR or (body := cast.body_beside(mention)) is None:
        return quote
    return replace(quote, speaker=body, voice=body)


_SPEAKING_FOR: Final = ENGLISH.group("weighed_quotes.speaking_for")
_FOR_A_BODY: Final = re.compile(r"\s(?:for|of|at|from|with)\s(?:the\s)?")


def _by_the_issuer(quotes: Sequence[Quote], cast: Speakers) -> list[Quote]:
    """The quotes; what "the statement" or "the message" says is said by the body that spoke right before, and what "a spokesman" says too."""
    out: list[Quote] = []
    for quote in quotes:
        last = out[-1] if out else None
        mention = quote.speaker_mention
        words = mention.words(cast.text).lower().split() if mention is not None else []
        if mention is not None and words[-1] in _ISSUED_PAPERS and (body := cast.issuer_before(mention)) is not None:
            quote = replace(quote, speaker=body, voice=body)
        elif last is not None and mention is not None and quote.speaker != last.speaker and cast.is_body(last.speaker):
            is_near = "\n" not in cast.text[last.content[-1].stop : quote.content[0].start].strip('\n”".') and (
                quote.content[0].start - last.content[-1].stop < _ISSUER_REACH
            )
            is_paper = words[0] == "the" and words[-1] in _ISSUED_PAPERS
            if is_near and is_paper and not cast.is_unnamed(last.speaker):
                quote = replace(quote, speaker=last.speaker, voice=last.speaker)
        out.append(quote)
    return out


_ISSUER_REACH: Final = 300  # characters
_PUTS_OUT: Final = re.compile(
    r"(?:\s(?:has|had|also|later|then|on\s\w+))*\s(?:issued|released|published|posted|sent|shared|put\sout|issues|releases)"
    r"\s(?:a|an|another|its|the\sfollowing|this)\s(?:\w+\s){0,2}?(\w+)\b(?!\s\w*ment)"
)
_ISSUED_PAPERS: Final = ENGLISH.group("weighed_quotes.issued_papers")


def _whole(attribution: Attribution, text: str) -> Attribution:
    """The attribution with gaps of a few words closed, and without the marks around its words.

    The encoder can miss a word in the middle of a clause; its cue or source in between is no such gap.
    """
    if attribution.form is QuoteForm.INDIRECT and attribution.cue is not None and len(attribution.content) > 1:
        near = tuple(c for c in attribution.content if not _is_apart(c, attribution.cue, text))
        attribution = replace(attribution, content=near or attribution.content)
    between = [s for s in (attribution.cue, attribution.source) if s is not None]
    parts: list[Span] = []
    for span in attribution.content:
        gap = Span(parts[-1].stop, span.start) if parts and parts[-1].stop < span.start else None
        is_slip = gap is not None and len(gap) <= GAP and "\n" not in gap.words(text) and not any(gap.touches(b) for b in between)
        if parts and (gap is None or is_slip):
            parts[-1] = parts[-1].hull(span)
        else:
            parts.append(span)
    if text.startswith(QUOTES.opener, parts[0].start) and len(parts[0]) > len(QUOTES.opener):
        parts[0] = Span(parts[0].start + len(QUOTES.opener), parts[0].stop)
    if attribution.form is QuoteForm.INDIRECT:
        parts = [_without_slip(_without_dateline(span, text), text) for span in parts]
        parts[-1] = _with_its_object(parts[-1], attribution.cue, text)
    if (led := _LED_BY_ARTICLE.match(text, parts[0].start, parts[0].stop)) is not None:
        parts[0] = Span(led.end(), parts[0].stop)  # "condemned it as a “travesty of justice”"
        attribution = replace(attribution, form=QuoteForm.PARTIAL)
    return replace(attribution, content=tuple(_without_marks(span, text) for span in parts))


_LED_BY_ARTICLE: Final = re.compile(r"(?:an?|the)\s[“\"«](?=[a-z])")


def _with_its_object(span: Span, cue: Span | None, text: str) -> Span:
    """The span up to the comma in front of whoever says so, where it breaks off behind a preposition: "… charges against X, the group said"."""
    if cue is None or cue.start <= span.stop or cue.start - span.stop > _LONGEST_OBJECT or _GOVERNING.search(span.words(text)) is None:
        return span
    comma = text.rfind(", ", span.stop, cue.start)
    return Span(span.start, comma) if comma > 0 and not _ENDS.search(text, span.stop, comma) else span


_LONGEST_OBJECT: Final = 160  # characters to the verb
_GOVERNING: Final = re.compile(r"\s(?:against|of|for|with|by|to|from|in|on|about|over|under|and|the|a|an)$")
_ENDS: Final = re.compile(r"[.!?;:“”\"\n]")


def _without_dateline(span: Span, text: str) -> Span:
    """The span without "Libreville - " in front of the first words of an article."""
    head = _DATELINE.match(text, span.start, span.stop) if span.start == text.rfind("\n", 0, span.start) + 1 else None
    return Span(head.end(), span.stop) if head is not None and head.end() < span.stop else span


def _without_slip(span: Span, text: str) -> Span:
    """The span without the beginning of a sentence that it breaks off: nobody reports half a sentence."""
    if text[span.stop - 1 : span.stop + 1].strip(" ,")[-1:] in tuple(".!?"):
        return span
    ends = [m for m in _WHOLE_SENTENCE.finditer(text, span.start, span.stop) if span.start < m.start() and m.end() < span.stop]
    return Span(span.start, ends[-1].start()) if ends and not _is_marked(span, text) else span


def _is_apart(content: Span, cue: Span, text: str) -> bool:
    """True for words of a sentence before the one whose verb would report them."""
    return content.stop < cue.start and _NEXT_SENTENCE.search(text, content.stop - 1, cue.start + 1) is not None


def _apart(attribution: Attribution, text: str) -> Iterator[Attribution]:
    """One attribution for what is told and one for what is quoted behind it: "X claims that it was so. “I was there.”"."""
    cuts = [
        i
        for i in range(1, len(attribution.content))
        if _NEW_SENTENCE.search(text, attribution.content[i - 1].stop, attribution.content[i].start)
    ]
    if not cuts or _is_marked(attribution.content[0], text):
        yield attribution
        return
    for first, stop in zip([0, *cuts], [*cuts, len(attribution.content)], strict=True):
        content = attribution.content[first:stop]
        yield replace(attribution, content=content, form=QuoteForm.FULL if _is_marked(content[0], text) else QuoteForm.INDIRECT)


def _is_marked(span: Span, text: str) -> bool:
    return text[max(0, span.start - 1) : span.start] in tuple(_MARKS)


_DATELINE: Final = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'.]*,?\s){1,4}(?:\d{1,2},?\s)?(?:\([A-Z][\w/ .]{1,30}\)\s)?[–—-]{1,2}\s|[A-ZÀ-Þ]{4,}(?:[ ,-]{1,2}[A-ZÀ-Þ]{2,}){0,2}\s\([^()\n]{2,60}\)\s?(?:[–—-]{1,2}\s?)?"
)
_WHOLE_SENTENCE: Final = re.compile(r"(?<=[a-z]{4})[.!?]\s+(?=[A-ZÀ-Þ])")
_NEW_SENTENCE: Final = re.compile(r"[.!?]\s+[“\"«„]")


def _without_marks(span: Span, text: str) -> Span:
    words = span.words(text)
    start = span.start + len(words) - len(words.lstrip(_MARKS))
    stop = span.stop - (len(words) - len(words.rstrip(_MARKS + " ,")))
    return Span(start, stop) if start < stop else span


def _judged(quote: Quote, twin: Attribution | None, signals: Signals, cast: Speakers) -> Quote | None:
    """A rule's quote with the encoder's word on it; None where the encoder does not see it."""
    inside = signals.probability("content", _hull(quote.content))
    if quote.because in _BY_GRAMMAR or is_said_by_grammar(quote, cast.text):
        return replace(quote, confidence=0.5 * (quote.confidence + inside))
    if twin is None:
        return replace(quote, confidence=0.5 * (quote.confidence + inside)) if inside >= SEEN else None
    if twin.confidence < SEEN and inside < 0.5:
        return None
    confidence = 0.5 * (quote.confidence + max(twin.confidence, inside))
    if twin.confidence < SURE or twin.source is None:
        return replace(quote, confidence=confidence)
    if quote.speaker is not None and quote.because == "named_by_frame" and not cast.knows(twin.source):
        return replace(quote, confidence=max(confidence, twin.confidence))  # "according to a count kept by X": X, and no count
    stop = quote.content[-1].stop
    if quote.speaker is not None and quote.form is QuoteForm.INDIRECT and "\n" in cast.text[stop : twin.source.start]:
        return replace(quote, confidence=confidence)  # who speaks in the next paragraph
    speaker = cast.named_at(twin.source)
    if speaker is None or (quote.because == "named_by_frame" and cast.is_person(quote.speaker) and cast.is_unnamed(speaker)):
        return replace(quote, confidence=confidence)  # "according to a member of the party, the lawyer X": X
    if (
        _is_led_by(quote, cast.text)
        and cast.is_person(quote.speaker)
        and _PASSING.search(cast.text, max(0, twin.source.start - 20), twin.source.start)
    ):
        return replace(quote, confidence=confidence)  # "According to the Courier, X said that …": X
    if speaker == quote.speaker:
        return replace(quote, confidence=max(confidence, twin.confidence))
    if quote.because in ("named_by_frame", "subject_of_verb") and _is_whose_person(quote, twin.source, cast.text):
        return replace(quote, confidence=confidence)  # "According to X's lawyer Y, …": Y
    if quote.speaker is not None and quote.speaker_mention == twin.source:
        return replace(quote, confidence=max(confidence, twin.confidence))  # the same words: "they", and the rule knows the first of them
    if quote.speaker is not None and _is_led_by(quote, cast.text) and not _is_beside(quote, twin.source, cast.text):
        return replace(quote, confidence=confidence)
    if (
        _is_led_by(quote, cast.text)
        and cast.is_person(speaker)
        and cast.is_body(quote.speaker)
        and _is_apart_in_front(quote, twin.source, cast.text)
    ):
        return replace(quote, confidence=confidence)  # "In a paper signed by its secretary, X, the union described …": the union
    return replace(
        quote, confidence=confidence, speaker=speaker, voice=speaker, speakers=(), speaker_mention=twin.source, because="encoder"
    )


def is_said_by_grammar(quote: Quote, text: str) -> bool:
    """True for what somebody calls a thing or makes known, "branded it an act of revenge", "gave notice that …": few texts that were learned from do so."""
    cue, content = quote.cue, quote.content[0]
    if cue is None or quote.form is not QuoteForm.INDIRECT or quote.because != "subject_of_verb" or len(quote.content) > 1:
        return False
    verb = cue.words(text).lower()
    if text.endswith(" that ", cue.stop, content.start):
        return verb in _PHRASES
    lemma, tense, _ = _VERBS.get(verb, ("", "", ""))
    is_participle = tense == "past" and text[cue.start - 2 : cue.start] == ", "  # "shown to the cameras with a tyre, described as a mine"
    who = quote.speaker_mention.words(text).lower() if quote.speaker_mention is not None else ""
    is_thinking = (
        lemma == "consider" and tense in ("present", "base") and not text.endswith(" to ", 0, cue.start) and not who.endswith(_JUDGING)
    )
    is_calling = lemma in _CALLING or is_thinking
    return is_calling and cue.stop < content.start and not is_participle and text[content.start].islower()


_JUDGING: Final = ("court", "tribunal", "judge", "bench", "panel")  # they consider an appeal
_PHRASES: Final = ENGLISH.table("reporting_phrases")
_CALLING: Final = ENGLISH.group("weighed_quotes.calling")


def _is_whose_person(quote: Quote, source: Span, text: str) -> bool:
    """True where what the encoder takes for the source only says whose lawyer or sister speaks."""
    speaks = quote.speaker_mention
    return speaks is not None and source.start < speaks.start and _WHOSE.fullmatch(text, source.start, speaks.start) is not None


_WHOSE: Final = re.compile(r"[^,.;:\n“”\"]{2,60}[’']s?\s(?:[\w-]+\s){1,5}")


def _is_led_by(quote: Quote, text: str) -> bool:
    """True where the rule's speaker stands right at the reporting verb: grammar says it, and needs no probability."""
    if quote.cue is None or quote.speaker_mention is None:
        return False
    first, last = sorted((quote.cue, quote.speaker_mention))
    if quote.because == "subject_behind_verb" and first is quote.cue and _TITLED.fullmatch(text, first.stop, last.start) is not None:
        return True  # "…, added the curator X, …"
    return first.stop <= last.start and _NEXT.fullmatch(text, first.stop, last.start) is not None


_TITLED: Final = re.compile(r"\s(?:the|a|an|his|her|their|its)\s(?:[\w’'-]+\s){1,4}")


def _is_apart_in_front(quote: Quote, source: Span, text: str) -> bool:
    """True where a comma and an article part the encoder's speaker from the rule's, which stands behind it at the verb."""
    mention = quote.speaker_mention
    if mention is None:
        return False
    noun = mention.start + (len("the ") if text[mention.start : mention.start + 4].lower() == "the " else 0)
    return _COMMA.fullmatch(text, source.stop, noun) is not None


_COMMA: Final = re.compile(r",\s(?:the\s)?")


def _is_beside(quote: Quote, source: Span, text: str) -> bool:
    """True where the encoder reads the speaker at the same place as the rule: a title, an owner, a name beside it."""
    mention = quote.speaker_mention
    if mention is None or mention.touches(source):
        return mention is not None
    first, last = sorted((mention, source))
    return _SAME_PHRASE.fullmatch(text, first.stop, last.start) is not None


def _own(attribution: Attribution, document: Document, cast: Speakers, version: str, id_: str) -> Quote:
    assert attribution.source is not None
    speaker = cast.named_at(attribution.source)
    return Quote(
        id=id_,
        passages=tuple(Passage.cut(document.source.id, document.text, span) for span in attribution.content),
        confidence=attribution.confidence,
        reader=version,
        voice=speaker,
        form=attribution.form,
        content=attribution.content,
        cue=attribution.cue,
        speaker=speaker,
        speaker_mention=attribution.source,
        because=attribution.because,
    )


def _is_part(own: Quote, whole: Quote, text: str) -> bool:
    """True for words of the one who answers in an answer, of the author in a post, of "I" in anybody's words: the whole is the quote."""
    if own.speaker_mention is not None and own.speaker_mention.words(text) in ("I", "We", "we"):
        return _hull(whole.content).holds(_hull(own.content))
    return whole.because in _BY_LAYOUT and own.speaker == whole.speaker and _hull(whole.content).holds(_hull(own.content))


def _is_begun(known: Quote, own: Quote) -> bool:
    """True where the rules break off the clause that the encoder reads on, of the same speaker: "he had greeted him and asked him to wait"."""
    return (
        known.form is own.form is QuoteForm.INDIRECT
        and known.speaker == own.speaker
        and known.content[0].start == own.content[0].start
        and known.content[-1].stop < own.content[-1].stop
    )


def _says_less(own: Quote, known: Quote) -> bool:
    """True for a clause that the encoder reads around words in marks that the rules know for the same speaker's."""
    if own.form is QuoteForm.INDIRECT and own.speaker == known.speaker and _hull(known.content).holds(_hull(own.content)):
        return True
    is_inside = own.form is not QuoteForm.FULL and known.form is QuoteForm.PARTIAL and _hull(own.content).holds(_hull(known.content))
    return is_inside and own.speaker == known.speaker


def _says_something(attribution: Attribution, text: str) -> bool:
    """Words without marks are a clause: one or two of them are a slip of the encoder."""
    words = sum(len(span.words(text).split()) for span in attribution.content)
    if attribution.source is None or attribution.source.words(text).lower() in ("the", "a", "an"):
        return False
    if attribution.content[0].words(text).lower() in ("this", "that", "it"):
        return False  # "This was told to the agency by X"
    if attribution.form is not QuoteForm.INDIRECT:
        return True
    if text.startswith("?", attribution.content[-1].stop):
        return False
    if text.startswith(":", attribution.source.stop):
        line = text[attribution.source.stop + 1 : attribution.source.stop + _LABELLED].partition("\n")[0].lower().split()
        if line and tells_of_whom_it_heads(line):
            return False
    is_topic = _TOPIC.search(text, max(0, attribution.source.start - REACH), attribution.source.start) is not None
    return words >= 3 and not is_topic and not any("\n" in span.words(text) for span in attribution.content)


@dataclass(frozen=True, slots=True)
class _Place:
    """A mention: where it stands, whom it means, and how."""

    span: Span
    entity: str
    form: MentionForm
    kind: EntityKind


_OTHERS_OF: Final = re.compile(
    r"(?:the |some |many |other |several )?(?:critics|opponents|supporters|friends|relatives|colleagues|victims)(?= of\b)", re.IGNORECASE
)


class Speakers:
    """The entities of the document by their places; a speaker whom nobody mentions yet becomes one."""

    def __init__(self, text: str, entities: list[Entity], language: Language) -> None:
        self.text, self.entities, self.language = text, entities, language
        self.places = sorted(
            (_Place(m.span, e.id, m.form, e.kind) for e in entities for m in e.mentions), key=lambda p: (p.span.start, p.span.stop)
        )

    def named_at(self, span: Span) -> str | None:
        """The entity that the words at `span` mean; a new one if none touches it, None where they are a mere article or "his"."""
        whole = self._whole_phrase(span)
        if whole is None:
            return None
        if whole.words(self.text).lower() in ("which", "who"):
            return self._before(whole)
        fitting = [p for p in self.places if p.span.touches(whole) and not self._is_owner_in_front(p, whole)]
        if all(self._only_modifies(p, whole) for p in fitting):
            fitting = []
        if (others := _OTHERS_OF.match(self.text, whole.start)) is not None:
            fitting = [p for p in fitting if p.span.start < others.end()]  # "critics of the government": not the government
        if fitting:
            head = self._introduced(self._head(fitting, whole))
            return (self._in_office(head, whole) or head).entity
        whole = self._trimmed(whole)
        id_ = f"s{len(self.entities) + 1}"
        mention = Mention(whole, whole.words(self.text), MentionForm.NOMINAL)
        place = _Place(whole, id_, MentionForm.NOMINAL, self._kind(mention.text))
        if (named := self._introduced(place)) is not place:
            return named.entity
        self.entities.append(Entity(id_, place.kind, mention.text, (mention,)))
        self.places.append(place)
        return id_

    def _before(self, relative: Span) -> str | None:
        """The named one that "which" or "who" goes back to: the nearest in front of it."""
        near = [p for p in self.places if p.form is MentionForm.NAME and 0 < relative.start - p.span.stop <= _TITLE_REACH]
        nearest = max((p for p in near if p.kind is not EntityKind.PLACE), key=lambda p: p.span.stop, default=None)
        return nearest.entity if nearest is not None and not _END.search(self.text, nearest.span.stop, relative.start) else None

    def body_beside(self, mention: Span) -> str | None:
        """The named body right in front of people who speak for it or right behind them: "Interior Ministry officials", "analysts at X"."""
        behind = _FOR_A_BODY.match(self.text, mention.stop)
        for place in self.places:
            if place.form is not MentionForm.NAME or place.kind not in (EntityKind.ORGANIZATION, EntityKind.GOVERNMENT):
                continue
            if behind is not None and place.span.start == behind.end():
                return place.entity
            gap = self.text[place.span.stop : mention.start] if 0 < mention.start - place.span.stop <= 3 else ""
            if gap in (" ", "'s ", "’s "):
                return place.entity
        return None

    def issuer_before(self, paper: Span) -> str | None:
        """The body that put the paper out a few lines above: "The ministry released a statement objecting to … “…,” the statement read"."""
        for place in reversed([p for p in self.places if paper.start - _ISSUER_REACH * 2 < p.span.start < paper.start]):
            if place.kind not in (EntityKind.ORGANIZATION, EntityKind.GOVERNMENT) or place.form is MentionForm.PRONOUN:
                continue
            if (out := _PUTS_OUT.match(self.text, place.span.stop)) is not None:
                return place.entity if out[1] in _ISSUED_PAPERS else None
        return None

    def tells_of_somebody(self, span: Span) -> bool:
        """True if a person or body is mentioned there: "a letter from Anna Li"; not "a letter from prison"."""
        return any(p.kind is not EntityKind.PLACE and p.span.touches(span) for p in self.places)

    def is_person(self, id_: str | None) -> bool:
        """True for a person with a name."""
        return any(p.entity == id_ and p.form is MentionForm.NAME and p.kind is EntityKind.PERSON for p in self.places)

    def is_body(self, id_: str | None) -> bool:
        """True for a body, named or not."""
        return any(e.id == id_ and e.kind in (EntityKind.ORGANIZATION, EntityKind.GOVERNMENT) for e in self.entities)

    def is_unnamed(self, id_: str | None) -> bool:
        """True for somebody whom the text never names."""
        return not any(p.entity == id_ and p.form is MentionForm.NAME for p in self.places)

    def _is_name(self, place: _Place) -> bool:
        """True for a person's name that owns nothing: it speaks itself."""
        is_name = place.form is MentionForm.NAME and place.kind is EntityKind.PERSON
        return is_name and not self.text.startswith(("'", "’"), place.span.stop)

    def _in_office(self, body: _Place, whole: Span) -> _Place | None:
        """The person whose office the body only tells: "Foreign Ministry spokeswoman X", "the U.N. rapporteur on torture, X"."""
        if body.kind is EntityKind.PERSON or body.form is not MentionForm.NAME or body.span.start < whole.start:
            return None
        for other in self.places:
            if other.form is not MentionForm.NAME or other.kind is not EntityKind.PERSON:
                continue
            if not 0 < other.span.start - body.span.stop <= _TITLE_REACH or other.span.start <= whole.start:
                continue
            title = _TITLE.fullmatch(self.text, body.span.stop, other.span.start)
            if title is not None and not _OFFICES.isdisjoint(title[1].lower().split()):
                return other
        return None

    def _trimmed(self, whole: Span) -> Span:
        """The words without what only leads on from them: "the statement released by"."""
        ragged = _RAGGED.search(whole.words(self.text))
        return Span(whole.start, whole.start + ragged.start()) if ragged is not None and ragged.start() else whole

    def knows(self, span: Span) -> bool:
        """True where some mention touches the words."""
        return any(p.span.touches(span) for p in self.places)

    def _is_owner_in_front(self, place: _Place, whole: Span) -> bool:
        """True for "its" in "its counsellor", "Anna's" in "Anna's brother": the noun speaks, not its owner."""
        if place.form is MentionForm.NAME and self.text.startswith(("'s ", "’s "), place.span.stop) and place.span.stop + 3 < whole.stop:
            return place.kind is EntityKind.PERSON
        if place.form is MentionForm.NAME and place.kind is EntityKind.PERSON and self.text.endswith(" of ", whole.start, place.span.start):
            return self._kind(self.text[whole.start : place.span.start]) is EntityKind.PERSON  # "a relative of Anna Li"
        return place.form is MentionForm.PRONOUN and place.span.stop + 3 < whole.stop and place.span.words(self.text).lower() in _OPENING

    def _only_modifies(self, place: _Place, whole: Span) -> bool:
        """True for a place or "the state" in a longer phrase: "the Lviv prosecutor's office", "shopkeepers on Green Street"."""
        behind = self.text[place.span.stop : whole.stop].split()
        before = self.text[whole.start : place.span.start].lower().split()
        if place.form is MentionForm.NAME and place.kind is EntityKind.PERSON:
            return bool(behind) and behind[0].strip(",").lower() in _people_words(self.language)  # "another Petrov lawyer"
        if place.kind is EntityKind.PLACE:
            return len(behind) >= 2 or (len(before) >= 2 and before[-1] in _GOVERNS | {"on", "outside"})
        if place.form is MentionForm.NAME and _PAGES.match(self.text, place.span.stop) is not None:
            return True  # "his family's Facebook page"
        if place.form is MentionForm.NAME and place.kind is not EntityKind.PERSON and behind and behind[-1].islower():
            return self._kind(behind[-1]) is EntityKind.PERSON  # "a UN spokesperson"
        return (
            place.form is MentionForm.NOMINAL
            and len(behind) >= 2
            and behind[0][0].isalpha()
            and place.span.words(self.text).lower() == "the state"
        )

    def _whole_phrase(self, span: Span) -> Span | None:
        """The span, led on to the noun it belongs to where the encoder saw only "The", "His" or "Ankara's"."""
        handle = _HANDLE.match(self.text, span.start - self.text.startswith("@", max(0, span.start - 1), span.start))
        if handle is not None:
            return Span(handle.start(), max(handle.end(), span.stop))
        noun = _NOUN_BEHIND.match(self.text, span.stop)
        if noun is not None and noun[1] in _people_words(self.language) and any(p.span.stop == span.stop for p in self.places):
            return Span(span.start, noun.end())  # "another Petrov" of "another Petrov lawyer"
        words = span.words(self.text).lower().replace("’", "'").split()
        if words in OWNERS and _OWN_WORD.match(self.text, span.stop):
            return span  # "by his account": his
        if any(span.start <= p.span.start and p.span.stop < span.stop - 2 and self._is_name(p) for p in self.places):
            return span  # "Anna Li, the singer's" sister
        if words and words[-1] not in _OPENING and not words[-1].endswith(("'s", "s'")):
            return span
        behind = [p for p in self.places if span.stop <= p.span.start + 1 and p.span.start - span.stop < REACH]
        nearest = min(behind, key=lambda p: p.span.start, default=None)
        if nearest is not None and not _BREAK.search(self.text, span.stop, nearest.span.start):
            return nearest.span
        holding = [p.span for p in self.places if p.span.start <= span.start and p.span.stop > span.stop]
        return holding[0] if holding else None if len(words) == 1 and words[0] in _OPENING else span

    def _head(self, fitting: Sequence[_Place], span: Span) -> _Place:
        """Of several mentions in the words the one that speaks: not "Amnesty's" in front of its director, not "of the ministry" behind a spokesman."""
        own = [p for p in fitting if not self._belongs(p, span)] or list(fitting)
        people = [p for p in own if p.form is MentionForm.NAME and p.kind is EntityKind.PERSON and _overlap(p.span, span) > 0]
        bodies = [p for p in own if p.kind is not EntityKind.PLACE]  # "the Lviv prosecutor's office"
        return max(people or bodies or own, key=lambda p: (_overlap(p.span, span), -p.span.start))

    def _belongs(self, place: _Place, whole: Span) -> bool:
        """True for an owner, a body behind "of" or right in front of an office: words that only say whose spokesman it is."""
        span = place.span
        if place.form is MentionForm.NAME and place.kind in (EntityKind.ORGANIZATION, EntityKind.GOVERNMENT):
            behind = next((p for p in self.places if p.span.start == span.stop + 1 and p.span.stop <= whole.stop), None)
            if behind is not None and self._is_one_in_office(behind):
                return True  # "A Foreign Ministry official"
        busy = _BUSY_WITH.search(self.text, whole.start, span.start)
        if busy is not None and any(p.span.stop == busy.start() for p in self.places):
            return True  # "Lawyers representing the two journalists"
        owns = self.text.startswith(("'s ", "’s ", "' ", "’ "), span.stop) and span.stop + 2 < whole.stop
        before = self.text[max(whole.start, span.start - 12) : span.start].lower().split()
        is_person = place.kind is EntityKind.PERSON and place.form is MentionForm.NAME  # "the secretary of state X"
        return owns or (bool(before) and before[-1] in _GOVERNS) or (bool(before[-2:-1]) and before[-2] in _GOVERNS and not is_person)

    def _is_one_in_office(self, place: _Place) -> bool:
        """True for one person without a name: "official", "spokesman"; "officials" are their body."""
        is_one = place.form is MentionForm.NOMINAL and place.kind is EntityKind.PERSON
        return is_one and place.span.words(self.text).lower().split()[-1] in _OFFICES | _HEADS

    def _introduced(self, place: _Place) -> _Place:
        """For a noun right before a name, the one who is named: "spokesman X", "her sister, X"."""
        if place.form is not MentionForm.NOMINAL:
            return place
        is_gap = (_GAP if place.kind is EntityKind.PERSON else _BLANK).fullmatch
        for other in self.places:
            if not 0 < other.span.start - place.span.stop <= _LONGEST_GAP:
                continue
            gap = is_gap(self.text, place.span.stop, other.span.start)
            is_main = (
                gap is not None and self.text[place.span.stop] == "," and _MAIN.match(self.text, other.span.stop) is not None
            )  # "according to his brother, X does not …"
            if gap is not None and not is_main and other.form is MentionForm.NAME and other.kind is EntityKind.PERSON:
                return other
        return place

    def _kind(self, words: str) -> EntityKind:
        people = _people_words(self.language)
        said = {w.strip(".,'’“”\"").lower() for w in words.split()}
        return EntityKind.ORGANIZATION if said.isdisjoint(people) else EntityKind.PERSON


@cache
def _people_words(language: Language) -> frozenset[str]:
    """The nouns that stand for people."""
    return frozenset(w for row in language.table("person_nouns").values() for w in row[0].split())


def _hull(spans: Iterable[Span]) -> Span:
    spans = tuple(spans)
    return Span(min(s.start for s in spans), max(s.stop for s in spans))


def _overlap(a: Span, b: Span) -> float:
    common = max(0, min(a.stop, b.stop) - max(a.start, b.start))
    return common / (max(a.stop, b.stop) - min(a.start, b.start))
