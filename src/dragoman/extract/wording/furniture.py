"""What kind of furniture a line is: one score a kind, added up from wordings and shape; the highest wins.

A line is judged alone here; what its neighbours say is added in ``plaintext``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.article import PART_KINDS, PartKind
from dragoman.extract.wording import stamps, wordings
from dragoman.extract.wording.stamp_tokens import WEEKDAYS

# Points by how a wording stands in the line. Set by hand: a label alone decides, a phrase somewhere inside does not outweigh it,
# two phrases inside do.
LABEL = 2.5
OPENS = 1.6
HOLDS = 1.3
CONTROL = 3.0
STAMP = 3.5
"""A line that is a date and little else."""
ENOUGH = 1.2
"""Below this a line is known only by its shape and where it stands."""

LONGEST_CONTROL = 14
"""Words in the longest row of buttons; longer lines are menus or prose."""

LONGEST_ADDRESS = 2000

Points = defaultdict[str, float]

_COUNTER = re.compile(r"[\d\s.,:/|()+\-–·•#]+[kKmM]?[\d\s.,:/|()+\-–·•#]*")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w-]+(?:\.[\w-]+)+/\S*")
_CRUMBS = re.compile(r"\s(?:>|»|›|/|\||→|::|·|•)\s|(?<=\w)[>»›](?=\w)")
_PERSON = r"(?:[A-Z][\w'’.-]*|de|da|del|van|von|bin|al|el|la|le|ibn|der|den|di|dos)"
_BY = re.compile(
    rf"(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f|[Oo]leh)\s*:?\s+[A-Z][\w'’.-]*(?:,?\s+(?:{_PERSON}|and|&|in|for|with|-|–|\||/)){{0,14}}[\s,.]*"
)
_NAME = re.compile(rf"[A-Z][\w'’.-]*(?:\s+{_PERSON}){{1,3}}")
_TERMINAL = re.compile(r"[.!?…][\"'”’»)\]]*$")
_COPYRIGHT = re.compile(r"©|\(c\)\s*(?:19|20)\d\d|^copyright\b", re.IGNORECASE)
_PLAYER = re.compile(r"\d{1,2}:\d\d(?::\d\d)?\s*/\s*\d{1,2}:\d\d|\b[\d.]+\s?x$|^\d+(?:\.\d+)?x(?:\s*\d+(?:\.\d+)?x)*$")
_CREDIT = re.compile(
    r"\b(?:photos?|picture|image|illustration|photograph|credit|foto|fotos|bild)\s?(?:by|credit|courtesy|source)?\s?[:/©]|[\[(]file[\])]?\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
# Without one of these a line has no crumbs, credit or ©, three patterns that search slowly.
_MARKS = re.compile(r"[>»›/|→:·•©(\[]")
_CLAUSE = re.compile(r"(?:and|or|but|which|who|where|when|while|said|says|is|was|are|were|has|had|will)\b")
_HANDLE = re.compile(r"(?<!\w)@\w{2,}")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one line.

    points     points by part kind
    coverage   share of the line's words that stand in wordings of controls
    stamped    share of the line's letters and digits that are dates, times and the labels beside them
    ends       the line is a label that stands between an article and what follows it
    """

    points: Mapping[PartKind, float]
    coverage: float
    stamped: float
    ends: bool
    label: float
    stamps: tuple[stamps.Sighting, ...]

    def best(self, otherwise: PartKind) -> PartKind:
        kind = max(self.points, key=lambda k: (self.points[k], -PART_KINDS.index(k)), default=otherwise)
        return kind if self.points.get(kind, 0) >= ENOUGH else otherwise


def kind_of(line: str, *, before: bool, after: bool) -> PartKind:
    """The kind of one line of furniture that stands before the body, after it, or (neither) in its midst.

    kind_of("READ MORE: Ministers Meet in Oslo", before=False, after=False) == "read_more"
    """
    text = line.strip()
    reading = read(text)
    points = dict(reading.points)
    for kind, extra in _place_points(reading, before=before, after=after).items():
        if kind in points:
            points[kind] += extra
    if max(points.values(), default=0) < ENOUGH:
        return by_shape(text, before=before, after=after)
    return Reading(points, 0, 0, False, 0, ()).best("other")


def by_shape(text: str, *, before: bool, after: bool) -> PartKind:
    """The kind of a line that no wording names: a headline of another page, an item of a menu, or something else."""
    tokens = wordings.words(text)
    count = sum(map(wordings.is_word, tokens))
    if count == 0:
        return "other"
    if before:
        return "navigation" if count <= 6 else "other"
    if count >= 4 and len(text) <= 200:
        return "related_headline"
    return "navigation" if after and count <= 3 else "other"


@lru_cache(maxsize=1024)
def read(text: str) -> Reading:
    """Points for every kind that something in the line speaks for."""
    tokens = wordings.words(text)
    found = tuple(wordings.matches(tokens))
    word_count = sum(map(wordings.is_word, tokens)) or 1
    points: Points = defaultdict(float)
    covered: dict[str, set[int]] = {}
    for match in found:
        covered.setdefault(match.phrase.kind, set()).update(range(match.start, match.end))
    coverage = _controls(tokens, found, covered, word_count, points)
    label = _labels(tokens, found, points)
    sightings = stamps.find(text)
    stamped = _stamped(text, sightings, tokens, covered)
    _shapes(text, tokens, word_count, points)
    if stamped >= 0.7:
        points["page_clock" if _is_clock(sightings, covered) else "timestamp"] += STAMP * stamped
    ends = any(match.phrase.kind == "ends" and match.start == 0 and word_count <= len(match.phrase.words) + 2 for match in found)
    kinds = {kind: score for kind, score in points.items() if kind in PART_KINDS}
    return Reading(kinds, coverage, stamped, ends, label, sightings)


def _place_points(reading: Reading, *, before: bool, after: bool) -> dict[PartKind, float]:
    """What the place on the page adds to kinds that already have points."""
    if before:
        return {"navigation": 0.4, "byline": 0.3, "timestamp": 0.2, "share_control": 0.1, "related_headline": -0.5, "tags": -0.4}
    if after:
        return {"related_headline": 0.4, "tags": 0.4, "legal": 0.2, "comment_control": 0.2, "byline": -0.2}
    return {"read_more": 0.4, "advert": 0.2, "caption": 0.2}


def _controls(
    tokens: tuple[str, ...],
    found: tuple[wordings.Match, ...],
    covered: dict[str, set[int]],
    word_count: int,
    points: Points,
) -> float:
    """Points for lines made of control words; returns the share of words that any control covers."""
    if word_count > LONGEST_CONTROL * 3:
        return 0.0
    every: set[int] = set()
    for kind in dict.fromkeys(match.phrase.kind for match in found if match.phrase.where == "control"):
        mine = {
            place
            for match in found
            if match.phrase.kind == kind and match.phrase.where == "control"
            for place in range(match.start, match.end)
            if wordings.is_word(tokens[place])
        }
        if kind in PART_KINDS:
            every |= mine
        share = len(mine) / word_count
        if share >= 0.5:
            longest = max(m.end - m.start for m in found if m.phrase.kind == kind and m.phrase.where == "control")
            points[kind] += CONTROL * share + 0.15 * (longest - 1)
    return len(every) / word_count


def _labels(tokens: tuple[str, ...], found: tuple[wordings.Match, ...], points: Points) -> float:
    """Points for wordings that open the line or stand inside; returns the highest."""
    best: Points = defaultdict(float)
    held: Points = defaultdict(float)
    for match in found:
        phrase, size = match.phrase, len(match.phrase.words)
        if phrase.where == "label":
            followed = match.end < len(tokens)
            best[phrase.kind] = max(best[phrase.kind], LABEL + 0.1 * size - (0 if followed else 0.6))
        elif phrase.where == "opens":
            best[phrase.kind] = max(best[phrase.kind], OPENS + 0.1 * size)
        elif phrase.where == "holds":
            held[phrase.kind] = min(2, held[phrase.kind] + 1)
    for kind, count in held.items():
        best[kind] += HOLDS * count
    for kind, score in best.items():
        points[kind] += score
    return max((score for kind, score in best.items() if kind in PART_KINDS), default=0.0)


def _stamped(text: str, sightings: tuple[stamps.Sighting, ...], tokens: tuple[str, ...], covered: dict[str, set[int]]) -> float:
    """The share of letters and digits that are stamps or the words that go with them."""
    if not sightings:
        return 0.0
    total = sum(character.isalnum() for character in text)
    spans = {(seen.start, seen.end) for seen in sightings}
    inside = sum(character.isalnum() for start, end in spans for character in text[start:end])
    outside = wordings.words(" ".join(_outside(text, sorted(spans))))
    beside = sum(len(token) for token in outside if token in _beside_a_stamp())
    return (inside + beside) / max(total, 1)


@cache
def _beside_a_stamp() -> frozenset[str]:
    """Words that stand beside a stamp and belong to it."""
    told = {word for kind in ("stamp", "clock") for phrase in wordings.phrases(kind) for word in phrase.split()}
    return WEEKDAYS | told


def _outside(text: str, spans: list[tuple[int, int]]) -> list[str]:
    pieces, last = [], 0
    for start, end in spans:
        pieces.append(text[last:start])
        last = max(last, end)
    return [*pieces, text[last:]]


def _is_clock(sightings: tuple[stamps.Sighting, ...], covered: dict[str, set[int]]) -> bool:
    """A live clock puts the time first and names its zone, stands with it in a line of menus, or says that it is now.

    So does the moment when an archive saw the page; a labelled stamp is none.
    """
    if any(seen.role != "unknown" for seen in sightings):
        return False
    in_menu = "navigation" in covered
    return "clock" in covered or any(seen.value and seen.zoned and (seen.time_first or in_menu) for seen in sightings)


def _shapes(text: str, tokens: tuple[str, ...], word_count: int, points: Points) -> None:
    """Points for what needs no wording."""
    short = len(text) <= 300
    if short and _COUNTER.fullmatch(text) and any(map(str.isdigit, text)):
        points["counter"] += 3.2
    if short and (_DIGIT.search(text) or text.rstrip().endswith("x")) and _PLAYER.search(text):
        points["audio_link"] += 3.8
    if points["counter"] and not any(map(str.isdigit, text)):
        points["counter"] = 0
    elif points["counter"]:
        points["counter"] += 0.5
    if len(text) <= LONGEST_ADDRESS and _ADDRESS.fullmatch(text):
        points["other"] += 4
    if short and _BY.fullmatch(text):
        points["byline"] += 3
    elif short and "@" in text and _HANDLE.search(text) and word_count <= 6:
        points["byline"] += 1.3
    marked = _MARKS.search(text) is not None
    if short and marked and _CREDIT.search(text):
        points["caption"] += 2
    if word_count <= 60 and (marked or text[:1] in "cC") and _COPYRIGHT.search(text[:300]):
        points["legal"] += 1.8
    if (
        short
        and marked
        and (crumbs := len(_CRUMBS.findall(text)))
        and not _TERMINAL.search(text)
        and word_count / (crumbs + 1) <= 4
    ):
        points["navigation"] += min(2.4, 0.9 + 0.5 * crumbs)
    if short and is_list_of_topics(text):
        points["tags"] += 2.2


def is_list_of_topics(text: str) -> bool:
    """Three or more short items between commas, semicolons, bars or hash signs, and no sentence."""
    if len(text) > 600 or len(items := topics(text)) < 3 or _TERMINAL.search(text):
        return False
    sizes = [len(item.split()) for item in items]
    if max(sizes) > 6 or sum(sizes) / len(sizes) > 3.2:
        return False
    return not any(map(_CLAUSE.match, items))


def topics(text: str) -> list[str]:
    """The items of a list of topics, as they stand."""
    separator = next((mark for mark in (",", ";", "|", "#", "•", "·") if text.count(mark) >= 2), ",")
    return [item.strip(" \t\xa0#.") for item in text.split(separator) if item.strip(" \t\xa0#.")]


def is_name(text: str) -> bool:
    """Two to four words that could be a person's name."""
    return len(text) <= 60 and _NAME.fullmatch(text) is not None
