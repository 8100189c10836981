"""Statements of many articles for a terminal, two lines each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.views.shown import short_id
from dragoman.views.statements import named
from dragoman.views.terminal import line, where, who_said, words_said

if TYPE_CHECKING:
    from dragoman.views.statements import FoundStatement

INDENT = "    "


def found_lines(said: FoundStatement, width: int) -> Iterator[Text]:
    """``day · speaker → addressee · act · file:start-end · id``, then the words, shortened to fit."""
    speakers, candidates = [named(who) for who in said.speakers], [named(who) for who in said.candidates]
    who = who_said(speakers, candidates, said.mention.text if said.mention else None)
    to = f" → {line(' and '.join(named(who) for who in said.addressees))}" if said.addressees else ""
    kind = ", ".join((said.act, *([said.manner] if said.manner != "said" else []), *(["headline"] if said.headline else [])))
    place = where(said.origin, min(piece.start for piece in said.content), max(piece.end for piece in said.content))
    yield Text.assemble(
        (f"{day_of(said)} · ", "dim"),
        (who, "cyan" if said.speakers else "yellow"),
        to,
        f" · {kind}",
        (f" · {place} · {short_id(said.article)}", "dim"),
    )
    words = " … ".join(piece.text for piece in said.content)
    yield Text(INDENT + words_said(words, said.form, width - len(INDENT) - 2))


def day_of(said: FoundStatement) -> str:
    """The day; where the page does not tell when it was said, it says that it is the page's own."""
    if said.day is None:
        return "no date"
    return line(said.day) if said.day_from == "said" else f"published {line(said.day)}"
