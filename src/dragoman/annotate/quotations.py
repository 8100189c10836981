"""Quotations: what the article says that somebody said, with cue and source, direct, indirect and mixed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.annotate.contents import content_of
from dragoman.annotate.headlines import find_headlines
from dragoman.annotate.marks import find_quoted
from dragoman.annotate.phrases import phrase_right
from dragoman.annotate.reports import Report, find_reports
from dragoman.annotate.tokens import body_runs
from dragoman.annotate.units import Unit, units_of
from dragoman.annotations import Quotation, QuotationForm
from dragoman.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.annotate.phrases import Range
    from dragoman.annotations import Mention, Sentence, When
    from dragoman.article import Article

_FLOATING = 20  # characters: quoted words that stand alone are a statement from here on, shorter ones a label
_ASKING = frozenset("whether if about why how what when where who".split())


@dataclass(frozen=True, slots=True)
class _Draft:
    """A quotation before it has a place in the list; ``construct`` is where cue and source stand."""

    quotation: Quotation
    construct: Span
    question: bool = False
    answer: bool = False


def find_quotations(
    article: Article, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], whens: tuple[When, ...] = ()
) -> tuple[Quotation, ...]:
    """The quotations of the running text and of headlines, ordered by where their content begins."""
    quoted = find_quoted(article, body_runs(article))
    drafts: list[_Draft] = []
    previous: Unit | None = None
    for unit in units_of(article, sentences, quoted, whens):
        found = tuple(_drafts(article, unit))
        if not found and previous is not None and drafts and _stands_alone(unit):
            found = _floating(article, unit, drafts, previous)
        drafts.extend(found)
        previous = unit
    drafts.extend(_Draft(q, q.source or q.content[0]) for q in find_headlines(article, mentions))
    return _ordered(drafts)


def _drafts(article: Article, unit: Unit) -> Iterator[_Draft]:
    reports = find_reports(unit)
    question = _question(unit, reports)
    for report in reports:
        if question is not None and report.first < question[1][1]:
            continue
        if (content := content_of(unit, report, reports)) is None:
            continue
        pieces = _spans(article.text, unit, content.pieces)
        if not pieces:
            continue
        quotation = Quotation(
            pieces,
            _form(unit, content.pieces),
            unit.over(*report.cue),
            unit.over(*report.source) if report.source else None,
            unit.over(*content.addressee) if content.addressee else None,
        )
        answers = question is not None and report.shape in {"before", "behind"}
        if answers and question is not None:
            yield _asked(unit, question, report)
            question = None
        yield _Draft(quotation, unit.over(report.first, report.last), answer=answers)


# --- pieces and form -----------------------------------------------------------------------------------------------------------


def _spans(text: str, unit: Unit, pieces: Sequence[Range]) -> tuple[Span, ...]:
    spans = (_span(text, unit, piece) for piece in pieces)
    return tuple(span for span in spans if span is not None)


def _span(text: str, unit: Unit, piece: Range) -> Span | None:
    """The characters of a piece: quoted words without their marks, without the comma that leads to the cue."""
    first, last = piece
    if last - first == 1 and first in unit.quoted:
        inner = unit.quoted[first].inner
        words = text[inner.start : inner.end].rstrip(", ")
        return Span(inner.start, inner.start + len(words)) if words else None
    return unit.over(first, last) if last > first else None


def _form(unit: Unit, pieces: Sequence[Range]) -> QuotationForm:
    inside = [i in unit.quoted for piece in pieces for i in range(*piece)]
    plain = any(unit.tokens[i].word for piece in pieces for i in range(*piece))
    if any(inside):
        return "mixed" if plain else "direct"
    return "indirect"


# --- question and answer -----------------------------------------------------------------------------------------------------


def _question(unit: Unit, reports: Sequence[Report]) -> tuple[Range, Range, Range] | None:
    """``When asked by reporters whether A, X stressed``: asked, source and content of the question."""
    asked = next((i for i in range(min(4, len(unit.tokens))) if unit.lower(i) == "asked"), None)
    if asked is None or unit.lower(asked - 1) not in {"when", "being", ""} or unit.lower(asked + 1) != "by":
        return None
    source = phrase_right(unit, asked + 2)
    answer = next((r for r in reports if r.source is not None and r.shape == "before" and r.cue[0] > asked), None)
    if source is None or answer is None or unit.lower(source[1]) not in _ASKING or unit.lower(answer.first - 1) != ",":
        return None
    return (asked, asked + 1), source, (source[1], answer.first - 1)


def _asked(unit: Unit, question: tuple[Range, Range, Range], answer: Report) -> _Draft:
    cue, source, content = question
    answerer = unit.over(*answer.source) if answer.source else None
    return _Draft(
        Quotation((unit.over(*content),), "indirect", unit.over(*cue), unit.over(*source), answerer),
        unit.over(cue[0], source[1]),
        question=True,
    )


# --- quotations without a cue of their own -----------------------------------------------------------------------------------


def _stands_alone(unit: Unit) -> bool:
    """Whether a unit is nothing but quoted words."""
    return bool(unit.quoted) and all(i in unit.quoted or not token.word for i, token in enumerate(unit.tokens))


def _floating(article: Article, unit: Unit, drafts: list[_Draft], previous: Unit) -> tuple[_Draft, ...]:
    """Quoted words alone, right behind a statement: they run on from a quotation, or follow what it reports.

    A quotation that runs on is one statement: its draft is replaced by a longer one, in the list given.
    """
    last = drafts[-1]
    near = last.quotation.content[-1].start >= previous.span.start or last.construct.start >= previous.span.start
    pieces = _spans(article.text, unit, [(i, i + 1) for i in sorted(unit.quoted)])
    if not near or article.text[previous.span.end : unit.span.start].strip() or sum(map(len, pieces)) < _FLOATING:
        return ()
    if last.quotation.form == "direct" and last.quotation.cue is not None:
        drafts[-1] = replace(last, quotation=replace(last.quotation, content=(*last.quotation.content, *pieces)))
        return ()
    return (_Draft(Quotation(pieces, "direct"), pieces[0]),)


# --- the list ----------------------------------------------------------------------------------------------------------------


def _ordered(drafts: Sequence[_Draft]) -> tuple[Quotation, ...]:
    """Drafts in text order, with the indices of what they stand inside of and what they answer."""
    order = sorted(range(len(drafts)), key=lambda i: (drafts[i].quotation.content[0].start, -drafts[i].quotation.content[-1].end))
    ordered = [drafts[i] for i in order]
    containers = _containers(ordered)
    questions = {id(draft): at for at, draft in enumerate(ordered) if draft.question}
    found = []
    for at, draft in enumerate(ordered):
        answers = next((n for n in reversed(questions.values()) if n < at), None) if draft.answer else None
        found.append(replace(draft.quotation, inside=containers[at], answers=answers))
    return tuple(found)


def _containers(ordered: Sequence[_Draft]) -> list[int | None]:
    """For each draft the innermost one whose content holds its cue and source."""
    open_: list[int] = []
    found: list[int | None] = []
    for at, draft in enumerate(ordered):
        start = min(draft.construct.start, draft.quotation.content[0].start)
        open_ = [i for i in open_ if ordered[i].quotation.content[-1].end > start]
        holders = [i for i in open_ if any(draft.construct in piece for piece in ordered[i].quotation.content)]
        found.append(holders[-1] if holders else None)
        open_.append(at)
    return found
