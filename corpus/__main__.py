"""`python -m corpus validate [FILE …]`: compile marked documents and say what is wrong."""

from __future__ import annotations

import sys
from pathlib import Path

from corpus.marked import MarkedError, compile_marked

HERE = Path(__file__).parent


def main(argv: list[str]) -> int:
    """Compile every document given (all of them by default); 1 if any is wrong."""
    paths = [Path(a) for a in argv[1:]] or sorted(HERE.glob("*/*.marked"))
    bad = 0
    for path in paths:
        try:
            text, gold = compile_marked(path)
        except MarkedError as error:
            bad += 1
            print(error)
            continue
        if len(paths) < 4:
            print(path.name, len(text.split()), "words;", {k: len(gold[k]) for k in ("persons", "events", "quotes", "actions", "responses")})
    print(f"{len(paths) - bad} of {len(paths)} documents compile")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
