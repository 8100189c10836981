"""Pronouns on GAP validation: which of two names a "he" or "her" stands for, or neither; by GAP's own scorer.

    python -m benchmarks.tagger.pronouns [--model FOLDER]

Each name of each of the 454 snippets is one yes or no; F1 over both, of all pronouns, of masculine ones, of feminine ones, and
bias, the feminine figure over the masculine. ``names given``: the tagger chooses one of the two names, or none. ``end to end``,
as the task is meant: a name counts where a chain that the tagger found by itself holds a mention touching it and one touching
the pronoun. The published figures are of the test half, end to end; the winner of the shared task on it was given the names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from benchmarks.tagger.documents import Wanted, documents, tagged, wanted
from benchmarks.tagger.scores import Score, one_to_one
from benchmarks.tagger.tables import show
from dragoman.article import Span
from dragoman.tagger import Tagger, Tags
from training.standoff import Document, PronounCase

SET = "gap"
GENDERS = {**dict.fromkeys(("he", "him", "his"), "masculine"), **dict.fromkeys(("she", "her", "hers"), "feminine")}

ANCHORS = (
    ("parallelism, the snippet alone", "66.9", "69.4", "64.4", "0.93"),
    ("parallelism, with the page", "70.6", "72.3", "68.8", "0.95"),
    ("best of the shared task, names given", "92.5", None, None, "0.97"),
    ("people", "96.6", None, None, None),
)
"""GAP's README; arXiv 1906.00839. All on the test half."""

Answers = Mapping[Span, bool]
"""Of each name of a case, whether the pronoun stands for it."""


def compared(cases: Iterable[tuple[str, Answers, Answers]]) -> dict[str, Score]:
    """Of cases, each with its pronoun, what was annotated and what we say: scores of all, masculine, feminine."""
    found = dict.fromkeys(("all", "masculine", "feminine"), Score())
    for pronoun, gold, ours in cases:
        right = sum(said and ours.get(name, False) for name, said in gold.items())
        score = one_to_one(right, sum(ours.get(name, False) for name in gold), sum(gold.values()))
        for group in ("all", GENDERS[pronoun.casefold()]):
            found[group] += score
    return found


def bias(scores: Mapping[str, Score]) -> float:
    return scores["feminine"].f1 / scores["masculine"].f1 if scores["masculine"].f1 else 0.0


def cases(document: Document) -> Iterable[tuple[PronounCase, str, Answers]]:
    return ((one, document.words(one.pronoun), dict(one.candidates)) for one in document.pronouns)


def with_names(of: Wanted) -> dict[str, Score]:
    tagger = Tagger(of.model)
    every = ((document, case) for document in documents(SET, quick=of.quick) for case in cases(document))
    return compared((pronoun, gold, chosen(tagger, document.text, case)) for document, (case, pronoun, gold) in every)


def chosen(tagger: Tagger, text: str, case: PronounCase) -> Answers:
    """The name that the tagger chooses, if it chooses one."""
    names = [name for name, _ in case.candidates]
    scores = tagger.antecedents(text, case.pronoun, names)
    return {name: score > 0 and score == max(scores) for name, score in zip(names, scores, strict=True)}


def end_to_end(of: Wanted) -> dict[str, Score]:
    return compared(
        (pronoun, gold, chained(tags, case)) for document, tags in tagged(SET, of) for case, pronoun, gold in cases(document)
    )


def chained(tags: Tags, case: PronounCase) -> Answers:
    own = [chain.mentions for chain in tags.chains if touches(chain.mentions, case.pronoun)]
    return {name: any(touches(mentions, name) for mentions in own) for name, _ in case.candidates}


def touches(mentions: Iterable[Span], span: Span) -> bool:
    return any(mention.overlaps(span) for mention in mentions)


def figures(*, quick: bool = False) -> dict[str, float]:
    given, whole = with_names(Wanted(quick=quick)), end_to_end(Wanted(quick=quick))
    return {"names given": given["all"].f1, "names given, bias": fair(given), "end to end": whole["all"].f1}


def fair(scores: Mapping[str, Score]) -> float:
    """Bias as a share that is 1 where both genders are read alike well, and less whichever is read worse."""
    found = bias(scores)
    return min(found, 1 / found) if found else 0.0


def main() -> None:
    of = wanted(__doc__)
    table: list[list[str | float | None]] = [
        [name, *(scores[group].f1 for group in ("all", "masculine", "feminine")), f"{bias(scores):.2f}"]
        for name, scores in (("names given", with_names(of)), ("end to end", end_to_end(of)))
    ]
    show("Pronouns, GAP validation, F1", ["", "all", "masculine", "feminine", "bias"], [*table, *ANCHORS])


if __name__ == "__main__":
    main()
