"""Quotations: who, cue and content in the wordings of news; what is none; hostile text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate import annotate
from dragoman.annotations import Quotation
from dragoman.article import Article, Link, Part, Span, Words
from tests.strategies import article_of, words


def quotations_in(text: str) -> tuple[Article, tuple[Quotation, ...]]:
    article = article_of(text)
    return article, annotate(article).quotations


def told(text: str) -> list[tuple[str | None, str | None, tuple[str, ...], str]]:
    """Source, cue, content and form of each quotation that stands in no other."""
    article, found = quotations_in(text)
    return [
        (
            article[q.source] if q.source else None,
            article[q.cue] if q.cue else None,
            tuple(article[piece] for piece in q.content),
            q.form,
        )
        for q in found
        if q.inside is None
    ]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "Envoy Ann Vale said that the talks would resume in May.",
            ("Envoy Ann Vale", "said", ("the talks would resume in May",), "indirect"),
            "that",
        ),
        (
            "Vale said not all of the talks had failed.",
            ("Vale", "said", ("not all of the talks had failed",), "indirect"),
            "a negation belongs to what is said",
        ),
        ("Norway said it was ready to talk.", ("Norway", "said", ("it was ready to talk",), "indirect"), "no that"),
        (
            "The talks would resume in May, Envoy Ann Vale said at a meeting in Oslo on Friday.",
            ("Envoy Ann Vale", "said", ("The talks would resume in May",), "indirect"),
            "behind its content, place and time behind it",
        ),
        (
            "The strait was open to all, said Chilean Foreign Minister Ana Soto on Friday.",
            ("Chilean Foreign Minister Ana Soto", "said", ("The strait was open to all",), "indirect"),
            "cue before the source",
        ),
        ('"We shall be back", Vale added.', ("Vale", "added", ("We shall be back",), "direct"), "direct, the comma outside"),
        ("“We shall be back,” Vale added.", ("Vale", "added", ("We shall be back",), "direct"), "direct, the comma inside"),
        ("Vale told reporters: “We shall be back.”", ("Vale", "told", ("We shall be back.",), "direct"), "behind a colon"),
        (
            "“We go,” Vale said, “and we shall be back.”",
            ("Vale", "said", ("We go", "and we shall be back."), "direct"),
            "cut by its cue",
        ),
        (
            "Vale said the offer was “a trap” and would fail.",
            ("Vale", "said", ("the offer was “a trap” and would fail",), "mixed"),
            "quoted words in a clause",
        ),
        (
            "According to the embassy, the road is closed.",
            ("the embassy", "According to", ("the road is closed",), "indirect"),
            "before",
        ),
        (
            "The road is closed, according to the embassy.",
            ("the embassy", "according to", ("The road is closed",), "indirect"),
            "behind",
        ),
        ("Chile condemned the raid on the port.", ("Chile", "condemned", ("the raid on the port",), "indirect"), "a noun phrase"),
        ("Vale pledged to keep the port open.", ("Vale", "pledged", ("to keep the port open",), "indirect"), "an infinitive"),
        (
            "Ann Vale, the envoy of Chile, stressed that the port was open.",
            ("Ann Vale", "stressed", ("the port was open",), "indirect"),
            "over an apposition",
        ),
        (
            "Several officials close to the talks said that the port was open.",
            ("Several officials close to the talks", "said", ("the port was open",), "indirect"),
            "sources without a name",
        ),
        (
            "On 6 September the Chilean government announced that the port was open.",
            ("the Chilean government", "announced", ("the port was open",), "indirect"),
            "a time before it without a comma",
        ),
        ("Experts say the port will close.", ("Experts", "say", ("the port will close",), "indirect"), "a plural in the present"),
        ("As Ann Vale put it, “the port is dead”.", ("Ann Vale", "put it", ("the port is dead",), "direct"), "as X put it"),
    ],
)
def test_one(text: str, expected: tuple[str, str, tuple[str, ...], str], why: str) -> None:
    assert told(text) == [expected], why


def test_participle_goes_on_reporting() -> None:
    found = told("Vale said that the port was open, adding that ships might sail on Monday.")
    assert found == [
        ("Vale", "said", ("the port was open",), "indirect"),
        ("Vale", "adding", ("ships might sail on Monday",), "indirect"),
    ]


def test_several_sentences_are_one_statement() -> None:
    found = told("“We shall be back. The port is ours,” Vale said. “Nobody will stop us.”")
    assert found == [("Vale", "said", ("We shall be back. The port is ours", "Nobody will stop us."), "direct")]


def test_quoted_alone_behind_a_report() -> None:
    found = told("Vale said that the port was open.\n\n“Nobody will ever close it again.”")
    assert found[1] == (None, None, ("Nobody will ever close it again.",), "direct")


def test_question_and_answer() -> None:
    article, found = quotations_in("When asked by journalists whether the port would close, Vale replied that it would not.")
    question, answer = found
    assert (article[question.source or question.content[0]], article[question.content[0]]) == (
        "journalists",
        "whether the port would close",
    )
    assert answer.answers == 0
    assert article[answer.content[0]] == "it would not"


@pytest.mark.parametrize(
    ("text", "source", "question", "why"),
    [
        ("Asked whether the port would close, Vale said it would not.", None, "whether the port would close", "by nobody named"),
        ("But when asked why the port had closed, Vale said it had not.", None, "why the port had closed", "why"),
        ("Asked on Monday by sailors about the raid, Vale said it was over.", "sailors", "the raid", "a time, about"),
        (
            "When a reporter asked Vale if the port was safe, he said it was.",
            "a reporter",
            "if the port was safe",
            "when X asked Y",
        ),
        ("When Vale was asked about the raid, he said it was over.", None, "the raid", "when Y was asked"),
        ("In reply to a question about the raid, Vale said it was over.", None, "the raid", "a noun"),
        (
            "Responding to a question by Ana Soto on the raid, Vale said it was over.",
            "Ana Soto",
            "the raid",
            "a noun with its source",
        ),
        (
            "Asked as to whether the port was safe, “Never,” Vale said.",
            None,
            "whether the port was safe",
            "quoted words behind it",
        ),
    ],
)
def test_question_of_many_forms(text: str, source: str | None, question: str, why: str) -> None:
    article, found = quotations_in(text)
    asked, answer = found
    assert (asked.source and article[asked.source], article[asked.content[0]]) == (source, question), why
    assert answer.answers == 0
    assert answer.source == asked.addressee


@pytest.mark.parametrize(
    "text",
    [
        "Responding to another question, Vale said the port was safe.",
        "Asked for comment, Vale said the port was safe.",
        "Vale said the sailors had asked whether the port was safe.",
    ],
)
def test_no_question_to_answer(text: str) -> None:
    _, found = quotations_in(text)
    assert [q.answers for q in found] == [None] * len(found)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("The crowd cheered Vale's claim that the port was open.", ("Vale", "claim", "the port was open"), "a possessor"),
        ("It stood by its latest warning that ships would be seized.", ("its", "warning", "ships would be seized"), "a pronoun"),
        ("The crowd met sailors' claims that the port was shut.", ("sailors", "claims", "the port was shut"), "several"),
        (
            "There were claims made on Monday by an aide that the port was shut.",
            ("an aide", "claims", "the port was shut"),
            "by, over a verb and a time",
        ),
        (
            "Claims by government officials that the port was full were false.",
            ("government officials", "Claims", "the port was full"),
            "a subject: its verb stands behind the clause",
        ),
        ("They read a warning from Norway that ice was near.", ("Norway", "warning", "ice was near"), "from"),
        ("There were warnings of the ministry that ice was near.", ("the ministry", "warnings", "ice was near"), "of"),
        (
            "The parties did not carry out their threat to leave the talks.",
            ("their", "threat", "to leave the talks"),
            "an infinitive",
        ),
        (
            "Vale's pledge to rebuild the port meant little.",
            ("Vale", "pledge", "to rebuild the port"),
            "an infinitive, and the verb of its noun",
        ),
        ("Vale's argument was that ice was near.", ("Vale", "argument", "ice was near"), "a copula"),
        (
            "Despite Vale's claim that the port was open, it shut.",
            ("Vale", "claim", "the port was open"),
            "up to the main clause",
        ),
        (
            "Lund met Norway's demand that the port reopen, but the ships stayed.",
            ("Norway", "demand", "the port reopen"),
            "up to what goes on",
        ),
    ],
)
def test_noun(text: str, expected: tuple[str, str, str], why: str) -> None:
    assert [(source, cue, *content) for source, cue, content, _ in told(text)] == [expected], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("There was no claim by Norway that the port was mined.", "none"),
        ("They waited without a pledge by Norway that the port would open.", "only wished for"),
        ("His remarks that hinted at war were loud.", "a relative clause"),
        ("Norway's statement that it issued on Monday was short.", "a relative clause without its object"),
        ("Its threat to world peace is clear.", "no infinitive"),
        ("Norway's appeal to sailors was short.", "to somebody"),
        ("The claims of fraud that the crew saw were false.", "nobody speaks"),
        ("Their denial of the raid that angered the crew was short.", "what is denied"),
        ("Vale built his case that held the map.", "no noun of speech"),
    ],
)
def test_no_noun(text: str, why: str) -> None:
    assert told(text) == [], why


def test_a_noun_and_its_verb_are_one_statement() -> None:
    found = told("Vale repeated his latest claim that the port was open.")
    assert [(source, cue, *content) for source, cue, content, _ in found] == [("Vale", "repeated", "the port was open")]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "The sailors were told by the minister that the port was shut.",
            ("the minister", "told", "the port was shut", "The sailors"),
            "told by X that",
        ),
        (
            "Norway has been warned on Friday by Chile that ice was near.",
            ("Chile", "warned", "ice was near", "Norway"),
            "a time before the agent",
        ),
        (
            "The sailors were told by the minister they could leave.",
            ("the minister", "told", "they could leave", "The sailors"),
            "no that",
        ),
        (
            "Norway was accused by the head of the army of theft.",
            ("the head of the army", "accused", "theft", None),
            "of X, of what; the accused is spoken of",
        ),
        (
            "Vale was asked by reporters whether ice was near.",
            ("reporters", "asked", "whether ice was near", "Vale"),
            "a question",
        ),
        ("It was announced by the ministry that ice was near.", ("the ministry", "announced", "ice was near", None), "it was"),
    ],
)
def test_passive(text: str, expected: tuple[str, str, str, str | None], why: str) -> None:
    article, (one,) = quotations_in(text)
    found = (one.source and article[one.source], one.cue and article[one.cue], article[one.content[0]])
    assert (*found, one.addressee and article[one.addressee]) == expected, why


@pytest.mark.parametrize(
    ("text", "sources", "why"),
    [
        ("The road is shut, according to market needs.", [], "needs tell nothing"),
        ("The road will open, according to plan.", [], "a plan tells nothing"),
        ("The road is shut, according to the law.", [], "a rule, and nobody's words"),
        ("The road is shut, according to Chilean law.", ["Chilean law"], "a law with a name"),
        ("The road is shut, according to official estimates.", ["official estimates"], "estimates"),
        ("The road is shut, according to research in ten ports.", ["research in ten ports"], "research"),
        ("The road is shut, according to updates posted by sailors.", ["updates posted by sailors"], "a participle behind it"),
        ("The road is shut, according to him.", ["him"], "a pronoun"),
        ("The road is shut, according to opposition lawmakers.", ["opposition lawmakers"], "several without a determiner"),
    ],
)
def test_according_to_whom(text: str, sources: list[str], why: str) -> None:
    assert [source for source, *_ in told(text)] == sources, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("The talks failed, ministerial sources told the paper.", ["ministerial sources"], "an adjective"),
        ("In the north, rights groups said that the port was shut.", ["rights groups"], "a noun"),
        ("The port was shut, said court officials in Oslo.", ["court officials"], "behind the cue"),
        ("The port was shut, said wet stones in Oslo.", [], "stones don't speak"),
        ("Opposition lawmakers didn't say that the port was shut.", [], "negated in one word"),
    ],
)
def test_several_without_a_determiner(text: str, expected: list[str], why: str) -> None:
    assert [source for source, *_ in told(text)] == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("He said as no vote had been held, he would wait.", ["as no vote had been held, he would wait"], "as opens the content"),
        ("He said, as no vote had been held, he would wait.", ["as no vote had been held, he would wait"], "behind a comma"),
        ("He said that, as no vote was held, he would wait.", ["as no vote was held, he would wait"], "behind that and a comma"),
        ("The port was shut, he said, as ships left Oslo.", ["The port was shut"], "as tells the occasion"),
    ],
)
def test_said_as(text: str, expected: list[str], why: str) -> None:
    assert [piece for *_, content, _ in told(text) for piece in content] == expected, why


def test_inside() -> None:
    article, found = quotations_in("Vale said that the minister had stressed the need for patience.")
    assert [(article[q.cue or q.content[0]], q.inside) for q in found] == [("said", None), ("stressed", 0)]


@pytest.mark.parametrize(
    ("text", "addressee", "why"),
    [
        ("Vale told the council that the port was open.", "the council", "told X"),
        ("Vale said at a meeting with Ana Soto on Friday that the port was open.", "Ana Soto", "at a meeting with X"),
        ("Vale urged Chile to open the port.", "Chile", "urged X to"),
        ("Vale said that the port was open.", None, "nobody named"),
        ("Vale accused Chile of closing the port.", None, "the accused is spoken of"),
    ],
)
def test_addressee(text: str, addressee: str | None, why: str) -> None:
    article, found = quotations_in(text)
    assert [q.addressee and article[q.addressee] for q in found] == [addressee], why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The so-called “ghost port” closed in May.", "a scare quote"),
        ("Vale did not say that the port was open.", "negated"),
        ("Vale would reject the offer.", "conditional"),
        ("The islands are claimed by both states.", "a passive participle"),
        ("The claims and reports filled ten boxes.", "nouns that look like cues"),
        ("The ship was told to leave.", "passive without its source"),
        ("He declined to comment.", "no content"),
        ("They met in Oslo on Friday.", "no cue at all"),
    ],
)
def test_none(text: str, why: str) -> None:
    assert told(text) == [], why


def headline(words_: str, outlet: str | None = None) -> list[tuple[str, str]]:
    text = f"{words_}\nEnvoy Ann Vale met the press."
    title = Span(0, len(words_))
    parts = (Part("title", title), Part("body", Span(len(words_) + 1, len(text))))
    article = Article("a", text, "en", parts, title=Words(words_, title), outlet=outlet)
    found = [q for q in annotate(article).quotations if q.headline]
    return [(article[q.source], article[q.content[0]]) for q in found if q.source]


@pytest.mark.parametrize(
    ("words_", "expected", "why"),
    [
        ("Port to Stay Open for Years — Vale", [("Vale", "Port to Stay Open for Years")], "a surname behind a dash"),
        ("Most Sailors Want the Port Closed - Poll", [("Poll", "Most Sailors Want the Port Closed")], "a document"),
        ("Vale: Port will stay open for years", [("Vale", "Port will stay open for years")], "a surname before a colon"),
        ("Chile condemns raid on port", [("Chile", "raid on port")], "a cue in the present"),
        ("Port to Stay Open for Years - Harbour Herald", [], "the paper itself"),
        ("A quiet day at the old port", [], "no statement"),
    ],
)
def test_headline(words_: str, expected: list[tuple[str, str]], why: str) -> None:
    assert headline(words_, "Harbour Herald") == expected, why


def test_link_to_another_page() -> None:
    text = "READ MORE: Port Talks Near Their End — Okoro (VIDEO)\nThe envoys met."
    link = Link("read_more", "Port Talks Near Their End — Okoro (VIDEO)", Span(11, 52))
    article = Article("a", text, "en", (Part("read_more", Span(0, 52)), Part("body", Span(53, len(text)))), links=(link,))
    (found,) = annotate(article).quotations
    assert found.headline
    assert article[found.content[0]] == "Port Talks Near Their End"
    assert found.source
    assert article[found.source] == "Okoro"


def test_an_article_that_is_not_read_has_no_annotations() -> None:
    text = "Vale a dit que le port était ouvert."
    article = Article("a", text, "fr", (Part("body", Span(0, len(text))),), unread="French")
    assert annotate(article).quotations == ()


def test_fifty_thousand_characters_in_one_quotation() -> None:
    text = f"“{'We shall be back. ' * 3000}” Envoy Ann Vale said."
    article, found = quotations_in(f"Envoy Ann Vale said: {text[:-22]}")
    assert [len(q.content[0]) > 50_000 for q in found] == [True]
    assert article[found[0].source or found[0].content[0]] == "Envoy Ann Vale"


news = st.lists(
    st.sampled_from(
        "Vale Ann said told that , . “ ” \" ' ‘ ’ according to Chile he and the minister adding \n \n\n : — ( ) port".split(" ")
    ),
    max_size=60,
).map(" ".join)
told_by_nouns = st.lists(
    st.sampled_from(
        "Vale Ann claim claims 's by from that to asked whether was told , “ ” according to as the minister port".split()
    ),
    max_size=60,
).map(" ".join)


@given(st.one_of(words, st.one_of(news, told_by_nouns).filter(lambda text: bool(text.strip()))))
@settings(max_examples=80)
def test_sound_spans(text: str) -> None:
    article, found = quotations_in(text)
    for at, q in enumerate(found):
        assert q.content
        assert all(article[piece].strip() for piece in q.content)
        assert all(one.end <= other.start for one, other in zip(q.content, q.content[1:], strict=False))
        assert q.inside is None or q.inside < at
        assert q.answers is None or q.answers < at


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ('A man who said "the EU will sign" was arrested, police said.', [], "whose verb follows the quotation can't be told"),
        ('An envoy who wrote "we agree" resigned.', [], "nothing is better than a verb of somebody else's"),
        ('Vale, who called for "a fair deal", left for Oslo.', ["a fair deal"], "a phrase ends with its marks"),
        ('Vale, who said "the EU will sign".', ["the EU will sign"], "nothing follows"),
        ('Vale said "the EU" will sign.', ['"the EU" will sign'], "no relative clause: the verb is its own"),
        ("The port was open, Vale said after talks that began on Friday.", ["The port was open"], "that describes the talks"),
        ("Vale said after talks on Friday that armed groups had left.", ["armed groups had left"], "that opens the content"),
        (
            "Vale said in a statement that was issued on Friday that the port was open.",
            ["the port was open"],
            "the second that opens it",
        ),
        ("The bank forecast that trade would grow.", ["trade would grow"], "a past without an ending"),
        (
            "The bank's forecast that trade would grow was wrong.",
            ["trade would grow"],
            "a noun: the verb behind is of the forecast",
        ),
        ("Vale, in a port that was shut, said little.", [], "nothing that is said"),
    ],
)
def test_whose_verb(text: str, expected: list[str], why: str) -> None:
    article, found = quotations_in(text)
    assert [article[piece] for q in found for piece in q.content] == expected, why
