"""Give the network's integer products weights without a sign, so that they are the same on every processor.

    python -m training.unsigned WEIGHTS [WEIGHTS …]

does so for networks of before (to `reader-8` of 27 November 2026), in folders of weights; those of today have it from `training.export`. Run twice, it
changes nothing the second time.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Final

import numpy as np
import onnx
from onnx import numpy_helper

FILES: Final = ("reader.onnx", "tokenizer.json", "calibration.json", "page.npz")


def without_signs(model: onnx.ModelProto) -> onnx.ModelProto:
    """The network with the weights of its integer products, and their zero points, 128 higher and unsigned: the same numbers.

    A processor without products of bytes (VNNI) adds two products of an unsigned and a signed byte in 16 bits, and cuts off what is larger. Of two unsigned
    bytes onnxruntime widens both first. Source: onnxruntime's manual, "Quantize ONNX models", on saturation of U8S8 and on U8U8.
    """
    products = [node for node in model.graph.node if node.op_type == "MatMulInteger"]
    signed = {name for node in products for name in (node.input[1], *node.input[3:])}
    for stored in model.graph.initializer:
        if stored.name in signed and stored.data_type == onnx.TensorProto.INT8:
            raised = numpy_helper.to_array(stored).astype(np.int16) + 128
            stored.CopyFrom(numpy_helper.from_array(raised.astype(np.uint8), stored.name))
    return model


def write_manifest(folder: Path, version: str) -> None:
    """The hashes of the files of `folder` as they stand, under the name of these weights."""
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES if (folder / name).exists()}
    (folder / "manifest.json").write_text(json.dumps({"version": version, "sha256": hashes}, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Rewrite the networks in the folders of weights that are named, and their manifests."""
    for folder in map(Path, sys.argv[1:]):
        onnx.save(without_signs(onnx.load(str(folder / "reader.onnx"))), str(folder / "reader.onnx"))
        write_manifest(folder, json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["version"])


if __name__ == "__main__":
    main()
