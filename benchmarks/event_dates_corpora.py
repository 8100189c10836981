"""Events with the times that annotators linked them to: MEANTIME, and the development half of TimeBank and AQUAINT.

The times keep the values of the corpus, so that only the choice of the time is measured, not its reckoning.
"""

from __future__ import annotations

import re
import tarfile
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from benchmarks.halves import half_of, shared
from dragoman.annotations import Trigger, WhenKind
from dragoman.article import Span
from dragoman.assemble.days import Days, days_of_stamp, month_of, year_of
from dragoman.assemble.timing.values import Timed, Times, Value
from training.readers import meantime, timebank

By = Literal["text", "page", "none"]
"""What the annotators linked an event to: a time in the text, only the day of the page, or neither as its own time."""

HOLDS = frozenset({"IS_INCLUDED", "SIMULTANEOUS", "IDENTITY", "DURING"})
"""TLINK from an event to a time that is its own; ``INCLUDES`` the other way round."""
HELD = frozenset({"INCLUDES", "SIMULTANEOUS", "IDENTITY", "DURING_INV"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """An event, the times it may have, and what they were linked by. ``kind`` is the corpus's own class of it."""

    trigger: Trigger
    edtf: frozenset[str]
    by: By
    kind: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A text with its day, its times, and its events; the corpus's own sentences where it has them."""

    name: str
    text: str
    published: date | None
    times: Times
    events: tuple[Wanted, ...]
    sentences: tuple[Span, ...] = ()


def of_meantime() -> Iterator[Dated]:
    """The 120 articles; events of the first sentences, where all are annotated."""
    with tarfile.open(shared() / "data" / "meantime" / "meantime_newsreader_english_oct15.tar.gz") as archive:
        members = (one for one in archive if "intra_cross-doc" in one.name and one.name.endswith(".xml"))
        for member in sorted(members, key=lambda one: one.name):
            if file := archive.extractfile(member):
                xml = file.read().decode()
                source = meantime._source(xml, Path(member.name).stem, Path(member.name).parent.name)
                if source:
                    yield _of_meantime(source, xml)


def _of_meantime(source: meantime.Source, xml: str) -> Dated:
    text = source.placed.text
    created = {one.id for one in source.marked.values() if one.attributes.get("functionInDocument") == "CREATION_TIME"}
    stamp = next((source.marked[one].attributes.get("value", "") for one in created), "")
    values = {one.id: value_of(one.attributes) for one in source.marked.values() if one.tag == "TIMEX3"}
    own: defaultdict[str, set[str]] = defaultdict(set)
    linked: set[str] = set()
    for link in ElementTree.fromstring(xml).iterfind("Relations/TLINK"):
        first, then = (link.find(end) for end in ("source", "target"))
        if first is not None and then is not None:
            _note(own, linked, link.get("reltype", ""), first.get("m_id", ""), then.get("m_id", ""), values)
    times = (
        Timed(span, _kind(one.attributes.get("type", "")), values[one.id])
        for one in source.marked.values()
        if one.tag == "TIMEX3" and one.id not in created and (span := meantime.span_of(source, one))
    )
    events = []
    for one in source.marked.values():
        span = meantime.span_of(source, one) if one.tag == "EVENT_MENTION" and "polarity" in one.attributes else None
        if span and one.id in linked:
            status = {"uncertain": "hypothetical"}.get(said := meantime.status_of(one.attributes) or "", said) or None
            clause = next(sentence for sentence in source.placed.sentences if sentence.overlaps(span))
            instance = source.marked.get(source.refers.get(one.id, ""))
            kind = instance.attributes.get("class", "") if instance else ""
            events.append(_wanted(Trigger(span, clause, "", status), own[one.id], created, values, kind))
    return replace(_dated(source.name, text, stamp, times, events), sentences=tuple(source.placed.sentences))


def of_timebank() -> Iterator[Dated]:
    """The development half of TimeBank and AQUAINT."""
    with tarfile.open(shared() / "data" / "timebank-aquaint" / "TBAQ-cleaned.tar.gz") as archive:
        members = sorted((one for one in archive if one.name.endswith(".tml")), key=lambda one: one.name)
        for member in members:
            if half_of(Path(member.name).stem) == "dev" and (file := archive.extractfile(member)):
                yield _of_timebank(file.read().decode("utf-8"), Path(member.name).stem)


def _of_timebank(xml: str, name: str) -> Dated:
    root = ElementTree.fromstring(xml)
    body, stamp = root.find("TEXT"), root.find("DCT/TIMEX3")
    if body is None or stamp is None:
        raise ValueError(f"{name} has no text or no day.")
    text, elements = timebank.flatten(body)
    created = {stamp.get("tid", "")}
    marked = {one.attributes["tid"]: one for one in elements if one.tag == "TIMEX3"}
    values = {tid: value_of(one.attributes) for tid, one in marked.items()} | {stamp.get("tid", ""): value_of(stamp.attrib)}
    instances = {one.get("eiid", ""): one for one in root.iterfind("MAKEINSTANCE")}
    own: defaultdict[str, set[str]] = defaultdict(set)
    linked: set[str] = set()
    for link in root.iterfind("TLINK"):
        first = link.get("eventInstanceID") or link.get("timeID") or ""
        then = link.get("relatedToEventInstance") or link.get("relatedToTime") or ""
        _note(own, linked, link.get("relType", ""), first, then, values)
    by_event = {one.attributes["eid"]: one for one in elements if one.tag == "EVENT"}
    whole = Span(len(text) - len(text.lstrip()), len(text.rstrip()))
    events = []
    for eiid, one in instances.items():
        told = by_event.get(one.get("eventID", ""))
        if told and eiid in linked:
            trigger = Trigger(told.span, whole, "", _status(one.attrib))
            events.append(_wanted(trigger, own[eiid], created, values, told.attributes.get("class", "")))
    times = (Timed(one.span, _kind(one.attributes.get("type", "")), values[tid]) for tid, one in marked.items())
    return _dated(name, text, stamp.get("value", ""), times, events)


def _dated(name: str, text: str, stamp: str, times: Iterable[Timed], events: Iterable[Wanted]) -> Dated:
    in_order = Times(tuple(sorted(times, key=lambda one: one.span)))
    return Dated(name, text, _day(stamp), in_order, tuple(sorted(events, key=lambda one: one.trigger.span)))


def _note(
    own: defaultdict[str, set[str]], linked: set[str], relation: str, first: str, then: str, values: Mapping[str, Value]
) -> None:
    """One TLINK: which times an event has as its own, and that somebody looked at the event."""
    if (first in values) == (then in values):
        return
    event, time = (then, first) if first in values else (first, then)
    linked.add(event)
    if relation in (HELD if first in values else HOLDS):
        own[event].add(time)


def _wanted(trigger: Trigger, own: Iterable[str], created: set[str], values: Mapping[str, Value], kind: str) -> Wanted:
    told = {one for one in own if one not in created}
    edtf = frozenset(value for one in told if (value := values[one].edtf))
    return Wanted(trigger, edtf, "text" if told else "page" if set(own) & created else "none", kind)


def _status(said: Mapping[str, str]) -> str | None:
    """By tense and modality. Polarity is not asked: a third of AQUAINT's texts have all their events negative."""
    if said.get("tense") == "FUTURE":
        return "planned"
    if said.get("modality", "NONE").upper() not in ("", "NONE"):
        return "hypothetical"
    return None if said.get("tense") in ("INFINITIVE", "NONE") else "happened"


def _kind(word: str) -> WhenKind:
    kinds: tuple[WhenKind, ...] = ("date", "time", "duration", "set")
    return next((kind for kind in kinds if kind == word.lower()), "date")


def _day(stamp: str) -> date | None:
    found = days_of_stamp(stamp)
    return found.first if found and len(found) == 1 else None


_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE))?\Z")
_QUARTER = re.compile(r"(\d{4})-(?:Q([1-4])|(SP|SU|FA|WI))\Z")
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def value_of(said: Mapping[str, str]) -> Value:
    """What TIMEX3 says of a time, as EDTF: days, weeks, months, years, quarters, seasons; none for anything else."""
    value = said.get("value", "").strip()
    if said.get("type") not in ("DATE", "TIME"):
        return Value(None, value)
    if week := _WEEK.match(value):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        first, last = monday + timedelta(days=5 if week[3] else 0), monday + timedelta(days=6)
        return Value(f"{first}/{last}", value, Days(first, last))
    if quarter := _QUARTER.match(value):
        year, part = int(quarter[1]), int(quarter[2] or 0)
        if not part:
            return Value(f"{year}-{_SEASONS[quarter[3]]}", value, year_of(year))
        return Value(f"{year}-{32 + part}", value, Days(month_of(year, 3 * part - 2).first, month_of(year, 3 * part).last))
    days = days_of_stamp(value)
    return Value(days.edtf(), value, days) if days else Value(None, value)
