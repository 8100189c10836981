"""Whether what a time expression dates is past, present or to come: by the verb that governs it, else by the words before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.lexicon.verbs import IRREGULAR_PAST

if TYPE_CHECKING:
    from dragoman.annotate.trees import Trees
    from dragoman.annotations import Tense
    from dragoman.article import Span

AUXILIARIES = 9
"""Words before a verb among which its auxiliaries stand, adverbs between them."""

MOST_STEPS = 8
"""Arcs from a time expression up to its verb."""

_WILL = frozenset("will 'll ’ll shall wo would should must may".split())
_BOUND_FOR = frozenset(
    "scheduled planned due expected set slated expects expect expecting plans plan planning intends intend hopes hope hoping"
    " aims aim upcoming forthcoming proposed poised likely".split()
)
_SET = frozenset("scheduled slated due planned".split())
_HAVE = frozenset("has have had 's ’s 've ’ve".split())
_BE = frozenset("is are am 's ’s be".split())
_BEFORE = re.compile(
    r"\b(?:until|till|by|through|ahead\s+of|before|upcoming|forthcoming|next|coming|due|scheduled|slated|planned|expected|starting|"
    r"beginning|effective|deadline\s+of)(?:\s+(?:for|on|in|at|to))?(?:\s+the)?\s*\Z",
    re.I,
)
_UNTIL = re.compile(
    r"\b(?:until|till|through|effective|payable|deadline\s+of|as\s+(?:soon|early)\s+as)(?:\s+(?:on|at))?(?:\s+the)?\s*\Z", re.I
)
"""What reaches so far reaches past the page's day, whatever the tense: "extended the deadline until Tuesday"."""
_AHEAD_OF = re.compile(r"\b(?:ahead\s+of|until|till|by|upcoming|forthcoming|in\s+time\s+for)(?:\s+the)?\s*\Z", re.I)
"""Before "Sunday's vote": it is still to come."""
_SINCE = re.compile(r"\bsince(?:\s+(?:on|in|at))?(?:\s+the)?\s*\Z", re.I)
_SAID = re.compile(
    r"(?<!to\s)(?<!will\s)(?<!be\s)\b(?:said|told\s+(?:[\w’'-]+\s+){1,3}?|announced|confirmed|reported|added|warned|stated|declared|acknowledged"
    r"|explained|insisted|argued|claimed|stressed|noted|admitted|denied|wrote|tweeted|testified|reiterated|vowed|pledged)"
    r"(?:\s+(?:late|early|earlier))?(?:\s+on)?\s*\Z"
)
"""Right before a day it is the day of what was said, whatever was said: "it will respond, a spokesman said on Friday"."""
_SAID_OF_IT = re.compile(r"\s+(?:will|would|is|was|are|were|has|had|may|might|could|can|should|must)\b|[’']")
"""Behind the day: what was said begins with it, "said Friday would be a holiday"."""
_AS_PLANNED = re.compile(r"\bas\s+(?:previously\s+|originally\s+)?(?:planned|scheduled|expected)(?:\s+on)?\s*\Z", re.I)
_PAST_NEAR = re.compile(
    r"\b(?:had|was|were|since|ended|after|following|previous|last|earlier|previously|originally|in\s+the\s+wake\s+of)\b", re.I
)
_AHEAD = re.compile(
    r"\b(?:will|shall|would|'ll|’ll)\b|\b(?:is|are|was|were|be|plans?|planned|expects?|expected|hopes?|hoped|due|set|scheduled|agreed|going|vowed|wants?|"
    r"pledged|promised|decided|invited|urged|asked|told)\s+(?:[\w’']+\s+){0,2}?to\b",
    re.I,
)
_TOLD = re.compile(
    rf"\b(?:{IRREGULAR_PAST}|was|were|had|did|(?!(?:scheduled|slated|planned|expected)\b)[a-z]{{3,}}ed)\b",
    re.I,
)
_NOW = re.compile(
    r"\b(?:votes?|resumes?|meets?|begins?|starts?|opens?|ends?|expires?|holds?|visits?|arrives?|travels?|heads|convenes?|returns?|hosts?|"
    r"takes|leaves|gathers?|decides?|elects?|goes|go|comes?|receives?|addresses|signs?|sits?|falls|runs?)\b"
)
"""Verbs of what is planned for a day, in the present: "Parliament votes on Sunday"."""
_STILL_TO_COME = re.compile(
    rf"\b(?:before|until|till|by\s+the\s+time|once)\s+(?:[\w’']+\s+){{1,4}}?{_NOW.pattern}\s+(?:in|on|at)\s+(?:the\s+)?\Z"
)
"""A present behind "before" is to come, whatever the main verb: "he hoped to sail before the rains end in November"."""
_PAST_FORM = re.compile(rf"(?:[a-z]{{2,}}ed|{IRREGULAR_PAST}|was|were|had|did)\Z")
"""The tagger's tense of a verb is right in nine of ten; its form is surer."""
CLOSE = 12
"""Characters from "will" or "to" to the verb that it leads: "will meet" is no present."""
_SAYS = frozenset("says say tells claims insists reports writes believes thinks warns adds notes argues".split())
NEAR = 90
"""Characters before an expression that are looked at where no tree helps."""


def tense_of(text: str, span: Span, trees: Trees | None) -> Tense | None:
    """The tense of what a time expression dates; None where nothing tells."""
    if text[span.end : span.end + 2] in ("'s", "’s") or text[span.end - 2 : span.end] in ("'s", "’s"):
        return "future" if _AHEAD_OF.search(text, max(0, span.start - 20), span.start) else None
    before = _clause(text, span)
    if _STILL_TO_COME.search(before):
        return "future"
    if _SINCE.search(before) or _AS_PLANNED.search(before):
        return "past"
    if _SAID.search(before) and not _SAID_OF_IT.match(text, span.end):
        return "past"
    governed = _by_tree(span, trees) if trees is not None else None
    governed = governed or _by_words(before)
    if governed != "past" and _BEFORE.search(before) and not _PAST_NEAR.search(before):
        return "future"
    if _UNTIL.search(before) and not _PAST_NEAR.search(before[-40:]):
        return "future"
    return governed


def _clause(text: str, span: Span) -> str:
    before = text[max(0, span.start - NEAR) : span.start]
    return re.split(r"[.!?;\n]\s", before)[-1]


def _by_words(before: str) -> Tense | None:
    """The verb nearest before it decides."""
    ahead, told, now = (max((found.end() for found in verbs.finditer(before)), default=0) for verbs in (_AHEAD, _TOLD, _NOW))
    if not max(ahead, told, now):
        return None
    if now > max(ahead + CLOSE if ahead else 0, told):
        return "present"
    return "future" if ahead >= told else "past"


def _by_tree(span: Span, trees: Trees) -> Tense | None:
    at = trees.head_of(span)
    for _ in range(MOST_STEPS):
        if at is None:
            return None
        if trees.tokens[at].upos in ("VERB", "AUX") or _has_verb(at, trees):
            found = _of_verb(at, trees)
            if found is not None:
                return found
        elif trees.lower(at) in _BOUND_FOR:
            return "future"
        at = trees.tokens[at].head
    return None


def _beside(at: int, trees: Trees) -> list[int]:
    """The words close to a verb that it governs: its auxiliaries are among them."""
    tokens = trees.tokens
    return [child for child in range(max(0, at - AUXILIARIES), min(len(tokens), at + 3)) if tokens[child].head == at]


def _has_verb(at: int, trees: Trees) -> bool:
    """``is in Oslo on Monday``: the predicate is no verb, but has one."""
    return any(trees.tokens[child].deprel in ("cop", "aux") for child in _beside(at, trees))


def _of_verb(at: int, trees: Trees) -> Tense | None:
    """The tense of a verb with its auxiliaries; None for a bare participle, whose own head tells more."""
    helpers = [child for child in _beside(at, trees) if trees.tokens[child].deprel in ("aux", "aux:pass", "cop", "mark")]
    words = {trees.lower(child) for child in helpers}
    if words & _WILL:
        return "future" if "have" not in words else "past"
    if trees.lower(at) in _SET or (trees.lower(at) in _BOUND_FOR and trees.tokens[at].tense != "Past"):
        return "future"
    if "to" in words:
        return "past" if "have" in words or _planned_before(at, trees) else "future"
    if words & _HAVE and trees.tokens[at].tense != "Pres":
        return "past"
    if _PAST_FORM.match(trees.lower(at)):
        return _of_past(at, words, helpers, trees)
    if trees.lower(at).endswith("ing"):
        return _of_ing(words)
    if any(trees.tokens[child].tense == "Past" for child in helpers) or "did" in words:
        return "past"
    if trees.lower(at) in _SAYS:
        return "past"
    return "present" if trees.tokens[at].tense == "Pres" or words & _BE else None


def _planned_before(at: int, trees: Trees) -> bool:
    """``had planned to visit``"""
    head = trees.tokens[at].head
    return head is not None and any(trees.lower(child) == "had" for child in _beside(head, trees))


def _of_past(at: int, words: set[str], helpers: list[int], trees: Trees) -> Tense | None:
    """``is held on Monday`` is not past; ``was held`` and a bare ``held`` are."""
    if words & _BE and not any(trees.tokens[child].tense == "Past" for child in helpers):
        return "present"
    return "past"


def _of_ing(words: set[str]) -> Tense | None:
    """``is meeting on Thursday`` tells of what is to come; ``was meeting`` of the past; ``meeting`` alone of nothing."""
    if words & {"was", "were", "been"}:
        return "past"
    return "future" if words & _BE else None
