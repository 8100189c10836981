"""Bending: the forms of a word of the lexicon, by rule and by list.

A word of several words is bent where it bends: a verb in its first ("point out": pointed out), a noun in its last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dragoman.lexicon.cues import plural

if TYPE_CHECKING:
    from collections.abc import Iterable

WordKind = Literal["verb", "noun", "adjective", "phrase"]
VerbForm = Literal["base", "third", "past", "ing"]

_PUT_BEFORE = frozenset("at by for in of off on out over to up with against about behind down".split())
_VOWELS = frozenset("aeiou")
_IRREGULAR_OF_BE: dict[str, VerbForm] = {"am": "third", "is": "third", "are": "third", "being": "ing"}


def bent(word: str, kind: WordKind, irregular: Iterable[str] = ()) -> dict[str, VerbForm]:
    """Every form of a word -> which form it is; what is no verb has only ``base``.

    irregular   forms that no rule makes, of the first word of a verb or the last of a noun

    Example: bent("deny", "verb") -> {"deny": "base", "denies": "third", "denied": "past", "denying": "ing"}
    """
    if kind == "verb":
        first, _, rest = word.partition(" ")
        return {f"{form} {rest}" if rest else form: which for form, which in _verb(first, tuple(irregular)).items()}
    if kind == "noun":
        start, _, last = word.rpartition(" ")
        return {f"{start} {form}" if start else form: "base" for form in (last, plural(last), *irregular)}
    return {word: "base"}


def objects_bent(forms: dict[str, VerbForm]) -> dict[str, VerbForm]:
    """Forms of a verb of several words, with the last word as plural too where it may be a noun ("break its promises")."""
    more = {
        f"{start} {plural(last)}": form
        for words, form in forms.items()
        for start, _, last in (words.rpartition(" "),)
        if start and last not in _PUT_BEFORE and not last.endswith("s")
    }
    return {**more, **forms}


def _verb(verb: str, irregular: tuple[str, ...]) -> dict[str, VerbForm]:
    forms: dict[str, VerbForm] = {}
    for form in [form for form in irregular if form.endswith("ing")] or _ing(verb):
        forms[form] = "ing"
    past = [form for form in irregular if not form.endswith("ing") and form not in _IRREGULAR_OF_BE]
    for form in past or _past(verb):
        forms[form] = "past"
    forms.update({form: which for form, which in _IRREGULAR_OF_BE.items() if form in irregular})
    forms["has" if verb == "have" else plural(verb)] = "third"
    return {**forms, verb: "base"}


def _past(verb: str) -> list[str]:
    if verb.endswith("e"):
        return [verb + "d"]
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return [verb[:-1] + "ied"]
    return [stem + "ed" for stem in _stems(verb)]


def _ing(verb: str) -> list[str]:
    if verb.endswith("ie"):
        return [verb[:-2] + "ying"]
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return [verb[:-1] + "ing"]
    return [stem + "ing" for stem in _stems(verb)]


def _stems(verb: str) -> list[str]:
    """The verb, and it with its last consonant doubled where that may be ("admit", "label"); one of the two may be no word."""
    doubles = len(verb) > 2 and verb[-1] not in _VOWELS | set("wxyh") and verb[-2] in _VOWELS and verb[-3] not in _VOWELS
    return [verb, verb + verb[-1]] if doubles else [verb]
