"""From a set's own types to ours, where the words themselves must help: states among places, treaties among the rest.

Used alike for every set, so that one word does not get two types by where it was annotated.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

from dragoman.lexicon.states import readings
from training.standoff import MentionType

PERSON, STATE, ORGANISATION, PLACE = MentionType.PERSON, MentionType.STATE, MentionType.ORGANISATION, MentionType.PLACE
INSTRUMENT, GATHERING, OFFICE, NATIONALITY = (
    MentionType.INSTRUMENT,
    MentionType.GATHERING,
    MentionType.OFFICE,
    MentionType.NATIONALITY,
)
OTHER = MentionType.OTHER

# Names of states that are as often something else: a US state, a river, a first name, an island or a people. They stay both.
BOTH = frozenset(
    {"Georgia", "Jordan", "Chad", "Micronesia", "Ireland", "Congo", "Guinea", "Samoa", "Korea", "Macedonia", "Luxembourg"}
)

# Head nouns of names. What is agreed in writing, and where people come together; a convention may be either.
_INSTRUMENT = re.compile(
    r"\b(?:treaty|treaties|agreement|accords?|pact|protocol|declaration|charter|memorandum|communiqu[eé]"
    r"|armistice(?! day)|covenant|concordat)\b",
    re.IGNORECASE,
)
_GATHERING = re.compile(r"\b(?:summit|conference|talks|forum|meeting|convention|negotiations)\b", re.IGNORECASE)
_CONVENTION = re.compile(r"\bconventions?\s+(?:on|for|against|relating)\b|\b(?:geneva|hague) conventions?\b", re.IGNORECASE)
_OF_A_PEOPLE = re.compile(r"[A-Z]\w+(?:ian|ean|ish|ese)s?|Arabs?|Kurds?|Kurdish|Slavs?|Slavic|Jew(?:s|ish)?|Muslims?")

# The same as common nouns, by the lemma or form of the head word alone.
INSTRUMENT_NOUNS = frozenset(
    "treaty treaties agreement agreements accord accords pact pacts protocol protocols declaration declarations charter "
    "memorandum communique communiqué armistice ceasefire truce".split()
)
GATHERING_NOUNS = frozenset(
    "summit summits conference conferences talks forum forums meeting meetings negotiations session sessions symposium".split()
)
STATE_NOUNS = frozenset("country countries nation nations republic kingdom superpower".split())
# Of a country or of a part of one: "state" in American texts is mostly the second.
STATE_OR_PLACE_NOUNS = frozenset("state states government homeland territory".split())


def without_article(words: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", words, flags=re.IGNORECASE)


@cache
def place_kinds(words: str) -> frozenset[MentionType]:
    """A set's place, location or geopolitical entity: a state if the lexicon names one so, a nationality if it is a demonym."""
    bare = re.sub(r"\s+", " ", without_article(words))
    how = {reading.how for form in (words, bare, re.sub(r"^US$", "U.S.", bare)) for reading in readings().get(form, ())}
    if bare in BOTH:
        return frozenset({STATE, PLACE})
    if "name" in how:
        return frozenset({STATE})
    if how & {"adjective", "people"}:
        return frozenset({NATIONALITY})
    return frozenset({PLACE})  # capitals too: that "Moscow" stands for a government is for assembly to say


@cache
def named_kinds(words: str, fallback: Set[MentionType] = frozenset({OTHER})) -> frozenset[MentionType]:
    """A name that a set only calls an event, an abstraction or miscellaneous: by its head noun, else ``fallback``."""
    if NATIONALITY in (known := place_kinds(words)):
        return known
    if _CONVENTION.search(words):
        return frozenset({INSTRUMENT})
    instrument, gathering = bool(_INSTRUMENT.search(words)), bool(_GATHERING.search(words))
    if instrument and gathering:  # "Conference Agreement": the last of the two is the head.
        instrument = max(m.end() for m in _INSTRUMENT.finditer(words)) > max(m.end() for m in _GATHERING.finditer(words))
        gathering = not instrument
    if instrument:
        return frozenset({INSTRUMENT})
    if gathering:
        return frozenset({GATHERING})
    # "Bavarian", "Flemish": of a people without a state, or a language, a style. The lexicon knows states' demonyms only.
    return frozenset({*fallback, NATIONALITY}) if _OF_A_PEOPLE.fullmatch(words) else frozenset(fallback)


def noun_kinds(head: str, label: str) -> frozenset[MentionType]:
    """A described thing (not named) of GUM's or LitBank's types, by its head noun; empty where it is none of ours."""
    noun = head  # in lower case alone: "the Islamic State" is no country
    if label in ("person", "PER"):
        return frozenset({PERSON})
    if label in ("organization", "ORG"):
        return frozenset({STATE, ORGANISATION}) if noun in STATE_NOUNS | STATE_OR_PLACE_NOUNS else frozenset({ORGANISATION})
    if label in ("place", "GPE", "LOC", "FAC"):
        if noun in STATE_NOUNS:
            return frozenset({STATE})
        return frozenset({STATE, PLACE}) if noun in STATE_OR_PLACE_NOUNS else frozenset({PLACE})
    if label in ("event", "abstract", "object"):
        if noun in INSTRUMENT_NOUNS:
            return frozenset({INSTRUMENT})
        if noun in GATHERING_NOUNS:
            return frozenset({GATHERING})
    return frozenset()
