"""Bounds on the tree of a page, looked for before it is parsed.

HTML parsers walk their stack of open elements at every tag, so that nesting takes the square of its depth:
100,000 nested ``<div>`` took the parser beneath 10 s, a million would take a quarter of an hour (timed 2026-11).
"""

from __future__ import annotations

import re

from dragoman.errors import UnreadablePage

DEEPEST = 1_000
"""Elements inside each other that are still read; browsers stop nesting at 512."""
FEW_TAGS = 4_000
"""Pages with fewer are parsed without a look at their nesting: the worst of them takes 20 ms."""
MOST_WORK = 60_000_000
"""Tags times deepest nesting, beyond which formatting elements that are never closed would fill the memory."""
MOST_TAGS = 1_000_000
"""Tags of the largest page read: 350 MB of memory, where the eight million ``<br>`` of 32 MiB took 2.3 GB (2026-11). A page of
32 MiB that is written for readers has fewer."""

LONG_TAG = 16_384
"""Characters of a tag from which its attributes are counted; an image inside an attribute makes longer ones."""
MOST_ATTRIBUTES = 2_000
"""Attributes of one tag: the parser beneath compares each with all before it, 40,000 took 5 s (timed 2026-11)."""

_ATTRIBUTE = re.compile(r"[\s/]+[^\s=>/]+(?:\s{0,20}=\s{0,20}(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?")
_NAME = re.compile(r"[^\s/>]+")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])")
# Closed by what follows them, or never open at all.
_SELF_CLOSING = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup"
    " rb rt rp rtc path circle rect line polygon polyline ellipse use stop image".split()
)


def check_nesting(html: str, origin: str) -> None:
    """Raise UnreadablePage where tags are so many, or nested so deep, that parsing would fill the memory or hardly end."""
    check_attributes(html, origin)
    count = html.count("<")
    if count < FEW_TAGS:
        return
    if count > MOST_TAGS:
        raise UnreadablePage(f"{origin}: it has {count:,} HTML tags, at most {MOST_TAGS:,} are read. Nothing was read from it.")
    depth = deepest = tags = 0
    for match in _TAG.finditer(html):
        closing, name = match.groups()
        if name.lower() in _SELF_CLOSING:
            continue
        tags += 1
        if closing:
            depth = max(0, depth - 1)
        else:
            depth += 1
            deepest = max(depth, deepest)
    if deepest > DEEPEST or tags * deepest > MOST_WORK:
        raise UnreadablePage(
            f"{origin}: its HTML elements are nested {deepest:,} deep, at most {DEEPEST:,} are read. Nothing was read from it."
        )


def check_attributes(html: str, origin: str) -> None:
    """Raise UnreadablePage where one tag has more attributes than any page was written with."""
    if len(html) <= LONG_TAG:
        return
    for piece in html.split("<"):
        if len(piece) > LONG_TAG and piece[0].isalpha():
            name = _NAME.match(piece)
            count, end = 0, name.end() if name else 0
            while count <= MOST_ATTRIBUTES and (attribute := _ATTRIBUTE.match(piece, end)):
                count, end = count + 1, attribute.end()
            if count > MOST_ATTRIBUTES:
                raise UnreadablePage(
                    f"{origin}: one HTML tag has more than {MOST_ATTRIBUTES:,} attributes, the most that are read. "
                    "Nothing was read from it."
                )
