"""Fields that carry their own help text, and the lines that several views share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.article import Article
    from dragoman.record import Actor, Published, Record, Statement

ID_PREFIX = "article-"
SHORT_ID = 8
"""Characters of an id that people are shown; a clash is reported, never guessed."""


def shown(meaning: str) -> Any:
    """A field of a view, with what it means to the one who reads it."""
    return field(metadata={"help": meaning})


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement of a page."""

    number: int = shown("Number of the statement on its page, in the order of the text.")
    id: str = shown("Content id of the statement.")
    speakers: tuple[str, ...] = shown("Who said it, with the office the page gives; empty where nobody could be resolved.")
    candidates: tuple[str, ...] = shown("Who may have said it where nobody could be resolved, best first.")
    addressees: tuple[str, ...] = shown("Whom the page says it was said to.")
    mention: str | None = shown("The words that name the speaker here.")
    mention_at: tuple[int, int] | None = shown("Where those words stand: first character, and the one after the last.")
    cue: str | None = shown("The words that tell that something was said.")
    cue_at: tuple[int, int] | None = shown("Where those words stand.")
    words: str = shown("What was said, as the page has it; pieces are joined by an ellipsis.")
    form: str = shown("direct (in quotation marks), indirect (told), or mixed.")
    manner: str = shown("said, written, or held: a belief or wish ascribed without a report of its being said.")
    act: str = shown("What was done by saying it: assert, demand, offer, deny …")
    said_on: str | None = shown("When it was said, as an EDTF date; empty where the page does not tell.")
    where: str | None = shown("The place where it was said.")
    at: str | None = shown("The gathering at which it was said.")
    answers: int | None = shown("Number of the question that it answers.")
    inside: int | None = shown("Number of the statement whose words it is part of.")
    headline: bool = shown("Whether it stands in a headline or a link to another page, not in the running text.")
    start: int = shown("First character of the words in the article's text, counted from 0 in code points.")
    end: int = shown("Character after the last one of the words.")
    basis: tuple[tuple[str, str], ...] = shown("What rests on inference or on a table: the field, and why.")
    confidence: float | None = shown("How likely it is right, from 0 to 1; empty while nothing has calibrated it.")


@dataclass(frozen=True, slots=True)
class Known:
    """What the references of a page's statements lead to: names of actors, places and gatherings; numbers of statements."""

    names: dict[str, str]
    numbers: dict[str, int]


def statement_lines(record: Record) -> tuple[StatementLine, ...]:
    """The statements of a record in the order of its text, numbered from 1."""
    ordered = sorted(record.statements, key=lambda s: (s.content[0].start, s.content[-1].end, s.id))
    places = {place.id: one_line(place.name) for place in record.places}
    gatherings = {gathering.id: one_line(gathering.name) for gathering in record.gatherings}
    known = Known(names_of(record) | places | gatherings, {statement.id: number for number, statement in enumerate(ordered, 1)})
    return tuple(line_of(statement, record.article, known) for statement in ordered)


def line_of(statement: Statement, article: Article, known: Known) -> StatementLine:
    names, numbers, mention, cue = known.names, known.numbers, statement.mention, statement.cue
    return StatementLine(
        number=numbers[statement.id],
        id=statement.id,
        speakers=tuple(names.get(ref, ref) for ref in statement.speakers),
        candidates=tuple(names.get(ref, ref) for ref in statement.candidates),
        addressees=tuple(names.get(ref, ref) for ref in statement.addressees),
        mention=one_line(article[mention]) if mention else None,
        mention_at=(mention.start, mention.end) if mention else None,
        cue=one_line(article[cue]) if cue else None,
        cue_at=(cue.start, cue.end) if cue else None,
        words=" … ".join(one_line(article[span]) for span in statement.content),
        form=statement.form,
        manner=statement.manner,
        act=statement.act,
        said_on=statement.said_on,
        where=names.get(statement.where, statement.where) if statement.where else None,
        at=names.get(statement.at, statement.at) if statement.at else None,
        answers=numbers.get(statement.answers) if statement.answers else None,
        inside=numbers.get(statement.inside) if statement.inside else None,
        headline=statement.headline,
        start=min(span.start for span in statement.content),
        end=max(span.end for span in statement.content),
        basis=tuple((field, one_line(why)) for field, why in statement.basis.items()),
        confidence=statement.confidence,
    )


def names_of(record: Record) -> dict[str, str]:
    """Id of an actor -> name, with the first office the page gives: ``Ana Costa (minister, Norway)``."""
    bare = {actor.id: actor.name for actor in record.actors}
    return {actor.id: one_line(actor.name + office_of(actor, bare)) for actor in record.actors}


def office_of(actor: Actor, names: dict[str, str]) -> str:
    for office in actor.offices:
        return f" ({office.title}, {names[office.of]})" if office.of in names else f" ({office.title})"
    return ""


def how_sure(published: Published) -> str:
    """What the page's date rests on, in words."""
    said = [count(len(published.evidence), "clue")]
    if published.rejected:
        said.append("not " + ", ".join(dict.fromkeys(rejected.edtf for rejected in published.rejected)))
    if published.confidence is not None:
        said.append(f"confidence {published.confidence:.2f}")
    return "; ".join(said)


def count(number: int, thing: str, plural: str | None = None) -> str:
    """``1 clue``, ``1,087 pages``."""
    return f"{number:,} {thing if number == 1 else plural or thing + 's'}"


def one_line(words: str) -> str:
    return " ".join(words.split())


def short_id(article_id: str) -> str:
    return article_id.removeprefix(ID_PREFIX)[:SHORT_ID]
