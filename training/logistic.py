"""Logistic regression over named signs by Newton's method, with a ridge, signs brought to one scale first; and how well shares keep their word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from habeas.read.scales import sign_table
from training.cases import Case

RIDGE = 12.0  # small corpora: with 1, claims said to be wrong were right more often than not
NARROWEST = 0.15  # a sign seldom seen is not blown up to the scale of the others

Floats = NDArray[np.float64]


def fit(cases: Sequence[Case], ridge: float = RIDGE) -> dict[str, float]:
    """The weight of each sign, and under "" what is added to every sum."""
    names = sorted({s for c in cases for s in c.signs})
    x = table(cases, names)
    scale = np.maximum(x.std(axis=0), NARROWEST)
    centre = x.mean(axis=0)
    z = np.hstack([np.ones((len(x), 1)), (x - centre) / scale])
    y = np.array([c.right for c in cases], dtype=np.float64)
    pull = np.full(z.shape[1], ridge)
    pull[0] = 0.0
    w: Floats = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1.0 / (1.0 + np.exp(-z @ w))
        step = np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + np.diag(pull + 1e-6), z.T @ (y - p) - pull * w)
        w += step
        if np.abs(step).max() < 1e-6:
            break
    slopes = w[1:] / scale
    return {"": round(float(w[0] - slopes @ centre), 5), **{n: round(float(v), 5) for n, v in zip(names, slopes, strict=True)}}


def table(cases: Sequence[Case], names: list[str]) -> Floats:
    """Cases x signs."""
    return sign_table([c.signs for c in cases], {name: i for i, name in enumerate(names)})


def shares(cases: Sequence[Case], weights: dict[str, float]) -> Floats:
    """How likely each case is right."""
    names = [n for n in weights if n]
    return np.asarray(1.0 / (1.0 + np.exp(-(table(cases, names) @ np.array([weights[n] for n in names]) + weights[""]))))


def reliability(cases: Sequence[Case], sure: Floats) -> str:
    """For each band of likelihood: how many cases, and what share is right."""
    rows = ["| likelihood | cases | mean | right |", "| --- | --- | --- | --- |"]
    right = np.array([c.right for c in cases])
    for low, high in ((0.0, 0.1), (0.1, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01)):
        inside = (sure >= low) & (sure < high)
        if inside.any():
            rows.append(f"| {low:.1f} to {min(high, 1.0):.1f} | {inside.sum()} | {sure[inside].mean():.2f} | {right[inside].mean():.2f} |")
    return "\n".join(rows)
