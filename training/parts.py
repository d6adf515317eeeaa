"""Which texts of the corpus does the encoder learn, and which of them last?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

CORPUS: Final = Path(__file__).parent.parent / "corpus"
NEWEST: Final = re.compile("[mnp][a-f]-")  # how the names of those texts of `invented` begin that the last phase brings
