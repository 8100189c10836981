"""Records of invented pages on which people say things, made by hand: one line a statement, ``Name cue words.``"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.article import Article, Page, Part, Span, article_id, content_id
from dragoman.record import (
    Act,
    Actor,
    ActorKind,
    Evidence,
    Manner,
    Office,
    Provenance,
    Published,
    Reader,
    Record,
    Statement,
    StatementForm,
)


@dataclass(frozen=True, slots=True)
class Who:
    """An actor. An office is its title and whose it is."""

    name: str
    kind: ActorKind = "person"
    names: tuple[str, ...] = ()
    offices: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A statement; parties are keys of the cast."""

    words: str
    by: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    called: str = "A speaker"
    cue: str = "said"
    act: Act = "assert"
    manner: Manner = "said"
    form: StatementForm = "indirect"
    said_on: str | None = None
    headline: bool = False
    confidence: float | None = None


CAST = {
    who.name: who
    for who in (
        Who("Norland", "state", ("Norland", "Norlandic", "Port Élan")),
        Who("Sudmark", "state", ("Sudmark",)),
        Who("Reef Council", "organisation", ("Reef Council", "Council")),
        Who("Ana Costa", names=("Ana Costa", "Costa"), offices=(("foreign minister", "Norland"),)),
        Who("Åsa Ibáñez", names=("Åsa Ibáñez",), offices=(("deputy foreign minister", "Norland"),)),
        Who("Leo Brandt", offices=(("foreign minister", "Sudmark"), ("chairman", "Reef Council"))),
        Who("Otto Costa-Lind", offices=(("former foreign minister", "Norland"), ("envoy", None))),
        Who("reporters", "group"),
    )
}


def page_with(
    *sayings: Saying,
    origin: str = "news/page.txt",
    published: str | None = None,
    reader: str = "0.1",
    cast: dict[str, Who] = CAST,
) -> tuple[Page, Record]:
    """A page and its record: every actor of the cast, and the statements in the order of the text."""
    lines = [f"{saying.called} {saying.cue} {saying.words}." for saying in sayings]
    text = "\n".join([", ".join(cast), *lines, published or "no day"])
    page = Page(origin, text.encode())
    article = Article(article_id(page, None, "text/plain"), text, "en", (Part("body", Span(0, len(text))),))
    top = Evidence.of(article, Span(0, 1))
    ids = {name: content_id("actor", article.id, name) for name in cast}
    actors = frozenset(
        Actor(
            id=ids[key],
            evidence=(top,),
            kind=who.kind,
            name=who.name,
            names=who.names,
            offices=tuple(Office(title, ids[of] if of else None) for title, of in who.offices),
        )
        for key, who in cast.items()
    )
    statements = []
    start = text.index("\n") + 1
    for saying, line in zip(sayings, lines, strict=True):
        mention = Span(start, start + len(saying.called))
        cue = Span(mention.end + 1, mention.end + 1 + len(saying.cue))
        content = Span(cue.end + 1, cue.end + 1 + len(saying.words))
        statements.append(
            Statement(
                id=content_id("statement", article.id, content),
                evidence=(Evidence.of(article, content),),
                speakers=tuple(ids[name] for name in saying.by),
                candidates=tuple(ids[name] for name in saying.candidates),
                addressees=tuple(ids[name] for name in saying.to),
                mention=mention,
                cue=cue,
                content=(content,),
                form=saying.form,
                manner=saying.manner,
                act=saying.act,
                said_on=saying.said_on,
                headline=saying.headline,
                confidence=saying.confidence,
            )
        )
        start += len(line) + 1
    dated = Published(published, (top,)) if published else None
    provenance = Provenance.of(page, article, "text/plain")
    return page, Record(Reader(reader), provenance, article, dated, actors, statements=frozenset(statements))
