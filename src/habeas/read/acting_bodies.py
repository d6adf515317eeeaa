"""Which capitalised words are the name of a body, because they ask or judge? "The Ashgabat Circle condemns …", "MISA Mozambique demanded …".

What no word list knows, or only in part, is named whole where it is the subject of such a verb, and wherever the same words stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from habeas.case.passage import Span
from habeas.case.person import Entity, Mention
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.languages.language import fold
from habeas.read.date_values import MONTH_NAMES
from habeas.read.lexicon import Word, lexicon_of
from habeas.read.name_evidence import names_office
from habeas.read.posts import HEAD_LINE

_VERB: Final = re.compile(
    r"(?:, who|, which)? (?:(?:has|have|had|also|again|strongly|firmly|today|yesterday|immediately|repeatedly|on [A-Z][a-z]+day) ){0,3}"
    r"(?:condemn(?:s|ed)|denounce[sd]|deplore[sd]|decrie[sd]|critici[sz]e[sd]|demand(?:s|ed)|repudiate[sd]|urge[sd]|(?:call|appeal)(?:s|ed)? (?:on|upon|for|to)"
    r"|protest(?:s|ed)|rebuke[sd]|blame[sd]|thank(?:s|ed)|hail(?:s|ed)|salute[sd]|(?:express|voic)e?(?:s|ed)? [“\"]?(?:its|their|deep|grave|serious|concern)|welcome[sd]|insist(?:s|ed)|regret(?:s|ted)|press(?:es|ed) (?:for|the)|ask(?:s|ed) (?:the|that|for|President)|want(?:s|ed)? (?:the|him|her|them|all)|remind(?:s|ed)|note[sd] with|(?:seeks|sought) |(?:call|describe|brand|label)(?:s|ed|d) (?:the|it|his|her|their|this|them)|said in a statement|noted in a statement"
    r"|accuse[sd] |reject(?:s|ed) |dismiss(?:es|ed) |den(?:ies|ied) |slam(?:s|med) |plead(?:s|ed) |begs |begged |qualif(?:ies|ied) the"
    r"|(?:is|are|was|were) (?:(?:deeply|gravely|extremely|very|seriously|profoundly) )?(?:concerned|alarmed|outraged|appalled|shocked|troubled|worried|dismayed))"
    r"(?:\b|(?<= ))"
)
_WHEN: Final = rf"(?:on|in|this|last) (?:(?:late|early|mid)[ -])?(?:[A-Z][a-z]+day|(?:\d{{1,2}} )?(?:{MONTH_NAMES})(?: \d{{1,2}})?,?(?: \d{{4}},?)?|\d{{4}})"
_FRONT: Final = re.compile(rf",?(?: (?:has|have|had|also|again|later|strongly|firmly|today|yesterday|in turn|{_WHEN})){{1,3}},?$")
_ASIDE: Final = re.compile(r", (?:which|who|an?|the|one|based|founded|formed) [^,;.:“”\"]{2,70},$")  # "Open Doors, a group in Velm, calls"
_ANY_VERB: Final = re.compile(
    r" (?:condemn(?:s|ed)|denounce[sd]|demand(?:s|ed)|urge[sd]|call(?:s|ed)|ask(?:s|ed)|t(?:akes|ook) note|g(?:ives|ave|iven)|said|says"
    r"|express(?:es|ed)|voice[sd]|issue[sd]|declare[sd]|decree[sd]|wrote|writes|read out|stated|states"
    r"|reject(?:s|ed)|accuse[sd]|den(?:ies|ied)|dismiss(?:es|ed)|protest(?:s|ed)|regret(?:s|ted)|deplore[sd]|criticised|criticized|welcome[sd]|confirm(?:s|ed)"
    r"|declined|refused|did not|could not|left|answered|replied|warned|appealed|plead(?:s|ed)|(?:is|are|was|were) (?:deeply |gravely |seriously )?(?:concerned|alarmed|worried|troubled|appalled))\b"
)
_SAYS: Final = re.compile(
    r"(?:, who|, which)? (?:(?:has|have|had|also|again|later|today|yesterday|on [A-Z][a-z]+day) ){0,3}"
    r"(?:said|says|report(?:s|ed)|state[sd]|added?s?|announce[sd]|estimate[sd]|count(?:s|ed)|record(?:s|ed)|document(?:s|ed)|believe[sd]|consider(?:s|ed)|argue[sd]|warn(?:s|ed)|confirm(?:s|ed)|note[sd]|recall(?:s|ed)|find[s]?|found|writes|wrote|learned|learnt)\b"
)
_SAID_BY: Final = re.compile(r"\b(?:[Aa]ccording to|said|says|reported|by|added|noted|told) (?=(?:the )?[A-ZÀ-Þ])")
_WORD: Final = r"[A-ZÀ-Þ][\w’'.&-]*"
_LINK: Final = r"(?:of the|for the|in the|of|for|in|at|and|on|against|without|de|des|du|la|le|en|et|del|&)"
_NO_DAY: Final = (
    rf"(?! (?:on|in|of|for|at) (?:{MONTH_NAMES}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"  # "by the City Court on May 16"
)
_NAME: Final = re.compile(rf"(?<![\w’'-]){_WORD}(?:{_NO_DAY} (?:{_LINK} )?{_WORD}){{0,7}}$")
_NAME_NEXT: Final = re.compile(rf"(?:the )?({_WORD}(?:{_NO_DAY} (?:{_LINK} )?{_WORD}){{1,7}})")
_ONLY: Final = re.compile(r"(?:^|[.!?”] )The ([A-ZÀ-Þ][a-zà-þ]{2,})$")  # "The Register calls upon …"
_PLAIN: Final = re.compile(r"[A-ZÀ-Þ][\w.’'&-]*(?: [\w.’'&-]+){1,6}")
_BRANCHES: Final = ENGLISH.group("acting_bodies.branches")
_BRANCH: Final = re.compile(
    rf"(?<![\w’'-])(?:[Tt]he |[Aa]n? )?(?:[\w-]+ )?(?:{'|'.join(sorted(_BRANCHES))})(?: for (?:the )?{_WORD}(?: {_WORD})?)?"
    rf" (?:of|at|to) (?:the )?{_WORD}(?: (?:{_LINK} )?{_WORD}){{0,5}}$"
)
_OWNER: Final = r"(?:(?:[A-ZÀ-Þ]\.)+|[A-ZÀ-Þ][\w’'-]*)"
_POSTS: Final = ENGLISH.group("acting_bodies.posts")
_POST: Final = re.compile(
    rf"(?<![\w’'-])(?:[Tt]he )?({_OWNER}(?: {_OWNER}){{0,2}}) (?:[a-z-]+ ){{0,2}}"
    rf"(?:{'|'.join(sorted(_POSTS))})(?: in (?:the )?{_WORD}(?: {_WORD})?)?$"
)
_HEADING: Final = _BRANCHES | _POSTS
_SHORT: Final = re.compile(r" \(([A-ZÀ-Þ][\w-]{1,9}|[^()]{1,24})\)$")
_REACH: Final = 110  # characters of a name
_ABBREVIATED: Final = 4  # letters and the stop of "Mrs.", "St."
_LEXICON: Final = lexicon_of(ENGLISH)


def add_acting_bodies(entities: Sequence[Entity], text: str) -> tuple[Entity, ...]:
    """The entities; the name of a body that asks or judges is one mention wherever it stands, as long as the text writes it."""
    for name in dict.fromkeys(_names(text)):
        entities = _with_name(entities, name, _places(text, name), text)
    for name, short in dict.fromkeys(_spelt_out(text)):
        known = next((e.id for e in entities if e.kind is EntityKind.ORGANIZATION and any(m.text == short for m in e.mentions)), None)
        if known is not None:
            entities = _with_name(entities, name, _places(text, name), text, known)
    return tuple(entities)


def _places(text: str, name: str) -> list[Span]:
    return [Span(m.start(), m.end()) for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]


def _spelt_out(text: str) -> Iterator[tuple[str, str]]:
    """The names in front of their initials: "Journalistes en alerte (JEA)"; small words may or may not count."""
    for found in _INITIALS.finditer(text):
        before = re.split(r"[()\[\]]", _before(text, found.start()))[-1]
        words = before.split(" ")[-_WORDS_OF_INITIALS:]
        for first in range(len(words) - 1, -1, -1):
            if not words[first] or fold(words[first])[:1] != found[1][0].lower():
                continue
            initials = [(fold(w)[:1], w) for w in words[first:] if w[:1].isalpha()]
            letters = "".join(re.escape(letter) + ("" if w[0].isupper() else "?") for letter, w in initials if letter)
            if re.fullmatch(letters, fold(found[1])):
                yield " ".join(words[first:]), found[1]
                break


_INITIALS: Final = re.compile(r" \(([A-ZÀ-Þ]{2,8})\)")
_WORDS_OF_INITIALS: Final = 12


def _names(text: str) -> Iterator[str]:
    """The capitalised words in front of verbs of asking and judging that may name a body, and the branches of bodies that do anything at all."""
    for verb in _VERB.finditer(text):
        before = _ASIDE.sub("", _before(text, verb.start()))
        if (short := _SHORT.search(before)) is not None:
            before = before[: short.start()]
        before = _FRONT.sub("", before)
        if (only := _ONLY.search(before)) is not None and not _LEXICON.of(only[1]).is_people and _LEXICON.of(only[1]).role is None:
            yield only[1]
        if (
            _BRANCH.search(before) is None
            and (found := _NAME.search(before)) is not None
            and (name := _trimmed(found[0]))
            and _may_be_body(name)
        ):
            yield name
    for verb in _SAYS.finditer(text):
        before = _FRONT.sub("", _ASIDE.sub("", _before(text, verb.start())))
        if _BRANCH.search(before) is None and (found := _NAME.search(before)) is not None and _is_long(name := _trimmed(found[0])):
            yield name
    for said in _SAID_BY.finditer(text):
        behind = text[said.end() : said.end() + _REACH].split("\n")[0]
        if (found := _NAME_NEXT.match(behind)) is not None and _is_long(name := found[1].rstrip(".,;:")):
            yield name
    for head in HEAD_LINE.finditer(text) if "@" in text else ():
        name = re.sub(r"[^\w.]+$", "", head[1])
        if any(_heads(w) for w in name.split()) and _PLAIN.fullmatch(name):
            yield name
    for verb in _ANY_VERB.finditer(text):
        before = _before(text, verb.start())
        words = before.split()
        if _HEADING.isdisjoint(words):
            continue
        before = _FRONT.sub("", before)
        if not _BRANCHES.isdisjoint(words) and (branch := _BRANCH.search(before)) is not None:
            yield branch[0]
        elif not _POSTS.isdisjoint(words) and (post := _POST.search(before)) is not None and _is_of_a_state(post[1]):
            yield post[0]


def _is_long(name: str) -> bool:
    """True for a name of three words or more that may be a body's and holds a small word or a head of bodies: "Committees for the Defence of Speech"."""
    words = name.split()
    return len(words) > 2 and _may_be_body(name) and any(w[0].islower() or _heads(w) for w in words)


def _is_of_a_state(owner: str) -> bool:
    """True for whose a post is: "Norway", "the United States", "Qatari", "UN"; not for "Clinton"."""
    words = re.sub(r"[’']s?$", "", owner).split()
    name = " ".join(words).lower()
    return name in _LEXICON.states or name in _UNIONS or all(_LEXICON.of(w).is_people or _is_place(w) for w in words)


_UNIONS: Final = frozenset({"un", "united nations", "eu", "european union", "african union", "u.n.", "u.s.", "uk"})


def _before(text: str, stop: int) -> str:
    """The words in front of a verb, on its line."""
    return text[max(0, text.rfind("\n", 0, stop) + 1, stop - _REACH) : stop]


def _trimmed(name: str) -> str:
    """The name without the words that only open the sentence, and without the body in front of "and"."""
    words = name.split()
    ends = [i for i, w in enumerate(words) if w.endswith(".") and len(w) > _ABBREVIATED and w.count(".") == 1]
    words = words[ends[-1] + 1 :] if ends else words
    while words and (
        words[0].lower() in _OPENING
        or words[0].lower() in _LEXICON.openers
        or _LEXICON.of(words[0].removesuffix("'s").removesuffix("’s")).is_calendar
    ):
        words = words[1:]
        while words and words[0][0].islower():
            words = words[1:]
    for i in range(len(words) - 2, 0, -1):
        is_body = (
            i > 1 or _LEXICON.of(words[0]).is_upper
        )  # "PEN and the Norwegian Helsinki Committee", not "the Press and Society Institute"
        if words[i] in ("and", "&") and is_body and any(_heads(w) for w in words[i + 1 :]):
            words = words[i + 1 :]
            break
    owner = next((i for i, w in enumerate(words[:-1]) if w.endswith(("'s", "’s")) and _is_place(w[:-2])), None)
    return " ".join(words if owner is None else words[owner + 1 :])


_OPENING: Final = frozenset({"yesterday", "today", "tonight", "tomorrow", "later", "earlier"})


def _heads(word: str) -> bool:
    found = _LEXICON.of(word)
    return found.head in ("organization", "court") or (found.is_upper and len(word) > 1)


def _is_place(word: str) -> bool:
    found = _LEXICON.of(word)
    return found.place is not None or word.lower() in _LEXICON.states


def _may_be_body(name: str) -> bool:
    """True for two words or more that end in no office, and are no headline in capitals."""
    words = name.split()
    last = _LEXICON.of(words[-1])
    if all(w[0].islower() or _is_place(w) for w in words):
        return False  # "Canada and Norway urge"
    if names_office(words, _LEXICON):
        return False
    if len(words) == 1:
        return _INNER_CAPITAL.search(name) is not None or _is_unheard_of(last)  # Promo-LEX
    if _LEXICON.of(words[0]).role is not None and not any(_tells_of_body(w) for w in words[1:]):
        return False  # "Prosecutor X Y"
    if not any(w[0].isupper() and _tells_of_body(w) for w in words):
        return False  # two names that no word list knows are as often a person's
    is_headed = last.role is None or " of " in name  # "the Order of Physicians"
    return len(words) > 1 and name.lower() not in _LEXICON.states and is_headed and not last.is_people and not name.isupper()


def _tells_of_body(word: str) -> bool:
    """True for a word that a person is hardly called by: an ordinary word, a head of bodies, initials, a place, a people."""
    found = _LEXICON.of(word.removesuffix("'s").removesuffix("’s").rstrip("'’"))
    return (
        (found.is_common and found.given is None) or found.head is not None or found.is_upper or found.place is not None or found.is_people
    )


def _is_unheard_of(word: Word) -> bool:
    """True for a word that no list has and that is no plural or verb with a capital: "Cubalex", "TK-Help"; a person stands as one already."""
    known = word.is_common or word.is_calendar or word.is_people or word.is_surname or word.place or word.head or word.role or word.given
    is_plural = word.folded.endswith("s") and not word.folded.endswith(("us", "os", "is", "as"))
    is_long = len(word.folded) > _SHORTEST and word.folded not in _LEXICON.states
    return not known and is_long and not is_plural and not word.folded.endswith(_INFLECTED)


_SHORTEST: Final = 4
_INFLECTED: Final = ("men", "ed", "ing", "ly", "rati", "upon", "wards")
_INNER_CAPITAL: Final = re.compile(r"[a-zà-þ]-?[A-ZÀ-Þ]|[A-ZÀ-Þ]{2}-[A-ZÀ-Þ][a-zà-þ]")


def _with_name(entities: Sequence[Entity], name: str, spans: Sequence[Span], text: str, known: str | None = None) -> Sequence[Entity]:
    """The entities with the name at these places; unchanged where a person or a longer name stands there, or where it is known so far as needed."""
    inside = [(e, m) for e in entities for m in e.mentions if any(s.touches(m.span) for s in spans)]
    if any(e.kind is EntityKind.PERSON and m.form is MentionForm.NAME for e, m in inside):
        return entities
    if any(not any(s.holds(m.span) for s in spans) and m.form is MentionForm.NAME for e, m in inside):
        return entities
    if inside and " " not in name:
        return entities
    bodies = [(e, m) for e, m in inside if e.kind not in (EntityKind.PERSON, EntityKind.PLACE) and m.form is MentionForm.NAME]
    of_others = [e for e, m in bodies if _only_peoples(name, m.text) and _is_of_others(e, name, m.text, text)]
    if not of_others and any(len(m.span) * 5 >= len(name) * 4 or _only_peoples(name, m.text) for _, m in bodies):
        return entities
    own = bodies[0][0] if bodies and bodies[0][0].kind is EntityKind.ORGANIZATION else None
    own = None if of_others else next((e for e in entities if e.id == known), own)
    if (
        name[0].islower() or name.startswith("The ") or not _POSTS.isdisjoint(name.split())
    ):  # "the council of the Bar Association" is not the Bar Association
        own = next((e for e, m in inside if m.form is MentionForm.NOMINAL and not e.is_named and e.kind is EntityKind.ORGANIZATION), None)
    whole = tuple(Mention(s, name, MentionForm.NAME) for s in spans)
    out: list[Entity] = []
    for entity in entities:
        kept = tuple(m for m in entity.mentions if not any(s.touches(m.span) for s in spans))
        if own is not None and entity.id == own.id:
            out.append(replace(entity, name=name, mentions=tuple(sorted((*kept, *whole)))))
        elif kept or not entity.mentions:
            out.append(entity if len(kept) == len(entity.mentions) else replace(entity, mentions=kept))
    if own is None:
        number = sum(e.id.startswith("body") for e in entities)
        out.append(Entity(f"body{number}", EntityKind.ORGANIZATION, name, whole))
    return out


def _is_of_others(entity: Entity, name: str, known: str, text: str) -> bool:
    """True if the entity's name stands elsewhere behind another people: "the Polish Foreign Ministry" is not "the Belarusian Foreign Ministry"."""
    front = name.removesuffix(known).split()[-1:]
    for mention in entity.mentions:
        before = text[max(0, mention.span.start - _REACH) : mention.span.start].split()[-1:]
        word = before[0] if before else ""
        if mention.form is MentionForm.NAME and before != front and word and (_LEXICON.of(word).is_people or _is_place(word)):
            return True
    return False


def _only_peoples(name: str, known: str) -> bool:
    """True if the known name lacks nothing but the people or state in front: "Foreign Ministry" of "Russian Foreign Ministry"."""
    front = name.removesuffix(known).split()
    return name.endswith(known) and all(_LEXICON.of(w).is_people or _is_place(w) for w in front)
