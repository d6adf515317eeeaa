"""Which capitalised words of one sentence name a person, a body, a state or a place?

A run of capitalised words is cut at titles, peoples and days; known bodies and words that head a body ("Court", "Union", "TV")
claim their part; what is left is weighed: given names, surname endings, titles and roles in front, against outlet words, articles
and ordinary words. A word that stands alone waits for the document to vouch for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind
from habeas.languages.english import ENGLISH
from habeas.read.document import OWNING, Token
from habeas.read.lexicon import Lexicon, Word
from habeas.read.name_evidence import Line, NameEvidence, is_unknown

_KINDS: Final = {
    "court": EntityKind.COURT,
    "organization": EntityKind.ORGANIZATION,
    "government": EntityKind.GOVERNMENT,
    "state": EntityKind.GOVERNMENT,
    "place": EntityKind.PLACE,
    "capital": EntityKind.PLACE,
    "country": EntityKind.PLACE,
    "region": EntityKind.PLACE,
    "city": EntityKind.PLACE,
}
_BARE: Final = ENGLISH.group("name_runs.bare")
_CONNECTORS: Final = ENGLISH.group("name_runs.connectors")
_PLACE_BEFORE: Final = ENGLISH.group("name_runs.place_before")
_LONGEST_ASIDE: Final = 18  # words
_COLUMN: Final = 3  # spaces that part two columns
_STATE_ACTS: Final = ENGLISH.group("name_runs.state_acts")
_TO_STATE: Final = ENGLISH.group("name_runs.to_state")
_LEADING: Final = ENGLISH.group("name_runs.leading")
_ARTICLES: Final = ENGLISH.group("name_runs.articles")
_FOR_A_CAUSE: Final = ENGLISH.group("name_runs.for_a_cause")
_CAUSES: Final = ENGLISH.group("name_runs.causes")
_EXPERTS: Final = ENGLISH.group("name_runs.experts")
_OF_EXPERTS: Final = ENGLISH.group("name_runs.of_experts")
_BEFORE_MONTHS: Final = frozenset("in of on since until till by from to last this next early late mid and between through".split())
_ONLY_BEFORE_MONTHS: Final = frozenset("in last this next every early late mid".split())  # and hardly before somebody's name
# In front of the day on which a body acts: not "of March Action", "to Friday Times".
_BEFORE_JOINED: Final = frozenset(
    "the ruling governing opposition leading banned outlawed main islamist nationalist conservative leftist 's ’s".split()
)
_BEFORE_DAYS: Final = _BEFORE_MONTHS - {"of", "to", "from", "and", "between", "through"}
_THIS_DAY: Final = frozenset({"yesterday", "today", "tomorrow", "tonight"})
_CALLED_SO: Final = ENGLISH.group("name_runs.called_so")
_RESOLVES: Final = ENGLISH.group("name_runs.resolves")
_URGED: Final = frozenset({"should", "must"})  # "Government should free her, it said": somebody else asks
_WHEN: Final = ENGLISH.group("name_runs.when")
_CHILD_OF: Final = (["s", "/", "o"], ["d", "/", "o"], ["w", "/", "o"])  # son, daughter, wife of
_OPENING: Final = frozenset('"“«„')
_CLOSING: Final = frozenset('"”»“')
_OF_PARTY: Final = re.compile(r"[A-Z][-–‑][A-Z][\w.]*")
_DOING: Final = re.compile(r"[a-z]{4,}ing")
_MADE_VERBS: Final = re.compile(r"[a-z]+(?:is|iz|ify)|[a-z]{4,}(?:at|it|ut)")  # "criminalising", "extraditing", which no list of words has


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name where it stands. `key` is shared by all names of one known body or state; `title` are words in front of it."""

    span: Span
    kind: EntityKind
    words: tuple[str, ...]
    title: str = ""
    key: str | None = None


@dataclass(slots=True)
class NamesFound:
    """What has been found so far in one document."""

    names: list[Name] = field(default_factory=list)
    singles: list[tuple[Line, int]] = field(default_factory=list)
    doubtful: list[tuple[Line, int, int]] = field(default_factory=list)


class LineReader(NameEvidence):
    """Reads the names of one sentence into `found`."""

    def __init__(self, line: Line, lexicon: Lexicon, found: NamesFound) -> None:
        super().__init__(line, lexicon)
        self.found = found

    def read(self) -> None:
        at, n = 0, len(self.words)
        while at < n:
            at = self._run(at) if self._begins(at) else at + 1

    # -- where capitalised words stand together

    def _begins(self, at: int) -> bool:
        word = self.words[at]
        if not word.is_capital or (self.tokens[at].text in ("A", "I") and at + 1 < len(self.words) and self.tokens[at + 1].text.islower()):
            return False  # "GENEVA — A group of experts"
        if self._is_party(at):
            return False
        return not (self.is_loose and self._is_ordinary(at)) and not self.is_stressed(at)

    def _is_party(self, at: int) -> bool:
        """True for "D-CA" in "Anna Li (D-CA)", "R-Fla." in "Anna Li (R-Fla.)": whose member somebody is, and no name."""
        return at > 0 and self.tokens[at - 1].text == "(" and _OF_PARTY.fullmatch(self.tokens[at].text) is not None

    def _is_ordinary(self, at: int) -> bool:
        """In a headline, an ordinary word is one although its letter is large."""
        word = self.words[at]
        return (
            word.is_plain and word.head is None and not word.is_people and word.place is None and word.role is None and not word.honorific
        )

    def _run_end(self, at: int) -> int:
        stop, n = at + 1, len(self.words)
        while stop < n:
            if self.tokens[stop].span.start - self.tokens[stop - 1].span.stop >= _COLUMN:
                break  # names of those who sign, side by side
            if self.words[stop].is_capital:
                if (self.is_loose and self._is_ordinary(stop)) or self.is_stressed(stop):
                    break
                stop += 1
            elif self.words[stop].is_particle or self.tokens[stop].text == "&":
                after = stop + 1
                while after < n and after < stop + 3 and self.words[after].is_particle and not self.words[after].is_capital:
                    after += 1
                if after < n and self.words[after].is_capital and not self.is_loose:
                    stop = after + 1
                else:
                    break
            elif self.tokens[stop].text in OWNING and self._owns_body(stop):
                stop += 2
            else:
                break
        return stop

    def _owns_body(self, mark: int) -> bool:
        """True in "Prosecutor General's Office", "Journalists' Union": a role or people in front of the mark, the head of a body behind it."""
        after = mark + 1
        if after >= len(self.words) or not self.words[after].is_capital or self.words[after].head is None:
            return False
        before = self.words[mark - 1]
        if self.tokens[mark].text in "'’":
            return before.is_capital and self.tokens[mark - 1].lower.endswith("s")
        return before.role is not None or (before.is_common and before.given is None)

    def _run(self, start: int) -> int:
        """Reads the run of capitalised words from `start`; gives back where to go on."""
        stop = self._run_end(start)
        at = start
        while at < stop:
            at = max(self._piece(at, stop, start), at + 1)
        return at

    def _piece(self, at: int, stop: int, run: int) -> int:
        if at == run and self.opens_alias(at):
            self._add(at, stop, EntityKind.PERSON, title="alias")  # "better known as Mother Mushroom", whatever the words mean
            return stop
        phrase = self._phrase(at, at == run)
        if phrase is not None:
            words, kind, key = phrase
            end = at + len(words)
            head = self._last_head(end, stop)
            if key == "un" and self._mandate(end) > end:
                head = -1
            if head < 0 and (len(words) > 1 or not self.is_given_before_name(at, stop)):
                return self._known(at, end, kind, key)
        head = self._last_head(at, stop)
        word = self.words[at]
        if at + 1 < stop and (self._tells_when(at) or self._tells_when(at + 1)) and (head > at or self._phrase(at + 1, False)):
            return at + 1  # "On Friday Amnesty International said": "On" and "Friday" are none of its name
        if head <= at and at + 1 < stop and word.folded in _LEADING and not self.is_loose:
            return self._led_body(at, stop)
        if head >= 0:
            return self._body(at, head, stop, run)
        if self._is_cut(at, stop):
            return at + 1
        if word.is_upper and not self.is_loose and not word.is_initial:
            end = self.surname_first(at)
            if end:
                self._add(at, end, EntityKind.PERSON, title=self.title(at))
                return end
            if word.given is None and not word.is_surname and not self.is_name_in_capitals(at, stop):
                self.found.singles.append((self.line, at))
                return at + 1
        return self._candidate(at, stop)

    # -- known names and bodies

    def _phrase(self, at: int, is_first: bool) -> tuple[tuple[str, ...], str, str] | None:
        for words, kind, key in self.lexicon.phrases.get(self.words[at].folded, ()):
            end = at + len(words)
            if end > len(self.words) or any(self.words[at + i].folded != w for i, w in enumerate(words)):
                continue
            text = self.tokens[at].text
            if (
                len(words) == 1
                and len(text.replace(".", "")) <= 4
                and not text.rstrip("s").isupper()  # "MEPs"
                and (at == 0 or self.words[at].is_common)
                and kind != "state"
            ):
                continue
            if text.lower() in ("us", "un") and len(words) == 1 and not text.isupper():
                continue
            return words, kind, key
        return None

    def _known(self, at: int, end: int, kind: str, key: str) -> int:
        if key == "un" and self.words[end : end + 1] and self.words[end].is_capital and (stop := self._mandate(end)) > end:
            self._add(at, end, EntityKind.ORGANIZATION, key=key)
            return stop
        if kind == "state":
            self._add(at, end, EntityKind.GOVERNMENT if self._acts(at, end) else EntityKind.PLACE, key=key)
        else:
            self._add(at, end, _KINDS[kind], key=key if kind != "place" else None)
        return end

    def _mandate(self, end: int) -> int:
        """The end of "UN Human Rights Experts", whose large letters make no body of "Human Rights"; `end` where a name follows."""
        at = end
        while at < len(self.tokens) and at < end + 4 and self.tokens[at].lower in _OF_EXPERTS:
            at += 1
        if at >= len(self.tokens) or self.tokens[at].lower not in _EXPERTS:
            return end
        is_titled = at + 1 < len(self.words) and self.words[at + 1].is_capital and not self.is_loose
        return end if is_titled else at + 1

    def _acts(self, at: int, end: int) -> bool:
        """True where a state or its capital does something, or is asked for something."""
        before = self.tokens[at - 1].lower if at else ""
        if before == "the":
            before = self.tokens[at - 2].lower if at > 1 else ""
        after = self._behind_aside(end)
        if before in ("in", "from", "near", "outside"):
            return False
        if after in _STATE_ACTS or before in _TO_STATE:
            return True
        return (
            before == "on" and at > 1 and any(t.lower in ("call", "calls", "called", "calling") for t in self.tokens[max(0, at - 4) : at])
        )

    def _behind_aside(self, end: int) -> str:
        """The word behind a name, or behind what joins it to others or is said of it in commas: "Washington, whose fleet is based there, said",
        "the UK and Canada said"; "" for none."""
        end = self._behind_joined(end)
        after = [t.lower for t in self.tokens[end : end + _LONGEST_ASIDE]]
        if after[:1] == [","] and after[1:2] and after[1] in ("which", "whose", "where") and "," in after[2:]:
            after = after[after.index(",", 2) + 1 :]
        return after[0] if after else ""

    def _behind_joined(self, end: int) -> int:
        """Behind the last of "the UK, the EU and Canada", read from the first's end; `end` where nothing is joined to it by "and"."""
        at, last = end, end
        while at < len(self.tokens) and self.tokens[at].lower in (",", "and"):
            is_last = self.tokens[at].lower == "and"
            first = at = at + 1 + any(t.lower == "the" for t in self.tokens[at + 1 : at + 2])
            while at < len(self.tokens) and self.words[at].is_capital:
                at += 1
            if at == first:
                break
            if is_last:
                last = at
        return last

    def _last_head(self, at: int, stop: int) -> int:
        """The last word of the run that heads a body; a role or title behind it begins another name."""
        for i in range(stop - 1, at - 1, -1):
            if self.words[i].head is not None and self.tokens[i].text[0].isupper():
                if i == at and (self.words[i].honorific or (self.words[i].given and i + 1 < stop)):
                    continue
                return i
        return -1

    def _body(self, at: int, head: int, stop: int, run: int) -> int:
        """Reads a body: its words up to `head`, and "of …", "for …" behind it."""
        start = at
        if head > at and (self.tokens[at].lower in ("the", "a", "an") or (at <= self.first and self._is_loose_opener(at))):
            start += 1
        while self.is_loose and start < head and self.words[start].role is not None:
            start += 1
        is_role = start == head <= self.first and self.words[head].role is not None
        end = head + 1 if is_role else self._with_country(head, self._extended(head + 1, stop))
        kind = self.words[head].head or "organization"
        if kind == "thing":
            return end
        if end == head + 1 and self._is_of_office(end, stop):
            is_for_more = stop + 1 < len(self.words) and self.tokens[stop].lower == "for" and self.words[stop + 1].is_capital
            return self._run_end(stop + 1) if is_for_more else stop  # "the Parliament Commissioner for Human Rights"
        is_bare = start == head and end == head + 1 and (head <= self.first or self.is_loose or is_role)
        if is_bare and self.tokens[head].lower not in _BARE and not self._opens_as_body(head):
            return end
        if kind == "place" and end > head + 1:
            kind = "organization"
        start = self._joined_before(start) if start < head and not self.is_loose else start
        known = self._phrase(start, False) if start > at else None  # "The United Nations": what stands behind "The" may be known
        is_known = known is not None and start + len(known[0]) == end and known[1] not in ("state", "place")
        self._add(start, end, _KINDS[kind], key=known[2] if known is not None and is_known else None)
        return end

    def _opens_as_body(self, head: int) -> bool:
        """True for "Council" in "Council condemns …", "Government yesterday said …": the one body that everybody there calls so acts."""
        if self.is_loose or head != self.first or self.tokens[head].lower not in _CALLED_SO:
            return False
        after = next((t.lower for t in self.tokens[head + 1 : head + 3] if t.lower not in _WHEN), "")
        return (after in _STATE_ACTS and after not in _URGED) or after in _RESOLVES

    def _is_of_office(self, end: int, stop: int) -> bool:
        """True behind "District Police" in "the District Police Commander said": a body that only says which office somebody unnamed holds."""
        after = self.words[stop : stop + 2]
        is_named = bool(after) and (after[0].is_capital or (self.tokens[stop].text in (",", "(") and after[-1].is_capital))
        roles = [w.role for w in self.words[end:stop]]
        return bool(roles) and not self.is_loose and not is_named and all(r is not None and r[2] == "s" for r in roles)

    def _led_body(self, at: int, stop: int) -> int:
        """Reads a body whose noun comes first, as in French or Spanish: "Agencia Litoral", "Radio Bahri"."""
        end = at + 1
        while end < stop and not (self.words[end].role or self.words[end].honorific):
            end += 1
        self._add(at, end, EntityKind.ORGANIZATION)
        return end

    def _is_loose_opener(self, at: int) -> bool:
        word, text = self.words[at], self.tokens[at].lower
        if word.head or word.place or word.is_people or word.role:
            return False
        return text in self.lexicon.openers or (
            word.is_common and (text.endswith(("ed", "ly")) or text in ("yesterday", "today", "former"))
        )

    def _extended(self, end: int, stop: int) -> int:
        """The end of a body's name with its "of the …" parts."""
        if end < stop or self.is_loose:
            return end
        n = len(self.words)
        for _ in range(4):
            if end >= n:
                return end
            text = self.tokens[end].lower
            after = end + 1
            if text in _CONNECTORS:
                if after < n and self.tokens[after].lower == "the":
                    after += 1
            elif text in ("and", "or"):
                if after >= n or not self._is_more_of_body(end - 1, after):
                    return end
            else:
                return end
            if after >= n or not self.words[after].is_capital or (text == "to" and not self.words[after].is_common):
                return end
            if self.words[after].is_calendar:
                return end
            if text == "for" and is_unknown(self.words[after]) and self.words[after].place is None:
                return end  # "an appeal to the Supreme Court for Obrazov"
            if self.words[after].role is not None and text not in ("to", "of", "for", "without", "and", "or"):
                return end
            end = self._run_end(after)
        return end

    def _is_more_of_body(self, last: int, after: int) -> bool:
        """True if what is joined behind the word `last` of a body's name is more of the name: a plain word, or one of the same kind; no other body."""
        word = self.words[after]
        if not word.is_capital or self._phrase(after, False) is not None:
            return False
        stop = self._run_end(after)
        if any(self.words[i].head in ("organization", "court") and self.tokens[i].lower != "rights" for i in range(after + 1, stop)):
            return False
        is_plain = word.is_plain and word.place is None and word.role is None
        here, before = word.role, self.words[last].role
        are_many = here is not None and before is not None and here[2] == before[2] == "p"
        return is_plain or are_many  # "Labour and Social Protection", "Judges and Prosecutors"

    def _joined_before(self, start: int) -> int:
        """Where a body begins that has two plain words joined in front: "the Law and Order Association"."""
        if start < 3 or self.tokens[start - 1].lower != "and" or self.tokens[start - 3].lower not in _BEFORE_JOINED:
            return start
        word = self.words[start - 2]
        is_role = word.role is not None and self.tokens[start - 2].lower != "justice"  # "the ruling Justice and Development Party"
        is_part = word.is_capital and word.is_common and word.place is None and not is_role and word.head in (None, "thing")
        return start - 2 if is_part else start

    def _with_country(self, head: int, end: int) -> int:
        """The end of "Centre for Human Rights in Iran": where a body for a cause is at work, beside a body that is merely somewhere."""
        if (
            end > head + 1
            and end + 1 < len(self.words)
            and self.tokens[head].lower in _FOR_A_CAUSE
            and self.tokens[end - 1].lower in _CAUSES
            and self.tokens[end].lower == "in"
            and self.words[end + 1].is_capital
            and (self.words[end + 1].place is not None or self.words[end + 1].folded in self.lexicon.states)
        ):
            return end + 2
        return end

    # -- people

    def _is_cut(self, at: int, stop: int) -> bool:
        """True for a word that stands before names and is no part of them: titles, peoples, days, and a place before more."""
        word = self.words[at]
        if self.only_modifies(at) or self.is_short_title(at):
            return True
        if word.honorific or word.is_calendar:
            if word.is_calendar and len(word.folded) == len("Jan") and not self._is_a_month(at):
                self.found.singles.append((self.line, at))  # "Jan was picked up", where the document knows Matiullah Jan
            is_called_so = self._is_called_like_a_month if word.is_calendar else self._is_before_surname
            return word.given is None or at + 1 >= stop or not is_called_so(at)
        if word.is_people:
            return not self.is_listed_name(at, stop)
        if word.role is not None and word.given is None:
            return True
        if word.place is not None and not word.is_surname and not self.is_given_before_name(at, stop):
            self._place(at)
            return True
        if self.is_chinese_name(at, stop):
            return False
        if at <= self.first and word.is_common and (word.given is None or not self.next_is_name(at, stop)):
            return True
        if self._is_what_one_does(at, stop):
            return True
        is_addressed = at > 0 and word.head is None and (self.words[at - 1].honorific is not None or self.is_called(at, stop))
        is_cut = word.is_plain and not word.is_surname and not is_addressed and not self.is_listed_name(at, stop)
        if is_cut and not self.is_loose and word.head is None:
            self.found.singles.append((self.line, at))  # the document may know somebody of that name
        return is_cut

    def _is_what_one_does(self, at: int, stop: int) -> bool:
        """True for "Criminalising" in "Criminalising Aseem Odong's work is wrong": the verb that opens a sentence or quoted words, with a name behind it."""
        word, opens = self.words[at], at <= self.first or self.tokens[at - 1].text in _OPENING
        if not opens or at + 1 >= stop or word.given or word.is_surname or not _DOING.fullmatch(word.folded):
            return False
        stem = word.folded.removesuffix("ing")
        verbs = [stem, f"{stem}e", stem[:-1] if stem[-1] == stem[-2] else stem]
        return _MADE_VERBS.fullmatch(stem) is not None or any(self.lexicon.of(verb).is_common for verb in verbs)

    def _is_a_month(self, at: int) -> bool:
        before = self.tokens[at - 1].lower if at else ""
        return self._is_before_digit(at) or before.isdigit() or before in _BEFORE_MONTHS

    def _is_before_surname(self, at: int) -> bool:
        return self.words[at + 1].is_surname

    def _is_called_like_a_month(self, at: int) -> bool:
        """True for "May" in "the actress May Thiri Obra": a given name that is a month's too, and a word that only names people behind it."""
        before = self.tokens[at - 1].lower if at else ""
        if before[-1:].isdigit() or before in _ONLY_BEFORE_MONTHS:
            return False  # "In early May Obrazov was arrested"
        return self._is_before_surname(at) or (not self.is_loose and is_unknown(self.words[at + 1]) and before not in _BEFORE_MONTHS)

    def _tells_when(self, at: int) -> bool:
        """True for the day or month in front of a body that acts then; not in "the Sunday Times"."""
        before = self.tokens[at - 1].lower if at else ""
        if self.words[at].is_calendar:
            return before in _BEFORE_DAYS
        return at <= self.first and self.tokens[at].lower in _THIS_DAY

    def _place(self, at: int) -> None:
        state = self.lexicon.states.get(self.words[at].folded)
        if state is not None:
            self._add(at, at + 1, EntityKind.GOVERNMENT if self._acts(at, at + 1) else EntityKind.PLACE, key=state)
        else:
            self._add(at, at + 1, EntityKind.PLACE)

    def _candidate(self, at: int, stop: int) -> int:
        """Reads what may be a person's name from `at`; gives back its end."""
        end = at + 1
        while end < stop and self.continues(at, end):
            end += 1
        while end > at + 1 and self.words[end - 1].is_particle and not self.words[end - 1].is_capital:
            end -= 1
        if (behind := self._past_father(end)) > end:
            own = name_of(self.tokens, at, end, EntityKind.PERSON, self.title(at))
            self.found.names.append(replace(own, span=Span(own.span.start, self.tokens[behind - 1].span.stop)))
            return behind
        behind = self._past_nickname(end)
        if behind > end:
            self._add(at, behind, EntityKind.PERSON, title=self.title(at))
            return behind
        if end > at + 1 and self.words[at].folded in _ARTICLES and self._is_titled_thing(at, end):
            self._add(at, end, EntityKind.ORGANIZATION)
            return end
        if end == at + 1:
            self.found.singles.append((self.line, at))
        elif self.is_site(at, end):
            self._add(at, end, EntityKind.PLACE)
        elif self.is_person(at, end):
            return self._person(at, end)
        elif self.is_body_like(at, end):
            self._add(at, end, EntityKind.ORGANIZATION)
        elif at and self.tokens[at - 1].lower in _PLACE_BEFORE:
            self._add(at, end, EntityKind.PLACE)
        else:
            self.found.doubtful.append((self.line, at, end))
        return end

    def _past_nickname(self, end: int) -> int:
        """The end of a name that goes on behind a nickname in marks, as in: Juan “Kidlat” Obrazo; else `end`."""
        tokens, n = self.tokens, len(self.tokens)
        if end + 3 > n or tokens[end].text not in _OPENING or tokens[end].span.stop != tokens[end + 1].span.start:
            return end
        close = next((j for j in range(end + 2, min(end + 5, n - 1)) if tokens[j].text in _CLOSING), 0)
        if not close or tokens[close - 1].span.stop != tokens[close].span.start or not self.words[end + 1].is_capital:
            return end
        after = self.words[close + 1]
        if not after.is_capital or after.is_plain or after.role or after.honorific or after.is_calendar or after.head:
            return end
        stop, behind = self._run_end(close + 1), close + 2
        while behind < stop and self.continues(close + 1, behind):
            behind += 1
        return behind

    def _past_father(self, end: int) -> int:
        """The end of "Ghulam Obra s/o Karim Obra", as the police of Pakistan and India write it: the father is none of those told of; else `end`."""
        if [t.lower for t in self.tokens[end : end + 3]] not in _CHILD_OF or end + 3 >= len(self.words):
            return end
        return self._run_end(end + 3) if self.words[end + 3].is_capital else end

    def _is_titled_thing(self, at: int, end: int) -> bool:
        """True for "La Vigie", "Le Reflet du Faso": an article of another language before words that no list knows as names of people."""
        behind = self.words[at + 1 : end]
        if (
            self.tokens[at].text[0].islower()
            or self.title(at)
            or any(w.given or w.is_surname or w.is_initial for w in behind if not w.is_particle)
        ):
            return False
        return len(behind) == 1 or any(w.is_particle and not w.is_capital for w in behind)

    def _person(self, at: int, end: int) -> int:
        stop = end
        if (
            end + 2 < len(self.tokens)
            and self.tokens[end].text == "("
            and self.tokens[end + 2].text == ")"
            and _is_other_surname(self.words[end + 1])
            and not self._is_party(end + 1)
        ):
            stop = end + 3
        self._add(at, stop, EntityKind.PERSON, title="alias" if self.is_alias(at) else self.title(at))
        return stop

    def _add(self, at: int, end: int, kind: EntityKind, *, title: str = "", key: str | None = None) -> None:
        self.found.names.append(name_of(self.tokens, at, end, kind, title, key))


def _is_other_surname(word: Word) -> bool:
    """True for a word in brackets behind a name that is another surname of the person."""
    return word.is_capital and not (word.is_upper or word.is_common or word.place or word.is_people or word.is_calendar or word.head)


def name_of(tokens: Sequence[Token], at: int, end: int, kind: EntityKind, title: str = "", key: str | None = None) -> Name:
    words = tuple(t.text for t in tokens[at:end] if t.text not in "(),'’\"“”«»„")
    if len(words) == 2 and len(words[0]) > 3 and words[0].isupper() and not words[1].isupper():
        words = words[::-1]  # a register's "SURNAME Given"
    return Name(Span(tokens[at].span.start, tokens[end - 1].span.stop), kind, words, title, key)
