"""Whose are the paragraphs of an interview or briefing that stand without quotation marks?

Questions and answers take turns: a paragraph that asks, then one that answers; or labels with a name. One answer is one quote of
the person asked, unless the text tells it in its own words; the questions are nobody's quotes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.reporting import FINITE, Line, Placed, Stage, paragraphs_of, token_at
from habeas.read.speakers import first_subject, is_free, subject_before

_ASKED: Final = re.compile(
    r"\s*[–—-]?\s*(?:q|question|correspondent|reporter|journalist|moderator|host|interviewer|anchor|presenter|press)\s?(?:\([^)]*\)\s?)?[:.]",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?:,?\s[\w’'.()-]+){0,5}: ?(?=\S)")
_ANSWER: Final = re.compile(r"\s*[–—-]?\s*(?:a|answer)\s?[:.]\s", re.IGNORECASE)
_DASH: Final = re.compile(r"\s*[–—-]\s?")
_TALK: Final = ENGLISH.group("interviews.talk")
_LONGEST_QUESTION: Final = 500
_OWN: Final = frozenset("i we my our me us i’m i’ve i'm i've".split())
_EACH_OTHER: Final = _OWN | frozenset("you your".split())
_LONGEST_REMARK: Final = 250
_LONGEST_ANSWER: Final = 6  # paragraphs
_SHORT_REMARK: Final = 120
_LONGEST_PLAIN_REMARK: Final = 170


def turns(stage: Stage) -> Iterator[tuple[Placed, Line, Span]]:
    """The answers: who gives it, its first line, and its words."""
    paragraphs = paragraphs_of(stage.lines)
    labels = _labels(stage.text, paragraphs)
    kinds = _kinds(stage.text, paragraphs, labels)
    if "answer" not in kinds:
        return
    answerer = next((label[0] for label, k in zip(labels, kinds, strict=True) if k == "answer" and label is not None), None)
    if answerer is None and not _is_talk(stage.text, paragraphs, kinds):
        return  # questions as headings of an explainer
    answerer = answerer or _interviewee(stage, paragraphs, kinds)
    is_sitting = _is_sitting([stage.text[p[0].span.start : p[-1].span.stop] for p in paragraphs], labels)
    for number, (lines, kind) in enumerate(zip(paragraphs, kinds, strict=True)):
        if kind != "answer":
            continue
        label = labels[number]
        answerer = label[0] if label is not None else answerer
        if answerer is None or _is_retold(lines, answerer):
            continue
        start = lines[0].tokens[label[1]].span.start if label is not None else lines[0].span.start
        if (mark := _ANSWER.match(stage.text, start)) is not None:
            start = mark.end()
        is_dashed = _DASH.match(stage.text, lines[0].span.start) is not None  # there a paragraph without a dash is nobody's turn
        last = number if is_dashed else _last_of_answer(paragraphs, kinds, number, answerer)
        if last == number and is_sitting:
            last = _last_of_speech(kinds, labels, number)
        content = stripped(stage.text, start, paragraphs[last][-1].span.stop)
        if content is not None:
            yield answerer, lines[0], content


def _last_of_answer(paragraphs: Sequence[Sequence[Line]], kinds: Sequence[str], number: int, answerer: Placed) -> int:
    """The paragraph in which the answer ends: what stands before the next question goes on with it."""
    stop = number + 1
    while (
        stop < len(kinds)
        and kinds[stop] == "other"
        and stop - number < _LONGEST_ANSWER
        and paragraphs[stop][0].low[0] not in ("*", "[", "(")  # a note of the editor
        and not _tells_of(paragraphs[stop], answerer)
    ):
        stop += 1
    if stop < len(kinds) and kinds[stop] == "question":
        return stop - 1
    last = number
    while last + 1 < stop and _goes_on_about_self(paragraphs[last + 1]):
        last += 1
    return last


def _goes_on_about_self(lines: Sequence[Line]) -> bool:
    """True behind the last answer for what still says "I" or "we", and turns to no reader: "Our consul has asked for a meeting."."""
    said = _unquoted(lines)
    return not said.isdisjoint(_OWN) and said.isdisjoint(("you", "your"))


def _last_of_speech(kinds: Sequence[str], labels: Sequence[_Label | None], number: int) -> int:
    """The paragraph in which a member's speech ends: the one before the next member's label."""
    stop = number + 1
    while stop < len(kinds) and kinds[stop] == "other":
        stop += 1
    return stop - 1 if stop < len(kinds) and labels[stop] is not None else number


def _is_talk(text: str, paragraphs: Sequence[Sequence[Line]], kinds: Sequence[str]) -> bool:
    """True where answers are marked as such, somebody says "I" or "you", or the text says that it has asked."""
    first = kinds.index("answer")
    if any(_ANSWER.match(text, lines[0].span.start) for lines, kind in zip(paragraphs, kinds, strict=True) if kind == "answer"):
        return True
    for number, (lines, kind) in enumerate(zip(paragraphs, kinds, strict=True)):
        wanted = _EACH_OTHER if kind in ("answer", "question") else _TALK | _MET if number < first else frozenset()
        if any(w in wanted and not q for line in lines for w, q in zip(line.low, line.quoted, strict=True)):
            return True
    return False


def questions(stage: Stage) -> frozenset[int]:
    """The paragraphs that ask: a label there says whose question it is, not whose claim."""
    paragraphs = paragraphs_of(stage.lines)
    labels = _labels(stage.text, paragraphs)
    kinds = _kinds(stage.text, paragraphs, labels) if len(paragraphs) > 2 else ["other"] * len(paragraphs)
    return frozenset(p[0].paragraph for p, k in zip(paragraphs, kinds, strict=True) if k == "question")


def _labels(text: str, paragraphs: Sequence[Sequence[Line]]) -> list[_Label | None]:
    """For each paragraph who stands in front of it as a label; initials ("OM:") stand for the person whom the text names so."""
    labels = [label_of(p[0]) for p in paragraphs]
    initials = [_INITIALS.match(text, p[0].span.start) for p in paragraphs]
    if sum(i is not None for i in initials) < 2:
        return labels
    people: dict[str, Placed] = {}
    for placed in (p for lines in paragraphs for line in lines for p in line.placed):
        if placed.mention.form is MentionForm.NAME and placed.entity.kind is EntityKind.PERSON and " " in placed.mention.text:
            people.setdefault("".join(w[0] for w in placed.mention.text.split() if w[0].isupper()), placed)
    for number, found in enumerate(initials):
        who = people.get("".join(c for c in found[1] if c.isalpha())) if found is not None else None
        if found is not None and who is not None:
            labels[number] = who, token_at(paragraphs[number][0], found.end())
    return labels


_Label = tuple[Placed, int]
_INITIALS: Final = re.compile(r"\s*[–—-]?\s*([A-ZÀ-Þ](?:\.?\s?[A-ZÀ-Þ]){1,2})\.?\s?:\s")


def _kinds(text: str, paragraphs: Sequence[Sequence[Line]], labels: Sequence[_Label | None]) -> list[str]:
    """For each paragraph: question, answer, or other. Needs two questions, or a label that comes twice."""
    words = [text[p[0].span.start : p[-1].span.stop] for p in paragraphs]
    is_sitting = _is_sitting(words, labels)
    is_debate = is_sitting or any(_DEBATE.search(w) for w in words[:4])
    askers = set() if is_debate else _askers(labels, words)
    asks = [bool(n) and _asks(w, p[-1]) for n, (w, p) in enumerate(zip(words, paragraphs, strict=True))]  # a headline asks nobody
    asks = _with_bold(asks, words)
    if sum(asks) > 1:
        asks = _with_bullets(asks, words)
        asks = _with_remarks(asks, words, paragraphs)
    names = [label[0].entity.id for label in labels if label is not None]
    is_labelled = any(names.count(n) > 1 for n in names) and (sum(asks) > 0 or any(_ASKED.match(w) for w in words))
    is_labelled = is_labelled or is_sitting or _is_one_pair(asks, words, labels)
    if sum(asks) < 2 and not is_labelled:
        return ["other"] * len(paragraphs)
    answers_by_dash = _share_of_dashes([words[i + 1] for i in range(len(words) - 1) if asks[i] and not asks[i + 1]]) > 0.5
    asks_by_dash = _share_of_dashes([w for w, a in zip(words, asks, strict=True) if a]) > 0.5
    is_dash_of_answers = answers_by_dash and not asks_by_dash  # then what stands in front of a dash asks, question mark or none
    out: list[str] = []
    for number, word in enumerate(words):
        before = out[-1] if out else "other"
        label = labels[number]
        is_dash = _DASH.match(word) is not None
        if label is not None and label[0].entity.id in askers:
            out.append("question")
        elif (label is not None and (is_debate or names.count(label[0].entity.id) > 1) and not _ASKED.match(word)) or _ANSWER.match(word):
            out.append("answer")
        elif is_dash_of_answers and is_dash and number and "answer" in (*out, "answer" if before == "question" else ""):
            if before == "other":
                out[-1] = "question"
            out.append("answer")
        elif answers_by_dash and asks_by_dash and is_dash and before == "question" and "answer" in out:
            out.append("answer")  # "– Did you admit it? – Admit what?"
        elif asks[number] or _ASKED.match(word):
            out.append("question")
        elif label is not None and before == "question":
            out.append("answer")
        elif is_labelled and not is_sitting and label is None and before == "answer" and _LABELLED.match(word):
            out.append("question")  # "Agency, France: …"
        elif before == "question":
            out.append("question" if is_dash and not answers_by_dash and "answer" in out else "answer")
        elif before == "answer" and not is_sitting and (is_dash or _speaks_to(word, paragraphs[number : number + 2])):
            out.append("question")
        else:
            out.append("other")
    return out


def _is_one_pair(asks: Sequence[bool], words: Sequence[str], labels: Sequence[_Label | None]) -> bool:
    """True for one question and its answer, both with who speaks in front: "Agency: …? / X: …", "Question: …? / Answer: …"."""
    for i in range(len(asks) - 1):
        asked, answered = labels[i], labels[i + 1]
        is_asked = asks[i] and (asked is not None or _ASKED.match(words[i]) or _LABELLED.match(words[i])) is not None
        is_anothers = answered is not None and (asked is None or asked[0].entity.id != answered[0].entity.id)
        if is_asked and not asks[i + 1] and (is_anothers or _ANSWER.match(words[i + 1]) is not None):
            return True
    return False


_DEBATE: Final = re.compile(
    r"\b(?:[Hh]on\.|[Hh]onou?rable|Hansard|(?i:house of (?:commons|lords|representatives|assembly)|national assembly))(?!\w)"
)


_MEMBER: Final = re.compile(
    r"[^()\n:]{3,60}\((?:(?:Shadow |Deputy |Prime )*Minister (?:for|of)|Member for|MP for|Secretary of State)\b[^()\n]{0,60}\)\s?:"
)
_HOUSE: Final = re.compile(
    r"\bM(?:r|s|adam)\.? Speaker\b|\bHon(?:\.|ourable)? (?:Members?|Minister)\b|: To ask (?:the|whether|what|His|Her)\b|\bUIN \d"
)


def _is_sitting(words: Sequence[str], labels: Sequence[_Label | None]) -> bool:
    """True for the minutes of a house: two or more speak behind their names, and one by an office or to the Speaker."""
    if sum(label is not None for label in labels) < 2 or not any(_HOUSE.search(w) for w in words):
        return False
    names = [label[0].entity.id for label in labels if label is not None]
    return any(_MEMBER.match(w) for w in words) or any(names.count(n) > 1 for n in names)


def _askers(labels: Sequence[_Label | None], words: Sequence[str]) -> set[str]:
    """Who stands as a label in front of questions, and hardly ever of anything else: the outlets at a briefing."""
    asked: Counter[str] = Counter()
    spoke: Counter[str] = Counter()
    for label, word in zip(labels, words, strict=True):
        if label is not None:
            spoke[label[0].entity.id] += 1
            asked[label[0].entity.id] += word.rstrip().endswith("?")
    return {who for who, n in asked.items() if n and n >= 0.5 * spoke[who]}


def _asks(words: str, last: Line) -> bool:
    if len(words) > _LONGEST_QUESTION:
        return False
    if _PROMPT.match(words) is not None and len(words) <= _LONGEST_REMARK:
        return True
    return _ASKED.match(words) is not None or (words.rstrip().endswith("?") and not any(last.quoted[-2:]))


_PROMPT: Final = re.compile(
    r"\W{0,3}(?:Please\s|So,?\s|And\s|Then\s)?(?:Tell|Take|Walk|Remind|Give|Bring|Help)\s(?:me|us)\s|\W{0,3}(?:Please\s)?(?:Describe|Explain)\s(?:the|how|what|your|that|this)\s",
    re.IGNORECASE,
)
_BULLET: Final = re.compile(r"[^\w\s\"“”«»„‟‘’'‚‹›(\[–—.-]")


def _with_bold(asks: Sequence[bool], words: Sequence[str]) -> list[bool]:
    """Where questions stand in bold ("**Where were you?**"), whatever else stands so asks too: "**They said you knew.**"."""
    bold = [_BOLD.fullmatch(w.strip()) for w in words]
    if sum(b is not None for b in bold) < 2 or not any(b is not None and b[1].rstrip().endswith("?") for b in bold):
        return list(asks)
    return [bool(n) and (a or b is not None) for n, (a, b) in enumerate(zip(asks, bold, strict=True))]


_BOLD: Final = re.compile(r"\*\*([^*\n]+)\*\*")


def _with_bullets(asks: Sequence[bool], words: Sequence[str]) -> list[bool]:
    """Where most questions stand behind one sign ("■ Where were you?"), whatever stands behind it asks."""
    signs = Counter(w[0] for w, a in zip(words, asks, strict=True) if a and _BULLET.match(w))
    if not signs:
        return list(asks)
    sign, n = signs.most_common(1)[0]
    return [a or (n > 1 and 2 * n > sum(asks) and w.startswith(sign)) for a, w in zip(asks, words, strict=True)]


def _with_remarks(asks: Sequence[bool], words: Sequence[str], paragraphs: Sequence[Sequence[Line]]) -> list[bool]:
    """What the one who asks says without asking: "And yet he is at home." between two answers, "You saw him last." before the first.

    Between two questions one, three or five paragraphs stand where answers are a paragraph each; every second of them is then short.
    """
    out = list(asks)
    at = [i for i, a in enumerate(asks) if a]
    for first, stop in pairwise(at):
        between = range(first + 2, stop, 2)
        if (stop - first) % 2 == 0 and len(between) and all(_is_remark(words[i], paragraphs[i]) for i in between):
            for i in between:
                out[i] = True
    before = at[0] - 2
    if before > 0 and _is_remark(words[before], paragraphs[before]) and not _unquoted(paragraphs[before]).isdisjoint(("you", "your")):
        out[before] = True
    return out


def _is_remark(words: str, lines: Sequence[Line]) -> bool:
    """True for one short sentence that is not about the one who says it."""
    if len(words) > _LONGEST_PLAIN_REMARK or len(lines) > 1 or _LABELLED.match(words):
        return False
    return words.rstrip().endswith((".", "”.", ".”", '."', '".', "…")) and _unquoted(lines).isdisjoint(_OWN)


def _speaks_to(words: str, paragraphs: Sequence[Sequence[Line]]) -> bool:
    """True for a remark of the one who asks, without a question mark: "You are known for short films.", or short before an "I"."""
    said, then = (_unquoted(p) for p in (*paragraphs, ())[:2])
    if len(words) > _LONGEST_REMARK or not said.isdisjoint(_OWN):
        return False
    return not said.isdisjoint(("you", "your")) or (
        len(words) <= _SHORT_REMARK and not then.isdisjoint(("i", "my", "me", "i’m", "i've", "i’ve"))
    )


def _unquoted(lines: Sequence[Line]) -> set[str]:
    return {w for line in lines for w, q in zip(line.low, line.quoted, strict=True) if not q}


def _share_of_dashes(words: Sequence[str]) -> float:
    """How many of the paragraphs begin with a dash."""
    return sum(_DASH.match(w) is not None for w in words) / len(words) if words else 0.0


def _interviewee(stage: Stage, paragraphs: Sequence[Sequence[Line]], kinds: Sequence[str]) -> Placed | None:
    """Whom the questions are put to: the one addressed or introduced before the first answer, and not the one whom the answers tell of."""
    first = kinds.index("answer")
    first_asked = kinds.index("question") if "question" in kinds else first
    is_marked = any(k == "answer" and _ANSWER.match(stage.text, p[0].span.start) for p, k in zip(paragraphs, kinds, strict=True))
    told = _told_of(paragraphs, kinds)
    score: dict[str, float] = {}
    placed: dict[str, Placed] = {}
    for number, lines in enumerate(paragraphs[: first + 1]):
        for line in lines:
            is_talk = any(w in _TALK for w in line.low)
            for p in line.placed:
                gives_answer = _is_answer_by(line, p)
                gives_answer = gives_answer or (is_marked and number < first_asked and _is_briefing_by(line, p))
                is_body = gives_answer and p.entity.kind in (EntityKind.ORGANIZATION, EntityKind.GOVERNMENT) and not _has_one(line)
                if not (p.entity.kind is EntityKind.PERSON or is_body) or (number == first and kinds[number] == "answer"):
                    continue
                met = not _MET.isdisjoint(line.low[max(0, p.start - 3) : p.start]) or not _MET.isdisjoint(line.low[p.stop : p.stop + 3])
                if (p.mention.form is MentionForm.PRONOUN and not met) or _is_byline(line, p) or _is_of_many(p):
                    continue
                answers = gives_answer or (p is first_subject(line, 0, len(line.low)) and _is_answering(line, p.stop))
                addressed = kinds[number] == "question" and p.start <= 3 and p.stop < len(line.low) and line.low[p.stop] == ","
                if is_marked and number >= first_asked and not addressed:
                    continue  # "Q: Do you have a comment on the arrest of X?" asks a ministry, and not X
                if p.entity.id not in placed or (
                    p.mention.form is MentionForm.NAME and placed[p.entity.id].mention.form is not MentionForm.NAME
                ):
                    placed[p.entity.id] = p
                score[p.entity.id] = (
                    score.get(p.entity.id, _NAMED * p.entity.is_named - _TOLD * min(told[p.entity.id], 2))
                    + 1.0
                    + 4.0 * addressed
                    + _SAID_SO * (_is_whom_we_asked(line, p.start) or answers)
                    + 2.0 * (is_talk or met)
                    + 1.0 * (number == 0)
                    + (4.0 if number and line.low[-1] == ":" else 1.0) * (number == first_asked - 1)
                )
    return placed[max(score, key=lambda k: score[k])] if score else None


def _is_whom_we_asked(line: Line, at: int) -> bool:
    """True behind "we asked", "we spoke with", "our reporter talked to"."""
    return line.low[max(0, at - 2) : at] in _WE_ASKED or (
        line.low[at - 1 : at] in (["to"], ["with"])
        and line.low[max(0, at - 2) : at - 1] in _TALKED
        and not _OURS.isdisjoint(line.low[: at - 2])
    )


def _is_answering(line: Line, at: int) -> bool:
    """True for "answers our questions", "took questions", "spoke to our paper" behind the one who does so."""
    if not _ANSWERS.isdisjoint(line.low[at:]) or (line.low[at : at + 1] in _TAKES and "questions" in line.low[at + 1 : at + 4]):
        return True
    return (
        line.low[at : at + 1] in _TALKED
        and line.low[at + 1 : at + 2] in (["to"], ["with"])
        and line.low[at + 2 : at + 3] in (["us"], ["our"])
    )


def _is_briefing_by(line: Line, placed: Placed) -> bool:
    """True for the body that heads "Foreign ministry – daily press briefing, 4 March"."""
    is_head = placed.start <= 1 and placed.mention.form is MentionForm.NAME and len(line.low) <= _LONGEST_HEAD
    return is_head and not _BRIEFING.isdisjoint(line.low[placed.stop :])


_BRIEFING: Final = frozenset("briefing briefings conference q&a".split())
_LONGEST_HEAD: Final = 24  # words
_TALKED: Final = (["spoke"], ["talked"], ["spoken"], ["speaks"], ["talks"])
_TAKES: Final = (["took"], ["takes"], ["fielded"], ["faced"])
_OURS: Final = frozenset("we i our us".split())
_WE_ASKED: Final = (["we", "asked"], ["i", "asked"], ["we", "met"], ["i", "met"], ["we", "interviewed"], ["i", "interviewed"])


def _is_byline(line: Line, placed: Placed) -> bool:
    """True for "Interview by X", "Text: X": who asks."""
    before = line.low[max(0, placed.start - 2) : placed.start]
    return (before[-1:] == ["by"] and len(line.low) <= 16 and not _is_answer_by(line, placed)) or (
        before[-1:] == [":"] and before[:1] in _BYLINES
    )


def _is_answer_by(line: Line, placed: Placed) -> bool:
    """True for "Answer by the spokeswoman X to a question", "Comment by the ministry's press department": who answers."""
    by = next((i for i, word in enumerate(line.low[:4]) if word in ("by", "of")), None)
    return by is not None and line.low[0] in _GIVEN and placed.start > by and _OF_WHAT.isdisjoint(line.low[by : placed.start])


def _has_one(line: Line) -> bool:
    """True where a person gives the answer by which the line is headed: "Reply of the ministry's spokeswoman, X": X, and no body."""
    return any(p.entity.kind is EntityKind.PERSON and _is_answer_by(line, p) for p in line.placed)


_GIVEN: Final = frozenset({"answer", "answers", "reply", "replies", "response", "responses", "comment", "comments", "remarks"})
_OF_WHAT: Final = FINITE | frozenset("on to about regarding over concerning following in".split())  # what the answer is about


_BYLINES: Final = (
    ["text"],
    ["interview"],
    ["conversation"],
    ["questions"],
    ["photo"],
    ["photos"],
    ["words"],
    ["translation"],
    ["interviewer"],
)
_SAID_SO: Final = 8.0  # what it counts that the text says who was asked
_NAMED: Final = 2.0  # what it counts for somebody that the text names them
_TOLD: Final = 3.0  # what it counts against somebody that an answer names them, or a question speaks of them as "he"
_ANSWERS: Final = frozenset({"answers", "answered", "replies", "replied"})  # "X, son of Y, answers our questions"
_MET: Final = frozenset("met meet spoke talked asked interviewed reached visited".split())


def _is_of_many(placed: Placed) -> bool:
    """True for "workers", "eighteen other clerics": nobody answers as several."""
    noun = placed.mention.text.lower().split()[-1]
    return placed.mention.form is MentionForm.NOMINAL and noun.endswith("s") and not noun.endswith("ss")


def _told_of(paragraphs: Sequence[Sequence[Line]], kinds: Sequence[str]) -> Counter[str]:
    """How many answers and questions speak of somebody in the third person: nobody answers so about themselves."""
    out: Counter[str] = Counter()
    for lines, kind in zip(paragraphs, kinds, strict=True):
        if kind not in ("answer", "question") or label_of(lines[0]) is not None:
            continue
        of = {
            p.entity.id
            for line in lines
            for p in line.placed
            if not line.quoted[p.start] and not _is_addressed(line, p) and (kind == "question" or p.mention.form is MentionForm.NAME)
        }
        out.update(of)
    return out


def _is_addressed(line: Line, placed: Placed) -> bool:
    """True for "Anna, how …" and "…, Anna?"."""
    behind = line.low[placed.stop] if placed.stop < len(line.low) else "?"
    return (placed.start <= 3 and behind == ",") or (placed.start > 0 and line.low[placed.start - 1] == "," and behind in ("?", "."))


def _is_retold(lines: Sequence[Line], answerer: Placed) -> bool:
    """True where the text reports the answer in its own words: the answerer is the subject of a reporting verb."""
    for line in lines:
        for cue in line.cues:
            subject = subject_before(line, cue)
            if subject is not None and subject.entity.id == answerer.entity.id and cue.tense in ("past", "present"):
                return True
    return any(any(line.quoted) for line in lines) and len(lines) < 2


def _tells_of(lines: Sequence[Line], answerer: Placed) -> bool:
    """True where the outlet speaks of the answerer, or reports the answer: nobody calls themselves "she"."""
    if any(_is_told_of(line, p, answerer) for line in lines for p in line.placed):
        return True
    return _is_retold(lines, answerer)


def _is_told_of(line: Line, placed: Placed, answerer: Placed) -> bool:
    """True where the mention is of the answerer; a noun only where it leads: "the rights of the person concerned" are anybody's."""
    is_noun = placed.mention.form is MentionForm.NOMINAL and placed.start > 1
    return placed.entity.id == answerer.entity.id and not line.quoted[placed.start] and not is_noun


def label_of(line: Line) -> tuple[Placed, int] | None:
    """ "X:", "X, one of the lawyers:" at the beginning of a line: who, and the token behind the colon."""
    colon = next((i for i, word in enumerate(line.low[:26]) if word == ":"), None)
    if colon is not None and any(w == "." and len(line.low[i - 1]) < 3 and i > 2 for i, w in enumerate(line.low[:colon])):
        return None  # "No. Anna, the nurse, yes: …"
    if colon is None or colon + 1 >= len(line.low) or _tells(line, colon):
        return None
    after = colon + 1
    while after + 1 < len(line.low) and line.low[after] in ("–", "—", "-"):
        after += 1
    first, near = first_subject(line, 0, colon), line.by_stop.get(colon)
    is_name = first is not None and first.mention.form is MentionForm.NAME and first.entity.kind is EntityKind.PERSON
    if (
        first is not None
        and is_name
        and first.start <= 6
        and (first is near or line.low[first.stop] in (",", "(", "of", "from", "at", "for"))
    ):
        return first, after
    if first is not None and first.start <= 3 and near is not None and near.entity.kind is EntityKind.PLACE:
        return (first, after) if line.low[first.stop] in ("in", "of", "at") else None  # "The foreign ministry in Minsk: …"
    if (
        near is not None
        and near.entity.kind is not EntityKind.PLACE
        and near.mention.form is not MentionForm.PRONOUN
        and is_free(line, near)
    ):
        return near, after
    return None


def _tells(line: Line, colon: int) -> bool:
    """True if what stands before the colon is a sentence or a code of the page, not a label."""
    low = line.low[:colon]
    return any(w in FINITE or w == "/" or (w.endswith("ed") and len(w) > 4) for w in low) or any(c.at < colon for c in line.cues)


_EDGE: Final = "\"“”«»„‟‘’‚'‹›"


def stripped(text: str, start: int, stop: int) -> Span | None:
    """The span without blanks, dashes and quotation marks at its edges."""
    while start < stop and (text[start].isspace() or text[start] in _EDGE or text[start] in "–—-"):
        start += 1
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] in _EDGE or text[stop - 1] == ","):
        stop -= 1
    return Span(start, stop) if start < stop else None
