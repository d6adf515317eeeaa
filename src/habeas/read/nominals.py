"""Which nouns and pronouns stand for a person, a body, or a document that speaks?

"The lawyer", "his wife", "prison officials", "the ministry", "the statement", "the three", "she". A noun needs a determiner or a
plural; a role right in front of a name is that name's title and no mention of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from habeas.case.passage import Span
from habeas.case.vocabulary import EntityKind
from habeas.languages.english import ENGLISH
from habeas.read.document import Sentence, Token
from habeas.read.lexicon import Lexicon

PRONOUNS: Final = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("m", "s")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("f", "s")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("u", "p")),
    **dict.fromkeys(("it", "its", "itself"), ("n", "s")),
}
OF_TWO: Final = ("former", "latter")
_FINITE: Final = ENGLISH.group("reporting.finite")
_OWNERS: Final = ENGLISH.group("nominals.owners")
_DETERMINERS: Final = (
    frozenset(
        "the a an this that these those another one some several many most all both two three four five six seven eight nine ten other each every no any".split()
    )
    | _OWNERS
)
_INDEFINITE: Final = ENGLISH.group("nominals.indefinite")
_NUMBERS: Final = ENGLISH.group("nominals.numbers")
_STOPS: Final = ENGLISH.group("nominals.stops")
_RANKS: Final = frozenset("special chief permanent senior deputy press independent".split())
_BEHIND_THOSE: Final = frozenset("who present close familiar nearby around gathered".split())  # "those who know her say"
DOCUMENTS: Final = ENGLISH.group("nominals.documents")
_BODIES: Final = ENGLISH.group("nominals.bodies")
_MANY_BODIES: Final = ENGLISH.group("nominals.many_bodies")
_OF_A_BODY: Final = ENGLISH.group("nominals.of_a_body")
_HEADS_OF_A_BODY: Final = ENGLISH.group("nominals.heads_of_a_body")
_COMPOUND: Final = ENGLISH.group("nominals.compound")
_FORCES: Final = frozenset({"guard", "unit", "squad", "brigade", "division", "branch"})  # bodies where the word before says so
_OF_A_FORCE: Final = ENGLISH.group("nominals.of_a_force")
_EXPERTS: Final = frozenset("experts rapporteurs".split())
_UN: Final = frozenset("un u.n. nations".split())
_MEASURES: Final = ENGLISH.group("nominals.measures")
_IN_TITLES: Final = ENGLISH.group("nominals.in_titles")
_PRESS: Final = frozenset({"press", "news", "media"})
_OF_PERSONS: Final = frozenset({"his", "her", "their", "immediate", "unconditional", "'s", "’s"})
_LONGEST_LABEL: Final = 2  # words in front of a colon that name an office
_MODIFIERS: Final = ENGLISH.group("nominals.modifiers")


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase or pronoun where it stands. `head` is its noun in lower case; `owner` says that a possessive leads it."""

    span: Span
    kind: EntityKind
    head: str
    role: str | None
    gender: str
    number: str
    is_pronoun: bool = False
    is_definite: bool = True
    owner: str = ""
    is_document: bool = False


def find_nominals(sentence: Sentence, names: Sequence[Span], lexicon: Lexicon) -> Iterator[Nominal]:
    """The pronouns and nominal mentions of one sentence; `names` are the spans of its proper names, in order."""
    tokens = sentence.tokens
    starts = {n.start for n in names}
    inside = _inside(sentence, names)
    low = [t.lower for t in tokens]
    done = 0
    for i, token in enumerate(tokens):
        if inside[i]:
            done = i + 1
            continue
        if low[i] in PRONOUNS:
            gender, number = PRONOUNS[low[i]]
            kind = EntityKind.ORGANIZATION if gender == "n" else EntityKind.PERSON
            yield Nominal(token.span, kind, low[i], None, gender, number, is_pronoun=True)
            continue
        if low[i] in OF_TWO and low[max(0, i - 1) : i] == ["the"] and _stands_alone(low, i):
            whole = Span(tokens[i - 1].span.start, token.span.stop)
            yield Nominal(whole, EntityKind.PERSON, low[i], None, "u", "s", is_pronoun=True)
            continue
        if low[i] == "those" and low[i + 1 : i + 2] and low[i + 1] in _BEHIND_THOSE:
            yield Nominal(token.span, EntityKind.PERSON, low[i], "other", "u", "p", is_definite=False)
            continue
        noun = _noun(low, i, lexicon)
        if noun is None or (_is_before_name(tokens, i, starts, lexicon) and _is_title(noun)):
            continue
        if i + 1 < len(tokens) and _noun(low, i + 1, lexicon) and not inside[i + 1] and low[i + 1] not in DOCUMENTS:
            continue
        if low[i] in _ADJECTIVES_TOO and noun[2] == "s" and _leads_to_noun(low, i):
            continue  # "the national weather service"
        if noun[0] == "body" and _is_of_another_body(low, i):
            continue  # "the state human rights commission"
        if _is_in_front_of_noun(sentence, low, i, lexicon) or _is_measure(low, i, lexicon):
            continue
        if low[i] == "release" and (
            low[i + 1 : i + 2] == ["of"] or (low[i - 1] not in _PRESS and not _OF_PERSONS.isdisjoint(low[max(0, i - 4) : i]))
        ):
            continue  # "the release of X", "her immediate release" are no press release
        found = _phrase(sentence, low, i, done, noun, lexicon)
        if found is not None:
            yield found
            done = i + 1


def _is_before_name(tokens: Sequence[Token], i: int, starts: set[int], lexicon: Lexicon) -> bool:
    """True for a noun right before a name, or before a form of address and a name: "her counsel Me Obrazo"."""
    if i + 1 < len(tokens) and tokens[i + 1].span.start in starts:
        return True
    return i + 2 < len(tokens) and tokens[i + 2].span.start in starts and lexicon.of(tokens[i + 1].text).honorific is not None


def _stands_alone(low: Sequence[str], i: int) -> bool:
    """True for "the latter said", "the former, who …"; not for "the former minister"."""
    after = low[i + 1] if i + 1 < len(low) else "."
    return (
        after in _FINITE
        or after in (",", "also", "then")
        or after.endswith("ed")
        or (after.endswith("s") and after.isalpha() and len(after) > 4)
    )


def _is_in_front_of_noun(sentence: Sentence, low: Sequence[str], i: int, lexicon: Lexicon) -> bool:
    """True for "media" in "a media rights group", for "General" in "the General Security of Erbil": no one is meant by the word itself."""
    at = i + 1
    while at < len(low) and at < i + 3 and low[at] in _COMPOUND:
        at += 1
    if at > i + 1 and at < len(low) and _noun(low, at, lexicon) is not None:
        return True
    if i + 1 >= len(low) or not i:
        return False
    here, after = sentence.tokens[i].text, sentence.tokens[i + 1].text
    return here[0].isupper() and after[0].isupper() and after[1:].islower() and lexicon.of(after).is_plain and low[i] in _IN_TITLES


def _leads_to_noun(low: Sequence[str], i: int) -> bool:
    """True where a plain word follows that is no verb and no preposition: the word before it is an adjective."""
    after = low[i + 1] if i + 1 < len(low) else ""
    if after.isalpha() and after not in _STOPS | _FINITE and low[i + 2 : i + 3] and low[i + 2] in _BODIES:
        return True  # "the national communications authority"
    if low[i] == "general" and after in ("elections", "affairs", "conditions", "terms", "principles", "strikes"):
        return True
    return after.isalpha() and after not in _STOPS and after not in _FINITE and not after.endswith(("ed", "s", "ly", "ing"))


def _is_of_another_body(low: Sequence[str], i: int) -> bool:
    """True for a word for a body that plain words and the head of another follow: it only says of which kind that one is."""
    for j in range(i + 1, min(i + 4, len(low))):
        if low[j] in _BODIES:
            return j > i + 1
        if not low[j].isalpha() or low[j] in _STOPS | _FINITE | _DETERMINERS or low[j].endswith(("ed", "ing", "ly")) or low[j] in PRONOUNS:
            return False
    return False


_ADJECTIVES_TOO: Final = frozenset("national official civilian individual local general youth".split())


def _is_whole_office(sentence: Sentence, head: int) -> bool:
    """True for "the District Police Commander said"; not for "US Secretary of State X", "the UN Chief X": what follows is a part of the title."""
    if sentence.tokens[head].lower not in _HEADS_OF_A_BODY or head + 1 >= len(sentence.tokens):
        return False
    after = sentence.tokens[head + 1]
    return after.lower not in ("of", "for", "in", "on") and not after.text[0].isupper()


def _is_measure(low: Sequence[str], i: int, lexicon: Lexicon) -> bool:
    """True for "group" in "a group of UN special rapporteurs": who they are stands behind."""
    if low[i] not in _MEASURES or low[i + 1 : i + 2] != ["of"]:
        return False
    behind = (_noun(low, j, lexicon) for j in range(i + 2, min(i + 7, len(low))))
    noun = next((n for n in behind if n is not None), None)
    return noun is not None and noun[2] == "p"


def _inside(sentence: Sentence, names: Sequence[Span]) -> list[bool]:
    """For each token: does it belong to a proper name?"""
    out, at = [], 0
    for token in sentence.tokens:
        while at < len(names) and names[at].stop <= token.span.start:
            at += 1
        out.append(at < len(names) and names[at].start <= token.span.start)
    return out


def _noun(low: Sequence[str], i: int, lexicon: Lexicon) -> tuple[str, ...] | None:
    """Role, gender, number of the noun at `i`; the role "body", "document" or "group" for what is no person."""
    word = low[i]
    if word == "accused" and i and (low[i - 1] in _BODIES or low[i - 1] in _MANY_BODIES or low[i - 1] in lexicon.roles):
        return None  # "the ministry accused them", "a man accused of theft"
    if word in DOCUMENTS:
        return ("document", "n", "s")
    if word in _BODIES or (i and word in _FORCES and low[i - 1] in _OF_A_FORCE):
        return ("body", "n", "s")
    if word in _MANY_BODIES:
        return ("body", "n", "p")
    if word == _AGED and _is_age(low, i) and _ends_phrase(low, i):
        return ("other", "u", "s")
    if (
        word in _NUMBERS
        and i
        and low[i - 1] in ("the", "all", "these")
        and (i + 1 == len(low) or not low[i + 1][0].isalpha() or low[i + 1] in _STOPS or low[i + 1].endswith("ed"))
    ):
        return ("other", "u", "p")
    return lexicon.roles.get(word)


def _is_age(low: Sequence[str], i: int) -> bool:
    """True at the last of the words "41", "-", "year-old"."""
    return i > 1 and low[i] == _AGED and low[i - 1] == "-" and low[i - 2].isdigit()


def _ends_phrase(low: Sequence[str], i: int) -> bool:
    """True where no noun follows: "the 41-year-old was", not "the 41-year-old weekly"."""
    after = low[i + 1] if i + 1 < len(low) else "."
    return not after[0].isalnum() or after in _STOPS or after in _FINITE or after.endswith("ed") or after in ("also", "then", "later")


_AGED: Final = "year-old"


def _is_plural_owner(tokens: Sequence[Token], mark: int) -> bool:
    """True for the mark of "the journalists' union"; a closing quotation mark stands behind any word."""
    return mark > 0 and tokens[mark - 1].lower.endswith("s") and tokens[mark - 1].span.stop == tokens[mark].span.start


def _is_title(noun: tuple[str, ...]) -> bool:
    return noun[0] not in ("document", "body")


def _phrase(sentence: Sentence, low: Sequence[str], head: int, done: int, noun: tuple[str, ...], lexicon: Lexicon) -> Nominal | None:
    """The shortest phrase around the noun at `head`: back to a determiner, or a bare plural with its modifiers."""
    role, gender, number = noun
    tokens = sentence.tokens
    start, determiner = head, ""
    back = head - 1
    while back >= done and head - back <= 6:
        word = low[back]
        if word == "that" and back and (number == "p" or (low[head + 1 : head + 2] and low[head + 1] in _FINITE)):
            break  # "said that officers were": no determiner
        if word in _DETERMINERS:
            start, determiner = back, word
            while start - 1 >= done and low[start - 1] in _DETERMINERS | {"of"} and low[start - 1] in ("all", "both", "one", "the"):
                start -= 1
            break
        if word in ("'s", "’s") or (word in ("'", "’") and noun[0] == "body" and _is_plural_owner(tokens, back)):
            is_common = back > done and low[head] in _BODIES and tokens[back - 1].text.isalpha() and tokens[back - 1].text.islower()
            start, determiner = (back - 1 if is_common else back + 1), "'s"  # "the prosecutor's office" is one body
            break
        if _is_age(low, back) or _is_age(low, back + 1):
            back -= 1
            continue
        if word in _STOPS or not word[0].isalnum():
            break
        back -= 1
    if not determiner:
        while start - 1 >= done > 0 and low[start - 1] in _RANKS:
            start -= 1
        behind_name = start == done > 0  # "UN experts", "the US embassy", "the UN special rapporteur": the name before only modifies
        is_office = low[head] in _OF_A_BODY or _is_whole_office(sentence, head)
        is_label = head - done < _LONGEST_LABEL and not done and low[head + 1 : head + 2] == [":"] and role == "official"
        is_rank = tokens[head].text.isupper() and not lexicon.of(tokens[head].text).is_common  # "SSP of Kotpur said", "SHO: …"
        is_known = low[head] in ("police", "prosecution") or (behind_name and is_office) or is_label or is_rank
        if number != "p" and not is_known:
            return None
        if is_label and number != "p":
            start, determiner = 0, "the"  # "Press secretary: …", turn for turn the same
        while determiner != "the" and start - 1 >= done and (low[start - 1] in _MODIFIERS or lexicon.of(low[start - 1]).is_people):
            start -= 1
    if head - start > 6:
        return None
    if low[head] in _EXPERTS and start == done > 0 and low[done - 1] in _UN:
        start -= 2 if low[done - 1] == "nations" else 1  # "UN experts" speak for themselves, not for the UN
    kind = EntityKind.PERSON if role not in ("body", "document") else EntityKind.ORGANIZATION
    if low[head] in ("court", "tribunal"):
        kind = EntityKind.COURT
    elif low[head] in ("government", "regime"):
        kind = EntityKind.GOVERNMENT
    is_owned = determiner in _OWNERS or determiner == "'s"
    return Nominal(
        Span(tokens[start].span.start, tokens[head].span.stop),
        kind,
        f"{low[head - 2]}-{_AGED}" if low[head] == _AGED else low[head],
        role if kind is EntityKind.PERSON else None,
        gender,
        number,
        is_definite=determiner not in _INDEFINITE and bool(determiner),
        owner=determiner if is_owned else "",
        is_document=role == "document",
    )
