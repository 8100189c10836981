"""Transcripts by their form: labels of speakers, questions, turns; and what only looks like one."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.article import Article, Page
from dragoman.extract import extract
from dragoman.extract.turns import labelled, turns_of
from dragoman.extract.wording.speaker_labels import label_of

PAGES = Path(__file__).parents[1] / "pages"
CONFERENCE = (PAGES / "press_conference.txt").read_text(encoding="utf-8")
OPENING = "The ministers of both states met in Oslo on Monday and said that the talks on the strait will go on in the spring."
SECOND = "Neither side would tell what the lawyers had changed in the draft, which has nine articles and two maps."

TURNS = [
    ("MODERATOR:", 1, False),
    ("FOREIGN MINISTER VARGA:", 2, False),
    ("QUESTION (Northern Wire):", 1, True),
    ("FOREIGN MINISTER VARGA:", 4, False),
    ("QUESTION (Northern Wire):", 1, True),
    ("FOREIGN MINISTER VARGA:", 1, False),
    ("MODERATOR:", 1, False),
    ("JAN BROD (Saldara Radio):", 1, True),
    ("FOREIGN MINISTER OKEKE (via interpreter):", 1, False),
    ("FOREIGN MINISTER VARGA:", 1, False),
    ("QUESTION:", 1, True),
    ("FOREIGN MINISTER OKEKE:", 2, False),
]
"""Label, paragraphs (stage directions too), whether it is a question."""


def read(text: str, media_type: str = "text/plain") -> Article:
    return extract(Page("page", text.encode(), media_type))


def turns(article: Article) -> list[tuple[str, int, bool]]:
    """Every turn by its label, with the count of its paragraphs, and whether they are a question."""
    found: list[tuple[str, int, bool]] = []
    for part in article.parts_of("speaker_label", "body", "question"):
        if part.kind == "speaker_label":
            found.append((article[part.span], 0, False))
        elif found:
            label, count, _ = found[-1]
            found[-1] = (label, count + 1, part.kind == "question")
    return found


@pytest.mark.parametrize(
    ("paragraph", "words", "role", "why"),
    [
        ("MS. HOLM: Good afternoon.", "MS. HOLM", "speaks", "courtesy and a name"),
        ("Sergey Lavrov: Good afternoon.", "Sergey Lavrov", "speaks", "a name"),
        ("Foreign Minister Ana Costa:", "Foreign Minister Ana Costa", "speaks", "alone on its line"),
        ("Ana Costa, Foreign Minister of Norland: We go.", "Ana Costa, Foreign Minister of Norland", "speaks", "office behind"),
        ("THE PRESIDENT: We go.", "THE PRESIDENT", "speaks", "an office alone"),
        ("MR PRICE: I will.", "MR PRICE", "speaks", "a name that is a label of lists without the courtesy"),
        ("Minister Costa (via interpreter) [in Portuguese]: We go.", "Minister Costa", "speaks", "remarks in brackets"),
        ("**COSTA:** We go.", "COSTA", "speaks", "bold in Markdown"),
        ("Charles de Gaulle: No.", "Charles de Gaulle", "speaks", "a small word in a name"),
        ("Deputy prime minister Ana Costa: No.", "Deputy prime minister Ana Costa", "speaks", "small letters of an office"),
        ("COSTA:We go.", "COSTA", "speaks", "no blank behind the colon"),
        ("Question: Will he go?", "Question", "asks", "by the word"),
        ("Q: Why?", "Q", "asks", "one letter"),
        ("Q2: Why?", "Q2", "asks", "counted"),
        ("QUESTION (Reuters): Why?", "QUESTION", "asks", "the outlet beside it"),
        ("Question from AFP: Why?", "Question from AFP", "asks", "the outlet behind it"),
        ("Unidentified reporter: Why?", "Unidentified reporter", "asks", "a calling"),
        ("Jan Berg (Northern Wire): Why?", "Jan Berg", "asks", "a name with an outlet"),
        ("Jan Berg, Courier TV: Why?", "Jan Berg, Courier TV", "asks", "the same behind a comma"),
        ("Press Secretary Ann Vale (State Radio House): No.", "Press Secretary Ann Vale", "speaks", "an office asks nothing"),
        ("A: No.", "A", "answers", "one letter"),
        ("Answer: No.", "Answer", "answers", "by the word"),
        ("Venue: Hall 3", "Venue", "lists", "an item of a list"),
        ("Editing by Paul Ochoa: desk", "Editing by Paul Ochoa", "lists", "a credit"),
        ("THE FACTS: It fell.", "THE FACTS", "lists", "a heading"),
        ("June: The talks begin.", "June", "lists", "a calendar"),
    ],
)
def test_labels(paragraph: str, words: str, role: str, why: str) -> None:
    label = label_of(paragraph)
    assert label is not None, why
    assert (label.words, label.role) == (words, role), why
    assert paragraph[: label.end].rstrip("*")[-1] == ":", why


@pytest.mark.parametrize(
    ("paragraph", "why"),
    [
        ("The minister said: we go.", "a clause"),
        ("My message is simple: stop.", "a clause"),
        ("And third: we go.", "it goes on with a sentence"),
        ("Hours later: a call.", "small letters that no office has"),
        ("https://example.org/a", "an address"),
        ("12:30 GMT", "a time of day"),
        ("DEAR ABBY: My neighbour sings.", "a greeting"),
        (f"Minister {'Costa ' * 40}: no", "longer than any label"),
        ("", "nothing"),
        (":", "no word"),
    ],
)
def test_what_is_no_label(paragraph: str, why: str) -> None:
    assert label_of(paragraph) is None, why


def test_labels_of_one_speaker_compare_equal() -> None:
    labels = [label_of(f"{name}: No.") for name in ("Foreign Minister Ana Costa", "COSTA", "Ana Costa, Minister", "Ms. Costa")]
    assert {label.name for label in labels if label} == {"costa"}
    offices = [label_of(f"{name}: No.") for name in ("Prime Minister", "Foreign Minister", "President of Norland")]
    assert len({label.name for label in offices if label}) == 3


def test_a_press_conference_of_twelve_turns() -> None:
    article = read(CONFERENCE)
    assert article.genre == "transcript"
    assert turns(article) == TURNS


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (CONFERENCE.replace("\n", "\r\n"), "line ends of another system"),
        (CONFERENCE.replace("\n\n", "\n"), "no blank lines"),
        ("\n\n".join(textwrap.fill(line, 76) for line in CONFERENCE.split("\n\n")), "hard-wrapped"),
        ("\n".join(textwrap.fill(line, 76) for line in CONFERENCE.split("\n\n")), "hard-wrapped without blank lines"),
        (CONFERENCE.upper(), "capitals throughout"),
        (" ".join(CONFERENCE.split()), "all in one line"),
        (CONFERENCE.replace("R: ", "R:\n\n").replace("N: ", "N:\n\n"), "labels alone on their lines"),
        (CONFERENCE.replace("VARGA:", "VARGA :"), "a blank before the colon"),
    ],
)
def test_the_same_conference_in_other_shapes(text: str, why: str) -> None:
    article = read(text)
    assert article.genre == "transcript", why
    expected = [(label.casefold(), question) for label, _, question in TURNS]
    assert [(label.casefold().replace(" :", ":"), question) for label, _, question in turns(article)] == expected, why


ROWS = [line.partition(": ") if line.partition(":")[0].isupper() else ("", "", line) for line in CONFERENCE.split("\n\n")[3:]]
ROWS = [
    ("JAN BROD (Saldara Radio)", ": ", line.partition(": ")[2]) if "Saldara Radio)" in line else row
    for row, line in zip(ROWS, CONFERENCE.split("\n\n")[3:], strict=True)
]


@pytest.mark.parametrize(
    ("row", "plain", "why"),
    [
        ("<p>{}: {}</p>", "<p>{}</p>", "paragraphs"),
        ("<p><strong>{}:</strong> {}</p>", "<p>{}</p>", "bold labels"),
        ("<p><b>{}:</b><br>{}</p>", "<p>{}</p>", "a line break behind the label"),
        ("<h3>{}:</h3><p>{}</p>", "<p>{}</p>", "labels as headings"),
        ("<dt>{}:</dt><dd>{}</dd>", "<dd>{}</dd>", "a list of terms"),
        ("<table><tr><td>{}:</td><td>{}</td></tr></table>", "<p>{}</p>", "tables"),
    ],
)
def test_transcripts_in_html(row: str, plain: str, why: str) -> None:
    body = "".join(row.format(label, words) if label else plain.format(words) for label, _, words in ROWS)
    title = CONFERENCE.split("\n", 1)[0]
    nav = "<nav><a href='/'>Home</a></nav>"
    related = "<ul class='related'><li><a href='/1'>Varga: Ferry talks go on</a></li><li><a href='/2'>Okeke: No</a></li></ul>"
    html = f"<head><title>{title}</title></head><body>{nav}<article><h1>{title}</h1>{body}</article>{related}</body>"
    article = read(html, "text/html")
    assert article.genre == "transcript", why
    assert [(label, question) for label, _, question in turns(article)] == [(label, q) for label, _, q in TURNS], why
    assert "Ferry talks go on" not in " ".join(article[part.span] for part in article.parts_of("body", "question"))


def test_a_chat_with_readers_in_html() -> None:
    article = extract(Page("chat.html", (PAGES / "press_conference.html").read_bytes()))
    assert article.genre == "transcript"
    assert [part.kind for part in article.parts][:3] == ["title", "byline", "body"]
    assert turns(article) == [
        ("Q:", 1, True),
        ("A:", 1, False),
        ("Q:", 1, True),
        ("A:", 3, False),
        ("Question from Port Lenz:", 1, True),
        ("A:", 1, False),
        ("Q:", 1, True),
        ("A:", 1, False),
    ]


def test_the_head_may_say_transcript_where_no_label_does() -> None:
    head = '<script type="application/ld+json">{"@type": "Article", "headline": "Full transcript: the minister"}</script>'
    article = read(f"<head>{head}</head><body><h1>Strait</h1><p>{OPENING}</p><p>{SECOND}</p></body>", "text/html")
    assert article.genre == "transcript"
    assert article.parts_of("speaker_label", "question") == ()


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["Minister: talks go on", OPENING, SECOND], "a headline with its source"),
        ([OPENING, "Note: The text was changed on Tuesday.", "Background: Both states claim the reef.", SECOND], "asides"),
        ([OPENING, "Date: 4 May", "Venue: Hall 3", "Source: Ministry", "Photo: NTB", "Editing by: Anna Berg"], "a list"),
        (
            [OPENING, *["Price: 20 crowns", "Rating: You will like it.", "Verdict: We did not."] * 3],
            "a list whose labels come again",
        ),
        ([OPENING, SECOND, "Norway: 12 points", "Chile: 9 points", "Norway: 14 points", "Chile: 2 points"], "nobody speaks"),
        (
            [OPENING, *["President: Ana Costa", "Prime Minister: Ole Berg", "Foreign Minister: Ilse Varga"] * 2],
            "offices of states, nobody speaks",
        ),
        (
            [OPENING, 'COSTA: "I cut your taxes."', "THE FACTS: They rose.", 'BERG: "We told you so."', "THE FACTS: It did not."]
            * 2,
            "what was said, and what is true",
        ),
        ([OPENING, SECOND, "Costa: Talks Go On", "Berg: We Wait", "Costa: Why We Went", "Berg: I Stay"], "headlines"),
        ([OPENING, "DEAR ABBY: My neighbour sings.", "DEAR SLEEPLESS: Sing, too. You will see."] * 3, "letters"),
        ([OPENING, SECOND, "Question: Will you go?", "Minister: I will."], "two turns"),
        ([OPENING, "Question: Will you go?", "Question: Will you stay?", "Question: And your dog?"], "nobody but one speaks"),
        ([*[OPENING, SECOND] * 5, "Q: Will you go?", "A: I will.", "Q: Are you sure?", "A: Yes."], "the end of a report"),
        (
            [
                OPENING,
                "Q: Will you go?",
                "A: I will.",
                "Q: Are you sure?",
                *[f"On day {n}, {SECOND[0].lower()}{SECOND[1:]}" for n in range(60)],
            ],
            "three lines above a long report",
        ),
        ([OPENING, "A. Berg said so. You know him.", "A. Costa did not. I know.", "B. Vale asked why.", SECOND], "initials"),
    ],
)
def test_what_only_looks_like_a_transcript(lines: list[str], why: str) -> None:
    for text, media_type in (
        ("\n\n".join(lines), "text/plain"),
        (f"<article><h1>Strait</h1>{''.join(f'<p>{line}</p>' for line in lines)}</article>", "text/html"),
    ):
        article = read(text, media_type)
        assert article.genre == "report", why
        assert article.parts_of("speaker_label", "question") == (), why


def test_an_interviewer_by_name_asks_where_the_turns_do() -> None:
    lines = [
        "ANNA BERG: Good evening, minister, and welcome.",
        "ANA COSTA: Thank you.",
        "BERG: Why did you go?",
        "COSTA: Because we were asked. Would you not?",
        "We had no time to lose.",
        "BERG: And what came of it?",
        "COSTA: You will see.",
        "BERG: When will we see it?",
        "COSTA: In May.",
    ]
    article = read("\n\n".join(lines))
    asked = [article[part.span] for part in article.parts_of("question")]
    assert asked == ["Why did you go?", "And what came of it?", "When will we see it?"]


def test_letters_with_stops_are_labels_in_pairs() -> None:
    lines = ["Q. Will you go?", "A. I will.", "Q. Are you sure?", "A. You will see."]
    assert turns(read("\n\n".join(lines))) == [("Q.", 1, True), ("A.", 1, False)] * 2


def test_a_dateline_is_sought_above_the_turns() -> None:
    with_line = CONFERENCE.replace("Foreign Minister Ilse Varga of", "PORT LENZ (NTB) - Foreign Minister Ilse Varga of", 1)
    found = read(with_line)
    assert found.dateline is not None
    assert found.dateline.place == "Port Lenz"
    assert turns(found) == TURNS


def test_a_credit_below_the_last_turn_is_not_said() -> None:
    article = read(f"{CONFERENCE}\nSource: Ministry of Norvik\n")
    assert turns(article) == TURNS
    assert article.parts[-1].kind != "body"


LABELS = ["Q:", "A:", "QUESTION (Reuters):", "MS. HOLM:", "Ana Costa:", "COSTA :", "**BERG:**", "Note:", "Q.", "A.", "(x):", ":"]
WORDS = ["Will you go?", "I will.", "", "(Laughter.)", "We go on", OPENING, "Read more: Talks", "You:", "\t", "* * *"]


@settings(max_examples=150)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", *LABELS]) | st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=12),
            st.sampled_from(["", " ", "\n", "\n\n"]),
            st.sampled_from(WORDS),
        ),
        max_size=14,
    ),
    st.sampled_from(["\n", "\n\n", "\r\n"]),
    st.booleans(),
)
def test_any_lines_with_labels_give_sound_parts(lines: list[tuple[str, str, str]], joint: str, html: bool) -> None:
    """Parts are checked where an Article is made: in order, none over another, every visible character in one."""
    text = joint.join([OPENING, *("".join(line) for line in lines)])
    page = f"<article><p>{text.replace(joint, '</p><p>')}</p></article>" if html else text
    article = extract(Page("page", page.encode("utf-8", "replace"), "text/html" if html else "text/plain"))
    labels = article.parts_of("speaker_label")
    assert all(article[part.span].rstrip("*_")[-1] in ":：." for part in labels)
    assert not labels or article.genre == "transcript"
    assert not article.parts_of("question") or labels


@given(st.lists(st.sampled_from([f"{label} {words}".strip() or "-" for label in ["", *LABELS] for words in WORDS]), max_size=20))
def test_turns_begin_with_their_labels(texts: list[str]) -> None:
    found = turns_of(texts, ["body"] * len(texts))
    labels = labelled(texts)
    assert {at for at, turn in found.items() if turn.label} == (set(labels) if found else set())
    assert not found or min(found) == min(labels)
    assert all(turn.label <= len(texts[at]) for at, turn in found.items())
