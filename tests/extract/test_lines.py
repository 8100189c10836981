"""Lines and paragraphs of a dump, names in bylines, and the score that parts body from furniture."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract import bylines
from dragoman.extract.text import lines, prose, runs, stretches
from dragoman.extract.text.paragraphs import cut, is_wrapped, paragraphs

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
    of_stretches = {f"{kind}: {name}" for kind in stretches.KINDS for name in stretches.NAMES} | {"full page", "tidy page"}
    assert {name for name in unseen if not name.startswith("says ")} <= RARE | of_stretches


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([PROSE, "Share", "• one:", "2 two", "Comments", "So it is."]), st.floats(0, 1)), max_size=30
    )
)
def test_cues_of_stretches_have_the_names_that_weights_are_looked_up_by(rows: list[tuple[str, float]]) -> None:
    found = stretches.cues(lines.see([text for text, _ in rows]), [score for _, score in rows])
    names = {name for mine in found for name in mine} - {"full page", "tidy page"}
    assert len(found) == len(rows)
    assert {name.partition(": ")[2] for name in names} <= stretches.NAMES
    assert {name.partition(": ")[0] for name in names} <= set(stretches.KINDS)


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
    "section labels since the main run",
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


LIST = "June 3 - Harbour Hall, Oslo|June 5 - Old Customs House, Riga|June 9 - Town Hall, Tartu"


@pytest.mark.parametrize(
    ("below", "kept", "why"),
    [
        (f"The envoy will speak at five places in June:|{LIST}|Share", 4, "a list that the article announces"),
        (
            "The envoy will carry three gifts on the tour:|1) a lamp|https://example.org/1|2) two hundred old maps|Share",
            4,
            "numbers",
        ),
        (
            "The tour goes to these halls in the north:|Rex, Oslo, Norway|Old Rex, Riga, Latvia|Rex, Tartu, Estonia|Share",
            4,
            "commas",
        ),
        (f"The envoy will speak at five places in June|{LIST}|Share", 0, "no colon, nothing is announced"),
        (f"Dates:|{LIST}|Share", 0, "a label of one word announces nothing"),
        ("The envoy will speak at two places in June:|Oslo|Riga|Share", 0, "two items are no list yet"),
    ],
)
def test_a_list_that_a_line_of_the_article_announces_is_body(below: str, kept: int, why: str) -> None:
    page = lines.see([PROSE, *below.split("|")])
    found = runs.announced(page, [True] + [False] * (len(page) - 1))
    assert sum(found[1:]) == kept, why
    assert not found[-1], why


SIGNED = "Anna Berg on 3 May 2021 at 4:47 pm said:|Good to know, thank you for it.|Li Wei on 4 May 2021 at 9:10 am said:|No idea."


@pytest.mark.parametrize(
    ("below", "begin", "why"),
    [
        (f"Comments|{SIGNED}", 1, "a label, and signed comments below"),
        (f"2 comments|{SIGNED}", 1, "the label counts them"),
        (SIGNED, None, "no label"),
        ("Comments|Anna Berg|Good to know, thank you for it.", None, "nobody signs with a day and a time of day"),
        ("Comments|Share|Tweet|Home|World|" + SIGNED, None, "the signatures are far from the label: a button's words"),
    ],
)
def test_comments_begin_at_their_label(below: str, begin: int | None, why: str) -> None:
    page = lines.see([PROSE, *below.split("|")])
    assert runs.comments_begin(page, [0.9] * len(page)) == (len(page) if begin is None else begin), why


def test_no_comments_begin_above_the_article() -> None:
    page = lines.see(["Comments", *SIGNED.split("|"), PROSE])
    assert runs.comments_begin(page, [0.1] * 5 + [0.9]) == len(page)


def test_the_main_run_reaches_over_a_list_within_the_article() -> None:
    page = lines.see([PROSE, PROSE, *["Oslo", "Riga", "Suva", "Lima", "Baku"] * 4, PROSE, PROSE])
    rows = prose.neighbour_cues(page, [0.9, 0.9, *[0.1] * 20, 0.9, 0.9])
    assert all(row.get("in the main run") for row in rows)
