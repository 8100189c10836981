"""Blocks of a page -> lines of an article: which are kept, in the order of the page, and what each one is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.article import PartKind, Span
from dragoman.extract import names
from dragoman.extract.html import verdicts
from dragoman.extract.html.blocks import Anchor, Block, Place
from dragoman.extract.html.class_words import NONE
from dragoman.extract.html.signs import ends_sentence
from dragoman.extract.wording import furniture

MOST_BETWEEN = 30
"""Lines between title and body, and lines after the body, that are kept: bylines and stamps, tags and related headlines."""
NEAR = 4
"""Elements around a line whose names say what it is."""
# What the elements around a line say it is, the surest first, where its own words don't.
KINDS_BY_CUE: tuple[tuple[str, PartKind], ...] = (
    ("figcaption", "caption"),
    ("newsletter", "newsletter"),
    ("comment", "comment_control"),
    ("advert", "advert"),
    ("byline", "byline"),
    ("tags", "tags"),
    ("caption", "caption"),
    ("figure", "caption"),
    ("related", "related_headline"),
    ("share", "share_control"),
    ("notice", "legal"),
    ("navigation", "navigation"),
)
UNSURE = frozenset({"other", "navigation", "related_headline"})
"""What `furniture.kind_of` also says where a line's shape was all it had."""
LONGEST_BYLINE = 160
LINKING: frozenset[PartKind] = frozenset({"read_more", "related_headline"})
LONGEST_SURE = 80
SURE = 3.0
"""Points of `furniture.read` from which a short line is what they say: a stamp, a byline, a button has them, a heading not."""
LONGEST_LABELLED = 300
LEAST_LINKED = 0.3
"""Share of a line's characters inside links from which its words are asked whether it is body."""
ALL_CONTROL = 0.8
ALL_LINK = 0.9


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the article's text: its words, its kind, where it begins, and the links in it."""

    text: str
    kind: PartKind
    start: int
    anchors: tuple[Anchor, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))


def compose(found: Sequence[Block], title: str) -> list[Line]:
    """The lines of an article whose title is known from the head; none where no block is body."""
    verdict = verdicts.judge(found, title)
    kinds = dict(_body_kinds(found, verdict))
    body = [i for i, kind in kinds.items() if kind == "body"]
    if not body:
        return []
    first, last = body[0], body[-1]
    title_at = verdict.title if verdict.title is not None and verdict.title < first + MOST_BETWEEN else None
    if title_at is not None:
        kinds[title_at] = _title_kind(found[title_at], title)
    start = first if title_at is None else min(first, max(first - MOST_BETWEEN, title_at))
    end = min(max(last + 1, verdict.inside.stop), last + 1 + MOST_BETWEEN)
    kept = [*([title_at] if title_at is not None and title_at < start else []), *range(start, end)]
    for i in kept:
        if i not in kinds:
            kinds[i] = kind_of(found[i], before=i < first, after=i > last)
    return list(_placed((found[i].text, kinds[i], found[i].anchors() if kinds[i] in LINKING else ()) for i in kept))


def _body_kinds(found: Sequence[Block], verdict: verdicts.Verdict) -> Iterator[tuple[int, PartKind]]:
    """Blocks that were judged to be body, and what those of them are whose words say otherwise.

    Short lines are asked only before the first paragraph and after the last: among them stand lists of dates and names.
    """
    long = [i for i in verdict.body if len(found[i].text) > LONGEST_SURE]
    midst = range(long[0], long[-1]) if long else range(0)
    for i in verdict.body:
        block = found[i]
        if leads_elsewhere(block):
            kind = kind_of(block, before=False, after=False)
            yield i, "read_more" if kind in UNSURE else kind
        else:
            yield i, "body" if i in midst else surely(block) or "body"


def surely(block: Block) -> PartKind | None:
    """What a short line says of itself beyond doubt: a date, ``By`` and names, a row of buttons."""
    if len(block.text) > LONGEST_SURE:
        return None
    points = furniture.read(block.text).points
    kind = max(points, key=lambda one: points[one], default=None)
    return kind if kind is not None and points[kind] >= SURE else None


def _title_kind(block: Block, title: str) -> PartKind:
    return "title" if block.tag == "h1" or names.plain(block.text) == names.plain(title) else "other"


def placed(pairs: Sequence[tuple[str, PartKind]]) -> list[Line]:
    """Lines of words alone."""
    return list(_placed((text, kind, ()) for text, kind in pairs))


def _placed(kept: Iterator[tuple[str, PartKind, tuple[Anchor, ...]]]) -> Iterator[Line]:
    start = 0
    for text, kind, anchors in kept:
        yield Line(text, kind, start, anchors)
        start += len(text) + 1


def kind_of(block: Block, *, before: bool, after: bool) -> PartKind:
    """What a line that is not body is: by its words, else by the elements around it."""
    cues = _near(block)
    if "figcaption" in cues:
        return "caption"
    said = furniture.kind_of(block.text, before=before, after=after)
    if said not in UNSURE:
        return said
    for cue, kind in KINDS_BY_CUE:
        if cue in cues and not (kind == "byline" and (after or len(block.text) > LONGEST_BYLINE)):
            return kind
    return said


def leads_elsewhere(block: Block) -> bool:
    """Whether a line that stands like body is a link to another story: by its label, or as a paragraph of one link.

    Of 21 such paragraphs of the development pages 2 were counted as body by those who made the gold.
    """
    length = len(block.text)
    if length > LONGEST_LABELLED or block.linked < LEAST_LINKED * length:
        return False
    if block.tag == "p" and block.linked >= ALL_LINK * length and block.text.count(" ") >= 3 and not ends_sentence(block.text):
        return True
    reading = furniture.read(block.text)
    return reading.label >= furniture.LABEL or reading.coverage >= ALL_CONTROL


def _near(block: Block) -> frozenset[str]:
    """Cues of the innermost elements around a line, and of those inside it."""
    said = NONE
    here: Place | None = block.place
    for _ in range(NEAR):
        if here is None:
            break
        said |= here.own
        here = here.above
    return said | block.inner()
