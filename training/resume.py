"""Read the shipped int8 weights back into the network, so that training can go on from them where no checkpoint is at hand.

What int8 rounds off (at most half a step of a column's scale) is lost, and learned again within some hundred steps.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import ModelProto, numpy_helper

from training.network import SHIPPED, Reader

EMBEDDINGS = ("words", "positions", "case", "opens", "quoted")


def load_shipped(folder: Path) -> Reader:
    """The network whose weights `training.export` wrote into `folder`. Raises KeyError where the file is not such a network's."""
    model = onnx.load(str(folder / "reader.onnx"))
    plain = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in model.graph.initializer}
    network = Reader(width=SHIPPED)
    state = network.state_dict()
    found = {name: plain[name].float() for name in state if name in plain}
    found |= {f"{name}.weight": _rounded(plain, f"{name}.weight") for name in EMBEDDINGS}
    found |= {name: _rounded(plain, stored).T for name, stored in _products(model).items()}
    tables = json.loads((folder / "calibration.json").read_text(encoding="utf-8"))["links"]
    found |= {name: torch.tensor(tables[name]).reshape(state[name].shape) for name in ("nearness", "none")}
    network.load_state_dict(found)
    return network


def _products(model: ModelProto) -> dict[str, str]:
    """For each weight of a linear layer, under which name its matrix is stored: the nodes bear the names of the layers."""
    out = {}
    for node in model.graph.node:
        if node.op_type == "MatMulInteger":
            layer = node.name.strip("/").removesuffix("/MatMul_quant").replace("/", ".")
            out[f"{layer}.weight"] = node.input[1].removesuffix("_quantized")
    return out


def _rounded(plain: dict[str, torch.Tensor], name: str) -> torch.Tensor:
    """A matrix from its int8 form, one scale a column or one for all."""
    steps = plain[f"{name}_quantized"].to(torch.int32) - plain[f"{name}_zero_point"].to(torch.int32)
    return torch.as_tensor(np.asarray(steps * plain[f"{name}_scale"], dtype=np.float32))
