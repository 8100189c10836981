"""What each head's benchmark counts as right: texts and tags made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.tagger import coreference, linked, names, pronouns, roles, times, trees
from benchmarks.tagger.trees import ROOT, Word
from dragoman.article import Span
from dragoman.tagger import Attribution, Chain, TaggedMention, Tags
from training import standoff
from training.standoff import Document, Mention, MentionType

TEXT = "Ada Venn said the salt treaty was dead.\n“We shall wait,” she said in Vell."
WHOLE = Document("own", "own", "dev", TEXT)


def at(words: str, start: int = 0) -> Span:
    begin = TEXT.index(words, start)
    return Span(begin, begin + len(words))


SOURCE, CUE, CONTENT = at("Ada Venn"), at("said"), at("the salt treaty was dead")


@pytest.mark.parametrize(
    ("span", "expected", "why"),
    [
        (CONTENT, [(CONTENT.start, CONTENT.end, "content")], "one line, one piece"),
        (Span(CONTENT.start, at("“We").end), [(14, 39, "content"), (40, 43, "content")], "cut at the line's end"),
        (Span(13, 38), [(14, 38, "content")], "blanks at the edge don't count"),
    ],
)
def test_roles_are_cut_at_paragraphs(span: Span, expected: list[roles.Fragment], why: str) -> None:
    assert list(roles.fragments(TEXT, [(span, "content")])) == expected, why


def test_every_annotator_of_a_document_counts() -> None:
    one = standoff.Attribution("1", (SOURCE,), (CUE,), (CONTENT,))
    alone = replace(WHOLE, attributions=(one,))
    several = replace(alone, versions=(standoff.Version("a", (one,)), standoff.Version("b", ())))
    assert [len(version) for version in roles.versions(alone)] == [1]
    assert [len(version) for version in roles.versions(several)] == [1, 0]
    assert list(roles.roles_of([one])) == [(SOURCE, "source"), (CUE, "cue"), (CONTENT, "content")]


def whole(content: Span, cue: Span | None = CUE, source: Span | None = SOURCE) -> linked.Whole:
    (found,) = linked.said([Attribution((content,), cue, (source,) if source else ())])
    return found


@pytest.mark.parametrize(
    ("ours", "exact", "overlapping", "half", "why"),
    [
        (whole(CONTENT), True, True, True, "the same"),
        (whole(Span(CONTENT.start + 4, CONTENT.end)), False, True, True, "most of the content"),
        (whole(Span(CONTENT.start, CONTENT.start + 8)), False, True, False, "less than half of it"),
        (whole(CONTENT, cue=None), False, False, True, "no cue; the third measure asks for none"),
        (whole(CONTENT, source=None), False, False, False, "no source"),
        (whole(CONTENT, source=at("Venn")), False, True, True, "a part of the source"),
        (whole(at("We shall wait")), False, False, False, "another content"),
    ],
)
def test_whole_attributions(ours: linked.Whole, exact: bool, overlapping: bool, half: bool, why: str) -> None:
    (gold,) = linked.annotated([standoff.Attribution("1", (SOURCE,), (CUE,), (CONTENT,))])
    assert (linked.exact(gold, ours), linked.overlapping(gold, ours), linked.half_of_content(gold, ours)) == (
        exact,
        overlapping,
        half,
    ), why


def test_a_source_that_both_lack_is_no_difference() -> None:
    assert linked.overlapping(whole(CONTENT, source=None), whole(CONTENT, source=None))


def test_states_are_places_and_other_kinds_are_left_out() -> None:
    document = replace(
        WHOLE,
        mentions=(
            Mention(at("Vell"), frozenset({MentionType.STATE}), label="Location"),
            Mention(at("salt treaty"), frozenset({MentionType.OTHER}), label="Misc"),
        ),
    )
    tags = Tags(
        mentions=(
            TaggedMention(at("Ada Venn"), "person", "name"),
            TaggedMention(at("salt treaty"), "instrument", "name"),
            TaggedMention(at("she"), "person", "pronoun"),
            TaggedMention(at("Vell"), "state", "name"),
        )
    )
    place = (at("Vell").start, at("Vell").end, "place")
    assert list(names.annotated(document, names.NEWSWIRE)) == [place]
    assert list(names.said(tags)) == [(SOURCE.start, SOURCE.end, "person"), place]


@pytest.mark.parametrize(
    ("gold", "ours", "relaxed", "exact", "types", "why"),
    [
        ([(Span(0, 5), "date")], [(Span(0, 5), "date")], 1.0, 1.0, 1.0, "the same"),
        ([(Span(0, 5), "date")], [(Span(2, 9), "date")], 1.0, 0.0, 1.0, "they overlap"),
        ([(Span(0, 5), "date")], [(Span(0, 5), "time")], 1.0, 1.0, 0.0, "another type"),
        ([(Span(0, 5), "date")], [(Span(0, 2), "date"), (Span(3, 5), "date")], 2 / 3, 0.0, 1.0, "one to one"),
        ([(Span(0, 5), "date")], [(Span(5, 9), "date")], 0.0, 0.0, 0.0, "they only touch"),
    ],
)
def test_times(gold: list[times.When], ours: list[times.When], relaxed: float, exact: float, types: float, why: str) -> None:
    found = times.compared(gold, ours)
    assert (found.relaxed.f1, found.exact.f1, found.types) == pytest.approx((relaxed, exact, types)), why


WORDS = [Word(0, 3, "PROPN", 1, "nsubj:pass"), Word(4, 8, "VERB", ROOT, "root"), Word(8, 9, "PUNCT", 1, "punct")]


@pytest.mark.parametrize(
    ("ours", "expected", "why"),
    [
        (WORDS, (1, 1, 1, 1, 1), "the same"),
        ([replace(WORDS[0], deprel="nsubj"), *WORDS[1:]], (1, 1, 1, 1, 2 / 3), "subtypes count in the last alone"),
        ([replace(WORDS[0], upos="NOUN", head=2), *WORDS[1:]], (1, 2 / 3, 2 / 3, 2 / 3, 2 / 3), "part of speech, head"),
        ([WORDS[0], Word(4, 9, "VERB", ROOT, "root")], (0.4, 0.4, 0, 0, 0), "a word cut otherwise, and what hangs on it"),
        ([], (0, 0, 0, 0, 0), "nothing"),
    ],
)
def test_parses_meet_by_their_characters(ours: list[Word], expected: tuple[float, ...], why: str) -> None:
    found = trees.compared(WORDS, ours)
    assert [getattr(found, name).f1 for name in found.__slots__] == pytest.approx(list(expected)), why


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(ROOT, 5), min_size=6, max_size=6))
def test_every_parse_is_like_itself(heads: list[int]) -> None:
    words = [Word(2 * number, 2 * number + 1, "NOUN", head, "dep") for number, head in enumerate(heads)]
    assert trees.compared(words, words).full.f1 == 1.0


@pytest.mark.parametrize(
    ("starts", "hit", "why"),
    [
        ((0, 4), 2, "both"),
        ((0,), 0, "one long sentence is neither of two"),
        ((0, 1, 4), 1, "the first is cut"),
    ],
)
def test_sentences_need_both_ends(starts: tuple[int, ...], hit: int, why: str) -> None:
    score = trees.sentences([(0, 2), (4, 6)], starts, "A.  B.\n")
    assert (score.hit, score.said, score.wanted) == (hit, len(starts), 2), why


def token(words: str, head: int | None) -> standoff.Token:
    return standoff.Token(at(words), "NOUN", head=head, deprel="dep")


TREE = replace(
    WHOLE, tokens=(token("Ada", 1), token("Venn", 2), token("said", None), token("the", 5), token("salt", 5), token("treaty", 2))
)


def test_mentions_meet_by_their_head_words() -> None:
    phrase, name = at("the salt treaty"), at("Ada Venn")
    gold = [frozenset({phrase}), frozenset({name})]
    tags = Tags(mentions=(TaggedMention(at("treaty"), "instrument", "nominal"), TaggedMention(at("Ada"), "person", "name")))
    ours = coreference.said(tags)
    assert [coreference.head(TREE, span) for span in (phrase, at("treaty"), name, at("Ada"))] == [5, 5, 1, 0]
    assert coreference.met(TREE, gold, ours) == {at("treaty"): phrase}, "Venn is the head, Ada is not"


def test_a_phrase_is_met_once_and_by_its_own_span_first() -> None:
    phrase = at("the salt treaty")
    ours = [frozenset({phrase}), frozenset({at("salt treaty")})]
    assert coreference.met(TREE, [frozenset({phrase})], ours) == {phrase: phrase}


def test_a_mention_in_no_chain_is_one_of_its_own() -> None:
    mentions = tuple(TaggedMention(span, "person", "name") for span in (SOURCE, at("she"), at("Vell")))
    tags = Tags(mentions=mentions, chains=(Chain((SOURCE, at("she"))),))
    assert coreference.said(tags) == [frozenset({SOURCE, at("she")}), frozenset({at("Vell")})]
    found = list(coreference.clusters(coreference.said(tags), {}, singletons=False))
    assert found == [frozenset({SOURCE, at("she")})]


A, B = Span(0, 3), Span(5, 8)


def test_pronouns_as_gap_counts_them() -> None:
    cases = [
        ("she", {A: True, B: False}, {A: True, B: False}),  # right
        ("Her", {A: False, B: True}, {A: True, B: False}),  # one wrong, one missed
        ("he", {A: False, B: False}, {A: False, B: True}),  # one wrong
        ("his", {A: True, B: False}, {}),  # one missed
        ("him", {A: True, B: False}, {A: True, B: False}),
    ]
    found = pronouns.compared(cases)
    assert found["all"].cells == pytest.approx((2 / 4, 2 / 4, 0.5))
    assert found["feminine"].f1 == pytest.approx(0.5)
    assert found["masculine"].f1 == pytest.approx(0.5)
    assert pronouns.bias(found) == 1.0


def test_bias_is_worse_either_way() -> None:
    cases = [("she", {A: True}, {A: True}), ("he", {A: True}, {A: True}), ("he", {A: True}, {})]
    found = pronouns.compared(cases)
    assert pronouns.bias(found) == pytest.approx(1.5)
    assert pronouns.fair(found) == pytest.approx(2 / 3)


def test_a_chain_answers_for_the_names_it_touches() -> None:
    case = standoff.PronounCase(at("she"), ((SOURCE, True), (at("Vell"), False)))
    tags = Tags(chains=(Chain((at("Venn"), at("she"))), Chain((at("salt"), at("Vell")))))
    assert pronouns.chained(tags, case) == {SOURCE: True, at("Vell"): False}
    assert pronouns.chained(Tags(), case) == {SOURCE: False, at("Vell"): False}
