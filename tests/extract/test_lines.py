"""Lines and paragraphs of a dump, names in bylines, and the score that parts body from furniture."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract import bylines, lines, prose
from dragoman.extract.paragraphs import cut, is_wrapped, paragraphs

PROSE = "The ministers of both states met in Oslo on Monday and said that the talks on the strait will go on in the spring."


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="ab \t\n\r\f\x0b\x85\u2028.", max_size=60))
def test_lines_hold_every_character_that_is_not_blank(text: str) -> None:
    found = lines.split(text)
    assert "".join(line.text for line in found).split() == "".join(" ".join(text.split())).split() or "".join(
        "".join(line.text.split()) for line in found
    ) == "".join(text.split())
    for line in found:
        assert text[line.start : line.end] == line.text


def test_blank_lines_above_are_counted() -> None:
    assert [line.blank for line in lines.split("\n\na\nb\r\n\r\nc")] == [2, 0, 1]


@pytest.mark.parametrize(
    ("words", "run"),
    [([1, 2, 1], (0, 0)), ([1, 40, 30, 1], (1, 3)), ([40, 1, 40], (0, 3)), ([40, 1, 1, 1, 1, 1, 14], (0, 1)), ([], (0, 0))],
)
def test_the_densest_run(words: list[int], run: tuple[int, int]) -> None:
    assert lines.densest_run(words) == run


def test_hard_wrapped_lines_are_joined_to_paragraphs() -> None:
    text = (
        "The envoys of the regional bloc left the city on Sunday without any\n"
        "agreement on the date of the vote, one of them told reporters at the\n"
        "airport before the plane took off.\n\n"
        "The government had proposed a transition of three years, which is too\n"
        "long for the bloc, as a letter said that was read out on the radio in\n"
        "the evening.\n"
    )
    split = lines.split(text)
    assert is_wrapped(split)
    assert [text[p.start : p.end].count("\n") for p in paragraphs(split)] == [2, 2]


def test_short_lines_of_a_menu_are_not_wrapped_text() -> None:
    assert not is_wrapped(lines.split("\n".join(["World", "Politics", "Business and more", "sport"] * 5)))


def test_a_line_that_holds_a_page_is_cut_after_sentences_and_not_at_initials() -> None:
    text = "Listen now Share Tweet Mr. J. Lund met the envoys. They left at noon. All rights reserved"
    (line,) = lines.split(text)
    assert [piece.text for piece in cut(line)] == [
        "Listen now",
        "Share Tweet",
        "Mr. J. Lund met the envoys.",
        "They left at noon.",
        "All rights reserved",
    ]


def test_the_article_is_likelier_than_its_menu() -> None:
    page = [
        "Home",
        "World",
        "Share",
        PROSE,
        PROSE.replace("Oslo", "Suva"),
        "Advertisement",
        PROSE.replace("spring", "autumn"),
        "Terms",
    ]
    seen = lines.see(page)
    chances = prose.likelihoods(seen)
    assert min(chances[3], chances[4], chances[6]) > max(chances[:3] + chances[7:])
    assert prose.body(seen, [0.9, 0.1, 0.9]) == [True, False, True]
    assert prose.body(seen, [0.9, 0.49, 0.9]) == [True, True, True]


def test_every_weighted_cue_can_be_seen() -> None:
    """A renamed cue would lose its weight in silence."""
    page = lines.see(
        [
            PROSE,
            "Share",
            "• A, b?",
            "“I say…",
            "[ALL 12]",
            "you:",
            "12:30 3 May 2021",
            "3 May 2021",
            "Read more: x",
            "a | b http://x.org",
        ]
    )
    cues = {name for line in lines.page_cues(page * 12) for name in line}
    cues |= {name for line in prose.neighbour_cues(page * 12, [0.9, 0.1] * 60) for name in line}
    unseen = {name for look in ("first", "second", "third") for name in prose.weights(look)} - cues
    assert {name for name in unseen if not name.startswith("says ")} <= RARE


RARE = {
    "ends in a question",
    "titled",
    "opens in lower case",
    "first person",
    "capitals",
    "digits",
    "half titled",
    "speech",
    "second person",
} | {
    "far from the main run",
    "above the main run",
    "above the densest run",
    "far below the densest run",
    "next to the densest run",
    "near the densest run",
    "near the main run",
    "next to the main run",
    "sentences >= 2",
    "words >= 28",
    "words >= 45",
}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Anna Berg", ["Anna Berg"]),
        ("By Anna Berg and Li Wei", ["Anna Berg", "Li Wei"]),
        ("By Anna Berg, Diplomatic Correspondent", ["Anna Berg"]),
        ("Anna Berg | Li Wei", ["Anna Berg", "Li Wei"]),
        ("Von Anna Berg, Oslo", ["Anna Berg"]),
        ("By our correspondent", []),
        ("By Staff Writer", []),
        ("By Jean-Luc de la Tour", ["Jean-Luc de la Tour"]),
    ],
)
def test_names_in_a_byline(line: str, names: list[str]) -> None:
    found = bylines.authors(line, 10)
    assert [author.text for author in found] == names
    for author in found:
        assert author.span is not None
        assert line[author.span.start - 10 : author.span.end - 10] == author.text
