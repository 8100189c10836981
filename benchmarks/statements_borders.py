"""From the record's borders of a statement to PolNeAR's, and back: which words beside source, cue and content belong to them.

The record leaves out the quotation marks around content, "that" before it, stop or comma behind it (gold/GUIDE.md). What PolNeAR
does was counted on its training half, 19,868 attributions with 23,289 fragments of content; "in : out" is inside the fragment, or
right beside it:

- Content. Opening mark 5,770 : 24, closing mark with the stop or comma before it 7,042 : 6, "that" 2,594 : 33. Of content without
  marks the full stop behind it 224 : 7,798; of a quotation whose closing mark is missing 200 : 23. One fragment crosses a line
  break. Sentences that follow each other on a line are one fragment (2,366) rather than two (296).
- Cue. Auxiliaries, negations and "to" before it 3,129 : 99, adverbs 811 : 45, "'s", "'ve" 158 : 3; the one preposition between
  cue and content ("about", "of", "for") 2,566 : 19; the colon behind 368 : 18. What else stands between "said" and its content
  (a day, a place) 137 : 132, the addressee of "told" 3 : 185: both stay as the record has them.
- Source. Appositions and who-clauses before the cue 1,041 : 293, with the comma that closes them 848 : 68; behind the cue
  654 : 367. It depends on the word behind the comma: "a", "an", "the" 720 : 56, "who" 190 : 132, "however", "for", "in",
  "meanwhile", "speaking" 4 : 83.

What all this costs by itself is measured by the round trip: annotated attributions in the record's borders, and back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.tagger.linked import Whole
from benchmarks.tagger.scores import Score, one_to_one
from dragoman.article import Span
from dragoman.record import Statement

MARK = re.compile(r"''|``|[\"“”„‟«»]")
LEAD = re.compile(r"(?:(?<![^\s(\[—–\-“\"‘'«])(?:''|``|[\"“„‟«‘'])|\b[Tt]hat,?[^\S\n]+)\Z")
CLOSING = re.compile(r"[.,?!;…]{0,4}(?:[’']?(?:''|[\"”»])|[’'](?!\w))")
UNCLOSED = re.compile(r"[.?!](?=\s|\Z)")
STOP = re.compile(r"(?<=[\w)%’'])(?<!\b\w)[.,;]\Z")
"""What ends a fragment without marks; not the stop of "U.S." or "…"."""
NO_GAP = re.compile(r"[.,?!;…]{0,3}[^\S\n]*")

BEFORE_CUE = re.compile(
    r"(?:\b(?:ha[sd]|have|having|is|are|was|were|be|been|being|will|would|can|could|may|might|must|shall|should|do|does|did"
    r"|not|never|to|also|now|just|still|later|even|often|first|once|soon|already|again|further|\w+n['’]t|[a-z]+ly)"
    r"|['’](?:s|ve|re|ll|d|m))[^\S\n]+\Z"
)
NOUN_CUE = re.compile(r"(?:an?|the|no|his|her|its|their)\b", re.I)
PREPOSITION = re.compile(r"[^\S\n]+(?:about|of|for|to|on|with|against|as|at|over|in|by|from|into)(?=[^\S\n]*\Z)")

BEFORE, BEHIND = 16, 200
"""Characters looked at before and behind: the longest word to be taken in, the longest apposition."""
IN_APPOSITION = re.compile(r", (?P<first>[^\s,]+)[^\n;:“”\"]*\Z")
NO_APPOSITION = frozenset(
    "in for however meanwhile on as after though although while to during at when where if speaking citing referring adding "
    "echoing he she it they we i and but or especially particularly with about from by has have had is was were such because "
    "since then so".split()
)
NO_APPOSITION_BEHIND = NO_APPOSITION | {"which", "whose", "including"}
APPOSITION_END = re.compile(
    r"\n|;|:| [—–-]{1,2} |, \w+ing\b|[.](?=\n|\Z)|(?<!\b\w)(?<!\b\w\w)(?<!\b\w\w\w)[.?!](?=[”\"’']*(?:\s|\Z))"
)
"""Not the stop of "Gov." or "D.C."."""


def whole(statement: Statement) -> Whole:
    """A statement as three roles, in the record's own borders."""
    mention, cue = ((span,) if span else () for span in (statement.mention, statement.cue))
    return Whole(mention, cue, tuple(sorted(statement.content)))


def widened(text: str, one: Whole) -> Whole:
    """An attribution in the record's borders, in PolNeAR's. No role takes a character that another one has."""
    content = joined(text, [wide for piece in one.content for line in lines(text, piece) for wide in [_content(text, line, one)]])
    cue = tuple(_cue(text, span, one.source, content) for span in one.cue)
    source = tuple(_source(text, span, cue, content) for span in one.source)
    return Whole(source, cue, content)


def lines(text: str, span: Span) -> Iterator[Span]:
    """The parts of a span on each line, without blanks around them."""
    for part in re.finditer(r"[^\s](?:[^\n]*[^\s])?", text[span.start : span.end]):
        yield Span(span.start + part.start(), span.start + part.end())


def joined(text: str, pieces: Iterable[Span]) -> tuple[Span, ...]:
    """Pieces in order; those that follow each other on a line are one."""
    found: list[Span] = []
    for piece in sorted(pieces):
        if found and NO_GAP.fullmatch(text, found[-1].end, max(found[-1].end, piece.start)):
            found[-1] = found[-1].to(piece)
        else:
            found.append(piece)
    return tuple(found)


# --- content -----------------------------------------------------------------------------------------------------------------


def _content(text: str, piece: Span, one: Whole) -> Span:
    others = (*one.source, *one.cue)
    start = _free(_back(text, piece.start, LEAD), piece.start, others)
    if still_open(text[start : piece.end]):
        limit = min((span.start for span in others if span.start >= piece.end), default=len(text))
        closing = CLOSING.match(text, piece.end, limit) or UNCLOSED.match(text, piece.end, limit)
        return Span(start, closing.end() if closing else piece.end)
    return Span(start, piece.end - bool(STOP.search(text[piece.start : piece.end])))


def _back(text: str, start: int, pattern: re.Pattern[str]) -> int:
    """Where the words begin that match one after the other right before a place, else that place."""
    while found := pattern.search(text[max(0, start - BEFORE) : start]):
        start -= len(found[0])
    return start


def _free(start: int, known: int, others: Sequence[Span]) -> int:
    """A start moved to the left, but not over what other roles have."""
    return max([start, *(span.end for span in others if start < span.end <= known)])


def still_open(words: str) -> bool:
    """Whether a quotation mark opens in these words that none closes; a single one only where it comes first."""
    depth = 0
    for mark in MARK.finditer(words):
        opens = mark[0] in "``“„‟«" if mark[0] not in ('"', "''") else not depth
        depth = depth + 1 if opens else max(depth - 1, 0)
    single = words[:1] in ("‘", "'") and words[:2] != "''" and words[-1:] not in ("’", "'")
    return bool(depth) or single


# --- cue ---------------------------------------------------------------------------------------------------------------------


def _cue(text: str, cue: Span, source: Sequence[Span], content: Sequence[Span]) -> Span:
    others = (*source, *content)
    start = cue.start if NOUN_CUE.match(text, cue.start) else _back(text, cue.start, BEFORE_CUE)
    start = _free(start, cue.start, others)
    start += len(text[start : cue.start]) - len(text[start : cue.start].lstrip())
    behind = min((span for span in others if span.start >= cue.end), default=None)
    between = text[cue.end : behind.start if behind else cue.end + 1]
    if between.startswith(":"):
        return Span(start, cue.end + 1)
    found = PREPOSITION.match(between) if behind in content and text[cue.end - 1] != ":" else None
    return Span(start, cue.end + found.end() if found else cue.end)


# --- source ------------------------------------------------------------------------------------------------------------------


def _source(text: str, source: Span, cue: Sequence[Span], content: Sequence[Span]) -> Span:
    behind = min((span.start for span in (*cue, *content) if span.start >= source.end), default=len(text))
    if cue and source.end <= cue[0].start == behind:
        between = text[source.end : behind].rstrip()
        closed = between == "," and ", " in text[source.start : source.end]
        if closed or (between[-1:] == "," and len(between) <= BEHIND and _apposition(between[:-1], NO_APPOSITION)):
            return Span(source.start, source.end + len(between))
    elif cue and cue[0].end <= source.start:
        between = text[source.end : min(behind, source.end + BEHIND)]
        ends = APPOSITION_END.search(between)
        if ends and _apposition(words := between[: ends.start()].rstrip(" ,"), NO_APPOSITION_BEHIND):
            return Span(source.start, source.end + len(words))
    return source


def _apposition(words: str, excluded: frozenset[str]) -> bool:
    found = IN_APPOSITION.match(words)
    first = found["first"].lower() if found else ""
    return bool(first) and first not in excluded and not first.endswith("ing")


# --- the way back ------------------------------------------------------------------------------------------------------------


def narrowed(text: str, one: Whole) -> Whole:
    """An attribution in PolNeAR's borders, in the record's: content without marks, "that", stop and comma, the rest as it is."""
    return Whole(one.source, one.cue, tuple(_narrow(text, piece) for piece in one.content))


def _narrow(text: str, piece: Span) -> Span:
    words = text[piece.start : piece.end]
    start, end = 0, len(words)
    lead = re.match(r"that,?\s+", words, re.I)
    start = lead.end() if lead else 0
    opening = re.match(r"(?:''|``|[\"“„‟«])\s*(?=\S)", words[start:])
    if opening and _one_quotation(words[start:]):
        start += opening.end()
        end = len(re.sub(r"\s*(?:''|[\"”»])\Z", "", words))
    kept = words[start:end].rstrip(" \t.,;:\u00a0")
    return Span(piece.start + start, piece.start + start + len(kept)) if kept.strip() else piece


def _one_quotation(words: str) -> bool:
    """Whether the mark that comes first is closed by the last or by none."""
    marks = list(MARK.finditer(words))
    if len(marks) == 1:
        return True
    return marks[-1].end() == len(words) and all(still_open(words[: mark.start()]) for mark in marks[1:])


def round_trip(documents: Iterable[tuple[str, Iterable[Whole]]]) -> dict[str, Score]:
    """Annotated attributions that are the same after the way to the record's borders and back: by role, and whole."""
    found = dict.fromkeys(("source", "cue", "content", "whole"), Score())
    for text, attributions in documents:
        for one in attributions:
            back = widened(text, narrowed(text, one))
            same = {role: getattr(one, role) == getattr(back, role) for role in ("source", "cue", "content")}
            for role, right in {**same, "whole": all(same.values())}.items():
                found[role] += one_to_one(right, 1, 1)
    return found
