"""How the authorities answer criticism, and the accused the accusation: rejections, counter-accusations, denials, silence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from habeas.case.claim import Action, Custody, Quote, Response
from habeas.case.passage import Passage, Span
from habeas.case.vocabulary import ActionType, EntityKind, MentionForm, Realis, ResponseType, Side
from habeas.languages.english import ENGLISH
from habeas.read.action_tellings import headline_stop
from habeas.read.actions import cast_of
from habeas.read.authorship import document_author, is_in_marks
from habeas.read.bodies import ACCUSED_NOUNS, actors_of, named_actors, sayers, with_bodies
from habeas.read.case_people import is_one, meant_by_pronoun, most_told
from habeas.read.cast import Cast
from habeas.read.clauses import find_object, find_subject, words_of_object
from habeas.read.custody_events import READER
from habeas.read.doers import earlier_subjects, main_subject, subject_of_saying
from habeas.read.grammar import words_of
from habeas.read.helped import resolve_case
from habeas.read.in_office import is_authority
from habeas.read.noun_groups import NounGroup, read_group
from habeas.read.patterns import PLAINLY, Hit, find_phrases, load_phrases, telling_unit, verb_of
from habeas.read.realis import decide_realis
from habeas.read.response_needs import NEEDS, Answer, is_court, object_words
from habeas.read.said_answers import issuer, place_of_said_answer, quoted_official
from habeas.read.scene import Scene, UnitKind
from habeas.read.verb_groups import VerbGroup, Voice, as_deed, find_verb_group, is_finite


def read_responses(
    scene: Scene, custody: Sequence[Custody] = (), actions: Sequence[Action] = (), quotes: Sequence[Quote] = ()
) -> tuple[Response, ...]:
    """The answers of a scene."""
    cast = cast_of(scene, custody)
    hits = find_phrases(scene, load_phrases(scene.language, "responses"), in_nouns=True)
    found: list[Response] = []
    taken: set[int] = set()
    spoken: set[Span] = set()
    for hit in sorted(hits, key=lambda h: (h.first, -len(h.phrase.elements))):
        if not taken.isdisjoint(hit.units):
            continue
        answer = _answer(cast, hit, quotes)
        if any(is_none(cast, answer, actions) for is_none in NO_ANSWER) or not all(NEEDS[n](cast, answer) for n in hit.phrase.needs):
            continue
        if _disputes(answer) and _is_body_of_state(cast, answer, actions):
            answer = replace(answer, type=ResponseType.REJECT, hit=replace(hit, phrase=replace(hit.phrase, frame="authority")))
        elif not FRAMES[hit.phrase.frame](cast, answer):
            continue
        if _is_only_thought_of(scene, answer):
            continue
        taken.update(hit.units)
        response = response_of(cast, answer, actions)
        if hit.phrase.is_sure:
            response = replace(response, confidence=PLAINLY)
        if hit.phrase.frame == "saying":
            response = replace(response, trigger=place_of_said_answer(scene, hit, quotes))
            spoken.add(response.trigger)
        found.append(response)
    # "We handle cases in accordance with the law. We firmly oppose such remarks": one answer, told by the verb that says so.
    found = sorted(found, key=lambda r: r.trigger in spoken)
    held = {p for c in custody for p in c.persons}
    # A detainee is no authority: where one would answer as such, somebody else was meant, and we do not know who.
    return once(scene, [r for r in found if r.side is Side.ACCUSED or not r.actors or not set(r.actors) <= held])


def _tells_no_deed(cast: Cast, answer: Answer, _: Sequence[Action]) -> bool:
    """True for a noun or epithet ("the rejected claim"), and where nobody answers."""
    return answer.group.voice in (Voice.NOUN, Voice.STATUS) or not (answer.actors or _is_by_the_state(cast, answer))


def _is_done_to_the_accused(_: Cast, answer: Answer, __: Sequence[Action]) -> bool:
    """True for "has been accused", "was denied": the accused side answers only by what it does itself."""
    return answer.group.voice is Voice.PASSIVE and answer.hit.phrase.frame == "accused"


def _is_silence_in_marks(cast: Cast, answer: Answer, _: Sequence[Action]) -> bool:
    """True for "“The parliament, which has kept silent for years, …”": somebody's reproach, and no answer that the text reports.

    "“We do not comment on cases,” the spokesman said" is the answer of whoever says it.
    """
    is_own = answer.hit.phrase.frame == "saying"
    return answer.type is ResponseType.NO_COMMENT and not is_own and is_in_marks(cast.scene, answer.hit.first)


def _is_kept_back(cast: Cast, answer: Answer, _: Sequence[Action]) -> bool:
    """True for "denied him bail"."""
    return is_withheld(cast.scene, answer.hit)


def _is_a_wish(cast: Cast, answer: Answer, _: Sequence[Action]) -> bool:
    """True for "No one should be jailed for what they write": how it ought to be, which critics say, and not how it is."""
    between = cast.scene.units[answer.hit.first + 1 : answer.hit.last]
    is_of_nobody = not _OF_NOBODY.isdisjoint(cast.scene.units[answer.hit.first].low.split())
    return answer.hit.phrase.frame == "saying" and is_of_nobody and any(u.low in _OUGHT for u in between)


_OF_NOBODY: Final = frozenset({"no", "nobody", "none", "no-one", "never", "not"})
_OUGHT: Final = frozenset({"should", "must", "ought", "deserves", "deserve"})


def _is_only_thought_of(scene: Scene, answer: Answer) -> bool:
    """True for a rejection or accusation that is denied, planned or possible: "may reject the report", "did not accuse"."""
    if answer.hit.phrase.frame == "saying" or answer.type not in (ResponseType.REJECT, ResponseType.ACCUSE):
        return False
    return decide_realis(scene, answer.group).realis in (Realis.PLANNED, Realis.POSSIBLE, Realis.NEGATED)


def _disputes(answer: Answer) -> bool:
    """True for a row of words that deny or admit an accusation."""
    return not answer.hit.phrase.needs.isdisjoint({"denied", "accusation"})


def _answer(cast: Cast, hit: Hit, quotes: Sequence[Quote]) -> Answer:
    type_ = ResponseType(hit.phrase.type)
    if (found := verb_of(cast.scene, hit)) is not None and hit.phrase.frame != "asked":
        group = as_deed(cast.scene, find_verb_group(cast.scene, *found))
        actors = (
            _in_an_aside(cast, hit, group)
            or _the_accused(cast, hit, group)
            or _who_says_so(cast, hit, actors_of(cast, group, quotes, outsiders=False), quotes)
        )
        if hit.phrase.frame == "authority" and (not actors or _is_no_authority(cast, actors)):
            is_we = all(cast.scene.entities[a].id == "we" for a in actors)
            actors = _it(cast, group) or (_announced(cast, hit.first) if is_we else ()) or actors
        if _is_no_authority(cast, actors):
            actors = _authority_before(cast, hit, group) or actors
        if hit.phrase.frame == "saying" and (not actors or _is_no_authority(cast, actors)):
            actors = _sayers(cast, hit.first, quotes) or actors
        return Answer(hit, type_, group, actors)
    if hit.phrase.frame == "saying":
        return Answer(hit, type_, VerbGroup(hit.first, hit.first, Voice.ACTIVE), _sayers(cast, hit.first, quotes))
    if hit.phrase.frame == "asked":
        return Answer(hit, type_, VerbGroup(hit.first, hit.first, Voice.ACTIVE), _asked(cast, hit))
    if hit.phrase.frame == "from":
        whose = find_object(cast.scene, hit.last + 1) if hit.last + 1 < cast.scene.bounds[cast.scene.units[hit.last].sentence][1] else None
        return Answer(hit, type_, VerbGroup(hit.first, hit.first, Voice.ACTIVE), named_actors(cast, whose) if whose is not None else ())
    first = hit.first
    start = cast.scene.bounds[cast.scene.units[first].sentence][0]
    while first > start and any(cast.scene.has(cast.scene.units[first - 1], k) for k in ("be", "have", "do", "modal", "adverb")):
        first -= 1
    group = VerbGroup(hit.first, first, Voice.ACTIVE)
    return Answer(hit, type_, group, _the_accused(cast, hit, group) or actors_of(cast, group, quotes, outsiders=False))


def _asked(cast: Cast, hit: Hit) -> tuple[int, ...]:
    """Whoever was asked and gave no answer: who stands behind "from", else the last authority named before in the sentence."""
    scene = cast.scene
    first, stop = scene.bounds[scene.units[hit.last].sentence]
    if hit.last + 2 < stop and scene.units[hit.last + 1].low == "from":
        return named_actors(cast, find_object(scene, hit.last + 2))
    is_alone = scene.units[hit.first].low.split()[0] in ("there", "no") and hit.first - first <= 2
    if is_alone and scene.units[hit.first].sentence:  # "She wrote to the ministry. There has been no answer", "No reply was received"
        first = scene.bounds[scene.units[hit.first].sentence - 1][0]
    asked = (u.of for u in reversed(scene.units[first : hit.first]) if u.of >= 0 and u.of not in cast.held and is_authority(scene, u.of))
    return next(((a,) for a in asked), ())


def _it(cast: Cast, group: VerbGroup) -> tuple[int, ...]:
    """Who "it" or "they" is that gave no answer, where the text before did not tie it: the authority that the sentence before is about."""
    scene = cast.scene
    subject = find_subject(scene, group)
    at = next((i for i in range(subject.first, subject.stop) if scene.units[i].low in ("it", "they")), None)
    if at is None:
        return ()
    if (said := subject_of_saying(scene, at)) is not None:  # "The government said it rejects …"
        return named_actors(cast, said)
    if (leading := main_subject(scene, at)) is not None:  # "Managua exiled its critics, whom it accused of treason"
        found = named_actors(cast, leading)
        if found and not _is_no_authority(cast, found):
            return found
    if (number := scene.units[at].sentence) == 0:
        return ()
    first, stop = scene.bounds[number - 1]
    verb = next((j for j in range(first + 1, stop) if is_finite(scene, j)), None)
    if verb is None or scene.units[stop - 1].span.stop < scene.text.rfind("\n", 0, scene.units[at].span.start):
        return ()
    found = named_actors(cast, find_subject(scene, VerbGroup(verb, verb, Voice.ACTIVE)))
    if found and not _is_no_authority(cast, found):
        return found
    told_of = (u.of for u in reversed(scene.units[first:stop]) if u.of >= 0 and not scene.is_person(u) and is_authority(scene, u.of))
    return next(((a,) for a in told_of), ())  # "Groups say the government arrests critics. It rejects the accusation"


def _is_no_authority(cast: Cast, actors: Sequence[int]) -> bool:
    return bool(actors) and not all(_may_rule(cast.scene, a) and a not in cast.held for a in actors)


def _may_rule(scene: Scene, entity: int) -> bool:
    return is_authority(scene, entity) or scene.entities[entity].kind is EntityKind.PLACE


def _authority_before(cast: Cast, hit: Hit, group: VerbGroup) -> tuple[int, ...]:
    """Of "the ministry says that the presenter confessed, and rejects …", the ministry: an authority that an earlier verb of the sentence has."""
    is_joined = group.first > 0 and cast.scene.has(cast.scene.units[group.first - 1], "conjunction")
    if hit.phrase.frame != "authority" or not is_joined:
        return ()
    before = (named_actors(cast, subject) for subject in earlier_subjects(cast.scene, group))
    return next((found for found in before if found and not _is_no_authority(cast, found)), ())


def _is_disputed_not(cast: Cast, answer: Answer, _: Sequence[Action]) -> bool:
    """True for "does not dispute the charges": a verb of denying, denied."""
    is_denial = cast.scene.units[answer.group.anchor].low.startswith(("den", "disput", "contest", "reject", "refut"))
    return _disputes(answer) and is_denial and decide_realis(cast.scene, answer.group).realis is Realis.NEGATED


def is_withheld(scene: Scene, hit: Hit) -> bool:
    """True for "was held alone and denied contact with his family", "denies him bail": nothing is disputed, something is kept from somebody."""
    verb, stop = scene.units[hit.first], scene.bounds[scene.units[hit.first].sentence][1]
    if verb.low not in ("denied", "denies", "deny", "denying", "refused"):
        return False
    behind = scene.units[hit.first + 1 : min(stop, hit.first + 4)]
    if any(w in _WITHHELD for u in behind for w in u.low.split()):
        return True
    if len(behind) > 1 and (behind[0].low in ("him", "her", "them", "us", "me") or scene.is_person(behind[0])):
        closed = ("preposition", "conjunction", "subordinator", "adverb", "be", "have", "modal", "do")
        if behind[1].kind is UnitKind.MENTION:  # "denied him a lawyer"
            return behind[0].kind is UnitKind.WORD or behind[0].form is MentionForm.PRONOUN
        return behind[1].kind is UnitKind.WORD and not scene.has_any(behind[1], closed) and not is_finite(scene, hit.first + 2)
    return False


_WITHHELD: Final = ENGLISH.group("responses.withheld")


def _judges_here(cast: Cast, answer: Answer, actions: Sequence[Action]) -> bool:
    """True for the rejection of a body that in the same sentence condemns a verdict: it is no authority that answers."""
    if answer.type is not ResponseType.REJECT:
        return False
    scene = cast.scene
    ids = {scene.entities[a].id for a in answer.actors}
    number = scene.units[answer.hit.first].sentence
    others = (a for a in actions if a.type is ActionType.CONDEMN and a.trigger.gap(scene.units[answer.hit.first].span) > 20)
    return any(ids & set(a.actors) and scene.units[scene.at(a.trigger.start)].sentence == number for a in others)


def _sayers(cast: Cast, at: int, quotes: Sequence[Quote]) -> tuple[int, ...]:
    """Who says what stands at unit `at`; in the statement of a body, that body."""
    author = document_author(cast.scene)
    is_body = bool(author) and cast.scene.entities[author[0]].kind is not EntityKind.PERSON
    quoted = quoted_official(cast.scene, at, quotes)
    if quoted is not None and quoted not in cast.held:
        return (quoted,)  # "Superintendent of Police Ann Roe maintained that …": not the police
    subject = subject_of_saying(cast.scene, at)
    told = named_actors(cast, subject) if subject is not None else ()
    if told and not _is_no_authority(cast, told) and all(cast.scene.entities[a].kind is not EntityKind.PLACE for a in told):
        return told  # "I was told: the ministry answered that …", whoever is quoted as telling it
    said = sayers(cast, at, quotes, nearby=False)
    people = [cast.scene.entities[a] for a in said if cast.scene.entities[a].kind is EntityKind.PERSON]
    if people:  # "on its website, X said": X
        said = tuple(a for a in said if cast.scene.entities[a].is_named or cast.scene.entities[a] in people)
    if said and all(a in cast.held for a in said) and not is_in_marks(cast.scene, at):
        said = ()  # "Allegations that she was beaten are false", in a letter of the embassy
    return said or issuer(cast, at) or _announced(cast, at) or (author if is_body else ())


def _announced(cast: Cast, at: int) -> tuple[int, ...]:
    """Whose words a line introduces that ends in a colon, "Spokeswoman X states that:", for what stands in the lines under it outside of marks."""
    scene = cast.scene
    if is_in_marks(scene, at):
        return ()
    for number in range(scene.units[at].sentence - 1, max(-1, scene.units[at].sentence - _ANNOUNCES), -1):
        first, stop = scene.bounds[number]
        if stop - first > 2 and scene.units[stop - 1].low == ":":
            said = next((i for i in range(stop - 1, first, -1) if scene.has(scene.units[i], "speech_verb")), None)
            named = (u for u in reversed(scene.units[first:said]) if u.form is MentionForm.NAME and scene.is_person(u))
            found = next(((u.of,) for u in named if is_authority(scene, u.of)), ()) if said is not None else ()
            return () if _is_no_authority(cast, found) else found
    return ()


_ANNOUNCES: Final = 12  # sentences of a statement under the line that introduces it


def _is_by_the_state(cast: Cast, answer: Answer) -> bool:
    """True if the subject is an authority that no mention names: "the prosecution", "prison officials", "the superintendent of Hudda jail"."""
    if answer.hit.phrase.frame != "authority" or answer.group.voice is Voice.PASSIVE:
        return False
    scene = cast.scene
    subject = find_subject(scene, answer.group)
    if any(scene.units[i].kind is UnitKind.MENTION for i in subject.heads):
        return False
    first = next((i + 1 for i in range(subject.stop - 1, subject.first - 1, -1) if scene.units[i].low == ","), subject.first)
    stop = next((i for i in range(first + 1, subject.stop) if scene.has(scene.units[i], "preposition")), subject.stop)
    words = [w for u in scene.units[first:stop] if u.kind is UnitKind.WORD for w in u.low.split()]
    return bool(words) and "rights" not in words and words[-1] in words_of(scene.language, "authority", "settings")


def _in_an_aside(cast: Cast, hit: Hit, group: VerbGroup) -> tuple[int, ...]:
    """X in "The group, X charged, had become a law firm": of two names, the one between the comma and the verb."""
    scene = cast.scene
    if scene.units[hit.last].low != ",":
        return ()
    start = scene.bounds[scene.units[hit.first].sentence][0]
    comma = next((i for i in range(group.first - 1, start, -1) if scene.units[i].low == ","), None)
    return () if comma is None else named_actors(cast, read_group(scene, comma + 1, group.first))


def _who_says_so(cast: Cast, hit: Hit, actors: tuple[int, ...], quotes: Sequence[Quote]) -> tuple[int, ...]:
    """For a state that rejects something, the one who is said to say so: "Azerbaijan rejects the statement, the spokesman X said"."""
    if not actors or any(cast.scene.entities[a].kind is not EntityKind.PLACE for a in actors):
        return actors
    said = subject_of_saying(cast.scene, hit.last)
    found = named_actors(cast, said) if said is not None else ()
    if not found and is_in_marks(cast.scene, hit.first) and (quoted := quoted_official(cast.scene, hit.first, quotes)) is not None:
        return (quoted,)
    return found or actors


def _the_accused(cast: Cast, hit: Hit, group: VerbGroup) -> tuple[int, ...]:
    """Of "All three denied …", "none of them admits" and "the blogger pleaded not guilty", the held persons that are meant."""
    scene = cast.scene
    subject = find_subject(scene, group)
    heads = [i for i in subject.heads if scene.units[i].of >= 0]
    is_named = any(scene.units[i].form is MentionForm.NAME for i in heads)
    if hit.phrase.frame != "accused" or is_named:
        return ()
    pronoun = heads[0] if len(heads) == 1 else subject.noun
    if pronoun is not None and is_one(scene, pronoun) and scene.units[pronoun].of not in cast.held:
        meant = meant_by_pronoun(cast, pronoun)
        return (meant,) if meant is not None and meant in cast.held else ()
    if subject.stop > subject.first and scene.units[subject.stop - 1].low.split()[-1] in _DEFENDERS:
        return ()  # "the journalists' lawyer said" is the word of the lawyer
    if both := _both(cast, subject, hit.first):
        return both
    if (of := _after_of(scene, subject)) is not None:
        subject = find_object(scene, of + 1)
    who = resolve_case(cast, subject, hit.first)
    if who.how == "the person spoken of" and not _means_the_accused(cast, subject):
        return ()  # "MEPs", "the defence": a noun that nobody was introduced with is no name for whoever is in custody
    if who.how == "those of the case":
        return who.persons
    return who.persons if who.persons and all(p in cast.held for p in who.persons) else ()


def _is_of_the_accused(cast: Cast, answer: Answer, _: Sequence[Action]) -> bool:
    """True for "He has called the charges absurd": the pronoun means somebody in custody, and charges are what those deny."""
    scene = cast.scene
    if answer.type is not ResponseType.REJECT or answer.hit.phrase.frame != "authority" or answer.group.voice is not Voice.ACTIVE:
        return False
    if _CHARGES.isdisjoint(object_words(cast, answer, 6)):
        return False
    before = answer.group.first - 1
    if before >= 0 and is_one(scene, before) and scene.units[before].sentence == scene.units[answer.hit.first].sentence:
        meant = meant_by_pronoun(cast, before)
        return meant is not None and meant in cast.held
    hit = replace(answer.hit, phrase=replace(answer.hit.phrase, frame="accused"))
    return any(p in cast.held for p in _the_accused(cast, hit, answer.group))


_CHARGES: Final = frozenset({"charge", "charges", "accusation", "accusations", "allegation", "allegations", "guilt", "case", "indictment"})


def _both(cast: Cast, subject: NounGroup, at: int) -> tuple[int, ...]:
    """The two in custody whom "both" means."""
    words = [u.low for u in cast.scene.units[subject.first : subject.stop]]
    if words not in (["both"], ["the two"], ["the pair"]):
        return ()
    two = most_told(cast, at, 2)
    return two if all(p in cast.held for p in two) else ()


_DEFENDERS: Final = frozenset({"lawyer", "lawyers", "attorney", "attorneys", "counsel"})


def _after_of(scene: Scene, subject: NounGroup) -> int | None:
    """The "of" in "none of the six", "all of them"."""
    for i in range(subject.first, subject.stop - 1):
        if scene.units[i].low in ("none", "neither", "nobody", "all", "both", "each") and scene.units[i + 1].low == "of":
            return i + 1
    return None


def _means_the_accused(cast: Cast, subject: NounGroup) -> bool:
    """True if the subject is a singular noun for a person on trial or in prison: "the defendant"."""
    at = subject.heads[0] if subject.heads else subject.noun
    return at is not None and cast.scene.units[at].low.split()[-1] in ACCUSED_NOUNS


def _by_authority(cast: Cast, answer: Answer) -> bool:
    """True if authorities speak; a capital that rejects something is its government."""
    return all((_is_of_state(cast, answer, a) or _answers_a_briefing(cast.scene, a)) and a not in cast.held for a in answer.actors)


def _rules_on_it(cast: Cast, answer: Answer) -> bool:
    """True for "the judge said that the reports were false": a ruling, and no answer."""
    found = [cast.scene.entities[a] for a in answer.actors]
    return bool(found) and all(e.kind is EntityKind.COURT or ("judge" in e.roles and "official" not in e.roles) for e in found)


def _answers_a_briefing(scene: Scene, entity: int) -> bool:
    """True for "MR MILLER:" between the "QUESTION:" of reporters: a department's spokesperson, whoever says so."""
    if scene.text.count("\nQUESTION:") < _ASKED:
        return False
    return any(scene.text.startswith(":", m.span.stop) for m in scene.entities[entity].mentions)


_ASKED: Final = 2  # questions from which on a text is the record of a briefing


def _is_body_of_state(cast: Cast, answer: Answer, actions: Sequence[Action]) -> bool:
    """True if bodies deny that made no demand: they are charged with ill-treatment, not tried."""
    asking = {a for x in actions for a in x.actors}
    found = [cast.scene.entities[a] for a in answer.actors]
    if any(is_court(cast.scene, a) for a in answer.actors) or any(not _OF_NO_STATE.isdisjoint(e.name.lower().split()) for e in found):
        return False
    return all(e.kind not in (EntityKind.PERSON, EntityKind.PLACE) and e.id not in asking for e in found) and not set(answer.actors) & set(
        cast.held
    )


_OF_NO_STATE: Final = ENGLISH.group("responses.no_state")


def _is_of_state(cast: Cast, answer: Answer, actor: int) -> bool:
    """True for an authority, and for a capital in a full sentence: "Baku brushed this off"."""
    if is_authority(cast.scene, actor):
        return True
    is_told = cast.scene.units[answer.hit.first].span.start >= headline_stop(cast.scene)
    return is_told and cast.scene.entities[actor].kind is EntityKind.PLACE


def _by_accused(cast: Cast, answer: Answer) -> bool:
    """True if the accused, or their side, speaks: a person held or charged, or their lawyer or family."""
    return all(a in cast.held or not is_authority(cast.scene, a) for a in answer.actors)


def _has_nothing_to_answer(cast: Cast, answer: Answer, actions: Sequence[Action]) -> bool:
    """True for words that answer by themselves ("the courts are independent") on a page of nobody's custody, of no demand and of no rights."""
    if answer.hit.phrase.frame != "saying" or cast.held or actions:
        return False
    if any(not e.words.isdisjoint(("prisoners", "claims")) for e in answer.hit.phrase.elements):
        return False  # "there are no political prisoners", "their claims do not stand up"
    return "human rights" not in cast.scene.text.lower()


# What is no answer, whatever its words; each rule says why.
NO_ANSWER: Final[tuple[Callable[[Cast, Answer, Sequence[Action]], bool], ...]] = (
    _tells_no_deed,
    _is_done_to_the_accused,
    _is_kept_back,
    _is_a_wish,
    _is_silence_in_marks,
    _judges_here,
    _is_of_the_accused,
    _is_disputed_not,
    _has_nothing_to_answer,
)
FRAMES: Final[dict[str, Callable[[Cast, Answer], bool]]] = {
    "authority": _by_authority,
    "saying": lambda cast, a: _by_authority(cast, a) and not _rules_on_it(cast, a),
    "from": _by_authority,
    "asked": _by_authority,
    "accused": _by_accused,
}


def response_of(cast: Cast, answer: Answer, actions: Sequence[Action]) -> Response:
    """The claim that the answer makes."""
    scene = cast.scene
    unit = scene.units[telling_unit(scene, answer.hit)]
    ids = [e.id for e in scene.entities]
    side = Side.ACCUSED if answer.hit.phrase.frame == "accused" else Side.AUTHORITY
    return Response(
        id="r1",
        type=answer.type,
        side=side,
        trigger=Span(unit.span.start, unit.span.stop),
        actors=tuple(ids[a] for a in (with_bodies(cast, answer.actors) if side is Side.AUTHORITY else answer.actors)),
        toward=tuple(ids[t] for t in _toward(cast, answer)),
        answers=_answered(cast, answer, actions),
        what=words_of_object(scene, answer.group.anchor + 1, scene.bounds[unit.sentence][1]),
        passages=(Passage.cut(scene.document.source.id, scene.text, scene.document.sentences[unit.sentence].span),),
        confidence=0.7,
        reader=READER,
    )


def _toward(cast: Cast, answer: Answer) -> tuple[int, ...]:
    """Whom the answer is aimed at: the first body or official named after the verb."""
    scene = cast.scene
    stop = scene.bounds[scene.units[answer.hit.last].sentence][1]
    for i in range(answer.group.anchor + 1, min(stop, answer.group.anchor + 12)):
        unit = scene.units[i]
        is_owner = i + 1 < stop and scene.units[i + 1].low in ("'s", "'")
        if is_owner and unit.of >= 0 and scene.entities[unit.of].kind is EntityKind.PLACE:
            continue  # "interference in Azerbaijan's affairs" is not aimed at Azerbaijan
        if unit.of >= 0 and unit.of not in answer.actors and unit.of not in cast.held:
            return (unit.of,)
    return ()


def _answered(cast: Cast, answer: Answer, actions: Sequence[Action]) -> tuple[str, ...]:
    """What those at whom the answer is aimed asked, judged or did; a prize only where the answer speaks of it, a plan never."""
    ids = {cast.scene.entities[t].id for t in _toward(cast, answer)}
    of_prize = not words_of(cast.scene.language, "prize", "settings").isdisjoint(object_words(cast, answer))
    return tuple(
        a.id for a in actions if ids & set(a.actors) and a.realis is not Realis.PLANNED and (a.type is not ActionType.AWARD or of_prize)
    )


def once(scene: Scene, found: Sequence[Response]) -> tuple[Response, ...]:
    """The answers, each once: the same answer to the same, told again near by, is one claim."""
    kept: list[Response] = []
    for response in found:
        if any(
            k.type is response.type
            and k.actors == response.actors
            and (k.toward == response.toward or _in_one_sentence(k, response))
            and not _parted(scene, k, response)
            for k in kept
        ):
            continue
        kept.append(response)
    return tuple(replace(r, id=f"r{n}") for n, r in enumerate(kept, 1))


def _parted(scene: Scene, a: Response, b: Response) -> bool:
    """True if whole paragraphs part the two: to another question another answer is given."""
    first, last = sorted((a.trigger.stop, b.trigger.start))
    return scene.text.count("\n", first, last) > 1


def _in_one_sentence(a: Response, b: Response) -> bool:
    """True for "criticised the statement, calling it biased": one rejection, told twice in its sentence."""
    return a.passages == b.passages and not b.toward
