"""Quotations: what the article says that somebody said, with cue and source, direct, indirect and mixed."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.annotate.quoting.attributions import attributed
from dragoman.annotate.quoting.drafts import Draft, draft_of, merged, ordered
from dragoman.annotate.quoting.headlines import find_headlines
from dragoman.annotate.quoting.labelled import labelled
from dragoman.annotate.quoting.marks import find_quoted
from dragoman.annotate.quoting.sources import with_subject
from dragoman.annotate.quoting.transcripts import find_turns
from dragoman.annotate.rules.contents import content_of
from dragoman.annotate.rules.questions import question_of
from dragoman.annotate.rules.reports import Report, find_reports
from dragoman.annotate.rules.units import Unit, units_of
from dragoman.annotate.running import read_runs
from dragoman.annotate.sentences import sentences_in
from dragoman.annotate.tokens import Tokens, body_runs
from dragoman.annotate.trees import Trees
from dragoman.annotations import Quotation, QuotationForm
from dragoman.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.annotate.quoting.marks import Quoted
    from dragoman.annotate.rules.phrases import Range
    from dragoman.annotations import Mention, Sentence, When
    from dragoman.article import Article
    from dragoman.tagger import Tags

_CLAUSE_WORDS = frozenset("that which who whether if because i we you".split())
SHORTEST_TOLD = 40  # characters of a quotation that may tell of another's words
_FLOATING = 20  # characters: quoted words that stand alone are a statement from here on, shorter ones a label


def find_quotations(
    article: Article,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    whens: tuple[When, ...] = (),
    tags: Tags | None = None,
    tokens: Tokens | None = None,
    trees: Trees | None = None,
) -> tuple[Quotation, ...]:
    """The quotations of the running text and of headlines, ordered by where their content begins."""
    runs = read_runs(article)
    quoted = find_quoted(article, runs)
    headlines = map(draft_of, find_headlines(article, mentions))
    known = tokens if tokens is not None else Tokens(article)
    ruled = [*_told_by_form(article), *_ruled(article, sentences, quoted, whens, known), *headlines]
    if tags is None:
        return ordered(ruled)
    title = article.title.span if article.title else None
    trees = trees if trees is not None else Trees(article.text, tags.tokens)
    tagged = (
        replace(one, headline=True) if title is not None and one.content[0] in title else one
        for one in attributed(article, tags, trees, quoted, runs)
    )
    drafts = merged(ruled, tagged)
    return ordered([_with_subject(draft, trees, runs) for draft in drafts])


def _with_subject(draft: Draft, trees: Trees, runs: Sequence[Span]) -> Draft:
    quotation = with_subject(draft.quotation, trees, runs)
    return draft if quotation is draft.quotation else replace(draft, quotation=quotation)


def _told_by_form(article: Article) -> Iterator[Draft]:
    """Turns of a transcript; else signed quotations and labelled speech inside a report."""
    if turns := find_turns(article):
        for turn in turns:
            construct = turn.cue or turn.content[0]
            yield Draft(replace(turn, by_form=True), construct, question=turn.question, answer=turn.answers is not None)
    else:
        yield from map(draft_of, labelled(article, body_runs(article)))


def _ruled(
    article: Article,
    sentences: tuple[Sentence, ...],
    quoted: tuple[Quoted, ...],
    whens: tuple[When, ...],
    tokens: Tokens,
) -> list[Draft]:
    """What the rules find in the running text."""
    drafts: list[Draft] = []
    previous: Unit | None = None
    for unit in units_of(article, sentences, quoted, whens, tokens):
        found = tuple(_drafts(article, unit))
        if not found and previous is not None and drafts and _stands_alone(unit):
            found = _floating(article, unit, drafts, previous)
        drafts.extend(found)
        previous = unit
    return [*drafts, *_nested(article, quoted, whens, tokens)]


def _nested(article: Article, quoted: tuple[Quoted, ...], whens: tuple[When, ...], tokens: Tokens) -> Iterator[Draft]:
    """What somebody quoted says that others said."""
    starts = [when.span.start for when in whens]
    for one in quoted:
        if len(one.inner) >= SHORTEST_TOLD:
            times = whens[bisect_left(starts, one.inner.start) : bisect_left(starts, one.inner.end)]
            for unit in units_of(article, sentences_in(article.text, one.inner), (), times, tokens):
                yield from (draft for draft in _drafts(article, unit) if _is_somebody(article, draft.quotation.source))


def _is_somebody(article: Article, source: Span | None) -> bool:
    """Whether a source is a phrase and no clause: spoken sentences are looser than written ones."""
    return source is not None and _CLAUSE_WORDS.isdisjoint(article[source].lower().split())


def _drafts(article: Article, unit: Unit) -> Iterator[Draft]:
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
            by_rule=True,
        )
        answers = question is not None and report.shape in {"before", "behind"}
        if answers and question is not None:
            yield _asked(unit, question, report)
            question = None
        yield Draft(quotation, unit.over(report.first, report.last), answer=answers)


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
    """``When asked by reporters whether A, X stressed``: asked, source and content; the source is empty where nobody is named."""
    found = question_of(unit, reports)
    if found is None:
        return None
    return found.cue, found.source or (found.construct[1], found.construct[1]), found.content


def _asked(unit: Unit, question: tuple[Range, Range, Range], answer: Report) -> Draft:
    cue, source, content = question
    named = source[1] > source[0]
    return Draft(
        Quotation(
            (unit.over(*content),),
            "indirect",
            unit.over(*cue),
            unit.over(*source) if named else None,
            unit.over(*answer.source) if answer.source else None,
            by_rule=True,
        ),
        unit.over(min(cue[0], source[0]), max(cue[1], source[1])),
        question=True,
    )


# --- quotations without a cue of their own -----------------------------------------------------------------------------------


def _stands_alone(unit: Unit) -> bool:
    """Whether a unit is nothing but quoted words."""
    return bool(unit.quoted) and all(i in unit.quoted or not token.word for i, token in enumerate(unit.tokens))


def _floating(article: Article, unit: Unit, drafts: list[Draft], previous: Unit) -> tuple[Draft, ...]:
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
    return (Draft(Quotation(pieces, "direct"), pieces[0]),)
