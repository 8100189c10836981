"""Turns of transcripts as quotations: who speaks, what is asked, which question an answer answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotate.quoting.transcripts import find_turns
from dragoman.article import Article, Page, Part, PartKind, Span
from dragoman.extract import extract

PAGES = Path(__file__).parents[1] / "pages"

Rows = list[tuple[str, str]]
"""Label and words of each turn; words that begin with ``?`` are a question, no label: the turn before runs on."""


def transcript(rows: Rows, *, above: str = "", title: str = "") -> Article:
    """A transcript with these turns; ``above`` is its introduction."""
    pieces: list[tuple[PartKind, str]] = [("title", title), ("body", above)]
    kind: PartKind = "body"
    for label, words in rows:
        if label:
            pieces.append(("speaker_label", label))
            kind = "question" if words[:1] == "?" else "body"
        pieces.append((kind, words.removeprefix("?")))
    text, parts = "", []
    for kind, words in pieces:
        if words.strip():
            parts.append(Part(kind, Span(len(text), len(text) + len(words))))
            text += f"{words}\n\n"
    return Article("article-1", text, "en", tuple(parts), genre="transcript")


def told(article: Article) -> list[tuple[str | None, list[str], bool, int | None]]:
    """Source, content, whether it asks, what it answers."""
    return [
        (article[q.source] if q.source else None, [article[piece] for piece in q.content], q.question, q.answers)
        for q in find_turns(article)
    ]


def answers(rows: Rows) -> list[int | None]:
    return [q.answers for q in find_turns(transcript(rows))]


def saved(name: str) -> Article:
    return extract(Page(name, (PAGES / name).read_bytes()))


def test_twelve_of_twelve_turns_of_a_press_conference() -> None:
    article = saved("press_conference.txt")
    turns = [(source, content[0][:24], len(content), asks, to) for source, content, asks, to in told(article)]
    assert turns == [
        ("MODERATOR", "Good afternoon, and welc", 1, False, None),
        ("FOREIGN MINISTER VARGA", "Thank you. We have had a", 2, False, None),
        ("QUESTION", "Minister, the unions say", 1, True, None),
        ("FOREIGN MINISTER VARGA", "I tell them what I told ", 3, False, 2),
        ("QUESTION", "A follow-up, if I may. I", 1, True, None),
        ("FOREIGN MINISTER VARGA", "It is a promise.", 1, False, 4),
        ("MODERATOR", "The next question goes t", 1, False, None),
        ("JAN BROD", "Minister Okeke, will you", 1, True, None),
        ("FOREIGN MINISTER OKEKE", "We have asked for a vote", 1, False, 7),
        ("FOREIGN MINISTER VARGA", "I can only add that our ", 1, False, 7),
        ("QUESTION", "And what happens if one ", 1, True, None),
        ("FOREIGN MINISTER OKEKE", "Then we will sit down ag", 1, False, 10),
    ]
    found = find_turns(article)
    assert {article[q.cue] for q in found if q.cue} == {":"}
    assert {q.form for q in found} == {"direct"}
    said = " ".join(article[piece] for q in found for piece in q.content)
    assert "Laughter" not in said
    assert "press conference ended" not in said
    assert "spoke to the press" not in said, "the introduction is no turn"


def test_a_chat_in_html_whose_labels_name_nobody() -> None:
    """The introduction names one person: those answers are his."""
    turns = told(saved("press_conference.html"))
    assert [asks for _, _, asks, _ in turns] == [True, False] * 4
    assert [to for _, _, _, to in turns] == [None, 0, None, 2, None, 4, None, 6]
    assert [source for source, _, asks, _ in turns if asks] == ["Q", "Q", "Question from Port Lenz", "Q"]
    assert all(source and source.startswith("Maro Denz") for source, _, asks, _ in turns if not asks)
    assert [content for _, content, _, _ in turns][3] == [
        "The door is open. We have sent an invitation, and I hope that they will take it up.",
        "I spoke to their envoy last week. She did not say no, and in our trade that is already something.",
    ]


def test_a_briefing_whose_reporters_are_named() -> None:
    turns = told(saved("transcript.txt"))
    assert [(source, asks, to) for source, _, asks, to in turns] == [
        ("MS. HOLM", False, None),
        ("MR. DIAZ", True, None),
        ("MS. HOLM", False, 1),
        ("MR. DIAZ", True, None),
        ("MS. HOLM", False, 3),
        ("MR. OKORO", True, None),
        ("MS. HOLM", False, 5),
    ]


@pytest.mark.parametrize(
    ("label", "source", "cue"),
    [
        ("MS. HOLM:", "MS. HOLM", ":"),
        ("MINISTER COSTA (via interpreter) [in Portuguese]:", "MINISTER COSTA", ":"),
        ("**Ana Costa (Norland):**", "Ana Costa", ":"),
        ("**Ana Costa**:", "Ana Costa", ":"),
        ("Ana Costa :", "Ana Costa", ":"),
        ("Ana Costa：", "Ana Costa", "："),
        ("Q.", "Q", "."),
        ("(unclear):", "(unclear)", ":"),
    ],
)
def test_source_and_cue_of_a_label(label: str, source: str, cue: str) -> None:
    article = transcript([(label, "We go.")])
    (turn,) = find_turns(article)
    assert turn.source is not None
    assert turn.cue is not None
    assert (article[turn.source], article[turn.cue]) == (source, cue)


@pytest.mark.parametrize(
    ("rows", "expected", "why"),
    [
        ([("COSTA:", "Hello."), ("Q:", "?Why?"), ("COSTA:", "So.")], [None, None, 1], "an opening statement answers nothing"),
        ([("Q:", "?Why?"), ("Q:", "?When?"), ("COSTA:", "May.")], [None, None, 1], "two questions: the last is answered"),
        (
            [("Q:", "?Why?"), ("COSTA:", "So."), ("BERG:", "I agree."), ("Q:", "?Sure?"), ("BERG:", "Yes.")],
            [None, 0, 0, None, 3],
            "two who answer both answer",
        ),
        (
            [("Q:", "?Why?"), ("MODERATOR:", "Minister?"), ("COSTA:", "So."), ("Q:", "?Sure?"), ("COSTA:", "Yes.")],
            [None, None, 0, None, 3],
            "a moderator gives the floor",
        ),
        (
            [("Q:", "?Why?"), ("COSTA:", "So."), ("MS. LIND:", "The next, please.")] * 3,
            [None, 0, None, None, 3, None, None, 6, None],
            "one who never comes behind a question gives the floor, too, whatever the label",
        ),
        ([("CHAIR COSTA:", "Hello."), ("Q:", "?Why?"), ("CHAIR COSTA:", "So.")], [None, None, 1], "a chair by name may answer"),
        ([("Q:", "?Why?"), ("Q:", "?[inaudible]"), ("COSTA:", "So.")], [None, None], "what was asked nobody heard"),
        ([("Q:", "?Why?"), ("COSTA:", "So."), ("Q:", "?Thank you.")], [None, 0, None], "the last word is a questioner's"),
        ([("COSTA:", "Hello."), ("BERG:", "Hello.")], [None, None], "nobody asks"),
        ([], [], "no turn"),
    ],
)
def test_which_question_an_answer_answers(rows: Rows, expected: list[int | None], why: str) -> None:
    assert answers(rows) == expected, why


@pytest.mark.parametrize(
    ("paragraph", "said", "why"),
    [
        ("(Laughter.)", False, "round brackets"),
        ("[inaudible]", False, "square brackets"),
        ("(via interpreter).", False, "the stop outside"),
        ("*Applause*", False, "italics in Markdown"),
        ("* * *", False, "a row of marks"),
        ("(We met) and (we talked)", True, "brackets at both ends, but not around all"),
        (f"({'We met and we talked. ' * 8})", True, "too long for a direction"),
        ("**We go.**", True, "bold words"),
        ("Yes.", True, "a short answer"),
    ],
)
def test_stage_directions_are_not_said(paragraph: str, said: bool, why: str) -> None:
    (turn,) = told(transcript([("COSTA:", "We go."), ("", paragraph)]))
    assert turn[1] == ["We go.", *([paragraph] if said else [])], why


QA: Rows = [("Q:", "?Why?"), ("A:", "So.")]


@pytest.mark.parametrize(
    ("article", "source", "why"),
    [
        (transcript([("ANA COSTA:", "Hello."), *QA]), "ANA COSTA", "the one other label"),
        (transcript([("ANA COSTA:", "Hello."), ("OLE BERG:", "Hello."), *QA]), "A", "two other labels"),
        (transcript([("MODERATOR:", "Hello."), *QA], above="Envoy Ana Costa spoke to us."), "Envoy Ana Costa", "introduced"),
        (transcript(QA, above="Envoy Ana Costa and Envoy Ole Berg spoke to us."), "A", "two are introduced"),
        (transcript(QA, title="An interview with Envoy Ana Costa"), "Envoy Ana Costa", "the title names the one"),
        (transcript(QA, above="We print what was said."), "A", "nobody is named"),
    ],
)
def test_who_answers_where_the_label_names_nobody(article: Article, source: str, why: str) -> None:
    assert told(article)[-1][0] == source, why


def test_only_a_transcript_has_turns() -> None:
    article = transcript(QA)
    report = Article(article.id, article.text, "en", article.parts)
    assert find_turns(report) == ()
    plain = Article(article.id, article.text, "en", (Part("body", Span(0, len(article.text))),), genre="transcript")
    assert find_turns(plain) == ()


LABELS = ["Q:", "A:", "QUESTION (AFP):", "MS. HOLM:", "MODERATOR:", "**BERG:**", ":", "(x):", "*", "()"]
SAID = ["?Why?", "So.", "(Laughter.)", "?[inaudible]", "* * *", "Envoy Ana Costa said no."]


@given(st.lists(st.tuples(st.sampled_from(["", *LABELS]), st.sampled_from(SAID) | st.text(max_size=20)), max_size=20))
def test_any_turns_give_sound_quotations(rows: Rows) -> None:
    article = transcript(rows, above="Envoy Ana Costa spoke to us.")
    found = find_turns(article)
    pieces = [piece for q in found for piece in q.content]
    labels = [part.span for part in article.parts_of("speaker_label")]
    said = [part.span for part in article.parts_of("body", "question")]
    assert pieces == sorted(set(pieces)), "in text order, none twice"
    assert set(pieces) <= set(said), "a paragraph each"
    assert not any(re.fullmatch(r"\s*", article[piece]) for piece in pieces)
    for at, turn in enumerate(found):
        assert turn.source is not None
        assert article[turn.source].strip()
        assert any(turn.cue is not None and turn.cue in label for label in labels)
        assert turn.answers is None or (turn.answers < at and found[turn.answers].question and not turn.question)
