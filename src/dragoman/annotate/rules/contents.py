"""Contents: what a report reports, as token ranges of its unit; and to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.annotate.rules.clauses import (
    ASKING,
    FAR,
    begins_clause,
    begins_phrase,
    clause_before,
    clause_end,
    finite,
    occasional,
    only_occasion,
    opens_as,
    sentence_start,
    skip_connective,
    skip_times,
    that_behind,
    trimmed,
)
from dragoman.annotate.rules.noun_clauses import noun_clause_end
from dragoman.annotate.rules.noun_cues import clause_of_noun
from dragoman.annotate.rules.phrases import DETERMINERS, PRONOUNS, is_verb, opens_phrase, phrase_right
from dragoman.lexicon.cues import speaker_nouns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.annotate.rules.phrases import Range
    from dragoman.annotate.rules.reports import Report
    from dragoman.annotate.rules.units import Unit

LONG = 7  # tokens: what follows a cue and is longer is a clause, though no verb of it is known
_MEETING = frozenset(
    "meeting meetings talks call conversation phone session summit interview discussion discussions dinner lunch "
    "negotiations".split()
)
_WRITING = frozenset("letter message statement speech remarks address note".split())
_OBJECTS = frozenset("him her them us me it".split())
_BEHIND_OBJECT = frozenset("that to of , : ; . on in at against over for during whether if about as after by".split())
_JOINING = frozenset(", . : ; and".split())
_LEADING = frozenset(", :".split())


@dataclass(frozen=True, slots=True)
class Content:
    """Pieces of content as token ranges in order, and the addressee."""

    pieces: tuple[Range, ...]
    addressee: Range | None = None


def content_of(unit: Unit, report: Report, others: Sequence[Report]) -> Content | None:
    """What a report reports; None where nothing fits: then it is none."""
    if report.shape in {"according", "as"}:
        return _of_according(unit, report, others)
    if report.shape == "noun":
        return _of_noun(unit, report, others)
    if report.shape == "passive":
        spoken_of = report.takes("of") and not report.takes("that")
        pieces = _right(unit, report, others, report.last, told=True)
        return Content(pieces, None if spoken_of else report.told) if pieces else None
    behind = report.last if report.shape == "behind" else report.cue[1]
    spoken_to = _object(unit, behind) if report.takes("object") else None
    start = spoken_to[1] if spoken_to else behind
    rest = only_occasion(unit, start)
    if spoken_to and report.takes("of") and not report.takes("that"):
        spoken_to = None  # the accused is spoken of, not to
    addressee = spoken_to or _addressee(unit, start, min(start + FAR, len(unit.tokens)) if rest is None else rest)
    if report.shape in {"before", "behind"} and rest is not None and (left := _left(unit, report)):
        following = _quoted_behind(unit, rest) if _is_quoted(unit, left) else ()
        return Content((left, *following), addressee)
    pieces = () if report.shape == "behind" else _right(unit, report, others, start, start > behind)
    return Content(pieces, addressee) if pieces else None


# --- to the right of the cue ----------------------------------------------------------------------------------------------


def _right(unit: Unit, report: Report, others: Sequence[Report], start: int, told: bool) -> tuple[Range, ...]:
    """The content behind a cue: quoted words, a clause, an infinitive or a noun phrase, as the cue takes it."""
    quoted = _quoted_at(unit, start, named=report.takes("np"))
    if quoted is not None:
        return _from_quoted(unit, quoted, others, report)
    begins = _beginning(unit, report, start, told)
    if begins is None:
        return ()
    end = clause_end(unit, begins, others, report)
    if report.takes("as") and unit.lower(begins - 1) != "for" and not any(i in unit.quoted for i in range(begins, end)):
        return ()
    if unit.lower(begins) == "to" and end - begins == 2 and unit.lower(begins + 1) == "comment":
        return ()
    return ((begins, end),) if end > begins else ()


def _beginning(unit: Unit, report: Report, start: int, told: bool) -> int | None:
    """Where the content begins, None where the cue takes nothing of what follows it."""
    that = that_behind(unit, start) if report.takes("that", "bare") else None
    if that is not None:
        return that + 1 + (unit.lower(that + 1) == ",")
    behind = start + (unit.lower(start) == ",")
    if report.takes("bare") and report.shape == "before" and opens_as(unit, behind) and _left(unit, report) is None:
        return behind
    asks = next((i for i in range(start, min(start + 6, len(unit.tokens))) if unit.lower(i) in ASKING), None)
    if report.takes("whether") and asks is not None:
        return asks
    timed = skip_times(unit, start)
    if report.takes("to") and unit.lower(timed) == "to" and unit.lower(timed + 1) not in DETERMINERS:
        return timed
    if told and report.takes("of", "on", "against") and unit.lower(start) in {"of", "on", "against"}:
        return start + 1
    late = skip_times(unit, start)
    if report.takes("as"):
        return _called(unit, report, start, late)
    long = len(unit.tokens) - late > LONG
    if report.takes("bare") and begins_clause(unit, late) and (long or finite(unit, late + 1, len(unit.tokens))):
        return late
    if report.takes("np") and begins_phrase(unit, late):
        return late
    return None


def _called(unit: Unit, report: Report, start: int, late: int) -> int | None:
    """``called the plan "a mistake"``, ``called yesterday for restraint``."""
    if unit.lower(late) == "for" and late > start and report.entry is not None and report.entry.base == "call":
        return late + 1
    return start if unit.lower(start) not in {"for", "on", "in", "at"} else None


def _object(unit: Unit, start: int) -> Range | None:
    """The one spoken to, right behind "told", "urged", "accused"."""
    if unit.lower(start) in _OBJECTS:
        return start, start + 1
    last = start
    while last < len(unit.tokens) and last - start < 20 and not _behind_object(unit, start, last):
        last += 1
    if last == start:
        return None
    spoken = any(unit.lower(i) in speaker_nouns() for i in range(start, last))
    return (start, last) if unit.tokens[start].capital or unit.lower(start) in DETERMINERS | {"all", "both"} or spoken else None


def _behind_object(unit: Unit, start: int, at: int) -> bool:
    word = unit.lower(at)
    if unit.tokens[at].quoted or word in _BEHIND_OBJECT or at in unit.times:
        return True
    return at > start and (word in DETERMINERS | PRONOUNS or is_verb(unit, at))


# --- quotations ------------------------------------------------------------------------------------------------------------


def _quoted_at(unit: Unit, start: int, *, named: bool) -> int | None:
    """The quotation that a cue leads into: at once, behind a comma or colon, or behind "in a statement:".

    ``named``: the cue takes a noun phrase, which then stands between ("condemned the raid: …").
    """
    if start in unit.quoted:
        return start
    if unit.lower(start) in _LEADING | {"that"} and start + 1 in unit.quoted:
        return start + 1
    reach = range(start, min(start + FAR, len(unit.tokens)))
    mark = next((i for i in reach if unit.lower(i) in _LEADING or is_verb(unit, i)), None)
    if mark is None or unit.lower(mark) not in _LEADING or mark + 1 not in unit.quoted:
        return None
    return mark + 1 if occasional(unit, start) or (unit.lower(mark) == ":" and not named) else None


def _from_quoted(unit: Unit, at: int, others: Sequence[Report], report: Report) -> tuple[Range, ...]:
    """A quotation behind its cue: alone where a comma or colon leads into it, else the clause that it opens."""
    end = clause_end(unit, at, others, report)
    alone = all(i in unit.quoted or unit.lower(i) in _JOINING for i in range(at, end))
    if alone:
        return tuple((i, i + 1) for i in range(at, end) if i in unit.quoted)
    if unit.lower(at - 1) in _LEADING:
        return ((at, at + 1),)
    if _relative(unit, report) and any(is_verb(unit, i) for i in range(at + 1, end)):
        # A man who said "A" was arrested; a man who said "A" was B: whose verb it is can't be told
        return ((at, at + 1),) if report.takes("np", "as") else ()
    return ((at, end),)


def _relative(unit: Unit, report: Report) -> bool:
    """Whether a cue stands in a relative clause of its source: "a man who said"."""
    return report.source is not None and any(unit.lower(i) == "who" for i in range(report.source[1], report.cue[0]))


def _quoted_behind(unit: Unit, start: int) -> tuple[Range, ...]:
    """Quotations that go on behind cue and source: ``"A", X said, "B"``."""
    at, found = start, []
    while at < len(unit.tokens) and (unit.lower(at) in _JOINING or at in unit.quoted):
        if at in unit.quoted:
            found.append((at, at + 1))
        at += 1
    return tuple(found)


def _is_quoted(unit: Unit, piece: Range) -> bool:
    return all(i in unit.quoted for i in range(*piece))


# --- to the left of the source ---------------------------------------------------------------------------------------------


def _left(unit: Unit, report: Report) -> Range | None:
    """The clause or quotation before ``, X said``."""
    edge = min(report.first, report.source[0] if report.source else report.first)
    if edge - 1 in unit.quoted:
        return _left_quoted(unit, edge - 1)
    if edge == 0 or unit.lower(edge - 1) not in {",", "—", "–", "?", "!"}:
        return None
    return _left_quoted(unit, edge - 2) if edge - 2 in unit.quoted else clause_before(unit, edge - 1)


def _left_quoted(unit: Unit, at: int) -> Range:
    """A quotation before its cue; with the words before it, where it is only the end of their clause."""
    first = at
    while first - 1 in unit.quoted:
        first -= 1
    if first == 0 or not unit.tokens[first - 1].word:
        return first, at + 1
    return skip_connective(unit, sentence_start(unit, first), first), at + 1


# --- according to, as X said -----------------------------------------------------------------------------------------------


def _of_according(unit: Unit, report: Report, others: Sequence[Report]) -> Content | None:
    """``According to X, A``, ``A, according to X``, ``as X said, A``."""
    start = report.last if report.shape == "according" else report.cue[1]
    that = unit.lower(start) == "," and unit.lower(start + 1) == "that"
    if unit.lower(start) == "," and (report.first <= 1 or that):
        begins = start + 1 + that
        end = clause_end(unit, begins, others, report)
        return Content(((begins, end),)) if end - begins > 2 or (begins in unit.quoted and end > begins) else None
    joined = report.shape == "according" and unit.lower(report.first - 1) in {"and", "but", "that"}
    if joined and begins_clause(unit, start) and finite(unit, start + 1, len(unit.tokens)):
        return Content(((start, clause_end(unit, start, others, report)),))  # "and according to the survey it is ours"
    led = unit.lower(report.first - 1) == "," or report.first - 1 in unit.quoted
    if report.first < 2 or (not led and (report.shape == "as" or len(others) > 1)):
        return None  # without a comma it may belong to another report's content: "demanded a trial according to the law"
    end = trimmed(unit, 0, report.first)
    begins = skip_connective(unit, sentence_start(unit, end), end)
    return Content(((begins, end),)) if end - begins >= 3 or _is_quoted(unit, (begins, end)) else None


# --- what a noun reports ---------------------------------------------------------------------------------------------------


def _of_noun(unit: Unit, report: Report, others: Sequence[Report]) -> Content | None:
    """``X's claim that A``, ``a pledge by X to B``."""
    opens = clause_of_noun(unit, report.cue[0], report.last)
    if opens is None or any(_leads_to(unit, other, report, opens) for other in others):
        return None
    begins = opens + (unit.lower(opens) == "that")
    end = noun_clause_end(unit, report.first, opens, clause_end(unit, begins, others, report))
    if end is None or (end - begins < 2 and begins not in unit.quoted):
        return None
    spoken_to = phrase_right(unit, report.last + 1) if unit.lower(report.last) == "to" and opens > report.last else None
    return Content(((begins, end),), spoken_to)


def _leads_to(unit: Unit, other: Report, noun: Report, opens: int) -> bool:
    """``repeated his claim that``: whether the verb before a noun has the same content."""
    takes = other.cue[1] <= noun.first and noun.first - other.cue[1] < FAR and other.takes("that", "bare")
    return takes and that_behind(unit, other.cue[1]) == opens


# --- to whom ---------------------------------------------------------------------------------------------------------------


def _addressee(unit: Unit, start: int, end: int) -> Range | None:
    """``at a meeting with X``, ``in a letter to X``, ``said to X``."""
    for at in range(start, min(end, len(unit.tokens) - 1)):
        word, before = unit.lower(at), unit.lower(at - 1)
        if word == "that" or unit.tokens[at].quoted:
            return None
        met = word == "with" and any(unit.lower(i) in _MEETING for i in range(start, at))
        told = word == "to" and (at == start or before in _WRITING or before.endswith("ly"))
        written = told and opens_phrase(unit, at + 1)
        if (met or written) and (found := phrase_right(unit, at + 1)):
            return found
    return None
