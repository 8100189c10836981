"""Confidence: how likely a statement is right, words and speaker, by what found it and by what told its speaker.

``statement_weights.tsv`` is fitted by ``benchmarks/fit_confidence.py`` on PolNeAR's development half, where right means that the
contents share half of their characters and the sources overlap; ``speakers.tsv`` holds how often each way of telling a speaker
was right on pages whose speakers are annotated. The two are multiplied, as if they were independent.
"""

from __future__ import annotations

import math
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dragoman.annotations import Quotation
    from dragoman.assemble.speaking.resolved import How
    from dragoman.record import Manner

BY_FORM = 0.96
"""(right + 1) / (seen + 2) of what its form alone tells: 12 turns of a transcript, 10 headlines."""
SURE = 4.0
"""Log-odds beyond which the tagger's probability tells no more."""


def confidence(quotation: Quotation, manner: Manner, how: How) -> float:
    """Probability in (0, 1) that the words are a statement with these borders and that speaker."""
    if quotation.by_form:
        return round(BY_FORM * right_speaker()[how], 4)
    told = sum(weights()[name] * value for name, value in signs(quotation, manner).items())
    return round(_logistic(told) * right_speaker()[how], 4)


def signs(quotation: Quotation, manner: Manner) -> Mapping[str, float]:
    """What speaks for and against a quotation, by name."""
    tagged = quotation.probability is not None
    odds = _log_odds(quotation.probability) if quotation.probability is not None else 0.0
    return {
        "always": 1.0,
        "log-odds of the tagger": odds,
        "only the rules": float(not tagged),
        "rules and tagger": float(tagged and quotation.by_rule),
        "direct": float(quotation.form == "direct"),
        "mixed": float(quotation.form == "mixed"),
        "several pieces": float(len(quotation.content) > 1),
        "held": float(manner == "held"),
        "no source": float(quotation.source is None),
        "no cue": float(quotation.cue is None),
    }


@cache
def weights() -> Mapping[str, float]:
    """Weight of each sign."""
    return _table("statement_weights.tsv")


@cache
def right_speaker() -> Mapping[str, float]:
    """How often a speaker is right, by what told it."""
    return _table("speakers.tsv")


def _table(name: str) -> Mapping[str, float]:
    lines = resources.files(__package__ or "dragoman.assemble.saying").joinpath(name).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return MappingProxyType({name: float(value) for name, value in rows})


def _log_odds(probability: float) -> float:
    edge = _logistic(-SURE)
    inside = min(max(probability, edge), 1 - edge)
    return math.log(inside / (1 - inside))


def _logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
