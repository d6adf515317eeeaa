"""What does a subject call somebody or something? "Called the verdict revenge", "condemned it as unjust", "thinks the fine too big".

Behind the verb stands what is judged, then the judgement: a second noun phrase, an adjective, or words behind "as". "Calls, regards,
considers Y as Z" reports Z; with "to be" or "too" the whole clause is reported.
"""

from __future__ import annotations

from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind
from habeas.languages.english import ENGLISH
from habeas.read.clause_borders import clause_stop, cut_clause
from habeas.read.date_values import NAMED_DAYS
from habeas.read.reporting import ADVERBS, BE, FINITE, PREPOSITIONS, Cue, Line

_CALLING: Final = ENGLISH.group("calling.verbs")
_AS: Final = ENGLISH.group("calling.verbs_with_as")
_JUDGED: Final = ENGLISH.group("calling.what_is_judged")
_THINKING: Final = frozenset("consider think believe find deem judge".split())
_WHOLE: Final = frozenset("think believe find judge".split())
_ADJECTIVE: Final = ("ed", "al", "ful", "ic", "ous", "ust", "ive", "ble", "ary", "less", "ing", "ent", "ant", "urd")
_ADJECTIVES: Final = ENGLISH.group("calling.adjectives")  # with other endings
_NO_OBJECT: Final = frozenset("that of to in on at by with from about for out it him her them whether how why what , : ; .".split())
_SELF: Final = frozenset("himself herself itself themselves myself ourselves".split())
_ARTICLES: Final = frozenset("the his her their this its these those that all".split())
_PRONOUNS: Final = frozenset("it him her them this that these those us".split())
_LEADS_ON: Final = frozenset("the a an all any to in on at for that his her their its it them him no both".split())
_JOINS: Final = frozenset("and but or who which while that".split())
_NO_PREDICATE: Final = PREPOSITIONS | ADVERBS | NAMED_DAYS | frozenset("and or but back home names up away down over off tomorrow".split())
_LONGEST_TARGET: Final = 9  # words


def named_as(line: Line, cue: Cue, at: int) -> tuple[Span, ...]:
    """The words that the verb reports of what stands at token `at`; nothing where no judgement follows."""
    low = line.low
    if at >= len(low) or low[at] in _SELF or "guilty" in low[at : at + 4] or "what" in low[max(0, cue.at - 5) : cue.at]:
        return ()  # "what it sees as a soft line" is the outlet's way to name a thing
    if _is_of_relative(line, cue.at) and cue.lemma in _CALLING and at < len(low) and _is_predicate(line, at, is_name=False):
        closing = next((i for i in range(at, len(low)) if low[i] in (",", ".", ";")), len(low))
        return cut_clause(line, at, closing) if not any(line.quoted[at:closing]) else ()  # "the charges, which she calls invented, …"
    if cue.lemma == "hold":
        start = _behind_to_be(line, at)
    elif (start := _behind_as(line, cue, at)) is None and cue.lemma in _CALLING and "c" in cue.flags:
        start = _behind_target(line, at)
    if start is None or any(line.quoted[at:start]) or _is_passed_on(line, start):
        return ()
    stop = _judgement_stop(line, start, cue)
    return cut_clause(line, start, stop) if stop > start and not any(line.quoted[start:stop]) else ()


def _is_of_relative(line: Line, verb: int) -> bool:
    """True for the verb in ", which the lawyer calls": what is judged stands in front."""
    which = next((i for i in range(verb - 1, max(0, verb - 6), -1) if line.low[i] in ("which", "whom")), None)
    return (
        which is not None
        and line.low[which - 1] == ","
        and all(line.low[i] not in FINITE and line.low[i] != "," for i in range(which + 1, verb))
    )


def _behind_to_be(line: Line, at: int) -> int | None:
    """The token behind "to be" in "holds both to be prisoners of conscience"."""
    be = next((i for i in range(at, min(at + _LONGEST_TARGET, len(line.low) - 2)) if line.low[i : i + 2] == ["to", "be"]), None)
    if be is None or be == at or any(w in FINITE or not w[0].isalnum() for w in line.low[at:be]):
        return None
    return be + 2


def _is_passed_on(line: Line, start: int) -> bool:
    """True where somebody else reports the whole: "The office considers it lenient, its press service told us"."""
    for cue in line.cues:
        if cue.at > start and set(cue.flags) & set("bt") and cue.tense in ("past", "present"):
            comma = next((i for i in range(cue.at - 1, max(start, cue.at - 7), -1) if line.low[i] == ","), None)
            if comma is not None and _JOINS.isdisjoint(line.low[comma : cue.at]) and any(comma < p.start < cue.at for p in line.placed):
                return True
    return False


def thought(line: Line, cue: Cue, at: int) -> tuple[Span, ...]:
    """ "Believes the verdict to be wrong", "thinks the fine too big", "found nothing wrong": what is judged and how, both."""
    low = line.low
    if cue.lemma not in _THINKING:
        return ()
    stop = clause_stop(line, at, cue)
    stop = low.index(":", at, stop) if ":" in low[at:stop] else stop
    if low[at] in _NO_OBJECT or low[at] in ADVERBS or "guilty" in low[at:stop] or stop - at < 3 or (cue.at and low[cue.at - 1] in BE):
        return ()
    if low[at] in ("nothing", "nobody", "none"):
        return cut_clause(line, at, stop)
    target = next((line.by_start[i] for i in range(at, min(at + 4, stop)) if i in line.by_start), None)
    start = target.stop if target is not None else at + 1
    while start < stop and start - at < 7 and not _is_judgement(low, start):
        if low[start] in (",", "(", "and", "who", "which", "that") or low[start] in FINITE:
            return ()
        start += 1
    if start >= stop or start - at >= 7 or line.quoted[start]:
        return ()  # "found the charges “vague”": the words in marks alone
    is_whole = cue.lemma in _WHOLE or low[start] in ("to", "too")
    return cut_clause(line, at, min(stop, _judgement_stop(line, start, cue))) if is_whole else ()


def _is_judgement(low: list[str], at: int) -> bool:
    """True where the words at `at` can say how something is: "too big", "to be wrong", "politically motivated", "a farce"."""
    after = low[at + 1] if at + 1 < len(low) else ""
    if low[at] in ("too", "a", "an", "not", "no", "“", '"', "«") or (low[at] == "to" and after in ("be", "have")):
        return True
    return (low[at].endswith(_ADJECTIVE) and not after[:1].isalpha()) or (low[at].endswith("ly") and after.endswith(_ADJECTIVE))


def _behind_as(line: Line, cue: Cue, at: int) -> int | None:
    """The token behind "as" in "condemned the verdict as …", "which it described as …"."""
    if cue.lemma not in _AS:
        return None
    for i in range(at, min(at + _LONGEST_TARGET, len(line.low) - 1)):
        if line.low[i] == "as":
            return i + 1 if line.low[i + 1] not in ("well", "soon", "part", "far", "if", "to", "much", "long") else None
        if line.low[i] in FINITE or line.low[i] in (",", ";", ":", ".", "and", "who", "which", "that") or line.quoted[i]:
            return None
    return None


def _behind_target(line: Line, at: int) -> int | None:
    """Where the judgement begins in "called it biased", "calls the decision needlessly cruel", "called the ruling a win"."""
    low, n = line.low, len(line.low)
    if low[at : at + 2] == ["to", "be"]:
        return at  # "which it considers to be aimed at her work"
    if low[at] in PREPOSITIONS or low[at] in ("out", "off", "attention"):
        return None
    if low[at] == "it" and low[at + 2 : at + 3] in (["to"], ["that"]):
        return None  # "considers it necessary to state"
    if low[at] in _PRONOUNS and low[at + 1 : at + 2] in (["all"], ["both"]):
        return at + 2 if _is_predicate(line, at + 2, is_name=False) else None  # "calls it all a farce"
    if low[at] in _PRONOUNS and at + 1 < n and low[at + 1] not in PREPOSITIONS:
        target = line.by_start.get(at)
        start = target.stop if target is not None and target.stop > at + 1 else at + 1
        if start > at + 1 or low[at] not in ("this", "that", "these", "those", "her") or not low[start].isalpha():
            return start if _is_predicate(line, start, is_name=False) else None
    target = line.by_start.get(at)
    is_name = target is not None and target.entity.kind is EntityKind.PERSON and low[at] not in _ARTICLES
    start = target.stop if target is not None else at + 1
    for i in range(start, min(at + _LONGEST_TARGET, n)):
        if low[i] in (",", ";", ":", ".", "and", "who", "which", "that") or low[i] in FINITE or any(c.at == i for c in line.cues):
            return None
        if _is_predicate(line, i, is_name=is_name) and low[i - 1] not in PREPOSITIONS and low[i - 1] not in _ARTICLES:
            return i
    return None


def _is_predicate(line: Line, at: int, *, is_name: bool) -> bool:
    """True where a judgement begins: "a farce", "politically motivated", "biased", "the champion" of a person, "revenge" of a verdict."""
    low, n = line.low, len(line.low)
    if at >= n:
        return False
    word, after = low[at], low[at + 1] if at + 1 < n else "."
    if word in ("a", "an", "nothing") or (word == "the" and is_name):
        return True
    is_end = not after[0].isalpha() or after in ("and", "or", "but") or after in PREPOSITIONS
    if word.endswith("ly") and after[0].isalpha() and after not in PREPOSITIONS:
        return True
    if (word.endswith(_ADJECTIVE) or word in _ADJECTIVES) and is_end and word not in _JUDGED:
        return True
    if low[at - 1] in _PRONOUNS and word.isalpha() and is_end and word not in _NO_PREDICATE and not word.endswith("ly"):
        return True
    return low[at - 1] in _JUDGED and word.isalpha() and is_end and word not in _NO_PREDICATE


def _judgement_stop(line: Line, start: int, cue: Cue) -> int:
    """Where the judgement ends: with the clause, or where the subject's next deed is joined ("a farce and left the hall")."""
    stop = clause_stop(line, start, cue)
    low = line.low
    for i in range(start + 1, stop - 1):
        behind = i + 1 + (low[i] == ",")
        is_joint = low[i] in ("and", "but") or (low[i] == "," and low[i + 1] in ("and", "but"))
        if is_joint and behind < stop and _is_next_deed(line, behind, cue):
            return i
        if low[i] == "," and (low[i + 1] in ("while", "saying", "adding", "which", "who") or low[i + 1 : i + 3] == ["and", "the"]):
            return i
    return stop


def _is_next_deed(line: Line, at: int, cue: Cue) -> bool:
    """True for a verb of the same subject: "and demands", "and left the hall", "and called for"."""
    word, after = line.low[at], line.low[at + 1] if at + 1 < len(line.low) else ""
    if any(c.at == at and c.tense in (cue.tense, "past", "present") for c in line.cues):
        return True
    if word in FINITE:
        return True
    if word.endswith("s") and after == "to":
        return True  # "and plans to appeal"
    return word.endswith("ed") and (after in _LEADS_ON or after in PREPOSITIONS)
