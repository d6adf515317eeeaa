"""Boosted trees for one question of the scales: grown by scikit-learn, written as ONNX (`TreeEnsembleRegressor` of ai.onnx.ml).

The trees of scikit-learn's `HistGradientBoostingClassifier`, whose leaves add up to log odds; the graph ends in the logistic, so that what comes out is a
share. The names of the signs stand in the file's metadata, in the order of the columns.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper
from sklearn.ensemble import HistGradientBoostingClassifier

from habeas.read.scales import sign_table

OFTEN = 15  # documents from which on a sign is asked for: what one document is full of teaches nothing
TREES = 120
LEAVES = 16
RATE = 0.1  # 250 trees at .06 and 400 at .05 were no better
RIDGE = 20.0
IN_A_LEAF = 20


def signs_of(cases: Sequence[Mapping[str, float]], documents: Sequence[str]) -> list[str]:
    """The signs that cases of enough documents bear; `documents` says which each case is of."""
    seen = Counter(sign for sign, _ in {(sign, document) for case, document in zip(cases, documents, strict=True) for sign in case})
    return sorted(sign for sign, times in seen.items() if times >= OFTEN)


def table(cases: Sequence[Mapping[str, float]], signs: Sequence[str]) -> NDArray[np.float32]:
    """Cases x signs, as exact as the runtime takes them."""
    return sign_table(cases, {sign: i for i, sign in enumerate(signs)}).astype(np.float32)


def grow(cases: Sequence[Mapping[str, float]], right: Sequence[float], documents: Sequence[str]) -> bytes:
    """The ONNX file of the trees that tell right cases from wrong ones; the same bytes each time.

    What is right in part (`right` between 0 and 1) counts on both sides, with its shares for weights: the trees then say what share is to be expected.
    """
    signs = signs_of(cases, documents)
    forest = HistGradientBoostingClassifier(
        learning_rate=RATE, max_iter=TREES, max_leaf_nodes=LEAVES, l2_regularization=RIDGE, min_samples_leaf=IN_A_LEAF, early_stopping=False,
        random_state=0,
    ).fit(*_on_both_sides(table(cases, signs), np.asarray(right)))  # fmt: skip
    return as_onnx(forest, signs)


def _on_both_sides(
    rows: NDArray[np.float32], right: NDArray[np.float64]
) -> tuple[NDArray[np.float32], NDArray[np.bool_], NDArray[np.float64]]:
    """Cases (cases x signs), whether each is right, and the weight of each: those right in part stand twice."""
    in_part = (right > 0.0) & (right < 1.0)
    labels = np.concatenate([right > 0.0, np.zeros(in_part.sum(), dtype=np.bool_)])
    weights = np.concatenate([np.where(in_part, right, 1.0), 1.0 - right[in_part]])
    return np.concatenate([rows, rows[in_part]]), labels, weights


def as_onnx(forest: Any, signs: Sequence[str]) -> bytes:
    """The grown trees as an ONNX file: `signs` (cases x signs) in, shares (cases x 1) out."""
    trees = [stage[0].nodes for stage in forest._predictors]
    node = helper.make_node(
        "TreeEnsembleRegressor",
        ["signs"],
        ["sums"],
        domain="ai.onnx.ml",
        n_targets=1,
        aggregate_function="SUM",
        base_values=[float(np.ravel(forest._baseline_prediction)[0])],
        **_attributes(trees),
    )
    graph = helper.make_graph(
        [node, helper.make_node("Sigmoid", ["sums"], ["shares"])],  # the runtime leaves out the operator's own
        "scales",
        [helper.make_tensor_value_info("signs", TensorProto.FLOAT, [None, len(signs)])],
        [helper.make_tensor_value_info("shares", TensorProto.FLOAT, [None, 1])],
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 3)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="habeas")
    helper.set_model_props(model, {"signs": json.dumps(list(signs))})
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def _attributes(trees: Sequence[Any]) -> dict[str, Any]:
    """The nodes of all trees as the operator wants them: one list a field."""
    nodes: dict[str, list[Any]] = {
        f"nodes_{name}": [] for name in ("treeids", "nodeids", "featureids", "modes", "values", "truenodeids", "falsenodeids")
    }
    leaves: dict[str, list[Any]] = {f"target_{name}": [] for name in ("treeids", "nodeids", "ids", "weights")}
    for number, tree in enumerate(trees):
        for i, row in enumerate(tree):
            is_leaf = bool(row["is_leaf"])
            for name, value in (
                ("treeids", number),
                ("nodeids", i),
                ("featureids", 0 if is_leaf else int(row["feature_idx"])),
                ("modes", "LEAF" if is_leaf else "BRANCH_LEQ"),
                ("values", 0.0 if is_leaf else float(row["num_threshold"])),
                ("truenodeids", 0 if is_leaf else int(row["left"])),
                ("falsenodeids", 0 if is_leaf else int(row["right"])),
            ):
                nodes[f"nodes_{name}"].append(value)
            if is_leaf:
                for name, value in (("treeids", number), ("nodeids", i), ("ids", 0), ("weights", float(row["value"]))):
                    leaves[f"target_{name}"].append(value)
    return nodes | leaves
