"""The regression behind the confidence of events: what tells weighs more, and shares keep their word."""

from __future__ import annotations

import numpy as np
from training.cases import Case
from training.logistic import fit, reliability, shares


def cases(count: int = 400) -> list[Case]:
    """Made-up answers: right where the scales are sure, whatever a useless sign says."""
    rng = np.random.default_rng(0)
    sure = rng.normal(size=count)
    right = rng.random(count) < 1.0 / (1.0 + np.exp(-3.0 * sure))
    return [
        Case(f"doc{i % 40}", "custody", {"sure": float(s), "useless": float(rng.random() < 0.5)}, float(r))
        for i, (s, r) in enumerate(zip(sure, right, strict=True))
    ]


def test_a_sign_that_tells_weighs_more_than_one_that_does_not() -> None:
    weights = fit(cases())
    assert weights["sure"] > 1.0
    assert abs(weights["useless"]) < 0.3 * weights["sure"]


def test_the_fit_is_the_same_each_time() -> None:
    assert fit(cases()) == fit(cases())


def test_shares_keep_their_word() -> None:
    """On answers that the fit has not seen, those called likely are right about as often as said."""
    told = cases(2000)
    unseen = told[1000:]
    sure = shares(unseen, fit(told[:1000]))
    right = np.array([c.right for c in unseen])
    for low, high in ((0.1, 0.3), (0.3, 0.7), (0.7, 0.9)):
        inside = (sure >= low) & (sure < high)
        assert abs(sure[inside].mean() - right[inside].mean()) < 0.12
    assert "| 0.9 to 1.0 |" in reliability(unseen, sure)
