"""HTML -> blocks: the words of a page as they stand, one block for every run of text that a browser breaks lines around.

One walk over selectolax's tree, no recursion. What an element says of itself is read when it is first asked for: most of the
two hundred blocks of a page are menus, of which nothing need be known but that they are short.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.extract.cues import NONE, TAGGED, cues_of_names

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s samp small span strike strong sub sup"
    " time tt u var wbr".split()
)
UNSEEN = frozenset(
    "script style noscript template svg iframe object head title textarea select option canvas math video audio".split()
)
HIDING = ("display:none", "visibility:hidden")
MOST_BLOCKS = 20_000
"""Blocks read of one page; a page has some 200, a long live report 2,000."""


class Place:
    """An element as the blocks inside it see it.

    tag     its name
    above   the element around it
    block   the nearest element, itself included, that a browser breaks lines around
    link    the ``<a>`` around its words
    unseen  its words are not shown, or are no words
    """

    __slots__ = ("_own", "above", "block", "depth", "link", "node", "tag", "unseen")

    def __init__(self, node: LexborNode, above: Place | None) -> None:
        tag = node.tag or ""
        self._own: frozenset[str] | None = None
        inline = tag in INLINE and above is not None
        self.node = node
        self.tag = tag
        self.above = above
        self.block: Place = above.block if inline and above else self
        self.link: Place | None = self if tag == "a" else above.link if inline and above else None
        self.unseen: bool = tag in UNSEEN or (above is not None and above.unseen)
        self.depth: int = 0 if above is None else above.depth + 1

    @property
    def own(self) -> frozenset[str]:
        """Cues said by the element's class words, id, tag and style. Those of the whole page's elements say nothing."""
        if self._own is None:
            self._own = _said(self.node, self.tag) if self.tag not in ("html", "body") else NONE
        return self._own


def cues_around(place: Place | None) -> frozenset[str]:
    """Cues said by an element and by all around it."""
    said = NONE
    while place is not None:
        if place.own:
            said |= place.own
        place = place.above
    return said


class Anchor(NamedTuple):
    """Words inside one ``<a>`` of a block, with the address it leads to as the page wrote it."""

    words: str
    href: str


class Block:
    """One line of the page: its words with blanks folded, and the element it stands in.

    linked  characters inside links
    """

    __slots__ = ("linked", "pieces", "place", "text")

    def __init__(self, text: str, place: Place, linked: int, pieces: list[tuple[str, Place]]) -> None:
        self.text = text
        self.place = place
        self.linked = linked
        self.pieces = pieces

    def anchors(self) -> tuple[Anchor, ...]:
        """The links inside it, in order."""
        found: list[Anchor] = []
        last = None
        for words, place in self.pieces:
            link = place.link
            if link is not None:
                if link is last:
                    words = f"{found.pop().words}{words}"
                found.append(Anchor(words, link.node.attributes.get("href") or ""))
            last = link
        return tuple(Anchor(" ".join(words.split()), href) for words, href in found if words.strip())

    def inner(self) -> frozenset[str]:
        """Cues said by the inline elements inside it."""
        said = NONE
        for _, place in self.pieces:
            while place is not self.place and place.above is not None:
                said |= place.own
                place = place.above
        return said


def blocks(root: LexborNode) -> list[Block]:
    """The blocks under an element, in the order of the page."""
    places: dict[int, Place] = {}
    found: list[Block] = []
    pieces: list[tuple[str, Place]] = []
    current: Place | None = None
    for node in root.traverse(include_text=True):
        if not node.is_text_node:
            if pieces and node.tag == "br":
                _close(pieces, found)
                pieces = []
                if len(found) >= MOST_BLOCKS:
                    return found
            continue
        if node.is_empty_text_node:
            if pieces and node.parent and (place := places.get(node.parent.mem_id)) and place.block is current:
                pieces.append((" ", place))
            continue
        parent = node.parent
        if parent is None:
            continue
        place = places.get(parent.mem_id) or _place(parent, places)
        if place.unseen:
            continue
        if place.block is not current:
            if pieces:
                _close(pieces, found)
                pieces = []
                if len(found) >= MOST_BLOCKS:
                    return found
            current = place.block
        pieces.append((node.text_content or "", place))
    if pieces:
        _close(pieces, found)
    return found


def _place(node: LexborNode, places: dict[int, Place]) -> Place:
    """The place of an element, and before it those of the elements around it that have none yet."""
    missing = [node]
    up = node.parent
    while up is not None and up.mem_id not in places:
        missing.append(up)
        up = up.parent
    place = places[up.mem_id] if up is not None else None
    for element in reversed(missing):
        place = places[element.mem_id] = Place(element, place)
    assert place is not None
    return place


def _said(node: LexborNode, tag: str) -> frozenset[str]:
    attributes = node.attributes
    said = {TAGGED[tag]} if tag in TAGGED else set()
    if attributes:
        if "hidden" in attributes or ("style" in attributes and _hides(attributes["style"])):
            said.add("hiding")
        names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        if len(names) > 1:
            said |= cues_of_names(names)
    return frozenset(said) if said else NONE


def _hides(style: str | None) -> bool:
    folded = (style or "").replace(" ", "").lower()
    return any(hiding in folded for hiding in HIDING)


def _close(pieces: list[tuple[str, Place]], found: list[Block]) -> None:
    """Add the block that the pieces make, if they hold more than blanks."""
    if len(pieces) == 1:
        words, place = pieces[0]
        text = " ".join(words.split())
        linked = len(text) if place.link is not None else 0
    else:
        text = " ".join("".join([words for words, _ in pieces]).split())
        linked = sum([len(words) for words, place in pieces if place.link is not None])
    if text:
        found.append(Block(text, pieces[0][1].block, min(linked, len(text)), pieces))
