"""Writes a trained tagger as the model folder that Dragoman ships: ``python -m training.export WEIGHTS FOLDER``.

The graph is written node by node: it then holds what we put there, and nothing depends on an exporter's version.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from dragoman.tagger.model_file import ABOUT, GRAPH, SCORERS, TOKENIZER, described
from dragoman.tagger.scorers import PAIRS, Scorers, from_arrays
from training.model import ATTENTION_HEADS, LAYERS, WIDTH, Tagger
from training.train import encoder_folder

OPSET = 20
CONTRIBUTED = "com.microsoft"
"""Where onnxruntime keeps the product of bytes with its scales and shift in one node."""
ENCODED = "encoded"
"""Name of the encoder's own rows in the graph, before the heads: where benchmarks/speed_tagger.py cuts it."""
Array = npt.NDArray[Any]


class Graph:
    """Nodes and weights in the making. ``add`` gives the name of a node's only output.

    small   products in bytes (int8): weights with one scale a column, activations with the scale of the rows at hand
    """

    def __init__(self, *, small: bool) -> None:
        self.small = small
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.in_bytes: dict[str, list[str]] = {}

    def weight(self, name: str, value: Array) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, *inputs: str, name: str, **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def dense(self, rows: str, name: str, weight: Array, bias: Array, *, small: bool | None = None) -> str:
        """``weight`` as torch keeps it: [out, in]. ``small``: in bytes, whatever the graph's other products are in."""
        shift = self.weight(f"{name}.bias", bias)
        if not (self.small if small is None else small):
            product = self.add("MatMul", rows, self.weight(f"{name}.weight", weight.T), name=f"{name}.product")
            return self.add("Add", product, shift, name=name)
        scale = np.abs(weight).max(axis=1) / np.float32(127)
        scale[scale == 0] = 1
        bytes_ = self.weight(f"{name}.weight", np.round(weight / scale[:, None]).astype(np.int8).T)
        scales = self.weight(f"{name}.scale", scale)
        seen, seen_scale, seen_zero = self.bytes_of(rows)
        inputs = (seen, bytes_, seen_scale, scales, seen_zero, "", shift)
        return self.add("MatMulIntegerToFloat", *inputs, name=name, domain=CONTRIBUTED)

    def bytes_of(self, rows: str) -> list[str]:
        """The same rows as bytes, their scale and their zero; made once, however many read them."""
        if rows not in self.in_bytes:
            self.in_bytes[rows] = [f"{rows}.bytes", f"{rows}.bytes.scale", f"{rows}.bytes.zero"]
            self.nodes.append(helper.make_node("DynamicQuantizeLinear", [rows], self.in_bytes[rows], name=f"{rows}.bytes"))
        return self.in_bytes[rows]

    def norm(self, rows: str, name: str, weight: Array, bias: Array) -> str:
        scale, shift = self.weight(f"{name}.weight", weight), self.weight(f"{name}.bias", bias)
        return self.add("LayerNormalization", rows, scale, shift, name=name, axis=-1, epsilon=1e-12)


def graph(tagger: Tagger, *, small: bool) -> onnx.ModelProto:
    """The encoder with its linear heads. ``small``: in bytes, the heads that tag and choose excepted: they decide.

    Nothing is masked: windows that are read in one call have one length, and no filling.
    """
    weights = {name: weight.detach().float().numpy() for name, weight in tagger.state_dict().items()}
    made = Graph(small=small)
    rows = _embedded(made, weights, small)
    for layer in range(LAYERS):
        rows = _layer(made, rows, f"encoder.layers.{layer}", weights)
    rows = made.add("Identity", rows, name=ENCODED)
    tags = made.dense(rows, "tags", weights["tags.weight"], weights["tags.bias"], small=False)
    vectors = made.dense(rows, "vectors", weights["vectors.weight"], weights["vectors.bias"])
    made.add("Concat", tags, made.add("Gelu", vectors, name="vectors.bent"), name="rows", axis=-1)
    width = len(weights["tags.bias"]) + len(weights["vectors.bias"])
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["windows", "length"]) for name in ("ids", "shapes", "gaps")]
    output = helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["windows", "length", width])
    body = helper.make_graph(made.nodes, "tagger", inputs, [output], made.weights)
    # An older IR than onnx's newest, so that older onnxruntimes read it.
    domains = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIBUTED, 1)]
    model = helper.make_model(body, opset_imports=domains, ir_version=10)
    onnx.checker.check_model(model)
    return model


def _embedded(made: Graph, weights: Mapping[str, Array], small: bool) -> str:
    words = weights["encoder.words.weight"]
    if small:
        scale = np.abs(words).max(axis=1, keepdims=True) / 127
        scale[scale == 0] = 1
        bytes_ = made.add("Gather", made.weight("words", np.round(words / scale).astype(np.int8)), "ids", name="words.bytes")
        floats = made.add("Cast", bytes_, name="words.floats", to=TensorProto.FLOAT)
        scales = made.add("Gather", made.weight("words.scale", scale.astype(np.float32)), "ids", name="words.scales")
        rows = made.add("Mul", floats, scales, name="words.rows")
    else:
        rows = made.add("Gather", made.weight("words", words), "ids", name="words.rows")
    size = made.add("Shape", "ids", name="size", start=1, end=2)
    zero, axis = made.weight("zero", np.array([0])), made.weight("first", np.array([0]))
    places = made.add(
        "Slice", made.weight("positions", weights["encoder.positions.weight"]), zero, size, axis, name="positions.rows"
    )
    rows = made.add("Add", rows, places, name="embedded.words")
    for name in ("shapes", "gaps"):
        seen = made.add("Gather", made.weight(f"{name}.weight", weights[f"encoder.{name}.weight"]), name, name=f"{name}.rows")
        rows = made.add("Add", rows, seen, name=f"embedded.{name}")
    return made.norm(rows, "embedded", weights["encoder.norm.weight"], weights["encoder.norm.bias"])


def _layer(made: Graph, rows: str, name: str, weights: Mapping[str, Array]) -> str:
    def own(part: str) -> tuple[Array, Array]:
        weight, bias = weights[f"{name}.{part}.weight"], weights[f"{name}.{part}.bias"]
        relief = weights.get(f"{name}.{part}.relief")  # norms have none
        return (weight * relief if made.small and relief is not None else weight), bias

    def eased(rows: str, part: str) -> str:
        relief = weights[f"{name}.{part}.relief"]
        if not made.small or (relief == 1).all():
            return rows
        return made.add("Mul", rows, made.weight(f"{name}.{part}.ease", 1 / relief), name=f"{name}.{part}.eased")

    weight, bias = own("query_key_value")
    read = eased(rows, "query_key_value")
    heads = []
    for number, part in enumerate(("query", "key", "value")):
        cut = slice(number * WIDTH, (number + 1) * WIDTH)
        # The root of a head's width goes into the query's weights.
        scale = (WIDTH / ATTENTION_HEADS) ** -0.5 if part == "query" else 1.0
        seen = made.dense(read, f"{name}.{part}", weight[cut] * np.float32(scale), bias[cut] * np.float32(scale))
        shape = made.weight(f"{name}.{part}.shape", np.array([0, 0, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS]))
        split = made.add("Reshape", seen, shape, name=f"{name}.{part}.split")
        heads.append(
            made.add("Transpose", split, name=f"{name}.{part}.heads", perm=[0, 2, 3, 1] if part == "key" else [0, 2, 1, 3])
        )
    scores = made.add("MatMul", heads[0], heads[1], name=f"{name}.scores")
    seen = made.add("MatMul", made.add("Softmax", scores, name=f"{name}.shares", axis=-1), heads[2], name=f"{name}.seen")
    joined = made.add("Transpose", seen, name=f"{name}.joined", perm=[0, 2, 1, 3])
    flat = made.add("Reshape", joined, made.weight(f"{name}.flat", np.array([0, 0, WIDTH])), name=f"{name}.rows")
    rows = made.add("Add", rows, made.dense(eased(flat, "attended"), f"{name}.attended", *own("attended")), name=f"{name}.added")
    rows = made.norm(rows, f"{name}.norm_attended", *own("norm_attended"))
    inner = made.add("Gelu", made.dense(eased(rows, "inner"), f"{name}.inner", *own("inner")), name=f"{name}.bent")
    outer = made.add("Add", rows, made.dense(eased(inner, "outer"), f"{name}.outer", *own("outer")), name=f"{name}.further")
    return made.norm(outer, f"{name}.norm_outer", *own("norm_outer"))


def arrays(tagger: Tagger) -> dict[str, npt.NDArray[np.float32]]:
    """What dragoman.tagger.scorers.from_arrays takes."""
    weights = {name: weight.detach().float().numpy() for name, weight in tagger.state_dict().items()}
    found = {f"crf.{name}": crf.scores().detach().numpy() for name, crf in tagger.crfs.items()}  # type: ignore[operator]
    found |= {"arc_root": weights["arc_root"], "label_root": weights["label_root"]}
    found |= {"plover": weights["plover.weight"], "plover_bias": weights["plover.bias"]}
    for name, features in PAIRS.items():
        found[f"{name}.bilinear"] = weights[f"{name}.bilinear"]
        found |= {f"{name}.left": weights[f"{name}.left.weight"], f"{name}.bias": weights[f"{name}.left.bias"]}
        found[f"{name}.right"] = weights[f"{name}.right.weight"]
        found |= {f"{name}.feature{number}": weights[f"{name}.features.{number}.weight"] for number in range(features)}
    return found


def scorers(tagger: Tagger) -> Scorers:
    return from_arrays(arrays(tagger), {})


def export(tagger: Tagger, folder: Path, tokenizer: Path, *, small: bool = True) -> None:
    """Writes a whole model folder. ``small``: in bytes (int8), as it is shipped; else in single precision."""
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(graph(tagger, small=small), folder / GRAPH)
    np.savez(folder / SCORERS, allow_pickle=False, **arrays(tagger))
    shutil.copyfile(tokenizer, folder / TOKENIZER)
    files = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (GRAPH, SCORERS, TOKENIZER)}
    about = described() | {"files": files, "calibration": {}}
    (folder / ABOUT).write_text(json.dumps(about, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def opened(weights: Path) -> Tagger:
    """A tagger with trained weights, for use."""
    tagger = Tagger(0.0)
    tagger.take(torch.load(weights, weights_only=True))
    return tagger.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--whole", action="store_true", help="single precision")
    given = parser.parse_args()
    export(opened(given.weights), given.folder, encoder_folder() / "tokenizer.json", small=not given.whole)


if __name__ == "__main__":
    main()
