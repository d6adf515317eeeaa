"""Does a phrase tell an answer where it stands? It does if what is answered, and who answers, fit what its row of the word list asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from habeas.case.vocabulary import EntityKind, MentionForm, Realis, ResponseType
from habeas.languages.english import ENGLISH
from habeas.read.authorship import is_in_marks
from habeas.read.cast import Cast
from habeas.read.clauses import find_subject
from habeas.read.document import OWNING
from habeas.read.grammar import words_of
from habeas.read.in_office import is_authority
from habeas.read.noun_groups import is_person_noun
from habeas.read.patterns import SURE, Hit
from habeas.read.realis import decide_realis
from habeas.read.scene import Scene, Unit, UnitKind
from habeas.read.verb_groups import VerbGroup, is_finite


@dataclass(frozen=True, slots=True)
class Answer:
    """A phrase that may tell an answer, with its verb and who gives it."""

    hit: Hit
    type: ResponseType
    group: VerbGroup
    actors: tuple[int, ...]


def object_words(cast: Cast, answer: Answer, reach: int = 12) -> list[str]:
    """The words of what is answered: those after the verb, up to another clause."""
    scene = cast.scene
    stop = scene.bounds[scene.units[answer.hit.last].sentence][1]
    out: list[str] = []
    for i in range(answer.group.anchor + 1, min(stop, answer.group.anchor + 1 + reach)):
        if scene.units[i].kind is UnitKind.MARK and scene.units[i].low != ";":
            continue
        is_named_so = "what" in out and scene.units[i].low in _CALLS  # "rejected what it called distorted remarks"
        if scene.units[i].low == ";" or (is_finite(scene, i) and len(out) > 4 and not is_named_so and out[-1] not in _CALLS):
            break
        out += scene.units[i].low.split()
    return out


_CALLS: Final = frozenset({"called", "calls", "termed", "terms", "described", "describes", "considers", "considered", "as"})


def _answerable(scene: Scene) -> frozenset[str]:
    """What an answer is given to: a claim, a call, a report; what was published or said in a speech."""
    return words_of(scene.language, "answered", "settings") | words_of(scene.language, "published", "settings")


def _answers_words(cast: Cast, answer: Answer) -> bool:
    """True if a claim, an accusation or a call is rejected; what a court rejects is no answer."""
    if answer.actors and all(is_court(cast.scene, a) for a in answer.actors):
        return False
    words = object_words(cast, answer)
    if words[:1] == ["nothing"]:  # "has denied nothing, and confirmed nothing"
        return False
    if len(words) > 2 and words[0] in ("in", "on", "this", "last"):  # "denied in October that …", "denied on Monday having …"
        words = next((words[k:] for k in range(1, 4) if words[k : k + 1] in (["that"], ["having"], ["any"])), words)
    if (
        words
        and words[0] in ("that", "having", "any", "it", "them", "these", "all")
        and cast.scene.units[answer.group.anchor].low.startswith(("den", "disput", "refut", "reject", "dismiss", "contest"))
    ):
        return True
    if _speaks_against(cast, answer, words) or cast.scene.words(answer.group.anchor, answer.group.anchor + 2)[-1:] in _OPENING:
        return True
    return any(w in _answerable(cast.scene) for w in words)


def _speaks_against(cast: Cast, answer: Answer, words: Sequence[str]) -> bool:
    """True for what is denied or disputed whatever it is ("disputes the irons", "denied having met her"), not for what is refused to somebody."""
    verb = cast.scene.units[answer.group.anchor].low
    if answer.hit.phrase.type != "reject" or not words or any(is_court(cast.scene, a) for a in answer.actors):
        return False
    if verb.startswith(("disput", "refut", "pooh", "rebut")):
        return True
    return verb.startswith("den") and any(w in ("ever", "any") or w.endswith("ing") for w in words[:2])


def _words_between(cast: Cast, first: int, last: int) -> list[str]:
    return [w for u in cast.scene.units[first + 1 : last] for w in u.low.split()]


def is_court(scene: Scene, entity: int) -> bool:
    """True for a court or a judge: what they reject or throw out answers nobody."""
    found = scene.entities[entity]
    return found.kind is EntityKind.COURT or "judge" in found.roles or "court" in found.name.lower().split()


def _is_no_case_of_trial(cast: Cast, answer: Answer) -> bool:
    """False for "the prosecutor claims that the posts called for violence": whoever tries a case tells it, and answers nobody."""
    words = set(object_words(cast, answer))
    subject = find_subject(cast.scene, answer.group)
    told = {w for u in cast.scene.units[subject.first : subject.stop] for w in u.low.split()}
    tries = all(tries_cases(cast.scene, a) for a in answer.actors) if answer.actors else not told.isdisjoint(_OF_TRIALS)
    return not tries or not words.isdisjoint(_NOBODY)


_NOBODY: Final = frozenset({"no", "nobody", "none", "not", "never", "nothing", "lawful", "legal", "legally", "lawfully"})


def _answers_criticism(cast: Cast, answer: Answer) -> bool:
    """True if what is attacked is criticism, a prize, a sanction or its author: not an arrest."""
    if answer.actors and all(is_court(cast.scene, a) for a in answer.actors):
        return False
    words = object_words(cast, answer)
    spoken = _answerable(cast.scene) | _DONE_BY_CRITICS
    custody = words_of(cast.scene.language, "custody_noun", "person_nouns")
    first = next((w for w in words if w in spoken or w in custody), None)
    return first is not None and first in spoken


_DONE_BY_CRITICS: Final = frozenset(
    {
        "condemned",
        "criticised",
        "criticized",
        "slammed",
        "denounced",
        "award",
        "prize",
        "sanctions",
        "sanction",
        "interference",
        "resolution",
        "step",
        "attempt",
        "attempts",
        "meddling",
        "measures",
    }
)


def _is_dismissive(cast: Cast, answer: Answer) -> bool:
    words = words_of(cast.scene.language, "dismissive", "settings")
    scene = cast.scene
    stop = scene.bounds[scene.units[answer.hit.last].sentence][1]
    behind = [w for u in scene.units[answer.hit.last + 1 : min(stop, answer.hit.last + 16)] for w in u.low.split()]
    deed = next((k for k, w in enumerate(behind[:-1]) if w == "to" and behind[k + 1] != "be"), len(behind))
    return any(w in words for w in behind[:deed]) or _is_quoted_as(cast, answer)


def _is_quoted_as(cast: Cast, answer: Answer) -> bool:
    """True if what the answer calls it stands in marks: "called that “an afterthought”", "termed the claim “a bundle of lies”"."""
    scene = cast.scene
    stop = scene.bounds[scene.units[answer.hit.last].sentence][1]
    for i in range(answer.group.anchor + 1, min(stop, answer.group.anchor + 16)):
        if scene.units[i].low in _OPENING:
            praised = (w for u in scene.units[i + 1 : min(stop, i + 5)] for w in u.low.split())
            return i > answer.group.anchor + 1 and _PRAISE.isdisjoint(praised)
        is_verb = is_finite(scene, i) and not scene.has(scene.units[i - 1], "determiner") and not scene.units[i].low.endswith("s")
        if scene.units[i].kind is UnitKind.MARK or is_verb:
            return False
    return False


_PRAISE: Final = frozenset(
    {"gesture", "mercy", "success", "victory", "historic", "triumph", "generous", "humane", "step", "fair", "lawful"}
)
_OPENING: Final = frozenset({"“", "«", '"'})
_THEIRS: Final = frozenset({"his", "her", "their", "its"})


def _accuses_critic(cast: Cast, answer: Answer) -> bool:
    """True if a body, a government, media, "certain circles" or somebody at liberty is accused: what a detainee is accused of is a charge."""
    scene = cast.scene
    stop = scene.bounds[scene.units[answer.hit.last].sentence][1]
    first = answer.group.anchor + 1
    is_trial = any(tries_cases(scene, a) for a in answer.actors)
    if accuses_of_repression(scene, answer.group.anchor):
        return False
    if first < stop and scene.units[first].low == "of":
        return not is_trial and _is_body_in_front(scene, answer.group.first)
    if not is_trial and not _OF_CRITICS.isdisjoint(object_words(cast, answer)):
        return True
    for i in range(first, min(stop, first + 11)):
        unit = scene.units[i]
        if unit.low in _OPENING and scene.units[i - 1].low not in ("of", "for"):
            return not is_trial  # "accused “certain circles” of …"
        if unit.low in ("of", "with") and i > first + 1 and scene.units[i - 1].low.split()[-1] not in _PLURAL_OF_BODIES:
            return not is_trial and scene.text[scene.units[i - 1].span.start].isupper()  # "accused the Europeans of"
        if unit.low.split()[-1] in _CRITICS and unit.form is not MentionForm.NAME:
            return True
        if cast.held and unit.form is MentionForm.NOMINAL and scene.is_person(unit) and unit.low.split()[0] in ("the", "these"):
            return unit.low.split()[-1] in _CRITICS  # "accuses the journalists of incitement": those in custody
        if unit.of >= 0 and not (i + 1 < stop and scene.units[i + 1].low in ("'s", "'", "’s")):
            if not _ARMED.isdisjoint(unit.low.split()):
                return False  # "blamed the blast on the Arakan Army": an enemy, and no critic
            return not scene.is_person(unit) or (unit.of not in cast.held and not is_trial)
        if unit.low == "it":
            return not is_trial
    return False


_ARMED: Final = frozenset({"army", "militia", "rebels", "militants", "fighters", "insurgents", "guerrillas", "forces", "jihadists"})
_OF_CRITICS: Final = frozenset(
    {"interference", "interfering", "meddling", "bias", "hypocrisy", "slander", "lying", "slandering", "smearing"}
)


def accuses_of_repression(scene: Scene, verb: int) -> bool:
    """True for "accused Obria of jailing critics": whoever is accused of that is no critic, and who accuses answers nobody."""
    stop = scene.bounds[scene.units[verb].sentence][1]
    of = next((i for i in range(verb + 1, min(stop, verb + 10)) if scene.units[i].low in ("of", "for", "over")), None)
    return of is not None and any(w.startswith(_REPRESSING) for u in scene.units[of + 1 : min(stop, of + 5)] for w in u.low.split())


_REPRESSING: Final = tuple(
    "jail imprison detain arrest persecut tortur silenc repress suppress holding held kidnap abduct muzzl gagg prosecut sentenc hostage".split()
)


def _is_of_bodies(cast: Cast, answer: Answer) -> bool:
    """True if the last that is named before the words is a body that is no authority, or a noun of critics: what those held are said to do is their charge."""
    scene = cast.scene
    first = scene.bounds[scene.units[answer.hit.first].sentence][0]
    for unit in reversed(scene.units[first : answer.hit.first]):
        if unit.low.split()[-1] in _CRITICS:
            return True
        if unit.of >= 0:
            return (
                not scene.is_person(unit) and not is_authority(scene, unit.of) and scene.entities[unit.of].kind is EntityKind.ORGANIZATION
            )
    return False


def _charges_critics(cast: Cast, answer: Answer) -> bool:
    """True for "charged that the group was in foreign pay", "the office, he charged, had become a law firm": a body or critics are spoken of, no detainee."""
    scene = cast.scene
    if any(tries_cases(scene, a) for a in answer.actors):
        return False
    first, stop = scene.bounds[scene.units[answer.hit.first].sentence]
    is_aside = scene.units[answer.hit.last].low == ","
    if is_aside:
        comma = next((i for i in range(answer.group.first - 1, first, -1) if scene.units[i].low == ","), None)
        if comma is None:
            return False
        stop = comma
    told = scene.units[first if is_aside else answer.hit.last + 1 : stop]
    if not _OF_CRITICS.isdisjoint(w for u in scene.units[first : scene.bounds[scene.units[first].sentence][1]] for w in u.low.split()):
        return True
    subject = next((u for u in told if u.of >= 0 or u.low.split()[-1] in _CRITICS), None)
    if subject is None or subject.of in answer.actors:
        return False
    if subject.low.split()[-1] in _CRITICS:
        return True
    if scene.is_person(subject) or scene.entities[subject.of].kind is EntityKind.COURT:
        return False
    return is_aside or not is_authority(scene, subject.of)


def _is_of_a_deed(cast: Cast, answer: Answer) -> bool:
    """True for "defended the arrest of X", "defended X's arrest"; not for "defended the activists arrested in May"."""
    scene = cast.scene
    between = range(answer.group.anchor + 1, answer.hit.last)
    people = (i for i in between if scene.is_person(scene.units[i]) or is_person_noun(scene, scene.units[i]))
    return all(scene.units[i].low in _THEIRS or scene.units[i + 1].low in OWNING for i in people)


def _ends_there(cast: Cast, answer: Answer) -> bool:
    """True if nothing but a mark follows: "will have none of that", not "have none of that money"."""
    scene, behind = cast.scene, answer.hit.last + 1
    return behind >= scene.bounds[scene.units[answer.hit.last].sentence][1] or scene.units[behind].kind is UnitKind.MARK


def _is_body_in_front(scene: Scene, verb: int) -> bool:
    """True for "The embassy, which he accused of …", "its critics, whom he accused of …": a body or critics stand before the relative clause."""
    which = next((i for i in range(verb - 1, max(0, verb - 5), -1) if scene.units[i].low in ("which", "whom")), None)
    if which is not None and scene.units[which].low == "whom":
        return any(u.low.split()[-1] in _CRITICS for u in scene.units[max(0, which - 6) : which])
    before = which - 1 - (scene.units[which - 1].low == ",") if which else None
    return before is not None and before >= 0 and scene.units[before].of >= 0 and not scene.is_person(scene.units[before])


_PLURAL_OF_BODIES: Final = frozenset({"members", "representatives", "number", "group", "some", "certain"})


def _calls_people_names(cast: Cast, answer: Answer) -> bool:
    """True for "called him “a merchant of gloom”", "branded the 14 “traitors”": a person or group, and right behind it words in marks."""
    scene = cast.scene
    stop = scene.bounds[scene.units[answer.hit.last].sentence][1]
    if not answer.actors:
        return False
    tries = any(tries_cases(scene, a) for a in answer.actors)
    first = answer.group.anchor + 1
    mark = next((i for i in range(first, min(stop, first + 5)) if scene.units[i].low in _OPENING), None)
    called = [scene.units[i] for i in range(first, min(stop, first + 4) if mark is None else mark)]
    is_people = any(_may_be_called_names(cast, u) and not (tries and (scene.is_person(u) or u.low in _THEM)) for u in called)
    words = [
        w
        for u in scene.units[first + 1 if mark is None else mark + 1 : min(stop, first + 6 if mark is None else mark + 9)]
        for w in u.low.split()
    ]
    abuse = _ABUSE if mark is not None else _ABUSE - _ABUSE_BESIDE_OTHERS
    return is_people and _PRAISE.isdisjoint(words) and not abuse.isdisjoint(words)


def _may_be_called_names(cast: Cast, unit: Unit) -> bool:
    """True for a person, "him", "the 14", and a body that is no authority or whose noun is one of critics."""
    if cast.scene.is_person(unit) or unit.low in _THEM or unit.low.isdigit() or unit.low.split()[-1] in _CRITICS:
        return True
    return unit.of >= 0 and not is_authority(cast.scene, unit.of) and cast.scene.entities[unit.of].kind is not EntityKind.PLACE


_THEM: Final = frozenset({"him", "her", "them"})
_ABUSE_BESIDE_OTHERS: Final = frozenset({"foreign", "western", "paid", "pay", "sold", "tool", "tools", "employees", "salaried"})


_ABUSE: Final = ENGLISH.group("responses.abuse")


def tries_cases(scene: Scene, entity: int) -> bool:
    """True for a court, a prosecutor or an investigator: whom they accuse is charged."""
    found = scene.entities[entity]
    words = {w.strip(",.").replace("’", "'").removesuffix("'s") for w in found.name.lower().split()}
    return not _OF_TRIALS.isdisjoint(words | set(found.roles)) or is_court(scene, entity)


_OF_TRIALS: Final = frozenset("prosecutor prosecutors prosecution judge police investigator investigators investigative security".split())
_CRITICS: Final = ENGLISH.group("responses.critics")


def _is_accusation(cast: Cast, answer: Answer) -> bool:
    words = object_words(cast, answer, 8)
    if words and words[0] in ("for", "on", "upon"):  # "called for the release of all"
        return False
    if not _OF_COURTS.isdisjoint(words[:3]) and cast.scene.units[answer.hit.last].low.startswith("recogn"):
        return False  # "I do not recognise this court"
    if words[:1] == ["as"]:  # "the accusation he dismissed as a fairy tale"
        words = cast.scene.words(max(0, answer.group.first - 4), answer.group.first).lower().split()
    if not words or words[0] in ("that", "having", "being", "any", "it", "them", "all", "doing"):
        return True
    return any(w in words_of(cast.scene.language, "accusation", "settings") for w in words)


_CHARGES: Final = frozenset({"charge", "charges", "accusation", "accusations", "allegation", "allegations", "indictment"})
_OF_COURTS: Final = frozenset({"court", "judgment", "judgement", "verdict", "ruling", "sentence"})


def _is_denying(cast: Cast, answer: Answer) -> bool:
    """ "does not admit", "none of the accused accepts"."""
    return decide_realis(cast.scene, answer.group).realis is Realis.NEGATED


def _are_accused(cast: Cast, answer: Answer) -> bool:
    """True if those who answer are in custody or speak for who is; of many ("all seven"), most of them."""
    theirs = [x in cast.held or not _THEIR_SIDE.isdisjoint(cast.scene.entities[x].roles) for x in answer.actors]
    return all(theirs) or (len(theirs) > _FEW and 3 * sum(theirs) >= 2 * len(theirs))


_FEW: Final = 2
_THEIR_SIDE: Final = frozenset({"lawyer", "relative"})


def _is_of_the_same(cast: Cast, answer: Answer) -> bool:
    """True for "He had blackmailed nobody, he insisted": outside of marks, and the denied deed has the pronoun of who denies it."""
    scene, first = cast.scene, answer.hit.first
    pronouns = {u.low for u in (scene.units[first - 1], *(scene.units[i] for i in answer.hit.units)) if u.low in ("he", "she", "they")}
    return first > 0 and scene.units[first - 1].low in pronouns and len(pronouns) == 1 and not is_in_marks(scene, first)


def _is_given(cast: Cast, answer: Answer) -> bool:
    """True for "did not give us any comment", not for "was not arrested at night, stressed the statement": an answer is what is not given."""
    words = [w for u in cast.scene.units[answer.hit.first + 1 : answer.hit.last + 1] for w in u.low.split()]
    return any(w.startswith(_GIVES) for w in words[:-1]) or (words[-1] in ("comment", "reply", "answer") and len(words) <= _SHORT)


_GIVES: Final = tuple(
    "giv gave mak made offer provid issue send sent return respond repl answer comment receiv get got react suite reach avail fol ready".split()
)
_SHORT: Final = 2  # words from "not" to the verb: "did not immediately comment"


def _behind(cast: Cast, last: int) -> list[str]:
    scene = cast.scene
    return [w for u in scene.units[last + 1 : scene.bounds[scene.units[last].sentence][1]] for w in u.low.split()]


def _is_unanswered(words: Sequence[str]) -> bool:
    return not _UNANSWERED.isdisjoint(words) and not _ANSWERS.isdisjoint(words)


_ANSWERS: Final = frozenset(
    {"comment", "reply", "replies", "response", "answer", "answers", "answered", "unanswered", "returned", "unreturned", "ignored"}
)
_UNANSWERED: Final = frozenset({"unanswered", "no", "not", "unreturned", "ignored"})


def _is_of_claims(cast: Cast, answer: Answer) -> bool:
    """True if what critics say stands before the words in the sentence: "the allegation that he was beaten … is null and void".

    Of whoever tries a case a text or statement is what it is about: "police said that his post was false" answers nobody.
    """
    scene = cast.scene
    first = scene.bounds[scene.units[answer.hit.first].sentence][0]
    before = {w.strip('“”«»"') for u in scene.units[first : answer.hit.first] for w in u.low.split()}
    tries = any(tries_cases(scene, a) for a in answer.actors)
    return not before.isdisjoint(_REPROACHES if tries else _REPROACHES | CLAIMS)


def _is_of_the_held(cast: Cast, answer: Answer) -> bool:
    """True for "she was not detained" of somebody whose detention is told; "the second man was not arrested" is a fact like another."""
    scene = cast.scene
    first = max(scene.bounds[scene.units[answer.hit.first].sentence][0], answer.hit.first - _NEAR)
    subject = next((u.of for u in reversed(scene.units[first : answer.hit.first]) if u.of >= 0), -1)
    return subject in cast.held


def _is_plain(cast: Cast, answer: Answer) -> bool:
    """True if nothing in front of the words, back to who says them, denies them: not for "he was not treated in accordance with the law"."""
    scene = cast.scene
    first = max(scene.bounds[scene.units[answer.hit.first].sentence][0], answer.hit.first - _NEAR)
    first = next((i for i in range(answer.hit.first - 1, first, -1) if scene.has(scene.units[i], "speech_verb")), first)
    return not any(scene.has(u, "negation") or u.low in _DOUBTS for u in scene.units[first : answer.hit.first])


def _is_of_no_stranger(cast: Cast, answer: Answer) -> bool:
    """False for "no traces of violence were found on the body of a man of 60", "two other men had been invited for a talk": others than those of the case."""
    scene = cast.scene
    units = scene.units[slice(*scene.bounds[scene.units[answer.hit.first].sentence])]
    people = [u.low.split() for u in units if u.form is MentionForm.NOMINAL and scene.is_person(u)]
    return not any(words[0] in ("a", "an") or "other" in words for words in people)


HONOURS: Final = ENGLISH.group("responses.honours")
_HONOURED_SOON: Final = 14  # words from the regret to the honour
_NEAR: Final = 8  # units in front of the words
_DOUBTS: Final = ENGLISH.group("responses.doubts")
_REPROACHES: Final = ENGLISH.group("responses.reproaches")
CLAIMS: Final = ENGLISH.group("responses.claims")


def _says_not_guilty(cast: Cast, answer: Answer) -> bool:
    """True for "pleaded not guilty", and for "Not guilty" in the mouth of somebody held; not for "found not guilty"."""
    before = [u.low for u in cast.scene.units[max(0, answer.hit.first - 3) : answer.hit.first]]
    if any(w.startswith("plea") for w in before):
        return True
    return is_in_marks(cast.scene, answer.hit.first) and all(a in cast.held for a in answer.actors) and not _FOUND.intersection(before)


_FOUND: Final = frozenset({"found", "find", "finds", "verdict", "declared", "if", "are", "is"})


NEEDS: Final[dict[str, Callable[[Cast, Answer], bool]]] = {
    "answered": _answers_words,
    "criticism": _answers_criticism,
    "dismissive": _is_dismissive,
    "critic": _accuses_critic,
    "accusation": _is_accusation,
    "person": _calls_people_names,
    "evaluated": lambda cast, a: any(w in words_of(cast.scene.language, "evaluation", "settings") for w in object_words(cast, a)),
    "held": _are_accused,
    "charges": lambda cast, a: not _CHARGES.isdisjoint(object_words(cast, a, 8)),
    "denying": _is_denying,
    "denied": lambda cast, a: all(x in cast.held for x in a.actors) or _is_accusation(cast, a),
    "untried": _is_no_case_of_trial,
    "critical": lambda cast, a: any(
        w in words_of(cast.scene.language, "answered", "settings") for w in _words_between(cast, a.group.anchor, a.hit.last)
    ),
    "asked": lambda cast, a: bool(a.actors),
    "unanswered": lambda cast, a: _is_unanswered(_behind(cast, a.hit.last)),
    "given": _is_given,
    "no": lambda cast, a: any("no" in cast.scene.units[i].low.split() for i in a.hit.units),
    "claims": _is_of_claims,
    "of_held": _is_of_the_held,
    "of_others": lambda cast, a: not _is_of_the_held(cast, a),
    "plainly": _is_plain,
    "known": _is_of_no_stranger,
    "plain": _is_of_the_same,
    SURE: lambda _, __: True,
    "of_critics": _charges_critics,
    "deed": _is_of_a_deed,
    "of_bodies": _is_of_bodies,
    "straight": lambda cast, a: "but" not in _words_between(cast, a.hit.first, a.hit.last),
    "ends": _ends_there,
    "honoured": lambda cast, a: not HONOURS.isdisjoint(_behind(cast, a.hit.last)[:_HONOURED_SOON]),
    "untrying": lambda cast, a: not any(tries_cases(cast.scene, x) for x in a.actors),
    "fronted": lambda cast, a: cast.scene.units[a.hit.first - 1].low not in _FOUND,
    "pleaded": _says_not_guilty,
}
