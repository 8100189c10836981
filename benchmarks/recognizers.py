"""Values of date expressions in the specifications of Microsoft's Recognizers (English, MIT): one expression a case.

    python -m benchmarks.recognizers [--wrong]

A case counts where its kind fits EDTF: a day, or a period with a first and a last day; not a time of day, a duration, a set, a
date that ends or begins nowhere, or one whose value needs a holiday of another table than ours. A value is right where our days
are the stated ones. Where the words leave it open the specification gives a past and a future reading: either is right, since
which is meant is a matter of the sentence; ``one reading`` counts only the cases that have just one. Ends of periods are
exclusive there and are moved back a day. Of two ends told ("from 4 to 22 January", "2014 to 2018") the specification leaves the
last out, and EDTF has it in: either way the same two ends were read, so both are right.

``dateparser`` is told beside, where it is installed: it reads days, no periods.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib.util import find_spec
from typing import Any

from benchmarks.halves import shared
from dragoman.assemble.timing.expressions import Between
from dragoman.assemble.timing.grammar import parse
from dragoman.assemble.timing.moments import Moment

FILES = ("DateParser", "DatePeriodParser", "HolidayParser", "DateTimeModel", "MergedParser")
DAY = "%Y-%m-%d"
Stretch = tuple[date, date]
NO_DAY = (date(1, 1, 1), date(1, 1, 1))
"""How the specification says that the calendar has no such day: none is right then."""


@dataclass(frozen=True, slots=True)
class Case:
    file: str
    words: str
    said_in: str
    page: date
    readings: frozenset[Stretch]


def cases() -> Iterator[Case]:
    """Every case whose kind fits, each expression once a file."""
    folder = shared() / "data" / "recognizers-datetime-specs" / "English"
    seen = set()
    for name in FILES:
        for row in json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig")):
            for case in _of_row(name, row):
                if (key := (name, case.words.lower(), case.page)) not in seen:
                    seen.add(key)
                    yield case


def _of_row(name: str, row: dict[str, Any]) -> Iterator[Case]:
    created = row.get("Context", {}).get("ReferenceDateTime")
    for result in row.get("Results", ()) if created else ():
        readings = frozenset(_readings(result))
        if readings:
            yield Case(name, result["Text"], row["Input"], date.fromisoformat(created[:10]), readings)


def _readings(result: dict[str, Any]) -> Iterator[Stretch]:
    """The stretches of days that a result allows; none where one of its values has another kind."""
    value = result.get("Value") or result.get("Resolution") or {}
    if "values" in value:
        given = [one for one in value["values"] if isinstance(one, dict)]
        if all(one.get("type") in ("date", "daterange") and "Mod" not in one for one in given):
            yield from (found for one in given if (found := _stretch(one)))
        return
    for name in ("FutureResolution", "PastResolution"):
        if found := _stretch(value.get(name) or {}):
            yield found


def _stretch(given: dict[str, Any]) -> Stretch | None:
    day = given.get("date") or (given.get("value") if given.get("type") == "date" else None)
    if day and len(day) == len("2016-11-07"):
        return (date.fromisoformat(day),) * 2
    first, beyond = given.get("startDate") or given.get("start"), given.get("endDate") or given.get("end")
    if not first or not beyond or len(first) > len("2016-11-07") or len(beyond) > len("2016-11-07"):
        return None
    try:
        ends = date.fromisoformat(first), date.fromisoformat(beyond) - timedelta(days=1)
    except ValueError:
        return None
    return ends if ends[0] <= ends[1] else None


def read(case: Case) -> tuple[Stretch, ...]:
    """Our days of the words alone; of two ends also without the last one."""
    expression, moment = parse(case.words), Moment(case.page, day_first=False)
    stretch = expression.reckon(moment).stretch if expression else None
    if stretch is None:
        return ()
    found = (stretch.first, stretch.last)
    if isinstance(expression, Between) and (last := expression.ends(moment)[1].stretch):
        return found, (stretch.first, last.first - timedelta(days=1))
    return (found,)


def right(case: Case) -> bool:
    if case.readings == {NO_DAY}:
        return not read(case)
    return any(found in case.readings for found in read(case))


def right_by_dateparser(case: Case) -> bool:
    import dateparser

    base = {"RELATIVE_BASE": datetime.combine(case.page, time()), "DATE_ORDER": "MDY"}
    found = dateparser.parse(case.words, languages=["en"], settings=base)
    return found is None if case.readings == {NO_DAY} else found is not None and (found.date(),) * 2 in case.readings


def held(case: Case) -> bool:
    """Right, or our week, month or year holds the day to which is counted: "two months ago" is a month to TIMEX3."""
    words = case.words.lower()
    counted = re.search(r"\b(?:ago|from now|later|hence)\b|^in\b", words)
    ours = read(case)
    return right(case) or bool(
        counted and ours and any(ours[0][0] <= first == last <= ours[0][1] for first, last in case.readings)
    )


def figures() -> dict[str, float]:
    every = list(cases())
    single = [case for case in every if len(case.readings) == 1]
    return {"right value": _share(every), "right value, one reading": _share(single)}


def _share(chosen: list[Case]) -> float:
    return sum(map(right, chosen)) / len(chosen)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--wrong", action="store_true", help="list every wrong case")
    wrong = options.parse_args().wrong
    every = list(cases())
    for name in FILES:
        own = [case for case in every if case.file == name]
        print(f"{name:18} {len(own):5} {_share(own):.3f}")
    print(f"{'all':18} {len(every):5} {_share(every):.3f}")
    print(f"{'held':18} {len(every):5} {sum(map(held, every)) / len(every):.3f}")
    print(f"{'one reading':18} {sum(len(case.readings) == 1 for case in every):5} {figures()['right value, one reading']:.3f}")
    if find_spec("dateparser"):
        print(f"{'dateparser':18} {len(every):5} {sum(map(right_by_dateparser, every)) / len(every):.3f}")
    for case in every if wrong else ():
        if not right(case):
            stated = " or ".join(f"{first}..{last}" for first, last in sorted(case.readings))
            found = " or ".join(f"{first}..{last}" for first, last in read(case)[:1])
            print(f"{case.file} {case.page} {case.words!r}: {found or None}, meant {stated}")


if __name__ == "__main__":
    main()
