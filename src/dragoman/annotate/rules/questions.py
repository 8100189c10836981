"""Questions that a report leads its answer in with: "Asked whether A, X said B", "In reply to a question about A, X said B"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.annotate.rules.clauses import ASKING, skip_times
from dragoman.annotate.rules.phrases import AUXILIARIES, phrase_right, source_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.annotate.rules.phrases import Range
    from dragoman.annotate.rules.reports import Report
    from dragoman.annotate.rules.units import Unit

_ASKED = frozenset("asked questioned quizzed pressed".split())
_QUESTIONS = frozenset("question questions query queries".split())
_LEADING_IN = frozenset(
    [
        ("in", "reply", "to"),
        ("in", "response", "to"),
        ("in", "answer", "to"),
        ("replying", "to"),
        ("responding", "to"),
        ("answering",),
    ]
)
_ON = frozenset("about on over regarding concerning".split())
_BEHIND_QUESTION = frozenset("asked posed put raised".split())
_FIRST = 4  # tokens before "asked", at most, where nobody asks ("But when later asked")
_SUBJECT = 12  # tokens of whoever asks or is asked
_NOUN = 4  # tokens between "to" and "question"


@dataclass(frozen=True, slots=True)
class Question:
    """A question before its answer; ``construct`` is where cue and source stand, ``source`` None where nobody is named."""

    cue: Range
    source: Range | None
    content: Range
    construct: Range
    answer: Report


def question_of(unit: Unit, reports: Sequence[Report]) -> Question | None:
    """The question that opens a unit, if its first report behind it is the answer."""
    found = _asked(unit) or _when_asked(unit) or _question_noun(unit)
    if found is None:
        return None
    cue, source, begins = found
    behind = max(cue[1], source[1] if source else 0)
    answer = next((r for r in reports if r.first >= behind and r.shape in {"before", "behind"}), None)
    if answer is None or answer.shape != "before" or answer.source is None:
        return None
    ends = _comma_before(unit, answer.first)
    if ends is None or ends <= begins:
        return None
    return Question(cue, source, (begins, ends), (min(cue[0], source[0] if source else cue[0]), behind), answer)


_Found = tuple["Range", "Range | None", int]
"""Cue, source, and where the content begins."""


def _asked(unit: Unit) -> _Found | None:
    """``Asked by X whether A``, ``When asked about A``."""
    at = next((i for i in range(min(_FIRST, len(unit.tokens))) if unit.lower(i) in _ASKED), None)
    if at is None or unit.lower(at - 1) not in {"when", "being", "later", "also", "repeatedly", "further", ""}:
        return None
    return _behind_asked(unit, at)


def _behind_asked(unit: Unit, at: int) -> _Found | None:
    """``asked (on Monday) (by X) whether A``."""
    begins, source = skip_times(unit, at + 1), None
    if unit.lower(begins) == "by":
        source = phrase_right(unit, begins + 1)
        if source is None:
            return None
        begins = skip_times(unit, source[1])
    return _with_content(unit, (at, at + 1), source, begins)


def _when_asked(unit: Unit) -> _Found | None:
    """``When X asked (Y) whether A``, ``When Y was asked whether A``."""
    if unit.lower(0) != "when":
        return None
    at = next((i for i in range(2, min(_SUBJECT, len(unit.tokens))) if unit.lower(i) in _ASKED), None)
    if at is None:
        return None
    if unit.lower(at - 1) in {"was", "were"}:
        return _behind_asked(unit, at)
    source = source_in(unit, 1, at) if unit.lower(at - 1) not in AUXILIARIES else None
    reach = range(at + 1, min(at + _SUBJECT, len(unit.tokens)))
    begins = next((i for i in reach if unit.lower(i) in ASKING or unit.lower(i) == ","), at)
    return _with_content(unit, (at, at + 1), source, begins) if source else None


def _question_noun(unit: Unit) -> _Found | None:
    """``In reply to a question by X about A``."""
    lead = next((len(words) for words in _LEADING_IN if all(unit.lower(i) == word for i, word in enumerate(words))), None)
    if lead is None:
        return None
    at = next((i for i in range(lead, min(lead + _NOUN, len(unit.tokens))) if unit.lower(i) in _QUESTIONS), None)
    if at is None:
        return None
    begins, source = at + 1 + (unit.lower(at + 1) in _BEHIND_QUESTION), None
    if unit.lower(begins) in {"by", "from", "of"}:
        source = phrase_right(unit, begins + 1)
        if source is None:
            return None
        begins = source[1]
    return _with_content(unit, (at, at + 1), source, begins)


def _with_content(unit: Unit, cue: Range, source: Range | None, begins: int) -> _Found | None:
    """Whether what is asked begins at a token: "whether", "about"; "as to" and "that" before it are skipped."""
    begins += 2 * (unit.lower(begins) == "as" and unit.lower(begins + 1) == "to") + (unit.lower(begins) == "that")
    if unit.lower(begins) in _ON:
        return cue, source, begins + 1
    return (cue, source, begins) if unit.lower(begins) in ASKING else None


def _comma_before(unit: Unit, first: int) -> int | None:
    """The comma that ends the question, before the answer or the quoted words that it begins with."""
    at = first - 1
    if at - 1 in unit.quoted and unit.lower(at) == ",":
        at -= 1
    while at in unit.quoted:
        at -= 1
    return at if unit.lower(at) == "," else None
