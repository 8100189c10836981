"""Pages as a careful reader annotated them, and how a record's statements are told in the same terms.

``NAME.gold.json`` beside a page follows the annotation guide: every string stands in ``article.text`` to the letter, the first
time or the ``nth``. Three keys are our own: ``id`` names a statement, ``answers`` and ``inside`` name another one by its id, and
``act_also`` lists acts that a second reader may give with equal right. A row without ``addressee`` leaves it open, and so does
one whose ``said_on`` is null.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dragoman.article import Span
    from dragoman.record import Actor, Record, Ref, Statement

PAGES = Path(__file__).parents[1] / "pages"
Row = dict[str, Any]
"""One annotated statement."""

_ARTICLES = frozenset("the a an".split())
_ENOUGH = 0.5  # of the characters that either has: from here on two contents are one


@dataclass(frozen=True, eq=False)
class Annotated:
    """A page and what a reader annotated in it."""

    path: Path
    published: str
    people: tuple[dict[str, Any], ...]
    statements: tuple[Row, ...]


@cache
def pages() -> tuple[Annotated, ...]:
    """Every page whose statements are annotated beside it."""
    found = []
    for beside in sorted(PAGES.glob("statements_*.gold.json")):
        (path,) = (p for p in PAGES.glob(beside.name.removesuffix("gold.json") + "*") if p.suffix != ".json")
        gold = json.loads(beside.read_text(encoding="utf-8"))
        found.append(Annotated(path, gold["published"], tuple(gold["people"]), tuple(gold["statements"])))
    return tuple(found)


def place(text: str, words: str, nth: int = 1) -> tuple[int, int]:
    """Where words stand for the ``nth`` time; ValueError where they don't."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return at, at + len(words)


def expected(row: Row) -> Row:
    """What a record must say of an annotated statement."""
    wanted = {
        "speakers": sorted((row["speaker"], *row.get("other_speakers", ()))),
        "form": row["form"],
        "act": row["act"],
        "headline": row.get("headline", False),
        "answers": row.get("answers"),
        "inside": row.get("inside"),
    }
    if "addressee" in row:
        wanted["addressees"] = [row["addressee"]] if row["addressee"] else []
    if row["said_on"]:
        wanted["said_on"] = row["said_on"]
    return wanted


@dataclass(frozen=True)
class Compared:
    """The statements of a record beside those annotated: ``matched`` by the annotation's id, ``more`` have no annotation."""

    page: Annotated
    record: Record
    matched: Mapping[str, Statement]
    more: tuple[Statement, ...]

    def told(self, row: Row) -> Row | None:
        """What the record says of an annotated statement, in the annotation's terms; None where it has no such statement."""
        statement = self.matched.get(row["id"])
        if statement is None:
            return None
        actors = {actor.id: actor for actor in self.record.actors}
        ids = {found.id: name for name, found in self.matched.items()}
        names = [row["speaker"], *row.get("other_speakers", ())]
        told = {
            "speakers": sorted(self._name(actors[ref], names, row) for ref in statement.speakers),
            "form": statement.form,
            "act": row["act"] if statement.act in row.get("act_also", ()) else statement.act,
            "headline": statement.headline,
            "answers": self._other(statement.answers, ids),
            "inside": self._other(statement.inside, ids),
        }
        if "addressee" in row:
            wanted = [row["addressee"]] if row["addressee"] else []
            told["addressees"] = [self._name(actors[ref], wanted, None) for ref in statement.addressees]
        if row["said_on"]:
            told["said_on"] = statement.said_on
        return told

    def _name(self, actor: Actor, wanted: Iterable[str], row: Row | None) -> str:
        """The annotation's name for an actor, the actor's own where it is somebody else."""
        return next((name for name in wanted if self._is(actor, name, row)), actor.name)

    def _is(self, actor: Actor, name: str, row: Row | None) -> bool:
        """A person or state by one of its names; who is only described, by words that hold one another."""
        person = next((p for p in self.page.people if p["name"] == name), None)
        given = [words_of(one) for one in (actor.name, *actor.names)]
        if person or (row and row["speaker_type"] in {"person", "state"}):
            return any(words_of(one) in given for one in (name, *(person["names"] if person else ())))
        meant = [set(words_of(one)) for one in (name, *([row["mention"]] if row else ()))]
        return any(one <= set(other) or set(other) <= one for one in meant for other in given if one and other)

    def _other(self, ref: Ref | None, ids: Mapping[Ref, str]) -> str | None:
        return None if ref is None else ids.get(ref, "a statement without annotation")


def words_of(name: str) -> tuple[str, ...]:
    return tuple(word for word in name.casefold().replace(",", " ").split() if word not in _ARTICLES)


def compare(page: Annotated, record: Record) -> Compared:
    """Annotated statements and those read, one to one, the most alike first."""
    text = record.article.text
    wanted = {row["id"]: {at for words in row["content"] for at in range(*place(text, words))} for row in page.statements}
    read = {statement.id: characters(statement.content) for statement in record.statements}
    alike = [(len(a & b) / len(a | b), row, found) for row, a in wanted.items() for found, b in read.items() if a & b]
    by_id = {statement.id: statement for statement in record.statements}
    matched: dict[str, Statement] = {}
    for share, row, found in sorted(alike, key=lambda one: (-one[0], one[1], one[2])):
        if share >= _ENOUGH and row not in matched and found in by_id:
            matched[row] = by_id.pop(found)
    more = sorted(by_id.values(), key=lambda statement: statement.content[0])
    return Compared(page, record, matched, tuple(more))


def characters(spans: Iterable[Span]) -> set[int]:
    return {at for span in spans for at in range(*span)}
