"""Polities that no table knows: words that an article uses as a state's name or demonym ("the Abkhazian foreign minister")."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.annotate.naming.persons import DETERMINERS, GOVERNMENT, Line
from dragoman.lexicon.offices import OfficeTitle, office_of
from dragoman.lexicon.states import share_stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.annotate.naming.names import Piece, PieceKind

_DEMONYM = ("ian", "an", "ese", "ish", "i")
_SURE = ("ian", "ean")  # "the Abkhazian government"; "the Koskinen government" is named after its head
_CONTINENTS = frozenset("African American Asian European Australian Eurasian".split())


def with_polities(lines: Sequence[Line]) -> list[Line]:
    """The lines, with such words marked as states and nationalities.

    A demonym counts where the page has a name that it comes from, or it speaks of that government; a name where a demonym
    comes from it, or somebody is its foreign minister or head of government.
    """
    governing = {word for line in lines for word in _demonyms(line, governing=True)}
    demonyms = governing | {word for line in lines for word in _demonyms(line, governing=False)}
    owners = {word for line in lines for word in _owners(line)}
    if not demonyms | owners:
        return list(lines)
    single = {word for line in lines for piece in line.pieces if (word := _single(line, piece))} - demonyms
    nouns = owners | {word for word in single if any(share_stem(word, demonym) for demonym in demonyms)}
    shown = governing | {demonym for demonym in demonyms if any(share_stem(noun, demonym) for noun in nouns)}
    kinds: dict[str, PieceKind] = {**dict.fromkeys(nouns, "state"), **dict.fromkeys(shown, "nationality")}
    return [
        replace(line, pieces=tuple(marked for piece in line.pieces for marked in _marked(line, piece, kinds))) for line in lines
    ]


def _marked(line: Line, piece: Piece, kinds: dict[str, PieceKind]) -> Iterator[Piece]:
    """A piece with its new kind; "Abkhazian Foreign Ministry" is two pieces then."""
    kind = kinds.get(line.tokens[piece.first].text) if piece.kind == "capitals" else None
    if kind is None or (kind == "state" and piece.last > piece.first + 1):
        yield piece
        return
    yield replace(piece, kind=kind, last=piece.first + 1)
    if piece.last > piece.first + 1:
        yield replace(piece, first=piece.first + 1)


def _single(line: Line, piece: Piece) -> str | None:
    """The word of a name of one word."""
    return line.tokens[piece.first].text if piece.kind == "capitals" and piece.last == piece.first + 1 else None


def _demonyms(line: Line, *, governing: bool) -> Iterator[str]:
    """Words that stand as demonyms do before a government, or else before a state's office or a counterpart."""
    for at, piece in enumerate(line.pieces):
        word = line.tokens[piece.first].text
        if piece.kind == "capitals" and len(word) >= 5 and word.endswith(_DEMONYM) and word not in _CONTINENTS:
            shown = word.endswith(_SURE) and _governs(line, piece) if governing else _before_office(line, at)
            if shown:
                yield word


def _governs(line: Line, piece: Piece) -> bool:
    """``the Abkhazian government``, ``Abkhazian Foreign Ministry``."""
    if piece.last > piece.first + 1:
        return line.lower(piece.last - 1) in {"ministry", "government"}
    return line.lower(piece.last) in GOVERNMENT and line.lower(piece.first - 1) in DETERMINERS


def _before_office(line: Line, at: int) -> bool:
    piece, following = line.pieces[at], line.pieces[at + 1] if at + 1 < len(line.pieces) else None
    office = _office(line, following) if following is not None and following.first == piece.last == piece.first + 1 else None
    return office is not None and (office.of == "state" or office.title == "counterpart")


def _owners(line: Line) -> Iterator[str]:
    """Words that a state's office is of: "the foreign minister of Abkhazia"."""
    for at, piece in enumerate(line.pieces[1:], 1):
        before = line.pieces[at - 1]
        if (word := _single(line, piece)) and line.gap(before.last, piece.first) == ["of"]:
            office = _office(line, before)
            if office is not None and office.function in {"foreign minister", "head of government"}:
                yield word


def _office(line: Line, piece: Piece) -> OfficeTitle | None:
    return office_of(" ".join(line.words(piece))) if piece.kind == "office" else None
