"""Names in newspapers of 2022 from outside the United States: exact spans with the right type.

    python -m benchmarks.tagger.names [--model FOLDER] [--quick]

Convention: the set does not part states from places, so our ``state`` and ``place`` are one type, held against its Location and
Facility; person against Person, organisation against Organization, nationality against NORP (which also holds religions and
parties, that we do not mark). ``all`` is of the first three, the micro average. Its Date, Money, Product and Misc are left out
on both sides, and so are our instruments and gatherings. Of nested names the outermost counts. The whole set is a measure:
nothing is learnt from it. Beside it the names of UNER on EWT dev (web texts), person, place and organisation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from benchmarks.tagger.documents import Wanted, tagged, wanted
from benchmarks.tagger.scores import Score, same, total
from benchmarks.tagger.tables import Row, show
from dragoman.tagger import Tags
from training.standoff import Document

OURS = {"person": "person", "state": "place", "place": "place", "organisation": "organisation", "nationality": "nationality"}
NEWSWIRE = {
    "Person": "person",
    "Location": "place",
    "Facility": "place",
    "Organization": "organisation",
    "NORP": "nationality",
}
UNER = {"PER": "person", "LOC": "place", "ORG": "organisation"}
MAIN = ("person", "place", "organisation")

Name = tuple[int, int, str]


def scores(of: Wanted) -> dict[str, Score]:
    """By type, and of the three main ones together."""
    return by_type("worldwide-newswire", NEWSWIRE, of)


def by_type(dataset: str, types: Mapping[str, str], of: Wanted) -> dict[str, Score]:
    kinds = tuple(dict.fromkeys(types.values()))
    found = dict.fromkeys(kinds, Score())
    for document, tags in tagged(dataset, of):
        gold, ours = set(annotated(document, types)), set(said(tags))
        for kind in kinds:
            found[kind] += same(of_kind(gold, kind), of_kind(ours, kind))
    return found | {"all": total(found[kind] for kind in MAIN)}


def annotated(document: Document, types: Mapping[str, str]) -> Iterator[Name]:
    for one in document.mentions:
        if one.label in types:
            yield one.span.start, one.span.end, types[one.label]


def said(tags: Tags) -> Iterator[Name]:
    for one in tags.mentions:
        if one.form == "name" and one.kind in OURS:
            yield one.span.start, one.span.end, OURS[one.kind]


def of_kind(names: Iterable[Name], kind: str) -> Iterator[Name]:
    return (one for one in names if one[2] == kind)


def figures(*, quick: bool = False) -> dict[str, float]:
    return {f"newswire, {kind}": score.f1 for kind, score in scores(Wanted(quick=quick)).items()}


def main() -> None:
    of = wanted(__doc__)
    rows: list[Row] = [[kind, *score.cells, score.wanted] for kind, score in scores(of).items()]
    show("Names, worldwide newswire, exact spans", ["", "P", "R", "F1", "annotated"], rows)
    rows = [[kind, *score.cells, score.wanted] for kind, score in by_type("ud-ewt", UNER, of).items()]
    show("Names, UNER on EWT dev, exact spans", ["", "P", "R", "F1", "annotated"], rows)


if __name__ == "__main__":
    main()
