"""Make the shipped weights, from the base weights and the data, in one command:

    python -m training.reader --data ../shared/data --base MODEL_DIR --silver SILVER.jsonl --work WORK_DIR --out src/habeas/read/weights

Two phases: attribution and silver names first; then every head, with the corpus's train part and the texts on made-up people, a quarter of the first
phase's data replayed in each epoch, and more weight on triggers and their types, of which there are few among many pieces. The mean of the last epochs,
and half as much of the first phase, is the wide network. From it a narrower one is made that says the same (training/narrow.py), which then reads all
that is labelled at half the rate, the practice part too, and in five phases more what was written since. After the third
it goes on from the mean of that state, which counts twice, and the one after the first, and from then on each phase ends in the mean of its last state,
which counts twice, and of what it went on from. Each phase leaves its checkpoint in WORK_DIR and is skipped where that is there already.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from training.average import mean
from training.batches import plan
from training.export import write_weights
from training.fit import Plan, fit
from training.labelled import Labelled, corpus, gold_document, polnear, silver_only
from training.narrow import learn_from, narrowed
from training.network import SHIPPED, Reader, load_base
from training.parts import BROUGHT, CORPUS, phase_of
from training.reports import marked_reports

REPORTS = 600  # paragraphs of country reports for silver names: more teach nothing new
REPLAY = 4  # each epoch of the second phase replays one part in so many of the first phase's documents
REPEAT = 2  # and every document of the corpus this many times, each time cut differently
AVERAGED = 3  # the last epochs, whose mean is shipped
FIRST = 0.5  # with so much of the first phase, where each of them counts for 1: docs/decisions/0025
LESSONS = 450  # steps in which the narrow network learns from the wide one, an hour on one core
LAST = Plan(3, rate=1e-4, head_rate=5e-4, seed=7, warm_up=30, weights=(("type", 6.0), ("trigger", 2.0), ("choice", 1.0)))
# With twice the texts and the reports that we marked, and the right ones asked to be likelier than the others (docs/decisions/0028).
MORE = Plan(
    9, rate=1.1e-4, head_rate=7e-4, seed=7, warm_up=30, hidden=0.1,
    weights=(("type", 6.0), ("trigger", 2.0), ("choice", 1.5), ("rank", 0.15)),
)  # fmt: skip
OFTENER = 3  # one part in so many of the first phase's documents, in each epoch of it
# With twice as many texts again and the other reports, in smaller steps (docs/decisions/0029); the texts that a phase brings (`training/parts.py`) are read REPEAT times an epoch, as train is.
AGAIN = Plan(12, rate=1.1e-4, head_rate=6e-4, budget=2560, seed=31, warm_up=60, hidden=0.1, weights=MORE.weights)

# With a thousand texts more, from where the last one ended (docs/decisions/0034).
LATELY = Plan(4, rate=1.1e-4, head_rate=6e-4, budget=2560, seed=41, warm_up=60, hidden=0.1, weights=MORE.weights)
WIDER = 2.0  # of the state then, where the one before those two phases counts for 1: alone it reads our corpus better by a point, and PolNeAR worse by one; so at the end again
# With 764 harder texts more, from that mean (docs/decisions/0035).
LATEST = Plan(7, rate=1.1e-4, head_rate=6e-4, budget=2560, seed=53, warm_up=60, hidden=0.1, weights=MORE.weights)

# With 673 texts more, from that mean, more of PolNeAR and more weight on what it marks (docs/decisions/0036).
NEWEST = Plan(
    5, rate=1.0e-4, head_rate=5e-4, budget=2560, seed=59, warm_up=60, hidden=0.1, weights=(*MORE.weights, ("any_content", 1.5))
)  # fmt: skip
AT_LAST = 2  # one part in so many of the broad documents, in each epoch of that


def load_tokenizer(path: Path) -> Any:
    """The base model's tokenizer, without its habit of cutting texts off."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def load_silver(path: Path) -> dict[str, list[list[Any]]]:
    """What `training.silver` found, by document."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {row["id"]: row["ents"] for row in rows}


def broad_documents(data: Path, tokenizer: Any, silver: dict[str, list[list[Any]]]) -> list[Labelled]:
    """PolNeAR's training part, and country reports with silver names only."""
    rows = [json.loads(line) for line in (data / "reports" / "paragraphs.jsonl").read_text(encoding="utf-8").splitlines()]
    named = [{"id": f"report-{r['country']}-{r['year']}-{r['n']}", "text": r["text"]} for r in rows]
    random.Random(0).shuffle(named)
    attributions = list(polnear(data / "attribution" / "polnear_train.jsonl", tokenizer, silver))
    return attributions + list(silver_only(named[:REPORTS], tokenizer, silver))


def corpus_documents(part: str, tokenizer: Any, silver: dict[str, list[list[Any]]]) -> list[Labelled]:
    """One part of the corpus, with its labels."""
    return [corpus(path, tokenizer, silver) for path in sorted((CORPUS / part).glob("*.marked"))]


def run_phase(network: Reader, documents: Sequence[Sequence[Labelled]], settings: Plan, checkpoint: Path) -> None:
    """Train on `documents`, one list an epoch, or take the checkpoint if it is there. Each epoch leaves one of its own beside it."""
    if checkpoint.exists():
        network.load_state_dict(torch.load(checkpoint))
        return
    steps = sum(len(plan(docs, settings.budget, random.Random(0))) for docs in documents) // settings.epochs
    print(checkpoint.stem, "about", steps, "steps an epoch", flush=True)

    def keep(epoch: int) -> None:
        torch.save(network.state_dict(), checkpoint.with_name(f"{checkpoint.stem}-{epoch}.pt"))

    fit(network, lambda epoch: documents[epoch], settings, steps, keep)
    torch.save(network.state_dict(), checkpoint)


def narrow_phase(wide: Reader, documents: Sequence[Labelled], checkpoint: Path) -> Reader:
    """The narrow network that says what `wide` says of `documents`, or that of the checkpoint if it is there."""
    if checkpoint.exists():
        narrow = Reader(width=SHIPPED)
        narrow.load_state_dict(torch.load(checkpoint))
        return narrow
    narrow = narrowed(wide, documents, SHIPPED)
    learn_from(wide, narrow, documents, LESSONS)
    torch.save(narrow.state_dict(), checkpoint)
    return narrow


def with_corpus(
    broad: Sequence[Labelled], narrow: Sequence[Labelled], epochs: int, replay: int, *, once: Sequence[Labelled] = ()
) -> list[list[Labelled]]:
    """What each epoch reads: one part in `replay` of the broad documents, the corpus REPEAT times, and what is read `once`."""
    return [[*broad[epoch % replay :: replay], *list(narrow) * REPEAT, *once] for epoch in range(epochs)]


def main() -> None:
    """All of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "base", "silver", "work", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--version", default="reader-9")
    parser.add_argument("--epochs", type=int, nargs=2, default=(3, 8), metavar=("FIRST", "SECOND"))
    args = parser.parse_args()
    torch.set_num_threads(2)
    args.work.mkdir(parents=True, exist_ok=True)
    tokenizer, silver = load_tokenizer(args.base / "tokenizer.json"), load_silver(args.silver)
    network = load_base(args.base / "model.safetensors")
    broad = broad_documents(args.data, tokenizer, silver)
    first, second = args.epochs
    run_phase(network, [broad] * first, Plan(first), args.work / "attribution.pt")
    events = Plan(second, rate=2e-4, head_rate=2e-3, seed=4, warm_up=40, weights=(("type", 6.0), ("trigger", 2.0), ("choice", 1.0)))
    train, practice, invented = (corpus_documents(part, tokenizer, silver) for part in ("train", "practice", "invented"))
    run_phase(network, with_corpus(broad, train + invented, second, REPLAY), events, args.work / "events.pt")
    last = [torch.load(args.work / f"events-{epoch}.pt") for epoch in range(max(1, second - AVERAGED + 1), second + 1)]
    network.load_state_dict(mean([*last, torch.load(args.work / "attribution.pt")], [*[1.0] * len(last), FIRST]))
    narrow = narrow_phase(network, [*broad, *train, *invented], args.work / "narrow.pt")
    told = [d for d in invented if phase_of(d.name) is None]
    brought = [[d for d in invented if phase_of(d.name) == phase] for phase in range(len(BROUGHT))]
    run_phase(narrow, with_corpus(broad, train + practice, LAST.epochs, REPLAY, once=told), LAST, args.work / "last.pt")
    reports = [gold_document(*row, tokenizer, []) for row in marked_reports(args.data / "reports" / "paragraphs.jsonl")]
    run_phase(narrow, with_corpus(broad, train + practice, MORE.epochs, OFTENER, once=told + reports), MORE, args.work / "more.pt")
    seldom = practice + told + reports
    run_phase(narrow, with_corpus(broad, train + brought[0], AGAIN.epochs, OFTENER, once=seldom), AGAIN, args.work / "again.pt")
    seldom += train + brought[0]
    run_phase(narrow, with_corpus(broad, brought[1], LATELY.epochs, OFTENER, once=seldom), LATELY, args.work / "lately.pt")
    narrow.load_state_dict(mean([torch.load(args.work / name) for name in ("more.pt", "lately.pt")], [1.0, WIDER]))
    from_there = {name: value.clone() for name, value in narrow.state_dict().items()}
    seldom += brought[1]
    run_phase(narrow, with_corpus(broad, brought[2], LATEST.epochs, OFTENER, once=seldom), LATEST, args.work / "latest.pt")
    narrow.load_state_dict(mean([from_there, torch.load(args.work / "latest.pt")], [1.0, WIDER]))
    from_there = {name: value.clone() for name, value in narrow.state_dict().items()}
    seldom += brought[2]
    run_phase(narrow, with_corpus(broad, brought[3], NEWEST.epochs, AT_LAST, once=seldom), NEWEST, args.work / "newest.pt")
    narrow.load_state_dict(mean([from_there, torch.load(args.work / "newest.pt")], [1.0, WIDER]))
    write_weights(narrow, args.base / "tokenizer.json", {}, args.version, args.out)


if __name__ == "__main__":
    main()
