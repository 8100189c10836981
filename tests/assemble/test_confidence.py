"""Confidence: between 0 and 1, and more where more speaks for a statement."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotations import Quotation, QuotationForm
from dragoman.article import Span
from dragoman.assemble.saying.confidence import confidence, right_speaker, signs, weights
from dragoman.assemble.speaking.resolved import How

PLAIN = Quotation((Span(10, 40),), "indirect", Span(5, 9), Span(0, 4), probability=0.8)


@given(st.floats(0, 1) | st.none(), st.booleans(), st.sampled_from(get_args(How)), st.sampled_from(get_args(QuotationForm)))
def test_it_is_a_probability(probability: float | None, by_rule: bool, how: How, form: QuotationForm) -> None:
    told = confidence(replace(PLAIN, probability=probability, by_rule=by_rule, form=form), "said", how)
    assert 0 < told < 1


@given(st.floats(0, 1), st.floats(0, 1))
def test_it_rises_with_the_taggers(one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert confidence(replace(PLAIN, probability=less), "said", "name") <= confidence(
        replace(PLAIN, probability=more), "said", "name"
    )


@pytest.mark.parametrize(
    ("better", "why"),
    [
        (replace(PLAIN, by_rule=True), "the rules found it too"),
        (replace(PLAIN, form="direct"), "quotation marks show where words begin and end"),
    ],
)
def test_what_speaks_for_it(better: Quotation, why: str) -> None:
    assert confidence(better, "said", "name") > confidence(PLAIN, "said", "name"), why


def test_a_name_tells_more_than_a_pronoun() -> None:
    told = [confidence(PLAIN, "said", how) for how in ("name", "pronoun, agreed", "pronoun", "chain")]
    assert told == sorted(told, reverse=True)


def test_every_sign_has_a_weight_and_every_way_a_rate() -> None:
    assert set(signs(PLAIN, "said")) == set(weights())
    assert set(right_speaker()) == set(get_args(How))
