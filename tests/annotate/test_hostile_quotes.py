"""Texts made to break the reading of statements: it ends, its claims stand in the text, its work grows as the text does."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from functools import _lru_cache_wrapper
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.contract import from_json, to_json
from dragoman.record import Record
from dragoman.tagger import FakeTagger, TagsTexts
from tests.statements.guessing import GuessingTagger
from tests.statements.reading import read_text

if TYPE_CHECKING:
    from types import CodeType, FrameType

PROSE = "The envoys of both states met in Oslo on Monday, and the talks on the strait will go on in the spring. "
"""Stands around every text, so that it is taken for English."""

LONG = "We shall be back in the spring, and nobody in this house will be asked to forget what has been done. "

OPENING, CLOSING = "\"“‘'«„‚‹`″＂", "\"”’'»“‘›`″＂"
NAMES = "Vale Okoro Lund Soto Berg Hovdal Warfa Brandt Toma Quist".split()
TAGGERS: dict[str, TagsTexts] = {"no tags": FakeTagger(), "guessed tags": GuessingTagger()}

Make = Callable[[int], str]


def in_paragraphs(sentences: list[str], length: int = 400) -> str:
    """Sentences as a paper sets them: some 400 characters a paragraph."""
    paragraphs, current = [], ""
    for sentence in sentences:
        current += sentence
        if len(current) > length:
            paragraphs.append(current)
            current = ""
    return "\n\n".join([*paragraphs, current])


def cycled(*pieces: str) -> Make:
    """The pieces one after another, ``n`` of them, in paragraphs."""
    return lambda n: in_paragraphs([pieces[i % len(pieces)] for i in range(n)])


def lines(*pieces: str) -> Make:
    """The pieces one after another, ``n`` of them, as they are."""
    return lambda n: "".join(pieces[i % len(pieces)] for i in range(n))


def numbered(piece: str) -> Make:
    """A piece ``n`` times, each with a name of its own, in paragraphs."""
    return lambda n: in_paragraphs([piece.format(name=name_of(i), other=name_of(i + 1)) for i in range(n)])


def name_of(number: int) -> str:
    """A surname that no other number has: Valebe, Valeca …"""
    syllables = "ba ce di fo gu ka le mi no pu".split()
    return NAMES[number % 10] + "".join(syllables[int(digit)] for digit in str(number // 10))


def nested(opening: str, closing: str) -> Make:
    """``n`` stretches in quotation marks, each inside the one before; the marks take turns."""

    def make(n: int) -> str:
        opened = "".join(opening[i % len(opening)] + "we " for i in range(n))
        closed = "".join(closing[i % len(closing)] for i in reversed(range(n)))
        return f"Envoy Ann Vale said: {opened}go{closed}."

    return make


def every_pair(n: int) -> str:
    pairs = [f"{o}We shall be back in May{c}, Envoy Ann Vale said. " for o, c in product(OPENING, CLOSING)]
    return cycled(*pairs)(n)


CASES: dict[str, tuple[Make, int]] = {
    # marks
    "marks that never close": (cycled("Vale said: “we shall be back. ", "Lund said: ‘we go. ", 'Soto added: "no. '), 1_500),
    "one mark that never closes": (lambda n: "Envoy Ann Vale said: “we " + "shall be back and " * n, 6_000),
    "marks that only close": (cycled("We shall be back”, Vale said. ", "We go’, Lund said. ", "No», Soto said. "), 1_500),
    "every mark with every other": (every_pair, 1_000),
    "one quotation of 50,000 characters": (lambda n: f"Envoy Ann Vale said: “{LONG * n}”", 500),
    "a long quotation and short statements": (
        lambda n: (
            f"Vale said: “{'we go in spring and ' * n}”\n\n" + cycled("Lund noted that they go. ", "Soto said that we go. ")(n)
        ),
        4_000,
    ),
    "quotations alone": (lines(f"“{LONG}”\n\n"), 700),
    "quotations that open every paragraph": (lambda n: "Envoy Ann Vale said: " + f"“{LONG}{LONG}\n\n" * n + "”", 300),
    "quotations inside each other": (nested("“‘", "”’"), 10_000),
    "straight quotations inside each other": (nested("\"'", "\"'"), 10_000),
    "marks alone": (lambda n: "“" * n + "we" + "”" * n, 10_000),
    "apostrophes": (cycled("‘’Tis the envoys’ ship’s", " o’clock ‘"), 3_000),
    "backticks": (cycled("``We shall be back'', Vale said. ", "`We go', Lund said. "), 1_000),
    # cues
    "said 5,000 times in a sentence": (lambda n: "Envoy Ann Vale " + "said " * n + "so.", 5_000),
    "said as often as a sentence may": (lambda n: ("Vale " + "said " * 900 + "so.\n\n") * n, 8),
    "A said B said C said": (lambda n: " said ".join(name_of(i) for i in range(n)) + ".", 3_000),
    "A said that B said that": (lambda n: ("Vale said that Lund said that Soto said that " * 15 + "they go. ") * n, 40),
    "adding, adding, adding": (lambda n: ("Vale said they go" + ", adding that they go" * 50 + ".\n\n") * n, 40),
    "according to according to": (lambda n: ("They go, " + "according to Vale, " * 50 + "on.\n\n") * n, 40),
    "cues without content": (cycled("Vale said. ", "Lund added. ", "According to. "), 3_000),
    "he said that he said": (cycled("He said that he would go. ", "She told him that it was so. "), 1_000),
    "questions and answers": (cycled("When asked by reporters whether it was so, Vale said that it was. "), 500),
    "joint statements of many": (lambda n: ", ".join(name_of(i) for i in range(n)) + " and Vale said that they would go.", 1_600),
    # people
    "people without end": (numbered("Envoy Ann {name} said that the port was open. "), 800),
    "counterparts without end": (
        numbered("Chilean Foreign Minister Ana {name} met her Norwegian counterpart Per {other}, who said that they go. "),
        600,
    ),
    "ministers without end": (
        numbered("Foreign Minister Ana {name} left. The foreign minister said that the port was open. "),
        600,
    ),
    "namesakes without end": (lambda n: in_paragraphs([f"Envoy {name_of(i)} Vale said that they go. " for i in range(n)]), 800),
    # lines
    "a transcript": (
        lines("HOVDAL: We shall be back in the spring, all of us.\n", "QUESTION: Will you go to Oslo then, or to the strait?\n"),
        2_000,
    ),
    "names with a colon and words": (lambda n: "".join(f"Ann {name_of(i)}: {LONG}\n" for i in range(n)), 700),
    "names with a colon": (lambda n: "".join(f"Ann {name_of(i)}:\n" for i in range(n)), 3_000),
    "links to other pages": (lines("READ MORE: Port Talks Near Their End — Vale\n", f"{PROSE}\n"), 1_500),
    "capitals": (cycled("“WE SHALL BE BACK”, ENVOY ANN VALE SAID. ", "LUND TOLD REPORTERS THAT IT WAS SO. "), 1_000),
    # lengths
    "one line of prose": (lines(PROSE, "Vale said that the port was open. "), 1_500),
    "a sentence of 100,000 characters": (lambda n: "Vale said that " + "the port was open and “we go” and " * n + "so.", 3_000),
    "a sentence of plain words": (lambda n: "the port and the strait and " * n, 4_000),
    "days without end": (cycled("Vale said on Monday that they go on Friday. "), 800),
    # characters
    "marks of direction": (
        cycled("\u200f“We go\u200f”\u200e, \u202bVale\u202c said. ", "\u2067Lund\u2069 said: \u200e“no”. "),
        1_500,
    ),
    "characters without width": (cycled("\u200b“\u200bWe\u200d go\u200b”\u200b, Vale\ufeff sa\u00adid. ", "\u200b" * 20), 1_500),
    "combining characters": (cycled("“We g\u0301\u0302\u0303o”, V\u0308ale said. ", "\u0301" * 30), 1_500),
    "characters beyond the first plane": (
        cycled("“We go \U0001f6a2”, Vale\U0001d54f said. ", "\U00020000\U0001f1f3\U0001f1f4 "),
        1_500,
    ),
}
"""Name -> how the text is made, and how large the test makes it."""


def text_of(case: str, size: int | None = None) -> str:
    make, usual = CASES[case]
    around = f"{PROSE * 3}\n\n"
    return f"{around}{make(size or usual)}\n\n{around}"


both_taggers = pytest.mark.parametrize("tagger", [pytest.param(tagger, id=name) for name, tagger in TAGGERS.items()])


def check_sound(record: Record) -> None:
    """Every claim of a statement stands in the text, and none in its own cue."""
    record.check_references()
    text = record.article.text
    for statement in record.statements:
        assert statement.content
        for span in (*statement.content, *(span for span in (statement.cue, statement.mention) if span)):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip(), statement
        assert all(one.end <= other.start for one, other in pairwise(statement.content)), statement
        assert statement.cue is None or not any(piece.overlaps(statement.cue) for piece in statement.content), statement
        assert statement.id not in {statement.inside, statement.answers}
        for evidence in statement.evidence:
            assert evidence.span is None or text[evidence.span.start : evidence.span.end] == evidence.text


@both_taggers
@pytest.mark.parametrize("case", CASES)
def test_a_hostile_text_is_read_to_its_end(case: str, tagger: TagsTexts) -> None:
    record = read_text(text_of(case), tagger)
    assert record.article.unread is None
    check_sound(record)


def test_one_line_of_a_megabyte() -> None:
    record = read_text((PROSE + "No word was given to the press. ") * 7_800, FakeTagger())
    assert len(record.article.text) > 1_000_000
    check_sound(record)


# --- growth ---------------------------------------------------------------------------------------------------------------------

DOUBLED = 2.5
"""How much more often the lines of a function may run for a text twice as long: bisecting is 2.2, each with each other 4."""

LONGER_THAN_A_SENTENCE = 5_200
"""Characters: inside a sentence, and among statements close to each other, each may be held against each."""

NOTICED = 0.01
"""Share of all lines run from which a function counts."""


def work_of(text: str, tagger: TagsTexts) -> Counter[str]:
    """How often the lines of each function of Dragoman run while a text is read: the same on every machine."""
    forget()
    lines: Counter[CodeType] = Counter()

    def line(frame: FrameType, event: str, argument: Any) -> Any:
        lines[frame.f_code] += 1
        return line

    def call(frame: FrameType, event: str, argument: Any) -> Any:
        return line(frame, event, argument) if "/dragoman/" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        read_text(text, tagger)
    finally:
        sys.settrace(before)
    named: Counter[str] = Counter()
    for code, often in lines.items():
        named[f"{code.co_filename.rpartition('/dragoman/')[2]}: {code.co_name}, line {code.co_firstlineno}"] += often
    return named


def forget() -> None:
    """Empty the caches that remember words of texts; what the lexicon has loaded stays."""
    for name, module in list(sys.modules.items()):
        if name.startswith("dragoman."):
            for value in vars(module).values():
                if isinstance(value, _lru_cache_wrapper) and value.cache_parameters()["maxsize"] is not None:
                    value.cache_clear()


@pytest.mark.parametrize("case", CASES)
def test_twice_the_text_is_hardly_more_than_twice_the_work(case: str) -> None:
    tagger = TAGGERS["guessed tags"]
    make, usual = CASES[case]
    step = max(1, usual // 20)
    size = next(n for n in range(step, usual + 1, step) if len(make(n)) > LONGER_THAN_A_SENTENCE)
    read_text(text_of(case, 1), tagger)  # loads the lexicon
    one, two = work_of(text_of(case, size), tagger), work_of(text_of(case, 2 * size), tagger)
    least = NOTICED * two.total()
    grown = {name: (one[name], often) for name, often in two.items() if often > max(least, DOUBLED * one[name])}
    assert grown == {}


# --- law ------------------------------------------------------------------------------------------------------------------------

fragments = st.sampled_from(
    [
        *(f"{o}We shall be back in May{c}" for o, c in zip(OPENING, CLOSING, strict=True)),
        *OPENING,
        *CLOSING,
        "Envoy Ann Vale",
        "Ann Vale:",
        "Chilean Foreign Minister Ana Soto",
        "her Norwegian counterpart Per Lund",
        "the Chilean minister",
        "Oslo",
        "he",
        "said",
        "said that",
        "told reporters that",
        "adding that",
        "according to",
        "When asked by reporters whether",
        "In a joint statement,",
        "did not say",
        "the port was open",
        "on Monday",
        "READ MORE: Port Talks Near Their End — Vale",
        "VALE: We go.",
        PROSE,
        *",.:;?!—",
        *"\n\t",
        "\n\n",
        "\u200f",
        "\u200b",
        "\u0301",
        "\U0001f6a2",
    ]
)
texts = st.builds(str.join, st.sampled_from(["", " "]), st.lists(fragments, min_size=1, max_size=60))


@settings(max_examples=150)
@given(texts, st.sampled_from(["", PROSE * 3]), st.sampled_from(sorted(TAGGERS)))
def test_any_text_gives_a_sound_record_that_survives_json(text: str, opening: str, tagger: str) -> None:
    if not (opening + text).strip():
        return
    record = read_text(opening + text, TAGGERS[tagger])
    check_sound(record)
    assert from_json(to_json(record)) == record
