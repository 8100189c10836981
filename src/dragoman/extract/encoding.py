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
FEW_FOREIGN = 0.04
"""Share of bytes beyond ASCII up to which a text is taken for English with some names and curly quotes: those are cp1252 far
more often than anything else. Czech and Polish have eight in a hundred, Greek and Russian fifty and more."""
STRAY = "dragoman.stray"
BROKEN_SHARE = 0.02
"""Share of undecodable bytes in the sample up to which a declared encoding is still believed."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the Python name of its encoding, and what had to be done to the bytes.

    replaced  how many characters U+FFFD were put in
    strays    how many bytes that are no UTF-8 were read as cp1252, one by one
    guessed   neither the bytes nor the page say which encoding it is
    """

    text: str
    encoding: str
    replaced: int = 0
    strays: int = 0
    guessed: bool = False

    @property
    def note(self) -> str | None:
        """What a reader of the record should know of it, None where all is plain."""
        told = [self.encoding, "guessed"] if self.guessed else [self.encoding]
        told += [f"{self.strays} bytes read as cp1252"] if self.strays else []
        told += [f"{self.replaced} characters replaced"] if self.replaced else []
        return ", ".join(told) if len(told) > 1 else None


def decode(content: bytes, media_type: str | None = None, *, html: bool = True) -> Decoded:
    """The text of the bytes, a byte order mark removed, line ends unchanged. Never raises on wrong or mixed encodings."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return decoded(content[len(mark) :], encoding)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return believed(content, declared(content, media_type, html=html))
    if ESCAPE in content and ESCAPE + b"$" in content and (stated := declared(content, media_type, html=html)):
        return believed(content, stated)
    return Decoded(text, "utf-8")


def decoded(content: bytes, encoding: str, *, guessed: bool = False) -> Decoded:
    text = content.decode(encoding, "replace")
    return Decoded(text, encoding, text.count("\ufffd"), guessed=guessed)


def mostly_utf8(content: bytes) -> Decoded:
    """UTF-8 into which somebody pasted bytes of Windows: each of those is read as cp1252, all else stays as it is."""
    strays = 0

    def as_windows(error: UnicodeError) -> tuple[str, int]:
        nonlocal strays
        assert isinstance(error, UnicodeDecodeError)
        strays += error.end - error.start
        return error.object[error.start : error.end].decode("cp1252", "replace"), error.end

    codecs.register_error(STRAY, as_windows)
    text = content.decode("utf-8", STRAY)
    return Decoded(text, "utf-8", text.count("\ufffd"), strays)


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


def believed(content: bytes, stated: str | None) -> Decoded:
    """Read as stated where the bytes agree with it, else as UTF-8 with a few stray bytes, else as a sample makes one guess."""
    sample = telling(content)
    if stated and stated != "utf-8" and broken_share(sample, stated) <= BROKEN_SHARE:
        return decoded(content, stated)
    foreign, broken = sum(byte > 127 for byte in sample), sample.decode("utf-8", "replace").count("\ufffd")
    if (stated == "utf-8" and broken <= BROKEN_SHARE * len(sample)) or foreign > 2 * broken:
        return mostly_utf8(content)
    return decoded(content, guessed(sample, foreign) or stated or "utf-8", guessed=True)


def telling(content: bytes) -> bytes:
    """A sample from shortly before the first byte that is not ASCII."""
    first = re.search(rb"[\x80-\xff]", content)
    start = max(0, first.start() - 256) if first else 0
    return content[start : start + SAMPLE]


def broken_share(sample: bytes, encoding: str) -> float:
    return sample.decode(encoding, "replace").count("\ufffd") / max(1, len(sample))


def guessed(sample: bytes, foreign: int) -> str | None:
    """What charset-normalizer takes the encoding for; cp1252 where ``foreign`` bytes, those beyond ASCII, are only a few."""
    if foreign <= FEW_FOREIGN * len(sample) and "\ufffd" not in sample.decode("cp1252", "replace"):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample, steps=3, chunk_size=1024).best()
    return python_name(best.encoding) if best else None
