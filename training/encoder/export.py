"""Fine-tuned weights in; the two graphs that the package runs out, in 8 bits.

``python -m training.encoder.export --weights FILE --encoder FOLDER --output FOLDER`` needs torch, onnx and onnxruntime.
Weights are rounded to 8 bits, a scale a column, and multiplied in 32: to round what is computed in between, too, takes
two thirds of the time, but gave other records on another processor, probably since some hold sums of products in 16
bits and others in 32. The vocabulary is copied beside them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.encoder.network import PAIR, Encoder, Network, size_of

STEPS = 127  # that 8 bits tell on either side of zero
SMALLEST = 1e-12  # the largest weight of a column of nothing but zeros


class OneWindow(nn.Module):
    """The encoder with nothing filled up: windows are read one by one."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor, cases: Tensor, firsts: Tensor) -> tuple[Tensor, ...]:
        """As the encoder's, without a mask."""
        return self.encoder(pieces, cases, firsts, torch.zeros(1, 1, 1, 1))  # type: ignore[no-any-return]


def export(network: Network, folder: Path, *, exact: bool) -> None:
    """Write both graphs; ``exact`` keeps the encoder's weights in 32 bits."""
    network.eval()
    numbers = torch.ones(1, 8, dtype=torch.int64)
    tokens = {0: "windows", 1: "tokens"}
    names = ["labels", "place", "factor", "cue", "cue_factor"]
    with tempfile.TemporaryDirectory() as work:
        whole = Path(work) / "encoder.onnx"
        torch.onnx.export(
            OneWindow(network.encoder), (numbers, numbers, numbers[:, :4] * 0 + 1), str(whole),
            input_names=["pieces", "cases", "firsts"], output_names=names, opset_version=17, dynamo=False,
            dynamic_axes={"pieces": {1: "pieces"}, "cases": {1: "pieces"}, "firsts": {1: "tokens"},
                          **dict.fromkeys(names, tokens)},
        )  # fmt: skip
        if exact:
            (folder / "encoder.onnx").write_bytes(whole.read_bytes())
        else:
            tables = Path(work) / "tables.onnx"
            quantize_dynamic(
                whole, tables, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["Gather"]
            )
            onnx.save(rounded(onnx.load(tables)), folder / "encoder.onnx")
    place, cue = torch.zeros(1, 4, PAIR), torch.zeros(2, 1, PAIR)
    torch.onnx.export(
        network.pairs, (place, place, cue, cue, torch.zeros(2, 4, dtype=torch.int64)), str(folder / "pairs.onnx"),
        input_names=["place", "factor", "cue", "cue_factor", "distances"], output_names=["kinds"],
        opset_version=17, dynamo=False,
        dynamic_axes={"place": {1: "tokens"}, "factor": {1: "tokens"}, "cue": {0: "cues"}, "cue_factor": {0: "cues"},
                      "distances": {0: "cues", 1: "tokens"}, "kinds": {0: "cues", 1: "tokens"}},
    )  # fmt: skip


def rounded(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return a model with the weights of its layers in 8 bits, made whole again where they are multiplied.

    A column's largest weight is 127 steps of its scale (Jacob and others, CVPR 2018, without the rounding of what is
    multiplied with it).
    """
    graph, nodes = model.graph, []
    known = {one.name: one for one in graph.initializer}
    for node in graph.node:
        name = node.input[1] if node.op_type == "MatMul" else ""
        if name in known:
            weights = numpy_helper.to_array(known[name])
            scales = np.maximum(np.abs(weights).max(axis=0), SMALLEST) / STEPS
            small = np.rint(weights / scales).astype(np.int8)
            graph.initializer.remove(known.pop(name))
            graph.initializer.append(numpy_helper.from_array(small, f"{name}_quantized"))
            graph.initializer.append(numpy_helper.from_array(scales.astype(np.float32), f"{name}_scale"))
            parts = [f"{name}_quantized", f"{name}_scale"]
            nodes.append(onnx.helper.make_node("DequantizeLinear", parts, [name], axis=1))
        nodes.append(node)
    del graph.node[:]
    graph.node.extend(nodes)
    return model


def exported(folder: Path) -> dict[str, Tensor]:
    """Return the weights of exported graphs, as a ``Network`` takes them; those in 8 bits as they were rounded."""
    state = {}
    for name, prefix in (("encoder.onnx", ""), ("pairs.onnx", "pairs.")):
        graph = onnx.load(folder / name).graph
        known: dict[str, Any] = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
        for title, array in known.items():
            if "::" not in title and not title.endswith(("_scale", "_zero_point", "_quantized")):
                state[prefix + title] = torch.from_numpy(array.copy())
            elif title.endswith(".weight_quantized"):
                state[prefix + title.removesuffix("_quantized")] = _whole(known, title)
        for node in graph.node:  # what is multiplied with a layer's weights is named after the layer
            layer = prefix + node.name.strip("/").rsplit("/", 1)[0].replace("/", ".") + ".weight"
            if node.op_type == "MatMul" and f"{node.input[1]}_quantized" in known:
                state[layer] = _whole(known, f"{node.input[1]}_quantized").T.contiguous()
            elif node.op_type == "MatMul" and node.input[1] in known:
                state[layer] = torch.from_numpy(known[node.input[1]].T.copy())
    return state


def _whole(known: dict[str, Any], quantized: str) -> Tensor:
    """Return weights from their 8 bits, their scale and, unless it is 0, what stands for zero."""
    name = quantized.removesuffix("_quantized")
    steps = known[quantized].astype("float32") - known.get(f"{name}_zero_point", np.int8(0)).astype("float32")
    return torch.from_numpy(steps * known[f"{name}_scale"])


def main() -> int:
    """Read the weights and write the graphs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--weights", type=Path, nargs="+", required=True, help="files or folders of graphs: their mean")
    parser.add_argument("--encoder", type=Path, required=True, help="the folder of the pretrained encoder")
    parser.add_argument("--vocabulary", type=Path, help="the word pieces it was learned with, else the encoder's own")
    parser.add_argument("--fixed", type=int, default=0, help="how many of its lower layers were not learned")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--exact", action="store_true", help="keep 32 bits, as a teacher")
    options = parser.parse_args()
    network = Network(size_of(options.encoder))
    states = [exported(one) if one.is_dir() else torch.load(one) for one in options.weights]
    network.encoder.fix(options.fixed)
    network.load_state_dict({name: sum(state[name] for state in states) / len(states) for name in states[0]})
    vocabulary = options.vocabulary or options.encoder / "vocab.txt"
    options.output.mkdir(parents=True, exist_ok=True)
    export(network, options.output, exact=options.exact)
    (options.output / "vocab.txt").write_bytes(vocabulary.read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
