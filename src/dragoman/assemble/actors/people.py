"""One person, several names: full and short forms, spellings, transliterations, courtesies."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, islice, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.article import Span

_SPELLINGS = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"^iu", "yu"),  # Iuri, Yuri
        (r"^j", "y"),  # Julia, Yulia
        (r"^ye", "e"),  # Yevgeny, Evgeny
        (r"(?<!^)(?:sch|sh)", "sh"),
        (r"kh|(?<!^)ch", "h"),  # Mikhail, Michail, Mihail
        (r"^dj|^dzh", "y"),  # Djamel, Jamel
        (r"gh", "g"),
        (r"ph", "f"),
        (r"ck|q|c(?![eiyh])", "k"),  # Nicolas, Nikolas
        (r"x", "ks"),  # Alexei, Aleksei
        (r"w", "v"),
        (r"ou|oo", "u"),  # Yousef, Yusef
        (r"ee|(?<!^)[yj]", "i"),  # Karim, Kareem; Sergei, Sergey, Sergej
        (r"([^\W\d_])\1+(?!e$)", r"\1"),  # Hasan, Hassan; not Michele, Michelle
        (r"ai", "ei"),  # Hussain, Hussein
        (r"(?<=.{3})[ae](?=[^aeiou]$)", "e"),  # Mohammad, Mohammed
        (r"(?<!^)o(?!$)", "u"),  # Mohammed, Muhammed
        (r"(?<=[aeiou])h$", ""),  # Abdulla, Abdullah
    )
)
"""How one first name is written in several romanisations, applied in this order. What sets names of men and women apart stays:
a vowel at the end. Made from the usual tables (BGN/PCGN, ISO 9, French and German press); recalled."""

MOST_NAMESAKES = 20
"""Persons with one surname that a name is compared with: more than any page has that is no list of names."""

NEAR, FAR = 400, 1000
"""Characters: a name of several persons goes to one named so near before it, if the first of them was not named for so long."""

_COURTESY = frozenset(
    "mr mrs ms dr prof sir lord lady dame sheikh shaikh imam hajji haji hon rev gen lt col maj brig adm capt pol sgt cmdr rep "
    "sen gov amb".split()
)
_SON_OF = frozenset("bin ibn ben bint bent ould".split())
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
    for name in sorted(names, key=_fullness):
        words = folded(name.text)
        at = _person(words, name.span.start, people, forms, by_word)
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


def _fullness(name: NameAt) -> tuple[int, bool, int]:
    """Sorts names: the longer first, of equals those spelled out before those with an initial, then in text order."""
    words = folded(name.text)
    return -len(words), bool(words) and len(words[0]) == 1, name.span.start


def _person(
    words: tuple[str, ...],
    start: int,
    people: Sequence[Sequence[NameAt]],
    forms: Sequence[Mapping[tuple[str, ...], int]],
    by_word: Mapping[str, Mapping[int, None]],
) -> int | None:
    """The person a name belongs to: who shares its surname rather than its first name, and of several the first introduced;
    but one who was named just before, where the first one was not named for long.
    """
    namesakes = islice(by_word.get(words[-1], ()), MOST_NAMESAKES) if words else ()
    fitting = [at for at in namesakes if words in forms[at] or _fits(words, forms[at])]
    first = min(fitting, key=lambda at: (all(form[-1] != words[-1] for form in forms[at]), min(forms[at].values())), default=None)
    if len(fitting) < 2 or first is None:
        return first
    before = {at: max((n.span.start for n in people[at][-20:] if n.span.start < start), default=-FAR) for at in fitting}
    near = max(fitting, key=lambda at: before[at])
    return near if start - before[near] <= NEAR and start - before[first] > FAR else first


def _fits(words: tuple[str, ...], forms: Mapping[tuple[str, ...], int]) -> bool:
    """Whether a name holds together with those a person has: part of one of them, or like one and unlike none."""
    if any(holds(form, words) for form in forms):
        return True
    return any(same_person(form, words) for form in forms) and all(same_person(form, words) for form in forms if len(form) > 1)


def spelled_otherwise(names: Sequence[NameAt]) -> tuple[str, str] | None:
    """Two names of one person of which neither holds the other: their first names were taken for spellings of one."""
    forms = {folded(name.text): name.text for name in names}
    pairs = combinations(islice((form for form in forms if len(form) > 1), MOST_NAMESAKES), 2)
    apart = ((one, other) for one, other in pairs if not set(one) <= set(other) and not set(other) <= set(one))
    return next(((forms[one], forms[other]) for one, other in apart), None)


def same_person(longer: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a name may be another, longer or equally long name of one person."""
    if not words or not longer:
        return False
    if holds(longer, words):
        return True
    if longer[-1] != words[-1] or len(words) < 2 or len(longer) < 2:
        return False
    return first_names_alike(longer[0], words[0])


def holds(form: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a name is part of a longer form. ``Salman`` is the father, not the man, in ``Mohammed bin Salman``."""
    if len(words) == 1 and any(word == words[0] and before in _SON_OF for before, word in pairwise(form)):
        return False
    return set(words) <= set(form)


def first_names_alike(one: str, other: str) -> bool:
    """``Sergei`` and ``Sergey``, ``J`` and ``John``; never ``Maria`` and ``Mario``."""
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    return _romanised(one) == _romanised(other)


@lru_cache(maxsize=4096)
def _romanised(name: str) -> str:
    """A first name in one spelling for all its romanisations."""
    for pattern, into in _SPELLINGS:
        name = pattern.sub(into, name)
    return name
