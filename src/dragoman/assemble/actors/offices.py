"""Offices: which person holds which, of which state, and whom "the Chilean minister" means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.lexicon.offices import office_of
from dragoman.record import Office

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dragoman.article import Span
    from dragoman.record import Ref

COUNTERPART = "counterpart"


@dataclass(frozen=True, slots=True)
class Held:
    """An office as the text gives it beside a name: its words in lower case, the state or body beside it, where it stands."""

    holder: Ref
    title: str
    of: Ref | None
    span: Span


@dataclass(frozen=True, slots=True)
class Described:
    """Words that describe somebody by office and state: "the Chilean minister"."""

    title: str
    of: Ref | None
    span: Span
    words: str


_PAST = ("former ", "then ")


def past(title: str) -> bool:
    """Whether a title is of somebody who held the office once: "former president"."""
    return title.startswith(_PAST)


@lru_cache(maxsize=4096)
def kin(title: str) -> str:
    """The task behind an office's words: that of a secretary of state is a foreign minister's."""
    plain = title.removeprefix("former ").removeprefix("acting ").removeprefix("then ")
    known = office_of(plain)
    return (known.function or known.title) if known else plain


@lru_cache(maxsize=4096)
def covers(general: str, title: str) -> bool:
    """Whether words for an office may mean a title: "minister" may mean a foreign minister, not the other way round."""
    if kin(general) == kin(title):
        return True
    words, whole = general.removeprefix("former ").split(), title.removeprefix("former ").removeprefix("then ").split()
    return len(words) < len(whole) and whole[-len(words) :] == words


def settle(held: Sequence[Held], described: Sequence[Described]) -> Mapping[Ref, tuple[Office, ...]]:
    """Offices by holder: counterparts get their opposite's, an office without a state the one the page names elsewhere."""
    settled: dict[Ref, list[Office]] = {}
    last: dict[Ref, Held] = {}  # the holders named last, the very last at the end: an opposite is one of the two
    for one in sorted(held, key=lambda h: h.span.start):
        if kin(one.title) == COUNTERPART:
            office = _counterpart(one, last)
        else:
            office = Office(one.title, one.of, one.span)
            last.pop(one.holder, None)
            last[one.holder] = one
            for holder in list(last)[:-2]:
                del last[holder]
        if office is not None:
            settled.setdefault(one.holder, []).append(office)
    for words in described:
        _place(words, settled)
    return {holder: tuple(_distinct(offices)) for holder, offices in settled.items()}


def _counterpart(one: Held, last: dict[Ref, Held]) -> Office | None:
    """``his Japanese counterpart``: the office of whoever stands before, in the state named."""
    opposite = next((other for holder, other in reversed(last.items()) if holder != one.holder), None)
    if opposite is None:
        return None
    return Office(opposite.title, one.of, one.span, f"counterpart of the {opposite.title} named before")


def _place(words: Described, settled: dict[Ref, list[Office]]) -> None:
    """Give the state in "the Chilean minister" to the one minister on the page who has none yet, if nobody is minister there."""
    if words.of is None:
        return
    fitting = {h: [o for o in offices if _means(words.title, o.title)] for h, offices in settled.items()}
    if any(o.of == words.of for offices in fitting.values() for o in offices):
        return
    free = [h for h, offices in fitting.items() if offices and all(o.of is None for o in settled[h])]
    if len(free) == 1:
        why = f"inferred: the page's only {words.title} without a state, and it speaks of {words.words!r}"
        settled[free[0]] = [replace(o, of=words.of, basis=why) if _means(words.title, o.title) else o for o in settled[free[0]]]


def _distinct(offices: Sequence[Office]) -> list[Office]:
    """Each office once; one without a state is left out where the same title has one."""
    kept: list[Office] = []
    for office in sorted(offices, key=lambda o: o.of is None):
        if not any(o.title == office.title and (o.of == office.of or office.of is None) for o in kept):
            kept.append(office)
    return sorted(kept, key=lambda o: o.span.start if o.span else 0)


def holder_of(words: Described, settled: Mapping[Ref, tuple[Office, ...]], near: Sequence[Ref]) -> Ref | None:
    """Whom a description means: the one holder who fits, of several the nearest before; None where nobody does."""
    fitting = [h for h, offices in settled.items() if any(_fits(words, o) for o in offices)]
    exact = [h for h in fitting if words.of is not None and any(_fits(words, o) and o.of == words.of for o in settled[h])]
    choice = exact or fitting
    return next((ref for ref in near if ref in choice), None) if len(choice) > 1 else (choice[0] if choice else None)


def past_holders(words: Described, settled: Mapping[Ref, tuple[Office, ...]]) -> tuple[Ref, ...]:
    """Who held the office once, where a description has no "former": whom "the president" may still mean, and may not."""
    once = replace(words, title=f"former {words.title}")
    return tuple(h for h, offices in settled.items() if not past(words.title) and any(_fits(once, o) for o in offices))


def _fits(words: Described, office: Office) -> bool:
    return _means(words.title, office.title) and (words.of is None or office.of is None or office.of == words.of)


def _means(general: str, title: str) -> bool:
    """Whether words mean a title: "the president" is no former one, "the former president" no other."""
    return past(general) == past(title) and covers(general, title)
