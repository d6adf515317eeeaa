"""On what ground is it asked? The rights, commitments and laws that a sentence invokes."""

from __future__ import annotations

import re
from typing import Final

from habeas.case.passage import Span

_NORM: Final = re.compile(
    r"\b(?:(?:international |domestic |own |constitutional |human rights |OSCE |treaty |legal )*(?:commitments?|obligations?)"
    r"(?: (?:it|they|he|she|the country|\w+) (?:made|took on|undertook|assumed|accepted)| (?:under|to|of|as|before|within|in) )?[^.;:”\"\n]{0,130}"
    r"|(?:universal |fundamental |basic )?human rights(?: and (?:fundamental|basic) freedoms)?(?: law| standards)?"
    r"|(?:fundamental|basic) (?:rights|freedoms)|freedom of (?:expression|speech|assembly|association|the press|the media|religion|conscience)|(?:press|media) freedom"
    r"|right to (?:a )?(?:fair trial|liberty|life|counsel|freedom of \w+)|rule of law|international (?:human rights )?(?:law|standards|norms)"
    r"|(?:the )?(?:European|International|UN|American|African)[\w ]{0,20} (?:Convention|Covenant|Charter|Declaration)[\w ]{0,40}"
    r"|(?:the )?Universal Declaration of Human Rights|(?:the )?Convention against Torture|Vienna Convention[\w ]{0,30}|Helsinki (?:Final Act|principles))"
)


def find_norms(text: str, sentence: Span) -> tuple[Span, ...]:
    """The norms that the sentence names, in order, each as far as its clause says it."""
    found: list[Span] = []
    for match in _NORM.finditer(text, sentence.start, sentence.stop):
        stop = match.end() - (len(match[0]) - len(match[0].rstrip(" ,")))
        span = Span(match.start(), stop)
        if not any(span.touches(other) for other in found):
            found.append(span)
    return tuple(found)
