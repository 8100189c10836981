"""JSON-LD as pages really write it: several blocks, lists, ``@graph``, nested nodes, broken JSON, entities inside strings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

import orjson

Node = dict[str, Any]

ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle"
    " ReviewNewsArticle AdvertiserContentArticle SatiricalArticle BlogPosting LiveBlogPosting SocialMediaPosting Report"
    " TechArticle ScholarlyArticle Interview OpEd".split()
)
LOOSER_TYPES = frozenset("WebPage ItemPage VideoObject AudioObject PodcastEpisode CreativeWork MediaObject Event Review".split())
LONGEST_BLOCK = 2_000_000
MOST_BLOCKS = 50
MOST_NODES = 3_000
"""Nodes looked at in one page; a page with a hundred teasers in its graph has some 800."""

_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(?=\s{0,100}[}\]])")
_MARKUP = re.compile(r"<[^<>]{0,200}>")


def nodes(blocks: Sequence[str]) -> list[Node]:
    """Every JSON object in the blocks, outer ones first; a block that can't be repaired gives none."""
    found: list[Node] = []
    for block in blocks[:MOST_BLOCKS]:
        if len(block) <= LONGEST_BLOCK:
            found.extend(_walk(parsed(block), MOST_NODES - len(found)))
    return found


def parsed(block: str) -> Any:
    """The value of a block, repaired where it can be; None where not."""
    for attempt in (_strict, _loose, _mended):
        try:
            return attempt(block)
        except (ValueError, RecursionError):
            continue
    return None


def _strict(block: str) -> Any:
    return orjson.loads(block)


def _loose(block: str) -> Any:
    """Raw line ends inside strings, text after the value, comment marks around it."""
    value, _ = json.JSONDecoder(strict=False).raw_decode(_WRAPPING.sub("", block).strip())
    return value


def _mended(block: str) -> Any:
    """Trailing commas; quotes written as entities."""
    mended = _TRAILING_COMMA.sub("", _WRAPPING.sub("", block).strip())
    if "&quot;" in mended and '"' not in mended:
        mended = unescape(mended)
    value, _ = json.JSONDecoder(strict=False).raw_decode(mended)
    return value


def _walk(value: Any, most: int) -> Iterator[Node]:
    """All objects inside a value, outer ones first, without recursion."""
    waiting = [value]
    for thing in waiting:
        if most <= 0:
            return
        if isinstance(thing, list):
            waiting.extend(thing[:MOST_NODES])
        elif isinstance(thing, dict):
            most -= 1
            yield thing
            waiting.extend(inner for inner in thing.values() if isinstance(inner, (dict, list)))


def types_of(node: Node) -> frozenset[str]:
    said = node.get("@type")
    return frozenset(str(one).rsplit("/", 1)[-1] for one in (said if isinstance(said, list) else [said]) if one)


def article_node(found: Sequence[Node]) -> Node:
    """The node that speaks of the page's own article: the first of an article's type, with a headline before one without."""
    for allowed in (ARTICLE_TYPES, LOOSER_TYPES):
        candidates = [node for node in found if types_of(node) & allowed]
        for needed in (("headline", "datePublished"), ("headline",), ("datePublished",), ("name", "author"), ("articleBody",)):
            for node in candidates:
                if all(node.get(key) for key in needed):
                    return node
    return {}


def by_id(found: Sequence[Node]) -> dict[str, Node]:
    """Nodes by their ``@id``, the fullest of each."""
    named: dict[str, Node] = {}
    for node in found:
        key = node.get("@id")
        if isinstance(key, str) and len(node) > len(named.get(key, {})):
            named[key] = node
    return named


def text_of(value: Any) -> str:
    """A string value as words: entities resolved, markup removed, blanks folded; "" for anything that is not a string."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return ""
    words = whole(unescape(unescape(value)) if "&" in value else value)
    if "<" in words:
        words = _MARKUP.sub(" ", words)
    return " ".join(words.split())


def whole(words: str) -> str:
    """The words with halves of surrogate pairs, which JSON may hold and UTF-8 may not, replaced."""
    return words if words.isascii() else words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def names_of(value: Any, known: dict[str, Node]) -> list[str]:
    """Names of persons and bodies in ``author``, ``publisher``: strings, objects, references by ``@id``, lists of these."""
    names: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        thing = one
        if isinstance(thing, dict) and "name" not in thing and isinstance(thing.get("@id"), str):
            thing = known.get(thing["@id"], thing)
        if isinstance(thing, dict):
            inner = thing.get("name")
            if not inner:
                inner = " ".join(text_of(thing.get(key)) for key in ("givenName", "familyName"))
            names.extend(text_of(name) for name in (inner if isinstance(inner, list) else [inner]))
        else:
            names.append(text_of(thing))
    return [name for name in names if name]
