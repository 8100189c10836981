"""The day of publication by the words alone: PolNeAR's articles as plain text, any date line removed.

    python -m benchmarks.published_words              the development articles
    python -m benchmarks.published_words --of train --wrong

Counted are answers: exact days among the days given, the right month where an answer lies within one, every answer that holds the
true day, and those that do not though their confidence is .9 or more. A date line is whatever extract takes for a stamp of the
page: a line that shows when, or the dateline's date. The data are found by DRAGOMAN_DATA.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from benchmarks.halves import shared
from benchmarks.published import saved_pages
from dragoman.annotate.sentences import find_sentences
from dragoman.annotate.whens import find_whens
from dragoman.annotations import Annotations
from dragoman.article import Article, Page
from dragoman.assemble.dating.published import argue_published
from dragoman.assemble.days import Days, days_of_stamp
from dragoman.errors import UnreadablePage
from dragoman.extract import extract

SURE = 0.9


@dataclass(frozen=True)
class Text:
    """Words of an article without its date line, and the day it was published."""

    name: str
    words: str
    day: date


def polnear(part: Literal["dev", "train"]) -> Iterator[Text]:
    path = shared() / "data" / "polnear" / f"{part}.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Text(row["id"], without_date_line(row["text"]), date.fromisoformat(row["date"]))


def own_pages() -> Iterator[Text]:
    """The running text of the English saved pages of our own half."""
    for page in saved_pages("dev"):
        try:
            article = extract(Page(page.name, page.html, "text/html", page.url))
        except UnreadablePage:
            continue
        if article.language == "en":
            body = "\n\n".join(article[part.span] for part in article.parts_of("body"))
            yield Text(page.name, without_date_line(body), date.fromisoformat(page.day))


def without_date_line(words: str) -> str:
    """The text without what extract takes for its date: blanks in place of lines that show when, stamps, the dateline's date."""
    article = extract(Page("text.txt", words.encode(), "text/plain"))
    spans = [part.span for part in article.parts_of("timestamp", "page_clock")]
    spans += [stamp.span for stamp in article.stamps if stamp.span]
    if article.dateline and article.dateline.date and article.dateline.date.span:
        spans.append(article.dateline.date.span)
    for span in spans:
        words = words[: span.start] + " " * len(span) + words[span.end :]
    return words


def read_text(words: str) -> tuple[Article, Annotations]:
    article = extract(Page("text.txt", words.encode(), "text/plain"))
    sentences = find_sentences(article)
    return article, Annotations(sentences=sentences, whens=find_whens(article, sentences))


@dataclass(frozen=True)
class Answer:
    """What was given for one text: EDTF, the days it allows, its confidence."""

    text: Text
    edtf: str | None
    days: tuple[Days, ...]
    confidence: float | None

    @property
    def right(self) -> bool:
        return any(self.text.day in days for days in self.days)

    @property
    def one_month(self) -> bool:
        """Whether all its days lie in one month."""
        return len({(day.year, day.month) for days in self.days for day in (days.first, days.last)}) == 1


def answered(text: Text) -> Answer:
    found = argue_published(*read_text(text.words))
    return Answer(text, found.edtf, days_of(found.edtf), found.confidence) if found else Answer(text, None, (), None)


def days_of(edtf: str) -> tuple[Days, ...]:
    """The days of a value as we write it: a day, month or year, an interval, one of a set."""
    if edtf.startswith("["):
        return tuple(days for one in edtf.strip("[]").split(",") for days in days_of(one))
    ends = [days_of_stamp(end) for end in edtf.split("/")]
    if all(ends) and ends[0] and ends[-1]:
        return (Days(ends[0].first, ends[-1].last),)
    return ()


def counted(answers: list[Answer]) -> dict[str, tuple[int, int]]:
    """Name -> how many, of how many."""
    given = [answer for answer in answers if answer.days]
    day = [answer for answer in given if len(answer.days) == 1 and len(answer.days[0]) == 1]
    month = [answer for answer in given if answer.one_month]
    same = [a for a in month if (a.days[0].first.year, a.days[0].first.month) == (a.text.day.year, a.text.day.month)]
    sure = [answer for answer in given if (answer.confidence or 0) >= SURE]
    return {
        "answered": (len(given), len(answers)),
        "right among the answered": (sum(answer.right for answer in given), len(given)),
        "exact day among days": (sum(answer.right for answer in day), len(day)),
        "right month among days and months": (len(same), len(month)),
        "right among years and longer": (sum(a.right for a in given if a not in month), len(given) - len(month)),
        "wrong among those with confidence >= .9": (sum(not answer.right for answer in sure), len(sure)),
        "with a confidence": (sum(answer.confidence is not None for answer in given), len(given)),
    }


def figures() -> dict[str, float]:
    """Shares, more is better."""
    found = counted([answered(text) for text in polnear("dev")])
    wrong, sure = found["wrong among those with confidence >= .9"]
    right, given = found["right among the answered"]
    return {
        "by words, sure and not wrong": 1 - wrong / max(sure, 1),
        "by words, right where answered": right / max(given, 1),
        "by words, right of all": right / max(found["answered"][1], 1),
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--of", choices=("dev", "train"), default="dev")
    options.add_argument("--wrong", action="store_true", help="list every wrong answer")
    chosen = options.parse_args()
    answers = [answered(text) for text in polnear(chosen.of)]
    for name, (some, of) in counted(answers).items():
        print(f"{name:42} {some:4} of {of:4}  {some / max(of, 1):.3f}")
    for answer in answers if chosen.wrong else ():
        if answer.days and not answer.right:
            print(f"    {answer.text.name}: {answer.edtf} ({answer.confidence}), meant {answer.text.day}")


if __name__ == "__main__":
    main()
