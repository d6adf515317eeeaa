"""Who said this? The first rule that knows, by name; otherwise nobody.

A rule looks at one frame of reporting (a verb, "according to", a label, a turn of an interview) and gives back the mention that
names the speaker there. Rules are tried in the order of `SPEAKER_RULES`; the name of the one that decided is the reason shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from habeas.case.passage import Span
from habeas.case.person import Entity
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.reporting import AUXILIARIES, BE, FINITE, POSSESSIVES, PREPOSITIONS, Cue, Line, Placed, Stage, can_speak, is_adverb

_PAPERS: Final = ENGLISH.group("speakers.papers")
_SAID: Final = ENGLISH.group("speakers.said")
_CLAUSE: Final = frozenset("; : ( ) – — . ! ?".split())
_SOME: Final = frozenset("all many most some several both each one two three four none few".split())
_PAIR: Final = frozenset("two both pair couple duo".split())


@dataclass(frozen=True, slots=True)
class Frame:
    """How the text reports the words: in which line, by which verb; `given` is a mention that the frame itself names.

    `kind`: verb, inverted, quoted, according, self, label, turn, post, told, lead, lone, marks.
    """

    kind: str
    line: Line
    cue: Cue | None = None
    given: Placed | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: the entity, the words that name them here, and the rule that decided."""

    entity: Entity | None
    mention: Span | None
    because: str | None


UNATTRIBUTED: Final = Speaker(None, None, None)
Rule = Callable[[Frame, Stage], Placed | None]


def decide_speaker(frame: Frame, stage: Stage) -> Speaker:
    """Who said the words that `frame` reports: the first rule that knows, by name; otherwise nobody yet."""
    for rule in SPEAKER_RULES:
        placed = rule(frame, stage)
        if placed is not None:
            return Speaker(_first_named(placed, frame.line, stage), placed.mention.span, rule.__name__)
    return UNATTRIBUTED


def _first_named(placed: Placed, line: Line, stage: Stage) -> Entity:
    """The speaker; for "the two", "both men", "their lawyers, A and B" the one whom the text names first of them."""
    entity = placed.entity
    if entity.is_named or entity.kind is not EntityKind.PERSON:
        return entity
    if not _PAIR.isdisjoint(placed.mention.text.lower().split()):
        for number in range(line.number - 1, -1, -1):
            if (pair := _pair_in(stage.lines[number])) is not None:
                return pair.entity
        return entity
    for mention in entity.mentions:
        at = stage.line_at(mention.span.start)
        if at is not None and mention.form is MentionForm.NOMINAL and mention.text.lower().endswith("s"):
            behind = next((p for p in at.placed if 0 <= p.mention.span.start - mention.span.stop <= 2), None)
            if behind is not None and _is_first_of_several(at, behind):
                return behind.entity
    return entity


def _pair_in(line: Line) -> Placed | None:
    """The first of two people whom the sentence joins by "and": "A and B", "A, who leads X, and its director B"."""
    named = [
        p for p in line.placed if p.mention.form is MentionForm.NAME and p.entity.kind is EntityKind.PERSON and not line.quoted[p.start]
    ]
    if len({p.entity.id for p in named}) < 2:
        return None
    first, second = named[0], next(p for p in named if p.entity.id != named[0].entity.id)
    return first if "and" in line.low[first.stop : second.start] else None


def _is_first_of_several(line: Line, first: Placed) -> bool:
    """True for a person's name with "and" or a comma and another name right behind."""
    if first.mention.form is not MentionForm.NAME or first.entity.kind is not EntityKind.PERSON or first.stop >= len(line.low):
        return False
    second = line.by_start.get(first.stop + 1)
    return line.low[first.stop] in ("and", ",") and second is not None and second.mention.form is MentionForm.NAME


def subject_of_marked_words(frame: Frame, stage: Stage) -> Placed | None:
    """The words in marks say how the subject feels or what it does: "The embassy is “troubled”", "The service “disagrees”"."""
    return frame.given if frame.kind == "self" else None


def leader_of_clause_with_marks(frame: Frame, stage: Stage) -> Placed | None:
    """Words in marks without a word of reporting: who leads the clause around them ("The spokesman saw “nothing to discuss”")."""
    return frame.given if frame.kind == "marks" else None


def one_who_is_asked(frame: Frame, stage: Stage) -> Placed | None:
    """A turn of an interview: who answers there."""
    return frame.given if frame.kind == "turn" else None


def author_of_post(frame: Frame, stage: Stage) -> Placed | None:
    """A post of a social network: who wrote it."""
    return frame.given if frame.kind == "post" else None


def who_told_of_it(frame: Frame, stage: Stage) -> Placed | None:
    """The sentence behind says who told it: "This was reported by X"."""
    return frame.given if frame.kind == "told" else None


def named_by_frame(frame: Frame, stage: Stage) -> Placed | None:
    """The frame names the speaker itself: "according to X", "X: …"."""
    return frame.given


def subject_behind_verb(frame: Frame, stage: Stage) -> Placed | None:
    """Inverted: "said Anna Li", "informed journalists her lawyer X"."""
    if frame.kind != "inverted" or frame.cue is None:
        return None
    return subject_after(frame.line, frame.cue)


def quoted_as_saying(frame: Frame, stage: Stage) -> Placed | None:
    """The one who is quoted: "a news agency quoted her relatives as saying"."""
    if frame.cue is not None and frame.cue.tense == "gerund" and frame.line.low[frame.cue.at - 1 : frame.cue.at] == ["as"]:
        return _quoted_object(frame.line, frame.cue.at - 1)
    if frame.cue is None or frame.cue.lemma != "quote":
        return None
    found = frame.line.by_start.get(frame.cue.at + 1) or subject_after(frame.line, frame.cue)  # "quotes her as saying": she
    return found if found is not None and "as" in frame.line.low[found.stop : found.stop + 3] else None


def leader_of_main_clause(frame: Frame, stage: Stage) -> Placed | None:
    """A gerund leads the sentence: "Stating that he was beaten, Anna Li asked for a doctor"."""
    main = main_subject(frame.line, frame.cue) if frame.cue is not None and frame.kind == "verb" else None
    return main[0] if main is not None else None


def subject_of_verb(frame: Frame, stage: Stage) -> Placed | None:
    """The subject in front of the reporting verb."""
    if frame.cue is None or frame.kind == "inverted":
        return None
    return subject_before(frame.line, frame.cue)


def subject_behind_first_word(frame: Frame, stage: Stage) -> Placed | None:
    """The verb leads the sentence: "Wrote his daughter on her page: …"."""
    if frame.cue is None or frame.cue.at > 1 or frame.line.low[0] in ("he", "she", "they", "it", "i", "we"):
        return None
    return subject_after(frame.line, frame.cue)


def view_of(frame: Frame, stage: Stage) -> Placed | None:
    """ "For the Congress, all this demonstrates that …": the one for whom it is so."""
    if frame.cue is None or frame.line.low[0] != "for":
        return None
    first = next_mention(frame.line, 1)
    return first if first is not None and first.start <= 4 else None


def leader_of_own_sentence(frame: Frame, stage: Stage) -> Placed | None:
    """Words in marks behind a colon: who leads the sentence in front of it ("The coach kept it short: “…”")."""
    if frame.kind != "lead":
        return None
    low, quoted = frame.line.low, frame.line.quoted
    marks = next((i for i, q in enumerate(quoted) if q), len(low))
    start = next((i + 1 for i in range(marks - 1, -1, -1) if low[i] == ";"), 0)
    if (issuer := _issuer(frame.line, marks)) is not None:
        return issuer
    if (owner := owner_of_words(frame.line, start, marks)) is not None:
        return owner
    return first_subject(frame.line, start, marks)


def owner_of_words(line: Line, start: int, stop: int) -> Placed | None:
    """Whose words are spoken of: "his last words in court were", "Anna's answer was short"."""
    for at in range(start + 1, min(start + 7, stop)):
        if line.low[at] in _SAID:
            owned = next((i for i in range(at, max(start - 1, at - 4), -1) if owner_of(line, i) is not None), None)
            if owned is None and line.low[at + 1 : at + 2] in (["of"], ["from"], ["by"]):
                first = next_mention(line, at + 2)  # "the comment of the spokesman, X"
                return (named_behind(line, first) or first) if first is not None else None
            return owner_of(line, owned) if owned is not None else None
    return None


def author_of_statement(frame: Frame, stage: Stage) -> Placed | None:
    """Words in marks under "Following is a statement by X": X."""
    if frame.kind != "lone" or frame.line.number == 0:
        return None
    line = stage.lines[frame.line.number - 1]
    for at, word in enumerate(line.low[:-2]):
        if word in _PAPERS and line.low[at + 1] in ("by", "from"):
            first = next_mention(line, at + 2)
            return (named_behind(line, first) or first) if first is not None else None
    return None


def named_above(frame: Frame, stage: Stage) -> Placed | None:
    """Words in marks under "Foreign minister X:", "X replied on Monday:" or "the committee issued the following statement:": who is named there, or issued it."""
    if frame.kind != "lone" or frame.line.number == 0:
        return None
    line = stage.lines[frame.line.number - 1]
    if line.low[-1] != ":" or any(line.quoted):
        return None
    if (issuer := _issuer(line, len(line.low) - 1)) is not None:
        return issuer
    last = line.cues[-1] if line.cues else None
    if last is not None and last.tense in ("past", "present") and set(last.flags) & set("btq") and len(line.low) - last.at <= _NEAR_COLON:
        return subject_before(line, last) or subject_after(line, last)
    if len(line.low) > _LONGEST_LABEL or line.cues or not FINITE.isdisjoint(line.low):
        return None
    return next((p for p in line.placed if p.mention.form is MentionForm.NAME and p.entity.kind is EntityKind.PERSON), None)


def _issuer(line: Line, stop: int) -> Placed | None:
    """Who "issued the following statement" or "released this statement" that ends before token `stop`."""
    paper = next((i for i in range(stop - 1, max(stop - 10, 0), -1) if line.low[i] in _PAPERS), None)
    verb = next((i for i in range(paper - 1, max(paper - 6, 0), -1) if line.low[i] in _ISSUED), None) if paper is not None else None
    return subject_before(line, Cue(verb, line.low[verb], "past", "b")) if verb is not None else None


_OFFICES: Final = ENGLISH.group("spokespeople.offices")
_LONGEST_LABEL: Final = 24  # words
_NEAR_COLON: Final = 6  # words from "replied" to the colon that ends its line
_ISSUED: Final = frozenset("issued released published made posted gave shared sent read issues releases publishes".split())


def name_below(frame: Frame, stage: Stage) -> Placed | None:
    """Words in marks with nothing but a name and an office on the line below: "“…”⏎Anna Li, director"."""
    if frame.kind != "lone" or frame.line.number == 0:
        return None
    number = frame.line.number + 1
    while number < len(stage.lines) and all(stage.lines[number].quoted):
        number += 1
    if number >= len(stage.lines):
        return None
    line = stage.lines[number]
    is_name_only = len(line.low) <= 16 and not line.cues and line.low[-1] not in (".", "?", "!", ":") and FINITE.isdisjoint(line.low)
    first = line.placed[0] if line.placed and is_name_only else None
    return first if first is not None and first.start <= 1 and first.mention.form is MentionForm.NAME and can_speak(first) else None


def leader_of_sentence_before(frame: Frame, stage: Stage) -> Placed | None:
    """Words in marks that no clause reports: who leads the sentence before, in the same paragraph or the one above."""
    if frame.kind != "lone":
        return None
    for number in range(frame.line.number - 1, max(-1, frame.line.number - 3), -1):
        line = stage.lines[number]
        if frame.line.paragraph - line.paragraph > 1:
            return None
        leader = first_subject(line, 0, len(line.low))
        if leader is not None:
            return leader
    return None


SPEAKER_RULES: Final[tuple[Rule, ...]] = (
    quoted_as_saying,
    subject_of_marked_words,
    leader_of_clause_with_marks,
    one_who_is_asked,
    author_of_post,
    who_told_of_it,
    named_by_frame,
    subject_behind_verb,
    leader_of_main_clause,
    subject_of_verb,
    subject_behind_first_word,
    view_of,
    leader_of_own_sentence,
    author_of_statement,
    named_above,
    name_below,
    leader_of_sentence_before,
)


def main_subject(line: Line, cue: Cue) -> tuple[Placed, int] | None:
    """Who leads the main clause behind "Stating that …, Anna Li said", and the comma in front of it."""
    if cue.tense != "gerund" or (cue.at and line.low[cue.at - 1] not in ("-", "–", "—", ":")):
        return None
    later = (c for c in line.cues if c.at > cue.at + 2 and c.tense in ("past", "present"))
    for main in islice(later, _FEW_VERBS):
        subject = subject_before(line, main)
        if subject is None or (subject.mention.form is MentionForm.PRONOUN and subject.stop < main.at - 2):
            continue
        comma = next((i for i in range(subject.start - 1, max(cue.at + 3, subject.start - _LONGEST_TITLE), -1) if line.low[i] == ","), None)
        if comma is not None and FINITE.isdisjoint(line.low[comma : subject.start]):
            return subject, comma
    return None


_FEW_VERBS: Final = 6  # in the clause that the gerund reports
_LONGEST_TITLE: Final = 8  # words between a comma and the name: "the head of the union,"


def subject_before(line: Line, cue: Cue) -> Placed | None:
    """The mention that is the subject of the verb: right in front, before an apposition, or the first of the clause."""
    at = cue.at - 1
    while at >= 0 and (line.low[at] in AUXILIARIES or is_adverb(line.low[at]) or line.low[at] in _TO_SAY):
        at -= 1
    if at > 0 and line.low[at] == ")":  # "the Bakers' Union (BU) said"
        at = next((i - 1 for i in range(at - 1, max(at - 8, 0), -1) if line.low[i] == "("), at)
    if at < 0:
        return None
    if (called := _name_in_marks(line, at)) is not None:
        return called
    if line.low[at] in ("who", "which"):
        return _relative(line, at)
    start = _clause_start(line, at)
    near = line.by_stop.get(at + 1)
    if near is not None and line.low[at] in _OBJECTS:
        near = None  # "those who stood beside him say"
    if near is not None and (busy := _busy_with(line, near)) is not None:
        return busy
    if cue.tense == "gerund":
        if line.low[at] == "as" and (whom := _quoted_object(line, at)) is not None:
            return whom
        if near is not None and can_speak(near) and "with" in line.low[max(0, near.start - 2) : near.start] and near.stop == cue.at:
            return near  # "with judges calling it …"
        told = next((c for c in reversed(line.cues) if c.at < cue.at and c.tense != "gerund"), None)
        behind = subject_after(line, told) if told is not None and line.low[told.at - 1] in (",", "”", '"') else None
        is_next = behind is not None and told is not None and PREPOSITIONS.isdisjoint(line.low[told.at + 1 : behind.start])
        if behind is not None and is_next and behind.stop <= cue.at <= behind.stop + 6:
            return behind
        if told is not None and set(told.flags) & set("bt") and told.tense in ("past", "present") and line.low[at] == ",":
            speaking = subject_before(line, told)  # "…, his lawyer said, adding that …"
            if speaking is not None:
                return speaking
        return first_subject(line, start, at + 1) or first_subject(line, 0, at + 1) or _state_in_front(line, at)
    if near is not None and near.mention.form is MentionForm.PRONOUN and line.low[near.start - 1 : near.start] == ["what"]:
        main = first_subject(line, start, near.start - 1)  # "the union condemned what it called …": the union
        if main is not None and (main.entity.kind is EntityKind.PERSON) == (near.entity.kind is EntityKind.PERSON):
            return main
    is_led = near is not None and is_free(line, near)
    if near is not None and (is_led or _opens_clause_at_verb(line, near, cue)) and (can_speak(near) or _is_capital_that_speaks(line, near)):
        return _first_of_two(line, near)
    if line.low[at] == ",":
        apposed = _around_apposition(line, start, at)
        if apposed is not None:
            return apposed
    comma = next((i for i in range(at - 1, start - 1, -1) if line.low[i] == ","), None)
    if comma is not None and line.low[at] not in ("and", "but", ","):
        local = first_subject(line, comma + 1, at + 1)
        verbal = line.low[local.stop : near.start if near is not None else at + 1] if local is not None else []
        if local is not None and local.start - comma <= 4 and AUXILIARIES.isdisjoint(verbal):
            return _open_apposition(line, start, comma, local) or local
    first = _speaking_as_was_said(line, start, at + 1) or first_subject(line, start, at + 1)
    if first is not None:
        return first
    if near is not None and can_speak(near):
        return near
    if line.low[at] == "," and (before := next((c for c in line.cues if c.at < at and c.tense == cue.tense), None)) is not None:
        return subject_before(line, before)  # "The office voiced “concern” over the arrest of X, noted that …"
    return first_subject(line, 0, at + 1) if line.low[at] in ("and", "but") else None


def _state_in_front(line: Line, comma: int) -> Placed | None:
    """The state that leads "India hit back on Thursday, dismissing the remarks as “baseless”"."""
    first = next((p for p in line.placed if p.start < comma), None)
    return first if first is not None and _is_capital_that_speaks(line, first) and line.low[comma] == "," else None


def _name_in_marks(line: Line, closing: int) -> Placed | None:
    """The body whose name stands in marks in front of the verb, as some languages have it: "“Memorial” called the decision …"."""
    named = line.by_stop.get(closing)
    if named is None or named.mention.form is not MentionForm.NAME or not can_speak(named) or not named.start:
        return None
    return named if line.low[closing] in _CLOSING and line.low[named.start - 1] in _OPENING else None


_OPENING: Final = frozenset("“ « „ ‘".split()) | {'"'}
_CLOSING: Final = frozenset("” » “ ’".split()) | {'"'}


def _open_apposition(line: Line, start: int, comma: int, local: Placed) -> Placed | None:
    """Anna Li in "Anna Li, the lawyer of the jailed editor X said": the comma behind what tells who she is may be missing."""
    head = line.by_stop.get(comma)
    is_name = head is not None and head.mention.form is MentionForm.NAME and head.entity.kind is EntityKind.PERSON
    is_role = local.mention.form is MentionForm.NOMINAL and local.entity.kind is EntityKind.PERSON
    if head is None or not is_name or not is_role or line.low[local.stop] not in _GOVERNING or local.mention.text.endswith("s"):
        return None
    before = line.low[max(start, head.start - 4) : head.start]
    behind_comma = before[len(before) - before[::-1].index(",") :] if "," in before else before
    is_led = head.start - start <= 4 or "," in before
    return head if is_led and is_free(line, head) and not any(map(_is_verb_like, behind_comma)) else None


def _speaking_as_was_said(line: Line, start: int, stop: int) -> Placed | None:
    """Who "as" leads to in "As a spokesman for the ministry put it", "…, as the head of the union once said": no comma parts them from the verb."""
    led = next((p for p in reversed(line.placed) if start < p.start < p.stop < stop and line.low[p.start - 1] == "as"), None)
    if led is None or led.mention.form is not MentionForm.NOMINAL or led.entity.kind is not EntityKind.PERSON:
        return None
    return led if line.low[led.stop] in _GOVERNING and "," not in line.low[led.stop : stop] else None


_GOVERNING: Final = frozenset("of for at from in".split())


def _busy_with(line: Line, near: Placed) -> Placed | None:
    """ "Anna Li addressing the judges said": Anna Li; "Lawyers acting for the two journalists said": the lawyers."""
    at = near.start - 1
    while at > 0 and near.start - at < 7 and line.low[at].isalpha() and at + 1 not in line.by_stop and not line.low[at].endswith("ing"):
        at -= 1
    busy = line.by_stop.get(at) if at > 0 and line.low[at].endswith("ing") else None
    can_be_busy = busy is not None and (busy.entity.kind is EntityKind.PERSON or busy.mention.form is MentionForm.NOMINAL)
    can_be_busy = can_be_busy and busy is not None and busy.mention.form is not MentionForm.PRONOUN and can_speak(busy)
    return busy if busy is not None and can_be_busy and is_free(line, busy) else None


def _opens_clause_at_verb(line: Line, near: Placed, cue: Cue) -> bool:
    """True for "after a court said", "since the ministry announced": the word in front opens a clause, and governs no noun."""
    at = near.start - 1
    while at > 0 and near.start - at < 3 and line.low[at] in ("the", "a", "an", "his", "her", "their", "its", "this", "that"):
        at -= 1
    return (
        at >= 0
        and cue.tense in ("past", "present")
        and near.stop == cue.at
        and line.low[at] in ("after", "before", "since", "until", "once")
    )


def _is_capital_that_speaks(line: Line, near: Placed) -> bool:
    """True for "Baku" right in front of a verb of saying at the beginning of a clause: the government there."""
    if near.entity.kind is not EntityKind.PLACE or near.mention.form is not MentionForm.NAME:
        return False
    return near.start == 0 or line.low[near.start - 1] in _BEFORE_CLAUSE


_BEFORE_CLAUSE: Final = frozenset(", ; : – — and but while whereas as that when if because".split())


def _quoted_object(line: Line, at: int) -> Placed | None:
    """Who is quoted in "state media quoted the prosecutor as saying": the object in front of "as"."""
    verb = next((i for i in range(at - 1, max(-1, at - 1 - _QUOTED), -1) if line.low[i] in ("quoted", "cited")), None)
    if verb is not None and line.low[verb - 1] in BE and (named := line.by_stop.get(verb - 1)) is not None and can_speak(named):
        return named  # "…, his wife was quoted by the agency as saying"
    whom = line.by_stop.get(at)
    quoting = next((c for c in line.cues if c.lemma in ("quote", "cite") and whom is not None and 0 < whom.start - c.at <= 4), None)
    return whom if quoting is not None and whom is not None and can_speak(whom) and is_free(line, whom) else None


def _relative(line: Line, at: int) -> Placed | None:
    """Whom "who" or "which" at token `at` stands for: the mention in front of it, whatever governs that."""
    stop = at if at == 0 or line.low[at - 1] != "," else at - 1
    near = [p for p in line.placed if p.start < stop and stop - p.stop <= _REACH and can_speak(p) and not line.quoted[p.start]]
    if line.low[at] == "who":
        near = [p for p in near if p.entity.kind is EntityKind.PERSON] or near
    touching = next((p for p in reversed(near) if p.stop == stop), None)
    named = [p for p in near if p.mention.form is MentionForm.NAME]
    return touching or next(reversed(named or near), None)


_QUOTED: Final = 8  # words from "quoted" to "as saying": who quotes stands between them
_OBJECTS: Final = frozenset("him them himself herself themselves".split())
_REACH: Final = 8  # words that "of Riga" and the like may take between a mention and its "who"
_TO_SAY: Final = ENGLISH.group("speakers.to_say")


def _first_of_two(line: Line, near: Placed) -> Placed:
    """In "lawyer A and brother B clarified", the first."""
    at = near.start - 1
    while at > 0 and near.start - at < 4 and line.low[at] != "and" and line.low[at][0].isalpha() and at + 1 not in line.by_stop:
        at -= 1
    first = line.by_stop.get(at)
    if line.low[at : at + 1] != ["and"] or first is None or not _is_alike(first, near):
        return near
    while (before := _listed_before(line, first)) is not None:
        first = before
    is_state = first.entity.kind is EntityKind.PLACE and near.entity.kind in (EntityKind.GOVERNMENT, EntityKind.PLACE)
    return first if is_free(line, first) and (can_speak(first) or is_state) else near


_BODIES: Final = (EntityKind.ORGANIZATION, EntityKind.GOVERNMENT, EntityKind.COURT, EntityKind.PLACE)


def _is_alike(one: Placed, other: Placed) -> bool:
    """True for two people, two bodies, and bodies beside "six more groups", "five others"."""
    if one.entity.kind is other.entity.kind or (one.entity.kind in _BODIES and other.entity.kind in _BODIES):
        return True
    return other.mention.form is MentionForm.NOMINAL and other.mention.text.lower().endswith("s") and one.mention.form is MentionForm.NAME


def _listed_before(line: Line, first: Placed) -> Placed | None:
    """The one before in a list: "A" in "A, B", "A, the B"."""
    comma = first.start - 1
    while comma > 0 and first.start - comma <= 3 and line.low[comma] in ("the", "a", "its", "his", "her", "local", "state", "also"):
        comma -= 1
    before = line.by_stop.get(comma)
    return before if line.low[comma : comma + 1] == [","] and before is not None and _is_alike(before, first) else None


def _clause_start(line: Line, at: int) -> int:
    """Where the clause that ends at `at` begins: behind a strong mark, a quotation, or a word that opens a clause."""
    while at >= 0:
        if line.low[at] in _CLAUSE or line.quoted[at]:
            return at + 1
        at -= 1
    return 0


def _around_apposition(line: Line, start: int, comma: int) -> Placed | None:
    """The subject in "A, the B of C, said" and "the B of C, A, said"."""
    opening = comma - 1
    while opening >= start and line.low[opening] != ",":
        opening -= 1
    if opening < start:
        return None
    head, inner = line.by_stop.get(opening), line.by_stop.get(comma)
    is_name = inner is not None and inner.mention.form is MentionForm.NAME and inner.entity.kind is EntityKind.PERSON
    if (
        inner is not None
        and is_name
        and is_free(line, inner)
        and (head is None or head.mention.form is not MentionForm.NAME or not is_free(line, head) or _busy_with(line, head) is not None)
    ):
        return inner
    if head is not None and can_speak(head) and head.mention.form is not MentionForm.PRONOUN:
        leader = first_subject(line, start, opening) if not is_free(line, head) else None
        return leader if leader is not None and leader.entity.kind is EntityKind.PERSON else head
    return None


def first_subject(line: Line, start: int, stop: int) -> Placed | None:
    """The first mention between the two tokens that no preposition governs and that can speak."""
    owner: Placed | None = None
    for placed in line.placed:
        if start > placed.start or placed.stop > stop or not can_speak(placed) or line.quoted[placed.start]:
            continue
        if line.low[placed.stop : placed.stop + 1] in (["'s"], ["’s"]) and is_free(line, placed):
            owner = owner or placed  # "the union's envoy, X": the union only owns
            continue
        if is_free(line, placed) and not _is_object(line, placed):
            if (
                placed.mention.form is MentionForm.NAME
                and placed.entity.kind in _BODIES[:3]
                and (own := _person_of(line, placed)) is not None
            ):
                placed = own
            named = named_behind(line, placed)
            between = line.low[placed.stop : named.start] if named is not None else []
            if named is not None and "," in between and line.low[named.stop : named.stop + 1] == [","]:
                between = between[between.index(",") + 1 :]  # "the head of the office, inspector X, said"
            return named if named is not None and PREPOSITIONS.isdisjoint(between) and "," not in between else placed
    return owner


def _person_of(line: Line, body: Placed) -> Placed | None:
    """The one whom a body's name only modifies: "UN spokesperson", "State Department official"."""
    behind = line.by_start.get(body.stop)
    is_person = behind is not None and behind.mention.form is MentionForm.NOMINAL and behind.entity.kind is EntityKind.PERSON
    return behind if is_person else None


def _is_object(line: Line, placed: Placed) -> bool:
    """True for a mention right behind a reporting verb: "deplored the ruling and said"."""
    return any(c.at == placed.start - 1 and c.tense != "gerund" for c in line.cues)


def is_free(line: Line, placed: Placed) -> bool:
    """True unless a preposition governs the mention, titles and articles between them aside."""
    if placed.mention.form is MentionForm.NAME and placed.entity.kind is EntityKind.PERSON and _is_of_body(line, placed):
        return True
    at = placed.start - 1
    steps = 0
    while at >= 0 and steps < 4 and (_is_of_phrase(line.low[at]) or _is_attribute(line, at)):
        if line.low[at + 1] in _DETERMINERS and _is_time_or_place(line, at):
            return True  # "In Riga the ministry", "On Monday the ministry"
        owner = line.by_stop.get(at) if line.low[at] in ("'s", "’s") else None
        at = owner.start - 1 if owner is not None else at - 1  # "of" in "the Council of Europe's commissioner" governs no commissioner
        steps += 1
    if at < 0 or line.low[at] not in PREPOSITIONS or (line.low[at] == "of" and at and line.low[at - 1] in _SOME):
        return True
    return (
        line.low[at] in ("as", "like", "after", "before", "since")
        and steps > 0
        and line.low[at] != "of"
        and line.low[at] not in ("after", "before", "since")
    )


def _is_time_or_place(line: Line, at: int) -> bool:
    """True where the word ends a place's name, or is a day or month: the article behind it opens another phrase."""
    named = line.by_stop.get(at + 1)
    return line.low[at] in _TIMES or (
        named is not None and named.entity.kind is EntityKind.PLACE and named.mention.form is MentionForm.NAME
    )


_DETERMINERS: Final = frozenset("the a an his her its their this another".split())
_TIMES: Final = ENGLISH.words("calendar") | frozenset({"today", "yesterday"})


def _is_of_body(line: Line, placed: Placed) -> bool:
    """True for a name right behind the body of an office: "Superintendent of Police X", "the head of the Union of Teachers X"."""
    body = line.by_stop.get(placed.start)
    if body is None or body.entity.kind not in (EntityKind.ORGANIZATION, EntityKind.GOVERNMENT, EntityKind.COURT) or not body.start:
        return False
    of = body.start - 1 - (line.low[body.start - 1] == "the")
    return line.low[of] in ("of", "for")


def _is_attribute(line: Line, at: int) -> bool:
    """True for "arrested" in "the arrested journalist X": a participle behind an article is no verb."""
    return at > 0 and line.low[at].endswith("ed") and line.low[at - 1] in ("the", "a", "an", "this", "that", "'s", "’s")


def _is_of_phrase(word: str) -> bool:
    """True for what may stand between a preposition and its noun: an article, a title, an owner."""
    return word in ("'s", "’s") or (word[0].isalpha() and word not in PREPOSITIONS and not _is_verb_like(word))


def _is_verb_like(word: str) -> bool:
    return word.endswith(("ed", "ing")) or word in AUXILIARIES or word in _NO_PHRASE


_NO_PHRASE: Final = frozenset("is was are were said that and but who what which whom whose where when how why whether".split())


def subject_after(line: Line, cue: Cue) -> Placed | None:
    """The mention behind the verb, over its title; behind a hearer the next one ("informed journalists her lawyer X")."""
    first = next_mention(line, cue.at + 1)
    if first is None:
        return None
    if "o" in cue.flags:
        second = next_mention(line, first.stop)
        if second is not None:
            return second
    if line.low[first.stop : first.stop + 1] in (["'s"], ["’s"]) and (owned := _owned_behind(line, first)) is not None:
        return owned
    return named_behind(line, first) or _one_of_body(line, first) or first


def _one_of_body(line: Line, body: Placed) -> Placed | None:
    """The one person in office behind a body's name: "said a CARICOM official in Georgetown"; of several the body speaks."""
    if body.mention.form is not MentionForm.NAME or body.entity.kind not in _BODIES[:3]:
        return None
    one = _person_of(line, body)
    return one if one is not None and not one.mention.text.endswith("s") else None


def _owned_behind(line: Line, owner: Placed) -> Placed | None:
    """ "Anna Li's lawyer, Olga Kim" and "Anna Li's brother": whom the owner's name only tells apart."""
    owned = next_mention(line, owner.stop + 1)
    if owned is None or owned.start - owner.stop > 4:
        return None
    return named_behind(line, owned) or owned


def named_behind(line: Line, first: Placed) -> Placed | None:
    """The name that an office leads to: "Kremlin spokesperson X", "the governor of Y, X", "his mother, X"."""
    if first.entity.kind is EntityKind.PERSON and first.mention.form is MentionForm.NAME:
        return None
    is_body = first.mention.form is MentionForm.NAME and not _OFFICES.isdisjoint(line.low[first.stop : first.stop + 4])
    is_busy = not is_body and any(w.endswith("ing") and w.isalpha() for w in line.low[first.stop : first.stop + 2])
    for at in range(first.stop, min(first.stop + (12 if is_body else 7), len(line.low))):
        named = line.by_start.get(at)
        if named is not None and named.mention.form is MentionForm.NAME and named.entity.kind is EntityKind.PERSON:
            is_office = first.mention.form is MentionForm.NOMINAL or not _OFFICES.isdisjoint(line.low[first.stop : at])
            is_behind_comma = is_office and "," in (line.low[first.stop], *line.low[max(first.stop, at - 2) : at])
            is_of_office = not is_busy and "," not in line.low[first.stop : at]  # "the lawyer representing X" is not X
            return named if is_behind_comma or is_of_office else None
        word = line.low[at]
        if (
            not (word[0].isalpha() or word == ",")
            or word in ("that", "who")
            or (word == "and" and not is_body)  # "the UN rapporteur on opinion and expression, X"
            or word in AUXILIARIES
            or word in ("is", "was", "are", "were")
        ):
            return None
    return None


def next_mention(line: Line, at: int) -> Placed | None:
    """The mention that begins at `at`, or a few words behind it if they are its title."""
    for step in range(8):
        here = at + step
        if here >= len(line.low) or line.quoted[here]:
            return None
        found = line.by_start.get(here)
        if found is not None:
            if not can_speak(found):
                at, step = found.stop, step
                continue
            return found
        word = line.low[here]
        if not (word[0].isalpha() or word in ("'s", "’s", "-")) or (word in PREPOSITIONS and step == 0) or word in ("that", "which", "who"):
            return None
        if word in AUXILIARIES or word in ("is", "was", "are", "were"):
            return None
    return None


def owner_of(line: Line, noun: int) -> Placed | None:
    """Whose noun it is: "his", "her own" or "X's" in front of it."""
    noun -= noun > 1 and line.low[noun - 1] == "own"
    if noun and line.low[noun - 1] in POSSESSIVES:
        return line.by_start.get(-(noun - 1) - 1) or line.by_start.get(noun - 1)
    if noun > 1 and line.low[noun - 1] in ("'s", "’s", "’", "'"):
        return line.by_stop.get(noun - 1)
    return None
