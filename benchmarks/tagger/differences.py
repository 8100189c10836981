"""Where the tagger and the annotators differ, one by one, each with a first guess at why: what ``errors.py`` samples from."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.halves import shared
from benchmarks.tagger import coreference, linked, names, plover, pronouns, roles, syntax, times
from benchmarks.tagger.documents import Wanted, documents, tagged
from benchmarks.tagger.trees import ROOT, Word, universal
from dragoman.article import Span
from dragoman.tagger import Tagger
from training.readers import plv
from training.standoff import Document

Labelled = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """``gold`` and ``ours`` say what each side holds there; ``span`` is where to look in the text of the document."""

    document: str
    text: str
    span: Span
    gold: str
    ours: str
    cause: str


def of_spans(document: Document, gold: Iterable[Labelled], ours: Iterable[Labelled]) -> Iterator[Difference]:
    """Spans with a type that are not the same on both sides: every annotated one, and ours that touch none."""
    wanted, said = set(gold), set(ours)
    for one in sorted(wanted - said):
        near = sorted(other for other in said if other[0] < one[1] and one[0] < other[1])
        yield difference(document, one, near, span_cause(one, near, wanted))
    for other in sorted(said - wanted):
        if not any(one[0] < other[1] and other[0] < one[1] for one in wanted):
            yield Difference(document.id, document.text, Span(*other[:2]), "-", named(document.text, [other]), "too much")


def difference(document: Document, one: Labelled, near: Sequence[Labelled], cause: str) -> Difference:
    text = document.text
    return Difference(document.id, text, Span(*one[:2]), named(text, [one]), named(text, near), cause)


def span_cause(one: Labelled, near: Sequence[Labelled], gold: Iterable[Labelled]) -> str:
    if not near:
        return "missed"
    if any(other[:2] == one[:2] for other in near):
        return "other type"
    alike = [other for other in near if other[2] == one[2]]
    if not alike:
        return "other type and ends"
    if len(alike) > 1:
        return "split"
    (start, end, _) = alike[0]
    if sum(start < other[1] and other[0] < end and other[2] == one[2] for other in gold) > 1:
        return "joined with another"
    longer, shorter = start <= one[0] and end >= one[1], start >= one[0] and end <= one[1]
    side = "begins" if end == one[1] else "ends" if start == one[0] else "both ends"
    return f"too long: {side}" if longer else f"too short: {side}" if shorter else "shifted"


def named(text: str, spans: Iterable[Labelled]) -> str:
    return " + ".join(f"{kind} [{start},{end}] {text[start:end]!r}" for start, end, kind in spans) or "-"


def in_roles(of: Wanted) -> Iterator[Difference]:
    for document, tags in tagged("polnear", of):
        gold = roles.fragments(document.text, roles.roles_of(document.attributions))
        yield from of_spans(document, gold, roles.fragments(document.text, roles.said(tags)))


def in_names(of: Wanted) -> Iterator[Difference]:
    for document, tags in tagged("worldwide-newswire", of):
        yield from of_spans(document, names.annotated(document, names.NEWSWIRE), names.said(tags))


def in_times(of: Wanted) -> Iterator[Difference]:
    for document, tags in tagged("timebank-aquaint", of):
        gold, ours = times.annotated(document), times.said(tags)
        yield from of_spans(document, *([(one.start, one.end, kind) for one, kind in side] for side in (gold, ours)))


def in_linked(of: Wanted) -> Iterator[Difference]:
    """Annotated attributions that none of ours overlaps in all three roles, and ours that overlap none."""
    for document, tags in tagged("polnear", of):
        gold, ours = list(linked.annotated(document.attributions)), list(linked.said(tags.attributions))
        for one in gold:
            if not any(linked.overlapping(one, other) for other in ours):
                near = [other for other in ours if linked.meet(one.content, other.content)]
                shares = [linked.shared(one.content, other.content) for other in near]
                touching = near[shares.index(max(shares))] if near else None
                yield Difference(
                    document.id,
                    document.text,
                    one.content[0],
                    whole(document.text, one),
                    whole(document.text, touching),
                    linked_cause(one, touching),
                )
        for other in ours:
            if not any(linked.meet(one.content, other.content) for one in gold):
                yield Difference(document.id, document.text, other.content[0], "-", whole(document.text, other), "too much")


def linked_cause(one: linked.Whole, near: linked.Whole | None) -> str:
    if near is None:
        return "content missed"
    causes = [part_cause(role, getattr(one, role), getattr(near, role)) for role in ("cue", "source")]
    return " and ".join(cause for cause in causes if cause) or "taken by another"


def part_cause(role: str, gold: linked.Spans, ours: linked.Spans) -> str:
    if linked.meet(gold, ours):
        return ""
    return f"no {role}" if not ours else f"{role} where there is none" if not gold else f"another {role}"


def whole(text: str, one: linked.Whole | None) -> str:
    if one is None:
        return "-"
    return named(text, [(span.start, span.end, role) for role in roles.ROLES for span in getattr(one, role)])


def in_syntax(of: Wanted) -> Iterator[Difference]:
    """Words read from the raw text that have another part of speech, head or label, or are cut otherwise."""
    for document, tags in tagged(syntax.SET, of):
        gold, ours = syntax.annotated(document), syntax.said(tags)
        places = {(word.start, word.end): at for at, word in enumerate(ours)}
        for one in gold:
            other = ours[places[one.start, one.end]] if (one.start, one.end) in places else None
            if cause := word_cause(one, other, gold, ours, tags.sentences):
                meant, said = worded(document.text, one, gold), worded(document.text, other, ours)
                yield Difference(document.id, document.text, Span(one.start, one.end), meant, said, cause)


def word_cause(one: Word, other: Word | None, gold: Sequence[Word], ours: Sequence[Word], starts: Sequence[int]) -> str:
    """Empty where nothing is wrong."""
    if other is None:
        return "cut otherwise"
    causes = [f"{one.upos} as {other.upos}"] if one.upos != other.upos else []
    above = [
        None if word.head == ROOT else (side[word.head].start, side[word.head].end) for word, side in ((one, gold), (other, ours))
    ]
    if above[0] != above[1]:
        apart = above[0] is not None and bisect_right(starts, above[0][0]) != bisect_right(starts, one.start)
        causes.append("head in another sentence of ours" if apart else f"head of {universal(one.deprel)}")
    elif universal(one.deprel) != universal(other.deprel):
        causes.append(f"{universal(one.deprel)} as {universal(other.deprel)}")
    return ", ".join(causes)


def worded(text: str, word: Word | None, side: Sequence[Word]) -> str:
    if word is None:
        return "-"
    above = "root" if word.head == ROOT else repr(text[side[word.head].start : side[word.head].end])
    return f"{word.upos} {word.deprel} of {above}"


def in_sentences(of: Wanted) -> Iterator[Difference]:
    for document, tags in tagged(syntax.SET, of):
        gold, ours = {one.start for one in document.sentences}, set(tags.sentences)
        for start in sorted(gold ^ ours):
            before = document.text[:start].rstrip(" ")[-1:] or "start"
            meant, said = ("start", "-") if start in gold else ("-", "start")
            span = Span(start, min(start + 1, len(document.text)))
            cause = f"{'missed' if start in gold else 'too much'} after {before!r}"
            yield Difference(document.id, document.text, span, meant, said, cause)


def in_coreference(of: Wanted) -> Iterator[Difference]:
    """Our mentions that stand for an annotated one and are linked to another thing, to nothing, or where nothing was before."""
    for document, tags in tagged(coreference.SET, of):
        gold, ours = coreference.annotated(document, narrow=False), coreference.said(tags)
        keys = coreference.met(document, gold, ours)
        chain_of = {span: number for number, chain in enumerate(gold) for span in chain}
        forms = {mention.span: mention.form for mention in tags.mentions}
        own_of = {span: chain for chain in ours for span in chain}
        known: set[int] = set()
        for span in sorted(keys):
            number = chain_of[keys[span]]
            earlier = sorted(one for one in own_of[span] if one < span)
            linked_to = chain_of.get(keys[earlier[-1]]) if earlier and earlier[-1] in keys else None
            cause = (
                "" if linked_to == number or (not earlier and number not in known) else "another" if number in known else "new"
            )
            known.add(number)
            if cause:
                meant = sorted(one for one in gold[number] if one < keys[span])
                last, said = (document.words(one[-1]) if one else "-" for one in (meant, earlier))
                why = f"{forms.get(span, '')}: " + (
                    "should be new" if cause == "new" else "link missed" if not earlier else "other thing"
                )
                yield Difference(document.id, document.text, span, last, said, why)


def in_pronouns(of: Wanted) -> Iterator[Difference]:
    tagger = Tagger(of.model)
    for document in documents(pronouns.SET, quick=of.quick):
        for case, _, gold in pronouns.cases(document):
            ours = pronouns.chosen(tagger, document.text, case)
            if dict(ours) != dict(gold):
                meant, said = (
                    " + ".join(map(document.words, (one for one in side if side[one]))) or "-" for side in (gold, ours)
                )
                cause = "nobody chosen" if said == "-" else "chosen where nobody is" if meant == "-" else "the other name"
                yield Difference(document.id, document.text, case.pronoun, meant, said, cause)


def in_plover(of: Wanted) -> Iterator[Difference]:
    """What the fold models got wrong, from the file of predictions that ``training/plover_folds.py`` left."""
    known = {one.id: one for one in plv.read(shared() / "data" / "plv") if isinstance(one, Document)}
    for line in plover.PREDICTIONS.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        if told["gold"] != told["ours"]:
            document = known[told["id"]]
            cause = f"{told['gold']} as {told['ours']}"
            yield Difference(document.id, document.text, document.events[0].clause, told["gold"], told["ours"], cause)


HEADS: Mapping[str, Callable[[Wanted], Iterator[Difference]]] = {
    "roles": in_roles,
    "linked": in_linked,
    "syntax": in_syntax,
    "sentences": in_sentences,
    "names": in_names,
    "times": in_times,
    "coreference": in_coreference,
    "pronouns": in_pronouns,
    "plover": in_plover,
}
