"""The timelines of SemEval-2015 Task 4: events that annotators dated, or not, from all they knew, over the articles of MEANTIME.

A line of a timeline is a date (``2008-03-XX``), or none, and the words of events: article, sentence, words. CC BY 3.0.
"""

from __future__ import annotations

import re
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from benchmarks.event_dates_corpora import Dated, of_meantime
from benchmarks.halves import shared
from dragoman.annotations import Trigger
from dragoman.article import Span

LEAD = 2
"""The number of an article's first sentence: behind the headline and the date line."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An event of a timeline in its article: the number of its sentence, its words, its date or none."""

    sentence: int
    span: Span
    edtf: str | None


def timelines() -> Iterator[tuple[Dated, tuple[Placed, ...]]]:
    """Each article with its events; headlines and words that are not found once left out."""
    wanted: defaultdict[str, set[tuple[int, str, str | None]]] = defaultdict(set)
    for line in _lines():
        _, day, *events = line.split("\t")
        edtf = re.sub(r"(?:-XX)+\Z", "", day)
        for event in filter(None, map(str.strip, events)):
            article, sentence, words = event.split("-", 2)
            wanted[article].add((int(sentence), words.replace("_", " "), None if edtf.startswith("X") else edtf))
    for page in of_meantime():
        yield page, tuple(_placed(page, wanted[page.name.split("_")[0]]))


def _lines() -> Iterator[str]:
    with tarfile.open(shared() / "data" / "semeval2015-timelines" / "SemEval2015-Task4.tar.gz") as archive:
        for member in archive:
            if (
                "TimeLines_Gold_Standard" in member.name
                and member.name.endswith(".txt")
                and (file := archive.extractfile(member))
            ):
                yield from (line for line in file.read().decode().splitlines()[1:] if line.count("\t") > 1)


def _placed(page: Dated, wanted: Iterable[tuple[int, str, str | None]]) -> Iterator[Placed]:
    for number, words, edtf in sorted(wanted, key=str):
        if not 0 < number < len(page.sentences):
            continue
        sentence = page.sentences[number]
        found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", page.text[slice(*sentence)])]
        if found:
            start = sentence.start + found[0]
            yield Placed(number, Span(start, start + len(words)), edtf)


def as_triggers(events: Iterable[Placed]) -> list[Trigger]:
    return [Trigger(one.span, one.span, "", "happened") for one in events]


def on_the_pages_day(read: Iterable[tuple[Dated, tuple[Placed, ...]]]) -> Mapping[tuple[str, str], int]:
    """Of events whose sentence tells no time: how many are of the page's own day, of another, or dated by nobody."""
    counts: Counter[tuple[str, str]] = Counter()
    for page, events in read:
        for one in events:
            if page.published is None or any(time.value.edtf for time in page.times.within(page.sentences[one.sentence])):
                continue
            kind = "none" if one.edtf is None else "page" if one.edtf == page.published.isoformat() else "another"
            counts["first sentence" if one.sentence == LEAD else "later", kind] += 1
    return counts
