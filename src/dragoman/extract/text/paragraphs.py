"""What is judged as one: a line as it stands, hard-wrapped lines joined, a piece of a line that holds a whole page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from dragoman.extract.text.lines import Line
from dragoman.extract.wording import furniture
from dragoman.extract.wording.speaker_labels import label_of

WRAPPED = (50, 100)
"""Lengths of the lines of hard-wrapped text."""
WHOLE_PAGE = 1500
"""A line longer than this may hold more than one paragraph; those of news are rarely above 1,200 characters."""
ONE_LINE = 500
"""The same where there is no other line, or one."""
MOST_CUTS = 20_000
MOST_PEELED = 60
"""Words at the beginning of such a line among which controls are looked for."""
LONGEST_PEELED = 200
LONGEST_CONTROL = 8
"""Words of the longest control that is peeled off."""

_SENTENCE_END = re.compile(r"[.!?][\"'”’»)]{0,2}(\s+)(?=[\"'“‘«(]?[^\W\d_a-z])|(\s{3,}|\t+)")
_SPOKEN_OUT = '.?!"”’)]…—'
_WORD = re.compile(r"\S+")
_INITIAL = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Sen|Rep|Gov|Lt|Prof|Jr|Sr|vs|No|MR|MRS|MS|DR|GEN|SEN|GOV|U\.S|U\.N|U\.K))$"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of the text that is judged as one: its start, its end, and its words with line breaks made blanks."""

    start: int
    end: int
    text: str


def paragraphs(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """The paragraphs of a page's lines."""
    if is_wrapped(lines):
        return tuple(_joined(group) for group in _groups(lines))
    found: list[Paragraph] = []
    for line in lines:
        if len(line.text) > (WHOLE_PAGE if len(lines) > 2 else ONE_LINE) and len(lines) <= 5:
            found += cut(line)
        else:
            found.append(Paragraph(line.start, line.end, line.text))
    return tuple(found)


def is_wrapped(lines: Sequence[Line]) -> bool:
    """Many lines of a typewriter's length break off within a sentence that the next line takes up."""
    followed = sum(
        above.text[-1] not in '.!?:"”'
        and below.text[0].islower()
        and not below.blank
        and WRAPPED[0] <= len(above.text) <= WRAPPED[1]
        for above, below in pairwise(lines)
    )
    return followed >= 3 and followed >= 0.15 * len(lines)


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that belong together: no blank line between them, and the upper one as full as wrapped lines are."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) <= WRAPPED[1])
    width = lengths[int(0.8 * len(lengths))]
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.blank and _runs_on(groups[-1][-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _runs_on(above: Line, below: Line, width: int) -> bool:
    """The lower line's first word would not have fitted into the upper one, or the sentence goes on; no speaker begins there."""
    first = below.text.split(maxsplit=1)[0]
    if len(above.text) > WRAPPED[1] or (above.text[-1] in _SPOKEN_OUT and _opens_turn(below.text)):
        return False
    return len(above.text) + 1 + len(first) > width - 4 or (below.text[0].islower() and len(above.text) > 0.6 * width)


def _opens_turn(line: str) -> bool:
    label = label_of(line)
    return label is not None and label.sure


def _joined(group: list[Line]) -> Paragraph:
    return Paragraph(group[0].start, group[-1].end, " ".join(line.text for line in group))


def cut(line: Line) -> list[Paragraph]:
    """The pieces of a line that holds a page: controls peeled off its beginning and end, the rest parted after sentences."""
    text = line.text
    head, tail = _peel_head(text), _peel_tail(text)
    begin = head[-1][1] if head else 0
    stop = tail[0][0] if tail else len(text)
    pieces = [*head, *_sentences(text, begin, max(begin, stop)), *tail]
    return [
        Paragraph(line.start + low, line.start + high, words)
        for start, end in pieces
        if (words := text[start:end].strip())
        for low in (text.index(words, start),)
        for high in (low + len(words),)
    ]


def _sentences(text: str, begin: int, stop: int) -> list[tuple[int, int]]:
    pieces, start = [], begin
    for count, match in enumerate(_SENTENCE_END.finditer(text, begin, stop)):
        if count >= MOST_CUTS:
            break
        gap = match.start(1 if match.group(1) else 2)
        if match.group(1) and _INITIAL.search(text[max(0, match.start() - 6) : match.start()]):
            continue
        pieces.append((start, gap))
        start = match.end()
    return [*pieces, (start, stop)] if start < stop else pieces


def _peel_head(text: str) -> list[tuple[int, int]]:
    """Controls at the beginning, one by one; a single word alone is none, prose may begin with it."""
    ends = [match.end() for match in islice(_WORD.finditer(text), MOST_PEELED)]
    pieces: list[tuple[int, int]] = []
    at, word = 0, 0
    while word < len(ends):
        for last in range(min(word + LONGEST_CONTROL, len(ends)) - 1, word - 1, -1):
            if _is_control(text[at : ends[last]]):
                pieces.append((at, ends[last]))
                at, word = ends[last], last + 1
                break
        else:
            break
    sure = len(pieces) > 1 or (pieces and " " in text[: pieces[0][1]].strip())
    return pieces if sure and not text[at : at + 2].strip().islower() else []


def _peel_tail(text: str) -> list[tuple[int, int]]:
    """Controls after the last sentence."""
    last = max(text.rfind(mark) for mark in '.!?"”') + 1
    words = text[last:].strip()
    if last and words and len(words) < 200 and _is_control(words):
        return [(last, len(text))]
    return []


def _is_control(words: str) -> bool:
    """Furniture beyond doubt, by what it says itself."""
    if len(words) > LONGEST_PEELED:
        return False
    reading = furniture.read(words.strip())
    return max(reading.points.values(), default=0.0) >= 2.9 and reading.label < furniture.LABEL
