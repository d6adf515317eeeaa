"""Which words are posts of a social network, printed as such, and whose are they?

A thread begins with its author and the handle ("Anna Li @annali · 20 Jun") and goes on until the counts of replies or the next
author; numbered posts ("1/", "(2/5)") are one quote each. A post built into an article ends in its author and handle instead
("… — Anna Li (@annali) June 20, 2024"). Among posts an author may stand without a handle ("Oleg Kim, minister, replying · 11:55 AM"),
below the counts of reactions a comment begins with its author ("Oleg Kim: …"), and a page may be one post of whom its first line
names with the hour ("Lawyer Li | 21 December, 22:47"). Posts that somebody has collected stand below lines of a name with day and hour
("Press Club, 26 March, 19:12").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.read.interviews import label_of
from habeas.read.reporting import Line, Placed, Stage, paragraphs_of

_HEAD_WORDS: Final = r"\W{0,3}([^@\n]{2,60}?)\s*[(|·•]?\s*@\w{2,30}\)?\s*(?:[·•|,–—-]\s*[^\n]{1,40})?"
_HEAD: Final = re.compile(_HEAD_WORDS)
HEAD_LINE: Final = re.compile(rf"^{_HEAD_WORDS}$", re.M)
_NUMBER: Final = re.compile(r"\s*[(\[]?\d{1,2}\s?(?:/\s?(?:\d{1,2}|n|x)?[)\]]?|[.)\]])\s")
_FOOT: Final = re.compile(
    r"\W{0,4}(?:[\d.,]+\s?[KkMm]?\s(?i:repl(?:y|ies)|reposts?|retweets?|quotes?|quote tweets?|likes?|views?|comments?|shares?|bookmarks?)\b"
    r"|[♥❤♡↻💬🔁]|[(\[][A-ZÀ-Þ][^\n]*[)\]]\s*(?=\n|$)|(?:Who to follow|Trending|Translate|Show (?:more|this)|Read more|Log in|Sign up|Last edited|Reply|Share)\b)"
)
_TIMED_HEAD: Final = re.compile(
    r"\W{0,3}([^@\n·•|.!?]{2,60}?(?:,\s[^@\n·•|.!?]{2,70}?)?)\s[·•|]\s(?:[^\n]{0,24}\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?|\d{1,2}\s?[hm]|[^\n]{0,12}\d{1,2}[^\n]{0,12})"
)
_SIGNED_HEAD: Final = re.compile(r"[^@\n|·•.!?]{3,60}\s[|·•]\s[^\n|]{0,20}\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?")
_THREAD: Final = re.compile(r"\W{0,2}(?:A )?[Tt]hread\b[^.\n]{0,80}\bby\s")
_SIGN: Final = "🧵"
_DATED_HEAD: Final = re.compile(
    r"\W{0,3}([^@\n.!?]{2,60}?)(?:\s?[,·•|–—-])\s?(?:[^\n.!?:]{0,12}\d{1,2}(?:\s[A-Z][a-z]{2,8}\.?)?(?:,?\s\d{4})?)[,\s·•|–—-]{1,3}(?:at\s)?\d{1,2}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\.?)?"
)
_REACTIONS: Final = re.compile(r"\s*[\d.,]+\s?[KkMm]?\s(?:reactions|likes|comments)\b")
_TAIL: Final = re.compile(r"\s*[–—-]{1,2}\s?([^@\n–—]{2,60}?)\s\(@\w{2,30}\)\s[^\n]{3,40}$")
_LINKS: Final = re.compile(r"(?:\s*(?:pic\.twitter\.com|https?://|t\.co/)\S*)+\s*$")


def posts(stage: Stage) -> Iterator[tuple[Placed, Line, Span]]:
    """The posts: their author, the line that names them, and the words."""
    paragraphs = paragraphs_of(stage.lines)
    if "@" not in stage.text and (one := _of_one(stage, paragraphs)) is not None:
        spans = [Span(p[0].span.start, p[-1].span.stop) for p in paragraphs[1:]]
        gaps = [stage.text[p[-1].span.stop : s.start].strip() for p, s in zip(paragraphs, spans, strict=False)]
        ends = (i for i, s in enumerate(spans) if _FOOT.match(gaps[i] or stage.text, 0 if gaps[i] else s.start))
        yield from _thread(stage.text, one, spans[: next(ends, len(spans))])
        return
    if "@" not in stage.text and "\n" not in stage.text:
        return
    yield from _comments(stage, paragraphs)
    if "@" not in stage.text:
        yield from _collected(stage, paragraphs)
        return
    author: tuple[Placed, Line] | None = None
    thread: list[Span] = []
    stop = 0
    for at, lines in enumerate(paragraphs):
        if (named := _in_furniture(stage, stop, lines[0])) is not None:  # a head that counts as a byline of the page
            yield from _thread(stage.text, author, thread)
            author, thread = named, []
        stop = lines[-1].span.stop
        span = Span(lines[0].span.start, lines[-1].span.stop)
        words = span.words(stage.text).rstrip()
        first = words.split("\n", 1)[0]
        head, tail = _HEAD.fullmatch(first) or (_TIMED_HEAD.fullmatch(first) if author is not None else None), _TAIL.search(words)
        if head is not None and (named := _named(lines, span.start + head.start(1), span.start + head.end(1))) is not None:
            yield from _thread(stage.text, author, thread)
            author, thread = named, []
            if words[len(first) :].strip():
                thread.append(Span(span.start + len(first) + 1, span.start + len(words)))
        elif author is not None and _FOOT.match(words):
            yield from _thread(stage.text, author, thread)
            author, thread = None, []
        elif author is not None:
            thread.append(span)
        elif tail is not None and (named := _named(lines, span.start + tail.start(1), span.start + tail.end(1))) is not None:
            if words[: tail.start()].strip():
                yield from _thread(stage.text, named, [Span(span.start, span.start + tail.start())])
            elif at:
                yield from _thread(stage.text, named, [Span(paragraphs[at - 1][0].span.start, paragraphs[at - 1][-1].span.stop)])
    yield from _thread(stage.text, author, thread)


def _of_one(stage: Stage, paragraphs: Sequence[Sequence[Line]]) -> tuple[Placed, Line] | None:
    """Whose the page is where its first line names them with the hour, or as the author of a thread: "Lawyer Li | 21 December, 22:47"."""
    if not paragraphs:
        return None
    start = paragraphs[0][0].span.start
    first = Span(start, paragraphs[0][-1].span.stop).words(stage.text).split("\n", 1)[0]
    opened = _THREAD.match(first) or (
        _SIGN in stage.text and _SIGN in stage.text[start : paragraphs[min(1, len(paragraphs) - 1)][0].span.stop]
    )
    by = max(first.rfind(" by "), 0) if opened else 0
    named = _named(paragraphs[0], start + by, start + len(first)) if opened or _SIGNED_HEAD.fullmatch(first) is not None else None
    return named if named is not None and named[0].entity.kind is EntityKind.PERSON else None


def _collected(stage: Stage, paragraphs: Sequence[Sequence[Line]]) -> Iterator[tuple[Placed, Line, Span]]:
    """Posts that stand each below a line of its author with day and hour, where there are several."""
    spans = [Span(p[0].span.start, p[-1].span.stop) for p in paragraphs]
    firsts = [s.words(stage.text).split("\n", 1)[0] for s in spans]
    heads = [_DATED_HEAD.fullmatch(first.strip()) is not None for first in firsts]
    if sum(heads) < _SEVERAL:
        return
    for at in (i for i, is_head in enumerate(heads) if is_head):
        named = _named(paragraphs[at], spans[at].start, spans[at].start + len(firsts[at]))
        stop = next((i for i in range(at + 1, len(spans)) if heads[i] or _FOOT.match(stage.text, spans[i].start)), len(spans))
        own = Span(spans[at].start + len(firsts[at]) + 1, spans[at].stop) if len(firsts[at]) < len(spans[at]) else None
        yield from _thread(stage.text, named, [own] if own is not None else spans[at + 1 : stop])


_SEVERAL: Final = 3


def _comments(stage: Stage, paragraphs: Sequence[Sequence[Line]]) -> Iterator[tuple[Placed, Line, Span]]:
    """Below the counts of reactions: "Oleg Kim: …", one comment a line."""
    foot = next((i for i, p in enumerate(paragraphs) if _REACTIONS.match(stage.text, p[0].span.start)), None)
    if foot is None:
        return
    for line in (line for p in paragraphs[foot:] for line in p):
        label = label_of(line)
        if label is None or stage.text[: line.span.start].rpartition("\n")[2].strip() or label[0].mention.form is not MentionForm.NAME:
            continue
        start = line.tokens[label[1]].span.start
        end = stage.text.find("\n", start)
        words = stage.text[start : end if end >= 0 else len(stage.text)].rstrip()
        if stage.text[start - 1 : start] not in tuple('“"'):
            yield label[0], line, Span(start, start + len(words))


def _in_furniture(stage: Stage, start: int, line: Line) -> tuple[Placed, Line] | None:
    """Who is named in a head right in front of the line, where the head itself is no sentence of the document."""
    words = stage.text[start : line.span.start].strip().rsplit("\n", 1)[-1]
    head = _HEAD.fullmatch(words)
    name = head.group(1).strip() if head is not None else ""
    for entity in stage.entities if name else ():
        for mention in entity.mentions:
            if mention.form is MentionForm.NAME and mention.text == name:
                return Placed(0, 0, mention, entity), line
    return None


def _named(lines: Sequence[Line], start: int, stop: int) -> tuple[Placed, Line] | None:
    """Who is named between the two offsets."""
    for line in lines:
        for placed in line.placed:
            is_there = start <= placed.mention.span.start and placed.mention.span.stop <= stop
            if is_there and placed.mention.form is MentionForm.NAME and placed.entity.kind is not EntityKind.PLACE:
                return placed, line
    return None


def _thread(text: str, author: tuple[Placed, Line] | None, paragraphs: Sequence[Span]) -> Iterator[tuple[Placed, Line, Span]]:
    """One quote for each numbered post with what follows it; without numbers the whole is one post, unless it calls itself a thread."""
    if author is None or not paragraphs:
        return
    is_thread = text.find(_SIGN, paragraphs[0].start, paragraphs[0].stop) >= 0
    starts = sorted({0, *(i for i, p in enumerate(paragraphs) if is_thread or _NUMBER.match(text, p.start))})
    for first, stop in zip(starts, [*starts[1:], len(paragraphs)], strict=True):
        words = text[paragraphs[first].start : paragraphs[stop - 1].stop]
        content = _LINKS.sub("", words).rstrip()
        if content.strip():
            yield *author, Span(paragraphs[first].start, paragraphs[first].start + len(content))
