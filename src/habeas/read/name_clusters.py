"""Which proper names of one document are one person's or one body's?

Full names by surname and given name, spelling slips forgiven; then surnames and given names alone; bodies by their words, their
acronyms and the states they stand for. Roles that the text tells behind a name ("X, the prosecutor") are noted here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.languages.language import fold
from habeas.read.document import Document
from habeas.read.lexicon import Lexicon
from habeas.read.mentions import Found, gender_of_name
from habeas.read.name_evidence import skeleton

_BUCKET: Final = 40  # people looked at for one name
BODY_KINDS: Final = frozenset((EntityKind.ORGANIZATION, EntityKind.GOVERNMENT, EntityKind.COURT))
_SMALL: Final = ENGLISH.group("name_clusters.small")
_SAME_WORD: Final = {word: row[0] for word, row in ENGLISH.table("same_words").items()}
_APPOSED: Final = re.compile(r"\s?,\s(?:(?:the|a|an|her|his|their|its|one of the|another|then)\s)?((?:[\w’'.-]+\s){0,5}?[\w’'-]+)")
_WINDOW: Final = 90  # characters behind a name in which its apposition stands


@dataclass(slots=True)
class Cluster:
    """A person or body in the making."""

    kind: EntityKind
    found: list[Found] = field(default_factory=list)
    given: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    halves: set[str] = field(default_factory=set)
    full: list[tuple[str, ...]] = field(default_factory=list)
    gender: str = "u"
    number: str = "s"
    roles: list[str] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    key: str | None = None
    order: int = 0
    is_named: bool = False
    owner: Cluster | None = None
    starts: list[int] = field(default_factory=list)
    _sentences: dict[int, int] = field(default_factory=dict)

    def add(self, found: Found) -> None:
        self.found.append(found)
        self.is_named = self.is_named or found.form is MentionForm.NAME
        insort(self.starts, found.span.start)
        self._sentences[found.span.start] = found.sentence
        if self.gender == "u" and found.gender in ("m", "f"):
            self.gender = found.gender
        if found.role and found.role not in self.roles and found.form is not MentionForm.PRONOUN:
            self.roles.append(found.role)
        if found.form is MentionForm.NAME and self.kind is not EntityKind.PERSON:
            self.words.update(fold(w) for w in found.words)
        if found.form is MentionForm.NOMINAL:
            self.nouns.add(found.words[0])
        elif found.title:
            self.nouns.add(found.title.split()[-1])

    def last_before(self, offset: int) -> int | None:
        """Where the last mention before `offset` begins."""
        at = bisect_left(self.starts, offset)
        return self.starts[at - 1] if at else None

    def sentence_at(self, start: int) -> int:
        return self._sentences[start]


_WHO_TELL: Final = frozenset({"official", "prosecutor", "judge", "lawyer", "relative"})
_SPEAKS: Final = re.compile(r"\s(?:said|says|added|told|noted|explained|stated|continued|claimed|insisted|wrote)\b")
_SPOKEN_BY: Final = re.compile(r"\b(?:said|says|added|told|according to|noted|explained)\s(?:\w+\s)?$")

_DOES: Final = re.compile(r"\s(?:was|were|is|are|has|had|have|would|will|could|can|did|does|received|remained|faces|faced)\b")


def _is_speaking(text: str, found: Found) -> bool:
    """True where the words right before or behind the name make its bearer a speaker."""
    if _SPEAKS.match(text, found.span.stop) is not None:
        return True
    spoken_by = _SPOKEN_BY.search(text[max(0, found.span.start - 30) : found.span.start])
    return spoken_by is not None and _DOES.match(text, found.span.stop) is None  # "the office said X was moved": X says nothing


def cluster_people(text: str, names: Sequence[Found], lexicon: Lexicon) -> list[Cluster]:
    """Full names first, then what stands alone: a surname, a given name."""
    people = _People()
    has_initials = any(f.words[0][1:] == "." and f.words[0] != "M." for f in names)
    for found in (f for f in names if len(f.words) > 1):
        words = _given_first([skeleton(w) for w in found.words if w.rstrip(".")])
        around = people.alike([part for w in words for part in (w, *_halves(w))])[::-1]
        if not has_initials and (called := _called_monsieur(words, around)) is not None:
            called.add(found)
            continue
        person = next((p for p in around if _bears(p, words)), None) or next(
            (p for p in around if _is_same_person(p, words, lexicon)), None
        )
        if person is None and (found.title == "alias" or _is_known_as(text, found)):
            person = people.before(found)
        if person is None:
            person = people.add()
            if _is_somebodys_relative(text, found, lexicon):
                people.relatives.add(person.order)
        is_tail = any(_is_tail(words, full) for full in person.full)
        people.name(person, given=None if is_tail else words[0], surnames=[w for w in words[not is_tail :] if len(w.rstrip(".")) > 1])
        if not is_tail:
            person.full = [full for full in person.full if full != tuple(words) and not _is_tail(full, words)] + [tuple(words)]
        person.add(found)
    for found in sorted(
        (f for f in names if len(f.words) == 1), key=lambda f: f.title != "alias"
    ):  # a headline may call somebody so before
        word = skeleton(found.words[0])
        known = people.before(found) if found.title == "alias" else people.with_initials(found) or _by_one_word(people, text, word, found)
        person = known or people.add()
        if known is None or found.title == "alias":
            people.name(person, given=None, surnames=[word])
        person.add(found)
    for person in people.all:
        if person.gender == "u":
            person.gender = next((g for f in person.found if (g := gender_of_name(f.words, lexicon)) != "u"), "u")
    return people.all


def _is_somebodys_relative(text: str, found: Found, lexicon: Lexicon) -> bool:
    """True for X in "his wife, X", "Kim's brother X": whoever of that family name was told of before is somebody else."""
    before = _OWNED_NOUN.search(text, max(0, found.span.start - _WINDOW), found.span.start)
    row = lexicon.roles.get(before[1].lower()) if before is not None else None
    return row is not None and row[0] == "relative"


_OWNED_NOUN: Final = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|[’']s)\s(?:[a-z-]+\s){0,2}?([a-z-]+),?\s$")


def _is_known_as(text: str, found: Found) -> bool:
    """True for "Silent Voice" in "Anna Li, better known as Silent Voice"."""
    return _KNOWN_AS.search(text, max(0, found.span.start - _WINDOW), found.span.start) is not None


_KNOWN_AS: Final = re.compile(
    r"[,(]\s?(?:who\s(?:is|was)\s)?(?:(?:better|best|also|widely|popularly|commonly|more|often)\s)*(?:known\s(?:online\s)?(?:as|by|under)|alias|aka|a\.k\.a\.)\s[“\"«‘]?$"
)


class _People:
    """The people of one document, found by how their names begin and end, so that a list of thousands takes no longer a name."""

    def __init__(self) -> None:
        self.all: list[Cluster] = []
        self.relatives: set[int] = set()  # by their order: those whom the text brings in as "his wife, X"
        self._by_edge: dict[str, list[Cluster]] = {}

    def add(self) -> Cluster:
        person = Cluster(EntityKind.PERSON, order=len(self.all))
        self.all.append(person)
        return person

    def name(self, person: Cluster, *, given: str | None, surnames: Sequence[str]) -> None:
        """Notes names of the person, and makes the person findable by them."""
        if given is not None:
            person.given.add(given)
        person.surnames.update(surnames)
        halves = [half for w in surnames for half in _halves(w)]
        person.halves.update(halves)
        for word in (*surnames, *halves, *([given] if given else [])):
            for edge in _edges(word):
                bucket = self._by_edge.setdefault(edge, [])
                if not bucket or (bucket[-1] is not person and person not in bucket[-8:]):
                    bucket.append(person)

    def alike(self, words: Sequence[str]) -> list[Cluster]:
        """The people with a name that begins or ends as one of `words`, in the order of the text."""
        found = {p.order: p for word in words for edge in _edges(word) for p in self._by_edge.get(edge, [])[-_BUCKET:]}
        return [found[order] for order in sorted(found)]

    def with_initials(self, found: Found) -> Cluster | None:
        """The first person whose initials "A.L." are."""
        letters = found.words[0].split(".")[:-1]
        if len(letters) < 2 or any(len(letter) != 1 for letter in letters):
            return None
        wanted = [letter.lower() for letter in letters]
        return next((p for p in self.all for f in p.found if [w[0].lower() for w in f.words] == wanted), None)

    def before(self, found: Found) -> Cluster | None:
        """The person named last before an alias in brackets."""
        known = [(where, p.order) for p in self.all[-_BUCKET:] if (where := p.last_before(found.span.start)) is not None]
        return self.all[max(known)[1]] if known else None


def _edges(word: str) -> tuple[str, ...]:
    return ("^" + word[:3], word[-3:] + "$") if len(word) > 3 else ("=" + word,)


def _by_one_word(people: _People, text: str, word: str, found: Found) -> Cluster | None:
    """The person whom a surname or given name alone means: the one named so just before, else the first who bears it."""
    around = [p for p in people.alike([word]) if p.order not in people.relatives or p.starts[0] < found.span.start]
    for fits in (
        [p for p in around if word in p.surnames],
        [p for p in around if word in p.given],
        [p for p in around if word in p.halves],
        [p for p in around if any(_alike(s, word) for s in p.surnames)],
        [p for p in around if any(_alike(g, word) for g in p.given)],
        [p for p in around if len(word) > 3 and any(g.startswith(word) for g in p.given)],
    ):
        if found.title and found.gender != "u" and len(fits) > 1:
            fits = [p for p in fits if p.gender in (found.gender, "u")] or fits
        if fits:
            told_of = [p for p in fits if not set(p.roles) & _WHO_TELL]
            first = min(fits, key=lambda p: p.starts[0] if p.starts else found.span.start)
            is_named_before = first.last_before(found.span.start) is not None
            if told_of == [first] and len(fits) > 1 and is_named_before and not _is_speaking(text, found):
                return first  # "X Rahman was arrested, said officer Y Rahman. A court let police hold Rahman": X
            recent = [(where, n) for n, p in enumerate(fits) if (where := p.last_before(found.span.start)) is not None]
            if recent and found.sentence - fits[max(recent)[1]].sentence_at(max(recent)[0]) <= 1:
                return fits[max(recent)[1]]
            return first
    return None


def _is_patronymic(word: str, lexicon: Lexicon) -> bool:
    """True for "Petrovich", "Ivanovna"; "Dashkevich" is a surname, for no one is called Dashk."""
    if word.endswith(("ovna", "evna", "aevich", "eevich", "ievich", "oevich")):
        return True
    stem = word[:-5]
    return word.endswith(("ovich", "evich")) and any(lexicon.of(stem + end).given is not None for end in ("", "i", "y", "o"))


def _halves(word: str) -> tuple[str, ...]:
    """The halves of a double name: "Obrazo-Lin" is also called Obrazo, "El-Obraz" Obraz."""
    return tuple(half for half in word.split("-") if len(half) > 3) if "-" in word else ()


def _is_tail(short: Sequence[str], long: Sequence[str]) -> bool:
    return len(short) < len(long) and tuple(long[-len(short) :]) == tuple(short)


def _given_first(words: list[str]) -> list[str]:
    """The words of "Obrazov A. B." in the order of "A. B. Obrazov"."""
    initials = [w for w in words[1:] if len(w.rstrip(".")) == 1]
    return [*initials, words[0]] if len(words[0]) > 1 and len(initials) == len(words) - 1 else words


def _called_monsieur(words: Sequence[str], around: Sequence[Cluster]) -> Cluster | None:
    """Who "M. Obrazo" is where the text, as the French press does, writes so of a man named in full: the one who bears the name, if no given name begins so."""
    if len(words) != 2 or words[0] != "m.":
        return None
    bearers = [p for p in around if words[1] in p.surnames and p.full]
    is_initial = any(given.startswith("m") for p in bearers for given in p.given)
    return bearers[0] if len(bearers) == 1 and not is_initial and bearers[0].gender != "f" else None


def _bears(person: Cluster, words: Sequence[str]) -> bool:
    """True if one of the names ends as the other, or is it in another order: "Aziz Obraz" for "Abdoul Aziz Obraz", "OBRAZ Aziz" for "Aziz Obraz"."""
    for full in person.full:
        if _is_tail(words, full) or _is_tail(full, words) or (len(words) == len(full) and set(words) == set(full)):
            return True
    return False


def _is_same_person(person: Cluster, words: Sequence[str], lexicon: Lexicon) -> bool:
    """Same surname, and given names that are the same, an initial of one another, or one slip apart."""
    if len(words) == 2 and words[0] in person.given and _is_patronymic(words[1], lexicon):
        return not any(_is_patronymic(w, lexicon) for full in person.full for w in full)
    if len(words) > 2 and person.full and all(_differ_at_the_end(full, words) for full in person.full):
        return False
    surnames = [part for w in words[1:] if len(w.rstrip(".")) > 1 for part in (w, *_halves(w))]
    if not any(_alike(s, w) for w in surnames for s in (*person.surnames, *person.halves)):
        return False
    return any(
        _alike(g, words[0]) or _is_initial_of(g, words[0]) or _is_initial_of(words[0], g) or _is_short_for(g, words[0])
        for g in person.given
    )


def _differ_at_the_end(full: Sequence[str], words: Sequence[str]) -> bool:
    """True for "Vu Ba Tu" and "Vu Ba Khiem", "X bin Y" and "X bin Z": long names of the same shape with another last word."""
    if len(full) != len(words) or _alike(full[-1], words[-1]):
        return False
    return full[-1] not in words and words[-1] not in full


def _is_short_for(a: str, b: str) -> bool:
    """True for Nika and Nikoloz, Vlad and Vladyslav: a short form that begins like the long one."""
    short, long = sorted((a, b), key=len)
    return len(short) in (3, 4) and len(long) > len(short) + 1 and short[:3] == long[:3]


def _is_initial_of(short: str, long: str) -> bool:
    return len(short.rstrip(".")) == 1 and long.startswith(short[0])


def _alike(a: str, b: str) -> bool:
    """The same, or one letter apart in a word of five or more."""
    if a == b:
        return True
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[head + 1 :] == b[head + 1 :] or a[head:] == b[head + 1 :] or a[head + 1 :] == b[head:]


def note_roles_behind_names(document: Document, people: Sequence[Cluster], lexicon: Lexicon) -> None:
    """Roles told behind a name: "Rand, the Assistant Secretary of State", "who chairs", "Kriger (blogger)"."""
    for person in people:
        for found in person.found:
            behind = document.text[found.span.stop : found.span.stop + _WINDOW]
            match = _APPOSED.match(behind)
            if match is None and not person.roles and behind.startswith((" (", " – ", " — ", " - ")):
                match = re.match(r"\s[(–—-]\s?((?:[\w’'.-]+\s?){1,4})", behind)
            if match is None or _ANOTHER_SPEAKS.match(behind) is not None or _is_only_told_of(document, found, behind, lexicon):
                continue
            for word in _until_verb(match[1]):
                row = lexicon.roles.get(word)
                if row and row[2] == "s":
                    person.nouns.add(word)
                    if row[0] in person.roles:
                        break
                    person.roles.append(row[0])
                    if person.gender == "u" and row[1] != "u":
                        person.gender = row[1]
                    break


def _is_only_told_of(document: Document, found: Found, behind: str, lexicon: Lexicon) -> bool:
    """True for X in "Asked about X, the minister said": more than a title leads to the name, and "the minister" is somebody else."""
    start = max(document.sentences[found.sentence].span.start, found.span.start - _WINDOW)
    led = document.text[start : found.span.start].rstrip()
    if _OFFICE_SPEAKS.match(behind) is None or not led or led.endswith(","):
        return False
    return not all(w[0].isupper() or w in ("the", "a", "an") or w in lexicon.roles for w in led.split())


# "The court jailed X, his lawyer said": no apposition, for no comma closes it; somebody else tells it.
_TELLS: Final = r"(?:said|says|told|tells|wrote|writes|added|explained|noted|stated|reported|confirmed|announced|believes)"
_ANOTHER_SPEAKS: Final = re.compile(
    r"\s?,\s(?:his|her|their|a|an|another|one\sof\s(?:his|her|their|the))\s(?:(?!who\b|which\b|that\b|and\b)[\w’'-]+\s){1,4}"
    rf"{_TELLS}\b"
)
_OFFICE_SPEAKS: Final = re.compile(rf"\s?,\sthe\s(?:(?!who\b|which\b|that\b|and\b|of\b|for\b)[\w’'-]+\s){{1,4}}{_TELLS}\b")
_JOINED: Final = re.compile(r",\s(?:and\s)?|\sand\s")


def note_roles_of_lists(document: Document, people: Sequence[Cluster], lexicon: Lexicon) -> None:
    """Roles told once for several: of "judges X, Y and Z" each is a judge, of "lawyers X and Y" each a lawyer."""
    named = sorted(((f, p) for p in people for f in p.found), key=lambda pair: pair[0].span)
    shared: str | None = None
    for i, (found, person) in enumerate(named):
        before = document.text[max(0, found.span.start - 24) : found.span.start].lower().split()
        row = lexicon.roles.get(before[-1].rstrip(",:")) if before else None
        joined = i > 0 and _JOINED.fullmatch(document.text, named[i - 1][0].span.stop, found.span.start) is not None
        shared = row[0] if row is not None and row[2] == "p" else shared if joined else None
        if shared is not None and shared not in person.roles:
            person.roles.append(shared)


def _until_verb(words: str) -> Iterator[str]:
    for word in words.lower().split():
        if word in ("was", "is", "were", "has", "had", "said", "told", "who", "and", "which", "whose"):
            return
        yield word.strip("’'.,")


# -- bodies and places by name


def cluster_bodies(document: Document, names: Sequence[Found]) -> list[Cluster]:
    """One cluster a body: by its whole name, a shorter form of it, or one word of it that stands alone."""
    bodies = _Bodies()
    for found in names:
        body = bodies.known(document, found) or bodies.add(found)
        body.add(found)
        bodies.name(body, document, found)
    return bodies.all


class _Bodies:
    """The bodies of one document, found by whole names, by the words that mean them alone, and by the words they share."""

    def __init__(self) -> None:
        self.all: list[Cluster] = []
        self._whole: dict[tuple[str, str], Cluster] = {}
        self._alone: dict[tuple[str, str], Cluster] = {}
        self._contents: list[tuple[frozenset[str], Cluster]] = []

    def add(self, found: Found) -> Cluster:
        self.all.append(Cluster(found.kind, key=found.key))
        return self.all[-1]

    def known(self, document: Document, found: Found) -> Cluster | None:
        """The body that the name means, if it was named before.

        Two whole names that merely begin or end alike ("Human Rights Commission", "Election Commission") are two bodies; a name all of whose words another has is a shorter form of it.
        """
        for key in _whole_keys(document, found):
            if key in self._whole:
                return self._whole[key]
        alone = _alone_keys(found)
        if len(found.words) == 1:
            return next((self._alone[k] for k in _whole_keys(document, found) if k in self._alone), None)
        for key in alone:
            body = self._whole.get(key)
            if body is not None and all(len(f.words) == 1 for f in body.found if f.form is MentionForm.NAME):
                return body
        content = _content(found)
        if found.kind is EntityKind.PLACE or len(content) < 2:
            return None
        alike = (b for c, b in reversed(self._contents) if (c <= content or content <= c) and min(len(c), len(content)) >= 2)
        return next((b for b in alike if b.key == found.key or not {b.key, found.key} & _OF_MANY_BODIES), None)

    def name(self, body: Cluster, document: Document, found: Found) -> None:
        """Notes a name of the body."""
        for key in _whole_keys(document, found):
            self._whole.setdefault(key, body)
        for key in _alone_keys(found):
            self._alone.setdefault(key, body)
        if found.kind is not EntityKind.PLACE and len(found.words) > 1:
            self._contents.append((_content(found), body))


# A name that begins with one of these is another body: "United Nations Working Group on Arbitrary Detention", "European Union Delegation".
_OF_MANY_BODIES: Final = frozenset({"un", "eu", "coe", "osce", "au"})


def _group(found: Found) -> str:
    return "place" if found.kind is EntityKind.PLACE else "body"


def _content(found: Found) -> frozenset[str]:
    """The words that tell, whatever their order: of "Ministry of Foreign Affairs" and "Foreign Ministry" the same ones."""
    return frozenset(_SAME_WORD.get(w, w) for w in map(fold, found.words) if w not in _SMALL and w not in ("'s", "’s"))


def _whole_keys(document: Document, found: Found) -> list[tuple[str, str]]:
    """Under what a whole name is known: its key, its words, its acronym in brackets."""
    group = _group(found)
    keys = [(group, "key:" + found.key)] if found.key else []
    keys.append((group, "words:" + " ".join(sorted(_content(found)))))
    bracket = re.match(r"\s\(([A-Z][\w.-]{1,11})\)", document.text[found.span.stop : found.span.stop + 16])
    if bracket:
        keys.append((group, "words:" + fold(bracket[1])))
    return keys


def _alone_keys(found: Found) -> list[tuple[str, str]]:
    """What may stand for a name of several words: its last word ("Parliament"), its first ("Amnesty"), its initials."""
    words = [folded for w in found.words if (folded := fold(w))]  # a mark apart ("Peoples ' Union") folds to nothing
    if found.kind is EntityKind.PLACE or len(words) < 2:
        return []
    alone = [words[-1]] if words[-2] not in ("of", "in", "for") else []  # "Iran" is not the Mission of Iran
    if not found.words[0].isupper():  # "UN" alone is not the UN's working group
        alone.append(words[0])
    initials = "".join(w[0] for w in words if w not in ("of", "the", "for", "and", "on", "to", "in"))
    if len(initials) > 2:
        alone.append(initials)
    return [("body", "words:" + _SAME_WORD.get(w, w)) for w in alone]
