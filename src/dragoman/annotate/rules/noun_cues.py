"""Nouns that report: "the minister's claim that A", "a pledge by the ministry to B"; where their clause begins."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.annotate.rules.clauses import begins_clause, finite, skip_times
from dragoman.annotate.rules.phrases import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PRONOUNS,
    is_verb,
    opens_phrase,
    phrase_right,
    source_in,
)
from dragoman.lexicon.cue_words import cue_words
from dragoman.lexicon.cues import plural, speaker_nouns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.annotate.rules.phrases import Range
    from dragoman.annotate.rules.units import Unit

_OWN = frozenset("his her its their".split())
_BY = frozenset("by from of".split())
_MADE = frozenset("made issued voiced given published raised leveled levelled put advanced repeated expressed released".split())
_TO_DO = frozenset(
    "threat promise pledge vow offer demand refusal call request appeal commitment proposal plea order ultimatum directive "
    "undertaking".split()
)
"""Nouns whose infinitive is what was said."""
_AGAINST = frozenset({"condemn", "praise", "accuse", "accept", "deny", "reject", "announce", "agree", "request"})
"""Acts of nouns behind whose "of" stands what they are about: "criticism of", "a denial of"."""
_NO_SPEECH = frozenset("case story number figure sign record title subject topic theme example data evidence".split())
_FROM_PLACES = frozenset("report reports news word words".split())
_NO_INFINITIVE = frozenset(
    "peace world action security life democracy arms prayer power order trade all both those anyone everyone voters civilians "
    "humanity stability international global regional national public".split()
)
_VERBS = frozenset("bring mention question sanction".split())
_NO_ENDINGS = ("tion", "sion", "ity", "ness", "ism", "ers", "ors", "ists", "ians", "men", "ing", "ies")
_SUPPOSED = frozenset(
    "no any without if unless would could should might may must want wants wanted need needs needed seek seeks sought seeking "
    "require requires required await awaits awaiting expect expects expected demand demands demanded demanding request "
    "requests requested pending absent until call calls called calling appeal appealed neither nor not never n't hope hopes "
    "hoped".split()
)
"""Words before "a pledge by X" that only wish for or suppose it."""
_TAKING = frozenset(
    "made issued gave published released signed submitted presented delivered sent received adopted rejected denied dismissed "
    "refuted broke kept wrote repeated withdrew retracted uttered posted".split()
)
"""Verbs that a statement is the object of: "the statement that he issued on Monday"."""
_LEADING_IN = frozenset("in on at after before during since if unless under despite because as when while for with by".split())
_STOPPING = frozenset(
    "in on at by with from to for about into against over under between among during within without across near behind through "
    "via upon around following including regarding concerning and or but that which who whether because despite than as when "
    "while if after before since until amid like".split()
)
"""Words that no name of a possessor holds."""
_ADJECTIVES = 3  # words between a possessive and its noun
_NAME = 12  # words of a possessor
_SUPPOSED_REACH = 6
_CLAUSE = 15  # tokens of a clause in which its verb must stand


@cache
def _nouns() -> frozenset[str]:
    """Nouns for what is said or written, as single words, singular and plural."""
    return frozenset(
        words[0]
        for words, meanings in cue_words().items()
        if len(words) == 1
        for word, _ in meanings
        if word.kind == "noun" and word.manner != "held" and word.word not in _NO_SPEECH
    )


@cache
def _with_infinitive() -> frozenset[str]:
    return _TO_DO | {plural(noun) for noun in _TO_DO}


def noun_cues(unit: Unit) -> Iterator[tuple[Range, Range]]:
    """Noun and source of each, in order; a clause or an infinitive stands behind both."""
    nouns = _nouns()
    for at, token in enumerate(unit.tokens):
        if token.lower in nouns and (not token.capital or at == 0):
            source = _possessor(unit, at) or _agent(unit, at)
            if source is not None:
                yield (at, at + 1), source


def clause_of_noun(unit: Unit, noun: int, at: int) -> int | None:
    """Index of the "that" or "to" behind a noun and its source, if a clause or an infinitive begins there.

    Over a time, a copula ("his claim is that"), and whom it was said to ("its promise to parliament that").
    """
    at = skip_times(unit, at)
    if unit.lower(at) == "to":
        if unit.lower(noun) in _with_infinitive() and _infinitive(unit, at):
            return at
        spoken_to = phrase_right(unit, at + 1) if at + 1 < len(unit.tokens) and opens_phrase(unit, at + 1) else None
        at = spoken_to[1] if spoken_to else at
    elif unit.lower(at) in {"is", "was"}:
        return at + 1 if unit.lower(at + 1) == "that" else None
    return at if unit.lower(at) == "that" and _completes(unit, noun, at) else None


# --- whose it is ---------------------------------------------------------------------------------------------------------------


def _possessor(unit: Unit, noun: int) -> Range | None:
    """``the minister's latest claim that``, ``its claim that``."""
    if clause_of_noun(unit, noun, noun + 1) is None:
        return None
    for at in range(noun - 1, max(-1, noun - 2 - _ADJECTIVES), -1):
        word = unit.lower(at)
        if word in _OWN:
            return None if any(is_verb(unit, i) for i in range(at + 2, noun)) else (at, at + 1)
        if word == "'s" or (word == "'" and unit.lower(at - 1).endswith(("s", "x", "z"))):
            return None if any(is_verb(unit, i) for i in range(at + 2, noun)) else _owner(unit, at)
        if not unit.tokens[at].word or word in DETERMINERS | AUXILIARIES | _STOPPING | {"of"}:
            return None
    return None


def _owner(unit: Unit, end: int) -> Range | None:
    """The noun phrase that ends before a genitive."""
    start = end
    while start > 0 and end - start < _NAME and _of_name(unit, start - 1, end):
        start -= 1
        if unit.lower(start) in DETERMINERS and unit.lower(start - 1) != "of":
            break
    return source_in(unit, start, end)


def _of_name(unit: Unit, at: int, end: int) -> bool:
    token = unit.tokens[at]
    if not token.word or at in unit.times:
        return token.text in {"'s", "’s", "."} and at < end - 1
    if token.lower == "of":
        return unit.tokens[at - 1].capital if at else False
    return token.lower not in _STOPPING and (token.capital or not is_verb(unit, at))


def _agent(unit: Unit, noun: int) -> Range | None:
    """``claims made on Friday by an aide that``, ``a warning from the ministry that``."""
    by = noun + 1
    if unit.lower(by) in _MADE:
        by = skip_times(unit, by + 1)
        if unit.lower(by) not in {"by", "from"}:
            return None
    word = unit.lower(by)
    if word not in _BY or not _read_as_noun(unit, noun) or _only_supposed(unit, noun):
        return None
    meanings = cue_words()[(unit.lower(noun),)]
    about = any(meaning.kind == "noun" and meaning.act in _AGAINST for meaning, _ in meanings)
    spoken = unit.lower(noun - 1) in {"phone", "telephone", "video", "conference"}
    if (word == "of" and about) or (word == "from" and unit.lower(noun) in _FROM_PLACES) or spoken:
        return None
    source = phrase_right(unit, by + 1, prepositions=frozenset({"of"}))
    if source is None or source[0] != by + 1 or clause_of_noun(unit, noun, source[1]) is None:
        return None
    return source


def _read_as_noun(unit: Unit, at: int) -> bool:
    """Whether a word that may be a verb too is a noun here: nobody who could be its subject stands before it."""
    if at == 0 or not unit.lower(at).endswith("s"):
        return True
    before = unit.tokens[at - 1]
    return not (before.capital or before.lower in PRONOUNS or before.lower in speaker_nouns())


def _only_supposed(unit: Unit, noun: int) -> bool:
    """``without a pledge by X``, ``demanded assurances from X``: whether it need not have been said."""
    for at in range(noun - 1, max(-1, noun - 1 - _SUPPOSED_REACH), -1):
        if not unit.tokens[at].word:
            return False
        if unit.lower(at) in _SUPPOSED:
            return True
    return False


# --- what follows it -----------------------------------------------------------------------------------------------------------


def _completes(unit: Unit, noun: int, that: int) -> bool:
    """Whether a "that" tells what was said, and does not describe the noun: "remarks that hinted", "a promise that he made"."""
    at = that + 1
    if at in unit.quoted:
        return True
    word, following = unit.lower(at), unit.lower(at + 1)
    if word in _LEADING_IN or at in unit.times or word == ",":
        return True
    if not begins_clause(unit, at) or word.endswith("ly") or word in ADVERBS:
        return False
    if unit.tokens[at].capital or word in DETERMINERS | PRONOUNS or unit.tokens[at].text[0].isdigit():
        return not _without_object(unit, at)
    if word.endswith("ed") and (following in DETERMINERS | _STOPPING | PRONOUNS | ADVERBS):
        return False
    if word.endswith("s") and not word.endswith("ss") and following in DETERMINERS | PRONOUNS | {"as", "after", "to"}:
        return False
    return finite(unit, at + 1, min(at + _CLAUSE, len(unit.tokens))) and not _without_object(unit, at)


def _without_object(unit: Unit, start: int) -> bool:
    """Whether the clause lacks the object of its verb, which then is the noun: "the statement that he issued on Monday"."""
    for at in range(start + 1, min(start + _CLAUSE, len(unit.tokens))):
        if is_verb(unit, at) or unit.lower(at) in _TAKING:
            behind = unit.lower(at + 1)
            if unit.lower(at) in AUXILIARIES | ADVERBS:
                continue
            bare = not behind or not unit.tokens[at + 1].word or behind in _STOPPING or at + 1 in unit.times
            passive = unit.lower(at - 1) in AUXILIARIES - {"had", "has", "have"}
            return unit.lower(at) in _TAKING and bare and not passive
    return False


def _infinitive(unit: Unit, at: int) -> bool:
    """Whether "to" opens an infinitive here, and leads to nobody and nothing: "a threat to peace"."""
    if unit.lower(at) != "to" or at + 1 >= len(unit.tokens):
        return False
    token, word = unit.tokens[at + 1], unit.lower(at + 1)
    if not token.word or token.capital or token.text[0].isdigit() or at + 1 in unit.times:
        return False
    if word in _VERBS:
        return True
    somebody = word in speaker_nouns() and unit.lower(at + 2) not in DETERMINERS
    barred = somebody or word in DETERMINERS | PRONOUNS | _NO_INFINITIVE or word.endswith(_NO_ENDINGS)
    return not barred and not (word.endswith("s") and not word.endswith("ss"))
