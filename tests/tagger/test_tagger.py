"""The tagger as its users see it, without a shipped model: what goes wrong, what is bad input, what a fake says."""

from __future__ import annotations

import hashlib
import json
import threading
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from dragoman.article import Span
from dragoman.errors import DragomanError
from dragoman.tagger import Clause, FakeTagger, Tagger, Tags, TagsTexts, labels, sections
from dragoman.tagger.model_file import ABOUT, GRAPH, SCORERS, TOKENIZER, Model, described
from dragoman.tagger.windows import LENGTH
from tests.tagger.models import loud_tagger, rounded


def test_a_fake_says_what_it_was_told() -> None:
    fake: TagsTexts = FakeTagger({"He left.": Tags(sentences=(0,))})
    assert fake.tag(["Unknown.", "He left."]) == [Tags(), Tags(sentences=(0,))]


def test_a_strict_fake_refuses_what_it_was_not_told() -> None:
    with pytest.raises(KeyError):
        FakeTagger(strict=True).tag(["Unknown."])


def test_a_fake_says_the_types_it_was_told() -> None:
    clause = Clause(Span(0, 7), source=Span(0, 2))
    fake: TagsTexts = FakeTagger(types={"He left.": {clause: {"RETREAT": 0.9}}})
    assert fake.types("He left.", [clause, Clause(Span(0, 7))]) == [{"RETREAT": 0.9}, {}]
    assert fake.types("Unknown.", [clause]) == [{}]
    with pytest.raises(KeyError):
        FakeTagger(strict=True).types("Unknown.", [clause])


def test_no_text_needs_no_model(tmp_path: Path) -> None:
    assert Tagger(tmp_path / "nowhere").tag([]) == []
    assert Tagger(tmp_path / "nowhere").types("He left.", []) == []


def whole() -> dict[str, Any]:
    return described() | {"files": {GRAPH: "0" * 64, SCORERS: "0" * 64, TOKENIZER: "0" * 64}, "calibration": {}}


@pytest.mark.parametrize(
    ("about", "says"),
    [
        (None, "can't be read"),
        ("{", "can't be read"),
        ("[]", "format None"),
        (json.dumps(whole() | {"format": 99}), "format 99"),
        (json.dumps(whole() | {"vectors": {}}), "labels differ from this Dragoman's (vectors)"),
        (json.dumps(whole() | {"files": {}}), "does not name its files"),
        (json.dumps(whole() | {"calibration": {"upos": [0, 1]}}), "calibration must be a slope above 0 and a shift (upos)"),
        (json.dumps(whole() | {"calibration": {"upos": "1"}}), "calibration must be a slope above 0 and a shift (upos)"),
        (json.dumps(whole() | {"calibration": {"upos": [1]}}), "calibration must be a slope above 0 and a shift (upos)"),
        (json.dumps(whole()), f"{GRAPH} can't be read"),
    ],
)
def test_a_model_that_cannot_be_used_is_one_clear_error(tmp_path: Path, about: str | None, says: str) -> None:
    if about is not None:
        (tmp_path / ABOUT).write_text(about, encoding="utf-8")
    with pytest.raises(DragomanError) as caught:
        Tagger(tmp_path).tag(["Talks failed."])
    assert says in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / ABOUT).write_text(json.dumps(whole()), encoding="utf-8")
    (tmp_path / GRAPH).write_bytes(b"cut off")
    with pytest.raises(DragomanError, match=f"{GRAPH} is damaged"):
        Tagger(tmp_path).tag(["Talks failed."])


def test_files_that_hold_no_model_are_one_clear_error_too(tmp_path: Path) -> None:
    """Whole by their hashes, but not what an export writes."""
    for name in (GRAPH, SCORERS, TOKENIZER):
        (tmp_path / name).write_bytes(b"{}")
    files = {name: hashlib.sha256(b"{}").hexdigest() for name in (GRAPH, SCORERS, TOKENIZER)}
    (tmp_path / ABOUT).write_text(json.dumps(whole() | {"files": files}), encoding="utf-8")
    with pytest.raises(DragomanError, match="hold no model"):
        Tagger(tmp_path).tag(["Talks failed."])


@pytest.fixture(scope="module")
def loud() -> Tagger:
    """A tagger whose model tags at random."""
    return loud_tagger()


BAD = {
    "empty": "",
    "blank": " \n\t\u00a0",
    "one long word": "a" * 1_000_000,
    "no blanks": "ab." * 1_000,
    "only emoji": "😀👍🏽🇷🇺👨‍👩‍👧",
    "mixed scripts": "Ruritania: “да”, 会議は踊る، و السلام — naïve ﬁn",
    "control characters": "\x00\x07Talks\x7f failed\u200b.\ufeff\x1b[0m",
    "lone surrogates": "Talks \ud83d failed \udc00",
    "combining marks": "e\u0301" * 50 + "Z\u0351\u0346\u030f",
    "apostrophes": "'s" * 1000,
    "quotation marks": '"' * 3000,
    "curly quotation marks": "“”" * 1000,
    "newlines": "\n" * 50_000 + "Talks\n" * 2000 + "\n" * 50_000,
    "nothing but marks of order": "\u202e\u2066\u200f",
    "brackets": "((((" * 1000,
    "one address": "https://" + "a" * 20_000,
    "one sentence": "and they met again " * 400,
}


def spans_in(tags: Tags) -> list[tuple[int, int]]:
    found = [one.span for many in (tags.tokens, tags.mentions, tags.whens, tags.triggers) for one in many]
    for one in tags.attributions:
        found += [*one.content, *one.source, *([one.cue] if one.cue else [])]
    found += [span for chain in tags.chains for span in chain.mentions]
    return [(span.start, span.end) for span in found]


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_bad_input_gets_right_spans_and_no_crash(loud: Tagger, text: str) -> None:
    (tags,) = loud.tag([text])
    for start, end in spans_in(tags):
        words = text[start:end]
        assert 0 <= start < end <= len(text)
        assert words == words.strip()
    starts = [token.span.start for token in tags.tokens]
    assert starts == sorted(set(starts))
    assert all(token.head is None or 0 <= token.head < len(tags.tokens) for token in tags.tokens)
    assert all(0 <= one < len(text) for one in tags.sentences)


def test_a_long_text_is_read_in_bounded_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """By sections of a sixteenth of their usual length, of a text of a tenth of a megabyte: as 1.6 megabytes are read."""
    monkeypatch.setattr(sections, "LONGEST", 2048)
    text = ("They met again and left.\n" + "and they met again " * 12 + "\n\n") * 400
    tagger = loud_tagger(calm=9)
    tracemalloc.start()
    (tags,) = tagger.tag([text])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(tags.tokens) == 400 * (6 + 48)
    assert peak < 30 * 2**20, "all rows together would be 60 MiB"


def test_long_texts_are_read_in_sections_whose_spans_are_those_of_the_text(loud: Tagger, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "They met again. And left, they.\n\n" * 60
    (whole,) = loud.tag([text])
    monkeypatch.setattr(sections, "LONGEST", 100)
    texts = ["x", text, "", text]
    found = loud.tag(texts)
    for tags in (found[1], found[3]):
        assert [token.span for token in tags.tokens] == [token.span for token in whole.tokens]
        assert all(token.head is None or 0 <= token.head < len(tags.tokens) for token in tags.tokens)
        spans = [text[start:end] for start, end in spans_in(tags)]
        assert all(words == words.strip() for words in spans)
        # Heads stay within their section: no more words than wordpieces.
        assert all(token.head is None or abs(token.head - at) < 100 for at, token in enumerate(tags.tokens))
    assert len(found[0].tokens) == 1
    assert found[2] == Tags()


def test_sections_end_where_a_paragraph_does(monkeypatch: pytest.MonkeyPatch, loud: Tagger) -> None:
    from dragoman.tagger.pieces import cut

    monkeypatch.setattr(sections, "LONGEST", 100)
    text = "and they left\n\n" * 200
    found = list(sections.of(text, 3, cut(text, loud._opened().tokenizer)))
    assert "".join(text[one.start : one.end] for one in found) == text
    assert {text[one.start : one.start + 4] for one in found} == {"and "}
    assert all(len(one.pieces) <= 100 and one.number == 3 for one in found)


def test_accents_and_case_do_not_move_spans(loud: Tagger) -> None:
    text = "İzmir, Ærø and Zürich"
    (tags,) = loud.tag([text])
    assert [text[token.span.start : token.span.end] for token in tags.tokens] == ["İzmir", ",", "Ærø", "and", "Zürich"]


def test_texts_keep_their_order_and_windows_their_length(loud: Tagger) -> None:
    texts = ["short one", "", "a longer text " * 200, "b"]
    found = loud.tag(texts)
    assert [bool(tags.tokens) for tags in found] == [True, False, True, True]
    assert [len(tags.tokens) for tags in found] == [2, 0, 600, 1]
    session = loud._opened().session
    assert LENGTH // 2 < session.longest <= LENGTH


@pytest.mark.parametrize("threads", [2, 3])
def test_tags_are_the_same_for_any_number_of_threads(loud: Tagger, threads: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "LONGEST", 300)
    texts = ["They met again. " * count for count in (1, 40, 3, 0, 90, 7)]
    assert list(map(rounded, loud_tagger(threads=threads).tag(texts))) == list(map(rounded, loud.tag(texts)))


def test_what_goes_wrong_in_a_thread_is_raised() -> None:
    tagger = loud_tagger(threads=2)
    tagger._opened().session._figures = None
    with pytest.raises(TypeError):
        tagger.tag(["They met."])


def test_clauses_have_types_with_their_parties(loud: Tagger) -> None:
    text = "They met again. " * 100
    alone, with_parties = loud.types(
        text, [Clause(Span(800, 815)), Clause(Span(800, 815), source=Span(800, 804), target=Span(0, 4))]
    )
    assert list(alone) == list(labels.PLOVER)
    assert sum(alone.values()) == pytest.approx(1, abs=1e-5)
    assert set(with_parties) == set(alone)
    (again,) = loud.types(text, [Clause(Span(800, 815))])
    assert again == pytest.approx(alone, abs=1e-5)
    with pytest.raises(ValueError, match="holds no word"):
        loud.types("They met.   ", [Clause(Span(10, 11))])


def test_a_pronoun_is_asked_with_its_candidates(loud: Tagger) -> None:
    text = "They met again. " * 100
    scores = loud.antecedents(text, Span(800, 804), [Span(816, 820), Span(0, 8), Span(803, 804)])
    assert len(scores) == 3
    assert all(score > float("-inf") for score in scores)
    assert loud.antecedents(text, Span(800, 804), []) == []
    assert loud.antecedents("They  ", Span(0, 4), [Span(4, 5)]) == [float("-inf")]


def test_the_model_is_opened_once_however_many_ask(monkeypatch: pytest.MonkeyPatch, loud: Tagger) -> None:
    opened: list[Path] = []

    def opening(folder: Path) -> Model:
        opened.append(folder)
        return loud._opened()

    monkeypatch.setattr("dragoman.tagger.session.open_model", opening)
    tagger = Tagger(Path("somewhere"), threads=2)
    asking = [threading.Thread(target=tagger.tag, args=(["Talks failed."],)) for _ in range(4)]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    assert opened == [Path("somewhere")]
