"""Fine-tuned weights in; the two graphs that the package runs out, in 8 bits.

``python -m training.encoder.export --weights FILE --encoder FOLDER --output FOLDER`` needs torch, onnx and onnxruntime.
Weights are rounded to 8 bits, a scale a column; what is computed in between is rounded for each window as it comes
(dynamic quantization). The vocabulary is copied beside them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.encoder.network import PAIR, Encoder, Network


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
            quantize_dynamic(
                whole, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True,
                op_types_to_quantize=["MatMul", "Gather"],
            )  # fmt: skip
    place, cue = torch.zeros(1, 4, PAIR), torch.zeros(2, 1, PAIR)
    torch.onnx.export(
        network.pairs, (place, place, cue, cue, torch.zeros(2, 4, dtype=torch.int64)), str(folder / "pairs.onnx"),
        input_names=["place", "factor", "cue", "cue_factor", "distances"], output_names=["kinds"],
        opset_version=17, dynamo=False,
        dynamic_axes={"place": {1: "tokens"}, "factor": {1: "tokens"}, "cue": {0: "cues"}, "cue_factor": {0: "cues"},
                      "distances": {0: "cues", 1: "tokens"}, "kinds": {0: "cues", 1: "tokens"}},
    )  # fmt: skip


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
            if node.op_type == "MatMulInteger":
                state[layer] = _whole(known, node.input[1]).T.contiguous()
            elif node.op_type == "MatMul" and node.input[1] in known:
                state[layer] = torch.from_numpy(known[node.input[1]].T.copy())
    return state


def _whole(known: dict[str, Any], quantized: str) -> Tensor:
    """Return weights from their 8 bits, their scale and what stands for zero."""
    name = quantized.removesuffix("_quantized")
    steps = known[quantized].astype("float32") - known[f"{name}_zero_point"].astype("float32")
    return torch.from_numpy(steps * known[f"{name}_scale"])


def main() -> int:
    """Read the weights and write the graphs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--encoder", type=Path, required=True, help="the folder of the pretrained encoder")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--exact", action="store_true", help="keep 32 bits, to see what rounding costs")
    options = parser.parse_args()
    network = Network()
    network.load_state_dict(torch.load(options.weights))
    options.output.mkdir(parents=True, exist_ok=True)
    export(network, options.output, exact=options.exact)
    (options.output / "vocab.txt").write_bytes((options.encoder / "vocab.txt").read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
