"""Who is who, as `resolve/` decides it, in the record's words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from habeas.case.decision import Decision
from habeas.case.reading import Reading
from habeas.record.finding import fold, letters_alike
from habeas.record.identities import Identities, Join

score_names = letters_alike


def resolve_people(readings: Sequence[Reading], decisions: Sequence[Decision]) -> Identities:
    members, joins = {}, []
    for r in readings:
        for e in r.entities:
            slug = fold(e.name).replace(" ", "-")[:60]
            if not e.is_named:
                slug += "-" + hashlib.sha256(r.source.id.encode()).hexdigest()[:8]
            members[r.source.id, e.id] = slug
            joins.append(Join(slug, r.source.id, e.id, "the same name"))
    return Identities(members, tuple(joins))
