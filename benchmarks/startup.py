"""How long the first commands take, as whole processes, beside a bare interpreter in the same run.

    python -m benchmarks.startup

Each figure is the median of seven runs after one that is not counted; no network is used.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

RUNS = 7
DRAGOMAN = [sys.executable, "-c", "from dragoman.cli import main; main()"]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        bare = seconds([sys.executable, "-c", "pass"], folder)
        print(f"bare interpreter        {bare:6.3f} s")
        for words in (["--version"], ["--help"], ["read", "--demo", "--quiet"]):
            took = seconds([*DRAGOMAN, *words], folder)
            print(f"dragoman {' '.join(words):22s} {took:6.3f} s, {took / bare:5.1f} times the bare interpreter")


def seconds(command: list[str], folder: str) -> float:
    """Median wall time of a command, run where it may leave a store; the store is removed between runs."""
    times = []
    for _ in range(RUNS + 1):
        Path(folder, "dragoman.db").unlink(missing_ok=True)
        began = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    return median(times[1:])


if __name__ == "__main__":
    main()
