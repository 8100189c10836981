"""The table of rounds of talks: days that can be, rounds in order, sides or names, sources that are stated."""

from __future__ import annotations

from itertools import pairwise

from dragoman.lexicon import RECALLED
from dragoman.lexicon.talks import rounds


def test_a_round_lasts_one_day_to_two_weeks_and_has_a_source() -> None:
    assert [one for one in rounds() if not 0 <= (one.edition.ends - one.edition.begins).days <= 14] == []
    assert [one for one in rounds() if not (one.edition.source.startswith("http") or one.edition.source == RECALLED)] == []


def test_two_sides_or_a_name_tell_the_talks() -> None:
    assert [one for one in rounds() if len(one.sides) < 2 and not one.called] == []


def test_rounds_follow_each_other() -> None:
    pairs = [(a.edition, b.edition) for a, b in pairwise(rounds()) if a.edition.series == b.edition.series]
    assert len(pairs) > 20
    assert [(a, b) for a, b in pairs if (b.number or 0) != (a.number or 0) + 1 or b.begins <= a.ends] == []
