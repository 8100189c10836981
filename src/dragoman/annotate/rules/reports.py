"""Reports: where a reading unit says that somebody says something; cue and source, before their content is cut out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from dragoman.annotate.rules.according import OPENINGS, according_to
from dragoman.annotate.rules.clauses import begins_clause, skip_times
from dragoman.annotate.rules.noun_cues import noun_cues
from dragoman.annotate.rules.phrases import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    is_verb,
    phrase_left,
    phrase_right,
    source_in,
    subject,
)
from dragoman.lexicon.cues import cue_forms, longest_cue, noun_forms, speaker_nouns

if TYPE_CHECKING:
    from dragoman.annotate.rules.phrases import Range
    from dragoman.annotate.rules.units import Unit
    from dragoman.lexicon.cues import Cue, CueForm

Shape = Literal["before", "behind", "participle", "shared", "according", "as", "noun", "passive"]

_BE = frozenset("is are was were be been being am".split())
_UNREAL = frozenset(
    "would could may might should must can cannot to not never n't will shall won't wouldn't can't couldn't shouldn't don't "
    "doesn't didn't haven't hasn't hadn't isn't aren't wasn't weren't".split()
)
_LEADING_IN = frozenset("in on at during after for with speaking earlier meanwhile however moreover later".split())
_CONDITIONS = frozenset("if unless whether".split())


MOST_CHARGED = 8  # tokens between "accused" and its "of"


@dataclass(frozen=True, slots=True)
class Report:
    """A cue with its source; ``first`` to ``last`` is the stretch of the unit that the two take up.

    told   the subject of a passive: whom it was said to
    """

    cue: Range
    entry: Cue | None
    source: Range | None
    shape: Shape
    first: int
    last: int
    form: CueForm | None = None
    told: Range | None = None

    def takes(self, *what: str) -> bool:
        return self.entry is not None and not self.entry.takes.isdisjoint(what)


def find_reports(unit: Unit, *, headline: bool = False) -> tuple[Report, ...]:
    """Every report of a unit, in the order of their cues. In a headline cues may be capitalised."""
    found: list[Report] = []
    openings = longest_cue().keys() | OPENINGS
    behind = 0
    for at, token in enumerate(unit.tokens):
        if at >= behind and token.lower in openings and (report := _according(unit, at) or _cued(unit, at, found, headline)):
            found.append(report)
            behind = report.cue[1]
    return tuple(found) if headline else _with_nouns(unit, found)


def _with_nouns(unit: Unit, verbs: list[Report]) -> tuple[Report, ...]:
    """All reports, those by a noun too, unless it was read as a verb."""
    taken = {i for report in verbs for i in range(*report.cue)}
    nouns = [
        Report(cue, None, source, "noun", min(cue[0], source[0]), max(cue[1], source[1]))
        for cue, source in noun_cues(unit)
        if cue[0] not in taken
    ]
    return tuple(sorted((*verbs, *nouns), key=lambda report: report.cue))


def _according(unit: Unit, at: int) -> Report | None:
    found = according_to(unit, at)
    return Report(found[0], None, found[1], "according", at, found[1][1]) if found else None


def cue_at(unit: Unit, at: int) -> tuple[int, Cue, frozenset[CueForm]] | None:
    """Index behind the longest cue that begins at a token, and what it is."""
    for length in range(longest_cue().get(unit.lower(at), 0), 0, -1):
        words = tuple(unit.lower(at + i) for i in range(length))
        if known := cue_forms().get(words):
            return at + length, *known
    return None


def _cued(unit: Unit, at: int, earlier: list[Report], headline: bool) -> Report | None:
    if unit.tokens[at].quoted or (unit.tokens[at].capital and at > 0 and not headline):
        return None
    found = cue_at(unit, at)
    if found is None:
        return None
    behind, entry, forms = found
    group = _verb_group(unit, at)
    words = {unit.lower(i) for i in range(group, at)}
    if "past" in forms and words & _BE and not words & _UNREAL and (passive := _passive(unit, (at, behind), entry, group)):
        return passive
    form = _form(unit, at, behind, entry, forms, words, headline)
    if form is None or words & _UNREAL or unit.lower(behind) == "by":
        return None
    report = Report((at, behind), entry, None, "before", group, behind, form)
    if form == "ing" and not words & _BE:
        return _participle(unit, report, earlier)
    return _finite(unit, report, earlier)


def _passive(unit: Unit, cue: Range, entry: Cue, group: int) -> Report | None:
    """``the council was told by X that A``, ``it was announced by X that A``."""
    by = skip_times(unit, cue[1])
    source = phrase_right(unit, by + 1) if unit.lower(by) == "by" else None
    spoken_to = "object" in entry.takes
    if source is None or (not spoken_to and unit.lower(group - 1) != "it"):
        return None
    told = subject(unit, group) if spoken_to else None
    first = told[0] if told else group - (not spoken_to)
    if unit.lower(first - 1) in _CONDITIONS:
        return None
    last = _before_charge(unit, source) if "of" in entry.takes and unit.lower(source[1]) != "that" else source[1]
    return Report(cue, entry, (source[0], last), "passive", first, last, "past", told)


def _before_charge(unit: Unit, source: Range) -> int:
    """``accused by the head of the army of theft``: end of the source, before the "of" that leads to what one is accused of."""
    found = [i for i in range(source[0] + 1, source[1]) if unit.lower(i) == "of"]
    of_title = (
        i
        for i in found
        if unit.lower(i - 1) in speaker_nouns() and (unit.tokens[i + 1].capital or unit.lower(i + 1) in DETERMINERS)
    )
    kept = set(of_title)
    free = [i for i in found if i not in kept]
    if free:
        return free[0]
    return found[-1] if found and unit.lower(source[1]) != "of" else source[1]


def _verb_group(unit: Unit, at: int) -> int:
    """First token of the verb group that ends in the cue: auxiliaries and adverbs, not those of the phrase before it."""
    group = at
    while group > 0 and at - group < 8 and _in_group(unit, group - 1):
        group -= 1
    return group


def _in_group(unit: Unit, at: int) -> bool:
    word = unit.lower(at)
    return word in AUXILIARIES | ADVERBS | {"to"} or (
        word.endswith("ly") and not unit.tokens[at].capital and word not in {"ally", "family", "assembly"}
    )


def _form(
    unit: Unit, at: int, behind: int, entry: Cue, forms: frozenset[CueForm], words: set[str], headline: bool
) -> CueForm | None:
    """Which form of the verb stands here, None where it is a noun, passive, or a participle beside a noun."""
    word = unit.lower(at)
    if {"past", "base"} <= forms and word in noun_forms() and unit.lower(at - 1) in DETERMINERS | {"'s", "'"}:
        return None
    if "past" in forms and not words & {"did", "does", "do"}:
        return None if (words & _BE and not words & {"has", "have", "had"}) or words & {"been", "being"} else "past"
    if "ing" in forms:
        return "ing"
    clause = unit.lower(behind) in {"that", '"', ":"} or (unit.lower(behind) == "," and unit.lower(behind + 1) == '"')
    for form in ("third", "base"):
        if form in forms:
            return (
                form
                if word not in noun_forms()
                or clause
                or (headline and form == "third")
                or (form == "third" and _bare_clause(unit, behind, entry))
                else None
            )
    return None


def _bare_clause(unit: Unit, at: int, entry: Cue) -> bool:
    return "bare" in entry.takes and unit.lower(at) in {"it", "he", "she", "they", "the", "its", "his", "there"}


def _finite(unit: Unit, report: Report, earlier: list[Report]) -> Report | None:
    group = report.first
    previous = unit.lower(group - 1)
    if previous in {"and", "but", "or", "then"}:
        return (_shared(unit, report, earlier[-1]) if earlier else None) or _later(unit, report)
    led = previous in {",", '"'} or unit.tokens[group - 1].quoted
    if led and group == report.cue[0] > 0 and (inverted := _inverted(unit, report)):
        return inverted
    source = subject(unit, group)
    if source is None or not _fits(unit, source, report):
        return None
    before = unit.lower(source[0] - 1)
    if before in _CONDITIONS:
        return None
    first = source[0]
    return replace(report, source=source, shape="as" if before == "as" else "before", first=first - (before == "as"))


def _inverted(unit: Unit, report: Report) -> Report | None:
    """``"A", said X``."""
    speaks = report.takes("bare", "after", "quote", "that") and not report.takes("object")
    source = phrase_right(unit, report.cue[1]) if speaks else None
    if (
        source is None
        or not _fits(unit, source, report)
        or (unit.lower(report.cue[0] - 1) == "," and unit.lower(source[1]) == "that")
    ):
        return None
    return replace(report, source=source, shape="behind", last=source[1])


def _fits(unit: Unit, source: Range, report: Report) -> bool:
    """A base form wants a plural, a form in -s a singular; nobody speaks in times."""
    if report.form != "base":
        return True
    words = {unit.lower(i) for i in range(*source)}
    many = any(word in speaker_nouns() and word.endswith(("s", "men")) for word in words) or "and" in words
    return many or bool(words & {"they", "some", "many", "most", "several", "both", "others", "all", "those"})


def _shared(unit: Unit, report: Report, previous: Report) -> Report | None:
    """``said A and added that B``: the source of the cue before."""
    if previous.source is None or previous.shape not in {"before", "shared", "participle"}:
        return None
    clause = unit.lower(report.cue[1]) in {"that", '"'} or (report.form == previous.form and _charges(unit, report))
    if not clause and not (previous.takes("np", "object") and not previous.takes("bare")):
        return None
    return replace(report, source=previous.source, shape="shared", first=report.first - 1)


def _charges(unit: Unit, report: Report) -> bool:
    """``and accused them of``, ``and warns of``: what only somebody who speaks does, whoever the clause before is about."""
    reach = range(
        report.cue[1], min(report.cue[1] + MOST_CHARGED, len(unit.tokens)) if report.takes("object") else report.cue[1] + 1
    )
    if unit.lower(report.cue[1] - 1) in {"of", "against"}:
        return True
    return report.takes("of", "against") and any(unit.lower(i) in {"of", "against"} for i in reach)


def _later(unit: Unit, report: Report) -> Report | None:
    """``Inspectors tried to verify them, but concluded that A``: a second verb of the unit's subject."""
    clause = unit.lower(report.cue[1]) == "that" or (report.takes("bare") and begins_clause(unit, report.cue[1]))
    source = opening_subject(unit, report.first) if clause else None
    return replace(report, source=source, shape="shared", first=report.first - 1) if source else None


def _participle(unit: Unit, report: Report, earlier: list[Report]) -> Report | None:
    """``, adding that``: the source of the main clause; ``a letter saying that``: the document before it."""
    at = report.first
    before = unit.lower(at - 1) if at else ""
    if at == 0 or (before in {",", "and", "by", "while", "but", "—", "–", "as"} or unit.tokens[at - 1].quoted):
        if before == "as" and unit.lower(at - 2) not in {"quoted", "well"}:
            return None
        if before == "and" and not any(report.shape == "participle" for report in earlier):
            return None
        source = _main_source(unit, at, earlier)
        return (
            replace(report, source=source, shape="participle", first=max(0, at - (before in {",", "and", "by"})))
            if source
            else None
        )
    source = phrase_left(unit, at)
    if source is None or report.takes("object") or not report.takes("that"):
        return None
    document = any(speaker_nouns().get(unit.lower(i)) == "document" for i in range(*source))
    return (
        replace(report, source=source, shape="before", first=source[0])
        if document and unit.lower(report.cue[1]) in {"that", '"'}
        else None
    )


def _main_source(unit: Unit, at: int, earlier: list[Report]) -> Range | None:
    for report in reversed(earlier):
        if report.source is not None and report.shape in {"before", "behind", "shared", "participle", "passive"}:
            return report.source
    return opening_subject(unit, at) if at else None


def opening_subject(unit: Unit, limit: int) -> Range | None:
    """The noun phrase that opens a unit, behind a prepositional opening with its comma."""
    start = 0
    if unit.lower(0) in _LEADING_IN:
        comma = next((i for i in range(min(limit, 40)) if unit.lower(i) == ","), None)
        start = 0 if comma is None else comma + 1
    last = start
    while last < limit and last - start < 25 and not _ends_subject(unit, last):
        last += 1
    return source_in(unit, start, last)


def _ends_subject(unit: Unit, at: int) -> bool:
    return is_verb(unit, at) or unit.tokens[at].quoted or unit.lower(at) in {",", ";", "(", "—", "–", "who", "which"} | ADVERBS
