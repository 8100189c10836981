"""Our own sentences, for what the open sets hardly hold: instruments, gatherings, offices, demands, times as TIMEX3 has them.

Templates and lists stand in ``training/written``, every word of them ours; ``training/markup.py`` says how they are read. Each
document draws a small cast of states and people, so that its sentences go together somewhat. A seed gives the same documents
every time.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from training.markup import Page, fill
from training.skips import Reading
from training.standoff import Document, Layer, MentionType

NAME = "written"
FOLDER = Path(__file__).parent.parent / "written"
SEED = 1648
DOCUMENTS = 1800

ANNOTATED = frozenset({Layer.SENTENCES, Layer.MENTIONS, Layer.TIMES, Layer.ATTRIBUTIONS})
_KINDS = "person state organisation place instrument gathering".split()
NAMES = frozenset({*map(MentionType, _KINDS), MentionType.NATIONALITY})
NOMINALS = frozenset({*map(MentionType, _KINDS), MentionType.OFFICE})

_T = TypeVar("_T")
Lists = Mapping[str, Sequence[str]]

# A genre: how often it is drawn, what it opens with, what follows, how many of those, what may stand between two.
NEWS_BODY = "body body quotes quotes quotes wants wants times negatives".split()
GENRES: Sequence[tuple[int, str, Sequence[str], Sequence[str], tuple[int, int], Sequence[str]]] = (
    (34, "news", ("leads",), NEWS_BODY, (3, 5), (" ", " ", "\n\n", "\n")),
    (14, "news", ("headlines", "leads"), NEWS_BODY, (2, 4), ("\n\n", " ", "\n\n")),
    (12, "news", (), NEWS_BODY, (3, 6), (" ", " ", "\n\n")),
    (10, "finance", (), ("finance", "finance", "times", "quotes"), (3, 6), (" ", "\n\n")),
    (18, "news", (), ("press", "press", "press", "quotes", "body"), (3, 6), (" ", "\n\n", " ")),
    (10, "release", ("headlines", "releases"), ("releases", "releases", "wants", "body"), (2, 5), ("\n\n", " ")),
    (8, "transcript", (), ("transcripts",), (2, 4), ("\n\n", "\n")),
    (6, "list", ("headlines",), ("bullets",), (3, 6), ("\n",)),
    (3, "list", (), ("headlines",), (3, 6), ("\n",)),
    (3, "news", (), ("times", "negatives", "finance"), (3, 5), (" ",)),
)


@dataclass(frozen=True, slots=True)
class State:
    name: str
    adjective: str
    capital: str


@lru_cache(maxsize=1)
def templates() -> Lists:
    """Every list of the folder: file name -> lines of a file of templates, or section name -> lines of a file of slots."""
    found: dict[str, list[str]] = {}
    for path in sorted(FOLDER.glob("*.txt")):
        name = path.stem
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("= "):
                name = line[2:].strip()
            elif line.strip() and not line.startswith("#"):
                found.setdefault(name, []).append(line.strip())
    return found


@lru_cache(maxsize=1)
def states() -> Sequence[State]:
    return tuple(State(*line.split("|")) for line in templates()["states"])


@lru_cache(maxsize=1)
def peoples() -> Sequence[tuple[bool, Sequence[str], Sequence[str]]]:
    """Whether the surname comes first, given names, surnames: of each language that we have names of."""
    rows = [line.split("|") for line in templates()["people"]]
    return tuple((order == "surname first", given.split(", "), family.split(", ")) for order, given, family in rows)


@dataclass(slots=True)
class Cast:
    """The states and people of one document; no sentence takes one of them twice for the same slot."""

    chance: random.Random
    states: Sequence[State] = ()
    people: Sequence[tuple[str, str]] = ()
    met: list[tuple[str, str]] = field(default_factory=list)  # those named in full so far
    taken: set[tuple[str, object]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.states = self.chance.sample(states(), 5)
        self.people = [self.person() for _ in range(5)]

    def person(self) -> tuple[str, str]:
        """A full name and the part of it that later sentences use."""
        first, given, family = self.chance.choice(peoples())
        surname, name = self.chance.choice(family), self.chance.choice(given)
        if not first and self.chance.random() < 0.12:
            other = self.chance.choice(given)
            name += f" {other[0]}." if self.chance.random() < 0.5 else f" {other}" * (other != name)
        return (f"{surname} {name}" if first else f"{name} {surname}"), surname

    def __call__(self, slot: str) -> str:
        if slot in ("state", "land", "nat", "capital"):
            return self.country(slot)
        if slot == "person":
            one = self.pick(slot, self.people)
            self.met.append(one)
            return f"[per {one[0]}]"
        if slot == "surname":
            return f"[per {self.pick('person', self.met or self.people)[1]}]"
        return self.pick(slot, templates()[slot])

    def country(self, slot: str) -> str:
        state = self.pick(slot, self.states)
        if slot == "nat":
            return f"[nat {state.adjective}]"
        if slot == "capital":
            return f"[pl {state.capital}]"
        bare = state.name.removeprefix("the ")
        # Within longer names it goes without its article: "EU-Netherlands summit".
        return f"the [st {bare}]" if bare != state.name and slot == "state" else f"[st {bare}]"

    def pick(self, slot: str, row: Sequence[_T]) -> _T:
        free = [one for one in row if (slot, one) not in self.taken] or row
        one = self.chance.choice(free)
        self.taken.add((slot, one))
        return one

    def sentence(self, template: str) -> str:
        self.taken.clear()
        return fill(template, self.chance, self)


def read(*, seed: int = SEED, documents: int = DOCUMENTS) -> Reading:
    """The documents of a seed. Templates of a list are gone through in a shuffled order, again and again: all are used alike."""
    yield from _made(seed, documents)


@lru_cache(maxsize=2)
def _made(seed: int, documents: int) -> Sequence[Document]:
    chance = random.Random(seed)
    decks: dict[str, list[str]] = {}
    return tuple(document(f"{number:04}", chance, decks) for number in range(documents))


def document(name: str, chance: random.Random, decks: dict[str, list[str]]) -> Document:
    _, genre, opening, body, (least, most), between = chance.choices(GENRES, [one[0] for one in GENRES])[0]
    cast, page = Cast(chance), Page()
    gap = chance.choice(between)
    mixed = " " in between and chance.random() < 0.4  # paragraphs of several sentences
    for place, part in enumerate((*opening, *(chance.choice(body) for _ in range(chance.randint(least, most))))):
        after_headline = place == 1 and opening[:1] == ("headlines",)
        apart = chance.choice((" ", gap)) if mixed else gap
        if after_headline and "\n" not in apart:
            apart = "\n\n"
        page.add(apart, cast.sentence(dealt(part, chance, decks)))
    text = curled(page.text) if chance.random() < 0.45 else page.text
    return Document(
        id=name,
        dataset=NAME,
        split="train",
        text=text,
        annotated=ANNOTATED,
        names_of=NAMES,
        nominals_of=NOMINALS,
        genre=genre,
        sentences=tuple(page.sentences),
        mentions=tuple(page.mentions),
        times=tuple(page.times),
        attributions=tuple(page.attributions),
        masks=tuple(page.masks),
    )


def dealt(part: str, chance: random.Random, decks: dict[str, list[str]]) -> str:
    if not decks.get(part):
        decks[part] = chance.sample(templates()[part], len(templates()[part]))
    return decks[part].pop()


def curled(text: str) -> str:
    """Typographic quotation marks and apostrophes, one for one: no offset moves."""
    text = re.sub(r'(^|[\s(—-])"', "\\1“", text)
    return text.replace('"', "”").replace("'", "’")
