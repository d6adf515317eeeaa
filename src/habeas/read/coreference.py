"""Which mentions of one document stand for the same person or body?

Names first: full names by surname and given name, spelling slips forgiven; then surnames and given names alone; bodies by their
words, acronyms and states. Then nouns ("the lawyer", "her client", "the ministry", "the statement"), then pronouns by gender,
number, subject and nearness. A noun or pronoun that fits nobody stays alone; nothing is guessed to fill it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from habeas.case.passage import Span
from habeas.case.person import Entity, Mention
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.languages.language import Language
from habeas.read.document import Document
from habeas.read.lexicon import lexicon_of
from habeas.read.mentions import Found, sure_gender_of_name
from habeas.read.name_clusters import BODY_KINDS, Cluster, cluster_bodies, cluster_people, note_roles_behind_names, note_roles_of_lists
from habeas.read.quotation_marks import quoted_stretches

_FAMILY: Final = ENGLISH.group("coreference.family")
_OF_ITS_BODY: Final = re.compile(
    r"\s(?:of|at|for)\s(?:the\s)?(?:[a-z-]+\s){0,2}(?:site|paper|newspaper|channel|agency|magazine|portal|outlet|group|union|party|movement|centre|center|station)\s(?:[“\"«][^”\"»\n]{1,40}[”\"»]\s)?|\s(?:of|at)\s[“\"«][^”\"»\n]{1,40}[”\"»]\s"
)
_INTRODUCES: Final = re.compile(
    r"(?:\s(?:of|in|for|at|on|to)\s(?:(?!\b(?:said|was|is|were|had|has|that|who)\b)[^,;:.()“”\"]){1,80})?,\s(?:[A-Z][a-z]+\.?\s)?"
)
_PART: Final = re.compile(r"\s(?:of|in|for|at|on|to)\s")  # "the editor of Umuvugizi, X": a name may stand in between
_NOT_HELD: Final = frozenset({"lawyer", "judge", "prosecutor", "official", "relative", "police"})
_WRITTEN: Final = ENGLISH.group("coreference.written")
_SIGNED: Final = re.compile(r"\s(?:of|by|from)\s(?:[a-z]+\s){0,2}|,?\ssigned\sby\s(?:[\w’'.-]+\s){0,3}")
_HOLDING_A_POST: Final = frozenset(
    {"lawyer", "official", "police", "witness", "relative"}
)  # no leader becomes one by "the spokesman" behind
_OF_THE_CASE: Final = ("judge", "prosecutor")
_AT_HAND: Final = 120  # mentions back that a noun can mean
_NEAR: Final = 40  # mentions back that a pronoun can mean
SAME_PARAGRAPH: Final = 0.5  # what it counts to be named in the pronoun's own paragraph
MERE_ROLE: Final = 4.5  # what it counts against "the judge" of another paragraph that it has no name
GOES_ON: Final = 2.0  # what it counts for that "she said" goes on with whoever spoke before
_SPEECH: Final = frozenset(
    form
    for form, (lemma, _, flags) in ENGLISH.table("reporting").items()
    if not set(flags).isdisjoint("btq") and lemma not in ("go", "run", "begin")
) | frozenset("denied denies pleaded pleads refused accused accuses dismissed dismisses denounced".split())
_LONGEST_NAME: Final = 70
_CAPITALS: Final = re.compile(r"((?!The )\b[A-ZÀ-Þ][\w’'&-]+(?:\s(?:(?:for|of|and|the|in|on)\s){0,2}[A-ZÀ-Þ][\w’'&-]+){1,5}),\s$")
_FRONT: Final = 40  # characters that "For", "According to" and a title may take
_FRONTED: Final = re.compile(r"\W*(?:For|To|Against|Unlike|Like|About|With|After|Before)\s(?:[\w’'-]+\s){0,2}")
_SAID_IN: Final = re.compile(r"\s(?:said|says|stated|noted|added|wrote|announced)(?:\s(?:on\s)?[A-Z]\w+|\slate\w*)?\sin\s$")
_FRONTED_SOURCE: Final = re.compile(r"\W*(?:According to|For|To|In the words of)\s(?:[\w’'-]+\s){0,3}")
_MAIN_VERB: Final = re.compile(r"\s(?:had|has|have|was|were|is|are|will|would|could|can|may|might|must|should|did|does|do)\b")
_OWNED: Final = re.compile(
    r"\s(?!(?:to|a|an|the|at|in|on|for|of|from|with|by|that|as|and|after|before|last|this|into|without|out|under|while|when|because|if|until|over|during)\b)[\w’'-]+"
)
_ONE_CLAUSE: Final = re.compile(
    r"(?:,\s[^,.;:“”\"]{2,70},)?(?:\s(?!(?:that|who|which|whom|whose|after|before|when|while|because|if|and|but|or|since|as|until|for|to)\b)[\w’'-]+){1,5}\s"
)
_LONGEST_FRONT: Final = 90  # characters from "his" to the one who leads the sentence
_FRONT_PHRASE: Final = re.compile(
    r"\W*(?:In|At|On|With|During|After|Before|Despite|Throughout|From|Through|Under|By|Following|Upon)\s(?:[\w’'-]+\s(?:of|in|on|to)\s)?"
)
_GOVERNED: Final = re.compile(r"\b(?:of|for|from|with|by|to|at|in|on|about|against|under)\s(?:[\w’'.]+\s)?$")
_LEADS_CLAUSE: Final = re.compile(
    r"(?:,(?:\s[^,.;:“”\"]{2,70},)?)?\s(?:\w+ly\s|also\s|again\s|then\s)?(?:[a-z]\w*(?:ed|s)|had|has|was|is|would|could|will|did|said|told|wrote|gave|made|put|spoke|took|held|found|saw|went|thanked)\b"
)
_SUBORDINATE: Final = re.compile(
    r"\W*(?:Asked|Questioned|Pressed|Sought|Contacted|Reached|Speaking|Addressing|Commenting|Responding|When|While|After|Although|Before|If|As|Since)\s"
)
_HEARD: Final = ("report", "told", "tell", "inform", "assur", "remind", "ask", "warn", "urg", "thank", "call", "accus", "address", "greet", "mock", "implor", "challeng")
_THAT: Final = re.compile(r"\sthat\s")
_AT_THE_BAR: Final = re.compile(r"last words?\b|(?:final|closing) (?:word|statement|speech|plea)|told the (?:court|judges?|bench|jury|panel)\b|from the (?:dock|cage)")
_BESIDE: Final = re.compile(r",\s(?:(?:one|two|three|some|both)\sof\s|the\s\w+\sof\s|a\s\w+\sof\s)?$")
_POSSESSED: Final = ("'s ", "’s ")
_APPOSED: Final = re.compile(r",\s[^.;:,“”«»\"\n]{2,80}(?:,\s[^.;:,“”«»\"\n]{2,40})?,\s(?:has\s|had\s|also\s)?([a-z]+)\b")
_SOURCE: Final = re.compile(r"(?:according to|in the words of)\s(?:[\w’'.-]+\s){0,4}$", re.IGNORECASE)
_BEHIND: Final = re.compile(r",?(?:\s(?:also|then|later|further|again|has|had|\w+ly)){0,2}\s([A-Za-z]+)")
_FINITE_BEHIND: Final = re.compile(r"\s(?:had|has|have|was|were|is|are|would|will|could|can|may|might|must|should|did|does|do|\w{3,}ed)\b")
_BEFORE: Final = re.compile(r"(?:([,”\"»’–—-])\s?)?\b([A-Za-z]+)\s$")  # "…,” noted Anna Li", not "villagers reported the driver"


def find_entities(document: Document, mentions: Sequence[Found], language: Language) -> tuple[Entity, ...]:
    """The people and bodies of the document, in the order in which it first mentions them."""
    lexicon = lexicon_of(language)
    people = cluster_people([m for m in mentions if m.form is MentionForm.NAME and m.kind is EntityKind.PERSON], lexicon)
    bodies = cluster_bodies(document, [m for m in mentions if m.form is MentionForm.NAME and m.kind is not EntityKind.PERSON])
    note_roles_behind_names(document, people, lexicon)
    note_roles_of_lists(document, people, lexicon)
    clusters = people + bodies
    clusters += _Resolver(document, mentions, clusters).resolve()
    return _entities(document, clusters)


def _entities(document: Document, clusters: Sequence[Cluster]) -> tuple[Entity, ...]:
    ordered = sorted((c for c in clusters if c.found), key=lambda c: min(f.span for f in c.found))
    return tuple(_entity(document.text, f"e{i}", c) for i, c in enumerate(ordered, 1))


def _entity(text: str, id_: str, cluster: Cluster) -> Entity:
    found = sorted(cluster.found, key=lambda f: f.span)
    names = [f for f in found if f.form is MentionForm.NAME] or [f for f in found if f.form is MentionForm.NOMINAL] or found
    name = max(names, key=lambda f: (len(f.words), -f.span.start)).span.words(text)
    mentions = tuple(Mention(f.span, f.span.words(text), f.form) for f in found)
    return Entity(id_, cluster.kind, name, mentions, tuple(cluster.roles) if cluster.kind is EntityKind.PERSON else ())


# -- nouns and pronouns


_ENTRY: Final = re.compile(r"[^:.\n]{3,60}: (?:On|In|Since|This|this)\b")


class _Resolver:
    """Walks through the text once and ties nouns and pronouns to those who were mentioned."""

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
        self.recent: list[Cluster] = []
        self.issuer: dict[int, Cluster] = {}  # id of a paper: the body that "said in a statement"

    def resolve(self) -> list[Cluster]:
        """Adds nouns and pronouns to the clusters; gives back the unnamed people and bodies that are new."""
        for at, found in enumerate(self.mentions):
            cluster = self.of.get(found.span) if found.form is MentionForm.NAME else self._antecedent(at, found)
            if cluster is None:
                continue
            if found.form is not MentionForm.NAME:
                cluster.add(found)
                self.of[found.span] = cluster
            self._note(found, cluster)
        return self.new

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
            elif not self.document.text.startswith(_POSSESSED, found.span.stop):
                self._note_leader(found, cluster)
        if self._is_coordinated(found):
            self.coordinated[id(cluster)] = found.sentence
        if self.recent and self.recent[-1] is cluster:
            return
        self.recent.append(cluster)
        if len(self.recent) > 2 * _AT_HAND:
            del self.recent[:_AT_HAND]

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

    def _leads_main_clause(self, found: Found) -> bool:
        """True for "Oleg Kim" in "Asked whether Anna Li was ill, Oleg Kim would not comment"."""
        text, sentence = self.document.text, self.document.sentences[found.sentence]
        if found.form is not MentionForm.NAME or not text.startswith(", ", found.span.start - 2):
            return False
        return _SUBORDINATE.match(text, sentence.span.start) is not None and _LEADS_CLAUSE.match(text, found.span.stop) is not None

    def _is_fronted(self, found: Found, cluster: Cluster) -> bool:
        """True for "For X, he said, …": a person named in front of a sentence does not lead it, nor is the "he" behind."""
        start, text = self.document.sentences[found.sentence].span.start, self.document.text
        if cluster.kind is not EntityKind.PERSON or found.span.start - start > _FRONT or not text.startswith(",", found.span.stop):
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

    def _antecedent(self, at: int, found: Found) -> Cluster | None:
        if found.form is MentionForm.PRONOUN:
            return self._of_pronoun(found)
        if found.is_document:
            return self._of_document(at, found)
        if found.kind in BODY_KINDS:
            return self._of_body(found)
        return self._of_role(at, found)

    def _fresh(self, found: Found) -> Cluster:
        person = Cluster(found.kind, gender=found.gender, number=found.number)
        self.new.append(person)
        return person

    def _at_hand(self) -> list[Cluster]:
        """Who was mentioned lately, each once: a noun reaches back that far and no farther."""
        return list({id(c): c for c in self.recent[-_AT_HAND:]}.values())

    def _latest(self, fits: Sequence[Cluster]) -> Cluster | None:
        known = [p for p in fits if id(p) in self.last]
        return max(known, key=lambda p: self.last[id(p)]) if known else None

    # nouns for people

    def _of_role(self, at: int, found: Found) -> Cluster | None:
        noun = found.words[0]
        named = self._named_behind(at, found)
        if named is not None:
            return named
        before = self.document.text[max(0, found.span.start - 4) : found.span.start].lower()
        if not found.is_definite and found.number == "s":
            apposed = self._apposed(found)
            if apposed is not None:
                return apposed
            if before.endswith(" as "):
                return None
        if noun in _FAMILY:
            return self._latest([p for p in self._at_hand() if p.nouns & _FAMILY]) or self._fresh(found)
        if found.number == "p":
            same = [p for p in self._at_hand() if p.number == "p" and noun in p.nouns]
            return (self._latest(same) if found.is_definite else None) or self._fresh(found)
        owner = self._owner(found)
        if noun == "client":
            clients = [
                p for p in self._at_hand() if p.kind is EntityKind.PERSON and p is not owner and "lawyer" not in p.roles and p.is_named
            ]
            return self._latest(clients) or self._fresh(found)
        fits = [
            p
            for p in self._at_hand()
            if p.kind is EntityKind.PERSON and p is not owner and p.number == "s" and _agrees(p, found) and _has_role(p, found)
        ]
        if found.is_definite and found.owner == "":
            entry = self._of_entry(found)
            return entry or self._latest(fits) or self._main_person(found) or self._named_soon(at, found) or self._fresh(found)
        if found.owner:
            return self._latest([p for p in fits if p.is_named or noun in p.nouns]) or self._named_soon(at, found) or self._fresh(found)
        return self._named_soon(at, found) or self._fresh(found)

    def _of_entry(self, found: Found) -> Cluster | None:
        """Whom a list's entry is about: of "Anna Li: On February 7, the activist went on hunger strike" her whose name leads it."""
        sentence = self.document.sentences[found.sentence].span
        label = _ENTRY.match(self.document.text, sentence.start, found.span.start)
        leader = self.subject.get(found.sentence) if label is not None else None
        fits = leader is not None and leader.kind is EntityKind.PERSON and leader.is_named and "official" not in leader.roles
        return leader if fits and leader is not None and _agrees(leader, found) else None

    def _owner(self, found: Found) -> Cluster | None:
        """Whose lawyer, client or wife it is, where "his" or "her" says so."""
        if found.owner not in ("his", "her"):
            return None
        span = Span(found.span.start, found.span.start + len(found.owner))
        return self._of_pronoun(
            replace(found, span=span, form=MentionForm.PRONOUN, words=(found.owner,), gender="m" if found.owner == "his" else "f")
        )

    def _named_behind(self, at: int, found: Found) -> Cluster | None:
        """The person whom the phrase introduces: "the interior minister, X", "the head of the union, X,"."""
        if found.number != "s":
            return None
        for later in self.mentions[at + 1 : at + 6]:
            if later.sentence != found.sentence or later.span.start - found.span.stop > 90:
                return None
            if later.form is MentionForm.NAME and later.kind is EntityKind.PERSON:
                person = self.of.get(later.span)
                gap = (self.document.text, found.span.stop, later.span.start)
                is_apposed = _INTRODUCES.fullmatch(*gap) is not None or (found.is_definite and _OF_ITS_BODY.fullmatch(*gap) is not None)
                if is_apposed and self._leads_behind_source(found, later):
                    return None
                if is_apposed or not _PART.match(self.document.text, found.span.stop):
                    if is_apposed and person is not None and found.role == "relative" and found.gender in ("m", "f"):
                        person.gender = found.gender  # "his father, X": the noun knows better than the name
                    return person if is_apposed and person is not None and _agrees(person, found) else None
        return None

    def _leads_behind_source(self, found: Found, later: Found) -> bool:
        """True for "According to his brother, X does not …": the name behind the comma is the subject, and no brother."""
        text, start = self.document.text, self.document.sentences[found.sentence].span.start
        is_source = _FRONTED_SOURCE.fullmatch(text, start, found.span.start) is not None
        return is_source and _MAIN_VERB.match(text, later.span.stop) is not None

    def _apposed(self, found: Found) -> Cluster | None:
        """The person right before: "Rian, a French citizen"."""
        if self.document.text[max(0, found.span.start - 2) : found.span.start] != ", ":
            return None
        before = self.by_stop.get(found.span.start - 2)
        person = self.of.get(before.span) if before is not None else None
        is_one = person is not None and person.kind is EntityKind.PERSON and person.number == "s"  # "…the officers, a relative said"
        return person if is_one else None

    def _main_person(self, found: Found) -> Cluster | None:
        """For "the man", "the archbishop", "the president": who leads the sentence before, or the one named last, if no other role speaks against it."""
        if found.role in _OF_THE_CASE:  # "the judge", "the prosecutor" is there in every case and needs no one before
            return None
        if self.document.text.startswith((" himself", " herself"), found.span.stop):
            named = [p for p in self._at_hand() if p.kind is EntityKind.PERSON and p.is_named and _agrees(p, found)]
            return max(named, key=lambda p: self.times.get(id(p), 0), default=None)
        if found.role == "detainee" and (held := self._held(found)) is not None:
            return held
        leader = self.subject.get(found.sentence - 1) if found.role not in _HOLDING_A_POST else None
        if leader is not None and leader.kind is EntityKind.PERSON and leader.is_named and _agrees(leader, found) and not leader.roles:
            return leader
        if found.role not in ("other", "journalist", "activist", "detainee", "politician"):
            return None
        fits = [
            p
            for p in self._at_hand()
            if p.kind is EntityKind.PERSON
            and p.is_named
            and _agrees(p, found)
            and not set(p.roles) & {"lawyer", "judge", "prosecutor", "official", "relative"}
        ]
        exact = [p for p in fits if not p.roles or found.role in p.roles or found.role in ("other", "detainee")]
        return self._latest(exact)

    def _held(self, found: Found) -> Cluster | None:
        """For "the prisoner", "the accused": of those whom no other role fits, the one named most often so far."""
        fits = [
            p for p in self._at_hand() if p.kind is EntityKind.PERSON and p.is_named and _agrees(p, found) and not set(p.roles) & _NOT_HELD
        ]
        return max(fits, key=lambda p: ("detainee" in p.roles, self.times.get(id(p), 0)), default=None)

    def _named_soon(self, at: int, found: Found) -> Cluster | None:
        """A person who leads the next sentence by name and speaks there, after words such as "a fellow defender says"."""
        if found.number != "s":
            return None
        later = next((m for m in self.mentions[at + 1 : at + 14] if m.sentence > found.sentence), None)
        person = self.of.get(later.span) if later is not None and later.form is MentionForm.NAME else None
        if later is None or person is None or person.kind is not EntityKind.PERSON or id(person) in self.last:
            return None
        is_next = later.sentence == found.sentence + 1 and later.span.start - self.document.sentences[later.sentence].span.start < 40
        is_role = not person.roles or found.role in person.roles
        return person if is_next and is_role and _agrees(person, found) and _speaks_next(self.document.text, later.span) else None

    # bodies and documents

    def _of_body(self, found: Found) -> Cluster | None:
        noun = found.words[0]
        named = self._body_behind(found) or (self._whole_of(found) if noun in _PARTS else None)
        if named is not None:
            return named
        if found.owner in ("his", "her"):  # "his ministry" is not the one that was named last
            whose = self._owner(found)
            own = [b for b in self._at_hand() if whose is not None and noun in b.nouns and b.owner is whose]
            body = self._latest(own) or self._fresh(found)
            body.owner = whose
            return body
        fits = [
            b
            for b in self._at_hand()
            if b.kind in BODY_KINDS and noun in b.words and not self._is_another(b, found) and (noun != "police" or _is_police(b))
        ]
        known = self._latest(fits)
        if known is not None and found.is_definite:
            return known
        if not found.is_definite and found.number == "s" and (named := self._apposed_body(found)) is not None:
            return named
        nouns = _EXPERTS if noun in _EXPERTS else {noun}
        same = self._latest([b for b in self._at_hand() if b.kind in BODY_KINDS and nouns & b.nouns and not self._is_another(b, found)])
        if same is None and found.is_definite and found.number == "s" and noun in _ANY_GROUP:
            same = self._group_before(found)
        return (same if found.is_definite else None) or self._fresh(found)

    def _group_before(self, found: Found) -> Cluster | None:
        """The named body that "the group", "the rights organization" means: the one that leads or speaks in a sentence before."""
        if not self._modifiers(found) <= _OF_GROUPS:
            return None
        for sentence in range(found.sentence - 1, max(-1, found.sentence - 4), -1):
            leader = self.subject.get(sentence)
            if leader is not None and leader.kind is EntityKind.ORGANIZATION and leader.is_named:
                return leader
        return None

    def _body_behind(self, found: Found) -> Cluster | None:
        """The body whose name follows at once: "the rights group Lawyers for Justice", "the outlet Meydan"."""
        later = self.by_start.get(found.span.stop + 1)
        if later is None or found.number != "s" or later.form is not MentionForm.NAME or self.document.text[found.span.stop] != " ":
            return None
        body = self.of.get(later.span)
        return body if body is not None and body.kind in BODY_KINDS else None

    def _whole_of(self, found: Found) -> Cluster | None:
        """The body whose office, branch or desk it is: "Amnesty International’s South Asia office"."""
        owner = _OWNS_PART.search(self.document.text, max(0, found.span.start - 40), found.span.start)
        before = self.by_stop.get(owner.start()) if owner is not None else None
        if before is None and (of := _PART_OF.match(self.document.text, found.span.stop)) is not None:
            before = self.by_start.get(of.end())
        body = self.of.get(before.span) if before is not None else None
        return body if body is not None and body.kind in BODY_KINDS else None

    def _is_another(self, body: Cluster, found: Found) -> bool:
        """True for "the penitentiary service" beside the National Security Service: its own words are none of the other's."""
        own = self._modifiers(found)
        if not own:
            return False
        words = {w.lower() for w in body.words} | {w for f in body.found if f.form is MentionForm.NOMINAL for w in self._modifiers(f)}
        return words != {found.words[0]} and bool(words) and own.isdisjoint(words)

    def _modifiers(self, found: Found) -> frozenset[str]:
        """The words that tell which ministry, service or office it is; an owner in front of it too ("the prosecutor's office")."""
        text = self.document.text
        inside = found.span.words(text).lower().replace("’s", "").replace("'s", "").split()[:-1]
        owner = _OWNER_IN_FRONT.search(text, max(0, found.span.start - 40), found.span.start) if found.owner == "'s" else None
        return frozenset(w for w in (*inside, *(owner[1].lower().split() if owner is not None else ())) if w not in _NOT_TELLING)

    def _apposed_body(self, found: Found) -> Cluster | None:
        """The body right before: "Open Water Asia, a regional group", whose name nothing else in the text makes known as such."""
        text = self.document.text
        run = _CAPITALS.search(text[max(0, found.span.start - _LONGEST_NAME) : found.span.start])
        if run is None:
            return None
        stop = found.span.start - 2
        span = Span(stop - len(run.group(1)), stop)
        before = self.by_stop.get(stop)
        if before is not None and (before.span.start <= span.start or before.kind is EntityKind.PERSON):
            known = self.of.get(before.span)
            return known if known is not None and known.kind in BODY_KINDS else None
        body = self._fresh(found)
        for place in re.finditer(re.escape(run.group(1)), text):
            sentence = bisect_right(self.document.sentences, place.start(), key=lambda s: s.span.start) - 1
            words = tuple(run.group(1).split())
            body.add(Found(Span(*place.span()), EntityKind.ORGANIZATION, MentionForm.NAME, words, sentence))
        return body

    def _of_document(self, at: int, found: Found) -> Cluster | None:
        """Whose paper it is: the body or person that issued it, as far as the words beside it or the sentences before tell."""
        noun = found.words[0]
        if noun in _WRITTEN and (writer := self._writer(at, found)) is not None:
            writer.nouns.add(noun)
            return writer
        same = self._latest([p for p in self._at_hand() if noun in p.nouns])
        if same is not None:
            return self.issuer.get(id(same), same)
        if not found.is_definite and (issuer := self._said_in(found)) is not None:
            paper = self._fresh(found)
            self.issuer[id(paper)] = issuer
            return paper
        if not found.is_definite or noun not in (
            "statement",
            "resolution",
            "release",
            "message",
            "post",
            "tweet",
            "letter",
            "communique",
            "declaration",
            "bulletin",
        ):
            return self._fresh(found)
        for sentence in range(found.sentence, max(-1, found.sentence - 4), -1):
            leader = self.subject.get(sentence)
            if leader is not None and leader.kind in BODY_KINDS and leader.is_named and leader.kind is not EntityKind.COURT:
                return leader
        return self._latest(
            [b for b in self._at_hand() if b.is_named and b.kind in BODY_KINDS and b.kind is not EntityKind.COURT]
        ) or self._fresh(found)

    def _said_in(self, found: Found) -> Cluster | None:
        """Who "said in a statement": the body right in front of the verb."""
        said = _SAID_IN.search(self.document.text, max(0, found.span.start - 40), found.span.start)
        before = self.by_stop.get(said.start()) if said is not None else None
        body = self.of.get(before.span) if before is not None else None
        return body if body is not None and body.kind in BODY_KINDS and body.is_named else None

    def _writer(self, at: int, found: Found) -> Cluster | None:
        """Who wrote it: "a letter of X", "the letter, signed by X", "X's statement", "his post"."""
        text = self.document.text
        if found.owner == "'s":
            owner = self.by_stop.get(found.span.start - 3)
            return self.of.get(owner.span) if owner is not None else None
        if found.owner in ("his", "her"):
            return self._owner(found)
        if found.owner == "its":
            own = Span(found.span.start, found.span.start + len(found.owner))
            return self._of_it(replace(found, span=own, form=MentionForm.PRONOUN, words=("its",), gender="n"))
        later = self.mentions[at + 1] if at + 1 < len(self.mentions) else None
        if later is None or _SIGNED.fullmatch(text, found.span.stop, later.span.start) is None:
            return None
        if later.form is MentionForm.NAME:
            return self.of.get(later.span)
        person = self._of_role(at + 1, later) if later.form is MentionForm.NOMINAL and later.kind is EntityKind.PERSON else None
        return person if person is not None and person.is_named else None

    # pronouns

    def _opens_sentence(self, found: Found) -> bool:
        return found.span.start == self.document.sentences[found.sentence].span.start

    def _is_speaking(self, found: Found) -> bool:
        """True for the subject of a verb of speech right behind it, or right before it: "she said", "says his sister"."""
        text = self.document.text
        if found.span.stop < self.apposed.get(found.sentence, 0):
            return False
        behind = _BEHIND.match(text, found.span.stop)
        before = _BEFORE.search(text, max(0, found.span.start - 30), found.span.start)
        if behind is not None and behind[1].lower() in _SPEECH:
            return True
        is_inverted = before is not None and before[2].lower() in _SPEECH and (before[1] or not before[2].lower().startswith(_HEARD))
        if is_inverted and _FINITE_BEHIND.match(text, found.span.stop) is None:
            return True  # "said Anna Li", not "said the family had come"
        if found.form is MentionForm.PRONOUN:
            return False
        apposed = _APPOSED.match(text, found.span.stop)
        is_apposed = apposed is not None and apposed[1] in _SPEECH
        if apposed is not None and is_apposed:
            self.apposed[found.sentence] = apposed.start(1)  # "A, who defends B, denied": B says nothing
        return is_apposed or _SOURCE.search(text, max(0, found.span.start - 60), found.span.start) is not None

    def _leader_behind(self, found: Found) -> Cluster | None:
        """Who leads the sentence behind "In her statement of May, Anna Li …": a possessive in a phrase in front of it is the leader's."""
        start, text = self.document.sentences[found.sentence].span.start, self.document.text
        if found.words[0] not in ("his", "her", "its", "their") or found.span.start - start > _FRONT or found.sentence in self.subject:
            return None
        if _FRONT_PHRASE.fullmatch(text, start, found.span.start) is None:
            return None
        at = self.at.get(found.span, len(self.mentions))
        for later in self.mentions[at + 1 : at + 8]:
            if later.sentence != found.sentence or later.span.start - found.span.start > _LONGEST_FRONT:
                return None
            if later.form is not MentionForm.NAME or _GOVERNED.search(text, found.span.stop, later.span.start) is not None:
                continue
            leader = self.of.get(later.span)
            is_body = leader is not None and leader.kind in BODY_KINDS
            if (
                leader is None
                or text.startswith(_POSSESSED, later.span.stop)
                or (is_body if found.gender in ("m", "f") else leader.kind is EntityKind.PERSON and found.gender == "n")
            ):
                continue
            if leader.kind is not EntityKind.PLACE and (found.gender not in ("m", "f") or _agrees(leader, found) or not _is_sure(leader)):
                return self._as_told(leader, found) if _LEADS_CLAUSE.match(text, later.span.stop) is not None else None
        return None

    def _as_told(self, person: Cluster, found: Found) -> Cluster:
        """The person, whose pronoun knows better than the list of given names whether it is a he or a she."""
        if person.kind is EntityKind.PERSON and found.gender in ("m", "f"):
            person.gender = found.gender
        return person

    def _of_pronoun(self, found: Found) -> Cluster | None:
        if found.gender == "n":
            return self._of_it(found)
        if (leader := self._leader_behind(found)) is not None:
            return leader
        if found.number == "p":
            leader = self.subject.get(found.sentence - 1)
            if leader is not None and "police" in leader.nouns | {w.lower() for w in leader.words} and self._opens_sentence(found):
                return leader
            if self._is_speaking(found):
                for sentence in (found.sentence, found.sentence - 1):
                    if sentence in self.spoke and self.spoke[sentence].number == "p":
                        return self.spoke[sentence]
            groups = [p for p in self.recent[-_NEAR:] if p.number == "p" and found.sentence - self.last[id(p)][1] <= 2]
            return groups[-1] if groups else None
        fits = [p for p in self.recent[-_NEAR:] if p.kind is EntityKind.PERSON and p.number == "s" and p.gender in (found.gender, "u")]
        spoke = self._spoke_last(found.sentence) if self._is_speaking(found) else None
        best, best_score = None, -1.0
        seen: set[int] = set()
        if (leader := self._leader_of_other_gender(found, fits)) is not None:
            return self._as_told(leader, found)
        for person in reversed(fits):
            if id(person) in seen:
                continue
            seen.add(id(person))
            score = self._fit(person, found, spoke)
            if score > best_score:
                best, best_score = person, score
        return best

    def _leader_of_other_gender(self, found: Found, fits: Sequence[Cluster]) -> Cluster | None:
        """Who leads the sentence before, and by the list of given names is no "she", where nobody near is known to be one."""
        leader = self.subject.get(found.sentence - 1)
        if leader is None or leader.kind is not EntityKind.PERSON or not leader.is_named or leader in fits or _is_sure(leader):
            return None
        if found.span in self.marked or not self._is_speaking(found) or not self._is_same_paragraph(found.sentence - 1, found.sentence):
            return None
        if found.sentence in self.subject or self.spoke.get(found.sentence - 1) is not leader:
            return None
        reach = self.told[found.sentence] - 3
        near = (p for p in fits if p.gender == found.gender and (at := self.heard.get(id(p))) is not None and self.told[at[1]] >= reach)
        return leader if next(near, None) is None else None

    def _fit(self, person: Cluster, found: Found, spoke: Cluster | None) -> float:
        """How well a person fits a pronoun: near, leading the sentence, of the known gender, named; `spoke` is whom a "she said" goes on with."""
        place = (self.last if found.span in self.marked else self.heard).get(id(person))
        if place is None or place[0] == found.span.start or self.fronted.get(found.sentence) is person:
            return -1.0
        if not set(person.roles).isdisjoint(_OF_THE_CASE) and self._is_of_the_accused(person, found):
            return -1.0
        if self._is_own_object(person, found) or self._is_beside_name(person, found):
            return -1.0
        start, sentence = place
        distance = self.told[found.sentence] - self.told[sentence]
        if distance > 6:
            return -1.0
        score = 3.0 - distance - (found.span.start - start) / 2000
        score += 1.0 if person.gender == found.gender else 0.0
        score += 0.5 if person.is_named else 0.0
        score += 0.15 * min(self.times.get(id(person), 0), 5)
        if self.subject.get(found.sentence) is person:
            score += 1.2
        elif found.sentence not in self.subject and self.subject.get(found.sentence - 1) is person:
            score += 1.5
        if person is spoke:
            is_broken = self._is_mere_role(person, found) or (
                not self._is_same_paragraph(sentence, found.sentence) and self._has_new_leader(found.sentence, person)
            )
            score += 0.5 * GOES_ON if is_broken else GOES_ON
            score += self._opens_with_marks(found.sentence) and self.spoke.get(found.sentence - 1) is person
        if self.coordinated.get(id(person)) == sentence:
            score -= 1.0
        if self._is_mere_role(person, found):
            score -= MERE_ROLE
        if self._is_same_paragraph(sentence, found.sentence):
            score += SAME_PARAGRAPH
        return score

    def _is_own_object(self, person: Cluster, found: Found) -> bool:
        """True for "him" right in the clause of which he is the subject: "The minister has called him a liar" is about somebody else."""
        if found.words[0] not in ("him", "her") or self.subject.get(found.sentence) is not person:
            return False
        text = self.document.text
        if found.words[0] == "her" and _OWNED.match(text, found.span.stop) is not None:
            return False
        return _ONE_CLAUSE.fullmatch(text, self.leading[found.sentence], found.span.start) is not None

    def _is_beside_name(self, person: Cluster, found: Found) -> bool:
        """True for "her" in "Anna Li, one of her lawyers": somebody else's."""
        if found.words[0] not in ("his", "her"):
            return False
        opening = _BESIDE.search(self.document.text, max(0, found.span.start - 40), found.span.start)
        before = self.by_stop.get(opening.start()) if opening is not None else None
        return before is not None and before.form is MentionForm.NAME and self.of.get(before.span) is person

    def _is_of_the_accused(self, person: Cluster, found: Found) -> bool:
        """True for "In his last word he said", "he told the judges": no judge speaks so."""
        sentence = self.document.sentences[found.sentence].span
        said = _AT_THE_BAR.search(self.document.text, sentence.start, sentence.stop)
        return said is not None and ("judge" in person.roles or not said[0].startswith("told"))

    def _is_mere_role(self, person: Cluster, found: Found) -> bool:
        """True for "the judge" of the paragraph before, of whom nobody says whether it is a man: "she" is rather somebody named."""
        is_mere = not person.is_named and person.gender == "u" and not set(person.roles).isdisjoint(_OF_THE_CASE)
        return is_mere and not self._is_same_paragraph(self.last[id(person)][1], found.sentence)

    def _opens_with_marks(self, sentence: int) -> bool:
        return self.document.text[self.document.sentences[sentence].span.start] in '“"«„”'

    def _is_same_paragraph(self, one: int, other: int) -> bool:
        return self.document.sentences[one].paragraph == self.document.sentences[other].paragraph

    def _has_new_leader(self, sentence: int, person: Cluster) -> bool:
        """True where somebody else leads the sentence before, in the same paragraph: "she said" then goes on with them."""
        leader = self.subject.get(sentence - 1)
        is_other = leader is not None and leader is not person and leader.kind is EntityKind.PERSON and leader.is_named
        return is_other and self._is_same_paragraph(sentence - 1, sentence)

    def _spoke_last(self, sentence: int) -> Cluster | None:
        """Who spoke in this sentence so far, or else in one of the two before."""
        last = next((n for n in range(sentence, -1, -1) if self.told[sentence] - self.told[n] > 2 or self._is_one_speaking(n)), -1)
        return self.spoke.get(last)

    def _is_one_speaking(self, sentence: int) -> bool:
        """True where one person speaks in the sentence: "villagers reported" is no "he"."""
        return sentence in self.spoke and self.spoke[sentence].number == "s"

    def _of_it(self, found: Found) -> Cluster | None:
        text = self.document.text
        if (leader := self._leader_behind(found)) is not None:
            return leader
        if found.words[0] == "it":
            if found.sentence in self.subject:
                leader = self.subject[found.sentence]
                return leader if leader.kind in BODY_KINDS and leader.number != "p" and _acts(text, found.span) else None
            if _acts(text, found.span):
                leaders = [self.subject[n] for n in range(found.sentence - 1, max(-1, found.sentence - 4), -1) if n in self.subject]
                return next((c for c in leaders if c.kind in BODY_KINDS and c.number != "p"), None)
        for sentence in (found.sentence, found.sentence - 1):
            nearest = self.subject.get(sentence)
            if nearest is not None:
                return nearest if nearest.kind in BODY_KINDS else None
        return None


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


def _is_police(body: Cluster) -> bool:
    """True for a body that "the police" can mean: its name ends in what police are, and is no unit or centre of theirs."""
    return any(f.form is MentionForm.NAME and f.words[-1].lower() in _POLICE for f in body.found[:_FEW])


_POLICE: Final = frozenset("police force forces service department directorate".split())


def _has_role(person: Cluster, found: Found) -> bool:
    """The same noun, or for callings that a text varies ("reporter", "journalist") the same role."""
    return found.words[0] in person.nouns or (found.role in _VARIED and found.role in person.roles)


_VARIED: Final = ENGLISH.group("coreference.varied")


def _agrees(person: Cluster, found: Found) -> bool:
    return found.gender == "u" or person.gender in ("u", found.gender)


def _is_sure(person: Cluster) -> bool:
    """True where more than a given name tells whether it is a man or a woman: a noun, a pronoun, a title, the surname."""
    if person.gender == "u" or any(f.form is not MentionForm.NAME and f.gender in ("m", "f") for f in person.found[:_FEW]):
        return True
    return any(_is_told_by_title(f.title) or sure_gender_of_name(f.words, _LEXICON) != "u" for f in person.found[:_FEW])


def _is_told_by_title(title: str) -> bool:
    """True for "Ms", "spokeswoman"."""
    row = _LEXICON.roles.get(title) or _LEXICON.roles.get(title.split()[-1]) if title else None
    return bool(title) and (_LEXICON.of(title).honorific in ("m", "f") or (row is not None and row[1] != "u"))


_FEW: Final = 30  # mentions that tell enough of a person
_LEXICON: Final = lexicon_of(ENGLISH)
_PARTS: Final = ENGLISH.group("coreference.parts")
_PART_OF: Final = re.compile(r"\sof\s(?:the\s)?")
_OWNS_PART: Final = re.compile(r"[’']s?\s(?:[\w-]+\s){0,3}$")
_OWNER_IN_FRONT: Final = re.compile(r"([\w-]+)[’']s?\s$")
_NOT_TELLING: Final = ENGLISH.group("nominals.owners") | ENGLISH.group("coreference.not_telling")
_EXPERTS: Final = frozenset({"experts", "rapporteurs"})
_ANY_GROUP: Final = frozenset("group organization organisation watchdog ngo association".split())
_OF_GROUPS: Final = _NOT_TELLING | frozenset(
    "press media freedom journalists advocacy monitoring campaign watchdog non-governmental nongovernmental global".split()
)
_SPEAKS: Final = re.compile(r"[’']?s?\s(?:(?:also|later|further)\s)?(?:said|told|says|tells|wrote|added|explained|noted|stated|reported)\b")


_ACTS: Final = re.compile(
    r"\s(?:(?:also|then|later|further|again|strongly|has|had|will)\s){0,3}(?!is\b|was\b|has\b|seems|appears|remains|means|happened|turned|emerged|looked|seemed|appeared|transpired)"
    r"(?:\w{2,}ed|\w{3,}s|said|told|wrote|took|gave|made|put|left|saw|found|held|felt|sent|thought|spoke|knew)\b"
)


def _acts(text: str, span: Span) -> bool:
    """True if a verb that somebody does follows the pronoun: "it called", "it gave no comment"; not "it is", "it seemed"."""
    return _ACTS.match(text, span.stop) is not None


def _speaks_next(text: str, span: Span) -> bool:
    apposed = _APPOSED.match(text, span.stop)
    return _SPEAKS.match(text, span.stop) is not None or (apposed is not None and apposed[1] in _SPEECH)
