"""Whom does a pronoun mean? Of those at hand by gender, number, nearness, who leads and who speaks; never its own clause's subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.at_hand import FRONT, LEADS_CLAUSE, POSSESSED, SPEECH, AtHand
from habeas.read.lexicon import lexicon_of
from habeas.read.mentions import Found, sure_gender_of_name
from habeas.read.name_clusters import BODY_KINDS, Cluster
from habeas.read.nominals import OF_TWO

OF_THE_CASE: Final = ("judge", "prosecutor")
_NEAR: Final = 40  # mentions back that a pronoun can mean
SAME_PARAGRAPH: Final = 0.5  # what it counts to be named in the pronoun's own paragraph
MERE_ROLE: Final = 4.5  # what it counts against "the judge" of another paragraph that it has no name
MERE_OWNER: Final = 1.5  # what it counts against "the chancellor's elephant" that only the elephant is spoken of
GOES_ON: Final = 2.0  # what it counts for that "she said" goes on with whoever spoke before
_OWNED: Final = re.compile(
    r"\s(?!(?:to|a|an|the|at|in|on|for|of|from|with|by|that|as|and|after|before|last|this|into|without|out|under|while|when|because|if|until|over|during)\b)[\w’'-]+"
)
_ONE_CLAUSE: Final = re.compile(
    r"(?:,\s[^,.;:“”\"]{2,70},)?(?:\s(?!(?:that|who|which|whom|whose|after|before|when|while|because|if|and|but|or|since|as|until|for|to)\b)[\w’'-]+){1,5}\s"
)
# "He said jailers had tortured him": others do it in the clause that he says.
_SAYS_OF_OTHERS: Final = re.compile(
    r"\b(?:said|says|claim(?:s|ed)|allege[sd]|believe[sd]|feared|recalled|thought)\s(?!(?:to|of|about|with|in)\b)[\w’'-]+\s[\w’'-]+\s"
)
_LONGEST_FRONT: Final = 90  # characters from "his" to the one who leads the sentence
_FRONT_PHRASE: Final = re.compile(
    r"\W*(?:In|At|On|With|During|After|Before|Despite|Throughout|From|Through|Under|By|Following|Upon)\s(?:[\w’'-]+\s(?:of|in|on|to)\s)?"
)
_GOVERNED: Final = re.compile(r"\b(?:of|for|from|with|by|to|at|in|on|about|against|under)\s(?:[\w’'.]+\s)?$")
_AT_THE_BAR: Final = re.compile(
    r"last words?\b|(?:final|closing) (?:word|statement|speech|plea)|told the (?:court|judges?|bench|jury|panel)\b|from the (?:dock|cage)"
)
_SPEAKS_FOR_THEM: Final = {"lawyer", "relative"}  # "Her lawyer came. She said": as well the lawyer
_OF_THEIR_OWN: Final = re.compile(
    r"\s(?:husband|wife|son|daughter|brother|sister|father|mother|parents|family|relatives|lawyer|child|children|nephew|niece|grandson)\b"
)
_PRESIDED_REACH: Final = 48  # characters
_PRESIDED_BY: Final = re.compile(
    r"\b(?:(?:presided|presided\sover)\sby\s(?:the\s)?(?:[Jj]udge\s|[Jj]ustice\s|[Mm]agistrate\s)?"
    r"|(?:headed|chaired|led|overseen|heard)\sby\s(?:the\s)?(?:(?:[Cc]hief|[Pp]residing|[Hh]ead)\s)?(?:[Jj]udge|[Jj]ustice|[Mm]agistrate)\s)$"
)
_TAKEN: Final = re.compile(r"\b(?:came for|arrested|detained|jailed|seized|took|remanded|imprisoned|abducted)\s$")
_LATE: Final = re.compile(r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\slate\s(?:[a-z’'-]+\s){0,3}$")
_LATE_REACH: Final = 40  # characters from "the late" to the name
_OWN_CLIENT: Final = re.compile(r"\s(?:\w+\s){1,2}(?:that\s)?(?:his|her)\sclients?\b")
_BESIDE: Final = re.compile(r",\s(?:(?:one|two|three|some|both)\sof\s|the\s\w+\sof\s|a\s\w+\sof\s)?$")
_LONGEST_SAID: Final = 400  # characters from a pronoun to the end of the words in marks
_GOES_ON: Final = re.compile(
    r"[”\"»],?\s(?:he|she)\s(?:(?:also|later|then)\s)?(?:said|says|added|adds|told|went|continued|replied|answered)\b"
)
FEW: Final = 30  # mentions that tell enough of a person
_LEXICON: Final = lexicon_of(ENGLISH)
_ACTS: Final = re.compile(
    r"\s(?:(?:also|then|later|further|again|strongly|has|had|will)\s){0,3}(?!is\b|was\b|has\b|seems|appears|remains|means|happened|turned|emerged|looked|seemed|appeared|transpired)"
    r"(?:\w{2,}ed|\w{3,}s|said|told|wrote|took|gave|made|put|left|saw|found|held|felt|sent|thought|spoke|knew)\b"
)


_SPEAKS_BEHIND: Final = re.compile(rf"\s(?:(?:also|has|had)\s)?(?:{'|'.join(sorted(SPEECH))})\b")
_IN_CLAUSE: Final = 8  # mentions between who is asked and "he said"
_SOON_BEFORE: Final = 2  # sentences in which who speaks was named before
_WHEN_ASKED: Final = re.compile(r"(?:When|After|Once)\s[^,.;:“”\"\n]{2,60}?\s(?:asked|questioned|addressed|interrogated)\s")
_TITLED: Final = re.compile(r"(?:[\w’'-]+\s){0,3}")
_BESIDE_WHO: Final = re.compile(r",? ?|, (?:an?|the|one) [^,.;:]{3,60}")
_WHO: Final = re.compile(r",? who\b([^,;.:“”\"()]{3,60} )$")


class Pronouns(AtHand):
    """Ties pronouns to those at hand."""

    def _of_pronoun(self, found: Found) -> Cluster | None:
        meant = self._meant_by(found)
        if meant is not None and meant.kind is EntityKind.PERSON and meant.number == "s":
            self.called[found.gender, found.sentence] = meant
        return meant

    def _meant_by(self, found: Found) -> Cluster | None:
        if found.words[0] in OF_TWO:
            return self._of_two(found)
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
        fits = self._but_who_speaks(found, self._but_who_presides(self._not_named_behind(found, fits)))
        fits = self._but_officials_in_passing(found, self._but_the_dead(self._but_who_leads_what_is_said(found, fits)))
        best, best_score = None, -1.0
        seen: set[int] = set()
        if (said := self._said_of_another(found, spoke)) is not None:
            return said
        if (owner := self._told_by_a_relative(found)) is not None:
            return owner
        if (told := self._of_whom_a_clause_tells(found) or self._who_was_asked(found)) is not None:
            return self._as_told(told, found)
        text = self.document.text
        if text.startswith((" himself ", " herself "), found.span.stop) and (before := self.subject.get(found.sentence - 1)) is not None:
            fits, spoke = [p for p in fits if p is not before] or fits, None  # "He spoke of flight. She herself denies it": somebody else
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

    def _not_named_behind(self, found: Found, fits: list[Cluster]) -> list[Cluster]:
        """Those whom "she" at the head of "She reported that Li had lost weight" can mean: not Li; before "his client", somebody's lawyer."""
        if found.words[0] not in ("he", "she") or not self._opens_sentence(found):
            return fits
        stop = self.document.sentences[found.sentence].span.stop
        named = set()
        for later in self.mentions[self.at[found.span] + 1 :]:
            if later.span.start >= stop:
                break
            if later.form is MentionForm.NAME and later.kind is EntityKind.PERSON:
                named.add(id(self.of.get(later.span)))
        if _OWN_CLIENT.match(self.document.text, found.span.stop) is not None:
            lawyers = [p for p in fits if "lawyer" in p.roles]
            fits = lawyers or fits
        return [p for p in fits if id(p) not in named] if named else fits

    def _but_who_leads_what_is_said(self, found: Found, fits: list[Cluster]) -> list[Cluster]:
        """Without X in "X had been beaten, he disclosed", where he can be another: nobody tells of himself by name."""
        leader = self.subject.get(found.sentence)
        text = self.document.text
        is_said_behind = text.endswith(", ", 0, found.span.start) and _SPEAKS_BEHIND.match(text, found.span.stop)
        if leader is None or not is_said_behind or found.sentence in self.spoke or not leader.is_named:
            return fits
        others = [p for p in fits if p is not leader and p.is_named and found.sentence - self.last[id(p)][1] <= _SOON_BEFORE]
        return [p for p in fits if p is not leader] if others else fits

    def _but_who_presides(self, fits: list[Cluster]) -> list[Cluster]:
        """Without whoever is only named as the head of a court: "The court, presided over by Judge X, sentenced him. He was charged with …"."""
        text = self.document.text
        presiding = {
            id(p)
            for p in fits
            if (names := [f for f in p.found if f.form is MentionForm.NAME])
            and all(_PRESIDED_BY.search(text, max(0, f.span.start - _PRESIDED_REACH), f.span.start) for f in names)
        }
        return [p for p in fits if id(p) not in presiding] or fits if presiding else fits

    def _but_officials_in_passing(self, found: Found, fits: list[Cluster]) -> list[Cluster]:
        """For the "him" for whom police came, without an official named after somebody else, and no oftener: who only answered him is not taken."""
        if (
            found.words[0] not in ("him", "her")
            or _TAKEN.search(self.document.text, max(0, found.span.start - 14), found.span.start) is None
        ):
            return fits
        theirs = [p for p in fits if p.is_named and "official" not in p.roles]
        passing = {
            id(p)
            for p in fits
            if "official" in p.roles
            and any(o.found[0].span.start < p.found[0].span.start and self.times.get(id(o), 0) >= self.times.get(id(p), 0) for o in theirs)
        }
        return [p for p in fits if id(p) not in passing] if passing else fits

    def _but_the_dead(self, fits: list[Cluster]) -> list[Cluster]:
        """Without "the late preacher X", where somebody else can be meant."""
        text = self.document.text
        dead = {id(p) for p in fits if any(_LATE.search(text, max(0, f.span.start - _LATE_REACH), f.span.start) for f in p.found)}
        return [p for p in fits if id(p) not in dead] or fits if dead else fits

    def _but_who_speaks(self, found: Found, fits: list[Cluster]) -> list[Cluster]:
        """For "her" between marks, those other than who speaks there: "The minister called it late. “We had no need of her,” he added"."""
        if found.span not in self.marked:
            return fits
        speakers = {id(self.spoke.get(found.sentence))}
        if self._is_same_paragraph(max(0, found.sentence - 1), found.sentence) and _GOES_ON.match(self.document.text, self._closing(found)):
            speakers.add(id(self.spoke.get(found.sentence - 1)))
            leader = self.subject.get(found.sentence - 1)
            speakers |= {id(leader)} if leader is not None and not leader.is_named else set()
        return [p for p in fits if id(p) not in speakers or self.last[id(p)] != self.heard.get(id(p))]

    def _closing(self, found: Found) -> int:
        """Where the marks close around the words."""
        text = self.document.text
        return next((i for i in range(found.span.stop, min(len(text), found.span.stop + _LONGEST_SAID)) if text[i] in '”"»'), len(text))

    def _said_of_another(self, found: Found, spoke: Cluster | None) -> Cluster | None:
        """Who "he" is in "X is in good health, he said", where somebody else spoke in the sentence before: the one who spoke, and not X."""
        if spoke is None or not self.document.text[: found.span.start].endswith(", ") or spoke.gender not in (found.gender, "u"):
            return None
        leader = self.subject.get(found.sentence)
        is_told_of = (
            leader is not None and leader is not spoke and leader.kind is EntityKind.PERSON and self.spoke.get(found.sentence) is None
        )
        return spoke if is_told_of and self.spoke.get(found.sentence - 1) is spoke else None

    def _of_two(self, found: Found) -> Cluster | None:
        """Whom "the former" or "the latter" means: of the two named last, in this sentence or the two before; None where fewer were."""
        named: list[Cluster] = []
        for before in reversed(self.mentions[: self.at[found.span]]):
            if before.sentence < found.sentence - 2 or len(named) > 1:
                break
            cluster = self.of.get(before.span)
            if before.form is MentionForm.NAME and cluster is not None and cluster.kind is not EntityKind.PLACE and cluster not in named:
                named.append(cluster)
        return None if len(named) < 2 else named[found.words[0] == "former"]

    def _told_by_a_relative(self, found: Found) -> Cluster | None:
        """Of whom a relative tells: "X's brother told reporters he is in one piece", "her sister says she has lost weight": the one held."""
        teller = self.spoke.get(found.sentence)
        owner = self.owners.get((id(teller), found.sentence)) if teller is not None else None
        if teller is None or owner is None or not agrees(owner, found) or self._is_speaking(found) or found.span in self.marked:
            return None
        if _OF_THEIR_OWN.match(self.document.text, found.span.stop) is not None:
            return None
        is_told = owner.kind is EntityKind.PERSON and owner.number == "s" and self.last[id(teller)][0] < found.span.start
        is_spouse = owner.gender == "u" and not teller.nouns.isdisjoint(("wife", "husband", "fiancée", "girlfriend", "boyfriend", "widow"))
        return owner if is_told and not is_spouse else None

    def _of_whom_a_clause_tells(self, found: Found) -> Cluster | None:
        """X in "the father of X, a student who has been missing since he was arrested": in a clause behind "who" that tells of nobody else."""
        text, start = self.document.text, self.document.sentences[found.sentence].span.start
        who = _WHO.search(text, start, found.span.start)
        if who is None or not SPEECH.isdisjoint(who[1].lower().split()):
            return None
        named, behind, edge = None, found, who.start()
        for before in reversed(self.mentions[: self.at[found.span]]):
            if before.sentence != found.sentence or before.span.start >= who.start(1):
                return None  # somebody is named between the two
            person = self.of.get(before.span)
            if person is None or person.kind is not EntityKind.PERSON:
                continue  # "a University of Obra student"
            if _BESIDE_WHO.fullmatch(text, before.span.stop, edge) is None:
                return None
            if before.form is MentionForm.NAME:
                named, behind = person, before
                break
            edge = before.span.start
        if named is None or not named.is_named or named.number != "s" or not agrees(named, found):
            return None
        kin = next((f for f in self.mentions[: self.at[found.span]] if f.span.stop + 1 == behind.span.start), None)
        return None if kin is not None and kin.role == "relative" else named  # "his brother X, who was a child when he was arrested"

    def _who_was_asked(self, found: Found) -> Cluster | None:
        """Anna Li in "When the judge asked Anna Li whether it was true, she said": whoever is asked answers."""
        text, start = self.document.text, self.document.sentences[found.sentence].span.start
        asked = _WHEN_ASKED.match(text, start, found.span.start)
        if found.words[0] not in ("he", "she") or asked is None or not text.endswith(", ", start, found.span.start):
            return None
        at = self.at[found.span]
        here = (m for m in self.mentions[max(0, at - _IN_CLAUSE) : at] if m.span.start >= asked.end())
        who = next((m for m in here if _TITLED.fullmatch(text, asked.end(), m.span.start) is not None), None)
        person = self.of.get(who.span) if who is not None and who.form is MentionForm.NAME else None
        return person if person is not None and person.kind is EntityKind.PERSON and agrees(person, found) else None

    def _leader_behind(self, found: Found) -> Cluster | None:
        """Who leads the sentence behind "In her statement of May, Anna Li …": a possessive in a phrase in front of it is the leader's."""
        start, text = self.document.sentences[found.sentence].span.start, self.document.text
        if found.words[0] not in ("his", "her", "its", "their") or found.span.start - start > FRONT or found.sentence in self.subject:
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
                or text.startswith(POSSESSED, later.span.stop)
                or (is_body if found.gender in ("m", "f") else leader.kind is EntityKind.PERSON and found.gender == "n")
            ):
                continue
            if leader.kind is not EntityKind.PLACE and (found.gender not in ("m", "f") or agrees(leader, found) or not _is_sure(leader)):
                return self._as_told(leader, found) if LEADS_CLAUSE.match(text, later.span.stop) is not None else None
        return None

    def _as_told(self, person: Cluster, found: Found) -> Cluster:
        """The person, whose pronoun knows better than the list of given names whether it is a he or a she."""
        if person.kind is EntityKind.PERSON and found.gender in ("m", "f"):
            person.gender = found.gender
        return person

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
        if not set(person.roles).isdisjoint(OF_THE_CASE) and self._is_of_the_accused(person, found):
            return -1.0
        if self._is_own_object(person, found) or self._is_beside_name(person, found):
            return -1.0
        start, sentence = place
        text = self.document.text
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
        called = self.called.get((found.gender, found.sentence)) or self.called.get((found.gender, found.sentence - 1))
        if (
            called is not None
            and called is not person
            and not person.is_named
            and person.gender == "u"
            and not _SPEAKS_FOR_THEM & set(person.roles)
        ):
            score -= MERE_ROLE  # "A consul said that she lied. She denied …": she, of whom he spoke
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
        if not person.is_named and text.startswith(POSSESSED, person.found[-1].span.stop):
            score -= MERE_OWNER
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
        between = _ONE_CLAUSE.fullmatch(text, self.leading[found.sentence], found.span.start)
        return between is not None and _SAYS_OF_OTHERS.search(between[0]) is None

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
        is_mere = not person.is_named and person.gender == "u" and not set(person.roles).isdisjoint(OF_THE_CASE)
        return is_mere and not self._is_same_paragraph(self.last[id(person)][1], found.sentence)

    def _opens_with_marks(self, sentence: int) -> bool:
        return self.document.text[self.document.sentences[sentence].span.start] in '“"«„”'

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


def agrees(person: Cluster, found: Found) -> bool:
    return found.gender == "u" or person.gender in ("u", found.gender)


def _is_sure(person: Cluster) -> bool:
    """True where more than a given name tells whether it is a man or a woman: a noun, a pronoun, a title, the surname."""
    if person.gender == "u" or any(f.form is not MentionForm.NAME and f.gender in ("m", "f") for f in person.found[:FEW]):
        return True
    return any(_is_told_by_title(f.title) or sure_gender_of_name(f.words, _LEXICON) != "u" for f in person.found[:FEW])


def _is_told_by_title(title: str) -> bool:
    """True for "Ms", "spokeswoman"."""
    row = _LEXICON.roles.get(title) or _LEXICON.roles.get(title.split()[-1]) if title else None
    return bool(title) and (_LEXICON.of(title).honorific in ("m", "f") or (row is not None and row[1] != "u"))


def _acts(text: str, span: Span) -> bool:
    """True if a verb that somebody does follows the pronoun: "it called", "it gave no comment"; not "it is", "it seemed"."""
    return _ACTS.match(text, span.stop) is not None
