"""What stands on a marked page, what may be asked about it, and which answers are right? For the network of `habeas.read.whole_page`.

    python -m training.page_questions --before WEIGHTS WEIGHTS WEIGHTS WEIGHTS --out PAGES.pkl [--gold ../shared/gold] [--processes 2]

WEIGHTS and gold as for `training.scales`: every text is read by an encoder that has not learned it. What is written is for `training.page`, on the same machine;
this part runs in the product's environment, that one in the environment of `training/requirements.txt`. Six minutes on two cores, 900 MB on disk.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from habeas.case.claim import Action, Response
from habeas.case.passage import Span
from habeas.languages.english import ENGLISH
from habeas.read.actions import read_actions
from habeas.read.custody import propose, read_custody
from habeas.read.custody_signs import Weighing
from habeas.read.deed_signs import Hearing, kind_of
from habeas.read.page_weights import LINKS
from habeas.read.reader import hear
from habeas.read.responses import read_responses
from habeas.read.scene import Scene
from habeas.read.signals import Signals
from habeas.read.weighed_actions import proposed_actions
from habeas.read.weighed_responses import proposed_responses
from habeas.read.whole_page import Asking, Links, Places, first_pieces, question_states, rows_of, states_of, things_on
from training.cases import NEAR, NEAR_DEED, ONE_QUOTE, gap, helped_of, is_free, is_told, laid_out, shared, source_of
from training.labelled_mentions import mentions_of
from training.lessons import Lesson, earlier_lessons, gold_lessons, lessons_of
from training.page_arrays import LABELS, Asked, write_pages
from training.parts import BROUGHT


@dataclass(frozen=True)
class Question:
    """Something that the marks tell, or that only the reader proposes (then with no labels): where, as what, and who acts and is befallen by their ids.

    `agents`, `patients`: None where that is not asked. `named_at` is where a quote names its speaker.
    """

    kind: str
    spans: tuple[Span, ...]
    cue: Span | None = None
    labels: tuple[str, ...] = ()
    agents: tuple[str, ...] | None = None
    patients: tuple[str, ...] | None = None
    named_at: Span | None = None


def asked_of(lesson: Lesson) -> Asked:
    """The page of one lesson with all that is asked about it."""
    name, text, gold = lesson.document
    models = lesson.models_for_once
    questions = [*marked_questions(gold), *proposed_questions(name, text, gold, models)]
    laid = laid_out(name, text, gold, models)
    assert laid.signals is not None
    return _as_arrays(name, laid.scene, laid.signals, questions, mentions_of(name, gold))


def marked_questions(gold: dict[str, Any]) -> Iterator[Question]:
    """What the marks tell; what may be told or not is not asked."""
    for q in gold["quotes"]:
        if not q.get("optional"):
            parts = tuple(_span(p) for p in q.get("parts") or [q["content"]])
            agents = (q["speaker"],) if q.get("speaker") else ()
            cue, mention = (_span(q[key]) if q[key] else None for key in ("cue", "speaker_mention"))
            yield Question("quote", parts, cue, ("quote",), agents, None, mention)
    for kind, key in (("custody", "events"), ("action", "actions"), ("response", "responses")):
        for fact in gold[key]:
            if not fact.get("optional"):
                yield _told(kind, fact)


def _told(kind: str, fact: dict[str, Any]) -> Question:
    is_fact = is_told(fact) if kind == "custody" else fact.get("status") != "negated"
    agents = None if kind == "custody" else tuple(fact["actors"] or ())
    patients = tuple(fact["persons"] if kind == "custody" else helped_of(fact)) if kind != "response" else None
    return Question(kind, (_span(fact["trigger"]),), None, (f"{kind}:{fact['type']}",) if is_fact else (), agents, patients)


def proposed_questions(name: str, text: str, gold: dict[str, Any], models: Any) -> Iterator[Question]:
    """What the reader puts on the scales where the marks have nothing of the kind."""
    heard = hear(source_of(name, text, gold), ENGLISH, models, models.version)
    for quote in (*heard.taken, *heard.declined):
        if all(shared(quote, q) < ONE_QUOTE for q in gold["quotes"]) and not is_free(gold, "quote", "", quote.hull):
            yield Question("quote", quote.content, quote.cue)
    laid = laid_out(name, text, gold, models)
    assert laid.signals is not None
    proposals = Weighing(propose(laid.scene, laid.spoken), laid.signals).proposals
    for span in dict.fromkeys(p.span for p in proposals):
        if not _is_near(gold, "custody", gold["events"], span, NEAR):
            yield Question("custody", (span,))
    custody = read_custody(laid.scene, laid.signals, laid.spoken)
    by_rule = read_actions(laid.scene, custody, laid.quotes)
    hearing = Hearing(laid.scene, custody, laid.quotes, laid.signals)
    answers = proposed_responses(hearing, read_responses(laid.scene, custody, by_rule, laid.quotes), custody, by_rule)
    claims: list[Action | Response] = [p.claim for p in proposed_actions(hearing, by_rule, custody)]
    claims += [p.claim for p in answers]
    for kind, span in dict.fromkeys((kind_of(c), c.trigger) for c in claims if c.type != "other"):
        if not _is_near(gold, kind, gold[kind + "s"], span, NEAR_DEED):
            yield Question(kind, (span,))


def _is_near(gold: dict[str, Any], kind: str, facts: Sequence[dict[str, Any]], span: Span, reach: int) -> bool:
    """True where the marks tell, or leave open, something of the kind."""
    return any(gap(f["trigger"], span) <= reach for f in facts) or any(
        o["kind"] == kind and gap(o, span) < 0 for o in gold.get("optional", [])
    )


def _span(marked: dict[str, Any]) -> Span:
    return Span(marked["start"], marked["end"])


def _as_arrays(name: str, scene: Scene, signals: Signals, questions: Sequence[Question], mentions: dict[str, list[Span]]) -> Asked:
    things = things_on(scene, signals)
    links = Links(signals, first_pieces(signals, things))
    whose = _whose(scene, mentions)
    named = [e.is_named for e in scene.entities]
    right, counts = (np.zeros((len(questions), len(whose), 2), dtype=np.float32) for _ in range(2))
    for i, question in enumerate(questions):
        for side, ids in enumerate((question.agents, question.patients)):
            if ids is not None:
                right[i, :, side], counts[i, :, side] = _rights(ids, whose, named)
        if question.named_at is not None:
            for thing in things:
                if thing.of >= 0 and whose[thing.of] is None and question.named_at.touches(Span(thing.start, thing.stop)):
                    right[i, thing.of, 0] = counts[i, thing.of, 0] = 1
    width, places = signals.last.shape[1], Places(scene)
    classes, forms, kinds, is_named = rows_of(scene, things)
    starts = np.array([t.start for t in things], dtype=np.int64)
    question_starts = np.array([q.spans[0].start for q in questions], dtype=np.int64)
    return Asked(
        name=name,
        states=states_of(signals, things).astype(np.float16),
        starts=starts,
        classes=classes,
        forms=forms,
        kinds=kinds,
        named=is_named,
        whose=np.array([t.of for t in things], dtype=np.int64),
        where=places.of(starts),
        question_kinds=tuple(q.kind for q in questions),
        question_states=_stacked([question_states(signals, Asking(q.spans, q.cue)) for q in questions], 4 * width),
        question_starts=question_starts,
        question_where=places.of(question_starts),
        links=np.array([links.from_(q.spans[0]) for q in questions], dtype=np.float32).reshape(-1, len(things), len(LINKS)),
        right=right,
        counts=counts,
        labels=np.array([[label in q.labels for label in LABELS] for q in questions], dtype=np.float32).reshape(-1, len(LABELS)),
        asked=np.array([[label.partition(":")[0] == q.kind for label in LABELS] for q in questions], dtype=np.float32).reshape(
            -1, len(LABELS)
        ),
    )


def _stacked(rows: Sequence[NDArray[np.float32]], width: int) -> NDArray[np.float16]:
    return np.stack(rows).astype(np.float16) if rows else np.zeros((0, width), dtype=np.float16)


def _whose(scene: Scene, mentions: dict[str, list[Span]]) -> list[str | None]:
    """Which person or body of the marks each entity is, those without a name among them, by the mentions that they share."""
    out: list[str | None] = []
    for entity in scene.entities:
        votes = {who: sum(s.touches(m.span) for m in entity.mentions for s in spans) for who, spans in mentions.items()}
        best = max(votes, key=lambda who: votes[who], default=None)
        out.append(best if best is not None and votes[best] else None)
    return out


def _rights(ids: Sequence[str], whose: Sequence[str | None], named: Sequence[bool]) -> tuple[list[float], list[float]]:
    """Whether each entity is one of `ids`, and whether that is known: of a noun that is nobody's, it is not where somebody of `ids` stands nowhere."""
    lost = bool(set(ids) - {who for who in whose if who is not None})
    right = [float(who is not None and who in ids) for who in whose]
    return right, [float(who is not None or is_named or not lost) for who, is_named in zip(whose, named, strict=True)]


_SHARED: dict[str, Any] = {}  # what a process that is split off finds in its memory: encoders cannot be sent


def _asked(number: int) -> Asked:
    return asked_of(_SHARED["lessons"][number])


def main() -> None:
    """Read, ask and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--before", type=Path, nargs=len(BROUGHT), required=True)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args()
    gold = gold_lessons(args.gold) if args.gold else []
    lessons = _SHARED["lessons"] = [*earlier_lessons(args.before), *lessons_of(["dev", "weigh", "practice"]), *gold]
    with multiprocessing.get_context("fork").Pool(args.processes) as pool:
        pages = list(pool.imap(_asked, range(len(lessons)), chunksize=8))
    write_pages(pages, args.out)
    print(f"{len(pages)} pages, {sum(len(p.question_kinds) for p in pages)} questions")


if __name__ == "__main__":
    main()
