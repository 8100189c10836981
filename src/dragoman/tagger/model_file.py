"""The folder that holds a model: what must be in it, and one clear error for all that can be wrong with it."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import DragomanError
from dragoman.tagger import labels

if TYPE_CHECKING:
    from dragoman.tagger.scorers import Scorers

SHIPPED = Path(__file__).with_name("model")
GRAPH, SCORERS, TOKENIZER, ABOUT = "encoder.onnx", "scorers.npz", "tokenizer.json", "tagger.json"


@dataclass(frozen=True)
class Model:
    """An opened model. ``session`` is an onnxruntime.InferenceSession, ``tokenizer`` a tokenizers.Tokenizer."""

    session: Any
    tokenizer: Any
    scorers: Scorers
    sha256: str


def described() -> dict[str, Any]:
    """What every head can say, as a model file states it."""
    return {
        "format": labels.FORMAT,
        "sequences": {name: list(names) for name, names in labels.SEQUENCES.items()},
        "choices": {name: list(names) for name, names in labels.CHOICES.items()},
        "vectors": dict(labels.VECTORS),
        "scorers": {name: list(names) for name, names in labels.SCORERS.items()},
    }


def open_model(folder: Path, threads: int = 1) -> Model:
    """The model of a folder, ready for use. Raises DragomanError if it does not hold a whole model of this version.

    threads   how many one run of the graph uses; a tagger that uses several cores runs several windows side by side instead
    """
    about = _about(folder)
    contents = {name: _checked(folder / name, sha256) for name, sha256 in about["files"].items()}
    import onnxruntime  # type: ignore[import-not-found,import-untyped,unused-ignore]  # noqa: F401
    from tokenizers import Tokenizer  # type: ignore[import-not-found,unused-ignore]

    try:
        tokenizer = Tokenizer.from_str(contents[TOKENIZER].decode("utf-8"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        graph = session(contents[GRAPH], threads)
        scorers = _scorers(contents[SCORERS], about["calibration"])
    except Exception as error:  # both libraries raise what they like
        raise unusable(folder, f"its files are whole, but hold no model: {error}") from error
    return Model(graph, tokenizer, scorers, hashlib.sha256(json.dumps(about["files"], sort_keys=True).encode()).hexdigest())


def session(graph: bytes, threads: int = 1) -> Any:
    """An onnxruntime.InferenceSession of a graph, with the options that the tagger runs it with."""
    import onnxruntime  # type: ignore[import-not-found,import-untyped,unused-ignore]

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # No thread burns a core while it waits.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # onnxruntime's own sum-and-norm takes eight times as long as its sum and its norm.
    return onnxruntime.InferenceSession(
        graph, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


def _about(folder: Path) -> dict[str, Any]:
    try:
        about = json.loads((folder / ABOUT).read_bytes())
    except (OSError, ValueError) as error:
        raise unusable(folder, f"{ABOUT} can't be read: {error}") from error
    if not isinstance(about, dict) or about.get("format") != labels.FORMAT:
        found = about.get("format") if isinstance(about, dict) else None
        raise unusable(folder, f"it has format {found!r}, and this Dragoman reads format {labels.FORMAT}")
    ours = described()
    if wrong := [name for name in ours if about.get(name) != ours[name]]:
        raise unusable(folder, f"its labels differ from this Dragoman's ({', '.join(wrong)})")
    files, calibration = about.get("files"), about.get("calibration")
    if not isinstance(files, dict) or set(files) != {GRAPH, SCORERS, TOKENIZER} or not isinstance(calibration, dict):
        raise unusable(folder, f"{ABOUT} does not name its files and calibration")
    if bent := [name for name, curve in calibration.items() if not _is_curve(curve)]:
        raise unusable(folder, f"calibration must be a slope above 0 and a shift ({', '.join(bent)})")
    return about


def _is_curve(curve: Any) -> bool:
    numbers = isinstance(curve, list) and len(curve) == 2 and all(isinstance(one, int | float) for one in curve)
    return numbers and math.isfinite(curve[1]) and 0 < curve[0] < math.inf


def _checked(path: Path, sha256: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise unusable(path.parent, f"{path.name} can't be read: {error}") from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise unusable(path.parent, f"{path.name} is damaged: its hash is not the one in {ABOUT}")
    return content


def _scorers(content: bytes, calibration: dict[str, list[float]]) -> Scorers:
    import io

    import numpy as np

    from dragoman.tagger.scorers import from_arrays

    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        return from_arrays(dict(arrays), {head: (slope, shift) for head, (slope, shift) in calibration.items()})


def unusable(folder: Path, why: str) -> DragomanError:
    return DragomanError(
        f"The tagger's model in {folder} can't be used: {why}. Install Dragoman again, or name a whole model folder."
    )
