"""Noun phrases that can be a source: left of a verb, right of it, or behind "according to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.lexicon.cues import cue_forms, noun_forms, speaker_nouns

if TYPE_CHECKING:
    from dragoman.annotate.rules.units import Unit

Range = tuple[int, int]
"""Tokens ``[first, last)`` of a unit."""

LONGEST_PHRASE = 25
AUXILIARIES = frozenset(
    "is are was were be been being am has have had do does did will would can could may might must shall should cannot "
    "won't wouldn't isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't can't couldn't shouldn't".split()
)
ADVERBS = frozenset(
    "also later then further again once now previously earlier recently already still too meanwhile however not never n't "
    "often always even just thus today yesterday tonight therefore subsequently".split()
)
_PAST = frozenset(
    "met held took gave made left went came saw led sent won lost began became fell rose paid spoke told said wrote thought "
    "sought brought kept let put set stood broke drew grew knew ran struck wanted found".split()
)
_STOPS = frozenset([",", ";", ":", "—", "–", "-", "--", "(", ".", "?", "!", "…", "/", "•", "|", "*"])
_CLAUSES = frozenset(
    "that but while whereas as because after before when if although though whether which until since where how so than "
    "unless what why whose yet".split()
)
PREPOSITIONS = frozenset(
    "of for in at on from with to by about into against over under between among during within without across near behind "
    "through via out upon around following including regarding concerning".split()
)
_OPENINGS = frozenset("in on at during after before for with by under since from following amid despite throughout".split())
DETERMINERS = frozenset("the a an this that these those his her its their our my another each every any no".split())
QUANTIFIERS = frozenset(
    "some many most several few both all others other one two three four five six seven eight nine ten eleven twelve dozens "
    "hundreds half majority percent".split()
)
PRONOUNS = frozenset("he she they it".split())
_CONNECTIVES = frozenset(
    "and but or so yet however moreover meanwhile later then also still thus furthermore nevertheless therefore".split()
)
_NO_SOURCE = frozenset("i whom which that this him them".split())
_RELATIVES = frozenset("who which whose".split())
_DESCRIPTIONS = frozenset("speaking citing former senior chief acting then deputy meanwhile however too".split())
_SPEAKING_HERE = frozenset({"i", "we", "you"})
_DESCRIBING = frozenset("responsible close familiar involved present opposed loyal critical aware able".split())
_NEVER_NAMES = _CONNECTIVES | DETERMINERS | _SPEAKING_HERE | _CLAUSES | _OPENINGS | ADVERBS
_ADJECTIVES = frozenset(
    "leading ruling visiting serving sitting acting mining banking shipping neighbouring neighboring polling".split()
)
_LATTER = frozenset({"latter", "former", "pair", "two", "trio", "duo", "sides"})


def is_verb(unit: Unit, at: int) -> bool:
    """Whether a token looks like a finite verb: an auxiliary, a known past, a cue, or "-ed" that opens no reduced relative."""
    word = unit.lower(at)
    if word in AUXILIARIES or word in _PAST:
        return True
    if unit.tokens[at].capital and at > 0:
        return False
    if word.endswith("ed") and len(word) > 4 and "-" not in word:
        return unit.lower(at + 1) not in PREPOSITIONS and not word.endswith(("eed", "-based", "-led", "united"))
    known = cue_forms().get((word,))
    return bool(known and (known[1] == {"past"} or (known[1] == {"third"} and word not in noun_forms())))


def subject(unit: Unit, verb: int) -> Range | None:
    """The noun phrase that is the subject of the verb group at a token, an apposition between them skipped."""
    before = verb - 1
    if unit.lower(before) == "who" and before > 0:
        return phrase_left(unit, before - (unit.lower(before - 1) == ","))
    if unit.lower(before) in {"that", "which"} and before > 0 and speaker_nouns().get(unit.lower(before - 1)) == "document":
        begins = next((i for i in range(before - 1, max(-1, before - 8), -1) if unit.lower(i) in DETERMINERS), before)
        return source_in(unit, begins, before)  # "they signed a protocol that provides for …"
    if unit.lower(before) == ")":
        opened = _opening(unit, before)
        return phrase_left(unit, verb) if opened is not None else None
    if unit.lower(before) in {",", "—", "–"}:
        return _over_apposition(unit, before)
    return phrase_left(unit, verb)


def _opening(unit: Unit, closing: int) -> int | None:
    return next((i for i in range(closing - 1, max(-1, closing - 12), -1) if unit.lower(i) == "("), None)


def _over_apposition(unit: Unit, closing: int, depth: int = 2) -> Range | None:
    """``NAME, the foreign minister, said``: the phrase before the apposition; over several of them, ``depth`` more at most."""
    mark = unit.lower(closing)
    reach = range(closing - 1, max(-1, closing - 40), -1)
    opening = next((i for i in reach if unit.lower(i) == mark or unit.tokens[i].quoted), None)
    if opening is None or opening + 1 >= closing or unit.tokens[opening].quoted:
        return None
    named = phrase_left(unit, opening)
    further = named[0] - 1 if named is not None and _describes(unit, named[0]) else opening if named is None else None
    if further is not None and depth and unit.lower(further) == ",":
        named = _over_apposition(unit, further, depth - 1) or named
    return named if named is not None and _is_apposition(unit, opening + 1, closing) else None


def _is_apposition(unit: Unit, start: int, end: int) -> bool:
    """Whether what stands between two commas describes what is before it, or tells time and occasion."""
    first = unit.tokens[start]
    if first.lower in _RELATIVES:
        return True
    opens = first.lower in DETERMINERS | _OPENINGS | _DESCRIPTIONS or first.lower in speaker_nouns()
    plain = opens or first.capital or first.text[0].isdigit() or start in unit.times
    return plain and not any(is_verb(unit, i) for i in range(start, end))


def _describes(unit: Unit, at: int) -> bool:
    """Whether a phrase that opens here describes a name before it: "acting director of", "a senator from"."""
    return not unit.tokens[at].capital


def phrase_left(unit: Unit, end: int) -> Range | None:
    """The noun phrase that ends right before a token, if it can be a source."""
    start = end
    while start > 0 and end - start < LONGEST_PHRASE:
        token = unit.tokens[start - 1]
        if token.lower == ")" and (opened := _opening(unit, start - 1)) is not None:
            start = opened
            continue
        if token.quoted or token.lower in _STOPS or token.lower in _CLAUSES:
            break
        if is_verb(unit, start - 1):
            relative = next((i for i in range(start - 2, max(-1, start - 10), -1) if unit.lower(i) == "who"), None)
            if relative is None:
                if not _takes_clause(unit, start - 1):
                    joint = next((i for i in range(end - 1, start, -1) if unit.lower(i) in {"and", "but"}), None)
                    if joint is None:
                        return None
                    start = joint + 1
                break
            start = relative
            continue
        start -= 1
    return source_in(unit, start, end)


def _takes_clause(unit: Unit, verb: int) -> bool:
    """Whether a clause may follow a verb without "that": then what stands behind it can be a subject."""
    known = cue_forms().get((unit.lower(verb),))
    return bool(known and "bare" in known[0].takes)


def phrase_right(unit: Unit, start: int, *, prepositions: frozenset[str] = frozenset({"of", "for"})) -> Range | None:
    """The noun phrase that begins at a token, if it can be a source; ``prepositions`` may stand inside it."""
    last = start
    while last < len(unit.tokens) and last - start < LONGEST_PHRASE:
        token = unit.tokens[last]
        if token.lower == "(" and (
            closed := next((i for i in range(last, min(last + 12, len(unit.tokens))) if unit.lower(i) == ")"), None)
        ):
            last = closed + 1
            continue
        ends = token.quoted or token.lower in _STOPS | _CLAUSES | {"who", ")"} or last in unit.times
        ends = ends or (last > start and token.lower in PRONOUNS)
        if ends or is_verb(unit, last) or (token.lower in PREPOSITIONS and token.lower not in prepositions and last > start):
            break
        last += 1
    while last > start and (
        unit.lower(last - 1) in PREPOSITIONS or unit.lower(last - 1) in ADVERBS or unit.lower(last - 1).endswith("ly")
    ):
        last -= 1
    return source_in(unit, start, last)


def source_in(unit: Unit, start: int, end: int) -> Range | None:
    """The part of a stretch of words that can be a source; None where nobody can speak there."""
    start = _after_openings(unit, start, end)
    return _checked(unit, _after_conjunction(unit, start, end), end)


def _checked(unit: Unit, start: int, end: int) -> Range | None:
    end = _before_occasion(unit, start, end)
    if end > start and unit.lower(end - 1) in _NO_SOURCE:
        return None
    if start >= end or unit.lower(end - 1) in _CONNECTIVES:
        return None
    if end - start == 1:
        word = unit.tokens[start]
        alone = word.lower in PRONOUNS | QUANTIFIERS or (word.lower in speaker_nouns() and word.lower.endswith("s"))
        named = word.capital and word.lower not in _NEVER_NAMES
        return (start, end) if alone or named else None
    head = head_noun(unit, start, end)
    if head is None or not (opens_phrase(unit, start) or _are_many(unit, start, head)):
        return None
    word = unit.tokens[head]
    counts = word.text[0].isdigit() or word.lower in QUANTIFIERS | {"those"}
    speaks = counts or word.lower in speaker_nouns() or word.lower in _LATTER
    return (start, end) if speaks or (word.capital and head not in unit.times) else None


def _before_occasion(unit: Unit, start: int, end: int) -> int:
    """Where time and occasion behind a source begin: "the minister on Tuesday", "Soto during a visit to Oslo"."""
    for at in range(start + 1, end):
        word = unit.lower(at)
        timed = at in unit.times or (word in {"on", "in", "at", "of", "late", "early"} and at + 1 in unit.times)
        if timed or word in {"during", "after", "before", "following", "ahead", "speaking"}:
            return at
    return end


def opens_phrase(unit: Unit, start: int) -> bool:
    token = unit.tokens[start]
    opens = token.lower in DETERMINERS | QUANTIFIERS | PRONOUNS or token.capital or token.text[0].isdigit()
    return (
        opens
        or token.lower in speaker_nouns()
        or token.lower in {"top", "senior", "former", "local", "police", "government", "unnamed", "diplomatic"}
    )


def _are_many(unit: Unit, start: int, head: int) -> bool:
    """``ministerial sources``, ``rights groups``: several who speak, without a determiner."""
    noun, words = unit.lower(head), [unit.lower(i) for i in range(start, head)]
    many = noun in speaker_nouns() and (noun.endswith("men") or (noun.endswith("s") and not noun.endswith("ss")))
    plain = not any(
        word.endswith("ly")
        or word in _CONNECTIVES | ADVERBS | PREPOSITIONS | _CLAUSES
        or is_verb(unit, start + i)
        or not word[0].isalpha()
        for i, word in enumerate(words)
    )
    acting = bool(words) and words[0].endswith("ing") and words[0] not in _ADJECTIVES
    return (many or noun in {"people", "media"}) and len(words) <= 3 and plain and not acting


def _after_openings(unit: Unit, start: int, end: int) -> int:
    """Skip connectives, adverbs, time expressions, and an opening without a comma ("On 6 September the cabinet")."""
    while start < end and (
        unit.lower(start) in _CONNECTIVES | ADVERBS or start in unit.times or unit.lower(start).endswith("ly")
    ):
        start += 1
    if start >= end or (unit.lower(start) not in _OPENINGS and _begins(unit, start, end) and not _opens_participle(unit, start)):
        return start
    timed = next((i for i in range(start + 1, end) if i not in unit.times), end)
    if timed > start + 1:
        return timed
    return next((i for i in range(end - 1, start + 1, -1) if _opens_anew(unit, i)), end)


def _begins(unit: Unit, start: int, end: int) -> bool:
    head = head_noun(unit, start, end)
    return opens_phrase(unit, start) or (head is not None and _are_many(unit, start, head))


def _opens_participle(unit: Unit, start: int) -> bool:
    return start == 0 and unit.lower(0).endswith("ing")


def _opens_anew(unit: Unit, at: int) -> bool:
    """Whether a fresh noun phrase begins at a token: a determiner or number that no preposition or "and" leads to."""
    return unit.lower(at) in DETERMINERS | PRONOUNS | QUANTIFIERS and unit.lower(at - 1) not in PREPOSITIONS | QUANTIFIERS | {
        "and"
    }


def _after_conjunction(unit: Unit, start: int, end: int) -> int:
    """Behind an "and" that joins clauses; an "and" between two sources stays."""
    for at in range(end - 1, start, -1):
        if unit.lower(at) in {"and", "or"} and _checked(unit, start, at) is None:
            return at + 1
    return start


def head_noun(unit: Unit, start: int, end: int) -> int | None:
    """Index of the head noun: the last word before a preposition, a participle, a bracket or a relative clause."""
    for at in range(start, end):
        word = unit.lower(at)
        participle = at > start and not unit.tokens[at].capital and word.endswith(("ing", "ed")) and word not in speaker_nouns()
        if word in PREPOSITIONS | {"who", "("} or (participle and at > start + 1):
            return _noun_before(unit, start, at - 1) if at > start else None
    return end - 1


def _noun_before(unit: Unit, start: int, at: int) -> int:
    """Over an adjective behind its noun: "officials responsible for"."""
    return at - 1 if at > start and unit.lower(at) in _DESCRIBING else at
