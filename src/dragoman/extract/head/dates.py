"""The dates that a page's head states: JSON-LD, ``<meta>``, ``<time>``, the address; each with its field and its role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from dragoman.article import Stamp, StampRole
from dragoman.extract.wording import stamps

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MOST_TIMES = 12
LONGEST_DATE = 80
# Names of <meta> elements (name, property or itemprop, in lower case) and the role of the date they hold.
META_DATES: dict[str, StampRole] = {
    **dict.fromkeys(
        "article:published_time og:published_time og:article:published_time article:published article:publicationdate"
        " datepublished date_published published published_time published_at publishdate publish_date publish-date"
        " publication_date publicationdate pubdate pub_date pubtime dc.date.issued dcterms.issued dcterms.created"
        " dc.date.created dc.created dc.issued datecreated"
        " sailthru.date parsely-pub-date cxenseparse:recs:publishtime rnews:datepublished originalpublicationdate"
        " article:create"
        " displaydate dateposted date.issued issued created created_at creation_date article_date_original"
        " citation_publication_date citation_online_date prism.publicationdate bt:pubdate og:pubdate article.published"
        " firstpublished weibo:article:create_at uploaddate date.created ptime release_date og:release_date".split(),
        "published",
    ),
    **dict.fromkeys(
        "article:modified_time og:modified_time og:updated_time article:modified article:updated article:updated_time"
        " datemodified date_modified dateupdated modified modified_at updated updated_at updated_time lastmod"
        " last-modified last_modified lastmodified dcterms.modified dc.date.modified dc.modified moddate revised"
        " weibo:article:update_at".split(),
        "modified",
    ),
    **dict.fromkeys("date dc.date dcterms.date article:date og:date timestamp".split(), "unknown"),
    # When somebody saved the page or a machine wrote it out: never when it was published.
    **dict.fromkeys(
        "crawl-date crawl_date crawldate crawl-time crawl_time crawled crawled_at crawled-at date.crawled date-crawled"
        " date_crawled archive-date archive_date archived archived_at archived-at date.archived captured captured_at capture-date"
        " capture_date fetched fetched_at fetch-date fetch_date date_fetched retrieved retrieved_at date_retrieved snapshot"
        " snapshot-date snapshot_date saved saved_at saved-on generated generated_at generated-at generated-on generated_on"
        " generation-date date.generated build-date build_date build-time cached_at cache-date rendered_at".split(),
        "clock",
    ),
}
LD_DATES: dict[str, StampRole] = {
    "datePublished": "published",
    "dateCreated": "published",
    "uploadDate": "published",
    "dateModified": "modified",
}
_STATING = {f"json-ld:{key}": role for key, role in LD_DATES.items()} | {f"meta:{key}": role for key, role in META_DATES.items()}

# 20190216, 20190216T1711, 20190216T171100Z
_EIGHT_DIGITS = re.compile(r"^(\d{4})(\d\d)(\d\d)(?!\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?")
_LOOSE_ISO = re.compile(
    r"^\s*(\d{4})-(\d\d?)-(\d\d?)(?:[T ,]+(\d\d?):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"^1[0-9]{9}(?:[0-9]{3})?$")


def stated(fields: dict[str, str], url: str | None) -> tuple[Stamp, ...]:
    """Dates in JSON-LD, in ``<meta>``, in the address."""
    found = []
    for name, role in _STATING.items():
        if name in fields and (value := iso(fields[name])):
            found.append(Stamp(value, name, role, field=name))
    address = fields.get("address") or url or ""
    if address and (day := stamps.in_address(address)):
        fields.setdefault("address", address)
        found.append(Stamp(day, "address", "published", field="address"))
    return tuple(found)


_CLOCK = re.compile(
    r"(?:^|[\s_-])(?:clock|current|today|now|live)(?:$|[\s_-])|current-?(?:date|time)|todays?-?date", re.IGNORECASE
)
_MODIFIED = re.compile(r"updat|modif|revis|edited|chang", re.IGNORECASE)
_PUBLISHED = re.compile(r"publi|posted|created|issued|entry-date|pubdate|released", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"relat|recommend|comment|teaser|sidebar|popular|trending|latest|most-|promo|carousel|footer|card|listing", re.IGNORECASE
)


def of_times(elements: Sequence[LexborNode], fields: dict[str, str], above: int = 0) -> tuple[Stamp, ...]:
    """``<time datetime=…>`` of the article itself, which go into the fields too.

    above   how many of them stand before the page's first heading
    """
    found: list[Stamp] = []
    for place, element in enumerate(elements[: 4 * MOST_TIMES]):
        value = " ".join((element.attributes.get("datetime") or "")[:LONGEST_DATE].split())
        names = _names_around(element)
        date = iso(value)
        if not date or (_ELSEWHERE.search(names) and not _CLOCK.search(names)):
            continue
        name = "time:datetime" if not found else f"time:datetime:{len(found) + 1}"
        fields[name] = value
        found.append(Stamp(date, name, "clock" if _runs(element, names, above=place < above) else time_role(names), field=name))
        if len(found) >= MOST_TIMES:
            break
    return tuple(found)


def _runs(element: LexborNode, names: str, *, above: bool) -> bool:
    """Whether an unlabelled ``<time>`` is a live clock: over the heading and outside the article, or time first with its zone.

    On the development half three ``<time>`` stand over the heading, each inside the article, and each tells the day.
    """
    if time_role(names) != "unknown":
        return False
    if above and not _in_article(element):
        return True
    return any(seen.time_first and seen.zoned and seen.value for seen in stamps.find(element.text()[:LONGEST_DATE].strip()))


def _in_article(element: LexborNode) -> bool:
    here: LexborNode | None = element.parent
    for _ in range(_DEEPEST):
        if here is None or here.tag in ("article", "main"):
            return here is not None
        here = here.parent
    return False


_DEEPEST = 40
"""Ancestors looked at: pages nest an article's header some ten deep."""


def time_role(names: str) -> StampRole:
    """What class words around a date say it is."""
    if _CLOCK.search(names):
        return "clock"
    if _MODIFIED.search(names):
        return "modified"
    return "published" if _PUBLISHED.search(names) else "unknown"


def _names_around(element: LexborNode) -> str:
    """Class words, id and itemprop of an element and of the four around it."""
    names = []
    here: LexborNode | None = element
    for _ in range(5):
        if here is None or here.tag in ("body", "html", "main", "article"):
            break
        said = here.attributes
        names += [str(said[key]) for key in ("class", "id", "itemprop", "pubdate") if said.get(key)]
        here = here.parent
    return " ".join(names)[:1000]


def iso(value: str) -> str | None:
    """A date as ISO 8601, its zone kept where given: of ISO, RFC 2822, seconds since 1970, eight digits, dates in words."""
    text = value.strip()[:LONGEST_DATE]
    if not text:
        return None
    if match := _LOOSE_ISO.match(text):
        return _from_numbers(*match.groups())
    if _EPOCH.match(text):
        return _from_epoch(int(text[:10]))
    if match := _EIGHT_DIGITS.match(text):
        return _from_numbers(*match.groups())
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError):
        pass
    return next((seen.value for seen in stamps.find(text) if seen.value), None)


def _from_epoch(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def _from_numbers(
    year: str, month: str, day: str, hour: str | None, minute: str | None, second: str | None, zone: str | None
) -> str | None:
    """ISO 8601 of numbers that make a day; the time is left out where it makes none."""
    try:
        date = datetime(int(year), int(month), int(day))  # noqa: DTZ001 - only the day is taken of it
    except ValueError:
        return None
    written = f"{date:%Y-%m-%d}"
    if hour is None or minute is None or int(hour) > 23 or int(minute) > 59:
        return written
    written += f"T{int(hour):02}:{minute}" + (f":{second}" if second else "")
    if zone:
        zone = zone.upper()
        written += "Z" if zone in ("Z", "UTC", "GMT") else zone if ":" in zone else f"{zone[:3]}:{zone[3:] or '00'}"
    return written
