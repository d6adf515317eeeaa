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
from typing import Final

from habeas.case.passage import Span
from habeas.case.person import Entity, Mention
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.languages.language import Language
from habeas.read.at_hand import APPOSED, FRONT, SPEECH
from habeas.read.document import Document
from habeas.read.lexicon import lexicon_of
from habeas.read.mentions import Found
from habeas.read.name_clusters import BODY_KINDS, Cluster, cluster_bodies, cluster_people, note_roles_behind_names, note_roles_of_lists
from habeas.read.named_below import join_those_named_below
from habeas.read.pronouns import FEW, OF_THE_CASE, Pronouns, agrees
from habeas.read.reporting import PREPOSITIONS

_OFFICES: Final = ENGLISH.group("spokespeople.offices")
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
_SIGNED: Final = re.compile(
    r"\s(?:of|by|from)\s(?:(?!(?:to|in|for|about)\b)[a-z]+\s){0,2}"
    r"|,?\s(?:signed|posted|published|written|sent|shared)\sby\s(?:[\w’'.-]+\s){0,3}"
    r"|\son\sthe\s(?:[\w-]+\s){0,2}(?:page|account|website|channel|profile)\sof\s(?:the\s)?"
)
_HOLDING_A_POST: Final = frozenset(
    {"lawyer", "official", "police", "witness", "relative"}
)  # no leader becomes one by "the spokesman" behind
_LONGEST_NAME: Final = 70
_CAPITALS: Final = re.compile(r"((?!The )\b[A-ZÀ-Þ][\w’'&-]+(?:\s(?:(?:for|of|and|the|in|on)\s){0,2}[A-ZÀ-Þ][\w’'&-]+){1,5}),\s$")
_SAID_IN: Final = re.compile(r",?\s(?:said|says|stated|noted|added|wrote|announced)(?:\s(?:on\s)?[A-Z]\w+|\slate\w*)?\sin\s$")
_PENNED: Final = re.compile(
    r"\s(?:has\s|had\s|also\s|later\s)?(wrote|written|penned|addressed|sent|published|posted|released|shared|smuggled\sout)\s$"
)
_PUBLISHING: Final = frozenset({"published", "posted", "released", "shared", "sent", "smuggled out"})
_LED_BY_PAPER: Final = re.compile(r"[^,.;:“”\"\n]{0,70},\s(?:[\w’'-]+\s){0,3}")
_FRONTED_SOURCE: Final = re.compile(r"\W*(?:\w+,\s)?(?:[Aa]ccording to|For|To|In the words of)\s(?:[\w’'-]+\s){0,3}")
_MAIN_VERB: Final = re.compile(r"\s(?:had|has|have|was|were|is|are|will|would|could|can|may|might|must|should|did|does|do)\b")


def find_entities(document: Document, mentions: Sequence[Found], language: Language) -> tuple[Entity, ...]:
    """The people and bodies of the document, in the order in which it first mentions them."""
    lexicon = lexicon_of(language)
    people = cluster_people(document.text, [m for m in mentions if m.form is MentionForm.NAME and m.kind is EntityKind.PERSON], lexicon)
    bodies = cluster_bodies(document, [m for m in mentions if m.form is MentionForm.NAME and m.kind is not EntityKind.PERSON])
    note_roles_behind_names(document, people, lexicon)
    note_roles_of_lists(document, people, lexicon)
    clusters = people + bodies
    clusters += _Resolver(document, mentions, clusters).resolve()
    return _entities(document, join_those_named_below(document, clusters))


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


_ANYBODY: Final = frozenset({"activist", "journalist", "politician", "detainee", "other"})  # roles that whoever is told of may have
_IN_A_SENTENCE: Final = 24  # mentions to look back over
_ENTRY: Final = re.compile(r"[^:.\n]{3,60}: (?:On|In|Since|This|this)\b")


class _Resolver(Pronouns):
    """Walks through the text once and ties nouns and pronouns to those who were mentioned."""

    def resolve(self) -> list[Cluster]:
        """Adds nouns and pronouns to the clusters; gives back the unnamed people and bodies that are new."""
        for at, found in enumerate(self.mentions):
            cluster = self.of.get(found.span) if found.form is MentionForm.NAME else self._antecedent(at, found)
            if cluster is None:
                continue
            if found.form is not MentionForm.NAME:
                cluster.add(found)
                self.of[found.span] = cluster
            if found.role == "relative" and (owner := self._whose_relative(at, found)) is not None:
                self.owners[id(cluster), found.sentence] = owner
                self.relatives_of.setdefault(id(cluster), owner)
            self._note(found, cluster)
        return self.new

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

    # nouns for people

    def _of_role(self, at: int, found: Found) -> Cluster | None:
        noun = found.words[0]
        named = self._named_behind(at, found) or self._is_said_to_be(at, found)
        if named is not None:
            return named
        before = self.document.text[max(0, found.span.start - 4) : found.span.start].lower()
        if not found.is_definite and found.number == "s":
            apposed = self._apposed(found) or self._said_to_be(found)
            if apposed is not None:
                return apposed
            if before.endswith(" as ") and _SPEAKS_AT_ONCE.match(self.document.text, found.span.stop) is None:
                return None  # "was known as a poet"; not "As a spokesman for the ministry said"
        if found.owner == "'s" and (apposed := self._apposed_by_owner(found)) is not None:
            return apposed
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
            if p.kind is EntityKind.PERSON and p is not owner and p.number == "s" and agrees(p, found) and _has_role(p, found)
        ]
        if found.is_definite and found.owner == "" and self._is_whose(at, found):
            return self._latest([p for p in fits if noun in p.nouns and not p.is_named]) or self._fresh(found)
        if found.is_definite and found.owner == "":
            called_so = self._latest([p for p in fits if _is_called_so(p, noun)]) or self._of_that_age(found)
            entry, latest = self._of_entry(found), called_so or self._latest(fits)
            is_told = called_so is not None and noun not in _SAID_OF_ANYBODY  # "the poet" is whom the text calls one, however long ago
            return (
                entry
                or (None if is_told else self._just_named(at, found, latest))
                or latest
                or self._main_person(found)
                or self._named_soon(at, found)
                or self._fresh(found)
            )
        if found.owner:
            if found.role == "relative" and owner is not None:
                fits = [p for p in fits if (whose := self.relatives_of.get(id(p))) is None or whose is owner]
            return self._latest([p for p in fits if p.is_named or noun in p.nouns]) or self._named_soon(at, found) or self._fresh(found)
        return self._named_soon(at, found) or self._fresh(found)

    def _is_whose(self, at: int, found: Found) -> bool:
        """True for "the driver of Anna Li", "the lawyer for X": whoever it is, the words that follow tell, and not who was named before."""
        later = self.mentions[at + 1] if at + 1 < len(self.mentions) else None
        if later is None or later.form is not MentionForm.NAME or later.kind is not EntityKind.PERSON:
            return False
        return _WHOSE.fullmatch(self.document.text, found.span.stop, later.span.start) is not None

    def _of_that_age(self, found: Found) -> Cluster | None:
        """Who is said to be as old: "the 41-year-old" is "Anna Li, 41," or "Anna Li (41)"."""
        age = re.match(r"\d{1,3}(?=-year-old$)", found.words[0])
        if age is None:
            return None
        told = re.compile(rf",?\s\(?(?:aged\s|age\s)?{age[0]}\b(?!-)")
        return self._latest(
            [
                p
                for p in self.people
                if agrees(p, found) and any(told.match(self.document.text, f.span.stop) for f in p.found if f.form is MentionForm.NAME)
            ]
        )

    def _just_named(self, at: int, found: Found, known: Cluster | None) -> Cluster | None:
        """The one person whom the sentence before names, where somebody else is known to be an activist, but was told of longer ago.

        "A rally was held for the activist X. The court sentenced Y. The activist was detained in May": Y.
        """
        if known is None or found.role not in _ANYBODY or self.last[id(known)][1] >= found.sentence - 1:
            return None
        named: list[Cluster] = []
        for before in reversed(self.mentions[max(0, at - _IN_A_SENTENCE) : at]):
            if before.sentence < found.sentence - 1:
                break
            person = self.of.get(before.span)
            if before.form is MentionForm.NAME and person is not None and person.kind is EntityKind.PERSON and person not in named:
                named.append(person)
        is_one = len(named) == 1 and agrees(named[0], found) and set(named[0].roles) <= {"other", "detainee", found.role}
        return named[0] if is_one else None

    def _of_entry(self, found: Found) -> Cluster | None:
        """Whom a list's entry is about: of "Anna Li: On February 7, the activist went on hunger strike" her whose name leads it."""
        sentence = self.document.sentences[found.sentence].span
        label = _ENTRY.match(self.document.text, sentence.start, found.span.start)
        leader = self.subject.get(found.sentence) if label is not None else None
        fits = leader is not None and leader.kind is EntityKind.PERSON and leader.is_named and "official" not in leader.roles
        return leader if fits and leader is not None and agrees(leader, found) else None

    def _owner(self, found: Found) -> Cluster | None:
        """Whose lawyer, client or wife it is, where "his" or "her" says so."""
        if found.owner not in ("his", "her"):
            return None
        span = Span(found.span.start, found.span.start + len(found.owner))
        return self._of_pronoun(
            replace(found, span=span, form=MentionForm.PRONOUN, words=(found.owner,), gender="m" if found.owner == "his" else "f")
        )

    def _whose_relative(self, at: int, found: Found) -> Cluster | None:
        """Whose relative the noun says: "his wife", "his wife X", "X's sister", "the family of the activist X"."""
        if found.form is MentionForm.NAME:
            whose = self.mentions[at - 1] if at else found
            is_next = self.document.text[whose.span.stop : found.span.start].strip().lower() == found.title
            return self.of.get(whose.span) if is_next and whose.words[0] in ("his", "her") else None
        if found.owner in ("his", "her"):
            return self._owner(found)
        if found.owner == "'s":
            before = self.by_stop.get(found.span.start - 3)
            return self.of.get(before.span) if before is not None else None
        if not self.document.text.startswith(" of ", found.span.stop):
            return None
        for later in self.mentions[at + 1 : at + 3]:
            if later.form is MentionForm.NAME and later.kind is EntityKind.PERSON and later.span.start - found.span.stop < FRONT:
                return self.of.get(later.span)
        return None

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
                is_apposed = _INTRODUCES.fullmatch(*gap) is not None or (
                    found.is_definite and (_OF_ITS_BODY.fullmatch(*gap) is not None or self._is_of_one_body(found, later))
                )
                if is_apposed and self._leads_behind_source(found, later):
                    return None
                if is_apposed or not _PART.match(self.document.text, found.span.stop):
                    if is_apposed and person is not None and found.role == "relative" and found.gender in ("m", "f"):
                        person.gender = found.gender  # "his father, X": the noun knows better than the name
                    return person if is_apposed and person is not None and agrees(person, found) else None
        return None

    def _is_of_one_body(self, found: Found, later: Found) -> bool:
        """True for "the chairman of the Union of Writers X": nothing but the name of a body stands between the noun and the person's name."""
        body = self.by_stop.get(later.span.start - 1)
        if body is None or body.form is not MentionForm.NAME or body.kind not in BODY_KINDS or body.span.start < found.span.stop:
            return False
        return self.document.text[found.span.stop : body.span.start] in (" of ", " of the ", " at ", " at the ", " for ", " for the ")

    def _leads_behind_source(self, found: Found, later: Found) -> bool:
        """True for "According to his brother, X does not …": the name behind the comma is the subject, and no brother."""
        text, start = self.document.text, self.document.sentences[found.sentence].span.start
        is_source = _FRONTED_SOURCE.fullmatch(text, start, found.span.start) is not None
        return is_source and _MAIN_VERB.match(text, later.span.stop) is not None

    def _said_to_be(self, found: Found) -> Cluster | None:
        """Anna Li in "Anna Li is a journalist who was held", "Anna Li, 30, was then a student"."""
        text, start = self.document.text, self.document.sentences[found.sentence].span.start
        be = _IS.search(text, max(start, found.span.start - _TO_SUBJECT), found.span.start)
        before = self.by_stop.get(be.start()) if be is not None else None
        if before is None or before.form is not MentionForm.NAME or before.kind is not EntityKind.PERSON or before.span.start != start:
            return None
        person = self.of.get(before.span)
        return person if person is not None and agrees(person, found) else None

    def _is_said_to_be(self, at: int, found: Found) -> Cluster | None:
        """Anna Li in "His lawyer is Anna Li.", "The editor was the poet Anna Li, 30", "Anna Li is Oleg Kim's lawyer", "Anna Li is the lawyer of X"."""
        text, start = self.document.text, self.document.sentences[found.sentence].span.start
        if found.number != "s" or not (found.is_definite or found.owner):
            return None
        later = (m for m in self.mentions[at + 1 : at + 5] if m.form is MentionForm.NAME and m.sentence == found.sentence)
        behind = next((m for m in later if _IS_NAMED.fullmatch(text, found.span.stop, m.span.start)), None)
        if behind is None or _CLOSED.match(text, behind.span.stop) is None:
            owner = self.by_stop.get(found.span.start - len("'s ")) if found.owner == "'s" else None
            be = _IS.search(text, max(start, found.span.start - _TO_SUBJECT), owner.span.start if owner is not None else found.span.start)
            behind = self.by_stop.get(be.start()) if be is not None else None
            if behind is None or behind.form is not MentionForm.NAME or behind.span.start != start:
                return None
        person = self.of.get(behind.span)
        return person if person is not None and person.kind is EntityKind.PERSON and agrees(person, found) else None

    def _apposed_by_owner(self, found: Found) -> Cluster | None:
        """Anna Li in "Anna Li, Amnesty International’s director for Asia", "Anna Li, Oleg Kim's wife"."""
        owner = self.by_stop.get(found.span.start - len("'s "))
        if owner is None or owner.form is not MentionForm.NAME or found.number != "s":
            return None
        start = owner.span.start - len(", ")
        before = self.by_stop.get(start) if self.document.text[start : owner.span.start] == ", " else None
        if before is None or before.form is not MentionForm.NAME or before.kind is not EntityKind.PERSON:
            return None
        person = self.of.get(before.span)
        return person if person is not None and agrees(person, found) else None

    def _apposed(self, found: Found) -> Cluster | None:
        """The person right before: "Rian, a French citizen"."""
        apposing = _APPOSING.search(self.document.text, max(0, found.span.start - _LONGEST_AGE), found.span.start)
        if apposing is None:
            return None
        before = self.by_stop.get(apposing.start())
        person = self.of.get(before.span) if before is not None else None
        if _SPEAKS_AT_ONCE.match(self.document.text, found.span.stop) is not None:
            return None  # "The court jailed X, a spokesman of the union said": somebody else, who tells it
        if before is None or before.form is MentionForm.PRONOUN:  # "She died without seeing him, a cousin said"
            return None
        is_one = person is not None and person.kind is EntityKind.PERSON and person.number == "s"  # "…the officers, a relative said"
        return person if is_one else None

    def _main_person(self, found: Found) -> Cluster | None:
        """For "the man", "the archbishop", "the president": who leads the sentence before, or the one named last, if no other role speaks against it."""
        if found.role in OF_THE_CASE:  # "the judge", "the prosecutor" is there in every case and needs no one before
            return None
        if found.words[0] in _OFFICES and self._modifiers(found):
            return None  # "the press director": an office of its own, whoever was named before
        if self.document.text.startswith((" himself", " herself"), found.span.stop):
            named = [p for p in self._at_hand() if p.kind is EntityKind.PERSON and p.is_named and agrees(p, found)]
            return max(named, key=lambda p: self.times.get(id(p), 0), default=None)
        if found.role == "detainee" and (held := self._held(found)) is not None:
            return held
        leader = self.subject.get(found.sentence - 1) if found.role not in _HOLDING_A_POST else None
        is_leader = leader is not None and leader.kind is EntityKind.PERSON and leader.is_named and agrees(leader, found)
        is_leader = is_leader and leader is not None and not _is_called_otherwise(leader, found)
        if leader is not None and is_leader and set(leader.roles) <= {"other", found.role}:
            return leader
        if found.role not in ("other", "journalist", "activist", "detainee", "politician"):
            return None
        fits = [
            p
            for p in self._at_hand()
            if p.kind is EntityKind.PERSON
            and p.is_named
            and agrees(p, found)
            and not set(p.roles) & {"lawyer", "judge", "prosecutor", "official", "relative"}
        ]
        # "The director of the paper" holds a post of its own: no activist of another body
        is_open = found.role in ("other", "detainee") and _PART_OF.match(self.document.text, found.span.stop) is None
        exact = [p for p in fits if set(p.roles) <= {"other", "detainee"} or found.role in p.roles or is_open]
        return self._latest([p for p in exact if not _is_called_otherwise(p, found)] or exact)

    def _held(self, found: Found) -> Cluster | None:
        """For "the prisoner", "the accused": of those whom no other role fits, the one named most often so far."""
        fits = [
            p for p in self._at_hand() if p.kind is EntityKind.PERSON and p.is_named and agrees(p, found) and not set(p.roles) & _NOT_HELD
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
        return person if is_next and is_role and agrees(person, found) and _speaks_next(self.document.text, later.span) else None

    # bodies and documents

    def _of_body(self, found: Found) -> Cluster | None:
        noun = found.words[0]
        named = self._called_the_same(found) or self._body_behind(found) or (self._whole_of(found) if noun in _PARTS else None)
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

    def _called_the_same(self, found: Found) -> Cluster | None:
        """The body that another mention calls by the very same words: "UN experts" of the headline and of the text."""
        text = self.document.text
        said = found.span.words(text).lower()
        if " " not in said or found.owner or not any(c.isupper() for c in found.span.words(text)[1:2]):
            return None
        bodies = (b for b in self._at_hand() if b.kind in BODY_KINDS)
        return next((b for b in bodies if any(f.form is MentionForm.NAME and f.span.words(text).lower() == said for f in b.found)), None)

    def _group_before(self, found: Found) -> Cluster | None:
        """The named body that "the group", "the rights organization" means: the one that leads or speaks in a sentence before, else the only one that the last names."""
        if not self._modifiers(found) <= _OF_GROUPS:
            return None
        for sentence in range(found.sentence - 1, max(-1, found.sentence - 4), -1):
            leader = self.subject.get(sentence)
            if leader is not None and leader.kind is EntityKind.ORGANIZATION and leader.is_named:
                return leader
        bodies = [b for b in self._at_hand() if b.is_named and b.kind is EntityKind.ORGANIZATION]
        just_named = [b for b in bodies if any(f.sentence == found.sentence - 1 and f.form is MentionForm.NAME for f in b.found)]
        return just_named[0] if len(just_named) == 1 else None  # "… said Anna Li of Obra. The organization demanded …"

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
        if not found.is_definite and (issuer := self._said_in(found) or self._penned(found) or self._says_in_front(at, found)) is not None:
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
            "note",
            "communiqué",
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
        """Who "said in a statement": the body, or the person with a name, right in front of the verb."""
        said = _SAID_IN.search(self.document.text, max(0, found.span.start - 40), found.span.start)
        before = self.by_stop.get(said.start()) if said is not None else None
        body = self.of.get(before.span) if before is not None else None
        is_author = body is not None and body.kind is not EntityKind.PLACE and (body.kind in BODY_KINDS or body.is_named)
        return body if is_author else None

    def _penned(self, found: Found) -> Cluster | None:
        """Who "wrote an open letter": the one in front of the verb; what an outlet "published" may be anybody's."""
        penned = _PENNED.search(self.document.text, max(0, found.span.start - 40), found.span.start)
        before = self.by_stop.get(penned.start()) if penned is not None else None
        author = self.of.get(before.span) if before is not None else None
        if author is None or penned is None or author.kind is EntityKind.PLACE:
            return None
        return author if author.kind is EntityKind.PERSON or penned[1] not in _PUBLISHING else None

    def _says_in_front(self, at: int, found: Found) -> Cluster | None:
        """Anna Li in "In a letter to her sons, Anna Li wrote"."""
        text, sentence = self.document.text, self.document.sentences[found.sentence].span
        if text[sentence.start : found.span.start] != "In ":
            return None
        for later in self.mentions[at + 1 : at + 8]:
            if later.sentence == found.sentence and later.form is MentionForm.NAME:
                leads = _LED_BY_PAPER.fullmatch(text, found.span.stop, later.span.start) and _SPEAKS.match(text, later.span.stop)
                if leads:
                    return self.of.get(later.span)
        return None

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
        if later.form is not MentionForm.NOMINAL:
            return None
        author = self._of_role(at + 1, later) if later.kind is EntityKind.PERSON else self._of_body(later)
        return author if author is not None and author.is_named else None


def _is_police(body: Cluster) -> bool:
    """True for a body that "the police" can mean: its name ends in what police are, and is no unit or centre of theirs."""
    return any(f.form is MentionForm.NAME and f.words[-1].lower() in _POLICE for f in body.found[:FEW])


_POLICE: Final = frozenset("police force forces service department directorate".split())


def _has_role(person: Cluster, found: Found) -> bool:
    """The same noun, or for callings that a text varies ("reporter", "journalist") the same role."""
    return _is_called_so(person, found.words[0]) or (found.role in _VARIED and found.role in person.roles)


def _is_called_so(person: Cluster, noun: str) -> bool:
    """True where the text calls them by the noun, or by one that ends in it: a schoolteacher is a teacher."""
    return noun in person.nouns or (len(noun) >= _LONG and any(n.endswith(noun) for n in person.nouns))


def _is_called_otherwise(person: Cluster, found: Found) -> bool:
    """True for a mechanic, where the noun is "the poet": nouns that may be anybody's say nothing."""
    noun = found.words[0]
    own = person.nouns & _CALLINGS
    return noun not in _SAID_OF_ANYBODY and bool(own) and not _is_called_so(person, noun)


_APPOSING: Final = re.compile(r"(?:,\s(?:aged\s|age\s)?\d{1,2}|\s\(\d{1,2}\))?,\s$")
_LONGEST_AGE: Final = 12  # characters of ", aged 41, "
_IS: Final = re.compile(r"(?:,\s(?:aged\s)?\d{1,2},)?\s(?:is|was)\s(?:(?:also|then|now|still|himself|herself)\s)?$")
_TO_SUBJECT: Final = 40  # characters
_TITLES: Final = frozenset(word for word, row in lexicon_of(ENGLISH).roles.items() if row[2] == "s" and " " not in word)
_IS_NAMED: Final = re.compile(
    r"(?:\s(?:of|in|for|at)\s(?:(?!(?:is|was|who|that|said|says)\b)[\w’'-]+\s){1,8}?|\s)(?:is|was)\s(?:(?:now|also|still)\s)?"
    rf"(?:(?:the|an?)\s(?:(?!(?:{'|'.join(sorted(PREPOSITIONS))})\b|\w+ing\b)[a-z-]+\s){{1,3}}|(?:{'|'.join(sorted(_TITLES))})\s)?"
)
_CLOSED: Final = re.compile(r"[.,;]|\s(?:and|who|\()|$", re.MULTILINE)
_WHOSE: Final = re.compile(r"\s(?:of|for|to)\s(?:[\w’'-]+\s){0,3}")
_LONG: Final = 5  # letters
_SAID_OF_ANYBODY: Final = ENGLISH.group("coreference.said_of_anybody")
_CALLINGS: Final = frozenset(lexicon_of(ENGLISH).roles) - _SAID_OF_ANYBODY


_VARIED: Final = ENGLISH.group("coreference.varied")


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
_SPEAKS: Final = re.compile(
    r"[’']?s?\s(?:(?:also|later|further)\s)?(?:said|told|says|tells|wrote|added|explained|noted|stated|reported|pointed\sout|put\sit)\b"
)
_SPEAKS_AT_ONCE: Final = re.compile(
    rf"(?:\s(?:of|for|at|from|in|with)\s(?:(?!\b(?:who|that|which|and)\b)[^,;:.()“”\"\n]){{1,90}}?)?{_SPEAKS.pattern}"
)


def _speaks_next(text: str, span: Span) -> bool:
    apposed = APPOSED.match(text, span.stop)
    return _SPEAKS.match(text, span.stop) is not None or (apposed is not None and apposed[1] in SPEECH)
