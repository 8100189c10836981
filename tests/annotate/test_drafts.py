"""Two readers' quotations become one list."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.quoting.drafts import LEAST, Draft, draft_of, furthest, merged, ordered
from dragoman.annotations import Quotation
from dragoman.article import Span

TEXT = 'Lund said that talks would go on, and "we will sign", he added. Soto denied it.'
#       0    5    10   15   20   25   30   35   40   45   50   55   60   65   70   75
SAID = Quotation((Span(15, 32),), "indirect", Span(5, 9), Span(0, 4), probability=0.9)


def rule(quotation: Quotation) -> Draft:
    return draft_of(replace(quotation, probability=None, by_rule=True))


def test_one_cue_is_one_quotation_with_the_taggers_words() -> None:
    other = rule(replace(SAID, content=(Span(15, 26),), addressee=Span(64, 68)))
    (found,) = merged([other], [SAID])
    assert found.quotation == replace(SAID, by_rule=True, addressee=Span(64, 68))


def test_what_one_reader_has_alone_is_kept() -> None:
    denied = Quotation((Span(76, 78),), "indirect", Span(69, 75), Span(64, 68))
    found = merged([rule(denied)], [SAID])
    assert {draft.quotation.cue for draft in found} == {SAID.cue, denied.cue}


def test_what_the_tagger_alone_is_unsure_of_is_left_out() -> None:
    unsure = replace(SAID, probability=LEAST - 0.01)
    assert merged([], [unsure]) == []
    assert merged([rule(SAID)], [unsure]) != []


def test_for_other_words_of_one_cue_the_rules_count() -> None:
    occasion = replace(SAID, content=(Span(39, 51),))
    (found,) = merged([rule(SAID)], [occasion])
    assert found.quotation.content == SAID.content
    assert found.quotation.form == "indirect"


def test_a_piece_goes_to_the_cue_that_the_rules_give_it() -> None:
    both = replace(SAID, content=(Span(15, 32), Span(39, 51)))
    added = Quotation((Span(39, 51),), "direct", Span(57, 62), Span(54, 56))
    contents = {draft.quotation.cue: draft.quotation.content for draft in merged([rule(added)], [both])}
    assert contents == {SAID.cue: (Span(15, 32),), added.cue: added.content}


def test_what_form_alone_tells_keeps_its_words() -> None:
    turn = replace(SAID, content=(Span(10, 62),), probability=None, by_form=True, cue=Span(4, 5))
    other = Quotation((Span(39, 51),), "direct", Span(69, 75), Span(64, 68), probability=0.9)
    (found,) = merged([draft_of(turn)], [other])
    assert found.quotation == turn


def test_what_stands_inside_another_knows_it() -> None:
    outer = Quotation((Span(10, 62),), "mixed", Span(5, 9), Span(0, 4))
    inner = Quotation((Span(39, 51),), "direct", Span(57, 62), Span(54, 56))
    assert [one.inside for one in ordered([draft_of(inner), draft_of(outer)])] == [None, 0]


def test_an_answer_answers_the_question_before_it() -> None:
    question, answer = Quotation((Span(0, 4),), "direct"), Quotation((Span(15, 32),), "direct")
    asked = Draft(question, question.content[0], question=True)
    found = ordered([Draft(answer, answer.content[0], answer=True), asked])
    assert [one.answers for one in found] == [None, 0]


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=20), st.integers(0, 80))
def test_furthest_finds_what_ends_before_a_place(drawn: list[tuple[int, int]], place: int) -> None:
    spans = sorted(Span(start, start + length) for start, length in drawn)
    reach = furthest(spans)
    first = next((at for at, edge in enumerate(reach) if edge > place), len(spans))
    assert all(span.end <= place for span in spans[:first])
