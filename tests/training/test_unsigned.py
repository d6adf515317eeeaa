"""Weights without a sign: the same products on every processor."""

from __future__ import annotations

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from training.unsigned import without_signs

from habeas.read.models import WEIGHTS

# Two products of the largest bytes, added, do not go into 16 bits.
LARGE = np.full((1, 64), 255, np.uint8)
WEIGHT = np.where(np.arange(64)[:, None] % 2, 127, 126).astype(np.int8).repeat(64, axis=1)


def one_product() -> onnx.ModelProto:
    """A network of one product of bytes by signed weights."""
    stored = [numpy_helper.from_array(WEIGHT, "weight"), numpy_helper.from_array(np.zeros(64, np.int8), "zero")]
    stored.append(numpy_helper.from_array(np.array(0, np.uint8), "none"))
    node = helper.make_node("MatMulInteger", ["x", "weight", "none", "zero"], ["y"])
    x = helper.make_tensor_value_info("x", TensorProto.UINT8, [1, 64])
    y = helper.make_tensor_value_info("y", TensorProto.INT32, [1, 64])
    return helper.make_model(helper.make_graph([node], "one", [x], [y], stored), opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def test_products_without_signs_are_exact() -> None:
    """The largest bytes give the sum that whole numbers have, whatever the processor."""
    session = onnxruntime.InferenceSession(without_signs(one_product()).SerializeToString(), providers=["CPUExecutionProvider"])
    (found,) = session.run(["y"], {"x": LARGE})
    assert (found == LARGE.astype(np.int64) @ WEIGHT.astype(np.int64)).all()


def test_a_second_time_changes_nothing() -> None:
    """What has no sign already stays as it is."""
    once = without_signs(one_product())
    assert without_signs(onnx.ModelProto.FromString(once.SerializeToString())) == once


def test_the_shipped_network_has_no_signed_product() -> None:
    """Whoever reads with the shipped weights reads what everybody reads."""
    model = onnx.load(str(WEIGHTS / "reader.onnx"))
    kinds = {stored.name: stored.data_type for stored in model.graph.initializer}
    of_products = [kinds[name] for node in model.graph.node if node.op_type == "MatMulInteger" for name in (node.input[1], *node.input[3:])]
    assert of_products
    assert set(of_products) == {TensorProto.UINT8}
