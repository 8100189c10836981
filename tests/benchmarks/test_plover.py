"""Figures of the fold models: how they are counted, and that they are refused for other data."""

from __future__ import annotations

import hashlib
import json
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.tagger import plover


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of figures for a data set of one line, in place of the committed one."""
    data = tmp_path / "data" / "plv" / "train.tsv"
    data.parent.mkdir(parents=True)
    data.write_text("own\n", encoding="utf-8")
    way = {"accuracy": 0.8, "macro_f1": 0.7, "f1": {"AID": 0.7}}
    figures = {"data": hashlib.sha256(data.read_bytes()).hexdigest(), "parties given": way, "without the parties": way}
    path = tmp_path / "plover.json"
    path.write_text(json.dumps(figures), encoding="utf-8")
    monkeypatch.setenv("DRAGOMAN_DATA", str(tmp_path))
    monkeypatch.setattr(plover, "FILE", path)
    plover.stored.cache_clear()
    return path


def test_figures_are_those_of_the_file(told: Path) -> None:
    assert plover.figures() == {"accuracy": 0.8, "macro-F1": 0.7, "macro-F1 without the parties": 0.7}


def test_other_data_are_refused(told: Path) -> None:
    (told.parent / "data" / "plv" / "train.tsv").write_text("another\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="other data"):
        plover.figures()


def test_a_missing_file_says_how_to_make_it(told: Path) -> None:
    told.unlink()
    with pytest.raises(SystemExit, match="plover_folds"):
        plover.figures()


@pytest.fixture
def folds() -> Any:
    for name in ("torch", "onnx", "onnxruntime"):
        pytest.importorskip(name)
    return import_module("training.plover_folds")  # by name: a type checker must not follow it where torch is not installed


def prediction(folds: Any, name: str, gold: str, ours: str, fold: int = 0) -> Any:
    shares = np.where(np.asarray(folds.CLASSES) == ours, 0.9, 0.1)
    return folds.Prediction(name, fold, gold, dict.fromkeys(folds.WAYS, shares))


def test_conceding_and_retreating_are_one_class(folds: Any) -> None:
    assert len(folds.CLASSES) == 15
    merged = folds.merged(np.full(16, 1 / 16, dtype=np.float32))
    assert merged.sum() == pytest.approx(1)
    assert folds.CLASSES[int(merged.argmax())] == "YIELD"


def test_macro_f1_is_the_mean_over_the_classes_that_are_there(folds: Any) -> None:
    found = [
        prediction(folds, "1", "AID", "AID"),
        prediction(folds, "2", "AID", "YIELD", fold=1),
        prediction(folds, "3", "YIELD", "YIELD"),
    ]
    reached = folds.reached(found, "parties given")
    assert reached["f1"] == {"AID": pytest.approx(2 / 3, abs=1e-4), "YIELD": pytest.approx(2 / 3, abs=1e-4)}
    assert (reached["accuracy"], reached["macro_f1"]) == pytest.approx((2 / 3, 2 / 3), abs=1e-4)
