"""Who wrote it: the names in a byline."""

from __future__ import annotations

import re

from dragoman.article import Span, Words

LONGEST = 300

_OPENING = re.compile(
    r"\s*(?:(?:written|reported|reporting|report|story|posted|published|words|text|analysis|opinion|interview|translated|edited)\s+)?"
    r"(?:by|von|par|por|di|door|av|af|oleh|автор|authors?|reporters?|writers?|correspondent)\s*:?\s+",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,|;|&|\||/|·|•|\s-\s|\s–\s|\s—\s|\s(?:and|und|et|y|e|en|og|och|in|for|with)\s)\s*")
_NAME = re.compile(
    r"[^\W\d_a-z][^\W\d_]*\.?(?:[-'’][^\W\d_]+)*(?:\s+(?:[^\W\d_a-z][^\W\d_]*\.?(?:[-'’.][^\W\d_]+)*|de|da|del|van|von|bin|al|el|la|le|ibn|der|den|di|dos)){1,4}"
)
# Words of offices and bodies: a piece that holds one names no person.
_NO_NAME = frozenset(
    """staff writer reporter reporters correspondent correspondents editor editors desk news agency agencies bureau press
    team board service wire web online special senior chief foreign political diplomatic world international national
    analyst contributor columnist updated published posted on at the our from university institute times post daily
    journal radio tv""".split()
)


def authors(line: str, offset: int) -> tuple[Words, ...]:
    """The persons that a byline names, each with its span in the article's text; ``offset`` is where the line begins there.

    authors("By Anna Berg and Li Wei, Oslo bureau", 0) -> Anna Berg, Li Wei
    """
    if len(line) > LONGEST:
        return ()
    opening = _OPENING.match(line)
    start = opening.end() if opening else 0
    found: list[Words] = []
    for piece, at in _pieces(line, start):
        words = piece.split()
        if _NAME.fullmatch(piece) and not any(word.casefold().strip(".") in _NO_NAME for word in words):
            found.append(Words(piece, Span(offset + at, offset + at + len(piece))))
        elif opening is None or found:
            break
    return tuple(found)


def _pieces(line: str, start: int) -> list[tuple[str, int]]:
    """What stands between the separators, with where it begins."""
    pieces = []
    for match in [*_SPLIT.finditer(line, start), None]:
        end = match.start() if match else len(line)
        piece = line[start:end].strip()
        if piece:
            pieces.append((piece, line.index(piece, start)))
        start = match.end() if match else end
    return pieces
