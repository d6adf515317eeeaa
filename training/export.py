"""Export the network to ONNX with int8 weights, and write the manifest that the product checks before it loads anything.

    python -m training.export WEIGHTS [WEIGHTS …]

gives networks of before (to `reader-8`) the outputs that are states, for `training.page_questions`; all else comes from `training.reader`.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from onnxruntime.transformers import optimizer
from onnxruntime.transformers.fusion_options import FusionOptions

from habeas.read.heads import HIDDEN
from training.network import HEAD_WIDTH, LAYERS, Reader
from training.unsigned import without_signs, write_manifest


class FusedAttention(torch.autograd.Function):
    """Attention as the one operator that onnxruntime has for it: it never writes the scores to memory."""

    @staticmethod
    def forward(ctx: Any, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, heads: int) -> torch.Tensor:
        return query + 0 * key + 0 * value

    @staticmethod
    def symbolic(g: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        out = g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        out.setType(query.type())
        return out


def _fused(heads: int, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, seen: torch.Tensor | None) -> torch.Tensor:
    return FusedAttention.apply(query, key, value, heads)


# No mask: the product never pads. All windows of a text are equally long but the last, which goes alone.
INPUTS = ("ids", "case", "opens", "quoted")
# The outputs that are states of a layer, for the network that sees the whole page.
STATES_OF = {"middle": LAYERS // 2 - 1, "last": LAYERS - 1}


def to_onnx(network: Reader, target: Path) -> None:
    """The network in float32, attention and layer norms fused."""
    network.eval()
    for layer in network.layers:
        layer.attend = partial(_fused, network.width.heads)
    sample = (torch.full((2, 16), 1000), *(torch.zeros(2, 16, dtype=torch.long) for _ in range(3)))
    axes = {0: "window", 1: "piece"}
    torch.onnx.export(
        network,
        sample,
        str(target),
        input_names=list(INPUTS),
        output_names=["heads", "links"],
        dynamic_axes=dict.fromkeys((*INPUTS, "heads", "links"), axes),
        opset_version=17,
        dynamo=False,
    )
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False
    options.enable_skip_layer_norm = False  # onnxruntime's fused operator takes five times as long as an addition and a layer norm
    fused = optimizer.optimize_model(
        str(target),
        model_type="bert",
        num_heads=network.width.heads,
        hidden_size=network.width.heads * HEAD_WIDTH,
        optimization_options=options,
    )
    print("fused:", fused.get_fused_operator_statistics())
    fused.save_model_to_file(str(target))


def to_int8(source: Path, target: Path) -> None:
    """Weights in one byte, one scale a column; activations are quantised while it runs."""
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder) / "ready.onnx"
        quant_pre_process(str(source), str(ready), skip_optimization=True, skip_symbolic_shape=True)
        # Fused operators have no shape inference: their outputs are float32, as everything here.
        options = {"DefaultTensorType": onnx.TensorProto.FLOAT}
        quantize_dynamic(str(ready), str(target), per_channel=True, weight_type=QuantType.QInt8, extra_options=options)
    onnx.save(without_signs(add_states(onnx.load(str(target)))), str(target))


def add_states(model: onnx.ModelProto) -> onnx.ModelProto:
    """The network with two outputs more: the states half-way ("middle") and at the end ("last"), pieces x width, unless it has them."""
    if {o.name for o in model.graph.output}.isdisjoint(STATES_OF):
        for name, layer in STATES_OF.items():
            model.graph.node.append(
                onnx.helper.make_node("Identity", [f"/layers.{layer}/norm2/LayerNormalization_output_0"], [name], name=name)
            )
            model.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, ["window", "piece", HIDDEN]))
    return model


def write_weights(network: Reader, tokenizer: Path, calibration: dict[str, Any], version: str, folder: Path) -> None:
    """Everything the product loads, with a manifest of hashes."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "reader.onnx"
        to_onnx(network, plain)
        to_int8(plain, folder / "reader.onnx")
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    tables = {
        name: [[round(float(x), 4) for x in row] for row in getattr(network, name).detach().reshape(len(network.none), -1)]
        for name in ("nearness", "none")
    }
    tables["none"] = [row[0] for row in tables["none"]]
    (folder / "calibration.json").write_text(json.dumps({**calibration, "links": tables}, indent=1) + "\n", encoding="utf-8")
    write_manifest(folder, version)


def main() -> None:
    """Give networks of before, in folders of weights, the outputs that are states."""
    for folder in map(Path, sys.argv[1:]):
        model = onnx.load(str(folder / "reader.onnx"))
        onnx.save(add_states(model), str(folder / "reader.onnx"))
        write_manifest(folder, json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["version"])


if __name__ == "__main__":
    main()
