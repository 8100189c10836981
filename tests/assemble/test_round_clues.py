"""Rounds of talks that a text puts a month, a week or a year back, as clues to its own day."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.assemble.dating.round_clues import ROUND_WEIGHT, round_clues
from dragoman.lexicon.negotiations import negotiations
from tests.strategies import article_of

BOTH = "Russia and Japan want a peace treaty. "


@pytest.mark.parametrize(
    ("text", "allowed", "barred", "why"),
    [
        (f"{BOTH}Last month they held the first round of talks.", date(2019, 2, 16), date(2019, 3, 1), "the month after it"),
        (f"{BOTH}Last week they held the first round of talks.", date(2019, 1, 21), date(2019, 1, 18), "the week after it"),
        (f"{BOTH}Last year they held the first round of talks.", date(2020, 5, 5), date(2019, 5, 5), "the year after it"),
        (f"{BOTH}Last month they held the third round of talks.", date(2019, 6, 3), date(2019, 2, 16), "by its number"),
        (f"{BOTH}Last month they held talks.", date(2019, 6, 3), date(2019, 4, 3), "any of its rounds"),
    ],
)
def test_which_days_a_round_allows(text: str, allowed: date, barred: date, why: str) -> None:
    article = article_of(text)
    (clue,) = round_clues(article, annotate(article))
    assert clue.speaks_for(allowed) == ROUND_WEIGHT, why
    assert clue.speaks_for(barred) == 0, why
    assert not clue.exact, "it names no day itself"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Russia wants a peace treaty. Last month it held the first round of talks.", "the other party is not named"),
        ("Russia and Japan trade. Last month they held the first round of talks.", "nothing tells on what"),
        (f"{BOTH}Last month they signed it.", "no talks"),
        (f"{BOTH}Last month it rained. They held the first round of talks.", "another sentence"),
        (f"{BOTH}Last month they held the ninth round of talks.", "no such round"),
        (f"{BOTH}On Friday they held the first round of talks.", "nothing that counts back from the day of the page"),
    ],
)
def test_no_clue(text: str, why: str) -> None:
    article = article_of(text)
    assert round_clues(article, annotate(article)) == (), why


def test_every_round_is_of_a_known_negotiation_and_has_its_days() -> None:
    assert all(one.rounds for one in negotiations())
    assert all(one.begins <= one.ends for negotiation in negotiations() for one in negotiation.rounds)
    assert not any(one.checked for negotiation in negotiations() for one in negotiation.rounds)
