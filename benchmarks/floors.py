"""Hold today's figures against ``floors.json``: no figure may fall unnoticed, and none is compared on other data.

    python -m benchmarks.floors                          measure everything, fail where a figure is below its floor
    python -m benchmarks.floors --quick                  the same without the slow tasks
    python -m benchmarks.floors --write                  raise the floors to what was measured
    python -m benchmarks.floors --write --allow-regression "why"   lower them too, and keep the reason

A floor is the figure measured when it was written, less ``SLACK``. The hash is of the data the task reads: where it differs, the
floor says nothing and the run fails until the floors are written anew. The data are found by DRAGOMAN_DATA.
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

SLACK = 0.002
"""Measured figures are exact and repeatable; the slack is for changes of a library below us in the last digit."""


@dataclass(frozen=True)
class Task:
    """A benchmark module with ``figures() -> dict[str, float]`` (shares in 0..1, more is better), and the data it reads."""

    module: str
    data: tuple[str, ...]
    slow: bool = False

    def figures(self) -> dict[str, float]:
        figures: dict[str, float] = importlib.import_module(f"benchmarks.{self.module}").figures()
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


TASKS = (
    Task("pages_html", ("data/pages-html",)),
    Task("pages_modern", ("data/pages-modern",)),
    Task("text_dumps", ("data/pages-html",)),
    Task("published", ("data/pages-modern", "gold/dev")),
    Task("gold_pages", ("gold/dev",)),
    Task("statements_polnear", ("data/polnear/dev.jsonl",)),
)


def main() -> None:
    options = parse()
    root = Path(os.environ["DRAGOMAN_DATA"])
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    fallen = []
    for task in TASKS:
        if options.quick and task.slow:
            continue
        entry, fingerprint = floors.get(task.module, {}), task.fingerprint(root)
        figures = {name: round(value, 4) for name, value in task.figures().items()}
        if not options.write:
            fallen += compare(task.module, entry, figures, fingerprint)
            continue
        if lower := below(entry, figures):
            if not options.allow_regression:
                sys.exit(
                    f"{task.module}: {', '.join(lower)} would be lowered. Say why with --allow-regression; nothing was written."
                )
            entry = {**entry, "lowered": [*entry.get("lowered", []), f"{', '.join(lower)}: {options.allow_regression}"]}
        floors[task.module] = {**entry, "data": fingerprint, "figures": figures}
    if options.write:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    if fallen:
        sys.exit("\n".join(fallen))


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--allow-regression", metavar="WHY")
    return parser.parse_args()


def compare(task: str, entry: dict[str, Any], figures: dict[str, float], fingerprint: str) -> list[str]:
    """Print the task's figures beside their floors; return a line for each that fell."""
    if entry.get("data") != fingerprint:
        return [f"{task}: the floors were measured on other data ({entry.get('data')}, now {fingerprint}); write them anew."]
    for name, value in figures.items():
        print(f"{task:14s} {name:45s} {value:7.4f}  floor {entry['figures'].get(name, 0):7.4f}")
    return [
        f"{task}: {name} fell to {figures.get(name)}, its floor is {entry['figures'][name]}" for name in below(entry, figures)
    ]


def below(entry: dict[str, Any], figures: dict[str, float]) -> list[str]:
    """Names of figures that fell below their floor, or are no longer measured."""
    return [name for name, floor in entry.get("figures", {}).items() if figures.get(name, -1) < floor - SLACK]


if __name__ == "__main__":
    main()
