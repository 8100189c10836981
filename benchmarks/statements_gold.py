"""Statements on the hand-annotated pages of ``gold/dev``, by the score.py that lies beside them, and why they differ.

    python -m benchmarks.statements --only gold

Figures are what score.py prints (as ``gold_pages`` runs it). Causes follow its own matching: one to one, contents sharing half of
their characters; a speaker is right if the same actors stand on both sides all over the page.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

from benchmarks.gold_pages import ROW, _numbered, scored
from benchmarks.halves import shared
from benchmarks.statements_causes import furniture
from benchmarks.statements_reading import reading
from benchmarks.tagger.differences import Difference
from dragoman.article import Page, Span
from dragoman.contract import to_dict
from dragoman.record import Record

MEASURES = {
    "statements with speaker": ("right speaker, F1", 0.75, 0.90, "96"),
    "statements: act of found": ("act, of those found", 0.65, 0.80, "78"),
    "statements: addressee of found": ("addressee, of those found", 0.70, 0.88, "93"),
    "statements: form of found": ("form, of those found", 0.85, 0.95, None),
    "statements: said_on of found": ("day it was said, of those found", 0.65, 0.80, None),
    "headline statements with speaker": ("headlines with the right speaker, F1", None, None, None),
}
"""Row of score.py -> name, must, aim, and what two annotators reach on six of the pages."""


@dataclass(frozen=True, slots=True)
class Row:
    share: float
    matched: int
    gold: int
    read: int


@cache
def records(*, rules: bool = False) -> dict[str, Record]:
    """The record of each page, by the page's name."""
    texts = sorted((shared() / "gold" / "dev").glob("*.txt"))
    return {path.stem: reading(Page(path.name, path.read_bytes()), rules=rules) for path in texts}


def rows(read: Mapping[str, Record]) -> dict[str, Row]:
    """The rows of MEASURES, as score.py counts them."""
    table = scored({name: to_dict(record) for name, record in read.items()})
    found = {match["measure"]: match for match in ROW.finditer(table)}
    return {name: _row(found[name].groupdict()) for name in MEASURES if name in found}


def _row(cells: Mapping[str, str]) -> Row:
    return Row(float(cells["percent"]) / 100, int(cells["matched"]), int(cells["gold"]), int(cells["read"]))


# --- causes ------------------------------------------------------------------------------------------------------------------


def differences(read: Mapping[str, Record]) -> Iterator[Difference]:
    """Everything in the statements of a page that score.py counts as wrong."""
    score = scorer()
    for name, record in read.items():
        gold = _numbered(json.loads((shared() / "gold" / "dev" / f"{name}.json").read_text("utf-8")))
        yield from of_page(name, record, gold, score)


@cache
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", shared() / "gold" / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit("gold/score.py can't be read.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def of_page(name: str, record: Record, annotated: dict[str, Any], score: ModuleType) -> Iterator[Difference]:
    text, told = record.article.text, to_dict(record)
    gold = score.from_gold(annotated, text)["statements"]
    ours = score.from_record(told)["statements"]
    held = [{"chars": set(_places(one["content"]))} for one in told["statements"] if one["manner"] == "held"]
    pairs = matched(gold, ours, score)
    speakers = score.one_to_one([(x, y) for i, j in pairs for x in gold[i]["speakers"] for y in ours[j]["speakers"]])
    addressees = score.one_to_one([(x, y) for i, j in pairs for x in gold[i]["addressees"] for y in ours[j]["addressees"]])
    taken = {j for _, j in pairs}
    for at in sorted(set(range(len(gold))) - {i for i, _ in pairs}):
        where, cause = gold[at]["chars"], why_missed(gold[at], ours, held, taken, record)
        yield Difference(name, text, _span(where), _told(gold[at]), "-", cause)
    for i, j in pairs:
        for cause in why_wrong(gold[i], ours[j], speakers, addressees, score):
            yield Difference(name, text, _span(gold[i]["chars"]), _told(gold[i]), _told(ours[j]), cause)
    for at in sorted(set(range(len(ours))) - taken):
        touched = any(one["chars"] & ours[at]["chars"] for one in gold)
        cause = "extra: one split, merged or read twice" if touched else "extra: nothing annotated there"
        yield Difference(name, text, _span(ours[at]["chars"]), "-", _told(ours[at]), cause)


def matched(gold: Sequence[dict[str, Any]], ours: Sequence[dict[str, Any]], score: ModuleType) -> list[tuple[int, int]]:
    """Pairs as score.py makes them: headlines with headlines, by how much content is shared."""
    found: list[tuple[int, int]] = []
    for headline in (False, True):
        alike = [
            (share, i, j)
            for i, one in enumerate(gold)
            for j, other in enumerate(ours)
            if one["headline"] == other["headline"] == headline
            if (share := score.iou(one["chars"], other["chars"])) >= 0.5
        ]
        found += score.pairs(alike)
    return found


def why_missed(
    one: dict[str, Any],
    ours: Sequence[dict[str, Any]],
    held: Sequence[dict[str, Any]],
    taken: set[int],
    record: Record,
) -> str:
    kind = furniture(record.article, [_span(one["chars"])])
    if kind is not None and not one["headline"]:
        return f"missed: extract has it as {kind}"
    if any(_half(one, other) for other in held):
        return "missed: read as held"
    near = [j for j, other in enumerate(ours) if one["chars"] & other["chars"]]
    if any(_half(one, ours[j]) and one["headline"] != ours[j]["headline"] for j in near):
        return "missed: headline taken for text, or text for headline"
    if any(j not in taken for j in near):
        return "missed: content borders"
    return "missed: inside another's content" if near else "missed: nothing read there"


def why_wrong(
    one: dict[str, Any], other: dict[str, Any], speakers: dict[str, str], addressees: dict[str, str], score: ModuleType
) -> Iterator[str]:
    if not score.all_parties(one["speakers"], other["speakers"], speakers):
        yield "speaker: " + why_other(one["speakers"], other["speakers"])
    if not score.all_parties(one["addressees"], other["addressees"], addressees):
        yield "addressee: " + why_other(one["addressees"], other["addressees"])
    for field in ("act", "form"):
        if one[field] != other[field]:
            yield f"{field}: {one[field]} read as {other[field]}"
    if one["said_on"] != other["said_on"]:
        yield "said_on: " + ("too much" if not one["said_on"] else "missing" if not other["said_on"] else "another day")


def why_other(gold: Sequence[Any], ours: Sequence[Any]) -> str:
    """Of actors as score.py has them: (key, names); a key with a question mark is words that nobody was found for."""
    known = [one for one in ours if not str(one[0]).startswith("?")]
    if not known:
        return "nobody resolved" if ours else "missing"
    if not gold:
        return "too much"
    if len(gold) != len(known):
        return "too few" if len(gold) > len(known) else "too many"
    return "another"


def _half(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(2 * len(one["chars"] & other["chars"]) >= len(one["chars"] | other["chars"]) > 0)


def _places(content: Sequence[Sequence[int]]) -> Iterator[int]:
    for start, end in content:
        yield from range(start, end)


def _span(characters: set[int]) -> Span:
    return Span(min(characters, default=0), max(characters, default=0) + 1)


def _told(one: dict[str, Any]) -> str:
    who, whom = (" + ".join(name for _, names in one[role] for name in names[:1]) or "-" for role in ("speakers", "addressees"))
    where = _span(one["chars"])
    return f"{who} to {whom}: {one['act']}, {one['form']}, {one['said_on']}, [{where.start},{where.end}]"
