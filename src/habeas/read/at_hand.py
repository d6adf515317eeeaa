"""Who is at hand in a text, sentence by sentence: who was mentioned, who leads a sentence, and who speaks in it?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.document import Document
from habeas.read.mentions import Found
from habeas.read.name_clusters import BODY_KINDS, Cluster
from habeas.read.quotation_marks import quoted_stretches

AT_HAND: Final = 120  # mentions back that a noun can mean
FRONT: Final = 40  # characters that "For", "According to" and a title may take
_FRONTED: Final = re.compile(r"\W*(?:For|To|Against|Unlike|Like|About|With|After|Before)\s(?:[\w’'-]+\s){0,2}")
LEADS_CLAUSE: Final = re.compile(
    r"(?:,(?:\s[^,.;:“”\"]{2,70},)?)?\s(?:\w+ly\s|also\s|again\s|then\s)?(?:[a-z]\w*(?:ed|s)|had|has|was|is|would|could|will|did|said|told|wrote|gave|made|put|spoke|took|held|found|saw|went|thanked)\b"
)
_SUBORDINATE: Final = re.compile(
    r"\W*(?:Asked|Questioned|Pressed|Sought|Contacted|Reached|Speaking|Addressing|Commenting|Responding|When|While|After|Although|Before|If|As|Since)\s"
)
_THAT: Final = re.compile(r"\sthat\s")
POSSESSED: Final = ("'s ", "’s ")
_HEARD: Final = (
    "report",
    "told",
    "tell",
    "inform",
    "assur",
    "remind",
    "ask",
    "warn",
    "urg",
    "thank",
    "call",
    "accus",
    "address",
    "greet",
    "mock",
    "implor",
    "challeng",
)
_BEHIND: Final = re.compile(r",?(?:\s(?:also|then|later|further|again|has|had|\w+ly)){0,2}\s([A-Za-z]+)")
_FINITE_BEHIND: Final = re.compile(r"\s(?:had|has|have|was|were|is|are|would|will|could|can|may|might|must|should|did|does|do|\w{3,}ed)\b")
_BEFORE: Final = re.compile(r"(?:([,”\"»’–—-])\s?)?\b([A-Za-z]+)\s$")  # "…,” noted Anna Li", not "villagers reported the driver"
APPOSED: Final = re.compile(r",\s[^.;:,“”«»\"\n]{2,80}(?:,\s[^.;:,“”«»\"\n]{2,40})?,\s(?:has\s|had\s|also\s)?([a-z]+)\b")
_SOURCE: Final = re.compile(r"(?:according to|in the words of)\s(?:[\w’'.-]+\s){0,4}$", re.IGNORECASE)
SPEECH: Final = frozenset(
    form
    for form, (lemma, _, flags) in ENGLISH.table("reporting").items()
    if not set(flags).isdisjoint("btq") and lemma not in ("go", "run", "begin")
) | frozenset("denied denies pleaded pleads refused accused accuses dismissed dismisses denounced".split())


class AtHand:
    """What the walk through a text keeps in mind of those who were mentioned."""

    def __init__(self, document: Document, mentions: Sequence[Found], clusters: Sequence[Cluster]) -> None:
        self.document, self.mentions = document, mentions
        self.of = {f.span: c for c in clusters for f in c.found}
        self.by_stop = {f.span.stop: f for f in mentions}
        self.by_start = {f.span.start: f for f in mentions if f.form is MentionForm.NAME}
        self.people = [c for c in clusters if c.kind is EntityKind.PERSON]
        self.bodies = [c for c in clusters if c.kind in BODY_KINDS]
        self.new: list[Cluster] = []
        self.last: dict[int, tuple[int, int]] = {}  # id of cluster: position of its last mention, its sentence
        self.heard: dict[int, tuple[int, int]] = {}  # the same, without what stands between quotation marks
        self.times: dict[int, int] = {}  # how often it was named so far
        stretches = quoted_stretches(document.text)
        self.marked = _inside_marks(stretches, mentions)
        self.subject: dict[int, Cluster] = {}  # sentence: who leads it
        self.apposed: dict[int, int] = {}  # sentence: up to where only the words beside a speaker reach
        self.leading: dict[int, int] = {}  # sentence: where the words end that name who leads it
        self.spoke: dict[int, Cluster] = {}  # sentence: who speaks in it, the last of several
        self.fronted: dict[int, Cluster] = {}  # sentence: who is named in front of it ("For X, he said, …")
        self.coordinated: dict[int, int] = {}  # id of cluster: the last sentence that names it beside others ("X and Y")
        self.following = {a.span: b.span for a, b in pairwise(mentions)}
        self.told = _told_before(document, stretches)  # sentence: how many before it do not wholly stand between quotation marks
        self.at = {m.span: i for i, m in enumerate(mentions)}
        self.called: dict[tuple[str, int], Cluster] = {}  # gender and sentence: whom its last "he" or "she" means
        self.owners: dict[tuple[int, int], Cluster] = {}  # id of a relative and sentence: whose relative it says that is
        self.relatives_of: dict[int, Cluster] = {}  # id of a relative: whose relative the text first says that is
        self.recent: list[Cluster] = []
        self.issuer: dict[int, Cluster] = {}  # id of a paper: the body that "said in a statement"

    def _note(self, found: Found, cluster: Cluster) -> None:
        self.last[id(cluster)] = (found.span.start, found.sentence)
        if found.span in self.marked:
            self.recent.append(cluster)
            return
        self.heard[id(cluster)] = self.last[id(cluster)]
        if (cluster.kind is EntityKind.PERSON or cluster.number == "p") and self._is_speaking(found) and not self._is_reported_on(found):
            self.spoke[found.sentence] = cluster
        self.times[id(cluster)] = self.times.get(id(cluster), 0) + (found.form is MentionForm.NAME)
        if cluster.kind is not EntityKind.PLACE and self._may_lead(found):
            if self._is_fronted(found, cluster):
                self.fronted[found.sentence] = cluster
            elif not self.document.text.startswith(POSSESSED, found.span.stop) and not self._only_modifies(found):
                self._note_leader(found, cluster)
        if self._is_coordinated(found):
            self.coordinated[id(cluster)] = found.sentence
        if self.recent and self.recent[-1] is cluster:
            return
        self.recent.append(cluster)
        if len(self.recent) > 2 * AT_HAND:
            del self.recent[:AT_HAND]

    def _is_reported_on(self, found: Found) -> bool:
        """True for Petrov in "His lawyer said that Petrov denies guilt": who speaks in the sentence is the lawyer."""
        speaker = self.spoke.get(found.sentence)
        if speaker is None or speaker is not self.subject.get(found.sentence):
            return False
        return _THAT.search(self.document.text, self.leading[found.sentence], found.span.start) is not None

    def _may_lead(self, found: Found) -> bool:
        """False for "her" itself, and for "her client" that says nothing: the sentence is rather hers."""
        if found.words[0] in ("his", "her", "their", "its"):
            return False
        return found.owner == "" or (found.form is MentionForm.NOMINAL and self._is_speaking(found))

    def _note_leader(self, found: Found, cluster: Cluster) -> None:
        if found.sentence not in self.subject or self._leads_main_clause(found):
            self.subject[found.sentence] = cluster
            self.leading[found.sentence] = found.span.stop

    def _only_modifies(self, found: Found) -> bool:
        """True for a body's name in front of one person's office: "the EU observer", "a Foreign Ministry official"."""
        at = self.at.get(found.span, len(self.mentions)) + 1
        if found.form is not MentionForm.NAME or found.kind is EntityKind.PERSON or at >= len(self.mentions):
            return False
        later = self.mentions[at]
        is_one = later.form is MentionForm.NOMINAL and later.kind is EntityKind.PERSON and later.number == "s"
        return is_one and later.span.start == found.span.stop + 1

    def _leads_main_clause(self, found: Found) -> bool:
        """True for "Oleg Kim" in "Asked whether Anna Li was ill, Oleg Kim would not comment"."""
        text, sentence = self.document.text, self.document.sentences[found.sentence]
        if found.form is not MentionForm.NAME or not text.startswith((", ", "; "), found.span.start - 2):
            return False
        if text.startswith(";", found.span.start - 2):
            return LEADS_CLAUSE.match(text, found.span.stop) is not None
        return _SUBORDINATE.match(text, sentence.span.start) is not None and LEADS_CLAUSE.match(text, found.span.stop) is not None

    def _is_fronted(self, found: Found, cluster: Cluster) -> bool:
        """True for "For X, he said, …": a person named in front of a sentence does not lead it, nor is the "he" behind."""
        start, text = self.document.sentences[found.sentence].span.start, self.document.text
        if cluster.kind is not EntityKind.PERSON or found.span.start - start > FRONT or not text.startswith(",", found.span.stop):
            return False
        return _FRONTED.fullmatch(text, start, found.span.start) is not None

    def _is_coordinated(self, found: Found) -> bool:
        """True for one of several: "X and Y", "X, Y and Z"."""
        if found.form is not MentionForm.NAME or found.kind is not EntityKind.PERSON:
            return False
        text = self.document.text
        if text.startswith(" and ", found.span.stop):
            later = self.following.get(found.span)
            return later is not None and later.start == found.span.stop + 5
        before = text[max(0, found.span.start - 5) : found.span.start]
        return before == " and " and found.span.start - 5 in self.by_stop

    def _at_hand(self) -> list[Cluster]:
        """Who was mentioned lately, each once: a noun reaches back that far and no farther."""
        return list({id(c): c for c in self.recent[-AT_HAND:]}.values())

    def _latest(self, fits: Sequence[Cluster]) -> Cluster | None:
        known = [p for p in fits if id(p) in self.last]
        return max(known, key=lambda p: self.last[id(p)]) if known else None

    def _is_speaking(self, found: Found) -> bool:
        """True for the subject of a verb of speech right behind it, or right before it: "she said", "says his sister"."""
        text = self.document.text
        if found.span.stop < self.apposed.get(found.sentence, 0):
            return False
        behind = _BEHIND.match(text, found.span.stop)
        before = _BEFORE.search(text, max(0, found.span.start - 30), found.span.start)
        if behind is not None and behind[1].lower() in SPEECH:
            return True
        is_inverted = before is not None and before[2].lower() in SPEECH and (before[1] or not before[2].lower().startswith(_HEARD))
        if is_inverted and _FINITE_BEHIND.match(text, found.span.stop) is None:
            return True  # "said Anna Li", not "said the family had come"
        if found.form is MentionForm.PRONOUN:
            return False
        apposed = APPOSED.match(text, found.span.stop)
        is_apposed = apposed is not None and apposed[1] in SPEECH
        if apposed is not None and is_apposed:
            self.apposed[found.sentence] = apposed.start(1)  # "A, who defends B, denied": B says nothing
        return is_apposed or _SOURCE.search(text, max(0, found.span.start - 60), found.span.start) is not None

    def _opens_sentence(self, found: Found) -> bool:
        return found.span.start == self.document.sentences[found.sentence].span.start

    def _is_same_paragraph(self, one: int, other: int) -> bool:
        return self.document.sentences[one].paragraph == self.document.sentences[other].paragraph


def _told_before(document: Document, stretches: Sequence[Span]) -> list[int]:
    """For each sentence: how many sentences before it do not stand between quotation marks as a whole. What is quoted makes no distance."""
    out: list[int] = []
    at = told = 0
    for sentence in document.sentences:
        out.append(told)
        while at < len(stretches) and stretches[at].stop < sentence.span.stop:
            at += 1
        told += not (at < len(stretches) and stretches[at].start <= sentence.span.start)
    return out


def _inside_marks(stretches: Sequence[Span], mentions: Sequence[Found]) -> set[Span]:
    """The mentions that stand between quotation marks: who is spoken of there is not at hand outside."""
    out: set[Span] = set()
    at = 0
    for found in mentions:
        while at < len(stretches) and stretches[at].stop <= found.span.start:
            at += 1
        if at < len(stretches) and stretches[at].start <= found.span.start:
            out.add(found.span)
    return out
