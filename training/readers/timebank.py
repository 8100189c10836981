"""TimeBank and AQUAINT (TimeML): times and events in newswire of 1989 to 2000. No licence stated: measured on, never learnt
from.

The text of <TEXT>; the creation time is the document's date. ```` and '' are written as a straight quote. Words and offsets
cannot disagree: the text is made of the very pieces that the tags enclose.
"""

from __future__ import annotations

import tarfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dragoman.article import Span
from training.skips import Reading, Skip
from training.standoff import Document, Event, Layer, Time

NAME = "timebank-aquaint"
Kind = Literal["DATE", "TIME", "DURATION", "SET"]
KINDS: tuple[Kind, ...] = ("DATE", "TIME", "DURATION", "SET")


@dataclass(frozen=True, slots=True)
class Element:
    """One tag with the span that its words have in the text."""

    tag: str
    attributes: dict[str, str]
    span: Span


def read(folder: Path) -> Reading:
    with tarfile.open(folder / "TBAQ-cleaned.tar.gz") as archive:
        members = sorted((one for one in archive if one.name.endswith(".tml")), key=lambda one: one.name)
        for member in members:
            if file := archive.extractfile(member):
                yield _document(file.read().decode("utf-8"), Path(member.name))


def _document(xml: str, path: Path) -> Document | Skip:
    try:
        root = ElementTree.fromstring(xml)
    except ElementTree.ParseError:
        return Skip(NAME, path.name, "no well-formed XML")
    body = root.find("TEXT")
    if body is None:
        return Skip(NAME, path.name, "no TEXT")
    text, elements = flatten(body)
    created = root.find("DCT/TIMEX3")
    whole = Span(len(text) - len(text.lstrip()), len(text.rstrip()))
    events = (Event(whole, one.span, label=one.attributes.get("class", "")) for one in elements if one.tag == "EVENT")
    return Document(
        id=path.stem,
        dataset=NAME,
        split="dev",
        text=text,
        annotated=frozenset({Layer.TIMES, Layer.EVENTS}),
        genre=path.parent.name,
        date=created.get("value") if created is not None else None,
        times=tuple(_time(one) for one in elements if one.tag == "TIMEX3"),
        events=tuple(events),
    )


def _time(one: Element) -> Time:
    kind = next((kind for kind in KINDS if one.attributes.get("type") == kind), None)
    return Time(one.span, kind, one.attributes.get("value"))


def flatten(body: ElementTree.Element) -> tuple[str, list[Element]]:
    """The text inside an element and the spans of the tags in it, without blanks at their edges; empty tags have none."""
    pieces: list[str] = []
    opened: list[tuple[ElementTree.Element, int]] = []
    found: list[Element] = []
    length = 0
    for step, element, words in _walk(body):
        if step == "text":
            pieces.append(words)
            length += len(words)
        elif step == "open":
            opened.append((element, length))
        else:
            _, start = opened.pop()
            inside = "".join(pieces)[start:length]
            if inside.strip() and element is not body:
                begin = start + len(inside) - len(inside.lstrip())
                found.append(Element(element.tag, dict(element.attrib), Span(begin, begin + len(inside.strip()))))
    return "".join(pieces), sorted(found, key=lambda one: one.span)


def _walk(element: ElementTree.Element) -> Iterator[tuple[str, ElementTree.Element, str]]:
    yield "open", element, ""
    yield "text", element, _quoted(element.text)
    for child in element:
        yield from _walk(child)
        yield "text", element, _quoted(child.tail)
    yield "close", element, ""


def _quoted(words: str | None) -> str:
    return (words or "").replace("``", '"').replace("''", '"')
