"""Topics: cues that tell what it was about, or what was seen, and no claim: "discussed trade", "referring to the raid"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.assemble.saying.acts.scopes import FINITE, finite_verb, not_its_own
from dragoman.assemble.saying.acts.subjects import Clauses
from dragoman.assemble.saying.acts.wording import plain_words

if TYPE_CHECKING:
    from dragoman.assemble.saying.acts.manners import CueRead
    from dragoman.record import StatementForm

TOPIC = "the text tells what it was about, not what was said"
PERCEIVED = "the text tells what was seen, not what was said"

_READ = 300
"""Characters of a content in which a clause is looked for."""
_QUOTES = frozenset('"“”«»„')
_SUBJECTS = frozenset("i we he she it they there that".split())
_WHAT = frozenset("how whether what why where when who which ways".split())
"""With these begins what was talked about, not what was said of it."""


def no_claim(read: CueRead, content: str, form: StatementForm) -> str | None:
    """Why a cue with this content reports no claim; None where it does."""
    glosses = read.part == "glosses" and (read.form == "ing" or (read.word is not None and read.word.kind == "phrase"))
    if form != "indirect" or not (glosses or read.part in {"topics", "senses"}) or not _QUOTES.isdisjoint(content):
        return None
    clauses = Clauses(plain_words(content[:_READ]), form, headline=False)
    if read.part == "senses":
        return None if _told_of_perception(clauses) else PERCEIVED
    return None if _clause(clauses) else TOPIC


def _clause(clauses: Clauses) -> bool:
    """Whether a content is or holds a claim: a clause that is no question and tells no more of a noun."""
    if clauses.plain(0) in _SUBJECTS:
        return True
    skipped = not_its_own(clauses)
    for at, word in enumerate(clauses.words):
        if word.plain in _WHAT and not skipped[at]:
            return False
        month = word.plain == "may" and word.upper
        if word.plain in FINITE and not month and not skipped[at]:
            return True
    return False


def _told_of_perception(clauses: Clauses) -> bool:
    """Whether "observed" tells a remark: a clause, not "crowds leaving the square"."""
    if clauses.plain(0) in _SUBJECTS:
        return True
    for at, word in enumerate(clauses.words):
        if at and word.plain.endswith("ing") and not word.behind:
            return False
        if finite_verb(clauses, at) or (at and word.plain.endswith("ed") and not word.behind):
            return True
    return False
