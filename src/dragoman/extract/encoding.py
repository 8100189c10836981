"""Bytes -> words: which encoding a page is written in.

In this order: a byte order mark, bytes that are valid UTF-8, the charset of the media type, the page's own ``<meta>``, and last
what charset-normalizer makes of a sample. A wrong declaration never stops the reading: what can't be decoded becomes U+FFFD
and is counted.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

# The longest marks first: UTF-32 LE begins with the mark of UTF-16 LE.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
META_WITHIN = 4096
"""Bytes in which a ``<meta charset>`` is looked for; HTML asks for 1,024, real pages put comments before it."""
ESCAPE = b"\x1b"
"""ISO-2022-JP and its kin are ASCII but for this and a ``$``. Looking for two bytes at once took 0.13 ms a page."""
SAMPLE = 32_768
"""Bytes shown to charset-normalizer: 50 ms at most, where a whole 10 MB page took half a minute (timed 2026-11)."""
WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "tis-620": "cp874",
}
"""What browsers read under these labels (WHATWG Encoding): each is a part of its wider neighbour."""
NO_PAGE = frozenset(
    {"unicode_escape", "raw_unicode_escape", "unicode-escape", "raw-unicode-escape", "punycode", "utf-7", "undefined"}
)
"""Codecs of Python in which no page is written."""
BROKEN_SHARE = 0.02
"""Share of undecodable bytes in the sample up to which a declared encoding is still believed."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the Python name of its encoding, and how many replacement characters had to be put in."""

    text: str
    encoding: str
    replaced: int = 0


def decode(content: bytes, media_type: str | None = None, *, html: bool = True) -> Decoded:
    """The text of the bytes, a byte order mark removed, line ends unchanged. Never raises on wrong or mixed encodings."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return decoded(content[len(mark) :], encoding)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return decoded(content, believed(content, declared(content, media_type, html=html)))
    if ESCAPE in content and ESCAPE + b"$" in content and (stated := declared(content, media_type, html=html)):
        return decoded(content, believed(content, stated))
    return Decoded(text, "utf-8")


def decoded(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    return Decoded(text, encoding, text.count("\ufffd") if "\ufffd" in text else 0)


def declared(content: bytes, media_type: str | None, *, html: bool) -> str | None:
    """The encoding that the media type or the page's ``<meta>`` names, as Python knows it."""
    if media_type and (stated := CHARSET.search(media_type)) and (known := python_name(stated[1])):
        return known
    if html and (stated_in_page := META.search(content, 0, META_WITHIN)):
        return python_name(stated_in_page[1].decode("ascii"))
    return None


def python_name(label: str) -> str | None:
    """``ISO-8859-1`` -> ``cp1252``: the codec to read a label with, or None where Python has no text codec of that name."""
    try:
        name = codecs.lookup(label).name
        b"\x80".decode(name, "replace")  # codecs.lookup also finds zip, base64 and idna
    except (LookupError, UnicodeError):
        return None
    return None if name in NO_PAGE else WIDER.get(name, name)


def believed(content: bytes, stated: str | None) -> str:
    """The stated encoding where the bytes agree with it, else UTF-8 with a few broken bytes, else a guess from a sample."""
    sample = telling(content)
    if stated and broken_share(sample, stated) <= BROKEN_SHARE:
        return stated
    if broken_share(sample, "utf-8") <= BROKEN_SHARE / 4:
        return "utf-8"
    return guessed(sample) or stated or "utf-8"


def telling(content: bytes) -> bytes:
    """A sample from shortly before the first byte that is not ASCII."""
    first = re.search(rb"[\x80-\xff]", content)
    start = max(0, first.start() - 256) if first else 0
    return content[start : start + SAMPLE]


def broken_share(sample: bytes, encoding: str) -> float:
    return sample.decode(encoding, "replace").count("\ufffd") / max(1, len(sample))


def guessed(sample: bytes) -> str | None:
    """What charset-normalizer takes the encoding for."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, steps=3, chunk_size=1024).best()
    return python_name(best.encoding) if best else None
