"""What the head of a page says of its article, every value with its provenance.

The names of fields: ``json-ld:headline``, ``meta:og:title`` (any ``<meta>`` by its name, property or itemprop), ``html:title``,
``html:h1``, ``html:lang``, ``link:canonical``, ``time:datetime`` (``time:datetime:2`` for the second),
``address``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from dragoman.article import Stamp
from dragoman.extract.head import dates, jsonld
from dragoman.extract.head.dates import LD_DATES, META_DATES

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

LONGEST_VALUE = 2_000
MOST_METAS = 400
MOST_TAGS = 40

# <meta> names whose values are kept as fields, beside those of META_DATES.
KEPT = frozenset(
    "og:title og:site_name og:url og:type og:description og:locale og:article:author og:article:section twitter:title"
    " twitter:site twitter:creator twitter:data1 author authors article:author article:tag article:section"
    " article:publisher description"
    " keywords news_keywords title headline dc.title dc.creator dcterms.creator dc.publisher dc.language citation_title"
    " citation_author sailthru.title sailthru.author parsely-title parsely-author parsely-section parsely-tags byl byline"
    " application-name publisher copyright language content-language name genre section keywords:tag".split()
)
_READ = KEPT | META_DATES.keys()


@dataclass(frozen=True, slots=True)
class Field:
    """A value with the name of the field it stood in."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says: fields by provenance, and those that tell of one thing, best first.

    authors are as written: `names` makes names of them.
    """

    fields: Mapping[str, str]
    titles: tuple[Field, ...]
    authors: tuple[tuple[str, tuple[str, ...]], ...]
    outlets: tuple[Field, ...]
    tags: tuple[Field, ...]
    stamps: tuple[Stamp, ...]
    url: str | None
    kinds: frozenset[str]
    body: str
    free: bool | None


def read(tree: LexborHTMLParser, address: str | None) -> Head:
    """The head of a page that was read from an address, where that is known."""
    elements = _elements(tree)
    metas = _metas(elements["meta"])
    found = jsonld.nodes([script.text() for script in elements["script"]])
    known = jsonld.by_id(found)
    node = jsonld.article_node(found)
    fields = _meta_fields(metas)
    fields.update(_ld_fields(node, known))
    fields.update(_element_fields(tree, elements))
    tags = _tag_fields(node, metas)
    for name in {tag.name for tag in tags}:
        fields[name] = "; ".join(tag.value for tag in tags)[:LONGEST_VALUE]
    url = _own_address(fields, address)
    if address or url:
        fields["address"] = address or url or ""
    return Head(
        fields=fields,
        titles=_fields_of(fields, *_TITLES),
        authors=_author_fields(node, known, fields),
        outlets=_fields_of(fields, "meta:og:site_name", "json-ld:publisher", "meta:application-name", "meta:publisher"),
        tags=tags,
        stamps=dates.stated(fields, url) + dates.of_times(elements["time"], fields, len(elements["above"])),
        url=url,
        kinds=jsonld.types_of(node),
        body=_article_body(node, found),
        free=_free(node),
    )


_TITLES = (
    "json-ld:headline",
    "meta:og:title",
    "html:h1",
    "meta:twitter:title",
    "meta:headline",
    "meta:parsely-title",
    "meta:sailthru.title",
    "meta:dc.title",
    "meta:citation_title",
    "json-ld:name",
    "meta:title",
    "html:title",
)


def _elements(tree: LexborHTMLParser) -> dict[str, list[LexborNode]]:
    """The elements that say something of the page, by their names, found in one walk; ``above``: ``<time>`` before any heading."""
    by_name: dict[str, list[LexborNode]] = {name: [] for name in ("meta", "script", "title", "h1", "link", "time", "above")}
    for element in tree.css('meta, title, h1, link[rel="canonical"], time[datetime], script[type*="ld+json"]'):
        by_name[element.tag or ""].append(element)
        if element.tag == "h1" and len(by_name["h1"]) == 1:
            by_name["above"] = by_name["time"].copy()
    return by_name


def _metas(elements: Sequence[LexborNode]) -> list[Field]:
    """``<meta>`` elements with a name that is kept and a value, in order; the name in lower case."""
    metas = []
    for element in elements[:MOST_METAS]:
        said = element.attributes
        name = said.get("property") or said.get("name") or said.get("itemprop") or said.get("http-equiv")
        value = said.get("content")
        if name and value and (name := name.strip().lower()) in _READ and (value := folded(value)):
            metas.append(Field(name, value))
    return metas


def _meta_fields(metas: Iterable[Field]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for meta in metas:
        fields.setdefault(f"meta:{meta.name}", meta.value)
    return fields


def _ld_fields(node: jsonld.Node, known: dict[str, jsonld.Node]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for key in ("headline", "name", "alternativeHeadline", "description", "articleSection", "inLanguage", "genre", *LD_DATES):
        if words := jsonld.text_of(node.get(key)):
            fields[f"json-ld:{key}"] = words[:LONGEST_VALUE]
    for key in ("author", "creator", "publisher"):
        if names := jsonld.names_of(node.get(key), known):
            fields[f"json-ld:{key}"] = "; ".join(names)[:LONGEST_VALUE]
    if types := jsonld.types_of(node):
        fields["json-ld:type"] = " ".join(sorted(types))[:LONGEST_VALUE]
    return fields


def _element_fields(tree: LexborHTMLParser, elements: Mapping[str, Sequence[LexborNode]]) -> dict[str, str]:
    lang = tree.root.attributes.get("lang") if tree.root else None
    href = elements["link"][0].attributes.get("href") if elements["link"] else None
    title = elements["title"][0].text() if elements["title"] else None
    found = {"html:lang": lang, "link:canonical": href, "html:title": title, "html:h1": _heading(elements["h1"])}
    return {name: words for name, value in found.items() if value and (words := folded(value))}


def _heading(elements: Sequence[LexborNode]) -> str:
    """The first heading of three words or more, since the first is often the outlet's name; else the first."""
    headings = [folded(heading.text()) for heading in elements[:5]]
    return next((words for words in headings if words.count(" ") >= 2), headings[0] if headings else "")


def folded(value: str) -> str:
    """Blanks folded, length bounded."""
    return " ".join(value[: 2 * LONGEST_VALUE].split())[:LONGEST_VALUE]


def _fields_of(fields: Mapping[str, str], *names: str) -> tuple[Field, ...]:
    return tuple(Field(name, fields[name]) for name in names if fields.get(name))


def _author_fields(
    node: jsonld.Node, known: dict[str, jsonld.Node], fields: Mapping[str, str]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Names by field, most trusted first."""
    found = [(f"json-ld:{key}", tuple(jsonld.names_of(node.get(key), known))) for key in ("author", "creator")]
    for name in (
        "author",
        "parsely-author",
        "sailthru.author",
        "article:author",
        "byl",
        "dc.creator",
        "dcterms.creator",
        "citation_author",
    ):
        found += [(f"meta:{name}", (value,))] if (value := fields.get(f"meta:{name}")) else []
    return tuple((name, names) for name, names in found if names)


def _tag_fields(node: jsonld.Node, metas: Sequence[Field]) -> tuple[Field, ...]:
    """Topics, one each: JSON-LD keywords, else ``article:tag``, else the keywords of ``<meta>``."""
    said = node.get("keywords")
    listed = [jsonld.text_of(one) for one in said] if isinstance(said, list) else jsonld.text_of(said).split(",")
    sources = [("json-ld:keywords", listed), ("meta:article:tag", [meta.value for meta in metas if meta.name == "article:tag"])]
    sources += [
        (f"meta:{name}", [tag for meta in metas if meta.name == name for tag in meta.value.split(",")])
        for name in ("news_keywords", "keywords")
    ]
    for name, values in sources:
        if tags := tuple(dict.fromkeys(Field(name, folded(value)) for value in values if value.strip())):
            return tags[:MOST_TAGS]
    return ()


def _own_address(fields: Mapping[str, str], address: str | None) -> str | None:
    """The page's canonical address where its host is the one it came from or that is unknown; else the address it came from."""
    for name in ("link:canonical", "meta:og:url"):
        stated = _absolute(fields.get(name, ""), address)
        host = _host(stated)
        if host and (address is None or host == _host(address)):
            return stated
    return address


def _absolute(stated: str, address: str | None) -> str:
    try:
        return urljoin(address, stated) if address and stated else stated
    except ValueError:
        return ""


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _article_body(node: jsonld.Node, found: Iterable[jsonld.Node]) -> str:
    """``articleBody`` with its line ends, markup and entities resolved."""
    said = node.get("articleBody")
    if not isinstance(said, str):
        said = next((other["articleBody"] for other in found if isinstance(other.get("articleBody"), str)), "")
    return jsonld.whole(said)


def _free(node: jsonld.Node) -> bool | None:
    """Whether the page says that all of it is free to read."""
    said = str(node.get("isAccessibleForFree", "")).lower()
    return {"true": True, "false": False}.get(said)
