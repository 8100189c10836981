"""The lines of a text dump, and what can be seen of each: its cues.

A cue is a named number between 0 and 1. Cues of this module are those of one line by itself and of its place on the page; what
the lines around it are judged to be is added in ``prose``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.article import PartKind
from dragoman.extract.wording import furniture

Cues = dict[str, float]

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_STOP = re.compile(r"[.!?。！？؟।][\"'”’»)\]」』]*$")
_SENTENCE_BREAK = re.compile(r"[.!?][\"'”’»)]*\s+[\"'“‘«(]*[A-ZÀ-ÞА-Я]|[。！？]")
_QUOTED = re.compile(r"[\"“”„«»‟]")
_SPEECH = re.compile(
    r"\b(?:said|says|told|added|according|stressed|noted|announced|warned|asked|explained|stated|sagte|erklärte|déclaré|dijo|afirmó"
    r"|ha detto|disse)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I’m|I've|I’ve|my|me)\b")
_SECOND_PERSON = re.compile(r"\b(?:you|your|you'll|you’ll|you're|you’re)\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"[|•·»›]| / | > ")
_BULLET = re.compile(r"[-–—*•▪►‣]\s")
_HANDLE = re.compile(r"(?<!\w)[@#]\w{2,}|https?://|www\.|\w@\w")
_PAST_OR_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SEEN = 2000
"""Characters of a line that are looked at, half at either end: the rest of a longer one is more of the same."""


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line without the blanks around it; ``blank`` counts the empty lines above it."""

    start: int
    text: str
    blank: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def split(text: str) -> tuple[Line, ...]:
    """The non-blank lines of a text."""
    lines: list[Line] = []
    start, blank = 0, 0
    for stop, after in [*((m.start(), m.end()) for m in _BREAK.finditer(text)), (len(text), len(text))]:
        raw = text[start:stop]
        if stripped := raw.strip():
            lines.append(Line(start + len(raw) - len(raw.lstrip()), stripped, blank))
            blank = 0
        else:
            blank += 1
        start = after
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class Seen:
    """What one line shows of itself.

    words     words in it; scripts without spaces count a word for two signs
    function  share of function words, None where the page's language has no list
    """

    text: str
    words: int
    tokens: tuple[str, ...]
    reading: furniture.Reading
    function: float | None


def see(texts: Sequence[str]) -> list[Seen]:
    """Look at every line of a page once."""
    shown = [text if len(text) <= SEEN else f"{text[: SEEN // 2]} {text[-SEEN // 2 :]}" for text in texts]
    tokens = [tuple(_WORD.findall(text.replace("’", "'").casefold())) for text in shown]
    small = _function_words(tokens)
    seen = []
    for text, show, toks in zip(texts, shown, tokens, strict=True):
        unspaced = len(_UNSPACED.findall(show))
        words = int((len(toks) + unspaced // 2) * max(1.0, len(text) / max(1, len(show))))
        share = sum(token in small for token in toks) / len(toks) if small and toks else (0.0 if small else None)
        seen.append(Seen(show, words, toks, furniture.read(show), share))
    return seen


@cache
def _function_word_lists() -> dict[str, frozenset[str]]:
    rows = resources.files(__package__).joinpath("function_words.tsv").read_text(encoding="utf-8").splitlines()
    cells = [row.split("\t") for row in rows if row and not row.startswith("#")][1:]
    return {language: frozenset(words.split()) for language, words in cells}


def _function_words(tokens: Sequence[tuple[str, ...]]) -> frozenset[str]:
    """The list of the language that most words of the page belong to; empty where none fits."""
    counts = Counter(token for toks in tokens for token in toks)
    total = counts.total()
    fits = {language: sum(counts[word] for word in words) for language, words in _function_word_lists().items()}
    best = max(fits, key=lambda language: fits[language])
    return _function_word_lists()[best] if fits[best] >= 0.08 * total and total else frozenset()


def cues(seen: Seen) -> Cues:
    """The cues of one line by itself."""
    text, words, reading = seen.text, seen.words, seen.reading
    first = text[0]
    long_words = [word for word in text.split()[1:40] if len(word) > 3 and word[0].isalpha()]
    titled = sum(word[0].isupper() for word in long_words) / len(long_words) if long_words else 0.0
    letters = sum(map(str.isalpha, text[:300]))
    digits = sum(map(str.isdigit, text[:300]))
    function = (0.35 if words >= 10 else 0.1) if seen.function is None else seen.function
    stop = bool(_STOP.search(text)) and not text.endswith("..")
    points = reading.points
    found: Cues = {
        "always": 1.0,
        "words >= 3": words >= 3,
        "words >= 5": words >= 5,
        "words >= 8": words >= 8,
        "words >= 12": words >= 12,
        "words >= 18": words >= 18,
        "words >= 28": words >= 28,
        "words >= 45": words >= 45,
        "ends a sentence": stop,
        "ends a sentence, words >= 12": stop and words >= 12,
        "ends in ...": text.endswith(("…", "..")),
        "ends in a colon": text.endswith(":"),
        "ends in a question": text.endswith(("?", "?”", '?"')),
        "sentences >= 2": bool(_SENTENCE_BREAK.search(text)),
        "function words >= 15 %": function >= 0.15,
        "function words >= 28 %": function >= 0.28,
        "function words >= 40 %": function >= 0.40,
        "no function word": function == 0,
        "titled": titled >= 0.75,
        "half titled": 0.45 <= titled < 0.75,
        "capitals": text.isupper() and letters >= 4,
        "digits": digits > 0.25 * (letters + digits),
        "opens in lower case": first.islower(),
        "opens with a quotation mark": first in "\"“‘'«„",
        "quotation marks": bool(_QUOTED.search(text)),
        "speech": bool(_SPEECH.search(text)),
        "first person": bool(_FIRST_PERSON.search(text)) and not _QUOTED.search(text),
        "second person": bool(_SECOND_PERSON.search(text)) and not _QUOTED.search(text),
        "separators": bool(_SEPARATOR.search(text)),
        "bullet": bool(_BULLET.match(text)),
        "handle or address": bool(_HANDLE.search(text)),
        "comma": "," in text,
        "bracketed": first in "([" and text[-1] in ")]",
        "controls >= 60 %": reading.coverage >= 0.6,
        "controls >= 95 %": reading.coverage >= 0.95,
        "date or time": bool(reading.stamps),
        "date and little else": reading.stamped >= 0.7,
        "section label": reading.ends,
    }
    for kind in _NAMED:
        found[f"says {kind}"] = min(1.0, points.get(kind, 0.0) / 3)
    return {name: float(value) for name, value in found.items() if value}


_NAMED: tuple[PartKind, ...] = (
    "byline",
    "caption",
    "audio_link",
    "share_control",
    "counter",
    "read_more",
    "related_headline",
    "tags",
    "comment_control",
    "newsletter",
    "advert",
    "legal",
    "navigation",
)


def page_cues(page: Sequence[Seen]) -> list[Cues]:
    """The cues of every line with those of its place: repeated on the page, first or late, near the densest run of words."""
    counts = Counter(seen.text.casefold() for seen in page)
    begin, end = densest_run([seen.words if _flows(seen) else min(seen.words, 12) for seen in page])
    total = len(page)
    found = []
    for index, seen in enumerate(page):
        mine = cues(seen)
        away = begin - index if index < begin else index - end + 1 if index >= end else 0
        extra = {
            "repeated": counts[seen.text.casefold()] > 1,
            "in the densest run": away == 0,
            "next to the densest run": 1 <= away <= 2,
            "near the densest run": 3 <= away <= 8,
            "above the densest run": index < begin,
            "far below the densest run": index >= end + 8,
            "first lines": index < min(5, total / 4),
        }
        mine.update({name: 1.0 for name, value in extra.items() if value})
        found.append(mine)
    return found


def _flows(seen: Seen) -> bool:
    """Reads like prose: a sentence's length, and small words in it."""
    return seen.words >= 12 and (seen.function is None or seen.function >= 0.2) and not seen.text.endswith(("…", ".."))


PROSE_WORDS = 12
"""Words that a line of prose has at least; the run gains what a line has more and loses what it has less. Twelve is the common
choice for body text extraction by the best interval."""
MOST_GAIN = 60
"""So that one endless line does not hide the article."""


def densest_run(words: Sequence[int]) -> tuple[int, int]:
    """First line and the one after the last of the run with the most words beyond PROSE_WORDS a line."""
    best, best_run = 0, (0, 0)
    total, begin = 0, 0
    for index, count in enumerate(words):
        if total <= 0:
            total, begin = 0, index
        total += min(count - PROSE_WORDS, MOST_GAIN)
        if total > best:
            best, best_run = total, (begin, index + 1)
    return best_run
