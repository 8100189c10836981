"""Sentences of the running text. They never cross furniture, a blank line, or a line that ends its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.annotate.tokens import body_runs
from dragoman.annotations import Sentence
from dragoman.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.article import Article

CLOSERS = "\"'”’»)]"
OPENERS = "\"'“‘«([„¿¡"
_STOP = re.compile(
    rf"(?P<mark>[.!?…]{{1,8}})(?P<closers>[{re.escape(CLOSERS)}]{{0,4}})(?P<gap>\s{{1,20}})|(?P<line>[ \t]{{0,20}}\n\s*)"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“‘'])(?:[A-Z]|(?:[A-Z]\.)+[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Capt|Cmdr|Maj|Brig|Sgt|Adm|Sen|Rep|Gov|Amb|Hon|Rev|St|Mt|Ft|Jr|Sr"
    r"|No|Nos|vs|etc|e\.g|i\.e|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Co|Corp|Inc|Ltd|Art|para|pp|vol|fig|ca|cf)\Z"
)
_LOOK_BACK = 16  # longer than any abbreviation above
_HARD_WRAP = range(55, 101)  # length of lines in hard-wrapped dumps; a line of that length may break inside a sentence


def find_sentences(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the body, in order, without the blanks around them."""
    return tuple(Sentence(span) for run in body_runs(article) for span in _split(article.text, run))


def sentences_in(text: str, stretch: Span) -> tuple[Sentence, ...]:
    """The sentences of a stretch of text, a quotation perhaps."""
    return tuple(Sentence(span) for span in _split(text, stretch))


def _split(text: str, run: Span) -> Iterator[Span]:
    start = run.start
    for stop in _STOP.finditer(text, run.start, run.end):
        if stop["line"] is not None:
            ends, after = _line_ends(text, start, stop), stop.start()
        else:
            ends, after = _stop_ends(text, stop), stop.end("closers")
        if ends:
            yield from _trimmed(text, start, after)
            start = stop.end()
    yield from _trimmed(text, start, run.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    blank = len(words) - len(words.lstrip())
    if stripped := words.strip():
        yield Span(start + blank, start + blank + len(stripped))


def _stop_ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a full stop ends its sentence: not after an abbreviation or initial, nor before a small letter."""
    if "\n" in stop["gap"]:
        return True
    following = text[stop.end() : stop.end() + 2].lstrip(OPENERS)
    if following[:1].islower():
        return False
    if stop["mark"] == ".":
        before = text[max(0, stop.start() - _LOOK_BACK) : stop.start()]
        return not _ABBREVIATION.search(before)
    return True


def _line_ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a line break without a full stop before it ends the sentence: a heading does, a hard-wrapped line does not."""
    if stop["line"].count("\n") > 1:
        return True
    line = stop.start() - max(start, text.rfind("\n", max(start, stop.start() - 400), stop.start()) + 1)
    following = text[stop.end() : stop.end() + 1]
    if following.islower():
        return False
    return line not in _HARD_WRAP or text[stop.start() - 1] in ":;"
