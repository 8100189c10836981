"""Titles without their outlet's name, and authors' names as pages write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from dragoman.article import Words
from dragoman.extract.head.metadata import Field

# Between a title and what sites put after it. A plain hyphen only between blanks: "EU-Japan" is one word.
_SEPARATORS = re.compile(r"\s+(?:\||-{1,2}|–|—|::?|»|«|·|•|/|›|~|ㅣ)\s+|\s*[|ㅣ»·•]\s*|--")
# Votes for a title by the field it stands in: what was written for readers before what was written for
# other sites. On the 65 modern pages of the development half, 2026-11: with 3 for the headline (it alone decides) 54 are right.
VOTES = {"json-ld:headline": 3.0, "html:h1": 1.2, "meta:og:title": 1.0}
OTHER_VOTE = 0.5
LEAST_TITLE = 15
"""Characters from which the beginning of a title counts as the whole of it where another field says just that."""
MOST_AUTHORS = 20
LONGEST_NAME = 80

_NOT_WORD = re.compile(r"\W+")
_BY = re.compile(
    r"^\W*(?:(?:written|reported|posted|published|story|report|words|text|edited|compiled|interview|reporting|analysis|review|opinion)\s+)?(?:by|von|par|por|door|av|af|di|oleh|autor|author|authors|auteur|автор)\b\s*:?\s+",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\([^()]{0,60}\)|\[[^\[\]]{0,60}\]")
_AND = re.compile(
    r"\s*(?:[;|/•·\n]|,(?!\s*(?:jr|sr|ii|iii|iv|ph\.?d|md|m\.d|esq)\b)|\s(?:and|und|et|y|e|og|och|en|&|with|mit)\s)\s*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?:|www\.|@|.\.html?$|.\.php$|^/", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|staff|writer|columnist|contributor|bureau|chief|producer|journalist|freelance|senior|associate"
    r"|fellow|professor|analyst|director|updated|published|posted|redakteur|redakteurin|korrespondent|chefredakteur|periodista)\b",
    re.IGNORECASE,
)
_DATED = re.compile(r"\d{1,2}[:.]\d\d|\b\d{4}\b|\b(?:am|pm|gmt|est|ist|bst)\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_EMPTY = frozenset("admin administrator editor staff author unknown none null undefined anonymous root user webmaster".split())


def plain(text: str) -> str:
    """For comparing: small letters, words only."""
    return _NOT_WORD.sub(" ", text).strip().casefold()


def best_title(candidates: Sequence[Field], outlets: Iterable[str]) -> Words | None:
    """The title that most fields agree on once the outlet's name is cut off; the earlier field where they tie."""
    known = frozenset(plain(outlet) for outlet in outlets if outlet)
    cut = [(field, without_outlet(field.value, known, candidates)) for field in candidates]
    votes: dict[str, float] = {}
    for field, words in cut:
        if key := plain(words):
            votes[key] = votes.get(key, 0.0) + VOTES.get(field.name, OTHER_VOTE)
    if not votes:
        return None
    best = max(votes, key=lambda key: (votes[key], key not in known))
    field, words = next((field, words) for field, words in cut if plain(words) == best)
    return Words(words, field=field.name)


def without_outlet(title: str, outlets: frozenset[str], others: Iterable[Field] = ()) -> str:
    """The title without the names of outlet and section after its last separators (or before its first)."""
    separators = list(_SEPARATORS.finditer(title))
    shorter = {plain(field.value) for field in others} if separators else set()
    for separator in separators:
        head = title[: separator.start()]
        if len(head) >= LEAST_TITLE and plain(head) in shorter:
            return head.strip()
    start, end = 0, len(title)
    while separators:
        first, last = separators[0], separators[-1]
        if _names_outlet(title[last.end() : end], outlets):
            end = separators.pop().start()
        elif _names_outlet(title[start : first.start()], outlets):
            start = separators.pop(0).end()
        else:
            break
    return title[start:end].strip()


def _names_outlet(words: str, outlets: frozenset[str]) -> bool:
    said = plain(words)
    squeezed = said.replace(" ", "")
    return bool(said) and any(
        said == outlet
        or (len(squeezed) >= 4 and squeezed == outlet.replace(" ", ""))
        or (len(outlet) >= 4 and f" {outlet} " in f" {said} " and len(said) < len(outlet) + 20)
        for outlet in outlets
    )


def outlet_names(stated: Iterable[str], url: str | None) -> tuple[str, ...]:
    """What the outlet may be called: as the page says, and by its host.

    outlet_names((), "https://www.example-post.org/a") == ("example-post.org", "example-post", "example post")
    """
    names = [name for name in stated if name]
    host = host_of(url)
    if host:
        label = max(host.split(".")[:-1] or [host], key=len)
        names += [host, label, label.replace("-", " ")]
    return tuple(dict.fromkeys(names))


def host_of(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def author_names(written: str) -> tuple[str, ...]:
    """Names in a byline or an author field: no ``By``, no addresses, roles, dates.

    author_names("By Ana Ruiz and Tom Field, Staff Writers") == ("Ana Ruiz", "Tom Field")
    """
    text = " ".join(word for word in _BRACKETED.sub(" ", written[:500]).split() if not _ADDRESS.search(word))
    names: list[str] = []
    for piece in _AND.split(_BY.sub("", text)):
        name = _DIGIT.split(_BY.sub("", piece), maxsplit=1)[0].strip(" ,.-–—|:()[]")
        if name and _is_name(name) and name not in names:
            names.append(name)
    return tuple(names[:MOST_AUTHORS])


def _is_name(name: str) -> bool:
    return (
        1 < len(name) <= LONGEST_NAME
        and not _ROLE.search(name)
        and not _DATED.search(name)
        and name.casefold() not in _EMPTY
        and any(letter.isalpha() for letter in name)
        and len(name.split()) <= 7
    )


def best_authors(found: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[Words, ...]:
    """The names of the first field that holds any."""
    for field, written in found:
        names = dict.fromkeys(name for one in written for name in author_names(one))
        if names:
            return tuple(Words(name, field=field) for name in names)
    return ()
