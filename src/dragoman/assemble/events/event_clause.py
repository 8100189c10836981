"""Which time of its sentence the clause of an event tells: "signed in Oslo on Monday" has one, "the 1956 declaration" has none.

By words alone. A time belongs to what stands beside it, so that most rules say where a clause or phrase ends between the two.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

from dragoman.article import Span
from dragoman.assemble.scene.cue_clause import OCCASION
from dragoman.lexicon.verbs import IRREGULAR_PAST

if TYPE_CHECKING:
    from dragoman.assemble.scene.cue_clause import Clauses

Tie = Literal["own", "sentence"]
"""How a time belongs to an event: it stands in its clause, or its sentence begins with it and goes on to the event."""

FAR = 300
"""Characters between an event and a time of its clause."""
OPENING = 80
"""Characters before a time that its sentence may begin with."""
WITHIN_NOUN = 5
"""Words between a time and the noun it describes: "Monday's long delayed cabinet meeting"."""

_PREPOSITION = (
    "on|in|at|for|with|by|of|to|and|or|but|nor|after|before|when|that|as|from|over|under|during|amid|against|between|because|"
    "while|who|which|where|whose|if|following|about|into|near|outside|inside|through|without|until|since|than|alongside|among|"
    "ahead|despite|toward|towards|via|upon|unless|though|although|so|yet|whether|once|due"
)
_NO_NOUN = (
    rf"{_PREPOSITION}|the|an?|his|her|its|their|our|this|these|those|is|was|were|are|be|been|has|have|had|will|would|said|says|"
    r"told|may|might|can|could|should|must|did|does|do|not|he|she|it|they|we|also|then|morning|afternoon|evening|night|noon|local"
)
_NOUN_FOLLOWS = re.compile(rf"[\s-]+(?!(?:{_NO_NOUN})\b)(?:[A-Z]|[a-z][\w-]*(?<!ed)(?<!ly)\b)")
_DETERMINER = re.compile(r"(?:\b(?:the|an?|its|his|her|their|our|this|that|any|some)|[’']s|s[’'])\s+(?:[\w-]+\s+)?\Z", re.I)
_LEADS_TIME = re.compile(
    r"\b(?:on|in|at|during|for|by|from|since|until|between|to|around|about|back|over|within|late|early|mid)\s+\Z", re.I
)
_POSSESSIVE = re.compile(r"[’'](?:s\b)?")
_OF = re.compile(
    r"(?<!night )(?<!morning )(?<!afternoon )(?<!evening )(?<!hours )(?<!end )(?<!start )(?<!beginning )\bof\s+(?:the\s+)?\Z",
    re.I,
)
"""``the declaration of 1956``; not ``on the night of 16 February``."""
_OTHER_PHRASE = re.compile(r"\b(?:in|on|with|for|at|by|to|of|against|the|and|over|between)\b|,", re.I)

_BOUND = re.compile(
    r"\b(?:since|until|till|by|before|after|from|through|prior\s+to|ahead\s+of|as\s+of|between|to|than)\s+"
    r"(?:at\s+least\s+|as\s+early\s+as\s+|early\s+|late\s+|mid-?)?(?:the\s+)?\Z",
    re.I,
)
"""Before a time that bounds a stretch, and is no day of the event."""
_FROM = re.compile(r"\b(?:from|between)\s+(?:the\s+)?\Z", re.I)
_FOR = re.compile(r"\bfor\s+(?:the\s+)?\Z", re.I)
"""``scheduled for Monday`` tells when; ``a profit for 2009`` does not."""

_NOT_VERB = (
    r"(?:the|an?|its|his|her|their|our|my|this|that|these|those|all|each|other|more|some|any|no|one|two|three|four|five|death|"
    r"power|war|date|work|court|trial|talks|parliament|both|about|around|nearly|over|end)"
)
_INFINITIVE = re.compile(rf"\bto\s+(?!{_NOT_VERB}\b)[a-z]{{2,}}(?![\w-])")
_OPENS_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|which|when|whenever|where|while|whereas|since|until|till|before|because|although|though|if|unless|once|"
    r"whether|after|following|ahead|amidst?|despite|(?<!more\s)(?<!less\s)(?<!fewer\s)than|including|that|as)\b|[;:]|\s(?:--|[–—])\s|[()]",
    re.I,
)
_THEN = re.compile(r"\A,?\s+(?:when\b|(?:as|while)\s+(?:he|she|it|they|we|I)\b)")
"""``in April 2006 when it announced``: the clause is of that time."""
_WHEN = re.compile(r"\swhen\s")
"""``was killed when a helicopter crashed on Monday``"""
_AND = r"\b(?:and|but|or)\s+(?:\w+ly\s+|then\s+|also\s+|later\s+)?"
_AND_ALONE = re.compile(r"\b(?:and|but)\b", re.I)
_JOINS = re.compile(rf",\s*(?:and|but|so|yet|or)\b|{_AND}[a-z]+(?:ed|ing)\b", re.I)
_PAST = f"{IRREGULAR_PAST}|set|cut|quit"
_JOINS_PAST = re.compile(rf"{_AND}(?:{_PAST}|will|would|is|was|were|are|has|have|had|to)\b", re.I)
_FINITE = re.compile(
    r"\b(?:will|would|can|could|may|might|must|should|is|are|was|were|has|have|had|did|does|do|said|says|told)\b", re.I
)
_DESCRIBED = re.compile(
    r"(?<!\bwas\s)(?<!\bwere\s)(?<!\bbeen\s)\b[a-z]{3,}ed\s+(?:(?:late|early|earlier)\s+)?(?:(?:on|in)\s+)?(?:the\s+)?\Z"
)
"""``met the man arrested on Monday``: the day is of the arrest."""
_ASIDE = re.compile(
    r",\s+(?:[A-Z][\w.’'-]*\s?){1,3}(?:,|(?=\s|\Z))|\s?\([^()]{1,60}\)|\s(?:--|[–—])\s[^–—;]{1,200}\s(?:--|[–—])\s"
)
"""``in Aspen, Colorado, on Monday``; what stands between brackets or dashes."""
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|that|when|where|after|before|since|because|as|if|while)\b", re.I)
"""In the words that lead up to a time or an event: it stands in a clause that only describes."""
_OCCASION_FOLLOWS = re.compile(
    rf"(?:[’']s?)?\s+(?:[\w-]+\s+){{0,2}}?(?:{OCCASION}|service|rally|gathering|march|protest|vote)\b", re.I
)
_AT = re.compile(
    r"\b(?:at|in|during|from|attend(?:s|ed|ing)?|held|hold(?:s|ing)?|host(?:s|ed|ing)?|join(?:s|ed|ing)?|open(?:s|ed|ing)?|"
    r"chair(?:s|ed|ing)?|address(?:es|ed|ing)?)\s+(?:(?:the|an?|this|that|his|her|its|their|[A-Z]\w+[’']s)\s+)?\Z"
)
_AND_SO = re.compile(r",\s+(?:\w+ly\s+)?\Z")
_DESCRIBES_ON = re.compile(r"(?:including|following|according|citing|saying|noting|adding)\b", re.I)
_OBJECT = re.compile(r"\s+as\s+(?:the|an?)\b")
"""``set Friday as the deadline``"""
_VERB_ENDS = re.compile(rf"(?:[a-z]{{2,}}ed|\b(?:{_PAST}))\Z", re.I)
_LEADS_NOUN = re.compile(
    r"(?:\b(?:the|an?|its|his|her|their|our|this|that|these|those|any|another|first|second|third|new|next|of)|[’']s?)\s+(?:[\w-]+\s+){0,2}\Z",
    re.I,
)
_TAKES_PLACE = re.compile(
    r"\A(?:[^,;]{0,100}?)\b(?:(?:will|would|is|are|was|were|has|have|had|to|be|been|being|also|then|later|originally|not|yet|due|set|"
    r"scheduled|planned|expected|slated|supposed)\s+){0,5}"
    r"(?:tak(?:e|es|ing|en)\s+place|took\s+place|held|beg[aiu]n|begins?|open(?:s|ed)?|start(?:s|ed)?|end(?:s|ed)?|conclude[sd]?|"
    r"resume[sd]?|scheduled|planned|set|slated|due|expected|delayed|postponed|cancelled|canceled|came|comes?|happen(?:s|ed)?|"
    r"occur(?:s|red)?|continue[sd]?|break|broke|collapsed?|failed|followed|sealed|signed|concluded|reached|adopted|launched)\b"
    r"(?P<rest>[^,;]{0,80})\Z",
    re.I,
)
"""Behind the noun for an event: "the talks will be held in Oslo on Monday"."""
_DESCRIPTION = re.compile(
    r"\s*(?:who|which|whose|whom|where|when|the|an?|his|her|its|their|\w+ing|\w+ed|as|with|at|in|on|including|led|both|one|aged|\d+)\b"
)
_OPENS_SENTENCE = re.compile(
    r"[\s\"“”'‘’(-]{0,6}(?:(?:but|and|then|so|meanwhile|also|however|earlier|later|late|early|separately|only|just|back)\b,?\s+){0,3}"
    r"(?:(?:on|in|at|during|by|over|for)\s+(?:the\s+)?)?",
    re.I,
)
_OPENS_PHRASE = re.compile(
    r"[\s\"“”(]{0,4}(?:in|at|on|during|over|with|for|within)\s"
    r"(?:(?!\b(?:that|which|who|when|while|after|since|until|before|by)\b)(?:[^,;:]|:(?=\d))){0,140}",
    re.I,
)
"""``At a meeting in Oslo on Monday, …``"""


def tie(clauses: Clauses, time: Span, trigger: Span, sentence: Span, *, interval: bool, ahead: bool) -> Tie | None:
    """How a time of a sentence belongs to an event of it; None where it belongs to something else.

    Both stand outside of what is quoted, or inside the same quotation: the caller sees to that.
    interval   the time is a stretch itself, so that "from" and "between" lead to both its ends
    ahead      the event is still to come, so that "for Monday" tells when
    """
    text = clauses.text
    if time.overlaps(trigger):
        return "own"
    if max(time.start - trigger.end, trigger.start - time.end) > FAR:
        return None
    sentence = _from_edge(clauses, min(time.start, trigger.start), sentence)
    if time.start < trigger.start and _names_event(text, time, trigger, sentence):
        return "own"
    if _is_bound(text, time, interval=interval, ahead=ahead) and not _THEN.match(text[time.end : time.end + 20]):
        return None
    return _behind(text, time, trigger, sentence) if time.start >= trigger.end else _before(text, time, trigger, sentence)


def _from_edge(clauses: Clauses, at: int, sentence: Span) -> Span:
    """A sentence from where the quotation begins or ends that a place stands behind."""
    edge = bisect_right(clauses.edges, at) - 1
    return Span(max(sentence.start, clauses.edges[edge]), sentence.end) if edge >= 0 else sentence


def _is_bound(text: str, time: Span, *, interval: bool, ahead: bool) -> bool:
    """Whether a time only bounds a stretch: "since Monday"."""
    before = text[max(0, time.start - 30) : time.start]
    if interval and _FROM.search(before):
        return False
    return bool(_BOUND.search(before)) or (not ahead and bool(_FOR.search(before)))


def _describes(text: str, time: Span, sentence: Span) -> Literal["before", "of"] | None:
    """Whether a time describes a noun: "the 1956 declaration", "Monday's talks"; "the declaration of 1956"."""
    before = text[max(sentence.start, time.start - 40) : time.start]
    after = text[time.end : min(sentence.end, time.end + 40)]
    if _POSSESSIVE.match(after):
        return "before"
    if _NOUN_FOLLOWS.match(after) and _DETERMINER.search(before) and not _LEADS_TIME.search(before):
        return "before"
    return "of" if _OF.search(before) else None


def _names_event(text: str, time: Span, trigger: Span, sentence: Span) -> bool:
    """Whether a time describes the very noun that tells the event: "Monday's talks", "since the 1998 bombing"."""
    if _describes(text, time, sentence) != "before" or _VERB_ENDS.search(text, *trigger):
        return False
    nouns = _POSSESSIVE.sub("", text[time.end : trigger.start], count=1)
    return len(nouns.split()) <= WITHIN_NOUN and not (_OTHER_PHRASE.search(nouns) or _OPENS_CLAUSE.search(nouns))


def _behind(text: str, time: Span, trigger: Span, sentence: Span) -> Tie | None:
    """A time that stands behind the event."""
    between = text[trigger.end : time.start]
    described = _describes(text, time, sentence)
    if described == "before" and not _at_occasion(text, time):
        return None
    if described == "of":
        return None if _OTHER_PHRASE.search(_OF.sub("", between)) or _OPENS_CLAUSE.search(between) else "own"
    between = _ASIDE.sub(" ", between)
    if _OBJECT.match(text, time.end):
        return None
    if "," in between and _RELATIVE.search(_leading(text, trigger.start, sentence)):
        return None
    if _is_noun(text, trigger, sentence) and (placed := _TAKES_PLACE.match(between)):
        between = placed["rest"]
    if (first := _WHEN.search(between)) and not _ends_clause(between[: first.start()]):
        return None if _ends_clause(between[first.end() :]) or _FINITE.search(between[: first.start()]) else "sentence"
    if _ends_clause(between) or _FINITE.search(between) or _DESCRIBED.search(between):
        return None
    return "own" if between.count(",") <= 2 else None


def _at_occasion(text: str, time: Span) -> bool:
    """Whether a time describes an occasion at which the event was: "spoke at Monday's talks", "attended the Monday rally"."""
    return bool(_OCCASION_FOLLOWS.match(text, time.end) and _AT.search(text, max(0, time.start - 40), time.start))


def _is_noun(text: str, trigger: Span, sentence: Span) -> bool:
    """Whether an event is told by a noun, as far as the words before it show: "the talks", "a second round of talks"."""
    if _VERB_ENDS.search(text, trigger.start, trigger.end):
        return False
    return _LEADS_NOUN.search(text, max(sentence.start, trigger.start - 40), trigger.start) is not None


def _leading(text: str, at: int, sentence: Span) -> str:
    """The words from the last comma of a sentence up to a place."""
    return text[max(sentence.start, at - FAR) : at].rsplit(",", 1)[-1]


def _before(text: str, time: Span, trigger: Span, sentence: Span) -> Tie | None:
    """A time that stands before the event."""
    between = text[time.end : trigger.start]
    if _follows(text, trigger, between):
        return "sentence"
    opens = _opens(text, time, sentence)
    if _describes(text, time, sentence) == "before" and not opens:
        return None
    if (then := _THEN.match(between)) and not _ends_clause(between[then.end() :]):
        return "own"
    if _OBJECT.match(between):
        return None
    between = _without_descriptions(_ASIDE.sub(" ", between))
    if _OPENS_CLAUSE.search(between) or _INFINITIVE.search(between):
        return None
    joined = bool(_JOINS.search(between) or _JOINS_PAST.search(between))
    if opens:
        return "sentence" if joined else "own"
    if joined or "," in between or _AND_ALONE.search(between) or _RELATIVE.search(_leading(text, time.start, sentence)):
        return None
    return "own"


def _follows(text: str, trigger: Span, between: str) -> bool:
    """``exploded on Monday, killing two``: what went with an event of that time."""
    comma = _AND_SO.search(between)
    if comma is None or not text.startswith("ing", trigger.end - 3) or _DESCRIBES_ON.match(text[trigger.start : trigger.end]):
        return False
    return not _ends_clause(between[: comma.start()]) and not _FINITE.search(between)


def _ends_clause(between: str) -> bool:
    return any(pattern.search(between) for pattern in (_OPENS_CLAUSE, _JOINS, _JOINS_PAST, _INFINITIVE))


def _opens(text: str, time: Span, sentence: Span) -> bool:
    """Whether a sentence begins with a time, or with a phrase that ends in one."""
    if time.start - sentence.start > OPENING:
        return False
    if _OPENS_SENTENCE.fullmatch(text, sentence.start, time.start):
        return True
    comma = text.find(",", time.end, time.end + OPENING)
    return comma >= 0 and _OPENS_PHRASE.fullmatch(text, sentence.start, comma) is not None


def _without_descriptions(words: str) -> str:
    """What stands between commas and only describes somebody or something, left out: "Ana Costa, who leads the party, met"."""
    first, *rest = words.split(",")
    kept = [piece for at, piece in enumerate(rest) if at == len(rest) - 1 or not _DESCRIPTION.match(piece)]
    return ",".join((first, *kept))
