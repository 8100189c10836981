"""Calibration and its error, on claims whose truth is known."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.tagger.reliability import Panel, figure
from training.calibrate import Bin, Curve, Said, binned, crossed, expected_error, fitted, said

pairs = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60)


def drawn(curve: Curve, count: int = 20_000, seed: int = 0) -> Said:
    """Claims that are right as often as the curve of their probability says."""
    chance = np.random.default_rng(seed)
    sure = chance.beta(3, 1, count)
    return sure, chance.random(count) < curve(sure)


@pytest.mark.parametrize(
    ("claims", "bins", "expected", "why"),
    [
        ([(1.0, True), (1.0, True)], 10, 0.0, "sure and right"),
        ([(1.0, False), (1.0, False)], 10, 1.0, "sure and wrong"),
        ([(0.5, True), (0.5, False)], 1, 0.0, "half is half"),
        ([(0.5, True), (0.5, False)], 2, 0.5, "bins of one"),
        ([(0.2, False), (0.2, False), (0.8, True), (0.8, True)], 2, 0.2, "both a fifth off"),
        ([], 10, 0.0, "nothing said"),
    ],
)
def test_expected_error(claims: list[tuple[float, bool]], bins: int, expected: float, why: str) -> None:
    assert expected_error(said(claims), bins) == pytest.approx(expected), why


@settings(max_examples=60, deadline=None)
@given(pairs)
def test_the_error_is_a_share_and_bins_hold_every_claim(claims: list[tuple[float, bool]]) -> None:
    assert 0.0 <= expected_error(said(claims)) <= 1.0
    bins = binned(said(claims))
    assert sum(one.count for one in bins) == len(claims)
    assert max(one.count for one in bins) - min(one.count for one in bins) <= 1
    assert [one.said for one in bins] == sorted(one.said for one in bins)


@pytest.mark.parametrize("curve", [Curve(1, 0), Curve(0.4, -0.5), Curve(2.5, 1.0), Curve(0.7, 2.0)])
def test_a_curve_is_found_again(curve: Curve) -> None:
    found = fitted(drawn(curve))
    assert (found.slope, found.shift) == pytest.approx((curve.slope, curve.shift), abs=0.12)


@settings(max_examples=60, deadline=None)
@given(pairs)
def test_a_curve_keeps_order_whatever_it_was_fitted_on(claims: list[tuple[float, bool]]) -> None:
    curve = fitted(said(claims))
    risen = curve(np.linspace(0, 1, 50))
    assert curve.slope > 0
    assert (np.diff(risen) >= 0).all()
    assert ((risen > 0) & (risen < 1)).all() or np.isfinite(risen).all()


def test_calibrated_crosswise_the_error_goes() -> None:
    curve = Curve(0.4, -0.5)
    one, other = drawn(curve, seed=1), drawn(curve, seed=2)
    assert expected_error(one) > 0.2
    assert expected_error(crossed(one, other)) < 0.02


def test_calibration_of_the_other_half_alone_is_used() -> None:
    always, never = said([(0.5, True)] * 50), said([(0.5, False)] * 50)
    sure, right = crossed(always, never)
    assert expected_error((sure, right)) > 0.8, "each half was told what holds on the other"


def test_a_figure_is_one_file_that_says_what_it_shows() -> None:
    bins = (Bin(0.2, 0.1, 5), Bin(0.8, 0.9, 5))
    panels = [Panel(f"head <{number}>", bins, bins, 0.1, 0.02) for number in range(5)]
    drawing = figure(panels)
    root = ElementTree.fromstring(drawing)
    assert drawing == figure(panels)
    assert "http" not in drawing.replace("http://www.w3.org/2000/svg", ""), "nothing is fetched"
    assert "prefers-color-scheme: dark" in drawing
    assert len(root.findall(".//{*}g")) == 5
    assert "head <4>: calibration error 0.100 before, 0.020 after" in (root.findtext("{*}desc") or "")
