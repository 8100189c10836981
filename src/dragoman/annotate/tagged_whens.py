"""Time expressions of the tagger and of the rules, made one list."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from dragoman.annotate.named_whens import named_whens
from dragoman.annotate.tenses import tense_of
from dragoman.annotate.whens import find_whens
from dragoman.annotations import When
from dragoman.article import Span
from dragoman.lexicon.calendar import MONTHS, WEEKDAY_PATTERN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.annotate.trees import Trees
    from dragoman.annotations import Sentence
    from dragoman.article import Article
    from dragoman.tagger import Tags

_TIME_WORDS = (
    r"seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|halves|half|years?|decades?|century|centuries|millennium|eras?|"
    r"seasons?|periods?|terms?|time|date|moment|mornings?|noon|midday|afternoons?|evenings?|midnight|spring|summer|autumn|fall|winter|fiscal|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|now|nowadays|today|tonight|yesterday|tomorrow|overnight|recent(?:ly)?|lately|soon|future|past|present|"
    r"current(?:ly)?|once|previously|formerly|ago|daily|weekly|monthly|quarterly|yearly|nightly|annual(?:ly)?|eid|ramadan|easter|christmas|nowruz|"
    r"thanksgiving|yet|already|q[1-4]|fy|\d{4}s?|'\d0s|\w+ies|\d+(?:st|nd|rd|th)?|eve|later|earlier|then|shortly|while|long|war"
)
_TIME = re.compile(rf"(?:{_TIME_WORDS})\Z", re.I)
"""Words that tell a time by themselves, or with a number."""
_BESIDE = re.compile(
    r"(?:the|a|an|this|that|these|those|last|past|previous|next|following|coming|upcoming|same|very|mid|early|late|end|ends|beginning|start|middle|close|turn|"
    r"of|in|on|at|to|from|and|or|through|until|till|between|during|about|around|nearly|almost|some|more|less|least|most|than|over|just|only|up|so|far|"
    r"every|each|per|all|round|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|final|full|whole|entire|"
    r"few|several|many|couple|dozen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|latest|near|long|old|before|after|hence|back|"
    r"am|pm|\d{1,2}[ap]m|a|p|m|gmt|utc|est|edt|cst|cdt|pst|pdt|et|local|eastern|o|clock|s|his|her|its|their|as|comparable|corresponding|calendar|school|academic|financial|"
    r"not|too|distant|foreseeable|immediate|straight|consecutive|additional|part|rest|much|course|day|us|new|good|labor|labour|memorial|independence|"
    r"anniversary|holy|orthodox|al|fitr|adha|world|ii|i|cold|ad|bc|bce|ce)\Z",
    re.I,
)
"""Words that may stand beside those without telling a time themselves."""
_MONTH = f"(?:{'|'.join(MONTHS)})"
_LISTED = re.compile(
    rf"(?<=day),\s(?={WEEKDAY_PATTERN}\b)|\b{_MONTH}(?P<edge>,\s)(?={_MONTH}\b(?!\s\d))|(?<=\b\d{{4}}),\s(?=\d{{4}}\b)"
    r"|\s\((?=[^()]*\Z)|(?<=day)\s(?=that\b)"
)
"""Between days or months that are told one after the other, and before words of another clause.

"Monday, Wednesday", "today (July 5", "told them today that before the next vote"
"""
_LONE_NUMBER = re.compile(r"(?:the\s)?\d{1,2}(?:st|nd|rd|th)?")
_OF_PAPER = re.compile(
    r"\b(?:Acts?|Bills?|Cases?|Circulars?|Decisions?|Decrees?|Directives?|Laws?|No|Nos|Number|Orders?|Regulations?|Resolutions?)"
    r"[.:]?\s(?:\([^()]{1,12}\)\s)?\Z"
)
_NUMBER_OF_PAPER = re.compile(r"\d{1,4}\s?/\s?\d{2,4}")
_LEADS = re.compile(
    r"(?:so(?!\s+far\b)|in|on|at(?!\s+(?:least|most)\b)|of|since|by|and|or|to|during|as|until|till|for|his|her|their"
    r"|(?:early|late|soon|recently)\s+as|most\s+recently)\s+(?=\S)",
    re.I,
)
_TRAILS = re.compile(
    r"[\s,(]+(?:in|on|at|of|since|by|and|or|to|during|as|until|till|for|the|a|his|her|their|from|through|than)\Z", re.I
)
"""What leads to a time expression or goes on from it is no part of it."""
_WORD = re.compile(r"[^\W_]+")
_NO_TIME = re.compile(
    r"(?:the\s)?(?:second|minutes?|hour|day|night|week)"
    r"|(?:(?:a|an|the|some|any|much|more|less|most|many|all|every|each|first|last|second|two|three|four|five|\d+|this|same|good|one)[\s-])*times?"
    r"|(?:the\s)?(?:\d+(?:st|nd|rd|th)|first|second|third|last)[\s-]minute"
    r"|(?:day|night|week|month|year|time|hour)\s(?:after|by|in|to)\s(?:day|night|week|month|year|time|hour)"
    r"|(?:day|night)[\s-]?time"
    r"|(?:the\s)?(?:very\s)?(?:last|first|right|wrong|only)\smoment"
    r"|than\slater|(?:the\s)?(?:3[2-9]|[4-9]\d|\d{3,4})(?:st|nd|rd|th)|\d{1,2}[-–]\d{1,2}",
    re.I,
)
"""The "week" of a "high-level week", "the day" on which something was, "a lot of time", "day after day": no time of their own."""
_AT_THE_TIME = re.compile(r"\bat\s\Z", re.I)
_SHOUTED = re.compile(r"\s[A-Z]{4,}\b")
_HOLDS_TIME = re.compile(rf"{WEEKDAY_PATTERN}|Daily|Weekly|Today")
_TITLE = re.compile(
    r"\s(?:Times|Telegraph|Mail|Mirror|Express|Herald|Post|Observer|Independent|World|Standard|Star|Tribune|Nation|News|Monitor|Sun|Record)\b"
)
_SPRING_OF = re.compile(r"\b[A-Z]\w{2,15}\s\Z")
_NEAR_DAY = re.compile(r"Today|Tomorrow|Yesterday")
_OWNS_NAME = re.compile(r"['’]s?\s[A-Z]")
_OLD = re.compile(r"[\s-](?:olds?|of\sage)\b", re.I)
_AGED = re.compile(r"\b(?:aged|ages)\s(?:between\s)?\Z", re.I)
_VERBS_IN_LOWER_CASE = ("march", "may")

SURE = 0.3
"""Probability from which a span of the tagger counts where no rule sees a time; measured on TimeBank's development half."""

_EDGES = re.compile(r"[\s\x1c-\x1f\x85.,;:()\[\]\"'“”‘’–—-]+")
_EDGE_BEHIND = re.compile(rf"{_EDGES.pattern}\Z")


def all_whens(article: Article, sentences: tuple[Sentence, ...], tags: Tags | None, trees: Trees | None) -> tuple[When, ...]:
    """Every time expression of the running text, in order, none overlapping another, with its tense.

    Where rules and tagger see one at the same place the longer span counts, but never one that leaves its sentence.
    """
    by_rule = [*find_whens(article, sentences), *(one for one in named_whens(article) if _in_a_sentence(one.span, sentences))]
    tagged = _tagged(article, sentences, tags) if tags is not None else []
    spans = [
        one for one in _joined(by_rule, tagged) if not (_is_age(article.text, one.span) or _is_title(article.text, one.span))
    ]
    return tuple(When(when.span, when.kind, tense_of(article.text, when.span, trees)) for when in spans)


def _is_age(text: str, span: Span) -> bool:
    """``14 years old``, ``aged 30 years``: how old somebody is dates nothing."""
    return bool(_OLD.match(text, span.end) or _AGED.search(text, max(0, span.start - 20), span.start))


def _is_title(text: str, span: Span) -> bool:
    """``TODAY ASIA``, ``the Sunday Times``, ``Tomorrow's Roads``, ``the Arab Spring``: a name that holds a word of time."""
    words, behind = text[span.start : span.end], text[span.end : span.end + 20]
    if words.isupper() and words.isalpha():
        return _SHOUTED.match(behind) is not None
    if words == "Spring" and _SPRING_OF.search(text, max(0, span.start - 20), span.start):
        return True
    if _NEAR_DAY.fullmatch(words) and text[span.start - 2 : span.start - 1].islower():
        return _OWNS_NAME.match(behind) is not None
    return _HOLDS_TIME.fullmatch(words) is not None and _TITLE.match(behind) is not None


def _tagged(article: Article, sentences: Sequence[Sentence], tags: Tags) -> list[When]:
    found = []
    for one in tags.whens:
        if one.probability < SURE:
            continue
        for piece in _cut(article.text, one.span):
            span = _trimmed(article.text, piece)
            if span is not None and _in_a_sentence(span, sentences) and _tells_time(article.text, span):
                found.append(When(span, one.kind))
    return found


def _cut(text: str, span: Span) -> list[Span]:
    """The pieces of a span between words that belong to no time.

    ``the quarter ended Sept. 30`` is ``the quarter`` and ``Sept. 30``
    """
    pieces, first, last = [], span.start, span.start
    for edge in _LISTED.finditer(text, span.start, span.end):
        begins, ends = edge.span("edge" if edge["edge"] else 0)
        pieces.append((first, begins))
        first = ends
    for word in _WORD.finditer(text, first, span.end):
        if not (_TIME.match(word[0]) or _BESIDE.match(word[0])):
            pieces.append((first, last))
            first = word.end()
        last = word.end()
    pieces.append((first, span.end))
    cut = len(pieces) > 1
    return [Span(*one) for one in pieces if one[0] < one[1] and not (cut and _LONE_NUMBER.fullmatch(text, *one))]


def _tells_time(text: str, span: Span) -> bool:
    """Whether some word tells a time: "Good evening" greets, "a 44-year-old" tells of somebody's age, "the march" was walked."""
    words = text[span.start : span.end]
    if _NUMBER_OF_PAPER.fullmatch(words) and _OF_PAPER.search(text, max(0, span.start - 30), span.start):
        return False
    if words.lower().endswith(("-old", " old", "-olds")) or words.startswith(("Good ", "good ")):
        return False
    if _NO_TIME.fullmatch(words) and not (
        words.lower() == "the time" and _AT_THE_TIME.search(text, max(0, span.start - 4), span.start)
    ):
        return False
    told = [word for word in _WORD.findall(words) if _TIME.match(word)]
    return any(word not in _VERBS_IN_LOWER_CASE for word in told)


def _trimmed(text: str, span: Span) -> Span | None:
    led = _EDGES.match(text, span.start, span.end)
    start = led.end() if led else span.start
    if start and text[start - 1 : start] in ("'", "’") and text[start : start + 1].isdigit():
        start -= 1
    end = start + len(_EDGE_BEHIND.sub("", text[start : span.end]))
    while start < end and (led := _LEADS.match(text, start, end)):
        start = led.end()
    while start < end and (left := _TRAILS.search(text, start, end)):
        end = left.start()
    return Span(start, end) if start < end else None


def _in_a_sentence(span: Span, sentences: Sequence[Sentence]) -> bool:
    at = bisect_left(sentences, span.end, key=lambda sentence: sentence.span.start) - 1
    return at >= 0 and span in sentences[at].span


def _joined(by_rule: Sequence[When], tagged: Sequence[When]) -> list[When]:
    """The longest of those that overlap; of two of one length the tagger's, whose kind was learnt."""
    ranked = sorted(
        [(len(when.span), 1, when) for when in tagged] + [(len(when.span), 0, when) for when in by_rule],
        key=lambda one: (-one[0], -one[1], one[2].span.start),
    )
    kept: list[When] = []
    starts: list[int] = []
    for _, _, when in ranked:
        at = bisect_left(starts, when.span.start)
        if any(other.span.overlaps(when.span) for other in kept[max(0, at - 1) : at + 1]):
            continue
        kept.insert(at, when)
        starts.insert(at, when.span.start)
    return kept
