"""Where a report says it was written: ``OSLO (Reuters) -``, ``CAIRO – 26 July 2022:``, ``GENEVA, March 3 (Reuters) -``.

Only the beginning of the first paragraph is looked at. It is read from left to right as places, agencies and dates with the marks
between them, up to the dash, colon or point that ends it; anything else on the way, and it is no dateline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from dragoman.article import Dateline, Span, Words
from dragoman.extract.wording import stamps
from dragoman.extract.wording.stamp_tokens import WEEKDAYS
from dragoman.lexicon import alternatives, table
from dragoman.lexicon.states import readings

LONGEST = 140
"""Characters a dateline may take: three cities, a state, an agency and a date."""
SHORTEST_PARAGRAPH = 120
"""Characters: what is shorter and opens with an unknown name and a colon is a headline with its speaker."""
MOST_PIECES = 12
TURNS_WITHIN = 20_000
"""Characters in which turns of speakers are looked for."""

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_PLACE = re.compile(
    rf"(?:(?:St|ST|Mt|MT|Ft|FT)\.?\s)?{_UPPER}[^\W\d_]*(?:[-'’][^\W\d_]+)*"
    rf"(?:(?:\s(?:de|del|da|do|dos|la|le|les|el|al|of|the|upon|on|am|sur|es|DE|OF))?\s{_UPPER}[^\W\d_]*(?:[-'’][^\W\d_]+)*){{0,3}}"
)
_ABBREVIATED = re.compile(r"(?:[A-Z]\.){2,4}")
_AGENCY = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+)?\s(?:News(?:\sAgency)?|Agency|Newswire|Newsroom)(?=[\s,/(:–—-])")
_SLASHED = re.compile(r"/([^/\n,.]{2,40})/")
_BRACKETED = re.compile(r"[(\[（]([^()\[\]\n]{2,60})[)\]）]")
_LINK = re.compile(r"\s*[,/;&]\s*|\s+and\s+|\s*\.(?=\s*[/(])\s*|\.\s+(?=[A-Z]{3})|\s+")
_DASH = re.compile(r"\s*(?:--+|\.\s?[-–—]+(?=\s)|[—–―‒−]+|-+(?=[\s\"“]|$))\s*")
_TIGHT_DASH = re.compile(r"\s*-")
_COLON = re.compile(r"\s*:\s*")
_POINT = re.compile(r"\s*\.\s+")
_TURN = re.compile(r"^\s*[A-ZÀ-Þ][\w .'’-]{1,50}:\s", re.MULTILINE)
_PRESS = re.compile(
    r"\b(?:news|agency|press|wire|radio|tv|times|post|daily|herald|tribune|newsroom|bureau|online)\b", re.IGNORECASE
)
_OPENS_SENTENCE = re.compile(r"[\"“‘'«(\[]*(?:[^\W\d_a-zß-öø-ÿ]|\d)")
# Capitals that name bodies, not cities, where a sentence begins with them.
_ACRONYMS = frozenset(
    """nato un u.n unsc unga eu e.u ec ep imf wto who iaea opec osce asean brics sco g7 g8 g20 apec au icc icj ilo itu fao
    unesco unicef unhcr unrwa undp wfp gcc oic cis csto eaeu nafta usmca aukus quad mercosur oas ecowas sadc us u.s
    usa u.s.a uk u.k uae u.a.e dprk rok prc drc ussr fbi cia pla idf irgc isis isil ngo ngos ceo gdp covid""".split()
)
_INITIALS = frozenset({"DC", "UAE", "UK", "UN", "US", "USA"})
"""Stay as they are in a place's name."""

# Words that open a label or a text of another kind, in capitals or not: no places.
_NO_PLACES = frozenset(
    """analysis opinion editorial comment exclusive breaking update updated live watch video photo photos gallery interview
    explainer factbox timeline profile review feature background summary abstract introduction conclusion note notes
    question questions answer answers q a read more related also file fact facts highlights brief briefing news world
    politics business sport sports economy op-ed letter letters column transcript statement remarks speech moderator
    host anchor reporter correspondent president minister secretary ambassador mr mrs ms dr sir story by source
    sources topic topics tags published posted date time location venue where when who what why how subject issue
    issues report reports warning correction clarification editors image picture caption podcast yes no but and
    however first second third finally today yesterday tomorrow title author written edited on in at after before for
    as by from with while when although if since under over our we i it he she they this that these those there""".split()
)


@dataclass(frozen=True, slots=True)
class _Pieces:
    """What has been read of a dateline, up to ``at``; ``within`` covers all its places."""

    at: int = 0
    places: tuple[str, ...] = ()
    within: tuple[int, int] | None = None
    agency: str | None = None
    sure: bool = False
    day: tuple[int, int] | None = None
    ended: str = ""


def spelled(place: str) -> str:
    """A place that the wire prints in capitals, as it is spelled elsewhere; the span keeps the capitals.

    spelled("ST. PETERSBURG, Russia") == "St. Petersburg, Russia"
    """
    return re.sub(
        r"[^\W\d_]{2,}", lambda word: word[0].capitalize() if word[0].isupper() and word[0] not in _INITIALS else word[0], place
    )


def find(text: str, paragraph: Span) -> Dateline | None:
    """The dateline that opens a paragraph, or None; of the rest of the text only later turns of speakers are counted.

    find("OSLO (Reuters) - Talks …", Span(0, 24)) -> place Oslo, agency Reuters, the span of "OSLO (Reuters) -"
    """
    head = text[paragraph.start : min(paragraph.end, paragraph.start + 2 * LONGEST)]
    read = _read(head)
    if read is None or read.at > LONGEST or not _holds(read, head, text, paragraph):
        return None
    day = None
    if read.day is not None:
        start, end = read.day
        day = Words(head[start:end], Span(paragraph.start + start, paragraph.start + end))
    place = spelled(head[read.within[0] : read.within[1]]) if read.within else None
    end = len(head[: read.at].rstrip())
    return Dateline(place, read.agency, Span(paragraph.start, paragraph.start + end), day)


def _read(head: str) -> _Pieces | None:
    """Read pieces until a mark ends them; None where something else stands there."""
    read: _Pieces | None = _Pieces()
    for _ in range(MOST_PIECES):
        read = read and _piece(head, read)
        if read is None:
            return None
        if end := _end(head, read):
            dashed = replace(read, at=end[0], ended=end[1])
            return _dated_after_dash(head, dashed) or dashed
        link = None if _opens_bracket(head, read.at) else _LINK.match(head, read.at)
        if link is None and not _opens_bracket(head, read.at):
            return None
        if link is not None and not _opens_bracket(head, read.at):
            read = replace(read, at=link.end())
    return None


def _opens_bracket(head: str, at: int) -> bool:
    space = len(head) - len(head[at:].lstrip()) - at
    return bool(_BRACKETED.match(head, at + space) or _SLASHED.match(head, at + space))


def _dated_after_dash(head: str, read: _Pieces) -> _Pieces | None:
    """``CAIRO – 26 July 2022:`` has its date after the dash."""
    if read.ended != "dash" or (dated := stamps.leading(head[read.at : read.at + 60])) is None:
        return None
    after = read.at + dated[0]
    for name, mark in (("dash", _DASH), ("colon", _COLON), ("point", _POINT)):
        if found := mark.match(head, after):
            return replace(read, at=found.end(), day=(read.at, after), ended=name)
    return None


def _piece(head: str, read: _Pieces) -> _Pieces | None:
    """One more piece: an agency in brackets or strokes, a date, an agency's name, a place."""
    at = read.at + len(head[read.at :]) - len(head[read.at :].lstrip())
    if bracket := _BRACKETED.match(head, at) or _SLASHED.match(head, at):
        return _bracketed(head, read, bracket)
    if dated := stamps.leading(head[at : at + 60]):
        day = read.day if read.day and dated[1] is None else (at, at + dated[0])
        return replace(read, at=at + dated[0], day=day)
    if named := _AGENCY.match(head, at):
        return replace(read, at=named.end(), agency=named.group(), sure=False)
    place = _PLACE.match(head, at) or _ABBREVIATED.match(head, at)
    if place is None:
        return None
    name = place.group()
    if read.places and (short := name.split("-")[0]).casefold() in agency_names() and len(short) < len(name):
        return replace(read, at=place.start() + len(short), agency=short, sure=True)
    if name.casefold() in agency_names() and (read.places or not name.isupper() or len(name) > 3):
        return replace(read, at=place.end(), agency=name, sure=True)
    within = (read.within[0] if read.within else place.start(), place.end())
    return replace(read, at=place.end(), places=(*read.places, name), within=within)


def _bracketed(head: str, read: _Pieces, bracket: re.Match[str]) -> _Pieces | None:
    inside, begin, day = bracket.group(1).strip(), bracket.start(1), read.day
    if dated := stamps.leading(inside):
        day = (begin, begin + dated[0])
        inside = inside[dated[0] :].strip(" ,-–—")
    if not inside:
        return replace(read, at=bracket.end(), day=day)
    if not _may_be_agency(inside):
        return None
    return replace(read, at=bracket.end(), day=day, agency=inside, sure=True)


def _end(head: str, read: _Pieces) -> tuple[int, str] | None:
    """Where the dateline ends, and by which mark."""
    at = read.at
    for name, mark in (("dash", _DASH), ("colon", _COLON)):
        if (found := mark.match(head, at)) and found.end() < len(head):
            return found.end(), name
    if read.sure and (found := _TIGHT_DASH.match(head, at)):
        return found.end(), "dash"
    if read.sure and head[at - 1] in ")]/）":
        if found := _POINT.match(head, at):
            return found.end(), "point"
        if read.places and re.match(r"\s+[A-ZÀ-Þ\"“]", head[at : at + 40]):
            return at, "nothing"
    return None


def _may_be_agency(words: str) -> bool:
    """Known by name, or as short as names are and written like one."""
    known = agency_names()
    parts = re.split(r"\s*[,/&–—-]\s*|\s+and\s+", words)
    if any(part.casefold() in known for part in parts):
        return True
    return len(words.split()) <= 4 and words[0].isupper() and not any(word in _NO_PLACES for word in words.casefold().split()[:1])


def _holds(read: _Pieces, head: str, text: str, paragraph: Span) -> bool:
    """Whether the pieces make a dateline and not the opening of a sentence, a label or a speaker's turn."""
    firsts = [place.split()[0].strip(".").casefold() for place in read.places]
    if any(word in _NO_PLACES or word in WEEKDAYS for word in firsts):
        return False
    known = read.agency is not None and any(part.casefold() in agency_names() for part in re.split(r"\s*[,/&-]\s*", read.agency))
    if read.ended == "nothing":
        return known and bool(read.places)
    if not _OPENS_SENTENCE.match(head, read.at):
        return known and read.ended != "colon"
    if not read.places:
        return known or (read.agency is not None and read.day is not None)
    if read.sure or (read.day is not None and read.ended != "colon"):
        return True
    if read.day is not None:
        return True
    if any(place.casefold().strip(".") in _ACRONYMS for place in read.places):
        return False
    if sum(len(place.split()) for place in read.places) > (6 if head[: read.at].isupper() else 4):
        return False
    if read.ended == "colon" and len(paragraph) < SHORTEST_PARAGRAPH and not _is_known(read, head):
        return False
    return read.ended == "dash" or not _has_turns(text, paragraph)


def _is_known(read: _Pieces, head: str) -> bool:
    """Whether the wire's capitals or the lexicon show a place: "Costa: talks go on" is a headline, "Oslo: talks go on" none."""
    return head[: read.at].isupper() or any(place in readings() for place in read.places)


def _has_turns(text: str, paragraph: Span) -> bool:
    """Whether other lines of the text open with a name and a colon, too, as a transcript's do."""
    turns = _TURN.finditer(text, paragraph.start + 1, min(len(text), paragraph.start + TURNS_WITHIN))
    return sum(1 for _ in islice(turns, 2)) == 2


@cache
def agency_names() -> frozenset[str]:
    """Names and short names of news agencies, in lower case."""
    return frozenset(name.casefold() for row in table("agencies") for name in (row["name"], *alternatives(row["names"])))
