"""Time expressions noticed in running text: their spans, and what kind of time they tell. Their values are argued in assemble.

One pass of one pattern a sentence; every repetition in it is bounded, so that no text takes more than linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from dragoman.annotations import Sentence, When, WhenKind
from dragoman.article import Article, Part, Span
from dragoman.lexicon.calendar import MONTH_PATTERN, NUMBER_PATTERN, WEEKDAY_PATTERN

GAP = r"[ \t\n\r\u00a0\u2009\u202f]{1,3}"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
_DAYS = rf"{_DAY}(?:(?:{GAP})?(?:[-–—]|to|and|through|until|till)(?:{GAP})?{_DAY})?"
_YEAR = r"(?:1[0-9]|20|21)\d\d(?![\d%]|[.,:]\d|s\b|-?W\d)"
_PART_OF_DAY = r"(?:morning|afternoon|evening|night|noon|midnight)"
_UNIT = r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|century|centurie)"
_EDGE = (
    rf"(?:(?:the{GAP})?(?:very{GAP})?(?:beginning|start|middle|end|close|eve){GAP}of|early|mid|late|earlier|later)(?:{GAP}in)?"
)
_SHIFT = r"(?:last|past|previous|this|next|coming|following|same)"

_SPELLED_YEAR = (
    r"(?:[Nn]ineteen|[Tt]wenty|[Ee]ighteen)[ -](?:hundred|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)(?![\w-])"
)
_ZONE = r"(?:GMT|UTC|EST|EDT|ET|CST|CDT|PST|PDT|BST|CET|CEST|MSK|IST|JST|local time|Moscow time|Eastern(?: time)?)"
_CLOCK = (
    rf"(?:\d{{1,2}}(?:[:.][0-5]\d)?\s?(?i:[ap]\.?m\b\.?)|[0-2]?\d[:.][0-5]\d(?={GAP}{_ZONE})|(?i:noon|midnight))(?:{GAP}{_ZONE}(?:[+-]\d{{1,2}})?)?"
    rf"(?:,?{GAP}(?:(?:on|this|last){GAP})?(?:{WEEKDAY_PATTERN}(?:,?{GAP}{MONTH_PATTERN}{GAP}{_DAY}(?:,{GAP}{_YEAR})?)?|today|yesterday|tomorrow|"
    rf"{MONTH_PATTERN}{GAP}{_DAY}(?:,{GAP}{_YEAR})?|{_DAY}{GAP}{MONTH_PATTERN}(?:{GAP}{_YEAR})?))?"
)
_VAGUE = (
    rf"(?i:(?:(?:more|most|very|quite){GAP})?recently|lately|soon|(?:the{GAP}(?:near|foreseeable|immediate){GAP}|(?<=in{chr(32)})the{GAP})future|"
    rf"to{GAP}(?:this{GAP})?date|to{GAP}this{GAP}day|recent{GAP}(?:days|weeks|months|years|decades))(?![\w-]|{GAP}as\b)"
)

_DATE = "|".join(
    (
        r"\d{4}-[01]\d-[0-3]\d(?:T[\d:.+-]{1,30}Z?)?",
        r"\d{4}-W[0-5]\d(?:-[1-7])?",
        # 16 February 2019; Saturday, 16th of February; 15-17 February 2019; the 16th of February
        rf"(?:{WEEKDAY_PATTERN},?{GAP})?(?:the{GAP})?{_DAYS}{GAP}(?:of{GAP})?{MONTH_PATTERN}(?:,?{GAP}{_YEAR})?",
        # February 16, 2019; Saturday, Feb. 16; February 15-17
        rf"(?:{WEEKDAY_PATTERN},?{GAP}(?:\()?)?{MONTH_PATTERN}{GAP}{_DAYS}(?:(?:,(?:{GAP})?|{GAP}){_YEAR})?",
        # early February 2019, the end of last June, mid-March
        rf"(?:(?:{_EDGE}{GAP}|[Mm]id-)(?:the{GAP})?)?(?:(?i:{_SHIFT}){GAP})?{MONTH_PATTERN}(?:,?{GAP}(?:of{GAP})?{_YEAR})?",
        # the end of last year, last month, this week, the same day, later this year
        rf"(?i:(?:{_EDGE}{GAP})?(?:the{GAP})?{_SHIFT}{GAP}{_UNIT}(?![a-z]))",
        # last Saturday, Sunday evening, Thursday
        rf"(?:(?i:(?:{_EDGE}{GAP})?{_SHIFT}){GAP})?{WEEKDAY_PATTERN}(?:{GAP}(?:{_PART_OF_DAY}))?",
        rf"(?i:the{GAP}day{GAP}(?:before{GAP}yesterday|after{GAP}tomorrow)|yesterday|today|tonight|tomorrow)(?:{GAP}{_PART_OF_DAY})?",
        # three days ago, two weeks earlier, a year later
        rf"(?i:{NUMBER_PATTERN}{GAP}{_UNIT}s?{GAP}(?:ago|earlier|later|before|after)(?![a-z]))",
        # the 1990s, early 2000s
        rf"(?:{_EDGE}{GAP})?(?:the{GAP})?(?:1[0-9]|20)\d0s\b",
        rf"(?:{_EDGE}{GAP})(?:the{GAP})?{_YEAR}",
        _SPELLED_YEAR,
        _VAGUE,
    )
)
_DURATION = "|".join(
    (
        rf"(?i:(?:\d{{1,4}}|{NUMBER_PATTERN})-{_UNIT}(?:-long)?(?![a-z]|-old))",
        rf"(?i:{NUMBER_PATTERN}{GAP}(?:and{GAP}a{GAP}half{GAP})?{_UNIT}s?(?![a-z]))",
    )
)
_OFTEN = rf"(?i:(?:once|twice|thrice|[a-z]{{3,6}}[ -]times)-a-{_UNIT})"
_SET = rf"(?i:{_OFTEN}(?![a-z])|daily(?![a-z])|(?:every|each){GAP}(?:{_UNIT}(?![a-z])|{WEEKDAY_PATTERN})|(?:all-)?year{GAP}round)"
_NOW = r"(?i:now|currently)(?![a-z-])"
_PATTERN = re.compile(
    rf"(?<![\w$€£#/.-])(?=\w)(?:(?P<set>{_SET})|(?P<time>{_CLOCK})|(?P<date>{_DATE}|{_NOW})|(?P<duration>{_DURATION})|(?P<year>{_YEAR}))(?![\w/])"
)
_HINT = re.compile(
    r"\d|day|ye?ar|month|week|hour|decade|now|currently|date|noon|midnight|recent|lately|soon|future|previous|daily|ninet|twent|eighteen|to(?:day|night|morrow)",
    re.I,
)
_MONTH_HINT = re.compile(MONTH_PATTERN)

_LONE_MONTH = re.compile(rf"{MONTH_PATTERN}\Z")
_SHORT_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_NAME_GOES_ON = re.compile(r"\s(?:[A-Z][a-z]|(?:de|del|dos|la|van|von)\s)|-[A-Za-z]")
"""``Mar del Plata``, ``Jan Mayen``, ``Mar-a-Lago``: no short months."""
_MONTH_CUES = frozenset("in of by since until till through throughout during from to and before after between mid".split())
_VERBS_TOO = ("May", "March", "Mar", "Jan", "June", "Jun", "April", "Dec")
"""Names that at the start of a sentence, or as a person's, may be no month."""
_MONTH_OF = re.compile(r"(?:\b(?:an?|the|its|his|her|their|this)|['’]s)\s(?:[a-z][a-z-]{2,20}\s)?\Z", re.I)
_HELD_THEN = re.compile(
    r"\s(?:(?:[a-z]{3,12}|[A-Z]\w{2,12})\s)?(?:accords?|address|agreements?|amendments?|attacks?|ballot|bombings?|ceasefire|coup|crackdown|deadline|deal|"
    r"decision|decree|elections?|interview|killings?|meetings?|offensive|poll|polls|protests?|referendum|report|ruling|speech|strike|"
    r"summit|talks|treaty|truce|visit|vote)\b"
)
"""``a contentious May amendment``, ``the March peace talks``: what was held, made or said in that month."""
_YEAR_CUES = frozenset(
    "in of since by until till from to between and or during before after through around circa about early late year back".split()
)
_YEAR_OWNERS = frozenset("the a an its their his her our this that".split())
_COUNTED = re.compile(
    r"\s(?:people|troops|soldiers|men|women|children|cases|deaths|jobs|votes|dollars|euros|tons|tonnes|miles|km|kilometers|kilometres"
    r"|meters|metres|meter|metre|feet|households|homes|workers|refugees|migrants|prisoners|victims|residents|members|delegates|[a-z]+-strong)\b"
)
_NUMBERED = re.compile(
    r"(?:resolutions?|article|section|paragraph|flight|route|no\.?|number|room|highway|regulation|law|decree|document|page|chapter|protocol"
    r"|boeing|airbus|covid|area|channel)\Z",
    re.I,
)


def find_whens(article: Article, sentences: tuple[Sentence, ...]) -> tuple[When, ...]:
    """Time expressions of the sentences that lie in the article's body or dateline, in text order.

    "Talks resumed on Saturday, after the end of last year." -> ``Saturday`` (date), ``the end of last year`` (date)
    """
    running = article.parts_of("body", "question", "dateline")
    starts = [part.span.start for part in running]
    return tuple(
        when
        for sentence in sentences
        if _lies_in(sentence.span, running, starts)
        for when in _in_words(article.text, sentence.span)
    )


def _lies_in(span: Span, running: tuple[Part, ...], starts: list[int]) -> bool:
    """Whether a span touches a part of the running text."""
    index = bisect_right(starts, span.end - 1) - 1
    return index >= 0 and running[index].span.overlaps(span)


def _in_words(text: str, span: Span) -> list[When]:
    words = text[span.start : span.end]
    if not _HINT.search(words) and not _MONTH_HINT.search(words):
        return []
    found = []
    for match in _PATTERN.finditer(words):
        kind = _kind(words, match)
        if kind:
            found.append(When(Span(span.start + match.start(), span.start + match.end()), kind))
    return found


def _kind(words: str, match: re.Match[str]) -> WhenKind | None:
    """The kind of a match, None where the words beside it show that it tells no time."""
    if match.lastgroup == "set":
        return "set"
    if match.lastgroup == "time":
        return "time"
    if match.lastgroup == "duration":
        return None if match[0].casefold().startswith(("a ", "an ")) else "duration"
    if match.lastgroup == "year":
        return "date" if _is_year(words, match) else None
    return "date" if _is_date(words, match) else None


def _before(words: str, start: int) -> str:
    """The word before a place, without its case."""
    pieces = words[max(0, start - 30) : start].split()
    return pieces[-1].casefold() if pieces else ""


def _is_date(words: str, match: re.Match[str]) -> bool:
    """A month's name alone needs a word before it that months follow, or one behind it of what was held then.

    Not "May God", "Theresa May", "March for peace".
    """
    name = match[0].rstrip(".")
    if _SHORT_MONTH.fullmatch(match[0]) and _NAME_GOES_ON.match(words, match.end()):
        return False
    if not _LONE_MONTH.match(match[0]) or name not in _VERBS_TOO:
        return True
    if _MONTH_OF.search(words, max(0, match.start() - 30), match.start()) and _HELD_THEN.match(words, match.end()):
        return True
    return _before(words, match.start()) in _MONTH_CUES


def _is_year(words: str, match: re.Match[str]) -> bool:
    """Four digits are a year where the words around them say so: not of a resolution, a flight, or a count of people."""
    if _COUNTED.match(words, match.end()):
        return False
    before = _before(words, match.start())
    if _NUMBERED.search(before.strip("(,")):
        return False
    if not 1700 <= int(match[0]) <= 2100:
        return False
    alone = not words[: match.start()].strip(" (\t\n") or words[match.start() - 1] == "("
    return before.strip("(,–—") in _YEAR_CUES or before in _YEAR_OWNERS or alone or before.endswith(("'s", "’s"))
