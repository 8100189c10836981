"""The table of offices held: days that can be, sources that are stated, terms of one office that follow each other."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from itertools import pairwise

from dragoman.lexicon import RECALLED, table
from dragoman.lexicon.holders import TITLES, Holder, holders, terms

TOGETHER = {"presidential candidate", "presidential nominee", "presumptive nominee", "running mate"}
"""Several stand for president at a time."""


def test_days_can_be_and_lie_in_the_years_of_the_table() -> None:
    assert [one for one in holders() if one.ends is not None and one.ends < one.begins] == []
    assert [one for one in holders() if not date(1945, 1, 1) <= one.begins <= date(2026, 12, 31)] == []
    assert [one for one in holders() if one.ends is not None and one.ends < date(1990, 1, 1)] == []


def test_every_row_states_where_its_days_were_compared() -> None:
    stated = re.compile(r"(?:REIGN 2021-03|CountryInfo 2012-01|factbook\.json [0-9a-f]{7} \(CC0\))(?: and successor.*)?")
    assert [row["source"] for row in table("holders") if not (row["source"] == RECALLED or stated.match(row["source"]))] == []
    assert [one for one in holders() if one.checked == (one.source == RECALLED)] == []
    assert sum(one.checked for one in holders()) >= 150


def test_terms_of_one_office_do_not_overlap() -> None:
    held: dict[tuple[str, str], list[Holder]] = defaultdict(list)
    for one in holders():
        held[one.office, one.of].append(one)
    alone = [sorted(each, key=_begins) for (office, _), each in held.items() if office not in TOGETHER]
    following = [pair for each in alone for pair in pairwise(each)]
    assert len(following) > 200
    assert [(a.names[0], b.names[0]) for a, b in following if a.ends is None or a.ends > b.begins] == []


def _begins(one: Holder) -> date:
    return one.begins


def test_every_office_has_titles_and_every_title_is_used() -> None:
    assert {one.office for one in holders()} == set(TITLES)


def test_a_last_name_alone_is_part_of_the_name() -> None:
    said = [(one.names, alone) for one in holders() for alone in one.alone]
    assert [(names, alone) for names, alone in said if not any(alone in name for name in names)] == []


def test_a_title_and_a_name_lead_to_the_terms_meant() -> None:
    assert [one.begins.year for one in terms()["President", "Bush"]] == [1989, 2001]
    assert [one.begins.year for one in terms()["Prime Minister", "Shinzo Abe"]] == [2006, 2012]
    assert ("President", "Merkel") not in terms()
