"""Every rule has a line in a table of the grammar's tests, and every family the words that let its rules be tried."""

from __future__ import annotations

import re

import pytest

from dragoman.assemble.timing.families import FAMILIES
from dragoman.assemble.timing.grammar import tokens_of
from dragoman.assemble.timing.wording import plain
from tests.assemble.timing import (
    test_grammar_counted,
    test_grammar_days,
    test_grammar_near,
    test_grammar_pieces,
    test_grammar_vague,
    test_grammar_years,
)
from tests.assemble.timing.reckoned import Row, reading

TABLES: dict[str, tuple[Row, ...]] = {
    name: rows
    for module in (
        test_grammar_days,
        test_grammar_years,
        test_grammar_near,
        test_grammar_counted,
        test_grammar_vague,
        test_grammar_pieces,
    )
    for name, rows in vars(module).items()
    if isinstance(rows, tuple) and name.isupper()
}


@pytest.mark.parametrize("table", TABLES)
def test_lines_are_told_apart(table: str) -> None:
    lines = [(words, moment) for words, moment, *_ in TABLES[table]]
    assert len(lines) == len(set(lines)), "a line stands twice"


def test_each_rule_has_a_line() -> None:
    taken = {reading(words).rule for rows in TABLES.values() for words, *_ in rows}
    missing = [rule[0] for family in FAMILIES for rule in family.rules if rule not in taken]
    assert not missing, "no line of a table is read by these"


def test_no_family_keeps_its_rules_from_what_they_read() -> None:
    for rows in TABLES.values():
        for words, *_ in rows:
            spelled = plain(words).removeprefix("the ")
            for family in FAMILIES:
                if family.words is not None and family.words.isdisjoint(tokens_of(spelled)):
                    assert not [rule for rule in family.rules if re.fullmatch(rule[0], spelled)], words
