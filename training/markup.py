"""The markup of our own training sentences: choices and slots filled, brackets read into stand-off spans.

- ``<one|other>`` chooses; ``{slot}`` fills from a list, ``{slot.}`` the same without its marks, ``{slot^}`` in capitals too;
  ``{n:2-9}`` is a figure, ``{w:2-9}`` a number in words; ``a~`` is "a" or "an", as what follows begins.
- ``[tag words]`` marks a span, ``TAGS`` says which tags there are; brackets nest.
- ``^`` makes the next letter a capital, as the beginning of a sentence does; a full stop after that of "p.m." goes.
- ``//`` between two sentences of one template is a blank, ``/n`` a line feed.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from dragoman.article import Span
from training.standoff import Attribution, Form, Layer, Mask, Mention, MentionType, Time

NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()

_MENTION_TAGS: Mapping[str, tuple[MentionType, Form]] = {
    "per": (MentionType.PERSON, "name"),
    "st": (MentionType.STATE, "name"),
    "org": (MentionType.ORGANISATION, "name"),
    "pl": (MentionType.PLACE, "name"),
    "nat": (MentionType.NATIONALITY, "name"),
    "ins": (MentionType.INSTRUMENT, "name"),
    "gat": (MentionType.GATHERING, "name"),
    "nper": (MentionType.PERSON, "nominal"),
    "nst": (MentionType.STATE, "nominal"),
    "norg": (MentionType.ORGANISATION, "nominal"),
    "npl": (MentionType.PLACE, "nominal"),
    "nins": (MentionType.INSTRUMENT, "nominal"),
    "ngat": (MentionType.GATHERING, "nominal"),
    "off": (MentionType.OFFICE, "nominal"),
}
_TIME_TAGS: Mapping[str, Literal["DATE", "TIME", "DURATION", "SET"]] = {
    "date": "DATE",
    "time": "TIME",
    "dur": "DURATION",
    "set": "SET",
}
_MASK_TAGS: Mapping[str, Layer] = {"?m": Layer.MENTIONS, "?t": Layer.TIMES}  # where readers would differ: no lesson
_ROLE = re.compile(r"(s|q|c)(\d?)")  # source, cue, content of the attribution with that number

_CHOICE = re.compile(r"<([^<>{}]*(?:\{[^{}<>]*\}[^<>{}]*)*)>")
_SLOT = re.compile(r"\{([^{}]+)\}")
_OPEN = re.compile(r"\[(\S+) ")
_ARTICLE = re.compile(r"\b([Aa])~ (?=((?:\[\S+ )*)[\"']?(\w+))")
_STOPS = re.compile(r"\.(\]*)\.(?=[\]\"]*(?:$| //| /n))")
_TOKEN = re.compile(r"\[(?P<tag>\S+) |(?P<close>\])| // | /n |(?P<capital>\^)|(?P<words>.)", re.DOTALL)

Fill = Callable[[str], str]


class MarkupError(ValueError):
    """A template that can't be read: said with its words, for whoever wrote it."""


def fill(template: str, chance: random.Random, slot: Fill) -> str:
    """The template with every choice made and every slot filled, marks still in it."""
    text = template
    while True:
        text, chosen = _CHOICE.subn(lambda match: chance.choice(match[1].split("|")), text)
        if chosen:
            continue
        text, filled = _SLOT.subn(lambda match: _slot(match[1], chance, slot), text, count=1)
        if not filled:
            break
    return _STOPS.sub(r".\1", _ARTICLE.sub(lambda match: match[1] + ("n " if _vowel(match[3]) else " "), text))


def _slot(name: str, chance: random.Random, slot: Fill) -> str:
    if numbers := re.fullmatch(r"([nw]):(\d+)-(\d+)", name):
        number = chance.randint(int(numbers[2]), int(numbers[3]))
        return NUMBERS[number] if numbers[1] == "w" else str(number)
    if name[-1] in ".^":
        value = fill(slot(name[:-1]), chance, slot)
        bare = _OPEN.sub("", value).replace("]", "")
        return bare.upper() if name.endswith("^") else bare
    return slot(name)


def _vowel(word: str) -> bool:
    """Whether the word begins with a vowel as spoken, near enough for the words of our lists."""
    return bool(re.match(r"(?i)(?!u[kg]|uni(?!n)|uns?\b|us?\b|eu|one\b)[aeiou]|hour|8|1[18]\b", word))


@dataclass(slots=True)
class Page:
    """A text as it grows by sentences, with what was marked in it."""

    text: str = ""
    sentences: list[Span] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    masks: list[Mask] = field(default_factory=list)

    def add(self, between: str, marked: str) -> None:
        """``marked`` is a filled template; ``between`` stands before it, if anything does."""
        if self.text:
            self.text += between
        begin, opened = len(self.text), list[tuple[str, int]]()
        found: list[tuple[str, Span]] = []
        capital = True
        for token in _TOKEN.finditer(marked):
            if token["tag"]:
                opened.append((token["tag"], len(self.text)))
            elif token["close"]:
                if not opened:
                    raise MarkupError(f"a bracket too many: {marked}")
                tag, start = opened.pop()
                found.append((tag, Span(start, len(self.text))))
            elif token["capital"]:
                capital = True
            elif token["words"]:
                letter = token["words"]
                if capital and letter.isalnum():
                    letter, capital = letter[:1].upper() + letter[1:], False
                self.text += letter
            else:
                self.sentences.append(Span(begin, len(self.text)))
                self.text += "\n" if token[0] == " /n " else " "
                begin, capital = len(self.text), True
        self.sentences.append(Span(begin, len(self.text)))
        if opened:
            raise MarkupError(f"a bracket is not closed: {marked}")
        self._keep(sorted(found, key=lambda one: (one[1].start, -one[1].end)), marked)

    def _keep(self, found: list[tuple[str, Span]], marked: str) -> None:
        roles = defaultdict[str, dict[str, list[Span]]](lambda: {"s": [], "q": [], "c": []})
        for tag, span in found:
            if tag in _MENTION_TAGS:
                kind, form = _MENTION_TAGS[tag]
                self.mentions.append(Mention(span, frozenset({kind}), form))
            elif tag in _TIME_TAGS:
                self.times.append(Time(span, _TIME_TAGS[tag]))
            elif tag in _MASK_TAGS:
                self.masks.append(Mask(span, frozenset({_MASK_TAGS[tag]}), "readers would differ"))
            elif role := _ROLE.fullmatch(tag):
                roles[role[2]][role[1]].append(span)
            else:
                raise MarkupError(f"no such tag as {tag}: {marked}")
        for one in roles.values():
            if not one["c"]:
                raise MarkupError(f"an attribution without content: {marked}")
            name = str(len(self.attributions) + 1)
            self.attributions.append(Attribution(name, tuple(one["s"]), tuple(one["q"]), tuple(one["c"])))
