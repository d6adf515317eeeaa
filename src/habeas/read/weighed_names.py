"""Which proper names stand, when the rules and the encoder have both read the text?

The rules know given names, surnames' endings and titles; the encoder knows what a name looks like where it stands. A person of the rules whom the encoder
does not see is what the encoder takes the words for, or nothing; a person whom only the encoder sees is one, where it is sure. Bodies that only the encoder sees were
tried too: no difference on the dev part, a point less on other texts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind
from habeas.languages.english import ENGLISH
from habeas.read.date_values import WEEKDAYS
from habeas.read.grammar import words_of
from habeas.read.lexicon import Lexicon, Word
from habeas.read.name_evidence import names_office, skeleton
from habeas.read.name_runs import Name
from habeas.read.signals import Signals

SURE: Final = 0.7  # from here on the encoder's own people are people
UNSEEN: Final = 0.1  # below it the encoder does not see a person, or a name at all
OTHER: Final = 0.3  # and from here on it sees a name of another kind there
# Two words of which no list knows one as a name: below it 5 of 52 were people (texts of practice, train and invented).
DOUBTED: Final = 0.5
_EDGES: Final = " .,;:!?()[]“”\"«»‘’'"
_OWNING: Final = ("'s", "’s", "'", "’")
_AGE: Final = re.compile(r",\s(?:aged?\s)?\d{2}(?=[\n,;.)]|$)")
_LEADING: Final = ENGLISH.group("name_runs.leading")
_TIES: Final = ENGLISH.group("weighed_names.ties")


def weigh_names(names: Sequence[Name], text: str, signals: Signals, lexicon: Lexicon) -> list[Name]:
    """The names in order of the text, each of the kind that both readers together give it."""
    known = _known_words(names, lexicon)
    long = [(name, _judged(name, text, signals, lexicon, known)) for name in names if len(name.words) > 1]
    seen = {name.words for name, judged in long if judged is not None and judged.kind is name.kind is EntityKind.PERSON}
    out = [kept for name, judged in long if (kept := name if name.words in seen else judged) is not None]  # seen once, a person everywhere
    people = {part for n in out if n.kind is EntityKind.PERSON for w in _family_names(n, lexicon) for part in _parts(w)}
    alone = [name if _is_one_of(name, people) else _judged(name, text, signals, lexicon, known) for name in names if len(name.words) < 2]
    out += filter(None, alone)
    spans = [
        s for m in signals.mention_spans() if m.label == EntityKind.PERSON.value and m.probability >= SURE and (s := _bare(m.span, text))
    ]
    single = [s for s in spans if " " not in s.words(text)]
    for span in (s for s in spans if " " in s.words(text)):
        _take_full_name(span, text, out, lexicon)
    _lengthen_bodies(text, signals, out, lexicon)
    known = {part for n in out if n.kind is EntityKind.PERSON and (n.title or len(n.words) > 1) for w in n.words for part in _parts(w)}
    for span in single:
        _take_single(span, text, out, lexicon, known)
    out = list(_without_origins_and_ships(out, text, lexicon))
    return sorted(_without_outlets_and_seats(out, text, lexicon), key=lambda n: n.span.start)


def _without_outlets_and_seats(names: Sequence[Name], text: str, lexicon: Lexicon) -> Iterator[Name]:
    """The names; two words that the text once calls an outlet ("the website Mada Obra", "Mada Obra's editor-in-chief") or the seat of a court are no person."""
    told: dict[tuple[str, ...], EntityKind] = {}
    for name in names:
        if len(name.words) > 1 and not name.title and (kind := _told_kind(name, text)) is not None:
            told.setdefault(name.words, kind)
    for name in names:
        kind = told.get(name.words) if name.kind is EntityKind.PERSON and not name.title and not _AGE.match(text, name.span.stop) else None
        is_someone = any(lexicon.of(w).given for w in name.words) if kind is not None else False
        yield name if kind is None or is_someone else replace(name, kind=kind)


def _told_kind(name: Name, text: str) -> EntityKind | None:
    """What the words right beside the name say that it is: an outlet, whose staff or what kind of one it is; the seat of a court."""
    before, behind = text[max(0, name.span.start - _LOOK_BACK) : name.span.start], text[name.span.stop : name.span.stop + _LOOK_BACK]
    if _OUTLET_IN_FRONT.search(before) or _STAFF_BEHIND.match(behind):
        return EntityKind.ORGANIZATION
    return EntityKind.PLACE if _SEAT_BEHIND.match(behind) else None


_OUTLET_IN_FRONT: Final = re.compile(
    r"\b(?:website|newspaper|outlet|news channel|portal|magazine|weekly|daily|news agency|broadcaster|radio station|news site|podcast|newsroom) $"
)
_STAFF_BEHIND: Final = re.compile(
    r" (?:chief editor|editor|reporter|journalist|correspondent|newsroom|staff|columnist|contributor|photographer|cameraman)s?\b"
    r"|[’']s (?:chief editor|editor-in-chief|editorial|newsroom|reporters?|correspondents?|website|journalists)\b"
)
_SEAT_BEHIND: Final = re.compile(r" (?:prosecution|court|police|prison|jail|municipality|governorate|district court)\b")


def _without_origins_and_ships(names: Sequence[Name], text: str, lexicon: Lexicon) -> Iterator[Name]:
    """The names; words that no list knows are the place that somebody is of in "a Phu Obra man", and a ship in "the tanker Obra Star"."""
    told = Counter(word for n in names if n.kind is EntityKind.PERSON for word in set(n.words))
    for name in names:
        if name.kind is not EntityKind.PERSON or (name.title and name.title not in _ROYAL):
            yield name
            continue
        if _is_ship(name, text):
            continue
        is_told = any(told[word] > 1 for word in name.words)
        is_origin = len(name.words) > 1 and not is_told and not _has_name(name, lexicon) and _is_before_noun(name, text, lexicon)
        yield replace(name, kind=EntityKind.PLACE) if is_origin else name


def _is_ship(name: Name, text: str) -> bool:
    """True for "the tanker Obra Star", "the yacht Lady Obra"; not for "they fled by boat, and Anna Li stayed", nor "by boat Anna Li fled"."""
    before = text[max(0, name.span.start - _LOOK_BACK) : name.span.start].lower().split()[-3:]
    ship = next((i for i in range(-1, -2 - bool(name.title), -1) if len(before) >= -i and before[i] in _SHIPS), None)
    return ship is not None and _ABOARD.isdisjoint(before[:ship][-1:])


def _is_before_noun(name: Name, text: str, lexicon: Lexicon) -> bool:
    """True if a noun for a person stands right behind the name: one that could be no verb, and no relative's."""
    behind = _NOUN_BEHIND.match(text, name.span.stop)
    role = lexicon.roles.get(behind[1]) if behind is not None else None
    return role is not None and role[0] != "relative" and (role[2] == "s" or (behind is not None and behind[1].endswith(_NO_VERBS)))


_NOUN_BEHIND: Final = re.compile(r" ([a-z]+)\b(?!-)")
_NO_VERBS: Final = ("ers", "ors", "ists", "ents", "ians", "ics", "men")
_SHIPS: Final = ENGLISH.group("weighed_names.ships")
_ABOARD: Final = ENGLISH.group("weighed_names.aboard")
_ROYAL: Final = frozenset({"princess", "prince", "queen", "king", "lady"})  # what ships are called
_LOOK_BACK: Final = 60  # characters: longer than three words


def _family_names(name: Name, lexicon: Lexicon) -> list[str]:
    """The last word of a name, and those before it that are no first one and no word of the language: "Sharif" of "Ebrahim Sharif al-Sayed"."""
    inner = [
        w for w in name.words[1:-1] if len(w) > _SHORT and w[0].isupper() and not lexicon.of(w).is_common and lexicon.of(w).place is None
    ]
    return [*inner, name.words[-1]]


_SHORT: Final = 3  # letters


def _is_one_of(name: Name, people: set[str]) -> bool:
    """True for a family name alone whose bearer the text names in full: it stays a person, whatever the encoder takes one rare word for."""
    return name.kind is EntityKind.PERSON and any(skeleton(w) in people for w in name.words)


def _known_words(names: Sequence[Name], lexicon: Lexicon) -> set[str]:
    """The words of those who surely are people: one bears a given name or a surname's ending, or a title."""
    return {skeleton(w) for n in names if n.kind is EntityKind.PERSON and _has_name(n, lexicon) for w in n.words if len(w) > 2}


def _parts(word: str) -> set[str]:
    """The word and what stands behind its hyphen: "El-Baqer" makes "Baqer" known too."""
    return {skeleton(part) for part in (word, *word.split("-")) if len(part) > 1}


def _has_name(name: Name, lexicon: Lexicon) -> bool:
    words = [lexicon.of(w) for w in name.words]
    return bool(name.title) or any(w.given or w.is_surname or w.is_initial for w in words) or len(words) > 3


def _judged(name: Name, text: str, signals: Signals, lexicon: Lexicon, known: set[str]) -> Name | None:
    """A rule's person whom the encoder does not see is of the kind that it sees; None where it sees no name."""
    if name.kind is not EntityKind.PERSON or name.title in ("label", "alias"):
        return name
    if not name.title and len(name.words) > 1 and lexicon.of(name.words[0]).head == "place":
        return replace(name, kind=EntityKind.PLACE)  # "Avenida Bolívar"
    if len(name.words) > 1 and _AGE.match(text, name.span.stop):
        return name  # "Jano Archaya, 50": nothing else has an age
    person = signals.share("mention", EntityKind.PERSON.value, name.span)
    is_weak = len(name.words) > 1 and not _has_name(name, lexicon) and not any(skeleton(w) in known for w in name.words)
    if person >= (DOUBTED if is_weak else UNSEEN) or not signals.is_read(name.span):
        return name
    seen = {kind: signals.share("mention", kind.value, name.span) for kind in EntityKind if kind is not EntityKind.PERSON}
    likeliest = max(seen, key=lambda kind: seen[kind])
    if seen[likeliest] >= OTHER:
        return replace(name, kind=likeliest)
    return None if is_weak or sum(seen.values()) < UNSEEN else name


def _take_full_name(span: Span, text: str, out: list[Name], lexicon: Lexicon) -> None:
    """Adds a full name that the rules missed, cut, or hid in a place or body: "Riyadh" of "Riyadh Hamdan", "Ministry of Justice Anna Li"."""
    words = span.words(text)
    if not _is_name(words, lexicon) or _PARTED.search(words):
        return
    here = [i for i, n in enumerate(out) if n.span.is_beside(span, 1)]  # "King" in front of a name is its title
    found = Name(span, EntityKind.PERSON, tuple(words.split()))
    if not here:
        out.append(found)
    elif all(span.holds(out[i].span) for i in here) and not any(out[i].span == span for i in here):
        if _is_longer_name(found, [out[i] for i in here], lexicon):
            title = next((out[i].title for i in here if out[i].title and out[i].span.start == span.start), "")
            out[:] = [n for i, n in enumerate(out) if i not in here]
            out.append(replace(found, title=title))
    elif len(here) == 1 and (cut := _without_person(out[here[0]], span, text)) is not None:
        out[here[0]] = cut
        out.append(found)


def _lengthen_bodies(text: str, signals: Signals, out: list[Name], lexicon: Lexicon) -> None:
    """Makes bodies as long as the encoder sees them: "Bureau" of "Bureau for Reintegration Policies"; not "UN" of "UN expert on Sudan"."""
    for marked in signals.mention_spans():
        if marked.label != EntityKind.ORGANIZATION.value or marked.probability < SURE or (whole := _bare(marked.span, text)) is None:
            continue
        leading = _LEADING_IN.match(whole.words(text))
        start, stop = whole.start + (leading.end() if leading else 0), whole.start + len(_DANGLING.sub("", whole.words(text)))
        if start >= stop:
            continue  # "of the", and no body
        span = Span(start, stop)
        if "(" in span.words(text) and ")" not in span.words(text):
            continue  # "Guild of Editors (GE": two names of one body
        inner = sorted((n for n in out if n.span.touches(span)), key=lambda n: n.span.start)
        is_of_bodies = any(n.kind is EntityKind.ORGANIZATION for n in inner) and all(n.kind is not EntityKind.PERSON for n in inner)
        if len(inner) > 1 and any(_JOINED.fullmatch(text, a.span.stop, b.span.start) for a, b in pairwise(inner)):
            continue  # "Amnesty International and Human Rights Watch": two bodies
        is_owned = any(text.startswith(_OWNING[:2], n.span.stop) for n in inner)  # "Amnesty's South Asia office" is Amnesty
        if (
            is_of_bodies
            and not is_owned
            and not names_office(span.words(text).split(), lexicon)
            and all(span.holds(n.span) and span != n.span for n in inner)
        ):
            out[:] = [n for n in out if n not in inner]
            out.append(Name(span, EntityKind.ORGANIZATION, tuple(span.words(text).split())))


_LEADING_IN: Final = re.compile(r"(?:(?:of|by|from|for|at|with|to|and)\s)?(?:[Tt]he\s)?")  # "of Amnesty International"
_DANGLING: Final = re.compile(  # "the UN special" of "the UN special rapporteur"
    r"(?:,?\s(?:and|or|of|the|for|in|as|well|with|from|by|special|senior|deputy|former|independent|chief|acting|permanent))+$"
)
_JOINED: Final = re.compile(r",?\s(?:and|or|as well as|along with|together with)\s(?:the\s)?|,\s(?:the\s)?")


# Two names that the encoder saw as one: "Nadia Obrazi. Obrazi went home", or columns of those who sign.
_PARTED: Final = re.compile(r"[^\W\d_]{4}\.\s|\s{3}")


def _is_longer_name(found: Name, inner: Sequence[Name], lexicon: Lexicon) -> bool:
    """True if what the rules made of parts of `found` is better read as one name: no title is in it, no known body or state ends it."""
    words = [lexicon.of(w) for w in found.words]
    if any(w.role or w.honorific or not (w.is_capital or w.is_particle) for w in words) or any(w.head for w in words[1:]):
        return False
    return inner[-1].kind is EntityKind.PERSON or inner[-1].span.stop < found.span.stop or inner[-1].key is None


def _without_person(body: Name, person: Span, text: str) -> Name | None:
    """The body without the person at its end, "Ministry of Foreign Affairs" of "Ministry of Foreign Affairs Anna Li"; None where it holds none."""
    if body.kind is EntityKind.PERSON or body.key is not None or body.span.stop != person.stop or body.span.start >= person.start:
        return None
    before = text[body.span.start : person.start].split()
    if before and before[-1] in _TIES:
        before.pop()
    if not before or "to" in before or (len(before) == 1 and before[0].lower() in _LEADING):
        return None
    stop = text.rindex(before[-1], body.span.start, person.start) + len(before[-1])
    return replace(body, span=Span(body.span.start, stop), words=tuple(before))


def _take_single(span: Span, text: str, out: list[Name], lexicon: Lexicon, known: set[str]) -> None:
    """Adds a word that the encoder alone takes for a person, if a list or the document knows it as a name."""
    words = span.words(text)
    word = lexicon.of(words)
    is_vouched = not known.isdisjoint((skeleton(words), skeleton(words.removesuffix("s"))))  # "the Obrazovs"
    if not (is_vouched and word.is_capital) and not (_is_name(words, lexicon) and _is_personal(word)):
        return
    if words.lower() in words_of(ENGLISH.code, "crime", "settings"):
        return  # "Man Jailed Over Lese-Majeste"
    if (word.is_calendar and not is_vouched) or text[max(0, span.start - 1) : span.start] == "-":
        return  # "Ramadan's first night"; "Jin" of "the committee Obra-Jin"
    here = [i for i, n in enumerate(out) if n.span.is_beside(span, 1)]
    if not here:
        out.append(Name(span, EntityKind.PERSON, (words,)))
    elif len(here) == 1 and is_vouched and (place := out[here[0]]).kind is EntityKind.PLACE and place.key is None and place.span == span:
        out[here[0]] = replace(place, kind=EntityKind.PERSON)


def _is_personal(word: Word) -> bool:
    return (word.given is not None or word.is_surname) and word.place is None and not word.is_people


def _is_name(words: str, lexicon: Lexicon) -> bool:
    """False for titles, nouns for people, feasts and other words of the language: "Uzbek Agronomist" of a headline."""
    known = [lexicon.of(word) for word in words.split()]
    return (
        len(words) > 1
        and any(w.is_capital for w in known)
        and known[0].head != "place"
        and words.split()[0].lower() not in _FEASTS
        and not all(w.is_plain or w.role or w.honorific or (w.is_people and _ends_in_noun(known)) for w in known)
    )


def _ends_in_noun(words: Sequence[Word]) -> bool:
    """True for "Uzbek Agronomist" of a headline; not for "Dr Baloch"."""
    return len(words) > 1 and words[-1].role is not None


_FEASTS: Final = ENGLISH.group("weighed_names.feasts")


def _bare(span: Span, text: str) -> Span | None:
    """The span without marks at its ends and without the ending of a possessive; None where nothing is left."""
    words = span.words(text)
    start, stop = span.start + len(words) - len(words.lstrip(_EDGES)), span.stop - (len(words) - len(words.rstrip(_EDGES)))
    if text[start - 1 : start] in ("'", "’") and text.startswith("s ", start):
        start += 2  # "Beijing’s Public Security Bureau", of which the encoder saw the end
    for ending in _OWNING:
        if stop - len(ending) > start and text[stop - len(ending) : stop].lower() == ending:
            stop -= len(ending)
            break
    return _without_day(Span(start, _word_end(text, stop)), text) if start < stop else None


def _without_day(span: Span, text: str) -> Span:
    """The span without the day behind a name: "said Ahmed Zeid Sunday"."""
    name, _, last = span.words(text).rpartition(" ")
    return Span(span.start, span.start + len(name)) if name.strip() and last.lower() in WEEKDAYS else span


def _word_end(text: str, stop: int) -> int:
    """Where the word ends that the encoder cut at its apostrophe: "M’hamed"; the ending of a possessive is none of it."""
    if text[stop : stop + 1] not in ("'", "’") or not text[stop + 1 : stop + 2].isalpha() or text[stop : stop + 2].lower() in _OWNING:
        return stop
    stop += 1
    while stop < len(text) and text[stop].isalpha():
        stop += 1
    return stop
