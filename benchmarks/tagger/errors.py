"""Thirty random errors of a head, with their places and a first guess at why, for reading by hand.

    python -m benchmarks.tagger.errors names                   into benchmarks/out/errors-names.md
    python -m benchmarks.tagger.errors names --cause missed    only those whose guess begins so

Printed are the causes of all errors with their counts; the sample, which quotes the texts, stays in the folder that git ignores.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.tagger.differences import HEADS, Difference
from benchmarks.tagger.documents import add_options, asked
from benchmarks.tagger.tables import show

OUT = Path(__file__).parents[1] / "out"
COUNT, SEED = 30, 1
AROUND = 120
"""Characters of the text quoted before and after."""


def sample(found: Sequence[Difference], count: int, seed: int) -> list[Difference]:
    """Some of them, always the same for a seed, in the order of the documents."""
    chosen = random.Random(seed).sample(range(len(found)), min(count, len(found)))
    return [found[at] for at in sorted(chosen)]


def page(head: str, found: Sequence[Difference]) -> Iterator[str]:
    yield f"# {head}: {len(found)} errors at random"
    for number, one in enumerate(found, 1):
        yield f"\n## {number}. {one.document} [{one.span.start},{one.span.end}]: {one.cause}\n"
        yield f"> {quoted(one)}\n"
        yield f"- gold: {one.gold}"
        yield f"- ours: {one.ours}"


def quoted(one: Difference) -> str:
    """The words in their surroundings, on one line."""
    before, after = one.text[max(0, one.span.start - AROUND) : one.span.start], one.text[one.span.end : one.span.end + AROUND]
    return " ".join(f"{before}**{one.text[one.span.start : one.span.end]}**{after}".split())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("head", choices=tuple(HEADS))
    parser.add_argument("--cause", default="", help="only errors whose guessed cause begins so")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    add_options(parser)
    options = parser.parse_args()
    every = list(HEADS[options.head](asked(options)))
    causes = Counter(one.cause for one in every).most_common(25)
    show(
        f"{options.head}: {len(every)} errors by guessed cause",
        ["", "errors", "share"],
        [[*one, one[1] / len(every)] for one in causes],
    )
    chosen = sample([one for one in every if one.cause.startswith(options.cause)], options.count, options.seed)
    OUT.mkdir(parents=True, exist_ok=True)
    path = OUT / f"errors-{options.head}.md"
    path.write_text("\n".join(page(options.head, chosen)) + "\n", encoding="utf-8")
    print(f"{len(chosen)} of them are in {path.relative_to(Path(__file__).parents[2])}")


if __name__ == "__main__":
    main()
