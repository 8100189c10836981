"""One person, several names: full and short forms, spellings, transliterations, courtesies."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.article import Span

ALIKE = 75.0
"""Least ratio (rapidfuzz, 0-100) of first names beside equal surnames: Sergei/Sergey 83, Mohammad/Mohammed 88, Ali/Ahmed 50."""

MOST_NAMESAKES = 20
"""Persons with one surname that a name is compared with: more than any page has that is no list of names."""

_COURTESY = frozenset("mr mrs ms dr prof sir lord lady dame sheikh shaikh imam hajji haji hon rev".split())
_ARTICLES = ("al ", "el ", "as ", "ad ", "ar ", "an ")


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name as written, with its place."""

    text: str
    span: Span


@lru_cache(maxsize=4096)
def folded(name: str) -> tuple[str, ...]:
    """Words of a name for comparing: no accents, courtesies, hyphens; ``El-Karim`` and ``Karim`` are alike."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).lower()
    words = plain.replace("’", "'").replace("-", " ").replace(".", " ").split()
    kept = [word for word in words if word not in _COURTESY] or words
    bare = [word for i, word in enumerate(kept) if not (f"{word} " in _ARTICLES and i + 1 < len(kept))]
    return tuple(bare)


def group_people(names: Sequence[NameAt]) -> tuple[tuple[NameAt, ...], ...]:
    """The names of each person, persons in the order they are first named.

    A short name goes to the person first introduced whose longer name holds its words.
    """
    people: list[list[NameAt]] = []
    forms: list[dict[tuple[str, ...], int]] = []
    by_word: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for name in sorted(names, key=lambda name: (-len(folded(name.text)), name.span.start)):
        words = folded(name.text)
        at = _person(words, forms, by_word)
        if at is None:
            at = len(people)
            people.append([])
            forms.append({})
        for word in words:
            by_word[word][at] = None
        people[at].append(name)
        forms[at].setdefault(words, name.span.start)
    ordered = (tuple(sorted(group, key=lambda n: n.span.start)) for group in people)
    return tuple(sorted(ordered, key=lambda group: group[0].span.start))


def _person(
    words: tuple[str, ...], forms: Sequence[Mapping[tuple[str, ...], int]], by_word: Mapping[str, Mapping[int, None]]
) -> int | None:
    """The person a name belongs to: who shares its surname rather than its first name, and of several the first introduced."""
    namesakes = islice(by_word.get(words[-1], ()), MOST_NAMESAKES) if words else ()
    fitting = [at for at in namesakes if words in forms[at] or any(same_person(form, words) for form in forms[at])]
    return min(fitting, key=lambda at: (all(form[-1] != words[-1] for form in forms[at]), min(forms[at].values())), default=None)


def same_person(longer: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a name may be another, longer or equally long name of one person."""
    if not words or not longer:
        return False
    if set(words) <= set(longer):
        return True
    if longer[-1] != words[-1] or len(words) < 2 or len(longer) < 2:
        return False
    return first_names_alike(longer[0], words[0])


def first_names_alike(one: str, other: str) -> bool:
    """``Sergei`` and ``Sergey``, ``J`` and ``John``."""
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    from rapidfuzz.fuzz import ratio

    return one[:1] == other[:1] and ratio(one, other) >= ALIKE
