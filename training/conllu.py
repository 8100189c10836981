"""CoNLL-U files into sentences with the place of every word in the sentence's own text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.article import Span
from training.rejoin import find_words
from training.skips import Skip
from training.standoff import Token


@dataclass(frozen=True, slots=True)
class Row:
    """One word. ``span`` counts from the start of the sentence's text; ``head`` from 0 within the sentence, None for the root."""

    form: str
    span: Span
    upos: str
    xpos: str
    features: tuple[str, ...]
    head: int | None
    deprel: str
    misc: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """``comments`` are the lines ``# key = value``; a key without value (``newpar``) holds an empty string."""

    text: str
    rows: tuple[Row, ...]
    comments: Mapping[str, str]


def read_sentences(source: str, dataset: str) -> Iterator[Sentence | Skip]:
    """Sentences in order. One whose words do not stand in its ``# text`` is skipped whole."""
    for block in source.replace("\r\n", "\n").split("\n\n"):
        lines = [line for line in block.split("\n") if line]
        comments = dict(_comment(line) for line in lines if line.startswith("#"))
        cells = [line.split("\t") for line in lines if not line.startswith("#")]
        if not cells:
            continue
        text = comments.get("text", "")
        words = [row for row in cells if row[0].isdigit()]
        spans = find_words(text, [row[1] for row in words])
        if spans is None:
            yield Skip(dataset, comments.get("sent_id", "?"), "words do not stand in the sentence's text")
            continue
        rows = (_row(row, span) for row, span in zip(words, spans, strict=True))
        yield Sentence(text, tuple(rows), comments)


def _comment(line: str) -> tuple[str, str]:
    key, _, value = line[1:].partition("=")
    # "newpar" comes as "newpar", "newpar id = …"; "newdoc" likewise.
    return key.strip(), value.strip()


def _row(cells: Sequence[str], span: Span) -> Row:
    features = () if cells[5] == "_" else tuple(sorted(cells[5].split("|")))
    pairs = (pair.partition("=") for pair in cells[9].split("|")) if cells[9] != "_" else ()
    head = int(cells[6])
    return Row(
        cells[1],
        span,
        cells[3],
        cells[4],
        features,
        head - 1 if head else None,
        cells[7],
        {key: value for key, _, value in pairs},
    )


@dataclass(frozen=True, slots=True)
class Placed:
    """Sentences put together as one document: sentence i begins at ``starts[i]``, its tokens at index ``firsts[i]``."""

    text: str
    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    firsts: tuple[int, ...]


def place(sentences: Sequence[Sentence]) -> Placed:
    """One text: a line feed before each new paragraph, a blank between other sentences."""
    pieces: list[str] = []
    spans: list[Span] = []
    tokens: list[Token] = []
    starts, firsts = [], []
    length = 0
    for number, sentence in enumerate(sentences):
        gap = "" if not number else "\n" if any(key.split()[0] == "newpar" for key in sentence.comments) else " "
        start, first = length + len(gap), len(tokens)
        pieces += (gap, sentence.text)
        length = start + len(sentence.text)
        spans.append(Span(start, length))
        starts.append(start)
        firsts.append(first)
        tokens += (_token(row, start, first) for row in sentence.rows)
    return Placed("".join(pieces), tuple(spans), tuple(tokens), tuple(starts), tuple(firsts))


def _token(row: Row, start: int, first: int) -> Token:
    head = None if row.head is None else row.head + first
    return Token(Span(row.span.start + start, row.span.end + start), row.upos, row.features, head, row.deprel)


def documents_of(read: Iterator[Sentence | Skip]) -> Iterator[tuple[str, list[Sentence]] | Skip]:
    """Sentences gathered by ``# newdoc``, with the document's name."""
    name, own = "", list[Sentence]()
    for item in read:
        if isinstance(item, Skip):
            yield item
            continue
        if (new := item.comments.get("newdoc id")) is not None:
            if own:
                yield name, own
            name, own = new, []
        own.append(item)
    if own:
        yield name, own
