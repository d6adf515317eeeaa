"""Is this run of capitalised words a person's name? What its words can be, weighed against what stands around it.

Given names, surname endings, titles and roles in front speak for a person; outlet words, articles, quotation marks and ordinary words
against. A word alone needs the document, a title or its ending to vouch for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from habeas.case.vocabulary import EntityKind
from habeas.languages.english import ENGLISH
from habeas.languages.language import fold
from habeas.read.document import Sentence, Token
from habeas.read.lexicon import Lexicon, Word

_OUTLET: Final = ENGLISH.group("name_evidence.outlet")
_THING: Final = ENGLISH.group("name_evidence.thing")
_PLACE_BEFORE: Final = ENGLISH.group("name_evidence.place_before")
_TOWARDS: Final = ENGLISH.group("name_evidence.towards")
_QUOTES: Final = frozenset('"“”«»„')
_BEGINNING: Final = frozenset(':—–"“«')  # what a sentence may begin behind
_SEATS: Final = ENGLISH.group("name_evidence.seats")
_STAFF: Final = ENGLISH.group("name_evidence.staff")
_STAFF_TIES: Final = ENGLISH.group("name_evidence.staff_ties")
_OWN: Final = ENGLISH.group("reporting.possessives")
_MEDIA: Final = ENGLISH.group("name_evidence.media")
_ASIAN: Final = ENGLISH.group("name_evidence.asian_surnames")
_SPOKE: Final = ENGLISH.group("name_evidence.spoke")
_CHINESE: Final = _ASIAN | ENGLISH.group("name_evidence.chinese")
_TALKS: Final = ENGLISH.group("name_evidence.talks")
# One or two syllables as Chinese names have them: "Suyun", "Xiaolan", "Wei".
_SYLLABLE: Final = r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[iuü]?(?:ang|eng|ong|ing|an|en|in|un|ao|ai|ei|ou|ia|ie|iu|ua|uo|ui|ue|[aeiouü]))"
_VOWELS: Final = "aeiou"
_PINYIN: Final = re.compile(rf"{_SYLLABLE}(?:-?{_SYLLABLE})?")


_MODIFYING: Final = ("-based", "-born", "-backed", "-led", "-owned", "-run", "-trained", "-educated")
# What stands between somebody's name and another one: "X, better known by his pen name", "X (also known as".
_KNOWN_AS: Final = re.compile(
    r"(?P<name>\S+) (?:[,(] )?(?:who (?:is|was) )?(?:(?:better|best|also|widely|popularly|commonly|otherwise|more|often|online) )*"
    r"(?:(?i:alias|aka|a\.k\.a\.)|known (?:online )?(?:as|by|under)(?: (?:his|her|their|the))?(?: (?:pen|stage|screen|user|blog) ?name| pseudonym| nickname)?(?: of)?"
    r"|whose (?:pen|real) name is|whom (?:all|everybody|everyone|fans|friends|many|people|readers|supporters) calls?|(?P<comma>(?<=, )(?:called|nicknamed)))(?: [“\"«‘])?$"
)
_ALIAS_WORDS: Final = 12
_LEADING_TO_ALIAS: Final = frozenset("as by under alias aka a.k.a. name pseudonym nickname call calls called nicknamed".split())
_INITIALS: Final = 2  # letters
_LONGEST_INITIALS: Final = 5  # letters of a body's initials that are a word too: "PEN", "CARE"
_WE: Final = frozenset({"WE", "I", "THEY", "HE", "SHE", "YOU", "IT"})
_STRESSED: Final = ENGLISH.group("name_evidence.stressed")
_DIGITS: Final = 2  # of an age
_DETERMINING: Final = frozenset({"the", "a", "an", "his", "her", "their"})
_TRADERS: Final = ENGLISH.group("name_evidence.traders")  # what a firm or paper can be as well
_OF_OFFICE: Final = frozenset({"official", "politician", "diplomat", "judge", "prosecutor"})
_TO_OFFICE: Final = frozenset({"of", "for", "on"})


@dataclass(slots=True)
class Line:
    """One sentence with what each word can be; `style` is how its capitals are to be trusted."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    words: list[Word]
    style: str


def line_of(sentence: Sentence, lexicon: Lexicon) -> Line:
    words = [lexicon.of(t.text) for t in sentence.tokens]
    return Line(sentence, sentence.tokens, words, _style(sentence.tokens, words))


def _style(tokens: Sequence[Token], words: Sequence[Word]) -> str:
    """How a sentence uses capitals: normal, title (Most Words Begin So), upper (ALL OF THEM) or lower (none)."""
    letters = [(t, w) for t, w in zip(tokens, words, strict=True) if t.text[0].isalpha()]
    if len(letters) < 3:
        return "normal"
    if not any(w.is_capital for _, w in letters):
        return "lower"
    if sum(t.text.isupper() for t, _ in letters) > 0.8 * len(letters):
        return "upper"
    long = [(t, w) for t, w in letters if len(t.text) > 3]
    plain = [w for _, w in long[1:] if w.is_capital and w.is_plain and not w.is_calendar and w.place is None and not w.is_people]
    small = [w for _, w in long if not w.is_capital]
    if len(plain) >= 2 and len(small) <= 0.25 * len(long) and tokens[-1].text not in ".!?:":
        return "title"
    return "normal"


_WHERE: Final = frozenset({"in", "from", "at"})


class NameEvidence:
    """What speaks for and against a person's name at places of one sentence."""

    def __init__(self, line: Line, lexicon: Lexicon) -> None:
        self.line, self.tokens, self.words, self.style = line, line.tokens, line.words, line.style
        self.lexicon = lexicon
        self.is_loose = line.style in ("title", "upper")
        self.first = next((i for i, t in enumerate(line.tokens) if t.text[0].isalpha()), 0)

    def surname_first(self, at: int) -> int:
        """The end of "GOMELAURI, Vakhtang" or "IMOMALI Daler", as registers print names; 0 where none stands."""
        is_nisba = self.tokens[at].text.startswith(("AL-", "EL-"))  # "AL-OBRAZI, Hamdan" opens an entry
        if len(self.tokens[at].text) < 4 or "." in self.tokens[at].text or self.words[at].place or self.words[at].is_common:
            return 0
        after = at + 1
        if after < len(self.tokens) and self.tokens[after].text == "," and at <= 3:
            if at > self.first:
                return 0  # "According to the FIDH, Anna Li …": a body, and whoever comes behind the comma
            after += 1
        if after >= len(self.tokens):
            return 0
        word = self.words[after]
        is_given = word.is_capital and not (
            word.is_upper or word.is_common or word.head or word.is_calendar or word.place or word.is_people
        )
        return after + 1 if is_given and (word.given or after == at + 1 or self.words[at].is_surname or is_nisba or at > 1) else 0

    def is_stressed(self, at: int) -> bool:
        """True for "DEMAND", "ORDERED", "NOT" in a sentence of small letters: a word in capitals for its weight, and no initials of a body."""
        word, text = self.words[at], self.tokens[at].text
        if not word.is_upper or self.style != "normal" or len(text) < 2 or word.is_calendar or not text.isalpha():
            return False
        if at and self.tokens[at - 1].text in _WE:
            return True  # "WE REPUDIATE"
        if not word.is_common or word.head or text.lower() in self.lexicon.phrases:
            return False
        if len(text) > _LONGEST_INITIALS or text.lower() in _STRESSED:
            return True
        return sum(w.is_upper and w.is_common and w.head is None for w in self.words) > 1  # "FREE HER"

    def is_name_in_capitals(self, at: int, stop: int) -> bool:
        """True for "MORAD TAHBAZ" in a sentence of small letters."""
        words = self.words[at : at + 2]
        return at + 1 < stop and all(w.is_upper and len(w.folded) > 3 and not w.is_common and w.head is None for w in words)

    def is_given_before_name(self, at: int, stop: int) -> bool:
        """True for "Georgia" in "Georgia Meloni": a place that is also a given name, with a name behind it; not for "In Geneva Ana Bortz said"."""
        is_place = at > 0 and self.tokens[at - 1].lower in _WHERE and stop - at > 2 and self.words[at + 1].given is not None
        return (
            not is_place
            and self.words[at].given is not None
            and at + 1 < stop
            and not self.words[at + 1].is_plain
            and self.words[at + 1].role is None
        )

    def is_called(self, at: int, stop: int) -> bool:
        """True for "Ho" in "blogger Ho Van Hai": a role in small letters in front, more of the name behind."""
        before = self.words[at - 1]
        return before.role is not None and not before.is_capital and at + 1 < stop and not self.is_loose

    def is_listed_name(self, at: int, stop: int) -> bool:
        """True for "Can" in "Mine Özerden, Can Atalay": an ordinary word in a list of names, a word that is none behind it."""
        if at + 1 >= stop:
            return False
        after = self.words[at + 1]
        if (self.words[at].folded in _ASIAN and self.style == "normal" and is_unknown(after)) or self.is_chinese_name(at, stop):
            return True  # "Ran Yunfei"
        if at <= self.first or self.words[at].head or self.words[at].role:
            return False
        is_called = self.words[at - 1].role is not None or self.words[at - 1].honorific is not None
        if (not is_called and self.words[at].folded in self.lexicon.openers) or (
            self.tokens[at - 1].text in _BEGINNING and self.words[at].is_common
        ):
            return False
        listed = (
            len(self.words[at].folded) <= 3 or self.tokens[at - 1].text in (",", "and", "&", ";") or self.words[at - 1].role is not None
        )
        return (
            listed
            and not (after.is_common or after.place or after.is_people or after.is_upper or after.is_calendar)
            and self.style == "normal"
        )

    def is_chinese_name(self, at: int, stop: int) -> bool:
        """True for "He" in "He Xiaolan, 51, was freed": a family name that is a word of the language too, and a Chinese given name behind it."""
        if self.is_loose or at + 1 >= stop or self.words[at].folded not in _CHINESE or not self.tokens[at].text.istitle():
            return False
        given = self.words[at + 1].folded
        if self.words[at].folded == "an" and given[0] in _VOWELS:
            return False  # "An Anqing court"
        return is_unknown(self.words[at + 1]) and _PINYIN.fullmatch(given) is not None

    def next_is_name(self, at: int, stop: int) -> bool:
        return at + 1 < stop and not self.words[at + 1].is_plain

    def _is_acronym(self, at: int) -> bool:
        text = self.tokens[at].text.replace(".", "")
        return (
            2 <= len(text) <= 9
            and not self.words[at].is_calendar
            and text.lower()
            not in (
                "tv",
                "am",
                "pm",
                "ceo",
                "mp",
                "id",
                "ngo",
                "dna",
                "pdf",
                "ok",
                "usd",
                "eur",
                "gmt",
                "phd",
                "ii",
                "iii",
                "iv",
                "vi",
                "covid",
                "sos",
                "aids",
                "hiv",
                "dr",
                "i",
                "a",
            )
        )

    def continues(self, start: int, at: int) -> bool:
        word = self.words[at]
        if word.is_initial:
            return True
        if self.only_modifies(at) or self.only_modifies(start):
            return False
        first = self.words[start]
        if word.honorific and first.given and at == start + 1 and not (at + 1 < len(self.words) and self.words[at + 1].is_capital):
            return True  # "Sharjeel Imam"
        if word.is_calendar and len(word.folded) == 3 and not first.is_plain and not self._is_before_digit(at):
            return True  # "Zaw Min Thu", "Khin Mar Thwe"
        if word.folded == "ko" and not first.is_plain and at + 1 < len(self.words) and is_unknown(self.words[at + 1]):
            return True  # "U Myat Ko Obra"
        if word.is_calendar or (word.honorific and not word.is_particle):
            return False
        if word.given and word.is_people and first.is_surname and at - start == 1:
            return True  # "Aliev Muslim", as lists have it
        follows_given = first.given is not None and (not first.is_common or not self.is_loose)
        if word.is_plain or word.place or word.is_people or word.role:
            is_kin = word.role is not None and word.role[0] == "relative"  # "Ha Huy Son told us": no son of anybody
            is_short_third = at - start in (2, 3) and len(word.folded) <= 4 and not word.is_people and (word.role is None or is_kin)
            if word.place and at - start >= 1 and follows_given and not word.is_people and word.role is None and word.head is None:
                return not self.is_loose  # "Nguyen Huu Vinh": no comma parts a place from a name in good print
            is_second = at - start == 1 and (follows_given or bool(self.title(start)))
            return (is_second or is_short_third) and word.head is None and not self.is_loose
        return True

    def _is_before_digit(self, at: int) -> bool:
        return at + 1 < len(self.tokens) and (self.tokens[at + 1].text[0].isdigit() or self.tokens[at + 1].text == ".")

    def title(self, at: int) -> str:
        """The role or form of address right before the name, or ""."""
        if at and self.words[at - 1].honorific:
            return self._written_title(at - 1)
        if at > 1 and self.tokens[at - 1].text == "." and self.is_short_title(at - 2):
            return self._written_title(at - 2)
        back = at - 1
        while back >= 0 and self.tokens[back].text in ("-", "–") and back > 0:
            back -= 1
        if back > 1 and self.tokens[back].text == "," and (self.words[back - 1].role or ("", "", ""))[2] == "s":
            if self._is_source_in_front(back):
                return ""  # "According to her sister, Hien is ill"
            back -= 1
        if back < 0:
            return ""
        word = self.words[back]
        if word.role is not None:
            two = f"{self.tokens[back - 1].lower} {self.tokens[back].lower}" if back else ""
            return two if two in self.lexicon.roles else self.tokens[back].lower
        if self.words[back].folded == "daffaires" and back:
            return "chargé"
        if self.tokens[back].lower == "state" and back > 1 and self.tokens[back - 2].lower == "secretary":
            return "secretary of state"
        if self.tokens[back].lower == "late":
            return "late"
        return ""

    def is_short_title(self, at: int) -> bool:
        """True for "Fr" in "Fr. Dominic Obrazo": a form of address cut short, with its stop."""
        if at + 1 >= len(self.tokens) or self.tokens[at + 1].text != "." or self.tokens[at].span.stop != self.tokens[at + 1].span.start:
            return False
        return self.words[at].is_capital and self.lexicon.of(self.tokens[at].text + ".").honorific is not None

    def _written_title(self, at: int) -> str:
        """The title at a token; one that is a title only with its capital letter keeps it: "Me", the French lawyer's."""
        text = self.tokens[at].text
        return text if text in self.lexicon.roles else text.lower()

    def _is_source_in_front(self, comma: int) -> bool:
        """True for the comma behind "According to her sister": the name behind it leads the sentence."""
        return 2 < comma < 8 and self.tokens[0].lower == "according" and self.tokens[1].lower == "to"

    def is_person(self, at: int, end: int) -> bool:
        words = self.words[at:end]
        if any(any(map(str.isdigit, t.text)) for t in self.tokens[at:end]):
            return False  # "Tsh20"
        title = self.title(at)
        if title and not (len(words) > 4):
            return True
        given = words[0].given is not None
        surname = any(w.is_surname for w in words)
        plain = any(w.is_plain for w in words)
        if self.style == "upper" and not (given or surname):
            return False
        if self._is_marked_as_thing(at, end):
            return False
        if self._is_of_staff(at):
            return False
        if self.is_body_like(at, end):
            return given and surname
        if given or surname or any(w.is_initial for w in words):
            return not plain or given
        if at and self.tokens[at - 1].lower in _PLACE_BEFORE:
            return False
        return (not plain or self.is_listed_name(at, end)) and len(words) <= 4

    def _is_marked_as_thing(self, at: int, end: int) -> bool:
        """True before "prize", "laureate", "case"."""
        return (
            end < len(self.tokens)
            and self.tokens[end].lower in _THING
            and self.tokens[end].lower not in ("case", "affair", "trial", "list")
        )

    def is_site(self, at: int, end: int) -> bool:
        """True for "Jomo Kenyatta" in "Jomo Kenyatta airport", for "Cabo Delgado" in "the governor of Cabo Delgado": a place called so."""
        behind = self.words[end] if end < len(self.words) else None
        if behind is not None and behind.head in ("court", "place") and not behind.is_capital:
            return True
        if at < 2 or self.tokens[at - 1].lower != "of" or any(w.is_surname or w.is_initial for w in self.words[at:end]):
            return False
        return not self.words[at - 2].is_capital and self.words[at - 2].folded in _SEATS

    def _is_of_staff(self, at: int) -> bool:
        """True behind "the editor of", "a reporter for", "his site, ", "Outlet: ": what has a staff is an outlet."""
        if at > 1 and self.tokens[at - 2].lower in _MEDIA:
            is_own = at > 2 and self.tokens[at - 3].lower in _OWN
            if self.tokens[at - 1].text == ":" or (self.tokens[at - 1].text == "," and is_own):
                return True
        return at > 1 and self.tokens[at - 1].lower in _STAFF_TIES and self.tokens[at - 2].lower in _STAFF

    def is_body_like(self, at: int, end: int) -> bool:
        if self._is_of_staff(at):
            return True
        before = self.tokens[at - 1].lower if at else ""
        after = self.tokens[end].lower if end < len(self.tokens) else ""
        if before in _OUTLET or after in _OUTLET or self._is_said_to_be_body(end):
            return True
        if before == "the":
            return True
        return bool(before and after) and before in _QUOTES and after in _QUOTES

    def _is_said_to_be_body(self, end: int) -> bool:
        """True before ", the parent company," and ", an online newspaper": what stands in front is called so; not before ", the group leader,"."""
        said = [t.lower for t in self.tokens[end : end + 6]]
        if said[:1] != [","] or said[1:2] not in (["the"], ["a"], ["an"], ["its"], ["their"]):
            return False
        noun = next((i for i in range(2, min(5, len(said) - 1)) if said[i] in _OUTLET), None)
        return noun is not None and said[noun + 1] in (",", ".", "which", "that", "of", "in", "behind")

    def single(self, at: int, people: set[str]) -> EntityKind | None:
        """What a capitalised word that stands alone names: known from the document, by its title, by its ending, or nothing."""
        word, text = self.words[at], self.tokens[at].text
        if self._is_marked_as_thing(at, at + 1) and skeleton(text) not in people:
            return None
        if at + 1 < len(self.words) and self.words[at + 1].head in ("court", "place") and not self.words[at + 1].is_capital:
            return None  # "the Lefortovsky court"
        if len(text) > 2 and skeleton(text) in people and not (word.is_plain and at <= self.first and not self._leads(at)):
            return EntityKind.PERSON
        if word.is_upper and len(text) > 1 and not self.is_loose:
            if at and self.words[at - 1].honorific and len(text) > 2:
                return EntityKind.PERSON
            return EntityKind.ORGANIZATION if self._is_acronym(at) else None
        if self.is_body_like(at, at + 1):
            around = (*self.tokens[max(0, at - 1) : at], *self.tokens[at + 1 : at + 2])
            return EntityKind.ORGANIZATION if any(t.lower in _OUTLET for t in around) else None
        if any(p.startswith(skeleton(text)) for p in people) and len(text) > 4 and not word.is_common and not word.place:
            return EntityKind.PERSON
        if (word.is_plain and not (word.is_surname and at > 0)) or self.style == "upper":
            return None
        if word.given and not word.is_people and self._shares_surname(at):
            return EntityKind.PERSON
        if self.is_alias(at) or self._is_told_of(at):
            return EntityKind.PERSON
        title = self.title(at)
        if (
            word.is_surname
            and at
            and self.tokens[at - 1].lower in _TOWARDS
            and text.lower() not in self.lexicon.known_surnames
            and not title
        ):
            return None
        if word.is_surname or (title and title != "late"):
            return EntityKind.PERSON
        after = self.tokens[at + 1].lower if at + 1 < len(self.tokens) else ""
        if word.given and not word.is_common and after in _SPOKE:
            return EntityKind.PERSON
        if any(c.isupper() for c in text[1:]) and not text.isupper() and text[0].isupper() and "-" not in text and "’" not in text:
            return EntityKind.ORGANIZATION
        return EntityKind.ORGANIZATION if after not in _TALKS and self._is_branch(text) else None

    def _is_branch(self, text: str) -> bool:
        """True for "MISA-Zambezia", "Acat-Borduria", "OHCHR-Nepal": the initials of a body, and where it works."""
        initials, _, where = text.partition("-")
        place = self.lexicon.of(where) if where.isalpha() else None
        if place is None or not place.is_capital or place.is_upper or not initials.isalpha() or len(initials) < _INITIALS:
            return False
        is_state = initials.lower() in self.lexicon.states or initials.lower() in ("eu", "us", "uk", "un")  # "EU-Armenia talks"
        is_known = place.place is not None or where.lower() in self.lexicon.states
        return (
            not is_state
            and not place.is_people
            and ((initials.isupper() and not place.is_common) or (is_known and _is_unknown_word(initials, self.lexicon)))
        )

    def _is_told_of(self, at: int) -> bool:
        """True for one name alone with an age ("Yangphel, 19, two years"), an office ("Obrazac, the government's adviser,") or a "who" behind it."""
        word = self.words[at]
        before = self.tokens[at - 1].lower if at else ""
        if self.is_loose or not (is_unknown(word) or (word.given is not None and not word.is_common)) or before in _TOWARDS | {"of"}:
            return False
        behind = [t.lower for t in self.tokens[at + 1 : at + 10]]
        if behind[:2] == [",", "who"]:
            return True
        if behind[:1] != [","] or "," not in behind[2:]:
            return False
        aside = behind[1 : behind.index(",", 2)]
        if len(aside) == 1:
            return len(aside[0]) == _DIGITS and aside[0].isdigit()
        role = self.lexicon.roles.get(aside[-1])
        return aside[0] in _DETERMINING and role is not None and role[2] == "s" and aside[-1] not in _TRADERS

    def _leads(self, at: int) -> bool:
        """True if a verb or a possessive follows, so that the first word of the sentence is its subject and no ordinary word."""
        after = self.tokens[at + 1].lower if at + 1 < len(self.tokens) else ""
        return after in ("'s", "’s", "should", "will", "would") or after in _SPOKE or (after.endswith("ed") and len(after) > 4)

    def _shares_surname(self, at: int) -> bool:
        """True for "Leyla" in "Leyla and Arzu Aliyeva"."""
        if at + 3 >= len(self.words) or self.tokens[at + 1].lower not in ("and", "&"):
            return False
        given, surname = self.words[at + 2], self.words[at + 3]
        return given.given is not None and given.is_capital and (surname.is_capital or not self.words[at].is_common)

    def only_modifies(self, at: int) -> bool:
        """True for "Kingdom-based" in front of a name, and for what is left of "Chargé d’Affaires"."""
        return self.words[at].folded == "daffaires" or self.tokens[at].lower.endswith(_MODIFYING)

    def opens_alias(self, at: int) -> bool:
        """True right behind "X, also known as", with a quotation mark or without."""
        if self.is_nickname(at):
            return True
        back = at - 1 - (at > 1 and self.tokens[at - 1].text in ("“", '"', "«", "‘"))
        return back > 0 and self.tokens[back].lower in _LEADING_TO_ALIAS and self.is_alias(at)

    def is_nickname(self, at: int) -> bool:
        """True for "Osorbo" in "the rapper Maykel Castillo, “Osorbo”, got nine years": capitals alone in marks and commas behind a name."""
        if at < 4 or self.tokens[at - 1].text not in _QUOTES or self.tokens[at - 2].text != "," or not self.words[at - 3].is_capital:
            return False
        if self.words[at - 3].is_plain or self.words[at - 3].head or not self.words[at - 4].is_capital:
            return False
        stop = next((i for i in range(at, min(at + 4, len(self.tokens))) if not self.words[i].is_capital), at)
        behind = [t.text for t in self.tokens[stop : stop + 2]]
        return stop > at and len(behind) == 2 and not {",", ".", ";"}.isdisjoint(behind) and not _QUOTES.isdisjoint(behind)

    def is_alias(self, at: int) -> bool:
        """True for "Dzhelal" in "Nariman Dzhelyalov (in press more often Dzhelal)", and for "Ba Sam" in "Vinh, better known by his pen name Ba Sam"."""
        if self.is_nickname(at):
            return True
        told = _KNOWN_AS.search(" ".join(t.text for t in self.tokens[max(0, at - _ALIAS_WORDS) : at]))
        if told is not None and told["comma"] and not any(t.text == "," for t in self.tokens[at + 1 : at + 4]):
            return False  # "Ana Bortz, called Oleg Manin a liar"
        if told is not None:
            return told["name"][0].isupper()
        for back in range(at - 1, max(at - 7, 0), -1):
            if self.tokens[back].text == "(":
                return (
                    back + 1 < at
                    and self.words[back - 1].is_capital
                    and self.tokens[back + 1].lower in ("born", "also", "née", "in", "alias", "aka", "known", "real")
                )
            if not self.tokens[back].text[0].isalpha():
                return False
        return False


def names_office(words: Sequence[str], lexicon: Lexicon) -> bool:
    """True for "Commissioner for Political Affairs", "UN rapporteur on Borduria", "MLA for Obrapur": one person's office, and no body."""
    for at, text in enumerate(words[:-1]):
        word = lexicon.of(text)
        if word.head in ("organization", "court", "government") and not word.role:
            return False  # "the Office of the Commissioner for Human Rights"
        if word.role is not None and word.role[2] == "s" and word.role[0] in _OF_OFFICE and words[at + 1] in _TO_OFFICE:
            return True
    return False


def _is_unknown_word(text: str, lexicon: Lexicon) -> bool:
    word = lexicon.of(text)
    return is_unknown(word) and word.given is None and not word.is_surname


def is_unknown(word: Word) -> bool:
    """True for a capitalised word that is nothing else than a name."""
    return word.is_capital and not (
        word.is_common or word.is_upper or word.place or word.is_people or word.is_calendar or word.role or word.head or word.honorific
    )


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The word with its spelling slips ironed out: Musaev, Musayev and Mousaev are one, and so are Səfərov and Safarov."""
    out = fold(word.replace("ə", "a").replace("Ə", "A"))
    for old, new in (("y", "i"), ("j", "i"), ("gh", "g"), ("ks", "h"), ("kh", "h"), ("ou", "u"), ("q", "g"), ("x", "h"), ("w", "v")):
        out = out.replace(old, new)
    kept = [c for i, c in enumerate(out) if i == 0 or c != out[i - 1]]
    return "".join(kept).replace("ie", "e")
