"""The words of a time expression in one spelling: lower case, single blanks, numbers as digits, no articles at the front.

plain("The twenty-first of\u00a0September,") == "21st of september"
"""

from __future__ import annotations

import re

from dragoman.assemble.timing.numbers import spelled_as_digits
from dragoman.assemble.timing.patterns import MONTH_NAMES, UNIT

LONGEST = 120
"""Characters of a time expression that are read: no newsroom writes longer ones."""

_UNITS = rf"(?:{UNIT}s?)"
_MONTHS = "|".join(MONTH_NAMES)
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_DASHES = re.compile(r"[‐-―−]")
_APOSTROPHES = re.compile(r"[‘’ʼ´`]")
_BLANKS = re.compile(r"[\s_]+")
_EDGES = " .,;:()[]\"'“”-!?"
_SHORT_YEAR = re.compile(r"'\d\d(?!\d)")

_DIGIT = re.compile(r"\d")
_AM_PM = re.compile(r"\b([ap])\s?\.?\s?m\b\.*")
_ABBREVIATED = re.compile(r"\b([a-z]{3,9})\.\s?(?=\d)|\b([a-z]{3,4})\.(?=\s|,|$)")
_THOUSANDS = re.compile(rf"\b(\d),(\d{{3}})(?= {_UNITS}\b)")
_JOINED = re.compile(rf"(?<=[a-z0-9])-(?={_UNITS}\b|(?:long|old|1st|half|ago|earlier)\b)")
_UNIT_JOINED = re.compile(rf"\b({_UNITS})-(?=[a-z])")
_PARTED = re.compile(r"\b(mid|early|late|pre|post)-(?=[a-z0-9])")
_COUNT_JOINED = re.compile(rf"(?<=\d)(?={_UNITS}\b)")
_PLURAL_APART = re.compile(r"\b('?\d{1,3}0) s\b")
_TOMORROW = re.compile(r"\btmrw?\b|\btomorow\b")

_SECOND = re.compile(rf"(?<!\d[ -])(?<!ty[ -])\bsecond(?=[\s-](?:of\b|{_UNITS}\b|half\b|world\b|[a-z]{{3,6}}day\b|{_MONTHS}))")
_MONTH_SECOND = re.compile(rf"\b({_MONTHS})\ssecond\b")
_COUPLE = re.compile(r"\b(?:a\s)?couple(?:\sof)?\b")
_DOZEN = re.compile(r"\b(?:a\s)?dozen\b(?!s)")
_LARGE = re.compile(r"\ba\s(?=(?:hundred|thousand)\b)")
_COUNTLESS = re.compile(rf"\b(?:an?|one)\s(?=(?:full\s|whole\s|half\s)?{_UNITS}\b)")
_HALF = re.compile(r"\b(\d+)\s(?:and\s(?:(?:a|1)\s)?half|1/2|½)\s|\b(\d+)½\s?")
_AND_HALF = re.compile(rf"\b(\d+)\s({UNIT})s?\sand\s(?:a|1)\shalf\b")
MOST_ROUNDS = 4
_AGAIN = re.compile(r"[.½]|-[a-z]|second|couple|\ba (?:hundred|thousand)|\d s\b|\d year|[ap] m\b")
"""What one round may leave for the next, in words that nobody writes."""

_FRONT = re.compile(
    r"^(?:(?:the|on|in(?!\s\d{1,4}(?:\.5)?\s)|at(?!\s(?:least|most|night))|of|during|throughout|its|their|his|her|our|your|my)\s)+(?=\S)"
)


def plain(words: str) -> str:
    """The words in one spelling; empty where they are longer than anybody writes them."""
    spelled = _once(words)
    for _ in range(MOST_ROUNDS):
        if not _AGAIN.search(spelled) or (again := _once(spelled)) == spelled:
            break
        spelled = again
    return spelled


def _once(words: str) -> str:
    if not words.isascii() or "`" in words:
        words = _DASHES.sub("-", _APOSTROPHES.sub("'", _UNSEEN.sub("", words)))
    words = _BLANKS.sub(" ", words).strip()
    if len(words) > LONGEST:
        return ""
    words = _spelled(_bare(words.lower()).replace("-and-a-half", " and a half"))
    if "m" in words:
        words = _AM_PM.sub(r"\1m", words)
    if "." in words:
        words = _BLANKS.sub(" ", _ABBREVIATED.sub(_with_a_blank, words.replace(". ", " ")))
    if "-" in words:
        words = _UNIT_JOINED.sub(r"\1 ", _JOINED.sub(" ", _PARTED.sub(r"\1 ", words)))
    words = _BLANKS.sub(" ", _counted(words)).replace(" ,", ",")
    return _without_front(_bare(words))


def _without_front(words: str) -> str:
    """Without articles and the like at the front, and what stood between them."""
    while bare := _FRONT.match(words):
        words = _bare(words[bare.end() :])
    return words


def _bare(words: str) -> str:
    """Without what stands around a time expression; the apostrophe of a short year stays."""
    bare = words.strip(_EDGES)
    at = words.find(bare)
    return f"'{bare}" if at and words[at - 1] == "'" and _SHORT_YEAR.match(words, at - 1) else bare


def _with_a_blank(found: re.Match[str]) -> str:
    """``sept.16``, ``sept. 16`` and ``sept.`` without the point"""
    return f"{found[1]} " if found[1] else found[2]


def _spelled(words: str) -> str:
    """Numbers spelled out as digits."""
    if "second" in words:
        words = _SECOND.sub("2nd", _MONTH_SECOND.sub(r"\1 2nd", words))
    if "couple" in words or "dozen" in words:
        words = _DOZEN.sub("12", _COUPLE.sub("2", words))
    return spelled_as_digits(_LARGE.sub("one ", words))


def _counted(words: str) -> str:
    """As in "1 week" for "a week", "2.5 years" for "two and a half years"."""
    words = _COUNTLESS.sub("1 ", _TOMORROW.sub("tomorrow", words))
    if not _DIGIT.search(words):
        return words
    if "," in words:
        words = _THOUSANDS.sub(r"\1\2", words)
    words = _PLURAL_APART.sub(r"\1s", _COUNT_JOINED.sub(" ", words))
    if "half" in words or "½" in words or "1/2" in words:
        words = _HALF.sub(lambda found: f"{found[1] or found[2]}.5 ", _AND_HALF.sub(r"\1.5 \2s", words))
    return words
