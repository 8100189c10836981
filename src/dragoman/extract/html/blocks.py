"""HTML -> blocks: the words of a page as they stand, one block for every run of text that a browser breaks lines around.

One walk over selectolax's tree, no recursion. What the elements around a block say is read when it is first asked for: most of
the hundred blocks of a page are menus, of which nothing need be known but that they are short.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dragoman.extract.html.class_words import NONE, TAGGED, cues_of_names

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s samp small span strike strong sub sup"
    " time tt u var wbr".split()
)
NO_WORDS = [
    *("script", "style", "noscript", "template", "svg", "iframe", "object", "title", "textarea", "select", "option", "canvas"),
    *("math", "video", "audio"),
]
"""Elements whose words are not shown, or are no words."""
NEVER_ARTICLE = ["nav", "footer"]
"""Elements that hold no article on any page of news, by the HTML standard's own words."""
HIDING = ("display:none", "visibility:hidden")
MOST_BLOCKS = 20_000
"""Blocks read of one page; a page has some 100, a long live report 2,000."""


class Place:
    """An element as the blocks inside it see it.

    tag     its name
    above   the element around it
    depth   how many elements are around it
    """

    # No place may refer to itself or to what refers to it: a page's tree is then given back as soon as it is read, and not by
    # the next run of the collector. Without the collector a thousand pages now stay within 56 MB (2026-11).
    __slots__ = ("_own", "above", "depth", "node", "tag")

    def __init__(self, node: LexborNode, above: Place | None) -> None:
        self._own: frozenset[str] | None = None
        self.node = node
        self.tag = node.tag or ""
        self.above = above
        self.depth: int = 0 if above is None else above.depth + 1

    @property
    def own(self) -> frozenset[str]:
        """Cues said by the element's class words, id, tag and style. Those of the whole page's elements say nothing."""
        if self._own is None:
            self._own = _said(self.node, self.tag) if self.tag not in ("html", "body") else NONE
        return self._own


class Places:
    """The places of a page's elements, each made when it is first asked for."""

    def __init__(self) -> None:
        self._known: dict[int, Place] = {}

    def of(self, element: LexborNode) -> Place:
        """The place of an element, and before it those of the elements around it that have none yet."""
        missing: list[LexborNode] = []
        here: LexborNode | None = element
        place = None
        while here is not None and (place := self._known.get(here.mem_id)) is None:
            missing.append(here)
            here = here.parent
        for one in reversed(missing):
            place = self._known[one.mem_id] = Place(one, place)
        assert place is not None
        return place


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


class Parent(NamedTuple):
    """The element right around some text.

    line   the nearest element, itself included, that a browser breaks lines around, and its number
    link   the ``<a>`` around the text on that line
    """

    element: LexborNode
    line: LexborNode
    number: int
    link: LexborNode | None


class Block:
    """One line of the page: its words with blanks folded, and the element it stands in.

    linked  characters inside links
    """

    __slots__ = ("_pieces", "_place", "_places", "linked", "text")

    def __init__(self, text: str, linked: int, pieces: list[tuple[str, Parent]], places: Places) -> None:
        self.text = text
        self.linked = linked
        self._pieces = pieces
        self._places = places
        self._place: Place | None = None

    @property
    def tag(self) -> str:
        return self._pieces[0][1].line.tag or ""

    @property
    def place(self) -> Place:
        if self._place is None:
            self._place = self._places.of(self._pieces[0][1].line)
        return self._place

    def anchors(self) -> tuple[Anchor, ...]:
        """The links inside it, in order."""
        found: list[Anchor] = []
        last = None
        for words, parent in self._pieces:
            number = parent.link.mem_id if parent.link is not None else None
            if parent.link is not None:
                if number == last:
                    words = f"{found.pop().words}{words}"
                found.append(Anchor(words, parent.link.attributes.get("href") or ""))
            last = number
        return tuple(Anchor(" ".join(words.split()), href) for words, href in found if words.strip())

    def inner(self) -> frozenset[str]:
        """Cues said by the inline elements inside it."""
        said = NONE
        for words, parent in self._pieces:
            here = self._places.of(parent.element) if words.strip() else self.place
            while here is not self.place and here.above is not None:
                said |= here.own
                here = here.above
        return said


def blocks(tree: LexborHTMLParser) -> list[Block]:
    """The blocks of a page, in its order. Elements that never hold an article are taken out of the tree."""
    tree.strip_tags([*NO_WORDS, *NEVER_ARTICLE])
    return _walked(tree.body) if tree.body else []


def _walked(root: LexborNode) -> list[Block]:
    parents: dict[int, Parent] = {}
    places = Places()
    found: list[Block] = []
    pieces: list[tuple[str, Parent]] = []
    current = 0
    for node in root.traverse(include_text=True):
        if not node.is_text_node:
            if pieces and node.tag == "br":
                _close(pieces, found, places)
                pieces = []
                if len(found) >= MOST_BLOCKS:
                    return found
            continue
        blank = node.is_empty_text_node
        if blank and not pieces:
            continue
        element = node.parent
        if element is None:
            continue
        number = element.mem_id
        parent = parents.get(number)
        if parent is None:
            if blank and number != current and (element.tag or "") not in INLINE:
                continue  # the end of a line between two items of a list: blanks are two fifths of all nodes
            parent = parents[number] = _parent(element)
        if parent.number != current:
            if blank:
                continue
            if pieces:
                _close(pieces, found, places)
                pieces = []
                if len(found) >= MOST_BLOCKS:
                    return found
            current = parent.number
        pieces.append((node.text_content or "", parent))
    if pieces:
        _close(pieces, found, places)
    return found


def _parent(element: LexborNode) -> Parent:
    line = element
    link = None
    while (tag := line.tag or "") in INLINE and (above := line.parent) is not None:
        if tag == "a" and link is None:
            link = line
        line = above
    return Parent(element, line, line.mem_id, link)


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


def _close(pieces: list[tuple[str, Parent]], found: list[Block], places: Places) -> None:
    """Add the block that the pieces make, if they hold more than blanks."""
    if len(pieces) == 1:
        words, parent = pieces[0]
        text = " ".join(words.split())
        linked = len(text) if parent.link is not None else 0
    else:
        text = " ".join("".join([words for words, _ in pieces]).split())
        linked = min(len(text), sum([len(words) for words, parent in pieces if parent.link is not None]))
    if text:
        found.append(Block(text, linked, pieces, places))
