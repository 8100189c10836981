"""Everything from the data sets to the model folder: ``python -m training.build --data DATA --into FOLDER``.

Runs prepare, train, export, plover_folds, calibrate and check_same one after the other, each as it would be called by hand, and
stops at the first that fails. A run that was cut off goes on from its last checkpoint.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from training.train import CONFIG, WORK, stages


def steps(data: Path, gold: Path | None, into: Path, work: Path, *, unlicensed: bool) -> Iterator[list[str]]:
    """The commands, as module and arguments.

    unlicensed   whether the sets that state no licence are learnt from
    """
    # The first stage has not seen PLV; the last one's weights are shipped.
    first, *_, weights = (work / name / "averaged.pt" for name, _ in stages(tomllib.loads(CONFIG.read_text(encoding="utf-8"))))
    prepared, folds = work / "prepared", work / "plover.json"
    apart = ["--gold", str(gold)] if gold else []
    yield ["prepare", "--data", str(data), *apart, "--out", str(prepared), *([] if unlicensed else ["--without-unlicensed"])]
    yield ["train", "--data", str(prepared), "--work", str(work)]
    yield ["export", str(weights), str(into)]
    if unlicensed:
        yield ["plover_folds", "--start", str(first), "--data", str(prepared), "--into", str(folds)]
    yield ["calibrate", str(into), "--data", str(prepared), *(["--plover", str(folds)] if unlicensed else [])]
    yield ["check_same", str(weights), str(into), "--data", str(prepared)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the data sets")
    parser.add_argument("--gold", type=Path, help="annotated pages that training must not share a sentence with")
    parser.add_argument("--into", type=Path, required=True, help="where the model folder goes")
    parser.add_argument("--work", type=Path, default=WORK)
    parser.add_argument("--without-unlicensed", action="store_true", help="leave out PolNeAR and PLV, which state no licence")
    given = parser.parse_args()
    for module, *arguments in steps(given.data, given.gold, given.into, given.work, unlicensed=not given.without_unlicensed):
        sys.stdout.write(f"training.{module} {' '.join(arguments)}\n")
        sys.stdout.flush()
        done = subprocess.run([sys.executable, "-m", f"training.{module}", *arguments])
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
