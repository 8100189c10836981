"""The part each paragraph plays on its page: what its words say, and what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.article import Genre, PartKind, Span
from dragoman.extract import dateline, turns
from dragoman.extract.text import prose, runs
from dragoman.extract.text.lines import Seen
from dragoman.extract.wording import furniture

SURE_LABEL = furniture.LABEL
"""``READ MORE: …`` and the like: a label with a colon outweighs prose after it."""
LONGEST_LINK = 30
SURE_KINDS: tuple[PartKind, ...] = ("caption", "share_control", "comment_control", "advert", "newsletter", "audio_link")
SURE = 2.9
"""Points at which a line of these kinds is furniture even inside the article: a wording that fills it, or two."""
LONGEST_SURE = 15
LEAST_BODY_WORDS = 8
LONGEST_GAP = 1
"""Lines between two paragraphs that are filled up: one heading. More cost more inline promotions than they save (dev half)."""
LONGEST_LIST = 12
"""The same on a page without any button, where nothing but the article is there."""

TITLE = 1.5
"""Points that a line needs to be taken for the title."""
HEADED = 0.5
"""More for a line above a byline or a stamp."""
STACKED = 1.0
"""Points of a shorter line right above the best one: the title then, and the best one its subtitle."""

RUN_ON = 4
FAINT = 0.15
"""A whole sentence within so many lines of a paragraph, at least so likely, is body: that costs up to .003 content F1 on the dev
half (.01 on pages in other languages), but short articles lose no sentence by it."""
AFTERWARDS: tuple[PartKind, ...] = ("comment_control", "related_headline", "byline", "tags", "legal")
"""Kinds after which only what is likely by itself is body again."""
HEADING_WORDS = 8

_SPOKEN_TO = re.compile(r"^[^\"“«]*\b(?:[Yy]ou|[Yy]our|I|[Ii]'m|my|[Ww]e|[Oo]ur|[Pp]lease)\b")
_STOP = re.compile(r"[.!?][\"'”’»)\]]*$")
_TERMINAL = re.compile(r"[.;:,][\"'”’»)\]]*$")
_SLUG = re.compile(r"[^\W_]+")
_OPINION = frozenset(
    "opinion opinions editorial editorials op-ed commentary column columnists comment viewpoint perspective letters".split()
)
_RELEASE = ("for immediate release", "press release", "media release", "press statement", "news release", "press communiqué")


@dataclass(frozen=True, slots=True)
class Roles:
    """The kind of every paragraph, and which one is the title."""

    kinds: tuple[PartKind, ...]
    title: int | None
    genre: Genre


def assign(page: Sequence[Seen], chances: Sequence[float], address: str | None) -> Roles:
    """Give every paragraph its kind; ``address`` is that of the page, whose words often repeat the title's."""
    said = turns.lines_of_turns([seen.text for seen in page])
    is_body = _body(page, chances, said)
    flowing = [body and (seen.words >= 12 or index in said) for index, (body, seen) in enumerate(zip(is_body, page, strict=True))]
    first = flowing.index(True) if True in flowing else is_body.index(True)
    first = _begins(page, chances, is_body, first)
    last = len(is_body) - 1 - is_body[::-1].index(True)
    title = _title(page, chances, first, address)
    kinds: list[PartKind] = []
    for index, seen in enumerate(page):
        if index == title:
            kinds.append("title")
        elif is_body[index] and (index > (title if title is not None else -1) or index >= first):
            kinds.append("body")
        else:
            kinds.append(furniture.kind_of(seen.text, before=index < first, after=index > last))
    kinds = _in_context(page, kinds, first, last, title)
    return Roles(tuple(kinds), title, _genre(page, first))


def _begins(page: Sequence[Seen], chances: Sequence[float], is_body: list[bool], first: int) -> int:
    """Where the article begins: a dateline or a whole sentence right above the first sure paragraph belongs to it, too."""
    for index in range(first - 1, max(-1, first - 4), -1):
        seen = page[index]
        opened = seen.words >= LEAST_BODY_WORDS and dateline.find(seen.text, Span(0, len(seen.text))) is not None
        if opened or (index == first - 1 and _is_sentence(seen) and chances[index] >= 0.1):
            is_body[index:first] = [True] * (first - index)
            return index
    return first


def _is_sentence(seen: Seen) -> bool:
    """Long enough, ends as sentences do, has small words in it, and nothing names it furniture."""
    return (
        seen.words >= LEAST_BODY_WORDS
        and bool(_STOP.search(seen.text))
        and (seen.function is None or seen.function >= 0.1)
        and _plain(seen)
        and not seen.reading.stamped
        and not _SPOKEN_TO.search(seen.text)
    )


def _body(page: Sequence[Seen], chances: Sequence[float], said: frozenset[int]) -> list[bool]:
    """Which paragraphs are body; never none of them. ``said`` are those in which speakers take turns."""
    body = [inside or index in said for index, inside in enumerate(prose.body(page, chances))]
    body = [inside and not _is_sure(seen) for inside, seen in zip(body, page, strict=True)]
    body = runs.announced(page, _fill(page, _run_on(page, chances, body)))
    article = runs.comments_begin(page, chances)
    body[article:] = [False] * (len(page) - article)
    if not any(flag and seen.words >= LEAST_BODY_WORDS for flag, seen in zip(body, page, strict=True)):
        best = max(range(article), key=lambda index: (min(page[index].words, 25) * chances[index], page[index].words))
        body[best] = True
    return body


def _plain(seen: Seen) -> bool:
    """Nothing in it names a kind of furniture."""
    return max(seen.reading.points.values(), default=0.0) < furniture.ENOUGH


def _is_sure(seen: Seen) -> bool:
    """Furniture by its own words, whatever stands around it: ``READ MORE: …``, a credit, a button."""
    points = seen.reading.points
    if seen.reading.label >= SURE_LABEL and points.get("read_more", 0.0) >= SURE_LABEL and seen.words <= LONGEST_LINK:
        return True
    sure = max((points.get(kind, 0.0) for kind in SURE_KINDS), default=0.0)
    return sure >= SURE and seen.words <= LONGEST_SURE and not _STOP.search(seen.text)


def _run_on(page: Sequence[Seen], chances: Sequence[float], body: Sequence[bool]) -> list[bool]:
    """Whole sentences soon after a paragraph belong to the article until a section label stands between."""
    found, last = list(body), None
    for index, seen in enumerate(page):
        if found[index]:
            last = index
        elif seen.reading.ends or any(seen.reading.points.get(kind, 0.0) >= 2 for kind in AFTERWARDS):
            last = None
        elif last is not None and index - last <= RUN_ON and chances[index] >= FAINT and _is_sentence(seen):
            found[index], last = True, index
    return found


def _fill(page: Sequence[Seen], body: list[bool]) -> list[bool]:
    """Headings and items of lists between paragraphs are body, too: lines that nothing names furniture, in gaps that are short.

    On a page without buttons a gap may be long: nothing but the article is there.
    """
    longest = LONGEST_GAP if any(seen.reading.coverage >= 0.6 for seen in page) else LONGEST_LIST
    found, start = list(body), None
    for index, flag in enumerate(body):
        if not flag:
            continue
        if start is not None and start + 1 < index:
            plain = [place for place in range(start + 1, index) if _plain(page[place])]
            whole = len(plain) == index - start - 1
            if len(plain) <= longest and (whole or (plain == [index - 1] and page[index - 1].words <= HEADING_WORDS)):
                for place in plain:
                    found[place] = True
        start = index
    return found


def _title(page: Sequence[Seen], chances: Sequence[float], first: int, address: str | None) -> int | None:
    """The headline above the first paragraph, if one stands there."""
    slug = frozenset(_SLUG.findall(address.casefold())) if address else frozenset()
    near = frozenset(token for seen in page[first : first + 8] for token in seen.tokens if len(token) > 3)
    counts: dict[str, int] = {}
    for seen in page:
        counts[seen.text.casefold()] = counts.get(seen.text.casefold(), 0) + 1
    points = [
        _title_points(page[index], first - index, slug, near, counts) + HEADED * _heads(page[index + 1 : index + 3])
        for index in range(first)
    ]
    best = max(range(first), key=lambda index: points[index], default=None)
    if best is None or points[best] <= TITLE:
        return None
    above = best - 1
    stacked = above >= 0 and points[above] >= STACKED and 3 <= page[above].words < page[best].words
    return above if stacked else best


def _heads(below: Sequence[Seen]) -> bool:
    """A byline or a stamp stands right below."""
    return any(seen.reading.stamped >= 0.7 or seen.reading.points.get("byline", 0.0) >= 2 for seen in below)


def _title_points(seen: Seen, away: int, slug: frozenset[str], near: frozenset[str], counts: dict[str, int]) -> float:
    """Points for a line being the title: its length, its words in the article and in the address, its place, no other role."""
    text, words = seen.text, seen.words
    if not 3 <= words <= 30 or len(text) > 220 or (_TERMINAL.search(text) and not _in_title_case(text)):
        return -1.0
    reading = seen.reading
    if max(reading.points.values(), default=0.0) >= 2 or reading.stamped >= 0.5 or reading.coverage >= 0.8:
        return -1.0
    long_words = {token for token in seen.tokens if len(token) > 3}
    shared = len(long_words & near) / len(long_words) if long_words else 0.0
    in_slug = len(long_words & slug) / len(long_words) if long_words else 0.0
    points = 0.8 if 5 <= words <= 18 else 0.3
    points += 2.0 * shared + 2.5 * in_slug - 0.06 * min(away, 30)
    points += 0.5 if counts[text.casefold()] > 1 else 0.0
    points += 0.8 if away <= 4 else 0.0
    return points


def _in_title_case(text: str) -> bool:
    """``Visa Program Up for Renewal.``: archives put a stop behind headlines that had none; sentences have small letters."""
    long = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(long) >= 3 and all(word[0].isupper() for word in long)


def _in_context(page: Sequence[Seen], kinds: list[PartKind], first: int, last: int, title: int | None) -> list[PartKind]:
    """What the neighbours say: names beside a stamp, headlines in a row, the page's clock, the title said twice."""
    found = list(kinds)
    words = page[title].text.casefold() if title is not None else None
    for index, kind in enumerate(kinds):
        text = page[index].text
        around = [*kinds[max(0, index - 2) : index], *kinds[index + 1 : index + 3]]
        if kind in ("body", "title"):
            continue
        if words is not None and text.casefold().startswith(words) and len(text) <= len(words) + 60 and index <= first:
            found[index] = "title"
        elif index < first and kind in ("navigation", "other") and furniture.is_name(text) and _beside_head(around):
            found[index] = "byline"
        elif (
            index == first - 1
            and index <= 4
            and kind in ("navigation", "other")
            and text.isupper()
            and 2 <= page[index].words <= 3
        ):
            found[index] = "byline" if furniture.is_name(text.title()) else kind
        elif kind == "page_clock" and (title is not None and index > title):
            found[index] = "timestamp"
        elif kind == "timestamp" and index == 0 and title is None and _opens_with_clock(page[index], kinds):
            found[index] = "page_clock"
        elif first < index and kind in ("other", "navigation") and 3 <= page[index].words <= 25 and "related_headline" in around:
            found[index] = "related_headline"
        elif (
            first < index < last and kind == "related_headline" and page[index].words <= 12 and page[index].reading.coverage == 0
        ):
            found[index] = _between(kinds, index)
    return found


def _beside_head(around: Sequence[PartKind]) -> bool:
    return any(kind in ("timestamp", "title", "byline") for kind in around)


def _opens_with_clock(seen: Seen, kinds: Sequence[PartKind]) -> bool:
    """A day above everything is today's where the page has another stamp for its own."""
    return all(s.role == "unknown" for s in seen.reading.stamps) and kinds.count("timestamp") > 1


def _between(kinds: Sequence[PartKind], index: int) -> PartKind:
    """A headline between paragraphs stays one; alone it is a promotion of another page."""
    neighbours = [*kinds[max(0, index - 1) : index], *kinds[index + 1 : index + 2]]
    return (
        "related_headline"
        if "related_headline" in neighbours
        else "read_more"
        if "read_more" in neighbours
        else "related_headline"
    )


def _genre(page: Sequence[Seen], first: int) -> Genre:
    """By the lines above the article; a transcript is told by its turns, in ``extract.turns``."""
    head = [seen.text.casefold().strip(" :|*-–—") for seen in page[: first + 1]]
    if any(line.startswith(_RELEASE) and len(line) < 60 for line in head):
        return "press_release"
    if any(line in _OPINION or line.split(":")[0] in _OPINION for line in head[-8:]) and len(head) <= 15:
        return "opinion"
    return "report"
