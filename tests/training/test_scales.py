"""The weights of the scales come from cases by a fit that anyone can repeat."""

from __future__ import annotations

import numpy as np
from training.scales import FOLDS, OFTEN, Case, fit, fold_of, kept_out, reliability, shares


def cases(count: int = 400) -> list[Case]:
    """Made-up answers: right where the encoder is sure, whatever a useless sign says."""
    rng = np.random.default_rng(0)
    sure = rng.normal(size=count)
    right = rng.random(count) < 1.0 / (1.0 + np.exp(-3.0 * sure))
    return [
        Case(f"doc{i % 40}", "custody", {"sure": float(s), "useless": float(rng.random() < 0.5)}, bool(r))
        for i, (s, r) in enumerate(zip(sure, right, strict=True))
    ]


def test_a_sign_that_tells_weighs_more_than_one_that_does_not() -> None:
    weights = fit(cases())
    assert weights["sure"] > 1.0
    assert abs(weights["useless"]) < 0.3 * weights["sure"]


def test_the_fit_is_the_same_each_time() -> None:
    assert fit(cases()) == fit(cases())


def test_shares_keep_their_word() -> None:
    """Kept out of the fit, answers called likely are right about as often as said."""
    told = cases(2000)
    sure = kept_out(told)
    right = np.array([c.is_right for c in told])
    for low, high in ((0.1, 0.3), (0.3, 0.7), (0.7, 0.9)):
        inside = (sure >= low) & (sure < high)
        assert abs(sure[inside].mean() - right[inside].mean()) < 0.1
    assert "| 0.9 to 1.0 |" in reliability(told, sure)


def test_an_objection_hardly_ever_met_has_no_weight() -> None:
    seldom = [Case("doc", "custody", {"against: played by": 1.0}, True)] * (OFTEN - 1)
    often = [Case("doc", "custody", {"against: describes": 1.0}, False)] * OFTEN
    weights = fit([*cases(), *seldom, *often])
    assert "against: played by" not in weights
    assert weights["against: describes"] < 0.0
    assert shares(seldom, weights).shape == (OFTEN - 1,)


def test_a_document_is_in_one_fold() -> None:
    folds = [fold_of(c.document) for c in cases()]
    assert set(folds) <= set(range(FOLDS))
    assert all(fold_of(c.document) == f for c, f in zip(cases(), folds, strict=True))
