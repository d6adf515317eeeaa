"""What speaks for and against words as somebody's quote, and for and against each person or body as the one who says them?"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile
from typing import Final

from habeas.case.claim import Quote
from habeas.case.passage import Span
from habeas.case.person import Entity
from habeas.case.vocabulary import EntityKind, MentionForm
from habeas.languages.english import ENGLISH
from habeas.read.genders import may_be
from habeas.read.group_signs import is_between, last_named, text_weight, tie_signs
from habeas.read.nominals import DOCUMENTS, PRONOUNS
from habeas.read.page_signs import Sight, named_ones
from habeas.read.scales import log_odds
from habeas.read.scene import Scene
from habeas.read.signals import Signals
from habeas.read.weighed_events import ties
from habeas.read.whole_page import Asking
from habeas.read.word_signs import known_by_text, sentence_of, types_seen, words_around

_BEFORE: Final = 700  # characters in front of a quote in which whoever says it is mentioned
_BEHIND: Final = 300  # and behind it
_LATELY: Final = 60  # units before the words in which whoever was named last may be who speaks
_AROUND: Final = 4  # quotes before and behind one that may share words with it
_EDGE: Final = 12  # characters on either side of a quote: they are somebody else's
_MARKS: Final = '“”"«»„'


class Sayings:
    """The quotes that one text may have, with what their weighing shares."""

    def __init__(self, scene: Scene, signals: Signals, quotes: Sequence[Quote]) -> None:
        self.scene, self.signals = scene, signals
        self.quotes = sorted(quotes, key=lambda q: q.content[0])
        self.index = {entity.id: i for i, entity in enumerate(scene.entities)}
        self._starts = [q.content[0].start for q in self.quotes]
        self.page = Sight(scene, signals, named_ones(scene))
        self.page.look("quote", [asking_of(q) for q in self.quotes])
        self.says = Counter(self.index[q.speaker] for q in self.quotes if q.speaker is not None and q.speaker in self.index)
        mentions = ((m.span, i) for i, e in enumerate(scene.entities) for m in e.mentions)
        self._mentions = sorted(mentions, key=lambda m: (m[0].start, m[0].stop, m[1]))
        self._ties: dict[Span, dict[int, float]] = {}
        self._words: dict[Span, dict[str, float]] = {}

    def at(self, quote: Quote) -> int:
        """The unit of the reporting words, or of the first quoted one."""
        return self.scene.nearest((quote.cue or quote.speaker_mention or quote.hull).start)

    def ties(self, quote: Quote) -> Mapping[int, float]:
        """How surely the encoder takes each named person or body for the source of the words."""
        if quote.content[0] not in self._ties:
            self._ties[quote.content[0]] = ties(self.scene, self.signals, "source", quote.content[0])
        return self._ties[quote.content[0]]

    def words_of(self, quote: Quote) -> Mapping[str, float]:
        """The words around the reporting words."""
        if quote.content[0] not in self._words:
            self._words[quote.content[0]] = words_around(self.scene, self.at(quote), _TELLING)
        return self._words[quote.content[0]]

    def beside(self, quote: Quote) -> tuple[Quote | None, Quote | None]:
        """The quotes before and behind it."""
        first = bisect_left(self._starts, quote.hull.start)
        before = self.quotes[first - 1] if first else None
        behind = next((q for q in self.quotes[first : first + 3] if q.hull.start > quote.hull.start), None)
        return before, behind

    def overlaps(self, quote: Quote) -> int:
        """How many of the quotes right before and behind it share words with it."""
        first = bisect_left(self._starts, quote.hull.start)
        around = self.quotes[max(0, first - _AROUND) : first + _AROUND + 1]
        return sum(q is not quote and q.hull.touches(quote.hull) for q in around)

    def near(self, quote: Quote) -> list[int]:
        """The named people and bodies who are mentioned near the words, in the order of the text."""
        entities = self.scene.entities
        here = (i for _, i in self._mentioned_around(quote.hull.start, quote.hull.stop + _BEHIND + 1))
        return list(dict.fromkeys(i for i in here if entities[i].is_named and entities[i].kind is not EntityKind.PLACE))

    def of(self, quote: Quote) -> int | None:
        """Whose the words are so far."""
        return self.index.get(quote.speaker) if quote.speaker is not None else None

    def is_name(self, span: Span) -> bool:
        """True where a name stands at these words."""
        unit = self.scene.units[self.scene.nearest(span.start)]
        return unit.form is MentionForm.NAME and unit.span.touches(span)

    def whose(self, span: Span) -> set[int]:
        """Whom the mentions at these words mean."""
        return {i for mention, i in self._mentioned_around(span.start, span.stop) if mention.touches(span)}

    def _mentioned_around(self, start: int, stop: int) -> Iterator[tuple[Span, int]]:
        """The mentions that begin not long before `start` or up to `stop`, in order, each with whom it means."""
        first = bisect_left(self._mentions, max(0, start - _BEFORE), key=lambda mention: mention[0].start)
        return takewhile(lambda mention: mention[0].start < stop, islice(self._mentions, first, None))


def asking_of(quote: Quote) -> Asking:
    """The words of a quote as the network that sees the whole page is asked about them."""
    return Asking(quote.content, quote.cue)


_TELLING: Final = ENGLISH.group("quote_signs.telling")


# ----- whether somebody says it ------------------------------------------------------------------------------------------


def signs_of_quote(sayings: Sayings, quote: Quote, *, is_declined: bool) -> dict[str, float]:
    """What speaks for and against the words as a quote, whoever says them. `is_declined`: the rules' and encoder's first word on it is no."""
    scene, signals, text = sayings.scene, sayings.signals, sayings.scene.text
    hull = quote.hull
    speaker = sayings.of(quote)
    signs = {
        **sayings.words_of(quote),
        **_of_the_encoder(signals, quote, hull),
        **_of_the_words(quote, hull, text),
        f"because {quote.because}": 1.0,
        f"form {quote.form.value}": 1.0,
        "declined": float(is_declined),
        "first word": quote.confidence,
        "weight": text_weight(scene),
        "no mention": float(quote.speaker_mention is None),
        "no cue": float(quote.cue is None),
        "surest tie": log_odds(max(sayings.ties(quote).values(), default=0.0)),
        "overlapped": float(sayings.overlaps(quote)),
    }
    signs |= sayings.page.told("quote", asking_of(quote), "quote")
    if quote.cue is not None:
        signs[f"cue {quote.cue.words(text).lower()}"] = 1.0
        signs |= {f"{name} at the cue": value for name, value in types_seen(signals, quote.cue).items()}
    if speaker is None:
        return {**signs, "nobody": 1.0}
    entity = scene.entities[speaker]
    signs |= {"named": float(entity.is_named), f"a {entity.kind.value}": 1.0, "tie": log_odds(sayings.ties(quote).get(speaker, 0.0))}
    return signs | {f"role {role}": 1.0 for role in entity.roles}


def _of_the_encoder(signals: Signals, quote: Quote, hull: Span) -> dict[str, float]:
    """How surely the encoder marks the words, those beside them, the reporting words and the mention of the speaker."""
    content = quote.content[0]
    signs = {
        "content": log_odds(signals.probability("content", hull)),
        "any content": log_odds(signals.probability("any_content", hull)),
        "content before": log_odds(signals.probability("content", Span(max(0, hull.start - _EDGE), hull.start))) if hull.start else 0.0,
        "content behind": log_odds(signals.probability("content", Span(hull.stop, hull.stop + _EDGE))),
        "content at its start": log_odds(signals.probability("content", Span(hull.start, min(hull.stop, hull.start + _EDGE)))),
        "content at its end": log_odds(signals.probability("content", Span(max(hull.start, hull.stop - _EDGE), hull.stop))),
    }
    if quote.cue is not None:
        signs["cue"] = log_odds(signals.probability("cue", quote.cue))
        signs["cue's tie"] = log_odds(signals.pair_score("cue", content, quote.cue))
    if quote.speaker_mention is not None:
        signs["mention"] = log_odds(signals.probability("speaker", quote.speaker_mention))
        signs["mention's tie"] = log_odds(signals.pair_score("source", content, quote.speaker_mention))
    return signs


def _of_the_words(quote: Quote, hull: Span, text: str) -> dict[str, float]:
    """What the words look like: how many, in marks or not, a question, a line of its own."""
    words = hull.words(text)
    return {
        "words": float(len(words.split())),
        "parts": float(len(quote.content)),
        "marks within": float(sum(c in _MARKS for c in words)),
        "in marks": float(text[hull.start - 1 : hull.start] in tuple(_MARKS) and hull.start > 0),
        "asks": float(text.startswith("?", hull.stop) or words.endswith("?")),
        "over lines": float("\n" in words),
        "opens line": float(hull.start == 0 or text[hull.start - 1] == "\n"),
        "capital": float(words[:1].isupper()),
        "begins with I": float(words.startswith(("I ", "I’", "I'", "We ", "My "))),
        "begins with he": float(words.lower().startswith(("he ", "she ", "they ", "it "))),
    }


# ----- who says it -------------------------------------------------------------------------------------------------------


def speakers_of(sayings: Sayings, quote: Quote) -> list[int]:
    """Who else than the one so far may say the words: whoever is named near them, and who says what stands beside them."""
    beside = [sayings.of(q) for q in sayings.beside(quote) if q is not None]
    named = [i for i in beside if i is not None and sayings.scene.entities[i].is_named]
    return [i for i in dict.fromkeys((*sayings.near(quote), *named, *_unnamed_of(sayings, quote))) if i != sayings.of(quote)]


def _unnamed_of(sayings: Sayings, quote: Quote) -> list[int]:
    """Those without a name ("an embassy employee") whom the network that sees the whole page takes rather for the speaker than not."""
    agents = sayings.page.agents("quote", asking_of(quote))
    if agents is None:
        return []
    nameless = (i for i, e in enumerate(sayings.scene.entities) if not e.is_named and e.kind is not EntityKind.PLACE)
    return [i for i in nameless if agents.of(i) > 0 and not _is_document(sayings.scene.entities[i])]


def _is_document(entity: Entity) -> bool:
    """True for "a statement": it speaks for whoever issued it."""
    return entity.mentions[0].text.lower().split()[-1] in DOCUMENTS


def signs_of_speaker(sayings: Sayings, quote: Quote, who: int | None) -> dict[str, float]:
    """What speaks for and against this one as the speaker; None is nobody."""
    scene, text, so_far = sayings.scene, sayings.scene.text, sayings.of(quote)
    mention, tied = quote.speaker_mention, sayings.ties(quote)
    noun = mention.words(text).lower().split()[-1] if mention is not None and not sayings.is_name(mention) else ""
    signs = {
        **sayings.words_of(quote),
        f"because {quote.because}": 1.0,
        f"form {quote.form.value}": 1.0,
        f"noun {noun}": 1.0,
        "first word": quote.confidence,
        "so far": float(who == so_far),
        "so far nobody": float(so_far is None),
        "so far unnamed": float(so_far is not None and not scene.entities[so_far].is_named),
    }
    if (agents := sayings.page.agents("quote", asking_of(quote))) is not None:
        signs |= agents.signs(() if who is None else (who,))
    if who == so_far:
        signs[f"so far because {quote.because}"] = 1.0
    if who is None:
        return {**signs, "nobody": 1.0, "nobody, surest tie": log_odds(max(tied.values(), default=0.0))}
    entity, at = scene.entities[who], sayings.at(quote)
    first, stop = sentence_of(scene, at)
    before, behind = sayings.beside(quote)
    signs |= {
        **tie_signs(tied, (who,)),
        **known_by_text(scene, (who,), at, tied),
        f"a {entity.kind.value}": 1.0,
        "a name": float(entity.is_named),
        "here": float(is_between(scene, who, first, stop)),
        "named here": float(is_between(scene, who, first, stop, by_name=True)),
        "named before": float(is_between(scene, who, 0, at, by_name=True)),
        "last named": float(last_named(scene, at - _LATELY, at, people_only=True) == who),
        "says what is before": float(before is not None and sayings.of(before) == who),
        "says what is behind": float(behind is not None and sayings.of(behind) == who),
        "says often": float(sayings.says[who] - (so_far == who)),
    }
    return signs | _of_the_mention(sayings, mention, noun, who) if mention is not None else signs


def _of_the_mention(sayings: Sayings, mention: Span, noun: str, who: int) -> dict[str, float]:
    """Whether the words that name the speaker mean this one: they stand at a mention, the encoder takes both for one, the pronoun or noun fits."""
    entity, meant = sayings.scene.entities[who], sayings.whose(mention)
    places = [m.span for m in entity.mentions if m.span != mention]
    same = max(map(float, sayings.signals.pair_scores("same", mention, places)), default=0.0) if places else 0.0
    called = {m.text.lower().split()[-1] for m in entity.mentions if m.form is MentionForm.NOMINAL}
    signs = {
        "the mention is theirs": float(who in meant),
        "the mention is another's": float(bool(meant) and who not in meant),
        "the same": log_odds(same),
        "called so": float(noun in called),
        "in that role": float(noun in entity.roles),
    }
    if noun in PRONOUNS:
        signs |= {"pronoun": 1.0, "of that gender": float(may_be(entity, noun))}
    return signs
