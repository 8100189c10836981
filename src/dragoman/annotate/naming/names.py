"""Names and offices in running text: what the lexicon knows, and runs of capitalised words for the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from dragoman.lexicon.cues import cue_forms, speaker_nouns
from dragoman.lexicon.offices import office_titles
from dragoman.lexicon.organisations import name_words, organisations
from dragoman.lexicon.states import readings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dragoman.annotate.tokens import Token

PieceKind = Literal["state", "nationality", "people", "capital", "seat", "organisation", "office", "courtesy", "capitals"]

PARTICLES = frozenset(
    "al el bin ibn bint ben de da di do du del della der den dos van von la le los las ter ten af av zu ul".split()
)
COURTESY = frozenset(
    "mr mrs ms dr prof mr. mrs. ms. dr. prof. rep. sen. gov. gen. lt. col. capt. adm. amb. maj. brig. rev. sir lord lady "
    "dame sheikh shaikh imam haji hajji hon. excellency h.e. gen lt col maj brig adm capt pol sgt cmdr amb".split()
)
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec "
    "utc gmt cet est edt pst bst msk".split()
)
OPENING_WORDS = frozenset(
    "former acting then visiting the a an this that these those he it she they we i you his her its their our my your in on "
    "at by for from with to of and but or if as when while where who what why how which there here after before since until "
    "during under over between among against about according although though because so yet also however moreover meanwhile "
    "earlier later now today yesterday tomorrow both all some many most several few one two three four five six seven eight "
    "nine ten another other others each every no not nor is are was were be been has have had do does did will would can "
    "could may might must shall should let such only even despite asked speaking writing responding replying referring "
    "regarding concerning amid following once upon within without instead still just more much less least last next further "
    "furthermore additionally besides nevertheless nonetheless therefore thus hence indeed perhaps maybe yes please thank "
    "thanks read than like unlike per via addressing commenting citing noting adding saying recalling stressing nobody "
    "everyone everybody anyone someone including excluding given based using having being getting making taking whether "
    "never always often sometimes usually officials experts analysts critics likewise similarly accordingly conversely "
    "otherwise elsewhere overall eventually initially".split()
)


_PLACING = frozenset(
    "in at from to into near towards toward across around via of for with against over outside inside between and left".split()
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens ``first`` to ``last`` (exclusive) of a sentence that name something, or stand beside a name."""

    first: int
    last: int
    kind: PieceKind


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, PieceKind], ...]]:
    """First word of a known name -> the names that begin with it and their kinds, longest first."""
    how: dict[str, PieceKind] = {
        "adjective": "nationality",
        "name": "state",
        "capital": "capital",
        "seat": "seat",
        "people": "people",
    }
    kinds: dict[str, PieceKind] = dict.fromkeys(organisations(), "organisation")
    for phrase, meant in readings().items():
        kinds.setdefault(phrase, how[meant[0].how])
        if len(phrase) > 3:
            kinds.setdefault(phrase.upper(), how[meant[0].how])
    found: dict[str, list[tuple[str, PieceKind]]] = {}
    for phrase, kind in kinds.items():
        if word := _FIRST_WORD.match(phrase):
            found.setdefault(word.group(), []).append((phrase, kind))
    return {word: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for word, pairs in found.items()}


_FIRST_WORD = re.compile(r"\w{1,40}")


@cache
def _offices() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """First word of an office -> the wordings that begin with it, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for wording in office_titles():
        words = tuple(wording.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(wordings, key=len, reverse=True)) for first, wordings in found.items()}


@cache
def _openings() -> frozenset[str]:
    """Words in small letters that a piece may begin with."""
    return frozenset(_offices()) | COURTESY


def known_at(text: str, start: int) -> tuple[int, PieceKind] | None:
    """End and kind of the longest name of the lexicon that begins at ``start``."""
    word = _FIRST_WORD.match(text, start)
    for phrase, kind in _phrases().get(word.group(), ()) if word else ():
        end = start + len(phrase)
        following = text[end : end + 2]
        if (
            text.startswith(phrase, start)
            and not following[:1].isalnum()
            and not (following[:1] == "-" and following[1:].isalnum())
        ):
            return end, kind
    return None


def office_at(tokens: Sequence[Token], at: int) -> int:
    """Index behind the longest office that begins at a token; ``at`` itself where none does."""
    for words in _offices().get(tokens[at].lower, ()):
        if len(words) == 1 or tuple(token.lower for token in tokens[at : at + len(words)]) == words:
            return at + len(words)
    return at


def pieces_of(text: str, tokens: Sequence[Token]) -> tuple[Piece, ...]:
    """The names, offices and titles of courtesy among the tokens of one sentence, in order, not overlapping."""
    shouted = _shouted(tokens)
    return tuple(_pieces(text, tokens, shouted))


def _shouted(tokens: Sequence[Token]) -> bool:
    """Whether the sentence is in capitals, which then tell nothing."""
    if not any(token.text.isupper() for token in tokens[:12] if len(token.text) > 1):
        return False
    words = [token for token in tokens if token.word and token.text.isalpha()]
    return len(words) > 3 and sum(token.text.isupper() for token in words) > 0.7 * len(words)


def _pieces(text: str, tokens: Sequence[Token], shouted: bool) -> Iterator[Piece]:
    at, opens = 0, _openings()
    while at < len(tokens):
        token = tokens[at]
        if token.lower not in opens and not token.capital:
            at += 1
            continue
        piece = _piece(text, tokens, at, shouted)
        if piece:
            yield piece
        at = piece.last if piece else at + 1


def _piece(text: str, tokens: Sequence[Token], at: int, shouted: bool) -> Piece | None:
    token = tokens[at]
    if token.quoted or not token.word:
        return None
    if token.lower in COURTESY and at + 1 < len(tokens) and tokens[at + 1].capital:
        return Piece(at, at + 1, "courtesy")
    if at == 0 and token.lower.endswith("ly") and len(token.text) > 5 and len(tokens) > 1 and tokens[1].capital:
        return None
    office = office_at(tokens, at)
    known = known_at(text, token.start) if token.capital else None
    behind = _behind(tokens, at, known[0]) if known else at
    if office > at and office >= behind:
        return Piece(at, office, "office")
    if known:
        run = _run(text, tokens, at)
        if run > behind and not shouted and (_opens_longer(known[1], tokens, run) or _given(known[1], tokens, at, behind, run)):
            return Piece(at, run, "capitals")
        return Piece(at, behind, known[1])
    if not token.capital or shouted or token.lower in _CALENDAR or (token.lower in OPENING_WORDS and _sentence_case(tokens, at)):
        return None
    return Piece(at, _run(text, tokens, at), "capitals")


def _sentence_case(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text[1:].islower() or len(tokens[at].text) == 1


def _behind(tokens: Sequence[Token], at: int, end: int) -> int:
    """Index behind the last token that begins before ``end``."""
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at


def _opens_longer(kind: PieceKind, tokens: Sequence[Token], run: int) -> bool:
    """Whether a known name only opens a longer one ("Paris Agreement", "German Press Agency"), not "French President"."""
    last = tokens[run - 1].lower
    if kind == "nationality":
        return False
    return last in name_words("body") | name_words("other")


def _given(kind: PieceKind, tokens: Sequence[Token], at: int, behind: int, run: int) -> bool:
    """Whether a state or capital is somebody's first name: one lone surname right behind it ("Paris Hilton", "Chad Smith")."""
    if kind not in {"state", "capital"} or behind != at + 1 or run != behind + 1:
        return False
    surname = tokens[behind]
    plain = tokens[at].text.istitle() and surname.text[1:].islower() and surname.lower not in speaker_nouns()
    place = at > 0 and tokens[at - 1].lower in _PLACING
    return plain and not place and (surname.lower,) not in cue_forms()


def _run(text: str, tokens: Sequence[Token], at: int) -> int:
    """Index behind the run of capitalised words that begins at a token: it stops before an office."""
    last = at + 1
    while last < len(tokens) and _goes_on(tokens, last) and tokens[last - 1].lower != "affairs":
        last += 1
    while last > at + 1 and not tokens[last - 1].capital:
        last -= 1
    return last


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.capital and token.word and not token.quoted:
        return (
            token.lower not in _CALENDAR
            and office_at(tokens, at) == at
            and not (token.lower in OPENING_WORDS and token.text.istitle())
            and not _nationality(token.text)
        )
    follows = at + 1 < len(tokens) and tokens[at + 1].capital and tokens[at + 1].word
    if follows and token.lower in {"of", "for"} and tokens[at - 1].lower in name_words("body"):
        return tokens[at + 1].lower not in _CALENDAR and tokens[at + 1].text not in readings()
    return follows and token.lower in PARTICLES and tokens[at + 1].lower not in _CALENDAR


def _nationality(word: str) -> bool:
    """Whether a word is a demonym, which opens a name of its own: "Visiting Chilean President"."""
    return any(reading.how == "adjective" for reading in readings().get(word, ())) and word not in organisations()


def is_body(words: Sequence[str]) -> bool:
    """Whether capitalised words name an organisation: a word for bodies among them, or all one acronym."""
    if len(words) == 1:
        return words[0].isupper() and 2 <= len(words[0].replace(".", "")) <= 8
    return any(word.lower() in name_words("body") for word in words)


def is_other(words: Sequence[str]) -> bool:
    """Whether capitalised words name a place, a meeting, a paper or anything else that is nobody."""
    return any(word.lower() in name_words("body") | name_words("other") for word in words)
