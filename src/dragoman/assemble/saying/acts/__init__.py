"""Acts: what a statement does, read from its cue and, where the cue only says that something was said, from its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.assemble.saying.acts.manners import SUPPOSED, TRIED, read_cue
from dragoman.assemble.saying.acts.moods import READ, content_act
from dragoman.assemble.saying.acts.topics import no_claim
from dragoman.assemble.saying.acts.wording import longest_at, plain_words
from dragoman.assemble.saying.acts.writings import is_writing
from dragoman.lexicon.content_words import content_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.assemble.saying.acts.manners import CueRead
    from dragoman.assemble.saying.acts.wording import Word
    from dragoman.record import Act, Manner, StatementForm

CUE_READ = 300
"""Characters of a cue that are read; the longest of PolNeAR's has fewer."""

UNKNOWN = "no table knows the cue as a word of speech"
NOBODY = "nobody is named who says so"
_REPORTING = frozenset(
    "said reported reportedly reports report alleged allegedly claimed claims announced accused criticised criticized denied "
    "rumoured rumored warned revealed confirmed told agreed condemned blamed accusations allegations rumours rumors asked "
    "requested".split()
)
"""Words with which something is told without anybody who tells it."""
_QUOTES = frozenset('"“”«»„')
_POSSESSIVES = frozenset("his her its their my our".split())
_EMPHATIC = frozenset("stress|emphasise|emphasize|underline|underscore|highlight|reiterate|reaffirm".split("|"))
_ASKED_BY = frozenset("whether if who what when where why which how him her them me us".split())
_CLAUSE_BEGINS = frozenset("that whether if who what when where why which how i we he she it they there".split())
_FINITE = frozenset("is are was were has had will would can could does did".split())


@dataclass(frozen=True, slots=True)
class ActRead:
    """The act and manner of a statement; ``basis`` says why the manner is held where the cue itself is one of speech."""

    act: Act
    manner: Manner
    basis: str | None = None


def read_act(
    cue: str | None,
    content: str,
    *,
    form: StatementForm,
    question: bool = False,
    document: bool = False,
    headline: bool = False,
    sourced: bool = True,
    source: str = "",
) -> ActRead:
    """The act and manner of one statement. Never raises; time is linear in the text, of which only the beginning is read.

    cue        its words as they stand: a verb group, a noun, a colon; None for a quotation that stands alone
    content    the words that were said, the first 300 characters suffice
    question   the statement is known to be a question
    document   it is a document that speaks
    headline   it stands in a headline
    sourced    the text names somebody who says so
    source     the words that name who or what says so, the first 200 characters suffice

    Example: read_act("warned", "the truce may fail", form="indirect") -> ActRead("warn", "said", None)
    """
    words = plain_words((cue or "")[:CUE_READ])
    beginning = plain_words(content[:120])
    read = read_cue(words, beginning, headline=headline)
    act = _act(read, content[:READ], beginning, form, headline=headline)
    if question and (read.word is None or read.part in {"opens", "light", "passes", "asks"}):
        act = "ask"
    written = document or is_writing(source)
    if form == "direct" and read.basis == TRIED:
        return ActRead(act, "written" if written else "said")
    manner: Manner = "written" if read.manner == "said" and written else read.manner
    if not sourced and form != "direct" and _REPORTING.isdisjoint(word.plain for word in words):
        return ActRead(act, "held", NOBODY)
    if form == "indirect" and not headline and read.manner != "held" and words and words[0].plain == "to":
        return ActRead(act, "held", SUPPOSED)  # "forced both sides to agree": whether they did is not said
    if read.word is None and form == "indirect" and any(word.plain.isalpha() for word in words):
        return ActRead(act, "held", UNKNOWN)
    if manner != "held" and (why := no_claim(read, content, form)):
        return ActRead(act, "held", why)
    return ActRead(act, manner, read.basis)


def _act(read: CueRead, content: str, beginning: Sequence[Word], form: StatementForm, *, headline: bool) -> Act:
    infinitive = _infinitive(beginning)
    if read.part in {"topics", "glosses"}:
        return read.act
    if read.part in {"settles", "withholds", "awaits"} and (read.act != "assert" or read.part == "settles"):
        return read.act
    if read.part == "asks":
        return "request" if infinitive or (beginning and beginning[0].plain == "for") else "ask"
    if read.part == "doubts":
        return "ask" if beginning and (beginning[0].plain in _ASKED_BY or _asked_about(beginning)) else read.act
    if read.part == "bids" and infinitive:
        return "request" if read.act == "warn" else "demand"
    if read.part == "insists":
        return "assert" if beginning and beginning[0].behind in _POSSESSIVES else read.act
    if read.part == "names":
        return "request" if beginning and beginning[0].plain == "to" else _named(read.act, content)
    if read.act not in {"assert", "announce"}:
        return read.act
    told = content_act(content, form, headline=headline)
    if read.part == "proposes":
        return "offer" if told == "demand" or _proposal(beginning) else told or read.act
    if read.word is not None and read.word.word in _EMPHATIC and told is None and _begins_with_gerund(beginning):
        return "demand"
    return told or read.act


def _asked_about(beginning: Sequence[Word]) -> bool:
    """Whether somebody is questioned about something: "the minister about the leak"."""
    return any(word.plain in {"about", "over"} for word in beginning[1:5])


def _infinitive(beginning: Sequence[Word]) -> bool:
    """Whether a content is an infinitive, alone or behind whom it is asked of ("the envoys to leave")."""
    for word in beginning[:8]:
        if word.plain == "to":
            return True
        if word.plain in _FINITE or word.plain in _CLAUSE_BEGINS or not word.plain.isalnum():
            return False
    return False


def _named(act: Act, content: str) -> Act:
    """The act of calling something so: of the first word that praises or blames, else the cue's if quotation marks set it off."""
    words = plain_words(content)
    at = 0
    while at < len(words):
        hit = longest_at(content_words(), words, at)
        tells = frozenset(tell for word in hit[1] for tell in word.tells) if hit else frozenset()
        if tells & {"untrue"}:
            return "deny"
        if tells & {"outrage", "bad", "danger"}:
            return "condemn"
        if tells & {"guilt", "faults", "wrongs"}:
            return "accuse"
        if tells & {"good", "thanks"}:
            return "praise"
        at = hit[0] if hit else at + 1
    return act if _QUOTES & set(content) else "assert"


def _proposal(beginning: Sequence[Word]) -> bool:
    """Whether a content is a proposal: a gerund, an infinitive, a name for a thing, or "that they meet"."""
    plain = [word.plain for word in beginning if word.plain != "that"][:12]
    if not plain:
        return False
    if plain[0] == "to" or plain[0].endswith("ing"):
        return True
    return not any(
        word.plain in _FINITE or word.plain.endswith(("ed", "s")) for word in beginning[:12] if not word.upper | bool(word.behind)
    )


def _begins_with_gerund(beginning: Sequence[Word]) -> bool:
    return bool(beginning) and beginning[0].plain.endswith("ing") and not beginning[0].behind
