"""Turns of speakers: whether a page is a transcript by its form, and what each of its paragraphs is then.

A transcript has several paragraphs that open with the label of a speaker; the paragraphs below run on until the next label. One
label says little: ``Minister: talks go on`` is a headline, ``Price: 20`` an item of a list. What tells is that labels come again,
that they are titles and offices, and that people speak to each other below them: with "I", "we", "you" and question marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.article import Part, PartKind, Span
from dragoman.extract.wording import furniture
from dragoman.extract.wording.speaker_labels import Label, label_of

LEAST_TURNS = 3
LEAST_AGAIN = 0.5
"""Share of the labels that come again, or say themselves that somebody asks or answers."""
LEAST_SPOKEN = 0.4
"""Share of the labels below which somebody speaks to somebody. Reports about speech have hardly a line of it."""
LEAST_INSIDE = 0.5
"""Share of the body's paragraphs that belong to turns."""
LEAST_LABELLED, LEAST_NAMED = 0.1, 0.3
"""Share of those that open with a label: an opening statement has thirty, the answers behind it one or two. Where labels are bare
names, more must: a report may give an exchange word for word in its midst."""
NEAR = 3
"""Paragraphs beyond the last sure turn in which somebody may have a word who has no other."""
LEAST_BLANKS = 3
"""Blanks in a sentence that is taken for one by its stop alone."""
HEARD = 1_000
"""Characters of a turn's first paragraph in which speech is looked for."""

# Parts that no turn stands in, whatever their words.
_APART: frozenset[PartKind] = frozenset({"title", "byline", "dateline", "caption", "timestamp", "page_clock", "legal"})
# Parts that a line is by its place alone, where its words tell nothing.
_BY_PLACE: frozenset[PartKind] = frozenset({"other", "related_headline"})
_SPEECH = re.compile(r"\?|\b(?:i|we|you|my|our|your|me|let's|thanks?|i'm|we're|you're)\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?…\-–—][\"'”’»)\]*_]*\Z")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]*_]*\Z")
_ASKED = re.compile(r"\?[\"'”’»)\]*_]*\Z")
_TAIL = 12
"""Characters at the end of a paragraph among which its last stop is looked for."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph of a transcript: how many characters of it are its label (0: it runs on), and what the rest is."""

    label: int
    kind: PartKind

    def parts(self, text: str, span: Span) -> Iterator[Part]:
        """The parts of the paragraph that stands at ``span`` of ``text``."""
        if self.label:
            yield Part("speaker_label", Span(span.start, span.start + self.label))
        rest = text[span.start + self.label : span.end]
        if rest.strip():
            yield Part(self.kind, Span(span.end - len(rest.lstrip()), span.end))


def turns_of(texts: Sequence[str], kinds: Sequence[PartKind]) -> dict[int, Turn]:
    """The paragraphs of a page that belong to turns, by index; empty unless the page surely is a transcript.

    A short turn may have been taken for furniture: its label tells better.
    """
    free = [_may_be_said(text, kind) for text, kind in zip(texts, kinds, strict=True)]
    labels = labelled([text if may else "" for text, may in zip(texts, free, strict=True)])
    said = {index for at, label in labels.items() for index in _said_below(texts, at, label) if free[index]}
    body = [at for at, kind in enumerate(kinds) if kind == "body" or at in said]
    first, last = min(labels, default=0), max(labels, default=0)
    inside = [at for at in body if at >= first]
    if not labels or len(inside) <= LEAST_INSIDE * len(body):
        return {}
    inside = _with_sentences(texts, kinds, inside)
    told = 2 * sum(label.sure for label in labels.values()) >= len(labels)
    if len(labels) < LEAST_LABELLED * len(inside) or (not told and len(labels) < LEAST_NAMED * len(body)):
        return {}
    asking = _asking(texts, inside, labels)
    found: dict[int, Turn] = {}
    question = False
    for at in inside:
        label = labels.get(at)
        if label is not None:
            question = at in asking
        elif at > last and furniture.read(texts[at]).label >= furniture.LABEL:
            found[at] = Turn(0, furniture.kind_of(texts[at], before=False, after=True))
            continue
        found[at] = Turn(label.end if label else 0, "question" if question else "body")
    return found


def _may_be_said(text: str, kind: PartKind) -> bool:
    """``Reporter: Anna Berg`` is a byline, ``Reporter: Will he go?`` only looks like one."""
    return kind not in _APART or (kind == "byline" and _STOP.search(text[-_TAIL:]) is not None)


def lines_of_turns(texts: Sequence[str]) -> frozenset[int]:
    """Lines of a page that surely are said in turns: those with a label, and those below a label that stands alone."""
    labels = labelled(texts)
    return frozenset(index for at, label in labels.items() for index in _said_below(texts, at, label))


def labelled(texts: Sequence[str]) -> dict[int, Label]:
    """The paragraphs that open a turn, each with its label, in order; empty where they are too few or speak to nobody."""
    every = _labels(texts)
    spoken = {at: label for at, label in every.items() if _may_speak(texts[at], label)}
    counts = Counter(label.name for label in spoken.values())
    sure = {at: label for at, label in spoken.items() if label.sure or counts[label.name] > 1}
    sure = _without_headlines(texts, sure)
    if not _is_conversation(texts, sure) or _is_list(every, sure):
        return {}
    first, last = min(sure) - 1, max(sure) + NEAR
    return {
        at: label
        for at, label in spoken.items()
        if at in sure or (first <= at <= last and counts[label.name] == 1 and _names_somebody(texts[at], label))
    }


def _labels(texts: Sequence[str]) -> dict[int, Label]:
    """Whatever opens a paragraph as a label does; ``A.`` opens names, too, and is one only beside ``Q.``"""
    found = {at: label for at, text in enumerate(texts) if (label := label_of(text)) is not None}
    letters = {at: label.role for at, label in found.items() if texts[at][label.end - 1] == "."}
    if len(set(letters.values())) < 2:
        found = {at: label for at, label in found.items() if at not in letters}
    return found


def _may_speak(text: str, label: Label) -> bool:
    """No list's label, and none of the furniture's, such as ``Editor:``."""
    return label.role != "lists" and (label.role != "speaks" or furniture.read(text).label < furniture.LABEL)


def _names_somebody(text: str, label: Label) -> bool:
    """A label that comes but once: a name of two words or more, or a word in capitals; in capitals throughout nothing tells."""
    if (not _is_alone(text, label) and not _STOP.search(text[-_TAIL:])) or text[:HEARD].isupper():
        return False
    return furniture.is_name(label.words) or label.words.isupper()


def _without_headlines(texts: Sequence[str], labels: Mapping[int, Label]) -> dict[int, Label]:
    """Without headlines of other pages at either end (``Costa: Talks Go On``), which have no stop where turns have one.

    Where turns have none, either, only those are left who say that somebody asks or answers.
    """
    ends = [at for at, label in labels.items() if _is_alone(texts[at], label) or _STOP.search(texts[at][-_TAIL:])]
    if 2 * len(ends) < len(labels):
        roles = {label.role for label in labels.values()}
        return dict(labels) if roles >= {"asks", "answers"} else {}
    return {at: label for at, label in labels.items() if ends[0] <= at <= ends[-1]}


def _is_conversation(texts: Sequence[str], labels: Mapping[int, Label]) -> bool:
    """Enough turns, of two speakers or more, who come again and speak to each other."""
    names = Counter(label.name for label in labels.values())
    if len(labels) < LEAST_TURNS or len(names) < 2:
        return False
    again = sum(names[label.name] > 1 or label.role != "speaks" for label in labels.values())
    spoken = sum(_SPEECH.search(_beginning(texts, at, label)) is not None for at, label in labels.items())
    return again >= LEAST_AGAIN * len(labels) and spoken >= LEAST_SPOKEN * len(labels)


def _is_list(every: Mapping[int, Label], labels: Mapping[int, Label]) -> bool:
    """Between the names another label comes as often as any of them: ``Cost:``, ``The facts:``."""
    most = max(Counter(label.name for label in labels.values()).values())
    first, last = min(labels), max(labels) + 1
    between = Counter(label.name for at, label in every.items() if label.role == "lists" and first <= at <= last)
    return max(between.values(), default=0) >= max(2, most)


def _beginning(texts: Sequence[str], at: int, label: Label) -> str:
    """The words of a turn's first paragraph, without its label, with straight apostrophes."""
    words = texts[at][label.end : label.end + HEARD]
    if not words.strip() and at + 1 < len(texts):
        words = texts[at + 1][:HEARD]
    return words.replace("’", "'")


def _with_sentences(texts: Sequence[str], kinds: Sequence[PartKind], inside: Sequence[int]) -> list[int]:
    """With the sentences and stage directions between and right behind them that only their place made headlines of."""
    found, first, last = set(inside), min(inside), max(inside)
    for at in range(first, len(texts)):
        told = _is_bracketed(texts[at]) or (_SENTENCE.search(texts[at][-_TAIL:]) and texts[at].count(" ") >= LEAST_BLANKS)
        if at not in found and kinds[at] in _BY_PLACE and told:
            found.add(at)
        elif at > last and at not in found:
            break
    return sorted(found)


def _is_bracketed(text: str) -> bool:
    """A stage direction: ``(Laughter.)``, ``[The press conference ended at noon.]``"""
    return text[:1] in ("(", "[") and text.rstrip(".")[-1:] in (")", "]")


def _is_alone(text: str, label: Label) -> bool:
    return not text[label.end : label.end + HEARD].strip()


def _said_below(texts: Sequence[str], at: int, label: Label) -> Iterator[int]:
    """The paragraph with the label, and the next one where nothing stands behind the label."""
    yield at
    if _is_alone(texts[at], label) and at + 1 < len(texts) and label_of(texts[at + 1]) is None:
        yield at + 1


def _asking(texts: Sequence[str], inside: Sequence[int], labels: Mapping[int, Label]) -> frozenset[int]:
    """The labelled paragraphs of those who ask: by their labels, or, where no label says so, by how their turns end."""
    by_word = frozenset(at for at, label in labels.items() if label.role == "asks")
    if by_word:
        return by_word
    ends: dict[int, bool] = {}
    holds: dict[int, bool] = {}
    head: int | None = None
    for at in inside:
        head = at if at in labels else head
        if head is not None:
            ends[head] = _ASKED.search(texts[at][-_TAIL:]) is not None
            holds[head] = holds.get(head, False) or "?" in texts[at]
    turns = Counter(labels[at].name for at in ends)
    asked = Counter(labels[at].name for at, end in ends.items() if end)
    asking = {name for name in turns if 2 * asked[name] > turns[name]}
    if len(asking) == len(turns):
        return frozenset()
    return frozenset(at for at in ends if labels[at].name in asking and holds[at])
