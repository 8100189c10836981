"""Hold today's figures against ``floors.json``: no figure may fall unnoticed, and none is compared on other data.

    python -m benchmarks.floors                          measure everything, fail where a figure is below its floor
    python -m benchmarks.floors --quick                  the same without the slow tasks, some on fewer documents
    python -m benchmarks.floors --write                  raise the floors to what was measured
    python -m benchmarks.floors --write --allow-regression "why"   lower them too, and keep the reason

A floor is the figure measured when it was written, less its slack. The hash is of the data the task reads: where it differs,
the floor says nothing and the run fails until the floors are written anew. A task that is measured on fewer documents by
``--quick`` has floors of its own for them. The data are found by DRAGOMAN_DATA.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.json")
REPOSITORY = Path(__file__).parents[1]

SLACK = 0.002
"""Measured figures are exact and repeatable; the slack is for changes of a library below us in the last digit."""

MODEL_SLACK = 0.005
"""Of what the model says: processors multiply its bytes by different instructions, which round otherwise."""


@dataclass(frozen=True)
class Task:
    """A benchmark module with ``figures() -> dict[str, float]`` (shares in 0..1, more is better), and the data it reads.

    slow    left out by ``--quick``
    fewer   measured on fewer documents by ``--quick``: by ``figures(quick=True)``
    needs   a file of this repository without which nothing can be measured; before there is a floor, that is no failure
    """

    module: str
    data: tuple[str, ...]
    slow: bool = False
    fewer: bool = False
    slack: float = SLACK
    needs: str = "benchmarks/floors.py"

    def parts(self, *, quick: bool) -> list[tuple[str, dict[str, bool]]]:
        """What to measure: the name that floors have, and what ``figures`` is called with."""
        whole: tuple[str, dict[str, bool]] = (self.module, {})
        part = (f"{self.module}, fewer documents", {"quick": True})
        if not self.fewer:
            return [] if quick and self.slow else [whole]
        return [part] if quick else [whole, part]

    def figures(self, options: dict[str, bool]) -> dict[str, float]:
        figures: dict[str, float] = importlib.import_module(f"benchmarks.{self.module}").figures(**options)
        return figures

    def fingerprint(self, root: Path) -> str:
        """Hash of names and bytes of every file the task reads."""
        digest = hashlib.sha256()
        for name in self.data:
            start = root / name
            for path in sorted(start.rglob("*")) if start.is_dir() else [start]:
                if path.is_file():
                    digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
        return digest.hexdigest()[:16]


MODEL = "src/dragoman/tagger/model/tagger.json"


def of_tagger(head: str, *data: str, slow: bool = False, fewer: bool = False) -> Task:
    return Task(f"tagger.{head}", data, slow, fewer, MODEL_SLACK, MODEL)


POLNEAR = ("data/polnear/dev.jsonl", "data/polnear/dev.multi.jsonl")
CONFIDENCE = (
    *POLNEAR,
    "data/worldwide-newswire",
    "data/timebank-aquaint",
    "data/meantime",
    "data/ud-ewt/dev.conllu",
    "data/ud-gum-open/dev.conllu",
)
STATEMENTS = ("data/polnear/dev.jsonl", "data/elevant-fair/news-fair-v2.benchmark.jsonl.gz")

TASKS = (
    Task("pages_html", ("data/pages-html",)),
    Task("pages_modern", ("data/pages-modern",)),
    Task("text_dumps", ("data/pages-html",)),
    Task("published", ("data/pages-modern", "gold/dev")),
    Task("times", ("data/timebank-aquaint",), slack=MODEL_SLACK, needs=MODEL),
    Task("recognizers", ("data/recognizers-datetime-specs",)),
    Task("event_dates", ("gold/dev", "data/meantime", "data/timebank-aquaint"), slow=True, slack=MODEL_SLACK, needs=MODEL),
    Task("gold_pages", ("gold/dev",), slack=MODEL_SLACK, needs=MODEL),
    Task("statements", STATEMENTS, slack=MODEL_SLACK, needs=MODEL),
    of_tagger("roles", *POLNEAR),
    of_tagger("linked", *POLNEAR),
    of_tagger("syntax", "data/ud-ewt/dev.conllu"),
    of_tagger("names", "data/worldwide-newswire", fewer=True),
    of_tagger("times", "data/timebank-aquaint", fewer=True),
    of_tagger("coreference", "data/ud-gum-open/dev.conllu"),
    of_tagger("pronouns", "data/gap/gap-validation.tsv.gz"),
    of_tagger("confidence", *CONFIDENCE, slow=True),
    Task("tagger.plover", ("data/plv",), needs="benchmarks/tagger/plover.json"),
)


def main() -> None:
    options = parse()
    root = Path(os.environ["DRAGOMAN_DATA"])
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    fallen = []
    wanted = [task for task in TASKS if not options.only or any(task.module.startswith(name) for name in options.only)]
    for task, name, how in ((one, *part) for one in wanted for part in one.parts(quick=options.quick)):
        entry = floors.get(name, {})
        if not (REPOSITORY / task.needs).exists():
            print(f"{name}: not measured, {task.needs} is missing")
            fallen += [f"{name}: {task.needs} is missing"] if entry else []
            continue
        fingerprint = task.fingerprint(root)
        figures = {figure: round(value, 4) for figure, value in task.figures(how).items()}
        if not options.write:
            fallen += compare(name, entry, figures, fingerprint, task.slack)
            continue
        if lower := below(entry, figures, task.slack):
            if not options.allow_regression:
                sys.exit(f"{name}: {', '.join(lower)} would be lowered. Say why with --allow-regression; nothing was written.")
            entry = {**entry, "lowered": [*entry.get("lowered", []), f"{', '.join(lower)}: {options.allow_regression}"]}
        floors[name] = {**entry, "data": fingerprint, "figures": figures}
    if options.write:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    if fallen:
        sys.exit("\n".join(fallen))


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", nargs="*", metavar="TASK", help="tasks whose names begin so, as tagger or tagger.names")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--allow-regression", metavar="WHY")
    return parser.parse_args()


def compare(task: str, entry: dict[str, Any], figures: dict[str, float], fingerprint: str, slack: float) -> list[str]:
    """Print the task's figures beside their floors; return a line for each that fell."""
    if entry.get("data") != fingerprint:
        return [f"{task}: the floors were measured on other data ({entry.get('data')}, now {fingerprint}); write them anew."]
    for name, value in figures.items():
        print(f"{task:14s} {name:45s} {value:7.4f}  floor {entry['figures'].get(name, 0):7.4f}")
    fallen = below(entry, figures, slack)
    return [f"{task}: {name} fell to {figures.get(name)}, its floor is {entry['figures'][name]}" for name in fallen]


def below(entry: dict[str, Any], figures: dict[str, float], slack: float) -> list[str]:
    """Names of figures that fell below their floor, or are no longer measured."""
    return [name for name, floor in entry.get("figures", {}).items() if figures.get(name, -1) < floor - slack]


if __name__ == "__main__":
    main()
