"""What is put into a saved page to mislead whoever dates it: clocks, modified dates, crawl stamps, ages; and what is taken out.

Every false day lies 400 days after the true one, so that nothing but the true day counts as right. A form takes a page's bytes
and gives them changed; where a page has no ``<h1>``, what belongs beside the headline goes to the top of the body.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

LATER = timedelta(days=400)
BODY = re.compile(rb"<body\b[^>]*>", re.I)
HEAD = re.compile(rb"<head\b[^>]*>", re.I)
HEAD_END = re.compile(rb"</head\s*>", re.I)
HEADLINE_END = re.compile(rb"</h1\s*>", re.I)
BODY_END = re.compile(rb"</body\s*>", re.I)

Form = Callable[[bytes, date], bytes]


def _put(html: bytes, place: re.Pattern[bytes], words: str, *, before: bool = False) -> bytes:
    """The words right after (or before) the first place that matches; else at the top of the body, else of the page."""
    found = place.search(html) or BODY.search(html)
    at = 0 if found is None else found.start() if before and place.search(html) else found.end()
    return html[:at] + words.encode() + html[at:]


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def as_it_is(html: bytes, day: date) -> bytes:
    del day
    return html


def bare_clock(html: bytes, day: date) -> bytes:
    return _put(html, BODY, f"<div>05:52 GMT {_said(day + LATER)}</div>")


def classed_clock(html: bytes, day: date) -> bytes:
    return _put(html, BODY, f'<span class="date current-date">05:52 GMT {_said(day + LATER)}</span>')


def time_clock(html: bytes, day: date) -> bytes:
    later = day + LATER
    return _put(html, BODY, f'<time datetime="{later.isoformat()}T05:52:00Z">05:52 GMT {_said(later)}</time>')


def modified_meta(html: bytes, day: date) -> bytes:
    """Before every other ``<meta>``, so that whoever takes the first date takes this one."""
    return _put(html, HEAD, f'<meta property="article:modified_time" content="{(day + LATER).isoformat()}T05:52:00+00:00">')


def modified_json_ld(html: bytes, day: date) -> bytes:
    later = (day + LATER).isoformat()
    block = f'{{"@context":"https://schema.org","@type":"WebPage","name":"Page","dateModified":"{later}T05:52:00Z"}}'
    return _put(html, HEAD, f'<script type="application/ld+json">{block}</script>')


def modified_line(html: bytes, day: date) -> bytes:
    return _put(html, HEADLINE_END, f"<p>Updated: {_said(day + LATER)} 05:52 GMT</p>")


def modified_time(html: bytes, day: date) -> bytes:
    later = day + LATER
    stamp = f'<time class="updated" datetime="{later.isoformat()}T05:52:00Z">{_said(later)}</time>'
    return _put(html, HEADLINE_END, f"<p>Last updated on {stamp}</p>")


def crawl_meta(html: bytes, day: date) -> bytes:
    later = day + LATER
    stamp = f"{later.isoformat()}T05:52:00Z"
    metas = (
        f'<meta name="crawl-date" content="{stamp}"><meta name="date.crawled" content="{stamp}">'
        f'<meta http-equiv="Last-Modified" content="{later:%a, %d %b %Y} 05:52:00 GMT">'
        f'<meta name="generated" content="{stamp}"><meta name="archive-date" content="{stamp}">'
    )
    return _put(html, HEAD, metas)


def crawl_banner(html: bytes, day: date) -> bytes:
    later = day + LATER
    banner = (
        f'<!-- saved from url on {_said(later)} --><div id="banner">This page was captured on {_said(later)} 05:52:00 GMT.</div>'
    )
    return _put(html, BODY, banner)


def crawl_line(html: bytes, day: date) -> bytes:
    """As web archives write it: the capture's own line, and the file's history at its end."""
    later = day + LATER
    html = _put(html, BODY, f"<div>Archived {later.isoformat()} 05:52 UTC</div>")
    return _put(
        html, BODY_END, f"<!-- FILE ARCHIVED ON 05:52:00 {later:%b %d, %Y} --><p>Generated on {_said(later)}</p>", before=True
    )


def ages_in_list(html: bytes, day: date) -> bytes:
    del day
    rows = (("A harbour reopens after the storm", "2 hours ago"), ("Two envoys return to the table", "3 days ago"))
    listed = "".join(f'<li><a href="/story/{n}">{title}</a> <span>{age}</span></li>' for n, (title, age) in enumerate(rows))
    return _put(html, BODY_END, f"<div><h3>Latest stories</h3><ul>{listed}</ul></div>", before=True)


def age_beside_headline(html: bytes, day: date) -> bytes:
    del day
    return _put(html, HEADLINE_END, "<span>2 hours ago</span>")


FORMS: dict[str, Form] = {
    "as it is": as_it_is,
    "bare clock": bare_clock,
    "classed clock": classed_clock,
    "time clock": time_clock,
    "modified meta": modified_meta,
    "modified json-ld": modified_json_ld,
    "modified line": modified_line,
    "modified time": modified_time,
    "crawl meta": crawl_meta,
    "crawl banner": crawl_banner,
    "crawl line": crawl_line,
    "ages in a list": ages_in_list,
    "age beside headline": age_beside_headline,
}

_DATED = re.compile(
    rb"<script\b[^>]*ld\+json[^>]*>[\s\S]*?</script\s*>|<meta\b[^>]*(?:\d{4}-\d\d-\d\d|\d{9,13}|20\d\d)[^>]*>"
    rb"|<link\b[^>]*canonical[^>]*>|<meta\b[^>]*og:url[^>]*>",
    re.I,
)
_TIME = re.compile(rb"<time\b[^>]*>[\s\S]{0,300}?</time\s*>", re.I)


def without_dates(html: bytes) -> bytes:
    """The page without its JSON-LD, dated ``<meta>``, ``<time>`` elements and own address: what stays is what a reader sees."""
    return _TIME.sub(b"", _DATED.sub(b"", html))


def saved_by_age(html: bytes, day: date, seen: str) -> bytes:
    """A page without dates, three days old: ``3 days ago`` beside the headline, and what ``seen`` names, if anything."""
    aged = _put(without_dates(html), HEADLINE_END, '<p class="age">3 days ago</p>')
    saw = day + timedelta(days=3)
    if seen == "a clock":
        return _put(aged, BODY, f'<header><time datetime="{saw.isoformat()}T18:20Z">18:20 GMT {_said(saw)}</time></header>')
    if seen == "a crawl stamp":
        return _put(aged, HEAD, f'<meta name="crawl-date" content="{saw.isoformat()}T18:20:00Z">')
    return aged
