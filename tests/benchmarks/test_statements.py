"""The statements' benchmark: borders, what counts, and first guesses at why things differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from benchmarks import elevant, statements_gold
from benchmarks.statements_borders import narrowed, round_trip, whole, widened
from benchmarks.statements_causes import differences
from benchmarks.statements_polnear import Read, held_against, scores
from benchmarks.tagger.linked import Whole
from dragoman.article import Article, Part, Span
from dragoman.record import Actor, Evidence, Reader, Record, Statement
from tests.strategies import article_of, provenance_of
from training.standoff import Attribution, Document


def spans(text: str, *words: str) -> tuple[Span, ...]:
    """Where words stand, each behind the last."""
    found, at = [], 0
    for one in words:
        start = text.index(one, at)
        found.append(Span(start, at := start + len(one)))
    return tuple(found)


def attribution(text: str, source: str, cue: str, *content: str) -> Whole:
    named, told = (spans(text, *([one] if one else [])) for one in (source, cue))
    return Whole(named, told, spans(text, *content))


def words(text: str, one: Whole) -> tuple[list[str], list[str], list[str]]:
    source, cue, content = ([text[span.start : span.end] for span in role] for role in (one.source, one.cue, one.content))
    return source, cue, content


BORDERS = [
    ("Venn said that the dam is safe.", ("Venn", "said", "the dam is safe"), ("Venn", "said", "that the dam is safe"), "that"),
    ("“It is safe,” Venn said.", ("Venn", "said", "It is safe"), ("Venn", "said", "“It is safe,”"), "marks with the comma"),
    ("Venn: “It is safe.”", ("Venn", "", "It is safe"), ("Venn", "", "“It is safe.”"), "marks with the stop"),
    ("''It is safe,'' Venn said.", ("Venn", "said", "It is safe"), ("Venn", "said", "''It is safe,''"), "marks of two signs"),
    ("Venn says: 'It is safe.'", ("Venn", "says", "It is safe"), ("Venn", "says:", "'It is safe.'"), "single marks, and a colon"),
    ("Venn denied the workers' claim.", ("Venn", "denied", "the workers' claim"), None, "an apostrophe is no mark"),
    ("Venn backs the workers' claim.", ("Venn", "backs", "the workers"), None, "an apostrophe closes nothing"),
    ("Venn said that “it is safe”.", ("Venn", "said", "it is safe"), ("Venn", "said", "that “it is safe”"), "that and a mark"),
    ("“Venn said it is safe,” Ode wrote.", ("Venn", "said", "it is safe"), None, "what closes another's quotation stays outside"),
    ("Venn called it “safe enough”.", ("Venn", "called", "it “safe enough”"), None, "marks inside stay, the stop is outside"),
    ("Venn said it is safe.", ("Venn", "said", "it is safe."), ("Venn", "said", "it is safe"), "a stop is outside"),
    ("Venn said it left the U.S.", ("Venn", "said", "it left the U.S."), None, "but not that of an abbreviation"),
    ("“It is safe.\n\n“Trust us.”", ("", "", "It is safe", "Trust us"), ("", "", "“It is safe.", "“Trust us.”"), "paragraphs"),
    ("“It is.\n\n“Trust us.”", ("", "", "It is.\n\n“Trust us"), ("", "", "“It is.", "“Trust us.”"), "cut at the line break"),
    ("Venn said it is. It holds.", ("Venn", "said", "it is.", "It holds"), ("Venn", "said", "it is. It holds"), "one fragment"),
    ("Venn has not yet said so.", ("Venn", "said", "so"), None, "an unknown word before the cue"),
    ("Venn has also said no.", ("Venn", "said", "no"), ("Venn", "has also said", "no"), "auxiliary and adverb"),
    ("Venn didn’t say so.", ("Venn", "say", "so"), ("Venn", "didn’t say", "so"), "negation"),
    ("She’s saying so.", ("She", "saying", "so"), ("She", "’s saying", "so"), "a contraction"),
    ("There was a demand for peace.", ("", "a demand", "peace"), ("", "a demand for", "peace"), "a noun takes no auxiliary"),
    ("Venn was blamed by Ode for it.", ("Ode", "blamed", "it"), ("Ode", "was blamed", "it"), "the source's preposition"),
    ("Venn warned of a flood.", ("Venn", "warned", "a flood"), ("Venn", "warned of", "a flood"), "the content's preposition"),
    (
        "Venn, the minister, said no.",
        ("Venn", "said", "no"),
        ("Venn, the minister,", "said", "no"),
        "apposition with its comma",
    ),
    ("Venn, however, said no.", ("Venn", "said", "no"), None, "no apposition"),
    ("Venn, speaking at dawn, said no.", ("Venn", "said", "no"), None, "no apposition either"),
    ("No, said Venn, a clerk.", ("Venn", "said", "No"), ("Venn, a clerk", "said", "No"), "apposition behind the cue"),
    ("No, said Venn, a clerk, adding more.", ("Venn", "said", "No"), ("Venn, a clerk", "said", "No"), "it ends at a participle"),
    ("No, said Venn, who left Gov. Ode.", ("Venn", "said", "No"), ("Venn, who left Gov. Ode", "said", "No"), "Gov. ends nothing"),
    ("No, said Venn, and he left.", ("Venn", "said", "No"), None, "a new clause"),
]


@pytest.mark.parametrize(("text", "ours", "expected", "why"), BORDERS)
def test_borders_of_polnear(text: str, ours: tuple[str, ...], expected: tuple[str, ...] | None, why: str) -> None:
    wide = attribution(text, *(expected or ours))
    assert words(text, widened(text, attribution(text, *ours))) == words(text, wide), why


@pytest.mark.parametrize(("text", "ours", "expected", "why"), BORDERS)
def test_widening_twice_is_widening_once(text: str, ours: tuple[str, ...], expected: tuple[str, ...] | None, why: str) -> None:
    once = widened(text, attribution(text, *ours))
    assert widened(text, once) == once, why


@pytest.mark.parametrize(
    ("text", "content", "expected", "why"),
    [
        ("Venn said that it is.", "that it is", "it is", "that"),
        ("Venn said that's it.", "that's it", "that's it", "part of a word"),
        ("“It is,” she said.", "“It is,”", "It is", "marks and comma"),
        ("It was “good” and “bad”.", "“good” and “bad”", "“good” and “bad”", "two quotations are not one"),
        ("It was “good” at least.", "“good” at least", "“good” at least", "marks among the words"),
        ("“It is. “No.”", "“It is.", "It is", "a quotation that nothing closes"),
        ("“…” she said.", "“…”", "…", "no word"),
    ],
)
def test_borders_of_the_record(text: str, content: str, expected: str, why: str) -> None:
    assert words(text, narrowed(text, attribution(text, "", "", content)))[2] == [expected], why


pieces = st.sampled_from(
    [
        "Venn",
        "said",
        "that",
        "has",
        "also",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "“",
        "”",
        '"',
        "''",
        "'",
        "’",
        ",",
        ".",
        ":",
        "U.S.",
        "a",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(pieces, min_size=3, max_size=30), st.data())
def test_widened_spans_lie_in_the_text_and_take_nothing_from_each_other(tokens: list[str], data: st.DataObject) -> None:
    solid = [at for at, one in enumerate(tokens) if one.strip()]
    chosen = sorted(data.draw(st.sets(st.sampled_from(solid), min_size=3, max_size=3))) if len(solid) > 2 else []
    assume(chosen)
    text, starts = "".join(tokens), [sum(map(len, tokens[:at])) for at in chosen]
    drawn = [Span(start, start + len(tokens[at])) for start, at in zip(starts, chosen, strict=True)]
    source, cue, content = data.draw(st.permutations(drawn))
    wide = widened(text, Whole((source,), (cue,), (content,)))
    every = sorted((*wide.source, *wide.cue, *wide.content))
    assert all(one.end <= len(text) for one in every)
    assert all(one.end <= other.start for one, other in pairwise(every))
    assert all(source in one for one in wide.source)
    assert all(cue in one for one in wide.cue)
    assert not any("\n" in text[one.start : one.end] for one in wide.content)


def test_a_round_trip_counts_what_comes_back() -> None:
    text = "“It is safe,” Venn said. Ode asked if so."
    one, other = attribution(text, "Venn", "said", "“It is safe,”"), attribution(text, "Ode", "asked", "if so.")
    found = round_trip([(text, [one, other])])
    assert [(role, score.hit, score.wanted) for role, score in found.items()] == [
        ("source", 2, 2),
        ("cue", 2, 2),
        ("content", 1, 2),
        ("whole", 1, 2),
    ]


# --- what counts -------------------------------------------------------------------------------------------------------------

TEXT = (
    "Venn says dam holds\n\nAda Venn said that the dam holds. She thinks it will last, and Ode warned of a flood. "
    "“It is old,” he said."
)


def document(text: str, *annotated: Whole) -> Document:
    attributions = tuple(Attribution(str(at), one.source, one.cue, one.content) for at, one in enumerate(annotated))
    return Document("own", "own", "dev", text, attributions=attributions)


def statement(article: Article, one: Whole, **more: Any) -> Statement:
    told: dict[str, Any] = {"form": "indirect", **more}
    evidence = tuple(Evidence.of(article, span) for span in one.content)
    mention, cue = (next(iter(role), None) for role in (one.source, one.cue))
    return Statement(
        id=f"statement-{one.content[0]}-{cue}", evidence=evidence, mention=mention, cue=cue, content=one.content, **told
    )


def read(annotated: Sequence[Whole], said: Sequence[tuple[Whole, dict[str, Any]]], *, article: Article | None = None) -> Read:
    article = article or article_of(TEXT)
    statements = frozenset(statement(article, one, **more) for one, more in said)
    record = Record(Reader("0"), provenance_of(article), article, statements=statements)
    return held_against(document(TEXT, *annotated), record)


def one(source: str, cue: str, *content: str) -> Whole:
    return attribution(TEXT, source, cue, *content)


SAID = one("Ada Venn", "said", "the dam holds")
SURNAME = Span(SAID.source[0].start + len("Ada "), SAID.source[0].end)
HELD = one("She", "thinks", "it will last")
WARNED = one("Ode", "warned", "a flood")
OLD = one("", "", "It is old")
TITLE = one("Venn", "says", "dam holds")
GOLD = [widened(TEXT, each) for each in (SAID, HELD, WARNED)]


@pytest.mark.parametrize(
    ("said", "found", "count", "why"),
    [
        ([(SAID, {}), (HELD, {"manner": "held"}), (WARNED, {})], 3, 3, "held counts"),
        ([(SAID, {}), (HELD, {"inside": "statement-x"})], 1, 1, "what stands inside another does not"),
        ([(SAID, {}), (TITLE, {"headline": True})], 1, 2, "the title's statement is one like others"),
        ([], 0, 0, "nothing read"),
    ],
)
def test_statements_that_count(said: list[tuple[Whole, dict[str, Any]]], found: int, count: int, why: str) -> None:
    score = scores([read(GOLD, said)])["all exact"]
    assert (score.found, score.said, score.wanted) == (found, count, 3), why


def test_borders_are_the_records_own_where_they_are_not_mapped() -> None:
    (exact, overlapping) = (scores([read(GOLD, [(SAID, {})])], mapped=False)[name] for name in ("all exact", "all overlapping"))
    assert (exact.found, overlapping.found) == (0, 1)


def test_an_article_that_arrived_otherwise_counts_as_empty() -> None:
    other = article_of(TEXT + "!")
    assert read(GOLD, [(SAID, {})], article=other).ours == ()


def test_a_statement_is_one_attribution() -> None:
    article = article_of(TEXT)
    assert whole(statement(article, SAID)) == SAID
    assert whole(statement(article, OLD)) == OLD


# --- causes ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gold", "said", "expected", "why"),
    [
        ([SAID], [(SAID, {})], [], "nothing differs"),
        ([HELD], [], ["missed: cue not found, known to the lexicon"], ""),
        ([one("the dam", "holds", "it")], [], ["missed: cue not found, not known to the lexicon"], ""),
        ([OLD], [], ["missed: annotated without a cue"], ""),
        ([SAID], [(one("", "said", "the dam holds"), {})], ["missed: source missing"], ""),
        ([SAID], [(one("She", "said", "the dam holds"), {})], ["missed: another source"], ""),
        ([SAID], [(one("Ada Venn", "thinks", "the dam holds"), {})], ["missed: another cue"], ""),
        ([SAID], [(one("Ada Venn", "said", "it will last"), {})], ["missed: the cue has other content"], "told once"),
        (
            [SAID, HELD],
            [(one("Ada Venn", "said", "the dam holds. She thinks it will last"), {})],
            ["missed: part of another's content", "borders: content by more than half"],
            "one statement for two attributions",
        ),
        ([HELD], [(HELD, {"inside": "statement-x"})], ["missed: read inside another"], ""),
        ([], [(SAID, {})], ["extra: said"], ""),
        ([], [(one("", "thinks", "it will last"), {"manner": "held"})], ["extra: held, without a source"], ""),
        ([], [(OLD, {})], ["extra: without a cue"], ""),
        ([], [(TITLE, {"headline": True})], ["extra: headline"], ""),
        (
            [one("Ada Venn", "said", "that the dam holds. She thinks it will last")],
            [(one("Ada Venn", "said", "the dam holds. She thinks it will last"), {}), (HELD, {})],
            ["extra: stands inside an annotated one"],
            "",
        ),
        (
            [one("Ada Venn", "said", "that the dam holds. She thinks it will last")],
            [(SAID, {}), (one("Ada Venn", "", "it will last"), {})],
            ["extra: one split, or read twice", "borders: content by more than half"],
            "",
        ),
        ([SAID], [(replace(SAID, source=(SURNAME,)), {})], ["borders: source begins late"], ""),
        ([SAID], [(one("Ada Venn", "said that", "the dam holds"), {})], ["borders: content, cue"], ""),
    ],
)
def test_causes(gold: list[Whole], said: list[tuple[Whole, dict[str, Any]]], expected: list[str], why: str) -> None:
    annotated = [each if each.content[0].start < 20 else widened(TEXT, each) for each in gold]
    assert [each.cause for each in differences([read(annotated, said)])] == expected, why


def test_furniture_is_told_of_first() -> None:
    text = article_of(TEXT)
    at = TEXT.index("\n")
    article = replace(text, parts=(Part("navigation", Span(0, at)), Part("body", Span(at, len(TEXT)))))
    (only,) = differences([read([TITLE], [], article=article)])
    assert only.cause == "missed: extract has it as navigation"


# --- gold/dev ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gold", "ours", "expected", "why"),
    [
        ([("venn", ["Venn"])], [], "missing", ""),
        ([("venn", ["Venn"])], [("?he", ["he"])], "nobody resolved", "words that nobody was found for"),
        ([], [("actor-1", ["Venn"])], "too much", ""),
        ([("venn", ["Venn"]), ("ode", ["Ode"])], [("actor-1", ["Venn"])], "too few", "a joint statement lost one"),
        ([("venn", ["Venn"])], [("actor-1", ["Venn"]), ("actor-2", ["Ode"])], "too many", ""),
        ([("venn", ["Venn"])], [("actor-2", ["Ode"])], "another", ""),
    ],
)
def test_why_an_actor_is_wrong(gold: list[Any], ours: list[Any], expected: str, why: str) -> None:
    assert statements_gold.why_other(gold, ours) == expected, why


def counted(start: int, end: int, *, headline: bool = False) -> dict[str, Any]:
    return {"chars": set(range(start, end)), "headline": headline}


@pytest.mark.parametrize(
    ("ours", "held", "taken", "expected", "why"),
    [
        ([], [], set(), "missed: nothing read there", ""),
        ([], [counted(20, 40)], set(), "missed: read as held", "score.py leaves out what is held"),
        ([counted(20, 40, headline=True)], [], set(), "missed: headline taken for text, or text for headline", ""),
        ([counted(35, 60)], [], set(), "missed: content borders", ""),
        ([counted(20, 90)], [], {0}, "missed: inside another's content", "it is another's partner"),
    ],
)
def test_why_a_gold_statement_is_missed(
    ours: list[dict[str, Any]], held: list[dict[str, Any]], taken: set[int], expected: str, why: str
) -> None:
    article = article_of(TEXT)
    record = Record(Reader("0"), provenance_of(article), article)
    assert statements_gold.why_missed(counted(20, 40), ours, held, taken, record) == expected, why


# --- pronouns ----------------------------------------------------------------------------------------------------------------

STORY = "Ada Venn left. She won, the minister said. Ada is glad."


def label(words: str, entity: str, name: str, *, coref: bool = False, kind: str = "Q215627") -> dict[str, Any]:
    start = STORY.index(words)
    return {"span": [start, start + len(words)], "entity_id": entity, "name": name, "type": kind, "coref": coref}


SHE = label("She", "Q1", "Ada Venn", coref=True)
NAMED = label("Ada Venn", "Q1", "Ada Venn")


@pytest.mark.parametrize(
    ("labels", "count", "why"),
    [
        ([NAMED, SHE], 1, "named by a label"),
        ([SHE], 1, "named by the words of the label"),
        ([label("She", "Q1", "Ada Ode", coref=True)], 0, "named nowhere"),
        ([label("She", "<NIL>", "Unknown", coref=True)], 0, "nobody knows who"),
        ([label("She", "Q1", "Ada Venn", coref=True, kind="Q1075")], 0, "neither person nor body"),
        ([NAMED], 0, "a name is no case"),
    ],
)
def test_cases_of_pronouns(labels: list[dict[str, Any]], count: int, why: str) -> None:
    assert len(list(elevant.cases({"text": STORY, "labels": labels}))) == count, why


def actor(name: str, *mentions: str, kind: Any = "person") -> Actor:
    article = article_of(STORY)
    found = spans(STORY, *mentions)
    return Actor(id=f"actor-{name}", kind=kind, name=name, mentions=found, evidence=(Evidence.of(article, Span(0, len(STORY))),))


VENN, ODE = actor("Ada Venn", "Ada Venn"), actor("Ode")
MINISTER = label("the minister", "Q1", "Ada Venn", coref=True)


@pytest.mark.parametrize(
    ("case", "actors", "speaker", "expected", "why"),
    [
        (SHE, [VENN], None, "nobody", "an actor is there, the pronoun is nobody's"),
        (SHE, [actor("Ada Venn", "Ada Venn", "She")], None, "right", "one actor has both"),
        (SHE, [VENN], VENN, "right", "the speaker of a statement whose source it is"),
        (SHE, [actor("Ada", "She", "Ada")], None, "right", "part of the person's name"),
        (SHE, [VENN, actor("Ode", "She")], None, "wrong actor", ""),
        (SHE, [VENN, ODE], ODE, "wrong actor", ""),
        (SHE, [actor("She won", "She won")], None, "nobody", "of a pronoun the very span"),
        (MINISTER, [actor("the minister", "the minister", kind="unnamed")], None, "unnamed", ""),
        (MINISTER, [actor("Ode", "minister")], None, "wrong actor", "the end of the words is enough"),
    ],
)
def test_outcomes_of_pronouns(case: dict[str, Any], actors: list[Actor], speaker: Actor | None, expected: str, why: str) -> None:
    (asked,) = elevant.cases({"text": STORY, "labels": [NAMED, case]})
    article = article_of(STORY)
    spoken = statement(article, Whole((asked.span,), (), spans(STORY, "won")), speakers=(speaker.id,)) if speaker else None
    record = Record(
        Reader("0"),
        provenance_of(article),
        article,
        actors=frozenset(actors),
        statements=frozenset([spoken] if spoken else []),
    )
    assert elevant.outcome(asked, record) == expected, why


def test_the_share_of_what_is_right() -> None:
    (case,) = elevant.cases({"text": STORY, "labels": [SHE]})
    found = [(case, "right"), (case, "nobody"), (case, "unnamed"), (case, "right")]
    assert elevant.share_right(found) == 0.5
    assert elevant.counts(found)["pronouns: persons", "right"] == 2
    assert elevant.share_right([]) == 0
