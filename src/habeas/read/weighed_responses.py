"""Which answers stand, when the rules and the encoder have both read the text? What either proposes is weighed (deed_decisions)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Action, Custody, Quote, Response
from habeas.case.passage import Span
from habeas.case.vocabulary import ActionType, EntityKind, MentionForm, ResponseType, Side
from habeas.languages.english import ENGLISH
from habeas.read.actions import cast_of
from habeas.read.bodies import actors_of
from habeas.read.cast import Cast
from habeas.read.deed_decisions import those_that_stand
from habeas.read.deed_signs import Hearing, Proposed
from habeas.read.grammar import words_of
from habeas.read.in_office import is_authority
from habeas.read.patterns import PLAINLY
from habeas.read.response_needs import CLAIMS, Answer, accuses_of_repression, is_court, tries_cases
from habeas.read.responses import is_withheld, once, response_of
from habeas.read.said_answers import places_of_said_answers
from habeas.read.scene import Scene
from habeas.read.signals import Signals
from habeas.read.verb_groups import Voice, without_verb
from habeas.read.weighed_events import PERHAPS, Telling, hit_of, is_retold, tellings, tied, units_of


def weigh_responses(
    hearing: Hearing, by_rule: Sequence[Response], custody: Sequence[Custody], actions: Sequence[Action]
) -> tuple[Response, ...]:
    """What stands of the rules' answers and of the encoder's, each with who gives it."""
    standing = those_that_stand(hearing, proposed_responses(hearing, by_rule, custody, actions))
    return once(hearing.scene, _of_one_kind(hearing, [r for r in standing if not _rather_judges(hearing, r, actions)]))


def _of_one_kind(hearing: Hearing, standing: Sequence[Response]) -> list[Response]:
    """The answers; what the same words of the same people tell twice is a denial of those held and their side, of others the likelier of the two."""
    kept: list[Response] = []
    for response in standing:
        rival = next((k for k in kept if k.trigger.touches(response.trigger) and set(k.actors) & set(response.actors)), None)
        if rival is None or rival.type is response.type:
            kept.append(response)
        elif _is_rather(hearing, response, rival):
            kept[kept.index(rival)] = response
    return kept


def _is_rather(hearing: Hearing, one: Response, other: Response) -> bool:
    """True if the first of two answers of other types that the same words tell is rather meant."""
    types = {one.type, other.type}
    if types == {ResponseType.DENY, ResponseType.REJECT}:
        theirs = any(_is_of_their_side(hearing, a) for a in one.actors)
        return (one.type is ResponseType.DENY) == theirs
    return one.confidence > other.confidence


def _is_of_their_side(hearing: Hearing, actor: str) -> bool:
    """True for those held, their lawyers and relatives."""
    entity = hearing.index.get(actor)
    return entity is not None and (entity in hearing.befallen or not _SIDE.isdisjoint(hearing.scene.entities[entity].roles))


_SIDE: Final = frozenset({"lawyer", "relative", "detainee"})


def _rather_judges(hearing: Hearing, response: Response, actions: Sequence[Action]) -> bool:
    """True for "dismissed the trial as a farce", by those who are likelier to condemn it with these words than to answer anybody."""
    if response.type is not ResponseType.REJECT:
        return False
    judging = (a for a in actions if a.type is ActionType.CONDEMN and a.trigger.touches(response.trigger))
    is_of_state = any(is_authority(hearing.scene, hearing.index[a]) for a in response.actors if a in hearing.index)
    return any(set(a.actors) & set(response.actors) and (not is_of_state or a.confidence > response.confidence) for a in judging)


def proposed_responses(
    hearing: Hearing, by_rule: Sequence[Response], custody: Sequence[Custody], actions: Sequence[Action]
) -> list[Proposed[Response]]:
    """The rules' answers and those that only the encoder sees."""
    scene, signals = hearing.scene, hearing.signals
    told = [
        t
        for t in tellings(signals, "response", PERHAPS)
        if not any(is_retold(scene, r.type.value, r.trigger, t) or r.trigger.touches(t.span) for r in by_rule)
    ]
    said = [(q, type_) for q in hearing.quotes if (type_ := _may_answer(hearing, q)) is not None]
    cast = cast_of(scene, custody) if told or said else None
    said_so = places_of_said_answers(scene, hearing.quotes) if by_rule else frozenset()
    ruled = [Proposed(r, is_said=r.trigger in said_so, is_sure=r.confidence >= PLAINLY) for r in by_rule]
    if cast is None:
        return [*ruled, *_as_rejections(hearing, ruled)]
    own = [p for t in told if (p := _own(cast, t, actions, hearing.quotes, signals)) is not None]
    taken = [*(r.trigger for r in by_rule), *(p.claim.trigger for p in own)]
    answering = [p for q, type_ in said if (p := _only_quoted(cast, hearing.index, q, type_, actions, taken)) is not None]
    return [*ruled, *own, *_as_rejections(hearing, [*ruled, *own]), *answering]


def _as_rejections(hearing: Hearing, proposed: Sequence[Proposed[Response]]) -> Iterator[Proposed[Response]]:
    """What is taken for a denial by somebody who is not in custody, taken for the rejection by an authority: "the warden denied that"."""
    rejected = [p.claim.trigger for p in proposed if p.claim.type is ResponseType.REJECT]
    for denial in proposed:
        claim = denial.claim
        if claim.type is not ResponseType.DENY or denial.is_said or any(claim.trigger.touches(t) for t in rejected):
            continue
        if not any(hearing.index.get(a) in hearing.befallen for a in claim.actors):
            yield replace(denial, claim=replace(claim, type=ResponseType.REJECT, side=Side.AUTHORITY), by_encoder=True)


def _may_answer(hearing: Hearing, quote: Quote) -> ResponseType | None:
    """What words of an authority or of the accused are, if they answer: critics are rejected, the deed is denied."""
    speaker = hearing.index.get(quote.speaker or "")
    if speaker is None:
        return None
    if speaker in hearing.befallen:
        return ResponseType.DENY
    is_answering = is_authority(hearing.scene, speaker) and not is_court(hearing.scene, speaker)
    return ResponseType.REJECT if is_answering else None


def _only_quoted(
    cast: Cast, index: Mapping[str, int], quote: Quote, type_: ResponseType, actions: Sequence[Action], taken: Sequence[Span]
) -> Proposed[Response] | None:
    """What somebody is quoted with, which may be an answer: "the ministry says that nobody is tried for an opinion"."""
    scene, speaker = cast.scene, quote.speaker
    words = quote.cue or quote.content[0]
    units = units_of(scene, words)
    if speaker is None or not units or any(words.touches(t) or quote.hull.touches(t) for t in taken):
        return None
    if type_ is ResponseType.REJECT and tries_cases(scene, index[speaker]) and _is_of_what_is_tried(scene, units[-1]):
        return None
    group = replace(without_verb(scene, units[0]), voice=Voice.ACTIVE)
    frame = "accused" if type_ is ResponseType.DENY else "authority"
    answer = Answer(hit_of(type_.value, frame, units[:1]), type_, group, (index[speaker],))
    return Proposed(response_of(cast, answer, actions), by_encoder=True, objection="only quoted")


def _own(cast: Cast, telling: Telling, actions: Sequence[Action], quotes: Sequence[Quote], signals: Signals) -> Proposed[Response] | None:
    """An answer that only the encoder sees, and what speaks against it; None for a plea of guilty and for what a court rules."""
    scene, type_ = cast.scene, ResponseType(telling.type)
    units = units_of(scene, telling.span)
    if not units:
        return None
    group = replace(without_verb(scene, units[0]), voice=Voice.ACTIVE)
    by_grammar = actors_of(cast, group, quotes, outsiders=False)
    if by_grammar and all(is_court(scene, a) for a in by_grammar):
        return None  # "The court denied the motions of X and Y": a ruling, whomever the encoder ties to it
    actors = _who_says_it(scene, telling, quotes) or tied(scene, signals, "actor", telling.span) or by_grammar
    if type_ is ResponseType.DENY:
        actors = tuple(a for a in actors if scene.entities[a].kind is EntityKind.PERSON) or actors
    if type_ is ResponseType.DENY and _is_found_so(scene, units):
        return None
    if type_ is ResponseType.ACCUSE and accuses_of_repression(scene, units[-1]):
        return None
    if type_ is ResponseType.ACCUSE and not any(is_authority(scene, a) for a in actors) and _accuses_the_state(scene, units[-1]):
        return None
    if type_ is ResponseType.REJECT and (_confirms(scene, group.anchor) or _turns_down_a_paper(scene, units[-1])):
        return None
    if type_ is ResponseType.NO_COMMENT and actors and all(a in cast.held or "relative" in scene.entities[a].roles for a in actors):
        return None  # "His wife declined an interview": those whose case it is owe nobody an answer
    if type_ is ResponseType.NO_COMMENT and (not _speaks_of_answering(scene, group.anchor) or _gives_a_statement(scene, group.anchor)):
        return None  # "The Minister promised to inform himself": nobody was asked for an answer, or one was given
    if type_ is ResponseType.REJECT and actors and all(tries_cases(scene, a) for a in actors) and _is_of_what_is_tried(scene, group.anchor):
        return None
    if (
        any(_agrees(scene, i) or _denies_nothing(scene, i) for i in units)
        or _admits(scene, group.anchor)
        or is_withheld(scene, hit_of(type_.value, "accused", units))
    ):
        return None
    by_authority = bool(actors) and all(is_authority(scene, a) and a not in cast.held for a in actors)
    if by_authority and type_ is ResponseType.DENY and all(scene.entities[a].kind is not EntityKind.PERSON for a in actors):
        type_ = ResponseType.REJECT  # an authority that denies what it is charged with
    frame = "authority" if by_authority and type_ is not ResponseType.DENY else "accused"
    answer = Answer(hit_of(type_.value, frame, units), type_, group, actors)
    return Proposed(response_of(cast, answer, actions), by_encoder=True, objection=_objection(cast, answer, by_authority=by_authority))


def _who_says_it(scene: Scene, telling: Telling, quotes: Sequence[Quote]) -> tuple[int, ...]:
    """Of "Minsk's foreign ministry spoke of “a season of lists”", the authority that is quoted with it, if the verb is that of a quote."""
    speakers = {q.speaker for q in quotes if q.cue is not None and q.cue.touches(telling.span) and q.speaker is not None}
    found = tuple(i for i, e in enumerate(scene.entities) if e.id in speakers)
    return found if found and all(is_authority(scene, a) and not is_court(scene, a) for a in found) else ()


def _objection(cast: Cast, answer: Answer, *, by_authority: bool) -> str:
    """What speaks against an answer that only the encoder sees; "" for nothing."""
    scene = cast.scene
    if not answer.actors:
        return "nobody"
    if all(is_court(scene, a) for a in answer.actors):
        return "a court"  # one that throws out charges answers nobody
    if answer.type is ResponseType.NO_COMMENT and all(_is_private(cast, a) for a in answer.actors):
        return "a private person"  # the accused, or a wife who gives no interview: no authority keeps silent
    if not by_authority and answer.type in (ResponseType.REJECT, ResponseType.ACCUSE):
        return "no authority"
    return ""


def _speaks_of_answering(scene: Scene, i: int) -> bool:
    """True if the sentence has a word of asking, answering or keeping silent outside of names, or one that denies: "has not so far"."""
    units = scene.units[slice(*scene.bounds[scene.units[i].sentence])]
    words = (w for u in units if u.form is not MentionForm.NAME for w in u.low.split())
    return any(w in _DENYING or w.startswith(_SILENCE) for w in words)


_DENYING: Final = frozenset({"no", "not", "n't", "n’t", "nor", "none", "neither", "never"})
_SILENCE: Final = tuple(ENGLISH.group("weighed_responses.silence"))


def _gives_a_statement(scene: Scene, i: int) -> bool:
    """True for "issued a statement denying the claims": who says something keeps no silence."""
    first, stop = scene.bounds[scene.units[i].sentence]
    behind = [w for u in scene.units[i + 1 : min(stop, i + 4)] for w in u.low.split()]
    said = scene.units[i].low in _GIVES and not _PAPERS.isdisjoint(behind)
    return said and _DENYING.isdisjoint(w for u in scene.units[first : min(stop, i + 4)] for w in u.low.split())


_GIVES: Final = frozenset({"issued", "issues", "published", "publishes", "released", "releases", "made", "gave"})
_PAPERS: Final = frozenset({"statement", "communique", "communiqué", "declaration"})


def _is_private(cast: Cast, entity: int) -> bool:
    person = cast.scene.entities[entity].kind is EntityKind.PERSON
    return entity in cast.held or (person and not is_authority(cast.scene, entity))


def _is_of_what_is_tried(scene: Scene, i: int) -> bool:
    """True for "Police said his post was fabricated": where the verb at unit `i` leads to what the case is about, nobody is answered."""
    stop = scene.bounds[scene.units[i].sentence][1]
    behind = [w for u in scene.units[i + 1 : min(stop, i + 4)] for w in u.low.split() if w != "that"]
    return len(behind) > 1 and behind[0] in ("his", "her", "their") and behind[1] in CLAIMS


def _agrees(scene: Scene, i: int) -> bool:
    """True for "strongly backed the findings", "endorsed the call": who agrees with the critics rejects nothing."""
    stop = scene.bounds[scene.units[i].sentence][1]
    behind = {w for u in scene.units[i + 1 : min(stop, i + _OF_CRITICS)] for w in u.low.split()}
    words = words_of(scene.language, "answered", "settings") | words_of(scene.language, "published", "settings")
    return scene.units[i].low.startswith(_AGREEING) and not behind.isdisjoint(words | _FOUND_OUT)


def _confirms(scene: Scene, i: int) -> bool:
    """True for "the ministry confirmed the arrest": no denial, unless "not" stands near."""
    before = {u.low for u in scene.units[max(scene.bounds[scene.units[i].sentence][0], i - 4) : i]}
    return scene.units[i].low.startswith("confirm") and _DENYING.isdisjoint(before)


def _turns_down_a_paper(scene: Scene, i: int) -> bool:
    """True for "rejected her visa application", "turned down his request for asylum"."""
    stop = scene.bounds[scene.units[i].sentence][1]
    behind = [w for u in scene.units[i + 1 : min(stop, i + 5)] for w in u.low.split()]
    return scene.units[i].low.startswith(("reject", "refus", "declin", "turn", "dismiss")) and not _PAPERS_ASKED_FOR.isdisjoint(behind)


_PAPERS_ASKED_FOR: Final = frozenset({"visa", "visas", "application", "applications", "asylum", "passport", "parole", "bail"})


def _accuses_the_state(scene: Scene, i: int) -> bool:
    """True for "accused Obria of jailing critics", "accused the provincial rulers of …": who is no authority and accuses one answers nobody."""
    stop = scene.bounds[scene.units[i].sentence][1]
    authority = words_of(scene.language, "authority", "settings") | _RULERS
    for unit in scene.units[i + 1 : min(stop, i + 7)]:
        if unit.low in ("of", "for"):
            return False
        if unit.of >= 0 and (is_authority(scene, unit.of) or scene.entities[unit.of].kind in (EntityKind.PLACE, EntityKind.GOVERNMENT)):
            return True
        if any(w in authority for w in unit.low.split()):
            return True
    return False


_RULERS: Final = frozenset({"rulers", "ruler", "regime", "leaders", "state", "junta", "officers"})


def _is_found_so(scene: Scene, units: Sequence[int]) -> bool:
    """True for "a high court cut that to nine: not guilty of conspiracy": a verdict, where nobody is told to plead or say so."""
    if not any(scene.units[i].low == "guilty" for i in units):
        return False
    sentence = scene.units[slice(*scene.bounds[scene.units[units[0]].sentence])]
    return not any(
        u.low.startswith(("plea", "pled", "insist", "maintain")) or u.low in ("said", "says", "he", "she", "they", "i") for u in sentence
    )


def _denies_nothing(scene: Scene, i: int) -> bool:
    """True for "has denied nothing, and confirmed nothing"."""
    return scene.units[i].low.startswith(_DISPUTING) and scene.units[min(i + 1, len(scene.units) - 1)].low == "nothing"


_DISPUTING: Final = ("den", "reject", "disput", "refut")
_AGREEING: Final = ("backed", "backs", "support", "endors", "echo", "welcom")
_FOUND_OUT: Final = frozenset({"findings", "opinion", "opinions", "conclusions", "recommendations"})
_OF_CRITICS: Final = 8  # units to what the critics found


def _admits(scene: Scene, i: int) -> bool:
    """True for "pleaded guilty": no denial, whatever the encoder sees in it."""
    first, stop = scene.bounds[scene.units[i].sentence]
    words = [u.low for u in scene.units[max(first, i - 3) : min(stop, i + 3)]]
    return scene.units[i].low.startswith(("plead", "pled")) and "guilty" in words and not {"not", "n't", "never", "to"} & set(words)
