"""Where does a reported clause begin and end?

Behind a dateline, a bullet, a semicolon; up to the sentence's end, a semicolon, or the speaker's next deed. Is there a clause at all: a
subject with a finite verb?
"""

from __future__ import annotations

import re
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.reporting import ADVERBS, AUXILIARIES, BE, FINITE, PREPOSITIONS, Cue, Line, Placed, can_speak, token_at

DATELINE: Final = re.compile(
    r"(?:\(?(?:[A-ZÀ-Þ]|\d\d[a-z])[\w’'./ -]{1,40}(?:(?:,[^–—:;!?]{1,50})?\)?\s?[–—-]{1,2}\s|,[^–—:;!?]{1,40}\d{4}\s?—)|[A-ZÀ-Þ]{4,}(?:[ -][A-ZÀ-Þ]{2,}){0,2}:\s"
    r"|[A-ZÀ-Þ]{4,}(?:[ ,-]{1,2}[A-ZÀ-Þ]{2,}){0,2}\s\((?=[^()\n]*[A-Z])[^()\n]{2,60}\)\s?(?:[–—-]{1,2}\s?)?)"
    r"(?:\([A-Z][\w/ .]{1,40}\)\s)?"
)
BULLET: Final = re.compile(r"(?:[-–—•▪*>]|\d{1,2}[.)/]|\d{1,2}[:.]\d\d(?:\s?[–—-])?|Update[^–—:]{0,20}[–—:]|[(\[]\d+[)\]])\s?")
_FULL_STOPS: Final = frozenset((".", "!", "?"))
_WHAT_IS_DENIED: Final = (["that"], ["the"], ["all"], ["any"], ["having"], ["charges"], ["claims"], ["allegations"], ["accusations"])
_SAYING_NOTHING: Final = (
    ["say"],
    ["comment"],
    ["elaborate"],
    ["answer"],
    ["respond"],
    ["specify"],
    ["explain"],
    ["discuss"],
    ["give"],
    ["name"],
    ["be"],
    ["provide"],
)
_DECLINING: Final = (["declined"], ["declines"], ["refused"], ["refuses"])
_ASKING_THAT: Final = frozenset(
    "recommended recommends demanded demands asked asks requested requests ordered orders proposed proposes suggested suggests urged urges".split()
)
_REPROACHING: Final = (["reproached"], ["reproaches"], ["blamed"], ["blames"])
_LEADS: Final = frozenset("when if as although though while after because since on of".split())
_SOON: Final = 9  # words that a subject may take before its verb
_NO_SUBJECT: Final = frozenset("him them me us himself herself themselves to of on in at by for with from if whether how".split())
_CLOSES_SUBJECT: Final = frozenset("that who which whom where when if whether to".split())


def opens_clause(line: Line, at: int) -> bool:
    """True if a subject and its finite verb follow right away: "he was beaten", "the report of the agency is false"; not "an oath"."""
    low = line.low
    if at >= len(low) or low[at] in _NO_SUBJECT:
        return False
    for i in range(at + 1, min(at + _SOON, len(low))):
        if low[i] in FINITE:
            return True
        if low[i] in _CLOSES_SUBJECT or not (low[i][0].isalnum() or low[i] in ("'s", "’s", "’", "“", '"')):
            return False
    return False


def clause_start(text: str, line: Line, before: int) -> int:
    """Where the clause that ends before token `before` begins: behind a dateline, a bullet, a semicolon, or a sentence and its colon."""
    start = next((i + 1 for i in range(before - 1, -1, -1) if line.low[i] == ";" and not line.quoted[i]), 0)
    colon = next((i for i in range(before - 1, start, -1) if line.low[i] == ":" and not line.quoted[i]), start)
    if colon > start and has_finite(line, start, colon):
        start = colon + 1
    if start == 0:
        head = DATELINE.match(text, line.span.start, line.span.stop) or BULLET.match(text, line.span.start, line.span.stop)
        if head is not None:
            start = min(token_at(line, head.end()), before)
        elif (town := line.by_start.get(0)) is not None and town.entity.kind is EntityKind.PLACE and line.low[town.stop] == ":":
            start = min(town.stop + 1, before)  # "Riga: The editor was …, his lawyer said"
    return start


def clause_stop(line: Line, start: int, cue: Cue | None = None) -> int:
    """Where the clause from token `start` ends.

    At the sentence's end, at a semicolon (behind `cue`, or where somebody else is heard next), where the speaker's next deed
    is joined ("… is false and urged"), or where the main clause begins ("When the lawyer says that he was beaten, the judge laughs").
    """
    joined = {c.at: c for c in line.cues if cue is not None and c.tense != "base" and (set(c.flags) & set("bto") or c.tense == cue.tense)}
    is_subordinate = cue is not None and _is_subordinate(line, cue)
    is_relative = cue is not None and (
        not {"who", "which"}.isdisjoint(line.low[max(0, cue.at - 5) : cue.at]) or _is_inserted_gerund(line, cue)
    )
    is_open = is_relative and cue is not None and _lacks_its_verb(line, cue)
    passed_on = _passed_on(line, start, cue)
    closed = _closed_marks(line, start)
    for i in range(start, len(line.low)):
        if i == closed:
            return i
        if line.quoted[i]:
            continue
        if i == passed_on or (line.low[i] == "," and line.low[i + 1 : i + 2] == ["per"]):
            return i
        if line.low[i] == ";" and not _still_reports(line, i + 1, cue) and (cue is not None or not _goes_on_behind(line, i + 1)):
            return i
        if line.low[i] == "," and cue is not None and (_takes_up(line, i + 1) or _reports_likewise(line, i + 1, cue)):
            return i
        if line.low[i] == "," and cue is not None and (_adds(line, i + 1) or _turns_to_another(line, i + 1) or _calls(line, i + 1)):
            return i
        if line.low[i] in (",", "and") and cue is not None and has_finite(line, start, i) and left_out(line, i + (line.low[i] == ",")):
            return i
        if line.low[i] == "," and is_subordinate and (opens_clause(line, i + 1) or _leads_main(line, i + 1)):
            return i
        if line.low[i] == "," and is_relative and i + 1 < len(line.low) and (line.low[i + 1] in FINITE or line.low[i + 1].endswith("ed")):
            return i
        if line.low[i] == "," and is_open:
            return i
        if line.low[i] in _FULL_STOPS and i > start and not _is_of_abbreviation(line, i):
            return i
        if i > start and line.low[i] in ("and", "but") and _denies(line, i + 1):
            return i
        if i > start and line.low[i] in ("and", "but") and _joins_next_deed(line, start, i, joined, cue):
            return i
    return len(line.low)


def _leads_main(line: Line, at: int) -> bool:
    """True where somebody is named behind the comma, over a title: "…, Judge Anna Li stopped him"."""
    if at in line.by_start:
        return True
    named = line.by_start.get(at + 1)
    return named is not None and named.mention.form is MentionForm.NAME and named.stop < len(line.low) and line.low[named.stop] != ","


def _still_reports(line: Line, at: int, cue: Cue | None) -> bool:
    """True behind a semicolon for "that …" once more, and for what "had" been or "would" be: tenses that only a report has."""
    if cue is None:
        return False
    if "that" in (line.low[at : at + 1] + line.low[at + 1 : at + 2])[: 1 + (line.low[at : at + 1] == ["and"])]:
        return True
    if any(line.quoted[at:]) or reports_behind(line, at) or ";" in line.low[at:]:
        return False
    verb = next(
        (i for i in range(at, len(line.low)) if line.low[i] in FINITE or (len(line.low[i]) > 4 and line.low[i].endswith("ed"))), None
    )
    if verb is None or verb == at:
        return False
    return line.low[verb] == "had" or (line.low[verb] == "would" and line.low[verb + 1 : verb + 2] != ["not"])


def reports_behind(line: Line, at: int) -> bool:
    """True where somebody says something behind token `at`."""
    return any(c.at > at and c.tense in ("past", "present") and set(c.flags) & set("bt") for c in line.cues)


def _takes_up(line: Line, at: int) -> bool:
    """True for ", an account the ministry dismissed": the text takes up what was said, and somebody else has a word on it."""
    noun = at + 1 + (line.low[at + 1 : at + 2] in (["new"], ["similar"], ["grave"], ["serious"]))
    if line.low[at : at + 1] not in (["a"], ["an"]) or line.low[noun : noun + 1] == [] or line.low[noun] not in _TAKEN_UP:
        return False
    behind = line.low[noun + 1 : noun + 2]
    return behind not in ([","], ["."], ["of"], ["to"], ["in"]) and has_finite(line, noun + 1, min(noun + 12, len(line.low)))


_TAKEN_UP: Final = ENGLISH.group("clause_borders.taken_up")


def _reports_likewise(line: Line, at: int, cue: Cue) -> bool:
    """True for ", the government says …" and ", and the family of X, an editor, says …" behind "Rebels say …": the next in a row."""
    at += line.low[at : at + 1] in (["and"], ["but"], ["while"])
    twin = next((c for c in line.cues if at < c.at <= at + _ROW and c.lemma == cue.lemma and c.tense == cue.tense), None)
    if twin is None or twin.tense not in ("past", "present") or any(line.quoted[at : twin.at]):
        return False
    first = next((line.by_start[i] for i in range(at, min(at + 3, twin.at)) if i in line.by_start), None)
    return first is not None and can_speak(first) and not has_finite(line, at, twin.at) and twin.at + 2 < len(line.low)


_ROW: Final = 16  # words up to the verb of the next one who says the like


def _is_of_abbreviation(line: Line, at: int) -> bool:
    """True for the full stop of "on Nov. 26", "No. 5": a number or a small letter follows."""
    behind = line.tokens[at + 1].text if at + 1 < len(line.tokens) else ""
    return line.low[at] == "." and (behind[:1].isdigit() or behind[:1].islower())


def _closed_marks(line: Line, start: int) -> int:
    """The comma behind a clause that stands in marks as a whole: "said that “he had confessed”, and the channel showed …"."""
    stop = start
    while stop < len(line.low) and line.quoted[stop]:
        stop += 1
    return stop if start < stop and line.low[stop : stop + 2] in ([",", "and"], [",", "but"], [",", "while"]) else -1


def _passed_on(line: Line, start: int, cue: Cue | None) -> int:
    """The comma before the outlet that passes it all on: "X says that it was so, the agency's Kyrgyz service reports"."""
    last = line.cues[-1] if line.cues and cue is not None else None
    if last is None or last.at <= start or len(line.low) - last.at > _LAST_WORDS or last.tense not in ("past", "present"):
        return -1
    subject = last.at
    if line.low[last.at - 1] == ",":  # "…, the group, Rights Now, said in a statement"
        subject = next((i for i in range(last.at - 2, start, -1) if line.low[i] == ","), last.at)
    for i in range(subject - 1, max(start, subject - 9), -1):
        if line.low[i] in ("but", "that", "who", "which", "when", "as", "he", "she", "they", "i", "we") or line.quoted[i]:
            return -1
        if line.low[i] == ",":
            return i if line.low[i + 1] != "and" and set(last.flags) & set("bt") and any(i < p.start < last.at for p in line.placed) else -1
    return -1


_LAST_WORDS: Final = 5  # of a sentence: "reports", "said on Monday"


def _joins_next_deed(line: Line, start: int, joint: int, joined: dict[int, Cue], cue: Cue | None) -> bool:
    """True where "and" leads on to what the speaker does next, and not to what is reported: "said it had checked them and found nothing"."""
    low, at = line.low, joint + 1
    if _does_to_the_subject(line, start, at):
        return True
    if at + 1 in joined and (low[at] in ADVERBS | {"has"} or (low[at] == "had" and not _had_done(line, joined[at + 1], cue))):
        return True
    next_cue = joined.get(at)
    return next_cue is not None and not (next_cue.lemma in _DONE and "had" in low[start:joint] and next_cue.tense == "past")


def _does_to_the_subject(line: Line, start: int, at: int) -> bool:
    """True for "said that she was there, and tied her to a plot": "she" does nothing to "her", so that the speaker does."""
    word, after = "".join(line.low[at : at + 1]), line.low[at + 1 : at + 2]
    is_past = word.endswith("ed") or (word in FINITE and word not in AUXILIARIES | BE)
    return is_past and [_OBJECTS.get(line.low[start], "")] == after


_OBJECTS: Final = {"he": "him", "she": "her", "they": "them"}


def left_out(line: Line, at: int) -> tuple[Placed, int] | None:
    """Who says the next clause in "X says that it was so, the ministry that it was not", and where that clause begins: the verb is left out."""
    at += line.low[at : at + 1] in (["and"], ["but"], ["while"])
    that = next((i for i in range(at + 1, min(at + _LONGEST_NAME, len(line.low))) if line.low[i] == "that"), None)
    who = line.by_stop.get(that) if that is not None else None
    if that is None or who is None or not can_speak(who) or who.mention.form is MentionForm.PRONOUN or any(line.quoted[at:that]):
        return None
    is_alone = not has_finite(line, at, that) and PREPOSITIONS.isdisjoint(line.low[at : who.start])
    return (who, that + 1) if is_alone and has_finite(line, that + 2, min(that + _SOON, len(line.low))) else None


_LONGEST_NAME: Final = 7  # words


def _had_done(line: Line, done: Cue, cue: Cue | None) -> bool:
    """True for "said it was alarmed and had asked Bangkok for a reply", not for "… and had asked Havana to free them": a demand of its own."""
    if cue is None or cue.tense != "past" or done.lemma in ("call", "urge", "demand", "appeal", "warn", "say", "add"):
        return False
    return done.lemma != "ask" or "to" not in line.low[done.at : done.at + 8]


_DONE: Final = frozenset("find hear write confess admit receive".split())  # behind "had": what was done rather than is said


def _is_inserted_gerund(line: Line, cue: Cue) -> bool:
    """True for "The embassy, saying it was troubled, called for …": the main verb is still to come."""
    is_apart = cue.tense == "gerund" and cue.at > 1 and line.low[cue.at - 1] == ","
    return is_apart and cue.at - 1 in line.by_stop and not has_finite(line, 0, cue.at - 1)


def _adds(line: Line, at: int) -> bool:
    """True for "adding that …", "and adding: …": the same speaker's next words under a verb of their own."""
    at += line.low[at : at + 1] == ["and"]
    added = next((c for c in line.cues if c.at == at and c.tense == "gerund"), None)
    return added is not None and bool(set(added.flags) & set("bt")) and (added.lemma == "add" or line.low[at + 1 : at + 2] == ["that"])


def _calls(line: Line, at: int) -> bool:
    """True for ", calling the decision “lenient”": the speaker's next words."""
    called = next((c for c in line.cues if c.at == at and c.tense == "gerund"), None)
    return called is not None and called.lemma in ("call", "describe", "denounce", "accuse", "label", "brand", "urge")


def _turns_to_another(line: Line, at: int) -> bool:
    """True for "while the spokesman, X, declined to …": somebody else, with a deed of their own."""
    if line.low[at : at + 1] in (["and"], ["but"]):
        return line.low[at + 1 : at + 2] != ["that"] and _speaks_too(line, at + 1)
    if line.low[at : at + 1] not in (["while"], ["whereas"]):
        return False
    if line.low[at + 1 : at + 2] in (["the"], ["a"], ["its"]) and any(at + 2 < c.at <= at + 5 and c.tense != "gerund" for c in line.cues):
        return True  # "while the contractor accused …"
    named = next((line.by_start[i] for i in range(at + 1, min(at + 5, len(line.low))) if i in line.by_start), None)
    return named is not None and can_speak(named) and any(c.at >= named.stop for c in line.cues)


def _speaks_too(line: Line, at: int) -> bool:
    """True for ", and the producer X accused …": another subject, named, right at a verb of saying."""
    near = [line.by_start[i] for i in range(at, min(at + 5, len(line.low))) if i in line.by_start]
    named = next((p for p in near if p.mention.form is MentionForm.NAME), None)
    if named is None or not can_speak(named) or line.quoted[named.start]:
        return False
    return any(c.at == named.stop and c.tense in ("past", "present") and set(c.flags) & set("btcp") for c in line.cues)


def _denies(line: Line, at: int) -> bool:
    """True for "but denied that …", "and rejected the charges": the speaker's next deed."""
    behind = line.low[at + 1 : at + 2]
    if behind == ["not"] and line.low[at : at + 1] in (["did"], ["does"], ["would"]) and line.low[at + 2 : at + 3] in _SAYING_NOTHING:
        return True
    if line.low[at : at + 1] in _DECLINING and behind == ["to"] and line.low[at + 2 : at + 3] in _SAYING_NOTHING:
        return True
    if line.low[at : at + 1] in _REPROACHING and line.low[at + 1 : at + 2] not in ([","], ["for"], ["by"], ["."], ["with"]):
        return True
    if behind == ["that"] and line.low[at] in _ASKING_THAT:
        return True
    return line.low[at : at + 1] in (["denied"], ["denies"], ["rejected"], ["rejects"], ["disputed"]) and behind in _WHAT_IS_DENIED


def _lacks_its_verb(line: Line, cue: Cue) -> bool:
    """True for "The charges, which she says are invented": what the relative clause tells more of is still without its verb."""
    which = next((i for i in range(cue.at - 1, max(0, cue.at - 6), -1) if line.low[i] in ("which", "who")), None)
    return (
        which is not None
        and which > 1
        and line.low[which - 1] == ","
        and not has_finite(line, 0, which - 1)
        and not any(line.quoted[:which])
    )


def _is_subordinate(line: Line, cue: Cue) -> bool:
    """True where the reporting verb itself stands in a clause that leads the sentence: "When she says …, …", "As for X, who says …, …"."""
    if line.low[0] in _LEADS and "," not in line.low[: cue.at]:
        return True
    return "who" in line.low[max(0, cue.at - 3) : cue.at] and line.low[0] in _LEADS


def _goes_on_behind(line: Line, at: int) -> bool:
    """True where a semicolon only parts two clauses of the same speaker: nothing behind it reports words of its own."""
    return is_clause(line, at, len(line.low)) and not any(c.at >= at for c in line.cues) and not any(line.quoted[at:])


def has_finite(line: Line, start: int, stop: int) -> bool:
    """True if a finite verb stands between the two tokens."""
    return any(
        w in FINITE or (len(w) > 4 and w.endswith("ed") and not (i and line.tokens[i].text[0].isupper()))  # not "the United States"
        for i, w in enumerate(line.low[start:stop], start)
    )


def is_clause(line: Line, start: int, stop: int) -> bool:
    """True if the tokens can be a clause: three or more with a finite verb, outside a relative clause at its end."""
    if stop - start < 3:
        return False
    relative = next((i for i in range(start, stop) if line.low[i] in ("who", "which") and i > start and line.low[i - 1] == ","), stop)
    if has_finite(line, start, relative) or _has_plural_verb(line, start, relative) or _has_singular_verb(line, start, relative):
        return True
    if any(
        start < i < relative and line.quoted[i] and not line.quoted[i - 1] and _is_deed(line.low[i + 1]) for i in range(start, stop - 1)
    ):
        return True  # "the order “knocks out the foundation”"
    if any(start < c.at < relative and c.tense in ("past", "present") and c.at in line.by_stop for c in line.cues):
        return True  # "Petrov denies guilt"
    closing = next((i for i in range(relative + 1, stop) if line.low[i] == ","), stop)
    if closing + 2 < stop and has_finite(line, closing + 1, stop):
        return True  # "under the treaty, which it has not signed, the state must protect them"
    return (
        relative == stop
        and stop - start > 5
        and any(len(w) > 4 and w.endswith("s") and not w.endswith("ss") for w in line.low[start + 1 : start + 7])
    )


def _is_deed(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s"))


def _has_plural_verb(line: Line, start: int, stop: int) -> bool:
    """True for "the conditions amount to torture", "the guards beat him": a plural, a bare verb, and what it governs."""
    low = line.low
    for i in range(start + 1, min(start + 6, stop - 1)):
        is_plural = low[i - 1].endswith("s") and not low[i - 1].endswith(("ss", "us", "is")) and len(low[i - 1]) > 3
        is_bare = low[i].isalpha() and low[i] not in _NO_VERB and low[i] not in PREPOSITIONS and not low[i].endswith(("s", "ly", "ing"))
        if is_plural and is_bare and low[i + 1] in _GOVERNED:
            return True
    return False


def _has_singular_verb(line: Line, start: int, stop: int) -> bool:
    """True for "his office respects the decision", "the law takes its course": a noun with its article, a verb with -s, and what it governs."""
    low = line.low
    if (
        low[start] in ("he", "she", "it")
        and start + 1 < stop
        and low[start + 1].endswith("s")
        and not low[start + 1].endswith(("ss", "us", "’s", "'s"))
    ):
        return len(low[start + 1]) > 3  # "it respects the ruling"
    if low[start] not in _LEADS_NOUN:
        return False
    for i in range(start + 2, min(start + 5, stop - 1)):
        if len(low[i]) > 3 and low[i].endswith("s") and not low[i].endswith(("ss", "us", "is", "’s", "'s")) and low[i + 1] in _GOVERNED:
            return not low[i - 1].endswith("s")
    return False


_LEADS_NOUN: Final = frozenset("the a an his her its their our my this that".split())
_NO_VERB: Final = frozenset("and or but nor than that which who whom when where while because if then there here not also alike".split())
_GOVERNED: Final = frozenset("the a an him her them it us me his their its our this that these those to no nothing nobody".split())


def cut_clause(line: Line, start: int, stop: int) -> tuple[Span, ...]:
    """The tokens as the one part of a clause; nothing where they are only marks."""
    span = line.cut(start, stop)
    return (span,) if span is not None else ()
