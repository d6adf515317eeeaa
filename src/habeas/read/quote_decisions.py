"""Which quotes stand, and who says each? What rules and encoder say is put on the scales, as for events.

What the first reading takes stands unless little speaks for it; what it declines stands if much does. Whose words they are is whose the first
reading says, unless somebody else is likelier.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Quote
from habeas.read.quote_signs import Sayings, signs_of_quote, signs_of_speaker, speakers_of
from habeas.read.scales import likelihoods
from habeas.read.scene import Scene
from habeas.read.signals import Signals
from habeas.read.weighed_quotes import BY_GRAMMAR_ALONE, is_said_by_grammar

FALLS: Final = 0.42  # below it what the first reading takes does not stand
GRAMMAR: Final = 0.42  # at least so likely is what grammar says
RISES: Final = 0.45  # from here on what it declines does
RATHER: Final = 0.03  # by so much likelier somebody else must be
GOES_ON: Final = 0.2  # and where the text goes on with "he said" from whoever spoke in the sentence before
SURE: Final = 0.9  # from here on nobody else is asked about


def those_said(scene: Scene, signals: Signals, taken: Sequence[Quote], declined: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes that stand, in the order of the text, each with its speaker and how sure that is."""
    sayings = Sayings(scene, signals, [*taken, *declined])
    weighed = likelihoods("quote", [signs_of_quote(sayings, q, is_declined=False) for q in taken])
    shares = [
        max(share, GRAMMAR) if q.because in BY_GRAMMAR_ALONE or is_said_by_grammar(q, scene.text) else share
        for q, share in zip(taken, weighed, strict=True)
    ]
    stand = [(q, share) for q, share in zip(taken, shares, strict=True) if share >= FALLS]
    chances = likelihoods("quote", [signs_of_quote(sayings, q, is_declined=True) for q in declined])
    taken_up = sorted(q.hull for q, _ in stand)
    for quote, share in sorted(zip(declined, chances, strict=True), key=lambda pair: -pair[1]):
        at = bisect_left(taken_up, quote.hull)
        if share >= RISES and not any(map(quote.hull.touches, taken_up[max(0, at - _AROUND) : at + _AROUND])):
            stand.append((quote, share))
            insort(taken_up, quote.hull)
    surely = likelihoods("quote speaker", [signs_of_speaker(sayings, q, sayings.of(q)) for q, _ in stand])
    surely = [max(sure, SURE) if _is_told_who(q, scene.text) else sure for (q, _), sure in zip(stand, surely, strict=True)]
    spoken = (_with_speaker(sayings, q, share, sure) for (q, share), sure in zip(stand, surely, strict=True))
    return tuple(sorted(spoken, key=lambda q: q.content[0]))


def _is_told_who(quote: Quote, text: str) -> bool:
    """True where the text says in so many words whose words they are: "This was reported by X", "We spoke with X", "X took questions"."""
    who = quote.speaker_mention
    if who is None or quote.because != "one_who_is_asked":
        return quote.because in ("who_told_of_it", "words_said_below")
    return (
        _WE_ASKED.search(text, max(0, who.start - _INTRODUCING), who.start) is not None or _TOOK_QUESTIONS.match(text, who.stop) is not None
    )


_INTRODUCING: Final = 60  # characters
_WE_ASKED: Final = re.compile(
    r"\b(?:[Ww]e|I|[Oo]ur\s\w+)\s(?:\w+ly\s|then\s|also\s)?(?:(?:spoke|talked)\s(?:with|to)|met|asked|interviewed|reached)\s(?:[\w’'-]+\s){0,3}$"
)
_TOOK_QUESTIONS: Final = re.compile(
    r"(?:,[^,.\n]{3,60},)?\s(?:(?:took|takes|fielded|faced|answers|answered)\s(?:\w+\s){0,2}questions|(?:spoke|talked)\s(?:to|with)\s(?:us|our))\b"
)
_AROUND: Final = 4  # quotes before and behind one that may share words with it


def _with_speaker(sayings: Sayings, quote: Quote, share: float, surely: float) -> Quote:
    """The quote with whoever most likely says it; `surely` is how likely that is whoever does so far."""
    others = speakers_of(sayings, quote) if surely < SURE else []
    chances = likelihoods("quote speaker", [signs_of_speaker(sayings, quote, who) for who in others])
    chance, best = max(zip(chances, others, strict=True), key=lambda pair: pair[0], default=(0.0, -1))
    if chance < surely + (GOES_ON if quote.because == "who_spoke_before" else RATHER):
        return replace(quote, confidence=share * surely)
    id_ = sayings.scene.entities[best].id
    return replace(quote, speaker=id_, voice=id_, speakers=(), because="weighed", confidence=share * chance)
