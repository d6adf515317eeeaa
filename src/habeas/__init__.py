"""Habeas: a record of people held for what they said or did, in which every fact stands on the words that say it.

    >>> import habeas
    >>> reading = habeas.read("A Baku court on May 19 sentenced Farid Aliyev to six years in prison.", published="2025-05-20")
    >>> [(claim.type.value, claim.date.edtf, claim.term.iso) for claim in reading.claims]
    [('sentenced', '2025-05-19', 'P6Y')]

Everything here is imported when it is first used, so that `import habeas` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Claim", "HabeasError", "Reading", "__version__", "compare_names", "read"]

if TYPE_CHECKING:
    from habeas.case.claim import Claim
    from habeas.case.reading import Reading
    from habeas.errors import HabeasError
    from habeas.flow import read_text as read
    from habeas.flow import read_text as read_text
    from habeas.resolve.names import compare_names

_HOMES = {
    "Claim": "habeas.case.claim",
    "HabeasError": "habeas.errors",
    "read_text": "habeas.flow",
    "Reading": "habeas.case.reading",
    "compare_names": "habeas.resolve.names",
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name == "read":
        return import_module("habeas.read")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'habeas' has no attribute {name!r}")
