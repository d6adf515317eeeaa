"""What the network for the whole page is asked in training: what is marked, what is only proposed, and what nobody can know is not asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from corpus.marked import compile_marked
from training.lessons import Lesson, Remembering
from training.page_arrays import LABELS, Asked, read_pages, write_pages
from training.page_questions import asked_of, marked_questions
from training.parts import folds_apart

from habeas.read.models import shipped_models

MARKED = """doc: made-up
outlet: "Made-up wire"
country: "Freedonia"
style: "wire"
published: 2021-05-04
title: null
group: null
sources: [invented]
notes: "invented"
%%%
Police {t1|detained} {@kol|Adam Kol} on Monday. His brother {@bro|Ivan Kol} {t2|was fined}.

"{q1|We never saw a warrant}," {@nb/n m1|a neighbour} {k1|said}. {@union|The Typesetters' Union} {t3|demanded} the release of {@kol|Kol}. {o1|Police were seen again}.
%%%
persons:
  kol: {name: "Adam Kol", role: "detainee"}
  bro: {name: "Ivan Kol", role: "detainee"}
  union: {name: "Typesetters' Union", kind: "org", role: "org"}
unnamed:
  nb: "a neighbour"
events:
  - {id: e1, type: detained, persons: [kol], trigger: t1}
  - {id: e2, type: fined, persons: [bro], trigger: t2, status: planned}
quotes:
  - {id: q1, form: full, content: q1, speaker: nb, mention: m1, cue: k1}
actions:
  - {id: a1, type: demand_release, trigger: t3, actors: [union], beneficiaries: [kol]}
responses: []
optional:
  - {kind: custody, span: o1}
"""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str, dict[str, Any]]:
    path = tmp_path_factory.mktemp("page") / "made-up.marked"
    path.write_text(MARKED, encoding="utf-8")
    return ("made-up", *compile_marked(path))


@pytest.fixture(scope="module")
def page(document: tuple[str, str, dict[str, Any]]) -> Asked:
    return asked_of(Lesson(document, Remembering(shipped_models())))


def test_what_is_marked_is_asked_as_it_is_told(document: tuple[str, str, dict[str, Any]]) -> None:
    quote, detained, fined, demand = marked_questions(document[2])
    assert (quote.labels, quote.agents, quote.patients) == (("quote",), ("nb",), None)
    assert (detained.labels, detained.agents, detained.patients) == (("custody:detained",), None, ("kol",))
    assert (fined.labels, fined.patients) == ((), ("bro",)), "what is only planned is not told"
    assert (demand.labels, demand.agents, demand.patients) == (("action:demand_release",), ("union",), ("kol",))


def test_the_right_ones_are_right_and_all_others_wrong(page: Asked) -> None:
    detained = page.question_kinds.index("custody")
    assert page.right[detained, :, 1].sum() == 1
    assert page.counts[detained, :, 0].sum() == 0, "who detained is not asked"
    demand = page.question_kinds.index("action")
    assert page.right[demand].sum(axis=0).tolist() == [1, 1]


def test_a_speaker_without_a_name_is_right_where_the_quote_names_one(page: Asked) -> None:
    agents = page.right[page.question_kinds.index("quote"), :, 0]
    assert agents.sum() == 1
    somebody = page.whose == int(np.argmax(agents))
    assert not page.named[somebody].any()


def test_labels_are_asked_of_their_own_kind_only(page: Asked) -> None:
    first = page.question_kinds.index("custody")
    assert {LABELS[i].partition(":")[0] for i in np.flatnonzero(page.asked[first])} == {"custody"}
    assert [LABELS[i] for i in np.flatnonzero(page.labels[first])] == ["custody:detained"]


def test_pages_come_back_as_they_were_written(page: Asked, tmp_path: Path) -> None:
    write_pages([page], tmp_path / "pages.pkl")
    (again,) = read_pages(tmp_path / "pages.pkl")
    assert again.name == page.name
    np.testing.assert_array_equal(again.states, page.states)


def test_every_fold_is_left_out_once() -> None:
    """A fold that is forgotten would be weighed with what it taught."""
    assert folds_apart(["01", "23", "4"]) == [frozenset({0, 1}), frozenset({2, 3}), frozenset({4})]
    with pytest.raises(ValueError, match="named once"):
        folds_apart(["01", "23"])
    with pytest.raises(ValueError, match="named once"):
        folds_apart(["01", "123", "4"])
