"""The words of a time expression in one spelling: lower case, single blanks, numbers as digits, no articles at the front.

plain("The twenty-first of\u00a0September,") == "21st of september"
"""

from __future__ import annotations

import re

LONGEST = 120
"""Characters of a time expression that are read: no newsroom writes longer ones."""

_ONES = {word: number for number, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
    " nineteen".split()
)}  # fmt: skip
_TENS = {word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_ORDINAL_ONES = {word: number for number, word in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth".split(), 1
)}  # fmt: skip
_ORDINAL_TENS = {word: 10 * number for number, word in enumerate("twentieth thirtieth".split(), 2)}
_DECADES = {f"{word[:-1]}ies": number for word, number in _TENS.items()}

_DASHES = re.compile(r"[‐-―−]")
_APOSTROPHES = re.compile(r"[‘’ʼ´`]")
_BLANKS = re.compile(r"[\s\u00a0_]+")
_EDGES = " .,;:()[]\"'“”-!?"
_ABBREVIATED = re.compile(r"\b([a-z]{3,4})\.(?=\s|\d|,|$)")
_AM_PM = re.compile(r"\b([ap])\.?\s?m\b\.?")
_UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|century|centuries)"
)
_JOINED = re.compile(rf"(?<=[a-z0-9])-(?={_UNIT}\b|day\b|year\b|long\b|old\b|first\b|half\b|ago\b|earlier\b)")
_UNIT_JOINED = re.compile(rf"\b({_UNIT})-(?=[a-z])")
_PARTED = re.compile(r"\b(mid|early|late|pre|post)-(?=[a-z0-9])")
_WORDS = re.compile(r"[a-z]+|\d+|[^a-z\d]+")
_SECOND = re.compile(
    rf"\bsecond(?=\s(?:of\b|{_UNIT}|half\b|world\b|[a-z]{{3,6}}day\b|january|february|march|april|may|june|july|august|september|october|november|december))"
)
_TENS_SECOND = re.compile(r"\b(twenty|thirty)[ -]second\b")
_SPELLED_DECADE = re.compile(
    r"\b(nineteen|eighteen|twenty)[ -](twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
)
_MONTH_SECOND = re.compile(r"\b(january|february|march|april|may|june|july|august|september|october|november|december)\ssecond\b")
_COUNTLESS = re.compile(rf"\b(?:an?|one)\s(?=(?:full\s|whole\s|half\s)?{_UNIT}\b)")
_FRONT = re.compile(r"^(?:(?:the|on|in(?!\s\d{1,3}\s)|at(?!\s(?:least|most))|of|its|their|his|her|our|your|my)\s)+(?=\S)")
_COUPLE = re.compile(r"\b(?:a\s)?couple(?:\sof)?\b")
_DOZEN = re.compile(r"\b(?:a\s)?dozen\b")
_HALF = re.compile(r"\b(\d+)\s(?:and\s(?:a\s)?half|1/2|½)\s")


def plain(words: str) -> str:
    """The words in one spelling; those beyond the longest that anybody writes are left out."""
    words = _DASHES.sub("-", _APOSTROPHES.sub("'", words[:LONGEST])).lower()
    words = _BLANKS.sub(" ", words).strip(_EDGES)
    if not words.isascii() and not words:
        return words
    words = _AM_PM.sub(r"\1m", words).replace(" ,", ",").replace(". ", " ")
    words = _ABBREVIATED.sub(r"\1", words)
    words = _UNIT_JOINED.sub(r"\1 ", _JOINED.sub(" ", _PARTED.sub(r"\1 ", words)))
    if any(letter.isalpha() for letter in words):
        words = _numbered(words)
    words = _FRONT.sub("", _BLANKS.sub(" ", words).strip(_EDGES))
    return words


def _numbered(words: str) -> str:
    """Numbers spelled out as digits, "a week" as "1 week"."""
    words = _TENS_SECOND.sub(lambda found: f"{_TENS[found[1]] + 2}nd", words)
    words = _SECOND.sub("2nd", _MONTH_SECOND.sub(r"\1 2nd", words))
    words = _SPELLED_DECADE.sub(lambda found: f"{_ONES.get(found[1], 20)}{_DECADES[found[2]]}s", words)
    words = _DOZEN.sub("12", _COUPLE.sub("2", words))
    words = _COUNTLESS.sub("1 ", _digits(words))
    return _HALF.sub(lambda found: f"{found[1]}.5 ", words)


def _digits(words: str) -> str:
    """One walk over the words: ``twenty-one`` 21, ``twenty-first`` 21st, ``nineteen ninety-seven`` 1997, ``two thousand`` 2000."""
    parts = [(word, _value(word)) for word in _WORDS.findall(words)]
    done: list[str] = []
    at = 0
    while at < len(parts):
        word, value = parts[at]
        if value is None:
            done.append(f"{_DECADES[word]}s" if word in _DECADES else word)
            at += 1
            continue
        at, said = _number_at(parts, at)
        done.append(said)
    return "".join(done)


def _value(word: str) -> tuple[int, bool] | None:
    """What one word counts, and whether it is an ordinal; None for ``second``, which is mostly a unit."""
    if word in _ONES or word in _TENS:
        return _ONES.get(word, _TENS.get(word, 0)), False
    if word != "second" and (word in _ORDINAL_ONES or word in _ORDINAL_TENS):
        return _ORDINAL_ONES.get(word, _ORDINAL_TENS.get(word, 0)), True
    return None


def _number_at(parts: list[tuple[str, tuple[int, bool] | None]], at: int) -> tuple[int, str]:
    """A number of several words that begins at a place: the place after it, and its digits."""
    numbers, ordinal, end = [], False, at
    while end < len(parts) and (value := parts[end][1]) is not None and not ordinal:
        numbers.append(value[0])
        ordinal = value[1]
        end += 1
        joint = parts[end][0] if end < len(parts) else ""
        if joint not in (" ", "-") or ordinal or end + 1 >= len(parts):
            break
        if parts[end + 1][0] in ("thousand", "hundred"):
            return _large(parts, end + 1, numbers)
        if parts[end + 1][1] is None or not _goes_on(numbers, parts[end + 1]):
            break
        end += 1
    return end, _joined(numbers) + (_ending(_total(numbers)) if ordinal else "")


def _goes_on(numbers: list[int], following: tuple[str, tuple[int, bool] | None]) -> bool:
    """Whether another number belongs to those before: ``twenty`` + ``one``, ``nineteen`` + ``ninety`` (+ ``seven``)."""
    value = following[1]
    assert value is not None
    if numbers[-1] in _TENS.values() and 0 < value[0] < 10:
        return True
    return len(numbers) == 1 and numbers[0] in (*range(13, 20), 20) and 10 <= value[0] <= 90


def _large(parts: list[tuple[str, tuple[int, bool] | None]], at: int, numbers: list[int]) -> tuple[int, str]:
    """``two thousand``, ``two thousand (and) twelve``, ``nineteen hundred``"""
    total = _total(numbers) * (1000 if parts[at][0] == "thousand" else 100)
    end = at + 1
    rest = at + 2
    if rest + 1 < len(parts) and parts[rest][0] == "and":
        rest += 2
    if rest < len(parts) and parts[rest][1] is not None:
        after, said = _number_at(parts, rest)
        if said.isdecimal() and int(said) < 100:
            return after, str(total + int(said))
    return end, str(total)


def _total(numbers: list[int]) -> int:
    if len(numbers) > 1 and 13 <= numbers[0] <= 20 and numbers[1] >= 10:
        return numbers[0] * 100 + sum(numbers[1:])
    return sum(numbers)


def _joined(numbers: list[int]) -> str:
    return str(_total(numbers))


def _ending(number: int) -> str:
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
