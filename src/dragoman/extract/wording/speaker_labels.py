"""Labels that open a paragraph and name who speaks: ``MS. HOLM:``, ``Foreign Minister Ana Costa:``, ``QUESTION (Reuters):``.

Only the label itself is judged here; whether it opens a turn is told by the paragraphs around it, in ``extract.turns``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.extract.dateline import agency_names
from dragoman.extract.wording.stamp_tokens import WEEKDAYS
from dragoman.lexicon import table
from dragoman.lexicon.calendar import MONTHS
from dragoman.lexicon.offices import office_titles

Role = Literal["asks", "answers", "speaks", "lists"]

LONGEST = 250
"""Characters of a paragraph in which the colon of its label is looked for."""
MOST_WORDS = 12

_LABEL = re.compile(
    r"[*_]{0,3}(?P<name>[^\W\d_][^\n\r:：()\[\]*_]{0,99}?)"
    r"(?P<remarks>(?:[^\S\n\r]?[(\[][^()\[\]\n\r]{1,60}[)\]]){0,2})"
    r"[*_]{0,3}[^\S\n\r]?[:：][*_]{0,3}(?=\s|\Z|[\"“‘«(\[]|(?<=[A-Z][:：])[A-Z])"
)
_LETTER = re.compile(r"(?P<name>[QA])(?P<remarks>)\.(?=\s)")
_WORD = re.compile(r"[^\W_][^\s,]*")
_NUMBERED = re.compile(r"#?\d{1,3}")
_OF = re.compile(r"\s(?:of|for|to|in)\s")

_QUESTION = re.compile(r"q\d{0,3}|questions?")
_ANSWER = re.compile(r"a\d{0,3}|answers?")
_ASKING = frozenset("reporter reporters journalist journalists interviewer interviewers correspondent correspondents".split())
_THE_PRESS = frozenset({"press", "media", "the press", "the media"})
_OUTLET = re.compile(
    r"\b(?:news|newspaper|agency|press|wire|radio|tv|television|times|post|daily|herald|tribune|journal|gazette|courier|magazine)\Z",
    re.IGNORECASE,
)

# Who speaks, but is in no table of offices or sources.
_SPEAKING = frozenset(
    """moderator host presenter chair facilitator interpreter translator operator anchor panelist panellist
    participant audience guest voice narrator announcer spokesman spokeswoman spokesperson""".split()
)
_COURTESY = frozenset(
    """mr mrs ms miss dr prof sir dame lord lady madam amb gen col lt capt sgt adm sen rep gov rev hon h.e excellency
    majesty highness""".split()
)
# Small words inside names and offices.
_JOINING = frozenset(
    """of the for and to at in on & - – from a an de da del della di do dos van von der den bin ibn al el la le abu
    ben und""".split()
)
_NEVER_FIRST = frozenset("of for and to at in on from a an or".split())
_LINKING = frozenset({"of", "for", "to", "from"})
# Small letters that a label may have because an office may: "Deputy prime minister:", "Unidentified female reporter:".
_ATTRIBUTES = frozenset(
    """ministry ministerial press state deputy vice former acting foreign prime first second third next last permanent
    special unidentified unknown unnamed female male local another senior""".split()
)
# Labels of credits, lists, asides and headings: no speaker is called so.
_NO_SPEAKERS = frozenset(
    """date time venue place location where when who what why how source sources photo photos picture pictures image
    images video videos audio caption credit credits contact contacts email e-mail phone tel telephone fax mobile
    website web address url price cost costs rating ratings verdict pros cons tag tags topic topics keyword keywords
    subject re cc note notes nb n.b background context update updates updated correction corrections clarification
    disclaimer warning summary abstract conclusion introduction overview highlights takeaways fact facts figure
    figures result results score scores total totals agenda programme program schedule speakers participants panelists
    panellists attendees watch read see related more tip tips step example examples ps p.s name age occupation born
    died education family party title author authors publisher genre director cast starring advertisement ad analysis
    opinion exclusive breaking live interview transcript statement remarks speech quote theme headline chapter part
    section article table chart map graphic day week round game match group poll quiz reality true false featured
    listen download also share published posted first second third finally reason result answer-key bonus winner loser""".split()
)
_NO_FIRST_WORDS = frozenset(
    """photo photos photograph picture image video editing edited reporting written translated compiled produced filed
    posted published updated read see watch listen related more also about click air release running key fact""".split()
)
_NO_LAST_WORDS = frozenset(
    """date time by credit credits courtesy note notes points facts fact here below this that check report""".split()
)
# Words of clauses and greetings. A label is a name or an office and holds none.
_CLAUSE = frozenset(
    """said says say told asked added is are was were be been being has have had would could should must this that
    these those it i you we they he she our your their which who whom whose what when where why how if but because
    before after with than then there by not about into let let's here's it's that's dear hello hi""".split()
)
_CALENDAR = frozenset(name.casefold() for name in MONTHS if name != "May") | WEEKDAYS


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a paragraph.

    end    characters of it, its colon and what marks it as bold included
    words  as they stand, without remarks in brackets
    name   what to compare it by, folded: the surname where a name is all there is besides titles, else all its words
    role   asks: a questioner by its words or outlet; answers: ``A:``; speaks: a name or an office; lists: no speaker at all
    sure   it holds a word that only those who speak have: a title of courtesy, an office, a role in a conversation
    """

    end: int
    words: str
    name: str
    role: Role
    sure: bool


def label_of(paragraph: str) -> Label | None:
    """The label that opens a paragraph; None where it opens with none.

    label_of("QUESTION (Reuters): Will he go?") == Label(19, "QUESTION", "question", "asks", True)
    """
    match = _LABEL.match(paragraph[:LONGEST]) or _LETTER.match(paragraph[:LONGEST])
    if match is None:
        return None
    words = _words(match["name"])
    if not 1 <= len(words) <= MOST_WORDS:
        return None
    folded = [word.casefold() for word in words]
    if folded[0] == "the" and len(folded) > 1:
        folded = folded[1:]
    if _is_list(folded):
        return Label(match.end(), match["name"], " ".join(folded), "lists", sure=False)
    if not _may_name(words):
        return None
    if _ANSWER.fullmatch(folded[0]) and len(folded) == 1:
        return Label(match.end(), match["name"], "answer", "answers", sure=True)
    if _asks(folded, match["name"], match["remarks"]):
        asked = "question" if _QUESTION.fullmatch(folded[0]) else _compared(match["name"], folded)
        return Label(match.end(), match["name"], asked, "asks", sure=True)
    return Label(match.end(), match["name"], _compared(match["name"], folded), "speaks", sure=any(map(_is_speaker, folded)))


def _words(name: str) -> list[str]:
    """The words of a name, without the stops behind them."""
    return [word.rstrip(".'’\"”") for word in _WORD.findall(name.replace("’", "'"))]


def _compared(name: str, folded: list[str]) -> str:
    """``costa`` for ``Foreign Minister Ana Costa``, for ``Ana Costa, Courier`` and for ``COSTA``; offices stay whole."""
    first = _words(name.partition(",")[0])
    last = first[-1].casefold() if first else ""
    whole = not last or last[-1].isdigit() or _is_speaker(last) or any(word in _LINKING for word in folded[: len(first)])
    return " ".join(folded) if whole else last


def _is_list(folded: list[str]) -> bool:
    """A label of credits, of an item in a list, of a heading."""
    if len(folded) == 1 and (folded[0] in _NO_SPEAKERS or folded[0] in _CALENDAR):
        return True
    return len(folded) > 1 and (folded[0] in _NO_FIRST_WORDS or folded[-1] in _NO_LAST_WORDS)


def _may_name(words: list[str]) -> bool:
    """Written as names and offices are: capitals, small words of names, words of offices; no clause."""
    if any(word.casefold() in _CLAUSE for word in words) or (len(words) > 1 and words[0].casefold() in _NEVER_FIRST):
        return False
    return words[0][0].isupper() and all(
        word[0].isupper()
        or word in _JOINING
        or word in _ATTRIBUTES
        or _is_speaker(word)
        or word.startswith(("al-", "el-", "d'", "de-"))
        or (at > 0 and _NUMBERED.fullmatch(word) is not None)
        for at, word in enumerate(words)
    )


def _is_speaker(word: str) -> bool:
    low = word.casefold()
    return low in _COURTESY or low in _SPEAKING or low in _ASKING or low in _offices()


def _asks(folded: list[str], name: str, remarks: str) -> bool:
    """``Question``, a reporter, or somebody whose outlet stands beside the name."""
    if _QUESTION.fullmatch(folded[0]) or " ".join(folded) in _THE_PRESS or not _ASKING.isdisjoint(folded):
        return True
    if " ".join(name.split()).casefold() in agency_names():
        return True
    if any(word in _offices() for word in folded):
        return False
    beside = [remark.strip() for remark in re.split(r"[()\[\]]", remarks)]
    _, comma, behind = name.rpartition(",")
    return any(map(_is_outlet, [*beside, behind.strip()] if comma else beside))


def _is_outlet(words: str) -> bool:
    return bool(words) and (words.casefold() in agency_names() or _OUTLET.search(words) is not None)


@cache
def _offices() -> frozenset[str]:
    """Nouns for persons who speak, and the noun of every office: ``minister`` of ``minister of foreign affairs``."""
    nouns = {row["noun"].casefold() for row in table("speakers") if row["kind"] == "person"}
    return frozenset(nouns | {_OF.split(title)[0].split()[-1] for title in office_titles()} - _JOINING)
