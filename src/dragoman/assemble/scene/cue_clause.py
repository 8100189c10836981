"""The clause of a cue: which words of its sentence tell of the telling itself, and not of what was said or of somebody else.

``said on Saturday``, ``told reporters in Oslo`` are of the clause; ``who was elected on Monday, said`` is not.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from heapq import heappop, heappush, nsmallest
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dragoman.annotations import Annotations
    from dragoman.record import Statement

LONGEST_SENTENCE = 5_000
"""Characters of a sentence that somebody wrote to be read; of a longer one nothing is told."""

MOST_BESIDE = 12
"""Time expressions, places or cues of one sentence that are looked at, the nearest first; a sentence with more is a list."""

AROUND = 80
"""Characters on either side of source and cue that are close to them."""

FAR = 300
"""Characters between a cue and words of its clause, what was said left out, that no clause has."""

OCCASION = (
    r"(?:meetings?|talks|calls?|conversations?|sessions?|summits?|interviews?|discussions?|dinner|lunch|negotiations|conference|"
    r"briefing|hearing|speech|visit|debate|ceremony)"
)
_AFTER_OCCASION = re.compile(rf"\b(?:after|following)\s+(?:(?!(?:he|she|they|it|we)\b)[\w’'-]+\s+){{0,4}}?{OCCASION}\b", re.I)
"""``after a meeting with her counterpart on Thursday``: the words were said there."""

_SUBORDINATE = re.compile(
    r"\b(?:who|whom|whose|which|that|when|whenever|where|while|whereas|since|until|till|before|because|although|though|if|once|"
    r"whether|after|following|as|ahead|amid|over|responding|referring|commenting|reacting|being|having)\b|;",
    re.I,
)
"""Words that open a clause or phrase whose day is another's: of an arrival, a vote, an attack that is spoken of."""

_RELATIVE = re.compile(r"\s*(?:who|whom|whose|which|where)\b", re.I)
_COORDINATE = re.compile(r"(?:,|\A)\s*(?:and|but|while|so|yet)\b", re.I)
_JOINED = re.compile(r"\b(?:and|but|then)\b", re.I)
_MADE_KNOWN = r"issued|published|released|dated|posted|aired|delivered|held"
_DESCRIBED = re.compile(rf"\b(?!(?:{_MADE_KNOWN})\b)[a-z]{{3,}}ed\s+(?:on\s+)?\Z")
"""``the man arrested on Monday``; not ``a statement issued on Monday``."""

_PUBLISHED = re.compile(rf"\b(?:{_MADE_KNOWN})\b[^,;]{{0,80}}\Z")
"""``A memorandum published by the agency on Wednesday says``: inside the words for the document itself."""

_THEN = re.compile(r"(?:\A,?\s+when|\bwhere)\s+(?:the\s+)?\Z")
"""``in April 2006 when it announced``, ``on Sunday she opened the fair, where she said``: the clause goes on to the cue."""

_TELLING = re.compile(
    r"\s*(?:(?:on|in|at|during|after|following|late|early|earlier|later|speaking|meanwhile|however|also|the same day)\b|\Z)", re.I
)
"""How time and occasion between commas open; anything else there describes somebody: ``Ana Costa, elected on Monday, said``."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """Where a page's sentences begin and end, what stands inside what was said, and which cues share a source.

    edges, inmost   from each edge on, up to the next, the innermost quotation whose content it is, by number; -1 outside of all
    """

    text: str
    sentences: Sequence[Span]
    edges: Sequence[int]
    inmost: Sequence[int]
    cues: Mapping[Span, Sequence[Span]]

    @classmethod
    def of(cls, text: str, annotations: Annotations) -> Clauses:
        cues: defaultdict[Span, list[Span]] = defaultdict(list)
        for quotation in annotations.quotations:
            if quotation.cue and quotation.source:
                cues[quotation.source].append(quotation.cue)
        pieces = ((span, at) for at, quotation in enumerate(annotations.quotations) for span in quotation.content)
        edges, inmost = _levels(sorted(pieces, key=lambda piece: (piece[0].start, -piece[0].end)))
        return cls(text, sorted(sentence.span for sentence in annotations.sentences), edges, inmost, cues)

    def level(self, position: int) -> int:
        """The number of the innermost quotation whose content holds a position, -1 outside of all."""
        at = bisect_right(self.edges, position) - 1
        return self.inmost[at] if at >= 0 else -1

    def sentence_at(self, position: int) -> int:
        """The number of the sentence that holds a position, of the one before it where none does; -1 before the first."""
        return bisect_right(self.sentences, position, key=lambda span: span.start) - 1

    def sentence_of(self, span: Span) -> Span | None:
        at = self.sentence_at(span.start)
        return self.sentences[at] if at >= 0 and span in self.sentences[at] else None

    def around(self, statement: Statement) -> str:
        """The words close around source and cue, outside what was said."""
        cue = statement.cue
        sentence = self.sentence_of(cue) if cue else None
        if cue is None or sentence is None:
            return ""
        near = statement.mention.to(cue) if statement.mention and statement.mention.overlaps(sentence) else cue
        first, last = max(sentence.start, near.start - AROUND), min(sentence.end, near.end + AROUND)
        return without(self.text, first, last, statement.content)

    def beside(self, statement: Statement, spans: Sequence[Span]) -> list[Span]:
        """Of spans in text order those in the clause of the cue, outside what was said, the nearest first."""
        cue = statement.cue
        sentence = self.sentence_of(cue) if cue else None
        if cue is None or sentence is None or len(sentence) > LONGEST_SENTENCE:
            return []
        source = statement.mention or cue
        same = islice(self.cues.get(source, ()), MOST_BESIDE)
        cues = [other for other in same if other in sentence]
        level = self.level(cue.start)
        here = (span for span in within(spans, sentence) if self.level(span.start) == level)
        near = nsmallest(MOST_BESIDE, here, key=lambda span: (max(span.start - cue.end, cue.start - span.end), span.start))
        return [span for span in near if _own(self.text, span, statement, cue, sentence, cues)]


def within(spans: Sequence[Span], whole: Span) -> Iterable[Span]:
    """Of spans in text order those inside another one."""
    first = bisect_left(spans, whole.start, key=lambda span: span.start)
    beyond = bisect_left(spans, whole.end, key=lambda span: span.start)
    return (span for span in spans[first:beyond] if span in whole)


def _levels(pieces: Sequence[tuple[Span, int]]) -> tuple[list[int], list[int]]:
    """From each edge of content on, the number of the quotation whose content began last there."""
    edges = sorted({edge for span, _ in pieces for edge in span})
    inmost, open_now, coming = [], list[tuple[int, int, int, int]](), 0
    for edge in edges:
        while coming < len(pieces) and pieces[coming][0].start <= edge:
            span, quotation = pieces[coming]
            heappush(open_now, (-span.start, -coming, span.end, quotation))
            coming += 1
        while open_now and open_now[0][2] <= edge:
            heappop(open_now)
        inmost.append(open_now[0][3] if open_now else -1)
    return edges, inmost


def _own(text: str, words: Span, statement: Statement, cue: Span, sentence: Span, cues: Sequence[Span]) -> bool:
    """Whether words stand in the clause of the cue itself, and not in one that only describes somebody or something.

    cues   those of the sentence that have the same source: what stands in the clause of one is of the others as well
    """
    source = statement.mention or cue
    if words in source:
        return _PUBLISHED.search(text[source.start : words.start]) is not None
    if words in cue:
        return True  # "yesterday vowed"
    if words.overlaps(source) or words.overlaps(cue):
        return False
    if words.start < min(source.start, cue.start):
        if _RELATIVE.fullmatch(text, source.start, source.end):
            return False
        before = without(text, max(sentence.start, words.start - FAR), words.start, statement.content)
        behind = without(text, words.end, min(source.start, cue.start), statement.content)
        if len(behind) > FAR:
            return False
        behind = _THEN.sub("", behind)
        ended = not (_COORDINATE.search(behind) or _SUBORDINATE.search(behind))
        return ended and _leads(before.rsplit(",", 1)[-1])
    nearest = max((span for span in (source, cue) if span.start < words.start), key=lambda span: span.end)
    between = without(text, words.end, cue.start, statement.content)
    joining = without(text, nearest.end, words.start, statement.content)
    if len(between) > FAR or len(joining) > FAR:
        return False
    if _JOINED.search(between) and not any(_shares(text, source, words, other) for other in cues if other.start < cue.start):
        return False
    described = nearest.end if nearest == cue else nearest.start  # "the man arrested" may be the source; "warned" is the cue
    if _DESCRIBED.search(text, max(described, words.start - AROUND), words.start):
        return False
    return _attached(joining)


def _shares(text: str, source: Span, words: Span, other: Span) -> bool:
    """Whether words are of another cue of the same source, before the one asked for: "said on Monday … and added"."""
    if source.end <= other.start < words.start:
        return True
    return words.end <= other.start and _JOINED.search(text, words.end, other.start) is None


def _leads(words: str) -> bool:
    return _SUBORDINATE.search(_AFTER_OCCASION.sub("", words)) is None


def _attached(words: str) -> bool:
    """Whether what stands between a cue or source and the words leaves them to it: "after talks", "at a meeting in Oslo"."""
    first, *rest = _AFTER_OCCASION.sub(" on ", words).split(",")
    if not rest:
        return _leads(first)
    closed = [piece for piece in rest[:-1] if not _RELATIVE.match(piece)]
    return all(_SUBORDINATE.search(piece) is None for piece in (first, *closed, rest[-1])) and bool(_TELLING.match(rest[-1]))


def without(text: str, start: int, end: int, content: Iterable[Span]) -> str:
    """The words of a stretch that are not content; none where it ends before it begins."""
    kept, at = [], start
    for piece in sorted(content):
        if piece.start < end and piece.end > at:
            kept.append(text[at : max(at, piece.start)])
            at = piece.end
    return "".join((*kept, text[at : max(at, end)]))
