"""Runs of lines that go together, whatever each says alone: a list that a line announces, the comments below an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.extract.text.lines import Seen

SHORTEST_LIST = 3
LEAST_OPENING = 4
"""Words of the line that announces a list; ``Share:`` and ``Photo:`` announce nothing."""
LONGEST_SIGNATURE = 14
"""Words of a line over a comment: a name, the day, the time of day."""
LONGEST_LABEL = 6
LEAST_PROSE = 12
LEAST_CHANCE = 0.3
NAMED = 2.0
"""Points at which a line is called furniture by its own words."""
LONGEST_NAMED = 30

COLON = (":", "：")
_NUMBERED = re.compile(r"\W?\d{1,3}\s?[.):]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def announced(page: Sequence[Seen], body: Sequence[bool]) -> list[bool]:
    """``body`` with the lists in it that a line of the article, or one right below it, announces with a colon."""
    found = list(body)
    end = 0
    for index, seen in enumerate(page):
        if index < end or not seen.text.endswith(COLON) or seen.words < LEAST_OPENING or is_named(seen):
            continue
        end = _list_end(page, index + 1)
        if end - index > SHORTEST_LIST and (found[index] or (index > 0 and found[index - 1])):
            found[index:end] = [True] * (end - index)
    return found


def _list_end(page: Sequence[Seen], start: int) -> int:
    """The line after the list that begins at ``start``: items of one shape, or of two in turn, numbers or addresses."""
    for place in range(start, len(page)):
        seen = page[place]
        address = _ADDRESS.fullmatch(seen.text) is not None
        if not address and (seen.reading.label if _is_enumeration(seen) else is_named(seen)):
            return place
        again = any(alike(seen, page[place - step]) for step in (1, 2) if place - step >= start)
        if not (place == start or again or address or _NUMBERED.match(seen.text)):
            return place
    return len(page)


def _is_enumeration(seen: Seen) -> bool:
    """Commas make it look like a row of tags, and nothing else speaks for furniture: an item may well name three things."""
    points = {kind for kind, count in seen.reading.points.items() if count >= NAMED}
    return points == {"tags"} and not seen.reading.ends and seen.reading.coverage < 0.6


def comments_begin(page: Sequence[Seen], chances: Sequence[float]) -> int:
    """The line that opens the comments of readers: their label below prose, a signed comment soon after; else the page's end."""
    signed = [is_signature(seen) for seen in page]
    left, prose = sum(signed), False
    for index, (seen, likely) in enumerate(zip(page, chances, strict=True)):
        labelled = seen.words <= LONGEST_LABEL and seen.reading.points.get("comment_control", 0.0) >= NAMED
        if prose and labelled and left >= 2 and any(signed[index + 1 : index + 4]):
            return index
        left -= signed[index]
        prose = prose or (seen.words >= LEAST_PROSE and likely >= LEAST_CHANCE)
    return len(page)


def is_signature(seen: Seen) -> bool:
    """A short line with a day and a time of day."""
    return seen.words <= LONGEST_SIGNATURE and any(
        stamp.value is not None and "T" in stamp.value for stamp in seen.reading.stamps
    )


def is_named(seen: Seen) -> bool:
    """Furniture by its own words: a label of a section, a button, a stamp, or what its wordings say."""
    reading = seen.reading
    points = max(reading.points.values(), default=0.0)
    return reading.ends or reading.coverage >= 0.6 or reading.stamped >= 0.7 or (points >= NAMED and seen.words <= LONGEST_NAMED)


def alike(one: Seen, other: Seen) -> bool:
    """Two lines of about one length that open in the same manner, as the items of a list do."""
    near = abs(one.words - other.words) <= 2 + max(one.words, other.words) // 3
    return near and shape(one.text[0]) == shape(other.text[0])


def shape(character: str) -> str:
    """``0`` for a digit, ``A`` or ``a`` for a letter, other signs as they are."""
    if character.isdigit():
        return "0"
    if character.isalpha():
        return "A" if character.isupper() else "a"
    return character
