"""From a source to a reading: mentions, quotes and speakers, custody events, actions, responses, dates.

`habeas.read(...)` is the public function and `habeas.read` this room, so the room can be called: see docs/decisions/0002.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from habeas.case.reading import Reading


class _CallableRoom(ModuleType):
    """This package, which answers a call as the public function does."""

    def __call__(self, text: str, *, published: str | None = None, outlet: str | None = None, name: str = "text") -> Reading:
        import habeas

        return habeas.read_text(text, published=published, outlet=outlet, name=name)


sys.modules[__name__].__class__ = _CallableRoom
