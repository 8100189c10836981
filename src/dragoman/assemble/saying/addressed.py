"""Addressees that the sentence of a statement names: told to somebody, or asked of somebody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.article import Span

if TYPE_CHECKING:
    from dragoman.annotations import Quotation
    from dragoman.assemble.speaking.resolved import Resolved
    from dragoman.assemble.speaking.speakers import Speakers
    from dragoman.record import Act, Ref

_NOBODY = frozenset("us me it you himself herself themselves itself".split())
_ASKING: frozenset[Act] = frozenset({"request", "demand"})
_ASKED = re.compile(r"(?P<who>\w[^\n,;.:]{1,60}?)\s+(?:[“\"‘]?to|not to)\s")


def addressees(speakers: Speakers, quotation: Quotation, act: Act, speaker: Resolved) -> tuple[Ref, ...]:
    """To whom the text says that it was said; of a request or demand also of whom something is asked."""
    refs = _told(speakers, quotation, speaker) or (_asked_of(speakers, quotation) if act in _ASKING else ())
    return tuple(ref for ref in refs if ref not in speaker.refs)


def _told(speakers: Speakers, quotation: Quotation, speaker: Resolved) -> tuple[Ref, ...]:
    if quotation.addressee is None or speakers.article[quotation.addressee].lower() in _NOBODY:
        return ()
    return speakers.resolve(quotation.addressee, told_by=speaker.refs).refs


def _asked_of(speakers: Speakers, quotation: Quotation) -> tuple[Ref, ...]:
    """``called on all parties to return``: those that the content begins with, before "to"."""
    first = quotation.content[0]
    match = None if quotation.form == "direct" else _ASKED.match(speakers.article.text, first.start, first.end)
    if match is None:
        return ()
    asked = Span(*match.span("who"))
    ref = speakers.called.named(asked) or speakers.called.governing(asked)
    return (ref,) if ref is not None else ()
