"""The trees of the scales come from cases by a fit that anyone can repeat, and say the same in the file as where they were grown."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier
from training.cases import Case
from training.parts import FOLDS, fold_of
from training.scales import kept_out, trees_of
from training.trees import IN_A_LEAF, LEAVES, OFTEN, RATE, RIDGE, TREES, signs_of, table

from habeas.read.scales import Scale


def cases(count: int = 1200) -> list[Case]:
    """Made-up answers: right where the encoder is sure and no rule objects, whatever a useless sign says."""
    rng = np.random.default_rng(0)
    sure = rng.normal(size=count)
    objects = rng.random(count) < 0.3
    right = (rng.random(count) < 1.0 / (1.0 + np.exp(-3.0 * sure))) & ~objects
    return [
        Case(f"doc{i % 40}", "custody", {"sure": float(s), "useless": float(i % 2), **({"against: it": 1.0} if o else {})}, float(r))
        for i, (s, o, r) in enumerate(zip(sure, objects, right, strict=True))
    ]


@pytest.fixture(scope="module")
def scale() -> Scale:
    return Scale.of(trees_of(cases()))


def test_trees_learn_what_tells_and_what_speaks_against_it(scale: Scale) -> None:
    sure, unsure, refused = scale.weigh([{"sure": 2.0}, {"sure": -2.0}, {"sure": 2.0, "against: it": 1.0}])
    assert sure > 0.8
    assert unsure < 0.2
    assert refused < 0.2


def test_the_file_says_what_the_forest_says(scale: Scale) -> None:
    told = cases()
    signs = signs_of([c.signs for c in told], [c.document for c in told])
    x = table([c.signs for c in told], signs)
    forest = HistGradientBoostingClassifier(
        learning_rate=RATE, max_iter=TREES, max_leaf_nodes=LEAVES, l2_regularization=RIDGE, min_samples_leaf=IN_A_LEAF, early_stopping=False,
        random_state=0,
    ).fit(x, [c.right for c in told])  # fmt: skip
    assert np.abs(forest.predict_proba(x)[:, 1] - np.array(scale.weigh([c.signs for c in told]))).max() < 1e-4


def test_what_is_half_right_is_expected_to_be_half_right() -> None:
    told = [Case(f"doc{i % 40}", "custody whom", {"a pair": float(i % 2)}, 0.5 if i % 2 else float(i % 4 == 0)) for i in range(2000)]
    pair, alone = Scale.of(trees_of(told)).weigh([{"a pair": 1.0}, {"a pair": 0.0}])
    assert pair == pytest.approx(0.5, abs=0.02)
    assert alone == pytest.approx(0.5, abs=0.02)


def test_the_trees_are_the_same_each_time() -> None:
    assert trees_of(cases()) == trees_of(cases())


def test_a_sign_of_few_documents_is_not_asked_for() -> None:
    seldom = [Case(f"doc{i % 3}", "custody", {"against: played by": 1.0}, 1.0) for i in range(10 * OFTEN)]
    often = [Case(f"doc{i}", "custody", {"against: describes": 1.0}, 0.0) for i in range(OFTEN)]
    known = Scale.of(trees_of([*cases(), *seldom, *often])).columns
    assert "against: played by" not in known
    assert "against: describes" in known


def test_shares_of_documents_kept_out_keep_their_word() -> None:
    told = cases(4000)
    by_fold = {fold: {"custody": Scale.of(trees_of([c for c in told if fold_of(c.document) != fold]))} for fold in range(FOLDS)}
    sure, right = np.array(kept_out(told, by_fold)), np.array([c.right for c in told])
    for low, high in ((0.0, 0.2), (0.2, 0.8), (0.8, 1.0)):
        inside = (sure >= low) & (sure < high)
        assert abs(sure[inside].mean() - right[inside].mean()) < 0.1


def test_a_document_is_in_one_fold() -> None:
    folds = [fold_of(c.document) for c in cases()]
    assert set(folds) <= set(range(FOLDS))
    assert all(fold_of(c.document) == f for c, f in zip(cases(), folds, strict=True))
