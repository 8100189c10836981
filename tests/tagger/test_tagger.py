"""The tagger as its users see it, without a shipped model: what goes wrong, what is bad input, what a fake says."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import DragomanError
from dragoman.tagger import FakeTagger, Tagger, Tags, TagsTexts
from dragoman.tagger.model_file import ABOUT, GRAPH, SCORERS, TOKENIZER, Model, described
from tests.tagger.models import LoudSession, scorers


def test_a_fake_says_what_it_was_told() -> None:
    fake: TagsTexts = FakeTagger({"He left.": Tags(sentences=(0,))})
    assert fake.tag(["Unknown.", "He left."]) == [Tags(), Tags(sentences=(0,))]


def test_a_strict_fake_refuses_what_it_was_not_told() -> None:
    with pytest.raises(KeyError):
        FakeTagger(strict=True).tag(["Unknown."])


def test_no_text_needs_no_model(tmp_path: Path) -> None:
    assert Tagger(tmp_path / "nowhere").tag([]) == []


def whole() -> dict[str, Any]:
    return described() | {"files": {GRAPH: "0" * 64, SCORERS: "0" * 64, TOKENIZER: "0" * 64}, "temperatures": {}}


@pytest.mark.parametrize(
    ("about", "says"),
    [
        (None, "can't be read"),
        ("{", "can't be read"),
        ("[]", "format None"),
        (json.dumps(whole() | {"format": 99}), "format 99"),
        (json.dumps(whole() | {"vectors": {}}), "labels differ from this Dragoman's (vectors)"),
        (json.dumps(whole() | {"files": {}}), "does not name its files"),
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


@pytest.fixture(scope="module")
def loud() -> Tagger:
    """A tagger whose model tags at random."""
    tokenizers = pytest.importorskip("tokenizers")
    letters = "abcdefghijklmnopqrstuvwxyz0123456789.,!?'\"-"
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *letters, *(f"##{letter}" for letter in letters)]
    tokenizer = tokenizers.Tokenizer(
        tokenizers.models.WordPiece({piece: number for number, piece in enumerate(pieces)}, unk_token="[UNK]")
    )
    tokenizer.normalizer = tokenizers.normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    tagger = Tagger()
    tagger._model = Model(LoudSession(), tokenizer, scorers(), "0" * 64)
    return tagger


BAD = {
    "empty": "",
    "blank": " \n\t\u00a0",
    "one long word": "a" * 1_000_000,
    "no blanks": "ab." * 4_000,
    "only emoji": "😀👍🏽🇷🇺👨‍👩‍👧",
    "mixed scripts": "Ruritania: “да”, 会議は踊る، و السلام — naïve ﬁn",
    "control characters": "\x00\x07Talks\x7f failed\u200b.\ufeff\x1b[0m",
    "lone surrogates": "Talks \ud83d failed \udc00",
    "combining marks": "e\u0301" * 50 + "Z\u0351\u0346\u030f",
    "apostrophes": "'s" * 3000,
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
    assert session.longest == 256


def test_the_model_is_opened_once_however_many_ask(monkeypatch: pytest.MonkeyPatch, loud: Tagger) -> None:
    opened: list[int] = []

    def opening(folder: Path, threads: int) -> Model:
        opened.append(threads)
        return loud._opened()

    monkeypatch.setattr("dragoman.tagger.session.open_model", opening)
    tagger = Tagger(threads=2)
    asking = [threading.Thread(target=tagger.tag, args=(["Talks failed."],)) for _ in range(4)]
    for one in asking:
        one.start()
    for one in asking:
        one.join()
    assert opened == [2]
