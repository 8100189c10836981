"""Records that use every kind of member and every field: one by hand, and any number by Hypothesis."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from dragoman import record as r
from dragoman.article import Article, Dateline, FrozenMap, Link, Page, Part, Span, Stamp, Words, article_id
from dragoman.record import Evidence, Record
from tests.strategies import spans_in, words

TEXT = (
    "Maria Sund: Ferries First\n"
    "VISBY (Harbour Wire) - \u201cWe will sign in May\u201d, Minister Ana Costa told Leo Brandt on Friday. "
    "Costa said the Reef Accord of 1974 must come before ferries."
)


def at(words_: str, text: str = TEXT) -> Span:
    start = text.index(words_)
    return Span(start, start + len(words_))


def page() -> Page:
    return Page(
        "news/visby.txt",
        TEXT.encode("utf-8"),
        "text/plain",
        "https://example.org/visby",
        FrozenMap(desk="north"),
        datetime(2026, 5, 2, 9, 30, tzinfo=UTC),
    )


def article() -> Article:
    head = at("Maria Sund: Ferries First")
    dateline = at("VISBY (Harbour Wire) -")
    return Article(
        article_id(page(), page().url, "text/plain"),
        TEXT,
        "en",
        (Part("title", head), Part("dateline", dateline), Part("body", Span(dateline.end + 1, len(TEXT)))),
        outlet="Harbour Wire",
        url="https://example.org/visby",
        title=Words("Maria Sund: Ferries First", head),
        authors=(Words("M. Sund", None, "meta:author"),),
        dateline=Dateline("VISBY", "Harbour Wire", dateline),
        tags=(Words("Ferries", at("Ferries")),),
        links=(Link("read_more", "Ferries First", at("Ferries First"), "https://example.org/ferries"),),
        seen_at="2026-05-02T09:30Z",
        fields=FrozenMap({"meta:author": "M. Sund", "address": "https://example.org/visby"}),
        stamps=(Stamp("2026-05-01", "body", "unknown", at("Friday")),),
    )


def whole() -> Record:
    """A record with at least one member of every kind and no field left at its default."""
    a = article()

    def member(name: str, words_: str) -> dict[str, Any]:
        return {"id": f"{name}-1", "evidence": (Evidence.of(a, at(words_)), Evidence.in_field(a, "address")), "confidence": 0.75}

    costa = r.Actor(
        **member("actor", "Ana Costa"),
        kind="person",
        name="Ana Costa",
        names=("Ana Costa", "Costa"),
        mentions=(at("Ana Costa"),),
        offices=(r.Office("minister", "state-1", at("Minister"), "the words say so"),),
        codes=FrozenMap(iso3="GOT"),
    )
    state = r.Actor(
        **(member("state", "VISBY") | {"basis": FrozenMap(kind="seat of a government")}),
        kind="state",
        name="Gotland",
        instrument="instrument-1",
        succeeds=(r.Succession("actor-1", "by hand"),),
    )
    place = r.Place(
        **member("place", "VISBY"),
        name="Visby",
        names_by=(r.NameUse("Wisby", "state-1", at("VISBY")),),
        mentions=(at("VISBY"),),
        members=("place-1",),
        lat=57.64,
        lon=18.29,
        country="SWE",
    )
    said = r.Statement(
        **member("statement", "We will sign in May"),
        speakers=("actor-1",),
        candidates=("state-1",),
        mention=at("Minister Ana Costa"),
        cue=at("told"),
        content=(at("We will"), at("in May")),
        form="mixed",
        manner="written",
        act="promise",
        addressees=("state-1",),
        about=("instrument-1",),
        events=("event-1",),
        said_on="2026-05-01",
        where="place-1",
        at="gathering-1",
        answers="statement-1",
        inside="statement-1",
        headline=True,
    )
    event = r.Event(
        **member("event", "sign"),
        type="AGREE",
        mode="sign",
        contexts=("legal",),
        actors=("state-1",),
        targets=("state-1",),
        agents=(r.Agent("actor-1", "state-1"),),
        trigger=at("sign"),
        clause=at("We will sign in May"),
        mentions=(at("sign"),),
        status="planned",
        when="2026-05",
        place="place-1",
        instrument="instrument-1",
        gathering="gathering-1",
        according_to=("statement-1",),
        contested_by=("statement-1",),
    )
    accord = r.Instrument(
        **member("instrument", "Reef Accord of 1974"),
        name="Reef Accord",
        mentions=(at("Reef Accord"),),
        parties=("state-1",),
        date="1974",
        status="sought",
        provides=(at("ferries"),),
    )
    gathering = r.Gathering(
        **member("gathering", "VISBY"),
        name="Visby round",
        mentions=(at("VISBY"),),
        begins="2026-05-01",
        ends="2026-05-02",
        place="place-1",
    )
    dispute = r.Dispute(
        **member("dispute", "Reef"),
        about=(r.Matter(at("Reef"), "place-1"),),
        parties=("state-1",),
        claims=(r.Claim("state-1", at("Reef")),),
        blocks="instrument-1",
        mention=at("Reef Accord"),
    )
    step = r.Sequence(
        **member("sequence", "must come before"),
        first=r.Matter(at("Reef Accord"), "instrument-1"),
        then=r.Matter(at("ferries"), None),
        kind="before",
        status="asked",
        according_to=("statement-1",),
        mention=at("must come before"),
    )
    friday = r.Date(**member("date", "Friday"), span=at("Friday"), edtf="2026-05-01")
    published = r.Published(
        "2026-05-01",
        (Evidence.of(a, at("Friday")),),
        (r.RejectedDate("1974", (Evidence.of(a, at("1974")),), "a year in the text"),),
        FrozenMap(edtf="the Friday before it was read"),
        0.5,
    )
    return Record(
        r.Reader("0.1", "sha256:abc"),
        r.Provenance.of(page(), a, "text/plain"),
        a,
        published,
        frozenset([costa, state]),
        frozenset([place]),
        frozenset([said]),
        frozenset([event]),
        frozenset([accord]),
        frozenset([gathering]),
        frozenset([dispute]),
        frozenset([step]),
        frozenset([friday]),
    )


def pages_of(record: Record) -> Page:
    """A page that a record could have come from."""
    return Page(record.page.origin, record.article.text.encode("utf-8"), record.page.media_type)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Actors, statements and events that refer to each other, over any text."""
    text = draw(words)
    a = Article(article_id(Page("p.txt", text.encode()), None, "text/plain"), text, None, (Part("body", Span(0, len(text))),))
    spans = spans_in(text)
    people = [f"actor-{n}" for n in range(draw(st.integers(1, 3)))]
    refs = st.lists(st.sampled_from(people), max_size=3).map(tuple)

    def member(name: str) -> dict[str, Any]:
        return {"id": name, "evidence": (Evidence.of(a, draw(spans)),), "confidence": draw(st.none() | st.floats(0, 1))}

    actors = [r.Actor(**member(name), kind="unnamed", name=draw(words), mentions=(draw(spans),)) for name in people]
    statements = [
        r.Statement(
            **member(f"statement-{n}"),
            content=tuple(draw(st.lists(spans, min_size=1, max_size=3))),
            mention=draw(st.none() | spans),
            cue=draw(st.none() | spans),
            form="direct",
            speakers=draw(refs),
            candidates=draw(refs),
            said_on=draw(st.none() | words),
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    events = [
        r.Event(**member(f"event-{n}"), type="AID", trigger=draw(spans), clause=draw(spans), status="never", actors=draw(refs))
        for n in range(draw(st.integers(0, 2)))
    ]
    provenance = r.Provenance.of(Page("p.txt", text.encode()), a, "text/plain")
    return Record(
        r.Reader("0.1"),
        provenance,
        a,
        actors=frozenset(actors),
        statements=frozenset(statements),
        events=frozenset(events),
    )
