"""Which words does a reporting verb or a source phrase report, where no quotation marks stand?

The clause behind "that", behind the hearer or right behind the verb; the clause in front ("…, his lawyer said"); or both sides of
an inserted "the lawyer noted". A content given in two parts is one clause that the reporting words interrupt.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.calling import named_as, thought
from habeas.read.clause_borders import clause_start, clause_stop, cut_clause, has_finite, is_clause, opens_clause, reports_behind
from habeas.read.date_values import NAMED_DAYS
from habeas.read.document import OWNING
from habeas.read.reporting import ADVERBS, AUXILIARIES, BE, FINITE, PREPOSITIONS, Cue, Line, Placed, can_speak, is_adverb, token_at
from habeas.read.speakers import first_subject, main_subject, named_behind, next_mention, owner_of, subject_after, subject_before

_PROMISING: Final = ENGLISH.group("reported_clauses.promising")
_NOT_MORE: Final = ENGLISH.group("reported_clauses.not_more")
_NEVER_LAST: Final = ENGLISH.group("reported_clauses.never_last")
_SELF: Final = frozenset("himself herself itself themselves".split())
_DASHES: Final = frozenset("– — -".split())
_SILENT: Final = frozenset("declined refused declines refuses refusing declining failed".split())
_JOINED: Final = frozenset("he she it they i we none nobody nothing not no only".split())
_OPENS_SUBJECT: Final = frozenset("the a an his her their its this that these those my our".split()) | ENGLISH.group("nominals.numbers")
_DUTY: Final = (["must"], ["should"])
_HAVING_TO: Final = (["has", "to"], ["have", "to"], ["had", "to"], ["needs", "to"], ["need", "to"], ["ought", "to"])
_HELD: Final = ENGLISH.group("reported_clauses.held")
_NEGATIONS: Final = frozenset("not n't n’t never no if whether".split())
_CONJUNCTIONS: Final = frozenset("that and but while whereas when because if although though".split())
_ABOUT: Final = frozenset("at least more fewer less than nearly almost about around some over as many up to no a total of".split())
_NUMBERS: Final = ENGLISH.group("nominals.numbers") | frozenset("dozens hundreds thousands twenty thirty forty fifty sixty".split())
_TOLD: Final = frozenset("told informed assured warned notified advised".split())
_APPOSING: Final = frozenset("a an his her their who which one".split())
_ASKING: Final = frozenset("whether if why what how who where when".split())
_TIMES: Final = frozenset("later earlier then today yesterday meanwhile next last this that following".split())
_RELATIVE: Final = frozenset("which whom whose".split())
_US: Final = frozenset("us me you".split())
_SOON: Final = 9  # words that a subject may take before its verb
_STANCES: Final = ENGLISH.group("reported_clauses.stances")
_SOURCE_NOUNS: Final = ENGLISH.group("reported_clauses.source_nouns")


def clause_of_verb(text: str, line: Line, cue: Cue) -> tuple[str, tuple[Span, ...]] | None:
    """The frame ("inverted" or "verb") and the clause that the verb reports; None if it reports none."""
    if not set(cue.flags) & set("btcnwp") and cue.lemma not in ("count", "put", "see"):
        return None
    if (main := main_subject(line, cue)) is not None:  # "Stating that he was beaten, Anna Li said …"
        that = next((i for i in (cue.at + 1, cue.at + 2) if line.low[i] == "that"), None)
        led = line.cut(that + 1, main[1]) if that is not None and set(cue.flags) & set("bt") else None
        if led is None and (called := named_as(line, cue, cue.at + 1)):  # "Calling it a farce, Anna Li asked …"
            called_so = line.cut(token_at(line, called[0].start), main[1])
            return ("verb", (called_so,)) if called_so is not None else None
        return ("verb", (led,)) if led is not None and is_clause(line, cue.at + 1, main[1]) else None
    inverted = _inverted(text, line, cue)
    if inverted:
        return "inverted", inverted
    subject = subject_before(line, cue)
    if subject is None and line.low[0] != "for":
        return None
    if cue.lemma == "ask" and cue.tense == "past" and line.low[cue.at - 1] == "," and _goes_on_main(line, cue):
        return None  # "Li, asked how he felt, smiled"
    if cue.lemma in ("tell", "inform") and cue.tense == "past" and line.low[cue.at - 1 : cue.at] == ["and"] and _is_passive(line, cue):
        return None  # "was stopped at the airport and told she may not leave"
    if cue.lemma == "put":
        return ("verb", _put_at(line, cue)) if subject is not None and _put_at(line, cue) else None
    if cue.lemma == "count":
        return ("verb", _counted(line, cue)) if subject is not None and _counted(line, cue) else None
    if cue.lemma == "express" and line.low[cue.at + 1 : cue.at + 2] != ["that"]:
        return None  # "expressed concern that …" judges
    if _is_unsaid(line, cue) or (subject is not None and line.low[subject.start] == "that"):
        return None  # "the bottles that police say they found" says nothing whole
    is_infinitive = cue.tense == "base" and line.low[cue.at - 1 : cue.at] == ["to"]
    if not set(cue.flags) & set("btcnw") and cue.lemma != "speak":
        content = (named_as(line, cue, cue.at + 1) or _spoken_of(line, cue)) if subject is not None else ()
    elif subject is not None and not is_infinitive and _is_inserted(line, cue, subject):
        content = _in_front(text, line, cue, subject)
    else:
        content = _behind(line, cue) or (_in_front(text, line, cue, subject) if subject is not None and not is_infinitive else ())
    return ("verb", content) if content else None


def clause_before_marks(line: Line, cue: Cue) -> Span | None:
    """ "said that it was no exchange: “…”": the clause between the verb and the words in marks, which say it once more."""
    low, n = line.low, len(line.low)
    colon = next((i for i in range(cue.at + 1, n - 1) if low[i] == ":" and line.quoted[i + 1]), None)
    if colon is None or any(line.quoted[cue.at : colon]) or not set(cue.flags) & set("bt"):
        return None
    that = _that(line, cue.at + 1)
    start = that if that is not None else cue.at + 1 if "b" in cue.flags and opens_clause(line, cue.at + 1) else None
    return line.cut(start, colon) if start is not None and colon - start >= 3 and is_clause(line, start, colon) else None


def clause_in_front_of_marks(text: str, line: Line, cue: Cue) -> tuple[Span, ...]:
    """ "Both were beaten, the committee said: “the old man first”": the clause in front of the one who also says the words in marks."""
    behind = cue.at + 1
    if line.low[behind : behind + 1] != [":"] or not any(line.quoted[behind:]) or any(line.quoted[: cue.at]):
        return ()
    subject = subject_before(line, cue)
    return _in_front(text, line, cue, subject) if subject is not None and set(cue.flags) & set("bt") else ()


def goes_on_in_marks(line: Line, cue: Cue, marks: int) -> bool:
    """True for "Clause, he said, “and its end”": an inserted verb, and words in marks from token `marks` on that end the clause in front."""
    subject = subject_before(line, cue)
    if subject is None or line.low[marks - 1 : marks] != [","] or not _is_inserted(line, cue, subject):
        return False
    return has_finite(line, 0, subject.start) and not any(line.quoted[: cue.at]) and all(line.quoted[marks : len(line.low) - 1])


def _is_unsaid(line: Line, cue: Cue) -> bool:
    """True where nothing is said: "declined to say whether", "would not say where"."""
    before = line.low[max(0, cue.at - 6) : cue.at]
    if cue.tense == "base" and (before[-1:] in _DUTY or before[-2:] in _HAVING_TO):
        return True  # "the government must explain the arrests"
    if cue.tense == "base" and "w" not in cue.flags and line.low[cue.at + 1 : cue.at + 2] and line.low[cue.at + 1] in _ASKING:
        return True  # "urges the authorities to say where he is"
    return cue.tense == "base" and (before[-1:] in (["not"], ["n't"], ["n’t"]) or not _SILENT.isdisjoint(before))


def _goes_on_main(line: Line, cue: Cue) -> bool:
    """True where the main verb comes behind the next comma: "Li, asked how he felt, only smiled"."""
    comma = next((i for i in range(cue.at, len(line.low)) if line.low[i] == ","), len(line.low))
    before = cue.at - 2 if line.low[cue.at - 1] == "," else cue.at - 1
    return before + 1 in line.by_stop and (
        has_finite(line, comma + 1, min(comma + 4, len(line.low))) or not _SILENT.isdisjoint(line.low[comma + 1 : comma + 4])
    )


def _is_inserted(line: Line, cue: Cue, subject: Placed) -> bool:
    """True for "…, he said, …" and "…, he told the court, …": commas on both sides of the reporting words."""
    start = subject.start
    while start > 2 and subject.start - start < 4 and _is_title(line.low[start - 1]):
        start -= 1  # "…, her sister Nadira said, …", "…, as his sister says, …"
    if start < 2 or subject.stop > cue.at or line.low[start - 1] != "," or has_finite(line, start, subject.start):
        return False
    behind = line.low[cue.at + 1 : cue.at + 9]
    mark = next((i for i, w in enumerate(behind) if w == ";" or (w == "," and i < 5)), None)
    if line.low[0] in PREPOSITIONS and not has_finite(line, 0, start):
        return False  # "From Paris, the Federation deplored, …"
    is_hearer = bool(behind) and (behind[0] in PREPOSITIONS | ADVERBS | _US or "o" in cue.flags or behind[0] in (",", ";"))
    return is_hearer and mark is not None and not any(w in FINITE or w in (":", "that") for w in behind[:mark])


def _is_title(word: str) -> bool:
    """True for what may stand between a comma and the name that it introduces: "her sister", "as his lawyer"."""
    return word.isalpha() and word not in _CONJUNCTIONS and word not in FINITE and not is_adverb(word)


# -- behind the verb


def _behind(line: Line, cue: Cue) -> tuple[Span, ...]:
    low, n = line.low, len(line.low)
    at = cue.at + 1
    while at < n and low[at] in ADVERBS:
        at += 1
    if at < n and low[at] in ("out", "on") and cue.lemma in ("point", "go"):
        at += 1
    if at + 1 < n and low[at] in NAMED_DAYS and low[at + 1] not in OWNING and opens_clause(line, at + 1):
        at += 1  # "said Tuesday it would release them"; not "said Monday's verdict was a travesty"
    if at >= n or low[at] in (".", "!", "?", ";") or (low[at] in ("down", "off") and cue.lemma == "write"):
        return ()
    if "w" in cue.flags:
        return _asked(line, cue, at)
    if low[at] in _SELF:
        return ()  # "declared itself concerned by the “wave of arrests”": how it feels
    if whole := thought(line, cue, at):
        return whole
    that = _that(line, at, cue) if cue.lemma != "call" else None  # "called for a reply that never came"
    if that is not None:
        return cut_clause(line, that, clause_stop(line, that, cue)) if is_clause(line, that - 1, n) else ()
    if called := named_as(line, cue, at):
        return called
    if low[at] == "of" and cue.lemma == "speak" and not _is_number(line, at + 1) and not any(line.quoted[at:]):
        return _spoken_of(line, cue)
    if (low[at] == "to" and cue.lemma in _PROMISING) or (low[at] == "of" and cue.lemma == "speak"):
        return cut_clause(line, at + (low[at] == "of"), clause_stop(line, at, cue))
    if not set(cue.flags) & set("bn") or ("b" not in cue.flags and not opens_clause(line, at)):
        return ()
    at = _past_means(line, _past_hearer(line, cue, at)) if "b" in cue.flags else _past_hearer(line, cue, at)
    if at >= n or low[at] in (",", "to", "nothing", "in", "on", "of", "at", "by", "with", "from", "about", "through", "for", "that"):
        return ()
    stop = clause_stop(line, at, cue)
    return cut_clause(line, at, stop) if is_clause(line, at, stop) else ()


def _is_passive(line: Line, cue: Cue) -> bool:
    behind = line.low[cue.at + 1 : cue.at + 2]
    return behind in (["he"], ["she"], ["they"], ["that"], ["to"]) and not BE.isdisjoint(line.low[: cue.at])


def _counted(line: Line, cue: Cue) -> tuple[Span, ...]:
    """ "counts 1,200 political prisoners", "has counted more than forty arrests": the number and what is counted."""
    at = number = cue.at + 1
    while number < len(line.low) and line.low[number] in _ABOUT:
        number += 1
    word = line.low[number] if number < len(line.low) else ""
    return cut_clause(line, at, clause_stop(line, at, cue)) if word[:1].isdigit() or word in _NUMBERS else ()


def _put_at(line: Line, cue: Cue) -> tuple[Span, ...]:
    """ "puts the number of the dead at more than sixty": what is counted and the figure; "puts at some sixty the dead": the figure."""
    at = next((i + 1 for i in range(cue.at + 1, min(cue.at + 19, len(line.low) - 1)) if _is_figure(line, i)), None)
    if at is None or any(line.low[i] in (",", ";", ".") or line.quoted[i] for i in range(cue.at, at)):
        return ()
    if at > cue.at + 2:
        return cut_clause(line, cue.at + 1, clause_stop(line, at, cue))
    return cut_clause(line, at, next(i + 1 for i in range(at, len(line.low)) if line.low[i][0].isdigit() or line.low[i] in _NUMBERS))


def _spoken_of(line: Line, cue: Cue) -> tuple[Span, ...]:
    """ "Speaks of a political trial", "talked of beatings": what somebody says there is; not "of the trial", "of her", "of Riga"."""
    of = cue.at + 1
    if cue.lemma not in ("speak", "talk") or line.low[of : of + 1] != ["of"] or of + 2 >= len(line.low):
        return ()
    named = line.by_start.get(of + 1)
    if line.low[of + 1] in _KNOWN_ALREADY or (named is not None and named.mention.form is not MentionForm.NOMINAL):
        return ()
    stop = clause_stop(line, of + 1, cue)
    return cut_clause(line, of + 1, stop) if not any(line.quoted[of:stop]) else ()


_KNOWN_ALREADY: Final = frozenset("the this that these those his her their its my our him them it what how".split())


def _is_number(line: Line, at: int) -> bool:
    """True where a number stands, over "more than" and the like."""
    while at < len(line.low) and line.low[at] in _ABOUT:
        at += 1
    word = line.low[at] if at < len(line.low) else ""
    return word[:1].isdigit() or word in _NUMBERS


def _is_figure(line: Line, at: int) -> bool:
    """True for "at" in front of a number: "at 2,500", "at more than sixty"."""
    return line.low[at] == "at" and _is_number(line, at + 1)


def _asked(line: Line, cue: Cue, at: int) -> tuple[Span, ...]:
    """ "asks whether sandals are permitted", "wondered why nobody came": the question, of a subject that stands at the verb."""
    before = cue.at
    while before and (is_adverb(line.low[before - 1]) or line.low[before - 1] in AUXILIARIES):
        before -= 1
    if at < len(line.low) and (line.low[at] in _US or line.low[at] in ("him", "her", "them", "aloud")):
        at += 1
    if before and line.low[before - 1] == ",":
        before -= 1
    if at < len(line.low) and line.low[at] not in _ASKING:
        whom = next((line.by_start[i] for i in range(at, min(at + 4, len(line.low))) if i in line.by_start), None)
        at = whom.stop if whom is not None else at  # "asked the minister, X, how many"
    if before not in line.by_stop or at >= len(line.low) or line.low[at] not in _ASKING:
        return ()
    stop = clause_stop(line, at, cue)
    return cut_clause(line, at, stop) if is_clause(line, at, stop) else ()


def _past_hearer(line: Line, cue: Cue, at: int) -> int:
    """Over the one who is told: "told reporters outside the court he had"."""
    if "o" not in cue.flags:
        return at
    if line.low[at] in _US:
        return at + 1
    hearer = next((line.by_start[i] for i in range(at, min(at + 5, len(line.low))) if i in line.by_start), None)
    if hearer is None:
        return _past_unnamed_hearer(line, at)
    at = hearer.stop
    if at < len(line.low) and line.low[at] in PREPOSITIONS:
        first = at
        while at < len(line.low) and at - first < 8 and (at == first or at not in line.by_start) and line.low[at] not in (",", ";"):
            at += 1
    return at


def _past_unnamed_hearer(line: Line, at: int) -> int:
    """Over a hearer that is no mention: "told state radio the measure was lawful"."""
    for i in range(at + 1, min(at + 4, len(line.low))):
        if line.low[i - 1] in FINITE or not line.low[i - 1][0].isalpha() or line.low[i - 1] in PREPOSITIONS:
            return at
        if (line.low[i] in _OPENS_SUBJECT or line.low[i] in _JOINED) and opens_clause(line, i) and line.low[at] not in _OPENS_SUBJECT:
            return i
    return at


def _past_means(line: Line, at: int) -> int:
    """Over the means of saying: "said by text message he was well", "said in a statement the six had left"."""
    if at >= len(line.low) or line.low[at] not in ("by", "in", "on", "over", "via", "through", "at"):
        return at
    for i in range(at + 2, min(at + 7, len(line.low))):
        if line.low[i - 1] in FINITE or not line.low[i - 1][0].isalnum():
            return at
        is_clause_there = (line.low[i] in _OPENS_SUBJECT or line.low[i] in _JOINED or i in line.by_start) and opens_clause(line, i)
        if is_clause_there and not _MEANS.isdisjoint(line.low[at + 1 : i]) and line.low[i - 1] not in _OPENS_SUBJECT | PREPOSITIONS:
            return i
    return at


_MEANS: Final = ENGLISH.group("reported_clauses.means_of_saying")


def _that(line: Line, at: int, cue: Cue | None = None) -> int | None:
    """Where the clause behind "that" or a colon begins, over a hearer, a place or a time in between."""
    low, n = line.low, len(line.low)
    others = {c.at for c in line.cues if c.at >= at and c.tense == "gerund"}
    is_subject = cue is not None and "o" not in cue.flags and low[at : at + 1] != [] and low[at] in _OPENS_SUBJECT
    for i in range(at, min(at + 16, n - 1)):
        if is_subject and i > at and low[i].endswith("ed") and low[i + 1] == "that":
            return None  # "said the decision showed that …"
        if i in others and low[i - 1] == ",":
            return _behind_quoting(line, i)  # "…, her sister said, adding that …"
        if low[i] == "that" and not line.quoted[i]:
            return i + 1
        if low[i] == ":" and not line.quoted[i + 1]:
            return i + 1
        if line.quoted[i] or low[i] in FINITE or low[i] in (";", "who", "which", "and", "but", "or"):
            return None
    return None


def _behind_quoting(line: Line, at: int) -> int | None:
    """Over "quoting the envoy, X," in "said, quoting the envoy, X, that she was well"."""
    if line.low[at] not in ("quoting", "citing"):
        return None
    return next((i + 2 for i in range(at, min(at + 16, len(line.low) - 1)) if line.low[i : i + 2] == [",", "that"]), None)


def told_of_before(line: Line) -> Placed | None:
    """Who told what the sentence before says: "About this his lawyer, X, informed", "This was reported by X", "X told us about this"."""
    low, n = line.low, len(line.low)
    if n > _LONGEST_REPORT or (
        low[0] not in ("this", "that", "it", "about") and low[-3:-1] not in _ABOUT_THIS and low[-2:] not in _ABOUT_THIS
    ):
        return None
    if low[0] != "about" and low[0] in ("this", "that", "it"):
        by = next((i for i in range(2, n - 1) if low[i] == "by"), None)
        if by is None or low[1] not in BE | {"has"} or _REPORTED.isdisjoint(low[1:by]):
            return None
        named = next((line.by_start[i] for i in range(by + 1, min(by + 6, n)) if i in line.by_start), None)
        return (named_behind(line, named) or named) if named is not None else None
    cue = next((c for c in line.cues if c.lemma in ("inform", "tell", "report", "say") and c.tense in ("past", "present")), None)
    if cue is None or (low[0] == "about" and low[1] != "this"):
        return None
    return subject_before(line, cue) or subject_after(line, cue)


_ABOUT_THIS: Final = (["about", "this"], ["about", "it"], ["of", "this"])
_LONGEST_REPORT: Final = 22  # words
_REPORTED: Final = frozenset(
    "reported said stated announced told confirmed informed disclosed conveyed relayed revealed shared explained communicated".split()
)


# -- in front of the verb, or around it


def _inverted(text: str, line: Line, cue: Cue) -> tuple[Span, ...]:
    """ "Clause, said X" and "Subject, said X, who …, is bad": nothing but a comma stands before the verb."""
    at = cue.at - 1
    while at >= 0 and (line.low[at] in ADVERBS or line.low[at] in ("had", "has")):
        at -= 1
    if at < 1 or (line.low[at] != "," and line.low[at] not in _DASHES) or cue.tense == "gerund" or not set(cue.flags) & set("bt"):
        return ()
    subject = subject_after(line, cue)
    if cue.lemma in _NEVER_LAST or subject is None or _goes_on(line, subject):
        return ()
    start = clause_start(text, line, at)
    if (that := _that(line, cue.at + 1)) is not None:
        is_told_on = (
            line.low[that - 1] == ":" and _named_end(line, subject) == that - 1 and at - start >= 4 and not any(line.quoted[start:at])
        )
        parts = (line.cut(start, at), line.cut(that, clause_stop(line, that))) if is_told_on else ()
        return tuple(p for p in parts if p is not None)  # "Anna Li back in jail, says her wife Eva: two men came"
    is_whole = at - start >= 5 or is_clause(line, start, at)
    named = line.by_stop.get(at)
    if (
        is_whole
        and named is not None
        and (_is_apposed(line, named, start) if "o" in cue.flags else not has_finite(line, start, at))
        and named.entity.kind is EntityKind.PERSON
        and named.mention.form is MentionForm.NAME
    ):
        return ()  # "…, the head physician, X, assured our service"
    if _is_introduced_behind_marks(line, at):
        return ()
    if cue.lemma == "tell" and next_mention(line, cue.at + 1) == subject and _is_aside_of_a_name(line, start, at):
        return ()  # "…, Anna Li, of Lawyers for Rights, told Reuters": whoever is told does not tell
    if "o" in cue.flags and _hears(line, subject) and (named is not None or not is_whole):
        return ()  # "…, Anna Li, his daughter, told our station"
    if not is_whole and subject.mention.form is not MentionForm.NAME and "o" in cue.flags:
        return ()
    return _two_parts(line, start, at, _behind_insertion(line, subject.stop), is_whole=is_whole)


def _named_end(line: Line, subject: Placed) -> int:
    """Where a subject ends, with the name that stands right behind it: "his wife Eva Li"."""
    named = named_behind(line, subject)
    return named.stop if named is not None else subject.stop


def _is_aside_of_a_name(line: Line, start: int, comma: int) -> bool:
    """True for "X, of the union," and "X, who leads it," in front of the comma: a person's name, and words that tell who that is."""
    opens = next((i for i in range(comma - 1, start, -1) if line.low[i] == ","), None)
    named = line.by_stop.get(opens) if opens is not None else None
    if opens is None or named is None or named.mention.form is not MentionForm.NAME or named.entity.kind is not EntityKind.PERSON:
        return False
    if not _ROLES.isdisjoint(line.low[opens + 1 : opens + 4]) and not has_finite(line, opens + 1, comma):
        return True  # "X, spokesman for the prison service,"
    return line.low[opens + 1] in _APPOSING | PREPOSITIONS | {"the", "one"}


_ROLES: Final = frozenset(ENGLISH.table("roles"))


def _is_introduced_behind_marks(line: Line, comma: int) -> bool:
    """True for “…,” X, who faces ten years, told reporters": whoever is named behind the marks, with an aside up to the verb, speaks."""
    last = next((i for i in range(comma - 1, -1, -1) if line.quoted[i]), None)
    if last is None or line.quoted[comma]:
        return False
    named = next((p for p in line.placed if last < p.start <= last + 3 and p.mention.form is MentionForm.NAME), None)
    return named is not None and named.stop < comma and line.low[named.stop] == ","


def _is_apposed(line: Line, named: Placed, start: int) -> bool:
    """True for "…, the head physician X," and for "X," at the clause's beginning: a name that no verb in front of it governs."""
    return named.start - start < 4 or "," in line.low[named.start - 4 : named.start]


def _hears(line: Line, subject: Placed) -> bool:
    """True for the only mention behind "told": "our station", "the newspaper" hear, and somebody in front speaks."""
    return line.low[subject.start] in ("our", "this", "my") or subject.mention.form is MentionForm.PRONOUN


def _goes_on(line: Line, subject: Placed) -> bool:
    """True where a finite verb follows right away: the mention behind the reporting verb begins the clause reported."""
    at = subject.stop
    while at < len(line.low) and (is_adverb(line.low[at]) or line.low[at] in _NEVER):
        at += 1
    if at >= len(line.low):
        return False
    is_told_of = (
        at > subject.stop and subject.mention.form is MentionForm.PRONOUN and line.low[at][0].isalpha()
    )  # "said she no longer knew"
    return line.low[at] in FINITE or line.low[at].endswith("ed") or (is_told_of and line.low[at] not in PREPOSITIONS)


_NEVER: Final = frozenset("no longer never not".split())


def _in_front(text: str, line: Line, cue: Cue, subject: Placed) -> tuple[Span, ...]:
    """ "Clause, X said": what stands in front, if a comma parts it from the subject; with what goes on behind the verb."""
    if cue.lemma in _NEVER_LAST or not _is_near(line, subject.stop, cue.at) or _has_object(line, cue):
        return ()
    if line.low[cue.at - 1] in ("who", "which"):
        return ()  # "Clause, the agency reported, citing a detainee who spoke on condition of anonymity"
    at = subject.start - 1
    while at > 0 and subject.start - at < 14 and line.low[at] != "," and _is_word(line.low[at]) and line.low[at] not in _CONJUNCTIONS:
        at -= 1
    if _tells_at(line, at - 1):
        return ()  # "Clause, his lawyer said, Eastern News reports": the lawyer's
    if not _RELATIVE.isdisjoint(line.low[at + 1 : subject.start]):
        return ()  # "…, for which the prosecutor asked four years, …"
    if line.low[at] == "," and line.low[cue.at - 1] == ",":
        before = at - 1
        while before > 0 and line.low[before] != ",":
            before -= 1
        if before > 2 and not has_finite(line, before, at):
            at = before  # "…, the head of the service, X, stated"
    if at < 1 or (line.low[at] != "," and line.low[at] not in _DASHES) or line.quoted[at]:
        return ()
    start = clause_start(text, line, at)
    if at - start < 3 and line.low[start] in PREPOSITIONS:
        return ()  # "From Paris, the Federation deplored, …"
    if line.low[start].endswith("ing") and len(line.low[start]) > 5 and FINITE.isdisjoint(line.low[start:at]):
        return ()  # "Responding to the release of two of them, Anna Li said: …"
    if any(c.at == start and c.tense == "gerund" for c in line.cues):
        return ()  # "Stating that he was beaten, Anna Li asked for help"
    rest = _behind_insertion(line, cue.at + 1)
    if line.low[start] in _WHEN and "," not in line.low[start:at] and not is_clause(line, rest, len(line.low)):
        return ()  # "When she said that he was ill, the lawyer asked for a doctor"
    has_verb = has_finite(line, start, at) or any(start < c.at < at and c.tense != "gerund" and c.at in line.by_stop for c in line.cues)
    if not has_verb and line.low[subject.stop] == "," and subject.mention.form is MentionForm.NAME:
        return ()  # "The prosecutor, Anna Li, had asked for more, having noticed …"
    if rest >= len(line.low) and line.low[start] in PREPOSITIONS | _TIMES and not has_verb:
        return ()  # "Later that day, Anna Li wrote …"
    is_last = rest >= len(line.low) and at - start >= 3
    return _two_parts(line, start, at, rest, is_whole=is_last or is_clause(line, start, at))


_WHEN: Final = frozenset("when while after before once".split())


def _is_word(low: str) -> bool:
    return low[0].isalnum() or low in ("'s", "’s")  # "…, RFE/RL's Radio Farda reports"


def _has_object(line: Line, cue: Cue) -> bool:
    """True for "observes a hunger strike", "admitted it partly": the verb has what it says, and reports nothing in front of it."""
    behind = line.low[cue.at + 1 : cue.at + 3]
    if not {"o", "k"}.isdisjoint(cue.flags) or not behind:
        return False
    return behind[0] in _OBJECT or (behind[0] == "the" and behind[1:] not in _NEXT_DAY)


_OBJECT: Final = frozenset("a it him them his her their its no all".split())
_NEXT_DAY: Final = (["following"], ["next"], ["same"], ["other"], ["previous"], ["day"], ["agency"])


def _is_near(line: Line, stop: int, verb: int) -> bool:
    """True if nothing but helpers of the verb, or an apposition or place of the subject, stands between the two."""
    between = line.low[stop:verb]
    if not between or between == ["as"] or between[0] in (",", "of", "from", "in", "at", "for", "who", "("):
        return True  # "…, the agency quoted X as saying"
    if between[0] in BE and between[1:2] in (["quoted"], ["cited"]) and between[-1] == "as":
        return True  # "his wife was quoted by the agency as saying"
    return all(w in AUXILIARIES or is_adverb(w) for w in between)


def _two_parts(line: Line, start: int, stop: int, rest: int, *, is_whole: bool) -> tuple[Span, ...]:
    """The clause from `start` up to `stop`, and what goes on at `rest`, if it belongs to it."""
    n = len(line.low)
    if rest < n and line.low[rest] == "that":
        rest += 1
    is_joined = rest + 1 < n and line.low[rest] in ("and", "but") and _is_joined(line, rest + 1)
    is_next = rest < n and (is_joined or line.low[rest] not in _NOT_MORE or line.low[rest - 1] == ";")
    is_in_marks = rest < n - 1 and all(line.quoted[rest : n - 1])
    is_broken_off = _breaks_off(line, stop) and rest < n
    goes_on = is_broken_off or (is_next and (not is_whole or is_clause(line, rest, n))) or is_in_marks or _is_phrase_of_clause(line, rest)
    goes_on = (
        goes_on
        and not _only_reports(line, rest)
        and line.low[rest] not in ("citing", "quoting")
        and not (is_whole and _tells_at(line, rest))
    )
    if not is_whole and (not goes_on or any(c.at == rest and c.tense == "gerund" for c in line.cues)):
        return ()  # "His counsel, X, requested access, arguing that …" interrupts nothing
    parts = (line.cut(start, stop), line.cut(rest, clause_stop(line, rest)) if goes_on else None)
    return tuple(p for p in parts if p is not None)


def _breaks_off(line: Line, stop: int) -> bool:
    """True where the words break off behind a preposition: "She stays there because of, as the ministry explained, papers"."""
    return line.low[stop - 1] in PREPOSITIONS | BE


def _tells_at(line: Line, at: int) -> bool:
    """True if the word there is a verb of saying in the past or the present."""
    return any(c.at == at and c.tense in ("past", "present") for c in line.cues)


def _only_reports(line: Line, at: int) -> bool:
    """True for "Eastern News reports" behind "Clause, his lawyer said,": whoever passes it on, and nothing more of the clause."""
    named = line.by_start.get(at)
    if named is None or not _tells_at(line, named.stop):
        return False
    behind = line.low[named.stop + 1 :]
    return behind[:1] in ([], ["."], ["on"], ["in"]) and len(behind) <= _SOON


def _is_phrase_of_clause(line: Line, at: int) -> bool:
    """True for the rest of a clause behind a bare insertion: "She was kept, he says, in a cell"; not "he said, in a statement"."""
    low, n = line.low, len(line.low)
    if at < 2 or at >= n - 2 or low[at - 1] != "," or not any(c.at == at - 2 for c in line.cues):
        return False
    is_led = (low[at] in PREPOSITIONS and low[at] not in _TIME_ONLY) or low[at : at + 2] in (["as", "a"], ["as", "an"], ["as", "the"])
    return is_led and _OF_SAYING.isdisjoint(low[at:]) and not has_finite(line, at, n) and not any(line.quoted[at:])


_TIME_ONLY: Final = frozenset("after before since following despite during until upon amid".split())
_OF_SAYING: Final = _MEANS | NAMED_DAYS | frozenset({"latest", "what", "case"})


def _is_joined(line: Line, at: int) -> bool:
    """True where "and" behind an insertion goes on with the words reported: "…, says X, and had thought …", "…, X says, and he is …"."""
    if line.low[at] in ("denied", "denies", "rejected", "rejects"):
        return False  # "…, said X, but denied the reports": X's next deed
    if line.low[at] in _JOINED or line.low[at] in FINITE or (line.low[at].endswith("ed") and len(line.low[at]) > 4):
        return True
    is_clause_of_its_own = opens_clause(line, at) or (
        (line.low[at] in _OPENS_SUBJECT or line.low[at][0].isdigit()) and has_finite(line, at + 1, len(line.low))
    )
    return is_clause_of_its_own and not any(c.at > at for c in line.cues)


def _behind_insertion(line: Line, at: int) -> int:
    """Where the interrupted clause goes on behind "said X, who chairs it," or "X noted,"."""
    n = len(line.low)
    while at < n and line.low[at] != ",":
        if line.low[at] == ";" and not reports_behind(line, at) and not any(line.quoted[at:]):
            return at + 1  # "…, he says; when it is late, …"
        if line.low[at] in (";", ":"):
            return n
        at += 1
    while at + 1 < n and (line.low[at + 1] in ("who", "which", "a", "an", "his", "her", "one", "the") and _closes(line, at + 1)):
        at += 1
        while at < n and line.low[at] != ",":
            at += 1
    return min(at + 1, n)


def _closes(line: Line, at: int) -> bool:
    """True if an apposition that begins at `at` is closed by a comma before a finite verb of the main clause."""
    is_relative = line.low[at] in ("who", "which")
    for word in line.low[at + 1 :]:
        if word == ",":
            return True
        if word in FINITE and not is_relative:
            return False
    return False


# -- sources without a verb


def sources(line: Line) -> Iterator[tuple[Placed, int, int]]:
    """ "According to X", "in the words of X", "by his words", "in her view", "For X, …": who, and the tokens of the phrase."""
    n = len(line.low)
    for i, word in enumerate(line.low[:-1]):
        if line.quoted[i]:
            continue
        if word == "according" and line.low[i + 1] == "to" and (_is_told_by_another(line, i) or _is_norm(line, i + 2)):
            continue
        if word == "according" and line.low[i + 1] == "to":
            named = _first_speaker(line, i + 2)
            yield_from = (who := _apposed(line, named), i, _phrase_stop(line, who)) if named else None
        elif word == "per" and (i == 0 or line.low[i - 1] == ","):
            named = _first_speaker(line, i + 1)
            yield_from = (named, i, _phrase_stop(line, named)) if named is not None and named.start <= i + 3 else None
        elif word == "of" and line.low[max(0, i - 3) : i] == ["in", "the", "words"]:
            named = _first_speaker(line, i + 1)
            yield_from = (named, i - 3, _phrase_stop(line, named)) if named else None
        elif word == "for" and i == 0:
            owner = _first_speaker(line, 1)
            yield_from = (owner, 0, _behind_owner(line, owner)) if owner is not None and _is_view(line, owner) else None
        elif word in ("in", "by", "from", "on") and (of := _of_source(line, i)) is not None:
            named = _first_speaker(line, of + 1)
            yield_from = (named, i, _phrase_stop(line, named)) if named else None
        elif word in _TOLD and line.low[i + 1] == "by" and i and line.low[i - 1] in BE:
            named, that = _first_speaker(line, i + 2), _that_behind(line, i + 2)
            yield_from = (named, 0, that) if named is not None and that is not None and named.start < that else None
        elif word in _REPORTED and line.low[i - 1] in BE and line.low[max(0, i - 3) : i - 1] in ([",", "this"], [",", "which"]):
            by = next((j for j in range(i + 1, min(i + 6, n)) if line.low[j] == "by"), None)
            named = _first_speaker(line, by + 1) if by is not None else None
            yield_from = (_apposed(line, named), i - 2, _phrase_stop(line, named)) if named else None
        elif word in _STANCES and line.low[i + 1] in ("is", "was", "remains") and line.low[i + 2 : i + 3] == ["that"]:
            owner = owner_of(line, i)
            start = next((j + 1 for j in range(i - 1, -1, -1) if line.low[j] in (";", ":")), 0)
            yield_from = (owner, start, i + 3) if owner is not None and owner.start - start <= 3 else None
        elif line.low[i + 1] == "that" and word in _HELD and (holder := _holder(line, i)) is not None:
            yield_from = (holder, 0, i + 2)
        elif word in ("in", "by", "from"):
            noun = next((j for j in range(i + 2, min(i + 8, n)) if line.low[j] in _SOURCE_NOUNS), None)
            owner = owner_of(line, noun) if noun is not None else None
            yield_from = (owner, i, noun + 1) if owner is not None and noun is not None and owner.start - i <= 4 else None
        else:
            continue
        if yield_from is not None:
            yield yield_from


def _is_told_by_another(line: Line, at: int) -> bool:
    """True for "said that, according to X, …" and "noted that according to X …": what X says is told by another."""
    return line.low[max(0, at - 2) : at] == ["that", ","] or (line.low[at - 1 : at] == ["that"] and any(c.at == at - 2 for c in line.cues))


def _is_norm(line: Line, at: int) -> bool:
    """True for "the law", "plan", "its own rules" behind "according to": a thing that is followed and says nothing."""
    while at < len(line.low) and (line.low[at] in _OPENS_SUBJECT or line.low[at] in _NORM_KINDS):
        at += 1
    return at < len(line.low) and line.low[at] in _NORMS and line.low[at + 1 : at + 2] not in (["'s"], ["’s"])


_NORMS: Final = ENGLISH.group("reported_clauses.norms")
_NORM_KINDS: Final = ENGLISH.group("reported_clauses.kinds_of_norms")


def _holder(line: Line, at: int) -> Placed | None:
    """Who "is of the opinion", "is convinced", "gave its word", "made it clear" that something is so: the subject, with no verb of saying between."""
    start = next((i + 1 for i in range(at - 1, -1, -1) if line.low[i] in (";", ":") or line.quoted[i]), 0)
    subject = first_subject(line, start, at)
    if (
        subject is None
        or at - subject.stop > _SOON
        or not has_finite(line, subject.stop, at)
        or _NEGATIONS & set(line.low[subject.stop : at])
    ):
        return None
    return subject if not any(subject.stop <= c.at < at for c in line.cues) else None


def _of_source(line: Line, at: int) -> int | None:
    """The "of" in "by the account of X", "in the opinion of X", "by account of X"."""
    noun = at + 1 + (line.low[at + 1 : at + 2] == ["the"])
    return noun + 1 if line.low[noun : noun + 1] and line.low[noun] in _SOURCE_NOUNS and line.low[noun + 1 : noun + 2] == ["of"] else None


def _is_view(line: Line, owner: Placed) -> bool:
    """True for "For X, the case is empty", "For the party this is a step": a judgement behind the one whose it is."""
    at = _behind_owner(line, owner)
    if owner.start > 3 or at >= len(line.low) or any(line.quoted) or any(c.at < at + 6 for c in line.cues):
        return False
    is_near = any(w in ("is", "are", "was", "were", "means", "remains") for w in line.low[at + 1 : at + 8])
    return is_near and opens_clause(line, at) and line.low[at] not in ("it", "he", "she", "they", "there")


def _behind_owner(line: Line, owner: Placed) -> int:
    """The token behind "For X,", over "whose report came out on Friday," or a name beside it."""
    at = owner.stop + (line.low[owner.stop : owner.stop + 1] == [","])
    if at > owner.stop and at < len(line.low) and (line.low[at] in ("who", "which", "whose") or at in line.by_start):
        closing = next((i for i in range(at, min(at + 16, len(line.low))) if line.low[i] == ","), None)
        return closing + 1 if closing is not None else at
    return at


def clause_around(text: str, line: Line, first: int, stop: int) -> tuple[Span, ...]:
    """The clause that a source phrase (tokens `first` up to `stop`) belongs to."""
    n = len(line.low)
    if line.low[first - 1 : first] == [","] and _tells_at(line, first - 2):
        return ()  # "Clause, his lawyer said, according to Eastern News": the lawyer's
    start = clause_start(text, line, first)
    if stop < n and line.low[stop] == ",":
        stop = _behind_apposition(line, stop + 1)
    if first - start <= 1 or not has_finite(line, start, first):
        if n - stop < 3:
            return ()
        is_subject = first - 1 in line.by_stop and line.low[first - 1] == ","  # "Anna, according to her lawyer, was beaten"
        lead = line.cut(start, first) if first - start > 2 or is_subject else None
        return tuple(p for p in (lead, line.cut(stop, clause_stop(line, stop))) if p is not None)
    is_open = line.low[first - 1] == "," and line.low[first - 2] in BE  # "It was, in the words of Anna Li, a day of shame"
    goes_on = (
        stop < n and line.low[stop - 1] == "," and (is_open or line.low[stop] not in _NOT_MORE | {"a", "an", "the", "his", "her", "one"})
    )
    is_around = stop < n and line.low[stop - 1] == "," and line.low[first - 1] == "," and line.low[stop] not in _NOT_MORE
    is_around = is_around and not (line.low[stop] in _OWNED and not has_finite(line, stop, n))  # "according to Anna Li, his lawyer"
    goes_on = goes_on or (is_around and line.low[stop] != "one" and not (line.low[stop] in ("a", "an") and not has_finite(line, stop, n)))
    parts = (line.cut(start, first), line.cut(stop, clause_stop(line, stop)) if goes_on else None)
    return tuple(p for p in parts if p is not None)


_OWNED: Final = frozenset("his her their".split())


def _that_behind(line: Line, at: int) -> int | None:
    return next((i + 1 for i in range(at, min(at + 14, len(line.low))) if line.low[i] == "that"), None)


def _behind_apposition(line: Line, at: int) -> int:
    """Over "his sister," behind "according to X,"."""
    is_role = at < len(line.low) and _is_role(line.by_start.get(at)) and line.low[at] not in _NUMBERS and not line.low[at][0].isdigit()
    is_passed_on = line.low[at + 1 : at + 3] == ["on", "by"] or line.low[at + 1 : at + 2] == ["by"]  # "in X's account, passed on by Y, …"
    is_apposed = at < len(line.low) and (line.low[at] in _APPOSING or is_role or is_passed_on or _tells_what_body(line, at))
    if not is_apposed or not _closes(line, at):
        return at
    comma = line.low.index(",", at)
    inner = line.by_start.get(comma + 1)
    if inner is not None and inner.mention.form is MentionForm.NAME and line.low[inner.stop : inner.stop + 1] == [","]:
        return at  # "…, the first lawyer, Anna Li, was summoned"
    return comma + 1 if has_finite(line, comma, len(line.low)) else at


def _tells_what_body(line: Line, at: int) -> bool:
    """True for "the news agency of …," behind the body that is so called."""
    comma = next((i for i in range(at, len(line.low)) if line.low[i] == ","), at)
    is_told = line.low[at] == "the" and not _WHAT_BODY.isdisjoint(line.low[at + 1 : min(comma, at + 5)])
    return is_told and not {"of", "for"}.isdisjoint(line.low[at:comma]) and not has_finite(line, at, comma)


_WHAT_BODY: Final = frozenset(
    "agency group organisation organization outlet website newspaper channel network union watchdog association".split()
)


def _is_role(placed: Placed | None) -> bool:
    return placed is not None and placed.mention.form is MentionForm.NOMINAL and placed.entity.kind is EntityKind.PERSON


def _first_speaker(line: Line, at: int) -> Placed | None:
    stop = next((j for j in range(at, min(at + 8, len(line.low))) if line.low[j] == ","), min(at + 8, len(line.low)))
    named = next((line.by_start[j] for j in range(at, stop) if j in line.by_start and can_speak(line.by_start[j])), None)
    while named is not None and line.low[named.stop : named.stop + 1] in (["'s"], ["’s"]):  # "X's brother": the brother
        owned = next((line.by_start[j] for j in range(named.stop + 1, min(named.stop + 5, len(line.low))) if j in line.by_start), None)
        if owned is None or not can_speak(owned) or "," in line.low[named.stop : owned.start]:
            break
        named = owned
    return named


def _apposed(line: Line, named: Placed) -> Placed:
    """In "his grandmother, Zibeyda Osmanova" and "his lawyers A and B", the name."""
    if named.mention.form is MentionForm.NOMINAL and named.stop < len(line.low):
        at = named.stop + (line.low[named.stop] == ",")
        inner = line.by_start.get(at) or _behind_rank(line, at)
        is_name = inner is not None and inner.mention.form is MentionForm.NAME and inner.entity.kind is EntityKind.PERSON
        if inner is not None and is_name and (line.low[named.stop] != "," or not has_finite(line, inner.stop, inner.stop + 1)):
            return inner
        if line.low[named.stop] == "of" and (member := _named_behind_body(line, named)) is not None:
            return member
    return named


def _behind_rank(line: Line, at: int) -> Placed | None:
    """The mention behind a rank or a foreign title: "Maître X", "Major General X"."""
    for i in range(at, min(at + 2, len(line.low) - 1)):
        if not line.tokens[i].text[0].isupper():
            return None
        if i + 1 in line.by_start:
            return line.by_start[i + 1]
    return None


def _named_behind_body(line: Line, office: Placed) -> Placed | None:
    """The name in "a member of the party, the lawyer X,": behind a comma, over a title at most."""
    comma = next((i for i in range(office.stop, min(office.stop + 12, len(line.low))) if line.low[i] == ","), None)
    if comma is None or has_finite(line, office.stop, comma):
        return None
    inner = next((line.by_start[i] for i in range(comma + 1, min(comma + 5, len(line.low))) if i in line.by_start), None)
    inner = (named_behind(line, inner) or inner) if inner is not None else None
    is_name = inner is not None and inner.mention.form is MentionForm.NAME and inner.entity.kind is EntityKind.PERSON
    is_closed = inner is not None and line.low[inner.stop : inner.stop + 1] in ([","], ["."], [";"])
    return inner if is_name and is_closed else None


def _phrase_stop(line: Line, named: Placed) -> int:
    """The end of the phrase around a source: the next comma or full stop, else the mention's end."""
    for i in range(named.stop, min(named.stop + 14, len(line.low))):
        if line.low[i] in (",", ";", "."):
            return i
    return named.stop
