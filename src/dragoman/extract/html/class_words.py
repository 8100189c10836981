"""What the class words, ids and tags of an element say about the words inside it.

The words are written by hand, from the names that content management systems and style guides use; none was taken from a page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

# A class such as "o-teaser__relatedLinks" is cut into parts (o, teaser, related, links). One line a cue: a part that begins with
# one of these says it ...
BEGINS = {
    "related": "relat recommend recirc popular trending mostread mostviewed mostpopular teaser outbrain taboola upnext readnext"
    " readmore readalso seealso further suggest newsfeed headlines river carousel slider latest sidebar aside rail inset pullout"
    " upsell promo explore trend crosslink morefrom moreon morenews morestories linklist listing recent inarticlelink backlink",
    "caption": "caption figure photo image img picture imagen gallery thumb video player embed infobox factbox media slideshow",
    "share": "share sharing social addthis sharedaddy follow whatsapp facebook twitter tweet bookmark toolbar listen audio tts",
    "newsletter": "newsletter subscri signup signin optin mailchimp mailing donat paywall piano member regist regwall login"
    " contribut fundrais abo crm conversion meter",
    "comment": "comment disqus discussion respond reply replies livefyre coral",
    "poll": "conversation feedback rating poll vote",
    "advert": "advert sponsor dfp banner commercial affiliat partner leaderboard mpu marketing shop product deal coupon publicid"
    " publicit werbung anzeige adslot adunit adsense gpt",
    "tags": "tags tag topic keyword categor taxonomy hashtag kicker eyebrow rubric schlagwort",
    "byline": "byline author writer contributor reporter journalist vcard autor auteur signature profile",
    "time": "date time publish updated pubdate clock posted metadata datum fecha",
    "navigation": "nav menu breadcrumb crumb pagination pager skip footer header masthead toc topbar search widget dropdown"
    " offcanvas drawer sitemap tabs",
    "notice": "cookie consent gdpr popup modal overlay lightbox dialog disclaim legal copyright terms tooltip hidden hide"
    " invisible visuallyhidden screenreader offscreen expired placeholder",
    "lead": "lead lede standfirst intro summary abstract excerpt subtitle subhead subline dek deck description synopsis",
    "quote": "quote blockquote pullquote",
    "article_body": "articlebody articletext articlecontent storybody storytext storycontent entrycontent postcontent postbody"
    " bodycopy bodytext maincontent articlecopy contentbody richtext wysiwyg paragraph prose",
}
# ... and so does a part that is one of these, ...
IS = {
    "related": "card cards feed stories more next related",
    "caption": "fig credit credits slide",
    "share": "print action actions button buttons btn email copy",
    "advert": "ad ads adv promoted native",
    "tags": "label labels",
    "byline": "by bio",
    "time": "meta info",
    "navigation": "foot pages bottom site tab",
    "notice": "sr alert error collapsed",
}
# ... or two parts beside each other of which the first is of the first list and the second of the second.
PAIRS = {
    "article_body": (
        "article story post entry content news page detail main text rich body field node single",
        "body content text copy main inner article entry detail container full wrapper paragraph",
    ),
    "related": (
        "most read see also more up",
        "read viewed shared popular also from on stories news like next articles posts links",
    ),
    "newsletter": ("sign log call opt", "up in to"),
    "lead": ("sub article story", "head line title headline summary description"),
}
# What a tag says whatever its class.
TAGGED = {
    "nav": "navigation",
    "footer": "footer",
    "aside": "aside",
    "figure": "figure",
    "figcaption": "figcaption",
    "header": "header",
    "button": "button",
    "form": "form",
    "label": "form",
    "dialog": "notice",
    "article": "in_article",
    "main": "in_main",
    "table": "table",
    "blockquote": "quoted",
    "address": "byline",
}

_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_BEGINS = tuple((cue, tuple(words.split())) for cue, words in BEGINS.items())
_IS = {word: cue for cue, words in IS.items() for word in words.split()}
_PAIRS = tuple((cue, frozenset(first.split()), frozenset(second.split())) for cue, (first, second) in PAIRS.items())
_LONGEST = 200
NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=20_000)
def cues_of_names(names: str) -> frozenset[str]:
    """The cues in class words and id, given as one string."""
    parts = [part.lower() for part in _PART.findall(names[:_LONGEST])]
    said = {cue for part in parts for cue in _cues_of_part(part)}
    for cue, firsts, seconds in _PAIRS:
        if any(first in firsts and second in seconds for first, second in pairwise(parts)):
            said.add(cue)
    return frozenset(said) if said else NONE


@lru_cache(maxsize=20_000)
def _cues_of_part(part: str) -> tuple[str, ...]:
    said = [cue for cue, words in _BEGINS if part.startswith(words)]
    if (cue := _IS.get(part)) and cue not in said:
        said.append(cue)
    return tuple(said)
