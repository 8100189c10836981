"""One article for a terminal: its text with the marks, then its statements, names and the reasons for its date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from rich.text import Text

from dragoman.views.edtf_words import in_words
from dragoman.views.terminal import MOST_CANDIDATES, line, plain, speaker_of, when_said

if TYPE_CHECKING:
    from dragoman.views.article import ArticleView, Mark, Piece, Role, ShownPart, TimeLine
    from dragoman.views.shown import StatementLine

TIE = "\u00a0"
"""A space at which no line is broken, between a mark and its words."""

BRACKETS: dict[Role, tuple[str, str]] = {"content": ("[", "]"), "source": ("{", "}"), "cue": ("<", ">")}
STYLES: dict[Role, str] = {"content": "cyan", "source": "bold green", "cue": "italic magenta"}
"""Marks are told apart by brackets and by colour: either is enough."""

T = TypeVar("T")


def article_lines(view: ArticleView) -> Iterator[Text]:
    """An article as it is read: its head, its text with the marks, its statements, people and the reasons for its date."""
    yield Text(line(view.title), style="bold") if view.title else Text("(no title)", style="bold dim")
    yield Text(
        " · ".join(line(words) for words in (view.outlet, view.published, view.language, view.url or view.origin) if words)
    )
    yield Text(f"{view.id} · read by {line(view.reader)}", style="dim")
    if view.unread:
        yield Text(f"No facts were read: {line(view.unread)}", style="yellow")
    if view.statements:
        yield legend()
    yield Text()
    yield Text.assemble(*(part_text(part) for part in view.parts))
    yield from section("Statements", view.statements, numbered)
    yield from section("Times", view.times, timed)
    yield from section("Named", view.people, lambda each: Text(f"  {line(each[0])}{spellings(each[1])}"))
    yield from section(f"Published {line(view.published or '')}, because of", view.reasons, lambda why: Text(f"  {line(why)}"))
    if view.reckoned:
        yield Text(f"      {line(view.reckoned)}", style="dim")
    yield from section("Rejected as its date", view.rejected, lambda each: Text(f"  {line(': '.join(each))}"))


def legend() -> Text:
    """How the marks look, and what they mean; the number leads to the list of statements."""
    return Text.assemble(
        ("Marks: ", "dim"),
        (f"[1{TIE}what was said{TIE}1]", STYLES["content"]),
        (" · ", "dim"),
        (f"{{1{TIE}who said it}}", STYLES["source"]),
        (" · ", "dim"),
        (f"<1{TIE}words that tell so>", STYLES["cue"]),
    )


def section(title: str, things: Iterable[T], shown: Callable[[T], Text]) -> Iterator[Text]:
    lines = [shown(thing) for thing in things]
    if lines:
        yield from (Text(), Text(title, style="bold"), *lines)


def timed(time: TimeLine) -> Text:
    """A time expression: its words, what they come to, from what that was reckoned."""
    basis = f" · {line(time.basis)}" if time.basis else ""
    return Text.assemble(
        f"  “{line(time.words)}” ", (f"{time.start}-{time.end}", "dim"), f" · {line(value_of(time))}", (basis, "dim")
    )


def value_of(time: TimeLine) -> str:
    """``on 16 February 2019  2019-02-16``; ``duration P3D``; ``no date``"""
    if time.edtf:
        return f"{in_words(time.edtf)}  {time.edtf}"
    return " ".join(filter(None, (time.kind, time.timex))) if time.kind in ("duration", "set") else "no date"


def spellings(names: tuple[str, ...]) -> str:
    return f", also {', '.join(line(name) for name in names)}" if names else ""


def numbered(said: StatementLine) -> Text:
    """A statement in the list: who to whom, what kind of statement, when; below it all else that is known of it."""
    about = f"{said.form}, {said.act}" + (", headline" if said.headline else "")
    to = f" → {line(' and '.join(said.addressees))}" if said.addressees else ""
    details = (f"\n      {detail}" for detail in (" · ".join(particulars(said)), *map(": ".join, said.basis)))
    return Text.assemble(
        (f"  [{said.number}] ", "bold cyan"),
        (speaker_of(said), "bold" if said.speakers else "yellow"),
        to,
        (f" · {about}{when_said(said)} · {said.start}-{said.end}", "dim"),
        *((plain(detail), "dim") for detail in details),
    )


def particulars(said: StatementLine) -> Iterator[str]:
    """The manner, then whatever else there is, each in a few words."""
    yield said.manner
    for words, place, name in ((said.mention, said.mention_at, "by"), (said.cue, said.cue_at, "cue")):
        if words and place:
            yield f"{name} “{line(words)}” {place[0]}-{place[1]}"
    if not said.speakers and len(said.candidates) > MOST_CANDIDATES:
        yield f"may be {line(' or '.join(said.candidates))}"
    if said.where:
        yield f"in {line(said.where)}"
    if said.at:
        yield f"at {line(said.at)}"
    if said.answers:
        yield f"answers [{said.answers}]"
    if said.inside:
        yield f"inside [{said.inside}]"
    if said.confidence is not None:
        yield f"confidence {said.confidence:.2f}"


def part_text(part: ShownPart) -> Text:
    """A part with the blanks before it; furniture is dimmed and says what it is."""
    blank = re.sub(r"(\s*\n){3,}", "\n\n", plain(part.before))
    label = f"[{part.kind}] " if part.furniture else ""
    style = "dim" if part.furniture else "bold" if part.kind == "title" else ""
    return Text.assemble(blank, (label, "dim italic"), *(piece_text(piece, style) for piece in part.pieces))


def piece_text(piece: Piece, style: str) -> Text:
    """Words with their marks: ``{1 Costa} <1 said> [1 words 1]``."""
    own = " ".join(word for word in (style, *(STYLES[role] for role in piece.roles)) if word)
    opens = ((f"{BRACKETS[mark.role][0]}{numbers(mark)}{TIE}", bracket_style(mark)) for mark in piece.opens)
    return Text.assemble(*opens, (plain(piece.text), own), *((closing(mark), bracket_style(mark)) for mark in piece.closes))


def closing(mark: Mark) -> str:
    """Content may be long and hold other content, so its end is numbered too."""
    bracket = BRACKETS[mark.role][1]
    return f"{TIE}{numbers(mark)}{bracket}" if mark.role == "content" else bracket


def numbers(mark: Mark) -> str:
    return ",".join(map(str, mark.numbers))


def bracket_style(mark: Mark) -> str:
    return f"bold {STYLES[mark.role].split()[-1]}"
