"""Whom pronouns and descriptions mean: the news articles of ELEVANT's "fair" benchmark, each through the whole pipeline.

    python -m benchmarks.elevant

120 articles, a stretch of each annotated. Counted is every pronoun or description (``coref``) in it whose entity is a person, or
an organisation or state, and named somewhere in the article: by an annotated name, or by the entity's label, word for word. It is

right          if an actor of the record has it, and that actor is the entity
wrong actor    if actors of the record have it, none of which is the entity, and one goes by other words
unnamed        if only actors have it that go by its own words alone ("a spokesman", "the police")
nobody         if no actor has it

An actor *has* it if one of its mentions is the very span, or, of a description, ends with it; or if it is the only speaker of a
statement whose ``mention`` is that span. An actor *is* the entity if one of its mentions ends with one of the entity's names and
overlaps it, or if its name or another of its names is one of them; of a person the words of it may be among the words of one.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.halves import shared
from benchmarks.statements_reading import reading
from benchmarks.tagger.tables import Row, show
from dragoman.article import Page, Span
from dragoman.record import Actor, Record

FILE = "data/elevant-fair/news-fair-v2.benchmark.jsonl.gz"
PERSON, ORGANISATION = "Q215627", "Q43229"
PRONOUNS = frozenset(
    "i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours ourselves "
    "they them their theirs themselves who whose whom which".split()
)
OUTCOMES = ("right", "wrong actor", "unnamed", "nobody")


@dataclass(frozen=True, slots=True)
class Case:
    """A pronoun or description, and the names of what it means: where they stand, and their words."""

    span: Span
    pronoun: bool
    person: bool
    names: tuple[Span, ...]
    words: frozenset[str]


def cases(article: dict[str, Any]) -> Iterator[Case]:
    """The cases of one article; an entity that is named nowhere gives none."""
    text, labels = article["text"], article["labels"]
    for label in labels:
        types = set(label["type"].split("|"))
        if not label.get("coref") or not types & {PERSON, ORGANISATION} or label["entity_id"] == "<NIL>":
            continue
        named = {Span(*one["span"]) for one in labels if one["entity_id"] == label["entity_id"] and not one.get("coref")}
        named |= {Span(*match.span()) for match in re.finditer(rf"\b{re.escape(label['name'])}\b", text)}
        if named:
            span = Span(*label["span"])
            words = frozenset(folded(text[one.start : one.end]) for one in named)
            pronoun = text[span.start : span.end].lower() in PRONOUNS
            yield Case(span, pronoun, PERSON in types, tuple(sorted(named)), words)


def outcome(case: Case, record: Record) -> str:
    holders = {actor.id: actor for actor in record.actors if any(has(case, span) for span in actor.mentions)}
    spoken = {one.speakers[0] for one in record.statements if len(one.speakers) == 1 and one.mention and has(case, one.mention)}
    holders |= {actor.id: actor for actor in record.actors if actor.id in spoken}
    if any(is_entity(actor, case) for actor in holders.values()):
        return "right"
    own = folded(record.article[case.span])
    if any({folded(name) for name in (actor.name, *actor.names)} != {own} for actor in holders.values()):
        return "wrong actor"
    return "unnamed" if holders else "nobody"


def has(case: Case, span: Span) -> bool:
    return span == case.span or (not case.pronoun and same_end(span, case.span))


def same_end(one: Span, other: Span) -> bool:
    return one.overlaps(other) and one.end == other.end


def is_entity(actor: Actor, case: Case) -> bool:
    names = [folded(name) for name in (actor.name, *actor.names)]
    if any(name in case.words for name in names):
        return True
    if case.person and actor.kind == "person" and any(set(name.split()) <= set(w.split()) for name in names for w in case.words):
        return True
    return any(same_end(mention, name) for mention in actor.mentions for name in case.names)


def folded(words: str) -> str:
    return " ".join(words.casefold().removeprefix("the ").split())


def counts(found: Iterable[tuple[Case, str]]) -> Counter[tuple[str, str]]:
    """How often each outcome, by the kind of case."""
    return Counter((kind(case), told) for case, told in found)


def kind(case: Case) -> str:
    return f"{'pronouns' if case.pronoun else 'descriptions'}: {'persons' if case.person else 'organisations and states'}"


def outcomes(*, rules: bool = False) -> list[tuple[Case, str]]:
    found = []
    for article in articles():
        record = reading(Page(f"{article['id']}.txt", article["text"].encode()), rules=rules)
        same = record.article.text == article["text"]
        found += [(case, outcome(case, record) if same else "nobody") for case in cases(article)]
    return found


def articles() -> Iterator[dict[str, Any]]:
    with gzip.open(shared() / FILE, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def figures() -> dict[str, float]:
    found = outcomes()
    return {"pronouns and descriptions, right actor": share_right(found)}


def share_right(found: Sequence[tuple[Case, str]]) -> float:
    return sum(told == "right" for _, told in found) / len(found) if found else 0.0


def print_table(found: Sequence[tuple[Case, str]]) -> None:
    told = counts(found)
    kinds = sorted({name for name, _ in told}, reverse=True)
    table: list[Row] = [_row(name, [told[name, one] for one in OUTCOMES]) for name in kinds]
    total = _row("all", [sum(told[name, one] for name in kinds) for one in OUTCOMES])
    show("Pronouns and descriptions, ELEVANT fair news", ["", "all", *OUTCOMES, "% right"], [*table, total])


def _row(name: str, cells: Sequence[int]) -> Row:
    return [name, sum(cells), *cells, cells[0] / max(sum(cells), 1)]


def main() -> None:
    print_table(outcomes())


if __name__ == "__main__":
    main()
