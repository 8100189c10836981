"""Whether a page writes 4 March as ``04/03``: by its language tag, its address, and its other dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.article import Article

_LOCALE_FIELDS = (
    "html:lang",
    "meta:og:locale",
    "json-ld:inLanguage",
    "meta:language",
    "meta:content-language",
    "meta:dc.language",
)
_LOCALE = re.compile(r"en[-_]([A-Za-z]{2})\b")
_MONTH_FIRST_LANDS = frozenset({"US", "PH", "FM", "PR"})
_HOST = re.compile(r"https?://[^/\s]*?\.([a-z]{2,4})(?::\d+)?(?:/|\Z)", re.I)
_MONTH_FIRST_HOSTS = frozenset({"us", "gov", "mil", "edu", "ph"})
_DAY_FIRST_HOSTS = frozenset(
    "uk ie au nz in pk bd lk za ng ke gh eg ae sa qa kw om bh jo lb iq ir tr gr it es fr de at ch nl be pt dk no se fi pl cz sk"
    " hu ro bg rs hr si ru ua by ge am az il vn th my sg id hk".split()
)
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:19|20)\d\d(?!\d|[/.-]\d)")
MOST = 50
"""Numeric dates of a page that are looked at."""


def day_first(article: Article) -> bool | None:
    """True for day before month, False for month before day, None where nothing tells.

    A date of the page that can be read in one way only counts most: ``25/12/2019`` is day first.
    """
    for at, found in enumerate(_NUMERIC.finditer(article.text)):
        one, two = int(found[1]), int(found[3])
        if at == MOST:
            break
        if found[2] == "." and two <= 12:
            return True
        if (one > 12) != (two > 12):
            return one > 12
    return _by_locale(article)


def _by_locale(article: Article) -> bool | None:
    for name in _LOCALE_FIELDS:
        if found := _LOCALE.search(article.fields.get(name, "")[:40]):
            return found[1].upper() not in _MONTH_FIRST_LANDS
    found = _HOST.match(article.url or article.fields.get("address", ""))
    if found and found[1].lower() in _MONTH_FIRST_HOSTS:
        return False
    return True if found and found[1].lower() in _DAY_FIRST_HOSTS else None
