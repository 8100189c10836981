"""Turns of a transcript as quotations: what each speaker says, and which question an answer answers.

Where labels and questions stand is told by the article's parts (``speaker_label``, ``question``); here they become statements.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.annotations import Quotation, Sentence
from dragoman.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.article import Article

_BOLD = "*_"
_BRACKETS = {")": "(", "]": "["}
_LONGEST_DIRECTION = 120
"""Characters of a stage direction such as ``(Laughter.)``; what is longer in brackets is said."""
_ANSWER = re.compile(r"(?:a|answers?) ?\d{0,3}")
# Who leads others to speak, and answers nothing. A chair is among them only by that word alone: a Chair Costa may well answer.
_HOSTS = frozenset("moderator host presenter facilitator interpreter translator operator emcee announcer narrator voice".split())
_CHAIRS = frozenset("chair chairman chairwoman chairperson".split())
_LEAST_FIRST = 3
"""One in so many turns of a speaker who answers comes right behind a question; of one who gives the floor to others, fewer do."""
_MOST_INTRODUCTION = 10
"""Paragraphs above the first turn in which the one interviewed is looked for."""


@dataclass(slots=True)
class _Turn:
    """A turn while it is put together: its label, its words without the colon, its paragraphs, whether it is a question."""

    source: Span
    colon: Span
    key: str
    content: list[Span] = field(default_factory=list)
    question: bool = False


def find_turns(article: Article) -> tuple[Quotation, ...]:
    """One quotation a turn, in text order; ``answers`` are indices into what is returned. None where it is no transcript.

    content   the turn's paragraphs, one span each, without label and without stage directions on a line of their own
    source    the label's words; of ``A:`` those that name the one interviewed, where the page names but one
    cue       the label's colon
    """
    if article.genre != "transcript":
        return ()
    turns = list(_turns(article))
    answering = _answering(turns)
    interviewed = _interviewed(article, turns)
    found: list[Quotation] = []
    question: int | None = None
    for turn in turns:
        if turn.question:
            question = len(found) if turn.content else None
        if not turn.content:
            continue
        answers = question if not turn.question and turn.key in answering else None
        source = interviewed if interviewed is not None and _ANSWER.fullmatch(turn.key) else turn.source
        found.append(Quotation(tuple(turn.content), "direct", turn.colon, source, answers=answers, question=turn.question))
    return tuple(found)


def _turns(article: Article) -> Iterator[_Turn]:
    """The turns in order, those with nothing but stage directions too. What stands above the first label is none."""
    turn: _Turn | None = None
    for part in article.parts_of("speaker_label", "body", "question"):
        if part.kind == "speaker_label":
            if turn is not None:
                yield turn
            turn = _opened(article, part.span)
        elif turn is not None:
            turn.question = turn.question or part.kind == "question"
            if not _is_direction(article[part.span]):
                turn.content.append(part.span)
    if turn is not None:
        yield turn


def _opened(article: Article, label: Span) -> _Turn:
    """A turn by its label: ``**COSTA (via interpreter):**`` -> source ``COSTA``, cue ``:``."""
    text = article[label]
    marked = text.rstrip(_BOLD + " \t")
    end = max(1, len(marked))
    words = _without_remarks(marked[: end - 1])
    lead = len(words) - len(words.lstrip(_BOLD + " \t"))
    name = words[lead:] or text
    start = label.start + (lead if words[lead:] else 0)
    source = Span(start, start + len(name))
    return _Turn(source, Span(label.start + end - 1, label.start + end), _key(name))


def _without_remarks(words: str) -> str:
    """Without what stands in brackets at its end, and without the marks that make it bold."""
    words = words.rstrip(_BOLD + " \t\xa0")
    while (opening := _BRACKETS.get(words[-1:])) and (at := words.rfind(opening)) > 0:
        words = words[:at].rstrip(_BOLD + " \t\xa0")
    return words


def _key(name: str) -> str:
    """A label's words folded for comparing."""
    return " ".join(name.casefold().replace(".", " ").split()).removeprefix("the ")


def _is_direction(paragraph: str) -> bool:
    """``(Laughter.)``, ``[inaudible]``, ``*Applause*``, a row of marks: on a line of its own, and nobody's words."""
    words = paragraph.strip()
    if not any(map(str.isalnum, words)):
        return True
    if len(words) > _LONGEST_DIRECTION:
        return False
    inner = words.strip(_BOLD)
    bracketed = _BRACKETS.get(inner.rstrip(".")[-1:]) == inner[0] and not any(mark in inner[1:-2] for mark in ")]")
    return bracketed or (words[0] in _BOLD and words == f"{words[0]}{inner}{words[0]}" and words[0] not in inner)


# --- who answers -------------------------------------------------------------------------------------------------------------


def _answering(turns: Sequence[_Turn]) -> frozenset[str]:
    """Keys of the labels whose turns answer: the one most often right behind a question, others who often enough are."""
    behind: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    asked = open_ = False
    for turn in turns:
        if turn.question:
            asked = open_ = True
        elif asked and not _leads(turn.key):
            spoken[turn.key] += 1
            behind[turn.key] += open_
            open_ = False
    most = max(behind.values(), default=0)
    return frozenset(key for key, count in behind.items() if count and (count == most or _LEAST_FIRST * count >= spoken[key]))


def _leads(key: str) -> bool:
    """A moderator or an interpreter by the label's words."""
    return key in _CHAIRS or not _HOSTS.isdisjoint(key.split())


def _interviewed(article: Article, turns: Sequence[_Turn]) -> Span | None:
    """Who answers where the label only says ``A:``: the one speaker whom other labels name, else the introduction or the title.

    None where they name several persons, or nobody.
    """
    if not any(_ANSWER.fullmatch(turn.key) for turn in turns):
        return None
    named: dict[str, Span] = {}
    for turn in turns:
        if not (turn.question or _leads(turn.key) or _ANSWER.fullmatch(turn.key)):
            named.setdefault(turn.key, turn.source)
    if named:
        return next(iter(named.values())) if len(named) == 1 else None
    return _introduced(article, turns[0].source.start)


def _introduced(article: Article, before: int) -> Span | None:
    """The one person named above the first turn: in the introduction, or else in the title."""
    from dragoman.annotate.naming.mentions import find_mentions
    from dragoman.annotate.sentences import find_sentences

    running = [part.span for part in article.parts_of("body") if part.span.end <= before][:_MOST_INTRODUCTION]
    introduction = tuple(s for s in find_sentences(article) if any(s.span in paragraph for paragraph in running))
    title = tuple(Sentence(part.span) for part in article.parts_of("title") if part.span.end <= before)
    for sentences in (introduction, title):
        mentions = find_mentions(article, sentences)
        people = [m for m in mentions if m.kind == "person" and m.form == "name" and m.span.end <= before]
        surnames = {article[person.head].split()[-1].casefold() for person in people}
        if surnames:
            return people[0].span if len(surnames) == 1 else None
    return None
