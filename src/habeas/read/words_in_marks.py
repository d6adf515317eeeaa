"""What are words in marks inside a clause: somebody's own, the name of a charge, a body or a byname, or what an accuser says?

Each question is asked of one sentence and the token at which the marks open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.reporting import AUXILIARIES, BE, Cue, Line, Placed, can_speak, is_adverb
from habeas.read.speakers import first_subject, is_free, subject_before

FEELINGS: Final = ENGLISH.group("quotes.feelings")
MARKS: Final = "\"“”«»„‟‘’‚'‹›"


def is_so_for(line: Line, owner: Placed, first: int) -> bool:
    """True for "For the union, the verdict is “…”": something is so for them."""
    at = first - 1
    while at > owner.stop and (line.low[at] in ("a", "an", "the", "to", "but") or is_adverb(line.low[at])):
        at -= 1
    return owner.mention.form is MentionForm.NOMINAL and owner.stop < at and line.low[at] in BE | _MEANS


_MEANS: Final = frozenset(
    "means meant marks marked remains remained amounts amounted constitutes constituted represents represented".split()
)


def in_brackets(line: Line, at: int) -> Placed | None:
    """The person in "“…” (Anna Li, Rights Watch)", "“…” (A. Li)"."""
    named = line.by_start.get(at + 1)
    is_name = named is not None and named.mention.form is MentionForm.NAME and named.entity.kind is EntityKind.PERSON
    return named if named is not None and is_name and line.low[named.stop : named.stop + 1] in ([")"], [","]) else None


def is_about_one(line: Line, cue: Cue, first: int) -> bool:
    """True where one person is accused: that is a charge or an answer, and no quote beside it."""
    whom = [p for p in line.placed if cue.at < p.start < first]
    return any(
        p.entity.kind is EntityKind.PERSON and (p.mention.form is MentionForm.NAME or p.mention.text.lower() in ("him", "her"))
        for p in whom
    )


def is_paper(line: Line, cue: Cue) -> bool:
    """True where a document is the subject: "the indictment accuses them of …"."""
    subject = subject_before(line, cue)
    return subject is not None and line.low[subject.stop - 1] in _PAPERS


def is_prosecuting(line: Line, cue: Cue) -> bool:
    """True where the accuser is one who brings charges: a court, prosecutors, the police, "they", or nobody who is named."""
    subject = subject_before(line, cue)
    if subject is None or subject.entity.kind is EntityKind.COURT or subject.mention.text.lower() == "they":
        return True
    return not _PROSECUTING.isdisjoint(w.strip("’'s") for w in subject.mention.text.lower().split())


_PROSECUTING: Final = ENGLISH.group("quotes.prosecuting")
_PAPERS: Final = ENGLISH.group("nominals.documents") | {"order"}


def is_byname(line: Line, first: int) -> bool:
    """True for what a person goes by, behind the name: "Anna Li, “Lia”, with nine"."""
    named = line.by_stop.get(first - 1)
    is_name = named is not None and named.mention.form is MentionForm.NAME and named.entity.kind is EntityKind.PERSON
    return is_name and line.low[first - 1] == ","


def is_body_in_marks(line: Line, first: int, words: int) -> bool:
    """True for a body whose name stands in marks: "“Memorial” called it …"."""
    named = line.by_start.get(first + 1)
    is_body = named is not None and named.mention.form is MentionForm.NAME and named.entity.kind is EntityKind.ORGANIZATION
    return (
        named is not None and is_body and named.stop - named.start == words and named.stop < len(line.low) and line.low[named.stop] in MARKS
    )


def is_charge(line: Line, first: int) -> bool:
    """True for "sentenced to six years for “incitement”": the name of what somebody is tried for."""
    if not first or line.low[first - 1] not in ("for", "of", "with"):
        return False
    near = range(first - 2, max(-1, first - _CHARGE_REACH), -1)
    return any(line.low[i] in _TRIED and not line.quoted[i] for i in near)


_TRIED: Final = ENGLISH.group("quotes.tried")
_CHARGE_REACH: Final = 14  # words between "six years" and the crime


def said_of_self(line: Line, first: int, words: Sequence[str]) -> Placed | None:
    """Whose words the marks hold in "The embassy is “troubled”" and "The service “strongly disagrees”": the subject's own."""
    at = first - 1
    while at >= 0 and is_adverb(line.low[at]):
        at -= 1
    is_state = at >= 0 and line.low[at] in BE
    if is_state:
        at -= 1
        while at >= 0 and (is_adverb(line.low[at]) or line.low[at] in AUXILIARIES):
            at -= 1
    low = [w.strip(".,;:!?").lower() for w in words[:4]]
    if is_state and FEELINGS.isdisjoint(low):
        return None
    is_short = line.low[-1] not in (".", "!", "?") and not FEELINGS.isdisjoint(low)  # a headline: "EU “appalled” by sentence"
    if not is_state and not is_short and not (low[0].endswith("ly") and len(low) > 1) and low[0] not in _DEEDS:
        return None
    near = line.by_stop.get(at + 1)
    if near is not None and can_speak(near) and is_free(line, near):
        return near
    return first_subject(line, 0, at + 1) if is_state and near is not None else None


_DEEDS: Final = frozenset(form for form, (_, tense, _) in ENGLISH.table("reporting").items() if tense == "present") | {"takes"}
