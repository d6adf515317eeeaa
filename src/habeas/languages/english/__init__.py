"""English: the word lists that lie in this folder."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from habeas.languages.language import Language

ENGLISH: Final = Language("en", Path(__file__).parent)
