"""Dates of events, given the events: three corpora for development, the hand-annotated pages for measuring.

    python -m benchmarks.event_dates             the development sets
    python -m benchmarks.event_dates --gold      the events annotated in ``gold/dev`` alone, as score.py compares their dates
    python -m benchmarks.event_dates --wrong     also every event of the development sets that differs

Words, clause and status of an event are those of the annotators. In the development sets the times and their values are too: the
choice of the time is measured, and how often nothing is said where nothing is told. Annotators leave many links out, so that what
is given beyond theirs is not always wrong. The timelines of SemEval date an event by all that its annotators knew, the day of the
page among it. Quotations are noticed by the shipped model. The data are found by DRAGOMAN_DATA.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from benchmarks.event_dates_corpora import Dated, Wanted, of_meantime, of_timebank
from benchmarks.event_dates_timelines import Placed, as_triggers, on_the_pages_day, timelines
from benchmarks.gold_pages import _numbered
from benchmarks.halves import shared
from benchmarks.statements_gold import scorer
from dragoman.annotate import annotate
from dragoman.annotations import Annotations, Trigger
from dragoman.article import Article, Page, Span
from dragoman.assemble.events.event_days import date_events
from dragoman.assemble.events.told_before import EventDay
from dragoman.assemble.scene.cue_clause import Clauses
from dragoman.assemble.timing.times import find_times
from dragoman.extract import extract
from dragoman.pipeline import read, shipped_tagger

NO_EVENTS = frozenset({"STATE", "I_STATE", "PERCEPTION", "REPORTING", "GRAMMATICAL"})
"""Classes of the corpora that are no events of ours: states, speech, verbs that only help others."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one event should have and what it got; ``by`` says where its annotators found it.

    by   ``sentence``: told by a time of its own sentence; ``farther``: by one elsewhere; ``page`` and ``none``: not told
    """

    page: str
    by: str
    wanted: frozenset[str]
    given: EventDay | None
    trigger: Trigger

    @property
    def right(self) -> bool:
        return self.given.edtf in self.wanted if self.given else not self.wanted


def noticed(name: str, text: str) -> tuple[Article, Annotations]:
    article = extract(Page(f"{name}.txt", text.encode()))
    if article.text != text:
        raise ValueError(f"{name} was read as another text.")
    return article, annotate(article, shipped_tagger())


def development(pages: Iterable[Dated]) -> Iterator[Row]:
    for page in pages:
        article, annotations = noticed(page.name, page.text)
        clauses = Clauses.of(article.text, annotations)
        events = [one for one in page.events if one.kind not in NO_EVENTS and (one.edtf or one.by != "text")]
        days = date_events(clauses, page.times, [one.trigger for one in events], (), page.published)
        for one, day in zip(events, days, strict=True):
            yield Row(page.name, _found_by(page, clauses, one), one.edtf, day, one.trigger)


def on_timelines(pages: Iterable[tuple[Dated, tuple[Placed, ...]]]) -> Iterator[Row]:
    for page, events in pages:
        article, annotations = noticed(page.name, page.text)
        told = as_triggers(events)
        days = date_events(Clauses.of(article.text, annotations), page.times, told, (), page.published)
        for one, trigger, day in zip(events, told, days, strict=True):
            near = any(time.value.edtf == one.edtf for time in page.times.within(page.sentences[one.sentence]))
            by = "none" if one.edtf is None else "sentence" if near else "farther"
            yield Row(page.name, by, frozenset({one.edtf} if one.edtf else ()), day, trigger)


def _found_by(page: Dated, clauses: Clauses, wanted: Wanted) -> str:
    if wanted.by != "text":
        return wanted.by
    sentence = clauses.sentence_of(wanted.trigger.span)
    near = sentence is not None and any(one.value.edtf in wanted.edtf for one in page.times.within(sentence))
    return "sentence" if near else "farther"


def gold() -> Iterator[Row]:
    """The annotated events of ``gold/dev``: the date that score.py compares, with the true day of the page."""
    for path in sorted((shared() / "gold" / "dev").glob("*.json")):
        said = json.loads(path.read_text("utf-8"))
        text = path.with_suffix(".txt").read_bytes().decode("utf-8").removeprefix("\ufeff")
        yield from _of_page(path.stem, said, text)


def _of_page(name: str, said: dict[str, Any], text: str) -> Iterator[Row]:
    article, annotations = noticed(name, text)
    statements = tuple(read(Page(f"{name}.txt", text.encode())).statements)
    stamp = (said.get("published") or {}).get("date")
    anchor = date.fromisoformat(stamp) if stamp and len(stamp) == len("2019-02-16") else None
    times = find_times(article, annotations, anchor)
    scored = scorer().from_gold(_numbered(said), text)["events"]
    events = [(one, _triggers(one, other, text)) for one, other in zip(said["events"], scored, strict=True)]
    told = [trigger for _, triggers in events for trigger in triggers]
    found = date_events(Clauses.of(article.text, annotations), times, told, statements, anchor)
    days = {id(trigger): day for trigger, day in zip(told, found, strict=True)}
    for one, triggers in events:
        given = next((day for trigger in triggers if (day := days[id(trigger)])), None)
        wanted = frozenset({one["date"]} if one.get("date") else ())
        yield Row(name, "told" if wanted else "not told", wanted, given, triggers[0])


def _triggers(one: dict[str, Any], scored: dict[str, Any], text: str) -> list[Trigger]:
    """The event where it is told most fully, then its later retellings."""
    span = Span(*(scored["trigger"] or scored["clause"]))
    first = Trigger(span, Span(*(scored["clause"] or span)), one["type"], one["status"])
    found = (text.find(words) for words in one.get("also", []) if isinstance(words, str))
    again = (Span(at, at + len(words)) for at, words in zip(found, one.get("also", []), strict=False) if at >= 0)
    return [first, *(replace(first, span=span, clause=span) for span in again)]


def table(rows: Iterable[Row]) -> str:
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        outcome = "right" if row.right else "missed" if row.given is None else "wrong" if row.wanted else "given"
        counts[row.by, outcome] += 1
    lines = []
    for by in sorted({by for by, _ in counts}):
        of = sum(count for (other, _), count in counts.items() if other == by)
        others = [f"{kind} {counts[by, kind]}" for kind in ("missed", "wrong", "given") if counts[by, kind]]
        lines.append("; ".join([_line(by, counts[by, "right"], of), *others]))
    right = sum(count for (_, outcome), count in counts.items() if outcome == "right")
    return "\n".join((*lines, _line("all", right, sum(counts.values()))))


def _line(name: str, right: int, of: int) -> str:
    return f"  {name:10s} {right:4d} of {of:4d} right ({right / max(1, of):.3f})"


def figures() -> dict[str, float]:
    """The share of events whose date is right, those without one among them, and of the annotated pages those that have one."""
    rows = list(gold())
    told = [row for row in rows if row.wanted]
    return {
        "gold/dev, all": _share(rows),
        "gold/dev, those with a date": _share(told),
        "MEANTIME": _share(list(development(of_meantime()))),
        "TimeBank and AQUAINT, development half": _share(list(development(of_timebank()))),
    }


def _share(rows: Sequence[Row]) -> float:
    return sum(row.right for row in rows) / len(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--gold", action="store_true", help="measure on gold/dev instead")
    parser.add_argument("--wrong", action="store_true", help="every event of the development sets that differs")
    wanted = parser.parse_args()
    if wanted.gold:
        print(f"gold/dev\n{table(gold())}")
        return
    timed = list(timelines())
    print(f"SemEval-2015 timelines\n{table(on_timelines(timed))}")
    for (where, kind), count in sorted(on_the_pages_day(timed).items()):
        print(f"  no time in its sentence, {where}: {kind} {count}")
    for name, pages in (("MEANTIME", of_meantime()), ("TimeBank and AQUAINT, development half", of_timebank())):
        rows = list(development(pages))
        print(f"{name}\n{table(rows)}")
        for row in rows if wanted.wrong else ():
            if not row.right:
                print(f"  {row.page} {row.trigger.span.start} {row.by}: wanted {sorted(row.wanted)}, given {row.given}")


if __name__ == "__main__":
    main()
