"""Mentions: who and what the running text names or describes, with offices and states beside the names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.annotate.naming.names import COURTESY, is_body, is_other
from dragoman.annotate.naming.persons import (
    DETERMINERS,
    GOVERNMENT,
    OWNERS,
    Line,
    office_before,
    office_behind,
    owner_behind,
    owner_beside,
    people_in,
    shows_person,
    touches,
)
from dragoman.annotate.naming.polities import with_polities
from dragoman.annotate.naming.tagged_names import LEAST, Votes, votes_of, with_names
from dragoman.annotations import Mention, MentionKind
from dragoman.article import Span
from dragoman.lexicon.cues import speaker_nouns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.annotate.tokens import Tokens
    from dragoman.annotations import Sentence
    from dragoman.article import Article
    from dragoman.tagger import Tags

LONGEST = 5_000  # characters: longer than any sentence that somebody wrote to be read; what is longer is no sentence
_KINDS: dict[str, MentionKind] = {"state": "state", "organisation": "organisation", "seat": "organisation", "capital": "place"}
_NOBODY = frozenset("q a question questions answer answers the".split())
"""Words of labels that name nobody, beside the nouns for those who speak."""
_MATTERS: frozenset[MentionKind] = frozenset({"instrument", "gathering"})
_PRONOUNS: dict[str, MentionKind] = {
    **dict.fromkeys("he him his himself she her hers herself i me my mine myself".split(), "person"),
    **dict.fromkeys("they them their theirs themselves it its itself".split(), "group"),
}


def find_mentions(
    article: Article, sentences: tuple[Sentence, ...], tags: Tags | None = None, tokens: Tokens | None = None
) -> tuple[Mention, ...]:
    """Names of persons, states, organisations, places; descriptions by office or government; pronouns. In text order.

    With tags: also instruments and gatherings, named and described, and names that no word beside them shows.
    """
    tagged = tags.mentions if tags is not None else ()
    lines = [Line.of(article.text, s.span, tokens) for s in sentences if len(s.span) <= LONGEST]
    lines = with_polities(with_names(lines, tagged))
    votes = votes_of(lines, tagged)
    people = people_in(lines, votes.kinds)
    found = {mention for line in lines for mention in _mentions(line, people, votes)}
    found |= set(_labels(article))
    found |= {Mention(m.span, m.kind, m.form, m.span) for m in tagged if m.kind in _MATTERS and m.probability >= LEAST}
    return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end, m.kind)))


def _mentions(line: Line, people: frozenset[str], votes: Votes) -> Iterator[Mention]:
    held = {office for at in range(len(line.pieces)) if (office := _office_of(line, at)) is not None}
    for at, piece in enumerate(line.pieces):
        if piece.kind == "capitals":
            yield from _capitals(line, at, people, votes)
        elif piece.kind == "office" and at not in held:
            yield from _described(line, at)
        elif piece.kind in OWNERS:
            span = line.span(piece.first, piece.last)
            yield Mention(span, _KINDS.get(piece.kind, "nationality"), "name", span)
    yield from _governments(line)
    for token in line.tokens:
        if token.lower in _PRONOUNS:
            span = Span(token.start, token.end)
            yield Mention(span, _PRONOUNS[token.lower], "pronoun", span)


def _office_of(line: Line, at: int) -> int | None:
    """The office beside a name."""
    if line.pieces[at].kind != "capitals":
        return None
    before = office_before(line, at)
    return before if before is not None else office_behind(line, at)


def _capitals(line: Line, at: int, people: frozenset[str], votes: Votes) -> Iterator[Mention]:
    piece = line.pieces[at]
    words = line.words(piece)
    head = line.span(piece.first, piece.last)
    if " ".join(words) in people or (shows_person(line, at) == 2 and not is_other(words) and not is_body(words)):
        yield _person(line, at, head)
    elif (is_body(words) or votes.of(words) == "organisation") and not _beside_ministry(line, at):
        yield Mention(head, "organisation", "name", head)
    elif votes.of(words) == "place":
        yield Mention(head, "place", "name", head)


def _labels(article: Article) -> Iterator[Mention]:
    """Persons by the labels of a transcript: ``MS. HOLM:``, ``Foreign Minister Ana Costa:``; not ``Question:``."""
    for part in article.parts_of("speaker_label"):
        line = Line.of(article.text, part.span)
        first = 0
        while first < len(line.tokens) and (line.lower(first) in COURTESY or not line.tokens[first].word):
            first += 1
        office = next((piece for piece in line.pieces if piece.kind == "office" and piece.first == first), None)
        begins = office.last if office is not None else first
        last = begins
        while last < len(line.tokens) and line.tokens[last].word:
            last += 1
        words = {line.lower(at) for at in range(begins, last)}
        if words and words.isdisjoint(speaker_nouns().keys() | _NOBODY):
            first = office.first if office is not None else begins
            span, head = line.span(first, last), line.span(begins, last)
            yield Mention(span, "person", "name", head, line.span(office.first, office.last) if office is not None else None)


def _beside_ministry(line: Line, at: int) -> bool:
    """Whether a government follows its state ("Chilean Foreign Ministry"): told by the state then."""
    return at > 0 and touches(line, at - 1, at) and line.lower(line.pieces[at].last - 1) in GOVERNMENT


def _person(line: Line, at: int, head: Span) -> Mention:
    piece = line.pieces[at]
    office = _office_of(line, at)
    if office is None:
        owner = at - 1 if at and touches(line, at - 1, at) and line.pieces[at - 1].kind in OWNERS else None
        first = piece.first - 1 if line.lower(piece.first - 1) in COURTESY else piece.first
        return Mention(line.span(first, piece.last), "person", "name", head, None, _span(line, owner))
    owner = owner_beside(line, office)
    if owner is None and office < at:
        owner = owner_behind(line, at)
    last = max([piece.last, *(line.pieces[i].last for i in (office, owner) if i is not None and i > at)])
    first = min(piece.first, _start(line, office, owner))
    return Mention(line.span(first, last), "person", "name", head, _span(line, office), _span(line, owner))


def _span(line: Line, at: int | None) -> Span | None:
    return None if at is None else line.span(line.pieces[at].first, line.pieces[at].last)


def _start(line: Line, office: int, owner: int | None) -> int:
    """First token of a mention that opens with its office or the state before it, with the word before."""
    first = line.pieces[min(office, office if owner is None else owner)].first
    return first - 1 if line.lower(first - 1) in DETERMINERS | {"former", "then", "acting"} else first


def _described(line: Line, at: int) -> Iterator[Mention]:
    """A person described by office alone: "the Chilean minister", "UN Secretary-General"."""
    piece = line.pieces[at]
    owner = owner_beside(line, at)
    first = _start(line, at, owner)
    if owner is not None or line.lower(first) in DETERMINERS - {"a", "an", "another"}:
        last = max(piece.last, line.pieces[owner].last if owner is not None else 0)
        head = line.span(piece.first, piece.last)
        yield Mention(line.span(first, last), "person", "nominal", head, head, _span(line, owner))


def _governments(line: Line) -> Iterator[Mention]:
    """A state by its government: "the Chilean government", "Norway's defence ministry", "the Kenyan side"."""
    for piece in line.pieces:
        if piece.kind not in {"state", "nationality"}:
            continue
        at = last = piece.last + (line.lower(piece.last) == "'s")
        while line.lower(last) in GOVERNMENT or (line.lower(last) in {"affairs", "of", "and"} and last > at):
            last += 1
        while last > at and line.lower(last - 1) in {"of", "and", "foreign", "oil", "finance", "interior"}:
            last -= 1
        if last > at:
            first = piece.first - (line.lower(piece.first - 1) == "the")
            yield Mention(
                line.span(first, last), "state", "nominal", line.span(at, last), None, line.span(piece.first, piece.last)
            )
