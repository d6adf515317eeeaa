"""Custody triggers on a gold file of another corpus (news of bombings, raids and trials), scored by the scorer that comes with it.

    python -m benchmarks.events GOLD.jsonl --scorer score_events.py

GOLD holds one document a line ({"doc_id", "text", "events": [{"type", "trigger": [start, end]}]}); the types scored are detain, charge, trial,
convict, sentence and release. Two readers stand side by side: what the encoder marks as a trigger of custody, and what `habeas.read` claims (a
claim needs a person, and a status is none, so it finds less than that corpus asks for).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from habeas.case.claim import Custody
from habeas.flow import read_text
from habeas.read.models import shipped_models
from habeas.read.weighed_events import tellings

TYPES = "detain,charge,trial,convict,sentence,release"
OF_OURS = {
    **dict.fromkeys(("detained", "arrested", "remanded", "house_arrest", "detention_extended"), "detain"),
    **dict.fromkeys(("released", "pardoned", "bailed", "acquitted"), "release"),
    "charged": "charge",
    "trial_opened": "trial",
    "convicted": "convict",
    "sentenced": "sentence",
}
SURE = 0.3  # of the encoder's triggers; where precision and recall meet on the corpus's dev part


def by_encoder(text: str) -> Iterator[tuple[str, int, int]]:
    """Type and place of every custody trigger that the encoder marks."""
    for telling in tellings(shipped_models().signals(text), "custody", SURE):
        if type_ := OF_OURS.get(telling.type):
            yield type_, telling.span.start, telling.span.stop


def by_claims(text: str) -> Iterator[tuple[str, int, int]]:
    """Type and place of every custody event that Habeas claims, whatever its realis."""
    for claim in read_text(text).claims:
        if isinstance(claim, Custody) and (type_ := OF_OURS.get(claim.type.value)):
            yield type_, claim.trigger.start, claim.trigger.stop


def main() -> None:
    """Write what both find and have it scored."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--scorer", type=Path, required=True, help="score_events.py")
    args = parser.parse_args()
    rows: list[dict[str, Any]] = [json.loads(line) for line in args.gold.read_text(encoding="utf-8").splitlines()]
    for name, reader in (("the encoder's triggers", by_encoder), ("Habeas's claims", by_claims)):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
            for row in rows:
                for type_, start, stop in reader(row["text"]):
                    out.write(json.dumps({"doc_id": row["doc_id"], "type": type_, "trigger": [start, stop], "args": []}) + "\n")
            out.flush()
            print(name, flush=True)
            subprocess.run([sys.executable, str(args.scorer), str(args.gold), out.name, "--types", TYPES], check=True)


if __name__ == "__main__":
    main()
