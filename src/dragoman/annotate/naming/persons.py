"""Persons: which capitalised words an article shows to be somebody's name, and the offices beside them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.annotate.naming.names import Piece, is_body, is_other, pieces_of
from dragoman.annotate.tokens import Token, Tokens, tokens_of
from dragoman.article import Span
from dragoman.lexicon.cues import cue_forms, speaker_nouns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.annotations import MentionKind

OWNERS = frozenset({"state", "nationality", "people", "capital", "seat", "organisation"})
"""Kinds of pieces that an office can belong to."""

GOVERNMENT = frozenset(
    "government governments ministry cabinet administration presidency authorities side delegation army military parliament "
    "embassy mission foreign defence defense interior finance oil".split()
)
"""Words for a government behind its state, and the words before "ministry"."""

DETERMINERS = frozenset("the a an his her its their this that our my another".split())
_PLACING = frozenset("in at near towards toward into across around via".split())
_SLOW = frozenset("also has had later".split())
_MARKS = frozenset(", \" ” ' ’ '' ``".split())
_JOINING = frozenset("of for the to in ( ) at".split())
_BRACKETS = frozenset("( ) of the for".split())
_APPOSED = frozenset("the a an 's ' former who is was also new then senior acting top deputy".split())


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its tokens and pieces."""

    text: str
    tokens: tuple[Token, ...]
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, text: str, span: Span, known: Tokens | None = None) -> Line:
        """``known``: tokens of the text that were cut before."""
        tokens = tuple(known.within(*span) if known is not None else tokens_of(text, *span))
        return cls(text, tokens, pieces_of(text, tokens))

    def words(self, piece: Piece) -> list[str]:
        return [token.text for token in self.tokens[piece.first : piece.last] if token.text[0].isalnum()]

    def span(self, first: int, last: int) -> Span:
        return Span(self.tokens[first].start, self.tokens[last - 1].end)

    def lower(self, at: int) -> str:
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def gap(self, first: int, last: int) -> list[str]:
        return [self.lower(i) for i in range(first, last)]


def people_in(lines: Sequence[Line], voted: Mapping[str, MentionKind]) -> frozenset[str]:
    """Names that the article shows to be people's: an office, a courtesy or a cue beside them; and their short forms.

    voted   what the tagger takes names for: once for each name, as much as an office beside it tells
    """
    shown: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for line in lines:
        for at, piece in enumerate(line.pieces):
            if piece.kind == "capitals" and _may_be_person(line.words(piece)):
                name = " ".join(line.words(piece))
                shown[name] += shows_person(line, at)
                placed[name] += line.lower(piece.first - 1) in _PLACING
    short = {form for name, kind in voted.items() if kind == "person" for form in short_forms(name)}
    for name in shown:
        if (kind := voted.get(name)) is not None and (kind == "person" or name not in short):
            shown[name] += 2 if kind == "person" else -2
    likely = {name for name in shown if shown[name] >= placed[name]}
    full = {name for name in likely if shown[name] > 0}
    full |= {name for name in likely if " " in name and any(short in shown for short in short_forms(name))}
    return frozenset(full | ({short for name in full for short in short_forms(name)} & shown.keys()))


def _may_be_person(words: Sequence[str]) -> bool:
    return not is_body(words) and not is_other(words) and not (len(words) == 1 and words[0].lower() in speaker_nouns())


def short_forms(name: str) -> tuple[str, ...]:
    """What a full name may be shortened to: its last word, its last two, ``Karim`` for ``El-Karim``."""
    words = name.split()
    if len(words) < 2:
        return ()
    bare = [words[-1].split("-", 1)[1]] if words[-1].lower().startswith(("el-", "al-")) and len(words[-1]) > 5 else []
    return tuple({words[-1], " ".join(words[-2:]), *bare} - {name})


def shows_person(line: Line, at: int) -> int:
    """How far one occurrence shows a person: 2 by office, courtesy or calling, 1 by a cue, -1 not with a determiner before it."""
    piece = line.pieces[at]
    before = line.pieces[at - 1] if at else None
    if before and before.kind in {"office", "courtesy"} and before.last == piece.first:
        return 2
    if office_before(line, at) is not None or office_behind(line, at) is not None:
        return 2
    previous = line.lower(piece.first - 1)
    if previous in DETERMINERS:
        return -1
    called = speaker_nouns().get(previous) == "person" and not previous.endswith("s")
    return 2 if called else int(_speaks(line, piece))


def _speaks(line: Line, piece: Piece) -> bool:
    """A finite cue behind the name; or before it, behind a comma or quotation mark; or "according to"."""
    behind = piece.last
    while line.lower(behind) in _SLOW and behind < piece.last + 4:
        behind += 1
    following = cue_forms().get((line.lower(behind),))
    if following and following[0].manner != "held" and following[1] & {"past", "third"} and line.lower(behind - 1) != "'s":
        return True
    if line.gap(piece.first - 2, piece.first) == ["according", "to"]:
        return " " in " ".join(line.words(piece))
    before = cue_forms().get((line.lower(piece.first - 1),))
    inverted = before and "bare" in before[0].takes and before[1] & {"past", "third"}
    return bool(inverted) and line.lower(piece.first - 2) in _MARKS


def touches(line: Line, left: int, right: int) -> bool:
    """Whether two pieces stand side by side, a genitive aside: "Norway's Lund"."""
    return line.gap(line.pieces[left].last, line.pieces[right].first) in ([], ["'s"], ["'"])


def office_before(line: Line, at: int) -> int | None:
    """The office right before a name, also over "of Iran", "for Political Affairs", an acronym in brackets, a courtesy."""
    name = first = line.pieces[at].first
    for index in range(at - 1, max(-1, at - 6), -1):
        piece = line.pieces[index]
        gap = line.gap(piece.last, first) if first - piece.last <= 3 else ["far"]
        if piece.kind == "office":
            apposed = gap == [","] and first == name and _set_off(line, at)
            return index if not gap or apposed or (first != name and set(gap) <= _JOINING) else None
        if first == name and gap == [","] and piece.kind in OWNERS and index and _set_off_behind(line, at, index):
            first = piece.first
            continue
        passes = piece.kind in OWNERS or piece.kind == "courtesy" or (piece.kind == "capitals" and is_other(line.words(piece)))
        if not passes or not set(gap) <= _BRACKETS or (first == name and gap and gap[-1] in {"of", "the", "for"}):
            return None
        first = piece.first
    return None


def _set_off_behind(line: Line, at: int, owner: int) -> bool:
    """Whether a full name stands behind an office, the state it is at, and a comma: "the ambassador to Kenya, Ana Soto"."""
    name, before = line.pieces[at], line.pieces[owner - 1]
    led = line.gap(before.last, line.pieces[owner].first) in (["to"], ["of"], ["for"], ["to", "the"], ["of", "the"])
    return before.kind == "office" and led and name.last - name.first > 1


def _set_off(line: Line, at: int) -> bool:
    """Whether a full name stands between commas: "the country's foreign minister, Ana Soto, said"."""
    piece = line.pieces[at]
    return piece.last - piece.first > 1 and line.lower(piece.last) == ","


def office_behind(line: Line, at: int) -> int | None:
    """The office in an apposition: "Lund, Norway's foreign minister", "Soto, the minister of foreign affairs of Chile"."""
    if line.lower(line.pieces[at].last) != ",":
        return None
    first = line.pieces[at].last + 1
    for index in range(at + 1, min(at + 4, len(line.pieces))):
        piece = line.pieces[index]
        if piece.first - first > 4 or not set(line.gap(first, piece.first)) <= _APPOSED:
            return None
        if piece.kind == "office":
            return None if _named(line, index) else index
        if not owns(line, index):
            return None
        first = piece.last
    return None


def _named(line: Line, office: int) -> bool:
    """Whether a person's name follows an office at once."""
    following = line.pieces[office + 1] if office + 1 < len(line.pieces) else None
    return following is not None and following.kind in {"capitals", "courtesy"} and following.first == line.pieces[office].last


def owns(line: Line, at: int) -> bool:
    """Whether a piece is a state or body, which an office can be of."""
    piece = line.pieces[at]
    return piece.kind in OWNERS or (piece.kind == "capitals" and is_body(line.words(piece)))


def owner_beside(line: Line, office: int) -> int | None:
    """The state or body that an office belongs to: right before it, or behind "of" and "for"."""
    if office and touches(line, office - 1, office) and owns(line, office - 1):
        return office - 1
    last = line.pieces[office].last
    if line.lower(last) not in {"of", "for", "to"} or office + 1 >= len(line.pieces) or not owns(line, office + 1):
        return None
    following = line.pieces[office + 1].first
    return office + 1 if following - last <= 3 and set(line.gap(last, following)) <= {"of", "for", "to", "the"} else None


def owner_behind(line: Line, at: int) -> int | None:
    """The state behind a name whose office stands before it: "President Ana Soto of Chile"."""
    following = line.pieces[at + 1] if at + 1 < len(line.pieces) else None
    state = following is not None and following.kind in {"state", "organisation"}
    return at + 1 if state and following and line.gap(line.pieces[at].last, following.first) in (["of"], ["of", "the"]) else None
