"""The whole reading over the hand-annotated pages of ``gold/dev``, scored by the score.py that lies beside them.

    python -m benchmarks.gold_pages             the table
    python -m benchmarks.gold_pages --errors    also what was missed and what was read too much, to benchmarks/out/gold_pages.txt

The data are found by DRAGOMAN_DATA. score.py is run as it is, on a copy of the annotations in which a list of one number under
``content_nth`` is that number: the scorer expects a number there and fails on the list.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.halves import shared
from dragoman.article import Page
from dragoman.contract import to_dict
from dragoman.pipeline import read

OUT = Path(__file__).parent / "out"
ROW = re.compile(r"^(?P<measure>\S.*?)\s+(?P<percent>[\d.]+)\s+\((?P<matched>\d+)/(?P<gold>\d+)/(?P<read>\d+)\)$", re.M)


def records() -> dict[str, dict[str, Any]]:
    """The record of each page, by the page's name."""
    texts = sorted((shared() / "gold" / "dev").glob("*.txt"))
    return {path.stem: to_dict(read(Page(path.name, path.read_bytes()))) for path in texts}


def scored(read_as: dict[str, dict[str, Any]]) -> str:
    """The table that score.py prints."""
    gold = shared() / "gold"
    with tempfile.TemporaryDirectory() as folder:
        annotations, reading = Path(folder, "gold"), Path(folder, "reading.jsonl")
        annotations.mkdir()
        for path in (gold / "dev").glob("*.json"):
            (annotations / path.name).write_text(json.dumps(_numbered(json.loads(path.read_text("utf-8")))), "utf-8")
        reading.write_text("".join(json.dumps(record) + "\n" for record in read_as.values()), "utf-8")
        command = [sys.executable, str(gold / "score.py"), str(annotations), str(gold / "dev"), str(reading)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _numbered(page: dict[str, Any]) -> dict[str, Any]:
    for statement in page["statements"]:
        if isinstance(nth := statement.get("content_nth"), list):
            statement["content_nth"] = nth[0]
    return page


def figures() -> dict[str, float]:
    """Every measure of the table that has something to measure, as a share."""
    rows = [match for match in ROW.finditer(scored(records())) if int(match["read"])]
    return {row["measure"]: float(row["percent"]) / 100 for row in rows}


def errors(read_as: dict[str, dict[str, Any]]) -> str:
    """Statements without a partner of at least half their characters, page by page, as offsets into the page's text."""
    lines = []
    for name, record in read_as.items():
        gold = json.loads((shared() / "gold" / "dev" / f"{name}.json").read_text("utf-8"))["statements"]
        text = record["article"]["text"]
        wanted = [{i for words in s["content"] for i in _found(text, words)} for s in gold]
        given = [{i for start, end in s["content"] for i in range(start, end)} for s in record["statements"]]
        lines += [
            f"{name}\tmissed\t{_where(one)}\t{s['cue']}" for one, s in zip(wanted, gold, strict=True) if not _met(one, given)
        ]
        lines += [f"{name}\ttoo much\t{_where(one)}" for one in given if not _met(one, wanted)]
    return "\n".join(lines) + "\n"


def _found(text: str, words: str) -> range:
    start = text.find(words)
    return range(start, start + len(words)) if start >= 0 else range(0)


def _met(one: set[int], others: list[set[int]]) -> bool:
    return any(2 * len(one & other) >= len(one | other) > 0 for other in others)


def _where(characters: set[int]) -> str:
    return f"{min(characters, default=0)}-{max(characters, default=0) + 1}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--errors", action="store_true", help="write what was missed and what was read too much")
    wanted = parser.parse_args()
    read_as = records()
    print(scored(read_as))
    if wanted.errors:
        OUT.mkdir(exist_ok=True)
        (OUT / "gold_pages.txt").write_text(errors(read_as), "utf-8")


if __name__ == "__main__":
    main()
