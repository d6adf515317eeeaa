"""Readings written by hand for tests: a text, who is in it, and what it says, each tied to its words."""

from __future__ import annotations

import hashlib
from typing import Any

from habeas.acquire.capture import Capture
from habeas.case.claim import Action, Authority, Charge, Claim, Custody, Quote, Response
from habeas.case.dates import DateValue, Term
from habeas.case.passage import Passage, Span
from habeas.case.person import Entity, Mention
from habeas.case.reading import Reading
from habeas.case.source import Boilerplate, Source
from habeas.case.vocabulary import ActionType, CustodyType, EntityKind, MentionForm, QuoteForm, Realis, ResponseType, Side


class Article:
    """A text under test. Each method adds a claim whose words are found in the text; `reading` is what it all says."""

    def __init__(self, text: str, *, published: str | None = "2024-12-12", outlet: str = "Baku Brief", **source: Any) -> None:
        self.content = text.encode()
        furniture = tuple(Boilerplate(self._in(text, words), "menu") for words in source.pop("furniture", ()))
        fields: dict[str, Any] = {"name": outlet.lower().replace(" ", "-"), "language": "en", **source}
        self.source = Source(
            id="sha256:" + hashlib.sha256(self.content).hexdigest(),
            text=text,
            outlet=outlet,
            published=published,
            boilerplate=furniture,
            **fields,
        )
        self.entities: dict[str, Entity] = {}
        self.claims: list[Claim] = []

    @staticmethod
    def _in(text: str, words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    def span(self, words: str | None) -> Span | None:
        return None if words is None else self._in(self.source.text, words)

    def who(self, id_: str, name: str, *, kind: str = "person", form: str = "name", roles: tuple[str, ...] = ()) -> Article:
        span = self._in(self.source.text, name)
        self.entities[id_] = Entity(id_, EntityKind(kind), name, (Mention(span, name, MentionForm(form)),), roles)
        return self

    def _said(self, words: str, fields: dict[str, Any]) -> dict[str, Any]:
        span = self._in(self.source.text, words)
        said = {"confidence": 0.9, "reader": "by hand 1", "id": f"c{len(self.claims) + 1}", **fields}
        said["realis"] = Realis(said.get("realis", "asserted"))
        return {"passages": (Passage.cut(self.source.id, self.source.text, span),), "trigger": span, **said}

    def _date(self, edtf: str | None, words: str | None = None) -> DateValue | None:
        return None if edtf is None else DateValue(edtf, self.span(words))

    def event(self, type_: str, persons: str, words: str, on: str | None = None, **fields: Any) -> Article:
        """`persons` are ids separated by spaces; `on` is an EDTF date."""
        term, until, charge, article, court = (fields.pop(n, None) for n in ("term", "until", "charge", "article", "court"))
        self.claims.append(
            Custody(
                **self._said(words, fields),
                type=CustodyType(type_),
                persons=tuple(persons.split()),
                date=self._date(on, fields.pop("on_words", None)),
                term=None if term is None else Term(term),
                until=self._date(until),
                charge=Charge(self.span(charge), article) if charge or article else None,
                authority=None if court is None else Authority(text=self.span(court)),
            )
        )
        return self

    def action(
        self, type_: str, words: str, *, by: str = "", of: str = "", for_: str = "", on: str | None = None, **fields: Any
    ) -> Article:
        norms = tuple(self._in(self.source.text, n) for n in fields.pop("norms", ()))
        self.claims.append(
            Action(
                **self._said(words, fields),
                type=ActionType(type_),
                actors=tuple(by.split()),
                addressees=tuple(of.split()),
                beneficiaries=tuple(for_.split()),
                date=self._date(on),
                norms=norms,
            )
        )
        return self

    def response(
        self, type_: str, words: str, *, by: str, toward: str = "", answers: tuple[str, ...] = (), side: str = "authority"
    ) -> Article:
        said = self._said(words, {})
        self.claims.append(
            Response(
                **said, type=ResponseType(type_), side=Side(side), actors=tuple(by.split()), toward=tuple(toward.split()), answers=answers
            )
        )
        return self

    def quote(self, words: str, *, by: str | None = None, **fields: Any) -> Article:
        said = self._said(words, fields)
        span = said.pop("trigger")
        self.claims.append(Quote(**said, form=QuoteForm.FULL, content=(span,), speaker=by))
        return self

    @property
    def reading(self) -> Reading:
        return Reading(self.source, tuple(self.entities.values()), tuple(self.claims))

    @property
    def capture(self) -> Capture:
        return Capture(self.content, self.source.name, url=self.source.url)


def arrest() -> Article:
    """A brief: an arrest, a remand of four months, and an appeal."""
    text = (
        "Court keeps Safarov in custody\n\n"
        "Rufat Safarov was detained on 3 December. A day later a district court remanded him for four months.\n"
        "The Baku Court of Appeal left his arrest unchanged. He denies fraud.\n"
    )
    article = Article(text, published="2024-12-11", outlet="Baku Brief", title="Court keeps Safarov in custody")
    article.who("s", "Rufat Safarov", roles=("detainee",)).who("court", "Baku Court of Appeal", kind="court")
    article.event("detained", "s", "Rufat Safarov was detained on 3 December", "2024-12-03")
    article.event(
        "remanded", "s", "A day later a district court remanded him for four months", "2024-12-04", term="P4M", court="a district court"
    )
    return article.event("appeal_rejected", "s", "left his arrest unchanged", "2024-12-11").response(
        "deny", "He denies fraud", by="s", side="accused"
    )


def demand() -> Article:
    """A demand for release and the ministry's answer."""
    text = (
        "US urges release\n\n"
        "On December 11 the United States urged the Azerbaijani government to release Rufat Safarov and journalists from Meydan TV, "
        "citing the commitments it made to the OSCE.\n"
        "The foreign ministry called the statement of the United States biased.\n"
        "Subscribe to our newsletter: news@example.org\n"
    )
    article = Article(text, outlet="Caucasus Desk", title="US urges release", furniture=("Subscribe to our newsletter: news@example.org",))
    article.who("us", "United States", kind="government").who("az", "Azerbaijani government", kind="government")
    article.who("s", "Rufat Safarov", roles=("detainee",)).who("m", "Meydan TV", kind="organization")
    article.who("j", "journalists from Meydan TV", form="nominal").who("mfa", "The foreign ministry", kind="government")
    article.action(
        "demand_release",
        "urged the Azerbaijani government to release",
        by="us",
        of="az",
        for_="s j",
        on="2024-12-11",
        norms=("the commitments it made to the OSCE",),
    )
    return article.response("reject", "called the statement of the United States biased", by="mfa", toward="us")
