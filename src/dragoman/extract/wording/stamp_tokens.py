"""The tokens of a stamp, and the words of the calendar."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

MONTH_NAMES = (
    # One line a language: English, German, French, Spanish, Italian, Portuguese, Dutch, Russian (in the genitive), Indonesian.
    "january february march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "januari februari maret april mei juni juli agustus september oktober november desember",
)
WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica".split()
)
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_JOINT = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")


class Token(NamedTuple):
    start: int
    end: int
    text: str


def tokens(line: str) -> list[Token]:
    """Lower-case tokens; letters part from digits and at lower-to-upper joints.

    tokens("UTC8 June") -> utc, 8, june
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(line):
        start = match.start()
        word = match.group()
        # A joint needs a capital after the first letter; most words have none, and are cut no further.
        for piece in (word,) if len(word) == 1 or word[1:].islower() else _JOINT.split(word):
            found.append(Token(start, start + len(piece), piece.casefold()))
            start += len(piece)
    return found


def text_at(toks: list[Token], index: int) -> str:
    return toks[index].text if index < len(toks) else ""


def number_at(toks: list[Token], index: int, low: int, high: int, digits: tuple[int, ...] = (1, 2)) -> int | None:
    text = text_at(toks, index)
    if len(text) in digits and text.isdecimal() and low <= int(text) <= high:
        return int(text)
    return None


@cache
def months() -> dict[str, int]:
    """Month names and their short forms, in lower case -> number."""
    table: dict[str, int] = {"sept": 9, "janv": 1, "févr": 2, "juil": 7, "déc": 12, "мая": 5}
    for row in MONTH_NAMES:
        for number, name in enumerate(row.split(), start=1):
            table.setdefault(name, number)
    for row in MONTH_NAMES[:6]:
        for number, name in enumerate(row.split(), start=1):
            table.setdefault(name[:3], number)
    return table
