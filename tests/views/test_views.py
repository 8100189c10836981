"""Views say what each field means; the terminal shows the same objects."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given, settings

from dragoman.article import FrozenMap, Span
from dragoman.record import Record, Statement
from dragoman.views import article, shown, statements, summary, timeline
from dragoman.views.article import article_view
from dragoman.views.summary import page_summary
from dragoman.views.terminal import MOST_LINES, page_lines, plain
from dragoman.views.terminal_article import article_lines
from tests.store.whole_records import at, records, whole

VIEWS = [
    shown.StatementLine,
    summary.PageSummary,
    summary.BatchSummary,
    article.Mark,
    article.Piece,
    article.ShownPart,
    article.ArticleView,
    statements.OfficeHeld,
    statements.Party,
    statements.Stretch,
    statements.FoundStatement,
    timeline.TimelineEntry,
]


@pytest.mark.parametrize("view", VIEWS)
def test_every_field_says_what_it_means(view: Any) -> None:
    for field in fields(view):
        assert field.metadata["help"].endswith((".", "…")), field.name


def test_a_statement_line_is_read_off_the_record() -> None:
    (line,) = page_summary(whole(), new=True).statements
    assert line.speakers == ("Ana Costa (minister, Gotland)",)
    assert line.words == "We will … in May"
    assert (line.said_on, line.form, line.act, line.mention) == ("2026-05-01", "mixed", "promise", "Minister Ana Costa")
    assert whole().article.text[line.start : line.end] == "We will sign in May"


def test_a_statement_line_says_to_whom_where_and_what_it_answers() -> None:
    (line,) = page_summary(whole(), new=True).statements
    assert (line.addressees, line.where, line.at) == (("Gotland",), "Visby", "Visby round")
    assert (line.answers, line.inside, line.confidence) == (1, 1, 0.75)
    text = whole().article.text
    assert line.mention_at is not None
    assert line.cue_at is not None
    assert (
        [text[slice(*at)] for at in (line.mention_at, line.cue_at)] == [line.mention, line.cue] == ["Minister Ana Costa", "told"]
    )


def shown_article(record: Record) -> str:
    return "\n".join(line.plain for line in article_lines(article_view(record))).replace("\u00a0", " ")


def test_source_cue_and_words_are_told_apart_without_colour() -> None:
    text = shown_article(whole())
    assert "\u201c[1 We will 1] sign [1 in May 1]\u201d, {1 Minister Ana Costa} <1 told> Leo Brandt on Friday." in text
    assert "Marks: [1 what was said 1] · {1 who said it} · <1 words that tell so>" in text


def test_and_with_colour() -> None:
    (text,) = (line for line in article_lines(article_view(whole())) if "Brandt" in line.plain)
    styles = {text.plain[span.start : span.end]: str(span.style) for span in text.spans}
    assert len({styles["We will"], styles["Minister Ana Costa"], styles["told"]}) == 3


def test_what_two_statements_share_is_marked_once() -> None:
    (said,) = whole().statements
    other = replace(said, id="statement-2", content=(at("the Reef Accord of 1974"),), answers="statement-1", inside=None)
    assert "{1,2 Minister Ana Costa} <1,2 told>" in shown_article(replace(whole(), statements=frozenset([said, other])))


def test_marks_inside_each_other_close_in_turn() -> None:
    (said,) = whole().statements
    inner = replace(said, id="statement-2", content=(at("in May"),), mention=at("We"), cue=None)
    outer = replace(said, content=(at("We will sign in May"),))
    text = shown_article(replace(whole(), statements=frozenset([outer, inner])))
    assert "\u201c[1 {2 We} will sign [2 in May 2] 1]\u201d" in text


def test_the_list_says_all_that_is_known_of_a_statement() -> None:
    lines = shown_article(whole()).splitlines()
    at_ = lines.index("Statements")
    start = whole().article.text.index("We will")
    assert lines[at_ + 1] == (
        f"  [1] Ana Costa (minister, Gotland) → Gotland · mixed, promise, headline · 2026-05-01 · {start}-{start + 19}"
    )
    mention, cue = at("Minister Ana Costa"), at("told")
    assert lines[at_ + 2] == (
        f"      written · by “Minister Ana Costa” {mention.start}-{mention.end} · cue “told” {cue.start}-{cue.end}"
        " · in Visby · at Visby round · answers [1] · inside [1] · confidence 0.75"
    )


def test_who_may_have_said_it_is_listed_where_nobody_is_resolved() -> None:
    (said,) = whole().statements
    silent = replace(said, speakers=(), basis=FrozenMap(candidates="two who fit"))
    text = shown_article(replace(whole(), statements=frozenset([silent])))
    assert "[1] ? Gotland → Gotland" in text
    assert "      candidates: two who fit\n" in text
    many = tuple(f"person-{n}" for n in range(5))
    costa = next(actor for actor in whole().actors if actor.kind == "person")
    people = frozenset(replace(costa, id=ref, name=ref.title(), offices=()) for ref in many)
    record = replace(whole(), actors=whole().actors | people, statements=frozenset([replace(silent, candidates=many)]))
    assert "? Person-0 or Person-1 or Person-2 →" in shown_article(record)
    assert "may be Person-0 or Person-1 or Person-2 or Person-3 or Person-4" in shown_article(record)


def test_how_sure_the_date_is_stands_beside_it() -> None:
    page = page_summary(whole(), new=True)
    assert (page.published, page.published_how) == ("2026-05-01", "1 clue; not 1974; confidence 0.50")
    assert article_view(whole()).rejected == (("1974", "a year in the text"),)
    assert article_view(whole()).reasons[0].startswith("“Friday” ")


def test_from_what_the_date_was_reckoned_stands_below_what_speaks_for_it() -> None:
    published = whole().published
    assert published is not None
    why = "“3 days ago”, counted back from the reading of the page, 2026-05-04"
    text = shown_article(replace(whole(), published=replace(published, basis=FrozenMap(edtf=why))))
    assert f"\n      {why}\n" in text
    assert article_view(replace(whole(), published=None)).reckoned is None


def test_what_was_not_resolved_is_said() -> None:
    (said,) = whole().statements
    (date,) = whole().dates
    vague = replace(
        whole(),
        published=None,
        statements=frozenset([replace(said, speakers=(), said_on=None)]),
        dates=frozenset([replace(date, edtf=None)]),
    )
    assert summary.unresolved(vague) == (
        "1 statement without a speaker",
        "1 statement without a date",
        "1 time expression without a date",
        "the day it was published",
    )
    assert summary.unresolved(whole()) == ()


Place = tuple[str, int, int]
"""Role, number of the statement, position."""


@settings(max_examples=60, deadline=None)
@given(record=records())
def test_the_shown_text_is_the_text_and_marks_stand_where_the_record_has_them(record: Record) -> None:
    view = article_view(record)
    opened: Counter[Place] = Counter()
    closed: Counter[Place] = Counter()
    text = ""
    for part in view.parts:
        text += part.before
        for piece in part.pieces:
            opened.update((mark.role, number, len(text)) for mark in piece.opens for number in mark.numbers)
            assert set(piece.roles) == roles_at(record, len(text), len(text) + len(piece.text))
            text += piece.text
            closed.update((mark.role, number, len(text)) for mark in piece.closes for number in mark.numbers)
    assert text == record.article.text
    numbers = {line.id: line.number for line in view.statements}
    stand = [(role, numbers[said.id], span) for said in record.statements for role, span in marked(said)]
    assert opened == Counter((role, number, span.start) for role, number, span in stand)
    assert closed == Counter((role, number, span.end) for role, number, span in stand)


def marked(said: Statement) -> set[tuple[str, Span]]:
    """Every span of a statement that is to be marked, with its role."""
    others = (("source", said.mention), ("cue", said.cue))
    return {("content", span) for span in said.content} | {(role, span) for role, span in others if span is not None}


def roles_at(record: Record, start: int, end: int) -> set[str]:
    return {role for said in record.statements for role, span in marked(said) if span.start <= start and end <= span.end}


@settings(max_examples=40, deadline=None)
@given(record=records())
def test_nothing_of_a_page_commands_the_terminal_and_a_summary_is_short(record: Record) -> None:
    lines = page_lines(page_summary(record, new=True), "dragoman.db", 100)
    assert len(lines) <= MOST_LINES
    assert all(line.cell_len <= 100 for line in lines)
    for line in [*lines, *article_lines(article_view(record))]:
        assert not set(line.plain) & {chr(n) for n in (*range(9), *range(11, 32), *range(127, 160), 0x202E, 0x2066, 0x2028)}


@pytest.mark.parametrize(
    ("words", "safe", "why"),
    [
        ("Ana Costa", "Ana Costa", "nothing to do"),
        ("\x1b[2J", "\\x1b[2J", "an escape sequence"),
        ("\x9b31m", "\\x9b31m", "one in a single character"),
        ("a\rb", "a\\x0db", "a carriage return overwrites the line"),
        ("a\r\nb", "a\nb", "two characters that end a line"),
        ("abc\u202edef", "abc\\u202edef", "an override of direction"),
        ("می\u200cخواهم", "می\u200cخواهم", "the joiner that Persian needs"),
        ("👩\u200d🚀", "👩\u200d🚀", "and the one that emoji need"),
        ("\ud800", "\\ud800", "half a character"),
        ("Übergabe – 日内瓦", "Übergabe – 日内瓦", "other scripts"),
    ],
)
def test_plain(words: str, safe: str, why: str) -> None:
    assert plain(words) == safe, why
